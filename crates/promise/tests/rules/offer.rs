//! Offering: what must be there, what the policy asks, and what the passing of time does to an offer.

use promise::terms::{BelowPolicy, Consideration, Draft, Gap, Ground};
use promise::{Command, Refusal, State, StateName};

use crate::fixture::{
    BREWERY, Desk, FENNA, JIP, START, THEM, US, counter_propose, draft_with, due, forecast, found,
    instant, ours, theirs, whole_draft, write,
};

const EXPIRES: &str = "2026-02-11T17:00:00+01:00";

fn offer() -> Command {
    Command::Offer { expires: instant(EXPIRES) }
}

#[test]
fn a_draft_shows_what_is_missing_in_the_order_of_the_form() {
    let missing = Draft::new(BREWERY).missing();
    let fields: Vec<&str> = missing.iter().map(|gap| gap.field()).collect();
    assert_eq!(
        fields,
        [
            "subject",
            "contact",
            "due",
            "strictness",
            "promisor",
            "owner",
            "acceptance",
            "consideration",
            "remedy",
            "ground"
        ]
    );
    assert_eq!(whole_draft().missing(), []);
}

#[test]
fn an_offer_needs_every_field() {
    type Remove = fn(&mut Draft);
    let fields: [(Gap, Remove); 10] = [
        (Gap::Subject, |d| d.subject = None),
        (Gap::Contact, |d| d.contact = None),
        (Gap::Due, |d| d.due = None),
        (Gap::Strictness, |d| d.strictness = None),
        (Gap::Promisor, |d| d.promisor = None),
        (Gap::Owner, |d| d.owner = None),
        (Gap::Acceptance, |d| d.acceptance = None),
        (Gap::Consideration, |d| d.consideration = None),
        (Gap::Remedy, |d| d.remedy = None),
        (Gap::Ground, |d| d.ground = None),
    ];
    for (gap, remove) in fields {
        let mut draft = whole_draft();
        remove(&mut draft);
        let mut desk = Desk::new().ask(US, write(draft));
        let refused = desk.try_ask(US, offer());
        assert_eq!(refused, Err(Refusal::Missing(vec![gap])));
    }
}

#[test]
fn asking_for_nothing_without_saying_so_is_a_gap() {
    let asked = Consideration::Asked { counter_promises: Vec::new(), price: None };
    let draft = Draft { consideration: Some(asked), ..whole_draft() };
    assert_eq!(draft.missing(), [Gap::Consideration]);
}

#[test]
fn a_date_below_the_policy_needs_a_reason_and_a_name() {
    let made_at = instant(START);
    let below = |below_policy| Draft {
        ground: Some(Ground::Forecast { forecast: forecast(62, made_at), below_policy }),
        ..whole_draft()
    };
    let mut desk = Desk::new().ask(US, write(below(None)));
    assert_eq!(
        desk.refused(US, offer()),
        "the chance of 2026-03-12 is 62%, below the policy of 85%; wanted a reason and who takes it"
    );
    let taken = BelowPolicy { taken_by: JIP, reason: ours("Their stock count starts that day.") };
    let desk = desk.ask(US, write(below(Some(taken)))).ask(US, offer());
    assert_eq!(desk.state().name(), StateName::Offered);
}

#[test]
fn a_date_without_a_forecast_needs_its_reason_only() {
    let ground = Some(Ground::Without { reason: ours("Nothing like it was built before.") });
    let draft = Draft { ground, ..whole_draft() };
    let desk = Desk::new().ask(US, write(draft)).ask(US, offer());
    assert_eq!(desk.state().name(), StateName::Offered);
}

#[test]
fn what_must_lie_ahead_may_not_lie_behind() {
    let mut desk = Desk::new().ask(US, write(whole_draft()));
    let past = Command::Offer { expires: instant(START) };
    assert!(
        desk.refused(US, past).starts_with("expires is 2026-02-02T09:00:00Z; wanted a time after")
    );
    let mut desk = desk.on("2026-03-13T09:00:00+01:00");
    let later = Command::Offer { expires: instant("2026-03-20T17:00:00+01:00") };
    assert!(desk.refused(US, later).starts_with("due is 2026-03-12T16:00:00Z"));
    let mut desk = Desk::new()
        .ask(US, write(draft_with(promise::terms::Consequence::Talk)))
        .on("2026-03-06T09:00:00+01:00");
    let later = Command::Offer { expires: instant("2026-03-10T17:00:00+01:00") };
    assert!(desk.refused(US, later).starts_with("counter_promise.due is"));
}

