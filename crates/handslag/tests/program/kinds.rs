//! Files of every kind at the command line: pages, mails, folders, the standard input; and answers for other programs.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::wrong_input::run;

const PAGE: &str = "<!doctype html>\n<html lang=\"sv\"><head><title>Kl&ouml;ver</title>\n\
    <style>p::after { content: \"snarast\" }</style></head><body>\n\
    <p>\u{1F331} F&ouml;r dig &amp; dina kunder: vi svarar s&aring; snart som <b>m\u{f6}jligt</b>.</p>\n\
    <!-- Vi svarar snarast. --><script>let s = \"Vi svarar snarast.\";</script>\n\
    <blockquote>Ni svarar aldrig.</blockquote>\n</body></html>\n";

/// Mails with what they answer, a signature and small print; and the words in them that are marked.
const MAILS: [(&str, &str, &str); 3] = [
    (
        "nl.eml",
        "De export is vrijdag klaar. De rest komt zo snel mogelijk.\n\nMet vriendelijke groet,\n\n-- \nFenna\nAltijd \
         de beste\n\nDit bericht is vertrouwelijk; wij garanderen 100% veiligheid.\n\nOp 4 maart 2026 schreef Ebba:\n> \
         Dat kan niet. We doen het zo snel mogelijk.\n",
        "zo snel mogelijk",
    ),
    (
        "sv.eml",
        "Exporten \u{e4}r klar p\u{e5} fredag. Resten kommer snarast.\n\nV\u{e4}nliga h\u{e4}lsningar\n\n-- \nFenna\nAlltid \
         b\u{e4}st\n\nDen 4 mars 2026 skrev Ebba:\n> Det g\u{e5}r inte. Vi \u{e5}terkommer snarast.\n",
        "snarast",
    ),
    (
        "en.eml",
        "The export is ready on Friday. We will send the rest as soon as possible.\n\nKind regards,\n\n-- \nFenna\nAlways \
         the best\n\nOn 4 March 2026 Ebba wrote:\n> That is impossible. We answer as soon as possible.\n",
        "as soon as possible",
    ),
];

fn write(folder: &TempDir, name: &str, words: impl AsRef<[u8]>) {
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, words).unwrap();
}

fn json_of(folder: &Path, asked: &[&str]) -> Value {
    let output = run(folder, asked);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{told}"))
}

fn with_input(folder: &Path, words: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_handslag"))
        .args(["check", "-"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
    program.wait_with_output().unwrap()
}

#[test]
fn a_page_is_read_as_its_readers_see_it() {
    let folder = TempDir::new().unwrap();
    write(&folder, "page.html", PAGE);
    let marks = json_of(folder.path(), &["check", "page.html", "--json"]);
    let marks = marks.as_array().unwrap();
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(marks[0]["words"], "s\u{e5} snart som m\u{f6}jligt");
    // Line and column of the file, in code points: entities and tags as they are written there.
    let line = PAGE.lines().nth(3).unwrap();
    let column = line[..line.find("s&aring;").unwrap()].chars().count() + 1;
    assert_eq!((&marks[0]["line"], &marks[0]["column"]), (&Value::from(4), &Value::from(column)));
}

#[test]
fn of_a_mail_the_writers_own_words_are_marked() {
    let folder = TempDir::new().unwrap();
    for (name, words, wanted) in MAILS {
        let header = "From: fenna@example.com\nMessage-ID: <1@example.com>\nDate: Thu, 5 Mar 2026 15:10:00 +0100\n\
                      Content-Type: text/plain; charset=utf-8\n\n";
        write(&folder, name, format!("{header}{words}"));
        let marks = json_of(folder.path(), &["check", name, "--json"]);
        let marked: Vec<&str> =
            marks.as_array().unwrap().iter().filter_map(|mark| mark["words"].as_str()).collect();
        assert_eq!(marked, [wanted], "{name}");
    }
}

#[test]
fn a_folder_is_walked_and_the_standard_input_is_read() {
    let folder = TempDir::new().unwrap();
    let vague = "Thank you for asking. We will answer as soon as possible.\n";
    for name in ["site/b.md", "site/a/c.txt", "site/.hidden/d.md", "site/node_modules/e.md"] {
        write(&folder, name, vague);
    }
    write(&folder, "site/photo.png", b"\x89PNG\r\n\x1a\n");
    let told = run(folder.path(), &["check", "site"]);
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(!told.status.success());
    let places: Vec<&str> = said.lines().filter(|line| line.starts_with("site/")).collect();
    assert_eq!(places.len(), 2, "{said}");
    assert!(places[0].starts_with("site/a/c.txt:1:") && places[1].starts_with("site/b.md:1:"));
    assert!(
        said.contains("2 found in 2 files.") && said.contains("1 file of another kind"),
        "{said}"
    );
    let named = run(folder.path(), &["check", "site/photo.png"]);
    assert!(!named.status.success());
    assert!(String::from_utf8_lossy(&named.stderr).contains("photo.png"));

    let piped = with_input(folder.path(), vague);
    assert!(!piped.status.success());
    assert!(String::from_utf8_lossy(&piped.stdout).contains(":1:"), "{piped:?}");
    assert!(with_input(folder.path(), "Thank you for asking.\n").status.success());
}

/// What code scanning takes: the parts of the standard that are used (SARIF 2.1.0, sections 3.13 to 3.52).
#[test]
fn marks_are_told_to_code_scanning() {
    let folder = TempDir::new().unwrap();
    write(
        &folder,
        "an offer.md",
        "Thank you for asking. \u{1F91D} We answer as soon as possible.\n\n\
         <!-- handslag: allow as-soon-as-possible because the contract defines it -->\nWe call as soon as possible.\n",
    );
    let log = json_of(folder.path(), &["check", "an offer.md", "--format", "sarif"]);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run["invocations"][0]["exitCode"], 1);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert!(ids.contains("two_readings") && ids.contains("undated_promise"));
    for rule in rules {
        assert!(
            ["note", "warning", "error"]
                .contains(&rule["defaultConfiguration"]["level"].as_str().unwrap())
        );
        assert!(rule["shortDescription"]["text"].as_str().is_some_and(|says| !says.is_empty()));
        assert!(rule["help"]["text"].as_str().is_some_and(|says| !says.is_empty()));
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2, "{results:?}");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "an%20offer.md");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
    }
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    // The clasped hands are one code point.
    assert_eq!(
        (&region["startColumn"], &region["endColumn"]),
        (&Value::from(35), &Value::from(54))
    );
    assert_eq!(results[0]["suppressions"], Value::Array(Vec::new()));
    let exempted = &results[1]["suppressions"][0];
    assert_eq!(
        (&exempted["kind"], &exempted["justification"]),
        (&"inSource".into(), &"the contract defines it".into())
    );
}

#[test]
fn marks_are_told_to_a_pull_request() {
    let folder = TempDir::new().unwrap();
    write(&folder, "a,b.md", "Thank you for asking. We will answer as soon as possible.\n");
    let told = run(folder.path(), &["check", "a,b.md", "--format", "github"]);
    let said = String::from_utf8(told.stdout).unwrap();
    assert!(said.starts_with("::error file=a%2Cb.md,line=1,col=38,endColumn=57,title="), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    let wrong = run(folder.path(), &["check", "a,b.md", "--format", "xml"]);
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("sarif"));
}
