//! Which parts of a text are someone else's words: between quotation marks, or a line behind `>`.

use crate::Span;

/// How far a single quotation mark may stand from its partner, in bytes: an apostrophe has none.
const SINGLE_REACH: usize = 300;

/// The quoted parts, in order, not overlapping.
pub(super) fn ranges(text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    let mut until = 0;
    // Up to here no single mark closes anything: looked through once, not from each mark.
    let mut unclosed_until = 0;
    let mut next = 0;
    while let Some(at) = next_mark(text, next) {
        let rest = text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        next = at + c.len_utf8();
        crate::steps::add(1);
        if at < until {
            continue;
        }
        let previous = text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or('\n');
        let found = match c {
            '\n' if is_blank_next(rest) => {
                open = None;
                None
            }
            '>' if previous == '\n' => {
                open = None;
                Some(at + rest.find('\n').unwrap_or(rest.len()))
            }
            '"' | '“' | '”' | '„' | '«' | '»' => match open.take() {
                Some(start) => {
                    all.push(Span::new(start, at + c.len_utf8()));
                    None
                }
                None if previous.is_alphanumeric() => None,
                None => {
                    open = Some(at);
                    None
                }
            },
            '\'' | '‘' if open.is_none() && !previous.is_alphanumeric() => {
                match single(text, at, unclosed_until) {
                    Ok(end) => Some(end),
                    Err(until) => {
                        unclosed_until = until;
                        None
                    }
                }
            }
            _ => None,
        };
        if let Some(end) = found {
            all.push(Span::new(at, end));
            until = end;
        }
    }
    all
}

/// The place of the next character that can begin or end a quotation: a line break, or a mark.
fn next_mark(text: &str, from: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    let (chunks, _) = rest.as_chunks::<32>();
    // Without a branch, so that all bytes of a chunk are compared at once.
    let has_mark = |chunk: &[u8; 32]| {
        let is_mark =
            |byte: &u8| BEGINNINGS.iter().fold(0, |any, mark| any | u8::from(byte == mark));
        chunk.iter().fold(0, |any, byte| any | is_mark(byte)) != 0
    };
    let passed = chunks.iter().take_while(|chunk| !has_mark(chunk)).count() * 32;
    let found = rest[passed..].iter().position(|byte| BEGINNINGS.contains(byte))?;
    Some(from + passed + found)
}

/// Bytes that such a character begins with; marks of other countries begin with one of two bytes of UTF-8.
const BEGINNINGS: [u8; 6] = [b'\n', b'>', b'"', b'\'', 0xC2, 0xE2];

/// Whether the line after this line break is empty.
fn is_blank_next(rest: &str) -> bool {
    rest.chars().skip(1).find(|c| !matches!(c, ' ' | '\t' | '\r')).is_none_or(|c| c == '\n')
}

/// Where a quotation in single marks ends, or the place up to which none does; `from` is such a place known before.
fn single(text: &str, start: usize, from: usize) -> Result<usize, usize> {
    let first =
        start + text.get(start..).and_then(|text| text.chars().next()).map_or(0, char::len_utf8);
    let mut at = from.max(first);
    let mut chars = text.get(at..).unwrap_or_default().chars().peekable();
    let known = if at == first { None } else { text.get(..at) };
    let mut before = known.and_then(|text| text.chars().next_back()).unwrap_or(' ');
    while let Some(c) = chars.next() {
        crate::steps::add(1);
        if at - start > SINGLE_REACH || c == '\n' {
            return Err(at);
        }
        let after = chars.peek().copied().unwrap_or(' ');
        if matches!(c, '\'' | '’') && !before.is_whitespace() && !after.is_alphanumeric() {
            return Ok(at + c.len_utf8());
        }
        at += c.len_utf8();
        before = c;
    }
    Err(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let got: Vec<&str> = ranges(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn marks_of_every_country_quote() {
        check("U schreef: \"dat kan niet\".", &["\"dat kan niet\""]);
        check("Hij sa: ”nej”, „nee”, “no”, «ja»", &["”nej”", "„nee”", "“no”", "«ja»"]);
        check("de term 'snel' en ‘nooit’", &["'snel'", "‘nooit’"]);
        check("> eerder\nen nu", &["> eerder"]);
    }

    #[test]
    fn apostrophes_inches_and_open_marks_quote_nothing() {
        check("'s Ochtends kan ik niet, zo'n dag", &[]);
        check("een scherm van 24\" is er", &[]);
        check("een \"open\n\nalinea", &[]);
    }
}
