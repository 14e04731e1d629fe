//! How long something takes from start to end, or how long it still takes, as known at one instant.

use crate::number::{real, real_seconds};
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

/// A window with this many endings is wide enough.
const ENOUGH_ENDINGS: usize = 200;
/// A window up to this wide is fresh.
const FRESH_DAYS: f64 = 180.0;
/// The windows tried, shortest first, in days.
const WINDOWS_DAYS: [f64; 5] = [28.0, 60.0, 90.0, 180.0, 365.0];

/// How long things take in days, as it was known at an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Lasting {
    /// From what happened within a window before the instant.
    recent: Survival,
    /// From the whole past, where that is more.
    ever: Option<Survival>,
    /// How wide the window is; infinite for the whole past.
    window_days: f64,
}

impl Lasting {
    /// Learns from what was known at an instant: what began later is not there yet, what ended later is still open.
    ///
    /// Only what happened within a window before the instant counts, so that the answer follows a process that
    /// changes: each thing is watched from the age it had when the window opened. The window is the shortest one
    /// with 200 endings in it. Where it holds too few that were ever so old to say when the last ones end, the
    /// whole past is asked.
    pub fn at(spans: &[Span], at: i64) -> Self {
        let ever = watched(spans, at, f64::MIN);
        let opened = |days: f64| real_seconds(at) - days * DAY;
        let wide_enough = |days: &f64| endings(spans, at, opened(*days)) >= ENOUGH_ENDINGS;
        match WINDOWS_DAYS.into_iter().find(wide_enough) {
            Some(days) => {
                let recent = watched(spans, at, opened(days));
                Self { recent, ever: Some(ever), window_days: days }
            }
            None => Self { recent: ever, ever: None, window_days: f64::INFINITY },
        }
    }

    /// Whether it rests on 200 endings within half a year.
    pub fn is_fresh(&self) -> bool {
        self.window_days <= FRESH_DAYS
    }

    /// For each level, in rising order, the days by which a new thing is finished so often; `None` when that cannot
    /// be said.
    pub fn quantiles<const N: usize>(&self, levels: [f64; N]) -> [Option<f64>; N] {
        self.rising(levels, |curve, level| curve.quantile(of_one_more(level, curve.finished())))
    }

    /// The same for a thing that has lasted `age_days` already; its whole duration.
    pub fn quantiles_given<const N: usize>(
        &self,
        age_days: f64,
        levels: [f64; N],
    ) -> [Option<f64>; N] {
        self.rising(levels, |curve, level| curve.quantile_given(age_days, level))
    }

    /// Asks the recent past, then the whole; two curves may cross, so a higher level never gets an earlier answer.
    fn rising<const N: usize>(
        &self,
        levels: [f64; N],
        ask: impl Fn(&Survival, f64) -> Option<f64>,
    ) -> [Option<f64>; N] {
        let mut least = f64::NEG_INFINITY;
        levels.map(|level| {
            let recent = ask(&self.recent, level);
            let days = recent.or_else(|| ask(self.ever.as_ref()?, level))?;
            least = least.max(days);
            Some(least)
        })
    }
}

/// The level to ask of n past things so that it holds for the next one: of n + 1 each is as likely to be the longest.
fn of_one_more(level: f64, finished: usize) -> f64 {
    level * real(finished + 1) / real(finished.max(1))
}

/// How many ended between two instants; no more than enough are counted.
fn endings(spans: &[Span], at: i64, opened: f64) -> usize {
    let ended = spans.iter().filter_map(|span| span.to.filter(|to| *to < at && span.from < at));
    ended.filter(|to| real_seconds(*to) >= opened).take(ENOUGH_ENDINGS).count()
}

fn watched(spans: &[Span], at: i64, opened: f64) -> Survival {
    let past = spans.iter().filter(|span| span.from < at);
    let spells: Vec<Spell> = past.filter_map(|span| watch(span, at, opened)).collect();
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

    #[track_caller]
    fn check(spans: &[Span], at_day: i64, level: f64, wanted_days: Option<f64>) {
        let lasting = Lasting::at(spans, at_day * DAY_SECONDS);
        assert_eq!(lasting.quantiles([level]), [wanted_days]);
    }

    #[test]
    fn what_happened_afterwards_is_not_known() {
        let mut spans: Vec<Span> = (0..50).map(|d| span(d, Some(d + 3))).collect();
        let at = 40 * DAY_SECONDS;
        let known = Lasting::at(&spans, at);
        // Everything that happened at or after the instant is changed; the answer is not.
        for span in &mut spans {
            if span.to.is_some_and(|to| to >= at) {
                span.to = None;
            }
        }
        spans.push(Span { from: at, to: Some(at + 1) });
        assert_eq!(Lasting::at(&spans, at), known);
    }

    #[test]
    fn a_process_that_changed_is_followed() {
        // A year of ten days each, then forty days of two days each.
        let slow = (0..3000).map(|i| span(i / 8, Some(i / 8 + 10)));
        let fast = (0..800).map(|i| span(390 + i / 20, Some(392 + i / 20)));
        let spans: Vec<Span> = slow.chain(fast).collect();
        check(&spans, 432, 0.85, Some(2.0));
    }

    #[test]
    fn open_work_holds_the_answer_up() {
        let mut spans: Vec<Span> = (0..60).map(|d| span(d, Some(d + 1))).collect();
        spans.extend((0..60).map(|d| span(d, None)));
        check(&spans, 70, 0.85, None); // half of them never ended
        check(&spans, 70, 0.45, Some(1.0));
    }

    #[test]
    fn where_the_window_says_nothing_the_whole_past_is_asked() {
        // Two years in which one in five took 40 days; within the last weeks all that is old is still open.
        let old = (0..1400).map(|i| span(i / 2, Some(i / 2 + if i % 5 == 0 { 40 } else { 2 })));
        let new = (0..400).map(|i| span(740 + i / 16, (i % 5 != 0).then_some(742 + i / 16)));
        let spans: Vec<Span> = old.chain(new).collect();
        let lasting = Lasting::at(&spans, 770 * DAY_SECONDS);
        assert_eq!(lasting.recent.quantile(0.9), None);
        assert_eq!(lasting.quantiles([0.5, 0.9]), [Some(2.0), Some(40.0)]);
        assert_eq!(lasting.quantiles_given(10.0, [0.5]), [Some(40.0)]);
    }

    #[test]
    fn only_what_ended_lately_is_fresh() {
        let spans: Vec<Span> = (0..200).map(|i| span(i, Some(i + 1))).collect();
        let is_fresh = |at_day: i64| Lasting::at(&spans, at_day * DAY_SECONDS).is_fresh();
        assert!(!is_fresh(202), "200 endings took more than half a year");
        let twice: Vec<Span> = spans.iter().chain(&spans).copied().collect();
        assert!(Lasting::at(&twice, 202 * DAY_SECONDS).is_fresh());
        assert!(!Lasting::at(&twice, 400 * DAY_SECONDS).is_fresh(), "all of it is long ago");
    }

    #[test]
    fn a_few_do_not_speak_for_high_levels() {
        let spans: Vec<Span> = (1..=19).map(|d| span(0, Some(d))).collect();
        // The two that lasted longest are too few to be learnt from, so 17 of 19 is the last step.
        check(&spans, 30, 0.85, Some(17.0));
        check(&spans, 30, 0.95, None);
        check(&spans[..5], 30, 0.85, None);
        check(&[], 30, 0.5, None);
    }
}
