//! Words between quotation marks inside a paragraph.

use super::Kind;
use crate::Span;

/// Opening marks with those that can close them.
const PAIRS: &[(char, &[char])] = &[
    ('"', &['"']),
    ('“', &['”', '“']),
    ('„', &['”', '“']),
    ('”', &['”']),
    ('«', &['»']),
    ('»', &['»', '«']),
    ('‘', &['’']),
    ('’', &['’']),
    ('\'', &['\'']),
];

/// How far a quotation can reach.
const LONGEST: usize = 1000;

/// Gives the stretches of a part of a text, own words and quotations in turn.
pub(super) fn split(text: &str, part: Span, mut give: impl FnMut(Kind, Span)) {
    let mut own = part.start;
    let mut next = part.start;
    // Where no closing mark follows, none follows for a later opening mark of that kind either, up to this place.
    let mut none_until = [part.start; 9];
    while let Some(at) = next_mark(text, Span::new(next, part.end)) {
        next = at + 1;
        let Some(c) = text.get(at..part.end).and_then(|rest| rest.chars().next()) else { continue };
        let Some(pair) = PAIRS.iter().position(|(open, _)| *open == c) else { continue };
        let before = text.get(part.start..at).and_then(|text| text.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) || none_until[pair] > at {
            continue;
        }
        match end(text, Span::new(at + c.len_utf8(), part.end), pair) {
            Ok(end) => {
                give(Kind::Own, Span::new(own, at));
                give(Kind::Quotation, Span::new(at, end));
                (own, next) = (end, end);
            }
            Err(until) => none_until[pair] = until,
        }
    }
    give(Kind::Own, Span::new(own, part.end));
}

/// One where an opening mark may begin with a byte: marks of other countries begin with one of two bytes of UTF-8.
fn may_open(byte: u8) -> u8 {
    [b'"', b'\'', 0xC2, 0xE2].into_iter().fold(0, |any, mark| any | u8::from(byte == mark))
}

/// So many bytes are looked at together.
const STRIDE: usize = 64;

/// The next place where an opening mark may stand.
fn next_mark(text: &str, rest: Span) -> Option<usize> {
    let bytes = text.as_bytes().get(rest.start..rest.end)?;
    let (mut stride, mut start) = (bytes, rest.start);
    for part in bytes.chunks(STRIDE) {
        stride = part;
        if part.iter().fold(0, |any, byte| any | may_open(*byte)) == 1 {
            break;
        }
        start += part.len();
    }
    let mark = stride.iter().position(|byte| may_open(*byte) == 1)?;
    Some(start + mark)
}

/// Where the quotation ends, mark included; or the place up to which there is no end.
fn end(text: &str, rest: Span, pair: usize) -> Result<usize, usize> {
    let (open, closing) = PAIRS[pair];
    let single = matches!(open, '\'' | '’' | '‘');
    let mut before = ' ';
    let mut newline = false;
    let mut characters = rest.of(text).char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        crate::steps::add(1);
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let at = rest.start + offset;
        if offset == 0 && (c.is_whitespace() || (single && apostrophe(c, next))) {
            return Err(rest.start);
        }
        if closing.contains(&c) && !before.is_whitespace() && !(single && next.is_alphanumeric()) {
            return if offset == 0 { Err(rest.start) } else { Ok(at + c.len_utf8()) };
        }
        let blank_line = newline && matches!(c, '\n' | '\r') && before != '\r';
        if blank_line || offset > LONGEST {
            return Err(at);
        }
        if !c.is_whitespace() {
            newline = false;
        }
        newline |= matches!(c, '\n' | '\r');
        before = c;
    }
    Err(rest.end)
}

/// The Dutch `'s`, `'t`, `'n`, `'m` and a year such as '27 open no quotation.
fn apostrophe(first: char, next: char) -> bool {
    first.is_ascii_digit()
        || (matches!(first, 's' | 't' | 'n' | 'm' | 'k') && !next.is_alphanumeric())
}
