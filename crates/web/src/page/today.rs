//! What needs somebody's word today. Empty means peace, and says so.

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::response::Response;
use calendar::Calendar;
use ledger::query::{CounterRow, PromiseRow};
use promise::StateName;
use promise::party::Organisation;
use service::today::Today;
use texts::figure::capital;

use super::{Markup, render, row_line};
use crate::app::App;
use crate::drawing::mark::Mark;
use crate::failure::Failure;
use crate::frame::{Frame, Place};
use crate::page::keys::example_line;
use crate::reader::Reader;
use crate::say::Voice;

#[derive(Template)]
#[template(path = "today.html")]
struct Page {
    f: Frame,
    over: String,
    heading: String,
    /// Shown in place of everything else before anything was promised.
    begin: Option<Begin>,
    sections: Vec<Section>,
    rest: Vec<String>,
}

/// The first steps.
struct Begin {
    has_history: bool,
    example: Markup,
}

struct Section {
    id: &'static str,
    title: &'static str,
    note: String,
    items: Vec<Item>,
}

/// Something that needs somebody.
struct Item {
    mark: Markup,
    subject: String,
    href: String,
    why: String,
    line: Option<Markup>,
    go: (String, &'static str),
    /// Drawn large, with what to do first.
    lead: Option<Lead>,
}

struct Lead {
    figure: Option<Markup>,
    caption: String,
}

/// `GET /`
pub(crate) async fn get(reader: Reader, State(app): State<App>) -> Result<Response, Failure> {
    let caller = reader.caller();
    let service = app.service();
    let today = service.today(&caller).await?;
    let plan = service.plan(reader.whose, caller.at).await?;
    let has_history = !plan.world.records().is_empty();
    let begins = today.is_quiet() && today.open == 0 && today.kept.of == 0;
    render(&page(&reader, &today, begins.then_some(has_history)))
}

fn page(reader: &Reader, today: &Today, begins: Option<bool>) -> Page {
    let voice = &reader.voice;
    let t = voice.t();
    let f = Frame::of(reader, t.nav_today(), Place::Today);
    let now = voice.today();
    let over = format!("{}, {}", capital(&voice.lang.full_day(now)), voice.lang.week(now));
    let sections = sections(voice, today, &reader.organisation);
    Page {
        f,
        over,
        heading: heading(voice, today),
        begin: begins.map(|has_history| Begin { has_history, example: example_line(voice) }),
        sections,
        rest: rest(voice, today),
    }
}

/// The one sentence above all.
fn heading(voice: &Voice, today: &Today) -> String {
    let t = voice.t();
    let mut accounts: Vec<_> = today.off_plan.iter().map(|row| row.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let others = today.to_answer.len() + today.owed.len() + today.lapsing.len();
    match (accounts.len(), others) {
        (0, 0) => t.today_quiet().to_owned(),
        (0, _) => t.today_waits(others, &capital(&voice.lang.count_word(others))),
        (count, _) => t.today_off_plan(count, &capital(&voice.lang.count_word(count))),
    }
}

fn rest(voice: &Voice, today: &Today) -> Vec<String> {
    let t = voice.t();
    let calm =
        (today.on_plan > 0).then(|| t.today_rest(today.on_plan, &voice.lang.count(today.on_plan)));
    let drift = today.drift.as_ref().map(|drift| voice.drift(drift));
    calm.into_iter().chain(voice.kept(today.kept)).chain(drift).collect()
}

fn sections(voice: &Voice, today: &Today, organisation: &Organisation) -> Vec<Section> {
    let t = voice.t();
    let calendar = organisation.calendar("");
    let mut id = 0;
    let mut row_item = |row: &PromiseRow, why: String, go: &'static str| {
        id += 1;
        item(voice, row, why, go, id)
    };
    let mut off_plan: Vec<Item> = today
        .off_plan
        .iter()
        .map(|row| row_item(row, account_and(row, &voice.seen(row)), t.go_other_date()))
        .collect();
    if let (Some(first), Some(row)) = (off_plan.first_mut(), today.off_plan.first()) {
        first.lead = Some(lead(voice, row));
        first.why = whose(voice, row, organisation);
    }
    let to_answer = today.to_answer.iter();
    let to_answer = to_answer.map(|row| row_item(row, proposes(voice, row), t.go_answer()));
    let to_answer = to_answer.collect();
    let unconfirmed = today.unconfirmed.iter();
    let unconfirmed = unconfirmed.map(|row| row_item(row, delivered(voice, row), t.go_look()));
    let unconfirmed = unconfirmed.collect();
    let lapsing = today.lapsing.iter();
    let lapsing = lapsing.map(|row| row_item(row, lapses(voice, row), t.go_look())).collect();
    let watch = today.watch.iter();
    let watch = watch.map(|row| row_item(row, account_and(row, &voice.seen(row)), t.go_look()));
    let watch = watch.collect();
    let unknown = today.unknown.iter();
    let unknown =
        unknown.map(|row| row_item(row, account_and(row, t.today_unknown_why()), t.go_plan()));
    let unknown = unknown.collect();
    let owed = today.owed.iter().map(|row| owed_item(voice, row, &calendar)).collect();
    let sections = [
        section("off", t.today_off(), "", off_plan),
        section("answer", t.today_answer(), "", to_answer),
        section("owed", t.today_owed(), "", owed),
        section("lapsing", t.today_lapsing(), t.today_lapsing_note(), lapsing),
        section("watch", t.today_watch(), t.today_watch_note(), watch),
        section("unknown", t.today_unknown(), "", unknown),
        section("unconfirmed", t.today_unconfirmed(), "", unconfirmed),
    ];
    sections.into_iter().filter(|section| !section.items.is_empty()).collect()
}

fn section(id: &'static str, title: &'static str, note: &str, items: Vec<Item>) -> Section {
    let count = items.len().to_string();
    let note = if note.is_empty() { count } else { format!("{count}, {note}") };
    Section { id, title, note, items }
}

fn item(voice: &Voice, row: &PromiseRow, why: String, go: &'static str, id: usize) -> Item {
    let href = format!("/promises/{}", row.number);
    let title = format!("t{id}");
    Item {
        mark: Safe(voice.standing(row).mark.svg()),
        subject: row.subject.clone(),
        why,
        line: row_line(voice.line(row).as_ref(), Some(&title)),
        go: (href.clone(), go),
        href,
        lead: None,
    }
}

/// The most pressing one, drawn large.
fn lead(voice: &Voice, row: &PromiseRow) -> Lead {
    let figure = voice.line(row).map(|line| Safe(line.full("lead")));
    let by = voice.seen_85(row).filter(|_| row.chance().is_some()).unwrap_or_default();
    Lead { figure, caption: format!("{} {by}", voice.seen(row)).trim().to_owned() }
}

fn account_and(row: &PromiseRow, why: &str) -> String {
    format!("{}. {why}", row.account_name)
}

fn whose(voice: &Voice, row: &PromiseRow, organisation: &Organisation) -> String {
    let owner = row.owner.and_then(|id| organisation.members.get(&id));
    match owner {
        Some(owner) => voice.t().today_kept_by(&row.account_name, &voice.called(&owner.name)),
        None => format!("{}.", row.account_name),
    }
}

fn proposes(voice: &Voice, row: &PromiseRow) -> String {
    let t = voice.t();
    match (row.proposed_due, &row.due) {
        (Some(new), Some(old)) if row.state != StateName::Draft => {
            t.today_proposes_instead(&row.account_name, &voice.day(new), &voice.listed_due(old))
        }
        (Some(new), _) => t.today_proposes(&row.account_name, &voice.day(new)),
        (None, _) => t.today_proposes_something(&row.account_name),
    }
}

fn delivered(voice: &Voice, row: &PromiseRow) -> String {
    let day = |at: Option<jiff::Timestamp>| at.map(|at| voice.day(at)).unwrap_or_default();
    voice.t().today_delivered(&row.account_name, &day(row.delivered_at), &day(row.silence_ends))
}

fn lapses(voice: &Voice, row: &PromiseRow) -> String {
    let until = row.expires.map(|at| voice.moment(at)).unwrap_or_default();
    voice.t().today_lapses(&row.account_name, &until)
}

fn owed_item(voice: &Voice, row: &CounterRow, calendar: &Calendar) -> Item {
    let href = format!("/promises/{}", row.number);
    Item {
        mark: Safe(Mark::Watch.svg()),
        subject: row.subject.clone(),
        why: voice.owed(row, calendar),
        line: None,
        go: (href.clone(), voice.t().go_look()),
        href,
        lead: None,
    }
}
