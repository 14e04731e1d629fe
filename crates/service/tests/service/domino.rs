//! What falls with a promise: each under the one through which it is reached, with its chances before and after.
//!
//! Two teams of one slot each. All their work took exactly as long as it was thought to, so each trial is the same.

use std::fmt::Write as _;
use std::num::NonZeroU32;

use calendar::Due;
use forecast::Place;
use promise::party::{NewWork, Team, Work, WorkLink};
use promise::renegotiation::Reason;
use promise::terms::{
    Consequence, Consideration, CounterPromise, Draft, Found, Ground, RemedyChoice, Strictness,
};
use promise::{CounterPromiseId, Line, Person, PromiseId, Refusal, StateName, Words};
use service::company::FIRST_CALENDAR;
use service::domino::{Cause, Domino, Fall, SlipGround, Through};
use service::promise::{Ask, Writing};
use service::quote::{Answer, Question};
use service::{Caller, ServiceError, Wanted};
use testkit::Store;

use crate::scene::{MONDAY, Scene, instant};

const MAPPING: &str = "
name = \"tasks\"
[columns]
id = [\"key\"]
created = \"created\"
started = \"started\"
finished = \"finished\"
estimate = \"estimate\"
actual = \"actual\"
team = \"team\"
person = \"person\"
priority = \"priority\"
";

testkit::on_both_stores!(
    a_slip_is_followed_three_levels_deep,
    a_promise_that_comes_earlier_is_told_as_such,
    nothing_falls_where_nobody_waits,
    what_waits_for_something_unknown_is_named,
    a_held_place_is_nobodys_promise,
    a_slip_is_as_long_as_was_asked,
    what_the_customer_owes_slips_when_it_comes_last,
    without_days_the_forecast_says_how_long,
    all_are_kept_as_often_as_the_trials_say,
    only_what_is_to_be_kept_can_slip,
    promises_do_not_wait_in_a_circle,
);

/// Forty finished tasks of each team in the eight weeks before March 9th, each of eight hours times `ratio`; and open
/// ones: key, team, hours, priority.
fn tracker(ratio: fn(i64) -> f64, open: &[(&str, &str, u32, u32)]) -> String {
    let mut csv = "key,created,started,finished,estimate,actual,team,person,priority\n".to_owned();
    let mut add = |line: std::fmt::Arguments<'_>| {
        csv.write_fmt(line).expect("text takes everything");
    };
    let monday: jiff::civil::Date = "2026-01-12".parse().expect("a date");
    for (team, person) in [("Couplings", "Jip"), ("Reports", "Mees")] {
        for number in 0..40_i64 {
            let days = number / 5 * 7 + number % 5;
            let day = monday.checked_add(jiff::Span::new().days(days)).expect("near");
            let actual = 8.0 * ratio(number);
            add(format_args!(
                "{team}{number},{day}T08:00,{day}T09:00,{day}T17:00,8,{actual},{team},{person},5\n"
            ));
        }
    }
    for (key, team, hours, priority) in open {
        add(format_args!("{key},2026-03-06T09:00,,,{hours},,{team},,{priority}\n"));
    }
    csv
}

pub(crate) fn as_thought(_: i64) -> f64 {
    1.0
}

/// From half to twice as long.
fn as_in_life(number: i64) -> f64 {
    0.5 + f64::from(i32::try_from(number * 7 % 31).expect("small")) * 0.05
}

impl Scene {
    /// Both teams with all that is open in the tracker.
    pub(crate) async fn with_teams(
        self,
        ratio: fn(i64) -> f64,
        open: &[(&str, &str, u32, u32)],
    ) -> Self {
        for team in ["Couplings", "Reports"] {
            let us = self.us("2026-01-05T08:00:00Z");
            let slots = NonZeroU32::new(1);
            let set = self
                .service
                .set_team(
                    &us,
                    team,
                    Team { slots, reserved_minutes: Some(0), ..Team::of_calendar(FIRST_CALENDAR) },
                )
                .await;
            set.expect("it is set up");
        }
        self.bring(MONDAY, MAPPING, &tracker(ratio, open)).await;
        self
    }

    /// A promise that was given by word of mouth.
    pub(crate) async fn promised(&self, subject: &str, due: &str, work: Option<Work>) -> PromiseId {
        let calendar =
            self.service.account_calendar(&self.us(MONDAY), &self.company().await, None).await;
        let due = Due::parse(due, &calendar.expect("a calendar")).expect("a due");
        let known = Draft {
            contact: Some(self.contact),
            subject: Some(Line::new(subject).expect("a line")),
            due: Some(due),
            promisor: Some(self.admin),
            owner: Some(self.admin),
            ..Draft::new(self.account)
        };
        let sentence = Words::new(Person::Member(self.admin), "Det ordnar vi.").expect("words");
        let found = Found { known, sentence };
        let acted = self.service.record(&self.us(MONDAY), found, work).await;
        acted.expect("it is written down").promise
    }

