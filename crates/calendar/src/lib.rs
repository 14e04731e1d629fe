//! Working time: when people work, what is a business day, and at which instant a promise is due.
//!
//! # Words
//! A [`Calendar`] is a time zone, the [`Window`]s of each weekday, public holidays and the company's own
//! exceptions. A *stretch* is one run of open time as two instants. A *business day* is a civil date with open
//! time. A [`Due`] is an instant together with the grain in which it was promised ("Friday", "week 48").
//!
//! # The trap
//! Opening hours are wall-clock times, budgets are elapsed time, and the two differ twice a year. On
//! 29 March 2026 a window 01:00–05:00 in Amsterdam lasts three hours, on 25 October five. Everything here turns
//! windows into instants first ([`Calendar::stretches_from`]) and counts seconds between instants, so an
//! eight-hour budget is eight hours that passed.
//!
//! # Conventions
//! Peers differ on them, so they are written down, tested, and shown to both sides of a promise:
//! - a budget that ends exactly at closing is due at closing, not at the next opening;
//! - adding nothing changes nothing;
//! - the closing instant itself is closed; measuring backwards gives a negative amount;
//! - a night window belongs to the day it opens on and runs to its end, also into a holiday;
//! - a wall-clock time skipped in spring moves forward by the gap, one that occurs twice is the first;
//! - business days from a day off: that day is not counted, the first business day is;
//! - a due falls at the end of its grain: the last closing time in it.
//!
//! Pure: no clock, no files. The time-zone database is compiled in, so every machine gives the same answer.

pub mod business_day;
pub mod clock;
pub mod due;
pub mod holiday;
pub mod hours;
pub mod timeline;
pub mod window;

pub use business_day::Landing;
pub use due::{Due, Grain};
pub use holiday::{Country, HolidaySwitches};
pub use hours::{Calendar, Stretch};
pub use timeline::Timeline;
pub use window::Window;

use jiff::Timestamp;
use jiff::civil::Date;

/// Why a calendar could not answer, or could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// A window could not be read.
    #[error("{given:?} is no window; wanted like 09:00-17:30, or 22:00-06:00 for a night")]
    Window {
        /// What was given.
        given: String,
    },
    /// No such time zone.
    #[error("{given:?} is no time zone; wanted an IANA name such as Europe/Amsterdam")]
    Zone {
        /// What was given.
        given: String,
    },
    /// A day or period could not be read.
    #[error(
        "{given:?} is no due; wanted a day (2026-03-12), a time (2026-03-12T15:00), a week \
             (2026-W11), a month (2026-03), a quarter (2026-Q1), a half (2026-H1) or a year (2026)"
    )]
    Due {
        /// What was given.
        given: String,
    },
    /// A period has no working time at all, so nothing can fall due at its end.
    #[error("{from} to {to} has no working time in this calendar; the next working day is {next}")]
    NoWorkingTime {
        /// First day of the period.
        from: Date,
        /// Last day of the period.
        to: Date,
        /// The first business day after it.
        next: Date,
    },
    /// No open time within ten years: a calendar without hours, or one closed for good.
    #[error("no working time within ten years of {near}; give the calendar its hours")]
    NeverOpen {
        /// Where the search began.
        near: Timestamp,
    },
    /// The answer lies outside the years -9999 to 9999.
    #[error("the answer lies outside the years this calendar knows")]
    OutOfRange,
}

impl From<jiff::Error> for CalendarError {
    /// Dates are checked where they are read; what jiff still refuses inside is a range overflow.
    fn from(_: jiff::Error) -> Self {
        Self::OutOfRange
    }
}
