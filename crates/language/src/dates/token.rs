//! Cutting a text into words, numbers and marks, folded so that one spelling stands for all.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Mark,
}

/// A word, a run of digits, or a single other character.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Lower case, accents that carry no meaning taken off.
    pub(super) text: String,
    pub(super) kind: Kind,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

impl Token {
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
        self.text == text
    }
}

/// All tokens of a text, offset by the place where the text begins.
pub(super) fn tokens(text: &str, offset: usize) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut glued = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}') {
            glued = false;
            continue;
        }
        let (start, end) = (offset + at, offset + at + c.len_utf8());
        let kind = kind_of(c);
        if let Some(last) = out.last_mut().filter(|last| glued && joins(last, c, kind)) {
            last.end = end;
            push_folded(&mut last.text, c);
        } else {
            let mut folded = String::new();
            push_folded(&mut folded, c);
            out.push(Token { start, end, text: folded, kind, glued, capital: c.is_uppercase() });
        }
        glued = true;
    }
    out
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

fn joins(last: &Token, c: char, kind: Kind) -> bool {
    last.kind != Kind::Mark && (last.kind == kind || is_combining(c) && last.kind == Kind::Word)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Adds a character in lower case. The letters å, ä and ö stay (composed), other accents go.
fn push_folded(out: &mut String, c: char) {
    let composed = match (out.chars().next_back(), c) {
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
    if is_combining(c) && !out.is_empty() {
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
        tokens(text, 0).into_iter().map(|token| token.text).collect()
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
        assert!(tokens("3pm", 0)[1].glued && !tokens("3 pm", 0)[1].glued);
    }
}
