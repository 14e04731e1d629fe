//! The log: streams of events, read whole and written at their end.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use promise::evolve::evolve;
use promise::party::{Account, AccountEvent, Organisation, OrganisationEvent, Work, WorkEvent};
use promise::{AccountId, Actor, OrganisationId, Person, Promise, PromiseId, Stamped};
use serde_json::Value as Json;

use crate::chain::{Head, Link, Loose, Stream};
use crate::codec::{Codec, CodecError};
use crate::count::Counts;
use crate::entropy::Entropy;
use crate::keys::KeyRing;
use crate::location::Location;
use crate::project;
use crate::seal::{Vault, person_of, person_text};
use crate::sql::{Query, Row, Statement, params};
use crate::sqlite::Sqlite;
use crate::store::{Database, Once, Outcome, StoreError, Transaction};

pub(crate) const RECALL: &str =
    "SELECT fingerprint, answer FROM idempotency WHERE organisation = $1 AND key = $2";

pub(crate) const REMEMBER: &str = "
    INSERT INTO idempotency (organisation, key, fingerprint, answer, at)
    VALUES ($1, $2, $3, $4, $5)";

/// With the events comes how many persons were erased, so that a key held in memory is dropped before it opens anything
/// that another server has forgotten, at no further question to the database.
const READ_STREAM: &str = "
    SELECT actor, at, data, hash, id, kind, previous, version,
        (SELECT count(*) FROM erasure WHERE organisation = $1)
    FROM event WHERE organisation = $1 AND stream = $2 ORDER BY version";

const APPEND: &str = "
    INSERT INTO event
        (organisation, stream, version, id, kind, at, actor, data, previous, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

const BEGIN_STREAM: &str =
    "INSERT INTO stream (organisation, stream, version, hash) VALUES ($1, $2, $3, $4)";

const MOVE_STREAM: &str = "
    UPDATE stream SET version = $1, hash = $2
    WHERE organisation = $3 AND stream = $4 AND version = $5";

/// Touches nothing when the person was erased in the meantime, by another server: nobody comes back under an old id.
const KEEP_KEY: &str = "
    INSERT INTO person_key (organisation, person, wrapped) SELECT $1, $2, $3
    WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE organisation = $1 AND person = $2)";

const PERSON_KEYS: &str = "SELECT person, wrapped FROM person_key WHERE organisation = $1";

const PERSON_KEY: &str =
    "SELECT person, wrapped FROM person_key WHERE organisation = $1 AND person = $2";

/// Why the log did not do what was asked. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The database did not.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event cannot be written or read.
    #[error(transparent)]
    Codec(#[from] CodecError),
    /// A row holds what is no event.
    #[error("a row of the log cannot be read: {0}")]
    Damaged(String),
}

impl From<crate::sql::CellError> for LedgerError {
    fn from(error: crate::sql::CellError) -> Self {
        Self::Store(error.into())
    }
}

/// A ledger: a database, and the keys to what is sealed in it.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) database: Database,
    pub(crate) vault: Vault,
    pub(crate) ring: KeyRing,
    pub(crate) entropy: Arc<Entropy>,
    pub(crate) counts: Counts,
}

/// A stream as far as it goes, with what it makes true.
#[derive(Debug, Clone)]
pub struct Told<T> {
    /// What is true; `None` before the first event.
    pub state: Option<T>,
    /// Where the stream ends.
    pub head: Head,
}

/// A promise with everything that happened to it.
#[derive(Debug, Clone)]
pub struct PromiseTold {
    /// What is true; `None` before the first event.
    pub state: Option<Promise>,
    /// Where the stream ends.
    pub head: Head,
    /// What happened, first one first.
    pub events: Vec<Stamped>,
}

impl Ledger {
    /// Opens a ledger in an SQLite file, made where there is none.
    ///
    /// # Errors
    /// [`LedgerError::Store`] when the file cannot be opened.
    pub fn open_sqlite(
        path: &Path,
        ring: KeyRing,
        entropy: Arc<Entropy>,
    ) -> Result<Self, LedgerError> {
        let database = Database::Sqlite(Sqlite::open(path)?);
        Ok(Self { database, vault: Vault::default(), ring, entropy, counts: Counts::default() })
    }

