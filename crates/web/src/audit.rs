//! What is done and what is taken out, noted in the audit log, whichever handler answers.
//!
//! A request that may change something is noted after it was answered, with how it ended; should the note fail, what was
//! done stands, and the log of the server says that it is missing. What takes personal data out ([`EXPORTS`]) is noted
//! before, and not answered when that fails. A note names the pattern of an address and of its parts only ids and
//! numbers: secrets stand in some, and what people typed in others. Sign-ins are noted by `service::access`.

use axum::RequestExt;
use axum::extract::{MatchedPath, RawPathParams, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use ledger::audit::{Note, Way, Who};
use promise::{OrganisationId, Person};
use service::person::subject;

use crate::app::App;
use crate::failure::Failure;
use crate::reader::{Reader, Through};
use crate::request::RequestId;

/// Addresses that are read to take personal data out. Those that note it themselves, as they name what was wished, are
/// not among them.
pub(crate) const EXPORTS: [&str; 4] = [
    "/promises/{number}/receipt",
    "/c/{token}/{promise}/receipt",
    "/import/{token}/rejects",
    "/api/v1/promises/{promise}/receipt",
];

/// Addresses that texts are sent to only to be read: a text is too long for an address, and nothing changes.
pub(crate) const READINGS: [&str; 4] =
    ["/wording", "/wording/look", "/wording/file", "/api/v1/wording"];

/// The longest part of an address that is noted.
const LONGEST: usize = 40;

/// Who asks, for whom, and by which way.
struct Asker {
    whose: OrganisationId,
    who: Who,
    way: Way,
}

/// The layer that notes, within the one that lets people in.
pub(crate) async fn note(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(path) = request.extensions().get::<MatchedPath>().cloned() else {
        return next.run(request).await;
    };
    let is_export = request.method() == Method::GET && EXPORTS.contains(&path.as_str());
    let is_reading = request.method().is_safe() || READINGS.contains(&path.as_str());
    if is_reading && !is_export {
        return next.run(request).await;
    }
    let asker = match asker(&app, &mut request).await {
        Ok(Some(asker)) => asker,
        // A link that is none, or whoever comes to sign in.
        Ok(None) => return next.run(request).await,
        Err(failure) => return failure.into_response(),
    };
    let mut note = begun(&app, &asker, &path, &mut request).await;
    let service = app.service();
    if is_export {
        return match service.note(asker.whose, &note).await {
            Ok(()) => next.run(request).await,
            Err(error) => Failure::from(error).into_response(),
        };
    }
    let response = next.run(request).await;
    note.outcome = response.status().as_u16().to_string();
    // What was done is done; that its note is missing is for whoever watches over the server.
    if let Err(error) = service.note(asker.whose, &note).await {
        tracing::error!(%error, action = note.action, request = note.request, "no audit note");
    }
    response
}

/// Notes that somebody who was let in asked for what is not for them.
pub(crate) async fn refused(reader: &Reader, mut request: Request, status: StatusCode) {
    let Some(path) = request.extensions().get::<MatchedPath>().cloned() else { return };
    if request.method().is_safe() {
        return;
    }
    let (app, asker) = (&reader.app, of_reader(reader));
    let mut note = begun(app, &asker, &path, &mut request).await;
    note.outcome = status.as_u16().to_string();
    if let Err(error) = app.service().note(asker.whose, &note).await {
        tracing::error!(%error, action = note.action, request = note.request, "no audit note");
    }
}

/// Who asks: whoever was let in, or whoever holds a link of a customer.
async fn asker(app: &App, request: &mut Request) -> Result<Option<Asker>, Failure> {
    if let Some(reader) = request.extensions().get::<Reader>() {
        return Ok(Some(of_reader(reader)));
    }
    let parts = request.extract_parts::<RawPathParams>().await;
    let token = parts.ok().and_then(|parts| {
        let mut all = parts.iter();
        all.find(|(name, _)| *name == "token").map(|(_, value)| value.to_owned())
    });
    let Some(token) = token else { return Ok(None) };
    let guest = app.service().guest(&token).await?;
    Ok(guest.map(|guest| Asker {
        whose: guest.organisation,
        who: Who::Contact(guest.contact),
        way: Way::Link,
    }))
}

/// By which way a reader came.
pub(crate) fn way(reader: &Reader) -> Way {
    match &reader.through {
        Through::OpenHouse => Way::Open,
        Through::Session { id } => Way::Session(id.clone()),
        Through::Token { id, .. } => Way::Token(id.clone()),
    }
}

fn of_reader(reader: &Reader) -> Asker {
    Asker { whose: reader.whose, who: Who::Member(reader.member), way: way(reader) }
}

/// The note of a request that begins.
async fn begun(app: &App, asker: &Asker, path: &MatchedPath, request: &mut Request) -> Note {
    let at: Timestamp = app.now();
    let number = request.extensions().get::<RequestId>().map(|RequestId(id)| id.to_string());
    let parts = request.extract_parts::<RawPathParams>().await;
    let parts = parts.iter().flatten().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let parts = parts.filter_map(|(name, value)| harmless(&name, &value));
    let mut subjects: Vec<String> = parts.collect();
    if let (Who::Contact(contact), true) = (asker.who, asker.way == Way::Link) {
        subjects.push(subject(Person::Contact(contact)));
    }
    Note {
        at,
        actor: asker.who,
        via: asker.way.clone(),
        action: format!("{} {}", request.method(), path.as_str()),
        subject: subjects.join(" "),
        outcome: "begun".to_owned(),
        request: number.unwrap_or_default(),
        detail: Vec::new(),
    }
}

/// A part of an address that may stand in a note: an id, a number, a verb of ours.
fn harmless(name: &str, value: &str) -> Option<String> {
    let is_number = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit());
    let is_id = value.len() >= 16 && value.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let is_verb = name == "verb" && value.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let is_secret = matches!(name, "token" | "secret");
    let is_wanted = value.len() <= LONGEST && !is_secret && (is_number || is_id || is_verb);
    is_wanted.then(|| format!("{name}={value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_and_numbers_and_verbs_are_noted() {
        let check = |name: &str, value: &str, wanted: Option<&str>| {
            assert_eq!(harmless(name, value).as_deref(), wanted, "{name} {value}");
        };
        check("number", "214", Some("number=214"));
        check("verb", "take-back", Some("verb=take-back"));
        check(
            "id",
            "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11",
            Some("id=0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11"),
        );
        check("id", "5f0c1e2d3a4b5c6d", Some("id=5f0c1e2d3a4b5c6d"));
        check("name", "Team of Ebba", None);
        check("id", "Ebba", None);
        check("number", "", None);
        check("token", "0195d3a07c1e7c409c2e6a1f6f3b8d11", None);
        check("secret", "214", None);
        check("verb", "a-verb-that-is-longer-than-any-that-there-is", None);
        check("id", "dead\nbeef-dead-beef", None);
    }

    #[test]
    fn every_address_that_takes_something_out_is_known() {
        let addresses = crate::addresses();
        let read = || addresses.iter().filter(|address| address.method == Method::GET);
        for export in EXPORTS {
            assert!(read().any(|address| address.path == export), "{export} is no address");
        }
        for address in read() {
            let takes_out = ["receipt", "rejects"].iter().any(|end| address.path.ends_with(end));
            let is_known = EXPORTS.contains(&address.path.as_str());
            assert_eq!(takes_out, is_known, "{}", address.path);
        }
    }
}
