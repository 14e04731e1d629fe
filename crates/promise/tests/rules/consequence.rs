//! Counter-promises: what their lateness does to our date.

use promise::renegotiation::Reason;
use promise::state::CounterState;
use promise::terms::Consequence;
use promise::{Command, CounterPromiseId, StateName};
use uuid::Uuid;

use crate::fixture::{CERTIFICATES, Desk, THEM, US, draft_with, due, instant, propose};

/// Accepted, with the certificates due Thursday 5 March and our own due Thursday 12 March.
fn accepted(consequence: Consequence) -> Desk {
    Desk::accepted(draft_with(consequence))
}

fn met(at: &str) -> Command {
    Command::MeetCounterPromise { id: CERTIFICATES, at: instant(at) }
}

/// The due that waits for the account, if any.
fn proposed(desk: &Desk) -> Option<String> {
    let waits = desk.state().binding()?.renegotiation.as_ref()?;
    assert_eq!(waits.reason, Reason::CounterPromise);
    waits.change.due.as_ref().map(ToString::to_string)
}

#[test]
fn in_time_it_changes_nothing() {
    let desk = accepted(Consequence::Shift)
        .on("2026-03-05T12:00:00+01:00")
        .ask(US, met("2026-03-05T11:00:00+01:00"));
    assert_eq!(proposed(&desk), None);
    assert!(!desk.names().contains(&"counter_promise_passed"));
}

#[test]
fn each_business_day_late_moves_our_date_by_one() {
    let mut desk = accepted(Consequence::Shift);
    for (day, wanted) in [
        ("2026-03-05T18:00:00+01:00", "2026-03-13"), // past the hour: a day at least
        ("2026-03-06T09:00:00+01:00", "2026-03-13"),
        ("2026-03-08T09:00:00+01:00", "2026-03-13"), // a weekend does not count
        ("2026-03-09T09:00:00+01:00", "2026-03-16"),
    ] {
        desk = desk.on(day).ask(US, Command::Pass);
        assert_eq!(proposed(&desk).as_deref(), Some(wanted), "{day}");
    }
    let offers = desk.names().into_iter().filter(|name| *name == "renegotiation_offered").count();
    assert_eq!(offers, 2, "a proposal that says the same is not made again");
}

#[test]
fn what_arrives_late_moves_it_by_its_whole_lateness() {
    let desk = accepted(Consequence::Shift)
        .on("2026-03-12T09:00:00+01:00")
        .ask(THEM, met("2026-03-11T15:00:00+01:00"));
    assert_eq!(proposed(&desk).as_deref(), Some("2026-03-18"), "four working days after the 12th");
    let desk = desk.ask(THEM, Command::AcceptRenegotiation);
    assert_eq!(desk.state().binding().and_then(|b| b.due().cloned()), Some(due("2026-03-18")));
    // Counted once: nothing more is asked for.
    let desk = desk.on("2026-03-17T09:00:00+01:00").ask(US, Command::Pass);
    assert_eq!(proposed(&desk), None);
}

#[test]
fn what_turns_out_to_have_arrived_in_time_asks_for_nothing() {
    let desk = accepted(Consequence::Shift).on("2026-03-09T09:00:00+01:00").ask(US, Command::Pass);
    assert_eq!(proposed(&desk).as_deref(), Some("2026-03-16"));
    let desk = desk.ask(THEM, met("2026-03-05T16:00:00+01:00"));
    assert_eq!(proposed(&desk), None);
    assert_eq!(desk.names().last(), Some(&"renegotiation_taken_back"));
}

#[test]
fn an_accepted_shift_goes_on_where_it_stopped() {
    let desk = accepted(Consequence::Shift)
        .on("2026-03-06T09:00:00+01:00")
        .ask(THEM, Command::AcceptRenegotiation)
        .on("2026-03-10T09:00:00+01:00")
        .ask(US, Command::Pass);
    assert_eq!(proposed(&desk).as_deref(), Some("2026-03-17"), "one day agreed, two more to come");
}

#[test]
fn a_date_agreed_by_people_takes_in_the_lateness_so_far() {
    let desk = accepted(Consequence::Shift)
        .on("2026-03-09T09:00:00+01:00")
        .ask(US, propose("2026-03-24"))
        .on("2026-03-10T09:00:00+01:00")
        .ask(THEM, Command::AcceptRenegotiation);
    assert_eq!(proposed(&desk), None);
    let desk = desk.on("2026-03-11T09:00:00+01:00").ask(US, Command::Pass);
    assert_eq!(proposed(&desk).as_deref(), Some("2026-03-25"));
}

#[test]
fn other_consequences_are_recorded_and_move_nothing() {
    for consequence in [Consequence::Talk, Consequence::Reprice, Consequence::Void] {
        let desk = accepted(consequence).on("2026-03-09T09:00:00+01:00").ask(US, Command::Pass);
        assert_eq!(proposed(&desk), None);
        let binding = desk.state().binding().expect("it binds");
        assert_eq!(binding.counter_promises[0].state, CounterState::Late);
        assert_eq!(desk.state().name(), StateName::Accepted);
    }
}

#[test]
fn only_a_late_counter_promise_with_that_consequence_ends_the_promise() {
    let void = || Command::Void { counter_promise: CERTIFICATES };
    let mut desk = accepted(Consequence::Void).on("2026-03-05T09:00:00+01:00");
    assert!(desk.refused(US, void()).ends_with("it is not late"));
    let mut talk =
        accepted(Consequence::Talk).on("2026-03-09T09:00:00+01:00").ask(US, Command::Pass);
    assert!(talk.refused(US, void()).ends_with("another consequence was agreed"));
    let desk = desk.on("2026-03-09T09:00:00+01:00").ask(US, void());
    assert_eq!(desk.state().name(), StateName::Void);
}

#[test]
fn a_counter_promise_is_met_once_and_not_ahead() {
    let mut desk = accepted(Consequence::Talk).on("2026-03-04T09:00:00+01:00");
    let stranger = CounterPromiseId::new(Uuid::from_u128(99));
    let unknown = Command::MeetCounterPromise { id: stranger, at: desk.at };
    assert!(desk.refused(US, unknown).contains("is no counter-promise"));
    assert!(desk.refused(US, met("2026-03-04T09:00:01+01:00")).starts_with("at is"));
    let mut desk = desk.ask(THEM, met("2026-03-04T08:00:00+01:00"));
    assert!(desk.refused(US, met("2026-03-04T08:30:00+01:00")).contains("was met at"));
}

#[test]
fn a_person_s_proposal_is_not_pushed_aside() {
    let desk = accepted(Consequence::Shift)
        .on("2026-03-04T09:00:00+01:00")
        .ask(US, propose("2026-03-20"))
        .on("2026-03-09T09:00:00+01:00")
        .ask(US, Command::Pass);
    let waits = desk.state().binding().and_then(|b| b.renegotiation.clone()).expect("it waits");
    assert_eq!(waits.change.due, Some(due("2026-03-20")));
}
