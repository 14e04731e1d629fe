//! Drawings, made on the server as inline SVG: no script, no inline style, no colour of their own.
//!
//! Every shape carries a class of the style sheet. Same input, same bytes.

pub(crate) mod fan;
pub(crate) mod line;
pub(crate) mod mark;
mod ridge;
mod scale;

/// A coordinate with one decimal; never `-0.0`.
fn tenth(x: f64) -> String {
    let rounded = (x * 10.0).round() / 10.0;
    format!("{:.1}", if rounded == 0.0 { 0.0 } else { rounded })
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
