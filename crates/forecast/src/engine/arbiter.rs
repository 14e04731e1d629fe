//! The judge over the fast rule: event dispatch, in fewer trials, says how far the fast rule is off.
//!
//! Rule E is nearly what people do, and a hundred times faster to play. A few hundred trials of event dispatch, which is
//! what they do, are played with luck that rule E has played too; what both give differs by the rule alone. That
//! difference is added to the answer of all trials: a control variate (Glasserman, Monte Carlo Methods in Financial
//! Engineering, 2003, section 4.1, with a coefficient of one).

use std::num::NonZeroU32;

use super::answer::{Answer, LEVELS, finishes, in_shares, number};
use super::bank::BLOCK;
use super::course::Course;
use super::isa::Isa;
use super::oracle::dispatch;
use super::scenario::Scenario;
use crate::number::{index, real};

/// What event dispatch says of some trials, beside what the fast rule says of the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// For each task: what event dispatch says.
    pub dispatch: Vec<Answer>,
    /// For each task: what the rule of the course says.
    pub rule: Vec<Answer>,
    /// In how many trials.
    pub trials: usize,
}

/// Event dispatch alone, in so many trials, rounded up to whole blocks of 64: what it says of each task, and in how many
/// trials.
pub fn dispatched(
    scenario: &Scenario,
    course: &Course,
    trials: NonZeroU32,
) -> (Vec<Answer>, usize) {
    let network = scenario.network();
    let trials = super::answer::wide(trials).div_ceil(BLOCK) * BLOCK;
    let mut all = vec![Vec::with_capacity(trials); network.tasks.len()];
    for trial in 0..trials {
        let done = dispatch(network, &course.luck(number(trial))).done;
        all.iter_mut().zip(done).for_each(|(task, done)| task.push(done));
    }
    let answers = network.tasks.iter().zip(all).map(|(task, done)| sorted_answer(done, task.due));
    (answers.collect(), trials)
}

/// The finishes of one task, trial by trial.
#[derive(Debug, Clone, Default)]
struct Both {
    dispatch: Vec<f64>,
    rule: Vec<f64>,
}

/// Plays so many trials both ways; rounded up to whole blocks of 64.
pub fn judge(
    scenario: &Scenario,
    course: &Course,
    trials: NonZeroU32,
    threads: NonZeroU32,
    isa: Isa,
) -> Judged {
    let blocks = super::answer::wide(trials).div_ceil(BLOCK);
    let network = scenario.network();
    let parts = in_shares(blocks, threads, |blocks| {
        let mut both = vec![Both::default(); network.tasks.len()];
        for block in blocks {
            for (task, done) in both.iter_mut().zip(finishes(course, number(block), isa)) {
                task.rule.extend(done);
            }
            for lane in 0..BLOCK {
                let luck = course.luck(number(block * BLOCK + lane));
                for (task, done) in both.iter_mut().zip(dispatch(network, &luck).done) {
                    task.dispatch.push(done);
                }
            }
        }
        both
    });
    let (mut judged, mut ruled) = (Vec::new(), Vec::new());
    for (place, task) in network.tasks.iter().enumerate() {
        let all = |of: fn(&Both) -> &[f64]| -> Vec<f64> {
            parts.iter().flat_map(|part| of(&part[place])).copied().collect()
        };
        judged.push(sorted_answer(all(|both| &both.dispatch), task.due));
        ruled.push(sorted_answer(all(|both| &both.rule), task.due));
    }
    Judged { dispatch: judged, rule: ruled, trials: blocks * BLOCK }
}

impl Judged {
    /// The answers of many trials of the rule, put right by what the few say of its error.
    pub fn corrected(&self, answers: &[Answer]) -> Vec<Answer> {
        let both = self.dispatch.iter().zip(&self.rule);
        let put_right = |(answer, (judged, ruled)): (&Answer, (&Answer, &Answer))| {
            let mut right = *answer;
            let quantiles =
                right.quantiles.iter_mut().zip(judged.quantiles.iter().zip(ruled.quantiles));
            for (right, (judged, ruled)) in quantiles {
                *right = (*right + judged - ruled).max(0.0);
            }
            right.keep = (right.keep + judged.keep - ruled.keep).clamp(0.0, 1.0);
            right
        };
        answers.iter().zip(both).map(put_right).collect()
    }
}

/// What sorted trials say: the quantile at rank nq, rounded up.
fn sorted_answer(mut done: Vec<f64>, due: f64) -> Answer {
    done.sort_by(f64::total_cmp);
    let count = real(done.len());
    let quantiles = LEVELS.map(|level| done[index((count * level).ceil() - 1.0, done.len())]);
    let kept = done.partition_point(|done| *done <= due);
    Answer { quantiles, keep: real(kept) / count.max(1.0) }
}
