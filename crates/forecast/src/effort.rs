//! How much effort a task takes, from what its estimate was worth before: everyone's, its kind's, its team's.
//!
//! Each of these is a sample of past ratios of actual to estimate, of the tasks with the nearest estimates
//! ([`crate::ratio`]); the finer ones are shrunk towards the coarser by how much they hold, whole distributions and not
//! means, so that the tail stays one that was seen (a Dirichlet process; Ferguson, Annals of Statistics 1, 1973). Large
//! estimates are overrun less than small ones: a neighbour's ratio is moved along the trend of the ratio with size
//! before it counts.

use std::collections::BTreeMap;

use crate::number::real;
use crate::ratio::{NEAREST, RatioHistory};

/// What a task is like, as far as past tasks tell of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike<'a> {
    /// Whose it is: a team, a project.
    pub group: &'a str,
    /// What kind of work it is.
    pub kind: &'a str,
    /// Who does it; empty when that is not known.
    pub person: &'a str,
}

/// A coarser level counts as much as so many tasks of a finer one.
const LEANING: f64 = 40.0;
/// The trend with size forgets by this much with each task: after 2,000 a third is left.
const FADING: f64 = 0.9995;
/// Ratios beyond e to this power tell nothing more of the trend.
const MOST_LOG: f64 = 3.0;

/// By what tasks are alike, the coarsest first.
type Level = (u8, String, String);

/// What was learnt of past tasks.
#[derive(Debug, Clone, Default)]
pub struct EffortHistory {
    levels: BTreeMap<Level, RatioHistory>,
    trend: Trend,
    learnt: usize,
}

impl EffortHistory {
    /// On each level so many tasks speak at most: those of the nearest size.
    pub(crate) const MOST_LIKE: usize = NEAREST;

    /// Takes in a finished task. Estimates of zero and actuals below zero say nothing and are left out.
    pub fn learn(&mut self, task: Alike<'_>, estimate: f64, actual: f64) {
        if !(estimate > 0.0 && actual >= 0.0 && estimate.is_finite() && actual.is_finite()) {
            return;
        }
        for level in levels(task) {
            self.levels.entry(level).or_default().learn_numbered(self.learnt, estimate, actual);
        }
        self.trend.learn(estimate, actual);
        self.learnt += 1;
    }

    /// What a task with an estimate above zero may take, in the estimate's unit.
    pub fn likely(&self, task: Alike<'_>, estimate: f64) -> Likely {
        let slope = self.trend.slope();
        // By task, as one is on several levels: what it would have taken, and what that weighs.
        let (mut values, mut left) = (BTreeMap::<usize, (f64, f64)>::new(), 1.0);
        // The finest level takes its share first, and leaves the rest to coarser ones; the last one takes all of it.
        for (place, level) in levels(task).into_iter().enumerate().rev() {
            let near = self.levels.get(&level).map(|history| history.near(estimate));
            let near = near.unwrap_or_default();
            if near.is_empty() {
                continue;
            }
            let count = real(near.len());
            let share = if place == 0 { left } else { left * count / (count + LEANING) };
            left -= share;
            for past in near {
                let trend = libm::exp(slope * libm::log(estimate / past.estimate));
                let took = (estimate * past.ratio * trend, 0.0);
                values.entry(past.number).or_insert(took).1 += share / count;
            }
        }
        Likely::of(values.into_values().collect())
    }
}

/// The levels on which a task is like others, everyone's first.
fn levels(task: Alike<'_>) -> Vec<Level> {
    let Alike { group, kind, person } = task;
    let level = |number, a: &str, b: &str| (number, a.to_owned(), b.to_owned());
    let mut levels = vec![level(0, "", ""), level(1, group, ""), level(2, kind, "")];
    levels.push(level(3, group, kind));
    if !person.is_empty() {
        levels.push(level(4, group, person));
    }
    levels
}

/// How the ratio changes with the estimate: a line through the logarithms of both, the recent ones weighing more.
#[derive(Debug, Clone, Copy, Default)]
struct Trend {
    count: f64,
    sizes: f64,
    ratios: f64,
    squares: f64,
    products: f64,
}

impl Trend {
    fn learn(&mut self, estimate: f64, actual: f64) {
        let size = libm::log(estimate);
        let ratio = libm::log((actual / estimate).max(1e-9)).clamp(-MOST_LOG, MOST_LOG);
        let add = |sum: &mut f64, value: f64| *sum = *sum * FADING + value;
        add(&mut self.count, 1.0);
        add(&mut self.sizes, size);
        add(&mut self.ratios, ratio);
        add(&mut self.squares, size * size);
        add(&mut self.products, size * ratio);
    }

    /// By how much the logarithm of the ratio rises with that of the estimate.
    fn slope(&self) -> f64 {
        let spread = self.count * self.squares - self.sizes * self.sizes;
        if spread <= 1e-9 * self.count * self.count {
            return 0.0;
        }
        ((self.count * self.products - self.sizes * self.ratios) / spread).clamp(-1.0, 1.0)
    }
}

/// What something may take: values that weigh more or less.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likely {
    /// Ascending, with their weights, which add up to 1.
    values: Vec<(f64, f64)>,
    /// As many equal ones would be as sure.
    worth: f64,
}

