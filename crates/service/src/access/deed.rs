//! What was done with access, or tried: counted for the figures of the server, and noted in the audit log, in the
//! transaction that does it.
//!
//! A refusal is kept in memory until the next transaction or the next sweep: a write of its own would take time that an
//! unknown login does not, and tell whoever measures that the login is somebody's.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use ledger::audit::{Note, Way, Who};
use ledger::{Batch, LedgerError};
use promise::{MemberId, OrganisationId};

use crate::access::AccessError;
use crate::{Caller, Service};

/// The most refusals that wait to be noted; more are only counted.
const MOST_WAITING: usize = 4096;

/// Something that was done, or tried, with access: what an audit log tells. It holds ids only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// In whose house.
    pub organisation: OrganisationId,
    /// When.
    pub at: Timestamp,
    /// Who did it; nobody known when a sign-in was refused.
    pub by: Option<MemberId>,
    /// Whose access it is about.
    pub of: Option<MemberId>,
    /// What was done.
    pub act: Act,
}

impl Deed {
    pub(crate) fn new(caller: &Caller, by: MemberId, of: MemberId, act: Act) -> Self {
        let (organisation, at) = (caller.organisation, caller.at);
        Self { organisation, at, by: Some(by), of: Some(of), act }
    }

    /// As it is noted. Who had not come in yet came through the open door; by which way anybody else did stands in the
    /// note of their request.
    pub(crate) fn note(&self) -> Note {
        let (via, nobody) = match self.act {
            Act::SignInRefused
            | Act::PasswordGiven
            | Act::SignedIn
            | Act::CodeRefused
            | Act::RecoveryCodeUsed
            // Whoever links comes back from the provider's site.
            | Act::IdentityLinked
            | Act::InvitationAccepted => (Way::Open, Who::Nobody),
            Act::SignedOut
            | Act::Proved
            | Act::SessionsEnded
            | Act::SetUpLinkMade
            | Act::Invited
            | Act::PasswordChanged
            | Act::SecondFactorSet
            | Act::SecondFactorRemoved
            | Act::RecoveryCodesMade
            | Act::TokenMade
            | Act::TokenRevoked
            | Act::MemberSet
            | Act::MemberLeft
            | Act::IdentityUnlinked => (Way::Server, Who::Program),
        };
        let is_refusal = matches!(self.act, Act::SignInRefused | Act::CodeRefused);
        Note {
            at: self.at,
            actor: self.by.map_or(nobody, Who::Member),
            via,
            action: format!("access.{}", self.act.code()),
            subject: self.of.map(|of| Who::Member(of).code()).unwrap_or_default(),
            outcome: if is_refusal { "refused" } else { "done" }.to_owned(),
            request: String::new(),
            detail: Vec::new(),
        }
    }
}

/// What can be done with access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// The password was wrong.
    SignInRefused,
    /// The password was right, a code is wanted.
    PasswordGiven,
    /// Somebody came in.
    SignedIn,
    /// The code was wrong.
    CodeRefused,
    /// A recovery code let somebody in.
    RecoveryCodeUsed,
    /// A session was ended by its own browser.
    SignedOut,
    /// Somebody who is in gave a code to change how they come in.
    Proved,
    /// One session, or several, were ended from elsewhere.
    SessionsEnded,
    /// A set-up link was made.
    SetUpLinkMade,
    /// A member was invited, or sent a link for a lost password.
    Invited,
    /// An invitation was used.
    InvitationAccepted,
    /// A password was changed by its owner.
    PasswordChanged,
    /// A second factor was set up.
    SecondFactorSet,
    /// A second factor was removed.
    SecondFactorRemoved,
    /// Recovery codes were replaced.
    RecoveryCodesMade,
    /// A token was made.
    TokenMade,
    /// A token was revoked.
    TokenRevoked,
    /// A member's name or role was set.
    MemberSet,
    /// A member left.
    MemberLeft,
    /// Who a member is at a provider was linked.
    IdentityLinked,
    /// Who a member is at a provider was unlinked.
    IdentityUnlinked,
}

impl Act {
    /// The word used in stored data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignInRefused => "sign_in_refused",
            Self::PasswordGiven => "password_given",
            Self::SignedIn => "signed_in",
            Self::CodeRefused => "code_refused",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::SignedOut => "signed_out",
            Self::Proved => "proved",
            Self::SessionsEnded => "sessions_ended",
            Self::SetUpLinkMade => "set_up_link_made",
            Self::Invited => "invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::PasswordChanged => "password_changed",
            Self::SecondFactorSet => "second_factor_set",
            Self::SecondFactorRemoved => "second_factor_removed",
            Self::RecoveryCodesMade => "recovery_codes_made",
            Self::TokenMade => "token_made",
            Self::TokenRevoked => "token_revoked",
            Self::MemberSet => "member_set",
            Self::MemberLeft => "member_left",
            Self::IdentityLinked => "identity_linked",
            Self::IdentityUnlinked => "identity_unlinked",
        }
    }
}

/// The deeds of this server.
#[derive(Debug, Default)]
pub(crate) struct Deeds {
    counts: Mutex<BTreeMap<Act, u64>>,
    refused: Mutex<Vec<Deed>>,
}

impl Deeds {
    fn count(&self, act: Act) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(act).or_default() += 1;
    }

    fn wait(&self, deeds: impl IntoIterator<Item = Deed>) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        let room = MOST_WAITING.saturating_sub(refused.len());
        refused.extend(deeds.into_iter().take(room));
    }

    /// Takes out what waits of an organisation.
    fn waiting(&self, organisation: OrganisationId) -> Vec<Deed> {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        let (theirs, others) =
            refused.drain(..).partition(|deed| deed.organisation == organisation);
        *refused = others;
        theirs
    }
}

impl Service {
    /// How often each thing was done with access since the start, for figures of the running server.
    pub fn access_counts(&self) -> BTreeMap<Act, u64> {
        self.access.deeds.counts.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Writes a change of access, with the note that it was done and those that wait.
    pub(crate) async fn settle(&self, batch: Batch<'_>, deed: Deed) -> Result<(), AccessError> {
        Ok(self.settle_with_notes(deed.organisation, batch, Some(deed)).await?)
    }

    /// Counts what was done.
    pub(crate) fn tell(&self, deed: Deed) {
        self.access.deeds.count(deed.act);
    }

    /// Counts a refusal, and has it noted with the next transaction.
    pub(crate) fn refuse(&self, deed: Deed) {
        self.access.deeds.count(deed.act);
        self.access.deeds.wait([deed]);
    }

    /// Writes a change of access with its note, if it has one, and the notes that wait.
    pub(crate) async fn settle_with_notes(
        &self,
        organisation: OrganisationId,
        mut batch: Batch<'_>,
        deed: Option<Deed>,
    ) -> Result<(), LedgerError> {
        let waiting = self.access.deeds.waiting(organisation);
        let deeds = waiting.iter().chain(&deed);
        batch.facts(deeds.map(|deed| self.ledger.note_statement(organisation, &deed.note())));
        if let Err(error) = batch.commit_anew().await {
            self.access.deeds.wait(waiting);
            return Err(error);
        }
        deed.into_iter().for_each(|deed| self.tell(deed));
        Ok(())
    }
}
