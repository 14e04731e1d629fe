//! What is asked of the figures. A gate that is missed is named with its figure.

use super::scores::{CASES, Case, Scored, Scores};
use super::speed::Speed;

/// A replay may take so long.
const REPLAY_SECONDS: f64 = 60.0;
/// 100,000 rows are read within.
const READ_SECONDS: f64 = 3.0;
/// 1,000 open items are quoted with 1,000 trials within.
const QUOTE_SECONDS: f64 = 2.0;
/// 10,000 rows are replayed with 100 instants and judged within.
const JUDGED_SECONDS: f64 = 10.0;
/// A drift is noticed after so many promises whose outcome is known.
const NOTICED_AFTER: u64 = 60;
/// Of all rows so many in a hundred may lie on a bound: the scorer rounds its figures.
const ROUNDING: f64 = 1e-9;

/// What is asked of a case.
#[derive(Debug, Clone, Copy)]
struct Asked {
    /// Its name to the scorer.
    case: &'static str,
    /// Between which shares, in a hundred, the dates called 85% are kept.
    kept: (f64, f64),
    /// The plain method that it may not be behind.
    plain: Option<Plain>,
}

/// A plain method, and in what it is not better.
#[derive(Debug, Clone, Copy)]
struct Plain {
    method: &'static str,
    /// By how much the loss at 85% is lower.
    by: f64,
    /// Whether no period of 30 days is further off in the mean either.
    in_periods: bool,
}

const REFERENCE: Plain =
    Plain { method: "reference class, all past ratios", by: 0.005, in_periods: false };
const RECENT: Plain = Plain { method: "Kaplan-Meier, recent window", by: 0.0, in_periods: true };
const AGED: Plain = Plain { method: "Kaplan-Meier, given age", by: 0.0, in_periods: false };

const ASKED: [Asked; 9] = [
    asked("sip/effort", (84.0, 86.0), Some(REFERENCE)),
    asked("cesaw/effort", (84.0, 86.0), Some(REFERENCE)),
    asked("sip/elapsed", (83.0, 87.0), Some(RECENT)),
    asked("sevendigital/elapsed", (83.0, 87.0), Some(RECENT)),
    asked("servicenow/elapsed", (83.0, 87.0), Some(RECENT)),
    asked("duraspace/elapsed", (80.0, 90.0), None),
    asked("sevendigital/remaining", (82.0, 88.0), Some(AGED)),
    asked("servicenow/remaining", (80.0, 90.0), Some(AGED)),
    asked("olist/promise", (83.0, 87.0), None),
];
/// The tracker where much is never finished: at 95% no date may be promised for most of it.
const NEVER_FINISHED: &str = "duraspace/elapsed";
const LEAST_UNDEFINED: f64 = 0.5;
/// The promises whose dates may not be bought by being late: 85% dates lie no further ahead in the mean.
const PROMISED: &str = "olist/promise";
const MOST_DAYS: f64 = 23.0;

const fn asked(case: &'static str, kept: (f64, f64), plain: Option<Plain>) -> Asked {
    Asked { case, kept, plain }
}

/// How many gates there are beside those of speed.
pub(super) const COUNT: usize = CASES.len() + 2 * ASKED.len() + 2;
/// How many there are of speed.
pub(super) const COUNT_OF_SPEED: usize = 3;

/// The gates that are missed, in words. `noticed_after` tells after how many promises the drift was noticed.
pub(super) fn missed(scores: &Scores, clocks: &str, noticed_after: Option<u64>) -> Vec<String> {
    let mut missed: Vec<String> = CASES.iter().filter_map(|case| slow(scores, case)).collect();
    for asked in &ASKED {
        missed.extend(uncovered(scores, asked));
        missed.extend(behind(scores, asked));
    }
    if noticed_after.is_none_or(|promises| promises > NOTICED_AFTER) {
        missed.push(format!(
            "{PROMISED}: its drift noticed after {noticed_after:?} promises, not 60"
        ));
    }
    if !all_accepted(clocks) {
        missed.push("a working-time case is not accepted".to_owned());
    }
    missed
}

