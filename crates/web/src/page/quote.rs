//! Can we promise? A question, its answer grown under it, and the offer beside it with what it still needs.

mod answer;
pub(super) mod asking;
mod menu;
mod wrong;

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::Calendar;
use jiff::Timestamp;
use promise::party::Account;
use promise::terms::{Consequence, Draft, Gap, Ground, Strictness};
use promise::{AccountId, PromiseId, QuoteId, Role, State as PromiseState};
use service::promise::Writing;
use service::quote::KeptQuote;
use service::quote::held::{Held, usually_held_until};
use service::{Caller, ServiceError};

use self::answer::{AnswerView, view};
use self::asking::{Asking, COUNTERS, fields_of, usual_expiry};
use self::wrong::{note_missing, place_of};
use super::{Choice, Markup, choices, render};
use crate::app::App;
use crate::drawing::mark::Mark;
use crate::failure::Failure;
use crate::form::{Asked, Fields, query};
use crate::frame::{Frame, Place};
use crate::reader::{Reader, lang_of};
use crate::say::Voice;
use crate::say::letter::Letter;

#[derive(Template)]
#[template(path = "quote.html")]
struct Page {
    f: Frame,
    fields: Fields,
    accounts: Vec<Choice>,
    teams: Vec<Choice>,
    kinds: Vec<String>,
    answer: Option<AnswerView>,
    offer: Option<OfferView>,
    /// What is wrong, by field.
    errors: BTreeMap<&'static str, String>,
    notice: Option<String>,
}

impl Page {
    /// What is wrong with a field.
    fn wrong(&self, field: &str) -> Option<&str> {
        self.errors.get(field).map(String::as_str)
    }

    /// The attributes that tie a field to what is wrong with it.
    fn aria(&self, field: &str) -> Markup {
        Safe(self.wrong(field).map_or_else(String::new, |_| {
            format!(r#" aria-invalid="true" aria-describedby="{field}-e""#)
        }))
    }
}

/// Everything an offer needs besides the date.
struct OfferView {
    button: String,
    needs: Vec<Need>,
    needs_heading: String,
    letter: Option<Letter>,
    contacts: Vec<Choice>,
    owners: Vec<Choice>,
    takers: Vec<Choice>,
    strictnesses: Vec<Choice>,
    remedies: Vec<Choice>,
    grains: Vec<Choice>,
    counters: Vec<Counter>,
    expires: String,
    until: String,
    hold: Hold,
    currency: &'static str,
    /// The draft that is being completed, and its version.
    draft: Option<(u32, u32)>,
}

/// Whether the place in the queue is held.
struct Hold {
    /// What is said of it, if it is.
    held: Option<String>,
    /// The quote that holds it, or would.
    quote: String,
    /// What the button says: until when it would be held, or that it is held no longer.
    button: String,
}

/// Something an offer needs, there or not.
struct Need {
    mark: Markup,
    name: &'static str,
    href: Option<&'static str>,
}

/// A row for something that is asked in return.
struct Counter {
    id: &'static str,
    what: String,
    due: String,
    then: Vec<Choice>,
    error: Option<String>,
}

/// What a form is about.
struct About {
    account: Account,
    calendar: Calendar,
    id: AccountId,
}

/// `GET /quote`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(mut asked): Asked,
) -> Result<Response, Failure> {
    if let Some(number) = asked.some("draft").map(str::to_owned) {
        let caller = reader.caller();
        let id = app.service().find(&caller, &number).await?;
        let seen = app.service().view(&caller, id).await?;
        // The question's own fields win over the draft's: somebody may be asking again.
        let mut fields = fields_of(&seen.promise.state.content(), seen.work.as_ref());
        let after: Vec<String> = seen.waits_for.iter().map(|row| row.number.to_string()).collect();
        fields.set("after", &after.join(", "));
        if let PromiseState::Draft { proposal: Some(proposal), .. } = &seen.promise.state
            && let Some(due) = &proposal.due
        {
            fields.set("own", &due.date().to_string());
        }
        for (name, value) in asked.iter() {
            fields.set(name, value);
        }
        fields.set("draft", &seen.row.number.to_string());
        fields.set("version", &seen.row.version.to_string());
        asked = fields;
    }
    page(&reader, &app, asked, None).await
}

