//! What lateness costs, and what one more piece of work does to everything else in money.
//!
//! The loss of a thing that is done at `f` and was due at `d` is `a·days(f, d) + b·[f > d]`, at most a cap, where days
//! are working days of whoever it was promised to. What a change of the plan costs is the mean over trials of the sum
//! of `loss after − loss before`. Both plans are played with the same luck, so that the differences are paired and
//! their standard error, `sd/√n`, is that of the change alone and not that of two plans.
//!
//! This is the displacement cost of a bid price (Talluri and van Ryzin, Management Science 44 (1998) 1577–1593), but
//! simulated for this work at this place and not linearised: slots are whole and dues are thresholds. Not modelled is
//! the rest of a bid price, the hours that customers of tomorrow would have bought, nor that a customer may leave.
//!
//! Amounts are whole minor units of one currency; which one is the caller's.

use calendar::{Calendar, CalendarError};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::number::{real, real_seconds};
use crate::runs::Outcome;

/// What lateness costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loss {
    /// For each working day late.
    pub per_day: i64,
    /// Once.
    pub per_breach: i64,
    /// The most it can become.
    pub cap: Option<i64>,
}

impl Loss {
    /// What so many working days of lateness cost; nothing in time.
    pub fn of(&self, days_late: u32) -> i64 {
        if days_late == 0 {
            return 0;
        }
        let sum = self.per_day.saturating_mul(i64::from(days_late)).saturating_add(self.per_breach);
        self.cap.map_or(sum, |cap| sum.min(cap))
    }

    /// Whether it costs anything at all.
    pub fn is_any(&self) -> bool {
        self.of(1) != 0 || self.of(2) != 0
    }
}

/// The instants at which something is a further working day late, in seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lateness {
    marks: Vec<i64>,
}

impl Lateness {
    /// Of a due, in the working days of a calendar, counted up to an instant. Past the due by a moment is one working
    /// day late, and each further working day that begins is one more.
    ///
    /// # Errors
    /// [`CalendarError`] when no day is worked any more.
    pub fn of(
        due: Timestamp,
        calendar: &Calendar,
        until: Timestamp,
    ) -> Result<Self, CalendarError> {
        let mut marks = vec![due.as_second()];
        // The first working day after the due is the one in which it is one day late.
        let mut day = next_working_day(calendar, calendar.date_at(due))?;
        loop {
            day = next_working_day(calendar, day)?;
            let begins = calendar.instant_of(day.at(0, 0, 0, 0))?;
            if begins > until {
                break;
            }
            marks.push(begins.as_second());
        }
        Ok(Self { marks })
    }

    /// The instants themselves, the due first.
    pub fn marks(&self) -> &[i64] {
        &self.marks
    }

    /// The same from its instants; `None` when there are none, or when they do not rise.
    pub fn of_marks(marks: Vec<i64>) -> Option<Self> {
        (!marks.is_empty() && marks.is_sorted()).then_some(Self { marks })
    }

    /// How many working days late something is that is done at a second; 0 in time.
    fn days(&self, done: i64) -> u32 {
        let [due, ..] = self.marks.as_slice() else { return 0 };
        if done <= *due {
            return 0;
        }
        let late = 1 + self.marks[1..].partition_point(|begins| *begins <= done);
        u32::try_from(late).unwrap_or(u32::MAX)
    }
}

fn next_working_day(calendar: &Calendar, day: Date) -> Result<Date, CalendarError> {
    let next = day.checked_add(1.day()).map_err(CalendarError::from)?;
    calendar.next_business_day(next)
}

/// What the lateness of one thing costs: all of its losses together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stake {
    /// What is lost.
    pub losses: Vec<Loss>,
    /// When it is how late.
    pub lateness: Lateness,
}

impl Stake {
    /// What it costs when the thing is done at a second.
    fn of(&self, done: i64) -> i64 {
        let days = self.lateness.days(done);
        if days == 0 {
            return 0;
        }
        self.losses.iter().fold(0, |sum, loss| sum.saturating_add(loss.of(days)))
    }
}

/// A mean over trials, with how far it may be off by their number alone; minor units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Amount {
    /// The mean.
    pub mean: f64,
    /// One standard error of it.
    pub error: f64,
}

impl Amount {
    /// The mean in whole minor units; nothing when twice its error could be all of it.
    pub fn minor(&self) -> i64 {
        if self.mean.abs() <= 2.0 * self.error {
            return 0;
        }
        crate::number::whole_seconds(self.mean)
    }

    /// The error in whole minor units.
    pub fn error_minor(&self) -> i64 {
        crate::number::whole_seconds(self.error)
    }
}

/// What a change costs, trial by trial.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    trials: Vec<i64>,
}

impl Bill {
    /// Adds what one thing costs more after a change than before it, over the trials that both were played.
    pub fn add(&mut self, stake: &Stake, before: &Outcome, after: &Outcome) {
        self.add_moved((stake, before), (stake, after));
    }

