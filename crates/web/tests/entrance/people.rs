//! Members by the settings: invited, changed, gone.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use promise::Role;
use testkit::Store;

use crate::scene::{Scene, asking, form};

testkit::on_both_stores!(a_colleague_is_invited_comes_in_and_leaves, the_last_admin_stays,);

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
