//! Coming in by the word of a provider: linking, signing in, joining, unlinking.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use jiff::SignedDuration;
use promise::{Actor, MemberId, OrganisationId, Role};
use serde_json::json;
use service::access::proof::Proof;
use service::access::provider::ProviderSettings;
use service::access::secret::Secret;
use testkit::Store;
use uuid::Uuid;

use crate::identity_provider::{CLIENT_SECRET, IdentityProvider, Signing, encoded, parameters};
use crate::scene::{Answer, Asking, PASSWORD, Scene, asking, caller, form, login, now};

testkit::on_both_stores!(
    whoever_linked_an_account_signs_in_with_it,
    whoever_is_invited_joins_without_a_password,
    an_invitation_is_used_once_however_many_come_back_with_it,
    a_link_for_a_lost_password_takes_the_password_away,
    the_second_step_is_the_providers_and_no_link_passes_it_by,
    an_account_is_unlinked_as_long_as_another_way_in_is_left,
    an_account_goes_with_its_member,
    another_sites_link_leads_to_the_button_and_not_past_it,
    how_strongly_and_how_lately_a_provider_asked_is_held_against_what_is_wanted,
    each_provider_sends_people_back_to_an_address_of_its_own,
);

/// The first organisation of every scene.
pub(crate) const US: OrganisationId = OrganisationId::new(Uuid::from_u128(1));

/// Two organisations, and a provider that runs: for everybody, and under another name for the first one alone.
pub(crate) async fn scene(store: Store) -> (Scene, IdentityProvider) {
    let provider = IdentityProvider::start().await;
    let settings = |name: &str, organisation| ProviderSettings {
        name: name.to_owned(),
        issuer: provider.issuer.clone(),
        client_id: format!("handslag for {name}"),
        client_secret: Some(Secret::new(CLIENT_SECRET.to_owned())),
        organisation,
        second_factor: Vec::new(),
        hours: None,
    };
    let strict = ProviderSettings {
        second_factor: vec!["mfa".to_owned(), "gold".to_owned()],
        hours: NonZeroU16::new(8),
        ..settings("Strict", None)
    };
    let all = vec![settings("Entra ID", None), settings("Ours alone", Some(US)), strict];
    (Scene::with_providers(store, all).await, provider)
}

/// A browser: it keeps cookies.
#[derive(Debug, Clone, Default)]
pub(crate) struct Browser {
    pub(crate) cookies: BTreeMap<String, String>,
}

impl Browser {
    /// One in which somebody is signed in.
    pub(crate) fn of(session: &str) -> Self {
        Self { cookies: BTreeMap::from([("handslag".to_owned(), session.to_owned())]) }
    }

