//! What is claimed of the product in public: where each statement stands, and whether the register bears it.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use language::detect;
use promise::CapabilityId as Id;
use serde::{Deserialize, Serialize};
use service::capabilities::{PublicText, Resting, Wrong};
use service::wording::MOST_BYTES;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::Made;
use super::body::Asked;
use super::problem::{Fault, Problem};
use super::shape::code::{ClaimedFor, Language};
use super::shape::list::Part;
use super::shape::text::{CapabilityId, ClaimId, Day, Instant, Line};
use super::writer::{Member, Write};
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(list)).routes(routes!(scan))
}

/// A public statement that rests on a capability.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicClaim)]
struct ClaimShape {
    /// Which one.
    id: ClaimId,
    /// Where it stands: an address or the name of a file, as it was given.
    #[schema(example = "site/index.md")]
    place: String,
    /// The sentence.
    #[schema(example = "You get Excel export with every plan.")]
    words: String,
    /// What it rests on.
    capability: CapabilityId,
    /// What that is called.
    #[schema(example = "Excel export")]
    name: String,
    /// When it says that this is there.
    claimed_for: ClaimedFor,
    /// The first of the days it names; null where it names none.
    first_day: Option<Day>,
    /// The last of the days it names; null where it names none.
    last_day: Option<Day>,
    /// When it was seen first.
    first_seen: Instant,
    /// When it was seen last.
    last_seen: Instant,
    /// Why it has no ground by what the register says now; null where it has one.
    wrong: Option<WrongCode>,
}

/// Why a claim has no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ClaimWrong)]
pub(crate) enum WrongCode {
    /// It is claimed as there, or for an earlier day than it is forecast for.
    TooEarly,
    /// The day it was forecast for has passed, and product has not said that it is there.
    ForecastPassed,
    /// It is not there for as long as is claimed.
    Younger,
    /// Nobody works on it.
    NotPlanned,
    /// Product has not answered.
    Unanswered,
    /// It was taken out of the register.
    Retired,
}

impl From<Wrong> for WrongCode {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::TooEarly => Self::TooEarly,
            Wrong::ForecastPassed => Self::ForecastPassed,
            Wrong::Younger => Self::Younger,
            Wrong::NotPlanned => Self::NotPlanned,
            Wrong::Unanswered => Self::Unanswered,
            Wrong::Retired => Self::Retired,
        }
    }
}

impl From<&Resting> for ClaimShape {
    fn from(resting: &Resting) -> Self {
        let (claim, found) = (&resting.claim, &resting.claim.found);
        let (first, last, _) = found.claimed_for.days();
        Self {
            id: ClaimId(resting.id),
            place: found.place.to_string(),
            words: found.words.to_string(),
            capability: CapabilityId(found.capability),
            name: resting.capability.name.to_string(),
            claimed_for: ClaimedFor(found.claimed_for.name()),
            first_day: first.map(Day),
            last_day: last.map(Day),
            first_seen: Instant(claim.first_seen),
            last_seen: Instant(claim.last_seen),
            wrong: resting.wrong.map(WrongCode::from),
        }
    }
}

/// A page of the claims that stand, by place.
#[derive(Debug, Serialize, ToSchema)]
struct ClaimList {
    /// The claims.
    items: Vec<ClaimShape>,
    /// How many there are in all.
    #[schema(example = 31)]
    total: u32,
    /// The cursor of the next page; null on the last one.
    #[schema(example = "5d41402a00000032")]
    next: Option<String>,
}

/// Lists the claims that stand, by place, each judged by what the register says now.
#[utoipa::path(
    operation_id = "list_claims",
    get, path = "/api/v1/claims", tag = "capabilities",
    params(
        ("capability" = Option<CapabilityId>, Query, description = "which rest on this capability"),
        ("ground" = Option<bool>, Query, description = "which have a ground, or have none"),
        ("limit" = Option<u32>, Query, description = "how many at most; 50 when absent", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "the `next` of the page before", pattern = "^[0-9a-f]{16}$")
    ),
    responses((status = 200, description = "a page of claims", body = ClaimList))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<ClaimList>, Fault> {
    let of: Option<Id> =
        asked.read("capability", "the id of a capability", |id| id.parse().ok())?;
    let ground: Option<bool> = asked.read("ground", "true or false", |text| text.parse().ok())?;
    let part = Part::take(&mut asked, &format!("claims {of:?} {ground:?}"))?;
    asked.none_left()?;
    let mut claims = app.service().standing_claims(&reader.caller()).await?;
    claims.retain(|one| {
        of.is_none_or(|of| one.claim.found.capability == of)
            && ground.is_none_or(|ground| one.has_ground() == ground)
    });
    let (items, total, next) = part.of(&claims);
    Ok(Json(ClaimList { items: items.iter().map(ClaimShape::from).collect(), total, next }))
}

/// A public text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PublicText, example = json!({
    "place": "https://kornoelje.example/functies",
    "text": "U krijgt de koppeling met uw voorraadsysteem bij elk abonnement."
}))]
pub(crate) struct TextShape {
    /// Where it stands: an address or the name of a file. What stood there before and does not any more is gone.
    place: Line,
    /// The text, in Dutch, Swedish or English.
    #[schema(max_length = 200_000)]
    text: String,
    /// Its language; told by the text itself when absent.
    language: Option<Language>,
}

/// What a scan of a text found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Scanned)]
struct ScannedShape {
    /// How many of its claims were not known before.
    #[schema(example = 1)]
    new: usize,
    /// How many that stood in it are gone.
    #[schema(example = 0)]
    gone: usize,
    /// The claims that stand in it.
    claims: Vec<ClaimShape>,
}

/// Holds a public text against the register, and keeps which claims stand in it.
#[utoipa::path(
    operation_id = "scan_claims",
    post, path = "/api/v1/claims/scan", tag = "capabilities", request_body = TextShape,
    responses((status = 200, description = "what was found", body = ScannedShape))
)]
async fn scan(State(app): State<App>, write: Write<TextShape>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let TextShape { place, text, language } = body;
    if text.len() > MOST_BYTES {
        let wanted = format!("at most {MOST_BYTES} bytes");
        return Err(Problem::input("text", text.len(), wanted).into());
    }
    let told = || detect::of(&text).and_then(|lang| promise::Language::of_code(lang.code()));
    let Some(language) = language.map(|language| language.0).or_else(told) else {
        let wanted = "nl, sv or en: the text does not tell its language";
        return Err(Problem::input("language", serde_json::Value::Null, wanted).into());
    };
    let scan = async || {
        let caller = writer.caller();
        let at = place.0.clone();
        let text = PublicText { place: place.0, words: text, language };
        let scanned = app.service().scan_claims(&caller, &[text]).await?;
        let claims = app.service().standing_claims(&caller).await?;
        let here = claims.iter().filter(|one| one.claim.found.place == at);
        let claims = here.map(ClaimShape::from).collect();
        Ok(ScannedShape { new: scanned.new, gone: scanned.gone, claims })
    };
    let (told, is_new) = writer.once(scan).await?;
    Ok(Made::here().answer(&told, None, !is_new))
}
