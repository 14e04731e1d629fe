//! When a promise counts as kept: twice judged, from when it was there, and never unmade.

use jiff::SignedDuration;
use promise::renegotiation::Change;
use promise::settle::{Confirmation, Judgement, Measure, Settlement, Timing};
use promise::terms::{Remedy, RemedyKind, RemedyPer};
use promise::{Command, Event, Health, State, StateName};

use crate::fixture::{
    Desk, THEM, US, confirm, deliver, due, forecast, found, instant, line, propose, propose_change,
    theirs, whole_draft, withdraw,
};

fn settlement(desk: &Desk) -> &Settlement {
    let State::Settled(settled) = desk.state() else { panic!("{:?}", desk.state()) };
    &settled.settlement
}

#[track_caller]
fn judgements(desk: &Desk) -> (&Judgement, &Judgement) {
    let Settlement::Delivered { against_first, against_last, .. } = settlement(desk) else {
        panic!("{:?}", settlement(desk))
    };
    (against_first.as_ref().expect("a first due"), against_last.as_ref().expect("a last due"))
}

/// Delivers an accepted promise at an instant and confirms it at once.
fn delivered(at: &str) -> Desk {
    Desk::accepted(whole_draft()).on(at).ask(US, deliver(at)).ask(THEM, confirm())
}

#[test]
fn delivered_within_the_window_is_on_time() {
    for (at, slack) in [
        ("2026-03-12T17:00:00+01:00", 0),
        ("2026-03-12T08:00:00+01:00", 0),
        ("2026-03-05T09:00:00+01:00", 5),
    ] {
        let desk = delivered(at);
        let (first, last) = judgements(&desk);
        assert_eq!((first.timing, first.slack_days), (Timing::OnTime, slack), "{at}");
        assert_eq!(first, last);
    }
}

#[test]
fn earlier_than_the_window_is_early_and_not_better() {
    let desk = delivered("2026-03-04T09:00:00+01:00");
    let (first, _) = judgements(&desk);
    assert_eq!((first.timing, first.slack_days), (Timing::Early, 6));
    assert_eq!(settlement(&desk).kept_first(), Some(true));
}

#[test]
fn a_second_after_the_due_is_late() {
    let desk = delivered("2026-03-12T17:00:01+01:00");
    let (first, _) = judgements(&desk);
    assert_eq!((first.timing, first.slack_days), (Timing::Late, 0));
    assert_eq!(settlement(&desk).kept_last(), Some(false));
    assert!(desk.names().contains(&"due_passed"));
}

#[test]
fn what_counts_is_when_it_was_there_not_when_it_was_confirmed() {
    let desk = Desk::accepted(whole_draft())
        .on("2026-03-16T09:00:00+01:00")
        .ask(US, deliver("2026-03-12T12:00:00+01:00"))
        .on("2026-03-18T09:00:00+01:00")
        .ask(THEM, confirm());
    assert_eq!(judgements(&desk).0.timing, Timing::OnTime);
}

#[test]
fn a_due_moved_in_time_is_judged_twice() {
    let desk = Desk::accepted(whole_draft())
        .on("2026-03-09T09:00:00+01:00")
        .ask(US, propose("2026-03-17"))
        .ask(THEM, Command::AcceptRenegotiation)
        .on("2026-03-17T12:00:00+01:00")
        .ask(US, deliver("2026-03-17T11:00:00+01:00"))
        .ask(THEM, confirm());
    let (first, last) = judgements(&desk);
    assert_eq!((first.due.clone(), first.timing), (due("2026-03-12"), Timing::Late));
    assert_eq!((last.due.clone(), last.timing), (due("2026-03-17"), Timing::OnTime));
}

#[test]
fn a_due_moved_too_late_does_not_unmake_the_lateness() {
    let desk = Desk::in_state(StateName::Late)
        .ask(US, propose("2026-03-20"))
        .ask(THEM, Command::AcceptRenegotiation);
    assert_eq!(desk.state().name(), StateName::Accepted);
    let desk = desk
        .on("2026-03-20T12:00:00+01:00")
        .ask(US, deliver("2026-03-20T11:00:00+01:00"))
        .ask(THEM, confirm());
    let (first, last) = judgements(&desk);
    assert_eq!((first.timing, last.timing), (Timing::Late, Timing::Late));
    assert_eq!(last.due, due("2026-03-12"), "the last due agreed in time is the first");
}

