//! Backups by the program: made while the server runs, checked, brought back, and refused where something is wrong.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const MAPPING: &str = "name = \"links\"\nsource = \"links\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\n\
     finished = \"done\"\n";

/// A company in a folder, with a customer and somebody there.
pub(crate) struct Scene(TempDir);

impl Scene {
    pub(crate) fn new() -> Self {
        let scene = Self(TempDir::new().unwrap());
        scene.done(&["found", "Kornoelje", "--admin", "Anna"]);
        scene.done(&["accounts", "add", "Brouwerij"]);
        scene.done(&["contacts", "add", "Brouwerij", "Ebba Kvistgren"]);
        scene.write("right", "correct horse battery\n");
        scene.write("wrong", "incorrect horse battery\n");
        scene
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
        command.args(arguments).current_dir(self.0.path());
        command
    }

    /// What the program prints when it does what was asked.
    #[track_caller]
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Asks for what must be refused; the folder is as before.
    #[track_caller]
    pub(crate) fn refused(&self, arguments: &[&str], wanted: &str) {
        let before = files(self.0.path());
        let output = self.command(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(wanted), "{arguments:?}: {told}");
        assert_eq!(files(self.0.path()), before, "{arguments:?}");
    }

    pub(crate) fn customers(&self, database: &str) -> Value {
        let arguments = ["--database", database, "accounts", "list", "--json"];
        serde_json::from_str(&self.done(&arguments)).unwrap()
    }
}

