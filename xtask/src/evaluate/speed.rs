//! How long the two things take that a person waits for: reading a large file, and a quote over a full plan.
//!
//! Invented and seeded. Measured in the optimised program, which runs this module and prints its figures as a line.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Write as _};
use std::hint::black_box;
use std::num::NonZeroU32;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use calendar::{Calendar, Country, Timeline};
use forecast::backtest::{Question, Record};
use forecast::scorecard::judge;
use forecast::{
    Discipline, History, Job, NewWork, Part, Place, Play, Seed, TeamFacts, WorkRecord, lay_out,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::output::say;

/// Rows of the file that is read.
const ROWS: u64 = 100_000;
/// Open items of the plan that is quoted.
const OPEN: u64 = 1000;
/// Finished items it learns from.
const FINISHED: u64 = 5000;
/// Teams they are spread over.
const TEAMS: u64 = 20;
/// As the service plays a plan of so many items: by the engine, and some trials by event dispatch too.
const TRIALS: u32 = 4096;
const JUDGED: u32 = 80;
/// Rows of the history that is replayed, as many a day, asked at so many instants.
const REPLAYED: u64 = 10_000;
const A_DAY: u64 = 10;
const ORIGINS: u64 = 100;
/// The best of so many: what else runs on the machine is not measured.
const TIMES: usize = 3;

/// The figures, in seconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speed {
    /// 100,000 rows read.
    pub(super) read_seconds: f64,
    /// What history teaches, learnt from 5,000 finished items.
    pub(super) learn_seconds: f64,
    /// A quote over 1,000 open items with as many trials as the service plays: the plan without, with the work last, with it first.
    pub(super) quote_seconds: f64,
    /// A history of 10,000 rows replayed and judged, its open ones asked at 100 instants.
    pub(super) replay_seconds: f64,
}

impl Display for Speed {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { read_seconds, learn_seconds, quote_seconds, replay_seconds } = self;
        write!(
            f,
            "{ROWS} rows read in {read_seconds:.2} s; {FINISHED} finished items learnt from in "
        )?;
        write!(f, "{learn_seconds:.2} s; {OPEN} open items quoted with {TRIALS} trials in ")?;
        write!(f, "{quote_seconds:.2} s; {REPLAYED} rows replayed and judged, the open ones at ")?;
        write!(f, "{ORIGINS} instants, in {replay_seconds:.2} s, one thread")
    }
}

impl Speed {
    /// Lets the optimised program measure.
    pub(super) fn of_program(program: &Path) -> anyhow::Result<Self> {
        let measured = Command::new(program).arg("speed").output().context("run xtask speed")?;
        ensure!(measured.status.success(), "{}", String::from_utf8_lossy(&measured.stderr));
        let figures: Value = serde_json::from_slice(&measured.stdout)?;
        let seconds = |name: &str| figures[name].as_f64().with_context(|| format!("no {name}"));
        Ok(Self {
            read_seconds: seconds("read_seconds")?,
            learn_seconds: seconds("learn_seconds")?,
            quote_seconds: seconds("quote_seconds")?,
            replay_seconds: seconds("replay_seconds")?,
        })
    }
}

/// Measures, and prints the figures as JSON.
///
/// # Errors
/// When what was invented cannot be read or played: a fault of this module.
pub(crate) fn measure() -> anyhow::Result<()> {
    let (mapping, file) = (import::Mapping::parse(MAPPING)?, file()?);
    let read_seconds = best(|| {
        let table = import::Table::read(file.as_bytes(), &mapping, &TimeZone::UTC, None)?;
        ensure!(table.rows.len() == usize::try_from(ROWS)?, "{:?}", table.bad.first());
        Ok(())
    })?;
    let at: Timestamp = "2026-03-09T09:00:00+01:00".parse()?;
    let (records, facts) = (records(at), facts(at)?);
    let learn_seconds = best(|| {
        black_box(History::learn(&records, &facts, at));
        Ok(())
    })?;
    let history = History::learn(&records, &facts, at);
    let quote_seconds = best(|| quote(&history, &records, at))?;
    let past = past();
    let every = u32::try_from(REPLAYED / A_DAY / ORIGINS)?;
    let replay_seconds = best(|| {
        let card = judge(&past, Question::Remaining(every), |_, _| {});
        ensure!(card.answers > 5000, "only {} answers", card.answers);
        Ok(())
    })?;
    let figures = json!({
        "read_seconds": read_seconds,
        "learn_seconds": learn_seconds,
        "quote_seconds": quote_seconds,
        "replay_seconds": replay_seconds,
    });
    say(figures);
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "measures how long a thing takes")]
fn best(mut thing: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..TIMES {
        let began = Instant::now();
        thing()?;
        least = least.min(began.elapsed().as_secs_f64());
    }
    Ok(least)
}

