//! What is allowed, and which events follow. Never changes anything: the caller writes the events, or not.
//!
//! The table of moves stands in `docs/reference/promise.md`; any move that is not in it is refused. Each file
//! holds the moves of one stretch of a promise's life: [`offer`] until it binds, [`keep`] until it is settled,
//! [`agree`] when it is to change.

mod agree;
mod keep;
mod offer;

use calendar::Calendar;
use jiff::Timestamp;

use crate::command::Command;
use crate::event::{Actor, Event, Rule, Side, Stamped};
use crate::evolve::evolve;
use crate::health::Policy;
use crate::passing::next_passing;
use crate::refusal::Refusal;
use crate::state::{Promise, StateName};

/// What deciding needs to know of the world: the present, the account's calendar, the policy.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    /// The present.
    pub at: Timestamp,
    /// The calendar in which dues and business days of this account are counted.
    pub calendar: &'a Calendar,
    /// The organisation's settings.
    pub policy: &'a Policy,
}

/// Decides a command: the events that follow, in order, or why not.
///
/// What the passing of time has brought up to `now` comes first, so an answer after the expiry finds a lapsed
/// offer even if nobody had looked in between.
///
/// # Errors
/// A [`Refusal`]; then nothing is to be written for this command.
pub fn decide(
    promise: Option<&Promise>,
    command: Command,
    by: Actor,
    now: &Now<'_>,
) -> Result<Vec<Stamped>, Refusal> {
    let mut turn =
        Turn { promise: promise.cloned(), by, now: *now, verb: command.verb(), events: Vec::new() };
    turn.pass()?;
    turn.take(command)?;
    // What the command itself brought about: a disputed delivery whose due has passed is late at once.
    turn.pass()?;
    Ok(turn.events)
}

/// One decision in the making: the promise as it would be, and the events that make it so.
struct Turn<'a> {
    promise: Option<Promise>,
    by: Actor,
    now: Now<'a>,
    verb: &'static str,
    events: Vec<Stamped>,
}

impl Turn<'_> {
    fn take(&mut self, command: Command) -> Result<(), Refusal> {
        match command {
            Command::Write { number, draft } => self.write(number, draft),
            Command::Discard => self.discard(),
            Command::Offer { expires } => self.offer(expires),
            Command::Accept => self.accept(),
            Command::Decline { for_good, words } => self.decline(for_good, words),
            Command::CounterPropose(proposal) => self.counter_propose(proposal),
            Command::TakeBack { words } => self.take_back(words),
            Command::OfferAgain => self.offer_again(),
            Command::Record { number, found } => self.record(number, found),
            Command::ConfirmRecord => self.confirm_record(),
            Command::RejectRecord { words } => self.reject_record(words),
            Command::Renegotiate(proposal) => self.renegotiate(*proposal),
            Command::AcceptRenegotiation => self.accept_renegotiation(),
            Command::DeclineRenegotiation { words } => self.decline_renegotiation(words),
            Command::TakeBackRenegotiation => self.take_back_renegotiation(),
            Command::Deliver { at, evidence, silence_ends } => {
                self.deliver(at, evidence, silence_ends)
            }
            Command::ConfirmDelivery { measure, words } => self.confirm_delivery(measure, words),
            Command::Dispute { words } => self.dispute(words),
            Command::Release { words } => self.release(words),
            Command::Void { counter_promise } => self.void(counter_promise),
            Command::Withdraw { reason, words } => self.withdraw(reason, words),
            Command::MeetCounterPromise { id, at } => self.meet_counter_promise(id, at),
            Command::Pass => self.existing().map(|_| ()),
            Command::Forecast(stamp) => self.forecast(stamp),
        }
    }

    /// Writes what the passing of time brought, in the order in which it fell due.
    fn pass(&mut self) -> Result<(), Refusal> {
        while let Some(promise) = &self.promise {
            let Some((rule, events)) = next_passing(promise, &self.now)? else { break };
            for event in events {
                self.emit_by(Actor::Rule(rule), event);
            }
        }
        Ok(())
    }

    fn emit(&mut self, event: Event) {
        self.emit_by(self.by, event);
    }

    fn emit_by_rule(&mut self, rule: Rule, event: Event) {
        self.emit_by(Actor::Rule(rule), event);
    }

    fn emit_by(&mut self, by: Actor, event: Event) {
        let stamped = Stamped { at: self.now.at, by, event };
        self.promise = Some(evolve(self.promise.take(), &stamped));
        self.events.push(stamped);
    }

    fn existing(&self) -> Result<&Promise, Refusal> {
        self.promise.as_ref().ok_or(Refusal::NoPromise { verb: self.verb })
    }

    fn state_name(&self) -> Result<StateName, Refusal> {
        self.existing().map(|promise| promise.state.name())
    }

    /// The refusal of a move that the table does not have.
    fn not_in_state(&self) -> Refusal {
        match self.state_name() {
            Ok(state) => Refusal::NotInState { verb: self.verb, state },
            Err(refusal) => refusal,
        }
    }

    /// Refuses unless the promise is in one of these states.
    fn in_state(&self, allowed: &[StateName]) -> Result<(), Refusal> {
        if allowed.contains(&self.state_name()?) { Ok(()) } else { Err(self.not_in_state()) }
    }

    fn only(&self, wanted: Side) -> Result<(), Refusal> {
        if self.by.side() == wanted {
            Ok(())
        } else {
            Err(Refusal::WrongSide { verb: self.verb, wanted })
        }
    }

    fn ahead(&self, field: &'static str, given: Timestamp) -> Result<(), Refusal> {
        let now = self.now.at;
        if given > now { Ok(()) } else { Err(Refusal::NotAhead { field, given, now }) }
    }

    /// Refuses an instant that is said to have happened but lies ahead, or before the promise began.
    fn happened(&self, field: &'static str, given: Timestamp) -> Result<(), Refusal> {
        let (now, begun) = (self.now.at, self.existing()?.begun_at);
        if given > now {
            return Err(Refusal::NotYet { field, given, now });
        }
        if given < begun {
            return Err(Refusal::BeforeBegun { field, given, begun });
        }
        Ok(())
    }
}
