//! Bytes in, records out: a company's history as its tracker exports it.
//!
//! Never opens a file or a socket; whoever calls brings the bytes. Every row either becomes a record, is left out
//! by the mapping's own filter, or is a bad row with its line number, its field, what was given and what is wanted.
//!
//! [`file`](mod@file) holds a file's name against its content · [`mapping`] says which column means what · [`table`]
//! reads rows by it · [`infer`] learns a team's people, hours and reserve from its rows · [`summary`] says in figures
//! what an import would bring.

pub mod file;
pub mod guess;
pub mod infer;
pub mod mapping;
pub mod summary;
pub mod table;
mod value;

pub use mapping::{Mapping, Target};
pub use table::{BadRow, Row, Table, Wanted};

/// Why a whole file cannot be read. Bad rows are not errors of the file: see [`Table::bad`].
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The mapping is no mapping.
    #[error("the mapping cannot be used: {0}")]
    Mapping(String),
    /// The file is empty.
    #[error("the file is empty; wanted a line with the names of the columns, then a row a line")]
    Empty,
    /// The mapping names a column that the file does not have.
    #[error(
        "the mapping's {field} names column {column:?}, which the file does not have; it has {present}"
    )]
    NoColumn {
        /// Which field of the mapping.
        field: String,
        /// The name it gives.
        column: String,
        /// The names the file has.
        present: String,
    },
    /// The mapping has no column for something that this use needs.
    #[error("the mapping has no column for {field}, which {needed_for} needs")]
    NotMapped {
        /// Which field of the mapping.
        field: &'static str,
        /// What needs it.
        needed_for: &'static str,
    },
    /// The name ends in nothing that is read here.
    #[error("the file's name is {name:?}; wanted one that ends in .csv, .tsv, .txt or .gz")]
    Ending {
        /// The name as it was given.
        name: String,
    },
    /// The bytes are something else than the name says.
    #[error("the file {name:?} is {content}; wanted what its name says")]
    NotAsNamed {
        /// The name as it was given.
        name: String,
        /// What the bytes are.
        content: file::Content,
    },
    /// The bytes are no table, whatever they are called.
    #[error("the file is {content}; wanted CSV, plain or packed with gzip")]
    Content {
        /// What they are.
        content: file::Content,
    },
    /// The bytes are no text in UTF-8.
    #[error("line {line} is no text in UTF-8; save the file as CSV UTF-8")]
    Encoding {
        /// Which line, counted from 1.
        line: u64,
    },
    /// The table is broken: a quote that never closes, for example.
    #[error("the file is no table: {0}")]
    Csv(String),
    /// More rows than can be held at once.
    #[error("the file has more than {most} rows; bring it in several files")]
    TooManyRows {
        /// How many can.
        most: usize,
    },
    /// The bytes claim to be compressed but are not, or hold more than can be taken.
    #[error("the file cannot be unpacked: {0}")]
    Compressed(String),
}
