//! A calendar: when people work, day by day, turned into stretches between two instants.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::holiday::HolidaySwitches;
use crate::window::{DAY_SECONDS, Window};
use crate::{CalendarError, Country};

/// How far a search for open time goes before it gives up, in days: ten years.
pub(crate) const HORIZON_DAYS: i64 = 3660;

/// One run of open time: from `opens` up to, not including, `closes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// When it opens.
    pub opens: Timestamp,
    /// When it closes; always after `opens`.
    pub closes: Timestamp,
}

impl Stretch {
    /// The time that passes between opening and closing, on a day of a clock change too.
    pub fn length(self) -> SignedDuration {
        self.closes.duration_since(self.opens)
    }
}

/// Hours of the week, holidays and exceptions in one time zone.
///
/// A date's hours are, in this order: its own exception (a half day, a closure, a Saturday worked), nothing
/// on a holiday, the hours of its weekday. Breaks and partial closures are then cut out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    zone: TimeZone,
    week: [Vec<Window>; 7],
    breaks: [Vec<Window>; 7],
    public_holidays: Option<(Country, HolidaySwitches)>,
    holidays: BTreeSet<Date>,
    yearly_holidays: BTreeSet<(i8, i8)>,
    exceptions: BTreeMap<Date, Vec<Window>>,
    closures: Vec<(DateTime, DateTime)>,
}

impl Calendar {
    /// Makes a calendar without any hours in an IANA time zone.
    ///
    /// # Errors
    /// [`CalendarError::Zone`] when the zone does not exist.
    pub fn in_zone(zone: &str) -> Result<Self, CalendarError> {
        let zone =
            TimeZone::get(zone).map_err(|_| CalendarError::Zone { given: zone.to_owned() })?;
        Ok(Self {
            zone,
            week: Default::default(),
            breaks: Default::default(),
            public_holidays: None,
            holidays: BTreeSet::new(),
            yearly_holidays: BTreeSet::new(),
            exceptions: BTreeMap::new(),
            closures: Vec::new(),
        })
    }

    /// Makes the usual office: Monday to Friday, 9 to 17, with the public holidays of `country`.
    ///
    /// # Errors
    /// [`CalendarError::Zone`] when the zone does not exist.
    pub fn office(zone: &str, country: Country) -> Result<Self, CalendarError> {
        let hours = [Window::of_hours(9, 17)];
        let mut calendar = Self::in_zone(zone)?.with_public_holidays(country, country.customary());
        for day in [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
        ] {
            calendar = calendar.with_day(day, hours.to_vec());
        }
        Ok(calendar)
    }

    /// Sets the windows of a weekday.
    #[must_use]
    pub fn with_day(mut self, day: Weekday, windows: Vec<Window>) -> Self {
        self.week[weekday_index(day)] = windows;
        self
    }

    /// Cuts a break such as lunch out of every such weekday, exceptions included.
    #[must_use]
    pub fn with_break(mut self, day: Weekday, pause: Window) -> Self {
        self.breaks[weekday_index(day)].push(pause);
        self
    }

    /// Closes on the public holidays of a country, as switched by the company.
    #[must_use]
    pub fn with_public_holidays(mut self, country: Country, switches: HolidaySwitches) -> Self {
        self.public_holidays = Some((country, switches));
        self
    }

    /// Closes on one date.
    #[must_use]
    pub fn with_holiday(mut self, date: Date) -> Self {
        self.holidays.insert(date);
        self
    }

    /// Closes on a month and day of every year.
    #[must_use]
    pub fn with_yearly_holiday(mut self, month: i8, day: i8) -> Self {
        self.yearly_holidays.insert((month, day));
        self
    }

    /// Gives one date its own hours: a half day, a worked Saturday or, with none, a closure.
    #[must_use]
    pub fn with_exception(mut self, date: Date, windows: Vec<Window>) -> Self {
        self.exceptions.insert(date, windows);
        self
    }

    /// Closes from one wall-clock time to another, for a part of a day or several days.
    #[must_use]
    pub fn with_closure(mut self, from: DateTime, to: DateTime) -> Self {
        self.closures.push((from, to));
        self
    }

    /// The time zone in which the windows are read.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The windows of a weekday, before holidays and exceptions.
    pub fn week_day(&self, day: Weekday) -> &[Window] {
        &self.week[weekday_index(day)]
    }

    /// The weekly breaks of a weekday.
    pub fn breaks_of(&self, day: Weekday) -> &[Window] {
        &self.breaks[weekday_index(day)]
    }

    /// The country whose public holidays close this calendar, with the company's switches.
    pub fn public_holidays(&self) -> Option<(Country, HolidaySwitches)> {
        self.public_holidays
    }

    /// Dates with hours of their own, in order; no windows is a closure.
    pub fn exceptions(&self) -> impl Iterator<Item = (Date, &[Window])> {
        self.exceptions.iter().map(|(date, windows)| (*date, windows.as_slice()))
    }

    /// Single dates on which it is closed, in order.
    pub fn single_holidays(&self) -> impl Iterator<Item = Date> {
        self.holidays.iter().copied()
    }

    /// Months and days on which it is closed every year, in order.
    pub fn yearly_holidays(&self) -> impl Iterator<Item = (i8, i8)> {
        self.yearly_holidays.iter().copied()
    }

    /// Closures from one wall-clock time to another, in the order they were added.
    pub fn closures(&self) -> &[(DateTime, DateTime)] {
        &self.closures
    }

