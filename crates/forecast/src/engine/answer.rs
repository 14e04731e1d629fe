//! Dates and chances from many trials, without keeping the trials ([`super::scale`]).
//!
//! A pilot of 256 trials (128 where no more than 4,096 are to be played) shows about where the wanted quantiles of each
//! task are. Then every trial is played and only counted: how many finishes lie below each of twelve thresholds around
//! them, and how many are in time. The quantile is read off between two thresholds, on the scale on which a normal
//! distribution is a straight line.
//!
//! Memory does not depend on the number of trials; counts are whole numbers, so that the answer does not depend on the
//! number of threads either.

use std::num::NonZeroU32;
use std::ops::Range;

use super::bank::{BLOCK, Lanes};
use super::course::{Course, Step};
use super::isa::{self, Count, Isa, Work};
use super::kernel::{See, Table};
use super::scale::{Scale, Tally, pilot, scales};

/// The levels that are asked for.
pub const LEVELS: [f64; 3] = [0.5, 0.85, 0.95];

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
    let all: Vec<Option<usize>> = (0..course.tasks()).map(Some).collect();
    let scales =
        scales((course, &[]), (&all, course.tasks()), blocks, (trials.threads, trials.isa));
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
    let tables = wide(trials.threads) * Table::of(course).bytes();
    let pilot = course.tasks() * pilot(blocks) * size_of::<Lanes>() + tables;
    let main = wide(trials.threads) * course.tasks() * size_of::<Tally>() + tables;
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

pub(super) fn wide(count: NonZeroU32) -> usize {
    usize::try_from(count.get()).unwrap_or(usize::MAX)
}

pub(super) fn number(block: usize) -> u64 {
    u64::try_from(block).unwrap_or(u64::MAX)
}
