//! The main road: a promise is drafted, offered, answered, kept and settled.

mod after;
mod ask;

use std::sync::Arc;

use calendar::Calendar;
use jiff::Timestamp;
use ledger::PromiseTold;
use ledger::query::PromiseRow;
use ledger::receipt::{Holder, Receipt};
use promise::evolve::evolve;
use promise::health::ForecastStamp;
use promise::money::Money;
use promise::party::{Account, Organisation, OwnLoss, Role, Work};
use promise::terms::{Consideration, Draft, Found, Ground};
use promise::{
    AccountId, Command, CounterPromiseId, Event, MemberId, Now, Promise, PromiseId, Side, decide,
};
use uuid::Uuid;

pub use ask::Ask;
use ask::{command, some_due};

use crate::company::{answer_of, key};
use crate::{ATTEMPTS, Caller, Service, ServiceError, Wanted};

/// Silence after a delivery counts as confirmation after so many business days of the account, as announced.
pub const SILENCE_DAYS: i32 = 5;

/// What was done: the promise, and how many events it now has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acted {
    /// Which promise.
    pub promise: PromiseId,
    /// How many events made it.
    pub version: u32,
}

/// A promise with what stands beside it.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What is true of it.
    pub promise: Promise,
    /// As lists show it.
    pub row: PromiseRow,
    /// To whom.
    pub account: Arc<Account>,
}

/// What is written, for whom, and under which fingerprint.
struct Step<'a> {
    caller: &'a Caller,
    id: PromiseId,
    /// What was asked, so that a key used for something else is noticed.
    fingerprint: &'a str,
    /// The work behind the promise, when it is planned with it.
    work: Option<Work>,
}

/// A draft to write, and what is to be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The whole draft.
    pub draft: Draft,
    /// The work behind it.
    pub work: Option<Work>,
    /// The draft that it takes the place of, with the version it was decided on; a new promise when absent.
    pub of: Option<(PromiseId, Option<u32>)>,
    /// Whether it is offered at once, and until when the offer can be accepted.
    pub offer_until: Option<Timestamp>,
}

impl Service {
    /// Writes a draft, new or in the place of another, and offers it if asked: all of it or nothing.
    ///
    /// # Errors
    /// [`ServiceError`] when an input is not what is wanted or the rules refuse it.
    pub async fn write(&self, caller: &Caller, writing: Writing) -> Result<Acted, ServiceError> {
        let Writing { draft, work, of, offer_until } = writing;
        self.check_people(caller, &draft).await?;
        if let Some(work) = &work {
            self.check_after(caller, of.map(|(id, _)| id), work).await?;
        }
        let fingerprint =
            format!("write {:?} {work:?} {of:?} {offer_until:?}", without_names(&draft));
        let commands = |number: u32| {
            let write = Command::Write { number, draft: Box::new(draft.clone()) };
            let offer = offer_until.map(|expires| Command::Offer { expires });
            std::iter::once(write).chain(offer).collect::<Vec<_>>()
        };
        let planned = work.clone();
        let acted = match of {
            None => self.begin(caller, &fingerprint, work, commands).await?,
            Some((id, version)) => {
                let step = Step { caller, id, fingerprint: &fingerprint, work };
                self.act_as(&step, version, |promise| Ok(commands(promise.number))).await?
            }
        };
        if offer_until.is_some() {
            self.keep_ground(caller, draft.ground.as_ref()).await?;
            self.release_offered(caller, draft.account, planned.as_ref()).await?;
        }
        Ok(acted)
    }

    /// Writes down a promise found in a mail or given by word of mouth.
    ///
    /// # Errors
    /// [`ServiceError`] when an input is not what is wanted or the rules refuse it.
    pub async fn record(
        &self,
        caller: &Caller,
        found: Found,
        work: Option<Work>,
    ) -> Result<Acted, ServiceError> {
        self.check_people(caller, &found.known).await?;
        if let Some(work) = &work {
            self.check_after(caller, None, work).await?;
        }
        let (known, sentence) = (without_names(&found.known), &found.sentence);
        let fingerprint = format!("record {known:?} {sentence:?} {work:?}");
        let record = |number| vec![Command::Record { number, found: Box::new(found.clone()) }];
        self.begin(caller, &fingerprint, work, record).await
    }

