//! The clock that the pages go by. It is given; in the demo it stands still and can be moved on.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Tells the present.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    moved: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// A clock that asks `now`.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { now: Arc::new(now), moved: None }
    }

    /// A clock that stands at an instant until it is moved on.
    pub fn standing(at: Timestamp) -> Self {
        Self { now: Arc::new(move || at), moved: Some(Arc::default()) }
    }

    /// The present, in whole microseconds.
    pub fn now(&self) -> Timestamp {
        let now = (self.now)();
        let moved = self.moved.as_ref().map_or(0, |moved| moved.load(Ordering::SeqCst));
        let now = now.checked_add(SignedDuration::from_secs(moved)).unwrap_or(now);
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// Whether it can be moved.
    pub fn is_movable(&self) -> bool {
        self.moved.is_some()
    }

    /// Moves it on to an instant; backwards it does not go, since what happened has happened.
    ///
    /// Returns whether it moved.
    pub fn move_to(&self, to: Timestamp) -> bool {
        let Some(moved) = &self.moved else { return false };
        let by = to.duration_since(self.now()).as_secs();
        if by > 0 {
            moved.fetch_add(by, Ordering::SeqCst);
        }
        by > 0
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("movable", &self.is_movable()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_forwards_only() {
        let start: Timestamp = "2026-03-09T08:40:00Z".parse().unwrap();
        let clock = Clock::standing(start);
        assert!(clock.is_movable());
        let later = start + SignedDuration::from_hours(24);
        assert!(clock.move_to(later));
        assert_eq!(clock.now(), later);
        assert!(!clock.move_to(start));
        assert_eq!(clock.now(), later);
    }

    #[test]
    fn another_clock_is_not_moved() {
        let start: Timestamp = "2026-03-09T08:40:00.1234567Z".parse().unwrap();
        let clock = Clock::new(move || start);
        assert!(!clock.move_to(start + SignedDuration::from_hours(1)));
        assert_eq!(clock.now().to_string(), "2026-03-09T08:40:00.123456Z");
    }
}
