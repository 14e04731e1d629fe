//! The rules of a language, made ready once.

use super::bits::{Bits, set_bit};
use super::dictionary::{Class, Dictionary, Term};
use super::pattern::{Held, Pattern};
use super::time::Shows;
use super::{en, nl, small_words, sv};
use crate::Lang;
use crate::lang::PerLang;
use crate::spelling::hash_of;

/// What a rule takes a clause for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// We promise.
    We,
    /// We promise, whatever is negated in it: "I promise it will not happen again".
    Firm,
    /// We promise, in the present tense; a habit or the past in the same clause speaks against it.
    WeNow,
    /// We promise, in the present tense: only a time to come tells it from a habit or a state.
    WeByTime,
    /// We promise, in a tense that is the past unless the time lies ahead: "by Friday we have it done".
    WeAhead,
    /// We promise, if one of us was in a clause before it: "I'll wait for it and then ring you".
    Carried,
    /// Something happens, in words of no class of ours: presumed to be our doing, with a time, unless it could be the past.
    Happens,
    /// A paper or an order named by its day: "the letter of 3 November". That day is no time of anything else.
    Dated,
    /// A form that could be the past.
    Bygone,
    /// We promise by what is already fixed: "I have booked you in for Friday".
    Fixed,
    /// We promise terms: a price, a discount, a guarantee. Nothing is vague without a time.
    Terms,
    /// We promise to bear a cost or to put something at the reader's disposal: as terms, unless it is negated.
    Pays,
    /// We promise softly: "we aim to".
    Softly,
    /// They promise.
    They,
    /// They promise, in the present tense: only a time to come tells it.
    TheyByTime,
    /// We stand by what was said before, whoever told it.
    Standing,
    /// Somebody else's word: for the clauses that follow too.
    Source,
    /// A third party promises: the clause has one as its subject.
    Third,
    /// Somebody meant by "she" or "they": ours, if one of us was spoken of before in the sentence.
    Pronoun,
    /// A third party said or promised what follows.
    ThirdSaid,
    /// We ask for something.
    Request,
    /// We ask, if the clause beside it is a condition of the reader's: "it would be good if you could".
    Wish,
    /// We ask, unless something was said before in the sentence.
    Imperative,
    /// We ask, if the sentence is a question.
    RequestIfAsked,
    /// A question that wants a fact and no deed: "when can you come".
    AsksFact,
    /// We do not do it.
    Refusal,
    /// No promise, whatever else speaks for one.
    Not,
    /// Already done, unless the time lies ahead.
    Done,
    /// A negation: what would be a promise is a refusal.
    Negated,
    /// We promise by bidding the reader reckon with it, with a time to come: "count me in for Friday". Asks nothing.
    Reckon,
    /// What we do is done to a certain thing: "every month" tells when, and no habit.
    Regular,
    /// A tense of what is done: with a day that is far ahead unless it is the one just gone by, it promises nothing.
    Perfect,
    /// What follows in the sentence is somebody's words, or in doubt.
    Report,
    /// The clause is only a condition.
    Condition,
    /// The clause tells when: its time is one of what is promised beside it.
    Tells,
    /// The clause holds a condition beside what it says.
    Hinges,
    /// The items that follow are what we do.
    OpensOurs,
    /// The items that follow are what they should do.
    OpensTheirs,
}

impl Says {
    /// A bit of its own.
    pub(super) const fn bit(self) -> u64 {
        1 << (self as u32)
    }

    /// The bits of some.
    #[inline]
    pub(super) fn bits(some: &[Self]) -> u64 {
        some.iter().fold(0, |all, one| all | one.bit())
    }
}

/// A rule as the tables hold it: what it takes a clause for, the pattern, and why, in plain words.
pub(super) type Row = (Says, &'static str, &'static str);

/// A rule, ready.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) says: Says,
    pub(super) pattern: Pattern,
    pub(super) because: &'static str,
    /// The hash of that.
    pub(super) hash: u64,
}

