//! What the product does, as product answers for it, and what is claimed of it in public.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use promise::capability::{
    self, Answered, Capability, CapabilityEvent, CapabilityRefusal, Standing,
};
use promise::{CapabilityId as Id, Chance, Refusal};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use service::ServiceError;
use service::capabilities::{Entry, History};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::Made;
use super::body::{Asked, Named};
use super::problem::Fault;
use super::shape::code::{CapabilityState, Language};
use super::shape::event::ActorShape;
use super::shape::list::Part;
use super::shape::share;
use super::shape::text::{CapabilityId, Day, Instant, Line};
use super::writer::{Member, Write, Writer};
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list, register))
        .routes(routes!(get))
        .routes(routes!(history))
        .routes(routes!(answer))
        .routes(routes!(call))
        .routes(routes!(retire))
}

/// Another name that texts use.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CapabilityName, example = json!({ "language": "nl", "name": "exporteren naar Excel" }))]
pub(crate) struct NameShape {
    /// In which language; null in all of them.
    language: Option<Language>,
    /// The name.
    name: Line,
}

impl From<&capability::OtherName> for NameShape {
    fn from(other: &capability::OtherName) -> Self {
        Self { language: other.language.map(Language), name: Line(other.name.clone()) }
    }
}

impl From<NameShape> for capability::OtherName {
    fn from(shape: NameShape) -> Self {
        Self { language: shape.language.map(|language| language.0), name: shape.name.0 }
    }
}

/// What a capability is called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Called, example = json!({
    "name": "Excel export",
    "names": [{ "language": "nl", "name": "exporteren naar Excel" }, { "name": "XLSX" }]
}))]
pub(crate) struct CalledShape {
    /// Its name in the register.
    name: Line,
    /// How texts call it besides: all of it, not what changes.
    #[serde(default)]
    #[schema(max_items = 50)]
    names: Vec<NameShape>,
}

impl CalledShape {
    fn read(self) -> (promise::Line, Vec<capability::OtherName>) {
        (self.name.0, self.names.into_iter().map(capability::OtherName::from).collect())
    }
}

/// A chance from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share(Chance);

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(share(self.0))
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let given = f64::deserialize(from)?;
        let wanted = || de::Error::custom("wanted a number from 0 to 1");
        if !(0.0..=1.0).contains(&given) {
            return Err(wanted());
        }
        // Chances are kept in thousandths.
        let permille = (0..=1000_u16).find(|permille| f64::from(*permille) + 0.5 > given * 1000.0);
        permille.and_then(Chance::of_permille).map(Self).ok_or_else(wanted)
    }
}

/// An answer to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProductAnswer, example = json!({
    "answer": {
        "forecast": { "day": "2027-03-31", "chance": 0.82, "ground": "two of three parts are done" }
    }
}))]
pub(crate) struct AnsweringShape {
    /// What product answers.
    answer: AnswerShape,
}

/// What product answers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = CapabilityAnswer)]
pub(crate) enum AnswerShape {
    /// It is there.
    Exists {
        /// Since when; not a day that lies ahead.
        since: Day,
    },
    /// It is to be there.
    Forecast {
        /// By the end of which day; today or later.
        day: Day,
        /// With which chance, from 0 to 1; null where nothing can honestly be said of it.
        #[schema(value_type = Option<f64>, minimum = 0, maximum = 1, example = 0.82)]
        chance: Option<Share>,
        /// On what ground.
        ground: Line,
    },
    /// It is not there, and nobody works on it.
    NotPlanned {
        /// Why.
        reason: Line,
    },
}

impl From<&capability::Answer> for AnswerShape {
    fn from(answer: &capability::Answer) -> Self {
        match answer {
            capability::Answer::Exists { since } => Self::Exists { since: Day(*since) },
            capability::Answer::Forecast { day, chance, ground } => Self::Forecast {
                day: Day(*day),
                chance: chance.map(Share),
                ground: Line(ground.clone()),
            },
            capability::Answer::NotPlanned { reason } => {
                Self::NotPlanned { reason: Line(reason.clone()) }
            }
        }
    }
}

