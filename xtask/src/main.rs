//! `cargo xtask …`: what the people who build handslag run. Users run `handslag`.

mod bench;
mod clocks;
mod cluster;
mod company;
mod docs;
mod evaluate;
mod learn;
mod machine;
mod output;
mod postgres;
mod program;
mod test;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::machine::Machine;

/// The tasks of whoever changes the code.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Set up what the tests need and run all of them.
    Test(test::Wanted),
    /// Hold the project against rules that no compiler knows.
    Tidy,
    /// Write the documents that are made from the code.
    Docs,
    /// Measure how fast the parts are that everything waits for.
    Bench {
        /// Only this part.
        part: Option<bench::Part>,
        /// Print one JSON object; for the engine.
        #[arg(long)]
        json: bool,
        /// A program of a peer for benchmark HS-CTP-1, to be timed beside the engine (`FILE numpy N TRIALS TIMES`).
        #[arg(long, value_name = "FILE")]
        peer: Option<PathBuf>,
    },
    /// Answer working-time cases: one `{"id","result"}` line each, every op but `sla`.
    Clocks {
        /// A file of cases, one JSON object a line.
        cases: PathBuf,
    },
    /// Bring up PostgreSQL on three nodes, each in a network of its own, and do things to it.
    Cluster(cluster::Wanted),
    /// Learn the weights by which sentences are weighed.
    Learn(learn::Wanted),
    /// Hold the product against real data, in the folder where it lies.
    Evaluate(evaluate::Evaluation),
    /// Measure reading and quoting; `evaluate` runs this in the optimised program.
    #[command(hide = true)]
    Speed,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let mut machine = Machine::here()?;
    match task {
        Task::Test(wanted) => test::run(&mut machine, &wanted),
        Task::Tidy => tidy::run(&machine),
        Task::Docs => docs::run(&machine),
        Task::Bench { part, json, peer } => bench::run(&machine, part, json, peer.as_deref()),
        Task::Clocks { cases } => clocks::run(&cases),
        Task::Cluster(wanted) => cluster::run(&machine, &wanted),
        Task::Learn(wanted) => learn::run(&machine, &wanted),
        Task::Evaluate(evaluation) => evaluate::run(&evaluation),
        Task::Speed => evaluate::measure_speed(),
    }
}
