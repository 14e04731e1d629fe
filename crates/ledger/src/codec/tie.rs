//! What a promise is tied to outside the company, as it is stored.

use ::promise::tie::{Tie, TieEvent, TiedTo};
use ::promise::{Actor, TieId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::promise::actor_value;
use super::terms::{DueShape, line};
use super::{Codec, CodecError, Wrong, data, parsed, shape, wrong};
use crate::chain::{Link, Loose};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    id: String,
    /// Absent where it is the customer who waits for the promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    third_party: Option<String>,
    what: String,
    due: DueShape,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ended {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
}

impl Codec<'_> {
    /// An event of a tie, ready to join its stream.
    pub(crate) fn write_tie(&self, id: Uuid, at: Timestamp, by: Actor, event: &TieEvent) -> Loose {
        let data = match event {
            TieEvent::Noted(tie) => data(&Noted::of(tie)),
            TieEvent::Arrived { id, at } => data(&Ended { id: id.to_string(), at: Some(*at) }),
            TieEvent::Dropped { id } => data(&Ended { id: id.to_string(), at: None }),
        };
        Loose { id, at, actor: actor_value(by), kind: event.name(), data }
    }

    /// Reads an event of a tie.
    ///
    /// # Errors
    /// [`CodecError::Unreadable`] when its shape is unknown.
    pub(crate) fn read_tie(&self, link: &Link) -> Result<TieEvent, CodecError> {
        let ended = || -> Result<(TieId, Option<Timestamp>), Wrong> {
            let ended: Ended = shape(&link.data)?;
            Ok((parsed("id", &ended.id)?, ended.at))
        };
        let read = match link.kind.as_str() {
            "noted" => shape(&link.data).and_then(Noted::read).map(TieEvent::Noted),
            "arrived" => ended().and_then(|(id, at)| {
                let at = at.ok_or_else(|| wrong("at", "nothing"))?;
                Ok(TieEvent::Arrived { id, at })
            }),
            "dropped" => ended().map(|(id, _)| TieEvent::Dropped { id }),
            other => Err(wrong("kind", other)),
        };
        read.map_err(|wrong| wrong.of(&link.kind))
    }
}

impl Noted {
    fn of(tie: &Tie) -> Self {
        let third_party = match &tie.to {
            TiedTo::ThirdParty(name) => Some(name.as_str().to_owned()),
            TiedTo::Account => None,
        };
        let (id, what) = (tie.id.to_string(), tie.what.as_str().to_owned());
        Self { id, third_party, what, due: DueShape::of(&tie.due) }
    }

    fn read(self) -> Result<Tie, Wrong> {
        let name = self.third_party.map(|name| line("third_party", &name)).transpose()?;
        Ok(Tie {
            id: parsed("id", &self.id)?,
            to: name.map_or(TiedTo::Account, TiedTo::ThirdParty),
            what: line("what", &self.what)?,
            due: self.due.read()?,
        })
    }
}
