//! Business days: counting them, stepping over them, and where on the day one lands.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::hours::{dates_back_from, dates_from};
use crate::{Calendar, CalendarError};

/// Where on the reached business day the answer lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// The wall-clock time one started from.
    SameTime,
    /// The same, moved to the next opening when closed.
    RollForward,
    /// The same, moved back to the last closing when closed.
    RollBack,
    /// The last closing of the day.
    Closing,
}

impl Calendar {
    /// Whether people work on this date at all.
    pub fn is_business_day(&self, date: Date) -> bool {
        !self.windows_on(date).is_empty()
    }

    /// Returns the date itself when people work on it, else the next one on which they do.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when there is none within ten years.
    pub fn next_business_day(&self, date: Date) -> Result<Date, CalendarError> {
        let found = dates_from(date).find(|d| self.is_business_day(*d));
        found.ok_or_else(|| self.never_near(date))
    }

    /// Returns the date itself when people work on it, else the last one before on which they did.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when there is none in the ten years before.
    pub fn previous_business_day(&self, date: Date) -> Result<Date, CalendarError> {
        let found = dates_back_from(date).find(|d| self.is_business_day(*d));
        found.ok_or_else(|| self.never_near(date))
    }

    /// Returns the `days`-th business day after `date`, which is not counted itself; negative goes back.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when ten years hold fewer business days.
    pub fn add_business_days(&self, date: Date, days: i32) -> Result<Date, CalendarError> {
        if days == 0 {
            return Ok(date);
        }
        let nth = usize::try_from(days.unsigned_abs()).map_err(|_| CalendarError::OutOfRange)? - 1;
        let found = if days > 0 {
            dates_from(date).skip(1).filter(|d| self.is_business_day(*d)).nth(nth)
        } else {
            dates_back_from(date).skip(1).filter(|d| self.is_business_day(*d)).nth(nth)
        };
        found.ok_or_else(|| self.never_near(date))
    }

    /// Returns the instant `days` business days from `start`, landing as asked.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] as above; [`CalendarError::OutOfRange`] at the ends of time.
    pub fn step_business_days(
        &self,
        start: Timestamp,
        days: i32,
        landing: Landing,
    ) -> Result<Timestamp, CalendarError> {
        let wall = self.zone().to_datetime(start);
        let date = self.add_business_days(wall.date(), days)?;
        let same_time = self.instant_of(date.to_datetime(wall.time()))?;
        match landing {
            Landing::SameTime => Ok(same_time),
            Landing::RollForward => self.next_open(same_time),
            Landing::RollBack => self.previous_open(same_time),
            Landing::Closing => self.closing_of(date),
        }
    }

    /// Counts the business days after `from` up to and including `to`; negative when `to` comes first.
    pub fn business_days_between(&self, from: Date, to: Date) -> i32 {
        if to < from {
            return -self.business_days_between(to, from);
        }
        let mut days = 0;
        let mut date = from;
        while date < to {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            days += i32::from(self.is_business_day(date));
        }
        days
    }

    /// Returns the last closing of what opens on a date.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`] on a day off.
    pub fn closing_of(&self, date: Date) -> Result<Timestamp, CalendarError> {
        match self.stretches_on(date).last() {
            Some(stretch) => Ok(stretch.closes),
            None => Err(CalendarError::NoWorkingTime {
                from: date,
                to: date,
                next: self.next_business_day(date.tomorrow()?)?,
            }),
        }
    }

    fn never_near(&self, date: Date) -> CalendarError {
        match self.instant_of(date.to_datetime(jiff::civil::Time::midnight())) {
            Ok(near) => CalendarError::NeverOpen { near },
            Err(error) => error,
        }
    }
}
