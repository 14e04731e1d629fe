//! The clock of the demo.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::REFERER;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::sign_in::own_path;
use crate::reader::Reader;

/// `POST /clock`: the demo's clock moves on, and everything is looked at again.
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    if !app.clock().is_movable() {
        return Err(Failure::NoPage);
    }
    app.clock().move_to(target(&reader, fields.get("to")));
    app.look_again(reader.whose).await?;
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
    path.map_or_else(|| "/".to_owned(), |(_, path)| own_path(&format!("/{path}")).to_owned())
}
