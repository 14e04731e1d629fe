//! The peer on the same benchmark: a program of somebody else, with numpy, timed in the same minute.

use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::machine::Machine;

/// Of so many times it takes the median.
const TIMES: &str = "3";

/// What the peer takes for an item in a trial, the whole answer included.
#[derive(Debug)]
pub(super) struct Peer {
    size: &'static str,
    ns: f64,
    /// What the engine takes in the same run, by its fastest instructions.
    ours: f64,
}

impl Peer {
    /// Runs `FILE numpy N TRIALS TIMES`, which says `… : NUMBER ns per item-trial …`.
    pub(super) fn measure(
        machine: &Machine,
        file: &Path,
        (size, count, trials): (&'static str, usize, u32),
        ours: f64,
    ) -> anyhow::Result<Self> {
        let file = file.to_str().context("the path of the peer is no text")?;
        ensure!(
            machine.output("python3", &["-c", "import numpy"]).is_ok(),
            "python3 has no numpy; wanted the package python3-numpy, or no --peer"
        );
        let (count, trials) = (count.to_string(), trials.to_string());
        let said = machine.output("python3", &[file, "numpy", &count, &trials, TIMES])?;
        let ns = said.split(" ns per item-trial").next().and_then(|begin| begin.rsplit(' ').next());
        let ns = ns.and_then(|ns| ns.parse().ok());
        let ns = ns.with_context(|| format!("the peer says {said:?}; wanted nanoseconds"))?;
        Ok(Self { size, ns, ours })
    }

    pub(super) fn value(&self) -> Value {
        json!({ "size": self.size, "ns": self.ns, "times_ours": self.ns / self.ours })
    }
}

impl std::fmt::Display for Peer {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { size, ns, ours } = self;
        let times = ns / ours;
        write!(
            to,
            "engine: {size:>2} A    numpy: {ns:.1} ns in full, {times:.0} × the engine in this minute"
        )
    }
}