/// What is in a folder, but for what SQLite keeps there while it is open.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let passing = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with("-wal") || name.ends_with("-shm")
    };
    let mut files: Vec<_> = paths
        .filter(|path| path.is_file() && !passing(path))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_backup_is_brought_back_elsewhere_with_everything_verified() {
    let scene = Scene::new();
    let told = scene.done(&["backup", "a.backup", "--encrypt", "--passphrase-file", "right"]);
    assert!(told.contains("The key file is in it."), "{told}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(scene.path("a.backup")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let told = scene.done(&["backup", "--check", "a.backup", "--passphrase-file", "right"]);
    assert!(told.contains("each chain up to its head"), "{told}");
    let arguments = ["restore", "a.backup", "--to", "b.db", "--passphrase-file", "right"];
    let told = scene.done(&arguments);
    for wanted in ["every byte", "by count and digest", "the key file fits", "every read table"] {
        assert!(told.contains(wanted), "no {wanted:?} in {told}");
    }
    assert_eq!(scene.customers("b.db"), scene.customers("handslag.db"));
    scene.done(&["--database", "b.db", "rebuild", "--check"]);
    assert_eq!(
        fs::read(scene.path("b.db.key")).unwrap(),
        fs::read(scene.path("handslag.db.key")).unwrap()
    );
    // In a folder it is named by its instant.
    fs::create_dir(scene.path("backups")).unwrap();
    scene.done(&["--now", "2026-03-09T08:40:00Z", "backup", "backups"]);
    assert!(scene.path("backups/handslag-20260309T084000Z.backup").exists());
    // What takes everything out is noted, and the doctor knows.
    assert!(scene.done(&["audit", "list"]).contains("ledger.backup"));
}

#[test]
fn what_is_wrong_with_a_backup_is_told_and_nothing_is_left() {
    let scene = Scene::new();
    scene.done(&["backup", "sealed", "--encrypt", "--passphrase-file", "right"]);
    let told = scene.done(&["backup", "open"]);
    assert!(told.contains("The key file is NOT in it"), "{told}");
    scene.write("short", "too short\n");
    scene.write("empty", "\n");
    let mut changed = fs::read(scene.path("open")).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(scene.path("changed"), &changed).unwrap();
    fs::write(scene.path("cut"), &fs::read(scene.path("open")).unwrap()[..middle]).unwrap();
    for (arguments, wanted) in [
        (&["backup", "c", "--encrypt"][..], "--passphrase-file"),
        (&["backup", "c", "--passphrase-file", "right"], "without --encrypt"),
        (&["backup", "c", "--encrypt", "--passphrase-file", "short"], "wanted 12 or more"),
        (&["backup", "c", "--encrypt", "--passphrase-file", "empty"], "is empty"),
        (&["backup", "nowhere/c"], "cannot be written"),
        (&["--database", "none.db", "backup", "c"], "there is no database"),
        (&["backup", "--check", "nowhere"], "cannot be read"),
        (&["backup", "--check", "handslag.db"], "no backup of handslag"),
        (&["backup", "--check", "sealed"], "wanted its passphrase"),
        (&["backup", "--check", "sealed", "--passphrase-file", "wrong"], "passphrase is not"),
        (&["backup", "--check", "open", "--passphrase-file", "right"], "not encrypted"),
        (&["backup", "--check", "changed"], "changed or damaged"),
        (&["backup", "--check", "cut"], "cut short"),
        (&["restore", "changed", "--to", "c.db", "--key-file", "handslag.db.key"], "changed"),
        (&["restore", "cut", "--to", "c.db", "--key-file", "handslag.db.key"], "cut short"),
        (&["restore", "open", "--to", "c.db"], "the key file is not in the backup"),
        (&["restore", "open"], "is there already"),
        (&["restore", "sealed", "--to", "c.db"], "wanted its passphrase"),
    ] {
        scene.refused(arguments, wanted);
    }
    // Another company's keys open nothing here.
    let other = Scene::new();
    fs::copy(other.path("handslag.db.key"), scene.path("other.key")).unwrap();
    let arguments = ["restore", "open", "--to", "c.db", "--key-file", "other.key"];
    scene.refused(&arguments, "does not fit");
    let arguments = [
        "restore",
        "sealed",
        "--to",
        "c.db",
        "--key-file",
        "other.key",
        "--passphrase-file",
        "right",
    ];
    scene.refused(&arguments, "another key file");
}

#[test]
fn a_database_is_replaced_only_when_nobody_uses_it_and_who_was_erased_stays_so() {
    let scene = Scene::new();
    scene.done(&["backup", "old", "--encrypt", "--passphrase-file", "right"]);
    scene.done(&[
        "person",
        "erase",
        "Ebba Kvistgren",
        "--reason",
        "consent_withdrawn",
        "--for-good",
    ]);
    scene.done(&["accounts", "add", "Later"]);

    let mut server = scene.command(&["serve", "--listen", "127.0.0.1:0"]);
    let mut server = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    // A backup is made beside it, but nothing is put in its place.
    scene.done(&["backup", "beside"]);
    let arguments = ["restore", "old", "--passphrase-file", "right", "--replace"];
    scene.refused(&arguments, "is in use");
    server.kill().unwrap();
    server.wait().unwrap();

    let told = scene.done(&arguments);
    assert!(told.contains("1 people who were erased are forgotten again"), "{told}");
    assert!(told.contains("The former database is kept as"), "{told}");
    let customers = scene.customers("handslag.db");
    assert_eq!(customers.as_array().unwrap().len(), 1, "{customers}");
    let listed = scene.done(&["contacts", "list", "Brouwerij", "--json"]);
    assert!(!listed.contains("Ebba"), "{listed}");
    scene.done(&["rebuild", "--check"]);
    let kept = fs::read_dir(scene.0.path()).unwrap().map(|entry| entry.unwrap().path());
    let kept = kept.filter(|path| path.to_string_lossy().contains(".before-")).count();
    assert_eq!(kept, 1, "the former database; the key file was the same");
}

/// The shell's limit on the size of files stands for a disk that is full.
#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_leaves_the_former_backup() {
    let scene = Scene::new();
    scene.done(&["backup", "kept"]);
    let rows: String = (0..3000).map(|n| format!("A-{n},2026-01-05,2026-01-07\n")).collect();
    scene.write("history.csv", &format!("key,opened,done\n{rows}"));
    scene.write("map.toml", MAPPING);
    scene.done(&["import", "history.csv", "--mapping", "map.toml"]);
    let program = env!("CARGO_BIN_EXE_handslag");
    let before = files(scene.0.path());
    let small = format!("trap '' XFSZ; ulimit -f 40; exec {program} backup kept");
    let output = Command::new("bash").args(["-c", &small]).current_dir(scene.0.path()).output();
    let output = output.unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && told.contains("kept cannot be written"), "{told}");
    assert_eq!(files(scene.0.path()), before);
    scene.done(&["backup", "--check", "kept"]);
}

#[test]
fn the_doctor_knows_the_last_backup_and_a_clock_that_is_behind() {
    let scene = Scene::new();
    let told = scene.done(&["doctor"]);
    assert!(told.contains("SOON backup: none"), "{told}");
    scene.done(&["backup", "a"]);
    let told = scene.done(&["doctor", "--json"]);
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["faults"], Value::Array(Vec::new()), "{told}");
    let findings = told["findings"].as_array().unwrap();
    let backup = findings.iter().find(|finding| finding["about"] == "backup").unwrap();
    assert_eq!(backup["level"], "fine");
    let output = scene.command(&["--now", "2020-01-01T00:00:00Z", "doctor"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success() && told.contains("WRONG clock: the newest event"), "{told}");
}
