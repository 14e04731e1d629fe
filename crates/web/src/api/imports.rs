//! Bringing a history: a file and its mapping, as a dry run or to be taken in.

use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use import::{BadRow, Mapping};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use service::ServiceError;
use service::history::{Bringing, Brought};
use utoipa::ToSchema;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

use super::answer::Made;
use super::body::too_large;
use super::problem::{Fault, Field, Kind, Problem};
use super::shape::forecast::TeamShape;
use super::shape::text::Instant;
use super::writer::Writer;
use crate::app::App;
use crate::page::upload::MOST_BYTES;

/// More bad rows are counted, but not told one by one.
const BAD_ROWS_TOLD: usize = 100;

pub(crate) fn routes() -> OpenApiRouter<App> {
    let limit = axum::extract::DefaultBodyLimit::max(MOST_BYTES);
    OpenApiRouter::default().routes(routes!(bring).layer(limit))
}

/// A file to bring in.
#[derive(Debug, ToSchema)]
#[schema(as = Bringing)]
#[expect(dead_code, reason = "only the document reads it: the parts of a form are read one by one")]
struct BringingShape {
    /// Which column means what, in TOML.
    #[schema(
        example = "name = \"tracker\"\n[columns]\nid = [\"key\"]\ncreated = \"opened\"\nfinished = \"done\"\n"
    )]
    mapping: String,
    /// The history as CSV, plain or gzipped; 64 MB at most. When the part has a name, it ends in .csv, .tsv or .txt,
    /// or packed in .gz, and the bytes are what it says.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// `true` tells what the file would bring and stores nothing; `false` when absent.
    #[schema(required = false, example = true)]
    dry_run: bool,
    /// `true` leaves out rows that cannot be taken; else they keep the whole file out.
    #[schema(required = false, example = false)]
    skip_bad_rows: bool,
}

/// A form as it was sent.
#[derive(Debug, Default)]
struct Form {
    mapping: Option<String>,
    file: Vec<u8>,
    /// What the file was called; programs need not say so.
    called: Option<String>,
    dry_run: bool,
    skip_bad_rows: bool,
}

impl Form {
    async fn read(mut form: Multipart) -> Result<Self, Problem> {
        let mut read = Self::default();
        let mut seen: Vec<String> = Vec::new();
        loop {
            let part = form.next_field().await.map_err(|e| wrong_form(&e))?;
            let Some(part) = part else { return Ok(read) };
            let name = part.name().unwrap_or_default().to_owned();
            let called = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|e| wrong_form(&e))?;
            if seen.contains(&name) {
                return Err(Problem::input(name, Value::Null, "each part once"));
            }
            let text = || {
                let text = String::from_utf8(bytes.to_vec());
                text.map_err(|_| Problem::input(name.clone(), Value::Null, "a text in UTF-8"))
            };
            match name.as_str() {
                "file" => (read.called, read.file) = (called, bytes.to_vec()),
                "mapping" => read.mapping = Some(text()?),
                "dry_run" => read.dry_run = flag(&name, &text()?)?,
                "skip_bad_rows" => read.skip_bad_rows = flag(&name, &text()?)?,
                _ => {
                    let wanted = "no such part; one of mapping, file, dry_run, skip_bad_rows";
                    return Err(Problem::input(name, Value::Null, wanted));
                }
            }
            seen.push(name);
        }
    }
}

fn flag(name: &str, text: &str) -> Result<bool, Problem> {
    match text.trim() {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(Problem::input(name, other, "true or false")),
    }
}

fn wrong_form(error: &axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return too_large(MOST_BYTES);
    }
    Problem::new(Kind::NotForm, error.body_text())
}

/// What a file would bring, or brought.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Brought)]
struct BroughtShape {
    /// Whether nothing was stored.
    dry_run: bool,
    /// The source the rows belong to.
    #[schema(example = "tracker")]
    source: String,
    /// Rows that can be taken.
    #[schema(example = 12_299)]
    rows: usize,
    /// Rows that the mapping's filter leaves out.
    left_out: usize,
    /// Rows whose start contradicts their end; taken without the start.
    doubtful: usize,
    /// Rows not yet finished.
    open: usize,
    /// Rows that are finished.
    finished: usize,
    /// Rows that were given up: neither finished nor open.
    given_up: usize,
    /// Finished rows with an estimate and an actual.
    estimated: usize,
    /// The first creation.
    from: Option<Instant>,
    /// The last thing that happened.
    to: Option<Instant>,
    /// Rows that were not there before.
    new: usize,
    /// Rows that were there and say something else now.
    changed: usize,
    /// Rows that say what they said before.
    unchanged: usize,
    /// How many rows cannot be taken.
    bad: usize,
    /// The first hundred of them.
    bad_rows: Vec<BadRowShape>,
    /// What is known of each team with the file taken in.
    teams: Vec<TeamShape>,
}

