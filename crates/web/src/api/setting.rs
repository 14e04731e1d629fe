//! What the organisation is, who works there, and what needs somebody's word today.

use axum::Json;
use axum::extract::State;
use ledger::query::CounterRow;
use promise::Policy;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Asked;
use super::problem::Fault;
use super::shape::code::{Consequence, Currency, Language, Role};
use super::shape::forecast::TeamShape;
use super::shape::promise::{AccountName, PromiseItem};
use super::shape::text::{AccountId, CounterPromiseId, Instant, MemberId, PromiseId};
use super::shape::{Due, Kept, MemberName, share};
use super::writer::Member;
use crate::app::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(organisation))
        .routes(routes!(members))
        .routes(routes!(teams))
        .routes(routes!(today))
        .routes(routes!(keys))
}

/// The company that runs handslag.
#[derive(Debug, Serialize, ToSchema)]
struct Organisation {
    /// Its name, as customers know it.
    #[schema(example = "Kornoelje")]
    name: String,
    /// What its people write in among themselves.
    language: Language,
    /// The IANA name of its time zone.
    #[schema(example = "Europe/Amsterdam")]
    zone: String,
    /// What it counts in.
    currency: Currency,
    /// How it offers and watches.
    policy: PolicyShape,
    /// Its calendars, by name.
    calendars: Vec<CalendarShape>,
    /// As whom this request acts.
    member: MemberName,
}

/// The settings by which promises are offered and watched; chances from 0 to 1.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Policy)]
struct PolicyShape {
    /// The chance at which dates are offered; below it a reason and a name are needed.
    #[schema(example = 0.85)]
    offer_at: f64,
    /// On plan from here on.
    #[schema(example = 0.7)]
    on_plan_from: f64,
    /// Watch from here on, off plan below.
    #[schema(example = 0.5)]
    watch_from: f64,
    /// A state is left upwards only this far above its threshold.
    #[schema(example = 0.03)]
    margin: f64,
}

impl From<&Policy> for PolicyShape {
    fn from(policy: &Policy) -> Self {
        Self {
            offer_at: share(policy.offer_at),
            on_plan_from: share(policy.on_plan_from),
            watch_from: share(policy.watch_from),
            margin: share(policy.margin),
        }
    }
}

/// A calendar in which dues and business days are counted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Calendar)]
struct CalendarShape {
    /// Its name.
    #[schema(example = "office")]
    name: String,
    /// Counted up from 1 whenever it changes.
    #[schema(example = 1)]
    version: u32,
    /// The IANA name of its time zone.
    #[schema(example = "Europe/Amsterdam")]
    zone: String,
}

/// Tells what the organisation is.
#[utoipa::path(
    operation_id = "get_organisation",
    get, path = "/api/v1/organisation", tag = "setting",
    responses((status = 200, description = "the organisation", body = Organisation))
)]
async fn organisation(Member(reader): Member, asked: Asked) -> Result<Json<Organisation>, Fault> {
    asked.none_left()?;
    let known = &reader.organisation;
    let calendars = known.calendars.iter().map(|(name, version)| CalendarShape {
        name: name.clone(),
        version: version.version,
        zone: version.calendar.zone().iana_name().unwrap_or("UTC").to_owned(),
    });
    Ok(Json(Organisation {
        name: known.name.to_string(),
        language: Language(known.language),
        zone: known.zone.clone(),
        currency: Currency(known.currency),
        policy: PolicyShape::from(&known.policy),
        calendars: calendars.collect(),
        member: MemberName::of(reader.member, known),
    }))
}

/// The people of the organisation who are here.
#[derive(Debug, Serialize, ToSchema)]
struct MemberList {
    /// The members.
    items: Vec<MemberShape>,
}

/// A person of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Member)]
struct MemberShape {
    /// Who.
    id: MemberId,
    /// What people call them.
    #[schema(example = "Fenna Visser")]
    name: String,
    /// What they may do.
    role: Role,
}

/// Lists the members who are here.
#[utoipa::path(
    operation_id = "list_members",
    get, path = "/api/v1/members", tag = "setting",
    responses((status = 200, description = "the members", body = MemberList))
)]
async fn members(Member(reader): Member, asked: Asked) -> Result<Json<MemberList>, Fault> {
    asked.none_left()?;
    let here = reader.organisation.members.iter().filter(|(_, member)| member.left_at.is_none());
    let items = here.map(|(id, member)| MemberShape {
        id: MemberId(*id),
        name: member.name.clone(),
        role: Role(member.role),
    });
    Ok(Json(MemberList { items: items.collect() }))
}

/// The teams as the plan sees them.
#[derive(Debug, Serialize, ToSchema)]
struct TeamList {
    /// The teams, by name.
    items: Vec<TeamShape>,
}

