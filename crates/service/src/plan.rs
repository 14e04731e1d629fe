//! The plan as it stands: what history teaches, what waits in the queues, and what was promised.

mod job;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use calendar::{Calendar, Timeline};
use forecast::history::Pace;
use forecast::random::number_of;
use forecast::{
    Absence, Backlog, Calibration, Habit, History, Job, Outcome, Part, Play, Runs, Seed, TeamFacts,
    WorkRecord, habit, lay_out,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ledger::facts::{Seen, WorkItem};
use ledger::query::PlannedRow;
use promise::health::ForecastStamp;
use promise::party::{Discipline, Organisation, Overtime, Work};
use promise::{Chance, ForecastId, OrganisationId};

use self::job::job;
use crate::quote::Held;
use crate::track::Lately;
use crate::{Service, ServiceError};

pub use self::job::Outside;
pub(crate) use self::job::{Waits, job_key, place_of, work_parts};

/// How far ahead anything is forecast.
const HORIZON: SignedDuration = SignedDuration::from_hours(24 * 365 * 3);
/// What is learnt from history is learnt anew every so often.
const LEARN_EVERY_SECONDS: i64 = 3600;
/// How often a plan is played: a chance is then exact to 0.6 points.
const TRIALS: u32 = 4096;
/// Items times trials of event dispatch, which puts those right: about a hundredth of a second of one core.
const BUDGET: u32 = 80_000;
/// Never fewer or more of these, as long as fewer are played in all.
const JUDGED: std::ops::RangeInclusive<u32> = 64..=512;

/// How carefully a plan is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Care {
    /// In how many trials.
    pub(crate) trials: u32,
    /// In how many of them by event dispatch too.
    pub(crate) judged: u32,
}

/// What history teaches, at an instant.
#[derive(Debug)]
pub struct World {
    records: Vec<WorkRecord>,
    history: History,
    at: Timestamp,
}

/// The working times of a calendar over some years.
#[derive(Debug)]
pub(crate) struct WorkingTimes {
    calendar: Calendar,
    begins: Timestamp,
    ends: Timestamp,
    timeline: Arc<Timeline>,
}

/// So many working times are kept: a few calendars, in this year and the next.
const TIMELINES_KEPT: usize = 16;

/// A team as the plan sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamView {
    /// Its name.
    pub name: String,
    /// By what its pace is told.
    pub pace: Pace,
    /// How many things it works on at a time; `None` when nothing tells.
    pub slots: Option<u32>,
    /// Whether that was inferred.
    pub slots_inferred: bool,
    /// How it takes up work.
    pub discipline: Discipline,
    /// The share of its time, in per cent, that goes to recorded work.
    pub share_percent: u32,
    /// Whether that was inferred.
    pub share_inferred: bool,
    /// How many pieces of work it has finished.
    pub finished: usize,
    /// How many wait or are under way.
    pub open: usize,
    /// How many more are open in name: they have stood still longer than 99 in 100 that were ever taken up.
    pub set_aside: usize,
    /// The kinds of its work, most frequent first.
    pub kinds: Vec<String>,
    /// In which order it took up work, if history shows it.
    pub habit: Option<Habit>,
}

/// The plan with everything that was promised in it.
#[derive(Debug, Clone)]
pub struct PlanNow {
    /// The present.
    pub at: Timestamp,
    /// What history teaches.
    pub world: Arc<World>,
    /// What was promised, by short name.
    pub promised: Vec<PlannedRow>,
    /// The jobs behind it, in the same order; then those of held quotes.
    pub jobs: Vec<Job>,
    /// The work behind it, in the same order, where any was planned.
    pub works: Vec<Option<Work>>,
    /// What is waited for from outside.
    pub outside: Outside,
    /// The quotes that are held.
    pub held: Vec<Held>,
    /// The luck of the simulation.
    pub seed: Seed,
    /// By what chances are corrected, as promises so far tell.
    pub calibration: Calibration,
    /// What those promises came to of late.
    pub lately: Lately,
}