    /// Whether the date is a holiday here, whatever its exception says.
    pub fn is_holiday(&self, date: Date) -> bool {
        self.holidays.contains(&date)
            || self.yearly_holidays.contains(&(date.month(), date.day()))
            || self
                .public_holidays
                .is_some_and(|(country, switches)| country.is_day_off(date, switches))
    }

    /// The windows that open on a date, breaks and closures not yet cut out.
    pub fn windows_on(&self, date: Date) -> &[Window] {
        match self.exceptions.get(&date) {
            Some(windows) => windows,
            None if self.is_holiday(date) => &[],
            None => self.week_day(date.weekday()),
        }
    }

    /// The civil date in this calendar's zone at an instant.
    pub fn date_at(&self, instant: Timestamp) -> Date {
        self.zone.to_datetime(instant).date()
    }

    /// The instant of a wall-clock time: in the gap of spring moved forward by the gap, in the fold of autumn the
    /// first of the two.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`] at the ends of time.
    pub fn instant_of(&self, wall: DateTime) -> Result<Timestamp, CalendarError> {
        Ok(self.zone.to_ambiguous_timestamp(wall).compatible()?)
    }

    /// The stretches that open on one date, in order, merged where they touch or overlap.
    pub fn stretches_on(&self, date: Date) -> Vec<Stretch> {
        let opened = self.windows_on(date).iter().filter_map(|w| self.stretch_of(date, *w));
        let mut stretches = merge(opened.collect());
        // A night break reaches in from the day before, a night window meets the breaks of the day after.
        let days = [date.yesterday().ok(), Some(date), date.tomorrow().ok()];
        for day in days.into_iter().flatten() {
            for pause in self.breaks_of(day.weekday()) {
                if let Some(cut) = self.stretch_of(day, *pause) {
                    stretches = without(&stretches, cut);
                }
            }
        }
        for (from, to) in &self.closures {
            if let (Ok(opens), Ok(closes)) = (self.instant_of(*from), self.instant_of(*to)) {
                stretches = without(&stretches, Stretch { opens, closes });
            }
        }
        stretches
    }

    /// All open time from an instant on, in order, without overlaps; the first stretch is cut at `from`.
    ///
    /// Ends ten years after `from`, or earlier at the end of the known years.
    pub fn stretches_from(&self, from: Timestamp) -> impl Iterator<Item = Stretch> {
        let first = self.date_at(from).yesterday().unwrap_or(Date::MIN);
        dates_from(first).flat_map(|date| self.stretches_new_on(date)).filter_map(move |s| {
            let opens = s.opens.max(from);
            (opens < s.closes).then_some(Stretch { opens, closes: s.closes })
        })
    }

    /// All open time up to an instant, latest first, without overlaps; the first stretch is cut at `until`.
    pub fn stretches_before(&self, until: Timestamp) -> impl Iterator<Item = Stretch> {
        let last = self.date_at(until);
        let dates = dates_back_from(last);
        dates.flat_map(|date| self.stretches_new_on(date).into_iter().rev()).filter_map(move |s| {
            let closes = s.closes.min(until);
            (s.opens < closes).then_some(Stretch { opens: s.opens, closes })
        })
    }

    /// The stretches of a date without what a night window of the day before already covers: each second once.
    fn stretches_new_on(&self, date: Date) -> Vec<Stretch> {
        let stretches = self.stretches_on(date);
        let Ok(yesterday) = date.yesterday() else { return stretches };
        if self.windows_on(yesterday).iter().all(|w| w.closes() <= DAY_SECONDS) {
            return stretches;
        }
        self.stretches_on(yesterday).into_iter().fold(stretches, |left, s| without(&left, s))
    }

    fn stretch_of(&self, date: Date, window: Window) -> Option<Stretch> {
        let opens = self.instant_of(wall_clock(date, window.opens())?).ok()?;
        let closes = self.instant_of(wall_clock(date, window.closes())?).ok()?;
        // A window that lies wholly in the gap of spring is empty.
        (opens < closes).then_some(Stretch { opens, closes })
    }
}

/// Monday is 0.
fn weekday_index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

/// Seconds since midnight as a wall-clock time, rolling into the next date from 24:00 on.
fn wall_clock(date: Date, seconds: u32) -> Option<DateTime> {
    let (date, seconds) = if seconds >= DAY_SECONDS {
        (date.tomorrow().ok()?, seconds - DAY_SECONDS)
    } else {
        (date, seconds)
    };
    let part = |value: u32| i8::try_from(value).ok();
    let time =
        Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, 0).ok()?;
    Some(date.to_datetime(time))
}

/// The dates from `first` on, up to the horizon.
pub(crate) fn dates_from(first: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |date| date.tomorrow().ok()).take(horizon())
}

/// The dates from `last` back, up to the horizon.
pub(crate) fn dates_back_from(last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(last), |date| date.yesterday().ok()).take(horizon())
}

fn horizon() -> usize {
    usize::try_from(HORIZON_DAYS).expect("the horizon is a small positive number")
}

/// Sorts stretches and joins those that touch or overlap.
fn merge(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort();
    let mut merged: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if stretch.opens <= last.closes => {
                last.closes = last.closes.max(stretch.closes);
            }
            _ => merged.push(stretch),
        }
    }
    merged
}

/// The stretches with one cut taken out.
fn without(stretches: &[Stretch], cut: Stretch) -> Vec<Stretch> {
    stretches
        .iter()
        .flat_map(|s| {
            let before = Stretch { opens: s.opens, closes: s.closes.min(cut.opens) };
            let after = Stretch { opens: s.opens.max(cut.closes), closes: s.closes };
            [before, after]
        })
        .filter(|s| s.opens < s.closes)
        .collect()
}
