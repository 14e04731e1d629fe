//! What all handlers share: the service, who is let in, the clock, files that wait for a yes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use promise::{Actor, OrganisationId};
use service::{Caller, Service, ServiceError};

use crate::clock::Clock;
use crate::site::Site;
use crate::staged::Staged;
use crate::turn::Turn;

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
    looking: Mutex<BTreeMap<OrganisationId, Arc<Turn>>>,
    /// What this server is called where several work on one ledger.
    holder: String,
    has_looked: AtomicBool,
    staged: Staged,
}

impl App {
    /// Serves the organisations of a ledger to whoever is let in.
    pub fn new(service: Service, entrance: Entrance, site: Site, clock: Clock) -> Self {
        let (looking, staged) = (Mutex::default(), Staged::default());
        let has_looked = AtomicBool::new(false);
        let holder = service.ledger().entropy().id(clock.now()).to_string();
        Self(Arc::new(Inner {
            service,
            entrance,
            site,
            clock,
            looking,
            holder,
            has_looked,
            staged,
        }))
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

    /// Looks again at every organisation, one after another, where no other server does; goes on to the next when one
    /// cannot be looked at. The first look is taken in any case: whoever held the turn may have died a moment ago, and
    /// what two servers find at once is written once.
    ///
    /// # Errors
    /// The last [`ServiceError`] that was met.
    pub async fn look_around(&self) -> Result<(), ServiceError> {
        let is_first = !self.0.has_looked.swap(true, Ordering::SeqCst);
        let mut looked = Ok(());
        for organisation in self.0.service.ledger().organisations().await? {
            if let Err(error) = self.look_in_turn(organisation, is_first).await {
                looked = Err(error);
            }
        }
        looked
    }

    async fn look_in_turn(
        &self,
        organisation: OrganisationId,
        in_any_case: bool,
    ) -> Result<(), ServiceError> {
        let turn = self.turn(organisation);
        let _nobody_else_looks = turn.take().await;
        let (service, at) = (&self.0.service, self.now());
        if service.watch_alone(organisation, at, &self.0.holder).await?.is_none() {
            if !in_any_case {
                return Ok(());
            }
            service.watch(organisation, at).await?;
        }
        service.sweep_access(organisation, at).await
    }

    /// The turn to look at an organisation, within this server.
    fn turn(&self, organisation: OrganisationId) -> Arc<Turn> {
        let mut looking = self.0.looking.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(looking.entry(organisation).or_default())
    }

    /// Lets other servers look around at once: for one that stops.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn look_no_more(&self) -> Result<(), ServiceError> {
        for organisation in self.0.service.ledger().organisations().await? {
            self.0.service.watch_no_more(organisation, &self.0.holder).await?;
        }
        Ok(())
    }

    /// Writes what has passed and forecasts everything again; one look at an organisation at a time. Whoever asks while
    /// a look is under way shares the next one.
    ///
    /// # Errors
    /// [`ServiceError`] when the ledger does not answer.
    pub async fn look_again(&self, organisation: OrganisationId) -> Result<(), ServiceError> {
        let look = async || match self.0.service.watch(organisation, self.now()).await {
            // Nobody founded the organisation yet: there is nothing to look at.
            Ok(_) | Err(ServiceError::NoOrganisation) => Ok(()),
            Err(error) => Err(error),
        };
        self.turn(organisation).look(look).await
    }
}
