//! Whether the program runs, and whether it can do its work: for load balancers and service managers.
//!
//! Both answer whoever asks, so they say a code and nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;

/// Whether the program is about to stop; all copies say the same.
#[derive(Debug, Clone, Default)]
pub struct Stopping(Arc<AtomicBool>);

impl Stopping {
    /// From now on it is: whoever sends requests here should send them elsewhere.
    pub fn begin(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it is.
    pub fn has_begun(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The program answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// The program can do its work, or a code says why not.
pub(crate) async fn ready(State((app, stopping)): State<(App, Stopping)>) -> Response {
    if stopping.has_begun() {
        return not_ready("stopping");
    }
    match app.service().ledger().ready().await {
        Ok(()) => "ok\n".into_response(),
        Err(unready) => not_ready(unready.code()),
    }
}

fn not_ready(code: &str) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, format!("{code}\n")).into_response()
}
