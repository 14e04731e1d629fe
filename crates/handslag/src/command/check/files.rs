//! The files to look through: as they were named, those in folders, or the standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use document::{Document, MOST_BYTES, kind};

/// Folders that hold what others wrote or a machine made.
const LEFT_OUT: [&str; 2] = ["node_modules", "target"];

/// How deep folders are looked into.
const DEEPEST: usize = 100;

/// What to look through.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) files: Vec<File>,
    /// How many files in folders are of no kind that is read.
    pub(super) skipped: usize,
}

/// One file to look through.
#[derive(Debug)]
pub(super) enum File {
    Input,
    Path(PathBuf),
}

impl Files {
    /// Those that were named, and in folders those of a kind that is read, by name.
    pub(super) fn of(named: &[PathBuf]) -> anyhow::Result<Self> {
        let mut all = Self::default();
        for path in named {
            if path == Path::new("-") {
                all.files.push(File::Input);
            } else if path.is_dir() {
                all.walk(path)?;
            } else {
                all.files.push(File::Path(path.clone()));
            }
        }
        if all.files.is_empty() {
            let folders: Vec<String> =
                named.iter().map(|path| path.display().to_string()).collect();
            let wanted = kind::READ;
            bail!("{}: there is nothing to read; wanted {wanted} files", folders.join(", "));
        }
        Ok(all)
    }

    fn walk(&mut self, folder: &Path) -> anyhow::Result<()> {
        let mut open = vec![(folder.to_path_buf(), 0)];
        while let Some((path, depth)) = open.pop() {
            if !path.is_dir() || (path.is_symlink() && depth > 0) {
                self.take(path);
                continue;
            }
            if depth > DEEPEST {
                bail!("{}: more than {DEEPEST} folders within each other", path.display());
            }
            let fails = || format!("{} cannot be opened", path.display());
            let mut inside = Vec::new();
            for entry in std::fs::read_dir(&path).with_context(fails)? {
                let entry = entry.with_context(fails)?.path();
                let name = entry.file_name().unwrap_or_default().to_string_lossy();
                if !name.starts_with('.') && !LEFT_OUT.contains(&&*name) {
                    inside.push(entry);
                }
            }
            inside.sort();
            open.extend(inside.into_iter().rev().map(|each| (each, depth + 1)));
        }
        Ok(())
    }

    fn take(&mut self, path: PathBuf) {
        if path.is_file() && kind::promised(&path.to_string_lossy()).is_some() {
            self.files.push(File::Path(path));
        } else {
            self.skipped += 1;
        }
    }
}

impl File {
    /// What it is called in answers.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Input => "-".to_owned(),
            Self::Path(path) => path.display().to_string(),
        }
    }

    /// Its words. No more of it is read than may be.
    pub(super) fn read(&self) -> anyhow::Result<Document> {
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX) + 1;
        let mut bytes = Vec::new();
        match self {
            Self::Input => std::io::stdin().lock().take(most).read_to_end(&mut bytes),
            Self::Path(path) => {
                std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
            }
        }
        .context("cannot be opened")?;
        let name = match self {
            Self::Input => String::new(),
            Self::Path(path) => path.to_string_lossy().into_owned(),
        };
        Ok(document::read(bytes, &name)?)
    }
}
