//! Working-time arithmetic: add, subtract, measure, and the next or previous open instant.

use jiff::{SignedDuration, Timestamp};

use crate::{Calendar, CalendarError};

impl Calendar {
    /// Returns the earliest instant with `amount` of open time since `start`; negative amounts go backwards.
    ///
    /// A budget that ends exactly at closing ends there, not at the next opening. Adding nothing returns `start`,
    /// open or not.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when ten years do not hold that much open time in a row of stretches.
    pub fn add(
        &self,
        start: Timestamp,
        amount: SignedDuration,
    ) -> Result<Timestamp, CalendarError> {
        if amount.is_negative() {
            return self.subtract(start, -amount);
        }
        let mut left = amount;
        if left.is_zero() {
            return Ok(start);
        }
        let mut near = start;
        loop {
            let mut moved = false;
            for stretch in self.stretches_from(near) {
                if left <= stretch.length() {
                    return Ok(stretch.opens.checked_add(left)?);
                }
                left -= stretch.length();
                near = stretch.closes;
                moved = true;
            }
            // A budget longer than the horizon goes on from where the horizon ended.
            if !moved {
                return Err(CalendarError::NeverOpen { near });
            }
        }
    }

    /// Returns the latest instant with `amount` of open time between it and `end`.
    fn subtract(&self, end: Timestamp, amount: SignedDuration) -> Result<Timestamp, CalendarError> {
        let mut left = amount;
        let mut near = end;
        loop {
            let mut moved = false;
            for stretch in self.stretches_before(near) {
                if left <= stretch.length() {
                    return Ok(stretch.closes.checked_sub(left)?);
                }
                left -= stretch.length();
                near = stretch.opens;
                moved = true;
            }
            if !moved {
                return Err(CalendarError::NeverOpen { near });
            }
        }
    }

    /// Returns the open time from `from` to `to`; negative when `to` comes first.
    pub fn between(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        if to < from {
            return -self.between(to, from);
        }
        let mut sum = SignedDuration::ZERO;
        let mut near = from;
        loop {
            let mut moved = false;
            for stretch in self.stretches_from(near) {
                if stretch.opens >= to {
                    return sum;
                }
                sum += stretch.closes.min(to).duration_since(stretch.opens);
                if stretch.closes >= to {
                    return sum;
                }
                near = stretch.closes;
                moved = true;
            }
            if !moved {
                return sum;
            }
        }
    }

    /// Whether work is done at this instant; the closing instant itself is closed.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.stretches_from(at).next().is_some_and(|s| s.opens <= at)
    }

    /// Returns `at` when open, else the next opening.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when it does not open again within ten years.
    pub fn next_open(&self, at: Timestamp) -> Result<Timestamp, CalendarError> {
        let next = self.stretches_from(at).next();
        next.map(|s| s.opens).ok_or(CalendarError::NeverOpen { near: at })
    }

    /// Returns the latest instant up to `at` that has open time just before it: `at` itself inside a stretch or
    /// at its end, else the last closing.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when it was not open in the ten years before.
    pub fn previous_open(&self, at: Timestamp) -> Result<Timestamp, CalendarError> {
        let previous = self.stretches_before(at).next();
        previous.map(|s| s.closes).ok_or(CalendarError::NeverOpen { near: at })
    }

    /// Returns the first instant after `at` at which open time ends.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when it never closes or never opens within ten years.
    pub fn next_close(&self, at: Timestamp) -> Result<Timestamp, CalendarError> {
        let mut stretches = self.stretches_from(at);
        let never = CalendarError::NeverOpen { near: at };
        let mut end = stretches.next().ok_or(never.clone())?.closes;
        // Midnight between two full days is no closing.
        for stretch in stretches {
            if stretch.opens > end {
                return Ok(end);
            }
            end = stretch.closes;
        }
        Err(never)
    }
}
