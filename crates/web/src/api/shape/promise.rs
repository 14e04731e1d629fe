//! A promise as it is told whole: its state, its four dates, what was seen of it, how it counts.

use ::promise::event::Evidence;
use ::promise::party::{Account, Organisation};
use ::promise::renegotiation::Renegotiation;
use ::promise::settle::Settlement;
use ::promise::state::{CounterStanding, CounterState};
use ::promise::{Promise, State as Domain};
use ledger::query::PromiseRow;
use serde::Serialize;
use utoipa::ToSchema;

use super::code::{Confirmation, Health, Measure, Reason, Side, State, Timing};
use super::forecast::Look;
use super::terms::{Content, CounterPromiseTold, GroundTold};
use super::text::{AccountId, CounterPromiseId, Instant, MemberId, PromiseId};
use super::{Due, share};

/// An account with its name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct AccountName {
    /// Which one.
    pub(crate) id: AccountId,
    /// Its name.
    #[schema(example = "Brygghuset Söder")]
    pub(crate) name: String,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Promise)]
pub(crate) struct PromiseShape {
    /// Which one.
    id: PromiseId,
    /// The short name that people use.
    #[schema(example = 7)]
    number: u32,
    /// How many events made it; the same number, in quotes, is its `ETag`.
    #[schema(example = 3)]
    version: u32,
    /// What is true of it.
    state: State,
    /// When it was first written down.
    begun_at: Instant,
    /// To whom.
    account: AccountName,
    /// What it says, as last agreed.
    content: Content,
    /// The four dates that never take each other's place.
    dates: Dates,
    /// Until when the offer can be accepted; null unless it is offered, lapsed or taken back.
    offer: Option<OfferShape>,
    /// What the account proposed in place of the last offer; only in a draft.
    counter_proposal: Option<CounterProposalShape>,
    /// What the account promised in return, and how that stands.
    counter_promises: Vec<CounterStandingShape>,
    /// A change that waits for the other side.
    renegotiation: Option<RenegotiationShape>,
    /// How it stands by its forecast; null before the first one, and when it is not open.
    health: Option<Health>,
    /// Whether the account has confirmed that it was promised; null before anything binds.
    confirmed: Option<bool>,
    /// How it counts, for ever; null before its end.
    judgement: Option<Box<Judgement>>,
    /// Where to read on.
    links: Links,
}

/// Wished, promised, forecast, delivered.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Dates {
    /// What the customer asked for.
    wished: Option<Due>,
    /// Every due that both sides agreed on, the first one first; empty before anything binds.
    promised: Vec<AgreedShape>,
    /// Dues that passed without delivery; they stay, whatever is agreed afterwards.
    missed: Vec<Due>,
    /// What was last seen of its finish; null before the first look.
    forecast: Option<Look>,
    /// When it was there, as stated.
    delivered: Option<DeliveredShape>,
}

/// A due that both sides agreed on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Agreed)]
pub(crate) struct AgreedShape {
    /// The due.
    due: Due,
    /// When it was agreed.
    at: Instant,
    /// Who asked for the move; null for the first one.
    moved_by: Option<Side>,
    /// Why it moved; null for the first one.
    reason: Option<Reason>,
}

/// A stated delivery.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Delivered)]
pub(crate) struct DeliveredShape {
    /// From when on it was there.
    at: Instant,
    /// How that shows; null once it has ended.
    evidence: Option<EvidenceShape>,
    /// Silence counts as confirmation from here on; null once it has ended.
    silence_ends: Option<Instant>,
}

/// How a delivery shows.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Evidence)]
pub(crate) enum EvidenceShape {
    /// Where to see it.
    Reference(String),
    /// A person's word; empty when it was erased.
    Word(String),
}

impl From<&Evidence> for EvidenceShape {
    fn from(evidence: &Evidence) -> Self {
        match evidence {
            Evidence::Reference(line) => Self::Reference(line.to_string()),
            Evidence::Word(words) => Self::Word(words.as_str().to_owned()),
        }
    }
}

