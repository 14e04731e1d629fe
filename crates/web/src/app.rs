//! What all handlers share: the service, who is let in, the clock, files that wait for a yes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use promise::{Actor, OrganisationId};
use service::{Caller, Service, ServiceError};

use crate::clock::Clock;
use crate::site::Site;
use crate::staged::Staged;

/// Who is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// Whoever is at this machine, as any member of this organisation: for the demo, and nothing else.
    OpenHouse(OrganisationId),
    /// Whoever signs in, as who they are.
    SignIn,
}

/// What all handlers share.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    service: Service,
    entrance: Entrance,
    site: Site,
    clock: Clock,
    looking: Mutex<BTreeMap<OrganisationId, Arc<tokio::sync::Mutex<()>>>>,
    staged: Staged,
}

impl App {
    /// Serves the organisations of a ledger to whoever is let in.
    pub fn new(service: Service, entrance: Entrance, site: Site, clock: Clock) -> Self {
        let (looking, staged) = (Mutex::default(), Staged::default());
        Self(Arc::new(Inner { service, entrance, site, clock, looking, staged }))
    }

    /// The use cases.
    pub fn service(&self) -> &Service {
        &self.0.service
    }

    /// Who is let in.
    pub fn entrance(&self) -> Entrance {
        self.0.entrance
    }

    /// Under which names it is reached.
    pub fn site(&self) -> &Site {
        &self.0.site
    }

    /// The clock that everything goes by.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn staged(&self) -> &Staged {
        &self.0.staged
    }

    /// A caller of now; without a key each call is one of its own.
    pub(crate) fn caller(
        &self,
        organisation: OrganisationId,
        by: Actor,
        key: Option<String>,
    ) -> Caller {
        let key = key.unwrap_or_else(|| self.fresh_key());
        Caller { organisation, by, at: self.now(), key }
    }

    /// A key that no other request has.
    pub(crate) fn fresh_key(&self) -> String {
        self.0.service.ledger().entropy().id(self.now()).to_string()
    }

    /// Looks again at every organisation, one after another; goes on to the next when one cannot be looked at.
    ///
    /// # Errors
    /// The last [`ServiceError`] that was met.
    pub async fn look_around(&self) -> Result<(), ServiceError> {
        let mut looked = Ok(());
        for organisation in self.0.service.ledger().organisations().await? {
            if let Err(error) = self.look_again(organisation).await {
                looked = Err(error);
            }
            if let Err(error) = self.0.service.sweep_access(organisation, self.now()).await {
                looked = Err(error);
            }
        }
        looked
    }

    /// Writes what has passed and forecasts everything again; one look at an organisation at a time.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn look_again(&self, organisation: OrganisationId) -> Result<(), ServiceError> {
        let turn = {
            let mut looking = self.0.looking.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(looking.entry(organisation).or_default())
        };
        let _one_at_a_time = turn.lock().await;
        match self.0.service.watch(organisation, self.now()).await {
            // Nobody founded the organisation yet: there is nothing to look at.
            Ok(_) | Err(ServiceError::NoOrganisation) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
