//! What a file brings, in sentences and tables.

use import::infer::WorkingHours;
use jiff::civil::Weekday;
use service::history::Brought;

use crate::page::settings::teams::team_said;
use crate::say::Voice;

/// So many bad rows are shown; the file of rejects has them all.
const BAD_SHOWN: usize = 50;

/// What a file brings.
pub(super) struct BroughtView {
    pub(super) said: Vec<String>,
    pub(super) bad: Vec<BadView>,
    pub(super) bad_said: Option<String>,
    pub(super) more_bad: Option<String>,
    pub(super) teams: Vec<TeamSeen>,
    pub(super) nothing: bool,
}

/// A row that cannot be taken.
pub(super) struct BadView {
    pub(super) line: String,
    pub(super) says: String,
}

/// What is known of a team with the file taken in.
pub(super) struct TeamSeen {
    pub(super) name: String,
    pub(super) says: String,
    pub(super) hours: String,
}

/// What a file brings.
pub(super) fn brought_view(voice: &Voice, brought: &Brought) -> BroughtView {
    let t = voice.t();
    let count = |n: usize| voice.lang.count(n);
    let summary = &brought.summary;
    let mut said = Vec::new();
    let span = summary.from.zip(summary.to);
    let span = span.map(|(from, to)| t.brought_span(&voice.day(from), &voice.day(to)));
    said.push(t.brought_rows(
        summary.rows,
        &count(summary.rows),
        &count(summary.finished),
        &count(summary.open),
    ));
    said.extend(span);
    said.push(t.brought_new(
        &count(brought.new),
        &count(brought.changed),
        &count(brought.unchanged),
    ));
    if summary.estimated > 0 {
        said.push(t.brought_estimated(&count(summary.estimated)));
    }
    if summary.given_up > 0 {
        said.push(t.brought_given_up(summary.given_up, &count(summary.given_up)));
    }
    if summary.left_out > 0 {
        said.push(t.brought_left_out(summary.left_out, &count(summary.left_out)));
    }
    if summary.doubtful > 0 {
        said.push(t.brought_doubtful(summary.doubtful, &count(summary.doubtful)));
    }
    let bad = brought.bad.iter().take(BAD_SHOWN);
    let bad = bad.map(|row| BadView { line: row.line.to_string(), says: voice.bad_row(row) });
    let hidden = brought.bad.len().saturating_sub(BAD_SHOWN);
    let in_file = |name: &str| summary.teams.contains_key(name) || summary.teams.contains_key("");
    let teams = brought.teams.iter().filter(|team| in_file(&team.name));
    let teams = teams.map(|team| {
        let hours = brought.hours.get(&team.name).or_else(|| brought.hours.get(""));
        TeamSeen {
            name: team.name.clone(),
            says: team_said(voice, team),
            hours: hours.map(|hours| hours_said(voice, hours)).unwrap_or_default(),
        }
    });
    BroughtView {
        said,
        bad: bad.collect(),
        bad_said: (summary.bad > 0).then(|| t.brought_bad(summary.bad, &count(summary.bad))),
        more_bad: (hidden > 0).then(|| t.and_more(&count(hidden))),
        teams: teams.collect(),
        nothing: summary.rows == 0,
    }
}

/// On which days and at which hours a team works, as its records show.
fn hours_said(voice: &Voice, hours: &WorkingHours) -> String {
    let t = voice.t();
    let days = days_said(voice, &hours.days);
    if hours.hours_told { t.hours_told(&days, &hours.window) } else { t.hours_days(&days) }
}

/// Days in words: the first to the last where they follow each other.
fn days_said(voice: &Voice, days: &[Weekday]) -> String {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
    let place = |day: &Weekday| i32::from(day.to_monday_zero_offset());
    let in_row = days.windows(2).all(|pair| place(&pair[1]) == place(&pair[0]) + 1);
    if in_row && days.len() > 2 {
        return voice.t().days_between(&voice.lang.weekday(*first), &voice.lang.weekday(*last));
    }
    days.iter().map(|day| voice.lang.weekday(*day)).collect::<Vec<_>>().join(", ")
}
