//! Moving house: everything of a company with 100,000 promises from a file to a PostgreSQL server, and back into a file.
//!
//! The copy itself follows every chain and compares every table before it is kept; here what went in is also compared
//! with what came back, and every read table is held against what its events make.

use std::sync::Arc;

use anyhow::{bail, ensure};
use ledger::copy::{Copied, copy};
use ledger::{Entropy, KeyRing, Ledger, Location};

use super::{company, rate};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;
use crate::postgres::{self, Durable, Server};

const PROMISES: u32 = 100_000;
/// What the product needs: seconds for each way.
const MOST_SECONDS: f64 = 60.0;

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(machine: &Machine) -> anyhow::Result<Vec<String>> {
    let Some(programs) = postgres::find(machine) else {
        say("copy: left out: PostgreSQL is not installed");
        return Ok(Vec::new());
    };
    std::fs::create_dir_all(machine.target())?;
    // On the disk of the project: a folder for temporary files may be in memory.
    let folder = tempfile::tempdir_in(machine.target())?;
    let server = Server::start(machine, &programs, Durable::Yes)?;
    let (first, last) = (folder.path().join("first.db"), folder.path().join("last.db"));
    let between: Location = server.fresh("copied")?.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        company::found(&first, PROMISES).await?;
        let keys = std::fs::read_to_string(company::keys_beside(&first))?;
        let last = Location::File(last);
        let (there, went) = timed("to PostgreSQL", &Location::File(first), &between).await?;
        let (back, came) = timed("to SQLite", &between, &last).await?;
        if there.tables != back.tables {
            bail!("what came back is not what went in");
        }
        for location in [&between, &last] {
            let ring = KeyRing::parse(&keys)?;
            let entropy = Arc::new(Entropy::from_seed([12; 32]));
            let ledger = Ledger::open(location, None, ring, entropy).await?;
            let watch = Stopwatch::start();
            let checked = ledger.check(company::COMPANY).await?;
            ensure!(checked.faults.is_empty(), "{location}: {:?}", checked.faults);
            say(format_args!(
                "copy: every read table of {location} is what its {} events make, held against them in {watch}",
                checked.events
            ));
        }
        let slow = [("to PostgreSQL", went), ("to SQLite", came)];
        let slow = slow.into_iter().filter(|(_, seconds)| *seconds >= MOST_SECONDS);
        Ok(slow.map(|(way, s)| format!("{way} in {s:.1} s; wanted {MOST_SECONDS:.0} s")).collect())
    })
}

async fn timed(way: &str, from: &Location, to: &Location) -> anyhow::Result<(Copied, f64)> {
    let watch = Stopwatch::start();
    let copied = copy(from, to).await?;
    let seconds = watch.elapsed().as_secs_f64();
    let events = usize::try_from(copied.events)?;
    say(format_args!(
        "copy: {way} in {seconds:.1} s: {} streams, {events} events, {:.0} events a second",
        copied.streams,
        rate(events, seconds)
    ));
    Ok((copied, seconds))
}
