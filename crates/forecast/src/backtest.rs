//! The honest replay: for each past row, what would have been said on the day, from what was known on the day.
//!
//! A forecast for a row uses rows that ended before it began, and rows that began before it as still open. Nothing
//! else: what ended a second later is not known. Replays of time know the midnight before. What a replay says is judged in [`crate::scorecard`].

mod effort;
mod lasting;

use crate::effort::Alike;
use crate::elapsed::Model;

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
    /// When it was given up, if it was: then nobody knows how long it would have lasted.
    pub given_up: Option<i64>,
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
    /// By when it really was promised: seconds since 1970, UTC.
    pub promised: Option<i64>,
    /// Whether a forecast is wanted for it.
    pub wanted: bool,
}

/// What is asked of each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// How much effort it takes, from what estimates were worth that were known ([`crate::effort`]), at levels that follow
    /// how often they held ([`crate::adaptive`]).
    Effort,
    /// How long it takes from its own start to its end, by the model that said best what came before
    /// ([`crate::elapsed`]).
    Elapsed,
    /// How long it still takes while it is open, at midnight of each day whose number since 1970 is a multiple of this
    /// many; 0 counts as 1.
    Remaining(u32),
    /// The date that could have been promised when it began. Its levels follow how often such dates were kept
    /// ([`crate::adaptive`]): whether one was is known when it passes, and counts from the day after.
    Promise,
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

/// What is said of a row, as the replay goes on.
#[expect(missing_debug_implementations, reason = "it borrows what answers, and lives for one call")]
pub struct Said<'a> {
    /// The answer at each of [`LEVELS`].
    pub prediction: Prediction,
    /// How many rows were passed by then, wanted or not, of all; for [`Question::Remaining`] days.
    pub passed: (usize, usize),
    /// The answer at any other level in (0, 1).
    pub at: &'a dyn Fn(f64) -> Option<f64>,
}

/// Models that were tried, each with its score at the end, the best first ([`crate::elapsed::Choice::scores`]).
pub type Scores = Vec<(Model, f64)>;

/// Replays a history, in the order in which things would have been said; returns the models that were tried: none for
/// effort, of which there is one.
pub fn replay(records: &[Record], question: Question, visit: &mut dyn FnMut(&Said<'_>)) -> Scores {
    match question {
        Question::Effort => {
            effort::replay(records, visit);
            Scores::new()
        }
        Question::Elapsed => lasting::elapsed(records, visit),
        Question::Remaining(every_days) => lasting::remaining(records, every_days, visit),
        Question::Promise => lasting::promise(records, visit),
    }
}

/// All that a replay would have said.
pub fn predictions(records: &[Record], question: Question) -> Vec<Prediction> {
    let mut all = Vec::new();
    replay(records, question, &mut |said| all.push(said.prediction.clone()));
    all
}

/// All rows in the order in which their forecasts are made.
fn in_order(records: &[Record]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..records.len()).collect();
    places.sort_by_key(|place| records[*place].made);
    places
}

fn alike(record: &Record) -> Alike<'_> {
    Alike { group: &record.group, kind: &record.kind, person: &record.person }
}
