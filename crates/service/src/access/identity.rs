//! Signing in by a provider's word: only whoever is linked with a member is let in.
//!
//! An identity is linked by an invitation, or by a member who is in and proves their password; never because an
//! address is the same, as whoever writes addresses into a directory would then be anybody.

use jiff::Timestamp;
use ledger::access::Whose;
use ledger::access::identity::{self as rows, Identity};
use ledger::access::invitation::{self, Purpose};
use ledger::access::{credential, session};
use promise::{MemberId, OrganisationId};

use crate::access::deed::{Act, Deed};
use crate::access::login::login;
use crate::access::proof::Proof;
use crate::access::provider::flow::{Flow, Wish};
use crate::access::provider::{
    Proven, Provider, ProviderSettings, ProviderSettingsError, Providers,
};
use crate::access::secret::{Secret, digest, id_of, is_id, read};
use crate::access::sign_in::{Entering, SignIn};
use crate::access::{AccessError, Admitted, Via, Visit, role_of, whose};
use crate::{ATTEMPTS, Caller, Service, ServiceError};

/// The most characters of a page to go on to.
const TO_CHARS: usize = 1000;

/// A provider as pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderName {
    /// In addresses.
    pub slug: String,
    /// For people.
    pub name: String,
}

/// The way to a provider.
#[derive(Debug, Clone)]
pub struct Begun {
    /// Where the browser goes.
    pub address: String,
    /// What it keeps until it is back.
    pub flow: Secret,
}

/// What a browser brings back.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// To which flow it belongs.
    pub state: &'a str,
    /// The code that the provider changes for a token.
    pub code: Option<&'a str>,
    /// The provider's word for why there is none.
    pub error: Option<&'a str>,
    /// Who says so, where that is said (RFC 9207).
    pub issuer: Option<&'a str>,
}

impl std::fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer")
    }
}

/// What became of it.
#[derive(Debug, Clone)]
pub enum Returned {
    /// Somebody is in.
    In {
        /// The secret of their session.
        session: Secret,
        /// Their device cookie.
        device: Secret,
        /// Where they wanted to go; a page of ours if whoever set out saw to that.
        to: String,
    },
    /// The identity is the member's now.
    Linked,
}

/// An identity as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityRow {
    /// What names it in addresses.
    pub id: String,
    /// By whose word: the provider's name, or its issuer when it is no longer in the configuration.
    pub provider: String,
    /// Since when.
    pub linked_at: Timestamp,
}

impl Service {
    /// Lets these say who somebody is, too.
    ///
    /// # Errors
    /// [`ProviderSettingsError`] when one cannot be used as it is named.
    pub fn with_providers(
        mut self,
        providers: Vec<ProviderSettings>,
    ) -> Result<Self, ProviderSettingsError> {
        self.access.providers = Providers::of(providers)?;
        Ok(self)
    }

    /// Who else may say who somebody is; for the members of one organisation, or for anybody who has not come in yet.
    pub fn providers(&self, organisation: Option<OrganisationId>) -> Vec<ProviderName> {
        let all = self.access.providers.iter();
        let theirs = all.filter(|one| organisation.is_none_or(|id| one.is_for(id)));
        let name = |one: &Provider| ProviderName { slug: one.slug.clone(), name: one.name.clone() };
        theirs.map(name).collect()
    }

    /// Sends somebody to a provider to sign in, and then on to a page.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such provider; [`AccessError::Provider`] when it does not answer.
    pub async fn sign_in_at(
        &self,
        provider: &str,
        to: &str,
        redirect_uri: &str,
        at: Timestamp,
    ) -> Result<Begun, AccessError> {
        let to = if to.chars().count() > TO_CHARS { "/" } else { to };
        self.set_out(provider, Wish::SignIn { to: to.to_owned() }, redirect_uri, at).await
    }

    /// Sends somebody to a provider to join by an invitation, without a password.
    ///
    /// # Errors
    /// As [`Service::sign_in_at`], and [`AccessError::LinkNotValid`] when the invitation is none, or is for somebody who
    /// has a second factor: that would be passed by.
    pub async fn join_at(
        &self,
        provider: &str,
        secret: &str,
        redirect_uri: &str,
        at: Timestamp,
    ) -> Result<Begun, AccessError> {
        let invitation = self.invitation(secret, at).await?.ok_or(AccessError::LinkNotValid)?;
        self.provider_for(provider, invitation.organisation)?;
        let member = invitation.member.ok_or(AccessError::LinkNotValid)?;
        let whose = Whose { organisation: invitation.organisation, member };
        self.joinable(whose).await?;
        self.set_out(provider, Wish::Join { invitation: secret.to_owned() }, redirect_uri, at).await
    }

