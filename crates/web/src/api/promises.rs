//! Promises: lists, one whole, drafts and offers, records of what was promised elsewhere, events and receipts.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::query::PromiseFilter;
use ledger::receipt::Holder;
use promise::party::Work;
use promise::terms::{Draft, Found, Ground};
use promise::{Person, PromiseId as Id, StateName};
use serde::{Deserialize, Serialize};
use service::ServiceError;
use service::promise::{Whole, Writing};
use service::quote::Question;
use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, Type};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::{Made, in_body};
use super::body::{Asked, Named, wrong};
use super::problem::{Fault, Kind, Problem};
use super::shape::code::{Health, Place, State as StateCode};
use super::shape::event::EventShape;
use super::shape::forecast::WorkShape;
use super::shape::list::{Part, PromiseList};
use super::shape::promise::{Known, PromiseItem, PromiseShape};
use super::shape::terms::{DraftShape, GroundShape, said};
use super::shape::text::{AccountId, ContactId, DueText, Line, MemberId, Said};
use super::writer::{Member, Write, Writer};
use crate::admit::may;
use crate::app::App;
use crate::need::Need;
use crate::reader::Reader;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list, add))
        .routes(routes!(record))
        .routes(routes!(get, rewrite))
        .routes(routes!(events))
        .routes(routes!(receipt))
}

/// Lists promises, least sure first.
#[utoipa::path(
    operation_id = "list_promises",
    get, path = "/api/v1/promises", tag = "promises",
    params(
        ("state" = Option<StateCode>, Query, description = "the state, or `open` for everything still to be kept"),
        ("account" = Option<AccountId>, Query, description = "to whom"),
        ("owner" = Option<MemberId>, Query, description = "who keeps it"),
        ("health" = Option<Health>, Query, description = "how it stands by its forecast"),
        ("q" = Option<String>, Query, description = "what stands in the subject or the account's name"),
        ("due_until" = Option<DueText>, Query, description = "due by then, in the organisation's own calendar"),
        ("limit" = Option<u32>, Query, description = "how many at most; 50 when absent", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "the `next` of the page before", pattern = "^[0-9a-f]{16}$")
    ),
    responses((status = 200, description = "a page of promises", body = PromiseList))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<PromiseList>, Fault> {
    let mut filter = filter(&reader, &mut asked)?;
    let part = Part::take(&mut asked, &format!("promises {filter:?}"))?;
    asked.none_left()?;
    (filter.limit, filter.offset) = (part.limit, part.offset);
    let (rows, total) = app.service().promises(&reader.caller(), &filter).await?;
    let items = rows.iter().map(PromiseItem::from).collect();
    Ok(Json(PromiseList { items, total, next: part.next(total) }))
}

fn filter(reader: &Reader, asked: &mut Asked) -> Result<PromiseFilter, Problem> {
    let state = |code: &str| {
        (code == "open" || StateName::of_code(code).is_some()).then(|| code.to_owned())
    };
    let wanted = format!("open, or {}", StateCode::wanted());
    let state = asked.read("state", &wanted, state)?;
    let calendar = reader.organisation.calendar("");
    let due_until = match asked.take("due_until") {
        None => None,
        Some(text) => {
            let due = calendar::Due::parse(&text, &calendar);
            Some(due.map_err(|_| wrong("due_until", &text, super::told::DUE_WANTED))?.at())
        }
    };
    Ok(PromiseFilter {
        state: state.unwrap_or_default(),
        account: asked.read("account", "the id of an account", |id| id.parse().ok())?,
        owner: asked.read("owner", "the id of a member", |id| id.parse().ok())?,
        health: asked.read("health", &Health::wanted(), Health::read)?.map(|health| health.0),
        text: asked.take("q").unwrap_or_default(),
        due_until,
        limit: 0,
        offset: 0,
    })
}

