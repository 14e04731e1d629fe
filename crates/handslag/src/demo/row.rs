//! One promise of the story: what was asked for, and what its customer did.

use promise::terms::{Consequence, RemedyPer};

use super::people::Team;

/// What the story knows of a promise before it is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// In which week it was asked for, from the first one.
    pub(super) week: u16,
    /// By whom.
    pub(super) customer: &'static str,
    /// What, as the customer would write it.
    pub(super) subject: &'static str,
    /// How both will see that it was kept; what is usual for such work when absent.
    pub(super) acceptance: Option<&'static str>,
    /// Whose work it is.
    pub(super) team: Team,
    /// What kind of work.
    pub(super) kind: &'static str,
    /// In how many pieces.
    pub(super) pieces: u32,
    /// What each piece is thought to take, in hours.
    pub(super) hours: u32,
    /// Whether it goes before all that waits.
    pub(super) first: bool,
    /// Which promises must be kept before, by their subjects.
    pub(super) after: &'static [&'static str],
    /// How much longer than luck has it the work takes.
    pub(super) trouble: f64,
    /// When the work is let into the queue, as a date; once it was accepted when absent.
    pub(super) starts: Option<&'static str>,
    /// The date that was wished.
    pub(super) wished: Option<&'static str>,
    /// The date that was agreed on in place of the one the forecast offers, and the words for it.
    pub(super) agreed: Option<(&'static str, &'static str)>,
    /// What the customer does in return.
    pub(super) asked: &'static [Asked],
    /// What the customer pays.
    pub(super) price: Option<&'static str>,
    /// What a breach of a fixed date costs: how much, how often, at most.
    pub(super) penalty: Option<(&'static str, RemedyPer, Option<&'static str>)>,
    /// What its lateness costs us beyond what was agreed: a working day, and once.
    pub(super) loss: Option<(i64, i64)>,
    /// Whether its customer has consented to its being moved.
    pub(super) movable: bool,
    /// What becomes of it.
    pub(super) plot: Plot,
}

/// What a customer does in return.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// What.
    pub(super) subject: &'static str,
    /// By when.
    pub(super) due: &'static str,
    /// What its lateness does.
    pub(super) then: Consequence,
    /// When it came, as a wall-clock time; never when absent.
    pub(super) came: Option<&'static str>,
}

/// What becomes of a promise, besides the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plot {
    /// It goes as the work goes.
    AsItGoes,
    /// Another date is agreed before the first one passes, when the work asks for it.
    MovedInTime,
    /// Another date is agreed when the first one has passed.
    MovedTooLate,
    /// The customer lets us off after so many days.
    Released(u16),
    /// We say after so many days that it will not be kept.
    Withdrawn(u16),
    /// What was asked in return never came; that ends it.
    Void,
    /// It is there, and the customer has not said anything about it.
    Unconfirmed,
    /// The customer says that something is missing.
    Disputed,
    /// The customer does not want the offer.
    Declined,
    /// Nor another one.
    DeclinedForGood,
    /// Nobody answers the offer until it lapses.
    Unanswered,
    /// Nobody has answered yet; there are so many business days.
    Open(i32),
    /// We take the offer back.
    TakenBack,
    /// The customer proposes another date in place of the offer.
    CounterProposed(&'static str),
    /// The customer asks for another date in the end: when it asks, and which.
    AsksFor(&'static str, &'static str),
    /// Nothing can be said of its finish, and it is given all the same.
    WithoutForecast,
    /// It is found in a mail: the sentence.
    Found(&'static str),
    /// It is still being written.
    Draft,
}

impl Row {
    /// A promise that goes as its work goes.
    pub(super) const fn new(
        week: u16,
        customer: &'static str,
        subject: &'static str,
        work: (Team, &'static str, u32, u32),
    ) -> Self {
        let (team, kind, pieces, hours) = work;
        Self {
            week,
            customer,
            subject,
            acceptance: None,
            team,
            kind,
            pieces,
            hours,
            first: false,
            after: &[],
            trouble: 1.0,
            starts: None,
            wished: None,
            agreed: None,
            asked: &[],
            price: None,
            penalty: None,
            loss: None,
            movable: false,
            plot: Plot::AsItGoes,
        }
    }

    /// How both will see that it was kept.
    pub(super) const fn seen_by(self, acceptance: &'static str) -> Self {
        Self { acceptance: Some(acceptance), ..self }
    }

    /// What becomes of it.
    pub(super) const fn then(self, plot: Plot) -> Self {
        Self { plot, ..self }
    }

    /// Before all that waits.
    pub(super) const fn first(self) -> Self {
        Self { first: true, ..self }
    }

    /// Other promises must be kept before, by their subjects.
    pub(super) const fn after(self, after: &'static [&'static str]) -> Self {
        Self { after, ..self }
    }

    /// The work takes longer than luck has it.
    pub(super) const fn trouble(self, trouble: f64) -> Self {
        Self { trouble, ..self }
    }

    /// The work is let in on a day.
    pub(super) const fn starts(self, day: &'static str) -> Self {
        Self { starts: Some(day), ..self }
    }

    /// A date is wished.
    pub(super) const fn wished(self, day: &'static str) -> Self {
        Self { wished: Some(day), ..self }
    }

    /// Another date is agreed on than the forecast offers.
    pub(super) const fn agreed(self, due: &'static str, said: &'static str) -> Self {
        Self { agreed: Some((due, said)), ..self }
    }

    /// Things are asked in return.
    pub(super) const fn for_this(self, asked: &'static [Asked]) -> Self {
        Self { asked, ..self }
    }

    /// Money is asked in return.
    pub(super) const fn paid(self, price: &'static str) -> Self {
        Self { price: Some(price), ..self }
    }

    /// Its lateness costs us so many euros a working day, and so many once, whatever was agreed.
    pub(super) const fn loses(self, per_day: i64, per_breach: i64) -> Self {
        Self { loss: Some((per_day, per_breach)), ..self }
    }

    /// Its customer has consented to its being moved.
    pub(super) const fn movable(self) -> Self {
        Self { movable: true, ..self }
    }

    /// The date is fixed, and missing it costs something.
    pub(super) const fn strict(
        self,
        amount: &'static str,
        per: RemedyPer,
        cap: Option<&'static str>,
    ) -> Self {
        Self { penalty: Some((amount, per, cap)), ..self }
    }
}

impl Asked {
    /// Something that came, and when; our date moves with its lateness.
    pub(super) const fn new(
        subject: &'static str,
        due: &'static str,
        then: Consequence,
        came: Option<&'static str>,
    ) -> Self {
        Self { subject, due, then, came }
    }
}
