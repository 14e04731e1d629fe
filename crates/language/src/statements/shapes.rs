//! Classes of words by how a word begins or ends, looked up by its first or last letters.

use std::collections::BTreeMap;

use super::pattern::{Seen, Test};

/// Tests of the shape of a word, each with the classes it speaks of, as bits.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// By the first byte of the stem.
    beginnings: BTreeMap<u8, Vec<(&'static str, u128)>>,
    /// By the last byte of the ending.
    endings: BTreeMap<u8, Vec<(&'static str, u128)>>,
    /// Of every word.
    always: u128,
    /// Of what begins with a digit.
    digits: Vec<(Test, u128)>,
    /// Of other classes.
    nested: Vec<(Test, u128)>,
}

impl Shapes {
    /// Adds a test for these classes.
    pub(super) fn add(&mut self, test: Test, classes: u128) {
        match test {
            Test::Begins("") | Test::Ends("") => self.always |= classes,
            Test::Begins(stem) => {
                let list = stem.bytes().next().map(|first| self.beginnings.entry(first));
                list.into_iter().for_each(|list| list.or_default().push((stem, classes)));
            }
            Test::Ends(ending) => {
                let list = ending.bytes().next_back().map(|last| self.endings.entry(last));
                list.into_iter().for_each(|list| list.or_default().push((ending, classes)));
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
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return self.always };
        let mut classes = self.always;
        for (stem, more) in self.beginnings.get(first).into_iter().flatten() {
            classes |= if seen.low.starts_with(stem) { *more } else { 0 };
        }
        for (ending, more) in self.endings.get(last).into_iter().flatten() {
            classes |= if seen.low.ends_with(ending) { *more } else { 0 };
        }
        let digits = if first.is_ascii_digit() { self.digits.as_slice() } else { &[] };
        for (test, more) in digits.iter().chain(&self.nested) {
            classes |= if seen.passes(test) { *more } else { 0 };
        }
        classes
    }
}
