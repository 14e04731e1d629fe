//! Rows of a CSV file, gzipped or plain, read by a mapping.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::ImportError;
use crate::file::{Content, check_content};
use crate::mapping::{Mapping, Target};
use crate::value::Reader;

/// The most bytes a file may unpack to, and how people say it. A packed file of one megabyte can hold a thousand.
const MOST_BYTES: u64 = 256 << 20;
const MOST_BYTES_SAID: &str = "256 MB";
/// The most rows that are kept, good and bad: each takes many times its two or twenty bytes in the file.
const MOST_ROWS: usize = 1_000_000;
/// With what a cell begins that a spreadsheet takes for a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A row that became a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its line in the file, counted from 1 with the header.
    pub line: u64,
    /// What makes it itself.
    pub id: String,
    /// When it came into being.
    pub created: Timestamp,
    /// Where a replay makes its forecast; the same as `created` unless the mapping says otherwise.
    pub made: Timestamp,
    /// When work on it began.
    pub started: Option<Timestamp>,
    /// When it was done.
    pub finished: Option<Timestamp>,
    /// When it was given up.
    pub given_up: Option<Timestamp>,
    /// What it was thought to take, in the mapping's unit.
    pub estimate: Option<f64>,
    /// What it took, in the mapping's unit.
    pub actual: Option<f64>,
    /// What kind of work it is; empty when not mapped.
    pub kind: String,
    /// Whose it is; empty when not mapped.
    pub team: String,
    /// Who does it.
    pub person: Option<String>,
    /// What goes first.
    pub priority: Option<String>,
    /// Until when it was promised.
    pub promised: Option<Timestamp>,
    /// What it is, in words.
    pub title: Option<String>,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {field} is {given:?}; wanted {wanted}")]
pub struct BadRow {
    /// Its line in the file, counted from 1 with the header.
    pub line: u64,
    /// The column, or columns.
    pub field: String,
    /// What stands there.
    pub given: String,
    /// What should.
    pub wanted: Wanted,
    /// The row as it came, for the reject file.
    pub raw: Vec<String>,
}

/// What should stand in a row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wanted {
    /// As many columns as the header has.
    #[error("as many as in the header, {0}")]
    Columns(usize),
    /// An id that no other row has.
    #[error("each row once; it stands in line {first} too")]
    Once {
        /// Where it stands first.
        first: u64,
    },
    /// A date that must be there.
    #[error("a date")]
    Date,
    /// A date in the form that the mapping names.
    #[error("a date as the mapping says")]
    DateAsMapped,
    /// A number.
    #[error("a number of at least 0")]
    Number,
    /// Something in each column of the id.
    #[error("a value in each column of the id")]
    Id,
}

/// A file, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows that can be taken, in the order of the file.
    pub rows: Vec<Row>,
    /// The rows that cannot.
    pub bad: Vec<BadRow>,
    /// How many rows the mapping's filter left out.
    pub left_out: usize,
    /// Rows whose start lies before their creation or after their end, by line: taken, without the start.
    pub doubtful: Vec<u64>,
}

impl Table {
    /// Reads a file by a mapping.
    ///
    /// `zone` holds for dates that name none and for which the mapping names none either. For a replay, `target`
    /// says which column is the start of a row's forecast.
    ///
    /// # Errors
    /// [`ImportError`] when the file as a whole cannot be read; single bad rows are in [`Table::bad`].
    pub fn read(
        bytes: &[u8],
        mapping: &Mapping,
        zone: &TimeZone,
        target: Option<Target>,
    ) -> Result<Self, ImportError> {
        let unpacked = unpack(bytes)?;
        let delimiter = mapping.format.delimiter.unwrap_or(',');
        let delimiter = u8::try_from(delimiter).unwrap_or(b',');
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(unpacked.as_slice());
        let header: Vec<String> =
            csv.headers().map_err(|e| csv_error(&e))?.iter().map(|n| meant(n).to_owned()).collect();
        if header.iter().all(String::is_empty) {
            return Err(ImportError::Empty);
        }
        let places = Places::find(&header, mapping, target)?;
        let reader = Reader::new(&mapping.format, zone);
        let mut table = Self { header, ..Self::default() };
        let mut seen = BTreeMap::new();
        let mut record = csv::StringRecord::new();
        while csv.read_record(&mut record).map_err(|e| csv_error(&e))? {
            let line = record.position().map_or(0, csv::Position::line);
            if table.rows.len() + table.bad.len() == MOST_ROWS {
                return Err(ImportError::TooManyRows { most: MOST_ROWS });
            }
            table.take(&record, line, &places, &reader, &mut seen);
        }
        Ok(table)
    }

