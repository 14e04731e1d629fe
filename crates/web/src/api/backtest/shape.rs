//! The figures of a replay as they are sent.

use forecast::backtest::LEVELS;
use forecast::drift;
use forecast::elapsed::Likeness;
use forecast::scorecard::{self, Baseline, Held, Split};
use jiff::Timestamp;
use serde::Serialize;
use service::backtest::{Backtest, Matter};
use utoipa::ToSchema;

use crate::api::shape::text::Instant;

/// A replay of the organisation's own past.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Backtest)]
pub(super) struct BacktestShape {
    /// What is replayed.
    pub(super) question: QuestionCode,
    /// How many cases are passed.
    #[schema(example = 954)]
    pub(super) passed: usize,
    /// Of so many.
    #[schema(example = 954)]
    pub(super) of: usize,
    /// What it was worth; null while it goes on.
    pub(super) outcome: Option<OutcomeShape>,
}

/// What is replayed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BacktestQuestion)]
pub(super) enum QuestionCode {
    /// How long work takes.
    Elapsed,
    /// How much longer open work takes, looked at once a week.
    Remaining,
    /// How much work it is.
    Effort,
    /// The promises that were made.
    Promise,
}

impl QuestionCode {
    pub(super) const fn of(matter: Matter) -> Self {
        match matter {
            Matter::Elapsed => Self::Elapsed,
            Matter::Remaining => Self::Remaining,
            Matter::Effort => Self::Effort,
            Matter::Promise => Self::Promise,
        }
    }
}

/// What a replay was worth.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestOutcome)]
pub(super) struct OutcomeShape {
    /// Of what enough is known to be replayed.
    offered: Vec<QuestionCode>,
    /// How many cases there are.
    cases: usize,
    /// How many of them ended.
    ended: usize,
    /// How many more lie too far back.
    older: usize,
    /// How many were left out because they end before they begin.
    backwards: usize,
    /// How many answers were given.
    answers: usize,
    /// How many of them are too recent to judge.
    too_young: usize,
    /// How often what was said at each level held.
    levels: Vec<LevelShape>,
    /// The same at 0.85 by groups.
    groups: Vec<GroupShape>,
    /// How many ends fell into each twentieth of what was thought likely, the earliest first.
    ends_by_twentieth: Vec<f64>,
    /// Plainer ways on the same cases.
    beside: Vec<BesideShape>,
    /// The dates really given beside those that could have been; null when none are known.
    dates_given: Option<DatesGivenShape>,
    /// When a level did not hold.
    drifts: Vec<DriftShape>,
    /// What was tried, the one that said best what came first.
    models: Vec<ModelShape>,
}

/// How often something held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldShare)]
struct ShareShape {
    /// So often.
    #[schema(example = 706)]
    held: usize,
    /// Of so many.
    #[schema(example = 837)]
    of: usize,
    /// The share; null of nothing.
    #[schema(example = 0.843)]
    share: Option<f64>,
    /// The true share lies above this, 95 times in 100 (Wilson).
    #[schema(example = 0.817)]
    from: f64,
    /// And below this.
    #[schema(example = 0.866)]
    to: f64,
}

/// What became of answers at a level.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestLevel)]
struct LevelShape {
    /// The level that was said.
    #[schema(example = 0.85)]
    level: f64,
    /// How often it held.
    held: ShareShape,
    /// How many could not be given an answer at it.
    not_promised: usize,
    /// How many are still open.
    open: usize,
}

/// By what cases are told apart.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BacktestSplit)]
enum SplitCode {
    /// By team; of promises by customer.
    Team,
    /// By kind of work.
    Kind,
    /// By how many days ahead the answer lay.
    DaysAhead,
    /// By the month in which it was given.
    Month,
}

/// A group of cases.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestGroup)]
struct GroupShape {
    /// By what they are told apart.
    by: SplitCode,
    /// Which one.
    #[schema(example = "2026-01")]
    name: String,
    /// How often 0.85 held.
    held: ShareShape,
}

/// A plainer way to say the same.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PlainerWay)]
enum WayCode {
    /// The date, or the estimate, that was really given.
    Given,
    /// The estimate times the average overrun.
    MeanRatio,
    /// What finished work took, without the open work.
    FinishedOnly,
    /// How much was finished in the last 90 days.
    Throughput,
}

/// A plainer way on the same cases.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestBeside)]
struct BesideShape {
    /// Which way.
    way: WayCode,
    /// How often its 0.85 held.
    held: ShareShape,
    /// How far ours was off at 0.85, as a multiple of how far the other way was; below 1 ours is nearer.
    #[schema(example = 0.9)]
    off_at_85: Option<f64>,
    /// The same over all levels.
    #[schema(example = 0.88)]
    off_in_all: Option<f64>,
}

/// The dates really given beside those that could have been at 0.85.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DatesGiven)]
struct DatesGivenShape {
    /// As they were given.
    given: DatesShape,
    /// As they could have been.
    could: DatesShape,
    /// By how many days the second lay sooner on average; below 0 later.
    #[schema(example = 2.1)]
    spare_days: f64,
    /// It lies above this, 95 times in 100.
    #[schema(example = 1.2)]
    spare_from: f64,
    /// And below this.
    #[schema(example = 3.0)]
    spare_to: f64,
}

