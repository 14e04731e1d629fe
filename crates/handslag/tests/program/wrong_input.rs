//! Wrong input at the command line: each is answered by one clear sentence, and nothing is stored.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use testkit::Store;

/// What was typed, and what the answer must name.
type Row = (&'static [&'static str], &'static [&'static str]);

const MAPPING: &str = "name = \"links\"\nsource = \"links\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n\
     finished = \"done\"\n";

/// Files that rows name: good ones, and those with something wrong.
const FILES: &[(&str, &[u8])] = &[
    ("map.toml", MAPPING.as_bytes()),
    ("good.csv", b"key,opened,done\nA-1,2026-01-05,2026-01-07\nA-2,2026-01-06,2026-01-09\n"),
    ("empty.csv", b""),
    ("latin.csv", b"key,opened,done\nA-3,\xe9,2026-01-07\n"),
    ("broken.csv.gz", b"\x1f\x8b\x08\x00not a gzip"),
    ("twice.csv", b"key,opened,done\nA-4,2026-01-05,2026-01-07\nA-4,2026-01-05,2026-01-07\n"),
    ("date.csv", b"key,opened,done\nA-5,2026-02-30,2026-03-07\n"),
    ("short.csv", b"key,opened,done\nA-6,2026-01-05\n"),
    ("noid.csv", b"key,opened,done\n,2026-01-05,2026-01-07\n"),
    ("column.toml", b"name = \"x\"\nsource = \"x\"\n[columns]\nid = [\"nowhere\"]\ncreated = \"opened\"\nfinished = \"done\"\n"),
    ("key.toml", b"name = \"x\"\nsource = \"x\"\ncolour = 1\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n"),
    ("junk.toml", b"name = \n"),
    ("receipt.json", b"{\"receipt\": 1}"),
    ("bad-key.toml", b"databse = \"a\"\n"),
    ("bad-threads.toml", b"threads = 0\n"),
    ("no-key.toml", b"key_file = \"nowhere.key\"\n"),
];

