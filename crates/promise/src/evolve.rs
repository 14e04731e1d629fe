//! How events make a state. Never refuses: what was written has happened.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "taking a state apart names the one state wanted; events are matched one by one"
)]

use crate::event::{CounterProposal, Event, Stamped};
use crate::id::CounterPromiseId;
use crate::state::{
    Agreed, Binding, CounterStanding, CounterState, Declined, Delivery, Given, Missed, Offer,
    Promise, Settled, State, StateName,
};
use crate::terms::{CounterPromise, Draft, Found};

/// Folds one event into a promise; `None` before the first one.
///
/// # Panics
/// When the event cannot follow: the log is damaged, and no state would be true.
pub fn evolve(promise: Option<Promise>, stamped: &Stamped) -> Promise {
    let Some(promise) = promise else { return first(stamped) };
    let Promise { number, version, begun_at, state } = promise;
    let (before, after) = (state.name(), follow(state, stamped));
    let Some(state) = after else {
        panic!("the log is damaged: {} cannot follow on {before}", stamped.event.name());
    };
    Promise { number, version: version + 1, begun_at, state }
}

fn first(stamped: &Stamped) -> Promise {
    let begun = match &stamped.event {
        Event::Drafted { number, draft } => {
            Some((*number, State::Draft { draft: draft.clone(), proposal: None }))
        }
        Event::Recorded { number, found } => {
            Some((*number, State::Recorded(Box::new(found_binding(found, stamped)))))
        }
        _ => None,
    };
    let Some((number, state)) = begun else {
        panic!("the log is damaged: it begins with {}", stamped.event.name());
    };
    Promise { number, version: 1, begun_at: stamped.at, state }
}

/// The table of moves: each event, the states it can follow on, the state it makes.
#[expect(clippy::too_many_lines, reason = "one arm for each event: the whole table at a glance")]
fn follow(state: State, stamped: &Stamped) -> Option<State> {
    match &stamped.event {
        Event::Drafted { draft, .. } => {
            let (_, proposal) = state.into_draft()?;
            Some(State::Draft { draft: draft.clone(), proposal })
        }
        Event::Discarded => Some(State::Discarded(state.into_draft()?.0)),
        Event::Offered { terms, expires } => {
            state.into_draft()?;
            let terms = (**terms).clone();
            Some(State::Offered(Box::new(Offer { terms, at: stamped.at, expires: *expires })))
        }
        Event::Accepted => {
            let binding = offer_binding(*state.into_offer()?, stamped);
            Some(State::Accepted(Box::new(binding)))
        }
        Event::Declined { for_good, words } => {
            let (draft, words) = (state.into_offer()?.terms.into(), words.clone());
            Some(State::Declined(Box::new(Declined { draft, for_good: *for_good, words })))
        }
        Event::CounterProposed(proposal) => {
            let draft = Box::new(state.into_offer()?.terms.into());
            Some(State::Draft { draft, proposal: Some(proposal.clone()) })
        }
        Event::Lapsed => Some(State::Lapsed(state.into_offer()?)),
        Event::TakenBack { .. } => Some(State::Withdrawn(state.into_offer()?)),
        Event::Reopened => {
            Some(State::Draft { draft: Box::new(state.into_unanswered()?), proposal: None })
        }
        Event::Recorded { .. } => None,
        Event::RecordConfirmed => {
            let mut binding = state.into_recorded()?;
            binding.confirmed = true;
            Some(State::Accepted(binding))
        }
        Event::RecordRejected { words } => {
            let (draft, words) = (state.into_recorded()?.content(), words.clone());
            Some(State::Declined(Box::new(Declined { draft, for_good: false, words })))
        }
        Event::RenegotiationOffered(proposal) => {
            state.update(|binding| binding.renegotiation = Some((**proposal).clone()))
        }
        Event::RenegotiationDeclined { .. } | Event::RenegotiationTakenBack => {
            state.update(|binding| binding.renegotiation = None)
        }
        Event::RenegotiationAccepted { covers } => {
            let was_late = state.name() == StateName::Late;
            let mut binding = state.into_open()?;
            let moved = binding.agree(covers, stamped);
            // A new subject does not bring back the time that ran out.
            let stays_late = was_late && !moved;
            Some(if stays_late { State::Late(binding) } else { State::Accepted(binding) })
        }
        Event::DuePassed { due } => {
            let mut binding = state.into_open()?;
            binding.missed.push(Missed { due: due.clone(), at: stamped.at });
            Some(State::Late(binding))
        }
        Event::Delivered { at, evidence, silence_ends } => {
            let (binding, evidence) = (*state.into_open()?, evidence.clone());
            let delivery = Delivery { binding, at: *at, evidence, silence_ends: *silence_ends };
            Some(State::Delivered(Box::new(delivery)))
        }
        // The settlement that follows says how it counts.
        Event::DeliveryConfirmed { .. } | Event::SilenceEnded => {
            Some(State::Delivered(state.into_delivery()?))
        }
        Event::Disputed { .. } => Some(undelivered(*state.into_delivery()?)),
        Event::Released { .. } => Some(State::Released(state.into_open()?)),
        Event::Voided { counter_promise } => {
            let counter_promise = *counter_promise;
            Some(State::Void { binding: state.into_open()?, counter_promise })
        }
        // The settlement that follows says how it counts.
        Event::Withdrawn { .. } => state.update(|_| {}),
        Event::Settled(settlement) => {
            let binding = match state {
                State::Delivered(delivery) => delivery.binding,
                open => *open.into_open()?,
            };
            let settlement = (**settlement).clone();
            Some(State::Settled(Box::new(Settled { binding, settlement })))
        }
        Event::CounterPromiseMet { id, at } => {
            state.update(|binding| binding.stand(*id, CounterState::Met { at: *at }))
        }
        Event::CounterPromisePassed { id } => {
            state.update(|binding| binding.stand(*id, CounterState::Late))
        }
        Event::HealthChanged { to, .. } => state.update(|binding| binding.health = Some(*to)),
    }
}

