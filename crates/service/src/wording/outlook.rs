//! What the plan says to work that a letter speaks of, without keeping anything of it.

use ::promise::party::{NewWork, Work};
use ::promise::{AccountId, Chance};
use calendar::Calendar;
use forecast::random::number_of;
use forecast::{Claim, Job, Outcome, Place};
use jiff::Timestamp;
use ledger::query::KeptCount;

use super::Letter;
use crate::plan::{PlanNow, permille, work_parts};
use crate::quote::why::{ahead_of, drivers_of_open, why_not};
use crate::quote::{Driver, LevelDate, Question, WhyNot, level_date};
use crate::today::KEPT_OF_LAST;
use crate::{Caller, Service, ServiceError};

/// What the plan says to work of a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The work, as it was named or told from the letter.
    pub work: NewWork,
    /// What is seen of it.
    pub seen: Seen,
}

/// What is seen ahead.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// Nothing can honestly be said, and why.
    CannotForecast(WhyNot),
    /// A date.
    Date(Box<Ahead>),
}

/// A date with its grounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    /// The date to offer: at the policy's level, or the highest the history allows.
    pub offer: LevelDate,
    /// What makes it that date.
    pub why: Vec<Driver>,
    /// Of the last promises given at the policy's level or above, how many were kept.
    pub kept: KeptCount,
    /// When it is done, over all trials.
    outcome: Outcome,
}

impl Outlook {
    /// The chance that the work is done by an instant; `None` when nothing can be said.
    pub fn chance_by(&self, due: Timestamp) -> Option<Chance> {
        match &self.seen {
            Seen::Date(ahead) => Some(permille(ahead.outcome.chance_by(due).share)),
            Seen::CannotForecast(_) => None,
        }
    }
}

impl Service {
    /// The date that can be promised for the work a letter speaks of, behind all that waits.
    pub(super) async fn outlook(
        &self,
        caller: &Caller,
        (letter, account): (&Letter, Option<AccountId>),
        calendar: &Calendar,
    ) -> Result<Outlook, ServiceError> {
        let plan = self.plan(caller.organisation, caller.at).await?;
        let work = letter.work.clone().unwrap_or_else(|| told_by(&letter.text, &plan));
        let asked = Work { new: vec![work.clone()], ..Work::default() };
        if let Some(why) = why_not(&plan, &asked) {
            return Ok(Outlook { work, seen: Seen::CannotForecast(why) });
        }
        // The same luck as a quote for the same work has, so that both say the same date.
        let luck = account.map(|account| luck(account, &asked));
        let key = number_of(&luck.unwrap_or_else(|| format!("{asked:?}")));
        let job = Job { key, parts: work_parts(&asked), place: Place::Last };
        let ahead = self.ahead(caller, &plan, (&asked, job), calendar).await?;
        let never = Seen::CannotForecast(WhyNot::NeverDone);
        Ok(Outlook { work, seen: ahead.map_or(never, |ahead| Seen::Date(Box::new(ahead))) })
    }

    /// Plays the plan with the work behind all that waits; `None` when it is not done within the horizon often enough.
    async fn ahead(
        &self,
        caller: &Caller,
        plan: &PlanNow,
        (work, job): (&Work, Job),
        calendar: &Calendar,
    ) -> Result<Option<Ahead>, ServiceError> {
        let laid = plan.lay_out(Some(&job));
        let new = plan.jobs.len();
        let finished = laid.finished.get(new).copied().flatten().unwrap_or(0);
        let begin = laid.begins.get(new).copied().flatten();
        let before = ahead_of(&laid, begin, work);
        let ends = laid.ends.get(new).copied();
        let tracked: Vec<usize> = begin.or(ends).into_iter().chain(ends).collect();
        let mut outcomes = self.play(plan, laid, tracked).await?.into_outcomes();
        let Some(outcome) = outcomes.pop() else { return Ok(None) };
        let organisation = self.organisation(caller.organisation).await?;
        let wanted = f64::from(organisation.policy.offer_at.permille()) / 1000.0;
        let level = Claim::from_finished(finished).level(wanted);
        let offer = level_date(&outcome, level, level.unwrap_or(wanted), calendar)?;
        let Some(offer) = offer else { return Ok(None) };
        let seen = (&outcome, outcomes.last(), None);
        let why = drivers_of_open(plan, (work, None), before, seen, calendar);
        let at_least = organisation.policy.offer_at;
        let kept = self.ledger.kept(caller.organisation, at_least, None, KEPT_OF_LAST).await?;
        Ok(Some(Ahead { offer, why, kept, outcome }))
    }
}

/// What decides the luck of a quote for some work.
fn luck(account: AccountId, work: &Work) -> String {
    let (subject, wished, waits_for) = (String::new(), None, Vec::new());
    Question { account, subject, wished, work: work.clone(), waits_for }.luck()
}

/// The work a letter speaks of: the kind whose name stands in it first, else that of the team that finished most.
fn told_by(text: &str, plan: &PlanNow) -> NewWork {
    let text = text.to_lowercase();
    let mut teams = plan.world.team_views();
    teams.sort_by_key(|team| std::cmp::Reverse(team.finished));
    let named = teams.iter().flat_map(|team| team.kinds.iter().map(move |kind| (team, kind)));
    let named = named.filter_map(|(team, kind)| {
        let at = find_word(&text, &kind.to_lowercase())?;
        Some((at, team.name.clone(), kind.clone()))
    });
    let first = named.min_by_key(|(at, _, _)| *at);
    let (team, kind) = match first {
        Some((_, team, kind)) => (team, kind),
        None => (teams.into_iter().next().map(|team| team.name).unwrap_or_default(), String::new()),
    };
    NewWork { team, kind, estimate_minutes: None, pieces: std::num::NonZeroU32::MIN }
}

/// Where a word begins in a text, in whatever ending it stands.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    if word.is_empty() {
        return None;
    }
    text.match_indices(word).map(|(at, _)| at).find(|at| begins(*at))
}
