//! What can we promise? A date with its chance, why that date, and what a yes does to everyone else.

mod days;
pub mod held;
pub(crate) mod inputs;
pub(crate) mod kept;
pub(crate) mod why;
mod without;

use calendar::{Calendar, Due, Grain};
use forecast::history::Likeness;
use forecast::random::number_of;
use forecast::{Claim, Job, Outcome, Part, Place, Quantile, Seed};
use jiff::Timestamp;
use ledger::Key;
use ledger::facts::quote_statement;
use ledger::input::input_statements;
use ledger::query::KeptCount;
use promise::health::ForecastStamp;
use promise::party::Work;
use promise::{AccountId, Chance, ForecastId, PromiseId, QuoteId};

pub use days::DayChance;
pub use held::Held;
pub use inputs::{Figure, PROGRAM, Reproduced};
use kept::POINTS;
pub use kept::{KeptQuote, KeptRow};
use serde_json::Value;

use inputs::inputs_json;
use why::{ahead_of, drivers, why_not};
use without::Offered;
pub use without::{Lever, Without};

use crate::plan::{PlanNow, percent, permille, stamp, work_parts};
use crate::today::KEPT_OF_LAST;
use crate::{Caller, Service, ServiceError};

/// What somebody wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// For whom.
    pub account: AccountId,
    /// What the customer asks for, in words.
    pub subject: String,
    /// When they wish it.
    pub wished: Option<Due>,
    /// What work it takes.
    pub work: Work,
    /// What it has to wait for: when the account will have done what is asked in return.
    pub waits_for: Vec<Due>,
}

/// What can be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Which quote.
    pub id: QuoteId,
    /// When it was made.
    pub at: Timestamp,
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
}

/// The answer to "what can we promise?".
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing can honestly be said, and why.
    CannotForecast(WhyNot),
    /// Dates.
    Dates(Box<Dates>),
}

/// Why nothing can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// No work was named: nothing tells how long it takes.
    NoWork,
    /// Nothing like it was ever finished.
    NothingLikeIt {
        /// By which team.
        team: String,
    },
    /// There is no such team.
    NoTeam {
        /// The name given.
        team: String,
    },
    /// It does not finish within the horizon often enough.
    NeverDone,
}

/// Dates that can be promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Dates {
    /// What the history allows one to say.
    pub claim: Claim,
    /// The date to offer: at the policy's level, or the highest the history allows.
    pub offer: LevelDate,
    /// Dates at other levels, for whoever wants to choose.
    pub levels: Vec<LevelDate>,
    /// The most likely day.
    pub likely: Timestamp,
    /// The date to offer, and what is seen of it, if the work goes before all that waits; `None` when it would not be
    /// earlier.
    pub if_first: Option<(LevelDate, ForecastStamp)>,
    /// The wished date.
    pub wished: Option<WishedDate>,
    /// The days that could be asked for.
    pub days: Vec<DayChance>,
    /// What makes it that date, in order.
    pub why: Vec<Driver>,
    /// By how much the date would be another one without what holds it up.
    pub without: Vec<Without>,
    /// What a yes does to other promises, the most touched first.
    pub others: Vec<Effect>,
    /// What is seen of it, for drawing and for the record; its chance is that of the offered date.
    pub stamp: ForecastStamp,
    /// Of the last promises given at the policy's level or above, how many were kept.
    pub kept: KeptCount,
    /// Instants of the finish, evenly over all trials, to tell the chance of any other date.
    pub points: Vec<Option<Timestamp>>,
    /// The same if the work goes before all that waits.
    pub points_if_first: Vec<Option<Timestamp>>,
}

/// A date at a level.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelDate {
    /// The level asked for; `None` when the history is too short to claim one.
    pub level: Option<f64>,
    /// The date: the first working day by whose end it is done at this level.
    pub due: Due,
    /// The chance of that day.
    pub chance: Chance,
    /// The instant itself, with its error by the number of trials.
    pub quantile: Quantile,
}

/// The date the customer wished.
#[derive(Debug, Clone, PartialEq)]
pub struct WishedDate {
    /// The date.
    pub due: Due,
    /// Its chance behind all that waits.
    pub chance: Chance,
    /// Its chance before all that waits.
    pub chance_if_first: Chance,
}

