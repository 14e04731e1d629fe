//! Plays a plan for the sake of some of its items, and puts right by event dispatch what the fast rule is off.
//!
//! Many trials by rule E tell how things hang together; some hundreds by event dispatch, with luck that rule E has played
//! too, tell how far its dates are off. Each tracked item is shifted by the difference at its level: its chances and
//! dates are then those of event dispatch, and trial by trial it still goes with everything else
//! (`docs/model/engine.md`).

use std::num::NonZeroU32;
use std::ops::Range;

use super::answer::{in_shares, number};
use super::bank::{BLOCK, Lanes};
use super::clock::Clock;
use super::course::{Course, Step};
use super::isa::{self, Count, Isa, Work};
use super::kernel::{See, Table};
use super::plan_course::PlanCourse;
use crate::number::{index, real};
use crate::plan::{Plan, PlanError};
use crate::runs::{NEVER, Outcome, Runs, in_order};
use crate::simulate::{self, Play};

#[cfg(test)]
mod tests;

/// Levels at which the two rules are compared; between them goes a straight line.
const LEVELS: [f64; 7] = [0.05, 0.15, 0.25, 0.5, 0.75, 0.85, 0.95];

/// Plays a plan by rule E, put right by some trials of event dispatch, and keeps when the tracked items began and were
/// done in each trial.
///
/// Both numbers of trials are rounded up to whole blocks of 64. `judged` is how many are played by event dispatch: 0 for
/// none, and never more than are played in all.
///
/// # Errors
/// [`PlanError`] when the plan cannot be played.
pub fn play(plan: &Plan, tracked: &[usize], play: Play, judged: u32) -> Result<Runs, PlanError> {
    let laid = PlanCourse::of(plan, tracked, play.seed)?;
    let mut marks = vec![None; laid.course.tasks()];
    let steps: Vec<Option<usize>> = tracked.iter().map(|item| laid.step(*item)).collect();
    let mut seen = Vec::new();
    for step in steps.iter().flatten() {
        marks[*step].get_or_insert_with(|| {
            seen.push(*step);
            seen.len() - 1
        });
    }
    let (course, isa) = (&laid.course, Isa::best());
    let blocks = wide(play.trials.get()).div_ceil(BLOCK);
    let parts: Vec<Vec<Times>> = in_shares(blocks, play.threads, |blocks| {
        isa::run(isa, Tracking { course, marks: &marks, count: seen.len(), blocks })
    });
    let dispatched = dispatched(&laid, tracked, judged.min(play.trials.get()), play.threads);
    let outcomes = in_shares(tracked.len(), play.threads, |places| {
        let of = |place: usize| {
            let mark = steps[place].and_then(|step| marks[step]);
            let times = mark.map(|mark| joined(&parts, mark)).unwrap_or_default();
            let dispatched: Vec<i64> = dispatched.iter().map(|done| done[place]).collect();
            outcome(laid.clock(tracked[place]), &times, &dispatched)
        };
        places.map(of).collect::<Vec<_>>()
    });
    Ok(Runs::of_outcomes(plan.at, outcomes.concat()))
}

/// When an item began and was done, trial by trial, by its clock.
#[derive(Debug, Clone, Default)]
struct Times {
    began: Vec<f32>,
    done: Vec<f32>,
}

fn joined(parts: &[Vec<Times>], mark: usize) -> Times {
    let mut all = Times::default();
    for part in parts {
        all.began.extend(&part[mark].began);
        all.done.extend(&part[mark].done);
    }
    all
}

/// Plays some trials by event dispatch, with the luck of the course; for each trial when the tracked items are done.
fn dispatched(
    laid: &PlanCourse<'_>,
    tracked: &[usize],
    trials: u32,
    threads: NonZeroU32,
) -> Vec<Vec<i64>> {
    let blocks = wide(trials).div_ceil(BLOCK);
    let parts = in_shares(blocks, threads, |blocks| {
        let mut table = simulate::Table::of(&laid.layout);
        let trials = blocks.start * BLOCK..blocks.end * BLOCK;
        let played = trials.map(|trial| {
            let trial = u32::try_from(trial).unwrap_or(u32::MAX);
            laid.layout.dispatched(&mut table, &|item| laid.drawn(item, trial), tracked)
        });
        played.collect::<Vec<_>>()
    });
    parts.concat()
}

/// What the trials say of an item.
fn outcome(clock: &Clock, times: &Times, dispatched: &[i64]) -> Outcome {
    let ranked = Ranked::of(&times.done);
    let shift = Shift::of(clock, &times.done, &ranked, dispatched);
    let second = |hours: f32| clock.second_at(hours).unwrap_or(NEVER);
    let moved = ranked.times.iter().map(|done| second(shift.moved(*done, clock.now())));
    let done: Vec<i64> = moved.collect();
    let mut began = times.began.clone();
    let median = in_order(began.len(), 0.5 * real(began.len()));
    let median = median.map(|place| *began.select_nth_unstable_by(place, f32::total_cmp).1);
    Outcome::in_order(&done, &ranked.trials, median.map_or(NEVER, second))
}

