//! A clause with what the rules and its times say of it.

use std::ops::Range;

use super::Feature;
use super::dictionary::{Dictionary, Seen};
use super::lexicon::{Lexicon, Room, Rule, Says, Tried};
use super::pattern::Held;
use super::time::{Coming, Times};
use crate::Span;
use crate::sentences::Sentence;
use crate::words::Word;

/// A clause with what the rules and its times say of it.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one clause")]
pub(super) struct Clause<'a> {
    pub(super) span: Span,
    pub(super) times: Times,
    /// Rules that fit.
    pub(super) fits: Vec<&'a Rule>,
    /// What they take it for, a bit for each.
    pub(super) said: u64,
    pub(super) condition: bool,
    pub(super) reported: bool,
    /// Whether it, or a clause before it, names somebody whose word it is.
    pub(super) sourced: bool,
    /// Whether nothing was said before it in its sentence.
    pub(super) opening: bool,
    /// Whether all its days are far ahead, unless they are the ones just gone by.
    pub(super) gone: bool,
    /// Whether it begins with a time to come that a clause of its own names: "before the month is out".
    pub(super) led: bool,
    /// Whether a short clause behind it says when: "in a moment, by eleven at the latest".
    pub(super) followed: bool,
    /// Whether the first person is in it.
    pub(super) ours: bool,
    /// Whether one of us was in a clause before it.
    pub(super) after_ours: bool,
    /// Whether the reader is in it.
    pub(super) addressed: bool,
    words: Words<'a>,
}

/// The words of a clause, as they are written and as rules see them.
struct Words<'a> {
    /// Those of the whole sentence.
    written: &'a [Word<'a>],
    /// Which of these are in the clause.
    range: Range<usize>,
    seen: &'a [Seen],
    dictionary: &'a Dictionary,
}

impl Words<'_> {
    /// The stretch of some of them.
    fn span(&self, (from, to): (usize, usize)) -> Span {
        let Range { start, end } = self.range;
        let from = (start + from).min(end.saturating_sub(1));
        let last = (start + to).saturating_sub(1).max(from);
        Span::new(self.written[from].span.start, self.written[last].span.end)
    }
}

/// Of most clauses no more rules tell anything.
const USUAL: usize = 8;

impl<'a> Clause<'a> {
    /// Compares the rules with some words of a sentence.
    pub(super) fn read(
        sentence: &'a Sentence<'a>,
        seen: &'a [Seen],
        range: Range<usize>,
        lexicon: &'a Lexicon,
        room: &mut Room,
    ) -> Self {
        let seen = &seen[range.clone()];
        let words =
            Words { written: &sentence.words, range, seen, dictionary: &lexicon.dictionary };
        let held = Held::of(seen, &lexicon.dictionary);
        let mut fits: Vec<&Rule> = Vec::with_capacity(USUAL);
        let mut times = Times::default();
        for tried in lexicon.tried_on(&held, room) {
            match tried {
                Tried::Rule(rule) => fits.extend(rule.pattern.is_in(&held).then_some(rule)),
                Tried::Time(shows, pattern) => times.try_on(&held, shows, pattern),
            }
        }
        let said = fits.iter().fold(0, |all, rule| all | rule.says.bit());
        Self {
            span: words.span((0, seen.len())),
            times,
            fits,
            said,
            condition: said & Says::Condition.bit() != 0,
            reported: false,
            sourced: false,
            opening: true,
            gone: false,
            led: false,
            followed: false,
            ours: held.any(lexicon.ours),
            after_ours: false,
            addressed: held.any(lexicon.theirs),
            words,
        }
    }

    /// Takes in the dates in it; `named` tells whether a date names its month, and whether it is more than a day
    /// of the month.
    pub(super) fn held(&mut self, dates: &[Coming], named: impl Fn(Span) -> (bool, bool)) {
        let mut held = dates.iter().filter(|date| self.span.holds(date.span)).peekable();
        let any = held.peek().is_some();
        let (mut gone, mut count) = (any, 0);
        for date in held {
            let (month, more) = named(date.span);
            let just_gone = date.just_gone(month || more);
            self.times.ahead |= month && !just_gone;
            gone &= just_gone;
            count += 1;
        }
        self.gone = gone;
        self.times.named |= any;
        if self.says(&[Says::Dated]) && count <= 1 {
            self.times.named = false;
            self.times.ahead = false;
        }
    }

    #[inline]
    pub(super) fn says(&self, wanted: &[Says]) -> bool {
        self.said & Says::bits(wanted) != 0
    }

    /// The words by which it says one of these, told by their bits, and why.
    pub(super) fn features(&self, wanted: u64) -> Vec<Feature> {
        let held = Held::of(self.words.seen, self.words.dictionary);
        let fits = self.fits.iter().filter(|rule| wanted & rule.says.bit() != 0);
        let feature = |rule: &&Rule| {
            let found = rule.pattern.search(&held)?;
            Some(Feature { span: self.words.span(found), because: rule.because })
        };
        fits.filter_map(feature).collect()
    }
}
