//! On which days and at which hours a team works, as its own records show.

use calendar::Window;
use jiff::Timestamp;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use crate::Row;

/// Working days and hours, inferred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingHours {
    /// The days on which work is finished or begun.
    pub days: Vec<Weekday>,
    /// The hours of those days.
    pub window: Window,
    /// Whether the records tell the hours; if not, these are the usual 9 to 17.
    pub hours_told: bool,
}

/// A weekday with a smaller share of what happens is a day off.
const LEAST_SHARE_PERCENT: usize = 3;
/// Fewer instants tell nothing; then it is an office.
const LEAST_INSTANTS: usize = 30;
const DAY_SECONDS: usize = 86_400;
const HOUR_SECONDS: u32 = 3600;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Infers working days and hours from when work was begun and finished.
///
/// Hours are told only when most instants carry a time; then they are those between which 96% of all lies, in whole
/// hours.
pub fn working_hours<'a>(rows: impl Iterator<Item = &'a Row>, zone: &TimeZone) -> WorkingHours {
    let instants = rows.flat_map(|row| [row.started, row.finished]).flatten();
    let mut by_day = [0_usize; 7];
    let mut seconds: Vec<u32> = Vec::new();
    let mut count = 0;
    for instant in instants {
        let (day, second) = wall_clock(instant, zone);
        by_day[day] += 1;
        count += 1;
        if second > 0 {
            seconds.push(second);
        }
    }
    if count < LEAST_INSTANTS {
        return WorkingHours {
            days: WEEK[..5].to_vec(),
            window: Window::of_hours(9, 17),
            hours_told: false,
        };
    }
    let worked = |day: &usize| by_day[*day] * 100 >= count * LEAST_SHARE_PERCENT;
    let days = (0..7).filter(worked).map(|day| WEEK[day]).collect();
    let told = if 2 * seconds.len() > count { told_window(&mut seconds) } else { None };
    WorkingHours {
        days,
        window: told.unwrap_or_else(|| Window::of_hours(9, 17)),
        hours_told: told.is_some(),
    }
}

/// The weekday, Monday being 0, and the seconds since midnight.
fn wall_clock(instant: Timestamp, zone: &TimeZone) -> (usize, u32) {
    let wall = zone.to_datetime(instant);
    let day = usize::from(wall.weekday().to_monday_zero_offset().unsigned_abs());
    let part = |value: i8| u32::from(value.unsigned_abs());
    (day, part(wall.hour()) * HOUR_SECONDS + part(wall.minute()) * 60 + part(wall.second()))
}

fn told_window(seconds: &mut [u32]) -> Option<Window> {
    seconds.sort_unstable();
    let rank = |percent: usize| (seconds.len() - 1) * percent / 100;
    let from = seconds[rank(2)] / HOUR_SECONDS * HOUR_SECONDS;
    let to = seconds[rank(98)].div_ceil(HOUR_SECONDS) * HOUR_SECONDS;
    let to = to.min(u32::try_from(DAY_SECONDS).ok()?);
    Window::of_seconds(from, to)
}
