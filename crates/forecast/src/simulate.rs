//! Plays a plan many times: event dispatch, in which a free slot takes the first item that is ready.
//!
//! The rule matters more than the durations: letting slots stand idle for an item that waits overstates the median
//! by half on busy plans (docs/model/simulation.md). Nobody waits for priority while there is other work to do.
//!
//! Correct before fast: scalar, one trial after another, whole seconds. Same plan, seed and trials give the same
//! answer on every machine and for any number of threads.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, VecDeque};
use std::num::NonZeroU32;

use crate::circle::Successors;
use crate::durations::Draw;
use crate::factor::Narrowed;
use crate::number::whole_seconds;
use crate::plan::{Discipline, Effort, Item, Plan, PlanError, Team, Work};
use crate::random::Seed;
use crate::runs::{NEVER, Runs, Track};

mod sharing;
mod trial;

use self::sharing::{Hands, Sharing};
use self::trial::{Luck, Trial};

/// How a plan is to be played.
#[derive(Debug, Clone, Copy)]
pub struct Play {
    /// How many times.
    pub trials: NonZeroU32,
    /// The luck of it all.
    pub seed: Seed,
    /// On how many threads; the answer does not depend on it.
    pub threads: NonZeroU32,
}

/// Plays a plan and keeps when the tracked items began and were done in each trial.
///
/// # Errors
/// [`PlanError`] when the plan cannot be played.
pub fn simulate(plan: &Plan, tracked: &[usize], play: Play) -> Result<Runs, PlanError> {
    plan.check()?;
    let mut layout = Layout::of(plan, tracked);
    layout.narrow();
    let trials = play.trials.get();
    let per_thread = trials.div_ceil(play.threads.get());
    let shares: Vec<(u32, u32)> = (0..play.threads.get())
        .map(|thread| (thread * per_thread, ((thread + 1) * per_thread).min(trials)))
        .filter(|(from, to)| from < to)
        .collect();
    let play_share = |(from, to): (u32, u32)| {
        let mut tracks = vec![Track::default(); tracked.len()];
        let (mut table, mut factors) = (Table::of(&layout), Vec::new());
        for trial in from..to {
            let factor = |team: &Team| team.factor.drawn(&team.name, play.seed, trial);
            factors.clear();
            factors.extend(plan.teams.iter().map(factor));
            let luck = Luck::Seed(play.seed, &factors);
            table.play(&Trial { layout: &layout, luck, number: trial });
            for (track, item) in tracks.iter_mut().zip(tracked) {
                track.push(table.began[*item], table.done[*item]);
            }
        }
        tracks
    };
    let parts: Vec<Vec<Track>> = match shares.as_slice() {
        [only] => vec![play_share(*only)],
        _ => std::thread::scope(|scope| {
            let threads: Vec<_> =
                shares.iter().map(|share| scope.spawn(|| play_share(*share))).collect();
            let joined = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
            joined.map(|part| part.unwrap_or_else(|e| std::panic::resume_unwind(e))).collect()
        }),
    };
    Ok(Runs::of(plan.at, parts))
}

/// What stays the same in every trial.
pub(crate) struct Layout<'a> {
    plan: &'a Plan,
    now: i64,
    successors: Successors,
    /// How many items each one waits for.
    waits: Vec<u32>,
    /// For each team the queued items that wait for nothing, in order.
    ready_at_once: Vec<Vec<usize>>,
    /// For each team that keeps to an order all its queued items, none before one that it waits for.
    lines: Vec<Vec<usize>>,
    running: Vec<usize>,
    arrivals: Vec<(i64, usize)>,
    expected: Vec<usize>,
    milestones_at_once: Vec<usize>,
    /// Absences by number, with their team, from when on and until when.
    absences: Vec<(usize, usize, i64, i64)>,
    /// Working seconds of each team at the present.
    worked: Vec<i64>,
    /// For each item whether it can touch a tracked one.
    matters: Vec<bool>,
    /// For each item how it varies beside what its team's work shares; nothing where no team shares anything.
    narrowed: Vec<Option<Narrowed>>,
    /// Whom teams share.
    sharing: Sharing,
}

