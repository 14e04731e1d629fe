//! The honest replay: for each past row, what would have been said on the day, from what was known on the day.
//!
//! A forecast for a row uses rows that ended before it began, and rows that began before it as still open. Nothing
//! else: what ended a second later is not known.

use std::collections::BTreeMap;

use crate::adaptive::Adaptive;
use crate::effort::{Alike, EffortHistory};
use crate::elapsed::{Lasting, Span};
use crate::number::{real_seconds, whole_seconds};

/// The levels at which a replay answers.
pub const LEVELS: [f64; 4] = [0.5, 0.8, 0.85, 0.95];

const DAY: i64 = 86_400;
/// Levels of effort follow some thousand tasks: their ratios hardly drift.
const SLOWLY: f64 = 0.003;
/// Levels of promises follow some hundreds: deliveries drift with the season.
const QUICKLY: f64 = 0.01;

/// A row of history.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Where its forecast is made: seconds since 1970, UTC.
    pub made: i64,
    /// When it was done, if it was.
    pub done: Option<i64>,
    /// Rows of one group learn from each other first: a team, a project.
    pub group: String,
    /// What kind of thing it is: a type of work, a region.
    pub kind: String,
    /// Who did it; empty when that is not known.
    pub person: String,
    /// What it was thought to take.
    pub estimate: Option<f64>,
    /// What it took, in the estimate's unit; known once it is done.
    pub actual: Option<f64>,
    /// Whether a forecast is wanted for it.
    pub wanted: bool,
}

/// What would have been said.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// Which row, by its place in the input.
    pub record: usize,
    /// When it would have been said: seconds since 1970, UTC.
    pub made_at: i64,
    /// At each of [`LEVELS`]: the estimate's unit for effort, else days after `made_at`; `None` is "cannot be
    /// promised at this level".
    pub quantiles: [Option<f64>; 4],
}

/// Replays how much effort each row takes, from what estimates were worth that were known ([`crate::effort`]), at levels
/// that follow how often they held ([`crate::adaptive`]).
pub fn effort(records: &[Record]) -> Vec<Prediction> {
    let mut finished: Vec<usize> =
        (0..records.len()).filter(|place| records[*place].done.is_some()).collect();
    finished.sort_by_key(|place| records[*place].done);
    let (mut history, mut levels) = (EffortHistory::default(), Adaptive::new(LEVELS, SLOWLY));
    let mut said: Vec<[Option<f64>; 4]> = vec![[None; 4]; records.len()];
    let mut ended = finished.into_iter().peekable();
    let mut predictions = Vec::new();
    // Whether levels hold is seen on every row that ends, not only on those that are asked for.
    for place in in_order(records) {
        let record = &records[place];
        while let Some(past) = ended.next_if(|past| records[*past].done < Some(record.made)) {
            let row = &records[past];
            if let (Some(estimate), Some(actual)) = (row.estimate, row.actual) {
                history.learn(alike(row), estimate, actual);
                levels.learn(said[past].map(|said| said.map(|said| actual <= said)));
            }
        }
        let Some(estimate) = record.estimate.filter(|e| *e > 0.0 && e.is_finite()) else {
            continue;
        };
        let likely = history.likely(alike(record), estimate);
        let ask = levels.asked();
        for (said, (level, ask)) in said[place].iter_mut().zip(LEVELS.into_iter().zip(ask)) {
            *said = likely.next_quantile(ask).filter(|_| likely.speaks_for(level));
        }
        if record.wanted {
            let quantiles = said[place];
            predictions.push(Prediction { record: place, made_at: record.made, quantiles });
        }
    }
    predictions
}

fn alike(record: &Record) -> Alike<'_> {
    Alike { group: &record.group, kind: &record.kind, person: &record.person }
}

/// Replays how long each row takes from its own start to its end, in days: as its own kind does where 200 of it
/// ended within half a year, else as any row does.
pub fn elapsed(records: &[Record]) -> Vec<Prediction> {
    let kinds = Kinds::of(records);
    let mut today = Today::of(&kinds);
    let wanted = in_order(records).into_iter().filter(|place| records[*place].wanted);
    let predictions = wanted.map(|place| {
        let record = &records[place];
        let quantiles = today.lasting(record).quantiles(LEVELS);
        Prediction { record: place, made_at: record.made, quantiles }
    });
    predictions.collect()
}

