//! Events of promises as they are stored.

use ::promise::event::{CounterProposal, Event, Evidence, Rule};
use ::promise::health::Health;
use ::promise::renegotiation::Reason;
use ::promise::settle::Measure;
use ::promise::terms::{Draft, Found};
use ::promise::{Actor, Stamped, Words};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::terms::{
    ContentShape, DueShape, ForecastShape, LatenessShape, RenegotiationShape, SettlementShape, line,
};
use super::{Codec, CodecError, Nothing, Wrong, coded, data, parsed, shape, wrong};
use crate::chain::{Link, Loose};
use crate::seal::Sealed;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drafted {
    number: u32,
    draft: ContentShape,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Offered {
    terms: ContentShape,
    expires: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declined {
    for_good: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Sealed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CounterProposed {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DueShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Sealed>,
}

/// Events that say no more than what somebody said.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Sealed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recorded {
    number: u32,
    known: ContentShape,
    sentence: Sealed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenegotiationOffered {
    proposal: RenegotiationShape,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenegotiationAccepted {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    covers: Vec<LatenessShape>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DuePassed {
    due: DueShape,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Delivered {
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    word: Option<Sealed>,
    silence_ends: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeliveryConfirmed {
    measure: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Sealed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Disputed {
    words: Sealed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Withdrawn {
    reason: String,
    words: Sealed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settled {
    settlement: SettlementShape,
}

/// Events about one counter-promise.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfCounterPromise {
    counter_promise: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HealthChanged {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    to: String,
    forecast: ForecastShape,
}

impl Codec<'_> {
    /// A promise's event, ready to join its stream.
    ///
    /// # Errors
    /// [`CodecError::NoKey`] when it holds words of somebody without a key.
    pub fn write_promise(&self, id: Uuid, stamped: &Stamped) -> Result<Loose, CodecError> {
        Ok(Loose {
            id,
            at: stamped.at,
            actor: actor_value(stamped.by),
            kind: stamped.event.name(),
            data: self.promise_data(&stamped.event)?,
        })
    }

    /// Reads a promise's event.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub fn read_promise(&self, link: &Link) -> Result<Stamped, CodecError> {
        let read = || {
            Ok(Stamped {
                at: link.at,
                by: actor_of(&link.actor)?,
                event: self.promise_event(&link.kind, &link.data)?,
            })
        };
        read().map_err(|wrong: Wrong| wrong.of(&link.kind))
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each event, as in the table of moves")]
    fn promise_data(&self, event: &Event) -> Result<Value, CodecError> {
        let said = |words: &Option<Words>| {
            Ok::<_, CodecError>(data(&Said { words: self.seal_some(words.as_ref())? }))
        };
        Ok(match event {
            Event::Drafted { number, draft } => {
                data(&Drafted { number: *number, draft: ContentShape::of(draft, self)? })
            }
            Event::Offered { terms, expires } => {
                let draft = Draft::from((**terms).clone());
                data(&Offered { terms: ContentShape::of(&draft, self)?, expires: *expires })
            }
            Event::Declined { for_good, words } => {
                data(&Declined { for_good: *for_good, words: self.seal_some(words.as_ref())? })
            }
            Event::CounterProposed(proposal) => data(&CounterProposed {
                due: proposal.due.as_ref().map(DueShape::of),
                words: self.seal_some(proposal.words.as_ref())?,
            }),
            Event::Recorded { number, found } => data(&Recorded {
                number: *number,
                known: ContentShape::of(&found.known, self)?,
                sentence: self.seal_words(&found.sentence, false)?,
            }),
            Event::TakenBack { words }
            | Event::RecordRejected { words }
            | Event::RenegotiationDeclined { words }
            | Event::Released { words } => said(words)?,
            Event::RenegotiationOffered(proposal) => {
                data(&RenegotiationOffered { proposal: RenegotiationShape::of(proposal, self)? })
            }
            Event::RenegotiationAccepted { covers } => {
                let covers = covers.iter().map(|(id, days)| LatenessShape {
                    counter_promise: id.to_string(),
                    days: *days,
                });
                data(&RenegotiationAccepted { covers: covers.collect() })
            }
            Event::DuePassed { due } => data(&DuePassed { due: DueShape::of(due) }),
            Event::Delivered { at, evidence, silence_ends } => {
                let (reference, word) = match evidence {
                    Evidence::Reference(reference) => (Some(reference.to_string()), None),
                    Evidence::Word(word) => (None, Some(self.seal_words(word, false)?)),
                };
                data(&Delivered { at: *at, reference, word, silence_ends: *silence_ends })
            }
            Event::DeliveryConfirmed { measure, words } => data(&DeliveryConfirmed {
                measure: measure.code().to_owned(),
                words: self.seal_some(words.as_ref())?,
            }),
            Event::Disputed { words } => data(&Disputed { words: self.seal_words(words, false)? }),
            Event::Withdrawn { reason, words } => data(&Withdrawn {
                reason: reason.code().to_owned(),
                words: self.seal_words(words, false)?,
            }),
            Event::Settled(settlement) => {
                data(&Settled { settlement: SettlementShape::of(settlement) })
            }
            Event::CounterPromiseMet { id, at } => {
                data(&OfCounterPromise { counter_promise: id.to_string(), at: Some(*at) })
            }
            Event::CounterPromisePassed { id } | Event::Voided { counter_promise: id } => {
                data(&OfCounterPromise { counter_promise: id.to_string(), at: None })
            }
            Event::HealthChanged { from, to, forecast } => data(&HealthChanged {
                from: from.map(|health| health.code().to_owned()),
                to: to.code().to_owned(),
                forecast: ForecastShape::of(forecast),
            }),
            Event::Discarded
            | Event::Accepted
            | Event::Lapsed
            | Event::Reopened
            | Event::RecordConfirmed
            | Event::RenegotiationTakenBack
            | Event::SilenceEnded => data(&Nothing {}),
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each event, as in the table of moves")]
    fn promise_event(&self, kind: &str, value: &Value) -> Result<Event, Wrong> {
        let said = || self.open_some(shape::<Said>(value)?.words);
        let plain = |event: Event| shape::<Nothing>(value).map(|_| event);
        match kind {
            "drafted" => {
                let shape: Drafted = shape(value)?;
                let draft = Box::new(shape.draft.read(self)?);
                Ok(Event::Drafted { number: shape.number, draft })
            }
            "discarded" => plain(Event::Discarded),
            "offered" => {
                let shape: Offered = shape(value)?;
                let terms = Box::new(shape.terms.read_terms(self)?);
                Ok(Event::Offered { terms, expires: shape.expires })
            }
            "accepted" => plain(Event::Accepted),
            "declined" => {
                let shape: Declined = shape(value)?;
                let words = self.open_some(shape.words)?;
                Ok(Event::Declined { for_good: shape.for_good, words })
            }
            "counter_proposed" => {
                let shape: CounterProposed = shape(value)?;
                let due = shape.due.map(DueShape::read).transpose()?;
                let words = self.open_some(shape.words)?;
                Ok(Event::CounterProposed(CounterProposal { due, words }))
            }
            "lapsed" => plain(Event::Lapsed),
            "taken_back" => Ok(Event::TakenBack { words: said()? }),
            "reopened" => plain(Event::Reopened),
            "recorded" => {
                let shape: Recorded = shape(value)?;
                let known = shape.known.read(self)?;
                let found = Box::new(Found { known, sentence: self.open_words(&shape.sentence)? });
                Ok(Event::Recorded { number: shape.number, found })
            }
            "record_confirmed" => plain(Event::RecordConfirmed),
            "record_rejected" => Ok(Event::RecordRejected { words: said()? }),
            "renegotiation_offered" => {
                let shape: RenegotiationOffered = shape(value)?;
                Ok(Event::RenegotiationOffered(Box::new(shape.proposal.read(self)?)))
            }
            "renegotiation_accepted" => {
                let shape: RenegotiationAccepted = shape(value)?;
                let covers = shape.covers.into_iter().map(|lateness| {
                    Ok((parsed("counter_promise", &lateness.counter_promise)?, lateness.days))
                });
                Ok(Event::RenegotiationAccepted { covers: covers.collect::<Result<_, Wrong>>()? })
            }
            "renegotiation_declined" => Ok(Event::RenegotiationDeclined { words: said()? }),
            "renegotiation_taken_back" => plain(Event::RenegotiationTakenBack),
            "due_passed" => Ok(Event::DuePassed { due: shape::<DuePassed>(value)?.due.read()? }),
            "delivered" => self.delivered(shape(value)?),
            "delivery_confirmed" => {
                let shape: DeliveryConfirmed = shape(value)?;
                let measure = coded!(Measure, "measure", &shape.measure)?;
                Ok(Event::DeliveryConfirmed { measure, words: self.open_some(shape.words)? })
            }
            "silence_ended" => plain(Event::SilenceEnded),
            "disputed" => {
                Ok(Event::Disputed { words: self.open_words(&shape::<Disputed>(value)?.words)? })
            }
            "released" => Ok(Event::Released { words: said()? }),
            "voided" => {
                let shape: OfCounterPromise = shape(value)?;
                let counter_promise = parsed("counter_promise", &shape.counter_promise)?;
                Ok(Event::Voided { counter_promise })
            }
            "withdrawn" => {
                let shape: Withdrawn = shape(value)?;
                let reason = coded!(Reason, "reason", &shape.reason)?;
                Ok(Event::Withdrawn { reason, words: self.open_words(&shape.words)? })
            }
            "settled" => {
                let settlement = shape::<Settled>(value)?.settlement.read()?;
                Ok(Event::Settled(Box::new(settlement)))
            }
            "counter_promise_met" => {
                let shape: OfCounterPromise = shape(value)?;
                let id = parsed("counter_promise", &shape.counter_promise)?;
                let at = shape.at.ok_or_else(|| Wrong("at is missing".to_owned()))?;
                Ok(Event::CounterPromiseMet { id, at })
            }
            "counter_promise_passed" => {
                let shape: OfCounterPromise = shape(value)?;
                let id = parsed("counter_promise", &shape.counter_promise)?;
                Ok(Event::CounterPromisePassed { id })
            }
            "health_changed" => {
                let shape: HealthChanged = shape(value)?;
                let from = shape.from.map(|code| coded!(Health, "from", &code)).transpose()?;
                let to = coded!(Health, "to", &shape.to)?;
                let forecast = Box::new(shape.forecast.read()?);
                Ok(Event::HealthChanged { from, to, forecast })
            }
            other => Err(wrong("kind", other)),
        }
    }

    fn delivered(&self, shape: Delivered) -> Result<Event, Wrong> {
        let evidence = match (shape.reference, shape.word) {
            (Some(reference), None) => Evidence::Reference(line("reference", &reference)?),
            (None, Some(word)) => Evidence::Word(self.open_words(&word)?),
            (Some(_), Some(_)) | (None, None) => {
                return Err(Wrong("evidence has not just one of reference and word".to_owned()));
            }
        };
        Ok(Event::Delivered { at: shape.at, evidence, silence_ends: shape.silence_ends })
    }

    fn seal_some(&self, words: Option<&Words>) -> Result<Option<Sealed>, CodecError> {
        words.map(|words| self.seal_words(words, false)).transpose()
    }

    fn open_some(&self, sealed: Option<Sealed>) -> Result<Option<Words>, Wrong> {
        sealed.map(|sealed| self.open_words(&sealed)).transpose()
    }
}

/// Who caused an event, as it is stored.
pub(super) fn actor_value(actor: Actor) -> Value {
    match actor {
        Actor::Member(id) => json!({ "member": id.to_string() }),
        Actor::Contact { contact, through: None } => json!({ "contact": contact.to_string() }),
        Actor::Contact { contact, through: Some(member) } => {
            json!({ "contact": contact.to_string(), "through": member.to_string() })
        }
        Actor::Rule(rule) => json!({ "rule": rule.code() }),
    }
}

/// Reads who caused an event.
pub(super) fn actor_of(value: &Value) -> Result<Actor, Wrong> {
    let field = |name: &str| value.get(name).and_then(Value::as_str);
    if let Some(id) = field("contact") {
        let contact = parsed("contact", id)?;
        let through = field("through").map(|id| parsed("through", id)).transpose()?;
        return Ok(Actor::Contact { contact, through });
    }
    if let Some(id) = field("member") {
        return parsed("member", id).map(Actor::Member);
    }
    let rule = field("rule").ok_or_else(|| wrong("actor", &value.to_string()))?;
    coded!(Rule, "rule", rule).map(Actor::Rule)
}
