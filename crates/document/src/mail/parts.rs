//! The parts of a mail, found in one walk over its lines.

use std::ops::Range;

use mail_parser::{HeaderName, Message, MimeHeaders};

use super::{parsed, text_of};
use crate::ReadError;

/// The most parts of a mail.
pub(super) const MOST_PARTS: usize = 10_000;

/// How deep parts may be nested.
pub(super) const MOST_DEEP: usize = 50;

/// The longest header of a mail or of one of its parts, in bytes.
pub(super) const MOST_HEADER: usize = 1 << 20;

/// How a part is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    AsItIs,
    QuotedPrintable,
    Base64,
}

/// A part that holds no parts.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Where its content stands.
    pub(super) body: Range<usize>,
    /// What it is: `text/plain`.
    pub(super) kind: String,
    pub(super) is_html: bool,
    /// Whether a reader is shown it as part of the mail.
    pub(super) is_own: bool,
    pub(super) writing: Writing,
    pub(super) charset: Option<String>,
    pub(super) lang: Option<String>,
    name: Option<String>,
    /// The innermost choice of alternatives it belongs to.
    choice: Option<usize>,
}

impl Part {
    /// What it is called among what is attached.
    pub(super) fn label(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.kind.clone())
    }
}

/// What a walk over a mail found.
#[derive(Debug)]
pub(super) struct Found {
    /// Where the header of the mail ends.
    pub(super) header_end: usize,
    pub(super) parts: Vec<Part>,
    pub(super) remarks: Vec<String>,
}

/// A part with parts, whose border is looked for.
#[derive(Debug)]
struct Around {
    border: Vec<u8>,
    choice: Option<usize>,
    is_digest: bool,
}

/// The border that a line is.
enum Border {
    /// Of the part at that place of the stack: its next part begins.
    Next(usize),
    /// Of the part at that place: it ends.
    End(usize),
}

/// Finds the parts.
pub(super) fn of(bytes: &[u8]) -> Result<Found, ReadError> {
    let mut stack: Vec<Around> = Vec::new();
    let mut found = Found { header_end: 0, parts: Vec::new(), remarks: Vec::new() };
    let mut at = 0;
    let mut choices = 0;
    loop {
        let body = header_end(bytes, at, &stack)?;
        if at == 0 {
            found.header_end = body;
        }
        let header = bytes.get(at..body).unwrap_or_default();
        let is_digest = stack.last().is_some_and(|around| around.is_digest);
        let head = Head::of(header, is_digest);
        let choice = stack.last().and_then(|around| around.choice);
        let border = if head.is_multipart { head.border.as_deref() } else { None };
        let mut from = body;
        if let Some(border) = border.filter(|border| !border.is_empty()) {
            if stack.len() >= MOST_DEEP {
                let most = format!("{MOST_DEEP} parts within each other");
                return Err(ReadError::many("the mail", most));
            }
            let choice = if head.part.kind == "multipart/alternative" {
                choices += 1;
                Some(choices)
            } else {
                choice
            };
            let is_digest = head.part.kind == "multipart/digest";
            stack.push(Around { border: border.as_bytes().to_vec(), choice, is_digest });
            from = body;
        } else if found.parts.len() >= MOST_PARTS {
            return Err(ReadError::many("the mail", format!("{MOST_PARTS} parts")));
        } else {
            let (end, _) = next_border(bytes, body, &stack);
            let mut part = head.part;
            if head.is_multipart {
                found.remarks.push("a part names no border between its parts".to_owned());
                (part.is_own, part.kind) = (true, "text/plain".to_owned());
            }
            (part.body, part.choice) = (body..before_break(bytes, body, end), choice);
            found.parts.push(part);
            from = from.max(end);
        }
        let Some(next) = next_part(bytes, from, &mut stack, &mut found) else { break };
        at = next;
    }
    Ok(found)
}

/// Where the next part begins; what ends on the way leaves the stack.
fn next_part(
    bytes: &[u8],
    from: usize,
    stack: &mut Vec<Around>,
    found: &mut Found,
) -> Option<usize> {
    let mut from = from;
    while !stack.is_empty() {
        let (end, border) = next_border(bytes, from, stack);
        let after = line_end(bytes, end);
        match border {
            Some(Border::Next(place)) => {
                stack.truncate(place + 1);
                return Some(after);
            }
            Some(Border::End(place)) => stack.truncate(place),
            None => {
                missing_border(bytes, from, found);
                return None;
            }
        }
        from = after;
    }
    None
}

/// The mail ends before its last border: what was there is read.
fn missing_border(bytes: &[u8], from: usize, found: &mut Found) {
    found.remarks.push("the mail ends without the border that it names".to_owned());
    if found.parts.is_empty() {
        let mut part = Head::of(b"", false).part;
        part.body = from..bytes.len();
        found.parts.push(part);
    }
}

