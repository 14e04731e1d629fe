//! Shares with what chance leaves open of each: beside what was said, over months, and in rows by group.

use super::scale::real;
use super::{escape, tenth};

/// A share that was seen, from 0 to 1, and between which bounds the true one lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen {
    /// The share.
    pub(crate) share: f64,
    /// Between these.
    pub(crate) between: (f64, f64),
}

/// Begins a drawing; `id` must be unique on the page, `title` says the finding.
pub(super) fn begin(id: &str, title: &str, height: u32) -> String {
    format!(
        r#"<svg class="chart" width="100%" height="{height}" role="img" aria-labelledby="{id}" focusable="false"><title id="{id}">{}</title>"#,
        escape(title)
    )
}

pub(super) fn text(class: &str, x: f64, y: f64, anchor: &str, words: &str) -> String {
    let (x, y, words) = (tenth(x), tenth(y), escape(words));
    format!(r#"<text class="{class}" x="{x}%" y="{y}" text-anchor="{anchor}">{words}</text>"#)
}

pub(super) fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(tenth);
    format!(r#"<line class="{class}" x1="{x1}%" x2="{x2}%" y1="{y1}" y2="{y2}"/>"#)
}

fn dot(x: f64, y: f64, radius: f64) -> String {
    let [x, y, radius] = [x, y, radius].map(tenth);
    format!(r#"<circle class="ch-dot" cx="{x}%" cy="{y}" r="{radius}"/>"#)
}

/// The tens from which a drawing begins so that all is seen: no higher than `most`, of per cents.
fn lowest(shares: impl Iterator<Item = f64>, most: f64) -> f64 {
    let least = shares.fold(1.0, f64::min);
    ((least * 10.0).floor() * 10.0).clamp(0.0, most)
}

/// The per cents at which lines stand: every ten, or every twenty where they would crowd.
fn tens(low: f64) -> impl Iterator<Item = u32> {
    let every = if low < 50.0 { 20 } else { 10 };
    (0..=100).rev().step_by(every).take_while(move |percent| f64::from(*percent) >= low)
}

/// Names of axes and of what was aimed at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    /// What the drawing finds.
    pub(crate) title: &'a str,
    /// Across.
    pub(crate) across: &'a str,
    /// Up.
    pub(crate) up: &'a str,
}

/// What held beside what was said; both axes of per cents, the dashed line where they are the same.
pub(crate) fn calibration(
    id: &str,
    names: Names<'_>,
    levels: &[(f64, Seen)],
    percent: impl Fn(u32) -> String,
) -> String {
    let low = lowest(levels.iter().map(|(_, seen)| seen.between.0), 40.0);
    let x = |level: f64| 14.0 + (level * 100.0 - low) / (100.0 - low) * 86.0;
    let y = |share: f64| 40.0 + (100.0 - share * 100.0) / (100.0 - low) * 280.0;
    let mut svg = begin(id, names.title, 368);
    for at in tens(low).filter(|at| f64::from(*at) > low) {
        let (share, words) = (f64::from(at) / 100.0, percent(at));
        svg.push_str(&line("ch-grid", (14.0, y(share)), (100.0, y(share))));
        svg.push_str(&text("ch-text", 0.0, y(share) + 5.0, "start", &words));
        let anchor = if at == 100 { "end" } else { "middle" };
        svg.push_str(&text("ch-text", x(share), 342.0, anchor, &words));
    }
    svg.push_str(&line("ch-ideal", (14.0, 320.0), (100.0, 40.0)));
    svg.push_str(&line("ch-axis", (14.0, 320.0), (100.0, 320.0)));
    for (level, seen) in levels {
        let (from, to) = seen.between;
        svg.push_str(&line("ch-whisk", (x(*level), y(from)), (x(*level), y(to))));
        svg.push_str(&dot(x(*level), y(seen.share), 5.0));
    }
    svg.push_str(&text("ch-text-strong", 0.0, 12.0, "start", names.up));
    svg.push_str(&text("ch-text-strong", 100.0, 364.0, "end", names.across));
    svg.push_str("</svg>");
    svg
}

/// A share at a time.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    /// The name of the time; empty where there is no room for it.
    pub(crate) name: String,
    /// What was seen.
    pub(crate) seen: Seen,
}

