//! What comes after an offer: it is answered, kept or not, looked at, and sometimes moved or ended.

use anyhow::Context;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use promise::renegotiation::Reason;
use promise::settle::Measure;
use promise::{Side, StateName};
use service::promise::Ask;

use super::super::luck::{below, luck};
use super::super::people::ACCOUNT_MANAGER;
use super::super::row::Plot;
use super::super::tracker;
use super::super::words::{Said, reason};
use super::{Step, Telling};

impl Telling<'_> {
    /// The customer answers the offer, and what follows is noted.
    pub(super) async fn answered(&mut self, place: usize) -> anyhow::Result<()> {
        let row = self.rows[place];
        let over = match row.plot {
            Plot::Open(_) | Plot::Draft | Plot::Unanswered | Plot::Found(_) => return Ok(()),
            Plot::Declined | Plot::DeclinedForGood => {
                let for_good = row.plot == Plot::DeclinedForGood;
                let words = self.words(place, Said::Declined)?;
                Some(Ask::Decline { for_good, words })
            }
            Plot::CounterProposed(due) => {
                let words = self.words(place, Said::OtherDate)?;
                Some(Ask::CounterPropose { due: Some(due.to_owned()), words })
            }
            Plot::TakenBack => {
                let words = self.words(place, Said::TakenBack)?;
                self.told[place].over = true;
                return self.act_as_owner(place, Ask::TakeBack { words }).await;
            }
            Plot::AsItGoes
            | Plot::MovedInTime
            | Plot::MovedTooLate
            | Plot::Released(_)
            | Plot::Withdrawn(_)
            | Plot::Void
            | Plot::Unconfirmed
            | Plot::Disputed
            | Plot::AsksFor(..)
            | Plot::WithoutForecast => None,
        };
        if let Some(ask) = over {
            self.told[place].over = true;
            return self.act_as_customer(place, ask).await;
        }
        self.act_as_customer(place, Ask::Accept).await?;
        self.note_what_follows(place).await
    }

    async fn note_what_follows(&mut self, place: usize) -> anyhow::Result<()> {
        let row = self.rows[place];
        if let Some(done) = tracker::done_at(&self.items, place) {
            let shown = below(80, luck("shown after", place));
            let after = SignedDuration::from_mins(20 + i64::try_from(shown)?);
            self.agenda.note(done.max(self.story.at()) + after, Step::Done(place));
        }
        for (which, asked) in row.asked.iter().enumerate() {
            if let Some(came) = asked.came {
                let came = self.story.wall(came.parse()?)?.max(self.story.at());
                self.agenda.note(came, Step::Came(place, which));
            }
        }
        let due = self.due_of(place).await?;
        let day = self.story.office.date_at(due);
        if row.plot == Plot::MovedInTime {
            // Three days before, and once more on the day before: what was agreed on by then stands.
            for days in [-3, -1] {
                let at = self.story.after(day, days, 10, 5)?.max(self.story.at());
                self.agenda.note(at, Step::Move(place));
            }
        }
        if row.plot == Plot::MovedTooLate {
            self.agenda.note(self.story.after(day, 1, 9, 35)?, Step::Move(place));
        }
        if let Plot::Released(days) | Plot::Withdrawn(days) = row.plot {
            self.agenda.note(self.story.later(i32::from(days), 14, 20)?, Step::Ended(place));
        }
        if row.plot == Plot::Void {
            let asked = row.asked.first().context("something is asked in return")?;
            let day = asked.due.parse::<Date>()?;
            self.agenda.note(self.story.after(day, 6, 11, 0)?, Step::Ended(place));
        }
        Ok(())
    }

    async fn due_of(&self, place: usize) -> anyhow::Result<Timestamp> {
        Ok(self.listed(place).await?.due.context("it has no due")?.at)
    }

    /// What was asked in return has come; the date that moves with it is agreed to.
    pub(super) async fn came(&self, place: usize, which: usize) -> anyhow::Result<()> {
        let caller = self.story.by_contact(self.customer(place)?.contact);
        let told = self.story.service.existing(&caller, self.id(place)?).await?;
        let binding = told.state.as_ref().and_then(|promise| promise.state.open());
        let Some(counter) = binding.and_then(|binding| binding.counter_promises.get(which)) else {
            return Ok(());
        };
        let ask = Ask::MeetCounterPromise { counter_promise: counter.promise.id, at: None };
        self.act_as_owner(place, ask).await?;
        if self.listed(place).await?.proposed_by == Some(Side::Us) {
            self.act_as_customer(place, Ask::AcceptRenegotiation).await?;
        }
        Ok(())
    }

    /// Whether it is still to be kept.
    async fn is_open(&self, place: usize) -> anyhow::Result<bool> {
        Ok(self.listed(place).await?.state.is_open())
    }

    /// We propose the date that is seen now, when it is another one.
    pub(super) async fn propose(&mut self, place: usize) -> anyhow::Result<()> {
        if !self.is_open(place).await? {
            return Ok(());
        }
        self.watch().await?;
        let owner = self.people.member(self.rows[place].team.owner())?;
        let caller = self.story.by_member(owner);
        let view = self.story.service.view(&caller, self.id(place)?).await?;
        let Some(date) = view.look.and_then(|look| look.date) else { return Ok(()) };
        if date.due.at() <= self.due_of(place).await? {
            return Ok(());
        }
        let is_late = view.row.state == StateName::Late;
        let said = if is_late { Said::MovedTooLate } else { Said::MovedInTime };
        let ask = Ask::Renegotiate {
            due: Some(date.due.to_string()),
            subject: None,
            reason: reason(place),
            words: self.words(place, said)?,
            below_policy: None,
            without_forecast: None,
        };
        self.act_as_owner(place, ask).await?;
        self.agenda.note(self.story.later(1, 11, 10)?, Step::Agreed(place));
        Ok(())
    }

    pub(super) async fn agreed(&self, place: usize) -> anyhow::Result<()> {
        if self.is_open(place).await? {
            self.act_as_customer(place, Ask::AcceptRenegotiation).await?;
        }
        Ok(())
    }

    pub(super) async fn asks_for_date(&self, place: usize) -> anyhow::Result<()> {
        let Plot::AsksFor(_, due) = self.rows[place].plot else { return Ok(()) };
        let ask = Ask::Renegotiate {
            due: Some(due.to_owned()),
            subject: None,
            reason: Reason::CustomerWish,
            words: self.words(place, Said::OtherDate)?,
            below_policy: None,
            without_forecast: None,
        };
        self.act_as_customer(place, ask).await
    }

    pub(super) async fn ended(&mut self, place: usize) -> anyhow::Result<()> {
        if !self.is_open(place).await? {
            return Ok(());
        }
        self.told[place].over = true;
        let plot = self.rows[place].plot;
        if let Plot::Released(_) = plot {
            let words = self.words(place, Said::Released)?;
            return self.act_as_customer(place, Ask::Release { words }).await;
        }
        if let Plot::Withdrawn(_) = plot {
            let words = self.words(place, Said::Withdrawn)?;
            let reason = Reason::Scope;
            return self.act_as_owner(place, Ask::Withdraw { reason, words }).await;
        }
        let caller = self.story.by_member(self.people.member(ACCOUNT_MANAGER)?);
        let told = self.story.service.existing(&caller, self.id(place)?).await?;
        let binding = told.state.as_ref().and_then(|promise| promise.state.open());
        let late = binding.and_then(|binding| binding.counter_promises.first());
        let counter_promise = late.context("something was asked in return")?.promise.id;
        self.act_as_owner(place, Ask::Void { counter_promise }).await
    }

    pub(super) async fn done(&mut self, place: usize, said: Said) -> anyhow::Result<()> {
        if !self.is_open(place).await? {
            return Ok(());
        }
        let done = tracker::done_at(&self.items, place).filter(|_| said == Said::Delivered);
        let ask = Ask::Deliver { at: done, reference: None, words: self.words(place, said)? };
        self.act_as_owner(place, ask).await?;
        self.told[place].over = true;
        let plot = self.rows[place].plot;
        let often = luck("speaks", place) < 0.7 && plot != Plot::Unconfirmed;
        let speaks = often || plot == Plot::Disputed;
        if speaks {
            let days = 1 + i32::try_from(below(3, luck("looks after", place)))?;
            let minute = i8::try_from(below(60, luck("looks past", place)))?;
            self.agenda.note(self.story.later(days, 13, minute)?, Step::Seen(place));
        }
        Ok(())
    }

    pub(super) async fn seen(&mut self, place: usize) -> anyhow::Result<()> {
        if self.listed(place).await?.state != StateName::Delivered {
            return Ok(());
        }
        if self.rows[place].plot == Plot::Disputed && !self.told[place].disputed {
            self.told[place].disputed = true;
            let words = self.words(place, Said::SomethingMissing)?;
            self.act_as_customer(place, Ask::Dispute { words }).await?;
            self.agenda.note(self.story.later(3, 15, 30)?, Step::DoneAgain(place));
            return Ok(());
        }
        let measure = match luck("measure", place) {
            less if less < 0.04 => Measure::Less,
            more if more > 0.94 => Measure::More,
            _ => Measure::AsPromised,
        };
        let words = self.words(place, Said::Thanks)?;
        self.act_as_customer(place, Ask::Confirm { measure, words }).await
    }
}
