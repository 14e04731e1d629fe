//! How much each sign of a sentence speaks for what it means, and for what is wrong with its wording: tables that are
//! learned from sentences of our own.
//!
//! The rules say what they are sure of; which of their signs to believe together, and what the words themselves tell
//! where no rule was written, is weighed. The weights are those of a logistic regression (Cox 1958, "The regression
//! analysis of binary sequences") with a penalty on their squares, over signs that are spread over a fixed table
//! (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"), one table for each language.

use std::borrow::Cow;

use super::signs::{PLACES, Signs};
use super::{Label, Who};
use crate::Lang;
use crate::lang::PerLang;
use crate::wording::Class;

/// What a sentence can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A promise of the writer's side.
    Ours,
    /// What the reader undertook.
    Theirs,
    /// Something the reader is asked for.
    Asked,
}

impl Meaning {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Theirs, Self::Asked];

    /// The meaning of a statement, if it is one that is weighed.
    pub(super) const fn of(label: Label, who: Who) -> Option<Self> {
        match (label, who) {
            (Label::Commitment, Who::Us) => Some(Self::Ours),
            (Label::Commitment, Who::Them) => Some(Self::Theirs),
            (Label::Request, _) => Some(Self::Asked),
            (Label::Commitment, Who::ThirdParty) | (Label::Refusal | Label::PassedOn, _) => None,
        }
    }

    /// The odds, as a logarithm, above which a sentence has the meaning though no rule saw it.
    ///
    /// Set with sentences and mails of others and the talk of a forum in view (`docs/model/language.md`).
    /// Advice and opinions speak of us and the reader as promises do, but seldom of a time. People ask in more ways than
    /// rules know, and half of them hint.
    const fn adds(self, timed: bool) -> f32 {
        match (self, timed) {
            (Self::Asked, _) => -0.5,
            (_, true) => 0.0,
            (Self::Ours, false) => 1.7,
            (Self::Theirs, false) => 0.6,
        }
    }

    /// The odds, as a logarithm, up to which a sentence has not the meaning that the rules saw.
    ///
    /// Where a rule saw that something is asked, it saw the form of a sentence, against which words seldom speak.
    const fn drops(self, timed: bool) -> f32 {
        match (self, timed) {
            (Self::Ours, false) => -1.5,
            (Self::Ours, true) | (Self::Theirs, _) => -0.5,
            (Self::Asked, _) => -2.5,
        }
    }

    /// Whether a sentence has this meaning by these odds. What the rules say stands, unless the weights clearly speak
    /// against it.
    fn is_told(self, odds: f32, signs: &Signs) -> bool {
        let timed = signs.is_timed();
        let least = if signs.by_rules(self) { self.drops(timed) } else { self.adds(timed) };
        self.is_weighed(signs) && odds > least
    }

    /// Whether a sentence with these signs could have this meaning at all. What is asked needs no word that a rule knows:
    /// any verb can bid.
    pub const fn is_weighed(self, signs: &Signs) -> bool {
        signs.speak() || matches!(self, Self::Asked)
    }

    /// Who acts, and what is said.
    pub(super) const fn label(self) -> (Label, Who) {
        match self {
            Self::Ours => (Label::Commitment, Who::Us),
            Self::Theirs => (Label::Commitment, Who::Them),
            Self::Asked => (Label::Request, Who::Them),
        }
    }
}

/// What a sentence is weighed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// What it means.
    Said(Meaning),
    /// What is wrong with its wording.
    Worded(Class),
}

impl Scale {
    /// All of them, in the order in which a table holds them.
    pub const ALL: [Self; SCALES] = [
        Self::Said(Meaning::Ours),
        Self::Said(Meaning::Theirs),
        Self::Said(Meaning::Asked),
        Self::Worded(Class::VagueTime),
        Self::Worded(Class::FlatRefusal),
        Self::Worded(Class::HidingRules),
        Self::Worded(Class::TellingCustomer),
        Self::Worded(Class::AbsoluteClaim),
    ];

