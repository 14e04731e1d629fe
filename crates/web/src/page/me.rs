//! Oneself: how one signs in, where one is signed in, one's tokens, one's language. In an open house: as whom one acts.

pub(crate) mod clock;
mod identities;
mod second;
mod tokens;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use service::access::AccessError;
use service::access::proof::Proof;
use service::access::session::SessionRow;
use texts::Lang;

use self::identities::{IdentityView, own_identities};
pub(crate) use self::identities::{post_link, post_unlink};
pub(crate) use self::second::{get_second, post_begin, post_codes, post_confirm, post_remove};
use self::tokens::own_tokens;
pub(crate) use self::tokens::{TokenView, all_tokens, post_revoke, post_token};
use super::sign_in::with_cookie;
use super::{Choice, choices, render};
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::reader::{AS, LANG, Reader, Through, is_https};
use crate::say::Voice;

/// A choice is remembered for a year.
const COOKIE_SECONDS: u32 = 365 * 24 * 3600;

/// As whom one acts, in an open house.
#[derive(Template)]
#[template(path = "open_house.html")]
struct OpenHouse {
    f: Frame,
    members: Vec<Choice>,
    languages: Vec<Choice>,
}

/// Oneself, signed in.
#[derive(Template)]
#[template(path = "me.html")]
struct Page {
    f: Frame,
    name: String,
    role: &'static str,
    signed_in_as: String,
    languages: Vec<Choice>,
    has_password: bool,
    has_second: bool,
    /// Whether the organisation demands it.
    demanded: bool,
    identities: Vec<IdentityView>,
    providers: Vec<Choice>,
    sessions: Vec<SessionView>,
    /// Where else one is signed in, to choose from.
    others: Vec<Choice>,
    tokens: Vec<TokenView>,
    scopes: Vec<Choice>,
    /// Which form was refused, and why.
    wrong: Option<(&'static str, String)>,
}

/// A place where one is signed in.
struct SessionView {
    id: String,
    browser: String,
    address: String,
    seen: String,
    here: bool,
}

/// `GET /me`
pub(crate) async fn get(reader: Reader) -> Result<Response, Failure> {
    match reader.through {
        Through::OpenHouse => open_house(&reader),
        Through::Session { .. } | Through::Token { .. } => page(&reader, None).await,
    }
}

fn languages(voice: &Voice) -> Vec<Choice> {
    choices(Lang::ALL.map(|lang| (lang.code(), lang.own_name())), voice.lang.code())
}

fn open_house(reader: &Reader) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let members = reader.organisation.members.iter().filter(|(_, member)| member.left_at.is_none());
    let members = members.map(|(id, member)| {
        let role = super::settings::role(&reader.voice, member.role);
        (id.to_string(), format!("{}, {role}", member.name))
    });
    render(&OpenHouse {
        f: Frame::of(reader, t.me_heading(), Place::Me),
        members: choices(members, &reader.member.to_string()),
        languages: languages(&reader.voice),
    })
}