    fn take(
        &mut self,
        record: &csv::StringRecord,
        line: u64,
        places: &Places,
        reader: &Reader,
        seen: &mut BTreeMap<String, u64>,
    ) {
        let raw = || record.iter().map(str::to_owned).collect();
        let bad = |wrong: Wrong| BadRow {
            line,
            field: wrong.field,
            given: wrong.given,
            wanted: wrong.wanted,
            raw: raw(),
        };
        if record.len() != self.header.len() {
            let wanted = Wanted::Columns(self.header.len());
            let given = record.len().to_string();
            self.bad.push(bad(Wrong::new("the number of columns", &given, wanted)));
            return;
        }
        if !places.counts(record, reader) {
            self.left_out += 1;
            return;
        }
        match places.read(record, line, reader) {
            Err(wrong) => self.bad.push(bad(wrong)),
            Ok(mut row) => {
                if let Some(first) = seen.get(&row.id) {
                    let wanted = Wanted::Once { first: *first };
                    self.bad.push(bad(Wrong::new(&places.id_name, &row.id, wanted)));
                    return;
                }
                seen.insert(row.id.clone(), line);
                let end = row.finished.or(row.given_up).unwrap_or(Timestamp::MAX);
                if row.started.is_some_and(|started| started > end) {
                    self.doubtful.push(line);
                    row.started = None;
                }
                self.rows.push(row);
            }
        }
    }
}

/// What is wrong with a row.
struct Wrong {
    field: String,
    given: String,
    wanted: Wanted,
}

impl Wrong {
    fn new(field: &str, given: &str, wanted: Wanted) -> Self {
        Self { field: field.to_owned(), given: given.to_owned(), wanted }
    }
}

/// A column's place and name.
#[derive(Debug, Clone)]
struct Place {
    at: usize,
    name: String,
}

/// Where each field stands.
struct Places {
    id: Vec<Place>,
    id_name: String,
    filter: Vec<(Place, String)>,
    given_up: Vec<(Place, Vec<String>)>,
    created: Place,
    made: Place,
    started: Option<Place>,
    finished: Option<Place>,
    estimate: Option<Place>,
    actual: Option<Place>,
    kind: Option<Place>,
    team: Option<Place>,
    person: Option<Place>,
    priority: Option<Place>,
    promised: Option<Place>,
    title: Option<Place>,
}

impl Places {
    fn find(
        header: &[String],
        mapping: &Mapping,
        target: Option<Target>,
    ) -> Result<Self, ImportError> {
        let place = |field: &str, name: &str| {
            let at = header.iter().position(|h| h.trim_start_matches('\u{feff}') == name);
            at.map(|at| Place { at, name: name.to_owned() }).ok_or_else(|| ImportError::NoColumn {
                field: field.to_owned(),
                column: name.to_owned(),
                present: header.join(", "),
            })
        };
        let optional = |field: &str, name: &Option<String>| {
            name.as_ref().map(|name| place(field, name)).transpose()
        };
        let columns = &mapping.columns;
        let id: Vec<Place> =
            columns.id.iter().map(|name| place("columns.id", name)).collect::<Result<_, _>>()?;
        let filter = mapping.filter.iter();
        let filter = filter.map(|(name, value)| Ok((place("where", name)?, value.clone())));
        let given_up = mapping.given_up.iter();
        let given_up = given_up.map(|(name, said)| Ok((place("given_up", name)?, said.clone())));
        let made = target.map_or(columns.created.as_str(), |target| mapping.made_column(target));
        Ok(Self {
            id_name: columns.id.join("|"),
            id,
            filter: filter.collect::<Result<_, ImportError>>()?,
            given_up: given_up.collect::<Result<_, ImportError>>()?,
            created: place("columns.created", &columns.created)?,
            made: place("made_at", made)?,
            started: optional("columns.started", &columns.started)?,
            finished: optional("columns.finished", &columns.finished)?,
            estimate: optional("columns.estimate", &columns.estimate)?,
            actual: optional("columns.actual", &columns.actual)?,
            kind: optional("columns.type", &columns.kind)?,
            team: optional("columns.team", &columns.team)?,
            person: optional("columns.person", &columns.person)?,
            priority: optional("columns.priority", &columns.priority)?,
            promised: optional("columns.promised", &columns.promised)?,
            title: optional("columns.title", &columns.title)?,
        })
    }

    /// Whether the mapping's filter lets a row through.
    fn counts(&self, record: &csv::StringRecord, reader: &Reader) -> bool {
        self.filter.iter().all(|(place, wanted)| {
            let value = meant(record.get(place.at).unwrap_or_default()).trim();
            if wanted == "*" { reader.known(value).is_some() } else { value == wanted }
        })
    }

    /// Whether a row says that it was given up.
    fn is_given_up(&self, record: &csv::StringRecord) -> bool {
        self.given_up.iter().any(|(place, said)| {
            let value = meant(record.get(place.at).unwrap_or_default()).trim();
            said.iter().any(|said| said == value)
        })
    }

