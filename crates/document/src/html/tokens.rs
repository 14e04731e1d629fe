//! Tags and characters of a page, each stretch of characters with its place.
//!
//! The tokenizer goes by the standard, on broken pages too, and says what it decoded in pieces: a run of characters as
//! they stand, or what a reference such as `&eacute;` stands for. Where each piece begins and ends in the page is known
//! from where the one before it ended.

use std::borrow::Cow;

use html5gum::emitters::Emitter;
use html5gum::{Error, State};

use super::reader::Reader;
use crate::text::Writer;
use crate::{ReadError, Text};

/// A piece of text that comes from `length` bytes at `from`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) words: Cow<'a, str>,
    pub(super) from: usize,
    pub(super) length: usize,
}

/// A tag that opens an element.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, Writer)>,
}

impl Tag {
    /// What an attribute says.
    pub(super) fn says(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(each, _)| each == name)?;
        Some(&value.words)
    }
}

/// How many attributes of an element are looked at.
const MOST_ATTRIBUTES: usize = 200;

/// Attributes whose values matter; others may be as long as a picture.
const READ: [&str; 11] = [
    "alt",
    "aria-label",
    "charset",
    "content",
    "hidden",
    "lang",
    "name",
    "placeholder",
    "style",
    "title",
    "xml:lang",
];

/// Where in the page the next piece of a run of characters begins.
#[derive(Debug, Default)]
struct Run {
    next: usize,
    /// Bytes of a character that is not complete yet.
    rest: Vec<u8>,
}

impl Run {
    /// Takes up bytes that end at a place of the page; gives the whole characters.
    fn take<'b>(&mut self, page: &[u8], bytes: &'b [u8], end: usize) -> Option<Piece<'b>> {
        let stands_at = |from: usize| {
            page.get(from..from + bytes.len()) == Some(bytes) && !(bytes == b"&" && end > from + 1)
        };
        let as_it_stands = stands_at(self.next);
        let from = self.next;
        self.next = if as_it_stands {
            from + bytes.len()
        } else if page.get(from) == Some(&b'\r') && bytes == b"\n" {
            // Of two characters that end a line one is told.
            from + 1 + usize::from(page.get(from + 1) == Some(&b'\n'))
        } else {
            end.max(from)
        };
        if self.rest.is_empty()
            && let Ok(words) = std::str::from_utf8(bytes)
        {
            let (words, length) = (Cow::Borrowed(words), self.next - from);
            return Some(Piece { words, from, length });
        }
        let from = from.saturating_sub(self.rest.len());
        self.rest.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let rest = self.rest.split_off(whole);
        let words = String::from_utf8(std::mem::replace(&mut self.rest, rest)).ok()?;
        let length = if as_it_stands { whole } else { self.next - from };
        (!words.is_empty()).then_some(Piece { words: Cow::Owned(words), from, length })
    }
}

/// What the tokenizer tells, for the reader of the page.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    page: &'a [u8],
    reader: Reader,
    answer: Option<Result<Vec<Text>, ReadError>>,
    position: usize,
    text: Run,
    value: Run,
    tag: Tag,
    is_end: bool,
    /// Whether the tag has more attributes than are looked at.
    has_more: bool,
    last_opened: String,
    comment: Vec<u8>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(page: &'a str, reader: Reader) -> Self {
        Self {
            page: page.as_bytes(),
            reader,
            answer: None,
            position: 0,
            text: Run::default(),
            value: Run::default(),
            tag: Tag::default(),
            is_end: false,
            has_more: false,
            last_opened: String::new(),
            comment: Vec::new(),
        }
    }

    fn tell(&mut self, told: Result<(), ReadError>) {
        if let (Err(error), None) = (told, &self.answer) {
            self.answer = Some(Err(error));
        }
    }
}

impl Emitter for Tokens<'_> {
    type Token = Result<Vec<Text>, ReadError>;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_opened = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
    }

    fn emit_eof(&mut self) {
        if self.answer.is_none() {
            self.answer = Some(self.reader.finish());
        }
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Self::Token> {
        self.answer.take()
    }

    fn emit_string(&mut self, bytes: &[u8]) {
        if let Some(piece) = self.text.take(self.page, bytes, self.position) {
            let told = self.reader.text(&piece);
            self.tell(told);
        }
    }

    fn init_start_tag(&mut self) {
        self.tag = Tag::default();
        self.is_end = false;
    }

    fn init_end_tag(&mut self) {
        self.tag = Tag::default();
        self.is_end = true;
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let tag = std::mem::take(&mut self.tag);
        self.text.next = self.position;
        if self.is_end {
            self.last_opened.clear();
            let told = self.reader.close(&tag.name);
            self.tell(told);
            return None;
        }
        self.last_opened.clone_from(&tag.name);
        let told = self.reader.open(&tag);
        self.tell(told);
        html5gum::emitters::naive_next_state(tag.name.as_bytes())
    }

    fn emit_current_comment(&mut self) {
        self.text.next = self.position;
        let comment = std::mem::take(&mut self.comment);
        let told = self.reader.comment(&String::from_utf8_lossy(&comment));
        self.tell(told);
    }

    fn emit_current_doctype(&mut self) {
        self.text.next = self.position;
    }

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, bytes: &[u8]) {
        self.tag.name.push_str(&String::from_utf8_lossy(bytes));
    }

    fn push_comment(&mut self, bytes: &[u8]) {
        self.comment.extend_from_slice(bytes);
    }

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.has_more = self.tag.attributes.len() >= MOST_ATTRIBUTES;
        if !self.has_more {
            self.tag.attributes.push((String::new(), Writer::default()));
        }
    }

    fn init_attribute_value(&mut self) {
        self.value = Run { next: self.position, ..Run::default() };
    }

    fn push_attribute_name(&mut self, bytes: &[u8]) {
        if self.has_more {
            return;
        }
        if let Some((name, _)) = self.tag.attributes.last_mut() {
            name.push_str(&String::from_utf8_lossy(bytes));
        }
    }

    fn push_attribute_value(&mut self, bytes: &[u8]) {
        let Some((name, value)) = self.tag.attributes.last_mut() else { return };
        if self.has_more || !READ.contains(&name.as_str()) {
            return;
        }
        if let Some(piece) = self.value.take(self.page, bytes, self.position) {
            let told = value.push(&piece.words, piece.from, piece.length);
            self.tell(told);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_opened.is_empty() && self.last_opened == self.tag.name
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}
