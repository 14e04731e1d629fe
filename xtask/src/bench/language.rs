//! Texts read: megabytes a second for dates, zones and the whole check, how that grows from 1 to 100 MB, the first answer
//! of a fresh process, and beside it the same text read by programs of others that look for wording.

mod others;
mod text;

use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use jiff::civil::date;
use language::dates::{self, Reading};
use language::{Checker, Lang, zones};

use super::{milliseconds, rate};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;

/// What the product needs: megabytes a second on one core.
const LEAST_MEGABYTES: f64 = 20.0;
/// What the product needs: milliseconds until a fresh process has answered.
const MOST_MILLISECONDS: f64 = 5.0;
/// How much longer ten times the text may take than ten times as long.
const MOST_BEYOND_LINEAR: f64 = 1.5;
/// Tells a fresh process to answer once and to print how long that took.
const ANSWER_ONCE: &str = "HANDSLAG_BENCH_ANSWER_ONCE";

const MEGABYTES: [usize; 3] = [1, 10, 100];
const SEED: u64 = 41;

/// A way to read a text.
type Way = (&'static str, fn(&str, &Reading<'_>) -> usize);

const WAYS: [Way; 3] = [
    ("dates", |text, reading| dates::find(text, reading).len()),
    ("zones", |text, _| zones::of(text).len()),
    ("check", |text, reading| Checker::ours().check(text, reading).statements.len()),
];

fn reading(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 30).at(9, 30, 0, 0), lang)
}

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(machine: &Machine) -> anyhow::Result<Vec<String>> {
    if std::env::var_os(ANSWER_ONCE).is_some() {
        answer_once();
        return Ok(Vec::new());
    }
    let mut missed = first_answer()?;
    for lang in Lang::ALL {
        missed.extend(speed(lang));
    }
    let megabyte = text::mails(Lang::En, 1_000_000, SEED).concat();
    others::compare(machine, &megabyte)?;
    Ok(missed)
}

/// Megabytes a second at each length, and how much longer ten times the text takes.
fn speed(lang: Lang) -> Vec<String> {
    let mut missed = Vec::new();
    let mut before = [None; WAYS.len()];
    for megabytes in MEGABYTES {
        let text = text::mails(lang, megabytes * 1_000_000, SEED).concat();
        for ((name, read), before) in WAYS.into_iter().zip(&mut before) {
            // The best of three: what else the machine does is no matter of ours.
            let runs = if megabytes > 10 { 1 } else { 3 };
            let times = (0..runs).map(|_| {
                let watch = Stopwatch::start();
                (read(&text, &reading(lang)), watch.elapsed())
            });
            let Some((found, least)) = times.min_by_key(|(_, took)| *took) else { continue };
            let seconds = least.as_secs_f64();
            let megabytes_a_second = rate(text.len(), seconds) / 1e6;
            let growth = before.map_or(1.0, |(length, took): (usize, f64)| {
                (seconds / took) / (rate(text.len(), 1.0) / rate(length, 1.0))
            });
            *before = Some((text.len(), seconds));
            let code = lang.code();
            say(format_args!(
                "language: {code} {name} {megabytes} MB: {megabytes_a_second:.1} MB/s, {found} found, {growth:.2} of linear"
            ));
            if name != "zones" && megabytes == 10 && megabytes_a_second < LEAST_MEGABYTES {
                missed.push(format!(
                    "{code} {name}: {megabytes_a_second:.1} MB/s; wanted {LEAST_MEGABYTES:.0}"
                ));
            }
            if growth > MOST_BEYOND_LINEAR {
                missed.push(format!("{code} {name}: {growth:.2} times as long as linear"));
            }
        }
    }
    missed
}

/// The first answer of a fresh process, with all its tables to be made.
fn first_answer() -> anyhow::Result<Vec<String>> {
    let mut least = f64::INFINITY;
    for _ in 0..5 {
        let program = std::env::current_exe()?;
        let mut command = Command::new(program);
        command.args(["bench", "language"]).env(ANSWER_ONCE, "1");
        let output = command.output().context("the first answer of a fresh process")?;
        let printed = String::from_utf8_lossy(&output.stdout);
        let took = printed.lines().next().and_then(|line| line.trim().parse::<f64>().ok());
        least = least.min(took.with_context(|| format!("no time in {printed:?}"))?);
    }
    let packs = Lang::ALL.map(|lang| {
        let file = format!("crates/language/packs/{}.toml", lang.code());
        std::fs::metadata(&file).map_or(0, |found| found.len())
    });
    say(format_args!(
        "language: first answer of a fresh process in {least:.1} ms; rules of wording as texts in the binary: {} kB",
        packs.iter().sum::<u64>() / 1000
    ));
    Ok((least >= MOST_MILLISECONDS)
        .then(|| format!("first answer in {least:.1} ms; wanted {MOST_MILLISECONDS:.0}"))
        .into_iter()
        .collect())
}

fn answer_once() {
    let watch = Stopwatch::start();
    let text = "Beste mevrouw,\n\nWij komen vrijdag om 12.30 uur langs.\n";
    let checked = Checker::ours().check(text, &reading(Lang::Nl));
    let took: Duration = watch.elapsed();
    if checked.statements.len() == 1 {
        say(format_args!("{:.3}", milliseconds(took)));
    }
}
