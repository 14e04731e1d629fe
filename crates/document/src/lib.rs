//! Files as people send them in, their words out, with the place of every word in the file.
//!
//! Plain text, Markdown, HTML, mails and documents of Word. What a file is, its content says first and its name second.
//! Never opens a file: whoever calls brings the bytes. What is bigger or deeper than any honest file is refused in a
//! sentence, and every limit is counted while reading, so that no file takes more memory or time than its size allows.
//!
//! [`kind`] tells files apart · [`text`] holds words with the places they come from · [`source`] counts lines and columns ·
//! [`charset`] makes bytes into characters · [`html`], [`mail`] and [`docx`] read.

pub mod charset;
pub mod docx;
pub mod error;
pub mod html;
pub mod kind;
pub mod mail;
pub mod source;
pub mod text;

use std::ops::Range;

pub use error::ReadError;
pub use kind::Kind;
pub use mail::Mail;
pub use source::{Place, Source};
pub use text::{Role, Text};

/// The biggest file that is read, in bytes.
pub const MOST_BYTES: usize = 64 << 20;

/// The most readable text of one file, in bytes of UTF-8: a thick book is one megabyte.
pub const MOST_WORDS: usize = 8 << 20;

/// What a file says.
#[derive(Debug)]
pub struct Document {
    /// What kind of file it is.
    pub kind: Kind,
    /// Its texts, in the order in which they begin.
    pub texts: Vec<Text>,
    /// Who wrote it to whom and when, of a mail.
    pub mail: Option<Mail>,
    /// What whoever reads the answer should know: the character set was guessed, something is broken.
    pub remarks: Vec<String>,
    source: Source,
}

impl Document {
    /// Where in the file a stretch of one of its texts stands.
    pub fn place(&self, text: &Text, span: Range<usize>) -> Place {
        let (first, last) = text.origins.places(&span);
        match self.kind {
            Kind::Docx => docx::place(first),
            Kind::Text | Kind::Markdown | Kind::Html | Kind::Mail => {
                Place::Lines { start: self.source.at(first), end: self.source.at(last) }
            }
        }
    }
}

/// Reads a file of that name.
///
/// # Errors
/// Says in a sentence why it is not read: of a kind that is not, too big, too deep, broken.
pub fn read(bytes: Vec<u8>, name: &str) -> Result<Document, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::big("the file", MOST_BYTES));
    }
    match kind::of(&bytes, name)? {
        kind @ (Kind::Text | Kind::Markdown) => plain(&bytes, kind),
        Kind::Html => html::read(&bytes),
        Kind::Mail => mail::read(bytes),
        Kind::Docx => docx::read(&bytes),
    }
}

fn plain(bytes: &[u8], kind: Kind) -> Result<Document, ReadError> {
    let (words, remark) = charset::decoded(bytes, None)?;
    if words.len() > MOST_WORDS {
        return Err(ReadError::big("its text", MOST_WORDS));
    }
    let source = Source::of(words.clone().into_bytes());
    let texts = vec![Text::verbatim(Role::Body, words)];
    Ok(Document { kind, texts, mail: None, remarks: remark.into_iter().collect(), source })
}
