//! A promise to play with: an office in Amsterdam, people with fixed ids, and a desk that takes commands.

use calendar::{Calendar, Country, Due};
use jiff::{SignedDuration, Timestamp};
use promise::event::{CounterProposal, Evidence};
use promise::evolve::evolve;
use promise::health::ForecastStamp;
use promise::renegotiation::{Change, Proposal, Reason};
use promise::settle::Measure;
use promise::terms::{
    Consequence, Consideration, CounterPromise, Draft, Found, Ground, RemedyChoice, Strictness,
};
use promise::{
    AccountId, Actor, Chance, Command, ContactId, CounterPromiseId, Event, ForecastId, Line,
    MemberId, Now, Person, Policy, Promise, Refusal, State, StateName, Words, decide,
};
use uuid::Uuid;

pub(crate) const FENNA: MemberId = MemberId::new(Uuid::from_u128(1));
pub(crate) const JIP: MemberId = MemberId::new(Uuid::from_u128(2));
pub(crate) const EBBA: ContactId = ContactId::new(Uuid::from_u128(3));
pub(crate) const BREWERY: AccountId = AccountId::new(Uuid::from_u128(4));
pub(crate) const CERTIFICATES: CounterPromiseId = CounterPromiseId::new(Uuid::from_u128(5));

pub(crate) const US: Actor = Actor::Member(FENNA);
pub(crate) const THEM: Actor = Actor::Contact { contact: EBBA, through: None };

/// Monday 2 February 2026, 10:00 in Amsterdam: where every story begins.
pub(crate) const START: &str = "2026-02-02T10:00:00+01:00";

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

pub(crate) fn office() -> Calendar {
    Calendar::office("Europe/Amsterdam", Country::Nl).expect("a known zone")
}