    /// Opens a ledger wherever it is: see [`Database::open`].
    ///
    /// # Errors
    /// [`LedgerError::Store`] when the database cannot be opened.
    pub async fn open(
        location: &Location,
        reading: Option<&Location>,
        ring: KeyRing,
        entropy: Arc<Entropy>,
    ) -> Result<Self, LedgerError> {
        let database = Database::open(location, reading).await?;
        Ok(Self { database, vault: Vault::default(), ring, entropy, counts: Counts::default() })
    }

    /// The keys beside the database.
    pub fn ring(&self) -> &KeyRing {
        &self.ring
    }

    /// The source of fresh ids.
    pub fn entropy(&self) -> &Entropy {
        &self.entropy
    }

    /// Takes in the keys of an organisation's persons; to be done once before it is read.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when a key was wrapped under another key file.
    pub async fn unlock(&self, organisation: OrganisationId) -> Result<(), LedgerError> {
        self.load_erased(organisation).await?;
        let rows = self.database.read(PERSON_KEYS, params![organisation.to_string()]).await?;
        rows.iter().try_for_each(|row| self.take_key(organisation, row))
    }

    fn take_key(&self, organisation: OrganisationId, row: &Row) -> Result<(), LedgerError> {
        let person = person_of(row.text(0)?)
            .ok_or_else(|| LedgerError::Damaged("a key belongs to nobody".to_owned()))?;
        if self.vault.take_in(organisation, person, row.text(1)?, &self.ring) {
            return Ok(());
        }
        let text =
            "personal data was sealed under another key file; start with the one it was made with";
        Err(LedgerError::Damaged(text.to_owned()))
    }

