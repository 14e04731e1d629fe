//! Cutting a text into words, numbers and marks, folded so that one spelling stands for all.

use crate::Span;
use crate::spelling::{SEED, hash_of, hash_on};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Mark,
}

/// How a token is spelled: lower case, accents that carry no meaning taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Folded<'a>(&'a str);

impl<'a> Folded<'a> {
    pub(super) const fn as_str(&self) -> &'a str {
        self.0
    }
}

impl std::ops::Deref for Folded<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
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
#[derive(Debug, Clone, Copy)]
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
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.as_str() == text
    }
}

/// A token before its spelling can be looked at.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Where it stands in what was read.
    start: usize,
    end: usize,
    spelling: Spelling,
    kind: Kind,
    glued: bool,
    capital: bool,
}

/// Where the spelling of a token is found.
#[derive(Debug, Clone, Copy)]
enum Spelling {
    /// In the text with its plain letters in lower case, which is all that it needs; with its hash.
    Plain(u64),
    /// Among the folded words, from here to there.
    Folded(usize, usize),
}

/// Reads the tokens of one paragraph after the other into the same stretch of memory.
#[derive(Debug, Default)]
pub(super) struct Folding<'a> {
    lower: &'a str,
    offset: usize,
    /// The words that need more than lower case, folded.
    folded: String,
    places: Vec<Place>,
}

impl<'a> Folding<'a> {
    /// Reads a text that begins at `offset`, given with its plain letters in lower case as well, in place of what was
    /// read before.
    pub(super) fn read(&mut self, text: &str, lower: &'a str, offset: usize) {
        (self.lower, self.offset) = (lower, offset);
        self.folded.clear();
        self.places.clear();
        let bytes = lower.as_bytes();
        let (mut at, mut glued) = (0, false);
        while let Some(byte) = bytes.get(at) {
            let start = at;
            if byte.is_ascii_alphanumeric() {
                let mut hash = SEED;
                let digit = byte.is_ascii_digit();
                let same =
                    |byte: &&u8| byte.is_ascii_alphanumeric() && byte.is_ascii_digit() == digit;
                while let Some(byte) = bytes.get(at).filter(same) {
                    hash = hash_on(hash, *byte);
                    at += 1;
                }
                let kind = if digit { Kind::Number } else { Kind::Word };
                let joined = self.places.last_mut().filter(|last| glued && last.kind == kind);
                if let Some(last) = joined {
                    last.end = at;
                    self.refold(start, |folded, _| folded.push_str(&lower[start..at]));
                } else {
                    let capital = text.as_bytes()[start].is_ascii_uppercase();
                    let spelling = Spelling::Plain(hash);
                    self.places.push(Place { start, end: at, spelling, kind, glued, capital });
                }
                glued = true;
                continue;
            }
            if *byte == b' ' {
                glued = false;
                at += 1;
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            at += c.len_utf8();
            if c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}') {
                glued = false;
                continue;
            }
            self.add(c, Span::new(start, at), glued);
            glued = true;
        }
    }

    /// Adds a character that is no plain letter or digit.
    fn add(&mut self, c: char, span: Span, glued: bool) {
        let kind = kind_of(c);
        let Span { start, end } = span;
        let joined = self.places.last_mut().filter(|last| glued && joins(last.kind, c, kind));
        if let Some(last) = joined {
            last.end = end;
        } else {
            let spelling = Spelling::Folded(self.folded.len(), self.folded.len());
            let capital = c.is_uppercase();
            self.places.push(Place { start, end, spelling, kind, glued, capital });
        }
        self.refold(start, |folded, from| push_folded(folded, from, c));
    }

    /// Adds to the folded spelling of the last token, which was plain until `until` if it was.
    fn refold(&mut self, until: usize, add: impl FnOnce(&mut String, usize)) {
        let Some(last) = self.places.last_mut() else { return };
        let from = match last.spelling {
            Spelling::Folded(from, _) => from,
            Spelling::Plain(_) => {
                let from = self.folded.len();
                self.folded.push_str(&self.lower[last.start..until]);
                from
            }
        };
        add(&mut self.folded, from);
        last.spelling = Spelling::Folded(from, self.folded.len());
    }

    /// The tokens that were read.
    pub(super) fn tokens(&self) -> Vec<Token<'_>> {
        self.places.iter().map(|place| self.token(place)).collect()
    }

    /// The hashes of the tokens that were read.
    pub(super) fn hashes(&self) -> impl Iterator<Item = u64> {
        self.places.iter().map(|place| self.token(place).hash)
    }

    fn token(&self, place: &Place) -> Token<'_> {
        let Place { start, end, spelling, kind, glued, capital } = *place;
        let (text, hash) = match spelling {
            Spelling::Plain(hash) => (&self.lower[start..end], hash),
            Spelling::Folded(from, to) => {
                let text = &self.folded[from..to];
                (text, hash_of(text))
            }
        };
        let (start, end) = (self.offset + start, self.offset + end);
        Token { start, end, text: Folded(text), hash, kind, glued, capital }
    }
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

/// Adds a character in lower case to the word that begins at `from`. The letters å, ä and ö stay (composed), other accents go.
fn push_folded(out: &mut String, from: usize, c: char) {
    let before = if is_combining(c) { out[from..].chars().next_back() } else { None };
    let composed = match (before, c) {
        (Some('a'), '\u{30A}') => Some('å'),
        (Some('a'), '\u{308}') => Some('ä'),
        (Some('o'), '\u{308}') => Some('ö'),
        _ => None,
    };
    if let Some(letter) = composed {
        out.pop();
        out.push(letter);
        return;
    }
    if is_combining(c) && out.len() > from {
        return;
    }
    match c {
        '’' | 'ʼ' | '‘' | '`' | '´' => out.push('\''),
        '–' | '—' | '‐' | '‑' | '−' => out.push('-'),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'á' | 'à' | 'â' | 'Á' => out.push('a'),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' => out.push('e'),
        'í' | 'ì' | 'ï' | 'î' => out.push('i'),
        'ó' | 'ò' | 'ô' | 'Ó' => out.push('o'),
        'ú' | 'ù' | 'û' | 'ü' => out.push('u'),
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let lower = text.to_ascii_lowercase();
        let mut folding = Folding::default();
        folding.read(text, &lower, 0);
        folding.tokens().into_iter().map(|token| token.text.as_str().to_owned()).collect()
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
            let lower = text.to_ascii_lowercase();
            let mut folding = Folding::default();
            folding.read(text, &lower, 0);
            folding.tokens()[1].glued
        };
        assert!(glued("3pm") && !glued("3 pm"));
    }
}
