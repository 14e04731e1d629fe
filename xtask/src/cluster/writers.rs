//! Writers that keep on: the same key again and again until it is acknowledged, then the next one.
//!
//! Each writes through a ledger of its own, as a server would. What they have in common is the list of what was
//! acknowledged, by one clock. Every attempt is a promise with a number of its own: were a key not what keeps it from
//! being written twice, nothing would.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use jiff::Timestamp;
use ledger::{Entropy, KeyRing, Ledger, Location};
use promise::OrganisationId;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use uuid::Uuid;

use crate::company::{Company, Told};
use crate::machine::Stopwatch;

/// How many write at once.
const WRITERS: u8 = 8;
/// Between two attempts at the same key.
const PAUSE: Duration = Duration::from_millis(50);

/// What was acknowledged, and when.
#[derive(Debug, Clone)]
pub(super) struct Ack {
    pub(super) key: String,
    pub(super) at: Duration,
}

/// The writers of one round.
#[derive(Debug)]
pub(super) struct Writers {
    ledger: Arc<Ledger>,
    organisation: OrganisationId,
    common: Arc<Common>,
    tasks: Vec<JoinHandle<anyhow::Result<()>>>,
}

#[derive(Debug)]
struct Common {
    company: Company,
    watch: Stopwatch,
    /// Of the next promise.
    numbers: AtomicU32,
    /// Of the next key.
    keys: AtomicU32,
    has_ended: AtomicBool,
    acks: Mutex<Vec<Ack>>,
    /// What attempts were answered that were no acknowledgements, and how often.
    refusals: Mutex<BTreeMap<String, usize>>,
}

/// What the writers of a round leave.
#[derive(Debug)]
pub(super) struct Wrote {
    ledger: Arc<Ledger>,
    pub(super) organisation: OrganisationId,
    pub(super) acks: Vec<Ack>,
    pub(super) refusals: BTreeMap<String, usize>,
}

impl Writers {
    /// Founds a company of its own for the round, and begins.
    pub(super) async fn start(url: &str, round: u32, watch: Stopwatch) -> anyhow::Result<Self> {
        let organisation = OrganisationId::new(Uuid::from_u128(1_000_000 + u128::from(round)));
        let common = Arc::new(Common {
            company: Company::new(organisation)?,
            watch,
            numbers: AtomicU32::new(1),
            keys: AtomicU32::new(1),
            has_ended: AtomicBool::new(false),
            acks: Mutex::default(),
            refusals: Mutex::default(),
        });
        let location: Location = url.parse()?;
        let ring = KeyRing::generate(&Entropy::from_seed([7; 32]), Timestamp::UNIX_EPOCH).to_text();
        let open = async |seed: u8| {
            let entropy = Arc::new(Entropy::from_seed([seed; 32]));
            let ledger = Ledger::open(&location, None, KeyRing::parse(&ring)?, entropy).await?;
            anyhow::Ok(Arc::new(ledger))
        };
        let founder = open(200).await?;
        common.company.found(&founder).await?;
        let mut tasks = Vec::new();
        for number in 1..=WRITERS {
            let ledger = open(number).await?;
            ledger.unlock(organisation).await?;
            tasks.push(tokio::spawn(write(ledger, Arc::clone(&common))));
        }
        Ok(Self { ledger: founder, organisation, common, tasks })
    }

    /// When writes were acknowledged.
    pub(super) fn instants(&self) -> Vec<Duration> {
        let acks = self.common.acks.lock().unwrap_or_else(PoisonError::into_inner);
        acks.iter().map(|ack| ack.at).collect()
    }

    /// What attempts were answered that were not acknowledged, for whoever asks why nothing is.
    pub(super) fn refusals(&self) -> BTreeMap<String, usize> {
        self.common.refusals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has every writer end once its key is acknowledged.
    pub(super) async fn stop(self) -> anyhow::Result<Wrote> {
        self.common.has_ended.store(true, Ordering::Relaxed);
        let refusals = self.refusals();
        for task in self.tasks {
            task.await.context("a writer")??;
        }
        let acks = self.common.acks.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Wrote { ledger: self.ledger, organisation: self.organisation, acks, refusals })
    }
}

async fn write(ledger: Arc<Ledger>, common: Arc<Common>) -> anyhow::Result<()> {
    while !common.has_ended.load(Ordering::Relaxed) {
        let key = format!("key {}", common.keys.fetch_add(1, Ordering::Relaxed));
        loop {
            let number = common.numbers.fetch_add(1, Ordering::Relaxed);
            let told = Told { number, subject: &key, key: &key };
            // Done now, or done before by an attempt whose answer was lost: either way we are told that it is.
            match common.company.write(&ledger, &told).await {
                Ok(_) => break,
                Err(error) => {
                    let mut refusals =
                        common.refusals.lock().unwrap_or_else(PoisonError::into_inner);
                    *refusals.entry(format!("{error:#}")).or_default() += 1;
                }
            }
            sleep(PAUSE).await;
        }
        let at = common.watch.elapsed();
        common.acks.lock().unwrap_or_else(PoisonError::into_inner).push(Ack { key, at });
    }
    Ok(())
}

impl Wrote {
    /// When writes were acknowledged.
    pub(super) fn instants(&self) -> Vec<Duration> {
        self.acks.iter().map(|ack| ack.at).collect()
    }

    /// The keys that were acknowledged.
    pub(super) fn keys(&self) -> Vec<String> {
        self.acks.iter().map(|ack| ack.key.clone()).collect()
    }

    /// What is wrong with the log as the product itself checks it: chains, streams, rows made from them.
    pub(super) async fn damage(&self, stored: &Stored) -> anyhow::Result<Vec<String>> {
        let checked = self.ledger.check(self.organisation).await?;
        let mut damage: Vec<String> =
            checked.faults.iter().map(|fault| format!("the log is damaged: {fault:?}")).collect();
        let (promises, events) = (stored.keys.len(), stored.events);
        if promises != events {
            damage.push(format!("{promises} promises, but {events} events of promises"));
        }
        let wanted = events + Company::FOUNDING;
        if checked.events != wanted {
            damage.push(format!("{} events in the log; wanted {wanted}", checked.events));
        }
        Ok(damage)
    }
}

/// What a server has of an organisation, asked without the product in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stored {
    /// The keys, one entry for each promise, sorted.
    pub(super) keys: Vec<String>,
    /// How many events of promises there are.
    pub(super) events: usize,
}

/// Asks one server.
pub(super) async fn stored(url: &str, organisation: OrganisationId) -> anyhow::Result<Stored> {
    const KEYS: &str = "SELECT subject FROM promise WHERE organisation = $1 ORDER BY subject";
    const EVENTS: &str =
        "SELECT count(*) FROM event WHERE organisation = $1 AND stream LIKE 'promise:%'";
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    let connection = tokio::spawn(connection);
    let organisation = organisation.to_string();
    let rows = client.query(KEYS, &[&organisation]).await?;
    let events: i64 = client.query_one(EVENTS, &[&organisation]).await?.get(0);
    drop(client);
    connection.await??;
    let keys = rows.iter().map(|row| row.get(0)).collect();
    Ok(Stored { keys, events: usize::try_from(events)? })
}
