//! What is SQLite's own: files that are not what they should be.

use std::sync::Arc;

use ledger::{LedgerError, StoreError};

use crate::scene::{instant, open};

#[test]
fn what_is_no_database_is_refused() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear Ebba, this is a letter and no database at all.")
        .expect("it writes");
    let entropy = ledger::Entropy::from_seed([5; 32]);
    let ring = ledger::KeyRing::generate(&entropy, jiff::Timestamp::UNIX_EPOCH);
    let refused =
        ledger::Ledger::open_sqlite(&path, ring, Arc::new(entropy)).expect_err("a letter");
    assert!(matches!(refused, LedgerError::Store(StoreError::Unavailable(_))), "{refused}");
    let kept = std::fs::read_to_string(&path).expect("it reads");
    assert!(kept.starts_with("Dear Ebba"), "and left as it was");
}

#[tokio::test]
async fn a_folder_that_does_not_exist_is_named() {
    let refused = ledger::Ledger::open_sqlite(
        std::path::Path::new("/nowhere/at/all/handslag.db"),
        ledger::KeyRing::generate(
            &ledger::Entropy::from_seed([5; 32]),
            jiff::Timestamp::UNIX_EPOCH,
        ),
        Arc::new(ledger::Entropy::from_seed([5; 32])),
    );
    assert!(refused.expect_err("no folder").to_string().contains("/nowhere/at/all/handslag.db"));
    let _opened = open(&tempfile::TempDir::new().expect("a folder").path().join("fine.db"));
}

#[test]
fn programs_that_open_a_fresh_file_at_once_all_find_it_made() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, at) = (folder.path().join("fresh.db"), instant("2026-02-02T10:00:00Z"));
        let together = Arc::new(std::sync::Barrier::new(8));
        let openers = (0..8_u8).map(|seed| {
            let (path, together) = (path.clone(), Arc::clone(&together));
            std::thread::spawn(move || {
                let entropy = Arc::new(ledger::Entropy::from_seed([seed; 32]));
                let ring = ledger::KeyRing::generate(&entropy, at);
                together.wait();
                ledger::Ledger::open_sqlite(&path, ring, entropy).map(drop)
            })
        });
        for opener in openers.collect::<Vec<_>>() {
            opener.join().expect("it ends").expect("it opens");
        }
    }
}

#[tokio::test]
async fn a_file_of_an_earlier_version_keeps_the_order_of_its_lists() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("earlier.db");
    let earlier = rusqlite::Connection::open(&path).expect("it opens");
    for step in [
        include_str!("../../migrations/sqlite/0001_ledger.sql"),
        include_str!("../../migrations/sqlite/0002_access.sql"),
    ] {
        earlier.execute_batch(step).expect("a step");
    }
    earlier.pragma_update(None, "user_version", 2).expect("a version");
    let whose = crate::scene::KORNOELJE;
    let account = crate::scene::BREWERY;
    let rows = format!("INSERT INTO account VALUES ('{whose}', '{account}', 'Brewery', 'office')");
    earlier.execute_batch(&rows).expect("an account");
    for (number, chance) in [(1_u32, "900"), (2, "NULL"), (3, "120")] {
        let id = crate::scene::promise_id(number.into());
        let promise = format!(
            "INSERT INTO promise (organisation, promise, number, version, state, account, subject, begun_at,
                 confirmed, counter_late)
             VALUES ('{whose}', '{id}', {number}, 3, 'accepted', '{account}', 'Data', 0, 1, 0);
             INSERT INTO standing SELECT '{whose}', '{id}', 0, {chance}, 'x' WHERE {chance} IS NOT NULL"
        );
        earlier.execute_batch(&promise).expect("a promise");
    }
    drop(earlier);
    drop(open(&path));
    let later = rusqlite::Connection::open(&path).expect("it opens");
    let mut listed = later
        .prepare(
            "SELECT number FROM promise WHERE organisation = ?1
             ORDER BY state <> 'late', chance IS NULL, chance, due, number",
        )
        .expect("a query");
    let numbers = listed.query_map([whose.to_string()], |row| row.get(0)).expect("it reads");
    assert_eq!(numbers.collect::<Result<Vec<u32>, _>>().expect("numbers"), [3, 1, 2]);
}
