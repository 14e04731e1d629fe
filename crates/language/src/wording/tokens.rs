//! A text as sentences of words: what patterns are laid over.

use std::vec::IntoIter;

use super::grammar::WordSet;
use super::vocabulary::{Held, Letters, Symbol, UNKNOWN, Vocabulary};
use crate::Span;
use crate::sentences::LONGEST;
use crate::spelling::{Text, ends_word, hash_of, hash_of_sign, letters, lower_of};

/// A word or a sign of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands in the text.
    pub(super) span: Span,
    /// The hash of its spelling.
    hash: u64,
    /// Which of [`Sentence::folded`] is its spelling, counted from one; nought where that of [`Sentence::lower`] will do.
    folded: u32,
    /// Whether it is a word or a number, not a sign.
    pub(super) is_word: bool,
    /// Whether someone else is quoted.
    pub(super) quoted: bool,
}

impl Token {
    /// Its spelling, as a part of a text.
    #[inline]
    fn spelled<'a>(&self, lower: &'a str, folded: &'a [String]) -> (&'a str, Span) {
        match (self.folded as usize).checked_sub(1) {
            None => (lower, self.span),
            Some(place) => {
                let word = folded.get(place).map_or("", String::as_str);
                (word, Span::new(0, word.len()))
            }
        }
    }
}

/// What a word is in a vocabulary.
#[derive(Debug, Clone, Copy)]
struct Named {
    /// Its number.
    symbol: Symbol,
    /// Where in [`Sentence::also`] the numbers stand of what else it is there.
    also: (u32, u32),
}

/// A sentence: its words and signs, and how each is spelled for comparing.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The words and signs, in order.
    pub(super) tokens: Vec<Token>,
    /// The whole text.
    text: &'a str,
    /// The same, its plain letters in lower case: the spelling of a word without any other.
    lower: &'a str,
    /// The spelling of other words: lower case, composed letters, plain apostrophes and hyphens.
    folded: Vec<String>,
    /// Bits of its first tokens that are words and no signs.
    pub(super) words: u64,
    /// Which vocabulary it met last, by the place of its pack.
    met: Option<usize>,
    /// What it holds of that vocabulary.
    pub(super) held: Held,
    /// What each of its words is there.
    named: Vec<Named>,
    also: Vec<Symbol>,
}

impl<'a> Sentence<'a> {
    /// Without words.
    pub(super) fn empty() -> Self {
        Self {
            tokens: Vec::with_capacity(64),
            text: "",
            lower: "",
            folded: Vec::new(),
            words: 0,
            met: None,
            held: Held::default(),
            named: Vec::with_capacity(64),
            also: Vec::new(),
        }
    }

    /// Where it stands in the text.
    pub(super) fn span(&self) -> Span {
        let ends = self.tokens.first().zip(self.tokens.last());
        ends.map_or(Span::new(0, 0), |(first, last)| Span::new(first.span.start, last.span.end))
    }

