//! `handslag doctor`: looks over a set-up and says what is wrong and what to do. `handslag health`: asks a running
//! server, for service managers and containers that have nothing else to ask with.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use ledger::audit::AuditFilter;
use promise::OrganisationId;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};
use service::Service;
use x509_cert::der::Decode;

use super::backup::NOTED;
use crate::arguments::Common;
use crate::desk::{present, settings};
use crate::output::{self, Output};
use crate::settings::{Settings, Tls};
use crate::{house, server};

/// Below so many bytes of free disk it is time to make room.
const LITTLE_ROOM: u64 = 1 << 30;
/// Below so many nothing may be written soon.
const NO_ROOM: u64 = 64 << 20;
/// A certificate is renewed before it has so many days left.
const RENEW_DAYS: i64 = 14;
/// A backup is due after so many days.
const BACKUP_DAYS: i64 = 2;
/// A clock may be behind the ledger by so much: two machines are never quite the same.
const CLOCK_MINUTES: i64 = 5;
/// How long a server may take to say that it is well.
const PATIENCE: Duration = Duration::from_secs(5);

/// How a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Fine,
    Soon,
    Wrong,
}

/// What was found about one thing.
#[derive(Debug)]
struct Finding {
    about: &'static str,
    level: Level,
    told: String,
    to_do: String,
}

impl Finding {
    fn fine(about: &'static str, told: impl Into<String>) -> Self {
        Self { about, level: Level::Fine, told: told.into(), to_do: String::new() }
    }

    fn soon(about: &'static str, told: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { about, level: Level::Soon, told: told.into(), to_do: to_do.into() }
    }

    fn wrong(about: &'static str, told: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { about, level: Level::Wrong, told: told.into(), to_do: to_do.into() }
    }

    fn line(&self) -> String {
        let Self { about, told, to_do, .. } = self;
        match self.level {
            Level::Fine => format!("{about}: {told}"),
            Level::Soon => format!("SOON {about}: {told}; {to_do}"),
            Level::Wrong => format!("WRONG {about}: {told}; {to_do}"),
        }
    }

    fn value(&self) -> Value {
        let level = match self.level {
            Level::Fine => "fine",
            Level::Soon => "soon",
            Level::Wrong => "wrong",
        };
        json!({ "about": self.about, "level": level, "told": self.told, "to_do": self.to_do })
    }
}

/// `handslag doctor`
pub(crate) async fn doctor(common: &Common) -> anyhow::Result<()> {
    let settings = settings(common, None)?;
    let at = present(common);
    let mut found = Vec::new();
    found.extend(key_file(&settings.key_file));
    found.extend(settings.database.file().and_then(room));
    if let Some(tls) = &settings.tls {
        found.push(certificate(tls, at));
        found.extend(open_to_others("tls_key", &tls.key));
    }
    let mut anybody = false;
    if !settings.database.is_missing() {
        match house::open(&settings, at).await {
            Ok(house) => {
                found.extend(look_over(&house.service, at).await);
                anybody = house.service.anybody_can_sign_in().await.unwrap_or(false);
            }
            Err(error) => {
                let to_do = "bring the file and its key back from a backup, or see to its rights";
                found.push(Finding::wrong("database", format!("{error:#}"), to_do));
            }
        }
    } else {
        let told = format!("there is no {} yet", settings.database);
        found.push(Finding::soon(
            "database",
            told,
            "`handslag found` or `handslag serve` makes one",
        ));
    }
    found.push(match server::may_listen(&settings, anybody) {
        Ok(()) => Finding::fine("listen", settings.listen.to_string()),
        Err(error) => Finding::wrong("listen", error.to_string(), "the server does not start so"),
    });
    if let Some(url) = settings.public_url.as_ref().filter(|url| !url.is_https()) {
        let told = format!("{url} is plain HTTP: whoever is on the way reads along");
        found.push(Finding::soon("public_url", told, "put HTTPS before it"));
    }
    answer(common, &settings, &found)
}

fn answer(common: &Common, settings: &Settings, found: &[Finding]) -> anyhow::Result<()> {
    let mut lines: Vec<String> =
        settings.in_force().iter().map(|(name, value)| format!("{name} = {value}")).collect();
    lines.push(String::new());
    lines.extend(found.iter().map(Finding::line));
    let wrong: Vec<&str> = found
        .iter()
        .filter(|finding| finding.level == Level::Wrong)
        .map(|finding| finding.told.as_str())
        .collect();
    if wrong.is_empty() {
        lines.push("Nothing is wrong.".to_owned());
    }
    let output = if common.json { Output::Json } else { Output::Text };
    let all: Vec<Value> = found.iter().map(Finding::value).collect();
    output.answer(&lines, &json!({ "faults": wrong, "findings": all }));
    if wrong.is_empty() { Ok(()) } else { bail!("{} things are wrong", wrong.len()) }
}

