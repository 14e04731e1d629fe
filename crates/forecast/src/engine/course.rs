//! A network laid out for playing: in which order, in which runs by team, and where finishes are kept.
//!
//! Which task goes first within a team, and what waits for what, decides every finish; the order in which teams take
//! turns does not. So the tasks are put in an order that stays with a team as long as it can: its slots then stay in
//! registers. A finish is kept only until the last task that waits for it, and its place is used again.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::bank::{BLOCK, Banks, places, single, wide};
use super::network::Network;
use super::oracle::{Luck, SlotRule};
use super::scenario::Scenario;
use crate::random::{STEP, mix};

/// A network, ready to be played.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    seed: u64,
    pub(super) banks: Arc<Banks>,
    pub(super) rule: SlotRule,
    /// The slots of each team: where they begin, and how many there are.
    pub(super) teams: Vec<(usize, usize)>,
    /// Which team does which steps, from and up to but not.
    pub(super) runs: Vec<(usize, usize, usize)>,
    pub(super) steps: Vec<Step>,
    /// Where the finishes are that steps wait for.
    pub(super) waits: Vec<u32>,
    /// How many finishes are kept at a time at most, the first of which nobody reads.
    pub(super) kept: usize,
    /// Which task each step is.
    pub(super) tasks: Vec<usize>,
}

/// One task as it is played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) luck: u64,
    pub(super) bank: u32,
    pub(super) scale: f32,
    /// The bank and scale of what comes from elsewhere; a scale of 0 is nothing.
    pub(super) arrival_bank: u32,
    pub(super) arrival: f32,
    /// Its part of [`Course::waits`].
    pub(super) from: u32,
    pub(super) to: u32,
    /// Where its finish is kept; 0 where nobody waits for it.
    pub(super) keep: u32,
    pub(super) due: f32,
}

impl Course {
    /// Lays a scenario out; the seed decides all luck.
    pub fn of(scenario: &Scenario, seed: u64) -> Self {
        let banks = Arc::new(Banks::of(scenario.network(), seed));
        Self::with(scenario, scenario.order(), seed, banks)
    }

    /// Lays out a part of a variant of the scenario that this is of, with the same luck: tasks in their order, with all
    /// that they wait for and all that their teams do before them.
    pub(super) fn beside(&self, variant: &Scenario, part: &[usize]) -> Self {
        Self::with(variant, part, self.seed, Arc::clone(&self.banks))
    }

    fn with(scenario: &Scenario, part: &[usize], seed: u64, banks: Arc<Banks>) -> Self {
        let network = scenario.network();
        let (tasks, runs) = runs(network, part);
        let (kept, count) = kept(network, &tasks);
        let (mut steps, mut waits) = (Vec::with_capacity(tasks.len()), Vec::new());
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        for task in &tasks {
            let of = &network.tasks[*task];
            let from = short(waits.len());
            waits.extend(of.after.iter().map(|before| kept[*before]));
            steps.push(Step {
                luck: mix(seed.wrapping_add(of.key.wrapping_mul(STEP))),
                bank: short(Banks::begin(of.work.class)),
                scale: single(of.work.scale),
                arrival_bank: of.arrival.map_or(0, |draw| short(Banks::begin(draw.class))),
                arrival: of.arrival.map_or(0.0, |draw| single(draw.scale)),
                from,
                to: short(waits.len()),
                keep: kept[*task],
                due: single(of.due),
            });
        }
        let mut begin = 0;
        let slots = network.teams.iter().map(|slots| {
            let slots = usize::try_from(*slots).unwrap_or(usize::MAX);
            begin += slots;
            (begin - slots, slots)
        });
        let teams = slots.collect();
        let rule = scenario.rule();
        Self { seed, banks, rule, teams, runs, steps, waits, kept: count, tasks }
    }

    /// How many tasks it has.
    pub fn tasks(&self) -> usize {
        self.tasks.len()
    }

