//! What can we promise? The question, the answer with its reasons, and what is kept of it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use forecast::history::Likeness;
use forecast::{Claim, Quantile};
use promise::QuoteId as Id;
use promise::party::Work;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service::quote::{
    Answer, Dates, Driver, Effect, LevelDate, Lever, Question, Quote, WhyNot, Without,
};
use service::{Caller, ServiceError};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::{Made, in_body};
use super::body::{Asked, Named};
use super::problem::{Fault, Problem};
use super::shape::code::Place;
use super::shape::forecast::{Forecast, WorkShape};
use super::shape::promise::AccountName;
use super::shape::text::{AccountId, DueText, Instant, Line, PromiseId, QuoteId};
use super::shape::{Due, Kept, share};
use super::told::of_calendar;
use super::writer::{Member, Write};
use crate::app::App;
use crate::reader::Reader;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(ask)).routes(routes!(get))
}

/// What somebody wants to know.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Question, example = json!({
    "account": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11",
    "subject": "The link to our stock system runs on your test server",
    "wished": "2026-03-20",
    "work": { "new": [{ "team": "Koppelingen", "kind": "link", "pieces": 3 }] },
    "waits_for": ["2026-03-13"]
}))]
pub(crate) struct QuestionShape {
    /// For whom.
    account: AccountId,
    /// What the customer asks for.
    subject: Option<Line>,
    /// When they wish it.
    wished: Option<DueText>,
    /// What work it takes.
    work: WorkShape,
    /// The dues of what the account will do in return, which the work has to wait for.
    #[serde(default)]
    #[schema(max_items = 100)]
    waits_for: Vec<DueText>,
}

impl QuestionShape {
    pub(crate) async fn read(self, app: &App, caller: &Caller) -> Result<Question, Fault> {
        let organisation = app.service().organisation(caller.organisation).await?;
        let account = app.service().account(caller.organisation, self.account.0).await;
        let account = account.map_err(in_body)?;
        let calendar = organisation.calendar(&account.calendar);
        if self.waits_for.len() > 100 {
            let given = self.waits_for.len();
            return Err(Problem::input("waits_for", given, "at most 100 entries").into());
        }
        let waits = self.waits_for.iter().enumerate();
        let waits_for = waits.map(|(n, due)| due.due(&format!("waits_for[{n}]"), &calendar));
        Ok(Question {
            account: self.account.0,
            subject: self.subject.map(|line| line.0.to_string()).unwrap_or_default(),
            wished: self.wished.map(|due| due.due("wished", &calendar)).transpose()?,
            work: Work::from(self.work),
            waits_for: waits_for.collect::<Result<_, _>>()?,
        })
    }
}

/// The answer to "what can we promise?".
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Quote)]
struct QuoteShape {
    /// Which quote.
    id: QuoteId,
    /// When it was made.
    at: Instant,
    /// For whom.
    account: AccountId,
    /// What can be said.
    answer: AnswerShape,
}

/// What can be said.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Answer)]
enum AnswerShape {
    /// Nothing can honestly be said.
    CannotForecast {
        /// Why.
        why: WhyNotShape,
        /// By which team nothing is known.
        team: Option<String>,
    },
    /// Dates that can be promised.
    Dates(Box<DatesShape>),
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = WhyNot)]
pub(super) enum WhyNotShape {
    /// No work was named: nothing tells how long it takes.
    NoWork,
    /// Nothing like it was ever finished.
    NothingLikeIt,
    /// There is no such team.
    NoTeam,
    /// It does not finish within the horizon often enough.
    NeverDone,
}

impl WhyNotShape {
    /// Why, and by which team nothing is known.
    pub(super) fn of(why: &WhyNot) -> (Self, Option<String>) {
        match why {
            WhyNot::NoWork => (Self::NoWork, None),
            WhyNot::NothingLikeIt { team } => (Self::NothingLikeIt, Some(team.clone())),
            WhyNot::NoTeam { team } => (Self::NoTeam, Some(team.clone())),
            WhyNot::NeverDone => (Self::NeverDone, None),
        }
    }
}

impl From<&WhyNot> for AnswerShape {
    fn from(why: &WhyNot) -> Self {
        let (why, team) = WhyNotShape::of(why);
        Self::CannotForecast { why, team }
    }
}