    /// Whether a sentence that stands alone is, with these odds as a logarithm, what it is weighed for.
    fn is_told(self, odds: f32, signs: &Signs) -> bool {
        match self {
            Self::Said(meaning) => meaning.is_told(odds, signs),
            Self::Worded(_) => odds > BAD,
        }
    }

    /// How strongly large weights are held back. Wording is put in more ways, so single signs must be able to tell more.
    const fn penalty(self) -> f32 {
        match self {
            Self::Said(_) => 0.5,
            Self::Worded(_) => 0.1,
        }
    }
}

/// How many scales there are: a place of a table fills eight bytes, which are looked up and added at once.
const SCALES: usize = 8;

/// The odds, as a logarithm, above which a sentence is worded badly though no rule marks it.
///
/// Set with sentences and mails of others in view (`docs/model/language.md`).
const BAD: f32 = -1.1;

/// How much higher, as a logarithm, the odds of one class are that leaves another aside.
const CLEARLY: f32 = 2.0;

/// The odds, as a logarithm, above which it is so whatever speaks against the rules of its class.
const SURELY_BAD: f32 = 0.5;

/// The odds, as a logarithm, up to which a sentence is fine though a rule marks it.
const FINE: f32 = -2.5;

/// Of a text of more sentences than this, more than one is bad.
const A_LETTER: u8 = 20;

/// How much lower, as a logarithm, the odds are that one of so many sentences is worded badly than those of one that
/// stands alone: who asks about one sentence doubts it, and of a letter about one is bad, however long it is.
fn beforehand(among: usize) -> f32 {
    let among = u8::try_from(among).map_or(A_LETTER, |among| among.clamp(1, A_LETTER));
    -f32::from(among).ln()
}

/// A sentence on all scales.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed<'a> {
    signs: &'a Signs,
    /// As logarithms, in the order of [`Scale::ALL`].
    odds: [f32; SCALES],
}

impl Weighed<'_> {
    /// Whether it has this meaning. What the reader undertakes is neither ours nor asked.
    pub(super) fn means(&self, meaning: Meaning) -> bool {
        let told = |meaning: Meaning, odds| meaning.is_told(odds, self.signs);
        let [ours, theirs, asked, ..] = self.odds;
        let is_theirs = told(Meaning::Theirs, theirs);
        // What no rule takes for asked gives way to what the reader rather undertakes.
        let gives_way = is_theirs && theirs >= asked && !self.signs.by_rules(Meaning::Asked);
        let is_asked = told(Meaning::Asked, asked) && !gives_way;
        match meaning {
            Meaning::Ours => told(Meaning::Ours, ours),
            Meaning::Asked => is_asked,
            Meaning::Theirs => is_theirs && !is_asked && !told(Meaning::Ours, ours),
        }
    }

    /// Whether the rules by themselves take it to have this meaning.
    pub(super) const fn by_rules(&self, meaning: Meaning) -> bool {
        self.signs.by_rules(meaning)
    }

    /// What is wrong with its wording as one of so many sentences: what it is clearly less bad in than in another way is
    /// left aside.
    pub(super) fn bad(&self, among: usize) -> impl Iterator<Item = Class> {
        let worst = self.wordings().fold(f32::MIN, |worst, (_, odds)| worst.max(odds));
        let beforehand = beforehand(among);
        self.classes(move |odds| odds + beforehand > BAD && odds > worst - CLEARLY)
    }

    /// What is wrong with its wording whatever speaks against that.
    pub(super) fn surely_bad(&self, among: usize) -> impl Iterator<Item = Class> {
        let beforehand = beforehand(among);
        self.classes(move |odds| odds + beforehand > SURELY_BAD)
    }

    /// What its wording is free of as one of so many sentences, whatever a rule marks: a rule's mark speaks for a fault as
    /// much as odds do that are higher by what lies between [`FINE`] and [`BAD`], and no more.
    pub(super) fn fine(&self, among: usize) -> impl Iterator<Item = Class> {
        let beforehand = beforehand(among);
        self.classes(move |odds| odds + beforehand <= FINE)
    }

    fn classes(&self, fits: impl Fn(f32) -> bool) -> impl Iterator<Item = Class> {
        self.wordings().filter(move |&(_, odds)| fits(odds)).map(|(class, _)| class)
    }

    /// The classes of wording with their odds.
    fn wordings(&self) -> impl Iterator<Item = (Class, f32)> {
        Scale::ALL.into_iter().zip(self.odds).filter_map(|(scale, odds)| match scale {
            Scale::Worded(class) => Some((class, odds)),
            Scale::Said(_) => None,
        })
    }
}

