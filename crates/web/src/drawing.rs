//! Drawings, made on the server as inline SVG: no script, no inline style, no colour of their own.
//!
//! Every shape carries a class of the style sheet. Same input, same bytes.

pub(crate) mod fan;
pub(crate) mod line;
pub(crate) mod mark;
mod ridge;
mod scale;
pub(crate) mod share;
pub(crate) mod spread;

use std::fmt::Write;

/// A coordinate with one decimal; never `-0.0`.
fn tenth(x: f64) -> String {
    let mut text = String::new();
    push_tenth(&mut text, x);
    text
}

/// Adds a coordinate with one decimal. A page of a list has some ten thousand of them, so that they are written as whole
/// numbers of tenths: printing a real number takes ten times as long.
fn push_tenth(text: &mut String, x: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is too large for it becomes the largest"
    )]
    let tenths = (x * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    write!(text, "{}.{}", tenths / 10, tenths % 10).expect("writing into a text does not fail");
}

/// Text for use inside an element or an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal() {
        for (x, wanted) in [
            (0.0, "0.0"),
            (-0.04, "0.0"),
            (-0.06, "-0.1"),
            (1.25, "1.3"),
            (-12.34, "-12.3"),
            (99.96, "100.0"),
            (117.0, "117.0"),
        ] {
            assert_eq!(tenth(x), wanted, "{x}");
        }
        // The same as a real number prints itself, over the places that a drawing has.
        for place in -20_000..20_000 {
            let x = f64::from(place) * 0.037;
            let rounded = (x * 10.0).round() / 10.0;
            assert_eq!(tenth(x), format!("{:.1}", rounded + 0.0), "{x}");
        }
    }
}
