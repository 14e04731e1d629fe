//! The words that the patterns of a pack speak of, each with a number: a word of a text is looked up once, and laying
//! patterns over it compares no spelling.
//!
//! The beginning or end of a word (`lever*`, `*regels`) has a number too, and so has being a number (`#`): a word of a
//! text can be several of these at once.

use crate::spelling::{WordTable, hash_of};

/// The number of a word in a vocabulary.
pub(super) type Symbol = u32;

/// A word that no pattern speaks of.
pub(super) const UNKNOWN: Symbol = 0;

/// A word that begins with a digit.
pub(super) const NUMBER: Symbol = 1;

/// What stands in the table for [`UNKNOWN`] and [`NUMBER`]: no word of a text and no word of a pattern is spelled so.
const RESERVED: [&str; 2] = ["", "#*"];

/// Words that nearly every sentence holds: poor ones to look for.
const COMMON: [&str; 32] = [
    "the", "and", "for", "you", "your", "our", "are", "this", "that", "with", "het", "een", "van",
    "dat", "die", "dit", "voor", "met", "aan", "bij", "niet", "zijn", "uit", "och", "att", "det",
    "som", "för", "inte", "den", "till", "med",
];

/// All words that the patterns of a pack speak of.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: WordTable<Known>,
    beginnings: Stems,
    endings: Stems,
    /// What words are beside themselves, word after word.
    also: Vec<Symbol>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// How rare it is; nought for what is in too many sentences to be looked for.
    rarity: u32,
    /// Where in [`Vocabulary::also`] stands what else it is, and how much that is.
    also: (u32, u32),
}

impl Vocabulary {
    /// Of no words.
    pub(super) fn new() -> Self {
        let mut words = WordTable::default();
        let reserved = RESERVED.into_iter().zip([0; 2]);
        for (word, rarity) in reserved.chain(COMMON.into_iter().zip([1; 32])) {
            words.entry(word, || Known { rarity, ..Known::default() });
        }
        Self { words, beginnings: Stems::default(), endings: Stems::default(), also: Vec::new() }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word as words are compared, a new one for a new word.
    pub(super) fn add(&mut self, hash: u64, word: &str) -> Symbol {
        let rarity = || u32::try_from(word.len()).unwrap_or(u32::MAX);
        let place =
            self.words.place_or(hash, word, || Known { rarity: rarity(), ..Known::default() });
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    /// The number of a beginning or an end, written with its `*`.
    pub(super) fn add_stem(&mut self, written: &str) -> Symbol {
        let hash = hash_of(written);
        let rarity = || u32::try_from(written.len() - 1).unwrap_or(u32::MAX);
        let place =
            self.words.place_or(hash, written, || Known { rarity: rarity(), ..Known::default() });
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    /// How rare a word is; nought for what is not worth looking for.
    pub(super) fn rarity(&self, symbol: Symbol) -> u32 {
        self.words.at(symbol as usize).map_or(0, |known| known.rarity)
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

    /// The number of a word of a text; adds what else it is.
    pub(super) fn find(&self, hash: u64, word: &str, also: &mut Vec<Symbol>) -> Symbol {
        let Some(place) = self.words.place(hash, word) else {
            self.other(word, also);
            return UNKNOWN;
        };
        if let Some(&Known { also: (from, count @ 1..), .. }) = self.words.at(place) {
            let more = self.also.get(from as usize..(from + count) as usize);
            also.extend_from_slice(more.unwrap_or_default());
        }
        Symbol::try_from(place).unwrap_or(UNKNOWN)
    }

    /// What a word is beside itself.
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
        let unused = 4_usize.saturating_sub(part.len()) * 8;
        let counted = u32::MAX.checked_shr(u32::try_from(unused).unwrap_or_default());
        Self { letters, counted: counted.unwrap_or_default(), part: part.into(), symbol }
    }
}

/// Four letters, as a number.
fn head(word: &[u8]) -> u32 {
    word.first_chunk().copied().map_or_else(|| few(word.iter()), u32::from_le_bytes)
}

/// Four letters from the end, the last one first.
fn tail(word: &[u8]) -> u32 {
    word.last_chunk().copied().map_or_else(|| few(word.iter().rev()), u32::from_be_bytes)
}

fn few<'a>(letters: impl Iterator<Item = &'a u8>) -> u32 {
    let places = letters.take(4).zip([0, 8, 16, 24]);
    places.fold(0, |all, (letter, place)| all | u32::from(*letter) << place)
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

/// Words of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordSet {
    /// Their numbers, in order.
    symbols: Box<[Symbol]>,
    /// A bit for each of them, by the lower bits of its number: nearly every word of a text is none of them.
    bits: Bits,
    /// How rare the words are: that of the least rare; nought if they are not worth looking for.
    pub(super) rarity: u32,
}

/// A few bits of the numbers of words.
type Bits = [u64; 4];

impl WordSet {
    /// Of these words.
    pub(super) fn of(mut symbols: Vec<Symbol>, vocabulary: &Vocabulary) -> Self {
        symbols.sort_unstable();
        symbols.dedup();
        let mut bits = [0; 4];
        for symbol in &symbols {
            let (part, bit) = place(*symbol);
            bits[part % 4] |= bit;
        }
        let rarity = symbols.iter().map(|symbol| vocabulary.rarity(*symbol)).min();
        Self { symbols: symbols.into(), bits, rarity: rarity.unwrap_or_default() }
    }

    /// Their numbers, in order.
    pub(super) fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// Whether a word is one of them.
    #[inline]
    pub(super) fn holds(&self, symbol: Symbol) -> bool {
        let (part, bit) = place(symbol);
        self.bits[part % 4] & bit != 0 && self.symbols.binary_search(&symbol).is_ok()
    }
}

/// Where the bit of a word stands in a row of bits.
#[inline]
const fn place(symbol: Symbol) -> (usize, u64) {
    ((symbol / 64) as usize, 1 << (symbol % 64))
}

/// The words of a vocabulary that a sentence holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// A bit for each word of the vocabulary.
    words: Vec<u64>,
    bits: Bits,
}

impl Held {
    /// Nothing of a vocabulary, in place of what was there.
    pub(super) fn clear(&mut self, vocabulary: &Vocabulary) {
        self.words.clear();
        self.words.resize(vocabulary.len() / 64 + 1, 0);
        self.bits = [0; 4];
    }

