//! `cargo xtask …`: what the people who build handslag run. Users run `handslag`.

mod clocks;
mod evaluate;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// The tasks of whoever changes the code.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Answer working-time cases: one `{"id","result"}` line each, every op but `sla`.
    Clocks {
        /// A file of cases, one JSON object a line.
        cases: PathBuf,
    },
    /// Hold the product against real data, in the folder where it lies.
    Evaluate {
        /// The folder with the evaluation data.
        #[arg(long, default_value = "../shared/data")]
        data: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Clocks { cases } => clocks::run(&cases),
        Task::Evaluate { data } => evaluate::run(&data),
    }
}
