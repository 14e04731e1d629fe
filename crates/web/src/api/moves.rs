//! The moves on a promise: one address each, one table of all of them.
//!
//! Whose move it is and when it is allowed is for the rules to say; here stands only what each one is told with. A
//! move of the account is made for one of its contacts, named in `told_by`, whose words the acting member writes down.

use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use promise::party::Work;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use service::ServiceError;
use service::promise::Ask;
use utoipa::ToSchema;
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItem, Paths,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Content, Ref, Required};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use super::accounts::speaking;
use super::answer::in_body;
use super::body::Named;
use super::problem::Fault;
use super::promises::{done_before, located, seen_to, told};
use super::shape::code::{Measure, Reason};
use super::shape::forecast::WorkShape;
use super::shape::promise::PromiseShape;
use super::shape::terms::BelowPolicyShape;
use super::shape::text::{ContactId, CounterPromiseId, DueText, Instant, Line, Said};
use super::writer::{Write, Writer};
use crate::app::App;

/// Every move of the table.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(a_move("discard", "Throws the draft away.", |_: Bare| Ask::Discard))
        .routes(a_move("offer", "Offers the draft.", |b: OfferUntil| Ask::Offer {
            expires: b.expires.0,
        }))
        .routes(a_move("accept", "Accepts the offer (account).", |_: Told| Ask::Accept))
        .routes(a_move("decline", "Declines the offer (account).", |b: Decline| Ask::Decline {
            for_good: b.for_good,
            words: Said::some(b.words),
        }))
        .routes(a_move(
            "counter-propose",
            "Proposes another date in place of the offer (account).",
            |b: CounterPropose| Ask::CounterPropose {
                due: b.due.map(|due| due.0),
                words: Said::some(b.words),
            },
        ))
        .routes(a_move("take-back", "Takes the offer back.", |b: Because| Ask::TakeBack {
            words: Said::some(b.words),
        }))
        .routes(a_move("offer-again", "Makes a draft of a lapsed or declined offer.", |_: Bare| {
            Ask::OfferAgain
        }))
        .routes(a_move(
            "confirm-record",
            "Confirms that a recorded promise was given (account).",
            |_: Told| Ask::ConfirmRecord,
        ))
        .routes(a_move(
            "reject-record",
            "Says that a recorded promise was not given (account).",
            |b: ToldWhy| Ask::RejectRecord { words: Said::some(b.words) },
        ))
        .merge(agreeing())
        .merge(keeping())
}

/// The moves that change what was agreed.
fn agreeing() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(a_move(
            "renegotiate",
            "Proposes another due or subject (either side).",
            |b: Renegotiate| Ask::Renegotiate {
                due: b.due.map(|due| due.0),
                subject: b.subject.map(|line| line.0.to_string()),
                reason: b.reason.0,
                words: b.words.0,
                below_policy: b.below_policy.map(|below| (below.taken_by.0, below.reason.0)),
                without_forecast: b.without_forecast.map(|reason| reason.0),
            },
        ))
        .routes(a_move("agree", "Agrees to the proposed change (the other side).", |_: Told| {
            Ask::AcceptRenegotiation
        }))
        .routes(a_move(
            "disagree",
            "Does not agree to the proposed change (the other side).",
            |b: ToldWhy| Ask::DeclineRenegotiation { words: Said::some(b.words) },
        ))
        .routes(a_move(
            "take-proposal-back",
            "Takes the proposed change back (the proposing side).",
            |_: Told| Ask::TakeBackRenegotiation,
        ))
        .routes(a_move(
            "met",
            "States that what was promised in return has arrived (either side).",
            |b: Met| Ask::MeetCounterPromise {
                counter_promise: b.counter_promise.0,
                at: b.at.map(|at| at.0),
            },
        ))
}

