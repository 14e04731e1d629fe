//! A network and the order in which its tasks are taken up; and what somebody might change about it.
//!
//! The order is decided once and kept from variant to variant: an order that was found anew for each would move promises
//! by its own whims, and hide what the change itself does.

use super::network::{Draw, Network, NetworkError, Task};
use super::oracle::{SlotRule, dispatch};

/// A network in an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    network: Network,
    /// All tasks, by place, none before one that it waits for.
    order: Vec<usize>,
    /// For each team.
    rules: Vec<SlotRule>,
}

/// What somebody might do. Tasks are told by their keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// One more task, before another one or behind all.
    Insert {
        /// The task; its `after` names places in the network as it is.
        task: Task,
        /// Before which task.
        before: Option<u64>,
    },
    /// A task is not done; what waited for it waits no longer.
    Remove(u64),
    /// A task is taken up before another one, or behind all.
    Move {
        /// Which task.
        key: u64,
        /// Before which other one.
        before: Option<u64>,
    },
    /// A task takes something else, or was promised for another time.
    Alter {
        /// Which task.
        key: u64,
        /// What it takes now.
        work: Draw,
        /// When it is due now.
        due: f64,
    },
    /// A team has another number of slots.
    Slots {
        /// Which team.
        team: usize,
        /// How many, at least one.
        count: u32,
    },
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// There is no such task.
    #[error("there is no task {0}; it may have been removed")]
    NoTask(u64),
    /// There is one already.
    #[error("there is a task {0} already; wanted another key")]
    SameKey(u64),
    /// There is no such team.
    #[error("there is no team {given}; wanted one of {have}")]
    NoTeam {
        /// Which one was named.
        given: usize,
        /// How many there are.
        have: usize,
    },
    /// The network cannot be played afterwards.
    #[error(transparent)]
    Network(#[from] NetworkError),
}

impl Scenario {
    /// Tasks are taken up in the order of the network, each by the slot that is free first.
    ///
    /// # Errors
    /// [`NetworkError`] when the network cannot be played, or has a task before one that it waits for.
    pub fn serial(network: Network) -> Result<Self, NetworkError> {
        network.check()?;
        for (task, of) in network.tasks.iter().enumerate() {
            if let Some(given) = of.after.iter().copied().find(|before| *before >= task) {
                let what = "later task";
                return Err(NetworkError::OutOfRange { task, what, given, have: task });
            }
        }
        let order = (0..network.tasks.len()).collect();
        let rules = vec![SlotRule::Earliest; network.teams.len()];
        Ok(Self { network, order, rules })
    }

    /// Tasks are taken up in the order of one dispatch in which everything takes its mean; one that waits takes the last
    /// slot that is free by then (rule E of `docs/model/engine.md`).
    ///
    /// # Errors
    /// [`NetworkError`] when the network cannot be played.
    pub fn dispatched(network: Network) -> Result<Self, NetworkError> {
        network.check()?;
        let order = dispatch(&network, &network.means()).order;
        let rules = vec![SlotRule::BestFit; network.teams.len()];
        Ok(Self { network, order, rules })
    }

    /// Tasks in an order that somebody else has found, and the rule of each team.
    pub(super) fn in_order(network: Network, order: Vec<usize>, rules: Vec<SlotRule>) -> Self {
        Self { network, order, rules }
    }

    /// What is played.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The tasks in the order in which they are taken up, by place.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// For each team which slot a task takes that has to wait.
    pub fn rules(&self) -> &[SlotRule] {
        &self.rules
    }

    /// What it is after changes, one after another; the order of everything else stays as it is.
    ///
    /// # Errors
    /// [`ChangeError`] naming what cannot be done.
    pub fn changed(&self, changes: &[Change]) -> Result<Self, ChangeError> {
        self.changed_with_origins(changes).map(|(changed, _)| changed)
    }

    /// The same, and for each task of it where it was before; `None` for a new one.
    pub(super) fn changed_with_origins(
        &self,
        changes: &[Change],
    ) -> Result<(Self, Vec<Option<usize>>), ChangeError> {
        let mut scenario = self.clone();
        let mut origins = (0..self.network.tasks.len()).map(Some).collect();
        for change in changes {
            scenario.change(change, &mut origins)?;
        }
        Ok((scenario, origins))
    }

    fn change(
        &mut self,
        change: &Change,
        origins: &mut Vec<Option<usize>>,
    ) -> Result<(), ChangeError> {
        match change {
            Change::Insert { task, before } => {
                if self.find(task.key).is_ok() {
                    return Err(ChangeError::SameKey(task.key));
                }
                let rank = self.rank_before(*before)?;
                let place = self.network.tasks.len();
                self.network.tasks.push(task.clone());
                origins.push(None);
                // Nothing waits for it yet, so it closes no circle but with itself.
                self.network.check_task(place)?;
                if task.after.contains(&place) {
                    return Err(NetworkError::Circle(vec![place]).into());
                }
                self.put(place, rank);
            }
            Change::Remove(key) => {
                let gone = self.find(*key)?;
                self.remove(gone);
                origins.remove(gone);
            }
            Change::Move { key, before } => {
                let place = self.find(*key)?;
                let rank = self.rank_before(*before)?;
                let own = self.order.iter().position(|of| *of == place).unwrap_or(0);
                self.order.remove(own);
                self.put(place, if own < rank { rank - 1 } else { rank });
            }
            Change::Alter { key, work, due } => {
                let place = self.find(*key)?;
                let task = &mut self.network.tasks[place];
                (task.work, task.due) = (*work, *due);
                self.network.check_task(place)?;
            }
            Change::Slots { team, count } => {
                let have = self.network.teams.len();
                let slots = self.network.teams.get_mut(*team);
                *slots.ok_or(ChangeError::NoTeam { given: *team, have })? = *count;
                if *count == 0 {
                    return Err(NetworkError::NoSlots(*team).into());
                }
            }
        }
        Ok(())
    }

    fn find(&self, key: u64) -> Result<usize, ChangeError> {
        let place = self.network.tasks.iter().position(|task| task.key == key);
        place.ok_or(ChangeError::NoTask(key))
    }

    fn rank_before(&self, before: Option<u64>) -> Result<usize, ChangeError> {
        let Some(key) = before else { return Ok(self.order.len()) };
        let place = self.find(key)?;
        Ok(self.order.iter().position(|of| *of == place).unwrap_or(self.order.len()))
    }

    /// Puts a task into the order at a rank, or as near to it as what it waits for and what waits for it allow.
    fn put(&mut self, place: usize, rank: usize) {
        let waits = |of: usize, on: usize| self.network.tasks[of].after.contains(&on);
        let least = self.order.iter().rposition(|of| waits(place, *of)).map_or(0, |last| last + 1);
        let most = self.order.iter().position(|of| waits(*of, place)).unwrap_or(self.order.len());
        self.order.insert(rank.max(least).min(most), place);
    }

    fn remove(&mut self, gone: usize) {
        self.network.tasks.remove(gone);
        self.order.retain(|place| *place != gone);
        // Everything behind it has moved up.
        let moved = |place: &mut usize| *place -= usize::from(*place > gone);
        self.order.iter_mut().for_each(moved);
        self.network.absences.retain(|place| *place != gone);
        self.network.absences.iter_mut().for_each(moved);
        for task in &mut self.network.tasks {
            task.after.retain(|before| *before != gone);
            task.after.iter_mut().for_each(moved);
        }
    }
}
