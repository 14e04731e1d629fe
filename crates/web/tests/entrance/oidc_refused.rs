//! Coming in by the word of a provider: every move that must be refused.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use jiff::SignedDuration;
use promise::{Actor, Role};
use service::access::provider::ProviderSettings;
use testkit::Store;

use crate::identity_provider::{IdentityProvider, Wrong};
use crate::oidc::{Browser, US, link, onwards, scene};
use crate::scene::{Answer, Asking, Scene, asking, caller, form, login, now};

testkit::on_both_stores!(
    a_code_is_good_for_once,
    only_the_browser_that_set_out_comes_back,
    the_way_there_and_back_takes_ten_minutes_at_most,
    an_account_that_nobody_linked_is_nobody_whatever_its_address,
    a_provider_of_one_organisation_lets_in_nobody_of_another,
    nobody_links_but_the_member_who_proved_their_password,
    whoever_tries_too_often_waits,
);

const START: &str = "/sign-in/oidc/entra-id";

/// The link on our own page, as a browser follows it.
fn clicked(path: &str) -> Asking {
    asking("GET", path).with("sec-fetch-site", "same-origin")
}

/// That nobody is in, with a page that says so.
#[track_caller]
fn is_refused(browser: &Browser, answer: &Answer, status: u16, of: &str) {
    assert_eq!(answer.status, status, "{of}: {}", answer.text);
    assert!(!browser.is_in(), "{of} lets somebody in");
    assert!(!answer.text.contains("<script>said"), "{of}: {}", answer.text);
    assert!(!answer.text.contains("said by"), "{of} shows what the provider said");
}

/// A scene in which a manager signs in with an account.
async fn linked(store: Store) -> (Scene, IdentityProvider) {
    let (scene, provider) = scene(store).await;
    link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    (scene, provider)
}

#[tokio::test]
async fn a_token_that_does_not_hold_lets_nobody_in() {
    let (scene, provider) = linked(Store::sqlite()).await;
    let before = scene.stored(scene.us.id).await;
    for wrong in [
        Wrong::Nonce,
        Wrong::NoNonce,
        Wrong::Audience,
        Wrong::TwoAudiences,
        Wrong::Party,
        Wrong::Issuer,
        Wrong::Expired,
        Wrong::Ahead,
        Wrong::AlgNone,
        Wrong::OtherKey,
        Wrong::SharedSecret,
        Wrong::Changed,
        Wrong::NoToken,
        Wrong::NoSubject,
        Wrong::Elsewhere,
    ] {
        provider.does(wrong);
        let mut browser = Browser::default();
        let answer = browser.sign_in(&scene, &provider, START).await;
        is_refused(&browser, &answer, 502, &format!("{wrong:?}"));
        assert!(answer.text.contains("Entra ID did not answer as it should"), "{}", answer.text);
    }
    assert_eq!(scene.stored(scene.us.id).await, before);
    provider.does(Wrong::Nothing);
    let mut browser = Browser::default();
    assert_eq!(
        browser.sign_in(&scene, &provider, START).await.status,
        303,
        "the test would see it"
    );
}

async fn a_code_is_good_for_once(store: Store) {
    let (scene, provider) = linked(store).await;
    let mut browser = Browser::default();
    let there = browser.set_out(&scene, START).await;
    let kept = browser.clone();
    let back = provider.signs_in(&there);
    assert_eq!(browser.come_back(&scene, &back).await.status, 303);
    // The browser forgot its way; and even one that did not gets nothing for the code.
    let mut again = Browser::default();
    again.cookies.extend(browser.cookies.iter().map(|(n, v)| (n.clone(), v.clone())));
    again.cookies.remove("handslag");
    let answer = again.come_back(&scene, &back).await;
    is_refused(&again, &answer, 403, "the same address again");
    let mut again = kept;
    let answer = again.come_back(&scene, &back).await;
    is_refused(&again, &answer, 502, "the same code again");
}

