//! Finds dates in lines of JSON, one object a line, for measuring against labelled texts.
#![expect(clippy::print_stdout, reason = "a filter from standard input to standard output")]

use std::io::BufRead;

use jiff::civil::DateTime;
use language::dates::{Direction, Found, Grain, Kind, Reading};
use language::span::Characters;
use language::{Lang, dates::find};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let field = |name: &str| case[name].as_str().unwrap_or_default();
        let (Some(lang), Ok(reference)) =
            (Lang::of_code(field("lang")), field("reference").parse::<DateTime>())
        else {
            return Err(format!("a line without language or reference: {case}").into());
        };
        let reading =
            Reading { month_first: field("locale") == "en-US", ..Reading::at(reference, lang) };
        let text = field("text");
        let mut characters = Characters::of(text);
        let spans: Vec<Value> =
            find(text, &reading).iter().map(|found| span(found, &mut characters)).collect();
        println!("{}", json!({ "id": case["id"], "spans": spans }));
    }
    Ok(())
}

fn span(found: &Found, characters: &mut Characters<'_>) -> Value {
    let Found { kind, start, end, grain, seconds, direction, event, anaphoric, ambiguous, .. } =
        found;
    let iso = |at: &DateTime| at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    json!({
        "start": characters.before(found.span.start),
        "end": characters.before(found.span.end),
        "kind": kind_name(*kind),
        "value_start": start.as_ref().map(iso),
        "value_end": end.as_ref().map(iso),
        "grain": grain_name(*grain),
        "seconds": seconds,
        "direction": direction.map(direction_name),
        "event": event,
        "anaphoric": anaphoric,
        "ambiguous": ambiguous,
    })
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Time => "time",
        Kind::Interval => "interval",
        Kind::Duration => "duration",
    }
}

fn grain_name(grain: Grain) -> &'static str {
    match grain {
        Grain::Second => "second",
        Grain::Minute => "minute",
        Grain::Hour => "hour",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
    }
}

fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::By => "by",
        Direction::Before => "before",
        Direction::Within => "within",
        Direction::At => "at",
        Direction::From => "from",
        Direction::After => "after",
        Direction::Around => "around",
    }
}
