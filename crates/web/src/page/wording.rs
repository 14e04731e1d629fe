//! What do you write to the customer? A text that is looked through while it is typed: what cannot be kept is marked,
//! better words stand beside it, and what it promises is written down by one click. Nothing of the text is kept.

mod looked;
mod mail;
mod take;

pub(crate) use self::mail::post as post_file;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use promise::party::NewWork;
use promise::terms::{Consequence, Consideration, CounterPromise, Draft, Found};
use promise::{AccountId, CounterPromiseId, Line, Person, Words};
use service::ServiceError;
use service::accounts::AccountFilter;
use service::wording::{Letter, Looked, MOST_BYTES, Said, What, Writer};

use self::looked::LookedView;
use super::{Choice, choices, render, unprocessable};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Asked, Fields};
use crate::frame::{Frame, Place};
use crate::offsets::Offsets;
use crate::reader::Reader;

#[derive(Template)]
#[template(path = "wording.html")]
struct Page {
    f: Frame,
    text: String,
    no_customers: bool,
    accounts: Vec<Choice>,
    works: Vec<Choice>,
    writers: Vec<Choice>,
    looked: Option<LookedView>,
    error: Option<String>,
    /// A promise that was just written down: where it stands, and what it is called.
    recorded: Option<(String, String)>,
    /// Of a mail that was brought: who wrote it and when, and what is sent back of that.
    mail: Option<String>,
    addresses: String,
    written: String,
}

/// What was found alone, for a page that asks while one types.
#[derive(Template)]
#[template(path = "looked.html")]
struct Part {
    f: Frame,
    looked: Option<LookedView>,
}

/// A form as it is read: the letter, and what stands in the lists around it.
struct Desk {
    letter: Letter,
    /// The names of the customers.
    names: BTreeMap<String, String>,
    accounts: Vec<Choice>,
    works: Vec<Choice>,
}

/// `GET /wording`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    page(&reader, &app, &asked, Told::default()).await
}

/// `POST /wording`: looks through the text, after putting other words in it when some were taken.
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    mut fields: Fields,
) -> Result<Response, Failure> {
    let text = text_of(&fields);
    if let Some(taken) = fields.some("take").and_then(|taken| take::put(&text, taken)) {
        fields.set("text", &taken);
    }
    page(&reader, &app, &fields, Told::default()).await
}

/// `POST /wording/look`: the same without the page around it.
pub(crate) async fn post_look(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let desk = desk(&reader, &app, &fields).await?;
    if is_too_long(&desk.letter) {
        return Err(Failure::TooLong);
    }
    let looked = look(&reader, &app, &desk.letter).await?;
    let looked = looked.map(|looked| view(&reader, &desk, &looked));
    let title = reader.voice.t().wording_title();
    render(&Part { f: Frame::of(&reader, title, Place::Wording), looked })
}

/// `POST /wording/record`: writes down one of the promises in the text, with what was ticked of what is asked in return.
pub(crate) async fn post_record(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("wording", &fields);
    let desk = desk(&reader, &app, &fields).await?;
    let Some(looked) = look(&reader, &app, &desk.letter).await? else {
        return page(&reader, &app, &fields, Told::default()).await;
    };
    let offsets = Offsets::in_utf16(&desk.letter.text);
    let which = fields.get("record");
    let ours = looked.said.iter().filter(|said| said.what == What::OurPromise);
    let found = ours.into_iter().find(|said| take::place(&offsets, said.span) == which);
    let Some(found) = found else {
        return page(&reader, &app, &fields, Told::default()).await;
    };
    let Some(account) = looked.account else {
        let error = Some(reader.voice.t().wording_choose().to_owned());
        return page(&reader, &app, &fields, Told { error, ..Told::default() }).await;
    };
    let asked = fields.iter().filter(|(name, _)| *name == "ask").map(|(_, value)| value);
    let asked: Vec<&str> = asked.collect();
    let in_return: Vec<&Said> = looked
        .said
        .iter()
        .filter(|said| {
            matches!(said.what, What::OurRequest | What::TheirPromise)
                && asked.contains(&take::place(&offsets, said.span).as_str())
        })
        .collect();
    let known = known(&reader, &app, account, (&desk.letter, found), &in_return).await?;
    let acted = app.service().record(&caller, known, None).await?;
    app.look_again(reader.whose).await?;
    let told = app.service().existing(&caller, acted.promise).await?;
    let number = told.state.map_or(0, |promise| promise.number);
    page(&reader, &app, &fields, Told { recorded: Some(number), ..Told::default() }).await
}

/// What else a page tells.
#[derive(Default)]
struct Told {
    /// The promise that was just written down, by its short name.
    recorded: Option<u32>,
    error: Option<String>,
    /// Of a mail that was brought: who wrote it, and when.
    mail: Option<String>,
}

/// The page for a form.
async fn page(
    reader: &Reader,
    app: &App,
    fields: &Fields,
    told: Told,
) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let desk = desk(reader, app, fields).await?;
    let too_long = is_too_long(&desk.letter);
    let most = || t.wording_too_long(&reader.voice.lang.count(MOST_BYTES));
    let error = told.error.or_else(|| too_long.then(most));
    let is_refused = error.is_some();
    let looked = if too_long { None } else { look(reader, app, &desk.letter).await? };
    let writer = fields.get("writer");
    let writers = [("us", t.wording_writer_us()), ("account", t.wording_writer_account())];
    let page = render(&Page {
        f: Frame::of(reader, t.nav_wording(), Place::Wording),
        looked: looked.map(|looked| view(reader, &desk, &looked)),
        mail: told.mail,
        addresses: fields.get("addresses").to_owned(),
        written: fields.get("written").to_owned(),
        text: desk.letter.text,
        no_customers: desk.names.is_empty(),
        accounts: desk.accounts,
        works: desk.works,
        writers: choices(writers, if writer.is_empty() { "us" } else { writer }),
        error,
        recorded: told
            .recorded
            .map(|number| (format!("/promises/{number}"), t.wording_number(&number))),
    })?;
    Ok(if is_refused { unprocessable(page) } else { page })
}

