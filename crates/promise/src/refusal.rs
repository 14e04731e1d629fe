//! Why a command is refused. Nothing was written when one of these comes back.

use calendar::{CalendarError, Due};
use jiff::Timestamp;

use crate::capability::CapabilityRefusal;
use crate::event::Side;
use crate::health::Chance;
use crate::id::{CounterPromiseId, TieId};
use crate::state::StateName;
use crate::terms::Gap;

/// Why a command is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such promise yet.
    #[error("cannot {verb}: there is no such promise")]
    NoPromise {
        /// What was asked.
        verb: &'static str,
    },
    /// The table of moves does not have it.
    #[error("cannot {verb} a promise that is {state}")]
    NotInState {
        /// What was asked.
        verb: &'static str,
        /// What the promise is.
        state: StateName,
    },
    /// The move belongs to the other side.
    #[error("only {} can {verb}", side_name(*.wanted))]
    WrongSide {
        /// What was asked.
        verb: &'static str,
        /// Whose move it is.
        wanted: Side,
    },
    /// Fields are missing.
    #[error("cannot be offered: {} missing", gap_names(.0))]
    Missing(Vec<Gap>),
    /// An instant that must lie ahead does not.
    #[error("{field} is {given}; wanted a time after {now}")]
    NotAhead {
        /// Which field.
        field: &'static str,
        /// What was given.
        given: Timestamp,
        /// The present.
        now: Timestamp,
    },
    /// An instant that must lie behind does not.
    #[error("{field} is {given}; wanted a time up to {now}")]
    NotYet {
        /// Which field.
        field: &'static str,
        /// What was given.
        given: Timestamp,
        /// The present.
        now: Timestamp,
    },
    /// An instant before the promise began.
    #[error("{field} is {given}, before the promise began at {begun}")]
    BeforeBegun {
        /// Which field.
        field: &'static str,
        /// What was given.
        given: Timestamp,
        /// The first event.
        begun: Timestamp,
    },
    /// The date's chance is below the policy and nobody answers for it.
    #[error("the chance of {due} is {}%, below the policy of {}%; wanted a reason and who takes it", .chance.permille() / 10, .policy.permille() / 10)]
    BelowPolicy {
        /// The due.
        due: Due,
        /// Its chance.
        chance: Chance,
        /// What the policy asks.
        policy: Chance,
    },
    /// Nothing would change.
    #[error("nothing would change: wanted a new due or a new subject")]
    NothingToChange,
    /// A new due needs a forecast, or the reason why there is none.
    #[error("ground is missing: wanted a forecast for the new due, or why there is none")]
    NoGround,
    /// No change waits for an answer.
    #[error("cannot {verb}: no change has been proposed")]
    NothingProposed {
        /// What was asked.
        verb: &'static str,
    },
    /// The proposed due has passed while it waited.
    #[error("the proposed due {due} has passed; wanted a new proposal")]
    ProposalPassed {
        /// The due.
        due: Due,
    },
    /// No such counter-promise.
    #[error("{given} is no counter-promise of this promise")]
    NoCounterPromise {
        /// What was given.
        given: CounterPromiseId,
    },
    /// The counter-promise has arrived already.
    #[error("the counter-promise {given} was met at {at}")]
    CounterPromiseMet {
        /// Which one.
        given: CounterPromiseId,
        /// When it arrived.
        at: Timestamp,
    },
    /// The counter-promise is not late, or its consequence is another one.
    #[error("the counter-promise {given} does not end this promise: {why}")]
    NoVoid {
        /// Which one.
        given: CounterPromiseId,
        /// Why not.
        why: &'static str,
    },
    /// Nothing of that name that a promise is tied to, or that can be delivered.
    #[error("{given} is no delivery that this promise waits for, nor a plan that waits for it")]
    NoTie {
        /// What was given.
        given: TieId,
    },
    /// What a promise was tied to is over already.
    #[error("{given} has arrived, or was taken away")]
    TieEnded {
        /// Which one.
        given: TieId,
    },
    /// A forecast for the past, or one older than the last.
    #[error("the forecast was made at {made_at}, after {now}")]
    ForecastAhead {
        /// When it was made.
        made_at: Timestamp,
        /// The present.
        now: Timestamp,
    },
    /// It is about a capability, and not allowed there.
    #[error(transparent)]
    Capability(#[from] CapabilityRefusal),
    /// The calendar could not answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Us => "the organisation",
        Side::Account => "the account",
    }
}

fn gap_names(gaps: &[Gap]) -> String {
    let names: Vec<&str> = gaps.iter().map(|gap| gap.field()).collect();
    names.join(", ")
}
