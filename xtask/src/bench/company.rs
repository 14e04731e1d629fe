//! An invented company that has used handslag for two years: as many promises as are wanted, of which 300 are still to
//! be kept, over the history of one team. Somebody is signed in, and a program has a token.

use std::fmt::Write;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use calendar::{Calendar, Country, Due};
use forecast::Seed;
use import::Mapping;
use jiff::{SignedDuration, Timestamp, ToSpan};
use ledger::access::token::Scope;
use ledger::{Entropy, Head, Key, KeyRing, Ledger, PromiseTold, Told};
use promise::event::Evidence;
use promise::evolve::evolve;
use promise::money::Currency;
use promise::party::{Language, NewWork, Work};
use promise::settle::Measure;
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{
    AccountId, Actor, Command, ContactId, Line, MemberId, Now, OrganisationId, Person, Policy,
    Promise, PromiseId, Rule, Stamped, Words, decide,
};
use service::access::Visit;
use service::access::sign_in::SignIn;
use service::company::{ContactInput, FIRST_CALENDAR, Founding};
use service::history::Bringing;
use service::{Caller, Service};
use uuid::Uuid;

/// When everything is measured.
pub(super) const NOW: &str = "2026-03-09T08:40:00Z";

const ACCOUNTS: u32 = 40;
/// How many promises are still to be kept; they were given in the last days.
const OPEN: u32 = 300;
/// How old the oldest may be, in minutes: two years but a month.
const OLD: i64 = 700 * 24 * 60;
/// So many are written at once.
const AT_ONCE: usize = 100;
/// Pieces of work that the team has finished.
const FINISHED: u32 = 400;

/// The company.
pub(super) const COMPANY: OrganisationId = OrganisationId::new(Uuid::from_u128(1));
const TEAM: &str = "product";
const ZONE: &str = "Europe/Amsterdam";

const MAPPING: &str = r#"
name = "the team's tracker"
source = "tracker"
[columns]
id = ["key"]
created = "created"
started = "started"
finished = "finished"
team = "team"
"#;

/// What is asked of a running server, and as whom.
#[derive(Debug)]
pub(super) struct Company {
    /// The secret of a browser's session.
    pub(super) session: String,
    /// The secret of a program.
    pub(super) token: String,
    /// The promises, by their ids.
    pub(super) promises: Vec<PromiseId>,
    /// Somebody to promise to.
    pub(super) account: AccountId,
}

/// Where the keys of a database are.
pub(super) fn keys_beside(database: &Path) -> PathBuf {
    let mut keys = database.as_os_str().to_owned();
    keys.push(".key");
    PathBuf::from(keys)
}

/// Founds the company in a database of its own, with so many promises and with the keys beside it.
pub(super) async fn found(database: &Path, promises: u32) -> anyhow::Result<Company> {
    let at = now()?;
    let entropy = Arc::new(Entropy::from_seed([11; 32]));
    let ring = KeyRing::generate(&entropy, at);
    std::fs::write(keys_beside(database), ring.to_text())?;
    let ledger = Ledger::open_sqlite(database, ring, entropy)?;
    let service = Service::new(ledger, NonZeroU32::MIN);
    let first = caller(Actor::Rule(Rule::Time), at, "found");
    let founding = Founding {
        name: "Bench".to_owned(),
        language: Language::En,
        zone: ZONE.to_owned(),
        currency: Currency::Eur,
        country: Country::Nl,
        admin: "Fenna Oldenzand".to_owned(),
    };
    let member = service.found(&first, founding).await?;
    let us = |key: &str| caller(Actor::Member(member), at, key);
    let link = service.invite(&us("invite"), member).await?;
    let visit = Visit { at, address: "192.0.2.1", agent: "bench", device: None };
    let (login, password) = ("fenna@bench.example", "a sentence to come in by");
    let accepted = service.accept_invitation(link.reveal(), login, password, &visit).await?;
    let SignIn::In { session, .. } = accepted else { bail!("{login} is not let in") };
    let token = service.make_token(&us("token"), "bench", Scope::Promise, 30).await?;
    let mapping = Mapping::parse(MAPPING)?;
    let bytes = history(at)?;
    let bringing = Bringing { mapping: &mapping, bytes: bytes.as_bytes(), skip_bad_rows: false };
    service.import(&us("history"), bringing).await?;
    let customers = customers(&service, us).await?;
    let account = customers.first().context("no customer")?.0;
    let promises = promise_all((service.ledger(), member), &customers, promises, at).await?;
    service.watch(COMPANY, at).await?;
    let (session, token) = (session.reveal().to_owned(), token.reveal().to_owned());
    Ok(Company { session, token, promises, account })
}

