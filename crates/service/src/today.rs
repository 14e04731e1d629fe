//! What needs somebody's word today.

use forecast::claim::wilson_95;
use forecast::drift::Drift;
use jiff::{SignedDuration, Timestamp};
use ledger::facts::Seen;
use ledger::query::{CounterRow, KeptCount, PromiseRow};
use promise::{Health, Side, StateName};

use crate::plan::percent;
use crate::{Caller, Service, ServiceError};

/// What needs somebody's word today, each part the most pressing first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Today {
    /// Late, or less likely than not to be kept.
    pub off_plan: Vec<PromiseRow>,
    /// To be looked at.
    pub watch: Vec<PromiseRow>,
    /// The customer proposed something and waits for our answer.
    pub to_answer: Vec<PromiseRow>,
    /// What customers owe us, past its due.
    pub owed: Vec<CounterRow>,
    /// Offers that lapse within a week.
    pub lapsing: Vec<PromiseRow>,
    /// Delivered, and not yet confirmed.
    pub unconfirmed: Vec<PromiseRow>,
    /// Open promises of which nothing can be said.
    pub unknown: Vec<PromiseRow>,
    /// How many open promises need nothing.
    pub on_plan: usize,
    /// How many promises there are to be kept at all.
    pub open: usize,
    /// Of the last promises given at the policy's level or above, how many were kept.
    pub kept: KeptCount,
    /// Since when the chances that we state do not hold, if they do not.
    pub drift: Option<Drift>,
    /// When the promises were last looked at.
    pub seen_at: Option<Timestamp>,
}

/// A share of kept promises in whole per cents, with what it can be by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptShare {
    /// The share.
    pub percent: u32,
    /// At least, at 95%.
    pub low: u32,
    /// At most, at 95%.
    pub high: u32,
}

/// Of fewer cases no share is told, only the cases.
const FEW: usize = 8;

/// The share of kept promises; `None` when they are too few for one.
pub fn kept_share(count: KeptCount) -> Option<KeptShare> {
    if count.of < FEW {
        return None;
    }
    let (low, high) = wilson_95(count.kept, count.of);
    #[expect(clippy::cast_precision_loss, reason = "counts of promises are small")]
    let share = count.kept as f64 / count.of as f64;
    Some(KeptShare { percent: percent(share), low: percent(low), high: percent(high) })
}

/// Offers that lapse within this are shown.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 7);
/// Promises that the share of kept ones is told of.
pub(crate) const KEPT_OF_LAST: u32 = 60;

impl Service {
    /// What needs somebody's word today.
    ///
    /// # Errors
    /// [`ServiceError::NoOrganisation`] before it was founded.
    pub async fn today(&self, caller: &Caller) -> Result<Today, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let mut today = Today::default();
        for row in self.ledger.living_promises(caller.organisation).await? {
            let seen_at = row.seen.as_ref().and_then(|seen| match seen {
                Seen::Forecast(stamp) => Some(stamp.made_at),
                Seen::CannotForecast => None,
            });
            today.seen_at = today.seen_at.max(seen_at);
            today.open += usize::from(row.state.is_open());
            today.sort_in(row, caller.at);
        }
        let least_sure = |row: &PromiseRow| (row.state != StateName::Late, row.chance());
        today.off_plan.sort_by_key(least_sure);
        today.watch.sort_by_key(least_sure);
        let counters = self.ledger.open_counter_promises(caller.organisation).await?;
        today.owed = counters.into_iter().filter(|c| c.late || c.due.at < caller.at).collect();
        let at_least = organisation.policy.offer_at;
        today.kept = self.ledger.kept(caller.organisation, at_least, None, KEPT_OF_LAST).await?;
        today.drift = self.track_record(caller).await?.drift;
        Ok(today)
    }
}

impl Today {
    fn sort_in(&mut self, row: PromiseRow, at: Timestamp) {
        let waits_for_us = row.proposed_by == Some(Side::Account);
        match row.state {
            StateName::Draft if waits_for_us => self.to_answer.push(row),
            StateName::Offered => {
                if row.expires.is_some_and(|expires| expires < at + SOON) {
                    self.lapsing.push(row);
                }
            }
            StateName::Delivered => self.unconfirmed.push(row),
            StateName::Recorded | StateName::Accepted | StateName::Late => {
                if waits_for_us {
                    self.to_answer.push(row);
                } else if row.state == StateName::Late {
                    self.off_plan.push(row);
                } else {
                    self.sort_open(row);
                }
            }
            StateName::Draft
            | StateName::Discarded
            | StateName::Lapsed
            | StateName::Declined
            | StateName::Withdrawn
            | StateName::Settled
            | StateName::Released
            | StateName::Void => {}
        }
    }

    fn sort_open(&mut self, row: PromiseRow) {
        match (row.chance(), row.health) {
            (None, _) => self.unknown.push(row),
            (Some(_), Some(Health::OffPlan)) => self.off_plan.push(row),
            (Some(_), Some(Health::Watch)) => self.watch.push(row),
            (Some(_), Some(Health::OnPlan) | None) => self.on_plan += 1,
        }
    }

    /// Whether nothing waits for anybody's word.
    pub fn is_quiet(&self) -> bool {
        self.off_plan.is_empty()
            && self.watch.is_empty()
            && self.to_answer.is_empty()
            && self.owed.is_empty()
            && self.lapsing.is_empty()
            && self.unconfirmed.is_empty()
            && self.unknown.is_empty()
    }
}
