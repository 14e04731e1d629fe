//! Dates and chances from many trials, without keeping the trials.
//!
//! A pilot of 256 trials shows about where the wanted quantiles of each task are. Then every trial is played and only
//! counted: how many finishes lie below each of twelve thresholds around them, and how many are in time. The quantile is
//! read off between two thresholds, on the scale on which a normal distribution is a straight line.
//!
//! Memory does not depend on the number of trials; counts are whole numbers, so that the answer does not depend on the
//! number of threads either.

use std::num::NonZeroU32;
use std::ops::Range;

use super::bank::{BLOCK, Lanes};
use super::course::{Course, Step};
use super::isa::{self, Count, Isa, THRESHOLDS, Work};
use super::kernel::{See, Table};
use crate::number::real;
use crate::random::normal_quantile;

/// The levels that are asked for.
pub const LEVELS: [f64; 3] = [0.5, 0.85, 0.95];
/// Where the thresholds around a level are, in standard errors of the pilot.
const AROUND: [f64; 4] = [-3.2, -1.1, 1.1, 3.2];
/// Blocks of the pilot.
pub(super) const PILOT_BLOCKS: usize = 4;
pub(super) const PILOT: usize = PILOT_BLOCKS * BLOCK;

/// How a course is to be played.
#[derive(Debug, Clone, Copy)]
pub struct Trials {
    /// How many times at least; it is rounded up to whole blocks of 64.
    pub count: NonZeroU32,
    /// On how many threads; the answer does not depend on it.
    pub threads: NonZeroU32,
    /// By which instructions; the answer does not depend on it.
    pub isa: Isa,
}

/// What the trials say of one task, in the unit of the network.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answer {
    /// Done by then in half, 85% and 95% of the trials: [`LEVELS`].
    pub quantiles: [f64; 3],
    /// The share of trials in which it is done by its due.
    pub keep: f64,
}

/// What the trials say.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// For each task of the network, in its order.
    pub answers: Vec<Answer>,
    /// How many trials there were.
    pub trials: usize,
    /// Bytes that were held at most, beside the network and the answers.
    pub memory: usize,
}

/// Plays a course and says when each of its tasks is done.
pub fn forecast(course: &Course, trials: Trials) -> Forecast {
    let blocks = wide(trials.count).div_ceil(BLOCK);
    let scales = scales(course, trials.isa);
    let tallies: Vec<Tallies> = in_shares(blocks, trials.threads, |blocks| {
        isa::run(trials.isa, Counting { course, scales: &scales, blocks })
    });
    let played = blocks * BLOCK;
    let mut answers = vec![Answer::default(); course.tasks()];
    for (step, (task, scale)) in course.tasks.iter().zip(&scales).enumerate() {
        let mut tally = Tally::default();
        tallies.iter().for_each(|part| tally.add(&part[step]));
        answers[*task] = tally.answer(scale, played);
    }
    let table = Table::of(course).bytes();
    let pilot = course.tasks() * size_of::<[f32; PILOT]>() + table;
    let main = wide(trials.threads) * (course.tasks() * size_of::<Tally>() + table);
    let memory = course.bytes() + course.tasks() * size_of::<Scale>() + pilot.max(main);
    Forecast { answers, trials: played, memory }
}

/// Does blocks on several threads, each an equal share of them one after another; what they give, in order.
pub(super) fn in_shares<T: Send>(
    blocks: usize,
    threads: NonZeroU32,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let share = blocks.div_ceil(wide(threads)).max(1);
    let shares = (0..blocks).step_by(share).map(|from| from..(from + share).min(blocks));
    let shares: Vec<Range<usize>> = shares.collect();
    if let [only] = shares.as_slice() {
        return vec![work(only.clone())];
    }
    let work = &work;
    std::thread::scope(|scope| {
        let started: Vec<_> =
            shares.into_iter().map(|share| scope.spawn(move || work(share))).collect();
        let joined = started.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined.map(|part| part.unwrap_or_else(|e| std::panic::resume_unwind(e))).collect()
    })
}

