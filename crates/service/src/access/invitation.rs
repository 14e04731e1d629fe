//! Links that bring people in: to set up, to join, to come back. Each is used once.

use jiff::Timestamp;
use ledger::access::Whose;
use ledger::access::credential;
use ledger::access::invitation::{self as rows, NewInvitation, Purpose};
use ledger::access::session;
use promise::party::{Organisation, Role};
use promise::{MemberId, OrganisationId};

use crate::access::deed::{Act, Deed};
use crate::access::login::{login, looked_for};
use crate::access::password::{Lane, check_new};
use crate::access::secret::{Opens, Secret, fresh, read};
use crate::access::sign_in::{Entering, SignIn};
use crate::access::{AccessError, Visit, later, role_of, whose};
use crate::{ATTEMPTS, Caller, Service};

/// A link to set up lives for so long.
const SET_UP_SECONDS: i64 = 24 * 3600;
/// Any other lives for so long.
const INVITED_SECONDS: i64 = 7 * 24 * 3600;

/// A link that may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    /// Into which organisation.
    pub organisation: OrganisationId,
    /// Who is to come in; nobody yet while the organisation is not founded.
    pub member: Option<MemberId>,
    /// For what.
    pub purpose: Purpose,
    /// Until when.
    pub expires: Timestamp,
}

