//! Keeping the ledger: receipts are checked, tables made again, keys listed and rotated, a set-up looked over.

use std::fs;
use std::io;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, CommandFactory, Subcommand};
use ledger::KeyRing;
use ledger::keys::PublicKey;
use ledger::receipt::Receipt;
use serde_json::json;

use crate::arguments::{Arguments, Common};
use crate::desk::{self, Desk};
use crate::output::{self, Output, table};
use crate::{house, settings};

/// Check a receipt.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The receipt
    file: PathBuf,
    /// The organisation's published keys, as `/.well-known/handslag-keys` has them; without them only the receipt's
    /// own keys are known
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
}

/// `handslag verify`
pub(crate) fn verify(asked: &Verify, json: bool) -> anyhow::Result<()> {
    let read = |path: &PathBuf| {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let receipt = Receipt::parse(&read(&asked.file)?)?;
    let published = asked.keys.as_ref().map(|path| published(&read(path)?)).transpose()?;
    receipt.verify(published.as_deref()).with_context(|| "the receipt does not hold".to_owned())?;
    let events = receipt.events.len();
    let key = &receipt.signature.key;
    let mut lines = vec![format!(
        "The receipt holds: {events} events, unbroken, signed by {} with key {key}.",
        receipt.organisation
    )];
    if published.is_none() {
        lines.push(
            "The key came with the receipt; hold it against the published ones with --keys."
                .to_owned(),
        );
    }
    let output = if json { Output::Json } else { Output::Text };
    let value = json!({
        "holds": true, "events": events, "organisation": receipt.organisation, "key": key,
        "key_published": published.is_some(),
    });
    output.answer(&lines, &value);
    Ok(())
}

/// Reads published keys.
fn published(text: &str) -> anyhow::Result<Vec<PublicKey>> {
    #[derive(serde::Deserialize)]
    struct Published {
        keys: Vec<PublicKey>,
    }
    let read: Published =
        serde_json::from_str(text).context("this is no list of published keys")?;
    Ok(read.keys)
}

/// Make the read tables again.
#[derive(Debug, Args)]
pub(crate) struct Rebuild {
    /// Only check the log, and hold the tables against it
    #[arg(long)]
    check: bool,
}

impl Rebuild {
    /// Whether the tables are made again.
    pub(crate) fn stores(&self) -> bool {
        !self.check
    }
}

/// `handslag rebuild`
pub(crate) async fn rebuild(desk: &Desk, asked: &Rebuild) -> anyhow::Result<()> {
    let ledger = desk.service().ledger();
    let organisation = desk.caller().organisation;
    if !asked.check {
        let streams = ledger.rebuild(organisation).await?;
        let said = format!("The tables were made again from {streams} streams.");
        desk.output.answer(&[said], &json!({ "streams": streams }));
        return Ok(());
    }
    let checked = ledger.check(organisation).await?;
    if !checked.faults.is_empty() {
        bail!("{} things do not hold: {}", checked.faults.len(), checked.faults.join("; "));
    }
    let said = format!(
        "All {} events in {} streams hold, and the tables are what they make.",
        checked.events, checked.streams
    );
    desk.output.answer(&[said], &json!({ "streams": checked.streams, "events": checked.events }));
    Ok(())
}

/// Show every setting.
#[derive(Debug, Args)]
pub(crate) struct ShowSettings {
    /// Print the page of the reference instead
    #[arg(long)]
    reference: bool,
}

/// `handslag settings`
pub(crate) fn show_settings(common: &Common, asked: &ShowSettings) -> anyhow::Result<()> {
    if asked.reference {
        output::plain(&settings::document());
        return Ok(());
    }
    let in_force = desk::settings(common, None)?.in_force();
    let mut lines = Vec::new();
    for ((name, value), setting) in in_force.iter().zip(settings::SETTINGS) {
        lines.push(format!("{name} = {value}"));
        lines.extend(setting.meaning.lines().map(|line| format!("    {line}")));
    }
    let value = in_force.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
    let output = if common.json { Output::Json } else { Output::Text };
    output.answer(&lines, &serde_json::Value::Object(value.collect()));
    Ok(())
}

/// The keys that sign receipts.
#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    /// The public keys, oldest first
    List,
    /// Sign with a fresh key from now on; restart a running server afterwards
    Rotate,
}

/// `handslag keys`
pub(crate) fn keys(desk: &Desk, asked: &Keys) -> anyhow::Result<()> {
    let ledger = desk.service().ledger();
    let public = match asked {
        Keys::List => ledger.ring().public_keys(),
        Keys::Rotate => {
            let ring = KeyRing::parse(&ledger.ring().to_text())?;
            let rotated = ring.rotated(ledger.entropy(), desk.at);
            house::write_secret(&desk.key_file, &rotated.to_text())?;
            rotated.public_keys()
        }
    };
    let cells =
        public.iter().map(|key| vec![key.id.clone(), desk.moment(key.since), key.ed25519.clone()]);
    let lines = table(&["key", "since", "Ed25519"], &cells.collect::<Vec<_>>());
    desk.output.answer(&lines, &json!({ "keys": public }));
    Ok(())
}

/// Print a completion script.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    shell: clap_complete::Shell,
}

/// `handslag completions`
pub(crate) fn completions(asked: &Completions) {
    let mut script = Vec::new();
    let command = &mut Arguments::command();
    clap_complete::generate(asked.shell, command, "handslag", &mut io::Cursor::new(&mut script));
    output::plain(&String::from_utf8_lossy(&script));
}