    /// The spelling of a word, for comparing.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| {
            let (text, word) = token.spelled(self.lower, &self.folded);
            word.of(text)
        })
    }

    /// The words and signs with a space between them.
    pub(super) fn spelled(&self) -> String {
        let words: Vec<&str> = (0..self.tokens.len()).map(|at| self.word(at)).collect();
        words.join(" ")
    }

    /// Looks its words up in the vocabulary of the pack with this place, if it was not the last it met.
    pub(super) fn meet(&mut self, pack: usize, vocabulary: &Vocabulary) {
        if self.met.replace(pack) == Some(pack) {
            return;
        }
        let Self { tokens, lower, folded, held, named, also, .. } = self;
        held.clear(vocabulary);
        named.clear();
        also.clear();
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        named.extend(tokens.iter().map(|token| {
            let from = also.len();
            let (text, word) = token.spelled(lower, folded);
            let letters = Letters::of(text, word);
            let symbol = vocabulary.find(token.hash, letters, || word.of(text), also);
            if symbol != UNKNOWN {
                held.add(symbol);
            }
            if also.len() == from {
                return Named { symbol, also: (0, 0) };
            }
            also[from..].iter().for_each(|symbol| held.add(*symbol));
            Named { symbol, also: (place(from), place(also.len())) }
        }));
    }

    /// What a word is in the vocabulary it met: its number, and those of what else it is.
    #[inline]
    pub(super) fn symbols(&self, at: usize) -> (Symbol, &[Symbol]) {
        match self.named.get(at) {
            None => (UNKNOWN, &[]),
            Some(Named { symbol, also: (_, 0) }) => (*symbol, &[]),
            Some(Named { symbol, also: (from, to) }) => {
                (*symbol, self.also.get(*from as usize..*to as usize).unwrap_or_default())
            }
        }
    }

    /// Whether a word is this one, or like it.
    #[inline]
    pub(super) fn is(&self, at: usize, word: Symbol) -> bool {
        let (symbol, also) = self.symbols(at);
        symbol == word || also.contains(&word)
    }

    /// Whether a word is one of these, or like one.
    #[inline]
    pub(super) fn is_of(&self, at: usize, words: WordSet<'_>) -> bool {
        let (symbol, also) = self.symbols(at);
        words.holds(symbol) || also.iter().any(|symbol| words.holds(*symbol))
    }

    /// Whether a word is a name: it has a capital, and no more than one, in the middle of a sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let word = self.tokens.get(at).map_or("", |token| token.span.of(self.text)).as_bytes();
        before.is_some_and(|token| token.is_word)
            && matches!(word, [b'A'..=b'Z', second, ..] if !second.is_ascii_uppercase())
    }

    /// Whether a word is the first; bullets and quotation marks before it do not count.
    pub(super) fn is_first(&self, at: usize) -> bool {
        let first = match self.words {
            0 => self.tokens.iter().position(|token| token.is_word),
            words => Some(words.trailing_zeros() as usize),
        };
        first == Some(at)
    }

    fn begin(&mut self, text: &'a str, lower: &'a str) {
        self.tokens.clear();
        self.folded.clear();
        self.words = 0;
        self.met = None;
        self.text = text;
        self.lower = lower;
    }

    #[inline]
    fn push(&mut self, piece: &Piece, quoted: bool) {
        let Piece { span, hash, is_word, is_plain } = *piece;
        let place = self.tokens.len();
        if place < 64 {
            self.words |= u64::from(is_word) << place;
        }
        let mut token = Token { span, hash, folded: 0, is_word, quoted };
        if !is_plain {
            self.fold(&mut token);
        }
        self.tokens.push(token);
    }

    /// Spells a word that lower case alone does not.
    #[cold]
    fn fold(&mut self, token: &mut Token) {
        let mut spelling = String::with_capacity(token.span.end - token.span.start);
        plain(token.span.of(self.text), &mut spelling);
        token.hash = hash_of(&spelling);
        self.folded.push(spelling);
        token.folded = u32::try_from(self.folded.len()).unwrap_or_default();
    }
}

