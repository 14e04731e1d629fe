//! The main road: a promise is drafted, offered, answered, kept and settled.

use calendar::{Calendar, Due, Landing};
use jiff::Timestamp;
use ledger::PromiseTold;
use ledger::receipt::{Holder, Receipt};
use promise::event::{CounterProposal, Evidence};
use promise::party::{Organisation, Role, Work};
use promise::renegotiation::{Change, Proposal, Reason};
use promise::settle::Measure;
use promise::terms::{Draft, Found, Ground};
use promise::{
    AccountId, Actor, Command, CounterPromiseId, MemberId, Now, Person, Promise, PromiseId, Words,
    decide,
};

use crate::company::{answer_of, key, text_error};
use crate::{ATTEMPTS, Caller, Service, ServiceError};

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

/// What is asked of an existing promise, in the words of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Throw the draft away.
    Discard,
    /// Offer it; it can be accepted until `expires`.
    Offer {
        /// Until when.
        expires: Timestamp,
    },
    /// Accept the offer.
    Accept,
    /// Decline the offer.
    Decline {
        /// Whether a new offer is not wanted either.
        for_good: bool,
        /// Why, in words.
        words: String,
    },
    /// Propose another date in place of the offer.
    CounterPropose {
        /// The date.
        due: Option<String>,
        /// Why, in words.
        words: String,
    },
    /// Take the offer back.
    TakeBack {
        /// Why, in words.
        words: String,
    },
    /// Make a draft of a lapsed or declined offer.
    OfferAgain,
    /// Confirm that a recorded promise was given.
    ConfirmRecord,
    /// Say that it was not.
    RejectRecord {
        /// Why, in words.
        words: String,
    },
    /// Propose another due or subject.
    Renegotiate {
        /// The new due.
        due: Option<String>,
        /// The new subject.
        subject: Option<String>,
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: String,
        /// What the new due rests on.
        ground: Option<Box<Ground>>,
    },
    /// Agree to the proposed change.
    AcceptRenegotiation,
    /// Do not.
    DeclineRenegotiation {
        /// Why, in words.
        words: String,
    },
    /// Take the proposed change back.
    TakeBackRenegotiation,
    /// State that it is there.
    Deliver {
        /// From when on; the present when absent.
        at: Option<Timestamp>,
        /// Where to see it; else the words count as one's word for it.
        reference: Option<String>,
        /// In words.
        words: String,
    },
    /// Confirm the delivery.
    Confirm {
        /// Less, as promised, or more.
        measure: Measure,
        /// In words.
        words: String,
    },
    /// Dispute it.
    Dispute {
        /// What is wrong.
        words: String,
    },
    /// Let us off.
    Release {
        /// Why, in words.
        words: String,
    },
    /// End it as the agreed consequence of a late counter-promise.
    Void {
        /// Which one.
        counter_promise: CounterPromiseId,
    },
    /// Say that it will not be kept.
    Withdraw {
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: String,
    },
    /// State that what was promised in return has arrived.
    MeetCounterPromise {
        /// Which one.
        counter_promise: CounterPromiseId,
        /// When; the present when absent.
        at: Option<Timestamp>,
    },
}

/// What is written, for whom, and under which fingerprint.
struct Writing<'a> {
    caller: &'a Caller,
    id: PromiseId,
    /// What was asked, so that a key used for something else is noticed.
    fingerprint: &'a str,
    /// The work behind the promise, when it is planned with it.
    work: Option<Work>,
}

impl Service {
    /// Writes a new draft, with the work behind it.
    ///
    /// # Errors
    /// [`ServiceError`] when an input is not what is wanted or the rules refuse it.
    pub async fn draft(
        &self,
        caller: &Caller,
        draft: Draft,
        work: Option<Work>,
    ) -> Result<Acted, ServiceError> {
        self.check_people(caller, &draft).await?;
        self.begin(caller, &format!("draft {draft:?} {work:?}"), work, |number| Command::Write {
            number,
            draft: Box::new(draft.clone()),
        })
        .await
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
        self.begin(caller, &format!("record {found:?} {work:?}"), work, |number| Command::Record {
            number,
            found: Box::new(found.clone()),
        })
        .await
    }

