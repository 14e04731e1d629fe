//! `handslag restore`: the whole ledger from a backup, into a file or onto a server.
//!
//! It is brought back into a file beside its place, verified there, and only then takes its place, or is copied onto an
//! empty database of a server and verified there again. Whatever fails, nothing has changed.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::Args;
use jiff::Timestamp;
use ledger::backup::{self, Contents};
use ledger::copy;
use ledger::erase::Erasure;
use ledger::{Entropy, Key, KeyRing, Ledger, Location};
use promise::OrganisationId;
use serde_json::json;
use service::Service;
use service::audit::Origin;

use super::backup::{caller, open, passphrase, stamp, sync_folder, value, verified};
use crate::arguments::Common;
use crate::desk::{present, settings};
use crate::house;
use crate::output::Output;
use crate::settings::Settings;

/// Bring everything back from a backup.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    backup: PathBuf,
    /// The database to make: a file, or a server's database that is empty [default: the one of the configuration]
    #[arg(long, value_name = "FILE or URL")]
    to: Option<String>,
    /// The key file that belongs to it [default: beside a file, for a server the one of the configuration]; made from
    /// the backup where it is in it
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The file whose first line is the passphrase
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Put it in the place of a file that is there, which is kept beside it; stop the server first
    #[arg(long)]
    replace: bool,
}

/// `handslag restore`
pub(crate) async fn restore(common: &Common, asked: &Restore) -> anyhow::Result<()> {
    let output = if common.json { Output::Json } else { Output::Text };
    let (settings, at) = (settings(common, None)?, present(common));
    let target = match &asked.to {
        Some(text) => text.parse().context("--to")?,
        None => settings.database.clone(),
    };
    let passphrase = asked.passphrase_file.as_deref().map(passphrase).transpose()?;
    let restoring =
        Restoring { asked, passphrase, key_file: key_file(common, asked, settings)?, at };
    let done = match &target {
        Location::File(path) => restoring.bring_into_file(path).await?,
        Location::Server(_) => restoring.bring_onto_server(&target).await?,
    };
    let Done { contents, mut lines, forgotten } = done;
    lines.push(format!("{target} is as it was at {}.", contents.manifest.at));
    lines.push(
        "People sign in again. API tokens that were revoked after that instant are alive again: look through them."
            .to_owned(),
    );
    let mut told = value(&contents);
    told["database"] = json!(target.to_string());
    told["forgotten_again"] = json!(forgotten);
    output.answer(&lines, &told);
    Ok(())
}

/// The key file that was named, or that belongs to the target.
fn key_file(common: &Common, asked: &Restore, here: Settings) -> anyhow::Result<PathBuf> {
    match (&asked.key_file, &asked.to) {
        (Some(named), _) => Ok(named.clone()),
        (None, None) => Ok(here.key_file),
        (None, Some(to)) => match to.parse().context("--to")? {
            Location::File(path) => Ok(with_ending(&path, ".key")),
            // As `handslag --database URL` finds it.
            Location::Server(_) => {
                let there = Common { database: Some(to.clone()), ..common.clone() };
                Ok(settings(&there, None)?.key_file)
            }
        },
    }
}

/// What is brought back, and when.
struct Restoring<'a> {
    asked: &'a Restore,
    passphrase: Option<String>,
    key_file: PathBuf,
    at: Timestamp,
}

/// What was done.
struct Done {
    contents: Contents,
    /// What was verified and kept, in sentences.
    lines: Vec<String>,
    /// How many people were forgotten again.
    forgotten: usize,
}

