//! What the product does, as product answers for it, and what is claimed of it in public.

mod one;
mod read;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use language::detect;
use promise::capability::{Answer, Capability, Standing, StandingName, plain};
use promise::{Language, Line, Role};
use service::ServiceError;
use service::capabilities::{Entry, PublicText, Resting};
use texts::figure::capital;

use super::{Choice, Markup, choices, render, state_of, unprocessable};
use crate::app::App;
use crate::drawing::escape;
use crate::failure::Failure;
use crate::form::{Asked, Fields, query};
use crate::frame::{Frame, Place};
use crate::reader::{Reader, lang_of};
use crate::say::Voice;
use crate::say::capability::{mark_of, quoted};

pub(crate) use self::one::{get as get_one, post_answer, post_call, post_retire};

/// So many claims are shown at once: whoever has more begins with these.
const MOST_CLAIMS: usize = 50;

#[derive(Template)]
#[template(path = "capabilities.html")]
struct Page {
    f: Frame,
    /// How much there is; nothing while the register is empty.
    said: Option<String>,
    /// What stands in the text that was just looked through.
    here: Option<Here>,
    claims: Vec<ClaimView>,
    /// What is said of claims beyond those.
    more: Option<String>,
    rows: Vec<Row>,
    retired: Vec<Row>,
    may_write: bool,
    /// What was typed, and what is wrong with it: in which form, and why.
    fields: Fields,
    names: Vec<NamesView>,
    wrong: Option<(&'static str, String)>,
    languages: Vec<Choice>,
}

/// What was found in a text.
struct Here {
    mark: Markup,
    class: &'static str,
    said: String,
}

/// A public statement.
struct ClaimView {
    mark: Markup,
    words: String,
    why: String,
    href: String,
    name: String,
    /// Whether it has a ground, in a word.
    ground: &'static str,
}

/// A capability.
struct Row {
    name: String,
    href: String,
    also: Option<String>,
    state: Markup,
    claims: String,
}

/// The other names of a capability in a language, as a field.
struct NamesView {
    field: String,
    label: &'static str,
    value: String,
}

/// `GET /capabilities`
pub(crate) async fn get(
    reader: Reader,
    State(app): State<App>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    page(&reader, &app, asked, None).await
}

async fn page(
    reader: &Reader,
    app: &App,
    fields: Fields,
    wrong: Option<(&'static str, String)>,
) -> Result<Response, Failure> {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let (mut entries, _) = app.service().entries(&reader.caller()).await?;
    entries.sort_by_key(|entry| urgency(entry, voice.today()));
    let all = || entries.iter().flat_map(|entry| &entry.claims);
    let mut without: Vec<&Resting> = all().filter(|claim| !claim.has_ground()).collect();
    without.sort_by(|one, other| one.claim.found.place.cmp(&other.claim.found.place));
    let unanswered = |entry: &&Entry| entry.capability.standing == Standing::Asked;
    let is_out = |entry: &&Entry| entry.capability.standing.name() == StandingName::Retired;
    let count = |n: usize| voice.lang.count(n);
    let (kept, out): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| !is_out(entry));
    let said = (!kept.is_empty()).then(|| {
        let unanswered = kept.iter().copied().filter(unanswered).count();
        t.capabilities_said(&count(kept.len()), &count(unanswered), &count(without.len()))
    });
    let here = fields.some("place").filter(|_| wrong.is_none()).map(|place| {
        let found: Vec<_> = all().filter(|one| one.claim.found.place.as_str() == place).collect();
        here(reader, place, &found)
    });
    let more = without.len().saturating_sub(MOST_CLAIMS);
    let chosen = fields.get("language").to_owned();
    let languages = std::iter::once((String::new(), t.wording_told().to_owned()));
    let languages = languages.chain(
        Language::ALL
            .iter()
            .map(|one| (one.code().to_owned(), lang_of(*one).own_name().to_owned())),
    );
    render(&Page {
        f: Frame::of(reader, t.capabilities_title(), Place::Settings),
        said,
        here,
        claims: without.iter().take(MOST_CLAIMS).map(|one| claim_view(reader, one)).collect(),
        more: (more > 0).then(|| t.and_more(&count(more))),
        rows: kept.iter().map(|entry| row(reader, entry)).collect(),
        retired: out.iter().map(|entry| row(reader, entry)).collect(),
        may_write: reader.role() != Role::Viewer,
        names: names_views(reader, |field| fields.verbatim(field).to_owned()),
        languages: choices(languages, &chosen),
        fields,
        wrong,
    })
}

/// What is asked comes first, the longest one before all; then what was to be there and is not; the rest is by name.
fn urgency(entry: &Entry, today: jiff::civil::Date) -> (u8, i64, String) {
    let name = entry.capability.name.as_str().to_lowercase();
    match &entry.capability.standing {
        Standing::Asked => (0, entry.capability.registered_at.as_second(), name),
        Standing::Answered(answered) => match answered.answer {
            Answer::Forecast { day, .. } if day < today => (1, 0, name),
            Answer::Exists { .. } | Answer::Forecast { .. } | Answer::NotPlanned { .. } => {
                (2, 0, name)
            }
        },
        Standing::Retired { .. } => (3, 0, name),
    }
}

/// What stands in one text.
fn here(reader: &Reader, place: &str, found: &[&Resting]) -> Here {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let worst = found.iter().find(|one| !one.has_ground());
    let wrong = found.iter().filter(|one| !one.has_ground()).count();
    let said = if found.is_empty() {
        t.claims_here_none(&place)
    } else {
        t.claims_here(&place, &voice.lang.count(found.len()), &voice.lang.count(wrong))
    };
    let mark = mark_of(worst.and_then(|one| one.wrong));
    Here { mark: askama::filters::Safe(mark.svg()), class: mark.class(), said }
}

fn claim_view(reader: &Reader, one: &Resting) -> ClaimView {
    let (voice, t, found) = (&reader.voice, reader.voice.t(), &one.claim.found);
    let seen = t.claim_seen(&found.place, &voice.day(one.claim.first_seen));
    let why = match one.wrong {
        Some(wrong) => voice.claim_wrong(one, wrong),
        None => format!("{}.", capital(&voice.claimed_for(found.claimed_for))),
    };
    ClaimView {
        mark: askama::filters::Safe(mark_of(one.wrong).svg()),
        words: found.words.to_string(),
        why: format!("{why} {seen}"),
        href: format!("/capabilities/{}", found.capability),
        name: one.capability.name.to_string(),
        ground: if one.has_ground() { t.claim_has_ground() } else { t.claim_no_ground() },
    }
}

fn row(reader: &Reader, entry: &Entry) -> Row {
    let (voice, t, capability) = (&reader.voice, reader.voice.t(), &entry.capability);
    let (mark, words) = voice.capability_state(capability);
    let wrong = entry.claims.iter().filter(|claim| !claim.has_ground()).count();
    let count = voice.lang.count(entry.claims.len());
    let words_of_wrong = t.capability_claims_wrong(&voice.lang.count(wrong));
    Row {
        name: capability.name.to_string(),
        href: format!("/capabilities/{}", entry.id),
        also: also(voice, capability),
        state: state_of(mark, &escape(&capital(&words))),
        claims: match wrong {
            0 => count,
            wrong if wrong == entry.claims.len() => words_of_wrong,
            _ => format!("{count}, {words_of_wrong}"),
        },
    }
}

/// What texts call a capability besides, each name once; `None` where they call it nothing else.
fn also(voice: &Voice, capability: &Capability) -> Option<String> {
    let mut names: Vec<&Line> = Vec::new();
    for other in &capability.names {
        if !names.iter().any(|name| plain(name) == plain(&other.name)) {
            names.push(&other.name);
        }
    }
    (!names.is_empty()).then(|| voice.t().capability_also(&quoted(voice, names.into_iter())))
}

/// A field for the other names in all languages, and one for each language.
fn names_views(reader: &Reader, value: impl Fn(&str) -> String) -> Vec<NamesView> {
    let any = (String::new(), reader.voice.t().capability_names_any());
    let each = Language::ALL.iter().map(|one| (one.code().to_owned(), lang_of(*one).own_name()));
    let view = |(code, label): (String, &'static str)| {
        let field = read::names_field(&code);
        NamesView { value: value(&field), field, label }
    };
    std::iter::once(any).chain(each).map(view).collect()
}

/// `POST /capabilities`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("register", &fields);
    let registered = match read::called(&fields) {
        Ok((name, names)) => app.service().register_capability(&caller, name, names).await,
        Err(error) => Err(error),
    };
    match registered {
        Ok(id) => Ok(Redirect::to(&format!("/capabilities/{id}")).into_response()),
        Err(error) => {
            let said = read::told(&reader, error)?;
            Ok(unprocessable(page(&reader, &app, fields, Some(("add", said))).await?))
        }
    }
}

