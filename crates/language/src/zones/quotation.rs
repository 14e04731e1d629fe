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
    let mut before = ' ';
    let mut skip = part.start;
    // Where no closing mark follows, none follows for a later opening mark of that kind either, up to this place.
    let mut none_until = [part.start; 9];
    for (offset, c) in part.of(text).char_indices() {
        let at = part.start + offset;
        let opens = !before.is_alphanumeric();
        before = c;
        if at < skip || !opens {
            continue;
        }
        let Some(pair) = PAIRS.iter().position(|(open, _)| *open == c) else { continue };
        if none_until[pair] > at {
            continue;
        }
        match end(text, Span::new(at + c.len_utf8(), part.end), pair) {
            Ok(end) => {
                give(Kind::Own, Span::new(own, at));
                give(Kind::Quotation, Span::new(at, end));
                (own, skip) = (end, end);
            }
            Err(until) => none_until[pair] = until,
        }
    }
    give(Kind::Own, Span::new(own, part.end));
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
