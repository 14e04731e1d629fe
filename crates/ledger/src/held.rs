//! Held quotes: which place in the queue is reserved for whom, until when.

use jiff::Timestamp;
use promise::{OrganisationId, QuoteId};
use serde_json::Value as Json;

use crate::log::{Ledger, LedgerError};
use crate::sql::{Statement, params};

const HOLD: &str = "
    INSERT INTO held_quote (organisation, quote, until, data) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, quote) DO UPDATE SET until = excluded.until, data = excluded.data";

const RELEASE: &str = "DELETE FROM held_quote WHERE organisation = $1 AND quote = $2";

const LAPSED: &str = "DELETE FROM held_quote WHERE organisation = $1 AND until <= $2";

const HELD: &str = "
    SELECT quote, until, data FROM held_quote
    WHERE organisation = $1 AND until > $2 ORDER BY quote";

/// A quote that is held.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRow {
    /// Which quote.
    pub quote: QuoteId,
    /// Until when.
    pub until: Timestamp,
    /// What it reserves a place for.
    pub data: Json,
}

/// Holds a quote until an instant, or holds it longer or shorter; what has lapsed by now is forgotten.
pub fn hold_statements(
    organisation: OrganisationId,
    quote: QuoteId,
    (now, until): (Timestamp, Timestamp),
    data: &Json,
) -> [Statement; 2] {
    let (whose, data) = (organisation.to_string(), data.to_string());
    [
        Statement::new(LAPSED, params![whose.as_str(), now]),
        Statement::touching_one(HOLD, params![whose.as_str(), quote.to_string(), until, data]),
    ]
}

/// Holds a quote no longer.
pub fn release_statement(organisation: OrganisationId, quote: QuoteId) -> Statement {
    Statement::new(RELEASE, params![organisation.to_string(), quote.to_string()])
}

impl Ledger {
    /// The quotes that are held at an instant, the first one first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn held_quotes(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Vec<HeldRow>, LedgerError> {
        let rows = self.database.read(HELD, params![organisation.to_string(), at]).await?;
        let read = |row: &crate::sql::Row| {
            let data = serde_json::from_str(row.text(2)?);
            let data = data.map_err(|e| LedgerError::Damaged(format!("a held quote: {e}")))?;
            Ok(HeldRow { quote: row.parsed(0)?, until: row.instant(1)?, data })
        };
        rows.iter().map(read).collect()
    }
}