/// Finishes, the earliest first, and in which trials those are.
struct Ranked {
    times: Vec<f32>,
    trials: Vec<usize>,
}

impl Ranked {
    fn of(done: &[f32]) -> Self {
        // No finish is below 0, and the bits of such numbers are in the order of their values.
        let keys = done.iter().zip(0_u32..);
        let mut keys: Vec<u64> =
            keys.map(|(done, trial)| u64::from(done.to_bits()) << 32 | u64::from(trial)).collect();
        keys.sort_unstable();
        let low = |key: &u64| u32::try_from(key & 0xFFFF_FFFF).unwrap_or(u32::MAX);
        let times = keys.iter().map(|key| f32::from_bits(low(&(key >> 32)))).collect();
        Self { times, trials: keys.iter().map(|key| wide(low(key))).collect() }
    }
}

/// By how much the finishes of an item are moved: a line through points, flat beyond them.
#[derive(Debug, Default)]
struct Shift {
    /// A finish by the fast rule, and where it is moved to; ascending in both.
    points: Vec<(f32, f32)>,
}

impl Shift {
    fn of(clock: &Clock, done: &[f32], ranked: &Ranked, dispatched: &[i64]) -> Self {
        let by_rule = sorted(done[..dispatched.len().min(done.len())].to_vec());
        let by_clock = |second: &i64| match *second {
            NEVER => f32::INFINITY,
            second => clock.at_second(second),
        };
        let judged = sorted(dispatched.iter().map(by_clock).collect());
        let mut points = Vec::with_capacity(LEVELS.len());
        for level in LEVELS.into_iter().filter(|_| !dispatched.is_empty()) {
            let (from, rule, judge) =
                (at(&ranked.times, level), at(&by_rule, level), at(&judged, level));
            let moved = from + judge - rule;
            if moved.is_finite() && from.is_finite() {
                // Two levels in one place, or in another order, are one point.
                let least = points.last().map_or(f32::MIN, |last: &(f32, f32)| last.1);
                let is_new = points.last().is_none_or(|last| last.0 < from);
                if is_new {
                    points.push((from, if moved > least { moved } else { least }));
                }
            }
        }
        Self { points }
    }

    fn moved(&self, done: f32, now: f32) -> f32 {
        let after = self.points.partition_point(|point| point.0 < done);
        let before = after.checked_sub(1).map(|before| self.points[before]);
        let moved = match (before, self.points.get(after).copied()) {
            (None, None) => done,
            (Some((from, to)), None) | (None, Some((from, to))) => done + (to - from),
            (Some((from, to)), Some((next, next_to))) => {
                to + (done - from) / (next - from) * (next_to - to)
            }
        };
        if moved > now { moved } else { now }
    }
}

fn sorted(mut times: Vec<f32>) -> Vec<f32> {
    times.sort_unstable_by(f32::total_cmp);
    times
}

/// The value at a level of sorted ones.
fn at(sorted: &[f32], level: f64) -> f32 {
    let rank = index((real(sorted.len()) * level).ceil() - 1.0, sorted.len());
    sorted.get(rank).copied().unwrap_or(f32::INFINITY)
}

struct Tracking<'a> {
    course: &'a Course,
    /// For each step where it is noted, if it is.
    marks: &'a [Option<usize>],
    count: usize,
    blocks: Range<usize>,
}

impl Work for Tracking<'_> {
    type Output = Vec<Times>;

    #[inline(always)]
    fn run<C: Count>(self, _: C) -> Vec<Times> {
        let Self { course, marks, count, blocks } = self;
        let mut noted = Noted { marks, times: vec![Times::default(); count] };
        let mut table = Table::of(course);
        for block in blocks {
            table.play(course, number(block), &mut noted);
        }
        noted.times
    }
}

struct Noted<'a> {
    marks: &'a [Option<usize>],
    times: Vec<Times>,
}

impl See for Noted<'_> {
    #[inline(always)]
    fn see(&mut self, number: usize, _: &Step, finish: &Lanes) {
        if let Some(mark) = self.marks[number] {
            self.times[mark].done.extend_from_slice(finish);
        }
    }

    #[inline(always)]
    fn see_begin(&mut self, number: usize, begin: &Lanes) {
        if let Some(mark) = self.marks[number] {
            self.times[mark].began.extend_from_slice(begin);
        }
    }
}

fn wide(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
