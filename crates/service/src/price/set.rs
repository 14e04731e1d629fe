//! What a yes costs the organisation, as it is set.

use promise::costs::Costs;
use promise::party::OrganisationEvent;

use crate::{Caller, Service, ServiceError, Wanted};

/// Larger amounts are slips of the finger; minor units.
const MOST: i64 = 100_000_000_000;
/// An hour of overtime is no cheaper than an ordinary one.
const OVERTIME_PERCENT: std::ops::RangeInclusive<u32> = 100..=1000;
/// More overtime a week is a slip of the finger; minutes.
const MOST_OVERTIME: u32 = 600_000;

impl Service {
    /// Sets what a yes costs, all of it anew.
    ///
    /// # Errors
    /// [`ServiceError::Input`] when an amount or a share is not what is wanted.
    pub async fn set_costs(&self, caller: &Caller, costs: Costs) -> Result<(), ServiceError> {
        check(&costs)?;
        let fingerprint = format!("set costs {costs:?}");
        let event = OrganisationEvent::CostsSet(Box::new(costs));
        self.set_organisation(caller, event, &fingerprint, "").await.map(drop)
    }
}

fn check(costs: &Costs) -> Result<(), ServiceError> {
    let wrong = |field, given: String, wanted| Err(ServiceError::Input { field, given, wanted });
    let hours = costs.teams.values().filter_map(|team| Some(("hour", team.hour?)));
    let hours = hours.chain(costs.hour.map(|hour| ("hour", hour)));
    for (field, minor) in hours.chain(costs.hired_hour.map(|hour| ("hired_hour", hour))) {
        if !(1..=MOST).contains(&minor) {
            return wrong(field, costs.money(minor).to_string(), Wanted::Cost);
        }
    }
    let losses = [("loss_per_day", costs.loss_per_day), ("loss_per_breach", costs.loss_per_breach)];
    for (field, minor) in losses {
        if !(0..=MOST).contains(&minor) {
            return wrong(field, costs.money(minor).to_string(), Wanted::Cost);
        }
    }
    if !OVERTIME_PERCENT.contains(&costs.overtime_percent) {
        let given = costs.overtime_percent.to_string();
        return wrong("overtime_percent", given, Wanted::OvertimePercent);
    }
    match costs.teams.values().find(|team| team.overtime_minutes > MOST_OVERTIME) {
        Some(team) => {
            let given = (team.overtime_minutes / 60).to_string();
            wrong("overtime_hours", given, Wanted::OvertimeHours)
        }
        None => Ok(()),
    }
}
