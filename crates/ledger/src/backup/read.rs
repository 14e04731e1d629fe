//! Checking a backup, and filling an empty database from it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use data_encoding::HEXLOWER;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::{Receiver, channel};

use super::frame::Unframed;
use super::{BackupError, Line, Manifest, Rows, line_of, row_of};
use crate::chain::{Head, Link};
use crate::sql::Row;
use crate::sqlite::{Sqlite, whole};
use crate::store::StoreError;
use crate::table::{PIECE_ROWS, Piece, TABLES, Table};

/// Pieces that wait to be taken.
const WAITING: usize = 4;
/// The longest line: an event with all its words is far below.
const LONGEST_LINE: u64 = 64 << 20;

/// What was found in a backup; all of it was checked.
#[derive(Clone, PartialEq, Eq)]
pub struct Contents {
    /// What it is.
    pub manifest: Manifest,
    /// Whether it was encrypted.
    pub was_sealed: bool,
    /// The key file, where it is in it.
    pub keys: Option<String>,
    /// How many streams there are; each was followed from its first event to its head.
    pub streams: u64,
    /// How many events.
    pub events: u64,
}

impl std::fmt::Debug for Contents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not the keys.
        f.debug_struct("Contents")
            .field("manifest", &self.manifest)
            .field("streams", &self.streams)
            .field("events", &self.events)
            .finish_non_exhaustive()
    }
}

/// Checks a backup without a database: every byte, every count and digest, every chain up to its head.
///
/// # Errors
/// [`BackupError`] with the first thing that does not hold.
pub fn check(from: impl Read, passphrase: Option<&str>) -> Result<Contents, BackupError> {
    walk(from, passphrase, &mut |_, _| Ok(())).map(|(contents, _)| contents)
}

/// Fills a fresh SQLite file from a backup, in one transaction, and holds what then stands there against it.
///
/// # Errors
/// [`BackupError`]; then nothing is in the file.
pub async fn restore<R: Read + Send + 'static>(
    from: R,
    passphrase: Option<String>,
    into: &Path,
) -> Result<Contents, BackupError> {
    let fresh = Sqlite::open(into)?;
    let (send, pieces) = channel(WAITING);
    let path = into.to_owned();
    let filling = tokio::task::spawn_blocking(move || whole::fill(&path, pieces));
    let reading = tokio::task::spawn_blocking(move || {
        let walked = walk(from, passphrase.as_deref(), &mut |table, rows| {
            send.blocking_send(Ok(Piece::Rows(table, rows))).map_err(|_| {
                StoreError::Unavailable("the database takes no more rows".to_owned()).into()
            })
        });
        if walked.is_err() && send.blocking_send(Err(())).is_err() {
            // The database failed before; it says so itself.
        }
        walked
    });
    let ended = |_| BackupError::File("the reader of the backup has ended".to_owned());
    let (filled, walked) = (filling.await.map_err(ended)?, reading.await.map_err(ended)?);
    if !filled.map_err(of_filling)? {
        return Err(BackupError::NotEmpty);
    }
    let (contents, digests) = walked?;
    let there = digests_of(fresh).await?;
    if let Some((table, _)) =
        TABLES.iter().zip(digests.iter().zip(&there)).find(|(_, (a, b))| a != b)
    {
        let told = format!("the database holds other rows in {} than the backup", table.name);
        return Err(BackupError::Unreadable(told));
    }
    Ok(contents)
}

fn of_filling(error: StoreError) -> BackupError {
    if error == StoreError::Conflict {
        BackupError::Unreadable("its rows do not fit the tables of this version".to_owned())
    } else {
        error.into()
    }
}

/// The count and digest of every table of a database.
async fn digests_of(database: Sqlite) -> Result<Vec<(u64, String)>, BackupError> {
    let (send, pieces) = channel(WAITING);
    let adding = tokio::task::spawn_blocking(move || add_up(pieces));
    let ended = |_| BackupError::File("the reader of the database has ended".to_owned());
    database.read_whole(send).await?;
    adding.await.map_err(ended)
}

fn add_up(mut pieces: Receiver<Piece>) -> Vec<(u64, String)> {
    let mut tables: Vec<Rows> = TABLES.iter().map(|_| Rows::default()).collect();
    while let Some(piece) = pieces.blocking_recv() {
        let Piece::Rows(table, rows) = piece else { continue };
        let place = TABLES.iter().position(|other| other == table);
        let sum = place.and_then(|place| tables.get_mut(place)).expect("it is one of the tables");
        rows.iter().for_each(|row| sum.add(&line_of(row)));
    }
    tables.into_iter().map(Rows::end).collect()
}

