//! What is owed to a person: to be told everything that is held, and to be forgotten. And who is told what was done.

use ledger::audit::AuditFilter;
use ledger::receipt::{Holder, Receipt};
use promise::party::ErasureReason;
use promise::terms::{Draft, Found};
use promise::{Actor, ContactId, Line, MemberId, Person, PromiseId, Role, Words};
use service::audit::{Origin, PrivacyError};
use service::person::Erasing;
use service::promise::Ask;
use service::{Caller, ServiceError};
use testkit::Store;
use uuid::Uuid;

use crate::scene::{MONDAY, Scene, history, instant};

const TUESDAY: &str = "2026-03-10T08:00:00Z";
const SAID: &str = "Vi räknar med filen före inventeringen.";

impl Scene {
    fn ebba(&self) -> Person {
        Person::Contact(self.contact)
    }

    /// A promise found in a mail of the contact's.
    pub(crate) async fn recorded(&self) -> PromiseId {
        let known = Draft {
            contact: Some(self.contact),
            subject: Some(Line::new("The meter file").expect("a line")),
            promisor: Some(self.admin),
            ..Draft::new(self.account)
        };
        let sentence = Words::new(self.ebba(), SAID).expect("words");
        let recorded = self.service.record(&self.us(MONDAY), Found { known, sentence }, None).await;
        recorded.expect("recorded").promise
    }

    /// A promise that the contact let us off.
    pub(crate) async fn released(&self) -> PromiseId {
        let id = self.recorded().await;
        let release = Ask::Release { words: "Behövs inte mer.".to_owned() };
        self.service.act(&self.them(MONDAY), id, release, None).await.expect("released");
        id
    }

    pub(crate) async fn member(&self, name: &str, role: Role) -> MemberId {
        self.service.add_member(&self.us(MONDAY), name, role).await.expect("added")
    }

    fn erasing(&self) -> Erasing {
        erasing(self.ebba())
    }

    async fn erase(&self, caller: &Caller, erasing: &Erasing) -> Result<(), PrivacyError> {
        let erased = self.service.erase_person(caller, &Origin::desk(), erasing).await?;
        assert_eq!(erased.person, erasing.person);
        Ok(())
    }

    async fn receipt(&self, id: PromiseId) -> Receipt {
        self.service.receipt(&self.us(TUESDAY), id, Holder::Us).await.expect("a receipt")
    }

    /// Checks that chains hold and the tables are what the log makes.
    async fn holds(&self) {
        let checked = self.service.ledger().check(self.organisation).await.expect("it reads");
        assert_eq!(checked.faults, Vec::<String>::new());
    }

    /// The newest notes: action, subject, outcome.
    async fn noted(&self) -> Vec<(String, String, String)> {
        let filter = AuditFilter { limit: 100, ..AuditFilter::default() };
        let rows = self.service.audit(&self.us(TUESDAY), &filter, None).await.expect("it reads");
        rows.into_iter().map(|row| (row.action, row.subject, row.outcome)).collect()
    }
}

fn erasing(person: Person) -> Erasing {
    Erasing {
        person,
        reason: ErasureReason::Objection,
        even_with_open_promises: false,
        tracker_names: Vec::new(),
    }
}

testkit::on_both_stores!(
    everything_held_about_a_contact_is_told,
    everything_held_about_a_member_is_told,
    what_is_held_about_others_is_for_admins,
    an_erased_contact_is_nowhere_and_everything_else_holds,
    an_erased_member_is_nowhere_and_comes_in_no_more,
    erasing_twice_gives_the_same_answer,
    an_erasure_is_refused_with_its_reason,
    an_admin_who_is_not_the_last_may_be_erased,
    whoever_comes_back_with_an_old_backup_is_erased_again,
    figures_about_members_are_switched_on_by_an_admin_who_says_why,
    notes_are_listed_filtered_paged_and_taken_out,
);

