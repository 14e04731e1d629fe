//! SQLite: one thread writes, several read beside it.
//!
//! The writer takes whatever waits into one commit (group commit), so that many writers share the cost of reaching
//! the disk: a commit is durable before anybody in it is answered (`synchronous=FULL`, write-ahead log). A transaction
//! that is refused is undone alone: its group is then written again, each behind a savepoint.

pub(crate) mod whole;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, TransactionBehavior, params_from_iter};
use tokio::sync::{mpsc, oneshot};

use crate::migrations;
use crate::sql::{Expect, Query, Row, Statement, Value};
use crate::store::{Answer, Job, Once, Outcome, StoreError, Transaction};

/// The most transactions in one commit.
const GROUP: usize = 256;
/// The most transactions that wait before writers are held back.
const QUEUE: usize = 4096;
/// Statements kept prepared on each connection.
const PREPARED: usize = 128;
/// How long to wait for another program that writes the same file, in milliseconds.
const BUSY_MILLIS: u64 = 10_000;

/// So often a fresh file is tried that others are setting up.
const SET_UP_TRIES: u32 = 1000;
/// What the writing connection is set to. What may be undone is kept in memory, not in files, and the cache holds the
/// pages of a full group: else a page goes to the log more than once a commit. The log is taken into the database every
/// 1,000 pages, as is usual: measured, 2,048 gained no speed and took the slowest hundredth from 5 to 9 ms. What is
/// deleted is overwritten: a destroyed key must not lie on in a free page.
const WRITER_SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA cache_size = -16384;";

/// A database in a file.
#[derive(Debug)]
pub struct Sqlite {
    jobs: Option<mpsc::Sender<Job>>,
    writer: Option<std::thread::JoinHandle<()>>,
    readers: Arc<Readers>,
}

/// Connections for reading; more are opened while all are in use.
#[derive(Debug)]
struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Sqlite {
    /// Opens a file, made and brought up to date where needed.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened, is no database of this program, or of a later version of it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = connect(path, OpenFlags::default())?;
        set_up_writer(&connection).map_err(|e| store_error(&e))?;
        migrate(&mut connection)?;
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let writer = std::thread::Builder::new()
            .name("ledger writer".to_owned())
            .spawn(move || write_all(&mut connection, waiting))
            .map_err(|e| StoreError::Unavailable(e.to_string()))?;
        let readers = Arc::new(Readers { path: path.to_owned(), idle: Mutex::new(Vec::new()) });
        Ok(Self { jobs: Some(jobs), writer: Some(writer), readers })
    }

    pub(crate) async fn write(&self, transaction: Transaction) -> Result<Outcome, StoreError> {
        let gone = || StoreError::Unavailable("the writer has ended".to_owned());
        let (answer, told) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        jobs.send(Job { transaction, answer }).await.map_err(|_| gone())?;
        told.await.map_err(|_| gone())?
    }

    pub(crate) async fn read(
        &self,
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let readers = Arc::clone(&self.readers);
        let read = move || {
            let connection = readers.take()?;
            let rows = query(&connection, sql, &params);
            readers.give_back(connection);
            rows
        };
        let read = tokio::task::spawn_blocking(read).await;
        read.unwrap_or_else(|e| Err(StoreError::Unavailable(e.to_string())))
    }

    /// Asks several things at once, of one instant: a thread is handed over to once, and not for each.
    pub(crate) async fn read_all(&self, queries: Vec<Query>) -> Result<Vec<Vec<Row>>, StoreError> {
        let readers = Arc::clone(&self.readers);
        let read = move || {
            let connection = readers.take()?;
            run(&connection, "BEGIN")?;
            let rows = queries.iter().map(|asked| query(&connection, asked.sql, &asked.params));
            let rows = rows.collect::<Result<Vec<_>, _>>()?;
            run(&connection, "COMMIT")?;
            // One that failed in between is closed, and what it had begun ends with it.
            readers.give_back(connection);
            Ok(rows)
        };
        let read = tokio::task::spawn_blocking(read).await;
        read.unwrap_or_else(|e| Err(StoreError::Unavailable(e.to_string())))
    }
}

impl Sqlite {
    /// Takes the write-ahead log into the database and empties it: what was overwritten there still stands in the log
    /// until then. A reader who looks at an older state holds it back; then the next one who asks does it.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        let path = self.readers.path.clone();
        let scrub = move || {
            let connection = connect(&path, OpenFlags::default())?;
            let done = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            done.map_err(|e| store_error(&e))
        };
        let done = tokio::task::spawn_blocking(scrub).await;
        done.unwrap_or_else(|e| Err(StoreError::Unavailable(e.to_string())))
    }
}

