//! Laws that working-time arithmetic must obey in every calendar, zone and season.

use calendar::{Calendar, Country, Due, Grain, Landing, Timeline, Window};
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Zones with and without clock changes; Lord Howe moves by half an hour, Casablanca back for Ramadan.
const ZONES: [&str; 7] = [
    "Europe/Amsterdam",
    "Europe/Stockholm",
    "UTC",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
];

/// A window of at most so many quarters of an hour.
fn window(quarters: u32) -> impl Strategy<Value = Window> {
    (0..96_u32, 1..quarters).prop_map(|(from, length)| {
        let opens = from * 900;
        Window::of_seconds(opens, (opens + length * 900) % 86_400).expect("never empty")
    })
}

/// Calendars with up to three windows a day, nights too, a break and a holiday, never shut for good.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    let days = vec(vec(window(96), 0..3), 7);
    (0..ZONES.len(), days, window(16), 0..7_usize).prop_map(|(zone, days, pause, break_day)| {
        let mut calendar = Calendar::in_zone(ZONES[zone]).expect("a known zone");
        for (day, windows) in WEEK.into_iter().zip(days) {
            calendar = calendar.with_day(day, windows);
        }
        calendar
            .with_day(Weekday::Thursday, vec![Window::of_hours(9, 17)])
            .with_break(WEEK[break_day], pause)
            .with_holiday(Date::constant(2026, 3, 30))
            .with_yearly_holiday(12, 25)
    })
}

/// Instants around what breaks clocks: both changes, a leap day, week 53, the turn of the year.
fn instant() -> impl Strategy<Value = Timestamp> {
    let traps = [
        Date::constant(2026, 3, 28),
        Date::constant(2026, 10, 24),
        Date::constant(2026, 4, 4), // Lord Howe falls back
        Date::constant(2026, 10, 3),
        Date::constant(2028, 2, 28),
        Date::constant(2026, 12, 30), // ISO week 53
        Date::constant(2026, 3, 7),   // New York springs forward
    ];
    (0..traps.len(), 0..6 * 86_400_i64).prop_map(move |(trap, seconds)| {
        let day = traps[trap].in_tz("UTC").expect("in range").timestamp();
        Timestamp::from_second(day.as_second() + seconds).expect("in range")
    })
}

fn amount() -> impl Strategy<Value = SignedDuration> {
    (1..60 * 3600_i64).prop_map(SignedDuration::from_secs)
}

/// The same cases on every run; `PROPTEST_CASES` asks for more of them.
fn config() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn measures_add_up(calendar in any_calendar(), a in instant(), b in instant(), c in instant()) {
        let parts = calendar.between(a, b) + calendar.between(b, c);
        prop_assert_eq!(parts, calendar.between(a, c));
    }

    #[test]
    fn what_was_added_is_measured(calendar in any_calendar(), start in instant(), amount in amount()) {
        let end = calendar.add(start, amount).unwrap();
        prop_assert_eq!(calendar.between(start, end), amount);
        // The earliest such instant: work was being done right before it.
        let before = end - SignedDuration::from_nanos(1);
        prop_assert!(calendar.is_open(before), "{end} is not the end of open time");
    }

    #[test]
    fn adding_in_two_steps_is_adding_once(
        calendar in any_calendar(), start in instant(), first in amount(), second in amount(),
    ) {
        let halfway = calendar.add(start, first).unwrap();
        prop_assert_eq!(calendar.add(halfway, second), calendar.add(start, first + second));
    }

    #[test]
    fn what_was_subtracted_is_measured(calendar in any_calendar(), end in instant(), amount in amount()) {
        let start = calendar.add(end, -amount).unwrap();
        prop_assert_eq!(calendar.between(start, end), amount);
        prop_assert!(calendar.is_open(start), "the latest such instant is the start of open time");
    }

    #[test]
    fn open_is_what_the_wall_clock_says(calendar in any_calendar(), at in instant()) {
        // Away from the changes of the clock, where a window's own ends may be moved.
        let changes = [at - 26.hours(), at + 26.hours()].map(|t| calendar.zone().to_offset(t));
        prop_assume!(changes[0] == changes[1]);
        prop_assert_eq!(calendar.is_open(at), wall_clock_open(&calendar, at));
    }

    #[test]
    fn the_next_opening_is_open_and_nothing_before_it(calendar in any_calendar(), at in instant()) {
        let next = calendar.next_open(at).unwrap();
        prop_assert!(calendar.is_open(next));
        prop_assert_eq!(calendar.between(at, next), SignedDuration::ZERO);
        let previous = calendar.previous_open(at).unwrap();
        prop_assert_eq!(calendar.between(previous, at), SignedDuration::ZERO);
        prop_assert!(previous <= at && calendar.is_open(previous - SignedDuration::from_nanos(1)));
    }

    #[test]
    fn a_timeline_agrees_with_its_calendar(
        calendar in any_calendar(), origin in instant(), seconds in 0..400_000_i64,
    ) {
        let end = origin + 60 * 24.hours();
        let line = Timeline::over(&calendar, origin, end).unwrap();
        prop_assert_eq!(line.working_seconds(), calendar.between(origin, end).as_secs());
        let at = origin + seconds.seconds();
        prop_assert_eq!(line.working_at(at), calendar.between(origin, at).as_secs());
        if seconds > 0 && seconds <= line.working_seconds() {
            let there = line.instant_at(seconds).unwrap();
            prop_assert_eq!(there, calendar.add(origin, SignedDuration::from_secs(seconds)).unwrap());
        }
    }

    #[test]
    fn business_days_step_and_count_alike(calendar in any_calendar(), at in instant(), days in -30..30_i32) {
        let from = calendar.date_at(at);
        let to = calendar.add_business_days(from, days).unwrap();
        prop_assert_eq!(calendar.business_days_between(from, to).abs() , days.abs() - i32::from(days < 0 && !calendar.is_business_day(from)));
        prop_assert!(days == 0 || calendar.is_business_day(to));
    }

    #[test]
    fn a_due_is_the_last_working_instant_of_its_grain(at in instant(), grain in 1..Grain::ALL.len()) {
        let calendar = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
        let (grain, date) = (Grain::ALL[grain], calendar.date_at(at));
        let (first, last) = grain.period(date).unwrap();
        prop_assert!(first <= date && date <= last);
        let Ok(due) = Due::at_end_of(grain, date, &calendar) else {
            prop_assert_eq!(calendar.business_days_between(first.yesterday().unwrap(), last), 0);
            return Ok(());
        };
        prop_assert!(first <= due.date() && due.date() <= last);
        let end = calendar.instant_of(last.tomorrow().unwrap().at(0, 0, 0, 0)).unwrap();
        prop_assert_eq!(calendar.between(due.at(), end), SignedDuration::ZERO);
        prop_assert_eq!(&Due::parse(&due.to_string(), &calendar).unwrap(), &due);
    }
}

