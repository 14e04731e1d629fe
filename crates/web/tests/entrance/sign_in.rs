//! Coming in by the pages: the first start, an invitation, a password, a code; and what must not work.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use promise::{Actor, OrganisationId, Role};
use service::access::proof::Proof;
use service::access::secret::Secret;
use testkit::Store;
use uuid::Uuid;

use crate::scene::{PASSWORD, Scene, ask, asking, caller, form, login, now};

testkit::on_both_stores!(
    the_first_start_goes_from_the_printed_link_to_a_session,
    whoever_signs_in_gets_a_fresh_session_and_goes_where_they_wanted,
    a_wrong_password_and_an_unknown_address_are_told_the_same,
    a_second_step_is_asked_for_once_it_is_on,
    pages_of_oneself_do_what_they_say,
);

async fn the_first_start_goes_from_the_printed_link_to_a_session(store: Store) {
    let (app, router, _store) = Scene::empty(store).await;
    let nobody = OrganisationId::new(Uuid::from_u128(9));
    let page = ask(&router, asking("GET", "/sign-in").with("accept-language", "nl")).await;
    assert!(page.text.contains("de link die handslag bij het starten"), "{}", page.text);
    let link = app.service().set_up_link(nobody, now()).await.unwrap().unwrap();
    let path = format!("/join/{}", link.reveal());
    let page = ask(&router, asking("GET", path.clone())).await;
    assert_eq!(page.status, 200);
    let company =
        "name=Kornoelje&admin=Marnix&country=NL&zone=Europe%2FAmsterdam&language=nl&currency=EUR";
    let sent = |more: &str| form(path.clone(), &format!("{company}&{more}"));
    for (more, why) in [
        ("login=marnix&password=a+sentence+to+come+in+by", "no address"),
        ("login=marnix%40a.example&password=short", "too short"),
        ("login=marnix%40a.example&password=passwordpassword", "tried first"),
    ] {
        let answer = ask(&router, sent(more)).await;
        assert_eq!(answer.status, 422, "{why}");
        assert_eq!(answer.cookie("handslag"), None, "{why}");
    }
    let unknown = company.replace("country=NL", "country=Mars");
    let answer = ask(
        &router,
        form(
            path.clone(),
            &format!("{unknown}&login=m%40a.example&password=a+sentence+to+come+in+by"),
        ),
    )
    .await;
    assert_eq!(answer.status, 422, "a country that is none of the list");
    assert!(app.service().organisation(nobody).await.is_err(), "nothing was founded yet");

    let good = "login=Marnix%40A.example&password=a+sentence+to+come+in+by";
    let answer = ask(&router, sent(good)).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.text);
    let session = answer.cookie("handslag").unwrap();
    let page = ask(&router, asking("GET", "/").session(&session)).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Marnix"));
    // The link worked once.
    assert_eq!(ask(&router, asking("GET", path.clone())).await.status, 404);
    assert_eq!(ask(&router, sent(good)).await.status, 404);
    assert!(app.service().set_up_link(nobody, now()).await.unwrap().is_none());
}

async fn whoever_signs_in_gets_a_fresh_session_and_goes_where_they_wanted(store: Store) {
    let scene = Scene::new(store).await;
    let wanted = scene.ask(asking("GET", "/promises/1?q=a")).await;
    assert_eq!(wanted.header("location"), "/sign-in?to=%2Fpromises%2F1%3Fq%3Da");
    let fields = format!(
        "login={}&password=a+sentence+to+come+in+by&to=%2Fpromises%2F1",
        login(Role::Promisor, "Kornoelje").replace('@', "%40")
    );
    // A session that somebody else put into the browser is not taken over (fixation).
    let fixed = scene.us.sessions[&Role::Viewer].clone();
    let answer = scene.ask(form("/sign-in", &fields).session(&fixed)).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/promises/1"));
    let session = answer.cookie("handslag").unwrap();
    assert_ne!(session, fixed);
    let set = answer.headers.get_all("set-cookie").iter();
    for cookie in set.map(|cookie| cookie.to_str().unwrap()) {
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        assert!(cookie.contains("Path=/;") && !cookie.contains("Domain"), "{cookie}");
    }
    // Out: this session ends, for good.
    let out = scene.ask(form("/sign-out", "").session(&session)).await;
    assert_eq!((out.status, out.header("location")), (303, "/sign-in"));
    assert_eq!(out.cookie("handslag").as_deref(), Some(""));
    let after = scene.ask(asking("GET", "/").session(&session)).await;
    assert_eq!(after.status, 303);
}

