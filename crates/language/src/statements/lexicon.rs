//! The rules of a language, made ready once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::pattern::{Class, Dictionary, Held, Need, Pattern};
use super::time::Shows;
use super::{en, nl, sv};
use crate::Lang;

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
    /// We promise by what is already fixed: "I have booked you in for Friday".
    Fixed,
    /// We promise terms: a price, a discount, a guarantee. Nothing is vague without a time.
    Terms,
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
    /// What follows in the sentence is somebody's words, or in doubt.
    Report,
    /// The clause is only a condition.
    Condition,
    /// The clause holds a condition beside what it says.
    Hinges,
    /// The items that follow are what we do.
    OpensOurs,
    /// The items that follow are what they should do.
    OpensTheirs,
}

/// A rule as the tables hold it: what it takes a clause for, the pattern, and why, in plain words.
pub(super) type Row = (Says, &'static str, &'static str);

/// A rule, ready.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) says: Says,
    pub(super) pattern: Pattern,
    pub(super) because: &'static str,
}

/// The rules of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) dictionary: Dictionary,
    rules: Vec<Rule>,
    times: Vec<(Shows, Pattern)>,
    by_need: Index,
    times_by_need: Index,
}

/// Which patterns could fit a clause, by what the clause holds.
#[derive(Debug, Default)]
struct Index {
    /// Bits of the patterns that any clause could fit.
    always: Vec<u64>,
    by_need: BTreeMap<Need, Vec<usize>>,
}

impl Index {
    fn of<'a>(patterns: impl Iterator<Item = &'a Pattern>) -> Self {
        let mut index = Self::default();
        for (place, pattern) in patterns.enumerate() {
            index.always.resize(place / 64 + 1, 0);
            match pattern.needs() {
                Some(needs) => needs
                    .into_iter()
                    .for_each(|need| index.by_need.entry(need).or_default().push(place)),
                None => index.always[place / 64] |= 1 << (place % 64),
            }
        }
        index
    }

    /// The patterns that could fit, in order.
    fn fitting(&self, held: &Held) -> impl Iterator<Item = usize> {
        let mut set = self.always.clone();
        for place in held.each().filter_map(|need| self.by_need.get(&need)).flatten() {
            set[place / 64] |= 1 << (place % 64);
        }
        let mut at = 0;
        std::iter::from_fn(move || {
            while *set.get(at)? == 0 {
                at += 1;
            }
            let bit = set[at].trailing_zeros() as usize;
            set[at] &= set[at] - 1;
            Some(at * 64 + bit)
        })
    }
}

/// What a language's tables hold.
pub(super) struct Tables {
    pub(super) classes: &'static [Class],
    pub(super) rules: &'static [&'static [Row]],
    pub(super) times: &'static [(Shows, &'static str)],
}

impl Lexicon {
    fn of(tables: &Tables) -> Self {
        let mut dictionary = Dictionary::of(tables.classes);
        let rules = tables.rules.iter().flat_map(|rows| rows.iter());
        let rules: Vec<Rule> = rules
            .map(|&(says, pattern, because)| {
                let pattern = dictionary.pattern(pattern);
                Rule { says, pattern, because }
            })
            .collect();
        let times = tables.times.iter();
        let times: Vec<(Shows, Pattern)> =
            times.map(|&(shows, text)| (shows, dictionary.pattern(text))).collect();
        dictionary.close();
        let by_need = Index::of(rules.iter().map(|rule| &rule.pattern));
        let times_by_need = Index::of(times.iter().map(|(_, pattern)| pattern));
        Self { dictionary, rules, times, by_need, times_by_need }
    }

    /// The rules that a clause could fit.
    pub(super) fn rules_for(&self, held: &Held) -> impl Iterator<Item = &Rule> {
        self.by_need.fitting(held).filter_map(|place| self.rules.get(place))
    }

    /// The patterns of time that a clause could fit.
    pub(super) fn times_for(&self, held: &Held) -> impl Iterator<Item = &(Shows, Pattern)> {
        self.times_by_need.fitting(held).filter_map(|place| self.times.get(place))
    }

    /// The rules of a language; made when they are first asked for.
    pub(super) fn in_language(lang: Lang) -> &'static Self {
        static NL: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&nl::TABLES));
        static SV: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&sv::TABLES));
        static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&en::TABLES));
        match lang {
            Lang::Nl => &NL,
            Lang::Sv => &SV,
            Lang::En => &EN,
        }
    }
}
