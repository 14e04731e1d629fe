//! Moving house: there and back everything is what it was, and what fails leaves the target empty.

use ledger::Location;
use ledger::copy::{Copied, CopyError, copy};
use ledger::receipt::{Holder, Receipt};
use promise::Command;
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, THEM, US, instant, offer, promise_id, write};

testkit::on_both_stores!(
    there_and_back_everything_is_what_it_was,
    a_database_that_holds_something_is_not_filled,
    a_log_that_does_not_hold_is_not_copied,
    what_cannot_be_kept_is_not_begun,
);

/// A company with promises in every early state; enough rows that they travel in several pieces.
async fn lived_in(store: Store) -> Scene {
    let scene = Scene::new(store).await;
    for number in 1..=120_u32 {
        let id = promise_id(number.into());
        scene.ask(id, US, "2026-02-02T10:00:00Z", write(number)).await;
        if number % 2 == 0 {
            scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
        }
        if number % 4 == 0 {
            scene.ask(id, THEM, "2026-02-03T09:12:00Z", Command::Accept).await;
        }
    }
    scene
}

async fn copied(from: &Store, to: &Store) -> Result<Copied, CopyError> {
    copy(from.location(), to.location()).await
}

async fn is_empty(store: &Store) -> bool {
    let rows = store.everything().await;
    rows.iter().all(|row| row.starts_with("schema_version "))
}

async fn receipt(ledger: &ledger::Ledger) -> Receipt {
    let at = instant("2026-02-04T09:00:00Z");
    let made = ledger.receipt(KORNOELJE, "Kornoelje", promise_id(4), Holder::Us, at).await;
    made.expect("it reads").expect("there is such a promise")
}

async fn there_and_back_everything_is_what_it_was(store: Store) {
    let scene = lived_in(store).await;
    let (file, back) = (Store::sqlite(), scene.store.beside().await);
    let there = copied(&scene.store, &file).await.expect("it is copied");
    assert_eq!((there.streams, there.events), (2 + 120, 7 + 120 + 60 + 30));
    let rows = |name: &str| there.tables.iter().find(|table| table.name == name).map(|t| t.rows);
    assert_eq!((rows("promise"), rows("event")), (Some(120), Some(217)));
    assert_eq!(copied(&file, &back).await.expect("and back"), there);
    assert_eq!(back.everything().await, scene.store.everything().await);

    for moved in [&file, &back] {
        let ledger = moved.ledger(5).await;
        ledger.unlock(KORNOELJE).await.expect("the same keys");
        let checked = ledger.check(KORNOELJE).await.expect("it reads");
        assert_eq!(checked.faults, Vec::<String>::new());
        assert_eq!(receipt(&ledger).await.verify(None), Ok(()));
        assert_eq!(receipt(&ledger).await.events, receipt(&scene.ledger).await.events);
    }
}

async fn a_database_that_holds_something_is_not_filled(store: Store) {
    let scene = Scene::new(store).await;
    let other = Scene::new(scene.store.beside().await).await;
    let before = other.store.everything().await;
    let refused = copied(&scene.store, &other.store).await;
    assert_eq!(refused, Err(CopyError::NotEmpty(other.store.location().clone())));
    assert_eq!(other.store.everything().await, before);
    // Nor is one of an earlier version brought up to date on the way.
    let earlier = match other.store.location() {
        Location::File(_) => "PRAGMA user_version = 1",
        Location::Server(_) => "DELETE FROM schema_version WHERE version > 1",
    };
    other.store.execute(earlier).await;
    let before = other.store.everything().await;
    let refused = copied(&scene.store, &other.store).await;
    assert_eq!(refused, Err(CopyError::NotEmpty(other.store.location().clone())));
    assert_eq!(other.store.everything().await, before);
    let itself = copied(&scene.store, &scene.store).await;
    assert_eq!(itself, Err(CopyError::Same(scene.store.location().clone())));
    let nowhere = Location::File("/nowhere/at/all.db".into());
    let refused = copy(&nowhere, other.store.location()).await;
    assert_eq!(refused, Err(CopyError::NoSource(nowhere)));
}

async fn a_log_that_does_not_hold_is_not_copied(store: Store) {
    let scene = lived_in(store).await;
    for (change, told) in [
        ("UPDATE event SET at = at + 1 WHERE kind = 'accepted'", "was changed"),
        ("UPDATE stream SET hash = 'x' WHERE version = 3", "does not end where it should"),
    ] {
        scene.store.execute(change).await;
        for target in [Store::sqlite(), scene.store.beside().await] {
            let refused = copied(&scene.store, &target).await;
            let Err(CopyError::Broken(_, why)) = &refused else { panic!("{refused:?}") };
            assert!(why.contains(told), "{why}");
            assert!(is_empty(&target).await);
        }
        scene.store.execute("UPDATE event SET at = at - 1 WHERE kind = 'accepted'").await;
    }
}

async fn what_cannot_be_kept_is_not_begun(store: Store) {
    let scene = lived_in(store).await;
    let target = scene.store.beside().await;
    drop(target.ledger(5).await);
    // The target takes rows until the last but one, and something in it changes what it is given.
    target.change_inserted("idempotency", "answer").await;
    let refused = copied(&scene.store, &target).await;
    let Err(CopyError::Store(whose, error)) = &refused else { panic!("{refused:?}") };
    assert_eq!(whose, target.location());
    assert!(error.to_string().contains("idempotency came out otherwise"), "{error}");
    assert!(is_empty(&target).await);
}
