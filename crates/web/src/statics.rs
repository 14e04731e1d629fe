//! The files that pages ask for: one style sheet, two fonts with their licences, four small scripts.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::failure::Failure;

struct File {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

macro_rules! file {
    ($name:literal, $kind:literal) => {
        File { name: $name, kind: $kind, bytes: include_bytes!(concat!("../static/", $name)) }
    };
}

static FILES: [File; 9] = [
    file!("handslag.css", "text/css; charset=utf-8"),
    file!("keys.js", "text/javascript; charset=utf-8"),
    file!("again.js", "text/javascript; charset=utf-8"),
    file!("wish.js", "text/javascript; charset=utf-8"),
    file!("wording.js", "text/javascript; charset=utf-8"),
    file!("fonts/inter-latin-wght-normal.woff2", "font/woff2"),
    file!("fonts/source-serif-4-latin-wght-normal.woff2", "font/woff2"),
    file!("fonts/OFL-inter.txt", "text/plain; charset=utf-8"),
    file!("fonts/OFL-source-serif-4.txt", "text/plain; charset=utf-8"),
];

/// One of the files.
pub(crate) async fn file(
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let file = FILES.iter().find(|file| file.name == name).ok_or(Failure::NoPage)?;
    let tag = format!("\"{:016x}\"", fingerprint(file.bytes));
    let cached = headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let tag = HeaderValue::from_str(&tag).map_err(|_| Failure::NoPage)?;
    let keep = HeaderValue::from_static("public, max-age=600");
    if cached {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag), (CACHE_CONTROL, keep)]).into_response());
    }
    let kind = HeaderValue::from_static(file.kind);
    Ok(([(CONTENT_TYPE, kind), (ETAG, tag), (CACHE_CONTROL, keep)], file.bytes).into_response())
}

/// What tells one version of a file from another.
fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
