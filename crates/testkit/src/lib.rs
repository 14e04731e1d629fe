//! For tests: a store of a test's own, on each of the databases, gone when the test ends.
//!
//! [`on_both_stores`] runs a test once on SQLite and once on PostgreSQL, under a name each. The second needs a server
//! that may be used up: `HANDSLAG_TEST_POSTGRES` is its URL, and `cargo xtask test` starts one. Without it that half
//! says that it is left out; where `CI` is set it fails.

#![expect(clippy::missing_panics_doc, reason = "whatever cannot be set up ends the test")]

mod server;

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use ledger::{Entropy, KeyRing, Ledger, Location};
use tempfile::TempDir;

use crate::server::Database;

/// The variable with the URL of the server for tests.
pub const VARIABLE: &str = "HANDSLAG_TEST_POSTGRES";

const FILE: &str = "handslag.db";

/// A fresh, empty database. It goes when this does.
#[derive(Debug)]
pub struct Store {
    location: Location,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    Folder(TempDir),
    Database(Database),
}

impl Store {
    /// A file.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a folder");
        let location = Location::File(folder.path().join(FILE));
        Self { location, kept: Kept::Folder(folder) }
    }

    /// A database on the server for tests; `None` where there is no such server and none is wanted.
    pub async fn postgres() -> Option<Self> {
        let database = Database::fresh(&server_url()?).await;
        let location = database.url().parse().expect("the URL of a server");
        Some(Self { location, kept: Kept::Database(database) })
    }

    /// Another one of the same kind.
    pub async fn beside(&self) -> Self {
        match &self.kept {
            Kept::Folder(_) => Self::sqlite(),
            Kept::Database(_) => Self::postgres().await.expect("there was a server before"),
        }
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// The file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match &self.location {
            Location::File(path) => Some(path),
            Location::Server(_) => None,
        }
    }

    /// Where it is, as settings say it: with the password, if there is one.
    pub fn url(&self) -> String {
        match &self.kept {
            Kept::Folder(_) => self.location.to_string(),
            Kept::Database(database) => database.url().to_owned(),
        }
    }

    /// Opens a ledger in it; with the same seed it has the same keys.
    pub async fn ledger(&self, seed: u8) -> Ledger {
        let entropy = Entropy::from_seed([seed; 32]);
        let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
        let opened = Ledger::open(&self.location, None, ring, Arc::new(entropy)).await;
        opened.expect("it opens")
    }

    /// Runs statements past the program, as somebody else with the database's own tools.
    pub async fn execute(&self, sql: &str) {
        match &self.kept {
            Kept::Folder(folder) => {
                let file = rusqlite::Connection::open(folder.path().join(FILE)).expect("it opens");
                file.execute_batch(sql).expect("it runs");
            }
            Kept::Database(database) => database.execute(sql).await,
        }
    }

    /// Whether a text stands anywhere in it in the clear: in any byte of a file, in any row on a server.
    pub async fn holds(&self, text: &str) -> bool {
        match &self.kept {
            Kept::Folder(folder) => ["", "-wal"].iter().any(|end| {
                let bytes = std::fs::read(folder.path().join(format!("{FILE}{end}")));
                let bytes = bytes.expect("it is there");
                bytes.windows(text.len()).any(|window| window == text.as_bytes())
            }),
            Kept::Database(_) => self.everything().await.iter().any(|row| row.contains(text)),
        }
    }

    /// Lets nobody change a row of a table any more, as when the disk is full.
    pub async fn block_updates(&self, table: &str) {
        let sql = match &self.kept {
            Kept::Folder(_) => format!(
                "CREATE TRIGGER full_{table} BEFORE UPDATE ON {table}
                 BEGIN SELECT RAISE(ABORT, 'full'); END"
            ),
            Kept::Database(_) => format!(
                "CREATE FUNCTION full_{table}() RETURNS trigger LANGUAGE plpgsql AS
                 $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = 'disk_full'; END $$;
                 CREATE TRIGGER full_{table} BEFORE UPDATE ON {table}
                 FOR EACH ROW EXECUTE FUNCTION full_{table}()"
            ),
        };
        self.execute(&sql).await;
    }

    /// Lets rows of a table be changed again.
    pub async fn allow_updates(&self, table: &str) {
        let sql = match &self.kept {
            Kept::Folder(_) => format!("DROP TRIGGER full_{table}"),
            Kept::Database(_) => format!("DROP FUNCTION full_{table} CASCADE"),
        };
        self.execute(&sql).await;
    }

    /// Changes a column of every row that is added to a table, as a database that does not keep what it is given.
    pub async fn change_inserted(&self, table: &str, column: &str) {
        let sql = match &self.kept {
            Kept::Folder(_) => format!(
                "CREATE TRIGGER change_{table} AFTER INSERT ON {table}
                 BEGIN UPDATE {table} SET {column} = 'changed' WHERE rowid = new.rowid; END"
            ),
            Kept::Database(_) => format!(
                "CREATE FUNCTION change_{table}() RETURNS trigger LANGUAGE plpgsql AS
                 $$ BEGIN new.{column} := 'changed'; RETURN new; END $$;
                 CREATE TRIGGER change_{table} BEFORE INSERT ON {table}
                 FOR EACH ROW EXECUTE FUNCTION change_{table}()"
            ),
        };
        self.execute(&sql).await;
    }

    /// What a query gives in its first column, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        match &self.kept {
            Kept::Folder(folder) => {
                let file = rusqlite::Connection::open(folder.path().join(FILE)).expect("it opens");
                let mut query = file.prepare(sql).expect("a query");
                let texts = query.query_map([], |row| row.get(0)).expect("it reads");
                texts.collect::<Result<_, _>>().expect("texts")
            }
            Kept::Database(database) => database.texts(sql).await,
        }
    }

    /// Everything it holds: each row as text after the name of its table.
    pub async fn everything(&self) -> Vec<String> {
        let tables = match &self.kept {
            Kept::Folder(_) => "SELECT name FROM sqlite_schema WHERE type = 'table'",
            Kept::Database(_) => {
                "SELECT table_name::text FROM information_schema.tables
                 WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            }
        };
        let mut everything = Vec::new();
        for table in self.texts(tables).await {
            let row = match &self.kept {
                Kept::Folder(_) => {
                    let columns = format!("SELECT name FROM pragma_table_info('{table}')");
                    let columns = self.texts(&columns).await;
                    format!("concat_ws(',', {})", columns.join(", "))
                }
                Kept::Database(_) => "t::text".to_owned(),
            };
            let sql = format!("SELECT {row} FROM {table} t");
            let rows = self.texts(&sql).await.into_iter().map(|row| format!("{table} {row}"));
            everything.extend(rows);
        }
        everything.sort();
        everything
    }

    /// The database on the server for tests, if it is one.
    pub fn database(&self) -> Option<&Database> {
        match &self.kept {
            Kept::Folder(_) => None,
            Kept::Database(database) => Some(database),
        }
    }
}

/// Where the server for tests is; `None` where it is left out.
fn server_url() -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of tests that reads the environment"
    )]
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let url = variable(VARIABLE);
    let is_ci = variable("CI").is_some_and(|value| value != "false");
    assert!(
        url.is_some() || !is_ci,
        "{VARIABLE} is not set, and nothing is left out where CI is: run `cargo xtask test`, or name a server"
    );
    if url.is_none() {
        #[expect(clippy::print_stderr, reason = "what is left out is said")]
        {
            eprintln!("left out on PostgreSQL: {VARIABLE} is not set");
        }
    }
    url
}

/// Runs each test on a store of its own, once on SQLite and once on PostgreSQL: `on_both_stores!(a, b);` for
/// `async fn a(store: Store)` makes the tests `a::sqlite` and `a::postgres`.
#[macro_export]
macro_rules! on_both_stores {
    ($($test:ident),+ $(,)?) => {
        $(
            mod $test {
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn sqlite() {
                    super::$test($crate::Store::sqlite()).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn postgres() {
                    if let Some(store) = $crate::Store::postgres().await {
                        super::$test(store).await;
                    }
                }
            }
        )+
    };
}
