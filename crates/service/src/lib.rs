//! The use cases, one function each. No SQL, no HTML; the time is an argument.
//!
//! # Life of a promise
//! [`quote`] what can we promise? · [`price`] what does a yes cost? · [`promise`] draft, offer, answer, deliver, settle · [`watch`] what time and the
//! world bring · [`receipt`](Service::receipt) what both hold of it. [`company`] and [`history`] set the scene.
//! [`access`] says who may come in.

pub mod access;
pub mod accounts;
pub mod audit;
pub mod backtest;
pub mod capabilities;
pub mod company;
pub mod customer;
pub mod domino;
pub mod history;
mod kept;
mod lateness;
pub mod person;
pub mod plan;
pub mod price;
pub mod promise;
pub mod quote;
pub mod replay;
pub mod retention;
pub mod ties;
pub mod today;
pub mod track;
pub mod view;
pub mod watch;
pub mod wording;

use std::num::NonZeroU32;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex};

use ::promise::party::{Account, Organisation};
use ::promise::words::TextError;
use ::promise::{AccountId, Actor, OrganisationId, Refusal};
use calendar::CalendarError;
use import::ImportError;
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Ledger, LedgerError, StoreError, Stream};

use crate::access::Access;
use crate::backtest::Replays;
use crate::kept::Kept;
use crate::plan::{WorkingTimes, World};

/// Who asks, for whom, when, and under which key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// In whose ledger.
    pub organisation: OrganisationId,
    /// Who.
    pub by: Actor,
    /// The present; whole microseconds.
    pub at: Timestamp,
    /// The idempotency key: asked again under the same key, the same thing is answered and nothing done twice.
    pub key: String,
}

/// Why a use case did not do what was asked. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such thing.
    #[error("there is no {what} {given}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// How it was named.
        given: String,
    },
    /// An input is not what is wanted.
    #[error("{field} is {given:?}; wanted {wanted}")]
    Input {
        /// Which field.
        field: &'static str,
        /// What was given.
        given: String,
        /// What is wanted.
        wanted: Wanted,
    },
    /// It was decided on another version than the present one.
    #[error("this was decided on version {given}, but it is at version {now}; look at it again")]
    Stale {
        /// The version named.
        given: u32,
        /// The present version.
        now: u32,
    },
    /// A file cannot be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Rows cannot be taken, and were not to be skipped.
    #[error("{} rows cannot be taken (first: {first}); mend them, or skip them on purpose", .count)]
    BadRows {
        /// How many.
        count: usize,
        /// The first one, in words.
        first: String,
    },
    /// The calendar could not answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The plan cannot be played.
    #[error(transparent)]
    Plan(#[from] forecast::PlanError),
    /// The ledger did not.
    #[error(transparent)]
    Ledger(LedgerError),
    /// The organisation was not founded yet.
    #[error("nobody runs handslag here yet; found the organisation first")]
    NoOrganisation,
}

/// What is wanted in the place of an input that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Wanted {
    /// Not nothing.
    #[error("at least one word")]
    Word,
    /// A shorter text.
    #[error("at most {most} characters, not {given}")]
    Shorter {
        /// How many fit.
        most: usize,
        /// How many there are.
        given: usize,
    },
    /// A text on one line, without control characters.
    #[error("plain text; there is a line break or control character at position {at}")]
    PlainText {
        /// Where the first of them stands, counted from 1.
        at: usize,
    },
    /// An organisation that is not there yet.
    #[error("to be founded once")]
    OnlyOnce,
    /// Thresholds in their order.
    #[error("watch below on plan, and on plan not above offer")]
    Order,
    /// An address of mail.
    #[error("an address such as ebba@example.com")]
    Address,
    /// Somebody who says it.
    #[error("a person who says them")]
    Speaker,
    /// What something costs.
    #[error("an amount from 0 to 1,000,000,000 of the currency, and no hour for nothing")]
    Cost,
    /// What an hour of overtime costs.
    #[error("from 100 to 1000 per cent of an ordinary hour")]
    OvertimePercent,
    /// How much overtime there is.
    #[error("at most 10,000 hours a week")]
    OvertimeHours,
    /// When how many people of a team are away.
    #[error(
        "a first day, a last one not before it nor before today and within three years, and 1 to 1,000 people"
    )]
    Absence,
    /// A quote that gave dates.
    #[error("a quote that gave dates")]
    QuoteWithDates,
    /// A day in a span.
    #[error("a working day after {from} and not after {to}")]
    Between {
        /// Later than this one.
        from: Date,
        /// Not later than this one.
        to: Date,
    },
    /// Somebody who may promise below the policy.
    #[error("a manager or an admin, who may promise below the policy")]
    Manager,
    /// One that is there.
    #[error("a promise that is there")]
    KnownPromise,
    /// Not the promise itself.
    #[error("another promise: none can wait for itself")]
    AnotherPromise,
    /// So many working days.
    #[error("a whole number of working days from 1 to {most}")]
    Days {
        /// At most.
        most: u32,
    },
    /// Promises that do not wait for each other in turn.
    #[error("a promise that does not wait for this one in turn")]
    NoCircle,
    /// Something that can be replayed.
    #[error("elapsed, remaining, effort or promise")]
    Matter,
}

