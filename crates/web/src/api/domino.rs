//! What falls with a promise, and why.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use service::domino::{
    AllKept, Cause, CustomerHit, Domino, Fall, MOST_DAYS, PlanHit, SlipGround, Through,
    Touched as TouchedPromise,
};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Named};
use super::problem::Fault;
use super::shape::code::Health;
use super::shape::promise::AccountName;
use super::shape::share;
use super::shape::text::{AccountId, Instant, PromiseId};
use super::writer::Member;
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(get))
}

/// What falls when a promise slips, each under the one through which it is reached; chances from 0 to 1.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Domino)]
struct DominoShape {
    /// The promise that slips.
    promise: TouchedShape,
    /// By how much, and through what; null when nothing can be said of the promise.
    slip: Option<SlipShape>,
    /// What falls with it, what moves most first.
    falls: Vec<FallShape>,
    /// The third party whose delivery is what comes later; null when something else does.
    #[schema(example = "Kabelfabriek")]
    third_party: Option<String>,
    /// The customers of all of them, whoever is hit most first.
    customers: Vec<CustomerHitShape>,
    /// The chance that all of them are kept, counted in the trials; null when nothing else falls, or of one of them
    /// nothing can be said.
    all_kept: Option<AllKeptShape>,
    /// How many trials were compared, each with and without the slip and with the same luck.
    #[schema(example = 4000)]
    trials: usize,
    /// The seed of those trials, as a text because not every reader of JSON has whole numbers of 64 bits.
    #[schema(example = "16045690984503098046")]
    seed: String,
}

/// By how much a promise slips.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Slip)]
struct SlipShape {
    /// Working days, in the calendar of its customer.
    #[schema(example = 3)]
    days: i32,
    /// Where they come from.
    ground: SlipGroundShape,
    /// What takes longer.
    through: ThroughShape,
}

/// Where the days of a slip come from.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SlipGround)]
enum SlipGroundShape {
    /// They were asked for.
    Asked,
    /// So far beyond the due lies the date at the policy's level.
    Forecast,
    /// The forecast sees no slip: nothing but a supposition.
    Supposed,
}

/// What of a promise takes longer when it slips.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Through)]
enum ThroughShape {
    /// Its own unfinished work.
    Work,
    /// What its customer does in return comes later, or what a third party delivers.
    Waiting,
    /// Neither is left: it is there so much later.
    Nothing,
}

/// A promise that falls with another one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Fall)]
struct FallShape {
    /// Through what it is reached from the one above it.
    cause: CauseShape,
    /// The promise.
    promise: TouchedShape,
    /// What falls with it.
    #[schema(no_recursion)]
    falls: Vec<Self>,
}

/// Through what a slip reaches a promise.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Cause)]
enum CauseShape {
    /// It waits for the one above it.
    Dependency,
    /// Both rest on the same work in the tracker.
    Work {
        /// On how many of its records.
        records: usize,
    },
    /// Its work waits in the queue of a team that works longer on the one above it, or later.
    Capacity {
        /// Which team.
        #[schema(example = "Koppelingen")]
        team: String,
    },
    /// Through work in between; no promise that rests on it moves enough to be told of.
    Between,
}

/// What a slip does to all that a customer was promised among what it reaches.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerHit)]
struct CustomerHitShape {
    /// Who.
    account: AccountName,
    /// The short names of its promises.
    #[schema(example = json!([214, 217]))]
    promises: Vec<u32>,
    /// The chance that all of them are kept; null when of one of them nothing can be said, or none has a due.
    all_kept: Option<AllKeptShape>,
}

/// What a customer plans to do with a promise.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlanHit)]
struct PlanHitShape {
    /// What they plan.
    #[schema(example = "the new line starts")]
    what: String,
    /// When.
    due: Instant,
    /// The chance that the promise is there by then, as the plan stands; null when nothing can be said of it.
    #[schema(example = 0.97)]
    before: Option<f64>,
    /// The chance with the slip.
    #[schema(example = 0.62)]
    after: Option<f64>,
}

/// A promise, and what a slip does to it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Touched)]
struct TouchedShape {
    /// Which one.
    id: PromiseId,
    /// Its short name.
    #[schema(example = 214)]
    number: u32,
    /// What.
    subject: String,
    /// To whom.
    account: AccountName,
    /// By when.
    due: Option<Instant>,
    /// Whether the customer knows of another date: we proposed one that waits for their answer.
    told: bool,
    /// What the customer plans to do with it.
    plans: Vec<PlanHitShape>,
    /// Whether nothing can be said of it.
    cannot_forecast: bool,
    /// Its chance before and after; null without a due, or when nothing can be said.
    chance: Option<ChancesShape>,
    /// Working days later at even chances, negative when earlier; null when it is not done at even chances, or nothing
    /// can be said.
    #[schema(example = 3)]
    days_later: Option<i32>,
}

