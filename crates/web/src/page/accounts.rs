//! The customers: the list with the promise of each that is least sure, and a form for a new one.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::query::AccountRow;
use promise::party::Organisation;
use promise::{Health, StateName};
use service::accounts::AccountFilter;
use texts::figure::capital;

use super::list::{
    PER_PAGE, Pager, due_until, dues, healths, owners, page_of, pager, state_or_chance,
};
use super::{Choice, Markup, choices, render, row_line};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, Fields};
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::Voice;

#[derive(Template)]
#[template(path = "accounts.html")]
struct Page {
    f: Frame,
    heading: String,
    q: String,
    owners: Vec<Choice>,
    states: Vec<Choice>,
    dues: Vec<Choice>,
    headers: Vec<Header>,
    rows: Vec<Row>,
    pager: Pager,
    is_filtered: bool,
}

/// A head of a column that sorts.
struct Header {
    class: &'static str,
    name: &'static str,
    href: Option<String>,
    sorted: bool,
}

/// A customer as a row.
struct Row {
    href: String,
    name: String,
    subject: String,
    line: Option<Markup>,
    due: String,
    state: Option<Markup>,
    open: String,
    kept: String,
    owner: String,
}

/// `GET /accounts`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let voice = &reader.voice;
    let t = voice.t();
    let page = page_of(&asked);
    let mut found = app.service().accounts(&reader.caller(), &filter(voice, &asked)).await?;
    sort(&mut found, asked.get("sort"));
    let of = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let shown = found.iter().enumerate();
    let skipped = usize::try_from(page * PER_PAGE).unwrap_or(usize::MAX);
    let shown = shown.skip(skipped).take(usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
    let rows = shown.map(|(place, found)| row(voice, found, &reader.organisation, place));
    render(&Page {
        f: Frame::of(&reader, t.nav_accounts(), Place::Accounts),
        heading: heading(voice, &found),
        q: asked.get("q").to_owned(),
        owners: owners(voice, &reader.organisation, asked.get("by")),
        states: states(voice, asked.get("state")),
        dues: dues(voice, asked.get("due")),
        headers: headers(voice, &asked),
        rows: rows.collect(),
        pager: pager(voice, &asked, "/accounts", page, of),
        is_filtered: asked.iter().any(|(name, value)| name != "sort" && !value.is_empty()),
    })
}

fn heading(voice: &Voice, found: &[AccountRow]) -> String {
    let t = voice.t();
    let is_off = |row: &&AccountRow| {
        row.least_sure.as_ref().is_some_and(|least| {
            least.state == StateName::Late || least.health == Some(Health::OffPlan)
        })
    };
    let off = found.iter().filter(is_off).count();
    let customers = t.accounts_heading(found.len(), &voice.lang.count(found.len()));
    match off {
        0 => customers,
        _ => t.accounts_heading_off(&customers, &voice.lang.count(off)),
    }
}

fn filter(voice: &Voice, asked: &Fields) -> AccountFilter {
    AccountFilter {
        text: asked.get("q").to_owned(),
        owner: asked.some("by").and_then(|id| id.parse().ok()),
        health: Health::of_code(asked.get("state")),
        due_until: due_until(voice, asked.get("due")),
    }
}

/// Sorts in another order than the usual one, least sure first.
fn sort(rows: &mut [AccountRow], by: &str) {
    let due = |row: &AccountRow| row.least_sure.as_ref().and_then(|p| p.due.as_ref().map(|d| d.at));
    match by {
        "name" => rows.sort_by_key(|row| row.name.to_lowercase()),
        "due" => rows.sort_by_key(|row| (due(row).is_none(), due(row))),
        "open" => rows.sort_by_key(|row| std::cmp::Reverse(row.open)),
        _ => {}
    }
}

fn headers(voice: &Voice, asked: &Fields) -> Vec<Header> {
    let t = voice.t();
    let sorted = asked.get("sort");
    let header = |class, name, by: Option<&str>| {
        let href = by.map(|by| {
            let kept =
                asked.iter().filter(|(n, v)| !matches!(*n, "sort" | "page") && !v.is_empty());
            let kept = kept.map(|(n, v)| (n.to_owned(), v.to_owned()));
            let pairs: Vec<_> = kept.chain([("sort".to_owned(), by.to_owned())]).collect();
            format!("/accounts?{}", crate::form::query(&pairs))
        });
        let is_chance = by == Some("chance") && !matches!(sorted, "name" | "due" | "open");
        Header { class, name, href, sorted: is_chance || by.is_some_and(|by| by == sorted) }
    };
    vec![
        header("", t.customer(), Some("name")),
        header("c2", t.least_sure(), None),
        header("", t.promise_line(), None),
        header("c2", t.due(), Some("due")),
        header("c2", t.chance(), Some("chance")),
        header("num c3", t.open(), Some("open")),
        header("num c3", t.kept(), None),
        header("c3", t.kept_by(), None),
    ]
}

fn row(voice: &Voice, row: &AccountRow, organisation: &Organisation, place: usize) -> Row {
    let t = voice.t();
    let least = row.least_sure.as_ref();
    let owner = least.and_then(|p| p.owner).and_then(|id| organisation.members.get(&id));
    let due = least.map(|p| p.due.as_ref().map_or(t.no_date().to_owned(), |d| voice.due_label(d)));
    let line = least.and_then(|p| voice.line(p));
    Row {
        href: format!("/accounts/{}", row.id),
        name: row.name.clone(),
        subject: least.map_or_else(|| t.nothing_open().to_owned(), |p| p.subject.clone()),
        line: row_line(line.as_ref(), Some(&format!("l{place}"))),
        due: due.unwrap_or_default(),
        state: least.map(|p| state_or_chance(voice, p)),
        open: row.open.to_string(),
        kept: if row.ended > 0 { t.kept_of(&row.kept, &row.ended) } else { String::new() },
        owner: owner.map(|member| voice.first_name(&member.name).to_owned()).unwrap_or_default(),
    }
}

fn states(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let every = ("", voice.t().filter_every_state());
    let all = std::iter::once(every).chain(healths(voice));
    choices(all.map(|(code, name)| (code, capital(name))), chosen)
}

#[derive(Template)]
#[template(path = "account_new.html")]
struct NewPage {
    f: Frame,
    name: String,
    calendars: Vec<Choice>,
    error: Option<String>,
}

/// `GET /accounts/new`
pub(crate) async fn get_new(reader: Reader) -> Result<Response, Failure> {
    render(&new_page(&reader, &Fields::default(), None))
}

fn new_page(reader: &Reader, fields: &Fields, error: Option<String>) -> NewPage {
    let t = reader.voice.t();
    let names = reader.organisation.calendars.keys().map(|name| (name.clone(), name.clone()));
    NewPage {
        f: Frame::of(reader, t.account_new(), Place::Accounts),
        name: fields.get("name").to_owned(),
        calendars: choices(names, fields.get("calendar")),
        error,
    }
}

/// `POST /accounts`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("account", &fields);
    let added =
        app.service().add_account(&caller, fields.get("name"), fields.get("calendar")).await;
    match added {
        Ok(id) => Ok(Redirect::to(&format!("/accounts/{id}")).into_response()),
        Err(error) => {
            let failure = Failure::from(error);
            let Failure::Service(error) = &failure else { return Err(failure) };
            let status = failure.status();
            if status.is_server_error() {
                return Err(failure);
            }
            let said = reader.voice.error(error);
            Ok((status, render(&new_page(&reader, &fields, Some(said)))?).into_response())
        }
    }
}
