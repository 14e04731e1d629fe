//! How a promise stands by its forecast: on plan, watch, off plan.

use jiff::Timestamp;

use crate::code::codes;
use crate::id::ForecastId;

/// A probability in thousandths, from 0 to 1000, so that it is stored and compared exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(u16);

impl Chance {
    /// Takes thousandths.
    ///
    /// Returns `None` above 1000.
    pub fn of_permille(permille: u16) -> Option<Self> {
        (permille <= 1000).then_some(Self(permille))
    }

    /// Takes whole per cents; more than 100 counts as 100.
    pub const fn of_percent(percent: u16) -> Self {
        Self(if percent > 100 { 1000 } else { percent * 10 })
    }

    /// Thousandths.
    pub fn permille(self) -> u16 {
        self.0
    }
}

/// The settings by which promises are offered and watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The chance at which dates are offered; below it a reason and a name are needed.
    pub offer_at: Chance,
    /// On plan from here on.
    pub on_plan_from: Chance,
    /// Watch from here on, off plan below.
    pub watch_from: Chance,
    /// A state is left upwards only this far above its threshold, so that it does not flicker.
    pub margin: Chance,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            offer_at: Chance::of_percent(85),
            on_plan_from: Chance::of_percent(70),
            watch_from: Chance::of_percent(50),
            margin: Chance::of_percent(3),
        }
    }
}

/// How an open promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// Telling starts.
    OffPlan,
    /// To be looked at.
    Watch,
    /// Nothing to do.
    OnPlan,
}

codes! { Health {
    OffPlan = "off_plan",
    Watch = "watch",
    OnPlan = "on_plan",
} }

impl Health {
    /// Returns the health at a chance, coming from another one: downwards at once, upwards only past the margin.
    pub fn at(chance: Chance, before: Option<Self>, policy: &Policy) -> Self {
        let plain = Self::of(chance, policy);
        match before {
            Some(before) if plain > before => {
                let calmer = Chance(chance.0.saturating_sub(policy.margin.0));
                Self::of(calmer, policy).max(before)
            }
            _ => plain,
        }
    }

    fn of(chance: Chance, policy: &Policy) -> Self {
        if chance >= policy.on_plan_from {
            Self::OnPlan
        } else if chance >= policy.watch_from {
            Self::Watch
        } else {
            Self::OffPlan
        }
    }
}

/// What a forecast said of a promise, as it is kept with the promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForecastStamp {
    /// Which forecast.
    pub id: ForecastId,
    /// When it was made.
    pub made_at: Timestamp,
    /// The chance of being done by the due it was made for.
    pub chance: Chance,
    /// The instants by which it is done at 5, 15, 25, 50, 75, 85 and 95%; ascending, none before `made_at`.
    pub quantiles: [Timestamp; 7],
    /// The most likely instant.
    pub likely: Timestamp,
    /// How many finished pieces of work like this one it rests on.
    pub finished: u32,
    /// How many trials it counted.
    pub trials: u32,
    /// The seed of those trials.
    pub seed: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(percents: &[u16], wanted: &[Health]) {
        let policy = Policy::default();
        let mut before = None;
        let healths: Vec<Health> = percents
            .iter()
            .map(|p| {
                let health = Health::at(Chance::of_percent(*p), before, &policy);
                before = Some(health);
                health
            })
            .collect();
        assert_eq!(healths, wanted);
    }

    #[test]
    fn thresholds_hold_where_they_stand() {
        use Health::{OffPlan, OnPlan, Watch};
        check(&[70], &[OnPlan]);
        check(&[69], &[Watch]);
        check(&[50], &[Watch]);
        check(&[49], &[OffPlan]);
    }

    #[test]
    fn a_state_is_left_upwards_three_points_later() {
        use Health::{OffPlan, OnPlan, Watch};
        check(&[49, 51, 52, 53], &[OffPlan, OffPlan, OffPlan, Watch]);
        check(&[69, 71, 72, 73], &[Watch, Watch, Watch, OnPlan]);
        check(&[49, 71, 73], &[OffPlan, Watch, OnPlan]);
        check(&[90, 69, 70], &[OnPlan, Watch, Watch]);
    }
}