/// Writes a draft, and offers it at once when `offer_until` is given.
///
/// A due rests on a quote, whose question must be the same work for the same account, waiting for the same
/// counter-promises; or on the reason why there is no forecast.
#[utoipa::path(
    operation_id = "write_promise",
    post, path = "/api/v1/promises", tag = "promises", request_body = DraftShape,
    responses((status = 201, description = "the promise", body = PromiseShape))
)]
async fn add(State(app): State<App>, write: Write<DraftShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let done = done_before(&writer).await?;
    let replayed = done.is_some();
    let id = match done {
        Some(id) => id,
        None => {
            let writing = writing(&app, &writer, body, None).await?;
            let acted = app.service().write(&writer.caller(), writing).await;
            seen_to(&app, &writer, acted.map_err(in_body)?.promise).await?
        }
    };
    let location = Some(format!("/api/v1/promises/{id}"));
    told(&app, &writer.reader, id, &Made { status: StatusCode::CREATED, location }, replayed).await
}

/// Writes a draft anew, in the place of what it said, and offers it at once when `offer_until` is given.
#[utoipa::path(
    operation_id = "rewrite_promise",
    put, path = "/api/v1/promises/{promise}", tag = "promises", request_body = DraftShape,
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "the promise", body = PromiseShape))
)]
async fn rewrite(
    State(app): State<App>,
    Named(name): Named<String>,
    write: Write<DraftShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let version = writer.version()?;
    let done = done_before(&writer).await?;
    let replayed = done.is_some();
    let id = match done {
        Some(id) => id,
        None => {
            let caller = writer.caller();
            let id = app.service().find(&caller, &name).await?;
            // What is not there is said before anything that was sent is looked at.
            let missing = || ServiceError::NotFound { what: "promise", given: name.clone() };
            app.service().existing(&caller, id).await?.state.ok_or_else(missing)?;
            let writing = writing(&app, &writer, body, Some((id, version))).await?;
            let acted = app.service().write(&caller, writing).await;
            seen_to(&app, &writer, acted.map_err(in_body)?.promise).await?
        }
    };
    told(&app, &writer.reader, id, &located(id), replayed).await
}

/// What a draft asks to be written.
async fn writing(
    app: &App,
    writer: &Writer,
    body: DraftShape,
    of: Option<(Id, Option<u32>)>,
) -> Result<Writing, Fault> {
    let reader = &writer.reader;
    let account = app.service().account(reader.whose, body.account.0).await;
    let account = account.map_err(in_body)?;
    let calendar = reader.organisation.calendar(&account.calendar);
    let names = || app.service().ledger().entropy().id(app.now());
    let mut draft = body.read(reader.member, &calendar, &names)?;
    let work = body.work.map(Work::from);
    draft.ground = match body.ground {
        Some(ground) => ground_of(app, writer, &draft, work.as_ref(), ground).await?,
        None => None,
    };
    let offer_until = body.offer_until.map(|at| at.0);
    if offer_until.is_some() {
        // A draft is written with less than it takes to offer one.
        may(reader, Need::Promise)?;
    }
    Ok(Writing { draft, work, of, offer_until })
}

/// What a due rests on; `None` when there is no due yet that could.
async fn ground_of(
    app: &App,
    writer: &Writer,
    draft: &Draft,
    work: Option<&Work>,
    ground: GroundShape,
) -> Result<Option<Ground>, Fault> {
    let acting = writer.reader.member;
    let quoted = match ground {
        GroundShape::Quote(quoted) => quoted,
        GroundShape::Without(without) => {
            let reason = without.reason.by(Person::Member(acting));
            return Ok(Some(Ground::Without { reason }));
        }
    };
    let kept = app.service().kept_quote(&writer.caller(), quoted.quote.0).await?;
    let kept = kept.ok_or_else(|| {
        let given = quoted.quote.0.to_string();
        Problem::input("ground.quote.quote", given, "a quote that gave dates")
    })?;
    let counters = draft.consideration.as_ref();
    let counters = counters.map(|asked| asked.counter_promises()).unwrap_or_default();
    let question = Question {
        account: draft.account,
        subject: String::new(),
        wished: None,
        work: work.cloned().unwrap_or_default(),
        waits_for: counters.iter().map(|counter| counter.due.clone()).collect(),
    };
    // The place in the queue is not part of the question: a quote answers for both.
    let as_last =
        Question { work: Work { first: false, ..question.work.clone() }, ..question.clone() };
    if ![question.fingerprint(), as_last.fingerprint()].contains(&kept.asked) {
        let detail = "the quote was asked for another account, other work, or other counter-promises; \
             ask again, or send the work that was asked about";
        return Err(Problem::new(Kind::QuoteDiffers, detail).into());
    }
    let Some(due) = &draft.due else { return Ok(None) };
    let forecast = kept.for_due(due.at(), Place::of(work));
    let below_policy = quoted.below_policy.map(|below| below.read(acting));
    Ok(Some(Ground::Forecast { forecast, below_policy }))
}

