//! The same text, read by programs of others that look for wording: proselint, write-good, and textlint with its rule.
//!
//! They are installed into a folder of the target folder. One that cannot be had is named, and left out.

use std::path::Path;
use std::process::Command;

use crate::machine::{self, Machine, Stopwatch};
use crate::output::say;

/// A program that others made.
struct Other {
    name: &'static str,
    /// Whether pip brings it; npm else.
    is_python: bool,
    packages: &'static [&'static str],
    /// What to run in the folder of tools, the file to read at the end.
    run: &'static [&'static str],
}

const OTHERS: [Other; 3] = [
    Other {
        name: "proselint",
        is_python: true,
        packages: &["proselint==0.14.0"],
        run: &["python3", "-m", "proselint"],
    },
    Other {
        name: "write-good",
        is_python: false,
        packages: &["write-good@1.0.8"],
        run: &["node", "node_modules/write-good/bin/write-good.js"],
    },
    Other {
        name: "textlint with write-good",
        is_python: false,
        packages: &["textlint@14.4.2", "textlint-rule-write-good@2.0.0"],
        run: &["node", "node_modules/textlint/bin/textlint.js", "--rule", "write-good"],
    },
];

/// They are slow: a part of the text is enough.
const BYTES: usize = 100_000;

/// Prints how fast each reads the beginning of a text.
pub(super) fn compare(machine: &Machine, text: &str) -> anyhow::Result<()> {
    let folder = machine.target().join("tools/wording");
    std::fs::create_dir_all(&folder)?;
    let part: String = text.chars().take(BYTES).collect();
    let file = folder.join("mail.txt");
    std::fs::write(&file, &part)?;
    for other in OTHERS {
        if let Err(error) = install(machine, &other, &folder) {
            say(format_args!("language: {} cannot be had: {error:#}", other.name));
            continue;
        }
        // Once for a short text: what starting the program takes is not reading.
        let short = folder.join("short.txt");
        std::fs::write(&short, "We will call you back on Friday.\n")?;
        let start = read(machine, &other, &folder, &short)?;
        let whole = read(machine, &other, &folder, &file)?;
        let reading = (whole - start).max(1e-3);
        let megabytes = f64::from(u32::try_from(part.len())?) / 1e6;
        say(format_args!(
            "language: {}: {:.3} MB/s on {} kB of English, {start:.2} s to start",
            other.name,
            megabytes / reading,
            part.len() / 1000
        ));
    }
    Ok(())
}

fn install(machine: &Machine, other: &Other, folder: &Path) -> anyhow::Result<()> {
    let mut command = if other.is_python {
        let mut pip = machine.command("python3", &["-m", "pip", "install", "--quiet"]);
        pip.args(["--disable-pip-version-check", "--root-user-action", "ignore", "--target"]);
        pip.arg(folder);
        pip
    } else {
        let mut npm = machine.command("npm", &["install", "--no-audit", "--no-fund"]);
        npm.args(["--ignore-scripts", "--silent", "--prefix"]).arg(folder);
        npm
    };
    command.args(other.packages);
    machine::run(command)
}

/// The seconds for a file. What they find is no failure, so how they end is not looked at.
fn read(machine: &Machine, other: &Other, folder: &Path, file: &Path) -> anyhow::Result<f64> {
    let (program, arguments) = other.run.split_first().unwrap_or((&"true", &[]));
    let mut command: Command = machine.command(program, arguments);
    command.arg(file).current_dir(folder).env("PYTHONPATH", folder);
    let watch = Stopwatch::start();
    command.output()?;
    Ok(watch.elapsed().as_secs_f64())
}
