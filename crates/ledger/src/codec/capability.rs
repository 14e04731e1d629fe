//! What the product does and what is claimed of it, as it is stored.

use ::promise::capability::{
    Answer, Answered, Capability, CapabilityEvent, OtherName, Standing, StandingName,
};
use ::promise::claim::{ClaimEvent, ClaimedFor, ClaimedForName, FoundClaim, Passage};
use ::promise::{Actor, Chance, Language};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::promise::{actor_of, actor_value};
use super::terms::line;
use super::{Codec, CodecError, Nothing, Wrong, coded, data, parsed, shape, wrong};
use crate::chain::{Link, Loose};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameShape {
    /// Absent where the name is the same in every language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    names: Vec<NameShape>,
}

/// An answer: of the fields those that belong to its state.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerShape {
    state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chance_permille: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ground: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    reason: String,
}

/// A capability as its row holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    names: Vec<NameShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FoundShape {
    place: String,
    words: String,
    capability: String,
    said: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counted_on: Option<Date>,
}

impl Codec<'_> {
    /// An event of a capability, ready to join its stream.
    pub(crate) fn write_capability(
        &self,
        id: Uuid,
        at: Timestamp,
        by: Actor,
        event: &CapabilityEvent,
    ) -> Loose {
        let data = match event {
            CapabilityEvent::Registered { name, names }
            | CapabilityEvent::Named { name, names } => {
                data(&Named { name: name.as_str().to_owned(), names: write_names(names) })
            }
            CapabilityEvent::Answered(answer) => data(&AnswerShape::of(answer)),
            CapabilityEvent::Retired { reason } => {
                data(&Reason { reason: reason.as_str().to_owned() })
            }
        };
        Loose { id, at, actor: actor_value(by), kind: event.name(), data }
    }

    /// Reads an event of a capability, with who caused it.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub(crate) fn read_capability(
        &self,
        link: &Link,
    ) -> Result<(CapabilityEvent, Actor), CodecError> {
        let named = || -> Result<_, Wrong> {
            let Named { name, names } = shape(&link.data)?;
            Ok((line("name", &name)?, read_names(names)?))
        };
        let read = || -> Result<_, Wrong> {
            let event = match link.kind.as_str() {
                "registered" => {
                    named().map(|(name, names)| CapabilityEvent::Registered { name, names })?
                }
                "named" => named().map(|(name, names)| CapabilityEvent::Named { name, names })?,
                "answered" => CapabilityEvent::Answered(shape::<AnswerShape>(&link.data)?.read()?),
                "retired" => {
                    let Reason { reason } = shape(&link.data)?;
                    CapabilityEvent::Retired { reason: line("reason", &reason)? }
                }
                other => return Err(wrong("kind", other)),
            };
            Ok((event, actor_of(&link.actor)?))
        };
        read().map_err(|wrong| wrong.of(&link.kind))
    }

    /// An event of a claim, ready to join its stream.
    pub(crate) fn write_claim(
        &self,
        id: Uuid,
        at: Timestamp,
        by: Actor,
        event: &ClaimEvent,
    ) -> Loose {
        let data = match event {
            ClaimEvent::Found(found) => data(&FoundShape::of(found)),
            ClaimEvent::SeenAgain | ClaimEvent::Gone => data(&Nothing {}),
        };
        Loose { id, at, actor: actor_value(by), kind: event.name(), data }
    }

    /// Reads an event of a claim.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub(crate) fn read_claim(&self, link: &Link) -> Result<ClaimEvent, CodecError> {
        let nothing = |event| shape::<Nothing>(&link.data).map(|_| event);
        let read = match link.kind.as_str() {
            "found" => {
                shape::<FoundShape>(&link.data).and_then(FoundShape::read).map(ClaimEvent::Found)
            }
            "seen_again" => nothing(ClaimEvent::SeenAgain),
            "gone" => nothing(ClaimEvent::Gone),
            other => Err(wrong("kind", other)),
        };
        read.map_err(|wrong| wrong.of(&link.kind))
    }
}

/// What a row holds of a capability, beside its name.
pub(crate) fn capability_json(capability: &Capability) -> Value {
    let names = write_names(&capability.names);
    let row = match &capability.standing {
        Standing::Asked => Row { names, answer: None, by: None, at: None, retired: None },
        Standing::Answered(Answered { answer, by, at }) => Row {
            names,
            answer: Some(AnswerShape::of(answer)),
            by: Some(actor_value(*by)),
            at: Some(*at),
            retired: None,
        },
        Standing::Retired { reason, at } => {
            let retired = Some(reason.as_str().to_owned());
            Row { names, answer: None, by: None, at: Some(*at), retired }
        }
    };
    data(&row)
}

