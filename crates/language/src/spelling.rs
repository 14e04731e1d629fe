//! Words looked up by a hash of their spelling: nearly every word of a text is none of those a rule speaks of, and one
//! look at a small table tells so.

/// The hash of nothing.
pub(crate) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash of a spelling (FNV-1a): the same on every machine, so that tables are too.
pub(crate) fn hash_of(word: &str) -> u64 {
    word.bytes().fold(SEED, hash_on)
}

/// The hash of a spelling and one byte more.
pub(crate) const fn hash_on(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// A text with its letters of ASCII and of Latin-1 in lower case: whatever else it holds, every byte keeps its place.
pub(crate) fn lower_of(text: &str) -> String {
    let mut bytes = text.to_ascii_lowercase().into_bytes();
    let seconds = bytes.get_mut(1..).unwrap_or_default();
    for (first, second) in text.bytes().zip(seconds) {
        // À to Þ are 0xC3 and one byte more; × is no letter.
        let capital = first == 0xC3 && matches!(*second, 0x80..=0x9E) && *second != 0x97;
        *second += u8::from(capital) << 5;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// How many bytes at the head are letters in lower case, plain ones or å, ä and ö, and the hash of these.
pub(crate) fn letters(bytes: &[u8]) -> (usize, u64) {
    let (mut length, mut hash) = (0, SEED);
    loop {
        while let Some(byte @ b'a'..=b'z') = bytes.get(length) {
            hash = hash_on(hash, *byte);
            length += 1;
        }
        let Some([first @ 0xC3, second @ (0xA4 | 0xA5 | 0xB6)]) = bytes.get(length..length + 2)
        else {
            return (length, hash);
        };
        hash = hash_on(hash_on(hash, *first), *second);
        length += 2;
    }
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
        match self.find(hash, |spelling, _| *spelling == *word) {
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
        self.place_of(hash, |spelling, _| *spelling == *word)
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

/// Where the search for a hash begins. The hashes of short words differ in their lowest and highest bits only; multiplied
/// by an odd number without a pattern (that of the golden ratio) they differ in the middle too.
fn slot(hash: u64, last: usize) -> usize {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    usize::try_from(hash.wrapping_mul(GOLDEN) >> 32).unwrap_or_default() & last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_keeps_its_place_in_lower_case() {
        assert_eq!(lower_of("ÅÄÖ É×Ø÷ß Aş İ Ж ’"), "åäö é×ø÷ß aş İ Ж ’");
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
