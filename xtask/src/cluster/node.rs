//! One node of the database: etcd, Patroni with its PostgreSQL, and the lookout beside it.

use std::fs::{File, OpenOptions};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};

use super::network::{Network, Place};
use super::setup::Tools;
use super::written::{self, Passwords};
use crate::machine::{self, Machine};

/// The user whom PostgreSQL belongs to.
pub(super) const USER: &str = "postgres";

/// The parts of a node that are started by themselves; Patroni starts PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Etcd,
    Patroni,
    Lookout,
}

impl Part {
    const ALL: [Self; 3] = [Self::Etcd, Self::Patroni, Self::Lookout];

    fn name(self) -> &'static str {
        match self {
            Self::Etcd => "etcd",
            Self::Patroni => "patroni",
            Self::Lookout => "lookout",
        }
    }
}

/// A node.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) place: Place,
    pub(super) has_lookout: bool,
    folder: PathBuf,
    machine: &'a Machine,
    network: &'a Network<'a>,
    tools: &'a Tools,
    running: Vec<(Part, Child)>,
}

impl<'a> Node<'a> {
    /// Writes what its parts are told; starts nothing.
    pub(super) fn prepare(
        (machine, network): (&'a Machine, &'a Network<'a>),
        tools: &'a Tools,
        place: Place,
        under: &Path,
        passwords: &Passwords,
    ) -> anyhow::Result<Self> {
        let folder = under.join(place.to_string());
        std::fs::create_dir_all(folder.join("run"))?;
        std::fs::write(folder.join("etcd.yml"), written::etcd(place, &folder)?)?;
        let patroni = written::patroni(place, &folder, &tools.postgresql, passwords)?;
        std::fs::write(folder.join("patroni.yml"), patroni)?;
        let mut own = machine.command("chown", &["--recursive", &format!("{USER}:{USER}")]);
        own.arg(&folder);
        machine::run(own)?;
        machine::run(machine.command("chmod", &["700", &folder.display().to_string()]))?;
        let running = Vec::new();
        Ok(Self { place, has_lookout: true, folder, machine, network, tools, running })
    }

    /// Starts every part that does not run.
    pub(super) fn start(&mut self) -> anyhow::Result<()> {
        let has_lookout = self.has_lookout;
        let mut parts = Part::ALL.into_iter().filter(|part| has_lookout || *part != Part::Lookout);
        parts.try_for_each(|part| self.start_part(part))
    }

    /// Starts one part, if it does not run.
    fn start_part(&mut self, part: Part) -> anyhow::Result<()> {
        if self.running.iter().any(|(of, _)| *of == part) {
            return Ok(());
        }
        let log = self.folder.join(format!("{}.log", part.name()));
        let log = OpenOptions::new().create(true).append(true).open(&log)?;
        let mut command = self.command_of(part);
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let child = command.spawn().with_context(|| format!("start {}", part.name()))?;
        self.running.push((part, child));
        Ok(())
    }

    fn command_of(&self, part: Part) -> Command {
        let path = |name: &str| self.folder.join(name).display().to_string();
        let modules = |name: &str| self.tools.modules.join(name).display().to_string();
        let python = self.tools.python;
        let mut command = match part {
            Part::Etcd => self.network.command(
                self.place,
                USER,
                &["etcd", "--config-file", &path("etcd.yml")],
            ),
            Part::Patroni => {
                let words = [python, &modules("bin/patroni"), &path("patroni.yml")];
                self.network.command(self.place, USER, &words)
            }
            Part::Lookout => {
                let script = self.machine.root().join("deploy/cluster/lookout.py");
                let words = [python, &script.display().to_string(), &path("patroni.yml")];
                self.network.command(self.place, USER, &words)
            }
        };
        command.current_dir(&self.folder).env("PYTHONPATH", &self.tools.modules);
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUNBUFFERED", "1");
        // A cluster on one machine is no place for the locale of whoever starts it.
        command.env("LC_ALL", "C.UTF-8");
        command
    }

    /// Ends everything of it at once, as when its power goes.
    pub(super) fn kill(&mut self) -> anyhow::Result<()> {
        self.network.kill_all(self.place)?;
        for (_, mut child) in self.running.drain(..) {
            child.wait()?;
        }
        Ok(())
    }

    /// Ends one part at once.
    pub(super) fn kill_part(&mut self, part: Part) -> anyhow::Result<()> {
        let Some(at) = self.running.iter().position(|(of, _)| *of == part) else {
            bail!("{}: {} does not run", self.place, part.name());
        };
        let (_, mut child) = self.running.remove(at);
        child.kill()?;
        child.wait()?;
        Ok(())
    }

    /// Ends PostgreSQL at once, every process of it; Patroni stays.
    pub(super) fn kill_postgresql(&self) -> anyhow::Result<()> {
        let file = self.folder.join("postgresql/postmaster.pid");
        let pid = std::fs::read_to_string(&file)
            .with_context(|| format!("{}: does PostgreSQL run?", file.display()))?;
        let pid = pid.lines().next().unwrap_or_default().trim().to_owned();
        let children = self.machine.output("ps", &["-o", "pid=", "--ppid", &pid])?;
        let mut command = self.machine.command("kill", &["-KILL", &pid]);
        // A child may end by itself once its parent is gone.
        command.args(children.split_whitespace()).stderr(Stdio::null());
        command.status().context("run kill")?;
        Ok(())
    }

    /// Has PostgreSQL of this node carry out statements, as its own superuser.
    pub(super) fn administer(&self, statements: &str, database: &str) -> anyhow::Result<()> {
        let psql = self.tools.postgresql.join("psql").display().to_string();
        let socket = self.folder.join("run").display().to_string();
        let words = [&psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", &socket, "-d", database];
        let file = self.folder.join("statements.sql");
        std::fs::write(&file, statements)?;
        let mut command = self.network.command(self.place, USER, &words);
        command.stdin(File::open(&file)?).current_dir(&self.folder);
        let done = command.output().context("run psql")?;
        std::fs::remove_file(&file)?;
        if !done.status.success() {
            bail!("psql: {}", String::from_utf8_lossy(&done.stderr).trim());
        }
        Ok(())
    }

    /// What of it ended although nobody ended it.
    pub(super) fn ended(&mut self) -> Option<String> {
        for (part, child) in &mut self.running {
            if let Ok(Some(status)) = child.try_wait() {
                let (place, part) = (self.place, part.name());
                let how = status.signal().map_or(status.to_string(), |of| format!("signal {of}"));
                let log = self.folder.join(format!("{part}.log"));
                return Some(format!("{place}: {part} ended ({how}); see {}", log.display()));
            }
        }
        None
    }
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.kill() {
            crate::output::complain(&error);
        }
    }
}
