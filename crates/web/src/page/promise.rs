//! One promise: left what was said and agreed, right what is true now, below what happened, and what can be done.

mod facts;
mod moves;

use askama::Template;
use askama::filters::Safe;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ledger::facts::Seen;
use ledger::query::PromiseRow;
use ledger::receipt::Holder;
use promise::state::Given;
use promise::terms::Ground;
use promise::{Binding, Side, State as PromiseState};
use service::view::PromiseView;
use texts::figure::capital;

use self::facts::{Fact, facts};
use self::moves::{Form, Move, moves};
use super::domino::{self, Shown};
use super::tie::{self, TieView};
use super::{Choice, Markup, render, state};
use crate::app::App;
use crate::drawing::fan::{Fan, Look};
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::reader::{Reader, lang_of};
use crate::say::Voice;
use crate::say::history::{Happened, Names};
use crate::say::letter::Letter;
use crate::say::quote::Reason;

#[derive(Template)]
#[template(path = "promise.html")]
struct Page {
    f: Frame,
    number: u32,
    version: u32,
    account: (String, String),
    subject: String,
    figure: Option<Markup>,
    state: Markup,
    caption: String,
    proposal: Option<Proposal>,
    letter: Option<Letter>,
    facts: Vec<Fact>,
    /// A sentence in which it was given, and who gave it.
    sentence: Option<(String, String)>,
    gaps: Vec<&'static str>,
    why: Vec<Reason>,
    /// The date that could be promised now.
    date_now: Option<String>,
    fan: Option<FanView>,
    work: Option<String>,
    /// What its work waits for: where, and which.
    waits_for: Vec<(String, String)>,
    /// What it is tied to outside the company.
    ties: Vec<TieView>,
    /// What falls with it.
    domino: Option<Shown>,
    moves: Vec<Move>,
    history: Vec<Happened>,
    attempt: Attempt,
}

/// What was tried and not done: which move, with what, and why not.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    /// The move.
    pub(crate) verb: String,
    /// What was typed.
    pub(crate) fields: Fields,
    /// Why it was not done.
    pub(crate) error: Option<String>,
}

/// A change that waits for an answer.
struct Proposal {
    says: String,
    ours: bool,
    figure: Option<Markup>,
}

/// How the forecast moved.
struct FanView {
    figure: Markup,
    due: String,
    rows: Vec<FanRow>,
}

/// One look at the finish.
struct FanRow {
    seen_on: String,
    even: String,
    by_85: String,
    chance: String,
}

/// `GET /promises/{number}`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let id = app.service().find(&reader.caller(), &number).await?;
    let view = app.service().view(&reader.caller(), id).await?;
    show(&reader, &app, &view, Attempt::default()).await
}

/// The page of a promise; with an attempt that failed, the form stays open and says why.
pub(crate) async fn show(
    reader: &Reader,
    app: &App,
    view: &PromiseView,
    attempt: Attempt,
) -> Result<Response, Failure> {
    let voice = &reader.voice;
    let t = voice.t();
    let failed = attempt.error.is_some();
    let content = view.promise.state.content();
    let title = if view.row.subject.is_empty() { t.untitled() } else { &view.row.subject };
    let link = content.contact.and_then(|id| view.account.contacts.get(&id).map(|c| (id, c)));
    let letter_voice = Voice {
        lang: link.map_or(voice.lang, |(_, contact)| lang_of(contact.language)),
        zone: view.calendar.zone().clone(),
        now: voice.now,
    };
    let promisor = content.promisor.and_then(|id| view.organisation.members.get(&id));
    let contact = link.map(|(_, contact)| contact.name.as_str()).filter(|name| !name.is_empty());
    let promisor = promisor.map(|m| letter_voice.called(&m.name));
    let letter = letter_voice.letter(&content, contact, promisor);
    let customer_page = link.map(|(id, contact)| {
        format!("/c/{}", reader.app.service().ledger().ring().link(reader.whose, id, contact.link))
    });
    let names = Names { organisation: &view.organisation, account: &view.account };
    let binding = view.promise.state.binding();
    let domino = domino::of_promise(reader, app, &view.row).await?;
    let page = Page {
        f: Frame::of(reader, title, Place::Promises),
        number: view.row.number,
        version: view.row.version,
        account: (format!("/accounts/{}", view.row.account), view.row.account_name.clone()),
        subject: title.to_owned(),
        figure: figure(voice, view),
        state: state(&voice.standing(&view.row)),
        caption: caption(voice, view),
        proposal: binding.and_then(|binding| proposal(voice, view, binding)),
        letter,
        facts: facts(voice, view, customer_page.as_deref()),
        sentence: binding.and_then(|binding| sentence(voice, binding, &names)),
        gaps: open_questions(voice, view),
        why: why(voice, view),
        date_now: date_now(voice, view),
        fan: fan(voice, view),
        work: work(voice, view),
        waits_for: waits_for(view),
        ties: tie::shown(reader, view),
        domino,
        moves: moves(reader, view, &attempt.fields),
        history: voice.history(&view.told.events, &names),
        attempt,
    };
    let response = render(&page)?;
    Ok(if failed { super::unprocessable(response) } else { response })
}

