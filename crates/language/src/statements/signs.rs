//! The signs of a sentence by which it is weighed: what the rules and times say of its clauses, and its words.

use super::lexicon::Says;
use super::weights::Meaning;
use super::{Clause, Label, Reading, Statement, Who, skeleton};
use crate::spelling::{hash_of, hash_on};
use crate::words::Word;

/// How many places a table of weights has; signs that fall on one place share its weight.
pub(super) const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 16;

/// How much the signs of a group weigh together: a long sentence has no louder voice than a short one.
const OF_WORDS: f32 = 1.6;
const OF_SHAPES: f32 = 1.0;
const OF_BONES: f32 = 1.6;
/// How much each sign of what it begins with weighs, and each of the rules.
const OF_FIRST: f32 = 0.5;
const OF_RULES: f32 = 0.4;

/// Letters at the beginning and end of a longer word that are signs too: its stem and its ending.
const STEM: usize = 4;
const ENDING: usize = 3;
/// Letters at the end of a long word, which in Dutch and Swedish often say what it is: a `netbedrijf`, an `energibolag`.
const HEAD: usize = 5;
/// A first word of more letters is seldom a verb that bids: no more is told of it than its last letter.
const SHORT: usize = 5;

/// How many signs the rules give of most clauses.
const RULES: usize = 32;

/// What a sentence is weighed by, as places in a table of weights.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    /// Words.
    words: Vec<u16>,
    /// What it begins with.
    first: Vec<u16>,
    /// What it is built of, two by two and three by three.
    bones: Vec<u16>,
    /// Stems and endings of longer words.
    shapes: Vec<u16>,
    /// What rules and times say, alone and two by two in a clause.
    rules: Vec<u16>,
    /// What the rules by themselves take the sentence for, a bit for each meaning.
    by_rules: u8,
    /// Whether it names a time.
    timed: bool,
}

/// Kinds of signs, so that the same letters of two kinds are two signs.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Word = 1,
    Pair,
    Triple,
    Stem,
    Ending,
    Head,
    First,
    Rule,
    Rules,
    Said,
    Timed,
    Because,
}

impl Signs {
    /// Of a sentence that was read, with the statements that the rules made of it.
    pub(super) fn of(reading: &Reading<'_>, made: &[Statement]) -> Self {
        if !reading.speaks() {
            return Self::default();
        }
        let count = reading.sentence.words.len();
        let mut signs = Self {
            words: Vec::with_capacity(count),
            first: Vec::with_capacity(3),
            bones: Vec::with_capacity(2 * count + 2),
            shapes: Vec::with_capacity(3 * count),
            rules: Vec::with_capacity(RULES * reading.clauses.len()),
            by_rules: 0,
            timed: reading.is_dated() || reading.times.named,
        };
        signs.see_words(&reading.sentence.words);
        let words = &reading.sentence.words;
        signs.see_bones(skeleton::of(words, &reading.times_at, |word| {
            reading.lexicon.is_small(word)
        }));
        if reading.ahead {
            let words = reading.sentence.words.iter().filter(|word| !word.mark);
            signs.shapes.extend(words.map(|word| place(Kind::Timed, word.hash)));
        }
        for clause in &reading.clauses {
            signs.see_clause(clause);
        }
        let whole = [reading.asks, reading.sentence.item, reading.is_dated(), reading.ahead];
        for (number, holds) in (0..).zip(whole) {
            if holds {
                signs.rules.push(place(Kind::Said, number));
            }
        }
        for statement in made {
            let number = 16 + number_of(statement.label, statement.who);
            signs.rules.push(place(Kind::Said, number));
            if let Some(meaning) = Meaning::of(statement.label, statement.who) {
                signs.by_rules |= 1 << (meaning as u8);
            }
        }
        signs
    }

    /// Whether the sentence names a time.
    pub(super) const fn is_timed(&self) -> bool {
        self.timed
    }

