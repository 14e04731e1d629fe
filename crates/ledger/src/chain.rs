//! The chain: each event holds the hash of the one before it in its stream, so nothing can be changed unseen.
//!
//! What is hashed is the event as canonical JSON (RFC 8785): an object with its fields in the order of their names,
//! without blanks. Events hold texts, whole numbers, lists and objects only, for which `serde_json` with sorted keys
//! writes exactly that form.

use std::fmt;

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use promise::{AccountId, CapabilityId, ClaimId, OrganisationId, PromiseId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What an event belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    /// The organisation itself: its people, teams, calendars, policy.
    Organisation,
    /// A customer and its contacts.
    Account(AccountId),
    /// A promise.
    Promise(PromiseId),
    /// The work a promise rests on; ours alone.
    Work(PromiseId),
    /// What a promise is tied to outside the company; ours alone.
    Ties(PromiseId),
    /// Something the product or service does.
    Capability(CapabilityId),
    /// A public statement that rests on a capability.
    Claim(ClaimId),
    /// What was imported from a source.
    Import(String),
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organisation => f.write_str("organisation"),
            Self::Account(id) => write!(f, "account:{id}"),
            Self::Promise(id) => write!(f, "promise:{id}"),
            Self::Work(id) => write!(f, "work:{id}"),
            Self::Ties(id) => write!(f, "ties:{id}"),
            Self::Capability(id) => write!(f, "capability:{id}"),
            Self::Claim(id) => write!(f, "claim:{id}"),
            Self::Import(source) => write!(f, "import:{source}"),
        }
    }
}

impl Stream {
    /// Finds the stream of a name.
    pub fn named(name: &str) -> Option<Self> {
        if name == "organisation" {
            return Some(Self::Organisation);
        }
        match name.split_once(':')? {
            ("account", id) => id.parse().ok().map(Self::Account),
            ("promise", id) => id.parse().ok().map(Self::Promise),
            ("work", id) => id.parse().ok().map(Self::Work),
            ("ties", id) => id.parse().ok().map(Self::Ties),
            ("capability", id) => id.parse().ok().map(Self::Capability),
            ("claim", id) => id.parse().ok().map(Self::Claim),
            ("import", source) => Some(Self::Import(source.to_owned())),
            _ => None,
        }
    }
}

/// The hash before the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// An event as it is stored and sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Who caused it.
    pub actor: Value,
    /// When; UTC, to the microsecond.
    pub at: Timestamp,
    /// What happened, with the version of its shape.
    pub data: Value,
    /// The SHA-256 of all the rest, in hexadecimal.
    pub hash: String,
    /// Its own id.
    pub id: String,
    /// What kind of thing happened.
    pub kind: String,
    /// Whose ledger it is in.
    pub organisation: String,
    /// The hash of the event before it, or 64 zeros.
    pub previous: String,
    /// What it belongs to.
    pub stream: String,
    /// Counted up from 1 within the stream.
    pub version: u32,
}

/// Where a stream ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many events it has.
    pub version: u32,
    /// The hash of the last one, or 64 zeros.
    pub hash: String,
}

impl Default for Head {
    fn default() -> Self {
        Self { version: 0, hash: GENESIS.to_owned() }
    }
}

/// An event that is not yet in a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// Its own id.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who caused it.
    pub actor: Value,
    /// What kind of thing happened.
    pub kind: &'static str,
    /// What happened.
    pub data: Value,
}

impl Link {
    /// Joins an event to the end of a stream.
    pub(crate) fn join(
        organisation: OrganisationId,
        stream: &Stream,
        head: &Head,
        event: Loose,
    ) -> Self {
        let nanos = event.at.subsec_nanosecond() % 1000;
        assert!(nanos == 0, "an event's instant is finer than the microsecond that is stored");
        let mut link = Self {
            actor: event.actor,
            at: event.at,
            data: event.data,
            hash: String::new(),
            id: event.id.hyphenated().to_string(),
            kind: event.kind.to_owned(),
            organisation: organisation.to_string(),
            previous: head.hash.clone(),
            stream: stream.to_string(),
            version: head.version + 1,
        };
        link.hash = link.computed_hash();
        link
    }

    /// The hash that belongs to what the event says.
    pub fn computed_hash(&self) -> String {
        let whole = serde_json::json!({
            "actor": self.actor,
            "at": self.at.to_string(),
            "data": self.data,
            "id": self.id,
            "kind": self.kind,
            "organisation": self.organisation,
            "previous": self.previous,
            "stream": self.stream,
            "version": self.version,
        });
        HEXLOWER.encode(&Sha256::digest(canonical(&whole).as_bytes()))
    }
}

/// Why a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BrokenChain {
    /// An event says something else than its hash.
    #[error("event {version} of {stream} was changed: its hash does not match what it says")]
    Changed {
        /// Which stream.
        stream: String,
        /// Which event.
        version: u32,
    },
    /// An event does not follow on the one before it.
    #[error("event {version} of {stream} does not follow on the one before it")]
    Gap {
        /// Which stream.
        stream: String,
        /// Which event.
        version: u32,
    },
}