    /// What writes and reads the events of an organisation.
    pub fn codec(&self, organisation: OrganisationId) -> Codec<'_> {
        Codec { organisation, vault: &self.vault, entropy: &self.entropy }
    }

    /// Reads a stream as it is stored.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer or a row is no event.
    pub async fn links(
        &self,
        organisation: OrganisationId,
        stream: &Stream,
    ) -> Result<Vec<Link>, LedgerError> {
        let Query { sql, params } = stream_query(organisation, stream);
        let rows = self.database.read(sql, params).await?;
        self.links_of(organisation, &rows, stream).await
    }

    pub(crate) async fn links_of(
        &self,
        organisation: OrganisationId,
        rows: &[Row],
        stream: &Stream,
    ) -> Result<Vec<Link>, LedgerError> {
        let (whose, name) = (organisation.to_string(), stream.to_string());
        let links = rows.iter().map(|row| link(row, &whose, &name));
        let links = links.collect::<Result<Vec<_>, _>>()?;
        if let Some(row) = rows.first() {
            self.forget_erased(organisation, row.count(8)?).await?;
        }
        self.find_new_keys(organisation, &links).await?;
        Ok(links)
    }

    /// Another program may have written about people whose keys are not in memory yet.
    async fn find_new_keys(
        &self,
        organisation: OrganisationId,
        links: &[Link],
    ) -> Result<(), LedgerError> {
        let mut named = Vec::new();
        for link in links {
            collect_persons(&link.data, &mut named);
        }
        named.sort_unstable();
        named.dedup();
        for person in named {
            let is_new = !self.vault.knows(organisation, person)
                && !self.vault.is_erased(organisation, person);
            if is_new {
                let params = params![organisation.to_string(), person_text(person)];
                let rows = self.database.read(PERSON_KEY, params).await?;
                rows.iter().try_for_each(|row| self.take_key(organisation, row))?;
            }
        }
        Ok(())
    }

    /// The organisation as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn organisation(
        &self,
        id: OrganisationId,
    ) -> Result<Told<Organisation>, LedgerError> {
        let links = self.links(id, &Stream::Organisation).await?;
        let codec = self.codec(id);
        let mut state = None;
        for link in &links {
            let event = codec.read_organisation(link)?;
            state = Some(Organisation::evolve(state, &event, link.at));
        }
        Ok(Told { state, head: head(&links) })
    }

    /// An account as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn account(
        &self,
        organisation: OrganisationId,
        id: AccountId,
    ) -> Result<Told<Account>, LedgerError> {
        let links = self.links(organisation, &Stream::Account(id)).await?;
        let codec = self.codec(organisation);
        let mut state = None;
        for link in &links {
            let event = codec.read_account(link)?;
            state = Some(Account::evolve(state, &event, link.at));
        }
        Ok(Told { state, head: head(&links) })
    }

    /// A promise as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn promise(
        &self,
        organisation: OrganisationId,
        id: PromiseId,
    ) -> Result<PromiseTold, LedgerError> {
        let links = self.links(organisation, &Stream::Promise(id)).await?;
        self.promise_of(organisation, &links)
    }

    pub(crate) fn promise_of(
        &self,
        organisation: OrganisationId,
        links: &[Link],
    ) -> Result<PromiseTold, LedgerError> {
        let codec = self.codec(organisation);
        let events: Vec<Stamped> =
            links.iter().map(|link| codec.read_promise(link)).collect::<Result<_, _>>()?;
        let state = events.iter().fold(None, |promise, event| Some(evolve(promise, event)));
        Ok(PromiseTold { state, head: head(links), events })
    }

    /// The work behind a promise as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn work(
        &self,
        organisation: OrganisationId,
        id: PromiseId,
    ) -> Result<Told<Work>, LedgerError> {
        let links = self.links(organisation, &Stream::Work(id)).await?;
        let codec = self.codec(organisation);
        let last = links.last().map(|link| codec.read_work(link)).transpose()?;
        let state = last.map(|WorkEvent::Planned(work)| work);
        Ok(Told { state, head: head(&links) })
    }

    /// The answer that was given under a key before.
    ///
    /// # Errors
    /// [`StoreError::KeyReused`] when the key was used for something else.
    pub async fn recall(
        &self,
        organisation: OrganisationId,
        key: &str,
        fingerprint: &str,
    ) -> Result<Option<String>, LedgerError> {
        let rows = self.database.read(RECALL, params![organisation.to_string(), key]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        if row.text(0)? != self.ring.fingerprint(fingerprint) {
            return Err(StoreError::KeyReused { key: key.to_owned() }.into());
        }
        Ok(Some(row.text(1)?.to_owned()))
    }

    /// Begins a batch of writes of one organisation.
    pub fn batch(&self, organisation: OrganisationId) -> Batch<'_> {
        Batch {
            ledger: self,
            organisation,
            statements: Vec::new(),
            new_people: Vec::new(),
            erased: Vec::new(),
        }
    }
}

/// Writes that are done all together or not at all.
#[derive(Debug)]
pub struct Batch<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) organisation: OrganisationId,
    pub(crate) statements: Vec<Statement>,
    new_people: Vec<Person>,
    pub(crate) erased: Vec<Person>,
}

