//! Counts steps where work could pile up, in builds with debug assertions only: tests hold the count to the length of the
//! text, which no clock could do.

use std::cell::Cell;

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
}

/// Adds to the count of this thread.
pub(crate) fn add(steps: usize) {
    if cfg!(debug_assertions) {
        TAKEN.set(TAKEN.get().wrapping_add(steps));
    }
}

/// How many steps this thread has taken; always nought where they are not counted.
pub fn taken() -> usize {
    TAKEN.get()
}
