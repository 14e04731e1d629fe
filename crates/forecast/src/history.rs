//! What a company's own past says of its teams and of new work: how much at a time, at what pace, how long.
//!
//! Everything is learnt as it was known at one instant. What is not given is inferred, and says so.

mod like;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::Timeline;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use self::like::Learnt;
use crate::factor::{self, CommonFactor, Logs};
use crate::number::{real, real_seconds, whole_seconds};
use crate::plan::{Absence, Discipline, Effort};
use crate::shared_people::{self, People};

/// A piece of work as a tracker knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkRecord {
    /// A number of its own that stays the same: it decides its luck in a simulation.
    pub key: u64,
    /// Whose it is.
    pub team: String,
    /// What kind of work it is.
    pub kind: String,
    /// Who does it.
    pub person: Option<String>,
    /// When it came into being.
    pub created: Timestamp,
    /// When work on it began.
    pub started: Option<Timestamp>,
    /// When it was done.
    pub finished: Option<Timestamp>,
    /// When it was given up: it is neither done nor open, and nobody knows how long it would have taken.
    pub given_up: Option<Timestamp>,
    /// What it was thought to take, in hours.
    pub estimate_hours: Option<f64>,
    /// What it took, in hours.
    pub actual_hours: Option<f64>,
    /// What goes first: smaller first.
    pub rank: i64,
}

/// What is known of a team beforehand; the rest is inferred.
#[derive(Debug, Clone)]
pub struct TeamFacts {
    /// When it works, from before its first record to the horizon of the forecast.
    pub timeline: Arc<Timeline>,
    /// How many things it works on at a time.
    pub slots: Option<NonZeroU32>,
    /// Working hours a week of the whole team that are kept free.
    pub reserved_hours: Option<f64>,
    /// How it takes up work.
    pub discipline: Discipline,
    /// When one of its people is away.
    pub absences: Vec<Absence>,
}

/// By what a team's pace is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Hours of effort, from estimates and what they came to.
    Effort,
    /// Working time from start to finish.
    Cycle,
    /// Working time from creation to finish: nothing is known of what is done at a time.
    Lead,
}

/// A figure, and whether somebody gave it or history did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known<T> {
    /// The figure.
    pub value: T,
    /// Whether it was inferred from history.
    pub inferred: bool,
}

/// What is known of a team.
#[derive(Debug, Clone)]
pub struct TeamProfile {
    /// By what its pace is told.
    pub pace: Pace,
    /// How many things it works on at a time.
    pub slots: Known<NonZeroU32>,
    /// The share of a slot's time that goes to recorded work, in (0, 1]; the rest is reserved, or lost.
    pub share: Known<f64>,
    /// How many finished pieces of work it rests on.
    pub finished: usize,
    /// When it works.
    pub timeline: Arc<Timeline>,
    /// How it takes up work.
    pub discipline: Discipline,
    /// When one of its people is away.
    pub absences: Vec<Absence>,
    /// Which of its slots are people of other teams too, by their numbers.
    pub shared: Vec<u64>,
}

/// Which past work speaks loudest in a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Work of the same kind by the same team.
    Kind,
    /// Any work of the same team.
    Team,
    /// Any work of anyone.
    Everyone,
}

/// How long work of a class takes, and on what that rests.
#[derive(Debug, Clone)]
pub struct LikeThis {
    /// The distribution and its scale.
    pub effort: Effort,
    /// Which past work speaks loudest in it.
    pub likeness: Likeness,
    /// How many finished pieces of such work there are.
    pub finished: usize,
}

/// What a company's past says.
#[derive(Debug, Clone)]
pub struct History {
    learnt: Learnt,
    profiles: BTreeMap<String, TeamProfile>,
    set_aside: BTreeSet<u64>,
    /// What the work of each team shares.
    factor: CommonFactor,
}

/// Watching a team over this many days tells its size and pace.
const WINDOW_DAYS: i64 = 180;
/// A class with at least so many finished pieces of work speaks for itself.
const OWN_CLASS: usize = 30;
/// A team with fewer finished pieces of work leans on everyone's.
const OWN_TEAM: usize = 10;
/// Work without known starts goes on side by side: more slots than anyone has.
const UNLIMITED: NonZeroU32 = NonZeroU32::new(10_000).expect("above zero");
/// However little recorded work a team got done, its pace is not taken for nothing.
const LEAST_SHARE: f64 = 0.02;
const SECONDS_AN_HOUR: f64 = 3600.0;

