//! The job behind a promise: its work, and what it waits for from outside.

use forecast::random::number_of;
use forecast::{Job, NewWork, Part, Place};
use jiff::Timestamp;
use ledger::query::CounterRow;
use ledger::ties::TieRow;
use promise::party::Work;
use promise::tie::TiedTo;
use promise::{AccountId, OrganisationId, PromiseId};

use super::record_key;
use crate::lateness::Lateness;
use crate::ties::called;
use crate::{Service, ServiceError};

/// What promises wait for from outside, and how late whoever owes it was before.
#[derive(Debug, Clone)]
pub struct Outside {
    at: Timestamp,
    asked: Vec<CounterRow>,
    ties: Vec<TieRow>,
    /// How late customers were with what they owed.
    pub(crate) customers: Lateness<AccountId>,
    third_parties: Lateness<String>,
}

/// For whom something waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Waits {
    /// For its customer.
    Account(AccountId),
    /// For a third party, by name.
    ThirdParty(String),
}

impl Service {
    /// What promises wait for from outside, at an instant.
    pub(super) async fn outside(
        &self,
        id: OrganisationId,
        at: Timestamp,
    ) -> Result<Outside, ServiceError> {
        let delivered = self.ledger.deliveries(id).await?.into_iter();
        let delivered = delivered
            .map(|one| (called(&one.third_party), one.at.as_second() - one.due.as_second()));
        Ok(Outside {
            at,
            asked: self.ledger.open_counter_promises(id).await?,
            ties: self.ledger.open_ties(id).await?,
            customers: Lateness::of_all(self.ledger.lateness(id).await?),
            third_parties: Lateness::of_all(delivered),
        })
    }
}

impl Outside {
    /// What a promise waits for, with whoever owes it.
    fn of(&self, promise: PromiseId) -> impl Iterator<Item = (Waits, Part)> {
        let asked = self.asked.iter().filter(move |asked| asked.promise == promise);
        let asked = asked.map(|asked| {
            let part = self.customers.part(&asked.account, asked.due.at, self.at);
            (Waits::Account(asked.account), part)
        });
        let ties = self.ties.iter().filter(move |tie| tie.promise == promise);
        let owed = ties.filter_map(|tie| match &tie.to {
            TiedTo::ThirdParty(name) => {
                let part = self.third_parties.part(&called(name.as_str()), tie.due.at, self.at);
                Some((Waits::ThirdParty(name.as_str().to_owned()), part))
            }
            TiedTo::Account => None,
        });
        asked.chain(owed)
    }

    /// Whoever a promise waits for longest, at even chances; its customer where it waits for nobody.
    pub(crate) fn longest(&self, promise: PromiseId, account: AccountId) -> Waits {
        let median = |part: &Part| match part {
            Part::Expected(expected) => expected.median(),
            Part::Arrival(at) => Some(*at),
            Part::New(_) | Part::Record(_) | Part::Job(_) => None,
        };
        let longest = self.of(promise).max_by_key(|(_, part)| median(part));
        longest.map_or(Waits::Account(account), |(who, _)| who)
    }

    /// How many times somebody was late, and how many times they delivered in all.
    pub(crate) fn counts(&self, who: &Waits) -> (usize, usize) {
        match who {
            Waits::Account(account) => self.customers.counts(account),
            Waits::ThirdParty(name) => self.third_parties.counts(&called(name)),
        }
    }

    /// What customers plan to do with what is promised to them.
    pub(crate) fn plans(&self, promise: PromiseId) -> impl Iterator<Item = &TieRow> {
        let of = move |tie: &&TieRow| tie.promise == promise && tie.to == TiedTo::Account;
        self.ties.iter().filter(of)
    }
}

/// The job behind a promise: its work, and what it waits for.
pub(super) fn job(promise: PromiseId, work: Option<&Work>, outside: &Outside) -> Job {
    let mut parts = work.map(work_parts).unwrap_or_default();
    let is_planned = work.is_some_and(|work| !work.new.is_empty() || !work.records.is_empty());
    if is_planned {
        parts.extend(outside.of(promise).map(|(_, part)| part));
    }
    let place = work.map_or(Place::Last, place_of);
    Job { key: job_key(promise), parts, place }
}

/// The key of the job behind a promise.
pub(crate) fn job_key(promise: PromiseId) -> u64 {
    number_of(&promise.to_string())
}

/// Where the new work of a promise goes.
pub(crate) fn place_of(work: &Work) -> Place {
    match work.arranged.before {
        _ if work.arranged.hired => Place::Apart,
        _ if work.first => Place::First,
        Some(promise) => Place::Before(job_key(promise)),
        None => Place::Last,
    }
}

/// The parts of a job that are work, and the promises that must be kept before.
pub(crate) fn work_parts(work: &Work) -> Vec<Part> {
    let new = work.new.iter().map(|new| {
        Part::New(NewWork {
            team: new.team.clone(),
            kind: new.kind.clone(),
            estimate_hours: new.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0),
            pieces: new.pieces,
        })
    });
    let records = work.records.iter().map(|link| Part::Record(record_key(&link.source, &link.id)));
    let after = work.after.iter().map(|id| Part::Job(job_key(*id)));
    new.chain(records).chain(after).collect()
}
