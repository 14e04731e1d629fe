//! The moves that members make on a promise, and those they write down for a customer who told them.

use std::num::NonZeroU32;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::DateTime;
use promise::Money;
use promise::party::{Arranged, NewWork, OwnLoss, Work};
use promise::renegotiation::Reason;
use promise::settle::Measure;
use promise::{Actor, CounterPromiseId, PromiseId};
use service::promise::Ask;
use service::{Caller, ServiceError};

use super::promise::{attempt, show};
use super::quote::asking::MOST_PIECES;
use super::tie;
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::reader::Reader;

/// Why a form cannot be read, by the sentence to show.
type Wrong = String;

/// `POST /promises/{number}/{verb}`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    Path((number, verb)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let service = app.service();
    let id = service.find(&reader.caller(), &number).await?;
    let mut caller = reader.caller_for(&format!("{number} {verb}"), &fields);
    if fields.ticked("theirs") {
        let told = service.existing(&caller, id).await?;
        let contact = told.state.and_then(|promise| promise.state.content().contact);
        let missing = || ServiceError::NotFound { what: "contact", given: number.clone() };
        let contact = contact.ok_or_else(missing)?;
        caller.by = Actor::Contact { contact, through: Some(reader.member) };
    }
    let version = fields.some("version").and_then(|version| version.parse().ok());
    let of_tie = match tie::done(&reader, &app, (&caller, id), &verb, &fields).await {
        Ok(done) => done,
        Err(wrong) => return again(&reader, &app, (&number, &verb), fields, wrong).await,
    };
    let done = if let Some(done) = of_tie {
        done
    } else if verb == "stake" {
        match stake(&reader, &fields) {
            Ok(loss) => service.set_stake(&caller, id, loss, fields.ticked("movable")).await,
            Err(wrong) => return again(&reader, &app, (&number, &verb), fields, wrong).await,
        }
    } else if verb == "plan" {
        match planned(&reader, &app, id, &fields).await? {
            Ok(work) => service.plan_work(&caller, id, work).await.map(drop),
            Err(wrong) => return again(&reader, &app, (&number, &verb), fields, wrong).await,
        }
    } else {
        match ask(&reader, &verb, &fields) {
            Ok(Some(ask)) => service.act(&caller, id, ask, version).await.map(drop),
            Ok(None) => return Err(Failure::NoPage),
            Err(wrong) => return again(&reader, &app, (&number, &verb), fields, wrong).await,
        }
    };
    match done {
        Ok(()) => {
            app.look_again(reader.whose).await?;
            Ok(after(&number, &verb))
        }
        Err(error) => refused(&reader, &app, (&number, &verb), fields, error).await,
    }
}

/// What lateness costs us, in the form; nothing when both amounts are left out.
fn stake(reader: &Reader, fields: &Fields) -> Result<Option<OwnLoss>, Wrong> {
    let t = reader.voice.t();
    let currency = reader.organisation.costs().currency;
    let amount = |name: &str, label: &str| -> Result<Option<i64>, Wrong> {
        let Some(text) = fields.some(name) else { return Ok(None) };
        let money = format!("{} {text}", currency.code()).parse::<Money>();
        let money = money.map_err(|_| t.error_input(&label, &text, &t.wanted_cost()))?;
        Ok(Some(money.minor))
    };
    let per_day = amount("per_day", t.field_loss_day())?;
    let per_breach = amount("per_breach", t.field_loss_breach())?;
    let says = per_day.is_some() || per_breach.is_some();
    let (per_day, per_breach) = (per_day.unwrap_or(0), per_breach.unwrap_or(0));
    Ok(says.then_some(OwnLoss { currency, per_day, per_breach }))
}

/// Where one goes after a move: a draft made again is completed at once.
fn after(number: &str, verb: &str) -> Response {
    let to = match verb {
        "offer-again" => format!("/quote?draft={number}"),
        _ => format!("/promises/{number}"),
    };
    Redirect::to(&to).into_response()
}

/// A move that the rules refuse is shown at its form; what is broken is a page of its own.
async fn refused(
    reader: &Reader,
    app: &App,
    place: (&str, &str),
    fields: Fields,
    error: ServiceError,
) -> Result<Response, Failure> {
    let failure = Failure::from(error);
    let Failure::Service(error) = &failure else { return Err(failure) };
    if failure.status().is_server_error() || matches!(error, ServiceError::NotFound { .. }) {
        return Err(failure);
    }
    let said = reader.voice.error(error);
    again(reader, app, place, fields, said).await
}

async fn again(
    reader: &Reader,
    app: &App,
    (number, verb): (&str, &str),
    fields: Fields,
    said: String,
) -> Result<Response, Failure> {
    let caller: Caller = reader.caller();
    let id = app.service().find(&caller, number).await?;
    let view = app.service().view(&caller, id).await?;
    show(reader, app, &view, attempt(verb, fields, said)).await
}

