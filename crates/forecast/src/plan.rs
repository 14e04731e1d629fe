//! What is to be done: teams with their calendars, and work in the order in which it is taken up.

use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::Timeline;
use jiff::Timestamp;

use crate::arrival::Expected;
use crate::circle::{Successors, circle};
use crate::durations::Durations;
use crate::factor::CommonFactor;

/// A plan, as it stands at an instant.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The present: nothing is done before.
    pub at: Timestamp,
    /// Who does it.
    pub teams: Vec<Team>,
    /// What is to be done, what goes first first.
    pub items: Vec<Item>,
}

/// How a team takes up what stands in its queue (its queue discipline).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Discipline {
    /// Whoever is free takes the first thing that is ready; what still waits for something is overtaken.
    #[default]
    Dispatch,
    /// In order alone: while the first thing cannot begin, nothing behind it does.
    StrictPriority,
    /// What is next is taken up as soon as a slot is free, and keeps it while it waits for something else: no more is
    /// at hand at a time than there are slots.
    WipLimit,
}

impl Discipline {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Dispatch, Self::StrictPriority, Self::WipLimit];
}

/// Interchangeable people or places that take up work in the order of the plan.
#[derive(Debug, Clone)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// How many things are worked on at a time.
    pub slots: NonZeroU32,
    /// When it works, from the present to the horizon of the forecast.
    pub timeline: Arc<Timeline>,
    /// The share of a slot's working time that goes to the plan; the rest is reserved, or lost. In (0, 1].
    pub share: f64,
    /// How it takes up work.
    pub discipline: Discipline,
    /// What all its work shares in a trial.
    pub factor: CommonFactor,
    /// When one of its slots is not there.
    pub absences: Vec<Absence>,
    /// Which of its slots are people that other teams have too.
    pub shared: Vec<Shared>,
}

/// Somebody who works for several teams: one slot of each, and at one thing at a time.
///
/// Whenever they are free they take what comes first in the plan of all that their teams could begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shared {
    /// The same number in each of their teams.
    pub person: u64,
    /// The key of the thing of this team that they are at.
    pub holds: Option<u64>,
}

/// A time in which a team has one slot less.
///
/// Whoever is away ends first what they are at; from then on until the end the slot is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// Not before.
    pub from: Timestamp,
    /// After it.
    pub until: Timestamp,
}

/// One thing in a plan.
#[derive(Debug, Clone)]
pub struct Item {
    /// A number of its own that stays the same from plan to plan: it decides its luck in each trial.
    pub key: u64,
    /// What it takes.
    pub work: Work,
    /// What it cannot begin before, by place in the plan.
    pub after: Vec<usize>,
}

/// What a thing takes.
#[derive(Debug, Clone)]
pub enum Work {
    /// A slot of a team.
    Slot {
        /// Which team.
        team: usize,
        /// How long such work takes.
        effort: Effort,
        /// How much of it is behind already, in working seconds; 0 for fresh work.
        age_seconds: f64,
        /// Whether it has its slot already, and waits for nothing any more.
        running: bool,
    },
    /// Nobody's time: something arrives at an instant.
    Arrival(Timestamp),
    /// Nobody's time: something arrives that may be late.
    Expected(Expected),
    /// Nothing: it is there once everything before it is.
    Milestone,
}

/// How much working time a thing takes: a class of durations, times a scale.
#[derive(Debug, Clone)]
pub struct Effort {
    /// The distribution.
    pub durations: Arc<Durations>,
    /// Working seconds in one unit of it: 1 for durations, the estimate in seconds for ratios.
    pub scale_seconds: f64,
}

/// Why a plan cannot be simulated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Things wait for each other in a circle.
    #[error("items {0:?} wait for each other in a circle; take one of the dependencies away")]
    Circle(Vec<usize>),
    /// An item names a team or item that the plan does not have.
    #[error("item {item} names {what} {given}, but the plan has {have}")]
    OutOfRange {
        /// Which item.
        item: usize,
        /// A team or an item.
        what: &'static str,
        /// Which one.
        given: usize,
        /// How many there are.
        have: usize,
    },
    /// A team whose share of working time is not above 0 and at most 1.
    #[error("team {team} gives a share of {given} of its time; wanted above 0 and at most 1")]
    Share {
        /// Which team.
        team: String,
        /// What was given.
        given: String,
    },
}

impl Item {
    /// What it still waits for: nothing, once it is under way.
    pub(crate) fn waits_for(&self) -> &[usize] {
        match self.work {
            Work::Slot { running: true, .. } => &[],
            Work::Slot { .. } | Work::Arrival(_) | Work::Expected(_) | Work::Milestone => {
                &self.after
            }
        }
    }
}

impl Plan {
    /// All absences, each with its team and a number: players tell them by numbers behind those of the items.
    pub(crate) fn absences(&self) -> impl Iterator<Item = (usize, usize, Absence)> {
        let of_team = |(team, of): (usize, &Team)| {
            let absences: Vec<(usize, Absence)> =
                of.absences.iter().map(|absence| (team, *absence)).collect();
            absences
        };
        let all = self.teams.iter().enumerate().flat_map(of_team);
        all.zip(self.items.len()..).map(|((team, absence), number)| (number, team, absence))
    }

    /// Checks what the simulation relies on.
    ///
    /// # Errors
    /// [`PlanError`] naming the first fault.
    pub fn check(&self) -> Result<(), PlanError> {
        for team in &self.teams {
            if !(team.share > 0.0 && team.share <= 1.0) {
                let given = team.share.to_string();
                return Err(PlanError::Share { team: team.name.clone(), given });
            }
        }
        for (item, of) in self.items.iter().enumerate() {
            let out = |what, given, have| PlanError::OutOfRange { item, what, given, have };
            if let Work::Slot { team, .. } = &of.work
                && *team >= self.teams.len()
            {
                return Err(out("team", *team, self.teams.len()));
            }
            if let Some(given) = of.after.iter().find(|before| **before >= self.items.len()) {
                return Err(out("item", *given, self.items.len()));
            }
        }
        circle(&self.waits_for()).map_or(Ok(()), |circle| Err(PlanError::Circle(circle)))
    }

    /// For each item what it waits for.
    fn waits_for(&self) -> Vec<&[usize]> {
        self.items.iter().map(|item| item.after.as_slice()).collect()
    }

    /// For each item those that wait for it.
    pub(crate) fn successors(&self) -> Successors {
        Successors::of(self.items.iter().map(|item| item.after.as_slice()))
    }
}
