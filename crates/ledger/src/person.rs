//! What is held about one person: found in the log by their id, in the tables by their id or their name.

use jiff::Timestamp;
use promise::{AccountId, ContactId, OrganisationId, Person};
use serde_json::{Map, Value as Json, json};

use crate::audit::AuditRow;
use crate::log::{Ledger, LedgerError};
use crate::seal::{Sealed, person_text};
use crate::sql::{Row, params};

/// Events in one question to the database.
const PAGE: i64 = 2000;

const MENTIONS: &str = "
    SELECT stream, version, kind, at, actor, data FROM event
    WHERE organisation = $1 AND (stream > $2 OR (stream = $2 AND version > $3))
        AND (data LIKE $4 OR actor LIKE $4)
    ORDER BY stream, version LIMIT $5";

const PROMISES: &str = "
    SELECT p.promise, p.number, p.state, a.name, p.subject, p.begun_at, p.due, p.ended_at,
        CASE WHEN p.contact = $1 THEN 1 ELSE 0 END, CASE WHEN p.promisor = $1 THEN 1 ELSE 0 END,
        CASE WHEN p.owner = $1 THEN 1 ELSE 0 END
    FROM promise p JOIN account a ON a.organisation = p.organisation AND a.account = p.account
    WHERE p.organisation = $2 AND (p.contact = $1 OR p.promisor = $1 OR p.owner = $1)
    ORDER BY p.number";

/// The promises that still need somebody's word and name a person.
const LIVING: &str = "
    SELECT number FROM promise
    WHERE organisation = $1 AND (contact = $2 OR promisor = $2 OR owner = $2)
        AND state IN ('draft', 'offered', 'recorded', 'accepted', 'late', 'delivered')
    ORDER BY number";

const ACCOUNT_OF: &str = "SELECT account FROM contact WHERE organisation = $1 AND contact = $2";

const TRACKED: &str = "
    SELECT source, id, team, kind, title, created, started, finished FROM work_item
    WHERE organisation = $1 AND person = $2 ORDER BY source, id";

const AUDIT: &str = "
    SELECT id, at, actor, via, action, subject, outcome, request, detail FROM audit
    WHERE organisation = $1 AND (actor = $2 OR subject LIKE $3) ORDER BY id";

/// What a column holds.
#[derive(Clone, Copy)]
enum Cell {
    Text,
    Instant,
    Flag,
}

/// A table that holds a member under their id.
struct HeldIn {
    table: &'static str,
    columns: &'static [(&'static str, Cell)],
    question: &'static str,
}

const WAYS_IN: [HeldIn; 7] = [
    HeldIn {
        table: "login",
        columns: &[("login", Cell::Text)],
        question: "SELECT login FROM login WHERE organisation = $1 AND member = $2 ORDER BY login",
    },
    HeldIn {
        table: "identity",
        columns: &[("issuer", Cell::Text), ("subject", Cell::Text), ("linked_at", Cell::Instant)],
        question: "SELECT issuer, subject, linked_at FROM identity
         WHERE organisation = $1 AND member = $2 ORDER BY issuer, subject",
    },
    HeldIn {
        table: "credential",
        columns: &[
            ("login", Cell::Text),
            ("has_password", Cell::Flag),
            ("password_at", Cell::Instant),
            ("has_second_factor", Cell::Flag),
        ],
        question: "SELECT login, CASE WHEN password IS NULL THEN 0 ELSE 1 END, password_at,
            CASE WHEN totp IS NULL THEN 0 ELSE 1 END
         FROM credential WHERE organisation = $1 AND member = $2",
    },
    HeldIn {
        table: "recovery_code",
        columns: &[("used_at", Cell::Instant)],
        question: "SELECT used_at FROM recovery_code WHERE organisation = $1 AND member = $2 ORDER BY code",
    },
    HeldIn {
        table: "session",
        columns: &[
            ("begun_at", Cell::Instant),
            ("seen_at", Cell::Instant),
            ("ends_at", Cell::Instant),
            ("address", Cell::Text),
            ("agent", Cell::Text),
        ],
        question: "SELECT begun_at, seen_at, ends_at, address, agent FROM session
         WHERE organisation = $1 AND member = $2 ORDER BY begun_at, session",
    },
    HeldIn {
        table: "api_token",
        columns: &[
            ("name", Cell::Text),
            ("scopes", Cell::Text),
            ("made_at", Cell::Instant),
            ("expires", Cell::Instant),
            ("used_at", Cell::Instant),
            ("revoked_at", Cell::Instant),
        ],
        question: "SELECT name, scopes, made_at, expires, used_at, revoked_at FROM api_token
         WHERE organisation = $1 AND member = $2 ORDER BY made_at, token",
    },
    HeldIn {
        table: "invitation",
        columns: &[
            ("purpose", Cell::Text),
            ("made_at", Cell::Instant),
            ("expires", Cell::Instant),
            ("used_at", Cell::Instant),
        ],
        question: "SELECT purpose, made_at, expires, used_at FROM invitation
         WHERE organisation = $1 AND member = $2 ORDER BY made_at, invitation",
    },
];

