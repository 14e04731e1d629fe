//! Files of every kind are read: the right words, each with its place, and nothing that is too much.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

#[path = "reading/docx.rs"]
mod docx;
#[path = "reading/html.rs"]
mod html;
#[path = "reading/limits.rs"]
mod limits;
#[path = "reading/mail.rs"]
mod mail;

use document::{Document, Place, Role, Text};

/// A file that is read.
#[track_caller]
fn read(content: impl AsRef<[u8]>, name: &str) -> Document {
    document::read(content.as_ref().to_vec(), name).unwrap()
}

/// Why a file is not read.
#[track_caller]
fn refused(content: impl AsRef<[u8]>, name: &str) -> String {
    document::read(content.as_ref().to_vec(), name).unwrap_err().to_string()
}

/// The running text; the first of several.
#[track_caller]
fn body(document: &Document) -> &Text {
    document.texts.iter().find(|text| text.role == Role::Body).unwrap()
}

/// The line and column at which words begin, and the ones at which they end.
#[track_caller]
fn found(document: &Document, text: &Text, words: &str) -> [usize; 4] {
    let at = text.words.find(words).unwrap_or_else(|| panic!("{words:?} in {:?}", text.words));
    match document.place(text, at..at + words.len()) {
        Place::Lines { start, end } => [start.line, start.column, end.line, end.column],
        place @ (Place::Paragraph(_) | Place::Footnote(_)) => panic!("{place:?}"),
    }
}

#[test]
fn plain_text_is_itself() {
    let document = read("een\r\nzo snel mogelijk\r\n", "a.txt");
    assert_eq!(body(&document).words, "een\r\nzo snel mogelijk\r\n");
    assert_eq!(found(&document, body(&document), "snel"), [2, 4, 2, 8]);
}

#[test]
fn old_character_sets_are_read_and_it_is_said() {
    let document = read(b"en\nvi \xe5terkommer snarast \x96 h\xf6r av er\n", "a.txt");
    assert_eq!(body(&document).words, "en\nvi återkommer snarast – hör av er\n");
    assert_eq!(document.remarks, ["it is not UTF-8 (line 2); read as windows-1252"]);
    assert_eq!(found(&document, body(&document), "snarast"), [2, 15, 2, 22]);
    let wide: Vec<u8> = "\u{feff}så snart".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let document = read(wide, "a.txt");
    assert_eq!((body(&document).words.as_str(), document.remarks.len()), ("så snart", 0));
}
