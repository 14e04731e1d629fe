//! What the product or service does and what is claimed of it in public: their streams, and the rows that pages read.

use jiff::Timestamp;
use promise::capability::{Capability, CapabilityEvent};
use promise::claim::{Claim, ClaimEvent, ClaimedFor, ClaimedForName, FoundClaim, Passage};
use promise::words::Line;
use promise::{Actor, CapabilityId, ClaimId, OrganisationId};

use crate::chain::{Link, Stream, canonical};
use crate::codec::capability::{capability_json, read_capability_row};
use crate::codec::{Codec, CodecError};
use crate::log::{Batch, Ledger, LedgerError, Told, head};
use crate::sql::{CellError, Row, Statement, params};

const REGISTER: &str = "
    SELECT capability, name, data, registered FROM capability WHERE organisation = $1
    ORDER BY name, capability";

const CLAIMS: &str = "
    SELECT claim, place, words, capability, said, first_day, last_day, counted_on, first_seen,
        last_seen, gone
    FROM claim WHERE organisation = $1 ORDER BY place, first_seen, claim";

const CAPABILITY: &str = "
    INSERT INTO capability (organisation, capability, name, state, data, registered)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (organisation, capability) DO UPDATE SET
        name = excluded.name, state = excluded.state, data = excluded.data";

const FREE_NAMES: &str = "
    DELETE FROM capability_name WHERE organisation = $1 AND capability = $2";

/// Conflicts when another capability is called so: two servers never give one name to two.
const TAKE_NAME: &str = "
    INSERT INTO capability_name (organisation, name, capability) VALUES ($1, $2, $3)";

/// As a log has it that is older than the rule: whoever comes first has the name.
const TAKE_FREE_NAME: &str = "
    INSERT INTO capability_name (organisation, name, capability) VALUES ($1, $2, $3)
    ON CONFLICT (organisation, name) DO NOTHING";

const CLAIM: &str = "
    INSERT INTO claim (organisation, claim, place, words, capability, said, first_day, last_day,
        counted_on, first_seen, last_seen, gone)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (organisation, claim) DO UPDATE SET
        last_seen = excluded.last_seen, gone = excluded.gone";

impl Ledger {
    /// All capabilities of the register, by name.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn capabilities(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<(CapabilityId, Capability)>, LedgerError> {
        let rows = self.database.read(REGISTER, params![organisation.to_string()]).await?;
        let read = |row: &Row| {
            let capability = read_capability_row(row.text(1)?, row.text(2)?, row.instant(3)?)?;
            Ok((row.parsed(0)?, capability))
        };
        rows.iter().map(read).collect()
    }

    /// A capability, as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn capability(
        &self,
        organisation: OrganisationId,
        id: CapabilityId,
    ) -> Result<Told<Capability>, LedgerError> {
        let links = self.links(organisation, &Stream::Capability(id)).await?;
        Ok(told(&self.codec(organisation), &links)?)
    }

    /// A capability as it was at a moment; `None` before it came into the register.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn capability_at(
        &self,
        organisation: OrganisationId,
        id: CapabilityId,
        at: Timestamp,
    ) -> Result<Option<Capability>, LedgerError> {
        let links = self.links(organisation, &Stream::Capability(id)).await?;
        let until = links.partition_point(|link| link.at <= at);
        Ok(told(&self.codec(organisation), &links[..until])?.state)
    }

    /// What happened to a capability, first one first; nothing where there is none.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn capability_events(
        &self,
        organisation: OrganisationId,
        id: CapabilityId,
    ) -> Result<Vec<(CapabilityEvent, Actor, Timestamp)>, LedgerError> {
        let links = self.links(organisation, &Stream::Capability(id)).await?;
        let codec = self.codec(organisation);
        let read = |link: &Link| {
            let (event, by) = codec.read_capability(link)?;
            Ok((event, by, link.at))
        };
        links.iter().map(read).collect()
    }

    /// All public statements that were ever found, by place.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn claims(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<(ClaimId, Claim)>, LedgerError> {
        let rows = self.database.read(CLAIMS, params![organisation.to_string()]).await?;
        rows.iter().map(|row| Ok((row.parsed(0)?, claim_of(row)?))).collect()
    }

    /// A public statement, as its log tells it.
    ///
    /// # Errors
    /// [`LedgerError`] when the stream cannot be read.
    pub async fn claim(
        &self,
        organisation: OrganisationId,
        id: ClaimId,
    ) -> Result<Told<Claim>, LedgerError> {
        let links = self.links(organisation, &Stream::Claim(id)).await?;
        Ok(claim_told(&self.codec(organisation), &links)?)
    }
}

