//! A whole PostgreSQL database: read in one look while others write, and filled in one transaction.

use tokio::sync::mpsc::Sender;

use super::Postgres;
use super::fault::Fault;
use super::wire::Wire;
use crate::store::StoreError;
use crate::table::{Piece, TABLES};

/// Rows that come at once.
const FETCH: &str = "FETCH 1000 FROM look";

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
        // Columns of text are compared byte by byte by themselves here: see the migrations.
        let select = table.select("");
        wire.run(&format!("DECLARE look NO SCROLL CURSOR FOR {select}")).await?;
        loop {
            let rows = wire.rows(FETCH).await?;
            if rows.is_empty() {
                break;
            }
            to.send(Piece::Rows(table, rows)).await.map_err(|_| nobody())?;
        }
        wire.run("CLOSE look").await?;
    }
    wire.run("COMMIT").await
}
