//! `handslag backup`: the whole ledger in one file; [`super::restore`] brings it back.
//!
//! A file is written beside its place and takes it when it is whole, so that a disk that fills up leaves the former
//! backup.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use jiff::Timestamp;
use ledger::Ledger;
use ledger::audit::Fact;
use ledger::backup::{self, Contents, Cost, Manifest, Wanted};
use promise::{Actor, OrganisationId, Rule};
use serde_json::json;
use service::audit::Origin;
use service::{Caller, Service};

use crate::arguments::Common;
use crate::desk::{present, settings};
use crate::house;
use crate::output::Output;

/// How a backup is noted in the audit log.
pub(crate) const NOTED: &str = "ledger.backup";
/// The shortest passphrase that is taken.
const SHORTEST: usize = 12;

/// Write everything into one file.
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write; in a folder, one that is named by the instant
    target: PathBuf,
    /// Encrypt it under a passphrase; the key file is then in it too
    #[arg(long, requires = "passphrase_file", conflicts_with = "check")]
    encrypt: bool,
    /// The file whose first line is the passphrase
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Put the key file into it though it is not encrypted: whoever reads the file then has everything
    #[arg(long, conflicts_with_all = ["encrypt", "check"])]
    with_keys: bool,
    /// Write nothing, but check this backup: every byte, every count, every chain
    #[arg(long)]
    check: bool,
}

/// `handslag backup`
pub(crate) async fn backup(common: &Common, asked: &Backup) -> anyhow::Result<()> {
    let output = if common.json { Output::Json } else { Output::Text };
    let passphrase = asked.passphrase_file.as_deref().map(passphrase).transpose()?;
    if asked.check {
        let file = open(&asked.target)?;
        let contents = backup::check(file, passphrase.as_deref())
            .with_context(|| asked.target.display().to_string())?;
        output.answer(&verified(&contents), &value(&contents));
        return Ok(());
    }
    if passphrase.is_some() && !asked.encrypt {
        bail!("a passphrase is given without --encrypt; wanted both, or none");
    }
    if let Some(short) = passphrase.as_ref().filter(|text| text.chars().count() < SHORTEST) {
        let length = short.chars().count();
        bail!(
            "the passphrase has {length} characters; wanted {SHORTEST} or more, such as four words by chance"
        );
    }
    let (settings, at) = (settings(common, None)?, present(common));
    if settings.database.is_missing() {
        bail!("there is no database {}; nothing to back up", settings.database);
    }
    let house = house::open(&settings, at).await?;
    let target = named(&asked.target, at);
    let with_keys = asked.encrypt || asked.with_keys;
    let wanted = Wanted {
        at,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        passphrase: passphrase.map(|text| (text, Cost::default())),
        with_keys,
    };
    let ledger = house.service.ledger();
    let (manifest, bytes) = write_beside(&target, ledger, wanted).await?;
    note(&house.service, at, &manifest).await?;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    let mut lines = vec![format!(
        "{} holds everything that was acknowledged before {at}: {rows} rows, {bytes} bytes.",
        target.display()
    )];
    lines.push(if with_keys {
        "The key file is in it.".to_owned()
    } else {
        format!(
            "The key file is NOT in it: without {} nobody can read the personal data in it again. Keep that file \
             elsewhere too, or use --encrypt.",
            settings.key_file.display()
        )
    });
    if !asked.encrypt {
        lines.push("It is not encrypted: whoever reads it reads what you promised.".to_owned());
    }
    output.answer(
        &lines,
        &json!({
            "file": target, "at": at.to_string(), "rows": rows, "bytes": bytes,
            "encrypted": asked.encrypt, "keys": with_keys,
        }),
    );
    Ok(())
}

/// The file itself, or one in a folder that is named by the instant.
fn named(target: &Path, at: Timestamp) -> PathBuf {
    if target.is_dir() {
        target.join(format!("handslag-{}.backup", stamp(at)))
    } else {
        target.to_owned()
    }
}

/// An instant as part of a file's name.
pub(super) fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Writes a backup beside its place, and puts it there when it is whole; returns how many bytes it has.
async fn write_beside(
    target: &Path,
    ledger: &Ledger,
    wanted: Wanted,
) -> anyhow::Result<(Manifest, u64)> {
    let place = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let place = place.unwrap_or(Path::new("."));
    let unwritten = || format!("{} cannot be written", target.display());
    // Readable by its owner only, and gone when anything fails.
    let beside = tempfile::Builder::new().prefix(".handslag-").tempfile_in(place);
    let beside = beside.with_context(unwritten)?;
    let file = beside.reopen().with_context(unwritten)?;
    let (manifest, file) =
        ledger.back_up(BufWriter::new(file), wanted).await.with_context(unwritten)?;
    let file = file.into_inner().map_err(|error| error.into_error()).with_context(unwritten)?;
    file.sync_all().with_context(unwritten)?;
    let bytes = file.metadata().with_context(unwritten)?.len();
    beside.persist(target).map_err(|error| error.error).with_context(unwritten)?;
    sync_folder(place).with_context(unwritten)?;
    Ok((manifest, bytes))
}

/// Makes a name in a folder survive a loss of power.
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Notes a backup: it takes everything out.
async fn note(service: &Service, at: Timestamp, manifest: &Manifest) -> anyhow::Result<()> {
    for organisation in service.ledger().organisations().await? {
        let mut note = Origin::desk().note(&caller(organisation, at), NOTED, "", "done");
        note.detail.push(("keys", Fact::Code(if manifest.keys { "in" } else { "out" })));
        service.note(organisation, &note).await?;
    }
    Ok(())
}

pub(super) fn caller(organisation: OrganisationId, at: Timestamp) -> Caller {
    Caller { organisation, by: Actor::Rule(Rule::Time), at, key: format!("restore {at}") }
}

/// The first line of a file.
pub(super) fn passphrase(path: &Path) -> anyhow::Result<String> {
    let text = fs::read_to_string(path);
    let text = text.with_context(|| format!("the passphrase file {}", path.display()))?;
    let line = text.lines().next().unwrap_or("");
    if line.is_empty() {
        bail!("the first line of {} is empty; wanted the passphrase", path.display());
    }
    Ok(line.to_owned())
}

pub(super) fn open(path: &Path) -> anyhow::Result<File> {
    File::open(path).with_context(|| format!("the backup {} cannot be read", path.display()))
}

/// What was verified without a database, in sentences.
pub(super) fn verified(contents: &Contents) -> Vec<String> {
    let Manifest { program, at, store, schema, tables, .. } = &contents.manifest;
    let rows: u64 = tables.iter().map(|table| table.rows).sum();
    let guard = if contents.was_sealed { "encrypted" } else { "not encrypted" };
    let keys = if contents.keys.is_some() { "with" } else { "without" };
    vec![
        format!(
            "A backup of {at}, {guard}, {keys} the key file, from {store} by handslag {program} (tables {schema})."
        ),
        format!(
            "Verified: every byte; {rows} rows in {} tables by count and digest.",
            tables.len()
        ),
        format!(
            "Verified: {} events in {} streams, each chain up to its head.",
            contents.events, contents.streams
        ),
    ]
}

pub(super) fn value(contents: &Contents) -> serde_json::Value {
    json!({
        "manifest": contents.manifest, "encrypted": contents.was_sealed,
        "keys": contents.keys.is_some(), "streams": contents.streams, "events": contents.events,
    })
}
