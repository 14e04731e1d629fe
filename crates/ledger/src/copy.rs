//! Moving house: everything of one database into another that is empty, whichever kinds they are.
//!
//! The source is read as it stood at one instant. Every chain is followed on the way. Before the copy is kept, what then
//! stands in the target is read again and held against what was read from the source, table by table; whatever fails,
//! the target stays empty. Sessions and leases are not taken along: people sign in again.

use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::backup::{BackupError, Chains};
use crate::location::Location;
use crate::postgres;
use crate::sqlite::whole;
use crate::store::{Database, StoreError};
use crate::table::{Piece, Sum, Sums, TABLES};

/// Pieces that wait to be taken.
const WAITING: usize = 16;

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Each table.
    pub tables: Vec<CopiedTable>,
    /// How many streams there are; each was followed from its first event to its head.
    pub streams: u64,
    /// How many events.
    pub events: u64,
}

/// A table that was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedTable {
    /// Which one.
    pub name: &'static str,
    /// How many rows it has.
    pub rows: u64,
    /// The digest of all its rows, the same in both databases.
    pub digest: String,
}

/// Why nothing was copied. The target is as empty as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    /// There is nothing to copy.
    #[error("there is no database {0}")]
    NoSource(Location),
    /// Both are the same.
    #[error("{0} cannot be copied into itself")]
    Same(Location),
    /// The target holds something.
    #[error("the database {0} is not empty; wanted a fresh one")]
    NotEmpty(Location),
    /// The log of the source does not hold.
    #[error("the log of {0} does not hold: {1}; nothing is made of a broken chain")]
    Broken(Location, String),
    /// A database does not answer.
    #[error("{0}: {1}")]
    Store(Location, StoreError),
    /// The program is at its end.
    #[error("the copy was given up")]
    GivenUp,
}

/// Copies everything of one database into another.
///
/// # Errors
/// [`CopyError`]; the target is empty then.
pub async fn copy(from: &Location, to: &Location) -> Result<Copied, CopyError> {
    if from == to {
        return Err(CopyError::Same(from.clone()));
    }
    if from.is_missing() {
        return Err(CopyError::NoSource(from.clone()));
    }
    let of_source = |error| CopyError::Store(from.clone(), error);
    let of_target = |error| CopyError::Store(to.clone(), error);
    if !is_empty(to).await.map_err(of_target)? {
        return Err(CopyError::NotEmpty(to.clone()));
    }
    let source = Database::open(from, None).await.map_err(of_source)?;
    // Makes it, and brings it up to date.
    drop(Database::open(to, None).await.map_err(of_target)?);

    let (send, pieces) = channel(WAITING);
    let (hand_on, handed) = channel(WAITING);
    let reading = tokio::spawn(async move { source.read_whole(send).await });
    let handing = hand_on.clone();
    let following = tokio::task::spawn_blocking(move || follow(pieces, &handing));
    let filling = tokio::spawn(fill(to.clone(), handed));

    let read = reading.await.map_err(|_| CopyError::GivenUp)?;
    let followed = following.await.map_err(|_| CopyError::GivenUp)?;
    // Only when everything was read, and holds, is the target told what must stand in it, and may it keep that.
    let broken = |error| broken(from, error);
    let whole = followed.map_err(broken).and_then(|(chains, sums)| {
        read.map_err(of_source)?;
        let (streams, events) = chains.end().map_err(broken)?;
        Ok((sums.end(), streams, events))
    });
    let last = whole.as_ref().map(|(sums, _, _)| Piece::Sums(sums.clone())).map_err(|_| ());
    if hand_on.send(last).await.is_err() {
        // The target has failed before; it says so itself.
    }
    drop(hand_on);
    let filled = filling.await.map_err(|_| CopyError::GivenUp)?;
    if !filled.map_err(of_target)? {
        return Err(CopyError::NotEmpty(to.clone()));
    }
    let (sums, streams, events) = whole?;
    let table = |(table, Sum { rows, digest }): (&crate::table::Table, Sum)| CopiedTable {
        name: table.name,
        rows,
        digest,
    };
    Ok(Copied { tables: TABLES.iter().zip(sums).map(table).collect(), streams, events })
}

/// Whether there are no events at a place. Nothing is made there, nor brought up to date.
///
/// # Errors
/// [`StoreError`] when it does not answer, or is something else than a database.
pub async fn is_empty(location: &Location) -> Result<bool, StoreError> {
    match location {
        Location::File(path) => whole::is_empty(path),
        Location::Server(server) => postgres::whole::is_empty(server).await,
    }
}

fn broken(from: &Location, error: BackupError) -> CopyError {
    if let BackupError::Broken(text) = error {
        return CopyError::Broken(from.clone(), text);
    }
    CopyError::Broken(from.clone(), error.to_string())
}

/// Follows every chain, adds everything up, and hands it on.
fn follow(
    mut pieces: Receiver<Piece>,
    to: &Sender<Result<Piece, ()>>,
) -> Result<(Chains, Sums), BackupError> {
    let (mut chains, mut sums) = (Chains::default(), Sums::new());
    while let Some(piece) = pieces.blocking_recv() {
        if let Piece::Rows(table, rows) = &piece {
            rows.iter().try_for_each(|row| chains.add(table, row))?;
            sums.add(table, rows);
        }
        if to.blocking_send(Ok(piece)).is_err() {
            break;
        }
    }
    Ok((chains, sums))
}

async fn fill(to: Location, from: Receiver<Result<Piece, ()>>) -> Result<bool, StoreError> {
    match to {
        Location::File(path) => {
            let filling = tokio::task::spawn_blocking(move || whole::fill(&path, from)).await;
            filling.unwrap_or_else(|e| Err(StoreError::Unavailable(e.to_string())))
        }
        Location::Server(server) => postgres::whole::fill(&server, from).await,
    }
}