#[test]
fn an_answer_after_the_expiry_finds_a_lapsed_offer() {
    let mut desk = Desk::in_state(StateName::Offered).on("2026-02-11T17:00:01+01:00");
    let refused = desk.refused(THEM, Command::Accept);
    assert_eq!(refused, "cannot accept a promise that is lapsed");
    let desk = desk.ask(US, Command::Pass);
    assert_eq!(desk.state().name(), StateName::Lapsed);
    assert_eq!(desk.names(), ["drafted", "offered", "lapsed"]);
}

#[test]
fn an_offer_for_a_day_that_has_passed_is_not_accepted() {
    let expires = instant("2026-03-31T17:00:00+02:00");
    let mut desk = Desk::new()
        .ask(US, write(whole_draft()))
        .ask(US, Command::Offer { expires })
        .on("2026-03-13T09:00:00+01:00");
    assert!(desk.refused(THEM, Command::Accept).starts_with("due is 2026-03-12"));
}

#[test]
fn a_counter_proposal_makes_a_draft_that_remembers_it() {
    let desk = Desk::in_state(StateName::Offered).ask(THEM, counter_propose());
    let State::Draft { proposal: Some(proposal), draft } = desk.state() else {
        panic!("{:?}", desk.state())
    };
    assert_eq!(proposal.due, Some(due("2026-03-06")));
    assert_eq!(draft.due, Some(due("2026-03-12")), "our own date stands until we change it");
    // It survives our rewriting, and goes with the next offer.
    let desk = desk.ask(US, write(whole_draft()));
    assert!(matches!(desk.state(), State::Draft { proposal: Some(_), .. }));
}

#[test]
fn a_lapsed_offer_becomes_a_draft_with_the_same_terms_and_number() {
    let desk = Desk::in_state(StateName::Lapsed).ask(US, Command::OfferAgain);
    let State::Draft { draft, .. } = desk.state() else { panic!("{:?}", desk.state()) };
    assert_eq!(**draft, whole_draft());
    let rewritten = Command::Write { number: 999, draft: draft.clone() };
    let desk = desk.ask(US, rewritten);
    assert_eq!(desk.promise.expect("a promise").number, 214);
}

#[test]
fn a_recorded_promise_counts_with_its_gaps_as_questions() {
    let desk = Desk::in_state(StateName::Recorded);
    let binding = desk.state().binding().expect("it binds");
    assert!(!binding.confirmed);
    let open: Vec<&str> = binding.gaps().iter().map(|gap| gap.field()).collect();
    assert_eq!(open, ["strictness", "acceptance", "consideration", "remedy", "ground"]);
    assert_eq!(binding.due(), Some(&due("2026-03-12")));

    let mut vague = found();
    vague.known.subject = None;
    vague.known.promisor = None;
    let record = Command::Record { number: 1, found: Box::new(vague) };
    let refused = Desk::new().refused(US, record);
    assert_eq!(refused, "cannot be offered: subject, promisor missing");
}

#[test]
fn a_rejected_record_keeps_their_words() {
    let reject = Command::RejectRecord { words: Some(theirs("Det sa ni inte.")) };
    let desk = Desk::in_state(StateName::Recorded).ask(THEM, reject);
    let State::Declined(declined) = desk.state() else { panic!("{:?}", desk.state()) };
    assert_eq!(declined.words.as_ref().map(|w| w.as_str()), Some("Det sa ni inte."));
}

#[test]
fn what_they_said_can_be_written_down_by_us() {
    let told = promise::Actor::Contact { contact: crate::fixture::EBBA, through: Some(FENNA) };
    let desk = Desk::in_state(StateName::Offered).ask(told, Command::Accept);
    assert_eq!(desk.state().name(), StateName::Accepted);
}
