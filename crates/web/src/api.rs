//! The REST API.

use axum::Router;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::failure::Failure;

pub(crate) fn routes() -> Router<App> {
    Router::new()
}

pub(crate) fn problem(failure: &Failure, _number: Option<&str>) -> Response {
    failure.status().into_response()
}
