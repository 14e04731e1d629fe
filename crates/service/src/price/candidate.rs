//! The ways of saying yes that are tried: places in the queue, overtime, hired hands.

use std::collections::BTreeSet;

use forecast::random::number_of;
use forecast::{Backlog, Job, Place, Work as Takes};
use jiff::{SignedDuration, Timestamp};
use promise::party::{NewWork, Overtime};

use super::{Cost, Desk, Spot, Way};
use crate::plan::{PlanNow, job_key, work_longer, work_parts};
use crate::quote::Question;

/// Places between the first and the last that are tried.
const PLACES: usize = 6;
/// Promises that may be moved before which the work is tried.
const MOVABLE: usize = 3;
/// Overtime is bought for so many weeks at most.
const MOST_WEEKS: i64 = 8;
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

/// A way of saying yes.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) spot: Spot,
    pub(super) overtime: Vec<Overtime>,
    /// What is bought for it, exactly.
    pub(super) bought: Vec<Cost>,
}

/// A way with its plan.
pub(super) struct Variant {
    pub(super) candidate: Candidate,
    pub(super) backlog: Backlog,
}

impl Candidate {
    pub(super) fn way(&self) -> Way {
        Way { spot: self.spot.clone(), overtime: self.overtime.clone() }
    }

    fn at(spot: Spot) -> Self {
        Self { spot, overtime: Vec::new(), bought: Vec::new() }
    }

    fn laid_out(self, plan: &PlanNow, question: &Question) -> Variant {
        let place = match &self.spot {
            Spot::Last => Place::Last,
            Spot::First => Place::First,
            Spot::Before { promise, .. } => Place::Before(job_key(*promise)),
            Spot::Hired => Place::Apart,
        };
        let mut backlog = plan.lay_out(Some(&job(plan, question, place)));
        work_longer(&mut backlog, self.overtime.iter(), plan.at);
        Variant { candidate: self, backlog }
    }
}

impl Variant {
    /// How many finished pieces of work like the new one there are.
    pub(super) fn finished(&self) -> Option<usize> {
        self.backlog.finished.last().copied().flatten()
    }
}

/// The job of a question; the same question has the same luck, here and in its answer.
pub(super) fn job(plan: &PlanNow, question: &Question, place: Place) -> Job {
    let mut parts = work_parts(&question.work);
    let waits = question.waits_for.iter();
    parts
        .extend(waits.map(|due| plan.outside.customers.part(&question.account, due.at(), plan.at)));
    Job { key: key_of(question), parts, place }
}

pub(super) fn key_of(question: &Question) -> u64 {
    number_of(&question.luck())
}

/// Behind all that waits.
pub(super) fn free(plan: &PlanNow, question: &Question) -> Variant {
    Candidate::at(Spot::Last).laid_out(plan, question)
}

/// Every way that is tried but the free one, given the date that is free.
pub(super) fn all(desk: &Desk<'_>, free: Timestamp) -> Vec<Variant> {
    let (plan, question) = (desk.plan, desk.question);
    let mut candidates = vec![Candidate::at(Spot::First)];
    candidates.extend(between(desk).into_iter().map(Candidate::at));
    candidates.extend(longer(desk, free));
    candidates.extend(hired(desk));
    candidates.into_iter().map(|candidate| candidate.laid_out(plan, question)).collect()
}

