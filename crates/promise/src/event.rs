//! What happened to a promise. Events are written once and never changed.

use calendar::Due;
use jiff::Timestamp;

use crate::code::codes;
use crate::health::{ForecastStamp, Health};
use crate::id::{ContactId, CounterPromiseId, MemberId};
use crate::renegotiation::{Reason, Renegotiation};
use crate::settle::{Measure, Settlement};
use crate::terms::{Draft, Found, Terms};
use crate::words::Words;

/// The two sides of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The organisation.
    Us,
    /// The customer.
    Account,
}

codes! { Side {
    Us = "us",
    Account = "account",
} }

impl Side {
    /// The other side.
    pub fn other(self) -> Self {
        match self {
            Self::Us => Self::Account,
            Self::Account => Self::Us,
        }
    }
}

/// Who caused an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person of the organisation.
    Member(MemberId),
    /// A person at the account; `through` names the member who wrote down what they said.
    Contact {
        /// Who answered.
        contact: ContactId,
        /// Who wrote it down, when it was told by mouth or mail.
        through: Option<MemberId>,
    },
    /// The passing of time, or a consequence agreed before.
    Rule(Rule),
}

impl Actor {
    /// On whose side the actor stands; a rule acts for the organisation.
    pub fn side(self) -> Side {
        match self {
            Self::Member(_) | Self::Rule(_) => Side::Us,
            Self::Contact { .. } => Side::Account,
        }
    }
}

/// A rule of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// An expiry, a due or an announced silence passed.
    Time,
    /// A counter-promise was late, and its consequence applies.
    Consequence,
    /// A forecast crossed a threshold.
    Forecast,
}

codes! { Rule {
    Time = "time",
    Consequence = "consequence",
    Forecast = "forecast",
} }

/// An event with who and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// When it was written; UTC.
    pub at: Timestamp,
    /// Who caused it.
    pub by: Actor,
    /// What happened.
    pub event: Event,
}

/// How the deliverer shows that it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Where to see it: an address, a document, a ticket.
    Reference(crate::words::Line),
    /// A person's word.
    Word(Words),
}

/// What the account proposes in place of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterProposal {
    /// The date they would take.
    pub due: Option<Due>,
    /// What they said.
    pub words: Option<Words>,
}

/// What happened to a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Written or rewritten by us; `number` is the short name that people use.
    Drafted {
        /// Counted up within the organisation.
        number: u32,
        /// The whole draft as it now stands.
        draft: Box<Draft>,
    },
    /// The draft was thrown away.
    Discarded,
    /// Offered to the account.
    Offered {
        /// The complete terms.
        terms: Box<Terms>,
        /// Until when it can be accepted.
        expires: Timestamp,
    },
    /// The account accepted the offer.
    Accepted,
    /// The account declined.
    Declined {
        /// Whether a new offer is not wanted either.
        for_good: bool,
        /// What they said.
        words: Option<Words>,
    },
    /// The account proposed something else.
    CounterProposed(CounterProposal),
    /// The expiry passed without an answer.
    Lapsed,
    /// We took the offer back.
    TakenBack {
        /// Why.
        words: Option<Words>,
    },
    /// A lapsed or declined offer became a draft again.
    Reopened,
    /// A promise found in a mail or given by word of mouth was written down.
    Recorded {
        /// Counted up within the organisation.
        number: u32,
        /// What is known.
        found: Box<Found>,
    },
    /// The account confirmed a recorded promise.
    RecordConfirmed,
    /// The account says that this was not said.
    RecordRejected {
        /// What they said.
        words: Option<Words>,
    },
    /// A change was proposed; a new proposal takes the place of one that waits.
    RenegotiationOffered(Box<Renegotiation>),
    /// The other side agreed.
    RenegotiationAccepted {
        /// Late counter-promises, and the business days of their lateness that the new terms take in.
        covers: Vec<(CounterPromiseId, i32)>,
    },
    /// The other side did not agree.
    RenegotiationDeclined {
        /// What they said.
        words: Option<Words>,
    },
    /// The proposing side took it back.
    RenegotiationTakenBack,
    /// The due passed and nothing was delivered.
    DuePassed {
        /// The due that passed.
        due: Due,
    },
    /// It is there.
    Delivered {
        /// From when on, as stated; not after this event.
        at: Timestamp,
        /// How that shows.
        evidence: Evidence,
        /// Silence counts as confirmation from here on, as announced.
        silence_ends: Timestamp,
    },
    /// The account confirmed the delivery.
    DeliveryConfirmed {
        /// Less, as promised, or more.
        measure: Measure,
        /// What they said.
        words: Option<Words>,
    },
    /// The announced silence ended.
    SilenceEnded,
    /// The account disputes the delivery.
    Disputed {
        /// What they said.
        words: Words,
    },
    /// The account let us off.
    Released {
        /// What they said.
        words: Option<Words>,
    },
    /// Ended as the consequence of a counter-promise.
    Voided {
        /// Which one was late.
        counter_promise: CounterPromiseId,
    },
    /// We will not keep it.
    Withdrawn {
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: Words,
    },
    /// The end, and how it counts.
    Settled(Box<Settlement>),
    /// The account did what it had promised in return.
    CounterPromiseMet {
        /// Which one.
        id: CounterPromiseId,
        /// When it arrived.
        at: Timestamp,
    },
    /// The due of a counter-promise passed.
    CounterPromisePassed {
        /// Which one.
        id: CounterPromiseId,
    },
    /// The forecast crossed a threshold.
    HealthChanged {
        /// How it stood.
        from: Option<Health>,
        /// How it stands.
        to: Health,
        /// The forecast that says so.
        forecast: Box<ForecastStamp>,
    },
}

impl Event {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Drafted { .. } => "drafted",
            Self::Discarded => "discarded",
            Self::Offered { .. } => "offered",
            Self::Accepted => "accepted",
            Self::Declined { .. } => "declined",
            Self::CounterProposed(_) => "counter_proposed",
            Self::Lapsed => "lapsed",
            Self::TakenBack { .. } => "taken_back",
            Self::Reopened => "reopened",
            Self::Recorded { .. } => "recorded",
            Self::RecordConfirmed => "record_confirmed",
            Self::RecordRejected { .. } => "record_rejected",
            Self::RenegotiationOffered(_) => "renegotiation_offered",
            Self::RenegotiationAccepted { .. } => "renegotiation_accepted",
            Self::RenegotiationDeclined { .. } => "renegotiation_declined",
            Self::RenegotiationTakenBack => "renegotiation_taken_back",
            Self::DuePassed { .. } => "due_passed",
            Self::Delivered { .. } => "delivered",
            Self::DeliveryConfirmed { .. } => "delivery_confirmed",
            Self::SilenceEnded => "silence_ended",
            Self::Disputed { .. } => "disputed",
            Self::Released { .. } => "released",
            Self::Voided { .. } => "voided",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Settled(_) => "settled",
            Self::CounterPromiseMet { .. } => "counter_promise_met",
            Self::CounterPromisePassed { .. } => "counter_promise_passed",
            Self::HealthChanged { .. } => "health_changed",
        }
    }
}