impl From<AnswerShape> for capability::Answer {
    fn from(shape: AnswerShape) -> Self {
        match shape {
            AnswerShape::Exists { since } => Self::Exists { since: since.0 },
            AnswerShape::Forecast { day, chance, ground } => {
                Self::Forecast { day: day.0, chance: chance.map(|share| share.0), ground: ground.0 }
            }
            AnswerShape::NotPlanned { reason } => Self::NotPlanned { reason: reason.0 },
        }
    }
}

/// Something the product or service does, as product answers for it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Capability)]
struct CapabilityShape {
    /// Which one.
    id: CapabilityId,
    /// Its name in the register.
    #[schema(example = "Excel export")]
    name: String,
    /// How texts call it besides.
    names: Vec<NameShape>,
    /// How it stands.
    state: CapabilityState,
    /// When it came into the register: since then product is asked.
    registered_at: Instant,
    /// What product answered last; null when it has not, and when it was taken out.
    answer: Option<AnsweredShape>,
    /// Why and when it was taken out of the register; null while it stands there.
    retired: Option<RetiredShape>,
    /// What is claimed of it in the texts that were scanned.
    claims: ClaimCount,
}

/// An answer, with who gave it and when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CapabilityAnswered)]
struct AnsweredShape {
    /// What was said.
    said: AnswerShape,
    /// By whom.
    by: ActorShape,
    /// When.
    at: Instant,
}

/// That it was taken out of the register, for good.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CapabilityRetired)]
struct RetiredShape {
    /// Why.
    #[schema(example = "replaced by the API")]
    reason: String,
    /// When.
    at: Instant,
}

/// How many public statements rest on a capability.
#[derive(Debug, Serialize, ToSchema)]
struct ClaimCount {
    /// That stand.
    #[schema(example = 4)]
    standing: usize,
    /// Of them those that have no ground by what the register says now.
    #[schema(example = 1)]
    without_ground: usize,
}

impl From<&Entry> for CapabilityShape {
    fn from(entry: &Entry) -> Self {
        let Capability { name, names, registered_at, standing } = &entry.capability;
        let (answer, retired) = match standing {
            Standing::Asked => (None, None),
            Standing::Answered(Answered { answer, by, at }) => {
                let (said, by) = (AnswerShape::from(answer), ActorShape::from(*by));
                (Some(AnsweredShape { said, by, at: Instant(*at) }), None)
            }
            Standing::Retired { reason, at } => {
                (None, Some(RetiredShape { reason: reason.to_string(), at: Instant(*at) }))
            }
        };
        let without_ground = entry.claims.iter().filter(|claim| !claim.has_ground()).count();
        Self {
            id: CapabilityId(entry.id),
            name: name.to_string(),
            names: names.iter().map(NameShape::from).collect(),
            state: CapabilityState(standing.name()),
            registered_at: Instant(*registered_at),
            answer,
            retired,
            claims: ClaimCount { standing: entry.claims.len(), without_ground },
        }
    }
}

/// A page of the register, by name.
#[derive(Debug, Serialize, ToSchema)]
struct CapabilityList {
    /// The capabilities.
    items: Vec<CapabilityShape>,
    /// How many there are in all.
    #[schema(example = 12)]
    total: u32,
    /// The cursor of the next page; null on the last one.
    #[schema(example = "5d41402a00000032")]
    next: Option<String>,
}

/// Lists the register, by name; what was taken out of it comes with it.
#[utoipa::path(
    operation_id = "list_capabilities",
    get, path = "/api/v1/capabilities", tag = "capabilities",
    params(
        ("state" = Option<CapabilityState>, Query, description = "which stand so"),
        ("limit" = Option<u32>, Query, description = "how many at most; 50 when absent", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "the `next` of the page before", pattern = "^[0-9a-f]{16}$")
    ),
    responses((status = 200, description = "a page of the register", body = CapabilityList))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<CapabilityList>, Fault> {
    let state = asked.read("state", &CapabilityState::wanted(), CapabilityState::read)?;
    let state = state.map(|state| state.0);
    let part = Part::take(&mut asked, &format!("capabilities {state:?}"))?;
    asked.none_left()?;
    let (mut entries, _) = app.service().entries(&reader.caller()).await?;
    entries.retain(|entry| state.is_none_or(|state| entry.capability.standing.name() == state));
    let (items, total, next) = part.of(&entries);
    Ok(Json(CapabilityList {
        items: items.iter().map(CapabilityShape::from).collect(),
        total,
        next,
    }))
}

