//! Backups: the whole ledger in one file, as it stood at one instant, the same from every store and for every store.
//!
//! [`write`](mod@write) makes one while others write on · [`read`] checks one, and fills an empty database from it ·
//! [`frame`] guards its bytes. The lines inside: what it is (`manifest`), then for each table its name and columns, its
//! rows in the order of their key, and how many they were with their digest; the key file, where it was asked for; and
//! the whole in one digest. Sessions and leases are left out: what was ended since must not come back.
//!
//! Opens no file: it is given what to read from and write to.

mod frame;
mod read;
mod write;

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

pub use self::frame::Cost;
pub(crate) use self::read::Chains;
pub use self::read::{Contents, check, restore};
pub use self::write::Wanted;
use crate::sql::{Row, Value};
use crate::store::StoreError;

/// The version of the lines inside.
const VERSION: u32 = 1;

/// Why a backup was not made or not brought back. Nothing was changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// The file is something else.
    #[error("this is no backup of handslag")]
    NoBackup,
    /// It was made by a later version.
    #[error("the backup was made by a later handslag; bring it back with that one")]
    Later,
    /// It was made by an earlier version, whose tables were others.
    #[error(
        "the backup was made by handslag {program}, whose tables were others; bring it back with that one, then start \
         this one on it"
    )]
    Earlier {
        /// Which one.
        program: String,
    },
    /// A passphrase is needed.
    #[error("the backup is encrypted; wanted its passphrase")]
    Sealed,
    /// A passphrase was given, and none is needed.
    #[error("the backup is not encrypted, though a passphrase was given; was the file exchanged?")]
    NotSealed,
    /// It does not open.
    #[error("the passphrase is not the backup's, or its beginning was changed")]
    Passphrase,
    /// It is not as it was written.
    #[error("the backup was changed or damaged")]
    Changed,
    /// Its end is missing.
    #[error("the backup was cut short")]
    CutShort,
    /// It holds more than a file of this format can.
    #[error("the ledger is too large for one backup")]
    TooLarge,
    /// It says what makes no sense.
    #[error("the backup cannot be read: {0}")]
    Unreadable(String),
    /// The log in it does not hold.
    #[error("the log in the backup does not hold: {0}")]
    Broken(String),
    /// The database holds something already.
    #[error("the database is not empty; wanted a fresh one")]
    NotEmpty,
    /// The file system did not.
    #[error("{0}")]
    File(String),
    /// The disk is full.
    #[error("there is no room left on the disk")]
    NoRoom,
    /// The database did not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        let is_full = matches!(
            error.kind(),
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
        );
        if is_full { Self::NoRoom } else { Self::File(error.to_string()) }
    }
}

/// Makes a database that nobody else has open one file that can be moved away.
///
/// # Errors
/// [`StoreError`] when somebody has it open.
pub fn close_for_good(path: &std::path::Path) -> Result<(), StoreError> {
    crate::sqlite::whole::close_for_good(path)
}

/// What a backup is and holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the lines inside.
    pub v: u32,
    /// The version of the program that made it.
    pub program: String,
    /// Everything that was acknowledged before this instant is in it.
    pub at: Timestamp,
    /// From which kind of database it is.
    pub store: String,
    /// The version of the tables.
    pub schema: i64,
    /// How many rows each table has.
    pub tables: Vec<TableCount>,
    /// Whether the key file is in it.
    pub keys: bool,
}

/// How many rows a table has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableCount {
    /// Which table.
    pub name: String,
    /// How many.
    pub rows: u64,
}

/// A line that is no row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Manifest(Manifest),
    Table { name: String, columns: Vec<String> },
    End { rows: u64, digest: String },
    Keys(String),
    Whole { digest: String },
}

/// The digest of rows, one after another.
#[derive(Debug, Clone, Default)]
struct Rows {
    count: u64,
    digest: Sha256,
}

impl Rows {
    fn add(&mut self, line: &str) {
        self.count += 1;
        self.digest.update(line.as_bytes());
        self.digest.update(b"\n");
    }

    fn end(self) -> (u64, String) {
        (self.count, HEXLOWER.encode(&self.digest.finalize()))
    }
}

/// A row as a line.
fn line_of(row: &Row) -> String {
    let cells = row.0.iter().map(|cell| match cell {
        Value::Null => Json::Null,
        Value::Int(number) => Json::from(*number),
        Value::Text(text) => Json::from(text.as_str()),
    });
    Json::Array(cells.collect()).to_string()
}

/// A line as a row; `None` when it is none.
fn row_of(line: &str) -> Option<Row> {
    let cells: Vec<Json> = serde_json::from_str(line).ok()?;
    let cells = cells.into_iter().map(|cell| match cell {
        Json::Null => Some(Value::Null),
        Json::Number(number) => number.as_i64().map(Value::Int),
        Json::String(text) => Some(Value::Text(text)),
        Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    });
    cells.collect::<Option<_>>().map(Row)
}
