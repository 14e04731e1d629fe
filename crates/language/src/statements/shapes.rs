//! Classes of words by how a word begins or ends, looked up by its first or last letters.

use super::pattern::{Seen, Test};

/// Tests of the shape of a word, each with the classes it speaks of, as bits.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// By the first byte of the stem.
    beginnings: ByByte,
    /// By the last byte of the ending.
    endings: ByByte,
    /// Of every word.
    always: u128,
    /// Of what begins with a digit.
    digits: Vec<(Test, u128)>,
    /// Of other classes.
    nested: Vec<(Test, u128)>,
}

/// Parts of words with their classes, by the byte at the side where they are compared.
#[derive(Debug, Default)]
struct ByByte(Vec<Vec<(&'static str, u128)>>);

impl ByByte {
    fn add(&mut self, byte: Option<u8>, part: &'static str, classes: u128) {
        let Some(place) = byte.map(usize::from) else { return };
        self.0.resize_with(self.0.len().max(place + 1), Vec::new);
        self.0[place].push((part, classes));
    }

    fn of(&self, byte: u8) -> &[(&'static str, u128)] {
        self.0.get(usize::from(byte)).map_or(&[], Vec::as_slice)
    }
}

impl Shapes {
    /// Adds a test for these classes.
    pub(super) fn add(&mut self, test: Test, classes: u128) {
        match test {
            Test::Begins("") | Test::Ends("") => self.always |= classes,
            Test::Begins(stem) => {
                self.beginnings.add(stem.bytes().next(), stem, classes);
            }
            Test::Ends(ending) => {
                self.endings.add(ending.bytes().next_back(), ending, classes);
            }
            Test::Digit | Test::Date | Test::Clock | Test::Ordinal | Test::HalfDay => {
                self.digits.push((test, classes));
            }
            Test::Word(_) | Test::Class(_) => self.nested.push((test, classes)),
        }
    }

    /// The classes of a word by its shape.
    pub(super) fn of(&self, seen: &Seen<'_>) -> u128 {
        let bytes = seen.low.as_bytes();
        let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
            return self.always;
        };
        let mut classes = self.always;
        for (stem, more) in self.beginnings.of(first) {
            classes |= if bytes.starts_with(stem.as_bytes()) { *more } else { 0 };
        }
        for (ending, more) in self.endings.of(last) {
            classes |= if bytes.ends_with(ending.as_bytes()) { *more } else { 0 };
        }
        let digits = if first.is_ascii_digit() { self.digits.as_slice() } else { &[] };
        for (test, more) in digits.iter().chain(&self.nested) {
            classes |= if seen.passes(test) { *more } else { 0 };
        }
        classes
    }
}
