//! What the chances that were stated turned out to be worth, and what to ask so that they hold from now on.
//!
//! Every promise was given at a chance of its own. When its date passes it is known whether it was kept, and the odds of a
//! miss that are asked for move: down after a miss, up after a promise that was kept, by as much as it surprises
//! (adaptive conformal inference, Gibbs and Candès, `NeurIPS` 2021, on the scale of log-odds, so that one figure serves
//! all levels). In the long run as many are kept as was said, whatever the model is like.
//!
//! A few promises say little: with n of them the correction counts n/(n + 30), and what is left stays with the forecast
//! as it was learnt from the work itself.

use crate::number::{real, whole_seconds};

/// By so much of its surprise a promise moves the odds; a hundred promises turn it around.
const STEP: f64 = 0.2;
/// The odds of a miss are never asked below this multiple, so that one bad month asks for no date beyond all that was
/// seen; nor above the other, so that one good month makes no promise rash.
const ODDS: (f64, f64) = (0.25, 2.5);
/// The forecast itself counts as much as so many promises.
const LEANING: usize = 30;
/// Corrections are kept in millionths, so that they are stored and compared exactly.
const MILLION: f64 = 1e6;

/// What stated chances are worth, as far as promises tell.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Track {
    /// The logarithm of the multiple of the odds of a miss.
    leaning: f64,
    cases: usize,
}

impl Track {
    /// Takes in a promise whose date has passed: the chance it was given with, in (0, 1), and whether it was kept.
    /// Chances at or beyond the ends are certainties, and teach nothing.
    pub fn learn(&mut self, stated: f64, kept: bool) {
        if !(stated > 0.0 && stated < 1.0) {
            return;
        }
        let missed = if kept { 0.0 } else { 1.0 };
        let moved = self.leaning + STEP * ((1.0 - stated) - missed);
        self.leaning = moved.clamp(libm::log(ODDS.0), libm::log(ODDS.1));
        self.cases += 1;
    }

    /// How many promises it rests on.
    pub fn cases(&self) -> usize {
        self.cases
    }

    /// What is to be corrected.
    pub fn calibration(&self) -> Calibration {
        let weight = real(self.cases) / real(self.cases + LEANING);
        let millionths = whole_seconds(self.leaning * weight * MILLION);
        Calibration { millionths: i32::try_from(millionths).unwrap_or(0) }
    }
}

/// A correction of chances: one monotone curve between what the forecast says and what holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calibration {
    /// The logarithm of the multiple of the odds of a miss, in millionths; 0 corrects nothing.
    millionths: i32,
}

impl Calibration {
    /// As it was told by [`Self::millionths`].
    pub fn of_millionths(millionths: i32) -> Self {
        Self { millionths }
    }

    /// To keep it exactly.
    pub fn millionths(self) -> i32 {
        self.millionths
    }

    /// What to ask of the forecast so that `level` holds; both in [0, 1].
    pub fn asked(self, level: f64) -> f64 {
        self.moved(level, 1.0)
    }

    /// What holds where the forecast says `share`; both in [0, 1].
    pub fn holds(self, share: f64) -> f64 {
        self.moved(share, -1.0)
    }

    fn moved(self, share: f64, sign: f64) -> f64 {
        if self.millionths == 0 || !(share > 0.0 && share < 1.0) {
            return share;
        }
        let multiple = libm::exp(sign * f64::from(self.millionths) / MILLION);
        let odds = (1.0 - share) / share * multiple;
        1.0 / (1.0 + odds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    #[test]
    fn a_miss_asks_for_more_and_a_kept_one_for_less() {
        let after = |kept| {
            let mut track = Track::default();
            (0..40).for_each(|_| track.learn(0.85, kept));
            track.calibration().asked(0.85)
        };
        assert!(after(false) > 0.87 && after(true) < 0.83, "{} {}", after(false), after(true));
        assert!((Calibration::default().asked(0.85) - 0.85).abs() < f64::EPSILON);
    }

    #[test]
    fn what_is_asked_holds_and_what_is_certain_stays() {
        for millionths in [-1_386_294, -1, 0, 7, 916_290] {
            let calibration = Calibration::of_millionths(millionths);
            assert_eq!(Calibration::of_millionths(calibration.millionths()), calibration);
            let mut before = 0.0;
            for step in 0..=100 {
                let level = f64::from(step) / 100.0;
                let asked = calibration.asked(level);
                assert!((calibration.holds(asked) - level).abs() < 1e-12, "{level}");
                assert!(asked >= before, "it never falls");
                before = asked;
            }
            assert!((calibration.asked(1.0) - 1.0).abs() < f64::EPSILON);
            assert!(calibration.asked(0.0).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn a_few_promises_say_little_and_certainties_nothing() {
        let mut track = Track::default();
        (0..3).for_each(|_| track.learn(0.85, false));
        let asked = track.calibration().asked(0.85);
        assert!((0.85..0.87).contains(&asked), "{asked}");
        let before = track;
        [0.0, 1.0, f64::NAN].into_iter().for_each(|stated| track.learn(stated, false));
        assert_eq!(track, before);
    }

    /// A forecast that is too sure of itself, with promises at several chances.
    #[test]
    fn stated_chances_hold_in_the_long_run() {
        let luck = Seed(11);
        let (mut track, mut kept, mut stated_sum) = (Track::default(), 0_u32, 0.0);
        for case in 0..4000_u32 {
            let stated = [0.6, 0.85, 0.95][usize::try_from(case % 3).unwrap()];
            // What the forecast calls 85% holds in 77 of 100.
            let truth = track.calibration().asked(stated).powf(1.6);
            let is_kept = luck.uniform(u64::from(case), 0) < truth;
            track.learn(stated, is_kept);
            if case >= 400 {
                kept += u32::from(is_kept);
                stated_sum += stated;
            }
        }
        let off = (f64::from(kept) - stated_sum) / 3600.0;
        assert!(off.abs() < 0.012, "off by {off}");
    }
}