impl Batch<'_> {
    /// Adds events of the organisation; returns what they make true.
    ///
    /// # Errors
    /// [`LedgerError::Codec`] when an event cannot be written.
    pub fn organisation_events(
        &mut self,
        told: &Told<Organisation>,
        events: &[OrganisationEvent],
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Organisation>, LedgerError> {
        let (mut state, mut loose) = (told.state.clone(), Vec::new());
        for event in events {
            if let OrganisationEvent::MemberSet { member, .. } = event {
                self.know(Person::Member(*member));
            }
            let codec = self.ledger.codec(self.organisation);
            let id = self.ledger.entropy.id(at);
            loose.push(codec.write_organisation(id, at, by, event)?);
            state = Some(Organisation::evolve(state, event, at));
        }
        self.append(&Stream::Organisation, &told.head, loose);
        if let Some(state) = &state {
            self.statements.extend(project::organisation_rows(self.organisation, state));
        }
        Ok(state)
    }

    /// Adds events of an account; returns what they make true.
    ///
    /// # Errors
    /// [`LedgerError::Codec`] when an event cannot be written.
    pub fn account_events(
        &mut self,
        id: AccountId,
        told: &Told<Account>,
        events: &[AccountEvent],
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Account>, LedgerError> {
        let (mut state, mut loose) = (told.state.clone(), Vec::new());
        for event in events {
            if let AccountEvent::ContactSet { contact, .. } = event {
                self.know(Person::Contact(*contact));
            }
            let codec = self.ledger.codec(self.organisation);
            let event_id = self.ledger.entropy.id(at);
            loose.push(codec.write_account(event_id, at, by, event)?);
            state = Some(Account::evolve(state, event, at));
        }
        self.append(&Stream::Account(id), &told.head, loose);
        if let Some(state) = &state {
            self.statements.extend(project::account_rows(self.organisation, id, state));
        }
        Ok(state)
    }

    /// Adds events of a promise; returns what they make true.
    ///
    /// # Errors
    /// [`LedgerError::Codec`] when an event cannot be written.
    pub fn promise_events(
        &mut self,
        id: PromiseId,
        told: &PromiseTold,
        events: &[Stamped],
    ) -> Result<Option<Promise>, LedgerError> {
        let (mut state, mut loose) = (told.state.clone(), Vec::new());
        let codec = self.ledger.codec(self.organisation);
        for stamped in events {
            loose.push(codec.write_promise(self.ledger.entropy.id(stamped.at), stamped)?);
            state = Some(evolve(state, stamped));
        }
        self.append(&Stream::Promise(id), &told.head, loose);
        if let (Some(state), Some(last)) = (&state, events.last()) {
            self.statements.extend(project::promise_rows(self.organisation, id, state, last.at));
        }
        Ok(state)
    }

    /// Plans the work behind a promise.
    pub fn plan_work(
        &mut self,
        id: PromiseId,
        told: &Told<Work>,
        work: Work,
        by: Actor,
        at: Timestamp,
    ) {
        let codec = self.ledger.codec(self.organisation);
        let loose = codec.write_work(self.ledger.entropy.id(at), at, by, &WorkEvent::Planned(work));
        self.statements.extend(project::work_rows(self.organisation, id, &loose.data));
        self.append(&Stream::Work(id), &told.head, vec![loose]);
    }

    /// Adds an event of an import: what came from where.
    pub fn import_event(
        &mut self,
        source: &str,
        head: &Head,
        data: Json,
        by: Actor,
        at: Timestamp,
    ) {
        let actor = match by {
            Actor::Member(id) => serde_json::json!({ "member": id.to_string() }),
            Actor::Contact { contact, .. } => serde_json::json!({ "contact": contact.to_string() }),
            Actor::Rule(rule) => serde_json::json!({ "rule": rule.code() }),
        };
        let loose = Loose { id: self.ledger.entropy.id(at), at, actor, kind: "imported", data };
        self.append(&Stream::Import(source.to_owned()), head, vec![loose]);
    }

    /// Adds statements that are no events: facts and figures.
    pub fn facts(&mut self, statements: impl IntoIterator<Item = Statement>) {
        self.statements.extend(statements);
    }

    /// Makes a key for a person who has none.
    fn know(&mut self, person: Person) {
        let ledger = self.ledger;
        let (knows, is_erased) = (
            ledger.vault.knows(self.organisation, person),
            ledger.vault.is_erased(self.organisation, person),
        );
        if knows || is_erased {
            return;
        }
        let wrapped = ledger.vault.create(self.organisation, person, &ledger.ring, &ledger.entropy);
        let params = params![self.organisation.to_string(), person_text(person), wrapped];
        self.statements.push(Statement::touching_one(KEEP_KEY, params));
        self.new_people.push(person);
    }

    pub(crate) fn append(&mut self, stream: &Stream, head: &Head, events: Vec<Loose>) {
        if events.is_empty() {
            return;
        }
        let (whose, name) = (self.organisation.to_string(), stream.to_string());
        let mut end = head.clone();
        for event in events {
            let link = Link::join(self.organisation, stream, &end, event);
            end = Head { version: link.version, hash: link.hash.clone() };
            let params = params![
                whose.as_str(),
                name.as_str(),
                link.version,
                link.id.as_str(),
                link.kind.as_str(),
                link.at,
                crate::chain::canonical(&link.actor),
                crate::chain::canonical(&link.data),
                link.previous.as_str(),
                link.hash.as_str()
            ];
            self.statements.push(Statement::touching_one(APPEND, params));
        }
        let moved = if head.version == 0 {
            let params = params![whose, name, end.version, end.hash];
            Statement::touching_one(BEGIN_STREAM, params)
        } else {
            let params = params![end.version, end.hash, whose, name, head.version];
            Statement::touching_one(MOVE_STREAM, params)
        };
        self.statements.push(moved);
    }

    /// Writes everything, once for this key. When it returns, it will survive a loss of power.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else wrote to one of the streams first; nothing was written then.
    pub async fn commit(self, key: &Key, at: Timestamp) -> Result<Outcome, LedgerError> {
        let once = Once {
            organisation: self.organisation.to_string(),
            key: key.key.clone(),
            fingerprint: self.ledger.ring.fingerprint(&key.fingerprint),
            answer: key.answer.clone(),
            at: at.as_microsecond(),
        };
        self.write(Some(once)).await
    }

    pub(crate) async fn write(self, once: Option<Once>) -> Result<Outcome, LedgerError> {
        let transaction = Transaction { statements: self.statements, once };
        let written = self.ledger.write(transaction).await;
        if !matches!(written, Ok(Outcome::Done)) {
            // A key that never reached the database must not seal anything.
            for person in self.new_people {
                self.ledger.vault.forget(self.organisation, person);
            }
        }
        if written.is_ok() {
            self.ledger.vault.erase(self.organisation, self.erased);
        }
        Ok(written?)
    }
}

/// Under which key something is written, and what to answer when it is asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key, chosen by whoever asks.
    pub key: String,
    /// What is asked, so that a key used for something else is noticed.
    pub fingerprint: String,
    /// What to answer.
    pub answer: String,
}

