//! What a file claims to be by the end of its name, and what it is by its first bytes.
//!
//! Nothing is run and nothing is kept under a name that was sent; the two are held against each other so that whoever
//! chose the wrong file is told so, and not that a line of it is no text.

use std::fmt;

use crate::ImportError;

/// The first bytes of what gzip packs (RFC 1952, 2.3.1).
const GZIP: &[u8] = &[0x1F, 0x8B];
/// Of what else people take for a table.
const OTHERS: &[(&[u8], Content)] = &[
    (b"PK\x03\x04", Content::Zip),
    // An empty one, and one in parts (APPNOTE.TXT, 4.3).
    (b"PK\x05\x06", Content::Zip),
    (b"PK\x07\x08", Content::Zip),
    (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Content::OldWorkbook),
    (b"%PDF-", Content::Pdf),
];
/// The endings of a file that is read as it is, and of one that is packed.
const PLAIN: [&str; 3] = ["csv", "tsv", "txt"];
const PACKED: [&str; 2] = ["gz", "gzip"];

/// What is in a file, as far as its first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Text, which may be a table.
    Text,
    /// Packed with gzip.
    Gzip,
    /// A ZIP archive, as the workbooks of today's spreadsheets are.
    Zip,
    /// A workbook of before 2007.
    OldWorkbook,
    /// A PDF.
    Pdf,
    /// JSON.
    Json,
    /// HTML or XML; some trackers call that an export for spreadsheets.
    Markup,
}

impl Content {
    /// What the bytes begin as.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(GZIP) {
            return Self::Gzip;
        }
        let known = OTHERS.iter().find(|(begin, _)| bytes.starts_with(begin));
        known.map_or_else(|| Self::of_text(bytes), |(_, content)| *content)
    }

    fn of_text(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
        let second = text.get(1..).unwrap_or_default().trim_ascii_start().first();
        match (text.first(), second) {
            (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b'[' | b'"' | b']')) => {
                Self::Json
            }
            // A name of a column in angle brackets is thinkable; one after which a tag goes on is not.
            (Some(b'<'), Some(b'!' | b'?')) => Self::Markup,
            (Some(b'<'), _) if is_tag(text) => Self::Markup,
            _ => Self::Text,
        }
    }
}

/// Whether a text begins with a tag that a page or a sheet in XML begins with.
fn is_tag(text: &[u8]) -> bool {
    let name = text.get(1..).unwrap_or_default();
    ["html", "table", "body", "head", "rss", "workbook"].iter().any(|tag| {
        let begin = name.get(..tag.len());
        let ends = name.get(tag.len()).is_some_and(|next| !next.is_ascii_alphanumeric());
        ends && begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Gzip => "packed with gzip",
            Self::Zip => "a ZIP archive, as workbooks are",
            Self::OldWorkbook => "a workbook of a spreadsheet",
            Self::Pdf => "a PDF",
            Self::Json => "JSON",
            Self::Markup => "HTML or XML",
        })
    }
}

/// Holds the end of a file's name against what is in the file.
///
/// # Errors
/// [`ImportError::Ending`] when the name ends in nothing that is read here; [`ImportError::NotAsNamed`] when the bytes
/// are something else than the name says.
pub fn check_name(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_packed = match ending.as_deref() {
        Some(ending) if PLAIN.contains(&ending) => false,
        Some(ending) if PACKED.contains(&ending) => true,
        Some(_) | None => return Err(ImportError::Ending { name: name.to_owned() }),
    };
    let content = Content::of(bytes);
    match (is_packed, content) {
        (false, Content::Text) | (true, Content::Gzip) => Ok(()),
        _ => Err(ImportError::NotAsNamed { name: name.to_owned(), content }),
    }
}

/// Refuses what begins as something that is no table.
pub(crate) fn check_content(bytes: &[u8]) -> Result<(), ImportError> {
    let content = Content::of(bytes);
    if content == Content::Text { Ok(()) } else { Err(ImportError::Content { content }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_stands_in_its_first_bytes() {
        for (bytes, content) in [
            (&b"key,opened\n1,2026-01-05\n"[..], Content::Text),
            (b"", Content::Text),
            (b"\xEF\xBB\xBFkey;opened\n", Content::Text),
            (b"[Key],[Opened]\n", Content::Text),
            (b"{key},opened\n", Content::Text),
            (b"<key>,opened\n", Content::Text),
            (b"\x1F\x8B\x08\x00", Content::Gzip),
            (b"PK\x03\x04\x14\x00", Content::Zip),
            (b"PK\x05\x06", Content::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::OldWorkbook),
            (b"%PDF-1.7", Content::Pdf),
            (b"{\"issues\": []}", Content::Json),
            (b"\xEF\xBB\xBF [\n  {\"key\": 1}]", Content::Json),
            (b"<!DOCTYPE html>", Content::Markup),
            (b"\n<?xml version=\"1.0\"?>", Content::Markup),
            (b"<TABLE border=1>", Content::Markup),
        ] {
            assert_eq!(Content::of(bytes), content, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_name_and_what_is_in_the_file_agree() {
        let (text, packed) = (&b"key,opened\n"[..], &b"\x1F\x8B\x08\x00"[..]);
        for (name, bytes) in [
            ("a.csv", text),
            ("A.CSV", text),
            ("tasks of 2026.tsv", text),
            ("a.b.txt", text),
            ("a.csv.gz", packed),
            ("a.gzip", packed),
        ] {
            check_name(name, bytes).expect(name);
        }
        for (name, bytes, wrong) in [
            ("a.csv", packed, "the file \"a.csv\" is packed with gzip; wanted what its name says"),
            ("a.csv.gz", text, "the file \"a.csv.gz\" is text; wanted what its name says"),
            (
                "a.csv",
                b"PK\x03\x04",
                "the file \"a.csv\" is a ZIP archive, as workbooks are; wanted what its name says",
            ),
            ("a.txt", b"{\"a\": 1}", "the file \"a.txt\" is JSON; wanted what its name says"),
            (
                "a.xlsx",
                text,
                "the file's name is \"a.xlsx\"; wanted one that ends in .csv, .tsv, .txt or .gz",
            ),
            (
                "csv",
                text,
                "the file's name is \"csv\"; wanted one that ends in .csv, .tsv, .txt or .gz",
            ),
        ] {
            assert_eq!(check_name(name, bytes).expect_err(name).to_string(), wrong);
        }
    }
}