/// The moves that keep a promise or end it.
fn keeping() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(a_move("deliver", "States that it is there.", |b: Deliver| Ask::Deliver {
            at: b.at.map(|at| at.0),
            reference: b.reference.map(|line| line.0.to_string()),
            words: Said::some(b.words),
        }))
        .routes(a_move("confirm", "Confirms the delivery (account).", |b: Confirm| Ask::Confirm {
            measure: b.measure.map_or(promise::settle::Measure::AsPromised, |measure| measure.0),
            words: Said::some(b.words),
        }))
        .routes(a_move("dispute", "Disputes the delivery (account).", |b: Dispute| Ask::Dispute {
            words: b.words.0,
        }))
        .routes(a_move("release", "Lets the organisation off (account).", |b: ToldWhy| {
            Ask::Release { words: Said::some(b.words) }
        }))
        .routes(a_move(
            "void",
            "Ends it as the agreed consequence of a late counter-promise.",
            |b: Void| Ask::Void { counter_promise: b.counter_promise.0 },
        ))
        .routes(a_move("withdraw", "Says that it will not be kept.", |b: Withdraw| Ask::Withdraw {
            reason: b.reason.0,
            words: b.words.0,
        }))
        .routes(described::<WorkShape>(
            "plan",
            "Plans the work behind the promise anew.",
            post(plan),
        ))
}

/// What a move is told with.
trait Body: DeserializeOwned + ToSchema + Send + 'static {
    /// For which contact it is made.
    fn told_by(&self) -> Option<promise::ContactId> {
        None
    }
}

