//! What a change does to everybody, trial by trial.
//!
//! A baseline keeps for each task in which trials it is in time: one bit a trial. A variant is played with the same luck,
//! and its bits are held against those: who loses and who wins by the change is counted, and no chance of the trials
//! blurs it. What the change cannot touch is not looked at, and played only where others wait for it, from the last stop
//! before it.
//!
//! Bits also answer what no multiplication of chances can: how often several promises are kept together.

use std::num::NonZeroU32;
use std::ops::Range;

use super::answer::{Answer, Forecast, Trials, forecast, in_shares, number};
use super::bank::{BLOCK, Lanes};
use super::course::{Course, Step};
use super::isa::{self, Count, Work};
use super::kernel::{See, Table};
use super::scale::{Scale, Tally, scales};
use super::scenario::{Change, ChangeError, Scenario};
use super::stop::{Given, Keeping, Pieces, Stop};
use crate::number::real;
use crate::runs::Share;

/// A scenario with what its trials say, kept so that variants can be held against it.
#[derive(Debug, Clone)]
pub struct Baseline {
    scenario: Scenario,
    course: Course,
    trials: Trials,
    forecast: Forecast,
    /// For each block and each task by place: the trials in which it is in time.
    kept: Vec<Vec<u64>>,
    /// Where a variant can begin.
    stops: Vec<Stop>,
}

/// What a change does to one task.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The task's key.
    pub key: u64,
    /// What was said of it before; `None` for a new one.
    pub before: Option<Answer>,
    /// What is said of it now.
    pub after: Answer,
    /// The share of trials in which it is no longer in time.
    pub lost: f64,
    /// The share of trials in which it is in time only now.
    pub won: f64,
    /// In how many trials.
    pub trials: usize,
}

impl Baseline {
    /// Plays a scenario and keeps what variants are held against: a bit for each task and trial.
    pub fn of(scenario: Scenario, seed: u64, trials: Trials) -> Self {
        let course = Course::of(&scenario, seed);
        let forecast = forecast(&course, trials);
        let blocks = forecast.trials / BLOCK;
        let pieces = Pieces::of(&scenario, &course, blocks);
        let parts = in_shares(blocks, trials.threads, |blocks| {
            isa::run(trials.isa, Keeping { pieces: &pieces, tasks: course.tasks(), blocks })
        });
        let (kept, left) = parts.into_iter().flatten().unzip();
        let stops = pieces.with(left);
        Self { scenario, course, trials, forecast, kept, stops }
    }

    /// What was played.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What its trials say.
    pub fn forecast(&self) -> &Forecast {
        &self.forecast
    }

    /// Bytes that are kept for variants, beside what the forecast itself takes.
    pub fn memory(&self) -> usize {
        let bits: usize = self.kept.iter().map(|block| size_of_val(block.as_slice())).sum();
        let left = self.stops.iter().flat_map(|stop| &stop.blocks);
        bits + left.map(|block| size_of_val(block.as_slice())).sum::<usize>()
    }

    /// The share of trials in which all of some tasks, by place, are in time, with its standard error. Counted, never
    /// multiplied: promises that wait for the same people are kept and missed together.
    pub fn all_kept(&self, tasks: &[usize]) -> Share {
        let all = |block: &Vec<u64>| tasks.iter().fold(u64::MAX, |all, task| all & block[*task]);
        let count: u32 = self.kept.iter().map(|block| all(block).count_ones()).sum();
        let n = real(self.forecast.trials).max(1.0);
        let share = f64::from(count) / n;
        Share { share, error: (share * (1.0 - share) / n).sqrt() }
    }
}