/// The forecast on which it was promised.
fn ground(view: &PromiseView) -> Option<&promise::health::ForecastStamp> {
    let given = view.promise.state.binding().map(|binding| &binding.given)?;
    let ground = match given {
        Given::Terms(terms) => Some(&terms.ground),
        Given::Found(found) => found.known.ground.as_ref(),
    };
    match ground? {
        Ground::Forecast { forecast, .. } => Some(forecast),
        Ground::Without { .. } => None,
    }
}

fn figure(voice: &Voice, view: &PromiseView) -> Option<Markup> {
    let mut line = voice.line(&view.row)?;
    line.ghost = ground(view).map(|stamp| stamp.quantiles);
    Some(Safe(line.full("line")))
}

/// What the line shows, in sentences.
fn caption(voice: &Voice, view: &PromiseView) -> String {
    let t = voice.t();
    let row = &view.row;
    if !row.state.is_open() {
        return match &view.promise.state {
            PromiseState::Settled(settled) => voice.settlement(&settled.settlement),
            PromiseState::Delivered(delivery) => t.caption_delivered(
                &voice.moment(delivery.at),
                &voice.moment(delivery.silence_ends),
            ),
            PromiseState::Offered(offer) => t.offer_until(&voice.moment(offer.expires)),
            PromiseState::Draft { .. }
            | PromiseState::Discarded(_)
            | PromiseState::Lapsed(_)
            | PromiseState::Declined(_)
            | PromiseState::Withdrawn(_)
            | PromiseState::Recorded(_)
            | PromiseState::Accepted(_)
            | PromiseState::Late(_)
            | PromiseState::Released(_)
            | PromiseState::Void { .. } => String::new(),
        };
    }
    let mut said = voice.seen(row);
    if let Some(stamp) = ground(view).filter(|_| row.chance().is_some()) {
        let chance = voice.chance_in_words(stamp.chance);
        said = format!("{said} {}", t.caption_ghost(&chance));
    }
    said
}

fn proposal(voice: &Voice, view: &PromiseView, binding: &Binding) -> Option<Proposal> {
    let t = voice.t();
    let waiting = binding.renegotiation.as_ref()?;
    let ours = waiting.by == Side::Us;
    let due = waiting.change.due.as_ref();
    let says = match (ours, due) {
        (true, Some(due)) => t.proposal_ours(&voice.due(due)),
        (true, None) => t.proposal_ours_subject().to_owned(),
        (false, Some(due)) => t.proposal_theirs(&view.row.account_name, &voice.due(due)),
        (false, None) => t.proposal_theirs_subject(&view.row.account_name),
    };
    let because = t.because(&voice.reason(waiting.reason));
    let words = waiting.words.as_ref().filter(|words| !words.is_erased());
    let words = words.map(|words| t.quoted(&words.as_str())).unwrap_or_default();
    let line = due.map(|due| {
        let to =
            ledger::query::ListedDue { at: due.at(), zone: due.zone().clone(), grain: due.grain() };
        voice.line_proposed(&view.row, &to)
    });
    let figure = line.map(|line| Safe(line.full("proposed")));
    Some(Proposal { says: format!("{says} {because} {words}").trim().to_owned(), ours, figure })
}

fn sentence(voice: &Voice, binding: &Binding, names: &Names<'_>) -> Option<(String, String)> {
    let Given::Found(found) = &binding.given else { return None };
    let who = names.person(found.sentence.speaker());
    let who = who.map_or(voice.t().somebody(), |name| voice.called(name));
    Some((found.sentence.as_str().to_owned(), who.to_owned()))
}

/// What a recorded promise leaves open, and what a draft still needs.
fn open_questions(voice: &Voice, view: &PromiseView) -> Vec<&'static str> {
    let state = &view.promise.state;
    let gaps = if let PromiseState::Draft { draft, .. } = state {
        draft.missing()
    } else {
        state.open().map(Binding::gaps).unwrap_or_default()
    };
    gaps.into_iter().map(|gap| voice.gap(gap)).collect()
}

fn why(voice: &Voice, view: &PromiseView) -> Vec<Reason> {
    let drivers = view.look.iter().flat_map(|look| &look.why);
    drivers.map(|driver| voice.driver(driver)).collect()
}

/// The date that could be promised now, where it is another one.
fn date_now(voice: &Voice, view: &PromiseView) -> Option<String> {
    let look = view.look.as_ref()?;
    let date = look.date.as_ref()?;
    let level = date.level?;
    let percent = voice.lang.percent(service::plan::percent(level));
    Some(voice.t().date_now(&percent, &voice.due(&date.due)))
}

