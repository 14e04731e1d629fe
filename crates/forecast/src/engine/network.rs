//! What the engine plays: tasks that wait for slots of teams and for each other, in the order in which they are taken up.

use std::sync::Arc;

use super::clock::Clocks;
use super::oracle::Luck;
use crate::circle::{Successors, circle};
use crate::durations::{self, Durations};
use crate::factor::Narrowed;
use crate::number::real;
use crate::random::mix;

/// Teams and their tasks.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// Classes of durations, as multiples of a task's scale.
    pub classes: Vec<Class>,
    /// How many slots each team has.
    pub teams: Vec<u32>,
    /// The tasks, what goes first first.
    pub tasks: Vec<Task>,
    /// In whose working time each team counts.
    pub clocks: Clocks,
    /// For each team by what all its work is multiplied in a trial; none for teams beyond its end.
    pub factors: Vec<Vec<Factor>>,
    /// Tasks that take no time but last until one: what they take is when they end.
    pub absences: Vec<usize>,
}

/// Something that all work of a team is multiplied with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// What decides its luck: teams that share a factor have the same.
    pub key: u64,
    /// Its values, by place in [`Network::classes`].
    pub class: usize,
}

/// A class of durations.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// How long such work takes from its beginning.
    pub durations: Arc<Durations>,
    /// How much of it is behind already; 0 for fresh work. What is drawn is what is left.
    pub age: f64,
    /// The standard deviation of the logarithm of the factors that this is multiplied with: it varies by so much less
    /// itself.
    pub shared_sd: f64,
}

/// A piece of work for one slot of one team.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// A number of its own that stays the same from network to network: it decides its luck in each trial.
    pub key: u64,
    /// Whose it is, by place in [`Network::teams`].
    pub team: usize,
    /// What it takes.
    pub work: Draw,
    /// What it cannot begin before, by place in [`Network::tasks`].
    pub after: Vec<usize>,
    /// Something that must have come from elsewhere before it can begin.
    pub arrival: Option<Draw>,
    /// When it was promised.
    pub due: f64,
}

/// A time by chance: a scale times one of the values of a class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Draw {
    /// By place in [`Network::classes`].
    pub class: usize,
    /// Above 0, in the unit of the network.
    pub scale: f64,
}

/// Why a network cannot be played.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// Tasks wait for each other.
    #[error("tasks {0:?} wait for each other in a circle; take one of the dependencies away")]
    Circle(Vec<usize>),
    /// A task names something that is not there.
    #[error("task {task} names {what} {given}, but there are {have}")]
    OutOfRange {
        /// Which task.
        task: usize,
        /// A team, a class or a task.
        what: &'static str,
        /// Which one.
        given: usize,
        /// How many there are.
        have: usize,
    },
    /// A team that can do nothing.
    #[error("team {0} has no slots; wanted at least one")]
    NoSlots(usize),
    /// A scale or a due that is no time.
    #[error("the {what} of task {task} is {given}; wanted a finite number of at least 0")]
    Time {
        /// Which task.
        task: usize,
        /// What of it.
        what: &'static str,
        /// What was given.
        given: String,
    },
}

/// Points of a distribution that its mean is taken over.
const POINTS: usize = 256;

impl Class {
    /// Each value of a sample is equally likely. `None` for an empty one, for one that is not ascending, and for values
    /// that are no durations.
    pub fn of_sample(values: Vec<f64>) -> Option<Self> {
        let is_time = |value: &f64| value.is_finite() && *value >= 0.0;
        let is_sample = values.iter().all(is_time) && values.is_sorted();
        let durations = Arc::new(Durations::of_sample(values).filter(|_| is_sample)?);
        Some(Self { durations, age: 0.0, shared_sd: 0.0 })
    }

