//! Promises whose date has passed: the chance that was stated, and whether it held.

use jiff::Timestamp;
use promise::{Chance, OrganisationId};

use super::text::PASSED;
use crate::log::{Ledger, LedgerError};
use crate::sql::params;

/// A promise whose first date has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassedRow {
    /// The first date that both held.
    pub due: Timestamp,
    /// The chance that was stated. Of one that was moved it is the later date's: both were given by the same policy.
    pub stated: Chance,
    /// Whether it was there by then.
    pub kept: bool,
}

impl Ledger {
    /// Promises given by a forecast whose first date has passed at an instant, the earliest first. Whether they were kept
    /// is known then, whatever became of them afterwards; those that were released are left out.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn passed_promises(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Vec<PassedRow>, LedgerError> {
        let rows = self.database.read(PASSED, params![organisation.to_string(), at]).await?;
        let read = |row: &crate::sql::Row| {
            let due = row.instant(0)?;
            let permille = u16::try_from(row.count(1)?).unwrap_or(u16::MAX);
            let delivered = row.some_instant(2)?;
            let stated = Chance::of_permille(permille).unwrap_or(Chance::of_percent(100));
            Ok(PassedRow { due, stated, kept: delivered.is_some_and(|there| there <= due) })
        };
        rows.iter().map(read).collect()
    }
}