const ROWS: &[Row] = &[
    (&["found", "Again", "--admin", "B"], &["Kornoelje"]),
    (&["found", "X", "--admin", "B", "--country", "XX"], &["XX", "--country"]),
    (&["found", "X", "--admin", "B", "--currency", "XYZ"], &["XYZ", "--currency"]),
    (&["import", "nowhere.csv"], &["nowhere.csv"]),
    (&["import", "empty.csv", "--mapping", "map.toml"], &["empty"]),
    (&["import", "latin.csv", "--mapping", "map.toml"], &["UTF-8"]),
    (&["import", "broken.csv.gz", "--mapping", "map.toml"], &["cannot be unpacked"]),
    (&["import", "twice.csv", "--mapping", "map.toml"], &["A-4"]),
    (&["import", "date.csv", "--mapping", "map.toml"], &["2026-02-30", "line 2"]),
    (&["import", "short.csv", "--mapping", "map.toml"], &["line 2"]),
    (&["import", "noid.csv", "--mapping", "map.toml"], &["line 2"]),
    (&["import", "good.csv", "--mapping", "column.toml"], &["nowhere"]),
    (&["import", "good.csv", "--mapping", "key.toml"], &["colour"]),
    (&["import", "good.csv", "--mapping", "junk.toml"], &["junk.toml"]),
    (&["import", "good.csv", "--mapping", "nowhere.toml"], &["nowhere.toml"]),
    (&["accounts", "add", " "], &["name"]),
    (&["accounts", "add", "X", "--calendar", "moon"], &["moon"]),
    (&["contacts", "add", "Nobody", "X"], &["Nobody"]),
    (&["contacts", "add", "Björk", "X", "--email", "no address"], &["no address"]),
    (&["contacts", "add", "Björk", "X", "--language", "fr"], &["fr", "--language"]),
    (&["members", "add", "X", "--role", "king"], &["king", "--role"]),
    (&["members", "add", " "], &["name"]),
    (&["teams", "set", "Web", "--slots", "0"], &["0", "--slots"]),
    (&["teams", "set", "Web", "--calendar", "moon"], &["moon"]),
    (&["quote", "Nobody", "x"], &["Nobody"]),
    (&["quote", "Björk", "x", "--team", "Web", "--hours", "-1"], &["--hours", "-1", "wanted"]),
    (&["quote", "Björk", "x", "--wished", "someday"], &["someday"]),
    (&["quote", "Björk", "x", "--team", "Web", "--after", "99"], &["promise", "99"]),
    (&["plan", "1"], &["--team", "--after"]),
    (&["plan", "1", "--after", "1"], &["after", "1", "another promise"]),
    (&["plan", "1", "--team", "Web", "--after", "soon"], &["promise", "soon"]),
    (&["offer", "Björk", "x"], &["--due", "--strictness", "--acceptance", "--remedy"]),
    (&["offer", "Björk", "x", "--due", "2026-13-01"], &["2026-13-01"]),
    (&["offer", "Björk", "x", "--price", "much"], &["much", "--price"]),
    (&["offer", "Björk", "x", "--in-return", "soon"], &["soon", "wanted"]),
    (&["offer", "Björk", "x", "--remedy", "penalty"], &["--amount"]),
    (
        &["offer", "Björk", "x", "--remedy", "penalty", "--amount", "EUR 250", "--cap", "EUR 10"],
        &["--cap"],
    ),
    (&["offer", "Björk", "x", "--below-policy", "because"], &["--taken-by"]),
    (&["offer", "Björk", "x", "--as", "Nobody"], &["Nobody"]),
    (&["accept", "99"], &["99"]),
    (&["deliver", "1", "--words", "done"], &["offered"]),
    (&["accept", "1", "--version", "77"], &["version"]),
    (&["renegotiate", "1", "--reason", "whim", "--words", "x"], &["whim", "--reason"]),
    (&["receipt", "99"], &["99"]),
    (&["show", "99"], &["99"]),
    (&["domino", "99"], &["promise", "99"]),
    (&["domino", "1", "--days", "0"], &["days", "0", "1 to 250"]),
    (&["domino", "1", "--days", "-3"], &["--days", "-3"]),
    (&["domino", "1", "--days", "some"], &["--days", "some"]),
    (&["ties", "add", "1", "x", "--due", "2026-03-20"], &["--from"]),
    (
        &["ties", "add", "1", "x", "--from", "Y", "--customer", "--due", "2026-03-20"],
        &["--customer"],
    ),
    (&["ties", "add", "1", "x", "--from", "Y", "--due", "soon"], &["soon"]),
    (&["ties", "add", "1", "", "--customer", "--due", "2026-03-20"], &["what"]),
    (&["ties", "add", "99", "x", "--customer", "--due", "2026-03-20"], &["99"]),
    (&["ties", "arrived", "1"], &["tied to nothing"]),
    (&["verify", "receipt.json"], &["receipt"]),
    (&["verify", "nowhere.json"], &["nowhere.json"]),
    (&["serve", "--listen", "0.0.0.0:0"], &["0.0.0.0"]),
    (&["serve", "--listen", "here"], &["here", "wanted"]),
    (&["today", "--config", "bad-key.toml"], &["databse"]),
    (&["today", "--config", "bad-threads.toml"], &["threads"]),
    (&["today", "--config", "nowhere.toml"], &["nowhere.toml"]),
    (&["today", "--config", "no-key.toml"], &["nowhere.key", "missing"]),
    (&["person", "export", "Nobody"], &["Nobody"]),
    (&["person", "export", "contact:7"], &["contact:7"]),
    (&["person", "erase", "Ebba", "--reason", "whim"], &["whim", "--reason", "objection"]),
    (&["person", "erase", "Ebba"], &["--reason"]),
    (
        &["person", "erase", "Ebba", "--reason", "objection", "--for-good"],
        &["#1", "--even-with-open-promises"],
    ),
    (&["person", "erase", "Fenna", "--reason", "objection", "--for-good"], &["last admin"]),
    (&["person", "erase-again", "--list", "junk.toml"], &["line 1", "wanted"]),
    (&["person", "erase-again", "--list", "nowhere.jsonl"], &["nowhere.jsonl"]),
    (&["audit", "list", "--since", "yesterday"], &["yesterday", "--since"]),
    (&["audit", "export", "-o", "no/where.jsonl"], &["no/where.jsonl"]),
    (&["retention", "set", "mails", "10", "--country", "NL"], &["mails", "contacts"]),
    (&["retention", "set", "audit", "0", "--country", "NL"], &["0", "1 to 36525"]),
    (&["retention", "set", "audit", "soon", "--country", "NL"], &["soon", "never"]),
    (&["retention", "set", "audit", "10", "--country", "XX"], &["XX", "--country"]),
    (&["retention", "set", "audit", "10"], &["--country"]),
    (&["retention", "daily", "maybe"], &["maybe"]),
    (&["members", "figures", "on"], &["reason", "works council"]),
    (&["members", "invite", "Zoë"], &["member", "Zoë"]),
    (&["members", "lift-second-factor", "Fenna"], &["no second factor"]),
    (&["today", "--now", "yesterday"], &["yesterday", "--now"]),
    (&["today", "--database", "postgres://x/y"], &["postgres"]),
];