/// Whether the database can be read and written, holds, and is not ahead of the clock; and when it was last backed up.
async fn look_over(service: &Service, at: Timestamp) -> Vec<Finding> {
    let ledger = service.ledger();
    let mut found = Vec::new();
    found.push(match ledger.try_to_write().await {
        Ok(()) => Finding::fine("database", "it answers and can be written"),
        Err(error) => {
            let to_do = "see to the rights of the file and its folder, or make room; nothing is written until then";
            Finding::wrong("database", error.to_string(), to_do)
        }
    });
    if let Err(unready) = ledger.ready().await {
        let to_do = "start the program of its version, with its key file";
        found.push(Finding::wrong("database", unready.to_string(), to_do));
    }
    found.push(clock(ledger.newest_event().await, at));
    let organisations = ledger.organisations().await.unwrap_or_default();
    for organisation in &organisations {
        found.push(match ledger.check(*organisation).await {
            Ok(checked) if checked.faults.is_empty() => {
                let Ok(us) = service.organisation(*organisation).await else { continue };
                let told = format!(
                    "{}: {} events in {} streams, all hold",
                    us.name, checked.events, checked.streams
                );
                Finding::fine("ledger", told)
            }
            Ok(checked) => Finding::wrong(
                "ledger",
                checked.faults.join("; "),
                "`handslag rebuild` makes the tables again; a broken chain comes back from a backup only",
            ),
            Err(error) => {
                Finding::wrong("ledger", error.to_string(), "bring it back from a backup")
            }
        });
    }
    if let Some(organisation) = organisations.first() {
        found.push(last_backup(service, *organisation, at).await);
    }
    found
}

fn clock(newest: Result<Option<Timestamp>, ledger::LedgerError>, at: Timestamp) -> Finding {
    match newest {
        Ok(Some(newest)) if newest > at + SignedDuration::from_mins(CLOCK_MINUTES) => {
            let told = format!("the newest event is of {newest}, and it is {at} now");
            let to_do = "set the machine's clock, by NTP; if the clock was ahead when that was written, it passes by \
                         itself";
            Finding::wrong("clock", told, to_do)
        }
        Ok(_) => Finding::fine("clock", at.to_string()),
        Err(error) => Finding::wrong("clock", error.to_string(), "see to the database first"),
    }
}

async fn last_backup(service: &Service, organisation: OrganisationId, at: Timestamp) -> Finding {
    let filter = AuditFilter { action: NOTED.to_owned(), limit: 1, ..AuditFilter::default() };
    let to_do = "`handslag backup` makes one; let a timer do it";
    match service.ledger().audit_newest(organisation, &filter, None).await.as_deref() {
        Ok([row, ..]) => {
            let days = at.duration_since(row.at).as_hours() / 24;
            let told = format!("the last one by `handslag backup` is of {}", row.at);
            if days >= BACKUP_DAYS {
                Finding::soon("backup", told, to_do)
            } else {
                Finding::fine("backup", told)
            }
        }
        Ok([]) => Finding::soon("backup", "none by `handslag backup` is known", to_do),
        Err(error) => Finding::wrong("backup", error.to_string(), "see to the database first"),
    }
}

fn key_file(path: &Path) -> Option<Finding> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_file() {
        return Some(open_to_others("key_file", path).unwrap_or_else(|| {
            Finding::fine("key_file", format!("{}, for its owner only", path.display()))
        }));
    }
    Some(Finding::wrong("key_file", format!("{} is no file", path.display()), "name another one"))
}

/// Whether others than its owner may read a secret.
#[cfg(unix)]
fn open_to_others(about: &'static str, path: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then(|| {
        let told = format!("{} can be read by others (mode {mode:o})", path.display());
        Finding::wrong(about, told, format!("`chmod 600 {}`", path.display()))
    })
}

/// Elsewhere nothing is known of it.
#[cfg(not(unix))]
fn open_to_others(_: &'static str, _: &Path) -> Option<Finding> {
    None
}

/// How much room the disk of the database has left.
#[cfg(unix)]
fn room(database: &Path) -> Option<Finding> {
    let place = database.parent().filter(|parent| !parent.as_os_str().is_empty());
    let disk = rustix::fs::statvfs(place.unwrap_or(Path::new("."))).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let told = format!("{} MB are free", free / 1_000_000);
    let to_do =
        "make room: when the disk is full, nothing new is stored and everything old can be read";
    Some(match free {
        0..NO_ROOM => Finding::wrong("disk", told, to_do),
        NO_ROOM..LITTLE_ROOM => Finding::soon("disk", told, to_do),
        LITTLE_ROOM.. => Finding::fine("disk", told),
    })
}

/// Elsewhere nothing is known of it.
#[cfg(not(unix))]
fn room(_: &Path) -> Option<Finding> {
    None
}

