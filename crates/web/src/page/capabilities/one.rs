//! One capability: how it stands, what product answers, what rests on it, what happened to it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use promise::capability::{Answer, Answered, CapabilityRefusal, Standing};
use promise::{CapabilityId, Refusal, Role};
use service::ServiceError;
use service::capabilities::Entry;
use texts::figure::capital;

use super::{ClaimView, NamesView, also, claim_view, names_views, read};
use crate::app::App;
use crate::drawing::escape;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::page::{Markup, render, state_of, unprocessable};
use crate::reader::Reader;

#[derive(Template)]
#[template(path = "capability.html")]
struct Page {
    f: Frame,
    id: String,
    name: String,
    state: Markup,
    /// On what ground it stands so, and who said it.
    said: Vec<String>,
    also: Option<String>,
    claims: Vec<ClaimView>,
    history: Vec<(String, String)>,
    /// Whether its names and its answer can still change.
    stays: bool,
    may_answer: bool,
    /// What was typed, and what is wrong with it: in which form, and why.
    fields: Fields,
    called: String,
    names: Vec<NamesView>,
    today: String,
    wrong: Option<(&'static str, String)>,
}

/// `GET /capabilities/{id}`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&reader, &app, capability_id(&id)?, Fields::default(), None).await
}

/// Reads the id of a capability from an address: one that is none names nothing.
fn capability_id(text: &str) -> Result<CapabilityId, ServiceError> {
    text.parse().map_err(|_| Refusal::Capability(CapabilityRefusal::None).into())
}

async fn page(
    reader: &Reader,
    app: &App,
    id: CapabilityId,
    fields: Fields,
    wrong: Option<(&'static str, String)>,
) -> Result<Response, Failure> {
    let voice = &reader.voice;
    let Entry { capability, claims, .. } = app.service().entry(&reader.caller(), id).await?;
    let history = app.service().capability_history(&reader.caller(), id).await?;
    let history = history.iter().rev().map(|(event, by, at)| {
        let said = voice.capability_event(event, *by, &reader.organisation);
        (voice.short_day(*at), said)
    });
    let (mark, words) = voice.capability_state(&capability);
    let own = |field: &str| {
        let of = capability.names.iter().filter(|other| {
            read::names_field(other.language.map_or("", promise::Language::code)) == field
        });
        of.map(|other| other.name.as_str()).collect::<Vec<_>>().join("\n")
    };
    // What was typed into the form that is shown again, and else what the register has.
    let is_wrong = |form: &str| wrong.as_ref().is_some_and(|(of, _)| *of == form);
    let is_typed = is_wrong("call");
    let names =
        names_views(
            reader,
            |field| {
                if is_typed { fields.verbatim(field).to_owned() } else { own(field) }
            },
        );
    render(&Page {
        f: Frame::of(reader, capability.name.as_str(), Place::Settings),
        id: id.to_string(),
        state: state_of(mark, &escape(&capital(&words))),
        said: said(reader, &capability.standing, capability.registered_at),
        also: also(voice, &capability),
        claims: claims.iter().map(|one| claim_view(reader, one)).collect(),
        history: history.collect(),
        stays: !matches!(capability.standing, Standing::Retired { .. }),
        may_answer: reader.role() >= Role::Manager,
        called: if is_typed { fields.get("name").to_owned() } else { capability.name.to_string() },
        name: capability.name.to_string(),
        names,
        today: voice.today().to_string(),
        fields: if is_wrong("answer") { fields } else { answered(&capability.standing) },
        wrong,
    })
}

/// The form of an answer with the one that was given last: who looks at it again changes what has changed.
fn answered(standing: &Standing) -> Fields {
    let mut fields = Fields::default();
    let Standing::Answered(Answered { answer, .. }) = standing else { return fields };
    let mut set = |name: &str, value: &str| fields.set(name, value);
    match answer {
        Answer::Exists { since } => {
            set("answer", "exists");
            set("since", &since.to_string());
        }
        Answer::Forecast { day, chance, ground } => {
            set("answer", "forecast");
            set("day", &day.to_string());
            set("ground", ground.as_str());
            if let Some(chance) = chance {
                set("chance", &(chance.permille() / 10).to_string());
            }
        }
        Answer::NotPlanned { reason } => {
            set("answer", "not_planned");
            set("reason", reason.as_str());
        }
    }
    fields
}

/// On what ground a capability stands as it does, and who said so when.
fn said(reader: &Reader, standing: &Standing, asked: jiff::Timestamp) -> Vec<String> {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let mut said: Vec<String> = voice.answer_ground(standing).into_iter().collect();
    said.push(match standing {
        Standing::Answered(Answered { by, at, .. }) => {
            t.capability_said_by(&voice.actor(*by, &reader.organisation), &voice.day(*at))
        }
        Standing::Asked | Standing::Retired { .. } => {
            format!("{}.", t.capability_asked(&voice.day(asked)))
        }
    });
    said
}

/// `POST /capabilities/{id}/answer`
pub(crate) async fn post_answer(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = capability_id(&id)?;
    let caller = reader.caller_for(&format!("answer {id}"), &fields);
    // Whether there is one is said before what is wrong in the form.
    app.service().entry(&caller, id).await?;
    let answered = match read::answer(&reader, &fields) {
        Ok(answer) => app.service().answer_capability(&caller, id, answer).await,
        Err(said) => {
            let page = page(&reader, &app, id, fields, Some(("answer", said))).await?;
            return Ok(unprocessable(page));
        }
    };
    done(&reader, &app, id, fields, ("answer", answered)).await
}

/// `POST /capabilities/{id}/call`
pub(crate) async fn post_call(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = capability_id(&id)?;
    let caller = reader.caller_for(&format!("call {id}"), &fields);
    let called = match read::called(&fields) {
        Ok((name, names)) => app.service().call_capability(&caller, id, name, names).await,
        Err(error) => Err(error),
    };
    done(&reader, &app, id, fields, ("call", called)).await
}

/// `POST /capabilities/{id}/retire`
pub(crate) async fn post_retire(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = capability_id(&id)?;
    let caller = reader.caller_for(&format!("retire {id}"), &fields);
    let why = reader.voice.t().capability_why();
    let retired = match read::line(why, fields.get("reason")) {
        Ok(reason) => app.service().retire_capability(&caller, id, reason).await,
        Err(error) => Err(error),
    };
    done(&reader, &app, id, fields, ("retire", retired)).await
}

/// Goes back to the capability, or shows the form again with what is wrong in it.
async fn done(
    reader: &Reader,
    app: &App,
    id: CapabilityId,
    fields: Fields,
    (form, outcome): (&'static str, Result<(), ServiceError>),
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/capabilities/{id}")).into_response()),
        Err(error) => {
            let said = read::told(reader, error)?;
            Ok(unprocessable(page(reader, app, id, fields, Some((form, said))).await?))
        }
    }
}
