//! Tokens of programs: by the digest of their secret, each with what it may do and until when.

use jiff::Timestamp;
use promise::party::Role;
use promise::{MemberId, OrganisationId};

use super::{Whose, after};
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Row, Statement, params};

const MAKE: &str = "
    INSERT INTO api_token (organisation, token, member, name, scopes, made_at, expires)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
/// The member's row is read with it: the tokens of who has left are dead, and a role counts as it is now.
const FIND: &str = "
    SELECT t.member, t.scopes, t.expires, t.used_at, m.role,
        (SELECT version FROM stream WHERE organisation = $1 AND stream = 'organisation')
    FROM api_token t
    JOIN member m ON m.organisation = t.organisation AND m.member = t.member
    WHERE t.organisation = $1 AND t.token = $2 AND t.revoked_at IS NULL AND m.left_at IS NULL";
const USED: &str = "UPDATE api_token SET used_at = $1 WHERE organisation = $2 AND token = $3";
const REVOKE: &str = "
    UPDATE api_token SET revoked_at = $1
    WHERE organisation = $2 AND token >= $3 AND token < $4 AND member = $5 AND revoked_at IS NULL";
const OWNER: &str = "
    SELECT member FROM api_token
    WHERE organisation = $1 AND token >= $2 AND token < $3 AND revoked_at IS NULL";
const DROP_ALL: &str = "DELETE FROM api_token WHERE organisation = $1 AND member = $2";
const ALL: &str = "
    SELECT token, member, name, scopes, made_at, expires, used_at, revoked_at FROM api_token
    WHERE organisation = $1 ORDER BY made_at, token";

#[cfg(test)]
pub(super) const SQL: &[&str] = &[MAKE, FIND, USED, REVOKE, OWNER, DROP_ALL, ALL];

/// What a token may do; each includes the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Look.
    Read,
    /// Ask for dates and write drafts.
    Draft,
    /// Promise.
    Promise,
}

impl Scope {
    /// Every one of them, in order.
    pub const ALL: [Self; 3] = [Self::Read, Self::Draft, Self::Promise];

    /// The word used in stored and sent data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Draft => "draft",
            Self::Promise => "promise",
        }
    }

    /// Finds the one with this word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }

    /// The most that a member of a role may give to a token, and that their token may do.
    pub const fn most_of(role: Role) -> Self {
        match role {
            Role::Viewer => Self::Read,
            Role::Promisor | Role::Manager | Role::Admin => Self::Promise,
        }
    }
}

/// A token that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// The digest of its secret.
    pub digest: String,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it is made.
    pub at: Timestamp,
    /// Until when it may be used.
    pub expires: Timestamp,
}

/// A token as a request finds it: not revoked, and its member has not left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundToken {
    /// Whose.
    pub member: MemberId,
    /// What they may do, as of now.
    pub role: Role,
    /// What it may do.
    pub scope: Scope,
    /// Until when it may be used.
    pub expires: Timestamp,
    /// When it was last used, to within minutes.
    pub used_at: Option<Timestamp>,
    /// How many events its organisation has.
    pub organisation_version: u32,
}

/// A token as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedToken {
    /// The digest of its secret.
    pub digest: String,
    /// Whose.
    pub member: MemberId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it may be used.
    pub expires: Timestamp,
    /// When it was last used, to within minutes.
    pub used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// Makes a token.
pub fn make(whose: Whose, new: &NewToken) -> Statement {
    let params = params![
        whose.organisation.to_string(),
        new.digest.as_str(),
        whose.member.to_string(),
        new.name.as_str(),
        new.scope.code(),
        new.at,
        new.expires
    ];
    Statement::touching_one(MAKE, params)
}

/// Notes that a token is used.
pub fn used(organisation: OrganisationId, digest: &str, at: Timestamp) -> Statement {
    Statement::new(USED, params![at, organisation.to_string(), digest])
}

/// Revokes the token of a member that an id names; a conflict when there is none such that is alive.
pub fn revoke(whose: Whose, id: &str, at: Timestamp) -> Statement {
    let params =
        params![at, whose.organisation.to_string(), id, after(id), whose.member.to_string()];
    Statement::touching_one(REVOKE, params)
}

/// Removes every token of a member who leaves.
pub fn drop_all(whose: Whose) -> Statement {
    let params = params![whose.organisation.to_string(), whose.member.to_string()];
    Statement::new(DROP_ALL, params)
}

impl Ledger {
    /// The token of a digest.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn token(
        &self,
        organisation: OrganisationId,
        digest: &str,
    ) -> Result<Option<FoundToken>, LedgerError> {
        let rows = self.database.read(FIND, params![organisation.to_string(), digest]).await?;
        let read = |row: &Row| {
            Ok::<_, CellError>(FoundToken {
                member: row.parsed(0)?,
                scope: row.coded(1, Scope::of_code)?,
                expires: row.instant(2)?,
                used_at: row.some_instant(3)?,
                role: row.coded(4, Role::of_code)?,
                organisation_version: row.count(5)?,
            })
        };
        Ok(rows.first().map(read).transpose()?)
    }

    /// Whose the living token is that an id names.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn token_owner(
        &self,
        organisation: OrganisationId,
        id: &str,
    ) -> Result<Option<MemberId>, LedgerError> {
        let params = params![organisation.to_string(), id, after(id)];
        let rows = self.database.read(OWNER, params).await?;
        Ok(rows.first().map(|row| row.parsed(0)).transpose()?)
    }

    /// The tokens of an organisation, oldest first; those that have expired or were revoked are among them.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn tokens(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<ListedToken>, LedgerError> {
        let rows = self.database.read(ALL, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            Ok(ListedToken {
                digest: row.text(0)?.to_owned(),
                member: row.parsed(1)?,
                name: row.text(2)?.to_owned(),
                scope: row.coded(3, Scope::of_code)?,
                made_at: row.instant(4)?,
                expires: row.instant(5)?,
                used_at: row.some_instant(6)?,
                revoked_at: row.some_instant(7)?,
            })
        };
        rows.iter().map(read).collect()
    }
}
