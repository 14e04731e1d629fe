//! From open work and wished-for work to a plan that can be played.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;

use crate::arrival::Expected;
use crate::factor::CommonFactor;
use crate::history::{History, LikeThis, Pace, TeamProfile, WorkRecord};
use crate::number::{real, real_seconds};
use crate::plan::{Item, Plan, Shared, Team, Work};
use crate::random::{Seed, number_of};

/// Something of which one wants to know when it is done: a promise, in the eyes of its caller.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// A number of its own that stays the same.
    pub key: u64,
    /// What it needs; it is done when all of it is.
    pub parts: Vec<Part>,
    /// Where its new work goes.
    pub place: Place,
}

/// What a job needs.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Work that no tracker knows yet.
    New(NewWork),
    /// Open work, by the key of its record; finished or unknown work needs nothing any more.
    Record(u64),
    /// Something that arrives by itself.
    Arrival(Timestamp),
    /// Something that arrives by itself and may be late.
    Expected(Expected),
    /// Another job, by its key: new work begins after it. One that is not in the plan is over and holds nothing up.
    Job(u64),
}

/// Work that no tracker knows yet.
#[derive(Debug, Clone, PartialEq)]
pub struct NewWork {
    /// Whose it will be.
    pub team: String,
    /// What kind of work it is.
    pub kind: String,
    /// What it is thought to take, in hours; each piece of it.
    pub estimate_hours: Option<f64>,
    /// How many pieces.
    pub pieces: NonZeroU32,
}

/// Where new work goes in its team's queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Behind all that waits.
    Last,
    /// Before all that waits, behind what is under way.
    First,
    /// Before what waits of another job, by its key; before all jobs that go last when nothing of it waits.
    Before(u64),
    /// In no queue: by hands of its own, as many as the team has at most, who give it all their working time.
    Apart,
}

/// A plan, and where each job ends in it.
#[derive(Debug, Clone)]
pub struct Backlog {
    /// The plan.
    pub plan: Plan,
    /// For each job, in order: the item that is done when the job is.
    pub ends: Vec<usize>,
    /// For each job the first item of its new work, if it has any.
    pub begins: Vec<Option<usize>>,
    /// For each job how many finished pieces of work like its own it rests on: the fewest of any part of it.
    /// `None` when all its work is done.
    pub finished: Vec<Option<usize>>,
    /// Jobs with work of which nothing like it was ever finished, or without any work, by place: nothing can be said
    /// of them. Nor of those that wait for one of them, or for each other in a circle.
    pub unknown: Vec<usize>,
}

