//! What speaks against a rule in a sentence where one of its patterns matches.

use std::collections::BTreeSet;

use super::Class;
use super::anchors::{Candidate, Patterns};
use super::grammar::{Grammar, Row};
use super::matching::{self, Match};
use super::tokens::Sentence;

/// What a pattern does that is none of a rule's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Does {
    /// Silences rules in its sentence.
    Unless,
    /// Silences rules in its own clause.
    UnlessHere,
    /// Silences rules when it follows behind a sign.
    UnlessThen,
    /// Silences rules in the sentence before.
    UnlessNext,
    /// Says that its words mean something else.
    Except,
    /// Begins a clause with a matter of its own.
    Begins,
    /// Only seems to begin one.
    GoesOn,
}

impl Does {
    /// Its field in a pack.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Unless => "unless",
            Self::UnlessHere => "unless_here",
            Self::UnlessThen => "unless_then",
            Self::UnlessNext => "unless_next",
            Self::Except => "except",
            Self::Begins => "begins",
            Self::GoesOn => "goes_on",
        }
    }
}

/// Whom a pattern concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    /// The rule with this place.
    Rule(usize),
    /// All rules of a class.
    Class(Class),
    /// All rules.
    All,
}

impl Whom {
    fn is(self, rule: usize, class: Class) -> bool {
        match self {
            Self::Rule(place) => place == rule,
            Self::Class(of) => of == class,
            Self::All => true,
        }
    }
}

/// Stretches of words: indices of tokens, the ends exclusive.
type Words = Vec<(usize, usize)>;

/// What a pattern does, and whom it concerns.
pub(super) type Concern = (Does, Whom);

/// All patterns of a pack that are none of a rule's own.
#[derive(Debug)]
pub(super) struct Exceptions {
    patterns: Patterns,
    /// What each of these patterns is for.
    concerns: Vec<Concern>,
    /// Those for the sentence behind.
    next: Vec<(Whom, Row)>,
}

/// Where the exceptions could match in the sentence at hand; looked for when a rule matches in it.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    is_known: bool,
    candidates: Vec<Candidate>,
}

impl Spoken {
    /// Nothing is known any more: another sentence is at hand.
    pub(super) const fn forget(&mut self) {
        self.is_known = false;
    }
}

/// A rule, by its place, and its class.
type Of = (usize, Class);

/// The place of no rule: only what speaks against a whole class counts.
const NO_RULE: usize = usize::MAX;

impl Exceptions {
    /// Of these patterns.
    pub(super) fn of(all: Vec<(Concern, Row)>) -> Self {
        let (mut concerns, mut rows, mut next) = (Vec::new(), Vec::new(), Vec::new());
        for (concern, row) in all {
            if concern.0 == Does::UnlessNext {
                next.push((concern.1, row));
            } else {
                concerns.push(concern);
                rows.push(row);
            }
        }
        Self { patterns: Patterns::later(rows), concerns, next }
    }

    /// What speaks against a rule in single clauses of a sentence; `None` where something in it, or right after it,
    /// silences the rule.
    pub(super) fn against(
        &self,
        rule: Of,
        sentence: &Sentence<'_>,
        next: Option<&Sentence<'_>>,
        grammar: &Grammar,
        spoken: &mut Spoken,
    ) -> Option<Against> {
        if !spoken.is_known {
            self.patterns.of_sentence(sentence, grammar, &mut spoken.candidates);
            spoken.is_known = true;
        }
        let found = |does| self.matches(rule, does, sentence, &spoken.candidates, grammar);
        let ends = |next| self.ends(rule, next, grammar);
        if found(Does::Unless).next().is_some() || next.is_some_and(ends) {
            return None;
        }
        let places = |does| -> Words { found(does).map(|each| each.whole).collect() };
        let clauses = |does| -> BTreeSet<usize> { found(does).map(|each| each.marked.0).collect() };
        let (here, then) = (places(Does::UnlessHere), places(Does::UnlessThen));
        let starts = if here.is_empty() {
            Vec::new()
        } else {
            clauses(Does::Begins).difference(&clauses(Does::GoesOn)).copied().collect()
        };
        let all = || 0..if then.is_empty() { 0 } else { sentence.tokens.len() };
        let is_sign = |at: &usize| {
            !sentence.tokens[*at].is_word && !matches!(sentence.word(*at), "\"" | "”" | "'" | "’")
        };
        let is_but = |at: &usize| matches!(sentence.word(*at), "maar" | "men" | "but");
        let (signs, buts) = (all().filter(is_sign).collect(), all().filter(is_but).collect());
        Some(Against { excepted: places(Does::Except), here, then, starts, signs, buts })
    }