impl World {
    /// Each team as the plan sees it, by name.
    pub fn team_views(&self) -> Vec<TeamView> {
        let profiles = self.history.profiles().iter();
        let views = profiles.map(|(name, profile)| {
            let own = || self.records.iter().filter(|r| r.team == *name && r.created < self.at);
            let is_open = |r: &&WorkRecord| r.finished.is_none_or(|at| at >= self.at);
            let mut kinds = BTreeMap::<&str, usize>::new();
            for record in own().filter(|r| !r.kind.is_empty()) {
                *kinds.entry(&record.kind).or_default() += 1;
            }
            let mut kinds: Vec<(usize, &str)> = kinds.into_iter().map(|(k, n)| (n, k)).collect();
            kinds.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
            let open = own().filter(is_open).count();
            let aside = self.history.set_aside();
            let set_aside = own().filter(|r| aside.contains(&r.key)).count();
            let unlimited = profile.pace == Pace::Lead && profile.slots.inferred;
            TeamView {
                name: name.clone(),
                pace: profile.pace,
                slots: (!unlimited).then_some(profile.slots.value.get()),
                slots_inferred: profile.slots.inferred,
                discipline: named(profile.discipline),
                share_percent: percent(profile.share.value),
                share_inferred: profile.share.inferred,
                finished: profile.finished,
                open: open - set_aside,
                set_aside,
                kinds: kinds.into_iter().map(|(_, kind)| kind.to_owned()).collect(),
                habit: habit(&own().collect::<Vec<_>>(), self.at),
            }
        });
        views.collect()
    }

    /// What history teaches.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The records it was learnt from.
    pub fn records(&self) -> &[WorkRecord] {
        &self.records
    }
}

/// A share as whole per cents.
pub fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let percent = (share * 100.0).round().clamp(0.0, 100.0) as u32;
    percent
}

/// A share as thousandths.
pub(crate) fn permille(share: f64) -> Chance {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let permille = (share * 1000.0).round().clamp(0.0, 1000.0) as u16;
    Chance::of_permille(permille).unwrap_or(Chance::of_percent(100))
}

impl Service {
    /// What history teaches at an instant, learnt anew when something was imported or an hour has passed.
    ///
    /// # Errors
    /// [`ServiceError::NoOrganisation`] before it was founded.
    pub async fn world(
        &self,
        id: OrganisationId,
        at: Timestamp,
    ) -> Result<Arc<World>, ServiceError> {
        let hour = at.as_second().div_euclid(LEARN_EVERY_SECONDS);
        let version = self.ledger.version(id, &ledger::Stream::Organisation).await?;
        let imports = self.ledger.import_state(id).await?;
        let state = format!("{version} {hour} {imports}");
        if let Some(world) = self.worlds.get(id, &state) {
            return Ok(world);
        }
        let organisation = self.organisation(id).await?;
        let world = Arc::new(self.world_with(id, organisation, at, &[]).await?);
        self.worlds.put(id, state, Arc::clone(&world));
        Ok(world)
    }

    /// The same of an organisation set up like this, with more work taken in; neither is stored.
    pub(crate) async fn world_with(
        &self,
        id: OrganisationId,
        organisation: Arc<Organisation>,
        at: Timestamp,
        more: &[WorkItem],
    ) -> Result<World, ServiceError> {
        let stored = self.ledger.work_items(id).await?;
        let mut items: BTreeMap<(String, String), WorkItem> = BTreeMap::new();
        for item in stored.into_iter().chain(more.iter().cloned()) {
            items.insert((item.source.clone(), item.id.clone()), item);
        }
        let items: Vec<WorkItem> = items.into_values().collect();
        let hours = self.hours(&organisation, &items, at)?;
        let learn = move || learn(&organisation, &items, &hours, at);
        tokio::task::spawn_blocking(learn).await.map_err(|e| panicked(&e))
    }

    /// The working times of each calendar that a team keeps, from before its first record to beyond the horizon.
    ///
    /// They begin and end with a year, so that they are the same on each day of it and need to be made but once.
    fn hours(
        &self,
        organisation: &Organisation,
        items: &[WorkItem],
        at: Timestamp,
    ) -> Result<BTreeMap<String, Arc<Timeline>>, ServiceError> {
        let first = items.iter().map(|item| item.created).min().unwrap_or(at).min(at);
        let begins = beginning_of_year(first, 0)?;
        let ends = beginning_of_year(at + HORIZON, 1)?;
        let mut hours = BTreeMap::<String, Arc<Timeline>>::new();
        for team in team_names(organisation, items) {
            let name = calendar_name(organisation, team);
            if hours.contains_key(name) {
                continue;
            }
            let calendar: Calendar = organisation.calendar(name);
            let mut made = self.timelines.lock().unwrap_or_else(PoisonError::into_inner);
            let known = made.iter().find(|made| {
                (made.begins, made.ends) == (begins, ends) && made.calendar == calendar
            });
            let timeline = match known {
                Some(known) => Arc::clone(&known.timeline),
                None => {
                    let timeline = Arc::new(Timeline::over(&calendar, begins, ends)?);
                    if made.len() == TIMELINES_KEPT {
                        made.remove(0);
                    }
                    let timeline_kept = Arc::clone(&timeline);
                    made.push(WorkingTimes { calendar, begins, ends, timeline: timeline_kept });
                    timeline
                }
            };
            hours.insert(name.to_owned(), timeline);
        }
        Ok(hours)
    }