impl Drop for Sqlite {
    /// Waits until everything that was sent is written, and leaves one file behind.
    fn drop(&mut self) {
        // The last connection to close takes the log into the database, and one that only reads cannot.
        self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
        drop(self.jobs.take());
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            // The writer panicked; whoever waited for it was told that it has ended.
        }
    }
}

impl Readers {
    fn take(&self) -> Result<Connection, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(connection) => Ok(connection),
            None => connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY),
        }
    }

    fn give_back(&self, connection: Connection) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| store_error(&e))?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // Else what is prepared is parsed and planned again whenever it is asked with other values, which takes longer than
    // most answers do.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|e| store_error(&e))?;
    let patience = std::time::Duration::from_millis(BUSY_MILLIS);
    connection.busy_timeout(patience).map_err(|e| store_error(&e))?;
    Ok(connection)
}

/// Sets the writer's connection up.
///
/// SQLite does not wait for others when it changes a fresh file to write-ahead logging, it says that it is busy; so the
/// wait is for a turn to write, and then it is tried again.
fn set_up_writer(connection: &Connection) -> rusqlite::Result<()> {
    let mut tries = 0;
    loop {
        match connection.execute_batch(WRITER_SETTINGS) {
            Err(error)
                if tries < SET_UP_TRIES
                    && error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
            {
                tries += 1;
                connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
            }
            done => return done,
        }
    }
}

/// The version of a file that is there.
pub(crate) fn version(path: &Path) -> Result<i64, StoreError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0));
    version.map_err(|e| store_error(&e))
}

/// Brings a file up to date, each step in a transaction of its own.
fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let wrong = |e: rusqlite::Error| store_error(&e);
    let known = i64::try_from(migrations::SQLITE.len()).unwrap_or(i64::MAX);
    let version_of = |connection: &Connection| {
        connection
            .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
            .map_err(wrong)
    };
    if version_of(connection)? == known {
        return Ok(());
    }
    // Whoever else opens the same fresh file waits until it is made.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
    let version = version_of(&transaction)?;
    if version > known {
        return Err(StoreError::later(version, known));
    }
    for (step, (_, sql)) in
        (1..).zip(migrations::SQLITE).skip(usize::try_from(version).unwrap_or(0))
    {
        transaction.execute_batch(sql).map_err(wrong)?;
        transaction.pragma_update(None, "user_version", step).map_err(wrong)?;
    }
    transaction.commit().map_err(wrong)
}

/// The writer's life: takes what waits, writes it in one commit, answers.
fn write_all(connection: &mut Connection, waiting: mpsc::Receiver<Job>) {
    answer_all(waiting, |group| commit_group(connection, group));
}

/// Takes what waits, has it written, answers; until nobody can send any more.
fn answer_all(
    mut waiting: mpsc::Receiver<Job>,
    mut write: impl FnMut(&[Transaction]) -> Result<Vec<Result<Outcome, StoreError>>, StoreError>,
) {
    while let Some(first) = waiting.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP {
            let Ok(next) = waiting.try_recv() else { break };
            group.push(next);
        }
        let (answers, transactions): (Vec<Answer>, Vec<Transaction>) =
            group.into_iter().map(|job| (job.answer, job.transaction)).unzip();
        // A fault of ours takes this group with it, and neither the writer nor what waits for it. What it had begun is
        // undone on the way out.
        let written = catch_unwind(AssertUnwindSafe(|| write(&transactions)));
        let outcomes = written.unwrap_or_else(|_| Err(broken()));
        for (place, answer) in answers.into_iter().enumerate() {
            let outcome = match &outcomes {
                Ok(outcomes) => outcomes[place].clone(),
                Err(error) => Err(error.clone()),
            };
            if answer.send(outcome).is_err() {
                // Whoever asked has gone; what was written stays, and its key gives the same answer again.
            }
        }
    }
}

fn broken() -> StoreError {
    StoreError::Unavailable("the writer broke down; nothing of it was stored".to_owned())
}

/// Writes a group in one commit; an error is the fate of all of them.
fn commit_group(
    connection: &mut Connection,
    group: &[Transaction],
) -> Result<Vec<Result<Outcome, StoreError>>, StoreError> {
    match commit_together(connection, group)? {
        Some(outcomes) => Ok(outcomes),
        None => commit_apart(connection, group),
    }
}

