//! What became of the transactions since the program began, for whoever watches over it.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::log::Ledger;
use crate::store::{Outcome, StoreError, Transaction};

/// Counters that only go up.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    done: AtomicU64,
    repeated: AtomicU64,
    conflicts: AtomicU64,
    failures: AtomicU64,
}

/// What became of the transactions since the program began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// They were done.
    pub done: u64,
    /// They had been done before, under the same key.
    pub repeated: u64,
    /// Somebody else wrote first, or their key was used for another request.
    pub conflicts: u64,
    /// The database could not.
    pub failures: u64,
}

impl Ledger {
    /// Does all of a transaction, or nothing, and counts it.
    pub(crate) async fn write(&self, transaction: Transaction) -> Result<Outcome, StoreError> {
        let outcome = self.database.write(transaction).await;
        let counts = &self.counts;
        let counter = match &outcome {
            Ok(Outcome::Done) => &counts.done,
            Ok(Outcome::DoneBefore(_)) => &counts.repeated,
            Err(StoreError::Conflict | StoreError::KeyReused { .. }) => &counts.conflicts,
            Err(_) => &counts.failures,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        outcome
    }

    /// What became of the transactions since the program began.
    pub fn written(&self) -> Written {
        let counts = &self.counts;
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Written {
            done: read(&counts.done),
            repeated: read(&counts.repeated),
            conflicts: read(&counts.conflicts),
            failures: read(&counts.failures),
        }
    }
}
