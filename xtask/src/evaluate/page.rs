//! The figures as tables, put into the page that keeps them between two marks; the words around them are written by
//! hand.

use std::fmt::Write as _;

use anyhow::{Context, ensure};
use jiff::Zoned;

use super::scores::{CASES, Case, LEVELS, Method, Scored, Scores};
use super::speed::Speed;

const PAGE: &str = "docs/model/evidence.md";
const BEGIN: &str = "<!-- figures: written by `cargo xtask evaluate --write` -->\n";
const END: &str = "<!-- end of figures -->\n";

/// Puts the figures into the page, with today's date.
///
/// # Errors
/// When the page is missing or has lost its marks.
#[expect(clippy::disallowed_methods, reason = "a figure has its date")]
pub(super) fn write(scores: &Scores, speed: &Speed, clocks: &str) -> anyhow::Result<()> {
    let page = std::fs::read_to_string(PAGE).with_context(|| format!("read {PAGE}"))?;
    let (before, rest) = page.split_once(BEGIN).with_context(|| format!("{PAGE}: no begin"))?;
    let (old, after) = rest.split_once(END).with_context(|| format!("{PAGE}: no end"))?;
    ensure!(!old.contains(BEGIN), "{PAGE}: two beginnings");
    let figures = figures(scores, speed, clocks, &Zoned::now().date().to_string())?;
    std::fs::write(PAGE, format!("{before}{BEGIN}{figures}{END}{after}"))?;
    Ok(())
}

fn figures(scores: &Scores, speed: &Speed, clocks: &str, date: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    writeln!(text, "\nMeasured on {date}.\n")?;
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
