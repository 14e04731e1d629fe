//! A calendar laid out over a period, so that working time and instants map onto each other in constant time.
//!
//! The forecast engine counts in working hours and asks for instants thousands of times; it pays for the calendar
//! once, here.

use jiff::{SignedDuration, Timestamp};

use crate::{Calendar, CalendarError, Stretch};

/// Working time per step of the look-up table, in seconds: an hour.
const STEP_SECONDS: i64 = 3600;
/// Three hundred years.
const LONGEST_SECONDS: i64 = 300 * 366 * 24 * 3600;

/// The open time of a calendar from an origin on, with running sums.
///
/// Working time is measured in seconds since the origin; it stands still while the calendar is closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// Seconds since 1970 of each opening.
    opens: Vec<i64>,
    /// Working seconds before each opening, and the sum of all at the end.
    before: Vec<i64>,
    /// For each hour of working time the stretch in which it begins.
    steps: Vec<usize>,
}

impl Timeline {
    /// Lays out the open time between two instants.
    ///
    /// # Errors
    /// [`CalendarError::NeverOpen`] when the calendar is not open in between.
    pub fn over(
        calendar: &Calendar,
        origin: Timestamp,
        end: Timestamp,
    ) -> Result<Self, CalendarError> {
        let stretches = calendar.stretches_from(origin).take_while(|s| s.opens < end);
        let mut line = Self { opens: Vec::new(), before: vec![0], steps: Vec::new() };
        for stretch in stretches {
            line.push(Stretch { opens: stretch.opens, closes: stretch.closes.min(end) });
        }
        if line.opens.is_empty() {
            return Err(CalendarError::NeverOpen { near: origin });
        }
        line.index();
        Ok(line)
    }

    /// Lays out stretches of open time, in seconds since 1970, one after another. `None` when there are none, or when
    /// they overlap or end before they begin.
    pub fn of_stretches(stretches: impl IntoIterator<Item = (i64, i64)>) -> Option<Self> {
        let mut line = Self { opens: Vec::new(), before: vec![0], steps: Vec::new() };
        let mut last = i64::MIN;
        for (opens, closes) in stretches {
            let length = closes.checked_sub(opens).filter(|length| *length > 0 && opens >= last)?;
            line.before.push(line.working_seconds().checked_add(length)?);
            line.opens.push(opens);
            last = closes;
        }
        // Longer than this no calendar reaches; the look-up table would take all memory.
        if line.opens.is_empty() || line.working_seconds() > LONGEST_SECONDS {
            return None;
        }
        line.index();
        Some(line)
    }

    /// The stretches of open time, in seconds since 1970: when each opens and closes.
    pub fn stretches(&self) -> impl Iterator<Item = (i64, i64)> {
        let lengths = self.before.windows(2).map(|sums| sums[1] - sums[0]);
        self.opens.iter().zip(lengths).map(|(opens, length)| (*opens, opens + length))
    }

    /// The working seconds that the timeline holds.
    pub fn working_seconds(&self) -> i64 {
        self.before[self.opens.len()]
    }

    /// Returns the working seconds from the origin up to an instant; instants outside are taken to the nearer end.
    pub fn working_at(&self, instant: Timestamp) -> i64 {
        self.working_at_second(instant.as_second())
    }

    /// The same for an instant in seconds since 1970.
    pub fn working_at_second(&self, second: i64) -> i64 {
        let stretch = self.opens.partition_point(|opens| *opens <= second);
        if stretch == 0 {
            return 0;
        }
        let worked = second - self.opens[stretch - 1];
        (self.before[stretch - 1] + worked).min(self.before[stretch])
    }

    /// Returns the earliest instant with so many working seconds behind it; `None` beyond the end of the timeline.
    ///
    /// Working time that ends exactly at closing ends there. Zero is the first opening.
    pub fn instant_at(&self, working_seconds: i64) -> Option<Timestamp> {
        self.second_at(working_seconds).and_then(|second| Timestamp::from_second(second).ok())
    }

    /// The same as seconds since 1970.
    pub fn second_at(&self, working_seconds: i64) -> Option<i64> {
        if working_seconds > self.working_seconds() {
            return None;
        }
        let wanted = working_seconds.max(0);
        let step = usize::try_from(wanted / STEP_SECONDS).ok()?;
        let mut stretch = self.steps.get(step).copied().unwrap_or(self.opens.len() - 1);
        while self.before[stretch + 1] < wanted {
            stretch += 1;
        }
        Some(self.opens[stretch] + (wanted - self.before[stretch]))
    }

    /// The same with more working time: each stretch that opens from one instant on and before another lasts longer by a
    /// share, in thousandths, but never into the next one. For overtime, which is bought for a while.
    #[must_use]
    pub fn with_more(&self, from: Timestamp, until: Timestamp, permille: u32) -> Self {
        let (from, until) = (from.as_second(), until.as_second());
        let mut line = Self { opens: self.opens.clone(), before: vec![0], steps: Vec::new() };
        for (stretch, opens) in self.opens.iter().enumerate() {
            let mut length = self.before[stretch + 1] - self.before[stretch];
            if (from..until).contains(opens) {
                let longer = length + length * i64::from(permille) / 1000;
                let most = self.opens.get(stretch + 1).map_or(longer, |next| next - opens);
                length = longer.min(most);
            }
            line.before.push(line.before[stretch] + length);
        }
        line.index();
        line
    }

    fn push(&mut self, stretch: Stretch) {
        let length = SignedDuration::as_secs(&stretch.length());
        if length > 0 {
            self.opens.push(stretch.opens.as_second());
            self.before.push(self.before[self.before.len() - 1] + length);
        }
    }

    fn index(&mut self) {
        let mut stretch = 0;
        let mut at = 0;
        while at <= self.working_seconds() {
            while stretch + 1 < self.opens.len() && self.before[stretch + 1] < at {
                stretch += 1;
            }
            self.steps.push(stretch);
            at += STEP_SECONDS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Country;

    #[test]
    fn overtime_lengthens_the_days_of_a_while_and_no_others() {
        let calendar = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let monday = at("2026-03-02T00:00:00Z");
        let line = Timeline::over(&calendar, monday, at("2026-05-01T00:00:00Z")).unwrap();
        let (from, until) = (at("2026-03-09T00:00:00Z"), at("2026-03-16T00:00:00Z"));
        let more = line.with_more(from, until, 100);
        let worked = |line: &Timeline, from, to| line.working_at(to) - line.working_at(from);
        assert_eq!(worked(&more, monday, from), worked(&line, monday, from));
        assert_eq!(worked(&more, from, until), worked(&line, from, until) * 11 / 10);
        let end = at("2026-05-01T00:00:00Z");
        assert_eq!(worked(&more, until, end), worked(&line, until, end));
        for seconds in (0..more.working_seconds()).step_by(5000) {
            let instant = more.instant_at(seconds).unwrap();
            assert_eq!(more.working_at(instant), seconds);
        }
        // Nobody works more than around the clock.
        let most = line.with_more(from, until, 100_000);
        assert_eq!(worked(&most, from, until), 7 * 86_400 - most_of_monday_closed(&line, from));
    }

    /// Seconds of a Monday before its opening: nobody opens earlier.
    fn most_of_monday_closed(line: &Timeline, monday: Timestamp) -> i64 {
        let opens = line.instant_at(line.working_at(monday) + 1).unwrap();
        opens.duration_since(monday).as_secs() - 1
    }
}