pub(crate) fn due(text: &str) -> Due {
    Due::parse(text, &office()).expect("a due")
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

pub(crate) fn ours(text: &str) -> Words {
    Words::new(Person::Member(FENNA), text).expect("words")
}

pub(crate) fn theirs(text: &str) -> Words {
    Words::new(Person::Contact(EBBA), text).expect("words")
}

pub(crate) fn forecast(percent: u16, made_at: Timestamp) -> ForecastStamp {
    let days = [5, 8, 10, 14, 20, 24, 32];
    let quantiles = days.map(|day| made_at + SignedDuration::from_hours(24 * day));
    ForecastStamp {
        id: ForecastId::new(Uuid::from_u128(6)),
        made_at,
        chance: Chance::of_percent(percent),
        quantiles,
        likely: quantiles[3],
        finished: 60,
        trials: 1000,
        seed: 7,
    }
}

pub(crate) fn counter_promise(due_text: &str, consequence: Consequence) -> CounterPromise {
    let subject = line("The signed certificates");
    CounterPromise { id: CERTIFICATES, subject, due: due(due_text), consequence }
}

/// A draft with nothing missing, due Thursday 12 March 2026.
pub(crate) fn whole_draft() -> Draft {
    Draft {
        contact: Some(EBBA),
        subject: Some(line("Meter data of all 48 sites in one export")),
        acceptance: Some(line("Five mornings in a row arrive complete")),
        wished: Some(due("2026-02-27")),
        due: Some(due("2026-03-12")),
        strictness: Some(Strictness::Target),
        promisor: Some(FENNA),
        owner: Some(JIP),
        consideration: Some(Consideration::Nothing { because: line("Part of the contract") }),
        remedy: Some(RemedyChoice::NoneAgreed),
        ground: Some(Ground::Forecast {
            forecast: forecast(88, instant(START)),
            below_policy: None,
        }),
        ..Draft::new(BREWERY)
    }
}

/// The same with the certificates asked in return, due Thursday 5 March.
pub(crate) fn draft_with(consequence: Consequence) -> Draft {
    let counter_promises = vec![counter_promise("2026-03-05", consequence)];
    let consideration = Some(Consideration::Asked { counter_promises, price: None });
    Draft { consideration, ..whole_draft() }
}

pub(crate) fn found() -> Found {
    let known = Draft {
        contact: Some(EBBA),
        subject: Some(line("Meter data of all 48 sites in one export")),
        due: Some(due("2026-03-12")),
        promisor: Some(FENNA),
        owner: Some(JIP),
        ..Draft::new(BREWERY)
    };
    Found {
        known, sentence: ours("Ni har allt i en fil från och med torsdagen i mitten av mars.")
    }
}

pub(crate) fn write(draft: Draft) -> Command {
    Command::Write { number: 214, draft: Box::new(draft) }
}

pub(crate) fn deliver(at: &str) -> Command {
    let at = instant(at);
    let evidence = Evidence::Word(ours("The fifth file came in complete."));
    Command::Deliver { at, evidence, silence_ends: at + SignedDuration::from_hours(24 * 7) }
}

pub(crate) fn confirm() -> Command {
    Command::ConfirmDelivery { measure: Measure::AsPromised, words: None }
}

pub(crate) fn propose(due_text: &str) -> Command {
    propose_change(Change { due: Some(due(due_text)), subject: None })
}

pub(crate) fn propose_change(change: Change) -> Command {
    let words = ours("The certificates came later than agreed.");
    let ground = Some(Ground::Without { reason: ours("Agreed by telephone.") });
    Command::Renegotiate(Box::new(Proposal { change, reason: Reason::Work, words, ground }))
}

pub(crate) fn withdraw() -> Command {
    Command::Withdraw { reason: Reason::Mistake, words: ours("It cannot be built.") }
}

/// Where commands are brought: holds the promise, the clock and the events so far.
pub(crate) struct Desk {
    pub(crate) promise: Option<Promise>,
    pub(crate) at: Timestamp,
    pub(crate) log: Vec<Event>,
    calendar: Calendar,
    policy: Policy,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            promise: None,
            at: instant(START),
            log: Vec::new(),
            calendar: office(),
            policy: Policy::default(),
        }
    }

    /// Moves the clock.
    pub(crate) fn on(mut self, at: &str) -> Self {
        self.at = instant(at);
        self
    }

    /// Brings a command that must be allowed.
    #[track_caller]
    pub(crate) fn ask(mut self, by: Actor, command: Command) -> Self {
        let verb = command.verb();
        self.try_ask(by, command).unwrap_or_else(|refusal| panic!("{verb}: {refusal}"));
        self
    }

    /// Brings a command that may be refused.
    pub(crate) fn try_ask(&mut self, by: Actor, command: Command) -> Result<(), Refusal> {
        let now = Now { at: self.at, calendar: &self.calendar, policy: &self.policy };
        for stamped in decide(self.promise.as_ref(), command, by, &now)? {
            self.promise = Some(evolve(self.promise.take(), &stamped));
            self.log.push(stamped.event);
        }
        Ok(())
    }

    /// The text of the refusal of a command that must not be allowed, and that nothing was written.
    #[track_caller]
    pub(crate) fn refused(&mut self, by: Actor, command: Command) -> String {
        let (verb, before) = (command.verb(), self.log.len());
        let refusal = self.try_ask(by, command).expect_err(verb);
        assert_eq!(self.log.len(), before, "{verb} was refused but something was written");
        refusal.to_string()
    }

    pub(crate) fn state(&self) -> &State {
        &self.promise.as_ref().expect("a promise").state
    }

    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.log.iter().map(Event::name).collect()
    }

    pub(crate) fn offered(draft: Draft) -> Self {
        let expires = instant("2026-02-11T17:00:00+01:00");
        Self::new().ask(US, write(draft)).ask(US, Command::Offer { expires })
    }

    pub(crate) fn accepted(draft: Draft) -> Self {
        Self::offered(draft).on("2026-02-03T10:12:00+01:00").ask(THEM, Command::Accept)
    }

    /// A promise in each state; the clock stands a day later, on Wednesday 4 February, but for what must be later.
    pub(crate) fn in_state(state: StateName) -> Self {
        let later = "2026-02-04T09:00:00+01:00";
        let whole = whole_draft;
        match state {
            StateName::Draft => Self::new().ask(US, write(whole())).on(later),
            StateName::Discarded => Self::in_state(StateName::Draft).ask(US, Command::Discard),
            StateName::Offered => Self::offered(whole()).on(later),
            StateName::Lapsed => {
                Self::offered(whole()).on("2026-02-12T09:00:00+01:00").ask(US, Command::Pass)
            }
            StateName::Declined => {
                let decline = Command::Decline { for_good: false, words: None };
                Self::offered(whole()).on(later).ask(THEM, decline)
            }
            StateName::Withdrawn => {
                Self::offered(whole()).on(later).ask(US, Command::TakeBack { words: None })
            }
            StateName::Recorded => {
                let found = Box::new(found());
                Self::new().ask(US, Command::Record { number: 214, found }).on(later)
            }
            StateName::Accepted => Self::accepted(whole()).on(later),
            StateName::Late => {
                Self::accepted(whole()).on("2026-03-13T09:00:00+01:00").ask(US, Command::Pass)
            }
            StateName::Delivered => {
                let delivered = "2026-02-04T08:00:00+01:00";
                Self::accepted(whole()).on(later).ask(US, deliver(delivered))
            }
            StateName::Settled => Self::in_state(StateName::Delivered).ask(THEM, confirm()),
            StateName::Released => {
                Self::in_state(StateName::Accepted).ask(THEM, Command::Release { words: None })
            }
            StateName::Void => Self::accepted(draft_with(Consequence::Void))
                .on("2026-03-09T09:00:00+01:00")
                .ask(US, Command::Void { counter_promise: CERTIFICATES }),
        }
    }
}

pub(crate) fn counter_propose() -> Command {
    let due = Some(due("2026-03-06"));
    Command::CounterPropose(CounterProposal { due, words: Some(theirs("En vecka tidigare?")) })
}
