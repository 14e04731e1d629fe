//! A calendar as a form: hours of each weekday, whose holidays, days with hours of their own.

use std::collections::BTreeMap;

use calendar::{Calendar, Country};
use ledger::codec::calendar::{CalendarShape, HolidayShape, ShapeError};
use promise::party::CalendarVersion;

use crate::form::Fields;
use crate::page::join::country_name;
use crate::page::{Choice, choices};
use crate::say::Voice;

/// The weekdays, by the names of [`CalendarShape`].
const DAYS: [(&str, jiff::civil::Weekday); 7] = {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [
        ("monday", Monday),
        ("tuesday", Tuesday),
        ("wednesday", Wednesday),
        ("thursday", Thursday),
        ("friday", Friday),
        ("saturday", Saturday),
        ("sunday", Sunday),
    ]
};

/// A calendar as a form.
pub(super) struct CalendarView {
    pub(super) name: String,
    pub(super) version: u32,
    pub(super) zone: String,
    pub(super) days: Vec<Day>,
    pub(super) countries: Vec<Choice>,
    pub(super) eves: bool,
    pub(super) good_friday: bool,
    pub(super) bridge_days: bool,
    pub(super) liberation: Vec<Choice>,
    /// A line each: the date, `=`, its hours.
    pub(super) exceptions: String,
}

/// The hours of a weekday.
pub(super) struct Day {
    pub(super) field: &'static str,
    pub(super) name: &'static str,
    pub(super) hours: String,
}

/// A calendar as a form.
pub(super) fn calendar_view(voice: &Voice, name: &str, version: &CalendarVersion) -> CalendarView {
    let t = voice.t();
    let shape = CalendarShape::of(&version.calendar);
    let hours = |day: &str| shape.hours.get(day).cloned().unwrap_or_default();
    let holidays = shape.holidays.as_ref();
    let country = holidays.map_or("", |holidays| holidays.country.as_str());
    let none = ("", t.country_none());
    let countries = Country::ALL.into_iter().map(|c| (c.code(), country_name(voice, c)));
    let switch = |of: fn(&HolidayShape) -> Option<bool>| holidays.and_then(of).unwrap_or(false);
    let liberation = holidays.and_then(|h| h.liberation_day.as_deref()).unwrap_or("never");
    let exceptions = shape.exceptions.iter().map(|(date, hours)| format!("{date} = {hours}"));
    let closed = shape.closed.iter().map(|date| format!("{date} ="));
    CalendarView {
        name: name.to_owned(),
        version: version.version,
        zone: shape.zone.clone(),
        days: DAYS
            .map(|(field, day)| Day { field, name: voice.lang.weekday(day), hours: hours(field) })
            .into_iter()
            .collect(),
        countries: choices(std::iter::once(none).chain(countries), country),
        eves: switch(|h| h.eves),
        good_friday: switch(|h| h.good_friday),
        bridge_days: switch(|h| h.bridge_days),
        liberation: choices(
            [
                ("never", t.liberation_never()),
                ("every_fifth_year", t.liberation_fifth()),
                ("every_year", t.liberation_every()),
            ],
            liberation,
        ),
        exceptions: exceptions.chain(closed).collect::<Vec<_>>().join("\n"),
    }
}

/// The calendar in a form; what the form does not show is taken over from before.
pub(super) fn read_calendar(
    voice: &Voice,
    fields: &Fields,
    before: Option<&Calendar>,
) -> Result<Calendar, String> {
    let t = voice.t();
    let mut hours = BTreeMap::new();
    for (day, _) in DAYS {
        if let Some(text) = fields.some(day) {
            hours.insert(day.to_owned(), text.to_owned());
        }
    }
    let country = fields.some("country");
    let holidays = country.map(|country| HolidayShape {
        country: country.to_owned(),
        liberation_day: fields.some("liberation").map(str::to_owned),
        good_friday: Some(fields.ticked("good_friday")),
        eves: Some(fields.ticked("eves")),
        bridge_days: Some(fields.ticked("bridge_days")),
    });
    let mut exceptions = BTreeMap::new();
    for line in fields.get("exceptions").lines().filter(|line| !line.trim().is_empty()) {
        let (date, windows) = line.split_once('=').unwrap_or((line, ""));
        exceptions.insert(date.trim().to_owned(), windows.trim().to_owned());
    }
    let kept = before.map(CalendarShape::of);
    let shape = CalendarShape {
        zone: fields.get("zone").to_owned(),
        hours,
        breaks: kept.as_ref().map(|kept| kept.breaks.clone()).unwrap_or_default(),
        holidays,
        closed: Vec::new(),
        closed_yearly: kept.as_ref().map(|kept| kept.closed_yearly.clone()).unwrap_or_default(),
        exceptions,
        closures: kept.map(|kept| kept.closures).unwrap_or_default(),
    };
    shape.calendar().map_err(|error| match error {
        ShapeError::Calendar { error, .. } => voice.calendar_error(&error),
        ShapeError::Value { field, given, .. } => t.error_input(&field, &given, &t.wanted_date()),
        ShapeError::NoHours => t.error_no_hours().to_owned(),
    })
}
