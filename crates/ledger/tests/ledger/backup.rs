//! A backup is made while others write, holds all that was acknowledged before it began, and comes back whole or not at
//! all.

use std::io::{Error, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};

use ledger::Ledger;
use ledger::backup::{BackupError, Contents, Cost, Wanted, check, restore};
use rusqlite::Connection;
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, US, instant, key, open, promise_id, write};

const AT: &str = "2026-02-10T09:00:00Z";
const CHEAP: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

fn wanted(passphrase: Option<&str>) -> Wanted {
    Wanted {
        at: instant(AT),
        program: "0.0.0".to_owned(),
        passphrase: passphrase.map(|text| (text.to_owned(), CHEAP)),
        with_keys: passphrase.is_some(),
    }
}

async fn back_up(ledger: &Ledger, passphrase: Option<&str>) -> Vec<u8> {
    let (_, file) = ledger.back_up(Vec::new(), wanted(passphrase)).await.expect("it is made");
    file
}

async fn bring_back(
    file: &[u8],
    passphrase: Option<&str>,
    into: &Path,
) -> Result<Contents, BackupError> {
    let file = std::io::Cursor::new(file.to_vec());
    restore(file, passphrase.map(str::to_owned), into).await
}

/// How many rows there are in the tables that matter most.
fn rows(path: &Path) -> i64 {
    let file = Connection::open(path).expect("it opens");
    let count = "SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM idempotency)";
    file.query_row(count, [], |row| row.get(0)).expect("it counts")
}

