//! Every table as a whole: for copies of the whole database, which know no meaning.

use sha2::{Digest, Sha256};

use crate::sql::{Row, Value};
use crate::store::StoreError;

/// A table whose rows are copied.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [&'static str],
    /// By which rows are told apart, and in whose order they are copied: byte by byte.
    pub(crate) key: &'static [&'static str],
}

/// A piece of a whole database on its way.
#[derive(Debug)]
pub(crate) enum Piece {
    /// How many rows each of [`TABLES`] has; comes first.
    Counts(Vec<u64>),
    /// Rows of a table. Tables come in the order of [`TABLES`], rows in the order of their key.
    Rows(&'static Table, Vec<Row>),
    /// What came of each table, after all of them: whoever fills a database holds it against what then stands there.
    Sums(Vec<Sum>),
}

/// How many rows of a table there are, and what tells them from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) rows: u64,
    pub(crate) digest: String,
}

/// Sums of every table, as rows come.
#[derive(Debug)]
pub(crate) struct Sums(Vec<(u64, Sha256)>);

impl Sums {
    pub(crate) fn new() -> Self {
        Self(TABLES.iter().map(|_| (0, Sha256::new())).collect())
    }

    pub(crate) fn add(&mut self, table: &'static Table, rows: &[Row]) {
        let place = TABLES.iter().position(|other| other.name == table.name);
        let (count, digest) = &mut self.0[place.expect("it is one of the tables")];
        for row in rows {
            *count += 1;
            for cell in &row.0 {
                // Each cell with its kind and length, so that no two rows look alike.
                match cell {
                    Value::Null => digest.update([0]),
                    Value::Int(number) => {
                        digest.update([1]);
                        digest.update(number.to_be_bytes());
                    }
                    Value::Text(text) => {
                        digest.update([2]);
                        digest.update(text.len().to_be_bytes());
                        digest.update(text.as_bytes());
                    }
                }
            }
        }
    }

    pub(crate) fn end(self) -> Vec<Sum> {
        let sum = |(rows, digest): (u64, Sha256)| Sum {
            rows,
            digest: data_encoding::HEXLOWER.encode(&digest.finalize()),
        };
        self.0.into_iter().map(sum).collect()
    }
}

/// What is wrong when a filled database holds other rows than it was given.
pub(crate) fn hold_against(wanted: &[Sum], there: &[Sum]) -> Result<(), StoreError> {
    let differs = TABLES.iter().zip(wanted.iter().zip(there)).find(|(_, (a, b))| a != b);
    differs.map_or(Ok(()), |(table, (wanted, there))| {
        let text = format!(
            "{} came out otherwise: {} rows where {} were given, or other ones",
            table.name, there.rows, wanted.rows
        );
        Err(StoreError::Unavailable(text))
    })
}

/// Rows in one piece.
pub(crate) const PIECE_ROWS: usize = 100;

