//! What quotes were computed from: kept for those that were held or offered, for a while for all others.

use jiff::{SignedDuration, Timestamp};
use promise::{ForecastId, OrganisationId, QuoteId};
use serde_json::Value as Json;

use crate::log::{Ledger, LedgerError};
use crate::sql::{Statement, params};

/// So long the inputs of a quote are kept that nobody held or offered.
const PASSING: SignedDuration = SignedDuration::from_hours(24 * 30);

const INPUT: &str = "
    INSERT INTO quote_input (organisation, quote, at, forecast, forecast_first, kept, data)
    VALUES ($1, $2, $3, $4, $5, 0, $6)";

const PASSED: &str = "DELETE FROM quote_input WHERE organisation = $1 AND kept = 0 AND at < $2";

const KEEP: &str = "UPDATE quote_input SET kept = 1 WHERE organisation = $1 AND quote = $2";

const KEEP_GROUND: &str = "
    UPDATE quote_input SET kept = 1
    WHERE organisation = $1 AND (forecast = $2 OR forecast_first = $2)";

const ONE: &str = "SELECT data FROM quote_input WHERE organisation = $1 AND quote = $2";

/// Keeps what a quote was computed from, beside the forecasts that it gave, behind all that waits and before it; what is
/// older than thirty days and was not held or offered goes.
pub fn input_statements(
    organisation: OrganisationId,
    (quote, at): (QuoteId, Timestamp),
    (last, first): (ForecastId, Option<ForecastId>),
    data: &Json,
) -> [Statement; 2] {
    let (whose, data) = (organisation.to_string(), data.to_string());
    let first = first.map(|id| id.to_string()).unwrap_or_default();
    let before = at.checked_sub(PASSING).unwrap_or(Timestamp::MIN);
    let params = params![whose.as_str(), quote.to_string(), at, last.to_string(), first, data];
    [
        Statement::new(PASSED, params![whose.as_str(), before]),
        Statement::touching_one(INPUT, params),
    ]
}

/// Keeps the inputs of a quote for good.
pub fn keep_statement(organisation: OrganisationId, quote: QuoteId) -> Statement {
    Statement::new(KEEP, params![organisation.to_string(), quote.to_string()])
}

/// Keeps the inputs of the quote that gave a forecast for good: something was offered on its ground.
pub fn keep_ground_statement(organisation: OrganisationId, forecast: ForecastId) -> Statement {
    Statement::new(KEEP_GROUND, params![organisation.to_string(), forecast.to_string()])
}

impl Ledger {
    /// What a quote was computed from; `None` when it was not kept.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn quote_input(
        &self,
        organisation: OrganisationId,
        quote: QuoteId,
    ) -> Result<Option<Json>, LedgerError> {
        let params = params![organisation.to_string(), quote.to_string()];
        let rows = self.database.read(ONE, params).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let data = serde_json::from_str(row.text(0)?);
        data.map(Some).map_err(|e| LedgerError::Damaged(format!("the inputs of a quote: {e}")))
    }
}