/// Writes a word as words are compared: lower case, letters composed with their accents, plain apostrophes and hyphens.
pub(super) fn plain(word: &str, into: &mut String) {
    if word.is_ascii() {
        let start = into.len();
        into.push_str(word);
        if let Some(added) = into.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    let mut before: Option<char> = None;
    for c in word.chars().flat_map(char::to_lowercase) {
        let composed = before.and_then(|letter| compose(letter, c));
        if let Some(composed) = composed {
            into.pop();
            into.push(composed);
            before = Some(composed);
            continue;
        }
        let c = match c {
            '\u{2019}' | '\u{2018}' | '\u{02bc}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        };
        into.push(c);
        before = Some(c);
    }
}

/// A letter and the accent written after it, as one letter, for the accents of Dutch and Swedish.
const fn compose(letter: char, accent: char) -> Option<char> {
    Some(match (letter, accent) {
        ('a', '\u{301}') => 'á',
        ('e', '\u{301}') => 'é',
        ('i', '\u{301}') => 'í',
        ('o', '\u{301}') => 'ó',
        ('u', '\u{301}') => 'ú',
        ('a', '\u{300}') => 'à',
        ('e', '\u{300}') => 'è',
        ('a', '\u{308}') => 'ä',
        ('e', '\u{308}') => 'ë',
        ('i', '\u{308}') => 'ï',
        ('o', '\u{308}') => 'ö',
        ('u', '\u{308}') => 'ü',
        ('a', '\u{30a}') => 'å',
        ('e', '\u{302}') => 'ê',
        _ => return None,
    })
}

/// The words of all sentences of a text, each with a space between.
pub(super) fn spelled(text: &str) -> Vec<String> {
    let lower = lower_of(text);
    let mut reader = Sentences::of(Text::of(text, &lower));
    let mut sentence = Sentence::empty();
    std::iter::from_fn(|| reader.read(&mut sentence).then(|| sentence.spelled())).collect()
}

/// Reads a text sentence by sentence, so that the room for one serves them all.
///
/// What stands in quotation marks or behind `>` is quoted.
#[derive(Debug)]
pub(super) struct Sentences<'a> {
    text: &'a str,
    lower: &'a str,
    /// What is quoted and does not end before the words that are read.
    quote: Span,
    quotes: IntoIter<Span>,
    /// The piece behind the sentence that was read last.
    ahead: Option<Piece>,
    /// Where that ends.
    at: usize,
}

/// Behind all text.
const NOWHERE: Span = Span::new(usize::MAX, usize::MAX);

impl<'a> Sentences<'a> {
    /// Of a text.
    pub(super) fn of(text: Text<'a>) -> Self {
        let Text { written: text, low: lower } = text;
        let mut quotes = super::quotes::ranges(text).into_iter();
        let quote = quotes.next().unwrap_or(NOWHERE);
        Self { text, lower, quote, quotes, ahead: None, at: 0 }
    }

    /// Leaves out what stands before the beginning of a paragraph and was not read yet.
    pub(super) fn skip_to(&mut self, paragraph: usize) {
        if self.ahead.is_none_or(|ahead| ahead.span.start < paragraph) {
            self.ahead = None;
            self.at = self.at.max(paragraph);
        }
    }

    /// Puts the next sentence in place of what was there; false where the text has ended.
    pub(super) fn read(&mut self, into: &mut Sentence<'a>) -> bool {
        into.begin(self.text, self.lower);
        let mut before = None;
        if let Some(first) = self.ahead.take() {
            self.push(&first, into);
            before = Some((first.span.end, first.is_word));
        }
        while let Some(next) = piece(self.text, self.lower, self.at) {
            self.at = next.span.end;
            let ends = before.is_some_and(|(end, is_word)| {
                let between = Span { start: end, end: next.span.start };
                !goes_on(self.text, between, is_word) && ends(self.text, into, between, next.span)
            });
            // A longer sentence is cut, so that the time taken stays linear.
            if ends || into.tokens.len() >= LONGEST {
                self.ahead = Some(next);
                break;
            }
            self.push(&next, into);
            before = Some((next.span.end, next.is_word));
        }
        !into.tokens.is_empty()
    }

    #[inline]
    fn push(&mut self, piece: &Piece, into: &mut Sentence<'a>) {
        while self.quote.end <= piece.span.start {
            self.quote = self.quotes.next().unwrap_or(NOWHERE);
        }
        into.push(piece, self.quote.start < piece.span.end);
    }
}

/// Whether a sentence surely goes on between two pieces: there is nothing, or a space behind a word or before a letter in
/// lower case.
#[inline]
fn goes_on(text: &str, between: Span, behind_word: bool) -> bool {
    let bytes = text.as_bytes();
    let is_next = |is: fn(&u8) -> bool| bytes.get(between.end).is_some_and(is);
    match between.end - between.start {
        0 => true,
        1 => {
            let is_space = bytes.get(between.start) == Some(&b' ');
            is_space && (behind_word || is_next(u8::is_ascii_lowercase))
        }
        _ => false,
    }
}

/// Whether a sentence ends between the piece it has come to and the next, where it does not surely go on.
fn ends(text: &str, now: &Sentence<'_>, between: Span, next: Span) -> bool {
    let between = between.of(text).as_bytes();
    let begins = next.of(text).chars().next().unwrap_or(' ');
    let lines = between.iter().filter(|byte| **byte == b'\n').count();
    if lines > 1 {
        return true;
    }
    if lines == 1 && (begins.is_uppercase() || matches!(begins, '-' | '*' | '•' | '>' | '#' | '<'))
    {
        return true;
    }
    if begins.is_lowercase() {
        return false;
    }
    let last = now.tokens.len() - 1;
    let closed = matches!(now.word(last), "\"" | "”" | "»" | ")" | "'");
    let at = if closed { last.saturating_sub(1) } else { last };
    match now.word(at) {
        "!" | "?" | "…" => true,
        "." => !is_abbreviation(now.word(at.saturating_sub(1)), begins),
        _ => false,
    }
}

/// Whether a full stop after this word is part of an abbreviation.
fn is_abbreviation(word: &str, next: char) -> bool {
    const BEFORE_NAMES: [&str; 16] = [
        "dhr", "mevr", "mw", "mr", "mrs", "ms", "dr", "ir", "ing", "prof", "bijv", "bv", "t.ex",
        "e.g", "i.e", "bl.a",
    ];
    const BEFORE_NUMBERS: [&str; 8] = ["kl", "nr", "no", "art", "ca", "tel", "v", "p"];
    BEFORE_NAMES.contains(&word) || (next.is_numeric() && BEFORE_NUMBERS.contains(&word))
}

/// A word or sign of a text.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    /// The hash of its spelling, where that is plain.
    hash: u64,
    is_word: bool,
    /// Whether lower case is all that its spelling needs.
    is_plain: bool,
}

