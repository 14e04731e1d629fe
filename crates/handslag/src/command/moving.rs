//! The database as a whole: brought up to date, and moved to another store.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use ledger::Location;
use ledger::store::Database;
use serde_json::json;

use crate::arguments::Common;
use crate::desk::settings;
use crate::house;
use crate::output::Output;

/// Copy everything from one database into another that is empty: from a file to a PostgreSQL server, or back.
///
/// Stop the servers of both first: what is written to the old one after this began is not copied.
/// People sign in again afterwards; customers' links, receipts and tokens hold as before.
#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// The database that is copied; it stays as it is
    #[arg(long, value_name = "FILE or URL")]
    from: String,
    /// The database that is filled; made where there is none
    #[arg(long, value_name = "FILE or URL")]
    to: String,
    /// Write a copy of the key file here, for the other database; both need the same keys
    #[arg(long, value_name = "FILE")]
    keys_to: Option<PathBuf>,
}

/// `handslag migrate`
pub(crate) async fn migrate(common: &Common) -> anyhow::Result<()> {
    let settings = settings(common, None)?;
    let database = &settings.database;
    let migrated = Box::pin(Database::migrate(database)).await;
    let (before, after) = migrated.with_context(|| format!("the database {database}"))?;
    let said = if before == after {
        format!("The database {database} is of version {after}: nothing to do.")
    } else {
        format!("The database {database} went from version {before} to {after}.")
    };
    answer(common, &[said], &json!({ "before": before, "after": after }));
    Ok(())
}

/// `handslag copy`
pub(crate) async fn copy(common: &Common, asked: &Copy) -> anyhow::Result<()> {
    let from: Location = asked.from.parse().context("--from")?;
    let to: Location = asked.to.parse().context("--to")?;
    let source = Common { database: Some(asked.from.clone()), ..common.clone() };
    let key_file = settings(&source, None)?.key_file;
    let keys = match &asked.keys_to {
        None => None,
        Some(path) => {
            anyhow::ensure!(!path.exists(), "{} is there already", path.display());
            let keys = std::fs::read_to_string(&key_file);
            let keys = keys.with_context(|| format!("the key file {}", key_file.display()))?;
            Some((path, keys))
        }
    };
    let copied = Box::pin(ledger::copy::copy(&from, &to)).await?;
    let mut lines = Vec::new();
    for table in copied.tables.iter().filter(|table| table.rows > 0) {
        lines.push(format!("{:>9}  {:<16} {}", table.rows, table.name, &table.digest[..16]));
    }
    lines.push(format!(
        "All of {from} is in {to}: every table has the same rows, by their digests, and each of {} streams with {} \
         events was followed to its end.",
        copied.streams, copied.events
    ));
    match keys {
        Some((path, keys)) => {
            house::write_secret(path, &keys)?;
            lines.push(format!("Its keys are {}: keep a copy.", path.display()));
        }
        None => lines.push(format!(
            "It needs the same keys: name {} with key_file, or --keys-to copies them.",
            key_file.display()
        )),
    }
    let tables = copied
        .tables
        .iter()
        .map(|table| json!({ "table": table.name, "rows": table.rows, "digest": table.digest }));
    let value = json!({
        "tables": tables.collect::<Vec<_>>(),
        "streams": copied.streams,
        "events": copied.events,
    });
    answer(common, &lines, &value);
    Ok(())
}

fn answer(common: &Common, lines: &[String], value: &serde_json::Value) {
    let output = if common.json { Output::Json } else { Output::Text };
    output.answer(lines, value);
}