/// How the forecast moved, once it was seen twice.
fn fan(voice: &Voice, view: &PromiseView) -> Option<FanView> {
    let due = view.row.due.as_ref()?;
    let looks: Vec<Look> = view
        .looks
        .iter()
        .filter_map(|(at, seen)| match seen {
            Seen::Forecast(stamp) => {
                Some(Look { at: *at, quantiles: stamp.quantiles, chance: stamp.chance.permille() })
            }
            Seen::CannotForecast => None,
        })
        .collect();
    let (first, last) = (looks.first()?, looks.last()?);
    if looks.len() < 2 || voice.date(first.at) == voice.date(last.at) {
        return None;
    }
    let title = voice.t().fan_title(
        &voice.day(first.at),
        &voice.day(first.quantiles[3]),
        &voice.day(last.quantiles[3]),
        &voice.day(last.quantiles[5]),
    );
    let rows = looks.iter().rev().take(5).rev().map(|look| FanRow {
        seen_on: voice.short_day(look.at),
        even: voice.short_day(look.quantiles[3]),
        by_85: voice.short_day(look.quantiles[5]),
        chance: voice.lang.chance(look.chance),
    });
    let rows = rows.collect();
    let label = voice.lang.axis_day(due.zone.to_datetime(due.at).date());
    let fan = Fan { looks, due: due.at, zone: due.zone.clone(), lang: voice.lang };
    Some(FanView { figure: Safe(fan.draw("fan", &title)), due: label, rows })
}

/// The work behind it, in a sentence.
fn work(voice: &Voice, view: &PromiseView) -> Option<String> {
    let t = voice.t();
    let work = view.work.as_ref()?;
    let new = work.new.first().map(|new| {
        let hours = new.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0);
        let hours = hours.map(|hours| t.work_hours(&voice.lang.decimal(hours)));
        let kind =
            if new.kind.is_empty() { t.work_any_kind().to_owned() } else { new.kind.clone() };
        let pieces = new.pieces.get();
        let said = t.work_said(pieces, &voice.lang.number(i64::from(pieces)), &kind, &new.team);
        [Some(said), hours].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let records = (!work.records.is_empty()).then(|| t.work_records(work.records.len()));
    let loss = work.arranged.loss.map(|loss| {
        let money = |minor| voice.money(promise::Money { minor, currency: loss.currency });
        t.work_loss(&money(loss.per_day), &money(loss.per_breach))
    });
    let movable = work.arranged.movable.then(|| t.work_movable().to_owned());
    let hired = work.arranged.hired.then(|| t.way_hired().to_owned());
    let overtime = work.arranged.overtime.iter().map(|overtime| voice.overtime(overtime));
    let said = new.into_iter().chain(records).chain(hired).chain(overtime);
    let said: Vec<String> = said.chain(loss).chain(movable).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The promises that its work waits for, each with its page.
fn waits_for(view: &PromiseView) -> Vec<(String, String)> {
    let link = |row: &PromiseRow| {
        let said = format!("{}, {} ({})", row.subject, row.account_name, row.number);
        (format!("/promises/{}", row.number), said)
    };
    view.waits_for.iter().map(link).collect()
}

/// `GET /promises/{number}/receipt`
pub(crate) async fn receipt(
    reader: Reader,
    State(app): State<App>,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let caller = reader.caller();
    let id = app.service().find(&caller, &number).await?;
    let receipt = app.service().receipt(&caller, id, Holder::Us).await?;
    Ok(receipt_file(&number, receipt.to_text()))
}

/// A receipt as a file.
pub(crate) fn receipt_file(number: &str, text: String) -> Response {
    let name: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    let disposition = format!("attachment; filename=\"handslag-{name}.json\"");
    let kind = (CONTENT_TYPE, "application/json".to_owned());
    ([kind, (CONTENT_DISPOSITION, disposition)], Body::from(text)).into_response()
}

/// Fields of a move that were typed before, by name; empty for another move.
pub(super) fn typed<'a>(attempt: &'a Attempt, verb: &str, name: &str) -> &'a str {
    if attempt.verb == verb { attempt.fields.get(name) } else { "" }
}

impl Page {
    /// What was typed into a field of a move.
    fn typed(&self, verb: &str, name: &str) -> &str {
        typed(&self.attempt, verb, name)
    }

    /// Why a move was not done.
    fn error_of(&self, verb: &str) -> Option<&str> {
        self.attempt.error.as_deref().filter(|_| self.attempt.verb == verb)
    }
}

/// The reasons for a change, to choose from.
pub(super) fn reasons(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let all = promise::renegotiation::Reason::ALL.iter();
    super::choices(all.map(|reason| (reason.code(), capital(voice.reason(*reason)))), chosen)
}

/// Everything that was typed, for a page that shows it again.
pub(crate) fn attempt(verb: &str, fields: Fields, error: String) -> Attempt {
    Attempt { verb: verb.to_owned(), fields, error: Some(error) }
}
