//! `handslag backtest`: what would have been said about a history, and what it was worth.

mod report;

use std::collections::BTreeMap;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use forecast::Habit;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use service::plan::named;
use service::replay::{Replay, judge, replay};

use crate::output::Output;

/// Replay a history: would what handslag says have held?
///
/// Each row is forecast as it would have been on its day, from what was known then, and compared with what came.
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
    /// Write each prediction to a file instead, one JSON object a line
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
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
    let output = if json { Output::Json } else { Output::Text };
    match &asked.out {
        Some(out) => write(&replayed, out, output),
        None => tell(&replayed, output),
    }
}

/// Prints what the replay was worth.
fn tell(replayed: &Replay<'_>, output: Output) -> anyhow::Result<()> {
    // Shown to a terminal only, on the standard error.
    let style = ProgressStyle::with_template("{bar:40} {percent:>3}%  {eta} to go")?;
    let bar = ProgressBar::new(0).with_style(style);
    let judged = judge(replayed, |done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let judged = judged?;
    let mut said = report::told(&judged.card, judged.rows);
    said.push(String::new());
    said.extend(habits_said(&judged.habits));
    let mut value = report::data(&judged.card, judged.rows);
    value["teams"] = habits_value(&judged.habits);
    output.answer(&said, &value);
    Ok(())
}

/// Writes the predictions down.
fn write(replayed: &Replay<'_>, out: &Path, output: Output) -> anyhow::Result<()> {
    // Written beside first, so that a failure leaves no half an answer.
    let mut beside = out.to_owned().into_os_string();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let file = std::fs::File::create(&beside)
        .with_context(|| format!("{} cannot be written", out.display()))?;
    let written = replay(replayed, &mut BufWriter::new(file));
    let told = match written {
        Ok(told) => {
            std::fs::rename(&beside, out)?;
            told
        }
        Err(error) => {
            std::fs::remove_file(&beside)?;
            return Err(error.into());
        }
    };
    let mut said = vec![format!("{} predictions in {}.", told.predictions, out.display())];
    said.extend(habits_said(&told.habits));
    let habits = habits_value(&told.habits);
    let value = json!({ "predictions": told.predictions, "out": out, "teams": habits });
    output.answer(&said, &value);
    Ok(())
}

fn habits_said(habits: &BTreeMap<String, Habit>) -> Vec<String> {
    let said = habits.iter().map(|(team, habit)| match team.as_str() {
        "" => format!("In all: {}.", habit_said(habit)),
        team => format!("Team {team}: {}.", habit_said(habit)),
    });
    said.collect()
}

fn habits_value(habits: &BTreeMap<String, Habit>) -> Value {
    Value::Object(habits.iter().map(|(team, habit)| (team.clone(), habit_value(habit))).collect())
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
