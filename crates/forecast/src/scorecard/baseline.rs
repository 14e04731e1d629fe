//! Plainer ways to say how long something takes, to be better than: each in its usual form, without tuning.

use std::collections::BTreeMap;

use crate::backtest::{Question, Record};
use crate::number::{index, real, real_seconds};
use crate::random::Seed;

const DAY: i64 = 86_400;
/// With fewer ended rows a sample says nothing.
const LEAST_ENDED: usize = 30;
/// Weeks and days of the past from which a throughput is drawn.
const WATCHED_DAYS: usize = 90;
/// So many futures are drawn, up to so many days.
const FUTURES: u32 = 200;
const LONGEST_DAYS: u32 = 1100;

/// A plainer way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// The date, or the estimate, that was really given.
    Given,
    /// The estimate times what all of them came to so far.
    MeanRatio,
    /// Drawn from what is finished (as in evidence-based scheduling), without what is open.
    ClosedOnly,
    /// When all that is open will be done, drawn from how much was finished a day (as the best-known flow tools do).
    Throughput,
}

/// What the plainer ways know as a replay goes on.
#[derive(Debug)]
pub(super) struct Plainer<'a> {
    records: &'a [Record],
    question: Question,
    /// Rows in the order in which they ended, and how many of them have.
    by_end: Vec<usize>,
    ended: usize,
    /// Rows in the order in which they began, and how many of them have.
    starts: Vec<i64>,
    /// What is finished took, ascending: days, or ratios.
    took: Vec<f64>,
    actuals: f64,
    estimates: f64,
    /// How many ended on a day.
    a_day: BTreeMap<i64, usize>,
    /// What the throughput said last, and on which day.
    said: Option<(i64, Vec<f64>)>,
}

/// An answer at any level.
type Answer<'a> = Box<dyn Fn(f64) -> Option<f64> + 'a>;

impl<'a> Plainer<'a> {
    pub(super) fn of(records: &'a [Record], question: Question) -> Self {
        let mut by_end: Vec<usize> =
            (0..records.len()).filter(|place| records[*place].done.is_some()).collect();
        by_end.sort_by_key(|place| records[*place].done);
        let mut starts: Vec<i64> = records.iter().map(|record| record.made).collect();
        starts.sort_unstable();
        Self {
            records,
            question,
            by_end,
            ended: 0,
            starts,
            took: Vec::new(),
            actuals: 0.0,
            estimates: 0.0,
            a_day: BTreeMap::new(),
            said: None,
        }
    }

    /// What each would have said of a row of an age in days, from what was known at an instant; these never go back.
    pub(super) fn at(
        &mut self,
        at: i64,
        record: &'a Record,
        age: f64,
    ) -> Vec<(Baseline, Answer<'_>)> {
        self.learn(at);
        let mut all: Vec<(Baseline, Answer<'_>)> = Vec::new();
        if self.question == Question::Effort {
            let Some(estimate) = record.estimate else { return all };
            all.push((Baseline::Given, Box::new(move |_| Some(estimate))));
            if self.took.len() >= LEAST_ENDED {
                let mean = self.actuals / self.estimates;
                all.push((Baseline::MeanRatio, Box::new(move |_| Some(estimate * mean))));
                let ratios = &self.took;
                let said = move |level| Some(estimate * sample_quantile(ratios, level));
                all.push((Baseline::ClosedOnly, Box::new(said)));
            }
            return all;
        }
        if let Some(promised) = record.promised.filter(|promised| *promised > at) {
            let days = real_seconds(promised - at) / real_seconds(DAY);
            all.push((Baseline::Given, Box::new(move |_| Some(days))));
        }
        let is_new = !matches!(self.question, Question::Remaining(_));
        if is_new && self.took.len() >= LEAST_ENDED {
            self.draw(at);
        }
        let longer = &self.took[self.took.partition_point(|took| !is_new && *took <= age)..];
        if longer.len() >= LEAST_ENDED {
            let said = move |level| Some(sample_quantile(longer, level) - age);
            all.push((Baseline::ClosedOnly, Box::new(said)));
        }
        if let Some((_, futures)) = self.said.as_ref().filter(|_| is_new) {
            let said = move |level| {
                Some(sample_quantile(futures, level)).filter(|d| *d < f64::from(LONGEST_DAYS))
            };
            all.push((Baseline::Throughput, Box::new(said)));
        }
        all
    }

    fn learn(&mut self, at: i64) {
        while let Some(place) = self.by_end.get(self.ended) {
            let record = &self.records[*place];
            let Some(done) = record.done.filter(|done| *done < at) else { break };
            self.ended += 1;
            *self.a_day.entry(done.div_euclid(DAY)).or_default() += 1;
            let took = match (self.question, record.estimate, record.actual) {
                (Question::Effort, Some(estimate), Some(actual)) if estimate > 0.0 => {
                    self.actuals += actual;
                    self.estimates += estimate;
                    actual / estimate
                }
                (Question::Effort, ..) => continue,
                _ => real_seconds(done - record.made) / real_seconds(DAY),
            };
            self.took.insert(self.took.partition_point(|other| *other < took), took);
        }
    }

    /// Draws when all that is open at a midnight will be done, and one more.
    fn draw(&mut self, at: i64) {
        let today = at.div_euclid(DAY);
        if self.said.as_ref().is_some_and(|(day, _)| *day == today) {
            return;
        }
        let begun = self.starts.partition_point(|start| *start < at);
        let open = begun.saturating_sub(self.ended) + 1;
        let days = (1..=WATCHED_DAYS).map(|back| {
            let day = today - i64::try_from(back).unwrap_or(0);
            self.a_day.get(&day).copied().unwrap_or(0)
        });
        let days: Vec<usize> = days.collect();
        let luck = Seed(u64::try_from(today).unwrap_or(0));
        let future = |trial: u32| {
            let (mut done, mut day) = (0, 0_u32);
            while done < open && day < LONGEST_DAYS {
                let u = luck.uniform(u64::from(day), trial);
                done += days[index(u * real(days.len()), days.len())];
                day += 1;
            }
            f64::from(day)
        };
        let mut futures: Vec<f64> = (0..FUTURES).map(future).collect();
        futures.sort_by(f64::total_cmp);
        self.said = Some((today, futures));
    }
}

/// The quantile of a sorted sample, by a line between its neighbours.
fn sample_quantile(sorted: &[f64], level: f64) -> f64 {
    let position = real(sorted.len() - 1) * level;
    let low = index(position, sorted.len());
    let high = (low + 1).min(sorted.len() - 1);
    sorted[low] + (sorted[high] - sorted[low]) * (position - real(low))
}
