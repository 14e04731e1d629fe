//! A plan laid out for the engine: each team by its own clock, in the order of one dispatch in which everything takes
//! its mean (rule E of `docs/model/engine.md`).
//!
//! Items and tasks have the same places. Nobody waits for a milestone but for what it stands for, so that no time of a
//! team goes to another one by the clock on the wall and loses on the way; that clock tells what arrives, and a milestone
//! that teams with several clocks, or something that arrives, lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::clock::{Clock, Clocks};
use super::course::Course;
use super::network::{Class, Draw, Factor, Network, Task};
use super::oracle::SlotRule;
use super::scenario::Scenario;
use crate::durations::{self, Durations};
use crate::factor::{self, Narrowed};
use crate::plan::{Absence, Discipline, Effort, Plan, PlanError, Team, Work};
use crate::random::Seed;
use crate::simulate::Layout;

/// A plan, ready to be played for the sake of some of its items.
pub(crate) struct PlanCourse<'a> {
    /// What can touch those.
    pub(super) layout: Layout<'a>,
    pub(super) course: Course,
    /// For each item the step it is in the course; items that touch nothing have none.
    steps: Vec<Option<usize>>,
    clocks: Vec<Clock>,
    /// For each item its clock.
    of_item: Vec<usize>,
    /// For each item what a unit of its effort is by its clock, in seconds.
    seconds: Vec<f64>,
}

const HOUR: f64 = 3600.0;
/// Values of a factor.
const FACTOR_VALUES: usize = 512;
/// The class of what takes one unit of its scale, always.
const ONCE: usize = 0;

impl<'a> PlanCourse<'a> {
    /// Lays a plan out; the seed decides all luck.
    ///
    /// # Errors
    /// [`PlanError`] when the plan cannot be played.
    pub(crate) fn of(plan: &'a Plan, tracked: &[usize], seed: Seed) -> Result<Self, PlanError> {
        plan.check()?;
        let layout = Layout::of(plan, tracked);
        let mut lowering = Lowering::of(plan);
        for item in 0..plan.items.len() {
            lowering.wait(item);
        }
        let mut tasks: Vec<Task> = (0..plan.items.len()).map(|item| lowering.task(item)).collect();
        let (items, mut absences) = (plan.items.len(), Vec::new());
        for (number, team, away) in plan.absences() {
            tasks.push(lowering.absence(number, team, away));
            absences.push(number);
        }
        let factors = plan.teams.iter().map(|team| lowering.factors(team)).collect();
        let means: Vec<f64> = lowering.classes.iter().map(Class::mean).collect();
        let units: Vec<f64> = tasks.iter().map(|task| means[task.work.class]).collect();
        let order = layout.order(&units);
        let seconds = plan.items.iter().map(|item| match &item.work {
            Work::Slot { effort, .. } => effort.scale_seconds,
            Work::Expected(_) => HOUR,
            Work::Arrival(_) | Work::Milestone => 0.0,
        });
        let of_item = tasks.iter().map(|task| lowering.of_team[task.team]).collect();
        let clocks = Clocks::of(lowering.clocks.clone(), lowering.of_team);
        let (classes, teams) = (lowering.classes, lowering.teams);
        let network = Network { classes, teams, tasks, clocks, factors, absences };
        let mut rules: Vec<SlotRule> =
            plan.teams.iter().map(|team| rule(team.discipline)).collect();
        rules.resize(network.teams.len(), SlotRule::BestFit);
        let course = Course::of(&Scenario::in_order(network, order, rules), seed.0);
        let mut steps = vec![None; plan.items.len()];
        for (step, task) in course.order().iter().enumerate().filter(|(_, task)| **task < items) {
            steps[*task] = Some(step);
        }
        let (seconds, clocks) = (seconds.collect(), lowering.clocks);
        Ok(Self { layout, course, steps, clocks, of_item, seconds })
    }

    /// The clock of an item.
    pub(super) fn clock(&self, item: usize) -> &Clock {
        &self.clocks[self.of_item[item]]
    }

    /// Which step of the course an item is.
    pub(super) fn step(&self, item: usize) -> Option<usize> {
        self.steps[item]
    }

