//! How long what is kept: the rules as they were set, what they would take, and taking it.

use jiff::{SignedDuration, Timestamp};
use promise::{AccountId, ContactId, MemberId, OrganisationId};

use crate::log::{Batch, Ledger, LedgerError};
use crate::sql::{Row, Statement, Value, params};
use crate::store::{StoreError, Transaction};

const RULES: &str =
    "SELECT country, kind, days FROM retention WHERE organisation = $1 ORDER BY country, kind";

const SET_RULE: &str = "
    INSERT INTO retention (organisation, country, kind, days) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, country, kind) DO UPDATE SET days = excluded.days";

/// A contact with the end of the last promise that names them, which is far off while one is living; a lapsed or
/// declined offer counts from the day on which it could no longer be accepted. And when the customer's own stream last
/// spoke of them, for those who were never promised anything.
const CONTACTS: &str = "
    SELECT c.contact, c.account,
        (SELECT max(CASE
            WHEN p.ended_at IS NOT NULL THEN p.ended_at
            WHEN p.state IN ('lapsed', 'declined') THEN coalesce(p.expires, p.begun_at)
            ELSE 9000000000000000 END)
         FROM promise p WHERE p.organisation = c.organisation AND p.account = c.account
            AND p.contact = c.contact),
        (SELECT max(e.at) FROM event e WHERE e.organisation = c.organisation
            AND e.stream = 'account:' || c.account AND e.data LIKE '%' || c.contact || '%')
    FROM contact c WHERE c.organisation = $1 AND c.name <> '' ORDER BY c.contact";

/// Members who left, with the end of the last promise that names them.
const MEMBERS: &str = "
    SELECT m.member, m.left_at,
        (SELECT max(CASE
            WHEN p.ended_at IS NOT NULL THEN p.ended_at
            WHEN p.state IN ('lapsed', 'declined') THEN coalesce(p.expires, p.begun_at)
            ELSE 9000000000000000 END)
         FROM promise p WHERE p.organisation = m.organisation
            AND (p.promisor = m.member OR p.owner = m.member))
    FROM member m
    WHERE m.organisation = $1 AND m.left_at IS NOT NULL AND m.name <> '' ORDER BY m.member";

/// Takes a lease that is over, or that nobody has had.
const TAKE_LEASE: &str = "
    INSERT INTO lease (organisation, name, holder, until) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, name) DO UPDATE SET
        holder = excluded.holder, until = excluded.until WHERE lease.until <= $5";

/// Rows that go by their age alone: how many there are with the oldest, and what takes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aged {
    /// Notes of the audit log.
    Audit,
    /// Sessions that ended, invitations and tokens that hold no longer.
    Access,
    /// What was answered under an idempotency key.
    Answers,
    /// How promises that ended were seen while they were open.
    Forecasts,
    /// Quotes that were asked for.
    Quotes,
    /// Who did a piece of work that is finished, as a tracker says.
    TrackerPersons,
}

impl Aged {
    /// Questions with the count and the oldest, each with the statement that takes the same rows.
    fn pairs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Audit => &[(
                "SELECT count(*), min(at) FROM audit WHERE organisation = $1 AND at < $2",
                "DELETE FROM audit WHERE organisation = $1 AND at < $2",
            )],
            Self::Access => &[
                (
                    "SELECT count(*), min(ends_at) FROM session
                     WHERE organisation = $1 AND ends_at < $2",
                    "DELETE FROM session WHERE organisation = $1 AND ends_at < $2",
                ),
                (
                    "SELECT count(*), min(coalesce(used_at, expires)) FROM invitation
                     WHERE organisation = $1 AND coalesce(used_at, expires) < $2",
                    "DELETE FROM invitation WHERE organisation = $1 AND coalesce(used_at, expires) < $2",
                ),
                (
                    "SELECT count(*), min(coalesce(revoked_at, expires)) FROM api_token
                     WHERE organisation = $1 AND coalesce(revoked_at, expires) < $2",
                    "DELETE FROM api_token
                     WHERE organisation = $1 AND coalesce(revoked_at, expires) < $2",
                ),
            ],
            Self::Answers => &[(
                "SELECT count(*), min(at) FROM idempotency WHERE organisation = $1 AND at < $2",
                "DELETE FROM idempotency WHERE organisation = $1 AND at < $2",
            )],
            Self::Forecasts => &[(
                "SELECT count(*), min(made_at) FROM forecast WHERE organisation = $1
                    AND promise IN (SELECT p.promise FROM promise p
                        WHERE p.organisation = $1 AND p.ended_at < $2)",
                "DELETE FROM forecast WHERE organisation = $1
                    AND promise IN (SELECT p.promise FROM promise p
                        WHERE p.organisation = $1 AND p.ended_at < $2)",
            )],
            Self::Quotes => &[
                (
                    "SELECT count(*), min(at) FROM quote WHERE organisation = $1 AND at < $2",
                    "DELETE FROM quote WHERE organisation = $1 AND at < $2",
                ),
                (
                    "SELECT count(*), min(at) FROM quote_input WHERE organisation = $1 AND at < $2",
                    "DELETE FROM quote_input WHERE organisation = $1 AND at < $2",
                ),
            ],
            Self::TrackerPersons => &[(
                "SELECT count(*), min(finished) FROM work_item
                 WHERE organisation = $1 AND finished < $2 AND person IS NOT NULL",
                "UPDATE work_item SET person = NULL
                 WHERE organisation = $1 AND finished < $2 AND person IS NOT NULL",
            )],
        }
    }
}