/// A promise found in a mail or given by word of mouth.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Found, example = json!({
    "account": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11",
    "subject": "The monthly report arrives before the tenth",
    "sentence": "You will have it before the tenth, I promise.",
    "due": "2026-04-09",
    "due_words": "before the tenth"
}))]
struct FoundShape {
    /// To whom.
    account: AccountId,
    /// To whom there.
    contact: Option<ContactId>,
    /// What.
    subject: Line,
    /// The sentence in which it was given, word for word.
    sentence: Said,
    /// Who gave it; the acting member when absent.
    promisor: Option<MemberId>,
    /// Who keeps it.
    owner: Option<MemberId>,
    /// By when.
    due: Option<DueText>,
    /// The words in which the due was said.
    due_words: Option<Line>,
    /// The work behind it.
    work: Option<WorkShape>,
}

/// Writes down a promise that was found in a mail or given by word of mouth; it counts from now on.
#[utoipa::path(
    operation_id = "record_promise",
    post, path = "/api/v1/promises/recorded", tag = "promises", request_body = FoundShape,
    responses((status = 201, description = "the promise", body = PromiseShape))
)]
async fn record(State(app): State<App>, write: Write<FoundShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let done = done_before(&writer).await?;
    let replayed = done.is_some();
    let id = match done {
        Some(id) => id,
        None => {
            let account = app.service().account(writer.reader.whose, body.account.0).await;
            let account = account.map_err(in_body)?;
            let calendar = writer.reader.organisation.calendar(&account.calendar);
            let promisor = body.promisor.map_or(writer.reader.member, |id| id.0);
            let known = Draft {
                contact: body.contact.map(|id| id.0),
                subject: Some(body.subject.0),
                due: said(body.due.as_ref(), body.due_words.as_ref(), "due", &calendar)?,
                promisor: Some(promisor),
                owner: body.owner.map(|id| id.0),
                ..Draft::new(body.account.0)
            };
            let found = Found { known, sentence: body.sentence.by(Person::Member(promisor)) };
            let work = body.work.map(Work::from);
            let acted = app.service().record(&writer.caller(), found, work).await;
            seen_to(&app, &writer, acted.map_err(in_body)?.promise).await?
        }
    };
    let location = Some(format!("/api/v1/promises/{id}"));
    told(&app, &writer.reader, id, &Made { status: StatusCode::CREATED, location }, replayed).await
}

/// The promise that this very request wrote before.
pub(crate) async fn done_before(writer: &Writer) -> Result<Option<Id>, Fault> {
    writer.answered().await?.map(|answer| promise_id(&answer)).transpose()
}

/// Looks again at everything after a write, and keeps which promise it was.
pub(crate) async fn seen_to(app: &App, writer: &Writer, id: Id) -> Result<Id, Fault> {
    app.look_again(writer.reader.whose).await?;
    promise_id(&writer.keep(&id.to_string()).await?)
}

fn promise_id(text: &str) -> Result<Id, Fault> {
    let missing = || ServiceError::NotFound { what: "promise", given: text.to_owned() };
    Ok(text.parse().map_err(|_| missing())?)
}

/// What was asked for is where it is, under its id.
pub(crate) fn located(id: Id) -> Made {
    Made { status: StatusCode::OK, location: Some(format!("/api/v1/promises/{id}")) }
}

/// Tells a promise as it is now.
pub(crate) async fn told(
    app: &App,
    reader: &Reader,
    id: Id,
    made: &Made,
    replayed: bool,
) -> Result<Response, Fault> {
    let service = app.service();
    let Whole { promise, row, account } = service.whole(&reader.caller(), id).await?;
    let contact = promise.state.content().contact;
    let contact = contact.and_then(|id| account.contacts.get(&id).map(|contact| (id, contact)));
    let link =
        contact.map(|(id, contact)| service.ledger().ring().link(reader.whose, id, contact.link));
    let shape = PromiseShape::of(Known {
        row: &row,
        promise: &promise,
        account: &account,
        organisation: &reader.organisation,
        customer_page: link.map(|link| format!("/c/{link}")),
    });
    Ok(made.answer(&shape, Some(promise.version), replayed))
}

