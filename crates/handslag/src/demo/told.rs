//! How the story goes on: each step is taken at its instant, through the use cases, and notes the next.

mod asking;
mod keeping;

use std::num::NonZeroU32;

use anyhow::Context;
use import::Mapping;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use ledger::query::PromiseRow;
use promise::party::{Work, WorkLink};
use promise::{OrganisationId, PromiseId};
use service::Service;
use service::history::Bringing;
use service::promise::Ask;

use super::draft;
use super::outside;
use super::people::{self, ACCOUNT_MANAGER, Customer, People};
use super::register;
use super::row::{Plot, Row};
use super::script::{self, FIRST_MONDAY};
use super::story::{Agenda, Story};
use super::tracker::{self, Item};
use super::words::{Said, words};

/// How the tracker's export is read.
pub(super) const MAPPING: &str = include_str!("../../../../samples/mappings/kornoelje.toml");
/// Until here everything is looked at again every other month, then every month.
const MONTHLY_FROM: Date = date(2025, 10, 1);
/// From here on it is looked at every day.
const DAILY_FROM: Date = date(2026, 2, 27);
/// How often the plan is played for a forecast of the past.
const TRIALS_OF_THE_PAST: u32 = 200;

/// What happens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Everything is looked at again.
    Watch,
    /// A customer asks, and is answered.
    Asked(usize),
    /// The customer answers the offer.
    Answered(usize),
    /// Something comes that was asked in return.
    Came(usize, usize),
    /// We propose another date.
    Move(usize),
    /// The customer agrees to it.
    Agreed(usize),
    /// The customer asks for another date.
    AsksForDate(usize),
    /// It ends without being delivered.
    Ended(usize),
    /// It is there.
    Done(usize),
    /// It is there again.
    DoneAgain(usize),
    /// The customer looks at it.
    Seen(usize),
}

/// A promise as far as it was told.
#[derive(Debug, Clone, Default)]
struct Told {
    id: Option<PromiseId>,
    /// Whether its work is known in the tracker.
    linked: bool,
    /// Whether the customer has said that something is missing.
    disputed: bool,
    /// Whether nothing more comes of it.
    over: bool,
}

/// The story and everything that is needed to go on with it.
pub(super) struct Telling<'a> {
    story: Story<'a>,
    now: Timestamp,
    people: People,
    rows: Vec<Row>,
    told: Vec<Told>,
    items: Vec<Item>,
    agenda: Agenda<Step>,
    mapping: Mapping,
    imported: Option<Timestamp>,
}

/// When everything is looked at again: every month or two, every day in the end, and now.
fn looks(story: &Story<'_>, now: Timestamp) -> anyhow::Result<Vec<Timestamp>> {
    let mut looks = Vec::new();
    let mut day = story.office.next_business_day(date(2024, 12, 1))?;
    while story.wall(day.at(7, 45, 0, 0))? < now {
        looks.push(story.wall(day.at(7, 45, 0, 0))?);
        let months = if day < MONTHLY_FROM { 2 } else { 1 };
        let next = (day + months.months()).first_of_month();
        let next = if day < DAILY_FROM { next.min(DAILY_FROM) } else { day.tomorrow()? };
        day = story.office.next_business_day(next)?;
    }
    looks.push(now);
    Ok(looks)
}

impl<'a> Telling<'a> {
    /// Founds the company and notes what is asked of it when.
    pub(super) async fn begin(
        service: &'a Service,
        organisation: OrganisationId,
        now: Timestamp,
    ) -> anyhow::Result<Self> {
        let office = people::office()?;
        let begins = office.instant_of(FIRST_MONDAY.at(8, 30, 0, 0))?;
        let story = Story::new(service, organisation, office, begins);
        let people = people::move_in(&story).await?;
        let rows = script::rows();
        let mut agenda = Agenda::new();
        for at in looks(&story, now)? {
            agenda.note(at, Step::Watch);
        }
        for (place, at) in script::asked_at(&story, &rows)?.into_iter().enumerate() {
            agenda.note(at, Step::Asked(place));
            if let Plot::AsksFor(when, _) = rows[place].plot {
                agenda.note(story.wall(when.parse()?)?, Step::AsksForDate(place));
            }
        }
        let items = script::items(&story, now)?;
        let told = vec![Told::default(); rows.len()];
        let mapping = Mapping::parse(MAPPING)?;
        let imported = None;
        Ok(Self { story, now, people, rows, told, items, agenda, mapping, imported })
    }

    /// Tells the story up to the present.
    pub(super) async fn tell_all(mut self) -> anyhow::Result<()> {
        let service = self.story.service;
        service.play_at_most(NonZeroU32::new(TRIALS_OF_THE_PAST));
        let told = self.tell().await;
        service.play_at_most(None);
        told
    }

    async fn tell(&mut self) -> anyhow::Result<()> {
        let service = self.story.service;
        while let Some((at, step)) = self.agenda.next_until(self.now) {
            self.story.go_to(at);
            service.pass(self.story.organisation, at).await?;
            let taken = self.take(step).await;
            taken.with_context(|| format!("{step:?} at {at}: {}", self.subject(step)))?;
        }
        self.story.go_to(self.now);
        people::say_what_a_yes_costs(&self.story, &self.people).await?;
        outside::note(&self.story, &self.people).await?;
        self.watch().await?;
        register::fill(&self.story, &self.people).await
    }

