//! Held quotes: while somebody makes up their mind, their place in the queue stays theirs; it lapses by itself.
//!
//! What is held stands in the plan behind everything promised, in the order in which it was quoted. It is nobody's
//! promise: nobody is told of it, and an offer takes its place.

use calendar::{Calendar, CalendarError, Due};
use forecast::random::number_of;
use forecast::{Job, Place};
use jiff::Timestamp;
use ledger::held::{HeldRow, hold_statements, release_statement};
use ledger::input::keep_statement;
use ledger::{Key, Ledger, LedgerError};
use promise::party::Work;
use promise::{AccountId, OrganisationId, QuoteId};
use serde_json::{Value, json};

use crate::lateness::Lateness;
use crate::plan::{place_of, work_parts};
use crate::{Caller, Service, ServiceError, Wanted};

/// A quote that is held.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Which quote.
    pub quote: QuoteId,
    /// Until when; then its place is free again.
    pub until: Timestamp,
    /// For whom.
    pub account: AccountId,
    /// What they asked for.
    pub subject: String,
    /// What tells its question from others.
    pub asked: String,
    /// What work it takes.
    work: Work,
    /// When what it waits for will have arrived.
    waits_for: Vec<Timestamp>,
}

/// So many working days of the account are held unless said otherwise.
const USUAL_DAYS: i32 = 2;
/// Never longer: a place that nobody takes keeps others out.
const MOST_DAYS: i32 = 10;

impl Held {
    fn read(ledger: &Ledger, whose: OrganisationId, row: &HeldRow) -> Result<Self, ServiceError> {
        let damaged =
            |what: &str| LedgerError::Damaged(format!("held quote {}: {what}", row.quote));
        let text = |name: &str| {
            let text = row.data.get(name).and_then(Value::as_str);
            text.ok_or_else(|| damaged(name))
        };
        let work = row.data.get("work").ok_or_else(|| damaged("work"))?;
        let waits = row.data.get("waits").and_then(Value::as_array).into_iter().flatten();
        let waits = waits.filter_map(Value::as_i64);
        Ok(Self {
            account: text("account")?.parse().map_err(|_| damaged("account"))?,
            subject: text("subject")?.to_owned(),
            asked: text("asked")?.to_owned(),
            work: ledger.codec(whose).read_planned(work).map_err(LedgerError::from)?,
            waits_for: waits.filter_map(|at| Timestamp::from_microsecond(at).ok()).collect(),
            quote: row.quote,
            until: row.until,
        })
    }

    /// The job that keeps its place.
    pub(crate) fn job(&self, at: Timestamp, lateness: &Lateness) -> Job {
        let mut parts = work_parts(&self.work);
        let waits = self.waits_for.iter();
        parts.extend(waits.map(|due| lateness.part(&self.account, *due, at)));
        Job { key: number_of(&self.quote.to_string()), parts, place: place_of(&self.work) }
    }
}

impl Service {
    /// Holds a quote until an instant, or for two working days of its account; before all that waits, or behind it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such quote; [`ServiceError::Input`] when it gave no date, or when it
    /// is to be held into the past or longer than ten working days.
    pub async fn hold(
        &self,
        caller: &Caller,
        quote: QuoteId,
        place: Place,
        until: Option<Due>,
    ) -> Result<Held, ServiceError> {
        let what = || ServiceError::NotFound { what: "quote", given: quote.to_string() };
        let data = self.ledger.quote(caller.organisation, quote).await?.ok_or_else(what)?;
        let wrong = |field, given: String, wanted| ServiceError::Input { field, given, wanted };
        let Some(work) = data.get("work").filter(|_| data.get("stamp").is_some()) else {
            return Err(wrong("quote", quote.to_string(), Wanted::QuoteWithDates));
        };
        let mut work = work.clone();
        work["first"] = (place == Place::First).into();
        let part = |name: &str| data.get(name).cloned().unwrap_or_default();
        let kept = json!({
            "account": part("account"), "subject": part("subject"), "asked": part("asked"),
            "work": work, "waits": part("waits"),
        });
        let row = HeldRow { quote, until: caller.at, data: kept.clone() };
        let mut held = Held::read(&self.ledger, caller.organisation, &row)?;
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.account(caller.organisation, held.account).await?;
        let calendar = organisation.calendar(&account.calendar);
        let last = closing_after(&calendar, caller.at, MOST_DAYS)?;
        held.until = match &until {
            Some(due) => due.at(),
            None => usually_held_until(&calendar, caller.at)?,
        };
        if held.until <= caller.at || held.until > last {
            let given = calendar.date_at(held.until).to_string();
            let (from, to) = (calendar.date_at(caller.at), calendar.date_at(last));
            return Err(wrong("until", given, Wanted::Between { from, to }));
        }
        let span = (caller.at, held.until);
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts(hold_statements(caller.organisation, quote, span, &kept));
        batch.facts([keep_statement(caller.organisation, quote)]);
        batch.commit(&self.key_of("hold", caller, quote), caller.at).await?;
        Ok(held)
    }

    /// Holds a quote no longer; one that is not held is not held afterwards either.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn release(&self, caller: &Caller, quote: QuoteId) -> Result<(), ServiceError> {
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([release_statement(caller.organisation, quote)]);
        batch.commit(&self.key_of("release", caller, quote), caller.at).await?;
        Ok(())
    }

    /// Holds no longer what was held for this account and work: its offer takes the place now.
    pub(crate) async fn release_offered(
        &self,
        caller: &Caller,
        account: AccountId,
        work: Option<&Work>,
    ) -> Result<(), ServiceError> {
        let held = self.held(caller.organisation, caller.at).await?.into_iter();
        let is_offered = |held: &Held| {
            held.account == account && work.is_some_and(|work| work.new == held.work.new)
        };
        let released = held.filter(is_offered);
        let released: Vec<_> =
            released.map(|held| release_statement(caller.organisation, held.quote)).collect();
        if !released.is_empty() {
            let mut batch = self.ledger.batch(caller.organisation);
            batch.facts(released);
            let key = format!("offered {}", self.ledger.entropy().id(caller.at));
            let key = Key { key, fingerprint: String::new(), answer: String::new() };
            batch.commit(&key, caller.at).await?;
        }
        Ok(())
    }

    /// What is held at an instant, the first one first.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn held(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Vec<Held>, ServiceError> {
        let rows = self.ledger.held_quotes(organisation, at).await?;
        rows.iter().map(|row| Held::read(&self.ledger, organisation, row)).collect()
    }

    fn key_of(&self, what: &str, caller: &Caller, quote: QuoteId) -> Key {
        let own = self.ledger.entropy().id(caller.at).to_string();
        let key = if caller.key.is_empty() { &own } else { &caller.key };
        Key { key: format!("{what} {key}"), fingerprint: quote.to_string(), answer: String::new() }
    }
}

/// Until when a quote is held that is asked at an instant, unless said otherwise.
///
/// # Errors
/// [`CalendarError`] when no day is worked any more.
pub fn usually_held_until(calendar: &Calendar, at: Timestamp) -> Result<Timestamp, CalendarError> {
    closing_after(calendar, at, USUAL_DAYS)
}

/// When it closes so many working days later.
fn closing_after(
    calendar: &Calendar,
    at: Timestamp,
    days: i32,
) -> Result<Timestamp, CalendarError> {
    let today = calendar.next_business_day(calendar.date_at(at))?;
    calendar.closing_of(calendar.add_business_days(today, days)?)
}