/// Dates that can be promised.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuotedDates)]
struct DatesShape {
    /// What the history allows one to say.
    claim: ClaimShape,
    /// The date to offer: at the policy's level, or the highest the history allows.
    offer: LevelShape,
    /// Dates at other levels.
    levels: Vec<LevelShape>,
    /// The most likely instant.
    likely: Instant,
    /// The date to offer if the work goes before all that waits; null when it would not be earlier.
    if_first: Option<LevelShape>,
    /// The wished date.
    wished: Option<WishedShape>,
    /// What makes it that date, in order.
    why: Vec<DriverShape>,
    /// By how much the date would be another one without what holds it up, what matters most first.
    without: Vec<WithoutShape>,
    /// What a yes does to other promises, the most touched first.
    others: Vec<EffectShape>,
    /// What is seen of it; its chance is that of the date to offer.
    forecast: Forecast,
    /// Of the last promises given at the policy's level or above, how many were kept.
    kept: Kept,
}

/// What the history allows one to say.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Claim)]
struct ClaimShape {
    /// How many finished pieces of work like it there are.
    #[schema(example = 48)]
    finished: usize,
    /// The highest level that may be claimed, from 0 to 1; null where only a date of the model can be told.
    #[schema(example = 0.95)]
    up_to: Option<f64>,
}

impl From<Claim> for ClaimShape {
    fn from(claim: Claim) -> Self {
        Self { finished: claim.finished(), up_to: claim.level(1.0) }
    }
}

/// A date at a level.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LevelDate)]
pub(super) struct LevelShape {
    /// The level asked for, from 0 to 1; null when the history is too short to claim one.
    #[schema(example = 0.85)]
    level: Option<f64>,
    /// The first working day by whose end it is done at this level.
    due: Due,
    /// The chance of that day, from 0 to 1.
    #[schema(example = 0.87)]
    chance: f64,
    /// The instant itself.
    at: Instant,
    /// Not before, by the number of trials.
    from: Instant,
    /// Not after, by the number of trials; null when it may not be within the horizon at all.
    to: Option<Instant>,
}

impl From<&LevelDate> for LevelShape {
    fn from(date: &LevelDate) -> Self {
        let Quantile { at, from, to } = date.quantile;
        Self {
            level: date.level,
            due: Due::from(&date.due),
            chance: share(date.chance),
            at: Instant(at),
            from: Instant(from),
            to: to.map(Instant),
        }
    }
}

/// The date the customer wished.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishedDate)]
struct WishedShape {
    /// The date.
    due: Due,
    /// Its chance behind all that waits, from 0 to 1.
    #[schema(example = 0.4)]
    chance: f64,
    /// Its chance before all that waits.
    #[schema(example = 0.8)]
    chance_if_first: f64,
}

/// What makes the date what it is, in business days of the account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Driver)]
pub(super) enum DriverShape {
    /// What goes before it in the queue.
    Queue {
        /// Whose queue.
        team: String,
        /// How many things.
        ahead: usize,
        /// Days until work begins, at even chances.
        days: i32,
    },
    /// The work itself.
    Work {
        /// How many finished pieces of work like it there are.
        finished: usize,
        /// How like it they are.
        likeness: LikenessShape,
        /// They took at least so many days, one in six less.
        from_days: i32,
        /// And at most so many, one in six more.
        to_days: i32,
        /// Days from the beginning to the end, at even chances.
        days: i32,
    },
    /// Work that the tracker has already, and no other.
    Records {
        /// How many pieces of it.
        records: usize,
        /// Days until it is done, at even chances.
        days: i32,
    },
    /// What the account does in return comes later than the work would be done.
    Waiting {
        /// How many times it was late before.
        late: usize,
        /// Of how many times it delivered something.
        of: usize,
        /// Days it adds, at even chances.
        days: i32,
    },
    /// What a third party delivers comes later than the work would be done.
    Delivery {
        /// Who.
        #[schema(example = "Kabelfabriek")]
        third_party: String,
        /// How many times it was late before.
        late: usize,
        /// Of how many times it delivered something.
        of: usize,
        /// Days it adds, at even chances.
        days: i32,
    },
    /// Room for error, from even chances to the level offered.
    Room {
        /// The level offered.
        level: Option<f64>,
        /// Days it adds.
        days: i32,
    },
}

/// How like it past work is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Likeness)]
pub(super) enum LikenessShape {
    /// Work of the same kind by the same team.
    Kind,
    /// Any work of the same team.
    Team,
    /// Any work of anyone.
    Everyone,
}

