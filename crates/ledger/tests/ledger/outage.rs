//! A database that goes away and comes back, may only be read for a while, or is full; and a clock that is set back.
//! Whoever asks is told so, nothing is half written, and afterwards the same ledger goes on without a restart.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use ledger::receipt::Holder;
use ledger::{
    Entropy, Head, KeyRing, Ledger, LedgerError, Location, Outcome, PromiseTold, StoreError,
    Unready,
};
use promise::{Actor, Command, PromiseId};
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, THEM, US, instant, key, offer, office, promise_id, write};

testkit::on_both_stores!(
    what_a_full_disk_refuses_is_written_when_there_is_room,
    a_clock_that_is_set_back_breaks_neither_order_nor_chain,
);

/// Tries to write what follows from a command, decided on what was read, under a key.
async fn tried(
    ledger: &Ledger,
    (id, told): (PromiseId, &PromiseTold),
    (by, command): (Actor, Command),
    (at, name): (&str, &str),
) -> Result<Outcome, LedgerError> {
    let at = instant(at);
    let (calendar, policy) = (office(), promise::Policy::default());
    let now = promise::Now { at, calendar: &calendar, policy: &policy };
    let events = promise::decide(told.state.as_ref(), command, by, &now).expect("it is allowed");
    let mut batch = ledger.batch(KORNOELJE);
    batch.promise_events(id, told, &events)?;
    batch.commit(&key(name), at).await
}

/// An offer of the draft of a scene, which is tried again and again.
struct Offer<'a> {
    ledger: &'a Ledger,
    told: PromiseTold,
}

impl<'a> Offer<'a> {
    async fn of(ledger: &'a Ledger) -> Self {
        let told = ledger.promise(KORNOELJE, promise_id(1)).await.expect("it reads");
        Self { ledger, told }
    }

    async fn write(&self) -> Result<Outcome, LedgerError> {
        let of = (promise_id(1), &self.told);
        tried(self.ledger, of, (US, offer()), ("2026-02-02T11:00:00Z", "offer")).await
    }

    /// Nothing of it was written; then it is, once, under the same key.
    async fn is_written_once(&self) {
        let ledger = self.ledger;
        assert_eq!(events(ledger, promise_id(1)).await, 1, "nothing of what was refused");
        assert_eq!(ledger.recall(KORNOELJE, "offer", "offer").await, Ok(None));
        assert_eq!(self.write().await, Ok(Outcome::Done));
        let before = Outcome::DoneBefore("{\"of\":\"offer\"}".to_owned());
        assert_eq!(self.write().await, Ok(before));
        assert_eq!(events(ledger, promise_id(1)).await, 2);
        holds(ledger).await;
    }
}

async fn events(ledger: &Ledger, id: PromiseId) -> usize {
    ledger.promise(KORNOELJE, id).await.expect("it reads").events.len()
}

async fn holds(ledger: &Ledger) {
    let checked = ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
}

async fn with_a_draft(store: Store) -> Scene {
    let scene = Scene::new(store).await;
    scene.ask(promise_id(1), US, "2026-02-02T10:00:00Z", write(214)).await;
    scene
}

/// A scene with a draft; `None` where there is no server.
async fn on_a_server() -> Option<Scene> {
    Some(with_a_draft(Store::postgres().await?).await)
}

fn is_away<T: std::fmt::Debug>(answer: &Result<T, LedgerError>) -> bool {
    let wanted = "not currently accepting connections";
    matches!(answer, Err(LedgerError::Store(StoreError::Unavailable(text))) if text.contains(wanted))
}

#[tokio::test]
async fn while_the_server_is_gone_that_is_the_answer_and_then_it_goes_on() {
    let Some(scene) = on_a_server().await else { return };
    let (ledger, database) = (&scene.ledger, scene.store.database().expect("a server"));
    let offer = Offer::of(ledger).await;
    database.go_away().await;
    let read = ledger.promise(KORNOELJE, promise_id(1)).await;
    assert!(is_away(&read), "{read:?}");
    assert_eq!(ledger.ready().await, Err(Unready::Database));
    let written = offer.write().await;
    assert!(is_away(&written), "{written:?}");
    // The first waited as long as a restart takes. That was in vain, so the next are told soon.
    for _ in 0..2 {
        let soon = tokio::time::timeout(Duration::from_secs(2), offer.write()).await;
        assert!(is_away(&soon.expect("it is told soon")));
    }
    database.come_back().await;
    assert_eq!(ledger.ready().await, Ok(()));
    offer.is_written_once().await;
}