/// Plays a course and looks at nothing: what playing alone takes. Returns the sum of the last finishes.
pub fn play_only(course: &Course, trials: Trials) -> f64 {
    struct Playing<'a>(&'a Course, usize);
    impl Work for Playing<'_> {
        type Output = f64;

        #[inline(always)]
        fn run<C: Count>(self, _: C) -> f64 {
            let Self(course, blocks) = self;
            let mut last = Last { step: course.tasks().saturating_sub(1), sum: 0.0 };
            let mut table = Table::of(course);
            for block in 0..blocks {
                table.play(course, number(block), &mut last);
            }
            last.sum
        }
    }
    /// Adds up the finishes of the last step, so that playing is not left out as beside the point.
    struct Last {
        step: usize,
        sum: f64,
    }
    impl See for Last {
        #[inline(always)]
        fn see(&mut self, number: usize, _: &Step, finish: &Lanes) {
            if number == self.step {
                self.sum += f64::from(finish[0]);
            }
        }
    }
    isa::run(trials.isa, Playing(course, wide(trials.count).div_ceil(BLOCK)))
}

/// Plays one block and gives the finish of each task in each of its trials: what the oracle is compared with.
pub fn finishes(course: &Course, block: u64, isa: Isa) -> Vec<Vec<f64>> {
    struct Showing<'a>(&'a Course, u64);
    impl Work for Showing<'_> {
        type Output = Vec<Vec<f64>>;

        #[inline(always)]
        fn run<C: Count>(self, _: C) -> Self::Output {
            let Self(course, block) = self;
            let mut shown = Shown { course, finishes: vec![Vec::new(); course.tasks()] };
            Table::of(course).play(course, block, &mut shown);
            shown.finishes
        }
    }
    struct Shown<'a> {
        course: &'a Course,
        finishes: Vec<Vec<f64>>,
    }
    impl See for Shown<'_> {
        #[inline(always)]
        fn see(&mut self, number: usize, _: &Step, finish: &Lanes) {
            let finishes = finish.iter().copied().map(f64::from).collect();
            self.finishes[self.course.tasks[number]] = finishes;
        }
    }
    isa::run(isa, Showing(course, block))
}

/// How the finishes of a step are told in 256 levels, and against which levels they are counted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scale {
    /// The finish at level 0.
    zero: f32,
    /// Levels in one unit of time.
    rate: f32,
    thresholds: [u8; THRESHOLDS],
}

/// What is counted of a step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    below: [u32; THRESHOLDS],
    in_time: u32,
}

type Tallies = Vec<Tally>;

struct Counting<'a> {
    course: &'a Course,
    scales: &'a [Scale],
    blocks: Range<usize>,
}

impl Work for Counting<'_> {
    type Output = Tallies;

    #[inline(always)]
    fn run<C: Count>(self, count: C) -> Tallies {
        let Self { course, scales, blocks } = self;
        let mut counted =
            Counted { count, scales, tallies: vec![Tally::default(); course.tasks()] };
        let mut table = Table::of(course);
        for block in blocks {
            table.play(course, number(block), &mut counted);
        }
        counted.tallies
    }
}

struct Counted<'a, C> {
    count: C,
    scales: &'a [Scale],
    tallies: Tallies,
}

impl<C: Count> See for Counted<'_, C> {
    #[inline(always)]
    fn see(&mut self, number: usize, step: &Step, finish: &Lanes) {
        self.tallies[number].count(self.count, &self.scales[number], step, finish);
    }
}

/// Plays the pilot for all steps.
fn scales(course: &Course, isa: Isa) -> Vec<Scale> {
    let all: Vec<Option<usize>> = (0..course.tasks()).map(Some).collect();
    let seen = isa::run(isa, Piloting { course, marks: &all, count: course.tasks() });
    isa::run(isa, Scaling(&seen))
}

