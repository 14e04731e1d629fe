//! `cargo xtask bench`: how fast the parts are that everything waits for, on this machine.
//!
//! Everything is invented and seeded. Run by the optimised program; figures of different machines are no comparison,
//! so each is printed beside what the machine itself can do.

mod company;
mod copy;
mod engine;
mod http;
mod language;
mod ledger;
mod quote;

use std::path::Path;
use std::time::Duration;

use anyhow::bail;

use crate::machine::{self, Machine};
use crate::output::say;

/// What is measured.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Part {
    /// Durable appends a second at 1, 16 and 64 writers, on both stores, beside the disk's own rate.
    Ledger,
    /// The engine on benchmark HS-CTP-1, from 100 items to 100,000.
    Engine,
    /// Moving 100,000 promises from a file to a PostgreSQL server, and back.
    Copy,
    /// Requests a second over sockets: one promise as JSON, a page of the list.
    Http,
    /// Texts read: dates, zones and the whole check, beside programs of others.
    Language,
    /// A plan of 1,000 items played 1,000 times.
    Quote,
    /// Reading 100,000 rows, learning from a history, quoting over 1,000 open items.
    Speed,
}

/// Measures one part, or all of them.
///
/// # Errors
/// When something cannot be measured, or is slower than the product needs it.
pub(crate) fn run(
    machine: &Machine,
    part: Option<Part>,
    as_json: bool,
    peer: Option<&Path>,
) -> anyhow::Result<()> {
    if as_json && !matches!(part, Some(Part::Engine)) {
        bail!("--json is for the engine alone; wanted `bench engine --json`");
    }
    if cfg!(debug_assertions) {
        // Figures of a program that is not optimised mislead: let the optimised one measure.
        let mut command = machine.command("cargo", &["run", "--quiet", "--locked", "--release"]);
        command.args(["--package", "xtask", "--"]).args(machine::arguments());
        return machine::run(command);
    }
    let mut missed = Vec::new();
    if matches!(part, None | Some(Part::Ledger)) {
        missed.extend(ledger::measure(machine)?);
    }
    if matches!(part, None | Some(Part::Engine)) {
        missed.extend(engine::measure(machine, as_json, peer)?);
    }
    if matches!(part, None | Some(Part::Copy)) {
        missed.extend(copy::measure(machine)?);
    }
    if matches!(part, None | Some(Part::Http)) {
        missed.extend(http::measure(machine)?);
    }
    if matches!(part, None | Some(Part::Language)) {
        missed.extend(language::measure(machine)?);
    }
    if matches!(part, None | Some(Part::Quote)) {
        missed.extend(quote::measure()?);
    }
    if matches!(part, None | Some(Part::Speed)) {
        crate::evaluate::measure_speed()?;
    }
    if !missed.is_empty() {
        bail!("slower than the product needs it:\n- {}", missed.join("\n- "));
    }
    if !as_json {
        say("fast enough");
    }
    Ok(())
}

/// Durations, the shortest first.
struct Sample(Vec<Duration>);

impl Sample {
    fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        Self(durations)
    }

    /// The duration at or below which so many in a thousand lie.
    fn at(&self, permille: usize) -> Duration {
        let rank = (self.0.len() * permille).div_ceil(1000).saturating_sub(1);
        self.0.get(rank).copied().unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.0.len()
    }
}

/// How many a second.
fn rate(count: usize, seconds: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_ranks() {
        let sample = Sample::of((1..=200).rev().map(Duration::from_millis).collect());
        assert_eq!(sample.at(500), Duration::from_millis(100));
        assert_eq!(sample.at(990), Duration::from_millis(198));
        assert_eq!(sample.at(1000), Duration::from_millis(200));
        assert_eq!(Sample::of(Vec::new()).at(500), Duration::ZERO);
    }
}