/// What takes longer than a person waits for, in words.
pub(super) fn too_slow(speed: Speed) -> Vec<String> {
    let mut missed = Vec::new();
    if speed.read_seconds >= READ_SECONDS {
        missed.push(format!("100,000 rows read in {:.2} s, not 3", speed.read_seconds));
    }
    if speed.quote_seconds >= QUOTE_SECONDS {
        missed.push(format!("1,000 open items quoted in {:.2} s, not 2", speed.quote_seconds));
    }
    if speed.replay_seconds >= JUDGED_SECONDS {
        missed.push(format!("10,000 rows replayed in {:.2} s, not 10", speed.replay_seconds));
    }
    missed
}

fn slow(scores: &Scores, case: &Case) -> Option<String> {
    match scores.of(case).map(|scored| scored.seconds()) {
        None => Some(format!("{}: failed, or not scored", case.name)),
        Some(s) if s >= REPLAY_SECONDS => Some(format!("{}: {s:.0} s, not 60", case.name)),
        Some(_) => None,
    }
}

fn scored<'a>(scores: &'a Scores, name: &str) -> Option<Scored<'a>> {
    CASES.iter().find(|case| case.name == name).and_then(|case| scores.of(case))
}

fn uncovered(scores: &Scores, asked: &Asked) -> Option<String> {
    let (from, to) = asked.kept;
    let coverage = scored(scores, asked.case).and_then(|scored| scored.own().coverage("0.85"));
    let is_met = coverage.is_some_and(|share| (from - ROUNDING..=to + ROUNDING).contains(&share));
    let name = asked.case;
    (!is_met).then(|| format!("{name}: {coverage:?} of 100 keep to 85%, not {from} to {to}"))
}

/// In what a case is behind the plain method, or behind what is asked where there is none.
fn behind(scores: &Scores, asked: &Asked) -> Option<String> {
    let name = asked.case;
    let Some(plain) = asked.plain else { return without_plain(scores, name) };
    let Some(scored) = scored(scores, name) else { return Some(format!("{name}: not scored")) };
    let methods = scored.methods();
    let Some((_, theirs)) = methods.iter().find(|(method, _)| *method == plain.method) else {
        return Some(format!("{name}: not compared with {}", plain.method));
    };
    let own = scored.own();
    let is_more = |ours: Option<f64>, theirs: Option<f64>, by: f64| {
        !ours.zip(theirs).is_some_and(|(ours, theirs)| ours <= theirs - by + ROUNDING)
    };
    let mut worse = Vec::new();
    if is_more(own.pinball("0.85"), theirs.pinball("0.85"), plain.by) {
        worse.push("loss");
    }
    if is_more(own.undefined("0.85"), theirs.undefined("0.85"), 0.0) {
        worse.push("rows without a date");
    }
    if plain.in_periods && is_more(own.period_error(), theirs.period_error(), 0.0) {
        worse.push("periods");
    }
    let worse = worse.join(", ");
    (!worse.is_empty()).then(|| format!("{name}: behind {} in {worse}", plain.method))
}

fn without_plain(scores: &Scores, name: &str) -> Option<String> {
    let scored = scored(scores, name);
    if name == NEVER_FINISHED {
        let undefined = scored.and_then(|scored| scored.own().undefined("0.95"));
        let is_met = undefined.is_some_and(|share| share >= LEAST_UNDEFINED);
        return (!is_met).then(|| format!("{name}: {undefined:?} undefined at 95%, not most"));
    }
    if name == PROMISED {
        let days = scored.and_then(Scored::mean_lead_days);
        let is_met = days.is_some_and(|days| days <= MOST_DAYS + ROUNDING);
        return (!is_met).then(|| format!("{name}: {days:?} days ahead, not {MOST_DAYS} at most"));
    }
    None
}