/// What changes do to every task that they can touch, in the order in which these are taken up; all others stay as they
/// are in every trial.
///
/// # Errors
/// [`ChangeError`] when a change cannot be made.
pub fn what_if(
    baseline: &Baseline,
    changes: &[Change],
    threads: NonZeroU32,
) -> Result<Vec<Effect>, ChangeError> {
    let (variant, before) = baseline.scenario.changed_with_origins(changes)?;
    let touched = touched(&baseline.scenario, &variant, &before);
    let stop = baseline.stop_before(&variant, &before, &touched);
    let begin = stop.as_ref().map_or(0, |(stop, _)| stop.behind);
    let given = stop.as_ref().map(|(_, given)| given.clone()).unwrap_or_default();
    let course = baseline.course.beside(&variant, &needed(&variant, begin, &touched), &given);
    let left: &[Vec<Lanes>] = stop.as_ref().map_or(&[], |(stop, _)| &stop.blocks);
    // What is looked at of each step, by number, and where that task was before.
    let mut seen = Vec::new();
    let marks: Vec<Option<usize>> = course
        .order()
        .iter()
        .map(|task| {
            touched[*task].then(|| {
                seen.push((*task, before[*task]));
                seen.len() - 1
            })
        })
        .collect();
    let isa = baseline.trials.isa;
    let blocks = baseline.kept.len();
    let scales = scales((&course, left), (&marks, seen.len()), blocks, (threads, isa));
    let parts = in_shares(blocks, threads, |blocks| {
        let (course, marks, scales, seen) = (&course, &marks, &scales, &seen);
        let kept = &baseline.kept;
        isa::run(isa, Comparing { course, marks, scales, seen, kept, left, blocks })
    });
    let trials = blocks * BLOCK;
    let effect = |(place, (task, was)): (usize, &(usize, Option<usize>))| {
        let mut all = Compared::default();
        parts.iter().for_each(|part| all.add(&part[place]));
        Effect {
            key: variant.network().tasks[*task].key,
            before: was.map(|was| baseline.forecast.answers[was]),
            after: all.tally.answer(&scales[place], trials),
            lost: f64::from(all.lost) / real(trials),
            won: f64::from(all.won) / real(trials),
            trials,
        }
    };
    Ok(seen.iter().enumerate().map(effect).collect())
}

impl Baseline {
    /// The last stop before anything is otherwise in a variant, with what is taken over from there.
    fn stop_before(
        &self,
        variant: &Scenario,
        origins: &[Option<usize>],
        touched: &[bool],
    ) -> Option<(&Stop, Given)> {
        let old = self.scenario.order().iter().map(|place| Some(*place));
        let new = variant.order().iter();
        let same = new.zip(old).take_while(|(new, old)| !touched[**new] && origins[**new] == *old);
        let same = same.count();
        let mut stops = self.stops.iter().rev().filter(|stop| stop.behind <= same);
        stops.find_map(|stop| {
            let given = stop.given(&self.scenario, variant, origins)?;
            has_all(variant, stop.behind, &given).then_some((stop, given))
        })
    }
}

impl Effect {
    /// Whether it comes in time only now in some trial. After more work was put in, that is an anomaly of taking up work
    /// in order (Graham, Bell System Technical Journal 45, 1966): to be told, never to be taken for a gain.
    pub fn gains(&self) -> bool {
        self.before.is_some() && self.won > 0.0
    }

    /// The change of its chance to be in time, with its standard error: that of a difference in pairs.
    pub fn change(&self) -> Share {
        let share = self.won - self.lost;
        let variance = (self.won + self.lost - share * share).max(0.0);
        Share { share, error: (variance / real(self.trials).max(1.0)).sqrt() }
    }
}

/// Which tasks of a variant, by place, may end otherwise than before: those that are themselves otherwise, those that
/// wait for such, and what a team does behind the first of them.
fn touched(base: &Scenario, variant: &Scenario, before: &[Option<usize>]) -> Vec<bool> {
    let (old, new) = (base.network(), variant.network());
    // What the team does next in the baseline: where that is not what it does in the variant, it goes another way.
    let mut queues: Vec<Vec<usize>> = vec![Vec::new(); old.teams.len()];
    for place in base.order().iter().rev() {
        queues[old.tasks[*place].team].push(*place);
    }
    let mut otherwise: Vec<bool> =
        new.teams.iter().zip(&old.teams).map(|(new, old)| new != old).collect();
    let (mut moved, mut touched) = (vec![false; new.tasks.len()], vec![false; new.tasks.len()]);
    for place in variant.order() {
        let task = &new.tasks[*place];
        let next = queues[task.team].pop();
        let is_next = next.is_some() && next == before[*place];
        let is_same = before[*place].is_some_and(|was| {
            let old_task = &old.tasks[was];
            let waits = task.after.iter().map(|on| before[*on]);
            (old_task.work, old_task.arrival) == (task.work, task.arrival)
                && waits.eq(old_task.after.iter().copied().map(Some))
        });
        let waits = task.after.iter().any(|before| moved[*before]);
        if otherwise[task.team] || !is_next || !is_same || waits {
            otherwise[task.team] = true;
            moved[*place] = true;
        }
        // Another due moves nobody; it changes whether this one is in time.
        let has_due = before[*place].is_some_and(|was| same(old.tasks[was].due, task.due));
        touched[*place] = moved[*place] || !has_due;
    }
    touched
}

