//! Lines of a text, whatever ends them, and what can be seen of one line.

use crate::Span;

/// A line with the characters that end it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// With its end.
    pub(super) span: Span,
    /// Without its end.
    pub(super) content: &'a str,
    /// Without white space at both sides.
    pub(super) trimmed: &'a str,
}

/// The lines of a text: `\n`, `\r\n` and `\r` end one.
pub(super) fn of(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for fed in text.split_inclusive('\n') {
        let end = start + fed.len();
        let feeds = fed.ends_with('\n');
        while let Some(back) = text[start..end].find('\r') {
            let stop = start + back;
            let next = if feeds && stop + 2 == end { end } else { stop + 1 };
            lines.push(line(text, start, stop, next));
            start = next;
        }
        if start < end {
            lines.push(line(text, start, end - usize::from(feeds), end));
            start = end;
        }
    }
    lines
}

fn line(text: &str, start: usize, end: usize, next: usize) -> Line<'_> {
    let content = text.get(start..end).unwrap_or_default();
    let trimmed = content.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    Line { span: Span::new(start, next), content, trimmed }
}

/// The lines up to the next blank one.
pub(super) fn paragraph<'a, 'b>(lines: &'b [Line<'a>]) -> &'b [Line<'a>] {
    let end = lines.iter().position(|line| line.blank() || line.quoted()).unwrap_or(lines.len());
    crate::steps::add(end);
    &lines[..end.max(1).min(lines.len())]
}

impl Line<'_> {
    pub(super) fn blank(&self) -> bool {
        self.trimmed.is_empty()
    }

    /// "> as an earlier mail".
    pub(super) fn quoted(&self) -> bool {
        self.trimmed.starts_with('>') || self.trimmed.starts_with("|>")
    }

    pub(super) fn fence(&self) -> bool {
        self.trimmed.starts_with("```") || self.trimmed.starts_with("~~~")
    }

    /// "-- " alone on its line.
    pub(super) fn signature_mark(&self) -> bool {
        self.content.trim_end() == "--" || (self.trimmed.len() >= 5 && only(self.trimmed, '_'))
    }

    /// Indented by four, and written in the marks of programs.
    pub(super) fn code(&self) -> bool {
        let indented = self.content.starts_with("    ") || self.content.starts_with('\t');
        let marks =
            || self.trimmed.bytes().filter(|byte| b"{}[]();=<>|\\$_".contains(byte)).count();
        indented && marks() >= 2 && !self.trimmed.starts_with(['-', '*', '•'])
    }

    /// "# Title", or a line underlined by the next.
    pub(super) fn heading(&self, next: Option<&Self>) -> bool {
        let marked = self.trimmed.trim_start_matches('#');
        let marks = self.trimmed.len() - marked.len();
        let shout = self.trimmed.chars().any(char::is_alphabetic)
            && self.trimmed.contains(' ')
            && self.trimmed.len() < 60
            && !self.trimmed.ends_with(['.', '!', '?', ','])
            && !self.trimmed.chars().any(char::is_lowercase);
        ((1..=6).contains(&marks) && marked.starts_with(' ')) || shout || self.underlined(next)
    }

    pub(super) fn underlined(&self, next: Option<&Self>) -> bool {
        next.is_some_and(|next| {
            next.trimmed.len() >= 3
                && (only(next.trimmed, '=') || (only(next.trimmed, '-') && self.trimmed.len() < 60))
                && !self.trimmed.ends_with(['.', '!', '?', ','])
        })
    }
}

fn only(text: &str, mark: char) -> bool {
    text.chars().all(|c| c == mark)
}