    async fn company(&self) -> promise::party::Organisation {
        let company = self.service.organisation(self.organisation).await.expect("founded");
        promise::party::Organisation::clone(&company)
    }

    pub(crate) async fn falls_with(&self, id: PromiseId, days: Option<u32>) -> Domino {
        let us = self.us(MONDAY);
        self.service.domino(&us, id, days).await.expect("it is told")
    }
}

pub(crate) fn new(team: &str, hours: u32) -> Work {
    let new = NewWork {
        team: team.to_owned(),
        kind: String::new(),
        estimate_minutes: Some(hours * 60),
        pieces: NonZeroU32::MIN,
    };
    Work { new: vec![new], ..Work::default() }
}

fn after(work: Work, others: &[PromiseId]) -> Work {
    Work { after: others.to_vec(), ..work }
}

fn recorded(ids: &[&str]) -> Work {
    let link = |id: &&str| WorkLink { source: "tasks".to_owned(), id: (*id).to_owned() };
    Work { records: ids.iter().map(link).collect(), ..Work::default() }
}

/// The tree as indented lines.
fn drawn(domino: &Domino) -> String {
    fn draw(falls: &[Fall], depth: usize, into: &mut String) {
        for fall in falls {
            let cause = match &fall.cause {
                Cause::Dependency => "waits for it".to_owned(),
                Cause::Work { records } => format!("shares {records}"),
                Cause::Capacity { team } => format!("queue of {team}"),
                Cause::Between => "between".to_owned(),
            };
            let change = fall.touched.change.map_or_else(
                || "cannot forecast".to_owned(),
                |change| {
                    let chances = change.chances.expect("it has a due");
                    let days = change.days_later.expect("it is done");
                    let (before, after) = (chances.before.permille(), chances.after.permille());
                    format!("{before} to {after}, {days} days")
                },
            );
            let indent = "  ".repeat(depth);
            writeln!(into, "{indent}{}: {cause}, {change}", fall.touched.subject)
                .expect("text takes everything");
            draw(&fall.falls, depth + 1, into);
        }
    }
    let mut lines = String::new();
    draw(&domino.falls, 0, &mut lines);
    lines
}

async fn a_slip_is_followed_three_levels_deep(store: Store) {
    // Monday and Tuesday P, then Q's own, then what R needs too: Wednesday and Thursday.
    let open = [
        ("P1", "Couplings", 16, 1),
        ("Q1", "Couplings", 8, 2),
        ("Q2", "Couplings", 8, 3),
        ("X1", "Reports", 8, 1),
    ];
    let scene = Scene::new(store).await.with_teams(as_thought, &open).await;
    let first = scene.promised("P", "2026-03-10", Some(recorded(&["P1"]))).await;
    scene.promised("Q", "2026-03-12", Some(recorded(&["Q1", "Q2"]))).await;
    let shares = scene.promised("R", "2026-03-13", Some(recorded(&["Q2", "X1"]))).await;
    let last = scene.promised("S", "2026-03-17", Some(after(new("Reports", 8), &[shares]))).await;
    scene.promised("T", "2026-03-30", Some(after(new("Reports", 8), &[last]))).await;
    let domino = scene.falls_with(first, Some(3)).await;
    assert_eq!(
        drawn(&domino),
        "Q: queue of Couplings, 1000 to 0, 3 days\n  \
         R: shares 1, 1000 to 0, 3 days\n    \
         S: waits for it, 1000 to 0, 3 days\n      \
         T: waits for it, 1000 to 1000, 3 days\n"
    );
    let slip = domino.slip.expect("it slips");
    assert_eq!((slip.days, slip.ground, slip.through), (3, SlipGround::Asked, Through::Work));
    assert_eq!(domino.promise.change.and_then(|change| change.days_later), Some(3));
    let all = domino.all.expect("something can be said of each");
    assert_eq!((all.of, all.before.permille(), all.after.permille()), (5, 1000, 0));
}

