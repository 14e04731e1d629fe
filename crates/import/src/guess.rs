//! A first guess of what the columns of a file mean, for somebody who has no mapping yet. A person looks at it before
//! anything is taken in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::ImportError;
use crate::mapping::Format;
use crate::table::{meant, unpack};
use crate::value::Reader;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What makes a row itself.
    Id,
    /// What it is, in words.
    Title,
    /// When it came into being.
    Created,
    /// When work on it began.
    Started,
    /// When it was done.
    Finished,
    /// What it was thought to take.
    Estimate,
    /// What it took.
    Actual,
    /// What kind of work it is.
    Kind,
    /// Whose it is.
    Team,
    /// Who does it.
    Person,
    /// What goes first.
    Priority,
    /// Until when it was promised.
    Promised,
}

impl Field {
    /// Every field, in the order of a form.
    pub const ALL: [Self; 12] = [
        Self::Id,
        Self::Title,
        Self::Created,
        Self::Started,
        Self::Finished,
        Self::Estimate,
        Self::Actual,
        Self::Kind,
        Self::Team,
        Self::Person,
        Self::Priority,
        Self::Promised,
    ];

    /// Its name in a mapping.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Created => "created",
            Self::Started => "started",
            Self::Finished => "finished",
            Self::Estimate => "estimate",
            Self::Actual => "actual",
            Self::Kind => "type",
            Self::Team => "team",
            Self::Person => "person",
            Self::Priority => "priority",
            Self::Promised => "promised",
        }
    }

    /// Names that columns of this meaning have in trackers, in English, Dutch and Swedish; `|` between them.
    fn usual_names(self) -> &'static str {
        match self {
            Self::Id => {
                "id|key|issue key|issue id|number|ticket|task id|nummer|taak|ärende|ärendenummer"
            }
            Self::Title => "title|summary|subject|name|titel|onderwerp|rubrik|ämne",
            Self::Created => {
                "created|created at|created on|date created|opened|opened on|reported|\
                 aangemaakt|gemaakt|skapad|skapat"
            }
            Self::Started => {
                "started|started at|started on|start|start date|in progress|taken up on|\
                 begonnen|gestart|påbörjad|startad"
            }
            Self::Finished => {
                "finished|finished at|done|done on|closed|closed at|date closed|resolved|\
                 resolution date|completed|klaar|gesloten|afgerond|klar|stängd|avslutad"
            }
            Self::Estimate => {
                "estimate|original estimate|estimated hours|hours planned|planned|\
                 schatting|geschat|begroot|uppskattning|estimat"
            }
            Self::Actual => {
                "actual|actual hours|time spent|hours spent|spent|logged|\
                 besteed|gewerkt|nedlagd tid|utfall"
            }
            Self::Kind => "type|issue type|kind|category|soort|categorie|typ|kategori",
            Self::Team => "team|squad|group|assignment group|project|groep|grupp",
            Self::Person => {
                "assignee|person|owner|developer|uitvoerder|behandelaar|toegewezen aan|\
                 ansvarig|tilldelad|handläggare"
            }
            Self::Priority => "priority|prioriteit|prioritet|prio|rank",
            Self::Promised => {
                "due|due date|deadline|promised|beloofd|vervaldatum|opleverdatum|\
                 utlovad|förfallodatum"
            }
        }
    }
}

/// A mapping as far as it can be guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// What the rows are called.
    pub name: String,
    /// What stands between the columns.
    pub delimiter: char,
    /// The names of the columns.
    pub header: Vec<String>,
    /// Which column means what.
    pub columns: BTreeMap<Field, String>,
    /// The form of dates; `None` for ISO 8601.
    pub dates: Option<String>,
    /// Whether decimals stand after a comma.
    pub decimal_comma: bool,
    /// The unit of estimate and actual.
    pub unit: String,
}

/// Forms of dates that are tried where ISO 8601 does not fit. The day before the month comes first.
const FORMS: [&str; 10] = [
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y",
    "%d/%b/%y %I:%M %p",
    "%Y/%m/%d",
];

/// So many rows are looked at.
const ROWS: usize = 500;

/// Guesses what the columns of a file mean.
///
/// # Errors
/// [`ImportError`] when the file as a whole cannot be read.
pub fn guess(bytes: &[u8], name: &str) -> Result<Sketch, ImportError> {
    let unpacked = unpack(bytes)?;
    let first = unpacked.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| first.iter().filter(|byte| **byte == delimiter).count();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| (count(*d), *d == b','));
    let delimiter = delimiter.unwrap_or(b',');
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(unpacked.as_slice());
    let header = csv.headers().map_err(|e| crate::table::csv_error(&e))?;
    let header: Vec<String> =
        header.iter().map(|name| meant(name.trim_start_matches('\u{feff}')).to_owned()).collect();
    if header.iter().all(String::is_empty) {
        return Err(ImportError::Empty);
    }
    let rows: Vec<csv::StringRecord> = csv.records().take(ROWS).filter_map(Result::ok).collect();
    let columns = columns(&header);
    let values = |field: Field| {
        let place = columns.get(&field).and_then(|name| header.iter().position(|h| h == name));
        let cells = rows.iter().filter_map(move |row| row.get(place?));
        cells.map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let dates: Vec<String> =
        [Field::Created, Field::Started, Field::Finished].into_iter().flat_map(values).collect();
    let numbers: Vec<String> =
        [Field::Estimate, Field::Actual].into_iter().flat_map(values).collect();
    let decimal_comma = numbers.iter().any(|n| n.contains(',') && !n.contains('.'));
    Ok(Sketch {
        name: name.to_owned(),
        delimiter: char::from(delimiter),
        dates: date_form(&dates),
        header,
        columns,
        decimal_comma,
        unit: "hours".to_owned(),
    })
}

