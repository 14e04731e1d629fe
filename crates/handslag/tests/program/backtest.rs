//! A history is replayed at the command line: a report for people, the same as data, and every single forecast.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::wrong_input::{done, run};

fn sample(name: &str) -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let path: PathBuf = samples.join(name);
    path.to_str().unwrap().to_owned()
}

fn replayed(folder: &Path, target: &str, more: &[&str]) -> String {
    let (mapping, history) = (sample("mappings/kornoelje.toml"), sample("kornoelje.csv"));
    let given = ["backtest", "--mapping", &mapping, "--target", target, "--history", &history];
    done(folder, &[&given, more].concat())
}

#[test]
fn the_report_says_what_the_data_say() {
    let folder = TempDir::new().unwrap();
    let told = replayed(folder.path(), "promise", &[]);
    let data: Value =
        serde_json::from_str(&replayed(folder.path(), "promise", &["--json"])).unwrap();
    let at_85 = &data["held"]["0.85"];
    let (share, of) =
        (at_85["held"]["share"].as_f64().unwrap(), at_85["held"]["of"].as_u64().unwrap());
    assert!((0.7..0.95).contains(&share), "{at_85}");
    let (from, to) =
        (at_85["held"]["from"].as_f64().unwrap(), at_85["held"]["to"].as_f64().unwrap());
    assert!(from < share && share < to);
    let line = told.lines().find(|line| line.starts_with("what was called 85%")).unwrap();
    let figures: Vec<&str> = line.split_whitespace().collect();
    let percent = format!("{:.0}%", share * 100.0);
    assert!(figures.contains(&percent.as_str()), "{line}, not {percent}");
    assert!(figures.contains(&of.to_string().as_str()), "{line}, not of {of}");
    let of_teams = data["by_team"].as_object().unwrap().values();
    let of_teams: u64 = of_teams.map(|team| team["0.85"]["held"]["of"].as_u64().unwrap()).sum();
    assert_eq!(of_teams, of, "each row has a team");
    for wanted in [
        "By team",
        "By kind",
        "By days ahead",
        "By month",
        "finished work alone",
        "throughput",
        "days back count half",
    ] {
        assert!(told.contains(wanted), "{wanted} in:\n{told}");
    }
    assert!(told.lines().all(|line| !line.ends_with(' ')), "no line ends in a space");
}

#[test]
fn effort_is_told_beside_the_estimate() {
    let folder = TempDir::new().unwrap();
    let told = replayed(folder.path(), "effort", &[]);
    assert!(told.contains("what was really given") && told.contains("mean overrun"), "{told}");
    assert!(!told.contains("days ahead"), "{told}");
}

#[test]
fn with_a_file_every_forecast_is_written_and_nothing_else_told() {
    let folder = TempDir::new().unwrap();
    let told = replayed(folder.path(), "remaining", &["--origins", "14", "--out", "p.jsonl"]);
    assert!(told.contains("p.jsonl") && !told.contains("what was called"), "{told}");
    let lines = std::fs::read_to_string(folder.path().join("p.jsonl")).unwrap();
    let data: Value =
        serde_json::from_str(&replayed(folder.path(), "remaining", &["--origins", "14", "--json"]))
            .unwrap();
    assert_eq!(data["answers"].as_u64().unwrap(), lines.lines().count() as u64);
}

#[test]
fn what_cannot_be_replayed_is_refused() {
    let folder = TempDir::new().unwrap();
    let history = sample("kornoelje.csv");
    let mapping =
        "name = \"x\"\nsource = \"x\"\n[columns]\nid = [\"key\"]\ncreated = \"created\"\n";
    std::fs::write(folder.path().join("map.toml"), mapping).unwrap();
    for (target, wanted) in [("effort", "columns.estimate"), ("elapsed", "columns.finished")] {
        let typed =
            ["backtest", "--mapping", "map.toml", "--target", target, "--history", &history];
        let output = run(folder.path(), &typed);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(wanted), "{target}: {told}");
        assert!(output.stdout.is_empty());
    }
}