/// Writes a group that has nothing to undo; `None` when one of several must be undone, and so nothing was written.
///
/// A savepoint copies every page it touches. Conflicts are rare, so it is cheaper to begin again with savepoints
/// when there is one than to have them always.
fn commit_together(
    connection: &mut Connection,
    group: &[Transaction],
) -> Result<Option<Vec<Result<Outcome, StoreError>>>, StoreError> {
    let begin = TransactionBehavior::Immediate;
    let commit = connection.transaction_with_behavior(begin).map_err(|e| store_error(&e))?;
    let mut outcomes = Vec::with_capacity(group.len());
    for transaction in group {
        // Dropping the commit undoes it.
        match perform(&commit, transaction) {
            Err(refused) if is_of_one(&refused) && group.len() == 1 => {
                return Ok(Some(vec![Err(refused)]));
            }
            Err(refused) if is_of_one(&refused) => return Ok(None),
            Err(error) => return Err(error),
            Ok(outcome) => outcomes.push(Ok(outcome)),
        }
    }
    commit.commit().map_err(|e| store_error(&e))?;
    Ok(Some(outcomes))
}

/// Writes a group in which some must be undone: each behind a savepoint of its own.
fn commit_apart(
    connection: &mut Connection,
    group: &[Transaction],
) -> Result<Vec<Result<Outcome, StoreError>>, StoreError> {
    let begin = TransactionBehavior::Immediate;
    let mut commit = connection.transaction_with_behavior(begin).map_err(|e| store_error(&e))?;
    let mut outcomes = Vec::with_capacity(group.len());
    for transaction in group {
        let savepoint = commit.savepoint().map_err(|e| store_error(&e))?;
        let outcome = perform(&savepoint, transaction);
        match &outcome {
            // Dropping the savepoint undoes what this transaction did.
            Err(refused) if is_of_one(refused) => {}
            Err(error) => return Err(error.clone()),
            Ok(_) => savepoint.commit().map_err(|e| store_error(&e))?,
        }
        outcomes.push(outcome);
    }
    commit.commit().map_err(|e| store_error(&e))?;
    Ok(outcomes)
}

/// Whether an error is the fate of one transaction only; any other is that of its group.
fn is_of_one(error: &StoreError) -> bool {
    matches!(error, StoreError::Conflict | StoreError::KeyReused { .. })
}

fn perform(connection: &Connection, transaction: &Transaction) -> Result<Outcome, StoreError> {
    if let Some(once) = &transaction.once
        && let Some(answer) = done_before(connection, once)?
    {
        return Ok(Outcome::DoneBefore(answer));
    }
    for statement in &transaction.statements {
        execute(connection, statement)?;
    }
    if let Some(once) = &transaction.once {
        let params = crate::sql::params![
            once.organisation.as_str(),
            once.key.as_str(),
            once.fingerprint.as_str(),
            once.answer.as_str(),
            once.at
        ];
        execute(connection, &Statement::touching_one(crate::log::REMEMBER, params))?;
    }
    Ok(Outcome::Done)
}

fn done_before(connection: &Connection, once: &Once) -> Result<Option<String>, StoreError> {
    let params = crate::sql::params![once.organisation.as_str(), once.key.as_str()];
    let rows = query(connection, crate::log::RECALL, &params)?;
    let Some(row) = rows.first() else { return Ok(None) };
    if row.text(0)? != once.fingerprint {
        return Err(StoreError::KeyReused { key: once.key.clone() });
    }
    Ok(Some(row.text(1)?.to_owned()))
}

fn execute(connection: &Connection, statement: &Statement) -> Result<(), StoreError> {
    let mut prepared = connection.prepare_cached(statement.sql).map_err(|e| store_error(&e))?;
    let touched =
        prepared.execute(params_from_iter(&statement.params)).map_err(|e| store_error(&e))?;
    match statement.expect {
        Expect::One if touched != 1 => Err(StoreError::Conflict),
        Expect::One | Expect::Any => Ok(()),
    }
}

/// Runs a statement that needs nothing and gives nothing.
fn run(connection: &Connection, sql: &'static str) -> Result<(), StoreError> {
    let mut prepared = connection.prepare_cached(sql).map_err(|e| store_error(&e))?;
    prepared.execute([]).map(drop).map_err(|e| store_error(&e))
}

fn query(
    connection: &Connection,
    sql: &'static str,
    params: &[Value],
) -> Result<Vec<Row>, StoreError> {
    let mut answer = Vec::new();
    query_rows(connection, sql, params, |row| {
        answer.push(row);
        Ok(())
    })?;
    Ok(answer)
}

