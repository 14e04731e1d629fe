//! Tokens by which programs act as oneself.

use axum::extract::Path;
use axum::response::Response;
use ledger::access::token::Scope;
use promise::Role;
use service::access::token::TokenRow;

use super::{done, page};
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::once::{Once, once};
use crate::page::{Choice, choices};
use crate::reader::Reader;

/// A token as it is listed: never what it is, only what it is for.
pub(crate) struct TokenView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) whose: String,
    pub(crate) scope: &'static str,
    pub(crate) ends: String,
    pub(crate) used: String,
}

/// A token lives so many days when nothing else is said.
const USUAL_DAYS: &str = "90";

impl TokenView {
    fn of(reader: &Reader, row: &TokenRow) -> Self {
        let voice = &reader.voice;
        let whose = reader.organisation.members.get(&row.member);
        let used = row.used_at.map(|at| voice.short_moment(at));
        Self {
            id: row.id.clone(),
            name: row.name.clone(),
            whose: whose.map_or_else(String::new, |member| member.name.clone()),
            scope: voice.scope(row.scope),
            ends: voice.short_day(row.expires),
            used: used.unwrap_or_else(|| voice.t().token_used_never().to_owned()),
        }
    }
}

/// The tokens that are alive.
pub(crate) async fn all_tokens(reader: &Reader) -> Result<Vec<(TokenRow, TokenView)>, Failure> {
    let rows = reader.app.service().tokens(reader.whose).await?;
    let now = reader.voice.now;
    let alive = rows.into_iter().filter(|row| row.revoked_at.is_none() && row.expires > now);
    Ok(alive.map(|row| (row.clone(), TokenView::of(reader, &row))).collect())
}

/// Those that act as oneself.
pub(super) async fn own_tokens(reader: &Reader) -> Result<Vec<TokenView>, Failure> {
    let all = all_tokens(reader).await?;
    let own = all.into_iter().filter(|(row, _)| row.member == reader.member);
    Ok(own.map(|(_, view)| view).collect())
}

/// How far a token of one's own can go.
pub(super) fn scopes(reader: &Reader) -> Vec<Choice> {
    let all = [Scope::Read, Scope::Draft, Scope::Promise];
    let most = if reader.role() == Role::Viewer { Scope::Read } else { Scope::Promise };
    let within = all.into_iter().filter(|scope| *scope <= most);
    choices(within.map(|scope| (scope.code(), reader.voice.scope(scope))), Scope::Read.code())
}

/// `POST /me/tokens`
pub(crate) async fn post_token(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let days = fields.some("days").unwrap_or(USUAL_DAYS).parse::<u32>().ok();
    let days = days.filter(|days| (1..=366).contains(days));
    let Some(days) = days else {
        return page(&reader, Some(("tokens", t.wanted_token_days().to_owned()))).await;
    };
    let Some(scope) = Scope::of_code(fields.get("scope")) else {
        return page(&reader, Some(("tokens", t.wanted_known(&t.token_scope())))).await;
    };
    let service = reader.app.service();
    match service.make_token(&reader.caller(), fields.get("name"), scope, days).await {
        Ok(token) => once(
            &reader,
            Once {
                heading: t.once_token().to_owned(),
                said: t.once_token_said().to_owned(),
                secrets: vec![token.reveal().to_owned()],
                back: "/me#tokens",
            },
        ),
        Err(error) => match Failure::of_access(error) {
            Ok(Failure::Service(error)) if Failure::is_input(&error) => {
                page(&reader, Some(("tokens", reader.voice.error(&error)))).await
            }
            Ok(failure) => Err(failure),
            Err(error) => page(&reader, Some(("tokens", reader.voice.access_error(&error)))).await,
        },
    }
}

/// `POST /me/tokens/{id}/revoke`
pub(crate) async fn post_revoke(
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let outcome = reader.app.service().revoke_token(&reader.caller(), &id).await;
    done(&reader, "tokens", outcome).await
}
