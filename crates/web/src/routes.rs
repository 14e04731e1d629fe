//! Every address, and what answers it.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::app::App;
use crate::failure::{self, Failure};
use crate::page::{
    accounts, act, customer, dossier, keys, me, promise, promises, quote, record, settings, today,
    upload, welcome,
};
use crate::{api, guard, request, statics};

/// Every address, guarded.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(pages())
        .merge(customer_pages())
        .merge(api::routes())
        .route("/static/{*name}", get(statics::file))
        .fallback(async || Failure::NoPage)
        .method_not_allowed_fallback(async || Failure::NoPage)
        .layer(from_fn(request::only_unpacked))
        .layer(from_fn(guard::only_from_here))
        .layer(from_fn_with_state(app.clone(), failure::say))
        .layer(from_fn(guard::with_headers))
        .with_state(app)
}

/// The pages of members.
fn pages() -> Router<App> {
    let import = Router::new()
        .route("/import", get(upload::get).post(upload::post))
        .layer(DefaultBodyLimit::max(upload::MOST_BYTES));
    Router::new()
        .merge(import)
        .route("/", get(today::get))
        .route("/welcome", get(welcome::get).post(welcome::post))
        .route("/me", get(me::get).post(me::post))
        .route("/clock", post(me::post_clock))
        .route("/keys", get(keys::get))
        .route("/quote", get(quote::get))
        .route("/offers", post(quote::post_offer))
        .route("/drafts", post(quote::post_draft))
        .route("/record", get(record::get).post(record::post))
        .route("/promises", get(promises::get))
        .route("/promises/{number}", get(promise::get))
        .route("/promises/{number}/receipt", get(promise::receipt))
        .route("/promises/{number}/{verb}", post(act::post))
        .route("/accounts", get(accounts::get).post(accounts::post))
        .route("/accounts/new", get(accounts::get_new))
        .route("/accounts/{id}", get(dossier::get))
        .route("/accounts/{id}/contacts", post(dossier::post_contact))
        .route("/accounts/{id}/contacts/{contact}/link", post(dossier::post_link))
        .route("/import/{token}", get(upload::get_again).post(upload::post_columns))
        .route("/import/{token}/take", post(upload::post_take))
        .route("/import/{token}/rejects", get(upload::rejects))
        .route("/settings", get(settings::get))
        .route("/settings/policy", post(settings::post_policy))
        .route("/settings/members", post(settings::post_member))
        .route("/settings/teams/{name}", post(settings::post_team))
        .route("/settings/calendars/{name}", post(settings::post_calendar))
}

/// The pages of customers: whoever holds the secret link.
fn customer_pages() -> Router<App> {
    Router::new()
        .route("/c/{token}", get(customer::get))
        .route("/c/{token}/{promise}/receipt", get(customer::receipt))
        .route("/c/{token}/{promise}/{verb}", post(customer::post))
}
