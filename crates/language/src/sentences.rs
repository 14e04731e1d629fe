//! Sentences, list items and clauses of the writer's own words.
//!
//! A full stop ends a sentence, unless it belongs to an abbreviation ("bijv.", "t.ex.", "e.g."), a time or a date
//! ("15.30", "3.12.", "v. 49"). A line that begins with a bullet or a number and a stop begins an item. A hard line break
//! inside a paragraph ends nothing, unless the line is short and the next begins with a capital.

mod abbreviations;
mod clauses;

use std::ops::Range;

use crate::words::{self, Text, Word};
use crate::zones::{self, Kind, Zone};
use crate::{Lang, Span};

/// A sentence, or the words of a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Where it stands, without bullet and white space.
    pub span: Span,
    /// Whether it stands in a list.
    pub item: bool,
    /// Its words, those of quotations inside it left out.
    pub words: Vec<Word<'a>>,
    /// Its clauses, as ranges of `words`; together they are all of them.
    pub clauses: Vec<Range<usize>>,
}

impl Sentence<'_> {
    /// Whether it ends as a question.
    pub fn asks(&self) -> bool {
        self.words.iter().rev().take_while(|word| word.mark).any(|word| word.low == "?")
    }

    /// Whether it announces what follows: it ends in a colon.
    pub fn announces(&self) -> bool {
        self.words.last().is_some_and(|word| word.low == ":")
    }
}

/// Nobody wrote more words as one sentence.
pub(crate) const LONGEST: usize = 300;

/// Room is made for so many sentences at first.
const USUAL: usize = 16;

/// The sentences of the writer's own words, in order.
pub fn of<'a>(text: Text<'a>, zones: &[Zone], lang: Lang) -> Vec<Sentence<'a>> {
    let quotations: Vec<Span> =
        zones.iter().filter(|zone| zone.kind == Kind::Quotation).map(|zone| zone.span).collect();
    let mut sentences = Vec::with_capacity(USUAL);
    let mut hidden = 0;
    let is_ours = |zone: &Zone| matches!(zone.kind, Kind::Own | Kind::Quotation);
    for run in zones::runs(zones, is_ours) {
        for (span, item) in split(text.written, run, &quotations) {
            while quotations.get(hidden).is_some_and(|quoted| quoted.end <= span.start) {
                hidden += 1;
            }
            let until = quotations[hidden..]
                .iter()
                .position(|quoted| quoted.start >= span.end)
                .map_or(quotations.len(), |count| hidden + count);
            let words = words::of(text, span, &quotations[hidden..until]);
            let clauses = clauses::of(&words, lang);
            sentences.push(Sentence { span, item, words, clauses });
        }
    }
    sentences
}

/// Marks in a row, in bytes, beyond which they are no punctuation.
const LONG_ROW: usize = 64;

/// Cuts a run into sentences; the flag says whether it is part of a list.
fn split(text: &str, run: Span, quotations: &[Span]) -> Vec<(Span, bool)> {
    let mut found = Vec::with_capacity(USUAL);
    let mut start = run.start;
    let mut item = false;
    let mut line_start = run.start;
    // A long row of marks that ends nothing is looked at once, not from each of its marks.
    let mut unending = run.start;
    let mut quotation = quotations.partition_point(|quoted| quoted.end <= run.start);
    let mut next = run.start;
    while let Some(at) =
        next_place(text, Span::new(next, run.end), line_start, quotations.get(quotation))
    {
        next = at + 1;
        if let Some(quoted) = quotations.get(quotation).filter(|quoted| quoted.start == at) {
            next = quoted.end.max(next);
            quotation += 1;
            if quotation_ends_sentence(text, *quoted, run.end) {
                keep(text, Span::new(start, quoted.end), item, &mut found);
                start = quoted.end;
            }
            continue;
        }
        if at == line_start
            && let Some(after) = bullet(text, at, run.end)
        {
            keep(text, Span::new(start, at), item, &mut found);
            (start, item, next) = (after, true, after);
            continue;
        }
        let rest = text.get(at..run.end).unwrap_or_default();
        if rest.starts_with(['\n', '\r']) {
            let line = text.get(line_start..at).unwrap_or_default();
            line_start = at + if rest.starts_with("\r\n") { 2 } else { 1 };
            next = line_start;
            let below = text.get(line_start..run.end).unwrap_or_default();
            if breaks(line, below) {
                keep(text, Span::new(start, at), item, &mut found);
                start = at;
                item &= !begins_blank(below) && !begins_upper(below);
            }
            continue;
        }
        if !rest.starts_with(['.', '!', '?', '…']) || at < unending {
            continue;
        }
        let marks = |c: char| matches!(c, '.' | '!' | '?' | '…' | ')' | '”' | '"' | '’');
        let row = rest.len() - rest.trim_start_matches(marks).len();
        crate::steps::add(row);
        let end = at + row;
        if ends(text, Span::new(start, at), rest) {
            keep(text, Span::new(start, end), item, &mut found);
            (start, next) = (end, end);
        } else if row > LONG_ROW {
            unending = end;
        }
    }
    keep(text, Span::new(start, run.end), item, &mut found);
    found
}