    /// How much of its effort an item takes in one trial, in its own unit: for event dispatch with the same luck.
    pub(super) fn drawn(&self, item: usize, trial: u32) -> durations::Draw {
        match self.steps[item].filter(|_| self.seconds[item] > 0.0) {
            Some(step) => self.course.drawn(step, trial),
            None => durations::Draw::Lasts(0.0),
        }
    }
}

/// What a discipline is when tasks are taken one after another in the order in which they are taken up.
fn rule(discipline: Discipline) -> SlotRule {
    match discipline {
        Discipline::Dispatch => SlotRule::BestFit,
        Discipline::StrictPriority => SlotRule::InOrder,
        Discipline::WipLimit => SlotRule::Earliest,
    }
}

/// What a thing waits for, without milestones in between.
#[derive(Debug, Clone, Default)]
struct Waits {
    tasks: Vec<usize>,
    /// When the last of what arrives by itself is there.
    arrival: Option<Timestamp>,
}

/// The parts of the network, as they come together.
struct Lowering<'a> {
    plan: &'a Plan,
    classes: Vec<Class>,
    /// Which class it is, by the distribution and the bits of its age and of what it shares.
    known: BTreeMap<(usize, u64, u64), usize>,
    /// Which class is a factor, by the bits of its standard deviation.
    factors: BTreeMap<u64, usize>,
    /// Slots: those of the plan's teams, then without end for milestones of each clock; the last clock is the wall's.
    teams: Vec<u32>,
    of_team: Vec<usize>,
    clocks: Vec<Clock>,
    /// For each item what it waits for, once that was asked.
    waits: Vec<Option<Waits>>,
}

impl<'a> Lowering<'a> {
    fn of(plan: &'a Plan) -> Self {
        let now = plan.at.as_second();
        let (mut clocks, mut of_team) = (Vec::<Clock>::new(), Vec::new());
        for team in &plan.teams {
            let known = clocks.iter().position(|clock| clock.is_of(&team.timeline));
            of_team.push(known.unwrap_or_else(|| {
                clocks.push(Clock::working(Arc::clone(&team.timeline), now));
                clocks.len() - 1
            }));
        }
        let arrivals = plan.items.iter().filter_map(|item| match &item.work {
            Work::Expected(expected) => expected.seconds().last().copied(),
            Work::Slot { .. } | Work::Arrival(_) | Work::Milestone => None,
        });
        clocks.push(Clock::wall(now, arrivals.max().unwrap_or(now)));
        let mut teams: Vec<u32> = plan.teams.iter().map(|team| team.slots.get()).collect();
        teams.extend(clocks.iter().map(|_| u32::MAX));
        of_team.extend(0..clocks.len());
        let once = Durations::of_sample(vec![1.0]).into_iter();
        let classes = once
            .map(|once| Class { durations: Arc::new(once), age: 0.0, shared_sd: 0.0 })
            .collect();
        let waits = vec![None; plan.items.len()];
        Self {
            plan,
            classes,
            known: BTreeMap::new(),
            factors: BTreeMap::new(),
            teams,
            of_team,
            clocks,
            waits,
        }
    }

    /// Finds what an item waits for, after that of everything before it.
    fn wait(&mut self, item: usize) {
        let mut open = vec![item];
        while let Some(item) = open.last().copied() {
            let before = self.plan.items[item].waits_for();
            let unknown = before.iter().copied().filter(|before| self.waits[*before].is_none());
            let unknown: Vec<usize> = unknown.collect();
            if unknown.is_empty() || self.waits[item].is_some() {
                open.pop();
                let own = self.through(before);
                self.waits[item].get_or_insert(own);
            } else {
                open.extend(unknown);
            }
        }
    }

    /// What has to be waited for to wait for these.
    fn through(&self, before: &[usize]) -> Waits {
        let mut waits = Waits::default();
        for item in before {
            match self.plan.items[*item].work {
                Work::Slot { .. } | Work::Expected(_) => waits.tasks.push(*item),
                Work::Arrival(at) => waits.arrival = waits.arrival.max(Some(at)),
                Work::Milestone => {}
            }
            // What arrives by itself waits for nothing; its instant is all there is to it.
            if let (Work::Milestone, Some(of)) = (&self.plan.items[*item].work, &self.waits[*item])
            {
                waits.tasks.extend(&of.tasks);
                waits.arrival = waits.arrival.max(of.arrival);
            }
        }
        waits.tasks.sort_unstable();
        waits.tasks.dedup();
        waits
    }

