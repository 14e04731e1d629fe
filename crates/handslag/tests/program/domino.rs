//! `handslag domino`: the tree of what falls, in lines and as JSON.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]

use std::fmt::Write as _;

use serde_json::Value;

use super::wrong_input::{done, scene};

const MAPPING: &str = "name = \"t\"\n[columns]\nid = [\"key\"]\ncreated = \"created\"\nstarted = \"started\"\n\
    finished = \"finished\"\nteam = \"team\"\n";

/// Thirty things that one team finished, each in a day.
fn history() -> String {
    let mut csv = "key,created,started,finished,team\n".to_owned();
    let first: jiff::civil::Date = "2025-11-03".parse().unwrap();
    for number in 0..30_i64 {
        let day = first.checked_add(jiff::Span::new().days(number / 5 * 7 + number % 5)).unwrap();
        writeln!(csv, "T{number},{day}T08:00,{day}T09:00,{day}T17:00,Links").unwrap();
    }
    csv
}

/// A team with a history, whose one thing at a time is told of by the tests.
fn with_history() -> tempfile::TempDir {
    let folder = scene();
    let at = folder.path();
    std::fs::write(at.join("links.csv"), history()).unwrap();
    std::fs::write(at.join("links.toml"), MAPPING).unwrap();
    done(at, &["import", "links.csv", "--mapping", "links.toml"]);
    done(at, &["teams", "set", "Links", "--slots", "1"]);
    folder
}

#[test]
fn deliveries_and_plans_are_noted_and_told_of() {
    let folder = with_history();
    let at = folder.path();
    let typed = ["record", "Björk", "The link", "--sentence", "We do.", "--due", "2026-03-12"];
    done(at, &[&typed[..], &["--team", "Links"]].concat());
    let ties = |typed: &[&str]| done(at, &[&["ties"], typed].concat());
    assert!(ties(&["list", "2"]).contains("tied to nothing outside the company"));
    assert!(ties(&["parties"]).contains("No promise waits"));
    let told =
        ties(&["add", "2", "--from", "Kabelfabriek", "--due", "2026-03-16", "200 m of cable"]);
    assert!(told.contains("Kabelfabriek") && told.contains("to come"), "{told}");
    let told = ties(&["add", "2", "--customer", "--due", "2026-03-20", "the new line starts"]);
    assert!(told.contains("plans") && told.lines().count() >= 3, "{told}");

    let told = done(at, &["domino", "2", "--days", "10"]);
    assert!(told.contains("they plan for 2026-03-20: the new line starts"), "{told}");
    assert!(told.contains("what Kabelfabriek delivers comes"), "{told}");
    let told: Value = serde_json::from_str(&done(at, &["domino", "2", "--json"])).unwrap();
    assert_eq!(told["third_party"], "Kabelfabriek");
    assert_eq!(told["promise"]["plans"][0]["what"], "the new line starts");
    assert!(done(at, &["show", "2"]).contains("Kabelfabriek"), "why it is that date");

    let told: Value = serde_json::from_str(&ties(&["arrived", "2", "--json"])).unwrap();
    assert_eq!(told["ties"][0]["state"], "arrived");
    let told: Value = serde_json::from_str(&ties(&["drop", "2", "2", "--json"])).unwrap();
    assert_eq!(told["ties"][1]["state"], "dropped");
    let told: Value = serde_json::from_str(&ties(&["parties", "--json"])).unwrap();
    assert_eq!((&told[0]["delivered"], &told[0]["late"]), (&1.into(), &0.into()));
}

#[test]
fn what_falls_is_drawn_as_a_tree() {
    let folder = with_history();
    let at = folder.path();
    let record = |subject: &str, due: &str, more: &[&str]| {
        let typed = ["record", "Björk", subject, "--sentence", "We do.", "--due", due];
        done(at, &[&typed[..], more].concat());
    };
    record("The first", "2026-03-10", &["--team", "Links"]);
    record("The second", "2026-03-12", &["--team", "Links", "--after", "2"]);
    record("The third", "2026-04-30", &["--team", "Links", "--after", "2,3"]);
    let told = done(at, &["domino", "2", "--days", "3"]);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "If it comes 3 working days later than is forecast now:");
    assert_eq!(
        lines[1],
        "2 The first: Björk, >95% to <5% (± 0.0), 3 working days later, customer not told"
    );
    assert!(lines[2].starts_with("├─ 3 The second: Björk, waits for it, >95% to <5%"), "{told}");
    assert!(lines[3].starts_with("└─ 4 The third: Björk, waits for it, stays >95%"), "{told}");
    assert!(lines[4].contains("all 3 are kept goes from >95% to <5%"), "{told}");
    let told: Value = serde_json::from_str(&done(at, &["domino", "2", "--json"])).unwrap();
    assert_eq!(told["slip"]["ground"], "supposed");
    assert_eq!(
        (&told["falls"][0]["promise"]["number"], &told["slip"]["days"]),
        (&3.into(), &5.into())
    );
    assert_eq!(told["falls"][0]["cause"]["kind"], "dependency");
    // What it waits for is taken away again, and the rest of the plan stays.
    done(at, &["plan", "3", "--after", ""]);
    done(at, &["plan", "4", "--after", ""]);
    let told: Value = serde_json::from_str(&done(at, &["domino", "2", "--json"])).unwrap();
    assert_eq!(told["falls"][0]["cause"]["kind"], "capacity");
    assert_eq!(told["falls"][0]["cause"]["team"], "Links");
    let told = done(at, &["domino", "4"]);
    assert!(told.contains("Nothing falls with it"), "{told}");
    // Promise 1 was offered without any work.
    let told = done(at, &["domino", "1"]);
    assert!(told.starts_with("Nothing can be forecast of this promise"), "{told}");
}
