//! Words looked up by a hash of their spelling: nearly every word of a text is none of those a rule speaks of, and one
//! look at a small table tells so.

use crate::Span;

/// The hash of nothing.
pub(crate) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash of a spelling, eight letters at a time: the same on every machine, so that tables are too.
pub(crate) fn hash_of(word: &str) -> u64 {
    hash_bytes(word.as_bytes())
}

fn hash_bytes(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks();
    let hash = eights.iter().fold(SEED, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    if rest.is_empty() { hash } else { mix(hash, few::<8>(rest.iter())) }
}

/// The hash of a spelling of one byte.
pub(crate) const fn hash_of_sign(sign: u8) -> u64 {
    mix(SEED, sign as u64)
}

/// The hash of what has this hash and eight letters more; every bit of both counts for the lowest and highest bits,
/// and no two eights give one hash the same.
const fn mix(hash: u64, letters: u64) -> u64 {
    let mixed = (hash ^ letters).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    mixed ^ (mixed >> 32)
}

/// A hash and a number more (FNV-1a).
pub(crate) const fn hash_on(hash: u64, number: u8) -> u64 {
    (hash ^ number as u64).wrapping_mul(0x0100_0000_01b3)
}

/// A text with its letters of ASCII and of Latin-1 in lower case: whatever else it holds, every byte keeps its place.
pub fn lower_of(text: &str) -> String {
    let mut bytes = text.to_ascii_lowercase().into_bytes();
    let seconds = bytes.get_mut(1..).unwrap_or_default();
    for (first, second) in text.bytes().zip(seconds) {
        // À to Þ are 0xC3 and one byte more; × is no letter.
        let capital = first == 0xC3 && matches!(*second, 0x80..=0x9E) && *second != 0x97;
        *second += u8::from(capital) << 5;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text, and the same in lower case: every byte has its place in both.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// As it was written.
    pub(crate) written: &'a str,
    /// As [`lower_of`] spells it.
    pub(crate) low: &'a str,
}

impl<'a> Text<'a> {
    /// Of a text and what [`lower_of`] made of it.
    pub fn of(written: &'a str, low: &'a str) -> Self {
        debug_assert_eq!(written.len(), low.len(), "every byte keeps its place");
        Self { written, low }
    }

    /// A stretch of it.
    pub(crate) fn within(self, stretch: Span) -> Self {
        Self { written: stretch.of(self.written), low: stretch.of(self.low) }
    }
}

/// How many bytes at the head are letters in lower case, plain ones or å, ä and ö, and the hash of these.
#[inline]
pub(crate) fn letters(bytes: &[u8]) -> (usize, u64) {
    // Most words end within eight bytes, of which all are looked at together.
    let Some(eight) = bytes.first_chunk() else { return letters_one_by_one(bytes) };
    let eight = u64::from_le_bytes(*eight);
    let mut length = before(not_plain(eight));
    if bytes.get(length) == Some(&0xC3) {
        length = before(not_plain(eight) & !of_swedish(eight));
        // Another letter begins so too.
        length -= usize::from(length > 0 && bytes.get(length - 1) == Some(&0xC3));
    }
    match bytes.get(length) {
        Some(b'a'..=b'z' | 0xC3) | None => letters_one_by_one(bytes),
        Some(_) if length == 0 => (0, SEED),
        Some(_) => (length, mix(SEED, eight & COUNTED[length])),
    }
}

const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each of eight bytes.
const HIGHEST: u64 = 0x80 * EACH;

/// The highest bits of those of eight bytes that are no plain letters in lower case.
const fn not_plain(eight: u64) -> u64 {
    let low = eight & !HIGHEST;
    let from_a = low + (0x80 - b'a' as u64) * EACH;
    let beyond_z = low + (0x80 - b'z' as u64 - 1) * EACH;
    (eight | !from_a | beyond_z) & HIGHEST
}

/// The highest bits of those of eight bytes that å, ä and ö are made of.
const fn of_swedish(eight: u64) -> u64 {
    const fn are_not(eight: u64, byte: u64) -> u64 {
        let differ = eight ^ (byte * EACH);
        ((differ & !HIGHEST) + !HIGHEST) | differ
    }
    let none = are_not(eight, 0xC3) & are_not(eight, 0xA4);
    !(none & are_not(eight, 0xA5) & are_not(eight, 0xB6)) & HIGHEST
}

/// How many bytes stand before the lowest one whose highest bit is set.
const fn before(highest: u64) -> usize {
    (highest.trailing_zeros() / 8) as usize
}

fn letters_one_by_one(bytes: &[u8]) -> (usize, u64) {
    let mut length = 0;
    loop {
        while let Some(b'a'..=b'z') = bytes.get(length) {
            length += 1;
        }
        let Some([0xC3, 0xA4 | 0xA5 | 0xB6]) = bytes.get(length..length + 2) else { break };
        length += 2;
    }
    (length, hash_bytes(bytes.get(..length).unwrap_or_default()))
}

/// Whether a word, however it is written, is in lower case one of these.
pub(crate) fn is_any_of(word: &str, low: &[&str]) -> bool {
    if word.is_ascii() {
        return low.iter().any(|low| word.eq_ignore_ascii_case(low));
    }
    low.contains(&word.to_lowercase().as_str())
}

/// Whether letters surely end a word before this byte; before a full stop or an apostrophe they may not.
pub(crate) const fn ends_word(next: Option<&u8>) -> bool {
    matches!(next, None | Some(b' ' | b'\n' | b'\r' | b',' | b':' | b';' | b'!' | b'?' | b')'))
}

/// Which bits count where so many letters do.
pub(crate) const COUNTED: [u64; 9] = {
    let mut counted = [0; 9];
    let mut length = 1;
    while length < counted.len() {
        counted[length] = counted[length - 1] << 8 | 0xFF;
        length += 1;
    }
    counted
};

/// Which bits count of the first or last four letters where those of a part of words do.
pub(crate) fn counted_of(part: &str) -> u32 {
    u32::try_from(COUNTED[part.len().min(4)]).unwrap_or_default()
}

/// Four letters, as a number.
pub(crate) fn head(word: &[u8]) -> u32 {
    word.first_chunk().copied().map_or_else(|| four(word.iter()), u32::from_le_bytes)
}

/// Four letters from the end, the last one first.
pub(crate) fn tail(word: &[u8]) -> u32 {
    word.last_chunk().copied().map_or_else(|| four(word.iter().rev()), u32::from_be_bytes)
}

fn four<'a>(letters: impl Iterator<Item = &'a u8>) -> u32 {
    u32::try_from(few::<4>(letters)).unwrap_or_default()
}

/// At most so many letters, the first one lowest.
pub(crate) fn few<'a, const MOST: usize>(letters: impl Iterator<Item = &'a u8>) -> u64 {
    let places = letters.take(MOST).zip((0..).step_by(8));
    places.fold(0, |all, (letter, place)| all | u64::from(*letter) << place)
}

