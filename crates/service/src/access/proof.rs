//! That it is still they: what somebody who is in gives again before they change how they come in.

use ledger::access::Whose;
use ledger::access::credential::{Credential, Factor};
use promise::MemberId;

use crate::access::deed::{Act, Deed};
use crate::access::password::Lane;
use crate::access::{AccessError, later, second_factor, whose};
use crate::{Caller, Service};

/// Somebody without a password here proves who they are by having come in no longer ago.
pub const FRESH_SECONDS: i64 = 600;

/// What somebody who is in gives to show that it is still they, so that an open browser is not enough.
///
/// A wrong password is [`AccessError::WrongCredentials`], a wrong code [`AccessError::WrongCode`], and too many of
/// either [`AccessError::TooManyTries`].
#[derive(Clone, Copy)]
pub struct Proof<'a> {
    /// Their password.
    pub password: &'a str,
    /// A code of their app, or a recovery code; not looked at when they have no second factor.
    pub code: &'a str,
}

impl<'a> Proof<'a> {
    /// The password alone.
    pub const fn password(password: &'a str) -> Self {
        Self { password, code: "" }
    }
}

impl std::fmt::Debug for Proof<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proof")
    }
}

impl Service {
    /// Has the caller prove that it is still they; returns how they sign in.
    pub(crate) async fn prove(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
    ) -> Result<Credential, AccessError> {
        let (member, _, _) = self.asking(caller).await?;
        let counted = self.access.limits.inside(&inside(caller, member), caller.at)?;
        let whose = whose(caller, member);
        let credential = self.ledger.credential(whose).await?;
        let stored = credential.as_ref().and_then(|of| of.password.as_deref());
        let is_right = self.access.passwords.is_right(proof.password, stored, Lane::Known).await?;
        let credential = credential.filter(|_| is_right).ok_or(AccessError::WrongCredentials)?;
        if let Some(factor) = &credential.factor {
            self.prove_factor(caller, whose, factor, proof.code).await?;
        }
        self.access.limits.right(counted);
        Ok(credential)
    }

    /// Uses a code up: by itself, before what it is given for, as a code that was seen is good for nothing else.
    async fn prove_factor(
        &self,
        caller: &Caller,
        whose: Whose,
        factor: &Factor,
        code: &str,
    ) -> Result<(), AccessError> {
        let used = second_factor::use_of(&self.ledger, whose, factor, code, caller.at)?;
        let used = used.ok_or(AccessError::WrongCode)?;
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([used.statement]);
        let deed = Deed::new(caller, whose.member, whose.member, Act::Proved);
        let settled = self.settle(batch, deed).await;
        settled.map_err(|e| if e.is_conflict() { AccessError::WrongCode } else { e })
    }

    /// Has the caller prove that it is still they, also one who signs in by a provider's word alone: that session, named
    /// by `session`, has to be fresh then.
    pub(crate) async fn prove_or_be_fresh(
        &self,
        caller: &Caller,
        proof: Proof<'_>,
        session: &str,
    ) -> Result<Credential, AccessError> {
        let (member, _, _) = self.asking(caller).await?;
        let credential = self.ledger.credential(whose(caller, member)).await?;
        let Some(credential) = credential.filter(|of| of.password.is_none()) else {
            return self.prove(caller, proof).await;
        };
        let sessions = self.sessions(caller.organisation, member, caller.at).await?;
        let is_fresh = sessions
            .iter()
            .any(|one| one.id == session && caller.at < later(one.begun_at, FRESH_SECONDS));
        if is_fresh { Ok(credential) } else { Err(AccessError::SignInAgain) }
    }
}

/// The name under which the tries of somebody who is in are counted.
pub(crate) fn inside(caller: &Caller, member: MemberId) -> String {
    format!("{} {member}", caller.organisation)
}
