//! The table of moves: every state tries every move, and those that are not in the table are refused.

use promise::{Actor, Command, StateName};

use crate::fixture::{
    CERTIFICATES, Desk, THEM, US, confirm, counter_propose, deliver, found, instant, propose,
    theirs, whole_draft, withdraw, write,
};

/// Who may make a move, in the order of the columns below.
const MOVES: [(&str, Actor); 21] = [
    ("write", US),
    ("discard", US),
    ("offer", US),
    ("accept", THEM),
    ("decline", THEM),
    ("counter-propose", THEM),
    ("take back", US),
    ("offer again", US),
    ("record", US),
    ("confirm the record", THEM),
    ("reject the record", THEM),
    ("renegotiate", US),
    ("accept the renegotiation", THEM),
    ("deliver", US),
    ("confirm", THEM),
    ("dispute", THEM),
    ("release", THEM),
    ("void", US),
    ("withdraw", US),
    ("meet the counter-promise", US),
    ("take back the renegotiation", US),
];

/// The state reached, or `.` where the move must be refused.
///
/// The three last moves of an open promise are refused here for want of a counter-promise or proposal, which
/// `consequence` and `kept` try.
const TABLE: [(StateName, [&str; 21]); 13] = {
    use StateName::{
        Accepted, Declined, Delivered, Discarded, Draft, Lapsed, Late, Offered, Recorded, Released,
        Settled, Void, Withdrawn,
    };
    #[rustfmt::skip]
    let table = [
        (Draft,     ["draft", "discarded", "offered", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Discarded, [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Offered,   [".", ".", ".", "accepted", "declined", "draft", "withdrawn", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Lapsed,    [".", ".", ".", ".", ".", ".", ".", "draft", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Declined,  [".", ".", ".", ".", ".", ".", ".", "draft", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Withdrawn, [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Recorded,  [".", ".", ".", ".", ".", ".", ".", ".", ".", "accepted", "declined", "recorded", ".", "delivered", ".", ".", "released", ".", "settled", ".", "."]),
        (Accepted,  [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "accepted", ".", "delivered", ".", ".", "released", ".", "settled", ".", "."]),
        (Late,      [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "late", ".", "delivered", ".", ".", "released", ".", "settled", ".", "."]),
        (Delivered, [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "settled", "accepted", ".", ".", ".", ".", "."]),
        (Settled,   [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Released,  [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
        (Void,      [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."]),
    ];
    table
};

fn command(verb: &str, desk: &Desk) -> Command {
    let expires = instant("2026-03-11T17:00:00+01:00");
    match verb {
        "write" => write(whole_draft()),
        "discard" => Command::Discard,
        "offer" => Command::Offer { expires },
        "accept" => Command::Accept,
        "decline" => Command::Decline { for_good: false, words: None },
        "counter-propose" => counter_propose(),
        "take back" => Command::TakeBack { words: None },
        "offer again" => Command::OfferAgain,
        "record" => Command::Record { number: 215, found: Box::new(found()) },
        "confirm the record" => Command::ConfirmRecord,
        "reject the record" => Command::RejectRecord { words: None },
        "renegotiate" => propose("2026-04-01"),
        "accept the renegotiation" => Command::AcceptRenegotiation,
        "take back the renegotiation" => Command::TakeBackRenegotiation,
        "deliver" => deliver(&desk.at.to_string()),
        "confirm" => confirm(),
        "dispute" => Command::Dispute { words: theirs("Två anläggningar saknas.") },
        "release" => Command::Release { words: None },
        "void" => Command::Void { counter_promise: CERTIFICATES },
        "withdraw" => withdraw(),
        "meet the counter-promise" => Command::MeetCounterPromise { id: CERTIFICATES, at: desk.at },
        other => panic!("no such move: {other}"),
    }
}

#[test]
fn every_state_takes_the_moves_of_the_table_and_no_other() {
    for (state, wanted) in TABLE {
        for ((verb, by), wanted) in MOVES.into_iter().zip(wanted) {
            let mut desk = Desk::in_state(state);
            assert_eq!(desk.state().name(), state);
            let asked = command(verb, &desk);
            if wanted == "." {
                let refusal = desk.refused(by, asked);
                assert!(!refusal.is_empty(), "{verb} in {state}");
                assert_eq!(desk.state().name(), state, "{verb} in {state}");
            } else {
                desk.try_ask(by, asked).unwrap_or_else(|e| panic!("{verb} in {state}: {e}"));
                assert_eq!(desk.state().name().code(), wanted, "{verb} in {state}");
            }
        }
    }
}

#[test]
fn every_allowed_move_is_refused_to_the_other_side() {
    for (state, wanted) in TABLE {
        for ((verb, by), wanted) in MOVES.into_iter().zip(wanted) {
            // Either side may propose another date or say that something arrived.
            if wanted == "." || verb == "renegotiate" {
                continue;
            }
            let mut desk = Desk::in_state(state);
            let other = if by == US { THEM } else { US };
            let asked = command(verb, &desk);
            let refusal = desk.refused(other, asked);
            assert!(refusal.starts_with("only "), "{verb} in {state}: {refusal}");
        }
    }
}

#[test]
fn nothing_can_be_done_to_a_promise_that_does_not_exist() {
    for (verb, by) in MOVES {
        if verb == "write" || verb == "record" {
            continue;
        }
        let mut desk = Desk::new();
        let asked = command(verb, &desk);
        assert!(desk.refused(by, asked).contains("no such promise"), "{verb}");
    }
}

#[test]
fn a_promise_declined_for_good_is_not_offered_again() {
    let decline = Command::Decline { for_good: true, words: Some(theirs("Nej tack.")) };
    let mut desk = Desk::in_state(StateName::Offered).ask(THEM, decline);
    assert_eq!(
        desk.refused(US, Command::OfferAgain),
        "cannot offer again a promise that is declined"
    );
}

#[test]
fn codes_of_states_are_unique_and_read_back() {
    for state in StateName::ALL.iter().copied() {
        assert_eq!(StateName::of_code(state.code()), Some(state));
    }
    assert_eq!(StateName::of_code("kept"), None);
}
