//! What a yes costs: dates with a price each, from the one behind all that waits, which costs nothing more, to earlier
//! ones that do.
//!
//! Every price is what a way of saying yes costs more than the free one: what is bought for it (overtime, hired hands),
//! what its own lateness may cost more, and what others lose because it goes before them. All ways are played with the
//! same luck, so that only their differences count ([`forecast::price`]). What is modelled and what is not stands in
//! `docs/model/price.md`.

pub(crate) mod again;
mod candidate;
mod choose;
mod kept;
mod part;
mod set;
mod stakes;
mod sum;

use std::num::NonZeroU32;

use calendar::{Calendar, Due};
use forecast::price::{Bill, Stake, is_untouched, rounded};
use forecast::{Backlog, Claim, Outcome, Play};
use jiff::Timestamp;
use promise::costs::Costs;
use promise::money::{Currency, Money};
use promise::party::{Organisation, Overtime};
use promise::terms::Remedy;
use promise::{Chance, PromiseId, QuoteId};

use self::again::Ground;
use self::candidate::{Candidate, Variant};
use self::stakes::Stakes;
use self::sum::{Sum, UNIT};
use crate::plan::{PlanNow, permille};
use crate::quote::why::why_not;
use crate::quote::{LevelDate, Question, level_date};
use crate::{Caller, Service, ServiceError};

pub use part::{Could, Part, Wish};

/// The dates that a yes can have, and what each costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// When it was worked out.
    pub at: Timestamp,
    /// What the history allows one to say.
    pub claim: Claim,
    /// The rows, earliest date first; the last one is free.
    pub rows: Vec<Row>,
    /// How the wished date stands to them, when one was wished.
    pub wish: Option<Wish>,
    /// What went into the prices.
    pub inputs: Inputs,
}

/// One way of saying yes.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The quote that an offer of this row rests on.
    pub quote: QuoteId,
    /// What is done for it.
    pub way: Way,
    /// The date.
    pub due: Due,
    /// The chance of that date.
    pub chance: Chance,
    /// What it costs more than the free row; never below nothing.
    pub price: Money,
    /// In what steps the price is told: not below its standard error.
    pub step: Money,
    /// One standard error of the price by the number of trials, in minor units.
    pub error: i64,
    /// What it is made of, in the same steps; what others gain counts against it.
    pub costs: Vec<Cost>,
    /// Promises that it touches, what they lose most first.
    pub touched: Vec<Touched>,
}

/// What is done for a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Where the work goes.
    pub spot: Spot,
    /// Overtime that is bought.
    pub overtime: Vec<Overtime>,
}

/// Where the work goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Behind all that waits.
    Last,
    /// Before all that waits.
    First,
    /// Before what waits of another promise.
    Before {
        /// Which one.
        promise: PromiseId,
        /// Its short name.
        number: u32,
        /// What it is about.
        subject: String,
        /// To whom.
        account_name: String,
    },
    /// To hired hands.
    Hired,
}

/// A part of a price.
#[derive(Debug, Clone, PartialEq)]
pub enum Cost {
    /// Overtime.
    Overtime {
        /// How much of it.
        minutes: u64,
        /// What it costs.
        money: Money,
    },
    /// Hired hands.
    Hired {
        /// For how long.
        minutes: u64,
        /// What they cost.
        money: Money,
    },
    /// What others lose, or gain.
    Others {
        /// How much.
        money: Money,
    },
    /// What its own lateness may cost more.
    Own {
        /// How much.
        money: Money,
    },
}

impl Cost {
    /// How much.
    pub fn money(&self) -> Money {
        match self {
            Self::Overtime { money, .. }
            | Self::Hired { money, .. }
            | Self::Others { money }
            | Self::Own { money } => *money,
        }
    }
}

/// A promise that a row touches.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// Which one.
    pub promise: PromiseId,
    /// Its short name.
    pub number: u32,
    /// What it is about.
    pub subject: String,
    /// To whom.
    pub account_name: String,
    /// Its chance when the work goes behind all that waits.
    pub before: Chance,
    /// Its chance in this row.
    pub after: Chance,
    /// What it loses by the row, in minor units; nothing when nothing says what its lateness costs.
    pub loss: Option<i64>,
    /// Its customer has consented to its being moved: it is to be given the date it then has, and loses nothing.
    pub moves_to: Option<Timestamp>,
}

