//! Dates really given beside the dates that could have been promised at 85%: room to spare, and lateness beside it.
//!
//! Both are faults, but not alike. On a shop's promises with scores of 1 to 5 a first week late cost 0.27 points a day, a
//! day waited 0.021, and being earlier than promised brought nothing once the day of arrival was the same
//! (`docs/model/evidence.md`, Olist). So a day late weighs as thirteen days of waiting, and padding is counted as what it
//! is: a longer wait that is announced.

use super::Share;
use crate::number::real;

/// A day late weighs as so many days waited.
pub const LATE_WEIGHS: f64 = 13.0;
/// From so many days before the due to the due is on time; earlier is early.
pub const ON_TIME_DAYS: f64 = 5.0;

/// Dates for the same things, given in one way.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dates {
    /// How far ahead they lay, in the mean.
    pub lead_days: f64,
    /// How many were kept.
    pub kept: Share,
    /// How many were there more than [`ON_TIME_DAYS`] before.
    pub early: Share,
    /// Days late, in the mean over all that are there: 0 for those that were not.
    pub late_days: f64,
}

impl Dates {
    /// What they ask of a customer, in days of waiting: the wait that is announced, and what is late besides.
    pub fn burden_days(&self) -> f64 {
        self.lead_days + LATE_WEIGHS * self.late_days
    }
}

/// What dates really given were worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sandbagging {
    /// The dates really given.
    pub given: Dates,
    /// Those that could have been promised at 85%.
    pub could: Dates,
    /// By how many days the second lay sooner, in the mean, and between which bounds that lies (95%, as if promises were
    /// independent); below 0 they lay later.
    pub spare_days: (f64, (f64, f64)),
}

impl Sandbagging {
    /// The share of the announced wait that was room to spare: 0 where there was none.
    pub fn index(&self) -> f64 {
        if self.given.lead_days > 0.0 {
            (self.spare_days.0 / self.given.lead_days).max(0.0)
        } else {
            0.0
        }
    }
}

/// Sums over promises.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    given: Dates,
    could: Dates,
    count: usize,
    spare: f64,
    squares: f64,
}

impl Tally {
    /// Takes in a thing that ended: the days from its promise to the date given, to the one that could have been, and to
    /// the end.
    pub(super) fn add(&mut self, given: f64, could: f64, took: f64) {
        for (dates, days) in [(&mut self.given, given), (&mut self.could, could)] {
            dates.lead_days += days;
            dates.kept.add(took <= days + 1e-9);
            dates.early.add(took < days - ON_TIME_DAYS);
            dates.late_days += (took - days).max(0.0);
        }
        self.count += 1;
        self.spare += given - could;
        self.squares += (given - could) * (given - could);
    }

    /// `None` below two promises.
    pub(super) fn close(self) -> Option<Sandbagging> {
        if self.count < 2 {
            return None;
        }
        let n = real(self.count);
        let mean = |dates: Dates| Dates {
            lead_days: dates.lead_days / n,
            late_days: dates.late_days / n,
            ..dates
        };
        let spare = self.spare / n;
        let variance = (self.squares / n - spare * spare).max(0.0) * n / (n - 1.0);
        let off = 1.959_963_984_540_054 * (variance / n).sqrt();
        Some(Sandbagging {
            given: mean(self.given),
            could: mean(self.could),
            spare_days: (spare, (spare - off, spare + off)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_padded_and_what_is_late_are_both_told() {
        let mut tally = Tally::default();
        // Given two weeks, ten days would have done; one of four takes sixteen.
        for took in [4.0, 8.0, 10.0, 16.0] {
            tally.add(14.0, 10.0, took);
        }
        let sandbagging = tally.close().expect("four promises");
        assert_eq!(sandbagging.given.kept, Share { held: 3, of: 4 });
        assert_eq!(sandbagging.given.early, Share { held: 2, of: 4 }, "after four and eight days");
        assert_eq!(sandbagging.could.early, Share { held: 1, of: 4 });
        assert!((sandbagging.given.late_days - 0.5).abs() < 1e-12);
        assert!((sandbagging.could.late_days - 1.5).abs() < 1e-12);
        assert!((sandbagging.given.burden_days() - 20.5).abs() < 1e-12);
        assert_eq!(sandbagging.spare_days, (4.0, (4.0, 4.0)), "always four");
        assert!((sandbagging.index() - 4.0 / 14.0).abs() < 1e-12);
    }

    #[test]
    fn dates_that_are_too_soon_have_no_room_to_spare() {
        let mut tally = Tally::default();
        [(5.0, 9.0), (6.0, 9.0)]
            .into_iter()
            .for_each(|(given, could)| tally.add(given, could, 8.0));
        let sandbagging = tally.close().expect("two");
        assert!(
            sandbagging.spare_days.0 < 0.0 && sandbagging.spare_days.1.1 < 0.0,
            "{sandbagging:?}"
        );
        assert!(sandbagging.index().abs() < f64::EPSILON);
        assert_eq!(Tally::default().close(), None);
    }
}