    /// Whether anything in a sentence speaks against all rules of a class, wherever in it.
    pub(super) fn excuse(&self, class: Class, sentence: &Sentence<'_>, grammar: &Grammar) -> bool {
        let mut spoken = Spoken::default();
        let against = self.against((NO_RULE, class), sentence, None, grammar, &mut spoken);
        against.is_none_or(|against| !against.is_empty())
    }

    /// Whether a sentence speaks against all rules of a class in the one before.
    pub(super) fn excuse_before(
        &self,
        class: Class,
        next: &Sentence<'_>,
        grammar: &Grammar,
    ) -> bool {
        self.ends((NO_RULE, class), next, grammar)
    }

    /// Whether a sentence silences a rule in the one before.
    fn ends(&self, (rule, class): Of, sentence: &Sentence<'_>, grammar: &Grammar) -> bool {
        let mut rows = self.next.iter().filter(|(whom, _)| whom.is(rule, class));
        rows.any(|(_, row)| matching::any(*row, sentence, grammar))
    }

    /// Where patterns match that do such a thing to a rule.
    fn matches<'a>(
        &'a self,
        (rule, class): Of,
        does: Does,
        sentence: &'a Sentence<'_>,
        candidates: &'a [Candidate],
        grammar: &'a Grammar,
    ) -> impl Iterator<Item = Match> + 'a {
        let of_patterns = candidates.chunk_by(|one, next| one.0 == next.0);
        let fits = move |of_pattern: &&[Candidate]| {
            let first = of_pattern.first();
            let concern = first.and_then(|(pattern, _)| self.concerns.get(*pattern as usize));
            concern.is_some_and(|(of, whom)| *of == does && whom.is(rule, class))
        };
        of_patterns.filter(fits).flat_map(|each| self.patterns.matches(each, sentence, grammar))
    }
}

/// What speaks against a rule in one sentence: stretches of words, and where the clauses begin.
#[derive(Debug)]
pub(super) struct Against {
    /// Words that mean something else.
    excepted: Words,
    /// What silences the rule in its own clause.
    here: Words,
    /// What silences the rule when it follows behind a sign.
    then: Words,
    /// The first word of every clause but the first.
    starts: Vec<usize>,
    /// Where the signs stand; told only if something silences the rule behind one.
    signs: Vec<usize>,
    /// Where a "but" stands; so too.
    buts: Vec<usize>,
}

impl Against {
    fn is_empty(&self) -> bool {
        self.excepted.is_empty() && self.here.is_empty() && self.then.is_empty()
    }

    /// Whether a match stands in spite of all that.
    pub(super) fn leaves(&self, found: Match) -> bool {
        let (from, to) = found.whole;
        let excepted = self.excepted.iter().any(|&(start, end)| start < to && from < end);
        let before = self.starts.partition_point(|&start| start <= found.marked.0);
        let begin = before.checked_sub(1).map_or(0, |at| self.starts[at]);
        let end = self.starts.get(before).copied().unwrap_or(usize::MAX);
        // What belongs to the marked words themselves does not speak against them: "sometime next week".
        let within = |start, stop| start >= found.marked.0 && stop <= found.marked.1;
        let here =
            |&(start, stop): &(usize, usize)| start >= begin && stop <= end && !within(start, stop);
        let here = self.here.iter().any(here);
        let behind = |marks: &[usize], at: usize| {
            marks.get(marks.partition_point(|&mark| mark < at)).copied().unwrap_or(usize::MAX)
        };
        // The words at the end of a match may reach over a "but", though never over a sign.
        let turn = behind(&self.signs, found.marked.1).min(behind(&self.buts, found.marked.0));
        let then = self.then.iter().any(|&(start, _)| start >= turn);
        !(excepted || here || then)
    }
}
