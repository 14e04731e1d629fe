//! The signs of a sentence by which it is weighed: what the rules and times say of its clauses, and its words.

use super::lexicon::Says;
use super::weights::Meaning;
use super::{Clause, Label, Reading, Statement, Who, skeleton};
use crate::spelling::hash_on;
use crate::words::Word;

/// How many places a table of weights has; signs that fall on one place share its weight.
pub(super) const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 17;

/// Groups of signs, in the order in which they are seen.
#[derive(Debug, Clone, Copy)]
enum Group {
    /// What a sentence begins with.
    First,
    /// Its words.
    Words,
    /// Stems and endings of longer words.
    Shapes,
    /// What it is built of, two by two and three by three.
    Bones,
    /// What rules and times say, alone and two by two in a clause.
    Rules,
}

impl Group {
    const ALL: [Self; 5] = [Self::First, Self::Words, Self::Shapes, Self::Bones, Self::Rules];

    /// How much each of so many signs counts. Those of most groups weigh together: a long sentence has no louder voice
    /// than a short one.
    fn counts(self, signs: usize) -> f32 {
        match self {
            Self::First => 0.5,
            Self::Words | Self::Bones => 1.6 / root(signs),
            Self::Shapes => 1.0 / root(signs),
            Self::Rules => 0.4,
        }
    }
}

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
    /// All of them, group by group.
    places: Vec<u32>,
    /// Where each group ends.
    ends: [usize; Group::ALL.len()],
    /// What the rules by themselves take the sentence for, a bit for each meaning.
    by_rules: u8,
    /// Whether it names a time.
    timed: bool,
    /// Whether anything in it could speak for a meaning.
    speak: bool,
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
    /// Puts those of a sentence that was read, with the statements that the rules made of it, in place of what was there.
    pub(super) fn read(&mut self, reading: &Reading<'_>, made: &[Statement]) {
        let words = &reading.sentence.words;
        self.places.clear();
        self.places.reserve(8 * words.len() + RULES * reading.clauses.len());
        self.by_rules = 0;
        self.timed = reading.is_dated() || reading.times.named;
        self.speak = reading.speaks();
        self.see_first(words);
        self.end(Group::First);
        self.see_words(words);
        self.end(Group::Words);
        self.see_shapes(words, reading.ahead);
        self.end(Group::Shapes);
        self.see_bones(skeleton::of(words, reading.seen, &reading.times_at));
        self.end(Group::Bones);
        self.see_rules(reading, made);
        self.end(Group::Rules);
    }

    fn see(&mut self, kind: Kind, what: u64) {
        self.places.push(place(kind, what));
    }

    fn end(&mut self, group: Group) {
        self.ends[group as usize] = self.places.len();
    }

    /// Whether the sentence names a time.
    pub(super) const fn is_timed(&self) -> bool {
        self.timed
    }

    /// Whether anything in the sentence could speak for a meaning; plain facts are most of a mail.
    pub const fn speak(&self) -> bool {
        self.speak
    }

    /// What a sentence begins with tells most of whether it bids.
    fn see_first(&mut self, words: &[Word<'_>]) {
        let Some((first, rest)) = words.split_first() else { return };
        let second = rest.first().map_or(skeleton::BORDER, |word| word.hash);
        let ending = last_letters::<2>(&first.low).unwrap_or(first.hash);
        let last = last_letters::<1>(&first.low).unwrap_or_default();
        self.see(Kind::First, first.hash);
        self.see(Kind::First, pair(ending, second));
        self.see(Kind::First, pair(last, (first.low.len() > SHORT).into()));
    }

    fn see_words(&mut self, words: &[Word<'_>]) {
        let words = words.iter().filter(|word| !word.mark);
        self.places.extend(words.map(|word| place(Kind::Word, word.hash)));
    }

    fn see_shapes(&mut self, words: &[Word<'_>], ahead: bool) {
        for word in words.iter().filter(|word| !word.mark) {
            if let Some(stem) = first_letters::<STEM>(&word.low) {
                self.see(Kind::Stem, stem);
                self.see(Kind::Ending, last_letters::<ENDING>(&word.low).unwrap_or_default());
            }
            if let Some(head) = last_letters::<HEAD>(&word.low).filter(|_| word.low.len() > HEAD) {
                self.see(Kind::Head, head);
            }
            if ahead {
                self.see(Kind::Timed, word.hash);
            }
        }
    }

    fn see_bones(&mut self, bones: impl Iterator<Item = skeleton::Bone>) {
        let (mut first, mut second) = (None, skeleton::BORDER);
        for bone in bones.chain([skeleton::BORDER]) {
            let two = pair(second, bone);
            self.see(Kind::Pair, two);
            if let Some(first) = first {
                self.see(Kind::Triple, pair(first, two));
            }
            (first, second) = (Some(second), bone);
        }
    }

    fn see_rules(&mut self, reading: &Reading<'_>, made: &[Statement]) {
        for clause in &reading.clauses {
            self.see_clause(clause);
        }
        let whole = [reading.asks, reading.sentence.item, reading.is_dated(), reading.ahead];
        for (number, _) in (0..).zip(whole).filter(|(_, holds)| *holds) {
            self.see(Kind::Said, number);
        }
        for statement in made {
            self.see(Kind::Said, 16 + number_of(statement.label, statement.who));
            if let Some(meaning) = Meaning::of(statement.label, statement.who) {
                self.by_rules |= 1 << (meaning as u8);
            }
        }
    }

    fn see_clause(&mut self, clause: &Clause<'_>) {
        let mut marks = u128::from(clause.said);
        for rule in &clause.fits {
            self.see(Kind::Because, rule.hash);
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
            self.see(Kind::Rule, one.into());
            let mut more = left;
            while more != 0 {
                let other = more.trailing_zeros();
                more &= more - 1;
                self.see(Kind::Rules, u64::from(one * 128 + other));
            }
        }
    }

    /// The same words, without what the rules say of them.
    #[must_use]
    pub fn without_rules(mut self) -> Self {
        let end = self.ends[Group::Bones as usize];
        self.places.truncate(end);
        self.end(Group::Rules);
        self
    }

    /// Whether the rules by themselves take the sentence to have a meaning.
    pub const fn by_rules(&self, meaning: Meaning) -> bool {
        self.by_rules >> (meaning as u8) & 1 == 1
    }

    /// The groups of signs, with what each sign of a group counts for.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&[u32], f32)> {
        let mut start = 0;
        Group::ALL.into_iter().zip(self.ends).map(move |(group, end)| {
            let signs = self.places.get(start..end).unwrap_or_default();
            start = end;
            (signs, group.counts(signs.len()))
        })
    }

    /// Each sign with what it counts for.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, f32)> {
        let groups = self.groups();
        groups.flat_map(|(signs, counts)| signs.iter().map(move |&at| (at as usize, counts)))
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

fn place(kind: Kind, what: u64) -> u32 {
    let mixed = hash_on(what, kind as u8).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u32::try_from(mixed >> (u64::BITS - PLACE_BITS)).unwrap_or_default()
}

/// The first letters of a word that has more, in a number; a letter beyond ASCII counts as two.
fn first_letters<const COUNT: usize>(word: &str) -> Option<u64> {
    (word.len() > COUNT).then(|| word.as_bytes().first_chunk::<COUNT>()).flatten().map(number)
}

/// The last letters of a word that has so many, in a number.
pub(super) fn last_letters<const COUNT: usize>(word: &str) -> Option<u64> {
    word.as_bytes().last_chunk::<COUNT>().map(number)
}

fn number<const COUNT: usize>(letters: &[u8; COUNT]) -> u64 {
    letters.iter().fold(0, |all, &letter| all << 8 | u64::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelling::hash_of;

    #[test]
    fn longer_words_have_a_stem_and_an_ending() {
        assert_eq!(first_letters::<4>("levererar"), last_letters::<4>("leve"));
        assert_eq!(last_letters::<3>("levererar"), Some(0x72_61_72));
        assert_eq!(first_letters::<4>("komt"), None);
        assert_eq!(last_letters::<2>("i"), None);
    }

    #[test]
    fn the_same_letters_of_two_kinds_are_two_signs() {
        let hash = hash_of("rar");
        assert_ne!(place(Kind::Word, hash), place(Kind::Ending, hash));
        assert_ne!(pair(hash_of("we"), hash_of("come")), pair(hash_of("come"), hash_of("we")));
    }
}
