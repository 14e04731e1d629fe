//! People whom teams share, in a trial: a slot that whichever of them has the first thing to do gets.

use super::trial::Trial;
use super::{Layout, Table};
use crate::plan::{Discipline, Plan, Work};

/// Whom the teams of a plan share.
#[derive(Debug, Default)]
pub(super) struct Sharing {
    /// For each person their teams.
    teams: Vec<Vec<usize>>,
    /// For each team its slots that are people of no other.
    own: Vec<i64>,
    /// Who is at which item at the present.
    holding: Vec<(usize, usize)>,
}

impl Sharing {
    pub(super) fn of(plan: &Plan) -> Self {
        let all = plan.teams.iter().enumerate();
        let mut numbers: Vec<(u64, usize)> =
            all.flat_map(|(team, of)| of.shared.iter().map(move |s| (s.person, team))).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let people = numbers.chunk_by(|a, b| a.0 == b.0).filter(|teams| teams.len() > 1);
        let (mut sharing, mut known) = (Self::default(), Vec::new());
        for teams in people {
            known.extend(teams.first().map(|(number, _)| *number));
            sharing.teams.push(teams.iter().map(|(_, team)| *team).collect());
        }
        for (team, of) in plan.teams.iter().enumerate() {
            let shared = sharing.teams.iter().filter(|teams| teams.contains(&team)).count();
            let shared = i64::try_from(shared).unwrap_or(i64::MAX);
            sharing.own.push((i64::from(of.slots.get()) - shared).max(0));
            for one in &of.shared {
                let person = known.iter().position(|number| *number == one.person);
                let is_held = |key: u64, item: usize| {
                    let of = &plan.items[item];
                    matches!(of.work, Work::Slot { team: its, running: true, .. } if its == team)
                        && of.key == key
                };
                let held = one
                    .holds
                    .and_then(|key| (0..plan.items.len()).find(|item| is_held(key, *item)));
                sharing.holding.extend(person.zip(held));
            }
        }
        sharing
    }

    pub(super) fn is_none(&self) -> bool {
        self.teams.is_empty()
    }

    /// The teams that share somebody with one, itself among them.
    pub(super) fn with(&self, team: usize) -> impl Iterator<Item = usize> {
        self.teams.iter().filter(move |teams| teams.contains(&team)).flatten().copied()
    }
}

/// Who of the shared people is free, and at what the others are.
#[derive(Debug, Default)]
pub(super) struct Hands {
    is_free: Vec<bool>,
    /// By number of an item or an absence who is at it.
    at: Vec<Option<usize>>,
}

impl Hands {
    pub(super) fn of(layout: &Layout<'_>) -> Self {
        let sharing = &layout.sharing;
        let numbers = if sharing.is_none() { 0 } else { layout.numbers() };
        Self { is_free: vec![true; sharing.teams.len()], at: vec![None; numbers] }
    }

    fn lay_out(&mut self, sharing: &Sharing) {
        self.is_free.fill(true);
        self.at.fill(None);
        for (person, item) in &sharing.holding {
            self.is_free[*person] = false;
            self.at[*item] = Some(*person);
        }
    }

    fn free_of(&self, sharing: &Sharing, team: usize) -> Option<usize> {
        (0..self.is_free.len())
            .find(|person| self.is_free[*person] && sharing.teams[*person].contains(&team))
    }
}

impl Table {
    /// Lets every slot be free but those of shared people who are at something.
    pub(super) fn lay_out_slots(&mut self, layout: &Layout<'_>) {
        self.free.copy_from_slice(&layout.sharing.own);
        self.hands.lay_out(&layout.sharing);
    }

    /// Whether a team has a slot, of its own or shared.
    pub(super) fn has_slot(&self, layout: &Layout<'_>, team: usize) -> bool {
        self.free[team] > 0 || self.hands.free_of(&layout.sharing, team).is_some()
    }

    /// Lets an item or an absence take a slot of a team: its own before one that others could use.
    pub(super) fn occupy(&mut self, layout: &Layout<'_>, team: usize, number: usize) {
        let is_at = self.hands.at.get(number).is_some_and(Option::is_some);
        if is_at {
            return;
        }
        let shared = self.hands.free_of(&layout.sharing, team).filter(|_| self.free[team] <= 0);
        match shared {
            Some(person) => {
                self.hands.is_free[person] = false;
                self.hands.at[number] = Some(person);
            }
            None => self.free[team] -= 1,
        }
    }

    /// Gives back the slot that an item or an absence has.
    pub(super) fn release(&mut self, team: usize, number: usize) {
        match self.hands.at.get_mut(number).and_then(Option::take) {
            Some(person) => self.hands.is_free[person] = true,
            None => self.free[team] += 1,
        }
    }

    /// Gives back the slot of what turns out to need none.
    pub(super) fn let_go(&mut self, number: usize) {
        if let Some(person) = self.hands.at.get_mut(number).and_then(Option::take) {
            self.hands.is_free[person] = true;
        }
    }