async fn everything_held_about_a_contact_is_told(store: Store) {
    let scene = Scene::new(store).await;
    scene.released().await;
    let export = scene
        .service
        .person_export(&scene.us(TUESDAY), &Origin::desk(), scene.ebba())
        .await
        .expect("an export");
    let json = &export.json;
    assert_eq!(json["profile"]["name"], "Ebba Lind");
    assert_eq!(json["profile"]["account"]["name"], "Björkskatan");
    let texts = json["texts"].as_array().expect("a list");
    let texts: Vec<&str> = texts.iter().filter_map(|text| text["text"].as_str()).collect();
    assert_eq!(texts, ["Ebba Lind", SAID, "Behövs inte mer."]);
    assert_eq!(json["promises"][0]["subject"], "The meter file");
    assert_eq!(json["promises"][0]["named_as"][0], "contact");
    let events = json["events"].as_array().expect("a list");
    assert!(events.iter().any(|event| event["event"] == "released" && event["caused"] == true));
    for wanted in ["Ebba Lind", SAID, "#1 The meter file to Björkskatan (released), as contact"] {
        assert!(export.text.contains(wanted), "{}", export.text);
    }
    let subject = format!("contact:{}", scene.contact);
    let noted = scene.noted().await;
    assert_eq!(noted[0], ("person.export".to_owned(), subject, "begun".to_owned()));
}

async fn everything_held_about_a_member_is_told(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, crate::scene::MAPPING, &history(0)).await;
    let jip = scene.member("Jip", Role::Promisor).await;
    scene.let_in(jip).await;
    let jips = scene.caller(Actor::Member(jip), TUESDAY);
    let export = scene.service.person_export(&jips, &Origin::desk(), Person::Member(jip)).await;
    let json = export.expect("their own").json;
    assert_eq!(json["profile"]["role"], "promisor");
    assert_eq!(json["ways_in"]["session"][0]["address"], "192.0.2.7");
    assert_eq!(json["ways_in"]["credential"][0]["has_password"], true);
    assert_eq!(json["ways_in"]["api_token"][0]["name"], "Laptop of Jip");
    assert_eq!(json["tracked_work"].as_array().map(Vec::len), Some(80));
    let text = json.to_string();
    assert!(!text.contains("argon2id") && !text.contains("5e55"), "no secret goes with it: {text}");
}

async fn what_is_held_about_others_is_for_admins(store: Store) {
    let scene = Scene::new(store).await;
    let manager = scene.member("Mees", Role::Manager).await;
    let export = async |caller: &Caller, person| {
        scene.service.person_export(caller, &Origin::desk(), person).await
    };
    let mees = scene.caller(Actor::Member(manager), MONDAY);
    let refused = export(&mees, scene.ebba()).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    let them = scene.them(MONDAY);
    let refused = export(&them, Person::Member(manager)).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    assert!(export(&them, scene.ebba()).await.is_ok(), "their own");
    let through = Actor::Contact { contact: scene.contact, through: Some(manager) };
    let refused = export(&scene.caller(through, MONDAY), scene.ebba()).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "heard is not asked");
    let nobody = Person::Contact(ContactId::new(Uuid::from_u128(404)));
    let refused = export(&scene.us(MONDAY), nobody).await;
    let Err(PrivacyError::Service(ServiceError::NotFound { what: "contact", .. })) = refused else {
        panic!("{refused:?}")
    };
}

impl Scene {
    /// Everything by which a member comes in.
    async fn let_in(&self, member: MemberId) {
        let o = self.organisation;
        let rows = format!(
            "INSERT INTO login VALUES ('jip@kornoelje.example', '{o}', '{member}');
             INSERT INTO identity VALUES ('https://id.example', 'jip', '{o}', '{member}', 1);
             INSERT INTO credential VALUES
                ('{o}', '{member}', 'jip@kornoelje.example', '$argon2id$x', 1, NULL, NULL);
             INSERT INTO recovery_code VALUES ('{o}', '{member}', '5e55', NULL);
             INSERT INTO session (organisation, session, member, stage, tries, begun_at, seen_at,
                ends_at, address, agent)
                VALUES ('{o}', '5e55', '{member}', 'in', 0, 1, 2, 3, '192.0.2.7', 'Firefox');
             INSERT INTO api_token VALUES
                ('{o}', '5e55', '{member}', 'Laptop of Jip', 'read', 1, 2, NULL, NULL);
             INSERT INTO invitation VALUES ('{o}', '5e55', '{member}', 'join', NULL, 1, 2, NULL);"
        );
        self.store.execute(&rows).await;
    }
}

