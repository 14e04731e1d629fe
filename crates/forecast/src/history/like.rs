//! How long work takes: whole distributions, learnt from what was finished and from what is still open.
//!
//! A quote goes by the same models as a replay does: work with an estimate by what estimates were worth
//! ([`crate::effort`]), everything else by how such things went on ([`crate::elapsed`]), here in working time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use calendar::Timeline;
use jiff::{SignedDuration, Timestamp};

use super::{Likeness, OWN_CLASS, OWN_TEAM, Pace, TeamFacts, WorkRecord};
use crate::durations::Durations;
use crate::effort::{Alike, EffortHistory};
use crate::elapsed::{Choice, Model, Past, Traits};
use crate::number::{index, real, real_seconds, whole_seconds};

const SECONDS_AN_HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
/// Of what was finished so many pieces, the last ones, are learnt from: what a class is taken from is newer still.
const MOST_FINISHED: usize = 20_000;
/// Of how things went on, so many are looked at, those that began last: what lies further back hardly counts.
const MOST_THINGS: usize = 5_000;
/// Models are judged at so many instants of the past, by so many things that began next.
const JUDGED: (usize, usize) = (32, 5);
/// Estimates within a fortieth of each other are one class; each keeps its own size.
const SIZE_STEP: f64 = 0.05;
/// The clock of a team that hardly ever works is not stretched without end.
const MOST_STRETCHED: f64 = 50.0;

/// How long work of a class takes, before it is laid on an estimate.
#[derive(Debug, Clone)]
pub(super) struct Class {
    pub(super) durations: Arc<Durations>,
    pub(super) likeness: Likeness,
    pub(super) finished: usize,
}

/// What tells one class from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// By team, kind and step of the estimate.
    Ratio(String, String, u64),
    /// By team and kind.
    Hours(String, String),
    /// By pace, team, kind and what the model looks at.
    Span(bool, String, String, Traits),
}

/// What was learnt of how long work takes.
#[derive(Debug, Clone, Default)]
pub(super) struct Learnt {
    /// What estimates were worth.
    ratios: Efforts,
    /// Hours, whatever the estimate was.
    hours: Efforts,
    cycles: Spans,
    leads: Spans,
    /// Classes as they are asked for.
    classes: Arc<Mutex<BTreeMap<Key, Option<Class>>>>,
}

/// What finished work took, and how much of it there is of each team and kind.
#[derive(Debug, Clone, Default)]
struct Efforts {
    history: EffortHistory,
    counts: Counts,
}

/// How many finished pieces there are, by team and kind.
#[derive(Debug, Clone, Default)]
struct Counts(BTreeMap<String, BTreeMap<String, usize>>);

impl Counts {
    fn add(&mut self, record: &WorkRecord) {
        let kinds = self.0.entry(record.team.clone()).or_default();
        *kinds.entry(record.kind.clone()).or_default() += 1;
    }

    /// Which past work speaks for a class, and how many finished pieces of it there are; `None` when nothing does.
    fn speak_for(&self, team: &str, kind: &str) -> Option<(Likeness, usize)> {
        let own = self.0.get(team);
        let of_kind = own.and_then(|kinds| kinds.get(kind)).copied().unwrap_or(0);
        let of_team: usize = own.into_iter().flat_map(BTreeMap::values).sum();
        let of_all: usize = self.0.values().flat_map(BTreeMap::values).sum();
        match (of_kind, of_team, of_all) {
            (of_kind, ..) if of_kind >= OWN_CLASS => Some((Likeness::Kind, of_kind)),
            (_, of_team, _) if of_team >= OWN_TEAM => Some((Likeness::Team, of_team)),
            (.., of_all) if of_all >= OWN_TEAM => Some((Likeness::Everyone, of_all)),
            (_, of_team, _) => (of_team > 0).then_some((Likeness::Team, of_team)),
        }
    }
}

