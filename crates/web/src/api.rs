//! The REST API under `/api/v1`, for programs. It calls the same use cases as the pages and has no rules of its own.
//!
//! Sent shapes are structs of their own ([`shape`]); what is refused is a problem of a type that stays ([`mod@problem`]);
//! a write is done once under its key ([`writer`]). The patterns and their reasons stand in `docs/api-design.md`; the
//! OpenAPI document is made from the handlers ([`document()`]) and kept in `docs/reference/openapi.json`.

mod accounts;
mod answer;
mod body;
mod document;
mod imports;
mod moves;
mod problem;
mod promises;
mod quotes;
mod setting;
mod shape;
mod told;
mod writer;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(crate) use self::problem::of_failure as problem;

/// Every address of the API, with what answers it.
fn all() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .merge(setting::routes())
        .merge(accounts::routes())
        .merge(imports::routes())
        .merge(quotes::routes())
        .merge(promises::routes())
        .merge(moves::routes())
        .routes(routes!(openapi))
}

pub(crate) fn routes() -> Router<App> {
    let (router, _) = all().split_for_parts();
    router.method_not_allowed_fallback(problem::wrong_method).layer(from_fn(problem::say))
}

/// The OpenAPI document, as it is served and as it is kept in `docs/reference/openapi.json`.
///
/// # Panics
/// Never: the document holds nothing that JSON cannot.
pub fn document() -> String {
    let document = document::complete(all().into_openapi());
    let text = document.to_pretty_json().expect("the document holds nothing that JSON cannot");
    format!("{text}\n")
}

/// Tells this document.
#[utoipa::path(
    operation_id = "get_openapi",
    get, path = "/api/v1/openapi.json", tag = "setting",
    responses((status = 200, description = "the OpenAPI document", content_type = "application/json", body = Object))
)]
async fn openapi() -> Response {
    ([(CONTENT_TYPE, "application/json")], document()).into_response()
}
