//! When a program's request is not done: `application/problem+json` (RFC 9457), with a type that stays what it is.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use service::ServiceError;
use utoipa::ToSchema;

use super::told::told;
use crate::app::App;
use crate::failure::Failure;

/// Every kind of problem: its name, its status, its title.
macro_rules! kinds {
    ($($name:ident = $slug:literal, $status:ident, $title:literal;)+) => {
        /// What kind of problem it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            $(
                #[doc = $title]
                $name,
            )+
        }

        impl Kind {
            /// Every one of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The last part of its address.
            pub(crate) const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)+ }
            }

            /// The status of the answer.
            pub(crate) const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }

            /// What it is, in a few words that stay the same.
            pub(crate) const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

kinds! {
    NotJson = "not-json", BAD_REQUEST, "the body is no JSON";
    NotForm = "not-multipart", BAD_REQUEST, "the body is no multipart form";
    Query = "query", BAD_REQUEST, "the query of the address cannot be taken";
    Header = "header", BAD_REQUEST, "a header cannot be taken";
    KeyRequired = "idempotency-key-required", BAD_REQUEST, "a write needs an idempotency key";
    NotSignedIn = "not-signed-in", UNAUTHORIZED, "nobody is known to ask";
    OutOfScope = "out-of-scope", FORBIDDEN, "the token does not go that far";
    NotForPrograms = "not-for-programs", FORBIDDEN, "only a person who signed in may do it";
    OnlyLooks = "only-looks", FORBIDDEN, "a viewer may only look";
    SecondFactor = "second-factor-demanded", FORBIDDEN, "the organisation demands a second factor, and none is set up";
    MemberUnknown = "member-unknown", FORBIDDEN, "there is no such member, or they have left";
    NotAllowed = "not-allowed", FORBIDDEN, "the member's role does not allow it";
    Elsewhere = "elsewhere", FORBIDDEN, "the request came from elsewhere";
    NotFound = "not-found", NOT_FOUND, "there is no such thing";
    NoAddress = "no-such-address", NOT_FOUND, "nothing answers at this address";
    Method = "method-not-allowed", METHOD_NOT_ALLOWED, "this address does not know the method";
    NotInState = "not-in-state", CONFLICT, "the promise does not allow this move now";
    WrongSide = "wrong-side", CONFLICT, "the move belongs to the other side";
    NothingProposed = "nothing-proposed", CONFLICT, "no change waits for an answer";
    ProposalPassed = "proposal-passed", CONFLICT, "the proposed due has passed";
    CounterPromiseMet = "counter-promise-met", CONFLICT, "the counter-promise has arrived already";
    NoVoid = "no-void", CONFLICT, "the counter-promise does not end the promise";
    TieEnded = "tie-ended", CONFLICT, "it has arrived, or was taken away";
    NameTaken = "name-taken", CONFLICT, "something else is called so";
    CapabilityRetired = "capability-retired", CONFLICT, "the capability was taken out of the register";
    KeyReused = "idempotency-key-reused", CONFLICT, "the key was used for another request";
    Conflict = "conflict", CONFLICT, "somebody else was faster";
    NotFounded = "not-founded", CONFLICT, "the organisation was not founded yet";
    NobodyHere = "nobody-here", CONFLICT, "every member has left";
    Stale = "stale", PRECONDITION_FAILED, "the promise has moved on";
    TooLarge = "too-large", PAYLOAD_TOO_LARGE, "the body is larger than can be taken";
    ContentType = "content-type", UNSUPPORTED_MEDIA_TYPE, "the body is of another type";
    Input = "input", UNPROCESSABLE_ENTITY, "an input is not what is wanted";
    Incomplete = "incomplete", UNPROCESSABLE_ENTITY, "fields are missing";
    NotAhead = "not-ahead", UNPROCESSABLE_ENTITY, "an instant must lie ahead";
    NotBehind = "not-behind", UNPROCESSABLE_ENTITY, "an instant must lie behind";
    BelowPolicy = "below-policy", UNPROCESSABLE_ENTITY, "the due's chance is below the policy";
    NothingToChange = "nothing-to-change", UNPROCESSABLE_ENTITY, "nothing would change";
    NoGround = "no-ground", UNPROCESSABLE_ENTITY, "nothing tells what the due rests on";
    CapabilityNoGround = "capability-no-ground", UNPROCESSABLE_ENTITY, "product does not answer for what is promised";
    QuoteDiffers = "quote-differs", UNPROCESSABLE_ENTITY, "the quote answers another question";
    Due = "due", UNPROCESSABLE_ENTITY, "the calendar cannot take the due";
    File = "file", UNPROCESSABLE_ENTITY, "the file or its mapping cannot be read";
    BadRows = "bad-rows", UNPROCESSABLE_ENTITY, "rows of the file cannot be taken";
    MatchRequired = "match-required", PRECONDITION_REQUIRED, "the write must name its version";
    Unavailable = "unavailable", SERVICE_UNAVAILABLE, "the database cannot be worked with just now";
    Internal = "internal", INTERNAL_SERVER_ERROR, "something is broken on this side";
}

