//! A database, whichever it is: transactions in, rows out.

use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;

use crate::location::Location;
use crate::postgres::{self, Postgres};
use crate::sql::{CellError, Query, Row, Statement, Value};
use crate::sqlite::{self, Sqlite};
use crate::table::Piece;

/// A database.
#[derive(Debug)]
pub enum Database {
    /// A file on this machine.
    Sqlite(Sqlite),
    /// A server that several programs share.
    Postgres(Box<Postgres>),
}

/// All or nothing.
#[derive(Debug, Clone)]
pub struct Transaction {
    /// What to do, in order.
    pub statements: Vec<Statement>,
    /// The key under which it is done once.
    pub once: Option<Once>,
}

/// The key under which a transaction is done once, and the answer that is given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// Whose key it is.
    pub organisation: String,
    /// The key.
    pub key: String,
    /// What was asked; another request under the same key is refused.
    pub fingerprint: String,
    /// What to answer, now and whenever it is asked again.
    pub answer: String,
    /// When, in microseconds since 1970.
    pub at: i64,
}

/// What became of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It had been done before; this was the answer.
    DoneBefore(String),
}

/// Why a database did not do what was asked. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote first: read again and decide again.
    #[error("somebody else changed it in the meantime; look at it again")]
    Conflict,
    /// The key was used for another request.
    #[error("the idempotency key {key:?} was used for another request; use a fresh one")]
    KeyReused {
        /// Which key.
        key: String,
    },
    /// There is no room left.
    #[error("the disk is full: nothing was stored; make room and try again")]
    Full,
    /// The database may not be written.
    #[error("the database cannot be written: {0}")]
    ReadOnly(String),
    /// The database cannot be reached, or is damaged.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// A row is not what the program expects.
    #[error(transparent)]
    Cell(#[from] CellError),
}

impl StoreError {
    /// A database of a later version of this program.
    pub(crate) fn later(version: i64, known: i64) -> Self {
        let text = format!(
            "it is of version {version}, written by a later handslag; this one knows {known}"
        );
        Self::Unavailable(text)
    }
}

/// A transaction on its way to a store's writer.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) transaction: Transaction,
    pub(crate) answer: Answer,
}

/// Where a writer tells what became of it.
pub(crate) type Answer = oneshot::Sender<Result<Outcome, StoreError>>;

impl Database {
    /// Opens a database, made and brought up to date where needed. What is read may come from `reading` while the
    /// server itself does not answer: a server that follows it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be reached, or is of a later version of this program.
    pub async fn open(location: &Location, reading: Option<&Location>) -> Result<Self, StoreError> {
        match location {
            Location::File(path) => Ok(Self::Sqlite(Sqlite::open(path)?)),
            Location::Server(server) => {
                let reading = reading.and_then(Location::server);
                let postgres = Box::pin(Postgres::open(server, reading)).await?;
                Ok(Self::Postgres(Box::new(postgres)))
            }
        }
    }

    /// Brings a database up to date, made where there is none; the versions before and after, 0 for none.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be reached, or is of a later version of this program.
    pub async fn migrate(location: &Location) -> Result<(i64, i64), StoreError> {
        match location {
            Location::File(path) => {
                let before = if path.exists() { sqlite::version(path)? } else { 0 };
                drop(Sqlite::open(path)?);
                Ok((before, sqlite::version(path)?))
            }
            Location::Server(server) => Box::pin(postgres::migrate_alone(server)).await,
        }
    }

    /// Does all of a transaction, or nothing. When it returns, it will survive a loss of power.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn write(&self, transaction: Transaction) -> Result<Outcome, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.write(transaction).await,
            Self::Postgres(postgres) => Box::pin(postgres.write(transaction)).await,
        }
    }

    /// Overwrites what was deleted, as far as the store can at once.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the database does not answer.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.scrub().await,
            Self::Postgres(postgres) => Box::pin(postgres.scrub()).await,
        }
    }

    /// Asks for rows.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the database does not answer.
    pub async fn read(
        &self,
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.read(sql, params).await,
            Self::Postgres(postgres) => Box::pin(postgres.read(sql, params)).await,
        }
    }

    /// Asks several things; the answers come in the same order. A file answers all of one instant.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the database does not answer.
    pub async fn read_all(&self, queries: Vec<Query>) -> Result<Vec<Vec<Row>>, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.read_all(queries).await,
            Self::Postgres(postgres) => {
                let mut answers = Vec::with_capacity(queries.len());
                for Query { sql, params } in queries {
                    answers.push(Box::pin(postgres.read(sql, params)).await?);
                }
                Ok(answers)
            }
        }
    }

    /// Sends every row of every table, as they stood at one instant; writers go on meanwhile.
    pub(crate) async fn read_whole(&self, to: Sender<Piece>) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.read_whole(to).await,
            Self::Postgres(postgres) => Box::pin(postgres.read_whole(to)).await,
        }
    }
}
