//! The chance that several promises are all kept, counted in the trials themselves: promises share teams and luck, so
//! the product of their chances would be another number.

use forecast::{Calibration, Outcome};
use jiff::Timestamp;
use promise::Chance;

use crate::plan::{percent, permille};

/// The chance that promises are all kept, before and after a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllKept {
    /// How many they are.
    pub of: usize,
    /// As the plan stands.
    pub before: Chance,
    /// With the slip.
    pub after: Chance,
    /// How far the change may be off by the number of trials, one standard error, in thousandths.
    pub error_permille: u32,
}

impl AllKept {
    /// What two plays with the same luck say of promises, each by its due; `None` of none.
    pub(super) fn of(
        before: &[(&Outcome, Timestamp)],
        after: &[(&Outcome, Timestamp)],
        calibration: Calibration,
    ) -> Option<Self> {
        let (then, now) = (Outcome::all_done(before), Outcome::all_done(after));
        if then.is_empty() {
            return None;
        }
        let trials = f64::from(u32::try_from(then.len()).unwrap_or(u32::MAX));
        let share = |is: &dyn Fn(&(&bool, &bool)) -> bool| {
            let count = then.iter().zip(&now).filter(is).count();
            f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / trials
        };
        let change =
            share(&|(then, now)| **now && !**then) - share(&|(then, now)| **then && !**now);
        let moved = share(&|(then, now)| now != then);
        let error = ((moved - change * change).max(0.0) / trials).sqrt();
        // As single chances are corrected, so that all together are never likelier than one of them.
        let told = |share: f64| permille(calibration.holds(share));
        Some(Self {
            of: before.len(),
            before: told(share(&|(then, _)| **then)),
            after: told(share(&|(_, now)| **now)),
            error_permille: percent(error * 10.0),
        })
    }
}
