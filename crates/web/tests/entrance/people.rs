//! Members by the settings: invited, changed, gone.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use promise::Role;
use testkit::Store;

use crate::scene::{PASSWORD, Scene, asking, form, login};
use crate::sign_in::second_step;

testkit::on_both_stores!(
    a_colleague_is_invited_comes_in_and_leaves,
    the_last_admin_stays,
    an_admin_signs_a_member_out_and_lifts_their_second_step,
);

/// The first address in a page that begins so, up to the quote or tag that ends it.
fn address<'a>(page: &'a str, begins: &str) -> &'a str {
    let start = page.find(begins).unwrap_or_else(|| panic!("no {begins} in {page}"));
    page[start..].split(['"', '<']).next().unwrap()
}

async fn a_colleague_is_invited_comes_in_and_leaves(store: Store) {
    let scene = Scene::new(store).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let add = form("/settings/members", "name=Zwaantje&role=promisor&key=1").session(&admin);
    assert_eq!(scene.ask(add).await.status, 303);
    let service = scene.app.service();
    let us = service.organisation(scene.us.id).await.unwrap();
    let (id, _) = us.members.iter().find(|(_, member)| member.name == "Zwaantje").unwrap();
    let invited = form(format!("/settings/members/{id}/invite"), "").session(&admin);
    let page = scene.ask(invited).await;
    assert_eq!(page.status, 200);
    let link = address(&page.text, "http://localhost:4600/join/").to_owned();
    let path = link.trim_start_matches("http://localhost:4600").to_owned();
    let page = scene.ask(asking("GET", path.clone())).await;
    assert!(page.text.contains("Zwaantje") && page.text.contains("Kornoelje"), "{}", page.text);
    let join = "login=zwaantje%40kornoelje.example&password=a+sentence+to+come+in+by";
    let taken = join.replace("zwaantje", "promisor");
    assert_eq!(scene.ask(form(path.clone(), &taken)).await.status, 422, "the address is taken");
    let answer = scene.ask(form(path.clone(), join)).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    let session = answer.cookie("handslag").unwrap();
    assert_eq!(scene.ask(asking("GET", "/").session(&session)).await.status, 200);
    assert_eq!(scene.ask(form(path, join)).await.status, 404, "the link worked once");

    let role = form(format!("/settings/members/{id}"), "name=Zwaantje&role=viewer&key=2");
    assert_eq!(scene.ask(role.session(&admin)).await.status, 303);
    let write = form("/accounts", "name=Zz&calendar=office").session(&session);
    assert_eq!(scene.ask(write).await.status, 403, "the role counts at once");
    let wrong = form(format!("/settings/members/{id}"), "name=Zwaantje&role=king&key=3");
    assert_eq!(scene.ask(wrong.session(&admin)).await.status, 422);

    let leave = form(format!("/settings/members/{id}/leave"), "key=4").session(&admin);
    assert_eq!(scene.ask(leave).await.status, 303);
    assert_eq!(scene.ask(asking("GET", "/").session(&session)).await.status, 303, "gone at once");
}

async fn an_admin_signs_a_member_out_and_lifts_their_second_step(store: Store) {
    let scene = Scene::new(store).await;
    let (admin, session) = (&scene.us.sessions[&Role::Admin], &scene.us.sessions[&Role::Manager]);
    let id = scene.us.members[&Role::Manager];
    second_step(&scene, Role::Manager).await;
    let (out, lift) = (
        format!("/settings/members/{id}/sign-out"),
        format!("/settings/members/{id}/second-factor/lift"),
    );
    let settings = scene.ask(asking("GET", "/settings").session(admin)).await.text;
    assert!(settings.contains(&out) && settings.contains(&lift), "{settings}");
    let others = scene.us.members[&Role::Viewer];
    assert!(!settings.contains(&format!("{others}/second-factor")), "there is none to lift");
    for path in [&out, &lift] {
        for role in [Role::Viewer, Role::Promisor, Role::Manager] {
            let asked = form(path.clone(), "").session(&scene.us.sessions[&role]);
            assert_eq!(scene.ask(asked).await.status, 403, "{path} as {role:?}");
        }
    }
    assert_eq!(scene.ask(asking("GET", "/").session(session)).await.status, 200);
    assert_eq!(scene.ask(form(out, "").session(admin)).await.status, 303);
    assert_eq!(scene.ask(asking("GET", "/").session(session)).await.status, 303, "out at once");

    let fields = format!(
        "login={}&password={}",
        login(Role::Manager, "Kornoelje").replace('@', "%40"),
        PASSWORD.replace(' ', "+")
    );
    let asked = scene.ask(form("/sign-in", &fields)).await;
    assert!(asked.header("location").starts_with("/sign-in/code"));
    assert_eq!(scene.ask(form(lift.clone(), "").session(admin)).await.status, 303);
    let asked = scene.ask(form("/sign-in", &fields)).await;
    assert_eq!((asked.status, asked.header("location")), (303, "/"));
    assert_eq!(scene.ask(form(lift, "").session(admin)).await.status, 422, "there is none left");

    // Of themselves they prove first that it is they, and of nobody else's members they do anything.
    let own = scene.us.members[&Role::Admin];
    let theirs = scene.them.members[&Role::Manager];
    for end in ["sign-out", "second-factor/lift"] {
        let asked = form(format!("/settings/members/{own}/{end}"), "").session(admin);
        assert!(scene.ask(asked).await.header("location").starts_with("/me#"), "{end}");
        let asked = form(format!("/settings/members/{theirs}/{end}"), "").session(admin);
        assert_eq!(scene.ask(asked).await.status, 404, "{end}");
    }
    assert_eq!(scene.ask(asking("GET", "/").session(admin)).await.status, 200);
}

async fn the_last_admin_stays(store: Store) {
    let scene = Scene::new(store).await;
    let admin = scene.us.sessions[&Role::Admin].clone();
    let id = scene.us.members[&Role::Admin];
    for (path, fields) in [
        (format!("/settings/members/{id}"), "name=Marnix&role=viewer&key=1"),
        (format!("/settings/members/{id}/leave"), "key=2"),
    ] {
        let answer = scene.ask(form(path, fields).session(&admin)).await;
        assert_eq!(answer.status, 422, "{}", answer.text);
    }
    assert_eq!(scene.ask(asking("GET", "/settings").session(&admin)).await.status, 200);
}
