//! What is seen of a finish, and what work it rests on.

use std::num::NonZeroU32;

use ::forecast::history::Pace;
use ::promise::health::ForecastStamp;
use ::promise::party::{Arranged, NewWork, OwnLoss, Work, WorkLink};
use ledger::facts::Seen;
use serde::{Deserialize, Serialize};
use service::plan::TeamView;
use utoipa::ToSchema;

use super::code::{Currency, Place};
use super::share;
use super::text::{ForecastId, Instant, Line, PromiseId};

/// A distribution of a promise's completion, made at an instant; the same seed gives it again.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Forecast {
    /// Which one.
    id: ForecastId,
    /// When it was made.
    made_at: Instant,
    /// The chance, from 0 to 1, of being done by the due it was made for.
    #[schema(minimum = 0, maximum = 1, example = 0.87)]
    chance: f64,
    /// By when it is done in so many of a hundred cases.
    quantiles: Quantiles,
    /// The most likely instant.
    likely: Instant,
    /// How many finished pieces of work like this one it rests on.
    #[schema(example = 48)]
    finished: u32,
    /// How many trials it counted.
    #[schema(example = 4000)]
    trials: u32,
    /// The seed of those trials, as a text because not every reader of JSON has whole numbers of 64 bits.
    #[schema(example = "16045690984503098046")]
    seed: String,
}

/// By when it is done in so many of a hundred cases.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Quantiles {
    p05: Instant,
    p15: Instant,
    p25: Instant,
    p50: Instant,
    p75: Instant,
    p85: Instant,
    p95: Instant,
}

impl From<&ForecastStamp> for Forecast {
    fn from(stamp: &ForecastStamp) -> Self {
        let [p05, p15, p25, p50, p75, p85, p95] = stamp.quantiles.map(Instant);
        Self {
            id: ForecastId(stamp.id),
            made_at: Instant(stamp.made_at),
            chance: share(stamp.chance),
            quantiles: Quantiles { p05, p15, p25, p50, p75, p85, p95 },
            likely: Instant(stamp.likely),
            finished: stamp.finished,
            trials: stamp.trials,
            seed: stamp.seed.to_string(),
        }
    }
}

/// What was last seen of a promise's finish.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Look {
    /// Nothing can honestly be said.
    CannotForecast,
    /// A forecast.
    Forecast(Forecast),
}

impl From<&Seen> for Look {
    fn from(seen: &Seen) -> Self {
        match seen {
            Seen::CannotForecast => Self::CannotForecast,
            Seen::Forecast(stamp) => Self::Forecast(Forecast::from(stamp)),
        }
    }
}

/// More pieces or minutes than these are slips of the finger.
const MOST_PIECES: u32 = 10_000;
const MOST_MINUTES: u32 = 6_000_000;
/// Larger losses are too, in minor units.
const MOST_MINOR: i64 = 100_000_000_000;
/// More entries are not taken.
const MOST_ENTRIES: usize = 100;

/// The work behind a promise: what no tracker knows yet, and records of trackers.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Work, example = json!({ "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 3 }] }))]
pub(crate) struct WorkShape {
    /// Work that no tracker knows yet.
    #[serde(default, deserialize_with = "few")]
    #[schema(max_items = 100)]
    new: Vec<NewWorkShape>,
    /// Records of trackers.
    #[serde(default, deserialize_with = "few")]
    #[schema(max_items = 100)]
    records: Vec<WorkLinkShape>,
    /// Where the new work goes in the queue.
    #[serde(default)]
    place: Place,
    /// Promises of ours that must be kept before: the new work begins after them. They must not wait for this one.
    #[serde(default, deserialize_with = "few")]
    #[schema(max_items = 100)]
    after: Vec<PromiseId>,
    /// Whether the account has consented to its being moved.
    #[serde(default)]
    movable: bool,
    /// What its lateness costs beyond what is agreed with the account, which does not see it.
    loss: Option<LossShape>,
}

/// What the lateness of a promise costs beyond what is agreed, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OwnLoss)]
pub(crate) struct LossShape {
    /// In which currency.
    currency: Currency,
    /// For each working day late.
    #[serde(default, deserialize_with = "amount")]
    #[schema(minimum = 0, maximum = 100_000_000_000_i64, example = 25_000)]
    per_day_minor: i64,
    /// Once.
    #[serde(default, deserialize_with = "amount")]
    #[schema(minimum = 0, maximum = 100_000_000_000_i64, example = 100_000)]
    per_breach_minor: i64,
}

