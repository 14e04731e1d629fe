//! Signing in by the word of a provider, such as a company's own directory: the way there, the way back, and what is
//! said when nobody is let in.
//!
//! What the provider says is never shown. A form leads to a page of ours that goes on, and not there itself: browsers
//! hold where a form leads against the policy `form-action 'self'`, redirects included.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use promise::OrganisationId;
use service::access::identity::{Answer, Begun, ProviderName, Returned};
use service::access::provider::ProviderError;
use service::access::provider::flow::{FLOW_SECONDS, Flow};
use service::access::{AccessError, Admitted};

use super::render;
use super::sign_in::{Visiting, own_path, towards, voice, with_cookie, with_session};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, query};
use crate::frame::Frame;
use crate::reader::{cookie, is_https, session_secret};
use crate::say::Voice;

/// Where a provider sends people back to: each to an address of its own, so that no answer is taken for another's
/// (RFC 9700, 4.4.2).
pub(crate) const RETURN: &str = "/sign-in/oidc/{provider}/callback";

/// A button that leads to a provider.
pub(crate) struct Button {
    /// Where it leads.
    pub(crate) place: String,
    pub(crate) words: String,
}

/// A page of ours that goes on to a provider.
#[derive(Template)]
#[template(path = "onwards.html")]
struct Onwards {
    f: Frame,
    heading: String,
    said: String,
    go: String,
    address: String,
}

/// A page that says why nobody was let in.
#[derive(Template)]
#[template(path = "not_let_in.html")]
struct NotLetIn {
    f: Frame,
    heading: String,
    why: String,
    what_to_do: String,
    again: (String, &'static str),
}

/// The cookie of somebody on their way.
const FLOW: &str = "handslag-oidc";

/// The buttons under the form of the sign-in.
pub(crate) fn sign_in_buttons(app: &App, voice: &Voice, to: &str) -> Vec<Button> {
    let to = if to == "/" {
        String::new()
    } else {
        format!("?{}", query(&[("to".to_owned(), to.to_owned())]))
    };
    let button = |provider: ProviderName| Button {
        place: format!("/sign-in/oidc/{}{to}", provider.slug),
        words: voice.t().provider_sign_in(&provider.name),
    };
    app.service().providers(None).into_iter().map(button).collect()
}

/// The buttons of an invitation, each of them a form.
pub(crate) fn join_buttons(
    app: &App,
    voice: &Voice,
    organisation: OrganisationId,
    secret: &str,
) -> Vec<Button> {
    let button = |provider: ProviderName| Button {
        place: format!("/join/{secret}/{}", provider.slug),
        words: voice.t().provider_join(&provider.name),
    };
    app.service().providers(Some(organisation)).into_iter().map(button).collect()
}

/// Where a provider is to send people back to: where they came from, as far as that is a name of ours.
pub(crate) fn redirect_uri(app: &App, headers: &HeaderMap, slug: &str) -> Result<String, Failure> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let origin = host.and_then(|host| app.site().origin(host)).ok_or(Failure::Elsewhere)?;
    Ok(format!("{origin}{}", RETURN.replace("{provider}", slug)))
}

/// `GET /sign-in/oidc/{provider}`
pub(crate) async fn get(
    State(app): State<App>,
    Path(provider): Path<String>,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Failure> {
    let to = own_path(asked.0.get("to"));
    if !is_own_wish(&app, &headers) {
        return Ok(Redirect::to(&towards(to)).into_response());
    }
    let redirect_uri = redirect_uri(&app, &headers, &provider)?;
    match app.service().sign_in_at(&provider, to, &redirect_uri, app.now()).await {
        Ok(begun) => {
            let mut response = StatusCode::SEE_OTHER.into_response();
            let place = HeaderValue::from_str(&begun.address).map_err(|_| Failure::Form)?;
            response.headers_mut().insert(LOCATION, place);
            on_their_way(&app, &headers, response, &begun)
        }
        Err(error) => not_let_in(&app, &headers, error, None),
    }
}

/// Whether somebody asks for this themselves: on a page of ours, or by an address that they typed or kept. A link of
/// another site would begin a session that nobody asked for where the provider asks nothing, so that it leads to the
/// button and not past it.
fn is_own_wish(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-site") {
        Some(from) => matches!(from, "same-origin" | "none"),
        // A browser of before 2023: our own pages name themselves to our own pages.
        None => {
            let origin = text("host").and_then(|host| app.site().origin(host));
            let from = text("referer").unwrap_or_default();
            origin.is_some_and(|origin| {
                from.strip_prefix(&*origin).is_some_and(|path| path.starts_with('/'))
            })
        }
    }
}

