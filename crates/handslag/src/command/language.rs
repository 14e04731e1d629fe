//! `handslag language`: deadlines, promises and wording of texts, line by line, for programs.

use std::io::{BufRead, BufWriter, Write};

use anyhow::Context;
use clap::{Args, Subcommand};
use jiff::civil::DateTime;
use language::check::{Checker, Dated};
use language::dates::{self, Found, Reading};
use language::span::Characters;
use language::statements::{Label, Who};
use language::{Lang, detect};
use serde::Deserialize;
use serde_json::{Value, json};

/// What texts say of time and of promises, line by line
#[derive(Debug, Subcommand)]
pub(crate) enum Language {
    /// Find dates, times and deadlines
    Dates(Lines),
    /// Find promises, requests, and wording that customers should not get
    Check(Lines),
}

/// Texts as lines of JSON.
#[derive(Debug, Args)]
pub(crate) struct Lines {
    /// Read one JSON object a line from the standard input (`id`, `text`, `lang`, `locale`, `reference`) and answer each with one line
    #[arg(long, required = true)]
    jsonl: bool,
}

/// One text.
#[derive(Debug, Deserialize)]
struct Asked {
    /// Given back with the answer.
    #[serde(default)]
    id: Value,
    text: String,
    /// Its language; told by the text itself when left out.
    #[serde(default)]
    lang: Option<String>,
    /// A language with a region: `en-US` writes the month first.
    #[serde(default)]
    locale: Option<String>,
    /// When it was written, on the writer's wall clock.
    reference: DateTime,
}

/// Answers every line of the standard input.
pub(crate) fn run(asked: &Language) -> anyhow::Result<()> {
    let checker = match asked {
        Language::Dates(Lines { jsonl: _ }) => None,
        Language::Check(Lines { jsonl: _ }) => Some(Checker::ours()),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (line, number) in std::io::stdin().lock().lines().zip(1..) {
        let line = line.with_context(|| format!("line {number} is not text in UTF-8"))?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line).with_context(|| {
            format!("line {number}: wanted an object with `text`, and `reference` such as 2026-11-19T09:00:00")
        })?;
        let reading = reading(&asked).with_context(|| format!("line {number}"))?;
        let answer = match &checker {
            None => dated(&asked, &reading),
            Some(checker) => checked(&asked, &reading, checker),
        };
        writeln!(out, "{answer}").context("the answer cannot be written")?;
    }
    out.flush().context("the answer cannot be written")
}

/// How a text is to be read. What is in no language that we read is read as English.
fn reading(asked: &Asked) -> anyhow::Result<Reading<'static>> {
    let lang = match &asked.lang {
        Some(code) => Lang::of_code(code)
            .with_context(|| format!("lang is {code:?}; wanted one of nl, sv, en"))?,
        None => detect::of(&asked.text).unwrap_or(Lang::En),
    };
    let month_first = asked.locale.as_deref() == Some("en-US");
    Ok(Reading { month_first, ..Reading::at(asked.reference, lang) })
}

fn dated(asked: &Asked, reading: &Reading<'_>) -> Value {
    let mut characters = Characters::of(&asked.text);
    let found = dates::find(&asked.text, reading);
    let spans: Vec<Value> = found.iter().map(|found| time_json(found, &mut characters)).collect();
    json!({ "id": asked.id, "spans": spans })
}

fn checked(asked: &Asked, reading: &Reading<'_>, checker: &Checker) -> Value {
    let checked = checker.check(&asked.text, reading);
    let mut characters = Characters::of(&asked.text);
    let findings = checked.findings.iter().map(|finding| {
        json!({
            "start": characters.before(finding.span.start),
            "end": characters.before(finding.span.end),
            "class": finding.class.code(),
            "rule": finding.rule,
            "says": finding.says,
            "repair": finding.repair,
        })
    });
    let findings: Vec<Value> = findings.collect();
    let mut characters = Characters::of(&asked.text);
    let said = checked.statements.iter().map(|dated| statement_json(dated, &mut characters));
    let said: Vec<Value> = said.collect();
    let mut characters = Characters::of(&asked.text);
    let doubts = checked.doubts.iter().map(|doubt| {
        json!({
            "start": characters.before(doubt.span.start),
            "end": characters.before(doubt.span.end),
            "says": doubt.says,
            "repair": doubt.repair,
        })
    });
    let doubts: Vec<Value> = doubts.collect();
    json!({ "id": asked.id, "findings": findings, "statements": said, "doubts": doubts })
}

fn statement_json(dated: &Dated, characters: &mut Characters<'_>) -> Value {
    let said = &dated.statement;
    let due = dated.due();
    json!({
        "start": characters.before(said.span.start),
        "end": characters.before(said.span.end),
        "label": match said.label {
            Label::Commitment => "commitment",
            Label::Request => "request",
            Label::Refusal => "refusal",
            Label::PassedOn => "passed_on",
        },
        "who": match said.who {
            Who::Us => "us",
            Who::Them => "them",
            Who::ThirdParty => "third_party",
        },
        "vague": said.vague,
        "conditional": said.conditional,
        "due_start": due.and_then(|due| due.start).as_ref().map(iso),
        "due_end": due.and_then(|due| due.end).as_ref().map(iso),
        "because": said.features.iter().map(|feature| feature.because).collect::<Vec<_>>(),
    })
}

fn time_json(found: &Found, characters: &mut Characters<'_>) -> Value {
    json!({
        "start": characters.before(found.span.start),
        "end": characters.before(found.span.end),
        "kind": found.kind.code(),
        "value_start": found.start.as_ref().map(iso),
        "value_end": found.end.as_ref().map(iso),
        "grain": found.grain.code(),
        "direction": found.direction.map(dates::Direction::code),
        "seconds": found.seconds,
        "event": found.event,
        "anaphoric": found.anaphoric,
        "ambiguous": found.other.is_some(),
        "other_start": found.other.and_then(|other| other.start).as_ref().map(iso),
        "other_end": found.other.and_then(|other| other.end).as_ref().map(iso),
    })
}

fn iso(at: &DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}
