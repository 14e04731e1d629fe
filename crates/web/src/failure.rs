//! When something is not done: a page that says why and what to do, or a problem for programs.
//!
//! A handler returns a [`Failure`]; the layer [`say`] turns it into a page in the reader's language, or into
//! `application/problem+json` under `/api`.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use ledger::access::token::Scope;
use ledger::{LedgerError, StoreError};
use promise::Refusal;
use promise::capability::CapabilityRefusal;
use service::ServiceError;
use service::access::AccessError;
use texts::Lang;

use crate::app::App;
use crate::frame::Frame;
use crate::page::sign_in::towards;
use crate::reader::{Reader, accepted_lang, lang};
use crate::request::RequestId;
use crate::say::Voice;

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The use case did not.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// There is no such page.
    #[error("there is no such page")]
    NoPage,
    /// What was sent is no form.
    #[error("what was sent is no form")]
    Form,
    /// A customer's link that is not, or no longer, genuine.
    #[error("this link is not, or no longer, valid")]
    NoGuest,
    /// A file that is larger than can be taken.
    #[error("the file is larger than 64 MB")]
    TooLarge,
    /// A form that is larger than can be taken.
    #[error("the form is larger than 2 MB")]
    TooLong,
    /// A body that is packed.
    #[error("a packed body (Content-Encoding) is not taken; send it as it is")]
    Packed,
    /// A file that no longer waits for a yes.
    #[error("the file no longer waits here; choose it again")]
    NotStaged,
    /// An organisation in which everybody has left.
    #[error("every member has left")]
    NobodyHere,
    /// Somebody whose role does not let them.
    #[error("only an admin may change the settings")]
    NotAllowed,
    /// Somebody who may promise, and not say what the company as a whole stands for.
    #[error("only a manager or an admin may do this")]
    OnlyManagers,
    /// Somebody who may only look.
    #[error("a viewer may only look")]
    OnlyLooks,
    /// A link to come in by that is used, too old or not genuine.
    #[error("this link works no more")]
    NoInvitation,
    /// A way to sign in that broke.
    #[error(transparent)]
    Access(AccessError),
    /// Nobody is known to ask.
    #[error("sign in first, or show a token that is alive")]
    NotSignedIn,
    /// Somebody who has yet to set up the second factor that their organisation demands.
    #[error("this organisation demands a second factor; sign in on a page and set it up first")]
    OwesSecondFactor,
    /// A token that does not go so far.
    #[error("the token's scope does not cover this; wanted a token with the scope {}", .least.code())]
    OutOfScope {
        /// What would do.
        least: Scope,
    },
    /// A program, where a person is wanted.
    #[error("only a person who signed in may do this, not a token")]
    NotForPrograms,
    /// Somebody who is not here acts in an open house.
    #[error("there is no member {given} here")]
    NoSuchMember {
        /// Who was named.
        given: String,
    },
    /// A request from another site, or to another name than this machine's.
    #[error("the request came from elsewhere")]
    Elsewhere,
}

impl Failure {
    /// The status of the answer.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Service(error) => status_of(error),
            Self::NoPage | Self::NoGuest | Self::NoInvitation | Self::NotStaged => {
                StatusCode::NOT_FOUND
            }
            Self::Access(AccessError::TooManyTries { .. }) => StatusCode::TOO_MANY_REQUESTS,
            Self::Access(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Form => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Packed => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NobodyHere => StatusCode::CONFLICT,
            Self::NotSignedIn => StatusCode::UNAUTHORIZED,
            Self::NotAllowed
            | Self::OnlyManagers
            | Self::OnlyLooks
            | Self::OwesSecondFactor
            | Self::OutOfScope { .. }
            | Self::NotForPrograms
            | Self::NoSuchMember { .. }
            | Self::Elsewhere => StatusCode::FORBIDDEN,
        }
    }
}