    /// Sends the caller to a provider to link who they are there, once they proved their password.
    ///
    /// # Errors
    /// As [`Service::sign_in_at`], and as [`Proof`] says.
    pub async fn link_at(
        &self,
        caller: &Caller,
        session: &str,
        proof: Proof<'_>,
        provider: &str,
        redirect_uri: &str,
    ) -> Result<Begun, AccessError> {
        self.provider_for(provider, caller.organisation)?;
        let member = self.prove(caller, proof).await?.member;
        let organisation = caller.organisation;
        let wish = Wish::Link { organisation, member, session: session.to_owned() };
        self.set_out(provider, wish, redirect_uri, caller.at).await
    }

    fn provider_for(
        &self,
        slug: &str,
        organisation: OrganisationId,
    ) -> Result<&Provider, AccessError> {
        let found = self.access.providers.named(slug).map(|(provider, _)| provider);
        found.filter(|provider| provider.is_for(organisation)).ok_or_else(|| no_provider(slug))
    }

    async fn set_out(
        &self,
        slug: &str,
        wish: Wish,
        redirect_uri: &str,
        at: Timestamp,
    ) -> Result<Begun, AccessError> {
        let named = self.access.providers.named(slug);
        let (provider, talk) = named.ok_or_else(|| no_provider(slug))?;
        let flow = Flow::new(&self.ledger, slug, wish, redirect_uri, at);
        let address = provider.address(talk, &flow.ticket, at).await;
        let address = address.map_err(|error| failed(provider, error))?;
        Ok(Begun { address, flow: flow.seal(&self.ledger) })
    }

    /// What a browser kept on its way to a provider; `None` when it kept nothing of ours, or for too long.
    pub fn flow(&self, sealed: &str, at: Timestamp) -> Option<Flow> {
        Flow::open(&self.ledger, sealed, at)
    }

    /// What the provider of a flow is called.
    pub fn provider_of(&self, flow: &Flow) -> Option<ProviderName> {
        let (provider, _) = self.access.providers.named(&flow.provider)?;
        Some(ProviderName { slug: provider.slug.clone(), name: provider.name.clone() })
    }

    /// Goes on with whoever comes back from a provider. `admitted` is who shows a session of ours with it.
    ///
    /// # Errors
    /// [`AccessError::FlowOver`], [`AccessError::NotLetIn`], [`AccessError::Provider`], [`AccessError::NotLinked`],
    /// [`AccessError::IdentityTaken`], [`AccessError::LinkNotValid`], [`AccessError::TooManyTries`].
    pub async fn come_back(
        &self,
        flow: &Flow,
        answer: Answer<'_>,
        admitted: Option<&Admitted>,
        visit: &Visit<'_>,
    ) -> Result<Returned, AccessError> {
        if !flow.is_answered_by(answer.state) {
            return Err(AccessError::FlowOver);
        }
        let named = self.access.providers.named(&flow.provider);
        let (provider, talk) = named.ok_or(AccessError::FlowOver)?;
        // An answer that another provider gave is not taken to this one.
        if answer.issuer.is_some_and(|issuer| issuer != provider.issuer.as_str()) {
            return Err(AccessError::FlowOver);
        }
        let code = match (answer.code, answer.error) {
            (Some(code), None) => code,
            (_, error) => {
                let code = error.unwrap_or("no code").chars().filter(char::is_ascii_graphic);
                let provider = provider.name.clone();
                return Err(AccessError::NotLetIn { provider, code: code.take(40).collect() });
            }
        };
        if let Wish::Link { organisation, member, session } = &flow.wish {
            let is_they = |of: &Admitted| {
                (of.organisation, of.member) == (*organisation, *member)
                    && matches!(&of.via, Via::Session { id } if id == session)
            };
            if !admitted.is_some_and(is_they) {
                return Err(AccessError::FlowOver);
            }
        }
        let counted = self.access.limits.provider(visit.address, visit.at)?;
        let proven = provider.prove(talk, &flow.ticket, code, visit.at).await;
        let proven = proven.map_err(|error| failed(provider, error))?;
        self.access.limits.right(counted);
        match &flow.wish {
            Wish::SignIn { to } => self.enter_proven(provider, &proven, to, visit).await,
            Wish::Join { invitation } => {
                self.join_proven(provider, invitation, &proven, visit).await
            }
            Wish::Link { organisation, member, .. } => {
                let whose = Whose { organisation: *organisation, member: *member };
                self.link_proven(provider, whose, &proven.identity, visit.at).await
            }
        }
    }

