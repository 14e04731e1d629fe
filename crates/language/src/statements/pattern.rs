//! Small patterns over the words of a clause, in which the rules are written.
//!
//! A pattern is a row of parts between spaces:
//! - `word` or `one|other`: that word; `stem*`, `*ending`: words that begin or end so; `#`: a word that begins with a digit;
//!   `#/`: a date in digits, `#:`: a time in digits, `#e`: an ordinal such as `18e` or `3rd`, `#pm`: a time such as `5pm`;
//! - `@class`: a word of a class of the lexicon;
//! - `?part`: may be there; `!part`: the next word is not that; `.`: any word, `?.`: one word or mark, or none; `..`: up to ten words;
//! - `^` and `$`: the beginning and the end of the clause, marks of punctuation left aside.
//!
//! Whether a pattern fits is told by following all places at once that it could have come to, a bit for each word; only
//! where it fits is the place looked for.

use super::dictionary::{Dictionary, Seen, Term};

/// How many words `..` passes over at most.
const GAP: usize = 10;

/// One part of a pattern.
#[derive(Debug, Clone, Copy)]
enum Part {
    One(Term),
    Maybe(Term),
    Not(Term),
    Any,
    MaybeAny,
    Gap,
    Start,
    End,
}

/// A pattern, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Box<[Part]>);

/// The words of a clause, with what patterns are compared by.
#[derive(Debug)]
pub(super) struct Held<'a> {
    words: &'a [Seen],
    dictionary: &'a Dictionary,
    /// The first word that is no mark; beyond the last where there is none.
    first: usize,
    /// Where only marks follow.
    rest: usize,
    /// Bits of the words that are no marks, where there are few enough words.
    bare: u64,
    /// Bits of the words that rules name.
    named: u64,
    /// Bits of those that they know by a class or shape only.
    shaped: u64,
    /// Bits of classes.
    classes: u128,
}

/// Clauses of more words are searched word by word; a place behind the last word has its bit too.
const MOST_BITS: usize = 63;

impl<'a> Held<'a> {
    /// Of a clause.
    pub(super) fn of(words: &'a [Seen], dictionary: &'a Dictionary) -> Self {
        let bare = |word: &Seen| !word.mark;
        let bits = |is: fn(&Seen) -> bool| {
            let words = words.iter().take(MOST_BITS).zip(0..);
            words.fold(0, |all, (word, at)| all | u64::from(is(word)) << at)
        };
        Self {
            first: words.iter().position(bare).unwrap_or(words.len()),
            rest: words.iter().rposition(bare).map_or(0, |last| last + 1),
            bare: bits(bare),
            named: bits(|word| word.number.is_some()),
            shaped: bits(Seen::is_shaped),
            classes: words.iter().fold(0, |all, word| all | word.classes),
            words,
            dictionary,
        }
    }

    /// Its words.
    pub(super) const fn words(&self) -> &'a [Seen] {
        self.words
    }

    /// Its first word that is no mark.
    pub(super) fn first(&self) -> &'a [Seen] {
        self.words.get(self.first..=self.first).unwrap_or_default()
    }

    /// Whether it holds a word of one of these classes.
    pub(super) const fn any(&self, classes: u128) -> bool {
        self.classes & classes != 0
    }

    fn answers(&self, at: usize, term: Term) -> bool {
        self.words.get(at).is_some_and(|word| self.dictionary.answers(word, term))
    }

    /// Those of some places whose words answer a term.
    fn answering(&self, places: u64, term: Term) -> u64 {
        let named = self.dictionary.named(term);
        let by_name = self.those(places & self.named, |word| named.hold(word));
        let shaped = places & self.shaped;
        by_name | self.those(shaped, |word| self.dictionary.asks_for(word, term))
    }

    /// Those of some places whose words are so.
    fn those(&self, mut places: u64, is: impl Fn(&Seen) -> bool) -> u64 {
        let mut those = 0;
        while places != 0 {
            let lowest = places & places.wrapping_neg();
            let word = self.words.get(places.trailing_zeros() as usize);
            those |= if word.is_some_and(&is) { lowest } else { 0 };
            places ^= lowest;
        }
        those
    }
}

