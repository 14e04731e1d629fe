//! A mail that was written elsewhere, a page or a document: its words become the text that is looked through.

use axum::extract::{Multipart, State};
use axum::response::Response;
use document::{Document, Mail, Role};
use jiff::Timestamp;

use super::{Told, page};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Fields, Part, parts};
use crate::page::upload::MOST_BYTES;
use crate::reader::Reader;
use crate::say::Voice;

/// `POST /wording/file`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    form: Multipart,
) -> Result<Response, Failure> {
    let file = parts(form).await?.into_iter().find(|part| part.field == "file");
    let mut fields = Fields::default();
    let Some(Part { file: name, bytes, .. }) = file.filter(|file| !file.bytes.is_empty()) else {
        return page(&reader, &app, &fields, Told::default()).await;
    };
    // A file of any size is read on a thread of its own, so that nobody else waits for it.
    let read = tokio::task::spawn_blocking(move || document::read(bytes, &name)).await;
    let Ok(Ok(document)) = read else {
        let most = reader.voice.lang.count(MOST_BYTES >> 20);
        let error = Some(reader.voice.t().wording_file_unread(&most));
        return page(&reader, &app, &fields, Told { error, ..Told::default() }).await;
    };
    fields.set("text", &words_of(&document));
    let mut told = Told::default();
    if let Some(mail) = &document.mail {
        let from = addresses(&mail.from);
        let by = app.service().account_of_mail(&reader.caller(), &from).await?;
        fields.set("writer", if by.is_some() { "account" } else { "us" });
        fields.set("addresses", &[from, addresses(&mail.to)].concat().join(" "));
        if let Some(at) = written_at(mail) {
            fields.set("written", &at.to_string());
        }
        told.mail = Some(said_of(&reader.voice, mail));
    }
    page(&reader, &app, &fields, told).await
}

/// The running text of a document.
fn words_of(document: &Document) -> String {
    let body = document.texts.iter().filter(|text| text.role == Role::Body);
    let words: Vec<&str> = body.map(|text| text.words.trim()).collect();
    // No database takes a zero in a text, and nobody reads one.
    words.join("\n\n").replace('\0', "").replace("\r\n", "\n")
}

fn addresses(people: &[document::mail::Person]) -> Vec<String> {
    people.iter().map(|person| person.address.clone()).collect()
}

/// When a mail was written.
fn written_at(mail: &Mail) -> Option<Timestamp> {
    mail.offset?.to_timestamp(mail.date?).ok()
}

/// Who wrote a mail, and when.
fn said_of(voice: &Voice, mail: &Mail) -> String {
    let from = mail.from.first();
    let who = from.map(|person| person.name.as_deref().unwrap_or(&person.address));
    let when = written_at(mail).map(|at| voice.moment(at));
    voice.t().wording_mail_from(&who.unwrap_or("?"), &when.as_deref().unwrap_or("?"))
}
