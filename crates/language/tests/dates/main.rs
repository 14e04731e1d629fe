//! Sentences of business mail with what their dates mean, written on Thursday the 19th of November 2026 at nine.

use jiff::civil::{DateTime, date};
use language::Lang;
use language::dates::{Direction, Found, Reading, find};

mod en;
mod mail;
mod nl;
mod properties;
mod readings;
mod sv;

/// A sentence and, in its order, the words and the value of each expression.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

#[track_caller]
fn check(lang: Lang, cases: &[Case]) {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found: Vec<(String, String)> =
            find(text, &reading).iter().map(|f| (f.span.of(text).to_owned(), value(f))).collect();
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(words, value)| ((*words).to_owned(), (*value).to_owned()))
            .collect();
        if found != expected {
            wrong.push(format!("{text}\n   want {expected:?}\n    got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn business_days_pass_over_public_holidays() {
    let calendar = calendar::Calendar::office("Europe/Amsterdam", calendar::Country::Nl).unwrap();
    let reading = Reading {
        calendar: Some(&calendar),
        ..Reading::at(date(2026, 12, 23).at(9, 0, 0, 0), Lang::Nl)
    };
    let found = find("We leveren binnen drie werkdagen.", &reading);
    assert_eq!(found.iter().map(value).collect::<Vec<_>>(), ["..2026-12-30 within"]);
}

#[test]
fn what_refers_back_says_so() {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), Lang::En);
    let found = find("You'll get a confirmation the same day.", &reading);
    assert_eq!(found.iter().map(|f| f.anaphoric).collect::<Vec<_>>(), [true]);
}

/// A value in one line: what is empty is open.
fn value(found: &Found) -> String {
    let iso = |at: Option<DateTime>| match at {
        Some(at) if at.time() == jiff::civil::Time::midnight() => at.date().to_string(),
        Some(at) => at.strftime("%Y-%m-%dT%H:%M").to_string(),
        None => String::new(),
    };
    let side = match found.direction {
        Some(Direction::By) => " by",
        Some(Direction::Before) => " before",
        Some(Direction::Within) => " within",
        Some(Direction::From) => " from",
        Some(Direction::After) => " after",
        Some(Direction::Around) => " around",
        Some(Direction::At) | None => "",
    };
    let event = if found.event { " of an event" } else { "" };
    match (found.start, found.end) {
        (None, None) => format!("{} seconds{side}{event}", found.seconds.unwrap_or_default()),
        (start, None) if side != " from" && side != " after" => format!("{}{side}", iso(start)),
        (start, end) => format!("{}..{}{side}", iso(start), iso(end)),
    }
}