async fn only_the_browser_that_set_out_comes_back(store: Store) {
    let (scene, provider) = linked(store).await;
    let [mut ours, mut theirs] = [Browser::default(), Browser::default()];
    let there = ours.set_out(&scene, START).await;
    let back = provider.signs_in(&there);
    // Somebody is sent the address of another's sign-in.
    let mut stranger = Browser::default();
    let answer = stranger.come_back(&scene, &back).await;
    is_refused(&stranger, &answer, 403, "no flow");
    assert!(answer.text.contains("This sign-in is over"), "{}", answer.text);
    // Somebody who is on a way of their own.
    theirs.set_out(&scene, START).await;
    let answer = theirs.come_back(&scene, &back).await;
    is_refused(&theirs, &answer, 403, "the flow of another browser");
    // A flow that was forged, changed, or is another thing that was sealed.
    let sealed = ours.cookies["handslag-oidc"].clone();
    let mut changed = sealed.clone();
    let letter = if changed.ends_with('A') { "B" } else { "A" };
    changed.replace_range(changed.len() - 6..changed.len() - 5, letter);
    let session = scene.us.sessions[&Role::Viewer].clone();
    for forged in ["", "x", &changed, &sealed[..40], &session] {
        let mut forger = Browser::default();
        forger.cookies.insert("handslag-oidc".to_owned(), forged.to_owned());
        let answer = forger.come_back(&scene, &back).await;
        is_refused(&forger, &answer, 403, forged);
    }
    // The one who set out is not held up by any of it.
    assert_eq!(ours.come_back(&scene, &back).await.status, 303);
}

#[tokio::test]
async fn what_comes_back_is_the_answer_to_what_was_asked() {
    let (scene, provider) = linked(Store::sqlite()).await;
    let mut browser = Browser::default();
    let there = browser.set_out(&scene, START).await;
    let kept = browser.clone();
    let back = provider.signs_in(&there);
    let (address, given) = back.split_once('?').unwrap();
    let part = |name: &str| {
        let mut parts = given.split('&');
        parts.find(|part| part.starts_with(&format!("{name}="))).unwrap().to_owned()
    };
    let (code, state) = (part("code"), part("state"));
    let script = "%3Cscript%3Esaid%20by%20them%3C%2Fscript%3E";
    for (query, status) in [
        (String::new(), 403),
        (code.clone(), 403),
        (format!("{code}&state="), 403),
        (format!("{code}&state={script}"), 403),
        (format!("{code}&{state}x"), 403),
        (format!("{code}&{state}&iss=https%3A%2F%2Felsewhere.example"), 403),
        (state.clone(), 403),
        (format!("{state}&error=access_denied&error_description={script}"), 403),
        (format!("{state}&error={script}"), 403),
        (format!("{code}&{state}&error=access_denied"), 403),
        (format!("{state}&code={script}"), 502),
    ] {
        let mut browser = kept.clone();
        let answer = browser.come_back(&scene, &format!("{address}?{query}")).await;
        is_refused(&browser, &answer, status, &query);
        assert!(!browser.cookies.contains_key("handslag-oidc"), "{query}: the way is over");
        assert!(answer.text.contains("href=\"/sign-in\""), "{query}: it says what to do");
    }
}

async fn the_way_there_and_back_takes_ten_minutes_at_most(store: Store) {
    let (scene, provider) = linked(store).await;
    let mut browser = Browser::default();
    let there = browser.set_out(&scene, START).await;
    let back = provider.signs_in(&there);
    scene.app.clock().move_to(now() + SignedDuration::from_mins(10));
    let answer = browser.come_back(&scene, &back).await;
    is_refused(&browser, &answer, 403, "ten minutes later");
}

async fn an_account_that_nobody_linked_is_nobody_whatever_its_address(store: Store) {
    let (scene, provider) = linked(store).await;
    let admin = login(Role::Admin, "Kornoelje");
    for (subject, email) in
        [("jip", None), ("evil", Some((admin.as_str(), true))), ("Ebba", None), ("ebba ", None)]
    {
        provider.is_visited_by(subject, email);
        let mut browser = Browser::default();
        let answer = browser.sign_in(&scene, &provider, START).await;
        is_refused(&browser, &answer, 403, subject);
        assert!(answer.text.contains("Nobody here is linked with this account"));
        assert!(!answer.text.contains(&admin), "{}", answer.text);
    }
}