/// Lists the teams whose work is known, with what their records tell.
#[utoipa::path(
    operation_id = "list_teams",
    get, path = "/api/v1/teams", tag = "setting",
    responses((status = 200, description = "the teams", body = TeamList))
)]
async fn teams(
    Member(reader): Member,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<TeamList>, Fault> {
    asked.none_left()?;
    let world = app.service().world(reader.whose, reader.voice.now).await?;
    Ok(Json(TeamList { items: world.team_views().iter().map(TeamShape::from).collect() }))
}

/// What needs somebody's word today, each part the most pressing first.
#[derive(Debug, Serialize, ToSchema)]
struct Today {
    /// Late, or less likely than not to be kept.
    off_plan: Vec<PromiseItem>,
    /// To be looked at.
    watch: Vec<PromiseItem>,
    /// The customer proposed something and waits for our answer.
    to_answer: Vec<PromiseItem>,
    /// What customers owe us, past its due.
    owed: Vec<Owed>,
    /// Offers that lapse within a week.
    lapsing: Vec<PromiseItem>,
    /// Delivered, and not yet confirmed.
    unconfirmed: Vec<PromiseItem>,
    /// Open promises of which nothing can be said.
    unknown: Vec<PromiseItem>,
    /// How many open promises need nothing.
    on_plan: usize,
    /// How many promises there are to be kept at all.
    open: usize,
    /// Of the last promises given at the policy's level or above, how many were kept.
    kept: Kept,
    /// Since when the chances that we state hold less, or more, than they say; absent while they hold.
    drift: Option<Drift>,
    /// When the promises were last looked at.
    seen_at: Option<Instant>,
}

/// A time in which promises were kept less, or more, often than was said.
#[derive(Debug, Serialize, ToSchema)]
struct Drift {
    /// Since when.
    since: Instant,
    /// Whether fewer were kept than was said; else more were.
    short: bool,
    /// So many were kept.
    kept: usize,
    /// Of so many.
    of: usize,
    /// As many were to be kept by the chances that were stated.
    expected: f64,
}

impl From<&forecast::drift::Drift> for Drift {
    fn from(drift: &forecast::drift::Drift) -> Self {
        let since = jiff::Timestamp::from_second(drift.since);
        Self {
            since: Instant(since.unwrap_or(jiff::Timestamp::UNIX_EPOCH)),
            short: drift.direction == forecast::drift::Direction::Short,
            kept: drift.held.0,
            of: drift.held.1,
            expected: drift.expected,
        }
    }
}

/// A counter-promise that is late.
#[derive(Debug, Serialize, ToSchema)]
struct Owed {
    /// Which one.
    id: CounterPromiseId,
    /// Of which promise.
    promise: PromiseId,
    /// That promise's short name.
    #[schema(example = 7)]
    number: u32,
    /// Whose it is.
    account: AccountName,
    /// What.
    #[schema(example = "The test server is ready")]
    subject: String,
    /// By when.
    due: Due,
    /// What its lateness does.
    consequence: Consequence,
}

impl From<&CounterRow> for Owed {
    fn from(row: &CounterRow) -> Self {
        Self {
            id: CounterPromiseId(row.id),
            promise: PromiseId(row.promise),
            number: row.number,
            account: AccountName { id: AccountId(row.account), name: row.account_name.clone() },
            subject: row.subject.clone(),
            due: Due::from(&row.due),
            consequence: Consequence(row.consequence),
        }
    }
}

/// Tells what needs somebody's word today.
#[utoipa::path(
    operation_id = "get_today",
    get, path = "/api/v1/today", tag = "setting",
    responses((status = 200, description = "what needs a word", body = Today))
)]
async fn today(
    Member(reader): Member,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<Today>, Fault> {
    asked.none_left()?;
    let today = app.service().today(&reader.caller()).await?;
    let items = |rows: &[ledger::query::PromiseRow]| rows.iter().map(PromiseItem::from).collect();
    Ok(Json(Today {
        off_plan: items(&today.off_plan),
        watch: items(&today.watch),
        to_answer: items(&today.to_answer),
        owed: today.owed.iter().map(Owed::from).collect(),
        lapsing: items(&today.lapsing),
        unconfirmed: items(&today.unconfirmed),
        unknown: items(&today.unknown),
        on_plan: today.on_plan,
        open: today.open,
        kept: Kept::from(today.kept),
        drift: today.drift.as_ref().map(Drift::from),
        seen_at: today.seen_at.map(Instant),
    }))
}

/// Every public key of the organisation so far, oldest first.
#[derive(Debug, Serialize, ToSchema)]
struct PublishedKeys {
    /// The keys.
    keys: Vec<PublishedKey>,
}

/// A public key that signs, or signed, receipts.
#[derive(Debug, Serialize, ToSchema)]
struct PublishedKey {
    /// The first 16 hexadecimal digits of the SHA-256 of the key.
    #[schema(example = "8f2d3c1b5a6e7f90")]
    id: String,
    /// The 32 bytes of the Ed25519 key in base64url without padding.
    #[schema(example = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")]
    ed25519: String,
    /// From when on it signed.
    since: Instant,
}

/// Publishes the keys by which receipts are verified.
#[utoipa::path(
    operation_id = "list_keys",
    get, path = "/.well-known/handslag-keys", tag = "receipts",
    responses((status = 200, description = "the public keys", body = PublishedKeys))
)]
async fn keys(State(app): State<App>) -> Json<PublishedKeys> {
    let keys = app.service().ledger().ring().public_keys().into_iter();
    let keys = keys.map(|key| PublishedKey {
        id: key.id,
        ed25519: key.ed25519,
        since: Instant(key.since),
    });
    Json(PublishedKeys { keys: keys.collect() })
}
