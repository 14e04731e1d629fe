//! Marks for people: the line, and what in it is meant.

use document::Place;

use super::marks::Mark;

/// A mark under the words it is about.
pub(super) fn of(file: &str, mark: &Mark) -> Vec<String> {
    let (place, number) = match mark.place {
        Place::Lines { start, .. } => (format!("{}:{}", start.line, start.column), start.line),
        Place::Paragraph(number) => (format!("paragraph {number}"), number),
        Place::Footnote(number) => (format!("footnote {number}"), number),
    };
    let margin = " ".repeat(number.to_string().len());
    let left = mark.line.chars().count().saturating_sub(mark.column);
    let marked = mark.words.chars().count().min(left).max(1);
    let indent = " ".repeat(mark.column);
    vec![
        format!("{file}:{place}: {}: {} [{}]", mark.severity, mark.says, mark.rule),
        format!("{margin} |"),
        format!("{number} | {}", mark.line),
        format!("{margin} | {indent}{}", "^".repeat(marked)),
        format!("{margin} = {}", mark.repair),
        String::new(),
    ]
}
