//! `handslag backtest`: what would have been said about a history, line by line, for a scorer.

use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use forecast::Habit;
use serde_json::{Value, json};
use service::plan::named;
use service::replay::{Replay, replay};

use crate::output::Output;

/// Replay a history.
#[derive(Debug, Args)]
pub(crate) struct Backtest {
    /// Which column means what
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// What is asked of each row
    #[arg(long)]
    target: Target,
    /// The past, as a CSV file, gzipped or not
    #[arg(long, value_name = "FILE")]
    history: PathBuf,
    /// Rows to forecast from the past; the past itself when left out
    #[arg(long, value_name = "FILE")]
    test: Option<PathBuf>,
    /// For `remaining`: forecast open rows again every so many days
    #[arg(long, default_value_t = 30, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    origins: u32,
    /// Where the predictions go, one JSON object a line
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Target {
    /// How much effort a row takes, in the estimate's unit
    Effort,
    /// How long it takes from its start, in days
    Elapsed,
    /// How long it still takes, in days
    Remaining,
    /// The date that could have been promised, in days
    Promise,
}

impl Target {
    fn asked(self) -> import::Target {
        match self {
            Self::Effort => import::Target::Effort,
            Self::Elapsed => import::Target::Elapsed,
            Self::Remaining => import::Target::Remaining,
            Self::Promise => import::Target::Promise,
        }
    }
}

/// Reads a file.
pub(crate) fn read(what: &str, path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{what} {} cannot be read", path.display()))
}

/// Reads a mapping.
pub(crate) fn read_mapping(path: &Path) -> anyhow::Result<import::Mapping> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the mapping {} cannot be read", path.display()))?;
    import::Mapping::parse(&text).with_context(|| path.display().to_string())
}

/// `handslag backtest`
pub(crate) fn run(asked: &Backtest, json: bool) -> anyhow::Result<()> {
    let mapping = read_mapping(&asked.mapping)?;
    let history = read("the history", &asked.history)?;
    let test = asked.test.as_ref().map(|path| read("the test file", path)).transpose()?;
    let replayed = Replay {
        mapping: &mapping,
        target: asked.target.asked(),
        history: &history,
        test: test.as_deref(),
        origin_days: asked.origins,
    };
    // Written beside first, so that a failure leaves no half an answer.
    let mut beside = asked.out.clone().into_os_string();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let file = std::fs::File::create(&beside)
        .with_context(|| format!("{} cannot be written", asked.out.display()))?;
    let written = replay(&replayed, &mut BufWriter::new(file));
    let told = match written {
        Ok(told) => {
            std::fs::rename(&beside, &asked.out)?;
            told
        }
        Err(error) => {
            std::fs::remove_file(&beside)?;
            return Err(error.into());
        }
    };
    let output = if json { Output::Json } else { Output::Text };
    let mut said = vec![format!("{} predictions in {}.", told.predictions, asked.out.display())];
    said.extend(told.habits.iter().map(|(team, habit)| match team.as_str() {
        "" => format!("In all: {}.", habit_said(habit)),
        team => format!("Team {team}: {}.", habit_said(habit)),
    }));
    let habits = told.habits.iter().map(|(team, habit)| (team.clone(), habit_value(habit)));
    let habits: serde_json::Map<String, Value> = habits.collect();
    let value = json!({ "predictions": told.predictions, "out": asked.out, "teams": habits });
    output.answer(&said, &value);
    Ok(())
}

/// In which order a team took up work, in a sentence.
pub(crate) fn habit_said(habit: &Habit) -> String {
    format!(
        "took the first in line in {} of {} starts while something else waited ({:.0} by chance), {} at hand in {:.0}% \
         of that time; best described by {}",
        habit.in_order,
        habit.choices,
        habit.by_chance,
        habit.at_hand,
        habit.at_hand_share * 100.0,
        named(habit.discipline).code(),
    )
}

/// The same as data.
pub(crate) fn habit_value(habit: &Habit) -> Value {
    json!({
        "discipline": named(habit.discipline).code(),
        "choices": habit.choices,
        "in_order": habit.in_order,
        "in_order_by_chance": habit.by_chance,
        "at_hand": habit.at_hand,
        "at_hand_share": habit.at_hand_share,
    })
}