fn status_of(error: &ServiceError) -> StatusCode {
    match error {
        ServiceError::Refused(
            Refusal::NoPromise { .. } | Refusal::Capability(CapabilityRefusal::None),
        )
        | ServiceError::NotFound { .. } => StatusCode::NOT_FOUND,
        ServiceError::Refused(
            Refusal::NotInState { .. }
            | Refusal::WrongSide { .. }
            | Refusal::NothingProposed { .. }
            | Refusal::ProposalPassed { .. }
            | Refusal::CounterPromiseMet { .. }
            | Refusal::NoVoid { .. }
            | Refusal::TieEnded { .. }
            | Refusal::Capability(
                CapabilityRefusal::Registered { .. }
                | CapabilityRefusal::Retired { .. }
                | CapabilityRefusal::NameTaken { .. },
            ),
        )
        | ServiceError::Stale { .. }
        | ServiceError::NoOrganisation
        | ServiceError::Ledger(LedgerError::Store(
            StoreError::Conflict | StoreError::KeyReused { .. },
        )) => StatusCode::CONFLICT,
        ServiceError::Refused(
            Refusal::Missing(_)
            | Refusal::NotAhead { .. }
            | Refusal::NotYet { .. }
            | Refusal::BeforeBegun { .. }
            | Refusal::BelowPolicy { .. }
            | Refusal::NothingToChange
            | Refusal::NoGround
            | Refusal::NoCounterPromise { .. }
            | Refusal::NoTie { .. }
            | Refusal::ForecastAhead { .. }
            | Refusal::Capability(
                CapabilityRefusal::NamedTwice { .. }
                | CapabilityRefusal::TooManyNames { .. }
                | CapabilityRefusal::SinceAhead { .. }
                | CapabilityRefusal::DayPassed { .. }
                | CapabilityRefusal::Unanswered { .. }
                | CapabilityRefusal::NotPlanned { .. }
                | CapabilityRefusal::ForecastPassed { .. }
                | CapabilityRefusal::NothingToChange,
            )
            | Refusal::Calendar(_),
        )
        | ServiceError::Input { .. }
        | ServiceError::Import(_)
        | ServiceError::BadRows { .. }
        | ServiceError::Calendar(_) => StatusCode::UNPROCESSABLE_ENTITY,
        // Nothing is broken for good, and the same request may be sent again.
        ServiceError::Ledger(LedgerError::Store(
            StoreError::Unavailable(_) | StoreError::Full | StoreError::ReadOnly(_),
        )) => StatusCode::SERVICE_UNAVAILABLE,
        ServiceError::Plan(_)
        | ServiceError::Ledger(
            LedgerError::Store(_) | LedgerError::Codec(_) | LedgerError::Damaged(_),
        ) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<AccessError> for Failure {
    /// What a use case did not do is told as that, whichever way it was met.
    fn from(error: AccessError) -> Self {
        Self::of_access(error).unwrap_or_else(Self::Access)
    }
}

impl Failure {
    /// What broke while somebody came in; what is only wrong with what they sent is given back, to be said in the form.
    pub(crate) fn of_access(error: AccessError) -> Result<Self, AccessError> {
        let AccessError::Service(broken) = error else { return Err(error) };
        Ok(Self::Service(broken))
    }

    /// After how many seconds the same may be sent again; `None` where that would be answered the same.
    fn retry_after(&self) -> Option<u32> {
        (self.status() == StatusCode::SERVICE_UNAVAILABLE).then_some(RETRY_SECONDS)
    }

    /// Whether an error is about what was sent, so that the form can be shown again with it.
    pub(crate) fn is_input(error: &ServiceError) -> bool {
        status_of(error) == StatusCode::UNPROCESSABLE_ENTITY
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// While another database takes over, it is back after about so long (`docs/guide/cluster.md`).
const RETRY_SECONDS: u32 = 5;

/// The page that says why something was not done.
#[derive(Template)]
#[template(path = "failure.html")]
struct Page {
    f: Frame,
    over: String,
    heading: &'static str,
    why: String,
    what_to_do: &'static str,
    link: Option<(&'static str, &'static str)>,
    number: Option<String>,
}

/// The layer that gives a failure its words.
pub(crate) async fn say(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let path = request.uri().path().to_owned();
    let id = request.extensions().get::<RequestId>().cloned();
    let is_look = request.method().is_safe();
    let wanted = request.uri().path_and_query().map_or("/", |wanted| wanted.as_str()).to_owned();
    let response = next.run(request).await;
    let Some(failure) = response.extensions().get::<Arc<Failure>>().map(Arc::clone) else {
        return response;
    };
    let status = failure.status();
    let number = status.is_server_error().then(|| {
        // The same as in every line of the log about this request.
        id.map_or_else(|| app.fresh_key(), |id| id.0.to_string())
    });
    if let Some(number) = &number {
        tracing::error!(number, error = %failure, "a request failed");
    }
    if path.starts_with("/api/") {
        let mut said = crate::api::problem(&failure, &path, number.as_deref());
        if let Some(seconds) = failure.retry_after() {
            said.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        return said;
    }
    if matches!(*failure, Failure::NotSignedIn) && is_look {
        return Redirect::to(&towards(&wanted)).into_response();
    }
    if matches!(*failure, Failure::OwesSecondFactor) {
        return Redirect::to("/me/second-factor").into_response();
    }
    let reader = match response.extensions().get::<Reader>() {
        Some(reader) => Some(reader.clone()),
        // Where nothing answers, whoever is known finds their way back.
        None if matches!(*failure, Failure::NoPage) => Reader::of(&app, &headers, &path).await.ok(),
        None => None,
    };
    let voice = reader.as_ref().map_or_else(
        || Voice {
            lang: lang(app.site(), &headers)
                .or_else(|| accepted_lang(&headers))
                .unwrap_or(Lang::En),
            zone: TimeZone::UTC,
            now: app.now(),
        },
        |reader| reader.voice.clone(),
    );
    page(&failure, reader.as_ref(), &voice, number)
        .render()
        .map_or_else(|_| status.into_response(), |html| (status, Html(html)).into_response())
}

fn page(failure: &Failure, reader: Option<&Reader>, voice: &Voice, number: Option<String>) -> Page {
    let t = voice.t();
    let (heading, why, what_to_do) = match failure {
        Failure::Service(error) => {
            let why = voice.error(error);
            match failure.status() {
                StatusCode::NOT_FOUND => (t.failed_not_found(), why, t.failed_not_found_do()),
                StatusCode::CONFLICT => (t.failed_conflict(), why, t.failed_conflict_do()),
                status if status.is_server_error() => (t.failed_us(), why, t.failed_us_do()),
                _ => (t.failed_input(), why, t.failed_input_do()),
            }
        }
        Failure::NoPage => {
            (t.failed_not_found(), t.failed_no_page().to_owned(), t.failed_not_found_do())
        }
        // No browser packs what it sends, and no form of ours is that long.
        Failure::Form | Failure::Packed | Failure::TooLong => {
            (t.failed_input(), t.failed_form().to_owned(), t.failed_input_do())
        }
        Failure::NoGuest => {
            (t.failed_no_guest(), t.failed_no_guest_why().to_owned(), t.failed_no_guest_do())
        }
        Failure::TooLarge => {
            (t.failed_input(), t.error_too_large().to_owned(), t.failed_input_do())
        }
        Failure::NotStaged => {
            (t.failed_input(), t.error_not_staged().to_owned(), t.failed_input_do())
        }
        Failure::NobodyHere => {
            (t.failed_conflict(), t.failed_nobody().to_owned(), t.failed_nobody_do())
        }
        Failure::NotAllowed => {
            (t.failed_not_allowed(), t.settings_read_only().to_owned(), t.failed_not_allowed_do())
        }
        Failure::OnlyManagers => {
            (t.failed_not_allowed(), t.failed_only_managers().to_owned(), t.failed_not_allowed_do())
        }
        Failure::OnlyLooks => {
            (t.failed_not_allowed(), t.failed_only_looks().to_owned(), t.failed_not_allowed_do())
        }
        Failure::NoInvitation => {
            (t.failed_link(), t.failed_link_why().to_owned(), t.failed_link_do())
        }
        Failure::Access(error) => {
            (t.failed_input(), voice.access_error(error), t.failed_input_do())
        }
        Failure::NotSignedIn => {
            (t.sign_in_heading(), t.failed_not_signed_in().to_owned(), t.failed_not_signed_in_do())
        }
        Failure::OutOfScope { .. }
        | Failure::NotForPrograms
        | Failure::NoSuchMember { .. }
        | Failure::OwesSecondFactor => {
            // Only programs get here, and they are told in English.
            (t.failed_not_allowed(), failure.to_string(), t.failed_not_allowed_do())
        }
        Failure::Elsewhere => {
            (t.failed_elsewhere(), t.failed_elsewhere_why().to_owned(), t.failed_elsewhere_do())
        }
    };
    let f = reader.map_or_else(
        || Frame::alone(voice, heading),
        |reader| Frame::of(reader, heading, crate::frame::Place::Elsewhere),
    );
    let link = if matches!(failure, Failure::NotStaged | Failure::TooLarge) {
        ("/import", t.nav_import())
    } else {
        ("/", t.to_today())
    };
    // Whoever is not known to be one of us has no page of ours to go to.
    let link = reader.map(|_| link);
    Page { f, over: voice.moment(voice.now), heading, why, what_to_do, link, number }
}
