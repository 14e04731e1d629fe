//! How a capability stands and what is claimed of it, in the reader's words.

use promise::capability::{Answer, Answered, Capability, CapabilityEvent, Standing};
use promise::claim::ClaimedFor;
use promise::party::Organisation;
use promise::{Actor, Line};
use service::capabilities::{Resting, Wrong};

use super::Voice;
use crate::drawing::mark::Mark;

impl Voice {
    /// How a capability stands, for a table or the middle of a sentence, with its mark.
    pub(crate) fn capability_state(&self, capability: &Capability) -> (Mark, String) {
        let t = self.t();
        match &capability.standing {
            Standing::Asked => {
                let days = self.today() - self.date(capability.registered_at);
                (Mark::Wait, t.capability_asked_days(i64::from(days.get_days())))
            }
            Standing::Answered(Answered { answer, .. }) => self.answer(answer),
            Standing::Retired { at, .. } => (Mark::Unknown, t.capability_retired(&self.day(*at))),
        }
    }

    fn answer(&self, answer: &Answer) -> (Mark, String) {
        let t = self.t();
        match answer {
            Answer::Exists { since } => (Mark::Kept, t.capability_exists(&self.day_of(*since))),
            Answer::Forecast { day, .. } if *day < self.today() => {
                (Mark::Off, t.capability_forecast_passed(&self.day_of(*day)))
            }
            Answer::Forecast { day, chance, .. } => {
                let day = self.day_of(*day);
                let said = match chance {
                    Some(chance) => t.capability_forecast_chance(&day, &self.chance(*chance)),
                    None => t.capability_forecast(&day),
                };
                (Mark::Watch, said)
            }
            Answer::NotPlanned { .. } => (Mark::Draft, t.capability_not_planned().to_owned()),
        }
    }

    /// On what ground an answer stands, or why it is none; `None` for what is there.
    pub(crate) fn answer_ground(&self, standing: &Standing) -> Option<String> {
        let t = self.t();
        match standing {
            Standing::Answered(Answered { answer, .. }) => match answer {
                Answer::Exists { .. } => None,
                Answer::Forecast { ground: reason, .. } | Answer::NotPlanned { reason } => {
                    Some(t.capability_on_ground(reason))
                }
            },
            Standing::Retired { reason, .. } => Some(t.capability_on_ground(reason)),
            Standing::Asked => None,
        }
    }

    /// What happened to a capability.
    pub(crate) fn capability_event(
        &self,
        event: &CapabilityEvent,
        by: Actor,
        organisation: &Organisation,
    ) -> String {
        let t = self.t();
        let who = self.actor(by, organisation);
        match event {
            CapabilityEvent::Registered { name, .. } => t.capability_history_registered(&who, name),
            CapabilityEvent::Named { name, names } if names.is_empty() => {
                t.capability_history_named(&who, name)
            }
            CapabilityEvent::Named { name, names } => {
                let names = quoted(self, names.iter().map(|other| &other.name));
                t.capability_history_names(&who, name, &names)
            }
            CapabilityEvent::Answered(answer) => {
                let what = match answer {
                    Answer::NotPlanned { reason } => t.capability_not_planned_because(reason),
                    Answer::Forecast { day, chance: Some(chance), .. } => {
                        t.capability_forecast_chance(&self.day_of(*day), &self.chance(*chance))
                    }
                    Answer::Forecast { day, chance: None, .. } => {
                        t.capability_forecast(&self.day_of(*day))
                    }
                    Answer::Exists { since } => t.capability_exists(&self.day_of(*since)),
                };
                t.capability_history_answered(&who, &what.trim_end_matches('.'))
            }
            CapabilityEvent::Retired { reason } => t.capability_history_retired(&who, reason),
        }
    }

    /// What somebody of the organisation is called.
    pub(crate) fn actor(&self, by: Actor, organisation: &Organisation) -> String {
        match by {
            Actor::Member(id) => {
                let name = organisation.members.get(&id).map_or("", |member| member.name.as_str());
                self.called(name).to_owned()
            }
            Actor::Contact { .. } => self.t().somebody().to_owned(),
            Actor::Rule(_) => self.t().by_rule().to_owned(),
        }
    }

    /// Why a claim has no ground, as the register stands now.
    pub(crate) fn claim_wrong(&self, resting: &Resting, wrong: Wrong) -> String {
        let (t, name) = (self.t(), &resting.capability.name);
        let answered = match &resting.capability.standing {
            Standing::Answered(answered) => Some(&answered.answer),
            Standing::Asked | Standing::Retired { .. } => None,
        };
        match (wrong, answered) {
            (Wrong::TooEarly, Some(Answer::Forecast { day, .. })) => {
                t.claim_too_early(name, &self.day_of(*day))
            }
            (Wrong::ForecastPassed, Some(Answer::Forecast { day, .. })) => {
                t.claim_forecast_passed(name, &self.day_of(*day))
            }
            (Wrong::Younger, Some(Answer::Exists { since })) => {
                t.claim_younger(name, &self.day_of(*since))
            }
            (_, Some(Answer::NotPlanned { reason })) => t.claim_not_planned(name, reason),
            (_, Some(Answer::Exists { .. } | Answer::Forecast { .. })) => {
                t.claim_no_ground().to_owned()
            }
            (_, None) => match &resting.capability.standing {
                Standing::Retired { reason, .. } => t.claim_retired(name, reason),
                Standing::Asked | Standing::Answered(_) => t.claim_unanswered(name),
            },
        }
    }

    /// When a claim says that something is there.
    pub(crate) fn claimed_for(&self, claimed_for: ClaimedFor) -> String {
        let t = self.t();
        let ClaimedFor::Days { first, last, .. } = claimed_for else {
            let said =
                if claimed_for == ClaimedFor::Now { t.claim_now() } else { t.claim_some_day() };
            return said.to_owned();
        };
        match (first, last) {
            (Some(first), Some(last)) if first == last => t.claim_on(&self.day_of(first)),
            (Some(first), Some(last)) => t.claim_between(&self.day_of(first), &self.day_of(last)),
            (Some(first), None) => t.claim_after(&self.day_of(first)),
            (None, Some(last)) => t.claim_by(&self.day_of(last)),
            (None, None) => t.claim_some_day().to_owned(),
        }
    }
}

/// Names in quotation marks, one after the other.
pub(crate) fn quoted<'a>(voice: &Voice, names: impl Iterator<Item = &'a Line>) -> String {
    names.map(|name| voice.t().quoted(name)).collect::<Vec<_>>().join(", ")
}

/// The mark of a claim: by how bad it is that it stands.
pub(crate) fn mark_of(wrong: Option<Wrong>) -> Mark {
    match wrong {
        None => Mark::Plan,
        Some(Wrong::TooEarly | Wrong::NotPlanned | Wrong::Retired) => Mark::Off,
        Some(Wrong::ForecastPassed | Wrong::Younger | Wrong::Unanswered) => Mark::Watch,
    }
}