    /// The same of a thing whose due is another one after the change.
    pub fn add_moved(&mut self, before: (&Stake, &Outcome), after: (&Stake, &Outcome)) {
        let (was, is) = (before.1.done(), after.1.done());
        let both = was.len().min(is.len());
        if self.trials.is_empty() {
            self.trials.resize(both, 0);
        }
        // A longer play begins with the trials of a shorter one.
        self.trials.truncate(both);
        for ((sum, was), is) in self.trials.iter_mut().zip(was).zip(is) {
            let change = after.0.of(is).saturating_sub(before.0.of(was));
            *sum = sum.saturating_add(change);
        }
    }

    /// The mean over trials.
    pub fn amount(&self) -> Amount {
        if self.trials.is_empty() {
            return Amount::default();
        }
        let n = real(self.trials.len());
        let mean = self.trials.iter().map(|x| real_seconds(*x)).sum::<f64>() / n;
        let squares = self.trials.iter().map(|x| (real_seconds(*x) - mean).powi(2)).sum::<f64>();
        let variance = squares / (n - 1.0).max(1.0);
        Amount { mean, error: (variance / n).sqrt() }
    }
}

/// What a change of the plan costs by the lateness of others: `None` where lateness costs nothing.
pub fn displacement(before: &[Outcome], after: &[Outcome], stakes: &[Option<Stake>]) -> Amount {
    let mut bill = Bill::default();
    for ((before, after), stake) in before.iter().zip(after).zip(stakes) {
        if let Some(stake) = stake {
            bill.add(stake, before, after);
        }
    }
    bill.amount()
}

/// Whether something is done at the same second in every trial that two plans were played: nothing moved it.
pub fn is_untouched(before: &Outcome, after: &Outcome) -> bool {
    before.done().zip(after.done()).all(|(before, after)| before == after)
}

/// The smallest of 1, 2, 5, 10, 20, 50 … of some unit that is not below an error: an amount is told in steps of it.
pub fn step(error: f64, unit: i64) -> i64 {
    let unit = unit.max(1);
    let steps = (0..15).flat_map(|power| [1, 2, 5].map(|of| of * 10_i64.pow(power)));
    let mut steps = steps.map(|step| unit.saturating_mul(step));
    steps.find(|step| real_seconds(*step) >= error).unwrap_or(i64::MAX)
}

