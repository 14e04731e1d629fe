//! The machine it runs on: programs, environment, the wall clock. The only place of xtask that asks for them.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// The variable with the URL of a PostgreSQL server for tests.
pub(crate) const TEST_SERVER: &str = "HANDSLAG_TEST_POSTGRES";

/// The machine and the project's place on it.
#[derive(Debug)]
pub(crate) struct Machine {
    root: PathBuf,
    /// Folders with programs that are looked in first.
    tools: Vec<PathBuf>,
}

impl Machine {
    /// The machine, as the environment tells it.
    pub(crate) fn here() -> anyhow::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent")?;
        Ok(Self { root: root.to_owned(), tools: Vec::new() })
    }

    /// The folder of the project.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder where builds go.
    pub(crate) fn target(&self) -> PathBuf {
        environment("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// Whether this is a continuous integration run: then nothing is left out.
    pub(crate) fn is_ci() -> bool {
        environment("CI").is_some_and(|value| value != "false" && !value.is_empty())
    }

    /// The URL of a PostgreSQL server for tests that is there already.
    pub(crate) fn test_server(&self) -> Option<String> {
        environment(TEST_SERVER).filter(|url| !url.is_empty())
    }

    /// Whether packages can be installed: on a machine with apt-get, as root.
    pub(crate) fn can_install(&self) -> bool {
        self.is_root() && self.find("apt-get").is_some()
    }

    /// Whether we are root.
    pub(crate) fn is_root(&self) -> bool {
        self.output("id", &["-u"]).unwrap_or_default().trim() == "0"
    }

    /// Looks in this folder for programs from now on.
    pub(crate) fn look_in(&mut self, folder: PathBuf) {
        self.tools.insert(0, folder);
    }

    /// Where a program is.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        let paths = environment("PATH").unwrap_or_default();
        let mut folders = self.tools.iter().cloned().chain(std::env::split_paths(&paths));
        folders.find_map(|folder| {
            let path = folder.join(program);
            path.is_file().then_some(path)
        })
    }

    /// A command to be run in the project's folder.
    pub(crate) fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        let paths = environment("PATH").unwrap_or_default();
        let folders = self.tools.iter().cloned().chain(std::env::split_paths(&paths));
        if let Ok(paths) = std::env::join_paths(folders) {
            command.env("PATH", paths);
        }
        // What cargo tells the programs that it runs would otherwise reach the cargo that we run.
        command.env_remove("CARGO_MANIFEST_DIR");
        command
    }

    /// Runs a command to its end, its output going where ours goes.
    pub(crate) fn run(&self, program: &str, arguments: &[&str]) -> anyhow::Result<()> {
        run(self.command(program, arguments))
    }

    /// What a command prints.
    pub(crate) fn output(&self, program: &str, arguments: &[&str]) -> anyhow::Result<String> {
        let output = self
            .command(program, arguments)
            .output()
            .with_context(|| format!("run {program}; is it installed?"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("{program} {} failed: {}", arguments.join(" "), said.trim());
        }
        String::from_utf8(output.stdout).with_context(|| format!("{program} prints no text"))
    }

    /// The crates of the project as cargo knows them.
    pub(crate) fn metadata(&self) -> anyhow::Result<serde_json::Value> {
        let asked = ["metadata", "--no-deps", "--format-version", "1", "--offline"];
        serde_json::from_str(&self.output("cargo", &asked)?)
            .context("cargo metadata prints no JSON")
    }
}

/// Runs a command to its end.
pub(crate) fn run(mut command: Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("run {command:?}; is it installed?"))?;
    if !status.success() {
        bail!("failed: {}", words(&command));
    }
    Ok(())
}

/// A command as somebody would type it.
pub(crate) fn words(command: &Command) -> String {
    let all = std::iter::once(command.get_program()).chain(command.get_args());
    all.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[expect(clippy::disallowed_methods, reason = "the one place of xtask that reads the environment")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The arguments this program was called with, its own name left out.
pub(crate) fn arguments() -> impl Iterator<Item = OsString> {
    std::env::args_os().skip(1)
}

/// The present, in whole microseconds, as events are stored.
#[expect(clippy::disallowed_methods, reason = "the one place of xtask that reads the clock")]
pub(crate) fn now() -> jiff::Timestamp {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}

/// Measures how long something takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(std::time::Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "the one place of xtask that reads the clock")]
    pub(crate) fn start() -> Self {
        Self(std::time::Instant::now())
    }

    pub(crate) fn elapsed(self) -> std::time::Duration {
        self.0.elapsed()
    }
}

/// Measures how long the thread that asks has run: what else runs on the machine does not count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ThreadWatch(std::time::Duration);

impl ThreadWatch {
    pub(crate) fn start() -> Self {
        Self(Self::ran())
    }

    pub(crate) fn elapsed(self) -> std::time::Duration {
        Self::ran().saturating_sub(self.0)
    }

    fn ran() -> std::time::Duration {
        let ran = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        std::time::Duration::try_from(ran).unwrap_or_default()
    }
}

impl fmt::Display for Stopwatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.elapsed().as_secs_f64())
    }
}