async fn a_promise_that_comes_earlier_is_told_as_such(store: Store) {
    // Reports works on X until Wednesday night; by then P is there, so Q goes before R. If not, R takes the free slot.
    let open = [("P1", "Couplings", 16, 1), ("X", "Reports", 24, 1)];
    let scene = Scene::new(store).await.with_teams(as_thought, &open).await;
    let first = scene.promised("P", "2026-03-10", Some(recorded(&["P1"]))).await;
    let work = Work { first: true, ..after(new("Reports", 8), &[first]) };
    scene.promised("Q", "2026-03-12", Some(work)).await;
    scene.promised("R", "2026-03-12", Some(new("Reports", 8))).await;
    let domino = scene.falls_with(first, Some(5)).await;
    assert_eq!(
        drawn(&domino),
        "Q: waits for it, 1000 to 0, 4 days\n  \
         R: queue of Reports, 0 to 1000, -1 days\n"
    );
    let gain = domino.falls[0].falls[0].touched.change.expect("it is forecast");
    assert!(gain.is_gain() && !domino.falls[0].touched.change.expect("forecast").is_gain());
}

async fn nothing_falls_where_nobody_waits(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let alone = scene.promised("P", "2026-03-10", Some(new("Couplings", 16))).await;
    let other = scene.promised("Q", "2026-03-10", Some(new("Reports", 8))).await;
    let domino = scene.falls_with(alone, Some(4)).await;
    assert_eq!((drawn(&domino).as_str(), domino.all), ("", None));
    let own = domino.promise.change.expect("it is forecast");
    let chances = own.chances.expect("it has a due");
    assert_eq!((chances.before.permille(), chances.after.permille()), (1000, 0));
    assert_eq!((own.days_later, domino.promise.told), (Some(4), false));
    // What has a due of its own and has been told of another one.
    let propose = Ask::Renegotiate {
        due: Some("2026-03-20".to_owned()),
        subject: None,
        reason: Reason::Priority,
        words: "Annat går före.".to_owned(),
        below_policy: None,
        without_forecast: None,
    };
    scene.service.act(&scene.us(MONDAY), other, propose, None).await.expect("proposed");
    assert!(scene.falls_with(other, None).await.promise.told);
}

async fn what_waits_for_something_unknown_is_named(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let known = scene.promised("P", "2026-03-10", Some(new("Couplings", 16))).await;
    let unknown = scene.promised("Q", "2026-03-20", Some(after(Work::default(), &[known]))).await;
    scene.promised("R", "2026-03-24", Some(after(new("Reports", 8), &[unknown]))).await;
    let domino = scene.falls_with(known, Some(2)).await;
    let tree = "Q: waits for it, cannot forecast\n  R: waits for it, cannot forecast\n";
    assert_eq!(drawn(&domino), tree);
    assert_eq!(domino.all, None, "nor of all of them together");
    let domino = scene.falls_with(unknown, Some(2)).await;
    assert_eq!((domino.slip, domino.promise.change), (None, None));
    assert_eq!(drawn(&domino), "R: waits for it, cannot forecast\n");
}

async fn a_slip_is_as_long_as_was_asked(store: Store) {
    let open = [("A", "Couplings", 8, 1), ("B", "Couplings", 8, 2), ("C", "Couplings", 8, 3)];
    let scene = Scene::new(store).await.with_teams(as_in_life, &open).await;
    // One of a pair of pieces may hold up the other, or not.
    let us = scene.us("2026-03-09T07:00:00Z");
    let slots = NonZeroU32::new(2);
    let set = scene
        .service
        .set_team(
            &us,
            "Couplings",
            Team { slots, reserved_minutes: Some(0), ..Team::of_calendar(FIRST_CALENDAR) },
        )
        .await;
    set.expect("it is set up");
    let of_three = scene.promised("P", "2026-03-12", Some(recorded(&["A", "B", "C"]))).await;
    // Nothing is left to do for the second one: its work was finished long ago.
    let done = scene.promised("Q", "2026-03-12", Some(recorded(&["Couplings7"]))).await;
    let waits = scene.promised("R", "2026-03-20", Some(after(new("Reports", 8), &[done]))).await;
    for (id, days, through) in
        [(of_three, 1, Through::Work), (of_three, 9, Through::Work), (done, 6, Through::Nothing)]
    {
        let domino = scene.falls_with(id, Some(days)).await;
        assert_eq!(domino.slip.map(|slip| slip.through), Some(through));
        let later = domino.promise.change.and_then(|change| change.days_later);
        assert_eq!(later, i32::try_from(days).ok(), "{id} through {through:?}");
    }
    let domino = scene.falls_with(done, Some(6)).await;
    assert_eq!((domino.falls.len(), domino.falls[0].touched.promise), (1, waits));
}

