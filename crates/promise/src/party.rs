//! The two sides and how they are known: the organisation with its members, teams and calendars; the accounts with
//! their contacts.
//!
//! Their streams have few rules: whoever may write them is for the service to say, and a change takes the place of
//! what stood before.

use std::collections::BTreeMap;

use calendar::Calendar;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::code::codes;
use crate::costs::Costs;
use crate::health::Policy;
use crate::id::{ContactId, MemberId};
use crate::money::Currency;
use crate::words::Line;

pub use crate::team::{Absence, Discipline, Team};
pub use crate::work::{Arranged, NewWork, Overtime, OwnLoss, Work, WorkEvent, WorkLink};

/// The language somebody is written to in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
    /// English, as written in Britain.
    En,
}

codes! { Language {
    Nl = "nl",
    Sv = "sv",
    En = "en",
} }

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Look.
    Viewer,
    /// Promise.
    Promisor,
    /// Promise, and promise below the policy.
    Manager,
    /// All of it, and the settings.
    Admin,
}

codes! { Role {
    Viewer = "viewer",
    Promisor = "promisor",
    Manager = "manager",
    Admin = "admin",
} }

/// Why a person's data is erased: the grounds of GDPR, article 17 (1).
///
/// A closed set, as a free text might name somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErasureReason {
    /// It is no longer needed for what it was collected for (a); also what retention erases.
    NoLongerNeeded,
    /// The person withdrew the consent on which it rested (b).
    ConsentWithdrawn,
    /// The person objects (c).
    Objection,
    /// It should never have been kept (d).
    Unlawful,
    /// A law demands it (e).
    LegalObligation,
}

codes! { ErasureReason {
    NoLongerNeeded = "no_longer_needed",
    ConsentWithdrawn = "consent_withdrawn",
    Objection = "objection",
    Unlawful = "unlawful",
    LegalObligation = "legal_obligation",
} }

/// The company that runs handslag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// How many events made it.
    pub version: u32,
    /// Its name, as customers know it.
    pub name: Line,
    /// What its people write in among themselves.
    pub language: Language,
    /// The IANA name of its time zone.
    pub zone: String,
    /// What it counts in.
    pub currency: Currency,
    /// How it offers and watches.
    pub policy: Policy,
    /// Its people.
    pub members: BTreeMap<MemberId, Member>,
    /// Its teams, by name.
    pub teams: BTreeMap<String, Team>,
    /// By team when people of it are away, the earliest first.
    pub absences: BTreeMap<String, Vec<Absence>>,
    /// Its calendars, by name; the newest version of each.
    pub calendars: BTreeMap<String, CalendarVersion>,
    /// Whether figures about single members are shown to others, and why.
    pub person_figures: PersonFigures,
    /// Whether whoever signs in with a password has to have a second factor.
    pub demands_second_factor: bool,
    /// What a yes costs, when somebody said so.
    pub costs: Option<Costs>,
}

/// Whether figures about single members are shown to anybody but the member.
///
/// Such as how many of a member's promises were kept. Off until somebody switches them on and says why, as works
/// councils have a say in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonFigures {
    /// Whether they are shown.
    pub shown: bool,
    /// Why, when somebody said so: on what agreement they rest.
    pub reason: Option<Line>,
}

/// A person of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What people call them; empty when they were erased.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// When they left, if they did.
    pub left_at: Option<Timestamp>,
}

/// One version of a calendar. A due keeps its instant when the calendar changes; what is counted anew uses the
/// newest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarVersion {
    /// Counted up from 1.
    pub version: u32,
    /// The calendar.
    pub calendar: Calendar,
}

/// What happened to the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganisationEvent {
    /// It began to use handslag.
    Founded {
        /// Its name.
        name: Line,
        /// What its people write in.
        language: Language,
        /// The IANA name of its time zone.
        zone: String,
        /// What it counts in.
        currency: Currency,
    },
    /// How it offers and watches.
    PolicySet(Policy),
    /// Somebody joined, or their name or role changed.
    MemberSet {
        /// Who.
        member: MemberId,
        /// What people call them.
        name: String,
        /// What they may do.
        role: Role,
    },
    /// Somebody left.
    MemberLeft {
        /// Who.
        member: MemberId,
    },
    /// The personal data of somebody who is or was a member was erased, which also ends their being one.
    MemberErased {
        /// Who.
        member: MemberId,
    },
    /// Figures about single members are shown to others from now on, or no longer.
    PersonFiguresSet(PersonFigures),
    /// Whoever signs in with a password has to have a second factor from now on, or no longer.
    SecondFactorDemanded {
        /// Whether they have to.
        demanded: bool,
    },
    /// What a yes costs was set, all of it anew.
    CostsSet(Box<Costs>),
    /// A team was set up or changed.
    TeamSet {
        /// Its name.
        name: String,
        /// As it now is.
        team: Team,
    },
    /// People of a team are away; takes the place of what was noted from the same day on.
    AbsenceNoted {
        /// The team's name.
        team: String,
        /// When, and how many.
        absence: Absence,
    },
    /// They are there after all.
    AbsenceCancelled {
        /// The team's name.
        team: String,
        /// The first day of what was noted.
        from: Date,
    },
    /// A calendar was set up or changed.
    CalendarSet {
        /// Its name.
        name: String,
        /// As it now is.
        calendar: Box<CalendarVersion>,
    },
}