#[tokio::test]
async fn who_writes_waits_for_a_server_that_is_soon_back() {
    let Some(scene) = on_a_server().await else { return };
    let (ledger, database) = (&scene.ledger, scene.store.database().expect("a server"));
    let offer = Offer::of(ledger).await;
    database.go_away().await;
    let back = async {
        // The first try has met a closed door by then.
        let read = ledger.promise(KORNOELJE, promise_id(1)).await;
        assert!(is_away(&read), "{read:?}");
        database.come_back().await;
    };
    let (written, ()) = tokio::join!(offer.write(), back);
    assert_eq!(written, Ok(Outcome::Done));
    assert_eq!(events(ledger, promise_id(1)).await, 2);
    holds(ledger).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writers_who_ask_again_through_an_outage_write_everything_once() {
    const WRITERS: u32 = 6;
    const EACH: u32 = 12;
    let Some(scene) = on_a_server().await else { return };
    let (scene, acknowledged) = (Arc::new(scene), Arc::new(AtomicU32::new(0)));
    let (told, mut counted) = tokio::sync::mpsc::unbounded_channel();
    let writers = (1..=WRITERS).map(|writer| {
        let (scene, told) = (Arc::clone(&scene), told.clone());
        let acknowledged = Arc::clone(&acknowledged);
        tokio::spawn(async move {
            let nothing = PromiseTold { state: None, head: Head::default(), events: Vec::new() };
            for number in 0..EACH {
                let number = writer * 1000 + number;
                let (id, name) = (promise_id(number.into()), number.to_string());
                let (of, at) = ((id, &nothing), "2026-02-02T10:00:00Z");
                // As a program does that is told to ask again later.
                loop {
                    let ask = (US, write(number));
                    match tried(&scene.ledger, of, ask, (at, &name)).await {
                        Ok(_) => break,
                        Err(LedgerError::Store(StoreError::Unavailable(_))) => {}
                        Err(other) => panic!("{number}: {other:?}"),
                    }
                }
                let count = acknowledged.fetch_add(1, Ordering::SeqCst) + 1;
                told.send(count).expect("somebody counts");
            }
        })
    });
    let writers: Vec<_> = writers.collect();
    drop(told);
    let database = scene.store.database().expect("a server");
    while let Some(count) = counted.recv().await {
        if count % 25 == 0 {
            database.go_away().await;
            let read = scene.ledger.promise(KORNOELJE, promise_id(1)).await;
            assert!(is_away(&read), "{read:?}");
            database.come_back().await;
        } else if count % 5 == 0 {
            database.disconnect_all().await;
        }
    }
    for writer in writers {
        writer.await.expect("a writer ends");
    }
    let checked = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    let written = usize::try_from(1 + WRITERS * EACH).expect("few");
    assert_eq!((checked.streams, checked.events), (2 + written, 7 + written));
}

#[tokio::test]
async fn a_database_that_may_only_be_read_is_read_and_says_so() {
    let Some(scene) = on_a_server().await else { return };
    let (ledger, database) = (&scene.ledger, scene.store.database().expect("a server"));
    let offer = Offer::of(ledger).await;
    assert_eq!(ledger.try_to_write().await, Ok(()));
    database.only_read(true).await;
    let tried = ledger.try_to_write().await.map_err(LedgerError::Store);
    for refused in [offer.write().await.map(drop), tried] {
        let Err(LedgerError::Store(error @ StoreError::ReadOnly(_))) = refused else {
            panic!("{refused:?}")
        };
        let told = error.to_string();
        assert!(told.contains("cannot be written") && told.contains("read-only"), "{told}");
    }
    assert_eq!(events(ledger, promise_id(1)).await, 1, "it is read on");
    assert_eq!(ledger.ready().await, Ok(()));
    holds(ledger).await;
    database.only_read(false).await;
    assert_eq!(ledger.try_to_write().await, Ok(()));
    offer.is_written_once().await;
}

async fn what_a_full_disk_refuses_is_written_when_there_is_room(store: Store) {
    let scene = with_a_draft(store).await;
    let offer = Offer::of(&scene.ledger).await;
    // The event itself fits; what comes after it does not.
    scene.store.block_updates("stream").await;
    let wanted = match scene.store.location() {
        Location::Server(_) => StoreError::Full,
        // A file can be made to refuse only as if somebody else had been faster.
        Location::File(_) => StoreError::Conflict,
    };
    assert_eq!(offer.write().await, Err(LedgerError::Store(wanted)));
    // Others who need no more room go on, before and after.
    scene.ask(promise_id(2), US, "2026-02-02T10:30:00Z", write(215)).await;
    holds(&scene.ledger).await;
    scene.store.allow_updates("stream").await;
    offer.is_written_once().await;
}

async fn a_clock_that_is_set_back_breaks_neither_order_nor_chain(store: Store) {
    let scene = with_a_draft(store).await;
    let (ledger, id) = (&scene.ledger, promise_id(1));
    scene.ask(id, US, "2026-02-02T11:00:00Z", offer()).await;
    // The clock is six hours behind from here on.
    scene.ask(id, THEM, "2026-02-02T05:30:00Z", Command::Accept).await;
    scene.ask(promise_id(2), US, "2026-02-02T05:31:00Z", write(215)).await;
    scene.ask(promise_id(2), US, "2026-02-02T05:32:00Z", offer()).await;
    let told = ledger.promise(KORNOELJE, id).await.expect("it reads");
    let kinds: Vec<_> = told.events.iter().map(|stamped| stamped.event.name()).collect();
    assert_eq!(kinds, ["drafted", "offered", "accepted"], "in the order of writing");
    holds(ledger).await;
    ledger.rebuild(KORNOELJE).await.expect("it writes");
    holds(&scene.again().await).await;
    let at = instant("2026-02-02T05:33:00Z");
    let receipt = ledger.receipt(KORNOELJE, "Kornoelje", id, Holder::Us, at).await;
    assert_eq!(receipt.expect("it reads").expect("a promise").verify(None), Ok(()));
    // And right again.
    scene.ask(promise_id(2), THEM, "2026-02-02T12:00:00Z", Command::Accept).await;
    holds(ledger).await;
}

/// What another server has of a database when it follows it: a copy, up to now.
async fn following(scene: &Scene) -> Store {
    let other = scene.store.beside().await;
    ledger::copy::copy(scene.store.location(), other.location()).await.expect("it is copied");
    other
}

#[tokio::test]
async fn while_the_first_address_is_gone_the_second_is_read() {
    let Some(scene) = on_a_server().await else { return };
    let (other, first) = (following(&scene).await, scene.store.database().expect("a server"));
    let second = other.database().expect("a server");
    let entropy = Entropy::from_seed([5; 32]);
    let ring = KeyRing::generate(&entropy, jiff::Timestamp::UNIX_EPOCH);
    let (location, reading) = (scene.store.location(), Some(other.location()));
    let ledger = Ledger::open(location, reading, ring, Arc::new(entropy)).await.expect("it opens");
    ledger.unlock(KORNOELJE).await.expect("the same keys");
    // What the second does not have yet: while the first answers, it is the one that is read.
    scene.ask(promise_id(2), US, "2026-02-02T10:00:00Z", write(215)).await;
    assert_eq!(events(&ledger, promise_id(2)).await, 1);
    let offer = Offer::of(&ledger).await;

    first.go_away().await;
    assert_eq!(events(&ledger, promise_id(1)).await, 1);
    assert_eq!(events(&ledger, promise_id(2)).await, 0, "it is the second that answers");
    let written = offer.write().await;
    assert!(is_away(&written), "nothing is written there: {written:?}");
    second.go_away().await;
    let read = ledger.promise(KORNOELJE, promise_id(1)).await;
    assert!(is_away(&read), "{read:?}");
    second.come_back().await;
    assert_eq!(events(&ledger, promise_id(1)).await, 1);

    first.come_back().await;
    offer.is_written_once().await;
}