impl From<&Driver> for DriverShape {
    fn from(driver: &Driver) -> Self {
        match driver {
            Driver::Queue { team, ahead, days } => {
                Self::Queue { team: team.clone(), ahead: *ahead, days: *days }
            }
            Driver::Work { finished, likeness, from_days, to_days, days } => Self::Work {
                finished: *finished,
                likeness: match likeness {
                    Likeness::Kind => LikenessShape::Kind,
                    Likeness::Team => LikenessShape::Team,
                    Likeness::Everyone => LikenessShape::Everyone,
                },
                from_days: *from_days,
                to_days: *to_days,
                days: *days,
            },
            Driver::Records { records, days } => Self::Records { records: *records, days: *days },
            Driver::Waiting { late, of, days } => {
                Self::Waiting { late: *late, of: *of, days: *days }
            }
            Driver::Delivery { third_party, late, of, days } => Self::Delivery {
                third_party: third_party.clone(),
                late: *late,
                of: *of,
                days: *days,
            },
            Driver::Room { level, days } => Self::Room { level: *level, days: *days },
        }
    }
}

/// The date without one thing that holds it up: the plan played again, with the same luck.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Without)]
struct WithoutShape {
    /// Without what.
    what: LeverShape,
    /// By how many business days of the account the date would be sooner; below 0 later.
    days: i32,
    /// Of the last promises given by a forecast so many were kept; with `own_word`.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<usize>,
    /// Of so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    /// As many were to be kept by the chances that were stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<usize>,
}

/// Something without which the date would be another one.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Lever)]
enum LeverShape {
    /// What stands before it in the queue, or is under way there.
    Queue,
    /// What the account does in return.
    Waiting,
    /// People of the team who are away.
    Absences,
    /// That stated chances held less, or more, than they said.
    OwnWord,
}

impl From<&Without> for WithoutShape {
    fn from(without: &Without) -> Self {
        let (what, lately) = match without.lever {
            Lever::Queue => (LeverShape::Queue, None),
            Lever::Waiting => (LeverShape::Waiting, None),
            Lever::Absences => (LeverShape::Absences, None),
            Lever::OwnWord(lately) => (LeverShape::OwnWord, Some(lately)),
        };
        Self {
            what,
            days: without.days,
            kept: lately.map(|lately| lately.kept),
            of: lately.map(|lately| lately.of),
            expected: lately.map(|lately| lately.expected),
        }
    }
}

/// What a yes does to another promise; chances from 0 to 1.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Effect)]
struct EffectShape {
    /// Which one.
    promise: PromiseId,
    /// Its short name.
    #[schema(example = 4)]
    number: u32,
    /// What.
    subject: String,
    /// To whom.
    account: AccountName,
    /// Its chance without a yes.
    #[schema(example = 0.9)]
    before: f64,
    /// Its chance when the new work goes behind all that waits.
    #[schema(example = 0.9)]
    if_last: f64,
    /// Its chance when the new work goes first.
    #[schema(example = 0.71)]
    if_first: f64,
    /// How far the changes may be off by the number of trials, one standard error.
    #[schema(example = 0.006)]
    error: f64,
}

impl From<&Effect> for EffectShape {
    fn from(effect: &Effect) -> Self {
        let account = AccountId(effect.account);
        Self {
            promise: PromiseId(effect.promise),
            number: effect.number,
            subject: effect.subject.clone(),
            account: AccountName { id: account, name: effect.account_name.clone() },
            before: share(effect.before),
            if_last: share(effect.if_last),
            if_first: share(effect.if_first),
            error: f64::from(effect.error_permille) / 1000.0,
        }
    }
}

impl From<&Dates> for DatesShape {
    fn from(dates: &Dates) -> Self {
        Self {
            claim: ClaimShape::from(dates.claim),
            offer: LevelShape::from(&dates.offer),
            levels: dates.levels.iter().map(LevelShape::from).collect(),
            likely: Instant(dates.likely),
            if_first: dates.if_first.as_ref().map(|(date, _)| LevelShape::from(date)),
            wished: dates.wished.as_ref().map(|wished| WishedShape {
                due: Due::from(&wished.due),
                chance: share(wished.chance),
                chance_if_first: share(wished.chance_if_first),
            }),
            why: dates.why.iter().map(DriverShape::from).collect(),
            without: dates.without.iter().map(WithoutShape::from).collect(),
            others: dates.others.iter().map(EffectShape::from).collect(),
            forecast: Forecast::from(&dates.stamp),
            kept: Kept::from(dates.kept),
        }
    }
}

impl From<&Quote> for QuoteShape {
    fn from(quote: &Quote) -> Self {
        Self {
            id: QuoteId(quote.id),
            at: Instant(quote.at),
            account: AccountId(quote.question.account),
            answer: match &quote.answer {
                Answer::CannotForecast(why) => AnswerShape::from(why),
                Answer::Dates(dates) => {
                    AnswerShape::Dates(Box::new(DatesShape::from(dates.as_ref())))
                }
            },
        }
    }
}

