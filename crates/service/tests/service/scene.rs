//! A company with a ledger in a database of its own, a history of finished work, and one customer.

use std::fmt::Write as _;
use std::num::NonZeroU32;

use calendar::Country;
use import::Mapping;
use jiff::Timestamp;
use promise::money::Currency;
use promise::party::{NewWork, Work};
use promise::{AccountId, Actor, ContactId, Language, MemberId, OrganisationId, Rule};
use service::access::password::PasswordCost;
use service::company::{ContactInput, FIRST_CALENDAR, Founding};
use service::history::{Bringing, Brought};
use service::{Caller, Service};
use testkit::Store;
use uuid::Uuid;

/// Monday morning.
pub(crate) const MONDAY: &str = "2026-03-09T08:00:00Z";

/// Which column means what in [`history`].
pub(crate) const MAPPING: &str = "
name = \"tasks\"
[columns]
id = [\"key\"]
created = \"created\"
started = \"started\"
finished = \"finished\"
estimate = \"estimate\"
actual = \"actual\"
team = \"team\"
person = \"person\"
";

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// So many pieces of new work of the one team, of so many hours each.
pub(crate) fn work(hours: u32, pieces: u32) -> Work {
    let new = NewWork {
        team: "Couplings".to_owned(),
        kind: String::new(),
        estimate_minutes: Some(hours * 60),
        pieces: NonZeroU32::new(pieces).expect("above zero"),
    };
    Work { new: vec![new], ..Work::default() }
}

pub(crate) struct Scene {
    pub(crate) service: Service,
    pub(crate) organisation: OrganisationId,
    pub(crate) admin: MemberId,
    pub(crate) account: AccountId,
    pub(crate) contact: ContactId,
    pub(crate) store: Store,
}

impl Scene {
    pub(crate) async fn new(store: Store) -> Self {
        let ledger = store.ledger(7).await;
        let threads = NonZeroU32::MIN;
        let service = Service::new(ledger, threads);
        let organisation = OrganisationId::new(Uuid::from_u128(1));
        let caller = |by, key: &str| Caller {
            organisation,
            by,
            at: instant("2026-01-05T08:00:00Z"),
            key: key.to_owned(),
        };
        let founding = Founding {
            name: "Kornoelje".to_owned(),
            language: Language::Nl,
            zone: "Europe/Amsterdam".to_owned(),
            currency: Currency::Eur,
            country: Country::Nl,
            admin: "Marnix".to_owned(),
        };
        let admin = service.found(&caller(Actor::Rule(Rule::Time), "found"), founding).await;
        let admin = admin.expect("founded");
        let us = Actor::Member(admin);
        let adding = caller(us, "account");
        let account = service.add_account(&adding, "Björkskatan", FIRST_CALENDAR).await;
        let account = account.expect("added");
        let ebba =
            ContactInput { name: "Ebba Lind".to_owned(), email: None, language: Language::Sv };
        let contact = service.add_contact(&caller(us, "contact"), account, ebba).await;
        let contact = contact.expect("added");
        Self { service, organisation, admin, account, contact, store }
    }

    /// The same with passwords that cost next to nothing.
    pub(crate) fn with_weak_passwords(self) -> Self {
        self.with_password_cost(PasswordCost::WEAK_FOR_TESTS_ONLY)
    }

    /// The same with passwords that cost so much.
    pub(crate) fn with_password_cost(self, cost: PasswordCost) -> Self {
        Self { service: self.service.with_password_cost(cost), ..self }
    }

    /// A member at an instant, under a key of this call's own.
    pub(crate) fn as_member(&self, member: MemberId, at: &str) -> Caller {
        self.caller(Actor::Member(member), at)
    }

    /// The admin at an instant, under a key of this call's own.
    pub(crate) fn us(&self, at: &str) -> Caller {
        self.caller(Actor::Member(self.admin), at)
    }

    /// The customer at an instant, on their own page.
    pub(crate) fn them(&self, at: &str) -> Caller {
        self.caller(Actor::Contact { contact: self.contact, through: None }, at)
    }

    pub(crate) fn caller(&self, by: Actor, at: &str) -> Caller {
        let at = instant(at);
        let key = self.service.ledger().entropy().id(at).to_string();
        Caller { organisation: self.organisation, by, at, key }
    }

    pub(crate) async fn bring(&self, at: &str, mapping: &str, csv: &str) -> Brought {
        let mapping = Mapping::parse(mapping).expect("a mapping");
        let bringing = Bringing { mapping: &mapping, bytes: csv.as_bytes(), skip_bad_rows: false };
        self.service.import(&self.us(at), bringing).await.expect("taken in")
    }
}

/// Eighty finished tasks of one person in the sixteen weeks before March 9th: each estimated at 8 hours, with actuals
/// from 5 to 13; and `open` more that wait.
pub(crate) fn history(open: usize) -> String {
    let mut csv = "key,created,started,finished,estimate,actual,team,person\n".to_owned();
    let mut add = |line: std::fmt::Arguments<'_>| {
        csv.write_fmt(line).expect("text takes everything");
    };
    let monday: jiff::civil::Date = "2025-11-17".parse().expect("a date");
    for number in 0..80_i64 {
        let week = monday.checked_add(jiff::Span::new().weeks(number / 5)).expect("near");
        let day = week.checked_add(jiff::Span::new().days(number % 5)).expect("near");
        let actual = 5 + (number * 7) % 9;
        add(format_args!(
            "T{number},{day}T08:00,{day}T09:00,{day}T17:00,8,{actual},Couplings,Jip\n"
        ));
    }
    for number in 0..open {
        add(format_args!("W{number},2026-03-06T09:00,,,8,,Couplings,\n"));
    }
    csv
}
