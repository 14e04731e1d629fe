//! A distribution to draw from: how long a piece of work of a class takes.

use crate::elapsed::Course;
use crate::number::{index, real};

/// The durations of a class of work, as steps of a distribution that may not reach one.
///
/// The unit is the caller's: working seconds, or a ratio to an estimate. What is left above the last step is
/// longer than anything seen, and is drawn as such: see [`Draw::Beyond`].
#[derive(Debug, Clone, PartialEq)]
pub struct Durations {
    /// Durations, ascending.
    values: Vec<f64>,
    /// The share at or below each of them, ascending, at most 1.
    shares: Vec<f64>,
    /// How many finished pieces of work it rests on.
    finished: usize,
}

/// Steps of a course that add less than this to the share are taken with the next one.
const LEAST_STEP: f64 = 1.0 / 1024.0;

/// What was drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Draw {
    /// So long.
    Lasts(f64),
    /// Longer than anything seen; the longest that was seen.
    Beyond(f64),
}

impl Durations {
    /// Each value of a sorted sample is equally likely.
    ///
    /// `None` for an empty sample.
    pub fn of_sample(sorted: Vec<f64>) -> Option<Self> {
        let finished = sorted.len();
        if finished == 0 {
            return None;
        }
        let shares = (1..=finished).map(|rank| real(rank) / real(finished)).collect();
        Some(Self { values: sorted, shares, finished })
    }

    /// Values, ascending, each with its share of all. `None` when there is none.
    pub(crate) fn of_weighted(
        values: impl Iterator<Item = (f64, f64)>,
        finished: usize,
    ) -> Option<Self> {
        let mut reached = 0.0;
        let steps = values.map(|(value, share)| {
            reached += share;
            (value, reached)
        });
        let (values, mut shares): (Vec<f64>, Vec<f64>) = steps.unzip();
        // Sums of many shares end a hair off one, and nothing is longer than anything seen.
        *shares.last_mut()? = 1.0;
        Some(Self { values, shares, finished })
    }

    /// How things go on from their beginning, each day of age as so many units; steps that say hardly more than the one
    /// before them are left out. `None` when nothing ever ended.
    pub(crate) fn of_course(course: &Course, units_a_day: f64, finished: usize) -> Option<Self> {
        let mut steps = course.shares().peekable();
        let (mut values, mut shares, mut told) = (Vec::new(), Vec::new(), 0.0);
        while let Some((age, share)) = steps.next() {
            if share - told >= LEAST_STEP || steps.peek().is_none() {
                values.push(age * units_a_day);
                shares.push(share);
                told = share;
            }
        }
        (!values.is_empty()).then_some(Self { values, shares, finished })
    }

    /// Steps as they were given by [`Self::steps`]. `None` when there are none, or when they do not rise.
    pub(crate) fn of_steps(values: Vec<f64>, shares: Vec<f64>, finished: usize) -> Option<Self> {
        let rises = |steps: &[f64]| steps.is_sorted() && steps.iter().all(|step| step.is_finite());
        let are_steps = !values.is_empty() && values.len() == shares.len();
        (are_steps && rises(&values) && rises(&shares)).then_some(Self { values, shares, finished })
    }

    /// Durations, and the share at or below each of them.
    pub(crate) fn steps(&self) -> impl Iterator<Item = (f64, f64)> {
        self.values.iter().copied().zip(self.shares.iter().copied())
    }

    /// How many finished pieces of work it rests on.
    pub fn finished(&self) -> usize {
        self.finished
    }

    /// The duration at a point `u` in [0, 1) of the distribution.
    pub fn at(&self, u: f64) -> Draw {
        match self.values.get(self.shares.partition_point(|share| *share <= u)) {
            Some(value) => Draw::Lasts(*value),
            None => Draw::Beyond(self.longest()),
        }
    }

    /// The whole duration of something that has lasted `age` already, at a point `u` of what is left of the
    /// distribution; `None` when nothing seen ever lasted that long.
    pub fn at_given(&self, age: f64, u: f64) -> Option<Draw> {
        let below = match self.values.partition_point(|value| *value <= age) {
            0 => 0.0,
            steps if steps == self.values.len() => return None,
            steps => self.shares[steps - 1],
        };
        Some(self.at(below + u * (1.0 - below)))
    }

    /// What is left of something that has lasted `age` already, at the middle of each of `count` equal shares of what can
    /// still come, ascending; nothing when nothing seen ever lasted that long. The same as [`Self::at_given`] at these
    /// points, in one go.
    pub(crate) fn middles(&self, age: f64, count: usize) -> Vec<Draw> {
        let begin = self.values.partition_point(|value| *value <= age);
        let below = match begin {
            0 => 0.0,
            steps if steps == self.values.len() => return Vec::new(),
            steps => self.shares[steps - 1],
        };
        let mut step = begin;
        let middles = (0..count).map(|place| {
            let u = below + (real(place) + 0.5) / real(count) * (1.0 - below);
            while self.shares.get(step).is_some_and(|share| *share <= u) {
                step += 1;
            }
            match self.values.get(step) {
                Some(value) => Draw::Lasts(*value - age),
                None => Draw::Beyond((self.longest() - age).max(0.0)),
            }
        });
        middles.collect()
    }

