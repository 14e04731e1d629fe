//! `handslag check`: wording that customers should not get, and promises without a date, in files of every kind.

mod annotations;
mod claims;
mod files;
mod frame;
mod marks;
mod sarif;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};
use jiff::tz::TimeZone;
use language::Lang;
use language::check::Checker;
use language::wording::Packs;
use serde_json::Value;

use self::files::Files;
use self::marks::{Looked, Wanted};
use super::register;
use crate::arguments::Common;
use crate::house;
use crate::output::{self, Output};

/// Look through texts before a customer reads them: vague times, flat refusals, claims nobody can keep
///
/// Plain text, Markdown, HTML, mails (.eml) and documents of Word (.docx): files, folders with such files in them, or `-` for the standard input. Ends with 1 when anything is found and with 2 when a file cannot be looked through, so that a script can stop on it.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The texts, or folders of them; `-` is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The language they are in: nl, sv or en [default: told by each text itself]
    #[arg(long, value_name = "LANGUAGE", value_parser = language_of)]
    language: Option<Lang>,
    /// Rules of your own besides, in the form of ours; they are tried on their examples first
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
    /// What the product does, as `handslag capabilities list --json` prints it: what the texts claim of it must hold
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,
    /// How to answer: text for people, json, sarif for code scanning, github for annotations of a pull request [default: text]
    #[arg(long, value_name = "FORMAT", conflicts_with = "json", hide_possible_values = true)]
    format: Option<Format>,
}

/// In which form it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

fn language_of(code: &str) -> Result<Lang, String> {
    Lang::of_code(code).ok_or_else(|| "wanted one of nl, sv, en".to_owned())
}

/// All that was looked at.
#[derive(Debug, Default)]
struct Report {
    looked: Vec<Looked>,
    /// What could not be read, and why.
    failed: Vec<(String, String)>,
    /// How many files in folders are of no kind that is read.
    skipped: usize,
}

impl Report {
    /// How much there is to look at.
    fn count(&self) -> usize {
        self.looked.iter().map(|each| each.marks.len()).sum()
    }
}

/// How the command ends when there is anything to look at, and when something cannot be looked through.
const FOUND: u8 = 1;
const UNREAD: u8 = 2;

/// Looks through the files and says what is found.
pub(crate) fn run(common: &Common, asked: &Check) -> ExitCode {
    let looked = look(common, asked).and_then(|report| {
        let (count, files) = (report.count(), report.looked.len());
        unread(&report).map(|()| (count, files))
    });
    match looked {
        Ok((0, _)) => ExitCode::SUCCESS,
        Ok((count, files)) => {
            output::failed(&anyhow!("{count} to look at in {}", files_in_words(files)));
            ExitCode::from(FOUND)
        }
        Err(error) => {
            output::failed(&error);
            ExitCode::from(UNREAD)
        }
    }
}

/// Looks through the files and tells all of it.
fn look(common: &Common, asked: &Check) -> anyhow::Result<Report> {
    let checker = Checker::of(rules(&asked.rules)?);
    let register = asked.register.as_deref().map(register::read).transpose()?;
    let now = common.now.unwrap_or_else(house::now);
    let now = TimeZone::system().to_datetime(now);
    let (language, register) = (asked.language, register.as_ref());
    let wanted = Wanted { checker: &checker, register, language, now };
    let Files { files, skipped } = Files::of(&asked.files)?;
    let mut report = Report { skipped, ..Report::default() };
    for file in &files {
        let name = file.name();
        match file.read().and_then(|document| marks::of(&name, &document, &wanted)) {
            Ok(looked) => report.looked.push(looked),
            Err(error) => report.failed.push((name, format!("{error:#}"))),
        }
    }
    if let Some(register) = register {
        claims::mark_differing(&mut report.looked, register, now.date());
    }
    let usual = if common.json { Format::Json } else { Format::Text };
    match asked.format.unwrap_or(usual) {
        Format::Text => Output::Text.answer(&told(&report), &Value::Null),
        Format::Json => Output::Json.answer(&[], &marks::values(&report.looked)),
        Format::Sarif => Output::Json.answer(&[], &sarif::of(&report, checker.packs())),
        Format::Github => annotations::of(&report).iter().for_each(|line| output::line(line)),
    }
    Ok(report)
}

/// The answer for people.
fn told(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for looked in &report.looked {
        lines.extend(looked.remarks.iter().map(|remark| format!("{}: {remark}.", looked.file)));
        lines.extend(looked.marks.iter().flat_map(|mark| frame::of(&looked.file, mark)));
    }
    let count = report.count();
    if report.looked.len() != 1 || count == 0 {
        lines.push(format!("{count} found in {}.", files_in_words(report.looked.len())));
    }
    match report.skipped {
        0 => {}
        1 => lines.push("1 file of another kind was skipped.".to_owned()),
        many => lines.push(format!("{many} files of other kinds were skipped.")),
    }
    lines
}

/// An error when something could not be read.
fn unread(report: &Report) -> anyhow::Result<()> {
    let failed: Vec<String> =
        report.failed.iter().map(|(file, why)| format!("{file}: {why}")).collect();
    if failed.is_empty() {
        return Ok(());
    }
    let found = match report.count() {
        0 => String::new(),
        count => format!("; {count} to look at in the others"),
    };
    bail!("{}{found}", failed.join("; "));
}

/// Our own rules, and those of files.
fn rules(files: &[PathBuf]) -> anyhow::Result<Packs> {
    let mut packs = Packs::ours();
    for file in files {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read as text", file.display()))?;
        let own = Packs::parse(&text)
            .with_context(|| format!("{} holds no rules that can be read", file.display()))?;
        if let Some(fault) = own.tried().first() {
            bail!("{}: {fault}", file.display());
        }
        packs = packs.and(own);
    }
    Ok(packs)
}

fn files_in_words(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}
