//! A power cut: what was written and not synced is gone, and what was acknowledged must not be among it.
//!
//! SQLite's own file system is wrapped: a write waits until its file is synced, and only then reaches an image of the
//! disk. After each acknowledged commit the image is opened, as the disk would be after a cut.

#![expect(clippy::unwrap_used, reason = "whatever cannot be done ends the test")]
#![expect(unsafe_code, reason = "SQLite takes a file system only as C functions")]

use std::collections::BTreeMap;
use std::ffi::{CStr, c_int, c_void};
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use rusqlite::{Connection, ffi};
use testkit::Store;

use crate::scene::{KORNOELJE, Scene, US, open, promise_id, write};

#[derive(Debug)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

/// An open file.
#[derive(Debug)]
struct Open {
    name: String,
    theirs: ffi::sqlite3_io_methods,
}

/// What of each file is on the disk, and what still waits for a sync.
#[derive(Debug)]
struct Disk {
    /// Every open file, by its address.
    open: BTreeMap<usize, Open>,
    waiting: BTreeMap<String, Vec<Change>>,
    synced: BTreeMap<String, Vec<u8>>,
}

static DISK: Mutex<Disk> =
    Mutex::new(Disk { open: BTreeMap::new(), waiting: BTreeMap::new(), synced: BTreeMap::new() });

/// SQLite's own file system.
struct System(ffi::sqlite3_vfs);
// SAFETY: the table is never changed once it is made.
unsafe impl Send for System {}
// SAFETY: as above.
unsafe impl Sync for System {}
static SYSTEM: OnceLock<System> = OnceLock::new();

/// SQLite's own functions for a file: those of a database differ from those of its logs.
fn theirs(file: *mut ffi::sqlite3_file) -> ffi::sqlite3_io_methods {
    DISK.lock().unwrap().open[&file.addr()].theirs
}

fn note(file: *mut ffi::sqlite3_file, change: Change) {
    let mut disk = DISK.lock().unwrap();
    if let Some(name) = disk.open.get(&file.addr()).map(|open| open.name.clone()) {
        disk.waiting.entry(name).or_default().push(change);
    }
}

unsafe extern "C" fn open_file(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let system = SYSTEM.get().unwrap();
    // SAFETY: the arguments are SQLite's own, passed on; an opened file has methods.
    unsafe {
        let code = system.0.xOpen.unwrap()(vfs, name, file, flags, out);
        if code == ffi::SQLITE_OK && !name.is_null() {
            let theirs = *(*file).pMethods;
            let mut ours = theirs;
            ours.xWrite = Some(write_file);
            ours.xTruncate = Some(cut_file);
            ours.xSync = Some(sync_file);
            ours.xClose = Some(close_file);
            // SQLite wants the table to outlive the file; a test leaks few of them.
            (*file).pMethods = Box::leak(Box::new(ours));
            let name = CStr::from_ptr(name).to_str().unwrap().to_owned();
            DISK.lock().unwrap().open.insert(file.addr(), Open { name, theirs });
        }
        code
    }
}

unsafe extern "C" fn write_file(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite hands over `length` readable bytes.
    unsafe {
        let count = usize::try_from(length).unwrap();
        let written = std::slice::from_raw_parts(bytes.cast::<u8>(), count).to_vec();
        note(file, Change::Bytes(usize::try_from(offset).unwrap(), written));
        theirs(file).xWrite.unwrap()(file, bytes, length, offset)
    }
}

unsafe extern "C" fn cut_file(file: *mut ffi::sqlite3_file, size: i64) -> c_int {
    note(file, Change::Length(usize::try_from(size).unwrap()));
    // SAFETY: passed on as it came.
    unsafe { theirs(file).xTruncate.unwrap()(file, size) }
}

unsafe extern "C" fn sync_file(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    let mut disk = DISK.lock().unwrap();
    if let Some(name) = disk.open.get(&file.addr()).map(|open| open.name.clone()) {
        let changes = disk.waiting.remove(&name).unwrap_or_default();
        let image = disk.synced.entry(name).or_default();
        for change in changes {
            match change {
                Change::Length(size) => image.resize(size, 0),
                Change::Bytes(at, bytes) => {
                    image.resize(image.len().max(at + bytes.len()), 0);
                    image[at..at + bytes.len()].copy_from_slice(&bytes);
                }
            }
        }
    }
    drop(disk);
    // SAFETY: passed on as it came.
    unsafe { theirs(file).xSync.unwrap()(file, flags) }
}

unsafe extern "C" fn close_file(file: *mut ffi::sqlite3_file) -> c_int {
    let open = DISK.lock().unwrap().open.remove(&file.addr()).unwrap();
    // SAFETY: passed on as it came.
    unsafe { open.theirs.xClose.unwrap()(file) }
}

/// Puts our file system in the place of SQLite's.
fn wrap() {
    SYSTEM.get_or_init(|| {
        // SAFETY: the default file system lives as long as the program, and so does the leaked copy.
        unsafe {
            assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK);
            let system = *ffi::sqlite3_vfs_find(std::ptr::null());
            let ours = Box::leak(Box::new(system));
            ours.zName = c"power cut".as_ptr();
            ours.xOpen = Some(open_file);
            assert_eq!(ffi::sqlite3_vfs_register(ours, 1), ffi::SQLITE_OK);
            System(system)
        }
    });
}

/// Writes what of a database was synced into a folder.
fn after_a_cut(database: &Path, folder: &Path) -> std::path::PathBuf {
    let disk = DISK.lock().unwrap();
    let copy = folder.join("after.db");
    for end in ["", "-wal"] {
        let image = disk.synced.get(&format!("{}{end}", database.display()));
        let image = image.map_or(&[][..], Vec::as_slice);
        std::fs::write(format!("{}{end}", copy.display()), image).unwrap();
    }
    copy
}

#[tokio::test]
async fn what_was_acknowledged_outlives_a_power_cut() {
    wrap();
    let scene = Scene::new(Store::sqlite()).await;
    for number in 1..=40_u16 {
        scene
            .ask(promise_id(number.into()), US, "2026-02-02T10:00:00Z", write(number.into()))
            .await;
        let folder = tempfile::tempdir().unwrap();
        let ledger = open(&after_a_cut(scene.store.file().unwrap(), folder.path()));
        ledger.unlock(KORNOELJE).await.expect("the same keys");
        let checked = ledger.check(KORNOELJE).await.expect("it reads");
        assert_eq!(checked.events, 7 + usize::from(number), "commit {number} was not synced");
        assert_eq!(checked.faults, Vec::<String>::new());
    }
}

#[test]
fn a_commit_that_waits_for_no_sync_is_lost_in_a_power_cut() {
    wrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("loose.db");
    let loose = Connection::open(&path).unwrap();
    loose.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (n);").unwrap();
    loose.execute_batch("PRAGMA synchronous = OFF; INSERT INTO t VALUES (1);").unwrap();
    let cut = tempfile::tempdir().unwrap();
    let after = Connection::open(after_a_cut(&path, cut.path())).unwrap();
    let count = |file: &Connection| {
        file.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!((count(&loose), count(&after)), (1, 0));
}
