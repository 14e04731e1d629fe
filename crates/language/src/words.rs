//! Words and marks of a sentence, lower case, with their places.

use std::borrow::Cow;

use crate::Span;
pub use crate::spelling::{Text, lower_of};
use crate::spelling::{ends_word, hash_of, hash_of_sign, letters};

/// A word, a number or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands.
    pub span: Span,
    /// In lower case; an English contraction is written out, so `won't` is the two words `will` and `not`. Most words
    /// need no more than [`lower_of`] does, and are lent by it.
    pub low: Cow<'a, str>,
    /// The hash of that.
    pub(crate) hash: u64,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is a mark and not a word or number.
    pub mark: bool,
}

/// English words after which `'s` is a verb.
const WITH_IS: &[&str] = &[
    "it",
    "that",
    "there",
    "here",
    "he",
    "she",
    "who",
    "what",
    "everything",
    "everyone",
    "someone",
    "somebody",
];

/// Contractions of English whose first part changes with `n't`.
const IRREGULAR: &[(&str, &str)] = &[("won't", "will"), ("can't", "can"), ("shan't", "shall")];

/// Endings that are words of their own.
const ENDINGS: &[(&str, &str)] =
    &[("n't", "not"), ("'ll", "'ll"), ("'re", "are"), ("'ve", "have"), ("'m", "am"), ("'d", "'d")];

/// The words of a stretch of a text, without what lies inside the `hidden` stretches (in order): those are left out.
pub fn of<'a>(text: Text<'a>, within: Span, hidden: &[Span]) -> Vec<Word<'a>> {
    let Text { written, low } = text;
    // Most sentences are of words of five letters or more.
    let mut words = Vec::with_capacity((within.end - within.start) / 5 + 2);
    let mut rest = within.start;
    let mut hidden = hidden.iter().filter(|span| span.overlaps(within));
    let mut next_hidden = hidden.next();
    let bytes = within.of(low).as_bytes();
    while let Some(left) = bytes.get(rest - within.start..) {
        if let Some(span) = next_hidden.filter(|span| span.start <= rest) {
            rest = span.end.max(rest);
            next_hidden = hidden.next();
            continue;
        }
        let Some(byte) = left.first() else { break };
        if matches!(byte, b' ' | b'\n' | b'\r') {
            rest += 1;
            continue;
        }
        let (length, hash) = letters(left);
        let next = left.get(length);
        if length > 0 && (ends_word(next) || next == Some(&b'.')) {
            let span = Span { start: rest, end: rest + length };
            let capital = written.as_bytes().get(span.start) != low.as_bytes().get(span.start);
            words.push(Word { span, low: span.of(low).into(), hash, capital, mark: false });
            rest = span.end;
            continue;
        }
        if is_plain_mark(*byte) {
            let span = Span { start: rest, end: rest + 1 };
            let (low, hash) = (span.of(low).into(), hash_of_sign(*byte));
            words.push(Word { span, low, hash, capital: false, mark: true });
            rest = span.end;
            continue;
        }
        let Some(first) = written.get(rest..).and_then(|left| left.chars().next()) else { break };
        if is_inner(first) {
            let end = end_of_word(written, rest, within.end);
            push(text, Span::new(rest, end), &mut words);
            rest = end;
            continue;
        }
        let span = Span::new(rest, rest + first.len_utf8());
        rest = span.end;
        if !first.is_whitespace() {
            let low = span.of(low);
            let hash = hash_of(low);
            words.push(Word { span, low: low.into(), hash, capital: false, mark: true });
        }
    }
    words
}

/// Whether a character is part of words.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '_' | '%' | '€')
}

/// Whether a byte is a mark of ASCII and no part of words.
const fn is_plain_mark(byte: u8) -> bool {
    byte.is_ascii_punctuation() && !matches!(byte, b'_' | b'%')
}

/// Whether a spelling is that of a mark.
pub(crate) fn is_mark(low: &str) -> bool {
    let mut characters = low.chars();
    characters.next().is_some_and(|c| !is_inner(c)) && characters.next().is_none()
}

/// Where the word that begins here ends: marks between two letters or digits belong to it.
fn end_of_word(text: &str, start: usize, limit: usize) -> usize {
    let plain = text.as_bytes().get(start..limit).unwrap_or_default();
    let length = plain.iter().position(|byte| !byte.is_ascii_alphanumeric());
    let start = start + length.unwrap_or(plain.len());
    let mut end = start;
    let mut before = start.checked_sub(1).map_or(' ', |at| char::from(text.as_bytes()[at]));
    let mut characters = text.get(start..limit).unwrap_or_default().char_indices().peekable();
    while let Some((offset, c)) = characters.next() {
        let joins = match c {
            '.' | ':' | ',' | '/' => {
                before.is_ascii_digit()
                    && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit())
            }
            '-' | '\'' | '’' | '&' => {
                before.is_alphanumeric()
                    && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric())
            }
            _ => is_inner(c),
        };
        if !joins {
            break;
        }
        before = c;
        end = start + offset + c.len_utf8();
    }
    end
}

/// Adds a word, written out where it is a contraction.
fn push<'a>(text: Text<'a>, span: Span, words: &mut Vec<Word<'a>>) {
    let Text { written, low } = text.within(span);
    let capital = written.starts_with(char::is_uppercase);
    let word = |low: Cow<'a, str>| Word { span, hash: hash_of(&low), low, capital, mark: false };
    if low.is_ascii() && !low.contains('\'') {
        words.push(word(low.into()));
        return;
    }
    let low = written.to_lowercase().replace('’', "'");
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == low) {
        words.extend([word((*stem).into()), word("not".into())]);
        return;
    }
    // "It's ready", but "the firm's offer".
    if let Some(stem) = low.strip_suffix("'s").filter(|stem| WITH_IS.contains(stem)) {
        words.extend([word(stem.to_owned().into()), word("is".into())]);
        return;
    }
    let ending = ENDINGS.iter().find_map(|(ending, as_word)| {
        low.strip_suffix(ending).filter(|stem| !stem.is_empty()).map(|stem| (stem, *as_word))
    });
    match ending {
        Some((stem, as_word)) => {
            words.extend([word(stem.to_owned().into()), word(as_word.into())]);
        }
        None => words.push(word(low.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &str) {
        let low = lower_of(text);
        let words = of(Text::of(text, &low), Span::new(0, text.len()), &[]);
        let low: Vec<&str> = words.iter().map(|word| &*word.low).collect();
        assert_eq!(low.join(" "), wanted);
    }

    #[test]
    fn numbers_times_and_contractions_are_words() {
        check("We won't be there at 15.30, 4/12.", "we will not be there at 15.30 , 4/12 .");
        check("I’ll e-mail it; you're welcome", "i 'll e-mail it ; you are welcome");
        check("It's the firm's", "it is the firm's");
        check("vóór foto's 1\u{301}%", "vóór foto's 1\u{301}%");
    }
}