impl OrganisationEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Founded { .. } => "founded",
            Self::PolicySet(_) => "policy_set",
            Self::MemberSet { .. } => "member_set",
            Self::MemberLeft { .. } => "member_left",
            Self::MemberErased { .. } => "member_erased",
            Self::PersonFiguresSet(_) => "person_figures_set",
            Self::SecondFactorDemanded { .. } => "second_factor_demanded",
            Self::CostsSet(_) => "costs_set",
            Self::TeamSet { .. } => "team_set",
            Self::AbsenceNoted { .. } => "absence_noted",
            Self::AbsenceCancelled { .. } => "absence_cancelled",
            Self::CalendarSet { .. } => "calendar_set",
        }
    }
}

impl Member {
    /// Whether their personal data was erased.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty()
    }
}

impl Organisation {
    /// Whether a reader may see figures about one member: the member always, others where it is switched on.
    pub fn shows_figures_of(&self, member: MemberId, reader: Option<MemberId>) -> bool {
        self.person_figures.shown || reader == Some(member)
    }

    /// What a yes costs; nothing is known of it until somebody says so.
    pub fn costs(&self) -> Costs {
        self.costs.clone().unwrap_or_else(|| Costs::unknown(self.currency))
    }

    /// Whether a member is the only admin left.
    pub fn is_last_admin(&self, member: MemberId) -> bool {
        let is_admin = |of: &Member| of.left_at.is_none() && of.role == Role::Admin;
        self.members.get(&member).is_some_and(is_admin)
            && self.members.values().filter(|of| is_admin(of)).count() == 1
    }

    /// The calendar of a name; where there is none, one of the organisation's own zone, else any, else the usual
    /// office without holidays.
    ///
    /// # Panics
    /// Never: the zone was checked when the organisation was founded.
    pub fn calendar(&self, name: &str) -> Calendar {
        let own_zone =
            |c: &&CalendarVersion| c.calendar.zone().iana_name() == Some(self.zone.as_str());
        let named = self.calendars.get(name);
        let own = || self.calendars.values().find(own_zone);
        let found = named.or_else(own).or_else(|| self.calendars.values().next());
        found.map_or_else(|| plain_office(&self.zone), |version| version.calendar.clone())
    }

    /// Leaves out what was noted of a team from a day on; gives what is left of it.
    fn absences_but(&mut self, team: &str, from: Date) -> &mut Vec<Absence> {
        let known = self.absences.entry(team.to_owned()).or_default();
        known.retain(|of| of.from != from);
        known
    }

