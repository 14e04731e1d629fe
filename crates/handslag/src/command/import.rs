//! `handslag import`: a tracker's export becomes work that forecasts learn from, after a look at what it would bring.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use forecast::history::Pace;
use import::Mapping;
use jiff::civil::Weekday;
use promise::party::Discipline;
use serde_json::{Value, json};
use service::history::{Bringing, Brought};
use service::plan::TeamView;
use texts::Lang;

use super::backtest::{read, read_mapping};
use crate::desk::Desk;

/// Bring in a history.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The export, as a CSV file, gzipped or not
    file: PathBuf,
    /// Which column means what; guessed from the names of the columns when left out
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Only say what the file would bring
    #[arg(long)]
    dry_run: bool,
    /// Leave out rows that cannot be taken
    #[arg(long)]
    skip_bad_rows: bool,
    /// Where the rows that cannot be taken go [default: the file's name with .rejects.csv]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

impl Import {
    /// Whether it is to be taken in.
    pub(crate) fn stores(&self) -> bool {
        !self.dry_run
    }
}

/// Bad rows that are printed; the file of rejects has them all.
const BAD_SHOWN: usize = 20;

/// `handslag import`
pub(crate) async fn run(desk: &Desk, asked: &Import) -> anyhow::Result<()> {
    let bytes = read("the file", &asked.file)?;
    // A pipe has a name without an ending; what comes through it is judged by its bytes alone.
    if asked.file.extension().is_some() {
        import::file::check_name(&asked.file.to_string_lossy(), &bytes)?;
    }
    let mapping = match &asked.mapping {
        Some(path) => read_mapping(path)?,
        None => guessed(&bytes, asked)?,
    };
    let bringing =
        Bringing { mapping: &mapping, bytes: &bytes, skip_bad_rows: asked.skip_bad_rows };
    let service = desk.service();
    let seen = service.preview_import(&desk.caller(), bringing).await?;
    let mut lines = said(desk, &seen);
    if asked.dry_run {
        lines.push("Nothing was stored. Leave out --dry-run to take it in.".to_owned());
    } else {
        let taken = service.import(&desk.caller(), bringing).await;
        taken.with_context(|| lines.join("\n"))?;
        desk.look_again().await?;
    }
    if asked.skip_bad_rows && !seen.bad.is_empty() {
        let path =
            asked.rejects.clone().unwrap_or_else(|| asked.file.with_extension("rejects.csv"));
        desk.note("import.rejects", "", "begun").await?;
        std::fs::write(&path, seen.rejects())
            .with_context(|| format!("{} cannot be written", path.display()))?;
        lines.push(format!("The rows left out are in {}.", path.display()));
    }
    desk.output.answer(&lines, &value(&seen, !asked.dry_run));
    Ok(())
}

/// A mapping guessed from the names of the columns.
fn guessed(bytes: &[u8], asked: &Import) -> anyhow::Result<Mapping> {
    let name = asked.file.file_stem().and_then(|name| name.to_str()).unwrap_or("history");
    let sketch = import::guess::guess(bytes, name)?;
    let text = sketch.to_toml();
    Mapping::parse(&text).with_context(|| {
        format!("the meaning of the columns could not be guessed; write a mapping, beginning from\n\n{text}")
    })
}

/// What a file brings, in sentences.
fn said(desk: &Desk, seen: &Brought) -> Vec<String> {
    let summary = &seen.summary;
    let mut lines = vec![format!(
        "{} rows of {}: {} finished, {} open.",
        summary.rows, seen.source, summary.finished, summary.open
    )];
    if let (Some(from), Some(to)) = (summary.from, summary.to) {
        lines.push(format!("From {} to {}.", desk.day(from), desk.day(to)));
    }
    lines.push(format!(
        "{} are new, {} changed, {} known as they are.",
        seen.new, seen.changed, seen.unchanged
    ));
    let counts = [
        (summary.estimated, "finished with an estimate and an actual"),
        (summary.given_up, "given up: neither finished nor open"),
        (summary.left_out, "left out by the mapping's own filter"),
        (summary.doubtful, "end before they start; taken without the start"),
        (summary.bad, "cannot be taken"),
    ];
    let counted = counts.into_iter().filter(|(count, _)| *count > 0);
    lines.extend(counted.map(|(count, what)| format!("{count} {what}.")));
    lines.extend(seen.bad.iter().take(BAD_SHOWN).map(|row| format!("  {row}")));
    let hidden = seen.bad.len().saturating_sub(BAD_SHOWN);
    if hidden > 0 {
        lines.push(format!("  and {hidden} more"));
    }
    let in_file =
        |team: &&TeamView| summary.teams.contains_key(&team.name) || summary.teams.contains_key("");
    let mut teams: Vec<&TeamView> = seen.teams.iter().filter(in_file).collect();
    teams.sort_by_key(|team| std::cmp::Reverse(team.finished));
    lines.extend(teams.into_iter().map(|team| team_said(team, seen)));
    lines
}

/// What is known of a team, in a sentence.
pub(crate) fn pace_said(team: &TeamView) -> String {
    let slots = match team.slots {
        Some(slots) if team.slots_inferred => format!("{slots} at a time (inferred)"),
        Some(slots) => format!("{slots} at a time"),
        None => "as many at a time as come".to_owned(),
    };
    let order = match team.discipline {
        Discipline::Dispatch => "",
        Discipline::StrictPriority => " strictly in order",
        Discipline::WipLimit => " in order, held on to while it waits",
    };
    let pace = match team.pace {
        Pace::Effort => format!("forecast by effort, {}% of its time on it", team.share_percent),
        Pace::Cycle => "forecast by the time from start to finish".to_owned(),
        Pace::Lead => "forecast by the time from creation to finish".to_owned(),
    };
    let aside = match team.set_aside {
        0 => String::new(),
        count => format!(" ({count} more stand still and are set aside)"),
    };
    format!("{} finished, {} open{aside}, {slots}{order}, {pace}", team.finished, team.open)
}

fn team_said(team: &TeamView, seen: &Brought) -> String {
    let hours = seen.hours.get(&team.name).or_else(|| seen.hours.get(""));
    let days = hours.map(|hours| {
        let days = days_said(&hours.days);
        let window = if hours.hours_told { format!(", {}", hours.window) } else { String::new() };
        format!("; works {days}{window}")
    });
    format!("Team {}: {}{}.", team.name, pace_said(team), days.unwrap_or_default())
}

/// Days in words: the first to the last where they follow each other.
fn days_said(days: &[Weekday]) -> String {
    let name = |day: &Weekday| Lang::En.weekday(*day);
    let place = |day: &Weekday| day.to_monday_zero_offset();
    let in_row = days.windows(2).all(|pair| place(&pair[1]) == place(&pair[0]) + 1);
    match days {
        [first, _, .., last] if in_row => format!("{} to {}", name(first), name(last)),
        _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

fn value(seen: &Brought, stored: bool) -> Value {
    let bad = seen.bad.iter().map(|row| {
        json!({ "line": row.line, "field": row.field, "given": row.given, "wanted": row.wanted.to_string() })
    });
    json!({
        "source": seen.source,
        "stored": stored,
        "rows": seen.summary.rows,
        "finished": seen.summary.finished,
        "open": seen.summary.open,
        "given_up": seen.summary.given_up,
        "new": seen.new,
        "changed": seen.changed,
        "unchanged": seen.unchanged,
        "left_out": seen.summary.left_out,
        "doubtful": seen.summary.doubtful,
        "bad": bad.collect::<Vec<_>>(),
    })
}
