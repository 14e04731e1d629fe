//! How long what is kept: rules by country and kind, what they would take today, and taking it.
//!
//! The rules that nobody set are defaults with their source. They are a beginning and no legal advice: whoever keeps
//! the data decides for how long.

use calendar::{Calendar, Country};
use jiff::{SignedDuration, Timestamp};
use ledger::Key;
use ledger::audit::Fact;
use ledger::retention::{Aged, SetRule, Waiting};
use promise::party::{ErasureReason, Organisation};
use promise::{Actor, OrganisationId, Person, Rule};

use crate::audit::{Origin, PrivacyError};
use crate::company::FIRST_CALENDAR;
use crate::person::Erasing;
use crate::{Caller, Service, ServiceError};

/// The longest span that can be set: a hundred years.
pub const MOST_DAYS: u32 = 36_525;
/// The kind under which it is kept whether the rules are applied every day.
const DAILY: &str = "daily";
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What is kept for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Names, addresses and words of contacts, from the end of the last promise that names them.
    Contacts,
    /// Names and words of members, from the day they left or the end of the last promise that names them.
    Members,
    /// Notes of the audit log.
    Audit,
    /// Sessions that ended, invitations and tokens that hold no longer.
    Access,
    /// What was answered under an idempotency key.
    Answers,
    /// How a promise was seen while it was open, from its end.
    Forecasts,
    /// Quotes that were asked for.
    Quotes,
    /// Who did a piece of work, as a tracker says, from the day it was finished.
    TrackerPersons,
}

impl Kind {
    /// Every kind, in the order in which they are told and taken.
    pub const ALL: [Self; 8] = [
        Self::Contacts,
        Self::Members,
        Self::Audit,
        Self::Access,
        Self::Answers,
        Self::Forecasts,
        Self::Quotes,
        Self::TrackerPersons,
    ];

    /// The word used in stored and sent data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Members => "members",
            Self::Audit => "audit",
            Self::Access => "access",
            Self::Answers => "answers",
            Self::Forecasts => "forecasts",
            Self::Quotes => "quotes",
            Self::TrackerPersons => "tracker_persons",
        }
    }

    /// The kind with this word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    fn aged(self) -> Option<Aged> {
        match self {
            Self::Contacts | Self::Members => None,
            Self::Audit => Some(Aged::Audit),
            Self::Access => Some(Aged::Access),
            Self::Answers => Some(Aged::Answers),
            Self::Forecasts => Some(Aged::Forecasts),
            Self::Quotes => Some(Aged::Quotes),
            Self::TrackerPersons => Some(Aged::TrackerPersons),
        }
    }
}

/// For how long something is kept when nobody set it, and by what that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// For how many days.
    pub days: u32,
    /// The law or the thought behind it.
    pub source: &'static str,
}

/// So many years after the end of the year in which something ended, in days.
const fn years_after_the_year(years: u32) -> u32 {
    (years + 1) * 366
}

/// What is agreed with a customer, and said on the way there, is part of the papers of the business, so that the law on
/// these papers is where the defaults begin.
fn papers(country: Country) -> Span {
    let (years, source) = match country {
        Country::Nl => (7, "7 years after the year: art. 52 (4) AWR, fiscal records"),
        Country::Se => (7, "7 years after the year: bokföringslagen (1999:1078) 7 kap. 2 §"),
        Country::De => {
            (6, "6 years after the year: § 257 (1) no. 2 and 3, (4) HGB, business letters")
        }
        Country::Be => (7, "7 years after the year: art. III.86 Code de droit économique, books"),
        Country::Dk => (5, "5 years after the year: bogføringsloven (lov nr. 700, 2022) § 12"),
        Country::No => (5, "5 years after the year: bokføringsloven § 13"),
        Country::Fi => (6, "6 years after the year: kirjanpitolaki 2:10 §, vouchers and letters"),
        Country::Gb => (
            6,
            "6 years after the year: Limitation Act 1980 s. 5; Finance Act 1998 sch. 18 para. 21",
        ),
    };
    Span { days: years_after_the_year(years), source }
}

const NOT_LONGER: &str = "no longer than needed: GDPR art. 5 (1) (e)";

