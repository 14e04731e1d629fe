//! What many plays of a plan say: dates with a chance, and how exact those are.

use jiff::Timestamp;

use crate::calibration::Calibration;
use crate::number::{index, real, real_seconds};

/// The instant of what is never done within the horizon.
pub(crate) const NEVER: i64 = i64::MAX;

/// When one tracked item began and was done, trial by trial, in seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Track {
    pub(crate) began: Vec<i64>,
    pub(crate) done: Vec<i64>,
}

impl Track {
    pub(crate) fn push(&mut self, began: i64, done: i64) {
        self.began.push(began);
        self.done.push(done);
    }
}

/// All trials of a simulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runs {
    at: Timestamp,
    outcomes: Vec<Outcome>,
}

/// What the trials say of one tracked item. A company may track thousands, so a trial takes eight bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Trial by trial, so that two simulations can be compared.
    done: Vec<Second>,
    /// The same in order.
    done_sorted: Vec<Second>,
    median_start: Option<Timestamp>,
    /// Between the share of trials and the chance that is told.
    calibration: Calibration,
}

/// A second since 1970, up to the year 2106; the largest one is never.
type Second = u32;

fn short(second: i64) -> Second {
    Second::try_from(second.max(0)).unwrap_or(Second::MAX)
}

fn long(second: Second) -> i64 {
    if second == Second::MAX { NEVER } else { i64::from(second) }
}

fn instant(second: Second) -> Option<Timestamp> {
    (second < Second::MAX).then(|| Timestamp::from_second(i64::from(second)).ok()).flatten()
}

/// A share of trials, with how far it may be off by their number alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The share, from 0 to 1.
    pub share: f64,
    /// One standard error of it.
    pub error: f64,
}

/// An instant at a level, with the instants between which it lies by the number of trials alone (95%).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantile {
    /// Done by then in the asked share of trials.
    pub at: Timestamp,
    /// Not before.
    pub from: Timestamp,
    /// Not after; `None` when it may not be within the horizon at all.
    pub to: Option<Timestamp>,
}

/// Two-sided 95% of a normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

impl Runs {
    pub(crate) fn of(at: Timestamp, parts: Vec<Vec<Track>>) -> Self {
        let tracked = parts.first().map_or(0, Vec::len);
        let mut joined = vec![Track::default(); tracked];
        for part in parts {
            for (whole, track) in joined.iter_mut().zip(part) {
                whole.began.extend(track.began);
                whole.done.extend(track.done);
            }
        }
        Self { at, outcomes: joined.into_iter().map(Outcome::of).collect() }
    }

    pub(crate) fn of_outcomes(at: Timestamp, outcomes: Vec<Outcome>) -> Self {
        Self { at, outcomes }
    }

    /// The same, with chances and dates corrected by what stated chances were worth.
    #[must_use]
    pub fn calibrated(self, calibration: Calibration) -> Self {
        let outcomes = self.outcomes.into_iter().map(|outcome| outcome.calibrated(calibration));
        Self { outcomes: outcomes.collect(), ..self }
    }

    /// The present of the plan.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The same, taken out.
    pub fn into_outcomes(self) -> Vec<Outcome> {
        self.outcomes
    }

    /// What is said of the tracked items, in the order asked.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }
}

impl Outcome {
    pub(crate) fn of(track: Track) -> Self {
        let done: Vec<Second> = track.done.into_iter().map(short).collect();
        let mut done_sorted = done.clone();
        done_sorted.sort_unstable();
        let mut began = track.began;
        began.sort_unstable();
        let median_start = in_order(began.len(), 0.5 * real(began.len()))
            .and_then(|place| instant(short(began[place])));
        Self { done, done_sorted, median_start, calibration: Calibration::default() }
    }

    /// The same from when it is done in each trial, the earliest first, and which trials those are.
    pub(crate) fn in_order(done: &[i64], trials: &[usize], median_start: i64) -> Self {
        let mut done_sorted: Vec<Second> = done.iter().map(|second| short(*second)).collect();
        let mut by_trial = vec![Second::MAX; done_sorted.len()];
        for (trial, second) in trials.iter().zip(&done_sorted) {
            by_trial[*trial] = *second;
        }
        // Two that were moved by different lines may change places by a second.
        done_sorted.sort_unstable();
        let median_start = instant(short(median_start));
        Self { done: by_trial, done_sorted, median_start, calibration: Calibration::default() }
    }

    /// The same, with chances and dates corrected by what stated chances were worth. Trials stay what they are.
    #[must_use]
    pub fn calibrated(self, calibration: Calibration) -> Self {
        Self { calibration, ..self }
    }

    /// When it is done in each trial, in seconds since 1970; `i64::MAX` where it is not.
    pub fn done(&self) -> impl ExactSizeIterator<Item = i64> {
        self.done.iter().map(|second| long(*second))
    }

    /// How many trials there were.
    pub fn trials(&self) -> usize {
        self.done.len()
    }