async fn what_the_customer_owes_slips_when_it_comes_last(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let calendar =
        scene.service.account_calendar(&scene.us(MONDAY), &scene.company().await, None).await;
    let calendar = calendar.expect("a calendar");
    let due = |text| Due::parse(text, &calendar).expect("a due");
    let line = |text| Line::new(text).expect("a line");
    let counter = CounterPromise {
        id: CounterPromiseId::new(uuid::Uuid::from_u128(5)),
        subject: line("Intygen"),
        due: due("2026-03-18"),
        consequence: Consequence::Talk,
    };
    let reason = Words::new(Person::Member(scene.admin), "Nytt.").expect("words");
    let draft = Draft {
        contact: Some(scene.contact),
        subject: Some(line("P")),
        acceptance: Some(line("Ebba ser det")),
        due: Some(due("2026-03-19")),
        strictness: Some(Strictness::Target),
        promisor: Some(scene.admin),
        owner: Some(scene.admin),
        consideration: Some(Consideration::Asked { counter_promises: vec![counter], price: None }),
        remedy: Some(RemedyChoice::NoneAgreed),
        ground: Some(Ground::Without { reason }),
        ..Draft::new(scene.account)
    };
    let until = Some(instant("2026-03-13T16:00:00Z"));
    let work = Some(new("Couplings", 8));
    let writing = Writing { draft, work, of: None, offer_until: until };
    let first = scene.service.write(&scene.us(MONDAY), writing).await.expect("offered").promise;
    scene.service.act(&scene.them(MONDAY), first, Ask::Accept, None).await.expect("accepted");
    let work = after(new("Reports", 8), &[first]);
    scene.promised("Q", "2026-03-19", Some(work)).await;
    // It shares the team, but the team works no longer.
    scene.promised("R", "2026-03-11", Some(new("Couplings", 8))).await;
    let domino = scene.falls_with(first, Some(3)).await;
    assert_eq!(domino.slip.map(|slip| slip.through), Some(Through::Waiting));
    assert_eq!(domino.promise.change.and_then(|change| change.days_later), Some(3));
    assert_eq!(drawn(&domino), "Q: waits for it, 1000 to 0, 3 days\n");
}

async fn without_days_the_forecast_says_how_long(store: Store) {
    let open = [("P1", "Couplings", 40, 1), ("Q1", "Couplings", 8, 2)];
    let scene = Scene::new(store).await.with_teams(as_thought, &open).await;
    // Five working days from Monday morning are over on Friday night.
    let late = scene.promised("P", "2026-03-11", Some(recorded(&["P1"]))).await;
    let on_plan = scene.promised("Q", "2026-03-30", Some(recorded(&["Q1"]))).await;
    let slip = async |id| {
        let slip = scene.falls_with(id, None).await.slip.expect("it is forecast");
        (slip.days, slip.ground)
    };
    assert_eq!(slip(late).await, (2, SlipGround::Forecast));
    assert_eq!(slip(on_plan).await, (5, SlipGround::Supposed));
}

async fn all_are_kept_as_often_as_the_trials_say(store: Store) {
    let open = [("A", "Couplings", 24, 1), ("B", "Reports", 24, 1)];
    let scene = Scene::new(store).await.with_teams(as_in_life, &open).await;
    // Both rest on the same work: whenever the stricter one is kept, so is the other.
    let first = scene.promised("P", "2026-03-12", Some(recorded(&["A"]))).await;
    scene.promised("Q", "2026-03-13", Some(recorded(&["A"]))).await;
    let domino = scene.falls_with(first, Some(1)).await;
    let strict = domino.promise.change.and_then(|change| change.chances).expect("it has a due");
    assert!((200..800).contains(&strict.before.permille()), "{strict:?}");
    let all = domino.all.expect("two of them");
    assert_eq!((all.of, all.before, all.after), (2, strict.before, strict.after));
    assert_eq!(all.error_permille, strict.error_permille);
    assert!(domino.trials >= 500 && strict.error_permille > 0, "{domino:?}");
}

async fn only_what_is_to_be_kept_can_slip(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let service = &scene.service;
    let us = scene.us(MONDAY);
    let draft = Draft { subject: Line::new("Utkast").ok(), ..Draft::new(scene.account) };
    let writing = Writing { draft, work: None, of: None, offer_until: None };
    let draft = service.write(&us, writing).await.expect("written").promise;
    let refused = service.domino(&us, draft, None).await.expect_err("it is a draft");
    assert!(
        matches!(
            refused,
            ServiceError::Refused(Refusal::NotInState { state: StateName::Draft, .. })
        ),
        "{refused}"
    );
    let open = scene.promised("P", "2026-03-10", Some(new("Couplings", 8))).await;
    for days in [0, 251, u32::MAX] {
        let refused = service.domino(&us, open, Some(days)).await.expect_err("no slip");
        let wanted = Wanted::Days { most: 250 };
        assert!(
            matches!(&refused, ServiceError::Input { field: "days", wanted: w, .. } if *w == wanted),
            "{refused}"
        );
    }
    let elsewhere = promise::OrganisationId::new(uuid::Uuid::from_u128(98));
    let theirs = Caller { organisation: elsewhere, ..us.clone() };
    let refused = service.domino(&theirs, open, None).await.expect_err("it is not theirs");
    assert!(matches!(refused, ServiceError::NotFound { what: "promise", .. }), "{refused}");
    let word = Ask::Deliver { at: None, reference: None, words: "Klart.".to_owned() };
    service.act(&scene.us(MONDAY), open, word, None).await.expect("delivered");
    service.domino(&us, open, None).await.expect_err("it is there");
}

