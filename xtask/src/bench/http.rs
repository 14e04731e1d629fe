//! Requests a second of the program as users have it, over sockets, with sign-in on: one promise as JSON by a token and
//! by a session, a page of the list as HTML, and both while somebody writes.
//!
//! The load comes from this program, which shares the machine's cores with the server. So beside each rate stand what
//! the server itself needs for a request, and the rate of an address that does nothing, asked in the same run.

mod load;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};

use self::load::{Asked, Asks, load};
use super::company::{self, Company};
use super::{Sample, milliseconds, rate};
use crate::machine::Machine;
use crate::output::say;
use crate::program::{self, Server};

/// How many ask at once.
const CONNECTIONS: u64 = 16;
/// How long each thing is asked for.
const SPAN: Duration = Duration::from_secs(5);
/// Each thing is asked for in so many turns, and the best counts: what else runs on the machine is not measured.
const TURNS: u32 = 3;
/// Of so many requests, one writes, where there are writers among the readers.
const ONE_WRITES_OF: u64 = 1000;
/// How many promises the company has given.
const PROMISES: u32 = 2000;
/// Rows on a page of the list, as many as it shows.
const ROWS: usize = 50;

/// What the product needs.
const LEAST_READS: f64 = 5000.0;
const LEAST_LISTS: f64 = 1500.0;
const MOST_P99_MILLIS: f64 = 25.0;
const MOST_MEGABYTES: f64 = 150.0;

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure(machine: &Machine) -> anyhow::Result<Vec<String>> {
    program::build(machine)?;
    // On the disk of the project: a folder for temporary files may be in memory.
    let folder = tempfile::tempdir_in(machine.target())?;
    let database = folder.path().join("company.db");
    // One thread asks, as one core is enough to; the server has as many as there are.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let company = company::found(&database, PROMISES).await?;
        let file = database.display().to_string();
        let options = ["--now", company::NOW, "--database", &file];
        let server = Server::start(machine, folder.path(), "server", &options, &[])?;
        settle(&server).await?;
        Bench { server, company }.run().await
    })
}

/// Waits until the server has looked at all promises, as it does when it starts.
async fn settle(server: &Server) -> anyhow::Result<()> {
    let mut before = server.cpu()?;
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let now = server.cpu()?;
        if now.saturating_sub(before) < Duration::from_millis(5) {
            return Ok(());
        }
        before = now;
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Nothing,
    JsonByToken,
    JsonBySession,
    List,
    /// Nine reads of one promise to one page of the list, and now and then a new promise.
    Mixed,
}

impl What {
    const ALL: [Self; 5] =
        [Self::Nothing, Self::JsonByToken, Self::JsonBySession, Self::List, Self::Mixed];

    fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing (/healthz)",
            Self::JsonByToken => "one promise as JSON, by token",
            Self::JsonBySession => "one promise as JSON, by session",
            Self::List => "a page of the list, 50 rows of 2,000",
            Self::Mixed => "9 promises to 1 page of the list, 1 in 1,000 writes",
        }
    }

    /// The least rate, where there is one.
    fn least(self) -> Option<f64> {
        match self {
            Self::JsonByToken | Self::JsonBySession => Some(LEAST_READS),
            Self::List => Some(LEAST_LISTS),
            Self::Nothing | Self::Mixed => None,
        }
    }
}

/// The kinds of requests that are measured apart.
const KINDS: [&str; 3] = ["reads", "pages", "writes"];
const READ: usize = 0;
const PAGE: usize = 1;
const WRITE: usize = 2;

struct Bench {
    server: Server,
    company: Company,
}

struct Measured {
    rate: f64,
    kinds: Vec<Sample>,
    /// What the server's threads ran for one request.
    each: Duration,
}

impl Bench {
    async fn run(&self) -> anyhow::Result<Vec<String>> {
        let (mut missed, mut bare) = (Vec::new(), 0.0);
        for what in What::ALL {
            let measured = self.best_of(what).await?;
            if what == What::Nothing {
                bare = measured.rate;
            }
            say(format_args!(
                "http: {}: {measured}, {:.2} × bare",
                what.name(),
                measured.rate / bare
            ));
            if let Some(least) = what.least() {
                missed.extend(measured.missed(what.name(), least));
            }
        }
        let (now, most) = (self.server.megabytes("VmRSS")?, self.server.megabytes("VmHWM")?);
        say(format_args!("http: the server holds {now:.0} MB, and held {most:.0} MB at most"));
        if most > MOST_MEGABYTES {
            missed.push(format!("{most:.0} MB of memory; wanted {MOST_MEGABYTES:.0} MB"));
        }
        Ok(missed)
    }