/// An amount in whole steps, the nearer one.
pub fn rounded(minor: i64, step: i64) -> i64 {
    let step = step.max(1);
    let half = step / 2;
    let up = if minor >= 0 { minor.saturating_add(half) } else { minor.saturating_sub(half) };
    up / step * step
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::runs::{NEVER, Runs, Track};

    fn office() -> Calendar {
        Calendar::office("Europe/Amsterdam", calendar::Country::Nl).unwrap()
    }

    fn instant(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Friday 20 March 2026, closing time.
    const DUE: &str = "2026-03-20T16:00:00Z";

    fn lateness() -> Lateness {
        Lateness::of(instant(DUE), &office(), instant("2026-06-01T00:00:00Z")).unwrap()
    }

    /// Outcomes that are done at given seconds.
    fn outcome(done: &[i64]) -> Outcome {
        let mut track = Track::default();
        for done in done {
            track.push(0, *done);
        }
        let at = Timestamp::UNIX_EPOCH;
        Runs::of(at, vec![vec![track]]).into_outcomes().remove(0)
    }

    #[test]
    fn a_loss_is_nothing_in_time_and_never_above_its_cap() {
        let loss = Loss { per_day: 100, per_breach: 1000, cap: Some(1250) };
        assert_eq!([0, 1, 2, 3, 9].map(|days| loss.of(days)), [0, 1100, 1200, 1250, 1250]);
        assert_eq!(Loss { cap: None, ..loss }.of(9), 1900);
        assert!(loss.is_any() && !Loss::default().is_any());
        assert_eq!(Loss { per_day: i64::MAX, ..loss }.of(3), 1250, "no overflow");
    }

    #[test]
    fn lateness_is_counted_in_working_days_of_the_account() {
        let late = lateness();
        let days = |text: &str| late.days(instant(text).as_second());
        assert_eq!(days(DUE), 0, "to the second in time");
        assert_eq!(days("2026-03-20T16:00:01Z"), 1, "past the due by a moment");
        assert_eq!(days("2026-03-22T12:00:00Z"), 1, "a weekend adds nothing");
        assert_eq!(days("2026-03-23T12:00:00Z"), 1, "the first working day after");
        assert_eq!(days("2026-03-24T12:00:00Z"), 2);
        // Good Friday is worked at this office, Easter Monday is not.
        assert_eq!(days("2026-04-07T12:00:00Z"), 11);
        assert_eq!(late.days(NEVER), days("2026-06-01T00:00:00Z"), "never is counted to the end");
        let calendar = office();
        for day in 21..60 {
            let on = date(2026, 3, 1).checked_add((day - 1).days()).unwrap();
            let noon = calendar.instant_of(on.at(12, 0, 0, 0)).unwrap();
            let told = calendar.business_days_between(date(2026, 3, 20), on);
            let wanted = u32::try_from(told).unwrap().max(1);
            assert_eq!(late.days(noon.as_second()), wanted, "{on}");
        }
    }

    #[test]
    fn displacement_is_the_sum_that_one_would_count_by_hand() {
        // Three things in 500 trials, of which the second costs nothing; luck by a small generator.
        let day = 86_400;
        let due = instant(DUE).as_second();
        let mut luck = 12345_u64;
        let mut next = || {
            luck = luck
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(luck >> 60).unwrap()
        };
        let mut draw = |shift: i64| -> Vec<i64> {
            (0..500).map(|_| due + (next() - 8) * day + shift * day).collect()
        };
        let before: Vec<Vec<i64>> = (0..3).map(|_| draw(0)).collect();
        let after: Vec<Vec<i64>> = before
            .iter()
            .zip(0..)
            .map(|(trials, thing)| trials.iter().map(|done| done + thing * day).collect())
            .collect();
        let loss = Loss { per_day: 250, per_breach: 4000, cap: Some(5000) };
        let extra = Loss { per_day: 0, per_breach: 70, cap: None };
        let stake = || Some(Stake { losses: vec![loss, extra], lateness: lateness() });
        let stakes = [stake(), None, stake()];
        let outcomes = |all: &[Vec<i64>]| all.iter().map(|done| outcome(done)).collect::<Vec<_>>();
        let told = displacement(&outcomes(&before), &outcomes(&after), &stakes);

        // By hand: the third thing alone moved, by two days in each trial.
        let cost = |done: i64| {
            let on = office().date_at(Timestamp::from_second(done).unwrap());
            let days = office().business_days_between(date(2026, 3, 20), on).max(1);
            if done <= due { 0 } else { (250 * i64::from(days) + 4000).min(5000) + 70 }
        };
        let differences: Vec<i64> =
            before[2].iter().map(|done| cost(done + 2 * day) - cost(*done)).collect();
        let n = 500.0;
        let sum: i64 = differences.iter().sum();
        let mean = real_seconds(sum) / n;
        let squares: f64 = differences.iter().map(|x| (real_seconds(*x) - mean).powi(2)).sum();
        let error = (squares / (n - 1.0)).sqrt() / n.sqrt();
        assert!(sum > 0, "something is displaced");
        assert!((told.mean - mean).abs() < 1e-9, "{} for {mean}", told.mean);
        assert!((told.error - error).abs() < 1e-9, "{} for {error}", told.error);
    }

    #[test]
    fn what_does_not_move_costs_nothing_and_exactly_so() {
        let outcomes = [outcome(&[1, 2, NEVER])];
        let stake =
            Stake { losses: vec![Loss { per_breach: 9, ..Loss::default() }], lateness: lateness() };
        let told = displacement(&outcomes, &outcomes, &[Some(stake)]);
        assert_eq!(told, Amount { mean: 0.0, error: 0.0 });
        assert!(is_untouched(&outcomes[0], &outcomes[0]));
        assert!(!is_untouched(&outcomes[0], &outcome(&[1, 3, NEVER])));
    }

    #[test]
    fn what_could_be_luck_counts_as_nothing() {
        let minor = |mean, error| Amount { mean, error }.minor();
        assert_eq!([minor(100.4, 0.0), minor(100.4, 49.0), minor(-100.4, 49.0)], [100, 100, -100]);
        assert_eq!([minor(100.0, 50.0), minor(-99.0, 50.0), minor(0.0, 0.0)], [0, 0, 0]);
        assert_eq!(Amount { mean: 0.0, error: 49.6 }.error_minor(), 50);
    }

    #[test]
    fn plays_of_different_lengths_are_paired_as_far_as_both_go() {
        let stake =
            Stake { losses: vec![Loss { per_breach: 9, ..Loss::default() }], lateness: lateness() };
        let late = instant(DUE).as_second() + 1;
        let mut bill = Bill::default();
        bill.add(&stake, &outcome(&[1, 1, 1, 1]), &outcome(&[late, 1, late, 1]));
        assert!((bill.amount().mean - 4.5).abs() < 1e-12);
        bill.add(&stake, &outcome(&[1, 1]), &outcome(&[late, 1, late, late]));
        assert!((bill.amount().mean - 9.0).abs() < 1e-12, "of two trials: 18 and 0");
    }

    #[test]
    fn no_amount_is_more_exact_than_its_error() {
        let steps = [0.0, 1.0, 1.5, 2.0, 3.0, 180.0, 501.0].map(|error| step(error, 1));
        assert_eq!(steps, [1, 1, 2, 2, 5, 200, 1000]);
        assert_eq!(step(30.0, 100), 100, "never below its unit");
        assert_eq!(step(18_000.0, 100), 20_000);
        assert_eq!(
            [6423, -6423, 6500, 99].map(|minor| rounded(minor, 200)),
            [6400, -6400, 6600, 0]
        );
    }
}
