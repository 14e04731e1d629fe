//! Where a play can begin again: what the first tasks of an order leave behind in every trial.
//!
//! A change late in the order leaves everything before it as it was. What that comes to is kept at a few stops: when the
//! slots of each team are free, and when that is done which later tasks wait for. A variant is then played from the last
//! stop before its first difference, and gives the same bits as one that is played from the beginning.

use std::ops::Range;

use super::bank::{BLOCK, Lanes};
use super::course::{Course, Team};
use super::isa::{Count, Work};
use super::kernel::{See, Table};
use super::scenario::Scenario;

/// All stops together take no more than this.
const MOST_BYTES: usize = 48 << 20;
/// More stops save less than they cost.
const MOST_STOPS: usize = 4;

/// What the first tasks of an order leave behind, block by block.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    /// How many tasks those are.
    pub(super) behind: usize,
    /// Which of them others wait for that come later, by place in the network.
    pub(super) left: Vec<usize>,
    /// Whether one of those may never be done, or is told by a clock of its own.
    pub(super) is_unsure: bool,
    /// The slots of the teams, as they are laid out.
    teams: Vec<Team>,
    /// For each block: the slots of all teams, then when each of [`Self::left`] is done.
    pub(super) blocks: Vec<Vec<Lanes>>,
}

/// From where a part of an order is played.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    /// Tasks that are done, by place in the network, each with its place in what the stop keeps.
    pub(super) done: Vec<(usize, usize)>,
    /// For each team the first place of its slots in what the stop keeps, and how many there are.
    pub(super) slots: Vec<Option<Range<usize>>>,
    /// Whether one of the tasks may never be done, or is told by a clock of its own.
    pub(super) is_unsure: bool,
}

impl Given {
    /// Where the slots of these teams begin, and where they are in what the stop keeps.
    pub(super) fn slots_of(&self, teams: &[Team]) -> Vec<(usize, Range<usize>)> {
        let slots = teams.iter().zip(&self.slots);
        slots.filter_map(|(team, from)| Some((team.begin, from.clone()?))).collect()
    }

    /// At which of these places finishes are kept, and where they are in what the stop keeps.
    pub(super) fn finishes(&self, kept: &[u32]) -> Vec<(u32, usize)> {
        let finishes = self.done.iter().map(|(task, from)| (kept[*task], *from));
        // What nobody waits for any more is kept nowhere.
        finishes.filter(|(to, _)| *to > 0).collect()
    }
}

impl Stop {
    /// What a variant takes over from here: `origins` tells where its tasks were before. `None` where it cannot begin
    /// here, as a team with work behind the stop has other slots now.
    pub(super) fn given(
        &self,
        base: &Scenario,
        variant: &Scenario,
        origins: &[Option<usize>],
    ) -> Option<Given> {
        let teams = Team::all(variant.network(), variant.rules());
        let mut has_worked = vec![false; self.teams.len()];
        for place in &base.order()[..self.behind] {
            has_worked[base.network().tasks[*place].team] = true;
        }
        let slots =
            self.teams.iter().zip(&teams).zip(has_worked).map(|((was, is), worked)| {
                match (was.slots, was.rule) == (is.slots, is.rule) {
                    true => Some(Some(was.begin..was.begin + was.places())),
                    false => (!worked).then_some(None),
                }
            });
        let slots: Vec<Option<Range<usize>>> = slots.collect::<Option<_>>()?;
        let mut now = vec![None; base.network().tasks.len()];
        for (place, was) in origins.iter().enumerate() {
            if let Some(was) = was {
                now[*was] = Some(place);
            }
        }
        let first = self.teams.iter().map(Team::places).sum::<usize>();
        let done = self.left.iter().zip(first..);
        let done = done.filter_map(|(was, kept)| Some((now[*was]?, kept))).collect();
        Some(Given { done, slots, is_unsure: self.is_unsure })
    }
}

/// Where to stop in an order of so many tasks: as often as is worth its memory.
fn places(scenario: &Scenario, blocks: usize) -> Vec<usize> {
    let tasks = scenario.order().len();
    let slots = Team::all(scenario.network(), scenario.rules()).iter().map(Team::places).sum();
    let middle = left_behind(scenario, tasks / 2).len();
    let bytes = blocks * (middle.saturating_add(slots)).max(1) * size_of::<Lanes>();
    let stops = (MOST_BYTES / bytes.max(1)).min(MOST_STOPS).min(tasks / 2);
    (1..=stops).map(|number| tasks * number / (stops + 1)).collect()
}

/// Which of the first tasks of an order others wait for that come later.
fn left_behind(scenario: &Scenario, behind: usize) -> Vec<usize> {
    let (network, order) = (scenario.network(), scenario.order());
    let mut is_left = vec![false; network.tasks.len()];
    let waited = order[behind..].iter().flat_map(|place| &network.tasks[*place].after);
    waited.for_each(|before| is_left[*before] = true);
    order[..behind].iter().copied().filter(|place| is_left[*place]).collect()
}

