//! Why a promise falls, and under which other one it stands.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use forecast::backlog::waits_of;
use forecast::{Backlog, Job, Work};

use super::{Fall, Touched};

/// Through what a slip reaches a promise, the most direct first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// It waits for the one above it.
    Dependency,
    /// Both rest on the same work in the tracker.
    Work {
        /// On how many of its records.
        records: usize,
    },
    /// Its work waits in the queue of a team that works longer on the one above it, or later.
    Capacity {
        /// Which team.
        team: String,
    },
    /// Through work in between; no promise that rests on it moves enough to be told of.
    Between,
}

/// A promise that is reached, by its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    pub(super) place: usize,
    /// By how much it moves.
    size: (i32, i32),
    /// Whether something can be said of it; else it is reached only when it waits for another one.
    pub(super) known: bool,
}

impl Reach {
    pub(super) fn of(place: usize, size: (i32, i32)) -> Self {
        Self { place, size, known: true }
    }

    pub(super) fn unknown(place: usize) -> Self {
        Self { place, size: (0, 0), known: false }
    }
}

/// One promise under another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) above: usize,
    pub(super) place: usize,
    pub(super) cause: Cause,
    size: (i32, i32),
}

/// How well one promise explains another, the best first: how direct the cause is, whether it stands before it in the
/// queue, how near it is to the root, how much it moves itself.
type Rank = (u8, bool, usize, Reverse<(i32, i32)>, usize);

/// Grows the tree from the promise that slips: whatever is reached most directly is reached first, then what is nearest
/// to the root, then what moves most. `cause` says through what one is reached from another, and whether that one goes
/// before it in the queue.
pub(super) fn grow(
    root: usize,
    mut left: Vec<Reach>,
    cause: impl Fn(usize, Reach) -> Option<(Cause, bool)>,
) -> Vec<Branch> {
    left.retain(|reach| reach.place != root);
    left.sort_by_key(|reach| (Reverse(reach.size), reach.place));
    let mut best: Vec<Option<(Rank, usize, Cause)>> = vec![None; left.len()];
    let mut grown: Vec<Branch> = Vec::new();
    let (mut above, mut depth, mut size) = (root, 0, (i32::MAX, i32::MAX));
    loop {
        for (reach, best) in left.iter().zip(&mut best) {
            let Some((cause, in_order)) = cause(above, *reach) else { continue };
            let rank = (kind(&cause), !in_order, depth, Reverse(size), above);
            if best.as_ref().is_none_or(|(before, ..)| rank < *before) {
                *best = Some((rank, above, cause));
            }
        }
        let first =
            |number: &usize| best[*number].as_ref().map(|(rank, ..)| (rank.0, rank.1, rank.2));
        let reached = (0..left.len()).filter(|number| best[*number].is_some()).min_by_key(first);
        // Reached, but through nobody who is told of.
        let number = reached.or_else(|| left.iter().position(|reach| reach.known));
        let Some(number) = number else { return grown };
        let reach = left.remove(number);
        let (from, cause, over) = match best.remove(number) {
            Some((rank, from, cause)) => (from, cause, rank.2),
            None => (root, Cause::Between, 0),
        };
        (above, depth, size) = (reach.place, over + 1, reach.size);
        grown.push(Branch { above: from, place: above, cause, size });
    }
}

/// How direct a cause is.
fn kind(cause: &Cause) -> u8 {
    match cause {
        Cause::Dependency => 0,
        Cause::Work { .. } => 1,
        Cause::Capacity { .. } => 2,
        Cause::Between => 3,
    }
}

/// The branches under one promise as a tree, what moves most first.
pub(super) fn falls(
    above: usize,
    grown: &[Branch],
    touched: &impl Fn(usize) -> Touched,
) -> Vec<Fall> {
    let mut own: Vec<&Branch> = grown.iter().filter(|branch| branch.above == above).collect();
    own.sort_by_key(|branch| (Reverse(branch.size), branch.place));
    let fall = |branch: &&Branch| Fall {
        cause: branch.cause.clone(),
        touched: touched(branch.place),
        falls: falls(branch.place, grown, touched),
    };
    own.iter().map(fall).collect()
}

/// What ties promises to each other in a plan.
pub(super) struct Links<'a> {
    backlog: &'a Backlog,
    /// For each promise those that it waits for.
    waits: Vec<BTreeSet<usize>>,
    /// For each promise its unfinished work.
    work: Vec<Vec<usize>>,
}

impl<'a> Links<'a> {
    pub(super) fn of(backlog: &'a Backlog, jobs: &[Job]) -> Self {
        let items = &backlog.plan.items;
        // What takes longer stands between a piece of work and its promise.
        let behind = |item: &usize| match &items[*item].work {
            Work::Milestone => items[*item].after.first().copied().unwrap_or(*item),
            Work::Slot { .. } | Work::Arrival(_) | Work::Expected(_) => *item,
        };
        let is_slot = |item: &usize| matches!(items[*item].work, Work::Slot { .. });
        let is_end = |item: &&usize| backlog.ends.contains(item);
        let work = backlog.ends.iter().map(|end| {
            let needs = items[*end].after.iter().filter(|item| !is_end(item));
            needs.map(behind).filter(is_slot).collect()
        });
        let work = work.collect();
        Self { backlog, waits: waits_of(jobs), work }
    }

