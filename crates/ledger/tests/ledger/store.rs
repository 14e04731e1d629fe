//! The database under it: many writers, other programs, and files that are not what they should be.

use std::sync::Arc;

use ledger::{LedgerError, StoreError};
use rusqlite::Connection;

use crate::scene::{
    KORNOELJE, Scene, THEM, US, instant, key, offer, office, open, promise_id, write,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_at_once_lose_nothing() {
    let scene = Arc::new(Scene::new().await);
    let writers = (0..16_u32).map(|writer| {
        let scene = Arc::clone(&scene);
        tokio::spawn(async move {
            for number in 0..20_u32 {
                let number = writer * 100 + number;
                scene
                    .ask(promise_id(number.into()), US, "2026-02-02T10:00:00Z", write(number))
                    .await;
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("a writer ends");
    }
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!((checked.streams, checked.events), (2 + 320, 7 + 320));
    assert_eq!(checked.faults, Vec::<String>::new());
}

#[tokio::test]
async fn a_tampered_log_is_found() {
    let scene = Scene::new().await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", promise::Command::Accept).await;
    let file = Connection::open(scene.path()).expect("it opens");
    let faults = async || scene.ledger.check(KORNOELJE).await.expect("it reads").faults;

    file.execute("UPDATE event SET at = at + 1 WHERE kind = 'accepted'", []).expect("it runs");
    let found = faults().await;
    assert!(
        found[0].contains("event 3 of promise:") && found[0].contains("was changed"),
        "{found:?}"
    );
    let refused = scene.ledger.rebuild(KORNOELJE).await;
    assert!(matches!(refused, Err(LedgerError::Damaged(_))), "nothing is made of a broken chain");
    file.execute("UPDATE event SET at = at - 1 WHERE kind = 'accepted'", []).expect("it runs");
    assert!(faults().await.is_empty());

    file.execute("UPDATE promise SET state = 'late'", []).expect("it runs");
    let found = faults().await;
    assert!(found[0].starts_with("promise: 1 rows are not what the log makes"), "{found:?}");
    scene.ledger.rebuild(KORNOELJE).await.expect("it writes");
    assert!(faults().await.is_empty(), "a rebuild mends what is only read");

    file.execute("DELETE FROM event WHERE kind = 'offered'", []).expect("it runs");
    assert!(faults().await[0].contains("does not follow"));
}

#[tokio::test]
async fn a_failed_batch_leaves_nothing_behind() {
    let scene = Scene::new().await;
    let (id, at) = (promise_id(1), instant("2026-02-02T10:00:00Z"));
    let (calendar, policy) = (office(), promise::Policy::default());
    let now = promise::Now { at, calendar: &calendar, policy: &policy };
    let events = promise::decide(None, write(214), US, &now).expect("it is allowed");
    let told = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    // The second promise of the batch takes the number of the first: all of it fails.
    let mut batch = scene.ledger.batch(KORNOELJE);
    batch.promise_events(id, &told, &events).expect("it writes");
    let other = scene.ledger.promise(KORNOELJE, promise_id(2)).await.expect("it reads");
    batch.promise_events(promise_id(2), &other, &events).expect("it writes");
    let refused = batch.commit(&key("two"), at).await;
    assert_eq!(refused, Err(LedgerError::Store(StoreError::Conflict)));
    let read = scene.ledger.promise(KORNOELJE, id).await.expect("it reads");
    assert!(read.state.is_none() && read.events.is_empty());
}

#[tokio::test]
async fn another_key_file_is_noticed() {
    let scene = Scene::new().await;
    let entropy = ledger::Entropy::from_seed([6; 32]);
    let ring = ledger::KeyRing::generate(&entropy, jiff::Timestamp::UNIX_EPOCH);
    let other =
        ledger::Ledger::open_sqlite(&scene.path(), ring, Arc::new(entropy)).expect("it opens");
    let refused = other.unlock(KORNOELJE).await.expect_err("other keys").to_string();
    assert!(refused.contains("another key file"), "{refused}");
}

#[tokio::test]
async fn a_file_of_a_later_version_is_left_alone() {
    let scene = Scene::new().await;
    let path = scene.path();
    drop(scene.ledger);
    let file = Connection::open(&path).expect("it opens");
    file.pragma_update(None, "user_version", 99).expect("it runs");
    drop(file);
    let entropy = ledger::Entropy::from_seed([5; 32]);
    let ring = ledger::KeyRing::generate(&entropy, jiff::Timestamp::UNIX_EPOCH);
    let refused = ledger::Ledger::open_sqlite(&path, ring, Arc::new(entropy));
    assert!(
        refused.expect_err("a later version").to_string().contains("written by a later handslag")
    );
}

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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn checks_at_the_same_time_do_not_meet() {
    let scene = Arc::new(Scene::new().await);
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    let checks = (0..16).map(|_| {
        let scene = Arc::clone(&scene);
        tokio::spawn(async move { scene.ledger.check(KORNOELJE).await })
    });
    for check in checks.collect::<Vec<_>>() {
        let checked = check.await.expect("it ends").expect("it reads");
        assert_eq!(checked.faults, Vec::<String>::new());
    }
}
