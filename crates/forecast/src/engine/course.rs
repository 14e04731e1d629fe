//! A network laid out for playing: in which order, in which runs by team, and where finishes are kept.
//!
//! Which task goes first within a team, and what waits for what, decides every finish; the order in which teams take
//! turns does not. So the tasks are put in an order that stays with a team as long as it can: its slots then stay in
//! registers. A finish is kept only until the last task that waits for it, and its place is used again.

use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;
use std::sync::Arc;

use super::bank::{BLOCK, Banks, places, single, wide};
use super::clock::Clocks;
use super::network::{Factor, Network};
use super::oracle::{Luck, SlotRule};
use super::scenario::Scenario;
use super::stop::Given;
use crate::durations::Draw;
use crate::random::{STEP, mix};

/// As many as a block has.
const LANES: u64 = 64;

/// A network, ready to be played.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    seed: u64,
    pub(super) banks: Arc<Banks>,
    pub(super) teams: Vec<Team>,
    /// For each team the luck and the bank of what all its work is multiplied with.
    pub(super) factors: Vec<Vec<(u64, u32)>>,
    pub(super) runs: Vec<Run>,
    pub(super) steps: Vec<Step>,
    /// Where the finishes are that steps wait for.
    pub(super) waits: Vec<u32>,
    /// For each of those by which crossing it comes from another clock.
    pub(super) crossings: Vec<Option<u32>>,
    pub(super) clocks: Arc<Clocks>,
    /// How many finishes are kept at a time at most, the first of which nobody reads.
    pub(super) kept: usize,
    /// Which task each step is.
    pub(super) tasks: Vec<usize>,
    /// Slots that are taken over from a stop: where they begin, and where they are in what the stop keeps.
    pub(super) given_slots: Vec<(usize, Range<usize>)>,
    /// Finishes that are: where they are kept, and where they are there.
    pub(super) given_finishes: Vec<(u32, usize)>,
}

/// The slots of a team.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Team {
    /// Where they begin among all.
    pub(super) begin: usize,
    /// How many there are; none where it has at least as many as tasks, so that none of those ever waits for one.
    pub(super) slots: usize,
    /// Which of them a task takes. By [`SlotRule::InOrder`] one more place behind them tells when the last task began.
    pub(super) rule: SlotRule,
    /// The present by its clock.
    pub(super) now: f32,
}

impl Team {
    /// The slots of each team.
    pub(super) fn all(network: &Network, rules: &[SlotRule]) -> Vec<Self> {
        teams(network, rules)
    }

    /// Its places among the slots of all teams.
    pub(super) fn places(&self) -> usize {
        self.slots + usize::from(self.rule == SlotRule::InOrder)
    }
}

/// Some steps of one team, one after another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    pub(super) team: usize,
    pub(super) from: usize,
    /// Up to this one, but not it.
    pub(super) to: usize,
    /// Whether all of it is done at some time, and told by its own clock what it waits for, and may overtake, and shares
    /// no factor.
    pub(super) is_plain: bool,
}