impl History {
    /// Learns from records as they were known at an instant: what began later is not there, what ended later is
    /// open. Teams without facts are left out, with their records.
    pub fn learn(
        records: &[WorkRecord],
        facts: &BTreeMap<String, TeamFacts>,
        at: Timestamp,
    ) -> Self {
        let mut known: Vec<WorkRecord> =
            records.iter().filter(|r| r.created < at).map(|r| as_known(r, at)).collect();
        known.sort_by_key(|r| r.finished.unwrap_or(Timestamp::MAX));
        let all: Vec<&WorkRecord> = known.iter().collect();
        let of_teams = known.iter().filter(|r| facts.contains_key(&r.team));
        let people = shared_people::people(of_teams, window_from(at));
        let profiles = facts.iter().map(|(name, facts)| {
            let own: Vec<&WorkRecord> = known.iter().filter(|r| r.team == *name).collect();
            let finished = own.iter().filter(|r| r.finished.is_some()).count();
            // A team that has hardly finished anything counts as its colleagues do.
            let pace = pace_of(if finished < OWN_TEAM { &all } else { &own }, at);
            let aside = set_aside(&own, facts, at);
            let people = people.get(name.as_str()).cloned().unwrap_or_default();
            (name.clone(), profile(&own, facts, pace, &people, at), aside)
        });
        let (mut by_name, mut aside) = (BTreeMap::new(), BTreeSet::new());
        for (name, profile, of_team) in profiles {
            by_name.insert(name, profile);
            aside.extend(of_team);
        }
        let paces: Vec<Pace> = by_name.values().map(|profile: &TeamProfile| profile.pace).collect();
        let learnt = Learnt::of(&known, facts, &paces, at);
        let factor = factor::estimate(&logs(&known, facts, &by_name, at));
        Self { learnt, profiles: by_name, set_aside: aside, factor }
    }

    /// What the work of each team shares, as all of them tell.
    pub fn factor(&self) -> CommonFactor {
        self.factor
    }

    /// Open work that stands still, by key. Nobody works on it, so it holds up nobody.
    ///
    /// What waits stands still when work that came in later, by more than 99 in 100 ever waited, and is no more urgent,
    /// was taken up before it. What is under way stands still when it has been so longer than 99 in 100 that were
    /// finished.
    pub fn set_aside(&self) -> &BTreeSet<u64> {
        &self.set_aside
    }

    /// What is known of each team, by name.
    pub fn profiles(&self) -> &BTreeMap<String, TeamProfile> {
        &self.profiles
    }

    /// How long a piece of work takes; `None` when nothing like it was ever finished.
    ///
    /// Work of the same kind by the same team speaks loudest; the less of it is finished, the more it leans on the team's
    /// and on everyone's.
    pub fn like(&self, team: &str, kind: &str, estimate_hours: Option<f64>) -> Option<LikeThis> {
        let pace = self.profiles.get(team)?.pace;
        let (class, scale_seconds) = self.learnt.like((team, kind), pace, estimate_hours)?;
        let effort = Effort { durations: class.durations, scale_seconds };
        Some(LikeThis { effort, likeness: class.likeness, finished: class.finished })
    }
}

/// Work that began in the last two months is seldom finished unless it was quick.
const SETTLED: SignedDuration = SignedDuration::from_hours(24 * 61);

/// What finished work of each team took, by the month in which it began and in the measure of its pace.
fn logs(
    known: &[WorkRecord],
    facts: &BTreeMap<String, TeamFacts>,
    profiles: &BTreeMap<String, TeamProfile>,
    at: Timestamp,
) -> Logs {
    let mut logs = Logs::new();
    for record in known {
        let (Some(facts), Some(profile)) = (facts.get(&record.team), profiles.get(&record.team))
        else {
            continue;
        };
        let Some(finished) = record.finished else { continue };
        let worked = |from: Timestamp| {
            real_seconds(facts.timeline.working_at(finished) - facts.timeline.working_at(from))
        };
        let (began, took) = match profile.pace {
            Pace::Effort => {
                let ratio = record.actual_hours.zip(record.estimate_hours);
                let began = record.started.unwrap_or(record.created);
                (began, ratio.map(|(actual, estimate)| actual / estimate))
            }
            Pace::Cycle => (record.started.unwrap_or(record.created), record.started.map(worked)),
            Pace::Lead => (record.created, Some(worked(record.created))),
        };
        let told = took.filter(|took| *took > 0.0 && took.is_finite());
        if let Some(took) = told.filter(|_| (window_from(at)..at - SETTLED).contains(&began)) {
            let day = began.to_zoned(TimeZone::UTC).date();
            let month = i64::from(day.year()) * 12 + i64::from(day.month());
            logs.entry(record.team.clone()).or_default().push((month, libm::log(took)));
        }
    }
    logs
}

