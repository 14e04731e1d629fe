//! Reading single values: instants and numbers, as the mapping says they are written.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::mapping::{Decimal, Format};

/// How the values of a table are to be read.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    zone: TimeZone,
    dates: Option<String>,
    decimal: Decimal,
    missing: Vec<String>,
}

impl Reader {
    /// Reads as the format says; `zone` holds for dates that do not name one.
    pub(crate) fn new(format: &Format, zone: &TimeZone) -> Self {
        let named = format.zone.as_ref().and_then(|z| TimeZone::get(z).ok());
        Self {
            zone: named.unwrap_or_else(|| zone.clone()),
            dates: format.dates.clone(),
            decimal: format.decimal,
            missing: format.missing.clone(),
        }
    }

    /// The value, or `None` when it means that nothing is known.
    pub(crate) fn known<'a>(&self, raw: &'a str) -> Option<&'a str> {
        let value = raw.trim();
        (!value.is_empty() && !self.missing.iter().any(|m| m == value)).then_some(value)
    }

    /// Reads a date or a date with a time; a date alone is its midnight.
    pub(crate) fn instant(&self, value: &str) -> Option<Timestamp> {
        if let Some(form) = &self.dates {
            let parsed = jiff::fmt::strtime::parse(form, value).ok()?;
            if let Ok(instant) = parsed.to_timestamp() {
                return Some(instant);
            }
            let wall = parsed.to_datetime().or_else(|_| parsed.to_date().map(DateTime::from));
            return self.of_wall(wall.ok()?);
        }
        if let Ok(instant) = value.parse::<Timestamp>() {
            return Some(instant);
        }
        if let Ok(zoned) = value.parse::<Zoned>() {
            return Some(zoned.timestamp());
        }
        if let Ok(wall) = value.parse::<DateTime>() {
            return self.of_wall(wall);
        }
        value.parse::<Date>().ok().and_then(|date| self.of_wall(date.into()))
    }

    /// Reads a number of at least zero.
    pub(crate) fn number(&self, value: &str) -> Option<f64> {
        let plain = match self.decimal {
            Decimal::Point => value.to_owned(),
            Decimal::Comma => value.replace('.', "").replace(',', "."),
        };
        plain.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0)
    }

    fn of_wall(&self, wall: DateTime) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(wall).compatible().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(dates: Option<&str>, decimal: Decimal) -> Reader {
        let format = Format { dates: dates.map(str::to_owned), decimal, ..Format::default() };
        Reader::new(&format, &TimeZone::get("Europe/Amsterdam").unwrap())
    }

    #[track_caller]
    fn check(dates: Option<&str>, value: &str, wanted: Option<&str>) {
        let got = reader(dates, Decimal::Point).instant(value).map(|t| t.to_string());
        assert_eq!(got.as_deref(), wanted, "{value:?}");
    }

    #[test]
    fn dates_are_read_in_their_zone() {
        check(None, "2026-03-09", Some("2026-03-08T23:00:00Z"));
        check(None, "2026-03-09T09:40:00", Some("2026-03-09T08:40:00Z"));
        check(None, "2026-03-09 09:40", Some("2026-03-09T08:40:00Z"));
        check(None, "2026-03-09T09:40:00Z", Some("2026-03-09T09:40:00Z"));
        check(None, "2026-03-09T09:40:00+05:30", Some("2026-03-09T04:10:00Z"));
        check(Some("%d-%m-%Y"), "9-3-2026", Some("2026-03-08T23:00:00Z"));
        check(Some("%d/%b/%y %I:%M %p"), "09/Mar/26 9:40 AM", Some("2026-03-09T08:40:00Z"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in ["soon", "2026-02-30", "09-03-2026", "1", "2026-03-09T25:00"] {
            check(None, value, None);
        }
        check(Some("%d-%m-%Y"), "2026-03-09", None);
    }

    #[test]
    fn numbers_follow_the_decimal_sign() {
        assert_eq!(reader(None, Decimal::Point).number("1250.5"), Some(1250.5));
        assert_eq!(reader(None, Decimal::Comma).number("1.250,5"), Some(1250.5));
        for value in ["-1", "NaN", "inf", "8h", "", "1e400"] {
            assert_eq!(reader(None, Decimal::Point).number(value), None, "{value:?}");
        }
    }
}
