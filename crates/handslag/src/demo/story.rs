//! Telling the story: who speaks, when, and what comes next.

use std::cell::Cell;
use std::collections::BTreeMap;

use calendar::Calendar;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use promise::{Actor, ContactId, MemberId, OrganisationId, Rule};
use service::{Caller, Service};

/// The story as far as it was told.
#[derive(Debug)]
pub(super) struct Story<'a> {
    /// The use cases.
    pub(super) service: &'a Service,
    /// Whose ledger.
    pub(super) organisation: OrganisationId,
    /// The calendar of the company's own office.
    pub(super) office: Calendar,
    at: Cell<Timestamp>,
    spoken: Cell<u32>,
}

impl<'a> Story<'a> {
    /// A story that begins.
    pub(super) fn new(
        service: &'a Service,
        organisation: OrganisationId,
        office: Calendar,
        at: Timestamp,
    ) -> Self {
        Self { service, organisation, office, at: Cell::new(at), spoken: Cell::new(0) }
    }

    /// The instant at which the story has arrived.
    pub(super) fn at(&self) -> Timestamp {
        self.at.get()
    }

    /// Goes on to an instant.
    pub(super) fn go_to(&self, at: Timestamp) {
        assert!(at >= self.at.get(), "a story is told forwards: {at} after {}", self.at.get());
        self.at.set(at);
    }

    /// A member speaks.
    pub(super) fn by_member(&self, member: MemberId) -> Caller {
        self.by(Actor::Member(member))
    }

    /// A contact speaks.
    pub(super) fn by_contact(&self, contact: ContactId) -> Caller {
        self.by(Actor::Contact { contact, through: None })
    }

    /// Nobody is there yet.
    pub(super) fn by_nobody(&self) -> Caller {
        self.by(Actor::Rule(Rule::Time))
    }

    fn by(&self, by: Actor) -> Caller {
        let spoken = self.spoken.get();
        self.spoken.set(spoken + 1);
        let key = format!("demo {spoken}");
        Caller { organisation: self.organisation, by, at: self.at.get(), key }
    }

    /// The instant of a wall-clock time at the office.
    pub(super) fn wall(&self, wall: DateTime) -> anyhow::Result<Timestamp> {
        Ok(self.office.instant_of(wall)?)
    }

    /// A time of day so many business days after the present day.
    pub(super) fn later(&self, days: i32, hour: i8, minute: i8) -> anyhow::Result<Timestamp> {
        self.after(self.office.date_at(self.at.get()), days, hour, minute)
    }

    /// A time of day so many business days after a day.
    pub(super) fn after(
        &self,
        day: Date,
        days: i32,
        hour: i8,
        minute: i8,
    ) -> anyhow::Result<Timestamp> {
        let day = self.office.add_business_days(day, days)?;
        self.wall(day.at(hour, minute, 0, 0))
    }
}

/// What is still to be told, in the order of time; what falls on one instant, in the order in which it was noted.
#[derive(Debug)]
pub(super) struct Agenda<T> {
    steps: BTreeMap<(Timestamp, usize), T>,
    noted: usize,
}

impl<T> Agenda<T> {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self { steps: BTreeMap::new(), noted: 0 }
    }

    /// Notes what comes at an instant.
    pub(super) fn note(&mut self, at: Timestamp, step: T) {
        self.steps.insert((at, self.noted), step);
        self.noted += 1;
    }

    /// What comes next, when it comes by an instant.
    pub(super) fn next_until(&mut self, until: Timestamp) -> Option<(Timestamp, T)> {
        let first = self.steps.first_entry().filter(|entry| entry.key().0 <= until)?;
        let ((at, _), step) = first.remove_entry();
        Some((at, step))
    }
}
