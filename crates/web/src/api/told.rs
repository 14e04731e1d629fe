//! What the use cases and the pages refuse, as problems: one type for each refusal, so that programs can act on it.

use calendar::CalendarError;
use ledger::{LedgerError, StoreError};
use promise::Refusal;
use promise::capability::CapabilityRefusal;
use serde_json::{Value, json};
use service::ServiceError;

use super::problem::{Field, Kind, Problem};
use crate::failure::Failure;

/// A failure as a problem.
pub(crate) fn told(failure: &Failure) -> Problem {
    let kind = match failure {
        Failure::Service(error) => return of_service(error),
        Failure::NoPage => Kind::NoAddress,
        Failure::NoGuest | Failure::NoInvitation | Failure::NotStaged => Kind::NotFound,
        Failure::Access(_) => Kind::Input,
        Failure::Form => Kind::Query,
        Failure::TooLarge | Failure::TooLong => Kind::TooLarge,
        Failure::Packed => Kind::ContentType,
        Failure::NobodyHere => Kind::NobodyHere,
        Failure::NotAllowed | Failure::OnlyManagers => Kind::NotAllowed,
        Failure::OnlyLooks => Kind::OnlyLooks,
        Failure::OwesSecondFactor => Kind::SecondFactor,
        Failure::NotSignedIn => Kind::NotSignedIn,
        Failure::OutOfScope { .. } => Kind::OutOfScope,
        Failure::NotForPrograms => Kind::NotForPrograms,
        Failure::NoSuchMember { given } => {
            let field =
                Field::of("Handslag-Member", given.as_str(), "the id of a member who is here");
            return Problem::of_field(Kind::MemberUnknown, field);
        }
        Failure::Elsewhere => Kind::Elsewhere,
    };
    Problem::new(kind, failure.to_string())
}

/// A refusal of a use case as a problem.
pub(crate) fn of_service(error: &ServiceError) -> Problem {
    let with = |kind, errors: Vec<Field>| Problem { kind, detail: error.to_string(), errors };
    match error {
        ServiceError::Refused(refusal) => of_refusal(refusal),
        ServiceError::NotFound { .. } => with(Kind::NotFound, Vec::new()),
        ServiceError::Input { field, given, wanted } => {
            with(Kind::Input, vec![Field::of(*field, given.as_str(), wanted.to_string())])
        }
        ServiceError::Stale { .. } => with(Kind::Stale, Vec::new()),
        ServiceError::Import(_) => with(Kind::File, Vec::new()),
        ServiceError::BadRows { .. } => with(Kind::BadRows, Vec::new()),
        ServiceError::Calendar(wrong) => of_calendar("due", wrong),
        ServiceError::NoOrganisation => with(Kind::NotFounded, Vec::new()),
        ServiceError::Ledger(LedgerError::Store(StoreError::Conflict)) => {
            with(Kind::Conflict, Vec::new())
        }
        ServiceError::Ledger(LedgerError::Store(StoreError::KeyReused { .. })) => {
            // The key as it is stored is not the one that was sent.
            Problem::new(Kind::KeyReused, KEY_REUSED)
        }
        ServiceError::Ledger(LedgerError::Store(
            StoreError::Unavailable(_) | StoreError::Full | StoreError::ReadOnly(_),
        )) => Problem::new(Kind::Unavailable, UNAVAILABLE),
        ServiceError::Plan(_)
        | ServiceError::Ledger(
            LedgerError::Store(_) | LedgerError::Codec(_) | LedgerError::Damaged(_),
        ) => Problem::new(Kind::Internal, "this is not your fault; the log says more"),
    }
}

/// What is said while the database cannot be worked with. Why is for the log: it may name machines.
const UNAVAILABLE: &str = "the database cannot be worked with just now; send the same again, under the same \
     Idempotency-Key, after a while";

/// What is said of a key that was used for another request.
pub(crate) const KEY_REUSED: &str =
    "the Idempotency-Key was used for another request; use a fresh one";

