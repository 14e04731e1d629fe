//! What promises are tied to outside the company: deliveries of third parties, and plans of customers.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use promise::TieId as Id;
use promise::tie::{TieEnd, TieStanding, TiedTo};
use serde::{Deserialize, Serialize};
use service::Caller;
use service::ties::ThirdParty;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::Made;
use super::body::{Asked, Named};
use super::problem::{Fault, Field, Kind, Problem};
use super::shape::text::{DueText, Instant, Line, PromiseId, TieId};
use super::told::of_calendar;
use super::writer::{Member, Write, Writer};
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list, note))
        .routes(routes!(arrived))
        .routes(routes!(untie))
        .routes(routes!(third_parties))
}

/// What a promise is tied to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Tie, example = json!({ "third_party": "Kabelfabriek", "what": "200 m of cable", "due": "2026-03-12" }))]
pub(crate) struct TieShape {
    /// The third party whose delivery the promise waits for; when left out, it is the customer who plans something with
    /// the promise.
    third_party: Option<Line>,
    /// What is delivered, or planned.
    what: Line,
    /// By when it is to be delivered, or when it is planned; in the calendar of the account.
    due: DueText,
}

/// Something a promise is tied to, and how it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StandingTie)]
struct StandingShape {
    /// Which one.
    id: TieId,
    /// The third party whose delivery the promise waits for; null when the customer plans something with the promise.
    #[schema(example = "Kabelfabriek")]
    third_party: Option<String>,
    /// What is delivered, or planned.
    #[schema(example = "200 m of cable")]
    what: String,
    /// By when it is to be delivered, or when it is planned.
    due: Instant,
    /// How it stands.
    state: TieState,
    /// When it arrived; null when it has not.
    arrived_at: Option<Instant>,
}

/// How something stands that a promise is tied to.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum TieState {
    /// It holds.
    Open,
    /// The third party delivered.
    Arrived,
    /// It was taken away.
    Dropped,
}

/// All that a promise is or was tied to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ties)]
struct TiesShape {
    /// Of which promise.
    promise: PromiseId,
    /// In the order in which they were noted.
    ties: Vec<StandingShape>,
}

impl From<&TieStanding> for StandingShape {
    fn from(standing: &TieStanding) -> Self {
        let tie = &standing.tie;
        let (state, arrived_at) = match standing.end {
            None => (TieState::Open, None),
            Some(TieEnd::Arrived { at }) => (TieState::Arrived, Some(Instant(at))),
            Some(TieEnd::Dropped) => (TieState::Dropped, None),
        };
        let third_party = match &tie.to {
            TiedTo::ThirdParty(name) => Some(name.as_str().to_owned()),
            TiedTo::Account => None,
        };
        let (what, due) = (tie.what.as_str().to_owned(), Instant(tie.due.at()));
        Self { id: TieId(tie.id), third_party, what, due, state, arrived_at }
    }
}

/// Tells what a promise is tied to outside the company.
#[utoipa::path(
    operation_id = "list_ties",
    get, path = "/api/v1/promises/{promise}/ties", tag = "promises",
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "what it is or was tied to", body = TiesShape))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    Named(name): Named<String>,
    asked: Asked,
) -> Result<Json<TiesShape>, Fault> {
    asked.none_left()?;
    let id = app.service().find(&reader.caller(), &name).await?;
    app.service().existing(&reader.caller(), id).await?;
    Ok(Json(all(&app, &reader.caller(), id).await?))
}

/// Notes a delivery that a promise waits for, or what the customer plans to do with it.
#[utoipa::path(
    operation_id = "note_tie",
    post, path = "/api/v1/promises/{promise}/ties", tag = "promises", request_body = TieShape,
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "what it is or was tied to", body = TiesShape))
)]
async fn note(
    State(app): State<App>,
    Named(name): Named<String>,
    write: Write<TieShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let caller = writer.caller();
    let id = app.service().find(&caller, &name).await?;
    done(&app, &writer, id, async || {
        let DueText(text) = &body.due;
        let calendar = app.service().calendar_of(&caller, id).await?;
        let due = calendar::Due::parse(text, &calendar).map_err(|e| of_calendar("due", &e))?;
        let to = body.third_party.map_or(TiedTo::Account, |name| TiedTo::ThirdParty(name.0));
        Ok(app.service().note_tie(&caller, id, to, body.what.0, due).await.map(drop)?)
    })
    .await
}

/// When it arrived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TieArrived, example = json!({ "at": "2026-03-11T10:30:00Z" }))]
pub(crate) struct ArrivedShape {
    /// When; now when left out.
    at: Option<Instant>,
}

