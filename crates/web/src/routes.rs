//! Every address, what it asks of whoever wants something there, and what answers it.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::app::App;
use crate::failure::{self, Failure};
use crate::need::Need;
use crate::page::{
    accounts, act, backtest, capabilities, customer, domino, dossier, join, keys, me, promise,
    promises, provider, quote, record, settings, sign_in, today, upload, wording,
};
use crate::{admit, api, audit, guard, request, statics};

/// An address with what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// How it is asked.
    pub method: Method,
    /// Where, with names in braces.
    pub path: String,
    /// What it asks of whoever wants something there.
    pub need: Need,
}

/// Addresses in the making. There is no way to add one without its need.
#[derive(Default)]
struct Table {
    router: Router<App>,
    addresses: Vec<Address>,
}

impl Table {
    fn get<H: Handler<T, App>, T: 'static>(self, path: &str, need: Need, handler: H) -> Self {
        let Self { router, mut addresses } = self;
        addresses.push(Address { method: Method::GET, path: path.to_owned(), need });
        Self { router: router.route(path, get(handler)), addresses }
    }

    fn post<H: Handler<T, App>, T: 'static>(self, path: &str, need: Need, handler: H) -> Self {
        let Self { router, mut addresses } = self;
        addresses.push(Address { method: Method::POST, path: path.to_owned(), need });
        Self { router: router.route(path, post(handler)), addresses }
    }

    fn merge(mut self, other: Self) -> Self {
        self.addresses.extend(other.addresses);
        Self { router: self.router.merge(other.router), addresses: self.addresses }
    }

    /// Bodies may be so many bytes.
    fn with_bodies_of(self, most: usize) -> Self {
        Self { router: self.router.layer(DefaultBodyLimit::max(most)), ..self }
    }
}

/// Every address, guarded.
pub fn router(app: App) -> Router {
    let Table { router, addresses } = pages();
    let needs = addresses.into_iter().chain(api::addresses());
    let needs: BTreeMap<(String, String), Need> =
        needs.map(|address| ((address.method.to_string(), address.path), address.need)).collect();
    Router::new()
        .merge(router)
        .merge(api::routes())
        .fallback(async || Failure::NoPage)
        .method_not_allowed_fallback(async || Failure::NoPage)
        .layer(from_fn_with_state(app.clone(), audit::note))
        .layer(from_fn_with_state((app.clone(), needs.into()), admit::admit))
        .layer(from_fn(request::only_unpacked))
        .layer(from_fn_with_state(app.clone(), guard::only_from_here))
        .layer(from_fn_with_state(app.clone(), failure::say))
        .layer(from_fn(guard::with_headers))
        .with_state(app)
}

/// Every address with its need: pages, then the API.
pub fn addresses() -> Vec<Address> {
    pages().addresses.into_iter().chain(api::addresses()).collect()
}

fn pages() -> Table {
    members_pages()
        .merge(entrance())
        .merge(register())
        .merge(imports())
        .merge(settings_pages())
        .merge(customer_pages())
        .get("/static/{*name}", Need::Nothing, statics::file)
}

/// The pages of members.
fn members_pages() -> Table {
    Table::default()
        .get("/", Need::Look, today::get)
        .get("/me", Need::Look, me::get)
        .post("/me", Need::Known, me::post)
        .post("/me/password", Need::Look, me::post_password)
        .get("/me/second-factor", Need::Known, me::get_second)
        .post("/me/second-factor", Need::Known, me::post_begin)
        .post("/me/second-factor/confirm", Need::Known, me::post_confirm)
        .post("/me/second-factor/remove", Need::Look, me::post_remove)
        .post("/me/recovery-codes", Need::Look, me::post_codes)
        .post("/me/identities", Need::Look, me::post_link)
        .post("/me/identities/{id}/unlink", Need::Look, me::post_unlink)
        .post("/me/sessions", Need::Look, me::post_sessions)
        .post("/me/tokens", Need::Look, me::post_token)
        .post("/me/tokens/{id}/revoke", Need::Look, me::post_revoke)
        .post("/clock", Need::Look, me::clock::post)
        .get("/keys", Need::Look, keys::get)
        .get("/quote", Need::Look, quote::get)
        .post("/offers", Need::Promise, quote::post_offer)
        .post("/drafts", Need::Promise, quote::post_draft)
        .post("/quotes/hold", Need::Promise, quote::post_hold)
        .post("/quotes/release", Need::Promise, quote::post_release)
        .get("/wording", Need::Look, wording::get)
        .post("/wording", Need::Look, wording::post)
        .post("/wording/look", Need::Look, wording::post_look)
        .post("/wording/record", Need::Promise, wording::post_record)
        .get("/backtest", Need::Look, backtest::get)
        .get("/record", Need::Look, record::get)
        .post("/record", Need::Promise, record::post)
        .get("/promises", Need::Look, promises::get)
        .get("/promises/{number}", Need::Look, promise::get)
        .get("/promises/{number}/receipt", Need::Look, promise::receipt)
        .get("/promises/{number}/domino", Need::Look, domino::get)
        .post("/promises/{number}/{verb}", Need::Promise, act::post)
        .get("/accounts", Need::Look, accounts::get)
        .post("/accounts", Need::Promise, accounts::post)
        .get("/accounts/new", Need::Look, accounts::get_new)
        .get("/accounts/{id}", Need::Look, dossier::get)
        .post("/accounts/{id}/contacts", Need::Promise, dossier::post_contact)
        .post("/accounts/{id}/contacts/{contact}/link", Need::Promise, dossier::post_link)
}

