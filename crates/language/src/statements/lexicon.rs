//! The rules of a language, made ready once.

use std::sync::LazyLock;

use super::pattern::{Class, Dictionary, Pattern};
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
    pub(super) rules: Vec<Rule>,
    pub(super) times: Vec<(Shows, Pattern)>,
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
        let rules = rules
            .map(|&(says, pattern, because)| {
                let pattern = dictionary.pattern(pattern);
                Rule { says, pattern, because }
            })
            .collect();
        let times =
            tables.times.iter().map(|&(shows, text)| (shows, dictionary.pattern(text))).collect();
        Self { dictionary, rules, times }
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
