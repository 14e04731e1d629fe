//! What the rules say of a sentence, weighed against all its signs: a promise more, or one less.

use super::weights::Weights;
use super::{Feature, Label, Reading, Signs, Statement, Who, readings};
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

impl Reading<'_> {
    /// Adds a promise of ours to the statements from this place on, or takes it away, by the weight of all signs together.
    pub(super) fn weigh(&self, from: usize, statements: &mut Vec<Statement>, weights: &Weights) {
        let signs = Signs::of(self, statements.get(from..).unwrap_or_default());
        let promises = weights.promises(&signs);
        if promises == signs.promised_by_rules() {
            return;
        }
        let asked = |one: &Statement| one.label == Label::Request;
        let others: Vec<Statement> = if promises {
            // What we promise is neither the reader's word nor a third party's.
            statements.drain(from..).filter(asked).chain([self.weighed()]).collect()
        } else {
            statements.drain(from..).filter(|one| !one.is_our_promise()).collect()
        };
        statements.extend(others);
    }

    /// The promise that a sentence makes by the weight of its signs.
    fn weighed(&self) -> Statement {
        let span = self.sentence.span;
        let stated = self.clauses.iter().filter(|clause| !clause.condition && !clause.reported);
        let mut clauses: Vec<Span> = stated.map(|clause| clause.span).collect();
        if clauses.is_empty() {
            clauses.push(span);
        }
        Statement {
            span,
            label: Label::Commitment,
            who: Who::Us,
            vague: !self.times.named && !self.told || self.times.blurred,
            conditional: self.conditional(),
            features: vec![Feature { span, because: "all its signs, weighed together" }],
            clauses,
        }
    }
}