/// An event that a person caused, is named in, or said something in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Of which stream.
    pub stream: String,
    /// Which event of it.
    pub version: u32,
    /// What kind of thing happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Whether the person caused it.
    pub caused: bool,
    /// As what they are named in it: the names of the fields that hold their id.
    pub named_as: Vec<String>,
    /// What is theirs in it, by the name of the field; `None` where it was erased.
    pub texts: Vec<(String, Option<String>)>,
}

/// A promise that names a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedIn {
    /// The id of the promise.
    pub promise: String,
    /// Its short name.
    pub number: u32,
    /// Its state.
    pub state: String,
    /// The customer.
    pub account: String,
    /// What was promised.
    pub subject: String,
    /// The instant of its first event.
    pub begun_at: Timestamp,
    /// By when.
    pub due: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// As what: `contact`, `promisor`, `owner`.
    pub named_as: Vec<&'static str>,
}

fn id_of(person: Person) -> String {
    match person {
        Person::Member(id) => id.to_string(),
        Person::Contact(id) => id.to_string(),
    }
}

impl Ledger {
    /// Every event that names a person, stream by stream.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer or a row is no event.
    pub async fn mentions(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Vec<Mention>, LedgerError> {
        self.load_erased(organisation).await?;
        let (whose, id) = (organisation.to_string(), id_of(person));
        let pattern = format!("%{id}%");
        let (mut stream, mut version, mut found) = (String::new(), 0, Vec::new());
        loop {
            let params = params![whose.as_str(), stream.as_str(), version, pattern.as_str(), PAGE];
            let rows = self.database.read(MENTIONS, params).await?;
            for row in &rows {
                found.push(self.mention(organisation, person, &id, row)?);
            }
            match found.last() {
                Some(last) if !rows.is_empty() => {
                    (stream, version) = (last.stream.clone(), i64::from(last.version));
                }
                _ => return Ok(found),
            }
        }
    }

    fn mention(
        &self,
        organisation: OrganisationId,
        person: Person,
        id: &str,
        row: &Row,
    ) -> Result<Mention, LedgerError> {
        let json = |column| {
            let parsed = serde_json::from_str::<Json>(row.text(column)?);
            parsed.map_err(|e| LedgerError::Damaged(format!("an event: {e}")))
        };
        let (actor, data) = (json(4)?, json(5)?);
        let mut mention = Mention {
            stream: row.text(0)?.to_owned(),
            version: row.count(1)?,
            kind: row.text(2)?.to_owned(),
            at: row.instant(3)?,
            caused: false,
            named_as: Vec::new(),
            texts: Vec::new(),
        };
        mention.caused = actor
            .as_object()
            .is_some_and(|fields| fields.values().any(|value| value.as_str() == Some(id)));
        self.look_for(organisation, &(person_text(person), id), ("", &data), &mut mention);
        Ok(mention)
    }

    fn look_for(
        &self,
        organisation: OrganisationId,
        wanted: &(String, &str),
        (name, value): (&str, &Json),
        found: &mut Mention,
    ) {
        match value {
            Json::Object(fields) if fields.contains_key("box") => {
                if let Ok(sealed) = serde_json::from_value::<Sealed>(value.clone())
                    && sealed.person == wanted.0
                {
                    let opened = self.vault.open(organisation, &sealed);
                    found.texts.push((name.to_owned(), opened.map(|opening| opening.text)));
                }
            }
            Json::Object(fields) => {
                for (name, field) in fields {
                    self.look_for(organisation, wanted, (name, field), found);
                }
            }
            Json::Array(items) => {
                items.iter().for_each(|i| self.look_for(organisation, wanted, (name, i), found));
            }
            Json::String(text) if text == wanted.1 => found.named_as.push(name.to_owned()),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }

    /// The promises that name a person.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn named_in(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Vec<NamedIn>, LedgerError> {
        let params = params![id_of(person), organisation.to_string()];
        let rows = self.database.read(PROMISES, params).await?;
        let read = |row: &Row| {
            let mut named_as = Vec::new();
            for (column, name) in [(8, "contact"), (9, "promisor"), (10, "owner")] {
                named_as.extend(row.flag(column)?.then_some(name));
            }
            Ok(NamedIn {
                promise: row.text(0)?.to_owned(),
                number: row.count(1)?,
                state: row.text(2)?.to_owned(),
                account: row.text(3)?.to_owned(),
                subject: row.text(4)?.to_owned(),
                begun_at: row.instant(5)?,
                due: row.some_instant(6)?,
                ended_at: row.some_instant(7)?,
                named_as,
            })
        };
        rows.iter().map(read).collect()
    }

    /// The short names of promises that name a person and still need somebody's word.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn living_naming(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Vec<u32>, LedgerError> {
        let params = params![organisation.to_string(), id_of(person)];
        let rows = self.database.read(LIVING, params).await?;
        rows.iter().map(|row| Ok(row.count(0)?)).collect()
    }

