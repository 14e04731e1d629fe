//! The program as users have it, running beside the one that asks it: built, started, looked at, ended.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};

use crate::machine::Machine;

/// Builds the optimised program.
pub(crate) fn build(machine: &Machine) -> anyhow::Result<()> {
    machine.run("cargo", &["build", "--quiet", "--locked", "--release", "--package", "handslag"])
}

/// A running server; it ends when this does.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts the optimised program on a free port, its log going to a file as under a service manager.
    ///
    /// In a folder of its own, so that what its owner set up for himself is no part of what is looked at.
    pub(crate) fn start(
        machine: &Machine,
        folder: &Path,
        name: &str,
        options: &[&str],
        settings: &[(&str, &str)],
    ) -> anyhow::Result<Self> {
        let log = folder.join(name).with_extension("log");
        let mut command = Command::new(machine.target().join("release/handslag"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(options);
        command.envs(settings.iter().copied());
        command.current_dir(folder).stdout(Stdio::piped()).stderr(File::create(&log)?);
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

    /// Fails when it no longer runs.
    pub(crate) fn check(&mut self) -> anyhow::Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("handslag serve at {} ended: {status}", self.address),
        }
    }

    /// How long its threads have run.
    pub(crate) fn cpu(&self) -> anyhow::Result<Duration> {
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
    pub(crate) fn megabytes(&self, name: &str) -> anyhow::Result<f64> {
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
