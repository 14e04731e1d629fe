//! Wrong input on pages: each is answered by a page that says why, in the reader's language, and nothing is stored.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use std::num::NonZeroU32;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use calendar::{Calendar, Country, Due};
use http_body_util::BodyExt;
use promise::money::Currency;
use promise::party::Team;
use promise::terms::{Consideration, Draft, Ground, RemedyChoice, Strictness};
use promise::{Actor, Language, Line, OrganisationId, Person, Role, Rule, Words};
use service::company::{ContactInput, FIRST_CALENDAR, Founding};
use service::promise::Writing;
use service::{Caller, Service};
use testkit::Store;
use tower::ServiceExt;
use uuid::Uuid;
use web::{App, Clock, Entrance, Site};

const KORNOELJE: OrganisationId = OrganisationId::new(Uuid::from_u128(1));
const NOW: &str = "2026-03-09T08:40:00Z";

/// What was sent where, the status wanted, and what the page must name. `ACCOUNT` stands for the customer's id, `LINK`
/// for its contact's link, `THEIRS` for another customer's promise.
type Row = (&'static str, &'static str, &'static str, u16, &'static str);

const ROWS: &[Row] = &[
    ("GET", "/nowhere", "", 404, ""),
    ("DELETE", "/accounts", "", 404, ""),
    ("GET", "/promises/99", "", 404, "99"),
    ("GET", "/promises/first", "", 404, "first"),
    ("GET", "/promises/99/receipt", "", 404, "99"),
    ("GET", "/promises/99/domino", "", 404, "99"),
    ("GET", "/promises/1/domino?days=0", "", 422, "0"),
    ("GET", "/promises/1/domino?days=251", "", 422, "251"),
    ("GET", "/promises/1/domino?days=some", "", 422, "some"),
    ("GET", "/backtest?question=soon", "", 422, "soon"),
    ("GET", "/accounts/moon", "", 404, "moon"),
    ("GET", "/static/../Cargo.toml", "", 404, ""),
    ("GET", "/c/forged", "", 404, ""),
    ("POST", "/c/forged/moon/accept", "", 404, ""),
    ("POST", "/c/LINK/THEIRS/accept", "", 404, "THEIRS"),
    ("POST", "/accounts", "name=&calendar=office", 422, ""),
    ("POST", "/accounts", "name=Zwaan&calendar=moon", 404, "moon"),
    ("POST", "/accounts", "name=a%0Ab&calendar=office", 422, ""),
    ("POST", "/accounts/ACCOUNT/contacts", "name=&language=nl", 422, ""),
    ("POST", "/accounts/ACCOUNT/contacts", "name=Ebba&email=nowhere&language=nl", 422, "nowhere"),
    ("POST", "/accounts/ACCOUNT/contacts/moon/link", "", 404, "moon"),
    ("POST", "/drafts", "what=Export", 422, ""),
    ("POST", "/drafts", "account=moon&what=Export", 404, "moon"),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&hours=-3&team=Web", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&hours=much&team=Web", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&pieces=0&team=Web", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&date=own&own=soon", 422, "soon"),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&wished=2026-02-30", 422, "2026-02-30"),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&price=free", 422, "EUR"),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&c1_what=Data", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&remedy=credit", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&remedy=credit&amount=100&cap=50", 422, ""),
    ("POST", "/offers", "account=ACCOUNT&what=Export", 422, ""),
    ("POST", "/offers", "account=ACCOUNT&what=Export&expires=never", 422, "never"),
    ("POST", "/promises/1/frobnicate", "", 404, ""),
    ("POST", "/promises/99/accept", "", 404, "99"),
    ("POST", "/promises/1/deliver", "words=there", 422, ""),
    ("POST", "/promises/1/accept", "", 422, ""),
    ("POST", "/promises/1/accept", "theirs=1&version=9", 422, ""),
    ("POST", "/promises/1/counter-propose", "theirs=1&due=soon&words=later", 422, "soon"),
    ("POST", "/promises/1/plan", "team=Web&pieces=0", 422, ""),
    ("POST", "/promises/1/plan", "team=", 422, ""),
    ("POST", "/promises/1/plan", "team=Web&after=99", 422, ""),
    ("POST", "/promises/1/plan", "team=Web&after=1", 422, ""),
    ("POST", "/drafts", "account=ACCOUNT&what=Export&team=Web&after=99", 422, "99"),
    ("POST", "/record", "account=moon&subject=Export&sentence=Friday", 404, "moon"),
    ("POST", "/record", "account=ACCOUNT&subject=&sentence=Friday", 422, ""),
    ("POST", "/record", "account=ACCOUNT&subject=Export&sentence=", 422, ""),
    ("POST", "/record", "account=ACCOUNT&subject=Export&sentence=Friday&due=soon", 422, "soon"),
    ("POST", "/wording", "account=moon&text=Friday", 404, "moon"),
    ("POST", "/wording/look", "account=moon&text=Friday", 404, "moon"),
    ("POST", "/wording/record", "account=moon&text=Friday", 404, "moon"),
    ("POST", "/settings/policy", "offer_at=101&on_plan_from=70&watch_from=50", 422, ""),
    ("POST", "/settings/policy", "offer_at=85&on_plan_from=50&watch_from=70", 422, ""),
    ("POST", "/promises/1/stake", "per_day=much", 422, ""),
    ("POST", "/settings/costs", "currency=EUR&hour=much", 422, "much"),
    ("POST", "/settings/costs", "currency=EUR&hour=0", 422, "EUR 0"),
    ("POST", "/settings/costs", "currency=EUR&overtime_percent=99", 422, "99"),
    ("POST", "/settings/costs", "currency=EUR&overtime_percent=half", 422, "half"),
    ("POST", "/settings/costs", "hour:Web=80&overtime:Web=100000", 422, "100000"),
    ("POST", "/settings/teams/Web", "calendar=office&slots=0", 422, ""),
    ("POST", "/settings/teams/Web", "calendar=office&discipline=sideways", 422, ""),
    ("POST", "/settings/teams/Web", "calendar=moon&discipline=dispatch", 404, "moon"),
    ("POST", "/settings/teams/Web/away", "from=soon&until=2026-12-01&people=1", 422, ""),
    ("POST", "/settings/teams/Web/away", "from=2030-12-02&until=2030-12-01&people=1", 422, ""),
    ("POST", "/settings/teams/Moon/away", "from=2030-12-02&until=2030-12-03&people=1", 404, "Moon"),
    ("POST", "/settings/teams/Web/back", "from=soon", 422, ""),
    ("POST", "/settings/teams/Web/back", "from=2030-12-02", 404, "2030-12-02"),
    ("POST", "/settings/calendars/office", "zone=Moon/Base&monday=09:00-17:00", 422, "Moon/Base"),
    ("POST", "/settings/calendars/office", "zone=Europe/Amsterdam&monday=nine", 422, "nine"),
    ("POST", "/settings/members", "name=&role=promisor", 422, ""),
    ("POST", "/import/nowhere/take", "", 404, ""),
    ("GET", "/capabilities/moon", "", 404, ""),
    ("POST", "/capabilities", "name=", 422, ""),
    ("POST", "/capabilities", "name=a%0Ab", 422, ""),
    ("POST", "/capabilities", "name=EXCEL-export", 422, "EXCEL-export"),
    ("POST", "/capabilities", "name=Fax&names-nl=fax%0AFax", 422, "Fax"),
    ("POST", "/capabilities/scan", "place=&text=You+get+the+Excel+export.", 422, ""),
    ("POST", "/capabilities/scan", "place=site&text=Nous+livrons+demain", 422, "Nous livrons"),
    ("POST", "/capabilities/moon/answer", "answer=exists&since=2026-03-09", 404, ""),
    ("POST", "/capabilities/moon/call", "name=Fax", 404, ""),
    ("POST", "/capabilities/moon/retire", "reason=gone", 404, ""),
    ("POST", "/capabilities/CAPABILITY/answer", "", 422, ""),
    ("POST", "/capabilities/CAPABILITY/answer", "answer=exists&since=soon", 422, "soon"),
    ("POST", "/capabilities/CAPABILITY/answer", "answer=exists&since=2030-01-01", 422, "2030"),
    ("POST", "/capabilities/CAPABILITY/answer", "answer=forecast&day=2026-02-01&ground=x", 422, ""),
    ("POST", "/capabilities/CAPABILITY/answer", "answer=forecast&day=2030-01-01&ground=", 422, ""),
    (
        "POST",
        "/capabilities/CAPABILITY/answer",
        "answer=forecast&day=2030-01-01&ground=x&chance=101",
        422,
        "101",
    ),
    ("POST", "/capabilities/CAPABILITY/answer", "answer=not_planned&reason=", 422, ""),
    ("POST", "/capabilities/CAPABILITY/call", "name=", 422, ""),
    ("POST", "/capabilities/CAPABILITY/call", "name=Excel+export", 422, ""),
    ("POST", "/capabilities/CAPABILITY/retire", "reason=", 422, ""),
];