/// One task as it is played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) luck: u64,
    pub(super) team: u32,
    /// Whether it is multiplied with what the work of its team shares.
    pub(super) shares: bool,
    /// Whether its scale is when it ends.
    pub(super) is_absence: bool,
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
        Self::with(scenario, scenario.order(), seed, banks, &Given::default())
    }

    /// Lays out a part of a variant of the scenario that this is of, with the same luck: tasks in their order, with all
    /// that they wait for and all that their teams do before them, but for what is given.
    pub(super) fn beside(&self, variant: &Scenario, part: &[usize], given: &Given) -> Self {
        Self::with(variant, part, self.seed, Arc::clone(&self.banks), given)
    }

    /// Which tasks of a scenario may never be done, or are told by a clock of their own; by place.
    pub(super) fn unsure(&self, scenario: &Scenario) -> Vec<bool> {
        let mut unsure = vec![false; scenario.network().tasks.len()];
        for run in self.runs.iter().filter(|run| !run.is_plain) {
            self.tasks[run.from..run.to].iter().for_each(|task| unsure[*task] = true);
        }
        unsure
    }

    fn with(
        scenario: &Scenario,
        part: &[usize],
        seed: u64,
        banks: Arc<Banks>,
        given: &Given,
    ) -> Self {
        let network = scenario.network();
        let (tasks, mut runs) = runs(network, part, given);
        let (kept, count) = kept(network, &tasks, given);
        let (mut steps, mut waits) = (Vec::with_capacity(tasks.len()), Vec::new());
        let (mut clocks, mut crossings) = (network.clocks.clone(), Vec::new());
        let mut unsure = vec![false; network.tasks.len()];
        given.done.iter().for_each(|(task, _)| unsure[*task] = given.is_unsure);
        let is_absence = |task: usize| network.absences.contains(&task);
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let luck = |key: u64| mix(seed.wrapping_add(key.wrapping_mul(STEP)));
        let factor = |of: &Factor| (luck(of.key), short(Banks::begin(of.class)));
        let factors = network.factors.iter();
        let factors: Vec<Vec<_>> = factors.map(|of| of.iter().map(factor).collect()).collect();
        for task in &tasks {
            let of = &network.tasks[*task];
            let from = short(waits.len());
            waits.extend(of.after.iter().map(|before| kept[*before]));
            let own = crossings.len();
            crossings.extend(of.after.iter().map(|before| {
                let other = network.tasks[*before].team;
                clocks.cross(other, of.team);
                clocks.crossing(other, of.team).map(short)
            }));
            unsure[*task] = is_absence(*task)
                || banks.is_unsure(of.work.class)
                || of.after.iter().any(|before| unsure[*before])
                || crossings[own..].iter().any(Option::is_some);
            steps.push(Step {
                luck: luck(of.key),
                team: short(of.team),
                shares: network.classes[of.work.class].shared_sd > 0.0,
                is_absence: is_absence(*task),
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
        for run in &mut runs {
            let is_in_order = scenario.rules()[run.team] == SlotRule::InOrder;
            let is_unsure = tasks[run.from..run.to].iter().any(|task| unsure[*task]);
            let has_factor = factors.get(run.team).is_some_and(|of| !of.is_empty());
            run.is_plain = !is_unsure && !is_in_order && !has_factor;
        }
        let teams = teams(network, scenario.rules());
        let clocks = Arc::new(clocks);
        let (given_slots, given_finishes) = (given.slots_of(&teams), given.finishes(&kept));
        let kept = count;
        Self {
            seed,
            banks,
            teams,
            factors,
            runs,
            steps,
            waits,
            crossings,
            clocks,
            kept,
            tasks,
            given_slots,
            given_finishes,
        }
    }

    /// How many tasks it has.
    pub fn tasks(&self) -> usize {
        self.tasks.len()
    }

    /// What each task takes in one trial, by place in the network: for a player that takes durations as given. What may
    /// never be done counts as long as it keeps its slot.
    ///
    /// # Panics
    /// Never: the numbers of trials and lanes fit.
    pub fn luck(&self, trial: u64) -> Luck {
        let (block, lane) =
            (trial / LANES, usize::try_from(trial % LANES).expect("a small number"));
        let mut luck = Luck { work: vec![0.0; self.tasks()], arrival: vec![0.0; self.tasks()] };
        for (step, task) in self.steps.iter().zip(&self.tasks) {
            let (work, elsewhere) = places(step.luck, block);
            let drawn = |bank, place, scale: f32| {
                f64::from(scale) * f64::from(self.banks.read(wide(bank), place)[lane].abs())
            };
            luck.work[*task] = drawn(step.bank, work, step.scale) * self.factor(step, block, lane);
            if step.arrival > 0.0 {
                luck.arrival[*task] = drawn(step.arrival_bank, elsewhere, step.arrival);
            }
        }
        luck
    }

    /// What the work of a step is multiplied with in one trial.
    fn factor(&self, step: &Step, block: u64, lane: usize) -> f64 {
        let of_team = self.factors.get(wide(step.team)).filter(|_| step.shares);
        let factors = of_team.map_or(&[][..], Vec::as_slice);
        let drawn = |(luck, bank): &(u64, u32)| {
            f64::from(self.banks.read(wide(*bank), places(*luck, block).0)[lane])
        };
        factors.iter().map(drawn).product()
    }

    /// What a step takes in one trial, as a multiple of its scale.
    pub(super) fn drawn(&self, step: usize, trial: u32) -> Draw {
        let (block, lane) = (u64::from(trial) / LANES, wide(trial) % BLOCK);
        let step = &self.steps[step];
        let value = self.banks.read(wide(step.bank), places(step.luck, block).0)[lane];
        let units = f64::from(value.abs()) * self.factor(step, block, wide(trial) % BLOCK);
        if value.is_sign_negative() { Draw::Beyond(units) } else { Draw::Lasts(units) }
    }

    /// The tasks in the order in which they are played.
    pub fn order(&self) -> &[usize] {
        &self.tasks
    }

    pub(super) fn slots(&self) -> usize {
        self.teams.iter().map(Team::places).sum()
    }

    /// Bytes that it takes, beside the network that it was made from.
    pub(super) fn bytes(&self) -> usize {
        self.banks.bytes()
            + self.clocks.bytes()
            + self.teams.len() * size_of::<Team>()
            + self.runs.len() * size_of::<Run>()
            + self.steps.len() * (size_of::<Step>() + size_of::<usize>())
            + self.waits.len() * (size_of::<u32>() + size_of::<Option<u32>>())
    }
}

/// The slots of each team.
fn teams(network: &Network, rules: &[SlotRule]) -> Vec<Team> {
    let mut tasks = vec![0_usize; network.teams.len()];
    network.tasks.iter().for_each(|task| tasks[task.team] += 1);
    let mut begin = 0;
    let teams = network.teams.iter().zip(tasks).enumerate().map(|(team, (slots, tasks))| {
        let slots = wide(*slots);
        let slots = if slots < tasks { slots } else { 0 };
        let team = Team { begin, slots, rule: rules[team], now: network.clocks.now(team) };
        begin += team.places();
        team
    });
    teams.collect()
}

/// Tasks in an order that stays with a team as long as it can, and the runs of it.
fn runs(network: &Network, order: &[usize], given: &Given) -> (Vec<usize>, Vec<Run>) {
    let successors = network.successors();
    let mut waits: Vec<usize> = network.tasks.iter().map(|task| task.after.len()).collect();
    for (done, _) in &given.done {
        successors.after(*done).iter().for_each(|next| waits[*next] -= 1);
    }
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
        runs.push(Run { team, from, to: tasks.len(), is_plain: true });
    }
    (tasks, runs)
}

/// Where the finish of each task is kept while somebody waits for it, 0 where nobody does, and how many places there
/// are with that.
fn kept(network: &Network, tasks: &[usize], given: &Given) -> (Vec<u32>, usize) {
    let mut last = vec![None; network.tasks.len()];
    for (step, task) in tasks.iter().enumerate() {
        for before in &network.tasks[*task].after {
            last[*before] = Some(step);
        }
    }
    let (mut places, mut free, mut count) = (vec![0; network.tasks.len()], Vec::new(), 1_u32);
    for (done, _) in given.done.iter().filter(|(done, _)| last[*done].is_some()) {
        places[*done] = count;
        count += 1;
    }
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
