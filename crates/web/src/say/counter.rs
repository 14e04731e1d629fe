//! What customers promised in return: what it does when it comes late, and how it stands.

use calendar::Calendar;
use jiff::Timestamp;
use ledger::query::CounterRow;
use promise::state::{CounterStanding, CounterState};
use promise::terms::Consequence;

use super::Voice;
use crate::drawing::mark::Mark;

/// Business days from one instant to another.
pub(crate) fn business_days(calendar: &Calendar, from: Timestamp, to: Timestamp) -> i32 {
    calendar.business_days_between(calendar.date_at(from), calendar.date_at(to))
}

/// How a counter-promise stands, in a mark and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CounterSaid {
    /// The mark.
    pub(crate) mark: Mark,
    /// The word beside it.
    pub(crate) word: String,
}

impl Voice {
    /// What the lateness of a counter-promise does, as the customer's text says it.
    pub(crate) fn consequence(&self, consequence: Consequence) -> &'static str {
        let t = self.t();
        match consequence {
            Consequence::Shift => t.consequence_shift(),
            Consequence::Reprice => t.consequence_reprice(),
            Consequence::Void => t.consequence_void(),
            Consequence::Talk => t.consequence_talk(),
        }
    }

    /// The name of a consequence, to choose from.
    pub(crate) fn consequence_name(&self, consequence: Consequence) -> &'static str {
        let t = self.t();
        match consequence {
            Consequence::Shift => t.consequence_name_shift(),
            Consequence::Reprice => t.consequence_name_reprice(),
            Consequence::Void => t.consequence_name_void(),
            Consequence::Talk => t.consequence_name_talk(),
        }
    }

    /// How a counter-promise stands.
    pub(crate) fn counter(&self, standing: &CounterStanding, calendar: &Calendar) -> CounterSaid {
        let t = self.t();
        let due = standing.promise.due.at();
        match standing.state {
            CounterState::Open => CounterSaid {
                mark: Mark::Wait,
                word: t.counter_open(&self.due(&standing.promise.due)),
            },
            CounterState::Late => {
                let days = business_days(calendar, due, self.now).max(1);
                CounterSaid { mark: Mark::Off, word: t.counter_late(days) }
            }
            CounterState::Met { at } if at <= due => {
                CounterSaid { mark: Mark::Kept, word: t.counter_met(&self.day(at)) }
            }
            CounterState::Met { at } => {
                let days = business_days(calendar, due, at).max(1);
                let word = t.counter_met_late(&self.day(at), days);
                CounterSaid { mark: Mark::Broken, word }
            }
        }
    }

    /// Why a late counter-promise is shown today: whose, how late, and what follows.
    pub(crate) fn owed(&self, row: &CounterRow, calendar: &Calendar) -> String {
        let t = self.t();
        let days = business_days(calendar, row.due.at, self.now).max(1);
        let late = t.owed_late(&row.account_name, &self.listed_due(&row.due), days);
        let follows = match (row.consequence, row.our_due, row.proposed_due) {
            (Consequence::Shift, Some(ours), Some(proposed)) => {
                t.owed_shift(&self.day(ours), &self.day(proposed))
            }
            (Consequence::Shift, _, _) => t.owed_shift_pending().to_owned(),
            (Consequence::Reprice, _, _) => t.owed_reprice().to_owned(),
            (Consequence::Void, _, _) => t.owed_void().to_owned(),
            (Consequence::Talk, _, _) => t.owed_talk().to_owned(),
        };
        format!("{late} {follows}")
    }
}