/// States that what a third party owed has arrived.
#[utoipa::path(
    operation_id = "tie_arrived",
    post, path = "/api/v1/promises/{promise}/ties/{tie}/arrived", tag = "promises",
    request_body = ArrivedShape,
    params(
        ("promise" = String, Path, description = "the id of the promise, or its number"),
        ("tie" = TieId, Path, description = "which delivery")
    ),
    responses((status = 200, description = "what it is or was tied to", body = TiesShape))
)]
async fn arrived(
    State(app): State<App>,
    Named((name, tie)): Named<(String, String)>,
    write: Write<ArrivedShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (caller, tie) = (writer.caller(), tie_id(&tie)?);
    let id = app.service().find(&caller, &name).await?;
    let at = body.at.map(|at| at.0);
    let arrive = async || Ok(app.service().tie_arrived(&caller, id, tie, at).await?);
    done(&app, &writer, id, arrive).await
}

/// Says nothing more than that it is meant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DropTie, example = json!({}))]
pub(crate) struct UntieShape {}

/// Takes away what a promise is not tied to any more.
#[utoipa::path(
    operation_id = "drop_tie",
    post, path = "/api/v1/promises/{promise}/ties/{tie}/drop", tag = "promises",
    request_body = UntieShape,
    params(
        ("promise" = String, Path, description = "the id of the promise, or its number"),
        ("tie" = TieId, Path, description = "which one")
    ),
    responses((status = 200, description = "what it is or was tied to", body = TiesShape))
)]
async fn untie(
    State(app): State<App>,
    Named((name, tie)): Named<(String, String)>,
    write: Write<UntieShape>,
) -> Result<Response, Fault> {
    let Write { writer, body: UntieShape {} } = write;
    let (caller, tie) = (writer.caller(), tie_id(&tie)?);
    let id = app.service().find(&caller, &name).await?;
    let untie = async || Ok(app.service().drop_tie(&caller, id, tie).await?);
    done(&app, &writer, id, untie).await
}

/// Does something to the ties of a promise once, and tells all of them as they are then.
async fn done(
    app: &App,
    writer: &Writer,
    promise: promise::PromiseId,
    deed: impl AsyncFnOnce() -> Result<(), Fault>,
) -> Result<Response, Fault> {
    let (told, is_new) = writer
        .once(async || {
            deed().await?;
            app.look_again(writer.reader.whose).await?;
            all(app, &writer.caller(), promise).await
        })
        .await?;
    Ok(Made::here().answer(&told, None, !is_new))
}

async fn all(app: &App, caller: &Caller, promise: promise::PromiseId) -> Result<TiesShape, Fault> {
    let ties = app.service().ties(caller, promise).await?.0;
    let ties = ties.iter().map(StandingShape::from).collect();
    Ok(TiesShape { promise: PromiseId(promise), ties })
}

fn tie_id(text: &str) -> Result<Id, Fault> {
    let wanted = "the id of what the promise is tied to, as it is listed";
    let misfit = |_| Problem::of_field(Kind::Input, Field::of("tie", text, wanted));
    Ok(text.parse().map_err(misfit)?)
}

/// A third party and what became of its deliveries.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ThirdParty)]
struct ThirdPartyShape {
    /// Its name, as it was written last.
    #[schema(example = "Kabelfabriek")]
    name: String,
    /// How many deliveries have arrived.
    #[schema(example = 8)]
    delivered: usize,
    /// How many of them after their due.
    #[schema(example = 3)]
    late: usize,
    /// How many are still to come.
    #[schema(example = 1)]
    open: usize,
}

/// All third parties.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ThirdParties)]
struct ThirdPartiesShape {
    /// By name.
    third_parties: Vec<ThirdPartyShape>,
}

impl From<ThirdParty> for ThirdPartyShape {
    fn from(party: ThirdParty) -> Self {
        let ThirdParty { name, delivered, late, open } = party;
        Self { name, delivered, late, open }
    }
}

/// Tells how reliable third parties have been.
#[utoipa::path(
    operation_id = "list_third_parties",
    get, path = "/api/v1/third-parties", tag = "promises",
    responses((status = 200, description = "whose deliveries promises wait for or waited for", body = ThirdPartiesShape))
)]
async fn third_parties(
    Member(reader): Member,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<ThirdPartiesShape>, Fault> {
    asked.none_left()?;
    let parties = app.service().third_parties(&reader.caller()).await?;
    let third_parties = parties.into_iter().map(ThirdPartyShape::from).collect();
    Ok(Json(ThirdPartiesShape { third_parties }))
}
