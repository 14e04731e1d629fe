//! Writing down a promise that was found in a mail or given by word of mouth: it counts from now on, its gaps are open
//! questions.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::Due;
use promise::terms::{Draft, Found};
use promise::{AccountId, Line, Person, Words};
use service::ServiceError;
use service::accounts::AccountFilter;

use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, Fields};
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::say::history::members;

#[derive(Template)]
#[template(path = "record.html")]
struct Page {
    f: Frame,
    fields: Fields,
    accounts: Vec<Choice>,
    members: Vec<Choice>,
    owners: Vec<Choice>,
    error: Option<String>,
}

/// `GET /record`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    render(&page(&reader, &app, asked, None).await?)
}

async fn page(
    reader: &Reader,
    app: &App,
    fields: Fields,
    error: Option<String>,
) -> Result<Page, Failure> {
    let rows = app.service().accounts(&reader.caller(), &AccountFilter::default()).await?;
    let mut accounts: Vec<_> = rows.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    accounts.sort_by_key(|(_, name)| name.to_lowercase());
    let me = reader.member.to_string();
    let chosen = |name: &str| fields.some(name).unwrap_or(&me).to_owned();
    let names = members(&reader.organisation);
    Ok(Page {
        f: Frame::of(reader, reader.voice.t().begin_found_do(), Place::Promises),
        accounts: choices(accounts, fields.get("account")),
        members: choices(names.clone(), &chosen("promisor")),
        owners: choices(names, &chosen("owner")),
        fields,
        error,
    })
}

/// `POST /record`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("record", &fields);
    let recorded = match found(&reader, &app, &fields).await {
        Ok(found) => app.service().record(&caller, found, None).await,
        Err(error) => Err(error),
    };
    match recorded {
        Ok(acted) => {
            app.look_again(reader.whose).await?;
            let told = app.service().existing(&caller, acted.promise).await?;
            let number = told.state.map_or(0, |promise| promise.number);
            Ok(Redirect::to(&format!("/promises/{number}")).into_response())
        }
        Err(error) => {
            let failure = Failure::from(error);
            let Failure::Service(error) = &failure else { return Err(failure) };
            if failure.status() != StatusCode::UNPROCESSABLE_ENTITY {
                return Err(failure);
            }
            let said = reader.voice.error(error);
            let page = render(&page(&reader, &app, fields, Some(said)).await?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn found(reader: &Reader, app: &App, fields: &Fields) -> Result<Found, ServiceError> {
    let text = fields.get("account");
    let missing = || ServiceError::NotFound { what: "account", given: text.to_owned() };
    let id: AccountId = text.parse().map_err(|_| missing())?;
    let account = app.service().account(reader.whose, id).await?;
    let calendar = reader.organisation.calendar(&account.calendar);
    let subject = line("subject", fields.get("subject"))?;
    let promisor = fields.some("promisor").and_then(|id| id.parse().ok()).unwrap_or(reader.member);
    let sentence = Words::new(Person::Member(promisor), fields.get("sentence"));
    let sentence =
        sentence.map_err(|e| ServiceError::of_text("words", fields.get("sentence"), e))?;
    let due = fields.some("due").map(|text| Due::parse(text, &calendar)).transpose()?;
    let due = due.map(|due| match fields.some("said") {
        Some(words) => due.said(words),
        None => due,
    });
    let mut contacts = account.contacts.iter().filter(|(_, contact)| contact.left_at.is_none());
    let known = Draft {
        subject: Some(subject),
        due,
        promisor: Some(promisor),
        owner: fields.some("owner").and_then(|id| id.parse().ok()),
        contact: contacts.next().map(|(id, _)| *id),
        ..Draft::new(id)
    };
    Ok(Found { known, sentence })
}

fn line(field: &'static str, text: &str) -> Result<Line, ServiceError> {
    Line::new(text).map_err(|error| ServiceError::of_text(field, text, error))
}