/// Lays out the open records and the jobs as a plan: under way first, then what waits by its rank, new work where
/// its job says.
///
/// Open work of a class without any finished work is left out: nothing is known of how long it takes. So is work that
/// stands still, unless a job waits for it.
pub fn lay_out(history: &History, records: &[WorkRecord], jobs: &[Job], at: Timestamp) -> Backlog {
    let mut layout = Layout::of(history, at);
    let (mut running, mut waiting) = (Vec::new(), Vec::new());
    let promised = keys_of(jobs);
    let is_open = |r: &&WorkRecord| {
        let stands_still = history.set_aside().contains(&r.key) && !promised.contains(&r.key);
        let over = r.finished.or(r.given_up);
        r.created < at && over.is_none_or(|over| over >= at) && !stands_still
    };
    for record in records.iter().filter(is_open) {
        match record.started.filter(|started| *started < at) {
            Some(started) => running.push((started, record)),
            None => waiting.push(record),
        }
    }
    running.sort_by_key(|(started, record)| (*started, record.key));
    waiting.sort_by_key(|record| (record.rank, record.created, record.key));
    let under_way = layout.count_by_team(running.iter().map(|(_, record)| *record));
    for (started, record) in &running {
        layout.push_running(record, *started, &under_way);
    }
    let mut queue = Queue { jobs, needs: jobs.iter().map(|_| None).collect() };
    for (job, of) in jobs.iter().enumerate() {
        if matches!(of.place, Place::First | Place::Apart) {
            queue.enter(job, &mut layout);
        }
    }
    let led = led_by_others(jobs);
    for record in &waiting {
        for job in led.get(&record.key).into_iter().flatten() {
            queue.enter_before(*job, &mut layout);
        }
        layout.push_waiting(record);
    }
    // Whatever was to go before a job that is gone stays before those that go last.
    for (job, of) in jobs.iter().enumerate() {
        if matches!(of.place, Place::Before(key) if !queue.waits(key)) {
            queue.enter(job, &mut layout);
        }
    }
    for last in [true, false] {
        for (job, of) in jobs.iter().enumerate() {
            if !last || of.place == Place::Last {
                queue.enter(job, &mut layout);
            }
        }
    }
    let queued = queue.needs.into_iter().enumerate();
    let tied = queued.map(|(job, needs)| layout.tie(&jobs[job], needs.flatten()?));
    let mut needs: Vec<Option<Needs>> = tied.collect();
    let unknown = layout.join(jobs, &mut needs);
    let (mut begins, mut finished, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for (job, needs) in jobs.iter().zip(needs) {
        let needs = needs.unwrap_or_default();
        begins.push((!needs.new.is_empty()).then_some(needs.new.start));
        finished.push(needs.finished);
        let work = Work::Milestone;
        ends.push(layout.push(Item { key: job.key, work, after: needs.items }));
    }
    let plan = Plan { at, teams: layout.teams, items: layout.items };
    Backlog { plan, ends, begins, finished, unknown }
}

/// For each record the jobs that wait for it and that others are to go before.
fn led_by_others(jobs: &[Job]) -> BTreeMap<u64, Vec<u64>> {
    let targets = jobs.iter().filter_map(|job| match job.place {
        Place::Before(key) => Some(key),
        Place::Last | Place::First | Place::Apart => None,
    });
    let targets: BTreeSet<u64> = targets.collect();
    let led = |job: &&Job| targets.contains(&job.key);
    let mut records = BTreeMap::<u64, Vec<u64>>::new();
    for job in jobs.iter().filter(led) {
        for part in &job.parts {
            if let Part::Record(key) = part {
                records.entry(*key).or_default().push(job.key);
            }
        }
    }
    records
}

/// The records that jobs wait for.
fn keys_of(jobs: &[Job]) -> BTreeSet<u64> {
    let parts = jobs.iter().flat_map(|job| &job.parts);
    let keys = parts.filter_map(|part| match part {
        Part::Record(key) => Some(*key),
        Part::New(_) | Part::Arrival(_) | Part::Expected(_) | Part::Job(_) => None,
    });
    keys.collect()
}

/// For each job the jobs of the plan that it waits for.
pub fn waits_of(jobs: &[Job]) -> Vec<BTreeSet<usize>> {
    let places: BTreeMap<u64, usize> = jobs.iter().map(|job| job.key).zip(0..).collect();
    let waits = |part: &Part| match part {
        Part::Job(key) => places.get(key).copied(),
        Part::New(_) | Part::Record(_) | Part::Arrival(_) | Part::Expected(_) => None,
    };
    jobs.iter().map(|job| job.parts.iter().filter_map(waits).collect()).collect()
}

/// What a job needs.
#[derive(Default)]
struct Needs {
    /// The items of its new work.
    new: Range<usize>,
    /// The fewest finished pieces of work like any part of it.
    finished: Option<usize>,
    /// Everything it waits for.
    items: Vec<usize>,
}

/// The jobs on their way into the queues of their teams.
struct Queue<'a> {
    jobs: &'a [Job],
    /// For each job that has entered what it needs; nothing when nothing can be said of it.
    needs: Vec<Option<Option<Needs>>>,
}

impl Queue<'_> {
    /// Lets a job enter, after those that go before it.
    fn enter(&mut self, job: usize, layout: &mut Layout<'_>) {
        if self.needs[job].is_some() {
            return;
        }
        // Jobs that would go before each other in a circle meet this mark.
        self.needs[job] = Some(None);
        self.enter_before(self.jobs[job].key, layout);
        self.needs[job] = Some(layout.push_job(&self.jobs[job]));
    }

    /// Lets those enter that go before a job.
    fn enter_before(&mut self, key: u64, layout: &mut Layout<'_>) {
        for job in 0..self.jobs.len() {
            if self.jobs[job].place == Place::Before(key) {
                self.enter(job, layout);
            }
        }
    }

    /// Whether a job has yet to enter.
    fn waits(&self, key: u64) -> bool {
        let mut all = self.jobs.iter().zip(&self.needs);
        all.any(|(job, needs)| job.key == key && needs.is_none())
    }
}

struct Layout<'a> {
    history: &'a History,
    at: Timestamp,
    teams: Vec<Team>,
    team_places: BTreeMap<&'a str, usize>,
    items: Vec<Item>,
    /// Where each open record stands, and on how many finished ones it rests.
    placed: BTreeMap<u64, (usize, usize)>,
    /// Open records of which nothing can be said.
    left_out: BTreeSet<u64>,
    classes: BTreeMap<(String, String, Option<u64>), Option<LikeThis>>,
}