/// The rules of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) dictionary: Dictionary,
    rules: Vec<Rule>,
    times: Vec<(Shows, Pattern)>,
    /// Of the rules, and behind them of the patterns of time.
    by_need: Index,
    /// The classes of words for the writer's side, as bits.
    pub(super) ours: u128,
    /// The classes of words for the reader.
    pub(super) theirs: u128,
    /// The class of first words of a sentence that states.
    pub(super) states: u128,
    /// The class of the names of months.
    pub(super) months: u128,
    /// The class of the units of time.
    pub(super) units: u128,
    /// The classes of feasts and seasons, which leave open which day is meant.
    pub(super) wide: u128,
}

/// Which patterns could fit a clause: those whose needs its words answer one after the other.
#[derive(Debug)]
struct Index {
    /// Bits that words set: for each need that is looked at, those of the patterns that need such a word there.
    needs: Bits,
    /// The bits of patterns that have fewer needs, for each of the first ones.
    open: Vec<u64>,
    /// Bits that the first word of a clause sets: the patterns that may begin with it.
    firsts: Bits,
    /// The bits of patterns that may begin with any word, or elsewhere.
    anywhere: Vec<u64>,
    /// How many parts of 64 bits there are for each need.
    width: usize,
}

/// How many needs of a pattern are looked at.
const NEEDS: usize = 3;

/// Room for the bits of patterns, used again for the next clause.
pub(super) type Room = Vec<u64>;

impl Index {
    fn of(patterns: &[&Pattern], dictionary: &Dictionary) -> Self {
        let width = patterns.len().div_ceil(64);
        let bits = width * 64;
        let (mut open, mut anywhere) = (vec![0; width * NEEDS], vec![0; width]);
        let mut all = Vec::with_capacity(patterns.len() * NEEDS);
        let mut firsts = Vec::new();
        for (place, pattern) in patterns.iter().enumerate() {
            match pattern.first() {
                Some(terms) => firsts.extend(terms.map(|term| (term, place))),
                None => set_bit(&mut anywhere, place),
            }
            let needs = rarest(pattern, dictionary);
            let fewer = NEEDS - needs.len();
            (0..fewer).for_each(|need| set_bit(&mut open, need * bits + place));
            all.extend((fewer..).zip(needs).map(|(need, term)| (term, need * bits + place)));
        }
        let needs = dictionary.hanging(bits * NEEDS, all.into_iter());
        let firsts = dictionary.hanging(bits, firsts.into_iter());
        Self { needs, open, firsts, anywhere, width }
    }

    /// The patterns that could fit, in order.
    fn fitting<'a>(&self, held: &Held<'_>, room: &'a mut Room) -> Fitting<'a> {
        room.clear();
        room.extend_from_slice(&self.anywhere);
        held.first().iter().for_each(|first| self.firsts.add_to(first, room));
        for open in self.open.chunks_exact(self.width.max(1)) {
            let before = room.len() - self.width;
            room.extend_from_within(before..);
            let needed = room.iter_mut().skip(before + self.width);
            needed.zip(open).for_each(|(bits, open)| *bits &= open);
        }
        self.needs.advance(held.words(), room, self.width);
        Fitting { set: room.get_mut(self.width * NEEDS..).unwrap_or_default(), at: 0 }
    }
}

/// The terms that a pattern needs, in order; the rarest where there are more than are looked at: those with the fewest
/// words.
fn rarest(pattern: &Pattern, dictionary: &Dictionary) -> Vec<Term> {
    let mut needs: Vec<(usize, Term)> = pattern.needs().enumerate().collect();
    needs.sort_by_key(|&(_, term)| dictionary.width(term));
    needs.truncate(NEEDS);
    needs.sort_unstable();
    needs.into_iter().map(|(_, term)| term).collect()
}

/// Goes over the bits that are set.
struct Fitting<'a> {
    set: &'a mut [u64],
    at: usize,
}

impl Iterator for Fitting<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while *self.set.get(self.at)? == 0 {
            self.at += 1;
        }
        let bit = self.set[self.at].trailing_zeros() as usize;
        self.set[self.at] &= self.set[self.at] - 1;
        Some(self.at * 64 + bit)
    }
}

