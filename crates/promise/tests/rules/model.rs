//! Random histories beside a naive model: same answers, same states, and a log that folds to the same promise.

use jiff::{SignedDuration, Timestamp};
use promise::{Actor, Command, StateName};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::fixture::{
    Desk, THEM, US, confirm, counter_propose, due, found, instant, ours, propose, theirs,
    whole_draft, withdraw, write,
};

/// What the naive model knows: a word for the state and a handful of facts, no types to lean on.
#[derive(Debug, Clone, Default)]
struct Model {
    state: &'static str,
    whole: bool,
    for_good: bool,
    expires: Timestamp,
    due: Timestamp,
    first_due: Timestamp,
    last_due_in_time: Timestamp,
    was_late: bool,
    silence_ends: Timestamp,
    delivered_at: Timestamp,
    proposed: Option<(Actor, Timestamp)>,
    kept: Option<(bool, bool)>,
}

/// A step of a history.
#[derive(Debug, Clone, Copy)]
enum Step {
    Wait(i64),
    Ask(usize, bool),
}

const VERBS: [&str; 19] = [
    "write",
    "discard",
    "offer",
    "accept",
    "decline",
    "decline for good",
    "counter-propose",
    "take back",
    "offer again",
    "record",
    "confirm record",
    "reject record",
    "renegotiate",
    "agree",
    "deliver",
    "confirm",
    "dispute",
    "release",
    "withdraw",
];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (1..20_i64).prop_map(Step::Wait),
        3 => (0..VERBS.len(), any::<bool>()).prop_map(|(verb, us)| Step::Ask(verb, us)),
    ]
}

const OFFER_DAYS: i64 = 9;
const SILENCE_DAYS: i64 = 7;
const NEW_DUE: &str = "2026-04-15";

impl Model {
    /// Time passes: by hand, in the order in which things fall due.
    fn pass(&mut self, now: Timestamp) {
        match self.state {
            "offered" if now >= self.expires => self.state = "lapsed",
            "delivered" if now >= self.silence_ends => self.settle(),
            "accepted" | "recorded" if now > self.due => {
                self.state = "late";
                self.was_late = true;
            }
            _ => {}
        }
    }

    fn settle(&mut self) {
        self.state = "settled";
        let kept = |due| self.delivered_at <= due;
        self.kept = Some((kept(self.first_due), kept(self.last_due_in_time)));
    }

    /// Whether the model allows a step, and what it makes of it.
    #[expect(clippy::too_many_lines, reason = "naive on purpose: one table, read from the top")]
    fn take(&mut self, verb: &str, us: bool, now: Timestamp) -> bool {
        let open = matches!(self.state, "accepted" | "recorded" | "late");
        let by = if us { US } else { THEM };
        let next = match (verb, us, self.state) {
            ("write", true, "" | "draft") => {
                self.whole = true;
                "draft"
            }
            ("discard", true, "draft") => "discarded",
            ("offer", true, "draft") if self.whole && now < whole_due() => {
                self.expires = now + days(OFFER_DAYS);
                "offered"
            }
            ("accept", false, "offered") if now < whole_due() => {
                self.bind(whole_due());
                "accepted"
            }
            ("decline", false, "offered") | ("reject record", false, "recorded") => {
                self.proposed = None;
                "declined"
            }
            ("decline for good", false, "offered") => {
                self.for_good = true;
                "declined"
            }
            ("counter-propose", false, "offered") if now < due("2026-03-06").at() => "draft",
            ("take back", true, "offered") => "withdrawn",
            ("offer again", true, "lapsed" | "declined") if !self.for_good => "draft",
            ("record", true, "") => {
                self.bind(whole_due());
                // A promise found after its day was late before it was written down.
                self.was_late = now > whole_due();
                if self.was_late { "late" } else { "recorded" }
            }
            ("confirm record", false, "recorded") => "accepted",
            ("renegotiate", _, _) if open && now < new_due() && self.due != new_due() => {
                self.proposed = Some((by, new_due()));
                self.state
            }
            ("agree", _, _) if open => match self.proposed {
                Some((proposer, due)) if proposer != by && now < due => {
                    if !self.was_late {
                        self.last_due_in_time = due;
                    }
                    self.due = due;
                    self.proposed = None;
                    "accepted"
                }
                _ => return false,
            },
            ("deliver", true, _) if open => {
                self.delivered_at = now;
                self.silence_ends = now + days(SILENCE_DAYS);
                "delivered"
            }
            ("confirm", false, "delivered") => {
                self.settle();
                return true;
            }
            ("dispute", false, "delivered") => {
                if now > self.due {
                    self.was_late = true;
                    "late"
                } else {
                    "accepted"
                }
            }
            ("release", false, _) if open => "released",
            ("withdraw", true, _) if open => {
                self.kept = Some((false, false));
                "settled"
            }
            _ => return false,
        };
        self.state = next;
        true
    }