/// The naive reading: look at the wall clock and ask which windows it lies in.
fn wall_clock_open(calendar: &Calendar, at: Timestamp) -> bool {
    let wall = calendar.zone().to_datetime(at);
    let parts =
        [wall.hour(), wall.minute(), wall.second()].map(|part| u32::from(part.unsigned_abs()));
    let second = parts[0] * 3600 + parts[1] * 60 + parts[2];
    let inside = |windows: &[Window], second| {
        windows.iter().any(|w| w.opens() <= second && second < w.closes())
    };
    let yesterday = wall.date().yesterday().expect("in range");
    let opened = inside(calendar.windows_on(wall.date()), second)
        || inside(calendar.windows_on(yesterday), second + 86_400);
    let paused = inside(calendar.breaks_of(wall.date().weekday()), second)
        || inside(calendar.breaks_of(yesterday.weekday()), second + 86_400);
    opened && !paused
}

#[test]
fn landing_moves_only_as_asked() {
    let office = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
    let evening: Timestamp = "2026-03-06T20:00+01:00".parse().unwrap();
    let step = |landing| office.step_business_days(evening, 1, landing).unwrap().to_string();
    assert_eq!(step(Landing::SameTime), "2026-03-09T19:00:00Z");
    assert_eq!(step(Landing::RollForward), "2026-03-10T08:00:00Z");
    assert_eq!(step(Landing::RollBack), "2026-03-09T16:00:00Z");
    assert_eq!(step(Landing::Closing), "2026-03-09T16:00:00Z");
}

#[test]
fn a_calendar_that_never_opens_says_so() {
    let shut = Calendar::in_zone("UTC").unwrap();
    let at = Timestamp::UNIX_EPOCH;
    assert!(
        shut.add(at, SignedDuration::from_secs(1)).unwrap_err().to_string().contains("ten years")
    );
    assert_eq!(shut.between(at, at + 8760.hours()), SignedDuration::ZERO);
    assert!(shut.next_open(at).is_err() && shut.previous_open(at).is_err());
    assert!(Timeline::over(&shut, at, at + 24.hours()).is_err());
}

#[test]
fn a_night_shift_lasts_as_long_as_the_night() {
    let mut nights = Calendar::in_zone("Europe/Amsterdam").unwrap();
    for day in WEEK {
        nights = nights.with_day(day, vec![Window::of_hours(1, 5)]);
    }
    let length = |date: Date| nights.stretches_on(date)[0].length().as_hours();
    assert_eq!(length(Date::constant(2026, 3, 29)), 3);
    assert_eq!(length(Date::constant(2026, 3, 30)), 4);
    assert_eq!(length(Date::constant(2026, 10, 25)), 5);
}

#[test]
fn a_due_without_working_time_is_refused_with_the_next_day() {
    let office = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
    let error = Due::parse("2026-04-27", &office).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2026-04-27 to 2026-04-27 has no working time in this calendar; the next working day is 2026-04-28"
    );
    for text in
        ["", "soon", "2026-13-01", "2026-W54", "2026-Q5", "2026-H0", "26-01-01", "2026-03-12T25:00"]
    {
        let refused = Due::parse(text, &office).unwrap_err().to_string();
        assert!(refused.contains("is no due"), "{text:?}: {refused}");
    }
}

#[test]
fn week_53_and_leap_days_exist() {
    let office = Calendar::office("Europe/Stockholm", Country::Se).unwrap();
    let due = |text| Due::parse(text, &office).unwrap();
    assert_eq!(due("2026-W53").date(), Date::constant(2026, 12, 30), "the 31st is New Year's Eve");
    assert_eq!(due("2028-02").date(), Date::constant(2028, 2, 29));
    assert!(Due::parse("2025-W53", &office).is_err());
}

#[test]
fn a_half_day_ends_early_and_a_due_with_it() {
    let office = Calendar::office("Europe/Stockholm", Country::Se)
        .unwrap()
        .with_exception(Date::constant(2026, 4, 30), vec![Window::of_hours(9, 12)]);
    let due = Due::parse("2026-04-30", &office).unwrap();
    assert_eq!(due.at().to_string(), "2026-04-30T10:00:00Z");
    assert_eq!(due.shifted(1, &office).unwrap().date(), Date::constant(2026, 5, 4));
}