    /// The plan as it stands.
    ///
    /// # Errors
    /// [`ServiceError::NoOrganisation`] before it was founded.
    pub async fn plan(&self, id: OrganisationId, at: Timestamp) -> Result<PlanNow, ServiceError> {
        let world = self.world(id, at).await?;
        let promised = self.ledger.planned_promises(id).await?;
        let outside = self.outside(id, at).await?;
        let codec = self.ledger.codec(id);
        let works = promised.iter().map(|row| {
            let read = row.work.as_ref().map(|data| codec.read_planned(data));
            read.transpose().map_err(ledger::LedgerError::from)
        });
        let works = works.collect::<Result<Vec<_>, _>>()?;
        let jobs = promised.iter().zip(&works);
        let jobs = jobs.map(|(row, work)| job(row.id, work.as_ref(), &outside));
        let mut jobs: Vec<Job> = jobs.collect();
        let held = self.held(id, at).await?;
        jobs.extend(held.iter().map(|held| held.job(at, &outside.customers)));
        let seed = Seed(number_of(&id.to_string()));
        let told = self.track_record_at(id, at).await?;
        let (calibration, lately) = (told.track.calibration(), told.lately);
        Ok(PlanNow { at, world, promised, jobs, works, outside, held, seed, calibration, lately })
    }

    /// Plays every plan so many times at most, until told otherwise; for whoever has many instants to go through and
    /// takes a rougher chance in return: 250 trials tell one to 3 points.
    pub fn play_at_most(&self, trials: Option<NonZeroU32>) {
        self.most_trials.store(trials.map_or(0, NonZeroU32::get), Ordering::Relaxed);
    }

    /// How carefully a plan of so many items is played.
    pub(crate) fn care(&self, items: usize) -> Care {
        let trials = match self.most_trials.load(Ordering::Relaxed) {
            0 => TRIALS,
            most => most.min(TRIALS),
        };
        let items = u32::try_from(items.max(1)).unwrap_or(u32::MAX);
        let judged = (BUDGET / items).clamp(*JUDGED.start(), *JUDGED.end());
        Care { trials, judged: judged.min(trials) }
    }

    /// Plays a backlog, away from the threads that answer.
    pub(crate) async fn play(
        &self,
        plan: &PlanNow,
        backlog: Backlog,
        tracked: Vec<usize>,
    ) -> Result<Runs, ServiceError> {
        let Care { trials, judged } = self.care(backlog.plan.items.len());
        let trials = NonZeroU32::new(trials).unwrap_or(NonZeroU32::MIN);
        let play = Play { trials, seed: plan.seed, threads: self.threads };
        let run = move || forecast::play(&backlog.plan, &tracked, play, judged);
        let runs = tokio::task::spawn_blocking(run).await.map_err(|e| panicked(&e))??;
        Ok(runs.calibrated(plan.calibration))
    }
}

/// The beginning of the year that holds an instant, or of one so many years later; UTC.
fn beginning_of_year(at: Timestamp, years_later: i16) -> Result<Timestamp, ServiceError> {
    let year = TimeZone::UTC.to_datetime(at).year().saturating_add(years_later);
    let day = Date::new(year, 1, 1).map_err(calendar::CalendarError::from)?;
    let begins = TimeZone::UTC.to_ambiguous_timestamp(day.into()).compatible();
    Ok(begins.map_err(calendar::CalendarError::from)?)
}

pub(crate) fn panicked(error: &tokio::task::JoinError) -> ServiceError {
    let text = format!("a computation ended early: {error}");
    ServiceError::Ledger(ledger::LedgerError::Damaged(text))
}

impl PlanNow {
    /// Frees the places that are held for a question.
    pub(crate) fn free_held(&mut self, asked: &str) {
        let is_other = |held: &Held| held.asked != asked;
        let mut keeps = self.held.iter().map(is_other).collect::<Vec<_>>().into_iter();
        let of_held = self.jobs.split_off(self.promised.len());
        self.jobs.extend(of_held.into_iter().filter(|_| keeps.next().unwrap_or(true)));
        self.held.retain(is_other);
    }

