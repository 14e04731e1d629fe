//! The settings: how promises are offered and watched, who works when, who is here.

pub(crate) mod audit;
mod calendar;
pub(crate) mod costs;
pub(crate) mod members;
pub(crate) mod teams;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use promise::party::PersonFigures;
use promise::{Chance, Policy, Role};
use service::ServiceError;
use service::audit::PrivacyError;

use self::calendar::{CalendarView, calendar_view, read_calendar};
use self::costs::CostsView;
use self::members::MemberRow;
use self::teams::TeamRow;
use super::me::TokenView;
use super::{Choice, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::reader::{Reader, Through};
use crate::say::Voice;

#[derive(Template)]
#[template(path = "settings.html")]
struct Page {
    f: Frame,
    teams: Vec<TeamRow>,
    calendars: Vec<CalendarView>,
    policy: Vec<Setting>,
    costs: CostsView,
    members: Vec<MemberRow>,
    tokens: Vec<TokenView>,
    roles: Vec<Choice>,
    may_change: bool,
    /// Whether figures about single members are shown to others, and why.
    figures: PersonFigures,
    /// Whether a second factor is demanded.
    demanded: bool,
    /// Whether members sign in: in an open house they do not.
    shows_access: bool,
    /// Which form was refused, and why.
    wrong: Option<(String, String)>,
}

/// A percentage that can be set.
struct Setting {
    name: &'static str,
    label: &'static str,
    value: String,
}

/// The name of a role.
pub(crate) fn role(voice: &Voice, role: Role) -> &'static str {
    let t = voice.t();
    match role {
        Role::Viewer => t.role_viewer(),
        Role::Promisor => t.role_promisor(),
        Role::Manager => t.role_manager(),
        Role::Admin => t.role_admin(),
    }
}

/// `GET /settings`
pub(crate) async fn get(reader: Reader, State(app): State<App>) -> Result<Response, Failure> {
    page(&reader, &app, None).await
}

async fn page(
    reader: &Reader,
    app: &App,
    wrong: Option<(String, String)>,
) -> Result<Response, Failure> {
    let (voice, organisation) = (&reader.voice, &reader.organisation);
    let t = voice.t();
    let world = app.service().world(reader.whose, reader.voice.now).await?;
    let mut views = world.team_views();
    views.sort_by_key(|team| std::cmp::Reverse(team.finished));
    let teams = views.iter().map(|team| TeamRow::of(reader, team)).collect();
    let costs = costs::view(reader, views.iter().map(|team| team.name.clone()));
    let calendars = organisation
        .calendars
        .iter()
        .map(|(name, version)| calendar_view(voice, name, version))
        .collect();
    let percent = |chance: Chance| (chance.permille() / 10).to_string();
    let policy = &organisation.policy;
    let setting = |name, label, value| Setting { name, label, value };
    let failed = wrong.is_some();
    let page = render(&Page {
        f: Frame::of(reader, t.nav_settings(), Place::Settings),
        teams,
        calendars,
        policy: vec![
            setting("offer_at", t.policy_offer_at(), percent(policy.offer_at)),
            setting("on_plan_from", t.policy_on_plan(), percent(policy.on_plan_from)),
            setting("watch_from", t.policy_watch(), percent(policy.watch_from)),
        ],
        costs,
        members: members::rows(reader).await?,
        tokens: members::tokens(reader).await?,
        roles: members::roles(reader, Role::Promisor),
        may_change: reader.role() == Role::Admin,
        figures: organisation.person_figures.clone(),
        demanded: organisation.demands_second_factor,
        shows_access: reader.through != Through::OpenHouse,
        wrong,
    })?;
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

/// Back to the settings, or the form again with what is wrong.
async fn done(
    reader: &Reader,
    app: &App,
    form: String,
    outcome: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => {
            app.look_again(reader.whose).await?;
            Ok(Redirect::to(&format!("/settings#{form}")).into_response())
        }
        Err(error) => {
            let failure = Failure::from(error);
            let Failure::Service(error) = &failure else { return Err(failure) };
            if failure.status() != StatusCode::UNPROCESSABLE_ENTITY {
                return Err(failure);
            }
            let said = reader.voice.error(error);
            page(reader, app, Some((form, said))).await
        }
    }
}

/// `POST /settings/policy`
pub(crate) async fn post_policy(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let percent = |name: &str| {
        let given = fields.get(name).parse::<u16>().ok();
        given.filter(|percent| (1..=99).contains(percent)).map(Chance::of_percent)
    };
    let (Some(offer_at), Some(on_plan_from), Some(watch_from)) =
        (percent("offer_at"), percent("on_plan_from"), percent("watch_from"))
    else {
        let wanted = reader.voice.t().wanted_percent().to_owned();
        return page(&reader, &app, Some(("policy".to_owned(), wanted))).await;
    };
    let margin = reader.organisation.policy.margin;
    let policy = Policy { offer_at, on_plan_from, watch_from, margin };
    let caller = reader.caller_for("policy", &fields);
    let outcome = app.service().set_policy(&caller, policy).await;
    done(&reader, &app, "policy".to_owned(), outcome).await
}

/// `POST /settings/figures`
pub(crate) async fn post_figures(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("figures", &fields);
    let (shown, reason) = (fields.some("shown").is_some(), fields.get("reason"));
    let form = "figures".to_owned();
    match app.service().set_person_figures(&caller, shown, reason).await {
        Ok(()) => done(&reader, &app, form, Ok(())).await,
        Err(PrivacyError::NoReason) => {
            let wanted = reader.voice.t().settings_figures_wanted().to_owned();
            page(&reader, &app, Some((form, wanted))).await
        }
        Err(PrivacyError::Service(error)) => done(&reader, &app, form, Err(error)).await,
        Err(
            PrivacyError::NotAdmin { .. }
            | PrivacyError::LastAdmin
            | PrivacyError::OpenPromises(_)
            | PrivacyError::Days { .. },
        ) => Err(Failure::NotAllowed),
    }
}

/// `POST /settings/second-factor`
pub(crate) async fn post_second_factor(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("second factor", &fields);
    let demanded = fields.some("demanded").is_some();
    match app.service().demand_second_factor(&caller, demanded).await {
        Ok(()) => done(&reader, &app, "second".to_owned(), Ok(())).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /settings/calendars/{name}`
pub(crate) async fn post_calendar(
    reader: Reader,
    State(app): State<App>,
    Path(name): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let form = "calendars".to_owned();
    // A new calendar has its name in the form.
    let name = if name == "new" { fields.get("name").to_owned() } else { name };
    let before = reader.organisation.calendars.get(&name).map(|version| &version.calendar);
    let calendar = match read_calendar(&reader.voice, &fields, before) {
        Ok(calendar) => calendar,
        Err(wrong) => return page(&reader, &app, Some((form, wrong))).await,
    };
    let caller = reader.caller_for(&format!("calendar {name}"), &fields);
    let outcome = app.service().set_calendar(&caller, &name, calendar).await;
    done(&reader, &app, form, outcome).await
}
