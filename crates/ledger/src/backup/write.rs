//! Making a backup.

use std::io::Write;

use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::{Receiver, channel};

use super::frame::{Cost, Framed};
use super::{BackupError, Line, Manifest, Rows, TableCount, VERSION, line_of};
use crate::log::Ledger;
use crate::store::Database;
use crate::table::{Piece, TABLES, Table};

/// Pieces that wait to be written.
const WAITING: usize = 4;

/// What kind of backup is wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The present: everything acknowledged before it will be in the backup.
    pub at: Timestamp,
    /// The version of the program.
    pub program: String,
    /// Under which passphrase it is encrypted, and what deriving the key costs.
    pub passphrase: Option<(String, Cost)>,
    /// Whether the key file goes into it.
    pub with_keys: bool,
}

impl Ledger {
    /// Writes a backup, as the ledger stands at one instant; others write on meanwhile. Gives back what was written to,
    /// which is whole once this returns.
    ///
    /// # Errors
    /// [`BackupError`]; what was written until then is no backup.
    pub async fn back_up<W: Write + Send + 'static>(
        &self,
        to: W,
        wanted: Wanted,
    ) -> Result<(Manifest, W), BackupError> {
        let (schema, _) = self.versions().await?;
        let keys = wanted.with_keys.then(|| self.ring.to_text());
        let manifest = Manifest {
            v: VERSION,
            program: wanted.program,
            at: wanted.at,
            store: self.database.kind().to_owned(),
            schema,
            tables: Vec::new(),
            keys: keys.is_some(),
        };
        let (send, pieces) = channel(WAITING);
        let framed = {
            let passphrase = wanted.passphrase.as_ref();
            let passphrase = passphrase.map(|(text, cost)| (text.as_str(), *cost));
            Framed::begin(to, passphrase, &self.entropy)?
        };
        let writing =
            tokio::task::spawn_blocking(move || write_all(framed, manifest, keys, pieces));
        let read = self.database.read_whole(send).await;
        let gone = |_| BackupError::File("the writer of the backup has ended".to_owned());
        let written = writing.await.map_err(gone)?;
        match (read, written) {
            // Whoever could not write stopped taking rows, so reading failed for that reason.
            (_, Err(error)) => Err(error),
            (Err(error), Ok(_)) => Err(error.into()),
            (Ok(()), Ok(written)) => Ok(written),
        }
    }
}

impl Database {
    /// What kind of database it is, as a code.
    fn kind(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgresql",
        }
    }
}

/// Writes what comes; the digest of the whole is written only when all of it came.
fn write_all<W: Write>(
    framed: Framed<W>,
    mut manifest: Manifest,
    keys: Option<String>,
    mut pieces: Receiver<Piece>,
) -> Result<(Manifest, W), BackupError> {
    let mut writer =
        Writer { to: GzEncoder::new(framed, Compression::new(4)), whole: Sha256::new() };
    let cut =
        || BackupError::Store(crate::StoreError::Unavailable("reading ended early".to_owned()));
    let Some(Piece::Counts(counts)) = pieces.blocking_recv() else { return Err(cut()) };
    manifest.tables = TABLES
        .iter()
        .zip(&counts)
        .map(|(table, rows)| TableCount { name: table.name.to_owned(), rows: *rows })
        .collect();
    writer.line(&Line::Manifest(manifest.clone()))?;
    let mut next = pieces.blocking_recv();
    for (table, count) in TABLES.iter().zip(counts) {
        let columns = table.columns.iter().map(|&column| column.to_owned()).collect();
        writer.line(&Line::Table { name: table.name.to_owned(), columns })?;
        let mut rows = Rows::default();
        while let Some(Piece::Rows(of, piece)) = next.take_if(|piece| belongs(piece, table)) {
            debug_assert_eq!(of, table, "tables come in order");
            for row in piece {
                let line = line_of(&row);
                rows.add(&line);
                writer.text(&line)?;
            }
            next = pieces.blocking_recv();
        }
        let (rows, digest) = rows.end();
        if rows != count {
            return Err(cut());
        }
        writer.whole.update(digest.as_bytes());
        writer.line(&Line::End { rows, digest })?;
    }
    if let Some(keys) = keys {
        writer.whole.update(keys.as_bytes());
        writer.line(&Line::Keys(keys))?;
    }
    let digest = HEXLOWER.encode(&writer.whole.clone().finalize());
    writer.line(&Line::Whole { digest })?;
    let to = writer.to.finish()?.finish()?;
    Ok((manifest, to))
}

fn belongs(piece: &Piece, table: &'static Table) -> bool {
    matches!(piece, Piece::Rows(of, _) if *of == table)
}

/// Writes lines.
struct Writer<W: Write> {
    to: GzEncoder<Framed<W>>,
    whole: Sha256,
}

impl<W: Write> Writer<W> {
    fn line(&mut self, line: &Line) -> Result<(), BackupError> {
        self.text(&serde_json::to_string(line).expect("plain texts and numbers are JSON"))
    }

    fn text(&mut self, text: &str) -> Result<(), BackupError> {
        self.to.write_all(text.as_bytes())?;
        self.to.write_all(b"\n")?;
        Ok(())
    }
}
