//! How much each sign of a sentence speaks for a promise of ours: tables that are learned from sentences of our own.
//!
//! The rules say what they are sure of; which of their signs to believe together, and what the words themselves tell
//! where no rule was written, is weighed. The weights are those of a logistic regression (Cox 1958, "The regression
//! analysis of binary sequences") with a penalty on their squares, over signs that are spread over a fixed table
//! (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"), one table for each language.

use std::sync::LazyLock;

use super::signs::{PLACES, Signs};
use crate::Lang;

/// What the weights of a language are kept as: what they begin with, their step and the weight of every sentence, both
/// as little-endian `f32`, then one signed byte for each place.
const HEAD: usize = 8;

/// The weights of signs.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// What a sentence without signs weighs.
    start: f32,
    /// What one step of a place weighs.
    step: f32,
    places: Vec<i8>,
}

/// The odds, as a logarithm, from which a promise that no rule knew is one, and up to which one of the rules is none.
const ADDS: f32 = 0.7;
const DROPS: f32 = -1.5;

/// How near weights are that differ by rounding alone.
const NEAR: f32 = 0.01;

/// How strongly large weights are held back.
const PENALTY: f32 = 0.5;

/// How often learning goes over all sentences.
const ROUNDS: usize = 400;

impl Weights {
    /// Those of a language.
    pub(super) fn in_language(lang: Lang) -> &'static Self {
        static NL: LazyLock<Weights> =
            LazyLock::new(|| Weights::read(include_bytes!("../../weights/nl.bin")));
        static SV: LazyLock<Weights> =
            LazyLock::new(|| Weights::read(include_bytes!("../../weights/sv.bin")));
        static EN: LazyLock<Weights> =
            LazyLock::new(|| Weights::read(include_bytes!("../../weights/en.bin")));
        match lang {
            Lang::Nl => &NL,
            Lang::Sv => &SV,
            Lang::En => &EN,
        }
    }

    /// As [`bytes`](Self::bytes) wrote them; what is missing weighs nothing.
    pub fn read(bytes: &[u8]) -> Self {
        let number = |from: usize| {
            let bytes = bytes.get(from..from + 4).and_then(|four| four.try_into().ok());
            f32::from_le_bytes(bytes.unwrap_or_default())
        };
        let mut places: Vec<i8> =
            bytes.get(HEAD..).unwrap_or_default().iter().map(|&byte| byte.cast_signed()).collect();
        places.resize(PLACES, 0);
        Self { start: number(0), step: number(4), places }
    }

    /// As they are kept in a file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD + PLACES);
        bytes.extend(self.start.to_le_bytes());
        bytes.extend(self.step.to_le_bytes());
        bytes.extend(self.places.iter().map(|weight| weight.cast_unsigned()));
        bytes
    }

    /// Whether these are the same, but for what machines round differently.
    pub fn is_about(&self, other: &Self) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() <= other.abs() * NEAR;
        let places = self.places.iter().zip(&other.places);
        near(self.start, other.start)
            && near(self.step, other.step)
            && places.into_iter().all(|(one, other)| one.abs_diff(*other) <= 1)
    }

    /// Whether a sentence is a promise of ours. What the rules say stands, unless the weights clearly speak against it.
    pub fn promises(&self, signs: &Signs) -> bool {
        self.weigh(signs) > if signs.promised_by_rules() { DROPS } else { ADDS }
    }

    /// The logarithm of the odds that a sentence with these signs is a promise of ours.
    pub fn weigh(&self, signs: &Signs) -> f32 {
        let weight = |at: usize| self.places.get(at).map_or(0.0, |&weight| f32::from(weight));
        signs.each().map(|(at, counts)| weight(at) * counts).sum::<f32>() * self.step + self.start
    }

    /// Learns from sentences that are told to be promises of ours or not, by gradients with momentum (Nesterov 1983).
    ///
    /// The same sentences in the same order give the same weights.
    pub fn learned(sentences: &[(Signs, bool)]) -> Self {
        let mut weights = vec![0.0_f32; PLACES];
        let mut ahead = weights.clone();
        let (mut start, mut start_ahead) = (0.0_f32, 0.0_f32);
        let rate = 1.0 / (steepest(sentences) + PENALTY);
        for round in 0..ROUNDS {
            let mut slope: Vec<f32> = ahead.iter().map(|weight| weight * PENALTY).collect();
            let mut start_slope = 0.0;
            for (signs, promise) in sentences {
                let sum: f32 = signs.each().map(|(at, counts)| ahead[at] * counts).sum();
                let chance = 1.0 / (1.0 + (-sum - start_ahead).exp());
                let wrong = chance - f32::from(u8::from(*promise));
                start_slope += wrong;
                signs.each().for_each(|(at, counts)| slope[at] += wrong * counts);
            }
            let on = momentum(round);
            for ((weight, ahead), slope) in weights.iter_mut().zip(&mut ahead).zip(&slope) {
                let next = *ahead - rate * slope;
                *ahead = next + on * (next - *weight);
                *weight = next;
            }
            let next = start_ahead - rate * start_slope;
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
        Self { start, step, places }
    }
}

/// A bound of how steeply the slope itself changes: a quarter of the signs of all sentences squared.
fn steepest(sentences: &[(Signs, bool)]) -> f32 {
    let squares = |signs: &Signs| signs.each().map(|(_, counts)| counts * counts).sum::<f32>();
    sentences.iter().map(|(signs, _)| 1.0 + squares(signs)).sum::<f32>() / 4.0
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

    fn taught(sentences: &[(&str, bool)]) -> Weights {
        let signs: Vec<(Signs, bool)> =
            sentences.iter().map(|&(text, promise)| (signs_of(text), promise)).collect();
        Weights::learned(&signs)
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

    #[test]
    fn weights_come_back_from_their_bytes() {
        let weights = taught(&SENTENCES);
        assert_eq!(Weights::read(&weights.bytes()), weights);
        assert_eq!(taught(&SENTENCES), weights, "the same sentences teach the same");
    }

    #[test]
    fn a_cut_file_weighs_as_far_as_it_goes() {
        let bytes = taught(&SENTENCES).bytes();
        for length in [0, 3, HEAD, HEAD + 100] {
            let weights = Weights::read(&bytes[..length]);
            assert!(weights.weigh(&signs_of("The pump goes out on Tuesday.")).is_finite());
        }
        let nothing = Weights::read(&[]);
        assert!(nothing.weigh(&signs_of("The pump goes out on Tuesday.")).abs() < f32::EPSILON);
    }

    #[test]
    fn nothing_to_learn_from_weighs_nothing() {
        let weights = Weights::learned(&[]);
        assert!(weights.weigh(&signs_of("We come on Friday.")).abs() < f32::EPSILON);
    }

    #[test]
    fn rules_stand_unless_the_weights_clearly_speak_against_them() {
        let ours = signs_of("We come on Friday.");
        assert!(ours.promised_by_rules());
        let weights = |start| Weights { start, step: 0.0, places: vec![0; PLACES] };
        assert!(weights(DROPS + 0.1).promises(&ours));
        assert!(!weights(DROPS - 0.1).promises(&ours));
        let other = signs_of("The oak in front of the office was planted by a minister.");
        assert!(!other.promised_by_rules());
        assert!(!weights(ADDS - 0.1).promises(&other));
        assert!(weights(ADDS + 0.1).promises(&other));
    }
}
