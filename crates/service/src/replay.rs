//! Replays a history to see what would have been said, and writes it down for a scorer.

use std::collections::BTreeMap;
use std::io::Write;

use forecast::backtest::{self, LEVELS, Prediction, Question, Record};
use forecast::scorecard::{self, Scorecard};
use forecast::{Habit, WorkRecord, habit};
use import::{ImportError, Mapping, Row, Table, Target};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use crate::plan::ranks;

/// Why a replay cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// A file cannot be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// No row can be used.
    #[error("no row can be used: {left_out} left out by the mapping, {bad} bad ({first})")]
    NoRows {
        /// How many the filter left out.
        left_out: usize,
        /// How many are bad.
        bad: usize,
        /// The first bad one.
        first: String,
    },
    /// The answer cannot be written.
    #[error("the answer cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// What is replayed.
#[derive(Debug, Clone, Copy)]
pub struct Replay<'a> {
    /// Which column means what.
    pub mapping: &'a Mapping,
    /// What is asked of each row.
    pub target: Target,
    /// The past, as a CSV file.
    pub history: &'a [u8],
    /// Rows to forecast from the past and from themselves as time goes on; the past itself when absent.
    pub test: Option<&'a [u8]>,
    /// Days between the instants at which open rows are forecast again.
    pub origin_days: u32,
}

impl Replay<'_> {
    fn question(&self) -> Question {
        match self.target {
            Target::Effort => Question::Effort,
            Target::Elapsed => Question::Elapsed,
            Target::Remaining => Question::Remaining(self.origin_days),
            Target::Promise => Question::Promise,
        }
    }
}

/// What a replay was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// How its answers held.
    pub card: Scorecard,
    /// By team in which order it took up work, where that shows.
    pub habits: BTreeMap<String, Habit>,
    /// How many rows it rests on.
    pub rows: usize,
}

/// What a replay tells beside what it writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    /// How many predictions were written.
    pub predictions: usize,
    /// By team in which order it took up work, where that shows.
    pub habits: BTreeMap<String, Habit>,
}

/// Replays, and writes one JSON object a line.
///
/// Dates without a zone are read as the wall clock shows them, without changes of the clock, so that days are days.
///
/// # Errors
/// [`ReplayError`] when a file cannot be read, holds no usable row, or the answer cannot be written.
pub fn replay(replay: &Replay<'_>, out: &mut impl Write) -> Result<Replayed, ReplayError> {
    let (rows, records) = read(replay)?;
    let mut written = Ok(());
    let mut predictions = 0;
    backtest::replay(&records, replay.question(), &mut |said| {
        predictions += 1;
        if written.is_ok() {
            written = write_line(out, &rows[said.prediction.record].id, &said.prediction);
        }
    });
    written?;
    out.flush()?;
    Ok(Replayed { predictions, habits: habits(&rows) })
}

/// Reads what is replayed.
fn read(replay: &Replay<'_>) -> Result<(Vec<Row>, Vec<Record>), ReplayError> {
    let mut mapping = replay.mapping.clone();
    mapping.format.zone = None;
    if replay.target == Target::Effort {
        need(mapping.columns.estimate.as_ref(), "columns.estimate", "a replay of effort")?;
        need(mapping.columns.actual.as_ref(), "columns.actual", "a replay of effort")?;
    }
    need(mapping.columns.finished.as_ref(), "columns.finished", "a replay")?;
    let read = |bytes| Table::read(bytes, &mapping, &TimeZone::UTC, Some(replay.target));
    let history = read(replay.history)?;
    let test = replay.test.map(read).transpose()?;
    combine(history, test)
}

/// Replays, and judges what would have been said; `progress` hears how many of how many are done.
///
/// # Errors
/// [`ReplayError`] when a file cannot be read or holds no usable row.
pub fn judge(
    replay: &Replay<'_>,
    progress: impl FnMut(usize, usize),
) -> Result<Judged, ReplayError> {
    let (rows, records) = read(replay)?;
    let card = scorecard::judge(&records, replay.question(), progress);
    Ok(Judged { card, habits: habits(&rows), rows: rows.len() })
}

