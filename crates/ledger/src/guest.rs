//! Who holds a customer's secret link.

use promise::{AccountId, ContactId, OrganisationId};

use crate::keys::LinkNames;
use crate::log::{Ledger, LedgerError};
use crate::sql::params;

const CONTACT: &str =
    "SELECT account, link, left_at FROM contact WHERE organisation = $1 AND contact = $2";

/// Whoever holds a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkHolder {
    /// In whose ledger.
    pub organisation: OrganisationId,
    /// Of which customer.
    pub account: AccountId,
    /// Who there.
    pub contact: ContactId,
}

impl Ledger {
    /// Who holds a link, if it is genuine and alive.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn link_holder(&self, token: &str) -> Result<Option<LinkHolder>, LedgerError> {
        let Some(names) = LinkNames::of(token) else { return Ok(None) };
        let organisation = match names.organisation {
            Some(organisation) => organisation,
            // A link that names no organisation was made where there was one only.
            None => match self.organisations().await?.as_slice() {
                [only] => *only,
                [] | [_, _, ..] => return Ok(None),
            },
        };
        let params = params![organisation.to_string(), names.contact.to_string()];
        let rows = self.database.read(CONTACT, params).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let is_alive = row.some_int(2)?.is_none();
        let is_genuine = self.ring.is_link(token, organisation, row.count(1)?);
        let account = row.parsed(0)?;
        let holder = LinkHolder { organisation, account, contact: names.contact };
        Ok((is_alive && is_genuine).then_some(holder))
    }
}