/// Brings a capability into the register; it waits for an answer of product then, and nothing may rest on it until that.
#[utoipa::path(
    operation_id = "register_capability",
    post, path = "/api/v1/capabilities", tag = "capabilities", request_body = CalledShape,
    responses((status = 201, description = "the capability", body = CapabilityShape))
)]
async fn register(State(app): State<App>, write: Write<CalledShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (name, names) = body.read();
    let caller = writer.caller();
    let register = async || {
        let id = app.service().register_capability(&caller, name, names).await?;
        Ok(CapabilityShape::from(&app.service().entry(&caller, id).await?))
    };
    let (told, is_new) = writer.once(register).await?;
    let id = told["id"].as_str().unwrap_or_default();
    let location = Some(format!("/api/v1/capabilities/{id}"));
    Ok(Made { status: StatusCode::CREATED, location }.answer(&told, None, !is_new))
}

/// Tells a capability: how it stands, what product answered, how much rests on it.
#[utoipa::path(
    operation_id = "get_capability",
    get, path = "/api/v1/capabilities/{capability}", tag = "capabilities",
    params(("capability" = CapabilityId, Path, description = "which capability")),
    responses((status = 200, description = "the capability", body = CapabilityShape))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    Named(id): Named<String>,
    asked: Asked,
) -> Result<Json<CapabilityShape>, Fault> {
    asked.none_left()?;
    let entry = app.service().entry(&reader.caller(), capability_id(&id)?).await?;
    Ok(Json(CapabilityShape::from(&entry)))
}

/// Everything that happened to a capability.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CapabilityHistory)]
struct HistoryShape {
    /// Of which one.
    capability: CapabilityId,
    /// First one first.
    history: Vec<HappenedShape>,
}

/// Something that happened to a capability.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CapabilityEvent)]
struct HappenedShape {
    /// When.
    at: Instant,
    /// By whom.
    by: ActorShape,
    /// What.
    kind: HappenedKind,
    /// What it is called from then on; null when it says nothing of that.
    name: Option<String>,
    /// How texts call it besides from then on; null when it says nothing of that.
    names: Option<Vec<NameShape>>,
    /// What product answered; null when it did not.
    answer: Option<AnswerShape>,
    /// Why it was taken out; null when it was not.
    reason: Option<String>,
}

/// What happened to a capability.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CapabilityEventKind)]
enum HappenedKind {
    /// It came into the register.
    Registered,
    /// Product answered.
    Answered,
    /// It was called otherwise.
    Named,
    /// It was taken out.
    Retired,
}

impl HistoryShape {
    fn of(id: Id, history: History) -> Self {
        let happened = |(event, by, at): (CapabilityEvent, promise::Actor, jiff::Timestamp)| {
            let mut shape = HappenedShape {
                at: Instant(at),
                by: ActorShape::from(by),
                kind: HappenedKind::from(&event),
                name: None,
                names: None,
                answer: None,
                reason: None,
            };
            match event {
                CapabilityEvent::Registered { name, names }
                | CapabilityEvent::Named { name, names } => {
                    shape.name = Some(name.to_string());
                    shape.names = Some(names.iter().map(NameShape::from).collect());
                }
                CapabilityEvent::Answered(answer) => {
                    shape.answer = Some(AnswerShape::from(&answer));
                }
                CapabilityEvent::Retired { reason } => shape.reason = Some(reason.to_string()),
            }
            shape
        };
        let history = history.into_iter().map(happened).collect();
        Self { capability: CapabilityId(id), history }
    }
}

