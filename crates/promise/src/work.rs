//! The work behind a promise: known to us, not part of what the customer sees.

use std::num::NonZeroU32;

use jiff::Timestamp;

use crate::id::PromiseId;
use crate::money::Currency;

/// What work a promise rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// Work that no tracker knows yet.
    pub new: Vec<NewWork>,
    /// Records of trackers, by source and id.
    pub records: Vec<WorkLink>,
    /// Whether its new work goes before all that waits.
    pub first: bool,
    /// Promises of ours that must be kept before: its new work begins after them, and it is not done without them.
    pub after: Vec<PromiseId>,
    /// What was arranged about it.
    pub arranged: Arranged,
}

/// What was arranged about the work of a promise: where it goes, who helps, and what its lateness would cost us.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    /// The promise before whose work it goes; behind all that waits when absent.
    pub before: Option<PromiseId>,
    /// Whether it is done by hands hired for it, outside the queue.
    pub hired: bool,
    /// Overtime that was bought for it.
    pub overtime: Vec<Overtime>,
    /// Whether the account has consented to its being moved.
    pub movable: bool,
    /// What its lateness costs us beyond what was agreed with the account.
    pub loss: Option<OwnLoss>,
}

/// Overtime of a team for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtime {
    /// Whose.
    pub team: String,
    /// How many minutes a week, of the whole team.
    pub minutes_a_week: u32,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// What the lateness of a promise costs us beyond what was agreed: a lost order, an angry director.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnLoss {
    /// In which currency.
    pub currency: Currency,
    /// For each working day late, in minor units.
    pub per_day: i64,
    /// Once, in minor units.
    pub per_breach: i64,
}

/// Work that no tracker knows yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWork {
    /// Whose it will be.
    pub team: String,
    /// What kind of work it is.
    pub kind: String,
    /// What each piece is thought to take, in minutes.
    pub estimate_minutes: Option<u32>,
    /// How many pieces.
    pub pieces: NonZeroU32,
}

/// A record of a tracker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkLink {
    /// Which import it came from.
    pub source: String,
    /// Its id there.
    pub id: String,
}

/// What happened to the work of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkEvent {
    /// The work was planned, or planned anew.
    Planned(Work),
}

impl WorkEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Planned(_) => "planned",
        }
    }
}
