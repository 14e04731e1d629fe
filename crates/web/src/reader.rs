//! Who reads a page: as which member, in which language. Until there is a sign-in, a cookie says so.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use jiff::tz::TimeZone;
use promise::party::Organisation;
use promise::{Actor, Language, MemberId, Role};
use service::Caller;
use texts::Lang;

use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::say::Voice;

/// The cookie with the member as whom somebody acts.
pub(crate) const AS: &str = "handslag-as";
/// The cookie with the language somebody reads.
pub(crate) const LANG: &str = "handslag-lang";

/// Who reads a page.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// What all handlers share.
    pub(crate) app: App,
    /// The organisation.
    pub(crate) organisation: Arc<Organisation>,
    /// As whom.
    pub(crate) member: MemberId,
    /// Their words.
    pub(crate) voice: Voice,
}

impl Reader {
    /// Who reads, from the headers of a request.
    pub(crate) async fn of(app: &App, headers: &HeaderMap) -> Result<Self, Failure> {
        let organisation = app.service().organisation(app.organisation()).await?;
        let chosen = cookie(headers, AS).and_then(|id| id.parse::<MemberId>().ok());
        let here = |id: &MemberId| {
            organisation.members.get(id).is_some_and(|member| member.left_at.is_none())
        };
        let first = || {
            let mut members: Vec<_> =
                organisation.members.iter().filter(|(id, _)| here(id)).collect();
            members.sort_by_key(|(id, member)| (std::cmp::Reverse(member.role), **id));
            members.first().map(|(id, _)| **id)
        };
        let member = chosen.filter(here).or_else(first).ok_or(Failure::NobodyHere)?;
        let zone = TimeZone::get(&organisation.zone).unwrap_or(TimeZone::UTC);
        let lang = lang(headers).unwrap_or_else(|| lang_of(organisation.language));
        let voice = Voice { lang, zone, now: app.now() };
        Ok(Self { app: app.clone(), organisation, member, voice })
    }

    /// The member as a caller of its own.
    pub(crate) fn caller(&self) -> Caller {
        self.app.caller(Actor::Member(self.member), None)
    }

    /// The member as the caller of a form: the same form sent twice is done once.
    pub(crate) fn caller_for(&self, what: &str, fields: &Fields) -> Caller {
        let key = fields.some("key").map(|key| format!("{key} {what} {:016x}", fields.number()));
        self.app.caller(Actor::Member(self.member), key)
    }

    /// Refuses whoever may only look.
    pub(crate) fn may_promise(&self) -> Result<(), Failure> {
        if self.role() == Role::Viewer { Err(Failure::OnlyLooks) } else { Ok(()) }
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

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Self::of(app, &parts.headers).await
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|cookies| cookies.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(of, _)| *of == name).map(|(_, v)| v)
}

/// The language somebody chose; `None` when they did not.
pub(crate) fn lang(headers: &HeaderMap) -> Option<Lang> {
    cookie(headers, LANG).and_then(Lang::of_code)
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
        assert_eq!(cookie(&headers, LANG), Some("sv"));
        assert_eq!(lang(&headers), Some(Lang::Sv));
        assert_eq!(cookie(&headers, AS), None);
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
