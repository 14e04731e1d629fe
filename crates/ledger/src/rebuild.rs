//! Making the read models again from the log, and checking that log and read models hold.

use promise::OrganisationId;
use promise::evolve::evolve;
use promise::party::{Account, Organisation};
use promise::tie::Ties;

use crate::capability;
use crate::chain::{self, Stream};
use crate::codec::CodecError;
use crate::log::{Ledger, LedgerError};
use crate::project::{self, READ_TABLES};
use crate::sql::{Row, Statement, Value, params};
use crate::sqlite::Sqlite;
use crate::store::{Database, StoreError, Transaction};

const STREAMS: &str = "SELECT stream FROM stream WHERE organisation = $1 ORDER BY stream";
const ORGANISATIONS: &str = "SELECT DISTINCT organisation FROM stream ORDER BY organisation";

/// What was last seen of each promise is no matter of the log; lists come in its order.
const CHANCES: &str = "
    UPDATE promise SET chance = (SELECT s.chance FROM standing s
        WHERE s.organisation = promise.organisation AND s.promise = promise.promise)
    WHERE organisation = $1";

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// How many streams were read.
    pub streams: usize,
    /// How many events.
    pub events: usize,
    /// What does not hold, in words; nothing when all is well.
    pub faults: Vec<String>,
}

impl Ledger {
    /// The organisations in this ledger.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn organisations(&self) -> Result<Vec<OrganisationId>, LedgerError> {
        let rows = self.database.read(ORGANISATIONS, Vec::new()).await?;
        rows.iter().map(|row| Ok(row.parsed(0)?)).collect()
    }

    /// Makes the read models of an organisation again, all or nothing; returns how many streams it read.
    ///
    /// # Errors
    /// [`LedgerError`] when the log cannot be read or the database not written; then nothing was changed.
    pub async fn rebuild(&self, organisation: OrganisationId) -> Result<usize, LedgerError> {
        let mut checked = Checked::default();
        let mut statements: Vec<Statement> = READ_TABLES
            .iter()
            .map(|(_, clear, _)| Statement::new(clear, params![organisation.to_string()]))
            .collect();
        statements.extend(self.rows_from_log(organisation, &mut checked).await?);
        statements.push(Statement::new(CHANCES, params![organisation.to_string()]));
        if let Some(fault) = checked.faults.first() {
            return Err(LedgerError::Damaged(fault.clone()));
        }
        self.write(Transaction { statements, once: None }).await?;
        Ok(checked.streams)
    }

    /// Checks every chain of an organisation, and that its read models are what the log makes.
    ///
    /// # Errors
    /// [`LedgerError`] when the log cannot be read. What does not hold is no error: see [`Checked::faults`].
    pub async fn check(&self, organisation: OrganisationId) -> Result<Checked, LedgerError> {
        let mut checked = Checked::default();
        let statements = self.rows_from_log(organisation, &mut checked).await?;
        // Made again in an empty database beside this one, so that nothing here is touched.
        // Its name is its own: checks of one organisation at the same time would share it else.
        let name = data_encoding::HEXLOWER.encode(&self.entropy.bytes::<16>());
        let beside = Database::Sqlite(Sqlite::open(std::path::Path::new(&format!(
            "file:handslag-check-{name}?mode=memory&cache=shared"
        )))?);
        beside.write(Transaction { statements, once: None }).await?;
        for (name, _, read) in READ_TABLES {
            let here = dump(&self.database, read, organisation).await?;
            let there = dump(&beside, read, organisation).await?;
            if here != there {
                checked.faults.push(difference(name, &here, &there));
            }
        }
        Ok(checked)
    }

    /// The rows that the log of an organisation makes; faults of chains are noted on the way.
    async fn rows_from_log(
        &self,
        organisation: OrganisationId,
        checked: &mut Checked,
    ) -> Result<Vec<Statement>, LedgerError> {
        let streams = self.database.read(STREAMS, params![organisation.to_string()]).await?;
        let mut statements = Vec::new();
        for row in &streams {
            let name = row.text(0)?;
            let Some(stream) = Stream::named(name) else {
                checked.faults.push(format!("{name} is no stream"));
                continue;
            };
            let links = self.links(organisation, &stream).await?;
            checked.streams += 1;
            checked.events += links.len();
            if let Err(fault) = chain::check(&links) {
                checked.faults.push(fault.to_string());
                continue;
            }
            let codec = self.codec(organisation);
            match stream {
                Stream::Organisation => {
                    let mut state = None;
                    for link in &links {
                        let event = codec.read_organisation(link)?;
                        state = Some(Organisation::evolve(state, &event, link.at));
                    }
                    let rows = state.map(|s| project::organisation_rows(organisation, &s));
                    statements.extend(rows.into_iter().flatten());
                }
                Stream::Account(id) => {
                    let mut state = None;
                    for link in &links {
                        let event = codec.read_account(link)?;
                        state = Some(Account::evolve(state, &event, link.at));
                    }
                    let rows = state.map(|s| project::account_rows(organisation, id, &s));
                    statements.extend(rows.into_iter().flatten());
                }
                Stream::Promise(id) => {
                    let mut state = None;
                    for link in &links {
                        state = Some(evolve(state, &codec.read_promise(link)?));
                    }
                    if let (Some(state), Some(last)) = (state, links.last()) {
                        let rows = project::promise_rows(organisation, id, &state, last.at);
                        statements.extend(rows);
                    }
                }
                Stream::Work(id) => {
                    let last = links.last().map(|l| project::work_rows(organisation, id, &l.data));
                    statements.extend(last.into_iter().flatten());
                }
                Stream::Ties(id) => {
                    let read =
                        |ties: Ties, link| Ok::<_, CodecError>(ties.evolve(&codec.read_tie(link)?));
                    let ties = links.iter().try_fold(Ties::default(), read)?;
                    statements.extend(project::tie_rows(organisation, id, &ties));
                }
                Stream::Capability(id) => {
                    statements.extend(capability::rows(&codec, id, &links)?);
                }
                Stream::Claim(id) => statements.extend(capability::claim_rows(&codec, id, &links)?),
                Stream::Import(_) => {}
            }
        }
        Ok(statements)
    }
}

async fn dump(
    database: &Database,
    read: &'static str,
    organisation: OrganisationId,
) -> Result<Vec<Row>, StoreError> {
    database.read(read, params![organisation.to_string()]).await
}

/// In words: which rows of a table are not what the log makes.
fn difference(table: &str, here: &[Row], there: &[Row]) -> String {
    let first = here.iter().find(|row| !there.contains(row));
    let missing = there.iter().filter(|row| !here.contains(row)).count();
    let surplus = here.iter().filter(|row| !there.contains(row)).count();
    let id = first.and_then(|row| match row.0.get(1) {
        Some(Value::Text(id)) => Some(id.as_str()),
        Some(Value::Int(_) | Value::Null) | None => None,
    });
    format!(
        "{table}: {surplus} rows are not what the log makes and {missing} are missing (first {}); run `handslag rebuild`",
        id.unwrap_or("unknown")
    )
}