/// What the product does, as product answers for it.
fn register() -> Table {
    Table::default()
        .get("/capabilities", Need::Look, capabilities::get)
        .post("/capabilities", Need::Promise, capabilities::post)
        .post("/capabilities/scan", Need::Promise, capabilities::post_scan)
        .get("/capabilities/{id}", Need::Look, capabilities::get_one)
        .post("/capabilities/{id}/answer", Need::Answer, capabilities::post_answer)
        .post("/capabilities/{id}/call", Need::Answer, capabilities::post_call)
        .post("/capabilities/{id}/retire", Need::Answer, capabilities::post_retire)
}

/// What takes files, which may be large: bringing a history, opening a mail.
fn imports() -> Table {
    let files = Table::default()
        .get("/import", Need::Look, upload::get)
        .post("/import", Need::Promise, upload::post)
        .post("/wording/file", Need::Look, wording::post_file)
        .with_bodies_of(upload::MOST_BYTES);
    files
        .get("/import/{token}", Need::Look, upload::get_again)
        .post("/import/{token}", Need::Promise, upload::post_columns)
        .post("/import/{token}/take", Need::Promise, upload::post_take)
        .get("/import/{token}/rejects", Need::Promise, upload::rejects)
}

/// Where somebody becomes known.
fn entrance() -> Table {
    Table::default()
        .get("/sign-in", Need::Nothing, sign_in::get)
        .post("/sign-in", Need::Nothing, sign_in::post)
        .get("/sign-in/code", Need::Nothing, sign_in::get_code)
        .post("/sign-in/code", Need::Nothing, sign_in::post_code)
        .get("/sign-in/oidc/{provider}", Need::Nothing, provider::get)
        .get(provider::RETURN, Need::Nothing, provider::get_return)
        .post("/sign-out", Need::Known, sign_in::post_out)
        .get("/join/{secret}", Need::Link, join::get)
        .post("/join/{secret}", Need::Link, join::post)
        .post("/join/{secret}/{provider}", Need::Link, provider::post_join)
}

/// How the organisation is set up.
fn settings_pages() -> Table {
    Table::default()
        .get("/settings", Need::Look, settings::get)
        .post("/settings/policy", Need::Administer, settings::post_policy)
        .post("/settings/costs", Need::Manage, settings::costs::post)
        .post("/settings/figures", Need::Administer, settings::post_figures)
        .post("/settings/second-factor", Need::Administer, settings::post_second_factor)
        .get("/settings/audit.jsonl", Need::Administer, settings::audit::get)
        .post("/settings/members", Need::Administer, settings::members::post)
        .post("/settings/members/{id}", Need::Administer, settings::members::post_one)
        .post("/settings/members/{id}/invite", Need::Administer, settings::members::post_invite)
        .post("/settings/members/{id}/sign-out", Need::Administer, settings::members::post_sign_out)
        .post(
            "/settings/members/{id}/second-factor/lift",
            Need::Administer,
            settings::members::post_lift,
        )
        .post("/settings/members/{id}/leave", Need::Administer, settings::members::post_leave)
        .post("/settings/tokens/{id}/revoke", Need::Administer, settings::members::post_revoke)
        .post("/settings/teams/{name}", Need::Administer, settings::teams::post_team)
        .post("/settings/teams/{name}/away", Need::Administer, settings::teams::post_away)
        .post("/settings/teams/{name}/back", Need::Administer, settings::teams::post_back)
        .post("/settings/calendars/{name}", Need::Administer, settings::post_calendar)
}

/// The pages of customers: whoever holds the secret link.
fn customer_pages() -> Table {
    Table::default()
        .get("/c/{token}", Need::Link, customer::get)
        .get("/c/{token}/{promise}/receipt", Need::Link, customer::receipt)
        .post("/c/{token}/{promise}/{verb}", Need::Link, customer::post)
}
