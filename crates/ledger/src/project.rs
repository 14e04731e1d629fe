//! From what is true to the rows that pages and lists read.
//!
//! The same functions serve a write, in the transaction of its events, and a rebuild from the log.

use jiff::Timestamp;
use promise::party::{Account, Organisation};
use promise::settle::Settlement;
use promise::state::{Binding, CounterState};
use promise::terms::{Consequence, Ground};
use promise::tie::{TieEnd, TiedTo, Ties};
use promise::{AccountId, OrganisationId, Promise, PromiseId, Side, State, StateName};

use crate::sql::{Statement, params};

/// The tables made from the log, with the order in which they are told apart.
pub(crate) const READ_TABLES: [(&str, &str, &str); 11] = [
    (
        "organisation",
        "DELETE FROM organisation WHERE organisation = $1",
        "SELECT * FROM organisation WHERE organisation = $1",
    ),
    (
        "member",
        "DELETE FROM member WHERE organisation = $1",
        "SELECT * FROM member WHERE organisation = $1 ORDER BY member",
    ),
    (
        "account",
        "DELETE FROM account WHERE organisation = $1",
        "SELECT * FROM account WHERE organisation = $1 ORDER BY account",
    ),
    (
        "contact",
        "DELETE FROM contact WHERE organisation = $1",
        "SELECT * FROM contact WHERE organisation = $1 ORDER BY contact",
    ),
    ("promise", "DELETE FROM promise WHERE organisation = $1", PROMISE_ROWS),
    (
        "counter_promise",
        "DELETE FROM counter_promise WHERE organisation = $1",
        "SELECT * FROM counter_promise WHERE organisation = $1 ORDER BY promise, counter_promise",
    ),
    (
        "work",
        "DELETE FROM work WHERE organisation = $1",
        "SELECT * FROM work WHERE organisation = $1 ORDER BY promise",
    ),
    (
        "tie",
        "DELETE FROM tie WHERE organisation = $1",
        "SELECT * FROM tie WHERE organisation = $1 ORDER BY promise, tie",
    ),
    (
        "capability",
        "DELETE FROM capability WHERE organisation = $1",
        "SELECT * FROM capability WHERE organisation = $1 ORDER BY capability",
    ),
    (
        "capability_name",
        "DELETE FROM capability_name WHERE organisation = $1",
        "SELECT * FROM capability_name WHERE organisation = $1 ORDER BY name",
    ),
    (
        "claim",
        "DELETE FROM claim WHERE organisation = $1",
        "SELECT * FROM claim WHERE organisation = $1 ORDER BY claim",
    ),
];

/// All but the chance that was last seen: that is no matter of the log.
const PROMISE_ROWS: &str = "
    SELECT organisation, promise, number, version, state, account, contact, subject,
        promisor, owner, strictness, begun_at, made_at, expires, due, due_zone, due_grain,
        first_due, proposed_due, proposed_by, health, confirmed, delivered_at,
        silence_ends, ended_at, kept_first, kept_last, timing, slack_days, given_chance,
        counter_late, next_at
    FROM promise WHERE organisation = $1 ORDER BY promise";

const ORGANISATION: &str = "
    INSERT INTO organisation (organisation, name, language, zone) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation) DO UPDATE SET
        name = excluded.name, language = excluded.language, zone = excluded.zone";

const MEMBER: &str = "
    INSERT INTO member (organisation, member, name, role, left_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (organisation, member) DO UPDATE SET
        name = excluded.name, role = excluded.role, left_at = excluded.left_at";

const ACCOUNT: &str = "
    INSERT INTO account (organisation, account, name, calendar) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, account) DO UPDATE SET
        name = excluded.name, calendar = excluded.calendar";

