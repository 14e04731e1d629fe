//! The domino: what falls when one promise slips, through which it is reached, and why.
//!
//! The plan is played twice with the same luck, as it stands and with the slip, and every other promise is compared
//! trial by trial (docs/model/domino.md).

mod joint;
mod slip;
mod tree;

use std::collections::BTreeMap;

use calendar::{Calendar, Landing};
use forecast::{Backlog, Claim, Outcome};
use jiff::Timestamp;
use ledger::query::{ListedDue, PlannedRow, PromiseRow};
use promise::party::Organisation;
use promise::{AccountId, Chance, Health, PromiseId, Refusal, Side};

use self::slip::Stage;
use self::tree::{Links, Reach, grow};
use crate::plan::{Outside, PlanNow, Waits, percent, permille};
use crate::quote::level_date;
use crate::{Caller, Service, ServiceError, Wanted};

pub use self::joint::AllKept;
pub use self::slip::Through;
pub use self::tree::Cause;

/// What falls when a promise slips.
#[derive(Debug, Clone, PartialEq)]
pub struct Domino {
    /// The promise that slips.
    pub promise: Touched,
    /// By how much, and through what; `None` when nothing can be said of the promise.
    pub slip: Option<Slip>,
    /// What falls with it, each under the one through which it is reached.
    pub falls: Vec<Fall>,
    /// The third party whose delivery comes later then, where that is what slips.
    pub third_party: Option<String>,
    /// The customers of all of them, whoever is hit most first.
    pub customers: Vec<CustomerHit>,
    /// The chance that all of them are kept; `None` when nothing else falls, or of one of them nothing can be said.
    pub all: Option<AllKept>,
    /// How many trials were compared.
    pub trials: usize,
    /// The luck of those trials.
    pub seed: u64,
}

/// By how much a promise slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Working days, in the calendar of its customer.
    pub days: i32,
    /// Where they come from.
    pub ground: SlipGround,
    /// What takes longer.
    pub through: Through,
}

/// Where the days of a slip come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipGround {
    /// Somebody asked for so many.
    Asked,
    /// So far beyond the due lies the date at the policy's level.
    Forecast,
    /// It is on plan: nothing but a supposition.
    Supposed,
}

/// A promise that something falls on, with the promises that fall on.
#[derive(Debug, Clone, PartialEq)]
pub struct Fall {
    /// Through what it is reached from the one above it.
    pub cause: Cause,
    /// The promise.
    pub touched: Touched,
    /// What falls with it.
    pub falls: Vec<Self>,
}

/// A promise, and what a slip does to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
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
    /// By when.
    pub due: Option<Timestamp>,
    /// Whether the customer knows of another date: we proposed one that waits for their answer.
    pub told: bool,
    /// What the customer plans to do with it.
    pub plans: Vec<PlanHit>,
    /// What the slip does to it; `None` when nothing can be said of it.
    pub change: Option<Change>,
}

/// What a customer plans to do with a promise, and how a slip moves the chance that it is there by then.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanHit {
    /// What they plan.
    pub what: String,
    /// When.
    pub due: ListedDue,
    /// The chance that the promise is there by then, as the plan stands and with the slip.
    pub chances: Option<(Chance, Chance)>,
}

/// What a slip does to all that a customer was promised among what it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerHit {
    /// Who.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// The short names of its promises.
    pub promises: Vec<u32>,
    /// The chance that all of them are kept; `None` when of one of them nothing can be said, or none has a due.
    pub all: Option<AllKept>,
}

/// What a slip does to a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Its chance before and after; `None` without a due.
    pub chances: Option<Chances>,
    /// Working days later at even chances, negative when earlier; `None` when it is not done at even chances.
    pub days_later: Option<i32>,
}

/// A chance before and after a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chances {
    /// As the plan stands.
    pub before: Chance,
    /// With the slip.
    pub after: Chance,
    /// How far the change may be off by the number of trials, one standard error, in thousandths.
    pub error_permille: u32,
    /// How the promise stands with the slip.
    pub health: Health,
}

/// What is supposed of a promise that is on plan, in working days.
const SUPPOSED_DAYS: i32 = 5;
/// Longer slips are no slips any more.
pub const MOST_DAYS: u32 = 250;
/// Others whose chance moves less than this are not shown, in thousandths.
const TOUCHED_PERMILLE: i32 = 5;

/// The plan played as it stands and with the slip; both tell of the same items.
struct Played {
    stage: Stage,
    slip: Slip,
    before: BTreeMap<usize, Outcome>,
    after: BTreeMap<usize, Outcome>,
}