    /// The value below which a share of all lies; the longest when it is never reached.
    pub fn quantile(&self, level: f64) -> f64 {
        let step = self.shares.partition_point(|share| *share < level - 1e-12);
        self.values.get(step).copied().unwrap_or_else(|| self.longest())
    }

    fn longest(&self) -> f64 {
        self.values[index(real(self.values.len()), self.values.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::Alike;
    use crate::elapsed::{Borrowing, Likeness, Model, Past};

    #[test]
    fn a_sample_is_drawn_evenly() {
        let durations = Durations::of_sample(vec![1.0, 2.0, 3.0, 4.0]).unwrap();
        assert_eq!(durations.at(0.0), Draw::Lasts(1.0));
        assert_eq!(durations.at(0.2499), Draw::Lasts(1.0));
        assert_eq!(durations.at(0.25), Draw::Lasts(2.0));
        assert_eq!(durations.at(0.9999), Draw::Lasts(4.0));
        assert!((durations.quantile(0.5) - 2.0).abs() < f64::EPSILON);
        assert!(Durations::of_sample(Vec::new()).is_none());
    }

    /// Five of ten ended, one a day; five are still open.
    fn half_open() -> Durations {
        let days: Vec<f64> = (1..=5).map(f64::from).collect();
        let shares = days.iter().map(|day| day / 10.0).collect();
        Durations::of_steps(days, shares, 5).unwrap()
    }

    #[test]
    fn what_never_finished_is_drawn_as_beyond() {
        assert_eq!(half_open().at(0.45), Draw::Lasts(5.0));
        assert_eq!(half_open().at(0.55), Draw::Beyond(5.0));
    }

    #[test]
    fn weights_are_shares() {
        let durations = Durations::of_weighted([(1.0, 0.7), (2.0, 0.2), (9.0, 0.1)].into_iter(), 3);
        let durations = durations.unwrap();
        for (level, value) in [(0.5, 1.0), (0.85, 2.0), (0.95, 9.0)] {
            assert!((durations.quantile(level) - value).abs() < f64::EPSILON, "{level}");
        }
        assert_eq!(durations.at(0.999_999_999), Draw::Lasts(9.0));
        assert_eq!(Durations::of_weighted(std::iter::empty(), 0), None);
    }

    #[test]
    fn a_course_says_the_same_drawn_and_asked() {
        let mut past = Past::default();
        let alike = |group| Alike { group, kind: "", person: "" };
        for thing in 0..600_i64 {
            // One team takes up to twenty days, the other is quick and stops at what it has not ended by then.
            let days = if thing % 2 == 0 { thing % 20 } else { thing % 4 };
            let to = (thing % 7 > 0).then_some((thing + days) * 86_400);
            past.add(
                thing * 86_400,
                to,
                alike(["slow", "quick"][usize::from(thing % 2 > 0)]),
                None,
            );
        }
        let model = Model { half_life_days: 90.0, likenesses: &[Likeness::Team] };
        for group in ["slow", "quick", "nobody"] {
            let traits = past.traits_like(&model, alike(group), None);
            let course = past.at(600 * 86_400).course(&model, &traits, 0.0);
            let durations = Durations::of_course(&course, 24.0, 1).unwrap();
            for level in [0.1, 0.3, 0.5, 0.7, 0.8] {
                let asked = course.quantiles([level], Borrowing::Always)[0].unwrap();
                let drawn = durations.quantile(level) / 24.0;
                assert!((asked - drawn).abs() < 1e-9, "{group} at {level}: {asked}, drawn {drawn}");
            }
        }
    }

    #[test]
    fn middles_are_what_is_drawn_one_by_one() {
        let of_sample = Durations::of_sample(vec![1.0, 2.0, 2.0, 5.0]).unwrap();
        for durations in [half_open(), of_sample] {
            for age in [0.0, 0.5, 1.0, 4.0, 4.5, 8.0, 20.0] {
                let middles = durations.middles(age, 64);
                for (place, middle) in middles.iter().enumerate() {
                    let drawn = durations.at_given(age, (real(place) + 0.5) / 64.0).unwrap();
                    let left = match drawn {
                        Draw::Lasts(whole) => Draw::Lasts(whole - age),
                        Draw::Beyond(longest) => Draw::Beyond((longest - age).max(0.0)),
                    };
                    assert_eq!(*middle, left, "{age}, {place}");
                }
                assert_eq!(middles.is_empty(), durations.at_given(age, 0.5).is_none(), "{age}");
            }
        }
    }

    #[test]
    fn age_leaves_only_what_is_longer() {
        let durations = Durations::of_sample(vec![1.0, 2.0, 3.0, 4.0]).unwrap();
        assert_eq!(durations.at_given(2.0, 0.0), Some(Draw::Lasts(3.0)));
        assert_eq!(durations.at_given(2.0, 0.6), Some(Draw::Lasts(4.0)));
        assert_eq!(durations.at_given(0.5, 0.0), Some(Draw::Lasts(1.0)));
        assert_eq!(durations.at_given(4.0, 0.5), None, "nothing ever lasted longer");
    }
}
