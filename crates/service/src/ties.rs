//! What promises are tied to outside the company, and how reliable it has been.
//!
//! Deliveries of third parties that promises wait for, and what customers plan to do with them: both are noted, and end.

use std::collections::BTreeMap;

use calendar::Due;
use jiff::Timestamp;
use ledger::Told;
use promise::tie::{Tie, TieEvent, TiedTo, Ties};
use promise::{Line, PromiseId, Refusal, StateName, TieId};

use crate::company::{answer_of, answered, key};
use crate::{ATTEMPTS, Caller, Service, ServiceError};

/// A third party and what became of its deliveries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThirdParty {
    /// Its name, as it was written last.
    pub name: String,
    /// How many deliveries have arrived.
    pub delivered: usize,
    /// How many of them after their due.
    pub late: usize,
    /// How many are still to come.
    pub open: usize,
}

impl ThirdParty {
    /// Whether it goes by a name.
    pub fn is(&self, name: &str) -> bool {
        called(&self.name) == called(name)
    }
}

/// Names that differ in nothing but capitals are one third party.
pub(crate) fn called(name: &str) -> String {
    name.to_lowercase()
}

impl Service {
    /// What a promise is tied to outside the company.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn ties(&self, caller: &Caller, id: PromiseId) -> Result<Ties, ServiceError> {
        Ok(self.ledger.ties(caller.organisation, id).await?.state.unwrap_or_default())
    }

    /// Notes what a promise is tied to: a delivery that it waits for, or what the customer plans to do with it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise, [`ServiceError::Refused`] when it is over.
    pub async fn note_tie(
        &self,
        caller: &Caller,
        id: PromiseId,
        to: TiedTo,
        what: Line,
        due: Due,
    ) -> Result<TieId, ServiceError> {
        let fingerprint = format!("note {id} {to:?} {what} {due}");
        let tie = Tie { id: TieId::new(self.ledger.entropy().id(caller.at)), to, what, due };
        let name = tie.id;
        let noted = TieEvent::Noted(tie);
        let given = self.add_tie(caller, id, &fingerprint, &name, |_| Ok(noted.clone())).await?;
        answered(&given)
    }

    /// States that what a third party owed has arrived, now or at an instant that has passed.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise, [`ServiceError::Refused`] when it does not wait for such
    /// a delivery, it has come before, or `at` lies ahead.
    pub async fn tie_arrived(
        &self,
        caller: &Caller,
        id: PromiseId,
        tie: TieId,
        at: Option<Timestamp>,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("arrived {id} {tie} {at:?}");
        let at = at.unwrap_or(caller.at);
        let arrive = |ties: &Ties| ties.arrive(tie, at, caller.at);
        self.add_tie(caller, id, &fingerprint, &tie, arrive).await.map(drop)
    }

    /// Takes away what a promise is not tied to any more.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise, [`ServiceError::Refused`] when it has no such tie.
    pub async fn drop_tie(
        &self,
        caller: &Caller,
        id: PromiseId,
        tie: TieId,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("untie {id} {tie}");
        let drop_it = |ties: &Ties| ties.drop_tie(tie);
        self.add_tie(caller, id, &fingerprint, &tie, drop_it).await.map(drop)
    }

    /// The third parties that promises wait for or waited for, by name.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn third_parties(&self, caller: &Caller) -> Result<Vec<ThirdParty>, ServiceError> {
        let whose = caller.organisation;
        let mut parties: BTreeMap<String, ThirdParty> = BTreeMap::new();
        let mut count = |name: &str, deed: fn(&mut ThirdParty)| {
            let none = ThirdParty { name: String::new(), delivered: 0, late: 0, open: 0 };
            let party = parties.entry(called(name)).or_insert(none);
            name.clone_into(&mut party.name);
            deed(party);
        };
        for delivery in self.ledger.deliveries(whose).await? {
            count(&delivery.third_party, |party| party.delivered += 1);
            if delivery.at > delivery.due {
                count(&delivery.third_party, |party| party.late += 1);
            }
        }
        for tie in self.ledger.open_ties(whose).await? {
            if let TiedTo::ThirdParty(name) = &tie.to {
                count(name.as_str(), |party| party.open += 1);
            }
        }
        Ok(parties.into_values().collect())
    }

    /// Adds an event to the ties of a promise; returns what was answered, now or under the same key before.
    async fn add_tie(
        &self,
        caller: &Caller,
        id: PromiseId,
        fingerprint: &str,
        answer: &TieId,
        event: impl Fn(&Ties) -> Result<TieEvent, Refusal>,
    ) -> Result<String, ServiceError> {
        let answer = answer.to_string();
        if let Some(before) = self.recalled(caller, fingerprint).await? {
            return Ok(before);
        }
        let promise = self.existing(caller, id).await?;
        let state = promise.state.map(|promise| promise.state.name());
        if let Some(state) = state.filter(|state| !may_be_tied(*state)) {
            return Err(Refusal::NotInState { verb: "tie", state }.into());
        }
        let mut attempt = 1;
        loop {
            let told: Told<Ties> = self.ledger.ties(caller.organisation, id).await?;
            let event = event(&told.state.clone().unwrap_or_default())?;
            let mut batch = self.ledger.batch(caller.organisation);
            batch.tie_event(id, &told, &event, caller.by, caller.at);
            let key = key(caller, fingerprint, &answer);
            match batch.commit(&key, caller.at).await.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome.map(|outcome| answer_of(outcome, &answer)),
            }
        }
    }
}

/// What is over is tied to nothing any more.
fn may_be_tied(state: StateName) -> bool {
    use StateName::{Accepted, Draft, Late, Offered, Recorded};
    matches!(state, Draft | Offered | Recorded | Accepted | Late)
}
