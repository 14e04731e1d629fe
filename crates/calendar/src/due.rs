//! The instant at which a promise is due, with the grain in which it was promised.
//!
//! "Friday", "week 48" and "the end of the first quarter" are different promises although they can name the same
//! instant; the grain keeps what was said. A due falls at the *end* of its grain: the last closing time in it, in
//! the hours of the named calendar.

use std::fmt;

use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::{Calendar, CalendarError};

/// How exactly a due was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A wall-clock time on a day.
    Minute,
    /// A day.
    Day,
    /// An ISO 8601 week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A half of a year.
    Half,
    /// A year.
    Year,
}

impl Grain {
    /// Every grain, finest first.
    pub const ALL: [Self; 7] =
        [Self::Minute, Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// The word used in stored and sent data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }

    /// Finds a grain by its [`name`](Self::name).
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grain| grain.name() == name)
    }

    /// The first and last day of the period that holds a date.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`] at the ends of time.
    pub fn period(self, date: Date) -> Result<(Date, Date), CalendarError> {
        let months = match self {
            Self::Minute | Self::Day => return Ok((date, date)),
            Self::Week => {
                let into_week = i32::from(date.weekday().to_monday_zero_offset());
                let monday = date.checked_sub(into_week.days())?;
                return Ok((monday, monday.checked_add(6.days())?));
            }
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        };
        let into_period = (date.month() - 1) % months;
        let first = Date::new(date.year(), date.month() - into_period, 1)?;
        let last = first.checked_add(i32::from(months).months())?.yesterday()?;
        Ok((first, last))
    }
}

/// When a promise is due: an instant, and how it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    at: Timestamp,
    zone: TimeZone,
    grain: Grain,
    words: Option<String>,
}

impl Due {
    /// Makes the due at the end of the period of `grain` that holds `date`, in the hours of `calendar`.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`] when nobody works in that period; it names the next working day.
    pub fn at_end_of(grain: Grain, date: Date, calendar: &Calendar) -> Result<Self, CalendarError> {
        let (first, last) = grain.period(date)?;
        let worked = calendar.previous_business_day(last).ok().filter(|day| *day >= first);
        let Some(day) = worked else {
            let next = calendar.next_business_day(last.tomorrow()?)?;
            return Err(CalendarError::NoWorkingTime { from: first, to: last, next });
        };
        let at = calendar.closing_of(day)?;
        Ok(Self { at, zone: calendar.zone().clone(), grain, words: None })
    }

    /// Makes a due at a wall-clock time; a time outside the hours of the calendar is taken as said.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`] at the ends of time.
    pub fn at_time(wall: DateTime, calendar: &Calendar) -> Result<Self, CalendarError> {
        let at = calendar.instant_of(wall)?;
        Ok(Self { at, zone: calendar.zone().clone(), grain: Grain::Minute, words: None })
    }

    /// Makes a due again from stored parts.
    pub fn from_parts(at: Timestamp, zone: TimeZone, grain: Grain, words: Option<String>) -> Self {
        Self { at, zone, grain, words }
    }

    /// Reads a due: `2026-03-12`, `2026-03-12T15:00`, `2026-W11`, `2026-03`, `2026-Q1`, `2026-H1` or `2026`.
    ///
    /// # Errors
    /// [`CalendarError::Due`] when the text is none of these, [`CalendarError::NoWorkingTime`] when nobody works
    /// in the period named.
    pub fn parse(text: &str, calendar: &Calendar) -> Result<Self, CalendarError> {
        let text = text.trim();
        let wrong = || CalendarError::Due { given: text.to_owned() };
        if text.contains(['T', ' ']) {
            let wall: DateTime = text.parse().map_err(|_| wrong())?;
            return Self::at_time(wall, calendar);
        }
        let (grain, date) = read_period(text).ok_or_else(wrong)?;
        Self::at_end_of(grain, date, calendar)
    }

    /// Keeps the words in which it was said, such as "mid March, the Thursday".
    #[must_use]
    pub fn said(mut self, words: &str) -> Self {
        self.words = Some(words.to_owned()).filter(|w| !w.trim().is_empty());
        self
    }

    /// The instant: in time means at or before it.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The time zone in which it was said.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// How exactly it was said.
    pub fn grain(&self) -> Grain {
        self.grain
    }

    /// The words in which it was said, if they were kept.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// The civil date of the instant in its zone.
    pub fn date(&self) -> Date {
        self.zone.to_datetime(self.at).date()
    }

    /// Moves the due by business days of `calendar`, keeping its time of day, as a due of a day.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when the calendar has no such day.
    pub fn shifted(&self, days: i32, calendar: &Calendar) -> Result<Self, CalendarError> {
        let wall = self.zone.to_datetime(self.at);
        let date = calendar.add_business_days(wall.date(), days)?;
        if self.grain == Grain::Minute {
            let at =
                self.zone.to_ambiguous_timestamp(date.to_datetime(wall.time())).compatible()?;
            return Ok(Self { at, words: None, ..self.clone() });
        }
        Self::at_end_of(Grain::Day, date, calendar)
    }
}

impl fmt::Display for Due {
    /// The form that [`Due::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wall = self.zone.to_datetime(self.at);
        let (date, year) = (wall.date(), wall.year());
        match self.grain {
            Grain::Minute => write!(f, "{date}T{:02}:{:02}", wall.hour(), wall.minute()),
            Grain::Day => write!(f, "{date}"),
            Grain::Week => {
                let week = date.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Grain::Month => write!(f, "{year:04}-{:02}", wall.month()),
            Grain::Quarter => write!(f, "{year:04}-Q{}", (wall.month() - 1) / 3 + 1),
            Grain::Half => write!(f, "{year:04}-H{}", (wall.month() - 1) / 6 + 1),
            Grain::Year => write!(f, "{year:04}"),
        }
    }
}

/// Reads a period as its grain and a day in it.
fn read_period(text: &str) -> Option<(Grain, Date)> {
    let Some((year, rest)) = text.split_once('-') else {
        let year = text.parse().ok().filter(|_| text.len() == 4)?;
        return Some((Grain::Year, Date::new(year, 1, 1).ok()?));
    };
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    let number = |digits: &str| digits.parse::<i8>().ok().filter(|n| *n > 0);
    let in_month = |month: i8| Date::new(year, month, 1).ok();
    match rest.chars().next()? {
        'W' | 'w' => {
            let week = ISOWeekDate::new(year, number(&rest[1..])?, Weekday::Monday).ok()?;
            Some((Grain::Week, week.date()))
        }
        'Q' | 'q' => {
            let quarter = number(&rest[1..]).filter(|q| *q <= 4)?;
            Some((Grain::Quarter, in_month(quarter * 3 - 2)?))
        }
        'H' | 'h' => {
            let half = number(&rest[1..]).filter(|h| *h <= 2)?;
            Some((Grain::Half, in_month(half * 6 - 5)?))
        }
        _ if rest.len() == 2 => Some((Grain::Month, in_month(number(rest)?)?)),
        _ => Some((Grain::Day, text.parse().ok()?)),
    }
}
