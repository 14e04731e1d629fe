//! What a form sent: fields by name, as text, in the order they came.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;

use crate::failure::Failure;

/// The fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Fields without a zero in them: nobody types one, and no database takes it in a text.
    fn of_text(fields: Vec<(String, String)>) -> Result<Self, Failure> {
        let has_zero =
            fields.iter().any(|(name, value)| name.contains('\0') || value.contains('\0'));
        if has_zero { Err(Failure::Form) } else { Ok(Self(fields)) }
    }

    /// A field; an empty text when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.some(name).unwrap_or_default()
    }

    /// A field that says something.
    pub(crate) fn some(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A field as it was typed, blanks at its ends included: a password.
    pub(crate) fn verbatim(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(of, _)| of == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.some(name).is_some()
    }

    /// Puts a field in the place of what was sent.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(of, _)| of != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// A number that tells what was sent from anything else that could have been.
    pub(crate) fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    /// Every field, with what it says.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.trim()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let form = axum::Form::<Vec<(String, String)>>::from_request(request, state).await;
        let axum::Form(fields) = form.map_err(|rejection| {
            let is_too_long = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            if is_too_long { Failure::TooLong } else { Failure::Form }
        })?;
        Self::of_text(fields)
    }
}

/// A part of a form that brings files.
pub(crate) struct Part {
    /// The name of the field.
    pub(crate) field: String,
    /// What the file is called where it comes from; nothing for what is no file.
    pub(crate) file: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

/// The parts of a form that brings files, in the order they came.
pub(crate) async fn parts(mut form: Multipart) -> Result<Vec<Part>, Failure> {
    let broken = |error: MultipartError| {
        let is_too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        if is_too_large { Failure::TooLarge } else { Failure::Form }
    };
    let mut parts = Vec::new();
    while let Some(part) = form.next_field().await.map_err(broken)? {
        let field = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(broken)?.to_vec();
        parts.push(Part { field, file, bytes });
    }
    Ok(parts)
}

/// What stands behind the question mark of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked(pub(crate) Fields);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let query = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(fields) = query.map_err(|_| Failure::Form)?;
        Ok(Self(Fields::of_text(fields)?))
    }
}

/// Pairs as they stand behind the question mark of an address.
pub(crate) fn query(pairs: &[(String, String)]) -> String {
    let encode = |text: &str| {
        let mut encoded = String::new();
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    encoded.push(char::from(byte));
                }
                b' ' => encoded.push('+'),
                _ => encoded.push_str(&format!("%{byte:02X}")),
            }
        }
        encoded
    };
    let pairs = pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn blank_fields_say_nothing() {
        let fields = fields(&[("a", "  "), ("b", " x ")]);
        assert_eq!((fields.some("a"), fields.get("b"), fields.get("c")), (None, "x", ""));
        assert_eq!((fields.verbatim("a"), fields.verbatim("b")), ("  ", " x "));
    }

    #[test]
    fn addresses_keep_every_letter() {
        let pairs = [("q".to_owned(), "Björk & Såg 50%".to_owned())];
        assert_eq!(query(&pairs), "q=Bj%C3%B6rk+%26+S%C3%A5g+50%25");
    }
}