/// Plays the pilot, and keeps what it shows of some steps.
pub(super) struct Piloting<'a> {
    pub(super) course: &'a Course,
    /// Where what a step shows is kept, if it is.
    pub(super) marks: &'a [Option<usize>],
    pub(super) count: usize,
}

impl Work for Piloting<'_> {
    type Output = Vec<[f32; PILOT]>;

    #[inline(always)]
    fn run<C: Count>(self, _: C) -> Self::Output {
        let Self { course, marks, count } = self;
        let mut kept = Piloted { marks, begin: 0, seen: vec![[0.0; PILOT]; count] };
        let mut table = Table::of(course);
        for block in 0..PILOT_BLOCKS {
            kept.begin = block * BLOCK;
            table.play(course, number(block), &mut kept);
        }
        kept.seen
    }
}

struct Piloted<'a> {
    marks: &'a [Option<usize>],
    begin: usize,
    seen: Vec<[f32; PILOT]>,
}

impl See for Piloted<'_> {
    #[inline(always)]
    fn see(&mut self, number: usize, _: &Step, finish: &Lanes) {
        if let Some(mark) = self.marks[number] {
            self.seen[mark][self.begin..self.begin + BLOCK].copy_from_slice(finish);
        }
    }
}

/// Makes the scales of what the pilot showed.
pub(super) struct Scaling<'a>(pub(super) &'a [[f32; PILOT]]);

impl Work for Scaling<'_> {
    type Output = Vec<Scale>;

    #[inline(always)]
    fn run<C: Count>(self, _: C) -> Vec<Scale> {
        let mut scales = Vec::with_capacity(self.0.len());
        for seen in self.0 {
            scales.push(Scale::of(seen));
        }
        scales
    }
}

/// The lowest and highest level that the pilot reaches; beyond it on both sides is room for what it did not see.
const LOWEST: f32 = 4.0;
const HIGHEST: f32 = 235.0;

impl Scale {
    #[inline(always)]
    fn of(seen: &[f32; PILOT]) -> Self {
        let (mut first, mut last) = (seen[0], seen[0]);
        for finish in seen {
            first = if *finish < first { *finish } else { first };
            last = if *finish > last { *finish } else { last };
        }
        // First over all trials, to see where the lowest threshold is; then over what lies from there on, so that the
        // levels are as fine as they can be.
        let coarse = Self::over(first, last);
        let at = above(&coarse.reached(seen), rank(LEVELS[0], AROUND[0]));
        let lowest = coarse.zero + f32::from(at) / coarse.rate;
        let from = if lowest < last { lowest } else { first };
        let mut fine = Self::over(from - (last - from) / 16.0, last);
        let reached = fine.reached(seen);
        let ranks = LEVELS.iter().flat_map(|level| AROUND.map(|errors| rank(*level, errors)));
        for (threshold, rank) in fine.thresholds.iter_mut().zip(ranks) {
            *threshold = above(&reached, rank);
        }
        fine
    }

    /// A scale on which these two finishes are levels with room beyond them.
    #[inline(always)]
    fn over(first: f32, last: f32) -> Self {
        // Where all trials end alike there is no scale; any fine one does.
        let span = (last - first).max(last.abs() * 1e-6).max(f32::MIN_POSITIVE);
        let rate = (HIGHEST - LOWEST) / span;
        Self { zero: first - LOWEST / rate, rate, thresholds: [0; THRESHOLDS] }
    }

    /// How many finishes are at each level or below it.
    #[inline(always)]
    fn reached(&self, seen: &[f32; PILOT]) -> [u16; 256] {
        let mut reached = [0; 256];
        let (blocks, _) = seen.as_chunks::<BLOCK>();
        for level in blocks.iter().flat_map(|block| self.levels(block)) {
            reached[usize::from(level)] += 1;
        }
        let mut sum = 0;
        for count in &mut reached {
            sum += *count;
            *count = sum;
        }
        reached
    }

