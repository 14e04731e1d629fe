//! Keeping a stated level true while the world drifts: adaptive conformal inference.
//!
//! What is said to hold in 85 of 100 cases is looked back at, and when it held less often, more is asked of the model
//! from then on: after a miss the asked share of misses falls by γ(1 − α), after a hit it rises by γα, where α is the
//! share of misses that was stated (Gibbs and Candès, `NeurIPS` 2021). In the long run the stated share is met whatever the
//! model is like, as far as the bounds below let it; within T cases it is off by no more than about 1/(γT).

/// The asked share of misses is never less than this multiple of the stated one, so that one bad month asks for no date
/// beyond all that was seen.
const LEAST: f64 = 0.25;
/// Nor more than this, so that one good month makes no promise rash.
const MOST: f64 = 2.5;

/// Levels that are asked of a model so that the stated ones hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Adaptive<const N: usize> {
    stated: [f64; N],
    /// The share of misses that is asked for at each.
    misses: [f64; N],
    step: f64,
}

impl<const N: usize> Adaptive<N> {
    /// Begins with the stated levels themselves: ascending, above 0 and below 1. `step` is γ: by so much a miss moves a
    /// level; 0.03 follows a hundred cases, 0.003 a thousand.
    pub fn new(stated: [f64; N], step: f64) -> Self {
        Self { stated, misses: stated.map(|level| 1.0 - level), step }
    }

    /// What to ask of the model, in the order of the stated levels; never falling.
    pub fn asked(&self) -> [f64; N] {
        let mut least: f64 = 0.0;
        self.misses.map(|misses| {
            least = least.max(1.0 - misses);
            least
        })
    }

    /// What to ask for a level in (0, 1) that is none of the stated ones: between its neighbours'.
    pub fn asked_at(&self, level: f64) -> f64 {
        let (mut below, mut below_asked) = (0.0, 0.0);
        for (stated, asked) in
            self.stated.into_iter().chain([1.0]).zip(self.asked().into_iter().chain([1.0]))
        {
            if level <= stated {
                let part = (level - below) / (stated - below);
                return below_asked + part * (asked - below_asked);
            }
            (below, below_asked) = (stated, asked);
        }
        level
    }

    /// Takes in one case: at each level whether what was said held; `None` where nothing was said.
    pub fn learn(&mut self, held: [Option<bool>; N]) {
        for ((misses, stated), held) in self.misses.iter_mut().zip(self.stated).zip(held) {
            let Some(held) = held else { continue };
            let share = 1.0 - stated;
            let missed = if held { 0.0 } else { 1.0 };
            *misses = (*misses + self.step * (share - missed)).clamp(LEAST * share, MOST * share);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    const STEP: f64 = 0.003;

    #[test]
    fn a_miss_asks_for_more_and_a_hit_for_less() {
        let mut levels = Adaptive::new([0.5, 0.85], STEP);
        let first = levels.asked();
        assert!((first[0] - 0.5).abs() < 1e-12 && (first[1] - 0.85).abs() < 1e-12, "{first:?}");
        levels.learn([None, Some(false)]);
        assert!((levels.asked()[1] - (0.85 + STEP * 0.85)).abs() < 1e-12, "{levels:?}");
        levels.learn([None, Some(true)]);
        assert!((levels.asked()[1] - (0.85 + STEP * 0.70)).abs() < 1e-12, "{levels:?}");
        assert!((levels.asked()[0] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn between_the_stated_levels_is_asked_what_lies_between() {
        let mut levels = Adaptive::new([0.5, 0.8], STEP);
        levels.learn([None, Some(false)]);
        let [lower, upper] = levels.asked();
        let middle = lower + (upper - lower) / 2.0;
        for (level, wanted) in [(0.5, lower), (0.8, upper), (0.65, middle), (0.25, lower / 2.0)] {
            assert!((levels.asked_at(level) - wanted).abs() < 1e-12, "{level}");
        }
        assert!((levels.asked_at(0.9) - (upper + 1.0) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn it_goes_no_further_than_it_may_and_levels_do_not_cross() {
        let mut levels = Adaptive::new([0.8, 0.85], STEP);
        (0..2000).for_each(|_| levels.learn([Some(false), Some(true)]));
        let [lower, higher] = levels.asked();
        assert!((lower - 0.95).abs() < 1e-12, "a quarter of the stated misses: {lower}");
        assert!(higher >= lower, "{higher}");
    }

    /// A model that is too sure of itself, and from the middle on more so.
    #[test]
    fn the_stated_level_holds_in_the_long_run() {
        let luck = Seed(7);
        let held = |follows: bool| {
            let (mut levels, mut held) = (Adaptive::new([0.85], STEP), 0);
            for case in 0..6000_u64 {
                let spread = if case < 3000 { 1.05 } else { 1.1 };
                // The truth is uniform up to the spread; the model takes it to be uniform up to 1.
                let is_held = luck.uniform(case, 0) * spread <= levels.asked()[0];
                if follows {
                    levels.learn([Some(is_held)]);
                }
                held += u32::from(is_held && case >= 1000);
            }
            f64::from(held) / 5000.0
        };
        let (left, followed) = (held(false), held(true));
        assert!(left < 0.80, "as the model has it: {left}");
        assert!((followed - 0.85).abs() < 0.012, "{followed}");
    }
}