/// Places before promised work in the queues of the teams asked: a few evenly, and those that may be moved.
fn between(desk: &Desk<'_>) -> Vec<Spot> {
    let (plan, backlog) = (desk.plan, desk.plan.lay_out(None));
    let teams: BTreeSet<&str> =
        desk.question.work.new.iter().map(|new| new.team.as_str()).collect();
    let waits = |item: usize| match &backlog.plan.items[item].work {
        Takes::Slot { team, running: false, .. } => {
            teams.contains(backlog.plan.teams[*team].name.as_str())
        }
        Takes::Slot { .. } | Takes::Arrival(_) | Takes::Expected(_) | Takes::Milestone => false,
    };
    let queued =
        backlog.ends.iter().take(plan.promised.len()).enumerate().filter_map(|(place, end)| {
            let items = backlog.plan.items[*end].after.iter().copied();
            Some((items.filter(|item| waits(*item)).min()?, place))
        });
    let mut queued: Vec<(usize, usize)> = queued.collect();
    queued.sort_unstable();
    let places: Vec<usize> = queued.into_iter().map(|(_, place)| place).collect();
    let evenly =
        (0..PLACES.min(places.len())).map(|n| places[n * places.len() / PLACES.min(places.len())]);
    let movable = places.iter().copied().filter(|place| desk.is_movable(*place)).take(MOVABLE);
    let chosen: BTreeSet<usize> = evenly.chain(movable).collect();
    let spot = |place: usize| {
        let row = &plan.promised[place];
        Spot::Before {
            promise: row.id,
            number: row.number,
            subject: row.subject.clone(),
            account_name: row.account_name.clone(),
        }
    };
    chosen.into_iter().map(spot).collect()
}

/// Overtime of the teams asked, until the free date or half of that, behind all that waits and before it.
fn longer(desk: &Desk<'_>, free: Timestamp) -> Vec<Candidate> {
    let at = desk.plan.at;
    let days = free.duration_since(at).as_hours().max(1);
    let most = (days + WEEK.as_hours() - 1).div_euclid(WEEK.as_hours()).clamp(1, MOST_WEEKS);
    let weeks: BTreeSet<i64> = [most, (most + 1) / 2].into();
    let teams: BTreeSet<&str> =
        desk.question.work.new.iter().map(|new| new.team.as_str()).collect();
    let mut all = Vec::new();
    for weeks in weeks {
        let until = at + WEEK * i32::try_from(weeks).unwrap_or(1);
        let overtime = teams.iter().filter_map(|team| {
            let minutes_a_week = desk.costs.overtime_of(team);
            let team = (*team).to_owned();
            (minutes_a_week > 0).then_some(Overtime { team, minutes_a_week, from: at, until })
        });
        let overtime: Vec<Overtime> = overtime.collect();
        let times = u64::try_from(weeks).unwrap_or(1);
        let bought = overtime.iter().filter_map(|of| {
            let minutes = u64::from(of.minutes_a_week) * times;
            let money = desk.costs.money(desk.costs.overtime_cost(&of.team, minutes)?);
            Some(Cost::Overtime { minutes, money })
        });
        let bought: Vec<Cost> = bought.collect();
        if overtime.is_empty() {
            continue;
        }
        for spot in [Spot::Last, Spot::First] {
            let (overtime, bought) = (overtime.clone(), bought.clone());
            all.push(Candidate { spot, overtime, bought });
        }
    }
    all
}

/// Hired hands, when they can be hired and there is work that they can be given.
fn hired(desk: &Desk<'_>) -> Option<Candidate> {
    let new = &desk.question.work.new;
    if new.is_empty() {
        return None;
    }
    let minutes: Option<u64> = new.iter().map(|new| minutes_of(desk, new)).sum();
    let minutes = minutes?;
    let money = desk.costs.money(desk.costs.hired_cost(minutes)?);
    let bought = vec![Cost::Hired { minutes, money }];
    Some(Candidate { spot: Spot::Hired, overtime: Vec::new(), bought })
}

/// How long work takes at even chances, in minutes of one pair of hands.
fn minutes_of(desk: &Desk<'_>, new: &NewWork) -> Option<u64> {
    let history = desk.plan.world.history();
    let estimate = new.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0);
    let like = history.like(&new.team, &new.kind, estimate)?;
    let seconds = like.effort.durations.quantile(0.5) * like.effort.scale_seconds;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let minutes = (seconds / 60.0).ceil().clamp(1.0, 1e9) as u64;
    Some(minutes * u64::from(new.pieces.get()))
}