/// An offer that was made.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Offer)]
pub(crate) struct OfferShape {
    /// When it was made.
    at: Instant,
    /// Until when it can be accepted.
    expires: Instant,
}

/// What the account proposed in place of an offer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CounterProposal)]
pub(crate) struct CounterProposalShape {
    /// The due they would take.
    pub(crate) due: Option<Due>,
    /// What they said; empty when it was erased.
    pub(crate) words: Option<String>,
}

/// A counter-promise and how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CounterStanding)]
pub(crate) struct CounterStandingShape {
    /// What was promised in return.
    promise: CounterPromiseTold,
    /// How it stands.
    state: CounterStateShape,
    /// When it arrived.
    met_at: Option<Instant>,
    /// Business days of its lateness that agreed dues already take in.
    covered_days: i32,
}

/// How a counter-promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CounterState)]
pub(crate) enum CounterStateShape {
    /// Not yet there, not yet due.
    Open,
    /// Its due passed.
    Late,
    /// It arrived.
    Met,
}

impl From<&CounterStanding> for CounterStandingShape {
    fn from(standing: &CounterStanding) -> Self {
        let (state, met_at) = match standing.state {
            CounterState::Open => (CounterStateShape::Open, None),
            CounterState::Late => (CounterStateShape::Late, None),
            CounterState::Met { at } => (CounterStateShape::Met, Some(Instant(at))),
        };
        let promise = CounterPromiseTold::from(&standing.promise);
        Self { promise, state, met_at, covered_days: standing.covered_days }
    }
}

/// A change that waits for the other side.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Renegotiation)]
pub(crate) struct RenegotiationShape {
    /// Whose proposal it is.
    by: Side,
    /// When it was made.
    at: Instant,
    /// The new due.
    due: Option<Due>,
    /// The new subject.
    subject: Option<String>,
    /// Why.
    reason: Reason,
    /// Why, in words; null when a rule proposed it, empty when it was erased.
    words: Option<String>,
    /// What the new due rests on; null when the account proposed it.
    ground: Option<GroundTold>,
    /// The late counter-promise whose consequence this is.
    consequence_of: Option<CounterPromiseId>,
    /// The business days of lateness that it counts.
    consequence_days: Option<i32>,
}

impl RenegotiationShape {
    /// A proposal with the names of its people.
    pub(crate) fn of(proposal: &Renegotiation, organisation: &Organisation) -> Self {
        let ground = proposal.ground.as_ref();
        Self {
            by: Side(proposal.by),
            at: Instant(proposal.at),
            due: proposal.change.due.as_ref().map(Due::from),
            subject: proposal.change.subject.as_ref().map(ToString::to_string),
            reason: Reason(proposal.reason),
            words: proposal.words.as_ref().map(|words| words.as_str().to_owned()),
            ground: ground.map(|ground| GroundTold::of(ground, organisation)),
            consequence_of: proposal.consequence_of.map(|(id, _)| CounterPromiseId(id)),
            consequence_days: proposal.consequence_of.map(|(_, days)| days),
        }
    }
}

/// How a promise counts, for ever.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Judgement {
    /// It was delivered.
    Delivered {
        /// From when on it was there.
        at: Instant,
        /// Whether it was kept against the first due; null when there never was one.
        kept_first: Option<bool>,
        /// Whether it was kept against the last due agreed before it had passed.
        kept_last: Option<bool>,
        /// Against the first due.
        against_first: Option<Box<AgainstDue>>,
        /// Against the last due agreed before it had passed.
        against_last: Option<Box<AgainstDue>>,
        /// Less, as promised, or more.
        measure: Measure,
        /// Who said so.
        confirmed_by: Confirmation,
    },
    /// It was not delivered, and will not be.
    Broken {
        /// Why it was withdrawn.
        reason: Reason,
    },
}

/// A delivery held against a due.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct AgainstDue {
    /// The due.
    due: Due,
    /// Early, on time or late.
    timing: Timing,
    /// Business days from the delivery to the due; negative when late.
    slack_days: i32,
}

