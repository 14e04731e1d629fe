//! What the product or service does, as product answers for it: there since a day, forecast for a day, or not planned.
//!
//! Public statements rest on it ([`crate::claim`]); a claim about something that nobody answers for has no ground.

mod names;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use self::names::distinct;
pub use self::names::{MOST_NAMES, OtherName, plain, unmistakable};
use crate::code::codes;
use crate::event::Actor;
use crate::health::Chance;
use crate::words::Line;

/// What product says of a capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Exists {
        /// Since when.
        since: Date,
    },
    /// It is to be there.
    Forecast {
        /// By the end of which day.
        day: Date,
        /// With which chance; `None` where nothing can honestly be said of it.
        chance: Option<Chance>,
        /// On what ground.
        ground: Line,
    },
    /// It is not there, and nobody works on it.
    NotPlanned {
        /// Why.
        reason: Line,
    },
}

/// An answer, with who gave it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// What was said.
    pub answer: Answer,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// How a capability stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Somebody asked for it, and product has not answered yet.
    Asked,
    /// Product answered, last so.
    Answered(Answered),
    /// Taken out of the register, for good: nothing may rest on it any more.
    Retired {
        /// Why.
        reason: Line,
        /// When.
        at: Timestamp,
    },
}

/// The name of a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandingName {
    /// Not answered yet.
    Asked,
    /// There.
    Exists,
    /// To be there.
    Forecast,
    /// Not there, and not to be.
    NotPlanned,
    /// Taken out.
    Retired,
}

codes! { StandingName {
    Asked = "asked",
    Exists = "exists",
    Forecast = "forecast",
    NotPlanned = "not_planned",
    Retired = "retired",
} }

/// Something the product or service does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capability {
    /// Its name in the register.
    pub name: Line,
    /// How texts call it besides.
    pub names: Vec<OtherName>,
    /// When it came into the register: since then product is asked.
    pub registered_at: Timestamp,
    /// How it stands.
    pub standing: Standing,
}

/// What happened to a capability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CapabilityEvent {
    /// It came into the register, not answered.
    Registered {
        /// Its name.
        name: Line,
        /// How texts call it besides.
        names: Vec<OtherName>,
    },
    /// Product answered.
    Answered(Answer),
    /// It is called otherwise now.
    Named {
        /// Its name.
        name: Line,
        /// How texts call it besides; all of it, not what changed.
        names: Vec<OtherName>,
    },
    /// It was taken out.
    Retired {
        /// Why.
        reason: Line,
    },
}

impl CapabilityEvent {
    /// The name used in stored and sent data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Registered { .. } => "registered",
            Self::Answered(_) => "answered",
            Self::Named { .. } => "named",
            Self::Retired { .. } => "retired",
        }
    }
}

/// Why something about a capability is refused. Nothing was written when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CapabilityRefusal {
    /// It is in the register already.
    #[error("the capability is in the register already, as {name:?}")]
    Registered {
        /// Its name.
        name: Line,
    },
    /// No such capability.
    #[error("there is no such capability")]
    None,
    /// It was taken out of the register.
    #[error("{name:?} was taken out of the register: {reason}")]
    Retired {
        /// Its name.
        name: Line,
        /// Why it was.
        reason: Line,
    },
    /// Another one is called so: a text that names it could mean both.
    #[error("{name:?} is what texts call another capability, {other:?}")]
    NameTaken {
        /// The name.
        name: Line,
        /// The other capability.
        other: Line,
    },
    /// One name twice.
    #[error("{name:?} is named twice")]
    NamedTwice {
        /// The name.
        name: Line,
    },
    /// More names than are looked for.
    #[error("{given} other names; at most {MOST_NAMES} are looked for")]
    TooManyNames {
        /// How many.
        given: usize,
    },
    /// What is to exist already begins later.
    #[error(
        "it is said to exist since {given}, which lies ahead; wanted a forecast, or a day up to {today}"
    )]
    SinceAhead {
        /// What was given.
        given: Date,
        /// The present.
        today: Date,
    },
    /// A forecast for a day gone by.
    #[error("it is forecast for {given}, which has passed; wanted {today} or later")]
    DayPassed {
        /// What was given.
        given: Date,
        /// The present.
        today: Date,
    },
    /// Something is promised that product has not answered for.
    #[error("product has not answered whether {name:?} is there; it can be promised after that")]
    Unanswered {
        /// What is promised.
        name: Line,
    },
    /// Something is promised that nobody works on.
    #[error("{name:?} is not there and not planned ({reason}); ask product for another answer")]
    NotPlanned {
        /// What is promised.
        name: Line,
        /// Why it is not.
        reason: Line,
    },
    /// Something is promised that was to be there, and nobody has said that it is.
    #[error("{name:?} was forecast for {day} and product has not said that it is there")]
    ForecastPassed {
        /// What is promised.
        name: Line,
        /// When it was to be there.
        day: Date,
    },
    /// Nothing would change.
    #[error("nothing would change: that is what the register says")]
    NothingToChange,
}

