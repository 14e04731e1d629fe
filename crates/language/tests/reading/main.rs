//! What must hold of any text: places, order, sameness, and work that grows with the length only.

mod hostile;
mod invariants;
mod mutate;
mod offsets;

use std::path::Path;

/// Texts once found worth keeping, one a file.
fn corpus(target: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a text")).collect()
}

#[track_caller]
fn replay(target: &str, read: fn(&str) -> String) {
    let texts = corpus(target);
    assert!(texts.len() >= 10, "{target}: {}", texts.len());
    for text in &texts {
        read(text);
    }
    let mut driver = mutate::Driver::new(7, texts);
    for _ in 0..300 {
        driver.step(read);
    }
}

#[test]
fn dates_hold_in_kept_texts_and_changes_of_them() {
    replay("dates", invariants::dates);
}

#[test]
fn zones_hold_in_kept_texts_and_changes_of_them() {
    replay("zones", invariants::zones);
}

#[test]
fn checks_hold_in_kept_texts_and_changes_of_them() {
    replay("check", invariants::check);
}
