//! Who asks: as which member of which organisation, let in how, in which language.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, HOST};
use axum::http::request::Parts;
use jiff::tz::TimeZone;
use ledger::access::token::Scope;
use promise::party::Organisation;
use promise::{Actor, Language, MemberId, OrganisationId, Role};
use service::Caller;
use service::access::Via;
use texts::Lang;

use crate::app::{App, Entrance};
use crate::failure::Failure;
use crate::form::Fields;
use crate::say::Voice;
use crate::site::Site;

/// The cookie with the member as whom somebody acts in an open house.
pub(crate) const AS: &str = "handslag-as";
/// The header with the member as whom a program acts in an open house.
pub(crate) const MEMBER: &str = "handslag-member";
/// The cookie with the language somebody reads.
pub(crate) const LANG: &str = "handslag-lang";

/// How somebody was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Through {
    /// Everybody is.
    OpenHouse,
    /// By having signed in; with the public name of the session.
    Session {
        /// Which session.
        id: String,
    },
    /// By a token of the API; with its public name.
    Token {
        /// Which token.
        id: String,
        /// How far it goes.
        scope: Scope,
    },
}

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// What all handlers share.
    pub(crate) app: App,
    /// How they were let in.
    pub(crate) through: Through,
    /// In whose ledger.
    pub(crate) whose: OrganisationId,
    /// That organisation.
    pub(crate) organisation: Arc<Organisation>,
    /// As whom.
    pub(crate) member: MemberId,
    /// Their words.
    pub(crate) voice: Voice,
    /// Whether they have yet to set up the second factor that their organisation demands.
    pub(crate) owes_second_factor: bool,
}

impl Reader {
    /// Who asks for a path, from the headers of the request.
    pub(crate) async fn of(app: &App, headers: &HeaderMap, path: &str) -> Result<Self, Failure> {
        match app.entrance() {
            Entrance::OpenHouse(whose) => Self::in_open_house(app, whose, headers).await,
            Entrance::SignIn => Self::known(app, headers, path).await,
        }
    }

    /// As the member of one's choice, or the first of those who may do most.
    async fn in_open_house(
        app: &App,
        whose: OrganisationId,
        headers: &HeaderMap,
    ) -> Result<Self, Failure> {
        let organisation = app.service().organisation(whose).await?;
        let here = |id: &MemberId| {
            organisation.members.get(id).is_some_and(|member| member.left_at.is_none())
        };
        if let Some(named) = headers.get(MEMBER) {
            let id = named.to_str().ok().and_then(|id| id.parse::<MemberId>().ok());
            let unknown = || String::from_utf8_lossy(named.as_bytes()).into_owned();
            let member = id.filter(here);
            let member = member.ok_or_else(|| Failure::NoSuchMember { given: unknown() })?;
            return Ok(Self::admitted(
                app,
                Through::OpenHouse,
                whose,
                organisation,
                member,
                headers,
            ));
        }
        let chosen = cookie(app.site(), headers, AS).and_then(|id| id.parse::<MemberId>().ok());
        let first = || {
            let mut members: Vec<_> =
                organisation.members.iter().filter(|(id, _)| here(id)).collect();
            members.sort_by_key(|(id, member)| (std::cmp::Reverse(member.role), **id));
            members.first().map(|(id, _)| **id)
        };
        let member = chosen.filter(here).or_else(first).ok_or(Failure::NobodyHere)?;
        Ok(Self::admitted(app, Through::OpenHouse, whose, organisation, member, headers))
    }

    /// As whoever signed in, or whoever a token was made for. Programs come with tokens, browsers with cookies; neither
    /// is taken in the place of the other.
    async fn known(app: &App, headers: &HeaderMap, path: &str) -> Result<Self, Failure> {
        let service = app.service();
        let admitted = match bearer(headers) {
            Some(token) if path.starts_with(API) => service.token(token, app.now()).await?,
            Some(_) => None,
            None => match session_secret(app.site(), headers) {
                Some(secret) => service.session(secret, app.now()).await?,
                None => None,
            },
        };
        let admitted = admitted.ok_or(Failure::NotSignedIn)?;
        let through = match admitted.via {
            Via::Session { id } => Through::Session { id },
            Via::Token { id, scope } => Through::Token { id, scope },
            Via::Desk => return Err(Failure::NotSignedIn),
        };
        let (whose, member) = (admitted.organisation, admitted.member);
        let organisation = service.organisation_at(whose, admitted.organisation_version).await?;
        let owes_second_factor = admitted.by_password_alone && organisation.demands_second_factor;
        let reader = Self::admitted(app, through, whose, organisation, member, headers);
        Ok(Self { owes_second_factor, ..reader })
    }