/// The first line of the scorer counts all cases: `all   311 /  311`.
fn all_accepted(clocks: &str) -> bool {
    let mut words = clocks.lines().next().unwrap_or("").split_whitespace();
    let (all, accepted, slash, of) = (words.next(), words.next(), words.next(), words.next());
    all == Some("all") && slash == Some("/") && accepted.is_some() && accepted == of
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ACCEPTED: &str = "all    347 /  347\nop add   122 /  122\n";
    const FAST: Speed =
        Speed { read_seconds: 0.2, learn_seconds: 0.1, quote_seconds: 1.2, replay_seconds: 4.0 };

    /// A report that meets every gate.
    fn report() -> Value {
        let figures = json!({ "coverage": 85.0, "undefined_share": 0.1, "pinball_relative": 0.8 });
        let error = "mean_abs_error_of_P85_coverage_per_30_days";
        let method = json!({ "0.85": figures, "0.95": { "undefined_share": 0.9 }, error: 5.0 });
        let mut plain = method.clone();
        plain["0.85"]["pinball_relative"] = json!(0.81);
        let mut case = json!({ "this program": method, "seconds": 1.0 });
        for name in [REFERENCE, RECENT, AGED].map(|plain| plain.method) {
            case[name] = plain.clone();
        }
        case["mean_lead_days_of_P85"] = json!(22.0);
        CASES.iter().map(|c| (c.name.to_owned(), case.clone())).collect()
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), wanted: &[&str]) {
        let mut report = report();
        change(&mut report);
        let missed = missed(&Scores::of_report(report), ACCEPTED, Some(39));
        assert_eq!(missed.len(), wanted.len(), "{missed:?}");
        for (missed, wanted) in missed.iter().zip(wanted) {
            assert!(missed.starts_with(wanted), "{missed}");
        }
    }

    #[test]
    fn a_missed_gate_is_named() {
        check(|_| {}, &[]);
        let own = "this program";
        check(|r| r["sip/effort"][own]["0.85"]["coverage"] = json!(83.9), &["sip/effort"]);
        check(|r| r["sip/elapsed"][own]["0.85"]["coverage"] = json!(87.0), &[]);
        check(|r| r["sip/elapsed"][own]["0.85"]["coverage"] = json!(87.1), &["sip/el"]);
        check(|r| r["cesaw/effort"][own]["0.85"]["coverage"] = Value::Null, &["cesaw"]);
        check(|r| r["olist/promise"][own]["0.85"]["coverage"] = json!(82.9), &["olist/promise"]);
        check(|r| r["olist/promise"]["seconds"] = json!(60.0), &["olist/promise"]);
        check(|r| r["olist/promise"]["mean_lead_days_of_P85"] = json!(23.1), &["olist/promise"]);
        check(|r| r["duraspace/elapsed"][own]["0.85"]["pinball_relative"] = json!(3.0), &[]);
        let undefined = "undefined_share";
        check(|r| r[NEVER_FINISHED][own]["0.95"][undefined] = json!(0.1), &["duraspace"]);
        // A set that is gone misses its time, its coverage and its comparison.
        let gone = ["sip/effort"; 3];
        check(|r| r["sip/effort"] = Value::Null, &gone);
        check(|r| r["sip/effort"] = json!({ "failed": "no such file" }), &gone);
    }

    #[test]
    fn whoever_is_behind_a_plain_method_is_named() {
        let own = "this program";
        let loss = "pinball_relative";
        check(|r| r["sip/effort"][own]["0.85"][loss] = json!(0.806), &["sip/effort: behind"]);
        check(|r| r["sip/elapsed"][own]["0.85"][loss] = json!(0.81), &[]);
        check(|r| r["sip/elapsed"][own]["0.85"][loss] = json!(0.811), &["sip/elapsed: behind"]);
        let none = "undefined_share";
        check(|r| r["servicenow/remaining"][own]["0.85"][none] = json!(0.2), &["servicenow/rem"]);
        let error = "mean_abs_error_of_P85_coverage_per_30_days";
        check(|r| r["servicenow/elapsed"][own][error] = json!(5.1), &["servicenow/elapsed"]);
        check(|r| r["servicenow/remaining"][own][error] = json!(5.1), &[]);
        check(|r| r["sip/effort"][REFERENCE.method] = Value::Null, &["sip/effort: not compared"]);
    }

    #[test]
    fn slowness_and_working_time_are_named() {
        let scores = Scores::of_report(report());
        let slow = Speed { read_seconds: 3.0, quote_seconds: 2.0, replay_seconds: 10.0, ..FAST };
        assert_eq!(too_slow(slow).len(), 3);
        assert_eq!(too_slow(FAST), [""; 0]);
        for late in [None, Some(61)] {
            assert_eq!(missed(&scores, ACCEPTED, late).len(), 1, "{late:?}");
        }
        for counts in ["all 346 / 347\n", "", "op add 1 / 1\n"] {
            assert_eq!(missed(&scores, counts, Some(1)).len(), 1, "{counts:?}");
        }
    }
}
