//! Tokens of programs: each a member's own, with a scope and an end, shown once.

use jiff::Timestamp;
use ledger::access::token::{self as rows, Scope};
use promise::{MemberId, OrganisationId};

use crate::access::deed::{Act, Deed};
use crate::access::secret::{Secret, fresh, id_of, is_id, read};
use crate::access::{AccessError, Admitted, Via, later, whose};
use crate::company::line;
use crate::{Caller, Service, ServiceError};

/// What every token begins with, so that people and scanners of leaked secrets know one when they see it.
pub const PREFIX: &str = "hs_";
/// The most days a token lives.
pub const MOST_DAYS: u32 = 366;
/// That a token is used is noted no more often than this.
const USED_SECONDS: i64 = 300;

/// A token as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// The first 16 digits of its digest.
    pub id: String,
    /// Whose.
    pub member: MemberId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it may be used.
    pub expires: Timestamp,
    /// When it was last used, to within five minutes.
    pub used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl Service {
    /// Makes a token of the caller's own.
    ///
    /// # Errors
    /// [`AccessError::ScopeTooWide`] when the caller's role allows less; [`AccessError::TokenDays`] when it would live
    /// for less than a day or more than a year; [`ServiceError::Input`] when the name is none.
    pub async fn make_token(
        &self,
        caller: &Caller,
        name: &str,
        scope: Scope,
        days: u32,
    ) -> Result<Secret, AccessError> {
        let (member, role, _) = self.asking(caller).await?;
        let most = Scope::most_of(role);
        if scope > most {
            return Err(AccessError::ScopeTooWide { most });
        }
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(AccessError::TokenDays { most: MOST_DAYS });
        }
        let name = line("name", name)?.to_string();
        let (secret, digest) = fresh(self.ledger.entropy(), caller.organisation);
        let expires = later(caller.at, i64::from(days) * 24 * 3600);
        let new = rows::NewToken { digest, name, scope, at: caller.at, expires };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([rows::make(whose(caller, member), &new)]);
        self.settle(batch, Deed::new(caller, member, member, Act::TokenMade)).await?;
        Ok(Secret::new(format!("{PREFIX}{}", secret.reveal())))
    }

    /// Every token of an organisation, oldest first; those that have ended are among them.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn tokens(&self, organisation: OrganisationId) -> Result<Vec<TokenRow>, AccessError> {
        let row = |one: rows::ListedToken| TokenRow {
            id: id_of(&one.digest),
            member: one.member,
            name: one.name,
            scope: one.scope,
            made_at: one.made_at,
            expires: one.expires,
            used_at: one.used_at,
            revoked_at: one.revoked_at,
        };
        Ok(self.ledger.tokens(organisation).await?.into_iter().map(row).collect())
    }

    /// Revokes a token: one's own, or as an admin anybody's.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such living token, or it is another's and no admin asks.
    pub async fn revoke_token(&self, caller: &Caller, id: &str) -> Result<(), AccessError> {
        let not_found = || ServiceError::NotFound { what: "token", given: id.to_owned() };
        let owner =
            if is_id(id) { self.ledger.token_owner(caller.organisation, id).await? } else { None };
        let owner = owner.ok_or_else(not_found)?;
        let by = match self.asking_about(caller, owner).await {
            Ok((by, _)) => by,
            // Whoever may not see it is not told that it is there.
            Err(AccessError::NotAllowed) => return Err(not_found().into()),
            Err(error) => return Err(error),
        };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([rows::revoke(whose(caller, owner), id, caller.at)]);
        let revoked = self.settle(batch, Deed::new(caller, by, owner, Act::TokenRevoked)).await;
        revoked.map_err(|error| if error.is_conflict() { not_found().into() } else { error })
    }

    /// Who shows this token; `None` when it is revoked, has expired, or its member has left.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn token(
        &self,
        bearer: &str,
        at: Timestamp,
    ) -> Result<Option<Admitted>, AccessError> {
        let Some(opens) = bearer.strip_prefix(PREFIX).and_then(read) else { return Ok(None) };
        let organisation = opens.organisation;
        let Some(found) = self.ledger.token(organisation, &opens.digest).await? else {
            return Ok(None);
        };
        if at >= found.expires {
            return Ok(None);
        }
        if found.used_at.is_none_or(|used| at >= later(used, USED_SECONDS)) {
            let mut batch = self.ledger.batch(organisation);
            batch.facts([rows::used(organisation, &opens.digest, at)]);
            if batch.commit_anew().await.is_err() {
                // As with sessions: what may only be read is read all the same.
            }
        }
        // A token made before its member's role was lowered is lowered with it.
        let scope = found.scope.min(Scope::most_of(found.role));
        let via = Via::Token { id: id_of(&opens.digest), scope };
        Ok(Some(Admitted {
            organisation,
            member: found.member,
            role: found.role,
            via,
            organisation_version: found.organisation_version,
            by_password_alone: false,
        }))
    }
}