/// What went into the prices.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    /// What the organisation says a yes costs.
    pub costs: Costs,
    /// Promises whose lateness has a price by what was agreed or by a loss of their own.
    pub with_loss: usize,
    /// Promises counted at the organisation's own loss.
    pub by_default: usize,
    /// Promises whose lateness is in another currency: they are left out.
    pub left_out: Vec<LeftOut>,
    /// How many trials each row was played.
    pub trials: usize,
    /// The luck of all of them.
    pub seed: u64,
}

/// A promise whose lateness is counted in another currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its short name.
    pub number: u32,
    /// The currency.
    pub currency: Currency,
}

/// Trials by which ways are chosen before they are played in full: they tell a chance to 2 points.
const FEW: u32 = 256;
/// Others whose chance moves less than this and who lose nothing are not spoken of, in thousandths.
const TOUCHED_PERMILLE: u16 = 5;

/// What is needed to price one way after another.
struct Desk<'a> {
    plan: &'a PlanNow,
    question: &'a Question,
    costs: &'a Costs,
    calendar: &'a Calendar,
    /// The level of a date, as claimed, and as it is worked out.
    level: (Option<f64>, f64),
    /// What the lateness of the new promise costs.
    own: Vec<forecast::price::Loss>,
}

/// A way with its date and its price.
#[derive(Debug, Clone)]
struct Priced {
    candidate: Candidate,
    date: LevelDate,
    outcome: Outcome,
    row: Row,
    /// What it was priced from.
    ground: Ground,
    sum: Sum,
    /// Its plan, once that was played in full.
    backlog: Option<Backlog>,
}

impl Service {
    /// What a yes costs: at most six dates with a price each. `remedy` is what would be agreed for lateness.
    ///
    /// `None` when nothing can honestly be said; the answer to the question then says why.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such account.
    pub async fn menu(
        &self,
        caller: &Caller,
        question: &Question,
        remedy: Option<Remedy>,
    ) -> Result<Option<Menu>, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.account(caller.organisation, question.account).await?;
        let calendar = organisation.calendar(&account.calendar);
        let mut plan = self.plan(caller.organisation, caller.at).await?;
        // Asked again, it is not behind the place that is held for it.
        plan.free_held(&question.fingerprint());
        if why_not(&plan, &question.work).is_some() {
            return Ok(None);
        }
        let free = candidate::free(&plan, question);
        let finished = free.finished().unwrap_or(0);
        let claim = Claim::from_finished(finished);
        let wanted = f64::from(organisation.policy.offer_at.permille()) / 1000.0;
        let level = claim.level(wanted);
        let costs = organisation.costs();
        let own = stakes::own(&costs, remedy, question.work.arranged.loss);
        let desk = Desk {
            plan: &plan,
            question,
            costs: &costs,
            calendar: &calendar,
            level: (level, level.unwrap_or(wanted)),
            own,
        };
        let few = self.play_few(&plan, free.backlog.clone()).await?;
        let Some(date) = desk.date(few.last())? else { return Ok(None) };
        let mut stakes = Stakes::none(plan.promised.len());
        let chosen = self.screen(caller, &organisation, &desk, (&few, &date), &mut stakes).await?;

