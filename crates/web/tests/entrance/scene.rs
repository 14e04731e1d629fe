//! Two organisations in one ledger, each with a member of every role who can sign in; asked without a socket.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use calendar::{Calendar, Country, Due};
use http_body_util::BodyExt;
use jiff::Timestamp;
use ledger::access::token::Scope;
use promise::money::Currency;
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{
    AccountId, Actor, CapabilityId, ContactId, Language, Line, MemberId, OrganisationId, Person,
    PromiseId, Role, Rule, Words,
};
use service::access::Visit;
use service::access::password::PasswordCost;
use service::access::provider::ProviderSettings;
use service::access::sign_in::SignIn;
use service::capabilities::PublicText;
use service::company::{ContactInput, FIRST_CALENDAR, Founding};
use service::promise::Writing;
use service::{Caller, Service};
use testkit::Store;
use tower::ServiceExt;
use uuid::Uuid;
use web::{App, Clock, Entrance, Site};

/// When everything happens.
pub(crate) const NOW: &str = "2026-03-09T08:40:00Z";
/// What everybody signs in with.
pub(crate) const PASSWORD: &str = "a sentence to come in by";
/// Each of these words belongs to the other organisation alone: none of it may be seen from the first.
pub(crate) const THEIRS: [&str; 6] =
    ["Zwartewaal", "Quirrelbeek", "Wjolter", "Vlinderkast", "Oxalis", "zwartewaal.example"];

/// One of the organisations.
pub(crate) struct Company {
    pub(crate) id: OrganisationId,
    /// A member of each role.
    pub(crate) members: BTreeMap<Role, MemberId>,
    /// Their sessions.
    pub(crate) sessions: BTreeMap<Role, String>,
    pub(crate) account: AccountId,
    pub(crate) contact: ContactId,
    pub(crate) promises: Vec<PromiseId>,
    /// Something that their product does, which a page of theirs claims.
    pub(crate) capability: CapabilityId,
    /// The secret part of the contact's link.
    pub(crate) link: String,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of a cookie that was set.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        let set = self.headers.get_all("set-cookie").iter();
        let mut pairs =
            set.filter_map(|value| value.to_str().unwrap().split(';').next()?.split_once('='));
        pairs.find(|(of, _)| *of == name).map(|(_, value)| value.to_owned())
    }
}

/// What is asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asking {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Asking {
    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// As whoever has this session.
    pub(crate) fn session(self, secret: &str) -> Self {
        self.with("cookie", format!("handslag={secret}"))
    }

    /// As a program with this token.
    pub(crate) fn token(self, token: &str) -> Self {
        self.with("authorization", format!("Bearer {token}"))
    }
}

pub(crate) fn asking(method: &str, path: impl Into<String>) -> Asking {
    Asking { method: method.to_owned(), path: path.into(), ..Asking::default() }
}

/// A form that is sent.
pub(crate) fn form(path: impl Into<String>, fields: &str) -> Asking {
    Asking { body: fields.to_owned(), ..asking("POST", path) }
        .with("content-type", "application/x-www-form-urlencoded")
}

