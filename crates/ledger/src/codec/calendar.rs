//! A calendar as text: what a company writes into a file, and what the ledger stores.

use std::collections::BTreeMap;

use calendar::holiday::{HolidaySwitches, LiberationDay};
use calendar::{Calendar, CalendarError, Country, Window};
use jiff::civil::{Date, DateTime, Weekday};
use serde::{Deserialize, Serialize};

const WEEK: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A calendar as text.
///
/// ```toml
/// zone = "Europe/Stockholm"
///
/// [hours]
/// monday = "08:30-12:00, 12:30-17:00"
/// friday = "08:30-15:00"
///
/// [holidays]
/// country = "SE"
/// eves = true
///
/// [exceptions]
/// 2026-04-30 = "08:30-12:00"     # a half day
/// 2026-05-15 = ""                # closed
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarShape {
    /// The IANA name of its time zone.
    pub zone: String,
    /// The windows of each weekday by its English name; days left out are days off.
    #[serde(default)]
    pub hours: BTreeMap<String, String>,
    /// The breaks of each weekday, cut out of its windows.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub breaks: BTreeMap<String, String>,
    /// The public holidays that are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<HolidayShape>,
    /// Single dates on which it is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<String>,
    /// Months and days, as in `12-24`, on which it is closed every year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_yearly: Vec<String>,
    /// Dates with hours of their own; an empty text closes the date.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub exceptions: BTreeMap<String, String>,
    /// Closures from one wall-clock time to another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closures: Vec<ClosureShape>,
}

/// The public holidays that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayShape {
    /// The ISO 3166 code of the country.
    pub country: String,
    /// 5 May in the Netherlands: `never`, `every_fifth_year`, `every_year`; what is customary when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liberation_day: Option<String>,
    /// Good Friday where it is no public holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_friday: Option<bool>,
    /// The customary eves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eves: Option<bool>,
    /// Single working days between a holiday and a weekend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bridge_days: Option<bool>,
}

/// A closure from one wall-clock time to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureShape {
    /// From when.
    pub from: String,
    /// Until when.
    pub to: String,
}

/// Why a text is no calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShapeError {
    /// A window or zone cannot be read.
    #[error("{field}: {error}")]
    Calendar {
        /// Which field.
        field: String,
        /// What is wrong.
        error: CalendarError,
    },
    /// Another value cannot be read.
    #[error("{field} is {given:?}; wanted {wanted}")]
    Value {
        /// Which field.
        field: String,
        /// What was given.
        given: String,
        /// What is wanted.
        wanted: &'static str,
    },
    /// No hours at all: nothing could ever fall due.
    #[error("hours has no windows; wanted at least one weekday with hours")]
    NoHours,
}

impl CalendarShape {
    /// The calendar that the text describes.
    ///
    /// # Errors
    /// [`ShapeError`] naming the field.
    pub fn calendar(&self) -> Result<Calendar, ShapeError> {
        let in_field = |field: &str| {
            let field = field.to_owned();
            move |error| ShapeError::Calendar { field, error }
        };
        let mut calendar = Calendar::in_zone(&self.zone).map_err(in_field("zone"))?;
        let mut open = 0;
        for (name, text) in &self.hours {
            let windows = Window::parse_list(text).map_err(in_field(&format!("hours.{name}")))?;
            open += windows.len();
            calendar = calendar.with_day(weekday("hours", name)?, windows);
        }
        if open == 0 {
            return Err(ShapeError::NoHours);
        }
        for (name, text) in &self.breaks {
            let day = weekday("breaks", name)?;
            for pause in Window::parse_list(text).map_err(in_field(&format!("breaks.{name}")))? {
                calendar = calendar.with_break(day, pause);
            }
        }
        if let Some(holidays) = &self.holidays {
            let (country, switches) = holidays.read()?;
            calendar = calendar.with_public_holidays(country, switches);
        }
        for text in &self.closed {
            calendar = calendar.with_holiday(value("closed", text, "a date such as 2026-12-28")?);
        }
        for text in &self.closed_yearly {
            let (month, day) = month_day(text)?;
            calendar = calendar.with_yearly_holiday(month, day);
        }
        for (date, hours) in &self.exceptions {
            let windows =
                Window::parse_list(hours).map_err(in_field(&format!("exceptions.{date}")))?;
            let date = value("exceptions", date, "a date such as 2026-04-30")?;
            calendar = calendar.with_exception(date, windows);
        }
        for closure in &self.closures {
            let wanted = "a wall-clock time such as 2026-06-05T13:00";
            let from: DateTime = value("closures.from", &closure.from, wanted)?;
            let to: DateTime = value("closures.to", &closure.to, wanted)?;
            calendar = calendar.with_closure(from, to);
        }
        Ok(calendar)
    }

    /// The text that describes a calendar.
    pub fn of(calendar: &Calendar) -> Self {
        let list = |windows: &[Window]| {
            windows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        };
        let by_day = |of: &dyn Fn(Weekday) -> String| {
            let days = WEEK.iter().map(|(name, day)| ((*name).to_owned(), of(*day)));
            days.filter(|(_, text)| !text.is_empty()).collect()
        };
        Self {
            zone: calendar.zone().iana_name().unwrap_or("UTC").to_owned(),
            hours: by_day(&|day| list(calendar.week_day(day))),
            breaks: by_day(&|day| list(calendar.breaks_of(day))),
            holidays: calendar.public_holidays().map(|(c, s)| HolidayShape::of(c, s)),
            closed: calendar.single_holidays().map(|date| date.to_string()).collect(),
            closed_yearly: calendar
                .yearly_holidays()
                .map(|(month, day)| format!("{month:02}-{day:02}"))
                .collect(),
            exceptions: calendar
                .exceptions()
                .map(|(date, windows)| (date.to_string(), list(windows)))
                .collect(),
            closures: calendar
                .closures()
                .iter()
                .map(|(from, to)| ClosureShape { from: from.to_string(), to: to.to_string() })
                .collect(),
        }
    }
}