    /// Lets in whoever an identity is linked with.
    async fn enter_proven(
        &self,
        provider: &Provider,
        proven: &Proven,
        to: &str,
        visit: &Visit<'_>,
    ) -> Result<Returned, AccessError> {
        let unknown = || AccessError::NotLinked { provider: provider.name.clone() };
        let whose = self.ledger.whose_identity(&proven.identity).await?.ok_or_else(unknown)?;
        let Whose { organisation, member } = whose;
        let is_here = role_of(&*self.organisation(organisation).await?, member).is_some();
        if !provider.is_for(organisation) || !is_here {
            let act = Act::SignInRefused;
            self.refuse(Deed { organisation, at: visit.at, by: None, of: Some(member), act });
            return Err(unknown());
        }
        let credential = self.ledger.credential(whose).await?;
        let login = credential.map(|of| of.login).unwrap_or_default();
        let entering = Entering {
            whose,
            login: &login,
            // The provider asks for whatever it finds necessary.
            wants_code: false,
            until: proven.until,
            with: vec![rows::still(whose, &proven.identity)],
            act: Act::SignedIn,
        };
        match self.enter(entering, visit).await {
            Ok(entered) => into_in(entered, to),
            Err(error) if error.is_conflict() => Err(unknown()),
            Err(error) => Err(error),
        }
    }

