//! A ledger in a folder of its own, with people who have keys.

use std::sync::Arc;

use calendar::{Calendar, Country, Due};
use jiff::Timestamp;
use ledger::{Entropy, Key, KeyRing, Ledger, Outcome};
use promise::decide::{Now, decide};
use promise::money::Currency;
use promise::party::{
    AccountEvent, CalendarVersion, Discipline, Language, OrganisationEvent, Role, Team,
};
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{
    AccountId, Actor, Command, ContactId, Line, MemberId, OrganisationId, Person, Policy,
    PromiseId, Words,
};
use testkit::Store;
use uuid::Uuid;

pub(crate) const KORNOELJE: OrganisationId = OrganisationId::new(Uuid::from_u128(1));
pub(crate) const FENNA: MemberId = MemberId::new(Uuid::from_u128(2));
pub(crate) const EBBA: ContactId = ContactId::new(Uuid::from_u128(3));
pub(crate) const BREWERY: AccountId = AccountId::new(Uuid::from_u128(4));
pub(crate) const US: Actor = Actor::Member(FENNA);
pub(crate) const THEM: Actor = Actor::Contact { contact: EBBA, through: None };

/// Of the keys and ids of every scene.
const SEED: u8 = 5;

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

pub(crate) fn office() -> Calendar {
    Calendar::office("Europe/Stockholm", Country::Se).expect("a known zone")
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

pub(crate) fn ours(text: &str) -> Words {
    Words::new(Person::Member(FENNA), text).expect("words")
}

pub(crate) fn theirs(text: &str) -> Words {
    Words::new(Person::Contact(EBBA), text).expect("words")
}

pub(crate) fn promise_id(number: u128) -> PromiseId {
    PromiseId::new(Uuid::from_u128(100 + number))
}

/// A key that is used for one thing only.
pub(crate) fn key(name: &str) -> Key {
    Key {
        key: name.to_owned(),
        fingerprint: name.to_owned(),
        answer: format!("{{\"of\":\"{name}\"}}"),
    }
}

pub(crate) struct Scene {
    pub(crate) ledger: Ledger,
    pub(crate) store: Store,
}

impl Scene {
    /// A ledger with an organisation, a member, an account and a contact.
    pub(crate) async fn new(store: Store) -> Self {
        let scene = Self { ledger: store.ledger(SEED).await, store };
        scene.found().await;
        scene
    }

    /// The same database, opened by another program with the same keys.
    pub(crate) async fn again(&self) -> Ledger {
        let ledger = self.store.ledger(SEED).await;
        ledger.unlock(KORNOELJE).await.expect("the same keys");
        ledger
    }

    async fn found(&self) {
        let at = instant("2026-02-02T09:00:00Z");
        let calendar = Box::new(CalendarVersion { version: 1, calendar: office() });
        let team = Team {
            calendar: "kontor".to_owned(),
            slots: None,
            reserved_minutes: Some(600),
            discipline: Discipline::Dispatch,
        };
        let (language, zone) = (Language::Nl, "Europe/Amsterdam".to_owned());
        let name = line("Kornoelje Software");
        let events = [
            OrganisationEvent::Founded { name, language, zone, currency: Currency::Eur },
            OrganisationEvent::PolicySet(Policy::default()),
            OrganisationEvent::CalendarSet { name: "kontor".to_owned(), calendar },
            OrganisationEvent::TeamSet { name: "Couplings".to_owned(), team },
            OrganisationEvent::MemberSet {
                member: FENNA,
                name: "Fenna Oldenzand".to_owned(),
                role: Role::Admin,
            },
        ];
        let told = self.ledger.organisation(KORNOELJE).await.expect("it reads");
        let mut batch = self.ledger.batch(KORNOELJE);
        batch.organisation_events(&told, &events, US, at).expect("it writes");
        let account = self.ledger.account(KORNOELJE, BREWERY).await.expect("it reads");
        let events = [
            AccountEvent::AccountSet {
                name: line("Björkskatan Bryggeri"),
                calendar: "kontor".to_owned(),
            },
            AccountEvent::ContactSet {
                contact: EBBA,
                name: "Ebba Kvistgren".to_owned(),
                email: Some("ebba@bjorkskatan.example".to_owned()),
                language: Language::Sv,
            },
        ];
        batch.account_events(BREWERY, &account, &events, US, at).expect("it writes");
        let outcome = batch.commit(&key("found"), at).await.expect("it commits");
        assert_eq!(outcome, Outcome::Done);
    }

    /// Decides a command on a promise and writes what follows, under a key of its own.
    pub(crate) async fn ask(&self, id: PromiseId, by: Actor, at: &str, command: Command) {
        let (at, name) = (instant(at), format!("{id} {} {at}", command.verb()));
        let (calendar, policy) = (office(), Policy::default());
        let now = Now { at, calendar: &calendar, policy: &policy };
        let told = self.ledger.promise(KORNOELJE, id).await.expect("it reads");
        let events = decide(told.state.as_ref(), command, by, &now).expect("it is allowed");
        let mut batch = self.ledger.batch(KORNOELJE);
        batch.promise_events(id, &told, &events).expect("it writes");
        batch.commit(&key(&name), at).await.expect("it commits");
    }
}

pub(crate) fn open(path: &std::path::Path) -> Ledger {
    let entropy = Entropy::from_seed([SEED; 32]);
    let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
    Ledger::open_sqlite(path, ring, Arc::new(entropy)).expect("it opens")
}

/// A draft with nothing missing.
pub(crate) fn whole_draft() -> Draft {
    Draft {
        contact: Some(EBBA),
        subject: Some(line("Meter data of all 48 sites in one export")),
        acceptance: Some(line("Five mornings in a row arrive complete")),
        due: Some(Due::parse("2026-03-12", &office()).expect("a due")),
        strictness: Some(Strictness::Target),
        promisor: Some(FENNA),
        owner: Some(FENNA),
        consideration: Some(Consideration::Nothing { because: line("Part of the contract") }),
        remedy: Some(RemedyChoice::NoneAgreed),
        ground: Some(Ground::Without { reason: ours("Nothing like it was built before.") }),
        ..Draft::new(BREWERY)
    }
}

pub(crate) fn write(number: u32) -> Command {
    Command::Write { number, draft: Box::new(whole_draft()) }
}

pub(crate) fn offer() -> Command {
    Command::Offer { expires: instant("2026-02-11T16:00:00Z") }
}