impl<'a> Layout<'a> {
    fn of(history: &'a History, at: Timestamp) -> Self {
        let profiles = history.profiles();
        let teams = profiles.iter().map(|(name, profile)| Team {
            name: name.clone(),
            slots: profile.slots.value,
            timeline: Arc::clone(&profile.timeline),
            share: profile.share.value,
            discipline: profile.discipline,
            factor: history.factor(),
            absences: profile.absences.clone(),
            shared: profile
                .shared
                .iter()
                .map(|person| Shared { person: *person, holds: None })
                .collect(),
        });
        Self {
            history,
            at,
            teams: teams.collect(),
            team_places: profiles.keys().map(String::as_str).zip(0..).collect(),
            items: Vec::new(),
            placed: BTreeMap::new(),
            left_out: BTreeSet::new(),
            classes: BTreeMap::new(),
        }
    }

    fn push(&mut self, item: Item) -> usize {
        self.items.push(item);
        self.items.len() - 1
    }

    fn class(&mut self, team: &str, kind: &str, estimate: Option<f64>) -> Option<LikeThis> {
        let key = (team.to_owned(), kind.to_owned(), estimate.map(f64::to_bits));
        let history = self.history;
        self.classes.entry(key).or_insert_with(|| history.like(team, kind, estimate)).clone()
    }