/// A history of five teams and four kinds; most of it takes some days, one in ten never ends.
fn past() -> Vec<Record> {
    const DAY: i64 = 86_400;
    let luck = Seed(7);
    let row = |row: u64| {
        let made = i64::try_from(row / A_DAY).unwrap_or(0) * DAY;
        let hours = whole_hours(240.0 * luck.uniform(row, 0) / (1.05 - luck.uniform(row, 1)));
        let ends = luck.uniform(row, 2) >= 0.1;
        Record {
            made,
            done: ends.then(|| made + hours * 3600),
            given_up: None,
            group: format!("team {}", row % 5),
            kind: format!("kind {}", row % 4),
            person: String::new(),
            estimate: Some(1.0 + 30.0 * luck.uniform(row, 3)),
            actual: None,
            promised: None,
            wanted: true,
        }
    };
    (0..REPLAYED).map(row).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "some thousand hours at most")]
fn whole_hours(hours: f64) -> i64 {
    hours as i64
}

const MAPPING: &str = r#"
name = "invented"
[columns]
id = ["id"]
created = "created"
started = "started"
finished = "finished"
estimate = "estimate"
actual = "actual"
type = "type"
team = "team"
person = "person"
title = "title"
[format]
zone = "Europe/Amsterdam"
"#;

fn file() -> anyhow::Result<String> {
    let mut file =
        "id,created,started,finished,estimate,actual,type,team,person,title\n".to_owned();
    for row in 0..ROWS {
        let (day, month) = (1 + row % 28, 1 + row / 28 % 12);
        let year = 2020 + row % 5;
        writeln!(
            file,
            "T-{row},{year}-{month:02}-{day:02}T09:00:00,{year}-{month:02}-{day:02}T10:30:00,\
             {year}-{month:02}-{day:02}T16:45:00,{}.5,{}.25,type {},team {},person {},\
             \"Invented work, number {row}\"",
            row % 40,
            row % 60,
            row % 8,
            row % TEAMS,
            row % 90,
        )?;
    }
    Ok(file)
}

fn facts(at: Timestamp) -> anyhow::Result<BTreeMap<String, TeamFacts>> {
    let office = Calendar::office("Europe/Amsterdam", Country::Nl)?;
    let year = SignedDuration::from_hours(24 * 365);
    let timeline = Arc::new(Timeline::over(&office, at - year * 2, at + year * 3)?);
    let facts = || TeamFacts {
        timeline: Arc::clone(&timeline),
        slots: None,
        reserved_hours: None,
        discipline: Discipline::Dispatch,
        absences: Vec::new(),
    };
    Ok((0..TEAMS).map(|team| (team_name(team), facts())).collect())
}

fn team_name(team: u64) -> String {
    format!("team {}", team % TEAMS)
}

/// Half a year of finished work with estimates, then the open queue.
fn records(at: Timestamp) -> Vec<WorkRecord> {
    let luck = Seed(20_260_309);
    let records = (0..FINISHED + OPEN).map(|key| {
        let ago = i64::try_from(key * 24 * 180 / FINISHED).unwrap_or(0);
        let estimate = 2.0 + 38.0 * luck.uniform(key, 0).powi(3);
        let finished = at - SignedDuration::from_hours(ago + 1);
        let is_done = key < FINISHED;
        WorkRecord {
            key,
            team: team_name(key),
            kind: format!("kind {}", key % 8),
            person: Some(format!("person {}", key % 100)),
            created: at - SignedDuration::from_hours(ago.min(24 * 180) + 24 * 10),
            started: is_done.then(|| finished - SignedDuration::from_hours(30)),
            finished: is_done.then_some(finished),
            given_up: None,
            estimate_hours: Some(estimate),
            actual_hours: is_done.then(|| estimate * (0.4 + 1.6 * luck.uniform(key, 1))),
            rank: i64::try_from(key).unwrap_or(0),
        }
    });
    records.collect()
}

/// What a quote does: the plan without the new work, with it last and with it first, every open item tracked.
fn quote(history: &History, records: &[WorkRecord], at: Timestamp) -> anyhow::Result<()> {
    let new = |place| {
        let (team, kind, pieces) = (team_name(0), "kind 0".to_owned(), NonZeroU32::MIN);
        let work = NewWork { team, kind, estimate_hours: Some(20.0), pieces };
        Job { key: u64::MAX, parts: vec![Part::New(work)], place }
    };
    let promised = (FINISHED..FINISHED + OPEN).map(|key| Job {
        key: u64::MAX / 2 + key,
        parts: vec![Part::Record(key)],
        place: Place::Last,
    });
    let promised: Vec<Job> = promised.collect();
    let trials = NonZeroU32::new(TRIALS).context("no trials")?;
    let play = Play { trials, seed: Seed(1), threads: NonZeroU32::MIN };
    for new in [None, Some(new(Place::Last)), Some(new(Place::First))] {
        let jobs: Vec<Job> = promised.iter().cloned().chain(new).collect();
        let backlog = lay_out(history, records, &jobs, at);
        ensure!(backlog.unknown.is_empty(), "some of the plan cannot be forecast");
        let runs = forecast::play(&backlog.plan, &backlog.ends, play, JUDGED)?;
        black_box(runs.outcomes().iter().filter_map(|o| o.quantile(0.85)).count());
    }
    Ok(())
}
