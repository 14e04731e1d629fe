//! `handslag check`: wording that customers should not get, and promises without a date, in files of text.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use jiff::tz::TimeZone;
use language::check::{Checked, Checker};
use language::dates::Reading;
use language::statements::{Label, Who};
use language::wording::{Packs, Severity};
use language::{Lang, Span, detect};
use serde_json::{Value, json};

use crate::arguments::Common;
use crate::house;
use crate::output::Output;

/// Look through texts before a customer reads them: vague times, flat refusals, claims nobody can keep
///
/// Plain text and Markdown. Ends with an error when anything is found, so that a script can stop on it.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The texts
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The language they are in: nl, sv or en [default: told by each text itself]
    #[arg(long, value_name = "LANGUAGE", value_parser = language_of)]
    language: Option<Lang>,
    /// Rules of your own besides, in the form of ours; they are tried on their examples first
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
}

fn language_of(code: &str) -> Result<Lang, String> {
    Lang::of_code(code).ok_or_else(|| "wanted one of nl, sv, en".to_owned())
}

/// Something to look at.
struct Mark {
    span: Span,
    rule: String,
    severity: &'static str,
    says: String,
    repair: String,
}

/// Looks through the files; an error when there is anything to look at.
pub(crate) fn run(common: &Common, asked: &Check) -> anyhow::Result<()> {
    let checker = Checker::of(rules(&asked.rules)?);
    let now = common.now.unwrap_or_else(house::now);
    let reference = TimeZone::system().to_datetime(now);
    let (mut lines, mut values, mut count) = (Vec::new(), Vec::new(), 0);
    for file in &asked.files {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read as text", file.display()))?;
        let lang = asked.language.or_else(|| detect::of(&text));
        let Some(lang) = lang else {
            bail!(
                "{}: the text does not tell its language; name it with --language",
                file.display()
            );
        };
        let checked = checker.check(&text, &Reading::at(reference, lang));
        let marks = marks(&checked, lang);
        count += marks.len();
        for mark in &marks {
            lines.extend(framed(file, &text, mark));
            values.push(value(file, &text, mark));
        }
    }
    if asked.files.len() > 1 || count == 0 {
        lines.push(format!("{count} found in {}.", files(asked.files.len())));
    }
    let output = if common.json { Output::Json } else { Output::Text };
    output.answer(&lines, &Value::from(values));
    if count > 0 {
        bail!("{count} to look at in {}", files(asked.files.len()));
    }
    Ok(())
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

fn files(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

/// Wording to change, and promises of ours without a date, in the order of the text.
fn marks(checked: &Checked, lang: Lang) -> Vec<Mark> {
    let worded = checked.findings.iter().map(|finding| Mark {
        span: finding.span,
        rule: finding.rule.clone(),
        severity: match finding.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        says: finding.says.clone(),
        repair: finding.repair.clone(),
    });
    let promises = checked.statements.iter().filter(|dated| {
        let said = &dated.statement;
        let is_ours = said.label == Label::Commitment && said.who == Who::Us;
        let is_marked = checked.findings.iter().any(|finding| finding.span.overlaps(said.span));
        is_ours && said.vague && !is_marked
    });
    let (says, repair) = undated(lang);
    let promises = promises.map(|dated| Mark {
        span: dated.statement.span,
        rule: "undated_promise".to_owned(),
        severity: "note",
        says: says.to_owned(),
        repair: repair.to_owned(),
    });
    let doubts = checked.doubts.iter().map(|doubt| Mark {
        span: doubt.span,
        rule: "two_readings".to_owned(),
        severity: "note",
        says: doubt.says.clone(),
        repair: doubt.repair.to_owned(),
    });
    let mut marks: Vec<Mark> = worded.chain(promises).chain(doubts).collect();
    marks.sort_by_key(|mark| mark.span);
    marks
}

/// What is wrong with a promise without a date, and what to do.
fn undated(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Nl => (
            "Dit is een toezegging zonder datum: de klant vult er zelf een in.",
            "Noem een dag die je kunt waarmaken; `handslag quote` zegt welke.",
        ),
        Lang::Sv => (
            "Det här är ett löfte utan datum: kunden sätter ett eget.",
            "Nämn en dag som ni kan hålla; `handslag quote` säger vilken.",
        ),
        Lang::En => (
            "This is a promise without a date: the customer will think of one.",
            "Name a day that you can keep; `handslag quote` says which.",
        ),
    }
}

/// The line of a text that holds a place: its number from 1, its words, and the place in characters from 1.
fn line_of(text: &str, offset: usize) -> (usize, &str, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(begin..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let column = before.get(begin..).map_or(0, |part| part.chars().count()) + 1;
    (before.matches('\n').count() + 1, line, column)
}

/// A mark under the words it is about.
fn framed(file: &Path, text: &str, mark: &Mark) -> Vec<String> {
    let (number, line, column) = line_of(text, mark.span.start);
    let margin = " ".repeat(number.to_string().len());
    let left = line.chars().count() + 1 - column.min(line.chars().count() + 1);
    let marked = mark.span.of(text).chars().count().min(left).max(1);
    vec![
        format!(
            "{}:{number}:{column}: {}: {} [{}]",
            file.display(),
            mark.severity,
            mark.says,
            mark.rule
        ),
        format!("{margin} |"),
        format!("{number} | {line}"),
        format!("{margin} | {}{}", " ".repeat(column - 1), "^".repeat(marked)),
        format!("{margin} = {}", mark.repair),
        String::new(),
    ]
}

fn value(file: &Path, text: &str, mark: &Mark) -> Value {
    let (line, _, column) = line_of(text, mark.span.start);
    json!({
        "file": file.display().to_string(),
        "line": line,
        "column": column,
        "words": mark.span.of(text),
        "rule": mark.rule,
        "severity": mark.severity,
        "says": mark.says,
        "repair": mark.repair,
    })
}