    /// Everything that a slip of one promise can reach: what waits for it, what works in the same teams, and so on. All
    /// others stay as they are in every trial, and need not be played.
    pub(super) fn within_reach(&self, root: usize) -> BTreeSet<usize> {
        let (mut reached, mut teams) = (BTreeSet::new(), BTreeSet::new());
        let mut open = vec![root];
        while let Some(place) = open.pop() {
            if !reached.insert(place) {
                continue;
            }
            teams.extend(self.work[place].iter().filter_map(|item| self.team(*item)));
            let works_there = |other: &usize| {
                self.work[*other].iter().any(|i| self.team(*i).is_some_and(|t| teams.contains(&t)))
            };
            let waits = |other: &usize| self.waits[*other].contains(&place);
            let others = (0..self.waits.len()).filter(|other| !reached.contains(other));
            open.extend(others.filter(|other| waits(other) || works_there(other)));
        }
        reached
    }

    /// Whether one waits for the other.
    pub(super) fn dependency(&self, from: usize, to: usize) -> Option<(Cause, bool)> {
        self.waits[to].contains(&from).then_some((Cause::Dependency, true))
    }

    /// Whether one moves another through work that both rest on, or in the queue of a team; and whether it goes before
    /// it there. `late` says which work is done at another time than before.
    pub(super) fn work_or_queue(
        &self,
        from: usize,
        to: usize,
        late: &impl Fn(usize) -> bool,
    ) -> Option<(Cause, bool)> {
        let late_of = |place: usize| self.work[place].iter().copied().filter(|item| late(*item));
        let records = late_of(from).filter(|item| self.work[to].contains(item)).count();
        if records > 0 {
            return Some((Cause::Work { records }, true));
        }
        let waiting = late_of(to).filter(|item| self.waits_in_queue(*item));
        let pairs = waiting.flat_map(|behind| {
            let mates = late_of(from).filter(move |item| self.team(*item) == self.team(behind));
            mates.map(move |before| (before, behind))
        });
        // What is under way holds its slot, wherever it stands.
        let in_order =
            |(before, behind): (usize, usize)| before < behind || !self.waits_in_queue(before);
        let pair = pairs.max_by_key(|pair| (in_order(*pair), Reverse(*pair)))?;
        let team = self.backlog.plan.teams[self.team(pair.1)?].name.clone();
        Some((Cause::Capacity { team }, in_order(pair)))
    }

    fn waits_in_queue(&self, item: usize) -> bool {
        matches!(self.backlog.plan.items[item].work, Work::Slot { running: false, .. })
    }

    fn team(&self, item: usize) -> Option<usize> {
        match &self.backlog.plan.items[item].work {
            Work::Slot { team, .. } => Some(*team),
            Work::Arrival(_) | Work::Expected(_) | Work::Milestone => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capacity() -> Cause {
        Cause::Capacity { team: "Links".to_owned() }
    }

    /// The branches as `above>place`, in the order in which they were reached.
    fn grown(left: &[Reach], ties: &[(usize, usize, Cause, bool)]) -> String {
        let cause = |from: usize, to: Reach| {
            let tie = ties.iter().find(|(a, b, ..)| (*a, *b) == (from, to.place));
            tie.map(|(_, _, cause, in_order)| (cause.clone(), *in_order))
        };
        let branches = grow(0, left.to_vec(), cause);
        let said = branches.iter().map(|branch| format!("{}>{}", branch.above, branch.place));
        said.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_most_direct_tie_wins_even_when_it_is_further_down() {
        let left = [Reach::of(1, (900, 9)), Reach::of(2, (100, 1)), Reach::of(3, (500, 5))];
        let work = Cause::Work { records: 1 };
        let ties = [
            (0, 1, capacity(), true),
            (0, 3, capacity(), true),
            (0, 2, Cause::Dependency, true),
            (2, 3, work, true),
        ];
        assert_eq!(grown(&left, &ties), "0>2 2>3 0>1");
    }

    #[test]
    fn of_equal_ties_order_then_depth_then_effect_decide() {
        let left = [Reach::of(1, (100, 1)), Reach::of(2, (900, 9)), Reach::of(3, (300, 3))];
        let ties = [
            (0, 1, capacity(), true),
            (0, 2, capacity(), true),
            (0, 3, capacity(), false),
            (1, 3, capacity(), true),
            (2, 3, capacity(), true),
        ];
        // What goes before it in the queue explains it, and of two of them the one that moves more.
        assert_eq!(grown(&left, &ties), "0>2 0>1 2>3");
    }

    #[test]
    fn what_is_reached_through_nobody_stands_under_the_root() {
        let left = [Reach::of(1, (100, 1)), Reach::unknown(2), Reach::unknown(3)];
        let ties = [(1, 3, Cause::Dependency, true)];
        // Nothing is known of 2, and it waits for nobody: it is not told of.
        assert_eq!(grown(&left, &ties), "0>1 1>3");
        let branches = grow(0, left.to_vec(), |_, _| None);
        assert_eq!(branches.iter().map(|b| &b.cause).collect::<Vec<_>>(), [&Cause::Between]);
    }
}
