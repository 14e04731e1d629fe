//! The company settles in, is the same each time, and holds what the pages are to show. And the files in `samples/`.

mod new_team;

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use import::Mapping;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ledger::query::{PromiseFilter, PromiseRow};
use promise::capability::StandingName;
use promise::party::{NewWork, Work};
use promise::{Actor, Chance, Health, OrganisationId, Rule, StateName};
use service::capabilities::Wrong;
use service::domino::{Cause, Fall, SlipGround};
use service::history::Bringing;
use service::quote::{Answer, Question};
use service::{Caller, Service};
use testkit::Store;
use uuid::Uuid;

use super::people::{self, Team};
use super::story::Story;
use super::{NOW, script, settle_in, tracker};

testkit::on_both_stores!(the_company_settles_in);

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().build().unwrap().block_on(future)
}

/// A service over an empty ledger whose randomness has a seed.
async fn empty(store: &Store, seed: u8) -> (Service, OrganisationId) {
    let service = Service::new(store.ledger(seed).await, NonZeroU32::new(2).unwrap());
    (service, OrganisationId::new(Uuid::from_u128(u128::from(seed))))
}

async fn listed(service: &Service, organisation: OrganisationId) -> Vec<PromiseRow> {
    let all = PromiseFilter { limit: u32::MAX, ..PromiseFilter::default() };
    let (mut rows, _) = service.ledger().promise_rows(organisation, &all).await.unwrap();
    rows.sort_by_key(|row| row.number);
    rows
}

async fn the_company_settles_in(store: Store) {
    let (service, organisation) = empty(&store, 9).await;
    settle_in(&service, organisation).await.unwrap();
    let rows = listed(&service, organisation).await;
    let mut states = BTreeMap::<StateName, usize>::new();
    for row in &rows {
        *states.entry(row.state).or_default() += 1;
    }
    let count = |state| states.get(&state).copied().unwrap_or(0);
    assert!((80..=110).contains(&count(StateName::Settled)), "{states:?}");
    assert!((16..=30).contains(&count(StateName::Accepted)), "{states:?}");
    for (state, least) in [
        (StateName::Late, 1),
        (StateName::Recorded, 1),
        (StateName::Delivered, 2),
        (StateName::Offered, 2),
        (StateName::Draft, 2),
        (StateName::Lapsed, 1),
        (StateName::Declined, 2),
        (StateName::Withdrawn, 1),
        (StateName::Released, 2),
        (StateName::Void, 1),
    ] {
        assert!(count(state) >= least, "{state:?}: {states:?}");
    }
    holds_what_is_shown(&service, organisation, &rows).await;
    has_a_menu(&service, organisation, &rows).await;
    has_a_register(&service, organisation).await;
    let checked = service.ledger().check(organisation).await.unwrap();
    assert_eq!(checked.faults, Vec::<String>::new());
    service.ledger().rebuild(organisation).await.unwrap();
    assert_eq!(listed(&service, organisation).await, rows, "rebuilt");
}

/// What today's page and the customers' pages live on.
async fn holds_what_is_shown(service: &Service, organisation: OrganisationId, rows: &[PromiseRow]) {
    let by = Actor::Rule(Rule::Time);
    let caller = Caller { organisation, by, at: now(), key: String::new() };
    let today = service.today(&caller).await.unwrap();
    assert!((2..=5).contains(&today.off_plan.len()), "{:?}", today.off_plan);
    assert!((1..=4).contains(&today.watch.len()), "{:?}", today.watch);
    assert!(today.to_answer.len() >= 2, "{:?}", today.to_answer);
    assert!(!today.owed.is_empty() && !today.lapsing.is_empty() && !today.unknown.is_empty());
    assert_eq!(today.kept.of, 60);
    assert!((46..=55).contains(&today.kept.kept), "kept {} of 60, seed 9", today.kept.kept);
    let pending = rows.iter().filter(|row| row.counter_late && row.proposed_by.is_some());
    assert_eq!(pending.count(), 1, "a counter-promise is late, and a shifted date proposed");
    assert!(rows.iter().any(|row| row.strict && row.state == StateName::Accepted));
    let accounts = service.accounts(&caller, &Default::default()).await.unwrap();
    assert_eq!(accounts.len(), 40);
    let crowded = shares_a_team(service, organisation, rows).await;
    assert!(crowded.len() >= 3, "{crowded:?}");
    assert!(crowded.iter().any(|row| row.health == Some(Health::OffPlan)), "{crowded:?}");
    falls_two_levels_deep(service, &caller, rows).await;
    let ended: Vec<_> = rows.iter().filter_map(|row| row.kept_first.zip(row.kept_last)).collect();
    assert!(ended.iter().any(|(first, last)| !first && *last), "a date that moved in time");
    let given = rows.iter().filter_map(|row| row.given_chance);
    assert!(given.filter(|chance| *chance >= Chance::of_percent(85)).count() > 80);
}

