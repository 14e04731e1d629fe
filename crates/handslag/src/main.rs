//! The program: commands and configuration. The only place that reads clock, environment, arguments and files.

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "handslag", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Target {
    Effort,
    Elapsed,
    Remaining,
    Promise,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Replay a history.
    Backtest {
        #[arg(long)]
        mapping: PathBuf,
        #[arg(long)]
        target: Target,
        #[arg(long)]
        history: PathBuf,
        #[arg(long)]
        test: Option<PathBuf>,
        #[arg(long, default_value_t = 30)]
        origins: u32,
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Backtest { mapping, target, history, test, origins, out } => {
            let mapping =
                import::Mapping::parse(&std::fs::read_to_string(&mapping).context("mapping")?)?;
            let history = std::fs::read(history)?;
            let test = test.map(std::fs::read).transpose()?;
            let target = match target {
                Target::Effort => import::Target::Effort,
                Target::Elapsed => import::Target::Elapsed,
                Target::Remaining => import::Target::Remaining,
                Target::Promise => import::Target::Promise,
            };
            let replay = service::replay::Replay {
                mapping: &mapping,
                target,
                history: &history,
                test: test.as_deref(),
                origin_days: origins,
            };
            let mut out = std::io::BufWriter::new(std::fs::File::create(out)?);
            service::replay::replay(&replay, &mut out)?;
        }
    }
    Ok(())
}
