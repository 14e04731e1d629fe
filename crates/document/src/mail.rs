//! A mail: who wrote it to whom and when, and its own words.
//!
//! The words are those of the parts a reader is shown: of alternatives the plain one, else the page. What is attached is
//! named and not read; a mail within the mail is somebody's words of another day, and attached. The parts are found by
//! one walk over the lines, so that no nesting and no missing border makes it slow.

mod decode;
mod parts;

use jiff::civil::DateTime;
use jiff::tz::Offset;
use mail_parser::{Address, HeaderValue, Message, MessageParser};

use self::parts::Part;
use crate::source::Source;
use crate::text::{Role, Text, Writer};
use crate::{Document, Kind, ReadError, html};

/// Who wrote a mail to whom, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// Who wrote it.
    pub from: Vec<Person>,
    /// To whom.
    pub to: Vec<Person>,
    /// When, on the writer's wall clock: what "tomorrow" in it counts from.
    pub date: Option<DateTime>,
    /// How far that clock is from universal time.
    pub offset: Option<Offset>,
    /// The name the writer's program gave it.
    pub message_id: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The names of what is attached; not read.
    pub attachments: Vec<String>,
}

/// Somebody with an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name beside the address.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

/// How many people of a header are kept.
const MOST_PEOPLE: usize = 1000;

pub(crate) fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    let found = parts::of(&bytes)?;
    let mut remarks = found.remarks;
    let header = bytes.get(..found.header_end).unwrap_or_default();
    let mut mail = parsed(header).map(|message| headers(&message)).unwrap_or_default();
    mail.attachments = found.parts.iter().filter(|part| !part.is_own).map(Part::label).collect();
    let mut texts: Vec<Text> = subject(&mail, header)?.into_iter().collect();
    for part in parts::own_words(&bytes, &found.parts) {
        texts.extend(read_part(&bytes, part, &mut remarks)?);
    }
    if !texts.iter().any(|text| text.role == Role::Body) {
        remarks.push("the mail has no words of its own".to_owned());
    }
    remarks.dedup();
    Ok(Document { kind: Kind::Mail, texts, mail: Some(mail), remarks, source: Source::of(bytes) })
}

/// The fields of a header; nothing where it has none.
fn parsed(header: &[u8]) -> Option<Message<'_>> {
    let message = MessageParser::default().parse_headers(header)?;
    (!message.parts.is_empty()).then_some(message)
}

fn headers(message: &Message<'_>) -> Mail {
    let date = message.date().and_then(|date| {
        let [month, day, hour, minute, second] =
            [date.month, date.day, date.hour, date.minute, date.second.min(59)]
                .map(|number| i8::try_from(number).unwrap_or(-1));
        let year = i16::try_from(date.year).ok()?;
        let at = DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
        let seconds = i32::from(date.tz_hour) * 3600 + i32::from(date.tz_minute) * 60;
        let offset = Offset::from_seconds(if date.tz_before_gmt { -seconds } else { seconds });
        Some((at, offset.ok()?))
    });
    Mail {
        from: people(message.from()),
        to: people(message.to()),
        date: date.map(|(at, _)| at),
        offset: date.map(|(_, offset)| offset),
        message_id: message.message_id().map(str::to_owned),
        subject: message.subject().map(str::to_owned),
        attachments: Vec::new(),
    }
}

fn people(address: Option<&Address<'_>>) -> Vec<Person> {
    let all = address.into_iter().flat_map(Address::iter).take(MOST_PEOPLE);
    let person = |each: &mail_parser::Addr<'_>| Person {
        name: each.name().map(str::to_owned),
        address: each.address().unwrap_or_default().to_owned(),
    };
    all.map(person).collect()
}

/// The subject, with its place: word for word where it stands so, else the whole of its header.
fn subject(mail: &Mail, header: &[u8]) -> Result<Option<Text>, ReadError> {
    let Some(subject) = mail.subject.as_deref() else { return Ok(None) };
    let mut from = 0;
    let mut found = (0, 0);
    for line in header.split_inclusive(|byte| *byte == b'\n') {
        let is_it = line.get(..8).is_some_and(|name| name.eq_ignore_ascii_case(b"subject:"));
        if is_it {
            found = (from + 8, from + line.trim_ascii_end().len());
            break;
        }
        from += line.len();
    }
    let value = header.get(found.0..found.1).unwrap_or_default();
    let at = value.windows(subject.len().max(1)).position(|words| words == subject.as_bytes());
    let mut writer = Writer::default();
    match at {
        Some(at) => writer.push(subject, found.0 + at, subject.len())?,
        None => {
            let begin = found.0 + value.len() - value.trim_ascii_start().len();
            writer.push(subject, begin, found.1.saturating_sub(begin))?;
        }
    }
    Ok(writer.finish(Role::Subject, None))
}

fn read_part(bytes: &[u8], part: &Part, remarks: &mut Vec<String>) -> Result<Vec<Text>, ReadError> {
    let raw = bytes.get(part.body.clone()).unwrap_or_default();
    let decoded = decode::body(raw, part)?;
    remarks.extend(decoded.remarks);
    let place = |mut text: Text| {
        text.origins = text.origins.through(&decoded.origins);
        text
    };
    if part.is_html {
        return Ok(html::texts(&decoded.words)?.into_iter().map(place).collect());
    }
    let writer = Writer { words: decoded.words, code: Vec::new(), origins: decoded.origins };
    Ok(writer.finish(Role::Body, part.lang.clone()).into_iter().collect())
}

/// The value of a header as text.
fn text_of<'a>(value: Option<&'a HeaderValue<'a>>) -> Option<&'a str> {
    value.and_then(HeaderValue::as_text)
}
