//! What is owed to a person: everything held about them, in one file; and to be forgotten.

use ledger::Key;
use ledger::audit::{AuditRow, Fact, Note};
use ledger::erase::Erasure;
use ledger::person::{Mention, NamedIn};
use promise::party::{AccountEvent, ErasureReason, Organisation, OrganisationEvent, PersonFigures};
use promise::{AccountId, Actor, ContactId, MemberId, Person};
use serde_json::{Value, json};

use crate::audit::{Origin, PrivacyError};
use crate::company::line;
use crate::{ATTEMPTS, Caller, Service, ServiceError};

/// Everything that is held about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonExport {
    /// For programs.
    pub json: Value,
    /// For people, in English.
    pub text: String,
}

/// What is to be erased, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasing {
    /// Whose data.
    pub person: Person,
    /// Why.
    pub reason: ErasureReason,
    /// Whether promises that are not over and name them do not hinder it.
    pub even_with_open_promises: bool,
    /// How trackers call them, word for word: work done under these names is nobody's afterwards.
    pub tracker_names: Vec<String>,
}

/// Who somebody is, as far as it is known.
struct Profile {
    name: String,
    json: Value,
}

impl Service {
    /// Everything held about a person, for an admin or the person. It is noted before it is given.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody else, [`ServiceError::NotFound`] when there is no such person.
    pub async fn person_export(
        &self,
        caller: &Caller,
        origin: &Origin,
        person: Person,
    ) -> Result<PersonExport, PrivacyError> {
        if !is_self(caller.by, person) {
            self.admin(caller, "take out what is held about somebody else").await?;
        }
        let whose = caller.organisation;
        let us = self.organisation(whose).await?;
        let profile = self.profile(caller, &us, person).await?;
        let note = origin.note(caller, "person.export", &subject(person), "begun");
        self.note(whose, &note).await?;
        let mentions = self.ledger.mentions(whose, person).await?;
        let promises = self.ledger.named_in(whose, person).await?;
        let tracked = match profile.name.as_str() {
            "" => Vec::new(),
            name => self.ledger.tracked_as(whose, name).await?,
        };
        let audit = self.ledger.audit_of(whose, person).await?;
        let json = json!({
            "handslag_person": 1,
            "made_at": caller.at.to_string(),
            "organisation": us.name.as_str(),
            "person": subject(person),
            "profile": profile.json,
            "texts": texts_json(&mentions),
            "promises": promises.iter().map(promise_json).collect::<Vec<_>>(),
            "events": mentions.iter().map(event_json).collect::<Vec<_>>(),
            "ways_in": self.ledger.ways_in(whose, person).await?,
            "tracked_work": tracked,
            "audit": audit.iter().map(AuditRow::to_json).collect::<Vec<_>>(),
        });
        let text = in_sentences(&us, &profile, &mentions, &promises, &json);
        Ok(PersonExport { json, text })
    }

    async fn profile(
        &self,
        caller: &Caller,
        us: &Organisation,
        person: Person,
    ) -> Result<Profile, ServiceError> {
        let whose = caller.organisation;
        let erased = self.ledger.erasure(whose, person).await?;
        let erased = erased.map(
            |erasure| json!({ "at": erasure.at.to_string(), "reason": erasure.reason.code() }),
        );
        match person {
            Person::Member(id) => {
                let member = us.members.get(&id).ok_or_else(|| no_member(id))?;
                let json = json!({
                    "name": member.name,
                    "role": member.role.code(),
                    "left_at": member.left_at.map(|at| at.to_string()),
                    "erased": erased,
                });
                Ok(Profile { name: member.name.clone(), json })
            }
            Person::Contact(id) => {
                let account = self.account_of(caller, id).await?;
                let state = self.account(whose, account).await?;
                let contact = state.contacts.get(&id).ok_or_else(|| no_contact(id))?;
                let json = json!({
                    "name": contact.name,
                    "email": contact.email,
                    "language": contact.language.code(),
                    "account": { "id": account.to_string(), "name": state.name.as_str() },
                    "left_at": contact.left_at.map(|at| at.to_string()),
                    "erased": erased,
                });
                Ok(Profile { name: contact.name.clone(), json })
            }
        }
    }

