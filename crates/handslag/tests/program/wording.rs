//! Texts are read at the command line: line by line for programs, and as files before a customer reads them.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::wrong_input::run;

const MAIL: &str = "Beste Ebba,\r\n\r\nWe leveren de export uiterlijk vrijdag. \u{1F91D} De rest komt zo snel mogelijk.\r\n\r\n\
     Met vriendelijke groet,\r\nMarnix\r\n\r\n> We doen dat zo snel mogelijk.\r\n";

/// What is answered to lines on the standard input.
fn piped(verb: &str, lines: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_handslag"))
        .args(["language", verb, "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    program.wait_with_output().unwrap()
}

fn answered(verb: &str, asked: &Value) -> Value {
    let output = piped(verb, &format!("{asked}\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The marked words, by places counted in characters.
fn words(mark: &Value) -> String {
    let place = |name: &str| usize::try_from(mark[name].as_u64().unwrap()).unwrap();
    MAIL.chars().skip(place("start")).take(place("end") - place("start")).collect()
}

#[test]
fn a_mail_is_read_in_the_writers_own_words() {
    let asked = json!({ "id": 7, "text": MAIL, "lang": "nl", "reference": "2026-11-19T09:00:00" });
    let checked = answered("check", &asked);
    assert_eq!(checked["id"], 7);
    let findings = checked["findings"].as_array().unwrap();
    let marked: Vec<String> = findings.iter().map(words).collect();
    assert_eq!(findings.len(), 1, "the quoted mail is not the writer's: {marked:?}");
    assert!(marked[0].contains("zo snel mogelijk"), "{marked:?}");
    assert_eq!(findings[0]["class"], "vague_time");
    let statements = checked["statements"].as_array().unwrap();
    let first = &statements[0];
    assert_eq!((&first["label"], &first["who"]), (&json!("commitment"), &json!("us")));
    assert_eq!(words(first), "We leveren de export uiterlijk vrijdag.");
    assert_eq!(first["due_start"], Value::Null);
    assert_eq!(first["due_end"], "2026-11-21T00:00:00", "the end of Friday");
    let dates = answered("dates", &asked);
    assert_eq!(words(&dates["spans"][0]), "uiterlijk vrijdag");
    assert_eq!(dates["spans"][0]["direction"], "by");
}

#[test]
fn a_line_that_cannot_be_read_is_named() {
    for (line, named) in [
        ("no json\n", "line 1"),
        ("{\"text\": \"x\", \"reference\": \"soon\"}\n", "line 1"),
        (
            "\n{\"text\": \"x\", \"lang\": \"fr\", \"reference\": \"2026-11-19T09:00:00\"}\n",
            "\"fr\"",
        ),
    ] {
        let output = piped("check", line);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(named), "{line}: {said}");
    }
}

#[test]
fn files_are_looked_through_and_anything_found_is_an_error() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("calm.md"),
        "# Leveranser\n\nVi levererar exporten senast fredag.\n",
    )
    .unwrap();
    std::fs::write(
        folder.path().join("offer.md"),
        "# Offer\n\nThank you for asking.\nWe will answer as soon as possible.\n",
    )
    .unwrap();
    let calm = run(folder.path(), &["check", "calm.md", "--language", "sv"]);
    assert!(calm.status.success(), "{}", String::from_utf8_lossy(&calm.stderr));
    let found = run(folder.path(), &["check", "offer.md"]);
    let told = String::from_utf8(found.stdout).unwrap();
    assert!(!found.status.success());
    assert!(told.starts_with("offer.md:4:16: error:"), "{told}");
    assert!(told.contains("4 | We will answer as soon as possible."), "{told}");
    let data = run(folder.path(), &["check", "offer.md", "--json"]);
    let data: Value = serde_json::from_slice(&data.stdout).unwrap();
    assert_eq!((&data[0]["line"], &data[0]["column"]), (&json!(4), &json!(16)));
    let refused = run(folder.path(), &["check", "nowhere.md"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("nowhere.md"));
}

#[test]
fn rules_of_ones_own_are_tried_on_their_examples_first() {
    let folder = TempDir::new().unwrap();
    let rules = |example: &str| {
        format!(
            "language = \"en\"\n[allow]\nsays = \"s\"\nrepair = \"r\"\n[words]\n[class.absolute_claim]\n\
             article = \"ours\"\nseverity = \"warning\"\nrepair = \"say what it does\"\n[[rule]]\nid = \"magic\"\n\
             class = \"absolute_claim\"\nsays = \"nothing is magic\"\npatterns = [\"like magic\"]\n\
             examples = [\"{example}\"]\ncounter_examples = [\"It works.\"]\n"
        )
    };
    std::fs::write(folder.path().join("good.toml"), rules("It works [like magic].")).unwrap();
    std::fs::write(folder.path().join("bad.toml"), rules("It [works].")).unwrap();
    std::fs::write(folder.path().join("page.md"), "The export works like magic on Friday.\n")
        .unwrap();
    let asked = |rules: &str| {
        let found = run(folder.path(), &["check", "page.md", "--language", "en", "--rules", rules]);
        let both = [found.stdout, found.stderr].concat();
        (found.status.success(), String::from_utf8(both).unwrap())
    };
    let (is_calm, told) = asked("good.toml");
    assert!(!is_calm && told.contains("nothing is magic [magic]"), "{told}");
    let (is_calm, told) = asked("bad.toml");
    assert!(!is_calm && told.contains("bad.toml: ") && told.contains("magic"), "{told}");
}