impl Service {
    /// Makes the link by which an organisation is set up, for as long as nobody of it can sign in; older ones end.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn set_up_link(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Option<Secret>, AccessError> {
        if self.somebody_can_sign_in(organisation).await? {
            return Ok(None);
        }
        let (secret, digest) = fresh(self.ledger.entropy(), organisation);
        let new = NewInvitation {
            digest,
            member: None,
            purpose: Purpose::SetUp,
            by: None,
            at,
            expires: later(at, SET_UP_SECONDS),
        };
        let mut batch = self.ledger.batch(organisation);
        batch.facts(rows::make(organisation, &new));
        let deed = Deed { organisation, at, by: None, of: None, act: Act::SetUpLinkMade };
        self.settle(batch, deed).await?;
        Ok(Some(secret))
    }

    /// Makes a member's link to join, or to come back when they have joined before; an older one ends.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] unless an admin asks; [`crate::ServiceError::NotFound`] when there is no such member.
    pub async fn invite(&self, caller: &Caller, member: MemberId) -> Result<Secret, AccessError> {
        let (by, us) = self.asking_admin(caller).await?;
        role_of(&us, member).ok_or_else(|| AccessError::no_member(member))?;
        let has_joined = self.ledger.credential(whose(caller, member)).await?.is_some();
        let (secret, digest) = fresh(self.ledger.entropy(), caller.organisation);
        let new = NewInvitation {
            digest,
            member: Some(member),
            purpose: if has_joined { Purpose::Reset } else { Purpose::Join },
            by: Some(by),
            at: caller.at,
            expires: later(caller.at, INVITED_SECONDS),
        };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts(rows::make(caller.organisation, &new));
        self.settle(batch, Deed::new(caller, by, member, Act::Invited)).await?;
        Ok(secret)
    }

    /// What a link is for; `None` when it was used, has expired, was replaced, or never was one.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn invitation(
        &self,
        secret: &str,
        at: Timestamp,
    ) -> Result<Option<Invitation>, AccessError> {
        let Some(opens) = read(secret) else { return Ok(None) };
        self.living_invitation(&opens, at).await
    }

    async fn living_invitation(
        &self,
        opens: &Opens,
        at: Timestamp,
    ) -> Result<Option<Invitation>, AccessError> {
        let organisation = opens.organisation;
        let found = self.ledger.invitation(organisation, &opens.digest).await?;
        let Some(found) = found.filter(|it| it.used_at.is_none() && at < it.expires) else {
            return Ok(None);
        };
        let is_founded = self.ledger.is_founded(organisation).await?;
        let us = if is_founded { Some(self.organisation(organisation).await?) } else { None };
        let member = match (found.purpose, &us) {
            (Purpose::SetUp, _) if self.somebody_can_sign_in(organisation).await? => {
                return Ok(None);
            }
            (Purpose::SetUp, us) => us.as_deref().and_then(first_admin),
            (Purpose::Join | Purpose::Reset, Some(us)) => {
                let member = found.member.filter(|id| role_of(us, *id).is_some());
                if member.is_none() {
                    return Ok(None);
                }
                member
            }
            (Purpose::Join | Purpose::Reset, None) => return Ok(None),
        };
        let (purpose, expires) = (found.purpose, found.expires);
        Ok(Some(Invitation { organisation, member, purpose, expires }))
    }

    /// Uses a link up: sets login and password, ends every session of the member, and begins one. Whoever has a second
    /// factor is asked for it all the same.
    ///
    /// Without a login, one who has joined before keeps theirs.
    ///
    /// # Errors
    /// [`AccessError::LinkNotValid`], [`AccessError::LoginTaken`], what is wrong with the password, and
    /// [`crate::ServiceError::NoOrganisation`] while a link to set up has nobody to let in.
    pub async fn accept_invitation(
        &self,
        secret: &str,
        login: &str,
        password: &str,
        visit: &Visit<'_>,
    ) -> Result<SignIn, AccessError> {
        let opens = read(secret).ok_or(AccessError::LinkNotValid)?;
        let mut hash = None;
        let mut attempt = 1;
        loop {
            let invitation = self.living_invitation(&opens, visit.at).await?;
            let invitation = invitation.ok_or(AccessError::LinkNotValid)?;
            let us = self.organisation(opens.organisation).await?;
            let member = invitation.member.ok_or(AccessError::LinkNotValid)?;
            let whose = Whose { organisation: opens.organisation, member };
            let before = self.ledger.credential(whose).await?;
            let joining = self.joining(whose, before, login).await?;
            if hash.is_none() {
                let name = us.members.get(&member).map_or("", |of| of.name.as_str());
                check_new(password, &[&joining.login, name, us.name.as_str()])?;
                let salt = self.ledger.entropy().bytes();
                hash = Some(self.access.passwords.hash(password, salt, Lane::Known).await?);
            }
            let hash = hash.as_deref().unwrap_or_default();
            let mut with = vec![rows::use_up(opens.organisation, &opens.digest, visit.at)];
            if invitation.purpose == Purpose::SetUp {
                with.push(rows::drop_set_up(opens.organisation));
            }
            with.extend(joining.left.as_deref().map(|old| credential::free_login(whose, old)));
            if joining.is_new {
                with.push(credential::take_login(whose, &joining.login));
            }
            with.push(credential::set(whose, &joining.login, hash, visit.at));
            with.push(session::end_all(whose, None));
            let entering = Entering {
                whose,
                login: &joining.login,
                wants_code: joining.wants_code,
                until: None,
                with,
                act: Act::InvitationAccepted,
            };
            // A conflict is a link that was used or a login that was taken in the meantime: looking again tells.
            match self.enter(entering, visit).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                done => return done,
            }
        }
    }

    /// By which login somebody joins, and what becomes of the one before.
    async fn joining(
        &self,
        whose: Whose,
        before: Option<credential::Credential>,
        given: &str,
    ) -> Result<Joining, AccessError> {
        let wants_code = before.as_ref().is_some_and(|of| of.factor.is_some());
        // Whoever joined by a provider's word may have no login yet.
        let before = before.map(|of| of.login).filter(|login| !login.is_empty());
        let login = match &before {
            Some(before) if looked_for(given).is_empty() => before.clone(),
            Some(_) | None => login(given)?,
        };
        if before.as_ref() == Some(&login) {
            return Ok(Joining { login, is_new: false, left: None, wants_code });
        }
        match self.ledger.whose_login(&login).await? {
            Some(owner) if owner != whose => Err(AccessError::LoginTaken),
            owner => Ok(Joining { login, is_new: owner.is_none(), left: before, wants_code }),
        }
    }

    /// Whether anybody of an organisation can sign in.
    async fn somebody_can_sign_in(
        &self,
        organisation: OrganisationId,
    ) -> Result<bool, AccessError> {
        let has_credential = !self.ledger.credentials(organisation).await?.is_empty();
        Ok(has_credential || !self.ledger.linked_members(organisation).await?.is_empty())
    }
}

/// By which login somebody joins.
struct Joining {
    login: String,
    /// Whether it is to be entered in the directory.
    is_new: bool,
    /// The one before, to be taken out of it.
    left: Option<String>,
    wants_code: bool,
}

/// Whom a link to set up lets in: the admin who was there first. Ids sort by when they were made.
fn first_admin(us: &Organisation) -> Option<MemberId> {
    let admins = us.members.keys().find(|id| role_of(us, **id) == Some(Role::Admin));
    admins.copied()
}