    pub(crate) async fn ask(&mut self, scene: &Scene, asking: Asking) -> Answer {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let cookies = cookies.collect::<Vec<_>>().join("; ");
        let answer = scene.ask(asking.with("cookie", cookies)).await;
        for set in answer.headers.get_all("set-cookie") {
            let set = set.to_str().unwrap();
            assert!(set.contains("; Path=/;") && set.contains("; HttpOnly; SameSite=Lax"), "{set}");
            let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
            if set.contains("; Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    /// Sets out from the sign-in; returns where the provider is.
    pub(crate) async fn set_out(&mut self, scene: &Scene, path: &str) -> String {
        let clicked = asking("GET", path).with("sec-fetch-site", "same-origin");
        let answer = self.ask(scene, clicked).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        answer.header("location").to_owned()
    }

    /// Comes back from the provider's site, with what it says.
    pub(crate) async fn come_back(&mut self, scene: &Scene, address: &str) -> Answer {
        let path = address.strip_prefix("http://localhost:4600").unwrap();
        let back = asking("GET", path).with("sec-fetch-site", "cross-site");
        self.ask(scene, back).await
    }

    /// The whole way from the sign-in.
    pub(crate) async fn sign_in(
        &mut self,
        scene: &Scene,
        provider: &IdentityProvider,
        path: &str,
    ) -> Answer {
        let there = self.set_out(scene, path).await;
        self.come_back(scene, &provider.signs_in(&there)).await
    }

    /// Whether somebody is signed in.
    pub(crate) fn is_in(&self) -> bool {
        self.cookies.contains_key("handslag")
    }
}

/// Where a page goes on to.
pub(crate) fn onwards(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let (_, rest) = answer.text.split_once("content=\"0; url=").unwrap();
    let address = rest.split('"').next().unwrap().replace("&#38;", "&");
    assert!(answer.text.contains("<a class=\"btn btn-first\" href=\"http://127.0.0.1"));
    address
}

/// Links the identity of a member of the first organisation.
pub(crate) async fn link(scene: &Scene, provider: &IdentityProvider, session: &str) -> Answer {
    let mut browser = Browser::of(session);
    let fields = "provider=entra-id&password=a+sentence+to+come+in+by";
    let page = browser.ask(scene, form("/me/identities", fields)).await;
    browser.come_back(scene, &provider.signs_in(&onwards(&page))).await
}

async fn another_sites_link_leads_to_the_button_and_not_past_it(store: Store) {
    let (scene, _provider) = scene(store).await;
    let path = "/sign-in/oidc/entra-id?to=%2Fquote";
    for (name, value, goes_on) in [
        ("sec-fetch-site", "cross-site", false),
        ("sec-fetch-site", "same-site", false),
        ("referer", "https://evil.example/", false),
        ("referer", "http://localhost:4600.evil.example/", false),
        ("accept", "text/html", false),
        ("sec-fetch-site", "same-origin", true),
        ("sec-fetch-site", "none", true),
        ("referer", "http://localhost:4600/sign-in?to=%2Fquote", true),
    ] {
        let answer = scene.ask(asking("GET", path).with(name, value)).await;
        let place = answer.header("location");
        assert_eq!(answer.status, 303, "{name}: {value}");
        assert_eq!(place.starts_with("http://127.0.0.1"), goes_on, "{name}: {value}: {place}");
        assert_eq!(answer.cookie("handslag-oidc").is_some(), goes_on, "{name}: {value}");
        assert!(goes_on || place == "/sign-in?to=%2Fquote", "{name}: {value}: {place}");
    }
}

async fn how_strongly_and_how_lately_a_provider_asked_is_held_against_what_is_wanted(store: Store) {
    let (scene, provider) = scene(store).await;
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    let (at, path) = (now().as_second(), "/sign-in/oidc/strict");
    let given = parameters(&Browser::default().set_out(&scene, path).await);
    assert_eq!((given["acr_values"].as_str(), given["max_age"].as_str()), ("mfa gold", "28800"));
    for (says, status) in [
        (json!({}), 502),
        (json!({ "auth_time": at }), 403),
        (json!({ "auth_time": at, "amr": ["pwd"], "acr": "silver" }), 403),
        (json!({ "auth_time": at, "amr": [] }), 403),
        (json!({ "amr": ["pwd", "mfa"] }), 502),
        (json!({ "auth_time": at - 8 * 3600 - 1, "amr": ["mfa"] }), 502),
        (json!({ "auth_time": at + 301, "amr": ["mfa"] }), 502),
        (json!({ "auth_time": at - 8 * 3600 + 60, "amr": ["pwd", "mfa"] }), 303),
        (json!({ "auth_time": at, "acr": "gold" }), 303),
    ] {
        provider.says(says.clone());
        let mut browser = Browser::default();
        let answer = browser.sign_in(&scene, &provider, path).await;
        assert_eq!((answer.status, browser.is_in()), (status, status == 303), "{says}");
    }
    // A session ends with the sign-in it rests on, and the provider is asked again.
    provider.says(json!({ "auth_time": at - 3600, "amr": ["mfa"] }));
    let mut browser = Browser::default();
    browser.sign_in(&scene, &provider, path).await;
    let mut is_in = async |minutes: i64| {
        scene.app.clock().move_to(now() + SignedDuration::from_mins(minutes));
        browser.ask(&scene, asking("GET", "/")).await.status == 200
    };
    assert!(is_in(7 * 60 - 1).await && !is_in(7 * 60).await);
}

async fn each_provider_sends_people_back_to_an_address_of_its_own(store: Store) {
    let (scene, provider) = scene(store).await;
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    let mut browser = Browser::default();
    let there = browser.set_out(&scene, "/sign-in/oidc/entra-id").await;
    let back = provider.signs_in(&there).replace("/entra-id/", "/ours-alone/");
    let answer = browser.come_back(&scene, &back).await;
    assert_eq!((answer.status, browser.is_in()), (403, false));
}

async fn invited(scene: &Scene, name: &str) -> (MemberId, String) {
    let admin = Actor::Member(scene.us.members[&Role::Admin]);
    let service = scene.app.service();
    let of = |key: &str| caller(scene.us.id, admin, &format!("{key} {name}"));
    let member = service.add_member(&of("add"), name, Role::Promisor).await.unwrap();
    let link = service.invite(&of("invite"), member).await.unwrap();
    (member, link.reveal().to_owned())
}

async fn whoever_linked_an_account_signs_in_with_it(store: Store) {
    let (scene, provider) = scene(store).await;
    let session = scene.us.sessions[&Role::Manager].clone();
    let answer = link(&scene, &provider, &session).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/me#identities"));
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    assert!(page.text.contains("<th scope=\"row\">Entra ID</th>"), "{}", page.text);

    let mut browser = Browser::default();
    let page = browser.ask(&scene, asking("GET", "/sign-in?to=%2Fquote")).await;
    assert!(page.text.contains("href=\"/sign-in/oidc/entra-id?to=%2Fquote\""), "{}", page.text);
    assert!(page.text.contains("Sign in with Entra ID"), "{}", page.text);
    let there = browser.set_out(&scene, "/sign-in/oidc/entra-id?to=%2Fquote").await;
    let given = parameters(&there);
    assert_eq!(given["redirect_uri"], "http://localhost:4600/sign-in/oidc/entra-id/callback");
    assert_eq!(given["client_id"], "handslag for Entra ID");
    for secret in ["state", "nonce", "code_challenge"] {
        assert_eq!(given[secret].len(), 43, "{secret} has 256 bits");
    }
    assert!(!there.contains("verifier") && !there.contains("quote"), "{there}");
    let answer = browser.come_back(&scene, &provider.signs_in(&there)).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/quote"), "{}", answer.text);
    assert!(browser.is_in());
    assert_ne!(browser.cookies["handslag"], session, "the session is a fresh one");
    assert!(!browser.cookies.contains_key("handslag-oidc"), "the way there and back is over");
    let page = browser.ask(&scene, asking("GET", "/me")).await;
    assert!(page.text.contains("Marnix manager"), "{}", page.text);
    // It is in the audit log who came in, and by what.
    let counts = scene.app.service().access_counts();
    assert_eq!(counts[&service::access::deed::Act::IdentityLinked], 1);
    assert_eq!(counts[&service::access::deed::Act::SignedIn], 1);
}

#[tokio::test]
async fn both_signatures_are_taken() {
    let (scene, provider) = scene(Store::sqlite()).await;
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    for signing in [Signing::Rs256, Signing::Es256] {
        provider.signs(signing);
        let answer = Browser::default().sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{signing:?}");
    }
}

#[tokio::test]
async fn a_provider_may_change_its_keys() {
    let (scene, provider) = scene(Store::sqlite()).await;
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    let asked = provider.asked();
    provider.changes_its_key();
    // Within a minute it is not asked again: whoever sends wrong tokens must not have us ask as often.
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
    assert_eq!((answer.status, provider.asked()), (502, asked));
    let clock = scene.app.clock();
    assert!(clock.move_to(now() + SignedDuration::from_secs(60)));
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
    assert_eq!((answer.status, provider.asked()), (303, asked + 1), "{}", answer.text);
    // What it says of itself is kept for an hour.
    browser.set_out(&scene, "/sign-in/oidc/entra-id").await;
    assert_eq!(provider.asked(), asked + 1);
    clock.move_to(now() + SignedDuration::from_secs(60 + 3600));
    browser.set_out(&scene, "/sign-in/oidc/entra-id").await;
    assert_eq!(provider.asked(), asked + 2);
}

async fn whoever_is_invited_joins_without_a_password(store: Store) {
    let (scene, provider) = scene(store).await;
    let taken = login(Role::Admin, "Kornoelje");
    let service = scene.app.service();
    for (name, email, wanted) in [
        ("Jip", Some(("Jip@Kornoelje.example", true)), Some("jip@kornoelje.example")),
        ("Bo", Some(("bo@kornoelje.example", false)), None),
        ("Noor", None, None),
        // The address is somebody's: that does not make them the same person.
        ("Evil", Some((taken.as_str(), true)), None),
    ] {
        provider.is_visited_by(name, email);
        let (member, secret) = invited(&scene, name).await;
        let mut browser = Browser::default();
        let page = browser.ask(&scene, asking("GET", format!("/join/{secret}"))).await;
        assert!(page.text.contains("Begin with Entra ID") && page.text.contains("Ours alone"));
        let page = browser.ask(&scene, form(format!("/join/{secret}/ours-alone"), "")).await;
        let there = onwards(&page);
        assert!(!there.contains(&secret), "{there}");
        let answer = browser.come_back(&scene, &provider.signs_in(&there)).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.text);
        let page = browser.ask(&scene, asking("GET", "/me")).await;
        assert!(page.text.contains(&format!("<h1>{name}</h1>")), "{}", page.text);
        assert!(page.text.contains("You have no password"), "{}", page.text);
        let access = service.access_of(scene.us.id, now()).await.unwrap();
        assert_eq!(access[&member].login.as_deref(), wanted, "{name}");
        assert!(access[&member].linked && !access[&member].password, "{name}");
        // The link worked once, and the account goes on working.
        let again = browser.ask(&scene, asking("GET", format!("/join/{secret}"))).await;
        assert_eq!(again.status, 404);
        let again = browser.ask(&scene, form(format!("/join/{secret}/entra-id"), "")).await;
        assert_eq!(again.status, 404);
        let mut other = Browser::default();
        let answer = other.sign_in(&scene, &provider, "/sign-in/oidc/ours-alone").await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{name}");
    }
    // The admin's own sign-in was left alone.
    let fields = format!("login={}&password=a+sentence+to+come+in+by", encoded(&taken));
    let answer = scene.ask(form("/sign-in", &fields)).await;
    assert_eq!(answer.status, 303);
}

async fn an_invitation_is_used_once_however_many_come_back_with_it(store: Store) {
    let (scene, provider) = scene(store).await;
    let (_, secret) = invited(&scene, "Jip").await;
    let mut browsers = [Browser::default(), Browser::default()];
    let mut back = Vec::new();
    for (browser, subject) in browsers.iter_mut().zip(["first", "second"]) {
        provider.is_visited_by(subject, None);
        let page = browser.ask(&scene, form(format!("/join/{secret}/entra-id"), "")).await;
        back.push((provider.signs_in(&onwards(&page)), subject));
    }
    let mut came = Vec::new();
    for (browser, (address, subject)) in browsers.iter_mut().zip(back) {
        provider.is_visited_by(subject, None);
        came.push(browser.come_back(&scene, &address).await.status);
    }
    assert_eq!(came, [303, 404]);
    assert!(browsers[0].is_in() && !browsers[1].is_in());
}

async fn a_link_for_a_lost_password_takes_the_password_away(store: Store) {
    let (scene, provider) = scene(store).await;
    let admin = Actor::Member(scene.us.members[&Role::Admin]);
    let service = scene.app.service();
    let member = scene.us.members[&Role::Viewer];
    let secret = service.invite(&caller(scene.us.id, admin, "again"), member).await.unwrap();
    let path = format!("/join/{}/entra-id", secret.reveal());
    let mut browser = Browser::default();
    let page = browser.ask(&scene, form(path, "")).await;
    let answer = browser.come_back(&scene, &provider.signs_in(&onwards(&page))).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.text);
    // The sessions of before are over, and the lost password opens nothing.
    let before = scene.us.sessions[&Role::Viewer].clone();
    assert_eq!(scene.ask(asking("GET", "/me").session(&before)).await.status, 303);
    let name = encoded(&login(Role::Viewer, "Kornoelje"));
    let fields = format!("login={name}&password=a+sentence+to+come+in+by");
    assert_eq!(scene.ask(form("/sign-in", &fields)).await.status, 422);
    let access = service.access_of(scene.us.id, now()).await.unwrap();
    assert_eq!(access[&member].login, Some(login(Role::Viewer, "Kornoelje")));
    // A password can be had again, with the login of before.
    let secret = service.invite(&caller(scene.us.id, admin, "once more"), member).await.unwrap();
    let sent = "login=&password=another+sentence+to+come+in+by";
    let answer = scene.ask(form(format!("/join/{}", secret.reveal()), sent)).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
}

async fn the_second_step_is_the_providers_and_no_link_passes_it_by(store: Store) {
    let (scene, provider) = scene(store).await;
    let member = scene.us.members[&Role::Manager];
    let of = |key: &str| caller(scene.us.id, Actor::Member(member), key);
    let service = scene.app.service();
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    let enrolment =
        service.begin_second_factor(&of("begin"), Proof::password(PASSWORD)).await.unwrap();
    let code = crate::sign_in::totp(enrolment.secret_base32.reveal(), now().as_second());
    let sealed = enrolment.sealed.reveal();
    service.confirm_second_factor(&of("confirm"), sealed, &code).await.unwrap();
    // The password is asked for a code, the account is not.
    let name = encoded(&login(Role::Manager, "Kornoelje"));
    let fields = format!("login={name}&password=a+sentence+to+come+in+by");
    let answer = scene.ask(form("/sign-in", &fields)).await;
    assert!(answer.header("location").starts_with("/sign-in/code"));
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
    assert_eq!((answer.status, answer.header("location")), (303, "/"));
    // A link for a lost password offers no account, and takes none.
    let admin = Actor::Member(scene.us.members[&Role::Admin]);
    let secret = service.invite(&caller(scene.us.id, admin, "again"), member).await.unwrap();
    let page = scene.ask(asking("GET", format!("/join/{}", secret.reveal()))).await;
    assert!(page.status == 200 && !page.text.contains("Begin with"), "{}", page.text);
    let path = format!("/join/{}/entra-id", secret.reveal());
    assert_eq!(scene.ask(form(path, "")).await.status, 404);
}

async fn an_account_is_unlinked_as_long_as_another_way_in_is_left(store: Store) {
    let (scene, provider) = scene(store).await;
    let session = scene.us.sessions[&Role::Manager].clone();
    link(&scene, &provider, &session).await;
    let service = scene.app.service();
    let member = scene.us.members[&Role::Manager];
    let rows = service.identities(scene.us.id, member).await.unwrap();
    let path = format!("/me/identities/{}/unlink", rows[0].id);
    // Nobody else unlinks it, not even an admin of the same organisation.
    let admin = scene.us.sessions[&Role::Admin].clone();
    assert_eq!(scene.ask(form(path.clone(), "").session(&admin)).await.status, 404);
    // Whoever finds the browser open does not either.
    for fields in ["", "password=not+the+right+sentence"] {
        let answer = scene.ask(form(path.clone(), fields).session(&session)).await;
        assert_eq!(answer.status, 422, "{fields}");
    }
    let proof = format!("password={}", PASSWORD.replace(' ', "+"));
    let answer = scene.ask(form(path.clone(), &proof).session(&session)).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/me#identities"));
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
    assert_eq!((answer.status, browser.is_in()), (403, false));
    assert_eq!(scene.ask(form(path, "").session(&session)).await.status, 404, "it is gone");

    // Whoever joined with it has nothing else.
    provider.is_visited_by("jip", None);
    let (jip, secret) = invited(&scene, "Jip").await;
    let page = browser.ask(&scene, form(format!("/join/{secret}/entra-id"), "")).await;
    browser.come_back(&scene, &provider.signs_in(&onwards(&page))).await;
    let rows = service.identities(scene.us.id, jip).await.unwrap();
    let path = format!("/me/identities/{}/unlink", rows[0].id);
    let answer = browser.ask(&scene, form(path, "")).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("This is your only way in"), "{}", answer.text);
    assert_eq!(service.identities(scene.us.id, jip).await.unwrap().len(), 1);
}

async fn an_account_goes_with_its_member(store: Store) {
    let (scene, provider) = scene(store).await;
    let service = scene.app.service();
    let admin = Actor::Member(scene.us.members[&Role::Admin]);
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    let member = scene.us.members[&Role::Manager];
    service.member_leaves(&caller(scene.us.id, admin, "leave"), member).await.unwrap();
    assert!(service.identities(scene.us.id, member).await.unwrap().is_empty());
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/entra-id").await;
    assert_eq!((answer.status, browser.is_in()), (403, false));
    // The account is free for whoever is invited next.
    let (_, secret) = invited(&scene, "Jip").await;
    let page = browser.ask(&scene, form(format!("/join/{secret}/entra-id"), "")).await;
    let answer = browser.come_back(&scene, &provider.signs_in(&onwards(&page))).await;
    assert_eq!((answer.status, browser.is_in()), (303, true), "{}", answer.text);
}
