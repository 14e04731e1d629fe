//! Links: to set up, to join, to come back.

use ledger::access::invitation::Purpose;
use promise::party::Role;
use service::access::AccessError;
use service::access::secret::Secret;
use service::access::sign_in::SignIn;
use service::{Caller, ServiceError};
use testkit::Store;

use super::{
    Door, LOGIN, OTHER_PASSWORD, PASSWORD, came_in, is_not_found, login_of, refused, visit,
};
use crate::scene::{MONDAY, Scene, instant};

const DAY_LATER: &str = "2026-03-10T08:00:00Z";
const WEEK_LATER: &str = "2026-03-16T08:00:00Z";

async fn accept(scene: &Scene, link: &Secret, login: &str) -> Result<SignIn, AccessError> {
    scene.service.accept_invitation(link.reveal(), login, OTHER_PASSWORD, &visit(MONDAY)).await
}

async fn set_up_link(scene: &Scene, at: &str) -> Option<Secret> {
    let link = scene.service.set_up_link(scene.organisation, instant(at)).await;
    link.expect("it answers")
}

async fn is_alive(scene: &Scene, link: &Secret, at: &str) -> bool {
    let found = scene.service.invitation(link.reveal(), instant(at)).await;
    found.expect("it answers").is_some()
}

testkit::on_both_stores!(
    a_link_to_set_up_makes_the_first_admin_s_login,
    a_link_to_set_up_is_dead_as_soon_as_somebody_can_sign_in,
    a_link_to_set_up_waits_for_the_organisation_to_be_founded,
    a_member_joins_once_by_the_newest_link,
    of_two_who_use_a_link_at_once_one_comes_in,
    what_is_wrong_with_login_or_password_does_not_use_the_link_up,
    a_lost_password_is_replaced_and_ends_every_session,
    another_login_frees_the_one_before,
    only_an_admin_invites_and_only_who_is_there,
);

async fn a_link_to_set_up_makes_the_first_admin_s_login(store: Store) {
    let scene = Scene::new(store).await.with_weak_passwords();
    let service = &scene.service;
    assert!(!service.anybody_can_sign_in().await.expect("it answers"));
    let older = set_up_link(&scene, MONDAY).await.expect("nobody can sign in");
    let link = set_up_link(&scene, MONDAY).await.expect("nobody can sign in");
    assert!(!is_alive(&scene, &older, MONDAY).await, "the newer one ends it");
    let found = service.invitation(link.reveal(), instant(MONDAY)).await.expect("it answers");
    let found = found.expect("alive");
    assert_eq!((found.purpose, found.member), (Purpose::SetUp, Some(scene.admin)));
    assert!(is_alive(&scene, &link, "2026-03-10T07:59:59Z").await);
    assert!(!is_alive(&scene, &link, DAY_LATER).await);
    refused!(accept(&scene, &older, LOGIN).await, AccessError::LinkNotValid);

    let (session, _) = came_in(accept(&scene, &link, LOGIN).await);
    let who = service.session(session.reveal(), instant(MONDAY)).await.expect("it answers");
    let who = who.expect("in");
    assert_eq!((who.member, who.role), (scene.admin, Role::Admin));
    assert!(service.anybody_can_sign_in().await.expect("it answers"));
    assert!(set_up_link(&scene, MONDAY).await.is_none(), "from now on nobody sets it up");
    refused!(accept(&scene, &link, LOGIN).await, AccessError::LinkNotValid);
}

async fn a_link_to_set_up_is_dead_as_soon_as_somebody_can_sign_in(store: Store) {
    let door = Door::new(store.beside().await).await;
    let scene = Scene::new(store).await.with_weak_passwords();
    let link = set_up_link(&scene, MONDAY).await.expect("nobody can sign in");
    let jip = scene.service.add_member(&scene.us(MONDAY), "Jip", Role::Admin).await.expect("added");
    let invited = scene.service.invite(&scene.us(MONDAY), jip).await.expect("invited");
    came_in(accept(&scene, &invited, &login_of("Jip")).await);
    assert!(!is_alive(&scene, &link, MONDAY).await);
    refused!(accept(&scene, &link, LOGIN).await, AccessError::LinkNotValid);
    drop(door);
}