    async fn best_of(&self, what: What) -> anyhow::Result<Measured> {
        let mut best: Option<Measured> = None;
        for turn in 0..TURNS {
            let asks = self.asks(what, turn);
            let before = self.server.cpu()?;
            let loaded = load(self.server.address, CONNECTIONS, SPAN, &asks).await?;
            let ran = self.server.cpu()?.saturating_sub(before);
            let count: usize = loaded.kinds.iter().map(Sample::len).sum();
            ensure!(count > 0, "nothing was answered in time");
            let measured = Measured {
                rate: rate(count, loaded.seconds),
                each: ran / u32::try_from(count)?,
                kinds: loaded.kinds,
            };
            if best.as_ref().is_none_or(|best| measured.rate > best.rate) {
                best = Some(measured);
            }
        }
        best.context("nothing was measured")
    }

    fn asks(&self, what: What, turn: u32) -> Asks {
        let host = self.server.address.to_string();
        let by_token = format!("Authorization: Bearer {}\r\n", self.company.token);
        let by_session = format!("Cookie: handslag={}\r\n", self.company.session);
        let promises = self.company.promises.clone();
        let account = self.company.account;
        let get =
            move |path: &str, by: &str| format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{by}\r\n");
        let nothing = Asked {
            bytes: get("/healthz", ""),
            status: 200,
            holds: "ok".to_owned(),
            times: 1,
            kind: READ,
        };
        let list = Asked {
            bytes: get("/promises", &by_session),
            holds: "<tr><th scope=\"row\"".to_owned(),
            times: ROWS,
            kind: PAGE,
            ..nothing.clone()
        };
        let json = move |number: u64, by: &str| {
            let places = u64::try_from(promises.len()).unwrap_or(1);
            let place = usize::try_from(number % places).unwrap_or(0);
            let id = promises[place].to_string();
            let bytes = get(&format!("/api/v1/promises/{id}"), by);
            Asked { bytes, status: 200, holds: format!("\"id\":\"{id}\""), times: 1, kind: READ }
        };
        let host = self.server.address;
        let write = move |number: u64, by: &str| {
            let body =
                format!(r#"{{"account":"{account}","subject":"The meter of site {number}"}}"#);
            let bytes = format!(
                "POST /api/v1/promises HTTP/1.1\r\nHost: {host}\r\n{by}Content-Type: application/json\r\n\
                 Idempotency-Key: {turn}-{number}\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            let holds = format!("The meter of site {number}\"");
            Asked { bytes, status: 201, holds, times: 1, kind: WRITE }
        };
        match what {
            What::Nothing => Arc::new(move |_| nothing.clone()),
            What::JsonByToken => Arc::new(move |number| json(number, &by_token)),
            What::JsonBySession => Arc::new(move |number| json(number, &by_session)),
            What::List => Arc::new(move |_| list.clone()),
            What::Mixed => Arc::new(move |number| match number {
                number if number % ONE_WRITES_OF == ONE_WRITES_OF / 2 => write(number, &by_token),
                number if number % 10 == 9 => list.clone(),
                number => json(number, &by_token),
            }),
        }
    }
}

impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.0} a second", self.rate)?;
        let asked = KINDS.iter().zip(&self.kinds).filter(|(_, sample)| sample.len() > 0);
        for (kind, sample) in asked {
            let (p50, p99) = (sample.at(500), sample.at(990));
            write!(f, ", {kind} p50 {:.2} ms, p99 {:.2} ms", milliseconds(p50), milliseconds(p99))?;
        }
        write!(f, ", {:.0} µs of the server each", milliseconds(self.each) * 1e3)
    }
}

impl Measured {
    fn missed(&self, name: &str, least: f64) -> Vec<String> {
        let mut missed = Vec::new();
        if self.rate < least {
            missed.push(format!("{name}: {:.0} a second; wanted {least:.0}", self.rate));
        }
        for p99 in self.kinds.iter().map(|sample| milliseconds(sample.at(990))) {
            if p99 > MOST_P99_MILLIS {
                missed.push(format!("{name}: p99 of {p99:.1} ms; wanted {MOST_P99_MILLIS:.0} ms"));
            }
        }
        missed
    }
}
