//! The words that the patterns of a pack speak of, each with a number: a word of a text is looked up once, and laying
//! patterns over it compares no spelling.
//!
//! The beginning or end of a word (`lever*`, `*regels`) has a number too, and so has being a number (`#`): a word of a
//! text can be several of these at once.

use crate::Span;
use crate::spelling::{COUNTED, WordTable, counted_of, few, hash_of, head, tail};

/// The number of a word in a vocabulary.
pub(super) type Symbol = u32;

/// A word that no pattern speaks of.
pub(super) const UNKNOWN: Symbol = 0;

/// A word that begins with a digit.
pub(super) const NUMBER: Symbol = 1;

/// What stands in the table for [`UNKNOWN`] and [`NUMBER`]: no word of a text and no word of a pattern is spelled so.
const RESERVED: [&str; 2] = ["", "#*"];

/// Words that nearly every sentence holds: poor ones to look for.
const COMMON: [&str; 104] = [
    "the", "you", "to", "your", "in", "and", "a", "on", "is", "it", "we", "for", "of", "our", "at",
    "us", "that", "with", "be", "have", "are", "no", "by", "not", "so", "as", "i", "will", "from",
    "has", "was", "one", "can", "this", "de", "het", "u", "van", "op", "een", "wij", "niet", "uw",
    "en", "voor", "dat", "bij", "met", "er", "ons", "ik", "te", "onze", "aan", "die", "om", "je",
    "zijn", "geen", "dan", "over", "maar", "staat", "ook", "nog", "heeft", "zo", "als", "kan",
    "door", "är", "på", "vi", "det", "och", "inte", "att", "den", "har", "till", "ni", "med",
    "för", "så", "du", "som", "av", "jag", "får", "från", "men", "oss", "går", "ett", "vår", "när",
    "dig", "kommer", "ut", "hos", "alla", "wordt", "naar", "ska",
];

/// How often one of these is met in a million words, roughly.
const MET_COMMON: u32 = 8000;

/// How often other words of so many letters are met in a million words, on average over those that patterns speak of:
/// counted in the sentences that teach.
const MET: [u32; 13] = [3000, 3000, 1500, 800, 350, 175, 110, 80, 55, 40, 30, 24, 20];

/// How often words that begin or end with so many letters are met in a million words, roughly.
const MET_STEM: [u32; 8] = [50_000, 50_000, 40_000, 15_000, 4000, 1000, 300, 150];

/// How often a word, or a sign, is met in a million words, roughly.
fn met(word: &str) -> u32 {
    let is_sign = word.len() == 1 && !word.starts_with(|c: char| c.is_ascii_alphanumeric());
    if is_sign { MET_STEM[0] } else { by_letters(&MET, word.len()) }
}

/// The last of such numbers is that of all that have more letters.
fn by_letters(met: &[u32], letters: usize) -> u32 {
    met.get(letters).or(met.last()).copied().unwrap_or_default()
}

/// Room is made for so many words: about as many as each of our own packs speaks of.
const USUAL: usize = 2000;

/// All words that the patterns of a pack speak of.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: WordTable<Known>,
    beginnings: Stems,
    endings: Stems,
    /// What words are beside themselves, word after word.
    also: Vec<Symbol>,
}

/// The first letters of a word and its length: a short word is compared with no call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters {
    first: u64,
    length: usize,
}

impl Letters {
    /// Of the word that stands at a place of a text.
    #[inline]
    pub(super) fn of(text: &str, word: Span) -> Self {
        let length = word.end - word.start;
        let rest = text.as_bytes().get(word.start..).unwrap_or_default();
        let first = rest
            .first_chunk()
            .map_or_else(|| few::<8>(rest.iter()), |letters| u64::from_le_bytes(*letters));
        Self { first: first & COUNTED[length.min(8)], length }
    }