type Take<'a> = &'a mut dyn FnMut(&'static Table, Vec<Row>) -> Result<(), BackupError>;
/// What was found, and the count and digest of each of [`TABLES`].
type Walked = (Contents, Vec<(u64, String)>);

/// Reads all of a backup, and gives its rows to somebody.
fn walk(from: impl Read, passphrase: Option<&str>, take: Take<'_>) -> Result<Walked, BackupError> {
    let (unframed, is_sealed) = Unframed::begin(from, passphrase)?;
    let fault = std::rc::Rc::clone(&unframed.fault);
    let lines = Lines { from: BufReader::new(GzDecoder::new(unframed)), whole: Sha256::new() };
    let walked = walk_lines(lines, is_sealed, take);
    // What was wrong with the bytes comes before what followed from it.
    let fault = fault.borrow_mut().take();
    fault.map_or(walked, Err)
}

fn walk_lines<R: Read>(
    mut lines: Lines<R>,
    was_sealed: bool,
    take: Take<'_>,
) -> Result<Walked, BackupError> {
    let Line::Manifest(manifest) = lines.line()? else { return Err(unexpected("no manifest")) };
    if manifest.v != super::VERSION {
        return Err(BackupError::Later);
    }
    let mut digests = vec![Rows::default().end(); TABLES.len()];
    let mut chains = Chains::default();
    for counted in &manifest.tables {
        let Line::Table { name, columns } = lines.line()? else {
            return Err(unexpected("a table is missing"));
        };
        let place = TABLES.iter().position(|table| table.name == name);
        let place = place.ok_or_else(|| of_another_version(&manifest))?;
        let table = &TABLES[place];
        if name != counted.name || columns != table.columns {
            return Err(of_another_version(&manifest));
        }
        let sum = lines.rows(table, &mut chains, take)?;
        let told = lines.line()?;
        let (rows, digest) = sum.end();
        if !matches!(&told, Line::End { rows: r, digest: d } if *r == rows && *d == digest)
            || rows != counted.rows
        {
            return Err(BackupError::Changed);
        }
        lines.whole.update(digest.as_bytes());
        digests[place] = (rows, digest);
    }
    let mut next = lines.line()?;
    let mut keys = None;
    if let Line::Keys(text) = next {
        lines.whole.update(text.as_bytes());
        keys = Some(text);
        next = lines.line()?;
    }
    let digest = HEXLOWER.encode(&lines.whole.clone().finalize());
    if !matches!(next, Line::Whole { digest: d } if d == digest) || manifest.keys != keys.is_some()
    {
        return Err(BackupError::Changed);
    }
    if !lines.next()?.is_empty() {
        return Err(BackupError::Changed);
    }
    let (streams, events) = chains.end()?;
    Ok((Contents { manifest, was_sealed, keys, streams, events }, digests))
}

/// Why a table or a column has no place here.
fn of_another_version(manifest: &Manifest) -> BackupError {
    let known = i64::try_from(crate::migrations::SQLITE.len()).unwrap_or(i64::MAX);
    if manifest.schema < known {
        BackupError::Earlier { program: manifest.program.clone() }
    } else {
        BackupError::Later
    }
}

fn unexpected(what: &str) -> BackupError {
    BackupError::Unreadable(what.to_owned())
}

/// Reads lines.
struct Lines<R: Read> {
    from: BufReader<GzDecoder<Unframed<R>>>,
    whole: Sha256,
}

impl<R: Read> Lines<R> {
    /// The next line without its end; empty after the last.
    fn next(&mut self) -> Result<String, BackupError> {
        let mut line = String::new();
        let read = Read::take(&mut self.from, LONGEST_LINE).read_line(&mut line);
        read.map_err(|error| BackupError::Unreadable(error.to_string()))?;
        if line.pop().is_some_and(|end| end != '\n') {
            return Err(BackupError::CutShort);
        }
        Ok(line)
    }

    fn line(&mut self) -> Result<Line, BackupError> {
        let line = self.next()?;
        if line.is_empty() {
            return Err(BackupError::CutShort);
        }
        serde_json::from_str(&line).map_err(|error| BackupError::Unreadable(error.to_string()))
    }

    /// Reads the rows of a table, up to the line that ends it.
    fn rows(
        &mut self,
        table: &'static Table,
        chains: &mut Chains,
        take: Take<'_>,
    ) -> Result<Rows, BackupError> {
        let mut sum = Rows::default();
        let mut rows = Vec::new();
        while self.is_row()? {
            let line = self.next()?;
            let row = row_of(&line).filter(|row| row.0.len() == table.columns.len());
            let row = row.ok_or_else(|| unexpected("a row is none"))?;
            sum.add(&line);
            chains.add(table, &row)?;
            rows.push(row);
            if rows.len() == PIECE_ROWS {
                take(table, std::mem::take(&mut rows))?;
            }
        }
        if !rows.is_empty() {
            take(table, rows)?;
        }
        Ok(sum)
    }

    fn is_row(&mut self) -> Result<bool, BackupError> {
        let next = self.from.fill_buf().map_err(|e| BackupError::Unreadable(e.to_string()))?;
        Ok(next.first() == Some(&b'['))
    }
}

/// Follows every stream: its events come one after another, and then where the log says that it ends.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    events: u64,
    /// The stream whose events come now.
    at: Option<(String, String)>,
    head: Head,
    ended: BTreeMap<(String, String), Head>,
    streams: u64,
}