macro_rules! bodies {
    ($($name:ident $(by $told_by:ident)? = $example:tt, $doc:literal { $(
        $(#[$attribute:meta])* $field:ident: $of:ty,
    )* })+) => {$(
        #[doc = $doc]
        #[derive(Debug, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        #[schema(example = json!($example))]
        struct $name {
            $(
                /// The contact of the account who said so, when it is the account's move.
                $told_by: Option<ContactId>,
            )?
            $($(#[$attribute])* $field: $of,)*
        }

        impl Body for $name {
            $(
                fn told_by(&self) -> Option<promise::ContactId> {
                    self.$told_by.map(|id| id.0)
                }
            )?
        }
    )+};
}

bodies! {
    Bare = {}, "Nothing is told." {}
    Because = { "words": "we made a mistake" }, "Why, in words." {
        /// Why, in words.
        words: Option<Said>,
    }
    OfferUntil = { "expires": "2026-03-16T16:00:00Z" }, "Until when the offer can be accepted." {
        /// Until when it can be accepted.
        expires: Instant,
    }
    Told by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12" }, "Who said so." {}
    ToldWhy by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12", "words": "that will not do" },
        "Who said so, and why." {
        /// What they said.
        words: Option<Said>,
    }
    Decline by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12", "words": "too late for us" },
        "A no to the offer." {
        /// Whether a new offer is not wanted either.
        #[serde(default)]
        for_good: bool,
        /// What they said.
        words: Option<Said>,
    }
    CounterPropose by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12", "due": "2026-04-03" },
        "Another date in place of the offer." {
        /// The due they would take.
        due: Option<DueText>,
        /// What they said.
        words: Option<Said>,
    }
    Renegotiate by told_by = { "due": "2026-04-10", "reason": "work", "words": "the link is harder than we thought" },
        "Another due or subject. A due that the organisation names rests on the forecast of now; where nothing can be \
         forecast, on the reason given." {
        /// The new due.
        due: Option<DueText>,
        /// The new subject.
        subject: Option<Line>,
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: Said,
        /// For a due below the policy: who takes it on themselves, and why.
        below_policy: Option<BelowPolicyShape>,
        /// For a due of which nothing can be said: why it is named nevertheless.
        without_forecast: Option<Said>,
    }
    Met by told_by = { "counter_promise": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d15" }, "What has arrived." {
        /// Which counter-promise.
        counter_promise: CounterPromiseId,
        /// When it arrived; the present when absent.
        at: Option<Instant>,
    }
    Deliver = { "reference": "https://example.com/releases/12" },
        "How it shows that it is there: a reference, or a person's word." {
        /// From when on; the present when absent.
        at: Option<Instant>,
        /// Where to see it; when absent, the words count as the acting member's word for it.
        reference: Option<Line>,
        /// In words; needed when there is no reference.
        words: Option<Said>,
    }
    Confirm by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12", "measure": "as_promised" },
        "How much was delivered, in the account's eyes." {
        /// Less, as promised, or more; as promised when absent.
        measure: Option<Measure>,
        /// What they said.
        words: Option<Said>,
    }
    Dispute by told_by = { "told_by": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d12", "words": "orders still fail" },
        "What is wrong with the delivery." {
        /// What is wrong.
        words: Said,
    }
    Void = { "counter_promise": "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d15" }, "Which counter-promise is late." {
        /// Which counter-promise is late.
        counter_promise: CounterPromiseId,
    }
    Withdraw = { "reason": "capacity", "words": "two of us are ill until May" }, "Why it will not be kept." {
        /// Why.
        reason: Reason,
        /// Why, in words.
        words: Said,
    }
}

/// A move: its address, what it does, and what it asks of the use case.
fn a_move<B: Body>(
    verb: &'static str,
    summary: &'static str,
    ask: fn(B) -> Ask,
) -> UtoipaMethodRouter<App> {
    let handler = move |State(app): State<App>, Named(name): Named<String>, write: Write<B>| async move {
        let told_by = write.body.told_by();
        act(&app, &name, &write.writer, ask(write.body), told_by).await
    };
    described::<B>(verb, summary, post(handler))
}

async fn act(
    app: &App,
    name: &str,
    writer: &Writer,
    ask: Ask,
    told_by: Option<promise::ContactId>,
) -> Result<Response, Fault> {
    let version = writer.version()?;
    let done = done_before(writer).await?;
    let replayed = done.is_some();
    let id = match done {
        Some(id) => id,
        None => {
            let service = app.service();
            let id = service.find(&writer.caller(), name).await?;
            let caller = match told_by {
                None => writer.caller(),
                Some(contact) => {
                    let account = account_of(app, writer, id).await?;
                    writer.caller_for(speaking(&account, contact)?)
                }
            };
            let acted = service.act(&caller, id, ask, version).await?;
            seen_to(app, writer, acted.promise).await?
        }
    };
    told(app, &writer.reader, id, &located(id), replayed).await
}

async fn account_of(
    app: &App,
    writer: &Writer,
    id: promise::PromiseId,
) -> Result<promise::party::Account, Fault> {
    let told = app.service().existing(&writer.caller(), id).await?;
    let missing = || ServiceError::NotFound { what: "promise", given: id.to_string() };
    let account = told.state.ok_or_else(missing)?.state.content().account;
    Ok(app.service().account(writer.reader.whose, account).await?)
}

/// `POST /promises/{promise}/plan`
async fn plan(
    State(app): State<App>,
    Named(name): Named<String>,
    write: Write<WorkShape>,
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
            // The work has a stream of its own; that the promise is still what was read is looked at here.
            let now = app.service().existing(&caller, id).await?.head.version;
            if let Some(given) = version.filter(|given| *given != now) {
                return Err(ServiceError::Stale { given, now }.into());
            }
            let planned = app.service().plan_work(&caller, id, Work::from(body)).await;
            planned.map_err(in_body)?;
            seen_to(&app, &writer, id).await?
        }
    };
    told(&app, &writer.reader, id, &located(id), replayed).await
}

/// The address of a move with its description.
fn described<B: ToSchema>(
    verb: &str,
    summary: &str,
    router: axum::routing::MethodRouter<App>,
) -> UtoipaMethodRouter<App> {
    const JSON: &str = "application/json";
    let schema = |name: &str| Content::new(Some(Ref::from_schema_name(name)));
    let promise = ParameterBuilder::new()
        .name("promise")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("the id of the promise, or its number"))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
    let body =
        RequestBodyBuilder::new().content(JSON, schema(&B::name())).required(Some(Required::True));
    let done = ResponseBuilder::new()
        .description("the promise as it is now")
        .content(JSON, schema(&PromiseShape::name()));
    let operation = OperationBuilder::new()
        .tag("moves")
        .operation_id(Some(verb.replace('-', "_")))
        .summary(Some(summary))
        .parameter(promise)
        .request_body(Some(body.build()))
        .response("200", done);
    let mut paths = Paths::new();
    let path = format!("/api/v1/promises/{{promise}}/{verb}");
    paths.paths.insert(path, PathItem::new(HttpMethod::Post, operation));
    let mut schemas = vec![(B::name().into_owned(), B::schema())];
    B::schemas(&mut schemas);
    (schemas, paths, router)
}