/// What a form asks; `None` when there is no such move.
fn ask(reader: &Reader, verb: &str, fields: &Fields) -> Result<Option<Ask>, Wrong> {
    let text = |name: &str| fields.get(name).to_owned();
    let some = |name: &str| fields.some(name).map(str::to_owned);
    let ask = match verb {
        "discard" => Ask::Discard,
        "accept" => Ask::Accept,
        "decline" => Ask::Decline { for_good: fields.ticked("for_good"), words: text("words") },
        "counter-propose" => Ask::CounterPropose { due: some("due"), words: text("words") },
        "take-back" => Ask::TakeBack { words: text("words") },
        "offer-again" => Ask::OfferAgain,
        "confirm-record" => Ask::ConfirmRecord,
        "reject-record" => Ask::RejectRecord { words: text("words") },
        "renegotiate" => renegotiate(reader, fields)?,
        "ask-date" => Ask::Renegotiate {
            due: some("due"),
            subject: None,
            reason: Reason::CustomerWish,
            words: text("words"),
            below_policy: None,
            without_forecast: None,
        },
        "agree" => Ask::AcceptRenegotiation,
        "disagree" => Ask::DeclineRenegotiation { words: text("words") },
        "take-proposal-back" => Ask::TakeBackRenegotiation,
        "deliver" => Ask::Deliver {
            at: moment(reader, fields)?,
            reference: some("reference"),
            words: text("words"),
        },
        "confirm" => Ask::Confirm {
            measure: Measure::of_code(fields.get("measure")).unwrap_or(Measure::AsPromised),
            words: text("words"),
        },
        "dispute" => Ask::Dispute { words: text("words") },
        "release" => Ask::Release { words: text("words") },
        "void" => Ask::Void { counter_promise: counter(reader, fields)? },
        "withdraw" => Ask::Withdraw { reason: reason(reader, fields)?, words: text("words") },
        "met" => Ask::MeetCounterPromise {
            counter_promise: counter(reader, fields)?,
            at: moment(reader, fields)?,
        },
        _ => return Ok(None),
    };
    Ok(Some(ask))
}

fn renegotiate(reader: &Reader, fields: &Fields) -> Result<Ask, Wrong> {
    let taker = fields.some("taken_by").and_then(|id| id.parse().ok());
    let below = fields.some("below_reason").map(str::to_owned);
    let below_policy = match (taker, below) {
        (Some(taker), Some(reason)) => Some((taker, reason)),
        (None, Some(_)) => return Err(reader.voice.t().wanted_taker().to_owned()),
        (_, None) => None,
    };
    Ok(Ask::Renegotiate {
        due: fields.some("due").map(str::to_owned),
        subject: fields.some("subject").map(str::to_owned),
        reason: reason(reader, fields)?,
        words: fields.get("words").to_owned(),
        below_policy,
        without_forecast: fields.some("without").map(str::to_owned),
    })
}

fn reason(reader: &Reader, fields: &Fields) -> Result<Reason, Wrong> {
    let reason = Reason::of_code(fields.get("reason"));
    reason.ok_or_else(|| reader.voice.t().wanted_reason().to_owned())
}

fn counter(reader: &Reader, fields: &Fields) -> Result<CounterPromiseId, Wrong> {
    let id = fields.get("counter").parse();
    id.map_err(|_| reader.voice.t().error_no_counter_promise().to_owned())
}

/// A wall-clock time of the organisation; `None` when it was left out.
pub(super) fn moment(reader: &Reader, fields: &Fields) -> Result<Option<Timestamp>, Wrong> {
    let Some(text) = fields.some("at") else { return Ok(None) };
    let wall: Option<DateTime> = text.parse().ok();
    let at = wall.and_then(|wall| reader.voice.zone.to_ambiguous_timestamp(wall).compatible().ok());
    let at = at.ok_or_else(|| reader.voice.t().error_moment(&text))?;
    // A form knows whole minutes: the minute that runs is the present.
    let ago = reader.voice.now.duration_since(at).as_secs();
    Ok((!(0..60).contains(&ago)).then_some(at))
}

/// The work that a form plans, with the promises it waits for; without a team it stays what it is.
async fn planned(
    reader: &Reader,
    app: &App,
    id: PromiseId,
    fields: &Fields,
) -> Result<Result<Work, Wrong>, Failure> {
    let caller = reader.caller();
    let before = app.service().planned(&caller, id).await?;
    let has_work = !before.new.is_empty() || !before.records.is_empty();
    let (stays, is_new) = (before.arranged.clone(), fields.some("team").is_some() || !has_work);
    let work = match fields.some("team") {
        None if has_work => before,
        team => match work(reader, team, fields) {
            Ok(work) => work,
            Err(wrong) => return Ok(Err(wrong)),
        },
    };
    // What its lateness costs stays as it was said; what was bought for the former work does not.
    let arranged = Arranged { overtime: Vec::new(), before: None, hired: false, ..stays };
    match app.service().find_all(&caller, fields.get("after")).await {
        Ok(after) if is_new => Ok(Ok(Work { after, arranged, ..work })),
        Ok(after) => Ok(Ok(Work { after, ..work })),
        Err(error @ ServiceError::NotFound { .. }) => Ok(Err(reader.voice.error(&error))),
        Err(error) => Err(error.into()),
    }
}

/// The new work in a form.
fn work(reader: &Reader, team: Option<&str>, fields: &Fields) -> Result<Work, Wrong> {
    let t = reader.voice.t();
    let team = team.ok_or_else(|| t.wanted_team().to_owned())?.to_owned();
    let hours = fields.some("hours").map(|text| {
        let hours = text.replace(',', ".").parse::<f64>().ok();
        let hours = hours.filter(|hours| *hours > 0.0 && *hours <= 100_000.0);
        hours.ok_or_else(|| t.wanted_hours().to_owned())
    });
    let hours = hours.transpose()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let estimate_minutes = hours.map(|hours| (hours * 60.0).round().max(1.0) as u32);
    let pieces = fields.some("pieces").map_or(Some(NonZeroU32::MIN), |text| text.parse().ok());
    let pieces = pieces.filter(|pieces| pieces.get() <= MOST_PIECES);
    let pieces =
        pieces.ok_or_else(|| t.wanted_pieces(&reader.voice.lang.number(i64::from(MOST_PIECES))))?;
    let kind = fields.get("kind").to_owned();
    let new = NewWork { team, kind, estimate_minutes, pieces };
    Ok(Work { new: vec![new], first: fields.ticked("first"), ..Work::default() })
}
