//! What the passing of time writes: lapsed, late, silence ended, and the shift a late counter-promise brings.
//!
//! These are never chosen by anyone; the program writes them, as events of a rule.

use calendar::CalendarError;
use jiff::Timestamp;

use crate::decide::Now;
use crate::event::{Event, Rule, Side};
use crate::renegotiation::{Change, Reason, Renegotiation};
use crate::settle::{Confirmation, Measure, Settlement};
use crate::state::{Binding, CounterStanding, CounterState, Promise, State};
use crate::terms::Consequence;

/// Returns what fell due first up to the present and has not been written, if anything.
///
/// # Errors
/// When a shifted due cannot be found in the calendar.
pub fn next_passing(
    promise: &Promise,
    now: &Now<'_>,
) -> Result<Option<(Rule, Vec<Event>)>, CalendarError> {
    let by_time = |events| Some((Rule::Time, events));
    match &promise.state {
        State::Offered(offer) if offer.expires <= now.at => Ok(by_time(vec![Event::Lapsed])),
        State::Delivered(delivery) if delivery.silence_ends <= now.at => {
            let settlement = Settlement::of_delivery(
                &delivery.binding,
                delivery.at,
                Measure::AsPromised,
                Confirmation::Silence,
                now.calendar,
            );
            Ok(by_time(vec![Event::SilenceEnded, Event::Settled(Box::new(settlement))]))
        }
        State::Recorded(binding) | State::Accepted(binding) => {
            passing_while_open(binding, true, now)
        }
        State::Late(binding) => passing_while_open(binding, false, now),
        State::Draft { .. }
        | State::Discarded(_)
        | State::Offered(_)
        | State::Lapsed(_)
        | State::Declined(_)
        | State::Withdrawn(_)
        | State::Delivered(_)
        | State::Settled(_)
        | State::Released(_)
        | State::Void { .. } => Ok(None),
    }
}

fn passing_while_open(
    binding: &Binding,
    due_can_pass: bool,
    now: &Now<'_>,
) -> Result<Option<(Rule, Vec<Event>)>, CalendarError> {
    let mut passed: Vec<(Timestamp, Event)> = binding
        .counter_promises
        .iter()
        .filter(|s| s.state == CounterState::Open && s.promise.due.at() < now.at)
        .map(|s| (s.promise.due.at(), Event::CounterPromisePassed { id: s.promise.id }))
        .collect();
    if let Some(due) = binding.due().filter(|due| due_can_pass && due.at() < now.at) {
        passed.push((due.at(), Event::DuePassed { due: due.clone() }));
    }
    passed.sort_by_key(|(at, _)| *at);
    if let Some((_, event)) = passed.into_iter().next() {
        return Ok(Some((Rule::Time, vec![event])));
    }
    let shift = shift_for(binding, now)?;
    Ok(shift.map(|s| (Rule::Consequence, vec![Event::RenegotiationOffered(Box::new(s))])))
}

/// The new due that the lateness of counter-promises asks for, when no proposal asks for it yet.
///
/// The due moves by as many business days as the latest of them is late and no agreed due already takes in.
/// A proposal of a person stands until it is answered; one of this rule gives way to a longer one.
///
/// # Errors
/// When the shifted due cannot be found in the calendar.
pub fn shift_for(binding: &Binding, now: &Now<'_>) -> Result<Option<Renegotiation>, CalendarError> {
    let shifting = binding.counter_promises.iter().filter(|standing| {
        standing.promise.consequence == Consequence::Shift && standing.state != CounterState::Open
    });
    let lateness = shifting.map(|s| (business_days_late(s, now), s));
    let Some((days, standing)) = lateness.max_by_key(|(days, s)| days - s.covered_days) else {
        return Ok(None);
    };
    let more_days = days - standing.covered_days;
    let Some(due) = binding.due().filter(|_| more_days > 0) else { return Ok(None) };
    let waits = binding.renegotiation.as_ref();
    let answered_by_waiting = waits.is_some_and(|w| match w.consequence_of {
        None => true,
        Some((id, counted)) => id == standing.promise.id && counted == days,
    });
    if answered_by_waiting {
        return Ok(None);
    }
    let new_due = due.shifted(more_days, now.calendar)?;
    if new_due.at() <= now.at {
        return Ok(None);
    }
    Ok(Some(Renegotiation {
        by: Side::Us,
        at: now.at,
        change: Change { due: Some(new_due), subject: None },
        reason: Reason::CounterPromise,
        words: None,
        ground: None,
        consequence_of: Some((standing.promise.id, days)),
    }))
}

/// How many business days a counter-promise was or is late: from its due to its arrival, or to today.
pub fn business_days_late(standing: &CounterStanding, now: &Now<'_>) -> i32 {
    let due = &standing.promise.due;
    let until = match standing.state {
        CounterState::Open => return 0,
        CounterState::Late => now.at,
        CounterState::Met { at } => at,
    };
    if until <= due.at() {
        return 0;
    }
    // What arrives after the hour of its due counts for a day at least.
    let until = due.zone().to_datetime(until).date();
    now.calendar.business_days_between(due.date(), until).max(1)
}