async fn a_provider_of_one_organisation_lets_in_nobody_of_another(store: Store) {
    let (scene, provider) = scene(store).await;
    // Their admin links the account with the provider that is for everybody.
    link(&scene, &provider, &scene.them.sessions[&Role::Admin]).await;
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, START).await;
    assert_eq!((answer.status, browser.is_in()), (303, true), "the test would see it");
    // It is the same account, but this provider is ours alone.
    let mut browser = Browser::default();
    let answer = browser.sign_in(&scene, &provider, "/sign-in/oidc/ours-alone").await;
    is_refused(&browser, &answer, 403, "another organisation's member");
    assert!(!answer.text.contains("Zwartewaal"), "{}", answer.text);
    // Nor do they link or join with it, or see it offered.
    let session = scene.them.sessions[&Role::Admin].clone();
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    assert!(page.text.contains("Entra ID") && !page.text.contains("Ours alone"));
    let fields = "provider=ours-alone&password=a+sentence+to+come+in+by";
    let answer = scene.ask(form("/me/identities", fields).session(&session)).await;
    assert_eq!(answer.status, 404);
    let service = scene.app.service();
    let admin = Actor::Member(scene.them.members[&Role::Admin]);
    let of = |key: &str| caller(scene.them.id, admin, key);
    let member = service.add_member(&of("add"), "Vlier", Role::Viewer).await.unwrap();
    let secret = service.invite(&of("invite"), member).await.unwrap();
    let page = scene.ask(asking("GET", format!("/join/{}", secret.reveal()))).await;
    assert!(page.text.contains("Entra ID") && !page.text.contains("Ours alone"));
    let path = format!("/join/{}/ours-alone", secret.reveal());
    assert_eq!(scene.ask(form(path, "")).await.status, 404);
    // An account signs in one member: ours cannot have theirs.
    let answer = link(&scene, &provider, &scene.us.sessions[&Role::Manager]).await;
    assert_eq!(answer.status, 409, "{}", answer.text);
    assert!(!answer.text.contains("Zwartewaal") && !answer.text.contains("Oxalis"));
}

async fn nobody_links_but_the_member_who_proved_their_password(store: Store) {
    let (scene, provider) = scene(store).await;
    let session = scene.us.sessions[&Role::Manager].clone();
    let service = scene.app.service();
    let links = async || {
        let member = scene.us.members[&Role::Manager];
        service.identities(US, member).await.unwrap().len()
    };
    let mut browser = Browser::of(&session);
    for (fields, status) in [
        ("provider=entra-id&password=not+the+right+sentence", 422),
        ("provider=entra-id", 422),
        ("provider=nobody&password=a+sentence+to+come+in+by", 404),
    ] {
        let answer = browser.ask(&scene, form("/me/identities", fields)).await;
        assert_eq!(answer.status, status, "{fields}");
        assert!(!browser.cookies.contains_key("handslag-oidc"), "{fields}");
    }
    let fields = "provider=entra-id&password=a+sentence+to+come+in+by";
    let page = browser.ask(&scene, form("/me/identities", fields)).await;
    let back = provider.signs_in(&onwards(&page));
    let flow = browser.cookies["handslag-oidc"].clone();
    // Whoever brings the flow into another session, or into none, links nothing with anybody.
    let viewer = scene.us.sessions[&Role::Viewer].clone();
    for other in [Browser::of(&viewer), Browser::default(), Browser::of("forged")] {
        let mut other = other;
        other.cookies.insert("handslag-oidc".to_owned(), flow.clone());
        let answer = other.come_back(&scene, &back).await;
        assert_eq!(answer.status, 403, "{}", answer.text);
        assert!(answer.text.contains("href=\"/me#identities\""), "{}", answer.text);
    }
    // Nor does the member, once that session is over.
    let mut later = browser.clone();
    later.ask(&scene, form("/sign-out", "")).await;
    let answer = later.come_back(&scene, &back).await;
    assert_eq!((answer.status, links().await), (403, 0));
    // A flow to sign in links nothing either.
    let answer = Browser::default().sign_in(&scene, &provider, START).await;
    assert_eq!((answer.status, links().await), (403, 0));
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_by_way_of_a_provider() {
    let (scene, provider) = linked(Store::sqlite()).await;
    for to in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2Fa%0d%0aSet-Cookie%3A+x%3D1",
        &format!("%2F{}", "a".repeat(4000)),
    ] {
        let mut browser = Browser::default();
        let path = format!("{START}?to={to}");
        let answer = browser.sign_in(&scene, &provider, &path).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{to}");
        assert!(answer.cookie("x").is_none());
    }
}

