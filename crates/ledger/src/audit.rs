//! The audit log: who did what and who took data out, by whichever way they came. Rows are added and never changed;
//! old ones go by the retention rule.
//!
//! No personal data stands in it but the ids of persons: [`Fact`] admits nothing else.

use jiff::{SignedDuration, Timestamp};
use promise::{Actor, ContactId, MemberId, OrganisationId, Person};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use crate::log::{Ledger, LedgerError};
use crate::seal::person_text;
use crate::sql::{Row, Statement, Value, params};
use crate::store::Transaction;

const NOTE: &str = "
    INSERT INTO audit (organisation, id, at, actor, via, action, subject, outcome, request, detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Ids sort by their instants, so that a span of time is a span of ids.
const NEWEST: &str = "
    SELECT id, at, actor, via, action, subject, outcome, request, detail FROM audit
    WHERE organisation = $1 AND id >= $2 AND id < $3
        AND ($4 = '' OR actor = $4) AND ($5 = '' OR action = $5) AND ($6 = '' OR subject = $6)
    ORDER BY id DESC LIMIT $7";

const OLDEST: &str = "
    SELECT id, at, actor, via, action, subject, outcome, request, detail FROM audit
    WHERE organisation = $1 AND id > $2 AND id < $3
        AND ($4 = '' OR actor = $4) AND ($5 = '' OR action = $5) AND ($6 = '' OR subject = $6)
    ORDER BY id LIMIT $7";

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// One of us.
    Member(MemberId),
    /// Somebody at a customer.
    Contact(ContactId),
    /// The program itself.
    Program,
    /// Somebody who was not known.
    Nobody,
}

impl Who {
    /// The name used in stored data.
    pub fn code(self) -> String {
        match self {
            Self::Member(id) => person_text(Person::Member(id)),
            Self::Contact(id) => person_text(Person::Contact(id)),
            Self::Program => "program".to_owned(),
            Self::Nobody => "nobody".to_owned(),
        }
    }
}

impl From<Actor> for Who {
    /// A member who wrote down what a contact said is the one who did it.
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Member(id) | Actor::Contact { through: Some(id), .. } => Self::Member(id),
            Actor::Contact { contact, through: None } => Self::Contact(contact),
            Actor::Rule(_) => Self::Program,
        }
    }
}

/// By which way somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A browser that signed in; the id is the beginning of a digest.
    Session(String),
    /// A program with a token; the id is the beginning of a digest.
    Token(String),
    /// The secret link of a contact.
    Link,
    /// The command line.
    Desk,
    /// The server itself.
    Server,
    /// Through the open door: a page that needs no sign-in.
    Open,
}

impl Way {
    fn code(&self) -> String {
        match self {
            Self::Session(id) => format!("session:{id}"),
            Self::Token(id) => format!("token:{id}"),
            Self::Link => "link".to_owned(),
            Self::Desk => "desk".to_owned(),
            Self::Server => "server".to_owned(),
            Self::Open => "open".to_owned(),
        }
    }
}

/// What may stand beside a note: numbers, codes of the program, instants, ids of persons. Nothing that anybody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// How many.
    Count(usize),
    /// A word of the program.
    Code(&'static str),
    /// An instant.
    At(Timestamp),
    /// A person, by id.
    Person(Person),
}

impl Fact {
    fn json(self) -> Json {
        match self {
            Self::Count(count) => json!(count),
            Self::Code(code) => json!(code),
            Self::At(at) => json!(at.to_string()),
            Self::Person(person) => json!(person_text(person)),
        }
    }
}

/// Something to note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Who,
    /// By which way.
    pub via: Way,
    /// What: a word of the program, or a method and the pattern of an address.
    pub action: String,
    /// To what: ids and numbers.
    pub subject: String,
    /// How it ended: `done`, `refused`, `failed`, `begun`, or the status of the answer.
    pub outcome: String,
    /// The id of the request, where there was one.
    pub request: String,
    /// What else there is to know.
    pub detail: Vec<(&'static str, Fact)>,
}

/// A note as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// Its own id; ids sort by their instants.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who: `member:<id>`, `contact:<id>`, `program` or `nobody`.
    pub actor: String,
    /// By which way: `session:<id>`, `token:<id>`, `link`, `desk`, `server` or `open`.
    pub via: String,
    /// What.
    pub action: String,
    /// To what.
    pub subject: String,
    /// How it ended.
    pub outcome: String,
    /// The id of the request; empty where there was none.
    pub request: String,
    /// What else there is to know.
    pub detail: Json,
}

impl AuditRow {
    pub(crate) fn read(row: &Row) -> Result<Self, LedgerError> {
        let owned = |column| Ok::<_, LedgerError>(row.text(column)?.to_owned());
        let detail = serde_json::from_str(row.text(8)?);
        Ok(Self {
            id: row.parsed(0)?,
            at: row.instant(1)?,
            actor: owned(2)?,
            via: owned(3)?,
            action: owned(4)?,
            subject: owned(5)?,
            outcome: owned(6)?,
            request: owned(7)?,
            detail: detail.map_err(|e| LedgerError::Damaged(format!("a note: {e}")))?,
        })
    }

