//! Paragraphs of a part: the words of their runs, without what was deleted, hidden or is there for other programs.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::NOTES;
use crate::ReadError;
use crate::text::Writer;

/// How deep elements may be nested.
pub(super) const MOST_DEEP: usize = 500;

const WANTED: &str = "a .docx as Word saves it";

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// The running text.
    Text,
    /// Footnotes or endnotes.
    Notes,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    number: usize,
    words: String,
    mark: Option<&'static str>,
    is_item: bool,
    /// Whether its run is hidden.
    hidden: bool,
}

/// Goes along a part.
struct Pass<'a> {
    name: &'a str,
    kind: Where,
    writer: &'a mut Writer,
    paragraphs: Vec<Paragraph>,
    count: usize,
    depth: usize,
    /// The depth at which something that is not read began.
    skipped: Option<usize>,
    in_text: bool,
}

/// Reads the paragraphs of a part.
pub(super) fn read(
    xml: &str,
    name: &str,
    kind: Where,
    writer: &mut Writer,
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    let mut pass = Pass {
        name,
        kind,
        writer,
        paragraphs: Vec::new(),
        count: 0,
        depth: 0,
        skipped: None,
        in_text: false,
    };
    loop {
        let event = reader.read_event().map_err(|error| ReadError::broken(name, &error, WANTED))?;
        match event {
            Event::Start(tag) => pass.open(&tag)?,
            Event::Empty(tag) => {
                pass.open(&tag)?;
                pass.close(local(tag.name().as_ref()))?;
            }
            Event::End(tag) => pass.close(local(tag.name().as_ref()))?,
            Event::Text(text) => pass.say(&text),
            Event::CData(text) => pass.say(&text),
            Event::GeneralRef(reference) => pass.refer(&reference)?,
            Event::DocType(_) => {
                let why = "it declares a document type, which may hide anything";
                return Err(ReadError::broken(name, &why, WANTED));
            }
            Event::Eof if pass.depth > 0 => {
                return Err(ReadError::broken(name, &"it ends in the middle", WANTED));
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// An attribute by its name without prefix.
fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut all = tag.attributes();
    let found = all.with_checks(false).flatten().find(|each| local(each.key.as_ref()) == wanted)?;
    Some(found.value.to_string())
}

/// Whether a switch such as `<w:vanish/>` is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "val").is_none_or(|value| !["0", "false", "off"].contains(&value.as_str()))
}

impl Pass<'_> {
    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), ReadError> {
        self.depth += 1;
        if self.depth > MOST_DEEP {
            let most = format!("{MOST_DEEP} elements within each other");
            return Err(ReadError::many("the document", most));
        }
        if self.skipped.is_some() {
            return Ok(());
        }
        let name = tag.name();
        let name = local(name.as_ref());
        // What was deleted or moved away, and what stands a second time for older programs.
        let is_gone = ["del", "moveFrom", "Fallback", "instrText", "delText"].contains(&name);
        let kind = attribute(tag, "type");
        let is_rule =
            ["footnote", "endnote"].contains(&name) && kind.is_some_and(|kind| kind != "normal");
        if is_gone || is_rule {
            self.skipped = Some(self.depth);
            return Ok(());
        }
        if name == "p" {
            self.count += 1;
            let number = match self.kind {
                Where::Text => self.count,
                Where::Notes => NOTES + self.count,
            };
            self.paragraphs.push(Paragraph { number, ..Paragraph::default() });
            return Ok(());
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
        match name {
            "t" => self.in_text = !paragraph.hidden,
            "r" => paragraph.hidden = false,
            "vanish" => paragraph.hidden = is_on(tag),
            "pStyle" => {
                paragraph.mark = attribute(tag, "val").as_deref().and_then(mark).or(paragraph.mark);
            }
            "outlineLvl" => paragraph.mark = Some("# "),
            "numPr" => paragraph.is_item = true,
            "tab" | "ptab" if !paragraph.words.is_empty() => paragraph.words.push(' '),
            "br" | "cr" => paragraph.words.push('\n'),
            "noBreakHyphen" => paragraph.words.push('-'),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        if self.skipped.is_some_and(|depth| depth >= self.depth) {
            self.skipped = None;
            self.depth = self.depth.saturating_sub(1);
            return Ok(());
        }
        self.depth = self.depth.saturating_sub(1);
        if self.skipped.is_some() {
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.write(&paragraph)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, words: &str) {
        if !self.in_text || self.skipped.is_some() {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.words.extend(words.chars().filter(|c| *c != '\u{ad}'));
        }
    }

    /// One of the five names of XML, or a number; there are no others without a document type.
    fn refer(&mut self, reference: &BytesRef<'_>) -> Result<(), ReadError> {
        let number = reference.resolve_char_ref();
        let number = number.map_err(|error| ReadError::broken(self.name, &error, WANTED))?;
        let meant = match (number, &**reference) {
            (Some(meant), _) => meant,
            (None, "amp") => '&',
            (None, "lt") => '<',
            (None, "gt") => '>',
            (None, "quot") => '"',
            (None, "apos") => '\'',
            (None, other) => {
                let other: String = other.chars().take(40).collect();
                let why = format!("it uses &{other}; and does not say what that is");
                return Err(ReadError::broken(self.name, &why, WANTED));
            }
        };
        self.say(meant.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn write(&mut self, paragraph: &Paragraph) -> Result<(), ReadError> {
        let words = paragraph.words.trim();
        if words.is_empty() {
            return Ok(());
        }
        if !self.writer.words.is_empty() {
            self.writer.push("\n\n", paragraph.number, 0)?;
        }
        let mark = paragraph.mark.or(paragraph.is_item.then_some("- "));
        if let Some(mark) = mark {
            self.writer.push(mark, paragraph.number, 0)?;
        }
        if mark == Some("> ") {
            return self.writer.push(&words.replace('\n', "\n> "), paragraph.number, 0);
        }
        self.writer.push(words, paragraph.number, 0)
    }
}

/// What a style makes of a paragraph; Word names its own in the language of whoever wrote.
fn mark(style: &str) -> Option<&'static str> {
    let style = style.to_ascii_lowercase();
    let begins = |names: &[&str]| names.iter().any(|name| style.starts_with(name));
    if begins(&["heading", "kop", "rubrik", "title", "titel", "subtitle", "ondertitel"]) {
        Some("# ")
    } else if begins(&[
        "quote",
        "intensequote",
        "citaat",
        "duidelijkcitaat",
        "citat",
        "starktcitat",
    ]) {
        Some("> ")
    } else if begins(&["listbullet", "listnumber", "lijstopsom", "lijstnummer", "punktlista"]) {
        Some("- ")
    } else {
        None
    }
}

/// The part with the running text, as the relations of the archive name it.
pub(super) fn main_part(xml: &str) -> Result<Option<String>, ReadError> {
    let mut reader = Reader::from_str(xml);
    loop {
        let event = reader.read_event();
        match event.map_err(|error| ReadError::broken("_rels/.rels", &error, WANTED))? {
            Event::Start(tag) | Event::Empty(tag) => {
                let kind = attribute(&tag, "Type").unwrap_or_default();
                if kind.ends_with("/officeDocument") {
                    return Ok(attribute(&tag, "Target"));
                }
            }
            Event::Eof => return Ok(None),
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}
