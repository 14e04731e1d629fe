//! Who may come in: every way in, and every move that must be refused.

mod guessing;
mod invitations;
mod people;
mod second_factor;
mod sessions;
mod sign_in;
mod tokens;
mod told;

use promise::party::Role;
use promise::{MemberId, OrganisationId};
use service::access::secret::Secret;
use service::access::sign_in::SignIn;
use service::access::{AccessError, Admitted, Visit};
use service::{Caller, Service, ServiceError};
use testkit::Store;

use crate::scene::{MONDAY, Scene, instant};

/// The admin's.
pub(crate) const LOGIN: &str = "marnix@kornoelje.example";
pub(crate) const PASSWORD: &str = "drie koffie voor de trein";
/// Everybody else's.
pub(crate) const OTHER_PASSWORD: &str = "een fiets in de regen";
/// Where people sit who belong here, and where they do not.
pub(crate) const OFFICE: &str = "203.0.113.7";
pub(crate) const FAR_AWAY: &str = "198.51.100.23";

/// A company whose admin has signed in.
pub(crate) struct Door {
    pub(crate) scene: Scene,
    /// The link by which it was set up.
    pub(crate) link: Secret,
    pub(crate) session: Secret,
    pub(crate) device: Secret,
}

impl std::ops::Deref for Door {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.scene
    }
}

pub(crate) fn visit(at: &str) -> Visit<'static> {
    Visit { at: instant(at), address: OFFICE, agent: "Firefox", device: None }
}

/// The session of somebody who came all the way in, and their device cookie.
pub(crate) fn came_in(sign_in: Result<SignIn, AccessError>) -> (Secret, Secret) {
    match sign_in.expect("it is right") {
        SignIn::In { session, device } => (session, device),
        SignIn::SecondFactor { .. } => panic!("a code is wanted"),
    }
}

/// What somebody shows with a code.
pub(crate) fn pending(sign_in: Result<SignIn, AccessError>) -> Secret {
    match sign_in.expect("it is right") {
        SignIn::SecondFactor { pending } => pending,
        SignIn::In { .. } => panic!("no code is wanted"),
    }
}

/// Whether nothing was found, by this name.
pub(crate) fn is_not_found<T>(done: Result<T, AccessError>, what: &str) -> bool {
    let error = done.err();
    matches!(error, Some(AccessError::Service(ServiceError::NotFound { what: named, .. })) if named == what)
}

macro_rules! refused {
    ($done:expr, $($error:tt)+) => {
        let done = $done;
        assert!(matches!(done, Err($($error)+)), "{:?}", done.map(drop));
    };
}
pub(crate) use refused;

impl Door {
    pub(crate) async fn new(store: Store) -> Self {
        let scene = Scene::new(store).await.with_weak_passwords();
        let link = scene.service.set_up_link(scene.organisation, instant(MONDAY)).await;
        let link = link.expect("it answers").expect("nobody can sign in yet");
        let now = visit(MONDAY);
        let set_up = scene.service.accept_invitation(link.reveal(), LOGIN, PASSWORD, &now).await;
        let (session, device) = came_in(set_up);
        Self { scene, link, session, device }
    }

    pub(crate) fn service(&self) -> &Service {
        &self.scene.service
    }

    /// Adds a member who has joined as `<name>@kornoelje.example`; with their session.
    pub(crate) async fn joined(&self, name: &str, role: Role) -> (MemberId, Secret) {
        let member = self.service().add_member(&self.us(MONDAY), name, role).await.expect("added");
        let link = self.service().invite(&self.us(MONDAY), member).await.expect("invited");
        let (login, now) = (login_of(name), visit(MONDAY));
        let joined = self.service().accept_invitation(link.reveal(), &login, OTHER_PASSWORD, &now);
        (member, came_in(joined.await).0)
    }

    /// Signs the admin in at the office.
    pub(crate) async fn sign_in(&self, at: &str) -> Result<SignIn, AccessError> {
        self.service().sign_in(LOGIN, PASSWORD, &visit(at)).await
    }

    /// Who shows a session.
    pub(crate) async fn who(&self, session: &Secret, at: &str) -> Option<Admitted> {
        self.service().session(session.reveal(), instant(at)).await.expect("it answers")
    }

    /// The admin of another organisation, as whom somebody may ask for ours.
    pub(crate) fn in_another_house(&self, at: &str) -> Caller {
        let organisation = OrganisationId::new(uuid::Uuid::from_u128(2));
        Caller { organisation, ..self.us(at) }
    }
}

pub(crate) fn login_of(name: &str) -> String {
    format!("{}@kornoelje.example", name.to_lowercase())
}
