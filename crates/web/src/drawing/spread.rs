//! How something is shared out: ends over what was thought likely, and dates over early, in time and late.

use super::scale::real;
use super::share::{begin, line, text};
use super::{escape, tenth};

/// Bars side by side, with a dashed line where all of them would end if they were the same.
pub(crate) fn columns(
    id: &str,
    title: &str,
    shares: &[f64],
    (first, last, expected): (&str, &str, &str),
) -> String {
    const LEFT: f64 = 12.0;
    let even = 1.0 / real(shares.len().max(1));
    let most = shares.iter().copied().fold(1.5 * even, f64::max);
    let y = |share: f64| 166.0 - share / most * 150.0;
    let width = (100.0 - LEFT) / real(shares.len().max(1));
    let mut svg = begin(id, title, 194);
    for (place, share) in shares.iter().enumerate() {
        let x = tenth(LEFT + real(place) * width + 0.4);
        let (top, height) = (tenth(y(*share)), tenth(166.0 - y(*share)));
        let wide = tenth(width - 0.8);
        svg.push_str(&format!(
            r#"<rect class="ch-bar-2" x="{x}%" y="{top}" width="{wide}%" height="{height}"/>"#
        ));
    }
    svg.push_str(&line("ch-ideal", (LEFT, y(even)), (100.0, y(even))));
    svg.push_str(&line("ch-axis", (LEFT, 166.0), (100.0, 166.0)));
    svg.push_str(&text("ch-text", 0.0, y(even) + 5.0, "start", expected));
    svg.push_str(&text("ch-text", LEFT, 188.0, "start", first));
    svg.push_str(&text("ch-text", 100.0, 188.0, "end", last));
    svg.push_str("</svg>");
    svg
}

/// Dates given in one way: which share of them was too early, in time, late.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dates {
    /// In which way.
    pub(crate) name: String,
    /// The three shares.
    pub(crate) shares: [f64; 3],
}

/// Bars below each other, each whole: too early, in time, late.
pub(crate) fn bars(id: &str, title: &str, all: &[Dates]) -> String {
    const CLASSES: [&[&str]; 3] = [&["ch-bar-2"], &["ch-bar"], &["ch-bar-3", "ch-bar-3b"]];
    let mut svg = begin(id, title, 120);
    for (place, dates) in all.iter().enumerate() {
        let top = real(place) * 60.0;
        svg.push_str(&text("ch-text", 0.0, top + 15.0, "start", &dates.name));
        let mut from = 0.0;
        for (share, classes) in dates.shares.iter().zip(CLASSES) {
            let (x, width) = (tenth(from), tenth(share * 100.0));
            for class in classes.iter().filter(|_| *share > 0.0) {
                svg.push_str(&format!(
                    r#"<rect class="{class}" x="{x}%" y="{}" width="{width}%" height="26"/>"#,
                    tenth(top + 24.0)
                ));
            }
            from += share * 100.0;
        }
    }
    svg.push_str("</svg>");
    svg
}

/// What the three kinds of bars mean.
pub(crate) fn key(names: [&str; 3]) -> String {
    const BARS: [&str; 3] = [
        r#"<rect class="ch-bar-2" x="1" y="1" width="16" height="10"/>"#,
        r#"<rect class="ch-bar" x="1" y="1" width="16" height="10"/>"#,
        r#"<rect class="ch-bar-3" x="1" y="1" width="16" height="10"/><rect class="ch-bar-3b" x="1" y="1" width="16" height="10"/>"#,
    ];
    let keys = BARS.iter().zip(names).map(|(bar, name)| {
        let name = escape(name);
        format!(
            r#"<span><svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">{bar}</svg>{name}</span>"#
        )
    });
    format!(r#"<div class="key">{}</div>"#, keys.collect::<String>())
}