impl<'a> Layout<'a> {
    /// What can touch the tracked items of a plan that was checked.
    pub(crate) fn of(plan: &'a Plan, tracked: &[usize]) -> Self {
        let now = plan.at.as_second();
        let worked = plan.teams.iter().map(|team| team.timeline.working_at_second(now)).collect();
        let waits =
            plan.items.iter().map(|item| u32::try_from(item.after.len()).unwrap_or(u32::MAX));
        let mut layout = Self {
            plan,
            now,
            successors: plan.successors(),
            waits: waits.collect(),
            ready_at_once: vec![Vec::new(); plan.teams.len()],
            lines: vec![Vec::new(); plan.teams.len()],
            running: Vec::new(),
            arrivals: Vec::new(),
            expected: Vec::new(),
            milestones_at_once: Vec::new(),
            absences: Vec::new(),
            worked,
            matters: Vec::new(),
            narrowed: Vec::new(),
            sharing: Sharing::of(plan),
        };
        let matters = layout.what_matters(tracked);
        for (item, of) in plan.items.iter().enumerate() {
            match &of.work {
                Work::Slot { team, running: true, .. } if matters[*team] => {
                    layout.running.push(item);
                }
                Work::Slot { team, .. } if matters[*team] && of.after.is_empty() => {
                    layout.ready_at_once[*team].push(item);
                }
                Work::Arrival(at) => layout.arrivals.push((at.as_second().max(now), item)),
                Work::Expected(_) => layout.expected.push(item),
                Work::Milestone if of.after.is_empty() => layout.milestones_at_once.push(item),
                Work::Slot { .. } | Work::Milestone => {}
            }
        }
        let absences = plan.absences().filter(|(_, team, _)| matters[*team]);
        let absences = absences.map(|(number, team, away)| {
            (number, team, away.from.as_second().max(now), away.until.as_second())
        });
        layout.absences = absences.filter(|(_, _, from, until)| from < until).collect();
        layout.line_up();
        layout
    }

    /// The team of an absence; `None` for the number of an item.
    fn absence(&self, number: usize) -> Option<usize> {
        let first = self.plan.items.len();
        let known = number >= first;
        let of = || self.absences.iter().find(|(of, ..)| *of == number).map(|(_, team, ..)| *team);
        known.then(of).flatten()
    }

    /// How many items and absences there are.
    fn numbers(&self) -> usize {
        self.plan.items.len() + self.plan.absences().count()
    }

    /// Prepares for drawing by chance, where teams have something in common.
    fn narrow(&mut self) {
        if self.plan.teams.iter().all(|team| team.factor.is_none()) {
            return;
        }
        let of = |item: &Item| match &item.work {
            Work::Slot { team, effort, age_seconds, .. } => {
                let age = age_seconds.max(0.0) / effort.scale_seconds;
                Narrowed::of(&effort.durations, age, self.plan.teams[*team].factor.sd())
            }
            Work::Arrival(_) | Work::Expected(_) | Work::Milestone => None,
        };
        self.narrowed = self.plan.items.iter().map(of).collect();
    }

    /// Puts the queues of teams that keep to an order into that of the plan, as far as nothing comes before what it
    /// waits for: two things would else wait for each other for ever.
    fn line_up(&mut self) {
        let keeps = |team: usize| self.plan.teams[team].discipline != Discipline::Dispatch;
        if !(0..self.plan.teams.len()).any(keeps) {
            return;
        }
        let mut order = Vec::with_capacity(self.plan.items.len());
        let mut placed = vec![false; self.plan.items.len()];
        for item in (0..self.plan.items.len()).filter(|item| self.matters[*item]) {
            self.place(item, &mut placed, &mut order);
        }
        let mut lines = vec![Vec::new(); self.plan.teams.len()];
        for item in order {
            if let Work::Slot { team, running: false, .. } = &self.plan.items[item].work
                && keeps(*team)
            {
                lines[*team].push(item);
            }
        }
        self.lines = lines;
    }

    /// The items that can touch a tracked one, and absences of their teams, in the order in which they are taken up when everything takes so many
    /// units of its effort; none before one that it waits for.
    pub(crate) fn order(&self, units: &[f64]) -> Vec<usize> {
        let mut table = Table::of(self);
        table.play(&Trial { layout: self, luck: Luck::Units(units), number: 0 });
        let mut order = Vec::with_capacity(table.order.len());
        let mut placed = vec![false; self.plan.items.len()];
        // What is not taken up within the horizon comes behind all that is.
        let all = (0..self.plan.items.len()).filter(|item| self.matters[*item]);
        let is_absence = |number: usize| number >= self.plan.items.len();
        let taken_up = table.order.iter().copied();
        for item in taken_up.filter(|item| is_absence(*item) || self.matters[*item]).chain(all) {
            if is_absence(item) {
                order.push(item);
            } else {
                self.place(item, &mut placed, &mut order);
            }
        }
        order
    }