async fn promises_do_not_wait_in_a_circle(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let service = &scene.service;
    let work = |others: &[PromiseId]| after(new("Couplings", 8), others);
    let first = scene.promised("P", "2026-03-10", Some(work(&[]))).await;
    let second = scene.promised("Q", "2026-03-11", Some(work(&[first]))).await;
    let third = scene.promised("R", "2026-03-12", Some(work(&[second]))).await;
    let plan = async |id, others: &[PromiseId]| {
        let planned = service.plan_work(&scene.us(MONDAY), id, work(others)).await;
        planned.map_err(|error| error.to_string())
    };
    let refused = plan(first, &[first]).await;
    let itself = "after is \"1\"; wanted another promise: none can wait for itself";
    assert_eq!(refused, Err(itself.to_owned()));
    let refused = plan(first, &[third]).await;
    let circle =
        "after is \"1 → 3 → 2 → 1\"; wanted a promise that does not wait for this one in turn";
    assert_eq!(refused, Err(circle.to_owned()));
    let nobody = PromiseId::new(uuid::Uuid::from_u128(97));
    let unknown = format!("after is \"{nobody}\"; wanted a promise that is there");
    assert_eq!(plan(first, &[nobody]).await, Err(unknown));
    let named = service.find_all(&scene.us(MONDAY), "2, #3 3").await.expect("they are there");
    assert_eq!(named, [second, third]);
    service.find_all(&scene.us(MONDAY), "2, 9").await.expect_err("there is no 9");
    // Nothing was written by what was refused; what is no circle is taken.
    let kept = service.ledger().work(scene.organisation, first).await.expect("it reads").state;
    assert_eq!(kept, Some(work(&[])));
    plan(third, &[first, second]).await.expect("that is no circle");
    // In another organisation nobody knows them.
    let elsewhere = promise::OrganisationId::new(uuid::Uuid::from_u128(98));
    let theirs = Caller { organisation: elsewhere, ..scene.us(MONDAY) };
    let question = Question {
        account: scene.account,
        subject: String::new(),
        wished: None,
        work: work(&[second]),
        waits_for: Vec::new(),
    };
    let theirs = service.quote(&theirs, question.clone()).await;
    let is_unknown = |error: &ServiceError| {
        matches!(error, ServiceError::Input { field: "after", wanted: Wanted::KnownPromise, .. })
    };
    assert!(theirs.as_ref().is_err_and(is_unknown), "{theirs:?}");
    let ours = service.quote(&scene.us(MONDAY), question).await.expect("an answer");
    let Answer::Dates(dates) = ours.answer else { panic!("nothing can be said") };
    // P, Q and R first: the fourth working day.
    assert_eq!(dates.offer.due.date(), jiff::civil::date(2026, 3, 12));
    scene.service.watch(scene.organisation, instant(MONDAY)).await.expect("the plan is played");
}

async fn a_held_place_is_nobodys_promise(store: Store) {
    let scene = Scene::new(store).await.with_teams(as_thought, &[]).await;
    let first = scene.promised("One", "2026-03-11", Some(new("Couplings", 8))).await;
    let second = scene.promised("Two", "2026-03-12", Some(new("Couplings", 8))).await;
    let question = Question {
        account: scene.account,
        subject: "Three".to_owned(),
        wished: None,
        work: new("Couplings", 8),
        waits_for: Vec::new(),
    };
    let us = scene.us(MONDAY);
    let quote = scene.service.quote(&us, question).await.expect("an answer").id;
    scene.service.hold(&us, quote, Place::Last, None).await.expect("it is held");
    let domino = scene.falls_with(first, Some(3)).await;
    let fallen: Vec<PromiseId> = domino.falls.iter().map(|fall| fall.touched.promise).collect();
    assert_eq!(fallen, vec![second], "the held place moves too, and nobody is told of it");
}