    fn task(&mut self, item: usize) -> Task {
        let of = &self.plan.items[item];
        let waits = self.waits[item].take().unwrap_or_default();
        let (team, work) = match &of.work {
            Work::Slot { team, effort, age_seconds, .. } => {
                let shared = self.plan.teams[*team].factor.sd();
                let class = self.class(effort, *age_seconds, shared);
                let scale = effort.scale_seconds / self.plan.teams[*team].share / HOUR;
                (*team, Draw { class, scale })
            }
            Work::Arrival(_) => (self.untimed(None), Draw { class: ONCE, scale: 0.0 }),
            Work::Expected(expected) => {
                let hours = expected.hours_from(self.plan.at.as_second());
                self.classes.extend(Class::of_sample(hours));
                (self.untimed(None), Draw { class: self.classes.len() - 1, scale: 1.0 })
            }
            Work::Milestone => {
                let team = self.untimed(self.one_clock(&waits));
                (team, Draw { class: ONCE, scale: 0.0 })
            }
        };
        let arrival = match &of.work {
            Work::Arrival(at) => Some(*at),
            Work::Slot { .. } | Work::Expected(_) | Work::Milestone => waits.arrival,
        };
        let arrival = arrival.map(|at| {
            let clock = &self.clocks[self.of_team[team]];
            let there = clock.at_second(at.as_second()).max(clock.now());
            Draw { class: ONCE, scale: f64::from(there) }
        });
        Task { key: of.key, team, work, after: waits.tasks, arrival, due: 0.0 }
    }

    /// The clock of all that is waited for, if it is one and nothing arrives by itself.
    fn one_clock(&self, waits: &Waits) -> Option<usize> {
        let clock = |task: &usize| match self.plan.items[*task].work {
            Work::Slot { team, .. } => Some(self.of_team[team]),
            Work::Expected(_) => Some(self.clocks.len() - 1),
            Work::Arrival(_) | Work::Milestone => None,
        };
        let mut clocks = waits.tasks.iter().map(clock);
        let first = clocks.next().flatten().filter(|_| waits.arrival.is_none())?;
        clocks.all(|clock| clock == Some(first)).then_some(first)
    }

    /// The team of what needs nobody's time, by a clock or by the wall's.
    fn untimed(&self, clock: Option<usize>) -> usize {
        self.plan.teams.len() + clock.unwrap_or(self.clocks.len() - 1)
    }

    /// A slot that is not there: from a time of the team's clock on, until another.
    fn absence(&self, number: usize, team: usize, away: Absence) -> Task {
        let clock = &self.clocks[self.of_team[team]];
        let at = |instant: Timestamp| f64::from(clock.at_second(instant.as_second()));
        let from = at(away.from.max(self.plan.at));
        let work = Draw { class: ONCE, scale: at(away.until).max(from) };
        let arrival = Some(Draw { class: ONCE, scale: from });
        let key = u64::try_from(number).unwrap_or(u64::MAX);
        Task { key, team, work, after: Vec::new(), arrival, due: 0.0 }
    }

    /// What the work of a team is multiplied with.
    fn factors(&mut self, team: &Team) -> Vec<Factor> {
        let mut factors = Vec::new();
        for (key, sd) in team.factor.parts(&team.name) {
            let place = *self.factors.entry(sd.to_bits()).or_insert_with(|| {
                self.classes.extend(Class::of_sample(factor::values(sd, FACTOR_VALUES)));
                self.classes.len() - 1
            });
            factors.push(Factor { key, class: place });
        }
        factors
    }

    fn class(&mut self, effort: &Effort, age_seconds: f64, shared_sd: f64) -> usize {
        let age = age_seconds.max(0.0) / effort.scale_seconds;
        let durations = Arc::clone(&effort.durations);
        let key = (Arc::as_ptr(&durations).addr(), age.to_bits(), shared_sd.to_bits());
        // What never varies shares nothing either.
        let varies = |of: &Durations| Narrowed::of(of, age, shared_sd).is_some();
        *self.known.entry(key).or_insert_with(|| {
            let shared_sd = if varies(&durations) { shared_sd } else { 0.0 };
            self.classes.push(Class { durations, age, shared_sd });
            self.classes.len() - 1
        })
    }
}
