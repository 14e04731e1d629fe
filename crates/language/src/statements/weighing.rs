//! What the rules say of a sentence, weighed against all its signs: a statement more, or one less, and wording that no
//! rule knows.

use super::lexicon::Says;
use super::weights::{Meaning, Weighed};
use super::{Clause, Feature, Reading, Signs, Statement, readings};
use crate::wording::Class;
use crate::words::{Text, lower_of};
use crate::{Span, dates, sentences, zones};

/// How a sentence is worded by the weight of its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worded {
    /// The whole sentence.
    pub sentence: Span,
    bad: Classes,
    surely_bad: Classes,
    fine: Classes,
    /// Whether a time, a feast or a season in it leaves open which day is meant.
    wide: bool,
}

impl Worded {
    /// Of a sentence of which nothing is known.
    const fn unknown(sentence: Span) -> Self {
        let none = Classes(0);
        Self { sentence, bad: none, surely_bad: none, fine: none, wide: true }
    }

    /// Whether a mark of a rule for this could stand: it is not surely free of it, or leaves open which day is meant,
    /// of which some rules are surer than all words around it.
    pub const fn may_be_marked(&self, class: Class) -> bool {
        !self.is_free_of(class) || self.wide && matches!(class, Class::VagueTime)
    }

    /// Whether this is wrong with it, though no rule marks it.
    pub const fn is_bad(&self, class: Class) -> bool {
        self.bad.has(class)
    }

    /// Whether this is wrong with it, whatever speaks against the rules for it.
    pub const fn is_surely_bad(&self, class: Class) -> bool {
        self.surely_bad.has(class)
    }

    /// Whether it is surely free of this, whatever a rule marks.
    pub const fn is_free_of(&self, class: Class) -> bool {
        self.fine.has(class)
    }

    /// Whether anything is wrong with it.
    pub const fn has_fault(&self) -> bool {
        self.bad.0 != 0
    }
}

/// Classes, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Classes(u8);

impl Classes {
    fn of(classes: impl Iterator<Item = Class>) -> Self {
        Self(classes.fold(0, |all, class| all | 1 << (class as u8)))
    }

    const fn has(self, class: Class) -> bool {
        self.0 >> (class as u8) & 1 == 1
    }
}

/// The signs of each sentence of a text in the writer's own words, in order: what [`Weights`](super::Weights) are learned
/// from.
pub fn signs(text: &str, reading: &dates::Reading<'_>) -> Vec<(Span, Signs)> {
    let low = lower_of(text);
    let sentences = sentences::of(Text::of(text, &low), &zones::of(text), reading.lang);
    let times = dates::find(text, reading);
    let mut all = Vec::with_capacity(sentences.len());
    readings::for_each(&sentences, &times, reading, |_, reading| {
        let (mut statements, mut signs) = (Vec::new(), Signs::default());
        reading.statements(&mut statements);
        signs.read(&reading, &statements);
        all.push((reading.sentence.span, signs));
    });
    all
}

/// Rules that speak for no meaning by themselves, a bit for each.
const SILENT: u64 = Says::Third.bit()
    | Says::Source.bit()
    | Says::Pronoun.bit()
    | Says::Not.bit()
    | Says::Done.bit()
    | Says::Bygone.bit()
    | Says::Perfect.bit()
    | Says::Negated.bit()
    | Says::Condition.bit()
    | Says::Dated.bit();

impl Reading<'_> {
    /// Whether anything in the sentence could speak for a promise: a time, a question, one of us, the reader, or a rule.
    /// Most sentences of a mail tell plain facts, whatever their words weigh; only what is asked needs none of these.
    pub(super) fn speaks(&self) -> bool {
        let speaks =
            |clause: &Clause<'_>| clause.ours || clause.addressed || clause.said & !SILENT != 0;
        self.is_dated() || self.timed || self.asks || self.clauses.iter().any(speaks)
    }

    /// Adds what the sentence means by the weight of all signs together to the statements from this place on, and takes
    /// away what it does not.
    pub(super) fn settle(
        &self,
        from: usize,
        statements: &mut Vec<Statement>,
        weighed: &Weighed<'_>,
    ) {
        // What so many words mean together, only rules can say.
        if self.sentence.words.len() > sentences::LONGEST {
            return;
        }
        let means = |meaning| weighed.means(meaning);
        if Meaning::ALL.into_iter().all(|meaning| means(meaning) == weighed.by_rules(meaning)) {
            return;
        }
        // What we promise, though no rule saw it, is neither refused nor a third party's word.
        let newly_ours = means(Meaning::Ours) && !weighed.by_rules(Meaning::Ours);
        let stays = |one: &Statement| Meaning::of(one.label, one.who).map_or(!newly_ours, means);
        let mut kept: Vec<Statement> = statements.drain(from..).filter(stays).collect();
        let added = Meaning::ALL.into_iter().filter(|&meaning| !weighed.by_rules(meaning));
        kept.extend(added.filter(|&meaning| means(meaning)).map(|meaning| self.weighed(meaning)));
        statements.extend(kept);
    }

    /// How it is worded by the weight of its signs, as one of so many sentences.
    pub(super) fn worded(&self, weighed: &Weighed<'_>, among: usize) -> Worded {
        let sentence = self.sentence.span;
        // How so many words are worded together says nothing.
        if self.sentence.words.len() > sentences::LONGEST {
            return Worded::unknown(sentence);
        }
        Worded {
            sentence,
            bad: Classes::of(weighed.bad(among)),
            surely_bad: Classes::of(weighed.surely_bad(among)),
            fine: Classes::of(weighed.fine(among)),
            wide: self.wide,
        }
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
        let softly = self.clauses.iter().any(|clause| clause.says(&[Says::Softly]));
        Statement {
            span,
            label,
            who,
            vague: !self.times.named && !self.told || self.times.blurred || softly,
            conditional: self.conditional(),
            features: vec![Feature { span, because: "all its signs, weighed together" }],
            clauses,
        }
    }
}
