//! Identities: by whose word besides their password a member signs in, such as that of a company's own directory.
//!
//! An identity is an issuer and the name that it has for somebody, which it never gives to anybody else. It is found
//! without an organisation, as a login is: it belongs to one member only.

use jiff::Timestamp;

use super::Whose;
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Row, Statement, params};

const WHOSE: &str = "SELECT organisation, member FROM identity WHERE issuer = $1 AND subject = $2";
const OF_MEMBER: &str = "
    SELECT issuer, subject, linked_at FROM identity
    WHERE organisation = $1 AND member = $2 ORDER BY linked_at, issuer, subject";
const LINK: &str = "
    INSERT INTO identity (issuer, subject, organisation, member, linked_at)
    VALUES ($1, $2, $3, $4, $5)";
/// Changes nothing: that a row was there is what counts.
const STILL: &str = "
    UPDATE identity SET linked_at = linked_at
    WHERE organisation = $1 AND member = $2 AND issuer = $3 AND subject = $4";
/// As long as another way in is left.
const UNLINK: &str = "
    DELETE FROM identity
    WHERE organisation = $1 AND member = $2 AND issuer = $3 AND subject = $4 AND (
        EXISTS (SELECT 1 FROM credential
            WHERE organisation = $1 AND member = $2 AND password IS NOT NULL AND login <> '')
        OR EXISTS (SELECT 1 FROM identity AS other
            WHERE other.organisation = $1 AND other.member = $2
                AND (other.issuer <> $3 OR other.subject <> $4)))";

#[cfg(test)]
pub(super) const SQL: &[&str] = &[WHOSE, OF_MEMBER, LINK, STILL, UNLINK];

/// Who somebody is by the word of another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// Whose word it is.
    pub issuer: String,
    /// Its name for them.
    pub subject: String,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The name is personal.
        f.debug_struct("Identity").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// An identity as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedIdentity {
    /// The identity.
    pub identity: Identity,
    /// Since when it is theirs.
    pub linked_at: Timestamp,
}

/// Links an identity with a member; a conflict when it is somebody's.
pub fn link(whose: Whose, identity: &Identity, at: Timestamp) -> Statement {
    let (issuer, subject) = (identity.issuer.as_str(), identity.subject.as_str());
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(LINK, params![issuer, subject, organisation, member, at])
}

/// Holds that an identity is still a member's; a conflict when it is not.
pub fn still(whose: Whose, identity: &Identity) -> Statement {
    Statement::touching_one(STILL, named(whose, identity))
}

/// Takes an identity from a member; a conflict when they have it not, or no other way in would be left.
pub fn unlink(whose: Whose, identity: &Identity) -> Statement {
    Statement::touching_one(UNLINK, named(whose, identity))
}

fn named(whose: Whose, identity: &Identity) -> Vec<crate::sql::Value> {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    params![organisation, member, identity.issuer.as_str(), identity.subject.as_str()]
}

impl Ledger {
    /// The directory: whose an identity is.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn whose_identity(&self, identity: &Identity) -> Result<Option<Whose>, LedgerError> {
        let params = params![identity.issuer.as_str(), identity.subject.as_str()];
        let rows = self.database.read(WHOSE, params).await?;
        let read = |row: &Row| {
            Ok::<_, CellError>(Whose { organisation: row.parsed(0)?, member: row.parsed(1)? })
        };
        Ok(rows.first().map(read).transpose()?)
    }

    /// The identities of a member, the oldest link first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn identities(&self, whose: Whose) -> Result<Vec<LinkedIdentity>, LedgerError> {
        let params = params![whose.organisation.to_string(), whose.member.to_string()];
        let rows = self.database.read(OF_MEMBER, params).await?;
        let read = |row: &Row| {
            let identity =
                Identity { issuer: row.text(0)?.to_owned(), subject: row.text(1)?.to_owned() };
            Ok(LinkedIdentity { identity, linked_at: row.instant(2)? })
        };
        rows.iter().map(read).collect()
    }
}
