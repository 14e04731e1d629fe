//! Days, periods and times of day, and the arithmetic on them.

use jiff::Span as Length;
use jiff::civil::{Date, DateTime, Time};

use super::Grain;
use super::sense::{Edge, Part, Unit};

/// What a day or period leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// Nothing: it is this one.
    Not,
    /// Which year.
    Year,
    /// Which month: a day of the month alone.
    Month,
    /// Which week: a weekday alone.
    Week,
}

/// Whole days with what is known of how they were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Date,
    /// Not part of it.
    pub(super) end: Date,
    pub(super) grain: Grain,
    /// What of it was left open and taken as the next one to come.
    pub(super) open: Open,
    pub(super) edge: Option<Edge>,
    /// The day that another reader takes it to begin on.
    pub(super) other: Option<Date>,
    pub(super) past: bool,
    /// Whether it is a feast, which "between" leaves out.
    pub(super) feast: bool,
}

impl Period {
    pub(super) fn of(start: Date, end: Date, grain: Grain) -> Self {
        Self {
            start,
            end,
            grain,
            open: Open::Not,
            edge: None,
            other: None,
            past: false,
            feast: false,
        }
    }

    pub(super) fn day(date: Date) -> Option<Self> {
        Some(Self::of(date, plus_days(date, 1)?, Grain::Day))
    }

    pub(super) fn unfixed(self) -> Self {
        Self { open: Open::Year, ..self }
    }
}

/// The hour by which a night is over.
pub(super) const DAWN: i8 = 6;

/// The hour before which nobody who speaks of an evening means the afternoon.
const SMALL_HOURS: i8 = 4;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    pub(super) second: i8,
    pub(super) grain: Grain,
    /// Whether the morning or the afternoon could be meant.
    pub(super) twelve: bool,
    /// Days to add: midnight at the end of a day.
    pub(super) next_day: bool,
}

impl Clock {
    pub(super) fn at(hour: i64, minute: i64, grain: Grain) -> Option<Self> {
        if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || hour == 24 && minute > 0 {
            return None;
        }
        let hour = i8::try_from(hour).ok()?;
        let minute = i8::try_from(minute).ok()?;
        Some(Self {
            hour: hour % 24,
            minute,
            second: 0,
            grain,
            twelve: false,
            next_day: hour == 24,
        })
    }

    pub(super) fn either_half(self) -> Self {
        Self { twelve: (1..=12).contains(&self.hour), ..self }
    }

    pub(super) fn afternoon(self, afternoon: bool) -> Self {
        let hour = if afternoon { self.hour % 12 + 12 } else { self.hour % 12 };
        if self.hour > 12 || self.hour == 0 { self } else { Self { hour, twelve: false, ..self } }
    }

    /// Fits it to the part of the day that was said with it.
    pub(super) fn within(self, part: Part) -> Self {
        match part {
            Part::Morning => Self { twelve: false, ..self },
            Part::Afternoon | Part::Lunch if self.hour == 12 => Self { twelve: false, ..self },
            Part::Lunch if self.hour > 6 => Self { twelve: false, ..self },
            Part::Afternoon | Part::Lunch => self.afternoon(true),
            Part::Evening | Part::Night if self.hour == 12 => {
                Self { hour: 0, twelve: false, next_day: true, ..self }
            }
            Part::Night if self.hour < DAWN => Self { twelve: false, ..self },
            // "Tonight at 2am": of the day behind the evening.
            Part::Evening if self.hour < SMALL_HOURS && !self.twelve => {
                Self { next_day: true, ..self }
            }
            Part::Evening | Part::Night => self.afternoon(true),
        }
    }

    pub(super) fn on(self, date: Date) -> Option<DateTime> {
        let date = if self.next_day { plus_days(date, 1)? } else { date };
        Some(date.to_datetime(Time::new(self.hour, self.minute, self.second, 0).ok()?))
    }

    /// The same time in the other half of the day.
    pub(super) fn other_half(self) -> Self {
        Self { hour: (self.hour + 12) % 24, ..self }
    }
}

pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Length::new().try_days(days).ok()?).ok()
}

pub(super) fn plus_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Length::new().try_months(months).ok()?).ok()
}

pub(super) fn plus_seconds(at: DateTime, seconds: i64) -> Option<DateTime> {
    at.checked_add(Length::new().try_seconds(seconds).ok()?).ok()
}

