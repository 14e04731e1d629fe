//! Reads cases as lines of JSON and answers with the statements of each, for the scorer of the language data.

use std::io::{BufRead, Write};

use language::span::Characters;
use language::statements::{Label, Who};
use language::{Lang, statements};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let text = case["text"].as_str().unwrap_or_default();
        let lang = case["lang"].as_str().and_then(Lang::of_code).unwrap_or(Lang::En);
        let answer = json!({"id": case["id"], "findings": [], "statements": said(text, lang)});
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

/// The commitments and requests of a text, places counted in characters.
fn said(text: &str, lang: Lang) -> Vec<Value> {
    let mut characters = Characters::of(text);
    let mut said = Vec::new();
    for statement in statements::find(text, lang) {
        let label = match statement.label {
            Label::Commitment => "commitment",
            Label::Request => "request",
            Label::Refusal | Label::PassedOn => continue,
        };
        let who = if statement.who == Who::Us { "us" } else { "them" };
        let because: Vec<&str> = statement.features.iter().map(|one| one.because).collect();
        said.push(json!({
            "start": characters.before(statement.span.start),
            "end": characters.before(statement.span.end),
            "label": label, "who": who, "vague": statement.vague,
            "conditional": statement.conditional, "because": because,
        }));
    }
    said
}