    /// Begins a promise under the next free number.
    async fn begin(
        &self,
        caller: &Caller,
        fingerprint: &str,
        work: Option<Work>,
        command: impl Fn(u32) -> Command,
    ) -> Result<Acted, ServiceError> {
        if let Some(answer) = self.recalled(caller, fingerprint).await? {
            return read_answer(&answer);
        }
        let id = PromiseId::new(self.ledger.entropy().id(caller.at));
        let writing = Writing { caller, id, fingerprint, work };
        let mut attempt = 1;
        loop {
            let number = self.ledger.next_number(caller.organisation).await?;
            let told = self.ledger.promise(caller.organisation, id).await?;
            match self.commit(&writing, &told, command(number)).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome,
            }
        }
    }

    /// Rewrites a draft. `version` is the one it was decided on, when the caller looked at one.
    ///
    /// # Errors
    /// [`ServiceError`] when an input is not what is wanted or the rules refuse it.
    pub async fn rewrite(
        &self,
        caller: &Caller,
        id: PromiseId,
        draft: Draft,
        work: Option<Work>,
        version: Option<u32>,
    ) -> Result<Acted, ServiceError> {
        self.check_people(caller, &draft).await?;
        let fingerprint = format!("rewrite {id} {draft:?} {work:?}");
        let write = |promise: &Promise| {
            Ok(Command::Write { number: promise.number, draft: Box::new(draft.clone()) })
        };
        let writing = Writing { caller, id, fingerprint: &fingerprint, work };
        self.act_as(&writing, version, write).await
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
        let command = |_: &Promise| command(ask.clone(), caller, &calendar);
        let writing = Writing { caller, id, fingerprint: &fingerprint, work: None };
        self.act_as(&writing, version, command).await
    }

    /// Decides and writes, again when somebody else was faster and the caller named no version.
    async fn act_as(
        &self,
        writing: &Writing<'_>,
        version: Option<u32>,
        command: impl Fn(&Promise) -> Result<Command, ServiceError>,
    ) -> Result<Acted, ServiceError> {
        let (caller, id) = (writing.caller, writing.id);
        if let Some(answer) = self.recalled(caller, writing.fingerprint).await? {
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
            match self.commit(writing, &told, command(promise)?).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                outcome => return outcome,
            }
        }
    }

    /// Writes what follows from a command on a promise as it was read.
    async fn commit(
        &self,
        writing: &Writing<'_>,
        told: &PromiseTold,
        command: Command,
    ) -> Result<Acted, ServiceError> {
        let (caller, id) = (writing.caller, writing.id);
        let organisation = self.organisation(caller.organisation).await?;
        let account = account_of(told, &command);
        let calendar = self.account_calendar(caller, &organisation, account).await?;
        let now = Now { at: caller.at, calendar: &calendar, policy: &organisation.policy };
        let events = decide(told.state.as_ref(), command, caller.by, &now)?;
        let written = u32::try_from(events.len()).unwrap_or(u32::MAX);
        let acted = Acted { promise: id, version: told.head.version + written };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.promise_events(id, told, &events)?;
        if let Some(work) = writing.work.clone() {
            let told = self.ledger.work(caller.organisation, id).await?;
            batch.plan_work(id, &told, work, caller.by, caller.at);
        }
        let answer = format!("{} {}", acted.promise, acted.version);
        let key = key(caller, writing.fingerprint, &answer);
        let outcome = batch.commit(&key, caller.at).await?;
        read_answer(&answer_of(outcome, &answer))
    }

    /// Plans the work behind a promise anew.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise.
    pub async fn plan_work(
        &self,
        caller: &Caller,
        id: PromiseId,
        work: Work,
    ) -> Result<(), ServiceError> {
        self.existing(caller, id).await?;
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
            && member("member", below.taken_by)?.role < Role::Manager
        {
            return Err(ServiceError::Input {
                field: "taken_by",
                given: below.taken_by.to_string(),
                wanted: "a manager or an admin, who may promise below the policy".to_owned(),
            });
        }
        Ok(())
    }
}

fn not_found(id: PromiseId) -> ServiceError {
    ServiceError::NotFound { what: "promise", given: id.to_string() }
}

