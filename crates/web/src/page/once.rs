//! What is shown once: a link, a token, recovery codes.

use askama::Template;
use axum::response::Response;

use super::render;
use crate::failure::Failure;
use crate::frame::{Frame, Place};
use crate::reader::Reader;

#[derive(Template)]
#[template(path = "once.html")]
struct Page {
    f: Frame,
    once: Once,
}

/// What is shown once.
pub(crate) struct Once {
    pub(crate) heading: String,
    pub(crate) said: String,
    pub(crate) secrets: Vec<String>,
    /// Where it goes on.
    pub(crate) back: &'static str,
}

/// The page; nothing keeps it, not even the browser.
pub(crate) fn once(reader: &Reader, once: Once) -> Result<Response, Failure> {
    render(&Page { f: Frame::of(reader, &once.heading, Place::Elsewhere), once })
}
