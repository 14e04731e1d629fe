//! What an error of PostgreSQL means: to whoever asked, and for whether it may be tried again.

use std::error::Error;
use std::time::Duration;

use tokio_postgres::error::{DbError, SqlState};

use crate::store::StoreError;

/// An error, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) kind: Kind,
    /// What whoever asked is told if nothing helps.
    pub(super) told: StoreError,
}

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// This connection is of no more use; another may be.
    Lost,
    /// Others were in the way; the same again may succeed.
    InTheWay,
    /// What was asked is refused; others of its group are not.
    Refused,
    /// Nothing can be written now, whatever it is.
    Nothing,
}

impl Fault {
    pub(super) fn of(error: &tokio_postgres::Error) -> Self {
        let Some(of_server) = error.as_db_error() else {
            // What we sent cannot be said in PostgreSQL's types, or its answer not in ours: the connection is well.
            let is_of_values =
                error.source().is_some() && !error.is_closed() && is_of_values(error);
            let kind = if is_of_values { Kind::Refused } else { Kind::Lost };
            return Self { kind, told: StoreError::Unavailable(with_causes(error)) };
        };
        Self::of_server(of_server)
    }

    fn of_server(error: &DbError) -> Self {
        let (code, text) = (error.code(), error.message().to_owned());
        let unavailable = || StoreError::Unavailable(text.clone());
        let (kind, told) = if code.code().starts_with("23") {
            (Kind::Refused, StoreError::Conflict)
        } else if *code == SqlState::T_R_SERIALIZATION_FAILURE
            || *code == SqlState::T_R_DEADLOCK_DETECTED
        {
            (Kind::InTheWay, StoreError::Conflict)
        } else if *code == SqlState::DISK_FULL {
            (Kind::Nothing, StoreError::Full)
        } else if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
            // A server that was the primary until a moment ago says so too: the next connection finds the new one.
            (Kind::Lost, StoreError::ReadOnly(text.clone()))
        } else if *code == SqlState::INSUFFICIENT_PRIVILEGE {
            (Kind::Nothing, StoreError::ReadOnly(text.clone()))
        } else if is_of_connection(code) {
            (Kind::Lost, unavailable())
        } else {
            (Kind::Refused, unavailable())
        };
        Self { kind, told }
    }

    /// There is no connection, whatever the server says of it: starting, stopping, full, or closed to us. What was to be
    /// done on it was not begun.
    pub(super) fn unreachable(error: &tokio_postgres::Error) -> Self {
        let of_server = error.as_db_error().map(|of_server| of_server.message().to_owned());
        let text = of_server.unwrap_or_else(|| with_causes(error));
        Self { kind: Kind::Lost, told: StoreError::Unavailable(text) }
    }

    /// Nothing came for so long.
    pub(super) fn silent(patience: Duration) -> Self {
        let text = format!("no answer within {} s", patience.as_secs());
        Self { kind: Kind::Lost, told: StoreError::Unavailable(text) }
    }

    /// The connection is well, and what was asked is not done.
    pub(super) fn refused(told: StoreError) -> Self {
        Self { kind: Kind::Refused, told }
    }

    pub(super) fn is_lost(&self) -> bool {
        self.kind == Kind::Lost
    }

    /// Somebody else was faster: another number of rows was touched than was to be.
    pub(super) fn conflict() -> Self {
        Self::refused(StoreError::Conflict)
    }
}

/// Whether another connection may fare better: the server goes, comes, or has forgotten what was prepared on this one
/// (after a change of the schema, or behind a pooler).
fn is_of_connection(code: &SqlState) -> bool {
    let is_of_class = |class: &str| code.code().starts_with(class);
    is_of_class("08")
        || is_of_class("57P")
        || *code == SqlState::TOO_MANY_CONNECTIONS
        || *code == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        || *code == SqlState::INVALID_SQL_STATEMENT_NAME
        || *code == SqlState::FEATURE_NOT_SUPPORTED
        || *code == SqlState::IN_FAILED_SQL_TRANSACTION
}

fn is_of_values(error: &tokio_postgres::Error) -> bool {
    let text = error.to_string();
    text.starts_with("error serializing") || text.starts_with("error deserializing")
}

/// An error with what caused it, in one line. tokio-postgres says only "error connecting to server" by itself.
pub(crate) fn with_causes(error: &tokio_postgres::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(of) = cause {
        let more = of.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = of.source();
    }
    text
}