    fn subject(&self, step: Step) -> &'static str {
        match step {
            Step::Watch => "",
            Step::Asked(place)
            | Step::Answered(place)
            | Step::Came(place, _)
            | Step::Move(place)
            | Step::Agreed(place)
            | Step::AsksForDate(place)
            | Step::Ended(place)
            | Step::Done(place)
            | Step::DoneAgain(place)
            | Step::Seen(place) => self.rows[place].subject,
        }
    }

    async fn take(&mut self, step: Step) -> anyhow::Result<()> {
        match step {
            Step::Watch => self.watch().await,
            Step::Asked(place) => self.asked(place).await,
            Step::Answered(place) => self.answered(place).await,
            Step::Came(place, which) => self.came(place, which).await,
            Step::Move(place) => self.propose(place).await,
            Step::Agreed(place) => self.agreed(place).await,
            Step::AsksForDate(place) => self.asks_for_date(place).await,
            Step::Ended(place) => self.ended(place).await,
            Step::Done(place) => self.done(place, Said::Delivered).await,
            Step::DoneAgain(place) => self.done(place, Said::DeliveredAgain).await,
            Step::Seen(place) => self.seen(place).await,
        }
    }

    /// The promises that one waits for, as far as they were given.
    fn waits_for(&self, place: usize) -> Vec<PromiseId> {
        let named = self.rows[place].after;
        let others =
            self.rows.iter().zip(&self.told).filter(|(row, _)| named.contains(&row.subject));
        others.filter_map(|(_, told)| told.id).collect()
    }

    /// Lets those wait for a promise, once it is given, that were promised before it was.
    async fn let_wait(&self, given: usize) -> anyhow::Result<()> {
        let subject = self.rows[given].subject;
        for (place, row) in self.rows.iter().enumerate() {
            let Told { id: Some(id), over: false, .. } = self.told[place] else { continue };
            if !row.after.contains(&subject) {
                continue;
            }
            let owner = self.story.by_member(self.people.member(row.team.owner())?);
            let work = self.story.service.planned(&owner, id).await?;
            let work = Work { after: self.waits_for(place), ..work };
            self.story.service.plan_work(&owner, id, work).await?;
        }
        Ok(())
    }

    fn customer(&self, place: usize) -> anyhow::Result<Customer> {
        self.people.customer(self.rows[place].customer).cloned()
    }

    fn id(&self, place: usize) -> anyhow::Result<PromiseId> {
        self.told[place].id.context("it was not given yet")
    }

    /// How lists show it.
    async fn listed(&self, place: usize) -> anyhow::Result<PromiseRow> {
        let ledger = self.story.service.ledger();
        let row = ledger.promise_row(self.story.organisation, self.id(place)?).await?;
        row.context("it was given")
    }

    async fn act_as_customer(&self, place: usize, ask: Ask) -> anyhow::Result<()> {
        let caller = self.story.by_contact(self.customer(place)?.contact);
        self.story.service.act(&caller, self.id(place)?, ask, None).await?;
        Ok(())
    }

    async fn act_as_owner(&self, place: usize, ask: Ask) -> anyhow::Result<()> {
        let owner = self.people.member(self.rows[place].team.owner())?;
        let caller = self.story.by_member(owner);
        self.story.service.act(&caller, self.id(place)?, ask, None).await?;
        Ok(())
    }

    fn words(&self, place: usize, said: Said) -> anyhow::Result<String> {
        Ok(words(said, self.customer(place)?.language).to_owned())
    }

    /// Takes in the tracker of today, once a day, and joins promises to the work they have become.
    async fn take_in(&mut self) -> anyhow::Result<()> {
        let (service, at) = (self.story.service, self.story.at());
        let today = self.story.office.date_at(at);
        let before = self.imported.replace(at);
        if before.is_some_and(|before| self.story.office.date_at(before) == today) {
            self.imported = before;
            return Ok(());
        }
        let zone = TimeZone::get(people::ZONE)?;
        let csv = tracker::export(&self.items, before, at, &zone);
        let manager = self.people.member(ACCOUNT_MANAGER)?;
        let bringing =
            Bringing { mapping: &self.mapping, bytes: csv.as_bytes(), skip_bad_rows: false };
        service.import(&self.story.by_member(manager), bringing).await?;
        for place in 0..self.rows.len() {
            let Told { id: Some(id), linked: false, over: false, .. } = self.told[place] else {
                continue;
            };
            let own = self.items.iter().filter(|item| item.of == Some(place) && item.created < at);
            let source = self.mapping.source();
            let link = |item: &Item| WorkLink { source: source.to_owned(), id: item.key.clone() };
            let records: Vec<WorkLink> = own.map(link).collect();
            if records.len() < usize::try_from(self.rows[place].pieces)?.max(1) {
                continue;
            }
            let owner = self.people.member(self.rows[place].team.owner())?;
            let (arranged, after) = (draft::arranged(&self.rows[place]), self.waits_for(place));
            let work = Work { records, after, arranged, ..Work::default() };
            service.plan_work(&self.story.by_member(owner), id, work).await?;
            self.told[place].linked = true;
        }
        Ok(())
    }

    async fn watch(&mut self) -> anyhow::Result<()> {
        self.take_in().await?;
        let at = self.story.at();
        if at == self.now {
            self.story.service.play_at_most(None);
        }
        self.story.service.watch(self.story.organisation, at).await?;
        Ok(())
    }
}