    async fn account_of(
        &self,
        caller: &Caller,
        contact: ContactId,
    ) -> Result<AccountId, ServiceError> {
        let found = self.ledger.account_of_contact(caller.organisation, contact).await?;
        found.ok_or_else(|| no_contact(contact))
    }

    /// Erases a person: their key is destroyed, so that nothing of theirs can be read again, by anybody. Erasing them
    /// again gives the same answer.
    ///
    /// # Errors
    /// [`PrivacyError`] when the caller is no admin, the person is the last one, or promises that are not over name
    /// them and that is not to be passed over.
    pub async fn erase_person(
        &self,
        caller: &Caller,
        origin: &Origin,
        erasing: &Erasing,
    ) -> Result<Erasure, PrivacyError> {
        let us = self.admin(caller, "erase a person").await?;
        if let Some(before) = self.erased_before(caller, erasing.person).await? {
            return Ok(before);
        }
        if let Person::Member(id) = erasing.person
            && us.is_last_admin(id)
        {
            return Err(PrivacyError::LastAdmin);
        }
        let open = self.ledger.living_naming(caller.organisation, erasing.person).await?;
        if !open.is_empty() && !erasing.even_with_open_promises {
            return Err(PrivacyError::OpenPromises(open));
        }
        Ok(self.erase(caller, origin, erasing).await?)
    }

    /// The erasure of somebody who was erased, and whose key did not come back with an old backup.
    async fn erased_before(
        &self,
        caller: &Caller,
        person: Person,
    ) -> Result<Option<Erasure>, ServiceError> {
        let known = self.ledger.erased_and_known(caller.organisation).await?;
        if known.iter().any(|erasure| erasure.person == person) {
            return Ok(None);
        }
        Ok(self.ledger.erasure(caller.organisation, person).await?)
    }

    /// Erases without asking whether it may.
    pub(crate) async fn erase(
        &self,
        caller: &Caller,
        origin: &Origin,
        erasing: &Erasing,
    ) -> Result<Erasure, ServiceError> {
        let person = erasing.person;
        let erasure = Erasure { person, at: caller.at, reason: erasing.reason };
        let account = match person {
            Person::Member(_) => None,
            Person::Contact(id) => Some((self.account_of(caller, id).await?, id)),
        };
        let mut note = origin.note(caller, "person.erase", &subject(person), "done");
        note.detail.push(("reason", Fact::Code(erasing.reason.code())));
        note.detail.push(("tracker_names", Fact::Count(erasing.tracker_names.len())));
        let mut attempt = 1;
        loop {
            match self.erase_once(caller, erasing, &erasure, account, &note).await {
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
                Ok(()) => break,
            }
        }
        // The rows are gone whether or not their last traces could be overwritten at once; they will be later.
        drop(self.ledger.scrub().await);
        let kept = self.ledger.erasure(caller.organisation, person).await?;
        Ok(kept.unwrap_or(erasure))
    }