/// Gives each row to somebody, until they have had enough.
fn query_rows(
    connection: &Connection,
    sql: &str,
    params: &[Value],
    mut take: impl FnMut(Row) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let wrong = |e: rusqlite::Error| store_error(&e);
    let mut prepared = connection.prepare_cached(sql).map_err(wrong)?;
    let columns = prepared.column_count();
    let mut rows = prepared.query(params_from_iter(params)).map_err(wrong)?;
    while let Some(row) = rows.next().map_err(wrong)? {
        let cells = (0..columns).map(|column| match row.get_ref(column)? {
            ValueRef::Null => Ok(Value::Null),
            ValueRef::Integer(number) => Ok(Value::Int(number)),
            ValueRef::Text(text) => Ok(Value::Text(String::from_utf8_lossy(text).into_owned())),
            // Averages are read as numbers of thousandths; nothing else is stored as a fraction.
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(rusqlite::Error::InvalidColumnType(
                column,
                "a fraction or bytes".to_owned(),
                row.get_ref(column)?.data_type(),
            )),
        });
        take(Row(cells.collect::<Result<_, rusqlite::Error>>().map_err(wrong)?))?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// What an error of SQLite means to whoever asked.
fn store_error(error: &rusqlite::Error) -> StoreError {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::ConstraintViolation) => StoreError::Conflict,
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            StoreError::ReadOnly(error.to_string())
        }
        _ => StoreError::Unavailable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;
    use crate::sql::params;

    const STREAM: &str =
        "INSERT INTO stream (organisation, stream, version, hash) VALUES ($1, $2, $3, $4)";

    /// Begins two streams under a key of its own.
    fn begin(first: &str, second: &str) -> Transaction {
        let stream = |name: &str| Statement::touching_one(STREAM, params!["o", name, 1_i64, "h"]);
        let once = Once {
            organisation: "o".to_owned(),
            key: format!("{first} {second}"),
            fingerprint: "f".to_owned(),
            answer: "a".to_owned(),
            at: 0,
        };
        Transaction { statements: vec![stream(first), stream(second)], once: Some(once) }
    }

    fn streams(connection: &Connection) -> Vec<String> {
        let rows = query(connection, "SELECT stream FROM stream ORDER BY stream", &[]).unwrap();
        rows.iter().map(|row| row.text(0).unwrap().to_owned()).collect()
    }

    #[test]
    fn a_refused_transaction_takes_nobody_of_its_group_with_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let (done, refused) = (Ok(Outcome::Done), Err(StoreError::Conflict));

        let together = [begin("a", "b"), begin("c", "d")];
        let outcomes = commit_group(&mut connection, &together).unwrap();
        assert_eq!(outcomes, [done.clone(), done.clone()]);

        // The second fails with its second statement: its first is undone, the others stay.
        let group = [begin("e", "f"), begin("g", "a"), begin("h", "i"), begin("a", "b")];
        let outcomes = commit_group(&mut connection, &group).unwrap();
        let before = Ok(Outcome::DoneBefore("a".to_owned()));
        assert_eq!(outcomes, [done.clone(), refused.clone(), done, before]);
        assert_eq!(streams(&connection), ["a", "b", "c", "d", "e", "f", "h", "i"]);

        let alone = [begin("j", "a")];
        assert_eq!(commit_group(&mut connection, &alone).unwrap(), [refused]);
        assert_eq!(streams(&connection).len(), 8, "nothing of it stays");
    }

    #[test]
    fn what_is_prepared_is_not_prepared_again_for_other_values() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(Sqlite::open(&path).unwrap());
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        // The values are compared with what an index holds, and one is a pattern: both could be a reason.
        let sql = "SELECT promise FROM promise
            WHERE organisation = $1 AND promise = $2 AND lower(subject) LIKE $3";
        for name in ["a", "b", "c"] {
            let values = params![name, name, format!("%{name}%")];
            query(&connection, sql, &values).unwrap();
        }
        let prepared = connection.prepare_cached(sql).unwrap();
        assert!(prepared.get_status(StatementStatus::Run) >= 3);
        assert_eq!(prepared.get_status(StatementStatus::RePrepare), 0);
    }

    #[test]
    fn a_writer_that_breaks_down_says_so_and_goes_on() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let (jobs, waiting) = mpsc::channel(8);
        let writer = std::thread::spawn(move || {
            answer_all(waiting, |group| {
                if group.iter().any(|transaction| transaction.once.is_none()) {
                    let begun = connection.transaction().unwrap();
                    group.iter().for_each(|one| drop(perform(&begun, one).unwrap()));
                    panic!("a fault of ours");
                }
                commit_group(&mut connection, group)
            });
            streams(&connection)
        });
        let faulty = || Transaction { once: None, ..begin("c", "d") };
        for transaction in [begin("a", "b"), faulty(), faulty(), begin("e", "f")] {
            let wanted = if transaction.once.is_some() { Ok(Outcome::Done) } else { Err(broken()) };
            let (answer, told) = oneshot::channel();
            jobs.blocking_send(Job { transaction, answer }).unwrap();
            assert_eq!(told.blocking_recv(), Ok(wanted));
        }
        drop(jobs);
        assert_eq!(writer.join().unwrap(), ["a", "b", "e", "f"], "what was begun is undone");
    }
}