const CONTACT: &str = "
    INSERT INTO contact (organisation, contact, account, name, email, language, link, left_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (organisation, contact) DO UPDATE SET
        name = excluded.name, email = excluded.email, language = excluded.language,
        link = excluded.link, left_at = excluded.left_at";

const PROMISE: &str = "
    INSERT INTO promise (organisation, promise, number, version, state, account, contact, subject,
        promisor, owner, strictness, begun_at, made_at, expires, due, due_zone, due_grain,
        first_due, proposed_due, proposed_by, health, confirmed, delivered_at, silence_ends,
        ended_at, kept_first, kept_last, timing, slack_days, given_chance, counter_late, next_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)
    ON CONFLICT (organisation, promise) DO UPDATE SET
        version = excluded.version, state = excluded.state, contact = excluded.contact,
        subject = excluded.subject, promisor = excluded.promisor, owner = excluded.owner,
        strictness = excluded.strictness, made_at = excluded.made_at, expires = excluded.expires,
        due = excluded.due, due_zone = excluded.due_zone, due_grain = excluded.due_grain,
        first_due = excluded.first_due, proposed_due = excluded.proposed_due,
        proposed_by = excluded.proposed_by, health = excluded.health,
        confirmed = excluded.confirmed, delivered_at = excluded.delivered_at,
        silence_ends = excluded.silence_ends, ended_at = excluded.ended_at,
        kept_first = excluded.kept_first, kept_last = excluded.kept_last,
        timing = excluded.timing, slack_days = excluded.slack_days,
        given_chance = excluded.given_chance, counter_late = excluded.counter_late,
        next_at = excluded.next_at";

const NO_COUNTER_PROMISES: &str =
    "DELETE FROM counter_promise WHERE organisation = $1 AND promise = $2";

const COUNTER_PROMISE: &str = "
    INSERT INTO counter_promise (organisation, counter_promise, promise, account, subject, due,
        due_zone, due_grain, consequence, state, met_at, open)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

const WORK: &str = "
    INSERT INTO work (organisation, promise, data) VALUES ($1, $2, $3)
    ON CONFLICT (organisation, promise) DO UPDATE SET data = excluded.data";

const NO_TIES: &str = "DELETE FROM tie WHERE organisation = $1 AND promise = $2";

const TIE: &str = "
    INSERT INTO tie (organisation, promise, tie, third_party, what, due, due_zone, due_grain, state,
        arrived_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// The rows of an organisation and its members.
pub(crate) fn organisation_rows(id: OrganisationId, of: &Organisation) -> Vec<Statement> {
    let whose = id.to_string();
    let params = params![whose.as_str(), of.name.as_str(), of.language.code(), of.zone.as_str()];
    let mut rows = vec![Statement::new(ORGANISATION, params)];
    for (member, of) in &of.members {
        let params = params![
            whose.as_str(),
            member.to_string(),
            of.name.as_str(),
            of.role.code(),
            of.left_at
        ];
        rows.push(Statement::new(MEMBER, params));
    }
    rows
}

/// The rows of an account and its contacts.
pub(crate) fn account_rows(
    organisation: OrganisationId,
    id: AccountId,
    of: &Account,
) -> Vec<Statement> {
    let (whose, account) = (organisation.to_string(), id.to_string());
    let params = params![whose.as_str(), account.as_str(), of.name.as_str(), of.calendar.as_str()];
    let mut rows = vec![Statement::new(ACCOUNT, params)];
    for (contact, of) in &of.contacts {
        let params = params![
            whose.as_str(),
            contact.to_string(),
            account.as_str(),
            of.name.as_str(),
            of.email.clone(),
            of.language.code(),
            of.link,
            of.left_at
        ];
        rows.push(Statement::new(CONTACT, params));
    }
    rows
}

/// The row of the work behind a promise; `data` is the event that planned it.
pub(crate) fn work_rows(
    organisation: OrganisationId,
    id: PromiseId,
    data: &serde_json::Value,
) -> Vec<Statement> {
    let params = params![organisation.to_string(), id.to_string(), data.to_string()];
    vec![Statement::new(WORK, params)]
}

/// The row of a promise and those of its counter-promises; `last_at` is the instant of its last event.
pub(crate) fn promise_rows(
    organisation: OrganisationId,
    id: PromiseId,
    promise: &Promise,
    last_at: Timestamp,
) -> Vec<Statement> {
    let (whose, id) = (organisation.to_string(), id.to_string());
    let state = &promise.state;
    let content = state.content();
    let binding = state.binding();
    let dates = Dates::of(state, last_at);
    let settled = Counted::of(state);
    let due = content.due.as_ref();
    let zone = due.and_then(|due| due.zone().iana_name().map(str::to_owned));
    let (proposed_due, proposed_by) = proposal(state);
    let params = params![
        whose.as_str(),
        id.as_str(),
        promise.number,
        promise.version,
        state.name().code(),
        content.account.to_string(),
        content.contact.map(|id| id.to_string()),
        content.subject.as_ref().map_or_else(String::new, ToString::to_string),
        content.promisor.map(|id| id.to_string()),
        content.owner.map(|id| id.to_string()),
        content.strictness.map(|s| s.code()),
        promise.begun_at,
        dates.made_at,
        dates.expires,
        due.map(calendar::Due::at),
        zone,
        due.map(|due| due.grain().name()),
        binding.and_then(|b| b.first_due()).map(calendar::Due::at),
        proposed_due,
        proposed_by.map(|side| side.code()),
        binding.and_then(|b| b.health).map(|h| h.code()),
        binding.is_some_and(|b| b.confirmed),
        dates.delivered_at,
        dates.silence_ends,
        dates.ended_at,
        settled.kept_first,
        settled.kept_last,
        settled.timing,
        settled.slack_days,
        content.ground.as_ref().and_then(Ground::chance).map(|c| i64::from(c.permille())),
        binding.is_some_and(|b| b.counter_promises.iter().any(|c| c.state == CounterState::Late)),
        next_at(state)
    ];
    let mut rows = vec![Statement::new(PROMISE, params)];
    rows.push(Statement::new(NO_COUNTER_PROMISES, params![whose.as_str(), id.as_str()]));
    for standing in binding.map(|b| b.counter_promises.as_slice()).unwrap_or_default() {
        let of = &standing.promise;
        let (code, met_at) = match standing.state {
            CounterState::Open => ("open", None),
            CounterState::Late => ("late", None),
            CounterState::Met { at } => ("met", Some(at)),
        };
        let params = params![
            whose.as_str(),
            of.id.to_string(),
            id.as_str(),
            content.account.to_string(),
            of.subject.as_str(),
            of.due.at(),
            of.due.zone().iana_name().unwrap_or("UTC"),
            of.due.grain().name(),
            of.consequence.code(),
            code,
            met_at,
            state.name().is_open()
        ];
        rows.push(Statement::new(COUNTER_PROMISE, params));
    }
    rows
}

/// The rows of what a promise is tied to outside the company.
pub(crate) fn tie_rows(organisation: OrganisationId, id: PromiseId, ties: &Ties) -> Vec<Statement> {
    let (whose, promise) = (organisation.to_string(), id.to_string());
    let mut rows = vec![Statement::new(NO_TIES, params![whose.as_str(), promise.as_str()])];
    for standing in &ties.0 {
        let tie = &standing.tie;
        let (state, arrived_at) = match standing.end {
            None => ("open", None),
            Some(TieEnd::Arrived { at }) => ("arrived", Some(at)),
            Some(TieEnd::Dropped) => ("dropped", None),
        };
        let third_party = match &tie.to {
            TiedTo::ThirdParty(name) => Some(name.as_str().to_owned()),
            TiedTo::Account => None,
        };
        let params = params![
            whose.as_str(),
            promise.as_str(),
            tie.id.to_string(),
            third_party,
            tie.what.as_str(),
            tie.due.at(),
            tie.due.zone().iana_name().unwrap_or("UTC"),
            tie.due.grain().name(),
            state,
            arrived_at
        ];
        rows.push(Statement::new(TIE, params));
    }
    rows
}

/// What waits for the other side: a change of what is agreed, or the account's answer to an offer.
fn proposal(state: &State) -> (Option<Timestamp>, Option<Side>) {
    if let State::Draft { proposal: Some(proposal), .. } = state {
        return (proposal.due.as_ref().map(calendar::Due::at), Some(Side::Account));
    }
    let waits = state.open().and_then(|binding| binding.renegotiation.as_ref());
    let due = waits.and_then(|waits| waits.change.due.as_ref());
    (due.map(calendar::Due::at), waits.map(|waits| waits.by))
}

/// The instants of a promise that lists show.
#[derive(Default)]
struct Dates {
    made_at: Option<Timestamp>,
    expires: Option<Timestamp>,
    delivered_at: Option<Timestamp>,
    silence_ends: Option<Timestamp>,
    ended_at: Option<Timestamp>,
}

impl Dates {
    fn of(state: &State, last_at: Timestamp) -> Self {
        let ended_at = match state.name() {
            StateName::Discarded
            | StateName::Withdrawn
            | StateName::Settled
            | StateName::Released
            | StateName::Void => Some(last_at),
            StateName::Draft
            | StateName::Offered
            | StateName::Lapsed
            | StateName::Declined
            | StateName::Recorded
            | StateName::Accepted
            | StateName::Late
            | StateName::Delivered => None,
        };
        let made_at = state.binding().map(|b| b.made_at);
        match state {
            State::Offered(offer) | State::Lapsed(offer) | State::Withdrawn(offer) => {
                let (made_at, expires) = (Some(offer.at), Some(offer.expires));
                Self { made_at, expires, ended_at, ..Self::default() }
            }
            State::Delivered(delivery) => {
                let (delivered_at, silence_ends) = (Some(delivery.at), Some(delivery.silence_ends));
                Self { made_at, delivered_at, silence_ends, ..Self::default() }
            }
            State::Settled(settled) => {
                let delivered_at = match &settled.settlement {
                    Settlement::Delivered { at, .. } => Some(*at),
                    Settlement::Broken { .. } => None,
                };
                Self { made_at, delivered_at, ended_at, ..Self::default() }
            }
            State::Draft { .. }
            | State::Discarded(_)
            | State::Declined(_)
            | State::Recorded(_)
            | State::Accepted(_)
            | State::Late(_)
            | State::Released(_)
            | State::Void { .. } => Self { made_at, ended_at, ..Self::default() },
        }
    }
}

/// How a settled promise counts.
#[derive(Default)]
struct Counted {
    kept_first: Option<bool>,
    kept_last: Option<bool>,
    timing: Option<&'static str>,
    slack_days: Option<i32>,
}

impl Counted {
    fn of(state: &State) -> Self {
        let State::Settled(settled) = state else { return Self::default() };
        let settlement = &settled.settlement;
        let last = match settlement {
            Settlement::Delivered { against_last, .. } => against_last.as_ref(),
            Settlement::Broken { .. } => None,
        };
        Self {
            kept_first: settlement.kept_first(),
            kept_last: settlement.kept_last(),
            timing: last.map(|judgement| judgement.timing.code()),
            slack_days: last.map(|judgement| judgement.slack_days),
        }
    }
}

/// When the passing of time next has something to write, at the earliest.
fn next_at(state: &State) -> Option<Timestamp> {
    match state {
        State::Offered(offer) => Some(offer.expires),
        State::Delivered(delivery) => Some(delivery.silence_ends),
        State::Recorded(binding) | State::Accepted(binding) => {
            let due = binding.due().map(calendar::Due::at);
            due.into_iter().chain(next_of_counter_promises(binding)).min()
        }
        State::Late(binding) => next_of_counter_promises(binding),
        State::Draft { .. }
        | State::Discarded(_)
        | State::Lapsed(_)
        | State::Declined(_)
        | State::Withdrawn(_)
        | State::Settled(_)
        | State::Released(_)
        | State::Void { .. } => None,
    }
}

/// An open counter-promise passes at its due; a late one that shifts our date is looked at every time.
fn next_of_counter_promises(binding: &Binding) -> Option<Timestamp> {
    let waiting = binding.counter_promises.iter().filter(|standing| match standing.state {
        CounterState::Open => true,
        CounterState::Late => standing.promise.consequence == Consequence::Shift,
        CounterState::Met { .. } => false,
    });
    waiting.map(|standing| standing.promise.due.at()).min()
}
