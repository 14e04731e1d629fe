//! Setting up: the organisation with its people, teams and calendars; customers with their contacts.

use calendar::{Calendar, Country};
use jiff::civil::Date;
use ledger::{Key, Outcome};
use promise::money::Currency;
use promise::party::{
    Absence, AccountEvent, CalendarVersion, Language, OrganisationEvent, Role, Team,
};
use promise::{AccountId, ContactId, Line, MemberId, Policy};

use crate::{ATTEMPTS, Caller, Service, ServiceError, Wanted};

/// What an organisation begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// Its name, as customers know it.
    pub name: String,
    /// What its people write in.
    pub language: Language,
    /// The IANA name of its time zone.
    pub zone: String,
    /// What it counts in.
    pub currency: Currency,
    /// The country whose holidays its first calendar keeps.
    pub country: Country,
    /// Its first member.
    pub admin: String,
}

/// The name of the calendar that an organisation begins with.
pub const FIRST_CALENDAR: &str = "office";

/// A contact as it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactInput {
    /// What people call them.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// What they are written to in.
    pub language: Language,
}

impl Service {
    /// Founds the organisation: its name, its first calendar, its first member, who is its admin.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when it was founded before, or a field is not what is wanted.
    pub async fn found(
        &self,
        caller: &Caller,
        founding: Founding,
    ) -> Result<MemberId, ServiceError> {
        let fingerprint = format!("found {}", founding.name);
        if let Some(answer) = self.recalled(caller, &fingerprint).await? {
            return answered(&answer);
        }
        let told = self.ledger.organisation(caller.organisation).await?;
        if let Some(state) = &told.state {
            let wanted = Wanted::OnlyOnce;
            return Err(ServiceError::Input {
                field: "name",
                given: state.name.to_string(),
                wanted,
            });
        }
        let calendar = Calendar::office(&founding.zone, founding.country)?;
        let calendar = Box::new(CalendarVersion { version: 1, calendar });
        let admin = MemberId::new(self.ledger.entropy().id(caller.at));
        let events = [
            OrganisationEvent::Founded {
                name: line("name", &founding.name)?,
                language: founding.language,
                zone: founding.zone,
                currency: founding.currency,
            },
            OrganisationEvent::PolicySet(Policy::default()),
            OrganisationEvent::CalendarSet { name: FIRST_CALENDAR.to_owned(), calendar },
            OrganisationEvent::MemberSet {
                member: admin,
                name: line("admin", &founding.admin)?.to_string(),
                role: Role::Admin,
            },
        ];
        let mut batch = self.ledger.batch(caller.organisation);
        batch.organisation_events(&told, &events, caller.by, caller.at)?;
        batch.commit(&key(caller, &fingerprint, &admin.to_string()), caller.at).await?;
        Ok(admin)
    }

    /// Adds a member.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when the name is none.
    pub async fn add_member(
        &self,
        caller: &Caller,
        name: &str,
        role: Role,
    ) -> Result<MemberId, ServiceError> {
        let member = MemberId::new(self.ledger.entropy().id(caller.at));
        let fingerprint = format!("add member {name} {}", role.code());
        let name = line("name", name)?.to_string();
        let event = OrganisationEvent::MemberSet { member, name, role };
        let answer = member.to_string();
        answered(&self.set_organisation(caller, event, &fingerprint, &answer).await?)
    }