async fn an_erased_contact_is_nowhere_and_everything_else_holds(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.released().await;
    let earlier = scene.receipt(id).await;
    scene.erase(&scene.us(TUESDAY), &scene.erasing()).await.expect("erased");
    scene.holds().await;
    assert_eq!(earlier.verify(None), Ok(()));
    let later = scene.receipt(id).await;
    assert_eq!(later.verify(None), Ok(()));
    let opened = |receipt: &Receipt| {
        receipt.openings.values().map(|opening| opening.text.clone()).collect::<Vec<_>>()
    };
    assert!(opened(&earlier).contains(&SAID.to_owned()));
    assert_eq!(opened(&later), Vec::<String>::new());
    for row in scene.store.everything().await {
        let is_clean = ["Ebba", "inventeringen", "Behövs"].iter().all(|text| !row.contains(text));
        assert!(is_clean, "{row}");
    }
    let export = scene
        .service
        .person_export(&scene.us(TUESDAY), &Origin::desk(), scene.ebba())
        .await
        .expect("what is left");
    assert_eq!(export.json["profile"]["name"], "");
    assert_eq!(export.json["profile"]["erased"]["reason"], "objection");
    assert!(export.text.contains("an erased person"), "{}", export.text);
    assert_eq!(export.json["promises"][0]["subject"], "The meter file", "the promise stays");
    let dossier = scene.service.dossier(&scene.us(TUESDAY), scene.account).await.expect("it reads");
    assert!(dossier.contacts.is_empty(), "nobody offers them anything");
    let erased = scene.noted().await.into_iter().find(|(action, ..)| action == "person.erase");
    assert_eq!(erased.map(|(_, _, outcome)| outcome).as_deref(), Some("done"));
}

async fn an_erased_member_is_nowhere_and_comes_in_no_more(store: Store) {
    let scene = Scene::new(store).await;
    scene.bring(MONDAY, crate::scene::MAPPING, &history(0)).await;
    let jip = scene.member("Jip Aldenkamp", Role::Promisor).await;
    scene.let_in(jip).await;
    let mut erasing = erasing(Person::Member(jip));
    erasing.tracker_names = vec!["Jip".to_owned()];
    scene.erase(&scene.us(TUESDAY), &erasing).await.expect("erased");
    scene.holds().await;
    for row in scene.store.everything().await {
        let texts = ["Jip", "jip@", "192.0.2.7", "Firefox", "argon2id", "5e55"];
        assert!(texts.iter().all(|text| !row.contains(text)), "{row}");
    }
    let us = scene.service.organisation(scene.organisation).await.expect("it reads");
    assert!(us.members[&jip].is_erased() && us.members[&jip].left_at.is_some());
}

async fn erasing_twice_gives_the_same_answer(store: Store) {
    let scene = Scene::new(store).await;
    let erase = async |at: &str| {
        let caller = scene.us(at);
        scene.service.erase_person(&caller, &Origin::desk(), &scene.erasing()).await
    };
    let first = erase(TUESDAY).await.expect("erased");
    let before = scene.store.everything().await;
    let second = erase("2026-03-11T08:00:00Z").await.expect("the same");
    assert_eq!(first, second);
    assert_eq!(scene.store.everything().await, before, "and nothing is written");
}