    /// Places an item behind all that it waits for.
    fn place(&self, item: usize, placed: &mut [bool], order: &mut Vec<usize>) {
        let mut open = vec![item];
        while let Some(item) = open.last().copied() {
            let waits = self.plan.items[item].waits_for().iter().find(|before| !placed[**before]);
            match waits.filter(|_| !placed[item]) {
                Some(before) => open.push(*before),
                None => {
                    open.pop();
                    if !std::mem::replace(&mut placed[item], true) {
                        order.push(item);
                    }
                }
            }
        }
    }

    /// When the tracked items are done in one trial with luck from elsewhere, in seconds since 1970.
    pub(crate) fn dispatched(
        &self,
        table: &mut Table,
        draw: &dyn Fn(usize) -> Draw,
        tracked: &[usize],
    ) -> Vec<i64> {
        table.play(&Trial { layout: self, luck: Luck::Given(draw), number: 0 });
        tracked.iter().map(|item| table.done[*item]).collect()
    }

    /// The teams whose work can touch a tracked item: its own, and those of everything it waits for, on and on.
    fn what_matters(&mut self, tracked: &[usize]) -> Vec<bool> {
        let mut teams = vec![false; self.plan.teams.len()];
        let mut seen = vec![false; self.plan.items.len()];
        let mut open: Vec<usize> = tracked.to_vec();
        while let Some(item) = open.pop() {
            if std::mem::replace(&mut seen[item], true) {
                continue;
            }
            let of = &self.plan.items[item];
            open.extend(&of.after);
            let Work::Slot { team, .. } = of.work else { continue };
            for team in std::iter::once(team).chain(self.sharing.with(team)) {
                if !std::mem::replace(&mut teams[team], true) {
                    let mates = (0..self.plan.items.len())
                        .filter(|mate| self.team_and_effort(*mate).is_some_and(|(t, _)| t == team));
                    open.extend(mates);
                }
            }
        }
        self.matters = seen;
        teams
    }
}

/// Something that happens at an instant, in seconds since 1970: earlier first, then by place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Happening {
    at: i64,
    item: usize,
    /// Whether a slot of the item's team becomes free.
    frees: bool,
    /// The team's working seconds then, when a slot becomes free.
    worked: i64,
}

/// The state of one trial; kept from trial to trial so that nothing is allocated.
pub(crate) struct Table {
    waits: Vec<u32>,
    /// The items in the order in which they began.
    order: Vec<usize>,
    began: Vec<i64>,
    done: Vec<i64>,
    /// For each team its free slots that are people of no other.
    free: Vec<i64>,
    hands: Hands,
    /// For each team how many of the items that were ready at once, or of its line, have been taken up.
    taken: Vec<usize>,
    /// Which items have a slot and still wait for something else.
    held: Vec<bool>,
    /// For each team the items that became ready later, first one first.
    ready: Vec<BinaryHeap<Reverse<usize>>>,
    /// For each team the absences that have begun and wait for a slot, and those that have one.
    leaving: Vec<VecDeque<usize>>,
    away: BTreeSet<usize>,
    happenings: BinaryHeap<Reverse<Happening>>,
}

impl Table {
    pub(crate) fn of(layout: &Layout<'_>) -> Self {
        let (items, teams) = (layout.plan.items.len(), layout.plan.teams.len());
        Self {
            waits: vec![0; items],
            order: Vec::with_capacity(items),
            began: vec![NEVER; items],
            done: vec![NEVER; items],
            free: vec![0; teams],
            hands: Hands::of(layout),
            taken: vec![0; teams],
            held: vec![false; items],
            ready: vec![BinaryHeap::new(); teams],
            leaving: vec![VecDeque::new(); teams],
            away: BTreeSet::new(),
            happenings: BinaryHeap::new(),
        }
    }