/// The first word or sign from a place on.
fn piece(text: &str, lower: &str, from: usize) -> Option<Piece> {
    let bytes = lower.as_bytes();
    let from = if bytes.get(from) == Some(&b' ') { from + 1 } else { from };
    let rest = bytes.get(from..)?;
    let (length, hash) = letters(rest);
    if length > 0 {
        let is_end = match rest.get(length) {
            Some(b'.') => matches!(rest.get(length + 1), None | Some(b' ' | b'\n' | b'\r')),
            next => ends_word(next),
        };
        if is_end {
            let span = Span { start: from, end: from + length };
            return Some(Piece { span, hash, is_word: true, is_plain: true });
        }
    }
    let start = match rest.first()? {
        sign if sign.is_ascii_punctuation() && *sign != b'_' => {
            let span = Span::new(from, from + 1);
            return Some(Piece { span, hash: hash_of_sign(*sign), is_word: false, is_plain: true });
        }
        byte if byte.is_ascii_graphic() => from,
        _ => {
            let rest = text.get(from..)?;
            from + rest.len() - rest.trim_start().len()
        }
    };
    let mut end = start;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        end += 1;
    }
    let ended = matches!(bytes.get(end), None | Some(b' ' | b'\n' | b'\r'));
    if end > start && ended {
        let span = Span::new(start, end);
        let hash = hash_of(span.of(lower));
        return Some(Piece { span, hash, is_word: true, is_plain: true });
    }
    if end == start {
        let first = text.get(start..)?.chars().next()?;
        end += first.len_utf8();
        if !is_letter(first) {
            let span = Span::new(start, end);
            let hash = hash_of(span.of(lower));
            return Some(Piece { span, hash, is_word: false, is_plain: first.is_ascii() });
        }
    }
    let span = Span::new(start, word_end(text, start, end));
    let word = span.of(lower);
    let hash = hash_of(word);
    let is_word = word.chars().any(char::is_alphanumeric);
    Some(Piece { span, hash, is_word, is_plain: word.is_ascii() })
}

/// Where a word ends, of which a part is known.
fn word_end(text: &str, start: usize, known: usize) -> usize {
    let mut end = known;
    let mut last = Span::new(start, known).of(text).chars().next_back().unwrap_or(' ');
    let mut chars = text.get(known..).unwrap_or_default().chars();
    while let Some(c) = chars.next() {
        if !is_letter(c) && !joins(last, c, chars.clone().next()) {
            break;
        }
        end += c.len_utf8();
        last = c;
    }
    end
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether a sign holds two halves of one word together: `don't`, `a.s.a.p`, `12.30`, `kant-en-klaar`.
fn joins(before: char, sign: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    match sign {
        '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' => is_letter(before) && is_letter(after),
        '.' => {
            before.is_numeric() && after.is_numeric()
                || before.is_alphabetic() && after.is_lowercase()
                || before.is_uppercase() && after.is_uppercase()
        }
        ',' | ':' => before.is_numeric() && after.is_numeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        assert_eq!(spelled(text), want);
    }

    #[test]
    fn words_keep_their_hyphens_and_apostrophes() {
        check("Don’t use the ASAP-method.", &["don't use the asap-method ."]);
        check("om 12.30 uur, A.S.A.P. graag", &["om 12.30 uur , a.s.a.p . graag"]);
        check("vo\u{301}o\u{301}r", &["vóór"]);
    }

    #[test]
    fn sentences_end_at_signs_and_empty_lines_but_not_at_abbreviations() {
        check("Dat kan niet. Wel maandag!", &["dat kan niet .", "wel maandag !"]);
        check("Dhr. Smit komt bijv. Maandag kl. 12", &["dhr . smit komt bijv . maandag kl . 12"]);
        check(
            "Een kop\n\nen tekst\nloopt door\nNieuw",
            &["een kop", "en tekst loopt door", "nieuw"],
        );
    }
}
