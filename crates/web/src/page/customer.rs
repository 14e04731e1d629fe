//! The customer's own page: a letter with two columns, what we promise them and what they promise us, with yes, no and
//! another date. No sign-in, no menu: whoever holds the secret link reads and answers.

mod vow;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::receipt::Holder;
use promise::renegotiation::Reason;
use promise::settle::Measure;
use promise::{Actor, PromiseId};
use service::customer::{CustomerView, Guest};
use service::promise::Ask;
use service::{Caller, ServiceError};
use texts::figure::capital;

use self::vow::{Counter, Form, Vow, counters, vow};
use super::promise::{Attempt, attempt, receipt_file};
use super::render;
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::Frame;
use crate::reader::lang_of;
use crate::say::Voice;
use crate::say::letter::first_name;

#[derive(Template)]
#[template(path = "customer.html")]
struct Page {
    f: Frame,
    token: String,
    organisation: String,
    to: String,
    when: String,
    heading: &'static str,
    intro: String,
    we: String,
    they: String,
    vows: Vec<Vow>,
    counters: Vec<Counter>,
    regards: Option<String>,
    kept: Option<String>,
}

/// `GET /c/{token}`
pub(crate) async fn get(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let guest = guest(&app, &token).await?;
    page(&app, &token, guest, &Attempt::default()).await
}

/// Who holds a link.
async fn guest(app: &App, token: &str) -> Result<Guest, Failure> {
    app.service().guest(token).await?.ok_or(Failure::NoGuest)
}

async fn page(
    app: &App,
    token: &str,
    guest: Guest,
    attempt: &Attempt,
) -> Result<Response, Failure> {
    let view = app.service().customer_page(guest, app.now()).await?;
    let voice = voice(app, &view);
    let t = voice.t();
    let name = view.account.name.as_str();
    let intro = if view.promises.is_empty() {
        t.customer_nothing(&first_name(&view.contact.name))
    } else {
        t.customer_intro(&first_name(&view.contact.name))
    };
    let mut f = Frame::alone(&voice, t.customer_heading());
    f.key = app.fresh_key();
    let places = view.promises.iter().enumerate();
    let vows = places.map(|(place, promise)| vow(&voice, promise, attempt, place));
    let owed = view.promises.iter().flat_map(|promise| counters(&voice, &view, promise, attempt));
    render(&Page {
        token: token.to_owned(),
        organisation: view.organisation.clone(),
        to: t.customer_to(&view.contact.name, &name),
        when: capital(&format!(
            "{}, {}",
            voice.lang.full_day(voice.today()),
            voice.time(voice.now)
        )),
        heading: t.customer_heading(),
        intro,
        we: t.customer_we(&name),
        they: t.customer_they(&name),
        vows: vows.collect(),
        counters: owed.collect(),
        regards: view.signed_by.clone(),
        kept: voice.kept(view.kept),
        f,
    })
}

/// How the customer is spoken to: in the contact's language, in the account's zone.
fn voice(app: &App, view: &CustomerView) -> Voice {
    Voice {
        lang: lang_of(view.contact.language),
        zone: view.calendar.zone().clone(),
        now: app.now(),
    }
}

/// `POST /c/{token}/{promise}/{verb}`
pub(crate) async fn post(
    State(app): State<App>,
    Path((token, promise, verb)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let guest = guest(&app, &token).await?;
    let id = promise_id(&promise)?;
    // Only what this customer sees can be answered.
    let row = app.service().guest_promise(guest, id, app.now()).await?;
    let caller = caller(&app, guest, &format!("{promise} {verb}"), &fields);
    let Some(ask) = ask(&verb, &fields) else { return Err(Failure::NoPage) };
    let version = fields.some("version").and_then(|version| version.parse().ok());
    match app.service().act(&caller, id, ask, version).await {
        Ok(_) => {
            app.look_again(guest.organisation).await?;
            Ok(Redirect::to(&format!("/c/{token}#p{}", row.number)).into_response())
        }
        Err(error) => {
            let failure = Failure::from(error);
            let Failure::Service(error) = &failure else { return Err(failure) };
            if failure.status().is_server_error() {
                return Err(failure);
            }
            let view = app.service().customer_page(guest, app.now()).await?;
            let said = voice(&app, &view).error(error);
            let tried = attempt(&format!("{promise} {verb}"), fields, said);
            let shown = page(&app, &token, guest, &tried).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
    }
}

fn promise_id(text: &str) -> Result<PromiseId, ServiceError> {
    let missing = || ServiceError::NotFound { what: "promise", given: text.to_owned() };
    text.parse().map_err(|_| missing())
}

/// The contact as a caller: the same form sent twice is done once.
fn caller(app: &App, guest: Guest, what: &str, fields: &Fields) -> Caller {
    let by = Actor::Contact { contact: guest.contact, through: None };
    let key = fields.some("key").map(|key| format!("{key} {what} {:016x}", fields.number()));
    app.caller(guest.organisation, by, key)
}

/// What a customer asks; `None` when there is no such answer.
fn ask(verb: &str, fields: &Fields) -> Option<Ask> {
    let words = || fields.get("words").to_owned();
    let due = || fields.some("due").map(str::to_owned);
    Some(match verb {
        "accept" => Ask::Accept,
        "decline" => Ask::Decline { for_good: false, words: words() },
        "counter-propose" => Ask::CounterPropose { due: due(), words: words() },
        "confirm-record" => Ask::ConfirmRecord,
        "reject-record" => Ask::RejectRecord { words: words() },
        "agree" => Ask::AcceptRenegotiation,
        "disagree" => Ask::DeclineRenegotiation { words: words() },
        "ask-date" => Ask::Renegotiate {
            due: due(),
            subject: None,
            reason: Reason::CustomerWish,
            words: words(),
            below_policy: None,
            without_forecast: None,
        },
        "take-proposal-back" => Ask::TakeBackRenegotiation,
        "confirm" => Ask::Confirm {
            measure: Measure::of_code(fields.get("measure")).unwrap_or(Measure::AsPromised),
            words: words(),
        },
        "dispute" => Ask::Dispute { words: words() },
        "release" => Ask::Release { words: words() },
        "met" => Ask::MeetCounterPromise {
            counter_promise: fields.get("counter").parse().ok()?,
            at: None,
        },
        _ => return None,
    })
}

/// `GET /c/{token}/{promise}/receipt`
pub(crate) async fn receipt(
    State(app): State<App>,
    Path((token, promise)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let guest = guest(&app, &token).await?;
    let id = promise_id(&promise)?;
    let row = app.service().guest_promise(guest, id, app.now()).await?;
    let caller = caller(&app, guest, "receipt", &Fields::default());
    let receipt = app.service().receipt(&caller, id, Holder::Account).await?;
    Ok(receipt_file(&row.number.to_string(), receipt.to_text()))
}
