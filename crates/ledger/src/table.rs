//! Every table as a whole: for copies of the whole database, which know no meaning.

use crate::sql::Row;

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
