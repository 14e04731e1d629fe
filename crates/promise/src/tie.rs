//! What a promise is tied to outside the company.
//!
//! What third parties are to deliver before it can be kept, and what the customer plans to do with it: known to us, no
//! part of what was agreed with the customer.

use calendar::Due;
use jiff::Timestamp;

use crate::id::TieId;
use crate::refusal::Refusal;
use crate::words::Line;

/// What a promise is tied to outside the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Its name.
    pub id: TieId,
    /// To whom, and which of the two waits for the other.
    pub to: TiedTo,
    /// What is to be delivered, or what they plan.
    pub what: Line,
    /// By when a third party is to deliver; when the customer will do what they plan.
    pub due: Due,
}

/// To whom a promise is tied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TiedTo {
    /// A third party, by name: the promise waits for what they deliver.
    ThirdParty(Line),
    /// The customer, who waits for the promise.
    Account,
}

/// A tie and whether it is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieStanding {
    /// What was noted.
    pub tie: Tie,
    /// How it ended; `None` while it holds.
    pub end: Option<TieEnd>,
}

/// How a tie ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieEnd {
    /// The third party delivered.
    Arrived {
        /// When.
        at: Timestamp,
    },
    /// It does not hold any more: not needed, noted wrongly, or they plan otherwise.
    Dropped,
}

/// What happened to the ties of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieEvent {
    /// Somebody noted one.
    Noted(Tie),
    /// The third party delivered.
    Arrived {
        /// Which one.
        id: TieId,
        /// When.
        at: Timestamp,
    },
    /// It does not hold any more.
    Dropped {
        /// Which one.
        id: TieId,
    },
}

impl TieEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Noted(_) => "noted",
            Self::Arrived { .. } => "arrived",
            Self::Dropped { .. } => "dropped",
        }
    }
}

/// The ties of a promise, in the order in which they were noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ties(pub Vec<TieStanding>);

impl Ties {
    /// What is true after one more event.
    #[must_use]
    pub fn evolve(mut self, event: &TieEvent) -> Self {
        match event {
            TieEvent::Noted(tie) => self.0.push(TieStanding { tie: tie.clone(), end: None }),
            TieEvent::Arrived { id, at } => self.end(*id, TieEnd::Arrived { at: *at }),
            TieEvent::Dropped { id } => self.end(*id, TieEnd::Dropped),
        }
        self
    }

    fn end(&mut self, id: TieId, end: TieEnd) {
        for standing in self.0.iter_mut().filter(|standing| standing.tie.id == id) {
            standing.end = Some(end);
        }
    }

    /// States that a third party delivered.
    ///
    /// # Errors
    /// [`Refusal::NoTie`] when the promise has no such tie, or it is the customer who waits;
    /// [`Refusal::TieEnded`] when it is over already; [`Refusal::NotYet`] when `at` lies ahead.
    pub fn arrive(&self, id: TieId, at: Timestamp, now: Timestamp) -> Result<TieEvent, Refusal> {
        let standing = self.open(id)?;
        if standing.tie.to == TiedTo::Account {
            return Err(Refusal::NoTie { given: id });
        }
        if at > now {
            return Err(Refusal::NotYet { field: "at", given: at, now });
        }
        Ok(TieEvent::Arrived { id, at })
    }

    /// Takes a tie away that does not hold any more.
    ///
    /// # Errors
    /// [`Refusal::NoTie`] when the promise has no such tie, [`Refusal::TieEnded`] when it is over already.
    pub fn drop_tie(&self, id: TieId) -> Result<TieEvent, Refusal> {
        self.open(id).map(|standing| TieEvent::Dropped { id: standing.tie.id })
    }

    /// A tie that still holds.
    fn open(&self, id: TieId) -> Result<&TieStanding, Refusal> {
        let standing = self.0.iter().find(|standing| standing.tie.id == id);
        let standing = standing.ok_or(Refusal::NoTie { given: id })?;
        match standing.end {
            None => Ok(standing),
            Some(_) => Err(Refusal::TieEnded { given: id }),
        }
    }
}

#[cfg(test)]
mod tests {
    use calendar::Grain;
    use jiff::tz::TimeZone;
    use uuid::Uuid;

    use super::*;

    fn tie(id: u128, to: TiedTo) -> Tie {
        let due = Due::from_parts(Timestamp::UNIX_EPOCH, TimeZone::UTC, Grain::Day, None);
        let what = Line::new("200 m of cable").unwrap();
        Tie { id: TieId::new(Uuid::from_u128(id)), to, what, due }
    }

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_tie_ends_once_and_only_a_third_party_delivers() {
        let supplier = TiedTo::ThirdParty(Line::new("Kabelfabriek").unwrap());
        let [delivery, plan] = [tie(1, supplier), tie(2, TiedTo::Account)];
        let [cable, launch, other] = [1, 2, 3].map(|id| TieId::new(Uuid::from_u128(id)));
        let noted = [delivery, plan].map(TieEvent::Noted);
        let ties = noted.iter().fold(Ties::default(), Ties::evolve);
        let now = second(100);

        assert_eq!(ties.arrive(other, now, now), Err(Refusal::NoTie { given: other }));
        assert_eq!(ties.arrive(launch, now, now), Err(Refusal::NoTie { given: launch }));
        let ahead = second(101);
        let refused = Refusal::NotYet { field: "at", given: ahead, now };
        assert_eq!(ties.arrive(cable, ahead, now), Err(refused));

        let arrived = ties.arrive(cable, second(90), now).unwrap();
        let ties = ties.evolve(&arrived);
        assert_eq!(ties.0[0].end, Some(TieEnd::Arrived { at: second(90) }));
        assert_eq!(ties.arrive(cable, now, now), Err(Refusal::TieEnded { given: cable }));
        assert_eq!(ties.drop_tie(cable), Err(Refusal::TieEnded { given: cable }));
        assert_eq!(ties.drop_tie(other), Err(Refusal::NoTie { given: other }));

        let dropped = ties.drop_tie(launch).unwrap();
        let ties = ties.evolve(&dropped);
        assert_eq!(ties.0[1].end, Some(TieEnd::Dropped));
        assert_eq!(ties.drop_tie(launch), Err(Refusal::TieEnded { given: launch }));
    }
}