/// Whether everything is given that tasks from a place of the order on wait for and that comes before it: a change may
/// let a task wait for one that nobody waited for.
fn has_all(variant: &Scenario, begin: usize, given: &Given) -> bool {
    let network = variant.network();
    let mut is_there = vec![false; network.tasks.len()];
    given.done.iter().for_each(|(task, _)| is_there[*task] = true);
    variant.order()[begin..].iter().all(|place| {
        let has = network.tasks[*place].after.iter().all(|before| is_there[*before]);
        is_there[*place] = true;
        has
    })
}

/// What has to be played from a place of the order on to know how some tasks end, in that order: they themselves, what
/// they wait for, and what the teams of those do before.
fn needed(variant: &Scenario, begin: usize, touched: &[bool]) -> Vec<usize> {
    let network = variant.network();
    let (mut needed, mut by_team) = (touched.to_vec(), vec![false; network.teams.len()]);
    let mut part = Vec::new();
    for place in variant.order()[begin..].iter().rev() {
        let task = &network.tasks[*place];
        if needed[*place] || by_team[task.team] {
            by_team[task.team] = true;
            task.after.iter().for_each(|before| needed[*before] = true);
            part.push(*place);
        }
    }
    part.reverse();
    part
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits()
}

/// Plays a variant and holds what is looked at against the baseline.
struct Comparing<'a> {
    course: &'a Course,
    marks: &'a [Option<usize>],
    scales: &'a [Scale],
    seen: &'a [(usize, Option<usize>)],
    kept: &'a [Vec<u64>],
    /// What the stop keeps for each block from which it is played; nothing from the beginning.
    left: &'a [Vec<Lanes>],
    blocks: Range<usize>,
}

/// What is counted of a task.
#[derive(Debug, Clone, Copy, Default)]
struct Compared {
    tally: Tally,
    lost: u32,
    won: u32,
}

impl Compared {
    fn add(&mut self, other: &Self) {
        self.tally.add(&other.tally);
        self.lost += other.lost;
        self.won += other.won;
    }
}

impl Work for Comparing<'_> {
    type Output = Vec<Compared>;

    #[inline(always)]
    fn run<C: Count>(self, count: C) -> Self::Output {
        let Self { course, marks, scales, seen, kept, left, blocks } = self;
        let all = vec![Compared::default(); seen.len()];
        let mut held = Held { count, marks, scales, seen, before: &[], all };
        let mut table = Table::of(course);
        for block in blocks {
            held.before = &kept[block];
            let left = left.get(block).map_or(&[][..], Vec::as_slice);
            table.play_from(course, number(block), left, &mut held);
        }
        held.all
    }
}

struct Held<'a, C> {
    count: C,
    marks: &'a [Option<usize>],
    scales: &'a [Scale],
    seen: &'a [(usize, Option<usize>)],
    /// The bits of the baseline in this block.
    before: &'a [u64],
    all: Vec<Compared>,
}

impl<C: Count> See for Held<'_, C> {
    #[inline(always)]
    fn see(&mut self, number: usize, step: &Step, finish: &Lanes) {
        let Some(mark) = self.marks[number] else { return };
        let compared = &mut self.all[mark];
        let now = compared.tally.count(self.count, &self.scales[mark], step, finish);
        if let Some(was) = self.seen[mark].1.map(|was| self.before[was]) {
            compared.lost += (was & !now).count_ones();
            compared.won += (now & !was).count_ones();
        }
    }
}