fn caller(by: Actor, at: Timestamp, key: &str) -> Caller {
    Caller { organisation: COMPANY, by, at, key: key.to_owned() }
}

fn now() -> anyhow::Result<Timestamp> {
    Ok(NOW.parse()?)
}

async fn customers(
    service: &Service,
    us: impl Fn(&str) -> Caller,
) -> anyhow::Result<Vec<(AccountId, ContactId)>> {
    let mut customers = Vec::new();
    for number in 1..=ACCOUNTS {
        let name = format!("Brewery {number}");
        let account = service.add_account(&us(&name), &name, FIRST_CALENDAR).await?;
        let contact = ContactInput {
            name: format!("Ebba Kvistgren {number}"),
            email: None,
            language: Language::Sv,
        };
        let key = format!("contact {number}");
        customers.push((account, service.add_contact(&us(&key), account, contact).await?));
    }
    Ok(customers)
}

/// What the team finished in the last year: most in a day or two, some in weeks.
fn history(at: Timestamp) -> anyhow::Result<String> {
    let luck = Seed(20_260_309);
    let mut rows = String::from("key,team,created,started,finished\n");
    for piece in 0..FINISHED {
        let age = SignedDuration::from_hours(24 * 365 * i64::from(FINISHED - piece) / 400);
        let took = 1.0 + 160.0 * luck.uniform(u64::from(piece), 0).powi(4);
        let created = at - age;
        let finished = created + SignedDuration::try_from_secs_f64(took * 3600.0)?;
        if finished < at {
            writeln!(rows, "{piece},{TEAM},{created},{created},{finished}")?;
        }
    }
    Ok(rows)
}

/// Who promises, and by which rules.
struct Giver {
    member: MemberId,
    calendar: Calendar,
    policy: Policy,
    /// How many promises there will be.
    count: u32,
}

async fn promise_all(
    (ledger, member): (&Ledger, MemberId),
    customers: &[(AccountId, ContactId)],
    count: u32,
    at: Timestamp,
) -> anyhow::Result<Vec<PromiseId>> {
    let calendar = Calendar::office(ZONE, Country::Nl)?;
    let giver = Giver { member, calendar, policy: Policy::default(), count };
    let numbers: Vec<u32> = (1..=count).collect();
    let mut promises = Vec::new();
    for numbers in numbers.chunks(AT_ONCE) {
        let mut batch = ledger.batch(COMPANY);
        for &number in numbers {
            let customer = customers[usize::try_from(number)? % customers.len()];
            let id = PromiseId::new(ledger.entropy().id(at));
            let told = PromiseTold { state: None, head: Head::default(), events: Vec::new() };
            let events = giver.life(number, customer, at)?;
            batch.promise_events(id, &told, &events)?;
            if giver.is_open(number) {
                let told = Told { state: None, head: Head::default() };
                batch.plan_work(id, &told, work(number)?, Actor::Member(member), at);
            }
            promises.push(id);
        }
        let key = format!("promises up to {number}", number = numbers.last().unwrap_or(&0));
        let key = Key { key, fingerprint: String::new(), answer: String::new() };
        batch.commit(&key, at).await?;
    }
    Ok(promises)
}

