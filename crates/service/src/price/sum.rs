//! What a way comes to, as it is told: in steps that are not finer than what is known.

use forecast::price::{Amount, rounded, step};

/// Prices are told in whole units of the currency at most.
pub(super) const UNIT: i64 = 100;
/// Hours bought are estimates: a price is not told more exactly than to one part in so many.
const FINEST: i64 = 100;

/// What a way changes, in money.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amounts {
    pub(super) all: Amount,
    pub(super) others: Amount,
    pub(super) own: Amount,
}

/// What a way comes to, in minor units; each part in the steps in which the whole is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    /// The whole, never below nothing: what others gain is not owed to whoever asked.
    pub(super) price: i64,
    /// In which steps it is told.
    pub(super) step: i64,
    /// How far it may be off by the number of trials.
    pub(super) error: i64,
    /// What others lose by it; below nothing where they gain.
    pub(super) others: i64,
    /// What its own lateness costs more.
    pub(super) own: i64,
    /// Each thing that is bought.
    pub(super) bought: Vec<i64>,
}

impl Sum {
    /// Adds up what a way changes and what is bought for it.
    pub(super) fn of(amounts: &Amounts, bought: &[i64]) -> Self {
        let exact = bought.iter().sum::<i64>().saturating_add(amounts.all.minor()).max(0);
        let step = step(amounts.all.error, UNIT).max(step_of(exact));
        let bought: Vec<i64> = bought.iter().map(|minor| rounded(*minor, step)).collect();
        let others = rounded(amounts.others.minor(), step);
        // A date that we miss less often is no reason to pay less for it.
        let own = rounded(amounts.own.minor().max(0), step);
        let price = bought.iter().sum::<i64>().saturating_add(others).saturating_add(own).max(0);
        Self { price, step, error: amounts.all.error_minor(), others, own, bought }
    }
}

/// The step below which an amount is not told, whatever its error.
fn step_of(minor: i64) -> i64 {
    let finest = i32::try_from(minor / FINEST).unwrap_or(i32::MAX);
    step(f64::from(finest), UNIT)
}