    fn play(&mut self, trial: &Trial<'_>) {
        let layout = trial.layout;
        self.lay_out(layout);
        for item in &layout.running {
            self.carry_on(trial, *item);
        }
        for (number, team, from, until) in &layout.absences {
            let ends = Happening { at: *until, item: *number, frees: true, worked: 0 };
            self.happenings.push(Reverse(ends));
            if *from > layout.now {
                let begins = Happening { at: *from, item: *number, frees: false, worked: 0 };
                self.happenings.push(Reverse(begins));
            } else {
                self.leaving[*team].push_back(*number);
                self.leave(layout, *team);
            }
        }
        for (at, item) in &layout.arrivals {
            let arrives = Happening { at: *at, item: *item, frees: false, worked: 0 };
            self.happenings.push(Reverse(arrives));
        }
        for item in &layout.expected {
            let at = trial.arrival(*item).max(layout.now);
            let arrives = Happening { at, item: *item, frees: false, worked: 0 };
            self.happenings.push(Reverse(arrives));
        }
        for item in &layout.milestones_at_once {
            self.finish(layout, *item, layout.now);
        }
        if !layout.sharing.is_none() {
            self.share_out(trial, layout.now);
        }
        for team in 0..layout.plan.teams.len() {
            self.take_up(trial, team, layout.now, layout.worked[team]);
        }
        while let Some(Reverse(next)) = self.happenings.pop() {
            self.happen(trial, next);
        }
    }

    fn lay_out(&mut self, layout: &Layout<'_>) {
        self.waits.copy_from_slice(&layout.waits);
        self.order.clear();
        self.began.fill(NEVER);
        self.done.fill(NEVER);
        self.taken.fill(0);
        self.held.fill(false);
        self.lay_out_slots(layout);
        for ready in &mut self.ready {
            ready.clear();
        }
        self.leaving.iter_mut().for_each(VecDeque::clear);
        self.away.clear();
        self.happenings.clear();
    }

    /// Work that has a slot already goes on with what is left of it.
    fn carry_on(&mut self, trial: &Trial<'_>, item: usize) {
        let Some(team) = trial.layout.team_and_effort(item).map(|(team, _)| team) else { return };
        self.order.push(item);
        self.go(trial, item, trial.layout.now, trial.layout.worked[team]);
    }

    /// Gives the free slots of a team, at an instant and its working second, to what comes next by its discipline.
    fn take_up(&mut self, trial: &Trial<'_>, team: usize, at: i64, worked: i64) {
        self.go_on(trial, team, at, worked);
        while self.has_slot(trial.layout, team)
            && let Some(item) = self.next(trial.layout, team)
        {
            self.take(trial, team, item, (at, worked));
        }
    }

    /// Lets what has its slot already and waits no more go on, in a team that limits what is at hand.
    fn go_on(&mut self, trial: &Trial<'_>, team: usize, at: i64, worked: i64) {
        if trial.layout.plan.teams[team].discipline != Discipline::WipLimit {
            return;
        }
        while let Some(Reverse(item)) = self.ready[team].pop() {
            // What is not taken up yet is found to be ready when it is.
            if std::mem::take(&mut self.held[item]) {
                self.release(team, item);
                self.go(trial, item, at, worked);
            }
        }
    }

    /// What a team takes up next when it has a slot; `None` while nothing can be.
    fn next(&self, layout: &Layout<'_>, team: usize) -> Option<usize> {
        let in_line = || layout.lines[team].get(self.taken[team]).copied();
        match layout.plan.teams[team].discipline {
            Discipline::Dispatch => {
                let at_once = layout.ready_at_once[team].get(self.taken[team]).copied();
                let later = self.ready[team].peek().map(|Reverse(item)| *item);
                at_once.into_iter().chain(later).min()
            }
            Discipline::StrictPriority => in_line().filter(|item| self.waits[*item] == 0),
            Discipline::WipLimit => in_line(),
        }
    }

    /// Lets a team take up what is next, at an instant and its working second.
    fn take(&mut self, trial: &Trial<'_>, team: usize, item: usize, (at, worked): (i64, i64)) {
        let dispatches = trial.layout.plan.teams[team].discipline == Discipline::Dispatch;
        let is_later = self.ready[team].peek() == Some(&Reverse(item));
        if dispatches && is_later {
            self.ready[team].pop();
        } else {
            self.taken[team] += 1;
        }
        self.order.push(item);
        if self.waits[item] == 0 {
            self.go(trial, item, at, worked);
        } else {
            self.held[item] = true;
            self.occupy(trial.layout, team, item);
        }
    }

    /// Lets an item take a slot of its team at an instant; what is parked takes none.
    fn go(&mut self, trial: &Trial<'_>, item: usize, at: i64, worked: i64) {
        let Some((team, left)) = trial.draw(item) else { return };
        self.began[item] = at;
        match left {
            Some(left) => {
                self.occupy(trial.layout, team, item);
                self.start(trial.layout, item, left, worked);
            }
            None => self.let_go(item),
        }
    }