    /// A number that tells it from most others, by what it is.
    pub(super) fn fingerprint(&self) -> u64 {
        let points = (0..8).map(|point| self.durations.quantile((f64::from(point) + 0.5) / 8.0));
        let shared = Some(self.shared_sd).filter(|sd| *sd > 0.0);
        let all = points.chain([self.age, real(self.durations.finished())]).chain(shared);
        all.fold(0, |all, part| mix(all ^ part.to_bits()))
    }

    /// What is left of it at the middle of each of so many equal shares, ascending.
    pub(super) fn middles(&self, count: usize) -> Vec<durations::Draw> {
        let left = self.durations.middles(self.age, count);
        let narrowed = (self.shared_sd > 0.0)
            .then(|| Narrowed::of(&self.durations, self.age, self.shared_sd))
            .flatten();
        match narrowed {
            Some(narrowed) => left.into_iter().map(|draw| narrowed.draw(draw)).collect(),
            None => left,
        }
    }

    /// What is left on average; what lasts longer than anything seen counts as the longest.
    pub(crate) fn mean(&self) -> f64 {
        let left = self.middles(POINTS);
        let units = |draw: &durations::Draw| match draw {
            durations::Draw::Lasts(units) | durations::Draw::Beyond(units) => *units,
        };
        left.iter().map(units).sum::<f64>() / real(left.len().max(1))
    }
}

impl Network {
    /// Checks what the engine relies on.
    ///
    /// # Errors
    /// [`NetworkError`] naming the first fault.
    pub fn check(&self) -> Result<(), NetworkError> {
        if let Some(team) = self.teams.iter().position(|slots| *slots == 0) {
            return Err(NetworkError::NoSlots(team));
        }
        (0..self.tasks.len()).try_for_each(|task| self.check_task(task))?;
        circle(&self.waits_for()).map_or(Ok(()), |circle| Err(NetworkError::Circle(circle)))
    }

    /// Checks one task, but not whether it waits for itself by way of others.
    ///
    /// # Errors
    /// [`NetworkError`] naming the first fault.
    pub(crate) fn check_task(&self, task: usize) -> Result<(), NetworkError> {
        let is_time = |value: &f64| value.is_finite() && *value >= 0.0;
        let of = &self.tasks[task];
        let within = |what, given, have| {
            let is_there = given < have;
            if is_there {
                Ok(())
            } else {
                Err(NetworkError::OutOfRange { task, what, given, have })
            }
        };
        within("team", of.team, self.teams.len())?;
        within("class", of.work.class, self.classes.len())?;
        of.arrival.map_or(Ok(()), |draw| within("class", draw.class, self.classes.len()))?;
        of.after.iter().try_for_each(|before| within("task", *before, self.tasks.len()))?;
        let arrival = of.arrival.map_or(0.0, |draw| draw.scale);
        let times = [("scale", of.work.scale), ("arrival", arrival), ("due", of.due)];
        match times.into_iter().find(|(_, value)| !is_time(value)) {
            Some((what, given)) => Err(NetworkError::Time { task, what, given: given.to_string() }),
            None => Ok(()),
        }
    }

    /// What everything takes on average; what comes from elsewhere is there at its median, as the mean is that of its
    /// longest tail.
    pub(crate) fn means(&self) -> Luck {
        let means: Vec<f64> = self.classes.iter().map(Class::mean).collect();
        let median = |draw: Draw| draw.scale * self.classes[draw.class].durations.quantile(0.5);
        Luck {
            work: self.tasks.iter().map(|task| task.work.scale * means[task.work.class]).collect(),
            arrival: self.tasks.iter().map(|task| task.arrival.map_or(0.0, median)).collect(),
        }
    }

    /// For each task those that wait for it.
    pub(crate) fn successors(&self) -> Successors {
        Successors::of(self.tasks.iter().map(|task| task.after.as_slice()))
    }

    /// For each task what it waits for.
    fn waits_for(&self) -> Vec<&[usize]> {
        self.tasks.iter().map(|task| task.after.as_slice()).collect()
    }
}