    /// The customer at which somebody is a contact, also after they left.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn account_of_contact(
        &self,
        organisation: OrganisationId,
        contact: ContactId,
    ) -> Result<Option<AccountId>, LedgerError> {
        let params = params![organisation.to_string(), contact.to_string()];
        let rows = self.database.read(ACCOUNT_OF, params).await?;
        Ok(rows.first().map(|row| row.parsed(0)).transpose()?)
    }

    /// By what a member comes in, without any secret: one list of objects for each table.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn ways_in(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Json, LedgerError> {
        let mut tables = Map::new();
        if let Person::Member(member) = person {
            for HeldIn { table, columns, question } in WAYS_IN {
                let params = params![organisation.to_string(), member.to_string()];
                let rows = self.database.read(question, params).await?;
                let objects = rows.iter().map(|row| object(columns, row));
                let objects = objects.collect::<Result<Vec<Json>, LedgerError>>()?;
                tables.insert(table.to_owned(), Json::Array(objects));
            }
        }
        Ok(Json::Object(tables))
    }

    /// The work that trackers say is done by somebody of this name.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn tracked_as(
        &self,
        organisation: OrganisationId,
        name: &str,
    ) -> Result<Vec<Json>, LedgerError> {
        const COLUMNS: [(&str, Cell); 8] = [
            ("source", Cell::Text),
            ("id", Cell::Text),
            ("team", Cell::Text),
            ("kind", Cell::Text),
            ("title", Cell::Text),
            ("created", Cell::Instant),
            ("started", Cell::Instant),
            ("finished", Cell::Instant),
        ];
        let rows = self.database.read(TRACKED, params![organisation.to_string(), name]).await?;
        rows.iter().map(|row| object(&COLUMNS, row)).collect()
    }

    /// What the audit log holds by a person or about them.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn audit_of(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Vec<AuditRow>, LedgerError> {
        let about = format!("%{}%", id_of(person));
        let params = params![organisation.to_string(), person_text(person), about];
        let rows = self.database.read(AUDIT, params).await?;
        rows.iter().map(AuditRow::read).collect()
    }
}

fn object(columns: &[(&str, Cell)], row: &Row) -> Result<Json, LedgerError> {
    let mut fields = Map::new();
    for (place, (name, cell)) in columns.iter().enumerate() {
        let value = match cell {
            Cell::Text => json!(row.some_text(place)?),
            Cell::Instant => json!(row.some_instant(place)?.map(|at| at.to_string())),
            Cell::Flag => json!(row.flag(place)?),
        };
        fields.insert((*name).to_owned(), value);
    }
    Ok(Json::Object(fields))
}
