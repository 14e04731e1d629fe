//! Which parts of a text are someone else's words: between quotation marks, or a line behind `>`.

use crate::Span;

/// How far a single quotation mark may stand from its partner, in bytes: an apostrophe has none.
const SINGLE_REACH: usize = 300;

/// The quoted parts, in order, not overlapping.
pub(super) fn ranges(text: &str) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    let (mut before, mut until) = ('\n', 0);
    for (at, c) in text.char_indices() {
        let previous = std::mem::replace(&mut before, c);
        if at < until {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
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
                single(rest).map(|n| at + n)
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

/// Whether the line after this line break is empty.
fn is_blank_next(rest: &str) -> bool {
    rest.chars().skip(1).find(|c| !matches!(c, ' ' | '\t' | '\r')).is_none_or(|c| c == '\n')
}

/// The length of a quotation in single marks, where it is one.
fn single(rest: &str) -> Option<usize> {
    let mut before = ' ';
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if at > SINGLE_REACH || c == '\n' {
            return None;
        }
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        if matches!(c, '\'' | '’') && !before.is_whitespace() && !after.is_alphanumeric() {
            return Some(at + c.len_utf8());
        }
        before = c;
    }
    None
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
