//! The engine on benchmark HS-CTP-1: what an item costs in one trial, playing alone and with dates and chances, beside
//! the slow player of the same run.

use std::num::NonZeroU32;
use std::time::Duration;

use anyhow::Context;
use forecast::engine::answer::{self, LEVELS, play_only};
use forecast::engine::oracle::serial;
use forecast::engine::{Course, Forecast, Isa, Scenario, Trials, ctp, forecast};
use serde_json::{Value, json};

use crate::machine::Stopwatch;
use crate::output::say;

/// The published network.
const SEED: u64 = 1;
const TRIALS: u32 = 10_000;
/// Trials of the slow player: so many items times trials, and at least one.
const ORACLE_PLAYS: usize = 400_000;
/// The best of so many counts: what else runs on the machine is not measured.
const TIMES: u32 = 5;

/// What the product needs: nanoseconds for an item and trial with the full answer, for S to L; XL may take more.
const MOST_NS: [(Isa, f64); 2] = [(Isa::Avx512, 1.0), (Isa::Avx2, 2.0)];
const XL_TIMES: f64 = 1.3;
const XL: &str = "XL";
/// Bytes an item, beside what every forecast takes.
const MOST_BYTES: f64 = 1.3 * 1024.0;
const FIXED_BYTES: f64 = 16.0 * 1024.0 * 1024.0;
/// How many times the slow player the engine must be at M.
const LEAST_TIMES: f64 = 25.0;

/// One row of the table.
#[derive(Debug)]
struct Row {
    size: &'static str,
    semantics: &'static str,
    trials: usize,
    threads: u32,
    isa: &'static str,
    ns_simulate: f64,
    ns_full: f64,
    oracle_ns: f64,
    memory_bytes: usize,
    mean_p50: f64,
    mean_p85: f64,
    mean_p95: f64,
    mean_keep: f64,
}

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(as_json: bool) -> anyhow::Result<Vec<String>> {
    let (mut rows, mut missed) = (Vec::new(), Vec::new());
    for (size, count) in ctp::SIZES {
        let network = ctp::generate(count, SEED);
        for (semantics, scenario) in [
            ("A", Scenario::serial(network.clone())?),
            ("E", Scenario::dispatched(network.clone())?),
        ] {
            let course = Course::of(&scenario, SEED);
            let oracle_ns = oracle(&scenario, &course);
            for isa in Isa::all_here() {
                let row = row((size, semantics), &course, isa, oracle_ns)?;
                missed.extend(row.missed(count, isa)?);
                if !as_json {
                    say(&row);
                }
                rows.push(row);
            }
        }
    }
    if as_json {
        let rows: Vec<Value> = rows.iter().map(Row::value).collect();
        say(json!({ "forecast": rows, "what_if": [] }));
    }
    Ok(missed)
}

fn row(
    (size, semantics): (&'static str, &'static str),
    course: &Course,
    isa: Isa,
    oracle_ns: f64,
) -> anyhow::Result<Row> {
    let count = NonZeroU32::new(TRIALS).context("no trials")?;
    let trials = Trials { count, threads: NonZeroU32::MIN, isa };
    let mut done = forecast(course, trials);
    let plays = f64::from(u32::try_from(done.trials)?) * f64::from(u32::try_from(course.tasks())?);
    let (mut full, mut alone) = (Duration::MAX, Duration::MAX);
    for _ in 0..TIMES {
        let watch = Stopwatch::start();
        done = forecast(course, trials);
        full = full.min(watch.elapsed());
        let watch = Stopwatch::start();
        std::hint::black_box(play_only(course, trials));
        alone = alone.min(watch.elapsed());
    }
    let each = |took: Duration| took.as_secs_f64() * 1e9 / plays;
    let [mean_p50, mean_p85, mean_p95] = [0, 1, 2].map(|level| mean(&done, |a| a.quantiles[level]));
    Ok(Row {
        size,
        semantics,
        trials: done.trials,
        threads: 1,
        isa: isa.name(),
        ns_simulate: each(alone),
        ns_full: each(full),
        oracle_ns,
        memory_bytes: done.memory,
        mean_p50,
        mean_p85,
        mean_p95,
        mean_keep: mean(&done, |a| a.keep),
    })
}

/// What the slow player takes for an item and trial: drawing the same luck and playing, its quantiles left out.
fn oracle(scenario: &Scenario, course: &Course) -> f64 {
    let network = scenario.network();
    let trials = (ORACLE_PLAYS / network.tasks.len()).max(1);
    let watch = Stopwatch::start();
    for (_, trial) in (0..trials).zip(0..) {
        std::hint::black_box(serial(
            network,
            scenario.order(),
            scenario.rule(),
            &course.luck(trial),
        ));
    }
    watch.elapsed().as_secs_f64() * 1e9 / as_real(trials) / as_real(network.tasks.len())
}

fn mean(done: &Forecast, of: impl Fn(&answer::Answer) -> f64) -> f64 {
    done.answers.iter().map(of).sum::<f64>() / as_real(done.answers.len())
}

fn as_real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

impl Row {
    fn value(&self) -> Value {
        json!({
            "size": self.size, "semantics": self.semantics, "trials": self.trials, "threads": self.threads,
            "isa": self.isa, "ns_simulate": self.ns_simulate, "ns_full": self.ns_full,
            "oracle_ns": self.oracle_ns, "memory_bytes": self.memory_bytes, "mean_p50": self.mean_p50,
            "mean_p85": self.mean_p85, "mean_p95": self.mean_p95, "mean_keep": self.mean_keep,
        })
    }

    fn missed(&self, count: usize, isa: Isa) -> anyhow::Result<Vec<String>> {
        let mut missed = Vec::new();
        let name = format!("{} {} {}", self.size, self.semantics, self.isa);
        let gate = MOST_NS.iter().find(|(of, _)| *of == isa).map(|(_, most)| *most);
        if let Some(most) = gate.map(|most| if self.size == XL { most * XL_TIMES } else { most })
            && self.ns_full > most
        {
            missed.push(format!(
                "{name}: {:.2} ns an item and trial; wanted {most:.2}",
                self.ns_full
            ));
        }
        let held = f64::from(u32::try_from(self.memory_bytes)?);
        let most = MOST_BYTES * as_real(count) + FIXED_BYTES;
        if held > most {
            missed.push(format!("{name}: {:.1} MB; wanted {:.1}", held / 1e6, most / 1e6));
        }
        let times = self.oracle_ns / self.ns_full;
        if self.size == "M" && isa == Isa::best() && times < LEAST_TIMES {
            missed
                .push(format!("{name}: {times:.0} times the slow player; wanted {LEAST_TIMES:.0}"));
        }
        Ok(missed)
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [p50, p85, p95] = LEVELS.map(|level| level * 100.0);
        write!(
            f,
            "engine: {:>2} {} {:>8}: {:.2} ns to play, {:.2} ns in full, {:>4.0} × the slow player ({:.0} ns), {:.1} MB; \
             P{p50:.0} {:.1}, P{p85:.0} {:.1}, P{p95:.0} {:.1}, kept {:.3}",
            self.size,
            self.semantics,
            self.isa,
            self.ns_simulate,
            self.ns_full,
            self.oracle_ns / self.ns_full,
            self.oracle_ns,
            f64::from(u32::try_from(self.memory_bytes).unwrap_or(u32::MAX)) / 1e6,
            self.mean_p50,
            self.mean_p85,
            self.mean_p95,
            self.mean_keep
        )
    }
}