/// Work that no tracker knows yet.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWork)]
pub(crate) struct NewWorkShape {
    /// Whose it will be.
    team: Line,
    /// What kind of work it is.
    kind: Option<Line>,
    /// What each piece is thought to take, in minutes of work.
    #[serde(default, deserialize_with = "minutes")]
    #[schema(minimum = 1, maximum = 6_000_000, example = 960)]
    estimate_minutes: Option<u32>,
    /// How many pieces.
    #[serde(default = "one", deserialize_with = "pieces")]
    #[schema(minimum = 1, maximum = 10_000, example = 3)]
    pieces: u32,
}

/// A record of a tracker.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WorkLink)]
pub(crate) struct WorkLinkShape {
    /// Which import it came from.
    source: Line,
    /// Its id there.
    id: Line,
}

fn amount<'de, D: serde::Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let minor = i64::deserialize(from)?;
    let wanted = format!("wanted a whole number from 0 to {MOST_MINOR}");
    if (0..=MOST_MINOR).contains(&minor) {
        Ok(minor)
    } else {
        Err(serde::de::Error::custom(wanted))
    }
}

const fn one() -> u32 {
    1
}

fn few<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let entries = Vec::<T>::deserialize(from)?;
    let wanted = format!("wanted at most {MOST_ENTRIES} entries");
    if entries.len() <= MOST_ENTRIES { Ok(entries) } else { Err(serde::de::Error::custom(wanted)) }
}

fn minutes<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    match Option::<u32>::deserialize(from)? {
        Some(minutes) if !(1..=MOST_MINUTES).contains(&minutes) => {
            let wanted = format!("wanted a whole number from 1 to {MOST_MINUTES}");
            Err(serde::de::Error::custom(wanted))
        }
        minutes => Ok(minutes),
    }
}

fn pieces<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let pieces = u32::deserialize(from)?;
    let wanted = format!("wanted a whole number from 1 to {MOST_PIECES}");
    let fits = (1..=MOST_PIECES).contains(&pieces);
    if fits { Ok(pieces) } else { Err(serde::de::Error::custom(wanted)) }
}

impl From<WorkShape> for Work {
    fn from(work: WorkShape) -> Self {
        let new = work.new.into_iter().map(|new| NewWork {
            team: new.team.0.to_string(),
            kind: new.kind.map(|kind| kind.0.to_string()).unwrap_or_default(),
            estimate_minutes: new.estimate_minutes,
            pieces: NonZeroU32::new(new.pieces).unwrap_or(NonZeroU32::MIN),
        });
        let records = work
            .records
            .into_iter()
            .map(|link| WorkLink { source: link.source.0.to_string(), id: link.id.0.to_string() });
        let first = work.place == Place::First;
        let loss = work.loss.map(|loss| OwnLoss {
            currency: loss.currency.0,
            per_day: loss.per_day_minor,
            per_breach: loss.per_breach_minor,
        });
        let arranged = Arranged { movable: work.movable, loss, ..Arranged::default() };
        let after = work.after.into_iter().map(|id| id.0).collect();
        Self { new: new.collect(), records: records.collect(), first, after, arranged }
    }
}

/// A team as the plan sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Team)]
pub(crate) struct TeamShape {
    /// Its name.
    #[schema(example = "Koppelingen")]
    name: String,
    /// By what its pace is told.
    pace: PaceShape,
    /// How many things it works on at a time; null when nothing tells.
    #[schema(example = 3)]
    slots: Option<u32>,
    /// Whether that was inferred from its records.
    slots_inferred: bool,
    /// The share of its time, from 0 to 1, that goes to recorded work.
    #[schema(minimum = 0, maximum = 1, example = 0.8)]
    share: f64,
    /// Whether that was inferred from its records.
    share_inferred: bool,
    /// How many pieces of work it has finished.
    finished: usize,
    /// How many wait or are under way.
    open: usize,
    /// The kinds of its work, most frequent first.
    #[schema(example = json!(["link", "report"]))]
    kinds: Vec<String>,
}

/// By what a team's pace is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Pace)]
pub(crate) enum PaceShape {
    /// Hours of effort, from estimates and what they came to.
    Effort,
    /// Working time from start to finish.
    Cycle,
    /// Working time from creation to finish.
    Lead,
}

impl From<&TeamView> for TeamShape {
    fn from(team: &TeamView) -> Self {
        Self {
            name: team.name.clone(),
            pace: match team.pace {
                Pace::Effort => PaceShape::Effort,
                Pace::Cycle => PaceShape::Cycle,
                Pace::Lead => PaceShape::Lead,
            },
            slots: team.slots,
            slots_inferred: team.slots_inferred,
            share: f64::from(team.share_percent) / 100.0,
            share_inferred: team.share_inferred,
            finished: team.finished,
            open: team.open,
            kinds: team.kinds.clone(),
        }
    }
}
