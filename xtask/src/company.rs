//! An invented company that promises are written for, as fast as can be or while things break.

use anyhow::Context;
use calendar::{Calendar, Country, Due};
use jiff::Timestamp;
use ledger::{Head, Key, Ledger, Outcome, PromiseTold};
use promise::money::Currency;
use promise::party::{AccountEvent, CalendarVersion, Language, OrganisationEvent, Role};
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{
    AccountId, Actor, Command, ContactId, Line, MemberId, Now, OrganisationId, Person, Policy,
    PromiseId, Words, decide,
};
use uuid::Uuid;

const MEMBER: MemberId = MemberId::new(Uuid::from_u128(2));
const CONTACT: ContactId = ContactId::new(Uuid::from_u128(3));
const ACCOUNT: AccountId = AccountId::new(Uuid::from_u128(4));
const US: Actor = Actor::Member(MEMBER);

/// The company.
#[derive(Debug)]
pub(crate) struct Company {
    pub(crate) organisation: OrganisationId,
    calendar: Calendar,
    policy: Policy,
    draft: Draft,
    at: Timestamp,
}

/// What is to be written.
#[derive(Debug)]
pub(crate) struct Told<'a> {
    /// The number of the promise; its id is made from it.
    pub(crate) number: u32,
    pub(crate) subject: &'a str,
    /// The key that it is written under.
    pub(crate) key: &'a str,
}

impl Company {
    /// How many events found it.
    pub(crate) const FOUNDING: usize = 5;

    /// The company, that nobody has founded yet.
    pub(crate) fn new(organisation: OrganisationId) -> anyhow::Result<Self> {
        let calendar = Calendar::office("Europe/Stockholm", Country::Se)?;
        let draft = draft(&calendar)?;
        let at = "2026-02-02T09:00:00Z".parse()?;
        Ok(Self { organisation, calendar, policy: Policy::default(), draft, at })
    }

    /// Founds it in a ledger.
    pub(crate) async fn found(&self, ledger: &Ledger) -> anyhow::Result<()> {
        let at = self.at;
        let calendar = Box::new(CalendarVersion { version: 1, calendar: self.calendar.clone() });
        let (name, zone) = (line("Warmtebron")?, "Europe/Amsterdam".to_owned());
        let events = [
            OrganisationEvent::Founded {
                name,
                language: Language::En,
                zone,
                currency: Currency::Eur,
            },
            OrganisationEvent::CalendarSet { name: "office".to_owned(), calendar },
            OrganisationEvent::MemberSet {
                member: MEMBER,
                name: "Fenna Oldenzand".to_owned(),
                role: Role::Admin,
            },
        ];
        let told = ledger.organisation(self.organisation).await?;
        let account = ledger.account(self.organisation, ACCOUNT).await?;
        let mut batch = ledger.batch(self.organisation);
        batch.organisation_events(&told, &events, US, at)?;
        let events = [
            AccountEvent::AccountSet { name: line("Brewery")?, calendar: "office".to_owned() },
            AccountEvent::ContactSet {
                contact: CONTACT,
                name: "Ebba Kvistgren".to_owned(),
                email: None,
                language: Language::Sv,
            },
        ];
        batch.account_events(ACCOUNT, &account, &events, US, at)?;
        batch.commit(&key("found"), at).await?;
        Ok(())
    }

    /// Writes a promise with nothing missing; when it returns it is at rest.
    pub(crate) async fn write(&self, ledger: &Ledger, told: &Told<'_>) -> anyhow::Result<Outcome> {
        let id = PromiseId::new(Uuid::from_u128(1000 + u128::from(told.number)));
        let draft = Draft { subject: Some(line(told.subject)?), ..self.draft.clone() };
        let command = Command::Write { number: told.number, draft: Box::new(draft) };
        let now = Now { at: self.at, calendar: &self.calendar, policy: &self.policy };
        let events = decide(None, command, US, &now)?;
        let mut batch = ledger.batch(self.organisation);
        let before = PromiseTold { state: None, head: Head::default(), events: vec![] };
        batch.promise_events(id, &before, &events)?;
        Ok(batch.commit(&key(told.key), self.at).await?)
    }
}

/// A draft that lacks its subject alone.
fn draft(calendar: &Calendar) -> anyhow::Result<Draft> {
    let reason = Words::new(Person::Member(MEMBER), "Nothing like it was built before.")
        .context("words that are too long")?;
    Ok(Draft {
        contact: Some(CONTACT),
        acceptance: Some(line("Five mornings in a row arrive complete")?),
        due: Some(Due::parse("2026-03-12", calendar)?),
        strictness: Some(Strictness::Target),
        promisor: Some(MEMBER),
        owner: Some(MEMBER),
        consideration: Some(Consideration::Nothing { because: line("Part of the contract")? }),
        remedy: Some(RemedyChoice::NoneAgreed),
        ground: Some(Ground::Without { reason }),
        ..Draft::new(ACCOUNT)
    })
}

fn line(text: &str) -> anyhow::Result<Line> {
    Line::new(text).with_context(|| format!("{text:?} is no line"))
}

fn key(name: &str) -> Key {
    Key { key: name.to_owned(), fingerprint: name.to_owned(), answer: "{}".to_owned() }
}
