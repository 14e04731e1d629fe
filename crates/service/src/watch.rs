//! What time and the world bring: what has passed is written, every open promise is looked at again.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use ledger::Key;
use ledger::facts::{Seen, seen_statements};
use promise::{Actor, Command, ForecastId, Now, OrganisationId, PromiseId, Rule, decide};

use crate::plan::seen;
use crate::{ATTEMPTS, Caller, Service, ServiceError};

/// What a look around found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Watched {
    /// Promises for which time had something to write.
    pub passed: usize,
    /// Promises whose finish was forecast.
    pub forecast: usize,
    /// Promises of which nothing can be said.
    pub unknown: usize,
    /// Promises that crossed a threshold.
    pub changed: usize,
}

/// A forecast is kept for the drawing when it moved this much, or a day has passed.
const MOVED_PERMILLE: i32 = 10;
const MOVED: SignedDuration = SignedDuration::from_hours(12);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The lease under which one server looks around. The others wait longer than the ten minutes from look to look.
const WATCH: &str = "watch";
const LEASE: SignedDuration = SignedDuration::from_mins(12);

impl Service {
    /// Looks around: writes what has passed, forecasts every open promise again, and notes what crossed a threshold. Once
    /// a day it erases what was kept long enough, where that is switched on.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn watch(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Watched, ServiceError> {
        self.retain_daily(organisation, at).await?;
        let passed = self.pass(organisation, at).await?;
        let mut watched = self.forecast_all(organisation, at).await?;
        watched.passed = passed;
        Ok(watched)
    }

    /// Looks around, unless another server does: `None` then. Whoever looks goes on to hold the lease, so that one server
    /// looks every time and the others take over when it has been silent.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn watch_alone(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
        holder: &str,
    ) -> Result<Option<Watched>, ServiceError> {
        let span = (at, at + LEASE);
        if !self.ledger.take_lease(organisation, WATCH, holder, span).await? {
            return Ok(None);
        }
        self.watch(organisation, at).await.map(Some)
    }

    /// Lets another server look around at once: for one that stops.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn watch_no_more(
        &self,
        organisation: OrganisationId,
        holder: &str,
    ) -> Result<(), ServiceError> {
        Ok(self.ledger.give_back_lease(organisation, WATCH, holder).await?)
    }

    /// Writes what the passing of time brought, without forecasting anything; returns for how many promises.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn pass(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<usize, ServiceError> {
        let mut written = 0;
        for id in self.ledger.passing(organisation, at).await? {
            let caller = rule_caller(organisation, Rule::Time, at);
            written += usize::from(self.act_by_rule(&caller, id, Command::Pass).await? > 0);
        }
        Ok(written)
    }

    /// Decides a rule's command; returns how many events it wrote.
    async fn act_by_rule(
        &self,
        caller: &Caller,
        id: PromiseId,
        command: Command,
    ) -> Result<usize, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let mut attempt = 1;
        loop {
            let told = self.existing(caller, id).await?;
            let account = told.state.as_ref().map(|p| p.state.content().account);
            let calendar = self.account_calendar(caller, &organisation, account).await?;
            let now = Now { at: caller.at, calendar: &calendar, policy: &organisation.policy };
            let events = decide(told.state.as_ref(), command.clone(), caller.by, &now)?;
            if events.is_empty() {
                return Ok(0);
            }
            let mut batch = self.ledger.batch(caller.organisation);
            batch.promise_events(id, &told, &events)?;
            // The version decided on makes the key: the same step is never written twice.
            let key = Key {
                key: format!("rule {id} {}", told.head.version),
                fingerprint: command.verb().to_owned(),
                answer: String::new(),
            };
            match batch.commit(&key, caller.at).await.map_err(ServiceError::from) {
                Ok(_) => return Ok(events.len()),
                Err(error) if error.is_conflict() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    async fn forecast_all(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<Watched, ServiceError> {
        let plan = self.plan(organisation, at).await?;
        let backlog = plan.lay_out(None);
        let (ends, unknown) = (backlog.ends.clone(), backlog.unknown.clone());
        let finished = backlog.finished.clone();
        let runs = self.play(&plan, backlog, ends).await?;
        let mut watched = Watched::default();
        let mut batch = self.ledger.batch(organisation);
        let mut crossed = Vec::new();
        let living = self.ledger.living_promises(organisation).await?;
        let before: BTreeMap<PromiseId, Seen> =
            living.into_iter().filter_map(|row| Some((row.id, row.seen?))).collect();
        for (place, row) in plan.promised.iter().enumerate() {
            let outcome = &runs.outcomes()[place];
            // Where all work is done there is nothing left to learn from others.
            let rests_on = finished[place].unwrap_or(usize::MAX);
            let id = ForecastId::new(self.ledger.entropy().id(at));
            let now = if unknown.contains(&place) || row.due.is_none() {
                Seen::CannotForecast
            } else {
                seen(outcome, row.due, rests_on, id, (at, plan.seed))
            };
            let moved = has_moved(before.get(&row.id), &now);
            let statements = seen_statements(organisation, row.id, at, &now, moved);
            batch.facts(statements);
            match now {
                Seen::CannotForecast => watched.unknown += 1,
                Seen::Forecast(stamp) => {
                    watched.forecast += 1;
                    if row.state.is_open() {
                        crossed.push((row.id, stamp));
                    }
                }
            }
        }
        let key = Key {
            key: format!("watch {}", self.ledger.entropy().id(at)),
            fingerprint: String::new(),
            answer: String::new(),
        };
        batch.commit(&key, at).await?;
        let caller = rule_caller(organisation, Rule::Forecast, at);
        for (id, stamp) in crossed {
            let written = self.act_by_rule(&caller, id, Command::Forecast(Box::new(stamp))).await;
            match written {
                Ok(events) => watched.changed += usize::from(events > 0),
                // It was delivered or ended while we looked.
                Err(ServiceError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(watched)
    }
}

/// Whether a look is worth keeping for the drawing of how the forecast moved.
fn has_moved(before: Option<&Seen>, now: &Seen) -> bool {
    match (before, now) {
        (None, _)
        | (Some(Seen::CannotForecast), Seen::Forecast(_))
        | (Some(Seen::Forecast(_)), Seen::CannotForecast) => true,
        (Some(Seen::CannotForecast), Seen::CannotForecast) => false,
        (Some(Seen::Forecast(before)), Seen::Forecast(now)) => {
            let chance = i32::from(before.chance.permille()) - i32::from(now.chance.permille());
            let middle = before.quantiles[3].duration_since(now.quantiles[3]).abs();
            chance.abs() >= MOVED_PERMILLE
                || middle >= MOVED
                || now.made_at.duration_since(before.made_at) >= DAY
        }
    }
}

fn rule_caller(organisation: OrganisationId, rule: Rule, at: Timestamp) -> Caller {
    Caller { organisation, by: Actor::Rule(rule), at, key: String::new() }
}
