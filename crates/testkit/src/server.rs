//! Databases on the server for tests: made from a template that is migrated once, dropped at the end.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};

use ledger::{Location, migrations};
use tokio_postgres::{Client, NoTls};

/// Whoever makes the template holds this lock of the server.
const TEMPLATE_LOCK: i64 = 4600;

/// Tells the databases of one process apart.
static NUMBER: AtomicU32 = AtomicU32::new(1);

/// A database of one test.
#[derive(Debug)]
pub struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    pub(crate) async fn fresh(server: &str) -> Self {
        let client = connect(server).await;
        let template = template(&client, server).await;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("handslag_test_{}_{number}", std::process::id());
        // Of a test that was killed, long ago.
        run(&client, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&client, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        let url = with_name(server, &name);
        Self { server: server.to_owned(), name, url }
    }

    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) async fn execute(&self, sql: &str) {
        run(&connect(&self.url).await, sql).await;
    }

    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = connect(&self.url).await.query(sql, &[]).await;
        rows.unwrap_or_else(|e| panic!("{sql}: {e:?}")).iter().map(|row| row.get(0)).collect()
    }

    /// Runs statements on the server, outside this database.
    pub async fn execute_beside(&self, sql: &str) {
        run(&connect(&self.server).await, sql).await;
    }

    /// Ends everybody's connections to it, and waits until they have ended.
    pub async fn disconnect_all(&self) {
        let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1";
        let client = connect(&self.server).await;
        client.execute(sql, &[&self.name]).await.expect("it runs");
    }

    /// Ends everybody's connections to it and lets nobody in, as when its server is gone.
    pub async fn go_away(&self) {
        self.alter("ALLOW_CONNECTIONS false").await;
        self.disconnect_all().await;
    }

    /// Lets everybody in again.
    pub async fn come_back(&self) {
        self.alter("ALLOW_CONNECTIONS true").await;
    }

    /// From the next connection on it may only be read, or may be written again; whoever is connected is sent away.
    pub async fn only_read(&self, is_so: bool) {
        self.alter(&format!("SET default_transaction_read_only = {is_so}")).await;
        self.disconnect_all().await;
    }

    async fn alter(&self, how: &str) {
        self.execute_beside(&format!("ALTER DATABASE {} {how}", self.name)).await;
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // A runtime of its own, in a thread of its own: that of the test is about to end.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async {
                let client = connect(&server).await;
                run(&client, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            });
        });
        if dropped.join().is_err() {
            // The server is used up anyway; what the test found matters more.
        }
    }
}

/// The database that has every step of the migrations behind it; made by whoever comes first.
async fn template(client: &Client, server: &str) -> String {
    let mut hasher = DefaultHasher::new();
    migrations::POSTGRES.hash(&mut hasher);
    let name = format!("handslag_template_{:016x}", hasher.finish());
    let lock = async |sql| client.execute(sql, &[&TEMPLATE_LOCK]).await.expect("it runs");
    lock("SELECT pg_advisory_lock($1)").await;
    let found = client.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&name]).await;
    if found.expect("it reads").is_empty() {
        let unfinished = format!("{name}_unfinished");
        run(client, &format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")).await;
        run(client, &format!("CREATE DATABASE {unfinished}")).await;
        let location: Location = with_name(server, &unfinished).parse().expect("a URL");
        drop(ledger::store::Database::open(&location, None).await.expect("it is migrated"));
        // Renaming waits until nobody is connected any more.
        run(client, &format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await;
    }
    lock("SELECT pg_advisory_unlock($1)").await;
    name
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("it connects");
    tokio::spawn(connection);
    client
}

async fn run(client: &Client, sql: &str) {
    client.batch_execute(sql).await.unwrap_or_else(|e| panic!("{sql}: {e:?}"));
}

/// The URL of another database on the same server.
fn with_name(server: &str, name: &str) -> String {
    let (place, options) = server.split_once('?').unwrap_or((server, ""));
    let (scheme, rest) = place.split_once("://").expect("a URL");
    let host = rest.split('/').next().unwrap_or(rest);
    let question = if options.is_empty() { "" } else { "?" };
    format!("{scheme}://{host}/{name}{question}{options}")
}