/// JSON that is written, under a key that nobody else has.
pub(crate) fn json(method: &str, path: impl Into<String>, body: String) -> Asking {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let key = format!("key-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    Asking { body, ..asking(method, path) }
        .with("content-type", "application/json")
        .with("idempotency-key", key)
        .with("if-match", "*")
}

/// Both of them.
pub(crate) struct Scene {
    pub(crate) app: App,
    pub(crate) us: Company,
    pub(crate) them: Company,
    router: Router,
    pub(crate) store: Store,
}

impl Scene {
    pub(crate) async fn new(store: Store) -> Self {
        Self::with_providers(store, Vec::new()).await
    }

    /// With others who may say who somebody is.
    pub(crate) async fn with_providers(store: Store, providers: Vec<ProviderSettings>) -> Self {
        let app = app(&store, Site::default(), providers).await;
        let us =
            company(&app, 1, ["Kornoelje", "Björkskatan", "Ebba", "Mätdata", "Marnix"], 1).await;
        let theirs = ["Zwartewaal", "Quirrelbeek", "Wjolter", "Vlinderkast", "Oxalis"];
        let them = company(&app, 2, theirs, 3).await;
        let router = web::router(app.clone());
        Self { app, us, them, router, store }
    }

    /// A ledger in which nobody founded anything.
    pub(crate) async fn empty(store: Store) -> (App, Router, Store) {
        Self::empty_at(store, Site::default()).await
    }

    /// The same, reached under other names.
    pub(crate) async fn empty_at(store: Store, site: Site) -> (App, Router, Store) {
        let app = app(&store, site, Vec::new()).await;
        let router = web::router(app.clone());
        (app, router, store)
    }

    pub(crate) async fn ask(&self, asking: Asking) -> Answer {
        ask(&self.router, asking).await
    }

    /// Asks with a body that is no text.
    pub(crate) async fn ask_with_bytes(&self, asking: Asking, body: Vec<u8>) -> Answer {
        sent(&self.router, asking, body.into()).await
    }

    /// A token of the member with a role.
    pub(crate) async fn token(&self, role: Role, scope: Scope) -> String {
        let caller = caller(self.us.id, Actor::Member(self.us.members[&role]), "token");
        let service = self.app.service();
        service.make_token(&caller, "agent", scope, 30).await.unwrap().reveal().to_owned()
    }

    /// An address with what is ours in the place of every name, as far as it is known; `other` in the rest.
    pub(crate) fn own(&self, path: &str, other: &str) -> String {
        let us = &self.us;
        let member = us.members[&Role::Viewer].to_string();
        let mut path = path.replace("{number}", "1").replace("{account}", &us.account.to_string());
        path = path.replace("{contact}", &us.contact.to_string());
        path = match path.split_once('{').map(|(before, _)| before) {
            Some("/accounts/" | "/api/v1/accounts/") => {
                path.replace("{id}", &us.account.to_string())
            }
            Some("/settings/members/") => path.replace("{id}", &member),
            Some("/c/") => {
                path.replace("{token}", &us.link).replace("{promise}", &us.promises[0].to_string())
            }
            Some(_) | None => path.replace("{promise}", &us.promises[0].to_string()),
        };
        while let Some((before, rest)) = path.split_once('{') {
            let (_, after) = rest.split_once('}').unwrap();
            path = format!("{before}{other}{after}");
        }
        path
    }

    /// How much an organisation has in its log; its tables hold what the log makes.
    pub(crate) async fn stored(&self, whose: OrganisationId) -> usize {
        let checked = self.app.service().ledger().check(whose).await.unwrap();
        assert_eq!(checked.faults, Vec::<String>::new());
        checked.events
    }
}

pub(crate) async fn ask(router: &Router, mut asking: Asking) -> Answer {
    let body = std::mem::take(&mut asking.body);
    sent(router, asking, body.into()).await
}

async fn sent(router: &Router, asking: Asking, body: Body) -> Answer {
    let mut request = Request::builder().method(asking.method.as_str()).uri(asking.path);
    if !asking.headers.iter().any(|(name, _)| name == "host") {
        request = request.header("host", "localhost:4600");
    }
    for (name, value) in asking.headers {
        request = request.header(name, value);
    }
    let request = request.body(body).unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let (head, body) = answer.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let text = String::from_utf8_lossy(&body).into_owned();
    Answer { status: head.status.as_u16(), headers: head.headers, text }
}

pub(crate) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

pub(crate) fn visit() -> Visit<'static> {
    Visit { at: now(), address: "192.0.2.1", agent: "test", device: None }
}

pub(crate) fn caller(organisation: OrganisationId, by: Actor, key: &str) -> Caller {
    Caller { organisation, by, at: now(), key: key.to_owned() }
}

/// The address somebody signs in with.
pub(crate) fn login(role: Role, company: &str) -> String {
    format!("{}@{}.example", role.code(), company.to_lowercase())
}

async fn app(store: &Store, site: Site, providers: Vec<ProviderSettings>) -> App {
    let service = Service::new(store.ledger(5).await, NonZeroU32::MIN)
        .with_password_cost(PasswordCost::WEAK_FOR_TESTS_ONLY);
    let service = service.with_providers(providers).unwrap();
    App::new(service, Entrance::SignIn, site, Clock::standing(now()))
}

