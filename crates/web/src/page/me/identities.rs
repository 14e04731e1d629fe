//! By whose word besides one's password one signs in: linking and unlinking.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use service::access::AccessError;

use super::{done, proof, this_session};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::provider::{not_let_in, onwards, redirect_uri};
use crate::page::{Choice, choices};
use crate::reader::Reader;

/// An identity that is linked.
pub(crate) struct IdentityView {
    pub(crate) id: String,
    pub(crate) provider: String,
    pub(crate) since: String,
}

/// One's own.
pub(super) async fn own_identities(reader: &Reader) -> Result<Vec<IdentityView>, Failure> {
    let linked = reader.app.service().identities(reader.whose, reader.member).await?;
    let view = |one: service::access::identity::IdentityRow| IdentityView {
        id: one.id,
        provider: one.provider,
        since: reader.voice.short_day(one.linked_at),
    };
    Ok(linked.into_iter().map(view).collect())
}

/// With which providers one could be linked.
pub(super) fn providers(reader: &Reader) -> Vec<Choice> {
    let all = reader.app.service().providers(Some(reader.whose));
    choices(all.into_iter().map(|one| (one.slug, one.name)), "")
}

/// `POST /me/identities`: on to a provider, once the password was right.
pub(crate) async fn post_link(
    reader: Reader,
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let session = this_session(&reader).ok_or(Failure::NotForPrograms)?;
    let (provider, proof) = (fields.get("provider"), proof(&fields));
    let redirect_uri = redirect_uri(&app, &headers, fields.get("provider"))?;
    let caller = reader.caller();
    match app.service().link_at(&caller, session, proof, provider, &redirect_uri).await {
        Ok(begun) => onwards(&app, &headers, &reader.voice, provider, &begun),
        Err(error @ AccessError::Provider { .. }) => not_let_in(&app, &headers, error, None),
        Err(error) => done(&reader, "identities", Err(error)).await,
    }
}

/// `POST /me/identities/{id}/unlink`
pub(crate) async fn post_unlink(
    reader: Reader,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let session = this_session(&reader).ok_or(Failure::NotForPrograms)?;
    let service = reader.app.service();
    let outcome = service.unlink(&reader.caller(), proof(&fields), session, &id).await;
    done(&reader, "identities", outcome).await
}
