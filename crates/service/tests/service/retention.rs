//! How long what is kept: a plan changes nothing, a run takes what the plan said, and nothing that is still needed.

use calendar::Country;
use promise::{Actor, Person, Role};
use service::audit::{Origin, PrivacyError};
use service::retention::{Kind, MOST_DAYS, Plan};
use testkit::Store;

use crate::scene::{MAPPING, MONDAY, Scene, history};

/// Long after everything in the scene has ended.
const YEARS_LATER: &str = "2034-06-01T08:00:00Z";

fn counts(plan: &Plan) -> Vec<(&'static str, &'static str, usize)> {
    let lines = plan.lines.iter();
    lines.map(|l| (l.kind.code(), l.country.code(), l.waiting.count)).collect()
}

impl Scene {
    async fn plan(&self, at: &str) -> Plan {
        self.service.retention_plan(&self.us(at)).await.expect("a plan")
    }

    async fn run(&self, at: &str) -> Plan {
        self.service.retention_run(&self.us(at), &Origin::desk()).await.expect("a run")
    }

    async fn set(&self, kind: Kind, days: Option<u32>) -> Result<(), PrivacyError> {
        let caller = self.us(MONDAY);
        self.service.set_retention(&caller, &Origin::desk(), (kind, Country::Nl), days).await
    }

    /// An ended promise, an imported history, a former member, an ended session, a note.
    async fn lived_in(store: Store) -> Self {
        let scene = Self::new(store).await;
        scene.released().await;
        scene.bring(MONDAY, MAPPING, &history(0)).await;
        let mees = scene.member("Mees", Role::Promisor).await;
        scene.service.member_leaves(&scene.us(MONDAY), mees).await.expect("left");
        let o = scene.organisation;
        let rows = format!(
            "INSERT INTO session (organisation, session, member, stage, tries, begun_at, seen_at,
                ends_at, address, agent)
                VALUES ('{o}', '5e55', '{mees}', 'in', 0, 1, 2, 3, '192.0.2.7', 'Firefox');"
        );
        scene.store.execute(&rows).await;
        let note = Origin::desk().note(&scene.us(MONDAY), "receipt", "promise:1", "done");
        scene.service.note(scene.organisation, &note).await.expect("noted");
        scene
    }
}

testkit::on_both_stores!(
    a_plan_changes_nothing_and_a_run_does_what_it_said,
    what_is_still_needed_stays,
    a_rule_can_be_set_and_something_kept_for_ever,
    a_customer_elsewhere_goes_by_the_rules_there,
    only_admins_see_and_run_it,
    it_runs_once_a_day_where_it_is_switched_on,
);

async fn a_plan_changes_nothing_and_a_run_does_what_it_said(store: Store) {
    let scene = Scene::lived_in(store).await;
    let before = scene.store.everything().await;
    let plan = scene.plan(YEARS_LATER).await;
    assert_eq!(scene.store.everything().await, before, "the whole database is what it was");
    let rows = |table: &str| before.iter().filter(|row| row.starts_with(table)).count();
    let (answers, notes) = (rows("idempotency "), rows("audit "));
    assert_eq!(
        counts(&plan),
        [
            ("contacts", "NL", 1),
            ("members", "NL", 1),
            ("audit", "NL", notes),
            ("access", "NL", 1),
            ("answers", "NL", answers),
            ("forecasts", "NL", 0),
            ("quotes", "NL", 0),
            ("tracker_persons", "NL", 80),
        ]
    );
    let contacts = plan.lines[0].waiting.oldest.expect("since when");
    assert_eq!(contacts.to_string(), MONDAY, "the end of the last promise");

    let went = scene.run(YEARS_LATER).await;
    assert_eq!(counts(&went), counts(&plan));
    for row in scene.store.everything().await {
        let gone = ["Ebba", "Mees", "192.0.2.7", "Jip"];
        assert!(gone.iter().all(|text| !row.contains(text)), "{row}");
    }
    let checked = scene.service.ledger().check(scene.organisation).await.expect("it reads");
    assert_eq!(checked.faults, Vec::<String>::new());
    let us = scene.service.organisation(scene.organisation).await.expect("it reads");
    assert_eq!(us.members[&scene.admin].name, "Marnix", "who is here stays");

    let after = scene.plan(YEARS_LATER).await;
    let left: usize = after.lines.iter().map(|line| line.waiting.count).sum();
    assert_eq!(left, 0, "{:?}", counts(&after));
}

