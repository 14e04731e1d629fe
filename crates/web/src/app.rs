//! What all handlers share: the service, the organisation, the clock, files that wait for a yes.

use std::sync::Arc;

use jiff::Timestamp;
use promise::{Actor, OrganisationId};
use service::{Caller, Service, ServiceError};
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::staged::Staged;

/// What all handlers share.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    service: Service,
    organisation: OrganisationId,
    clock: Clock,
    looking: Mutex<()>,
    staged: Staged,
}

impl App {
    /// Serves one organisation, founded or still to be.
    pub fn new(service: Service, organisation: OrganisationId, clock: Clock) -> Self {
        let (looking, staged) = (Mutex::default(), Staged::default());
        Self(Arc::new(Inner { service, organisation, clock, looking, staged }))
    }

    /// The use cases.
    pub fn service(&self) -> &Service {
        &self.0.service
    }

    /// The clock that everything goes by.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Whose ledger it is.
    pub fn organisation(&self) -> OrganisationId {
        self.0.organisation
    }

    pub(crate) fn staged(&self) -> &Staged {
        &self.0.staged
    }

    /// A caller of now; without a key each call is one of its own.
    pub(crate) fn caller(&self, by: Actor, key: Option<String>) -> Caller {
        let at = self.now();
        let key = key.unwrap_or_else(|| self.fresh_key());
        Caller { organisation: self.0.organisation, by, at, key }
    }

    /// A key that no other request has.
    pub(crate) fn fresh_key(&self) -> String {
        self.0.service.ledger().entropy().id(self.now()).to_string()
    }

    /// Writes what has passed and forecasts everything again; one look at a time.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn look_again(&self) -> Result<(), ServiceError> {
        let _one_at_a_time = self.0.looking.lock().await;
        match self.0.service.watch(self.0.organisation, self.now()).await {
            // Nobody founded the organisation yet: there is nothing to look at.
            Ok(_) | Err(ServiceError::NoOrganisation) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