/// A field that is not what is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = FieldError)]
pub(crate) struct Field {
    /// Where it stands in what was sent.
    #[schema(example = "counter_promises[0].due")]
    pub(crate) field: String,
    /// What was given; null when it was missing.
    #[schema(value_type = Value, example = "next week")]
    pub(crate) given: Value,
    /// What is wanted.
    #[schema(example = "a day (2026-03-12), a time (2026-03-12T15:00) or a week (2026-W11)")]
    pub(crate) wanted: String,
}

impl Field {
    /// A field with what was given.
    pub(crate) fn of(
        field: impl Into<String>,
        given: impl Into<Value>,
        wanted: impl Into<String>,
    ) -> Self {
        Self { field: field.into(), given: given.into(), wanted: wanted.into() }
    }
}

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    pub(crate) detail: String,
    pub(crate) errors: Vec<Field>,
}

impl Problem {
    /// A problem without fields.
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new() }
    }

    /// A problem of one field.
    pub(crate) fn of_field(kind: Kind, field: Field) -> Self {
        let Field { field: name, given, wanted } = &field;
        let detail = if given.is_null() {
            format!("{name} is missing; wanted {wanted}")
        } else {
            format!("{name} is {given}; wanted {wanted}")
        };
        Self { kind, detail, errors: vec![field] }
    }

    /// An input that is not what is wanted.
    pub(crate) fn input(
        field: impl Into<String>,
        given: impl Into<Value>,
        wanted: impl Into<String>,
    ) -> Self {
        Self::of_field(Kind::Input, Field::of(field, given, wanted))
    }

    fn answer(&self, instance: &str, number: Option<&str>) -> Response {
        let status = self.kind.status();
        let body = Body {
            kind: format!("/problems/{}", self.kind.slug()),
            title: self.kind.title(),
            status: status.as_u16(),
            detail: &self.detail,
            instance,
            errors: &self.errors,
            incident: number,
        };
        let mut response = (status, axum::Json(body)).into_response();
        let json = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// Why a request was not done (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Body<'a> {
    /// What kind of problem it is; the same for ever.
    #[serde(rename = "type")]
    #[schema(example = "/problems/not-in-state")]
    kind: String,
    /// What it is, in a few words that stay the same.
    #[schema(example = "the promise does not allow this move now")]
    title: &'a str,
    /// The status of the answer.
    #[schema(example = 409, minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong this time, in English.
    #[schema(example = "cannot accept a promise that is draft")]
    detail: &'a str,
    /// The address that was asked.
    #[schema(example = "/api/v1/promises/7/accept")]
    instance: &'a str,
    /// The fields that are not what is wanted; absent when it is about none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    errors: &'a [Field],
    /// Under which number the log holds more; only when something is broken on our side.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    incident: Option<&'a str>,
}

/// Why an operation was not done: as pages have it, or as only programs can.
#[derive(Debug)]
pub(crate) enum Fault {
    /// As pages have it.
    Page(Failure),
    /// As only programs can.
    Api(Problem),
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Api(problem)
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Page(failure)
    }
}

impl From<ServiceError> for Fault {
    fn from(error: ServiceError) -> Self {
        Self::Page(Failure::Service(error))
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        match self {
            Self::Page(failure) => failure.into_response(),
            Self::Api(problem) => {
                let mut response = problem.kind.status().into_response();
                response.extensions_mut().insert(Arc::new(problem));
                response
            }
        }
    }
}

/// The layer that gives a problem its words.
pub(crate) async fn say(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    match response.extensions().get::<Arc<Problem>>().map(Arc::clone) {
        Some(problem) => {
            let mut said = problem.answer(&path, None);
            // What is already known of the answer, such as which methods are allowed, stays.
            for (name, value) in response.headers() {
                if name == axum::http::header::ALLOW {
                    said.headers_mut().insert(name, value.clone());
                }
            }
            said
        }
        None => response,
    }
}

/// A failure of the pages, told to a program.
pub(crate) fn of_failure(failure: &Failure, path: &str, number: Option<&str>) -> Response {
    told(failure).answer(path, number)
}

/// What answers a method that an address does not know.
pub(crate) async fn wrong_method(State(_): State<App>, request: Request) -> Fault {
    let detail = format!("{} is not known at this address", request.method());
    Problem::new(Kind::Method, detail).into()
}