    /// Whether there are none: nothing in the sentence speaks for any meaning.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn see_words(&mut self, words: &[Word<'_>]) {
        for word in words.iter().filter(|word| !word.mark) {
            self.words.push(place(Kind::Word, word.hash));
            if let Some((stem, ending)) = stem_and_ending(&word.low) {
                self.shapes.push(place(Kind::Stem, hash_of(stem)));
                self.shapes.push(place(Kind::Ending, hash_of(ending)));
            }
            if let Some(head) =
                last_letters(&word.low, HEAD).filter(|head| head.len() < word.low.len())
            {
                self.shapes.push(place(Kind::Head, hash_of(head)));
            }
        }
        self.see_first(words);
    }

    /// What a sentence begins with tells most of whether it bids.
    fn see_first(&mut self, words: &[Word<'_>]) {
        let mut words = words.iter();
        let Some(first) = words.next() else { return };
        let second = words.next().map_or(skeleton::BORDER, |word| word.hash);
        let ending = hash_of(last_letters(&first.low, 2).unwrap_or(&first.low));
        let last = hash_of(last_letters(&first.low, 1).unwrap_or_default());
        let is_long = first.low.chars().nth(SHORT).is_some();
        self.first.extend([
            place(Kind::First, first.hash),
            place(Kind::First, pair(ending, second)),
            place(Kind::First, pair(last, is_long.into())),
        ]);
    }

    fn see_bones(&mut self, bones: impl Iterator<Item = skeleton::Bone>) {
        let (mut first, mut second) = (None, skeleton::BORDER);
        for bone in bones.chain([skeleton::BORDER]) {
            let two = pair(second, bone);
            self.bones.push(place(Kind::Pair, two));
            if let Some(first) = first {
                self.bones.push(place(Kind::Triple, pair(first, two)));
            }
            (first, second) = (Some(second), bone);
        }
    }

    fn see_clause(&mut self, clause: &Clause<'_>) {
        let mut marks = 0_u128;
        for (rule, _) in &clause.fits {
            marks |= 1 << (rule.says as u32);
            self.rules.push(place(Kind::Because, hash_of(rule.because)));
        }
        let times = clause.times;
        let others = [
            times.named,
            times.vague,
            times.blurred,
            times.ahead,
            times.past,
            times.often,
            clause.condition,
            clause.reported,
            clause.sourced,
            clause.opening,
            clause.gone,
            clause.led,
            clause.followed,
            clause.ours,
            clause.after_ours,
            clause.addressed,
        ];
        for (number, _) in (FIRST_MARK..).zip(others).filter(|(_, holds)| *holds) {
            marks |= 1 << number;
        }
        let mut left = marks;
        while left != 0 {
            let one = left.trailing_zeros();
            left &= left - 1;
            self.rules.push(place(Kind::Rule, one.into()));
            let mut more = left;
            while more != 0 {
                let other = more.trailing_zeros();
                more &= more - 1;
                self.rules.push(place(Kind::Rules, u64::from(one * 128 + other)));
            }
        }
    }

    /// The same words, without what the rules say of them.
    #[must_use]
    pub fn without_rules(mut self) -> Self {
        self.rules.clear();
        self
    }

    /// Whether the rules by themselves take the sentence to have a meaning.
    pub const fn by_rules(&self, meaning: Meaning) -> bool {
        self.by_rules >> (meaning as u8) & 1 == 1
    }

    /// Each sign with what it counts for.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, f32)> {
        let groups = [
            (&self.words, OF_WORDS / root(self.words.len())),
            (&self.first, OF_FIRST),
            (&self.bones, OF_BONES / root(self.bones.len())),
            (&self.shapes, OF_SHAPES / root(self.shapes.len())),
            (&self.rules, OF_RULES),
        ];
        groups
            .into_iter()
            .flat_map(|(group, counts)| group.iter().map(move |&at| (usize::from(at), counts)))
    }
}

/// The first number of what a clause is marked with beside its rules.
const FIRST_MARK: u32 = 64;
const _: () =
    assert!((Says::OpensTheirs as u32) < FIRST_MARK, "rules and marks have numbers of their own");

fn number_of(label: Label, who: Who) -> u64 {
    (label as u64) * 4 + who as u64
}

fn root(count: usize) -> f32 {
    f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX)).sqrt()
}

fn pair(one: u64, other: u64) -> u64 {
    one.rotate_left(21) ^ other
}

fn place(kind: Kind, what: u64) -> u16 {
    let mixed = hash_on(what, kind as u8).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u16::try_from(mixed >> (u64::BITS - PLACE_BITS)).unwrap_or_default()
}

/// So many letters at the end of a word that has them.
fn last_letters(word: &str, count: usize) -> Option<&str> {
    let (from, _) = word.char_indices().nth_back(count - 1)?;
    word.get(from..)
}

/// The first letters and the last of a word that has more than those of its stem.
fn stem_and_ending(word: &str) -> Option<(&str, &str)> {
    let (stem, _) = word.char_indices().nth(STEM)?;
    let (ending, _) = word.char_indices().nth_back(ENDING - 1)?;
    Some((word.get(..stem)?, word.get(ending..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_have_a_stem_and_an_ending() {
        assert_eq!(stem_and_ending("levererar"), Some(("leve", "rar")));
        assert_eq!(stem_and_ending("överlämnas"), Some(("över", "nas")));
        assert_eq!(stem_and_ending("komt"), None);
        assert_eq!(stem_and_ending(""), None);
    }

    #[test]
    fn the_same_letters_of_two_kinds_are_two_signs() {
        let hash = hash_of("rar");
        assert_ne!(place(Kind::Word, hash), place(Kind::Ending, hash));
        assert_ne!(pair(hash_of("we"), hash_of("come")), pair(hash_of("come"), hash_of("we")));
    }
}
