//! Customers and their contacts.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use ledger::query::{AccountRow, ContactRow};
use promise::{AccountId as Id, ContactId as Contact};
use serde::{Deserialize, Serialize};
use service::ServiceError;
use service::accounts::{AccountFilter, Dossier};
use service::company::ContactInput;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::{Made, in_body};
use super::body::{Asked, Named};
use super::problem::{Fault, Problem};
use super::shape::Kept;
use super::shape::code::{Health, Language};
use super::shape::list::Part;
use super::shape::promise::PromiseItem;
use super::shape::text::{AccountId, ContactId, Line, MemberId};
use super::writer::{Member, Write};
use crate::app::App;
use crate::reader::Reader;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(list, add))
        .routes(routes!(get))
        .routes(routes!(add_contact))
        .routes(routes!(get_contact))
}

/// A page of accounts, least sure first.
#[derive(Debug, Serialize, ToSchema)]
struct AccountList {
    /// The accounts.
    items: Vec<AccountItem>,
    /// How many there are in all.
    #[schema(example = 40)]
    total: u32,
    /// The cursor of the next page; null on the last one.
    #[schema(example = "5d41402a00000032")]
    next: Option<String>,
}

/// A customer as lists show it.
#[derive(Debug, Serialize, ToSchema)]
struct AccountItem {
    /// Which one.
    id: AccountId,
    /// Its name.
    #[schema(example = "Brygghuset Söder")]
    name: String,
    /// The calendar in which dues towards it are counted.
    #[schema(example = "office")]
    calendar: String,
    /// How many promises are still to be kept.
    #[schema(example = 2)]
    open: u32,
    /// Of the promises that have ended, how many were kept.
    kept: EndedKept,
    /// The open promise that is least sure.
    least_sure: Option<PromiseItem>,
}

/// Of the promises that have ended, how many were kept.
#[derive(Debug, Serialize, ToSchema)]
struct EndedKept {
    /// Kept.
    #[schema(example = 9)]
    kept: u32,
    /// Of so many.
    #[schema(example = 10)]
    of: u32,
}

impl From<&AccountRow> for AccountItem {
    fn from(row: &AccountRow) -> Self {
        Self {
            id: AccountId(row.id),
            name: row.name.clone(),
            calendar: row.calendar.clone(),
            open: row.open,
            kept: EndedKept { kept: row.kept, of: row.ended },
            least_sure: row.least_sure.as_ref().map(PromiseItem::from),
        }
    }
}

/// Lists the accounts, least sure first; those without an open promise last, by name.
#[utoipa::path(
    operation_id = "list_accounts",
    get, path = "/api/v1/accounts", tag = "accounts",
    params(
        ("q" = Option<String>, Query, description = "what stands in the name"),
        ("owner" = Option<MemberId>, Query, description = "whose least sure promise this member keeps"),
        ("health" = Option<Health>, Query, description = "whose least sure promise stands so"),
        ("limit" = Option<u32>, Query, description = "how many at most; 50 when absent", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "the `next` of the page before", pattern = "^[0-9a-f]{16}$")
    ),
    responses((status = 200, description = "a page of accounts", body = AccountList))
)]
async fn list(
    Member(reader): Member,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<AccountList>, Fault> {
    let filter = AccountFilter {
        text: asked.take("q").unwrap_or_default(),
        owner: asked.read("owner", "the id of a member", |id| id.parse().ok())?,
        health: asked.read("health", &Health::wanted(), Health::read)?.map(|health| health.0),
        due_until: None,
    };
    let part = Part::take(&mut asked, &format!("accounts {filter:?}"))?;
    asked.none_left()?;
    let rows = app.service().accounts(&reader.caller(), &filter).await?;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let items = rows.iter().skip(count(part.offset)).take(count(part.limit));
    Ok(Json(AccountList {
        items: items.map(AccountItem::from).collect(),
        total,
        next: part.next(total),
    }))
}

/// A customer to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Brygghuset Söder", "calendar": "office" }))]
struct NewAccount {
    /// Its name.
    name: Line,
    /// The calendar of the organisation in which dues towards it are counted.
    calendar: Line,
}

/// Adds an account.
#[utoipa::path(
    operation_id = "add_account",
    post, path = "/api/v1/accounts", tag = "accounts", request_body = NewAccount,
    responses((status = 201, description = "the account", body = Account))
)]
async fn add(State(app): State<App>, write: Write<NewAccount>) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let before = writer.answered().await?;
    let is_new = before.is_none();
    let id = match before {
        Some(answer) => answer,
        None => {
            let (name, calendar) = (body.name.0.as_str(), body.calendar.0.as_str());
            let added = app.service().add_account(&writer.caller(), name, calendar).await;
            writer.keep(&added.map_err(in_body)?.to_string()).await?
        }
    };
    let account = account(&writer.reader, &app, account_id(&id)?).await?;
    let made =
        Made { status: StatusCode::CREATED, location: Some(format!("/api/v1/accounts/{id}")) };
    Ok(made.answer(&account, Some(account.version), !is_new))
}

/// A customer with its contacts and everything that is between us.
#[derive(Debug, Serialize, ToSchema)]
struct Account {
    /// Which one.
    id: AccountId,
    /// How many events made it; the same number, in quotes, is its `ETag`.
    #[schema(example = 2)]
    version: u32,
    /// Its name.
    #[schema(example = "Brygghuset Söder")]
    name: String,
    /// The calendar in which dues towards it are counted.
    #[schema(example = "office")]
    calendar: String,
    /// Its people.
    contacts: Vec<ContactShape>,
    /// The promises that wait, are to be kept, or wait for a confirmation.
    living: Vec<PromiseItem>,
    /// The promises that have ended, latest first; 50 at most.
    ended: Vec<PromiseItem>,
    /// Of the last promises given on a forecast, how many were kept.
    kept: Kept,
}

