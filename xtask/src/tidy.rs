//! `cargo xtask tidy`: holds the project against rules that no compiler knows.
//!
//! One module a rule, each with a test that breaks it. A fault names the file, the line, what is wrong and what to
//! do about it.

mod arrows;
mod budget;
mod header;
mod imports;
mod length;
mod links;
mod migrations;
mod texts;
mod unsafety;
mod words;

use std::fmt;
use std::path::Path;

use anyhow::{Context, bail};

use crate::machine::Machine;
use crate::output::say;

/// Checks everything.
///
/// # Errors
/// When a file cannot be read, or anything is not as it should be; the faults are printed first.
pub(crate) fn run(machine: &Machine) -> anyhow::Result<()> {
    let tree = Tree::read(machine)?;
    let mut faults = arrows::check(&machine.metadata()?)?;
    for check in [
        header::check,
        words::check,
        imports::check,
        migrations::check,
        budget::check,
        texts::check,
        links::check,
        length::check,
        unsafety::check,
    ] {
        faults.extend(check(&tree));
    }
    for fault in &faults {
        say(fault);
    }
    if !faults.is_empty() {
        bail!("{} things are not tidy", faults.len());
    }
    say(format_args!("{} files are tidy", tree.files.len()));
    Ok(())
}

/// Something that is not as it should be.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    path: String,
    /// Counted from 1.
    line: usize,
    /// What is wrong, and what to do.
    what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// A text file of the project.
#[derive(Debug)]
struct File {
    /// From the root, with `/`.
    path: String,
    text: String,
}

impl File {
    fn fault(&self, line: usize, what: impl Into<String>) -> Fault {
        Fault { path: self.path.clone(), line, what: what.into() }
    }

    fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|of| of == extension)
    }

    /// Its lines, counted from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// The text files of the project, those that are not committed yet among them.
#[derive(Debug)]
struct Tree {
    files: Vec<File>,
    /// Every path, also of what is no text.
    paths: Vec<String>,
}

impl Tree {
    fn read(machine: &Machine) -> anyhow::Result<Self> {
        let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
        let paths = machine.output("git", &list)?;
        let mut tree = Self { files: Vec::new(), paths: Vec::new() };
        for path in paths.lines() {
            let full = machine.root().join(path);
            // A deleted file is listed until the deletion is committed.
            if !full.is_file() {
                continue;
            }
            tree.paths.push(path.to_owned());
            let bytes = std::fs::read(&full).with_context(|| format!("read {path}"))?;
            if let Ok(text) = String::from_utf8(bytes) {
                tree.files.push(File { path: path.to_owned(), text });
            }
        }
        Ok(tree)
    }

    fn with(&self, extension: &'static str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.is(extension))
    }

    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// A tree made up for a test.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        let files: Vec<File> = files.iter().map(file).collect();
        Self { paths: files.iter().map(|file| file.path.clone()).collect(), files }
    }
}

/// The faults as they are printed.
#[cfg(test)]
fn printed(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}