/// The record as it was known at an instant.
fn as_known(record: &WorkRecord, at: Timestamp) -> WorkRecord {
    let finished = record.finished.filter(|finished| *finished < at);
    WorkRecord {
        started: record.started.filter(|started| *started < at),
        finished,
        given_up: record.given_up.filter(|when| *when < at),
        actual_hours: record.actual_hours.filter(|_| finished.is_some()),
        ..record.clone()
    }
}

fn window_from(at: Timestamp) -> Timestamp {
    at - SignedDuration::from_hours(24 * WINDOW_DAYS)
}

/// By what the pace of recent work is told: whatever most of it recorded.
fn pace_of(records: &[&WorkRecord], at: Timestamp) -> Pace {
    let recent = records.iter().filter(|r| r.finished.is_some_and(|f| f >= window_from(at)));
    let (mut all, mut estimated, mut started) = (0, 0, 0);
    for record in recent {
        all += 1;
        estimated += usize::from(record.estimate_hours.is_some() && record.actual_hours.is_some());
        started += usize::from(record.started.is_some());
    }
    if 2 * estimated > all {
        Pace::Effort
    } else if 2 * started > all {
        Pace::Cycle
    } else {
        Pace::Lead
    }
}

/// Infers what is not given of a team.
fn profile(
    records: &[&WorkRecord],
    facts: &TeamFacts,
    pace: Pace,
    people: &People,
    at: Timestamp,
) -> TeamProfile {
    let first = records.iter().map(|r| r.created).min().unwrap_or(at);
    let opened = window_from(at).max(first);
    let worked = |from: Timestamp, to: Timestamp| {
        real_seconds((facts.timeline.working_at(to) - facts.timeline.working_at(from)).max(0))
    };
    let window_seconds = worked(opened, at);
    let recent: Vec<&WorkRecord> =
        records.iter().filter(|r| r.finished.is_some_and(|f| f >= opened)).copied().collect();
    let finished = records.iter().filter(|r| r.finished.is_some()).count();
    let hours_done: f64 = recent.iter().filter_map(|r| r.actual_hours).sum();
    let full_time =
        if window_seconds > 0.0 { hours_done * SECONDS_AN_HOUR / window_seconds } else { 0.0 };
    let at_a_time = under_way(records, opened, at, worked) / window_seconds.max(1.0);
    let inferred_slots = match pace {
        Pace::Effort if people.count > 0 => whole(real(people.count)),
        Pace::Effort => whole(full_time.ceil()),
        Pace::Cycle => whole(at_a_time.round()),
        Pace::Lead => UNLIMITED,
    };
    let slots =
        Known { value: facts.slots.unwrap_or(inferred_slots), inferred: facts.slots.is_none() };
    let shared = shared(people, pace, slots.value);
    // What people do for other teams is not lost to this one: they are a part of it.
    let elsewhere: f64 = shared.iter().map(|(_, part)| 1.0 - part).sum();
    let people_seconds = (f64::from(slots.value.get()) - elsewhere) * window_seconds;
    let share = match (facts.reserved_hours, pace) {
        (Some(reserved), _) => {
            let weeks = real_seconds(at.duration_since(opened).as_secs()) / (7.0 * 86_400.0);
            let kept = reserved * SECONDS_AN_HOUR * weeks;
            Known { value: 1.0 - kept / people_seconds.max(1.0), inferred: false }
        }
        (None, Pace::Effort) => {
            let over_all = hours_done * SECONDS_AN_HOUR / people_seconds.max(1.0);
            let value = while_under_way(&recent, worked).map_or(over_all, |share| {
                // Things that go on side by side in one slot share its time, and the slot is none the slower for it.
                share * (at_a_time / f64::from(slots.value.get())).max(1.0)
            });
            Known { value: value.max(over_all), inferred: true }
        }
        (None, Pace::Cycle | Pace::Lead) => Known { value: 1.0, inferred: true },
    };
    let share = Known { value: share.value.clamp(LEAST_SHARE, 1.0), ..share };
    let (timeline, discipline) = (Arc::clone(&facts.timeline), facts.discipline);
    let absences = facts.absences.clone();
    let shared = shared.iter().map(|(person, _)| *person).collect();
    TeamProfile { pace, slots, share, finished, timeline, discipline, absences, shared }
}

