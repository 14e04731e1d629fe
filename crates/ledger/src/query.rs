//! What pages and lists ask of the read models: the rows they get. Each query exists once, as a constant of [`text`].

mod beside;
mod kept;
mod text;

pub use kept::{KeptCount, PassedRow};

use calendar::Grain;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use promise::health::Health;
use promise::settle::Timing;
use promise::state::StateName;
use promise::terms::Consequence;
use promise::{
    AccountId, Chance, ContactId, CounterPromiseId, MemberId, OrganisationId, PromiseId, Side,
};

use self::text::{
    ACCOUNTS, BY_NUMBER, CONTACTS, COUNT_ALL, COUNT_PROMISES, HEAD, IMPORT_HEADS, LATENESS, LIVING,
    NEXT_NUMBER, ONE_PROMISE, OPEN_COUNTER_PROMISES, PASSING, PLANNED, PROMISES,
};
use crate::facts::Seen;
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Query, Row, params};

/// A promise as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRow {
    /// Which one.
    pub id: PromiseId,
    /// Its short name.
    pub number: u32,
    /// How many events made it.
    pub version: u32,
    /// What is true of it.
    pub state: StateName,
    /// To whom.
    pub account: AccountId,
    /// The customer's name.
    pub account_name: String,
    /// Who there.
    pub contact: Option<ContactId>,
    /// What.
    pub subject: String,
    /// Who gave it.
    pub promisor: Option<MemberId>,
    /// Who keeps it.
    pub owner: Option<MemberId>,
    /// The instant of its first event.
    pub begun_at: Timestamp,
    /// When it was offered or recorded.
    pub made_at: Option<Timestamp>,
    /// Until when an offer can be accepted.
    pub expires: Option<Timestamp>,
    /// By when.
    pub due: Option<ListedDue>,
    /// By when first.
    pub first_due: Option<Timestamp>,
    /// By when, if the waiting proposal is agreed.
    pub proposed_due: Option<Timestamp>,
    /// Whose proposal that is.
    pub proposed_by: Option<Side>,
    /// How it stands by its forecast.
    pub health: Option<Health>,
    /// Whether the account has confirmed that it was promised.
    pub confirmed: bool,
    /// From when on it was there.
    pub delivered_at: Option<Timestamp>,
    /// Silence counts as confirmation from here on.
    pub silence_ends: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Whether it was kept against the first due.
    pub kept_first: Option<bool>,
    /// Whether it was kept against the last due agreed in time.
    pub kept_last: Option<bool>,
    /// Early, on time or late.
    pub timing: Option<Timing>,
    /// Business days from delivery to due.
    pub slack_days: Option<i32>,
    /// The chance that was given when it was promised.
    pub given_chance: Option<Chance>,
    /// Whether a counter-promise is late.
    pub counter_late: bool,
    /// What was last seen of its finish.
    pub seen: Option<Seen>,
    /// Whether its date is fixed.
    pub strict: bool,
}

/// A due as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDue {
    /// The instant.
    pub at: Timestamp,
    /// In which zone it was said.
    pub zone: TimeZone,
    /// How exactly.
    pub grain: Grain,
}

impl PromiseRow {
    fn read(row: &Row) -> Result<Self, LedgerError> {
        let due = row.some_instant(13)?.map(|at| listed_due(row, at, 14, 15)).transpose()?;
        let seen = row.some_text(30)?.map(crate::codec::read_seen).transpose()?;
        let permille = row.some_int(28)?.and_then(|p| u16::try_from(p).ok());
        Ok(Self {
            id: row.parsed(0)?,
            number: row.count(1)?,
            version: row.count(2)?,
            state: row.coded(3, StateName::of_code)?,
            account: row.parsed(4)?,
            account_name: row.text(5)?.to_owned(),
            contact: row.some_parsed(6)?,
            subject: row.text(7)?.to_owned(),
            promisor: row.some_parsed(8)?,
            owner: row.some_parsed(9)?,
            begun_at: row.instant(10)?,
            made_at: row.some_instant(11)?,
            expires: row.some_instant(12)?,
            due,
            first_due: row.some_instant(16)?,
            proposed_due: row.some_instant(17)?,
            proposed_by: row.some_coded(18, Side::of_code)?,
            health: row.some_coded(19, Health::of_code)?,
            confirmed: row.flag(20)?,
            delivered_at: row.some_instant(21)?,
            silence_ends: row.some_instant(22)?,
            ended_at: row.some_instant(23)?,
            kept_first: row.some_flag(24)?,
            kept_last: row.some_flag(25)?,
            timing: row.some_coded(26, Timing::of_code)?,
            slack_days: row.some_int(27)?.and_then(|d| i32::try_from(d).ok()),
            given_chance: permille.and_then(Chance::of_permille),
            counter_late: row.flag(29)?,
            seen,
            strict: row.some_text(31)? == Some("strict"),
        })
    }