impl HolidayShape {
    fn read(&self) -> Result<(Country, HolidaySwitches), ShapeError> {
        let wanted = "one of NL, SE, DE, BE, DK, NO, FI, GB";
        let country: Country = value("holidays.country", &self.country, wanted)?;
        let usual = country.customary();
        let liberation_day = match self.liberation_day.as_deref() {
            None => usual.liberation_day,
            Some("never") => LiberationDay::Never,
            Some("every_fifth_year") => LiberationDay::EveryFifthYear,
            Some("every_year") => LiberationDay::EveryYear,
            Some(given) => {
                return Err(ShapeError::Value {
                    field: "holidays.liberation_day".to_owned(),
                    given: given.to_owned(),
                    wanted: "never, every_fifth_year or every_year",
                });
            }
        };
        let switches = HolidaySwitches {
            liberation_day,
            good_friday: self.good_friday.unwrap_or(usual.good_friday),
            eves: self.eves.unwrap_or(usual.eves),
            bridge_days: self.bridge_days.unwrap_or(usual.bridge_days),
        };
        Ok((country, switches))
    }

    fn of(country: Country, switches: HolidaySwitches) -> Self {
        let liberation_day = match switches.liberation_day {
            LiberationDay::Never => "never",
            LiberationDay::EveryFifthYear => "every_fifth_year",
            LiberationDay::EveryYear => "every_year",
        };
        Self {
            country: country.code().to_owned(),
            liberation_day: Some(liberation_day.to_owned()),
            good_friday: Some(switches.good_friday),
            eves: Some(switches.eves),
            bridge_days: Some(switches.bridge_days),
        }
    }
}

fn weekday(field: &str, name: &str) -> Result<Weekday, ShapeError> {
    let found = WEEK.iter().find(|(known, _)| *known == name);
    found.map(|(_, day)| *day).ok_or_else(|| ShapeError::Value {
        field: field.to_owned(),
        given: name.to_owned(),
        wanted: "a weekday such as monday",
    })
}

fn value<T: std::str::FromStr>(
    field: &str,
    text: &str,
    wanted: &'static str,
) -> Result<T, ShapeError> {
    let (field, given) = (field.to_owned(), text.to_owned());
    text.parse().map_err(|_| ShapeError::Value { field, given, wanted })
}

fn month_day(text: &str) -> Result<(i8, i8), ShapeError> {
    let wrong = || ShapeError::Value {
        field: "closed_yearly".to_owned(),
        given: text.to_owned(),
        wanted: "a month and day such as 12-24",
    };
    let (month, day) = text.split_once('-').ok_or_else(wrong)?;
    // 2028 is a leap year: every day that exists in some year is taken.
    let date: Date = format!("2028-{month}-{day}").parse().map_err(|_| wrong())?;
    Ok((date.month(), date.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Calendar {
        Calendar::office("Europe/Stockholm", Country::Se)
            .unwrap()
            .with_break(Weekday::Monday, Window::of_hours(12, 13))
            .with_holiday(Date::constant(2026, 12, 28))
            .with_yearly_holiday(2, 29)
            .with_exception(Date::constant(2026, 4, 30), vec![Window::of_hours(9, 12)])
            .with_exception(Date::constant(2026, 5, 15), Vec::new())
            .with_closure(
                Date::constant(2026, 6, 5).at(13, 0, 0, 0),
                Date::constant(2026, 6, 5).at(17, 0, 0, 0),
            )
    }

    #[test]
    fn a_calendar_reads_back_from_its_text() {
        let shape = CalendarShape::of(&whole());
        assert_eq!(shape.calendar().unwrap(), whole());
        let json = serde_json::to_string(&shape).unwrap();
        assert_eq!(serde_json::from_str::<CalendarShape>(&json).unwrap(), shape);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |change: fn(&mut CalendarShape), wanted: &str| {
            let mut shape = CalendarShape::of(&whole());
            change(&mut shape);
            let error = shape.calendar().unwrap_err().to_string();
            assert!(error.contains(wanted), "{error}");
        };
        check(|s| s.zone = "Mars".to_owned(), "zone: \"Mars\" is no time zone");
        check(|s| s.hours.clear(), "hours has no windows");
        check(
            |s| drop(s.hours.insert("monday".into(), "9".into())),
            "hours.monday: \"9\" is no window",
        );
        check(|s| drop(s.hours.insert("måndag".into(), "9-10".into())), "\"9-10\" is no window");
        check(|s| drop(s.breaks.insert("noon".into(), "12:00-13:00".into())), "breaks is \"noon\"");
        check(|s| s.closed.push("soon".into()), "closed is \"soon\"");
        check(|s| s.closed_yearly.push("13-01".into()), "closed_yearly is \"13-01\"");
        check(|s| drop(s.exceptions.insert("x".into(), String::new())), "exceptions is \"x\"");
        check(|s| s.holidays.as_mut().unwrap().country = "XX".into(), "holidays.country is \"XX\"");
        check(
            |s| s.holidays.as_mut().unwrap().liberation_day = Some("maybe".into()),
            "holidays.liberation_day is \"maybe\"",
        );
    }
}