/// How things went on, on the clocks of their teams.
#[derive(Debug, Clone, Default)]
struct Spans {
    past: Past,
    counts: Counts,
    /// The model that said best what came.
    model: Option<Model>,
    /// The instant of the forecast, in seconds since 1970: every team's clock shows it then.
    now: i64,
    /// By team, how much faster than its working time its clock goes, so that a week is a week.
    stretch: BTreeMap<String, f64>,
}

impl Learnt {
    /// Learns from records as they were known at an instant, ascending by when they finished; of teams with facts only.
    pub(super) fn of(
        known: &[WorkRecord],
        facts: &BTreeMap<String, TeamFacts>,
        paces: &[Pace],
        at: Timestamp,
    ) -> Self {
        let mut learnt = Self::default();
        let known = || known.iter().filter(|record| facts.contains_key(&record.team));
        let ended = known().filter(|record| record.finished.is_some());
        let old = ended.clone().count().saturating_sub(MOST_FINISHED);
        for record in ended.skip(old) {
            learnt.learn_effort(record);
        }
        if paces.contains(&Pace::Cycle) {
            learnt.cycles = Spans::of(known().filter_map(|r| Some((r, r.started?))), facts, at);
        }
        if paces.contains(&Pace::Lead) {
            learnt.leads = Spans::of(known().map(|r| (r, r.created)), facts, at);
        }
        learnt
    }

    fn learn_effort(&mut self, record: &WorkRecord) {
        let Some(actual) = record.actual_hours.filter(|hours| *hours >= 0.0) else { return };
        let alike = Alike { group: &record.team, kind: &record.kind, person: "" };
        self.hours.history.learn(alike, 1.0, actual);
        self.hours.counts.add(record);
        if let Some(estimate) = record.estimate_hours.filter(|estimate| *estimate > 0.0) {
            self.ratios.history.learn(alike, estimate, actual);
            self.ratios.counts.add(record);
        }
    }

    /// How long such work takes, and by what that is to be multiplied for working seconds; `None` when nothing like it
    /// was ever finished.
    pub(super) fn like(
        &self,
        (team, kind): (&str, &str),
        pace: Pace,
        estimate_hours: Option<f64>,
    ) -> Option<(Class, f64)> {
        let estimate = estimate_hours.filter(|estimate| *estimate > 0.0 && estimate.is_finite());
        let (team_name, kind_name) = (team.to_owned(), kind.to_owned());
        match (pace, estimate) {
            (Pace::Effort, Some(estimate)) => {
                let step = libm::round(libm::log(estimate) / SIZE_STEP);
                let key = Key::Ratio(team_name, kind_name, step.to_bits());
                let size = libm::exp(step * SIZE_STEP);
                let class = self.class(key, || self.ratios.class(team, kind, size));
                Some((class?, estimate * SECONDS_AN_HOUR))
            }
            (Pace::Effort, None) => {
                let key = Key::Hours(team_name, kind_name);
                let class = self.class(key, || self.hours.class(team, kind, 1.0));
                Some((class?, SECONDS_AN_HOUR))
            }
            (Pace::Cycle | Pace::Lead, _) => {
                let spans = if pace == Pace::Cycle { &self.cycles } else { &self.leads };
                let alike = Alike { group: team, kind, person: "" };
                let model = spans.model?;
                let traits = spans.past.traits_like(&model, alike, estimate);
                let key = Key::Span(pace == Pace::Cycle, team_name, kind_name, traits);
                let class = self.class(key, || spans.class(team, kind, &model, &traits));
                Some((class?, 1.0))
            }
        }
    }

    fn class(&self, key: Key, make: impl FnOnce() -> Option<Class>) -> Option<Class> {
        let kept = || self.classes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(class) = kept().get(&key) {
            return class.clone();
        }
        let class = make();
        kept().insert(key, class.clone());
        class
    }
}

