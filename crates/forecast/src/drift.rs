//! Noticing that a stated level no longer holds, and since when.
//!
//! Each case that is told adds the logarithm of how much likelier it is if twice as many miss as stated (or half of what
//! holds besides, where that is less; or half as many) than if it is as stated; the sum never falls below zero. When it
//! passes a bound, it has drifted, since the case after which the sum was last zero (Page's cumulative sum, Biometrika 41,
//! 1954). The way back is noticed in the same way. Each case may have a level of its own.

use crate::claim::wilson_95;

/// Where a level has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It holds less often than stated.
    Short,
    /// It holds more often than stated: what is promised is longer than it need be.
    Long,
}

/// A time during which a level did not hold as stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// Where it went.
    pub direction: Direction,
    /// Since when: seconds since 1970, UTC.
    pub since: i64,
    /// When it was noticed, and after how many cases of it.
    pub noticed: (i64, usize),
    /// When it ended, if it did.
    pub until: Option<i64>,
    /// How many cases held, of how many, while it lasted.
    pub held: (usize, usize),
    /// How many of them were to hold as stated.
    pub expected: f64,
}

impl Drift {
    /// The share that held while it lasted, and its interval (Wilson, 95%).
    ///
    /// It is picked because it is bad: the truth lies a little nearer to the stated level.
    pub fn share(&self) -> (f64, (f64, f64)) {
        let (held, of) = self.held;
        (crate::number::real(held) / crate::number::real(of.max(1)), wilson_95(held, of))
    }
}

/// At so much evidence a level has drifted: by chance alone about once in two thousand cases.
const BOUND: f64 = 5.0;

/// Watches whether what is stated holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Watch {
    sums: [Sum; 2],
    back: Sum,
    drifts: Vec<Drift>,
}

/// Cases that become known at one instant, and what they speak for: the logarithm of how much likelier they are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Cases {
    held: usize,
    of: usize,
    expected: f64,
    /// If twice as many miss as stated.
    short: f64,
    /// If half as many do.
    long: f64,
}

impl Cases {
    /// Takes in so many of one level in (0, 1) that held, of so many.
    fn add(&mut self, level: f64, (held, of): (usize, usize)) {
        let stated = 1.0 - level;
        let (kept, missed) = (crate::number::real(held), crate::number::real(of - held));
        let speaks_for =
            |to: f64| kept * libm::log((1.0 - to) / level) + missed * libm::log(to / stated);
        self.short += speaks_for((2.0 * stated).min(f64::midpoint(stated, 1.0)));
        self.long += speaks_for(stated / 2.0);
        self.held += held;
        self.of += of;
        self.expected += crate::number::real(of) * level;
    }

    fn speak_for(&self, direction: Direction) -> f64 {
        match direction {
            Direction::Short => self.short,
            Direction::Long => self.long,
        }
    }
}

/// A sum that never falls below zero, and what was seen since it last was there.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Sum {
    value: f64,
    since: i64,
    held: usize,
    of: usize,
    expected: f64,
}

impl Sum {
    /// Adds the cases of an instant; whether the bound is passed.
    fn add(&mut self, when: i64, cases: &Cases, evidence: f64) -> bool {
        if self.value <= 0.0 {
            *self = Self { since: when, ..Self::default() };
        }
        self.value += evidence;
        self.held += cases.held;
        self.of += cases.of;
        self.expected += cases.expected;
        self.value > BOUND
    }
}

impl Watch {
    /// Takes in the cases of one level in (0, 1) that become known at an instant (seconds since 1970, UTC), so many held
    /// of so many; instants never go back. Those of one instant have no order among them, and are one step.
    ///
    /// # Panics
    /// When more held than there are.
    pub fn learn(&mut self, when: i64, level: f64, (held, of): (usize, usize)) {
        assert!(held <= of, "{held} of {of} held");
        let mut cases = Cases::default();
        cases.add(level, (held, of));
        self.take_in(when, &cases);
    }

    /// The same of cases that each have a level of their own in (0, 1): the level, and whether it held.
    pub fn learn_each(&mut self, when: i64, each: impl IntoIterator<Item = (f64, bool)>) {
        let mut cases = Cases::default();
        each.into_iter().for_each(|(level, held)| cases.add(level, (usize::from(held), 1)));
        self.take_in(when, &cases);
    }

