//! What happened to a promise, event by event. The receipt has the same with the chain that proves it.

use ::promise::party::{Account, Organisation};
use ::promise::{Actor, Event, Stamped};
use serde::Serialize;
use utoipa::ToSchema;

use super::code::{Health, Measure, Reason, Rule};
use super::promise::{CounterProposalShape, EvidenceShape, Judgement, RenegotiationShape};
use super::terms::Content;
use super::text::{ContactId, CounterPromiseId, Instant, MemberId};
use super::{Due, share};

/// What happened to a promise.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Event)]
pub(crate) struct EventShape {
    /// Counted up from 1 within the promise.
    #[schema(example = 2)]
    version: u32,
    /// When it was written.
    at: Instant,
    /// Who caused it.
    by: ActorShape,
    /// What kind of thing happened.
    #[schema(example = "offered")]
    kind: &'static str,
    /// What it said; only the fields that the kind has.
    said: EventSaid,
}

/// Who caused an event.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Actor)]
pub(crate) enum ActorShape {
    /// A person of the organisation.
    Member(MemberId),
    /// A person at the account.
    Contact {
        /// Who answered.
        contact: ContactId,
        /// Who wrote it down, when it was told by mouth or mail.
        through: Option<MemberId>,
    },
    /// The passing of time, or a consequence agreed before.
    Rule(Rule),
}

impl From<Actor> for ActorShape {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Member(id) => Self::Member(MemberId(id)),
            Actor::Contact { contact, through } => {
                Self::Contact { contact: ContactId(contact), through: through.map(MemberId) }
            }
            Actor::Rule(rule) => Self::Rule(Rule(rule)),
        }
    }
}

/// What an event said; only the fields that its kind has.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub(crate) struct EventSaid {
    /// The whole content as it was written, offered or recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    content: Option<Box<Content>>,
    /// Until when the offer can be accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    expires: Option<Instant>,
    /// What somebody said; empty when it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    words: Option<String>,
    /// Whether a new offer is not wanted either.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    for_good: Option<bool>,
    /// What the account proposed in place of the offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    counter_proposal: Option<CounterProposalShape>,
    /// The change that was proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    renegotiation: Option<Box<RenegotiationShape>>,
    /// The due that passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    due: Option<Due>,
    /// From when on it was there, or arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    at: Option<Instant>,
    /// How a delivery shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    evidence: Option<EvidenceShape>,
    /// Silence counts as confirmation from here on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    silence_ends: Option<Instant>,
    /// Less, as promised, or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    measure: Option<Measure>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<Reason>,
    /// Which counter-promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    counter_promise: Option<CounterPromiseId>,
    /// How it counts, for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    judgement: Option<Box<Judgement>>,
    /// How it stands by its forecast.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    health: Option<Health>,
    /// The chance, from 0 to 1, that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    chance: Option<f64>,
}

impl EventShape {
    /// Tells an event; `version` counts from 1.
    pub(crate) fn of(
        version: u32,
        stamped: &Stamped,
        organisation: &Organisation,
        account: &Account,
    ) -> Self {
        Self {
            version,
            at: Instant(stamped.at),
            by: ActorShape::from(stamped.by),
            kind: stamped.event.name(),
            said: said(&stamped.event, organisation, account),
        }
    }
}

fn said(event: &Event, organisation: &Organisation, account: &Account) -> EventSaid {
    let none = EventSaid::default();
    let content = |draft| Some(Box::new(Content::of(draft, organisation, account)));
    let text = |words: &::promise::Words| Some(words.as_str().to_owned());
    match event {
        Event::Drafted { draft, .. } => EventSaid { content: content(draft), ..none },
        Event::Offered { terms, expires } => {
            let draft = (**terms).clone().into();
            EventSaid { content: content(&draft), expires: Some(Instant(*expires)), ..none }
        }
        Event::Recorded { found, .. } => {
            EventSaid { content: content(&found.known), words: text(&found.sentence), ..none }
        }
        Event::Declined { for_good, words } => {
            EventSaid { for_good: Some(*for_good), words: words.as_ref().and_then(text), ..none }
        }
        Event::CounterProposed(proposal) => EventSaid {
            counter_proposal: Some(CounterProposalShape {
                due: proposal.due.as_ref().map(Due::from),
                words: proposal.words.as_ref().and_then(text),
            }),
            ..none
        },
        Event::TakenBack { words }
        | Event::RecordRejected { words }
        | Event::RenegotiationDeclined { words }
        | Event::Released { words } => EventSaid { words: words.as_ref().and_then(text), ..none },
        Event::RenegotiationOffered(proposal) => {
            let proposal = RenegotiationShape::of(proposal, organisation);
            EventSaid { renegotiation: Some(Box::new(proposal)), ..none }
        }
        Event::DuePassed { due } => EventSaid { due: Some(Due::from(due)), ..none },
        Event::Delivered { at, evidence, silence_ends } => EventSaid {
            at: Some(Instant(*at)),
            evidence: Some(EvidenceShape::from(evidence)),
            silence_ends: Some(Instant(*silence_ends)),
            ..none
        },
        Event::DeliveryConfirmed { measure, words } => EventSaid {
            measure: Some(Measure(*measure)),
            words: words.as_ref().and_then(text),
            ..none
        },
        Event::Disputed { words } => EventSaid { words: text(words), ..none },
        Event::Withdrawn { reason, words } => {
            EventSaid { reason: Some(Reason(*reason)), words: text(words), ..none }
        }
        Event::Settled(settlement) => {
            EventSaid { judgement: Some(Box::new(Judgement::from(&**settlement))), ..none }
        }
        Event::CounterPromiseMet { id, at } => EventSaid {
            counter_promise: Some(CounterPromiseId(*id)),
            at: Some(Instant(*at)),
            ..none
        },
        Event::CounterPromisePassed { id } | Event::Voided { counter_promise: id } => {
            EventSaid { counter_promise: Some(CounterPromiseId(*id)), ..none }
        }
        Event::HealthChanged { to, forecast, .. } => {
            EventSaid { health: Some(Health(*to)), chance: Some(share(forecast.chance)), ..none }
        }
        Event::Discarded
        | Event::Accepted
        | Event::Lapsed
        | Event::Reopened
        | Event::RecordConfirmed
        | Event::RenegotiationAccepted { .. }
        | Event::RenegotiationTakenBack
        | Event::SilenceEnded => none,
    }
}