    /// Whether there are no more.
    const fn are_all(self) -> bool {
        self.length <= 8
    }
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
struct Known {
    letters: Letters,
    /// How often it is met in a million words, roughly; [`u32::MAX`] for what is in too many sentences to be looked for.
    met: u32,
    /// Where in [`Vocabulary::also`] stands what else it is, and how much that is.
    also: (u32, u32),
}

impl Known {
    fn of(word: &str, met: u32) -> Self {
        Self { letters: Letters::of(word, Span::new(0, word.len())), met, also: (0, 0) }
    }
}

impl Vocabulary {
    /// Of no words.
    pub(super) fn new() -> Self {
        let mut words = WordTable::with_room(USUAL);
        let reserved = RESERVED.into_iter().map(|word| (word, u32::MAX));
        for (word, met) in reserved.chain(COMMON.into_iter().map(|word| (word, MET_COMMON))) {
            words.entry(word, || Known::of(word, met));
        }
        Self { words, beginnings: Stems::default(), endings: Stems::default(), also: Vec::new() }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// How a word is spelled.
    #[cfg(test)]
    pub(super) fn word(&self, symbol: Symbol) -> &str {
        self.words.each().nth(symbol as usize).map_or("", |(word, _)| word)
    }

    /// The number of a word as words are compared, a new one for a new word.
    pub(super) fn add(&mut self, hash: u64, word: &str) -> Symbol {
        let place = self.words.place_or(hash, word, || Known::of(word, met(word)));
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    /// The number of a beginning or an end, written with its `*`.
    pub(super) fn add_stem(&mut self, written: &str) -> Symbol {
        let known = || Known::of(written, by_letters(&MET_STEM, written.len() - 1));
        let place = self.words.place_or(hash_of(written), written, known);
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    /// How often a word is met in a million words, roughly; [`u32::MAX`] for what is not worth looking for.
    pub(super) fn met(&self, symbol: Symbol) -> u32 {
        self.words.at(symbol as usize).map_or(u32::MAX, |known| known.met)
    }

    /// Once all words are added: finds out which of them begin or end like another.
    pub(super) fn finish(&mut self) {
        let (mut beginnings, mut endings) = (Vec::new(), Vec::new());
        for (symbol, (word, _)) in (0..).zip(self.words.each()).skip(RESERVED.len()) {
            if let Some(part) = word.strip_suffix('*') {
                beginnings.push(Stem::of(head(part.as_bytes()), part, symbol));
            } else if let Some(part) = word.strip_prefix('*') {
                endings.push(Stem::of(tail(part.as_bytes()), part, symbol));
            }
        }
        self.beginnings = Stems::of(beginnings);
        self.endings = Stems::of(endings);
        let mut also = Vec::new();
        let mut places = Vec::with_capacity(self.len());
        for (word, _) in self.words.each() {
            let from = also.len();
            self.other(word, &mut also);
            places.push((from, also.len() - from));
        }
        let places = places.into_iter().map(|(from, count)| {
            (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(count).unwrap_or_default())
        });
        for (known, place) in self.words.each_mut().zip(places) {
            known.also = place;
        }
        self.also = also;
    }

    /// The number of a word of a text, of which the hash and the [`Letters`] are known; adds what else it is.
    #[inline]
    pub(super) fn find<'a>(
        &self,
        hash: u64,
        letters: Letters,
        word: impl Fn() -> &'a str,
        also: &mut Vec<Symbol>,
    ) -> Symbol {
        let is = |spelling: &str, known: &Known| {
            known.letters == letters && (letters.are_all() || spelling == word())
        };
        let Some(place) = self.words.place_of(hash, is) else {
            self.other(word(), also);
            return UNKNOWN;
        };
        if let Some(known) = self.words.at(place).filter(|known| known.also.1 > 0) {
            self.known_also(*known, also);
        }
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    #[inline(never)]
    fn known_also(&self, Known { also: (from, count), .. }: Known, also: &mut Vec<Symbol>) {
        let more = self.also.get(from as usize..(from + count) as usize);
        also.extend_from_slice(more.unwrap_or_default());
    }

    /// What a word is beside itself.
    #[inline(never)]
    fn other(&self, word: &str, also: &mut Vec<Symbol>) {
        let bytes = word.as_bytes();
        let is_number = match bytes.first() {
            Some(byte @ 0..=0x7F) => byte.is_ascii_digit(),
            first => first.is_some() && word.starts_with(char::is_numeric),
        };
        if is_number {
            also.push(NUMBER);
        }
        let stems = self.beginnings.like(head(bytes)).filter(|stem| word.starts_with(&*stem.part));
        also.extend(stems.map(|stem| stem.symbol));
        let stems = self.endings.like(tail(bytes)).filter(|stem| word.ends_with(&*stem.part));
        also.extend(stems.map(|stem| stem.symbol));
    }
}

/// A beginning or an end of words.
#[derive(Debug)]
struct Stem {
    /// Its first letters, from the side where it is compared, and which bits of these count.
    letters: u32,
    counted: u32,
    part: Box<str>,
    symbol: Symbol,
}

impl Stem {
    fn of(letters: u32, part: &str, symbol: Symbol) -> Self {
        Self { letters, counted: counted_of(part), part: part.into(), symbol }
    }
}

/// Stems in groups, by the two letters at the side where they are compared.
#[derive(Debug, Default)]
struct Stems {
    stems: Vec<Stem>,
    /// Where each group begins, and at last where the last one ends.
    from: Vec<u16>,
}

/// How many groups there are: five bits of each letter tell them apart.
const GROUPS: usize = 1 << 10;

const fn group(letters: u32) -> usize {
    (letters & 31 | (letters >> 8 & 31) << 5) as usize
}

impl Stems {
    fn of(mut stems: Vec<Stem>) -> Self {
        stems.sort_by_key(|stem| group(stem.letters));
        let mut from = vec![0_u16; GROUPS + 1];
        for stem in &stems {
            let count = &mut from[group(stem.letters) + 1];
            *count = count.saturating_add(1);
        }
        let mut sum = 0_u16;
        for place in &mut from {
            sum = sum.saturating_add(*place);
            *place = sum;
        }
        Self { stems, from }
    }

    /// The stems with these letters; more letters of them may differ.
    fn like(&self, letters: u32) -> impl Iterator<Item = &Stem> {
        let group = group(letters);
        let bounds = self.from.get(group).zip(self.from.get(group + 1));
        let (from, to) = bounds.map_or((0, 0), |(from, to)| (usize::from(*from), usize::from(*to)));
        let stems = self.stems.get(from..to).unwrap_or_default().iter();
        stems.filter(move |stem| letters & stem.counted == stem.letters)
    }
}

/// Where the bit of a word stands in a row of bits.
#[inline]
pub(super) const fn place(symbol: Symbol) -> (usize, u64) {
    ((symbol / 64) as usize, 1 << (symbol % 64))
}

/// Some of 64 words whose numbers follow each other: lists of words have most of theirs together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// Which 64 words.
    part: u32,
    /// How many more of its list follow.
    pub(super) more: u32,
    /// A bit for each.
    words: u64,
}

impl Block {
    /// Writes a list of words.
    pub(super) fn push_list(words: &[Symbol], into: &mut Vec<Self>) {
        let from = into.len();
        for word in words {
            let (part, bit) = place(*word);
            let part = u32::try_from(part).unwrap_or(u32::MAX);
            // Most lists are in order, so that the block is the last one.
            match into[from..].iter_mut().rfind(|block| block.part == part) {
                Some(block) => block.words |= bit,
                None => into.push(Self { part, words: bit, more: 0 }),
            }
        }
        for (block, more) in into[from..].iter_mut().rev().zip(0..) {
            block.more = more;
        }
    }

    /// Whether a word is one of them.
    #[inline]
    pub(super) const fn holds(&self, word: Symbol) -> bool {
        let (part, bit) = place(word);
        self.part as usize == part && self.words & bit != 0
    }
}

/// A few bits of the numbers of words: two sets without a common bit have no common word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Outline([u64; 2]);

impl Outline {
    /// Of all words.
    pub(super) const ALL: Self = Self([u64::MAX; 2]);

    /// Of these words.
    pub(super) fn of(words: &[Symbol]) -> Self {
        let mut outline = Self::default();
        words.iter().for_each(|word| outline.add(*word));
        outline
    }

    #[inline]
    const fn add(&mut self, word: Symbol) {
        let (part, bit) = place(word);
        self.0[part % 2] |= bit;
    }

    /// Whether they have a bit in common.
    #[inline]
    pub(super) const fn meets(self, other: Self) -> bool {
        let ([one, two], [first, second]) = (self.0, other.0);
        one & first | two & second != 0
    }
}

/// The words of a vocabulary that a sentence holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// A bit for each word of the vocabulary.
    words: Vec<u64>,
    outline: Outline,
}

impl Held {
    /// Nothing of a vocabulary, in place of what was there.
    pub(super) fn clear(&mut self, vocabulary: &Vocabulary) {
        self.words.clear();
        self.words.resize(vocabulary.len() / 64 + 1, 0);
        self.outline = Outline::default();
    }