/// What the product does: there, forecast, not planned and not answered, and what the site claims of it.
async fn has_a_register(service: &Service, organisation: OrganisationId) {
    let by = Actor::Rule(Rule::Time);
    let caller = Caller { organisation, by, at: now(), key: String::new() };
    let (entries, _) = service.entries(&caller).await.unwrap();
    let stands = |name| entries.iter().filter(|one| one.capability.standing.name() == name).count();
    let names = [
        StandingName::Asked,
        StandingName::Exists,
        StandingName::Forecast,
        StandingName::NotPlanned,
        StandingName::Retired,
    ];
    assert_eq!(names.map(stands), [1, 2, 1, 1, 0]);
    let claims = || entries.iter().flat_map(|entry| &entry.claims);
    assert_eq!(claims().count(), 8);
    let wrong: Vec<_> = claims().filter_map(|claim| claim.wrong).collect();
    assert_eq!(wrong, [Wrong::Unanswered, Wrong::TooEarly]);
}

/// What an earlier date costs a customer of the crowded team: rows with different prices, the free one last.
async fn has_a_menu(service: &Service, organisation: OrganisationId, rows: &[PromiseRow]) {
    let by = Actor::Rule(Rule::Time);
    let caller = Caller { organisation, by, at: now(), key: String::new() };
    let account = rows.iter().find(|row| row.account_name == "Zwaanhoek Zuivel").unwrap().account;
    let new = NewWork {
        team: Team::Integraties.name().to_owned(),
        kind: "koppeling".to_owned(),
        estimate_minutes: Some(16 * 60),
        pieces: NonZeroU32::new(4).unwrap(),
    };
    let question = Question {
        account,
        subject: "x".to_owned(),
        wished: None,
        work: Work { new: vec![new], ..Work::default() },
        waits_for: Vec::new(),
    };
    let menu = service.menu(&caller, &question, None).await.unwrap().unwrap();
    let prices: Vec<i64> = menu.rows.iter().map(|row| row.price.minor).collect();
    assert!(prices.len() >= 3, "{prices:?}");
    assert!(prices.is_sorted_by(|earlier, later| earlier > later), "{prices:?}");
    assert!(menu.rows.is_sorted_by(|earlier, later| earlier.due.at() < later.due.at()));
    assert_eq!(prices.last(), Some(&0), "the free row is there");
    assert!(!menu.inputs.left_out.is_empty(), "Ploverdale's penalty is in pounds");
}

/// The promise that is far off plan takes others with it, and one of those takes another one.
async fn falls_two_levels_deep(service: &Service, caller: &Caller, rows: &[PromiseRow]) {
    let named = |part: &str| rows.iter().find(|row| row.subject.contains(part)).unwrap().id;
    let domino = service.domino(caller, named("48 anläggningar"), None).await.unwrap();
    assert_eq!(domino.slip.map(|slip| slip.ground), Some(SlipGround::Forecast));
    let find = |falls: &[Fall], id| falls.iter().find(|fall| fall.touched.promise == id).cloned();
    let second = find(&domino.falls, named("andra vågen")).expect("it waits for it");
    let third = find(&second.falls, named("De weegbrug")).expect("it waits for that one");
    assert_eq!((&second.cause, &third.cause), (&Cause::Dependency, &Cause::Dependency));
    for fall in [second, third] {
        let chances = fall.touched.change.and_then(|change| change.chances).unwrap();
        assert!(chances.after < chances.before, "{fall:?}");
    }
    let by_queue = |fall: &&Fall| matches!(fall.cause, Cause::Capacity { .. });
    assert!(domino.falls.iter().filter(by_queue).count() >= 3, "{:?}", domino.falls);
}

/// Open promises whose work waits for the one team.
async fn shares_a_team(
    service: &Service,
    organisation: OrganisationId,
    rows: &[PromiseRow],
) -> Vec<PromiseRow> {
    let items = service.ledger().work_items(organisation).await.unwrap();
    let open = |id: &str| {
        items.iter().any(|item| {
            item.id == id && item.team == Team::Integraties.name() && item.finished.is_none()
        })
    };
    let mut crowded = Vec::new();
    for row in rows.iter().filter(|row| row.state == StateName::Accepted) {
        let work = service.ledger().work(organisation, row.id).await.unwrap().state;
        let waits = work.is_some_and(|work| work.records.iter().any(|link| open(&link.id)));
        crowded.extend(waits.then(|| row.clone()));
    }
    crowded
}

/// On either store; where there is no server, twice on the one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn same_seed_same_company() {
    let settled = async |store: &Store| {
        let (service, organisation) = empty(store, 4).await;
        settle_in(&service, organisation).await.unwrap();
        listed(&service, organisation).await
    };
    let other = Store::postgres().await.unwrap_or_else(Store::sqlite);
    assert_eq!(settled(&Store::sqlite()).await, settled(&other).await);
}