/// `POST /join/{secret}/{provider}`
pub(crate) async fn post_join(
    State(app): State<App>,
    Path((secret, provider)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let redirect_uri = redirect_uri(&app, &headers, &provider)?;
    match app.service().join_at(&provider, &secret, &redirect_uri, app.now()).await {
        Ok(begun) => onwards(&app, &headers, &voice(&app, &headers), &provider, &begun),
        Err(AccessError::LinkNotValid) => Err(Failure::NoInvitation),
        Err(error) => not_let_in(&app, &headers, error, None),
    }
}

/// The page that goes on to a provider, by itself where the browser does that.
pub(crate) fn onwards(
    app: &App,
    headers: &HeaderMap,
    voice: &Voice,
    slug: &str,
    begun: &Begun,
) -> Result<Response, Failure> {
    let t = voice.t();
    let known = app.service().providers(None).into_iter().find(|provider| provider.slug == slug);
    let name = known.map(|provider| provider.name).unwrap_or_default();
    let heading = t.onwards_heading(&name);
    let page = render(&Onwards {
        f: Frame::alone(voice, &heading),
        heading,
        said: t.onwards_said(&name),
        go: t.onwards_go(&name),
        address: begun.address.clone(),
    })?;
    on_their_way(app, headers, page, begun)
}

fn on_their_way(
    app: &App,
    headers: &HeaderMap,
    response: Response,
    begun: &Begun,
) -> Result<Response, Failure> {
    let secure = is_https(app.site(), headers);
    with_cookie(response, FLOW, begun.flow.reveal(), FLOW_SECONDS, secure)
}

/// `GET /sign-in/oidc/{provider}/callback`: whoever comes back, with what the provider gave them.
pub(crate) async fn get_return(
    State(app): State<App>,
    Path(provider): Path<String>,
    visiting: Visiting,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Failure> {
    let secure = is_https(app.site(), &headers);
    let kept = cookie(app.site(), &headers, FLOW);
    let flow = kept.and_then(|kept| app.service().flow(kept, app.now()));
    let is_theirs =
        |flow: &Flow| app.service().provider_of(flow).is_some_and(|of| of.slug == provider);
    let flow = flow.filter(is_theirs);
    let response = match &flow {
        None => not_let_in(&app, &headers, AccessError::FlowOver, None)?,
        Some(flow) => come_back(&app, &headers, &asked, flow, &visiting).await?,
    };
    // Whatever came of it, this way is over.
    with_cookie(response, FLOW, "", 0, secure)
}

async fn come_back(
    app: &App,
    headers: &HeaderMap,
    asked: &Asked,
    flow: &Flow,
    visiting: &Visiting,
) -> Result<Response, Failure> {
    let fields = &asked.0;
    let answer = Answer {
        state: fields.get("state"),
        code: fields.some("code"),
        error: fields.some("error"),
        issuer: fields.some("iss"),
    };
    let admitted = admitted(app, headers).await?;
    let visit = visiting.visit(app);
    match app.service().come_back(flow, answer, admitted.as_ref(), &visit).await {
        Ok(Returned::In { session, device, to }) => {
            let response = Redirect::to(own_path(&to)).into_response();
            with_session(app, headers, response, &session, &device).await
        }
        Ok(Returned::Linked) => Ok(Redirect::to("/me#identities").into_response()),
        Err(AccessError::LinkNotValid) => Err(Failure::NoInvitation),
        Err(error) => not_let_in(app, headers, error, Some(flow)),
    }
}

/// Who is in, in the browser that comes back.
async fn admitted(app: &App, headers: &HeaderMap) -> Result<Option<Admitted>, Failure> {
    match session_secret(app.site(), headers) {
        Some(secret) => Ok(app.service().session(secret, app.now()).await?),
        None => Ok(None),
    }
}

/// The page that says why nobody was let in, and what to do.
pub(crate) fn not_let_in(
    app: &App,
    headers: &HeaderMap,
    error: AccessError,
    flow: Option<&Flow>,
) -> Result<Response, Failure> {
    let voice = voice(app, headers);
    let t = voice.t();
    let Some(Said { status, heading, why, what_to_do }) = said(&voice, &error) else {
        return Err(Failure::of_access(error).unwrap_or_else(Failure::Access));
    };
    let again = match flow {
        Some(flow) if flow.is_link() => ("/me#identities".to_owned(), t.flow_again_me()),
        Some(flow) => match flow.invitation() {
            Some(secret) => (format!("/join/{secret}"), t.flow_again_join()),
            None => ("/sign-in".to_owned(), t.flow_again()),
        },
        None => ("/sign-in".to_owned(), t.flow_again()),
    };
    let f = Frame::alone(&voice, &heading);
    let page = render(&NotLetIn { f, heading, why, what_to_do, again })?;
    Ok((status, page).into_response())
}

/// What is said when somebody comes to or from a provider in vain.
struct Said {
    status: StatusCode,
    heading: String,
    why: String,
    what_to_do: String,
}

fn said(voice: &Voice, error: &AccessError) -> Option<Said> {
    let t = voice.t();
    if let AccessError::NotLetIn { provider, code } = error {
        tracing::info!(provider, code, "a provider let nobody in");
        return Some(Said {
            status: StatusCode::FORBIDDEN,
            heading: t.provider_refused(provider),
            why: t.provider_refused_why().to_owned(),
            what_to_do: t.provider_refused_do(provider),
        });
    }
    if let AccessError::Provider { provider, error: ProviderError::NoSecondFactor(wanted) } = error
    {
        tracing::warn!(provider, wanted, "a provider tells no second factor");
        return Some(Said {
            status: StatusCode::FORBIDDEN,
            heading: t.provider_weak(provider),
            why: t.provider_weak_why(provider),
            what_to_do: t.provider_weak_do(provider),
        });
    }
    if let AccessError::Provider { provider, error } = error {
        tracing::warn!(provider, %error, "a provider's word was not taken");
        return Some(Said {
            status: StatusCode::BAD_GATEWAY,
            heading: t.provider_broken(provider),
            why: t.provider_broken_why().to_owned(),
            what_to_do: t.provider_broken_do().to_owned(),
        });
    }
    if let AccessError::NotLinked { provider } = error {
        return Some(Said {
            status: StatusCode::FORBIDDEN,
            heading: t.provider_unknown().to_owned(),
            why: t.provider_unknown_why(provider),
            what_to_do: t.provider_unknown_do(provider),
        });
    }
    if let AccessError::IdentityTaken { provider } = error {
        return Some(Said {
            status: StatusCode::CONFLICT,
            heading: t.provider_taken(provider),
            why: t.provider_taken_why().to_owned(),
            what_to_do: t.provider_taken_do().to_owned(),
        });
    }
    matches!(error, AccessError::FlowOver).then(|| Said {
        status: StatusCode::FORBIDDEN,
        heading: t.flow_over().to_owned(),
        why: t.flow_over_why().to_owned(),
        what_to_do: t.flow_over_do().to_owned(),
    })
}
