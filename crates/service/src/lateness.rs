//! How late customers were before with what they owed us: what an open counter-promise is expected to do next.

use std::collections::BTreeMap;

use forecast::{Expected, Part};
use jiff::{SignedDuration, Timestamp};
use promise::{AccountId, OrganisationId};

use crate::{Service, ServiceError};

/// By how many seconds what was asked in return came after its due, below 0 before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lateness {
    by_account: BTreeMap<AccountId, Vec<i64>>,
    all: Vec<i64>,
}

impl Lateness {
    /// When something is expected that an account owes, at an instant: as late as it was before; on its due where too
    /// little is known, and within a day where it is late already and nothing was ever later.
    pub(crate) fn part(&self, account: AccountId, due: Timestamp, at: Timestamp) -> Part {
        match Expected::of(due, at, self.of(account), &self.all) {
            Some(expected) => Part::Expected(expected),
            None if due < at => Part::Arrival(at + SignedDuration::from_hours(24)),
            None => Part::Arrival(due),
        }
    }

    /// How many times an account was late, and how many times it delivered in all.
    pub(crate) fn counts(&self, account: AccountId) -> (usize, usize) {
        let own = self.of(account);
        (own.iter().filter(|by| **by > 0).count(), own.len())
    }

    fn of(&self, account: AccountId) -> &[i64] {
        self.by_account.get(&account).map_or(&[], Vec::as_slice)
    }
}

impl Service {
    /// How late everybody was before.
    pub(crate) async fn lateness(&self, id: OrganisationId) -> Result<Lateness, ServiceError> {
        let mut lateness = Lateness::default();
        for (account, by) in self.ledger.lateness(id).await? {
            lateness.by_account.entry(account).or_default().push(by);
            lateness.all.push(by);
        }
        Ok(lateness)
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
        let by_account = BTreeMap::from([(often, vec![2 * DAY, 3 * DAY, 0]), (never, vec![0; 4])]);
        let all = by_account.values().flatten().copied().collect();
        let lateness = Lateness { by_account, all };
        assert_eq!((lateness.counts(often), lateness.counts(never)), ((2, 3), (0, 4)));
        let (due, now) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH);
        let last = |account| {
            let part = lateness.part(account, due, now);
            let Part::Expected(expected) = part else { panic!("{part:?}") };
            expected.seconds()[200]
        };
        assert!(last(often) > last(never), "whoever is often late is waited for longer");
        let weeks_late = now + SignedDuration::from_hours(24 * 30);
        let tomorrow = weeks_late + SignedDuration::from_hours(24);
        assert_eq!(lateness.part(often, due, weeks_late), Part::Arrival(tomorrow));
        let unknown = Lateness::default();
        assert_eq!(
            unknown.part(often, due, now),
            Part::Arrival(due),
            "on its due, if nothing is known"
        );
        assert_eq!(unknown.counts(often), (0, 0));
    }
}
