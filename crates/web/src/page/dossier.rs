//! One customer with everything that is between us: promises, people with their secret links, what has ended.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use promise::{AccountId, ContactId, Language};
use service::ServiceError;
use service::company::ContactInput;

use super::list::{Row, row};
use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::reader::{Reader, lang_of};

#[derive(Template)]
#[template(path = "dossier.html")]
struct Page {
    f: Frame,
    id: String,
    name: String,
    kept: Option<String>,
    living: Vec<Row>,
    ended: Vec<Row>,
    people: Vec<Contact>,
    /// What was typed for a new contact, and what is wrong with it.
    fields: Fields,
    languages: Vec<Choice>,
    error: Option<String>,
}

/// A person at the customer.
struct Contact {
    id: String,
    name: String,
    email: String,
    language: &'static str,
    link: String,
}

/// `GET /accounts/{id}`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&reader, &app, account_id(&id)?, &Fields::default(), None).await
}

/// Reads the id of an account from an address.
fn account_id(text: &str) -> Result<AccountId, ServiceError> {
    let missing = || ServiceError::NotFound { what: "account", given: text.to_owned() };
    text.parse().map_err(|_| missing())
}

async fn page(
    reader: &Reader,
    app: &App,
    id: AccountId,
    fields: &Fields,
    error: Option<String>,
) -> Result<Response, Failure> {
    let dossier = app.service().dossier(&reader.caller(), id).await?;
    let voice = &reader.voice;
    let rows = |found: &[ledger::query::PromiseRow], from: usize| {
        let rows = found.iter().enumerate();
        rows.map(|(place, found)| row(voice, found, &reader.organisation, from + place)).collect()
    };
    let people = dossier.contacts.iter().map(|(contact, link)| Contact {
        id: contact.id.to_string(),
        name: contact.name.clone(),
        email: contact.email.clone().unwrap_or_default(),
        language: lang_of(contact.language).own_name(),
        link: format!("/c/{link}"),
    });
    let name = dossier.account.name.to_string();
    let languages =
        Language::ALL.iter().map(|language| (language.code(), lang_of(*language).own_name()));
    let chosen = fields.some("language").unwrap_or(reader.organisation.language.code());
    render(&Page {
        f: Frame::of(reader, &name, Place::Accounts),
        id: id.to_string(),
        kept: voice.kept(dossier.kept),
        living: rows(&dossier.living, 0),
        ended: rows(&dossier.ended, dossier.living.len()),
        people: people.collect(),
        fields: fields.clone(),
        languages: choices(languages, chosen),
        error,
        name,
    })
}

/// `POST /accounts/{id}/contacts`
pub(crate) async fn post_contact(
    reader: Reader,
    State(app): State<App>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = account_id(&id)?;
    let input = ContactInput {
        name: fields.get("name").to_owned(),
        email: fields.some("email").map(str::to_owned),
        language: Language::of_code(fields.get("language")).unwrap_or(Language::En),
    };
    let caller = reader.caller_for("contact", &fields);
    match app.service().add_contact(&caller, id, input).await {
        Ok(_) => Ok(Redirect::to(&format!("/accounts/{id}#people")).into_response()),
        Err(error @ ServiceError::Input { .. }) => {
            let said = reader.voice.error(&error);
            let status = Failure::from(error).status();
            Ok((status, page(&reader, &app, id, &fields, Some(said)).await?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /accounts/{id}/contacts/{contact}/link`
pub(crate) async fn post_link(
    reader: Reader,
    State(app): State<App>,
    Path((id, contact)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = account_id(&id)?;
    let missing = || ServiceError::NotFound { what: "contact", given: contact.clone() };
    let contact: ContactId = contact.parse().map_err(|_| missing())?;
    app.service()
        .renew_link(&reader.caller_for(&format!("link {contact}"), &fields), id, contact)
        .await?;
    Ok(Redirect::to(&format!("/accounts/{id}#people")).into_response())
}