/// Who of a team's slots works for others too. Where fewer slots are given than there are people, its own come first;
/// where slots are no people, but things that were under way at a time, others have had their part already.
fn shared(people: &People, pace: Pace, slots: NonZeroU32) -> &[(u64, f64)] {
    if pace != Pace::Effort {
        return &[];
    }
    let own = people.count - people.shared.len();
    let most = usize::try_from(slots.get()).unwrap_or(usize::MAX).saturating_sub(own);
    &people.shared[..most.min(people.shared.len())]
}

/// The share of its working time that was recorded on work while it was under way: people who take work up when it
/// comes are not slow because little comes. `None` when hardly any start is known.
fn while_under_way(
    recent: &[&WorkRecord],
    worked: impl Fn(Timestamp, Timestamp) -> f64,
) -> Option<f64> {
    let told = recent.iter().filter_map(|r| Some((r.started?, r.finished?, r.actual_hours?)));
    let told = told.map(|(from, to, hours)| (worked(from, to), hours * SECONDS_AN_HOUR));
    let told: Vec<(f64, f64)> = told.collect();
    if 2 * told.len() <= recent.len() {
        return None;
    }
    // A tracker that keeps days shows no time between the two ends of one day.
    let spent: f64 = told.iter().map(|(_, effort)| effort).sum();
    let lasted: f64 = told.iter().map(|(span, effort)| span.max(*effort)).sum();
    (lasted > 0.0).then(|| spent / lasted)
}

/// Open work of a team that stands still, by key.
fn set_aside(records: &[&WorkRecord], facts: &TeamFacts, at: Timestamp) -> Vec<u64> {
    let worked = |from: Timestamp, to: Timestamp| {
        facts.timeline.working_at(to) - facts.timeline.working_at(from)
    };
    let begun = |r: &WorkRecord| r.started.or(r.finished);
    let waits = records.iter().filter_map(|r| Some(worked(r.created, begun(r)?)));
    let spans = records.iter().filter_map(|r| Some(worked(r.started?, r.finished?)));
    let (longest_wait, longest_span) = (usual_most(waits), usual_most(spans));
    // A queue that grows makes everything wait longer than anything did before; what was passed over has been left.
    let newest_taken_up = |rank: i64| {
        let taken_up = records.iter().filter(|r| r.rank >= rank && begun(r).is_some());
        taken_up.map(|r| r.created).max()
    };
    let mut newest = BTreeMap::<i64, Option<Timestamp>>::new();
    let mut passed_over = |r: &WorkRecord| {
        let newest = *newest.entry(r.rank).or_insert_with(|| newest_taken_up(r.rank));
        let since = |newest: Timestamp| worked(r.created, newest);
        newest
            .zip(longest_wait)
            .is_some_and(|(newest, most)| newest > r.created && since(newest) > most)
    };
    let mut stands_still = |r: &WorkRecord| match r.started {
        None => passed_over(r),
        Some(started) => longest_span.is_some_and(|most| worked(started, at) > most),
    };
    let open = records.iter().filter(|r| r.finished.or(r.given_up).is_none());
    open.filter(|r| stands_still(r)).map(|r| r.key).collect()
}

/// What 99 in 100 do not exceed (nearest rank); `None` when there are too few to tell.
fn usual_most(spans: impl Iterator<Item = i64>) -> Option<i64> {
    let mut spans: Vec<i64> = spans.collect();
    spans.sort_unstable();
    let rank = (spans.len() * 99).div_ceil(100);
    spans.get(rank.checked_sub(1)?).copied().filter(|_| spans.len() >= OWN_CLASS)
}

/// Working seconds in which things were under way within a window, things times seconds; what has lasted longer
/// than anything finished is taken for given up.
fn under_way(
    records: &[&WorkRecord],
    opened: Timestamp,
    at: Timestamp,
    worked: impl Fn(Timestamp, Timestamp) -> f64,
) -> f64 {
    let longest =
        records.iter().filter_map(|r| Some(worked(r.started?, r.finished?))).fold(0.0, f64::max);
    let spans = records.iter().filter_map(|r| {
        let (from, over) = (r.started?, r.finished.or(r.given_up));
        let to = over.unwrap_or(at);
        let is_left = over.is_none() && worked(from, at) > longest;
        (to > opened && !is_left).then(|| worked(from.max(opened), to))
    });
    spans.sum()
}

/// A number of slots, at least one.
fn whole(slots: f64) -> NonZeroU32 {
    let slots = u32::try_from(whole_seconds(slots.clamp(1.0, 10_000.0))).unwrap_or(1);
    NonZeroU32::new(slots).unwrap_or(NonZeroU32::MIN)
}
