//! The answer to "what can we promise?", in words.

use forecast::Claim;
use forecast::history::Likeness;
use service::quote::{Driver, Lever, WhyNot, Without};

use super::Voice;

/// A reason for a date, with the days it brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reason {
    /// The sentence.
    pub(crate) text: String,
    /// The days, at the right edge.
    pub(crate) days: String,
}

/// From so many deliveries on they are told of.
const TELLING: usize = 3;

impl Voice {
    /// A driver of a date.
    pub(crate) fn driver(&self, driver: &Driver) -> Reason {
        let t = self.t();
        match driver {
            Driver::Queue { team, ahead, days } => {
                let text = if *ahead == 0 {
                    t.why_queue_free(&team)
                } else {
                    t.why_queue(&team, *ahead, &self.lang.count_word(*ahead))
                };
                Reason { text, days: t.working_days(*days) }
            }
            Driver::Work { finished, likeness, from_days, to_days, days } => {
                let count = self.lang.count(*finished);
                let span = if from_days == to_days {
                    t.working_days(*to_days)
                } else {
                    t.working_days_between(*from_days, *to_days)
                };
                let text = match likeness {
                    Likeness::Kind => t.why_work_kind(*finished, &count, &span),
                    Likeness::Team => t.why_work_team(*finished, &count, &span),
                    Likeness::Everyone => t.why_work_everyone(*finished, &count, &span),
                };
                Reason { text, days: t.working_days(*days) }
            }
            Driver::Records { records, days } => {
                let text = t.why_records(*records, &self.lang.count(*records));
                Reason { text, days: t.working_days(*days) }
            }
            Driver::Waiting { late, of, days } => {
                let (count, all) = (self.lang.count(*late), self.lang.count(*of));
                let text = match late {
                    _ if *of < TELLING => t.why_waiting().to_owned(),
                    0 => t.why_waiting_on_time(&all),
                    _ => t.why_waiting_late(&count, &all),
                };
                Reason { text, days: t.working_days(*days) }
            }
            Driver::Delivery { third_party, late, of, days } => {
                let (count, all) = (self.lang.count(*late), self.lang.count(*of));
                let text = match late {
                    _ if *of < TELLING => t.why_delivery(third_party),
                    0 => t.why_delivery_on_time(third_party, &all),
                    _ => t.why_delivery_late(third_party, &count, &all),
                };
                Reason { text, days: t.working_days(*days) }
            }
            Driver::Room { level, days } => {
                let text = match level {
                    Some(level) => {
                        let percent = service::plan::percent(*level);
                        t.why_room(&self.lang.percent(50), &self.lang.percent(percent))
                    }
                    None => t.why_room_model().to_owned(),
                };
                Reason { text, days: t.working_days(*days) }
            }
        }
    }

    /// Without what the date would be another one, and by how many days.
    pub(crate) fn without(&self, without: &Without) -> Reason {
        let t = self.t();
        let text = match without.lever {
            Lever::Queue => t.without_queue().to_owned(),
            Lever::Waiting => t.without_waiting().to_owned(),
            Lever::Absences => t.without_absences().to_owned(),
            Lever::OwnWord(lately) => {
                let count = |count| self.lang.count(count);
                let (kept, of) = (count(lately.kept), count(lately.of));
                t.without_own_word(&kept, &of, &count(lately.expected))
            }
        };
        let days = if without.days >= 0 {
            t.working_days_sooner(without.days)
        } else {
            t.working_days_later(-without.days)
        };
        Reason { text, days }
    }

    /// What the length of the history lets one say, when it is too short for more.
    pub(crate) fn claim(&self, claim: Claim) -> Option<String> {
        let t = self.t();
        match claim {
            Claim::Nothing => None,
            Claim::ModelOnly { finished } => Some(t.claim_model_only(finished)),
            Claim::UpTo { finished, level } if level < 0.95 => {
                let percent = self.lang.percent(service::plan::percent(level));
                Some(t.claim_up_to(&self.lang.count(finished), &percent))
            }
            Claim::UpTo { .. } => None,
        }
    }

    /// Why nothing can be said, and what to do about it.
    pub(crate) fn why_not(&self, why: &WhyNot) -> String {
        let t = self.t();
        match why {
            WhyNot::NoWork => t.cannot_no_work().to_owned(),
            WhyNot::NothingLikeIt { team } => t.cannot_nothing_like_it(&team),
            WhyNot::NoTeam { team } => t.cannot_no_team(&team),
            WhyNot::NeverDone => t.cannot_never_done().to_owned(),
        }
    }
}