    /// Begins a promise under the next free number.
    async fn begin(
        &self,
        caller: &Caller,
        fingerprint: &str,
        work: Option<Work>,
        commands: impl Fn(u32) -> Vec<Command>,
    ) -> Result<Acted, ServiceError> {
        if let Some(answer) = self.recalled(caller, fingerprint).await? {
            return read_answer(&answer);
        }
        let id = PromiseId::new(self.ledger.entropy().id(caller.at));
        let step = Step { caller, id, fingerprint, work };
        let mut attempt = 1;
        loop {
            let number = self.ledger.next_number(caller.organisation).await?;
            let told = self.ledger.promise(caller.organisation, id).await?;
            match self.commit(&step, &told, commands(number)).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome,
            }
        }
    }

    /// Does what is asked of a promise. `version` is the one it was decided on, when the caller looked at one.
    ///
    /// # Errors
    /// [`ServiceError::Refused`] when the rules refuse it, [`ServiceError::Stale`] when the promise has moved on.
    pub async fn act(
        &self,
        caller: &Caller,
        id: PromiseId,
        ask: Ask,
        version: Option<u32>,
    ) -> Result<Acted, ServiceError> {
        let fingerprint = format!("act {id} {ask:?}");
        let calendar = self.calendar_of(caller, id).await?;
        let seen = self.seen_of_proposal(caller, id, &ask, &calendar).await?;
        let commands =
            |_: &Promise| Ok(vec![command(ask.clone(), caller, &calendar, seen.as_ref())?]);
        let step = Step { caller, id, fingerprint: &fingerprint, work: None };
        self.act_as(&step, version, commands).await
    }

    /// The forecast of now for a due that we propose; `None` when nobody proposes one or nothing can be said.
    async fn seen_of_proposal(
        &self,
        caller: &Caller,
        id: PromiseId,
        ask: &Ask,
        calendar: &Calendar,
    ) -> Result<Option<ForecastStamp>, ServiceError> {
        let Ask::Renegotiate { due, .. } = ask else { return Ok(None) };
        let due = some_due(due.as_ref(), calendar)?;
        match due.filter(|_| caller.by.side() == Side::Us) {
            Some(due) => self.forecast_for(caller, id, due.at()).await,
            None => Ok(None),
        }
    }

    /// Decides and writes, again when somebody else was faster and the caller named no version.
    async fn act_as(
        &self,
        step: &Step<'_>,
        version: Option<u32>,
        commands: impl Fn(&Promise) -> Result<Vec<Command>, ServiceError>,
    ) -> Result<Acted, ServiceError> {
        let (caller, id) = (step.caller, step.id);
        if let Some(answer) = self.recalled(caller, step.fingerprint).await? {
            return read_answer(&answer);
        }
        let mut attempt = 1;
        loop {
            let told = self.existing(caller, id).await?;
            let now = told.head.version;
            if let Some(given) = version.filter(|given| *given != now) {
                return Err(ServiceError::Stale { given, now });
            }
            let promise = told.state.as_ref().ok_or_else(|| not_found(id))?;
            match self.commit(step, &told, commands(promise)?).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome,
            }
        }
    }

    /// Writes what follows from commands on a promise as it was read, all of it or nothing.
    async fn commit(
        &self,
        step: &Step<'_>,
        told: &PromiseTold,
        commands: Vec<Command>,
    ) -> Result<Acted, ServiceError> {
        let (caller, id) = (step.caller, step.id);
        let organisation = self.organisation(caller.organisation).await?;
        let account = account_of(told, &commands);
        let calendar = self.account_calendar(caller, &organisation, account).await?;
        let now = Now { at: caller.at, calendar: &calendar, policy: &organisation.policy };
        let (mut state, mut events) = (told.state.clone(), Vec::new());
        for command in commands {
            let decided = decide(state.as_ref(), command, caller.by, &now)?;
            state = decided.iter().fold(state, |state, event| Some(evolve(state, event)));
            events.extend(decided);
        }
        if let Some(Event::Offered { terms, .. }) = events.last().map(|last| &last.event) {
            self.check_promised(caller, &[&terms.subject, &terms.acceptance]).await?;
        }
        let written = u32::try_from(events.len()).unwrap_or(u32::MAX);
        let acted = Acted { promise: id, version: told.head.version + written };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.promise_events(id, told, &events)?;
        if let Some(work) = step.work.clone() {
            let told = self.ledger.work(caller.organisation, id).await?;
            batch.plan_work(id, &told, work, caller.by, caller.at);
        }
        let answer = format!("{} {}", acted.promise, acted.version);
        let key = key(caller, step.fingerprint, &answer);
        let outcome = batch.commit(&key, caller.at).await?;
        read_answer(&answer_of(outcome, &answer))
    }

    /// The work behind a promise as it was last planned; none when it never was.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn planned(&self, caller: &Caller, id: PromiseId) -> Result<Work, ServiceError> {
        Ok(self.ledger.work(caller.organisation, id).await?.state.unwrap_or_default())
    }

    /// Plans the work behind a promise anew.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise, nor one that it is to wait for;
    /// [`ServiceError::Input`] when promises would wait for each other in a circle.
    pub async fn plan_work(
        &self,
        caller: &Caller,
        id: PromiseId,
        work: Work,
    ) -> Result<(), ServiceError> {
        self.existing(caller, id).await?;
        self.check_after(caller, Some(id), &work).await?;
        let fingerprint = format!("plan {id} {work:?}");
        let mut attempt = 1;
        loop {
            let told = self.ledger.work(caller.organisation, id).await?;
            let mut batch = self.ledger.batch(caller.organisation);
            batch.plan_work(id, &told, work.clone(), caller.by, caller.at);
            let key = key(caller, &fingerprint, "");
            match batch.commit(&key, caller.at).await.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome.map(|_| ()),
            }
        }
    }

    /// Says what the lateness of a promise costs us beyond what was agreed, and whether its account has consented to
    /// its being moved; the work behind it stays as it is planned.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise, [`ServiceError::Input`] when an amount is below
    /// nothing.
    pub async fn set_stake(
        &self,
        caller: &Caller,
        id: PromiseId,
        loss: Option<OwnLoss>,
        movable: bool,
    ) -> Result<(), ServiceError> {
        if let Some(loss) = loss
            && (loss.per_day < 0 || loss.per_breach < 0)
        {
            let minor = loss.per_day.min(loss.per_breach);
            let given = Money { minor, currency: loss.currency }.to_string();
            return Err(ServiceError::Input { field: "loss_per_day", given, wanted: Wanted::Cost });
        }
        let told = self.ledger.work(caller.organisation, id).await?;
        let mut work = told.state.unwrap_or_default();
        (work.arranged.loss, work.arranged.movable) = (loss, movable);
        self.plan_work(caller, id, work).await
    }

    /// A promise that exists, with everything that happened to it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none.
    pub async fn existing(
        &self,
        caller: &Caller,
        id: PromiseId,
    ) -> Result<PromiseTold, ServiceError> {
        let told = self.ledger.promise(caller.organisation, id).await?;
        if told.state.is_none() {
            return Err(not_found(id));
        }
        Ok(told)
    }

    /// A promise that exists with everything that happened to it, as lists show it, and its account.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none.
    pub async fn whole(&self, caller: &Caller, id: PromiseId) -> Result<Whole, ServiceError> {
        let found = self.ledger.promise_with_row(caller.organisation, id).await?;
        let (told, row, account_version) = found.ok_or_else(|| not_found(id))?;
        let promise = told.state.ok_or_else(|| not_found(id))?;
        let account = self.account_at(caller.organisation, row.account, account_version).await?;
        Ok(Whole { promise, row, account })
    }

    /// The promise with a short name, or with an id.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none.
    pub async fn find(&self, caller: &Caller, name: &str) -> Result<PromiseId, ServiceError> {
        let missing = || ServiceError::NotFound { what: "promise", given: name.to_owned() };
        if let Ok(id) = name.parse::<PromiseId>() {
            return Ok(id);
        }
        let number: u32 = name.trim_start_matches('#').parse().map_err(|_| missing())?;
        let found = self.ledger.promise_by_number(caller.organisation, number).await?;
        found.ok_or_else(missing)
    }

    /// The receipt of a promise.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise.
    pub async fn receipt(
        &self,
        caller: &Caller,
        id: PromiseId,
        holder: Holder,
    ) -> Result<Receipt, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let name = organisation.name.as_str();
        let made = self.ledger.receipt(caller.organisation, name, id, holder, caller.at).await?;
        made.ok_or_else(|| not_found(id))
    }

    /// The calendar in which dues of a promise are counted.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise.
    pub async fn calendar_of(
        &self,
        caller: &Caller,
        id: PromiseId,
    ) -> Result<Calendar, ServiceError> {
        let told = self.existing(caller, id).await?;
        let account = told.state.map(|promise| promise.state.content().account);
        let organisation = self.organisation(caller.organisation).await?;
        self.account_calendar(caller, &organisation, account).await
    }

    /// The calendar in which dues towards an account are counted.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such account.
    pub async fn account_calendar(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        account: Option<AccountId>,
    ) -> Result<Calendar, ServiceError> {
        let Some(id) = account else { return Ok(organisation.calendar("")) };
        let account = self.account(caller.organisation, id).await?;
        Ok(organisation.calendar(&account.calendar))
    }

    /// Refuses a draft that names people who are not there, or a reason below the policy by somebody who may not.
    async fn check_people(&self, caller: &Caller, draft: &Draft) -> Result<(), ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let member = |what: &'static str, id: MemberId| match organisation.members.get(&id) {
            Some(member) if member.left_at.is_none() => Ok(member),
            Some(_) | None => Err(ServiceError::NotFound { what, given: id.to_string() }),
        };
        draft.promisor.map(|id| member("promisor", id)).transpose()?;
        draft.owner.map(|id| member("owner", id)).transpose()?;
        let account = self.account(caller.organisation, draft.account).await?;
        if let Some(contact) = draft.contact.filter(|id| !account.contacts.contains_key(id)) {
            return Err(ServiceError::NotFound { what: "contact", given: contact.to_string() });
        }
        if let Some(Ground::Forecast { below_policy: Some(below), .. }) = &draft.ground
            && let taker = member("member", below.taken_by)?
            && taker.role < Role::Manager
        {
            return Err(ServiceError::Input {
                field: "taken_by",
                given: taker.name.clone(),
                wanted: Wanted::Manager,
            });
        }
        Ok(())
    }
}