/// What makes the date what it is, in business days of the account.
#[derive(Debug, Clone, PartialEq)]
pub enum Driver {
    /// What goes before it in the queue.
    Queue {
        /// Whose queue.
        team: String,
        /// How many things.
        ahead: usize,
        /// Days until work begins, at even chances.
        days: i32,
    },
    /// The work itself.
    Work {
        /// How many finished pieces of work like it there are.
        finished: usize,
        /// How like it they are.
        likeness: Likeness,
        /// They took at least so many days, one in six less.
        from_days: i32,
        /// And at most so many, one in six more.
        to_days: i32,
        /// Days from the beginning to the end, at even chances.
        days: i32,
    },
    /// Work that the tracker has already, and no other.
    Records {
        /// How many pieces of it.
        records: usize,
        /// Days until it is done, at even chances.
        days: i32,
    },
    /// What the account does in return comes later than the work would be done.
    Waiting {
        /// How many times it was late before.
        late: usize,
        /// Of how many times it delivered something.
        of: usize,
        /// Days it adds, at even chances.
        days: i32,
    },
    /// What a third party delivers comes later than the work would be done.
    Delivery {
        /// Who.
        third_party: String,
        /// How many times it was late before.
        late: usize,
        /// Of how many times it delivered something.
        of: usize,
        /// Days it adds, at even chances.
        days: i32,
    },
    /// Room for error, from even chances to the level offered.
    Room {
        /// The level offered.
        level: Option<f64>,
        /// Days it adds.
        days: i32,
    },
}

/// What a yes does to another promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Which one.
    pub promise: PromiseId,
    /// Its short name.
    pub number: u32,
    /// What.
    pub subject: String,
    /// To whom.
    pub account: AccountId,
    /// The customer's name.
    pub account_name: String,
    /// Its chance without a yes.
    pub before: Chance,
    /// Its chance when the new work goes behind all that waits.
    pub if_last: Chance,
    /// Its chance when the new work goes first.
    pub if_first: Chance,
    /// How far the changes may be off by the number of trials, one standard error, in thousandths.
    pub error_permille: u32,
}

/// Levels shown beside the one offered.
const LEVELS: [f64; 3] = [0.5, 0.85, 0.95];
/// Others whose chance moves less than this are not shown, in thousandths.
const TOUCHED_PERMILLE: i32 = 5;

/// The plan played without the new work, with it last, and with it first.
struct Played {
    /// The new work, behind all that waits.
    job: Job,
    before: Vec<Outcome>,
    last: Vec<Outcome>,
    first: Vec<Outcome>,
    /// The same as `last` without what the account does in return; empty when nothing is.
    unbound: Vec<Outcome>,
    finished: usize,
    ahead: usize,
    /// What `last` and `first` were played from.
    inputs: Value,
}

impl Service {
    /// Answers what can be promised, and keeps the answer.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such account.
    pub async fn quote(&self, caller: &Caller, question: Question) -> Result<Quote, ServiceError> {
        let (quote, inputs) = self.answer(caller, question).await?;
        let data = quote.to_json();
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([quote_statement(caller.organisation, quote.id, caller.at, &data)]);
        if let (Answer::Dates(dates), Some(inputs)) = (&quote.answer, &inputs) {
            let first = dates.if_first.as_ref().map(|(_, stamp)| stamp.id);
            let (which, gave) = ((quote.id, caller.at), (dates.stamp.id, first));
            batch.facts(input_statements(caller.organisation, which, gave, inputs));
        }
        let key = Key {
            key: format!("quote {}", quote.id),
            fingerprint: String::new(),
            answer: String::new(),
        };
        batch.commit(&key, caller.at).await?;
        Ok(quote)
    }

