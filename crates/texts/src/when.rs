//! Dates and times in words: with the weekday, in the reader's language.
//!
//! English has British dates (12 March 2026), Dutch and Swedish write months and days in lower case; times are on
//! the 24-hour clock, with a point in Dutch and Swedish (CLDR 46; Svenska skrivregler; Onze Taal).

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use crate::Lang;

const EN_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const EN_DAYS_SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const NL_DAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const NL_DAYS_SHORT: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const SV_DAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const SV_DAYS_SHORT: [&str; 7] = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];

const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const EN_MONTHS_SHORT: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const NL_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const NL_MONTHS_SHORT: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const SV_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const SV_MONTHS_SHORT: [&str; 12] =
    ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

fn day_index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

fn month_index(date: Date) -> usize {
    usize::from(date.month().unsigned_abs()) - 1
}

impl Lang {
    /// The weekday: `Thursday`, `donderdag`, `torsdag`.
    pub fn weekday(self, day: Weekday) -> &'static str {
        let days = match self {
            Self::Nl => NL_DAYS,
            Self::Sv => SV_DAYS,
            Self::En => EN_DAYS,
        };
        days[day_index(day)]
    }

    /// The month of a date: `March`, `maart`, `mars`.
    pub fn month(self, date: Date) -> &'static str {
        let months = match self {
            Self::Nl => NL_MONTHS,
            Self::Sv => SV_MONTHS,
            Self::En => EN_MONTHS,
        };
        months[month_index(date)]
    }

    /// A day without its year: `Thursday 12 March`, `donderdag 12 maart`, `torsdag 12 mars`.
    pub fn day(self, date: Date) -> String {
        format!("{} {} {}", self.weekday(date.weekday()), date.day(), self.month(date))
    }

    /// A day with its year: `Thursday 12 March 2026`.
    pub fn full_day(self, date: Date) -> String {
        format!("{} {}", self.day(date), date.year())
    }

    /// A day as a label: `Thu 12 March`, `do 12 mrt`, `tor 12 mars`.
    pub fn short_day(self, date: Date) -> String {
        let (days, months) = match self {
            Self::Nl => (NL_DAYS_SHORT, NL_MONTHS_SHORT),
            Self::Sv => (SV_DAYS_SHORT, SV_MONTHS_SHORT),
            Self::En => (EN_DAYS_SHORT, EN_MONTHS_SHORT),
        };
        format!("{} {} {}", days[day_index(date.weekday())], date.day(), months[month_index(date)])
    }

    /// A day on an axis: `12 March`, `12 mrt`, `12 mars`.
    pub fn axis_day(self, date: Date) -> String {
        let months = match self {
            Self::Nl => NL_MONTHS_SHORT,
            Self::Sv => SV_MONTHS_SHORT,
            Self::En => EN_MONTHS_SHORT,
        };
        format!("{} {}", date.day(), months[month_index(date)])
    }

    /// A time of day: `09:40`, `09.40 uur`, `klockan 09.40`.
    pub fn time(self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self {
            Self::Nl => format!("{hour:02}.{minute:02} uur"),
            Self::Sv => format!("klockan {hour:02}.{minute:02}"),
            Self::En => format!("{hour:02}:{minute:02}"),
        }
    }

    /// A day and a time: `Tue 3 Feb, 10:12`, `di 3 feb, 10.12 uur`, `tis 3 feb, klockan 10.12`.
    pub fn short_moment(self, at: Timestamp, zone: &TimeZone) -> String {
        let wall = zone.to_datetime(at);
        format!("{}, {}", self.short_day(wall.date()), self.time(wall.time()))
    }

    /// A day and a time in full: `Tuesday 3 February, 10:12`.
    pub fn moment(self, at: Timestamp, zone: &TimeZone) -> String {
        let wall = zone.to_datetime(at);
        format!("{}, {}", self.day(wall.date()), self.time(wall.time()))
    }

    /// A week: `week 11`, `vecka 11`.
    pub fn week(self, date: Date) -> String {
        let week = date.iso_week_date().week();
        match self {
            Self::Nl | Self::En => format!("week {week}"),
            Self::Sv => format!("vecka {week}"),
        }
    }

    /// A quarter: `the first quarter of 2026`.
    pub fn quarter(self, date: Date) -> String {
        let quarter = usize::from((date.month().unsigned_abs() - 1) / 3);
        let year = date.year();
        match self {
            Self::Nl => {
                format!("{} kwartaal van {year}", ["eerste", "tweede", "derde", "vierde"][quarter])
            }
            Self::Sv => {
                format!("{} kvartalet {year}", ["första", "andra", "tredje", "fjärde"][quarter])
            }
            Self::En => {
                let nth = ["first", "second", "third", "fourth"][quarter];
                format!("the {nth} quarter of {year}")
            }
        }
    }

    /// A half of a year: `the first half of 2026`.
    pub fn half(self, date: Date) -> String {
        let (first, year) = (date.month() <= 6, date.year());
        match (self, first) {
            (Self::Nl, true) => format!("eerste helft van {year}"),
            (Self::Nl, false) => format!("tweede helft van {year}"),
            (Self::Sv, true) => format!("första halvåret {year}"),
            (Self::Sv, false) => format!("andra halvåret {year}"),
            (Self::En, true) => format!("the first half of {year}"),
            (Self::En, false) => format!("the second half of {year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THURSDAY: Date = Date::constant(2026, 3, 12);

    #[test]
    fn days_are_written_as_people_write_them() {
        let days = Lang::ALL.map(|lang| lang.full_day(THURSDAY));
        assert_eq!(
            days,
            ["donderdag 12 maart 2026", "torsdag 12 mars 2026", "Thursday 12 March 2026"]
        );
        let short = Lang::ALL.map(|lang| lang.short_day(THURSDAY));
        assert_eq!(short, ["do 12 mrt", "tor 12 mars", "Thu 12 March"]);
    }

    #[test]
    fn times_are_on_the_24_hour_clock() {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let at: Timestamp = "2026-02-03T09:12:00Z".parse().unwrap();
        let moments = Lang::ALL.map(|lang| lang.moment(at, &zone));
        assert_eq!(
            moments,
            [
                "dinsdag 3 februari, 10.12 uur",
                "tisdag 3 februari, klockan 10.12",
                "Tuesday 3 February, 10:12"
            ]
        );
    }

    #[test]
    fn longer_grains_have_their_words() {
        assert_eq!(Lang::ALL.map(|lang| lang.week(THURSDAY)), ["week 11", "vecka 11", "week 11"]);
        let autumn = Date::constant(2026, 10, 1);
        assert_eq!(
            Lang::ALL.map(|lang| lang.quarter(autumn)),
            ["vierde kwartaal van 2026", "fjärde kvartalet 2026", "the fourth quarter of 2026"]
        );
        assert_eq!(Lang::Sv.half(autumn), "andra halvåret 2026");
    }
}