/// A row that cannot be taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BadRow)]
struct BadRowShape {
    /// Its line in the file, counted from 1 with the header.
    #[schema(example = 118)]
    line: u64,
    /// The column, or columns.
    #[schema(example = "done")]
    field: String,
    /// What stands there.
    #[schema(example = "31-02-2026")]
    given: String,
    /// What should.
    #[schema(example = "a date as the mapping says")]
    wanted: String,
}

impl From<&BadRow> for BadRowShape {
    fn from(row: &BadRow) -> Self {
        Self {
            line: row.line,
            field: row.field.clone(),
            given: row.given.clone(),
            wanted: row.wanted.to_string(),
        }
    }
}

impl BroughtShape {
    fn of(brought: &Brought, dry_run: bool) -> Self {
        let summary = &brought.summary;
        let instant = |at: Option<Timestamp>| at.map(Instant);
        Self {
            dry_run,
            source: brought.source.clone(),
            rows: summary.rows,
            left_out: summary.left_out,
            doubtful: summary.doubtful,
            open: summary.open,
            given_up: summary.given_up,
            finished: summary.finished,
            estimated: summary.estimated,
            from: instant(summary.from),
            to: instant(summary.to),
            new: brought.new,
            changed: brought.changed,
            unchanged: brought.unchanged,
            bad: brought.bad.len(),
            bad_rows: brought.bad.iter().take(BAD_ROWS_TOLD).map(BadRowShape::from).collect(),
            teams: brought.teams.iter().map(TeamShape::from).collect(),
        }
    }
}

/// Brings a history, all or nothing; rows known before are brought up to date.
#[utoipa::path(
    operation_id = "bring_history",
    post, path = "/api/v1/imports", tag = "imports",
    request_body(content = BringingShape, content_type = "multipart/form-data"),
    responses((status = 200, description = "what the file brought, or would bring", body = BroughtShape))
)]
async fn bring(State(app): State<App>, request: Request) -> Result<Response, Fault> {
    let (mut parts, body) = request.into_parts();
    let mut writer = Writer::of(&mut parts, &app).await?;
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.map(str::to_owned);
    let form = Multipart::from_request(Request::from_parts(parts, body), &app).await;
    let form = form.map_err(|_| {
        let given = kind.map_or(Value::Null, Value::from);
        let field = Field::of("Content-Type", given, "multipart/form-data with its boundary");
        Problem::of_field(Kind::ContentType, field)
    })?;
    let form = Form::read(form).await?;
    let text = form.mapping.as_deref();
    let text = text.ok_or_else(|| Problem::input("mapping", Value::Null, "to be there"))?;
    if form.file.is_empty() {
        return Err(Problem::input("file", Value::Null, "to be there, with something in it").into());
    }
    if let Some(name) = &form.called {
        import::file::check_name(name, &form.file).map_err(ServiceError::from)?;
    }
    writer.note(text.as_bytes());
    writer.note(&form.file);
    writer.note(format!("{} {}", form.dry_run, form.skip_bad_rows).as_bytes());
    let before = writer.answered().await?;
    let is_new = before.is_none();
    let answer = match before {
        Some(answer) => answer,
        None => {
            let mapping = Mapping::parse(text).map_err(ServiceError::from)?;
            let brought = take_in(&app, &writer, &form, &mapping).await?;
            let told = serde_json::to_value(BroughtShape::of(&brought, form.dry_run));
            writer.keep(&told.unwrap_or_default().to_string()).await?
        }
    };
    let told: Value = serde_json::from_str(&answer).unwrap_or_default();
    Ok(Made::here().answer(&told, None, !is_new))
}

async fn take_in(
    app: &App,
    writer: &Writer,
    form: &Form,
    mapping: &Mapping,
) -> Result<Brought, Fault> {
    let bringing = Bringing { mapping, bytes: &form.file, skip_bad_rows: form.skip_bad_rows };
    let caller = writer.caller();
    if form.dry_run {
        return Ok(app.service().preview_import(&caller, bringing).await?);
    }
    match app.service().import(&caller, bringing).await {
        Ok(brought) => {
            app.look_again(writer.reader.whose).await?;
            Ok(brought)
        }
        Err(error @ ServiceError::BadRows { .. }) => {
            let brought = app.service().preview_import(&caller, bringing).await?;
            let told = brought.bad.iter().take(BAD_ROWS_TOLD);
            let errors = told.map(|row| {
                let place = format!("line {}: {}", row.line, row.field);
                Field::of(place, row.given.as_str(), row.wanted.to_string())
            });
            let errors = errors.collect();
            Err(Problem { kind: Kind::BadRows, detail: error.to_string(), errors }.into())
        }
        Err(error) => Err(error.into()),
    }
}