/// `POST /capabilities/scan`
pub(crate) async fn post_scan(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let caller = reader.caller_for("scan", &fields);
    let text = match public_text(&reader, &fields) {
        Ok(text) => text,
        Err(said) => {
            let page = page(&reader, &app, fields, Some(("scan", said))).await?;
            return Ok(unprocessable(page));
        }
    };
    let place = text.place.to_string();
    match app.service().scan_claims(&caller, &[text]).await {
        Ok(_) => {
            let place = query(&[("place".to_owned(), place)]);
            Ok(Redirect::to(&format!("/capabilities?{place}")).into_response())
        }
        Err(error) => {
            let said = read::told(&reader, error)?;
            Ok(unprocessable(page(&reader, &app, fields, Some(("scan", said))).await?))
        }
    }
}

/// The text of a form, and where it stands.
fn public_text(reader: &Reader, fields: &Fields) -> Result<PublicText, String> {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let place = read::line(t.claim_place(), fields.get("place"));
    let place = place.map_err(|error| voice.error(&error))?;
    let words = fields.get("text").replace("\r\n", "\n");
    if words.len() > service::wording::MOST_BYTES {
        let most = voice.lang.count(service::wording::MOST_BYTES);
        return Err(t.error_input(
            &t.claim_text(),
            &read::beginning(&words),
            &t.wanted_shorter(&most, &voice.lang.count(words.len())),
        ));
    }
    let told = || detect::of(&words).and_then(|lang| Language::of_code(lang.code()));
    let language = Language::of_code(fields.get("language")).or_else(told);
    let language = language.ok_or_else(|| {
        t.error_input(&t.claim_text(), &read::beginning(&words), &t.wanted_language())
    })?;
    Ok(PublicText { place, words, language })
}

/// What went wrong with an error that a form can be shown again with; the others have pages of their own.
fn is_for_form(error: &ServiceError) -> bool {
    Failure::is_input(error)
        || matches!(error, ServiceError::Refused(promise::Refusal::Capability(_)))
}