/// Things found by a word.
#[derive(Debug)]
pub(crate) struct WordTable<T> {
    /// Places of entries plus one, nought for none; four times as many as there are entries, so that a miss ends soon.
    slots: Vec<u32>,
    entries: Vec<(u64, Box<str>, T)>,
}

impl<T> Default for WordTable<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), entries: Vec::new() }
    }
}

impl<T> WordTable<T> {
    /// One with room for so many words.
    pub(crate) fn with_room(words: usize) -> Self {
        let slots = (words * 4).next_power_of_two();
        Self { slots: vec![0; slots], entries: Vec::with_capacity(words) }
    }

    /// What is found by a word; if nothing is, such a new thing from now on.
    pub(crate) fn entry(&mut self, word: &str, new: impl FnOnce() -> T) -> &mut T {
        let place = self.place_or(hash_of(word), word, new);
        &mut self.entries[place].2
    }

    /// The place of a word whose hash is known, among those that came; a new word comes last, with such a new thing.
    pub(crate) fn place_or(&mut self, hash: u64, word: &str, new: impl FnOnce() -> T) -> usize {
        if self.entries.len() * 4 >= self.slots.len() {
            self.grow();
        }
        match self.find(hash, |spelling, _| is_same(spelling, word)) {
            Ok(place) => place,
            Err(free) => {
                self.entries.push((hash, word.into(), new()));
                self.slots[free] = u32::try_from(self.entries.len()).unwrap_or_default();
                self.entries.len() - 1
            }
        }
    }

    /// The place of a word whose hash is known, among those that came.
    pub(crate) fn place(&self, hash: u64, word: &str) -> Option<usize> {
        self.place_of(hash, |spelling, _| is_same(spelling, word))
    }

    /// What is found by the word at a place.
    pub(crate) fn at(&self, place: usize) -> Option<&T> {
        self.entries.get(place).map(|entry| &entry.2)
    }

