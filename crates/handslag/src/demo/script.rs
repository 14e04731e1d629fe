//! The whole story as it is laid down: every promise, when it is asked for and answered, and the work it brings.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::luck::{below, luck};
use super::row::{Plot, Row};
use super::story::Story;
use super::tracker::{self, Item, Order};
use super::{past, present};

/// The first Monday with handslag.
pub(super) const FIRST_MONDAY: Date = date(2024, 11, 4);
/// Minutes between two customers who ask on one day, so that all of a day fit into an hour.
const MINUTES_APART: usize = 4;

/// Every promise of the story, in the order in which they were asked for.
pub(super) fn rows() -> Vec<Row> {
    let parts = [
        past::FIRST_YEAR,
        past::SECOND_YEAR,
        present::OF_ONE_TEAM,
        present::OF_OTHERS,
        present::UNUSUAL,
    ];
    let mut rows = parts.concat();
    rows.sort_by_key(|row| row.week);
    rows
}

/// Until this week customers are answered every other week, then every week.
const WEEKLY_FROM: u16 = 60;

/// The week in which a row is answered.
fn round(row: &Row) -> u16 {
    if row.week < WEEKLY_FROM { row.week / 2 * 2 } else { row.week }
}

/// When each of them is asked for: a few on one day of their week.
pub(super) fn asked_at(story: &Story<'_>, rows: &[Row]) -> anyhow::Result<Vec<Timestamp>> {
    let mut at = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        let week = round(row);
        let into_week = below(4, luck("asked on", usize::from(week)));
        let monday = FIRST_MONDAY + i32::from(week).weeks();
        let day = story.office.next_business_day(monday + i64::try_from(into_week)?.days())?;
        let same_week = rows[..place].iter().filter(|other| round(other) == week).count();
        at.push(story.wall(day.at(9, 12 + i8::try_from(same_week * MINUTES_APART)?, 0, 0))?);
    }
    Ok(at)
}

/// When the customer answers the offer: half of them the same day, and for what is soon done all of them.
pub(super) fn answered_at(
    story: &Story<'_>,
    row: &Row,
    place: usize,
    asked: Timestamp,
) -> anyhow::Result<Timestamp> {
    let lucky = |what: &str, count| below(count, luck(what, place));
    let is_small = row.pieces * row.hours <= 16;
    let days = if is_small { 0 } else { [0, 0, 0, 1, 1, 2][lucky("answers after", 6)] };
    let (hour, minute) = (11 + lucky("answers at", 5), lucky("answers past", 60));
    story.after(story.office.date_at(asked), days, i8::try_from(hour)?, i8::try_from(minute)?)
}

/// Whether work for it comes into the tracker: it was wanted, and what it has to wait for came.
fn brings_work(row: &Row) -> bool {
    let is_wanted = match row.plot {
        Plot::Declined
        | Plot::DeclinedForGood
        | Plot::Unanswered
        | Plot::Open(_)
        | Plot::TakenBack
        | Plot::CounterProposed(_)
        | Plot::Void
        | Plot::Found(_)
        | Plot::Draft => false,
        Plot::AsItGoes
        | Plot::MovedInTime
        | Plot::MovedTooLate
        | Plot::Released(_)
        | Plot::Withdrawn(_)
        | Plot::Unconfirmed
        | Plot::Disputed
        | Plot::AsksFor(..)
        | Plot::WithoutForecast => true,
    };
    is_wanted && row.pieces > 0 && row.asked.iter().all(|asked| asked.came.is_some())
}

/// The work that the promises bring into the tracker.
fn orders(story: &Story<'_>, rows: &[Row]) -> anyhow::Result<Vec<Order>> {
    let asked = asked_at(story, rows)?;
    let mut orders = Vec::new();
    for (of, row) in rows.iter().enumerate() {
        if !brings_work(row) {
            continue;
        }
        // What is offered takes its place in the queue, as it does in the plan; what is not wanted leaves it at once.
        let mut at = asked[of] + SignedDuration::from_mins(20);
        if let Some(day) = row.starts {
            at = at.max(story.wall(day.parse::<Date>()?.at(9, 5, 0, 0))?);
        }
        for came in row.asked.iter().filter_map(|asked| asked.came) {
            at = at.max(story.wall(came.parse()?)? + SignedDuration::from_mins(10));
        }
        let Row { team, kind, subject: title, pieces, hours, first, trouble, .. } = *row;
        orders.push(Order { of, at, team, kind, title, pieces, hours, first, trouble });
    }
    Ok(orders)
}

/// The tracker as it will have been at an instant.
pub(super) fn items(story: &Story<'_>, now: Timestamp) -> anyhow::Result<Vec<Item>> {
    tracker::play(&story.office, &orders(story, &rows())?, now)
}
