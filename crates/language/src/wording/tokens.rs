//! A text as sentences of words: what patterns are laid over.

use std::iter::Peekable;
use std::vec::IntoIter;

use crate::Span;
use crate::spelling::{SEED, Sieve, ends_word, hash_of, hash_on, letters, lower_of};

/// A word or a sign of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands in the text.
    pub(super) span: Span,
    /// Where its spelling stands in [`Sentence::folded`]; none where that of [`Sentence::lower`] will do.
    folded: Option<Span>,
    /// The hash of its spelling.
    pub(super) hash: u64,
    /// Whether it is a word or a number, not a sign.
    pub(super) is_word: bool,
    /// Whether someone else is quoted.
    pub(super) quoted: bool,
    /// Whether it begins with a capital, and with no more than one.
    pub(super) is_capital: bool,
}

/// A sentence: its words and signs, and how each is spelled for comparing.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The words and signs, in order.
    pub(super) tokens: Vec<Token>,
    /// The whole text, its plain letters in lower case: the spelling of a word without any other.
    lower: &'a str,
    /// The spelling of other words: lower case, composed letters, plain apostrophes and hyphens.
    folded: String,
    /// What words it holds, roughly.
    pub(super) held: WordsOf,
    /// Bits of its first tokens that are words and no signs.
    pub(super) words: u64,
    /// The first of its words; bullets and quotation marks before it do not count.
    pub(super) first: Option<usize>,
}

/// What words a sentence holds, or must hold.
pub(super) type WordsOf = Sieve<16>;

/// A longer sentence is cut: nobody wrote it as one, and the time taken stays linear.
const LONGEST: usize = 300;

impl<'a> Sentence<'a> {
    /// Without words.
    pub(super) const fn empty() -> Self {
        Self {
            tokens: Vec::new(),
            lower: "",
            folded: String::new(),
            held: WordsOf::NONE,
            words: 0,
            first: None,
        }
    }

    /// The spelling of a word, for comparing.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| match token.folded {
            None => token.span.of(self.lower),
            Some(folded) => folded.of(&self.folded),
        })
    }

    /// The words and signs with a space between them.
    pub(super) fn spelled(&self) -> String {
        let words: Vec<&str> = (0..self.tokens.len()).map(|at| self.word(at)).collect();
        words.join(" ")
    }

    /// Whether a word is a name: it has a capital in the middle of a sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        self.tokens.get(at).is_some_and(|token| token.is_capital)
            && before.is_some_and(|token| token.is_word)
    }

    fn begin(&mut self, lower: &'a str) {
        self.tokens.clear();
        self.folded.clear();
        self.held = WordsOf::NONE;
        self.words = 0;
        self.first = None;
        self.lower = lower;
    }

    fn push(&mut self, text: &str, piece: Piece, quoted: bool) {
        let Piece { span, mut hash, is_word, is_plain } = piece;
        let folded = (!is_plain).then(|| {
            let start = self.folded.len();
            plain(span.of(text), &mut self.folded);
            let folded = Span::new(start, self.folded.len());
            hash = hash_of(folded.of(&self.folded));
            folded
        });
        self.held.add(hash);
        if self.tokens.len() < 64 {
            self.words |= u64::from(is_word) << self.tokens.len();
        }
        if is_word && self.first.is_none() {
            self.first = Some(self.tokens.len());
        }
        let bytes = text.as_bytes().get(span.start..span.end).unwrap_or_default();
        let is_capital = matches!(bytes, [b'A'..=b'Z', second, ..] if !second.is_ascii_uppercase());
        self.tokens.push(Token { span, folded, hash, is_word, quoted, is_capital });
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
    let mut reader = Sentences::of(text, &lower);
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
    quotes: Peekable<IntoIter<Span>>,
    ahead: Option<Piece>,
}

impl<'a> Sentences<'a> {
    /// Of a text, given with its plain letters in lower case as well.
    pub(super) fn of(text: &'a str, lower: &'a str) -> Self {
        let quotes = super::quotes::ranges(text).into_iter().peekable();
        Self { text, lower, quotes, ahead: piece(text, lower, 0) }
    }

    /// Puts the next sentence in place of what was there; false where the text has ended.
    pub(super) fn read(&mut self, into: &mut Sentence<'a>) -> bool {
        into.begin(self.lower);
        while let Some(piece) = self.ahead {
            let span = piece.span;
            while self.quotes.peek().is_some_and(|quote| quote.end <= span.start) {
                self.quotes.next();
            }
            let quoted = self.quotes.peek().is_some_and(|quote| quote.overlaps(span));
            into.push(self.text, piece, quoted);
            self.ahead = self::piece(self.text, self.lower, span.end);
            let Some(next) = self.ahead else { break };
            if into.tokens.len() >= LONGEST || ends(self.text, into, span, next.span) {
                break;
            }
        }
        !into.tokens.is_empty()
    }
}

/// Whether a sentence ends between two pieces.
fn ends(text: &str, now: &Sentence<'_>, span: Span, next: Span) -> bool {
    let between = Span::new(span.end, next.start).of(text);
    if between.is_empty() || between == " " && text.as_bytes()[next.start].is_ascii_lowercase() {
        return false;
    }
    let begins = next.of(text).chars().next().unwrap_or(' ');
    let lines = between.bytes().filter(|byte| *byte == b'\n').count();
    if lines > 1 {
        return true;
    }
    if lines == 1 && (begins.is_uppercase() || matches!(begins, '-' | '*' | '•' | '>' | '#' | '<'))
    {
        return true;
    }
    if between.is_empty() || begins.is_lowercase() {
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
    let (length, hash) = letters(bytes.get(from..)?);
    if length > 0 && ends_word(bytes.get(from + length)) {
        let span = Span::new(from, from + length);
        return Some(Piece { span, hash, is_word: true, is_plain: true });
    }
    let start = match bytes.get(from)? {
        byte if byte.is_ascii_graphic() => from,
        _ => {
            let rest = text.get(from..)?;
            from + rest.len() - rest.trim_start().len()
        }
    };
    let mut end = start;
    let mut hash = SEED;
    let mut plain = |end: &mut usize| {
        while let Some(byte) = bytes.get(*end).filter(|byte| byte.is_ascii_alphanumeric()) {
            hash = hash_on(hash, *byte);
            *end += 1;
        }
    };
    plain(&mut end);
    let ended = matches!(bytes.get(end), None | Some(b' ' | b'\n' | b'\r'));
    if end > start && ended {
        return Some(Piece { span: Span::new(start, end), hash, is_word: true, is_plain: true });
    }
    if end == start {
        let first = text.get(start..)?.chars().next()?;
        end += first.len_utf8();
        if !is_letter(first) {
            let span = Span::new(start, end);
            let hash = span.of(lower).bytes().fold(SEED, hash_on);
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