/// Reads a capability of its row.
///
/// # Errors
/// [`CodecError::Unreadable`] when it has another form.
pub(crate) fn read_capability_row(
    name: &str,
    text: &str,
    registered_at: Timestamp,
) -> Result<Capability, CodecError> {
    let read = || -> Result<Capability, Wrong> {
        let value: Value = serde_json::from_str(text).map_err(|e| Wrong(e.to_string()))?;
        let Row { names, answer, by, at, retired } = shape(&value)?;
        let missing = || wrong("row", text);
        let standing = match (answer, retired) {
            (None, None) => Standing::Asked,
            (Some(answer), _) => Standing::Answered(Answered {
                answer: answer.read()?,
                by: actor_of(&by.ok_or_else(missing)?)?,
                at: at.ok_or_else(missing)?,
            }),
            (None, Some(reason)) => {
                Standing::Retired { reason: line("reason", &reason)?, at: at.ok_or_else(missing)? }
            }
        };
        let (name, names) = (line("name", name)?, read_names(names)?);
        Ok(Capability { name, names, registered_at, standing })
    };
    read().map_err(|wrong| wrong.of("capability"))
}

fn write_names(names: &[OtherName]) -> Vec<NameShape> {
    let shape = |other: &OtherName| NameShape {
        language: other.language.map(|language| language.code().to_owned()),
        name: other.name.as_str().to_owned(),
    };
    names.iter().map(shape).collect()
}

fn read_names(names: Vec<NameShape>) -> Result<Vec<OtherName>, Wrong> {
    let read = |shape: NameShape| {
        let code = shape.language.as_deref();
        let language = code.map(|code| coded!(Language, "language", code)).transpose()?;
        Ok(OtherName { language, name: line("name", &shape.name)? })
    };
    names.into_iter().map(read).collect()
}

impl AnswerShape {
    fn of(answer: &Answer) -> Self {
        let mut shape = Self {
            state: String::new(),
            since: None,
            day: None,
            chance_permille: None,
            ground: None,
            reason: None,
        };
        let state = match answer {
            Answer::Exists { since } => {
                shape.since = Some(*since);
                StandingName::Exists
            }
            Answer::Forecast { day, chance, ground } => {
                shape.day = Some(*day);
                shape.chance_permille = chance.map(Chance::permille);
                shape.ground = Some(ground.as_str().to_owned());
                StandingName::Forecast
            }
            Answer::NotPlanned { reason } => {
                shape.reason = Some(reason.as_str().to_owned());
                StandingName::NotPlanned
            }
        };
        state.code().clone_into(&mut shape.state);
        shape
    }

    fn read(self) -> Result<Answer, Wrong> {
        let absent = |field: &'static str| move || wrong(field, "nothing");
        match coded!(StandingName, "state", &self.state)? {
            StandingName::Exists => {
                Ok(Answer::Exists { since: self.since.ok_or_else(absent("since"))? })
            }
            StandingName::Forecast => {
                let chance = self.chance_permille.map(|permille| {
                    let chance = Chance::of_permille(permille);
                    chance.ok_or_else(|| wrong("chance_permille", &permille.to_string()))
                });
                Ok(Answer::Forecast {
                    day: self.day.ok_or_else(absent("day"))?,
                    chance: chance.transpose()?,
                    ground: line("ground", &self.ground.ok_or_else(absent("ground"))?)?,
                })
            }
            StandingName::NotPlanned => Ok(Answer::NotPlanned {
                reason: line("reason", &self.reason.ok_or_else(absent("reason"))?)?,
            }),
            StandingName::Asked | StandingName::Retired => Err(wrong("state", &self.state)),
        }
    }
}

impl FoundShape {
    fn of(found: &FoundClaim) -> Self {
        let (first, last, counted_on) = found.claimed_for.days();
        Self {
            place: found.place.as_str().to_owned(),
            words: found.words.as_str().to_owned(),
            capability: found.capability.to_string(),
            said: found.claimed_for.name().code().to_owned(),
            first,
            last,
            counted_on,
        }
    }

    fn read(self) -> Result<FoundClaim, Wrong> {
        Ok(FoundClaim {
            place: line("place", &self.place)?,
            words: Passage::new(&self.words).map_err(|_| wrong("words", &self.words))?,
            capability: parsed("capability", &self.capability)?,
            claimed_for: match coded!(ClaimedForName, "said", &self.said)? {
                ClaimedForName::Now => ClaimedFor::Now,
                ClaimedForName::Days => {
                    let Self { first, last, counted_on, .. } = self;
                    ClaimedFor::Days { first, last, counted_on }
                }
                ClaimedForName::SomeDay => ClaimedFor::SomeDay,
            },
        })
    }
}