/// The odds, as a logarithm, on a scale that is not known: too low for anything to be told by it.
const UNKNOWN: f32 = -2.0;

/// The weights of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// For each scale, in the order of [`Scale::ALL`].
    units: [Unit; SCALES],
    /// What each place weighs on each scale, beside each other so that a sign is looked up once. They are signed.
    places: Cow<'static, [[u8; SCALES]]>,
}

/// What the steps of the weights on one scale are worth.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Unit {
    /// What a sentence without signs weighs.
    start: f32,
    /// What one step of a place weighs.
    step: f32,
}

impl Unit {
    /// How long it is in a file: both as little-endian `f32`.
    const BYTES: usize = 8;

    fn read(bytes: &[u8]) -> Self {
        let number = |from: usize| {
            let four = bytes.get(from..from + 4)?.try_into().ok()?;
            Some(f32::from_le_bytes(four))
        };
        Self { start: number(0).unwrap_or(UNKNOWN), step: number(4).unwrap_or_default() }
    }

    fn bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let (start, step) = bytes.split_at_mut(4);
        start.copy_from_slice(&self.start.to_le_bytes());
        step.copy_from_slice(&self.step.to_le_bytes());
        bytes
    }

    fn is_about(self, other: Self) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() <= other.abs() * NEAR;
        near(self.start, other.start) && near(self.step, other.step)
    }
}

impl Weights {
    /// By a table for each scale, in the order of [`Scale::ALL`].
    pub fn of(tables: &[Table; SCALES]) -> Self {
        let beside = |at: usize| {
            tables.each_ref().map(|table| table.places.get(at).map_or(0, |one| one.cast_unsigned()))
        };
        Self {
            units: tables.each_ref().map(|table| table.unit),
            places: (0..PLACES).map(beside).collect(),
        }
    }

