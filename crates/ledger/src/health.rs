//! Whether the ledger can be worked with: its database answers and is of this program's version, its keys fit.

use jiff::Timestamp;

use crate::log::{Ledger, LedgerError};
use crate::migrations;
use crate::seal::{person_of, unwrap_key};
use crate::sql::Statement;
use crate::store::{Database, StoreError, Transaction};

/// Somebody's key; any will do.
const ANY_KEY: &str =
    "SELECT organisation, person, wrapped FROM person_key ORDER BY organisation, person LIMIT 1";

/// Needs the right to write, and writes nothing: a server that only follows refuses it as it would any other.
const TRY: &str = "UPDATE stream SET version = version WHERE 1 = 0";

const NEWEST_EVENT: &str = "SELECT max(at) FROM event";

/// Why a ledger cannot be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unready {
    /// The database does not answer.
    #[error("the database does not answer")]
    Database,
    /// The database is of another version than the program.
    #[error("the database is of another version than the program; restart it")]
    Version,
    /// The key file is not the database's.
    #[error("the key file does not belong to the database")]
    Keys,
}

impl Unready {
    /// A code that stays the same.
    pub fn code(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Version => "version",
            Self::Keys => "keys",
        }
    }
}

impl Ledger {
    /// Asks whether the ledger can be worked with.
    ///
    /// # Errors
    /// [`Unready`] with the first thing that is in the way.
    pub async fn ready(&self) -> Result<(), Unready> {
        let versions = self.versions().await.map_err(|_| Unready::Database)?;
        if versions.0 != versions.1 {
            return Err(Unready::Version);
        }
        let keys = self.database.read(ANY_KEY, Vec::new()).await.map_err(|_| Unready::Database)?;
        let fits = keys.first().is_none_or(|row| {
            let whose = row.parsed(0).ok();
            let person = row.text(1).ok().and_then(person_of);
            let named = whose.zip(person).zip(row.text(2).ok());
            named.is_some_and(|((whose, person), wrapped)| {
                unwrap_key(wrapped, &self.ring, &crate::seal::aad(whose, person)).is_some()
            })
        });
        if fits { Ok(()) } else { Err(Unready::Keys) }
    }

    /// Asks whether the database can be written, without writing anything.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot.
    pub async fn try_to_write(&self) -> Result<(), StoreError> {
        let statements = vec![Statement::new(TRY, Vec::new())];
        self.write(Transaction { statements, once: None }).await.map(|_| ())
    }

    /// The version of the database, and the one that this program knows.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn versions(&self) -> Result<(i64, i64), StoreError> {
        let (sql, known) = match &self.database {
            Database::Sqlite(_) => {
                ("SELECT user_version FROM pragma_user_version", migrations::SQLITE.len())
            }
            Database::Postgres(_) => (crate::postgres::VERSION, migrations::POSTGRES.len()),
        };
        let rows = self.database.read(sql, Vec::new()).await?;
        let version = rows.first().map(|row| row.int(0)).transpose()?.unwrap_or(0);
        Ok((version, i64::try_from(known).unwrap_or(i64::MAX)))
    }

    /// When the newest event happened, by the clock of whoever wrote it; `None` when there is none.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn newest_event(&self) -> Result<Option<Timestamp>, LedgerError> {
        let rows = self.database.read(NEWEST_EVENT, Vec::new()).await?;
        Ok(rows.first().map(|row| row.some_instant(0)).transpose()?.flatten())
    }
}
