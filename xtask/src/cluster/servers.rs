//! Two servers of handslag over the cluster, asked all the time: reading, and writing under a key until it is done.
//!
//! They are `handslag serve` as users have it, each a process of its own with the same key file.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use calendar::Country;
use jiff::Timestamp;
use ledger::access::token::Scope;
use ledger::{Entropy, KeyRing, Ledger};
use promise::money::Currency;
use promise::party::Language;
use promise::{Actor, OrganisationId, Rule};
use serde_json::json;

use service::company::Founding;
use service::{Caller, Service};
use tokio::task::JoinHandle;
use tokio::time::sleep;
use uuid::Uuid;

use super::ask::{Request, ask};
use super::report::{Reads, longest_gap};
use crate::machine::{Machine, Stopwatch, now};
use crate::output::say;
use crate::program::Server;

const SERVERS: [&str; 2] = ["first", "second"];
/// A program that asks gives up after this.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Between one question and the next.
const PAUSE: Duration = Duration::from_millis(20);
/// Before something is asked once more.
const AGAIN: Duration = Duration::from_millis(200);
/// Before the same is written once more.
const WRITE_AGAIN: Duration = Duration::from_millis(500);
const PEOPLE: OrganisationId = OrganisationId::new(Uuid::from_u128(77));

/// Both servers, until they are dropped.
#[derive(Debug)]
pub(super) struct Servers {
    servers: Vec<Server>,
    token: String,
    pub(super) watch: Stopwatch,
    /// Of the next name that is written.
    names: Arc<AtomicU32>,
}

/// Whoever asks during a round.
#[derive(Debug)]
pub(super) struct Asking {
    has_ended: Arc<AtomicBool>,
    others: Arc<Others>,
    readers: Vec<JoinHandle<Read>>,
    writers: Vec<JoinHandle<Vec<String>>>,
}

/// What was answered that was not what was asked for, and how often.
type Others = Mutex<BTreeMap<String, usize>>;

/// What one reader met.
#[derive(Debug, Default)]
struct Read {
    answered: Vec<Duration>,
    again: usize,
    failed: usize,
}

impl Servers {
    /// Founds a company and serves it twice.
    pub(super) async fn start(
        machine: &Machine,
        folder: &Path,
        (writing, reading): (&str, &str),
        watch: Stopwatch,
    ) -> anyhow::Result<Self> {
        let (folder, keys) = (folder.join("servers"), "servers.key");
        std::fs::create_dir_all(&folder)?;
        let entropy = Entropy::from_seed([8; 32]);
        let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
        std::fs::write(folder.join(keys), ring.to_text())?;
        let ledger = Ledger::open(&writing.parse()?, None, ring, Arc::new(entropy)).await?;
        let token = found(&Service::new(ledger, NonZeroU32::MIN), now()).await?;
        let settings = [
            ("HANDSLAG_DATABASE", writing),
            ("HANDSLAG_DATABASE_READ", reading),
            ("HANDSLAG_KEY_FILE", keys),
        ];
        let started = SERVERS.map(|name| Server::start(machine, &folder, name, &[], &settings));
        let servers = started.into_iter().collect::<anyhow::Result<_>>()?;
        Ok(Self { servers, token, watch, names: Arc::default() })
    }

    /// Fails when one of them no longer runs.
    pub(super) fn check(&mut self) -> anyhow::Result<()> {
        self.servers.iter_mut().try_for_each(Server::check)
    }

    /// Lets a reader and a writer ask each server, all the time.
    pub(super) fn ask(&self) -> Asking {
        let (has_ended, others) = (Arc::new(AtomicBool::new(false)), Arc::<Others>::default());
        let (mut readers, mut writers) = (Vec::new(), Vec::new());
        for server in &self.servers {
            let asker = || Asker {
                address: server.address.to_string(),
                token: self.token.clone(),
                watch: self.watch,
                has_ended: Arc::clone(&has_ended),
                others: Arc::clone(&others),
                names: Arc::clone(&self.names),
            };
            readers.push(tokio::spawn(asker().read()));
            writers.push(tokio::spawn(asker().write()));
        }
        Asking { has_ended, others, readers, writers }
    }
}