struct Scene {
    router: Router,
    app: App,
    viewer: String,
    replaced: [(&'static str, String); 4],
    _store: Store,
}

impl Scene {
    async fn new(store: Store) -> Self {
        let at = NOW.parse().unwrap();
        let ledger = store.ledger(5).await;
        let service = Service::new(ledger, NonZeroU32::MIN);
        let caller =
            |by, key: &str| Caller { organisation: KORNOELJE, by, at, key: key.to_owned() };
        let founding = Founding {
            name: "Kornoelje".to_owned(),
            language: Language::Nl,
            zone: "Europe/Amsterdam".to_owned(),
            currency: Currency::Eur,
            country: Country::Nl,
            admin: "Marnix".to_owned(),
        };
        let admin = service.found(&caller(Actor::Rule(Rule::Time), "f"), founding).await.unwrap();
        let us = Actor::Member(admin);
        let viewer = service.add_member(&caller(us, "v"), "Kijker", Role::Viewer).await.unwrap();
        let set = caller(us, "team");
        service.set_team(&set, "Web", Team::of_calendar(FIRST_CALENDAR)).await.unwrap();
        let mut promises = Vec::new();
        let mut accounts = Vec::new();
        for name in ["Björkskatan", "Zwaanhoek"] {
            let account =
                service.add_account(&caller(us, name), name, FIRST_CALENDAR).await.unwrap();
            let language = Language::Sv;
            let ebba = ContactInput { name: format!("Ebba van {name}"), email: None, language };
            let key = format!("contact {name}");
            let contact = service.add_contact(&caller(us, &key), account, ebba).await.unwrap();
            let office = Calendar::office("Europe/Amsterdam", Country::Nl).unwrap();
            let reason = Words::new(Person::Member(admin), "nieuw werk").unwrap();
            let line = |text: &str| Line::new(text).unwrap();
            let draft = Draft {
                contact: Some(contact),
                subject: Some(line("Mätdata i en fil")),
                acceptance: Some(line("Ebba läser in den")),
                due: Some(Due::parse("2026-03-20", &office).unwrap()),
                strictness: Some(Strictness::Target),
                promisor: Some(admin),
                owner: Some(admin),
                consideration: Some(Consideration::Nothing { because: line("ingår") }),
                remedy: Some(RemedyChoice::NoneAgreed),
                ground: Some(Ground::Without { reason }),
                ..Draft::new(account)
            };
            let offer_until = Some("2026-03-16T16:00:00Z".parse().unwrap());
            let writing = Writing { draft, work: None, of: None, offer_until };
            let key = format!("offer {name}");
            promises.push(service.write(&caller(us, &key), writing).await.unwrap().promise);
            accounts.push(account);
        }
        let name = Line::new("Excel export").unwrap();
        let capability =
            service.register_capability(&caller(us, "register"), name, Vec::new()).await.unwrap();
        let dossier = service.dossier(&caller(us, "d"), accounts[0]).await.unwrap();
        let replaced = [
            ("ACCOUNT", accounts[0].to_string()),
            ("LINK", dossier.contacts[0].1.clone()),
            ("THEIRS", promises[1].to_string()),
            ("CAPABILITY", capability.to_string()),
        ];
        let app =
            App::new(service, Entrance::OpenHouse(KORNOELJE), Site::default(), Clock::standing(at));
        let router = web::router(app.clone());
        Self { router, app, viewer: viewer.to_string(), replaced, _store: store }
    }

    fn filled(&self, text: &str) -> String {
        self.replaced.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        form: &str,
        more: &[(&str, &str)],
    ) -> (u16, String) {
        let mut request = Request::builder().method(method).uri(self.filled(path));
        if !more.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:4600");
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        if method == "POST" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(self.filled(form))).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    /// How much is stored.
    async fn stored(&self) -> usize {
        let checked = self.app.service().ledger().check(KORNOELJE).await.unwrap();
        assert_eq!(checked.faults, Vec::<String>::new());
        checked.events
    }
}

testkit::on_both_stores!(
    each_wrong_input_gets_a_page_that_says_why_and_stores_nothing,
    whoever_may_not_is_told_so_and_stores_nothing,
    an_earlier_date_is_offered_with_its_price,
    what_lies_outside_is_noted_and_taken_away,
    what_the_product_does_is_asked_answered_and_held_against_a_text,
);

async fn each_wrong_input_gets_a_page_that_says_why_and_stores_nothing(store: Store) {
    assert!(ROWS.len() >= 45, "with the command line's more than 60");
    let scene = Scene::new(store).await;
    let before = scene.stored().await;
    let mut wrong = Vec::new();
    for (method, path, form, status, names) in ROWS {
        let mut told = Vec::new();
        for (lang, tag) in [("nl", "nl"), ("sv", "sv"), ("en", "en-GB")] {
            let cookie = format!("handslag-lang={lang}");
            let (answered, page) = scene.ask(method, path, form, &[("cookie", &cookie)]).await;
            if answered != *status {
                wrong.push(format!("{method} {path} {form}: {answered}, not {status}"));
            } else if !page.contains(&format!("<html lang=\"{tag}\"")) {
                wrong.push(format!("{method} {path} {form}: no page in {lang}"));
            } else if !page.contains(&scene.filled(names)) {
                wrong.push(format!("{method} {path} {form}: does not name {names} in {lang}"));
            }
            told.push(page);
        }
        if told[0] == told[1] || told[1] == told[2] {
            wrong.push(format!("{method} {path} {form}: not in the reader's language"));
        }
        if scene.stored().await != before {
            wrong.push(format!("{method} {path} {form}: something was stored"));
            break;
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

async fn whoever_may_not_is_told_so_and_stores_nothing(store: Store) {
    let scene = Scene::new(store).await;
    let before = scene.stored().await;
    let viewer = format!("handslag-as={}", scene.viewer);
    type Sent<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);
    let rows: [Sent<'_>; 8] = [
        ("/settings/costs", "currency=EUR&hour=80", &[("cookie", &viewer)]),
        ("/capabilities", "name=Fax", &[("cookie", &viewer)]),
        ("/accounts", "name=Zwaan&calendar=office", &[("cookie", &viewer)]),
        ("/settings/members", "name=Zwaan&role=admin", &[("cookie", &viewer)]),
        ("/promises/1/take-back", "", &[("cookie", &viewer)]),
        ("/accounts", "name=Zwaan&calendar=office", &[("origin", "https://example.com")]),
        ("/accounts", "name=Zwaan&calendar=office", &[("sec-fetch-site", "cross-site")]),
        ("/accounts", "name=Zwaan&calendar=office", &[("host", "example.com")]),
    ];
    for (path, form, headers) in rows {
        let (status, page) = scene.ask("POST", path, form, headers).await;
        assert_eq!(status, 403, "{path} {headers:?}");
        assert!(page.contains("<h1>"), "{path} says why");
        assert_eq!(scene.stored().await, before, "{path} {headers:?}");
    }
}

/// Sixty finished links of one team that has one slot.
fn history() -> String {
    let start: jiff::Timestamp = "2025-10-06T08:00:00Z".parse().unwrap();
    let mut csv = "key,opened,begun,done,team\n".to_owned();
    for number in 0..60_i64 {
        let opened = start + jiff::SignedDuration::from_hours(48 * number);
        let begun = opened + jiff::SignedDuration::from_hours(1);
        let done = begun + jiff::SignedDuration::from_hours(20 + (number * 7) % 25);
        csv.push_str(&format!("L-{number},{opened},{begun},{done},Web\n"));
    }
    csv
}

fn as_member(member: promise::MemberId, key: &str) -> Caller {
    let at = NOW.parse().unwrap();
    Caller { organisation: KORNOELJE, by: Actor::Member(member), at, key: key.to_owned() }
}

/// A history, a promise to the other customer that rests on work and whose lateness has a price, and costs.
async fn with_a_price(scene: &Scene) -> promise::MemberId {
    let service = scene.app.service();
    let organisation = service.organisation(KORNOELJE).await.unwrap();
    let admin = *organisation.members.iter().find(|(_, m)| m.role == Role::Admin).unwrap().0;
    let mapping = import::Mapping::parse(
        "name = \"links\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\nstarted = \"begun\"\n\
         finished = \"done\"\nteam = \"team\"\n",
    );
    let (mapping, csv) = (mapping.unwrap(), history());
    let (bytes, skip_bad_rows) = (csv.as_bytes(), false);
    let bringing = service::history::Bringing { mapping: &mapping, bytes, skip_bad_rows };
    service.import(&as_member(admin, "history"), bringing).await.unwrap();
    for (path, form) in [
        ("/promises/2/accept", "theirs=1"),
        ("/promises/2/plan", "team=Web&pieces=3"),
        ("/promises/2/stake", "per_day=250&per_breach=1000,50"),
        // It is planned anew, and what its lateness costs stays.
        ("/promises/2/plan", "team=Web&pieces=4"),
        ("/settings/costs", "currency=EUR&hour=80&hour:Web=82,50&overtime:Web=8"),
    ] {
        let (status, page) = scene.ask("POST", path, form, &[]).await;
        assert_eq!(status, 303, "{path}: {page}");
    }
    let (_, page) = scene.ask("GET", "/promises/2", "", &ENGLISH).await;
    assert!(page.contains("€250 a working day and €1,000.50 once"), "{page}");
    let organisation = service.organisation(KORNOELJE).await.unwrap();
    assert_eq!(organisation.costs().hour_of("Web"), Some(8250));
    admin
}

const ENGLISH: [(&str, &str); 1] = [("cookie", "handslag-lang=en")];

/// The rows of a menu in the order of the page, each with its value and its price.
fn rows_of(page: &str) -> Vec<(&str, &str)> {
    let rows = page.split("value=\"row:").skip(1).map(|rest| {
        let value = rest.split('"').next().unwrap();
        (value, rest.split("m-price\">").nth(1).unwrap().split('<').next().unwrap())
    });
    rows.collect()
}

/// The due and the price of a promise, and the work behind it.
async fn offered(
    scene: &Scene,
    member: promise::MemberId,
    number: &str,
) -> (String, String, promise::party::Work) {
    let service = scene.app.service();
    let caller = as_member(member, number);
    let id = service.find(&caller, number).await.unwrap();
    let content = service.existing(&caller, id).await.unwrap().state.unwrap().state.content();
    let Some(Consideration::Asked { price: Some(price), .. }) = content.consideration else {
        panic!("no price is asked");
    };
    let work = service.ledger().work(KORNOELJE, id).await.unwrap().state.unwrap();
    (content.due.unwrap().date().to_string(), price.to_string(), work)
}

async fn an_earlier_date_is_offered_with_its_price(store: Store) {
    let scene = Scene::new(store).await;
    let admin = with_a_price(&scene).await;
    let question = "account=ACCOUNT&what=Export&team=Web&pieces=2";
    let (status, plain) = scene.ask("GET", &format!("/quote?{question}"), "", &ENGLISH).await;
    assert_eq!(status, 200);
    assert!(plain.contains("What would an earlier date cost?") && !plain.contains("row:"));
    let asked = format!("/quote?menu=1&{question}");
    let (status, page) = scene.ask("GET", &asked, "", &ENGLISH).await;
    assert_eq!(status, 200);
    assert!(page.contains("Yes, and this is what it costs"), "{page}");
    let rows = rows_of(&page);
    assert_eq!(rows.last().map(|(_, price)| *price), Some("€0"), "{rows:?}");
    let (value, price) = *rows.iter().find(|(_, price)| *price != "€0").expect("one has a price");
    let ready = page.split("ready\">").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(ready.contains("Ja. Dat kan uiterlijk") && ready.contains("Ja. Det går till"));
    assert!(!ready.contains("Zwaanhoek"), "no other customer is named: {ready}");

    // Chosen without an answer anew: the offer has the date, the place and the price of the row.
    let account = scene.filled("ACCOUNT").parse().unwrap();
    let account = scene.app.service().account(KORNOELJE, account).await.unwrap();
    let contact = account.contacts.keys().next().unwrap();
    let value = value.replace(' ', "+");
    let form = format!(
        "{question}&menu=1&date=row:{value}&acceptance=It+runs&strictness=target&remedy=none&owner={admin}\
         &contact={contact}"
    );
    let (status, page) = scene.ask("POST", "/offers", &form, &ENGLISH).await;
    assert_eq!(status, 303, "{page}");
    let (due, asked, work) = offered(&scene, admin, "3").await;
    assert_eq!(due, value.split_once('+').unwrap().1);
    assert_eq!(asked, format!("EUR {}", price.trim_start_matches('€').replace(',', "")));
    assert!(work.first || work.arranged.before.is_some() || !work.arranged.overtime.is_empty());
    // The place that the plain answer tells of too is offered on that answer, without asking again.
    let first = plain.split("value=\"first ").nth(1).expect("going first is sooner");
    let date = first.split('"').next().unwrap();
    let quote = plain.split("name=\"quote\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form_first = form.replace(&format!("row:{value}"), &format!("first+{date}"));
    let form_first = form_first.replace("&menu=1", &format!("&quote={quote}&because=x"));
    let (status, page) = scene.ask("POST", "/offers", &form_first, &ENGLISH).await;
    assert_eq!(status, 303, "{page}");
    // A price that somebody typed stays.
    let (status, _) = scene.ask("POST", "/offers", &format!("{form}&price=12"), &ENGLISH).await;
    assert_eq!(status, 303);
    assert_eq!(offered(&scene, admin, "5").await.1, "EUR 12");
}

async fn what_lies_outside_is_noted_and_taken_away(store: Store) {
    let scene = Scene::new(store).await;
    with_a_price(&scene).await;
    for (path, form) in [
        ("/promises/2/await", "third_party=Kabel+%26+Co&what=cable&due=2026-03-30"),
        ("/promises/2/their-plan", "what=the+new+line+starts&due=2026-04-20"),
    ] {
        let (status, page) = scene.ask("POST", path, form, &ENGLISH).await;
        assert_eq!(status, 303, "{path}: {page}");
    }
    let (_, page) = scene.ask("GET", "/promises/2", "", &ENGLISH).await;
    assert!(page.contains("Kabel &#38; Co delivers: cable."), "{page}");
    assert!(page.contains("They plan for Monday 20 April: the new line starts."), "{page}");
    let ids: Vec<&str> = page.split("untie\"").skip(1).collect();
    let id = |rest: &str| rest.split("counter\" value=\"").nth(1).map(|id| id[..36].to_owned());
    let [delivery, plan] = [ids[0], ids[1]].map(|rest| id(rest).expect("it is named"));

    for (path, form) in [
        ("/promises/2/arrived", format!("counter={delivery}")),
        ("/promises/2/untie", format!("counter={plan}")),
    ] {
        let (status, page) = scene.ask("POST", path, &form, &ENGLISH).await;
        assert_eq!(status, 303, "{path}: {page}");
    }
    let (_, page) = scene.ask("GET", "/promises/2", "", &ENGLISH).await;
    assert!(page.contains("in time") && !page.contains("the new line starts"), "{page}");
    // What is over is told at its form.
    let (status, page) =
        scene.ask("POST", "/promises/2/untie", &format!("counter={plan}"), &ENGLISH).await;
    assert_eq!(status, 422);
    assert!(page.contains("This has come already, or was taken away."), "{page}");
    for (path, form, says) in [
        ("/promises/2/await", "what=cable&due=2026-03-30", "Who delivers"),
        ("/promises/2/await", "third_party=Kabel&what=&due=2026-03-30", "What they deliver"),
        ("/promises/2/their-plan", "what=a+start&due=soon", "soon"),
        ("/promises/2/untie", "counter=first", "not tied to this"),
    ] {
        let (status, page) = scene.ask("POST", path, form, &ENGLISH).await;
        assert_eq!((status, page.contains(says)), (422, true), "{path} {form}: {page}");
    }
}

async fn what_the_product_does_is_asked_answered_and_held_against_a_text(store: Store) {
    let scene = Scene::new(store).await;
    let english = ("cookie", "handslag-lang=en");
    let ask = async |method: &str, path: &str, form: &str| {
        let answer = scene.ask(method, path, form, &[english]).await;
        (answer.0, answer.1.replace("&#38;", "&"))
    };
    let (_, page) = ask("GET", "/capabilities", "").await;
    assert!(page.contains("1 in the register; 1 without an answer; 0 claimed"), "{page}");
    assert!(page.contains("Asked today"), "{page}");
    let form = "name=Fax&names-any=FX%0Atelecopier&names-sv=telefax&key=1";
    assert_eq!(ask("POST", "/capabilities", form).await.0, 303);
    assert_eq!(ask("POST", "/capabilities", form).await.0, 303, "the same form is done once");
    let text =
        "place=site%2Findex.md&text=You+get+the+Excel+export.%0D%0A%0D%0AThe+fax+is+included.";
    assert_eq!(ask("POST", "/capabilities/scan", text).await.0, 303);
    let (_, page) = ask("GET", "/capabilities?place=site%2Findex.md", "").await;
    assert!(page.contains("2 in the register; 2 without an answer; 2 claimed"), "{page}");
    assert!(page.contains("site/index.md: 2 claims, 2 without ground."), "{page}");
    assert!(page.contains("Product has not said whether Excel export is there."), "{page}");

    let one = "/capabilities/CAPABILITY";
    let answer = format!("{one}/answer");
    let forecast = "answer=forecast&day=2026-06-30&chance=82&ground=two+parts+are+done";
    assert_eq!(ask("POST", &answer, forecast).await.0, 303);
    let (_, page) = ask("GET", one, "").await;
    assert!(page.contains("Forecast for Tuesday 30 June, 82%"), "{page}");
    assert!(page.contains("Because: two parts are done") && page.contains("Marnix said so"));
    assert!(page.contains("Excel export is not there yet: it is forecast for"), "{page}");
    assert_eq!(ask("POST", &answer, "answer=exists&since=2026-03-09").await.0, 303);
    let (_, page) = ask("GET", one, "").await;
    assert!(page.contains("There since Monday 9 March") && page.contains("has ground"), "{page}");
    let names = "name=Spreadsheets&names-any=Excel+export&names-nl=naar+Excel";
    assert_eq!(ask("POST", &format!("{one}/call"), names).await.0, 303);
    let (_, page) = ask("GET", one, "").await;
    assert!(page.contains("<h1>Spreadsheets</h1>") && page.contains("naar Excel"), "{page}");
    assert_eq!(ask("POST", &format!("{one}/retire"), "reason=replaced").await.0, 303);
    let (_, page) = ask("GET", one, "").await;
    assert!(page.contains("Taken out on Monday 9 March") && !page.contains("/retire"), "{page}");
    let (_, page) = ask("GET", "/capabilities", "").await;
    assert!(page.contains("Taken out of the register"), "{page}");

    // Whoever may only look sees all of it, and no form.
    let viewer = format!("handslag-as={}; handslag-lang=en", scene.viewer);
    for path in ["/capabilities", one] {
        let (status, page) = scene.ask("GET", path, "", &[("cookie", &viewer)]).await;
        assert_eq!(status, 200);
        assert!(!page.contains("action=\"/capabilities"), "{path}: {page}");
    }
}
