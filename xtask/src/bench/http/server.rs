//! The program as users have it, running beside the one that measures: started, looked at, ended.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};

use super::company::NOW;
use crate::machine::Machine;

/// A running server; it ends when this does.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
}

impl Server {
    /// Starts the optimised program on a free port, its log going to a file as under a service manager.
    pub(super) fn start(machine: &Machine, database: &Path) -> anyhow::Result<Self> {
        let program = machine.target().join("release/handslag");
        let log = database.with_extension("log");
        let mut command = Command::new(program);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--now", NOW, "--database"])
            .arg(database)
            .stdout(Stdio::piped())
            .stderr(File::create(&log)?);
        // What its owner set up for himself is no part of what is measured.
        command.current_dir(database.parent().context("a database without a folder")?);
        let mut child = command.spawn().context("start handslag serve")?;
        let told = child.stdout.take().context("the server has no output")?;
        let mut told = BufReader::new(told);
        let mut first = String::new();
        told.read_line(&mut first)?;
        let address = first.trim().strip_prefix("http://").and_then(|at| at.parse().ok());
        let Some(address) = address else {
            child.kill()?;
            child.wait()?;
            bail!("the server did not start: {first}{}", std::fs::read_to_string(log)?);
        };
        // It must be able to say more without anybody reading it.
        std::thread::spawn(move || told.read_to_string(&mut String::new()));
        Ok(Self { child, address })
    }

    /// How long its threads have run.
    pub(super) fn cpu(&self) -> anyhow::Result<Duration> {
        // The scheduler's own figure is finer than the clock ticks of `stat`.
        let mut total = Duration::ZERO;
        for task in std::fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            // A thread may end while we look.
            let told = std::fs::read_to_string(task?.path().join("schedstat")).unwrap_or_default();
            let nanos = told.split(' ').next().and_then(|nanos| nanos.parse().ok());
            total += Duration::from_nanos(nanos.unwrap_or(0));
        }
        Ok(total)
    }

    /// A figure of `/proc/PID/status` in megabytes, such as `VmHWM`, the most memory it held at any time.
    pub(super) fn megabytes(&self, name: &str) -> anyhow::Result<f64> {
        let told = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u32>().ok());
        let kilobytes = kilobytes.with_context(|| format!("{name} is not told of the server"))?;
        Ok(f64::from(kilobytes) / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has nothing that is still wanted; a failure means that it has ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
