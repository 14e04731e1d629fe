//! What the lateness of promises costs: by the remedy agreed, by a loss of their own, else by the organisation's own.

use calendar::Calendar;
use forecast::price::{Lateness, Loss, Stake};
use jiff::{SignedDuration, Timestamp};
use promise::costs::Costs;
use promise::money::Currency;
use promise::party::{Organisation, OwnLoss};
use promise::terms::{Remedy, RemedyChoice, RemedyPer};

use super::{Desk, LeftOut};
use crate::{Caller, Service, ServiceError};

/// Lateness is counted for so long: what is never done is a year late.
const COUNTED: SignedDuration = SignedDuration::from_hours(24 * 365);

/// What the lateness of each promise costs, as far as it was asked for.
pub(super) struct Stakes {
    /// By place; the outer absence is what was not asked for yet.
    all: Vec<Option<Option<Stake>>>,
    pub(super) with_loss: usize,
    pub(super) by_default: usize,
    pub(super) left_out: Vec<LeftOut>,
}

/// What is known of one promise.
pub(super) enum Known {
    /// Its lateness costs nothing, or costs nobody else anything.
    Nothing,
    /// It is counted in another currency.
    LeftOut(LeftOut),
    /// What was agreed, or its own loss.
    Own(Stake),
    /// What the organisation says of all that say nothing.
    ByDefault(Stake),
}

impl Stakes {
    pub(super) fn none(promises: usize) -> Self {
        let all = vec![None; promises];
        Self { all, with_loss: 0, by_default: 0, left_out: Vec::new() }
    }

    pub(super) fn knows(&self, place: usize) -> bool {
        self.all[place].is_some()
    }

    pub(super) fn note(&mut self, place: usize, known: Known) {
        let stake = match known {
            Known::Nothing => None,
            Known::LeftOut(what) => {
                self.left_out.push(what);
                None
            }
            Known::Own(stake) => {
                self.with_loss += 1;
                Some(stake)
            }
            Known::ByDefault(stake) => {
                self.by_default += 1;
                Some(stake)
            }
        };
        self.all[place] = Some(stake);
    }

    /// What the lateness of one promise costs.
    pub(super) fn of(&self, place: usize) -> Option<&Stake> {
        self.all.get(place)?.as_ref()?.as_ref()
    }

    /// All that costs something, by place.
    pub(super) fn known(&self) -> impl Iterator<Item = (usize, &Stake)> {
        let all = self.all.iter().enumerate();
        all.filter_map(|(place, stake)| Some((place, stake.as_ref()?.as_ref()?)))
    }
}

impl Service {
    /// What the lateness of one promise in the plan costs.
    pub(super) async fn stake_of(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        desk: &Desk<'_>,
        place: usize,
    ) -> Result<Known, ServiceError> {
        let row = &desk.plan.promised[place];
        // Whose customer has consented to a move loses nothing by one.
        let Some(due) = row.due.filter(|_| !desk.is_movable(place)) else {
            return Ok(Known::Nothing);
        };
        let told = self.existing(caller, row.id).await?;
        let remedy = told.state.and_then(|promise| match promise.state.content().remedy {
            Some(RemedyChoice::Agreed(remedy)) => Some(remedy),
            Some(RemedyChoice::NoneAgreed) | None => None,
        });
        let work = desk.plan.works[place].as_ref();
        let own = work.and_then(|work| work.arranged.loss);
        let says = remedy.is_some() || own.is_some();
        let (losses, other) = losses(desk.costs, remedy, own);
        if let Some(currency) = other {
            return Ok(Known::LeftOut(LeftOut { number: row.number, currency }));
        }
        if losses.is_empty() {
            return Ok(Known::Nothing);
        }
        let calendar = self.account_calendar(caller, organisation, Some(row.account)).await?;
        let stake = stake(&losses, due, &calendar, desk.plan.at)?;
        Ok(if says { Known::Own(stake) } else { Known::ByDefault(stake) })
    }
}

/// What the lateness of a promise still to be made costs, in the organisation's currency.
pub(super) fn own(costs: &Costs, remedy: Option<Remedy>, loss: Option<OwnLoss>) -> Vec<Loss> {
    losses(costs, remedy, loss).0
}

/// All that lateness costs, or the other currency in which some of it is.
fn losses(
    costs: &Costs,
    remedy: Option<Remedy>,
    own: Option<OwnLoss>,
) -> (Vec<Loss>, Option<Currency>) {
    let currencies = remedy.iter().map(|remedy| remedy.amount.currency);
    let mut currencies = currencies.chain(own.iter().map(|own| own.currency));
    if let Some(other) = currencies.find(|currency| *currency != costs.currency) {
        return (Vec::new(), Some(other));
    }
    let says = remedy.is_some() || own.is_some();
    let of_remedy = remedy.map(|remedy| {
        let (per_day, per_breach) = match remedy.per {
            RemedyPer::WorkingDay => (remedy.amount.minor, 0),
            RemedyPer::Breach => (0, remedy.amount.minor),
        };
        Loss { per_day, per_breach, cap: remedy.cap.map(|cap| cap.minor) }
    });
    let of_own =
        own.map(|own| Loss { per_day: own.per_day, per_breach: own.per_breach, cap: None });
    let usual = Loss { per_day: costs.loss_per_day, per_breach: costs.loss_per_breach, cap: None };
    let usual = (!says).then_some(usual);
    let all = of_remedy.into_iter().chain(of_own).chain(usual);
    (all.filter(Loss::is_any).collect(), None)
}

/// What losses come to by a due.
pub(super) fn stake(
    losses: &[Loss],
    due: Timestamp,
    calendar: &Calendar,
    now: Timestamp,
) -> Result<Stake, ServiceError> {
    let lateness = Lateness::of(due, calendar, due.max(now) + COUNTED)?;
    Ok(Stake { losses: losses.to_vec(), lateness })
}
