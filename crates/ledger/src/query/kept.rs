//! What promises were worth: how many of the last were kept, and of each whose date has passed whether the stated chance
//! held.

use jiff::Timestamp;
use promise::{AccountId, Chance, OrganisationId};

use super::text::{KEPT, PASSED};
use crate::log::{Ledger, LedgerError};
use crate::sql::params;

/// Of so many promises so many were kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeptCount {
    /// Kept.
    pub kept: usize,
    /// Of all.
    pub of: usize,
}

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
    /// Of the last promises given with at least a chance, how many were kept.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn kept(
        &self,
        organisation: OrganisationId,
        at_least: Chance,
        account: Option<AccountId>,
        last: u32,
    ) -> Result<KeptCount, LedgerError> {
        let params = params![
            organisation.to_string(),
            i64::from(at_least.permille()),
            account.map(|id| id.to_string()).unwrap_or_default(),
            last
        ];
        let rows = self.database.read(KEPT, params).await?;
        let flags = rows.iter().map(|row| row.flag(0)).collect::<Result<Vec<_>, _>>()?;
        Ok(KeptCount { kept: flags.iter().filter(|kept| **kept).count(), of: flags.len() })
    }

    /// Promises given by a forecast whose first date has passed at an instant, the earliest first. Whether they were kept
    /// is known then, whatever became of them afterwards; those that were released are left out. So many of the last at
    /// most: what lies further back says nothing of today.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn passed_promises(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
        last: u32,
    ) -> Result<Vec<PassedRow>, LedgerError> {
        let rows = self.database.read(PASSED, params![organisation.to_string(), at, last]).await?;
        let read = |row: &crate::sql::Row| {
            let due = row.instant(0)?;
            let permille = u16::try_from(row.count(1)?).unwrap_or(u16::MAX);
            let delivered = row.some_instant(2)?;
            let stated = Chance::of_permille(permille).unwrap_or(Chance::of_percent(100));
            Ok(PassedRow { due, stated, kept: delivered.is_some_and(|there| there <= due) })
        };
        rows.iter().rev().map(read).collect()
    }
}