    /// Adds a word.
    #[inline]
    pub(super) fn add(&mut self, word: Symbol) {
        let (part, bit) = place(word);
        if let Some(words) = self.words.get_mut(part) {
            *words |= bit;
        }
        self.outline.add(word);
    }

    /// The outline of all words it holds.
    pub(super) const fn outline(&self) -> Outline {
        self.outline
    }

    /// Whether it holds a word.
    #[inline]
    pub(super) fn has(&self, word: Symbol) -> bool {
        let (part, bit) = place(word);
        self.words.get(part).is_some_and(|words| words & bit != 0)
    }

    /// Whether it holds one of some words.
    #[inline]
    pub(super) fn meets(&self, block: &Block) -> bool {
        self.words.get(block.part as usize).is_some_and(|words| words & block.words != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_itself_and_what_it_begins_and_ends_like() {
        let mut vocabulary = Vocabulary::new();
        let word = vocabulary.add(hash_of("regels"), "regels");
        let long = vocabulary.add(hash_of("verantwoord"), "verantwoord");
        let [begins, ends, whole] =
            ["re*", "*regels", "regel*"].map(|stem| vocabulary.add_stem(stem));
        vocabulary.finish();
        let check = |text: &str, want: (Symbol, &[Symbol])| {
            let mut also = Vec::new();
            let letters = Letters::of(text, Span::new(0, text.len()));
            let got = vocabulary.find(hash_of(text), letters, || text, &mut also);
            also.sort_unstable();
            assert_eq!((got, also.as_slice()), want, "{text}");
        };
        check("regels", (word, &[begins, ends, whole]));
        check("huisregels", (UNKNOWN, &[ends]));
        check("rede", (UNKNOWN, &[begins]));
        check("r", (UNKNOWN, &[]));
        check("12,5", (UNKNOWN, &[NUMBER]));
        check("½", (UNKNOWN, &[NUMBER]));
        check("verantwoord", (long, &[]));
        check("verantwoorx", (UNKNOWN, &[]));
        check("re*", (begins, &[begins]));
    }
}