/// Tells a promise whole: its state, its four dates, what was seen of it, how it counts.
#[utoipa::path(
    operation_id = "get_promise",
    get, path = "/api/v1/promises/{promise}", tag = "promises",
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "the promise", body = PromiseShape))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    Named(name): Named<String>,
    asked: Asked,
) -> Result<Response, Fault> {
    asked.none_left()?;
    let id = app.service().find(&reader.caller(), &name).await?;
    told(&app, &reader, id, &Made::here(), false).await
}

/// What happened to a promise, first one first.
#[derive(Debug, Serialize, ToSchema)]
struct EventList {
    /// The events.
    items: Vec<EventShape>,
}

/// Lists what happened to a promise, first one first.
#[utoipa::path(
    operation_id = "list_events",
    get, path = "/api/v1/promises/{promise}/events", tag = "promises",
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "what happened", body = EventList))
)]
async fn events(
    Member(reader): Member,
    State(app): State<App>,
    Named(name): Named<String>,
    asked: Asked,
) -> Result<Response, Fault> {
    asked.none_left()?;
    let caller = reader.caller();
    let id = app.service().find(&caller, &name).await?;
    let told = app.service().existing(&caller, id).await?;
    let missing = || ServiceError::NotFound { what: "promise", given: name.clone() };
    let content = told.state.as_ref().map(|promise| promise.state.content());
    let account = content.ok_or_else(missing)?.account;
    let account = app.service().account(reader.whose, account).await?;
    let items =
        told.events.iter().zip(1_u32..).map(|(stamped, version)| {
            EventShape::of(version, stamped, &reader.organisation, &account)
        });
    let list = EventList { items: items.collect() };
    Ok(Made::here().answer(&list, Some(told.head.version), false))
}

/// A receipt, as either side can hold and verify it.
struct Receipt;

impl utoipa::PartialSchema for Receipt {
    fn schema() -> RefOr<Schema> {
        let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
        let anything = || {
            of(Type::Object)
                .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(true)))
        };
        let array = || utoipa::openapi::schema::ArrayBuilder::new().items(anything());
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some(
                "The events as canonical JSON with their hash chain, the sealed texts that its reader may open, the \
                 public keys, and an Ed25519 signature over all of it; docs/reference/receipt.md says how to check one.",
            ))
            .property("handslag_receipt", of(Type::Integer).description(Some("The version of this form.")))
            .property("organisation", of(Type::String).description(Some("The name of the organisation.")))
            .property("made_at", of(Type::String).description(Some("When it was made.")))
            .property("events", array().description(Some("The events, first one first.")))
            .property("openings", anything().description(Some("Sealed texts by their digest, opened.")))
            .property("keys", array().description(Some("Every public key so far.")))
            .property("signature", anything().description(Some("Who signed, and the signature.")))
            .required("handslag_receipt")
            .required("organisation")
            .required("made_at")
            .required("events")
            .required("openings")
            .required("keys")
            .required("signature")
            .into()
    }
}

impl ToSchema for Receipt {}

/// Makes the receipt of a promise, with every text that the organisation may read opened.
#[utoipa::path(
    operation_id = "get_receipt",
    get, path = "/api/v1/promises/{promise}/receipt", tag = "receipts",
    params(("promise" = String, Path, description = "the id of the promise, or its number")),
    responses((status = 200, description = "the receipt", body = Receipt))
)]
async fn receipt(
    Member(reader): Member,
    State(app): State<App>,
    Named(name): Named<String>,
    asked: Asked,
) -> Result<Json<ledger::receipt::Receipt>, Fault> {
    asked.none_left()?;
    let caller = reader.caller();
    let id = app.service().find(&caller, &name).await?;
    Ok(Json(app.service().receipt(&caller, id, Holder::Us).await?))
}