    /// Gives the free slots of all teams to what comes first in the plan of all that could begin.
    pub(super) fn share_out(&mut self, trial: &Trial<'_>, at: i64) {
        let layout = trial.layout;
        let teams = layout.plan.teams.len();
        let limited = |team: &usize| layout.plan.teams[*team].discipline == Discipline::WipLimit;
        for team in (0..teams).filter(limited) {
            let worked = layout.plan.teams[team].timeline.working_at_second(at);
            self.go_on(trial, team, at, worked);
        }
        loop {
            // Who is shared holds nothing that cannot begin: another team may be waiting for them to let it begin.
            let begins = |team: usize, item: &usize| self.waits[*item] == 0 || self.free[team] > 0;
            let next = |team: usize| self.next(layout, team).filter(|item| begins(team, item));
            let next = |team: usize| next(team).map(|item| (item, team));
            let can = (0..teams).filter(|team| self.has_slot(layout, *team));
            let Some((item, team)) = can.filter_map(next).min() else { return };
            let worked = layout.plan.teams[team].timeline.working_at_second(at);
            self.take(trial, team, item, (at, worked));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;
    use std::sync::Arc;

    use calendar::{Calendar, Country, Timeline};
    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::durations::Durations;
    use crate::factor::CommonFactor;
    use crate::plan::{Absence, Effort, Item, Shared, Team};
    use crate::random::Seed;
    use crate::simulate::{Play, simulate};

    fn monday() -> Timestamp {
        "2026-03-09T08:00:00Z".parse().expect("an instant")
    }

    /// A team of so many, of whom one is Ann.
    fn with_ann(slots: u32, discipline: Discipline) -> Team {
        let office = Calendar::office("Europe/Amsterdam", Country::Nl).expect("a known zone");
        let until = monday() + SignedDuration::from_hours(24 * 60);
        Team {
            name: String::new(),
            slots: NonZeroU32::new(slots).expect("above zero"),
            timeline: Arc::new(Timeline::over(&office, monday(), until).expect("it opens")),
            share: 1.0,
            discipline,
            factor: CommonFactor::default(),
            absences: Vec::new(),
            shared: vec![Shared { person: 7, holds: None }],
        }
    }

    /// An hour of work for a team, behind others.
    fn hour(team: usize, running: bool, after: &[usize]) -> Item {
        let durations = Arc::new(Durations::of_sample(vec![1.0]).expect("a sample"));
        let effort = Effort { durations, scale_seconds: 3600.0 };
        let work = Work::Slot { team, effort, age_seconds: 0.0, running };
        Item { key: 0, work, after: after.to_vec() }
    }

    /// After how many hours of the first morning each item is done.
    #[track_caller]
    fn check(teams: Vec<Team>, mut items: Vec<Item>, hours: &[i64]) {
        (0..).zip(&mut items).for_each(|(key, item)| item.key = key);
        let tracked: Vec<usize> = (0..items.len()).collect();
        let (trials, threads) = (NonZeroU32::MIN, NonZeroU32::MIN);
        let plan = Plan { at: monday(), teams, items };
        let runs = simulate(&plan, &tracked, Play { trials, seed: Seed(1), threads });
        let runs = runs.expect("a plan");
        let done = runs.outcomes().iter().flat_map(|outcome| outcome.done());
        let done: Vec<i64> = done.map(|done| (done - monday().as_second()) / 3600).collect();
        assert_eq!(done, hours);
    }

    fn alone(discipline: Discipline) -> Vec<Team> {
        vec![with_ann(1, discipline), with_ann(1, discipline)]
    }

    #[test]
    fn who_is_alone_in_both_takes_the_first_of_either() {
        for discipline in Discipline::ALL {
            let items = [0, 1, 1, 0].map(|team| hour(team, false, &[])).to_vec();
            check(alone(discipline), items, &[1, 2, 3, 4]);
        }
    }

    #[test]
    fn own_people_go_first_and_leave_the_shared_one_to_the_other_team() {
        let teams = vec![with_ann(2, Discipline::Dispatch), with_ann(1, Discipline::Dispatch)];
        let items = [0, 1, 0, 1].map(|team| hour(team, false, &[])).to_vec();
        check(teams, items, &[1, 1, 2, 2]);
    }

    #[test]
    fn what_somebody_holds_keeps_them_from_the_other_team() {
        let mut teams = vec![with_ann(2, Discipline::Dispatch), with_ann(1, Discipline::Dispatch)];
        let items = vec![hour(0, true, &[]), hour(1, false, &[]), hour(0, false, &[])];
        check(teams.clone(), items.clone(), &[1, 1, 2]);
        teams[0].shared[0].holds = Some(0);
        check(teams, items, &[1, 2, 1]);
    }

    #[test]
    fn what_becomes_ready_for_one_team_waits_for_the_other() {
        let items = vec![
            hour(0, false, &[]),
            hour(1, false, &[3]),
            hour(0, false, &[]),
            hour(0, false, &[]),
        ];
        check(alone(Discipline::Dispatch), items.clone(), &[1, 4, 2, 3]);
        // She does not hold what cannot begin: nobody would be left to do what it waits for.
        check(alone(Discipline::WipLimit), items, &[1, 3, 4, 2]);
    }

    #[test]
    fn who_is_away_is_away_from_both() {
        let mut teams = alone(Discipline::Dispatch);
        let until = monday() + SignedDuration::from_hours(2);
        teams[1].absences.push(Absence { from: monday(), until });
        check(teams, vec![hour(0, false, &[]), hour(1, false, &[])], &[3, 4]);
    }

    #[test]
    fn who_is_named_by_one_team_alone_is_one_of_its_own() {
        let mut teams = alone(Discipline::Dispatch);
        teams[1].shared.clear();
        check(teams, vec![hour(0, false, &[]), hour(1, false, &[])], &[1, 1]);
    }

    #[test]
    fn a_team_is_played_for_the_sake_of_the_people_it_shares() {
        let items = vec![hour(0, false, &[]), hour(1, false, &[])];
        let plan = Plan { at: monday(), teams: alone(Discipline::Dispatch), items };
        assert_eq!(Layout::of(&plan, &[1]).matters, [true, true]);
    }
}