    fn admitted(
        app: &App,
        through: Through,
        whose: OrganisationId,
        organisation: Arc<Organisation>,
        member: MemberId,
        headers: &HeaderMap,
    ) -> Self {
        let zone = TimeZone::get(&organisation.zone).unwrap_or(TimeZone::UTC);
        let lang = lang(app.site(), headers).unwrap_or_else(|| lang_of(organisation.language));
        let voice = Voice { lang, zone, now: app.now() };
        let (app, owes_second_factor) = (app.clone(), false);
        Self { app, through, whose, organisation, member, voice, owes_second_factor }
    }

    /// The member as a caller of its own.
    pub(crate) fn caller(&self) -> Caller {
        self.app.caller(self.whose, Actor::Member(self.member), None)
    }

    /// The member as the caller of a form: the same form sent twice is done once.
    pub(crate) fn caller_for(&self, what: &str, fields: &Fields) -> Caller {
        let key = fields.some("key").map(|key| format!("{key} {what} {:016x}", fields.number()));
        self.app.caller(self.whose, Actor::Member(self.member), key)
    }

    /// What the member is called.
    pub(crate) fn name(&self) -> &str {
        self.organisation.members.get(&self.member).map_or("", |member| member.name.as_str())
    }

    /// What the member may do.
    pub(crate) fn role(&self) -> Role {
        self.organisation.members.get(&self.member).map_or(Role::Viewer, |member| member.role)
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        // Whoever was let in is known; nobody else gets this far.
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NotSignedIn)
    }
}

/// The cookie with the session.
pub(crate) const SESSION: &str = "handslag";

/// The name under which a cookie of ours is set. By HTTPS no other site and no other machine can have set it.
pub(crate) fn cookie_name(name: &str, is_https: bool) -> String {
    let prefix = if is_https { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// Whether whoever sent these headers came by HTTPS.
pub(crate) fn is_https(site: &Site, headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    host.is_some_and(|host| site.is_https(host))
}

/// The secret of a session that a browser shows.
pub(crate) fn session_secret<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(site, headers, SESSION)
}

/// Where programs ask.
pub(crate) const API: &str = "/api/";

/// The token that a program shows.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(AUTHORIZATION)?.to_str().unwrap_or_default();
    let (scheme, token) = given.split_once(' ').unwrap_or((given, ""));
    // Whatever else is shown is no token, and no reason to look at cookies.
    Some(if scheme.eq_ignore_ascii_case("bearer") { token.trim() } else { "" })
}

/// The value of a cookie of ours.
pub(crate) fn cookie<'a>(site: &Site, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let name = cookie_name(name, is_https(site, headers));
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|cookies| cookies.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(of, _)| *of == name).map(|(_, v)| v)
}

/// The language somebody chose; `None` when they did not.
pub(crate) fn lang(site: &Site, headers: &HeaderMap) -> Option<Lang> {
    cookie(site, headers, LANG).and_then(Lang::of_code)
}

/// The first of our languages that a browser asks for.
pub(crate) fn accepted_lang(headers: &HeaderMap) -> Option<Lang> {
    let accepted = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let tags = accepted.split(',').filter_map(|part| part.trim().get(..2));
    tags.filter_map(|tag| Lang::of_code(&tag.to_ascii_lowercase())).next()
}

/// The language of a person as the domain has it.
pub(crate) fn lang_of(language: Language) -> Lang {
    match language {
        Language::Nl => Lang::Nl,
        Language::Sv => Lang::Sv,
        Language::En => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn cookies_are_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("a=1; handslag-lang=sv;b=2"));
        let site = Site::default();
        assert_eq!(cookie(&site, &headers, LANG), Some("sv"));
        assert_eq!(lang(&site, &headers), Some(Lang::Sv));
        assert_eq!(cookie(&site, &headers, AS), None);
    }

    #[test]
    fn by_https_only_cookies_that_no_other_host_can_set_count() {
        let site = Site::new(Some("https://a.example".parse().unwrap()), false, Vec::new());
        let check = |host: &'static str, sent: &'static str, wanted: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static(host));
            headers.insert(COOKIE, HeaderValue::from_static(sent));
            assert_eq!(session_secret(&site, &headers), wanted, "{host} {sent}");
        };
        check("a.example", "__Host-handslag=x", Some("x"));
        check("a.example", "handslag=x", None);
        check("localhost:4600", "handslag=x", Some("x"));
        check("localhost:4600", "__Host-handslag=x", None);
    }

    #[test]
    fn the_first_known_language_counts() {
        let check = |accepted: &'static str, wanted| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
            assert_eq!(accepted_lang(&headers), wanted, "{accepted}");
        };
        check("fr-FR, sv-SE;q=0.9, en;q=0.8", Some(Lang::Sv));
        check("NL", Some(Lang::Nl));
        check("fr, *", None);
        check("", None);
    }
}
