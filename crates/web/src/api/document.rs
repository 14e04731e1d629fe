//! The OpenAPI document: from the handlers themselves, with what all of them have in common written here once.

use axum::http::Method;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::info::{InfoBuilder, LicenseBuilder};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Required, ServerBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::need_of;
use super::problem::{Body, Field, Kind};
use crate::audit::READINGS;

/// What every operation can be answered with besides what it is asked for.
const ALWAYS: [u16; 8] = [400, 401, 403, 404, 405, 409, 500, 503];
/// What everything that is sent can be answered with besides.
const SENT: [u16; 3] = [413, 415, 422];
/// What a write that names a version can be answered with besides.
const MATCHES: [u16; 2] = [412, 428];

const ABOUT: &str = "Promises between a company and its customers: what can be promised, what was, and how it was \
     kept.\n\nEvery refusal is `application/problem+json` (RFC 9457). Every write takes an `Idempotency-Key`. Whatever \
     moves a promise names the version it was decided on in `If-Match`. `docs/api-design.md` says why.";

/// The name of the way that programs sign in.
const TOKEN: &str = "token";

const ABOUT_TOKENS: &str = "A token of a member (`hs_…`), made on their own page, with a scope: `read` looks, `draft` \
     also asks and writes drafts, `promise` does whatever the member's role may. An operation names the least scope \
     that will do. It lives for the days it was made for, or until it is revoked.";

/// Adds to the operations what all of them have in common.
pub(crate) fn complete(mut document: OpenApi) -> OpenApi {
    let license =
        LicenseBuilder::new().name("MIT OR Apache-2.0").identifier(Some("MIT OR Apache-2.0"));
    document.info = InfoBuilder::new()
        .title("handslag")
        .version("1")
        .description(Some(ABOUT))
        .license(Some(license.build()))
        .build();
    document.servers = Some(vec![ServerBuilder::new().url("/").build()]);
    let tags = [
        ("setting", "The organisation, its people and teams, and what needs a word today."),
        ("accounts", "Customers and their contacts."),
        ("imports", "Bringing a history that forecasts learn from."),
        ("quotes", "What can we promise?"),
        ("wording", "What is promised in a text, and what should be worded otherwise?"),
        (
            "capabilities",
            "What the product does, as product answers for it, and what is claimed of it in public.",
        ),
        ("promises", "Promises, whole and in lists."),
        ("moves", "The moves on a promise, by whoever may make them."),
        ("receipts", "What both sides can hold and verify."),
    ];
    let tag =
        |(name, about): (&str, &str)| TagBuilder::new().name(name).description(Some(about)).build();
    document.tags = Some(tags.into_iter().map(tag).collect());
    for (path, item) in &mut document.paths.paths {
        let knows_member = path.starts_with("/api/") && !path.ends_with(".json");
        for (method, operation) in operations(item) {
            let is_write = !method.is_safe() && !READINGS.contains(&path.as_str());
            let is_match = is_write && path.contains("{promise}");
            let parameters = operation.parameters.get_or_insert_default();
            let shared = [(knows_member, "Member"), (is_write, "Key"), (is_match, "Match")];
            let shared = shared.into_iter().filter(|(is_there, _)| *is_there);
            let at = |(_, name)| RefOr::Ref(Ref::new(format!("#/components/parameters/{name}")));
            parameters.extend(shared.map(at));
            let name = operation.operation_id.as_deref().unwrap_or_default();
            operation.security = Some(match need_of(name, is_write).scope() {
                Some(scope) => vec![SecurityRequirement::new(TOKEN, [scope.code()])],
                None => Vec::new(),
            });
            refused(operation, (knows_member, !method.is_safe(), is_match));
            answered(operation, is_write);
        }
    }
    let components = document.components.get_or_insert_default();
    components.schemas.insert(Body::name().into_owned(), Body::schema());
    components.schemas.insert(Field::name().into_owned(), Field::schema());
    components.schemas.values_mut().for_each(close);
    components.parameters.extend(parameters());
    components.headers.extend(headers());
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(ABOUT_TOKENS));
    components
        .security_schemes
        .insert(TOKEN.to_owned(), SecurityScheme::Http(token.build()).into());
    for status in ALWAYS.iter().chain(&SENT).chain(&MATCHES) {
        components.responses.insert(format!("Problem{status}"), problems(*status));
    }
    document
}

