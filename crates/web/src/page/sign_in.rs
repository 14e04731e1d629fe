//! Signing in and out: address and password, then a code where one is asked for.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use service::access::secret::Secret;
use service::access::sign_in::SignIn;
use service::access::{AccessError, Visit};
use texts::Lang;

use super::provider::{Button, sign_in_buttons};
use super::render;
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, Fields, query};
use crate::frame::Frame;
use crate::reader::{
    Reader, SESSION, accepted_lang, cookie, cookie_name, is_https, lang, session_secret,
};
use crate::say::Voice;
use crate::site::Visitor;

/// The cookie of somebody who gave their password and owes a code.
const PENDING: &str = "handslag-pending";
/// The cookie by which a browser that signed in before is known again.
const DEVICE: &str = "handslag-device";
/// A code is to be given within so many seconds.
const PENDING_SECONDS: u32 = 600;
/// A session ends after so many seconds at the latest.
const SESSION_SECONDS: u32 = 14 * 24 * 3600;
/// A browser is known again for so many seconds.
const DEVICE_SECONDS: u32 = 365 * 24 * 3600;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    f: Frame,
    login: String,
    to: String,
    buttons: Vec<Button>,
    note: &'static str,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct CodePage {
    f: Frame,
    to: String,
    error: Option<String>,
}

/// How somebody is spoken to who is not known yet.
pub(crate) fn voice(app: &App, headers: &HeaderMap) -> Voice {
    let lang = lang(app.site(), headers).or_else(|| accepted_lang(headers)).unwrap_or(Lang::En);
    Voice { lang, zone: jiff::tz::TimeZone::UTC, now: app.now() }
}

/// Where somebody goes after signing in: a page of ours, never elsewhere.
pub(crate) fn own_path(given: &str) -> &str {
    let is_path = given.starts_with('/') && !given.starts_with("//");
    // Browsers read a backslash as a slash and leave out what cannot be seen.
    let is_plain = given.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if is_path && is_plain { given } else { "/" }
}

/// The address of the sign-in for somebody who wanted to go somewhere.
pub(crate) fn towards(path: &str) -> String {
    match own_path(path) {
        "/" => "/sign-in".to_owned(),
        path => format!("/sign-in?{}", query(&[("to".to_owned(), path.to_owned())])),
    }
}

/// Who visits, as far as a request tells.
pub(crate) struct Visiting {
    address: String,
    agent: String,
    device: Option<String>,
}

impl FromRequestParts<App> for Visiting {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let headers = &parts.headers;
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
        let visitor = parts.extensions.get::<Visitor>().copied().unwrap_or_default();
        Ok(Self {
            address: visitor.0.to_string(),
            agent: agent.unwrap_or_default().chars().take(200).collect(),
            device: cookie(app.site(), headers, DEVICE).map(str::to_owned),
        })
    }
}

impl Visiting {
    pub(crate) fn visit(&self, app: &App) -> Visit<'_> {
        Visit {
            at: app.now(),
            address: &self.address,
            agent: &self.agent,
            device: self.device.as_deref(),
        }
    }
}