    /// Folds one event; `None` before the first.
    ///
    /// # Panics
    /// When the log does not begin with the founding: it is damaged.
    pub fn evolve(organisation: Option<Self>, event: &OrganisationEvent, at: Timestamp) -> Self {
        let Some(mut organisation) = organisation else {
            let OrganisationEvent::Founded { name, language, zone, currency } = event else {
                panic!("the log is damaged: an organisation begins with {}", event.name());
            };
            return Self {
                version: 1,
                name: name.clone(),
                language: *language,
                zone: zone.clone(),
                currency: *currency,
                policy: Policy::default(),
                members: BTreeMap::new(),
                teams: BTreeMap::new(),
                absences: BTreeMap::new(),
                calendars: BTreeMap::new(),
                person_figures: PersonFigures::default(),
                demands_second_factor: false,
                costs: None,
            };
        };
        organisation.version += 1;
        match event {
            OrganisationEvent::Founded { name, language, zone, currency } => {
                organisation.name = name.clone();
                organisation.language = *language;
                organisation.zone = zone.clone();
                organisation.currency = *currency;
            }
            OrganisationEvent::PolicySet(policy) => organisation.policy = *policy,
            OrganisationEvent::MemberSet { member, name, role } => {
                let left_at = None;
                let set = Member { name: name.clone(), role: *role, left_at };
                organisation.members.insert(*member, set);
            }
            OrganisationEvent::MemberLeft { member } => {
                if let Some(member) = organisation.members.get_mut(member) {
                    member.left_at = Some(at);
                }
            }
            OrganisationEvent::MemberErased { member } => {
                if let Some(member) = organisation.members.get_mut(member) {
                    member.name.clear();
                    member.left_at = member.left_at.or(Some(at));
                }
            }
            OrganisationEvent::PersonFiguresSet(figures) => {
                organisation.person_figures = figures.clone();
            }
            OrganisationEvent::SecondFactorDemanded { demanded } => {
                organisation.demands_second_factor = *demanded;
            }
            OrganisationEvent::CostsSet(costs) => {
                organisation.costs = Some((**costs).clone());
            }
            OrganisationEvent::TeamSet { name, team } => {
                organisation.teams.insert(name.clone(), team.clone());
            }
            OrganisationEvent::AbsenceNoted { team, absence } => {
                let others = organisation.absences_but(team, absence.from);
                others.push(*absence);
                others.sort();
            }
            OrganisationEvent::AbsenceCancelled { team, from } => {
                organisation.absences_but(team, *from);
            }
            OrganisationEvent::CalendarSet { name, calendar } => {
                organisation.calendars.insert(name.clone(), (**calendar).clone());
            }
        }
        organisation
    }
}

/// Monday to Friday, 9 to 17, without holidays.
fn plain_office(zone: &str) -> Calendar {
    use jiff::civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    let empty = Calendar::in_zone(zone).or_else(|_| Calendar::in_zone("UTC"));
    let empty = empty.expect("UTC is a time zone");
    [Monday, Tuesday, Wednesday, Thursday, Friday].into_iter().fold(empty, |calendar, day| {
        calendar.with_day(day, vec![calendar::Window::of_hours(9, 17)])
    })
}

/// A customer company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// How many events made it.
    pub version: u32,
    /// Its name.
    pub name: Line,
    /// The calendar in which dues towards it are counted.
    pub calendar: String,
    /// Its people.
    pub contacts: BTreeMap<ContactId, Contact>,
}

/// A person at an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What people call them; empty when they were erased.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// What they are written to in.
    pub language: Language,
    /// How often their secret link was renewed: the links before are dead.
    pub link: u32,
    /// When they left, if they did.
    pub left_at: Option<Timestamp>,
}

/// What happened to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountEvent {
    /// It became a customer, or its name or calendar changed.
    AccountSet {
        /// Its name.
        name: Line,
        /// The calendar in which dues towards it are counted.
        calendar: String,
    },
    /// A contact was added or changed.
    ContactSet {
        /// Who.
        contact: ContactId,
        /// What people call them.
        name: String,
        /// Where mail reaches them.
        email: Option<String>,
        /// What they are written to in.
        language: Language,
    },
    /// The secret link of a contact was renewed: the links before are dead.
    LinkRenewed {
        /// Whose.
        contact: ContactId,
    },
    /// A contact left.
    ContactLeft {
        /// Who.
        contact: ContactId,
    },
    /// The personal data of a contact was erased, which also ends their being one.
    ContactErased {
        /// Who.
        contact: ContactId,
    },
}

impl Contact {
    /// Whether their personal data was erased.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty()
    }
}

impl AccountEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AccountSet { .. } => "account_set",
            Self::ContactSet { .. } => "contact_set",
            Self::LinkRenewed { .. } => "link_renewed",
            Self::ContactLeft { .. } => "contact_left",
            Self::ContactErased { .. } => "contact_erased",
        }
    }
}