impl Capability {
    /// Brings a capability into the register; `present` is what is true of it so far, that is nothing.
    ///
    /// # Errors
    /// [`CapabilityRefusal`] when it is there already, or a name is given twice.
    pub fn register(
        present: Option<&Self>,
        name: Line,
        names: Vec<OtherName>,
    ) -> Result<CapabilityEvent, CapabilityRefusal> {
        if let Some(present) = present {
            return Err(CapabilityRefusal::Registered { name: present.name.clone() });
        }
        distinct(&name, &names)?;
        Ok(CapabilityEvent::Registered { name, names })
    }

    /// Product answers, on a day of its calendar.
    ///
    /// # Errors
    /// [`CapabilityRefusal`] when it was taken out, says the same already, exists only later, or is forecast for the past.
    pub fn answer(
        &self,
        answer: Answer,
        today: Date,
    ) -> Result<CapabilityEvent, CapabilityRefusal> {
        self.stays()?;
        match &answer {
            Answer::Exists { since } if *since > today => {
                return Err(CapabilityRefusal::SinceAhead { given: *since, today });
            }
            Answer::Forecast { day, .. } if *day < today => {
                return Err(CapabilityRefusal::DayPassed { given: *day, today });
            }
            Answer::Exists { .. } | Answer::Forecast { .. } | Answer::NotPlanned { .. } => {}
        }
        match &self.standing {
            // A forecast said again is looked at again: its day is younger than it was.
            Standing::Answered(last)
                if last.answer == answer && !matches!(answer, Answer::Forecast { .. }) =>
            {
                Err(CapabilityRefusal::NothingToChange)
            }
            Standing::Asked | Standing::Answered(_) | Standing::Retired { .. } => {
                Ok(CapabilityEvent::Answered(answer))
            }
        }
    }

    /// Calls it otherwise.
    ///
    /// # Errors
    /// [`CapabilityRefusal`] when it was taken out, is called so already, or a name is given twice.
    pub fn call(
        &self,
        name: Line,
        names: Vec<OtherName>,
    ) -> Result<CapabilityEvent, CapabilityRefusal> {
        self.stays()?;
        distinct(&name, &names)?;
        if self.name == name && self.names == names {
            return Err(CapabilityRefusal::NothingToChange);
        }
        Ok(CapabilityEvent::Named { name, names })
    }

    /// Takes it out of the register, for good.
    ///
    /// # Errors
    /// [`CapabilityRefusal::Retired`] when it was taken out before.
    pub fn retire(&self, reason: Line) -> Result<CapabilityEvent, CapabilityRefusal> {
        self.stays()?;
        Ok(CapabilityEvent::Retired { reason })
    }

    /// Whether something may be promised that rests on it: product has answered for it. A forecast is an answer; how
    /// likely the date of the promise is by that, the promise's own ground says.
    ///
    /// # Errors
    /// [`CapabilityRefusal`] with why nothing can rest on it on that day.
    pub fn bears(&self, today: Date) -> Result<(), CapabilityRefusal> {
        let name = || self.name.clone();
        match &self.standing {
            Standing::Asked => Err(CapabilityRefusal::Unanswered { name: name() }),
            Standing::Retired { reason, .. } => {
                Err(CapabilityRefusal::Retired { name: name(), reason: reason.clone() })
            }
            Standing::Answered(Answered { answer, .. }) => match answer {
                Answer::Exists { .. } => Ok(()),
                Answer::Forecast { day, .. } if *day < today => {
                    Err(CapabilityRefusal::ForecastPassed { name: name(), day: *day })
                }
                Answer::Forecast { .. } => Ok(()),
                Answer::NotPlanned { reason } => {
                    Err(CapabilityRefusal::NotPlanned { name: name(), reason: reason.clone() })
                }
            },
        }
    }

    /// Whether it is still in the register.
    fn stays(&self) -> Result<(), CapabilityRefusal> {
        match &self.standing {
            Standing::Retired { reason, .. } => {
                Err(CapabilityRefusal::Retired { name: self.name.clone(), reason: reason.clone() })
            }
            Standing::Asked | Standing::Answered(_) => Ok(()),
        }
    }