    /// What each task takes in one trial, by place in the network: for a player that takes durations as given.
    ///
    /// # Panics
    /// Never: the numbers of trials and lanes fit.
    pub fn luck(&self, trial: u64) -> Luck {
        let lanes = u64::try_from(BLOCK).expect("a small number");
        let (block, lane) =
            (trial / lanes, usize::try_from(trial % lanes).expect("a small number"));
        let mut luck = Luck { work: vec![0.0; self.tasks()], arrival: vec![0.0; self.tasks()] };
        for (step, task) in self.steps.iter().zip(&self.tasks) {
            let (work, elsewhere) = places(step.luck, block);
            let drawn = |bank, place, scale: f32| {
                f64::from(scale) * f64::from(self.banks.read(wide(bank), place)[lane])
            };
            luck.work[*task] = drawn(step.bank, work, step.scale);
            if step.arrival > 0.0 {
                luck.arrival[*task] = drawn(step.arrival_bank, elsewhere, step.arrival);
            }
        }
        luck
    }

    /// The tasks in the order in which they are played.
    pub fn order(&self) -> &[usize] {
        &self.tasks
    }

    pub(super) fn slots(&self) -> usize {
        self.teams.iter().map(|(_, slots)| slots).sum()
    }

    /// Bytes that it takes, beside the network that it was made from.
    pub(super) fn bytes(&self) -> usize {
        self.banks.bytes()
            + self.teams.len() * size_of::<(usize, usize)>()
            + self.runs.len() * size_of::<(usize, usize, usize)>()
            + self.steps.len() * (size_of::<Step>() + size_of::<usize>())
            + self.waits.len() * size_of::<u32>()
    }
}

/// Tasks in an order that stays with a team as long as it can, and the runs of it.
fn runs(network: &Network, order: &[usize]) -> (Vec<usize>, Vec<(usize, usize, usize)>) {
    let successors = network.successors();
    let mut waits: Vec<usize> = network.tasks.iter().map(|task| task.after.len()).collect();
    let mut rank = vec![0; network.tasks.len()];
    let mut queues: Vec<VecDeque<usize>> = vec![VecDeque::new(); network.teams.len()];
    for (place, task) in order.iter().enumerate() {
        rank[*task] = place;
        queues[network.tasks[*task].team].push_back(*task);
    }
    // The first task of each team that waits for nothing any more, by its place in the order.
    let heads = queues.iter().enumerate().filter_map(|(team, queue)| Some((*queue.front()?, team)));
    let mut open: BTreeSet<(usize, usize)> = heads
        .filter(|(task, _)| waits[*task] == 0)
        .map(|(task, team)| (rank[task], team))
        .collect();
    let (mut tasks, mut runs) = (Vec::with_capacity(order.len()), Vec::new());
    while let Some((_, team)) = open.pop_first() {
        let from = tasks.len();
        while let Some(task) = queues[team].pop_front_if(|task| waits[*task] == 0) {
            tasks.push(task);
            for next in successors.after(task) {
                waits[*next] -= 1;
                let whose = network.tasks[*next].team;
                if waits[*next] == 0 && whose != team && queues[whose].front() == Some(next) {
                    open.insert((rank[*next], whose));
                }
            }
        }
        runs.push((team, from, tasks.len()));
    }
    (tasks, runs)
}

/// Where the finish of each task is kept while somebody waits for it, 0 where nobody does, and how many places there
/// are with that.
fn kept(network: &Network, tasks: &[usize]) -> (Vec<u32>, usize) {
    let mut last = vec![None; network.tasks.len()];
    for (step, task) in tasks.iter().enumerate() {
        for before in &network.tasks[*task].after {
            last[*before] = Some(step);
        }
    }
    let (mut places, mut free, mut count) = (vec![0; network.tasks.len()], Vec::new(), 1_u32);
    for (step, task) in tasks.iter().enumerate() {
        // Whoever waits reads before it is done itself: what it reads last may be written over.
        let read = network.tasks[*task].after.iter().filter(|before| last[**before] == Some(step));
        free.extend(read.map(|before| places[*before]));
        if last[*task].is_some() {
            places[*task] = free.pop().unwrap_or_else(|| {
                count += 1;
                count - 1
            });
        }
    }
    (places, usize::try_from(count).unwrap_or(usize::MAX))
}