pub(crate) fn run(folder: &Path, typed: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
    command.current_dir(folder).env_clear();
    if !typed.contains(&"--now") {
        command.args(["--now", "2026-03-09T09:00:00Z"]);
    }
    command.args(typed).output().unwrap()
}

pub(crate) fn done(folder: &Path, typed: &[&str]) -> String {
    let output = run(folder, typed);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{typed:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

/// All that the ledger holds, as its readers see it.
fn stored(folder: &Path) -> String {
    let asked: [&[&str]; 4] = [
        &["rebuild", "--check", "--json"],
        &["promises", "list", "--json"],
        &["accounts", "list", "--json"],
        &["members", "list", "--json"],
    ];
    asked.map(|typed| done(folder, typed)).concat()
}

pub(crate) fn scene() -> TempDir {
    let folder = TempDir::new().unwrap();
    founded_in(folder.path());
    folder
}

/// The same in a store: the folder's configuration names it.
pub(crate) fn scene_on(store: &Store) -> TempDir {
    let folder = TempDir::new().unwrap();
    let configuration = format!("database = {:?}\nkey_file = \"scene.key\"\n", store.url());
    std::fs::write(folder.path().join("handslag.toml"), configuration).unwrap();
    founded_in(folder.path());
    folder
}

fn founded_in(path: &Path) {
    for (name, bytes) in FILES {
        std::fs::write(path.join(name), bytes).unwrap();
    }
    done(path, &["found", "Kornoelje", "--admin", "Fenna Visser"]);
    done(path, &["import", "good.csv", "--mapping", "map.toml"]);
    done(path, &["accounts", "add", "Björk"]);
    done(path, &["contacts", "add", "Björk", "Ebba Lind"]);
    let offer =
        ["offer", "Björk", "The link runs", "--due", "2026-03-27", "--strictness", "target"];
    let rest = ["--acceptance", "Fifty orders go through", "--nothing-because", "yearly contract"];
    let ground = ["--remedy", "none", "--without-forecast", "never made before"];
    done(path, &[&offer[..], &rest[..], &ground[..]].concat());
}

#[test]
fn wrong_input_is_answered_clearly_and_stores_nothing() {
    let folder = scene();
    let before = stored(folder.path());
    let mut faults = Vec::new();
    for (typed, wanted) in ROWS {
        let output = run(folder.path(), typed);
        let told = String::from_utf8_lossy(&output.stderr);
        let is_clear = !output.status.success()
            && wanted.iter().all(|part| told.contains(part))
            && !["panicked", "backtrace", "Error {"].iter().any(|bad| told.contains(bad));
        if !is_clear {
            faults.push(format!("{typed:?} wanted {wanted:?}, {}: {told}", output.status));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(stored(folder.path()), before, "something was stored");
}