    /// Adds a word.
    #[inline]
    pub(super) fn add(&mut self, symbol: Symbol) {
        let (part, bit) = place(symbol);
        if let Some(words) = self.words.get_mut(part) {
            *words |= bit;
        }
        self.bits[part % 4] |= bit;
    }

    /// Whether it holds a word.
    #[inline]
    pub(super) fn has(&self, symbol: Symbol) -> bool {
        let (part, bit) = place(symbol);
        self.words.get(part).is_some_and(|words| words & bit != 0)
    }

    /// Whether it holds one of these words.
    #[inline]
    pub(super) fn has_of(&self, set: &WordSet) -> bool {
        let meets = self.bits.iter().zip(set.bits).any(|(one, other)| one & other != 0);
        meets && set.symbols.iter().any(|symbol| self.has(*symbol))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_itself_and_what_it_begins_and_ends_like() {
        let mut vocabulary = Vocabulary::new();
        let word = vocabulary.add(hash_of("regels"), "regels");
        let [begins, ends, whole] =
            ["re*", "*regels", "regel*"].map(|stem| vocabulary.add_stem(stem));
        vocabulary.finish();
        let check = |text: &str, want: (Symbol, &[Symbol])| {
            let mut also = Vec::new();
            let got = vocabulary.find(hash_of(text), text, &mut also);
            also.sort_unstable();
            assert_eq!((got, also.as_slice()), want, "{text}");
        };
        check("regels", (word, &[begins, ends, whole]));
        check("huisregels", (UNKNOWN, &[ends]));
        check("rede", (UNKNOWN, &[begins]));
        check("r", (UNKNOWN, &[]));
        check("12,5", (UNKNOWN, &[NUMBER]));
        check("½", (UNKNOWN, &[NUMBER]));
        check("re*", (begins, &[begins]));
    }
}