/// A person at an account.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Contact)]
struct ContactShape {
    /// Who.
    id: ContactId,
    /// What people call them.
    #[schema(example = "Ebba Lind")]
    name: String,
    /// Where mail reaches them.
    #[schema(example = "ebba@example.com")]
    email: Option<String>,
    /// What they are written to in.
    language: Language,
    /// Where they read and answer promises. Secret: whoever knows it can answer for them.
    #[schema(example = "/c/AZXToHwefECcLmofbzuNEQ")]
    customer_page: String,
}

impl From<&(ContactRow, String)> for ContactShape {
    fn from((row, link): &(ContactRow, String)) -> Self {
        Self {
            id: ContactId(row.id),
            name: row.name.clone(),
            email: row.email.clone(),
            language: Language(row.language),
            customer_page: format!("/c/{link}"),
        }
    }
}

impl From<&Dossier> for Account {
    fn from(dossier: &Dossier) -> Self {
        Self {
            id: AccountId(dossier.id),
            version: dossier.account.version,
            name: dossier.account.name.to_string(),
            calendar: dossier.account.calendar.clone(),
            contacts: dossier.contacts.iter().map(ContactShape::from).collect(),
            living: dossier.living.iter().map(PromiseItem::from).collect(),
            ended: dossier.ended.iter().map(PromiseItem::from).collect(),
            kept: Kept::from(dossier.kept),
        }
    }
}

async fn account(reader: &Reader, app: &App, id: Id) -> Result<Account, Fault> {
    Ok(Account::from(&app.service().dossier(&reader.caller(), id).await?))
}

/// Reads the id of an account from an address.
fn account_id(text: &str) -> Result<Id, ServiceError> {
    let missing = || ServiceError::NotFound { what: "account", given: text.to_owned() };
    text.parse().map_err(|_| missing())
}

/// Tells an account with its contacts and promises.
#[utoipa::path(
    operation_id = "get_account",
    get, path = "/api/v1/accounts/{account}", tag = "accounts",
    params(("account" = AccountId, Path, description = "which account")),
    responses((status = 200, description = "the account", body = Account))
)]
async fn get(
    Member(reader): Member,
    State(app): State<App>,
    Named(id): Named<String>,
    asked: Asked,
) -> Result<Response, Fault> {
    asked.none_left()?;
    let account = account(&reader, &app, account_id(&id)?).await?;
    Ok(Made::here().answer(&account, Some(account.version), false))
}

/// A contact to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Ebba Lind", "email": "ebba@example.com", "language": "sv" }))]
struct NewContact {
    /// What people call them.
    name: Line,
    /// Where mail reaches them.
    #[schema(value_type = Option<String>, min_length = 3, max_length = 254)]
    email: Option<Line>,
    /// What they are written to in.
    language: Language,
}

/// Adds a contact to an account; the answer has the secret address of their page.
#[utoipa::path(
    operation_id = "add_contact",
    post, path = "/api/v1/accounts/{account}/contacts", tag = "accounts",
    params(("account" = AccountId, Path, description = "which account")), request_body = NewContact,
    responses((status = 201, description = "the contact", body = ContactShape))
)]
async fn add_contact(
    State(app): State<App>,
    Named(account): Named<String>,
    write: Write<NewContact>,
) -> Result<Response, Fault> {
    let Write { writer, body } = write;
    let account = account_id(&account)?;
    let before = writer.answered().await?;
    let is_new = before.is_none();
    let id = match before {
        Some(answer) => answer,
        None => {
            let input = ContactInput {
                name: body.name.0.to_string(),
                email: body.email.map(|email| email.0.to_string()),
                language: body.language.0,
            };
            let added = app.service().add_contact(&writer.caller(), account, input).await?;
            writer.keep(&added.to_string()).await?
        }
    };
    let contact = contact(&writer.reader, &app, account, &id).await?;
    let location = Some(format!("/api/v1/accounts/{account}/contacts/{id}"));
    Ok(Made { status: StatusCode::CREATED, location }.answer(&contact, None, !is_new))
}

async fn contact(reader: &Reader, app: &App, account: Id, id: &str) -> Result<ContactShape, Fault> {
    let dossier = app.service().dossier(&reader.caller(), account).await?;
    let known: Option<Contact> = id.parse().ok();
    let found = dossier.contacts.iter().find(|(row, _)| Some(row.id) == known);
    let missing = || ServiceError::NotFound { what: "contact", given: id.to_owned() };
    Ok(found.map(ContactShape::from).ok_or_else(missing)?)
}

/// Tells a contact, with the secret address of their page.
#[utoipa::path(
    operation_id = "get_contact",
    get, path = "/api/v1/accounts/{account}/contacts/{contact}", tag = "accounts",
    params(
        ("account" = AccountId, Path, description = "which account"),
        ("contact" = ContactId, Path, description = "which contact")
    ),
    responses((status = 200, description = "the contact", body = ContactShape))
)]
async fn get_contact(
    Member(reader): Member,
    State(app): State<App>,
    Named((account, id)): Named<(String, String)>,
    asked: Asked,
) -> Result<Json<ContactShape>, Fault> {
    asked.none_left()?;
    Ok(Json(contact(&reader, &app, account_id(&account)?, &id).await?))
}

/// A contact of an account who is named in a body, and has not left.
pub(crate) fn speaking(account: &promise::party::Account, id: Contact) -> Result<Contact, Problem> {
    let here = account.contacts.get(&id).is_some_and(|contact| contact.left_at.is_none());
    let wanted = "a contact of the promise's account";
    if here { Ok(id) } else { Err(Problem::input("told_by", id.to_string(), wanted)) }
}