/// Checks a whole stream, from its first event on.
///
/// # Errors
/// [`BrokenChain`] naming the first event that does not hold.
pub fn check(links: &[Link]) -> Result<(), BrokenChain> {
    let mut head = Head::default();
    let stream = links.first().map(|link| link.stream.clone()).unwrap_or_default();
    for link in links {
        let broken = || (link.stream.clone(), link.version);
        if link.computed_hash() != link.hash {
            let (stream, version) = broken();
            return Err(BrokenChain::Changed { stream, version });
        }
        if link.version != head.version + 1 || link.previous != head.hash || link.stream != stream {
            let (stream, version) = broken();
            return Err(BrokenChain::Gap { stream, version });
        }
        head = Head { version: link.version, hash: link.hash.clone() };
    }
    Ok(())
}

/// Canonical JSON (RFC 8785) of a value without fractions.
///
/// # Panics
/// When the value holds a fraction: events count in whole numbers, so that every language writes them alike.
pub fn canonical(value: &Value) -> String {
    assert!(is_plain(value), "an event holds a fraction: {value}");
    // serde_json keeps objects sorted by key and writes no blanks; its escapes are those of RFC 8785.
    value.to_string()
}

fn is_plain(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_i64() || number.is_u64(),
        Value::Array(items) => items.iter().all(is_plain),
        Value::Object(fields) => fields.values().all(is_plain),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Vec<Link> {
        let organisation = OrganisationId::new(Uuid::from_u128(1));
        let stream = Stream::Promise(PromiseId::new(Uuid::from_u128(2)));
        let mut head = Head::default();
        let mut links = Vec::new();
        for number in 0..3_u128 {
            let event = Loose {
                id: Uuid::from_u128(10 + number),
                at: Timestamp::UNIX_EPOCH,
                actor: serde_json::json!({ "rule": "time" }),
                kind: "lapsed",
                data: serde_json::json!({ "v": 1, "b": "å\u{7f}\"\n", "a": [1, null] }),
            };
            let link = Link::join(organisation, &stream, &head, event);
            head = Head { version: link.version, hash: link.hash.clone() };
            links.push(link);
        }
        links
    }

    #[test]
    fn canonical_json_is_sorted_without_blanks() {
        let value = serde_json::json!({ "b": 1, "a": { "z": "å\u{8}\u{1f}/", "y": [true, null] } });
        assert_eq!(canonical(&value), r#"{"a":{"y":[true,null],"z":"å\b\u001f/"},"b":1}"#);
    }

    #[test]
    fn a_whole_chain_holds() {
        assert_eq!(check(&chain()), Ok(()));
        assert_eq!(check(&[]), Ok(()));
    }

    #[test]
    fn every_change_is_seen() {
        let changes: [fn(&mut Link); 6] = [
            |l| l.data["a"] = serde_json::json!([2, null]),
            |l| l.actor = serde_json::json!({ "rule": "forecast" }),
            |l| l.at = Timestamp::MAX,
            |l| l.kind = "accepted".to_owned(),
            |l| l.id = Uuid::nil().to_string(),
            |l| l.organisation = "another".to_owned(),
        ];
        for change in changes {
            let mut links = chain();
            change(&mut links[1]);
            assert!(matches!(check(&links), Err(BrokenChain::Changed { version: 2, .. })));
            // Mending the hash breaks the link to the next one.
            links[1].hash = links[1].computed_hash();
            assert!(matches!(check(&links), Err(BrokenChain::Gap { version: 3, .. })));
        }
    }

    #[test]
    fn missing_and_moved_events_are_seen() {
        let mut links = chain();
        links.remove(0);
        assert!(matches!(check(&links), Err(BrokenChain::Gap { version: 2, .. })));
        let mut links = chain();
        links.swap(1, 2);
        assert!(matches!(check(&links), Err(BrokenChain::Gap { version: 3, .. })));
    }

    #[test]
    fn streams_are_read_by_name() {
        for stream in [
            Stream::Organisation,
            Stream::Account(AccountId::new(Uuid::from_u128(1))),
            Stream::Work(PromiseId::new(Uuid::from_u128(1))),
            Stream::Ties(PromiseId::new(Uuid::from_u128(1))),
            Stream::Capability(CapabilityId::new(Uuid::from_u128(1))),
            Stream::Claim(ClaimId::new(Uuid::from_u128(1))),
            Stream::Import("jira: cloud".to_owned()),
        ] {
            assert_eq!(Stream::named(&stream.to_string()), Some(stream));
        }
        for name in ["", "promise", "promise:7", "other:1"] {
            assert_eq!(Stream::named(name), None, "{name:?}");
        }
    }
}
