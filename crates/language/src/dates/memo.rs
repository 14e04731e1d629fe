//! What was read at each place of a paragraph, so that no place is read twice: time stays linear.

use std::cell::{Cell, RefCell};

use super::parser::Read;
use super::parts::{Parts, Stretch};
use super::value::{Clock, Period};

/// What was read by each rule that is asked again and again. The room is used again for the next paragraph.
#[derive(Debug, Default)]
pub(super) struct Memos {
    pub(super) periods: Memo<Period>,
    pub(super) clocks: Memo<Clock>,
    pub(super) parts: Memo<Parts>,
    pub(super) ranges: Memo<Stretch>,
    pub(super) targets: Memo<Stretch>,
}

impl Memos {
    /// Forgets all, and makes room for so many places.
    pub(super) fn clear(&mut self, places: usize) {
        self.periods.clear(places);
        self.clocks.clear(places);
        self.parts.clear(places);
        self.ranges.clear(places);
        self.targets.clear(places);
    }
}

/// Room is made for so many places at least.
const ROOM: usize = 128;

/// What one rule read at each place, without and with a lead.
#[derive(Debug)]
pub(super) struct Memo<T: Copy> {
    /// The number of this paragraph: what is known of another counts for nothing.
    paragraph: u32,
    known: Vec<[Cell<Known>; 2]>,
    /// What was found, in the order of reading.
    found: RefCell<Vec<(T, usize)>>,
}

/// What is known of a place.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// Of which paragraph; nought for none.
    paragraph: u32,
    /// How many finds there are with this one, nought where nothing was found.
    found: u32,
}

impl<T: Copy> Default for Memo<T> {
    fn default() -> Self {
        Self { paragraph: 0, known: Vec::new(), found: RefCell::default() }
    }
}

impl<T: Copy> Memo<T> {
    fn clear(&mut self, places: usize) {
        self.paragraph += 1;
        if self.known.len() < places {
            self.known.resize_with(places.max(ROOM), Default::default);
        }
        self.found.get_mut().clear();
    }

    /// What was read here before, or is read now.
    pub(super) fn read(&self, at: usize, lead: bool, read: impl FnOnce() -> Read<T>) -> Read<T> {
        let known = &self.known.get(at)?[usize::from(lead)];
        let Known { paragraph, found } = known.get();
        if paragraph == self.paragraph {
            let place = (found as usize).checked_sub(1)?;
            return self.found.borrow().get(place).copied();
        }
        crate::steps::add(1);
        let read = read();
        let mut all = self.found.borrow_mut();
        all.extend(read);
        let found = if read.is_some() { u32::try_from(all.len()).unwrap_or_default() } else { 0 };
        known.set(Known { paragraph: self.paragraph, found });
        read
    }
}