    fn bind(&mut self, due: Timestamp) {
        (self.due, self.first_due, self.last_due_in_time) = (due, due, due);
    }
}

fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

fn whole_due() -> Timestamp {
    due("2026-03-12").at()
}

fn new_due() -> Timestamp {
    due(NEW_DUE).at()
}

fn command(verb: &str, us: bool, now: Timestamp) -> Command {
    let words = || if us { ours("Because.") } else { theirs("Därför.") };
    match verb {
        "write" => write(whole_draft()),
        "discard" => Command::Discard,
        "offer" => Command::Offer { expires: now + days(OFFER_DAYS) },
        "accept" => Command::Accept,
        "decline" => Command::Decline { for_good: false, words: Some(words()) },
        "decline for good" => Command::Decline { for_good: true, words: None },
        "counter-propose" => counter_propose(),
        "take back" => Command::TakeBack { words: None },
        "offer again" => Command::OfferAgain,
        "record" => Command::Record { number: 1, found: Box::new(found()) },
        "confirm record" => Command::ConfirmRecord,
        "reject record" => Command::RejectRecord { words: None },
        "renegotiate" => propose(NEW_DUE),
        "agree" => Command::AcceptRenegotiation,
        "deliver" => {
            let evidence = promise::event::Evidence::Word(words());
            Command::Deliver { at: now, evidence, silence_ends: now + days(SILENCE_DAYS) }
        }
        "confirm" => confirm(),
        "dispute" => Command::Dispute { words: words() },
        "release" => Command::Release { words: None },
        "withdraw" => withdraw(),
        other => panic!("no such verb: {other}"),
    }
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 4000,
        rng_seed: RngSeed::Fixed(2),
        failure_persistence: None,
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rules_and_model_agree(steps in vec(step(), 1..40)) {
        let (mut desk, mut model) = (Desk::new(), Model { state: "", ..Model::default() });
        for step in steps {
            match step {
                Step::Wait(amount) => {
                    desk.at += days(amount);
                    model.pass(desk.at);
                    if desk.promise.is_some() {
                        desk.try_ask(US, Command::Pass).expect("time may always pass");
                    }
                }
                Step::Ask(verb, us) => {
                    let by = if us { US } else { THEM };
                    let allowed = desk.try_ask(by, command(VERBS[verb], us, desk.at)).is_ok();
                    let wanted = model.take(VERBS[verb], us, desk.at);
                    prop_assert_eq!(allowed, wanted, "{} by us: {} in {}", VERBS[verb], us, model.state);
                }
            }
            let state = desk.promise.as_ref().map_or("", |p| p.state.name().code());
            prop_assert_eq!(state, model.state);
        }
        if let Some(promise::State::Settled(settled)) = desk.promise.as_ref().map(|p| &p.state) {
            let kept = (settled.settlement.kept_first(), settled.settlement.kept_last());
            prop_assert_eq!(model.kept.map(|(f, l)| (Some(f), Some(l))), Some(kept));
        }
        prop_assert_eq!(desk.promise.as_ref().map_or(0, |p| p.version as usize), desk.log.len());
    }
}

#[test]
fn random_histories_reach_every_state_they_can() {
    // A model test that never gets anywhere proves nothing: walk many histories and see where they end.
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::new(config());
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..3000 {
        let steps = vec(step(), 1..40).new_tree(&mut runner).expect("steps").current();
        let mut desk = Desk::new();
        for step in steps {
            match step {
                Step::Wait(amount) => {
                    desk.at += days(amount);
                    let _none_yet = desk.try_ask(US, Command::Pass);
                }
                Step::Ask(verb, us) => {
                    let by = if us { US } else { THEM };
                    let _refused_or_not = desk.try_ask(by, command(VERBS[verb], us, desk.at));
                }
            }
            reached.extend(desk.promise.as_ref().map(|p| p.state.name()));
        }
    }
    let all: std::collections::BTreeSet<StateName> = StateName::ALL.iter().copied().collect();
    let unreached: Vec<_> = all.difference(&reached).collect();
    assert_eq!(unreached, [&StateName::Void], "void needs a counter-promise: see `consequence`");
    assert!(instant("2026-02-02T09:00:00Z") < whole_due());
}
