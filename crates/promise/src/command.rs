//! What people ask of a promise. Whether it is allowed is for [`decide`](crate::decide::decide) to say.

use jiff::Timestamp;

use crate::event::{CounterProposal, Evidence};
use crate::health::ForecastStamp;
use crate::id::CounterPromiseId;
use crate::renegotiation::{Proposal, Reason};
use crate::settle::Measure;
use crate::terms::{Draft, Found};
use crate::words::Words;

/// What people ask of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write or rewrite the draft. Makes a new promise where there is none.
    Write {
        /// The short name; taken over when the promise already has one.
        number: u32,
        /// The whole draft.
        draft: Box<Draft>,
    },
    /// Throw the draft away.
    Discard,
    /// Offer the draft to the account.
    Offer {
        /// Until when it can be accepted.
        expires: Timestamp,
    },
    /// Accept the offer (account).
    Accept,
    /// Decline the offer (account).
    Decline {
        /// Whether a new offer is not wanted either.
        for_good: bool,
        /// What they said.
        words: Option<Words>,
    },
    /// Propose something else in place of the offer (account).
    CounterPropose(CounterProposal),
    /// Take the offer back.
    TakeBack {
        /// Why.
        words: Option<Words>,
    },
    /// Make a draft of a lapsed or declined offer.
    OfferAgain,
    /// Write down a promise found in a mail or given by word of mouth. Makes a new promise.
    Record {
        /// The short name.
        number: u32,
        /// What is known.
        found: Box<Found>,
    },
    /// Confirm a recorded promise (account).
    ConfirmRecord,
    /// Say that a recorded promise was not given (account).
    RejectRecord {
        /// What they said.
        words: Option<Words>,
    },
    /// Propose a new due or subject (either side).
    Renegotiate(Box<Proposal>),
    /// Agree to the proposed change (the other side).
    AcceptRenegotiation,
    /// Do not agree to the proposed change (the other side).
    DeclineRenegotiation {
        /// What they said.
        words: Option<Words>,
    },
    /// Take the proposed change back (the proposing side).
    TakeBackRenegotiation,
    /// State that it is there.
    Deliver {
        /// From when on.
        at: Timestamp,
        /// How that shows.
        evidence: Evidence,
        /// When silence begins to count as confirmation, as announced to the account.
        silence_ends: Timestamp,
    },
    /// Confirm the delivery (account).
    ConfirmDelivery {
        /// Less, as promised, or more.
        measure: Measure,
        /// What they said.
        words: Option<Words>,
    },
    /// Dispute the delivery (account).
    Dispute {
        /// What is wrong.
        words: Words,
    },
    /// Let us off (account).
    Release {
        /// What they said.
        words: Option<Words>,
    },
    /// End it as the agreed consequence of a late counter-promise.
    Void {
        /// Which one was late.
        counter_promise: CounterPromiseId,
    },
    /// Say that it will not be kept.
    Withdraw {
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: Words,
    },
    /// State that the account did what it had promised in return (either side).
    MeetCounterPromise {
        /// Which one.
        id: CounterPromiseId,
        /// When it arrived.
        at: Timestamp,
    },
    /// Write what the passing of time brought, and nothing else.
    Pass,
    /// Compare a new forecast with the thresholds.
    Forecast(Box<ForecastStamp>),
}

impl Command {
    /// The verb, as in `handslag --help` and the addresses of the API.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Write { .. } => "write",
            Self::Discard => "discard",
            Self::Offer { .. } => "offer",
            Self::Accept => "accept",
            Self::Decline { .. } => "decline",
            Self::CounterPropose(_) => "counter-propose",
            Self::TakeBack { .. } => "take back",
            Self::OfferAgain => "offer again",
            Self::Record { .. } => "record",
            Self::ConfirmRecord => "confirm the record",
            Self::RejectRecord { .. } => "reject the record",
            Self::Renegotiate(_) => "renegotiate",
            Self::AcceptRenegotiation => "accept the renegotiation",
            Self::DeclineRenegotiation { .. } => "decline the renegotiation",
            Self::TakeBackRenegotiation => "take back the renegotiation",
            Self::Deliver { .. } => "deliver",
            Self::ConfirmDelivery { .. } => "confirm",
            Self::Dispute { .. } => "dispute",
            Self::Release { .. } => "release",
            Self::Void { .. } => "void",
            Self::Withdraw { .. } => "withdraw",
            Self::MeetCounterPromise { .. } => "meet the counter-promise",
            Self::Pass => "pass",
            Self::Forecast(_) => "forecast",
        }
    }
}
