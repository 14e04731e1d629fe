//! Signing in: login and password, then the code, then a session with a fresh secret.

use jiff::Timestamp;
use ledger::access::credential::{self, Credential};
use ledger::access::session::{self as rows, NewSession, Stage};
use ledger::access::{Whose, is_conflict};
use ledger::sql::Statement;
use promise::{MemberId, OrganisationId};
use uuid::Uuid;

use crate::access::deed::{Act, Deed};
use crate::access::limit::Trying;
use crate::access::login::looked_for;
use crate::access::password::Lane;
use crate::access::secret::{Secret, fresh, read};
use crate::access::session::{ABSOLUTE_SECONDS, CODE_SECONDS};
use crate::access::{AccessError, Visit, later, role_of, second_factor};
use crate::{ATTEMPTS, Service, ServiceError};

/// So often a code may be entered after one password.
const CODE_TRIES: u32 = 5;
/// A device is known for so long after it signed in.
const DEVICE_SECONDS: i64 = 400 * 24 * 3600;
/// The most characters that are kept of an address and of what a browser says it is.
const ADDRESS_CHARS: usize = 64;
const AGENT_CHARS: usize = 200;

/// What a right password brings.
#[derive(Debug, Clone)]
pub enum SignIn {
    /// A session.
    In {
        /// Its secret, for the cookie.
        session: Secret,
        /// What the browser shows next time, so that others' failures do not slow it: its device cookie.
        device: Secret,
    },
    /// A code is wanted.
    SecondFactor {
        /// What to show with the code, within ten minutes.
        pending: Secret,
    },
}

/// Whose login one is that is nobody's: it is looked for all the same, to take as long.
const NOBODY: Whose =
    Whose { organisation: OrganisationId::new(Uuid::nil()), member: MemberId::new(Uuid::nil()) };

/// A member to be let in.
pub(crate) struct Entering<'a> {
    pub(crate) whose: Whose,
    pub(crate) login: &'a str,
    /// Whether a code is to be entered first.
    pub(crate) wants_code: bool,
    /// When the session ends at the latest, where that is before its usual end.
    pub(crate) until: Option<Timestamp>,
    /// What has to hold, or to be written, with the session.
    pub(crate) with: Vec<Statement>,
    /// What is done by it.
    pub(crate) act: Act,
}

impl Service {
    /// Says what is wrong with how somebody wants to sign in who is not here yet, before anything is stored. `known`
    /// are the names that belong to them.
    ///
    /// # Errors
    /// What [`AccessError`] says of passwords, and [`ServiceError::Input`](crate::ServiceError) when the login is no
    /// address.
    pub fn check_credentials(
        &self,
        login: &str,
        password: &str,
        known: &[&str],
    ) -> Result<(), AccessError> {
        let login = crate::access::login::login(login)?;
        let mut names = vec![login.as_str()];
        names.extend(known);
        crate::access::password::check_new(password, &names)
    }

