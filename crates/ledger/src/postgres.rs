//! PostgreSQL: a few writers with group commit, several connections for reading beside them.
//!
//! Any number of programs share one server: what keeps them apart stands in the database (versions of streams, keys),
//! never in a program. No advisory lock, no LISTEN, no setting that outlives a transaction: a pooler may stand between.

mod fault;
mod pool;
pub(crate) mod whole;
mod wire;
mod writer;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, mpsc, oneshot};

pub(crate) use self::fault::with_causes;

use self::fault::Fault;
use self::pool::Pool;
use self::wire::Wire;
use crate::location::Server;
use crate::migrations;
use crate::sql::{Row, Value};
use crate::store::{Job, Outcome, StoreError, Transaction};

/// How many write at once.
const WRITERS: usize = 2;
/// How many read at once.
const READERS: usize = 16;
/// The most transactions that wait before writers are held back.
const QUEUE: usize = 4096;
/// For how long others are read when the server did not answer.
const AWAY: Duration = Duration::from_secs(3);

const HAS_VERSION: &str = "SELECT count(*) FROM pg_catalog.pg_class
    WHERE relname = 'schema_version' AND pg_catalog.pg_table_is_visible(oid)";
const MAKE_VERSION: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)";
pub(crate) const VERSION: &str = "SELECT coalesce(max(version), 0) FROM schema_version";
const SET_VERSION: &str = "INSERT INTO schema_version (version) VALUES ($1)";

const SCRUB: &str = "VACUUM person_key, member, contact, work_item, login, identity, credential,
    recovery_code, session, invitation, api_token";

/// A database on a server.
#[derive(Debug)]
pub struct Postgres {
    jobs: mpsc::Sender<Job>,
    reading: Pool,
    /// A server that follows, to be read while the first is away.
    following: Option<Pool>,
    is_away: Arc<AtomicBool>,
}

impl Postgres {
    /// Opens a database, made and brought up to date where needed.
    ///
    /// # Errors
    /// [`StoreError`] when the server does not answer, or the database is of a later version of this program.
    pub(crate) async fn open(
        server: &Server,
        following: Option<&Server>,
    ) -> Result<Self, StoreError> {
        let writing = Arc::new(Pool::new(server.clone(), WRITERS + 1));
        writing.with(migrate).await.map_err(|fault| at(server, fault))?;
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let waiting = Arc::new(Mutex::new(waiting));
        let is_given_up = Arc::new(AtomicBool::new(false));
        for _ in 0..WRITERS {
            let (writing, waiting) = (Arc::clone(&writing), Arc::clone(&waiting));
            // A writer ends when nobody can send to it any more.
            tokio::spawn(writer::write_all(writing, waiting, Arc::clone(&is_given_up)));
        }
        let reading = Pool::new(server.clone(), READERS);
        let following = following.map(|server| Pool::new(server.clone(), READERS));
        Ok(Self { jobs, reading, following, is_away: Arc::new(AtomicBool::new(false)) })
    }

    pub(crate) async fn write(&self, transaction: Transaction) -> Result<Outcome, StoreError> {
        let gone = || StoreError::Unavailable("the writer has ended".to_owned());
        let (answer, told) = oneshot::channel();
        self.jobs.send(Job { transaction, answer }).await.map_err(|_| gone())?;
        let written = told.await.map_err(|_| gone())?;
        if written.is_ok() {
            // It answers, and who wrote must read it: whoever follows may not have it yet.
            self.is_away.store(false, Ordering::Relaxed);
        }
        written
    }

    pub(crate) async fn read(
        &self,
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let Some(following) = &self.following else {
            return self.reading.query(sql, &params).await.map_err(|fault| fault.told);
        };
        if self.is_away.load(Ordering::Relaxed)
            && let Ok(rows) = following.query(sql, &params).await
        {
            return Ok(rows);
        }
        match self.reading.query(sql, &params).await {
            Err(fault) if fault.is_lost() => {
                self.note_away();
                // Why the first does not answer says more than why the second does not.
                following.query(sql, &params).await.map_err(|_| fault.told)
            }
            answer => answer.map_err(|fault| fault.told),
        }
    }

    /// Frees what was deleted or overwritten in the tables that hold something of persons. Here a row stays on its page
    /// until then, where no query finds it.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        self.reading.with(async |wire: &mut Wire| wire.run(SCRUB).await).await.map_err(|f| f.told)
    }

    /// For a while the server need not be asked first.
    fn note_away(&self) {
        if !self.is_away.swap(true, Ordering::Relaxed) {
            let is_away = Arc::clone(&self.is_away);
            tokio::spawn(async move {
                tokio::time::sleep(AWAY).await;
                is_away.store(false, Ordering::Relaxed);
            });
        }
    }
}

fn at(server: &Server, fault: Fault) -> StoreError {
    if let StoreError::Unavailable(text) = fault.told {
        return StoreError::Unavailable(format!("{server}: {text}"));
    }
    fault.told
}

/// Brings a database up to date; the versions before and after.
pub(crate) async fn migrate_alone(server: &Server) -> Result<(i64, i64), StoreError> {
    let told = |fault| at(server, fault);
    let mut wire = Wire::connect(server).await.map_err(told)?;
    let is_made = count(&mut wire, HAS_VERSION).await.map_err(told)? > 0;
    let before = if is_made { count(&mut wire, VERSION).await.map_err(told)? } else { 0 };
    migrate(&mut wire).await.map_err(told)?;
    Ok((before, count(&mut wire, VERSION).await.map_err(told)?))
}

/// Brings a database up to date. Of several programs that start at once one does it and the others wait.
async fn migrate(wire: &mut Wire) -> Result<(), Fault> {
    let known = i64::try_from(migrations::POSTGRES.len()).unwrap_or(i64::MAX);
    if count(wire, HAS_VERSION).await? == 0
        && let Err(fault) = wire.run(MAKE_VERSION).await
        // Another program made it at the same moment: then it is there.
        && count(wire, HAS_VERSION).await? == 0
    {
        return Err(fault);
    }
    if count(wire, VERSION).await? == known {
        return Ok(());
    }
    wire.run("BEGIN; LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE").await?;
    let migrated = migrate_locked(wire, known).await;
    wire.run(if migrated.is_ok() { "COMMIT" } else { "ROLLBACK" }).await?;
    migrated
}

async fn migrate_locked(wire: &mut Wire, known: i64) -> Result<(), Fault> {
    let version = count(wire, VERSION).await?;
    if version > known {
        return Err(Fault::refused(StoreError::later(version, known)));
    }
    for (step, (_, sql)) in
        (1_i64..).zip(migrations::POSTGRES).skip(usize::try_from(version).unwrap_or(0))
    {
        wire.run(sql).await?;
        wire.query(SET_VERSION, &[Value::from(step)]).await?;
    }
    Ok(())
}

async fn count(wire: &mut Wire, sql: &'static str) -> Result<i64, Fault> {
    let rows = wire.query(sql, &[]).await?;
    let count = rows.first().map(|row| row.int(0)).transpose();
    count.map(Option::unwrap_or_default).map_err(|e| Fault::refused(e.into()))
}
