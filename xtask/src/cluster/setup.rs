//! What the cluster needs of the machine: found, installed where we may, or named.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

use super::network;
use crate::machine::{self, Machine};
use crate::output::say;

/// Programs that must be on the path, and the package of Debian that brings each.
const PROGRAMS: [(&str, &str); 4] = [
    ("etcd", "etcd-server"),
    ("haproxy", "haproxy"),
    ("pg_ctlcluster", "postgresql"),
    ("pip3", "python3-pip"),
];
/// Where Debian keeps the versions of PostgreSQL.
const POSTGRESQL: &str = "/usr/lib/postgresql";
/// The oldest version that the product is tested on.
const LEAST_POSTGRESQL: u32 = 15;
/// Debian's Python: another one on the path may be where the user of PostgreSQL cannot read.
const PYTHON: &str = "/usr/bin/python3";

/// Where things are that were set up.
#[derive(Debug)]
pub(super) struct Tools {
    pub(super) python: &'static str,
    /// Patroni and its modules, readable by every user.
    pub(super) modules: PathBuf,
    /// The programs of PostgreSQL.
    pub(super) postgresql: PathBuf,
}

/// Finds or installs everything.
pub(super) fn set_up(machine: &Machine) -> anyhow::Result<Tools> {
    let id = machine.output("id", &["-u"])?;
    ensure!(
        id.trim() == "0",
        "the cluster takes root: each node has a network of its own and PostgreSQL runs as its own user; wanted: \
         sudo --preserve-env=PATH cargo xtask cluster"
    );
    network::lacks(machine)?;
    install_packages(machine)?;
    let modules = install_patroni(machine)?;
    Ok(Tools { python: PYTHON, modules, postgresql: newest_postgresql(Path::new(POSTGRESQL))? })
}

fn install_packages(machine: &Machine) -> anyhow::Result<()> {
    let missing = PROGRAMS.iter().filter(|(program, _)| machine.find(program).is_none());
    let missing: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !machine.can_install() {
        bail!("the cluster needs {}; install what brings them", missing.join(", "));
    }
    say(format_args!("installing {}", missing.join(" ")));
    machine.run("apt-get", &["update", "--quiet", "--quiet"])?;
    let mut command = machine.command("apt-get", &["install", "--yes", "--quiet", "--quiet"]);
    command.arg("--no-install-recommends").args(&missing);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    machine::run(command)
}

/// Patroni by its hashes, into a folder of its own.
fn install_patroni(machine: &Machine) -> anyhow::Result<PathBuf> {
    let wanted = std::fs::read_to_string(machine.root().join("xtask/patroni.txt"))?;
    let folder = machine.target().join("patroni");
    // Written last, so that half an installation counts as none.
    let mark = folder.join("installed.txt");
    if std::fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    say(format_args!("installing Patroni into {}", folder.display()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let mut command = machine.command(PYTHON, &["-m", "pip", "install", "--quiet", "--no-deps"]);
    command.args(["--disable-pip-version-check", "--require-hashes", "--no-build-isolation"]);
    command.args(["--root-user-action", "ignore", "--target"]).arg(&folder);
    command.args(["--requirement", "xtask/patroni.txt"]);
    machine::run(command).context("Patroni cannot be had")?;
    std::fs::write(mark, wanted)?;
    Ok(folder)
}

/// The folder of programs of the newest PostgreSQL.
fn newest_postgresql(versions: &Path) -> anyhow::Result<PathBuf> {
    let mut newest = None;
    let entries = std::fs::read_dir(versions)
        .with_context(|| format!("{}: wanted the versions of PostgreSQL", versions.display()))?;
    for entry in entries {
        let entry = entry?;
        let version = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok());
        if entry.path().join("bin/postgres").is_file() {
            newest = newest.max(version);
        }
    }
    match newest {
        Some(version) if version >= LEAST_POSTGRESQL => Ok(versions.join(format!("{version}/bin"))),
        found => bail!("PostgreSQL is {found:?}; wanted {LEAST_POSTGRESQL} or later"),
    }
}

/// Runs the tests of the lookout, which is no Rust.
pub(super) fn test_lookout(machine: &Machine, tools: &Tools) -> anyhow::Result<()> {
    let mut command = machine.command(tools.python, &["-m", "unittest", "test_lookout"]);
    command.current_dir(machine.root().join("deploy/cluster"));
    command.env("PYTHONPATH", &tools.modules).env("PYTHONDONTWRITEBYTECODE", "1");
    let done = command.output().context("run Python")?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "the lookout's own tests fail:\n{}", said.trim());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_that_has_a_server_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let add = |version: &str, has_server: bool| {
            let programs = folder.path().join(version).join("bin");
            std::fs::create_dir_all(&programs).unwrap();
            if has_server {
                std::fs::write(programs.join("postgres"), "").unwrap();
            }
        };
        assert!(newest_postgresql(folder.path()).is_err(), "there is none");
        add("9", true);
        assert!(newest_postgresql(folder.path()).is_err(), "it is too old");
        add("15", true);
        add("17", false);
        add("notes", true);
        assert_eq!(newest_postgresql(folder.path()).unwrap(), folder.path().join("15/bin"));
        add("16", true);
        assert_eq!(newest_postgresql(folder.path()).unwrap(), folder.path().join("16/bin"));
        assert!(newest_postgresql(&folder.path().join("nowhere")).is_err());
    }
}
