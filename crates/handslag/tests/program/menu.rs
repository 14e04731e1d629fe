//! The price of a yes at the command line: costs are set, a menu is asked for, and one of its rows is offered.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const MAPPING: &str = "name = \"tasks\"\nsource = \"tasks\"\n[columns]\nid = [\"key\"]\ncreated = \"created\"\n\
     started = \"started\"\nfinished = \"finished\"\nestimate = \"estimate\"\nactual = \"actual\"\n\
     team = \"team\"\nperson = \"person\"\n";

/// Eighty finished tasks of one person, each estimated at 8 hours.
fn history() -> String {
    let mut csv = "key,created,started,finished,estimate,actual,team,person\n".to_owned();
    let monday: jiff::civil::Date = "2025-11-17".parse().unwrap();
    for number in 0..80_i64 {
        let days = 7 * (number / 5) + number % 5;
        let day = monday.checked_add(jiff::Span::new().days(days)).unwrap();
        let actual = 5 + (number * 7) % 9;
        writeln!(csv, "T{number},{day}T08:00,{day}T09:00,{day}T17:00,8,{actual},Couplings,Jip")
            .unwrap();
    }
    csv
}

fn handslag(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
    command.args(arguments).args(["--now", "2026-03-09T08:00:00Z"]).current_dir(folder);
    command.env_remove("HANDSLAG_ORGANISATION").output().unwrap()
}

#[track_caller]
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = handslag(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = handslag(folder, arguments);
    assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

const WORK: [&str; 6] = ["--team", "Couplings", "--hours", "16", "--pieces", "3"];

/// A company with a promise to somebody else in its queue, whose lateness costs something.
fn scene() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(at.join("map.toml"), MAPPING).unwrap();
    std::fs::write(at.join("history.csv"), history()).unwrap();
    done(at, &["found", "Kornoelje", "--admin", "Marnix"]);
    done(at, &["import", "history.csv", "--mapping", "map.toml"]);
    for (account, contact) in [("Björkskatan", "Ebba"), ("Zwaanhoek", "Anneke")] {
        done(at, &["accounts", "add", account]);
        done(at, &["contacts", "add", account, contact]);
    }
    let terms =
        ["--strictness", "target", "--acceptance", "it runs", "--nothing-because", "included"];
    let stake = ["--remedy", "none", "--loss-per-day", "EUR 250", "--loss-per-breach", "EUR 1000"];
    let offer = ["offer", "Björkskatan", "Meters in one file"];
    done(at, &[&offer[..], &terms[..], &stake[..], &WORK[..]].concat());
    done(at, &["accept", "1"]);
    folder
}

#[test]
fn a_menu_is_told_and_one_of_its_rows_offered() {
    let folder = scene();
    let at = folder.path();
    let costs = ["costs", "set", "--hour", "EUR 80", "--hired-hour", "EUR 500"];
    done(at, &[&costs[..], &["--team", "Couplings", "--team-overtime", "10"]].concat());
    let shown: Value = serde_json::from_str(&done(at, &["costs", "show", "--json"])).unwrap();
    assert_eq!((&shown["hour_minor"], &shown["hired_hour_minor"]), (&8000.into(), &50_000.into()));
    assert_eq!(shown["teams"][0]["overtime_minutes"], 600);

    let ask = [&["quote", "Zwaanhoek", "The weighbridge", "--menu"][..], &WORK[..]].concat();
    let told: Value = serde_json::from_str(&done(at, &[&ask[..], &["--json"]].concat())).unwrap();
    let rows = told["menu"]["rows"].as_array().unwrap();
    assert!(rows.len() >= 2, "{told:#}");
    let prices: Vec<i64> = rows.iter().map(|row| row["price_minor"].as_i64().unwrap()).collect();
    assert!(prices.is_sorted_by(|earlier, later| earlier >= later), "{prices:?}");
    assert_eq!(prices.last(), Some(&0));
    for row in rows {
        for lang in ["nl", "sv", "en"] {
            let said = row["sentences"][lang].as_str().unwrap();
            assert!(said.len() > 10 && !said.contains("Björkskatan"), "{lang}: {said}");
        }
    }
    let priced = rows.iter().find(|row| row["price_minor"].as_i64() > Some(0)).unwrap();
    assert!(priced["means"].to_string().contains("Björkskatan"), "members see whom: {priced}");
    let english = priced["sentences"]["en"].as_str().unwrap();
    assert!(english.starts_with("Yes.") && english.contains("it then costs"), "{english}");

    let text = done(at, &ask);
    for wanted in
        ["Yes, and this is what it costs:", "Ready to send", "nl: Ja.", "sv: Ja.", "A hired hour"]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }

    let quote = priced["quote"].as_str().unwrap();
    let offer =
        [&["offer", "Zwaanhoek", "The weighbridge", "--quote", quote][..], &WORK[..]].concat();
    let terms = ["--strictness", "target", "--acceptance", "it runs", "--remedy", "none"];
    let offered: Value =
        serde_json::from_str(&done(at, &[&offer[..], &terms[..], &["--json"]].concat())).unwrap();
    assert!(offered["due"].as_str().unwrap().starts_with(priced["date"].as_str().unwrap()));
    // Nothing else was asked in return, and nothing had to be: the price of the row is. The free row has none.
    let free = rows.last().unwrap()["quote"].as_str().unwrap();
    let offer = [&["offer", "Zwaanhoek", "The same", "--quote", free][..], &WORK[..]].concat();
    let missing = refused(at, &[&offer[..], &terms[..]].concat());
    assert!(missing.contains("--in-return, --price or --nothing-because"), "{missing}");
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let folder = scene();
    let at = folder.path();
    let ask = [&["quote", "Zwaanhoek", "The weighbridge", "--menu"][..], &WORK[..]].concat();
    let row = refused(at, &[&ask[..], &["--row", "9"]].concat());
    assert!(row.contains("--row is 9"), "{row}");
    let two = ["--loss-per-day", "EUR 5", "--loss-per-breach", "SEK 5"];
    let mixed = refused(at, &[&["plan", "1"][..], &WORK[..], &two[..]].concat());
    assert!(mixed.contains("--loss-per-breach is SEK 5"), "{mixed}");
    let other = refused(at, &["costs", "set", "--hour", "SEK 700"]);
    assert!(other.contains("--hour is SEK 700"), "{other}");
    let cheap = refused(at, &["costs", "set", "--overtime-percent", "50"]);
    assert!(cheap.contains("50") && cheap.contains("100"), "{cheap}");
    done(at, &["costs", "set", "--currency", "SEK", "--hour", "SEK 700"]);
    assert!(done(at, &["costs", "show"]).contains("SEK 700"));
}