async fn an_erasure_is_refused_with_its_reason(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.store.everything().await;
    let mees = scene.caller(Actor::Member(MemberId::new(Uuid::from_u128(5))), MONDAY);
    for caller in [mees, scene.them(MONDAY)] {
        let refused = scene.erase(&caller, &scene.erasing()).await;
        assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    }
    let myself = erasing(Person::Member(scene.admin));
    let refused = scene.erase(&scene.us(MONDAY), &myself).await;
    assert!(matches!(refused, Err(PrivacyError::LastAdmin)), "{refused:?}");
    for nobody in [
        Person::Contact(ContactId::new(Uuid::from_u128(404))),
        Person::Member(MemberId::new(Uuid::from_u128(404))),
    ] {
        let refused = scene.erase(&scene.us(MONDAY), &erasing(nobody)).await;
        let is_missing =
            matches!(refused, Err(PrivacyError::Service(ServiceError::NotFound { .. })));
        assert!(is_missing, "{refused:?}");
    }
    assert_eq!(scene.store.everything().await, before, "refused means that nothing was written");

    scene.recorded().await;
    let refused = scene.erase(&scene.us(TUESDAY), &scene.erasing()).await;
    let Err(error @ PrivacyError::OpenPromises(_)) = refused else { panic!("{refused:?}") };
    assert!(error.to_string().contains("(#1)"), "{error}");
    let all_the_same = Erasing { even_with_open_promises: true, ..scene.erasing() };
    scene.erase(&scene.us(TUESDAY), &all_the_same).await.expect("erased all the same");
    scene.holds().await;
}

async fn an_admin_who_is_not_the_last_may_be_erased(store: Store) {
    let scene = Scene::new(store).await;
    let other = scene.member("Mees", Role::Admin).await;
    scene.erase(&scene.us(TUESDAY), &erasing(Person::Member(other))).await.expect("erased");
    let others = scene.caller(Actor::Member(other), TUESDAY);
    let refused = scene.erase(&others, &scene.erasing()).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "they are no admin any more");
}

async fn whoever_comes_back_with_an_old_backup_is_erased_again(store: Store) {
    let scene = Scene::new(store).await;
    let id = scene.released().await;
    let keys = async || {
        scene.store.texts("SELECT wrapped FROM person_key WHERE person LIKE 'contact:%'").await
    };
    let wrapped = keys().await.pop().expect("her key");
    scene.erase(&scene.us(TUESDAY), &scene.erasing()).await.expect("erased");
    assert!(keys().await.is_empty(), "it is gone");
    let (whose, person) = (scene.organisation, format!("contact:{}", scene.contact));
    let back = format!("INSERT INTO person_key VALUES ('{whose}', '{person}', '{wrapped}')");
    scene.store.execute(&back).await;

    assert!(scene.receipt(id).await.openings.is_empty(), "even before anything is done about it");
    let again = async |at| scene.service.erase_again(&scene.us(at), &Origin::server()).await;
    assert_eq!(again("2026-03-12T08:00:00Z").await.expect("erased again"), 1);
    assert!(keys().await.is_empty(), "it is gone again");
    assert_eq!(again("2026-03-13T08:00:00Z").await.expect("nothing to do"), 0);
    scene.holds().await;
}

async fn figures_about_members_are_switched_on_by_an_admin_who_says_why(store: Store) {
    let scene = Scene::new(store).await;
    let mees = scene.member("Mees", Role::Manager).await;
    let figures = async || {
        let us = scene.service.organisation(scene.organisation).await.expect("it reads");
        us.person_figures.clone()
    };
    assert!(!figures().await.shown, "off until somebody says otherwise");
    let set = async |caller: &Caller, shown, reason: &str| {
        scene.service.set_person_figures(caller, shown, reason).await
    };
    let agreed = "Agreed with the works council, 3 March 2026";
    let refused = set(&scene.caller(Actor::Member(mees), MONDAY), true, agreed).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    let refused = set(&scene.us(MONDAY), true, "  ").await;
    assert!(matches!(refused, Err(PrivacyError::NoReason)), "{refused:?}");
    let refused = set(&scene.us(MONDAY), true, &"x".repeat(301)).await;
    assert!(matches!(refused, Err(PrivacyError::Service(_))), "{refused:?}");
    assert!(!figures().await.shown);
    set(&scene.us(MONDAY), true, agreed).await.expect("switched on");
    let shown = figures().await;
    assert_eq!(
        (shown.shown, shown.reason.map(|line| line.to_string())),
        (true, Some(agreed.into()))
    );
    set(&scene.us(TUESDAY), false, "").await.expect("switched off");
    assert!(!figures().await.shown);
    scene.holds().await;
}

