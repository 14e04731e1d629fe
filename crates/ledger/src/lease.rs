//! Leases: whose turn it is, where several servers work on one ledger. Whoever holds one does the work until it ends.
//!
//! A lease is a row with an end and not a lock of the server's: it outlives a lost connection, and ends by itself when
//! its holder has gone.

use jiff::Timestamp;
use promise::OrganisationId;

use crate::log::{Ledger, LedgerError};
use crate::sql::{Statement, params};
use crate::store::{StoreError, Transaction};

const TAKE: &str = "
    INSERT INTO lease (organisation, name, holder, until) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, name) DO UPDATE SET
        holder = excluded.holder, until = excluded.until
    WHERE lease.until <= $5 OR lease.holder = $3";

const GIVE_BACK: &str = "DELETE FROM lease WHERE organisation = $1 AND name = $2 AND holder = $3";

impl Ledger {
    /// Takes a lease until an instant, or makes one's own longer; false while somebody else holds it.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn take_lease(
        &self,
        organisation: OrganisationId,
        name: &str,
        holder: &str,
        (at, until): (Timestamp, Timestamp),
    ) -> Result<bool, LedgerError> {
        let params = params![organisation.to_string(), name, holder, until, at];
        let statements = vec![Statement::touching_one(TAKE, params)];
        match self.database.write(Transaction { statements, once: None }).await {
            Ok(_) => Ok(true),
            Err(StoreError::Conflict) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives a lease back before it ends; somebody else's stays.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn give_back_lease(
        &self,
        organisation: OrganisationId,
        name: &str,
        holder: &str,
    ) -> Result<(), LedgerError> {
        let params = params![organisation.to_string(), name, holder];
        let statements = vec![Statement::new(GIVE_BACK, params)];
        self.database.write(Transaction { statements, once: None }).await?;
        Ok(())
    }
}