async fn what_is_still_needed_stays(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.recorded().await;
    assert_eq!(scene.plan(YEARS_LATER).await.lines[0].waiting.count, 0, "a promise is open");
    let release = service::promise::Ask::Release { words: String::new() };
    scene.service.act(&scene.them("2033-01-02T08:00:00Z"), id, release, None).await.expect("off");
    assert_eq!(scene.plan(YEARS_LATER).await.lines[0].waiting.count, 0, "it ended lately");
    assert_eq!(scene.plan("2043-01-01T08:00:00Z").await.lines[0].waiting.count, 1);
}

async fn a_rule_can_be_set_and_something_kept_for_ever(store: Store) {
    let scene = Scene::lived_in(store).await;
    let at = "2026-03-25T08:00:00Z";
    assert_eq!(scene.plan(at).await.lines[0].waiting.count, 0);
    scene.set(Kind::Contacts, Some(10)).await.expect("set");
    scene.set(Kind::Access, None).await.expect("set");
    let plan = scene.plan(at).await;
    assert_eq!((plan.lines[0].days, plan.lines[0].source), (Some(10), None));
    assert_eq!(plan.lines[0].waiting.count, 1);
    assert_eq!((plan.lines[3].days, plan.lines[3].waiting.count), (None, 0));
    for given in [0, MOST_DAYS + 1] {
        let refused = scene.set(Kind::Audit, Some(given)).await;
        let Err(error @ PrivacyError::Days { .. }) = refused else { panic!("{refused:?}") };
        assert!(error.to_string().contains(&given.to_string()), "{error}");
    }
}

async fn a_customer_elsewhere_goes_by_the_rules_there(store: Store) {
    let scene = Scene::lived_in(store).await;
    let office = calendar::Calendar::office("Europe/Copenhagen", Country::Dk).expect("a calendar");
    let us = scene.us(MONDAY);
    scene.service.set_calendar(&us, "danish", office).await.expect("set");
    let account = scene.service.add_account(&scene.us(MONDAY), "Havnen", "danish").await;
    let input = service::company::ContactInput {
        name: "Signe".to_owned(),
        email: None,
        language: promise::Language::En,
    };
    let account = account.expect("added");
    let signe = scene.service.add_contact(&scene.us(MONDAY), account, input).await.expect("added");
    // More than five years after 2026 and less than seven.
    let went = scene.run("2032-06-01T08:00:00Z").await;
    let contacts: Vec<_> =
        counts(&went).into_iter().filter(|(kind, ..)| *kind == "contacts").collect();
    assert_eq!(contacts, [("contacts", "NL", 0), ("contacts", "DK", 1)]);
    let erased = scene.service.ledger().erasures(scene.organisation).await.expect("it reads");
    let erased: Vec<Person> = erased.iter().map(|erasure| erasure.person).collect();
    assert_eq!(erased, [Person::Contact(signe)]);
}

async fn only_admins_see_and_run_it(store: Store) {
    let scene = Scene::lived_in(store).await;
    let manager = scene.member("Nienke", Role::Manager).await;
    let before = scene.store.everything().await;
    let caller = scene.caller(Actor::Member(manager), YEARS_LATER);
    let origin = Origin::desk();
    let refused = [
        scene.service.retention_plan(&caller).await.map(drop),
        scene.service.retention_run(&caller, &origin).await.map(drop),
        scene.service.set_retention(&caller, &origin, (Kind::Audit, Country::Nl), None).await,
        scene.service.set_retention_daily(&caller, &origin, true).await,
    ];
    for refused in refused {
        assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    }
    assert_eq!(scene.store.everything().await, before);
}

async fn it_runs_once_a_day_where_it_is_switched_on(store: Store) {
    let scene = Scene::lived_in(store).await;
    let watch = async |at: &str| {
        scene.service.watch(scene.organisation, crate::scene::instant(at)).await.expect("watched");
        let runs =
            scene.store.everything().await.into_iter().filter(|row| row.contains("retention.run"));
        runs.count()
    };
    assert_eq!(watch(YEARS_LATER).await, 0, "off until somebody switches it on");
    let daily = async |on| {
        let caller = scene.us(MONDAY);
        scene.service.set_retention_daily(&caller, &Origin::desk(), on).await.expect("set");
    };
    daily(true).await;
    assert!(scene.plan(YEARS_LATER).await.daily);
    assert_eq!(watch(YEARS_LATER).await, 1);
    assert_eq!(watch("2034-06-01T20:00:00Z").await, 1, "not twice a day");
    assert_eq!(watch("2034-06-02T08:00:00Z").await, 2);
    daily(false).await;
    assert_eq!(watch("2034-06-04T08:00:00Z").await, 2);
    let erased = scene.service.ledger().erasures(scene.organisation).await.expect("it reads");
    assert_eq!(erased.len(), 2, "the contact and the former member");
}
