//! Coming in by a link: the very first start, an invitation, a new password.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use calendar::Country;
use ledger::access::invitation::Purpose;
use promise::money::Currency;
use promise::party::Organisation;
use promise::{Actor, Language, MemberId, OrganisationId, Role, Rule};
use service::ServiceError;
use service::access::AccessError;
use service::access::invitation::Invitation;
use service::access::sign_in::SignIn;
use service::company::Founding;
use texts::Lang;

use super::provider::{Button, join_buttons};
use super::sign_in::{Visiting, voice, with_pending, with_session};
use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::Frame;
use crate::reader::lang_of;
use crate::say::Voice;

/// Who is invited.
#[derive(Template)]
#[template(path = "join.html")]
struct Page {
    f: Frame,
    action: String,
    heading: String,
    said: String,
    login: String,
    buttons: Vec<Button>,
    error: Option<String>,
}

/// Nobody runs handslag here yet.
#[derive(Template)]
#[template(path = "welcome.html")]
struct Welcome {
    f: Frame,
    action: String,
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

/// `GET /join/{secret}`
pub(crate) async fn get(
    State(app): State<App>,
    Path(secret): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let invitation = invitation(&app, &secret).await?;
    page(&app, &headers, &secret, &invitation, &Fields::default(), None).await
}

async fn invitation(app: &App, secret: &str) -> Result<Invitation, Failure> {
    let found = app.service().invitation(secret, app.now()).await?;
    let mut invitation = found.ok_or(Failure::NoInvitation)?;
    if invitation.member.is_none() {
        // Founded by now, perhaps by the same form: what is left is how its first admin signs in.
        match app.service().organisation(invitation.organisation).await {
            Ok(us) => invitation.member = first_admin(&us),
            Err(ServiceError::NoOrganisation) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(invitation)
}

fn first_admin(us: &Organisation) -> Option<MemberId> {
    let admins = us.members.iter().filter(|(_, m)| m.role == Role::Admin && m.left_at.is_none());
    admins.map(|(id, _)| *id).next()
}

async fn page(
    app: &App,
    headers: &HeaderMap,
    secret: &str,
    invitation: &Invitation,
    fields: &Fields,
    error: Option<String>,
) -> Result<Response, Failure> {
    let voice = voice(app, headers);
    let t = voice.t();
    let action = format!("/join/{secret}");
    let failed = error.is_some();
    let page = match invitation.member {
        None => render(&welcome(&voice, action, fields, error))?,
        Some(member) => {
            let us = app.service().organisation(invitation.organisation).await?;
            let name = us.members.get(&member).map_or("", |member| member.name.as_str());
            let (heading, said) = match invitation.purpose {
                Purpose::Reset => (t.join_reset_heading().to_owned(), t.join_reset_said(&name)),
                Purpose::SetUp | Purpose::Join => {
                    (t.join_heading(&us.name.as_str()), t.join_said(&name))
                }
            };
            let access = app.service().access_of(invitation.organisation, voice.now).await?;
            let before = access.get(&member);
            let known = before.and_then(|access| access.login.clone());
            // Whoever has a second step joins with a password: a link alone does not pass it by.
            let buttons = match before {
                Some(before) if before.second_factor => Vec::new(),
                Some(_) | None => join_buttons(app, &voice, invitation.organisation, secret),
            };
            let login = fields.some("login").map(str::to_owned).or(known).unwrap_or_default();
            let f = Frame::alone(&voice, &heading);
            render(&Page { f, action, heading, said, login, buttons, error })?
        }
    };
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

fn welcome(voice: &Voice, action: String, fields: &Fields, error: Option<String>) -> Welcome {
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
    Welcome {
        f: Frame::alone(voice, t.welcome_heading()),
        action,
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

/// `POST /join/{secret}`
pub(crate) async fn post(
    State(app): State<App>,
    Path(secret): Path<String>,
    visiting: Visiting,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let mut invitation = invitation(&app, &secret).await?;
    let voice = voice(&app, &headers);
    let (login, password) = (fields.get("login").trim(), fields.verbatim("password"));
    if invitation.member.is_none() {
        // Before anything is founded: a form that is sent again finds its login as good as the first time.
        let names = [fields.get("name"), fields.get("admin")];
        if let Err(error) = app.service().check_credentials(login, password, &names) {
            let said = voice.access_error(&error);
            return page(&app, &headers, &secret, &invitation, &fields, Some(said)).await;
        }
        let founding = match founding(&voice, &fields) {
            Ok(founding) => founding,
            Err(said) => {
                return page(&app, &headers, &secret, &invitation, &fields, Some(said)).await;
            }
        };
        match found(&app, invitation.organisation, &secret, founding).await {
            Ok(admin) => invitation.member = Some(admin),
            Err(Failure::Service(error)) if Failure::is_input(&error) => {
                let said = voice.error(&error);
                return page(&app, &headers, &secret, &invitation, &fields, Some(said)).await;
            }
            Err(failure) => return Err(failure),
        }
    }
    let visit = visiting.visit(&app);
    match app.service().accept_invitation(&secret, login, password, &visit).await {
        Ok(SignIn::In { session, device }) => {
            let response = Redirect::to("/").into_response();
            with_session(&app, &headers, response, &session, &device).await
        }
        Ok(SignIn::SecondFactor { pending }) => with_pending(&app, &headers, "/", &pending),
        Err(AccessError::LinkNotValid) => Err(Failure::NoInvitation),
        Err(error) => match Failure::of_access(error) {
            Ok(failure) => Err(failure),
            Err(error) => {
                let said = voice.access_error(&error);
                page(&app, &headers, &secret, &invitation, &fields, Some(said)).await
            }
        },
    }
}

/// What the form founds; in words what is wrong where a choice is none of the list.
fn founding(voice: &Voice, fields: &Fields) -> Result<Founding, String> {
    let t = voice.t();
    let unknown = |name: &'static str| move || t.wanted_known(&name);
    let language = Language::of_code(fields.get("language"));
    let currency = Currency::of_code(fields.get("currency"));
    let country = fields.get("country").parse::<Country>().ok();
    Ok(Founding {
        name: fields.get("name").to_owned(),
        language: language.ok_or_else(unknown(t.field_language()))?,
        zone: fields.get("zone").to_owned(),
        currency: currency.ok_or_else(unknown(t.field_currency()))?,
        country: country.ok_or_else(unknown(t.field_country()))?,
        admin: fields.get("admin").to_owned(),
    })
}

/// Founds the organisation that a set-up link is for; sent again under the same link, nothing is founded twice.
async fn found(
    app: &App,
    organisation: OrganisationId,
    secret: &str,
    founding: Founding,
) -> Result<MemberId, Failure> {
    let key = format!("found by {}", secret.get(..22).unwrap_or_default());
    let caller = app.caller(organisation, Actor::Rule(Rule::Time), Some(key));
    Ok(app.service().found(&caller, founding).await?)
}