impl Played {
    /// Whether a piece of work is what takes longer.
    fn takes_longer(&self, item: usize) -> bool {
        self.slip.through == Through::Work && self.stage.is_own(item)
    }
}

/// In which calendar and by which policy the effects are told.
struct Terms<'a> {
    calendar: &'a Calendar,
    organisation: &'a Organisation,
    listed: &'a BTreeMap<PromiseId, PromiseRow>,
    outside: &'a Outside,
}

impl Service {
    /// What falls when a promise slips, by so many working days or else by what its own forecast says.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when the days are none, [`ServiceError::Refused`] when it is not to be kept any more, or
    /// not yet.
    pub async fn domino(
        &self,
        caller: &Caller,
        id: PromiseId,
        days: Option<u32>,
    ) -> Result<Domino, ServiceError> {
        let days = days.map(days_of).transpose()?;
        let told = self.existing(caller, id).await?;
        let plan = self.plan(caller.organisation, caller.at).await?;
        let Some(place) = plan.promised.iter().position(|row| row.id == id) else {
            let verb = "tell what falls with";
            return Err(match told.state.map(|promise| promise.state.name()) {
                Some(state) => Refusal::NotInState { verb, state }.into(),
                None => Refusal::NoPromise { verb }.into(),
            });
        };
        let organisation = self.organisation(caller.organisation).await?;
        let account = plan.promised[place].account;
        let calendar = self.account_calendar(caller, &organisation, Some(account)).await?;
        let listed = self.ledger.living_promises(caller.organisation).await?;
        let listed = listed.into_iter().map(|row| (row.id, row)).collect();
        let terms = Terms {
            calendar: &calendar,
            organisation: &organisation,
            listed: &listed,
            outside: &plan.outside,
        };
        let backlog = plan.lay_out(None);
        let unknown = backlog.unknown.clone();
        if unknown.contains(&place) {
            return Ok(nothing_said(&plan, &backlog, place, &terms));
        }
        let played = self.play_slip(&plan, backlog, place, (days, &terms)).await?;
        let mut domino = terms.told(&plan, &played, place);
        let kept = |of: &[&Touched]| all_kept(&plan, &played, of);
        domino.all = domino.members().filter(|of| of.len() > 1).and_then(|of| kept(&of));
        domino.customers = customers(&domino, kept);
        let waits = plan.outside.longest(id, account);
        if let (Through::Waiting, Waits::ThirdParty(name)) = (played.slip.through, waits) {
            domino.third_party = Some(name);
        }
        Ok(domino)
    }

    /// Plays the plan as it stands and with the slip.
    async fn play_slip(
        &self,
        plan: &PlanNow,
        backlog: Backlog,
        place: usize,
        (days, terms): (Option<i32>, &Terms<'_>),
    ) -> Result<Played, ServiceError> {
        let finished = backlog.finished[place].unwrap_or(usize::MAX);
        let stage = Stage::of(backlog, place);
        let reach = Links::of(&stage.backlog, &plan.jobs).within_reach(place);
        let tracked = stage.tracked(&reach);
        let play = async |backlog: Backlog| {
            let runs = self.play(plan, backlog, tracked.clone()).await?;
            let told = tracked.iter().copied().zip(runs.into_outcomes());
            Ok::<_, ServiceError>(told.collect::<BTreeMap<usize, Outcome>>())
        };
        let before = play(stage.backlog.clone()).await?;
        let end = &before[&stage.backlog.ends[place]];
        let due = plan.promised[place].due;
        let (days, ground) = match days {
            Some(days) => (days, SlipGround::Asked),
            None => match terms.beyond(end, due, Claim::from_finished(finished))? {
                Some(days) => (days, SlipGround::Forecast),
                None => (SUPPOSED_DAYS, SlipGround::Supposed),
            },
        };
        let through = stage.through(&before);
        let from = end.quantile(0.5).map_or(plan.at, |median| median.at);
        let later = |at| terms.calendar.step_business_days(at, days, Landing::SameTime);
        let to = later(from)?;
        let slipped = stage.slipped(through, (from, to, 1.0), later)?;
        let mut after = play(slipped).await?;
        // Pieces of work that hold each other up make it later still: once more, with that taken off.
        let came = |after: &BTreeMap<usize, Outcome>| {
            let median = after[&stage.backlog.ends[place]].quantile(0.5);
            median.map(|median| terms.days(from, median.at))
        };
        if let Some(came_to) = came(&after).filter(|came| through == Through::Work && *came > days)
        {
            let stretch = f64::from(days) / f64::from(came_to);
            let slipped = stage.slipped(through, (from, to, stretch), later)?;
            after = play(slipped).await?;
        }
        let slip = Slip { days, ground, through };
        Ok(Played { stage, slip, before, after })
    }
}

/// The chance that promises are all kept, those without a due left out.
fn all_kept(plan: &PlanNow, played: &Played, of: &[&Touched]) -> Option<AllKept> {
    let dues = of.iter().filter_map(|member| {
        let place = plan.promised.iter().position(|row| row.id == member.promise)?;
        Some((played.stage.backlog.ends[place], member.due?))
    });
    let dues: Vec<(usize, Timestamp)> = dues.collect();
    let (before, after) = (at_dues(&played.before, &dues), at_dues(&played.after, &dues));
    AllKept::of(&before, &after, plan.calibration)
}

/// The customers of all promises of the tree; whoever is hit most first.
fn customers(domino: &Domino, kept: impl Fn(&[&Touched]) -> Option<AllKept>) -> Vec<CustomerHit> {
    let mut of: BTreeMap<AccountId, Vec<&Touched>> = BTreeMap::new();
    for touched in domino.all_touched() {
        of.entry(touched.account).or_default().push(touched);
    }
    let hits = of.into_iter().map(|(account, of)| CustomerHit {
        account,
        name: of[0].account_name.clone(),
        promises: of.iter().map(|touched| touched.number).collect(),
        all: of.iter().all(|touched| touched.change.is_some()).then(|| kept(&of)).flatten(),
    });
    let mut hits: Vec<CustomerHit> = hits.collect();
    let lost = |all: AllKept| i32::from(all.before.permille()) - i32::from(all.after.permille());
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.all.map(lost)));
    hits
}