    /// The plan laid out with one more job, or as it is.
    pub(crate) fn lay_out(&self, more: Option<&Job>) -> Backlog {
        let jobs: Vec<Job> = self.jobs.iter().chain(more).cloned().collect();
        self.laid_out(&jobs)
    }

    /// One job laid out as if nobody had anything else to do: with its own records, and nothing before it.
    pub(crate) fn lay_out_alone(&self, job: &Job) -> Backlog {
        let own = |record: &&WorkRecord| job.parts.contains(&Part::Record(record.key));
        let records: Vec<WorkRecord> = self.world.records.iter().filter(own).cloned().collect();
        lay_out(&self.world.history, &records, std::slice::from_ref(job), self.at)
    }

    /// Jobs laid out, with the overtime that was bought for what was promised.
    pub(crate) fn laid_out(&self, jobs: &[Job]) -> Backlog {
        let mut backlog = lay_out(&self.world.history, &self.world.records, jobs, self.at);
        let bought = self.works.iter().flatten().flat_map(|work| &work.arranged.overtime);
        work_longer(&mut backlog, bought, self.at);
        backlog
    }

    /// The plan laid out as if one job had nothing to wait for but work.
    pub(crate) fn without_arrivals(&self, place: usize) -> Backlog {
        let mut jobs = self.jobs.clone();
        if let Some(job) = jobs.get_mut(place) {
            job.parts.retain(|part| !matches!(part, Part::Arrival(_) | Part::Expected(_)));
        }
        self.laid_out(&jobs)
    }
}

/// Weeks over which the ordinary working time of a team is told.
const ORDINARY_WEEKS: i64 = 8;

/// Gives teams the overtime that was bought, each piece of it for as long as it was.
pub(crate) fn work_longer<'a>(
    backlog: &mut Backlog,
    bought: impl Iterator<Item = &'a Overtime>,
    at: Timestamp,
) {
    for overtime in bought.filter(|overtime| overtime.until > at) {
        let teams = backlog.plan.teams.iter_mut();
        for team in teams.filter(|team| team.name == overtime.team) {
            let later = at + SignedDuration::from_hours(24 * 7 * ORDINARY_WEEKS);
            let week = (team.timeline.working_at(later) - team.timeline.working_at(at)).max(1);
            // An hour of overtime goes to the plan whole, an hour of an ordinary day by the team's share.
            let hands = f64::from(team.slots.get()) * team.share;
            let longer = i64::from(overtime.minutes_a_week) * 60 * 1000 * ORDINARY_WEEKS / week;
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "thousandths of a day"
            )]
            let permille = (longer as f64 / hands).clamp(0.0, 2000.0).round() as u32;
            let timeline = team.timeline.with_more(overtime.from.max(at), overtime.until, permille);
            team.timeline = Arc::new(timeline);
        }
    }
}

/// What is seen of a job's finish.
pub(crate) fn seen(
    outcome: &Outcome,
    due: Option<Timestamp>,
    finished: usize,
    id: ForecastId,
    made: (Timestamp, Seed),
) -> Seen {
    let stamp = stamp(outcome, due, finished, id, made);
    stamp.map_or(Seen::CannotForecast, Seen::Forecast)
}

/// A forecast as it is kept; `None` when it cannot be promised even at 85%.
pub(crate) fn stamp(
    outcome: &Outcome,
    due: Option<Timestamp>,
    finished: usize,
    id: ForecastId,
    (made_at, seed): (Timestamp, Seed),
) -> Option<ForecastStamp> {
    const LEVELS: [f64; 7] = [0.05, 0.15, 0.25, 0.5, 0.75, 0.85, 0.95];
    if finished == 0 {
        return None;
    }
    let mut quantiles = [made_at; 7];
    for (place, level) in LEVELS.into_iter().enumerate() {
        let at = outcome.quantile(level).map(|quantile| quantile.at);
        // The last trial that ends at all stands in where 95% do not: the chances stay what they are.
        let last = || (level > 0.9).then(|| outcome.latest()).flatten();
        quantiles[place] = at.or_else(last)?.max(made_at);
    }
    let chance = due.map_or(Chance::of_percent(0), |due| permille(outcome.chance_by(due).share));
    Some(ForecastStamp {
        id,
        made_at,
        chance,
        quantiles,
        likely: outcome.likely()?.max(made_at),
        finished: u32::try_from(finished).unwrap_or(u32::MAX),
        trials: u32::try_from(outcome.trials()).unwrap_or(u32::MAX),
        seed: seed.0,
    })
}

fn record_key(source: &str, id: &str) -> u64 {
    number_of(&format!("{source}\n{id}"))
}

