//! When something comes from elsewhere that was promised to us: by how much such things were late before.
//!
//! Whoever owes it has a history of their own, and everybody together one that is longer: the two are mixed, as in
//! `docs/model/history.md`, and what is late already can only come later still.

use std::sync::Arc;

use jiff::Timestamp;

use crate::durations::Draw;
use crate::number::{index, real, real_seconds};

/// Something that is to arrive, and when it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Instants in seconds since 1970, each equally likely, ascending; not empty.
    seconds: Arc<[i64]>,
}

/// Everybody's history weighs as much as so many deliveries of one's own.
const EVERYBODY: f64 = 5.0;
/// Fewer deliveries by everybody together tell nothing.
const LEAST: usize = 6;
/// Points of the distribution.
const POINTS: usize = 256;

impl Expected {
    /// When something comes that is due at an instant, from by how many seconds such things were late before (early ones
    /// below 0): those of whoever owes it, and everybody's, theirs too. `None` when too little is known, or nothing was
    /// ever as late as this one is already.
    pub fn of(due: Timestamp, now: Timestamp, own: &[i64], all: &[i64]) -> Option<Self> {
        if all.len() < LEAST {
            return None;
        }
        let late = now.as_second() - due.as_second();
        let later = |by: &&i64| late <= 0 || **by > late;
        let everybody = real(all.len());
        let mut weighted: Vec<(i64, f64)> = Vec::with_capacity(own.len() + all.len());
        weighted.extend(own.iter().filter(later).map(|by| (*by, 1.0)));
        weighted.extend(all.iter().filter(later).map(|by| (*by, EVERYBODY / everybody)));
        weighted.sort_unstable_by_key(|(by, _)| *by);
        let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
        let mut seconds = Vec::with_capacity(POINTS);
        let (mut reached, mut place) = (0.0, 0);
        for (by, weight) in weighted {
            reached += weight;
            while place < POINTS && (real(place) + 0.5) / real(POINTS) * total <= reached + 1e-9 {
                seconds.push((due.as_second() + by).max(now.as_second()));
                place += 1;
            }
        }
        Self::of_seconds(seconds)
    }

    /// Each instant, in seconds since 1970, is equally likely. `None` when there are none, or when they do not rise.
    pub fn of_seconds(seconds: Vec<i64>) -> Option<Self> {
        let is_ascending = !seconds.is_empty() && seconds.is_sorted();
        is_ascending.then(|| Self { seconds: seconds.into() })
    }

    /// The instants, in seconds since 1970, each equally likely.
    pub fn seconds(&self) -> &[i64] {
        &self.seconds
    }

    /// By then it is there at even chances.
    pub fn median(&self) -> Option<Timestamp> {
        Timestamp::from_second(self.at(0.5)).ok()
    }

    /// The same with each instant moved; what does not rise any more afterwards is put in order.
    ///
    /// # Errors
    /// Whatever the move says.
    pub fn moved<E>(&self, to: impl Fn(Timestamp) -> Result<Timestamp, E>) -> Result<Self, E> {
        let instants =
            self.seconds.iter().filter_map(|second| Timestamp::from_second(*second).ok());
        let moved = instants.map(|at| to(at).map(Timestamp::as_second));
        let mut seconds = moved.collect::<Result<Vec<i64>, E>>()?;
        seconds.sort_unstable();
        Ok(Self { seconds: seconds.into() })
    }

    /// The instant at a point `u` in [0, 1) of the distribution.
    pub(crate) fn at(&self, u: f64) -> i64 {
        self.seconds[index(u * real(self.seconds.len()), self.seconds.len())]
    }

    /// The hours from an instant until then, as a distribution; none below 0.
    pub(crate) fn hours_from(&self, now: i64) -> Vec<f64> {
        self.seconds.iter().map(|second| real_seconds((second - now).max(0)) / 3600.0).collect()
    }

    /// The instant that lies so many hours after another one.
    pub(crate) fn second(now: i64, draw: Draw) -> i64 {
        let (Draw::Lasts(hours) | Draw::Beyond(hours)) = draw;
        now + crate::number::whole_seconds(hours * 3600.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    fn instant(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn share_by(expected: &Expected, second: i64) -> f64 {
        let by = expected.seconds().partition_point(|at| *at <= second);
        real(by) / real(expected.seconds().len())
    }

    #[test]
    fn little_history_tells_nothing() {
        assert_eq!(Expected::of(instant(DAY), instant(0), &[], &[0; 5]), None);
        assert!(Expected::of(instant(DAY), instant(0), &[], &[0; 6]).is_some());
        assert_eq!(Expected::of_seconds(Vec::new()), None);
        assert_eq!(Expected::of_seconds(vec![2, 1]), None);
    }

    #[test]
    fn who_is_often_late_is_expected_late() {
        let all: Vec<i64> = [vec![0; 15], vec![3 * DAY; 5]].concat();
        let due = instant(10 * DAY);
        let stranger = Expected::of(due, instant(0), &[], &all).unwrap();
        assert!((share_by(&stranger, 10 * DAY) - 0.75).abs() < 0.01);
        let late = Expected::of(due, instant(0), &[3 * DAY; 5], &all).unwrap();
        // Five of their own, all late, weigh as much as everybody, of whom a quarter is.
        assert!((share_by(&late, 10 * DAY) - 0.375).abs() < 0.01);
        assert_eq!(late.at(0.999), 13 * DAY);
    }

    #[test]
    fn what_is_late_comes_later_still_and_nothing_comes_before_now() {
        let all: Vec<i64> = (0..20).map(|days| (days - 10) * DAY).collect();
        let due = instant(10 * DAY);
        let late = Expected::of(due, instant(15 * DAY), &[], &all).unwrap();
        assert_eq!(late.seconds().first(), Some(&(16 * DAY)));
        assert_eq!(late.seconds().last(), Some(&(19 * DAY)));
        assert_eq!(
            Expected::of(due, instant(30 * DAY), &[], &all),
            None,
            "nothing was ever so late"
        );
        let early = Expected::of(due, instant(6 * DAY), &[], &all).unwrap();
        assert_eq!(early.seconds().first(), Some(&(6 * DAY)), "not before the present");
    }
}