/// The next place where something may begin or end: a line, a quotation, or at a line break or a mark.
fn next_place(text: &str, rest: Span, line_start: usize, quoted: Option<&Span>) -> Option<usize> {
    if rest.start == line_start && rest.start < rest.end {
        return Some(line_start);
    }
    let bytes = text.as_bytes().get(rest.start..rest.end)?;
    let quoted = quoted.and_then(|quoted| quoted.start.checked_sub(rest.start));
    let until = quoted.map_or(bytes.len(), |quoted| quoted.min(bytes.len()));
    let mark = bytes[..until].iter().position(|&byte| ENDS[usize::from(byte)]);
    let place = mark.or_else(|| quoted.filter(|&quoted| quoted < bytes.len()))?;
    Some(rest.start + place)
}

/// Bytes that line breaks and the marks at the end of sentences begin with.
const ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    ends[b'\n' as usize] = true;
    ends[b'\r' as usize] = true;
    ends[b'.' as usize] = true;
    ends[b'!' as usize] = true;
    ends[b'?' as usize] = true;
    ends[0xE2] = true; // of "…"
    ends
};

/// Adds a sentence without the white space around it, if any word is left.
fn keep(text: &str, span: Span, item: bool, found: &mut Vec<(Span, bool)>) {
    let words = span.of(text);
    let lead = words.len() - words.trim_start().len();
    let trimmed = words.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let start = span.start + lead;
        found.push((Span::new(start, start + trimmed.len()), item));
    }
}

/// Where the words of an item begin, if this line begins one.
fn bullet(text: &str, at: usize, limit: usize) -> Option<usize> {
    let line = text.get(at..limit)?;
    let shown = line.trim_start_matches([' ', '\t']);
    let lead = at + line.len() - shown.len();
    let digits = shown.len() - shown.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = shown.chars().next()?;
    let mark = if matches!(first, '-' | '*' | '•' | '–' | '—' | '·' | '+' | '◦' | '▪') {
        first.len_utf8()
    } else if (1..=2).contains(&digits) && shown[digits..].starts_with(['.', ')']) {
        digits + 1
    } else if first.is_ascii_lowercase() && shown[1..].starts_with(')') {
        2
    } else {
        return None;
    };
    let rest = &shown[mark..];
    let after = rest.trim_start_matches([' ', '\t']);
    (after.len() < rest.len() && !after.starts_with(['\n', '\r']) && !after.is_empty())
        .then(|| lead + mark + rest.len() - after.len())
}

/// Whether a line break ends the sentence before it.
fn breaks(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    begins_blank(next)
        || (begins_upper(next) && line.len() < 60 && !line.ends_with([',', ';']))
        || line.ends_with(':')
}

fn begins_blank(text: &str) -> bool {
    text.trim_start_matches([' ', '\t']).chars().next().is_none_or(|c| matches!(c, '\n' | '\r'))
}

fn begins_upper(text: &str) -> bool {
    text.trim_start_matches([' ', '\t']).chars().next().is_some_and(char::is_uppercase)
}

/// A quotation that holds its own full stop, with a capital or nothing after it, ends the sentence around it.
fn quotation_ends_sentence(text: &str, quoted: Span, limit: usize) -> bool {
    let inner = quoted.of(text);
    let inner = inner.trim_end_matches(['"', '”', '“', '»', '’', '\'']);
    let rest = text.get(quoted.end..limit).unwrap_or_default();
    inner.ends_with(['.', '!', '?', '…'])
        && rest.starts_with(char::is_whitespace)
        && begins_upper(rest.trim_start())
}

