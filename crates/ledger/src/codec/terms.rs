//! The content of promises as it is stored: dues, money, considerations, grounds.

use ::promise::health::ForecastStamp;
use ::promise::renegotiation::{Change, Reason, Renegotiation};
use ::promise::settle::{Confirmation, Judgement, Measure, Settlement, Timing};
use ::promise::terms::{
    BelowPolicy, Consequence, Consideration, CounterPromise, Draft, Ground, OnTimeWindow, Remedy,
    RemedyChoice, RemedyKind, RemedyPer, Strictness, Terms,
};
use ::promise::{Chance, Line, Money, Side};
use calendar::{Due, Grain};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Codec, CodecError, Wrong, coded, parsed, wrong};
use crate::seal::Sealed;

/// A due.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DueShape {
    at: Timestamp,
    zone: String,
    grain: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

impl DueShape {
    pub(super) fn of(due: &Due) -> Self {
        Self {
            at: due.at(),
            zone: due.zone().iana_name().unwrap_or("UTC").to_owned(),
            grain: due.grain().name().to_owned(),
            words: due.words().map(str::to_owned),
        }
    }

    pub(super) fn read(self) -> Result<Due, Wrong> {
        let zone = TimeZone::get(&self.zone).map_err(|_| wrong("zone", &self.zone))?;
        let grain = Grain::named(&self.grain).ok_or_else(|| wrong("grain", &self.grain))?;
        Ok(Due::from_parts(self.at, zone, grain, self.words))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsiderationShape {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    counter_promises: Vec<CounterPromiseShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    price: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nothing_because: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CounterPromiseShape {
    id: String,
    subject: String,
    due: DueShape,
    consequence: String,
}

impl ConsiderationShape {
    fn of(consideration: &Consideration) -> Self {
        match consideration {
            Consideration::Nothing { because } => Self {
                counter_promises: Vec::new(),
                price: None,
                nothing_because: Some(because.to_string()),
            },
            Consideration::Asked { counter_promises, price } => Self {
                counter_promises: counter_promises
                    .iter()
                    .map(|asked| CounterPromiseShape {
                        id: asked.id.to_string(),
                        subject: asked.subject.to_string(),
                        due: DueShape::of(&asked.due),
                        consequence: asked.consequence.code().to_owned(),
                    })
                    .collect(),
                price: price.map(|price| price.to_string()),
                nothing_because: None,
            },
        }
    }

    fn read(self) -> Result<Consideration, Wrong> {
        if let Some(because) = self.nothing_because {
            return Ok(Consideration::Nothing { because: line("nothing_because", &because)? });
        }
        let counter_promises = self.counter_promises.into_iter().map(|shape| {
            Ok(CounterPromise {
                id: parsed("id", &shape.id)?,
                subject: line("subject", &shape.subject)?,
                due: shape.due.read()?,
                consequence: coded!(Consequence, "consequence", &shape.consequence)?,
            })
        });
        Ok(Consideration::Asked {
            counter_promises: counter_promises.collect::<Result<_, Wrong>>()?,
            price: self.price.map(|price| parsed("price", &price)).transpose()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RemedyShape {
    kind: String,
    amount: String,
    per: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap: Option<String>,
}

/// `agreed` is absent when both sides said that there is none.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RemedyChoiceShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed: Option<RemedyShape>,
}

impl RemedyChoiceShape {
    fn of(choice: &RemedyChoice) -> Self {
        let agreed = match choice {
            RemedyChoice::NoneAgreed => None,
            RemedyChoice::Agreed(remedy) => Some(RemedyShape {
                kind: remedy.kind.code().to_owned(),
                amount: remedy.amount.to_string(),
                per: remedy.per.code().to_owned(),
                cap: remedy.cap.map(|cap| cap.to_string()),
            }),
        };
        Self { agreed }
    }

    fn read(self) -> Result<RemedyChoice, Wrong> {
        let Some(shape) = self.agreed else { return Ok(RemedyChoice::NoneAgreed) };
        Ok(RemedyChoice::Agreed(Remedy {
            kind: coded!(RemedyKind, "kind", &shape.kind)?,
            amount: parsed::<Money>("amount", &shape.amount)?,
            per: coded!(RemedyPer, "per", &shape.per)?,
            cap: shape.cap.map(|cap| parsed("cap", &cap)).transpose()?,
        }))
    }
}

/// A forecast as it is kept with a promise.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForecastShape {
    id: String,
    made_at: Timestamp,
    chance_permille: u16,
    quantiles: [Timestamp; 7],
    likely: Timestamp,
    finished: u32,
    trials: u32,
    /// As text: a seed has 64 bits, more than a number of JSON can be trusted with.
    seed: String,
}

impl ForecastShape {
    pub(super) fn of(stamp: &ForecastStamp) -> Self {
        Self {
            id: stamp.id.to_string(),
            made_at: stamp.made_at,
            chance_permille: stamp.chance.permille(),
            quantiles: stamp.quantiles,
            likely: stamp.likely,
            finished: stamp.finished,
            trials: stamp.trials,
            seed: stamp.seed.to_string(),
        }
    }

    pub(super) fn read(self) -> Result<ForecastStamp, Wrong> {
        let chance = Chance::of_permille(self.chance_permille);
        let chance =
            chance.ok_or_else(|| wrong("chance_permille", &self.chance_permille.to_string()))?;
        Ok(ForecastStamp {
            id: parsed("id", &self.id)?,
            made_at: self.made_at,
            chance,
            quantiles: self.quantiles,
            likely: self.likely,
            finished: self.finished,
            trials: self.trials,
            seed: parsed("seed", &self.seed)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroundShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    forecast: Option<ForecastShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    below_policy: Option<BelowPolicyShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    without: Option<Sealed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BelowPolicyShape {
    taken_by: String,
    reason: Sealed,
}

impl GroundShape {
    pub(super) fn of(ground: &Ground, codec: &Codec<'_>) -> Result<Self, CodecError> {
        match ground {
            Ground::Forecast { forecast, below_policy } => {
                let below_policy = below_policy.as_ref().map(|below| {
                    let reason = codec.seal_words(&below.reason, true)?;
                    Ok(BelowPolicyShape { taken_by: below.taken_by.to_string(), reason })
                });
                Ok(Self {
                    forecast: Some(ForecastShape::of(forecast)),
                    below_policy: below_policy.transpose()?,
                    without: None,
                })
            }
            Ground::Without { reason } => {
                let without = Some(codec.seal_words(reason, true)?);
                Ok(Self { forecast: None, below_policy: None, without })
            }
        }
    }

    pub(super) fn read(self, codec: &Codec<'_>) -> Result<Ground, Wrong> {
        match (self.forecast, self.without) {
            (Some(forecast), None) => {
                let below_policy = self.below_policy.map(|shape| {
                    Ok(BelowPolicy {
                        taken_by: parsed("taken_by", &shape.taken_by)?,
                        reason: codec.open_words(&shape.reason)?,
                    })
                });
                Ok(Ground::Forecast {
                    forecast: forecast.read()?,
                    below_policy: below_policy.transpose()?,
                })
            }
            (None, Some(reason)) => Ok(Ground::Without { reason: codec.open_words(&reason)? }),
            (Some(_), Some(_)) | (None, None) => {
                Err(Wrong("ground has not just one of forecast and without".to_owned()))
            }
        }
    }
}

/// A draft, or complete terms: the same fields.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContentShape {
    account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acceptance: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wished: Option<DueShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DueShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    strictness: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promisor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consideration: Option<ConsiderationShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remedy: Option<RemedyChoiceShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ground: Option<GroundShape>,
    on_time_days_early: u16,
}

impl ContentShape {
    pub(super) fn of(draft: &Draft, codec: &Codec<'_>) -> Result<Self, CodecError> {
        let ground = draft.ground.as_ref().map(|ground| GroundShape::of(ground, codec));
        Ok(Self {
            account: draft.account.to_string(),
            contact: draft.contact.map(|id| id.to_string()),
            subject: draft.subject.as_ref().map(ToString::to_string),
            acceptance: draft.acceptance.as_ref().map(ToString::to_string),
            wished: draft.wished.as_ref().map(DueShape::of),
            due: draft.due.as_ref().map(DueShape::of),
            strictness: draft.strictness.map(|s| s.code().to_owned()),
            promisor: draft.promisor.map(|id| id.to_string()),
            owner: draft.owner.map(|id| id.to_string()),
            consideration: draft.consideration.as_ref().map(ConsiderationShape::of),
            remedy: draft.remedy.as_ref().map(RemedyChoiceShape::of),
            ground: ground.transpose()?,
            on_time_days_early: draft.on_time.days_early,
        })
    }

    pub(super) fn read(self, codec: &Codec<'_>) -> Result<Draft, Wrong> {
        let strictness = self.strictness.map(|code| coded!(Strictness, "strictness", &code));
        Ok(Draft {
            account: parsed("account", &self.account)?,
            contact: self.contact.map(|id| parsed("contact", &id)).transpose()?,
            subject: self.subject.map(|text| line("subject", &text)).transpose()?,
            acceptance: self.acceptance.map(|text| line("acceptance", &text)).transpose()?,
            wished: self.wished.map(DueShape::read).transpose()?,
            due: self.due.map(DueShape::read).transpose()?,
            strictness: strictness.transpose()?,
            promisor: self.promisor.map(|id| parsed("promisor", &id)).transpose()?,
            owner: self.owner.map(|id| parsed("owner", &id)).transpose()?,
            consideration: self.consideration.map(ConsiderationShape::read).transpose()?,
            remedy: self.remedy.map(RemedyChoiceShape::read).transpose()?,
            ground: self.ground.map(|shape| shape.read(codec)).transpose()?,
            on_time: OnTimeWindow { days_early: self.on_time_days_early },
        })
    }

    pub(super) fn read_terms(self, codec: &Codec<'_>) -> Result<Terms, Wrong> {
        self.read(codec)?.complete().map_err(|gaps| {
            let names: Vec<&str> = gaps.iter().map(|gap| gap.field()).collect();
            Wrong(format!("offered terms miss {}", names.join(", ")))
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RenegotiationShape {
    by: String,
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DueShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<Sealed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ground: Option<GroundShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consequence_of: Option<LatenessShape>,
}

/// Business days of lateness of a counter-promise.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LatenessShape {
    pub(super) counter_promise: String,
    pub(super) days: i32,
}

impl RenegotiationShape {
    pub(super) fn of(of: &Renegotiation, codec: &Codec<'_>) -> Result<Self, CodecError> {
        let words = of.words.as_ref().map(|words| codec.seal_words(words, false));
        let ground = of.ground.as_ref().map(|ground| GroundShape::of(ground, codec));
        Ok(Self {
            by: of.by.code().to_owned(),
            at: of.at,
            due: of.change.due.as_ref().map(DueShape::of),
            subject: of.change.subject.as_ref().map(ToString::to_string),
            reason: of.reason.code().to_owned(),
            words: words.transpose()?,
            ground: ground.transpose()?,
            consequence_of: of
                .consequence_of
                .map(|(id, days)| LatenessShape { counter_promise: id.to_string(), days }),
        })
    }

    pub(super) fn read(self, codec: &Codec<'_>) -> Result<Renegotiation, Wrong> {
        let lateness = self
            .consequence_of
            .map(|shape| Ok((parsed("counter_promise", &shape.counter_promise)?, shape.days)));
        Ok(Renegotiation {
            by: coded!(Side, "by", &self.by)?,
            at: self.at,
            change: Change {
                due: self.due.map(DueShape::read).transpose()?,
                subject: self.subject.map(|text| line("subject", &text)).transpose()?,
            },
            reason: coded!(Reason, "reason", &self.reason)?,
            words: self.words.map(|sealed| codec.open_words(&sealed)).transpose()?,
            ground: self.ground.map(|shape| shape.read(codec)).transpose()?,
            consequence_of: lateness.transpose()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JudgementShape {
    due: DueShape,
    timing: String,
    slack_days: i32,
}

impl JudgementShape {
    fn of(judgement: &Judgement) -> Self {
        Self {
            due: DueShape::of(&judgement.due),
            timing: judgement.timing.code().to_owned(),
            slack_days: judgement.slack_days,
        }
    }

    fn read(self) -> Result<Judgement, Wrong> {
        Ok(Judgement {
            due: self.due.read()?,
            timing: coded!(Timing, "timing", &self.timing)?,
            slack_days: self.slack_days,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlementShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    delivered: Option<DeliveredShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    broken: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeliveredShape {
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    against_first: Option<JudgementShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    against_last: Option<JudgementShape>,
    measure: String,
    confirmed_by: String,
}

impl SettlementShape {
    pub(super) fn of(settlement: &Settlement) -> Self {
        match settlement {
            Settlement::Broken { reason } => {
                Self { delivered: None, broken: Some(reason.code().to_owned()) }
            }
            Settlement::Delivered { at, against_first, against_last, measure, confirmed_by } => {
                let delivered = Some(DeliveredShape {
                    at: *at,
                    against_first: against_first.as_ref().map(JudgementShape::of),
                    against_last: against_last.as_ref().map(JudgementShape::of),
                    measure: measure.code().to_owned(),
                    confirmed_by: confirmed_by.code().to_owned(),
                });
                Self { delivered, broken: None }
            }
        }
    }

    pub(super) fn read(self) -> Result<Settlement, Wrong> {
        if let Some(reason) = self.broken {
            return Ok(Settlement::Broken { reason: coded!(Reason, "broken", &reason)? });
        }
        let shape = self.delivered.ok_or_else(|| Wrong("settlement has no outcome".to_owned()))?;
        Ok(Settlement::Delivered {
            at: shape.at,
            against_first: shape.against_first.map(JudgementShape::read).transpose()?,
            against_last: shape.against_last.map(JudgementShape::read).transpose()?,
            measure: coded!(Measure, "measure", &shape.measure)?,
            confirmed_by: coded!(Confirmation, "confirmed_by", &shape.confirmed_by)?,
        })
    }
}

/// Reads a line that was checked when it was written.
pub(super) fn line(field: &str, text: &str) -> Result<Line, Wrong> {
    Line::new(text).map_err(|_| wrong(field, text))
}
