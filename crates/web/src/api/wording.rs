//! A text looked through: what is promised and asked in it, and what should be worded otherwise. Nothing is kept of it.

use std::num::NonZeroU32;

use axum::Json;
use axum::extract::State;
use language::wording::Finding;
use language::{Lang, Span};
use promise::party::NewWork;
use serde::{Deserialize, Serialize};
use service::capabilities::Unfounded;
use service::wording::{Letter, Looked, MOST_BYTES, Outlook, Said, Seen, What, Writer};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::in_body;
use super::body::Read;
use super::claims::WrongCode;
use super::problem::{Fault, Problem};
use super::quotes::{DriverShape, LevelShape, WhyNotShape};
use super::shape::text::{AccountId, CapabilityId, Instant};
use super::shape::{Due, Kept, share};
use super::writer::Member;
use crate::app::App;
use crate::offsets::Offsets;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(look))
}

/// A text as it stands.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Letter, example = json!({
    "text": "We komen zo snel mogelijk terug; de koppeling is vrijdag klaar.",
    "writer": "us"
}))]
pub(crate) struct LetterShape {
    /// The text, in Dutch, Swedish or English.
    #[schema(max_length = 200_000)]
    text: String,
    /// Its language; told by the text itself when absent.
    language: Option<LanguageCode>,
    /// Who wrote it; we did when absent.
    writer: Option<WriterCode>,
    /// To whom it goes, or who sent it; told by the names and addresses in it when absent.
    account: Option<AccountId>,
    /// The addresses of mail it goes to and comes from.
    #[serde(default)]
    #[schema(max_items = 100)]
    addresses: Vec<String>,
    /// The team whose work it speaks of; told by the kinds of work that are named in it when absent.
    team: Option<String>,
    /// The kind of that work.
    kind: Option<String>,
    /// When it was written, for what is relative in it; now when absent.
    written_at: Option<Instant>,
}

/// A language that texts are read in.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TextLanguage)]
enum LanguageCode {
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl From<Lang> for LanguageCode {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Nl => Self::Nl,
            Lang::Sv => Self::Sv,
            Lang::En => Self::En,
        }
    }
}

impl From<LanguageCode> for Lang {
    fn from(code: LanguageCode) -> Self {
        match code {
            LanguageCode::Nl => Self::Nl,
            LanguageCode::Sv => Self::Sv,
            LanguageCode::En => Self::En,
        }
    }
}

/// Who wrote a text.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TextWriter)]
enum WriterCode {
    /// One of ours.
    Us,
    /// Somebody of the account.
    Account,
}

/// What was found in a text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LookedThrough)]
struct LookedShape {
    /// Its language; null when it is none of ours, and then nothing is found.
    language: Option<LanguageCode>,
    /// To whom it goes, or who sent it; null when that is not known.
    account: Option<AccountId>,
    /// What is promised and asked, in order.
    said: Vec<SaidShape>,
    /// What should be worded otherwise, in order.
    findings: Vec<FindingShape>,
    /// What we claim of the product and the register does not bear out, in order.
    claims: Vec<ClaimShape>,
    /// What the plan says to the work it speaks of; null when nothing calls for a date.
    outlook: Option<OutlookShape>,
    /// By when an answer can be promised: the end of the next working day.
    answer_by: Due,
}

/// A stretch of the text, in code points: the first one, and the first after it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TextSpan)]
struct SpanShape {
    /// Where it begins.
    #[schema(example = 9)]
    start: usize,
    /// Where it has ended.
    #[schema(example = 25)]
    end: usize,
    /// The words there.
    #[schema(example = "zo snel mogelijk")]
    text: String,
}

/// A text with its places counted.
struct Text<'a> {
    text: &'a str,
    offsets: Offsets,
}

impl SpanShape {
    fn of(span: Span, text: &Text<'_>) -> Self {
        let (start, end) = text.offsets.of(span);
        Self { start, end, text: span.of(text.text).to_owned() }
    }
}

/// Something that is promised or asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SaidInText)]
struct SaidShape {
    /// The sentence.
    span: SpanShape,
    /// What it is.
    what: WhatCode,
    /// Where its date stands.
    date: Option<SpanShape>,
    /// By when, if it says.
    due: Option<Due>,
    /// Whether its time is missing or says nothing.
    vague: bool,
    /// How likely it is by then, from 0 to 1; null without a date, and where it is not ours to keep.
    #[schema(example = 0.31)]
    chance: Option<f64>,
    /// The open promise that says the same already, by its short name.
    recorded: Option<u32>,
}

/// What is said in a sentence, seen from the organisation.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SaidKind)]
enum WhatCode {
    /// We will do something.
    OurPromise,
    /// The account will.
    TheirPromise,
    /// We ask the account for something.
    OurRequest,
    /// The account asks us for something.
    TheirRequest,
    /// A third party's promise, passed on.
    PassedOn,
}

impl From<What> for WhatCode {
    fn from(what: What) -> Self {
        match what {
            What::OurPromise => Self::OurPromise,
            What::TheirPromise => Self::TheirPromise,
            What::OurRequest => Self::OurRequest,
            What::TheirRequest => Self::TheirRequest,
            What::PassedOn => Self::PassedOn,
        }
    }
}

