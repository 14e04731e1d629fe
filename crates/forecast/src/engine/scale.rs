//! Dates without keeping trials: a pilot shows where they are about, then finishes are only counted around there.

use std::num::NonZeroU32;
use std::ops::Range;

use super::answer::{Answer, LEVELS, in_shares, number};
use super::bank::{BLOCK, Lanes};
use super::course::{Course, Step};
use super::isa::{self, Count, Isa, THRESHOLDS, Work};
use super::kernel::{See, Table};
use crate::number::real;
use crate::random::normal_quantile;

/// Where the thresholds around a level are, in standard errors of the pilot.
const AROUND: [f64; 4] = [-3.2, -1.1, 1.1, 3.2];
/// Blocks of the pilot, and of that of a few trials, which are themselves known less exactly than a small pilot shows.
const PILOT_BLOCKS: usize = 4;
const SMALL_PILOT_BLOCKS: usize = 2;
/// So many blocks of trials are few.
const FEW_BLOCKS: usize = 64;

/// How many blocks the pilot of so many blocks has.
pub(super) fn pilot(blocks: usize) -> usize {
    if blocks <= FEW_BLOCKS { SMALL_PILOT_BLOCKS } else { PILOT_BLOCKS }
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

/// Where the thresholds of some steps are: of those with a mark, by their marks. Plays the pilot of so many blocks.
pub(super) fn scales(
    (course, left): (&Course, &[Vec<Lanes>]),
    (marks, count): (&[Option<usize>], usize),
    blocks: usize,
    (threads, isa): (NonZeroU32, Isa),
) -> Vec<Scale> {
    let blocks: Vec<Vec<Lanes>> = in_shares(pilot(blocks), threads, |blocks| {
        isa::run(isa, Piloting { course, left, marks, count, blocks })
    })
    .concat();
    in_shares(count, threads, |places| isa::run(isa, Scaling { blocks: &blocks, places })).concat()
}

/// Plays blocks of the pilot, and keeps what they show of the steps with a mark.
struct Piloting<'a> {
    course: &'a Course,
    left: &'a [Vec<Lanes>],
    marks: &'a [Option<usize>],
    count: usize,
    blocks: Range<usize>,
}

impl Work for Piloting<'_> {
    type Output = Vec<Vec<Lanes>>;

    #[inline(always)]
    fn run<C: Count>(self, _: C) -> Self::Output {
        let Self { course, left, marks, count, blocks } = self;
        let (mut table, mut all) = (Table::of(course), Vec::with_capacity(blocks.len()));
        for block in blocks {
            let mut kept = Piloted { marks, seen: vec![[0.0; BLOCK]; count] };
            let left = left.get(block).map_or(&[][..], Vec::as_slice);
            table.play_from(course, number(block), left, &mut kept);
            all.push(kept.seen);
        }
        all
    }
}

struct Piloted<'a> {
    marks: &'a [Option<usize>],
    seen: Vec<Lanes>,
}

impl See for Piloted<'_> {
    #[inline(always)]
    fn see(&mut self, number: usize, _: &Step, finish: &Lanes) {
        if let Some(mark) = self.marks[number] {
            self.seen[mark] = *finish;
        }
    }
}

/// Makes the scales of what the pilot showed.
struct Scaling<'a> {
    blocks: &'a [Vec<Lanes>],
    places: Range<usize>,
}

impl Work for Scaling<'_> {
    type Output = Vec<Scale>;

    #[inline(always)]
    fn run<C: Count>(self, _: C) -> Vec<Scale> {
        let Self { blocks, places } = self;
        let mut scales = Vec::with_capacity(places.len());
        for place in places {
            let mut seen = [[0.0; BLOCK]; PILOT_BLOCKS];
            for (seen, block) in seen.iter_mut().zip(blocks) {
                *seen = block[place];
            }
            scales.push(Scale::of(&seen[..blocks.len().min(PILOT_BLOCKS)]));
        }
        scales
    }
}

/// The lowest and highest level that the pilot reaches; beyond it on both sides is room for what it did not see.
const LOWEST: f32 = 4.0;
const HIGHEST: f32 = 235.0;

impl Scale {
    #[inline(always)]
    fn of(seen: &[Lanes]) -> Self {
        let (mut first, mut last) = (f32::MAX, 0.0);
        for finish in seen.as_flattened() {
            first = if *finish < first { *finish } else { first };
            // What is never done is at the highest level of every scale.
            last = if *finish > last && *finish <= f32::MAX { *finish } else { last };
        }
        first = if first < last { first } else { last };
        // First over all trials, to see where the lowest threshold is; then over what lies from there on, so that the
        // levels are as fine as they can be.
        let coarse = Self::over(first, last);
        let at = above(&coarse.reached(seen), rank(seen, LEVELS[0], AROUND[0]));
        let lowest = coarse.zero + f32::from(at) / coarse.rate;
        let from = if lowest < last { lowest } else { first };
        let mut fine = Self::over(from - (last - from) / 16.0, last);
        let reached = fine.reached(seen);
        let ranks = LEVELS.iter().flat_map(|level| AROUND.map(|errors| rank(seen, *level, errors)));
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
    fn reached(&self, seen: &[Lanes]) -> [u16; 256] {
        let mut reached = [0; 256];
        for level in seen.iter().flat_map(|block| self.levels(block)) {
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

/// Of how many trials of a pilot it is the last, so many standard errors from a level.
#[inline(always)]
fn rank(seen: &[Lanes], level: f64, errors: f64) -> f64 {
    let trials = real(seen.len() * BLOCK);
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
        // Above the highest level is only what is never done.
        let ends = |level: f64| {
            let lost =
                |(count, threshold): (&u32, u8)| threshold == u8::MAX && share(*count) < level;
            !self.below.iter().zip(scale.thresholds).any(lost)
        };
        let quantiles = LEVELS.map(|level| {
            if ends(level) { along(&points, normal_quantile(level)) } else { f64::INFINITY }
        });
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