    /// The level of each finish: the nearest whole one, 0 to 255.
    #[inline(always)]
    fn levels(&self, finishes: &Lanes) -> [u8; BLOCK] {
        // Adding 2^23 leaves no room for a fraction: the nearest whole number stands in the last bits.
        const WHOLE: f32 = 8_388_608.0;
        let mut levels = [0; BLOCK];
        for (level, finish) in levels.iter_mut().zip(finishes) {
            let exact = (finish - self.zero) * self.rate;
            let above = if exact > 0.0 { exact } else { 0.0 };
            let within = if above < 255.0 { above } else { 255.0 };
            *level = (within + WHOLE).to_bits().to_le_bytes()[0];
        }
        levels
    }

    /// The finish that lies just below a level.
    fn finish(&self, level: u8) -> f64 {
        f64::from(self.zero) + (f64::from(level) - 0.5) / f64::from(self.rate)
    }
}

/// Of how many trials of the pilot it is the last, so many standard errors from a level.
#[inline(always)]
fn rank(level: f64, errors: f64) -> f64 {
    let trials = real(PILOT);
    (level * trials + errors * (level * (1.0 - level) * trials).sqrt()).clamp(1.0, trials)
}

/// The level above the one at which so many finishes are reached.
#[inline(always)]
fn above(reached: &[u16; 256], rank: f64) -> u8 {
    let level = reached.partition_point(|count| f64::from(*count) < rank);
    u8::try_from(level).unwrap_or(u8::MAX).saturating_add(1)
}

impl Tally {
    /// Counts a block; returns in which of its trials the task is in time.
    #[inline(always)]
    pub(super) fn count(
        &mut self,
        count: impl Count,
        scale: &Scale,
        step: &Step,
        finish: &Lanes,
    ) -> u64 {
        count.below(&scale.levels(finish), &scale.thresholds, &mut self.below);
        let in_time = count.until(finish, step.due);
        self.in_time += in_time.count_ones();
        in_time
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (below, more) in self.below.iter_mut().zip(other.below) {
            *below += more;
        }
        self.in_time += other.in_time;
    }

    pub(super) fn answer(&self, scale: &Scale, trials: usize) -> Answer {
        // Points of the distribution: at which standard normal deviate which finish is. Half a trial keeps the ends
        // from infinity.
        let share = |count: u32| (f64::from(count) + 0.5) / (real(trials) + 1.0);
        let mut points: Vec<(f64, f64)> = self
            .below
            .iter()
            .zip(scale.thresholds)
            .map(|(count, level)| (normal_quantile(share(*count)), scale.finish(level)))
            .collect();
        points.sort_by(|a, b| a.1.total_cmp(&b.1));
        points.dedup_by(|a, b| a.1 <= b.1);
        let quantiles = LEVELS.map(|level| along(&points, normal_quantile(level)));
        Answer { quantiles, keep: f64::from(self.in_time) / real(trials) }
    }
}

/// Where a line through points, ascending in both, is at `at`; the points beyond which it lies carry on.
fn along(points: &[(f64, f64)], at: f64) -> f64 {
    let after = points.partition_point(|point| point.0 < at).clamp(1, points.len().max(2) - 1);
    match (points.get(after - 1), points.get(after)) {
        (Some(before), Some(after)) if after.0 > before.0 => {
            let way = (at - before.0) / (after.0 - before.0);
            before.1 + way * (after.1 - before.1)
        }
        (Some(only), _) => only.1,
        (None, _) => 0.0,
    }
}

pub(super) fn wide(count: NonZeroU32) -> usize {
    usize::try_from(count.get()).unwrap_or(usize::MAX)
}

pub(super) fn number(block: usize) -> u64 {
    u64::try_from(block).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_followed_and_carried_on() {
        let points = [(0.0, 10.0), (1.0, 20.0), (2.0, 40.0)];
        for (at, wanted) in [(0.5, 15.0), (1.5, 30.0), (3.0, 60.0), (-1.0, 0.0)] {
            assert!((along(&points, at) - wanted).abs() < 1e-12, "{at}");
        }
        assert!((along(&points[..1], 5.0) - 10.0).abs() < 1e-12);
    }
}