    /// Those of a language.
    pub(super) fn in_language(lang: Lang) -> &'static Self {
        static ALL: PerLang<Weights> = PerLang::new();
        let bytes: &[u8] = match lang {
            Lang::Nl => include_bytes!("../../weights/nl.bin"),
            Lang::Sv => include_bytes!("../../weights/sv.bin"),
            Lang::En => include_bytes!("../../weights/en.bin"),
        };
        ALL.get_or_make(lang, || Self::read(bytes))
    }

    /// As [`bytes`](Self::bytes) wrote them, left where they are; what is missing weighs nothing, and on a scale that is
    /// missing nothing is told.
    pub fn read(bytes: &'static [u8]) -> Self {
        let unit = |number: usize| bytes.get(number * Unit::BYTES..).unwrap_or_default();
        let places = bytes.get(SCALES * Unit::BYTES..).unwrap_or_default();
        let (places, _) = places.as_chunks();
        Self {
            units: std::array::from_fn(|number| Unit::read(unit(number))),
            places: places.into(),
        }
    }

    /// As they are kept in a file: the units, then the places.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SCALES * (Unit::BYTES + self.places.len()));
        self.units.iter().for_each(|unit| bytes.extend(unit.bytes()));
        bytes.extend(self.places.as_flattened());
        bytes
    }

    /// Whether these are the weights that such bytes hold, but for what machines round differently.
    pub fn are_about(&self, bytes: &[u8]) -> bool {
        let mine = self.bytes();
        let ((units, places), (others, other_places)) = (
            mine.split_at(SCALES * Unit::BYTES),
            bytes.split_at(bytes.len().min(SCALES * Unit::BYTES)),
        );
        let units = units.chunks(Unit::BYTES).zip(others.chunks(Unit::BYTES));
        let near = |(one, other): (&u8, &u8)| one.cast_signed().abs_diff(other.cast_signed()) <= 1;
        mine.len() == bytes.len()
            && units.into_iter().all(|(one, other)| Unit::read(one).is_about(Unit::read(other)))
            && places.iter().zip(other_places).all(near)
    }

    /// Weighs a sentence with these signs.
    pub(super) fn weigh<'a>(&self, signs: &'a Signs) -> Weighed<'a> {
        let mut odds = [0.0_f32; SCALES];
        for (group, counts) in signs.groups() {
            let steps = self.steps(group);
            #[expect(clippy::cast_precision_loss, reason = "no sentence has so many signs")]
            odds.iter_mut().zip(steps).for_each(|(odds, steps)| *odds += steps as f32 * counts);
        }
        odds.iter_mut()
            .zip(&self.units)
            .for_each(|(odds, unit)| *odds = *odds * unit.step + unit.start);
        Weighed { signs, odds }
    }

    /// What such signs weigh together on each scale, in its steps.
    fn steps(&self, signs: &[u32]) -> [i32; SCALES] {
        let mut steps = [0_i32; SCALES];
        for some in signs.chunks(IN_A_ROW) {
            let mut sums = [0_i16; SCALES];
            for weights in some.iter().filter_map(|&at| self.places.get(at as usize)) {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
            steps.iter_mut().zip(sums).for_each(|(steps, sum)| *steps += i32::from(sum));
        }
        steps
    }
}

/// So many weights are added in half as many bits as their sum may need; two scales then take the room of one.
const IN_A_ROW: usize = 255;

/// The weights of signs on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    unit: Unit,
    places: Vec<i8>,
}

/// How near weights are that differ by rounding alone.
const NEAR: f32 = 0.01;

/// How often learning goes over all sentences.
const ROUNDS: usize = 400;

impl Table {
    /// Whether a sentence is what the scale weighs.
    pub fn holds(&self, scale: Scale, signs: &Signs) -> bool {
        scale.is_told(self.weigh(signs), signs)
    }

    /// The logarithm of the odds that a sentence with these signs is what the scale weighs.
    fn weigh(&self, signs: &Signs) -> f32 {
        let weight = |at: usize| self.places.get(at).map_or(0.0, |&weight| f32::from(weight));
        signs.each().map(|(at, counts)| weight(at) * counts).sum::<f32>() * self.unit.step
            + self.unit.start
    }

    /// Learns from sentences that are told to be what the scale weighs or not, by gradients with momentum (Nesterov 1983),
    /// each weight at a pace of its own: a sign of few sentences would hardly move at that of the signs of all.
    ///
    /// The same sentences in the same order give the same weights.
    pub fn learned(scale: Scale, sentences: &[(Signs, bool)]) -> Self {
        let penalty = scale.penalty();
        let mut weights = vec![0.0_f32; PLACES];
        let mut ahead = weights.clone();
        let (mut start, mut start_ahead) = (0.0_f32, 0.0_f32);
        let (steepest, steepest_start) = steepest(sentences);
        let rates: Vec<f32> = steepest.iter().map(|slope| 1.0 / (slope + penalty)).collect();
        let rate_start = 1.0 / steepest_start.max(1.0);
        for round in 0..ROUNDS {
            let mut slope: Vec<f32> = ahead.iter().map(|weight| weight * penalty).collect();
            let mut start_slope = 0.0;
            for (signs, has) in sentences {
                let sum: f32 = signs.each().map(|(at, counts)| ahead[at] * counts).sum();
                let chance = 1.0 / (1.0 + (-sum - start_ahead).exp());
                let wrong = chance - f32::from(u8::from(*has));
                start_slope += wrong;
                signs.each().for_each(|(at, counts)| slope[at] += wrong * counts);
            }
            let on = momentum(round);
            let each = weights.iter_mut().zip(&mut ahead).zip(slope.iter().zip(&rates));
            for ((weight, ahead), (slope, rate)) in each {
                let next = *ahead - rate * slope;
                *ahead = next + on * (next - *weight);
                *weight = next;
            }
            let next = start_ahead - rate_start * start_slope;
            start_ahead = next + on * (next - start);
            start = next;
        }
        Self::rounded(&weights, start)
    }

