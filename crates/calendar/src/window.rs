//! One run of open wall-clock time within a day, such as `09:00-17:30` or `22:00-06:00`.

use std::fmt;
use std::str::FromStr;

use crate::CalendarError;

/// Seconds in a civil day as the wall clock shows it.
pub(crate) const DAY_SECONDS: u32 = 86_400;

/// Open wall-clock time from `opens` to `closes`, in seconds since local midnight of the day it belongs to.
///
/// A window that runs past midnight closes above 86,400 and belongs to the day on which it opens.
/// A window is never empty and at most 24 hours long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    opens: u32,
    closes: u32,
}

impl Window {
    /// Makes a window of whole hours, for calendars written in code and tests.
    ///
    /// # Panics
    /// When `from` and `to` are no window: equal, or beyond 24.
    pub fn of_hours(from: u32, to: u32) -> Self {
        assert!(from < 24 && to <= 24 && from != to, "{from}:00-{to}:00 is no window");
        let closes = if to > from { to } else { to + 24 };
        Self { opens: from * 3600, closes: closes * 3600 }
    }

    /// Makes a window from seconds since local midnight; `closes` at or before `opens` means the next morning.
    ///
    /// Returns `None` for equal ends (an empty window) and for times beyond 24:00.
    pub fn of_seconds(opens: u32, closes: u32) -> Option<Self> {
        if opens >= DAY_SECONDS || closes > DAY_SECONDS || opens == closes {
            return None;
        }
        let closes = if closes > opens { closes } else { closes + DAY_SECONDS };
        Some(Self { opens, closes })
    }

    /// When it opens, in seconds since local midnight, below 86,400.
    pub fn opens(self) -> u32 {
        self.opens
    }

    /// When it closes, in seconds since local midnight of the day it opens; above 86,400 for a night window.
    pub fn closes(self) -> u32 {
        self.closes
    }

    /// Reads a comma-separated list, such as `08:30-12:00, 12:30-17:00`. An empty text is a day off.
    ///
    /// # Errors
    /// [`CalendarError::Window`] with the part that is no window.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, CalendarError> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::parse).collect()
    }
}

/// Reads `HH:MM` or `HH:MM:SS` as seconds since midnight; 24:00 is allowed.
fn seconds_of_day(text: &str) -> Option<u32> {
    let mut parts = text.trim().split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute: u32 = parts.next()?.parse().ok()?;
    let second: u32 = parts.next().map_or(Some(0), |s| s.parse().ok())?;
    let valid = parts.next().is_none() && hour <= 24 && minute < 60 && second < 60;
    let seconds = hour * 3600 + minute * 60 + second;
    (valid && seconds <= DAY_SECONDS).then_some(seconds)
}

impl FromStr for Window {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parsed = text
            .split_once(['-', '–'])
            .and_then(|(from, to)| Self::of_seconds(seconds_of_day(from)?, seconds_of_day(to)?));
        parsed.ok_or_else(|| CalendarError::Window { given: text.to_owned() })
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |seconds: u32| (seconds / 3600, seconds % 3600 / 60);
        let (from_hour, from_minute) = clock(self.opens);
        let closes =
            if self.closes > DAY_SECONDS { self.closes - DAY_SECONDS } else { self.closes };
        let (to_hour, to_minute) = clock(closes);
        write!(f, "{from_hour:02}:{from_minute:02}-{to_hour:02}:{to_minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: Option<(u32, u32)>) {
        let got = text.parse::<Window>().ok().map(|w| (w.opens(), w.closes()));
        assert_eq!(got, wanted, "{text:?}");
    }

    #[test]
    fn windows_are_read_as_written() {
        check("09:00-17:30", Some((32_400, 63_000)));
        check("00:00-24:00", Some((0, 86_400)));
        check("22:00-06:00", Some((79_200, 108_000)));
        check("08:00 – 12:00", Some((28_800, 43_200)));
        check("08:00:30-08:01", Some((28_830, 28_860)));
    }

    #[test]
    fn what_is_no_window_is_refused() {
        for text in
            ["", "9", "09:00", "09:00-09:00", "24:00-08:00", "25:00-26:00", "09:60-10:00", "a-b"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_window_is_shown_as_it_is_read() {
        for text in ["09:00-17:30", "22:00-06:00", "00:00-24:00"] {
            assert_eq!(text.parse::<Window>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_list_may_be_empty_and_names_what_is_wrong() {
        assert_eq!(Window::parse_list("").unwrap(), []);
        assert_eq!(Window::parse_list("08:00-12:00, 13:00-17:00").unwrap().len(), 2);
        let error = Window::parse_list("08:00-12:00, noon").unwrap_err();
        assert_eq!(error, CalendarError::Window { given: "noon".to_owned() });
    }
}
