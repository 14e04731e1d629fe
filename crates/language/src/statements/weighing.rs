//! What the rules say of a sentence, weighed against all its signs: a statement more, or one less.

use super::lexicon::Says;
use super::weights::{Meaning, Weights};
use super::{Clause, Feature, Reading, Signs, Statement, readings};
use crate::{Span, dates, sentences, zones};

/// The signs of each sentence of a text in the writer's own words, in order: what [`Weights`] are learned from.
pub fn signs(text: &str, reading: &dates::Reading<'_>) -> Vec<(Span, Signs)> {
    let sentences = sentences::of(text, &zones::of(text), reading.lang);
    let times = dates::find(text, reading);
    let signs = readings(&sentences, &times, reading).map(|reading| {
        let mut statements = Vec::new();
        reading.statements(&mut statements);
        (reading.sentence.span, Signs::of(&reading, &statements))
    });
    signs.collect()
}

/// Rules that speak for no meaning by themselves.
const SILENT: [Says; 10] = [
    Says::Third,
    Says::Source,
    Says::Pronoun,
    Says::Not,
    Says::Done,
    Says::Bygone,
    Says::Perfect,
    Says::Negated,
    Says::Condition,
    Says::Dated,
];

impl Reading<'_> {
    /// Whether anything in the sentence could speak for a meaning: a time, a question, one of us, the reader, or a rule.
    /// Most sentences of a mail tell plain facts, and need no weighing.
    pub(super) fn speaks(&self) -> bool {
        let tells =
            |clause: &Clause<'_>| clause.fits.iter().any(|(rule, _)| !SILENT.contains(&rule.says));
        let speaks = |clause: &Clause<'_>| clause.ours || clause.addressed || tells(clause);
        self.is_dated() || self.timed || self.asks || self.clauses.iter().any(speaks)
    }

    /// Adds what the sentence means by the weight of all signs together to the statements from this place on, and takes
    /// away what it does not.
    pub(super) fn weigh(&self, from: usize, statements: &mut Vec<Statement>, weights: &Weights) {
        let signs = Signs::of(self, statements.get(from..).unwrap_or_default());
        let [ours, theirs, asked] = weights.hold(&signs);
        let theirs = theirs && !ours && !asked;
        let means = |meaning: Meaning| match meaning {
            Meaning::Ours => ours,
            Meaning::Theirs => theirs,
            Meaning::Asked => asked,
        };
        if Meaning::ALL.into_iter().all(|meaning| means(meaning) == signs.by_rules(meaning)) {
            return;
        }
        // What we promise, though no rule saw it, is neither refused nor a third party's word.
        let newly_ours = ours && !signs.by_rules(Meaning::Ours);
        let stays = |one: &Statement| Meaning::of(one.label, one.who).map_or(!newly_ours, means);
        let mut kept: Vec<Statement> = statements.drain(from..).filter(stays).collect();
        let added = Meaning::ALL.into_iter().filter(|&meaning| !signs.by_rules(meaning));
        kept.extend(added.filter(|&meaning| means(meaning)).map(|meaning| self.weighed(meaning)));
        statements.extend(kept);
    }

    /// The statement that a sentence makes by the weight of its signs.
    fn weighed(&self, meaning: Meaning) -> Statement {
        let (label, who) = meaning.label();
        let span = self.sentence.span;
        let stated = self.clauses.iter().filter(|clause| !clause.condition && !clause.reported);
        let mut clauses: Vec<Span> = stated.map(|clause| clause.span).collect();
        if clauses.is_empty() {
            clauses.push(span);
        }
        Statement {
            span,
            label,
            who,
            vague: !self.times.named && !self.told || self.times.blurred,
            conditional: self.conditional(),
            features: vec![Feature { span, because: "all its signs, weighed together" }],
            clauses,
        }
    }
}
