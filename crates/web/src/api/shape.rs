//! The shapes that are sent and taken, and how the domain's own types go into them and come out of them.
//!
//! A shape checks whatever can be checked without knowing anything: what it lets through needs no second look. Dues
//! are read later, in the calendar of the account they are meant for.

pub(crate) mod code;
pub(crate) mod event;
pub(crate) mod forecast;
pub(crate) mod list;
pub(crate) mod promise;
pub(crate) mod terms;
pub(crate) mod text;

use ::promise::Chance;
use ::promise::party::{Account, Organisation};
use calendar::{Calendar, CalendarError};
use ledger::query::{KeptCount, ListedDue};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::code::{Currency, Grain};
use self::text::{ContactId, DueText, Instant, MemberId};
use super::problem::Problem;
use super::told::of_calendar;

/// A due: an instant, and how it was said.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Due {
    /// As it is written in what is sent.
    #[schema(example = "2026-W11")]
    text: String,
    /// In time means at or before this.
    at: Instant,
    /// The IANA time zone in which it was said.
    #[schema(example = "Europe/Stockholm")]
    zone: String,
    /// How exactly it was said.
    grain: Grain,
    /// The words in which it was said, when they were kept.
    #[schema(example = "the end of next week")]
    words: Option<String>,
}

impl From<&calendar::Due> for Due {
    fn from(due: &calendar::Due) -> Self {
        Self {
            text: due.to_string(),
            at: Instant(due.at()),
            zone: due.zone().iana_name().unwrap_or("UTC").to_owned(),
            grain: Grain(due.grain()),
            words: due.words().map(str::to_owned),
        }
    }
}

impl From<&ListedDue> for Due {
    fn from(due: &ListedDue) -> Self {
        let whole = calendar::Due::from_parts(due.at, due.zone.clone(), due.grain, None);
        Self::from(&whole)
    }
}

impl DueText {
    /// The due in the calendar of whoever it is meant for.
    pub(crate) fn due(&self, field: &str, calendar: &Calendar) -> Result<calendar::Due, Problem> {
        let due: Result<_, CalendarError> = calendar::Due::parse(&self.0, calendar);
        due.map_err(|error| of_calendar(field, &error))
    }
}

/// An amount of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Money {
    /// Cents, öre, pence.
    #[serde(deserialize_with = "above_zero")]
    #[schema(minimum = 1, example = 250_000)]
    pub(crate) minor: i64,
    /// The ISO 4217 code.
    pub(crate) currency: Currency,
}

fn above_zero<'de, D: serde::Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let minor = i64::deserialize(from)?;
    let wanted = "wanted a whole number of at least 1";
    if minor > 0 { Ok(minor) } else { Err(serde::de::Error::custom(wanted)) }
}

impl From<::promise::Money> for Money {
    fn from(money: ::promise::Money) -> Self {
        Self { minor: money.minor, currency: Currency(money.currency) }
    }
}

impl From<Money> for ::promise::Money {
    fn from(money: Money) -> Self {
        Self { minor: money.minor, currency: money.currency.0 }
    }
}

/// A member with what they are called.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct MemberName {
    /// Who.
    id: MemberId,
    /// What people call them; empty when they were erased.
    #[schema(example = "Fenna Visser")]
    name: String,
}

impl MemberName {
    /// A member by the name the organisation knows.
    pub(crate) fn of(id: ::promise::MemberId, organisation: &Organisation) -> Self {
        let name = organisation.members.get(&id).map(|member| member.name.clone());
        Self { id: MemberId(id), name: name.unwrap_or_default() }
    }
}

/// A contact with what they are called.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ContactName {
    /// Who.
    id: ContactId,
    /// What people call them; empty when they were erased.
    #[schema(example = "Ebba Lind")]
    name: String,
}

impl ContactName {
    /// A contact by the name the account knows.
    pub(crate) fn of(id: ::promise::ContactId, account: &Account) -> Self {
        let name = account.contacts.get(&id).map(|contact| contact.name.clone());
        Self { id: ContactId(id), name: name.unwrap_or_default() }
    }
}

/// Of so many promises so many were kept.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub(crate) struct Kept {
    /// Kept.
    #[schema(example = 21)]
    kept: usize,
    /// Of so many.
    #[schema(example = 24)]
    of: usize,
}

impl From<KeptCount> for Kept {
    fn from(count: KeptCount) -> Self {
        Self { kept: count.kept, of: count.of }
    }
}

/// A chance as a number from 0 to 1.
pub(crate) fn share(chance: Chance) -> f64 {
    f64::from(chance.permille()) / 1000.0
}
