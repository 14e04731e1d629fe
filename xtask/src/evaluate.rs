//! `cargo xtask evaluate`: holds the product against real data, where that data is at hand.
//!
//! The data and their scorers belong to others and are not part of the project, so nothing here runs in the ordinary
//! tests. What is asked of the figures stands in [`gates`]; the page that keeps them is written by [`page`].

mod drift;
mod gates;
mod holidays;
mod language;
mod page;
mod scores;
mod speed;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};

use crate::clocks;
use crate::output::say;
pub(crate) use speed::measure as measure_speed;

/// What is held against what.
#[derive(Debug, clap::Args)]
pub(crate) struct Evaluation {
    /// The folder with the evaluation data.
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// The folder with the scorers.
    #[arg(long, default_value = "../shared/tools")]
    tools: PathBuf,
    /// Keep the figures in `docs/model/evidence.md` (not of an unoptimised program) and `docs/model/language.md`.
    #[arg(long)]
    write: bool,
    /// Take the program as the tests build it, which is there sooner, and leave speed out.
    #[arg(long)]
    unoptimised: bool,
}

/// Runs every evaluation, prints the figures, and names each gate that is missed.
///
/// # Errors
/// When data or scorers are missing, a program fails, or a gate is missed.
pub(crate) fn run(evaluation: &Evaluation) -> anyhow::Result<()> {
    let Evaluation { data, tools, write, unoptimised } = evaluation;
    for folder in [data, tools] {
        ensure!(folder.is_dir(), "{} is no folder; see --help", folder.display());
    }
    let programs = build(*unoptimised)?;
    let handslag = programs.join("handslag");
    say(holidays::evaluate(&data.join("clocks/holidays.csv"))?);
    let clocks = score_clocks(&data.join("clocks/cases.jsonl"), tools)?;
    say(clocks.trim_end());
    let readings = language::Readings::of_program(&handslag, data, tools)?;
    let scores = scores::Scores::of_program(&handslag, data, tools)?;
    let drift = drift::of_program(&handslag, data)?;
    if let Some(drift) = &drift {
        say(drift);
    }
    let noticed_after = drift.map(|drift| drift.noticed_after);
    let mut missed = gates::missed(&scores, &clocks, noticed_after);
    missed.extend(readings.missed());
    let mut gates = gates::COUNT + language::COUNT;
    if !unoptimised {
        let speed = speed::Speed::of_program(&programs.join("xtask"))?;
        say(speed);
        missed.extend(gates::too_slow(speed));
        gates += gates::COUNT_OF_SPEED;
        if *write {
            page::write_evidence(&scores, &speed, &clocks)?;
        }
    }
    if *write {
        page::write_language(&readings)?;
    }
    if !missed.is_empty() {
        bail!("{} of {gates} gates missed:\n- {}", missed.len(), missed.join("\n- "));
    }
    say(format_args!("all {gates} gates met"));
    Ok(())
}

/// Builds what is measured, as users run it unless as the tests do; returns the folder with the programs.
fn build(unoptimised: bool) -> anyhow::Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments: &[&str] = if unoptimised {
        &["build", "--locked", "--package", "handslag"]
    } else {
        &["build", "--locked", "--package", "handslag", "--package", "xtask", "--release"]
    };
    let status = Command::new(cargo).args(arguments).status().context("run cargo build")?;
    ensure!(status.success(), "cargo build failed");
    // This very program lies in target/debug or target/release.
    let own = std::env::current_exe().context("find this program")?;
    let target = own.parent().and_then(Path::parent).context("this program lies in no target")?;
    Ok(target.join(if unoptimised { "debug" } else { "release" }))
}

/// What the scorer says of the answers to the working-time cases: counts by kind, all of them first.
fn score_clocks(cases: &Path, tools: &Path) -> anyhow::Result<String> {
    let answers = tempfile::NamedTempFile::new()?;
    std::fs::write(answers.path(), clocks::answers(cases)?.join("\n"))?;
    let scored = Command::new("python3")
        .arg(tools.join("check_clock.py"))
        .arg("score")
        .args([cases, answers.path()])
        .args(["--without", "sla", "--boundary", "close"])
        .output()
        .context("run check_clock.py")?;
    // It ends with 1 when a case is not accepted, which is a gate of ours and not a failure.
    let counts = String::from_utf8(scored.stdout)?;
    ensure!(!counts.is_empty(), "check_clock.py: {}", String::from_utf8_lossy(&scored.stderr));
    Ok(counts)
}
