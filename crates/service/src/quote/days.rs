//! The chance of every day that a customer could ask for, so that a page can tell it while a date is being chosen.

use calendar::{Calendar, Due, Grain};
use forecast::Outcome;
use promise::Chance;

use crate::ServiceError;
use crate::plan::permille;

/// A day, and the chances that it is done by its end.
#[derive(Debug, Clone, PartialEq)]
pub struct DayChance {
    /// The end of the day.
    pub due: Due,
    /// When the work goes behind all that waits.
    pub last: Chance,
    /// When it goes before all that waits.
    pub first: Chance,
}

/// So many days are told of at most.
const MOST: usize = 60;
/// It is done so surely that later days tell nothing more, in thousandths.
const SURE_PERMILLE: u16 = 990;

/// The working days from the one before it may be done at all up to the one by which it is, as good as surely.
pub(super) fn days(
    last: &Outcome,
    first: Option<&Outcome>,
    calendar: &Calendar,
) -> Result<Vec<DayChance>, ServiceError> {
    let earliest = [first, Some(last)].into_iter().flatten().filter_map(|o| o.quantile(0.001));
    let Some(begins) = earliest.map(|quantile| quantile.at).min() else { return Ok(Vec::new()) };
    let mut day = calendar.next_business_day(calendar.date_at(begins))?;
    let mut days = Vec::new();
    while days.len() < MOST {
        let due = Due::at_end_of(Grain::Day, day, calendar)?;
        let chance = |outcome: &Outcome| permille(outcome.chance_by(due.at()).share);
        let told = DayChance { last: chance(last), first: chance(first.unwrap_or(last)), due };
        let is_sure = told.last.permille() >= SURE_PERMILLE;
        days.push(told);
        if is_sure {
            break;
        }
        day = calendar.add_business_days(day, 1)?;
    }
    Ok(days)
}