/// Dates given in one way.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GivenDates)]
struct DatesShape {
    /// How many days ahead they lay on average.
    #[schema(example = 12.3)]
    ahead_days: f64,
    /// How many were kept.
    kept: ShareShape,
    /// How many were there more than five days early.
    early: ShareShape,
    /// How many days late on average.
    #[schema(example = 0.4)]
    late_days: f64,
}

/// A time in which a level did not hold.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestDrift)]
struct DriftShape {
    /// Which level.
    #[schema(example = 0.85)]
    level: f64,
    /// Whether less held than was said; else more did.
    is_short: bool,
    /// Since when.
    since: Instant,
    /// Until when; null when it lasts.
    until: Option<Instant>,
    /// When it was noticed.
    noticed: Instant,
    /// How many held.
    held: ShareShape,
}

/// What was learnt from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BacktestModel)]
struct ModelShape {
    /// What counts as alike, the coarsest first; empty when everything does.
    goes_by: Vec<LikenessCode>,
    /// A day so many days back counts half.
    #[schema(example = 90.0)]
    half_life_days: f64,
    /// How far it was off; less is better.
    #[schema(example = 0.071)]
    error: f64,
}

/// In which way cases are alike.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Likeness)]
enum LikenessCode {
    /// The same team's; of promises the same customer's.
    Team,
    /// Of the same kind.
    Kind,
    /// The same person's.
    Person,
    /// Of about the same size.
    Size,
    /// Of about the same size, and the same team's.
    SizeInTeam,
}

/// Where 0.85 stands among the levels.
const USUAL: usize = 2;

fn instant(second: i64) -> Instant {
    Instant(Timestamp::from_second(second).unwrap_or_default())
}

impl From<scorecard::Share> for ShareShape {
    fn from(share: scorecard::Share) -> Self {
        let (from, to) = share.interval();
        Self { held: share.held, of: share.of, share: share.value(), from, to }
    }
}

impl From<&Backtest> for OutcomeShape {
    fn from(backtest: &Backtest) -> Self {
        let card = &backtest.card;
        let models = card.models.iter().map(|(model, error)| ModelShape {
            goes_by: model.likenesses.iter().copied().map(likeness).collect(),
            half_life_days: model.half_life_days,
            error: *error,
        });
        Self {
            offered: backtest.offered.iter().copied().map(QuestionCode::of).collect(),
            cases: backtest.rows,
            ended: backtest.ended,
            older: backtest.older,
            backwards: backtest.backwards,
            answers: card.answers,
            too_young: card.too_young,
            levels: levels(&card.all),
            groups: card.by.iter().map(group).collect(),
            ends_by_twentieth: card.pit.to_vec(),
            beside: card.beside.iter().map(beside).collect(),
            dates_given: card.sandbagging.as_ref().map(DatesGivenShape::from),
            drifts: card.drifts.iter().map(drifted).collect(),
            models: models.collect(),
        }
    }
}

fn levels(all: &Held) -> Vec<LevelShape> {
    let level = |(place, level): (usize, &f64)| LevelShape {
        level: *level,
        held: all.shares[place].into(),
        not_promised: all.undefined[place],
        open: all.open[place],
    };
    LEVELS.iter().enumerate().map(level).collect()
}

fn group(((split, name), held): (&(Split, String), &Held)) -> GroupShape {
    let by = match split {
        Split::Team => SplitCode::Team,
        Split::Kind => SplitCode::Kind,
        Split::Horizon => SplitCode::DaysAhead,
        Split::Month => SplitCode::Month,
    };
    GroupShape { by, name: name.clone(), held: held.shares[USUAL].into() }
}

fn beside(beside: &scorecard::Beside) -> BesideShape {
    let way = match beside.baseline {
        Baseline::Given => WayCode::Given,
        Baseline::MeanRatio => WayCode::MeanRatio,
        Baseline::ClosedOnly => WayCode::FinishedOnly,
        Baseline::Throughput => WayCode::Throughput,
    };
    let (off_at_85, off_in_all) = (beside.pinball, beside.crps);
    BesideShape { way, held: beside.held.into(), off_at_85, off_in_all }
}

fn drifted((level, drift): &(f64, drift::Drift)) -> DriftShape {
    let (held, of) = drift.held;
    DriftShape {
        level: *level,
        is_short: drift.direction == drift::Direction::Short,
        since: instant(drift.since),
        until: drift.until.map(instant),
        noticed: instant(drift.noticed.0),
        held: scorecard::Share { held, of }.into(),
    }
}

fn likeness(likeness: Likeness) -> LikenessCode {
    match likeness {
        Likeness::Team => LikenessCode::Team,
        Likeness::Kind => LikenessCode::Kind,
        Likeness::Person => LikenessCode::Person,
        Likeness::Size => LikenessCode::Size,
        Likeness::SizeInTeam => LikenessCode::SizeInTeam,
    }
}

impl From<&scorecard::Sandbagging> for DatesGivenShape {
    fn from(sandbagging: &scorecard::Sandbagging) -> Self {
        let (spare_days, (spare_from, spare_to)) = sandbagging.spare_days;
        let dates = |dates: &scorecard::Dates| DatesShape {
            ahead_days: dates.lead_days,
            kept: dates.kept.into(),
            early: dates.early.into(),
            late_days: dates.late_days,
        };
        Self {
            given: dates(&sandbagging.given),
            could: dates(&sandbagging.could),
            spare_days,
            spare_from,
            spare_to,
        }
    }
}