/// Founds a company: a member of each role, a customer with a contact, and so many promises.
async fn company(app: &App, number: u128, words: [&str; 5], promises: usize) -> Company {
    let [name, customer, contact, subject, admin] = words;
    let service = app.service();
    let id = OrganisationId::new(Uuid::from_u128(number));
    let founding = Founding {
        name: name.to_owned(),
        language: Language::En,
        zone: "Europe/Amsterdam".to_owned(),
        currency: Currency::Eur,
        country: Country::Nl,
        admin: admin.to_owned(),
    };
    let first = caller(id, Actor::Rule(Rule::Time), "found");
    let admin_id = service.found(&first, founding).await.unwrap();
    let us = Actor::Member(admin_id);
    let mut members = BTreeMap::from([(Role::Admin, admin_id)]);
    for role in [Role::Viewer, Role::Promisor, Role::Manager] {
        let key = format!("add {}", role.code());
        let title = format!("{admin} {}", role.code());
        let member = service.add_member(&caller(id, us, &key), &title, role).await.unwrap();
        members.insert(role, member);
    }
    let mut sessions = BTreeMap::new();
    for (role, member) in &members {
        let link = service.invite(&caller(id, us, "invite"), *member).await.unwrap();
        let login = login(*role, name);
        let accepted =
            service.accept_invitation(link.reveal(), &login, PASSWORD, &visit()).await.unwrap();
        let SignIn::In { session, .. } = accepted else { panic!("{login} is not let in") };
        sessions.insert(*role, session.reveal().to_owned());
    }
    let of = |key: &str| caller(id, us, key);
    let account = service.add_account(&of("account"), customer, FIRST_CALENDAR).await.unwrap();
    let person = ContactInput { name: contact.to_owned(), email: None, language: Language::Sv };
    let contact = service.add_contact(&of("contact"), account, person).await.unwrap();
    let mut written = Vec::new();
    for place in 0..promises {
        let draft = draft(account, contact, admin_id, &format!("{subject} {place}"));
        let offer_until = Some("2026-03-16T16:00:00Z".parse().unwrap());
        let writing = Writing { draft, work: None, of: None, offer_until };
        let key = format!("offer {place}");
        written.push(service.write(&of(&key), writing).await.unwrap().promise);
    }
    let capability = capability(service, (&of("capability"), &of("scan")), subject).await;
    let dossier = service.dossier(&of("dossier"), account).await.unwrap();
    let link = dossier.contacts[0].1.clone();
    Company { id, members, sessions, account, contact, promises: written, capability, link }
}

/// A capability in the register, nobody has answered for it, and a page that claims it.
async fn capability(
    service: &Service,
    (add, scan): (&Caller, &Caller),
    subject: &str,
) -> CapabilityId {
    let line = |text: &str| Line::new(text).unwrap();
    let name = format!("{subject} export");
    let id = service.register_capability(add, line(&name), Vec::new()).await.unwrap();
    let words = format!("You get the {name} with every plan.");
    let text = PublicText { place: line("site/index.md"), words, language: Language::En };
    let scanned = service.scan_claims(scan, &[text]).await.unwrap();
    assert_eq!(scanned.standing, 1);
    id
}

pub(crate) fn draft(
    account: AccountId,
    contact: ContactId,
    member: MemberId,
    subject: &str,
) -> Draft {
    let line = |text: &str| Line::new(text).unwrap();
    let office = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
    let reason = Words::new(Person::Member(member), "new work").unwrap();
    Draft {
        contact: Some(contact),
        subject: Some(line(subject)),
        acceptance: Some(line("They read it")),
        due: Some(Due::parse("2026-03-20", &office).unwrap()),
        strictness: Some(Strictness::Target),
        promisor: Some(member),
        owner: Some(member),
        consideration: Some(Consideration::Nothing { because: line("included") }),
        remedy: Some(RemedyChoice::NoneAgreed),
        ground: Some(Ground::Without { reason }),
        ..Draft::new(account)
    }
}