/// A scenario in pieces, from stop to stop.
#[derive(Debug, Clone)]
pub(super) struct Pieces {
    courses: Vec<Course>,
    stops: Vec<Stop>,
}

impl Pieces {
    /// Cuts a scenario up whose course is known, for so many blocks.
    pub(super) fn of(scenario: &Scenario, course: &Course, blocks: usize) -> Self {
        let unsure = course.unsure(scenario);
        let same: Vec<Option<usize>> = (0..scenario.network().tasks.len()).map(Some).collect();
        let (mut courses, mut stops, mut from) = (Vec::new(), Vec::<Stop>::new(), 0);
        for to in places(scenario, blocks).into_iter().chain([scenario.order().len()]) {
            let given = stops.last().and_then(|stop| stop.given(scenario, scenario, &same));
            let part = &scenario.order()[from..to];
            courses.push(course.beside(scenario, part, &given.unwrap_or_default()));
            let left = left_behind(scenario, to);
            let is_unsure = left.iter().any(|task| unsure[*task]);
            let teams = Team::all(scenario.network(), scenario.rules());
            stops.push(Stop { behind: to, left, is_unsure, teams, blocks: Vec::new() });
            from = to;
        }
        // At the end there is nothing left to begin with.
        stops.pop();
        Self { courses, stops }
    }

    /// The stops with what was kept at each, block by block: `kept` are those of all shares, in their order.
    pub(super) fn with(self, kept: Vec<Vec<Vec<Lanes>>>) -> Vec<Stop> {
        let mut stops = self.stops;
        for block in kept {
            for (stop, lanes) in stops.iter_mut().zip(block) {
                stop.blocks.push(lanes);
            }
        }
        stops
    }
}

/// Plays a scenario in pieces: notes in which trials every task is in time, and what is left behind at each stop.
pub(super) struct Keeping<'a> {
    pub(super) pieces: &'a Pieces,
    pub(super) tasks: usize,
    pub(super) blocks: Range<usize>,
}

/// For each block the trials in which each task is in time, and what is left behind at each stop.
pub(super) type Kept = Vec<(Vec<u64>, Vec<Vec<Lanes>>)>;

impl Work for Keeping<'_> {
    type Output = Kept;

    #[inline(always)]
    fn run<C: Count>(self, count: C) -> Self::Output {
        let Self { pieces, tasks, blocks } = self;
        let mut tables: Vec<Table> = pieces.courses.iter().map(Table::of).collect();
        let mut all = Vec::with_capacity(blocks.len());
        // Where a task stands in what is left behind at the end of the piece that is played.
        let mut places = vec![usize::MAX; tasks];
        for block in blocks {
            let (mut bits, mut kept) = (vec![0; tasks], Vec::<Vec<Lanes>>::new());
            for (number, course) in pieces.courses.iter().enumerate() {
                let stop = pieces.stops.get(number);
                let left = stop.map_or(&[][..], |stop| &stop.left);
                places.fill(usize::MAX);
                left.iter().enumerate().for_each(|(place, task)| places[*task] = place);
                let mut lanes = vec![[0.0; BLOCK]; left.len()];
                let before = kept.last().map_or(&[][..], Vec::as_slice);
                // What was left behind before and is waited for still.
                if let Some(last) = number.checked_sub(1).map(|last| &pieces.stops[last]) {
                    let first = before.len() - last.left.len();
                    for (task, done) in last.left.iter().zip(&before[first..]) {
                        if let Some(lanes) = lanes.get_mut(places[*task]) {
                            *lanes = *done;
                        }
                    }
                }
                let tasks = &course.tasks;
                let mut seen = Noted { count, tasks, bits: &mut bits, places: &places, lanes };
                let table = &mut tables[number];
                table.play_from(course, super::answer::number(block), before, &mut seen);
                if stop.is_some() {
                    kept.push([table.slots(), &seen.lanes].concat());
                }
            }
            all.push((bits, kept));
        }
        all
    }
}

struct Noted<'a, C> {
    count: C,
    tasks: &'a [usize],
    bits: &'a mut [u64],
    places: &'a [usize],
    lanes: Vec<Lanes>,
}

impl<C: Count> See for Noted<'_, C> {
    #[inline(always)]
    fn see(&mut self, number: usize, step: &super::course::Step, finish: &Lanes) {
        let task = self.tasks[number];
        self.bits[task] = self.count.until(finish, step.due);
        if let Some(lanes) = self.lanes.get_mut(self.places[task]) {
            *lanes = *finish;
        }
    }
}