#[tokio::test]
async fn a_provider_that_says_something_odd_of_itself_is_not_gone_to() {
    for wrong in [
        Wrong::Discovery,
        Wrong::Elsewhere,
        Wrong::Endless,
        Wrong::PlainEndpoint,
        Wrong::Signatures,
    ] {
        let (scene, provider) = scene(Store::sqlite()).await;
        provider.does(wrong);
        let mut browser = Browser::default();
        let answer = browser.ask(&scene, clicked(START)).await;
        is_refused(&browser, &answer, 502, &format!("{wrong:?}"));
        assert_eq!(answer.header("location"), "", "{wrong:?}");
        // It is left alone for a while, then asked again.
        provider.does(Wrong::Nothing);
        let asked = provider.asked();
        assert_eq!(browser.ask(&scene, clicked(START)).await.status, 502, "{wrong:?}");
        assert_eq!(provider.asked(), asked, "{wrong:?}");
        scene.app.clock().move_to(now() + SignedDuration::from_secs(10));
        assert_eq!(browser.ask(&scene, clicked(START)).await.status, 303, "{wrong:?}");
    }
}

#[tokio::test]
async fn a_provider_that_is_not_there_is_said_in_three_languages() {
    let settings = ProviderSettings {
        name: "Keycloak".to_owned(),
        // Nothing listens on the port that discards.
        issuer: "http://127.0.0.1:9".to_owned(),
        client_id: "handslag".to_owned(),
        client_secret: None,
        organisation: None,
        second_factor: Vec::new(),
        hours: None,
    };
    let scene = Scene::with_providers(Store::sqlite(), vec![settings]).await;
    for (lang, words) in [
        ("en", "Keycloak did not answer as it should"),
        ("nl", "Keycloak gaf niet het juiste antwoord"),
        ("sv", "Keycloak svarade inte som det ska"),
    ] {
        let asked = clicked("/sign-in/oidc/keycloak").with("accept-language", lang);
        let answer = scene.ask(asked).await;
        assert_eq!(answer.status, 502);
        assert!(answer.text.contains(words), "{}", answer.text);
        assert!(!answer.text.contains("127.0.0.1"), "{}", answer.text);
    }
    for path in ["/sign-in/oidc/nobody", "/sign-in/oidc/entra-id"] {
        assert_eq!(scene.ask(clicked(path)).await.status, 404, "{path}");
    }
    // Where none is set up there is nothing to be seen of it.
    let scene = Scene::new(Store::sqlite()).await;
    let page = scene.ask(asking("GET", "/sign-in")).await;
    assert!(!page.text.contains("/sign-in/oidc/"), "{}", page.text);
    assert_eq!(scene.ask(asking("GET", "/sign-in/oidc/entra-id/callback")).await.status, 403);
}

async fn whoever_tries_too_often_waits(store: Store) {
    let (scene, provider) = linked(store).await;
    provider.is_visited_by("nobody", None);
    provider.does(Wrong::Nonce);
    let mut statuses = Vec::new();
    for _ in 0..62 {
        let mut browser = Browser::default();
        statuses.push(browser.sign_in(&scene, &provider, START).await.status);
    }
    assert_eq!(statuses.iter().position(|status| *status == 429), Some(60), "{statuses:?}");
    provider.does(Wrong::Nothing);
    scene.app.clock().move_to(now() + SignedDuration::from_secs(60));
    let mut browser = Browser::default();
    assert_eq!(
        browser.sign_in(&scene, &provider, START).await.status,
        403,
        "nobody, but looked at"
    );
}
