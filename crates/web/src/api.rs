//! The REST API under `/api/v1`, for programs. It calls the same use cases as the pages and has no rules of its own.
//!
//! Sent shapes are structs of their own ([`shape`]); what is refused is a problem of a type that stays ([`mod@problem`]);
//! a write is done once under its key ([`writer`]). The patterns and their reasons stand in `docs/api-design.md`; the
//! OpenAPI document is made from the handlers ([`document()`]) and kept in `docs/reference/openapi.json`.

mod accounts;
mod answer;
mod backtest;
mod body;
mod capabilities;
mod claims;
mod document;
mod domino;
mod held;
mod imports;
mod menus;
mod moves;
mod problem;
mod promises;
mod quotes;
mod setting;
mod shape;
mod ties;
mod told;
mod wording;
mod writer;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::audit::READINGS;
use crate::need::Need;
use crate::routes::Address;

pub(crate) use self::problem::of_failure as problem;

/// Every address of the API, with what answers it.
fn all() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .merge(setting::routes())
        .merge(accounts::routes())
        .merge(imports::routes())
        .merge(quotes::routes())
        .merge(backtest::routes())
        .merge(menus::routes())
        .merge(held::routes())
        .merge(promises::routes())
        .merge(domino::routes())
        .merge(ties::routes())
        .merge(moves::routes())
        .merge(capabilities::routes())
        .merge(claims::routes())
        .merge(wording::routes())
        .routes(routes!(openapi))
}

/// Operations by which nothing is promised yet: a token of an agent goes this far.
const DRAFTING: [&str; 7] = [
    "ask_quote",
    "ask_menu",
    "write_promise",
    "rewrite_promise",
    "discard",
    "register_capability",
    "scan_claims",
];

/// Operations by which somebody answers for product.
const ANSWERING: [&str; 3] = ["answer_capability", "call_capability", "retire_capability"];

/// Operations that anybody may ask for: what is published.
const PUBLISHED: [&str; 2] = ["get_openapi", "list_keys"];

/// What an operation needs.
fn need_of(operation: &str, is_write: bool) -> Need {
    if PUBLISHED.contains(&operation) {
        Need::Nothing
    } else if !is_write {
        Need::Look
    } else if DRAFTING.contains(&operation) {
        Need::Draft
    } else if ANSWERING.contains(&operation) {
        Need::Answer
    } else {
        Need::Promise
    }
}

/// Every address of the API with what it needs.
pub(crate) fn addresses() -> Vec<Address> {
    let mut document = all().into_openapi();
    let mut addresses = Vec::new();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in document::operations(item) {
            let name = operation.operation_id.as_deref().unwrap_or_default();
            let is_write = !method.is_safe() && !READINGS.contains(&path.as_str());
            let need = need_of(name, is_write);
            addresses.push(Address { method, path: path.clone(), need });
        }
    }
    addresses
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