/// For how long something is kept in a country when nobody set it.
pub fn default_of(kind: Kind, country: Country) -> Span {
    match kind {
        Kind::Contacts | Kind::Members => papers(country),
        Kind::Audit => Span {
            days: 400,
            source: "a year and a month, so that a yearly review sees a whole year: GDPR art. 5 (1) (e), 32",
        },
        Kind::Access | Kind::Answers => Span { days: 30, source: NOT_LONGER },
        Kind::Forecasts | Kind::Quotes | Kind::TrackerPersons => {
            Span { days: 730, source: NOT_LONGER }
        }
    }
}

/// One rule, and what it would take today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLine {
    /// Of what.
    pub kind: Kind,
    /// In which country.
    pub country: Country,
    /// For how many days; `None` for ever.
    pub days: Option<u32>,
    /// Where the span comes from; `None` when somebody set it.
    pub source: Option<&'static str>,
    /// What would go.
    pub waiting: Waiting,
}

/// What would go today, or went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Going {
    contacts: Vec<Person>,
    members: Vec<Person>,
    aged: Vec<(Aged, Timestamp)>,
}

/// The rules of an organisation with what they would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whether they are applied every day.
    pub daily: bool,
    /// The rules, kind by kind.
    pub lines: Vec<PlanLine>,
    going: Going,
}

impl Plan {
    /// How many rows and persons would go.
    pub fn count(&self) -> usize {
        self.lines.iter().map(|line| line.waiting.count).sum()
    }
}

impl Service {
    /// What the rules would take today, for an admin. Nothing is changed.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody else.
    pub async fn retention_plan(&self, caller: &Caller) -> Result<Plan, PrivacyError> {
        self.admin(caller, "see what is kept for how long").await?;
        Ok(self.plan_retention(caller.organisation, caller.at).await?)
    }

    /// Takes what the rules say today; returns what went.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody but an admin.
    pub async fn retention_run(
        &self,
        caller: &Caller,
        origin: &Origin,
    ) -> Result<Plan, PrivacyError> {
        self.admin(caller, "erase what was kept long enough").await?;
        Ok(self.run_retention(caller, origin).await?)
    }

    /// Sets for how many days something is kept in a country; `None` keeps it for ever.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody but an admin, [`PrivacyError::Days`] for a span that is none.
    pub async fn set_retention(
        &self,
        caller: &Caller,
        origin: &Origin,
        (kind, country): (Kind, Country),
        days: Option<u32>,
    ) -> Result<(), PrivacyError> {
        self.admin(caller, "set how long something is kept").await?;
        if let Some(given) = days.filter(|days| !(1..=MOST_DAYS).contains(days)) {
            return Err(PrivacyError::Days { given, most: MOST_DAYS });
        }
        let days = days.unwrap_or(0);
        let rule =
            SetRule { country: country.code().to_owned(), kind: kind.code().to_owned(), days };
        let detail = [
            ("kind", Fact::Code(kind.code())),
            ("country", Fact::Code(country.code())),
            ("days", Fact::Count(usize::try_from(days).unwrap_or(usize::MAX))),
        ];
        Ok(self.keep_rule(caller, origin, &rule, &detail).await?)
    }

    /// Applies the rules every day from now on, or no longer.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody but an admin.
    pub async fn set_retention_daily(
        &self,
        caller: &Caller,
        origin: &Origin,
        daily: bool,
    ) -> Result<(), PrivacyError> {
        self.admin(caller, "set how long something is kept").await?;
        let rule =
            SetRule { country: String::new(), kind: DAILY.to_owned(), days: u32::from(daily) };
        let detail = [("daily", Fact::Code(if daily { "on" } else { "off" }))];
        Ok(self.keep_rule(caller, origin, &rule, &detail).await?)
    }

