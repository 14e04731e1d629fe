//! What lets nobody else in, until there is a sign-in: only this machine's own names, only this site's own forms.
//!
//! A page of another site can send forms to any address on this machine, and can point a name of its own at it. So
//! the `Host` must be a name of this machine, and whatever changes something must come from the same origin.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::failure::Failure;

/// Nothing but what the program itself serves; no inline script, no inline style.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The layer that refuses what comes from elsewhere.
pub(crate) async fn only_from_here(request: Request, next: Next) -> Response {
    if is_from_here(request.method(), request.headers()) {
        next.run(request).await
    } else {
        Failure::Elsewhere.into_response()
    }
}

/// The layer that tells browsers what they may do.
pub(crate) async fn with_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // The customers' links are secret: no other site is told where a reader came from.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn is_from_here(method: &Method, headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(&HOST).filter(|host| is_loopback(host)) else { return false };
    if method.is_safe() {
        return true;
    }
    let site = HeaderName::from_static("sec-fetch-site");
    let from_site = text(&site).is_none_or(|site| site == "same-origin" || site == "none");
    let origin = text(&ORIGIN).is_none_or(|origin| origin == format!("http://{host}"));
    from_site && origin
}

/// Whether a host, with or without a port, names this machine.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => host.split(':').next(),
    };
    name.is_some_and(|name| matches!(name, "localhost" | "127.0.0.1" | "::1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(method: &Method, pairs: &[(&'static str, &'static str)], wanted: bool) {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        assert_eq!(is_from_here(method, &headers), wanted, "{method} {pairs:?}");
    }

    #[test]
    fn only_this_machines_names_are_answered() {
        for host in ["localhost", "localhost:4600", "127.0.0.1:4600", "[::1]:4600"] {
            check(&Method::GET, &[("host", host)], true);
        }
        for host in ["example.com", "localhost.example.com", "127.0.0.1.example.com", ""] {
            check(&Method::GET, &[("host", host)], false);
        }
        check(&Method::GET, &[], false);
    }

    #[test]
    fn only_this_sites_forms_change_something() {
        let host = ("host", "localhost:4600");
        check(&Method::POST, &[host], true);
        check(&Method::POST, &[host, ("origin", "http://localhost:4600")], true);
        check(&Method::POST, &[host, ("sec-fetch-site", "same-origin")], true);
        check(&Method::POST, &[host, ("origin", "http://localhost:4601")], false);
        check(&Method::POST, &[host, ("origin", "https://example.com")], false);
        check(&Method::POST, &[host, ("origin", "null")], false);
        check(&Method::POST, &[host, ("sec-fetch-site", "cross-site")], false);
        check(&Method::POST, &[host, ("sec-fetch-site", "same-site")], false);
        check(&Method::GET, &[host, ("sec-fetch-site", "cross-site")], true);
    }
}
