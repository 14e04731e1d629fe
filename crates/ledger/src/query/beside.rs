//! A promise with what stands beside it, asked at once.

use promise::{OrganisationId, PromiseId};

use super::PromiseRow;
use super::text::ONE_WITH_ACCOUNT;
use crate::chain::Stream;
use crate::log::{Ledger, LedgerError, PromiseTold, stream_query};
use crate::sql::{Query, params};

impl Ledger {
    /// One promise with everything that happened to it, as lists show it, and how many events its account has; `None`
    /// when there is none.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn promise_with_row(
        &self,
        organisation: OrganisationId,
        promise: PromiseId,
    ) -> Result<Option<(PromiseTold, PromiseRow, u32)>, LedgerError> {
        let stream = Stream::Promise(promise);
        let row = params![organisation.to_string(), promise.to_string()];
        let queries =
            vec![stream_query(organisation, &stream), Query { sql: ONE_WITH_ACCOUNT, params: row }];
        let mut answers = self.database.read_all(queries).await?.into_iter();
        let (events, rows) =
            (answers.next().unwrap_or_default(), answers.next().unwrap_or_default());
        let Some(row) = rows.first() else { return Ok(None) };
        let account_version = row.count(32)?;
        let links = self.links_of(organisation, &events, &stream).await?;
        Ok(Some((self.promise_of(organisation, &links)?, PromiseRow::read(row)?, account_version)))
    }
}
