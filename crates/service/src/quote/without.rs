//! What holds a date up, one thing at a time: the plan played again without it, with the same luck.

use calendar::Calendar;
use forecast::{Calibration, Job, Outcome};

use super::why::business_days;
use super::{LevelDate, Question, first_due_after};
use crate::plan::PlanNow;
use crate::track::Lately;
use crate::{Service, ServiceError};

/// Something without which the date would be another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lever {
    /// What stands before it in the queue, or is under way there.
    Queue,
    /// What the account does in return.
    Waiting,
    /// People of the team who are away.
    Absences,
    /// That stated chances held less, or more, than they said.
    OwnWord(Lately),
}

/// A lever, and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Without {
    /// Without what.
    pub lever: Lever,
    /// By how many business days of the account the date would be sooner; below 0 later.
    pub days: i32,
}

/// The date that was offered, at a level, and what it was played from.
pub(super) struct Offered<'a> {
    pub(super) plan: &'a PlanNow,
    pub(super) question: &'a Question,
    /// The new work, behind all that waits.
    pub(super) job: &'a Job,
    pub(super) date: &'a LevelDate,
    pub(super) level: f64,
    pub(super) calendar: &'a Calendar,
}

impl Service {
    /// What the date would be without each thing that holds it up, what matters most first; what moves it by less than a
    /// day is left out. `last` is the new work behind all that waits, `unbound` the same without the account's part.
    pub(super) async fn without(
        &self,
        offered: &Offered<'_>,
        (last, unbound): (&Outcome, Option<&Outcome>),
    ) -> Result<Vec<Without>, ServiceError> {
        let plan = offered.plan;
        let mut told = Vec::new();
        let alone = plan.lay_out_alone(offered.job);
        let end = alone.ends.clone();
        let alone = self.play(plan, alone, end).await?.into_outcomes();
        told.push((Lever::Queue, offered.sooner(alone.first())?));
        told.push((Lever::Waiting, offered.sooner(unbound)?));
        let mut all_there = plan.lay_out(Some(offered.job));
        let whose = offered.question.work.new.iter().map(|new| new.team.as_str());
        let whose: Vec<&str> = whose.collect();
        let teams = all_there.plan.teams.iter_mut();
        let mut anybody_away = false;
        for team in teams.filter(|team| whose.contains(&team.name.as_str())) {
            anybody_away |= team.absences.iter().any(|absence| absence.until > plan.at);
            team.absences.clear();
        }
        if anybody_away {
            let ends = all_there.ends.clone();
            let played = self.play(plan, all_there, ends).await?.into_outcomes();
            told.push((Lever::Absences, offered.sooner(played.last())?));
        }
        if plan.calibration != Calibration::default() {
            let as_said = last.clone().calibrated(Calibration::default());
            told.push((Lever::OwnWord(plan.lately), offered.sooner(Some(&as_said))?));
        }
        let moves = told.into_iter().filter(|(_, days)| *days != 0);
        let mut moves: Vec<Without> = moves.map(|(lever, days)| Without { lever, days }).collect();
        moves.sort_by_key(|without| std::cmp::Reverse(without.days.abs()));
        Ok(moves)
    }
}

impl Offered<'_> {
    /// By how many business days another outcome's date lies sooner at the same level.
    fn sooner(&self, other: Option<&Outcome>) -> Result<i32, ServiceError> {
        let Some(other) = other.and_then(|other| other.quantile(self.level)) else { return Ok(0) };
        let due = first_due_after(other.at, self.calendar)?;
        Ok(business_days(self.calendar, due.at(), self.date.due.at()))
    }
}