/// Says of each shape that is one thing or another that it is not two: no other field stands beside the one.
fn close(schema: &mut RefOr<Schema>) {
    let RefOr::T(Schema::OneOf(choices)) = schema else { return };
    for choice in &mut choices.items {
        if let RefOr::T(Schema::Object(object)) = choice
            && object.properties.len() == 1
        {
            object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        }
    }
}

/// The operations of a path with their methods.
pub(crate) fn operations(item: &mut PathItem) -> Vec<(Method, &mut Operation)> {
    let all = [
        (Method::GET, item.get.as_mut()),
        (Method::POST, item.post.as_mut()),
        (Method::PUT, item.put.as_mut()),
        (Method::DELETE, item.delete.as_mut()),
        (Method::PATCH, item.patch.as_mut()),
    ];
    all.into_iter().filter_map(|(method, of)| of.map(|of| (method, of))).collect()
}

/// Adds how an operation can be refused.
fn refused(operation: &mut Operation, (knows_member, is_sent, is_match): (bool, bool, bool)) {
    let always: &[u16] = if knows_member { &ALWAYS } else { &[403, 405] };
    let sent: &[u16] = if is_sent { &SENT } else { &[] };
    let matches: &[u16] = if is_match { &MATCHES } else { &[] };
    for status in always.iter().chain(sent).chain(matches) {
        let problem = Ref::from_response_name(format!("Problem{status}"));
        operation.responses.responses.insert(status.to_string(), problem.into());
    }
}

/// Adds the headers of what is answered when an operation is done.
fn answered(operation: &mut Operation, is_write: bool) {
    let described = ["Promise", "Account", "EventList"].map(|name| format!("schemas/{name}"));
    for (status, answer) in &mut operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        let versioned = answer.content.values().any(|content| {
            let RefOr::T(content) = content else { return false };
            let Some(RefOr::Ref(schema)) = &content.schema else { return false };
            described.iter().any(|name| schema.ref_location.ends_with(name))
        });
        let is_made = status == "201";
        let shared =
            [(versioned, "ETag"), (is_made, "Location"), (is_write, "Idempotency-Replayed")];
        for (_, name) in shared.into_iter().filter(|(is_there, _)| *is_there) {
            let header = Ref::new(format!("#/components/headers/{name}"));
            answer.headers.insert(name.to_owned(), RefOr::Ref(header));
        }
    }
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn headers() -> [(String, RefOr<Header>); 3] {
    let header = |name: &str, about: &str, example: &str| {
        let header = HeaderBuilder::new().schema(Some(text().examples([example])));
        (name.to_owned(), header.description(Some(about)).build().into())
    };
    let replayed = "`true` when the answer is to a request that was done before";
    [
        header("ETag", "the version, in quotes; to be named in If-Match", "\"3\""),
        header("Location", "where it is", "/api/v1/promises/0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11"),
        header("Idempotency-Replayed", replayed, "true"),
    ]
}

fn parameters() -> [(String, RefOr<Parameter>); 3] {
    let header = |name: &str, required: Required, about: &str, schema: ObjectBuilder| {
        let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header);
        let header = header.required(required).description(Some(about)).schema(Some(schema));
        RefOr::from(header.build())
    };
    let member = "as whom the request acts, in the demo only: there everybody may choose; when absent, as the pages choose";
    let key = "under which key it is done once: asked again, the same is answered";
    let version = "the ETag of the promise as it was read, or * for whichever it is";
    let id = text().examples(["0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11"]);
    let word = text().min_length(Some(1)).max_length(Some(200)).pattern(Some("^[!-~]+$"));
    let etag = text().pattern(Some(r#"^(\*|"\d{1,9}")$"#)).examples(["\"3\""]);
    [
        ("Member".to_owned(), header("Handslag-Member", Required::False, member, id)),
        ("Key".to_owned(), header("Idempotency-Key", Required::True, key, word)),
        ("Match".to_owned(), header("If-Match", Required::True, version, etag)),
    ]
}

/// The answer with a problem of a status, with the types it can have.
fn problems(status: u16) -> RefOr<Response> {
    let kinds = Kind::ALL.iter().filter(|kind| kind.status().as_u16() == status);
    let said = kinds.map(|kind| format!("`/problems/{}`: {}", kind.slug(), kind.title()));
    let schema: RefOr<Schema> = Ref::from_schema_name(Body::name()).into();
    ResponseBuilder::new()
        .description(said.collect::<Vec<_>>().join("; "))
        .content("application/problem+json", Content::new(Some(schema)))
        .build()
        .into()
}