impl From<&CapabilityEvent> for HappenedKind {
    fn from(event: &CapabilityEvent) -> Self {
        match event {
            CapabilityEvent::Registered { .. } => Self::Registered,
            CapabilityEvent::Answered(_) => Self::Answered,
            CapabilityEvent::Named { .. } => Self::Named,
            CapabilityEvent::Retired { .. } => Self::Retired,
        }
    }
}

/// Tells what happened to a capability: every name and every answer it has had, by whom and when.
#[utoipa::path(
    operation_id = "get_capability_history",
    get, path = "/api/v1/capabilities/{capability}/history", tag = "capabilities",
    params(("capability" = CapabilityId, Path, description = "which capability")),
    responses((status = 200, description = "what happened", body = HistoryShape))
)]
async fn history(
    Member(reader): Member,
    State(app): State<App>,
    Named(id): Named<String>,
    asked: Asked,
) -> Result<Json<HistoryShape>, Fault> {
    asked.none_left()?;
    let id = capability_id(&id)?;
    let history = app.service().capability_history(&reader.caller(), id).await?;
    Ok(Json(HistoryShape::of(id, history)))
}

/// Answers for product, as a manager or an admin does: it exists, is forecast, or is not planned.
#[utoipa::path(
    operation_id = "answer_capability",
    post, path = "/api/v1/capabilities/{capability}/answer", tag = "capabilities",
    request_body = AnsweringShape,
    params(("capability" = CapabilityId, Path, description = "which capability")),
    responses((status = 200, description = "the capability", body = CapabilityShape))
)]
async fn answer(
    State(app): State<App>,
    Named(id): Named<String>,
    write: Write<AnsweringShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (id, caller) = (capability_id(&id)?, writer.caller());
    let answer =
        async || Ok(app.service().answer_capability(&caller, id, body.answer.into()).await?);
    done(&app, &writer, id, answer).await
}

/// Calls a capability otherwise: its name, and all that texts call it besides.
#[utoipa::path(
    operation_id = "call_capability",
    post, path = "/api/v1/capabilities/{capability}/call", tag = "capabilities",
    request_body = CalledShape,
    params(("capability" = CapabilityId, Path, description = "which capability")),
    responses((status = 200, description = "the capability", body = CapabilityShape))
)]
async fn call(
    State(app): State<App>,
    Named(id): Named<String>,
    write: Write<CalledShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (id, caller) = (capability_id(&id)?, writer.caller());
    let (name, names) = body.read();
    let call = async || Ok(app.service().call_capability(&caller, id, name, names).await?);
    done(&app, &writer, id, call).await
}

/// Why a capability is taken out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Retire, example = json!({ "reason": "replaced by the API" }))]
pub(crate) struct RetireShape {
    /// Why.
    reason: Line,
}

/// Takes a capability out of the register, for good.
#[utoipa::path(
    operation_id = "retire_capability",
    post, path = "/api/v1/capabilities/{capability}/retire", tag = "capabilities",
    request_body = RetireShape,
    params(("capability" = CapabilityId, Path, description = "which capability")),
    responses((status = 200, description = "the capability", body = CapabilityShape))
)]
async fn retire(
    State(app): State<App>,
    Named(id): Named<String>,
    write: Write<RetireShape>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let (id, caller) = (capability_id(&id)?, writer.caller());
    let retire = async || Ok(app.service().retire_capability(&caller, id, body.reason.0).await?);
    done(&app, &writer, id, retire).await
}

/// Does something to a capability once, and tells it as it is then.
async fn done(
    app: &App,
    writer: &Writer,
    id: Id,
    deed: impl AsyncFnOnce() -> Result<(), Fault>,
) -> Result<Response, Fault> {
    let (told, is_new) = writer
        .once(async || {
            deed().await?;
            Ok(CapabilityShape::from(&app.service().entry(&writer.caller(), id).await?))
        })
        .await?;
    Ok(Made::here().answer(&told, None, !is_new))
}

/// Reads the id of a capability from an address: one that is none names nothing.
fn capability_id(text: &str) -> Result<Id, ServiceError> {
    text.parse().map_err(|_| Refusal::Capability(CapabilityRefusal::None).into())
}