impl From<&Settlement> for Judgement {
    fn from(settlement: &Settlement) -> Self {
        let against = |judgement: &::promise::settle::Judgement| AgainstDue {
            due: Due::from(&judgement.due),
            timing: Timing(judgement.timing),
            slack_days: judgement.slack_days,
        };
        match settlement {
            Settlement::Broken { reason } => Self::Broken { reason: Reason(*reason) },
            Settlement::Delivered { at, against_first, against_last, measure, confirmed_by } => {
                Self::Delivered {
                    at: Instant(*at),
                    kept_first: settlement.kept_first(),
                    kept_last: settlement.kept_last(),
                    against_first: against_first.as_ref().map(against).map(Box::new),
                    against_last: against_last.as_ref().map(against).map(Box::new),
                    measure: Measure(*measure),
                    confirmed_by: Confirmation(*confirmed_by),
                }
            }
        }
    }
}

/// Where to read on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Links {
    /// What happened to it.
    #[schema(example = "/api/v1/promises/0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11/events")]
    events: String,
    /// What both sides can hold of it.
    #[schema(example = "/api/v1/promises/0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11/receipt")]
    receipt: String,
    /// Where the contact reads and answers it; secret. Null when no contact is named.
    #[schema(example = "/c/AZXToHwefECcLmofbzuNEQ")]
    customer_page: Option<String>,
}

/// Everything that a promise is told from.
pub(crate) struct Known<'a> {
    /// As lists have it.
    pub(crate) row: &'a PromiseRow,
    /// As its log tells it.
    pub(crate) promise: &'a Promise,
    /// The customer.
    pub(crate) account: &'a Account,
    /// Us.
    pub(crate) organisation: &'a Organisation,
    /// Where the contact reads it.
    pub(crate) customer_page: Option<String>,
}

impl PromiseShape {
    /// Tells a promise.
    pub(crate) fn of(known: Known<'_>) -> Self {
        let Known { row, promise, account, organisation, customer_page } = known;
        let state = &promise.state;
        let content = state.content();
        let binding = state.binding();
        let waiting = binding.and_then(|binding| binding.renegotiation.as_ref());
        let address = format!("/api/v1/promises/{}", row.id);
        Self {
            id: PromiseId(row.id),
            number: promise.number,
            version: promise.version,
            state: State(state.name()),
            begun_at: Instant(promise.begun_at),
            account: AccountName { id: AccountId(content.account), name: account.name.to_string() },
            dates: dates(row, promise),
            offer: offer(state),
            counter_proposal: counter_proposal(state),
            counter_promises: binding
                .map(|binding| binding.counter_promises.iter().map(Into::into).collect())
                .unwrap_or_default(),
            renegotiation: waiting.map(|waiting| RenegotiationShape::of(waiting, organisation)),
            health: state.open().and_then(|open| open.health).map(Health),
            confirmed: binding.map(|binding| binding.confirmed),
            judgement: judgement(state),
            content: Content::of(&content, organisation, account),
            links: Links {
                events: format!("{address}/events"),
                receipt: format!("{address}/receipt"),
                customer_page,
            },
        }
    }
}

fn dates(row: &PromiseRow, promise: &Promise) -> Dates {
    let binding = promise.state.binding();
    let promised = binding.map(|binding| binding.agreed.as_slice()).unwrap_or_default();
    let missed = binding.map(|binding| binding.missed.as_slice()).unwrap_or_default();
    Dates {
        wished: promise.state.content().wished.as_ref().map(Due::from),
        promised: promised
            .iter()
            .map(|agreed| AgreedShape {
                due: Due::from(&agreed.due),
                at: Instant(agreed.at),
                moved_by: agreed.moved.map(|(side, _)| Side(side)),
                reason: agreed.moved.map(|(_, reason)| Reason(reason)),
            })
            .collect(),
        missed: missed.iter().map(|missed| Due::from(&missed.due)).collect(),
        forecast: row.seen.as_ref().map(Look::from),
        delivered: delivered(&promise.state),
    }
}

