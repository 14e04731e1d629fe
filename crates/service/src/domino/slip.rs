//! The plan with room for a slip, and the plan with the slip in it: the same items in the same places, so that the two
//! are comparable trial by trial.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calendar::CalendarError;
use forecast::random::number_of;
use forecast::{Backlog, Durations, Effort, Item, Outcome, Team, Work};
use jiff::Timestamp;

/// What of a promise takes longer when it slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// Its own unfinished work.
    Work,
    /// What its customer does in return comes later: the work would be done before.
    Waiting,
    /// Neither is left: it is there so much later.
    Nothing,
}

/// A plan in which every unfinished piece of work of one promise is followed by something that takes no time yet.
#[derive(Debug)]
pub(super) struct Stage {
    /// The plan.
    pub(super) backlog: Backlog,
    /// The pieces of work, each with what follows it.
    own: Vec<(usize, usize)>,
    /// What it waits for from its customer.
    arrivals: Vec<usize>,
    /// Something that it waits for, for nothing yet.
    last: usize,
}

impl Stage {
    /// Makes room for a slip of a promise by its place.
    pub(super) fn of(plain: Backlog, place: usize) -> Self {
        let end = plain.ends[place];
        let needs = plain.plan.items[end].after.iter().copied();
        let is_work = |item: &usize| matches!(plain.plan.items[*item].work, Work::Slot { .. });
        let is_arrival = |item: &usize| {
            matches!(plain.plan.items[*item].work, Work::Arrival(_) | Work::Expected(_))
        };
        let own: Vec<usize> = needs.clone().filter(is_work).collect();
        // What takes longer keeps its slot: whatever follows it goes before all else, so it stands first in the plan.
        let room = own.len() + 1;
        let follows: BTreeMap<usize, usize> = own.iter().copied().zip(0..).collect();
        let arrivals: Vec<usize> = needs.filter(is_arrival).map(|item| item + room).collect();
        let empty = |key: u64, after: Vec<usize>| {
            let key = number_of(&format!("slip {key}"));
            Item { key, work: Work::Milestone, after }
        };
        let mut items: Vec<Item> = own
            .iter()
            .map(|item| empty(plain.plan.items[*item].key, vec![item + room]))
            .chain([empty(plain.plan.items[end].key, Vec::new())])
            .collect();
        let last = own.len();
        let placed = |item: &usize| follows.get(item).copied().unwrap_or(item + room);
        for (number, item) in plain.plan.items.into_iter().enumerate() {
            let mut after: Vec<usize> = item.after.iter().map(placed).collect();
            after.extend((number == end).then_some(last));
            items.push(Item { after, ..item });
        }
        let plan = forecast::Plan { items, ..plain.plan };
        let ends = plain.ends.iter().map(|end| end + room).collect();
        let begins = plain.begins.iter().map(|begin| begin.map(|begin| begin + room)).collect();
        let own = own.iter().map(|item| (item + room, follows[item])).collect();
        Self { backlog: Backlog { plan, ends, begins, ..plain }, own, arrivals, last }
    }

    /// Whether a piece of work is one of the promise that slips.
    pub(super) fn is_own(&self, item: usize) -> bool {
        self.own.iter().any(|(own, _)| *own == item)
    }

    /// The ends of promises, by their places, and the work behind them.
    pub(super) fn tracked(&self, places: &BTreeSet<usize>) -> Vec<usize> {
        let items = &self.backlog.plan.items;
        let ends = places.iter().map(|place| self.backlog.ends[*place]);
        let needs = ends.clone().flat_map(|end| &items[end].after).copied();
        let work = needs.filter(|item| matches!(items[*item].work, Work::Slot { .. }));
        let own = self.own.iter().map(|(item, _)| *item);
        let tracked: BTreeSet<usize> = ends.chain(work).chain(own).collect();
        tracked.into_iter().collect()
    }

    /// What takes longer when it slips: its work, unless that would be done before what it waits for comes.
    pub(super) fn through(&self, outcomes: &BTreeMap<usize, Outcome>) -> Through {
        let arrives = self.arrivals.iter().filter_map(|item| self.arrival(*item)).max();
        let median = |(item, _): &(usize, usize)| Some(outcomes.get(item)?.quantile(0.5)?.at);
        let worked: Option<Vec<Timestamp>> = self.own.iter().map(median).collect();
        // Work that is not done at even chances is done later than anything that arrives.
        let is_done = |arrives: Timestamp| {
            worked.as_ref().is_some_and(|done| done.iter().all(|done| *done <= arrives))
        };
        match arrives {
            Some(arrives) if is_done(arrives) => Through::Waiting,
            Some(_) | None if self.own.is_empty() => Through::Nothing,
            Some(_) | None => Through::Work,
        }
    }

    fn arrival(&self, item: usize) -> Option<Timestamp> {
        match &self.backlog.plan.items[item].work {
            Work::Arrival(at) => Some(*at),
            Work::Expected(expected) => expected.median(),
            Work::Slot { .. } | Work::Milestone => None,
        }
    }

    /// The plan with the slip: `from` is when the promise is done at even chances, `to` when it is with the slip, and
    /// `later` moves any instant by as much. Work takes longer by `stretch` times what is between the two.
    pub(super) fn slipped(
        &self,
        through: Through,
        (from, to, stretch): (Timestamp, Timestamp, f64),
        later: impl Fn(Timestamp) -> Result<Timestamp, CalendarError>,
    ) -> Result<Backlog, CalendarError> {
        let mut slipped = self.backlog.clone();
        let items = &mut slipped.plan.items;
        match through {
            Through::Work => {
                for (item, follows) in &self.own {
                    items[*follows].work = self.longer(*item, (from, to), stretch);
                }
            }
            Through::Waiting => {
                for item in &self.arrivals {
                    let work = match &items[*item].work {
                        Work::Arrival(at) => Work::Arrival(later(*at)?),
                        Work::Expected(expected) => Work::Expected(expected.moved(&later)?),
                        Work::Slot { .. } | Work::Milestone => continue,
                    };
                    items[*item].work = work;
                }
            }
            Through::Nothing => items[self.last].work = Work::Arrival(to),
        }
        Ok(slipped)
    }

    /// How much longer a piece of work takes, so that all of it together takes the slip longer: as a team takes up so
    /// many pieces at a time, each takes its share.
    fn longer(&self, item: usize, (from, to): (Timestamp, Timestamp), stretch: f64) -> Work {
        let Some(team) = self.team(item) else { return Work::Milestone };
        let of: &Team = &self.backlog.plan.teams[team];
        let pieces = self.own.iter().filter(|(item, _)| self.team(*item) == Some(team)).count();
        let slots = usize::try_from(of.slots.get()).unwrap_or(usize::MAX);
        let rounds = pieces.div_ceil(slots.min(pieces).max(1)).max(1);
        let working = of.timeline.working_at(to) - of.timeline.working_at(from);
        #[expect(
            clippy::cast_precision_loss,
            reason = "working seconds and rounds are far below 2^53"
        )]
        let seconds = working.max(0) as f64 / rounds as f64;
        let Some(one) = Durations::of_sample(vec![1.0]) else { return Work::Milestone };
        let effort =
            Effort { durations: Arc::new(one), scale_seconds: seconds * stretch * of.share };
        Work::Slot { team, effort, age_seconds: 0.0, running: false }
    }

    fn team(&self, item: usize) -> Option<usize> {
        match &self.backlog.plan.items[item].work {
            Work::Slot { team, .. } => Some(*team),
            Work::Arrival(_) | Work::Expected(_) | Work::Milestone => None,
        }
    }
}
