//! Facts that are no events: what trackers say, what was computed. Kept as they came, beside the log.

use jiff::Timestamp;
use promise::health::ForecastStamp;
use promise::{OrganisationId, PromiseId, QuoteId};
use serde_json::Value as Json;

use crate::log::{Ledger, LedgerError};
use crate::sql::{Row, Statement, params};

const WORK_ITEM: &str = "
    INSERT INTO work_item (organisation, source, id, team, kind, title, person, created, started,
        finished, estimate_s, actual_s, priority, promised, digest, given_up)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    ON CONFLICT (organisation, source, id) DO UPDATE SET
        team = excluded.team, kind = excluded.kind, title = excluded.title,
        person = excluded.person, created = excluded.created, started = excluded.started,
        finished = excluded.finished, estimate_s = excluded.estimate_s,
        actual_s = excluded.actual_s, priority = excluded.priority,
        promised = excluded.promised, digest = excluded.digest, given_up = excluded.given_up";

const WORK_ITEMS: &str = "
    SELECT source, id, team, kind, title, person, created, started, finished, estimate_s, actual_s,
        priority, promised, given_up
    FROM work_item WHERE organisation = $1 ORDER BY source, id";

const DIGESTS: &str = "SELECT id, digest FROM work_item WHERE organisation = $1 AND source = $2";

const FORECAST: &str = "
    INSERT INTO forecast (organisation, promise, made_at, forecast, data) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (organisation, promise, made_at) DO UPDATE SET
        forecast = excluded.forecast, data = excluded.data";

const FORECASTS: &str = "
    SELECT made_at, data FROM forecast WHERE organisation = $1 AND promise = $2 ORDER BY made_at";

const STANDING: &str = "
    INSERT INTO standing (organisation, promise, made_at, chance, data) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (organisation, promise) DO UPDATE SET
        made_at = excluded.made_at, chance = excluded.chance, data = excluded.data";

/// Lists come in the order of chances, by an index that is left alone when nothing moved.
const CHANCE: &str = "
    UPDATE promise SET chance = $1
    WHERE organisation = $2 AND promise = $3 AND chance IS DISTINCT FROM $1";

const QUOTE: &str = "INSERT INTO quote (organisation, quote, at, data) VALUES ($1, $2, $3, $4)";

const ONE_QUOTE: &str = "SELECT data FROM quote WHERE organisation = $1 AND quote = $2";

/// A piece of work as a tracker knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    /// Which import it came from.
    pub source: String,
    /// Its id there.
    pub id: String,
    /// Whose it is.
    pub team: String,
    /// What kind of work it is.
    pub kind: String,
    /// What it is, in words.
    pub title: Option<String>,
    /// Who does it.
    pub person: Option<String>,
    /// When it came into being.
    pub created: Timestamp,
    /// When work on it began.
    pub started: Option<Timestamp>,
    /// When it was done.
    pub finished: Option<Timestamp>,
    /// When it was given up: it is neither done nor open.
    pub given_up: Option<Timestamp>,
    /// What it was thought to take, in seconds.
    pub estimate_seconds: Option<i64>,
    /// What it took, in seconds.
    pub actual_seconds: Option<i64>,
    /// What goes first.
    pub priority: Option<String>,
    /// Until when it was promised.
    pub promised: Option<Timestamp>,
}

/// What is seen of a promise's finish: a forecast, or that there is none and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A forecast.
    Forecast(ForecastStamp),
    /// Nothing can honestly be said.
    CannotForecast,
}

impl WorkItem {
    /// What tells one state of an item from another.
    pub fn digest(&self) -> String {
        use data_encoding::HEXLOWER;
        use sha2::{Digest, Sha256};
        HEXLOWER.encode(&Sha256::digest(format!("{self:?}").as_bytes())[..16])
    }