    /// The chance last seen, if any.
    pub fn chance(&self) -> Option<Chance> {
        match &self.seen {
            Some(Seen::Forecast(stamp)) => Some(stamp.chance),
            Some(Seen::CannotForecast) | None => None,
        }
    }
}

pub(crate) fn listed_due(
    row: &Row,
    at: Timestamp,
    zone: usize,
    grain: usize,
) -> Result<ListedDue, CellError> {
    let found = TimeZone::get(row.text(zone)?).ok();
    let zone = found.ok_or_else(|| CellError { column: zone, found: "no time zone".to_owned() })?;
    Ok(ListedDue { at, zone, grain: row.coded(grain, Grain::named)? })
}

/// Which promises of a list are wanted; empty fields want all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromiseFilter {
    /// A state, or `open` for everything still to be kept.
    pub state: String,
    /// An account.
    pub account: Option<AccountId>,
    /// Who keeps it.
    pub owner: Option<MemberId>,
    /// How it stands.
    pub health: Option<Health>,
    /// What stands in the subject or the customer's name.
    pub text: String,
    /// Due at or before.
    pub due_until: Option<Timestamp>,
    /// How many at most.
    pub limit: u32,
    /// How many are skipped.
    pub offset: u32,
}

impl PromiseFilter {
    /// Whether it lets everything through.
    fn is_off(&self) -> bool {
        *self == Self { limit: self.limit, offset: self.offset, ..Self::default() }
    }

    fn params(&self, organisation: OrganisationId) -> Vec<crate::sql::Value> {
        params![
            organisation.to_string(),
            self.state.as_str(),
            self.account.map(|id| id.to_string()).unwrap_or_default(),
            self.owner.map(|id| id.to_string()).unwrap_or_default(),
            self.health.map(Health::code).unwrap_or_default(),
            like(&self.text),
            self.due_until.map_or(0, |at| at.as_microsecond())
        ]
    }
}

/// A pattern for LIKE that finds a text anywhere; nothing for an empty text.
fn like(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return String::new();
    }
    let escaped = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{escaped}%")
}

/// A promise as the plan needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// Which one.
    pub id: PromiseId,
    /// Its short name.
    pub number: u32,
    /// What is true of it.
    pub state: StateName,
    /// To whom.
    pub account: AccountId,
    /// The customer's name.
    pub account_name: String,
    /// What.
    pub subject: String,
    /// By when.
    pub due: Option<Timestamp>,
    /// The event that planned its work, as stored.
    pub work: Option<serde_json::Value>,
}

/// A counter-promise that is still to be met.
#[derive(Debug, Clone, PartialEq)]
pub struct CounterRow {
    /// Which one.
    pub id: CounterPromiseId,
    /// Of which promise.
    pub promise: PromiseId,
    /// That promise's short name.
    pub number: u32,
    /// Whose.
    pub account: AccountId,
    /// The customer's name.
    pub account_name: String,
    /// What.
    pub subject: String,
    /// By when.
    pub due: ListedDue,
    /// What its lateness does.
    pub consequence: Consequence,
    /// Whether its due has passed.
    pub late: bool,
    /// Our own due.
    pub our_due: Option<Timestamp>,
    /// Our due, if the waiting proposal is agreed.
    pub proposed_due: Option<Timestamp>,
}

/// A customer as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountRow {
    /// Which one.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// The calendar in which dues towards it are counted.
    pub calendar: String,
    /// How many promises are still to be kept.
    pub open: u32,
    /// How many were kept.
    pub kept: u32,
    /// Of how many that have ended.
    pub ended: u32,
    /// The open promise that is least sure.
    pub least_sure: Option<PromiseRow>,
}