/// Which column means what, each column once: by its whole name first, else by a word in it.
fn columns(header: &[String]) -> BTreeMap<Field, String> {
    let plain = |name: &str| name.trim().to_lowercase().replace(['_', '-'], " ");
    let mut found = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for whole in [true, false] {
        for field in Field::ALL.into_iter().filter(|field| *field != Field::Id || whole) {
            if found.contains_key(&field) {
                continue;
            }
            let fits = |name: &&String| {
                let name = plain(name);
                field.usual_names().split('|').any(|usual| match whole {
                    true => name == usual,
                    false => name.split(' ').any(|word| word == usual),
                })
            };
            let column = header.iter().filter(|name| !taken.contains(*name)).find(fits);
            if let Some(name) = column {
                taken.insert(name.clone());
                found.insert(field, name.clone());
            }
        }
    }
    // Something makes a row itself: the first column that means nothing else.
    if !found.contains_key(&Field::Id)
        && let Some(first) = header.iter().find(|name| !taken.contains(*name))
    {
        found.insert(Field::Id, first.clone());
    }
    found
}

/// The first form in which most dates can be read; ISO 8601 before all others.
fn date_form(values: &[String]) -> Option<String> {
    let reads = |form: Option<&str>| {
        let format = Format { dates: form.map(str::to_owned), ..Format::default() };
        let reader = Reader::new(&format, &TimeZone::UTC);
        values.iter().filter(|value| reader.instant(value).is_some()).count()
    };
    if values.is_empty() || reads(None) * 10 >= values.len() * 9 {
        return None;
    }
    let best = FORMS.into_iter().rev().max_by_key(|form| reads(Some(form)))?;
    (reads(Some(best)) > 0).then(|| best.to_owned())
}

impl Sketch {
    /// The mapping as a text, to look at, to keep and to use.
    pub fn to_toml(&self) -> String {
        let mut text = format!("name = {}\n\n[columns]\n", quoted(&self.name));
        for field in Field::ALL {
            let Some(column) = self.columns.get(&field) else { continue };
            let column = quoted(column);
            let value = if field == Field::Id { format!("[{column}]") } else { column };
            text.push_str(&format!("{} = {value}\n", field.name()));
        }
        text.push_str("\n[format]\n");
        if let Some(form) = &self.dates {
            text.push_str(&format!("dates = {}\n", quoted(form)));
        }
        if self.delimiter != ',' {
            text.push_str(&format!("delimiter = {}\n", quoted(&self.delimiter.to_string())));
        }
        if self.decimal_comma {
            text.push_str("decimal = \",\"\n");
        }
        text.push_str(&format!("unit = {}\n", quoted(&self.unit)));
        text
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            letter if letter.is_control() => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mapping;
    use crate::mapping::Decimal;

    #[track_caller]
    fn check(text: &str, wanted: &[(Field, &str)]) -> Sketch {
        let sketch = guess(text.as_bytes(), "history").unwrap();
        let found: Vec<(Field, &str)> =
            sketch.columns.iter().map(|(field, name)| (*field, name.as_str())).collect();
        assert_eq!(found, wanted);
        sketch
    }

    #[test]
    fn an_english_export_is_understood() {
        let sketch = check(
            "Issue key,Summary,Issue Type,Created,Resolved,Assignee\nA-1,x,Bug,2026-03-09,,Bo\n",
            &[
                (Field::Id, "Issue key"),
                (Field::Title, "Summary"),
                (Field::Created, "Created"),
                (Field::Finished, "Resolved"),
                (Field::Kind, "Issue Type"),
                (Field::Person, "Assignee"),
            ],
        );
        assert_eq!(sketch.dates, None);
        let mapping = Mapping::parse(&sketch.to_toml()).unwrap();
        assert_eq!(mapping.columns.finished.as_deref(), Some("Resolved"));
    }

    #[test]
    fn a_dutch_spreadsheet_is_understood() {
        let sketch = check(
            "nummer;titel;aangemaakt;afgerond;geschat\n7;a \"b\";09-03-2026;12-03-2026;7,5\n",
            &[
                (Field::Id, "nummer"),
                (Field::Title, "titel"),
                (Field::Created, "aangemaakt"),
                (Field::Finished, "afgerond"),
                (Field::Estimate, "geschat"),
            ],
        );
        assert_eq!(sketch.dates.as_deref(), Some("%d-%m-%Y"));
        let mapping = Mapping::parse(&sketch.to_toml()).unwrap();
        assert_eq!(mapping.format.decimal, Decimal::Comma);
        assert_eq!(mapping.format.delimiter, Some(';'));
    }

    #[test]
    fn unknown_names_leave_gaps() {
        check("x,y\n1,2\n", &[(Field::Id, "x")]);
        assert!(matches!(guess(b"", "n"), Err(ImportError::Empty)));
        assert!(matches!(guess(b"\n", "n"), Err(ImportError::Empty)));
    }

    #[test]
    fn names_with_quotes_are_kept() {
        let sketch = guess("id,cre\\ated \"x\"\n".as_bytes(), "a \"b\"\\").unwrap();
        let mut sketch = sketch;
        sketch.columns.insert(Field::Created, "cre\\ated \"x\"".to_owned());
        let mapping = Mapping::parse(&sketch.to_toml()).unwrap();
        assert_eq!(
            (mapping.name.as_str(), mapping.columns.created.as_str()),
            ("a \"b\"\\", "cre\\ated \"x\"")
        );
    }
}