async fn a_link_to_set_up_waits_for_the_organisation_to_be_founded(store: Store) {
    let scene = Scene::new(store).await.with_weak_passwords();
    let nobody = promise::OrganisationId::new(uuid::Uuid::from_u128(77));
    let link = scene.service.set_up_link(nobody, instant(MONDAY)).await.expect("it answers");
    let link = link.expect("nobody can sign in");
    let found = scene.service.invitation(link.reveal(), instant(MONDAY)).await.expect("it answers");
    let found = found.expect("alive");
    assert_eq!((found.organisation, found.member), (nobody, None));
    refused!(
        accept(&scene, &link, LOGIN).await,
        AccessError::Service(ServiceError::NoOrganisation)
    );
    assert!(is_alive(&scene, &link, MONDAY).await, "nothing was used up");
}

async fn a_member_joins_once_by_the_newest_link(store: Store) {
    let door = Door::new(store).await;
    let jip =
        door.service().add_member(&door.us(MONDAY), "Jip", Role::Viewer).await.expect("added");
    let older = door.service().invite(&door.us(MONDAY), jip).await.expect("invited");
    let link = door.service().invite(&door.us(MONDAY), jip).await.expect("invited");
    let access =
        door.service().access_of(door.organisation, instant(MONDAY)).await.expect("it answers");
    assert_eq!(access[&jip].invited_until, Some(instant(WEEK_LATER)));
    assert_eq!((access[&jip].login.clone(), access[&jip].second_factor), (None, false));
    refused!(accept(&door, &older, &login_of("Jip")).await, AccessError::LinkNotValid);
    assert!(is_alive(&door, &link, "2026-03-16T07:59:59Z").await);
    assert!(!is_alive(&door, &link, WEEK_LATER).await);
    let (login, late) = (login_of("Jip"), visit(WEEK_LATER));
    let late = door.service().accept_invitation(link.reveal(), &login, OTHER_PASSWORD, &late).await;
    refused!(late, AccessError::LinkNotValid);

    let (session, _) = came_in(accept(&door, &link, &login_of("Jip")).await);
    let who = door.who(&session, MONDAY).await.expect("in");
    assert_eq!((who.member, who.role), (jip, Role::Viewer));
    refused!(accept(&door, &link, &login_of("Jip")).await, AccessError::LinkNotValid);
    let access =
        door.service().access_of(door.organisation, instant(MONDAY)).await.expect("it answers");
    assert_eq!(access[&jip].invited_until, None);
    assert_eq!(access[&jip].login.as_deref(), Some("jip@kornoelje.example"));
}

async fn of_two_who_use_a_link_at_once_one_comes_in(store: Store) {
    for _ in 0..10 {
        let door = Door::new(store.beside().await).await;
        let jip = door.service().add_member(&door.us(MONDAY), "Jip", Role::Viewer).await;
        let link =
            door.service().invite(&door.us(MONDAY), jip.expect("added")).await.expect("made");
        let (a, b) = tokio::join!(
            accept(&door, &link, "jip@kornoelje.example"),
            accept(&door, &link, "somebody@else.example")
        );
        let (let_in, refused): (Vec<_>, Vec<_>) = [a, b].into_iter().partition(Result::is_ok);
        assert_eq!(let_in.len(), 1);
        assert!(matches!(refused[0], Err(AccessError::LinkNotValid)), "{:?}", refused[0]);
        let logins = ["jip@kornoelje.example", "somebody@else.example"];
        let mut known = 0;
        for login in logins {
            let whose = door.service().ledger().whose_login(login).await.expect("it answers");
            known += usize::from(whose.is_some());
        }
        assert_eq!(known, 1, "the other login was not taken");
    }
}