/// `GET /sign-in`
pub(crate) async fn get(
    State(app): State<App>,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Failure> {
    let to = own_path(asked.0.get("to"));
    if let Some(secret) = session_secret(app.site(), &headers)
        && app.service().session(secret, app.now()).await?.is_some()
    {
        return Ok(Redirect::to(to).into_response());
    }
    page(&app, &headers, "", to, None).await
}

async fn page(
    app: &App,
    headers: &HeaderMap,
    login: &str,
    to: &str,
    error: Option<&AccessError>,
) -> Result<Response, Failure> {
    let voice = voice(app, headers);
    let t = voice.t();
    let somebody = app.service().anybody_can_sign_in().await?;
    let page = render(&Page {
        f: Frame::alone(&voice, t.sign_in_heading()),
        login: login.to_owned(),
        to: to.to_owned(),
        buttons: sign_in_buttons(app, &voice, to),
        note: if somebody { t.sign_in_lost() } else { t.sign_in_no_one() },
        error: error.map(|error| voice.access_error(error)),
    })?;
    Ok(match error {
        Some(AccessError::TooManyTries { .. }) => {
            (StatusCode::TOO_MANY_REQUESTS, page).into_response()
        }
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
        None => page,
    })
}

/// `POST /sign-in`
pub(crate) async fn post(
    State(app): State<App>,
    visiting: Visiting,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let to = own_path(fields.get("to"));
    let login = fields.get("login").trim();
    // A password is taken as it was typed, blanks at its ends included.
    let signed_in =
        app.service().sign_in(login, fields.verbatim("password"), &visiting.visit(&app)).await;
    match signed_in {
        Ok(SignIn::In { session, device }) => {
            let response = Redirect::to(to).into_response();
            with_session(&app, &headers, response, &session, &device).await
        }
        Ok(SignIn::SecondFactor { pending }) => with_pending(&app, &headers, to, &pending),
        Err(error) => match Failure::of_access(error) {
            Ok(failure) => Err(failure),
            Err(error) => page(&app, &headers, login, to, Some(&error)).await,
        },
    }
}

/// `GET /sign-in/code`
pub(crate) async fn get_code(
    State(app): State<App>,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Failure> {
    code_page(&app, &headers, own_path(asked.0.get("to")), None)
}

fn code_page(
    app: &App,
    headers: &HeaderMap,
    to: &str,
    error: Option<&AccessError>,
) -> Result<Response, Failure> {
    let voice = voice(app, headers);
    let t = voice.t();
    let page = render(&CodePage {
        f: Frame::alone(&voice, t.sign_in_code_heading()),
        to: to.to_owned(),
        error: error.map(|error| voice.access_error(error)),
    })?;
    Ok(if error.is_some() {
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    } else {
        page
    })
}

/// `POST /sign-in/code`
pub(crate) async fn post_code(
    State(app): State<App>,
    visiting: Visiting,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let to = own_path(fields.get("to"));
    let Some(pending) = cookie(app.site(), &headers, PENDING) else {
        return Ok(Redirect::to(&towards(to)).into_response());
    };
    let visit = visiting.visit(&app);
    match app.service().second_factor(pending, fields.get("code").trim(), &visit).await {
        Ok(SignIn::In { session, device }) => {
            let response = Redirect::to(to).into_response();
            let response = with_session(&app, &headers, response, &session, &device).await?;
            with_cookie(response, PENDING, "", 0, is_https(app.site(), &headers))
        }
        // The password has to be given again.
        Ok(SignIn::SecondFactor { .. }) | Err(AccessError::SignInOver) => {
            Ok(Redirect::to(&towards(to)).into_response())
        }
        Err(error) => match Failure::of_access(error) {
            Ok(failure) => Err(failure),
            Err(error) => code_page(&app, &headers, to, Some(&error)),
        },
    }
}

/// `POST /sign-out`
pub(crate) async fn post_out(
    reader: Reader,
    State(app): State<App>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some(secret) = session_secret(app.site(), &headers) {
        app.service().sign_out(secret, reader.voice.now).await?;
    }
    let secure = is_https(app.site(), &headers);
    let mut response = Redirect::to("/sign-in").into_response();
    // What the browser still holds of our pages goes too, also from its list of pages to go back to.
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    with_cookie(response, SESSION, "", 0, secure)
}

/// The answer to somebody who signed in: their browser knows the session, and is known again later. The session that
/// the browser had until now ends: nobody else goes on in it.
pub(crate) async fn with_session(
    app: &App,
    headers: &HeaderMap,
    response: Response,
    session: &Secret,
    device: &Secret,
) -> Result<Response, Failure> {
    if let Some(before) = session_secret(app.site(), headers) {
        app.service().sign_out(before, app.now()).await?;
    }
    let secure = is_https(app.site(), headers);
    let response = with_cookie(response, SESSION, session.reveal(), SESSION_SECONDS, secure)?;
    with_cookie(response, DEVICE, device.reveal(), DEVICE_SECONDS, secure)
}

/// The answer to somebody who gave their password and owes a code.
pub(crate) fn with_pending(
    app: &App,
    headers: &HeaderMap,
    to: &str,
    pending: &Secret,
) -> Result<Response, Failure> {
    let place = format!("/sign-in/code?{}", query(&[("to".to_owned(), to.to_owned())]));
    let response = Redirect::to(&place).into_response();
    let secure = is_https(app.site(), headers);
    with_cookie(response, PENDING, pending.reveal(), PENDING_SECONDS, secure)
}

/// Adds a cookie of ours that no script reads and no other site's form sends.
pub(crate) fn with_cookie(
    mut response: Response,
    name: &str,
    value: &str,
    seconds: u32,
    secure: bool,
) -> Result<Response, Failure> {
    let name = cookie_name(name, secure);
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let value = HeaderValue::from_str(&text).map_err(|_| Failure::Form)?;
    response.headers_mut().append(SET_COOKIE, value);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        for own in ["/", "/promises/7", "/quote?account=x&what=a+b#c"] {
            assert_eq!(own_path(own), own);
        }
        for elsewhere in [
            "",
            "//example.com",
            "https://example.com",
            "/\\example.com",
            "\\\\example.com",
            "javascript:alert(1)",
            "/a\nSet-Cookie: x",
            "/\u{9}/example.com",
            "promises",
        ] {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere:?}");
        }
        assert_eq!(towards("/promises/7"), "/sign-in?to=%2Fpromises%2F7");
        assert_eq!(towards("//example.com"), "/sign-in");
    }
}