fn at_dues<'a>(
    outcomes: &'a BTreeMap<usize, Outcome>,
    dues: &[(usize, Timestamp)],
) -> Vec<(&'a Outcome, Timestamp)> {
    dues.iter().filter_map(|(end, due)| Some((outcomes.get(end)?, *due))).collect()
}

impl Domino {
    /// All promises of the tree, the one that slips first.
    pub fn all_touched(&self) -> Vec<&Touched> {
        let mut all = vec![&self.promise];
        let mut open: Vec<&Fall> = self.falls.iter().rev().collect();
        while let Some(fall) = open.pop() {
            all.push(&fall.touched);
            open.extend(fall.falls.iter().rev());
        }
        all
    }

    /// The promises whose keeping is told of together; `None` when of one nothing can be said.
    fn members(&self) -> Option<Vec<&Touched>> {
        let all = self.all_touched();
        all.iter().all(|touched| touched.change.is_some()).then_some(all)
    }
}

/// Takes the days of a slip.
fn days_of(days: u32) -> Result<i32, ServiceError> {
    let fits = i32::try_from(days).ok().filter(|_| (1..=MOST_DAYS).contains(&days));
    let wanted = Wanted::Days { most: MOST_DAYS };
    fits.ok_or_else(|| ServiceError::Input { field: "days", given: days.to_string(), wanted })
}

/// Where nothing can be said of the promise itself: what waits for it, of which nothing can be said either.
fn nothing_said(plan: &PlanNow, backlog: &Backlog, place: usize, terms: &Terms<'_>) -> Domino {
    let links = Links::of(backlog, &plan.jobs);
    let waiting = backlog.unknown.iter().filter(|q| **q < plan.promised.len());
    let waiting: Vec<Reach> = waiting.map(|q| Reach::unknown(*q)).collect();
    let grown = grow(place, waiting, |from, reach| links.dependency(from, reach.place));
    Domino {
        promise: terms.touched(&plan.promised[place], None, &|_| None),
        slip: None,
        falls: tree::falls(place, &grown, &|q| terms.touched(&plan.promised[q], None, &|_| None)),
        third_party: None,
        customers: Vec::new(),
        all: None,
        trials: 0,
        seed: plan.seed.0,
    }
}