/// A person at a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Who.
    pub id: ContactId,
    /// Where.
    pub account: AccountId,
    /// What people call them.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// What they are written to in.
    pub language: promise::Language,
    /// How often their link was renewed.
    pub link: u32,
}

impl Ledger {
    /// How many events a stream has.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn version(
        &self,
        organisation: OrganisationId,
        stream: &crate::Stream,
    ) -> Result<u32, LedgerError> {
        let params = params![organisation.to_string(), stream.to_string()];
        let rows = self.database.read(HEAD, params).await?;
        Ok(rows.first().map(|row| row.count(0)).transpose()?.unwrap_or(0))
    }

    /// Where the streams of imports end: another value means that other work is known.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn import_state(&self, organisation: OrganisationId) -> Result<String, LedgerError> {
        let rows = self.database.read(IMPORT_HEADS, params![organisation.to_string()]).await?;
        let parts = rows.iter().map(|row| Ok(format!("{} {}", row.text(0)?, row.int(1)?)));
        Ok(parts.collect::<Result<Vec<_>, CellError>>()?.join("\n"))
    }

    /// The next short name for a promise.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn next_number(&self, organisation: OrganisationId) -> Result<u32, LedgerError> {
        let rows = self.database.read(NEXT_NUMBER, params![organisation.to_string()]).await?;
        Ok(rows.first().map(|row| row.count(0)).transpose()?.unwrap_or(1))
    }

    /// The promise with a short name.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn promise_by_number(
        &self,
        organisation: OrganisationId,
        number: u32,
    ) -> Result<Option<PromiseId>, LedgerError> {
        let rows = self.database.read(BY_NUMBER, params![organisation.to_string(), number]).await?;
        Ok(rows.first().map(|row| row.parsed(0)).transpose()?)
    }

    /// The promises for which time may have something to write.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn passing(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Vec<PromiseId>, LedgerError> {
        let rows = self.database.read(PASSING, params![organisation.to_string(), at]).await?;
        rows.iter().map(|row| Ok(row.parsed(0)?)).collect()
    }

    /// One promise as lists show it.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn promise_row(
        &self,
        organisation: OrganisationId,
        promise: PromiseId,
    ) -> Result<Option<PromiseRow>, LedgerError> {
        let params = params![organisation.to_string(), promise.to_string()];
        let rows = self.database.read(ONE_PROMISE, params).await?;
        rows.first().map(PromiseRow::read).transpose()
    }

    /// A page of promises, least sure first, and how many there are in all.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn promise_rows(
        &self,
        organisation: OrganisationId,
        filter: &PromiseFilter,
    ) -> Result<(Vec<PromiseRow>, u32), LedgerError> {
        let mut params = filter.params(organisation);
        let counted = if filter.is_off() {
            Query { sql: COUNT_ALL, params: params![organisation.to_string()] }
        } else {
            Query { sql: COUNT_PROMISES, params: params.clone() }
        };
        params.extend(params![filter.limit, filter.offset]);
        let listed = Query { sql: PROMISES, params };
        let mut answers = self.database.read_all(vec![counted, listed]).await?.into_iter();
        let (count, rows) =
            (answers.next().unwrap_or_default(), answers.next().unwrap_or_default());
        let count = count.first().map(|row| row.count(0)).transpose()?.unwrap_or(0);
        Ok((rows.iter().map(PromiseRow::read).collect::<Result<_, _>>()?, count))
    }

    /// Everything that may still need somebody, soonest due first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn living_promises(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<PromiseRow>, LedgerError> {
        let rows = self.database.read(LIVING, params![organisation.to_string()]).await?;
        rows.iter().map(PromiseRow::read).collect()
    }

    /// The promises that take part in the plan, by their short names.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn planned_promises(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<PlannedRow>, LedgerError> {
        let rows = self.database.read(PLANNED, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let work = row.some_text(6)?.map(serde_json::from_str).transpose();
            Ok(PlannedRow {
                id: row.parsed(0)?,
                number: row.count(1)?,
                state: row.coded(2, StateName::of_code)?,
                account: row.parsed(3)?,
                subject: row.text(4)?.to_owned(),
                due: row.some_instant(5)?,
                account_name: row.text(7)?.to_owned(),
                work: work.map_err(|e| LedgerError::Damaged(e.to_string()))?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// By how many seconds each counter-promise that was met came after its due, below 0 before it; with its account, the
    /// first one met first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn lateness(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<(AccountId, i64)>, LedgerError> {
        let rows = self.database.read(LATENESS, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let (due, met) = (row.instant(1)?, row.instant(2)?);
            Ok((row.parsed(0)?, met.as_second() - due.as_second()))
        };
        rows.iter().map(read).collect()
    }

    /// The counter-promises that are still to be met, soonest due first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn open_counter_promises(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<CounterRow>, LedgerError> {
        let params = params![organisation.to_string()];
        let rows = self.database.read(OPEN_COUNTER_PROMISES, params).await?;
        let read = |row: &Row| {
            Ok(CounterRow {
                id: row.parsed(0)?,
                promise: row.parsed(1)?,
                account: row.parsed(2)?,
                account_name: row.text(3)?.to_owned(),
                subject: row.text(4)?.to_owned(),
                due: listed_due(row, row.instant(5)?, 6, 7)?,
                consequence: row.coded(8, Consequence::of_code)?,
                late: row.text(9)? == "late",
                number: row.count(11)?,
                our_due: row.some_instant(12)?,
                proposed_due: row.some_instant(13)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// The customers, by name.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn account_rows(
        &self,
        organisation: OrganisationId,
        text: &str,
    ) -> Result<Vec<AccountRow>, LedgerError> {
        let params = params![organisation.to_string(), like(text)];
        let rows = self.database.read(ACCOUNTS, params).await?;
        let open =
            PromiseFilter { state: "open".to_owned(), limit: u32::MAX, ..PromiseFilter::default() };
        let (open, _) = self.promise_rows(organisation, &open).await?;
        let open: std::collections::BTreeMap<PromiseId, PromiseRow> =
            open.into_iter().map(|row| (row.id, row)).collect();
        let read = |row: &Row| {
            let least_sure: Option<PromiseId> = row.some_parsed(6)?;
            Ok(AccountRow {
                id: row.parsed(0)?,
                name: row.text(1)?.to_owned(),
                calendar: row.text(2)?.to_owned(),
                open: row.count(3)?,
                kept: row.count(4)?,
                ended: row.count(5)?,
                least_sure: least_sure.and_then(|id| open.get(&id).cloned()),
            })
        };
        rows.iter().map(read).collect()
    }

    /// The contacts of all customers, by name; those who left are left out.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn contact_rows(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<ContactRow>, LedgerError> {
        let rows = self.database.read(CONTACTS, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            Ok(ContactRow {
                id: row.parsed(0)?,
                account: row.parsed(1)?,
                name: row.text(2)?.to_owned(),
                email: row.some_text(3)?.map(str::to_owned),
                language: row.coded(4, promise::Language::of_code)?,
                link: row.count(5)?,
            })
        };
        rows.iter().map(read).collect()
    }
}

/// Every query of this crate, for the test that holds their parameters in order.
#[cfg(test)]
const QUERIES: [&str; 17] = [
    HEAD,
    IMPORT_HEADS,
    NEXT_NUMBER,
    BY_NUMBER,
    PASSING,
    ONE_PROMISE,
    text::ONE_WITH_ACCOUNT,
    PROMISES,
    COUNT_ALL,
    COUNT_PROMISES,
    LIVING,
    PLANNED,
    OPEN_COUNTER_PROMISES,
    LATENESS,
    ACCOUNTS,
    text::KEPT,
    text::PASSED,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_first_appear_in_order() {
        // SQLite numbers `$1`, `$2` … by their first appearance, PostgreSQL by their name.
        for sql in QUERIES {
            let mut seen = 0;
            for number in sql.split('$').skip(1) {
                let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
                let number: usize = digits.parse().unwrap();
                assert!(number <= seen + 1, "{sql}");
                seen = seen.max(number);
            }
        }
    }

    #[test]
    fn wildcards_in_a_search_are_letters() {
        assert_eq!(like(" 50%_Å! "), "%50!%!_å!!%");
        assert_eq!(like("  "), "");
    }
}
