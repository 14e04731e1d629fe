//! The rules of a language, made ready once.

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
}

/// Which patterns could fit a clause, by what the clause holds.
#[derive(Debug, Default)]
struct Index {
    /// Bits of the patterns that any clause could fit.
    always: Vec<u64>,
    /// The patterns that a word leads to, by its number.
    by_word: Vec<Vec<usize>>,
    /// The patterns that a class leads to, by its number.
    by_class: Vec<Vec<usize>>,
}

impl Index {
    fn of<'a>(patterns: impl Iterator<Item = &'a Pattern>) -> Self {
        let mut index = Self::default();
        for (place, pattern) in patterns.enumerate() {
            index.always.resize(place / 64 + 1, 0);
            let Some(needs) = pattern.needs() else {
                index.always[place / 64] |= 1 << (place % 64);
                continue;
            };
            for need in needs {
                let (lists, number) = match need {
                    Need::Word(number) => (&mut index.by_word, number as usize),
                    Need::Class(number) => (&mut index.by_class, number as usize),
                };
                lists.resize_with(lists.len().max(number + 1), Vec::new);
                lists[number].push(place);
            }
        }
        index
    }

    /// The patterns that could fit, in order.
    fn fitting(&self, held: &Held) -> impl Iterator<Item = usize> {
        let mut set = self.always.clone();
        let by_word = held.words().filter_map(|number| self.by_word.get(number));
        let by_class = held.classes().filter_map(|number| self.by_class.get(number));
        for place in by_word.chain(by_class).flatten() {
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
        let by_need = Index::of(rules.iter().map(|rule| &rule.pattern));
        let times_by_need = Index::of(times.iter().map(|(_, pattern)| pattern));
        let ours = dictionary.bits(&["us"]);
        let theirs = dictionary.bits(&["you", "yous", "your"]);
        let states = dictionary.bits(&["states"]);
        let (months, units) = (dictionary.bits(&["month"]), dictionary.bits(&["unit"]));
        Self {
            dictionary,
            rules,
            times,
            by_need,
            times_by_need,
            ours,
            theirs,
            states,
            months,
            units,
        }
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
