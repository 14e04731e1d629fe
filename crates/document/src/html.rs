//! The words a reader of a page sees, as text.
//!
//! What a browser does not show is left out: scripts, styles, templates, what is hidden. A block ends a sentence, an
//! element within a line does not. A quotation stands behind `>`, a heading behind `#`, an item behind `-`, as in mails
//! and Markdown, so that whoever reads texts reads pages. What is in another language is a text of its own.

mod elements;
mod reader;
mod tokens;

use crate::source::Source;
use crate::{Document, Kind, ReadError, Text, charset};

/// How deep elements that change what is read may be nested: quotations, languages, what is hidden.
pub const MOST_DEEP: usize = 10_000;

pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let said = said_charset(bytes);
    let (page, remark) = charset::decoded(bytes, said.as_deref())?;
    let texts = texts(&page)?;
    let source = Source::of(page.into_bytes());
    let remarks = remark.into_iter().collect();
    Ok(Document { kind: Kind::Html, texts, mail: None, remarks, source })
}

/// The texts of a page.
pub(crate) fn texts(page: &str) -> Result<Vec<Text>, ReadError> {
    let emitter = tokens::Tokens::of(page, reader::Reader::default());
    let mut tokenizer = html5gum::Tokenizer::new_with_emitter(page, emitter);
    match tokenizer.next() {
        Some(Ok(Ok(texts))) => Ok(texts),
        Some(Ok(Err(error))) => Err(error),
        Some(Err(never)) => match never {},
        None => Ok(Vec::new()),
    }
}

/// The character set that a page names in its first kilobyte.
fn said_charset(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..bytes.len().min(1024))?.to_ascii_lowercase();
    let at = start.windows(8).position(|eight| eight == b"charset=")? + 8;
    let rest = start.get(at..)?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
    let label = &rest[..end.unwrap_or(rest.len())];
    (!label.is_empty()).then(|| String::from_utf8_lossy(label).into_owned())
}
