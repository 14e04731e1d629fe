//! Who may come in, and as whom: sign-in, sessions, invitations, the second factor, tokens of programs.
//!
//! [`login`] names · [`password`] proves · [`second_factor`] proves again · [`proof`] once more, inside · [`sign_in`] lets in · [`session`] and
//! [`token`] are shown at every request · [`invitation`] brings people in · [`people`] changes and removes them ·
//! [`limit`] slows down who guesses · [`deed`] tells what was done · [`provider`] are others whose word counts, and
//! [`identity`] whom they let in. Rights are a [`Role`]; what a page needs of it stands with the page.
//!
//! # Invariants
//! A secret is shown once and stored as a digest. Every change is one transaction. A refusal says no more than the
//! person who asks may know: an unknown login and a wrong password are the same.

pub mod deed;
pub mod identity;
pub mod invitation;
pub mod limit;
pub mod login;
pub mod password;
pub mod people;
pub mod proof;
pub mod provider;
pub mod second_factor;
pub mod secret;
pub mod session;
pub mod sign_in;
pub mod token;

use std::num::NonZeroU32;
use std::sync::Arc;

use jiff::Timestamp;
use ledger::LedgerError;
use ledger::access::Whose;
use ledger::access::token::Scope;
use promise::party::{Organisation, Role};
use promise::{Actor, MemberId, OrganisationId};

use crate::access::deed::Deeds;
use crate::access::limit::Limits;
use crate::access::password::{PasswordCost, Passwords};
use crate::access::provider::{ProviderError, Providers};
use crate::{Caller, Service, ServiceError};

/// Who was let in, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// To which organisation.
    pub organisation: OrganisationId,
    /// As whom.
    pub member: MemberId,
    /// What they may do, as of now.
    pub role: Role,
    /// By what.
    pub via: Via,
    /// How many events the organisation has: with it [`Service::organisation_at`] need not ask.
    pub organisation_version: u32,
    /// Whether it is a session of somebody who has a password and no second factor.
    pub by_password_alone: bool,
}

/// By what somebody was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// A browser's session.
    Session {
        /// The first 16 digits of its digest: it names the session and opens nothing.
        id: String,
    },
    /// A program's token.
    Token {
        /// The first 16 digits of its digest.
        id: String,
        /// What it may do; never more than its member.
        scope: Scope,
    },
    /// The command line, on the machine itself.
    Desk,
}

/// Where a request comes from, and when.
#[derive(Clone, Copy)]
pub struct Visit<'a> {
    /// The present; whole microseconds.
    pub at: Timestamp,
    /// The address of whoever asks, as the server or its proxy tells it.
    pub address: &'a str,
    /// What the browser says it is.
    pub agent: &'a str,
    /// What the browser shows of an earlier sign-in.
    pub device: Option<&'a str>,
}

impl std::fmt::Debug for Visit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visit").field("at", &self.at).finish_non_exhaustive()
    }
}

/// Why somebody was not let in, or access was not changed. Nothing was written, but that it was tried.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// Login or password is wrong; which one is not said.
    #[error("login or password is wrong")]
    WrongCredentials,
    /// Too much was tried.
    #[error("too many tries; wait {wait_seconds} seconds and try again")]
    TooManyTries {
        /// For how long to wait.
        wait_seconds: u32,
    },
    /// The code is wrong, was used, or is of another time.
    #[error(
        "the code is wrong or was used before; wanted is the newest one of the app, or an unused recovery code"
    )]
    WrongCode,
    /// The password was right too long ago, or too many codes were wrong.
    #[error("this sign-in has ended; begin again with the password")]
    SignInOver,
    /// Somebody without a password here has to have come in just now.
    #[error("this needs a sign-in of the last ten minutes; sign out, sign in again and do it then")]
    SignInAgain,
    /// The link was used, has expired, or was never one.
    #[error("this link was used, has expired or was replaced; ask for another one")]
    LinkNotValid,
    /// Somebody signs in with that address.
    #[error("somebody signs in with that address already; use another one")]
    LoginTaken,
    /// The password is too short.
    #[error("a password has at least {least} characters")]
    PasswordTooShort {
        /// How many are wanted.
        least: usize,
    },
    /// The password is too long.
    #[error("a password has at most {most} characters")]
    PasswordTooLong {
        /// How many fit.
        most: usize,
    },
    /// The password is one of those that are tried first.
    #[error("this password is one of the first that are tried; use another one")]
    PasswordCommon,
    /// The password is made of names that everybody knows.
    #[error("this password is the name of its owner or of the organisation; use another one")]
    PasswordPersonal,
    /// Nobody would be left to let others in.
    #[error("this is the last admin who can sign in; make somebody else an admin first")]
    LastAdmin,
    /// The organisation demands the second factor that somebody wants to be without.
    #[error("this organisation demands a second factor; set up another one in its place")]
    SecondFactorDemanded,
    /// There is no second factor.
    #[error("no second factor is set up")]
    NoSecondFactor,
    /// A token lives from one day to a year.
    #[error("a token lives for 1 to {most} days")]
    TokenDays {
        /// The most days.
        most: u32,
    },
    /// A token would be allowed more than its member.
    #[error("your tokens may do {} at most", .most.code())]
    ScopeTooWide {
        /// The most.
        most: Scope,
    },
    /// The caller's role does not allow it.
    #[error("only an admin may do this")]
    NotAllowed,
    /// Somebody comes back from a provider who did not set out from here, or too long ago.
    #[error("this sign-in was begun elsewhere, more than ten minutes ago, or is over; begin again")]
    FlowOver,
    /// A provider let nobody in, or somebody stopped there.
    #[error("{provider} let nobody in: {code}")]
    NotLetIn {
        /// Which one.
        provider: String,
        /// Its word for why.
        code: String,
    },
    /// A provider's word cannot be taken.
    #[error("{provider}: {error}")]
    Provider {
        /// Which one.
        provider: String,
        /// Why.
        error: ProviderError,
    },
    /// Nobody is linked with who somebody is at a provider.
    #[error("nobody here is linked with this account of {provider}")]
    NotLinked {
        /// Which one.
        provider: String,
    },
    /// Who somebody is at a provider is another member already.
    #[error("this account of {provider} is linked with somebody already")]
    IdentityTaken {
        /// Which one.
        provider: String,
    },
    /// Without it, a member could not sign in.
    #[error("this is the only way in that is left; set another one up first")]
    OnlyWayIn,
    /// A use case did not do what was asked.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<LedgerError> for AccessError {
    fn from(error: LedgerError) -> Self {
        Self::Service(error.into())
    }
}