impl Restoring<'_> {
    /// Into a file, which takes the place of the one that is there.
    async fn bring_into_file(&self, target: &Path) -> anyhow::Result<Done> {
        let is_there = target.exists();
        if is_there && !self.asked.replace {
            bail!(
                "{} is there already; wanted another name, or --replace with the server stopped",
                target.display()
            );
        }
        let place = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let place = place.unwrap_or(Path::new("."));
        let beside = for_its_owner().tempdir_in(place);
        let beside = beside.with_context(|| format!("{} cannot be written", place.display()))?;
        let made = beside.path().join("restored.db");
        let (contents, keys) = self.fill(&made).await?;
        let since = if is_there { erased_in(target, &keys.ring()?).await? } else { Vec::new() };
        let mut lines = verified(&contents);
        let (forgotten, more) = verify(&made, keys.ring()?, since, self.at).await?;
        lines.extend(more);
        if is_there {
            let kept = with_ending(target, &format!(".before-{}", stamp(self.at)));
            backup::close_for_good(target).with_context(|| {
                format!(
                    "{} is in use; stop the server and whatever else has it open",
                    target.display()
                )
            })?;
            fs::rename(target, &kept)
                .with_context(|| format!("{} cannot be put aside", target.display()))?;
            lines.push(format!("The former database is kept as {}.", kept.display()));
        }
        if let Some(kept) = keys.write(&self.key_file, self.at)? {
            lines.push(format!("The former key file is kept as {}.", kept.display()));
        }
        only_for_its_owner(&made)?;
        fs::rename(&made, target)
            .with_context(|| format!("{} cannot be put in its place", target.display()))?;
        sync_folder(place)?;
        Ok(Done { contents, lines, forgotten })
    }

    /// Onto a server: into a file first, where it is verified, and from there into an empty database.
    async fn bring_onto_server(&self, target: &Location) -> anyhow::Result<Done> {
        if self.asked.replace {
            bail!("--replace is for a file; wanted, on a server, a database that is empty");
        }
        let is_empty = Box::pin(copy::is_empty(target)).await;
        if !is_empty.with_context(|| format!("the database {target}"))? {
            bail!(
                "{target} holds a ledger already, and on a server nothing is replaced; wanted a database that is empty"
            );
        }
        // A server has no place beside it that is ours.
        let beside = for_its_owner().tempdir();
        let beside = beside.context("the folder for temporary files cannot be written")?;
        let made = beside.path().join("restored.db");
        let (contents, keys) = self.fill(&made).await?;
        let mut lines = verified(&contents);
        let (forgotten, more) = verify(&made, keys.ring()?, Vec::new(), self.at).await?;
        lines.extend(more);
        // Before the database, which is of no use without them.
        keys.write(&self.key_file, self.at)?;
        let copied = match Box::pin(copy::copy(&Location::File(made), target)).await {
            Ok(copied) => copied,
            Err(error) => {
                keys.take_back(&self.key_file)?;
                return Err(error.into());
            }
        };
        lines.push(format!(
            "Verified on the server: every table has the same rows, by their digests, and each of {} streams with {} \
             events was followed to its end.",
            copied.streams, copied.events
        ));
        lines.extend(verify_there(target, keys.ring()?).await?);
        lines.push(format!("Its keys are {}: keep a copy.", self.key_file.display()));
        Ok(Done { contents, lines, forgotten })
    }

    /// Fills a fresh file, and finds its keys.
    async fn fill(&self, made: &Path) -> anyhow::Result<(Contents, Keys)> {
        let contents = backup::restore(open(&self.asked.backup)?, self.passphrase.clone(), made)
            .await
            .with_context(|| self.asked.backup.display().to_string())?;
        let keys = Keys::of(&contents, &self.key_file, self.asked.replace)?;
        Ok((contents, keys))
    }
}

/// Where a ledger lies until it takes its place: gone when anything fails.
fn for_its_owner() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".handslag-restore-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder
}

/// The keys of the ledger that is brought back.
enum Keys {
    /// Those in the backup; not yet in their place.
    Brought(String),
    /// Those that are in their place.
    There(String),
}

impl Keys {
    fn of(contents: &Contents, file: &Path, may_replace: bool) -> anyhow::Result<Self> {
        let there = match fs::read_to_string(file) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => {
                return Err(error).with_context(|| format!("the key file {}", file.display()));
            }
        };
        match (contents.keys.clone(), there) {
            (None, None) => bail!(
                "the key file is not in the backup, and there is no {}; wanted --key-file: without it personal data \
                 cannot be read",
                file.display()
            ),
            (None, Some(text)) => Ok(Self::There(text)),
            (Some(brought), Some(text)) if brought == text => Ok(Self::There(text)),
            (Some(_), Some(_)) if !may_replace => bail!(
                "{} is there already and is another key file than the backup's; wanted another --key-file, or --replace",
                file.display()
            ),
            (Some(brought), _) => Ok(Self::Brought(brought)),
        }
    }

    fn ring(&self) -> anyhow::Result<KeyRing> {
        let (Self::Brought(text) | Self::There(text)) = self;
        KeyRing::parse(text).context("the key file")
    }

    /// Puts the keys in their place; returns where those that stood there are kept.
    fn write(&self, file: &Path, at: Timestamp) -> anyhow::Result<Option<PathBuf>> {
        let Self::Brought(text) = self else { return Ok(None) };
        let mut kept = None;
        if file.exists() {
            let aside = with_ending(file, &format!(".before-{}", stamp(at)));
            fs::copy(file, &aside)
                .with_context(|| format!("{} cannot be put aside", file.display()))?;
            kept = Some(aside);
        }
        house::write_secret(file, text)?;
        Ok(kept)
    }

    /// Takes away what was written where nothing was before.
    fn take_back(&self, file: &Path) -> anyhow::Result<()> {
        let Self::Brought(_) = self else { return Ok(()) };
        fs::remove_file(file)
            .with_context(|| format!("the key file {} cannot be taken away", file.display()))
    }
}