    /// The note as one JSON object.
    pub fn to_json(&self) -> Json {
        json!({
            "id": self.id.to_string(),
            "at": self.at.to_string(),
            "actor": self.actor,
            "via": self.via,
            "action": self.action,
            "subject": self.subject,
            "outcome": self.outcome,
            "request": self.request,
            "detail": self.detail,
        })
    }
}

/// Which notes are wanted; empty fields want all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// At or after.
    pub since: Option<Timestamp>,
    /// At or before, to the millisecond.
    pub until: Option<Timestamp>,
    /// Who, as [`AuditRow::actor`] has it.
    pub actor: String,
    /// What, word for word.
    pub action: String,
    /// To what, word for word.
    pub subject: String,
    /// How many at most.
    pub limit: u32,
}

impl AuditFilter {
    fn params(&self, whose: OrganisationId, from: String, to: String) -> Vec<Value> {
        params![
            whose.to_string(),
            from,
            to,
            self.actor.as_str(),
            self.action.as_str(),
            self.subject.as_str(),
            self.limit
        ]
    }

    fn from(&self) -> String {
        self.since.map_or_else(String::new, first_id)
    }

    fn to(&self) -> String {
        let next = |until: Timestamp| until + SignedDuration::from_millis(1);
        // Digits and the letters a to f sort before it.
        self.until.map_or_else(|| "g".to_owned(), |until| first_id(next(until)))
    }
}

/// The least id that a note of this millisecond can have.
fn first_id(at: Timestamp) -> String {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    let bits = (u128::from(millis) << 80) | (7_u128 << 76);
    Uuid::from_u128(bits).hyphenated().to_string()
}

impl Ledger {
    /// Notes something. When it returns, the note will survive a loss of power.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not take it.
    pub async fn note(&self, organisation: OrganisationId, note: &Note) -> Result<(), LedgerError> {
        let statements = vec![self.note_statement(organisation, note)];
        self.database.write(Transaction { statements, once: None }).await?;
        Ok(())
    }

    /// A note as part of a batch: kept when the rest is, and not else.
    pub fn note_statement(&self, organisation: OrganisationId, note: &Note) -> Statement {
        let detail = note.detail.iter().map(|(name, fact)| ((*name).to_owned(), fact.json()));
        let detail = Json::Object(detail.collect::<Map<String, Json>>());
        let params = params![
            organisation.to_string(),
            self.entropy.id(note.at).hyphenated().to_string(),
            note.at,
            note.actor.code(),
            note.via.code(),
            note.action.as_str(),
            note.subject.as_str(),
            note.outcome.as_str(),
            note.request.as_str(),
            detail.to_string()
        ];
        Statement::new(NOTE, params)
    }

    /// The newest notes first; `before` continues a page.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn audit_newest(
        &self,
        organisation: OrganisationId,
        filter: &AuditFilter,
        before: Option<Uuid>,
    ) -> Result<Vec<AuditRow>, LedgerError> {
        let to = filter.to();
        let to = before.map_or(to.clone(), |id| to.min(id.hyphenated().to_string()));
        let params = filter.params(organisation, filter.from(), to);
        let rows = self.database.read(NEWEST, params).await?;
        rows.iter().map(AuditRow::read).collect()
    }

    /// The oldest notes first; `after` continues.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn audit_oldest(
        &self,
        organisation: OrganisationId,
        filter: &AuditFilter,
        after: Option<Uuid>,
    ) -> Result<Vec<AuditRow>, LedgerError> {
        let from = filter.from();
        let from = after.map_or(from.clone(), |id| from.max(id.hyphenated().to_string()));
        let params = filter.params(organisation, from, filter.to());
        let rows = self.database.read(OLDEST, params).await?;
        rows.iter().map(AuditRow::read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::Entropy;

    #[test]
    fn a_millisecond_is_a_span_of_ids() {
        let entropy = Entropy::from_seed([3; 32]);
        let at: Timestamp = "2026-03-09T08:00:00.123456Z".parse().unwrap();
        let next = at + SignedDuration::from_millis(1);
        for _ in 0..200 {
            let id = entropy.id(at).hyphenated().to_string();
            assert!(first_id(at) <= id && id < first_id(next), "{id}");
        }
        let last = entropy.id(Timestamp::MAX).hyphenated().to_string();
        assert!(last.as_str() < "g", "{last}");
    }

    #[test]
    fn whoever_wrote_down_what_a_contact_said_did_it() {
        let (contact, member) =
            (ContactId::new(Uuid::from_u128(1)), MemberId::new(Uuid::from_u128(2)));
        assert_eq!(
            Who::from(Actor::Contact { contact, through: Some(member) }),
            Who::Member(member)
        );
        assert_eq!(Who::from(Actor::Contact { contact, through: None }), Who::Contact(contact));
        assert_eq!(Who::from(Actor::Rule(promise::Rule::Time)), Who::Program);
        assert_eq!(Who::Contact(contact).code(), "contact:00000000-0000-0000-0000-000000000001");
    }
}
