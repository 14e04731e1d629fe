//! The moves that change what was agreed: renegotiate, and the counter-promises with their consequences.

use jiff::Timestamp;

use super::Turn;
use crate::event::{Event, Rule, Side};
use crate::id::CounterPromiseId;
use crate::passing::{business_days_late, shift_for};
use crate::refusal::Refusal;
use crate::renegotiation::{Proposal, Renegotiation};
use crate::state::{Binding, CounterState};
use crate::terms::Consequence;
use crate::words::Words;

impl Turn<'_> {
    pub(super) fn renegotiate(&mut self, proposal: Proposal) -> Result<(), Refusal> {
        let Proposal { change, reason, words, ground } = proposal;
        let binding = self.open()?;
        let same_due = change.due.is_none() || change.due.as_ref() == binding.due();
        let same_subject = change.subject.as_ref().is_none_or(|s| *s == binding.subject);
        if same_due && same_subject {
            return Err(Refusal::NothingToChange);
        }
        if let Some(due) = &change.due {
            self.ahead("due", due.at())?;
            match (&ground, self.by.side()) {
                (Some(ground), _) => self.within_policy(due, ground)?,
                (None, Side::Us) => return Err(Refusal::NoGround),
                (None, Side::Account) => {}
            }
        }
        let renegotiation = Renegotiation {
            by: self.by.side(),
            at: self.now.at,
            change,
            reason,
            words: Some(words),
            ground,
            consequence_of: None,
        };
        self.emit(Event::RenegotiationOffered(Box::new(renegotiation)));
        Ok(())
    }

    pub(super) fn accept_renegotiation(&mut self) -> Result<(), Refusal> {
        let proposal = self.proposed()?;
        self.only(proposal.by.other())?;
        if let Some(due) = proposal.change.due.as_ref().filter(|due| due.at() <= self.now.at) {
            return Err(Refusal::ProposalPassed { due: due.clone() });
        }
        let covers = self.lateness_covered(&proposal)?;
        self.emit(Event::RenegotiationAccepted { covers });
        Ok(())
    }

    pub(super) fn decline_renegotiation(&mut self, words: Option<Words>) -> Result<(), Refusal> {
        let proposal = self.proposed()?;
        self.only(proposal.by.other())?;
        self.emit(Event::RenegotiationDeclined { words });
        Ok(())
    }

    pub(super) fn take_back_renegotiation(&mut self) -> Result<(), Refusal> {
        let proposal = self.proposed()?;
        self.only(proposal.by)?;
        self.emit(Event::RenegotiationTakenBack);
        Ok(())
    }

    pub(super) fn meet_counter_promise(
        &mut self,
        id: CounterPromiseId,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let binding = self.open()?;
        let standing = binding.counter_promise(id);
        let standing = standing.ok_or(Refusal::NoCounterPromise { given: id })?;
        if let CounterState::Met { at } = standing.state {
            return Err(Refusal::CounterPromiseMet { given: id, at });
        }
        self.happened("at", at)?;
        self.emit(Event::CounterPromiseMet { id, at });
        let arrived = self.open()?;
        let lateness = arrived.counter_promise(id).map_or(0, |s| business_days_late(s, &self.now));
        let waits = arrived.renegotiation.as_ref().and_then(|w| w.consequence_of);
        // It turns out to have been in time: nothing is left to ask for.
        if waits.is_some_and(|(waiting, _)| waiting == id) && lateness == 0 {
            self.emit_by_rule(Rule::Consequence, Event::RenegotiationTakenBack);
        }
        // What arrived late moves our date by its whole lateness, now that the last day is known.
        if let Some(shift) = shift_for(self.open()?, &self.now)? {
            self.emit_by_rule(Rule::Consequence, Event::RenegotiationOffered(Box::new(shift)));
        }
        Ok(())
    }

    pub(super) fn void(&mut self, id: CounterPromiseId) -> Result<(), Refusal> {
        let binding = self.open()?;
        self.only(Side::Us)?;
        let standing = binding.counter_promise(id);
        let standing = standing.ok_or(Refusal::NoCounterPromise { given: id })?;
        if standing.promise.consequence != Consequence::Void {
            return Err(Refusal::NoVoid { given: id, why: "another consequence was agreed" });
        }
        if standing.state != CounterState::Late {
            return Err(Refusal::NoVoid { given: id, why: "it is not late" });
        }
        self.emit(Event::Voided { counter_promise: id });
        Ok(())
    }

    /// The binding of a promise still to be kept.
    pub(super) fn open(&self) -> Result<&Binding, Refusal> {
        self.existing()?.state.open().ok_or_else(|| self.not_in_state())
    }

    fn proposed(&self) -> Result<Renegotiation, Refusal> {
        let proposal = self.open()?.renegotiation.clone();
        proposal.ok_or(Refusal::NothingProposed { verb: self.verb })
    }

    /// The lateness of counter-promises that a new due takes in: what a consequence counted, else all there is.
    fn lateness_covered(
        &self,
        proposal: &Renegotiation,
    ) -> Result<Vec<(CounterPromiseId, i32)>, Refusal> {
        if proposal.change.due.is_none() {
            return Ok(Vec::new());
        }
        if let Some(counted) = proposal.consequence_of {
            return Ok(vec![counted]);
        }
        let standings = self.open()?.counter_promises.iter();
        let late = standings.map(|s| (s.promise.id, business_days_late(s, &self.now)));
        Ok(late.filter(|(_, days)| *days > 0).collect())
    }
}