    /// Whether there is anybody who can sign in, in any organisation.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn anybody_can_sign_in(&self) -> Result<bool, AccessError> {
        Ok(self.ledger.knows_anybody().await?)
    }

    /// Signs in with a password.
    ///
    /// # Errors
    /// [`AccessError::WrongCredentials`] for an unknown login as for a wrong password, after the same work;
    /// [`AccessError::TooManyTries`].
    pub async fn sign_in(
        &self,
        login: &str,
        password: &str,
        visit: &Visit<'_>,
    ) -> Result<SignIn, AccessError> {
        let login = looked_for(login);
        let device = self.known_device(visit, &login);
        let lane = if device.is_some() { Lane::Known } else { Lane::Strangers };
        let trying = Trying { login: &login, address: visit.address, device };
        let counted = self.access.limits.password(trying, visit.at)?;
        let found = self.ledger.whose_login(&login).await?;
        let whose = found.unwrap_or(NOBODY);
        let credential = self.ledger.credential(whose).await?;
        let stored = credential.as_ref().and_then(|of| of.password.as_deref());
        let is_right = self.access.passwords.is_right(password, stored, lane).await?;
        let (Some(credential), true) = (credential, is_right) else {
            if found.is_some() {
                self.refuse(refused(whose, Act::SignInRefused, visit.at));
            }
            return Err(AccessError::WrongCredentials);
        };
        if role_of(&*self.organisation(whose.organisation).await?, whose.member).is_none() {
            return Err(AccessError::WrongCredentials);
        }
        self.access.limits.right(counted);
        self.enter_with_password(whose, credential, password, visit).await
    }

    /// Begins the session of a right password; its hash follows when today's cost another.
    async fn enter_with_password(
        &self,
        whose: Whose,
        mut credential: Credential,
        password: &str,
        visit: &Visit<'_>,
    ) -> Result<SignIn, AccessError> {
        let right = credential.password.clone().unwrap_or_default();
        let mut hash = right.clone();
        if self.access.passwords.is_outdated(&right) {
            let salt = self.ledger.entropy().bytes();
            hash = self.access.passwords.hash(password, salt, Lane::Known).await?;
        }
        let mut attempt = 1;
        loop {
            // The password is held to be the one that was right: a change in the meantime lets nobody in by the old.
            let since = credential.password_at;
            let entering = Entering {
                whose,
                login: &credential.login,
                wants_code: credential.factor.is_some(),
                until: None,
                with: vec![credential::move_password(whose, &right, &hash, since)],
                act: Act::SignedIn,
            };
            match self.enter(entering, visit).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                done => return done,
            }
            let now = self.ledger.credential(whose).await?;
            match now.filter(|now| [Some(&right), Some(&hash)].contains(&now.password.as_ref())) {
                // Somebody signed in at the same time and moved the hash: theirs is of the same password.
                Some(now) => credential = now,
                None => return Err(AccessError::WrongCredentials),
            }
        }
    }

    /// Begins a session, with a secret that nobody had before, in one transaction with what comes with it.
    pub(crate) async fn enter(
        &self,
        entering: Entering<'_>,
        visit: &Visit<'_>,
    ) -> Result<SignIn, AccessError> {
        let Whose { organisation, member } = entering.whose;
        let (secret, digest) = fresh(self.ledger.entropy(), organisation);
        let (stage, seconds, act) = if entering.wants_code {
            let act = if entering.act == Act::SignedIn { Act::PasswordGiven } else { entering.act };
            (Stage::SecondFactor, CODE_SECONDS, act)
        } else {
            (Stage::In, ABSOLUTE_SECONDS, entering.act)
        };
        let new = NewSession {
            digest,
            stage,
            at: visit.at,
            ends_at: entering
                .until
                .map_or(later(visit.at, seconds), |until| until.min(later(visit.at, seconds))),
            address: plain(visit.address, ADDRESS_CHARS),
            agent: plain(visit.agent, AGENT_CHARS),
        };
        let mut batch = self.ledger.batch(organisation);
        batch.facts(entering.with);
        batch.facts([rows::begin(entering.whose, &new)]);
        let member = Some(member);
        let deed = Deed { organisation, at: visit.at, by: member, of: member, act };
        self.settle(batch, deed).await?;
        if entering.wants_code {
            return Ok(SignIn::SecondFactor { pending: secret });
        }
        let nonce = self.ledger.entropy().bytes();
        let device = self.ledger.ring().device(entering.login, nonce, visit.at);
        Ok(SignIn::In { session: secret, device: Secret::new(device) })
    }

    /// Goes on with a code: of the app, or a recovery code.
    ///
    /// # Errors
    /// [`AccessError::WrongCode`]; [`AccessError::SignInOver`] after ten minutes or five wrong codes;
    /// [`AccessError::TooManyTries`].
    pub async fn second_factor(
        &self,
        pending: &str,
        code: &str,
        visit: &Visit<'_>,
    ) -> Result<SignIn, AccessError> {
        let opens = read(pending).ok_or(AccessError::SignInOver)?;
        let (organisation, digest) = (opens.organisation, opens.digest.as_str());
        let found = self.ledger.session(organisation, digest).await?;
        let found = found.filter(|it| it.stage == Stage::SecondFactor && visit.at < it.ends_at);
        let member = found.ok_or(AccessError::SignInOver)?.member;
        let whose = Whose { organisation, member };
        let credential = self.ledger.credential(whose).await?.ok_or(AccessError::SignInOver)?;
        let factor = credential.factor.as_ref().ok_or(AccessError::SignInOver)?;
        let device = self.known_device(visit, &credential.login);
        let trying = Trying { login: &credential.login, address: visit.address, device };
        let counted = self.access.limits.code(trying, visit.at)?;
        // Counted before it is looked at: tries at the same time are as many.
        let mut batch = self.ledger.batch(organisation);
        batch.facts([rows::count_try(organisation, digest, CODE_TRIES)]);
        if let Err(error) = batch.commit_anew().await {
            return Err(if is_conflict(&error) { AccessError::SignInOver } else { error.into() });
        }
        let wrong = || {
            self.refuse(refused(whose, Act::CodeRefused, visit.at));
            AccessError::WrongCode
        };
        let used = second_factor::use_of(&self.ledger, whose, factor, code, visit.at)?;
        let used = used.ok_or_else(wrong)?;
        let entering = Entering {
            whose,
            login: &credential.login,
            wants_code: false,
            until: None,
            with: vec![used.statement, rows::end_living(organisation, digest)],
            act: used.act,
        };
        // A conflict is a code that was used in the meantime, or a recovery code that is none.
        let entered = self.enter(entering, visit).await;
        let entered = entered.map_err(|e| if e.is_conflict() { wrong() } else { e })?;
        self.access.limits.right(counted);
        Ok(entered)
    }

    /// The number of a device that signed in with this login before, if it proves that.
    fn known_device(&self, visit: &Visit<'_>, login: &str) -> Option<[u8; 16]> {
        let (nonce, since) = self.ledger.ring().known_device(visit.device?, login)?;
        (visit.at < later(since, DEVICE_SECONDS)).then_some(nonce)
    }
}

fn refused(whose: Whose, act: Act, at: Timestamp) -> Deed {
    Deed { organisation: whose.organisation, at, by: None, of: Some(whose.member), act }
}

/// The beginning of a text from outside, without control characters.
fn plain(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(most).collect()
}

impl From<ledger::StoreError> for AccessError {
    fn from(error: ledger::StoreError) -> Self {
        Self::Service(ServiceError::Ledger(error.into()))
    }
}
