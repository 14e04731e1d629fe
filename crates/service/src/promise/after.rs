//! What a promise waits for among our own: named by short names, there, and never in a circle.

use std::collections::BTreeSet;

use promise::PromiseId;
use promise::party::Work;

use crate::{Caller, Service, ServiceError, Wanted};

impl Service {
    /// The promises with these short names or ids, which commas or blanks set apart.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] naming the first that is none of ours.
    pub async fn find_all(
        &self,
        caller: &Caller,
        names: &str,
    ) -> Result<Vec<PromiseId>, ServiceError> {
        let names = names.split([',', ';', ' ']).filter(|name| !name.is_empty());
        let mut found = Vec::new();
        for name in names {
            let id = self.find(caller, name).await?;
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// Refuses work that waits for a promise that is not there, for its own, or for one that waits for it in turn.
    /// `id` is its own promise, once it has one. Two that are planned at the same instant can still close a circle:
    /// nothing can be said of them then.
    pub(crate) async fn check_after(
        &self,
        caller: &Caller,
        id: Option<PromiseId>,
        work: &Work,
    ) -> Result<(), ServiceError> {
        for other in &work.after {
            let row = self.ledger.promise_row(caller.organisation, *other).await?;
            row.ok_or_else(|| refused(other.to_string(), Wanted::KnownPromise))?;
        }
        let Some(id) = id else { return Ok(()) };
        let Some(way) = self.way_to(caller, id, &work.after).await? else { return Ok(()) };
        let mut names = vec![self.short_name(caller, id).await?];
        for stop in &way {
            names.push(self.short_name(caller, *stop).await?);
        }
        let (given, wanted) = if way.len() == 1 {
            (names.swap_remove(0), Wanted::AnotherPromise)
        } else {
            (names.join(" → "), Wanted::NoCircle)
        };
        Err(refused(given, wanted))
    }

    /// The way along which one of these waits for a promise, up to that one; `None` when none does.
    async fn way_to(
        &self,
        caller: &Caller,
        to: PromiseId,
        from: &[PromiseId],
    ) -> Result<Option<Vec<PromiseId>>, ServiceError> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<Vec<PromiseId>> = from.iter().map(|id| vec![*id]).collect();
        while let Some(way) = open.pop() {
            let Some(last) = way.last().copied() else { continue };
            if last == to {
                return Ok(Some(way));
            }
            if !seen.insert(last) {
                continue;
            }
            let work = self.ledger.work(caller.organisation, last).await?.state;
            let next = work.map(|work| work.after).unwrap_or_default();
            open.extend(next.into_iter().map(|next| [way.as_slice(), &[next]].concat()));
        }
        Ok(None)
    }

    /// The short name of a promise of ours.
    async fn short_name(&self, caller: &Caller, id: PromiseId) -> Result<String, ServiceError> {
        let row = self.ledger.promise_row(caller.organisation, id).await?;
        let missing = || ServiceError::NotFound { what: "promise", given: id.to_string() };
        Ok(row.ok_or_else(missing)?.number.to_string())
    }
}

fn refused(given: String, wanted: Wanted) -> ServiceError {
    ServiceError::Input { field: "after", given, wanted }
}
