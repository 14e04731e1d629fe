//! What a yes costs the organisation: hours, overtime, hired hands, and lateness where no promise says what it costs.
//!
//! All of one currency and in whole minor units, so that sums are exact and nothing is converted in silence.

use std::collections::BTreeMap;

use crate::money::{Currency, Money};

/// What a yes costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Costs {
    /// In which currency all of it is.
    pub currency: Currency,
    /// An hour of work, where its team says nothing else.
    pub hour: Option<i64>,
    /// An hour of overtime, in per cent of an ordinary one.
    pub overtime_percent: u32,
    /// An hour of hired or subcontracted hands; they cannot be hired when absent.
    pub hired_hour: Option<i64>,
    /// A working day of lateness of a promise that says nothing of it.
    pub loss_per_day: i64,
    /// A breach of a promise that says nothing of it.
    pub loss_per_breach: i64,
    /// What differs by team.
    pub teams: BTreeMap<String, TeamCosts>,
}

/// What differs by team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TeamCosts {
    /// An hour of its work; the organisation's when absent.
    pub hour: Option<i64>,
    /// Minutes of overtime a week that the whole team can take.
    pub overtime_minutes: u32,
}

/// An hour of overtime, in per cent of an ordinary one, until somebody says otherwise.
const USUAL_OVERTIME_PERCENT: u32 = 150;

impl Costs {
    /// Nothing is known: lateness costs nothing, and nobody works longer or can be hired.
    pub fn unknown(currency: Currency) -> Self {
        Self {
            currency,
            hour: None,
            overtime_percent: USUAL_OVERTIME_PERCENT,
            hired_hour: None,
            loss_per_day: 0,
            loss_per_breach: 0,
            teams: BTreeMap::new(),
        }
    }

    /// An amount of it.
    pub fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency }
    }

    /// An hour of a team's work.
    pub fn hour_of(&self, team: &str) -> Option<i64> {
        self.teams.get(team).and_then(|team| team.hour).or(self.hour)
    }

    /// Minutes of overtime that a team can take in a week; none where an hour has no cost.
    pub fn overtime_of(&self, team: &str) -> u32 {
        let minutes = self.teams.get(team).map_or(0, |team| team.overtime_minutes);
        if self.hour_of(team).is_some() { minutes } else { 0 }
    }

    /// So many minutes of a team's overtime; `None` where an hour has no cost.
    pub fn overtime_cost(&self, team: &str, minutes: u64) -> Option<i64> {
        let percent = i128::from(self.overtime_percent);
        let sum = i128::from(self.hour_of(team)?) * i128::from(minutes) * percent / 6000;
        Some(i64::try_from(sum).unwrap_or(i64::MAX))
    }

    /// So many minutes of hired hands; `None` when none can be hired.
    pub fn hired_cost(&self, minutes: u64) -> Option<i64> {
        let sum = i128::from(self.hired_hour?) * i128::from(minutes) / 60;
        Some(i64::try_from(sum).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_has_its_own_hour_or_the_common_one() {
        let team = TeamCosts { hour: Some(9000), overtime_minutes: 480 };
        let costs = Costs {
            hour: Some(6000),
            teams: [("Mine".to_owned(), team), ("Other".to_owned(), TeamCosts::default())].into(),
            ..Costs::unknown(Currency::Eur)
        };
        assert_eq!(costs.hour_of("Mine"), Some(9000));
        assert_eq!(costs.hour_of("Other"), Some(6000));
        assert_eq!((costs.overtime_of("Mine"), costs.overtime_of("Other")), (480, 0));
        // Half as much again: eight hours at 135.
        assert_eq!(costs.overtime_cost("Mine", 480), Some(108_000));
        assert_eq!(costs.hired_cost(60), None, "nobody can be hired");
        let costs = Costs { hired_hour: Some(11_000), ..costs };
        assert_eq!(costs.hired_cost(90), Some(16_500));
    }

    #[test]
    fn overtime_of_which_no_hour_has_a_cost_is_none() {
        let team = TeamCosts { hour: None, overtime_minutes: 480 };
        let teams = [("Mine".to_owned(), team)].into();
        let costs = Costs { teams, ..Costs::unknown(Currency::Eur) };
        assert_eq!(costs.overtime_of("Mine"), 0);
        assert_eq!(costs.overtime_cost("Mine", 60), None);
    }
}