impl Batch<'_> {
    /// Adds what happened to a capability; a conflict when another took one of its names at the same time.
    pub fn capability_event(
        &mut self,
        id: CapabilityId,
        told: &Told<Capability>,
        event: &CapabilityEvent,
        by: Actor,
        at: Timestamp,
    ) {
        let ledger = self.ledger;
        let codec = ledger.codec(self.organisation);
        let loose = codec.write_capability(ledger.entropy().id(at), at, by, event);
        let state = Capability::evolve(told.state.clone(), event, by, at);
        self.statements.push(capability_row(self.organisation, id, &state));
        let was = told.state.as_ref().map(Capability::taken_names).unwrap_or_default();
        if was != state.taken_names() {
            let whose = params![self.organisation.to_string(), id.to_string()];
            self.statements.push(Statement::new(FREE_NAMES, whose));
            self.statements.extend(name_rows(TAKE_NAME, self.organisation, id, &state));
        }
        self.append(&Stream::Capability(id), &told.head, vec![loose]);
    }

    /// Adds what happened to a public statement.
    pub fn claim_event(
        &mut self,
        id: ClaimId,
        told: &Told<Claim>,
        event: &ClaimEvent,
        by: Actor,
        at: Timestamp,
    ) {
        let ledger = self.ledger;
        let codec = ledger.codec(self.organisation);
        let loose = codec.write_claim(ledger.entropy().id(at), at, by, event);
        let state = Claim::evolve(told.state.clone(), event, at);
        self.statements.push(claim_row(self.organisation, id, &state));
        self.append(&Stream::Claim(id), &told.head, vec![loose]);
    }
}

/// What the events of a capability make true.
fn told(codec: &Codec<'_>, links: &[Link]) -> Result<Told<Capability>, CodecError> {
    let mut state = None;
    for link in links {
        let (event, by) = codec.read_capability(link)?;
        state = Some(Capability::evolve(state, &event, by, link.at));
    }
    Ok(Told { state, head: head(links) })
}

/// What the events of a public statement make true.
fn claim_told(codec: &Codec<'_>, links: &[Link]) -> Result<Told<Claim>, CodecError> {
    let mut state = None;
    for link in links {
        state = Some(Claim::evolve(state, &codec.read_claim(link)?, link.at));
    }
    Ok(Told { state, head: head(links) })
}

/// The rows that the events of a capability make.
pub(crate) fn rows(
    codec: &Codec<'_>,
    id: CapabilityId,
    links: &[Link],
) -> Result<Vec<Statement>, CodecError> {
    let Some(state) = told(codec, links)?.state else { return Ok(Vec::new()) };
    let mut rows = vec![capability_row(codec.organisation, id, &state)];
    rows.extend(name_rows(TAKE_FREE_NAME, codec.organisation, id, &state));
    Ok(rows)
}

/// The row that the events of a public statement make.
pub(crate) fn claim_rows(
    codec: &Codec<'_>,
    id: ClaimId,
    links: &[Link],
) -> Result<Option<Statement>, CodecError> {
    let state = claim_told(codec, links)?.state;
    Ok(state.map(|state| claim_row(codec.organisation, id, &state)))
}

/// The row of a capability.
fn capability_row(
    organisation: OrganisationId,
    id: CapabilityId,
    capability: &Capability,
) -> Statement {
    let params = params![
        organisation.to_string(),
        id.to_string(),
        capability.name.as_str(),
        capability.standing.name().code(),
        canonical(&capability_json(capability)),
        capability.registered_at
    ];
    Statement::new(CAPABILITY, params)
}

/// The rows of the names that only this capability may have.
fn name_rows(
    take: &'static str,
    organisation: OrganisationId,
    id: CapabilityId,
    capability: &Capability,
) -> Vec<Statement> {
    let row = |name: String| {
        Statement::new(take, params![organisation.to_string(), name, id.to_string()])
    };
    capability.taken_names().into_iter().map(row).collect()
}

/// The row of a public statement.
fn claim_row(organisation: OrganisationId, id: ClaimId, claim: &Claim) -> Statement {
    let found = &claim.found;
    let (first, last, counted_on) = found.claimed_for.days();
    let params = params![
        organisation.to_string(),
        id.to_string(),
        found.place.as_str(),
        found.words.as_str(),
        found.capability.to_string(),
        found.claimed_for.name().code(),
        first.map(|day| day.to_string()),
        last.map(|day| day.to_string()),
        counted_on.map(|day| day.to_string()),
        claim.first_seen,
        claim.last_seen,
        claim.gone
    ];
    Statement::new(CLAIM, params)
}

fn claim_of(row: &Row) -> Result<Claim, CellError> {
    let wrong = |column: usize, found: &str| CellError { column, found: format!("{found:?}") };
    let claimed_for = match row.coded(4, ClaimedForName::of_code)? {
        ClaimedForName::Now => ClaimedFor::Now,
        ClaimedForName::Days => ClaimedFor::Days {
            first: row.some_parsed(5)?,
            last: row.some_parsed(6)?,
            counted_on: row.some_parsed(7)?,
        },
        ClaimedForName::SomeDay => ClaimedFor::SomeDay,
    };
    Ok(Claim {
        found: FoundClaim {
            place: Line::new(row.text(1)?).map_err(|_| wrong(1, "no line"))?,
            words: Passage::new(row.text(2)?).map_err(|_| wrong(2, "no passage"))?,
            capability: row.parsed(3)?,
            claimed_for,
        },
        first_seen: row.instant(8)?,
        last_seen: row.instant(9)?,
        gone: row.some_instant(10)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_queries_ask_for_nothing_but_the_organisation() {
        for sql in [REGISTER, CLAIMS] {
            assert_eq!(sql.matches('$').count(), 1, "{sql}");
            assert!(sql.contains("$1"), "{sql}");
        }
    }
}