impl Pattern {
    /// Reads a pattern.
    pub(super) fn read(text: &'static str, dictionary: &mut Dictionary) -> Self {
        let part = |part: &'static str| match part {
            "^" => Part::Start,
            "$" => Part::End,
            "." => Part::Any,
            ".." | "?.." => Part::Gap,
            "?." => Part::MaybeAny,
            _ => match (part.strip_prefix('?'), part.strip_prefix('!')) {
                (Some(rest), _) => Part::Maybe(dictionary.term(rest)),
                (_, Some(rest)) => Part::Not(dictionary.term(rest)),
                _ => Part::One(dictionary.term(part)),
            },
        };
        Self(text.split_whitespace().map(part).collect())
    }

    /// The terms that words of a clause must answer for this to fit.
    pub(super) fn needs(&self) -> impl Iterator<Item = Term> {
        self.0.iter().filter_map(|part| match part {
            Part::One(term) => Some(*term),
            Part::Maybe(_)
            | Part::Not(_)
            | Part::Any
            | Part::MaybeAny
            | Part::Gap
            | Part::Start
            | Part::End => None,
        })
    }

    /// The terms of which the first word of a clause must answer one for this to fit; none where any word may come first.
    pub(super) fn first(&self) -> Option<impl Iterator<Item = Term>> {
        let (Part::Start, rest) = self.0.split_first()? else { return None };
        let mays = rest.iter().position(|part| !matches!(part, Part::Maybe(_)))?;
        matches!(rest.get(mays), Some(Part::One(_))).then_some(())?;
        let terms = rest.get(..=mays)?.iter();
        Some(terms.filter_map(|part| match part {
            Part::One(term) | Part::Maybe(term) => Some(*term),
            Part::Not(_) | Part::Any | Part::MaybeAny | Part::Gap | Part::Start | Part::End => None,
        }))
    }

    /// The first place where it fits, as a range of words.
    pub(super) fn find(&self, held: &Held<'_>) -> Option<(usize, usize)> {
        self.may_fit(held).then(|| self.search(held)).flatten()
    }

    /// The same, looked for word by word.
    pub(super) fn search(&self, held: &Held<'_>) -> Option<(usize, usize)> {
        let starts = if matches!(self.0.first(), Some(Part::Start)) {
            held.first..(held.first + 1).min(held.words.len())
        } else {
            held.first..held.words.len()
        };
        starts.into_iter().find_map(|at| fits(&self.0, held, at).map(|end| (at, end)))
    }

    /// Whether it fits anywhere.
    pub(super) fn is_in(&self, held: &Held<'_>) -> bool {
        if held.words.len() > MOST_BITS { self.find(held).is_some() } else { self.may_fit(held) }
    }

    /// Whether it fits anywhere; always where a clause is too long to tell so.
    fn may_fit(&self, held: &Held<'_>) -> bool {
        let count = held.words.len();
        if count > MOST_BITS {
            return true;
        }
        let words = (1 << count) - 1;
        let all = words | 1 << count;
        let mut places = words & !((1 << held.first) - 1);
        for part in &self.0 {
            places = match part {
                Part::One(term) => held.answering(places & words, *term) << 1,
                Part::Maybe(term) => places | held.answering(places & words, *term) << 1,
                Part::Not(term) => places & !held.answering(places & words, *term),
                Part::Any => (places & held.bare) << 1,
                Part::MaybeAny => places | (places & words) << 1,
                Part::Gap => {
                    // Ten words on: once, twice, and as many again.
                    let three = places | places << 1 | places << 2 | places << 3;
                    let seven = three | three << 4;
                    (seven | seven << (GAP - 7)) & all
                }
                Part::Start => places & 1 << held.first,
                Part::End => places & !((1 << held.rest) - 1),
            };
            if places == 0 {
                return false;
            }
        }
        true
    }
}

/// Where a pattern ends that fits from this word on.
fn fits(parts: &[Part], held: &Held<'_>, at: usize) -> Option<usize> {
    crate::steps::add(1);
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let next = |goes_on: bool| if goes_on { fits(rest, held, at + 1) } else { None };
    let here = || fits(rest, held, at);
    match part {
        Part::One(term) => next(held.answers(at, *term)),
        Part::Maybe(term) => next(held.answers(at, *term)).or_else(here),
        Part::Not(term) => (!held.answers(at, *term)).then(here).flatten(),
        Part::Any => next(held.words.get(at).is_some_and(|word| !word.mark)),
        Part::MaybeAny => next(at < held.words.len()).or_else(here),
        Part::Gap => (at..=(at + GAP).min(held.words.len())).find_map(|at| fits(rest, held, at)),
        Part::Start => (at == held.first).then(here).flatten(),
        Part::End => (at >= held.rest).then(here).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::words::{Text, lower_of};

    #[track_caller]
    fn check(pattern: &'static str, text: &str, wanted: bool) {
        let mut dictionary =
            Dictionary::of(&[("us", "we i"), ("doing", "*ing -*thing -king swing")]);
        let pattern = Pattern::read(pattern, &mut dictionary);
        dictionary.finish();
        let low = lower_of(text);
        let words = crate::words::of(Text::of(text, &low), Span::new(0, text.len()), &[]);
        let mut seen = Vec::new();
        dictionary.see(&words, &mut seen);
        let held = Held::of(&seen, &dictionary);
        let starts = held.first..seen.len();
        let searched = starts.into_iter().any(|at| fits(&pattern.0, &held, at).is_some());
        assert_eq!((pattern.is_in(&held), searched), (wanted, wanted), "{text}");
    }

    #[test]
    fn parts_fit_words() {
        check("@us will|'ll", "Then we'll see", true);
        check("@us ?are !not @doing", "we are sending it", true);
        check("@us ?are !not @doing", "we are not sending it", false);
        check("@doing", "nothing king", false);
        check("^ @us .. #", "We come at 12", true);
        check("^ @us .. #", "Do we come at 12", false);
        check("will . $", "we will come.", true);
        check("ha*|*ter", "much later", true);
        check("^ we .. one", "we 1 2 3 4 5 6 7 8 9 10 one", true);
        check("^ we .. one", "we 1 2 3 4 5 6 7 8 9 10 11 one", false);
    }
}