/// The next line that is a border of a part around, and which; the end of the mail where there is none.
fn next_border(bytes: &[u8], from: usize, stack: &[Around]) -> (usize, Option<Border>) {
    let mut at = from;
    while !stack.is_empty() && at < bytes.len() {
        let end = line_end(bytes, at);
        if let Some(line) = bytes.get(at..end).and_then(|line| line.strip_prefix(b"--")) {
            let line = line.trim_ascii_end();
            for (place, around) in stack.iter().enumerate().rev() {
                match line.strip_prefix(around.border.as_slice()) {
                    Some(b"") => return (at, Some(Border::Next(place))),
                    Some(b"--") => return (at, Some(Border::End(place))),
                    _ => {}
                }
            }
        }
        at = end;
    }
    (bytes.len(), None)
}

/// The place after the line that begins somewhere.
fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end + 1)
}

/// The place before the line break that belongs to a border.
fn before_break(bytes: &[u8], from: usize, end: usize) -> usize {
    if end >= bytes.len() {
        return bytes.len();
    }
    let part = bytes.get(from..end).unwrap_or_default();
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    from + part.strip_suffix(b"\r").unwrap_or(part).len()
}

/// Where the content after a header begins.
fn header_end(bytes: &[u8], from: usize, stack: &[Around]) -> Result<usize, ReadError> {
    let mut at = from;
    while at < bytes.len() {
        if at - from > MOST_HEADER {
            return Err(ReadError::big("a header of the mail", MOST_HEADER));
        }
        let end = line_end(bytes, at);
        let line = bytes.get(at..end).unwrap_or_default().trim_ascii_end();
        if line.is_empty() {
            return Ok(end);
        }
        // A border in a header: the part has no content.
        let is_border = line.strip_prefix(b"--").is_some_and(|line| {
            stack.iter().any(|around| line.starts_with(around.border.as_slice()))
        });
        if is_border {
            return Ok(at);
        }
        at = end;
    }
    Ok(bytes.len())
}

/// What the header of a part says.
struct Head {
    part: Part,
    is_multipart: bool,
    border: Option<String>,
}

impl Head {
    fn of(header: &[u8], in_digest: bool) -> Self {
        let message = parsed(header);
        let message = message.as_ref();
        let content = message.and_then(Message::content_type);
        let kind = content.map(|kind| {
            let sub = kind.subtype().unwrap_or("plain");
            format!("{}/{sub}", kind.ctype()).to_ascii_lowercase()
        });
        let usual = if in_digest { "message/rfc822" } else { "text/plain" };
        let kind = kind.unwrap_or_else(|| usual.to_owned());
        let attribute = |name| content.and_then(|kind| kind.attribute(name));
        let disposition = message.and_then(Message::content_disposition);
        let is_attached =
            disposition.is_some_and(|how| how.ctype().eq_ignore_ascii_case("attachment"));
        let name = disposition.and_then(|how| how.attribute("filename")).or(attribute("name"));
        let is_html = kind == "text/html";
        let is_shown = (is_html || kind == "text/plain") && !is_attached && name.is_none();
        let encoding = message.and_then(Message::content_transfer_encoding);
        let writing = match encoding.map(|how| how.trim().to_ascii_lowercase()).as_deref() {
            Some("base64") => Writing::Base64,
            Some("quoted-printable") => Writing::QuotedPrintable,
            _ => Writing::AsItIs,
        };
        let lang = message.and_then(|message| text_of(message.header(HeaderName::ContentLanguage)));
        let lang = lang.map(str::to_owned);
        Self {
            is_multipart: kind.starts_with("multipart/"),
            border: attribute("boundary").map(str::to_owned),
            part: Part {
                body: 0..0,
                is_html,
                is_own: is_shown,
                writing,
                charset: attribute("charset").map(str::to_owned),
                lang,
                name: name.map(|name| name.chars().take(200).collect()),
                choice: None,
                kind,
            },
        }
    }
}

fn says_something(bytes: &[u8], part: &Part) -> bool {
    bytes.get(part.body.clone()).is_some_and(|body| !body.trim_ascii().is_empty())
}

/// The parts with the words of the mail: of alternatives the plain one, where it says anything.
pub(super) fn own_words<'a>(bytes: &[u8], parts: &'a [Part]) -> Vec<&'a Part> {
    let own = || parts.iter().filter(|part| part.is_own);
    let plain: std::collections::BTreeSet<usize> = own()
        .filter(|part| !part.is_html && says_something(bytes, part))
        .filter_map(|part| part.choice)
        .collect();
    let is_chosen = |part: &&Part| match part.choice {
        Some(choice) => part.is_html != plain.contains(&choice),
        None => true,
    };
    own().filter(is_chosen).collect()
}
