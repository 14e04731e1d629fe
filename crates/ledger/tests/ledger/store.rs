//! The database under it, whichever it is: many writers, other programs, and what somebody changed behind our back.

use std::sync::Arc;

use ledger::store::{Database, Transaction};
use ledger::{LedgerError, Location, Outcome, StoreError};
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, THEM, US, instant, key, offer, office, promise_id, write};

testkit::on_both_stores!(
    many_writers_at_once_lose_nothing,
    a_tampered_log_is_found,
    a_failed_batch_leaves_nothing_behind,
    another_key_file_is_noticed,
    a_database_of_a_later_version_is_left_alone,
    a_transaction_of_nothing_is_done,
    a_database_is_brought_up_to_date_once,
    programs_that_open_a_database_at_once_all_find_it_made,
    checks_at_the_same_time_do_not_meet,
);

async fn many_writers_at_once_lose_nothing(store: Store) {
    let scene = Arc::new(Scene::new(store).await);
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

async fn a_tampered_log_is_found(store: Store) {
    let scene = Scene::new(store).await;
    let id = promise_id(1);
    scene.ask(id, US, "2026-02-02T10:00:00Z", write(214)).await;
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    scene.ask(id, THEM, "2026-02-03T09:12:00Z", promise::Command::Accept).await;
    let tamper = async |sql| scene.store.execute(sql).await;
    let faults = async || scene.ledger.check(KORNOELJE).await.expect("it reads").faults;

    tamper("UPDATE event SET at = at + 1 WHERE kind = 'accepted'").await;
    let found = faults().await;
    assert!(
        found[0].contains("event 3 of promise:") && found[0].contains("was changed"),
        "{found:?}"
    );
    let refused = scene.ledger.rebuild(KORNOELJE).await;
    assert!(matches!(refused, Err(LedgerError::Damaged(_))), "nothing is made of a broken chain");
    tamper("UPDATE event SET at = at - 1 WHERE kind = 'accepted'").await;
    assert!(faults().await.is_empty());

    tamper("UPDATE promise SET state = 'late'").await;
    let found = faults().await;
    assert!(found[0].starts_with("promise: 1 rows are not what the log makes"), "{found:?}");
    scene.ledger.rebuild(KORNOELJE).await.expect("it writes");
    assert!(faults().await.is_empty(), "a rebuild mends what is only read");

    tamper("DELETE FROM event WHERE kind = 'offered'").await;
    assert!(faults().await[0].contains("does not follow"));
}

async fn a_failed_batch_leaves_nothing_behind(store: Store) {
    let scene = Scene::new(store).await;
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

async fn another_key_file_is_noticed(store: Store) {
    let scene = Scene::new(store).await;
    let other = scene.store.ledger(6).await;
    let refused = other.unlock(KORNOELJE).await.expect_err("other keys").to_string();
    assert!(refused.contains("another key file"), "{refused}");
}

async fn a_database_of_a_later_version_is_left_alone(store: Store) {
    let Scene { ledger, store } = Scene::new(store).await;
    drop(ledger);
    let later = match store.location() {
        Location::File(_) => "PRAGMA user_version = 99",
        Location::Server(_) => "INSERT INTO schema_version VALUES (99)",
    };
    store.execute(later).await;
    let refused = Database::open(store.location(), None).await.expect_err("a later version");
    let wanted = "it is of version 99, written by a later handslag";
    assert!(refused.to_string().contains(wanted), "{refused}");
}

/// As somebody asks who wants to know whether anything can be written.
async fn a_transaction_of_nothing_is_done(store: Store) {
    let database = Database::open(store.location(), None).await.expect("it opens");
    for _ in 0..4 {
        let nothing = Transaction { statements: Vec::new(), once: None };
        assert_eq!(database.write(nothing).await, Ok(Outcome::Done));
    }
}

async fn a_database_is_brought_up_to_date_once(store: Store) {
    if store.database().is_some() {
        store.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await;
    }
    let (before, after) = Database::migrate(store.location()).await.expect("it is made");
    assert!(before == 0 && after >= 2, "{before} {after}");
    assert_eq!(Database::migrate(store.location()).await, Ok((after, after)));
}

async fn programs_that_open_a_database_at_once_all_find_it_made(store: Store) {
    let store = Arc::new(store);
    if store.database().is_some() {
        store.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await;
    }
    let openers = (0..8).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { Database::open(store.location(), None).await.map(drop) })
    });
    for opener in openers.collect::<Vec<_>>() {
        opener.await.expect("it ends").expect("it opens");
    }
    let scene = Scene::new(Arc::into_inner(store).expect("all have ended")).await;
    assert_eq!(scene.ledger.check(KORNOELJE).await.expect("it reads").faults, Vec::<String>::new());
}

async fn checks_at_the_same_time_do_not_meet(store: Store) {
    let scene = Arc::new(Scene::new(store).await);
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
