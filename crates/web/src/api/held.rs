//! A quote once it is made: its place is held for a while or given back, and what was said is computed again.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service::quote::{Held, Reproduced};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::Made;
use super::body::{Asked, Named};
use super::problem::Fault;
use super::quotes;
use super::shape::code::Place;
use super::shape::text::{AccountId, DueText, Instant, QuoteId};
use super::writer::{Member, Write};
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(hold))
        .routes(routes!(release))
        .routes(routes!(reproduce))
}

/// How a place is to be held.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Hold, example = json!({ "place": "last", "until": "2026-03-12" }))]
pub(crate) struct HoldShape {
    /// Which place.
    #[serde(default)]
    place: Place,
    /// Until when, in the calendar of the account; when left out, the end of the second working day.
    until: Option<DueText>,
}

/// A place that is held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldQuote)]
struct HeldShape {
    /// Of which quote.
    quote: QuoteId,
    /// For whom.
    account: AccountId,
    /// What they asked for.
    #[schema(example = "The link to our stock system")]
    subject: String,
    /// Until when; then the place is free again.
    until: Instant,
}

impl From<&Held> for HeldShape {
    fn from(held: &Held) -> Self {
        Self {
            quote: QuoteId(held.quote),
            account: AccountId(held.account),
            subject: held.subject.clone(),
            until: Instant(held.until),
        }
    }
}

/// Every place that is held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldQuotes)]
struct AllHeld {
    /// The one that lapses first comes first.
    held: Vec<HeldShape>,
}

/// Tells which places are held.
#[utoipa::path(
    operation_id = "list_held",
    get, path = "/api/v1/held", tag = "quotes",
    responses((status = 200, description = "the places that are held now", body = AllHeld))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<AllHeld>, Fault> {
    asked.none_left()?;
    let mut held = app.service().held(reader.whose, app.now()).await?;
    held.sort_by_key(|held| held.until);
    Ok(Json(AllHeld { held: held.iter().map(HeldShape::from).collect() }))
}

/// Holds the place of a quote in the queue, so that nobody else is promised it while the customer makes up their mind.
#[utoipa::path(
    operation_id = "hold_quote",
    post, path = "/api/v1/quotes/{quote}/hold", tag = "quotes", request_body = HoldShape,
    params(("quote" = QuoteId, Path, description = "which quote")),
    responses((status = 200, description = "the place that is held", body = HeldShape))
)]
async fn hold(
    State(app): State<App>,
    Named(id): Named<String>,
    write: Write<HoldShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (quote, stored) = quotes::stored(&app, &writer.reader, &id).await?;
    let hold = async || {
        let (caller, whose) = (writer.caller(), writer.reader.whose);
        let mut until = None;
        if let Some(DueText(text)) = &body.until {
            let asked = ("until", text.as_str());
            until = Some(quotes::due_to_account(&app, &writer.reader, &stored, asked).await?);
        }
        let held = app.service().hold(&caller, quote, body.place.into(), until).await?;
        app.look_again(whose).await?;
        Ok(HeldShape::from(&held))
    };
    let (told, is_new) = writer.once(hold).await?;
    Ok(Made::here().answer(&told, None, !is_new))
}

/// Says nothing more than that it is meant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Release, example = json!({}))]
pub(crate) struct ReleaseShape {}

/// A place that is not held any more.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FreeQuote)]
struct FreeShape {
    /// Of which quote.
    quote: QuoteId,
    /// Never.
    #[schema(example = false)]
    held: bool,
}

/// Gives the place of a quote back before it lapses; one that is not held stays so.
#[utoipa::path(
    operation_id = "release_quote",
    post, path = "/api/v1/quotes/{quote}/release", tag = "quotes", request_body = ReleaseShape,
    params(("quote" = QuoteId, Path, description = "which quote")),
    responses((status = 200, description = "the place is free", body = FreeShape))
)]
async fn release(
    State(app): State<App>,
    Named(id): Named<String>,
    write: Write<ReleaseShape>,
) -> Result<Json<FreeShape>, Fault> {
    let Write { writer, body: ReleaseShape {} } = write;
    let (quote, _) = quotes::stored(&app, &writer.reader, &id).await?;
    app.service().release(&writer.caller(), quote).await?;
    app.look_again(writer.reader.whose).await?;
    Ok(Json(FreeShape { quote: QuoteId(quote), held: false }))
}

/// A quote, computed again from what it was computed from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reproduction)]
struct ReproducedShape {
    /// Which quote.
    quote: QuoteId,
    /// When it was made.
    at: Instant,
    /// The version of the program that made it.
    #[schema(example = "0.1.0")]
    program: String,
    /// The seed of its luck, as a text because it has 64 bits.
    #[schema(example = "17264914523345632017")]
    seed: String,
    /// How many trials were played.
    #[schema(example = 4096)]
    trials: u32,
    /// In how many of them by event dispatch too.
    #[schema(example = 512)]
    judged: u32,
    /// How many pieces of work were in the plan.
    #[schema(example = 84)]
    items: usize,
    /// Whether every figure is the same, bit by bit.
    same: bool,
    /// Each figure that was kept, beside what it is now.
    figures: Vec<FigureShape>,
}

/// A figure then and now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReproducedFigure)]
struct FigureShape {
    /// What it is.
    #[schema(example = "last.q85")]
    name: String,
    /// What was kept.
    then: Value,
    /// What it is, computed again.
    now: Value,
}

impl From<Reproduced> for ReproducedShape {
    fn from(of: Reproduced) -> Self {
        let same = of.is_same();
        let figure =
            |of: service::quote::Figure| FigureShape { name: of.name, then: of.then, now: of.now };
        Self {
            quote: QuoteId(of.quote),
            at: Instant(of.at),
            program: of.program,
            seed: of.seed.to_string(),
            trials: of.trials,
            judged: of.judged,
            items: of.items,
            same,
            figures: of.figures.into_iter().map(figure).collect(),
        }
    }
}

/// Computes a quote again from what it was computed from, for when somebody doubts it.
#[utoipa::path(
    operation_id = "reproduce_quote",
    get, path = "/api/v1/quotes/{quote}/reproduction", tag = "quotes",
    params(("quote" = QuoteId, Path, description = "which quote")),
    responses((status = 200, description = "then and now", body = ReproducedShape))
)]
async fn reproduce(
    Member(reader): Member,
    State(app): State<App>,
    Named(id): Named<String>,
    asked: Asked,
) -> Result<Json<ReproducedShape>, Fault> {
    asked.none_left()?;
    let (quote, _) = quotes::stored(&app, &reader, &id).await?;
    let reproduced = app.service().reproduce(&reader.caller(), quote).await?;
    Ok(Json(ReproducedShape::from(reproduced)))
}
