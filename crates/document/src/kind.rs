//! What kind of file it is: its content says first, its name second.

use crate::ReadError;

/// A kind of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown, read as text.
    Markdown,
    /// A page.
    Html,
    /// A mail as mail programs save it.
    Mail,
    /// A document of Word since 2007.
    Docx,
}

/// The endings of names, and what they promise.
const ENDINGS: [(&str, Kind); 9] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Markdown),
    ("markdown", Kind::Markdown),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("eml", Kind::Mail),
    ("docx", Kind::Docx),
];

/// What is read, in words.
pub const READ: &str = "text, Markdown, HTML, .eml or .docx";

/// How files that are not read begin, and what they are.
const REFUSED: [(&[u8], &str, &str); 10] = [
    (b"%PDF-", "a PDF, which holds no running text", "the document it was made from"),
    (b"\xd0\xcf\x11\xe0", "an old Word document or an Outlook message", ".docx or .eml"),
    (b"{\\rtf", "RTF", "it saved as .docx"),
    (b"\x89PNG", "a picture", READ),
    (b"\xff\xd8\xff", "a picture", READ),
    (b"GIF8", "a picture", READ),
    (b"\x1f\x8b", "packed with gzip", "it unpacked"),
    (b"7z\xbc\xaf", "packed with 7-Zip", "it unpacked"),
    (b"Rar!", "packed with RAR", "it unpacked"),
    (b"\x7fELF", "a program", READ),
];

/// What a name promises by its ending; nothing when it is none of ours.
pub fn promised(name: &str) -> Option<Kind> {
    let ending = ending(name)?.to_ascii_lowercase();
    ENDINGS.into_iter().find(|(each, _)| *each == ending).map(|(_, kind)| kind)
}

fn ending(name: &str) -> Option<&str> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, ending) = file.rsplit_once('.')?;
    (!stem.is_empty()).then_some(ending)
}

/// The kind of a file.
///
/// # Errors
/// When it is of none that is read.
pub(crate) fn of(bytes: &[u8], name: &str) -> Result<Kind, ReadError> {
    let refused = |met: String, wanted| Err(ReadError::Kind { met, wanted });
    let found = REFUSED.iter().find(|(begin, _, _)| {
        // Junk before the mark of a PDF is common; programs look for it in the first kilobyte.
        bytes.starts_with(begin) || (*begin == b"%PDF-" && is_pdf(bytes, name))
    });
    if let Some((_, met, wanted)) = found {
        return refused((*met).to_owned(), wanted);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Docx);
    }
    let start = &bytes[..bytes.len().min(64 << 10)];
    let is_wide = start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff");
    if !is_wide && start.contains(&0) {
        return refused("no text: it holds zero bytes".to_owned(), READ);
    }
    let promised = promised(name);
    if is_html(start) {
        return Ok(Kind::Html);
    }
    if is_mail(start) {
        return Ok(Kind::Mail);
    }
    match (promised, ending(name)) {
        (Some(Kind::Docx), _) => refused("named .docx and is none".to_owned(), READ),
        (Some(kind), _) => Ok(kind),
        (None, None) => Ok(Kind::Text),
        (None, Some(ending)) => {
            let ending: String = ending.chars().take(20).collect();
            refused(format!("a file whose name ends in .{ending}"), READ)
        }
    }
}

fn is_pdf(bytes: &[u8], name: &str) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let is_marked = start.windows(5).any(|five| five == b"%PDF-");
    is_marked && ending(name).is_none_or(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// Whether it begins as a whole page does, behind white space and comments; a fragment may be Markdown.
fn is_html(start: &[u8]) -> bool {
    let mut rest = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = comment.windows(3).position(|three| three == b"-->") else { return false };
        rest = comment[end + 3..].trim_ascii_start();
    }
    let begins = |mark: &[u8]| {
        rest.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
            && !rest.get(mark.len()).is_some_and(u8::is_ascii_alphanumeric)
    };
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].into_iter().any(begins)
}

/// Whether it begins with lines of a mail that nobody types: who sent it, and what only programs add.
fn is_mail(start: &[u8]) -> bool {
    let mut has_from = false;
    let mut has_machine = false;
    for line in start.split(|byte| *byte == b'\n').take(400) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line[0] == b' ' || line[0] == b'\t' || line.starts_with(b"From ") {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
        let name = &line[..colon];
        if !name.iter().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        has_from |= name.eq_ignore_ascii_case(b"from");
        has_machine |= [&b"message-id"[..], b"mime-version", b"received", b"return-path"]
            .into_iter()
            .any(|each| name.eq_ignore_ascii_case(each));
    }
    has_from && has_machine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, name: &str, want: Kind) {
        assert_eq!(of(content.as_bytes(), name), Ok(want), "{name}");
    }

    #[test]
    fn content_goes_before_the_name() {
        check("\u{feff}\n<!-- a --> <!DOCTYPE html><p>x", "page.txt", Kind::Html);
        check("<html lang=nl>", "saved", Kind::Html);
        check("<p align=center>Logo</p>\n\n# Title", "README.md", Kind::Markdown);
        check("<p>x", "part.HTM", Kind::Html);
        check("From: a@b.nl\r\nMessage-ID: <1@b.nl>\r\n\r\nHi", "mail", Kind::Mail);
        check("From: Anna\nSubject: hello\n\nHi", "notes.txt", Kind::Text);
        check("PK\u{3}\u{4}", "x.zip", Kind::Docx);
        check("words", "folder.d/LETTER", Kind::Text);
        check("", "a.eml", Kind::Mail);
    }

    #[test]
    fn what_is_not_read_is_named() {
        for (content, name, met) in [
            ("%PDF-1.7", "a.docx", "this is a PDF"),
            ("junk\n%PDF-1.4", "a.pdf", "this is a PDF"),
            ("{\\rtf1", "a.rtf", "this is RTF"),
            ("x\0y", "a.txt", "zero bytes"),
            ("words", "a.docx", "named .docx and is none"),
            ("words", "a.rs", "ends in .rs"),
        ] {
            let error = of(content.as_bytes(), name).unwrap_err().to_string();
            assert!(error.contains(met) && error.contains("wanted "), "{error}");
        }
    }
}
