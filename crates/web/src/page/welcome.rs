//! The first page of all: who runs handslag here.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::Country;
use jiff::tz::TimeZone;
use promise::money::Currency;
use promise::{Actor, Language, Rule};
use service::ServiceError;
use service::company::Founding;
use texts::Lang;

use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::Frame;
use crate::reader::{accepted_lang, lang, lang_of};
use crate::say::Voice;

#[derive(Template)]
#[template(path = "welcome.html")]
struct Page {
    f: Frame,
    fields: Fields,
    languages: Vec<Choice>,
    countries: Vec<Choice>,
    currencies: Vec<Choice>,
    zones: Vec<&'static str>,
    error: Option<String>,
}

/// The zones that are suggested; any other can be typed.
const ZONES: [&str; 8] = [
    "Europe/Amsterdam",
    "Europe/Stockholm",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Copenhagen",
    "Europe/Oslo",
    "Europe/Helsinki",
    "Europe/London",
];

fn voice(app: &App, headers: &HeaderMap) -> Voice {
    let lang = lang(headers).or_else(|| accepted_lang(headers)).unwrap_or(Lang::En);
    Voice { lang, zone: TimeZone::UTC, now: app.now() }
}

/// `GET /welcome`
pub(crate) async fn get(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    match app.service().organisation(app.organisation()).await {
        Ok(_) => Ok(Redirect::to("/").into_response()),
        Err(ServiceError::NoOrganisation) => {
            render(&page(&voice(&app, &headers), &Fields::default(), None))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(voice: &Voice, fields: &Fields, error: Option<String>) -> Page {
    let t = voice.t();
    let own = voice.lang.code();
    let (country, zone, currency) = match voice.lang {
        Lang::Nl => ("NL", ZONES[0], Currency::Eur),
        Lang::Sv => ("SE", ZONES[1], Currency::Sek),
        Lang::En => ("GB", ZONES[7], Currency::Gbp),
    };
    let mut fields = fields.clone();
    for (name, usual) in
        [("language", own), ("country", country), ("zone", zone), ("currency", currency.code())]
    {
        if fields.some(name).is_none() {
            fields.set(name, usual);
        }
    }
    let languages = Language::ALL.iter().map(|l| (l.code(), lang_of(*l).own_name()));
    let countries = Country::ALL.into_iter().map(|c| (c.code(), country_name(voice, c)));
    let currencies = Currency::ALL.iter().map(|c| (c.code(), c.code()));
    Page {
        f: Frame::alone(voice, t.welcome_heading()),
        languages: choices(languages, fields.get("language")),
        countries: choices(countries, fields.get("country")),
        currencies: choices(currencies, fields.get("currency")),
        zones: ZONES.to_vec(),
        fields,
        error,
    }
}

/// The name of a country whose holidays are known.
pub(crate) fn country_name(voice: &Voice, country: Country) -> &'static str {
    let t = voice.t();
    match country {
        Country::Nl => t.country_nl(),
        Country::Se => t.country_se(),
        Country::De => t.country_de(),
        Country::Be => t.country_be(),
        Country::Dk => t.country_dk(),
        Country::No => t.country_no(),
        Country::Fi => t.country_fi(),
        Country::Gb => t.country_gb(),
    }
}

/// `POST /welcome`
pub(crate) async fn post(
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let voice = voice(&app, &headers);
    let founding = Founding {
        name: fields.get("name").to_owned(),
        language: Language::of_code(fields.get("language")).unwrap_or(Language::En),
        zone: fields.get("zone").to_owned(),
        currency: Currency::of_code(fields.get("currency")).unwrap_or(Currency::Eur),
        country: fields.get("country").parse().unwrap_or(Country::Nl),
        admin: fields.get("admin").to_owned(),
    };
    let caller = app.caller(Actor::Rule(Rule::Time), None);
    match app.service().found(&caller, founding).await {
        Ok(_) => Ok(Redirect::to("/").into_response()),
        Err(error @ (ServiceError::Input { .. } | ServiceError::Calendar(_))) => {
            let said = voice.error(&error);
            let status = Failure::from(error).status();
            Ok((status, render(&page(&voice, &fields, Some(said)))?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