        let base = self.play_whole(&plan, free.backlog.clone()).await?;
        let Some(base_date) = desk.date(base.last())? else { return Ok(None) };
        let mut priced = Vec::new();
        for variant in chosen {
            let outcomes = self.play_whole(&plan, variant.backlog.clone()).await?;
            self.learn(caller, &organisation, &desk, (&base, &outcomes), &mut stakes).await?;
            let compared = (&base[..], &outcomes[..], &base_date);
            let way = desk.priced(variant.candidate, compared, &stakes)?;
            priced.extend(way.map(|way| Priced { backlog: Some(variant.backlog), ..way }));
        }
        let compared = (&base[..], &base[..], &base_date);
        let free_way = desk.priced(free.candidate, compared, &stakes)?;
        let free_way = free_way.map(|way| Priced { backlog: Some(free.backlog.clone()), ..way });
        let mut rows: Vec<Priced> = choose::frontier(priced, &base_date, question.wished.as_ref());
        rows.extend(free_way);
        for priced in &mut rows {
            priced.row.quote = QuoteId::new(self.ledger.entropy().id(caller.at));
        }
        let told = (&rows[..], &free.backlog, finished);
        self.keep_rows(caller, &organisation, &desk, told).await?;
        let rows: Vec<Row> = rows.into_iter().map(|priced| priced.row).collect();
        let wish = self.wish(&desk, &rows, &base_date).await?;
        let inputs = Inputs {
            with_loss: stakes.with_loss,
            by_default: stakes.by_default,
            left_out: stakes.left_out,
            trials: base.last().map_or(0, Outcome::trials),
            seed: plan.seed.0,
            costs,
        };
        Ok(Some(Menu { at: caller.at, claim, rows, wish, inputs }))
    }

    /// The ways worth playing in full, by a few trials of each.
    async fn screen(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        desk: &Desk<'_>,
        (base, date): (&[Outcome], &LevelDate),
        stakes: &mut Stakes,
    ) -> Result<Vec<Variant>, ServiceError> {
        let mut variants = Vec::new();
        for variant in candidate::all(desk, date.due.at()) {
            let outcomes = self.play_few(desk.plan, variant.backlog.clone()).await?;
            self.learn(caller, organisation, desk, (base, &outcomes), stakes).await?;
            let compared = (base, &outcomes[..], date);
            if let Some(priced) = desk.priced(variant.candidate.clone(), compared, stakes)? {
                variants.push((priced, variant));
            }
        }
        Ok(choose::worth_playing(variants, date))
    }

    /// Learns what lateness costs of every promise that one of two plans moves.
    async fn learn(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        desk: &Desk<'_>,
        (base, outcomes): (&[Outcome], &[Outcome]),
        stakes: &mut Stakes,
    ) -> Result<(), ServiceError> {
        let places = 0..desk.plan.promised.len();
        let moved = |place: &usize| !is_untouched(&base[*place], &outcomes[*place]);
        for place in places.filter(moved) {
            if !stakes.knows(place) {
                let of = self.stake_of(caller, organisation, desk, place).await?;
                stakes.note(place, of);
            }
        }
        Ok(())
    }

    /// Plays a plan in full and follows every promise in it; what is new comes last.
    async fn play_whole(
        &self,
        plan: &PlanNow,
        backlog: Backlog,
    ) -> Result<Vec<Outcome>, ServiceError> {
        let ends = backlog.ends.clone();
        Ok(self.play(plan, backlog, ends).await?.into_outcomes())
    }

    /// The same with few trials, to choose what is played in full.
    async fn play_few(
        &self,
        plan: &PlanNow,
        backlog: Backlog,
    ) -> Result<Vec<Outcome>, ServiceError> {
        let care = self.care(backlog.plan.items.len());
        let trials = NonZeroU32::new(care.trials.min(FEW)).unwrap_or(NonZeroU32::MIN);
        let play = Play { trials, seed: plan.seed, threads: self.threads };
        let judged = care.judged.min(FEW / 4);
        let run = move || forecast::play(&backlog.plan, &backlog.ends, play, judged);
        let played = tokio::task::spawn_blocking(run).await;
        let runs = played.map_err(|e| crate::plan::panicked(&e))??;
        Ok(runs.calibrated(plan.calibration).into_outcomes())
    }
}

