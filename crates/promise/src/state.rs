//! What can be true of a promise. One state, one variant, with only the facts true in it.

use std::fmt;

use calendar::Due;
use jiff::Timestamp;

use crate::code::codes;
use crate::event::{CounterProposal, Evidence, Side};
use crate::health::Health;
use crate::id::{AccountId, ContactId, CounterPromiseId, MemberId};
use crate::renegotiation::{Reason, Renegotiation};
use crate::settle::Settlement;
use crate::terms::{CounterPromise, Draft, Found, Gap, OnTimeWindow, Terms};
use crate::words::{Line, Words};

/// A promise: a fold of its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The short name people use, counted up within the organisation.
    pub number: u32,
    /// How many events made it; a write names the version it was decided on.
    pub version: u32,
    /// The instant of its first event.
    pub begun_at: Timestamp,
    /// What is true of it now.
    pub state: State,
}

/// What is true of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Being written.
    Draft {
        /// As far as it is.
        draft: Box<Draft>,
        /// What the account proposed in place of the last offer.
        proposal: Option<CounterProposal>,
    },
    /// Thrown away before it was offered.
    Discarded(Box<Draft>),
    /// Waits for the account.
    Offered(Box<Offer>),
    /// The account did not answer in time.
    Lapsed(Box<Offer>),
    /// The account said no, to an offer or to a recorded promise.
    Declined(Box<Declined>),
    /// Taken back before it was accepted.
    Withdrawn(Box<Offer>),
    /// Written down after it was given; binds us, not confirmed by the account.
    Recorded(Box<Binding>),
    /// Binds both sides.
    Accepted(Box<Binding>),
    /// The due passed and nothing was delivered.
    Late(Box<Binding>),
    /// Stated to be there; the account has not yet said so.
    Delivered(Box<Delivery>),
    /// Ended: kept or broken.
    Settled(Box<Settled>),
    /// Ended: the account let us off.
    Released(Box<Binding>),
    /// Ended by the consequence of a counter-promise.
    Void {
        /// As it was.
        binding: Box<Binding>,
        /// Which counter-promise was late.
        counter_promise: CounterPromiseId,
    },
}

/// An offer made to the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is offered.
    pub terms: Terms,
    /// When it was offered.
    pub at: Timestamp,
    /// Until when it can be accepted.
    pub expires: Timestamp,
}

/// A no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    /// The draft it can be made of again.
    pub draft: Draft,
    /// Whether a new offer is not wanted either.
    pub for_good: bool,
    /// What they said.
    pub words: Option<Words>,
}

/// What binds us, and everything that happened to it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// As it was accepted or found.
    pub given: Given,
    /// When it began to bind: accepted or recorded.
    pub since: Timestamp,
    /// When the offer was made, or the record written.
    pub made_at: Timestamp,
    /// What is promised, as last agreed.
    pub subject: Line,
    /// The agreed dues, first one first. Empty only for a recorded promise that named no date.
    pub agreed: Vec<Agreed>,
    /// Dues that passed without delivery. They stay, whatever is agreed afterwards.
    pub missed: Vec<Missed>,
    /// What the account promised in return, and how that stands.
    pub counter_promises: Vec<CounterStanding>,
    /// A change that waits for the other side.
    pub renegotiation: Option<Renegotiation>,
    /// How it stands by its forecast; absent before the first one.
    pub health: Option<Health>,
    /// Whether the account has confirmed that it was promised.
    pub confirmed: bool,
}

/// In which form a promise was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Offered and accepted.
    Terms(Terms),
    /// Found and written down.
    Found(Found),
}

/// A due that both sides agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The due.
    pub due: Due,
    /// When it was agreed.
    pub at: Timestamp,
    /// For a later due: who asked for the move and why.
    pub moved: Option<(Side, Reason)>,
}

/// A due that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The due.
    pub due: Due,
    /// When that was written down.
    pub at: Timestamp,
}

/// A counter-promise and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterStanding {
    /// What was promised in return.
    pub promise: CounterPromise,
    /// How it stands.
    pub state: CounterState,
    /// Business days of its lateness that agreed dues already take in.
    pub covered_days: i32,
}

/// How a counter-promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CounterState {
    /// Not yet there, not yet due.
    Open,
    /// Its due passed.
    Late,
    /// It arrived.
    Met {
        /// When.
        at: Timestamp,
    },
}

/// A stated delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The promise it is for.
    pub binding: Binding,
    /// From when on it was there.
    pub at: Timestamp,
    /// How that shows.
    pub evidence: Evidence,
    /// Silence counts as confirmation from here on.
    pub silence_ends: Timestamp,
}

/// The end, and how it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// As it was.
    pub binding: Binding,
    /// How it counts.
    pub settlement: Settlement,
}

impl Binding {
    /// The due in force, the last one agreed.
    pub fn due(&self) -> Option<&Due> {
        self.agreed.last().map(|agreed| &agreed.due)
    }

    /// The first due agreed.
    pub fn first_due(&self) -> Option<&Due> {
        self.agreed.first().map(|agreed| &agreed.due)
    }

    /// The last due that was agreed while the one before it had not yet passed.
    ///
    /// Renegotiating after the due does not unmake a lateness, so later ones do not count.
    pub fn last_due_in_time(&self) -> Option<&Due> {
        let mut in_force = self.agreed.first()?;
        for agreed in &self.agreed[1..] {
            if agreed.at > in_force.due.at() {
                break;
            }
            in_force = agreed;
        }
        Some(&in_force.due)
    }