    /// Lets in whoever was invited, and remembers by whose word.
    async fn join_proven(
        &self,
        provider: &Provider,
        secret: &str,
        proven: &Proven,
        visit: &Visit<'_>,
    ) -> Result<Returned, AccessError> {
        let opens = read(secret).ok_or(AccessError::LinkNotValid)?;
        let mut attempt = 1;
        loop {
            let invitation = self.invitation(secret, visit.at).await?;
            let invitation = invitation.ok_or(AccessError::LinkNotValid)?;
            let organisation = invitation.organisation;
            self.provider_for(&provider.slug, organisation)?;
            let member = invitation.member.ok_or(AccessError::LinkNotValid)?;
            let whose = Whose { organisation, member };
            let before = self.joinable(whose).await?;
            let login = self.login_of(whose, before, proven).await?;
            let mut with = vec![invitation::use_up(organisation, &opens.digest, visit.at)];
            if invitation.purpose == Purpose::SetUp {
                with.push(invitation::drop_set_up(organisation));
            }
            if login.is_new {
                with.push(credential::take_login(whose, &login.text));
            }
            with.push(credential::set_without_password(whose, &login.text));
            with.push(match self.ledger.whose_identity(&proven.identity).await? {
                None => rows::link(whose, &proven.identity, visit.at),
                Some(owner) if owner == whose => rows::still(whose, &proven.identity),
                Some(_) => {
                    return Err(AccessError::IdentityTaken { provider: provider.name.clone() });
                }
            });
            with.push(session::end_all(whose, None));
            let act = Act::InvitationAccepted;
            let entering = Entering {
                whose,
                login: &login.text,
                wants_code: false,
                until: proven.until,
                with,
                act,
            };
            // A conflict is a link, a login or an identity that was used in the meantime: looking again tells.
            match self.enter(entering, visit).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
                Ok(entered) => return into_in(entered, "/"),
            }
        }
    }

    /// How an invited member signed in until now. Whoever has a second factor joins with a password: a link alone must
    /// not pass it by.
    async fn joinable(&self, whose: Whose) -> Result<Option<credential::Credential>, AccessError> {
        let before = self.ledger.credential(whose).await?;
        match before {
            Some(before) if before.factor.is_some() => Err(AccessError::LinkNotValid),
            before => Ok(before),
        }
    }

    /// By which login a member is known who joins by a provider's word: their own, or the address that the provider
    /// says is theirs, or none.
    async fn login_of(
        &self,
        whose: Whose,
        before: Option<credential::Credential>,
        proven: &Proven,
    ) -> Result<Login, AccessError> {
        if let Some(before) = before.filter(|of| !of.login.is_empty()) {
            return Ok(Login { text: before.login, is_new: false });
        }
        if let Some(Ok(text)) = proven.email.as_deref().map(login) {
            match self.ledger.whose_login(&text).await? {
                None => return Ok(Login { text, is_new: true }),
                Some(owner) if owner == whose => return Ok(Login { text, is_new: false }),
                Some(_) => {}
            }
        }
        Ok(Login { text: String::new(), is_new: false })
    }

    async fn link_proven(
        &self,
        provider: &Provider,
        whose: Whose,
        identity: &Identity,
        at: Timestamp,
    ) -> Result<Returned, AccessError> {
        match self.ledger.whose_identity(identity).await? {
            Some(owner) if owner == whose => return Ok(Returned::Linked),
            Some(_) => {
                return Err(AccessError::IdentityTaken { provider: provider.name.clone() });
            }
            None => {}
        }
        let Whose { organisation, member } = whose;
        let mut batch = self.ledger.batch(organisation);
        batch.facts([rows::link(whose, identity, at)]);
        let (by, act) = (Some(member), Act::IdentityLinked);
        let deed = Deed { organisation, at, by, of: by, act };
        match self.settle(batch, deed).await {
            Err(error) if error.is_conflict() => {
                Err(AccessError::IdentityTaken { provider: provider.name.clone() })
            }
            done => done.map(|()| Returned::Linked),
        }
    }

    /// The identities of a member, the oldest link first.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn identities(
        &self,
        organisation: OrganisationId,
        member: MemberId,
    ) -> Result<Vec<IdentityRow>, AccessError> {
        let linked = self.ledger.identities(Whose { organisation, member }).await?;
        let row = |one: rows::LinkedIdentity| IdentityRow {
            id: identity_id(&one.identity),
            provider: self
                .named_by(&one.identity)
                .map_or(one.identity.issuer, |provider| provider.name.clone()),
            linked_at: one.linked_at,
        };
        Ok(linked.into_iter().map(row).collect())
    }

    /// The provider that says who an identity is.
    fn named_by(&self, identity: &Identity) -> Option<&Provider> {
        self.access.providers.iter().find(|one| one.issuer.as_str() == identity.issuer)
    }

    /// Takes an identity from the caller, as long as they have another way in. `session` is the one they ask in.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when they have it not; [`AccessError::OnlyWayIn`]; as [`Proof`] says, or
    /// [`AccessError::SignInAgain`].
    pub async fn unlink(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
        session: &str,
        id: &str,
    ) -> Result<(), AccessError> {
        let (member, _, _) = self.asking(caller).await?;
        let whose = whose(caller, member);
        let linked = self.ledger.identities(whose).await?;
        let found = linked.iter().find(|one| is_id(id) && identity_id(&one.identity) == id);
        let found = found.ok_or_else(|| ServiceError::NotFound {
            what: "identity",
            given: id.chars().take(40).collect(),
        })?;
        let credential = self.ledger.credential(whose).await?;
        let has_password =
            credential.is_some_and(|of| of.password.is_some() && !of.login.is_empty());
        // One whose provider is gone from the configuration opens nothing.
        let lets_in = |one: &rows::LinkedIdentity| {
            let provider = self.named_by(&one.identity);
            provider.is_some_and(|provider| provider.is_for(caller.organisation))
        };
        let has_other = linked.iter().any(|one| one != found && lets_in(one));
        if !has_password && !has_other {
            return Err(AccessError::OnlyWayIn);
        }
        self.prove_or_be_fresh(caller, proof, session).await?;
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([rows::unlink(whose, &found.identity)]);
        let deed = Deed::new(caller, member, member, Act::IdentityUnlinked);
        // The statement holds it once more: two who unlink at the same time leave one.
        let unlinked = self.settle(batch, deed).await;
        unlinked.map_err(|error| if error.is_conflict() { AccessError::OnlyWayIn } else { error })
    }
}

/// By which login somebody joins; empty when none is known to be theirs.
struct Login {
    text: String,
    is_new: bool,
}

fn into_in(entered: SignIn, to: &str) -> Result<Returned, AccessError> {
    match entered {
        SignIn::In { session, device } => Ok(Returned::In { session, device, to: to.to_owned() }),
        // Nobody who comes this way is asked for a code.
        SignIn::SecondFactor { .. } => Err(AccessError::FlowOver),
    }
}

fn failed(provider: &Provider, error: crate::access::provider::ProviderError) -> AccessError {
    AccessError::Provider { provider: provider.name.clone(), error }
}

fn no_provider(slug: &str) -> AccessError {
    let given = slug.chars().take(40).collect();
    ServiceError::NotFound { what: "provider", given }.into()
}

/// What names an identity in addresses, and tells nobody who somebody is.
fn identity_id(identity: &Identity) -> String {
    id_of(&digest(format!("{}\n{}", identity.issuer, identity.subject).as_bytes()))
}