fn delivered(state: &Domain) -> Option<DeliveredShape> {
    if let Domain::Delivered(delivery) = state {
        return Some(DeliveredShape {
            at: Instant(delivery.at),
            evidence: Some(EvidenceShape::from(&delivery.evidence)),
            silence_ends: Some(Instant(delivery.silence_ends)),
        });
    }
    let Domain::Settled(settled) = state else { return None };
    let Settlement::Delivered { at, .. } = &settled.settlement else { return None };
    Some(DeliveredShape { at: Instant(*at), evidence: None, silence_ends: None })
}

fn judgement(state: &Domain) -> Option<Box<Judgement>> {
    if let Domain::Settled(settled) = state {
        Some(Box::new(Judgement::from(&settled.settlement)))
    } else {
        None
    }
}

fn counter_proposal(state: &Domain) -> Option<CounterProposalShape> {
    let Domain::Draft { proposal: Some(proposal), .. } = state else { return None };
    Some(CounterProposalShape {
        due: proposal.due.as_ref().map(Due::from),
        words: proposal.words.as_ref().map(|words| words.as_str().to_owned()),
    })
}

fn offer(state: &Domain) -> Option<OfferShape> {
    let (Domain::Offered(offer) | Domain::Lapsed(offer) | Domain::Withdrawn(offer)) = state else {
        return None;
    };
    Some(OfferShape { at: Instant(offer.at), expires: Instant(offer.expires) })
}

/// A promise as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct PromiseItem {
    /// Which one.
    id: PromiseId,
    /// The short name that people use.
    #[schema(example = 7)]
    number: u32,
    /// How many events made it.
    #[schema(example = 3)]
    version: u32,
    /// What is true of it.
    state: State,
    /// To whom.
    account: AccountName,
    /// What; empty in a draft that does not say it yet.
    #[schema(example = "The link to our stock system runs on your test server")]
    subject: String,
    /// Who keeps it.
    owner: Option<MemberId>,
    /// By when; null in a draft that does not say it yet, and when nobody named a date.
    due: Option<Due>,
    /// Whether the date is fixed, so that missing it is a breach by itself.
    strict: bool,
    /// The first due that was agreed.
    first_due: Option<Instant>,
    /// The due that is proposed and waits for an answer.
    proposed_due: Option<Instant>,
    /// Whose proposal waits for an answer.
    proposed_by: Option<Side>,
    /// Until when an offer can be accepted.
    expires: Option<Instant>,
    /// The chance, from 0 to 1, as it was last seen; null where nothing can be said.
    #[schema(minimum = 0, maximum = 1, example = 0.87)]
    chance: Option<f64>,
    /// The chance, from 0 to 1, that was given when it was promised.
    #[schema(minimum = 0, maximum = 1, example = 0.86)]
    given_chance: Option<f64>,
    /// How it stands by its forecast.
    health: Option<Health>,
    /// Whether a counter-promise is late.
    counter_late: bool,
    /// From when on it was there.
    delivered_at: Option<Instant>,
    /// When it ended.
    ended_at: Option<Instant>,
    /// Whether it was kept against the first due.
    kept_first: Option<bool>,
    /// Whether it was kept against the last due agreed before it had passed.
    kept_last: Option<bool>,
}

impl From<&PromiseRow> for PromiseItem {
    fn from(row: &PromiseRow) -> Self {
        Self {
            id: PromiseId(row.id),
            number: row.number,
            version: row.version,
            state: State(row.state),
            account: AccountName { id: AccountId(row.account), name: row.account_name.clone() },
            subject: row.subject.clone(),
            owner: row.owner.map(MemberId),
            due: row.due.as_ref().map(Due::from),
            strict: row.strict,
            first_due: row.first_due.map(Instant),
            proposed_due: row.proposed_due.map(Instant),
            proposed_by: row.proposed_by.map(Side),
            expires: row.expires.map(Instant),
            chance: row.chance().map(share),
            given_chance: row.given_chance.map(share),
            health: row.health.map(Health),
            counter_late: row.counter_late,
            delivered_at: row.delivered_at.map(Instant),
            ended_at: row.ended_at.map(Instant),
            kept_first: row.kept_first,
            kept_last: row.kept_last,
        }
    }
}