/// The tables that are copied.
pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "event",
        columns: &[
            "organisation",
            "stream",
            "version",
            "id",
            "kind",
            "at",
            "actor",
            "data",
            "previous",
            "hash",
        ],
        key: &["organisation", "stream", "version"],
    },
    Table {
        name: "stream",
        columns: &["organisation", "stream", "version", "hash"],
        key: &["organisation", "stream"],
    },
    Table {
        name: "idempotency",
        columns: &["organisation", "key", "fingerprint", "answer", "at"],
        key: &["organisation", "key"],
    },
    Table {
        name: "person_key",
        columns: &["organisation", "person", "wrapped"],
        key: &["organisation", "person"],
    },
    Table {
        name: "organisation",
        columns: &["organisation", "name", "language", "zone"],
        key: &["organisation"],
    },
    Table {
        name: "member",
        columns: &["organisation", "member", "name", "role", "left_at"],
        key: &["organisation", "member"],
    },
    Table {
        name: "account",
        columns: &["organisation", "account", "name", "calendar"],
        key: &["organisation", "account"],
    },
    Table {
        name: "contact",
        columns: &[
            "organisation",
            "contact",
            "account",
            "name",
            "email",
            "language",
            "link",
            "left_at",
        ],
        key: &["organisation", "contact"],
    },
    Table {
        name: "promise",
        columns: &[
            "organisation",
            "promise",
            "number",
            "version",
            "state",
            "account",
            "contact",
            "subject",
            "promisor",
            "owner",
            "strictness",
            "begun_at",
            "made_at",
            "expires",
            "due",
            "due_zone",
            "due_grain",
            "first_due",
            "proposed_due",
            "proposed_by",
            "health",
            "confirmed",
            "delivered_at",
            "silence_ends",
            "ended_at",
            "kept_first",
            "kept_last",
            "timing",
            "slack_days",
            "given_chance",
            "counter_late",
            "next_at",
            "chance",
        ],
        key: &["organisation", "promise"],
    },
    Table {
        name: "counter_promise",
        columns: &[
            "organisation",
            "counter_promise",
            "promise",
            "account",
            "subject",
            "due",
            "due_zone",
            "due_grain",
            "consequence",
            "state",
            "met_at",
            "open",
        ],
        key: &["organisation", "promise", "counter_promise"],
    },
    Table {
        name: "tie",
        columns: &[
            "organisation",
            "promise",
            "tie",
            "third_party",
            "what",
            "due",
            "due_zone",
            "due_grain",
            "state",
            "arrived_at",
        ],
        key: &["organisation", "promise", "tie"],
    },
    Table {
        name: "capability",
        columns: &["organisation", "capability", "name", "state", "data", "registered"],
        key: &["organisation", "capability"],
    },
    Table {
        name: "capability_name",
        columns: &["organisation", "name", "capability"],
        key: &["organisation", "name"],
    },
    Table {
        name: "claim",
        columns: &[
            "organisation",
            "claim",
            "place",
            "words",
            "capability",
            "said",
            "first_day",
            "last_day",
            "counted_on",
            "first_seen",
            "last_seen",
            "gone",
        ],
        key: &["organisation", "claim"],
    },
    Table {
        name: "work",
        columns: &["organisation", "promise", "data"],
        key: &["organisation", "promise"],
    },
    Table {
        name: "work_item",
        columns: &[
            "organisation",
            "source",
            "id",
            "team",
            "kind",
            "title",
            "person",
            "created",
            "started",
            "finished",
            "estimate_s",
            "actual_s",
            "priority",
            "promised",
            "digest",
            "given_up",
        ],
        key: &["organisation", "source", "id"],
    },
    Table {
        name: "forecast",
        columns: &["organisation", "promise", "made_at", "forecast", "data"],
        key: &["organisation", "promise", "made_at"],
    },
    Table {
        name: "standing",
        columns: &["organisation", "promise", "made_at", "chance", "data"],
        key: &["organisation", "promise"],
    },
    Table {
        name: "quote",
        columns: &["organisation", "quote", "at", "data"],
        key: &["organisation", "quote"],
    },
    Table {
        name: "quote_input",
        columns: &["organisation", "quote", "at", "forecast", "forecast_first", "kept", "data"],
        key: &["organisation", "quote"],
    },
    Table {
        name: "held_quote",
        columns: &["organisation", "quote", "until", "data"],
        key: &["organisation", "quote"],
    },
    Table { name: "login", columns: &["login", "organisation", "member"], key: &["login"] },
    Table {
        name: "identity",
        columns: &["issuer", "subject", "organisation", "member", "linked_at"],
        key: &["issuer", "subject"],
    },
    Table {
        name: "placement",
        columns: &["organisation", "cluster", "moved_at"],
        key: &["organisation"],
    },
    Table {
        name: "credential",
        columns: &[
            "organisation",
            "member",
            "login",
            "password",
            "password_at",
            "totp",
            "totp_step",
        ],
        key: &["organisation", "member"],
    },
    Table {
        name: "recovery_code",
        columns: &["organisation", "member", "code", "used_at"],
        key: &["organisation", "member", "code"],
    },
    Table {
        name: "invitation",
        columns: &[
            "organisation",
            "invitation",
            "member",
            "purpose",
            "made_by",
            "made_at",
            "expires",
            "used_at",
        ],
        key: &["organisation", "invitation"],
    },
    Table {
        name: "api_token",
        columns: &[
            "organisation",
            "token",
            "member",
            "name",
            "scopes",
            "made_at",
            "expires",
            "used_at",
            "revoked_at",
        ],
        key: &["organisation", "token"],
    },
    Table {
        name: "audit",
        columns: &[
            "organisation",
            "id",
            "at",
            "actor",
            "via",
            "action",
            "subject",
            "outcome",
            "request",
            "detail",
        ],
        key: &["organisation", "id"],
    },
    Table {
        name: "erasure",
        columns: &["organisation", "person", "at", "reason"],
        key: &["organisation", "person"],
    },
    Table {
        name: "retention",
        columns: &["organisation", "country", "kind", "days"],
        key: &["organisation", "country", "kind"],
    },
];

/// The tables that are not copied: who is signed in now, and whose turn it is now. A session that was ended since must
/// not come back to life.
#[cfg(test)]
pub(crate) const PASSING: &[&str] = &["session", "lease"];

impl Table {
    /// Asks for all rows in the order of their key; `bytewise` follows each column of it.
    pub(crate) fn select(&self, bytewise: &str) -> String {
        let order: Vec<String> =
            self.key.iter().map(|column| format!("{column}{bytewise}")).collect();
        let (columns, order) = (self.columns.join(", "), order.join(", "));
        format!("SELECT {columns} FROM {} ORDER BY {order}", self.name)
    }

    /// Adds a row.
    pub(crate) fn insert(&self) -> String {
        let places: Vec<String> =
            (1..=self.columns.len()).map(|place| format!("${place}")).collect();
        let (columns, places) = (self.columns.join(", "), places.join(", "));
        format!("INSERT INTO {} ({columns}) VALUES ({places})", self.name)
    }
}