#[test]
fn silence_confirms_only_when_it_has_been_announced_and_ended() {
    let desk = Desk::in_state(StateName::Delivered);
    let State::Delivered(delivery) = desk.state() else { panic!("{:?}", desk.state()) };
    let ends = delivery.silence_ends;
    let desk = desk.on(&(ends - SignedDuration::from_secs(1)).to_string()).ask(US, Command::Pass);
    assert_eq!(desk.state().name(), StateName::Delivered);
    let desk = desk.on(&ends.to_string()).ask(US, Command::Pass);
    let Settlement::Delivered { confirmed_by, measure, .. } = settlement(&desk) else {
        panic!("{:?}", settlement(&desk))
    };
    assert_eq!((*confirmed_by, *measure), (Confirmation::Silence, Measure::AsPromised));
}

#[test]
fn silence_must_be_announced_ahead_and_delivery_lies_behind() {
    let mut desk = Desk::in_state(StateName::Accepted);
    let Command::Deliver { at, evidence, .. } = deliver("2026-02-04T08:00:00+01:00") else {
        panic!("deliver delivers")
    };
    let now = desk.at;
    let at_once = Command::Deliver { at, evidence, silence_ends: now };
    assert!(desk.refused(US, at_once).starts_with("silence_ends is"));
    assert!(desk.refused(US, deliver("2026-02-04T09:00:01+01:00")).starts_with("delivered_at is"));
    let refused = desk.refused(US, deliver("2026-02-02T09:59:59+01:00"));
    assert!(refused.contains("before the promise began"), "{refused}");
}

#[test]
fn a_disputed_delivery_never_was_one() {
    let dispute = || Command::Dispute { words: theirs("Två anläggningar saknas.") };
    let desk = Desk::in_state(StateName::Delivered).ask(THEM, dispute());
    assert_eq!(desk.state().name(), StateName::Accepted);

    // After the due has passed it is late at once, with the lateness on record.
    let desk = Desk::accepted(whole_draft())
        .on("2026-03-12T12:00:00+01:00")
        .ask(US, deliver("2026-03-12T11:00:00+01:00"))
        .on("2026-03-13T09:00:00+01:00")
        .ask(THEM, dispute());
    assert_eq!(desk.state().name(), StateName::Late);
    assert_eq!(desk.names().last(), Some(&"due_passed"));

    // A delivery that was late already stays late.
    let desk = Desk::in_state(StateName::Late)
        .ask(US, deliver("2026-03-13T08:00:00+01:00"))
        .ask(THEM, dispute());
    assert_eq!(desk.state().name(), StateName::Late);
    let missed = &desk.state().binding().expect("it binds").missed;
    assert_eq!(missed.len(), 1, "one lateness is not counted twice");
}

#[test]
fn a_withdrawn_promise_is_broken_for_good() {
    let mut desk = Desk::in_state(StateName::Accepted).ask(US, withdraw());
    assert!(matches!(settlement(&desk), Settlement::Broken { .. }));
    assert_eq!(settlement(&desk).kept_first(), Some(false));
    assert_eq!(desk.refused(THEM, confirm()), "cannot confirm a promise that is settled");
}

#[test]
fn a_record_without_a_date_is_kept_without_one() {
    let mut undated = found();
    undated.known.due = None;
    let record = Command::Record { number: 1, found: Box::new(undated) };
    let desk = Desk::new()
        .ask(US, record)
        .on("2026-06-01T09:00:00+02:00")
        .ask(US, deliver("2026-06-01T08:00:00+02:00"))
        .ask(THEM, confirm());
    assert_eq!(settlement(&desk).kept_first(), None);
    assert_eq!(settlement(&desk).kept_last(), None);
}