/// Shares over time, with a dashed line at what was aimed at.
pub(crate) fn over_time(
    id: &str,
    title: &str,
    steps: &[Step],
    (aim, aim_name): (f64, &str),
    percent: impl Fn(u32) -> String,
) -> String {
    let low = lowest(steps.iter().map(|step| step.seen.between.0), 50.0);
    let y = |share: f64| 14.0 + (100.0 - share * 100.0) / (100.0 - low) * 180.0;
    let last = real(steps.len().saturating_sub(1)).max(1.0);
    let mut svg = begin(id, title, 236);
    for at in tens(low) {
        let at_y = y(f64::from(at) / 100.0);
        svg.push_str(&line("ch-grid", (12.0, at_y), (100.0, at_y)));
        svg.push_str(&text("ch-text", 0.0, at_y + 5.0, "start", &percent(at)));
    }
    svg.push_str(&line("ch-ideal", (12.0, y(aim)), (100.0, y(aim))));
    let mut before = None;
    for (place, step) in steps.iter().enumerate() {
        let x = 26.0 + real(place) / last * 70.0;
        let at = (x, y(step.seen.share));
        let (from, to) = step.seen.between;
        svg.push_str(&line("ch-whisk", (x, y(from)), (x, y(to))));
        svg.extend(before.map(|before| line("ch-main", before, at)));
        svg.push_str(&dot(at.0, at.1, 5.0));
        if !step.name.is_empty() {
            let is_last = place > 0 && place + 1 == steps.len();
            let (x, anchor) = if is_last { (100.0, "end") } else { (x, "middle") };
            svg.push_str(&text("ch-text", x, 222.0, anchor, &step.name));
        }
        before = Some(at);
    }
    svg.push_str(&text("ch-text ch-over", 12.5, y(aim) - 8.0, "start", aim_name));
    svg.push_str("</svg>");
    svg
}

/// A group with its share.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// Its name.
    pub(crate) name: String,
    /// Its share in words, at the right.
    pub(crate) said: String,
    /// What was seen.
    pub(crate) seen: Seen,
}

/// One group a row: its name, a dot with its whisker, its share; a dashed line at what was aimed at.
pub(crate) fn rows(
    id: &str,
    title: &str,
    groups: &[Group],
    aim: (f64, &str),
    percent: impl Fn(u32) -> String,
) -> String {
    const ROW: f64 = 36.0;
    const TOP: f64 = 24.0;
    let low = lowest(groups.iter().map(|group| group.seen.between.0), 60.0);
    let x = |share: f64| 36.0 + (share * 100.0 - low) / (100.0 - low) * 52.0;
    let end = TOP + real(groups.len()) * ROW;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows")]
    let mut svg = begin(id, title, (end + 24.0) as u32);
    for at in (0..=100).rev().step_by(20).take_while(|at| f64::from(*at) >= low) {
        let at_x = x(f64::from(at) / 100.0);
        svg.push_str(&line("ch-grid", (at_x, TOP), (at_x, end)));
        svg.push_str(&text("ch-text", at_x, end + 18.0, "middle", &percent(at)));
    }
    svg.push_str(&line("ch-ideal", (x(aim.0), TOP), (x(aim.0), end)));
    svg.push_str(&text("ch-text", x(aim.0), 14.0, "middle", aim.1));
    for (place, group) in groups.iter().enumerate() {
        let y = TOP + (real(place) + 0.5) * ROW;
        let (from, to) = group.seen.between;
        svg.push_str(&text("ch-text ch-over", 0.0, y + 5.0, "start", &group.name));
        svg.push_str(&line("ch-whisk", (x(from), y), (x(to), y)));
        svg.push_str(&dot(x(group.seen.share), y, 5.0));
        svg.push_str(&text("ch-text-strong", 100.0, y + 5.0, "end", &group.said));
    }
    svg.push_str("</svg>");
    svg
}