    /// Writes it in the place of what was known of it.
    pub fn statement(&self, organisation: OrganisationId) -> Statement {
        let params = params![
            organisation.to_string(),
            self.source.as_str(),
            self.id.as_str(),
            self.team.as_str(),
            self.kind.as_str(),
            self.title.clone(),
            self.person.clone(),
            self.created,
            self.started,
            self.finished,
            self.estimate_seconds,
            self.actual_seconds,
            self.priority.clone(),
            self.promised,
            self.digest(),
            self.given_up
        ];
        Statement::new(WORK_ITEM, params)
    }

    fn read(row: &Row) -> Result<Self, crate::sql::CellError> {
        let owned = |column| Ok(row.some_text(column)?.map(str::to_owned));
        Ok(Self {
            source: row.text(0)?.to_owned(),
            id: row.text(1)?.to_owned(),
            team: row.text(2)?.to_owned(),
            kind: row.text(3)?.to_owned(),
            title: owned(4)?,
            person: owned(5)?,
            created: row.instant(6)?,
            started: row.some_instant(7)?,
            finished: row.some_instant(8)?,
            estimate_seconds: row.some_int(9)?,
            actual_seconds: row.some_int(10)?,
            priority: owned(11)?,
            promised: row.some_instant(12)?,
            given_up: row.some_instant(13)?,
        })
    }
}

/// Keeps what is seen of a promise now; with `in_history` also for the drawing of how it moved.
pub fn seen_statements(
    organisation: OrganisationId,
    promise: PromiseId,
    at: Timestamp,
    seen: &Seen,
    in_history: bool,
) -> Vec<Statement> {
    let (whose, promise) = (organisation.to_string(), promise.to_string());
    let (forecast, chance) = match seen {
        Seen::Forecast(stamp) => (stamp.id.to_string(), Some(stamp.chance.permille())),
        Seen::CannotForecast => (String::new(), None),
    };
    let data = crate::codec::seen_json(seen).to_string();
    let params =
        params![whose.as_str(), promise.as_str(), at, chance.map(i64::from), data.as_str()];
    let ordered = params![chance.map(i64::from), whose.as_str(), promise.as_str()];
    let mut statements = vec![Statement::new(STANDING, params), Statement::new(CHANCE, ordered)];
    if in_history {
        statements.push(Statement::new(FORECAST, params![whose, promise, at, forecast, data]));
    }
    statements
}

/// Keeps a quote.
pub fn quote_statement(
    organisation: OrganisationId,
    quote: QuoteId,
    at: Timestamp,
    data: &Json,
) -> Statement {
    let params = params![organisation.to_string(), quote.to_string(), at, data.to_string()];
    Statement::touching_one(QUOTE, params)
}

impl Ledger {
    /// Every piece of work that was imported.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn work_items(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<WorkItem>, LedgerError> {
        let rows = self.database.read(WORK_ITEMS, params![organisation.to_string()]).await?;
        rows.iter().map(|row| Ok(WorkItem::read(row)?)).collect()
    }

    /// What was known of each item of a source: id and digest.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn work_digests(
        &self,
        organisation: OrganisationId,
        source: &str,
    ) -> Result<Vec<(String, String)>, LedgerError> {
        let rows = self.database.read(DIGESTS, params![organisation.to_string(), source]).await?;
        rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).collect()
    }

    /// How a promise's finish was seen, earliest first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn forecasts(
        &self,
        organisation: OrganisationId,
        promise: PromiseId,
    ) -> Result<Vec<(Timestamp, Seen)>, LedgerError> {
        let params = params![organisation.to_string(), promise.to_string()];
        let rows = self.database.read(FORECASTS, params).await?;
        rows.iter()
            .map(|row| Ok((row.instant(0)?, crate::codec::read_seen(row.text(1)?)?)))
            .collect()
    }

    /// A quote as it was kept.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn quote(
        &self,
        organisation: OrganisationId,
        quote: QuoteId,
    ) -> Result<Option<Json>, LedgerError> {
        let params = params![organisation.to_string(), quote.to_string()];
        let rows = self.database.read(ONE_QUOTE, params).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let data = serde_json::from_str(row.text(0)?);
        data.map(Some).map_err(|e| LedgerError::Damaged(format!("a quote: {e}")))
    }
}
