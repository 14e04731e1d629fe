//! The customer's own page: everything between us and one account, for whoever holds the secret link.

use jiff::{SignedDuration, Timestamp};
pub use ledger::guest::LinkHolder as Guest;
use ledger::query::{KeptCount, PromiseFilter, PromiseRow};
use promise::party::{Account, Contact};
use promise::{Actor, Promise, PromiseId, StateName};

use crate::today::KEPT_OF_LAST;
use crate::{Caller, Service, ServiceError};

/// Everything between us and one account, as its contact sees it.
#[derive(Debug, Clone)]
pub struct CustomerView {
    /// Our name.
    pub organisation: String,
    /// The customer.
    pub account: Account,
    /// Who reads.
    pub contact: Contact,
    /// In which calendar dues are counted.
    pub calendar: calendar::Calendar,
    /// Everything that was offered, accepted or kept; what waits for an answer first.
    pub promises: Vec<(PromiseRow, Promise)>,
    /// Who signs: whoever gave the first promise shown.
    pub signed_by: Option<String>,
    /// Of the last promises given on a forecast, to anyone, how many were kept.
    pub kept: KeptCount,
}

/// Promises that ended longer ago are not shown.
const ENDED_SHOWN: SignedDuration = SignedDuration::from_hours(24 * 60);

impl Service {
    /// Who holds a link, if it is genuine and alive.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn guest(&self, link: &str) -> Result<Option<Guest>, ServiceError> {
        Ok(self.ledger.link_holder(link).await?)
    }

    /// The page of whoever holds a link.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when the contact is gone.
    pub async fn customer_page(
        &self,
        guest: Guest,
        at: Timestamp,
    ) -> Result<CustomerView, ServiceError> {
        let organisation = guest.organisation;
        let by = Actor::Contact { contact: guest.contact, through: None };
        let caller = Caller { organisation, by, at, key: String::new() };
        let us = self.organisation(organisation).await?;
        let account = self.account(organisation, guest.account).await?;
        let missing =
            || ServiceError::NotFound { what: "contact", given: guest.contact.to_string() };
        let contact = account.contacts.get(&guest.contact).cloned().ok_or_else(missing)?;
        let filter = PromiseFilter {
            account: Some(guest.account),
            limit: u32::MAX,
            ..PromiseFilter::default()
        };
        let (rows, _) = self.ledger.promise_rows(organisation, &filter).await?;
        let mut promises = Vec::new();
        for row in rows.into_iter().filter(|row| is_shown(row, at)) {
            if let Some(promise) = self.existing(&caller, row.id).await?.state {
                promises.push((row, promise));
            }
        }
        promises.sort_by_key(|(row, _)| (place(row), row.due.as_ref().map(|due| due.at)));
        let promisor = promises.first().and_then(|(row, _)| row.promisor);
        let promisor = promisor.and_then(|id| us.members.get(&id));
        let signed_by = promisor.filter(|member| !member.is_erased()).map(|m| m.name.clone());
        let at_least = us.policy.offer_at;
        let kept = self.ledger.kept(organisation, at_least, None, KEPT_OF_LAST).await?;
        Ok(CustomerView {
            organisation: us.name.to_string(),
            calendar: us.calendar(&account.calendar),
            account,
            contact,
            promises,
            signed_by,
            kept,
        })
    }

    /// Refuses a promise that is not this guest's to see.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], the same as for a promise that does not exist.
    pub async fn guest_promise(
        &self,
        guest: Guest,
        id: PromiseId,
        at: Timestamp,
    ) -> Result<PromiseRow, ServiceError> {
        let missing = || ServiceError::NotFound { what: "promise", given: id.to_string() };
        let row = self.ledger.promise_row(guest.organisation, id).await?;
        row.filter(|row| row.account == guest.account && is_shown(row, at)).ok_or_else(missing)
    }
}

/// Whether the customer sees a promise: not what we have not offered, nor what ended long ago.
fn is_shown(row: &PromiseRow, at: Timestamp) -> bool {
    match row.state {
        StateName::Offered
        | StateName::Recorded
        | StateName::Accepted
        | StateName::Late
        | StateName::Delivered => true,
        StateName::Settled | StateName::Released | StateName::Void => {
            row.ended_at.is_some_and(|ended| ended > at - ENDED_SHOWN)
        }
        StateName::Draft
        | StateName::Discarded
        | StateName::Lapsed
        | StateName::Declined
        | StateName::Withdrawn => false,
    }
}

/// What waits for the customer's answer first, what has ended last.
fn place(row: &PromiseRow) -> u8 {
    match row.state {
        StateName::Offered => 0,
        StateName::Recorded | StateName::Accepted | StateName::Late
            if row.proposed_by == Some(promise::Side::Us) =>
        {
            1
        }
        StateName::Delivered => 2,
        StateName::Late => 3,
        StateName::Recorded | StateName::Accepted => 4,
        StateName::Draft
        | StateName::Discarded
        | StateName::Lapsed
        | StateName::Declined
        | StateName::Withdrawn
        | StateName::Settled
        | StateName::Released
        | StateName::Void => 5,
    }
}
