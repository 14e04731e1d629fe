//! Reads texts as JSON lines and writes what customers should not get, for the scorer of the labelled sentences.

use std::io::{BufRead, Write};

use language::span::Characters;
use language::wording::Packs;
use language::{Lang, detect};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let packs = Packs::ours();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let given: Value = serde_json::from_str(&line?)?;
        let text = given["text"].as_str().unwrap_or_default();
        let lang = given["lang"].as_str().and_then(Lang::of_code).or_else(|| detect::of(text));
        let found = lang.map(|lang| packs.check(text, lang)).unwrap_or_default();
        let mut characters = Characters::of(text);
        let findings: Vec<Value> = found
            .iter()
            .map(|each| {
                json!({
                    "start": characters.before(each.span.start),
                    "end": characters.before(each.span.end),
                    "class": each.class.code(),
                    "rule": each.rule,
                })
            })
            .collect();
        let answer = json!({"id": given["id"], "findings": findings, "statements": []});
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(())
}
