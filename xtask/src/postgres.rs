//! A PostgreSQL server that is used up: on loopback, in a folder of its own, stopped and removed at the end.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::machine::{self, Machine};
use crate::output::say;

/// Where Debian keeps the programs of each version.
const DEBIAN: &str = "/usr/lib/postgresql";
/// Who runs it where we are root, as it refuses to.
const ITS_USER: &str = "postgres";

/// Whether what is written must survive a loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durable {
    /// As in earnest, for measuring.
    Yes,
    /// Faster, for tests.
    No,
}

/// A running server.
#[derive(Debug)]
pub(crate) struct Server<'a> {
    machine: &'a Machine,
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

/// The folder with PostgreSQL's programs.
pub(crate) fn find(machine: &Machine) -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs.join("initdb").is_file().then_some((version, programs))
        })
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, programs)| programs);
    newest.or_else(|| Some(machine.find("initdb")?.parent()?.to_owned()))
}

/// The folder with PostgreSQL's programs; installed where we may.
pub(crate) fn set_up(machine: &Machine) -> anyhow::Result<Option<PathBuf>> {
    if let Some(programs) = find(machine) {
        return Ok(Some(programs));
    }
    if !Machine::is_ci() || !machine.can_install() {
        return Ok(None);
    }
    say("installing postgresql");
    machine.run("apt-get", &["update", "--quiet", "--quiet"])?;
    let asked = ["install", "--yes", "--quiet", "--quiet", "--no-install-recommends", "postgresql"];
    let mut command = machine.command("apt-get", &asked);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    machine::run(command)?;
    Ok(find(machine))
}

impl<'a> Server<'a> {
    /// Starts one, empty.
    pub(crate) fn start(
        machine: &'a Machine,
        programs: &Path,
        durable: Durable,
    ) -> anyhow::Result<Self> {
        std::fs::create_dir_all(machine.target())?;
        // What is measured belongs on the project's disk; else a short path, as a socket's may not be long.
        let folder = match durable {
            Durable::Yes => tempfile::tempdir_in(machine.target())?,
            Durable::No => tempfile::tempdir()?,
        };
        // Free a moment ago, which is as much as can be known.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = Self { machine, programs: programs.to_owned(), folder, port };
        if machine.is_root() {
            machine.run("chown", &[ITS_USER, server.path("")?.as_str()])?;
        }
        let data = server.path("data")?;
        let asked = ["-D", &data, "-A", "trust", "-U", ITS_USER, "-E", "UTF8", "--locale", "C"];
        server.quietly("initdb", &asked)?;
        let sockets = server.path("")?;
        let loose = match durable {
            Durable::Yes => "",
            Durable::No => " -c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        };
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={sockets} \
             -c max_connections=300{loose}"
        );
        let log = server.path("log")?;
        server.quietly("pg_ctl", &["-D", &data, "-w", "-o", &options, "-l", &log, "start"])?;
        Ok(server)
    }

    /// Its URL.
    pub(crate) fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// The URL of a fresh database on it.
    pub(crate) fn fresh(&self, name: &str) -> anyhow::Result<String> {
        let port = self.port.to_string();
        self.quietly("createdb", &["-h", "127.0.0.1", "-p", &port, "-U", ITS_USER, name])?;
        Ok(self.url_of(name))
    }

    fn url_of(&self, name: &str) -> String {
        format!("postgres://{ITS_USER}@127.0.0.1:{}/{name}", self.port)
    }

    fn path(&self, name: &str) -> anyhow::Result<String> {
        let path = self.folder.path().join(name);
        let text = path.to_str().context("the folder for temporary files has an odd name")?;
        Ok(text.trim_end_matches('/').to_owned())
    }

    fn quietly(&self, program: &str, arguments: &[&str]) -> anyhow::Result<()> {
        let path = self.programs.join(program);
        let mut command = self.command(&path.display().to_string(), arguments);
        // A server keeps what it is given open: it would hold up whoever reads what we print.
        command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
        command.current_dir(self.folder.path());
        if !command.status().with_context(|| format!("run {program}"))?.success() {
            let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
            bail!("failed: {}\n{log}", machine::words(&command));
        }
        Ok(())
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        if self.machine.is_root() {
            let before = ["-u", ITS_USER, "--", program];
            return self.machine.command("runuser", &[&before, arguments].concat());
        }
        self.machine.command(program, arguments)
    }
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        let stopped = self
            .path("data")
            .and_then(|data| self.quietly("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]));
        if let Err(error) = stopped {
            say(format_args!("PostgreSQL on port {} does not stop: {error:#}", self.port));
        }
    }
}