    /// Sets a team up, or changes it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such calendar.
    pub async fn set_team(
        &self,
        caller: &Caller,
        name: &str,
        team: Team,
    ) -> Result<(), ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        if !organisation.calendars.contains_key(&team.calendar) {
            return Err(ServiceError::NotFound { what: "calendar", given: team.calendar });
        }
        let name = line("name", name)?.to_string();
        let fingerprint = format!("set team {name} {team:?}");
        let event = OrganisationEvent::TeamSet { name, team };
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }

    /// Notes that people of a team are away; takes the place of what was noted from the same day on.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such team, and [`ServiceError::Input`] when nobody can be away so.
    pub async fn note_absence(
        &self,
        caller: &Caller,
        team: &str,
        absence: Absence,
    ) -> Result<(), ServiceError> {
        let Absence { from, until, people } = absence;
        let organisation = self.organisation(caller.organisation).await?;
        let known = self.world(caller.organisation, caller.at).await?;
        // Teams that nobody set up are known by their work.
        if !known.history().profiles().contains_key(team) {
            return Err(ServiceError::NotFound { what: "team", given: team.to_owned() });
        }
        let zone = organisation.calendar(FIRST_CALENDAR).zone().clone();
        let today = caller.at.to_zoned(zone).date();
        let far = today.saturating_add(jiff::Span::new().years(3));
        if until < from || until < today || until > far || people.get() > 1_000 {
            let given = format!("{from} to {until}, {people}");
            return Err(ServiceError::Input { field: "absence", given, wanted: Wanted::Absence });
        }
        let fingerprint = format!("note absence {team} {absence:?}");
        let event = OrganisationEvent::AbsenceNoted { team: team.to_owned(), absence };
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }

    /// Takes back that people of a team are away from a day on.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when nobody of it was noted to be away from that day on.
    pub async fn cancel_absence(
        &self,
        caller: &Caller,
        team: &str,
        from: Date,
    ) -> Result<(), ServiceError> {
        let fingerprint = format!("cancel absence {team} {from}");
        if self.recalled(caller, &fingerprint).await?.is_some() {
            return Ok(());
        }
        let organisation = self.organisation(caller.organisation).await?;
        let mut known = organisation.absences.get(team).into_iter().flatten();
        if !known.any(|of| of.from == from) {
            return Err(ServiceError::NotFound { what: "absence", given: from.to_string() });
        }
        let event = OrganisationEvent::AbsenceCancelled { team: team.to_owned(), from };
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }

    /// Sets a calendar, or the next version of it.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when the name is none.
    pub async fn set_calendar(
        &self,
        caller: &Caller,
        name: &str,
        calendar: Calendar,
    ) -> Result<(), ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let name = line("name", name)?.to_string();
        let version = organisation.calendars.get(&name).map_or(1, |before| before.version + 1);
        let fingerprint = format!("set calendar {name} {calendar:?}");
        let calendar = Box::new(CalendarVersion { version, calendar });
        let event = OrganisationEvent::CalendarSet { name, calendar };
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }

    /// Sets how promises are offered and watched.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when the thresholds are not in order.
    pub async fn set_policy(&self, caller: &Caller, policy: Policy) -> Result<(), ServiceError> {
        let in_order =
            policy.watch_from < policy.on_plan_from && policy.on_plan_from <= policy.offer_at;
        if !in_order {
            return Err(ServiceError::Input {
                field: "policy",
                given: format!(
                    "{}% < {}% ≤ {}%",
                    f64::from(policy.watch_from.permille()) / 10.0,
                    f64::from(policy.on_plan_from.permille()) / 10.0,
                    f64::from(policy.offer_at.permille()) / 10.0
                ),
                wanted: Wanted::Order,
            });
        }
        let fingerprint = format!("set policy {policy:?}");
        let event = OrganisationEvent::PolicySet(policy);
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }

    /// Writes one event of the organisation, once; returns the answer to give.
    pub(crate) async fn set_organisation(
        &self,
        caller: &Caller,
        event: OrganisationEvent,
        fingerprint: &str,
        answer: &str,
    ) -> Result<String, ServiceError> {
        if let Some(before) = self.recalled(caller, fingerprint).await? {
            return Ok(before);
        }
        let mut attempt = 1;
        loop {
            let told = self.ledger.organisation(caller.organisation).await?;
            if told.state.is_none() {
                return Err(ServiceError::NoOrganisation);
            }
            let mut batch = self.ledger.batch(caller.organisation);
            let events = std::slice::from_ref(&event);
            batch.organisation_events(&told, events, caller.by, caller.at)?;
            let done = batch.commit(&key(caller, fingerprint, answer), caller.at).await;
            match done.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
                Ok(outcome) => return Ok(answer_of(outcome, answer)),
            }
        }
    }

    /// Adds a customer; dues towards it are counted in the calendar named.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when the name is none, [`ServiceError::NotFound`] when there is no such calendar.
    pub async fn add_account(
        &self,
        caller: &Caller,
        name: &str,
        calendar: &str,
    ) -> Result<AccountId, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        if !organisation.calendars.contains_key(calendar) {
            return Err(ServiceError::NotFound { what: "calendar", given: calendar.to_owned() });
        }
        let id = AccountId::new(self.ledger.entropy().id(caller.at));
        let fingerprint = format!("add account {name} {calendar}");
        let (name, calendar) = (line("name", name)?, calendar.to_owned());
        let event = AccountEvent::AccountSet { name, calendar };
        answered(&self.set_account(caller, id, event, &fingerprint, &id.to_string()).await?)
    }

    /// Adds a contact to a customer.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when name or address are none, [`ServiceError::NotFound`] when there is no such account.
    pub async fn add_contact(
        &self,
        caller: &Caller,
        account: AccountId,
        input: ContactInput,
    ) -> Result<ContactId, ServiceError> {
        self.account(caller.organisation, account).await?;
        let contact = ContactId::new(self.ledger.entropy().id(caller.at));
        let fingerprint = format!("add contact {account} {input:?}");
        let event = AccountEvent::ContactSet {
            contact,
            name: line("name", &input.name)?.to_string(),
            email: input.email.map(|email| address(&email)).transpose()?,
            language: input.language,
        };
        let answer = contact.to_string();
        answered(&self.set_account(caller, account, event, &fingerprint, &answer).await?)
    }

    /// Renews the secret link of a contact: the links before are dead.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such contact.
    pub async fn renew_link(
        &self,
        caller: &Caller,
        account: AccountId,
        contact: ContactId,
    ) -> Result<(), ServiceError> {
        let state = self.account(caller.organisation, account).await?;
        if !state.contacts.contains_key(&contact) {
            return Err(ServiceError::NotFound { what: "contact", given: contact.to_string() });
        }
        let fingerprint = format!("renew link {contact}");
        let event = AccountEvent::LinkRenewed { contact };
        self.set_account(caller, account, event, &fingerprint, "").await.map(drop)
    }

    /// Writes one event of an account, once; returns the answer to give.
    async fn set_account(
        &self,
        caller: &Caller,
        id: AccountId,
        event: AccountEvent,
        fingerprint: &str,
        answer: &str,
    ) -> Result<String, ServiceError> {
        if let Some(before) = self.recalled(caller, fingerprint).await? {
            return Ok(before);
        }
        let mut attempt = 1;
        loop {
            let told = self.ledger.account(caller.organisation, id).await?;
            let mut batch = self.ledger.batch(caller.organisation);
            let events = std::slice::from_ref(&event);
            batch.account_events(id, &told, events, caller.by, caller.at)?;
            let done = batch.commit(&key(caller, fingerprint, answer), caller.at).await;
            match done.map_err(ServiceError::from) {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
                Ok(outcome) => return Ok(answer_of(outcome, answer)),
            }
        }
    }

    /// What was answered when the same was asked under the same key before.
    pub(crate) async fn recalled(
        &self,
        caller: &Caller,
        fingerprint: &str,
    ) -> Result<Option<String>, ServiceError> {
        Ok(self.ledger.recall(caller.organisation, &caller.key, fingerprint).await?)
    }
}

