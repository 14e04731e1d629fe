//! The moves from binding to the end: deliver, confirm, dispute, release, withdraw; and the forecast's verdict.

use jiff::Timestamp;

use super::Turn;
use crate::event::{Event, Evidence, Rule, Side};
use crate::health::{ForecastStamp, Health};
use crate::refusal::Refusal;
use crate::renegotiation::Reason;
use crate::settle::{Confirmation, Measure, Settlement};
use crate::state::{Delivery, State};
use crate::words::Words;

impl Turn<'_> {
    pub(super) fn deliver(
        &mut self,
        at: Timestamp,
        evidence: Evidence,
        silence_ends: Timestamp,
    ) -> Result<(), Refusal> {
        self.open()?;
        self.only(Side::Us)?;
        self.happened("delivered_at", at)?;
        self.ahead("silence_ends", silence_ends)?;
        self.emit(Event::Delivered { at, evidence, silence_ends });
        Ok(())
    }

    pub(super) fn confirm_delivery(
        &mut self,
        measure: Measure,
        words: Option<Words>,
    ) -> Result<(), Refusal> {
        let delivery = self.delivered()?;
        self.only(Side::Account)?;
        let settlement = Settlement::of_delivery(
            &delivery.binding,
            delivery.at,
            measure,
            Confirmation::Account,
            self.now.calendar,
        );
        self.emit(Event::DeliveryConfirmed { measure, words });
        self.emit(Event::Settled(Box::new(settlement)));
        Ok(())
    }

    pub(super) fn dispute(&mut self, words: Words) -> Result<(), Refusal> {
        self.delivered()?;
        self.only(Side::Account)?;
        self.emit(Event::Disputed { words });
        Ok(())
    }

    pub(super) fn release(&mut self, words: Option<Words>) -> Result<(), Refusal> {
        self.open()?;
        self.only(Side::Account)?;
        self.emit(Event::Released { words });
        Ok(())
    }

    pub(super) fn withdraw(&mut self, reason: Reason, words: Words) -> Result<(), Refusal> {
        self.open()?;
        self.only(Side::Us)?;
        self.emit(Event::Withdrawn { reason, words });
        self.emit(Event::Settled(Box::new(Settlement::Broken { reason })));
        Ok(())
    }

    pub(super) fn forecast(&mut self, forecast: Box<ForecastStamp>) -> Result<(), Refusal> {
        let from = self.open()?.health;
        let (made_at, now) = (forecast.made_at, self.now.at);
        if made_at > now {
            return Err(Refusal::ForecastAhead { made_at, now });
        }
        let to = Health::at(forecast.chance, from, self.now.policy);
        if from != Some(to) {
            self.emit_by_rule(Rule::Forecast, Event::HealthChanged { from, to, forecast });
        }
        Ok(())
    }

    fn delivered(&self) -> Result<&Delivery, Refusal> {
        let State::Delivered(delivery) = &self.existing()?.state else {
            return Err(self.not_in_state());
        };
        Ok(delivery)
    }
}
