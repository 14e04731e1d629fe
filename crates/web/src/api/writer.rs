//! Who asks, and how a write is done once: the acting member, the idempotency key, the version it was decided on.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use ledger::{Key, Outcome};
use promise::{Actor, ContactId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use service::{Caller, ServiceError};
use sha2::{Digest, Sha256};

use super::body::{MOST_JSON_BYTES, is_json, read, whole};
use super::problem::{Fault, Field, Kind, Problem};
use crate::app::App;
use crate::reader::Reader;

/// Under which key a write is done once.
pub(crate) const KEY: &str = "idempotency-key";
/// Says that the answer repeats one that was given before.
pub(crate) const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// Longer keys are refused.
const MOST_KEY_CHARS: usize = 200;

/// The member who asks.
#[derive(Debug)]
pub(crate) struct Member(pub(crate) Reader);

impl FromRequestParts<App> for Member {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        Ok(Self(Reader::from_request_parts(parts, app).await?))
    }
}

/// The version that a write was decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// Whichever it is.
    Any,
    /// This one.
    Version(u32),
}

/// Whoever writes, with everything that makes a write one.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) reader: Reader,
    key: String,
    /// The version, when one was named.
    version: Option<Match>,
    fingerprint: Sha256,
}

impl Writer {
    /// Reads the headers; what was sent besides is still to be [noted](Self::note).
    pub(crate) async fn of(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let Member(reader) = Member::from_request_parts(parts, app).await?;
        let key = key(&parts.headers)?;
        let version = parts.headers.get(IF_MATCH).map(version).transpose()?;
        let mut writer = Self { reader, key, version, fingerprint: Sha256::new() };
        let asked = parts.uri.path_and_query().map_or("", |asked| asked.as_str());
        let member = writer.reader.member.to_string();
        let version = format!("{version:?}");
        for part in [parts.method.as_str(), asked, &member, &version] {
            writer.note(part.as_bytes());
        }
        Ok(writer)
    }

    /// Takes a part of what was sent into what tells this request from any other.
    pub(crate) fn note(&mut self, part: &[u8]) {
        // The length keeps neighbouring parts apart.
        self.fingerprint.update(part.len().to_le_bytes());
        self.fingerprint.update(part);
    }

    /// The member as a caller, under the key.
    pub(crate) fn caller(&self) -> Caller {
        let key = format!("api {}", self.key);
        self.reader.app.caller(self.reader.whose, Actor::Member(self.reader.member), Some(key))
    }

    /// A contact as a caller, whose words the member writes down.
    pub(crate) fn caller_for(&self, contact: ContactId) -> Caller {
        let by = Actor::Contact { contact, through: Some(self.reader.member) };
        Caller { by, ..self.caller() }
    }

    /// The version that was named; refuses a write without one.
    pub(crate) fn version(&self) -> Result<Option<u32>, Problem> {
        match self.version {
            Some(Match::Any) => Ok(None),
            Some(Match::Version(version)) => Ok(Some(version)),
            None => {
                let wanted = "the ETag of the promise as it was read, such as \"3\", or *";
                let field = Field::of("If-Match", Value::Null, wanted);
                Err(Problem::of_field(Kind::MatchRequired, field))
            }
        }
    }

    /// Does something once under the key: what is to be answered, and whether it was done now.
    pub(crate) async fn once<T: Serialize>(
        &self,
        make: impl AsyncFnOnce() -> Result<T, Fault>,
    ) -> Result<(Value, bool), Fault> {
        let before = self.answered().await?;
        let is_new = before.is_none();
        let answer = match before {
            Some(answer) => answer,
            None => {
                let made = serde_json::to_value(make().await?).unwrap_or_default();
                self.keep(&made.to_string()).await?
            }
        };
        Ok((serde_json::from_str(&answer).unwrap_or_default(), is_new))
    }

    /// What was answered when the same was asked under this key before.
    pub(crate) async fn answered(&self) -> Result<Option<String>, Fault> {
        let app = &self.reader.app;
        let (ledger, key) = (app.service().ledger(), self.kept(""));
        Ok(ledger
            .recall(self.reader.whose, &key.key, &key.fingerprint)
            .await
            .map_err(ServiceError::from)?)
    }

    /// Keeps an answer; gives back the one that is to be given.
    pub(crate) async fn keep(&self, answer: &str) -> Result<String, Fault> {
        let app = &self.reader.app;
        let batch = app.service().ledger().batch(self.reader.whose);
        let outcome =
            batch.commit(&self.kept(answer), app.now()).await.map_err(ServiceError::from)?;
        Ok(match outcome {
            Outcome::Done => answer.to_owned(),
            Outcome::DoneBefore(before) => before,
        })
    }

    fn kept(&self, answer: &str) -> Key {
        let digest = self.fingerprint.clone().finalize();
        let fingerprint = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Key { key: format!("api answer {}", self.key), fingerprint, answer: answer.to_owned() }
    }
}

/// A write with its body of JSON.
#[derive(Debug)]
pub(crate) struct Write<B> {
    pub(crate) writer: Writer,
    pub(crate) body: B,
}

impl<B: DeserializeOwned> FromRequest<App> for Write<B> {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let mut writer = Writer::of(&mut parts, app).await?;
        is_json(&parts.headers)?;
        let bytes = whole(body, MOST_JSON_BYTES).await?;
        writer.note(&bytes);
        let body = read(&bytes)?;
        Ok(Self { writer, body })
    }
}

fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let wanted = "up to 200 visible characters of ASCII that no other request has";
    let Some(given) = headers.get(KEY) else {
        let field = Field::of("Idempotency-Key", Value::Null, wanted);
        return Err(Problem::of_field(Kind::KeyRequired, field));
    };
    let text = given.to_str().unwrap_or_default().trim();
    let fits = (1..=MOST_KEY_CHARS).contains(&text.len());
    if fits && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(text.to_owned());
    }
    let given: String = text.chars().take(MOST_KEY_CHARS).collect();
    let field = Field::of("Idempotency-Key", given, wanted);
    Err(Problem::of_field(Kind::Header, field))
}

fn version(given: &HeaderValue) -> Result<Match, Problem> {
    let text = given.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(Match::Any);
    }
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let digits = quoted.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let version = digits.and_then(|digits| digits.parse().ok());
    version.map(Match::Version).ok_or_else(|| {
        let given = String::from_utf8_lossy(given.as_bytes()).into_owned();
        let wanted = "one ETag of the promise, such as \"3\" with its quotes, or *";
        Problem::of_field(Kind::Header, Field::of("If-Match", given, wanted))
    })
}