/// Answers what can be promised, and keeps the answer so that it can be offered.
#[utoipa::path(
    operation_id = "ask_quote",
    post, path = "/api/v1/quotes", tag = "quotes", request_body = QuestionShape,
    responses((status = 201, description = "the quote", body = QuoteShape))
)]
async fn ask(State(app): State<App>, write: Write<QuestionShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let caller = writer.caller();
    let ask = async || {
        let question = body.read(&app, &caller).await?;
        let quote = app.service().quote(&caller, question).await.map_err(in_body)?;
        Ok(QuoteShape::from(&quote))
    };
    let (told, is_new) = writer.once(ask).await?;
    let id = told.get("id").and_then(Value::as_str).unwrap_or_default();
    let location = Some(format!("/api/v1/quotes/{id}"));
    Ok(Made { status: StatusCode::CREATED, location }.answer(&told, None, !is_new))
}

/// What is kept of a quote: enough to offer any date on its ground.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptQuote)]
struct KeptShape {
    /// Which quote.
    id: QuoteId,
    /// What was seen behind all that waits; null when nothing could be said.
    forecast: Option<Forecast>,
    /// What was seen before all that waits; null when that would not be earlier.
    forecast_if_first: Option<Forecast>,
    /// The due that was asked about.
    due: Option<Due>,
    /// The chance of that due, from 0 to 1, behind all that waits.
    #[schema(example = 0.62)]
    chance: Option<f64>,
    /// The chance of that due before all that waits.
    #[schema(example = 0.81)]
    chance_if_first: Option<f64>,
}

/// Tells what is kept of a quote, and the chance of any other due by it.
#[utoipa::path(
    operation_id = "get_quote",
    get, path = "/api/v1/quotes/{quote}", tag = "quotes",
    params(
        ("quote" = QuoteId, Path, description = "which quote"),
        ("due" = Option<DueText>, Query, description = "a due whose chance is wanted, in the calendar of the account")
    ),
    responses((status = 200, description = "what is kept of the quote", body = KeptShape))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    Named(id): Named<String>,
    mut asked: Asked,
) -> Result<Json<KeptShape>, Fault> {
    let due = asked.take("due");
    asked.none_left()?;
    let (quote, stored) = stored(&app, &reader, &id).await?;
    let caller = reader.caller();
    let mut told = KeptShape {
        id: QuoteId(quote),
        forecast: None,
        forecast_if_first: None,
        due: None,
        chance: None,
        chance_if_first: None,
    };
    let Some(kept) = app.service().kept_quote(&caller, quote).await? else {
        return Ok(Json(told));
    };
    told.forecast = Some(Forecast::from(&kept.stamp));
    told.forecast_if_first = kept.stamp_if_first.as_ref().map(Forecast::from);
    if let Some(text) = due {
        let due = due_to_account(&app, &reader, &stored, ("due", &text)).await?;
        let chance = |place: Place| share(kept.for_due(due.at(), place.into()).chance);
        told.chance = Some(chance(Place::Last));
        told.chance_if_first = kept.stamp_if_first.as_ref().map(|_| chance(Place::First));
        told.due = Some(Due::from(&due));
    }
    Ok(Json(told))
}

/// The quote of an id, and what is stored of it.
pub(super) async fn stored(app: &App, reader: &Reader, id: &str) -> Result<(Id, Value), Fault> {
    let missing = || ServiceError::NotFound { what: "quote", given: id.to_owned() };
    let quote: Id = id.parse().map_err(|_| missing())?;
    let stored = app.service().ledger().quote(reader.whose, quote).await;
    Ok((quote, stored.map_err(ServiceError::from)?.ok_or_else(missing)?))
}

/// A due in a field, as it is said to the account of a stored quote.
pub(super) async fn due_to_account(
    app: &App,
    reader: &Reader,
    stored: &Value,
    (field, text): (&'static str, &str),
) -> Result<calendar::Due, Fault> {
    let account = stored.get("account").and_then(Value::as_str).unwrap_or_default();
    let missing = |_| ServiceError::NotFound { what: "account", given: account.to_owned() };
    let account = app.service().account(reader.whose, account.parse().map_err(missing)?).await?;
    let calendar = reader.organisation.calendar(&account.calendar);
    Ok(calendar::Due::parse(text, &calendar).map_err(|e| of_calendar(field, &e))?)
}
