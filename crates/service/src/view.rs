//! One promise with everything known of it, and how its finish is seen at this moment.

use std::sync::Arc;

use calendar::Calendar;
use forecast::{Claim, Outcome};
use jiff::Timestamp;
use ledger::PromiseTold;
use ledger::facts::Seen;
use ledger::query::PromiseRow;
use promise::health::ForecastStamp;
use promise::party::{Account, Organisation, Work};
use promise::tie::Ties;
use promise::{ForecastId, Promise, PromiseId};

use crate::plan::PlanNow;
use crate::quote::why::{ahead_of, drivers_of_open};
use crate::quote::{Driver, LevelDate, level_date};
use crate::ties::ThirdParty;
use crate::{Caller, Service, ServiceError};

/// One promise with everything known of it.
#[derive(Debug, Clone)]
pub struct PromiseView {
    /// As lists show it.
    pub row: PromiseRow,
    /// What is true, and what happened.
    pub promise: Promise,
    /// What happened.
    pub told: PromiseTold,
    /// The customer.
    pub account: Account,
    /// In which calendar dues are counted.
    pub calendar: Calendar,
    /// Us.
    pub organisation: Arc<Organisation>,
    /// The work behind it.
    pub work: Option<Work>,
    /// What it is tied to outside the company.
    pub ties: Ties,
    /// The third parties among those, and any others.
    pub third_parties: Vec<ThirdParty>,
    /// The promises that its work waits for.
    pub waits_for: Vec<PromiseRow>,
    /// How its finish was seen, earliest first.
    pub looks: Vec<(Timestamp, Seen)>,
    /// How its finish is seen now; `None` when nothing can be said or it is over.
    pub look: Option<Look>,
}

/// How the finish of an open promise is seen now.
#[derive(Debug, Clone)]
pub struct Look {
    /// What makes it what it is.
    pub why: Vec<Driver>,
    /// The date that could be promised now, at the policy's level.
    pub date: Option<LevelDate>,
    /// What the history allows one to say.
    pub claim: Claim,
}

/// The plan played for one promise in it.
struct PlayedOne {
    plan: PlanNow,
    place: usize,
    ahead: usize,
    begins: bool,
    finished: usize,
    outcomes: Vec<Outcome>,
}

impl Service {
    /// One promise with everything known of it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such promise.
    pub async fn view(&self, caller: &Caller, id: PromiseId) -> Result<PromiseView, ServiceError> {
        let told = self.existing(caller, id).await?;
        let missing = || ServiceError::NotFound { what: "promise", given: id.to_string() };
        let promise = told.state.clone().ok_or_else(missing)?;
        let row = self.ledger.promise_row(caller.organisation, id).await?.ok_or_else(missing)?;
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.account(caller.organisation, row.account).await?;
        let calendar = organisation.calendar(&account.calendar);
        let work = self.ledger.work(caller.organisation, id).await?.state;
        let ties = self.ties(caller, id).await?;
        let third_parties =
            if ties.0.is_empty() { Vec::new() } else { self.third_parties(caller).await? };
        let mut waits_for = Vec::new();
        for other in work.iter().flat_map(|work| &work.after) {
            waits_for.extend(self.ledger.promise_row(caller.organisation, *other).await?);
        }
        let looks = self.ledger.forecasts(caller.organisation, id).await?;
        let look = match (&work, &row.seen) {
            (Some(work), Some(Seen::Forecast(_))) if row.state.is_open() => {
                self.look(caller, id, work, (&organisation, &calendar)).await?
            }
            _ => None,
        };
        Ok(PromiseView {
            row,
            promise,
            told,
            account,
            calendar,
            organisation,
            work,
            ties,
            third_parties,
            waits_for,
            looks,
            look,
        })
    }

    /// How the finish of an open promise is seen now.
    async fn look(
        &self,
        caller: &Caller,
        id: PromiseId,
        work: &Work,
        (organisation, calendar): (&Organisation, &Calendar),
    ) -> Result<Option<Look>, ServiceError> {
        let Some(played) = self.play_one(caller, id, work).await? else { return Ok(None) };
        let PlayedOne { plan, place, ahead, begins, finished, outcomes } = played;
        let free = plan.without_arrivals(place);
        let free_end = free.ends[place];
        let free: Vec<Outcome> = self.play(&plan, free, vec![free_end]).await?.into_outcomes();
        let Some(outcome) = outcomes.first() else { return Ok(None) };
        let begin = outcomes.get(1).filter(|_| begins);
        let seen = (outcome, begin, free.first());
        let waits = plan.outside.longest(id, plan.promised[place].account);
        let why = drivers_of_open(&plan, (work, Some(waits)), ahead, seen, calendar);
        let claim = Claim::from_finished(finished);
        let wanted = f64::from(organisation.policy.offer_at.permille()) / 1000.0;
        let level = claim.level(wanted);
        let date = level_date(outcome, level, level.unwrap_or(wanted), calendar)?;
        Ok(Some(Look { why, date, claim }))
    }

    /// The forecast of now for another due of an open promise; `None` when nothing can be said.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn forecast_for(
        &self,
        caller: &Caller,
        id: PromiseId,
        due: Timestamp,
    ) -> Result<Option<ForecastStamp>, ServiceError> {
        let Some(work) = self.ledger.work(caller.organisation, id).await?.state else {
            return Ok(None);
        };
        let Some(played) = self.play_one(caller, id, &work).await? else { return Ok(None) };
        let Some(outcome) = played.outcomes.first() else { return Ok(None) };
        let forecast = ForecastId::new(self.ledger.entropy().id(caller.at));
        let made = (caller.at, played.plan.seed);
        Ok(crate::plan::stamp(outcome, Some(due), played.finished, forecast, made))
    }

    /// Plays the plan and follows one promise in it; `None` when it is not in the plan or nothing can be said of it.
    async fn play_one(
        &self,
        caller: &Caller,
        id: PromiseId,
        work: &Work,
    ) -> Result<Option<PlayedOne>, ServiceError> {
        let plan: PlanNow = self.plan(caller.organisation, caller.at).await?;
        let Some(place) = plan.promised.iter().position(|row| row.id == id) else {
            return Ok(None);
        };
        let backlog = plan.lay_out(None);
        if backlog.unknown.contains(&place) {
            return Ok(None);
        }
        let begin = backlog.begins[place];
        let ahead = ahead_of(&backlog, begin, work);
        let finished = backlog.finished[place].unwrap_or(usize::MAX);
        let tracked: Vec<usize> = std::iter::once(backlog.ends[place]).chain(begin).collect();
        let outcomes = self.play(&plan, backlog, tracked).await?.into_outcomes();
        let begins = begin.is_some();
        Ok(Some(PlayedOne { plan, place, ahead, begins, finished, outcomes }))
    }
}