fn not_found(id: PromiseId) -> ServiceError {
    ServiceError::NotFound { what: "promise", given: id.to_string() }
}

/// The account a promise is towards: the one it has, or the one it is about to get.
fn account_of(told: &PromiseTold, commands: &[Command]) -> Option<AccountId> {
    if let Some(Command::Write { draft, .. }) = commands.first() {
        return Some(draft.account);
    }
    if let Some(Command::Record { found, .. }) = commands.first() {
        return Some(found.known.account);
    }
    told.state.as_ref().map(|promise| promise.state.content().account)
}

/// Reads an answer that this program wrote: the promise and its version.
fn read_answer(answer: &str) -> Result<Acted, ServiceError> {
    let parsed = answer.split_once(' ').and_then(|(promise, version)| {
        Some(Acted { promise: promise.parse().ok()?, version: version.parse().ok()? })
    });
    parsed.ok_or_else(|| {
        let text = format!("an answer kept under a key is {answer:?}");
        ServiceError::Ledger(ledger::LedgerError::Damaged(text))
    })
}

/// A draft without the names that its counter-promises get anew each time it is read from a form.
fn without_names(draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    if let Some(Consideration::Asked { counter_promises, .. }) = &mut draft.consideration {
        for counter in counter_promises {
            counter.id = CounterPromiseId::new(Uuid::nil());
        }
    }
    draft
}
