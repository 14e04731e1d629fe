//! The line over the full width of a page: shapes in per cent, so that text keeps its size, and names below them.
//!
//! Labels that cannot hold on a narrow sheet are written twice, `pl-wide` and `pl-narrow`; the style sheet chooses.

use super::{ExtraKind, Line, Shown, hill, path};
use crate::drawing::escape;
use crate::drawing::ridge::{Frame, ridge};
use crate::drawing::scale::Scale;

const FRAME: Frame =
    Frame { left: 0.0, right: 1000.0, foot: 58.0, top: 4.0, points: 65, least_width: 40.0 };
/// Two labels closer than this run into each other on a wide sheet, in per cent.
const APART: f64 = 14.0;

/// Draws a line; `id` names its title.
pub(super) fn draw(line: &Line, id: &str) -> String {
    let scale = line.scale(0.0, 100.0, true);
    let title = escape(&line.title());
    let mut svg = format!(
        r#"<svg class="line line-full" width="100%" height="124" role="img" aria-labelledby="{id}" focusable="false"><title id="{id}">{title}</title>"#
    );
    svg.push_str(&hills(line, &scale));
    let places = Places::of(line, &scale);
    svg.push_str(&peak(line, &places));
    svg.push_str(&strokes(line, &places));
    svg.push_str(&labels(line, &places));
    svg.push_str(&ending(line, places.present));
    svg.push_str("</svg>");
    svg
}

/// Where things stand, in per cent.
struct Places {
    /// Today, or when it was delivered or ended.
    present: f64,
    due: f64,
    extra: Option<f64>,
    likely: Option<f64>,
}

impl Places {
    fn of(line: &Line, scale: &Scale) -> Self {
        let x = |at| scale.x(at).clamp(0.0, 100.0);
        Self {
            present: x(line.ended_at().unwrap_or(line.now)),
            due: x(line.due),
            extra: line.extra.as_ref().map(|extra| x(extra.at)),
            likely: line.hill_shown().map(|seen| x(seen.likely)),
        }
    }

    /// Whether the end of the ink lies behind the due.
    fn is_past_due(&self) -> bool {
        self.present > self.due
    }
}

/// The hill, and dashed behind it the one on which it was promised.
fn hills(line: &Line, scale: &Scale) -> String {
    let Some(seen) = line.hill_shown() else { return String::new() };
    let x = |at| scale.x(at) * 10.0;
    let due = x(line.due);
    let frame = Frame { left: x(line.now).clamp(0.0, 1000.0), ..FRAME };
    let mut inner = hill(&ridge(seen.quantiles.map(x), due, frame), 58.0, "pl-grave");
    if let Some(ghost) = line.ghost {
        let ghost = ridge(ghost.map(x), f64::INFINITY, Frame { top: 14.0, ..FRAME });
        inner.push_str(&path("pl-ghost", &ghost.before, None));
    }
    format!(
        r#"<svg x="0" y="20" width="100%" height="58" viewBox="0 0 1000 58" preserveAspectRatio="none">{inner}</svg>"#
    )
}

/// The most likely day above the hill.
fn peak(line: &Line, places: &Places) -> String {
    let (Some(x), Some(seen)) = (places.likely, line.hill_shown()) else { return String::new() };
    let text = line.lang.texts().likely(&line.day_label(seen.likely));
    let text = escape(&text);
    let (wide_x, wide_anchor) = match x {
        86.0.. => (100.0, "end"),
        _ if (x - places.due).abs() < APART => (x, if x < places.due { "end" } else { "start" }),
        12.0.. => (x, "middle"),
        _ => (0.0, "start"),
    };
    let (narrow_x, narrow_anchor) = match x {
        60.0.. => (100.0, "end"),
        40.0.. => (x, "middle"),
        _ => (0.0, "start"),
    };
    let at = percent(x);
    format!(
        r#"<line class="pl-peak" x1="{at}" x2="{at}" y1="18" y2="24"/><text class="pl-date pl-wide" x="{}" y="12" text-anchor="{wide_anchor}">{text}</text><text class="pl-date pl-narrow" x="{}" y="12" text-anchor="{narrow_anchor}">{text}</text>"#,
        percent(wide_x),
        percent(narrow_x)
    )
}