/// Takes bytes, but those of the first chunk not before others have written on. By then the look at the database has
/// begun, and it has not ended: more rows than can wait are still to come.
struct Slow {
    bytes: Vec<u8>,
    written_on: Option<Receiver<()>>,
}

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Some(others) = self.written_on.take_if(|_| !self.bytes.is_empty()) {
            for _ in 0..50 {
                others.recv().expect("others write on");
            }
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

testkit::on_both_stores!(
    what_was_acknowledged_before_a_backup_is_in_it_though_others_write_on,
    a_backup_comes_back_with_or_without_a_passphrase,
);

async fn what_was_acknowledged_before_a_backup_is_in_it_though_others_write_on(store: Store) {
    let scene = Arc::new(Scene::new(store).await);
    let folder = tempfile::tempdir().expect("a folder");
    let next = Arc::new(AtomicU32::new(1));
    let over = Arc::new(AtomicBool::new(false));
    let (told, heard) = channel();
    let (tell_on, on) = channel();
    let writers: Vec<_> = (0..4)
        .map(|_| {
            let (scene, next, over) = (Arc::clone(&scene), Arc::clone(&next), Arc::clone(&over));
            let (told, tell_on) = (told.clone(), tell_on.clone());
            tokio::spawn(async move {
                while !over.load(Ordering::SeqCst) {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    scene.ask(promise_id(number.into()), US, AT, write(number)).await;
                    if let (Err(_), Err(_)) = (told.send(number), tell_on.send(())) {
                        // Enough was heard.
                    }
                }
            })
        })
        .collect();
    let before: Vec<u32> =
        tokio::task::spawn_blocking(move || heard.iter().take(400).collect()).await.expect("400");
    // Only what others write from here on lets the backup go on.
    while on.try_recv().is_ok() {}
    let slow = Slow { bytes: Vec::new(), written_on: Some(on) };
    let (manifest, slow) = scene.ledger.back_up(slow, wanted(None)).await.expect("it is made");
    over.store(true, Ordering::SeqCst);
    for writer in writers {
        writer.await.expect("it wrote");
    }

    let path = folder.path().join("restored.db");
    let contents = bring_back(&slow.bytes, None, &path).await.expect("it comes back");
    assert_eq!(contents.manifest, manifest);
    let restored = open(&path);
    restored.unlock(KORNOELJE).await.expect("the same keys");
    let checked = restored.check(KORNOELJE).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    assert_eq!(checked.events as u64, contents.events);
    for number in before {
        let id = promise_id(number.into());
        let name = format!("{id} write {AT}");
        let answer = restored.recall(KORNOELJE, &name, &name).await.expect("it reads");
        assert_eq!(answer, Some(key(&name).answer), "{number} was acknowledged");
        assert!(restored.promise(KORNOELJE, id).await.expect("it reads").state.is_some());
    }
    let all = scene.ledger.check(KORNOELJE).await.expect("it reads");
    assert!(checked.events < all.events, "others wrote on");
}

async fn a_backup_comes_back_with_or_without_a_passphrase(store: Store) {
    let scene = Scene::new(store).await;
    let folder = tempfile::tempdir().expect("a folder");
    scene.ask(promise_id(1), US, AT, write(1)).await;
    for passphrase in [None, Some("correct horse")] {
        let file = back_up(&scene.ledger, passphrase).await;
        let checked = check(&file[..], passphrase).expect("it holds");
        // The secrets go into a file only when nobody else can open it.
        assert_eq!(checked.keys, passphrase.map(|_| scene.ledger.ring().to_text()));
        let path = folder.path().join(format!("{}.db", passphrase.is_some()));
        let contents = bring_back(&file, passphrase, &path).await.expect("it comes back");
        assert_eq!(contents, checked);
        assert_eq!((contents.streams, contents.events), (3, 8));
        // The same rows make the same backup, but for its kind of guard.
        let again = back_up(&open(&path), None).await;
        let tables = check(&again[..], None).expect("it holds").manifest.tables;
        assert_eq!(tables, checked.manifest.tables);
    }
}

#[tokio::test]
async fn what_was_tampered_with_cut_or_is_not_ones_own_is_refused_and_nothing_is_left() {
    let scene = Scene::new(Store::sqlite()).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = back_up(&scene.ledger, Some("right")).await;
    let mut changed = file.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    let cases = [
        (&changed[..], Some("right"), BackupError::Passphrase),
        (&file[..file.len() - 1], Some("right"), BackupError::CutShort),
        (&file[..], Some("wrong"), BackupError::Passphrase),
        (&file[..], None, BackupError::Sealed),
        (&b"SQLite format 3\0"[..], None, BackupError::NoBackup),
    ];
    for (place, (file, passphrase, wanted)) in cases.into_iter().enumerate() {
        let path = folder.path().join(format!("{place}.db"));
        assert_eq!(check(file, passphrase), Err(wanted.clone()), "{place}");
        assert_eq!(bring_back(file, passphrase, &path).await, Err(wanted), "{place}");
        assert_eq!(rows(&path), 0, "{place}");
    }
}

#[tokio::test]
async fn a_log_that_does_not_hold_is_not_brought_back() {
    for (change, told) in [
        ("UPDATE event SET actor = '{\"rule\":\"time\"}' WHERE version = 2", "was changed"),
        ("DELETE FROM event WHERE version = 2", "was changed"),
        ("UPDATE stream SET hash = 'x'", "does not end where it should"),
        ("DELETE FROM stream", "has events and no end"),
        ("DELETE FROM event", "does not end where it should"),
    ] {
        let scene = Scene::new(Store::sqlite()).await;
        let folder = tempfile::tempdir().expect("a folder");
        scene.store.execute(change).await;
        let file = back_up(&scene.ledger, None).await;
        let path = folder.path().join("restored.db");
        let error = bring_back(&file, None, &path).await.expect_err(change);
        assert!(matches!(&error, BackupError::Broken(text) if text.contains(told)), "{error}");
        assert_eq!(rows(&path), 0, "{change}");
    }
}

#[tokio::test]
async fn a_database_that_holds_something_is_not_filled() {
    let scene = Scene::new(Store::sqlite()).await;
    let file = back_up(&scene.ledger, None).await;
    let path = scene.store.file().expect("a file");
    let before = rows(path);
    let error = bring_back(&file, None, path).await.expect_err("it is not empty");
    assert_eq!(error, BackupError::NotEmpty);
    assert_eq!(rows(path), before);
}

/// A disk with so much room.
struct Small(usize);

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(Error::from(ErrorKind::StorageFull))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_full_disk_is_told() {
    let scene = Scene::new(Store::sqlite()).await;
    let whole = back_up(&scene.ledger, None).await.len();
    for room in [0, 10, whole / 2, whole - 1] {
        let told = scene.ledger.back_up(Small(room), wanted(None)).await;
        assert_eq!(told.map(|(manifest, _)| manifest), Err(BackupError::NoRoom), "{room}");
    }
    assert!(scene.ledger.back_up(Small(whole), wanted(None)).await.is_ok());
}
