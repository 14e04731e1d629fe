//! What happens around every request: it gets a number, is timed, counted, logged and bounded.
//!
//! The log and the figures name the template of an address, such as `/c/{token}`, and never the address itself: secrets
//! stand in it.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{CONTENT_ENCODING, HOST, LOCATION, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tracing::Instrument;

use crate::app::App;
use crate::failure::Failure;
use crate::guard::tell_browsers;
use crate::health::{self, Stopping};
use crate::metrics::Metrics;
use crate::site::{Site, Visitor};

/// The header with the number of a request.
const NUMBER: HeaderName = HeaderName::from_static("x-request-id");
/// The longest number that is taken from outside.
const LONGEST: usize = 64;
/// Two years, for this name alone: what stands beside it may be somebody else's.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=63072000");
/// How the log and the figures name an address that nothing answers.
const NO_ROUTE: &str = "none";

/// The number of a request; in the extensions of every request, in every line of the log, on every page of a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

/// Tells how long the program has run; only the program may look at the machine's clock.
#[derive(Clone)]
pub struct Ticks(Arc<dyn Fn() -> Duration + Send + Sync>);

impl Ticks {
    /// Ticks that ask `since_start`.
    pub fn new(since_start: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        Self(Arc::new(since_start))
    }

    /// How long the program has run.
    pub fn now(&self) -> Duration {
        (self.0)()
    }
}

impl fmt::Debug for Ticks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticks")
    }
}

/// What the program that runs the pages gives them.
#[derive(Debug, Clone)]
pub struct Running {
    /// How the pages are reached.
    pub site: Site,
    /// Where it is counted what happens.
    pub metrics: Metrics,
    /// How long the program has run.
    pub ticks: Ticks,
    /// Whether it is about to stop.
    pub stopping: Stopping,
    /// The longest that a request may take.
    pub request_limit: Duration,
}

/// Every address, with what a running program has around it.
pub fn serving(app: App, running: &Running) -> Router {
    let probes = probes(&app, running);
    let around = Around { app: app.clone(), running: running.clone() };
    crate::router(app).merge(probes).layer(from_fn_with_state(around, observe))
}

/// The addresses that tell whether the program runs and can do its work.
pub fn probes(app: &App, running: &Running) -> Router {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state((app.clone(), running.stopping.clone()))
}

#[derive(Debug, Clone)]
struct Around {
    app: App,
    running: Running,
}

/// The layer around everything.
async fn observe(State(around): State<Around>, mut request: Request, next: Next) -> Response {
    let Running { site, metrics, ticks, request_limit, .. } = &around.running;
    let id: Arc<str> =
        number(request.headers()).map_or_else(|| around.app.fresh_key().into(), Into::into);
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let method = request.method().clone();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let visitor =
        peer.map_or_else(Visitor::default, |peer| Visitor(site.visitor(peer, request.headers())));
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let is_https = site.is_https(host);
    let extensions = request.extensions_mut();
    extensions.insert(RequestId(Arc::clone(&id)));
    extensions.insert(site.clone());
    extensions.insert(visitor);
    extensions.insert(metrics.clone());

    let span = tracing::info_span!("request", id = &*id);
    let begun = ticks.now();
    let answered = tokio::time::timeout(*request_limit, next.run(request).instrument(span.clone()));
    let mut response = answered.await.unwrap_or_else(|_| too_slow());
    let took = ticks.now().saturating_sub(begun);
    let status = response.status();
    span.in_scope(|| {
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(
            method = method.as_str(),
            route,
            status = status.as_u16(),
            millis,
            "answered"
        );
    });
    metrics.answered(&method, route, status, took);
    count_sign_in(metrics, &method, route, &response);
    let headers = response.headers_mut();
    // Probes and an answer that took too long are answers too.
    tell_browsers(headers);
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(NUMBER, id);
    }
    if is_https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
    response
}

/// Counts tries to come in, by what was answered to them.
fn count_sign_in(metrics: &Metrics, method: &Method, route: &str, response: &Response) {
    let status = response.status();
    let how = match route {
        "/sign-in" if method == Method::POST => "password",
        "/sign-in/code" if method == Method::POST => "code",
        _ if route.starts_with("/api/") && status == StatusCode::UNAUTHORIZED => "token",
        _ => return,
    };
    // Whose password was too long ago is sent back to the beginning.
    let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("");
    let is_sent_back = how == "code" && to.starts_with("/sign-in");
    match status {
        StatusCode::TOO_MANY_REQUESTS => metrics.sign_in_held_back(how),
        status if status.is_redirection() && !is_sent_back => metrics.signed_in(how),
        status if status.is_server_error() => {}
        _ => metrics.sign_in_failed(how),
    }
}

fn too_slow() -> Response {
    let told =
        "the answer took too long; whether something was written shows when you look again\n";
    (StatusCode::GATEWAY_TIMEOUT, told).into_response()
}

/// The number that whoever sent a request gave it, when it is short and harmless.
fn number(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(NUMBER)?.to_str().ok()?;
    let is_harmless = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    ((8..=LONGEST).contains(&given.len()) && given.chars().all(is_harmless)).then_some(given)
}

/// The layer that takes no packed bodies: a small one could unpack to more than the memory holds.
pub(crate) async fn only_unpacked(request: Request, next: Next) -> Response {
    let packed = request.headers().get_all(CONTENT_ENCODING).iter();
    let is_packed =
        packed.into_iter().any(|value| !value.as_bytes().eq_ignore_ascii_case(b"identity"));
    if is_packed { Failure::Packed.into_response() } else { next.run(request).await }
}
