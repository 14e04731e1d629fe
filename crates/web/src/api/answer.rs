//! How a write is answered: with the thing itself, its `ETag`, and where it is.

use axum::Json;
use axum::http::header::{ETAG, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use promise::Refusal;
use serde::Serialize;
use service::ServiceError;

use super::problem::{Fault, Problem};
use super::told::of_service;
use super::writer::REPLAYED;

/// What was done, and where it is.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) status: StatusCode,
    pub(crate) location: Option<String>,
}

impl Made {
    /// Nothing new: it is where it was asked for.
    pub(crate) fn here() -> Self {
        Self { status: StatusCode::OK, location: None }
    }

    /// Answers with the thing, its version, and whether it was answered before.
    pub(crate) fn answer<T: Serialize>(
        &self,
        thing: &T,
        version: Option<u32>,
        replayed: bool,
    ) -> Response {
        let mut response = (self.status, Json(thing)).into_response();
        let headers = response.headers_mut();
        let etag =
            version.and_then(|version| HeaderValue::from_str(&format!("\"{version}\"")).ok());
        headers.extend(etag.map(|etag| (ETAG, etag)));
        let location = self.location.as_deref().and_then(|at| HeaderValue::from_str(at).ok());
        headers.extend(location.map(|at| (LOCATION, at)));
        headers.extend(replayed.then(|| (REPLAYED, HeaderValue::from_static("true"))));
        response
    }
}

/// Something named in a body that is not there is an input that is wrong, not an address that is; and what the rules
/// name otherwise than the body is named as the body does.
pub(crate) fn in_body(error: ServiceError) -> Fault {
    if let ServiceError::Refused(Refusal::NotAhead { field: "expires", .. }) = &error {
        let mut problem = of_service(&error);
        for wrong in &mut problem.errors {
            "offer_until".clone_into(&mut wrong.field);
        }
        return problem.into();
    }
    let ServiceError::NotFound { what, given } = &error else { return error.into() };
    let field = match *what {
        "promise" => return error.into(),
        "member" => "taken_by",
        what => what,
    };
    Problem::input(field, given.as_str(), "one that is there").into()
}