/// What is tried on a clause.
#[derive(Debug)]
pub(super) enum Tried<'a> {
    Rule(&'a Rule),
    Time(Shows, &'a Pattern),
}

/// What a language's tables hold.
pub(super) struct Tables {
    pub(super) classes: &'static [Class],
    pub(super) rules: &'static [&'static [Row]],
    pub(super) times: &'static [(Shows, &'static str)],
}

impl Lexicon {
    fn of(tables: &Tables, small: &str) -> Self {
        let mut dictionary = Dictionary::of(tables.classes);
        dictionary.add_small(small);
        let rules = tables.rules.iter().flat_map(|rows| rows.iter());
        let rules: Vec<Rule> = rules
            .map(|&(says, pattern, because)| {
                let pattern = Pattern::read(pattern, &mut dictionary);
                Rule { says, pattern, because, hash: hash_of(because) }
            })
            .collect();
        let times = tables.times.iter();
        let times: Vec<(Shows, Pattern)> =
            times.map(|&(shows, text)| (shows, Pattern::read(text, &mut dictionary))).collect();
        dictionary.finish();
        let patterns = rules.iter().map(|rule| &rule.pattern);
        let patterns: Vec<&Pattern> =
            patterns.chain(times.iter().map(|(_, pattern)| pattern)).collect();
        let by_need = Index::of(&patterns, &dictionary);
        let ours = dictionary.bits(&["us"]);
        let theirs = dictionary.bits(&["you", "yous", "your"]);
        let states = dictionary.bits(&["states"]);
        let (months, units) = (dictionary.bits(&["month"]), dictionary.bits(&["unit"]));
        let wide = dictionary.bits(&["feast", "season"]);
        Self { dictionary, rules, times, by_need, ours, theirs, states, months, units, wide }
    }

    /// The rules and patterns of time that a clause could fit, the rules first.
    pub(super) fn tried_on(
        &self,
        held: &Held<'_>,
        room: &mut Room,
    ) -> impl Iterator<Item = Tried<'_>> {
        self.by_need.fitting(held, room).filter_map(|place| match self.rules.get(place) {
            Some(rule) => Some(Tried::Rule(rule)),
            None => self
                .times
                .get(place - self.rules.len())
                .map(|(shows, time)| Tried::Time(*shows, time)),
        })
    }

    /// The rules of a language; made when they are first asked for.
    pub(super) fn in_language(lang: Lang) -> &'static Self {
        MADE.get_or_make(lang, || match lang {
            Lang::Nl => Self::of(&nl::TABLES, small_words::NL),
            Lang::Sv => Self::of(&sv::TABLES, small_words::SV),
            Lang::En => Self::of(&en::TABLES, small_words::EN),
        })
    }

    /// Whether the rules of a language have been made.
    pub(super) fn is_made(lang: Lang) -> bool {
        MADE.get(lang).is_some()
    }
}

/// The rules of each language.
static MADE: PerLang<Lexicon> = PerLang::new();

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::words::{self, Text, lower_of};

    #[test]
    fn no_rule_is_passed_over_that_fits() {
        let texts = [
            (Lang::Nl, include_str!("../../tests/said/nl.txt")),
            (Lang::Sv, include_str!("../../tests/said/sv.txt")),
            (Lang::En, include_str!("../../tests/said/en.txt")),
        ];
        for (lang, text) in texts {
            let lexicon = Lexicon::in_language(lang);
            for line in text.lines() {
                let low = lower_of(line);
                let words = words::of(Text::of(line, &low), Span::new(0, line.len()), &[]);
                let mut seen = Vec::new();
                lexicon.dictionary.see(&words, &mut seen);
                let held = Held::of(&seen, &lexicon.dictionary);
                let tried: Vec<_> = lexicon
                    .tried_on(&held, &mut Room::new())
                    .filter_map(|tried| match tried {
                        Tried::Rule(rule) => Some((rule.because, rule.pattern.find(&held)?)),
                        Tried::Time(..) => None,
                    })
                    .collect();
                let all = lexicon.rules.iter();
                let all: Vec<_> = all
                    .filter_map(|rule| Some((rule.because, rule.pattern.search(&held)?)))
                    .collect();
                assert_eq!(tried, all, "{line}");
            }
        }
    }
}
