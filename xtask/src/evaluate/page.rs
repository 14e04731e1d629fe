//! The figures as tables, put into the page that keeps them between two marks; the words around them are written by
//! hand.

use std::fmt::Write as _;

use anyhow::{Context, ensure};
use jiff::Zoned;

use super::language::{CLASSES, LANGUAGES, Readings};
use super::scores::{CASES, Case, LEVELS, Method, Scored, Scores};
use super::speed::Speed;

const EVIDENCE: &str = "docs/model/evidence.md";
const LANGUAGE: &str = "docs/model/language.md";
const BEGIN: &str = "<!-- figures: written by `cargo xtask evaluate --write` -->\n";
const END: &str = "<!-- end of figures -->\n";

/// Puts the figures of the forecasts into their page, with today's date.
///
/// # Errors
/// When the page is missing or has lost its marks.
pub(super) fn write_evidence(scores: &Scores, speed: &Speed, clocks: &str) -> anyhow::Result<()> {
    put(EVIDENCE, &figures(scores, speed, clocks)?)
}

/// Puts the figures of how texts are read into their page, with today's date.
///
/// # Errors
/// As of [`write_evidence`].
pub(super) fn write_language(readings: &Readings) -> anyhow::Result<()> {
    put(LANGUAGE, &tell_readings(readings)?)
}

#[expect(clippy::disallowed_methods, reason = "a figure has its date")]
fn put(page: &str, figures: &str) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(page).with_context(|| format!("read {page}"))?;
    let (before, rest) = text.split_once(BEGIN).with_context(|| format!("{page}: no begin"))?;
    let (old, after) = rest.split_once(END).with_context(|| format!("{page}: no end"))?;
    ensure!(!old.contains(BEGIN), "{page}: two beginnings");
    let date = Zoned::now().date();
    let text = format!("{before}{BEGIN}\nMeasured on {date}.\n\n{figures}{END}{after}");
    std::fs::write(page, text).with_context(|| format!("write {page}"))
}

fn figures(scores: &Scores, speed: &Speed, clocks: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    for case in &CASES {
        writeln!(text, "### {}\n", case.title)?;
        match scores.of(case) {
            Some(scored) => tell(&mut text, case, scored)?,
            None => writeln!(text, "Failed, or not scored.\n")?,
        }
    }
    let all = clocks.lines().next().unwrap_or("");
    let counts: Vec<&str> = all.split_whitespace().skip(1).collect();
    writeln!(text, "### Working time and speed\n")?;
    writeln!(text, "Working-time cases accepted: {}.", counts.join(" "))?;
    writeln!(text, "{speed}.\n")?;
    Ok(text)
}

fn tell(text: &mut String, case: &Case, scored: Scored<'_>) -> anyhow::Result<()> {
    let (mapping, target) = case.parts();
    let file = case.file;
    let origins = case.origins.map(|days| format!(" --origins {days}")).unwrap_or_default();
    write!(text, "`handslag backtest --mapping samples/mappings/{mapping}.toml --target {target}")?;
    writeln!(text, " --history {file}{origins} --out p.jsonl`\n")?;
    let (counted, young) = (scored.own().counted("0.85"), scored.own().too_young("0.85"));
    write!(text, "Replayed in {:.1} s; {counted} outcomes count at P85, ", scored.seconds())?;
    write!(text, "{:.1} rows in 100 are too young to be judged", young * 100.0)?;
    match scored.mean_lead_days() {
        Some(days) => writeln!(text, "; an 85% date lies {days:.1} days ahead in the mean.\n")?,
        None => writeln!(text, ".\n")?,
    }
    writeln!(
        text,
        "| method | P50 | P80 | P85 | P95 | none at P85, P95 | loss P85 | off in 30 days |"
    )?;
    writeln!(text, "|---|---|---|---|---|---|---|---|")?;
    for (name, method) in scored.methods() {
        writeln!(text, "{}", row(name, method))?;
    }
    writeln!(text)?;
    Ok(())
}

/// A method as a row of the table; a dash where the scorer has no figure.
fn row(name: &str, method: Method<'_>) -> String {
    let dash = || "–".to_owned();
    let figure = |value: Option<f64>, places: usize| {
        value.map_or_else(dash, |value| format!("{value:.places$}"))
    };
    let coverage = LEVELS.map(|level| figure(method.coverage(level), 1)).join(" | ");
    let share = |level| method.undefined(level).map(|share| share * 100.0);
    let none = format!("{}, {}", figure(share("0.85"), 1), figure(share("0.95"), 1));
    let (loss, off) = (figure(method.pinball("0.85"), 3), figure(method.period_error(), 1));
    let name = if name == "this program" { "**handslag**" } else { name };
    format!("| {name} | {coverage} | {none} | {loss} | {off} |")
}

/// A table with a column for each language.
fn tell_readings(readings: &Readings) -> anyhow::Result<String> {
    let mut text = String::from("| | nl | sv | en |\n|---|---|---|---|\n");
    let mut row = |name: &str, figure: &dyn Fn(&str) -> Option<String>| {
        let figures = LANGUAGES.map(|lang| figure(lang).unwrap_or_else(|| "–".to_owned()));
        writeln!(text, "| {name} | {} |", figures.join(" | "))
    };
    let share = |table: String, name| readings.percentage(&table, name).map(|s| format!("{s:.1}"));
    row("dates in mails, day right, %", &|lang| share(format!("mail/{lang}"), "day_right"))?;
    row("… with the direction, %", &|lang| {
        share(format!("mail/{lang}"), "day_and_direction_right")
    })?;
    row("sentences without a date in which one is found", &|lang| {
        let mail = format!("mail/{lang}");
        let (found, of) =
            (readings.count(&mail, "undated_flagged")?, readings.count(&mail, "undated")?);
        Some(format!("{found} of {of}"))
    })?;
    row("corpora of Duckling, %", &|lang| share(format!("dates/{lang}-duckling"), "right"))?;
    row("all corpora of dates, %", &|lang| share(format!("dates/{lang}"), "right"))?;
    row("promises of ours, F1", &|lang| readings.promises(lang).map(|f1| format!("{f1:.3}")))?;
    for class in CLASSES {
        let name = format!("wording, {}, F1", class.replace('_', " "));
        row(&name, &|lang| readings.wording(lang, class).map(|f1| format!("{f1:.3}")))?;
    }
    let forum = (readings.count("negatives/sv", "flagged"), readings.count("negatives/sv", "n"));
    if let (Some(flagged), Some(all)) = forum {
        writeln!(
            text,
            "\nSwedish forum sentences that promise nothing: {flagged} of {all} taken for a promise.\n"
        )?;
    }
    Ok(text)
}