/// Looks through the letter; `None` when there is nothing in it.
async fn look(reader: &Reader, app: &App, letter: &Letter) -> Result<Option<Looked>, Failure> {
    if letter.text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(app.service().look_through(&reader.caller(), letter).await?))
}

/// What was found, with the customer's name.
fn view(reader: &Reader, desk: &Desk, looked: &Looked) -> LookedView {
    let name = looked.account.and_then(|id| desk.names.get(&id.to_string()));
    LookedView::of(reader, &desk.letter, looked, name.map(String::as_str))
}

fn is_too_long(letter: &Letter) -> bool {
    letter.text.len() > MOST_BYTES
}

/// The text of a form, its lines ending as in a page: forms send other ends than pages count.
fn text_of(fields: &Fields) -> String {
    fields.verbatim("text").replace("\r\n", "\n")
}

/// Reads a form.
async fn desk(reader: &Reader, app: &App, fields: &Fields) -> Result<Desk, Failure> {
    let caller = reader.caller();
    let rows = app.service().accounts(&caller, &AccountFilter::default()).await?;
    let mut accounts: Vec<_> = rows.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    accounts.sort_by_key(|(_, name)| name.to_lowercase());
    let named = fields.get("account");
    let missing = |_| ServiceError::NotFound { what: "account", given: named.to_owned() };
    let account = fields.some("account").map(|id| id.parse::<AccountId>().map_err(missing));
    let account = account.transpose()?;
    let world = app.service().world(reader.whose, caller.at).await?;
    let mut teams = world.team_views();
    teams.sort_by_key(|team| std::cmp::Reverse(team.finished));
    let works = teams.iter().flat_map(|team| {
        let kinds = team.kinds.iter().map(|kind| (team.name.clone(), kind.clone()));
        std::iter::once((team.name.clone(), String::new())).chain(kinds)
    });
    let works: Vec<(String, String)> = works.collect();
    let chosen = fields.get("work");
    let work = works.iter().find(|(team, kind)| !chosen.is_empty() && called(team, kind) == chosen);
    let work = work.map(|(team, kind)| NewWork {
        team: team.clone(),
        kind: kind.clone(),
        estimate_minutes: None,
        pieces: NonZeroU32::MIN,
    });
    let told = || std::iter::once((String::new(), reader.voice.t().wording_told().to_owned()));
    let listed = works.iter().map(|(team, kind)| (called(team, kind), called(team, kind)));
    let letter = Letter {
        text: text_of(fields),
        lang: None,
        writer: if fields.get("writer") == "account" { Writer::Account } else { Writer::Us },
        account,
        addresses: fields.get("addresses").split_whitespace().map(str::to_owned).collect(),
        work,
        written_at: fields.some("written").and_then(|at| at.parse().ok()),
    };
    Ok(Desk {
        letter,
        names: accounts.iter().cloned().collect(),
        accounts: choices(told().chain(accounts), named),
        works: choices(told().chain(listed), chosen),
    })
}

/// How a kind of work by a team is called in the list.
fn called(team: &str, kind: &str) -> String {
    if kind.is_empty() { team.to_owned() } else { format!("{team}: {kind}") }
}

/// What is known of a promise that stands in a letter.
async fn known(
    reader: &Reader,
    app: &App,
    account: AccountId,
    (letter, said): (&Letter, &Said),
    in_return: &[&Said],
) -> Result<Found, ServiceError> {
    let of_account = app.service().account(reader.whose, account).await?;
    let sentence = said.span.of(&letter.text);
    let words = Words::new(Person::Member(reader.member), sentence);
    let due = said.due.clone().map(|due| match said.date {
        Some(span) => due.said(span.of(&letter.text)),
        None => due,
    });
    let in_return = in_return.iter().filter_map(|asked| Some((asked, asked.due.clone()?)));
    let counter_promises = in_return.map(|(asked, due)| {
        Ok(CounterPromise {
            id: CounterPromiseId::new(app.service().ledger().entropy().id(reader.voice.now)),
            subject: one_line(asked.span.of(&letter.text))?,
            due,
            consequence: Consequence::Shift,
        })
    });
    let counter_promises = counter_promises.collect::<Result<Vec<_>, ServiceError>>()?;
    let asked = Consideration::Asked { counter_promises, price: None };
    let mut contacts = of_account.contacts.iter().filter(|(_, contact)| contact.left_at.is_none());
    let known = Draft {
        subject: Some(one_line(sentence)?),
        due,
        promisor: Some(reader.member),
        owner: Some(reader.member),
        contact: contacts.next().map(|(id, _)| *id),
        consideration: Some(asked).filter(|asked| !asked.counter_promises().is_empty()),
        ..Draft::new(account)
    };
    let sentence = words.map_err(|e| ServiceError::of_text("sentence", sentence, e))?;
    Ok(Found { known, sentence })
}

/// A sentence as a subject: on one line, and not longer than a subject may be.
fn one_line(sentence: &str) -> Result<Line, ServiceError> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let text: String = words.join(" ").chars().take(promise::words::LINE_CHARS).collect();
    Line::new(&text).map_err(|error| ServiceError::of_text("subject", &text, error))
}