async fn a_wrong_password_and_an_unknown_address_are_told_the_same(store: Store) {
    let scene = Scene::new(store).await;
    let known = login(Role::Admin, "Kornoelje").replace('@', "%40");
    let mut told = Vec::new();
    for fields in [
        format!("login={known}&password=not+the+right+sentence"),
        "login=nobody%40kornoelje.example&password=not+the+right+sentence".to_owned(),
    ] {
        let answer = scene.ask(form("/sign-in", &fields)).await;
        assert_eq!(answer.status, 422);
        assert_eq!(answer.cookie("handslag"), None);
        let start = answer.text.find("role=\"alert\"").unwrap();
        told.push(answer.text[start..start + 400].split("</p>").next().unwrap().to_owned());
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let scene = Scene::new(Store::sqlite()).await;
    let known = login(Role::Admin, "Kornoelje").replace('@', "%40");
    for to in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2Fa%0d%0aSet-Cookie%3A+x%3D1",
    ] {
        let fields = format!("login={known}&password=a+sentence+to+come+in+by&to={to}");
        let answer = scene.ask(form("/sign-in", &fields)).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{to}");
        assert!(answer.cookie("x").is_none());
    }
}

#[tokio::test]
async fn another_sites_form_is_not_taken_whoever_is_signed_in() {
    let scene = Scene::new(Store::sqlite()).await;
    let before = scene.stored(scene.us.id).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://localhost:4601"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("host", "evil.example"),
    ] {
        for address in web::addresses().iter().filter(|address| address.method != "GET") {
            let path = address.path.replace(['{', '}', '*'], "");
            let asked = form(path, "name=Zwaan&role=admin").session(&admin).with(name, value);
            let answer = scene.ask(asked).await;
            assert_eq!(answer.status, 403, "{address:?} {name}: {value}");
        }
    }
    assert_eq!(scene.stored(scene.us.id).await, before);
    let own = form("/settings/members", "name=Zwaan&role=viewer&key=1").session(&admin);
    let answer = scene.ask(own.with("origin", "http://localhost:4600")).await;
    assert_eq!(answer.status, 303, "our own form is taken");
}

async fn a_second_step_is_asked_for_once_it_is_on(store: Store) {
    let scene = Scene::new(store).await;
    let (code, codes) = second_step(&scene, Role::Manager).await;
    let known = login(Role::Manager, "Kornoelje").replace('@', "%40");
    let fields = format!("login={known}&password=a+sentence+to+come+in+by&to=%2Fquote");
    let answer = scene.ask(form("/sign-in", &fields)).await;
    assert_eq!(answer.header("location"), "/sign-in/code?to=%2Fquote");
    assert_eq!(answer.cookie("handslag"), None, "a password alone is no session");
    let pending = answer.cookie("handslag-pending").unwrap();
    // What waits for a code opens nothing.
    assert_eq!(scene.ask(asking("GET", "/").session(&pending)).await.status, 303);
    let with = |code: &str| {
        form("/sign-in/code", &format!("code={code}&to=%2Fquote"))
            .with("cookie", format!("handslag-pending={pending}"))
    };
    assert_eq!(scene.ask(with("000000")).await.status, 422);
    assert_eq!(scene.ask(with(&code)).await.status, 422, "the code was used to confirm");
    let answer = scene.ask(with(codes[0].reveal())).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/quote"), "{}", answer.text);
    let session = answer.cookie("handslag").unwrap();
    assert_eq!(scene.ask(asking("GET", "/quote").session(&session)).await.status, 200);
    let again = scene.ask(with(codes[1].reveal())).await;
    assert_eq!(again.header("location"), "/sign-in?to=%2Fquote", "the step was taken once");
    // Inside, it is asked for too where something of it changes.
    let password = PASSWORD.replace(' ', "+");
    let used = format!("&code={}", codes[0].reveal());
    for (path, code) in [
        ("/me/recovery-codes", ""),
        ("/me/second-factor", "&code=000000"),
        ("/me/second-factor/remove", used.as_str()),
    ] {
        let asked = form(path, &format!("password={password}{code}")).session(&session);
        assert_eq!(scene.ask(asked).await.status, 422, "{path} {code}");
    }
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    assert!(page.text.contains("id=\"codes-c\"") && page.text.contains("id=\"old-c\""));
    let fresh = format!("password={password}&code={}", codes[2].reveal());
    let shown = scene.ask(form("/me/recovery-codes", &fresh).session(&session)).await;
    assert_eq!(shown.status, 200);
}