/// Words that a customer should not get.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WordingFinding)]
struct FindingShape {
    /// The words.
    span: SpanShape,
    /// The rule that marks them.
    #[schema(example = "nl.vague.as_soon_as")]
    rule: String,
    /// What is wrong.
    #[schema(example = "vague_time")]
    class: String,
    /// Why, in the language of the text.
    says: String,
    /// What to do instead, in the language of the text.
    repair: String,
}

impl FindingShape {
    fn of(finding: &Finding, text: &Text<'_>) -> Self {
        Self {
            span: SpanShape::of(finding.span, text),
            rule: finding.rule.clone(),
            class: finding.class.code().to_owned(),
            says: finding.says.clone(),
            repair: finding.repair.clone(),
        }
    }
}

/// Words that claim of the product what the register does not bear out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimInText)]
struct ClaimShape {
    /// Where the capability is named.
    span: SpanShape,
    /// Which one.
    capability: CapabilityId,
    /// What is wrong.
    wrong: WrongCode,
    /// The same in words, in the language of the text.
    #[schema(
        example = "Excel export is not there yet: it is forecast for 2027-03-31, with a chance of 82%."
    )]
    says: String,
    /// What to do instead, in the language of the text.
    #[schema(example = "Name that day or a later one, or leave it out until it is there.")]
    repair: String,
}

impl ClaimShape {
    fn of(claim: &Unfounded, text: &Text<'_>) -> Self {
        Self {
            span: SpanShape::of(claim.span, text),
            capability: CapabilityId(claim.capability),
            wrong: WrongCode::from(claim.wrong),
            says: claim.says.clone(),
            repair: claim.repair.clone(),
        }
    }
}

/// What the plan says to some work.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outlook)]
struct OutlookShape {
    /// Whose work.
    team: String,
    /// Which kind of it; empty when the text names none.
    kind: String,
    /// Why no date can be named; null when one can.
    cannot: Option<WhyNotShape>,
    /// The date to offer: at the policy's level, or the highest the history allows.
    offer: Option<LevelShape>,
    /// What makes it that date.
    why: Vec<DriverShape>,
    /// Of the last promises given at the policy's level or above, how many were kept.
    kept: Option<Kept>,
}

impl From<&Outlook> for OutlookShape {
    fn from(outlook: &Outlook) -> Self {
        let (team, kind) = (outlook.work.team.clone(), outlook.work.kind.clone());
        match &outlook.seen {
            Seen::CannotForecast(why) => {
                let cannot = Some(WhyNotShape::of(why).0);
                Self { team, kind, cannot, offer: None, why: Vec::new(), kept: None }
            }
            Seen::Date(ahead) => Self {
                team,
                kind,
                cannot: None,
                offer: Some(LevelShape::from(&ahead.offer)),
                why: ahead.why.iter().map(DriverShape::from).collect(),
                kept: Some(Kept::from(ahead.kept)),
            },
        }
    }
}

impl SaidShape {
    fn of(said: &Said, text: &Text<'_>) -> Self {
        Self {
            span: SpanShape::of(said.span, text),
            what: WhatCode::from(said.what),
            date: said.date.map(|span| SpanShape::of(span, text)),
            due: said.due.as_ref().map(Due::from),
            vague: said.vague,
            chance: said.chance.map(share),
            recorded: said.recorded,
        }
    }
}

impl LookedShape {
    fn of(looked: &Looked, text: &str) -> Self {
        let text = &Text { text, offsets: Offsets::in_code_points(text) };
        Self {
            language: looked.lang.map(LanguageCode::from),
            account: looked.account.map(AccountId),
            said: looked.said.iter().map(|said| SaidShape::of(said, text)).collect(),
            findings: looked.findings.iter().map(|found| FindingShape::of(found, text)).collect(),
            claims: looked.claims.iter().map(|claim| ClaimShape::of(claim, text)).collect(),
            outlook: looked.outlook.as_ref().map(OutlookShape::from),
            answer_by: Due::from(&looked.answer),
        }
    }
}

/// Looks through a text: what is promised and asked in it, and what should be worded otherwise. Nothing is kept of it.
#[utoipa::path(
    operation_id = "look_through",
    post, path = "/api/v1/wording", tag = "wording", request_body = LetterShape,
    responses((status = 200, description = "what was found", body = LookedShape))
)]
async fn look(
    Member(reader): Member,
    State(app): State<App>,
    Read(body): Read<LetterShape>,
) -> Result<Json<LookedShape>, Fault> {
    if body.text.len() > MOST_BYTES {
        let wanted = format!("at most {MOST_BYTES} bytes");
        return Err(Problem::input("text", body.text.len(), wanted).into());
    }
    if body.addresses.len() > 100 {
        return Err(Problem::input("addresses", body.addresses.len(), "at most 100 entries").into());
    }
    let work = body.team.map(|team| NewWork {
        team,
        kind: body.kind.unwrap_or_default(),
        estimate_minutes: None,
        pieces: NonZeroU32::MIN,
    });
    let letter = Letter {
        text: body.text,
        lang: body.language.map(Lang::from),
        writer: match body.writer {
            None | Some(WriterCode::Us) => Writer::Us,
            Some(WriterCode::Account) => Writer::Account,
        },
        account: body.account.map(|id| id.0),
        addresses: body.addresses,
        work,
        written_at: body.written_at.map(|at| at.0),
    };
    let looked = app.service().look_through(&reader.caller(), &letter).await.map_err(in_body)?;
    Ok(Json(LookedShape::of(&looked, &letter.text)))
}