    /// Lets an item run from a working second of its team on.
    fn start(&mut self, layout: &Layout<'_>, item: usize, draw: Draw, worked: i64) {
        let Some((team, effort)) = layout.team_and_effort(item) else { return };
        let team = &layout.plan.teams[team];
        let (units, is_done) = match draw {
            Draw::Lasts(units) => (units, true),
            Draw::Beyond(units) => (units, false),
        };
        let ends = worked + whole_seconds(units * effort.scale_seconds / team.share);
        // Beyond the horizon of the calendar nothing is forecast: the slot stays taken.
        let Some(at) = team.timeline.second_at(ends) else { return };
        let at = at.max(layout.now);
        if is_done {
            self.done[item] = at;
        }
        self.happenings.push(Reverse(Happening { at, item, frees: true, worked: ends }));
    }

    fn happen(&mut self, trial: &Trial<'_>, next: Happening) {
        let layout = trial.layout;
        if let Some(team) = layout.absence(next.item) {
            return self.come_or_go(trial, team, next);
        }
        // A slot whose work lasts beyond anything seen is given back; the work itself is never done.
        if !next.frees || self.done[next.item] == next.at {
            self.finish(layout, next.item, next.at);
        }
        let own = layout.team_and_effort(next.item).map(|(team, _)| team).filter(|_| next.frees);
        if let Some(team) = own {
            self.release(team, next.item);
            self.leave(layout, team);
        }
        if !layout.sharing.is_none() {
            return self.share_out(trial, next.at);
        }
        if let Some(team) = own {
            self.take_up(trial, team, next.at, next.worked);
        }
        if layout.successors.after(next.item).is_empty() {
            return;
        }
        // Other teams may have work now, through what was just done.
        for team in 0..layout.plan.teams.len() {
            let of = &layout.plan.teams[team];
            let can = self.free[team] > 0 || of.discipline == Discipline::WipLimit;
            if own != Some(team) && can && !self.ready[team].is_empty() {
                let worked = of.timeline.working_at_second(next.at);
                self.take_up(trial, team, next.at, worked);
            }
        }
    }

    /// Somebody is to go, or is there again.
    fn come_or_go(&mut self, trial: &Trial<'_>, team: usize, next: Happening) {
        if !next.frees {
            self.leaving[team].push_back(next.item);
        } else if self.away.remove(&next.item) {
            self.release(team, next.item);
        } else {
            // They found no time to go.
            self.leaving[team].retain(|number| *number != next.item);
        }
        self.leave(trial.layout, team);
        if next.frees && !trial.layout.sharing.is_none() {
            self.share_out(trial, next.at);
        } else if next.frees {
            let worked = trial.layout.plan.teams[team].timeline.working_at_second(next.at);
            self.take_up(trial, team, next.at, worked);
        }
    }

    /// Whoever is to go goes as soon as a slot is free, before any work.
    fn leave(&mut self, layout: &Layout<'_>, team: usize) {
        while self.has_slot(layout, team)
            && let Some(number) = self.leaving[team].pop_front()
        {
            self.occupy(layout, team, number);
            self.order.push(number);
            self.away.insert(number);
        }
    }

    /// Notes that an item is done, and what is ready through it.
    fn finish(&mut self, layout: &Layout<'_>, item: usize, at: i64) {
        self.done[item] = at;
        if self.began[item] == NEVER {
            self.began[item] = at;
            self.order.push(item);
        }
        for next in layout.successors.after(item) {
            self.waits[*next] = self.waits[*next].saturating_sub(1);
            if self.waits[*next] > 0 {
                continue;
            }
            match &layout.plan.items[*next].work {
                Work::Slot { team, running: false, .. } => self.ready[*team].push(Reverse(*next)),
                Work::Milestone => self.finish(layout, *next, at),
                Work::Slot { .. } | Work::Arrival(_) | Work::Expected(_) => {}
            }
        }
    }
}

impl Layout<'_> {
    fn team_and_effort(&self, item: usize) -> Option<(usize, &Effort)> {
        match &self.plan.items[item].work {
            Work::Slot { team, effort, .. } => Some((*team, effort)),
            Work::Arrival(_) | Work::Expected(_) | Work::Milestone => None,
        }
    }
}
