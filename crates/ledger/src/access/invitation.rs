//! Links that are used once: to set an organisation up, to join it, to come back after a lost password.

use std::collections::BTreeMap;

use jiff::Timestamp;
use promise::{MemberId, OrganisationId};

use super::Whose;
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Row, Statement, params};

const MAKE: &str = "
    INSERT INTO invitation (organisation, invitation, member, purpose, made_by, made_at, expires)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const FIND: &str = "
    SELECT member, purpose, expires, used_at
    FROM invitation WHERE organisation = $1 AND invitation = $2";
const USE: &str = "
    UPDATE invitation SET used_at = $1
    WHERE organisation = $2 AND invitation = $3 AND used_at IS NULL AND expires > $1";
const DROP_UNUSED: &str =
    "DELETE FROM invitation WHERE organisation = $1 AND member = $2 AND used_at IS NULL";
const DROP_ALL: &str = "DELETE FROM invitation WHERE organisation = $1 AND member = $2";
const DROP_SET_UP: &str = "
    DELETE FROM invitation WHERE organisation = $1 AND purpose = 'set_up' AND used_at IS NULL";
const WAITING: &str = "
    SELECT member, MAX(expires) FROM invitation
    WHERE organisation = $1 AND member IS NOT NULL AND used_at IS NULL AND expires > $2
    GROUP BY member ORDER BY member";

#[cfg(test)]
pub(super) const SQL: &[&str] = &[MAKE, FIND, USE, DROP_UNUSED, DROP_ALL, DROP_SET_UP, WAITING];

/// What an invitation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To set the organisation up: its first admin's password.
    SetUp,
    /// To join.
    Join,
    /// To come back after a lost password.
    Reset,
}

impl Purpose {
    /// The word used in stored data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SetUp => "set_up",
            Self::Join => "join",
            Self::Reset => "reset",
        }
    }

    /// Finds the one with this word.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::SetUp, Self::Join, Self::Reset].into_iter().find(|purpose| purpose.code() == code)
    }
}

/// An invitation that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// The digest of its secret.
    pub digest: String,
    /// For whom; nobody yet when the organisation is set up.
    pub member: Option<MemberId>,
    /// For what.
    pub purpose: Purpose,
    /// By whom.
    pub by: Option<MemberId>,
    /// When.
    pub at: Timestamp,
    /// Until when it may be used.
    pub expires: Timestamp,
}

/// An invitation as its link finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundInvitation {
    /// For whom.
    pub member: Option<MemberId>,
    /// For what.
    pub purpose: Purpose,
    /// Until when it may be used.
    pub expires: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

/// Makes an invitation; what waits of the same kind for the same member ends.
pub fn make(organisation: OrganisationId, new: &NewInvitation) -> [Statement; 2] {
    let whose = organisation.to_string();
    let older = match new.member {
        Some(member) => Statement::new(DROP_UNUSED, params![whose.as_str(), member.to_string()]),
        None => drop_set_up(organisation),
    };
    let params = params![
        whose,
        new.digest.as_str(),
        new.member.map(|id| id.to_string()),
        new.purpose.code(),
        new.by.map(|id| id.to_string()),
        new.at,
        new.expires
    ];
    [older, Statement::touching_one(MAKE, params)]
}

/// Uses an invitation; a conflict when it was used, has expired or was taken back.
pub fn use_up(organisation: OrganisationId, digest: &str, at: Timestamp) -> Statement {
    Statement::touching_one(USE, params![at, organisation.to_string(), digest])
}

/// Takes back every link by which the organisation may be set up.
pub fn drop_set_up(organisation: OrganisationId) -> Statement {
    Statement::new(DROP_SET_UP, params![organisation.to_string()])
}

/// Takes back every invitation of a member who leaves.
pub fn drop_all(whose: Whose) -> Statement {
    let params = params![whose.organisation.to_string(), whose.member.to_string()];
    Statement::new(DROP_ALL, params)
}

impl Ledger {
    /// The invitation of a digest.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn invitation(
        &self,
        organisation: OrganisationId,
        digest: &str,
    ) -> Result<Option<FoundInvitation>, LedgerError> {
        let rows = self.database.read(FIND, params![organisation.to_string(), digest]).await?;
        let read = |row: &Row| {
            Ok::<_, CellError>(FoundInvitation {
                member: row.some_parsed(0)?,
                purpose: row.coded(1, Purpose::of_code)?,
                expires: row.instant(2)?,
                used_at: row.some_instant(3)?,
            })
        };
        Ok(rows.first().map(read).transpose()?)
    }

    /// Who is invited at an instant, and until when.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn waiting_invitations(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<BTreeMap<MemberId, Timestamp>, LedgerError> {
        let rows = self.database.read(WAITING, params![organisation.to_string(), at]).await?;
        rows.iter().map(|row| Ok((row.parsed(0)?, row.instant(1)?))).collect()
    }
}
