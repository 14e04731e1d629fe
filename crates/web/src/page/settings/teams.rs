//! Teams in the settings: how many things at a time, in which order, who is away.

use std::num::NonZeroU32;

use axum::extract::{Path, State};
use axum::response::Response;
use forecast::history::Pace;
use jiff::civil::Date;
use promise::party::{Absence, Discipline, Team};
use service::plan::{TeamView, named};

use super::{done, page};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::{Choice, choices};
use crate::reader::Reader;
use crate::say::Voice;

/// The part of the settings.
const FORM: &str = "teams";

/// A team with what is known of it.
pub(super) struct TeamRow {
    pub(super) name: String,
    pub(super) says: String,
    pub(super) slots: String,
    pub(super) slots_hint: String,
    pub(super) reserved: String,
    pub(super) calendars: Vec<Choice>,
    pub(super) disciplines: Vec<Choice>,
    pub(super) absences: Vec<AbsenceRow>,
    /// The first day that somebody can be away from.
    pub(super) today: String,
}

/// When people of a team are away.
pub(super) struct AbsenceRow {
    pub(super) says: String,
    pub(super) from: String,
}

impl TeamRow {
    pub(super) fn of(reader: &Reader, team: &TeamView) -> Self {
        let (voice, t) = (&reader.voice, reader.voice.t());
        let set = reader.organisation.teams.get(&team.name);
        let reserved = set.and_then(|set| set.reserved_minutes);
        let names = reader.organisation.calendars.keys().map(|name| (name.clone(), name.clone()));
        let slots =
            team.slots.map_or_else(|| t.team_no_limit().to_owned(), |slots| slots.to_string());
        Self {
            name: team.name.clone(),
            says: team_said(voice, team),
            slots: set.and_then(|set| set.slots).map(|slots| slots.to_string()).unwrap_or_default(),
            slots_hint: if team.slots_inferred {
                t.team_slots_inferred(&slots)
            } else {
                String::new()
            },
            reserved: reserved.map(|m| voice.lang.decimal(f64::from(m) / 60.0)).unwrap_or_default(),
            calendars: choices(names, set.map_or("", |set| set.calendar.as_str())),
            disciplines: choices(
                Discipline::ALL.iter().copied().map(|one| (one.code(), discipline(voice, one))),
                team.discipline.code(),
            ),
            absences: absences(reader, &team.name),
            today: voice.today().to_string(),
        }
    }
}

fn absences(reader: &Reader, team: &str) -> Vec<AbsenceRow> {
    let (voice, today) = (&reader.voice, reader.voice.today());
    let known = reader.organisation.absences.get(team).into_iter().flatten();
    let row = |of: &Absence| {
        let day = |day: Date| voice.lang.day(day);
        let people = voice.lang.count(usize::try_from(of.people.get()).unwrap_or(usize::MAX));
        let says = voice.t().absence_said(&people, &day(of.from), &day(of.until));
        AbsenceRow { says, from: of.from.to_string() }
    };
    known.filter(|of| of.until >= today).map(row).collect()
}

/// How a team takes up work, in words.
fn discipline(voice: &Voice, of: Discipline) -> &'static str {
    let t = voice.t();
    match of {
        Discipline::Dispatch => t.discipline_dispatch(),
        Discipline::StrictPriority => t.discipline_strict_priority(),
        Discipline::WipLimit => t.discipline_wip_limit(),
    }
}

/// What a team's history tells, in a sentence.
pub(crate) fn team_said(voice: &Voice, team: &TeamView) -> String {
    let t = voice.t();
    let counts = t.team_counts(&voice.lang.count(team.finished), &voice.lang.count(team.open));
    let pace = match team.pace {
        Pace::Effort => t.team_by_effort(&voice.lang.percent(team.share_percent)),
        Pace::Cycle => t.team_by_cycle().to_owned(),
        Pace::Lead => t.team_by_lead().to_owned(),
    };
    let habit = team.habit.map(|habit| {
        let of = voice.lang.count(habit.choices);
        t.team_habit(
            &voice.lang.count(habit.in_order),
            &of,
            &discipline(voice, named(habit.discipline)),
        )
    });
    format!("{counts} {pace} {}", habit.unwrap_or_default()).trim_end().to_owned()
}

/// `POST /settings/teams/{name}`
pub(crate) async fn post_team(
    reader: Reader,
    State(app): State<App>,
    Path(name): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let slots = fields.some("slots").map(|text| text.parse::<NonZeroU32>().ok());
    let reserved = fields.some("reserved").map(|text| {
        let hours = text.replace(',', ".").parse::<f64>().ok();
        hours.filter(|hours| (0.0..=10_000.0).contains(hours))
    });
    if slots == Some(None) {
        return page(&reader, &app, Some((FORM.to_owned(), t.wanted_slots().to_owned()))).await;
    }
    if reserved == Some(None) {
        return page(&reader, &app, Some((FORM.to_owned(), t.wanted_reserved().to_owned()))).await;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let reserved_minutes = reserved.flatten().map(|hours| (hours * 60.0).round() as u32);
    let Some(discipline) = Discipline::of_code(fields.get("discipline")) else {
        return page(&reader, &app, Some((FORM.to_owned(), t.wanted_discipline().to_owned())))
            .await;
    };
    let caller = reader.caller_for(&format!("team {name}"), &fields);
    let calendar = fields.get("calendar").to_owned();
    let team = Team { calendar, slots: slots.flatten(), reserved_minutes, discipline };
    let outcome = app.service().set_team(&caller, &name, team).await;
    done(&reader, &app, FORM.to_owned(), outcome).await
}

/// `POST /settings/teams/{name}/away`
pub(crate) async fn post_away(
    reader: Reader,
    State(app): State<App>,
    Path(name): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let day = |field: &str| fields.get(field).parse::<Date>().ok();
    let people = fields.get("people").parse::<NonZeroU32>().ok();
    let asked = day("from").zip(day("until")).zip(people);
    let Some(((from, until), people)) = asked else {
        let wanted = reader.voice.t().wanted_absence().to_owned();
        return page(&reader, &app, Some((FORM.to_owned(), wanted))).await;
    };
    let caller = reader.caller_for(&format!("away {name}"), &fields);
    let absence = Absence { from, until, people };
    let outcome = app.service().note_absence(&caller, &name, absence).await;
    done(&reader, &app, FORM.to_owned(), outcome).await
}

/// `POST /settings/teams/{name}/back`
pub(crate) async fn post_back(
    reader: Reader,
    State(app): State<App>,
    Path(name): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let Ok(from) = fields.get("from").parse::<Date>() else {
        let wanted = reader.voice.t().wanted_absence().to_owned();
        return page(&reader, &app, Some((FORM.to_owned(), wanted))).await;
    };
    let caller = reader.caller_for(&format!("back {name}"), &fields);
    let outcome = app.service().cancel_absence(&caller, &name, from).await;
    done(&reader, &app, FORM.to_owned(), outcome).await
}