    async fn erase_once(
        &self,
        caller: &Caller,
        erasing: &Erasing,
        erasure: &Erasure,
        account: Option<(AccountId, ContactId)>,
        note: &Note,
    ) -> Result<(), ServiceError> {
        let whose = caller.organisation;
        let (organisation, of_account);
        let mut batch = self.ledger.batch(whose);
        let version = match (erasing.person, account) {
            (Person::Contact(_), Some((id, contact))) => {
                of_account = self.ledger.account(whose, id).await?;
                let event = [AccountEvent::ContactErased { contact }];
                batch.account_events(id, &of_account, &event, caller.by, caller.at)?;
                of_account.head.version
            }
            (Person::Contact(id), None) => return Err(no_contact(id)),
            (Person::Member(member), _) => {
                organisation = self.ledger.organisation(whose).await?;
                let members = organisation.state.as_ref().map(|state| &state.members);
                if !members.is_some_and(|members| members.contains_key(&member)) {
                    return Err(no_member(member));
                }
                let event = [OrganisationEvent::MemberErased { member }];
                batch.organisation_events(&organisation, &event, caller.by, caller.at)?;
                organisation.head.version
            }
        };
        batch.erase(erasure, &erasing.tracker_names);
        batch.facts([self.ledger.note_statement(whose, note)]);
        // The version decided on makes the key: an erasure that is tried again is another step.
        let key = Key {
            key: format!("erase {} {version}", subject(erasing.person)),
            fingerprint: "erase".to_owned(),
            answer: String::new(),
        };
        batch.commit(&key, caller.at).await?;
        Ok(())
    }

    /// Takes in who was erased after a backup was made that is now back.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody but an admin.
    pub async fn take_erasures(
        &self,
        caller: &Caller,
        erasures: &[Erasure],
    ) -> Result<(), PrivacyError> {
        self.admin(caller, "erase a person").await?;
        let mut batch = self.ledger.batch(caller.organisation);
        batch.keep_erasures(erasures);
        let (key, answer) = (format!("take erasures {}", caller.key), String::new());
        let fingerprint = format!("{erasures:?}");
        batch.commit(&Key { key, fingerprint, answer }, caller.at).await?;
        Ok(())
    }