impl Likely {
    fn of(mut values: Vec<(f64, f64)>) -> Self {
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = values.iter().map(|(_, weight)| weight).sum();
        values.iter_mut().for_each(|(_, weight)| *weight /= total);
        let squares: f64 = values.iter().map(|(_, weight)| weight * weight).sum();
        let worth = if values.is_empty() { 0.0 } else { 1.0 / squares };
        Self { values, worth }
    }

    /// Multiples of the values, ascending, each with its share of all; the shares add up to 1.
    pub(crate) fn shares(&self, scale: f64) -> impl Iterator<Item = (f64, f64)> {
        self.values.iter().map(move |(value, share)| (value * scale, *share))
    }

    /// How many equally weighing tasks would be as sure.
    pub fn worth(&self) -> f64 {
        self.worth
    }

    /// Whether so many tasks can speak for a level at all: for a level q it takes q/(1−q).
    pub fn speaks_for(&self, level: f64) -> bool {
        self.worth >= level / (1.0 - level)
    }

    /// What at least a share `level` of tasks like this will not exceed, if the future is like the past; the last value
    /// where the level lies beyond. `None` when nothing is known.
    pub fn next_quantile(&self, level: f64) -> Option<f64> {
        // Of n past values and one new one each place in the order is equally likely, so the rank is taken of n + 1 (the
        // conformal quantile; Vovk, Gammerman, Shafer, Algorithmic Learning in a Random World, 2005).
        let wanted = level * (self.worth + 1.0) / self.worth.max(1.0);
        let mut reached = 0.0;
        let found = self.values.iter().find(|(_, weight)| {
            reached += weight;
            reached >= wanted - 1e-12
        });
        found.or(self.values.last()).map(|(value, _)| *value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task<'a>(group: &'a str, kind: &'a str) -> Alike<'a> {
        Alike { group, kind, person: "" }
    }

    /// Tasks of two teams and kinds, each of which always takes the same multiple of its estimate.
    fn learnt(tasks: &[(&str, &str, f64, u32)]) -> EffortHistory {
        let mut history = EffortHistory::default();
        for round in 0..tasks.iter().map(|(.., count)| *count).max().unwrap_or(0) {
            for (group, kind, ratio, _) in tasks.iter().filter(|(.., count)| round < *count) {
                history.learn(task(group, kind), 8.0, 8.0 * ratio);
            }
        }
        history
    }

    #[test]
    fn what_is_known_of_a_team_and_kind_outweighs_what_is_known_of_all() {
        let history = learnt(&[("a", "link", 3.0, 200), ("b", "link", 1.0, 300)]);
        let own = history.likely(task("a", "link"), 8.0);
        assert_eq!(own.next_quantile(0.5), Some(24.0));
        // A new team is as everyone was of late, a quarter of which was the slow team's.
        assert_eq!(history.likely(task("c", "link"), 8.0).next_quantile(0.5), Some(8.0));
        assert_eq!(history.likely(task("c", "link"), 8.0).next_quantile(0.9), Some(24.0));
    }

    #[test]
    fn a_few_lean_on_all_the_others() {
        let history = learnt(&[("b", "link", 1.0, 300), ("a", "report", 3.0, 4)]);
        let likely = history.likely(task("a", "report"), 8.0);
        assert_eq!(likely.next_quantile(0.5), Some(8.0), "four say little");
        assert_eq!(likely.next_quantile(0.9), Some(24.0), "but not nothing");
    }

    #[test]
    fn large_estimates_follow_the_trend() {
        let mut history = EffortHistory::default();
        for number in 0..400_u32 {
            let estimate = 1.0 + f64::from(number % 20);
            // The ratio falls as the square root of the estimate.
            history.learn(task("a", "link"), estimate, estimate / estimate.sqrt() * 4.0);
        }
        for estimate in [4.0_f64, 16.0, 60.0] {
            let said = history.likely(task("a", "link"), estimate).next_quantile(0.5).unwrap();
            let wanted = 4.0 * estimate.sqrt();
            assert!((said / wanted - 1.0).abs() < 0.05, "{estimate}: {said}, not {wanted}");
        }
    }

    #[test]
    fn too_little_speaks_for_no_high_level() {
        let history = learnt(&[("a", "link", 1.0, 5)]);
        let likely = history.likely(task("a", "link"), 8.0);
        assert!(likely.speaks_for(0.5) && !likely.speaks_for(0.85), "{}", likely.worth());
        let nothing = EffortHistory::default().likely(task("a", "link"), 8.0);
        assert_eq!((nothing.next_quantile(0.5), nothing.speaks_for(0.5)), (None, false));
        let mut odd = EffortHistory::default();
        odd.learn(task("a", "link"), 0.0, 8.0);
        odd.learn(task("a", "link"), f64::NAN, 8.0);
        odd.learn(task("a", "link"), 8.0, -1.0);
        assert_eq!(odd.likely(task("a", "link"), 8.0).next_quantile(0.5), None);
        // What took nothing at all is a ratio of 0, and no trend can move it.
        odd.learn(task("a", "link"), 8.0, 0.0);
        assert_eq!(odd.likely(task("a", "link"), 1.0).next_quantile(0.5), Some(0.0));
    }
}