    fn rounded(weights: &[f32], start: f32) -> Self {
        let most = weights.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
        let step = most / f32::from(i8::MAX);
        #[expect(clippy::cast_possible_truncation, reason = "at most 127 by the step")]
        let places = weights.iter().map(|weight| (weight / step).round() as i8).collect();
        Self { unit: Unit { start, step }, places }
    }
}

/// Bounds of how steeply the slope itself changes along each weight and the start: a quarter of what its sign counts in
/// all sentences, each time with all signs beside it. The curvature is at most that of a matrix with these on its
/// diagonal and nothing else, as no row of it sums to more (Gershgorin 1931).
fn steepest(sentences: &[(Signs, bool)]) -> (Vec<f32>, f32) {
    let (mut along, mut along_start) = (vec![0.0; PLACES], 0.0);
    for (signs, _) in sentences {
        let all = signs.each().map(|(_, counts)| counts).sum::<f32>() + 1.0;
        signs.each().for_each(|(at, counts)| along[at] += counts * all / 4.0);
        along_start += all / 4.0;
    }
    (along, along_start)
}

/// How far a step goes on in the direction of the one before.
fn momentum(round: usize) -> f32 {
    let round = f32::from(u16::try_from(round).unwrap_or(u16::MAX));
    round / (round + 3.0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::Reading;
    use crate::statements::signs;

    fn signs_of(text: &str) -> Signs {
        let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), Lang::En);
        let mut all = signs(text, &reading);
        assert_eq!(all.len(), 1, "{text}");
        all.remove(0).1
    }

    fn taught(sentences: &[(&str, bool)]) -> Table {
        let signs: Vec<(Signs, bool)> =
            sentences.iter().map(|&(text, promise)| (signs_of(text), promise)).collect();
        Table::learned(OURS, &signs)
    }

    const SENTENCES: [(&str, bool); 6] = [
        ("The lorry goes out on Friday.", true),
        ("The lorry went out last Friday.", false),
        ("Your parcel goes out tomorrow.", true),
        ("Your parcel went out yesterday.", false),
        ("The new chairs go out on Monday.", true),
        ("The new chairs went out a week ago.", false),
    ];

    #[test]
    fn what_was_taught_is_told_of_other_sentences() {
        let weights = taught(&SENTENCES);
        assert!(weights.weigh(&signs_of("The pump goes out on Tuesday.")) > 0.0);
        assert!(weights.weigh(&signs_of("The pump went out in June.")) < 0.0);
    }

    #[test]
    fn the_other_way_round_it_learns_the_other_way() {
        let other = SENTENCES.map(|(text, promise)| (text, !promise));
        let weights = taught(&other);
        assert!(weights.weigh(&signs_of("The pump goes out on Tuesday.")) < 0.0);
    }

    const OURS: Scale = Scale::Said(Meaning::Ours);

    /// Weights by which the first meaning is told as one table tells it, and the others never.
    fn for_ours(ours: Table) -> Weights {
        let never = Table { unit: Unit { start: -9.0, step: 0.0 }, places: vec![0; PLACES] };
        let mut tables = std::array::from_fn(|_| never.clone());
        tables[0] = ours;
        Weights::of(&tables)
    }

    #[test]
    fn weights_come_back_from_their_bytes() {
        let weights = for_ours(taught(&SENTENCES));
        let bytes: &'static [u8] = weights.bytes().leak();
        assert_eq!(Weights::read(bytes), weights);
        assert!(weights.are_about(bytes));
        assert_eq!(taught(&SENTENCES), taught(&SENTENCES), "the same sentences teach the same");
        let others = taught(&SENTENCES.map(|(text, promise)| (text, !promise)));
        assert!(!for_ours(others).are_about(bytes));
        assert!(!weights.are_about(&bytes[..100]));
    }

    #[test]
    fn beside_each_other_they_tell_what_each_tells() {
        let table = taught(&SENTENCES);
        let weights = for_ours(table.clone());
        for (text, _) in SENTENCES {
            let signs = signs_of(text);
            let weighed = weights.weigh(&signs);
            assert_eq!(weighed.means(Meaning::Ours), table.holds(OURS, &signs));
            assert!(!weighed.means(Meaning::Theirs) && !weighed.means(Meaning::Asked));
            assert_eq!((weighed.bad(1).count(), weighed.fine(1).count()), (0, 5));
        }
    }

    #[test]
    fn of_more_sentences_each_must_be_surer() {
        let signs = signs_of("The pump goes out soon.");
        let mut odds = [-9.0; SCALES];
        odds[3] = -0.7;
        odds[4] = BAD + 2.5;
        let weighed = Weighed { signs: &signs, odds };
        let bad = |among| weighed.bad(among).collect::<Vec<_>>();
        assert_eq!(bad(1), [Class::FlatRefusal]);
        let weighed = Weighed { odds: odds.map(|odds| odds.min(-0.5)), ..weighed };
        let bad = |among| weighed.bad(among).count();
        assert_eq!([0, 1, 2, 20, 1000].map(bad), [2, 2, 0, 0, 0]);
        let weighed = Weighed { odds, ..weighed };
        let bad = |among| weighed.bad(among).count();
        assert_eq!([2, 10, 20, 1000].map(bad), [1, 1, 0, 0]);
    }

    #[test]
    fn a_cut_file_weighs_as_far_as_it_goes() {
        let bytes: &'static [u8] = for_ours(taught(&SENTENCES)).bytes().leak();
        let signs = signs_of("The pump goes out on Tuesday.");
        for length in [0, 3, SCALES * Unit::BYTES, SCALES * Unit::BYTES + 100] {
            let weights = Weights::read(&bytes[..length]);
            let weighed = weights.weigh(&signs);
            let means = |meaning| weighed.means(meaning);
            assert!(!means(Meaning::Theirs) && !means(Meaning::Asked), "{length}");
            let is_known = length >= SCALES * Unit::BYTES;
            assert!(is_known || weighed.bad(1).chain(weighed.fine(1)).next().is_none(), "{length}");
        }
    }

    #[test]
    fn nothing_to_learn_from_weighs_nothing() {
        let weights = Table::learned(OURS, &[]);
        assert!(weights.weigh(&signs_of("We come on Friday.")).abs() < f32::EPSILON);
    }

    #[test]
    fn rules_stand_unless_the_weights_clearly_speak_against_them() {
        let ours = signs_of("We come on Friday.");
        assert!(ours.by_rules(Meaning::Ours));
        let weights = |start| Table { unit: Unit { start, step: 0.0 }, places: vec![0; PLACES] };
        assert!(weights(Meaning::Ours.drops(true) + 0.1).holds(OURS, &ours));
        assert!(!weights(Meaning::Ours.drops(true) - 0.1).holds(OURS, &ours));
        let other = signs_of("The oak in your garden was planted by a minister.");
        assert!(!other.by_rules(Meaning::Ours));
        assert!(!weights(Meaning::Ours.adds(false) - 0.1).holds(OURS, &other));
        assert!(weights(Meaning::Ours.adds(false) + 0.1).holds(OURS, &other));
        // Where nothing speaks there is nothing to weigh.
        let silent = signs_of("The oak in front of the office was planted by a minister.");
        assert!(!weights(9.0).holds(OURS, &silent));
    }
}