/// The account a promise is towards: the one it has, or the one it is about to get.
fn account_of(told: &PromiseTold, command: &Command) -> Option<AccountId> {
    if let Command::Write { draft, .. } = command {
        return Some(draft.account);
    }
    if let Command::Record { found, .. } = command {
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

/// Whose words the caller's are: for a contact who was heard by a member, the contact's.
fn speaker(by: Actor) -> Option<Person> {
    match by {
        Actor::Member(id) => Some(Person::Member(id)),
        Actor::Contact { contact, .. } => Some(Person::Contact(contact)),
        Actor::Rule(_) => None,
    }
}

/// Takes words that must be there.
fn words(caller: &Caller, text: &str) -> Result<Words, ServiceError> {
    let speaker = speaker(caller.by).ok_or_else(|| ServiceError::Input {
        field: "words",
        given: text.to_owned(),
        wanted: "a person who says them".to_owned(),
    })?;
    Words::new(speaker, text).map_err(|error| text_error("words", text, error))
}

/// Takes words that may be left out.
fn some_words(caller: &Caller, text: &str) -> Result<Option<Words>, ServiceError> {
    if text.trim().is_empty() { Ok(None) } else { words(caller, text).map(Some) }
}

/// Reads a due in the calendar of the account.
fn some_due(text: Option<&String>, calendar: &Calendar) -> Result<Option<Due>, ServiceError> {
    let given = text.filter(|text| !text.trim().is_empty());
    Ok(given.map(|text| Due::parse(text, calendar)).transpose()?)
}

/// What is asked, as the rules know it.
fn command(ask: Ask, caller: &Caller, calendar: &Calendar) -> Result<Command, ServiceError> {
    let some = |text: &str| some_words(caller, text);
    Ok(match ask {
        Ask::Discard => Command::Discard,
        Ask::Offer { expires } => Command::Offer { expires },
        Ask::Accept => Command::Accept,
        Ask::Decline { for_good, words } => Command::Decline { for_good, words: some(&words)? },
        Ask::CounterPropose { due, words } => Command::CounterPropose(CounterProposal {
            due: some_due(due.as_ref(), calendar)?,
            words: some(&words)?,
        }),
        Ask::TakeBack { words } => Command::TakeBack { words: some(&words)? },
        Ask::OfferAgain => Command::OfferAgain,
        Ask::ConfirmRecord => Command::ConfirmRecord,
        Ask::RejectRecord { words } => Command::RejectRecord { words: some(&words)? },
        Ask::Renegotiate { due, subject, reason, words: text, ground } => {
            let subject = subject.filter(|text| !text.trim().is_empty());
            let subject = subject.map(|text| crate::company::line("subject", &text)).transpose()?;
            let change = Change { due: some_due(due.as_ref(), calendar)?, subject };
            let (words, ground) = (words(caller, &text)?, ground.map(|ground| *ground));
            Command::Renegotiate(Box::new(Proposal { change, reason, words, ground }))
        }
        Ask::AcceptRenegotiation => Command::AcceptRenegotiation,
        Ask::DeclineRenegotiation { words } => {
            Command::DeclineRenegotiation { words: some(&words)? }
        }
        Ask::TakeBackRenegotiation => Command::TakeBackRenegotiation,
        Ask::Deliver { at, reference, words: text } => {
            let reference = reference.filter(|text| !text.trim().is_empty());
            let evidence = match reference {
                Some(text) => Evidence::Reference(crate::company::line("reference", &text)?),
                None => Evidence::Word(words(caller, &text)?),
            };
            let silence_ends =
                calendar.step_business_days(caller.at, SILENCE_DAYS, Landing::Closing)?;
            Command::Deliver { at: at.unwrap_or(caller.at), evidence, silence_ends }
        }
        Ask::Confirm { measure, words } => {
            Command::ConfirmDelivery { measure, words: some(&words)? }
        }
        Ask::Dispute { words: text } => Command::Dispute { words: words(caller, &text)? },
        Ask::Release { words } => Command::Release { words: some(&words)? },
        Ask::Void { counter_promise } => Command::Void { counter_promise },
        Ask::Withdraw { reason, words: text } => {
            Command::Withdraw { reason, words: words(caller, &text)? }
        }
        Ask::MeetCounterPromise { counter_promise, at } => {
            Command::MeetCounterPromise { id: counter_promise, at: at.unwrap_or(caller.at) }
        }
    })
}
