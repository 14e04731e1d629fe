//! Cutting a text into words, numbers and marks, folded so that one spelling stands for all.

use std::borrow::Cow;

use crate::Span;
use crate::spelling::{SEED, hash_of, hash_of_sign, letters};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Mark,
}

/// How a token is spelled: lower case, accents that carry no meaning taken off. Most words need only lower case, and
/// are lent by the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded<'a>(Cow<'a, str>);

impl Folded<'_> {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Folded<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Folded<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Folded<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// A word, a run of digits, or a single other character.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: Folded<'a>,
    /// The hash of its spelling.
    pub(super) hash: u64,
    pub(super) kind: Kind,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

impl Token<'_> {
    /// The number it writes, when it is one of at most nine digits.
    pub(super) fn digits(&self) -> Option<i64> {
        if self.kind == Kind::Number && self.text.len() <= 9 {
            self.text.parse().ok()
        } else {
            None
        }
    }

    /// Whether it is this very mark or word.
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.as_str() == text
    }
}

/// Bytes of a usual token and the space before it.
pub(super) const USUAL: usize = 4;

/// Puts the tokens of a text that begins at `offset`, given in lower case as well, in place of those that were there.
pub(super) fn read<'a>(text: &str, lower: &'a str, offset: usize, tokens: &mut Vec<Token<'a>>) {
    tokens.clear();
    tokens.reserve(lower.len() / USUAL);
    let bytes = lower.as_bytes();
    let (mut at, mut glued, mut folds) = (0, false, false);
    while let Some(byte) = bytes.get(at) {
        let start = at;
        let (kind, (length, hash)) = match byte {
            b' ' | b'\t'..=b'\r' => {
                glued = false;
                at += 1;
                continue;
            }
            b'0'..=b'9' => (Kind::Number, digits(&lower[at..])),
            b'a'..=b'z' | 0xC3 => (Kind::Word, letters(&bytes[at..])),
            // Folded to another mark, or of another alphabet.
            b'`' | 0x80.. => (Kind::Mark, (0, SEED)),
            _ => (Kind::Mark, (1, hash_of_sign(*byte))),
        };
        if length > 0 {
            at += length;
            let spelled = &lower[start..at];
            if glued
                && kind != Kind::Mark
                && let Some(last) = tokens.last_mut().filter(|last| last.kind == kind)
            {
                last.end = offset + at;
                last.text.0.to_mut().push_str(spelled);
                folds = true;
            } else {
                let capital = is_capital(text, start);
                let text = Folded(Cow::Borrowed(spelled));
                let (start, end) = (offset + start, offset + at);
                tokens.push(Token { start, end, text, hash, kind, glued, capital });
            }
            glued = true;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}') {
            glued = false;
            continue;
        }
        add(c, Span::new(offset + start, offset + at), &lower[start..at], glued, tokens);
        (glued, folds) = (true, true);
    }
    if folds {
        hash_folded(tokens);
    }
}

/// Whether a capital stands at a place.
fn is_capital(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        Some(_) | None => text[at..].starts_with(char::is_uppercase),
    }
}

/// What was folded is hashed when it is whole.
fn hash_folded(tokens: &mut [Token<'_>]) {
    for token in tokens {
        if let Cow::Owned(spelled) = &token.text.0 {
            token.hash = hash_of(spelled);
        }
    }
}

/// How many digits stand at the head, and their hash.
fn digits(text: &str) -> (usize, u64) {
    let length = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    (length, hash_of(&text[..length]))
}

/// Adds a character that is no plain letter or digit.
fn add<'a>(c: char, span: Span, lower: &'a str, glued: bool, tokens: &mut Vec<Token<'a>>) {
    let kind = kind_of(c);
    let Span { start, end } = span;
    if let Some(last) = tokens.last_mut().filter(|last| glued && joins(last.kind, c, kind)) {
        last.end = end;
        push_folded(last.text.0.to_mut(), c);
        return;
    }
    let text = if c.is_ascii() && c != '`' {
        lower.into()
    } else {
        let mut folded = String::new();
        push_folded(&mut folded, c);
        folded.into()
    };
    let (hash, capital) = (hash_of(lower), c.is_uppercase());
    tokens.push(Token { start, end, text: Folded(text), hash, kind, glued, capital });
}

fn kind_of(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Number
    } else if c.is_alphanumeric() || is_combining(c) {
        Kind::Word
    } else {
        Kind::Mark
    }
}

fn joins(last: Kind, c: char, kind: Kind) -> bool {
    last != Kind::Mark && (last == kind || is_combining(c) && last == Kind::Word)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Adds a character in lower case to a word. The letters å, ä and ö stay (composed), other accents go.
fn push_folded(word: &mut String, c: char) {
    let before = if is_combining(c) { word.chars().next_back() } else { None };
    let composed = match (before, c) {
        (Some('a'), '\u{30A}') => Some('å'),
        (Some('a'), '\u{308}') => Some('ä'),
        (Some('o'), '\u{308}') => Some('ö'),
        _ => None,
    };
    if let Some(letter) = composed {
        word.pop();
        word.push(letter);
        return;
    }
    if before.is_some() {
        return;
    }
    match c {
        '’' | 'ʼ' | '‘' | '`' | '´' => word.push('\''),
        '–' | '—' | '‐' | '‑' | '−' => word.push('-'),
        'A'..='Z' => word.push(c.to_ascii_lowercase()),
        'á' | 'à' | 'â' | 'Á' => word.push('a'),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' => word.push('e'),
        'í' | 'ì' | 'ï' | 'î' => word.push('i'),
        'ó' | 'ò' | 'ô' | 'Ó' => word.push('o'),
        'ú' | 'ù' | 'û' | 'ü' => word.push('u'),
        _ => word.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let lower = crate::spelling::lower_of(text);
        let mut tokens = Vec::new();
        read(text, &lower, 0, &mut tokens);
        tokens.into_iter().map(|token| token.text.as_str().to_owned()).collect()
    }

    #[test]
    fn spellings_of_one_word_fold_together() {
        assert_eq!(texts("Vóór e\u{301}e\u{301}n"), ["voor", "een"]);
        assert_eq!(texts("MÅN ma\u{30A}n"), ["mån", "mån"]);
        assert_eq!(texts("’s avonds"), ["'", "s", "avonds"]);
    }

    #[test]
    fn digits_and_letters_part() {
        assert_eq!(texts("15u30 3:e 12–13"), ["15", "u", "30", "3", ":", "e", "12", "-", "13"]);
        let glued = |text: &str| {
            let lower = crate::spelling::lower_of(text);
            let mut tokens = Vec::new();
            read(text, &lower, 0, &mut tokens);
            tokens[1].glued
        };
        assert!(glued("3pm") && !glued("3 pm"));
    }
}
