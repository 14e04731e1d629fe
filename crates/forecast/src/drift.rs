//! Noticing that a stated level no longer holds, and since when.
//!
//! Each case that is told adds the logarithm of how much likelier it is if twice as many miss as stated (no more than half
//! of what holds; or half as many) than if it is as stated; the sum never falls below zero. When it passes a bound, it has drifted, since the case after
//! which the sum was last zero (Page's cumulative sum, Biometrika 41, 1954). The way back is noticed in the same way.

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

/// Watches one stated level.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    /// The shares of misses: as stated, as in a drift that falls short, and as in one that is too long.
    stated: f64,
    short: f64,
    long: f64,
    sums: [Sum; 2],
    back: Sum,
    drifts: Vec<Drift>,
}

/// A sum that never falls below zero, and what was seen since it last was there.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Sum {
    value: f64,
    since: i64,
    held: usize,
    of: usize,
}

impl Sum {
    /// Adds the cases of an instant, so many held of so many; whether the bound is passed.
    fn add(&mut self, when: i64, (held, of): (usize, usize), from: f64, to: f64) -> bool {
        if self.value <= 0.0 {
            *self = Self { since: when, ..Self::default() };
        }
        let missed = crate::number::real(of - held);
        self.value += crate::number::real(held) * libm::log((1.0 - to) / (1.0 - from));
        self.value += missed * libm::log(to / from);
        self.held += held;
        self.of += of;
        self.value > BOUND
    }
}

impl Watch {
    /// Of a level in (0, 1).
    pub fn new(level: f64) -> Self {
        let stated = 1.0 - level;
        let short = (2.0 * stated).min(f64::midpoint(stated, 1.0));
        let sums = [Sum::default(); 2];
        Self { stated, short, long: stated / 2.0, sums, back: Sum::default(), drifts: Vec::new() }
    }

    /// Takes in the cases that become known at an instant (seconds since 1970, UTC), so many held of so many; instants
    /// never go back. Those of one instant have no order among them, and are one step.
    ///
    /// # Panics
    /// When more held than there are.
    pub fn learn(&mut self, when: i64, (held, of): (usize, usize)) {
        assert!(held <= of, "{held} of {of} held");
        if let Some(drift) = self.drifts.last_mut().filter(|drift| drift.until.is_none()) {
            drift.held.0 += held;
            drift.held.1 += of;
            let from = match drift.direction {
                Direction::Short => self.short,
                Direction::Long => self.long,
            };
            if self.back.add(when, (held, of), from, self.stated) {
                drift.until = Some(self.back.since);
                drift.held.0 -= self.back.held.min(drift.held.0);
                drift.held.1 -= self.back.of.min(drift.held.1);
                (self.sums, self.back) = ([Sum::default(); 2], Sum::default());
            }
            return;
        }
        let ways = [(Direction::Short, self.short), (Direction::Long, self.long)];
        for ((direction, to), sum) in ways.into_iter().zip(&mut self.sums) {
            if sum.add(when, (held, of), self.stated, to) {
                let (since, held) = (sum.since, (sum.held, sum.of));
                let noticed = (when, sum.of);
                self.drifts.push(Drift { direction, since, noticed, until: None, held });
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
            watch.learn(i64::from(case), (usize::from(held), 1));
        }
    }

    #[test]
    fn what_holds_as_stated_is_seldom_called_a_drift() {
        let alarms = (0..20).map(|seed| {
            let mut watch = Watch::new(0.85);
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
            let mut watch = Watch::new(0.85);
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
        let mut watch = Watch::new(0.85);
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
        let mut watch = Watch::new(0.85);
        (0..60).for_each(|day| watch.learn(day, (40, 47)));
        assert_eq!(watch.drifts(), []);
        watch.learn(60, (20, 47));
        assert!(watch.now().is_some_and(|drift| drift.since <= 60 && drift.noticed.0 == 60));
    }

    #[test]
    fn what_is_padded_is_noticed_as_well() {
        let mut watch = Watch::new(0.85);
        tell(&mut watch, Seed(5), 0..400, 0.98);
        assert_eq!(watch.now().expect("hardly any miss").direction, Direction::Long);
    }
}
