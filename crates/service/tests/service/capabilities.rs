//! The register of capabilities: who answers for what, what it was at a moment, and which claims rest on it.

use jiff::civil::date;
use promise::capability::{
    Answer, Capability, CapabilityRefusal, OtherName, Standing, StandingName,
};
use promise::{CapabilityId, Chance, Language, Line, Refusal};
use service::ServiceError;
use service::capabilities::{PublicText, Resting, Scanned, Wrong};
use testkit::Store;

use crate::scene::{MONDAY, Scene, instant};

testkit::on_both_stores!(
    a_capability_waits_for_its_answer_and_is_told_as_it_was,
    what_the_rules_refuse_is_refused,
    the_same_key_registers_once,
    a_name_asked_for_twice_at_once_is_given_once,
    claims_are_kept_until_they_are_gone,
);

const TUESDAY: &str = "2026-03-10T08:00:00Z";
const THURSDAY: &str = "2026-03-12T08:00:00Z";

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

fn forecast() -> Answer {
    Answer::Forecast {
        day: date(2026, 6, 30),
        chance: Some(Chance::of_percent(82)),
        ground: line("two of three parts are done"),
    }
}

impl Scene {
    async fn registered(&self, name: &str) -> CapabilityId {
        let names = vec![OtherName { language: Some(Language::Sv), name: line("till Excel") }];
        let names = if name == "Export" { names } else { Vec::new() };
        let id = self.service.register_capability(&self.us(MONDAY), line(name), names).await;
        id.expect("it is registered")
    }

    async fn register(&self) -> Vec<(CapabilityId, Capability)> {
        self.service.capabilities(&self.us(MONDAY)).await.expect("it is listed")
    }

    async fn scanned(&self, at: &str, words: &str) -> Scanned {
        let (place, words) = (line("site/index.md"), words.to_owned());
        let text = PublicText { place, words, language: Language::En };
        let scanned = self.service.scan_claims(&self.us(at), &[text]).await;
        scanned.expect("it is scanned")
    }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(outcome: Result<T, ServiceError>) -> CapabilityRefusal {
    match outcome {
        Err(ServiceError::Refused(Refusal::Capability(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn a_capability_waits_for_its_answer_and_is_told_as_it_was(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.registered("Export").await;
    let answer = scene.service.answer_capability(&scene.us(TUESDAY), id, forecast()).await;
    answer.expect("it is answered");
    let gone = scene.service.retire_capability(&scene.us(THURSDAY), id, line("replaced")).await;
    gone.expect("it is taken out");
    for (at, wanted) in [
        ("2026-03-08T08:00:00Z", None),
        (MONDAY, Some(StandingName::Asked)),
        ("2026-03-11T08:00:00Z", Some(StandingName::Forecast)),
        (THURSDAY, Some(StandingName::Retired)),
    ] {
        let then = scene.service.capability_at(&scene.us(THURSDAY), id, instant(at)).await;
        let then = then.expect("it is told").map(|capability| capability.standing.name());
        assert_eq!(then, wanted, "{at}");
    }
    let register = scene.register().await;
    let [(listed, capability)] = register.as_slice() else { panic!("{register:?}") };
    assert_eq!((*listed, capability.names.len()), (id, 1));
    assert!(matches!(capability.standing, Standing::Retired { .. }));
    // Its name is free again.
    assert_ne!(scene.registered("export").await, id);
}

async fn what_the_rules_refuse_is_refused(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.registered("Export").await;
    let other = scene.registered("Fax").await;
    let us = || scene.us(TUESDAY);
    let service = &scene.service;
    let again = refused(service.register_capability(&us(), line("EXPORT"), Vec::new()).await);
    assert!(matches!(again, CapabilityRefusal::NameTaken { .. }), "{again:?}");
    let swedish = refused(service.call_capability(&us(), other, line("till excel"), vec![]).await);
    assert!(matches!(swedish, CapabilityRefusal::NameTaken { .. }), "{swedish:?}");
    let ahead = Answer::Exists { since: date(2026, 3, 11) };
    let ahead = refused(service.answer_capability(&us(), id, ahead).await);
    assert!(matches!(ahead, CapabilityRefusal::SinceAhead { .. }), "{ahead:?}");
    let nobody = CapabilityId::new(uuid::Uuid::from_u128(7));
    let none = refused(service.retire_capability(&us(), nobody, line("x")).await);
    assert_eq!(none, CapabilityRefusal::None);
    assert!(scene.register().await.iter().all(|(_, one)| one.standing == Standing::Asked));
}

async fn the_same_key_registers_once(store: Store) {
    let scene = Scene::new(store).await;
    let us = scene.us(MONDAY);
    let service = &scene.service;
    let first = service.register_capability(&us, line("Export"), Vec::new()).await;
    let again = service.register_capability(&us, line("Export"), Vec::new()).await;
    assert_eq!(first.expect("it is registered"), again.expect("it is answered again"));
    assert_eq!(scene.register().await.len(), 1);
}

async fn a_name_asked_for_twice_at_once_is_given_once(store: Store) {
    let scene = Scene::new(store).await;
    let service = &scene.service;
    let (one, other) = (scene.us(MONDAY), scene.us(TUESDAY));
    let (one, other) = tokio::join!(
        service.register_capability(&one, line("Excel export"), Vec::new()),
        service.register_capability(&other, line("EXCEL-export"), Vec::new()),
    );
    assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
    let taken = refused(if one.is_ok() { other } else { one });
    assert!(matches!(taken, CapabilityRefusal::NameTaken { .. }), "{taken:?}");
    assert_eq!(scene.register().await.len(), 1);
}

async fn claims_are_kept_until_they_are_gone(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.registered("Export").await;
    let page = "You get Export with every plan.\n\nExport works from July 2026.";
    let scanned = scene.scanned(MONDAY, page).await;
    assert_eq!(scanned, Scanned { standing: 2, new: 2, gone: 0 });
    let resting = scene.service.standing_claims(&scene.us(MONDAY)).await.expect("they are told");
    let unanswered = |one: &Resting| one.wrong == Some(Wrong::Unanswered);
    assert!(resting.iter().all(unanswered), "nobody has answered: {resting:?}");

    let answer = scene.service.answer_capability(&scene.us(MONDAY), id, forecast()).await;
    answer.expect("it is answered");
    let resting = scene.service.standing_claims(&scene.us(MONDAY)).await.expect("they are told");
    let wrong: Vec<_> = resting.iter().map(|one| one.wrong).collect();
    assert!(wrong.contains(&None) && wrong.contains(&Some(Wrong::TooEarly)), "{wrong:?}");
    let (entries, today) = scene.service.entries(&scene.us(MONDAY)).await.expect("they are told");
    assert_eq!((entries[0].claims.len(), today), (2, date(2026, 3, 9)));

    let scanned = scene.scanned(TUESDAY, "Export works from July 2026.").await;
    assert_eq!(scanned, Scanned { standing: 1, new: 0, gone: 1 });
    let resting = scene.service.standing_claims(&scene.us(TUESDAY)).await.expect("they are told");
    let [one] = resting.as_slice() else { panic!("{resting:?}") };
    assert_eq!(one.claim.found.words.as_str(), "Export works from July 2026.");
    assert_eq!(one.claim.first_seen, instant(MONDAY));
    assert_eq!(one.claim.last_seen, instant(TUESDAY));
    let scanned = scene.scanned(THURSDAY, page).await;
    assert_eq!(scanned, Scanned { standing: 2, new: 0, gone: 0 }, "it is back");
    let checked = scene.service.ledger().check(scene.organisation).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
}