impl From<TextError> for Wanted {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Word,
            TextError::TooLong { most, given } => Self::Shorter { most, given },
            TextError::Control { at } => Self::PlainText { at },
        }
    }
}

impl ServiceError {
    /// What is wrong with a text.
    pub fn of_text(field: &'static str, text: &str, error: TextError) -> Self {
        // The beginning is enough to know it by.
        let given = text.chars().take(40).collect();
        Self::Input { field, given, wanted: error.into() }
    }
}

impl From<LedgerError> for ServiceError {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

/// So many are kept in memory: what is asked for again and again, some kilobytes each.
const ORGANISATIONS_KEPT: usize = 1000;
const ACCOUNTS_KEPT: usize = 1000;
/// What history teaches can be megabytes of an organisation.
const WORLDS_KEPT: usize = 8;

/// How often a write is decided again when somebody else was faster.
const ATTEMPTS: usize = 5;

impl ServiceError {
    /// Whether somebody else was faster, so that deciding again may help.
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Ledger(LedgerError::Store(StoreError::Conflict)))
    }
}

/// Everything that people and programs ask of handslag.
#[derive(Debug)]
pub struct Service {
    ledger: Ledger,
    threads: NonZeroU32,
    /// The most trials in one simulation, when somebody set it; else 0.
    most_trials: AtomicU32,
    /// Each of so many events.
    organisations: Kept<OrganisationId, u32, Organisation>,
    /// Each of so many events.
    accounts: Kept<(OrganisationId, AccountId), u32, Account>,
    /// Each of the state of its organisation and imports, and of an hour.
    worlds: Kept<OrganisationId, String, World>,
    timelines: Mutex<Vec<WorkingTimes>>,
    replays: Arc<Replays>,
    access: Access,
}

impl Service {
    /// Serves a ledger; simulations use so many threads.
    pub fn new(ledger: Ledger, threads: NonZeroU32) -> Self {
        let most_trials = AtomicU32::new(0);
        let timelines = Mutex::default();
        let access = Access::new(threads);
        Self {
            ledger,
            threads,
            most_trials,
            organisations: Kept::new(ORGANISATIONS_KEPT),
            accounts: Kept::new(ACCOUNTS_KEPT),
            worlds: Kept::new(WORLDS_KEPT),
            timelines,
            replays: Arc::default(),
            access,
        }
    }

    /// The ledger it serves.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The organisation as it now is.
    ///
    /// # Errors
    /// [`ServiceError::NoOrganisation`] before it was founded.
    pub async fn organisation(
        &self,
        id: OrganisationId,
    ) -> Result<Arc<Organisation>, ServiceError> {
        let version = self.ledger.version(id, &Stream::Organisation).await?;
        self.organisation_at(id, version).await
    }

    /// The organisation as it is when it has so many events.
    ///
    /// # Errors
    /// [`ServiceError::NoOrganisation`] before it was founded.
    pub async fn organisation_at(
        &self,
        id: OrganisationId,
        version: u32,
    ) -> Result<Arc<Organisation>, ServiceError> {
        if let Some(state) = self.organisations.get(id, &version) {
            return Ok(state);
        }
        let told = self.ledger.organisation(id).await?;
        let state = Arc::new(told.state.ok_or(ServiceError::NoOrganisation)?);
        self.organisations.put(id, told.head.version, Arc::clone(&state));
        Ok(state)
    }

    /// An account as it now is.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none.
    pub async fn account(
        &self,
        organisation: OrganisationId,
        id: AccountId,
    ) -> Result<Account, ServiceError> {
        let told = self.ledger.account(organisation, id).await?;
        told.state.ok_or_else(|| ServiceError::NotFound { what: "account", given: id.to_string() })
    }

    /// An account as it is when it has so many events.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none.
    pub async fn account_at(
        &self,
        organisation: OrganisationId,
        id: AccountId,
        version: u32,
    ) -> Result<Arc<Account>, ServiceError> {
        let key = (organisation, id);
        if let Some(state) = self.accounts.get(key, &version) {
            return Ok(state);
        }
        let missing = || ServiceError::NotFound { what: "account", given: id.to_string() };
        let told = self.ledger.account(organisation, id).await?;
        let state = Arc::new(told.state.ok_or_else(missing)?);
        self.accounts.put(key, told.head.version, Arc::clone(&state));
        Ok(state)
    }
}