async fn what_is_wrong_with_login_or_password_does_not_use_the_link_up(store: Store) {
    let door = Door::new(store).await;
    let jip = door.service().add_member(&door.us(MONDAY), "Jip de Boer", Role::Viewer).await;
    let jip = jip.expect("added");
    let link = door.service().invite(&door.us(MONDAY), jip).await.expect("invited");
    let accept = async |login: &str, password: &str| {
        door.service().accept_invitation(link.reveal(), login, password, &visit(MONDAY)).await
    };
    refused!(accept(LOGIN, OTHER_PASSWORD).await, AccessError::LoginTaken);
    refused!(accept(" MARNIX@kornoelje.EXAMPLE", OTHER_PASSWORD).await, AccessError::LoginTaken);
    for login in ["", "jip", "@kornoelje.example", "jip@", "j ip@kornoelje.example"] {
        refused!(
            accept(login, OTHER_PASSWORD).await,
            AccessError::Service(ServiceError::Input { .. })
        );
    }
    let login = "jip@kornoelje.example";
    refused!(accept(login, "elf tekens!").await, AccessError::PasswordTooShort { least: 12 });
    refused!(accept(login, "wachtwoord12").await, AccessError::PasswordCommon);
    refused!(accept(login, "Jip de Boer 2026").await, AccessError::PasswordPersonal);
    refused!(accept(login, "jip@kornoelje.example").await, AccessError::PasswordPersonal);
    let hashed = door.service().passwords_hashed();
    let never = door.service().accept_invitation("x", login, OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(never, AccessError::LinkNotValid);
    assert_eq!(door.service().passwords_hashed(), hashed, "no work for who has no link");
    came_in(accept(login, "jip wist het niet, maar wel").await.map_err(|e| panic!("{e}")));
}

async fn a_lost_password_is_replaced_and_ends_every_session(store: Store) {
    let door = Door::new(store).await;
    let (jip, session) = door.joined("Jip", Role::Promisor).await;
    let link = door.service().invite(&door.us(MONDAY), jip).await.expect("made");
    let found =
        door.service().invitation(link.reveal(), instant(MONDAY)).await.expect("it answers");
    assert_eq!(found.expect("alive").purpose, Purpose::Reset);
    // Until it is used, nothing changes.
    assert!(door.who(&session, MONDAY).await.is_some());
    let new = "een heel nieuw woord";
    let back = door.service().accept_invitation(link.reveal(), "", new, &visit(MONDAY)).await;
    let (again, _) = came_in(back);
    assert!(door.who(&session, MONDAY).await.is_none());
    assert_eq!(door.who(&again, MONDAY).await.expect("in").member, jip);
    let old = door.service().sign_in(&login_of("Jip"), OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(old, AccessError::WrongCredentials);
    came_in(door.service().sign_in(&login_of("Jip"), new, &visit(MONDAY)).await);
}

async fn another_login_frees_the_one_before(store: Store) {
    let door = Door::new(store).await;
    let (jip, _) = door.joined("Jip", Role::Promisor).await;
    let link = door.service().invite(&door.us(MONDAY), jip).await.expect("made");
    came_in(accept(&door, &link, "jip@elders.example").await);
    let service = door.service();
    let old = service.sign_in(&login_of("Jip"), OTHER_PASSWORD, &visit(MONDAY)).await;
    refused!(old, AccessError::WrongCredentials);
    came_in(service.sign_in("jip@elders.example", OTHER_PASSWORD, &visit(MONDAY)).await);
    let (_, session) = door.joined("jip", Role::Viewer).await;
    assert!(door.who(&session, MONDAY).await.is_some(), "somebody else may have it");
}

async fn only_an_admin_invites_and_only_who_is_there(store: Store) {
    let door = Door::new(store).await;
    let (jip, _) = door.joined("Jip", Role::Manager).await;
    let (fenna, _) = door.joined("Fenna", Role::Viewer).await;
    let invite = async |caller: &Caller, member| door.service().invite(caller, member).await;
    refused!(invite(&door.as_member(jip, MONDAY), fenna).await, AccessError::NotAllowed);
    refused!(invite(&door.them(MONDAY), fenna).await, AccessError::NotAllowed);
    refused!(invite(&door.in_another_house(MONDAY), fenna).await, AccessError::Service(_));
    let nobody = promise::MemberId::new(uuid::Uuid::from_u128(404));
    assert!(is_not_found(invite(&door.us(MONDAY), nobody).await, "member"));

    let link = invite(&door.us(MONDAY), fenna).await.expect("made");
    door.service().member_leaves(&door.us(MONDAY), fenna).await.expect("left");
    assert!(!is_alive(&door, &link, MONDAY).await);
    refused!(accept(&door, &link, &login_of("Fenna")).await, AccessError::LinkNotValid);
    assert!(is_not_found(invite(&door.us(MONDAY), fenna).await, "member"));
    // A session or a token is no link.
    refused!(accept(&door, &door.session, "x@y.example").await, AccessError::LinkNotValid);
    came_in(door.service().sign_in(LOGIN, PASSWORD, &visit(MONDAY)).await);
}
