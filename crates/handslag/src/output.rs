//! What the commands print: sentences for people, one JSON value for programs, one paragraph when something fails.
//!
//! The only module that writes to the terminal.

#![expect(clippy::print_stderr, reason = "this is where printing lives")]

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use serde_json::Value;

/// In which form answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    /// Sentences.
    Text,
    /// One JSON value.
    Json,
}

impl Output {
    /// Prints an answer: its lines for people, or the value for programs.
    pub(crate) fn answer(self, lines: &[String], value: &Value) {
        match self {
            Self::Text => lines.iter().for_each(|text| line(text)),
            Self::Json => line(&format!("{value:#}")),
        }
    }
}

/// Prints a text as it is: a receipt, a completion script.
pub(crate) fn plain(text: &str) {
    put(text);
}

/// Prints a line at once, for whoever waits for it.
pub(crate) fn line(text: &str) {
    put(&format!("{text}\n"));
}

/// Writes personal data into a file that nobody else may read.
pub(crate) fn private_file(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes to the standard output; whoever stopped reading, as `head` does, has all that they wanted.
fn put(text: &str) {
    let mut out = std::io::stdout().lock();
    let done = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match done {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        Err(error) => eprintln!("handslag: the answer cannot be written: {error}"),
    }
}

/// Says in one paragraph why something was not done.
pub(crate) fn failed(error: &anyhow::Error) {
    let told: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!("handslag: {}", told.join(": "));
}

/// A table whose columns stand under each other; nothing when there are no rows.
pub(crate) fn table(header: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        widest.max(header.get(column).map_or(0, |name| name.chars().count()))
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded = cells.zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let head = line(&mut header.iter().copied());
    let body = rows.iter().map(|row| line(&mut row.iter().map(String::as_str)));
    std::iter::once(head).chain(body).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows =
            [vec!["1".to_owned(), "löfte".to_owned()], vec!["12".to_owned(), "x".to_owned()]];
        assert_eq!(table(&["no", "what"], &rows), ["no  what", "1   löfte", "12  x"]);
        assert!(table(&["no"], &[]).is_empty());
    }
}
