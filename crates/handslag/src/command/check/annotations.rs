//! Marks as workflow commands of GitHub, which shows them in a pull request.

use document::Place;

use super::Report;
use super::marks::Mark;

/// A line for each mark, and for each file that could not be read.
pub(super) fn of(report: &Report) -> Vec<String> {
    let marks = report.looked.iter().flat_map(|looked| {
        looked.marks.iter().map(|mark| annotation(&looked.file, mark)).collect::<Vec<_>>()
    });
    let failed = report.failed.iter();
    let failed = failed.map(|(file, why)| format!("::error file={}::{}", value(file), text(why)));
    marks.chain(failed).collect()
}

fn annotation(file: &str, mark: &Mark) -> String {
    let level = match mark.severity {
        "note" => "notice",
        other => other,
    };
    let place = match mark.place {
        Place::Lines { start, end } if start.line == end.line => {
            format!(",line={},col={},endColumn={}", start.line, start.column, end.column)
        }
        Place::Lines { start, end } => format!(",line={},endLine={}", start.line, end.line),
        Place::Paragraph(_) | Place::Footnote(_) => String::new(),
    };
    let says = match mark.place {
        Place::Lines { .. } => format!("{} {}", mark.says, mark.repair),
        Place::Paragraph(number) => format!("Paragraph {number}: {} {}", mark.says, mark.repair),
        Place::Footnote(number) => format!("Footnote {number}: {} {}", mark.says, mark.repair),
    };
    format!("::{level} file={}{place},title={}::{}", value(file), value(&mark.rule), text(&says))
}

/// As the text of a command.
fn text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As a value before the text.
fn value(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_value_is_written_otherwise() {
        assert_eq!(value("a,b:c\n100%"), "a%2Cb%3Ac%0A100%25");
        assert_eq!(text("a,b:c\r\n"), "a,b:c%0D%0A");
    }
}