/// The page; with what is wrong in one of its forms.
async fn page(reader: &Reader, wrong: Option<(&'static str, String)>) -> Result<Response, Failure> {
    let (voice, service) = (&reader.voice, reader.app.service());
    let t = voice.t();
    let access = service.access_of(reader.whose, voice.now).await?;
    let own = access.get(&reader.member);
    let sessions = service.sessions(reader.whose, reader.member, voice.now).await?;
    let sessions: Vec<SessionView> =
        sessions.iter().map(|session| session_view(reader, session)).collect();
    let identities = own_identities(reader).await?;
    let signed_in_as = match own.and_then(|own| own.login.as_deref()) {
        Some(login) => t.me_signed_in_as(&login),
        // Whoever came by a provider's word may have no address here.
        None => identities.first().map_or_else(String::new, |one| t.me_signed_in_by(&one.provider)),
    };
    let failed = wrong.is_some();
    let page = render(&Page {
        f: Frame::of(reader, t.me_heading_signed_in(), Place::Me),
        name: reader.name().to_owned(),
        role: super::settings::role(voice, reader.role()),
        signed_in_as,
        languages: languages(voice),
        has_password: own.is_some_and(|own| own.password),
        identities,
        providers: identities::providers(reader),
        has_second: own.is_some_and(|own| own.second_factor),
        demanded: reader.organisation.demands_second_factor,
        others: others(voice, &sessions),
        sessions,
        tokens: own_tokens(reader).await?,
        scopes: tokens::scopes(reader),
        wrong,
    })?;
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

fn session_view(reader: &Reader, session: &SessionRow) -> SessionView {
    let here = matches!(&reader.through, Through::Session { id } if *id == session.id);
    SessionView {
        id: session.id.clone(),
        browser: browser(&session.agent).to_owned(),
        address: session.address.clone(),
        seen: reader.voice.short_moment(session.seen_at),
        here,
    }
}

/// Everywhere else, and then each place by itself.
fn others(voice: &Voice, sessions: &[SessionView]) -> Vec<Choice> {
    let elsewhere: Vec<&SessionView> = sessions.iter().filter(|session| !session.here).collect();
    if elsewhere.is_empty() {
        return Vec::new();
    }
    let all = (String::new(), voice.t().sessions_everywhere_else().to_owned());
    let each = elsewhere.into_iter().map(|session| {
        let said = format!("{}, {}, {}", session.browser, session.address, session.seen);
        (session.id.clone(), said)
    });
    choices(std::iter::once(all).chain(each), "")
}

/// What a browser calls itself, in a word: the rest of what it sends says nothing to people.
fn browser(agent: &str) -> &str {
    // Most of them name others too, to be taken for them: the one that none of the others names comes first.
    let known = ["Edg", "OPR", "Firefox", "Chrome", "Safari"];
    let names = ["Edge", "Opera", "Firefox", "Chrome", "Safari"];
    let found = known.iter().zip(names).find(|(mark, _)| agent.contains(*mark));
    found.map_or_else(|| agent.split([' ', '/']).next().unwrap_or_default(), |(_, name)| name)
}

/// Back to oneself, or the page again with what is wrong.
async fn done(
    reader: &Reader,
    form: &'static str,
    outcome: Result<(), AccessError>,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/me#{form}")).into_response()),
        Err(error) => {
            let error = match Failure::of_access(error) {
                Ok(failure) => return Err(failure),
                Err(error) => error,
            };
            page(reader, Some((form, own_error(&reader.voice, &error)))).await
        }
    }
}

/// Why something of one's own could not be changed: who one is is known, only the password was wrong.
fn own_error(voice: &Voice, error: &AccessError) -> String {
    if matches!(error, AccessError::WrongCredentials) {
        return voice.t().access_again().to_owned();
    }
    voice.access_error(error)
}

/// `POST /me`: the language; in an open house, as whom one acts.
pub(crate) async fn post(
    reader: Reader,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let mut response = Redirect::to("/").into_response();
    let member = match reader.through {
        Through::OpenHouse => {
            fields.some("member").and_then(|id| id.parse::<promise::MemberId>().ok())
        }
        Through::Session { .. } | Through::Token { .. } => None,
    };
    let lang = fields.some("language").and_then(Lang::of_code);
    let secure = is_https(reader.app.site(), &headers);
    if let Some(id) = member {
        response = with_cookie(response, AS, &id.to_string(), COOKIE_SECONDS, secure)?;
    }
    if let Some(lang) = lang {
        response = with_cookie(response, LANG, lang.code(), COOKIE_SECONDS, secure)?;
    }
    Ok(response)
}

/// The session one is in, to be kept when the others end.
fn this_session(reader: &Reader) -> Option<&str> {
    match &reader.through {
        Through::Session { id } => Some(id),
        Through::OpenHouse | Through::Token { .. } => None,
    }
}

/// `POST /me/password`
pub(crate) async fn post_password(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let old = Proof { password: fields.verbatim("old"), code: fields.get("code").trim() };
    let new = fields.verbatim("password");
    let keep = this_session(&reader);
    let service = reader.app.service();
    let outcome = service.change_password(&reader.caller(), old, new, keep).await;
    done(&reader, "password", outcome).await
}

/// `POST /me/sessions`: signs out elsewhere, in one place or in all of them.
pub(crate) async fn post_sessions(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let here = this_session(&reader).ok_or(Failure::NotForPrograms)?;
    let (caller, one) = (reader.caller(), fields.some("session"));
    let service = reader.app.service();
    let outcome = service.end_own_sessions(&caller, proof(&fields), here, one).await;
    done(&reader, "sessions", outcome).await
}

/// What is given once more to show that it is still oneself.
fn proof(fields: &Fields) -> Proof<'_> {
    Proof { password: fields.verbatim("password"), code: fields.get("code").trim() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_called_what_people_call_them() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assert_eq!(browser(chrome), "Chrome");
        assert_eq!(browser(&format!("{chrome} Edg/140.0")), "Edge");
        assert_eq!(browser("Mozilla/5.0 (Macintosh) Version/18.0 Safari/605.1.15"), "Safari");
        assert_eq!(browser("curl/8.5.0"), "curl");
        assert_eq!(browser(""), "");
    }
}