/// A rule as somebody set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRule {
    /// In which country; empty for the whole organisation.
    pub country: String,
    /// Of what.
    pub kind: String,
    /// For how many days; 0 for ever.
    pub days: u32,
}

/// How many rows would go, and from when the oldest is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// How many.
    pub count: usize,
    /// From when the oldest is.
    pub oldest: Option<Timestamp>,
}

impl Waiting {
    /// Adds one that is from an instant.
    pub fn add(&mut self, count: usize, at: Option<Timestamp>) {
        self.count += count;
        self.oldest = self.oldest.into_iter().chain(at).min();
    }
}

/// A contact whose data is still there, and since when nothing has needed it; `None` while something does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdleContact {
    /// Who.
    pub contact: ContactId,
    /// At which customer.
    pub account: AccountId,
    /// Since when.
    pub since: Option<Timestamp>,
}

/// A former member whose data is still there, and since when nothing has needed it; `None` while something does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormerMember {
    /// Who.
    pub member: MemberId,
    /// Since when.
    pub since: Option<Timestamp>,
}

/// Instants from here on stand for "not yet": the year 2255.
const NOT_YET: i64 = 9_000_000_000_000_000;

fn since(row: &Row, column: usize) -> Result<Option<i64>, LedgerError> {
    Ok(row.some_int(column)?)
}

fn instant(micros: Option<i64>) -> Option<Timestamp> {
    let passed = micros.filter(|micros| *micros < NOT_YET)?;
    Timestamp::from_microsecond(passed).ok()
}

impl Ledger {
    /// The rules that somebody set.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn retention_rules(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<SetRule>, LedgerError> {
        let rows = self.database.read(RULES, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let (country, kind) = (row.text(0)?.to_owned(), row.text(1)?.to_owned());
            Ok(SetRule { country, kind, days: row.count(2)? })
        };
        rows.iter().map(read).collect()
    }

    /// How many rows of a kind are from before an instant.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn aged(
        &self,
        organisation: OrganisationId,
        kind: Aged,
        before: Timestamp,
    ) -> Result<Waiting, LedgerError> {
        let mut waiting = Waiting::default();
        for (count, _) in kind.pairs() {
            let rows = self.database.read(count, params![organisation.to_string(), before]).await?;
            if let Some(row) = rows.first() {
                let found = usize::try_from(row.count(0)?).unwrap_or(usize::MAX);
                waiting.add(found, row.some_instant(1)?);
            }
        }
        Ok(waiting)
    }

    /// Contacts whose data is still there.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn idle_contacts(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<IdleContact>, LedgerError> {
        let rows = self.database.read(CONTACTS, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let since = instant(since(row, 2)?.max(since(row, 3)?));
            Ok(IdleContact { contact: row.parsed(0)?, account: row.parsed(1)?, since })
        };
        rows.iter().map(read).collect()
    }

    /// Members who left and whose data is still there.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn former_members(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<FormerMember>, LedgerError> {
        let rows = self.database.read(MEMBERS, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let since = instant(since(row, 1)?.max(since(row, 2)?));
            Ok(FormerMember { member: row.parsed(0)?, since })
        };
        rows.iter().map(read).collect()
    }

    /// Takes a turn that comes once in a while for all servers together; false when another has had it.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn take_turn(
        &self,
        organisation: OrganisationId,
        name: &str,
        at: Timestamp,
        every: SignedDuration,
    ) -> Result<bool, LedgerError> {
        let holder = data_encoding::HEXLOWER.encode(&self.entropy.bytes::<8>());
        let params = params![organisation.to_string(), name, holder, at + every, at];
        let statements = vec![Statement::touching_one(TAKE_LEASE, params)];
        match self.database.write(Transaction { statements, once: None }).await {
            Ok(_) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

impl Batch<'_> {
    /// Sets a rule; 0 days keep for ever.
    pub fn set_retention(&mut self, rule: &SetRule) {
        let (country, kind) = (rule.country.as_str(), rule.kind.as_str());
        let params = params![self.organisation.to_string(), country, kind, rule.days];
        self.statements.push(Statement::new(SET_RULE, params));
    }

    /// Takes the rows of a kind that are from before an instant.
    pub fn take_aged(&mut self, kind: Aged, before: Timestamp) {
        for (_, take) in kind.pairs() {
            let params: Vec<Value> = params![self.organisation.to_string(), before];
            self.statements.push(Statement::new(take, params));
        }
    }
}
