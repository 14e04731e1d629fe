//! Members: their name and role, what access each has, and that one leaves.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use ledger::access::{credential, invitation, session, token};
use ledger::sql::Statement;
use promise::party::{Organisation, OrganisationEvent, Role};
use promise::{MemberId, OrganisationId};

use crate::access::deed::{Act, Deed};
use crate::access::{AccessError, role_of, whose};
use crate::company::{key, line};
use crate::{ATTEMPTS, Caller, Service};

/// How a member comes in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberAccess {
    /// Their login, once they have one.
    pub login: Option<String>,
    /// Whether they have a password.
    pub password: bool,
    /// Whether a provider's word lets them in.
    pub linked: bool,
    /// Whether they enter a code after the password.
    pub second_factor: bool,
    /// How many recovery codes they have left.
    pub recovery_codes: u32,
    /// Until when a link of theirs may be used, if one waits.
    pub invited_until: Option<Timestamp>,
}

/// A change of a member.
struct Change {
    event: OrganisationEvent,
    with: Vec<Statement>,
}

impl Service {
    /// The access of every member who has any, or is invited, at an instant.
    ///
    /// # Errors
    /// [`AccessError::Service`] when the ledger does not answer.
    pub async fn access_of(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<BTreeMap<MemberId, MemberAccess>, AccessError> {
        let mut access: BTreeMap<MemberId, MemberAccess> = BTreeMap::new();
        for of in self.ledger.credentials(organisation).await? {
            let one = access.entry(of.member).or_default();
            one.second_factor = of.factor.is_some();
            one.password = of.password.is_some();
            one.login = Some(of.login).filter(|login| !login.is_empty());
        }
        for member in self.ledger.linked_members(organisation).await? {
            access.entry(member).or_default().linked = true;
        }
        for (member, until) in self.ledger.waiting_invitations(organisation, at).await? {
            access.entry(member).or_default().invited_until = Some(until);
        }
        for (member, left) in self.ledger.recovery_codes_left(organisation).await? {
            access.entry(member).or_default().recovery_codes = left;
        }
        Ok(access)
    }

    /// Sets a member's name and role. The role counts from now on, in sessions and for tokens that are there.
    ///
    /// # Errors
    /// [`AccessError::NotAllowed`] unless an admin asks; [`AccessError::LastAdmin`];
    /// [`crate::ServiceError::NotFound`] when there is no such member, or they have left.
    pub async fn set_member(
        &self,
        caller: &Caller,
        member: MemberId,
        name: &str,
        role: Role,
    ) -> Result<(), AccessError> {
        let name = line("name", name)?.to_string();
        let fingerprint = format!("set member {member} {name} {}", role.code());
        let change = |us: &Organisation, can_sign_in: &BTreeMap<MemberId, Option<String>>| {
            if role != Role::Admin && is_last_admin(us, can_sign_in, member) {
                return Err(AccessError::LastAdmin);
            }
            let event = OrganisationEvent::MemberSet { member, name: name.clone(), role };
            Ok(Change { event, with: Vec::new() })
        };
        self.change_member(caller, member, &fingerprint, Act::MemberSet, change).await
    }

    /// Has a member leave: nothing of theirs opens anything any more. What they did stays in the ledger.
    ///
    /// # Errors
    /// As [`Service::set_member`].
    pub async fn member_leaves(
        &self,
        caller: &Caller,
        member: MemberId,
    ) -> Result<(), AccessError> {
        let fingerprint = format!("member leaves {member}");
        let whose = whose(caller, member);
        let change = |us: &Organisation, can_sign_in: &BTreeMap<MemberId, Option<String>>| {
            if is_last_admin(us, can_sign_in, member) {
                return Err(AccessError::LastAdmin);
            }
            // Invitations first: whoever uses one at the same time is either before all of this, or too late.
            let mut with = vec![invitation::drop_all(whose)];
            let login = can_sign_in.get(&member).and_then(Option::as_deref);
            with.extend(credential::drop_all(whose, login));
            with.extend([session::end_all(whose, None), token::drop_all(whose)]);
            Ok(Change { event: OrganisationEvent::MemberLeft { member }, with })
        };
        self.change_member(caller, member, &fingerprint, Act::MemberLeft, change).await
    }

    /// Writes a change of a member, decided on what is true; decides again when somebody else was faster.
    async fn change_member(
        &self,
        caller: &Caller,
        member: MemberId,
        fingerprint: &str,
        act: Act,
        change: impl Fn(
            &Organisation,
            &BTreeMap<MemberId, Option<String>>,
        ) -> Result<Change, AccessError>,
    ) -> Result<(), AccessError> {
        if self.recalled(caller, fingerprint).await?.is_some() {
            return Ok(());
        }
        let mut attempt = 1;
        loop {
            let (by, us) = self.asking_admin(caller).await?;
            role_of(&us, member).ok_or_else(|| AccessError::no_member(member))?;
            let told = self.ledger.organisation(caller.organisation).await?;
            let Some(state) = &told.state else { return Err(AccessError::no_member(member)) };
            let Change { event, with } = change(state, &self.can_sign_in(caller).await?)?;
            let mut batch = self.ledger.batch(caller.organisation);
            batch.facts(with);
            batch.organisation_events(&told, &[event], caller.by, caller.at)?;
            let deed = Deed::new(caller, by, member, act);
            batch.facts([self.ledger.note_statement(caller.organisation, &deed.note())]);
            let done = batch.commit(&key(caller, fingerprint, ""), caller.at).await;
            match done.map_err(AccessError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
                Ok(_) => {
                    self.tell(deed);
                    return Ok(());
                }
            }
        }
    }

    /// Everybody who can sign in, with their login.
    async fn can_sign_in(
        &self,
        caller: &Caller,
    ) -> Result<BTreeMap<MemberId, Option<String>>, AccessError> {
        let linked = self.ledger.linked_members(caller.organisation).await?;
        let mut all: BTreeMap<MemberId, Option<String>> =
            linked.into_iter().map(|member| (member, None)).collect();
        for of in self.ledger.credentials(caller.organisation).await? {
            all.insert(of.member, Some(of.login));
        }
        Ok(all)
    }
}

/// Whether nobody would be left to let others in, without this member as an admin.
fn is_last_admin(
    us: &Organisation,
    can_sign_in: &BTreeMap<MemberId, Option<String>>,
    member: MemberId,
) -> bool {
    if role_of(us, member) != Some(Role::Admin) {
        return false;
    }
    let is_admin = |id: &&MemberId| role_of(us, **id) == Some(Role::Admin);
    let others: BTreeSet<&MemberId> =
        us.members.keys().filter(is_admin).filter(|id| **id != member).collect();
    let none_can = !others.iter().any(|id| can_sign_in.contains_key(*id));
    others.is_empty() || (can_sign_in.contains_key(&member) && none_can)
}
