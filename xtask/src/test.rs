//! `cargo xtask test`: sets up what the tests need and runs all of them, cheap ones first.
//!
//! Every step prints its seconds. A step whose tool cannot be had is left out with a line that says so; where `CI` is
//! set nothing is left out: the run fails.

mod tools;

use std::process::Command;

use anyhow::{Context, bail};

use crate::learn;
use crate::machine::{self, Machine, Stopwatch, TEST_SERVER};
use crate::output::say;
use crate::postgres::{self, Durable, Server};
use crate::tidy;

/// The crates whose examples are tests; the others have none.
const WITH_EXAMPLES: [&str; 3] = ["calendar", "promise", "forecast"];

/// What is to be run.
#[derive(Debug, clap::Args)]
pub(crate) struct Wanted {
    /// Leave the browser out.
    #[arg(long)]
    quick: bool,
}

/// What became of a step.
enum Ran {
    Passed,
    /// Left out, and why.
    LeftOut(String),
}

/// Runs everything.
///
/// # Errors
/// When a step fails, or, where `CI` is set, cannot be run.
pub(crate) fn run(machine: &mut Machine, wanted: &Wanted) -> anyhow::Result<()> {
    let whole = Stopwatch::start();
    let mut steps = Steps { machine, seconds: Vec::new() };
    steps.step("tools", |machine| tools::set_up(machine, !wanted.quick))?;
    steps.cargo("formatting", &["fmt", "--all", "--check"])?;
    steps.step("licences, sources and bans", deny)?;
    let lints = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    steps.cargo("lints", &lints)?;
    steps.step("tidy", |machine| tidy::run(machine).map(|()| Ran::Passed))?;
    steps.step("weights", |machine| learn::check(machine).map(|()| Ran::Passed))?;
    // Apart from running them, so that it shows what building costs.
    steps
        .cargo("build of the tests", &["test", "--workspace", "--locked", "--no-run", "--quiet"])?;
    steps.step("tests", tests)?;
    steps.step("examples", examples)?;
    steps.step("documentation", documentation)?;
    if wanted.quick {
        say("browser tests: left out (--quick)");
    } else {
        steps.step("browser tests", browser)?;
    }
    say("");
    for (name, seconds) in &steps.seconds {
        say(format_args!("{seconds:>8}  {name}"));
    }
    say(format_args!("{:>8}  all", whole.to_string()));
    Ok(())
}

struct Steps<'a> {
    machine: &'a mut Machine,
    seconds: Vec<(&'static str, String)>,
}

impl Steps<'_> {
    fn cargo(&mut self, name: &'static str, arguments: &[&str]) -> anyhow::Result<()> {
        self.step(name, |machine| machine::run(cargo(machine, arguments)).map(|()| Ran::Passed))
    }

    fn step(
        &mut self,
        name: &'static str,
        step: impl FnOnce(&mut Machine) -> anyhow::Result<Ran>,
    ) -> anyhow::Result<()> {
        say(format_args!("\n== {name}"));
        let watch = Stopwatch::start();
        let ran = step(self.machine).with_context(|| format!("{name} failed"))?;
        if let Ran::LeftOut(why) = ran {
            if Machine::is_ci() {
                bail!("{name}: {why}; nothing is left out where CI is set");
            }
            say(format_args!("{name}: left out: {why}"));
        }
        say(format_args!("{name}: {watch}"));
        self.seconds.push((name, watch.to_string()));
        Ok(())
    }
}

fn cargo(machine: &Machine, arguments: &[&str]) -> Command {
    let mut command = machine.command("cargo", arguments);
    if Machine::is_ci() {
        // Nothing is built twice there: what incremental builds keep would only be written.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

fn deny(machine: &mut Machine) -> anyhow::Result<Ran> {
    if machine.find("cargo-deny").is_none() {
        return Ok(Ran::LeftOut("there is no cargo-deny".to_owned()));
    }
    // It looks at what other systems would need as well, which a build here does not fetch.
    machine::run(cargo(machine, &["fetch", "--locked", "--quiet"]))?;
    let asked =
        ["deny", "--offline", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
    machine::run(cargo(machine, &asked))?;
    Ok(Ran::Passed)
}

fn tests(machine: &mut Machine) -> anyhow::Result<Ran> {
    let has_nextest = machine.find("cargo-nextest").is_some();
    let mut command = if has_nextest {
        cargo(machine, &["nextest", "run", "--workspace", "--locked"])
    } else {
        say("there is no cargo-nextest: cargo test runs them, without its limits of time");
        cargo(machine, &["test", "--workspace", "--locked", "--lib", "--bins", "--tests"])
    };
    command.env("INSTA_UPDATE", "no");
    // One that was named is taken: whoever works on one crate keeps a server for its tests.
    let server = match machine.test_server() {
        Some(_) => None,
        None => match postgres::set_up(machine)? {
            Some(programs) => Some(Server::start(machine, &programs, Durable::No)?),
            None if Machine::is_ci() => bail!("there is no PostgreSQL, and nothing is left out"),
            None => {
                say("the half of the tests on PostgreSQL is left out: it is not installed");
                None
            }
        },
    };
    if let Some(server) = &server {
        command.env(TEST_SERVER, server.url());
    }
    machine::run(command)?;
    drop(server);
    if has_nextest {
        return Ok(Ran::Passed);
    }
    Ok(if Machine::is_ci() {
        Ran::LeftOut("there is no cargo-nextest".to_owned())
    } else {
        Ran::Passed
    })
}

fn examples(machine: &mut Machine) -> anyhow::Result<Ran> {
    let mut command = cargo(machine, &["test", "--doc", "--locked"]);
    for name in WITH_EXAMPLES {
        command.args(["--package", name]);
    }
    machine::run(command)?;
    Ok(Ran::Passed)
}

fn documentation(machine: &mut Machine) -> anyhow::Result<Ran> {
    let asked =
        ["doc", "--workspace", "--locked", "--no-deps", "--document-private-items", "--quiet"];
    let mut command = cargo(machine, &asked);
    command.env("RUSTDOCFLAGS", "-D warnings");
    machine::run(command)?;
    Ok(Ran::Passed)
}

fn browser(machine: &mut Machine) -> anyhow::Result<Ran> {
    if let Some(missing) = tools::missing_for_browser(machine) {
        return Ok(Ran::LeftOut(missing));
    }
    machine::run(cargo(machine, &["build", "--package", "handslag", "--locked"]))?;
    let mut command = machine.command("npm", &["test", "--silent"]);
    command.current_dir(machine.root().join("tests/browser"));
    command.env("HANDSLAG", machine.target().join("debug/handslag"));
    if let Some(chromium) = machine.find("chromium") {
        command.env("CHROMIUM", chromium);
    }
    machine::run(command)?;
    Ok(Ran::Passed)
}