#[test]
fn a_renegotiation_is_answered_by_the_other_side() {
    let mut desk = Desk::in_state(StateName::Accepted).ask(US, propose("2026-03-17"));
    assert!(desk.refused(US, Command::AcceptRenegotiation).starts_with("only the account"));
    let decline = || Command::DeclineRenegotiation { words: Some(theirs("Nej.")) };
    assert!(desk.refused(US, decline()).starts_with("only the account"));
    let mut desk = desk.ask(THEM, decline());
    assert_eq!(desk.state().binding().and_then(|b| b.due().cloned()), Some(due("2026-03-12")));
    assert!(
        desk.refused(THEM, Command::AcceptRenegotiation).contains("no change has been proposed")
    );

    let desk = desk.ask(THEM, propose("2026-03-10")).ask(US, Command::AcceptRenegotiation);
    assert_eq!(desk.state().binding().and_then(|b| b.due().cloned()), Some(due("2026-03-10")));
    let desk = desk.ask(US, propose("2026-03-20")).ask(US, Command::TakeBackRenegotiation);
    assert_eq!(desk.state().binding().expect("it binds").renegotiation, None);
    assert_eq!(desk.state().binding().expect("it binds").agreed.len(), 2);
}

#[test]
fn a_change_must_change_something_and_lie_ahead() {
    let mut desk = Desk::in_state(StateName::Accepted);
    let nothing = propose_change(Change { due: None, subject: None });
    assert!(desk.refused(US, nothing).starts_with("nothing would change"));
    assert!(desk.refused(US, propose("2026-03-12")).starts_with("nothing would change"));
    assert!(desk.refused(US, propose("2026-02-03")).starts_with("due is"));
    let Command::Renegotiate(mut proposal) = propose("2026-03-17") else { panic!("it proposes") };
    proposal.ground = None;
    let refused = desk.refused(US, Command::Renegotiate(proposal.clone()));
    assert!(refused.starts_with("ground is missing"), "{refused}");
    // The account owes us no forecast.
    desk.try_ask(THEM, Command::Renegotiate(proposal)).expect("the account may wish");
    let mut desk = desk.on("2026-03-18T09:00:00+01:00");
    assert!(desk.refused(US, Command::AcceptRenegotiation).contains("2026-03-17 has passed"));
}

#[test]
fn a_new_subject_does_not_bring_back_the_time_that_ran_out() {
    let smaller = || {
        let subject = Some(line("Meter data of 41 sites in one export"));
        propose_change(Change { due: None, subject })
    };
    let desk =
        Desk::in_state(StateName::Late).ask(US, smaller()).ask(THEM, Command::AcceptRenegotiation);
    assert_eq!(desk.state().name(), StateName::Late);
    assert!(desk.state().binding().expect("it binds").subject.as_str().contains("41 sites"));
    let desk = Desk::in_state(StateName::Recorded)
        .ask(US, smaller())
        .ask(THEM, Command::AcceptRenegotiation);
    assert_eq!(
        desk.state().name(),
        StateName::Accepted,
        "agreeing to a change confirms the record"
    );
}

#[test]
fn a_forecast_writes_only_what_changed() {
    let stamp = |percent, at: &str| Command::Forecast(Box::new(forecast(percent, instant(at))));
    let day = |n: u8| format!("2026-02-{n:02}T09:00:00+01:00");
    let mut desk = Desk::in_state(StateName::Accepted);
    for (n, percent) in [(5, 88), (6, 80), (7, 49), (8, 52), (9, 74)] {
        desk = desk.on(&day(n)).ask(US, stamp(percent, &day(n)));
    }
    let healths: Vec<Health> = desk
        .log
        .iter()
        .filter_map(
            |event| {
                if let Event::HealthChanged { to, .. } = event { Some(*to) } else { None }
            },
        )
        .collect();
    assert_eq!(healths, [Health::OnPlan, Health::OffPlan, Health::OnPlan]);
    assert!(desk.refused(US, stamp(50, "2026-02-10T09:00:00+01:00")).contains("was made at"));
}

#[test]
fn a_remedy_stops_at_its_cap() {
    let money = |text: &str| text.parse().expect("an amount");
    let remedy = Remedy {
        kind: RemedyKind::Credit,
        amount: money("SEK 2500"),
        per: RemedyPer::WorkingDay,
        cap: Some(money("SEK 12500")),
    };
    assert_eq!(remedy.exposure(0), money("SEK 0"));
    assert_eq!(remedy.exposure(3), money("SEK 7500"));
    assert_eq!(remedy.exposure(30), money("SEK 12500"));
    let once = Remedy { per: RemedyPer::Breach, cap: None, ..remedy };
    assert_eq!(once.exposure(30), money("SEK 2500"));
}
