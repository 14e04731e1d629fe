//! The audit log: noting what is done and what is taken out, looking at it, taking it out itself.
//!
//! Whoever serves requests notes each write after it was answered, as only then its end is known; should the note fail,
//! the write stands all the same and the failure is for the log of the server. What takes personal data out is noted
//! before anything is given, and nothing is given when the note fails.

use ledger::audit::{AuditFilter, AuditRow, Fact, Note, Way, Who};
use promise::party::{Member, Organisation, Role};
use promise::{Actor, MemberId, OrganisationId};
use uuid::Uuid;

use crate::{Caller, Service, ServiceError};

/// Notes in one page of an export.
const EXPORT_PAGE: u32 = 1000;
/// The most notes in one page for people.
const MOST_LISTED: u32 = 500;

/// How a caller came, for the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// By which way.
    pub via: Way,
    /// The id of the request; empty where there is none.
    pub request: String,
}

impl Origin {
    /// Somebody at the command line.
    pub fn desk() -> Self {
        Self { via: Way::Desk, request: String::new() }
    }

    /// The server itself.
    pub fn server() -> Self {
        Self { via: Way::Server, request: String::new() }
    }

    /// A note of something that a caller did.
    pub fn note(&self, caller: &Caller, action: &str, subject: &str, outcome: &str) -> Note {
        Note {
            at: caller.at,
            actor: Who::from(caller.by),
            via: self.via.clone(),
            action: action.to_owned(),
            subject: subject.to_owned(),
            outcome: outcome.to_owned(),
            request: self.request.clone(),
            detail: Vec::new(),
        }
    }
}

/// Why something about people's data was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PrivacyError {
    /// It is for admins.
    #[error("only an admin may {what}")]
    NotAdmin {
        /// What.
        what: &'static str,
    },
    /// Nobody could administer afterwards.
    #[error("this is the last admin; make somebody else an admin first")]
    LastAdmin,
    /// Promises that are not over name the person.
    #[error(
        "promises that are not over name this person ({}); end them or name somebody else in them, or erase the person \
         all the same: what they said in them will then be unreadable for both sides",
        numbers(.0)
    )]
    OpenPromises(Vec<u32>),
    /// Switching on needs a reason.
    #[error(
        "showing figures about single members needs a reason, such as the agreement with the works council"
    )]
    NoReason,
    /// No such span.
    #[error("days is {given}; wanted 1 to {most}, or never")]
    Days {
        /// What was given.
        given: u32,
        /// How many at most.
        most: u32,
    },
    /// Something else.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<ledger::LedgerError> for PrivacyError {
    fn from(error: ledger::LedgerError) -> Self {
        Self::Service(error.into())
    }
}

fn numbers(numbers: &[u32]) -> String {
    const SHOWN: usize = 5;
    let shown = numbers.iter().take(SHOWN).map(|number| format!("#{number}"));
    let more = numbers.len().saturating_sub(SHOWN);
    let rest = (more > 0).then(|| format!("and {more} more"));
    shown.chain(rest).collect::<Vec<_>>().join(", ")
}

impl Service {
    /// Notes something.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not take it.
    pub async fn note(
        &self,
        organisation: OrganisationId,
        note: &Note,
    ) -> Result<(), ServiceError> {
        Ok(self.ledger.note(organisation, note).await?)
    }

    /// A page of the audit log for an admin, the newest first; `before` continues one.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody else.
    pub async fn audit(
        &self,
        caller: &Caller,
        filter: &AuditFilter,
        before: Option<Uuid>,
    ) -> Result<Vec<AuditRow>, PrivacyError> {
        self.admin(caller, "read the audit log").await?;
        let limit = filter.limit.clamp(1, MOST_LISTED);
        let filter = AuditFilter { limit, ..filter.clone() };
        Ok(self.ledger.audit_newest(caller.organisation, &filter, before).await?)
    }

    /// Begins to take the audit log out: notes it, and gives the first page, the oldest first.
    ///
    /// # Errors
    /// [`PrivacyError::NotAdmin`] for anybody else.
    pub async fn export_audit(
        &self,
        caller: &Caller,
        origin: &Origin,
        filter: &AuditFilter,
    ) -> Result<AuditExport, PrivacyError> {
        self.admin(caller, "take the audit log out").await?;
        let mut note = origin.note(caller, "audit.export", "", "begun");
        note.detail.extend(filter.since.map(|at| ("since", Fact::At(at))));
        note.detail.extend(filter.until.map(|at| ("until", Fact::At(at))));
        self.note(caller.organisation, &note).await?;
        let filter = AuditFilter { limit: EXPORT_PAGE, ..filter.clone() };
        Ok(AuditExport { organisation: caller.organisation, filter, after: None, is_over: false })
    }

    /// The next page of an export as lines of JSON; `None` when it is over.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn next_audit_lines(
        &self,
        export: &mut AuditExport,
    ) -> Result<Option<String>, ServiceError> {
        if export.is_over {
            return Ok(None);
        }
        let (whose, after) = (export.organisation, export.after);
        let rows = self.ledger.audit_oldest(whose, &export.filter, after).await?;
        let Some(last) = rows.last() else {
            export.is_over = true;
            return Ok(None);
        };
        export.after = Some(last.id);
        let mut lines = String::new();
        for row in &rows {
            lines.push_str(&row.to_json().to_string());
            lines.push('\n');
        }
        Ok(Some(lines))
    }

    /// The organisation, for an admin of it.
    pub(crate) async fn admin(
        &self,
        caller: &Caller,
        what: &'static str,
    ) -> Result<std::sync::Arc<Organisation>, PrivacyError> {
        let us = self.organisation(caller.organisation).await?;
        let is_admin = |id: MemberId| us.members.get(&id).is_some_and(is_acting_admin);
        match caller.by {
            Actor::Member(id) if is_admin(id) => Ok(us),
            Actor::Member(_) | Actor::Contact { .. } | Actor::Rule(_) => {
                Err(PrivacyError::NotAdmin { what })
            }
        }
    }
}

fn is_acting_admin(member: &Member) -> bool {
    member.role == Role::Admin && member.left_at.is_none()
}

/// An export of the audit log on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditExport {
    organisation: OrganisationId,
    filter: AuditFilter,
    after: Option<Uuid>,
    is_over: bool,
}
