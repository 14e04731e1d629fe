//! A whole SQLite file: read in one look while others write, and filled in one transaction.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags, TransactionBehavior, params_from_iter};
use tokio::sync::mpsc::{Receiver, Sender};

use super::{Sqlite, connect, query_rows, store_error};
use crate::store::StoreError;
use crate::table::{PIECE_ROWS, Piece, Sum, Sums, TABLES, hold_against};

impl Sqlite {
    /// Sends every row of every table, as they stood at one instant; writers go on meanwhile.
    pub(crate) async fn read_whole(&self, to: Sender<Piece>) -> Result<(), StoreError> {
        let readers = Arc::clone(&self.readers);
        let reading = tokio::task::spawn_blocking(move || {
            let connection = readers.take()?;
            let read = read_whole(&connection, &to);
            // Whatever happened, the look ends here: else the log would grow for it for ever.
            if !connection.is_autocommit() {
                connection.execute_batch("ROLLBACK").map_err(|e| store_error(&e))?;
            }
            readers.give_back(connection);
            read
        });
        reading.await.unwrap_or_else(|e| Err(StoreError::Unavailable(e.to_string())))
    }
}

fn read_whole(connection: &Connection, to: &Sender<Piece>) -> Result<(), StoreError> {
    let wrong = |e: rusqlite::Error| store_error(&e);
    let nobody = || StoreError::Unavailable("nobody takes the rows any more".to_owned());
    // From the first question on, everything is read as it stood then.
    connection.execute_batch("BEGIN").map_err(wrong)?;
    let mut counts = Vec::new();
    for table in TABLES {
        let sql = format!("SELECT count(*) FROM {}", table.name);
        let count: i64 = connection.query_row(&sql, [], |row| row.get(0)).map_err(wrong)?;
        counts.push(u64::try_from(count).unwrap_or(0));
    }
    to.blocking_send(Piece::Counts(counts)).map_err(|_| nobody())?;
    each_piece(connection, |piece| to.blocking_send(piece).map_err(|_| nobody()))?;
    connection.execute_batch("COMMIT").map_err(wrong)
}

/// Gives the rows of every table to somebody.
fn each_piece(
    connection: &Connection,
    mut take: impl FnMut(Piece) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for table in TABLES {
        let mut rows = Vec::new();
        query_rows(connection, &table.select(""), &[], |row| {
            rows.push(row);
            if rows.len() < PIECE_ROWS {
                return Ok(());
            }
            take(Piece::Rows(table, std::mem::take(&mut rows)))
        })?;
        if !rows.is_empty() {
            take(Piece::Rows(table, rows))?;
        }
    }
    Ok(())
}

/// Holds what was filled in against what was given.
fn hold(connection: &Connection, wanted: &[Sum]) -> Result<(), StoreError> {
    let mut sums = Sums::new();
    each_piece(connection, |piece| {
        if let Piece::Rows(table, rows) = piece {
            sums.add(table, &rows);
        }
        Ok(())
    })?;
    hold_against(wanted, &sums.end())
}

/// Whether there are no events in a file, or it is not there.
pub(crate) fn is_empty(path: &Path) -> Result<bool, StoreError> {
    if !path.exists() {
        return Ok(true);
    }
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let asked = |sql| {
        connection.query_row(sql, [], |row| row.get::<_, bool>(0)).map_err(|e| store_error(&e))
    };
    let is_made = asked("SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'event'")?;
    Ok(!is_made || asked("SELECT count(*) = 0 FROM (SELECT 1 FROM event LIMIT 1)")?)
}

/// Fills a file in one transaction: all that is sent until the end, or nothing. False when its tables are not empty.
///
/// Whoever sends must send an error when something is wrong with what was sent, as an end is taken for success.
pub(crate) fn fill(path: &Path, mut from: Receiver<Result<Piece, ()>>) -> Result<bool, StoreError> {
    let wrong = |e: rusqlite::Error| store_error(&e);
    let mut connection = connect(path, OpenFlags::default())?;
    let filling =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
    for table in TABLES {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {})", table.name);
        if filling.query_row(&sql, [], |row| row.get(0)).map_err(wrong)? {
            return Ok(false);
        }
    }
    while let Some(piece) = from.blocking_recv() {
        match piece {
            Ok(Piece::Counts(_)) => {}
            Ok(Piece::Rows(table, rows)) => {
                let mut insert = filling.prepare_cached(&table.insert()).map_err(wrong)?;
                for row in rows {
                    insert.execute(params_from_iter(&row.0)).map_err(wrong)?;
                }
            }
            Ok(Piece::Sums(sums)) => hold(&filling, &sums)?,
            // Dropping it undoes everything.
            Err(()) => return Ok(true),
        }
    }
    filling.commit().map_err(wrong)?;
    // Everything into the one file, so that it can be moved.
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(wrong)?;
    Ok(true)
}

/// Takes the log of a file that nobody else has open into it, so that it is one file that can be moved.
pub(crate) fn close_for_good(path: &Path) -> Result<(), StoreError> {
    let wrong = |e: rusqlite::Error| store_error(&e);
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Whoever else had it open for writing would write into a file that was moved away: do not wait for them.
    connection.busy_timeout(std::time::Duration::ZERO).map_err(wrong)?;
    connection.pragma_update(None, "journal_mode", "DELETE").map_err(wrong)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::table::PASSING;

    /// A table or a column that a new migration brings must be copied, or be named as passing.
    #[test]
    fn every_table_is_copied_with_every_column() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::migrate(&mut connection).unwrap();
        let names = |sql: &str| -> Vec<String> {
            let mut rows = Vec::new();
            query_rows(&connection, sql, &[], |row| {
                rows.push(row.text(0)?.to_owned());
                Ok(())
            })
            .unwrap();
            rows
        };
        let there = names("SELECT name FROM sqlite_schema WHERE type = 'table'");
        let known = TABLES.iter().map(|table| table.name).chain(PASSING.iter().copied());
        assert_eq!(
            there.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            known.collect::<BTreeSet<_>>()
        );
        for table in TABLES {
            let info = format!("FROM pragma_table_info('{}')", table.name);
            assert_eq!(names(&format!("SELECT name {info} ORDER BY cid")), table.columns);
            let key = format!("SELECT name {info} WHERE pk > 0 ORDER BY pk");
            assert_eq!(names(&key), table.key, "{}", table.name);
        }
    }
}