/// Whether the mark at the head of `rest` ends the sentence that runs up to it.
fn ends(text: &str, sentence: Span, rest: &str) -> bool {
    let after = rest.trim_start_matches(['.', '!', '?', '…', ')', '”', '"', '’']);
    let marks = &rest[..rest.len() - after.len()];
    let Some(next) = after.chars().next() else { return true };
    if !next.is_whitespace() {
        return false;
    }
    let follows = after.trim_start().chars().next();
    if marks.contains(['!', '?']) {
        // "Yahoo! has": a small letter goes on.
        return !follows.is_some_and(char::is_lowercase) || after.starts_with(['\n', '\r']);
    }
    if marks.starts_with("..") || marks.starts_with('…') {
        return follows.is_some_and(char::is_uppercase);
    }
    let lead = sentence.of(text);
    let wide = |(at, space): (usize, &str)| at + space.len();
    let word_start = lead.rmatch_indices(char::is_whitespace).next().map_or(0, wide);
    crate::steps::add(lead.len() - word_start);
    let word = lead[word_start..].trim_start_matches(['(', '"', '“', '”', '„', '«']);
    abbreviations::full_stop(word, follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lang: Lang, wanted: &[&str]) {
        let low = words::lower_of(text);
        let both = Text::of(text, &low);
        let zones = zones::of(text);
        let found: Vec<&str> =
            of(both, &zones, lang).iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn abbreviations_times_and_dates_end_no_sentence() {
        check(
            "Wij komen d.w.z. de monteur komt om 15.30 uur. Zie nr. 12 van 3.12. voor ca. 40 stuks!",
            Lang::Nl,
            &[
                "Wij komen d.w.z. de monteur komt om 15.30 uur.",
                "Zie nr. 12 van 3.12. voor ca. 40 stuks!",
            ],
        );
        check(
            "Vi kommer v. 49, bl.a. kl. 9. Fr.o.m. måndag gäller t.ex. nya tider... Vi hörs.",
            Lang::Sv,
            &[
                "Vi kommer v. 49, bl.a. kl. 9.",
                "Fr.o.m. måndag gäller t.ex. nya tider...",
                "Vi hörs.",
            ],
        );
        check(
            "Mr. Jones, e.g. our engineer, comes at 4 p.m. on Friday. He waits... then goes.",
            Lang::En,
            &["Mr. Jones, e.g. our engineer, comes at 4 p.m. on Friday.", "He waits... then goes."],
        );
    }

    #[test]
    fn a_wide_space_before_the_last_word_is_passed_over_whole() {
        check("Wij komen\u{a0}langs. Tot dan!", Lang::Nl, &["Wij komen\u{a0}langs.", "Tot dan!"]);
    }

    #[test]
    fn items_and_lines_are_told_apart() {
        check(
            "Wat wij doen:\r\n- vrijdag: monteur\r\n- maandag bellen wij\r\n1. klaar\r\n\r\nEen zin die\r\nverder loopt.",
            Lang::Nl,
            &[
                "Wat wij doen:",
                "vrijdag: monteur",
                "maandag bellen wij",
                "klaar",
                "Een zin die\r\nverder loopt.",
            ],
        );
        check("Short line\nNext line", Lang::En, &["Short line", "Next line"]);
    }

    #[test]
    fn a_word_that_begins_a_clause_behind_a_comma_leaves_none_empty() {
        let text = "I have passed it on, and will keep an eye on it.";
        let low = words::lower_of(text);
        let sentences = of(Text::of(text, &low), &zones::of(text), Lang::En);
        let lengths: Vec<usize> = sentences[0].clauses.iter().map(ExactSizeIterator::len).collect();
        assert_eq!(lengths, [6, 8]);
    }

    #[test]
    fn words_in_quotation_marks_are_not_ours() {
        let text = "The leaflet says \"we repair. Always.\" and so on. He said “We come.” We stay.";
        check(
            text,
            Lang::En,
            &[
                "The leaflet says \"we repair. Always.\" and so on.",
                "He said “We come.”",
                "We stay.",
            ],
        );
        let zones = zones::of(text);
        let low = words::lower_of(text);
        let words = &of(Text::of(text, &low), &zones, Lang::En)[0].words;
        assert!(words.iter().all(|word| word.low != "repair"));
    }
}
