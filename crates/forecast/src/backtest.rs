//! The honest replay: for each past row, what would have been said on the day, from what was known on the day.
//!
//! A forecast for a row uses rows that ended before it began, and rows that began before it as still open. Nothing
//! else: what ended a second later is not known.

use std::collections::BTreeMap;

use crate::elapsed::{Span, durations_at};
use crate::number::real_seconds;
use crate::ratio::{RatioHistory, next_value_quantile};
use crate::survival::Survival;

/// The levels at which a replay answers.
pub const LEVELS: [f64; 4] = [0.5, 0.8, 0.85, 0.95];

const DAY: i64 = 86_400;

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

/// Replays how much effort each row takes, from the ratios of actual to estimate that were known.
///
/// Rows learn from their own group, and from all groups while theirs has too little.
pub fn effort(records: &[Record]) -> Vec<Prediction> {
    let mut finished: Vec<&Record> = records.iter().filter(|r| r.done.is_some()).collect();
    finished.sort_by_key(|r| r.done);
    let mut wanted: Vec<usize> = (0..records.len()).filter(|i| records[*i].wanted).collect();
    wanted.sort_by_key(|i| records[*i].made);

    let (mut everyone, mut groups) =
        (RatioHistory::default(), BTreeMap::<&str, RatioHistory>::new());
    let mut learnt = finished.into_iter().peekable();
    let mut predictions = Vec::new();
    for place in wanted {
        let record = &records[place];
        while let Some(past) = learnt.next_if(|past| past.done < Some(record.made)) {
            if let (Some(estimate), Some(actual)) = (past.estimate, past.actual) {
                everyone.learn(estimate, actual);
                groups.entry(&past.group).or_default().learn(estimate, actual);
            }
        }
        let Some(estimate) = record.estimate.filter(|e| *e > 0.0) else { continue };
        let own = groups.get(record.group.as_str()).and_then(|g| g.ratios_like(estimate));
        let ratios = own.or_else(|| everyone.ratios_like(estimate)).unwrap_or_default();
        let quantiles =
            LEVELS.map(|level| next_value_quantile(&ratios, level).map(|ratio| ratio * estimate));
        predictions.push(Prediction { record: place, made_at: record.made, quantiles });
    }
    predictions
}

/// Replays how long each row takes from its own start to its end, in days.
pub fn elapsed(records: &[Record]) -> Vec<Prediction> {
    let spans: Vec<Span> = records.iter().map(|r| Span { from: r.made, to: r.done }).collect();
    let mut known: Option<(i64, Survival)> = None;
    let mut wanted: Vec<usize> = (0..records.len()).filter(|i| records[*i].wanted).collect();
    wanted.sort_by_key(|i| records[*i].made);
    let predictions = wanted.into_iter().map(|place| {
        let made_at = records[place].made;
        // What was known at midnight before; the rows of one day share a curve.
        let midnight = made_at.div_euclid(DAY) * DAY;
        if known.as_ref().is_none_or(|(at, _)| *at != midnight) {
            known = Some((midnight, durations_at(&spans, midnight)));
        }
        let curve = known.as_ref().map(|(_, curve)| curve);
        let quantiles = LEVELS.map(|level| curve.and_then(|c| c.quantile(level)));
        Prediction { record: place, made_at, quantiles }
    });
    predictions.collect()
}

/// Replays how long each open row still takes, at midnight of each day whose number since 1970 is a multiple of
/// `every_days`, in days after that midnight.
pub fn remaining(records: &[Record], every_days: u32) -> Vec<Prediction> {
    let every = i64::from(every_days.max(1)) * DAY;
    let spans: Vec<Span> = records.iter().map(|r| Span { from: r.made, to: r.done }).collect();
    let ends = records.iter().map(|r| r.done.unwrap_or(r.made).max(r.made));
    let (Some(last), Some(first)) = (ends.max(), records.iter().map(|r| r.made).min()) else {
        return Vec::new();
    };
    let mut predictions = Vec::new();
    let mut origin = (first.div_euclid(every) + 1) * every;
    while origin < last {
        let curve = durations_at(&spans, origin);
        for (place, record) in records.iter().enumerate().filter(|(_, r)| r.wanted) {
            let is_open = record.made < origin && record.done.is_none_or(|done| done > origin);
            if is_open {
                let age = real_seconds(origin - record.made) / real_seconds(DAY);
                let quantiles =
                    LEVELS.map(|level| curve.quantile_given(age, level).map(|total| total - age));
                predictions.push(Prediction { record: place, made_at: origin, quantiles });
            }
        }
        origin += every;
    }
    predictions
}

/// Replays the date that could have been promised for each row, in days: by its kind where enough is known of it.
pub fn promise(records: &[Record]) -> Vec<Prediction> {
    elapsed(records)
}
