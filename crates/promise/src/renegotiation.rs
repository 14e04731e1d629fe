//! A new due or subject, proposed by either side and agreed by the other.

use calendar::Due;
use jiff::Timestamp;

use crate::code::codes;
use crate::event::Side;
use crate::id::CounterPromiseId;
use crate::terms::Ground;
use crate::words::{Line, Words};

/// Why a date moves. Every move carries one, and they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The work itself took longer than thought.
    Work,
    /// People or time were not there.
    Capacity,
    /// Somebody else's delivery was late.
    ThirdParty,
    /// A counter-promise was late.
    CounterPromise,
    /// More, less or something else is wanted.
    Scope,
    /// Another promise went first.
    Priority,
    /// The customer asked for another date.
    CustomerWish,
    /// It was promised in error.
    Mistake,
}

codes! { Reason {
    Work = "work",
    Capacity = "capacity",
    ThirdParty = "third_party",
    CounterPromise = "counter_promise",
    Scope = "scope",
    Priority = "priority",
    CustomerWish = "customer_wish",
    Mistake = "mistake",
} }

/// What would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The new due.
    pub due: Option<Due>,
    /// The new subject.
    pub subject: Option<Line>,
}

/// A change that somebody wants to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What would change.
    pub change: Change,
    /// Why.
    pub reason: Reason,
    /// Why, in words.
    pub words: Words,
    /// What the new date rests on; needed when we propose a due.
    pub ground: Option<Ground>,
}

/// A change that waits for the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renegotiation {
    /// Whose proposal it is.
    pub by: Side,
    /// When it was made.
    pub at: Timestamp,
    /// What would change.
    pub change: Change,
    /// Why.
    pub reason: Reason,
    /// Why, in words; absent when a rule proposed it.
    pub words: Option<Words>,
    /// What the new date rests on; absent when the account proposed it.
    pub ground: Option<Ground>,
    /// The late counter-promise whose consequence this is, with the business days it counts.
    pub consequence_of: Option<(CounterPromiseId, i32)>,
}
