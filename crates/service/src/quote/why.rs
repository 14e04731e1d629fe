//! Why a date is what it is: the queue, the work, what it waits for, room for error. And why there is none.

use calendar::Calendar;
use forecast::history::Pace;
use forecast::{Backlog, Item, Outcome};
use jiff::Timestamp;
use promise::party::{NewWork, Work};

use super::{Driver, LevelDate, Played, Question, WhyNot};
use crate::plan::{PlanNow, Waits};

/// How many things stand before the new work in its team's queue, or are under way there.
pub(crate) fn ahead_of(backlog: &Backlog, begin: Option<usize>, work: &Work) -> usize {
    let Some(team) = work.new.first().map(|work| work.team.as_str()) else { return 0 };
    let before = &backlog.plan.items[..begin.unwrap_or(0)];
    let of_team = |item: &&Item| match &item.work {
        forecast::Work::Slot { team: place, .. } => backlog.plan.teams[*place].name == team,
        forecast::Work::Arrival(_) | forecast::Work::Expected(_) | forecast::Work::Milestone => {
            false
        }
    };
    before.iter().filter(of_team).count()
}

/// Why nothing can be said of some work, if nothing can.
pub(crate) fn why_not(plan: &PlanNow, work: &Work) -> Option<WhyNot> {
    if work.new.is_empty() && work.records.is_empty() {
        return Some(WhyNot::NoWork);
    }
    let history = plan.world.history();
    work.new.iter().find_map(|new: &NewWork| {
        if !history.profiles().contains_key(&new.team) {
            return Some(WhyNot::NoTeam { team: new.team.clone() });
        }
        let estimate = new.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0);
        let like = history.like(&new.team, &new.kind, estimate);
        like.is_none().then(|| WhyNot::NothingLikeIt { team: new.team.clone() })
    })
}

/// What makes it that date: each driver in business days, together the days from today to the date.
pub(super) fn drivers(
    plan: &PlanNow,
    question: &Question,
    played: &Played,
    offer: &LevelDate,
    calendar: &Calendar,
) -> Vec<Driver> {
    let Some(outcome) = played.last.last() else { return Vec::new() };
    let begins = played.last.get(plan.jobs.len());
    let seen = (outcome, begins, played.unbound.last());
    let about = (&question.work, Some(Waits::Account(question.account)));
    let mut drivers = drivers_of_open(plan, about, played.ahead, seen, calendar);
    if let Some(median) = outcome.quantile(0.5) {
        let days = business_days(calendar, median.at, offer.due.at());
        drivers.push(Driver::Room { level: offer.level, days });
    }
    drivers
}

/// What makes the finish of some work what it is, at even chances: the queue before it, the work itself, what it waits
/// for. `seen` is its end, its beginning, and its end without what it waits for.
pub(crate) fn drivers_of_open(
    plan: &PlanNow,
    (work, waits): (&Work, Option<Waits>),
    ahead: usize,
    (end, begin, unbound): (&Outcome, Option<&Outcome>, Option<&Outcome>),
    calendar: &Calendar,
) -> Vec<Driver> {
    let median = |outcome: &Outcome| outcome.quantile(0.5).map(|quantile| quantile.at);
    let Some(ends) = median(end) else { return Vec::new() };
    let begins = begin.and_then(Outcome::median_start).unwrap_or(plan.at);
    let worked = unbound.and_then(median).unwrap_or(ends).min(ends);
    let mut drivers = Vec::new();
    if let Some(new) = work.new.first() {
        let queued = business_days(calendar, plan.at, begins);
        if ahead > 0 || queued > 0 {
            drivers.push(Driver::Queue { team: new.team.clone(), ahead, days: queued });
        }
        drivers.extend(work_driver(plan, new, business_days(calendar, begins, worked)));
    } else if !work.records.is_empty() {
        let days = business_days(calendar, plan.at, worked);
        drivers.push(Driver::Records { records: work.records.len(), days });
    }
    let waiting = business_days(calendar, worked, ends);
    if let Some(waits) = waits.filter(|_| waiting > 0) {
        let (late, of) = plan.outside.counts(&waits);
        drivers.push(match waits {
            Waits::Account(_) => Driver::Waiting { late, of, days: waiting },
            Waits::ThirdParty(third_party) => {
                Driver::Delivery { third_party, late, of, days: waiting }
            }
        });
    }
    drivers
}

pub(super) fn business_days(calendar: &Calendar, from: Timestamp, to: Timestamp) -> i32 {
    calendar.business_days_between(calendar.date_at(from), calendar.date_at(to))
}

fn work_driver(plan: &PlanNow, work: &NewWork, days: i32) -> Option<Driver> {
    let history = plan.world.history();
    let profile = history.profiles().get(&work.team)?;
    let estimate = work.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0);
    let like = history.like(&work.team, &work.kind, estimate)?;
    // A day of one who gives the team's share of eight hours to such work.
    let share = if profile.pace == Pace::Effort { profile.share.value } else { 1.0 };
    let in_days = |level: f64| {
        let seconds = like.effort.durations.quantile(level) * like.effort.scale_seconds / share;
        whole_days(seconds / (8.0 * 3600.0))
    };
    Some(Driver::Work {
        finished: like.finished,
        likeness: like.likeness,
        from_days: in_days(1.0 / 6.0),
        to_days: in_days(5.0 / 6.0),
        days,
    })
}

fn whole_days(days: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped before")]
    let days = days.ceil().clamp(0.0, 10_000.0) as i32;
    days
}
