//! A whole PostgreSQL database: read in one look while others write, and filled in one transaction.

use tokio::sync::mpsc::{Receiver, Sender};

use super::Postgres;
use super::fault::Fault;
use super::wire::Wire;
use crate::location::Server;
use crate::sql::Row;
use crate::store::StoreError;
use crate::table::{Piece, Sum, Sums, TABLES, Table, hold_against};

/// Rows that come at once.
const FETCH: &str = "FETCH 1000 FROM look";
/// Rows that go at once.
const ROWS_AT_ONCE: usize = 1000;
/// Whether there is such a table.
const HAS_EVENTS: &str = "SELECT 1 FROM pg_catalog.pg_class
    WHERE relname = 'event' AND pg_catalog.pg_table_is_visible(oid)";

impl Postgres {
    /// Sends every row of every table, as they stood at one instant; writers go on meanwhile.
    pub(crate) async fn read_whole(&self, to: Sender<Piece>) -> Result<(), StoreError> {
        // A connection of its own, which takes the look with it whatever happens.
        let wire = Wire::connect(&self.reading.server).await.map_err(|fault| fault.told)?;
        read_whole(&wire, &to).await.map_err(|fault| fault.told)
    }
}

async fn read_whole(wire: &Wire, to: &Sender<Piece>) -> Result<(), Fault> {
    let nobody = || Fault::refused(StoreError::Unavailable("nobody takes the rows".to_owned()));
    // From the first question on, everything is read as it stood then.
    wire.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let mut counts = Vec::new();
    for table in TABLES {
        let rows = wire.rows(&format!("SELECT count(*) FROM {}", table.name)).await?;
        let count = rows.first().map(|row| row.int(0)).transpose();
        let count = count.map_err(|e| Fault::refused(e.into()))?.unwrap_or(0);
        counts.push(u64::try_from(count).unwrap_or(0));
    }
    to.send(Piece::Counts(counts)).await.map_err(|_| nobody())?;
    for table in TABLES {
        let mut look = Look::begin(wire, table).await?;
        while let Some(rows) = look.next().await? {
            to.send(Piece::Rows(table, rows)).await.map_err(|_| nobody())?;
        }
    }
    wire.run("COMMIT").await
}

/// The rows of a table, some at a time.
struct Look<'a> {
    wire: &'a Wire,
}

impl<'a> Look<'a> {
    async fn begin(wire: &'a Wire, table: &Table) -> Result<Self, Fault> {
        // Columns of text are compared byte by byte by themselves here: see the migrations.
        let select = table.select("");
        wire.run(&format!("DECLARE look NO SCROLL CURSOR FOR {select}")).await?;
        Ok(Self { wire })
    }

    async fn next(&mut self) -> Result<Option<Vec<Row>>, Fault> {
        let rows = self.wire.rows(FETCH).await?;
        if rows.is_empty() {
            self.wire.run("CLOSE look").await?;
            return Ok(None);
        }
        Ok(Some(rows))
    }
}

/// Whether there are no events in a database.
pub(crate) async fn is_empty(server: &Server) -> Result<bool, StoreError> {
    let told = |fault: Fault| fault.told;
    let wire = Wire::connect(server).await.map_err(told)?;
    let is_made = !wire.rows(HAS_EVENTS).await.map_err(told)?.is_empty();
    Ok(!is_made || wire.rows("SELECT 1 FROM event LIMIT 1").await.map_err(told)?.is_empty())
}

/// Fills a database in one transaction: all that is sent until the end, or nothing. False when its tables are not empty.
///
/// Whoever sends must send an error when something is wrong with what was sent, as an end is taken for success.
pub(crate) async fn fill(
    server: &Server,
    from: Receiver<Result<Piece, ()>>,
) -> Result<bool, StoreError> {
    let wire = Wire::connect(server).await.map_err(|fault| fault.told)?;
    fill_on(&wire, from).await.map_err(|fault| fault.told)
}

async fn fill_on(wire: &Wire, mut from: Receiver<Result<Piece, ()>>) -> Result<bool, Fault> {
    let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    // Nobody may write meanwhile. Its end, or that of the connection, undoes everything.
    wire.run(&format!("BEGIN; LOCK TABLE {} IN EXCLUSIVE MODE", names.join(", "))).await?;
    for name in names {
        if !wire.rows(&format!("SELECT 1 FROM {name} LIMIT 1")).await?.is_empty() {
            return Ok(false);
        }
    }
    let mut waiting: Option<(&'static Table, Vec<Row>)> = None;
    while let Some(piece) = from.recv().await {
        match piece {
            Ok(Piece::Counts(_)) => {}
            Ok(Piece::Rows(table, rows)) => {
                let (of, kept) = waiting.get_or_insert_with(|| (table, Vec::new()));
                if *of != table || kept.len() >= ROWS_AT_ONCE {
                    wire.insert(of, std::mem::take(kept)).await?;
                    *of = table;
                }
                kept.extend(rows);
            }
            Ok(Piece::Sums(sums)) => {
                if let Some((table, rows)) = waiting.take() {
                    wire.insert(table, rows).await?;
                }
                hold(wire, &sums).await?;
            }
            Err(()) => return Ok(true),
        }
    }
    if let Some((table, rows)) = waiting {
        wire.insert(table, rows).await?;
    }
    wire.run("COMMIT").await?;
    // So that the first questions are planned for what is there.
    wire.run("ANALYZE").await?;
    Ok(true)
}

/// Holds what was filled in against what was given.
async fn hold(wire: &Wire, wanted: &[Sum]) -> Result<(), Fault> {
    let mut sums = Sums::new();
    for table in TABLES {
        let mut look = Look::begin(wire, table).await?;
        while let Some(rows) = look.next().await? {
            sums.add(table, &rows);
        }
    }
    hold_against(wanted, &sums.end()).map_err(Fault::refused)
}