/// How far a day of the week lies from a date, never back: 0 when it is that day.
pub(super) fn days_to(date: Date, number: i8) -> i64 {
    i64::from((number - date.weekday().to_monday_one_offset()).rem_euclid(7))
}

pub(super) fn monday_of(date: Date) -> Option<Date> {
    plus_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

/// The unit that holds a date, moved by so many units.
pub(super) fn unit_period(unit: Unit, date: Date, offset: i64) -> Option<Period> {
    let month_start = |months: i8| {
        let month = (date.month() - 1) / months * months + 1;
        Date::new(date.year(), month, 1).ok()
    };
    let by_months = |months: i64, start: Date, grain| {
        let start = plus_months(start, months.checked_mul(offset)?)?;
        Some(Period::of(start, plus_months(start, months)?, grain))
    };
    match unit {
        Unit::Second | Unit::Minute | Unit::Quarter | Unit::Hour => None,
        Unit::Day | Unit::BusinessDay => Period::day(plus_days(date, offset)?),
        Unit::Week | Unit::Fortnight => {
            let start = plus_days(monday_of(date)?, offset.checked_mul(7)?)?;
            Some(Period::of(start, plus_days(start, 7)?, Grain::Week))
        }
        Unit::Month => by_months(1, month_start(1)?, Grain::Month),
        Unit::Term => by_months(3, month_start(3)?, Grain::Quarter),
        Unit::Year => by_months(12, month_start(12)?, Grain::Year),
    }
}

/// The begin, middle or end of a period.
pub(super) fn edge_of(period: Period, edge: Edge) -> Option<Period> {
    let Period { start, end, .. } = period;
    let (from, to, grain) = match (period.grain, edge) {
        (Grain::Week, Edge::Begin) => (start, plus_days(start, 3)?, Grain::Day),
        (Grain::Week, Edge::Middle) => (plus_days(start, 2)?, plus_days(start, 4)?, Grain::Day),
        (Grain::Week, Edge::End) => (plus_days(start, 4)?, end, Grain::Day),
        (Grain::Month, Edge::Begin) => (start, plus_days(start, 10)?, Grain::Day),
        (Grain::Month, Edge::Middle) => (plus_days(start, 10)?, plus_days(start, 20)?, Grain::Day),
        (Grain::Month, Edge::End) => (plus_days(start, 20)?, end, Grain::Day),
        (Grain::Quarter, Edge::Begin) => (start, plus_months(start, 1)?, Grain::Month),
        (Grain::Quarter, Edge::Middle) => {
            (plus_months(start, 1)?, plus_months(start, 2)?, Grain::Month)
        }
        (Grain::Quarter, Edge::End) => (plus_months(start, 2)?, end, Grain::Month),
        (Grain::Year, Edge::Begin) => (start, plus_months(start, 3)?, Grain::Month),
        (Grain::Year, Edge::Middle) => {
            (plus_months(start, 4)?, plus_months(start, 8)?, Grain::Month)
        }
        (Grain::Year, Edge::End) => (plus_months(start, 8)?, end, Grain::Month),
        (Grain::Second | Grain::Minute | Grain::Hour | Grain::Day, _) => (start, end, period.grain),
    };
    let mut part = Period::of(from, to, grain);
    part.edge = Some(edge);
    part.open = period.open;
    Some(part)
}

/// The hours that a part of the day is taken to span.
pub(super) fn hours_of(part: Part) -> (i64, i64) {
    match part {
        Part::Morning => (6, 12),
        Part::Lunch => (12, 13),
        Part::Afternoon => (12, 18),
        Part::Evening => (18, 24),
        Part::Night => (0, 6),
    }
}

/// How many seconds thousandths of a unit last; months and years by their usual length.
pub(super) fn seconds_of(unit: Unit, thousandths: i64) -> Option<i64> {
    let one = match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Quarter => 900,
        Unit::Hour => 3600,
        Unit::Day | Unit::BusinessDay => 86_400,
        Unit::Week => 604_800,
        Unit::Fortnight => 1_209_600,
        Unit::Month => 2_592_000,
        Unit::Term => 7_776_000,
        Unit::Year => 31_536_000,
    };
    thousandths.checked_mul(one).map(|total| total / 1000)
}