    /// What counts as on time.
    pub fn on_time(&self) -> OnTimeWindow {
        match &self.given {
            Given::Terms(terms) => terms.on_time,
            Given::Found(found) => found.known.on_time,
        }
    }

    /// Who keeps it.
    pub fn owner(&self) -> Option<MemberId> {
        match &self.given {
            Given::Terms(terms) => Some(terms.owner),
            Given::Found(found) => found.known.owner,
        }
    }

    /// Who gave it.
    pub fn promisor(&self) -> Option<MemberId> {
        match &self.given {
            Given::Terms(terms) => Some(terms.promisor),
            Given::Found(found) => found.known.promisor,
        }
    }

    /// The customer.
    pub fn account(&self) -> AccountId {
        match &self.given {
            Given::Terms(terms) => terms.account,
            Given::Found(found) => found.known.account,
        }
    }

    /// Who at the customer.
    pub fn contact(&self) -> Option<ContactId> {
        match &self.given {
            Given::Terms(terms) => Some(terms.contact),
            Given::Found(found) => found.known.contact,
        }
    }

    /// The open questions of a recorded promise; none for one that was offered.
    pub fn gaps(&self) -> Vec<Gap> {
        match &self.given {
            Given::Terms(_) => Vec::new(),
            Given::Found(found) => found.known.missing(),
        }
    }

    /// A counter-promise by its id.
    pub fn counter_promise(&self, id: CounterPromiseId) -> Option<&CounterStanding> {
        self.counter_promises.iter().find(|standing| standing.promise.id == id)
    }
}

impl State {
    /// The state's name.
    pub fn name(&self) -> StateName {
        match self {
            Self::Draft { .. } => StateName::Draft,
            Self::Discarded(_) => StateName::Discarded,
            Self::Offered(_) => StateName::Offered,
            Self::Lapsed(_) => StateName::Lapsed,
            Self::Declined(_) => StateName::Declined,
            Self::Withdrawn(_) => StateName::Withdrawn,
            Self::Recorded(_) => StateName::Recorded,
            Self::Accepted(_) => StateName::Accepted,
            Self::Late(_) => StateName::Late,
            Self::Delivered(_) => StateName::Delivered,
            Self::Settled(_) => StateName::Settled,
            Self::Released(_) => StateName::Released,
            Self::Void { .. } => StateName::Void,
        }
    }

    /// What binds us, in every state in which something does or did.
    pub fn binding(&self) -> Option<&Binding> {
        match self {
            Self::Recorded(binding)
            | Self::Accepted(binding)
            | Self::Late(binding)
            | Self::Released(binding)
            | Self::Void { binding, .. } => Some(binding),
            Self::Delivered(delivery) => Some(&delivery.binding),
            Self::Settled(settled) => Some(&settled.binding),
            Self::Draft { .. }
            | Self::Discarded(_)
            | Self::Offered(_)
            | Self::Lapsed(_)
            | Self::Declined(_)
            | Self::Withdrawn(_) => None,
        }
    }

    /// The binding while the promise is still to be kept: recorded, accepted or late.
    pub fn open(&self) -> Option<&Binding> {
        if self.name().is_open() { self.binding() } else { None }
    }

    /// The content as a draft, in whatever state.
    pub fn content(&self) -> Draft {
        match self {
            Self::Draft { draft, .. } | Self::Discarded(draft) => (**draft).clone(),
            Self::Offered(offer) | Self::Lapsed(offer) | Self::Withdrawn(offer) => {
                offer.terms.clone().into()
            }
            Self::Declined(declined) => declined.draft.clone(),
            Self::Recorded(binding)
            | Self::Accepted(binding)
            | Self::Late(binding)
            | Self::Released(binding)
            | Self::Void { binding, .. } => binding.content(),
            Self::Delivered(delivery) => delivery.binding.content(),
            Self::Settled(settled) => settled.binding.content(),
        }
    }
}

impl Binding {
    /// The content as last agreed.
    pub fn content(&self) -> Draft {
        let given = match &self.given {
            Given::Terms(terms) => terms.clone().into(),
            Given::Found(found) => found.known.clone(),
        };
        Draft { subject: Some(self.subject.clone()), due: self.due().cloned(), ..given }
    }
}

/// The names of the states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StateName {
    /// Being written.
    Draft,
    /// Thrown away.
    Discarded,
    /// Waits for the account.
    Offered,
    /// Not answered in time.
    Lapsed,
    /// Refused by the account.
    Declined,
    /// Taken back by us.
    Withdrawn,
    /// Written down, not confirmed.
    Recorded,
    /// Binds both.
    Accepted,
    /// Past its due.
    Late,
    /// Stated to be there.
    Delivered,
    /// Kept or broken.
    Settled,
    /// Let off.
    Released,
    /// Ended by a consequence.
    Void,
}

codes! { StateName {
    Draft = "draft",
    Discarded = "discarded",
    Offered = "offered",
    Lapsed = "lapsed",
    Declined = "declined",
    Withdrawn = "withdrawn",
    Recorded = "recorded",
    Accepted = "accepted",
    Late = "late",
    Delivered = "delivered",
    Settled = "settled",
    Released = "released",
    Void = "void",
} }

impl StateName {
    /// Whether the promise is still to be kept.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Recorded | Self::Accepted | Self::Late)
    }
}

impl fmt::Display for StateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