/// Replays the date that could have been promised for each row, in days after the promise.
///
/// Its levels follow how often such dates were kept ([`crate::adaptive`]): whether one was is known when it passes, and
/// counts from the day after.
pub fn promise(records: &[Record]) -> Vec<Prediction> {
    let kinds = Kinds::of(records);
    let (mut today, mut levels) = (Today::of(&kinds), Adaptive::new(LEVELS, QUICKLY));
    // By the instant at which a date passes: at which level, and whether it was kept.
    let mut passing = BTreeMap::<(i64, usize, usize), bool>::new();
    let mut predictions = Vec::new();
    for place in in_order(records) {
        let record = &records[place];
        let lasting = today.lasting(record);
        let has_passed = |(due, ..): &(i64, usize, usize)| *due < midnight_before(record.made);
        while let Some(passed) = passing.first_entry().filter(|entry| has_passed(entry.key())) {
            let ((_, level, _), kept) = passed.remove_entry();
            let mut held = [None; LEVELS.len()];
            held[level] = Some(kept);
            levels.learn(held);
        }
        let quantiles = lasting.quantiles(levels.asked());
        for (level, days) in quantiles.iter().enumerate() {
            let Some(days) = days else { continue };
            let due = record.made + whole_seconds(days * real_seconds(DAY));
            passing.insert((due, level, place), record.done.is_some_and(|done| done <= due));
        }
        if record.wanted {
            predictions.push(Prediction { record: place, made_at: record.made, quantiles });
        }
    }
    predictions
}

/// All rows in the order in which their forecasts are made.
fn in_order(records: &[Record]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..records.len()).collect();
    places.sort_by_key(|place| records[*place].made);
    places
}

/// The midnight before an instant, UTC.
fn midnight_before(at: i64) -> i64 {
    at.div_euclid(DAY) * DAY
}

/// What was known at the last midnight: the rows of one day and kind share it.
struct Today<'a> {
    kinds: &'a Kinds<'a>,
    midnight: i64,
    lasting: BTreeMap<&'a str, Lasting>,
}

impl<'a> Today<'a> {
    fn of(kinds: &'a Kinds<'a>) -> Self {
        Self { kinds, midnight: i64::MIN, lasting: BTreeMap::new() }
    }

    /// How long rows like this one lasted, as known at the midnight before it.
    fn lasting(&mut self, record: &'a Record) -> &Lasting {
        let midnight = midnight_before(record.made);
        if midnight != self.midnight {
            self.midnight = midnight;
            self.lasting.clear();
        }
        let kinds = self.kinds;
        self.lasting.entry(&record.kind).or_insert_with(|| kinds.lasting(&record.kind, midnight))
    }
}

/// Replays how long each open row still takes, at midnight of each day whose number since 1970 is a multiple of
/// `every_days`, in days after that midnight.
pub fn remaining(records: &[Record], every_days: u32) -> Vec<Prediction> {
    let every = i64::from(every_days.max(1)) * DAY;
    let spans: Vec<Span> = records.iter().map(span).collect();
    let ends = records.iter().map(|r| r.done.unwrap_or(r.made).max(r.made));
    let (Some(last), Some(first)) = (ends.max(), records.iter().map(|r| r.made).min()) else {
        return Vec::new();
    };
    let mut predictions = Vec::new();
    let mut origin = (first.div_euclid(every) + 1) * every;
    while origin < last {
        let lasting = Lasting::at(&spans, origin);
        for (place, record) in records.iter().enumerate().filter(|(_, r)| r.wanted) {
            let is_open = record.made < origin && record.done.is_none_or(|done| done > origin);
            if is_open {
                let age = real_seconds(origin - record.made) / real_seconds(DAY);
                let whole = lasting.quantiles_given(age, LEVELS);
                let quantiles = whole.map(|total| total.map(|total| total - age));
                predictions.push(Prediction { record: place, made_at: origin, quantiles });
            }
        }
        origin += every;
    }
    predictions
}

/// When rows began and ended: all of them, and by kind.
struct Kinds<'a> {
    all: Vec<Span>,
    by_kind: BTreeMap<&'a str, Vec<Span>>,
}

impl<'a> Kinds<'a> {
    fn of(records: &'a [Record]) -> Self {
        let mut by_kind = BTreeMap::<&str, Vec<Span>>::new();
        for record in records {
            by_kind.entry(&record.kind).or_default().push(span(record));
        }
        Self { all: records.iter().map(span).collect(), by_kind }
    }

    /// How long rows of a kind lasted, as known at an instant.
    fn lasting(&self, kind: &str, at: i64) -> Lasting {
        let own = self.by_kind.get(kind).map(|spans| Lasting::at(spans, at));
        let own = own.filter(Lasting::is_fresh);
        own.unwrap_or_else(|| Lasting::at(&self.all, at))
    }
}

fn span(record: &Record) -> Span {
    Span { from: record.made, to: record.done }
}