/// As if it had never been delivered; whoever disputes a delivery knows of the promise.
fn undelivered(delivery: Delivery) -> State {
    let binding = Binding { confirmed: true, ..delivery.binding };
    let due_has_passed = binding.missed.last().map(|missed| &missed.due) == binding.due();
    let state =
        if due_has_passed && binding.due().is_some() { State::Late } else { State::Accepted };
    state(Box::new(binding))
}

/// Taking a state apart: `None` when it is another one.
impl State {
    fn into_draft(self) -> Option<(Box<Draft>, Option<CounterProposal>)> {
        if let Self::Draft { draft, proposal } = self { Some((draft, proposal)) } else { None }
    }

    fn into_offer(self) -> Option<Box<Offer>> {
        if let Self::Offered(offer) = self { Some(offer) } else { None }
    }

    fn into_recorded(self) -> Option<Box<Binding>> {
        if let Self::Recorded(binding) = self { Some(binding) } else { None }
    }

    fn into_delivery(self) -> Option<Box<Delivery>> {
        if let Self::Delivered(delivery) = self { Some(delivery) } else { None }
    }

    /// The draft that a lapsed or declined offer can be made of again.
    fn into_unanswered(self) -> Option<Draft> {
        match self {
            Self::Lapsed(offer) => Some(offer.terms.into()),
            Self::Declined(declined) => Some(declined.draft),
            _ => None,
        }
    }

    fn into_open(self) -> Option<Box<Binding>> {
        match self {
            Self::Recorded(binding) | Self::Accepted(binding) | Self::Late(binding) => {
                Some(binding)
            }
            _ => None,
        }
    }

    /// The same open state with something changed in it.
    fn update(mut self, change: impl FnOnce(&mut Binding)) -> Option<Self> {
        match &mut self {
            Self::Recorded(binding) | Self::Accepted(binding) | Self::Late(binding) => {
                change(binding);
                Some(self)
            }
            _ => None,
        }
    }
}

fn offer_binding(offer: Offer, accepted: &Stamped) -> Binding {
    let terms = offer.terms;
    let asked = terms.consideration.counter_promises().to_vec();
    Binding {
        since: accepted.at,
        made_at: offer.at,
        subject: terms.subject.clone(),
        agreed: vec![Agreed { due: terms.due.clone(), at: accepted.at, moved: None }],
        missed: Vec::new(),
        counter_promises: asked.into_iter().map(standing).collect(),
        renegotiation: None,
        health: None,
        confirmed: true,
        given: Given::Terms(terms),
    }
}

fn found_binding(found: &Found, recorded: &Stamped) -> Binding {
    let known = &found.known;
    let subject =
        known.subject.clone().expect("a recorded promise has a subject: decide saw to it");
    let asked = known.consideration.iter().flat_map(|c| c.counter_promises().to_vec());
    let agreed = known.due.iter();
    let agreed = agreed.map(|due| Agreed { due: due.clone(), at: recorded.at, moved: None });
    Binding {
        since: recorded.at,
        made_at: recorded.at,
        subject,
        agreed: agreed.collect(),
        missed: Vec::new(),
        counter_promises: asked.map(standing).collect(),
        renegotiation: None,
        health: None,
        confirmed: false,
        given: Given::Found(found.clone()),
    }
}

fn standing(promise: CounterPromise) -> CounterStanding {
    CounterStanding { promise, state: CounterState::Open, covered_days: 0 }
}

impl Binding {
    /// Takes the waiting change as agreed; returns whether there is a new due.
    ///
    /// # Panics
    /// When nothing waits: the log is damaged.
    fn agree(&mut self, covers: &[(CounterPromiseId, i32)], stamped: &Stamped) -> bool {
        let proposal = self.renegotiation.take();
        let proposal =
            proposal.expect("the log is damaged: a change was agreed that nobody proposed");
        self.confirmed = true;
        if let Some(subject) = proposal.change.subject {
            self.subject = subject;
        }
        for (id, days) in covers {
            let standing = self.counter_promises.iter_mut().find(|s| s.promise.id == *id);
            if let Some(standing) = standing {
                standing.covered_days = *days;
            }
        }
        let Some(due) = proposal.change.due else { return false };
        self.agreed.push(Agreed {
            due,
            at: stamped.at,
            moved: Some((proposal.by, proposal.reason)),
        });
        true
    }

    fn stand(&mut self, id: CounterPromiseId, state: CounterState) {
        for standing in self.counter_promises.iter_mut().filter(|s| s.promise.id == id) {
            standing.state = state;
        }
    }
}
