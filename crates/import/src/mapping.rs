//! Which column means what: a TOML file that somebody who knows the tracker writes once.
//!
//! ```toml
//! name = "tasks of the delivery teams"
//!
//! [columns]
//! id = ["key"]                 # several are joined with "|"
//! created = "opened on"
//! started = "taken up on"
//! finished = "done on"
//! estimate = "hours planned"
//! actual = "hours spent"
//! type = "kind"
//! team = "squad"
//!
//! [where]                      # rows that count; "*" wants any value
//! cancelled = "no"
//!
//! [format]
//! dates = "%d-%m-%Y"           # left out: ISO 8601
//! unit = "hours"               # of estimate and actual
//! ```

use std::collections::BTreeMap;

use calendar::{Calendar, CalendarError, Country, Window};
use jiff::civil::Weekday;
use serde::Deserialize;

use crate::ImportError;

/// The days on which a team's hours count.
const WORKING_WEEK: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
/// The hours in a day of an estimate given in days.
const HOURS_A_DAY: f64 = 8.0;

/// Which column means what, checked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the rows are, in the words of whoever wrote it.
    pub name: String,
    /// The source the rows belong to; rows of one source and id are the same thing. The name when left out.
    pub source: Option<String>,
    /// The columns.
    pub columns: Columns,
    /// Which rows count: a column and the value it must have, `*` for any value at all.
    #[serde(default, rename = "where")]
    pub filter: BTreeMap<String, String>,
    /// By what it shows that a row was given up and never will be done: a column and the values that say so. What it is
    /// finished on is then when it was given up.
    #[serde(default)]
    pub given_up: BTreeMap<String, Vec<String>>,
    /// How values are written.
    #[serde(default)]
    pub format: Format,
    /// Where the forecast of a row is made, for each kind of replay; the created column when left out.
    #[serde(default)]
    pub made_at: BTreeMap<Target, String>,
    /// What is known of teams; the rest is inferred from history and shown.
    #[serde(default)]
    pub teams: BTreeMap<String, TeamSettings>,
}

/// The columns of the fields.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// What makes a row itself; several are joined with `|`.
    pub id: Vec<String>,
    /// When it came into being.
    pub created: String,
    /// When work on it began.
    pub started: Option<String>,
    /// When it was done; empty while it is open.
    pub finished: Option<String>,
    /// What it was thought to take.
    pub estimate: Option<String>,
    /// What it took.
    pub actual: Option<String>,
    /// What kind of work it is.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who does it, as interchangeable people.
    pub team: Option<String>,
    /// Who does it, as a person.
    pub person: Option<String>,
    /// What goes first; smaller numbers first, else the order of the alphabet.
    pub priority: Option<String>,
    /// Until when it was promised.
    pub promised: Option<String>,
    /// What it is, in words.
    pub title: Option<String>,
}

/// How values are written.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Format {
    /// The form of dates, as `strftime` writes it; ISO 8601 when left out.
    pub dates: Option<String>,
    /// The time zone of dates that do not name one; the organisation's when left out.
    pub zone: Option<String>,
    /// The unit of estimate and actual.
    pub unit: Unit,
    /// What stands between the columns; a comma when left out.
    pub delimiter: Option<char>,
    /// What stands before the decimals.
    pub decimal: Decimal,
    /// Values that mean that nothing is known, besides an empty one.
    pub missing: Vec<String>,
}

/// The unit in which work is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Hours of work.
    #[default]
    Hours,
    /// Minutes of work.
    Minutes,
    /// Days of eight hours.
    Days,
}

impl Unit {
    /// The hours in one of it.
    pub fn hours(self) -> f64 {
        match self {
            Self::Hours => 1.0,
            Self::Minutes => 1.0 / 60.0,
            Self::Days => HOURS_A_DAY,
        }
    }
}

/// What stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Decimal {
    /// As in 1250.50.
    #[default]
    #[serde(rename = ".")]
    Point,
    /// As in 1250,50.
    #[serde(rename = ",")]
    Comma,
}

/// What is replayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// How much effort a row takes.
    Effort,
    /// How long it takes from its start.
    Elapsed,
    /// How long it still takes.
    Remaining,
    /// The date that could have been promised.
    Promise,
}