async fn notes_are_listed_filtered_paged_and_taken_out(store: Store) {
    let scene = Scene::new(store).await;
    let whose = scene.organisation;
    for hour in 0..5 {
        let at = format!("2026-03-09T1{hour}:00:00.5Z");
        let action = if hour % 2 == 0 { "POST /offers" } else { "receipt" };
        let note = Origin::desk().note(&scene.us(&at), action, &format!("promise:{hour}"), "done");
        scene.service.note(whose, &note).await.expect("noted");
    }
    let list = async |filter: AuditFilter, before| {
        let rows =
            scene.service.audit(&scene.us(TUESDAY), &filter, before).await.expect("it reads");
        let subjects = rows.iter().map(|row| row.subject.clone()).collect::<Vec<_>>();
        (subjects.join(" ").replace("promise:", ""), rows.last().map(|row| row.id))
    };
    let all = AuditFilter { limit: 100, ..AuditFilter::default() };
    assert_eq!(list(all.clone(), None).await.0, "4 3 2 1 0");
    let two = AuditFilter { limit: 2, ..all.clone() };
    let (first, last) = list(two.clone(), None).await;
    let (second, last) = (list(two.clone(), last).await.0, list(two.clone(), last).await.1);
    assert_eq!((first.as_str(), second.as_str()), ("4 3", "2 1"));
    assert_eq!(list(two, last).await.0, "0");
    let receipts = AuditFilter { action: "receipt".to_owned(), ..all.clone() };
    assert_eq!(list(receipts, None).await.0, "3 1");
    let of_one = AuditFilter { subject: "promise:2".to_owned(), ..all.clone() };
    assert_eq!(list(of_one, None).await.0, "2");
    let by = AuditFilter { actor: format!("member:{}", scene.admin), ..all.clone() };
    assert_eq!(list(by, None).await.0, "4 3 2 1 0");
    let by = AuditFilter { actor: "program".to_owned(), ..all.clone() };
    assert_eq!(list(by, None).await.0, "");
    let span = AuditFilter {
        since: Some(instant("2026-03-09T11:00:00.5Z")),
        until: Some(instant("2026-03-09T13:00:00.5Z")),
        ..all.clone()
    };
    assert_eq!(list(span.clone(), None).await.0, "3 2 1", "both ends are in");

    let us = scene.us(TUESDAY);
    let mut export = scene.service.export_audit(&us, &Origin::desk(), &span).await.expect("begun");
    let lines = scene.service.next_audit_lines(&mut export).await.expect("it reads");
    let lines = lines.expect("three lines");
    let read = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    let subjects: Vec<_> = lines.lines().map(|line| read(line)["subject"].clone()).collect();
    assert_eq!(subjects, ["promise:1", "promise:2", "promise:3"], "the oldest first");
    assert_eq!(scene.service.next_audit_lines(&mut export).await.expect("it reads"), None);
    assert_eq!(scene.noted().await[0].0, "audit.export", "and that is noted too");

    let mees = scene.member("Mees", Role::Manager).await;
    let mees = scene.caller(Actor::Member(mees), TUESDAY);
    let refused = scene.service.audit(&mees, &all, None).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
    let refused = scene.service.export_audit(&mees, &Origin::desk(), &all).await;
    assert!(matches!(refused, Err(PrivacyError::NotAdmin { .. })), "{refused:?}");
}
