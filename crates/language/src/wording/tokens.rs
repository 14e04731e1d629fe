//! A text as sentences of words: what patterns are laid over.

use crate::Span;

/// A word or a sign of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands in the text.
    pub(super) span: Span,
    /// Where it stands in [`Sentence::words`].
    word: Span,
    /// Whether it is a word or a number, not a sign.
    pub(super) is_word: bool,
    /// Whether someone else is quoted.
    pub(super) quoted: bool,
}

/// A sentence: its words in lower case, a space between them, and where each one came from.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// The words and signs, in order.
    pub(super) tokens: Vec<Token>,
    /// Their spelling for comparing: lower case, composed letters, plain apostrophes and hyphens.
    pub(super) words: String,
}

/// A longer sentence is cut: nobody wrote it as one, and the time taken stays linear.
const LONGEST: usize = 300;

impl Sentence {
    /// The spelling of a word, for comparing.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.of(&self.words))
    }

    fn push(&mut self, text: &str, span: Span, quoted: bool) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        let start = self.words.len();
        let is_word = text.chars().any(char::is_alphanumeric);
        plain(text, &mut self.words);
        let word = Span::new(start, self.words.len());
        self.tokens.push(Token { span, word, is_word, quoted });
    }
}

/// Writes a word as words are compared: lower case, letters composed with their accents, plain apostrophes and hyphens.
pub(super) fn plain(word: &str, into: &mut String) {
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

/// Reads a text into sentences; what stands in quotation marks or behind `>` is quoted.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let pieces = pieces(text);
    let quotes = super::quotes::ranges(text);
    let mut quotes = quotes.iter().peekable();
    let (mut all, mut now) = (Vec::new(), Sentence::default());
    for (index, &span) in pieces.iter().enumerate() {
        while quotes.peek().is_some_and(|quote| quote.end <= span.start) {
            quotes.next();
        }
        let quoted = quotes.peek().is_some_and(|quote| quote.overlaps(span));
        now.push(span.of(text), span, quoted);
        let next = pieces.get(index + 1).copied();
        if now.tokens.len() >= LONGEST || next.is_none_or(|next| ends(text, &now, span, next)) {
            all.push(std::mem::take(&mut now));
        }
    }
    all
}

/// Whether a sentence ends between two pieces.
fn ends(text: &str, now: &Sentence, span: Span, next: Span) -> bool {
    let between = Span::new(span.end, next.start).of(text);
    let begins = next.of(text).chars().next().unwrap_or(' ');
    let lines = between.matches('\n').count();
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

/// The words and signs of a text.
fn pieces(text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if is_letter(c) {
            let mut last = c;
            while let Some(&(at, c)) = chars.peek() {
                let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
                if !is_letter(c) && !joins(last, c, after) {
                    break;
                }
                end = at + c.len_utf8();
                last = c;
                chars.next();
            }
        }
        all.push(Span::new(start, end));
    }
    all
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
        let got: Vec<String> = sentences(text).into_iter().map(|each| each.words).collect();
        assert_eq!(got, want);
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