    /// What is true after one more event.
    ///
    /// # Panics
    /// When the first event is not that it came into the register.
    #[must_use]
    pub fn evolve(state: Option<Self>, event: &CapabilityEvent, by: Actor, at: Timestamp) -> Self {
        if let CapabilityEvent::Registered { name, names } = event {
            let (name, names) = (name.clone(), names.clone());
            return Self { name, names, registered_at: at, standing: Standing::Asked };
        }
        let mut state = state.expect("a capability begins when it comes into the register");
        match event {
            CapabilityEvent::Registered { .. } => {}
            CapabilityEvent::Answered(answer) => {
                state.standing = Standing::Answered(Answered { answer: answer.clone(), by, at });
            }
            CapabilityEvent::Named { name, names } => {
                (state.name, state.names) = (name.clone(), names.clone());
            }
            CapabilityEvent::Retired { reason } => {
                state.standing = Standing::Retired { reason: reason.clone(), at };
            }
        }
        state
    }

    /// The names that no other capability may have, each once; none once it was taken out.
    pub fn taken_names(&self) -> BTreeSet<String> {
        match self.standing {
            Standing::Retired { .. } => BTreeSet::new(),
            Standing::Asked | Standing::Answered(_) => self.all_names().map(plain).collect(),
        }
    }

    /// All that texts call it, its name first.
    pub fn all_names(&self) -> impl Iterator<Item = &Line> {
        std::iter::once(&self.name).chain(self.names.iter().map(|other| &other.name))
    }
}