fn certificate(tls: &Tls, at: Timestamp) -> Finding {
    const RENEW: &str = "renew it, and send the server SIGHUP";
    match ends(&tls.certificate) {
        Err(error) => Finding::wrong("tls_certificate", format!("{error:#}"), "name a PEM file"),
        Ok(ends) => {
            let days = ends.duration_since(at).as_hours() / 24;
            let told = format!("{} holds until {ends}", tls.certificate.display());
            if ends <= at {
                Finding::wrong("tls_certificate", told, RENEW)
            } else if days < RENEW_DAYS {
                Finding::soon("tls_certificate", told, RENEW)
            } else {
                Finding::fine("tls_certificate", told)
            }
        }
    }
}

/// Until when a certificate holds.
fn ends(path: &Path) -> anyhow::Result<Timestamp> {
    let unread = || format!("the certificate {} cannot be read", path.display());
    let first = CertificateDer::from_pem_file(path).map_err(|e| anyhow::anyhow!("{e}"));
    let first = first.with_context(unread)?;
    let read = x509_cert::Certificate::from_der(&first).map_err(|e| anyhow::anyhow!("{e}"));
    let ends = read.with_context(unread)?.tbs_certificate.validity.not_after.to_unix_duration();
    Timestamp::from_second(i64::try_from(ends.as_secs())?).with_context(unread)
}

/// Ask a running server.
#[derive(Debug, Args)]
pub(crate) struct Health {
    /// Ask only whether it runs, not whether it can do its work
    #[arg(long)]
    alive: bool,
}

/// `handslag health`
pub(crate) fn health(common: &Common, asked: &Health) -> anyhow::Result<()> {
    let settings = settings(common, None)?;
    let plain = settings.tls.is_none().then_some(settings.listen);
    let Some(address) = settings.metrics_listen.or(plain) else {
        bail!(
            "the server speaks TLS to everybody; wanted metrics_listen as well, where it can be asked"
        );
    };
    let path = if asked.alive { "/healthz" } else { "/readyz" };
    let answer = ask(here(address), path)
        .with_context(|| format!("no server answers at {address}; is it running?"))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((answer.as_str(), ""));
    let told = body.trim();
    if !head.starts_with("HTTP/1.1 200") {
        bail!("the server at {address} is not ready: {told}");
    }
    output::line(told);
    Ok(())
}

/// Where an address that stands for all is reached from this machine.
fn here(address: SocketAddr) -> SocketAddr {
    let mut address = address;
    if address.ip().is_unspecified() {
        let here: [SocketAddr; 2] = [
            ([127, 0, 0, 1], address.port()).into(),
            ([0, 0, 0, 0, 0, 0, 0, 1], address.port()).into(),
        ];
        address = if address.is_ipv4() { here[0] } else { here[1] };
    }
    address
}

fn ask(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.take(4096).read_to_string(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(finding: &Finding) -> (Level, &str) {
        (finding.level, finding.about)
    }

    #[test]
    fn a_clock_that_is_behind_the_ledger_is_told() {
        let at: Timestamp = "2026-03-09T08:40:00Z".parse().unwrap();
        let check = |newest: Option<&str>, wanted| {
            let newest = newest.map(|text| text.parse().unwrap());
            assert_eq!(level(&clock(Ok(newest), at)), (wanted, "clock"), "{newest:?}");
        };
        check(None, Level::Fine);
        check(Some("2026-03-09T08:39:00Z"), Level::Fine);
        check(Some("2026-03-09T08:45:00Z"), Level::Fine);
        check(Some("2026-03-09T08:45:01Z"), Level::Wrong);
        check(Some("2036-03-09T08:45:01Z"), Level::Wrong);
    }

    #[test]
    fn a_certificate_is_told_before_it_ends() {
        let file = |name: &str| {
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/certificate").join(name)
        };
        let tls = Tls { certificate: file("first.pem"), key: file("first.key.pem") };
        let end = ends(&tls.certificate).unwrap();
        let check = |at: Timestamp, wanted| {
            assert_eq!(level(&certificate(&tls, at)), (wanted, "tls_certificate"), "{at}");
        };
        let days = |days: i64| SignedDuration::from_hours(24 * days);
        check(end - days(30), Level::Fine);
        check(end - days(13), Level::Soon);
        check(end, Level::Wrong);
        check(end + days(1), Level::Wrong);
        let none = Tls { certificate: file("first.key.pem"), key: file("first.key.pem") };
        assert_eq!(certificate(&none, end).level, Level::Wrong);
    }

    #[test]
    fn an_address_for_all_is_asked_here() {
        let check = |given: &str, wanted: &str| {
            assert_eq!(here(given.parse().unwrap()).to_string(), wanted);
        };
        check("0.0.0.0:4600", "127.0.0.1:4600");
        check("[::]:4600", "[::1]:4600");
        check("127.0.0.1:4601", "127.0.0.1:4601");
    }
}