/// In which order each team took up work.
fn habits(rows: &[Row]) -> BTreeMap<String, Habit> {
    let ranks = ranks(rows.iter().filter_map(|row| row.priority.as_deref()));
    let rank = |row: &Row| row.priority.as_ref().and_then(|text| ranks.get(text)).copied();
    let mut teams = BTreeMap::<&str, Vec<WorkRecord>>::new();
    for (row, key) in rows.iter().zip(0..) {
        teams.entry(&row.team).or_default().push(WorkRecord {
            key,
            team: row.team.clone(),
            kind: row.kind.clone(),
            person: row.person.clone(),
            created: row.created,
            started: row.started,
            finished: row.finished,
            given_up: row.given_up,
            estimate_hours: None,
            actual_hours: None,
            rank: rank(row).unwrap_or(i64::MAX),
        });
    }
    let shown = teams.into_iter().filter_map(|(name, records)| {
        let shown = habit(&records.iter().collect::<Vec<_>>(), Timestamp::MAX)?;
        Some((name.to_owned(), shown))
    });
    shown.collect()
}

fn need(
    column: Option<&String>,
    field: &'static str,
    needed_for: &'static str,
) -> Result<(), ImportError> {
    column.map(|_| ()).ok_or(ImportError::NotMapped { field, needed_for })
}

/// Rows of both files; a row of the test file takes the place of the same row of the history.
fn combine(history: Table, test: Option<Table>) -> Result<(Vec<Row>, Vec<Record>), ReplayError> {
    let left_out = history.left_out;
    let bad: Vec<_> = history.bad.iter().chain(test.iter().flat_map(|t| &t.bad)).cloned().collect();
    let everything_wanted = test.is_none();
    let mut rows = history.rows;
    let wanted_from = rows.len();
    if let Some(test) = test {
        let again: std::collections::BTreeSet<&str> =
            test.rows.iter().map(|r| r.id.as_str()).collect();
        rows.retain(|row| !again.contains(row.id.as_str()));
        let kept = rows.len();
        rows.extend(test.rows);
        let records = records(&rows, kept);
        return non_empty(rows, records, left_out, &bad);
    }
    let records = records(&rows, if everything_wanted { 0 } else { wanted_from });
    non_empty(rows, records, left_out, &bad)
}

fn non_empty(
    rows: Vec<Row>,
    records: Vec<Record>,
    left_out: usize,
    bad: &[import::BadRow],
) -> Result<(Vec<Row>, Vec<Record>), ReplayError> {
    if rows.is_empty() {
        let first = bad.first().map_or_else(|| "none bad".to_owned(), ToString::to_string);
        return Err(ReplayError::NoRows { left_out, bad: bad.len(), first });
    }
    Ok((rows, records))
}

fn records(rows: &[Row], wanted_from: usize) -> Vec<Record> {
    let records = rows.iter().enumerate().map(|(place, row)| Record {
        made: row.made.as_second(),
        done: row.finished.map(Timestamp::as_second),
        given_up: row.given_up.map(Timestamp::as_second),
        group: row.team.clone(),
        kind: row.kind.clone(),
        person: row.person.clone().unwrap_or_default(),
        estimate: row.estimate,
        actual: row.actual,
        promised: row.promised.map(Timestamp::as_second),
        wanted: place >= wanted_from,
    });
    records.collect()
}

fn write_line(out: &mut impl Write, id: &str, prediction: &Prediction) -> std::io::Result<()> {
    let made_at = Timestamp::from_second(prediction.made_at).map_err(std::io::Error::other)?;
    let quantiles: serde_json::Map<String, serde_json::Value> = LEVELS
        .iter()
        .zip(prediction.quantiles)
        .map(|(level, value)| (level.to_string(), json!(value)))
        .collect();
    let line = json!({ "id": id, "made_at": made_at.to_string(), "quantiles": quantiles });
    writeln!(out, "{line}")
}
