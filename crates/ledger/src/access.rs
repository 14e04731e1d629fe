//! How people and programs come in: the directory of logins, what proves who somebody is, sessions, invitations and
//! tokens. Rows only; what is allowed is decided by whoever calls.
//!
//! None of it is an event: it is changed and deleted. A secret is never stored, only its SHA-256, and each secret names
//! its organisation, so that every key begins with one. The [directory](Ledger::whose_login) is the one exception.

pub mod credential;
pub mod identity;
pub mod invitation;
pub mod session;
pub mod token;

use jiff::Timestamp;
use promise::{MemberId, OrganisationId, Person};

use crate::chain::Stream;
use crate::log::{Batch, Ledger, LedgerError};
use crate::seal::{decrypt, encrypt, person_text};
use crate::sql::{Statement, params};
use crate::store::StoreError;

const SWEEP_SESSIONS: &str =
    "DELETE FROM session WHERE organisation = $1 AND (ends_at <= $2 OR seen_at <= $3)";

const SWEEP_INVITATIONS: &str =
    "DELETE FROM invitation WHERE organisation = $1 AND (expires <= $2 OR used_at <= $2)";

/// Whose something is: an organisation, and a member of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whose {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The member.
    pub member: MemberId,
}

/// Removes what has ended: sessions over or unused since `idle_since`, invitations used or expired by `old`.
pub fn sweep(
    organisation: OrganisationId,
    at: Timestamp,
    idle_since: Timestamp,
    old: Timestamp,
) -> [Statement; 2] {
    let whose = organisation.to_string();
    [
        Statement::new(SWEEP_SESSIONS, params![whose.as_str(), at, idle_since]),
        Statement::new(SWEEP_INVITATIONS, params![whose.as_str(), old]),
    ]
}

/// The digests that begin with an id lie from the id up to, and without, this.
///
/// Digests are hexadecimal in small letters, so `g` comes after everything that continues the id.
fn after(id: &str) -> String {
    format!("{id}g")
}

impl Batch<'_> {
    /// Writes everything, without a key: what is asked again is done again.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a statement did not touch the one row that it must; nothing was written then.
    pub async fn commit_anew(self) -> Result<(), LedgerError> {
        self.write(None).await.map(drop)
    }
}

impl Ledger {
    /// Wraps a member's secret under the key file; `what` says what it is, and only as that it is unwrapped.
    pub fn wrap_secret(&self, whose: Whose, what: &str, secret: &[u8]) -> String {
        encrypt(self.ring.data_key(), secret, &bound_to(whose, what), &self.entropy)
    }

    /// Unwraps a member's secret; `None` when it is another's, another thing, or was wrapped under another key file.
    pub fn unwrap_secret(&self, whose: Whose, what: &str, wrapped: &str) -> Option<Vec<u8>> {
        decrypt(self.ring.data_key(), wrapped, &bound_to(whose, what))
    }

    /// Wraps something that a stranger's browser keeps for us, under the key file; `what` says what it is, and only as
    /// that it is unwrapped.
    pub fn wrap_note(&self, what: &str, note: &[u8]) -> String {
        encrypt(self.ring.data_key(), note, &bound_to_nobody(what), &self.entropy)
    }

    /// Unwraps what a browser kept; `None` when it is another thing, or was wrapped under another key file.
    pub fn unwrap_note(&self, what: &str, wrapped: &str) -> Option<Vec<u8>> {
        decrypt(self.ring.data_key(), wrapped, &bound_to_nobody(what))
    }

    /// Whether there is an organisation yet.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn is_founded(&self, organisation: OrganisationId) -> Result<bool, LedgerError> {
        Ok(self.version(organisation, &Stream::Organisation).await? > 0)
    }
}

/// What a wrapped secret is bound to.
fn bound_to(whose: Whose, what: &str) -> Vec<u8> {
    let person = person_text(Person::Member(whose.member));
    format!("handslag {what} 1 {} {person}", whose.organisation).into_bytes()
}

/// What a wrapped note is bound to.
fn bound_to_nobody(what: &str) -> Vec<u8> {
    format!("handslag note {what} 1").into_bytes()
}

/// Whether a write failed because somebody else was faster, or because a thing is used already.
pub fn is_conflict(error: &LedgerError) -> bool {
    matches!(error, LedgerError::Store(StoreError::Conflict))
}

/// Every statement and query of this folder, for the test that holds their parameters in order.
#[cfg(test)]
const SQL: &[&[&str]] = &[
    &[SWEEP_SESSIONS, SWEEP_INVITATIONS],
    credential::SQL,
    identity::SQL,
    invitation::SQL,
    session::SQL,
    token::SQL,
];

#[cfg(test)]
mod tests {
    use super::SQL;

    #[test]
    fn parameters_first_appear_in_order() {
        // SQLite numbers `$1`, `$2` … by their first appearance, PostgreSQL by their name.
        for sql in SQL.concat() {
            let mut seen = 0;
            for number in sql.split('$').skip(1) {
                let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
                let number: usize = digits.parse().unwrap();
                assert!(number <= seen + 1, "{sql}");
                seen = seen.max(number);
            }
        }
    }
}