/// The axis in its parts, and the upright strokes.
fn strokes(line: &Line, places: &Places) -> String {
    let (present, due) = (percent(places.present), percent(places.due));
    let flat = |class: &str, from: &str, to: &str| {
        format!(r#"<line class="{class}" x1="{from}" x2="{to}" y1="78" y2="78"/>"#)
    };
    let upright = |class: &str, x: &str, from: u32, to: u32| {
        format!(r#"<line class="{class}" x1="{x}" x2="{x}" y1="{from}" y2="{to}"/>"#)
    };
    let ahead = if line.is_unknown() { "pl-unknown" } else { "pl-future" };
    let mut svg = flat(ahead, &present, "100%");
    if let Shown::Late { .. } = line.shown {
        svg.push_str(&flat("pl-past", "0%", &due));
        svg.push_str(&flat("pl-over", &due, &present));
    } else {
        svg.push_str(&flat("pl-past", "0%", &present));
    }
    svg.push_str(&upright("pl-made", "0%", 72, 84));
    if let Some(extra) = places.extra {
        svg.push_str(&upright("pl-wish", &percent(extra), 22, 84));
    }
    let due_class = if line.due_is_broken() { "pl-due pl-due-draft" } else { "pl-due" };
    svg.push_str(&upright(due_class, &due, 20, 86));
    if line.strict {
        let second = upright(due_class, "5", 20, 86);
        svg.push_str(&format!(r#"<svg x="{due}" y="0" width="8" height="124">{second}</svg>"#));
    }
    svg
}

/// A name with its date below.
struct Label<'a> {
    name: &'a str,
    date: &'a str,
    x: f64,
    anchor: &'a str,
    class: &'a str,
    strong: bool,
}

impl Label<'_> {
    fn draw(&self) -> String {
        let x = percent(self.x);
        let (class, anchor) = (self.class, self.anchor);
        let strong = if self.strong { " pl-strong" } else { "" };
        format!(
            r#"<text class="pl-name{class}" x="{x}" y="102" text-anchor="{anchor}">{}</text><text class="pl-date{strong}{class}" x="{x}" y="121" text-anchor="{anchor}">{}</text>"#,
            escape(self.name),
            escape(self.date)
        )
    }
}

const BOTH: &str = "";
const WIDE: &str = " pl-wide";
const NARROW: &str = " pl-narrow";

/// The names below the axis.
fn labels(line: &Line, places: &Places) -> String {
    let mut svg = due_label(line, places);
    svg.push_str(&extra_label(line, places));
    let shows_made = made_class(line, places);
    if let Some(class) = shows_made {
        let (name, date) = (line.lang.texts().label_made(), line.day_label(line.made));
        let (x, anchor) = (0.0, "start");
        svg.push_str(&Label { name, date: &date, x, anchor, class, strong: false }.draw());
    }
    svg.push_str(&present_label(line, places));
    svg
}

fn due_label(line: &Line, places: &Places) -> String {
    let t = line.lang.texts();
    let name = match line.shown {
        Shown::Quoted => t.label_to_offer(),
        Shown::Offered => t.label_offered(),
        Shown::Open
        | Shown::Kept { .. }
        | Shown::Late { .. }
        | Shown::Withdrawn
        | Shown::Ended { .. } => t.label_promised(),
    };
    let extra_behind = places.extra.is_some_and(|extra| extra > places.due);
    let turned = places.due >= 80.0 || places.is_past_due() || extra_behind;
    let anchor = if turned { "end" } else { "start" };
    let label = |date: &str, class: &str| {
        Label { name, date, x: places.due, anchor, class, strong: true }.draw()
    };
    let chance = line.seen.as_ref().and_then(|seen| seen.chance);
    match chance.filter(|_| line.shown == Shown::Quoted) {
        Some(chance) => {
            let with = format!("{}, {}", line.due_label, line.lang.chance(chance));
            [label(&with, WIDE), label(&line.due_label, NARROW)].concat()
        }
        None => label(&line.due_label, BOTH),
    }
}

fn extra_label(line: &Line, places: &Places) -> String {
    let (Some(extra), Some(x)) = (&line.extra, places.extra) else { return String::new() };
    let t = line.lang.texts();
    let name = match extra.kind {
        ExtraKind::Wished => t.label_wished(),
        ExtraKind::First => t.label_first(),
    };
    let starts = x > places.due || x < APART;
    let anchor = if starts { "start" } else { "end" };
    let date = line.day_label(extra.at);
    let label =
        |date: &str, class: &str| Label { name, date, x, anchor, class, strong: false }.draw();
    match extra.chance {
        Some(chance) => {
            let with = format!("{date}, {}", line.lang.chance(chance));
            [label(&with, WIDE), label(&date, NARROW)].concat()
        }
        None => label(&date, BOTH),
    }
}

/// Whether the left end is named: never where another name stands.
fn made_class(line: &Line, places: &Places) -> Option<&'static str> {
    if line.made == line.now || places.present < 16.0 {
        return None;
    }
    let others = [Some(places.present), places.extra, places.is_past_due().then_some(places.due)];
    let first = others.into_iter().flatten().fold(100.0, f64::min);
    match first {
        ..16.0 => None,
        ..27.0 if first < places.present => None,
        ..52.0 => Some(WIDE),
        _ => Some(BOTH),
    }
}

/// The name of the end of the ink: today, or the day it was delivered.
fn present_label(line: &Line, places: &Places) -> String {
    let t = line.lang.texts();
    let (name, at) = match line.shown {
        Shown::Kept { delivered } | Shown::Late { delivered } => (t.label_delivered(), delivered),
        Shown::Open | Shown::Offered | Shown::Quoted => (t.label_today(), line.now),
        Shown::Withdrawn | Shown::Ended { .. } => return String::new(),
    };
    let date = line.day_label(at);
    let label = |x: f64, anchor: &str, class: &str| {
        Label { name, date: &date, x, anchor, class, strong: false }.draw()
    };
    let x = places.present;
    if places.is_past_due() {
        let wide = if x > 86.0 { label(100.0, "end", WIDE) } else { label(x, "start", WIDE) };
        return [wide, label(100.0, "end", NARROW)].concat();
    }
    let anchor = if x > 27.0 { "end" } else { "start" };
    match places.extra {
        // Its own name would run into that of the other date.
        Some(extra) if (extra - x).abs() < APART || (x < 27.0 && extra < 34.0) => String::new(),
        Some(extra) if x < 27.0 && extra < 46.0 => label(x, anchor, WIDE),
        Some(_) | None => label(x, anchor, BOTH),
    }
}

/// What stands at the end of the ink: today's ring, a tick, a cross, or nothing.
fn ending(line: &Line, x: f64) -> String {
    let x = percent(x);
    let sign = |class: &str, d: &str| {
        format!(
            r#"<svg x="{x}" y="54" width="1" height="1" overflow="visible"><path class="{class}" d="{d}"/></svg>"#
        )
    };
    match line.shown {
        Shown::Open | Shown::Offered | Shown::Quoted => {
            format!(r#"<circle class="pl-today" cx="{x}" cy="78" r="5"/>"#)
        }
        Shown::Kept { .. } => sign("pl-tick", "M-6,8 l5,6 l9,-13"),
        Shown::Late { .. } | Shown::Withdrawn => sign("pl-cross", "M-5,2 l10,10 m0,-10 l-10,10"),
        Shown::Ended { .. } => String::new(),
    }
}

/// A place in per cent, with two decimals; never `-0.00%`.
fn percent(x: f64) -> String {
    let hundredths = (x * 100.0).round() / 100.0;
    format!("{:.2}%", if hundredths == 0.0 { 0.0 } else { hundredths })
}