impl Desk<'_> {
    /// The date of an outcome at the level of a promise.
    fn date(&self, outcome: Option<&Outcome>) -> Result<Option<LevelDate>, ServiceError> {
        let Some(outcome) = outcome else { return Ok(None) };
        level_date(outcome, self.level.0, self.level.1, self.calendar)
    }

    /// What a way costs more than the free one; `None` when it is never done.
    fn priced(
        &self,
        candidate: Candidate,
        (base, outcomes, base_date): (&[Outcome], &[Outcome], &LevelDate),
        stakes: &Stakes,
    ) -> Result<Option<Priced>, ServiceError> {
        let Some(date) = self.date(outcomes.last())? else { return Ok(None) };
        let Some(outcome) = outcomes.last() else { return Ok(None) };
        let own_of = |due: &Due| stakes::stake(&self.own, due.at(), self.calendar, self.plan.at);
        let moved = |place: &usize| !is_untouched(&base[*place], &outcomes[*place]);
        let known = stakes.known().filter(|(place, _)| moved(place));
        let ground = Ground {
            stakes: known.map(|(place, stake)| (place, stake.clone())).collect(),
            own: [own_of(&base_date.due)?, own_of(&date.due)?],
            bought: candidate.bought.iter().map(|cost| cost.money().minor).collect(),
        };
        let sum = Sum::of(&ground.amounts(base, outcomes), &ground.bought);
        let touched = self.touched((base, outcomes), stakes);
        let row = self.row(&candidate, &date, &sum, touched);
        let outcome = outcome.clone();
        Ok(Some(Priced { candidate, date, outcome, row, ground, sum, backlog: None }))
    }

    fn row(
        &self,
        candidate: &Candidate,
        date: &LevelDate,
        sum: &Sum,
        touched: Vec<Touched>,
    ) -> Row {
        let money = |minor| self.costs.money(minor);
        let told = |minor| money(rounded(minor, sum.step));
        let mut costs: Vec<Cost> = candidate.bought.iter().map(|cost| cost.told(&told)).collect();
        costs.extend((sum.others != 0).then(|| Cost::Others { money: money(sum.others) }));
        costs.extend((sum.own != 0).then(|| Cost::Own { money: money(sum.own) }));
        Row {
            quote: QuoteId::new(uuid::Uuid::nil()),
            way: candidate.way(),
            due: date.due.clone(),
            chance: date.chance,
            price: money(sum.price),
            step: money(sum.step),
            error: sum.error,
            costs,
            touched,
        }
    }

    /// The promises whose chance or loss a way changes, what they lose most first.
    fn touched(&self, (base, outcomes): (&[Outcome], &[Outcome]), stakes: &Stakes) -> Vec<Touched> {
        let rows = self.plan.promised.iter().enumerate();
        let touched = rows.filter_map(|(place, row)| {
            let due = row.due?;
            let (was, is) = (base.get(place)?, outcomes.get(place)?);
            if is_untouched(was, is) {
                return None;
            }
            let chance = |outcome: &Outcome| permille(outcome.chance_by(due).share);
            let (before, after) = (chance(was), chance(is));
            let loss = stakes.of(place).map(|stake| lost(stake, was, is));
            let falls = before.permille() >= after.permille() + TOUCHED_PERMILLE;
            let is_movable = self.is_movable(place);
            let moves_to = is_movable.then(|| is.quantile(self.level.1)).flatten().map(|q| q.at);
            (falls || loss.is_some_and(|loss| loss >= UNIT)).then(|| Touched {
                promise: row.id,
                number: row.number,
                subject: row.subject.clone(),
                account_name: row.account_name.clone(),
                before,
                after,
                loss,
                moves_to,
            })
        });
        let mut touched: Vec<Touched> = touched.collect();
        let fall = |t: &Touched| i32::from(t.before.permille()) - i32::from(t.after.permille());
        touched.sort_by_key(|t| (std::cmp::Reverse((t.loss.unwrap_or(0), fall(t))), t.number));
        touched
    }

    /// Whether the customer of a promise has consented to its being moved.
    fn is_movable(&self, place: usize) -> bool {
        let work = self.plan.works.get(place).and_then(Option::as_ref);
        work.is_some_and(|work| work.arranged.movable)
    }
}

impl Cost {
    /// The same in the steps in which it is told.
    fn told(&self, told: &impl Fn(i64) -> Money) -> Self {
        let money = told(self.money().minor);
        match self {
            Self::Overtime { minutes, .. } => Self::Overtime { minutes: *minutes, money },
            Self::Hired { minutes, .. } => Self::Hired { minutes: *minutes, money },
            Self::Others { .. } => Self::Others { money },
            Self::Own { .. } => Self::Own { money },
        }
    }
}

/// What one promise loses by a change, in minor units.
fn lost(stake: &Stake, was: &Outcome, is: &Outcome) -> i64 {
    let mut bill = Bill::default();
    bill.add(stake, was, is);
    bill.amount().minor()
}