/// What somebody knows of a team.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TeamSettings {
    /// How many things they work on at a time.
    pub slots: Option<u32>,
    /// Hours a week of the whole team that are kept free, for service for example.
    pub reserved_hours: Option<f64>,
    /// Working hours of Monday to Friday, as in `08:30-12:00, 12:30-17:00`.
    pub hours: Option<String>,
    /// The country whose holidays they keep.
    pub country: Option<String>,
    /// Their time zone.
    pub zone: Option<String>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`ImportError::Mapping`] with the line and what is wrong in it.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        let mapping: Self = toml::from_str(text)
            .map_err(|e| ImportError::Mapping(e.to_string().trim().to_owned()))?;
        let wrong = |what: String| Err(ImportError::Mapping(what));
        if mapping.name.trim().is_empty() {
            return wrong("name is empty; wanted what the rows are".to_owned());
        }
        if mapping.columns.id.is_empty() {
            return wrong("columns.id is empty; wanted at least one column".to_owned());
        }
        if mapping.format.delimiter.is_some_and(|d| !d.is_ascii()) {
            return wrong("format.delimiter is no plain character; wanted like \";\"".to_owned());
        }
        if let Some(zone) = &mapping.format.zone {
            Calendar::in_zone(zone).map_err(|e| ImportError::Mapping(e.to_string()))?;
        }
        for (name, team) in &mapping.teams {
            team.check().map_err(|e| ImportError::Mapping(format!("teams.{name}: {e}")))?;
        }
        Ok(mapping)
    }

    /// The source the rows belong to.
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.name)
    }

    /// The column where the forecast of a row is made, for a replay.
    pub fn made_column(&self, target: Target) -> &str {
        self.made_at.get(&target).unwrap_or(&self.columns.created)
    }
}

impl TeamSettings {
    /// The calendar of the team: its own hours on Monday to Friday, else 9 to 17; its own country's holidays, else
    /// those of the `usual` calendar; in its own zone, else the one named.
    ///
    /// # Errors
    /// [`CalendarError`] when hours or zone are none, which a mapping that was read does not have.
    pub fn calendar(&self, zone: &str, usual: &Calendar) -> Result<Calendar, CalendarError> {
        let windows = match &self.hours {
            Some(hours) => Window::parse_list(hours)?,
            None => vec![Window::of_hours(9, 17)],
        };
        let mut calendar = Calendar::in_zone(self.zone.as_deref().unwrap_or(zone))?;
        for day in WORKING_WEEK {
            calendar = calendar.with_day(day, windows.clone());
        }
        let own = self.country.as_ref().and_then(|country| country.parse::<Country>().ok());
        let holidays = own.map(|country| (country, country.customary()));
        Ok(match holidays.or_else(|| usual.public_holidays()) {
            Some((country, switches)) => calendar.with_public_holidays(country, switches),
            None => calendar,
        })
    }

    fn check(&self) -> Result<(), String> {
        if self.slots == Some(0) {
            return Err("slots is 0; wanted at least 1".to_owned());
        }
        if self.reserved_hours.is_some_and(|h| !(0.0..=10_000.0).contains(&h)) {
            return Err("reserved_hours is below 0 or above 10000".to_owned());
        }
        if let Some(hours) = &self.hours {
            Window::parse_list(hours).map_err(|e| e.to_string())?;
        }
        if let Some(country) = &self.country {
            country.parse::<Country>()?;
        }
        if let Some(zone) = &self.zone {
            Calendar::in_zone(zone).map_err(|e| e.to_string())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "name = \"tasks\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n";

    #[test]
    fn the_least_mapping_has_a_name_an_id_and_a_beginning() {
        let mapping = Mapping::parse(SMALL).unwrap();
        assert_eq!(mapping.source(), "tasks");
        assert_eq!(mapping.made_column(Target::Elapsed), "opened");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, wanted) in [
            ("name = \"x\"\n[columns]\ncreated = \"a\"\n", "missing field `id`"),
            ("name = \"x\"\n[columns]\nid = []\ncreated = \"a\"\n", "columns.id is empty"),
            (&format!("{SMALL}finised = \"done\"\n"), "unknown field `finised`"),
            (&format!("{SMALL}[format]\nunit = \"points\"\n"), "unknown variant `points`"),
            (&format!("{SMALL}[format]\nzone = \"Mars\"\n"), "\"Mars\" is no time zone"),
            (&format!("{SMALL}[teams.a]\nslots = 0\n"), "teams.a: slots is 0"),
            (&format!("{SMALL}[teams.a]\nhours = \"nine\"\n"), "\"nine\" is no window"),
            ("name = ", "string"),
        ] {
            let error = Mapping::parse(text).unwrap_err().to_string();
            assert!(error.contains(wanted), "{text:?}: {error}");
        }
    }
}
