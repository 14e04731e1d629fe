//! Configuration: one TOML file, environment variables of the same names, working defaults for everything.
//!
//! What is named on the command line wins over the environment, which wins over the file.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;

/// The file that is read when no other is named, if it is there.
pub(crate) const USUAL_FILE: &str = "handslag.toml";
/// The database when none is named.
const USUAL_DATABASE: &str = "handslag.db";
/// Where the server listens when nothing else is said.
const USUAL_LISTEN: &str = "127.0.0.1:4600";

/// Where things are and how the program runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The database file.
    pub(crate) database: PathBuf,
    /// The keys beside it.
    pub(crate) key_file: PathBuf,
    /// Where the server listens.
    pub(crate) listen: SocketAddr,
    /// How many threads simulate.
    pub(crate) threads: NonZeroU32,
}

/// The same as it may be given, in a file or in the environment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    database: Option<String>,
    key_file: Option<PathBuf>,
    listen: Option<String>,
    threads: Option<NonZeroU32>,
}

impl Given {
    /// Takes one that comes first; this one where that says nothing.
    fn under(self, first: Self) -> Self {
        Self {
            database: first.database.or(self.database),
            key_file: first.key_file.or(self.key_file),
            listen: first.listen.or(self.listen),
            threads: first.threads.or(self.threads),
        }
    }

    /// What the environment says: `HANDSLAG_DATABASE`, `HANDSLAG_KEY_FILE`, `HANDSLAG_LISTEN`, `HANDSLAG_THREADS`.
    fn of_environment(variable: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let threads = variable("HANDSLAG_THREADS");
        let threads = threads.map(|text| {
            text.parse().map_err(|_| {
                anyhow::anyhow!("HANDSLAG_THREADS is {text:?}; wanted a whole number from 1 on")
            })
        });
        Ok(Self {
            database: variable("HANDSLAG_DATABASE"),
            key_file: variable("HANDSLAG_KEY_FILE").map(PathBuf::from),
            listen: variable("HANDSLAG_LISTEN"),
            threads: threads.transpose()?,
        })
    }

    /// A database named on the command line.
    pub(crate) fn database(path: Option<&Path>) -> Self {
        Self { database: path.map(|path| path.display().to_string()), ..Self::default() }
    }

    /// An address named on the command line.
    #[must_use]
    pub(crate) fn listening(self, listen: Option<&str>) -> Self {
        Self { listen: listen.map(str::to_owned).or(self.listen), ..self }
    }
}

impl Settings {
    /// Reads the file and the environment under what was named on the command line.
    pub(crate) fn read(
        file: Option<&Path>,
        named: Given,
        variable: impl Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Self> {
        let environment = Given::of_environment(&variable)?;
        let file =
            file.map(Path::to_path_buf).or_else(|| variable("HANDSLAG_CONFIG").map(PathBuf::from));
        let text = match &file {
            Some(path) => {
                let read = std::fs::read_to_string(path);
                read.with_context(|| format!("the configuration {}", path.display()))?
            }
            None => std::fs::read_to_string(USUAL_FILE).unwrap_or_default(),
        };
        let name = file.unwrap_or_else(|| PathBuf::from(USUAL_FILE));
        let in_file: Given = toml::from_str(&text)
            .with_context(|| format!("the configuration {} cannot be read", name.display()))?;
        Self::of(in_file.under(environment).under(named))
    }

    fn of(given: Given) -> anyhow::Result<Self> {
        let database = given.database.unwrap_or_else(|| USUAL_DATABASE.to_owned());
        if let Some((scheme, _)) = database.split_once("://") {
            bail!("database is {database:?}; wanted the path of a file, {scheme} is not known");
        }
        let database = PathBuf::from(database);
        let key_file = given.key_file.unwrap_or_else(|| {
            let mut name = database.clone().into_os_string();
            name.push(".key");
            PathBuf::from(name)
        });
        let listen = given.listen.unwrap_or_else(|| USUAL_LISTEN.to_owned());
        let listen: SocketAddr = listen.parse().map_err(|_| {
            anyhow::anyhow!(
                "listen is {listen:?}; wanted an address with a port such as {USUAL_LISTEN}"
            )
        })?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let cores = u32::try_from(cores).ok().and_then(NonZeroU32::new);
        let threads = given.threads.or(cores).unwrap_or(NonZeroU32::MIN);
        Ok(Self { database, key_file, listen, threads })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn everything_has_a_working_default() {
        let settings = Settings::of(Given::default()).unwrap();
        assert_eq!(settings.database, PathBuf::from("handslag.db"));
        assert_eq!(settings.key_file, PathBuf::from("handslag.db.key"));
        assert_eq!(settings.listen.to_string(), "127.0.0.1:4600");
    }

    #[test]
    fn the_command_line_wins_over_environment_and_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        std::fs::write(&file, "database = \"file.db\"\nlisten = \"127.0.0.1:1\"\nthreads = 3\n")
            .unwrap();
        let variable = |name: &str| (name == "HANDSLAG_LISTEN").then(|| "127.0.0.1:2".to_owned());
        let read = |named| Settings::read(Some(&file), named, variable).unwrap();
        let settings = read(Given::default());
        assert_eq!((settings.listen.port(), settings.threads.get()), (2, 3));
        assert_eq!(settings.database, PathBuf::from("file.db"));
        let named = Given::database(Some(Path::new("named.db"))).listening(Some("127.0.0.1:3"));
        let settings = read(named);
        assert_eq!((settings.listen.port(), settings.database), (3, PathBuf::from("named.db")));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("c.toml");
        let check = |text: &str, wanted: &str| {
            std::fs::write(&file, text).unwrap();
            let error = Settings::read(Some(&file), Given::default(), nothing).unwrap_err();
            let told = format!("{error:#}");
            assert!(told.contains(wanted), "{text:?} gave {told}");
        };
        check("databse = \"a\"", "unknown field `databse`");
        check("threads = 0", "nonzero");
        check("listen = \"4600\"", "wanted an address with a port");
        check("database = \"postgres://db/x\"", "wanted the path of a file");
        check("listen", "cannot be read");
        let variable = |name: &str| (name == "HANDSLAG_THREADS").then(|| "two".to_owned());
        let error = Settings::read(None, Given::default(), variable).unwrap_err();
        assert!(error.to_string().contains("HANDSLAG_THREADS is \"two\""), "{error}");
    }
}
