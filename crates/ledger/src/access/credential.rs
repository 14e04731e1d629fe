//! What proves who a member is: the login in the directory, the password's hash, the second factor, recovery codes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use promise::{MemberId, OrganisationId};

use super::Whose;
use crate::log::{Ledger, LedgerError};
use crate::sql::{CellError, Row, Statement, params};

const WHOSE: &str = "SELECT organisation, member FROM login WHERE login = $1";
const ANY_LOGIN: &str = "SELECT login FROM login LIMIT 1";
const ANY_IDENTITY: &str = "SELECT subject FROM identity LIMIT 1";
const TAKE_LOGIN: &str = "INSERT INTO login (login, organisation, member) VALUES ($1, $2, $3)";
const FREE_LOGIN: &str = "DELETE FROM login WHERE login = $1 AND organisation = $2 AND member = $3";

const ONE: &str = "
    SELECT member, login, password, password_at, totp, totp_step
    FROM credential WHERE organisation = $1 AND member = $2";
const ALL: &str = "
    SELECT member, login, password, password_at, totp, totp_step
    FROM credential WHERE organisation = $1 ORDER BY member";
const SET: &str = "
    INSERT INTO credential (organisation, member, login, password, password_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (organisation, member) DO UPDATE SET
        login = excluded.login, password = excluded.password, password_at = excluded.password_at";
const MOVE_PASSWORD: &str = "
    UPDATE credential SET password = $1, password_at = $2
    WHERE organisation = $3 AND member = $4 AND password = $5";
const SET_FACTOR: &str = "
    UPDATE credential SET totp = $1, totp_step = $2 WHERE organisation = $3 AND member = $4";
const USE_STEP: &str = "
    UPDATE credential SET totp_step = $1
    WHERE organisation = $2 AND member = $3 AND totp = $4 AND totp_step < $1";
const DROP: &str = "DELETE FROM credential WHERE organisation = $1 AND member = $2";
const DROP_IDENTITIES: &str = "DELETE FROM identity WHERE organisation = $1 AND member = $2";
const LINKED: &str = "SELECT member FROM identity WHERE organisation = $1";

const ADD_CODE: &str = "INSERT INTO recovery_code (organisation, member, code) VALUES ($1, $2, $3)";
const USE_CODE: &str = "
    UPDATE recovery_code SET used_at = $1
    WHERE organisation = $2 AND member = $3 AND code = $4 AND used_at IS NULL";
const DROP_CODES: &str = "DELETE FROM recovery_code WHERE organisation = $1 AND member = $2";
const CODES_LEFT: &str = "
    SELECT member, COUNT(*) FROM recovery_code
    WHERE organisation = $1 AND used_at IS NULL GROUP BY member ORDER BY member";

#[cfg(test)]
pub(super) const SQL: &[&str] = &[
    WHOSE,
    ANY_LOGIN,
    ANY_IDENTITY,
    TAKE_LOGIN,
    FREE_LOGIN,
    ONE,
    ALL,
    SET,
    MOVE_PASSWORD,
    SET_FACTOR,
    USE_STEP,
    DROP,
    DROP_IDENTITIES,
    LINKED,
    ADD_CODE,
    USE_CODE,
    DROP_CODES,
    CODES_LEFT,
];

/// How a member signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// Who.
    pub member: MemberId,
    /// Their login.
    pub login: String,
    /// The hash of their password, as a PHC string.
    pub password: Option<String>,
    /// Since when they have it.
    pub password_at: Option<Timestamp>,
    /// The second factor.
    pub factor: Option<Factor>,
}

/// A second factor: the secret behind the codes, and the last step whose code was used.
#[derive(Clone, PartialEq, Eq)]
pub struct Factor {
    /// The secret, wrapped.
    pub wrapped: String,
    /// The step; codes up to it are used up.
    pub step: i64,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither hashes nor logins belong into a log.
        f.debug_struct("Credential").field("member", &self.member).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Factor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Factor").finish_non_exhaustive()
    }
}

impl Credential {
    fn read(row: &Row) -> Result<Self, CellError> {
        let factor = match (row.some_text(4)?, row.some_int(5)?) {
            (Some(wrapped), Some(step)) => Some(Factor { wrapped: wrapped.to_owned(), step }),
            (Some(_), None) => return Err(CellError { column: 5, found: "no step".to_owned() }),
            (None, _) => None,
        };
        Ok(Self {
            member: row.parsed(0)?,
            login: row.text(1)?.to_owned(),
            password: row.some_text(2)?.map(str::to_owned),
            password_at: row.some_instant(3)?,
            factor,
        })
    }
}

/// Enters a login in the directory; a conflict when it is somebody's.
pub fn take_login(whose: Whose, login: &str) -> Statement {
    let params = params![login, whose.organisation.to_string(), whose.member.to_string()];
    Statement::touching_one(TAKE_LOGIN, params)
}

