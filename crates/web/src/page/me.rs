//! As whom one acts, and in which language; and the clock of the demo. Until there is a sign-in, anybody at this
//! machine may act as any member, and the page says so.

use askama::Template;
use axum::extract::State;
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp, ToSpan};
use texts::Lang;

use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::reader::{AS, LANG, Reader};

/// A cookie lasts a year.
const COOKIE_SECONDS: u32 = 365 * 24 * 3600;

#[derive(Template)]
#[template(path = "me.html")]
struct Page {
    f: Frame,
    members: Vec<Choice>,
    languages: Vec<Choice>,
}

/// `GET /me`
pub(crate) async fn get(reader: Reader) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let members = reader.organisation.members.iter().filter(|(_, member)| member.left_at.is_none());
    let members = members.map(|(id, member)| {
        (
            id.to_string(),
            format!("{}, {}", member.name, super::settings::role(&reader.voice, member.role)),
        )
    });
    let languages = Lang::ALL.map(|lang| (lang.code(), lang.own_name()));
    render(&Page {
        f: Frame::of(&reader, t.me_heading(), Place::Me),
        members: choices(members, &reader.member.to_string()),
        languages: choices(languages, reader.voice.lang.code()),
    })
}

/// `POST /me`
pub(crate) async fn post(_reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let mut response = Redirect::to("/").into_response();
    let member = fields.some("member").and_then(|id| id.parse::<promise::MemberId>().ok());
    let lang = fields.some("language").and_then(Lang::of_code);
    let cookies =
        [member.map(|id| cookie(AS, &id.to_string())), lang.map(|lang| cookie(LANG, lang.code()))];
    for cookie in cookies.into_iter().flatten() {
        let value = HeaderValue::from_str(&cookie).map_err(|_| Failure::Form)?;
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

fn cookie(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax")
}

/// `POST /clock`: the demo's clock moves on, and everything is looked at again.
pub(crate) async fn post_clock(
    reader: Reader,
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    if !app.clock().is_movable() {
        return Err(Failure::NoPage);
    }
    app.clock().move_to(target(&reader, fields.get("to")));
    app.look_again().await?;
    Ok(Redirect::to(&back(&headers)).into_response())
}

/// To when the clock moves: the same time of another working day, or an hour later.
fn target(reader: &Reader, to: &str) -> Timestamp {
    let now = reader.voice.now;
    let days = match to {
        "day" => 1,
        "week" => 7,
        _ => return now + SignedDuration::from_hours(1),
    };
    let calendar = reader.organisation.calendar("");
    let wall = reader.voice.zone.to_datetime(now);
    let day = wall.date().checked_add(days.days());
    let day = day.ok().and_then(|day| calendar.next_business_day(day).ok());
    let then = day.map(|day| day.to_datetime(wall.time()));
    let then = then.and_then(|wall| calendar.instant_of(wall).ok());
    then.unwrap_or(now + SignedDuration::from_hours(24 * i64::from(days)))
}

/// The page somebody came from, on this site.
fn back(headers: &HeaderMap) -> String {
    let from = headers.get(REFERER).and_then(|from| from.to_str().ok());
    let path =
        from.and_then(|from| from.split_once("://")).and_then(|(_, rest)| rest.split_once('/'));
    path.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"))
}