impl Efforts {
    /// Multiples of an estimate of about this size.
    fn class(&self, team: &str, kind: &str, size: f64) -> Option<Class> {
        let (likeness, finished) = self.counts.speak_for(team, kind)?;
        let likely = self.history.likely(Alike { group: team, kind, person: "" }, size);
        let finished = finished.min(EffortHistory::MOST_LIKE);
        let durations = Durations::of_weighted(likely.shares(1.0 / size), finished)?;
        Some(Class { durations: Arc::new(durations), likeness, finished })
    }
}

impl Spans {
    /// From things of which it is known when they began.
    fn of<'r>(
        begun: impl Iterator<Item = (&'r WorkRecord, Timestamp)>,
        facts: &BTreeMap<String, TeamFacts>,
        at: Timestamp,
    ) -> Self {
        let mut begun: Vec<(&WorkRecord, Timestamp)> = begun.collect();
        begun.sort_by_key(|(record, from)| (*from, record.key));
        begun.drain(..begun.len().saturating_sub(MOST_THINGS));
        let stretch =
            facts.iter().map(|(name, facts)| (name.clone(), stretch(&facts.timeline, at)));
        let mut spans = Self { now: at.as_second(), stretch: stretch.collect(), ..Self::default() };
        for (record, from) in begun {
            let Some(timeline) = facts.get(&record.team).map(|facts| &facts.timeline) else {
                continue;
            };
            let stretch = spans.stretch.get(&record.team).copied().unwrap_or(1.0);
            let on_clock = |instant: Timestamp| {
                let worked = (timeline.working_at(at) - timeline.working_at(instant)).max(0);
                at.as_second() - whole_seconds(stretch * real_seconds(worked))
            };
            let to = record.finished.map(|to| on_clock(to).max(on_clock(from)));
            let alike = Alike { group: &record.team, kind: &record.kind, person: "" };
            spans.past.add(on_clock(from), to, alike, record.estimate_hours);
            if let Some(when) = record.given_up {
                spans.past.give_up(on_clock(when).max(on_clock(from)));
            }
            if record.finished.is_some() {
                spans.counts.add(record);
            }
        }
        spans.model = Some(choose(&spans.past, spans.now));
        spans
    }

    /// Working seconds.
    fn class(&self, team: &str, kind: &str, model: &Model, traits: &Traits) -> Option<Class> {
        let (likeness, finished) = self.counts.speak_for(team, kind)?;
        let stretch = self.stretch.get(team).copied().unwrap_or(1.0);
        let course = self.past.at(self.now).course(model, traits, 0.0);
        let durations = Durations::of_course(&course, DAY / stretch, finished)?;
        Some(Class { durations: Arc::new(durations), likeness, finished })
    }
}

/// By how much a clock that shows working time is stretched so that a year is a year.
fn stretch(timeline: &Timeline, at: Timestamp) -> f64 {
    let year = SignedDuration::from_hours(24 * 364);
    let worked = |from: Timestamp, to: Timestamp| {
        real_seconds(timeline.working_at(to) - timeline.working_at(from))
    };
    // The year before, or after where the clock was not kept yet.
    let worked = worked(at - year, at).max(worked(at, at + year)).max(1.0);
    (real_seconds(year.as_secs()) / worked).clamp(1.0, MOST_STRETCHED)
}

/// The model that would have said best what came: asked at instants spread over the past of things that began next.
fn choose(past: &Past, now: i64) -> Model {
    let mut choice = Choice::default();
    let begun = past.begun();
    let (instants, things) = JUDGED;
    let mut asked_until = 0;
    for instant in 0..instants {
        // Of things in the order in which they began; what began first is learnt from only.
        let part = real(instant + 1) / real(instants + 1);
        let place = index(part * real(begun.len()), begun.len()).max(asked_until);
        let Some((from, _)) = begun.get(place).copied() else { break };
        if from >= now {
            break;
        }
        let known = past.at(from);
        choice.settle(from);
        for (from, thing) in begun.iter().skip(place).take(things).copied() {
            let ends = (past.ended(thing), past.given_up(thing));
            choice.ask(&known, from, &past.all_traits(thing), 0.0, ends);
        }
        asked_until = place + things;
    }
    choice.settle(now);
    choice.best()
}
