//! What a yes costs, as it is stored: amounts in minor units of one currency.

use std::collections::BTreeMap;

use ::promise::costs::{Costs, TeamCosts};
use ::promise::money::Currency;
use serde::{Deserialize, Serialize};

use super::{Wrong, coded};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CostsShape {
    currency: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hour_minor: Option<i64>,
    overtime_percent: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hired_hour_minor: Option<i64>,
    loss_per_day_minor: i64,
    loss_per_breach_minor: i64,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    teams: BTreeMap<String, TeamShape>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hour_minor: Option<i64>,
    overtime_minutes: u32,
}

impl CostsShape {
    pub(super) fn of(costs: &Costs) -> Self {
        let teams = costs.teams.iter().map(|(name, team)| {
            let TeamCosts { hour, overtime_minutes } = *team;
            (name.clone(), TeamShape { hour_minor: hour, overtime_minutes })
        });
        Self {
            currency: costs.currency.code().to_owned(),
            hour_minor: costs.hour,
            overtime_percent: costs.overtime_percent,
            hired_hour_minor: costs.hired_hour,
            loss_per_day_minor: costs.loss_per_day,
            loss_per_breach_minor: costs.loss_per_breach,
            teams: teams.collect(),
        }
    }

    pub(super) fn read(self) -> Result<Costs, Wrong> {
        let teams = self.teams.into_iter().map(|(name, team)| {
            let TeamShape { hour_minor, overtime_minutes } = team;
            (name, TeamCosts { hour: hour_minor, overtime_minutes })
        });
        Ok(Costs {
            currency: coded!(Currency, "currency", &self.currency)?,
            hour: self.hour_minor,
            overtime_percent: self.overtime_percent,
            hired_hour: self.hired_hour_minor,
            loss_per_day: self.loss_per_day_minor,
            loss_per_breach: self.loss_per_breach_minor,
            teams: teams.collect(),
        })
    }
}
