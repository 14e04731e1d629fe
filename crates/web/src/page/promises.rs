//! The list of promises: found by words, owner, state and due; least sure first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use ledger::query::PromiseFilter;
use promise::{Health, StateName};
use texts::figure::capital;

use super::list::{PER_PAGE, Pager, Row, due_until, dues, healths, owners, page_of, pager, row};
use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, Fields};
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::Voice;

#[derive(Template)]
#[template(path = "promises.html")]
struct Page {
    f: Frame,
    heading: String,
    q: String,
    owners: Vec<Choice>,
    states: Vec<Choice>,
    dues: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    is_filtered: bool,
}

/// `GET /promises`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let page = page_of(&asked);
    let filter = filter(&reader.voice, &asked, page);
    let (rows, of) = app.service().promises(&reader.caller(), &filter).await?;
    let voice = &reader.voice;
    let t = voice.t();
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(place, found)| row(voice, found, &reader.organisation, place));
    let count = usize::try_from(of).unwrap_or(usize::MAX);
    render(&Page {
        f: Frame::of(&reader, t.nav_promises(), Place::Promises),
        heading: t.promises_heading(count, &voice.lang.count(count)),
        q: asked.get("q").to_owned(),
        owners: owners(voice, &reader.organisation, asked.get("by")),
        states: states(voice, asked.get("state")),
        dues: dues(voice, asked.get("due")),
        rows: rows.collect(),
        pager: pager(voice, &asked, "/promises", page, of),
        is_filtered: asked.iter().any(|(_, value)| !value.is_empty()),
    })
}

fn filter(voice: &Voice, asked: &Fields, page: u32) -> PromiseFilter {
    let state = asked.get("state");
    let health = Health::of_code(state);
    PromiseFilter {
        state: if health.is_some() { "open".to_owned() } else { state.to_owned() },
        account: asked.some("account").and_then(|id| id.parse().ok()),
        owner: asked.some("by").and_then(|id| id.parse().ok()),
        health,
        text: asked.get("q").to_owned(),
        due_until: due_until(voice, asked.get("due")),
        limit: PER_PAGE,
        offset: page * PER_PAGE,
    }
}

/// Every state, everything open, by health, and one by one.
fn states(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let t = voice.t();
    let first = [("", t.filter_every_state()), ("open", t.filter_open())];
    let single = [
        StateName::Draft,
        StateName::Offered,
        StateName::Late,
        StateName::Delivered,
        StateName::Settled,
        StateName::Lapsed,
        StateName::Declined,
    ];
    let single = single.map(|state| (state.code(), voice.state_name(state)));
    let all = first.into_iter().chain(healths(voice)).chain(single);
    choices(all.map(|(code, name)| (code, capital(name))), chosen)
}
