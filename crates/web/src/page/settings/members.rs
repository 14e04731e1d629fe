//! Who is here, what they may do, how they sign in; and the tokens of everybody.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use promise::{MemberId, Role};
use service::ServiceError;
use service::access::AccessError;
use service::access::people::MemberAccess;
use service::access::secret::Secret;

use super::{done, page, role};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::me::{TokenView, all_tokens};
use crate::page::once::{Once, once};
use crate::page::{Choice, choices};
use crate::reader::{Reader, Through, is_https};

/// A member as the settings list them.
pub(super) struct MemberRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) role: &'static str,
    pub(super) roles: Vec<Choice>,
    pub(super) access: String,
    /// Whether a link would be for a new password.
    pub(super) can_sign_in: bool,
    /// Whether they have a second step that could be taken from them.
    pub(super) has_second: bool,
    /// Whether it is oneself: nobody says of themselves that they have left.
    pub(super) own: bool,
}

/// Those who are here.
pub(super) async fn rows(reader: &Reader) -> Result<Vec<MemberRow>, Failure> {
    let voice = &reader.voice;
    // In an open house nobody signs in.
    let access = match reader.through {
        Through::OpenHouse => std::collections::BTreeMap::new(),
        Through::Session { .. } | Through::Token { .. } => {
            reader.app.service().access_of(reader.whose, voice.now).await?
        }
    };
    let members = reader.organisation.members.iter().filter(|(_, member)| member.left_at.is_none());
    let row = |(id, member): (&MemberId, &promise::party::Member)| {
        let of = access.get(id);
        MemberRow {
            id: id.to_string(),
            name: member.name.clone(),
            role: role(voice, member.role),
            roles: roles(reader, member.role),
            access: said(reader, of),
            can_sign_in: of.is_some_and(|of| of.password || of.linked),
            has_second: of.is_some_and(|of| of.second_factor),
            own: *id == reader.member,
        }
    };
    Ok(members.map(row).collect())
}

/// The roles to choose from.
pub(super) fn roles(reader: &Reader, chosen: Role) -> Vec<Choice> {
    choices(Role::ALL.iter().map(|r| (r.code(), role(&reader.voice, *r))), chosen.code())
}

fn said(reader: &Reader, access: Option<&MemberAccess>) -> String {
    let t = reader.voice.t();
    match access {
        Some(MemberAccess { password: true, linked: true, .. }) => {
            t.member_access_both().to_owned()
        }
        Some(MemberAccess { password: true, second_factor: true, .. }) => {
            t.member_access_two().to_owned()
        }
        Some(MemberAccess { password: true, .. }) => t.member_access_one().to_owned(),
        Some(MemberAccess { linked: true, .. }) => t.member_access_linked().to_owned(),
        Some(MemberAccess { invited_until: Some(until), .. }) => {
            t.member_access_invited(&reader.voice.short_day(*until))
        }
        Some(_) | None => t.member_access_none().to_owned(),
    }
}

/// The tokens of everybody, for whoever may revoke them.
pub(super) async fn tokens(reader: &Reader) -> Result<Vec<TokenView>, Failure> {
    if reader.role() < Role::Admin || reader.through == Through::OpenHouse {
        return Ok(Vec::new());
    }
    Ok(all_tokens(reader).await?.into_iter().map(|(_, view)| view).collect())
}

/// `POST /settings/members`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let form = "members".to_owned();
    let Some(chosen) = Role::of_code(fields.get("role")) else {
        return unknown_role(&reader, &app).await;
    };
    let caller = reader.caller_for("member", &fields);
    let outcome = app.service().add_member(&caller, fields.get("name"), chosen).await;
    done(&reader, &app, form, outcome.map(drop)).await
}

async fn unknown_role(reader: &Reader, app: &App) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let said = t.wanted_known(&t.field_role());
    page(reader, app, Some(("members".to_owned(), said))).await
}

fn named(id: &str) -> Result<MemberId, Failure> {
    let missing = || ServiceError::NotFound { what: "member", given: id.to_owned() };
    Ok(id.parse().map_err(|_| missing())?)
}