impl Account {
    /// Folds one event; `None` before the first.
    ///
    /// # Panics
    /// When the log does not begin with the account: it is damaged.
    pub fn evolve(account: Option<Self>, event: &AccountEvent, at: Timestamp) -> Self {
        let Some(mut account) = account else {
            let AccountEvent::AccountSet { name, calendar } = event else {
                panic!("the log is damaged: an account begins with {}", event.name());
            };
            let (name, calendar) = (name.clone(), calendar.clone());
            return Self { version: 1, name, calendar, contacts: BTreeMap::new() };
        };
        account.version += 1;
        match event {
            AccountEvent::AccountSet { name, calendar } => {
                (account.name, account.calendar) = (name.clone(), calendar.clone());
            }
            AccountEvent::ContactSet { contact, name, email, language } => {
                let link = account.contacts.get(contact).map_or(1, |c| c.link);
                let (name, email) = (name.clone(), email.clone());
                let set = Contact { name, email, language: *language, link, left_at: None };
                account.contacts.insert(*contact, set);
            }
            AccountEvent::LinkRenewed { contact } => {
                if let Some(contact) = account.contacts.get_mut(contact) {
                    contact.link += 1;
                }
            }
            AccountEvent::ContactLeft { contact } => {
                if let Some(contact) = account.contacts.get_mut(contact) {
                    contact.left_at = Some(at);
                }
            }
            AccountEvent::ContactErased { contact } => {
                if let Some(contact) = account.contacts.get_mut(contact) {
                    contact.name.clear();
                    contact.email = None;
                    contact.left_at = contact.left_at.or(Some(at));
                }
            }
        }
        account
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn founded() -> Organisation {
        let event = OrganisationEvent::Founded {
            name: Line::new("Kornoelje").unwrap(),
            language: Language::Nl,
            zone: "Europe/Amsterdam".to_owned(),
            currency: Currency::Eur,
        };
        Organisation::evolve(None, &event, Timestamp::UNIX_EPOCH)
    }

    fn with(organisation: Organisation, event: &OrganisationEvent) -> Organisation {
        Organisation::evolve(Some(organisation), event, Timestamp::UNIX_EPOCH)
    }

    fn member(number: u128, role: Role) -> (MemberId, OrganisationEvent) {
        let member = MemberId::new(Uuid::from_u128(number));
        let name = format!("Member {number}");
        (member, OrganisationEvent::MemberSet { member, name, role })
    }

    #[test]
    fn whoever_is_erased_has_no_name_and_has_left() {
        let (fenna, joined) = member(1, Role::Admin);
        let before = with(founded(), &joined);
        assert!(!before.members[&fenna].is_erased());
        let after = with(before, &OrganisationEvent::MemberErased { member: fenna });
        let erased = &after.members[&fenna];
        assert!(erased.is_erased() && erased.left_at.is_some(), "{erased:?}");
        assert_eq!(erased.role, Role::Admin, "what they might do stays known");
    }

    #[test]
    fn the_last_admin_is_the_only_one_who_is_still_there() {
        let (fenna, fenna_joined) = member(1, Role::Admin);
        let (jip, jip_joined) = member(2, Role::Admin);
        let (mees, mees_joined) = member(3, Role::Manager);
        let organisation = [fenna_joined, jip_joined, mees_joined].iter().fold(founded(), with);
        assert!(!organisation.is_last_admin(fenna) && !organisation.is_last_admin(jip));
        let organisation = with(organisation, &OrganisationEvent::MemberLeft { member: jip });
        assert!(organisation.is_last_admin(fenna));
        assert!(!organisation.is_last_admin(jip), "who has left is none");
        assert!(!organisation.is_last_admin(mees), "a manager is none");
    }

    #[test]
    fn figures_about_a_member_are_for_that_member_until_it_is_switched_on() {
        let (fenna, joined) = member(1, Role::Promisor);
        let (jip, _) = member(2, Role::Admin);
        let organisation = with(founded(), &joined);
        assert!(organisation.shows_figures_of(fenna, Some(fenna)));
        assert!(!organisation.shows_figures_of(fenna, Some(jip)), "not even for an admin");
        assert!(!organisation.shows_figures_of(fenna, None));
        let reason = Some(Line::new("Agreed with the works council").unwrap());
        let figures = PersonFigures { shown: true, reason };
        let shown = with(organisation, &OrganisationEvent::PersonFiguresSet(figures.clone()));
        assert!(shown.shows_figures_of(fenna, Some(jip)));
        assert_eq!(shown.person_figures, figures);
        let off = OrganisationEvent::PersonFiguresSet(PersonFigures::default());
        assert!(!with(shown, &off).shows_figures_of(fenna, Some(jip)));
    }

    #[test]
    fn what_a_yes_costs_is_unknown_until_somebody_says_so() {
        let organisation = founded();
        assert_eq!(organisation.costs(), Costs::unknown(Currency::Eur));
        let costs = Costs { hour: Some(7500), ..Costs::unknown(Currency::Sek) };
        let event = OrganisationEvent::CostsSet(Box::new(costs.clone()));
        assert_eq!(with(organisation, &event).costs(), costs);
    }

    #[test]
    fn a_second_factor_is_demanded_once_somebody_says_so() {
        let organisation = founded();
        assert!(!organisation.demands_second_factor);
        let demand = |demanded| OrganisationEvent::SecondFactorDemanded { demanded };
        let organisation = with(organisation, &demand(true));
        assert!(organisation.demands_second_factor);
        assert!(!with(organisation, &demand(false)).demands_second_factor);
    }
}
