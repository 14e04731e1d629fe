//! What promises are tied to outside the company: their streams, and the rows that plans and pages read.

use jiff::Timestamp;
use promise::tie::{TieEvent, TiedTo, Ties};
use promise::words::Line;
use promise::{Actor, OrganisationId, PromiseId, TieId};

use crate::chain::Stream;
use crate::log::{Batch, Ledger, LedgerError, Told, head};
use crate::project;
use crate::query::{ListedDue, listed_due};
use crate::sql::{CellError, Row, params};

/// Of promises that are still to be kept or were just offered; the soonest first.
const OPEN: &str = "
    SELECT t.tie, t.promise, t.third_party, t.what, t.due, t.due_zone, t.due_grain
    FROM tie t
    JOIN promise p ON p.organisation = t.organisation AND p.promise = t.promise
    WHERE t.organisation = $1 AND t.state = 'open'
        AND p.state IN ('offered', 'recorded', 'accepted', 'late')
    ORDER BY t.due, t.tie";

const DELIVERIES: &str = "
    SELECT third_party, due, arrived_at FROM tie
    WHERE organisation = $1 AND state = 'arrived' AND third_party IS NOT NULL
    ORDER BY arrived_at, tie";

/// A tie that still holds, of a promise that is to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct TieRow {
    /// Which one.
    pub id: TieId,
    /// Of which promise.
    pub promise: PromiseId,
    /// To whom.
    pub to: TiedTo,
    /// What.
    pub what: String,
    /// By when, or when.
    pub due: ListedDue,
}

/// What a third party delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Who.
    pub third_party: String,
    /// By when it was due.
    pub due: Timestamp,
    /// When it arrived.
    pub at: Timestamp,
}

impl Ledger {
    /// What a promise is tied to outside the company, as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn ties(
        &self,
        organisation: OrganisationId,
        promise: PromiseId,
    ) -> Result<Told<Ties>, LedgerError> {
        let links = self.links(organisation, &Stream::Ties(promise)).await?;
        let codec = self.codec(organisation);
        let mut ties = Ties::default();
        for link in &links {
            ties = ties.evolve(&codec.read_tie(link)?);
        }
        Ok(Told { state: (!links.is_empty()).then_some(ties), head: head(&links) })
    }

    /// The ties that still hold, of promises that are to be kept, the soonest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn open_ties(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<TieRow>, LedgerError> {
        let rows = self.database.read(OPEN, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            Ok(TieRow {
                id: row.parsed(0)?,
                promise: row.parsed(1)?,
                to: tied_to(row, 2)?,
                what: row.text(3)?.to_owned(),
                due: listed_due(row, row.instant(4)?, 5, 6)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// What third parties delivered, the first first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn deliveries(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Delivered>, LedgerError> {
        let rows = self.database.read(DELIVERIES, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let third_party = row.text(0)?.to_owned();
            Ok(Delivered { third_party, due: row.instant(1)?, at: row.instant(2)? })
        };
        rows.iter().map(read).collect()
    }
}

fn tied_to(row: &Row, column: usize) -> Result<TiedTo, CellError> {
    let Some(name) = row.some_text(column)? else { return Ok(TiedTo::Account) };
    let wrong = |error| CellError { column, found: format!("{name:?}, which {error}") };
    Line::new(name).map(TiedTo::ThirdParty).map_err(wrong)
}

impl Batch<'_> {
    /// Adds what happened to a tie of a promise.
    pub fn tie_event(
        &mut self,
        promise: PromiseId,
        told: &Told<Ties>,
        event: &TieEvent,
        by: Actor,
        at: Timestamp,
    ) {
        let ledger = self.ledger;
        let loose =
            ledger.codec(self.organisation).write_tie(ledger.entropy().id(at), at, by, event);
        let ties = told.state.clone().unwrap_or_default().evolve(event);
        self.statements.extend(project::tie_rows(self.organisation, promise, &ties));
        self.append(&Stream::Ties(promise), &told.head, vec![loose]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_queries_ask_for_nothing_but_the_organisation() {
        for sql in [OPEN, DELIVERIES] {
            assert_eq!(sql.matches('$').count(), 1, "{sql}");
            assert!(sql.contains("$1"), "{sql}");
        }
    }
}