/// `POST /settings/members/{id}`: another name or role.
pub(crate) async fn post_one(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let member = named(&id)?;
    let Some(chosen) = Role::of_code(fields.get("role")) else {
        return unknown_role(&reader, &app).await;
    };
    let caller = reader.caller_for(&format!("member {id}"), &fields);
    let outcome = app.service().set_member(&caller, member, fields.get("name"), chosen).await;
    answered(&reader, &app, outcome).await
}

/// `POST /settings/members/{id}/leave`
pub(crate) async fn post_leave(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let member = named(&id)?;
    let caller = reader.caller_for(&format!("leave {id}"), &fields);
    let outcome = app.service().member_leaves(&caller, member).await;
    answered(&reader, &app, outcome).await
}

/// `POST /settings/members/{id}/sign-out`: another's sessions end, all of them.
pub(crate) async fn post_sign_out(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let member = here(&reader, &id)?;
    if member == reader.member {
        // One's own are ended where one proves that it is oneself.
        return Ok(Redirect::to("/me#sessions").into_response());
    }
    let outcome = app.service().end_all_sessions(&reader.caller(), member, None).await;
    answered(&reader, &app, outcome).await
}

/// `POST /settings/members/{id}/second-factor/lift`: another's second step, who has lost it.
pub(crate) async fn post_lift(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let member = here(&reader, &id)?;
    if member == reader.member {
        return Ok(Redirect::to("/me#second").into_response());
    }
    let outcome = app.service().lift_second_factor(&reader.caller(), member).await;
    answered(&reader, &app, outcome).await
}

/// A member of this organisation, who may have left.
fn here(reader: &Reader, id: &str) -> Result<MemberId, Failure> {
    let member = named(id)?;
    let is_here = reader.organisation.members.contains_key(&member);
    let missing = || ServiceError::NotFound { what: "member", given: id.to_owned() };
    if is_here { Ok(member) } else { Err(missing().into()) }
}

/// Back to the members, or the page again with what is wrong.
async fn answered(
    reader: &Reader,
    app: &App,
    outcome: Result<(), AccessError>,
) -> Result<Response, Failure> {
    let outcome = match outcome {
        Ok(()) => Ok(()),
        Err(error) => match Failure::of_access(error) {
            Ok(Failure::Service(error)) => Err(error),
            Ok(failure) => return Err(failure),
            Err(error) => {
                let said = reader.voice.access_error(&error);
                return page(reader, app, Some(("members".to_owned(), said))).await;
            }
        },
    };
    done(reader, app, "members".to_owned(), outcome).await
}

/// An invitation lives this long.
const INVITED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// `POST /settings/members/{id}/invite`: a link to join, or to choose a new password.
pub(crate) async fn post_invite(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: axum::http::HeaderMap,
) -> Result<Response, Failure> {
    let member = named(&id)?;
    match app.service().invite(&reader.caller(), member).await {
        Ok(secret) => shown(&reader, &headers, member, &secret),
        Err(error) => answered(&reader, &app, Err(error)).await,
    }
}

fn shown(
    reader: &Reader,
    headers: &axum::http::HeaderMap,
    member: MemberId,
    secret: &Secret,
) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let name = reader.organisation.members.get(&member).map_or("", |member| member.name.as_str());
    let until: Timestamp = reader.voice.now + INVITED_FOR;
    once(
        reader,
        Once {
            heading: t.once_link(&name),
            said: t.once_link_said(&reader.voice.day(until)),
            secrets: vec![absolute(reader, headers, &format!("/join/{}", secret.reveal()))],
            back: "/settings#members",
        },
    )
}

/// An address of ours as somebody elsewhere opens it: by the public name, else by the one this request came by.
fn absolute(reader: &Reader, headers: &axum::http::HeaderMap, path: &str) -> String {
    let site = reader.app.site();
    site.link(path).unwrap_or_else(|| {
        let host = headers.get(axum::http::header::HOST).and_then(|host| host.to_str().ok());
        let scheme = if is_https(site, headers) { "https" } else { "http" };
        format!("{scheme}://{}{path}", host.unwrap_or("localhost"))
    })
}

/// `POST /settings/tokens/{id}/revoke`
pub(crate) async fn post_revoke(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    match app.service().revoke_token(&reader.caller(), &id).await {
        Ok(()) => Ok(Redirect::to("/settings#tokens").into_response()),
        Err(error) => answered(&reader, &app, Err(error)).await,
    }
}