    async fn keep_rule(
        &self,
        caller: &Caller,
        origin: &Origin,
        rule: &SetRule,
        detail: &[(&'static str, Fact)],
    ) -> Result<(), ServiceError> {
        let mut note = origin.note(caller, "retention.set", "", "done");
        note.detail = detail.to_vec();
        let mut batch = self.ledger.batch(caller.organisation);
        batch.set_retention(rule);
        batch.facts([self.ledger.note_statement(caller.organisation, &note)]);
        let fingerprint = format!("retention {rule:?}");
        let key = Key { key: caller.key.clone(), fingerprint, answer: String::new() };
        batch.commit(&key, caller.at).await?;
        Ok(())
    }

    /// Applies the rules, once a day for all servers together, where that is switched on.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub(crate) async fn retain_daily(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Option<usize>, ServiceError> {
        let rules = self.ledger.retention_rules(organisation).await?;
        if !is_daily(&rules) || !self.ledger.take_turn(organisation, "retention", at, DAY).await? {
            return Ok(None);
        }
        let key = self.ledger.entropy().id(at).to_string();
        let caller = Caller { organisation, by: Actor::Rule(Rule::Time), at, key };
        let went = self.run_retention(&caller, &Origin::server()).await?;
        Ok(Some(went.count()))
    }

    async fn run_retention(&self, caller: &Caller, origin: &Origin) -> Result<Plan, ServiceError> {
        let plan = self.plan_retention(caller.organisation, caller.at).await?;
        for person in plan.going.contacts.iter().chain(&plan.going.members) {
            let erasing = Erasing {
                person: *person,
                reason: ErasureReason::NoLongerNeeded,
                even_with_open_promises: false,
                tracker_names: Vec::new(),
            };
            self.erase(caller, origin, &erasing).await?;
        }
        let mut note = origin.note(caller, "retention.run", "", "done");
        let mut counts: Vec<(&'static str, usize)> = Vec::new();
        for line in &plan.lines {
            match counts.iter_mut().find(|(code, _)| *code == line.kind.code()) {
                Some((_, count)) => *count += line.waiting.count,
                None => counts.push((line.kind.code(), line.waiting.count)),
            }
        }
        note.detail = counts.into_iter().map(|(code, n)| (code, Fact::Count(n))).collect();
        let mut batch = self.ledger.batch(caller.organisation);
        for (kind, before) in &plan.going.aged {
            batch.take_aged(*kind, *before);
        }
        batch.facts([self.ledger.note_statement(caller.organisation, &note)]);
        let (key, fingerprint) = (format!("retention {}", caller.key), "run".to_owned());
        batch.commit(&Key { key, fingerprint, answer: String::new() }, caller.at).await?;
        Ok(plan)
    }

    async fn plan_retention(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Plan, ServiceError> {
        let us = self.organisation(organisation).await?;
        let rules = self.ledger.retention_rules(organisation).await?;
        let home = home(&us);
        let mut plan = Plan { daily: is_daily(&rules), lines: Vec::new(), going: Going::default() };
        self.plan_contacts(organisation, &us, &rules, at, &mut plan).await?;
        let mut members = line(Kind::Members, home, &rules);
        for former in self.ledger.former_members(organisation).await? {
            if let Some(since) = members.takes(former.since, at)
                && !us.is_last_admin(former.member)
            {
                members.waiting.add(1, Some(since));
                plan.going.members.push(Person::Member(former.member));
            }
        }
        plan.lines.push(members);
        for kind in Kind::ALL {
            let Some(aged) = kind.aged() else { continue };
            let mut line = line(kind, home, &rules);
            if let Some(before) = line.before(at) {
                line.waiting = self.ledger.aged(organisation, aged, before).await?;
                plan.going.aged.push((aged, before));
            }
            plan.lines.push(line);
        }
        Ok(plan)
    }

    /// Contacts by the country of their company's calendar.
    async fn plan_contacts(
        &self,
        organisation: OrganisationId,
        us: &Organisation,
        rules: &[SetRule],
        at: Timestamp,
        plan: &mut Plan,
    ) -> Result<(), ServiceError> {
        let mut lines = vec![line(Kind::Contacts, home(us), rules)];
        for idle in self.ledger.idle_contacts(organisation).await? {
            let account = self.account(organisation, idle.account).await?;
            let country = country_of(&us.calendar(&account.calendar)).unwrap_or_else(|| home(us));
            let place = lines.iter().position(|line| line.country == country);
            let place = place.unwrap_or_else(|| {
                lines.push(line(Kind::Contacts, country, rules));
                lines.len() - 1
            });
            if let Some(since) = lines[place].takes(idle.since, at) {
                lines[place].waiting.add(1, Some(since));
                plan.going.contacts.push(Person::Contact(idle.contact));
            }
        }
        plan.lines.extend(lines);
        Ok(())
    }
}

fn is_daily(rules: &[SetRule]) -> bool {
    rules.iter().any(|rule| rule.kind == DAILY && rule.days > 0)
}

/// The rule of a kind in a country: as it was set, or else the default.
fn line(kind: Kind, country: Country, rules: &[SetRule]) -> PlanLine {
    let is_it = |rule: &&SetRule| rule.kind == kind.code() && rule.country == country.code();
    let (days, source) = match rules.iter().find(is_it) {
        Some(rule) => ((rule.days > 0).then_some(rule.days), None),
        None => {
            let default = default_of(kind, country);
            (Some(default.days), Some(default.source))
        }
    };
    PlanLine { kind, country, days, source, waiting: Waiting::default() }
}

impl PlanLine {
    /// What is from before this instant goes; `None` when nothing ever does.
    fn before(&self, at: Timestamp) -> Option<Timestamp> {
        let days = i64::from(self.days?);
        at.checked_sub(SignedDuration::from_hours(24 * days)).ok()
    }

    /// The instant since which nothing needs something, when that is long enough ago.
    fn takes(&self, since: Option<Timestamp>, at: Timestamp) -> Option<Timestamp> {
        let before = self.before(at)?;
        since.filter(|since| *since < before)
    }
}

/// The country of the organisation: that of its first calendar, else of any, else of its time zone, else the
/// Netherlands.
fn home(us: &Organisation) -> Country {
    let first = us.calendars.get(FIRST_CALENDAR).into_iter();
    let all = first.chain(us.calendars.values());
    let named = all.filter_map(|version| country_of(&version.calendar)).next();
    named.or_else(|| of_zone(&us.zone)).unwrap_or(Country::Nl)
}

/// The country whose holidays a calendar keeps, else that of its time zone.
fn country_of(calendar: &Calendar) -> Option<Country> {
    let keeps = calendar.public_holidays().map(|(country, _)| country);
    keeps.or_else(|| of_zone(calendar.zone().iana_name()?))
}

fn of_zone(zone: &str) -> Option<Country> {
    match zone {
        "Europe/Amsterdam" => Some(Country::Nl),
        "Europe/Stockholm" => Some(Country::Se),
        "Europe/Berlin" | "Europe/Busingen" => Some(Country::De),
        "Europe/Brussels" => Some(Country::Be),
        "Europe/Copenhagen" => Some(Country::Dk),
        "Europe/Oslo" => Some(Country::No),
        "Europe/Helsinki" | "Europe/Mariehamn" => Some(Country::Fi),
        "Europe/London" => Some(Country::Gb),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_default_with_a_source_in_every_country() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_code(kind.code()), Some(kind));
            for country in Country::ALL {
                let default = default_of(kind, country);
                assert!((1..=MOST_DAYS).contains(&default.days), "{kind:?} {country:?}");
                assert!(default.source.len() > 20, "{kind:?} {country:?}");
            }
        }
        assert_eq!(Kind::of_code(DAILY), None);
    }

    #[test]
    fn papers_are_kept_until_the_law_allows_them_to_go() {
        // Ended on the 2nd of January 2026; seven years after that year end with 2033.
        let ended: Timestamp = "2026-01-02T09:00:00Z".parse().unwrap();
        let line = line(Kind::Contacts, Country::Nl, &[]);
        let check = |at: &str, goes: bool| {
            let at: Timestamp = at.parse().unwrap();
            assert_eq!(line.takes(Some(ended), at).is_some(), goes, "{at}");
        };
        check("2033-12-31T23:00:00Z", false);
        check("2034-02-01T09:00:00Z", true);
        assert_eq!(line.takes(None, "2090-01-01T00:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn what_somebody_set_takes_the_place_of_the_default() {
        let set = |days| SetRule { country: "SE".to_owned(), kind: "audit".to_owned(), days };
        let rule = line(Kind::Audit, Country::Se, &[set(10)]);
        assert_eq!((rule.days, rule.source), (Some(10), None));
        let rule = line(Kind::Audit, Country::Se, &[set(0)]);
        assert_eq!((rule.days, rule.before(Timestamp::UNIX_EPOCH)), (None, None));
        let rule = line(Kind::Audit, Country::No, &[set(10)]);
        assert_eq!(rule.days, Some(400), "another country keeps its default");
    }
}
