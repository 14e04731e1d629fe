//! Sessions of browsers: by the digest of their secret, ended by removing them.

use jiff::Timestamp;
use promise::party::Role;
use promise::{MemberId, OrganisationId};

use super::{Whose, after};
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Row, Statement, params};

const BEGIN: &str = "
    INSERT INTO session (organisation, session, member, stage, tries, begun_at, seen_at, ends_at,
        address, agent)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
/// The member's row is read with it: who has left has no session, from the same instant on. So is whether a password of
/// theirs stands alone.
const FIND: &str = "
    SELECT s.member, s.stage, s.seen_at, s.ends_at, m.role,
        (SELECT version FROM stream WHERE organisation = $1 AND stream = 'organisation'),
        (SELECT COUNT(*) FROM credential c
            WHERE c.organisation = s.organisation AND c.member = s.member
            AND c.password IS NOT NULL AND c.totp IS NULL)
    FROM session s
    JOIN member m ON m.organisation = s.organisation AND m.member = s.member
    WHERE s.organisation = $1 AND s.session = $2 AND m.left_at IS NULL";
const SEEN: &str = "UPDATE session SET seen_at = $1 WHERE organisation = $2 AND session = $3";
const TRY: &str = "
    UPDATE session SET tries = tries + 1
    WHERE organisation = $1 AND session = $2 AND stage = 'second_factor' AND tries < $3";
const END: &str = "DELETE FROM session WHERE organisation = $1 AND session = $2";
const END_NAMED: &str = "
    DELETE FROM session
    WHERE organisation = $1 AND member = $2 AND session >= $3 AND session < $4";
const END_OTHERS: &str = "
    DELETE FROM session
    WHERE organisation = $1 AND member = $2 AND (session < $3 OR session >= $4)";
const END_ALL: &str = "DELETE FROM session WHERE organisation = $1 AND member = $2";
const OF_MEMBER: &str = "
    SELECT session, begun_at, seen_at, ends_at, address, agent FROM session
    WHERE organisation = $1 AND member = $2 AND stage = 'in' ORDER BY begun_at, session";

#[cfg(test)]
pub(super) const SQL: &[&str] =
    &[BEGIN, FIND, SEEN, TRY, END, END_NAMED, END_OTHERS, END_ALL, OF_MEMBER];

/// How far somebody has come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The password was right, a code is wanted.
    SecondFactor,
    /// All the way.
    In,
}

impl Stage {
    /// The word used in stored data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SecondFactor => "second_factor",
            Self::In => "in",
        }
    }

    /// Finds the one with this word.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::SecondFactor, Self::In].into_iter().find(|stage| stage.code() == code)
    }
}

/// A session that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// The digest of its secret.
    pub digest: String,
    /// How far it has come.
    pub stage: Stage,
    /// When it begins.
    pub at: Timestamp,
    /// When it ends, however much it is used.
    pub ends_at: Timestamp,
    /// From where.
    pub address: String,
    /// With what.
    pub agent: String,
}

/// A session as a request finds it; its member has not left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundSession {
    /// Whose.
    pub member: MemberId,
    /// What they may do, as of now.
    pub role: Role,
    /// How far it has come.
    pub stage: Stage,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// How many events its organisation has.
    pub organisation_version: u32,
    /// Whether its member has a password and no second factor.
    pub by_password_alone: bool,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSession {
    /// The digest of its secret.
    pub digest: String,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it was last used, to within minutes.
    pub seen_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// From where it began.
    pub address: String,
    /// With what.
    pub agent: String,
}

/// Begins a session.
pub fn begin(whose: Whose, new: &NewSession) -> Statement {
    let params = params![
        whose.organisation.to_string(),
        new.digest.as_str(),
        whose.member.to_string(),
        new.stage.code(),
        0_i64,
        new.at,
        new.at,
        new.ends_at,
        new.address.as_str(),
        new.agent.as_str()
    ];
    Statement::touching_one(BEGIN, params)
}

/// Notes that a session is used.
pub fn seen(organisation: OrganisationId, digest: &str, at: Timestamp) -> Statement {
    Statement::new(SEEN, params![at, organisation.to_string(), digest])
}

/// Counts a try at the second factor; a conflict when `most` were made, or the session has ended.
pub fn count_try(organisation: OrganisationId, digest: &str, most: u32) -> Statement {
    Statement::touching_one(TRY, params![organisation.to_string(), digest, most])
}

/// Ends a session, if it is there.
pub fn end(organisation: OrganisationId, digest: &str) -> Statement {
    Statement::new(END, params![organisation.to_string(), digest])
}

/// Ends a session that must be there; a conflict when it is not.
pub fn end_living(organisation: OrganisationId, digest: &str) -> Statement {
    Statement::touching_one(END, params![organisation.to_string(), digest])
}

/// Ends the session of a member that an id names; a conflict when there is none such.
pub fn end_named(whose: Whose, id: &str) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(END_NAMED, params![organisation, member, id, after(id)])
}

/// Ends every session of a member, but for the one that an id names.
pub fn end_all(whose: Whose, but_for: Option<&str>) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    match but_for {
        Some(id) => Statement::new(END_OTHERS, params![organisation, member, id, after(id)]),
        None => Statement::new(END_ALL, params![organisation, member]),
    }
}

impl Ledger {
    /// The session of a digest.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn session(
        &self,
        organisation: OrganisationId,
        digest: &str,
    ) -> Result<Option<FoundSession>, LedgerError> {
        let rows = self.database.read(FIND, params![organisation.to_string(), digest]).await?;
        let read = |row: &Row| {
            Ok::<_, CellError>(FoundSession {
                member: row.parsed(0)?,
                stage: row.coded(1, Stage::of_code)?,
                seen_at: row.instant(2)?,
                ends_at: row.instant(3)?,
                role: row.coded(4, Role::of_code)?,
                organisation_version: row.count(5)?,
                by_password_alone: row.count(6)? > 0,
            })
        };
        Ok(rows.first().map(read).transpose()?)
    }

    /// The sessions of a member that have come all the way in, oldest first; those that have ended may be among them.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn member_sessions(&self, whose: Whose) -> Result<Vec<ListedSession>, LedgerError> {
        let params = params![whose.organisation.to_string(), whose.member.to_string()];
        let rows = self.database.read(OF_MEMBER, params).await?;
        let read = |row: &Row| {
            Ok(ListedSession {
                digest: row.text(0)?.to_owned(),
                begun_at: row.instant(1)?,
                seen_at: row.instant(2)?,
                ends_at: row.instant(3)?,
                address: row.text(4)?.to_owned(),
                agent: row.text(5)?.to_owned(),
            })
        };
        rows.iter().map(read).collect()
    }
}
