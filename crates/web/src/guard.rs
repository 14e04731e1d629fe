//! What stands before everything else: only our own names are answered, only our own forms are taken, and browsers are
//! told what they may do.
//!
//! A page of another site can send forms to any address that a reader's browser reaches, and can point a name of its
//! own at this machine. So the `Host` must be a name of ours, and whatever changes something must come from the same
//! origin. That holds beside the `SameSite` cookie, and where there is none (an open house, a customer's link).

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::failure::Failure;
use crate::site::Site;

/// Nothing but what the program itself serves; no inline script, no inline style.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     script-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The layer that refuses what comes from elsewhere.
pub(crate) async fn only_from_here(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    if is_from_here(app.site(), request.method(), request.headers()) {
        next.run(request).await
    } else {
        Failure::Elsewhere.into_response()
    }
}

/// The layer that tells browsers what they may do.
pub(crate) async fn with_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    tell_browsers(response.headers_mut());
    response
}

/// Puts what browsers may do into the headers of an answer.
pub(crate) fn tell_browsers(headers: &mut HeaderMap) {
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // The customers' links are secret: no other site is told where a reader came from.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static("same-origin"));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

fn is_from_here(site: &Site, method: &Method, headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    // A request of HTTP/1.1 names one host; two that differ could be read one way here and another way before us.
    let named_once = headers.get_all(HOST).iter().count() == 1;
    let Some(ours) = text(&HOST).filter(|_| named_once).and_then(|host| site.origin(host)) else {
        return false;
    };
    if method.is_safe() {
        return true;
    }
    let fetch_site = HeaderName::from_static("sec-fetch-site");
    let from_site = text(&fetch_site).is_none_or(|site| site == "same-origin" || site == "none");
    // A header that is no text is from nowhere we know.
    let origin = headers.get(ORIGIN).is_none_or(|origin| origin.as_bytes() == ours.as_bytes());
    from_site && origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(method: &Method, pairs: &[(&'static str, &'static str)], wanted: bool) {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        assert_eq!(is_from_here(&Site::default(), method, &headers), wanted, "{method} {pairs:?}");
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
        check(&Method::GET, &[("host", "localhost"), ("host", "example.com")], false);
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
