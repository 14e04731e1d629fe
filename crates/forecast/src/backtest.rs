//! The honest replay: for each past row, what would have been said on the day, from what was known on the day.
//!
//! A forecast for a row uses rows that ended before it began, and rows that began before it as still open. Nothing
//! else: what ended a second later is not known.

use std::collections::BTreeMap;

use crate::adaptive::Adaptive;
use crate::effort::{Alike, EffortHistory};
use crate::elapsed::{Borrowing, Choice, Course, Past, Traits};
use crate::number::{real, real_seconds, whole_seconds};

/// The levels at which a replay answers.
pub const LEVELS: [f64; 4] = [0.5, 0.8, 0.85, 0.95];

const DAY: i64 = 86_400;
/// Levels of effort follow some thousand tasks: their ratios hardly drift.
const SLOWLY: f64 = 0.003;
/// Levels of promises follow some hundreds: deliveries drift with the season.
const QUICKLY: f64 = 0.007;
/// Models are judged by the first so many rows of a history, by half of as many again, by a quarter of twice as many,
/// and so on: what is known decides it, not how long the history is.
const JUDGED: usize = 600;
/// And by no more than about so many at one instant: a single day says little.
const JUDGED_AT_ONCE: usize = 20;
/// In so many steps a level that the past cannot tell is brought down to the stated one.
const MORE_STEPS: usize = 5;

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

/// Replays how long each row takes from its own start to its end, in days, by the model that said best what came before
/// ([`crate::elapsed`]).
pub fn elapsed(records: &[Record]) -> Vec<Prediction> {
    let mut said = Vec::new();
    each_new(records, |place, course| {
        if records[place].wanted {
            let quantiles = course.quantiles(LEVELS, Borrowing::Always);
            said.push(Prediction { record: place, made_at: records[place].made, quantiles });
        }
    });
    said
}

/// Replays the date that could have been promised for each row, in days after the promise.
///
/// Its levels follow how often such dates were kept ([`crate::adaptive`]): whether one was is known when it passes, and
/// counts from the day after.
pub fn promise(records: &[Record]) -> Vec<Prediction> {
    let mut levels = Adaptive::new(LEVELS, QUICKLY);
    // By the instant at which a date passes: at which level, and whether it was kept.
    let mut passing = BTreeMap::<(i64, usize, usize), bool>::new();
    let mut predictions = Vec::new();
    each_new(records, |place, course| {
        let record = &records[place];
        let has_passed = |(due, ..): &(i64, usize, usize)| *due < midnight_before(record.made);
        while let Some(passed) = passing.first_entry().filter(|entry| has_passed(entry.key())) {
            let ((_, level, _), kept) = passed.remove_entry();
            let mut held = [None; LEVELS.len()];
            held[level] = Some(kept);
            levels.learn(held);
        }
        let quantiles = as_late(course, levels.asked());
        for (level, days) in quantiles.iter().enumerate() {
            let Some(days) = days else { continue };
            let due = record.made + whole_seconds(days * real_seconds(DAY));
            passing.insert((due, level, place), record.done.is_some_and(|done| done <= due));
        }
        if record.wanted {
            predictions.push(Prediction { record: place, made_at: record.made, quantiles });
        }
    });
    predictions
}

/// The dates for the levels that are asked for; where the past does not tell so much, the latest it does tell, if that
/// is no less than what is stated.
fn as_late(course: &Course, asked: [f64; 4]) -> [Option<f64>; 4] {
    let mut dates = course.quantiles(asked, Borrowing::Always);
    for steps in (0..MORE_STEPS).rev() {
        if dates.iter().all(Option::is_some) {
            break;
        }
        let part = real(steps) / real(MORE_STEPS);
        let less: [f64; 4] =
            std::array::from_fn(|l| LEVELS[l] + part * (asked[l] - LEVELS[l]).max(0.0));
        let earlier = course.quantiles(less, Borrowing::Always);
        for (date, earlier) in dates.iter_mut().zip(earlier) {
            *date = date.or(earlier);
        }
    }
    dates
}

/// Goes through the rows in the order in which they began, with how each could go on, as known at the midnight before.
fn each_new(records: &[Record], mut visit: impl FnMut(usize, &Course)) {
    let past = past_of(records);
    let mut choice = Choice::default();
    let mut midnight = i64::MIN;
    let mut known = past.at(midnight);
    // Things of one day in which the model sees no difference go on in the same way.
    let mut courses = BTreeMap::<Traits, Course>::new();
    let mut today = 0;
    for (number, place) in in_order(records).into_iter().enumerate() {
        let record = &records[place];
        if midnight_before(record.made) != midnight {
            midnight = midnight_before(record.made);
            known = past.at(midnight);
            choice.settle(midnight);
            courses.clear();
            today = 0;
        }
        let model = choice.best();
        let traits = past.traits(&model, place);
        let course = courses.entry(traits).or_insert_with(|| known.course(&model, &traits, 0.0));
        visit(place, course);
        if is_judged(number) && today < JUDGED_AT_ONCE {
            today += 1;
            choice.ask(&known, record.made, &past.all_traits(place), 0.0, record.done);
        }
    }
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

/// Replays how long each open row still takes, at midnight of each day whose number since 1970 is a multiple of
/// `every_days`, in days after that midnight.
pub fn remaining(records: &[Record], every_days: u32) -> Vec<Prediction> {
    let every = i64::from(every_days.max(1)) * DAY;
    let past = past_of(records);
    let mut choice = Choice::default();
    let ends = records.iter().map(|r| r.done.unwrap_or(r.made).max(r.made));
    let (Some(last), Some(first)) = (ends.max(), records.iter().map(|r| r.made).min()) else {
        return Vec::new();
    };
    let mut predictions = Vec::new();
    let mut origin = (first.div_euclid(every) + 1) * every;
    while origin < last {
        let known = past.at(origin);
        choice.settle(origin);
        let model = choice.best();
        let is_open = |r: &Record| r.made < origin && r.done.is_none_or(|done| done > origin);
        let open: Vec<usize> = (0..records.len()).filter(|p| is_open(&records[*p])).collect();
        let apart = (open.len() / JUDGED_AT_ONCE).max(1);
        for (number, place) in open.into_iter().enumerate() {
            let record = &records[place];
            let age = real_seconds(origin - record.made) / real_seconds(DAY);
            if record.wanted {
                let course = known.course(&model, &past.all_traits(place), age);
                let whole = course.quantiles(LEVELS, Borrowing::WhereUnseen);
                let quantiles = whole.map(|total| total.map(|total| total - age));
                predictions.push(Prediction { record: place, made_at: origin, quantiles });
            }
            if number % apart == 0 {
                choice.ask(&known, origin, &past.all_traits(place), age, record.done);
            }
        }
        origin += every;
    }
    predictions
}

fn is_judged(number: usize) -> bool {
    let times = number / JUDGED;
    times == 0 || number.is_multiple_of(times.next_power_of_two())
}

fn past_of(records: &[Record]) -> Past {
    let mut past = Past::default();
    for record in records {
        past.add(record.made, record.done, alike(record), record.estimate);
    }
    past
}