/// Learns from work items as they were known at an instant. `hours` are the working times of each calendar named.
fn learn(
    organisation: &Organisation,
    items: &[WorkItem],
    hours: &BTreeMap<String, Arc<Timeline>>,
    at: Timestamp,
) -> World {
    let ranks = ranks(items.iter().filter_map(|item| item.priority.as_deref()));
    let records: Vec<WorkRecord> = items.iter().map(|item| record(item, &ranks)).collect();
    let mut facts = BTreeMap::new();
    for name in team_names(organisation, items) {
        let team = organisation.teams.get(name);
        let Some(timeline) = hours.get(calendar_name(organisation, name)) else { continue };
        let reserved = team.and_then(|team| team.reserved_minutes);
        let fact = TeamFacts {
            timeline: Arc::clone(timeline),
            slots: team.and_then(|team| team.slots),
            reserved_hours: reserved.map(|minutes| f64::from(minutes) / 60.0),
            discipline: discipline(team.map(|team| team.discipline).unwrap_or_default()),
            absences: absences(organisation, name),
        };
        facts.insert(name.to_owned(), fact);
    }
    let history = History::learn(&records, &facts, at);
    World { records, history, at }
}

/// What a plan's discipline is called.
pub fn named(of: forecast::Discipline) -> Discipline {
    match of {
        forecast::Discipline::Dispatch => Discipline::Dispatch,
        forecast::Discipline::StrictPriority => Discipline::StrictPriority,
        forecast::Discipline::WipLimit => Discipline::WipLimit,
    }
}

/// When how many slots of a team are not there, by whole days of the organisation.
fn absences(organisation: &Organisation, team: &str) -> Vec<Absence> {
    let calendar = organisation.calendar(calendar_name(organisation, team));
    let begins = |day: Date| day.to_zoned(calendar.zone().clone()).map(|at| at.timestamp()).ok();
    let known = organisation.absences.get(team).into_iter().flatten();
    let slots = known.filter_map(|of| {
        let absence = Absence { from: begins(of.from)?, until: begins(of.until.tomorrow().ok()?)? };
        Some(std::iter::repeat_n(absence, usize::try_from(of.people.get()).ok()?))
    });
    slots.flatten().collect()
}

/// What a discipline is called in a plan.
fn discipline(of: Discipline) -> forecast::Discipline {
    match of {
        Discipline::Dispatch => forecast::Discipline::Dispatch,
        Discipline::StrictPriority => forecast::Discipline::StrictPriority,
        Discipline::WipLimit => forecast::Discipline::WipLimit,
    }
}

/// The teams that were set up or are named by work.
fn team_names<'a>(organisation: &'a Organisation, items: &'a [WorkItem]) -> BTreeSet<&'a str> {
    let named = items.iter().map(|item| item.team.as_str());
    named.chain(organisation.teams.keys().map(String::as_str)).collect()
}

/// The name of the calendar that a team keeps; of one that nobody set up, none.
fn calendar_name<'a>(organisation: &'a Organisation, team: &str) -> &'a str {
    organisation.teams.get(team).map(|team| team.calendar.as_str()).unwrap_or_default()
}

/// The order of priorities: by number where they are numbers, else by the alphabet; those without one last.
pub(crate) fn ranks<'a>(priorities: impl Iterator<Item = &'a str>) -> BTreeMap<String, i64> {
    let texts: BTreeSet<&str> = priorities.collect();
    let number = |text: &str| text.parse::<f64>().ok().filter(|n| n.is_finite());
    let mut ordered: Vec<&str> = texts.into_iter().collect();
    ordered.sort_by(|a, b| match (number(a), number(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => a.cmp(b),
    });
    ordered.into_iter().zip(0..).map(|(text, rank)| (text.to_owned(), rank)).collect()
}

fn record(item: &WorkItem, ranks: &BTreeMap<String, i64>) -> WorkRecord {
    let rank = item.priority.as_ref().and_then(|priority| ranks.get(priority));
    WorkRecord {
        key: record_key(&item.source, &item.id),
        team: item.team.clone(),
        kind: item.kind.clone(),
        person: item.person.clone(),
        created: item.created,
        started: item.started,
        finished: item.finished,
        given_up: item.given_up,
        estimate_hours: item.estimate_seconds.map(hours),
        actual_hours: item.actual_seconds.map(hours),
        rank: rank.copied().unwrap_or(i64::MAX),
    }
}

fn hours(seconds: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of work stay far below 2^53")]
    let seconds = seconds as f64;
    seconds / 3600.0
}