impl AccessError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Service(error) if error.is_conflict())
    }

    fn no_member(given: impl std::fmt::Display) -> Self {
        ServiceError::NotFound { what: "member", given: given.to_string() }.into()
    }
}

/// What of access is kept in memory.
#[derive(Debug)]
pub(crate) struct Access {
    passwords: Passwords,
    limits: Limits,
    deeds: Deeds,
    providers: Providers,
}

impl Access {
    pub(crate) fn new(threads: NonZeroU32) -> Self {
        let passwords = Passwords::new(PasswordCost::STANDARD, threads);
        let (limits, deeds) = (Limits::default(), Deeds::default());
        Self { passwords, limits, deeds, providers: Providers::default() }
    }
}

impl Service {
    /// Makes passwords cost this much from now on; those that are stored follow as their owners sign in.
    #[must_use]
    pub fn with_password_cost(mut self, cost: PasswordCost) -> Self {
        self.access.passwords = Passwords::new(cost, self.threads);
        self
    }

    /// How many passwords were hashed since the start.
    pub fn passwords_hashed(&self) -> u64 {
        self.access.passwords.hashed()
    }

    /// Removes what has ended: sessions that are over, invitations that were used or have expired a month ago. Refused
    /// sign-ins that wait for it are noted in the audit log.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the ledger does not answer.
    pub async fn sweep_access(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        const KEPT_SECONDS: i64 = 30 * 24 * 3600;
        let idle_since = later(at, -session::IDLE_SECONDS);
        let old = later(at, -KEPT_SECONDS);
        let mut batch = self.ledger.batch(organisation);
        batch.facts(ledger::access::sweep(organisation, at, idle_since, old));
        Ok(self.settle_with_notes(organisation, batch, None).await?)
    }

    /// The member who asks, who has not left.
    async fn asking(
        &self,
        caller: &Caller,
    ) -> Result<(MemberId, Role, Arc<Organisation>), AccessError> {
        let Actor::Member(member) = caller.by else { return Err(AccessError::NotAllowed) };
        let us = self.organisation(caller.organisation).await?;
        let role = role_of(&us, member).ok_or(AccessError::NotAllowed)?;
        Ok((member, role, us))
    }

    /// The member who asks, who must be an admin unless it is about themselves.
    async fn asking_about(
        &self,
        caller: &Caller,
        of: MemberId,
    ) -> Result<(MemberId, Arc<Organisation>), AccessError> {
        let (member, role, us) = self.asking(caller).await?;
        if member == of || role == Role::Admin {
            return Ok((member, us));
        }
        Err(AccessError::NotAllowed)
    }

    /// The admin who asks.
    async fn asking_admin(
        &self,
        caller: &Caller,
    ) -> Result<(MemberId, Arc<Organisation>), AccessError> {
        let (member, role, us) = self.asking(caller).await?;
        if role == Role::Admin { Ok((member, us)) } else { Err(AccessError::NotAllowed) }
    }
}

/// What a member may do; nothing when they have left.
fn role_of(us: &Organisation, member: MemberId) -> Option<Role> {
    us.members.get(&member).filter(|of| of.left_at.is_none()).map(|of| of.role)
}

fn whose(caller: &Caller, member: MemberId) -> Whose {
    Whose { organisation: caller.organisation, member }
}

/// So many seconds later, or earlier; no later than there are instants.
fn later(at: Timestamp, seconds: i64) -> Timestamp {
    let micros = at.as_microsecond().saturating_add(seconds.saturating_mul(1_000_000));
    let end = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(micros).unwrap_or(end)
}
