//! When a promise counts as kept.
//!
//! Judged twice: against the first accepted due, and against the last one accepted before it had passed. What
//! counts is the instant the thing was there, not the instant of its confirmation. Early beyond the on-time window
//! is its own outcome, because padding a date is a fault too.

use calendar::{Calendar, Due};
use jiff::Timestamp;

use crate::code::codes;
use crate::renegotiation::Reason;
use crate::state::Binding;
use crate::terms::OnTimeWindow;

/// How much was delivered, in the account's eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Less than promised.
    Less,
    /// As promised.
    AsPromised,
    /// More than promised.
    More,
}

codes! { Measure {
    Less = "less",
    AsPromised = "as_promised",
    More = "more",
} }

/// How a delivery stands to a due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timing {
    /// Before the on-time window.
    Early,
    /// Within it.
    OnTime,
    /// After the due.
    Late,
}

codes! { Timing {
    Early = "early",
    OnTime = "on_time",
    Late = "late",
} }

impl Timing {
    /// Whether it was there by the due.
    pub fn is_in_time(self) -> bool {
        match self {
            Self::Early | Self::OnTime => true,
            Self::Late => false,
        }
    }
}

/// A delivery held against one due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The due.
    pub due: Due,
    /// Early, on time or late.
    pub timing: Timing,
    /// Business days of the account's calendar from the delivery to the due; negative when late.
    pub slack_days: i32,
}

impl Judgement {
    /// Holds a delivery against a due, counting days in the account's calendar.
    pub fn of(delivered: Timestamp, due: &Due, window: OnTimeWindow, calendar: &Calendar) -> Self {
        let delivered_on = due.zone().to_datetime(delivered).date();
        let slack_days = calendar.business_days_between(delivered_on, due.date());
        let timing = if delivered > due.at() {
            Timing::Late
        } else if slack_days > i32::from(window.days_early) {
            Timing::Early
        } else {
            Timing::OnTime
        };
        Self { due: due.clone(), timing, slack_days }
    }
}

/// Who said that it was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// The account.
    Account,
    /// Its announced silence.
    Silence,
}

codes! { Confirmation {
    Account = "account",
    Silence = "silence",
} }

/// The end of a promise, as it will count for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// It was delivered.
    Delivered {
        /// From when on it was there.
        at: Timestamp,
        /// Against the first accepted due; absent for a promise that never had one.
        against_first: Option<Judgement>,
        /// Against the last due accepted before it had passed.
        against_last: Option<Judgement>,
        /// Less, as promised, or more.
        measure: Measure,
        /// Who said so.
        confirmed_by: Confirmation,
    },
    /// It was not, and will not be.
    Broken {
        /// Why it was withdrawn.
        reason: Reason,
    },
}

impl Settlement {
    /// Settles a delivery.
    pub fn of_delivery(
        binding: &Binding,
        at: Timestamp,
        measure: Measure,
        confirmed_by: Confirmation,
        calendar: &Calendar,
    ) -> Self {
        let judge = |due: &Due| Judgement::of(at, due, binding.on_time(), calendar);
        Self::Delivered {
            at,
            against_first: binding.first_due().map(judge),
            against_last: binding.last_due_in_time().map(judge),
            measure,
            confirmed_by,
        }
    }

    /// Whether it was kept against the first accepted due; `None` for a promise without a date.
    pub fn kept_first(&self) -> Option<bool> {
        self.kept(|first, _| first)
    }

    /// Whether it was kept against the last due accepted before it had passed.
    pub fn kept_last(&self) -> Option<bool> {
        self.kept(|_, last| last)
    }

    fn kept<'a>(
        &'a self,
        choose: impl Fn(Option<&'a Judgement>, Option<&'a Judgement>) -> Option<&'a Judgement>,
    ) -> Option<bool> {
        match self {
            Self::Delivered { against_first, against_last, .. } => {
                choose(against_first.as_ref(), against_last.as_ref()).map(|j| j.timing.is_in_time())
            }
            Self::Broken { .. } => Some(false),
        }
    }
}
