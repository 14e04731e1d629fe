//! The second step of signing in: a code from an app, and recovery codes for when it is not at hand.

use askama::Template;
use askama::filters::Safe;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use service::access::AccessError;
use service::access::second_factor::Enrolment;
use service::access::secret::Secret;

use super::{done, own_error, page, proof};
use crate::failure::Failure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::page::once::{Once, once};
use crate::page::{Markup, render};
use crate::reader::Reader;

#[derive(Template)]
#[template(path = "second.html")]
struct Page {
    f: Frame,
    square: Markup,
    /// Where one goes who does not want it after all.
    away: &'static str,
    key: String,
    sealed: String,
    error: Option<String>,
}

/// The page of somebody who can do nothing else before they have a second factor.
#[derive(Template)]
#[template(path = "second_demanded.html")]
struct Demanded {
    f: Frame,
    error: Option<String>,
}

/// `GET /me/second-factor`: where it is demanded, how it begins.
pub(crate) async fn get_second(reader: Reader) -> Result<Response, Failure> {
    if !reader.owes_second_factor {
        return Ok(Redirect::to("/me#second").into_response());
    }
    demanded(&reader, None)
}

fn demanded(reader: &Reader, error: Option<&AccessError>) -> Result<Response, Failure> {
    let f = Frame::of(reader, reader.voice.t().second_heading(), Place::Me);
    let failed = error.is_some();
    let page = render(&Demanded { f, error: error.map(|error| own_error(&reader.voice, error)) })?;
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

/// What is wrong, on the page on which it was asked for.
async fn refused(reader: &Reader, error: AccessError) -> Result<Response, Failure> {
    if !reader.owes_second_factor {
        return done(reader, "second", Err(error)).await;
    }
    match Failure::of_access(error) {
        Ok(failure) => Err(failure),
        Err(error) => demanded(reader, Some(&error)),
    }
}

/// `POST /me/second-factor`: shows the secret to be taken into an app.
pub(crate) async fn post_begin(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let service = reader.app.service();
    let enrolment = service.begin_second_factor(&reader.caller(), proof(&fields)).await;
    match enrolment {
        Ok(enrolment) => shown(&reader, &enrolment, None),
        Err(error) => refused(&reader, error).await,
    }
}

fn shown(
    reader: &Reader,
    enrolment: &Enrolment,
    error: Option<&AccessError>,
) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let page = render(&Page {
        f: Frame::of(reader, t.second_heading(), Place::Me),
        away: if reader.owes_second_factor { "/me/second-factor" } else { "/me#second" },
        square: Safe(enrolment.qr_svg.clone()),
        key: grouped(enrolment.secret_base32.reveal()),
        sealed: enrolment.sealed.reveal().to_owned(),
        error: error.map(|error| reader.voice.access_error(error)),
    })?;
    let failed = error.is_some();
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

/// A key in groups of four, as people copy it.
fn grouped(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// `POST /me/second-factor/confirm`
pub(crate) async fn post_confirm(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let (service, sealed) = (reader.app.service(), fields.get("sealed"));
    let code = fields.get("code").trim();
    match service.confirm_second_factor(&reader.caller(), sealed, code).await {
        Ok(codes) => codes_once(&reader, &codes),
        Err(error @ AccessError::WrongCode) => {
            // The same secret again: it is in the app already.
            match service.offered_second_factor(&reader.caller(), sealed).await {
                Ok(enrolment) => shown(&reader, &enrolment, Some(&error)),
                Err(error) => refused(&reader, error).await,
            }
        }
        Err(error) => refused(&reader, error).await,
    }
}

/// `POST /me/second-factor/remove`
pub(crate) async fn post_remove(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let service = reader.app.service();
    let outcome = service.remove_second_factor(&reader.caller(), proof(&fields)).await;
    done(&reader, "second", outcome).await
}

/// `POST /me/recovery-codes`
pub(crate) async fn post_codes(reader: Reader, fields: Fields) -> Result<Response, Failure> {
    let service = reader.app.service();
    match service.new_recovery_codes(&reader.caller(), proof(&fields)).await {
        Ok(codes) => codes_once(&reader, &codes),
        Err(error) => match Failure::of_access(error) {
            Ok(failure) => Err(failure),
            Err(error) => page(&reader, Some(("second", own_error(&reader.voice, &error)))).await,
        },
    }
}

fn codes_once(reader: &Reader, codes: &[Secret]) -> Result<Response, Failure> {
    let t = reader.voice.t();
    once(
        reader,
        Once {
            heading: t.once_codes().to_owned(),
            said: t.once_codes_said().to_owned(),
            secrets: codes.iter().map(|code| code.reveal().to_owned()).collect(),
            back: if reader.owes_second_factor { "/" } else { "/me#second" },
        },
    )
}
