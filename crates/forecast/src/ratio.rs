//! Actual over estimate: reference-class forecasting from the team's own estimates.
//!
//! The distribution of past ratios, applied to a new estimate, is what Jørgensen and Sjøberg (Information and
//! Software Technology 45, 2003) propose in place of a stated interval. Ratios depend on size (small tasks overrun
//! more, large ones less), so the class of a task is the past tasks with the nearest estimates.

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
pub(crate) const NEAREST: usize = 200;
/// A class is chosen from this many most recent tasks, so that old ways fade.
const RECENT: usize = 1500;

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

    /// The past tasks most like one of this estimate; of equally near ones the most recent.
    pub(crate) fn near(&self, estimate: f64) -> Vec<Finished> {
        let oldest = self.numbers.len().checked_sub(RECENT).map_or(0, |place| self.numbers[place]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::real;

    fn ratios(history: &RatioHistory, estimate: f64) -> Vec<f64> {
        history.near(estimate).iter().map(|task| task.ratio).collect()
    }

    #[test]
    fn the_class_of_a_task_is_its_nearest_estimates() {
        let mut history = RatioHistory::default();
        for task in 0..300 {
            history.learn(1.0, 3.0 + f64::from(task) * 1e-6);
            history.learn(40.0, 20.0);
        }
        let small = ratios(&history, 1.2);
        assert_eq!(small.len(), 200);
        assert!(small.iter().all(|r| *r > 2.9));
        assert!(ratios(&history, 30.0).iter().all(|r| (*r - 0.5).abs() < 1e-9));
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
        assert!(ratios(&history, 8.0).iter().all(|r| (*r - 1.0).abs() < 1e-9));
    }

    #[test]
    fn of_equal_estimates_the_most_recent_are_taken_whatever_came_of_them() {
        let mut history = RatioHistory::default();
        for task in 0..1000_u32 {
            history.learn(8.0, f64::from(task % 10));
        }
        let ratios = ratios(&history, 8.0);
        let mean = ratios.iter().sum::<f64>() / real(ratios.len());
        assert!((mean - 4.5 / 8.0).abs() < 1e-9, "not the smallest ones: {mean}");
        let newest = history.near(9.0);
        assert_eq!((newest.len(), newest[0].number, newest[199].number), (200, 999, 800));
    }

    #[test]
    fn what_is_no_estimate_is_left_out() {
        let mut history = RatioHistory::default();
        [(0.0, 8.0), (f64::NAN, 8.0), (8.0, -1.0)]
            .into_iter()
            .for_each(|(estimate, actual)| history.learn(estimate, actual));
        assert_eq!(history.near(8.0), []);
        history.learn(8.0, 12.0);
        assert_eq!(ratios(&history, 8.0), [1.5]);
    }
}
