//! The moves until a promise binds: write, offer, answer, record.

use calendar::Due;
use jiff::Timestamp;

use super::Turn;
use crate::event::{CounterProposal, Event, Side};
use crate::refusal::Refusal;
use crate::state::{Offer, State, StateName};
use crate::terms::{Draft, Found, Gap, Ground, Terms};
use crate::words::Words;

impl Turn<'_> {
    pub(super) fn write(&mut self, number: u32, draft: Box<Draft>) -> Result<(), Refusal> {
        self.only(Side::Us)?;
        let number = match &self.promise {
            None => number,
            Some(promise) => {
                self.in_state(&[StateName::Draft])?;
                promise.number
            }
        };
        self.emit(Event::Drafted { number, draft });
        Ok(())
    }

    pub(super) fn discard(&mut self) -> Result<(), Refusal> {
        self.in_state(&[StateName::Draft])?;
        self.only(Side::Us)?;
        self.emit(Event::Discarded);
        Ok(())
    }

    pub(super) fn offer(&mut self, expires: Timestamp) -> Result<(), Refusal> {
        self.in_state(&[StateName::Draft])?;
        self.only(Side::Us)?;
        let terms = self.existing()?.state.content().complete().map_err(Refusal::Missing)?;
        self.ahead("expires", expires)?;
        self.can_be_promised(&terms)?;
        self.emit(Event::Offered { terms: Box::new(terms), expires });
        Ok(())
    }

    pub(super) fn accept(&mut self) -> Result<(), Refusal> {
        let terms = &self.offered()?.terms;
        self.ahead("due", terms.due.at())?;
        self.only(Side::Account)?;
        self.emit(Event::Accepted);
        Ok(())
    }

    pub(super) fn decline(&mut self, for_good: bool, words: Option<Words>) -> Result<(), Refusal> {
        self.offered()?;
        self.only(Side::Account)?;
        self.emit(Event::Declined { for_good, words });
        Ok(())
    }

    pub(super) fn counter_propose(&mut self, proposal: CounterProposal) -> Result<(), Refusal> {
        self.offered()?;
        self.only(Side::Account)?;
        if let Some(due) = &proposal.due {
            self.ahead("due", due.at())?;
        }
        self.emit(Event::CounterProposed(proposal));
        Ok(())
    }

    pub(super) fn take_back(&mut self, words: Option<Words>) -> Result<(), Refusal> {
        self.offered()?;
        self.only(Side::Us)?;
        self.emit(Event::TakenBack { words });
        Ok(())
    }

    pub(super) fn offer_again(&mut self) -> Result<(), Refusal> {
        self.in_state(&[StateName::Lapsed, StateName::Declined])?;
        self.only(Side::Us)?;
        if let State::Declined(declined) = &self.existing()?.state
            && declined.for_good
        {
            return Err(self.not_in_state());
        }
        self.emit(Event::Reopened);
        Ok(())
    }

    pub(super) fn record(&mut self, number: u32, found: Box<Found>) -> Result<(), Refusal> {
        if self.promise.is_some() {
            return Err(self.not_in_state());
        }
        self.only(Side::Us)?;
        // What was said may be vague, but not by whom and about what.
        let missing = found.known.missing();
        let needed = missing.into_iter().filter(|g| matches!(g, Gap::Subject | Gap::Promisor));
        let needed: Vec<Gap> = needed.collect();
        if !needed.is_empty() {
            return Err(Refusal::Missing(needed));
        }
        self.emit(Event::Recorded { number, found });
        Ok(())
    }

    pub(super) fn confirm_record(&mut self) -> Result<(), Refusal> {
        self.in_state(&[StateName::Recorded])?;
        self.only(Side::Account)?;
        self.emit(Event::RecordConfirmed);
        Ok(())
    }

    pub(super) fn reject_record(&mut self, words: Option<Words>) -> Result<(), Refusal> {
        self.in_state(&[StateName::Recorded])?;
        self.only(Side::Account)?;
        self.emit(Event::RecordRejected { words });
        Ok(())
    }

    fn offered(&self) -> Result<&Offer, Refusal> {
        let State::Offered(offer) = &self.existing()?.state else {
            return Err(self.not_in_state());
        };
        Ok(offer)
    }

    fn can_be_promised(&self, terms: &Terms) -> Result<(), Refusal> {
        self.ahead("due", terms.due.at())?;
        for counter_promise in terms.consideration.counter_promises() {
            self.ahead("counter_promise.due", counter_promise.due.at())?;
        }
        self.within_policy(&terms.due, &terms.ground)
    }

    /// Refuses a date below the policy unless somebody answers for it.
    pub(super) fn within_policy(&self, due: &Due, ground: &Ground) -> Result<(), Refusal> {
        let policy = self.now.policy.offer_at;
        match ground {
            Ground::Forecast { forecast, below_policy: None } if forecast.chance < policy => {
                Err(Refusal::BelowPolicy { due: due.clone(), chance: forecast.chance, policy })
            }
            Ground::Forecast { .. } | Ground::Without { .. } => Ok(()),
        }
    }
}
