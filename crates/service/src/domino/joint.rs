//! The chance that several promises are all kept, counted in the trials themselves: promises share teams and luck, so
//! the product of their chances would be another number.
//!
//! The plan tells when a thing is done, not by which due. So each end is moved by what lies between its due and the
//! latest one: then all are kept exactly when the last of the moved ends is there by the latest due.

use std::num::NonZeroU32;
use std::sync::Arc;

use calendar::{Calendar, CalendarError, Timeline, Window};
use forecast::{Backlog, Durations, Effort, Item, Outcome, Team, Work};
use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp};
use promise::Chance;

use crate::plan::{percent, permille};

/// The chance that several promises are all kept, before and after a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllKept {
    /// How many they are.
    pub of: usize,
    /// As the plan stands.
    pub before: Chance,
    /// With the slip.
    pub after: Chance,
    /// How far the change may be off by the number of trials, one standard error, in thousandths.
    pub error_permille: u32,
}

impl AllKept {
    /// What two plays of joined plans say.
    pub(super) fn of(before: &Outcome, after: &Outcome, due: Timestamp, of: usize) -> Option<Self> {
        let chance = |outcome: &Outcome| permille(outcome.chance_by(due).share);
        let error_permille = percent(after.change_from(before, due).error * 10.0);
        (of > 1).then(|| Self { of, before: chance(before), after: chance(after), error_permille })
    }
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A plan with one more item, which is done by the latest of the dues exactly when each end is done by its own; with
/// that item and that due. `None` without any.
pub(super) fn join(
    backlog: &Backlog,
    dues: &[(usize, Timestamp)],
) -> Result<Option<(Backlog, usize, Timestamp)>, CalendarError> {
    let Some(latest) = dues.iter().map(|(_, due)| *due).max() else { return Ok(None) };
    let mut joined = backlog.clone();
    let plan = &mut joined.plan;
    let team = plan.teams.len();
    plan.teams.push(Team {
        name: String::new(),
        slots: NonZeroU32::try_from(u32::try_from(dues.len()).unwrap_or(u32::MAX))
            .unwrap_or(NonZeroU32::MIN),
        // Beyond the latest due nothing is kept any more, so nothing has to be done there.
        timeline: Arc::new(always(plan.at, latest)?),
        share: 1.0,
    });
    let mut all = Vec::new();
    for (end, due) in dues {
        let ahead = latest.as_second() - due.as_second();
        all.push(plan.items.len());
        plan.items.push(Item { key: 0, work: waits(team, ahead), after: vec![*end] });
    }
    let last = plan.items.len();
    plan.items.push(Item { key: 0, work: Work::Milestone, after: all });
    Ok(Some((joined, last, latest)))
}

/// Nothing but time that passes.
fn waits(team: usize, seconds: i64) -> Work {
    #[expect(clippy::cast_precision_loss, reason = "seconds between two dues are far below 2^53")]
    let scale_seconds = seconds as f64;
    let one = Durations::of_sample(vec![1.0]).filter(|_| seconds > 0);
    let Some(one) = one else { return Work::Milestone };
    let effort = Effort { durations: Arc::new(one), scale_seconds };
    Work::Slot { team, effort, age_seconds: 0.0, running: false }
}

/// Every second from before one instant to after another.
fn always(from: Timestamp, to: Timestamp) -> Result<Timeline, CalendarError> {
    let days = std::iter::successors(Some(Weekday::Monday), |day| Some(day.next())).take(7);
    let calendar = days.fold(Calendar::in_zone("UTC")?, |calendar, day| {
        calendar.with_day(day, vec![Window::of_hours(0, 24)])
    });
    Timeline::over(&calendar, from - DAY, from.max(to) + DAY)
}
