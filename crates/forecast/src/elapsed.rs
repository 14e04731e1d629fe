//! How long something takes from start to end, or how long it still takes, as known at one instant.

use crate::number::real_seconds;
use crate::survival::{Spell, Survival};

const DAY: f64 = 86_400.0;

/// Something that began, and may have ended. Seconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When it began.
    pub from: i64,
    /// When it ended, if that is known.
    pub to: Option<i64>,
}

/// Watching more than this many endings makes a window wide enough.
const ENOUGH_ENDINGS: usize = 200;
/// The windows tried, shortest first, in days.
const WINDOWS_DAYS: [f64; 5] = [28.0, 60.0, 90.0, 180.0, 365.0];

/// Learns the durations in days as they were known at an instant: what began later is not there yet, what ended
/// later is still open.
///
/// Only what happened within a window before the instant counts, so that the answer follows a process that
/// changes: each thing is watched from the age it had when the window opened. The window is the shortest one with
/// 200 endings in it, else the whole past.
pub fn durations_at(spans: &[Span], at: i64) -> Survival {
    let past = || spans.iter().filter(|span| span.from < at);
    for days in WINDOWS_DAYS {
        let opened = real_seconds(at) - days * DAY;
        let endings = past()
            .filter(|span| span.to.is_some_and(|to| to < at && real_seconds(to) >= opened))
            .take(ENOUGH_ENDINGS)
            .count();
        if endings == ENOUGH_ENDINGS {
            let spells: Vec<Spell> = past().filter_map(|span| watch(span, at, opened)).collect();
            return Survival::of(&spells);
        }
    }
    let spells: Vec<Spell> = past().filter_map(|span| watch(span, at, f64::MIN)).collect();
    Survival::of(&spells)
}

/// A span as it was watched from `opened` to `at`; `None` when it had ended before.
fn watch(span: &Span, at: i64, opened: f64) -> Option<Spell> {
    let ended = span.to.filter(|to| *to < at);
    let from = real_seconds(span.from);
    let until = real_seconds(ended.unwrap_or(at));
    if until <= opened {
        return None;
    }
    let entry = ((opened - from) / DAY).max(0.0);
    Some(Spell { entry, exit: (until - from).max(0.0) / DAY, finished: ended.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_SECONDS: i64 = 86_400;

    fn span(from_day: i64, to_day: Option<i64>) -> Span {
        Span { from: from_day * DAY_SECONDS, to: to_day.map(|d| d * DAY_SECONDS) }
    }

    #[test]
    fn what_happened_afterwards_is_not_known() {
        let mut spans: Vec<Span> = (0..50).map(|d| span(d, Some(d + 3))).collect();
        let at = 40 * DAY_SECONDS;
        let known = durations_at(&spans, at);
        // Everything that happened at or after the instant is changed; the answer is not.
        for span in &mut spans {
            if span.to.is_some_and(|to| to >= at) {
                span.to = None;
            }
        }
        spans.push(span_after(at));
        assert_eq!(durations_at(&spans, at), known);
    }

    fn span_after(at: i64) -> Span {
        Span { from: at, to: Some(at + 1) }
    }

    #[test]
    fn a_process_that_changed_is_followed() {
        // A year of ten days each, then forty days of two days each.
        let slow = (0..3000).map(|i| span(i / 8, Some(i / 8 + 10)));
        let fast = (0..800).map(|i| span(390 + i / 20, Some(392 + i / 20)));
        let spans: Vec<Span> = slow.chain(fast).collect();
        let curve = durations_at(&spans, 432 * DAY_SECONDS);
        assert_eq!(curve.quantile(0.85), Some(2.0));
    }

    #[test]
    fn open_work_holds_the_answer_up() {
        let mut spans: Vec<Span> = (0..60).map(|d| span(d, Some(d + 1))).collect();
        spans.extend((0..60).map(|d| span(d, None)));
        let curve = durations_at(&spans, 70 * DAY_SECONDS);
        assert_eq!(curve.quantile(0.85), None, "half of them never ended");
        assert_eq!(curve.quantile(0.45), Some(1.0));
    }
}
