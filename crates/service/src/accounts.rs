//! Customers: the list of all, and the dossier of one.

use jiff::Timestamp;
use ledger::query::{AccountRow, ContactRow, KeptCount, PromiseFilter, PromiseRow};
use promise::party::Account;
use promise::{AccountId, MemberId};

use crate::today::KEPT_OF_LAST;
use crate::{Caller, Service, ServiceError};

/// Which customers are wanted; empty fields want all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountFilter {
    /// What stands in the name.
    pub text: String,
    /// Whose least sure promise this member keeps.
    pub owner: Option<MemberId>,
    /// Whose least sure promise stands so.
    pub health: Option<promise::Health>,
    /// Whose least sure promise is due at or before.
    pub due_until: Option<Timestamp>,
}

/// A customer with everything that is between us.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Which one.
    pub id: AccountId,
    /// The customer.
    pub account: Account,
    /// Its people, with their secret links.
    pub contacts: Vec<(ContactRow, String)>,
    /// What waits, is to be kept, or waits for a confirmation.
    pub living: Vec<PromiseRow>,
    /// What has ended, latest first.
    pub ended: Vec<PromiseRow>,
    /// Of the last promises given on a forecast, how many were kept.
    pub kept: KeptCount,
}

/// Promises that have ended and are still shown in a dossier.
const ENDED_SHOWN: u32 = 50;

impl Service {
    /// The customers, least sure first; those without an open promise last, by name.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn accounts(
        &self,
        caller: &Caller,
        filter: &AccountFilter,
    ) -> Result<Vec<AccountRow>, ServiceError> {
        let mut rows = self.ledger.account_rows(caller.organisation, &filter.text).await?;
        rows.retain(|row| {
            let least = row.least_sure.as_ref();
            let owner = filter.owner.is_none_or(|id| least.is_some_and(|p| p.owner == Some(id)));
            let health = filter.health.is_none_or(|h| least.is_some_and(|p| p.health == Some(h)));
            let due = filter.due_until.is_none_or(|until| {
                least.is_some_and(|p| p.due.as_ref().is_some_and(|due| due.at <= until))
            });
            owner && health && due
        });
        let order = |row: &AccountRow| match &row.least_sure {
            Some(least) => (
                0,
                least.state != promise::StateName::Late,
                least.chance().is_none(),
                least.chance(),
            ),
            None => (1, true, true, None),
        };
        rows.sort_by_key(order);
        Ok(rows)
    }

    /// A page of promises, least sure first, and how many there are in all.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn promises(
        &self,
        caller: &Caller,
        filter: &PromiseFilter,
    ) -> Result<(Vec<PromiseRow>, u32), ServiceError> {
        Ok(self.ledger.promise_rows(caller.organisation, filter).await?)
    }

    /// A customer with everything that is between us.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such account.
    pub async fn dossier(&self, caller: &Caller, id: AccountId) -> Result<Dossier, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.account(caller.organisation, id).await?;
        let of_account =
            PromiseFilter { account: Some(id), limit: u32::MAX, ..PromiseFilter::default() };
        let (rows, _) = self.ledger.promise_rows(caller.organisation, &of_account).await?;
        let (mut ended, living): (Vec<PromiseRow>, Vec<PromiseRow>) =
            rows.into_iter().partition(|row| row.ended_at.is_some());
        ended.sort_by_key(|row| std::cmp::Reverse(row.ended_at));
        ended.truncate(usize::try_from(ENDED_SHOWN).unwrap_or(usize::MAX));
        let contacts = self.ledger.contact_rows(caller.organisation).await?;
        let contacts = contacts.into_iter().filter(|contact| contact.account == id);
        let contacts = contacts.map(|contact| {
            let link = self.ledger.ring().link(caller.organisation, contact.id, contact.link);
            (contact, link)
        });
        let at_least = organisation.policy.offer_at;
        let kept = self.ledger.kept(caller.organisation, at_least, Some(id), KEPT_OF_LAST).await?;
        Ok(Dossier { id, account, contacts: contacts.collect(), living, ended, kept })
    }
}