/// The page for a form: the question, and the answer when there is enough to ask.
async fn page(
    reader: &Reader,
    app: &App,
    mut fields: Fields,
    said: Option<(BTreeMap<&'static str, String>, Option<String>)>,
) -> Result<Response, Failure> {
    let caller = reader.caller();
    let (mut errors, notice) = said.unwrap_or_default();
    let about = about(reader, app, &fields).await?;
    let mut answer = None;
    let mut offer = None;
    if let Some(about) = about.filter(|_| is_asked(&fields)) {
        let asking = Asking::of(&fields, reader, &about.calendar, about.id);
        let mut asking = asking.with_after().await?;
        let question = asking.question();
        let remedy = asking.agreed_remedy();
        let asked = question.fingerprint();
        let mut seen = {
            let quote = app.service().quote(&caller, question.clone()).await?;
            view(&reader.voice, &quote, &fields, &reader.organisation.policy)
        };
        if fields.ticked("menu")
            && let Some(menu) = app.service().menu(&caller, &question, remedy).await?
        {
            let price = menu::lay(&reader.voice, &mut seen, &menu, &fields);
            menu::carry_price(&mut fields, price);
        }
        let asking = Asking::of(&fields, reader, &about.calendar, about.id);
        let mut asking = asking.with_after().await?;
        asking.question();
        let draft = asking.draft(None);
        for (field, what) in asking.errors {
            errors.entry(field).or_insert(what);
        }
        let held = app.service().held(reader.whose, caller.at).await?;
        let held = held.into_iter().find(|held| held.asked == asked);
        let hold = hold(&reader.voice, &about.calendar, &seen.quote, held.as_ref())?;
        offer = Some(offer_view(reader, &about, &fields, draft, (&seen, &errors, hold)));
        answer = Some(seen);
    }
    let page = frame(reader, app, &caller, fields, (answer, offer)).await?;
    render(&Page { errors, notice, ..page })
}

/// Whether there is something to answer.
fn is_asked(fields: &Fields) -> bool {
    fields.some("what").is_some() || fields.some("team").is_some()
}

/// The page without what is wrong with it.
async fn frame(
    reader: &Reader,
    app: &App,
    caller: &Caller,
    fields: Fields,
    (answer, offer): (Option<AnswerView>, Option<OfferView>),
) -> Result<Page, Failure> {
    let t = reader.voice.t();
    let rows = app.service().accounts(caller, &service::accounts::AccountFilter::default()).await?;
    let mut accounts: Vec<_> = rows.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    accounts.sort_by_key(|(_, name)| name.to_lowercase());
    let world = app.service().world(reader.whose, caller.at).await?;
    let mut views = world.team_views();
    views.sort_by_key(|team| std::cmp::Reverse(team.finished));
    let mut kinds: Vec<String> = views.iter().flat_map(|team| team.kinds.clone()).collect();
    kinds.sort();
    kinds.dedup();
    let mut teams: Vec<String> = views.into_iter().map(|team| team.name).collect();
    let unknown = reader.organisation.teams.keys().filter(|name| !teams.contains(name));
    let unknown: Vec<String> = unknown.cloned().collect();
    teams.extend(unknown);
    let chosen = fields.get("team").to_owned();
    Ok(Page {
        f: Frame::of(reader, t.nav_quote(), Place::Quote),
        accounts: choices(accounts, fields.get("account")),
        teams: choices(teams.into_iter().map(|name| (name.clone(), name)), &chosen),
        kinds,
        fields,
        answer,
        offer,
        errors: BTreeMap::new(),
        notice: None,
    })
}

/// The customer that a form names, if there is one.
async fn about(reader: &Reader, app: &App, fields: &Fields) -> Result<Option<About>, Failure> {
    let Some(text) = fields.some("account") else { return Ok(None) };
    let missing = || ServiceError::NotFound { what: "account", given: text.to_owned() };
    let id: AccountId = text.parse().map_err(|_| missing())?;
    let account = app.service().account(reader.whose, id).await?;
    let calendar = reader.organisation.calendar(&account.calendar);
    Ok(Some(About { account, calendar, id }))
}

fn offer_view(
    reader: &Reader,
    about: &About,
    fields: &Fields,
    mut draft: Draft,
    (answer, errors, hold): (&AnswerView, &BTreeMap<&'static str, String>, Hold),
) -> OfferView {
    let voice = &reader.voice;
    let t = voice.t();
    // The date that is chosen from the start counts as chosen.
    if draft.due.is_none()
        && let Some(row) = answer.rows.iter().find(|row| row.chosen)
    {
        let mut chosen = fields.clone();
        chosen.set("date", &row.value);
        draft.due = Asking::of(&chosen, reader, &about.calendar, about.id).due();
    }
    let mut missing = draft.missing();
    // The forecast comes with the date, unless there is none.
    missing.retain(|gap| *gap != Gap::Ground || (!answer.can && fields.some("without").is_none()));
    let contact = draft.contact.and_then(|id| about.account.contacts.get(&id));
    let letter_voice = Voice {
        lang: contact.map_or(voice.lang, |contact| lang_of(contact.language)),
        ..voice.clone()
    };
    let letter = letter_voice.letter(&draft, contact.map(|c| c.name.as_str()), Some(reader.name()));
    let contacts = about.account.contacts.iter().filter(|(_, contact)| contact.left_at.is_none());
    let contacts: Vec<_> =
        contacts.map(|(id, contact)| (id.to_string(), contact.name.clone())).collect();
    let expires = usual_expiry(voice.now, &about.calendar);
    let date = |at: Timestamp| about.calendar.date_at(at).to_string();
    let members = crate::say::history::members(&reader.organisation);
    let owner = fields.some("owner").map_or_else(|| reader.member.to_string(), str::to_owned);
    let number = fields.some("draft").and_then(|n| n.parse().ok());
    let version = fields.some("version").and_then(|n| n.parse().ok());
    OfferView {
        button: t.offer_to(&about.account.name.as_str()),
        needs_heading: t.offer_needs(missing.len(), &voice.lang.count_word(missing.len())),
        needs: needs(voice, &missing),
        letter,
        contacts: with_blank(t.choose(), contacts, fields.get("contact")),
        owners: choices(members.clone(), &owner),
        takers: with_blank(t.choose(), takers(reader), fields.get("taken_by")),
        strictnesses: strictnesses(voice, fields.get("strictness")),
        remedies: remedies(voice, fields.get("remedy")),
        grains: grains(voice, fields.get("grain")),
        counters: COUNTERS.map(|id| counter(voice, fields, id, errors)).into_iter().collect(),
        expires: fields
            .some("expires")
            .map_or_else(|| expires.map(date).unwrap_or_default(), str::to_owned),
        until: expires.map(|at| t.offer_until(&voice.moment(at))).unwrap_or_default(),
        hold,
        currency: reader.organisation.currency.code(),
        draft: number.zip(version),
    }
}

/// Whether a place is held for what is asked, and the button that changes it.
fn hold(
    voice: &Voice,
    calendar: &Calendar,
    quote: &str,
    held: Option<&Held>,
) -> Result<Hold, Failure> {
    let t = voice.t();
    Ok(match held {
        Some(held) => Hold {
            held: Some(t.hold_held(&voice.moment(held.until))),
            quote: held.quote.to_string(),
            button: t.hold_release().to_owned(),
        },
        None => {
            let until = usually_held_until(calendar, voice.now).map_err(ServiceError::from)?;
            let button = t.hold_place(&voice.moment(until));
            Hold { held: None, quote: quote.to_owned(), button }
        }
    })
}

/// What an offer needs, what is missing first.
fn needs(voice: &Voice, missing: &[Gap]) -> Vec<Need> {
    const ALL: [(Gap, &str); 10] = [
        (Gap::Subject, "#what"),
        (Gap::Contact, "#contact"),
        (Gap::Due, "#dates"),
        (Gap::Strictness, "#strictness"),
        (Gap::Promisor, "#owner"),
        (Gap::Owner, "#owner"),
        (Gap::Acceptance, "#acceptance"),
        (Gap::Consideration, "#return"),
        (Gap::Remedy, "#remedy"),
        (Gap::Ground, "#without"),
    ];
    let lacking = ALL.iter().filter(|(gap, _)| missing.contains(gap)).map(|(gap, href)| Need {
        mark: Safe(Mark::Draft.svg()),
        name: voice.gap(*gap),
        href: Some(href),
    });
    let present = ALL.iter().filter(|(gap, _)| !missing.contains(gap)).map(|(gap, _)| Need {
        mark: Safe(Mark::Kept.svg()),
        name: voice.gap(*gap),
        href: None,
    });
    lacking.chain(present).collect()
}

fn with_blank(
    blank: &str,
    all: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
) -> Vec<Choice> {
    let blank = (String::new(), blank.to_owned());
    choices(std::iter::once(blank).chain(all), chosen)
}

/// Those who may promise below the policy.
fn takers(reader: &Reader) -> Vec<(String, String)> {
    let members = reader.organisation.members.iter();
    let may = members.filter(|(_, m)| m.role >= Role::Manager && m.left_at.is_none());
    may.map(|(id, member)| (id.to_string(), member.name.clone())).collect()
}

fn strictnesses(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let all = Strictness::ALL.iter().map(|s| (s.code(), voice.strictness_said(*s)));
    choices(all, chosen)
}

fn remedies(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let t = voice.t();
    let all = [
        ("", t.choose()),
        ("none", t.remedy_none()),
        ("credit_day", t.remedy_choice_credit_day()),
        ("credit", t.remedy_choice_credit()),
        ("penalty_day", t.remedy_choice_penalty_day()),
        ("penalty", t.remedy_choice_penalty()),
    ];
    choices(all, chosen)
}

fn grains(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let t = voice.t();
    let all = [
        ("day", t.grain_day()),
        ("week", t.grain_week()),
        ("month", t.grain_month()),
        ("quarter", t.grain_quarter()),
    ];
    choices(all, chosen)
}

fn counter(
    voice: &Voice,
    fields: &Fields,
    id: &'static str,
    errors: &BTreeMap<&'static str, String>,
) -> Counter {
    let names = Consequence::ALL.iter().map(|c| (c.code(), voice.consequence_name(*c)));
    Counter {
        id,
        what: fields.get(&format!("{id}_what")).to_owned(),
        due: fields.get(&format!("{id}_due")).to_owned(),
        then: choices(names, fields.get(&format!("{id}_then"))),
        error: errors.get(id).cloned(),
    }
}

/// `POST /offers`
pub(crate) async fn post_offer(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    write(&reader, &app, fields, true).await
}

/// `POST /drafts`
pub(crate) async fn post_draft(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    write(&reader, &app, fields, false).await
}

/// `POST /quotes/hold`: the place in the queue stays free for this question for a while.
pub(crate) async fn post_hold(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let goes_first = fields.get("date").starts_with("first");
    let place = if goes_first { forecast::Place::First } else { forecast::Place::Last };
    let caller = reader.caller_for("hold", &fields);
    app.service().hold(&caller, quote_of(&fields, "quote")?, place, None).await?;
    app.look_again(reader.whose).await?;
    Ok(asked_again(&fields))
}

/// `POST /quotes/release`: the place is free again.
pub(crate) async fn post_release(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("release", &fields);
    app.service().release(&caller, quote_of(&fields, "held")?).await?;
    app.look_again(reader.whose).await?;
    Ok(asked_again(&fields))
}

/// The quote that a form names.
fn quote_of(fields: &Fields, name: &'static str) -> Result<QuoteId, Failure> {
    let given = fields.get(name).to_owned();
    given.parse().map_err(|_| ServiceError::NotFound { what: "quote", given }.into())
}

/// The page of a form, asked anew.
fn asked_again(fields: &Fields) -> Response {
    let passing = ["key", "quote", "held", "draft", "version"];
    let kept = fields.iter().filter(|(name, value)| !passing.contains(name) && !value.is_empty());
    let kept: Vec<_> = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Redirect::to(&format!("/quote?{}", query(&kept))).into_response()
}

/// Writes the draft in a form, and offers it if asked; or shows the form again with what is wrong.
async fn write(
    reader: &Reader,
    app: &App,
    mut fields: Fields,
    offers: bool,
) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let Some(about) = about(reader, app, &fields).await? else {
        let wrong = BTreeMap::from([("account", t.wanted_account().to_owned())]);
        return again(reader, app, fields, wrong, None).await;
    };
    let caller = reader.caller_for("write", &fields);
    // A row of the menu is a quote of its own.
    let rests_on = menu::chosen_quote(&fields).or(fields.some("quote"));
    let quote = match rests_on.and_then(|id| id.parse().ok()) {
        Some(id) => app.service().kept_quote(&caller, id).await?,
        None => None,
    };
    if fields.ticked("menu") {
        let row = quote.as_ref().and_then(|kept| kept.row.as_ref());
        menu::carry_price(&mut fields, row.map(|row| row.price));
    }
    let asking = Asking::of(&fields, reader, &about.calendar, about.id);
    let mut asking = asking.with_after().await?;
    let question = asking.question();
    let due = asking.due();
    let ground = match (&quote, &due) {
        (Some(kept), Some(due)) => Some(Ground::Forecast {
            forecast: kept.for_due(due.at(), asking.place()),
            below_policy: asking.below_policy(),
        }),
        _ => asking.without_forecast(),
    };
    let draft = asking.draft(ground);
    let work = match quote.as_ref().and_then(|kept| kept.row.as_ref()) {
        Some(row) => row.arrange(asking.work()),
        None => asking.work(),
    };
    let offer_until = if offers { asking.expires() } else { None };
    let mut errors = asking.errors;
    if offers {
        note_missing(&reader.voice, &draft, &mut errors);
    }
    if !errors.is_empty() {
        return again(reader, app, fields, errors, None).await;
    }
    if offers && has_changed(quote.as_ref(), &question.fingerprint()) {
        let notice = Some(t.quote_changed().to_owned());
        return again(reader, app, fields, BTreeMap::new(), notice).await;
    }
    let of = of_draft(app, &caller, &fields).await?;
    let work = (!work.new.is_empty()).then_some(work);
    let writing = Writing { draft, work, of, offer_until };
    match app.service().write(&caller, writing).await {
        Ok(acted) => {
            app.look_again(reader.whose).await?;
            let number = number_of(app, &caller, acted.promise).await?;
            Ok(Redirect::to(&format!("/promises/{number}")).into_response())
        }
        Err(error) => {
            let failure = Failure::from(error);
            let Failure::Service(error) = &failure else { return Err(failure) };
            if failure.status() != StatusCode::UNPROCESSABLE_ENTITY {
                return Err(failure);
            }
            let wrong = BTreeMap::from([(place_of(error), reader.voice.error(error))]);
            again(reader, app, fields, wrong, None).await
        }
    }
}

/// Whether the form asks something else than what was answered.
fn has_changed(kept: Option<&KeptQuote>, asked: &str) -> bool {
    kept.is_some_and(|kept| kept.asked != asked)
}

/// The draft that a form completes, with the version it was read at.
async fn of_draft(
    app: &App,
    caller: &Caller,
    fields: &Fields,
) -> Result<Option<(PromiseId, Option<u32>)>, Failure> {
    let Some(number) = fields.some("draft") else { return Ok(None) };
    let id = app.service().find(caller, number).await?;
    Ok(Some((id, fields.some("version").and_then(|version| version.parse().ok()))))
}

/// The short name of a promise.
async fn number_of(app: &App, caller: &Caller, id: PromiseId) -> Result<u32, Failure> {
    let told = app.service().existing(caller, id).await?;
    Ok(told.state.map_or(0, |promise| promise.number))
}

/// The form again, with what is wrong.
async fn again(
    reader: &Reader,
    app: &App,
    mut fields: Fields,
    errors: BTreeMap<&'static str, String>,
    notice: Option<String>,
) -> Result<Response, Failure> {
    fields.set("key", "");
    let page = page(reader, app, fields, Some((errors, notice))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
