//! The work behind a promise, as it is stored. What was arranged about it came later: where it is absent, nothing was.

use std::num::NonZeroU32;

use ::promise::Actor;
use ::promise::money::Currency;
use ::promise::party::{Arranged, NewWork, Overtime, OwnLoss, Work, WorkEvent, WorkLink};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::promise::actor_value;
use super::{Codec, CodecError, Wrong, coded, data, parsed, shape, wrong};
use crate::chain::{Link, Loose};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    new: Vec<NewWorkShape>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    records: Vec<WorkLinkShape>,
    first: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    after: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    arranged: Option<ArrangedShape>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewWorkShape {
    team: String,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    estimate_minutes: Option<u32>,
    pieces: NonZeroU32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkLinkShape {
    source: String,
    id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArrangedShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(default, skip_serializing_if = "is_no")]
    hired: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    overtime: Vec<OvertimeShape>,
    #[serde(default, skip_serializing_if = "is_no")]
    movable: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    loss: Option<LossShape>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OvertimeShape {
    team: String,
    minutes_a_week: u32,
    from: Timestamp,
    until: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LossShape {
    currency: String,
    per_day_minor: i64,
    per_breach_minor: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_no(flag: &bool) -> bool {
    !*flag
}

impl Codec<'_> {
    /// An event of the work behind a promise, ready to join its stream.
    pub fn write_work(&self, id: Uuid, at: Timestamp, by: Actor, event: &WorkEvent) -> Loose {
        let WorkEvent::Planned(work) = event;
        Loose { id, at, actor: actor_value(by), kind: event.name(), data: planned_json(work) }
    }

    /// Reads an event of the work behind a promise.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub fn read_work(&self, link: &Link) -> Result<WorkEvent, CodecError> {
        match link.kind.as_str() {
            "planned" => self.read_planned(&link.data).map(WorkEvent::Planned),
            other => Err(wrong("kind", other).of(other)),
        }
    }

    /// Reads the work that an event planned.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub fn read_planned(&self, data: &Value) -> Result<Work, CodecError> {
        let planned: Result<Planned, Wrong> = shape(data);
        planned.and_then(Planned::read).map_err(|wrong| wrong.of("planned"))
    }
}

/// Work as an event plans it.
pub fn planned_json(work: &Work) -> Value {
    data(&Planned::of(work))
}

/// What was arranged about work, as it is kept outside events too.
pub fn arranged_json(arranged: &Arranged) -> Value {
    serde_json::to_value(ArrangedShape::of(arranged)).unwrap_or_default()
}

/// Reads what [`arranged_json`] wrote.
///
/// # Errors
/// [`CodecError::Unreadable`] when its shape is unknown.
pub fn read_arranged(value: &Value) -> Result<Arranged, CodecError> {
    let shape = ArrangedShape::deserialize(value).map_err(|error| Wrong(error.to_string()));
    shape.and_then(ArrangedShape::read).map_err(|wrong| wrong.of("arranged"))
}

impl Planned {
    fn of(work: &Work) -> Self {
        let records = work.records.iter();
        let records =
            records.map(|link| WorkLinkShape { source: link.source.clone(), id: link.id.clone() });
        let is_plain = work.arranged == Arranged::default();
        Self {
            new: work.new.iter().map(NewWorkShape::of).collect(),
            records: records.collect(),
            first: work.first,
            after: work.after.iter().map(ToString::to_string).collect(),
            arranged: (!is_plain).then(|| ArrangedShape::of(&work.arranged)),
        }
    }

    fn read(self) -> Result<Work, Wrong> {
        let after = self.after.iter().map(|id| parsed("after", id));
        let records = self.records.into_iter();
        let records = records.map(|link| WorkLink { source: link.source, id: link.id });
        Ok(Work {
            new: self.new.into_iter().map(NewWorkShape::read).collect(),
            records: records.collect(),
            first: self.first,
            after: after.collect::<Result<_, _>>()?,
            arranged: self.arranged.map(ArrangedShape::read).transpose()?.unwrap_or_default(),
        })
    }
}

impl NewWorkShape {
    fn of(work: &NewWork) -> Self {
        Self {
            team: work.team.clone(),
            kind: work.kind.clone(),
            estimate_minutes: work.estimate_minutes,
            pieces: work.pieces,
        }
    }

    fn read(self) -> NewWork {
        let Self { team, kind, estimate_minutes, pieces } = self;
        NewWork { team, kind, estimate_minutes, pieces }
    }
}

impl ArrangedShape {
    fn of(arranged: &Arranged) -> Self {
        let overtime = arranged.overtime.iter().map(|of| OvertimeShape {
            team: of.team.clone(),
            minutes_a_week: of.minutes_a_week,
            from: of.from,
            until: of.until,
        });
        Self {
            before: arranged.before.map(|id| id.to_string()),
            hired: arranged.hired,
            overtime: overtime.collect(),
            movable: arranged.movable,
            loss: arranged.loss.map(|loss| LossShape {
                currency: loss.currency.code().to_owned(),
                per_day_minor: loss.per_day,
                per_breach_minor: loss.per_breach,
            }),
        }
    }

    fn read(self) -> Result<Arranged, Wrong> {
        let overtime = self.overtime.into_iter().map(|of| {
            let OvertimeShape { team, minutes_a_week, from, until } = of;
            Overtime { team, minutes_a_week, from, until }
        });
        let loss = self.loss.map(|loss| {
            let currency = coded!(Currency, "currency", &loss.currency)?;
            let (per_day, per_breach) = (loss.per_day_minor, loss.per_breach_minor);
            Ok::<_, Wrong>(OwnLoss { currency, per_day, per_breach })
        });
        Ok(Arranged {
            before: self.before.map(|id| parsed("before", &id)).transpose()?,
            hired: self.hired,
            overtime: overtime.collect(),
            movable: self.movable,
            loss: loss.transpose()?,
        })
    }
}