    /// The answer, and what it was computed from.
    async fn answer(
        &self,
        caller: &Caller,
        question: Question,
    ) -> Result<(Quote, Option<Value>), ServiceError> {
        self.check_after(caller, None, &question.work).await?;
        let id = QuoteId::new(self.ledger.entropy().id(caller.at));
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.account(caller.organisation, question.account).await?;
        let calendar = organisation.calendar(&account.calendar);
        let mut plan = self.plan(caller.organisation, caller.at).await?;
        // Asked again, it is not behind the place that is held for it.
        plan.free_held(&question.fingerprint());
        let at = caller.at;
        let cannot = |why, question| {
            Ok((Quote { id, at, question, answer: Answer::CannotForecast(why) }, None))
        };
        if let Some(why) = why_not(&plan, &question.work) {
            return cannot(why, question);
        }
        let played = self.play_question(&plan, &question).await?;
        let Some(last) = played.last.last() else { return cannot(WhyNot::NeverDone, question) };
        let claim = Claim::from_finished(played.finished);
        let wanted = f64::from(organisation.policy.offer_at.permille()) / 1000.0;
        let level = claim.level(wanted);
        let Some(offer) = level_date(last, level, level.unwrap_or(wanted), &calendar)? else {
            return cannot(WhyNot::NeverDone, question);
        };
        let forecast = ForecastId::new(self.ledger.entropy().id(at));
        let made = (at, plan.seed);
        let due = Some(offer.due.at());
        let Some(stamp) = stamp(last, due, played.finished, forecast, made) else {
            return cannot(WhyNot::NeverDone, question);
        };
        let mut levels = Vec::new();
        for level in LEVELS.into_iter().filter(|l| claim.level(*l).is_some_and(|c| c >= *l)) {
            levels.extend(level_date(last, Some(level), level, &calendar)?);
        }
        let asked = (level, level.unwrap_or(wanted));
        let if_first = self.if_first(&played, &offer, asked, made, &calendar)?;
        let at_least = organisation.policy.offer_at;
        let kept = self.ledger.kept(caller.organisation, at_least, None, KEPT_OF_LAST).await?;
        let offered = Offered {
            plan: &plan,
            question: &question,
            job: &played.job,
            date: &offer,
            level: asked.1,
            calendar: &calendar,
        };
        let without = self.without(&offered, (last, played.unbound.last())).await?;
        let dates = Dates {
            claim,
            if_first,
            points_if_first: played.first.last().map(|o| o.points(POINTS)).unwrap_or_default(),
            likely: stamp.likely,
            wished: wished(&question, &played),
            days: days::days(last, played.first.last(), &calendar)?,
            why: drivers(&plan, &question, &played, &offer, &calendar),
            others: effects(&plan, &played),
            without,
            points: last.points(POINTS),
            levels,
            offer,
            stamp,
            kept,
        };
        Ok((
            Quote { id, at, question, answer: Answer::Dates(Box::new(dates)) },
            Some(played.inputs),
        ))
    }

    /// The date if the work goes before all that waits, and what is seen of it; `None` when it would not be earlier.
    fn if_first(
        &self,
        played: &Played,
        offer: &LevelDate,
        (claimed, level): (Option<f64>, f64),
        (at, seed): (Timestamp, Seed),
        calendar: &Calendar,
    ) -> Result<Option<(LevelDate, ForecastStamp)>, ServiceError> {
        let Some(first) = played.first.last() else { return Ok(None) };
        let date = level_date(first, claimed, level, calendar)?;
        let id = ForecastId::new(self.ledger.entropy().id(at));
        Ok(date.filter(|date| date.due.at() < offer.due.at()).and_then(|date| {
            let due = Some(date.due.at());
            Some((date, stamp(first, due, played.finished, id, (at, seed))?))
        }))
    }