impl Standing {
    /// Its name.
    pub fn name(&self) -> StandingName {
        match self {
            Self::Asked => StandingName::Asked,
            Self::Answered(Answered { answer: Answer::Exists { .. }, .. }) => StandingName::Exists,
            Self::Answered(Answered { answer: Answer::Forecast { .. }, .. }) => {
                StandingName::Forecast
            }
            Self::Answered(Answered { answer: Answer::NotPlanned { .. }, .. }) => {
                StandingName::NotPlanned
            }
            Self::Retired { .. } => StandingName::Retired,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::event::Rule;
    use crate::id::CapabilityId;
    use crate::party::Language;

    const BY: Actor = Actor::Rule(Rule::Time);
    const TODAY: Date = date(2026, 11, 28);

    fn line(text: &str) -> Line {
        Line::new(text).unwrap()
    }

    fn other(language: Option<Language>, name: &str) -> OtherName {
        OtherName { language, name: line(name) }
    }

    fn after(events: &[CapabilityEvent]) -> Capability {
        let evolve =
            |state, event| Some(Capability::evolve(state, event, BY, Timestamp::UNIX_EPOCH));
        events.iter().fold(None, evolve).unwrap()
    }

    fn registered() -> CapabilityEvent {
        Capability::register(None, line("Excel export"), vec![]).unwrap()
    }

    fn forecast(day: Date) -> Answer {
        Answer::Forecast {
            day,
            chance: Some(Chance::of_percent(80)),
            ground: line("two of three parts are done"),
        }
    }

    #[test]
    fn a_capability_is_registered_once_and_then_waits_for_an_answer() {
        let asked = after(&[registered()]);
        assert_eq!(asked.standing.name(), StandingName::Asked);
        let again = Capability::register(Some(&asked), line("Export"), vec![]);
        let name = line("Excel export");
        assert_eq!(again, Err(CapabilityRefusal::Registered { name }));
    }

    #[test]
    fn what_exists_does_not_begin_tomorrow_and_a_forecast_is_for_no_day_gone_by() {
        let asked = after(&[registered()]);
        let [yesterday, tomorrow] = [date(2026, 11, 27), date(2026, 11, 29)];
        let since_ahead = asked.answer(Answer::Exists { since: tomorrow }, TODAY);
        let refused = CapabilityRefusal::SinceAhead { given: tomorrow, today: TODAY };
        assert_eq!(since_ahead, Err(refused));
        let passed = asked.answer(forecast(yesterday), TODAY);
        let refused = CapabilityRefusal::DayPassed { given: yesterday, today: TODAY };
        assert_eq!(passed, Err(refused));
        // Both may be today.
        assert!(asked.answer(Answer::Exists { since: TODAY }, TODAY).is_ok());
        assert!(asked.answer(forecast(TODAY), TODAY).is_ok());
    }

    #[test]
    fn an_answer_may_change_but_says_nothing_when_it_is_the_same() {
        let mut events = vec![registered()];
        let answers = [
            Answer::NotPlanned { reason: line("nobody asks for it") },
            forecast(date(2027, 3, 31)),
            Answer::Exists { since: TODAY },
        ];
        let names = [StandingName::NotPlanned, StandingName::Forecast, StandingName::Exists];
        for (answer, name) in answers.into_iter().zip(names) {
            events.push(after(&events).answer(answer.clone(), TODAY).unwrap());
            let now = after(&events);
            assert_eq!(now.standing.name(), name);
            let again = now.answer(answer, TODAY);
            let same = Err(CapabilityRefusal::NothingToChange);
            // Product looked again and still thinks so: that is news about the forecast.
            assert_eq!(again == same, name != StandingName::Forecast, "{again:?}");
        }
    }

    #[test]
    fn nothing_happens_to_what_was_taken_out() {
        let mut events = vec![registered()];
        events.push(after(&events).retire(line("replaced by the API")).unwrap());
        let out = after(&events);
        assert_eq!(out.standing.name(), StandingName::Retired);
        let refused = CapabilityRefusal::Retired {
            name: line("Excel export"),
            reason: line("replaced by the API"),
        };
        let name = || line("Export");
        assert_eq!(out.answer(Answer::Exists { since: TODAY }, TODAY), Err(refused.clone()));
        assert_eq!(out.answer(forecast(TODAY), TODAY), Err(refused.clone()));
        let reason = line("x");
        assert_eq!(out.answer(Answer::NotPlanned { reason }, TODAY), Err(refused.clone()));
        assert_eq!(out.call(name(), vec![]), Err(refused.clone()));
        assert_eq!(out.retire(name()), Err(refused));
        let register = Capability::register(Some(&out), name(), vec![]);
        assert!(matches!(register, Err(CapabilityRefusal::Registered { .. })));
    }

    #[test]
    fn a_promise_rests_on_what_product_has_answered_for() {
        let mut events = vec![registered()];
        let name = line("Excel export");
        let unanswered = CapabilityRefusal::Unanswered { name: name.clone() };
        assert_eq!(after(&events).bears(TODAY), Err(unanswered));
        let reason = line("nobody asks for it");
        events.push(CapabilityEvent::Answered(Answer::NotPlanned { reason: reason.clone() }));
        let not_planned = CapabilityRefusal::NotPlanned { name: name.clone(), reason };
        assert_eq!(after(&events).bears(TODAY), Err(not_planned));
        // A forecast is an answer until the end of its day.
        events.push(CapabilityEvent::Answered(forecast(TODAY)));
        assert_eq!(after(&events).bears(TODAY), Ok(()));
        let passed = CapabilityRefusal::ForecastPassed { name: name.clone(), day: TODAY };
        assert_eq!(after(&events).bears(date(2026, 11, 29)), Err(passed));
        events.push(CapabilityEvent::Answered(Answer::Exists { since: TODAY }));
        assert_eq!(after(&events).bears(TODAY), Ok(()));
        let reason = line("replaced");
        events.push(CapabilityEvent::Retired { reason: reason.clone() });
        assert_eq!(after(&events).bears(TODAY), Err(CapabilityRefusal::Retired { name, reason }));
    }

    #[test]
    fn a_capability_has_each_name_once() {
        let asked = after(&[registered()]);
        let twice = |names| asked.call(line("Excel export"), names);
        assert_eq!(twice(vec![]), Err(CapabilityRefusal::NothingToChange));
        let same = vec![other(None, "excel-export")];
        let refused = |name| Err(CapabilityRefusal::NamedTwice { name: line(name) });
        assert_eq!(twice(same), refused("excel-export"));
        let dutch = Some(Language::Nl);
        let same = vec![other(dutch, "naar Excel"), other(dutch, "Naar excel")];
        assert_eq!(twice(same), refused("Naar excel"));
        let many = (0..=MOST_NAMES).map(|n| other(None, &format!("name {n}"))).collect();
        assert_eq!(twice(many), Err(CapabilityRefusal::TooManyNames { given: 51 }));

        let named = vec![other(dutch, "naar Excel"), other(Some(Language::Sv), "till Excel")];
        let event = twice(named).unwrap();
        let now = after(&[registered(), event]);
        let all: Vec<&str> = now.all_names().map(Line::as_str).collect();
        assert_eq!(all, ["Excel export", "naar Excel", "till Excel"]);
    }

    #[test]
    fn two_capabilities_are_never_called_the_same() {
        let [first, second] = [1, 2].map(|id| CapabilityId::new(Uuid::from_u128(id)));
        let mut register = vec![(first, after(&[registered()]))];
        let name = line("EXCEL-EXPORT");
        let taken = unmistakable(&register, Some(second), &name, &[]);
        let refused =
            CapabilityRefusal::NameTaken { name: name.clone(), other: line("Excel export") };
        assert_eq!(taken, Err(refused));
        let through_alias = [other(None, "excel export")];
        assert!(unmistakable(&register, None, &line("Files"), &through_alias).is_err());
        assert_eq!(unmistakable(&register, Some(first), &name, &[]), Ok(()), "its own name");
        let out = register[0].1.retire(line("gone")).unwrap();
        register[0].1 = after(&[registered(), out]);
        assert_eq!(unmistakable(&register, Some(second), &name, &[]), Ok(()), "free again");
    }
}