fn work(number: u32) -> anyhow::Result<Work> {
    let pieces = NonZeroU32::new(1 + number % 3).context("no pieces")?;
    let new =
        NewWork { team: TEAM.to_owned(), kind: String::new(), estimate_minutes: None, pieces };
    Ok(Work { new: vec![new], ..Work::default() })
}

impl Giver {
    fn is_open(&self, number: u32) -> bool {
        number + OPEN > self.count
    }

    /// What happened to a promise: the older ones were kept, some of them late.
    fn life(
        &self,
        number: u32,
        customer: (AccountId, ContactId),
        at: Timestamp,
    ) -> anyhow::Result<Vec<Stamped>> {
        let days = |days: u32| SignedDuration::from_hours(24 * i64::from(days));
        let is_open = self.is_open(number);
        // Those that were kept were given one after another over two years, those that are open in the last ten days.
        let made = if is_open {
            at - days(10) + SignedDuration::from_mins(i64::from(number % 1000))
        } else {
            at - days(730)
                + SignedDuration::from_mins(OLD / i64::from(self.count) * i64::from(number))
        };
        let due = made.to_zoned(self.calendar.zone().clone()).date();
        let due = due + if is_open { i64::from(14 + number % 90) } else { 14 }.days();
        let due = self.calendar.next_business_day(due)?;
        let mut promise = Life { giver: self, state: None, events: Vec::new() };
        let us = Actor::Member(self.member);
        let them = Actor::Contact { contact: customer.1, through: None };
        let draft = Box::new(self.draft(number, customer, &due.to_string())?);
        promise.take(Command::Write { number, draft }, us, made)?;
        promise.take(Command::Offer { expires: made + days(7) }, us, made)?;
        promise.take(Command::Accept, them, made + days(1))?;
        if !is_open {
            let there = made + days(if number.is_multiple_of(8) { 18 } else { 10 });
            let evidence = Evidence::Reference(line("the release notes")?);
            let delivered =
                Command::Deliver { at: there, evidence, silence_ends: there + days(10) };
            promise.take(delivered, us, there)?;
            let confirmed = Command::ConfirmDelivery { measure: Measure::AsPromised, words: None };
            promise.take(confirmed, them, there + days(1))?;
        }
        Ok(promise.events)
    }

    fn draft(
        &self,
        number: u32,
        (account, contact): (AccountId, ContactId),
        due: &str,
    ) -> anyhow::Result<Draft> {
        let reason = Words::new(Person::Member(self.member), "Nothing like it was built before.")
            .context("words that are too long")?;
        let nothing = Consideration::Nothing { because: line("Part of the contract")? };
        Ok(Draft {
            contact: Some(contact),
            subject: Some(line(&format!("Meter data of site {number} in one export"))?),
            acceptance: Some(line("Five mornings in a row arrive complete")?),
            due: Some(Due::parse(due, &self.calendar)?),
            strictness: Some(Strictness::Target),
            promisor: Some(self.member),
            owner: Some(self.member),
            consideration: Some(nothing),
            remedy: Some(RemedyChoice::NoneAgreed),
            ground: Some(Ground::Without { reason }),
            ..Draft::new(account)
        })
    }
}

/// A promise as it comes about.
struct Life<'a> {
    giver: &'a Giver,
    state: Option<Promise>,
    events: Vec<Stamped>,
}

impl Life<'_> {
    fn take(&mut self, command: Command, by: Actor, at: Timestamp) -> anyhow::Result<()> {
        let now = Now { at, calendar: &self.giver.calendar, policy: &self.giver.policy };
        for event in decide(self.state.as_ref(), command, by, &now)? {
            self.state = Some(evolve(self.state.take(), &event));
            self.events.push(event);
        }
        Ok(())
    }
}

fn line(text: &str) -> anyhow::Result<Line> {
    Line::new(text).with_context(|| format!("{text:?} is no line"))
}