impl Asking {
    /// Ends it: how reading went between two instants, and the names whose writing was acknowledged.
    pub(super) async fn stop(
        self,
        from: Duration,
        until: Duration,
    ) -> anyhow::Result<(Reads, Vec<String>)> {
        self.has_ended.store(true, Ordering::Relaxed);
        let mut reads = Reads::default();
        for reader in self.readers {
            let read = reader.await.context("a reader")?;
            reads.answered += read.answered.len();
            reads.again += read.again;
            reads.failed += read.failed;
            let gap = longest_gap(&read.answered, from, until);
            reads.longest_gap = reads.longest_gap.max(gap);
        }
        let mut names = Vec::new();
        for writer in self.writers {
            names.extend(writer.await.context("a writer")?);
        }
        for (answer, times) in &*self.others.lock().unwrap_or_else(PoisonError::into_inner) {
            say(format_args!("    answered {times} times: {answer}"));
        }
        Ok((reads, names))
    }
}

struct Asker {
    address: String,
    token: String,
    watch: Stopwatch,
    has_ended: Arc<AtomicBool>,
    others: Arc<Others>,
    names: Arc<AtomicU32>,
}

impl Asker {
    async fn read(self) -> Read {
        let mut read = Read::default();
        let headers = [format!("Authorization: Bearer {}", self.token)];
        let path = "/api/v1/promises?limit=10";
        let request = Request { address: &self.address, path, headers: &headers, body: None };
        while !self.has_ended.load(Ordering::Relaxed) {
            let mut is_answered = self.is(200, &request).await;
            if !is_answered {
                sleep(AGAIN).await;
                is_answered = self.is(200, &request).await;
                read.again += usize::from(is_answered);
                read.failed += usize::from(!is_answered);
            }
            if is_answered {
                read.answered.push(self.watch.elapsed());
            }
            sleep(PAUSE).await;
        }
        read
    }

    async fn is(&self, status: u16, request: &Request<'_>) -> bool {
        let answer = match ask(request, ANSWER_WITHIN).await {
            Ok(answer) if answer.status == status => return true,
            Ok(answer) => format!("{} {} {:.200}", request.path, answer.status, answer.body),
            Err(error) => format!("{error:#}"),
        };
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        *others.entry(answer).or_default() += 1;
        false
    }

    /// Adds customers, each under one key until it is done; the names that were acknowledged.
    async fn write(self) -> Vec<String> {
        let mut acknowledged = Vec::new();
        while !self.has_ended.load(Ordering::Relaxed) {
            let name = format!("customer-{}", self.names.fetch_add(1, Ordering::Relaxed));
            let headers = [
                format!("Authorization: Bearer {}", self.token),
                format!("Idempotency-Key: {name}"),
            ];
            let body = json!({ "name": name, "calendar": "office" }).to_string();
            let (address, path) = (self.address.as_str(), "/api/v1/accounts");
            let request = Request { address, path, headers: &headers, body: Some(&body) };
            loop {
                if self.is(201, &request).await {
                    acknowledged.push(name);
                    break;
                }
                if self.has_ended.load(Ordering::Relaxed) {
                    // Nobody was told that it is done, so nothing is claimed of it.
                    break;
                }
                sleep(WRITE_AGAIN).await;
            }
            sleep(PAUSE).await;
        }
        acknowledged
    }
}

/// Founds the company; a token with which its first admin's programs may do everything.
async fn found(service: &Service, at: Timestamp) -> anyhow::Result<String> {
    let caller = |by, key: &str| Caller { organisation: PEOPLE, by, at, key: key.to_owned() };
    let founding = Founding {
        name: "Warmtebron".to_owned(),
        language: Language::Nl,
        zone: "Europe/Amsterdam".to_owned(),
        currency: Currency::Eur,
        country: Country::Nl,
        admin: "Fenna Oldenzand".to_owned(),
    };
    let admin = service.found(&caller(Actor::Rule(Rule::Time), "found"), founding).await?;
    let caller = caller(Actor::Member(admin), "token");
    let token = service.make_token(&caller, "cluster", Scope::Promise, 1).await?;
    Ok(token.reveal().to_owned())
}

/// The present of the test, in whole microseconds: an instant, and what has passed since it began.
pub(super) fn present(since: Duration) -> Timestamp {
    let begun = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 365 * 56);
    let micros = u64::try_from(since.as_micros()).unwrap_or(u64::MAX);
    begun + Duration::from_micros(micros)
}

/// The names that are stored, one entry for each customer of that name.
pub(super) async fn stored(url: &str) -> anyhow::Result<Vec<String>> {
    const NAMES: &str = "SELECT name FROM account WHERE organisation = $1";
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    let connection = tokio::spawn(connection);
    let rows = client.query(NAMES, &[&PEOPLE.to_string()]).await?;
    drop(client);
    connection.await??;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}