    fn take_in(&mut self, when: i64, cases: &Cases) {
        if let Some(drift) = self.drifts.last_mut().filter(|drift| drift.until.is_none()) {
            drift.held.0 += cases.held;
            drift.held.1 += cases.of;
            drift.expected += cases.expected;
            if self.back.add(when, cases, -cases.speak_for(drift.direction)) {
                drift.until = Some(self.back.since);
                drift.held.0 -= self.back.held.min(drift.held.0);
                drift.held.1 -= self.back.of.min(drift.held.1);
                drift.expected = (drift.expected - self.back.expected).max(0.0);
                (self.sums, self.back) = ([Sum::default(); 2], Sum::default());
            }
            return;
        }
        for (direction, sum) in [Direction::Short, Direction::Long].into_iter().zip(&mut self.sums)
        {
            if sum.add(when, cases, cases.speak_for(direction)) {
                let (since, held, expected) = (sum.since, (sum.held, sum.of), sum.expected);
                let noticed = (when, sum.of);
                self.drifts.push(Drift { direction, since, noticed, until: None, held, expected });
                self.back = Sum::default();
                break;
            }
        }
    }

    /// All drifts that were noticed, the earliest first.
    pub fn drifts(&self) -> &[Drift] {
        &self.drifts
    }

    /// The one that lasts.
    pub fn now(&self) -> Option<&Drift> {
        self.drifts.last().filter(|drift| drift.until.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    /// Cases of which so many in a hundred hold, from one to another.
    fn tell(watch: &mut Watch, luck: Seed, cases: std::ops::Range<u32>, share: f64) {
        for case in cases {
            let held = luck.uniform(u64::from(case), 0) < share;
            watch.learn(i64::from(case), 0.85, (usize::from(held), 1));
        }
    }

    #[test]
    fn what_holds_as_stated_is_seldom_called_a_drift() {
        let alarms = (0..20).map(|seed| {
            let mut watch = Watch::default();
            tell(&mut watch, Seed(seed), 0..1000, 0.85);
            watch.drifts().len()
        });
        let alarms: usize = alarms.sum();
        assert!(alarms <= 14, "{alarms} in twenty thousand cases");
    }

    #[test]
    fn a_drift_is_noticed_within_sixty_cases_and_dated() {
        let mut late = 0;
        for seed in 0..20 {
            let mut watch = Watch::default();
            tell(&mut watch, Seed(seed), 0..400, 0.85);
            let before = watch.drifts().len();
            tell(&mut watch, Seed(seed), 400..600, 0.60);
            let drift = watch.drifts().get(before.saturating_sub(1)..).and_then(<[Drift]>::last);
            let drift = drift.expect("two in five miss");
            assert_eq!(drift.direction, Direction::Short);
            late += usize::from(drift.noticed.0 > 460 || drift.since < 340);
        }
        assert!(late <= 4, "{late} of 20 noticed late, or dated long before");
    }

    #[test]
    fn its_end_is_noticed_too() {
        let mut watch = Watch::default();
        tell(&mut watch, Seed(3), 0..300, 0.5);
        let drift = *watch.now().expect("half miss");
        assert!((drift.share().0 - 0.5).abs() < 0.08, "{drift:?}");
        tell(&mut watch, Seed(3), 300..700, 0.86);
        assert_eq!(watch.now(), None);
        let ended = watch.drifts()[0];
        let until = ended.until.expect("it ended");
        assert!((280..360).contains(&until), "{ended:?}");
        assert!((ended.share().0 - 0.5).abs() < 0.08, "what came after is not of it: {ended:?}");
    }

    #[test]
    fn cases_of_one_day_have_no_order() {
        // Forty of forty-seven a day, as stated: taken one by one with the misses first it would be a drift a day.
        let mut watch = Watch::default();
        (0..60).for_each(|day| watch.learn(day, 0.85, (40, 47)));
        assert_eq!(watch.drifts(), []);
        watch.learn(60, 0.85, (20, 47));
        assert!(watch.now().is_some_and(|drift| drift.since <= 60 && drift.noticed.0 == 60));
    }

    #[test]
    fn cases_of_one_level_are_the_same_told_one_by_one() {
        let (mut together, mut each) = (Watch::default(), Watch::default());
        for day in 0..20 {
            together.learn(day, 0.8, (3, 6));
            each.learn_each(day, (0..6).map(|case| (0.8, case < 3)));
        }
        let [one, other] = [&together, &each].map(|watch| *watch.now().expect("half miss"));
        assert_eq!((one.since, one.noticed, one.held), (other.since, other.noticed, other.held));
        assert!((one.expected - other.expected).abs() < 1e-9 && one.expected > 4.0);
    }

    #[test]
    fn what_is_padded_is_noticed_as_well() {
        let mut watch = Watch::default();
        tell(&mut watch, Seed(5), 0..400, 0.98);
        assert_eq!(watch.now().expect("hardly any miss").direction, Direction::Long);
    }
}
