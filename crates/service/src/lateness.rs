//! How late customers and third parties were before with what they owed us: what is still to come is expected to be as
//! late again.

use std::collections::BTreeMap;

use forecast::{Expected, Part};
use jiff::{SignedDuration, Timestamp};
use promise::AccountId;

/// By how many seconds what was owed came after its due, below 0 before it; by whoever owed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lateness<Who = AccountId> {
    by_whom: BTreeMap<Who, Vec<i64>>,
    all: Vec<i64>,
}

impl<Who: Ord> Lateness<Who> {
    /// Puts together how late everybody was, the first delivery first.
    pub(crate) fn of_all(deliveries: impl IntoIterator<Item = (Who, i64)>) -> Self {
        let mut lateness = Self { by_whom: BTreeMap::new(), all: Vec::new() };
        for (who, by) in deliveries {
            lateness.by_whom.entry(who).or_default().push(by);
            lateness.all.push(by);
        }
        lateness
    }

    /// When something is expected that somebody owes, at an instant: as late as they were before; on its due where too
    /// little is known, and within a day where it is late already and nothing was ever later.
    pub(crate) fn part(&self, who: &Who, due: Timestamp, at: Timestamp) -> Part {
        match Expected::of(due, at, self.of(who), &self.all) {
            Some(expected) => Part::Expected(expected),
            None if due < at => Part::Arrival(at + SignedDuration::from_hours(24)),
            None => Part::Arrival(due),
        }
    }

    /// How many times somebody was late, and how many times they delivered in all.
    pub(crate) fn counts(&self, who: &Who) -> (usize, usize) {
        let own = self.of(who);
        (own.iter().filter(|by| **by > 0).count(), own.len())
    }

    fn of(&self, who: &Who) -> &[i64] {
        self.by_whom.get(who).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn a_customer_is_expected_as_late_as_they_and_all_were() {
        let [often, never] = [1, 2].map(|id| AccountId::new(Uuid::from_u128(id)));
        let late = [2 * DAY, 3 * DAY, 0].map(|by| (often, by));
        let lateness = Lateness::of_all(late.into_iter().chain([(never, 0); 4]));
        assert_eq!((lateness.counts(&often), lateness.counts(&never)), ((2, 3), (0, 4)));
        let (due, now) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH);
        let last = |account: &AccountId| {
            let part = lateness.part(account, due, now);
            let Part::Expected(expected) = part else { panic!("{part:?}") };
            expected.seconds()[200]
        };
        assert!(last(&often) > last(&never), "whoever is often late is waited for longer");
        let weeks_late = now + SignedDuration::from_hours(24 * 30);
        let tomorrow = weeks_late + SignedDuration::from_hours(24);
        assert_eq!(lateness.part(&often, due, weeks_late), Part::Arrival(tomorrow));
        let unknown = Lateness::of_all([]);
        assert_eq!(
            unknown.part(&often, due, now),
            Part::Arrival(due),
            "on its due, if nothing is known"
        );
        assert_eq!(unknown.counts(&often), (0, 0));
    }
}