    fn read(&self, record: &csv::StringRecord, line: u64, reader: &Reader) -> Result<Row, Wrong> {
        let raw = |place: &Place| meant(record.get(place.at).unwrap_or_default());
        let text = |place: &Option<Place>| place.as_ref().and_then(|p| reader.known(raw(p)));
        let instant = |place: &Place| {
            let value = reader.known(raw(place));
            let read = value.map(|v| {
                reader.instant(v).ok_or_else(|| Wrong::new(&place.name, v, Wanted::DateAsMapped))
            });
            read.transpose()
        };
        let needed = |place: &Place| {
            instant(place)?.ok_or_else(|| Wrong::new(&place.name, raw(place), Wanted::Date))
        };
        let optional = |place: &Option<Place>| match place {
            Some(place) => instant(place),
            None => Ok(None),
        };
        let number = |place: &Option<Place>| {
            let Some(place) = place else { return Ok(None) };
            let value = reader.known(raw(place));
            let read = value.map(|v| {
                reader.number(v).ok_or_else(|| Wrong::new(&place.name, v, Wanted::Number))
            });
            read.transpose()
        };
        let parts = self.id.iter().map(|p| raw(p).trim());
        let id = parts.collect::<Vec<_>>().join("|");
        if self.id.iter().any(|p| raw(p).trim().is_empty()) {
            return Err(Wrong::new(&self.id_name, &id, Wanted::Id));
        }
        let owned = |value: Option<&str>| value.map(str::to_owned);
        let (created, ended) = (needed(&self.created)?, optional(&self.finished)?);
        // Nobody knows since when: it tells nothing of how long anything lasts, and is not open.
        let is_given_up = self.is_given_up(record);
        Ok(Row {
            line,
            id,
            created,
            made: needed(&self.made)?,
            started: optional(&self.started)?,
            finished: ended.filter(|_| !is_given_up),
            given_up: is_given_up.then(|| ended.unwrap_or(created)),
            estimate: number(&self.estimate)?,
            actual: number(&self.actual)?,
            kind: text(&self.kind).unwrap_or_default().to_owned(),
            team: text(&self.team).unwrap_or_default().to_owned(),
            person: owned(text(&self.person)),
            priority: owned(text(&self.priority)),
            promised: optional(&self.promised)?,
            title: owned(text(&self.title)),
        })
    }
}

/// What a cell means: a quote that [`to_csv`] put before a formula is not part of it.
pub(crate) fn meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// A cell as it is written: a spreadsheet computes nothing in it.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Writes rows as CSV, with a plain character between the columns. A cell that a spreadsheet would take for a formula
/// gets a quote before it, which reading leaves out again.
pub fn to_csv<'a>(
    header: &'a [String],
    rows: impl Iterator<Item = &'a [String]>,
    delimiter: char,
) -> String {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut csv = csv::WriterBuilder::new();
    let mut csv = csv.delimiter(delimiter).flexible(true).from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        // Writing into memory does not fail.
        drop(csv.write_record(row.iter().map(|cell| harmless(cell).into_owned())));
    }
    let bytes = csv.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Unpacks gzip, recognised by its first two bytes; other text is taken as it is, and what is no text refused.
pub(crate) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if Content::of(bytes) != Content::Gzip {
        return text(bytes.to_vec());
    }
    let mut unpacked = Vec::new();
    let mut decoder = flate2::read::MultiGzDecoder::new(bytes).take(MOST_BYTES + 1);
    decoder.read_to_end(&mut unpacked).map_err(|e| ImportError::Compressed(e.to_string()))?;
    if u64::try_from(unpacked.len()).is_ok_and(|len| len > MOST_BYTES) {
        return Err(ImportError::Compressed(format!("it holds more than {MOST_BYTES_SAID}")));
    }
    text(unpacked)
}

/// Bytes without a zero among them: text in UTF-8 has none, text in UTF-16 has, and no database takes one in a text.
fn text(bytes: Vec<u8>) -> Result<Vec<u8>, ImportError> {
    check_content(&bytes)?;
    let Some(at) = bytes.iter().position(|byte| *byte == 0) else { return Ok(bytes) };
    let lines_before = bytes[..at].iter().filter(|byte| **byte == b'\n').count();
    Err(ImportError::Encoding { line: 1 + u64::try_from(lines_before).unwrap_or(u64::MAX) })
}

pub(crate) fn csv_error(error: &csv::Error) -> ImportError {
    if let csv::ErrorKind::Utf8 { pos, .. } = error.kind() {
        return ImportError::Encoding { line: pos.as_ref().map_or(0, csv::Position::line) };
    }
    ImportError::Csv(error.to_string())
}