fn of_refusal(refusal: &Refusal) -> Problem {
    let (kind, errors) = match refusal {
        Refusal::NoPromise { .. } => (Kind::NotFound, Vec::new()),
        Refusal::NotInState { .. } => (Kind::NotInState, Vec::new()),
        Refusal::WrongSide { .. } => (Kind::WrongSide, Vec::new()),
        Refusal::NothingProposed { .. } => (Kind::NothingProposed, Vec::new()),
        Refusal::ProposalPassed { .. } => (Kind::ProposalPassed, Vec::new()),
        Refusal::CounterPromiseMet { .. } => (Kind::CounterPromiseMet, Vec::new()),
        Refusal::NoVoid { .. } => (Kind::NoVoid, Vec::new()),
        Refusal::Missing(gaps) => {
            let missing = |field: &'static str| {
                Field::of(field, Value::Null, "to be there before it can be offered")
            };
            (Kind::Incomplete, gaps.iter().map(|gap| missing(gap.field())).collect())
        }
        Refusal::NotAhead { field, given, now } => {
            let wanted = format!("a time after {now}");
            (Kind::NotAhead, vec![Field::of(*field, given.to_string(), wanted)])
        }
        Refusal::NotYet { field, given, now } => {
            let wanted = format!("a time up to {now}");
            (Kind::NotBehind, vec![Field::of(sent(field), given.to_string(), wanted)])
        }
        Refusal::BeforeBegun { field, given, begun } => {
            let wanted = format!("a time from {begun} on, when the promise began");
            (Kind::NotBehind, vec![Field::of(sent(field), given.to_string(), wanted)])
        }
        Refusal::BelowPolicy { due, policy, .. } => {
            let percent = policy.permille() / 10;
            let wanted = format!("a due with a chance of {percent}%, or below_policy");
            (Kind::BelowPolicy, vec![Field::of("due", due.to_string(), wanted)])
        }
        Refusal::NothingToChange => (Kind::NothingToChange, Vec::new()),
        Refusal::NoGround => {
            let wanted = "the reason why a due is named of which nothing can be forecast";
            (Kind::NoGround, vec![Field::of("without_forecast", Value::Null, wanted)])
        }
        Refusal::NoCounterPromise { given } => {
            let wanted = "a counter-promise of this promise";
            (Kind::Input, vec![Field::of("counter_promise", given.to_string(), wanted)])
        }
        Refusal::NoTie { given } => {
            let wanted = "something that this promise is tied to, as it is listed";
            (Kind::Input, vec![Field::of("tie", given.to_string(), wanted)])
        }
        Refusal::TieEnded { .. } => (Kind::TieEnded, Vec::new()),
        Refusal::ForecastAhead { .. } => (Kind::Input, Vec::new()),
        Refusal::Capability(wrong) => of_capability(wrong),
        Refusal::Calendar(wrong) => return of_calendar("due", wrong),
    };
    Problem { kind, detail: refusal.to_string(), errors }
}

/// A refusal about a capability.
fn of_capability(refusal: &CapabilityRefusal) -> (Kind, Vec<Field>) {
    match refusal {
        CapabilityRefusal::None => (Kind::NotFound, Vec::new()),
        CapabilityRefusal::Retired { .. } => (Kind::CapabilityRetired, Vec::new()),
        CapabilityRefusal::NothingToChange => (Kind::NothingToChange, Vec::new()),
        CapabilityRefusal::Unanswered { name }
        | CapabilityRefusal::NotPlanned { name, .. }
        | CapabilityRefusal::ForecastPassed { name, .. } => {
            let wanted = "what product has answered for: that it is there, or by when it is to be";
            (Kind::CapabilityNoGround, vec![Field::of("subject", name.as_str(), wanted)])
        }
        CapabilityRefusal::Registered { name } => {
            let wanted = "a capability that is not in the register";
            (Kind::NameTaken, vec![Field::of("name", name.as_str(), wanted)])
        }
        CapabilityRefusal::NameTaken { name, other } => {
            let wanted = format!("a name that is not one of {other:?}");
            (Kind::NameTaken, vec![Field::of("name", name.as_str(), wanted)])
        }
        CapabilityRefusal::NamedTwice { name } => {
            (Kind::Input, vec![Field::of("names", name.as_str(), "each name once")])
        }
        CapabilityRefusal::TooManyNames { given } => {
            (Kind::Input, vec![Field::of("names", *given, "at most 50 names")])
        }
        CapabilityRefusal::SinceAhead { given, today } => {
            let wanted = format!("a day up to {today}");
            (Kind::NotBehind, vec![Field::of("since", given.to_string(), wanted)])
        }
        CapabilityRefusal::DayPassed { given, today } => {
            let wanted = format!("{today} or later");
            (Kind::NotAhead, vec![Field::of("day", given.to_string(), wanted)])
        }
    }
}

/// What a field of the rules is called where it is sent.
fn sent(field: &'static str) -> &'static str {
    if field == "delivered_at" { "at" } else { field }
}

/// A due that the calendar cannot take, named by its field.
pub(crate) fn of_calendar(field: &str, error: &CalendarError) -> Problem {
    let (given, wanted): (Value, String) = match error {
        CalendarError::Due { given } => (json!(given), DUE_WANTED.to_owned()),
        CalendarError::NoWorkingTime { from, to, next } => {
            let given = if from == to { from.to_string() } else { format!("{from} to {to}") };
            (json!(given), format!("a period with working time; the next day of work is {next}"))
        }
        CalendarError::Window { given } | CalendarError::Zone { given } => {
            (json!(given), error.to_string())
        }
        CalendarError::NeverOpen { .. } | CalendarError::OutOfRange => {
            (Value::Null, "a due that the calendar can reach".to_owned())
        }
    };
    let errors = vec![Field::of(field, given, wanted)];
    Problem { kind: Kind::Due, detail: error.to_string(), errors }
}

/// How a due is written.
pub(crate) const DUE_WANTED: &str = "a day (2026-03-12), a time (2026-03-12T15:00), a week (2026-W11), \
     a month (2026-03), a quarter (2026-Q1), a half (2026-H1) or a year (2026)";