    /// The earliest instant by which it is done with at least the chance `level`: in so large a share of the trials, or the
    /// share that is asked for so that the level holds. With its Monte Carlo error as ranks of order statistics; `None`
    /// when it is not, within the horizon.
    pub fn quantile(&self, level: f64) -> Option<Quantile> {
        let n = real(self.trials());
        let level = self.calibration.asked(level);
        let spread = Z_95 * (n * level * (1.0 - level)).sqrt();
        let at = self.rank(n * level)?;
        let from = self.rank(n * level - spread).unwrap_or(at);
        Some(Quantile { at, from, to: self.rank(n * level + spread) })
    }

    /// The instant of the last trial in which it is done at all.
    pub fn latest(&self) -> Option<Timestamp> {
        let last = self.done_sorted.get(self.within().checked_sub(1)?)?;
        instant(*last)
    }

    /// So many instants, evenly from the first chance to the last; `None` for each by which it is never done.
    /// With these the chance of any due can be told again later.
    pub fn points(&self, count: usize) -> Vec<Option<Timestamp>> {
        let share = |point: usize| real(point * 2 + 1) / real(2 * count.max(1));
        // A hair more, so that a whole rank is not missed by rounding.
        let rank = |point| self.calibration.asked(share(point)) * real(self.trials()) + 1e-9;
        let second = |point| self.done_sorted.get(index(rank(point), self.trials()));
        (0..count).map(|point| second(point).and_then(|second| instant(*second))).collect()
    }

    /// The median instant at which work on it begins.
    pub fn median_start(&self) -> Option<Timestamp> {
        self.median_start
    }

    /// The chance that it is done by an instant: the share of trials in which it is, or what that was worth.
    pub fn chance_by(&self, due: Timestamp) -> Share {
        // Within the second of the due is in time: instants are whole seconds here.
        let in_time = self.done_sorted.partition_point(|done| long(*done) <= due.as_second());
        let n = real(self.trials()).max(1.0);
        let played = real(in_time) / n;
        let share = self.calibration.holds(played);
        // The error of the trials, as far as the correction stretches it.
        let spread = (played * (1.0 - played)).sqrt();
        let stretch = if spread > 0.0 { share * (1.0 - share) / (spread * spread) } else { 1.0 };
        Share { share, error: stretch * spread / n.sqrt() }
    }

    /// The most likely instant: the middle of the shortest stretch with a fifth of all trials.
    pub fn likely(&self) -> Option<Timestamp> {
        let width = (self.trials() / 5).max(1);
        let starts = 0..self.within().checked_sub(width)? + 1;
        let length = |start: &usize| self.done_sorted[start + width - 1] - self.done_sorted[*start];
        let shortest = starts.min_by_key(length)?;
        instant(self.done_sorted[shortest] + length(&shortest) / 2)
    }

    /// In how many trials it is done at all.
    fn within(&self) -> usize {
        self.done_sorted.partition_point(|done| *done < Second::MAX)
    }

    /// In which trials several things are all done, each by its own due.
    pub fn all_done(of: &[(&Self, Timestamp)]) -> Vec<bool> {
        let trials = of.iter().map(|(outcome, _)| outcome.trials()).min().unwrap_or(0);
        let in_time = |(outcome, due): &(&Self, Timestamp), trial: usize| {
            long(outcome.done[trial]) <= due.as_second()
        };
        (0..trials).map(|trial| of.iter().all(|one| in_time(one, trial))).collect()
    }

    /// The change in the chance of being done by a due from another simulation with the same luck, trial by trial.
    ///
    /// # Panics
    /// When the other one has another number of trials: then they do not share their luck.
    pub fn change_from(&self, before: &Self, due: Timestamp) -> Share {
        assert_eq!(self.trials(), before.trials(), "two simulations of different lengths");
        let due = due.as_second();
        let pairs = self.done.iter().zip(&before.done);
        let (mut lost, mut won) = (0_usize, 0_usize);
        for (now, then) in pairs {
            match (long(*then) <= due, long(*now) <= due) {
                (true, false) => lost += 1,
                (false, true) => won += 1,
                (true, true) | (false, false) => {}
            }
        }
        let n = real(self.trials()).max(1.0);
        let share = (real(won) - real(lost)) / n;
        let variance = (real(won) + real(lost)) / n - share * share;
        Share { share, error: (variance.max(0.0) / n).sqrt() }
    }

    /// The mean delay against another simulation with the same luck, in seconds; trials that never end in either
    /// are left out.
    pub fn mean_delay_seconds(&self, before: &Self) -> f64 {
        let ended = self.done().zip(before.done()).filter(|(a, b)| *a < NEVER && *b < NEVER);
        let (sum, count) = ended.fold((0.0, 0_usize), |(sum, count), (now, then)| {
            (sum + real_seconds(now - then), count + 1)
        });
        if count == 0 { 0.0 } else { sum / real(count) }
    }

    /// The instant at a rank, counted from 1 and rounded up.
    fn rank(&self, rank: f64) -> Option<Timestamp> {
        instant(self.done_sorted[in_order(self.trials(), rank)?])
    }
}

/// Which of so many in order has a rank, counted from 1 and rounded up; `None` beyond the last.
pub(crate) fn in_order(count: usize, rank: f64) -> Option<usize> {
    if count == 0 || rank > real(count) {
        return None;
    }
    Some(index((rank - 1e-9).ceil().max(1.0) - 1.0, count))
}