/// A story that is not told, only laid down.
fn story<'a>(service: &'a Service, organisation: OrganisationId) -> Story<'a> {
    let begins = "2024-11-04T07:30:00Z".parse().unwrap();
    Story::new(service, organisation, people::office().unwrap(), begins)
}

fn tracker_at(known_at: Timestamp) -> String {
    let store = Store::sqlite();
    let (service, organisation) = run(empty(&store, 1));
    let items = script::items(&story(&service, organisation), now()).unwrap();
    tracker::export(&items, None, known_at, &TimeZone::get(people::ZONE).unwrap())
}

/// The file of `samples/` is what its generator writes.
#[track_caller]
fn check_sample(name: &str, written: &str) {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let stored = std::fs::read_to_string(samples.join(name)).unwrap_or_default();
    if stored != written {
        let beside: PathBuf = std::env::temp_dir().join(name);
        std::fs::write(&beside, written).unwrap();
        panic!("samples/{name} is out of date; what it should say stands in {}", beside.display());
    }
}

#[test]
fn the_tracker_in_samples_is_the_companys() {
    check_sample("kornoelje.csv", &tracker_at(now()));
}

#[test]
fn the_new_team_in_samples_has_a_few_rows_to_mend() {
    let csv = new_team::csv();
    check_sample("nieuw-team.csv", &csv);
    let sketch = import::guess::guess(csv.as_bytes(), "nieuw team").unwrap();
    let mapping = Mapping::parse(&sketch.to_toml()).unwrap();
    let zone = TimeZone::get(people::ZONE).unwrap();
    let table = import::Table::read(csv.as_bytes(), &mapping, &zone, None).unwrap();
    let lines: Vec<u64> = table.bad.iter().map(|row| row.line).collect();
    assert_eq!(lines, new_team::BAD_LINES);
    assert_eq!(table.rows.len(), 120 - lines.len());
    let finished = table.rows.iter().filter(|row| row.finished.is_some()).count();
    assert!((100..116).contains(&finished), "{finished}");
}

#[test]
fn work_takes_as_long_as_in_life() {
    let csv = tracker_at(now());
    let ratio = |line: &str| {
        let hours: Vec<f64> =
            line.rsplit(',').take(2).filter_map(|text| text.parse().ok()).collect();
        let [actual, estimate] = hours.as_slice() else { return None };
        Some(actual / estimate)
    };
    let mut ratios: Vec<f64> = csv.lines().skip(1).filter_map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let at = |percent: usize| ratios[(ratios.len() - 1) * percent / 100];
    assert!((850..=1000).contains(&csv.lines().count()), "{}", csv.lines().count());
    assert!((0.95..=1.05).contains(&at(50)), "{}", at(50));
    assert!((1.55..=1.85).contains(&at(85)), "{}", at(85));
    assert!(at(99) > 3.0, "{}", at(99));
}

/// What is promised on a day does not depend on what the tracker came to know later.
#[test]
fn the_past_does_not_see_the_future() {
    let asked_at: Timestamp = "2025-06-03T08:00:00Z".parse().unwrap();
    let quoted = |known_at: Timestamp| {
        let store = Store::sqlite();
        let csv = tracker_at(known_at);
        run(async {
            let (service, organisation) = empty(&store, 3).await;
            let story = story(&service, organisation);
            let people = people::move_in(&story).await.unwrap();
            story.go_to(asked_at);
            let caller = story.by_member(people.member(people::ACCOUNT_MANAGER).unwrap());
            let mapping = Mapping::parse(super::told::MAPPING).unwrap();
            let bytes = csv.as_bytes();
            let bringing = Bringing { mapping: &mapping, bytes, skip_bad_rows: false };
            service.import(&caller, bringing).await.unwrap();
            let new = Team::ALL.map(|team| NewWork {
                team: team.name().to_owned(),
                kind: String::new(),
                estimate_minutes: Some(720),
                pieces: NonZeroU32::new(3).unwrap(),
            });
            let question = Question {
                account: people.customer("Tolvmyra Såg").unwrap().account,
                subject: "x".to_owned(),
                wished: None,
                work: Work { new: new.to_vec(), ..Work::default() },
                waits_for: Vec::new(),
            };
            let quote = service.quote(&caller, question).await.unwrap();
            let Answer::Dates(dates) = quote.answer else { panic!("{:?}", quote.answer) };
            let views = service.world(organisation, asked_at).await.unwrap().team_views();
            let views: Vec<_> = views.into_iter().map(|v| (v.name, v.finished, v.open)).collect();
            (dates.points, dates.why, views)
        })
    };
    assert_eq!(quoted(asked_at), quoted(now()));
}