    /// Erases again whoever was erased and came back with an old backup; returns how many.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn erase_again(
        &self,
        caller: &Caller,
        origin: &Origin,
    ) -> Result<usize, ServiceError> {
        let known = self.ledger.erased_and_known(caller.organisation).await?;
        for erasure in &known {
            let erasing = Erasing {
                person: erasure.person,
                reason: erasure.reason,
                even_with_open_promises: true,
                tracker_names: Vec::new(),
            };
            match self.erase(caller, origin, &erasing).await {
                // Of a person who joined after the backup was made there is nothing but the erasure.
                Ok(_) | Err(ServiceError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(known.len())
    }

    /// Shows figures about single members to others from now on, or no longer. Switching on needs a reason.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody but an admin, [`PrivacyError::NoReason`] without one.
    pub async fn set_person_figures(
        &self,
        caller: &Caller,
        shown: bool,
        reason: &str,
    ) -> Result<(), PrivacyError> {
        self.admin(caller, "show figures about single members").await?;
        let reason = match reason.trim() {
            "" if shown => return Err(PrivacyError::NoReason),
            "" => None,
            given => Some(line("reason", given)?),
        };
        let fingerprint = format!("set person figures {shown} {reason:?}");
        let event = OrganisationEvent::PersonFiguresSet(PersonFigures { shown, reason });
        self.set_organisation(caller, event, &fingerprint, "").await?;
        Ok(())
    }
}

fn no_member(id: MemberId) -> ServiceError {
    ServiceError::NotFound { what: "member", given: id.to_string() }
}

fn no_contact(id: ContactId) -> ServiceError {
    ServiceError::NotFound { what: "contact", given: id.to_string() }
}

/// The name of a person in stored data.
pub fn subject(person: Person) -> String {
    match person {
        Person::Member(id) => format!("member:{id}"),
        Person::Contact(id) => format!("contact:{id}"),
    }
}

fn is_self(by: Actor, person: Person) -> bool {
    match (by, person) {
        (Actor::Member(id), Person::Member(of)) => id == of,
        (Actor::Contact { contact, through: None }, Person::Contact(of)) => contact == of,
        (Actor::Member(_) | Actor::Contact { .. } | Actor::Rule(_), _) => false,
    }
}

fn texts_json(mentions: &[Mention]) -> Vec<Value> {
    let of = |mention: &Mention| {
        let texts = mention.texts.iter().map(|(field, text)| {
            json!({
                "at": mention.at.to_string(),
                "stream": mention.stream,
                "event": mention.kind,
                "field": field,
                "text": text,
            })
        });
        texts.collect::<Vec<_>>()
    };
    mentions.iter().flat_map(of).collect()
}

fn event_json(mention: &Mention) -> Value {
    json!({
        "at": mention.at.to_string(),
        "stream": mention.stream,
        "version": mention.version,
        "event": mention.kind,
        "caused": mention.caused,
        "named_as": mention.named_as,
    })
}

fn promise_json(promise: &NamedIn) -> Value {
    json!({
        "promise": promise.promise,
        "number": promise.number,
        "state": promise.state,
        "account": promise.account,
        "subject": promise.subject,
        "begun_at": promise.begun_at.to_string(),
        "due": promise.due.map(|at| at.to_string()),
        "ended_at": promise.ended_at.map(|at| at.to_string()),
        "named_as": promise.named_as,
    })
}

/// The same for people.
fn in_sentences(
    us: &Organisation,
    profile: &Profile,
    mentions: &[Mention],
    promises: &[NamedIn],
    json: &Value,
) -> String {
    let name = if profile.name.is_empty() { "an erased person" } else { profile.name.as_str() };
    let mut lines = vec![format!("What {} holds about {name}", us.name), String::new()];
    if let Value::Object(fields) = &profile.json {
        for (field, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
            lines.push(format!("{field}: {}", plain(value)));
        }
    }
    lines.push(format!("\nWhat they said, and names they had ({}):", texts_of(mentions).count()));
    lines.extend(texts_of(mentions).map(|(mention, field, text)| {
        let said = text.unwrap_or("(erased)");
        format!("  {}  {} {field}: {said}", day(mention), mention.kind)
    }));
    lines.push(format!("\nPromises that name them ({}):", promises.len()));
    lines.extend(promises.iter().map(|of| {
        let named_as = of.named_as.join(", ");
        format!("  #{} {} to {} ({}), as {named_as}", of.number, of.subject, of.account, of.state)
    }));
    lines.push(format!("\nEvents that name them ({}):", mentions.len()));
    lines.extend(mentions.iter().map(|mention| {
        let by = if mention.caused { ", caused by them" } else { "" };
        format!("  {}  {} in {}{by}", day(mention), mention.kind, mention.stream)
    }));
    let count = |field: &str| json.get(field).and_then(Value::as_array).map_or(0, Vec::len);
    lines.push(String::new());
    if let Some(Value::Object(tables)) = json.get("ways_in") {
        for (table, rows) in tables {
            let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
            lines.push(format!("{table}: {}", rows.len()));
            lines.extend(rows.iter().map(|row| format!("  {}", plain(row))));
        }
    }
    lines.push(format!("Work that a tracker knows under their name: {}", count("tracked_work")));
    lines.push(format!("Notes of the audit log by or about them: {}", count("audit")));
    lines.push("All of it stands in full in the JSON form of this export.".to_owned());
    lines.join("\n") + "\n"
}

fn texts_of(mentions: &[Mention]) -> impl Iterator<Item = (&Mention, &str, Option<&str>)> {
    mentions.iter().flat_map(|mention| {
        let texts = mention.texts.iter();
        texts.map(move |(field, text)| (mention, field.as_str(), text.as_deref()))
    })
}

fn day(mention: &Mention) -> String {
    mention.at.strftime("%Y-%m-%d").to_string()
}

/// A value in a line of text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let there = fields.iter().filter(|(_, value)| !value.is_null());
            there
                .map(|(name, value)| format!("{name} {}", plain(value)))
                .collect::<Vec<_>>()
                .join(", ")
        }
        Value::Null => "none".to_owned(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    }
}
