//! What programs send: JSON that is held against its shape before anything else is done, and queries likewise.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use super::problem::{Fault, Field, Kind, Problem};
use crate::app::App;

/// Bodies of JSON up to this size are taken.
pub(crate) const MOST_JSON_BYTES: usize = 256 * 1024;

/// Refuses a body that does not say it is JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence == "application/json" {
        return Ok(());
    }
    let given = if kind.is_empty() { Value::Null } else { Value::from(kind) };
    Err(Problem::of_field(Kind::ContentType, Field::of("Content-Type", given, "application/json")))
}

/// Takes a body whole.
pub(crate) async fn whole(body: Body, most: usize) -> Result<Bytes, Problem> {
    axum::body::to_bytes(body, most).await.map_err(|_| too_large(most))
}

/// What is said of a body that is too large.
pub(crate) fn too_large(most: usize) -> Problem {
    Problem::new(Kind::TooLarge, format!("the body is larger than {most} bytes"))
}

/// Reads JSON into its shape; what does not fit is named by its place.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize::<_, T>(&mut json);
    let value = read.map_err(|error| misfit(bytes, &error))?;
    json.end().map_err(|error| Problem::new(Kind::NotJson, error.to_string()))?;
    Ok(value)
}

/// JSON that is sent only to be looked at: nothing is done that a key would keep from being done twice.
#[derive(Debug)]
pub(crate) struct Read<B>(pub(crate) B);

impl<B: DeserializeOwned> FromRequest<App> for Read<B> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &App) -> Result<Self, Fault> {
        let (parts, body) = request.into_parts();
        is_json(&parts.headers)?;
        Ok(Self(read(&whole(body, MOST_JSON_BYTES).await?)?))
    }
}

fn misfit(bytes: &[u8], error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let inner = error.inner();
    match inner.classify() {
        Category::Syntax | Category::Eof | Category::Io => {
            Problem::new(Kind::NotJson, inner.to_string())
        }
        Category::Data => {
            let said = inner.to_string();
            // The place in the text says less than the place in the shape.
            let said = said.split(" at line ").next().unwrap_or(&said);
            Problem::of_field(Kind::Input, field(bytes, &error.path().to_string(), said))
        }
    }
}

/// The field that does not fit, from what the reader of JSON says of it.
fn field(bytes: &[u8], path: &str, said: &str) -> Field {
    let path = if path == "." { "" } else { path };
    let inside = |name: &str| {
        if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
    };
    let quoted = || said.split('`').nth(1).unwrap_or_default();
    if said.starts_with("missing field") {
        return Field::of(inside(quoted()), Value::Null, "to be there");
    }
    let wanted = said.split_once("expected ").map_or(said, |(_, wanted)| wanted);
    let wanted = plainly(wanted.strip_prefix("wanted ").unwrap_or(wanted));
    if said.starts_with("unknown field") {
        // The reader is at the unknown field already, or at the shape around it.
        let name = quoted();
        let at = if path == name || path.ends_with(&format!(".{name}")) {
            path.to_owned()
        } else {
            inside(name)
        };
        return Field::of(at.clone(), at_path(bytes, &at), format!("no such field; {wanted}"));
    }
    if said.starts_with("duplicate field") {
        return Field::of(inside(quoted()), at_path(bytes, path), "each field once");
    }
    let place = if path.is_empty() { "the body" } else { path };
    Field::of(place, at_path(bytes, path), wanted)
}

/// What is wanted, in the words of JSON instead of those of the program.
fn plainly(wanted: &str) -> &str {
    match wanted {
        "newtype variant" | "struct variant" => "an object",
        "unit variant" => "a text",
        "a sequence" => "a list",
        "u32" | "i64" => "a whole number without a point, neither too small nor too large",
        wanted if wanted.starts_with("struct ") => "an object",
        wanted if wanted.starts_with("enum ") => "a text, or an object with one field",
        wanted => wanted,
    }
}

/// What stands at a place such as `a.b[0].c`; nothing long.
fn at_path(bytes: &[u8], path: &str) -> Value {
    const LONGEST: usize = 200;
    let pointer: String =
        path.replace('[', ".").replace(']', "").split('.').fold(String::new(), |pointer, part| {
            if part.is_empty() { pointer } else { format!("{pointer}/{part}") }
        });
    let body: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let given = body.pointer(&pointer).cloned().unwrap_or_default();
    match given.to_string() {
        long if long.len() > LONGEST => {
            Value::from(long.chars().take(LONGEST).chain("…".chars()).collect::<String>())
        }
        _ => given,
    }
}

/// What stands in the place of the names in an address.
#[derive(Debug)]
pub(crate) struct Named<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let names = Path::<T>::from_request_parts(parts, state).await;
        let Path(names) = names.map_err(|e| Problem::new(Kind::NoAddress, e.body_text()))?;
        Ok(Self(names))
    }
}

/// What stands behind the question mark; each name is taken once, and none may be left.
#[derive(Debug)]
pub(crate) struct Asked(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let query = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(pairs) = query.map_err(|e| Problem::new(Kind::Query, e.body_text()))?;
        // No database takes a zero in a text.
        if let Some((name, value)) = pairs.iter().find(|(_, value)| value.contains('\0')) {
            return Err(wrong(name, value, "a text without a zero in it").into());
        }
        Ok(Self(pairs))
    }
}

impl Asked {
    /// Takes what is asked under a name. Asked twice, the second one is left over and refused.
    pub(crate) fn take(&mut self, name: &str) -> Option<String> {
        let place = self.0.iter().position(|(of, _)| of == name)?;
        Some(self.0.remove(place).1)
    }

    /// Takes and reads what is asked under a name.
    pub(crate) fn read<T>(
        &mut self,
        name: &str,
        wanted: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(text) = self.take(name) else { return Ok(None) };
        match read(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(wrong(name, &text, wanted)),
        }
    }

    /// Refuses whatever was not taken.
    pub(crate) fn none_left(self) -> Result<(), Problem> {
        match self.0.first() {
            Some((name, given)) => Err(wrong(name, given, "no such name, or each name once")),
            None => Ok(()),
        }
    }
}

/// Something in the query that cannot be taken.
pub(crate) fn wrong(name: &str, given: &str, wanted: &str) -> Problem {
    Problem::of_field(Kind::Query, Field::of(name, given, wanted))
}
