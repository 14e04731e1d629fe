//! Actual over estimate: reference-class forecasting from the team's own estimates.
//!
//! The distribution of past ratios, applied to a new estimate, is what Jørgensen and Sjøberg (Information and
//! Software Technology 45, 2003) propose in place of a stated interval. Ratios depend on size (small tasks overrun
//! more, large ones less), so the class of a task is the past tasks with the nearest estimates.

use crate::number::{index, real};

/// A finished task with an estimate above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finished {
    pub(crate) estimate: f64,
    pub(crate) ratio: f64,
    /// Which task it is, in the order of finishing; later is more recent.
    pub(crate) number: usize,
}

/// What was learnt of one group of tasks, in any unit that estimates and actuals share.
#[derive(Debug, Clone, Default)]
pub struct RatioHistory {
    /// Ordered by estimate, then by number.
    tasks: Vec<Finished>,
    /// The number of each task, in the order of finishing.
    numbers: Vec<usize>,
}

/// How many nearest estimates make a class.
const NEAREST: usize = 200;
/// A class is chosen from this many most recent tasks, so that old ways fade.
const RECENT: usize = 1500;
/// Fewer finished tasks say nothing of an 85% quantile.
const LEAST: usize = 20;

impl RatioHistory {
    /// Takes in a finished task. Estimates of zero and actuals below zero say nothing and are left out.
    pub fn learn(&mut self, estimate: f64, actual: f64) {
        let next = self.numbers.last().map_or(0, |last| last + 1);
        self.learn_numbered(next, estimate, actual);
    }

    /// The same for a task with a number above those of all before it.
    pub(crate) fn learn_numbered(&mut self, number: usize, estimate: f64, actual: f64) {
        if !(estimate > 0.0 && actual >= 0.0 && estimate.is_finite() && actual.is_finite()) {
            return;
        }
        let task = Finished { estimate, ratio: actual / estimate, number };
        let place = self.tasks.partition_point(|t| t.estimate <= estimate);
        self.tasks.insert(place, task);
        self.numbers.push(number);
    }

    /// How many tasks were learnt from.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether nothing was learnt yet.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The ratios of the past tasks most like one of this estimate, ascending; `None` below 20 tasks.
    pub fn ratios_like(&self, estimate: f64) -> Option<Vec<f64>> {
        if self.len() < LEAST {
            return None;
        }
        let mut ratios: Vec<f64> = self.near(estimate).iter().map(|task| task.ratio).collect();
        ratios.sort_by(f64::total_cmp);
        Some(ratios)
    }

    /// The past tasks most like one of this estimate; of equally near ones the most recent.
    pub(crate) fn near(&self, estimate: f64) -> Vec<Finished> {
        let oldest = self.len().checked_sub(RECENT).map_or(0, |place| self.numbers[place]);
        let place = self.tasks.partition_point(|t| t.estimate < estimate);
        let (mut below, mut above) = self.tasks.split_at(place);
        let mut nearest = Vec::with_capacity(NEAREST);
        // Distance on a scale of ratios: 2 hours is as far from 1 as 40 from 20.
        let distance = |t: &Finished| (t.estimate / estimate).max(estimate / t.estimate);
        while nearest.len() < NEAREST {
            let is_below = match (below.last(), above.first()) {
                (Some(b), Some(a)) => distance(b) < distance(a),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            // All of one estimate at once: they stand in the order of finishing.
            let alike = if is_below {
                let last = below.last().map_or(0.0, |task| task.estimate);
                let (rest, alike) = below.split_at(below.partition_point(|t| t.estimate < last));
                below = rest;
                alike
            } else {
                let first = above.first().map_or(0.0, |task| task.estimate);
                let (alike, rest) = above.split_at(above.partition_point(|t| t.estimate <= first));
                above = rest;
                alike
            };
            let recent = alike.iter().rev().take_while(|task| task.number >= oldest);
            nearest.extend(recent.take(NEAREST - nearest.len()));
        }
        nearest
    }
}

/// The quantile of a sorted sample for a new value: the smallest one that at least a share `level` of what is to
/// come will not exceed, if the future is like the past.
///
/// Of n past values and one new one, each place in the order is equally likely, so the rank is taken of n + 1
/// (the conformal quantile; Vovk, Gammerman, Shafer 2005). `None` when the sample is too small to say: a level of
/// q needs n ≥ q/(1−q).
///
/// # Panics
/// When the sample is not sorted.
pub fn next_value_quantile(sorted: &[f64], level: f64) -> Option<f64> {
    debug_assert!(sorted.is_sorted_by(|a, b| a.total_cmp(b).is_le()), "the sample is not sorted");
    let position = level * real(sorted.len() + 1) - 1.0;
    if sorted.is_empty() || position > real(sorted.len() - 1) {
        return None;
    }
    let low = index(position.max(0.0), sorted.len());
    let high = (low + 1).min(sorted.len() - 1);
    let part = (position.max(0.0) - real(low)).clamp(0.0, 1.0);
    Some(sorted[low] + (sorted[high] - sorted[low]) * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_class_of_a_task_is_its_nearest_estimates() {
        let mut history = RatioHistory::default();
        for task in 0..300 {
            history.learn(1.0, 3.0 + f64::from(task) * 1e-6);
            history.learn(40.0, 20.0);
        }
        let small = history.ratios_like(1.2).unwrap();
        assert_eq!(small.len(), 200);
        assert!(small.iter().all(|r| *r > 2.9));
        assert!(history.ratios_like(30.0).unwrap().iter().all(|r| (*r - 0.5).abs() < 1e-9));
    }

    #[test]
    fn old_ways_fade() {
        let mut history = RatioHistory::default();
        for _ in 0..5000 {
            history.learn(8.0, 80.0);
        }
        for _ in 0..1500 {
            history.learn(8.0, 8.0);
        }
        assert!(history.ratios_like(8.0).unwrap().iter().all(|r| (*r - 1.0).abs() < 1e-9));
    }

    #[test]
    fn of_equal_estimates_the_most_recent_are_taken_whatever_came_of_them() {
        let mut history = RatioHistory::default();
        for task in 0..1000_u32 {
            history.learn(8.0, f64::from(task % 10));
        }
        let ratios = history.ratios_like(8.0).unwrap();
        let mean = ratios.iter().sum::<f64>() / real(ratios.len());
        assert!((mean - 4.5 / 8.0).abs() < 1e-9, "not the smallest ones: {mean}");
        let newest = history.near(9.0);
        assert_eq!((newest.len(), newest[0].number, newest[199].number), (200, 999, 800));
    }

    #[test]
    fn too_little_says_nothing() {
        let mut history = RatioHistory::default();
        for _ in 0..19 {
            history.learn(8.0, 8.0);
        }
        assert!(history.ratios_like(8.0).is_none());
        history.learn(0.0, 8.0);
        history.learn(f64::NAN, 8.0);
        assert_eq!(history.len(), 19);
    }

    #[test]
    fn a_level_needs_a_sample_of_its_size() {
        let sample: Vec<f64> = (1..=19).map(f64::from).collect();
        assert_eq!(next_value_quantile(&sample, 0.95), Some(19.0));
        assert_eq!(next_value_quantile(&sample[..18], 0.95), None);
        assert_eq!(next_value_quantile(&sample[..5], 0.85), None);
        assert!(next_value_quantile(&sample[..6], 0.85).is_some());
        assert_eq!(next_value_quantile(&sample, 0.5), Some(10.0));
        assert_eq!(next_value_quantile(&[], 0.5), None);
    }
}