type Erased = Vec<(OrganisationId, Vec<Erasure>)>;

/// Who was erased in the database that is about to be replaced.
async fn erased_in(path: &Path, ring: &KeyRing) -> anyhow::Result<Erased> {
    let ring = KeyRing::parse(&ring.to_text())?;
    let ledger = Ledger::open_sqlite(path, ring, entropy()?)
        .with_context(|| format!("the database {}", path.display()))?;
    let mut erased = Vec::new();
    for organisation in ledger.organisations().await? {
        erased.push((organisation, ledger.erasures(organisation).await?));
    }
    Ok(erased)
}

fn entropy() -> anyhow::Result<Arc<Entropy>> {
    house::entropy()
}

/// Holds a ledger that was brought back against itself, and forgets again who was erased; returns how many were, and
/// what was verified in sentences.
async fn verify(
    path: &Path,
    ring: KeyRing,
    since: Erased,
    at: Timestamp,
) -> anyhow::Result<(usize, Vec<String>)> {
    let ledger = Ledger::open_sqlite(path, ring, entropy()?)?;
    let service = Service::new(ledger, std::num::NonZeroU32::MIN);
    let (mut lines, mut forgotten) = (Vec::new(), 0);
    for organisation in service.ledger().organisations().await? {
        let ledger = service.ledger();
        ledger.unlock(organisation).await.context("the key file does not fit the backup")?;
        let erased = since.iter().find(|(of, _)| *of == organisation);
        if let Some((_, erased)) = erased.filter(|(_, erased)| !erased.is_empty()) {
            let mut batch = ledger.batch(organisation);
            batch.keep_erasures(erased);
            let key = Key {
                key: format!("restore {at}"),
                fingerprint: "restore".to_owned(),
                answer: String::new(),
            };
            batch.commit(&key, at).await?;
        }
        forgotten += service.erase_again(&caller(organisation, at), &Origin::desk()).await?;
        let checked = service.ledger().check(organisation).await?;
        if !checked.faults.is_empty() {
            bail!("what was brought back does not hold: {}", checked.faults.join("; "));
        }
        lines.push(format!(
            "Verified: the key file fits, and every read table of {organisation} is what its {} events make.",
            checked.events
        ));
    }
    if forgotten > 0 {
        lines.push(format!("{forgotten} people who were erased are forgotten again."));
    }
    Ok((forgotten, lines))
}

/// Holds what stands on a server against itself, with the keys that belong to it; what was verified in sentences.
async fn verify_there(target: &Location, ring: KeyRing) -> anyhow::Result<Vec<String>> {
    let ledger = Box::pin(Ledger::open(target, None, ring, entropy()?)).await?;
    let mut lines = Vec::new();
    for organisation in ledger.organisations().await? {
        ledger.unlock(organisation).await?;
        let checked = ledger.check(organisation).await?;
        if !checked.faults.is_empty() {
            let faults = checked.faults.join("; ");
            bail!(
                "what now stands in {target} does not hold: {faults}; wanted another database, drop this one"
            );
        }
        lines.push(format!(
            "Verified on the server: the key file fits, and every read table of {organisation} is what its {} events \
             make.",
            checked.events
        ));
    }
    Ok(lines)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(unix)]
fn only_for_its_owner(path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o600))?)
}

#[cfg(not(unix))]
fn only_for_its_owner(_: &Path) -> anyhow::Result<()> {
    Ok(())
}