/// Takes a login of this member out of the directory.
pub fn free_login(whose: Whose, login: &str) -> Statement {
    let params = params![login, whose.organisation.to_string(), whose.member.to_string()];
    Statement::new(FREE_LOGIN, params)
}

/// Sets login and password; a second factor stays.
pub fn set(whose: Whose, login: &str, password: &str, at: Timestamp) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(SET, params![organisation, member, login, password, at])
}

/// Sets a login, which may be empty, for somebody who has no password, or no longer one; a second factor stays.
pub fn set_without_password(whose: Whose, login: &str) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    let none: Option<&str> = None;
    let never: Option<Timestamp> = None;
    Statement::touching_one(SET, params![organisation, member, login, none, never])
}

/// Puts a password's hash in the place of another; a conflict when the other is no longer there.
pub fn move_password(whose: Whose, old: &str, new: &str, since: Option<Timestamp>) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(MOVE_PASSWORD, params![new, since, organisation, member, old])
}

/// Sets the second factor, or removes it; a conflict when the member has no credential.
pub fn set_factor(whose: Whose, factor: Option<&Factor>) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    let (wrapped, step) = (factor.map(|f| f.wrapped.as_str()), factor.map(|f| f.step));
    Statement::touching_one(SET_FACTOR, params![wrapped, step, organisation, member])
}

/// Uses the code of a step up; a conflict when it, or a later one, was used.
pub fn use_step(whose: Whose, factor: &Factor, step: i64) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    let params = params![step, organisation, member, factor.wrapped.as_str()];
    Statement::touching_one(USE_STEP, params)
}

/// Adds a recovery code by its digest.
pub fn add_code(whose: Whose, digest: &str) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(ADD_CODE, params![organisation, member, digest])
}

/// Uses a recovery code up; a conflict when there is none such, or it was used.
pub fn use_code(whose: Whose, digest: &str, at: Timestamp) -> Statement {
    let (organisation, member) = (whose.organisation.to_string(), whose.member.to_string());
    Statement::touching_one(USE_CODE, params![at, organisation, member, digest])
}

/// Removes every recovery code of a member.
pub fn drop_codes(whose: Whose) -> Statement {
    let params = params![whose.organisation.to_string(), whose.member.to_string()];
    Statement::new(DROP_CODES, params)
}

/// Removes everything by which a member signs in; `login` is theirs, if they have one.
pub fn drop_all(whose: Whose, login: Option<&str>) -> Vec<Statement> {
    let params = params![whose.organisation.to_string(), whose.member.to_string()];
    let mut statements = vec![
        Statement::new(DROP, params.clone()),
        Statement::new(DROP_IDENTITIES, params),
        drop_codes(whose),
    ];
    statements.extend(login.map(|login| free_login(whose, login)));
    statements
}

impl Ledger {
    /// The directory: whose a login is.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn whose_login(&self, login: &str) -> Result<Option<Whose>, LedgerError> {
        let rows = self.database.read(WHOSE, params![login]).await?;
        let read = |row: &Row| {
            Ok::<_, CellError>(Whose { organisation: row.parsed(0)?, member: row.parsed(1)? })
        };
        Ok(rows.first().map(read).transpose()?)
    }

    /// Whether the directory has anybody at all.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn knows_anybody(&self) -> Result<bool, LedgerError> {
        let has_login = !self.database.read(ANY_LOGIN, Vec::new()).await?.is_empty();
        Ok(has_login || !self.database.read(ANY_IDENTITY, Vec::new()).await?.is_empty())
    }

    /// How a member signs in.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn credential(&self, whose: Whose) -> Result<Option<Credential>, LedgerError> {
        let params = params![whose.organisation.to_string(), whose.member.to_string()];
        let rows = self.database.read(ONE, params).await?;
        Ok(rows.first().map(Credential::read).transpose()?)
    }

    /// How each member signs in who can.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn credentials(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Credential>, LedgerError> {
        let rows = self.database.read(ALL, params![organisation.to_string()]).await?;
        rows.iter().map(|row| Ok(Credential::read(row)?)).collect()
    }

    /// The members who sign in by another's word, such as that of a company's own directory.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn linked_members(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<MemberId>, LedgerError> {
        let rows = self.database.read(LINKED, params![organisation.to_string()]).await?;
        rows.iter().map(|row| Ok(row.parsed(0)?)).collect()
    }

    /// How many recovery codes each member has left; who has none is left out.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn recovery_codes_left(
        &self,
        organisation: OrganisationId,
    ) -> Result<BTreeMap<MemberId, u32>, LedgerError> {
        let rows = self.database.read(CODES_LEFT, params![organisation.to_string()]).await?;
        rows.iter().map(|row| Ok((row.parsed(0)?, row.count(1)?))).collect()
    }
}
