//! Who is let in where: one layer holds every request against the need of its address.
//!
//! An address without a need is refused, so that one that was forgotten is closed and not open. The reader that was
//! let in goes with the request to the handler, and with the answer back to whoever gives a failure its words.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use promise::Role;

use crate::app::App;
use crate::audit;
use crate::failure::Failure;
use crate::need::Need;
use crate::reader::{Reader, Through};

/// What each address needs, by method and path.
pub(crate) type Needs = Arc<BTreeMap<(String, String), Need>>;

/// The layer that lets in whoever may.
pub(crate) async fn admit(
    State((app, needs)): State<(App, Needs)>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(path) = request.extensions().get::<MatchedPath>() else {
        // Nothing answers there, and that is for the fallback to say.
        return next.run(request).await;
    };
    // Every address that is read can be asked for its head.
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let place = (method.to_string(), path.as_str().to_owned());
    let Some(need) = needs.get(&place).copied() else {
        // A method that a known address does not take is answered as that. An address that names no need is shut.
        let is_known = needs.keys().any(|(_, of)| *of == place.1);
        return if is_known { next.run(request).await } else { Failure::NoPage.into_response() };
    };
    if !need.is_for_members() {
        return next.run(request).await;
    }
    let reader = match Reader::of(&app, request.headers(), request.uri().path()).await {
        Ok(reader) => reader,
        Err(failure) => return failure.into_response(),
    };
    let mut response = match may(&reader, need) {
        Ok(()) => {
            request.extensions_mut().insert(reader.clone());
            next.run(request).await
        }
        Err(failure) => {
            audit::refused(&reader, request, failure.status()).await;
            failure.into_response()
        }
    };
    response.extensions_mut().insert(reader);
    response
}

/// Whether a reader may do what needs so much.
pub(crate) fn may(reader: &Reader, need: Need) -> Result<(), Failure> {
    if let Through::Token { scope, .. } = reader.through {
        match need.scope() {
            Some(least) if scope >= least => {}
            Some(least) => return Err(Failure::OutOfScope { least }),
            None => return Err(Failure::NotForPrograms),
        }
    }
    if reader.owes_second_factor && need > Need::Known {
        return Err(Failure::OwesSecondFactor);
    }
    match need.role() {
        Some(least) if reader.role() < least => Err(match least {
            Role::Admin => Failure::NotAllowed,
            Role::Manager if reader.role() == Role::Promisor => Failure::OnlyManagers,
            Role::Manager | Role::Promisor | Role::Viewer => Failure::OnlyLooks,
        }),
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use jiff::Timestamp;
    use ledger::{Entropy, KeyRing, Ledger};
    use service::Service;
    use tower::ServiceExt;

    use super::*;
    use crate::{Clock, Entrance, Site};

    /// The status of asking for an address that has these needs.
    async fn status(needs: &[(&str, &str, Need)], method: &str) -> u16 {
        let folder = tempfile::tempdir().unwrap();
        let entropy = Arc::new(Entropy::from_seed([3; 32]));
        let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
        let ledger = Ledger::open_sqlite(&folder.path().join("a.db"), ring, entropy).unwrap();
        let service = Service::new(ledger, NonZeroU32::MIN);
        let clock = Clock::standing(Timestamp::UNIX_EPOCH);
        let app = App::new(service, Entrance::SignIn, Site::default(), clock);
        let needs = needs
            .iter()
            .map(|(method, path, need)| (((*method).to_owned(), (*path).to_owned()), *need));
        let needs: Needs = Arc::new(needs.collect());
        let router: Router = Router::new()
            .route("/here", get(async || "seen"))
            .layer(from_fn_with_state((app.clone(), needs), admit));
        let request = Request::builder().method(method).uri("/here").body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap().status().as_u16()
    }

    #[tokio::test]
    async fn an_address_that_names_no_need_is_shut() {
        assert_eq!(status(&[], "GET").await, 404);
        assert_eq!(status(&[("GET", "/elsewhere", Need::Nothing)], "GET").await, 404);
        assert_eq!(status(&[("GET", "/here", Need::Nothing)], "GET").await, 200);
        assert_eq!(status(&[("GET", "/here", Need::Nothing)], "HEAD").await, 200);
        assert_eq!(status(&[("GET", "/here", Need::Look)], "GET").await, 401);
        assert_eq!(status(&[("GET", "/here", Need::Nothing)], "POST").await, 405);
    }
}