/// A chance before and after a slip.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Chances)]
struct ChancesShape {
    /// As the plan stands.
    #[schema(example = 0.88)]
    before: f64,
    /// With the slip.
    #[schema(example = 0.29)]
    after: f64,
    /// How far the change may be off by the number of trials, one standard error.
    #[schema(example = 0.008)]
    error: f64,
    /// How the promise stands with the slip.
    health: Health,
}

/// The chance that several promises are all kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AllKept)]
struct AllKeptShape {
    /// How many they are.
    #[schema(example = 4)]
    of: usize,
    /// As the plan stands.
    #[schema(example = 0.61)]
    before: f64,
    /// With the slip.
    #[schema(example = 0.03)]
    after: f64,
    /// How far the change may be off by the number of trials, one standard error.
    #[schema(example = 0.008)]
    error: f64,
}

/// Tells what falls when a promise slips: by what its own forecast says, or by so many working days.
#[utoipa::path(
    operation_id = "get_domino",
    get, path = "/api/v1/promises/{promise}/domino", tag = "promises",
    params(
        ("promise" = String, Path, description = "the id of the promise, or its number"),
        ("days" = Option<u32>, Query, description = "by how many working days it slips; when absent by as many as its forecast at the policy's level lies beyond the due, or 5 when it does not", minimum = 1, maximum = 250)
    ),
    responses((status = 200, description = "the tree of everything that falls", body = DominoShape))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    Named(name): Named<String>,
    mut asked: Asked,
) -> Result<Json<DominoShape>, Fault> {
    let wanted = format!("a whole number of working days from 1 to {MOST_DAYS}");
    let fits = |text: &str| text.parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    let days = asked.read("days", &wanted, fits)?;
    asked.none_left()?;
    let id = app.service().find(&reader.caller(), &name).await?;
    let domino = app.service().domino(&reader.caller(), id, days).await?;
    Ok(Json(DominoShape::from(&domino)))
}

impl From<&Domino> for DominoShape {
    fn from(domino: &Domino) -> Self {
        Self {
            promise: TouchedShape::from(&domino.promise),
            slip: domino.slip.map(|slip| SlipShape {
                days: slip.days,
                ground: match slip.ground {
                    SlipGround::Asked => SlipGroundShape::Asked,
                    SlipGround::Forecast => SlipGroundShape::Forecast,
                    SlipGround::Supposed => SlipGroundShape::Supposed,
                },
                through: match slip.through {
                    Through::Work => ThroughShape::Work,
                    Through::Waiting => ThroughShape::Waiting,
                    Through::Nothing => ThroughShape::Nothing,
                },
            }),
            falls: domino.falls.iter().map(FallShape::from).collect(),
            third_party: domino.third_party.clone(),
            customers: domino.customers.iter().map(CustomerHitShape::from).collect(),
            all_kept: domino.all.map(AllKeptShape::from),
            trials: domino.trials,
            seed: domino.seed.to_string(),
        }
    }
}

impl From<AllKept> for AllKeptShape {
    fn from(all: AllKept) -> Self {
        Self {
            of: all.of,
            before: share(all.before),
            after: share(all.after),
            error: f64::from(all.error_permille) / 1000.0,
        }
    }
}

impl From<&CustomerHit> for CustomerHitShape {
    fn from(hit: &CustomerHit) -> Self {
        Self {
            account: AccountName { id: AccountId(hit.account), name: hit.name.clone() },
            promises: hit.promises.clone(),
            all_kept: hit.all.map(AllKeptShape::from),
        }
    }
}

impl From<&PlanHit> for PlanHitShape {
    fn from(plan: &PlanHit) -> Self {
        let (before, after) = plan.chances.unzip();
        let (before, after) = (before.map(share), after.map(share));
        Self { what: plan.what.clone(), due: Instant(plan.due.at), before, after }
    }
}

impl From<&Fall> for FallShape {
    fn from(fall: &Fall) -> Self {
        Self {
            cause: match &fall.cause {
                Cause::Dependency => CauseShape::Dependency,
                Cause::Work { records } => CauseShape::Work { records: *records },
                Cause::Capacity { team } => CauseShape::Capacity { team: team.clone() },
                Cause::Between => CauseShape::Between,
            },
            promise: TouchedShape::from(&fall.touched),
            falls: fall.falls.iter().map(Self::from).collect(),
        }
    }
}

impl From<&TouchedPromise> for TouchedShape {
    fn from(touched: &TouchedPromise) -> Self {
        let chances = touched.change.and_then(|change| change.chances);
        let account = AccountId(touched.account);
        Self {
            id: PromiseId(touched.promise),
            number: touched.number,
            subject: touched.subject.clone(),
            account: AccountName { id: account, name: touched.account_name.clone() },
            due: touched.due.map(Instant),
            told: touched.told,
            plans: touched.plans.iter().map(PlanHitShape::from).collect(),
            cannot_forecast: touched.change.is_none(),
            chance: chances.map(|chances| ChancesShape {
                before: share(chances.before),
                after: share(chances.after),
                error: f64::from(chances.error_permille) / 1000.0,
                health: Health(chances.health),
            }),
            days_later: touched.change.and_then(|change| change.days_later),
        }
    }
}
