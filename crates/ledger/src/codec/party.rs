//! Events of the organisation and of accounts, as they are stored.

use std::num::NonZeroU32;

use ::promise::health::Policy;
use ::promise::money::Currency;
use ::promise::party::{
    Absence, AccountEvent, CalendarVersion, Discipline, Language, OrganisationEvent, PersonFigures,
    Role, Team,
};
use ::promise::{Actor, Chance, Person};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::calendar::CalendarShape;
use super::costs::CostsShape;
use super::promise::actor_value;
use super::terms::line;
use super::{Codec, CodecError, Wrong, coded, data, parsed, shape, wrong};
use crate::chain::{Link, Loose};
use crate::seal::Sealed;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Founded {
    name: String,
    language: String,
    zone: String,
    currency: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicySet {
    offer_at_permille: u16,
    on_plan_from_permille: u16,
    watch_from_permille: u16,
    margin_permille: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberSet {
    member: String,
    name: Sealed,
    role: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfMember {
    member: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFiguresSet {
    shown: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SecondFactorDemanded {
    demanded: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamSet {
    name: String,
    calendar: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    slots: Option<NonZeroU32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reserved_minutes: Option<u32>,
    /// Absent: what is ready first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    discipline: Option<String>,
}

impl TeamSet {
    fn read(self) -> Result<OrganisationEvent, Wrong> {
        let Self { name, calendar, slots, reserved_minutes, discipline } = self;
        let discipline = discipline.map(|code| coded!(Discipline, "discipline", &code));
        let discipline = discipline.transpose()?.unwrap_or_default();
        let team = Team { calendar, slots, reserved_minutes, discipline };
        Ok(OrganisationEvent::TeamSet { name, team })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AbsenceNoted {
    team: String,
    from: Date,
    until: Date,
    people: NonZeroU32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AbsenceCancelled {
    team: String,
    from: Date,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarSet {
    name: String,
    version: u32,
    calendar: CalendarShape,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountSet {
    name: String,
    calendar: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactSet {
    contact: String,
    name: Sealed,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<Sealed>,
    language: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfContact {
    contact: String,
}

impl Codec<'_> {
    /// An organisation's event, ready to join its stream.
    ///
    /// # Errors
    /// [`CodecError::NoKey`] when it names a member without a key.
    pub fn write_organisation(
        &self,
        id: Uuid,
        at: Timestamp,
        by: Actor,
        event: &OrganisationEvent,
    ) -> Result<Loose, CodecError> {
        let data = match event {
            OrganisationEvent::Founded { name, language, zone, currency } => data(&Founded {
                name: name.to_string(),
                language: language.code().to_owned(),
                zone: zone.clone(),
                currency: currency.code().to_owned(),
            }),
            OrganisationEvent::PolicySet(policy) => data(&PolicySet {
                offer_at_permille: policy.offer_at.permille(),
                on_plan_from_permille: policy.on_plan_from.permille(),
                watch_from_permille: policy.watch_from.permille(),
                margin_permille: policy.margin.permille(),
            }),
            OrganisationEvent::MemberSet { member, name, role } => data(&MemberSet {
                member: member.to_string(),
                name: self.seal(Person::Member(*member), name, false)?,
                role: role.code().to_owned(),
            }),
            OrganisationEvent::MemberLeft { member }
            | OrganisationEvent::MemberErased { member } => {
                data(&OfMember { member: member.to_string() })
            }
            OrganisationEvent::PersonFiguresSet(figures) => data(&PersonFiguresSet {
                shown: figures.shown,
                reason: figures.reason.as_ref().map(ToString::to_string),
            }),
            OrganisationEvent::SecondFactorDemanded { demanded } => {
                data(&SecondFactorDemanded { demanded: *demanded })
            }
            OrganisationEvent::CostsSet(costs) => data(&CostsShape::of(costs)),
            OrganisationEvent::TeamSet { name, team } => data(&TeamSet {
                name: name.clone(),
                calendar: team.calendar.clone(),
                slots: team.slots,
                reserved_minutes: team.reserved_minutes,
                discipline: (team.discipline != Discipline::default())
                    .then(|| team.discipline.code().to_owned()),
            }),
            OrganisationEvent::AbsenceNoted { team, absence } => {
                let Absence { from, until, people } = *absence;
                data(&AbsenceNoted { team: team.clone(), from, until, people })
            }
            OrganisationEvent::AbsenceCancelled { team, from } => {
                data(&AbsenceCancelled { team: team.clone(), from: *from })
            }
            OrganisationEvent::CalendarSet { name, calendar } => data(&CalendarSet {
                name: name.clone(),
                version: calendar.version,
                calendar: CalendarShape::of(&calendar.calendar),
            }),
        };
        Ok(Loose { id, at, actor: actor_value(by), kind: event.name(), data })
    }

    /// Reads an organisation's event.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub fn read_organisation(&self, link: &Link) -> Result<OrganisationEvent, CodecError> {
        self.organisation_event(&link.kind, &link.data).map_err(|wrong| wrong.of(&link.kind))
    }

    fn organisation_event(&self, kind: &str, value: &Value) -> Result<OrganisationEvent, Wrong> {
        match kind {
            "founded" => {
                let shape: Founded = shape(value)?;
                Ok(OrganisationEvent::Founded {
                    name: line("name", &shape.name)?,
                    language: coded!(Language, "language", &shape.language)?,
                    zone: shape.zone,
                    currency: coded!(Currency, "currency", &shape.currency)?,
                })
            }
            "policy_set" => {
                let shape: PolicySet = shape(value)?;
                let chance = |field: &str, permille: u16| {
                    Chance::of_permille(permille).ok_or_else(|| wrong(field, &permille.to_string()))
                };
                Ok(OrganisationEvent::PolicySet(Policy {
                    offer_at: chance("offer_at_permille", shape.offer_at_permille)?,
                    on_plan_from: chance("on_plan_from_permille", shape.on_plan_from_permille)?,
                    watch_from: chance("watch_from_permille", shape.watch_from_permille)?,
                    margin: chance("margin_permille", shape.margin_permille)?,
                }))
            }
            "member_set" => {
                let shape: MemberSet = shape(value)?;
                Ok(OrganisationEvent::MemberSet {
                    member: parsed("member", &shape.member)?,
                    name: self.open(&shape.name),
                    role: coded!(Role, "role", &shape.role)?,
                })
            }
            "member_left" => {
                let member = parsed("member", &shape::<OfMember>(value)?.member)?;
                Ok(OrganisationEvent::MemberLeft { member })
            }
            "member_erased" => {
                let member = parsed("member", &shape::<OfMember>(value)?.member)?;
                Ok(OrganisationEvent::MemberErased { member })
            }
            "person_figures_set" => {
                let shape: PersonFiguresSet = shape(value)?;
                let reason = shape.reason.map(|text| line("reason", &text)).transpose()?;
                let figures = PersonFigures { shown: shape.shown, reason };
                Ok(OrganisationEvent::PersonFiguresSet(figures))
            }
            "second_factor_demanded" => {
                let SecondFactorDemanded { demanded } = shape(value)?;
                Ok(OrganisationEvent::SecondFactorDemanded { demanded })
            }
            "costs_set" => {
                let costs = shape::<CostsShape>(value)?.read()?;
                Ok(OrganisationEvent::CostsSet(Box::new(costs)))
            }
            "team_set" => shape::<TeamSet>(value)?.read(),
            "absence_noted" => {
                let AbsenceNoted { team, from, until, people } = shape(value)?;
                let absence = Absence { from, until, people };
                Ok(OrganisationEvent::AbsenceNoted { team, absence })
            }
            "absence_cancelled" => {
                let AbsenceCancelled { team, from } = shape(value)?;
                Ok(OrganisationEvent::AbsenceCancelled { team, from })
            }
            "calendar_set" => {
                let shape: CalendarSet = shape(value)?;
                let calendar = shape.calendar.calendar().map_err(|e| Wrong(e.to_string()))?;
                let calendar = Box::new(CalendarVersion { version: shape.version, calendar });
                Ok(OrganisationEvent::CalendarSet { name: shape.name, calendar })
            }
            other => Err(wrong("kind", other)),
        }
    }

    /// An account's event, ready to join its stream.
    ///
    /// # Errors
    /// [`CodecError::NoKey`] when it names a contact without a key.
    pub fn write_account(
        &self,
        id: Uuid,
        at: Timestamp,
        by: Actor,
        event: &AccountEvent,
    ) -> Result<Loose, CodecError> {
        let data = match event {
            AccountEvent::AccountSet { name, calendar } => {
                data(&AccountSet { name: name.to_string(), calendar: calendar.clone() })
            }
            AccountEvent::ContactSet { contact, name, email, language } => {
                let person = Person::Contact(*contact);
                let email = email.as_ref().map(|email| self.seal(person, email, false));
                data(&ContactSet {
                    contact: contact.to_string(),
                    name: self.seal(person, name, false)?,
                    email: email.transpose()?,
                    language: language.code().to_owned(),
                })
            }
            AccountEvent::LinkRenewed { contact }
            | AccountEvent::ContactLeft { contact }
            | AccountEvent::ContactErased { contact } => {
                data(&OfContact { contact: contact.to_string() })
            }
        };
        Ok(Loose { id, at, actor: actor_value(by), kind: event.name(), data })
    }

    /// Reads an account's event.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub fn read_account(&self, link: &Link) -> Result<AccountEvent, CodecError> {
        self.account_event(&link.kind, &link.data).map_err(|wrong| wrong.of(&link.kind))
    }

    fn account_event(&self, kind: &str, value: &Value) -> Result<AccountEvent, Wrong> {
        match kind {
            "account_set" => {
                let shape: AccountSet = shape(value)?;
                let name = line("name", &shape.name)?;
                Ok(AccountEvent::AccountSet { name, calendar: shape.calendar })
            }
            "contact_set" => {
                let shape: ContactSet = shape(value)?;
                Ok(AccountEvent::ContactSet {
                    contact: parsed("contact", &shape.contact)?,
                    name: self.open(&shape.name),
                    email: shape.email.map(|email| self.open(&email)).filter(|e| !e.is_empty()),
                    language: coded!(Language, "language", &shape.language)?,
                })
            }
            "link_renewed" => {
                let contact = parsed("contact", &shape::<OfContact>(value)?.contact)?;
                Ok(AccountEvent::LinkRenewed { contact })
            }
            "contact_left" => {
                let contact = parsed("contact", &shape::<OfContact>(value)?.contact)?;
                Ok(AccountEvent::ContactLeft { contact })
            }
            "contact_erased" => {
                let contact = parsed("contact", &shape::<OfContact>(value)?.contact)?;
                Ok(AccountEvent::ContactErased { contact })
            }
            other => Err(wrong("kind", other)),
        }
    }
}