impl Chains {
    pub(crate) fn add(&mut self, table: &Table, row: &Row) -> Result<(), BackupError> {
        match table.name {
            "event" => self.event(row),
            "stream" => self.stream(row),
            _ => Ok(()),
        }
    }

    fn event(&mut self, row: &Row) -> Result<(), BackupError> {
        let link =
            link_of(row).ok_or_else(|| BackupError::Broken("a row is no event".to_owned()))?;
        let whose = (link.organisation.clone(), link.stream.clone());
        if self.at.as_ref() != Some(&whose) {
            self.close();
            self.at = Some(whose);
        }
        let follows = link.version == self.head.version + 1 && link.previous == self.head.hash;
        if !follows || link.computed_hash() != link.hash {
            let (stream, version) = (link.stream, link.version);
            return Err(BackupError::Broken(format!("event {version} of {stream} was changed")));
        }
        self.head = Head { version: link.version, hash: link.hash };
        self.events += 1;
        Ok(())
    }

    /// The stream that was being followed has ended.
    fn close(&mut self) {
        let head = std::mem::take(&mut self.head);
        if let Some(stream) = self.at.take() {
            self.ended.insert(stream, head);
        }
    }

    fn stream(&mut self, row: &Row) -> Result<(), BackupError> {
        self.close();
        let told =
            || Some((row.text(0).ok()?, row.text(1).ok()?, row.count(2).ok()?, row.text(3).ok()?));
        let (organisation, stream, version, hash) =
            told().ok_or_else(|| BackupError::Broken("a row is no stream".to_owned()))?;
        let head = self.ended.remove(&(organisation.to_owned(), stream.to_owned()));
        if head.is_none_or(|head| head.version != version || head.hash != hash) {
            return Err(BackupError::Broken(format!("{stream} does not end where it should")));
        }
        self.streams += 1;
        Ok(())
    }

    /// How many streams there were, and how many events.
    pub(crate) fn end(mut self) -> Result<(u64, u64), BackupError> {
        self.close();
        if let Some((_, stream)) = self.ended.keys().next() {
            return Err(BackupError::Broken(format!("{stream} has events and no end")));
        }
        Ok((self.streams, self.events))
    }
}

/// A row of the table of events as an event.
fn link_of(row: &Row) -> Option<Link> {
    let json = |column| serde_json::from_str(row.text(column).ok()?).ok();
    let text = |column| row.text(column).ok().map(str::to_owned);
    Some(Link {
        organisation: text(0)?,
        stream: text(1)?,
        version: row.count(2).ok()?,
        id: text(3)?,
        kind: text(4)?,
        at: row.instant(5).ok()?,
        actor: json(6)?,
        data: json(7)?,
        previous: text(8)?,
        hash: text(9)?,
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::super::frame::Framed;
    use super::super::{TableCount, VERSION};
    use super::*;
    use crate::entropy::Entropy;

    /// What comes of a backup with one table, made by this version of the tables.
    fn checked(schema: i64, name: &str, columns: &[&str]) -> Result<Contents, BackupError> {
        let manifest = Manifest {
            v: VERSION,
            program: "0.0.1".to_owned(),
            at: jiff::Timestamp::UNIX_EPOCH,
            store: "sqlite".to_owned(),
            schema,
            tables: vec![TableCount { name: name.to_owned(), rows: 0 }],
            keys: false,
        };
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        let lines = [Line::Manifest(manifest), Line::Table { name: name.to_owned(), columns }];
        let entropy = Entropy::from_seed([1; 32]);
        let framed = Framed::begin(Vec::new(), None, &entropy).unwrap();
        let mut packed = GzEncoder::new(framed, Compression::fast());
        for line in &lines {
            writeln!(packed, "{}", serde_json::to_string(line).unwrap()).unwrap();
        }
        let file = packed.finish().unwrap().finish().unwrap();
        check(&file[..], None)
    }

    #[test]
    fn tables_of_another_version_are_told() {
        let now = i64::try_from(crate::migrations::SQLITE.len()).unwrap();
        let earlier = Err(BackupError::Earlier { program: "0.0.1".to_owned() });
        assert_eq!(checked(now - 1, "work", &["organisation", "promise"]), earlier);
        assert_eq!(checked(now - 1, "gone", &["organisation"]), earlier);
        assert_eq!(checked(now + 1, "work", &["organisation", "promise"]), Err(BackupError::Later));
        assert_eq!(checked(now + 1, "new", &["organisation"]), Err(BackupError::Later));
        // Of this version it is cut short after its second line.
        let whole = ["organisation", "promise", "data"];
        assert_eq!(checked(now, "work", &whole), Err(BackupError::CutShort));
    }
}