    fn count_by_team<'r>(&self, records: impl Iterator<Item = &'r WorkRecord>) -> Vec<usize> {
        let mut counts = vec![0; self.teams.len()];
        for record in records {
            if let Some(team) = self.team_places.get(record.team.as_str()) {
                counts[*team] += 1;
            }
        }
        counts
    }

    fn push_running(&mut self, record: &WorkRecord, started: Timestamp, under_way: &[usize]) {
        let Some(team) = self.team_places.get(record.team.as_str()).copied() else { return };
        let Some(like) = self.class(&record.team, &record.kind, record.estimate_hours) else {
            return;
        };
        let Some(profile) = self.history.profiles().get(&record.team) else { return };
        let from = if profile.pace == Pace::Lead { record.created } else { started };
        let age_seconds = age(profile, from, self.at, under_way[team]);
        // People who hold more things than they can work on at a time take them one after another.
        let slots = usize::try_from(profile.slots.value.get()).unwrap_or(usize::MAX);
        let taken = self.items.iter().filter(|i| holds_slot(i, team)).count();
        let running = taken < slots && self.is_at(record, team);
        self.place(record, team, like, age_seconds, running);
    }

    /// Whether whoever does it is not at something else. People of a single team are not told apart; somebody that teams
    /// share is at the first thing that they hold of any of these.
    fn is_at(&mut self, record: &WorkRecord, team: usize) -> bool {
        let Some(person) = record.person.as_deref().map(number_of) else { return true };
        let is_them = |shared: &&Shared| shared.person == person;
        if !self.teams[team].shared.iter().any(|shared| is_them(&shared)) {
            return true;
        }
        let mut all = self.teams.iter().flat_map(|team| &team.shared).filter(is_them);
        let is_free = all.all(|shared| shared.holds.is_none());
        let own = self.teams[team].shared.iter_mut().find(|shared| shared.person == person);
        if let Some(own) = own.filter(|_| is_free) {
            own.holds = Some(record.key);
        }
        is_free
    }

    fn push_waiting(&mut self, record: &WorkRecord) {
        let Some((team, profile, like)) = self.known(record) else { return };
        // Where no start is ever recorded, work ages from its creation.
        let is_lead = profile.pace == Pace::Lead;
        let age_seconds = if is_lead { age(profile, record.created, self.at, 0) } else { 0.0 };
        self.place(record, team, like, age_seconds, is_lead);
    }

    /// The team of an open record and how long such work takes; notes it when nothing is known.
    fn known(&mut self, record: &WorkRecord) -> Option<(usize, &'a TeamProfile, LikeThis)> {
        let team = self.team_places.get(record.team.as_str()).copied();
        let profile = self.history.profiles().get(&record.team);
        let like = self.class(&record.team, &record.kind, record.estimate_hours);
        let known =
            team.zip(profile).zip(like).map(|((team, profile), like)| (team, profile, like));
        if known.is_none() {
            self.left_out.insert(record.key);
        }
        known
    }

    fn place(
        &mut self,
        record: &WorkRecord,
        team: usize,
        like: LikeThis,
        age_seconds: f64,
        running: bool,
    ) {
        let work = Work::Slot { team, effort: like.effort, age_seconds, running };
        let place = self.push(Item { key: record.key, work, after: Vec::new() });
        self.placed.insert(record.key, (place, like.finished));
    }

    /// Adds what a job needs but open records; `None` when it has no work, or nothing like some of it was ever finished.
    fn push_job(&mut self, job: &Job) -> Option<Needs> {
        let mut efforts = Vec::new();
        let mut needs = Needs::default();
        for part in &job.parts {
            if let Part::New(new) = part {
                let team = self.team_places.get(new.team.as_str()).copied()?;
                let like = self.class(&new.team, &new.kind, new.estimate_hours)?;
                needs.rest_on(like.finished);
                let team = if job.place == Place::Apart { self.hire(team, new) } else { team };
                efforts.extend((0..new.pieces.get()).map(|_| (team, like.effort.clone())));
            }
        }
        for (piece, (team, effort)) in efforts.into_iter().enumerate() {
            let work = Work::Slot { team, effort, age_seconds: 0.0, running: false };
            let place = self.push(Item { key: piece_key(job.key, piece), work, after: Vec::new() });
            needs.items.push(place);
        }
        needs.new = self.items.len() - needs.items.len()..self.items.len();
        for part in &job.parts {
            match part {
                Part::New(_) | Part::Record(_) | Part::Job(_) => {}
                Part::Arrival(at) => {
                    let work = Work::Arrival(*at);
                    needs.items.push(self.push(Item { key: job.key, work, after: Vec::new() }));
                }
                Part::Expected(expected) => {
                    // Each of them has luck of its own.
                    let key = piece_key(job.key ^ ARRIVAL, needs.items.len());
                    let work = Work::Expected(expected.clone());
                    needs.items.push(self.push(Item { key, work, after: Vec::new() }));
                }
            }
        }
        let is_work = |part: &Part| matches!(part, Part::New(_) | Part::Record(_));
        job.parts.iter().any(is_work).then_some(needs)
    }

    /// Hands of its own for new work, like those of its team.
    fn hire(&mut self, team: usize, new: &NewWork) -> usize {
        let like = &self.teams[team];
        let hired = Team {
            name: String::new(),
            slots: like.slots.min(new.pieces),
            timeline: Arc::clone(&like.timeline),
            share: 1.0,
            discipline: like.discipline,
            // People from elsewhere have months of their own.
            factor: CommonFactor::default(),
            absences: Vec::new(),
            shared: Vec::new(),
        };
        self.teams.push(hired);
        self.teams.len() - 1
    }

    /// Ties a job to the open records that it waits for; `None` when nothing can be said of one of them.
    fn tie(&self, job: &Job, mut needs: Needs) -> Option<Needs> {
        for part in &job.parts {
            let Part::Record(key) = part else { continue };
            if self.left_out.contains(key) {
                return None;
            }
            if let Some((place, finished)) = self.placed.get(key).copied() {
                needs.rest_on(finished);
                needs.items.push(place);
            }
        }
        Some(needs)
    }

    /// Lets jobs wait for the ends of others, which are about to be pushed in their order; returns of which jobs
    /// nothing can be said.
    fn join(&mut self, jobs: &[Job], needs: &mut [Option<Needs>]) -> Vec<usize> {
        let (waits, first_end) = (waits_of(jobs), self.items.len());
        let mut told = BTreeSet::new();
        loop {
            // Whatever waits for nothing that is still to be told is told next; what waits in a circle never is.
            let is_next = |job: &usize| {
                !told.contains(job) && needs[*job].is_some() && waits[*job].is_subset(&told)
            };
            let next: Vec<usize> = (0..jobs.len()).filter(is_next).collect();
            if next.is_empty() {
                return (0..jobs.len()).filter(|job| !told.contains(job)).collect();
            }
            for job in next {
                for other in &waits[job] {
                    let finished = needs[*other].as_ref().and_then(|other| other.finished);
                    let Some(needs) = &mut needs[job] else { continue };
                    for item in needs.new.clone() {
                        self.items[item].after.push(first_end + other);
                    }
                    needs.items.push(first_end + other);
                    finished.into_iter().for_each(|finished| needs.rest_on(finished));
                }
                told.insert(job);
            }
        }
    }
}

impl Needs {
    fn rest_on(&mut self, finished: usize) {
        self.finished = Some(self.finished.map_or(finished, |fewest| fewest.min(finished)));
    }
}

/// Work behind a thing that is under way, in the unit its durations count: effort where effort is counted, spread
/// over all that the team holds; else working time.
fn age(profile: &TeamProfile, from: Timestamp, at: Timestamp, under_way: usize) -> f64 {
    let worked = profile.timeline.working_at(at) - profile.timeline.working_at(from);
    let worked = real_seconds(worked.max(0));
    if profile.pace != Pace::Effort {
        return worked;
    }
    let slots = f64::from(profile.slots.value.get());
    worked * profile.share.value * (slots / real(under_way.max(1))).min(1.0)
}

fn holds_slot(item: &Item, of_team: usize) -> bool {
    matches!(&item.work, Work::Slot { team, running: true, .. } if *team == of_team)
}

/// What tells the luck of what arrives from that of work.
const ARRIVAL: u64 = 0x6172_7269_7661_6C73;

/// A stable number for one piece of a job.
fn piece_key(job: u64, piece: usize) -> u64 {
    let piece = u64::try_from(piece).unwrap_or(u64::MAX);
    Seed(job).uniform(piece, 0).to_bits()
}
