//! Between events as the rules know them and events as they are stored and sent.
//!
//! Stored shapes are structs of their own, so that a change of the rules does not change what was written. Each
//! event's data carries the version `v` of its shape; what was written as version 1 is read as version 1 for ever.
//! A person's own data is sealed here on the way in and opened on the way out.

pub mod calendar;
pub(crate) mod capability;
mod costs;
mod party;
mod promise;
mod terms;
mod tie;
mod work;

use ::promise::{OrganisationId, Person, Words};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::entropy::Entropy;
use crate::facts::Seen;
use crate::seal::{Sealed, Vault, person_of, person_text};

pub use work::{arranged_json, planned_json, read_arranged};

/// The version of the shapes written today.
const SHAPE: u32 = 1;

/// Why an event cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// The person whose words these are has no key: it was destroyed, or never made.
    #[error("{person} has no key, so nothing of theirs can be written")]
    NoKey {
        /// Who.
        person: String,
    },
    /// A stored event is not of a shape this program knows.
    #[error("a stored {kind} event cannot be read: {reason}")]
    Unreadable {
        /// What kind of event.
        kind: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// Writes and reads the events of one organisation.
#[derive(Debug, Clone, Copy)]
pub struct Codec<'a> {
    /// Whose events these are.
    pub organisation: OrganisationId,
    /// The keys of its persons.
    pub vault: &'a Vault,
    /// Where salts and nonces come from.
    pub entropy: &'a Entropy,
}

impl Codec<'_> {
    fn seal(&self, person: Person, text: &str, internal: bool) -> Result<Sealed, CodecError> {
        let sealed = self.vault.seal(self.organisation, person, text, internal, self.entropy);
        sealed.ok_or_else(|| CodecError::NoKey { person: person_text(person) })
    }

    fn seal_words(&self, words: &Words, internal: bool) -> Result<Sealed, CodecError> {
        self.seal(words.speaker(), words.as_str(), internal)
    }

    /// The text; empty when it was erased.
    fn open(&self, sealed: &Sealed) -> String {
        self.vault.open(self.organisation, sealed).map(|opening| opening.text).unwrap_or_default()
    }

    fn open_words(&self, sealed: &Sealed) -> Result<Words, Wrong> {
        let speaker = person_of(&sealed.person).ok_or_else(|| wrong("person", &sealed.person))?;
        let text = self.open(sealed);
        Ok(Words::new(speaker, &text).unwrap_or_else(|_| Words::erased(speaker)))
    }
}

/// What is wrong with a stored value.
#[derive(Debug)]
struct Wrong(String);

fn wrong(field: &str, given: &str) -> Wrong {
    Wrong(format!("{field} is {given:?}"))
}

impl Wrong {
    fn of(self, kind: &str) -> CodecError {
        CodecError::Unreadable { kind: kind.to_owned(), reason: self.0 }
    }
}

/// Data of today's shape.
fn data(shape: &impl Serialize) -> Value {
    let mut value = serde_json::to_value(shape).expect("shapes hold nothing that JSON cannot");
    if let Value::Object(fields) = &mut value {
        fields.insert("v".to_owned(), SHAPE.into());
    }
    value
}

/// Reads data of a known shape.
fn shape<T: DeserializeOwned>(value: &Value) -> Result<T, Wrong> {
    let Value::Object(fields) = value else { return Err(Wrong("it is no object".to_owned())) };
    let mut fields = fields.clone();
    match fields.remove("v").and_then(|v| v.as_u64()) {
        Some(1) => {}
        Some(later) => return Err(Wrong(format!("its shape is of version {later}"))),
        None => return Err(Wrong("its shape has no version".to_owned())),
    }
    serde_json::from_value(Value::Object(fields)).map_err(|e| Wrong(e.to_string()))
}

/// An empty shape: the event says all by its kind.
#[derive(Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Reads a code of a closed set.
macro_rules! coded {
    ($set:ty, $field:literal, $code:expr) => {
        <$set>::of_code($code).ok_or_else(|| $crate::codec::wrong($field, $code))
    };
}
use coded;

/// What is seen of a promise's finish, as it is stored.
pub(crate) fn seen_json(seen: &Seen) -> Value {
    match seen {
        Seen::Forecast(stamp) => stamp_json(stamp),
        Seen::CannotForecast => data(&Nothing {}),
    }
}

/// A forecast as it is stored.
pub fn stamp_json(stamp: &::promise::health::ForecastStamp) -> Value {
    data(&terms::ForecastShape::of(stamp))
}

/// Reads a forecast that was stored.
///
/// # Errors
/// [`CodecError::Unreadable`] when it has another form.
pub fn read_stamp(value: &Value) -> Result<::promise::health::ForecastStamp, CodecError> {
    let read = || shape::<terms::ForecastShape>(value)?.read();
    read().map_err(|wrong: Wrong| wrong.of("forecast"))
}

/// Reads what was seen of a promise's finish.
pub(crate) fn read_seen(text: &str) -> Result<Seen, CodecError> {
    let read = || {
        let value: Value = serde_json::from_str(text).map_err(|e| Wrong(e.to_string()))?;
        if value.get("id").is_none() {
            return Ok(Seen::CannotForecast);
        }
        shape::<terms::ForecastShape>(&value)?.read().map(Seen::Forecast)
    };
    read().map_err(|wrong: Wrong| wrong.of("forecast"))
}

/// Reads an id or another value with a text form.
fn parsed<T: std::str::FromStr>(field: &str, text: &str) -> Result<T, Wrong> {
    text.parse().map_err(|_| wrong(field, text))
}
