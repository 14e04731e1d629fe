//! A customer asks, and is answered: with an offer on the forecast of that day, or without one.

use calendar::{Due, Landing};
use forecast::Place;
use promise::party::Work;
use promise::terms::{BelowPolicy, Draft, Found, Ground};
use promise::{Chance, MemberId, Person, Policy, Words};
use service::promise::Writing;
use service::quote::{Answer, Dates, Question};

use super::super::draft::{draft, due, work};
use super::super::people::{ACCOUNT_MANAGER, Customer};
use super::super::row::{Plot, Row};
use super::super::script::answered_at;
use super::super::words::{Said, words};
use super::{Step, Telling};

/// Offers can usually be accepted for so many business days.
const OFFER_DAYS: i32 = 5;

impl Telling<'_> {
    /// A customer asks: what can we promise? The answer is offered, or written down.
    pub(super) async fn asked(&mut self, place: usize) -> anyhow::Result<()> {
        self.take_in().await?;
        let (row, customer) = (self.rows[place], self.customer(place)?);
        let mut draft = draft(&self.story, &self.people, &customer, &row)?;
        let promisor = self.people.promisor(&customer)?;
        let agreed = match row.agreed {
            Some((text, said)) => Some(due(text, &customer.calendar)?.said(said)),
            None => None,
        };
        let work = Work { after: self.waits_for(place), ..work(&row) };
        if let Plot::Found(sentence) = row.plot {
            draft.due = agreed;
            return self.found(place, (draft, sentence), promisor, work).await;
        }
        let waits_for = row.asked.iter().map(|asked| due(asked.due, &customer.calendar));
        let question = Question {
            account: customer.account,
            subject: row.subject.to_owned(),
            wished: draft.wished.clone(),
            work: work.clone(),
            waits_for: waits_for.collect::<anyhow::Result<_>>()?,
        };
        let caller = self.story.by_member(promisor);
        let quote = self.story.service.quote(&caller, question).await?;
        match quote.answer {
            _ if row.plot == Plot::Draft => {}
            Answer::Dates(dates) => {
                self.on_forecast(&mut draft, &dates, agreed, (&row, &customer))?;
            }
            Answer::CannotForecast(_) => {
                let text = words(Said::WithoutForecast, customer.language);
                let reason = Words::new(Person::Member(promisor), text)?;
                (draft.due, draft.ground) = (agreed, Some(Ground::Without { reason }));
            }
        }
        let days = if let Plot::Open(days) = row.plot { days } else { OFFER_DAYS };
        let until =
            customer.calendar.step_business_days(self.story.at(), days, Landing::Closing)?;
        let writing = Writing {
            draft,
            work: Some(work).filter(|work| !work.new.is_empty()),
            of: None,
            offer_until: Some(until).filter(|_| row.plot != Plot::Draft),
        };
        let caller = self.story.by_member(promisor);
        let acted = self.story.service.write(&caller, writing).await?;
        self.told[place].id = Some(acted.promise);
        self.let_wait(place).await?;
        let answered = answered_at(&self.story, &row, place, self.story.at())?;
        self.agenda.note(answered, Step::Answered(place));
        Ok(())
    }

    /// It was given in a mail: it is written down with what is known of it.
    async fn found(
        &mut self,
        place: usize,
        (known, sentence): (Draft, &str),
        promisor: MemberId,
        work: Work,
    ) -> anyhow::Result<()> {
        let known = Draft { strictness: None, remedy: None, ..known };
        let sentence = Words::new(Person::Member(promisor), sentence)?;
        let caller = self.story.by_member(promisor);
        let found = Found { known, sentence };
        let acted = self.story.service.record(&caller, found, Some(work)).await?;
        self.told[place].id = Some(acted.promise);
        Ok(())
    }

    /// The date that the forecast offers, or the one that was agreed on with its chance.
    fn on_forecast(
        &self,
        draft: &mut Draft,
        dates: &Dates,
        agreed: Option<Due>,
        (row, customer): (&Row, &Customer),
    ) -> anyhow::Result<()> {
        let (offered, stamp, at) = match dates.if_first.as_ref().filter(|_| row.first) {
            Some((first, stamp)) => (first, stamp, Place::First),
            None => (&dates.offer, &dates.stamp, Place::Last),
        };
        let mut forecast = stamp.clone();
        let due = match agreed {
            Some(due) => {
                forecast.chance = dates.chance_by(due.at(), at);
                due
            }
            None => offered.due.clone(),
        };
        let below_policy = self.below_policy(customer, forecast.chance)?;
        draft.due = Some(due);
        draft.ground = Some(Ground::Forecast { forecast, below_policy });
        Ok(())
    }

    fn below_policy(
        &self,
        customer: &Customer,
        chance: Chance,
    ) -> anyhow::Result<Option<BelowPolicy>> {
        if chance >= Policy::default().offer_at {
            return Ok(None);
        }
        let taken_by = self.people.member(ACCOUNT_MANAGER)?;
        let text = words(Said::BelowPolicy, customer.language);
        let reason = Words::new(Person::Member(taken_by), text)?;
        Ok(Some(BelowPolicy { taken_by, reason }))
    }
}
