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

#[test]
fn what_is_found_and_what_cannot_be_read_end_differently() {
    let folder = TempDir::new().unwrap();
    let files: [(&str, &[u8], i32); 6] = [
        ("calm.md", b"We will send the export on 4 December 2026.\n", 0),
        ("empty.md", b"", 0),
        ("figures.md", b"| 1 | 2 |\n|---|---|\n| 3 | 4 |\n", 0),
        ("offer.md", b"We will send the export as soon as possible.\n", 1),
        ("short.md", b"Ok\n", 2),
        ("broken.docx", b"PK\x03\x04 and nothing more", 2),
    ];
    for (name, text, code) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
        let ended = run(folder.path(), &["check", name]);
        assert_eq!(ended.status.code(), Some(code), "{name}: {ended:?}");
    }
    let rules = run(folder.path(), &["check", "calm.md", "--rules", "nowhere.toml"]);
    assert_eq!(rules.status.code(), Some(2));
}

#[test]
fn a_promise_without_a_date_and_a_doubtful_time_can_be_exempted() {
    let folder = TempDir::new().unwrap();
    let comment =
        |rule| format!("<!-- handslag: allow {rule} because we said so on the phone -->\n");
    for (rule, sentence) in [
        ("undated_promise", "We will send you the signed contract.\n"),
        ("two_readings", "We will send you the signed contract next Friday.\n"),
    ] {
        let text = folder.path().join("letter.md");
        std::fs::write(&text, sentence).unwrap();
        let arguments = ["check", "letter.md", "--now", "2026-11-19T08:00:00Z"];
        let found = run(folder.path(), &arguments);
        assert_eq!(found.status.code(), Some(1), "{rule}: {found:?}");
        assert!(String::from_utf8(found.stdout).unwrap().contains(rule), "{rule}");
        std::fs::write(&text, comment(rule) + sentence).unwrap();
        let exempted = run(folder.path(), &arguments);
        assert!(exempted.status.success(), "{rule}: {exempted:?}");
    }
}

/// A document of Word with a paragraph for each text.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let paragraphs: String =
        paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    let (mut entry, config) = archive.new_file("word/document.xml").start().unwrap();
    let mut writer = config.wrap(&mut entry);
    writer.write_all(body.as_bytes()).unwrap();
    let (_, descriptor) = writer.finish().unwrap();
    entry.finish(descriptor).unwrap();
    archive.finish().unwrap();
    bytes
}

#[test]
fn a_document_of_word_is_marked_by_paragraph() {
    let folder = TempDir::new().unwrap();
    let paragraphs = [
        "Voorstel voor het magazijn",
        "Wij leveren de stellingen uiterlijk vrijdag 4 december 2026.",
        "De montage volgt zo snel mogelijk &amp; in overleg.",
    ];
    std::fs::write(folder.path().join("voorstel.docx"), word(&paragraphs)).unwrap();
    let found = run(folder.path(), &["check", "voorstel.docx"]);
    let told = String::from_utf8(found.stdout).unwrap();
    assert_eq!(found.status.code(), Some(1), "{told}");
    assert!(told.starts_with("voorstel.docx:paragraph 3: error:"), "{told}");
    assert!(told.contains("De montage volgt zo snel mogelijk & in overleg."), "{told}");
    let sarif = run(folder.path(), &["check", "voorstel.docx", "--format", "sarif"]);
    let sarif: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1, "{results:?}");
    let place = &results[0]["locations"][0]["logicalLocations"][0];
    assert_eq!(place, &json!({ "name": "paragraph 3", "kind": "paragraph" }));
}
