//! Forgetting a person: their key is destroyed, their names leave the tables, whatever let them in is deleted.
//!
//! What stays is that there was somebody, under an id: events name persons by ids, and every chain and receipt holds
//! as before. The table `erasure` is kept for good, so that a backup that is brought back forgets them again.

use jiff::Timestamp;
use promise::party::ErasureReason;
use promise::{OrganisationId, Person};

use crate::log::{Batch, Ledger, LedgerError};
use crate::seal::{person_of, person_text};
use crate::sql::{Row, Statement, params};

const FORGET_KEY: &str = "DELETE FROM person_key WHERE organisation = $1 AND person = $2";

const KEEP_ERASURE: &str = "
    INSERT INTO erasure (organisation, person, at, reason) VALUES ($1, $2, $3, $4)
    ON CONFLICT (organisation, person) DO NOTHING";

const ERASURES: &str = "
    SELECT person, at, reason FROM erasure WHERE organisation = $1 ORDER BY at, person";

const ERASURE: &str =
    "SELECT person, at, reason FROM erasure WHERE organisation = $1 AND person = $2";

const STILL_KNOWN: &str = "
    SELECT e.person, e.at, e.reason FROM erasure e
    JOIN person_key k ON k.organisation = e.organisation AND k.person = e.person
    WHERE e.organisation = $1 ORDER BY e.at, e.person";

/// Everything by which a member came in. What they signed in from goes with it.
const MEMBERS_WAYS_IN: [&str; 7] = [
    "DELETE FROM login WHERE organisation = $1 AND member = $2",
    "DELETE FROM identity WHERE organisation = $1 AND member = $2",
    "DELETE FROM credential WHERE organisation = $1 AND member = $2",
    "DELETE FROM recovery_code WHERE organisation = $1 AND member = $2",
    "DELETE FROM session WHERE organisation = $1 AND member = $2",
    "DELETE FROM api_token WHERE organisation = $1 AND member = $2",
    "DELETE FROM invitation WHERE organisation = $1 AND member = $2",
];

const CLEAR_TRACKER_NAME: &str =
    "UPDATE work_item SET person = NULL WHERE organisation = $1 AND person = $2";

/// An erasure as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasure {
    /// Whose key was destroyed.
    pub person: Person,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: ErasureReason,
}

impl Erasure {
    fn read(row: &Row) -> Result<Self, LedgerError> {
        let person = row.text(0)?;
        let person = person_of(person)
            .ok_or_else(|| LedgerError::Damaged(format!("{person:?} was erased and is nobody")))?;
        let reason = row.coded(2, ErasureReason::of_code)?;
        Ok(Self { person, at: row.instant(1)?, reason })
    }
}

impl Batch<'_> {
    /// Destroys a person's key and deletes whatever let them in; the event that says so is for the caller to add.
    /// Work that trackers say is done by one of `tracker_names` is nobody's from then on.
    pub fn erase(&mut self, erasure: &Erasure, tracker_names: &[String]) {
        let (whose, person) = (self.organisation.to_string(), person_text(erasure.person));
        let forget = params![whose.as_str(), person.as_str()];
        self.statements.push(Statement::new(FORGET_KEY, forget));
        let keep = params![whose.as_str(), person, erasure.at, erasure.reason.code()];
        self.statements.push(Statement::new(KEEP_ERASURE, keep));
        if let Person::Member(member) = erasure.person {
            let delete = |sql: &'static str| {
                Statement::new(sql, params![whose.as_str(), member.to_string()])
            };
            self.statements.extend(MEMBERS_WAYS_IN.into_iter().map(delete));
        }
        let clear = |name: &String| {
            Statement::new(CLEAR_TRACKER_NAME, params![whose.as_str(), name.as_str()])
        };
        self.statements.extend(tracker_names.iter().map(clear));
        self.erased.push(erasure.person);
    }

    /// Keeps erasures that another copy of this ledger knows: whoever was erased there is so here.
    pub fn keep_erasures(&mut self, erasures: &[Erasure]) {
        let whose = self.organisation.to_string();
        for erasure in erasures {
            let person = person_text(erasure.person);
            let keep = params![whose.as_str(), person, erasure.at, erasure.reason.code()];
            self.statements.push(Statement::new(KEEP_ERASURE, keep));
            self.erased.push(erasure.person);
        }
    }
}

impl Ledger {
    /// Who was erased, the first one first.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn erasures(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Erasure>, LedgerError> {
        let rows = self.database.read(ERASURES, params![organisation.to_string()]).await?;
        rows.iter().map(Erasure::read).collect()
    }

    /// Who was erased and has a key again: a backup of before was brought back.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn erased_and_known(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Erasure>, LedgerError> {
        let rows = self.database.read(STILL_KNOWN, params![organisation.to_string()]).await?;
        rows.iter().map(Erasure::read).collect()
    }

    /// When and why a person was erased, if they were.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn erasure(
        &self,
        organisation: OrganisationId,
        person: Person,
    ) -> Result<Option<Erasure>, LedgerError> {
        let params = params![organisation.to_string(), person_text(person)];
        let rows = self.database.read(ERASURE, params).await?;
        rows.first().map(Erasure::read).transpose()
    }

    /// Overwrites what was deleted, as far as the store can at once: to be asked after an erasure.
    ///
    /// # Errors
    /// [`LedgerError`] when the database does not answer.
    pub async fn scrub(&self) -> Result<(), LedgerError> {
        Ok(self.database.scrub().await?)
    }

    /// Drops from memory whom another server erased; `there` is how many the database knows.
    pub(crate) async fn forget_erased(
        &self,
        organisation: OrganisationId,
        there: u32,
    ) -> Result<(), LedgerError> {
        // Nobody is ever taken out of the erased, so that their number tells whether somebody joined them.
        if usize::try_from(there).ok() == Some(self.vault.erased(organisation)) {
            return Ok(());
        }
        self.load_erased(organisation).await
    }

    pub(crate) async fn load_erased(
        &self,
        organisation: OrganisationId,
    ) -> Result<(), LedgerError> {
        let erased = self.erasures(organisation).await?;
        self.vault.erase(organisation, erased.into_iter().map(|erasure| erasure.person));
        Ok(())
    }
}
