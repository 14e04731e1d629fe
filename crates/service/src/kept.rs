//! What is kept in memory because it is asked for again and again: so many of a kind, each with the state of the ledger
//! it was made from. At another state it is as if it were not there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many things; when one more comes, the one goes that was asked for longest ago.
#[derive(Debug)]
pub(crate) struct Kept<K, S, V> {
    most: usize,
    inner: Mutex<Inner<K, S, V>>,
}

#[derive(Debug)]
struct Inner<K, S, V> {
    /// Counts whatever is asked, so that it tells what was asked for last.
    asked: u64,
    things: BTreeMap<K, Thing<S, V>>,
}

#[derive(Debug)]
struct Thing<S, V> {
    asked: u64,
    state: S,
    value: Arc<V>,
}

impl<K: Ord + Copy, S: PartialEq, V> Kept<K, S, V> {
    /// Nothing yet, and never more than `most`.
    pub(crate) fn new(most: usize) -> Self {
        Self { most, inner: Mutex::new(Inner { asked: 0, things: BTreeMap::new() }) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner<K, S, V>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept under a key, if it is of this state.
    pub(crate) fn get(&self, key: K, state: &S) -> Option<Arc<V>> {
        let mut inner = self.inner();
        inner.asked += 1;
        let asked = inner.asked;
        let thing = inner.things.get_mut(&key).filter(|thing| thing.state == *state)?;
        thing.asked = asked;
        Some(Arc::clone(&thing.value))
    }

    /// Keeps what is of this state, in the place of what was kept under the key.
    pub(crate) fn put(&self, key: K, state: S, value: Arc<V>) {
        let mut inner = self.inner();
        inner.asked += 1;
        let thing = Thing { asked: inner.asked, state, value };
        inner.things.insert(key, thing);
        if inner.things.len() > self.most {
            let oldest = inner.things.iter().min_by_key(|(_, thing)| thing.asked);
            let oldest = oldest.map(|(key, _)| *key);
            oldest.map(|key| inner.things.remove(&key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kept: &Kept<u8, u32, &'static str>, key: u8, state: u32, wanted: Option<&str>) {
        assert_eq!(kept.get(key, &state).map(|value| *value), wanted, "{key} at {state}");
    }

    #[test]
    fn what_is_of_another_state_is_not_there() {
        let kept = Kept::new(2);
        check(&kept, 1, 7, None);
        kept.put(1, 7, Arc::new("seven"));
        check(&kept, 1, 7, Some("seven"));
        check(&kept, 1, 8, None);
        check(&kept, 2, 7, None);
        kept.put(1, 8, Arc::new("eight"));
        check(&kept, 1, 7, None);
        check(&kept, 1, 8, Some("eight"));
    }

    #[test]
    fn two_side_by_side_do_not_drive_each_other_out() {
        let kept = Kept::new(2);
        kept.put(1, 0, Arc::new("one"));
        kept.put(2, 0, Arc::new("two"));
        for _ in 0..3 {
            check(&kept, 1, 0, Some("one"));
            check(&kept, 2, 0, Some("two"));
        }
    }

    #[test]
    fn the_one_that_was_asked_for_longest_ago_goes() {
        let kept = Kept::new(2);
        kept.put(1, 0, Arc::new("one"));
        kept.put(2, 0, Arc::new("two"));
        check(&kept, 1, 0, Some("one"));
        kept.put(3, 0, Arc::new("three"));
        check(&kept, 2, 0, None);
        check(&kept, 1, 0, Some("one"));
        check(&kept, 3, 0, Some("three"));
    }
}
