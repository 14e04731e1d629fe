//! Sessions of browsers: our own, in the database, so that ending one ends it at once and everywhere.

use jiff::Timestamp;
use ledger::access::Whose;
use ledger::access::session::{self as rows, Stage};
use promise::{MemberId, OrganisationId};

use crate::access::deed::{Act, Deed};
use crate::access::proof::Proof;
use crate::access::secret::{id_of, is_id, read};
use crate::access::{AccessError, Admitted, Via, later, whose};
use crate::{Caller, Service, ServiceError};

/// A session ends when it was not used for so long.
pub const IDLE_SECONDS: i64 = 12 * 3600;
/// A session ends so long after it began, however much it is used.
pub const ABSOLUTE_SECONDS: i64 = 14 * 24 * 3600;
/// For so long a code may be entered after the password.
pub const CODE_SECONDS: i64 = 600;
/// That a session is used is noted no more often than this.
const SEEN_SECONDS: i64 = 300;

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// The first 16 digits of its digest.
    pub id: String,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it was last used, to within five minutes.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
    /// From where it began.
    pub address: String,
    /// What the browser said it was.
    pub agent: String,
}

impl Service {
    /// Who shows this session; `None` when it has ended, is still to enter a code, or its member has left.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn session(
        &self,
        secret: &str,
        at: Timestamp,
    ) -> Result<Option<Admitted>, AccessError> {
        let Some(opens) = read(secret) else { return Ok(None) };
        let Some(found) = self.ledger.session(opens.organisation, &opens.digest).await? else {
            return Ok(None);
        };
        let is_alive = at < found.ends_at && at < later(found.seen_at, IDLE_SECONDS);
        if !is_alive || found.stage != Stage::In {
            return Ok(None);
        }
        if at >= later(found.seen_at, SEEN_SECONDS) {
            let mut batch = self.ledger.batch(opens.organisation);
            batch.facts([rows::seen(opens.organisation, &opens.digest, at)]);
            if batch.commit_anew().await.is_err() {
                // A full disk is no reason to send everybody away: reading goes on, and the ledger counts the failure.
            }
        }
        Ok(Some(Admitted {
            organisation: opens.organisation,
            member: found.member,
            role: found.role,
            via: Via::Session { id: id_of(&opens.digest) },
            organisation_version: found.organisation_version,
            by_password_alone: found.by_password_alone,
        }))
    }

    /// Ends the session that is shown, at whatever stage it is.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn sign_out(&self, secret: &str, at: Timestamp) -> Result<(), AccessError> {
        let Some(opens) = read(secret) else { return Ok(()) };
        let organisation = opens.organisation;
        let Some(found) = self.ledger.session(organisation, &opens.digest).await? else {
            return Ok(());
        };
        let mut batch = self.ledger.batch(organisation);
        batch.facts([rows::end(organisation, &opens.digest)]);
        let member = Some(found.member);
        let deed = Deed { organisation, at, by: member, of: member, act: Act::SignedOut };
        self.settle(batch, deed).await
    }

    /// The living sessions of a member, oldest first.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn sessions(
        &self,
        organisation: OrganisationId,
        member: MemberId,
        at: Timestamp,
    ) -> Result<Vec<SessionRow>, AccessError> {
        let listed = self.ledger.member_sessions(Whose { organisation, member }).await?;
        let alive = listed
            .into_iter()
            .filter(|one| at < one.ends_at && at < later(one.seen_at, IDLE_SECONDS));
        let row = |one: rows::ListedSession| SessionRow {
            id: id_of(&one.digest),
            begun_at: one.begun_at,
            seen_at: one.seen_at,
            ends_at: one.ends_at,
            address: one.address,
            agent: one.agent,
        };
        Ok(alive.map(row).collect())
    }

    /// Ends one of the caller's own sessions, or all but the one they ask in, which `here` names.
    ///
    /// # Errors
    /// As [`Proof`] says, [`AccessError::SignInAgain`], and as [`Service::end_session`].
    pub async fn end_own_sessions(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
        here: &str,
        one: Option<&str>,
    ) -> Result<(), AccessError> {
        let (member, _, _) = self.asking(caller).await?;
        self.prove_or_be_fresh(caller, proof, here).await?;
        match one {
            Some(id) => self.end_session(caller, member, id).await,
            None => self.end_all_sessions(caller, member, Some(here)).await,
        }
    }

    /// Ends one session of a member: one's own, or as an admin anybody's.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] for another's; [`ServiceError::NotFound`] when the member has no such session.
    pub async fn end_session(
        &self,
        caller: &Caller,
        member: MemberId,
        id: &str,
    ) -> Result<(), AccessError> {
        let (by, _) = self.asking_about(caller, member).await?;
        let not_found = || ServiceError::NotFound { what: "session", given: id.to_owned() };
        if !is_id(id) {
            return Err(not_found().into());
        }
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([rows::end_named(whose(caller, member), id)]);
        let ended = self.settle(batch, Deed::new(caller, by, member, Act::SessionsEnded)).await;
        ended.map_err(|error| if error.is_conflict() { not_found().into() } else { error })
    }

    /// Ends every session of a member, but for one if wanted.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] for another's, unless an admin asks.
    pub async fn end_all_sessions(
        &self,
        caller: &Caller,
        member: MemberId,
        except: Option<&str>,
    ) -> Result<(), AccessError> {
        let (by, _) = self.asking_about(caller, member).await?;
        let except = except.filter(|id| is_id(id));
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([rows::end_all(whose(caller, member), except)]);
        self.settle(batch, Deed::new(caller, by, member, Act::SessionsEnded)).await
    }
}