/// Sets up the second step of a member; the code that it was confirmed with, and the recovery codes.
pub(crate) async fn second_step(scene: &Scene, role: Role) -> (String, Vec<Secret>) {
    let member = Actor::Member(scene.us.members[&role]);
    let of = |key: &str| caller(scene.us.id, member, key);
    let service = scene.app.service();
    let proof = Proof::password(PASSWORD);
    let enrolment = service.begin_second_factor(&of("begin"), proof).await.unwrap();
    let code = totp(enrolment.secret_base32.reveal(), now().as_second());
    let sealed = enrolment.sealed.reveal();
    let codes = service.confirm_second_factor(&of("confirm"), sealed, &code).await.unwrap();
    (code, codes)
}

/// The code of an instant, by RFC 6238.
pub(crate) fn totp(secret: &str, at: i64) -> String {
    let seconds = u64::try_from(at).unwrap();
    let secret = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let secret: [u8; 20] = secret.try_into().unwrap();
    let builder = totp_rs::Builder::new().with_algorithm(totp_rs::Algorithm::SHA1).with_digits(6);
    let totp = builder.with_skew(1).with_step_duration(30).with_secret(secret).build().unwrap();
    totp.generate(seconds).to_string()
}

async fn pages_of_oneself_do_what_they_say(store: Store) {
    let scene = Scene::new(store).await;
    let session = scene.us.sessions[&Role::Promisor].clone();
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("promisor@kornoelje.example"), "{}", page.text);
    let made =
        scene.ask(form("/me/tokens", "name=agent&scope=draft&days=30").session(&session)).await;
    let start = made.text.find("hs_").unwrap();
    let token = made.text[start..].split('<').next().unwrap().to_owned();
    let asked = scene.ask(asking("GET", "/api/v1/promises").token(&token)).await;
    assert_eq!(asked.status, 200);
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    assert!(!page.text.contains("hs_"), "a token is shown once");
    let revoke = page.text.find("/me/tokens/").unwrap();
    let path = page.text[revoke..].split('"').next().unwrap().to_owned();
    assert_eq!(scene.ask(form(path, "").session(&session)).await.status, 303);
    let asked = scene.ask(asking("GET", "/api/v1/promises").token(&token)).await;
    assert_eq!(asked.status, 401);
    for (fields, why) in [
        ("name=agent&scope=draft&days=0", "no day"),
        ("name=agent&scope=draft&days=367", "more than a year"),
        ("name=agent&scope=everything&days=1", "an unknown scope"),
        ("name=&scope=read&days=1", "no name"),
    ] {
        let answer = scene.ask(form("/me/tokens", fields).session(&session)).await;
        assert_eq!(answer.status, 422, "{why}");
    }
    // Another browser of the same person is signed out with the password, and by a new password; this one is not.
    let known = login(Role::Promisor, "Kornoelje").replace('@', "%40");
    let fields = format!("login={known}&password=a+sentence+to+come+in+by");
    let old = PASSWORD.replace(' ', "+");
    let elsewhere = async || scene.ask(form("/sign-in", &fields)).await.cookie("handslag").unwrap();
    let (one, other) = (elsewhere().await, elsewhere().await);
    let is_in =
        async |session: &str| scene.ask(asking("GET", "/").session(session)).await.status == 200;
    let out = async |fields: &str| scene.ask(form("/me/sessions", fields).session(&session)).await;
    for fields in ["", "password=wrong", "session=&password=wrong"] {
        assert_eq!(out(fields).await.status, 422, "{fields}");
    }
    let page = scene.ask(asking("GET", "/me").session(&session)).await;
    let place = page.text.find("id=\"session\"").unwrap();
    let named = page.text[place..].split("value=\"").nth(2).unwrap().split('"').next().unwrap();
    assert_eq!(out(&format!("session={named}&password={old}")).await.status, 303);
    assert_ne!(is_in(&one).await, is_in(&other).await, "one of them has ended");
    assert_eq!(out(&format!("password={old}")).await.status, 303);
    assert!(!is_in(&one).await && !is_in(&other).await && is_in(&session).await);
    let other = elsewhere().await;
    let wrong = form("/me/password", "old=wrong&password=another+good+sentence");
    assert_eq!(scene.ask(wrong.session(&session)).await.status, 422);
    let change = form("/me/password", &format!("old={old}&password=another+good+sentence"));
    assert_eq!(scene.ask(change.session(&session)).await.status, 303);
    assert_eq!(scene.ask(asking("GET", "/").session(&other)).await.status, 303);
    assert_eq!(scene.ask(asking("GET", "/").session(&session)).await.status, 200);
}
