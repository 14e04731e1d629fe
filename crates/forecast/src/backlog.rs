//! From open work and wished-for work to a plan that can be played.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;

use crate::arrival::Expected;
use crate::history::{History, LikeThis, Pace, TeamProfile, WorkRecord};
use crate::number::{real, real_seconds};
use crate::plan::{Item, Plan, Team, Work};
use crate::random::Seed;

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
        r.created < at && r.finished.is_none_or(|f| f >= at) && !stands_still
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
    let mut needs: Vec<Option<Needs>> = jobs.iter().map(|_| None).collect();
    for place in [Place::First, Place::Last] {
        if place == Place::Last {
            for record in &waiting {
                layout.push_waiting(record);
            }
        }
        for (job, of) in jobs.iter().enumerate().filter(|(_, job)| job.place == place) {
            needs[job] = layout.push_job(of);
        }
    }
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
fn waits_of(jobs: &[Job]) -> Vec<BTreeSet<usize>> {
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
        let running = taken < slots;
        self.place(record, team, like, age_seconds, running);
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

    /// Adds what a job needs; `None` when it has no work, or nothing like some of it was ever finished.
    fn push_job(&mut self, job: &Job) -> Option<Needs> {
        let mut efforts = Vec::new();
        let mut needs = Needs::default();
        for part in &job.parts {
            if let Part::New(new) = part {
                let team = self.team_places.get(new.team.as_str()).copied()?;
                let like = self.class(&new.team, &new.kind, new.estimate_hours)?;
                needs.rest_on(like.finished);
                efforts.extend((0..new.pieces.get()).map(|_| (team, like.effort.clone())));
            }
        }
        for (piece, (team, effort)) in efforts.into_iter().enumerate() {
            let work = Work::Slot { team, effort, age_seconds: 0.0, running: false };
            let place = self.push(Item { key: piece_key(job.key, piece), work, after: Vec::new() });
            needs.items.push(place);
        }
        needs.new = self.items.len() - needs.items.len()..self.items.len();
        let is_work = |part: &Part| matches!(part, Part::New(_) | Part::Record(_));
        if !job.parts.iter().any(is_work) {
            return None;
        }
        for part in &job.parts {
            match part {
                Part::New(_) | Part::Job(_) => {}
                Part::Record(key) if self.left_out.contains(key) => return None,
                Part::Record(key) => {
                    if let Some((place, finished)) = self.placed.get(key).copied() {
                        needs.rest_on(finished);
                        needs.items.push(place);
                    }
                }
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
