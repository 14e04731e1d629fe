//! What customers promised in return: what it does when it comes late, and how it stands.

use calendar::{Calendar, Due};
use jiff::Timestamp;
use ledger::query::CounterRow;
use promise::state::{CounterStanding, CounterState};
use promise::terms::Consequence;
use promise::tie::TieEnd;

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
        let due = &standing.promise.due;
        match standing.state {
            CounterState::Open => self.owing(due, None, calendar),
            CounterState::Late => self.still_owing(due, calendar),
            CounterState::Met { at } => self.owing(due, Some(at), calendar),
        }
    }

    /// How a delivery of a third party stands.
    pub(crate) fn delivery(
        &self,
        due: &Due,
        end: Option<TieEnd>,
        calendar: &Calendar,
    ) -> CounterSaid {
        match end {
            Some(TieEnd::Arrived { at }) => self.owing(due, Some(at), calendar),
            None | Some(TieEnd::Dropped) if due.at() < self.now => self.still_owing(due, calendar),
            None | Some(TieEnd::Dropped) => self.owing(due, None, calendar),
        }
    }

    /// How something stands that is owed to us: to come, or there.
    fn owing(&self, due: &Due, met: Option<Timestamp>, calendar: &Calendar) -> CounterSaid {
        let t = self.t();
        match met {
            None => CounterSaid { mark: Mark::Wait, word: t.counter_open(&self.due(due)) },
            Some(at) if at <= due.at() => {
                CounterSaid { mark: Mark::Kept, word: t.counter_met(&self.day(at)) }
            }
            Some(at) => {
                let days = business_days(calendar, due.at(), at).max(1);
                let word = t.counter_met_late(&self.day(at), days);
                CounterSaid { mark: Mark::Broken, word }
            }
        }
    }

    /// How something stands that is late.
    fn still_owing(&self, due: &Due, calendar: &Calendar) -> CounterSaid {
        let days = business_days(calendar, due.at(), self.now).max(1);
        CounterSaid { mark: Mark::Off, word: self.t().counter_late(days) }
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