/// The answer to give: the present one, or the one that was given before.
pub(crate) fn answer_of(outcome: Outcome, answer: &str) -> String {
    match outcome {
        Outcome::Done => answer.to_owned(),
        Outcome::DoneBefore(before) => before,
    }
}

/// Reads an answer that this program wrote.
pub(crate) fn answered<T: std::str::FromStr>(answer: &str) -> Result<T, ServiceError> {
    answer.parse().map_err(|_| {
        let text = format!("an answer kept under a key is {answer:?}");
        ServiceError::Ledger(ledger::LedgerError::Damaged(text))
    })
}

/// Under which key a caller's request is remembered.
pub(crate) fn key(caller: &Caller, fingerprint: &str, answer: &str) -> Key {
    Key { key: caller.key.clone(), fingerprint: fingerprint.to_owned(), answer: answer.to_owned() }
}

/// Reads a line of text.
pub(crate) fn line(field: &'static str, text: &str) -> Result<Line, ServiceError> {
    Line::new(text).map_err(|error| ServiceError::of_text(field, text, error))
}

/// Reads an address of mail: something before and after one `@`, without blanks.
fn address(text: &str) -> Result<String, ServiceError> {
    let text = text.trim();
    let has_two_sides = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
    });
    if has_two_sides && text.len() <= 254 && !text.contains(char::is_whitespace) {
        return Ok(text.to_owned());
    }
    Err(ServiceError::Input { field: "email", given: text.to_owned(), wanted: Wanted::Address })
}
