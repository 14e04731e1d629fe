//! Durable appends a second: promises written through the ledger's own door, each with its event, its stream, its
//! row for reading and its key, in one transaction that has reached the disk when it returns.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::ensure;
use jiff::Timestamp;
use ledger::{Entropy, KeyRing, Ledger, Location, Outcome};
use promise::OrganisationId;
use uuid::Uuid;

use super::{Sample, milliseconds, rate};
use crate::company::{Company, Told};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;
use crate::postgres::{self, Durable, Server};

/// How many write at once.
const WRITERS: [u32; 3] = [1, 16, 64];
/// How long each number of writers writes.
const SPAN: Duration = Duration::from_secs(5);
/// How many blocks are brought to the disk one after another.
const SYNCS: u64 = 500;
const BLOCK: usize = 4096;

/// What the product needs of a store.
struct Gate {
    /// At so many writers.
    writers: u32,
    least_appends: f64,
    most_p99_millis: Option<f64>,
}

const SQLITE: Gate = Gate { writers: 16, least_appends: 10_000.0, most_p99_millis: Some(10.0) };
const POSTGRES: Gate = Gate { writers: 64, least_appends: 6_000.0, most_p99_millis: None };

const COMPANY: OrganisationId = OrganisationId::new(Uuid::from_u128(1));

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(machine: &Machine) -> anyhow::Result<Vec<String>> {
    std::fs::create_dir_all(machine.target())?;
    // On the disk of the project: a folder for temporary files may be in memory.
    let folder = tempfile::tempdir_in(machine.target())?;
    let raw = syncs_a_second(&folder.path().join("raw"))?;
    say(format_args!("ledger: the disk alone brings {raw:.0} blocks of 4 kB a second to rest"));
    let mut missed = Vec::new();
    let file = |writers| Location::File(folder.path().join(format!("{writers}.db")));
    missed.extend(measure_store("SQLite", file, &SQLITE, raw)?);
    let Some(programs) = postgres::find(machine) else {
        say("ledger: PostgreSQL is left out: it is not installed");
        return Ok(missed);
    };
    let server = Server::start(machine, &programs, Durable::Yes)?;
    let fresh: Vec<Location> = WRITERS
        .iter()
        .map(|writers| Ok(server.fresh(&format!("bench_{writers}"))?.parse()?))
        .collect::<anyhow::Result<_>>()?;
    let mut fresh = fresh.into_iter();
    let database = |_| fresh.next().expect("as many as there are numbers of writers");
    missed.extend(measure_store("PostgreSQL", database, &POSTGRES, raw)?);
    Ok(missed)
}

fn measure_store(
    name: &str,
    mut location: impl FnMut(u32) -> Location,
    gate: &Gate,
    raw: f64,
) -> anyhow::Result<Vec<String>> {
    let mut missed = Vec::new();
    for writers in WRITERS {
        let measured = appends(&location(writers), writers)?;
        let times = measured.rate / raw;
        say(format_args!("ledger: {name}, {writers:>2} writers: {measured}, {times:.2} × raw"));
        if writers == gate.writers {
            missed.extend(measured.missed(gate).into_iter().map(|what| format!("{name}: {what}")));
        }
    }
    Ok(missed)
}

struct Measured {
    rate: f64,
    latencies: Sample,
}

impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (p50, p99) = (self.latencies.at(500), self.latencies.at(990));
        write!(f, "{:.0} appends a second, ", self.rate)?;
        write!(f, "p50 {:.2} ms, p99 {:.2} ms", milliseconds(p50), milliseconds(p99))
    }
}

impl Measured {
    fn missed(&self, gate: &Gate) -> Vec<String> {
        let p99 = milliseconds(self.latencies.at(990));
        let mut missed = Vec::new();
        let (rate, least) = (self.rate, gate.least_appends);
        if rate < least {
            missed.push(format!("{rate:.0} appends a second; wanted {least:.0}"));
        }
        if let Some(most) = gate.most_p99_millis.filter(|most| p99 > *most) {
            missed.push(format!("p99 of {p99:.1} ms; wanted {most:.0} ms"));
        }
        missed
    }
}

fn syncs_a_second(path: &Path) -> anyhow::Result<f64> {
    let file = File::create(path)?;
    let block = [0x2a; BLOCK];
    let watch = Stopwatch::start();
    for number in 0..SYNCS {
        file.write_all_at(&block, number * u64::try_from(BLOCK)?)?;
        file.sync_data()?;
    }
    Ok(rate(usize::try_from(SYNCS)?, watch.elapsed().as_secs_f64()))
}

fn appends(location: &Location, writers: u32) -> anyhow::Result<Measured> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let entropy = Entropy::from_seed([7; 32]);
        let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
        let ledger = Arc::new(Ledger::open(location, None, ring, Arc::new(entropy)).await?);
        let company = Arc::new(Company::new(COMPANY)?);
        company.found(&ledger).await?;
        let (numbers, watch) = (Arc::new(AtomicU32::new(1)), Stopwatch::start());
        let tasks: Vec<_> = (0..writers)
            .map(|_| {
                let (ledger, company) = (Arc::clone(&ledger), Arc::clone(&company));
                let writer = Writer { ledger, company, numbers: Arc::clone(&numbers) };
                tokio::spawn(writer.write_for(watch))
            })
            .collect();
        let mut latencies = Vec::new();
        for task in tasks {
            latencies.extend(task.await??);
        }
        let seconds = watch.elapsed().as_secs_f64();
        let checked = ledger.check(COMPANY).await?;
        ensure!(checked.faults.is_empty(), "the log is damaged: {:?}", checked.faults);
        ensure!(checked.events == latencies.len() + Company::FOUNDING, "{} events", checked.events);
        let latencies = Sample::of(latencies);
        Ok(Measured { rate: rate(latencies.len(), seconds), latencies })
    })
}

/// One of many who write.
struct Writer {
    ledger: Arc<Ledger>,
    company: Arc<Company>,
    numbers: Arc<AtomicU32>,
}

impl Writer {
    /// Writes promises until the span is over; how long each took until it was at rest.
    async fn write_for(self, watch: Stopwatch) -> anyhow::Result<Vec<Duration>> {
        let mut latencies = Vec::new();
        while watch.elapsed() < SPAN {
            let one = Stopwatch::start();
            self.write().await?;
            latencies.push(one.elapsed());
        }
        Ok(latencies)
    }

    async fn write(&self) -> anyhow::Result<()> {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let key = format!("write {number}");
        let told = Told { number, subject: "Meter data of all 48 sites in one export", key: &key };
        let outcome = self.company.write(&self.ledger, &told).await?;
        ensure!(outcome == Outcome::Done, "promise {number} was written before");
        Ok(())
    }
}
