//! Several organisations in one database: a command works in the one that is named, and sees no other.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn handslag(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handslag"));
    command.args(arguments).current_dir(folder).env_remove("HANDSLAG_ORGANISATION");
    command.output().unwrap()
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

#[test]
fn a_command_works_in_the_organisation_that_is_named() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    done(at, &["found", "Kornoelje", "--admin", "Marnix"]);
    assert!(refused(at, &["found", "Zwartewaal", "--admin", "Oxalis"]).contains("Kornoelje"));
    done(at, &["found", "Zwartewaal", "--admin", "Oxalis", "--another"]);

    let which = refused(at, &["members", "list"]);
    assert!(which.contains("Kornoelje") && which.contains("Zwartewaal"), "{which}");
    assert!(which.contains("--organisation"), "{which}");
    let unknown = refused(at, &["members", "list", "--organisation", "Nobody"]);
    assert!(unknown.contains("\"Nobody\""), "{unknown}");

    done(at, &["accounts", "add", "Björkskatan", "--organisation", "Zwartewaal"]);
    let theirs = done(at, &["accounts", "list", "--organisation", "Zwartewaal"]);
    assert!(theirs.contains("Björkskatan"), "{theirs}");
    let ours = done(at, &["accounts", "list", "--organisation", "Kornoelje"]);
    assert!(!ours.contains("Björkskatan"), "{ours}");
    let members = done(at, &["members", "list", "--organisation", "Kornoelje"]);
    assert!(members.contains("Marnix") && !members.contains("Oxalis"), "{members}");

    let doctor = done(at, &["doctor"]);
    assert!(doctor.contains("Kornoelje") && doctor.contains("Zwartewaal"), "{doctor}");
}
