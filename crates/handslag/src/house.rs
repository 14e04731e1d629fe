//! Opening the ledger: the database, the keys beside it, fresh randomness. And the clock.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use jiff::Timestamp;
use ledger::{Entropy, KeyRing, Ledger, Location};
use promise::OrganisationId;
use service::Service;
use web::request::Ticks;

use crate::settings::Settings;

/// The present, in whole microseconds as the ledger keeps instants.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}

/// Tells how long the program has run.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn ticks() -> Ticks {
    let begun = std::time::Instant::now();
    Ticks::new(move || begun.elapsed())
}

/// The memory that the process holds, in bytes, where the machine tells.
pub(crate) fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib * 1024)
}

/// A variable of the environment, if it is set and says something.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Fresh randomness for ids, keys and seeds.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for randomness")]
pub(crate) fn entropy() -> anyhow::Result<Arc<Entropy>> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)
        .map_err(|e| anyhow::anyhow!("the machine gives no randomness: {e}"))?;
    Ok(Arc::new(Entropy::from_seed(seed)))
}

/// A service over a ledger, and whose ledgers it holds.
#[derive(Debug)]
pub(crate) struct House {
    /// The use cases.
    pub(crate) service: Service,
    /// Those that were founded.
    organisations: Vec<OrganisationId>,
    /// The id of the next one that is founded.
    pub(crate) fresh: OrganisationId,
}

impl House {
    /// Those that were founded.
    pub(crate) fn organisations(&self) -> &[OrganisationId] {
        &self.organisations
    }

    /// In which organisation a command works: the one that is named by its name or id, or else the only one there is.
    /// Where nobody founded one yet it is the one that will be.
    pub(crate) async fn organisation(&self, named: Option<&str>) -> anyhow::Result<OrganisationId> {
        let mut names = Vec::new();
        for id in &self.organisations {
            let name = self.service.organisation(*id).await?.name.to_string();
            let is_meant = named.is_some_and(|named| named == name || named == id.to_string());
            if is_meant {
                return Ok(*id);
            }
            names.push(name);
        }
        match (named, self.organisations.as_slice()) {
            (None, []) => Ok(self.fresh),
            (None, [only]) => Ok(*only),
            (None, _) => bail!(
                "the database holds several organisations ({}); say which one with --organisation",
                names.join(", ")
            ),
            (Some(named), []) => {
                bail!("there is no organisation {named:?}; nobody founded one yet")
            }
            (Some(named), _) => {
                bail!("there is no organisation {named:?}; there is {}", names.join(", "))
            }
        }
    }
}

/// Opens the ledger; makes one where there is none.
pub(crate) async fn open(settings: &Settings, at: Timestamp) -> anyhow::Result<House> {
    open_with(entropy()?, settings, at).await
}

/// Opens the ledger with ids, keys and luck from a given source.
pub(crate) async fn open_with(
    entropy: Arc<Entropy>,
    settings: &Settings,
    at: Timestamp,
) -> anyhow::Result<House> {
    let kept = key_ring(settings)?;
    let is_new = kept.is_none();
    let ring = kept.unwrap_or_else(|| KeyRing::generate(&entropy, at));
    let keys = ring.to_text();
    if is_new && let Location::File(path) = &settings.database {
        if path.exists() {
            return Err(keys_are_missing(settings));
        }
        // Before the database, which is of no use without them.
        write_secret(&settings.key_file, &keys)?;
    }
    let database = &settings.database;
    let opening = Ledger::open(database, settings.database_read.as_ref(), ring, entropy.clone());
    let ledger = Box::pin(opening).await.with_context(|| format!("the database {database}"))?;
    let organisations = ledger.organisations().await?;
    if is_new && database.server().is_some() {
        // Only the server itself knows whether there is a ledger on it already.
        if !organisations.is_empty() {
            return Err(keys_are_missing(settings));
        }
        write_secret(&settings.key_file, &keys)?;
    }
    let fresh = OrganisationId::new(entropy.id(at));
    for organisation in &organisations {
        ledger.unlock(*organisation).await.with_context(|| {
            format!("the keys in {} do not fit the database", settings.key_file.display())
        })?;
    }
    Ok(House { service: Service::new(ledger, settings.threads), organisations, fresh })
}

/// The keys beside the database, if they were made.
fn key_ring(settings: &Settings) -> anyhow::Result<Option<KeyRing>> {
    let path = &settings.key_file;
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let ring = KeyRing::parse(&text);
            ring.map(Some).with_context(|| format!("the key file {}", path.display()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("the key file {}", path.display())),
    }
}

/// A database whose keys are gone is not opened.
fn keys_are_missing(settings: &Settings) -> anyhow::Error {
    anyhow::anyhow!(
        "the key file {} is missing; it belongs to the database {}: bring it back from a backup, or name it with \
         key_file",
        settings.key_file.display(),
        settings.database
    )
}

/// Writes a file that nobody else may read, in the place of the one before.
pub(crate) fn write_secret(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let moved = written.and_then(|()| std::fs::rename(beside, path));
    moved.with_context(|| format!("the key file {} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Given;

    fn settings(folder: &Path) -> Settings {
        let database = folder.join("a.db").display().to_string();
        Settings::read(None, Given::database(Some(&database)), |_| None).unwrap()
    }

    fn opened(settings: &Settings) -> anyhow::Result<House> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(open(settings, Timestamp::UNIX_EPOCH))
    }

    #[test]
    #[cfg(unix)]
    fn keys_are_made_with_the_database_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let settings = settings(folder.path());
        opened(&settings).unwrap();
        let mode = std::fs::metadata(&settings.key_file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        opened(&settings).unwrap();
    }

    #[test]
    fn a_database_without_its_keys_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let settings = settings(folder.path());
        opened(&settings).unwrap();
        std::fs::remove_file(&settings.key_file).unwrap();
        let error = opened(&settings).unwrap_err();
        assert!(error.to_string().contains("is missing"), "{error:#}");
        std::fs::write(&settings.key_file, "{}").unwrap();
        let error = opened(&settings).unwrap_err();
        assert!(format!("{error:#}").contains("the key file"), "{error:#}");
    }
}
