//! The engine on benchmark HS-CTP-1: what an item costs in one trial, playing alone and with dates and chances, beside
//! the slow player of the same run; and how long a change to the plan takes to be told.
//!
//! What one thread does is measured in the time that it ran, so that other programs do not count; what two do, by the
//! clock on the wall.

mod peer;

use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use forecast::engine::answer::{self, LEVELS, play_only};
use forecast::engine::arbiter;
use forecast::engine::network::Draw;
use forecast::engine::oracle::serial;
use forecast::engine::{
    Baseline, Course, Forecast, Isa, Scenario, Task, Trials, ctp, forecast, scenario, what_if,
};
use serde_json::{Value, json};

use self::peer::Peer;
use super::{Sample, milliseconds};
use crate::machine::{Machine, Stopwatch, ThreadWatch};
use crate::output::say;

/// The published network.
const SEED: u64 = 1;
const TRIALS: u32 = 10_000;
/// Trials of the slow player: so many items times trials, and at least one.
const ORACLE_PLAYS: u32 = 400_000;
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

/// Prints the figures, beside those of a peer if its program is given; returns the gates that are missed.
pub(super) fn measure(
    machine: &Machine,
    as_json: bool,
    peer: Option<&Path>,
) -> anyhow::Result<Vec<String>> {
    let (mut rows, mut missed, mut peers) = (Vec::new(), Vec::new(), Vec::new());
    for (size, count) in ctp::SIZES {
        let network = ctp::generate(count, SEED);
        let (serial, nearly) = (Scenario::serial(network.clone())?, Scenario::dispatched(network)?);
        let people = dispatched(size, &nearly)?;
        if !as_json {
            say(&people);
        }
        rows.push(people);
        for (semantics, scenario) in [("A", serial), ("E", nearly)] {
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
        if let Some(file) = peer.filter(|_| size != XL) {
            let serial = rows.iter().rfind(|row| row.size == size && row.semantics == "A");
            let ours = serial.map_or(f64::NAN, |row| row.ns_full);
            let peer = Peer::measure(machine, file, (size, count, TRIALS), ours)?;
            if !as_json {
                say(&peer);
            }
            peers.push(peer.value());
        }
    }
    let mut changes = Vec::new();
    for wanted in CHANGES {
        let change = wanted.measure()?;
        missed.extend(change.missed(wanted));
        if !as_json {
            say(&change);
        }
        changes.push(change);
    }
    if as_json {
        let rows: Vec<Value> = rows.iter().map(Row::value).collect();
        let changes: Vec<Value> = changes.iter().map(Change::value).collect();
        let mut said = json!({ "forecast": rows, "what_if": changes });
        if peer.is_some() {
            said["peer"] = peers.into();
        }
        say(said);
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
        let watch = ThreadWatch::start();
        done = forecast(course, trials);
        full = full.min(watch.elapsed());
        let watch = ThreadWatch::start();
        std::hint::black_box(play_only(course, trials));
        alone = alone.min(watch.elapsed());
    }
    let each = |took: Duration| took.as_secs_f64() * 1e9 / plays;
    Ok(Row::of((size, semantics, isa.name()), &done, (each(alone), each(full), oracle_ns)))
}

/// Event dispatch itself: one trial at a time, all of them kept and sorted.
fn dispatched(size: &'static str, scenario: &Scenario) -> anyhow::Result<Row> {
    let course = Course::of(scenario, SEED);
    let least = ORACLE_PLAYS / u32::try_from(scenario.network().tasks.len())?;
    let wanted = NonZeroU32::new(least.clamp(64, 1024)).context("no trials")?;
    let watch = ThreadWatch::start();
    let (answers, trials) = arbiter::dispatched(scenario, &course, wanted);
    let plays = as_real(trials) * as_real(answers.len());
    let ns = watch.elapsed().as_secs_f64() * 1e9 / plays;
    let memory = trials * answers.len() * size_of::<f64>();
    let done = Forecast { answers, trials, memory };
    Ok(Row::of((size, "B", "scalar"), &done, (ns, ns, ns)))
}

/// What the slow player takes for an item and trial: drawing the same luck and playing, its quantiles left out.
fn oracle(scenario: &Scenario, course: &Course) -> f64 {
    let network = scenario.network();
    let trials = (ORACLE_PLAYS / u32::try_from(network.tasks.len()).unwrap_or(u32::MAX)).max(1);
    let watch = ThreadWatch::start();
    for trial in 0..u64::from(trials) {
        std::hint::black_box(serial(
            network,
            scenario.order(),
            scenario.rules(),
            &course.luck(trial),
        ));
    }
    watch.elapsed().as_secs_f64() * 1e9 / f64::from(trials) / as_real(network.tasks.len())
}

fn mean(done: &Forecast, of: impl Fn(&answer::Answer) -> f64) -> f64 {
    done.answers.iter().map(of).sum::<f64>() / as_real(done.answers.len())
}

fn as_real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

impl Row {
    fn of(
        (size, semantics, isa): (&'static str, &'static str, &'static str),
        done: &Forecast,
        (ns_simulate, ns_full, oracle_ns): (f64, f64, f64),
    ) -> Self {
        let level = |level: usize| mean(done, |answer| answer.quantiles[level]);
        Self {
            size,
            semantics,
            trials: done.trials,
            threads: 1,
            isa,
            ns_simulate,
            ns_full,
            oracle_ns,
            memory_bytes: done.memory,
            mean_p50: level(0),
            mean_p85: level(1),
            mean_p95: level(2),
            mean_keep: mean(done, |answer| answer.keep),
        }
    }

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

/// A what-if that is measured, with what the product needs of it.
struct Wanted {
    size: &'static str,
    trials: u32,
    threads: u32,
    most_median: Option<f64>,
    most_worst: Option<f64>,
}

const CHANGES: &[Wanted] = &[
    Wanted { size: "M", trials: 10_000, threads: 2, most_median: Some(8.0), most_worst: None },
    Wanted { size: "L", trials: 2_048, threads: 2, most_median: Some(8.0), most_worst: None },
    Wanted {
        size: "L",
        trials: 10_000,
        threads: 2,
        most_median: Some(30.0),
        most_worst: Some(80.0),
    },
];

/// So many places in the order, evenly from the first to the last, get one more task before them.
const PLACES: usize = 41;
/// What the new task takes, in hours.
const HOURS: f64 = 20.0;

/// How long a change takes to be told.
struct Change {
    size: &'static str,
    trials: usize,
    threads: u32,
    median_ms: f64,
    worst_ms: f64,
    /// The most tasks that were looked at.
    most_touched: usize,
    kept_bytes: usize,
}

impl Wanted {
    fn measure(&self) -> anyhow::Result<Change> {
        let size = ctp::SIZES.iter().find(|(name, _)| *name == self.size).context("a size")?.1;
        let count = NonZeroU32::new(self.trials).context("no trials")?;
        let threads = NonZeroU32::new(self.threads).context("no threads")?;
        let trials = Trials { count, threads, isa: Isa::best() };
        let base = Baseline::of(Scenario::dispatched(ctp::generate(size, SEED))?, SEED, trials);
        let (network, order) = (base.scenario().network(), base.scenario().order());
        let (mut took, mut most_touched) = (Vec::new(), 0);
        for place in 0..PLACES {
            let before = order.get(place * order.len() / (PLACES - 1)).copied();
            let team = before.map_or(0, |before| network.tasks[before].team);
            let work = Draw { class: place % 16, scale: HOURS };
            let key = u64::try_from(size + place)?;
            let task = Task { key, team, work, after: vec![], arrival: None, due: 0.0 };
            let before = before.map(|before| network.tasks[before].key);
            let change = scenario::Change::Insert { task, before };
            // The better of two: the first one of a size finds nothing in the caches.
            let mut best = Duration::MAX;
            for _ in 0..2 {
                let watch = Stopwatch::start();
                let effects = what_if(&base, std::slice::from_ref(&change), threads)?;
                best = best.min(watch.elapsed());
                most_touched = most_touched.max(effects.len());
            }
            took.push(best);
        }
        let sample = Sample::of(took);
        Ok(Change {
            size: self.size,
            trials: base.forecast().trials,
            threads: self.threads,
            median_ms: milliseconds(sample.at(500)),
            worst_ms: milliseconds(sample.at(1000)),
            most_touched,
            kept_bytes: base.memory(),
        })
    }
}

impl Change {
    fn value(&self) -> Value {
        json!({
            "size": self.size, "trials": self.trials, "threads": self.threads,
            "median_ms": self.median_ms, "worst_ms": self.worst_ms,
        })
    }

    fn missed(&self, wanted: &Wanted) -> Vec<String> {
        let gates = [
            ("median", self.median_ms, wanted.most_median),
            ("worst", self.worst_ms, wanted.most_worst),
        ];
        let missed =
            gates.into_iter().filter(|(_, took, most)| most.is_some_and(|most| *took > most));
        missed
            .map(|(what, took, most)| {
                let most = most.unwrap_or_default();
                format!(
                    "what-if {} {}: {what} {took:.1} ms; wanted {most:.0}",
                    self.size, self.trials
                )
            })
            .collect()
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "engine: what-if {:>2}, {} trials on {} threads: median {:.1} ms, worst {:.1} ms; up to {} tasks looked at, \
             {:.1} MB kept",
            self.size,
            self.trials,
            self.threads,
            self.median_ms,
            self.worst_ms,
            self.most_touched,
            f64::from(u32::try_from(self.kept_bytes).unwrap_or(u32::MAX)) / 1e6
        )
    }
}
