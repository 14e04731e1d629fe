//! Would it have held? The organisation's own past replayed, in figures.

mod shape;

use axum::Json;
use axum::extract::State;
use service::backtest::{Matter, Replay};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::shape::{BacktestShape, OutcomeShape, QuestionCode};
use super::body::Asked;
use super::problem::Fault;
use super::writer::Member;
use crate::app::App;
use crate::page::backtest::replay;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(get))
}

/// Tells how often what would have been said of the organisation's own past held: each case from what was known then. A
/// long past takes a minute; ask again until there is an outcome.
#[utoipa::path(
    operation_id = "get_backtest",
    get, path = "/api/v1/backtest", tag = "quotes",
    params(
        ("question" = Option<String>, Query, description = "what is replayed: `elapsed`, how long work takes; `remaining`, how much longer open work takes, once a week; `effort`, how much work it is; `promise`, the promises that were made; `elapsed` when absent")
    ),
    responses((status = 200, description = "the outcome, or how far the replay is", body = BacktestShape))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<BacktestShape>, Fault> {
    let wanted = "elapsed, remaining, effort or promise";
    let matter = asked.read("question", wanted, Matter::of_code)?.unwrap_or(Matter::Elapsed);
    asked.none_left()?;
    let question = QuestionCode::of(matter);
    let shape = match replay(&app, &reader.caller(), matter).await? {
        Replay::Done(backtest) => {
            let outcome = Some(OutcomeShape::from(&*backtest));
            BacktestShape { question, passed: backtest.rows, of: backtest.rows, outcome }
        }
        Replay::Going(going) => {
            let (passed, of) = going.passed();
            BacktestShape { question, passed, of, outcome: None }
        }
    };
    Ok(Json(shape))
}