    /// What is found by a word whose hash is known.
    pub(crate) fn get(&self, hash: u64, word: &str) -> Option<&T> {
        self.place(hash, word).and_then(|place| self.at(place))
    }

    /// Each word with what is found by it, in the order they came.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(_, word, found)| (&**word, found))
    }

    /// What is found by each word, in the order they came.
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut().map(|entry| &mut entry.2)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The same words with other things.
    pub(crate) fn map<U>(self, mut new: impl FnMut(T) -> U) -> WordTable<U> {
        let entries = self.entries.into_iter();
        let entries = entries.map(|(hash, word, found)| (hash, word, new(found))).collect();
        WordTable { slots: self.slots, entries }
    }

    /// The place of the word with this hash that is so, among those that came.
    #[inline]
    pub(crate) fn place_of(&self, hash: u64, is: impl Fn(&str, &T) -> bool) -> Option<usize> {
        if self.slots.is_empty() { None } else { self.find(hash, is).ok() }
    }

    /// The place among the entries of the word with this hash that is so, or the free slot for it; there must be one.
    #[inline]
    fn find(&self, hash: u64, is: impl Fn(&str, &T) -> bool) -> Result<usize, usize> {
        let last = self.slots.len() - 1;
        let mut at = slot(hash, last);
        while let Some(place) = (self.slots[at] as usize).checked_sub(1) {
            let (known, spelling, found) = &self.entries[place];
            if *known == hash && is(spelling, found) {
                return Ok(place);
            }
            at = (at + 1) & last;
        }
        Err(at)
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        let last = self.slots.len() - 1;
        for (place, (hash, _, _)) in (1..).zip(&self.entries) {
            let mut at = slot(*hash, last);
            while self.slots[at] != 0 {
                at = (at + 1) & last;
            }
            self.slots[at] = place;
        }
    }
}

/// Whether two spellings with one hash are the same: those of at most eight bytes have
/// a hash of their own.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one.len() <= size_of::<u64>() || one == other)
}

/// Where the search for a hash begins.
fn slot(hash: u64, last: usize) -> usize {
    usize::try_from(hash & u64::from(u32::MAX)).unwrap_or_default() & last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_keeps_its_place_in_lower_case() {
        assert_eq!(lower_of("ÅÄÖ É×Ø÷ß Aş İ Ж ’"), "åäö é×ø÷ß aş İ Ж ’");
    }

    #[test]
    fn letters_at_the_head_are_counted_and_hashed() {
        let heads = [
            ("we come", "we"),
            ("overmorgen", "overmorgen"),
            ("eightlet", "eightlet"),
            ("eightlet, ", "eightlet"),
            ("nineletts ", "nineletts"),
            ("måndag kl", "måndag"),
            ("mån", "mån"),
            ("cafés of ours", "caf"),
            ("zåäö`", "zåäö"),
            ("få é abcd", "få"),
            ("fåé abcd", "få"),
            ("é abcdefg", ""),
            ("förstår i", "förstår"),
            ("förstå det", "förstå"),
            ("abcdefö, i", "abcdefö"),
            ("abcdefgö, i", "abcdefgö"),
            ("abc¤ abcdef", "abc"),
            ("a{bcdefgh", "a"),
            ("a`bcdefgh", "a"),
            ("aBcdefghi", "a"),
            (" a", ""),
            ("Z a b c d e", ""),
            ("", ""),
        ];
        for (text, head) in heads {
            assert_eq!(letters(text.as_bytes()), (head.len(), hash_of(head)), "{text}");
        }
        let of_signs = [hash_of_sign(b'.'), hash_of_sign(b'a')];
        assert_eq!(of_signs, [hash_of("."), hash_of("a")]);
    }

    #[test]
    fn words_are_told_in_any_case() {
        let is = |word| is_any_of(word, &["ps", "på"]);
        assert!(is("PS") && is("ps") && is("På"));
        assert!(!is("p") && !is("psa") && !is("pä") && !is(""));
    }

    #[test]
    fn words_are_found_and_others_are_not() {
        let mut table = WordTable::default();
        for word in ["morgen", "måndag", "", "friday", "morgen"] {
            *table.entry(word, || 0) += word.len();
        }
        let get = |word: &str| table.get(hash_of(word), word).copied();
        assert_eq!(["morgen", "måndag", "", "friday"].map(get), [12, 7, 0, 6].map(Some));
        assert_eq!(["Morgen", "fri", "fridays"].map(get), [None; 3]);
        assert_eq!(WordTable::<u8>::default().get(hash_of("a"), "a"), None);
    }
}