impl Terms<'_> {
    /// So many working days the date at the policy's level lies beyond the due; `None` when it does not, or is none.
    fn beyond(
        &self,
        end: &Outcome,
        due: Option<Timestamp>,
        claim: Claim,
    ) -> Result<Option<i32>, ServiceError> {
        let wanted = f64::from(self.organisation.policy.offer_at.permille()) / 1000.0;
        let level = claim.level(wanted);
        let date = level_date(end, level, level.unwrap_or(wanted), self.calendar)?;
        let Some((date, due)) = date.zip(due) else { return Ok(None) };
        let days = self.days(due, date.due.at()).min(i32::try_from(MOST_DAYS).unwrap_or(i32::MAX));
        Ok((days > 0).then_some(days))
    }

    fn days(&self, from: Timestamp, to: Timestamp) -> i32 {
        let date = |at| self.calendar.date_at(at);
        self.calendar.business_days_between(date(from), date(to))
    }

    /// What the slip does to everybody.
    fn told(&self, plan: &PlanNow, played: &Played, place: usize) -> Domino {
        let backlog = &played.stage.backlog;
        let unknown = |q: &usize| backlog.unknown.contains(q);
        let links = Links::of(backlog, &plan.jobs);
        // Behind the promises stand held places, which nobody is told of.
        let is_promise = |q: &usize| *q < plan.promised.len();
        let reach = links.within_reach(place).into_iter().filter(is_promise);
        let known = reach.filter(|q| !unknown(q));
        let changes: BTreeMap<usize, Change> =
            known.map(|q| (q, self.change(&plan.promised[q], played, q))).collect();
        let reached = changes.iter().filter(|(q, change)| **q != place && change.is_felt());
        let reached = reached.map(|(q, change)| Reach::of(*q, change.size()));
        let waiting = backlog.unknown.iter().filter(|q| is_promise(q)).map(|q| Reach::unknown(*q));
        let late = |item: usize| {
            played.before.get(&item) != played.after.get(&item) || played.takes_longer(item)
        };
        let cause = |from: usize, to: Reach| {
            let queue = || links.work_or_queue(from, to.place, &late);
            links.dependency(from, to.place).or_else(|| to.known.then(queue).flatten())
        };
        let grown = grow(place, reached.chain(waiting).collect(), cause);
        let touched = |q: usize| {
            let (before, after) =
                (played.before.get(&backlog.ends[q]), played.after.get(&backlog.ends[q]));
            let by = |due: Timestamp| {
                let chance = |outcome: &Outcome| permille(outcome.chance_by(due).share);
                before.zip(after).map(|(before, after)| (chance(before), chance(after)))
            };
            let change = changes.get(&q).copied();
            self.touched(&plan.promised[q], change, &|due| change.and_then(|_| by(due)))
        };
        Domino {
            promise: touched(place),
            slip: Some(played.slip),
            falls: tree::falls(place, &grown, &touched),
            third_party: None,
            customers: Vec::new(),
            all: None,
            trials: played.before[&backlog.ends[place]].trials(),
            seed: plan.seed.0,
        }
    }

    fn change(&self, row: &PlannedRow, played: &Played, place: usize) -> Change {
        let end = played.stage.backlog.ends[place];
        let (before, after) = (&played.before[&end], &played.after[&end]);
        let chances = row.due.map(|due| {
            let chance = |outcome: &Outcome| permille(outcome.chance_by(due).share);
            let stood = self.listed.get(&row.id).and_then(|row| row.health);
            Chances {
                before: chance(before),
                after: chance(after),
                error_permille: percent(after.change_from(before, due).error * 10.0),
                health: Health::at(chance(after), stood, &self.organisation.policy),
            }
        });
        let median = |outcome: &Outcome| outcome.quantile(0.5).map(|median| median.at);
        let both = median(before).zip(median(after));
        Change { chances, days_later: both.map(|(before, after)| self.days(before, after)) }
    }

    fn touched(
        &self,
        row: &PlannedRow,
        change: Option<Change>,
        chances_by: &dyn Fn(Timestamp) -> Option<(Chance, Chance)>,
    ) -> Touched {
        let plans = self.outside.plans(row.id).map(|plan| PlanHit {
            what: plan.what.clone(),
            due: plan.due.clone(),
            chances: chances_by(plan.due.at),
        });
        let listed = self.listed.get(&row.id);
        Touched {
            promise: row.id,
            number: row.number,
            subject: row.subject.clone(),
            account: row.account,
            account_name: row.account_name.clone(),
            due: row.due,
            told: listed.is_some_and(|row| row.proposed_by == Some(Side::Us)),
            plans: plans.collect(),
            change,
        }
    }
}

impl Change {
    /// By how much its chance moves, in thousandths, and its date, in days.
    fn size(&self) -> (i32, i32) {
        let moved = |c: &Chances| i32::from(c.before.permille()) - i32::from(c.after.permille());
        (self.chances.as_ref().map_or(0, moved).abs(), self.days_later.unwrap_or(0).abs())
    }

    /// Whether it is worth telling.
    fn is_felt(&self) -> bool {
        let (permille, days) = self.size();
        permille >= TOUCHED_PERMILLE || days >= 1
    }

    /// Whether it comes earlier or is surer than before: an order that waits may let others pass (Graham 1969).
    pub fn is_gain(&self) -> bool {
        match (self.chances, self.days_later) {
            (Some(chances), days) if chances.before == chances.after => days < Some(0),
            (Some(chances), _) => chances.after > chances.before,
            (None, days) => days.is_some_and(|days| days < 0),
        }
    }
}