/// Asks for a stream as it is stored.
pub(crate) fn stream_query(organisation: OrganisationId, stream: &Stream) -> Query {
    Query { sql: READ_STREAM, params: params![organisation.to_string(), stream.to_string()] }
}

pub(crate) fn head(links: &[Link]) -> Head {
    links
        .last()
        .map_or_else(Head::default, |link| Head { version: link.version, hash: link.hash.clone() })
}

fn link(row: &Row, organisation: &str, stream: &str) -> Result<Link, LedgerError> {
    let json = |column| {
        let text = row.text(column)?;
        serde_json::from_str(text).map_err(|e| LedgerError::Damaged(format!("{stream}: {e}")))
    };
    Ok(Link {
        actor: json(0)?,
        at: row.instant(1)?,
        data: json(2)?,
        hash: row.text(3)?.to_owned(),
        id: row.text(4)?.to_owned(),
        kind: row.text(5)?.to_owned(),
        organisation: organisation.to_owned(),
        previous: row.text(6)?.to_owned(),
        stream: stream.to_owned(),
        version: row.count(7)?,
    })
}

/// The persons whose sealed texts a value holds.
pub(crate) fn collect_persons(value: &Json, found: &mut Vec<Person>) {
    match value {
        Json::Object(fields) => {
            if fields.contains_key("box")
                && let Some(person) = fields.get("person").and_then(Json::as_str)
            {
                found.extend(person_of(person));
            }
            fields.values().for_each(|field| collect_persons(field, found));
        }
        Json::Array(items) => items.iter().for_each(|item| collect_persons(item, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}
