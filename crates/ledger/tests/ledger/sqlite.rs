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
