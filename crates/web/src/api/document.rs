//! The OpenAPI document: from the handlers themselves, with what all of them have in common written here once.

use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::info::{InfoBuilder, LicenseBuilder};
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Required, ServerBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::problem::{Body, Field, Kind};

/// What every operation can be answered with besides what it is asked for.
const ALWAYS: [u16; 6] = [400, 403, 404, 405, 409, 500];
/// What every write can be answered with besides.
const WRITES: [u16; 3] = [413, 415, 422];
/// What a write that names a version can be answered with besides.
const MATCHES: [u16; 2] = [412, 428];

const ABOUT: &str = "Promises between a company and its customers: what can be promised, what was, and how it was \
     kept.\n\nEvery refusal is `application/problem+json` (RFC 9457). Every write takes an `Idempotency-Key`. Whatever \
     moves a promise names the version it was decided on in `If-Match`. `docs/api-design.md` says why.";

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
        ("promises", "Promises, whole and in lists."),
        ("moves", "The moves on a promise, by whoever may make them."),
        ("receipts", "What both sides can hold and verify."),
    ];
    let tag =
        |(name, about): (&str, &str)| TagBuilder::new().name(name).description(Some(about)).build();
    document.tags = Some(tags.into_iter().map(tag).collect());
    for (path, item) in &mut document.paths.paths {
        let member = path.starts_with("/api/") && !path.ends_with(".json");
        for (is_write, operation) in operations(item) {
            complete_one(operation, path, (member, is_write));
        }
    }
    let components = document.components.get_or_insert_default();
    components.schemas.insert(Body::name().into_owned(), Body::schema());
    components.schemas.insert(Field::name().into_owned(), Field::schema());
    document
}

fn operations(item: &mut PathItem) -> Vec<(bool, &mut Operation)> {
    let reads = item.get.as_mut().map(|operation| (false, operation));
    let writes = [item.post.as_mut(), item.put.as_mut()].into_iter().flatten();
    reads.into_iter().chain(writes.map(|operation| (true, operation))).collect()
}

fn complete_one(operation: &mut Operation, path: &str, (member, is_write): (bool, bool)) {
    let mut parameters = operation.parameters.take().unwrap_or_default();
    let mut header = |name: &str, required: Required, about: &str, schema: ObjectBuilder| {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(required)
            .description(Some(about))
            .schema(Some(schema));
        parameters.push(parameter.build().into());
    };
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let matches = is_write && path.contains("{promise}");
    if member {
        let about =
            "as whom the request acts, until there is a sign-in; the pages' own choice when absent";
        let id = "0195d3a0-7c1e-7c40-9c2e-6a1f6f3b8d11";
        header("Handslag-Member", Required::False, about, text().examples([id]));
    }
    if is_write {
        let about = "under which key it is done once: asked again, the same is answered";
        let key = text().min_length(Some(1)).max_length(Some(200)).pattern(Some("^[!-~]+$"));
        header("Idempotency-Key", Required::True, about, key);
    }
    if matches {
        let about = "the ETag of the promise as it was read, or * for whichever it is";
        let etag = text().pattern(Some(r#"^(\*|"\d+")$"#)).examples(["\"3\""]);
        header("If-Match", Required::True, about, etag);
    }
    operation.parameters = Some(parameters);
    let always: &[u16] = if member { &ALWAYS } else { &[403, 405] };
    let statuses = always.iter().chain(if is_write { &WRITES[..] } else { &[] });
    for status in statuses.chain(if matches { &MATCHES[..] } else { &[] }) {
        operation.responses.responses.insert(status.to_string(), problems(*status));
    }
    let answers = operation.responses.responses.iter_mut();
    for (_, answer) in answers.filter(|(status, _)| status.starts_with('2')) {
        if let RefOr::T(answer) = answer
            && is_write
        {
            let about = "`true` when the answer repeats one that was given before";
            let header = HeaderBuilder::new().schema(Some(text())).description(Some(about));
            answer.headers.insert("Idempotency-Replayed".to_owned(), header.build().into());
        }
    }
}

/// The answer with a problem of a status, with the types it can have.
fn problems(status: u16) -> RefOr<utoipa::openapi::Response> {
    let kinds = Kind::ALL.iter().filter(|kind| kind.status().as_u16() == status);
    let said: Vec<String> =
        kinds.map(|kind| format!("`/problems/{}`: {}", kind.slug(), kind.title())).collect();
    let schema: RefOr<Schema> = Ref::from_schema_name(Body::name()).into();
    ResponseBuilder::new()
        .description(said.join("; "))
        .content("application/problem+json", Content::new(Some(schema)))
        .build()
        .into()
}