    async fn play_question(
        &self,
        plan: &PlanNow,
        question: &Question,
    ) -> Result<Played, ServiceError> {
        let mut parts = work_parts(&question.work);
        let work_only = parts.clone();
        let (lateness, whose) = (&plan.outside.customers, &question.account);
        let waits = question.waits_for.iter();
        parts.extend(waits.map(|due| lateness.part(whose, due.at(), plan.at)));
        // The same question has the same luck, so that looking again changes nothing.
        let key = number_of(&question.luck());
        let job = |parts: Vec<Part>, place| Job { key, parts, place };
        let before = plan.lay_out(None);
        let new_work = job(parts.clone(), Place::Last);
        let last = plan.lay_out(Some(&new_work));
        let first = plan.lay_out(Some(&job(parts, Place::First)));
        let new = plan.jobs.len();
        let finished = last.finished.get(new).copied().flatten().unwrap_or(0);
        let ahead = ahead_of(&last, last.begins.get(new).copied().flatten(), &question.work);
        // The work begins at its first piece; where there is only recorded work, nothing is told of a beginning.
        let mut tracked = last.ends.clone();
        tracked.insert(new, last.begins.get(new).copied().flatten().unwrap_or(last.ends[new]));
        let care = self.care(last.plan.items.len());
        let plays = [(&last, tracked.as_slice()), (&first, first.ends.as_slice())];
        let inputs = inputs_json(care, (plan.seed, plan.calibration), plays)?;
        let unbound = if question.waits_for.is_empty() {
            Vec::new()
        } else {
            let free = plan.lay_out(Some(&job(work_only, Place::Last)));
            let ends = free.ends.clone();
            self.play(plan, free, ends).await?.into_outcomes()
        };
        Ok(Played {
            job: new_work,
            before: self.play(plan, before.clone(), before.ends).await?.into_outcomes(),
            last: self.play(plan, last, tracked).await?.into_outcomes(),
            first: self.play(plan, first.clone(), first.ends).await?.into_outcomes(),
            unbound,
            finished,
            ahead,
            inputs,
        })
    }
}

/// The date at a level: the first working day by whose end it is done so often.
pub(crate) fn level_date(
    outcome: &Outcome,
    claimed: Option<f64>,
    level: f64,
    calendar: &Calendar,
) -> Result<Option<LevelDate>, ServiceError> {
    let Some(quantile) = outcome.quantile(level) else { return Ok(None) };
    let due = first_due_after(quantile.at, calendar)?;
    let chance = permille(outcome.chance_by(due.at()).share);
    Ok(Some(LevelDate { level: claimed, due, chance, quantile }))
}

/// The first day that closes at or after an instant.
///
/// # Errors
/// [`ServiceError::Calendar`] when no day is worked any more.
pub fn first_due_after(at: Timestamp, calendar: &Calendar) -> Result<Due, ServiceError> {
    let mut day = calendar.next_business_day(calendar.date_at(at))?;
    if calendar.closing_of(day)? < at {
        day = calendar.add_business_days(day, 1)?;
    }
    Ok(Due::at_end_of(Grain::Day, day, calendar)?)
}

fn wished(question: &Question, played: &Played) -> Option<WishedDate> {
    let due = question.wished.clone()?;
    let chance = permille(played.last.last()?.chance_by(due.at()).share);
    let chance_if_first = permille(played.first.last()?.chance_by(due.at()).share);
    Some(WishedDate { due, chance, chance_if_first })
}

/// What a yes does to others, the most touched first.
fn effects(plan: &PlanNow, played: &Played) -> Vec<Effect> {
    let rows = plan.promised.iter().enumerate();
    let effects = rows.filter_map(|(place, row)| {
        let due = row.due?;
        let before = played.before.get(place)?;
        let (last, first) = (played.last.get(place)?, played.first.get(place)?);
        let effect = Effect {
            promise: row.id,
            number: row.number,
            subject: row.subject.clone(),
            account: row.account,
            account_name: row.account_name.clone(),
            before: permille(before.chance_by(due).share),
            if_last: permille(last.chance_by(due).share),
            if_first: permille(first.chance_by(due).share),
            error_permille: percent(first.change_from(before, due).error * 10.0),
        };
        (effect.touched() >= TOUCHED_PERMILLE).then_some(effect)
    });
    let mut effects: Vec<Effect> = effects.collect();
    effects.sort_by_key(|effect| (std::cmp::Reverse(effect.touched()), effect.number));
    effects
}

impl Effect {
    /// By how much its chance moves at most, in thousandths.
    fn touched(&self) -> i32 {
        let moved =
            |to: Chance| (i32::from(self.before.permille()) - i32::from(to.permille())).abs();
        moved(self.if_last).max(moved(self.if_first))
    }
}
