//! How long something takes from start to end, or how long it still takes, as known at one instant.
//!
//! The share that ends at an age, of what gets so old, is learnt on several levels at once: everything ever seen, what
//! happened lately, the same team's, the same kind's, the same person's, things of about the same size. Each level leans
//! on the one before it as on ten things as old, age by age (a beta process; Hjort, Annals of Statistics 18, 1990): where
//! few of a level got old, the one before it says how it goes on. With nothing to lean on it is Kaplan and Meier's
//! estimator (JASA 53, 1958): what is still open counts for as long as it was watched.
//!
//! What happened lately counts more: a day that lies a half-life back counts half. Since those who end at an age and
//! those who get so old lie equally far back at that age, each thing needs but one weight, by when it began.

mod choice;
mod past;

pub use choice::Choice;
pub use past::{Known, Past, Traits};

/// In which way a thing is like others, beyond that it happened lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same team's.
    Team,
    /// Of the same kind.
    Kind,
    /// The same person's.
    Person,
    /// Of about the same size by its estimate.
    Size,
    /// Of about the same size, and the same team's.
    SizeInTeam,
}

/// What is learnt from: how fast the past fades, and which likenesses count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// A day so many days back counts half.
    pub half_life_days: f64,
    /// The levels after "lately", the coarsest first.
    pub likenesses: &'static [Likeness],
}

/// Whether a level may answer with the date of a coarser one where its own past never gets so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borrowing {
    /// Always: a new thing is like the others until it shows otherwise.
    Always,
    /// Only where its own past has fewer than ten as old, those that lie back counting less: else what it shows is that
    /// things like this do not end.
    WhereUnseen,
}

/// How a thing goes on from an age, on each level.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Ages at which something ended, ascending, in days.
    ages: Vec<f64>,
    /// By level, the coarsest first.
    levels: Vec<Level>,
    /// How many ended at all.
    ended: usize,
}

/// One level of a course.
#[derive(Debug, Clone, PartialEq)]
struct Level {
    /// The share that lasts beyond each age.
    beyond: Vec<f64>,
    /// How many of this level were watched at each age, old ones counting less.
    watched: Vec<f64>,
}

/// A level leans on the one before it as on so many things.
const LEANING: f64 = 10.0;

impl Course {
    /// For each chance in rising order, by which age the thing is ended so often; `None` when that cannot be said.
    pub fn quantiles<const N: usize>(
        &self,
        chances: [f64; N],
        borrowing: Borrowing,
    ) -> [Option<f64>; N] {
        let mut least = f64::NEG_INFINITY;
        chances.map(|chance| {
            if !speaks_for(self.ended, chance) {
                return None;
            }
            let age = self.ages[self.first_below(1.0 - chance, borrowing)?];
            least = least.max(age);
            Some(least)
        })
    }

    /// The share that lasts beyond each of some ascending ages, by the finest level.
    pub fn beyond(&self, ages: &[f64]) -> Vec<f64> {
        let Some(finest) = self.levels.last() else { return vec![1.0; ages.len()] };
        let beyond = |age: &f64| match self.ages.partition_point(|a| a <= age) {
            0 => 1.0,
            steps => finest.beyond[steps - 1],
        };
        ages.iter().map(beyond).collect()
    }

    /// The whole distribution: ages in days, and the share that has ended by each, both ascending. It is the finest level's
    /// as far as that goes, and beyond it the next one's that goes further: what [`Self::quantiles`] says with
    /// [`Borrowing::Always`].
    pub fn shares(&self) -> impl Iterator<Item = (f64, f64)> {
        let steps = self.levels.iter().rev().flat_map(|level| self.ages.iter().zip(&level.beyond));
        let (mut least, mut reached) = (0.0_f64, 0.0_f64);
        steps.filter_map(move |(age, beyond)| {
            let share = 1.0 - beyond;
            (share > reached).then(|| {
                (least, reached) = (least.max(*age), share);
                (least, reached)
            })
        })
    }

    /// Where the share that lasts falls to so little, by the finest level that may say so.
    fn first_below(&self, share: f64, borrowing: Borrowing) -> Option<usize> {
        let reached = |level: &Level| {
            let place = level.beyond.partition_point(|beyond| *beyond > share + 1e-12);
            (place < self.ages.len()).then_some(place)
        };
        let mut coarser = self.levels.iter().rev();
        let own = coarser.next()?;
        if let Some(place) = reached(own) {
            return Some(place);
        }
        let place = coarser.find_map(reached)?;
        let knows_better = borrowing == Borrowing::WhereUnseen && own.watched[place] >= LEANING;
        (!knows_better).then_some(place)
    }
}

/// Whether so many past cases are enough for a chance: of n and one more each is as likely to be the worst, so q needs
/// n ≥ q/(1−q): six for 85%, nineteen for 95%.
fn speaks_for(cases: usize, chance: f64) -> bool {
    let cases = crate::number::real(cases);
    chance * (cases + 1.0) <= cases
}

#[cfg(test)]
mod tests;
