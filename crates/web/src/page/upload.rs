//! Bringing a history: a file is chosen, its columns are named, a dry run shows what it would bring, a yes takes it in.

mod brought;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use import::Mapping;
use import::file::check_name;
use import::guess::{Field, Sketch, guess};
use service::ServiceError;
use service::history::Bringing;

use self::brought::{BroughtView, brought_view};
use super::{Choice, choices, render};
use crate::app::App;
use crate::failure::Failure;
use crate::form::{Fields, parts};
use crate::frame::{Frame, Place};
use crate::reader::Reader;
use crate::staged::StagedFile;

/// Files up to this size can be uploaded.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;

#[derive(Template)]
#[template(path = "import.html")]
struct Page {
    f: Frame,
    step: Step,
    error: Option<String>,
}

/// How far one is.
enum Step {
    /// Choose a file.
    Choose { mappings: Vec<Known> },
    /// Say what its columns mean.
    Columns { token: String, file: String, columns: Vec<Column>, formats: Formats, toml: String },
    /// Look at what it would bring.
    Look { token: String, file: String, seen: Box<BroughtView>, toml: String },
    /// It is in.
    Done { file: String, seen: Box<BroughtView> },
}

/// A source that was brought before.
struct Known {
    says: String,
}

/// A field with the columns to choose from.
struct Column {
    name: &'static str,
    label: &'static str,
    needed: bool,
    choices: Vec<Choice>,
}

/// How values are written.
struct Formats {
    dates: Vec<Choice>,
    units: Vec<Choice>,
    name: String,
}

/// `GET /import`
pub(crate) async fn get(reader: Reader, State(app): State<App>) -> Result<Response, Failure> {
    choose(&reader, &app, None).await
}

async fn choose(reader: &Reader, app: &App, error: Option<String>) -> Result<Response, Failure> {
    let t = reader.voice.t();
    let world = app.service().world(reader.whose, reader.voice.now).await?;
    let known = world.team_views().into_iter().map(|team| Known {
        says: format!("{}: {}", team.name, super::settings::teams::team_said(&reader.voice, &team)),
    });
    let failed = error.is_some();
    let f = Frame::of(reader, t.nav_import(), Place::Import);
    let page = render(&Page { f, step: Step::Choose { mappings: known.collect() }, error })?;
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

/// `POST /import`: a file, with or without its mapping.
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    form: Multipart,
) -> Result<Response, Failure> {
    let (mut name, mut bytes, mut mapping) = (String::new(), Vec::new(), String::new());
    for part in parts(form).await? {
        match part.field.as_str() {
            "file" => (name, bytes) = (part.file, part.bytes),
            "mapping" => mapping = String::from_utf8_lossy(&part.bytes).into_owned(),
            _ => {}
        }
    }
    if bytes.is_empty() {
        return choose(&reader, &app, Some(reader.voice.t().error_file_empty().to_owned())).await;
    }
    if let Err(wrong) = check_name(&name, &bytes) {
        return choose(&reader, &app, Some(reader.voice.import_error(&wrong))).await;
    }
    let token = app.fresh_key();
    let has_mapping = !mapping.trim().is_empty();
    let file = StagedFile { name, bytes: bytes.into(), mapping };
    let file = app.staged().put(reader.whose, &token, file);
    if has_mapping {
        look(&reader, &app, &token, &file).await
    } else {
        columns(&reader, &app, &token, &file, None).await
    }
}

/// The form that says what the columns mean, filled in as far as it can be guessed.
async fn columns(
    reader: &Reader,
    app: &App,
    token: &str,
    file: &StagedFile,
    error: Option<String>,
) -> Result<Response, Failure> {
    let stem = file.name.split('.').next().unwrap_or_default();
    let sketch = match guess(&file.bytes, if stem.is_empty() { "history" } else { stem }) {
        Ok(sketch) => sketch,
        Err(wrong) => return choose(reader, app, Some(reader.voice.import_error(&wrong))).await,
    };
    let failed = error.is_some();
    let step = Step::Columns {
        token: token.to_owned(),
        file: file.name.clone(),
        columns: Field::ALL.into_iter().map(|field| column(reader, &sketch, field)).collect(),
        formats: formats(reader, &sketch),
        toml: if file.mapping.is_empty() { sketch.to_toml() } else { file.mapping.clone() },
    };
    let f = Frame::of(reader, reader.voice.t().nav_import(), Place::Import);
    let page = render(&Page { f, step, error })?;
    Ok(if failed { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

fn column(reader: &Reader, sketch: &Sketch, field: Field) -> Column {
    let t = reader.voice.t();
    let label = match field {
        Field::Id => t.column_id(),
        Field::Title => t.column_title(),
        Field::Created => t.column_created(),
        Field::Started => t.column_started(),
        Field::Finished => t.column_finished(),
        Field::Estimate => t.column_estimate(),
        Field::Actual => t.column_actual(),
        Field::Kind => t.column_kind(),
        Field::Team => t.column_team(),
        Field::Person => t.column_person(),
        Field::Priority => t.column_priority(),
        Field::Promised => t.column_promised(),
    };
    let none = (String::new(), t.column_none().to_owned());
    let names = sketch.header.iter().map(|name| (name.clone(), name.clone()));
    let chosen = sketch.columns.get(&field).map_or("", String::as_str);
    let needed = matches!(field, Field::Id | Field::Created);
    let choices = choices(std::iter::once(none).chain(names), chosen);
    Column { name: field.name(), label, needed, choices }
}

fn formats(reader: &Reader, sketch: &Sketch) -> Formats {
    let t = reader.voice.t();
    let iso = (String::new(), "2026-03-09".to_owned());
    let forms = [
        ("%d-%m-%Y", "09-03-2026"),
        ("%d-%m-%Y %H:%M", "09-03-2026 14:30"),
        ("%d/%m/%Y", "09/03/2026"),
        ("%d/%m/%Y %H:%M", "09/03/2026 14:30"),
        ("%d.%m.%Y", "09.03.2026"),
        ("%d.%m.%Y %H:%M", "09.03.2026 14:30"),
        ("%m/%d/%Y", "03/09/2026"),
        ("%m/%d/%Y %H:%M", "03/09/2026 14:30"),
        ("%d/%b/%y %I:%M %p", "09/Mar/26 2:30 PM"),
        ("%Y/%m/%d", "2026/03/09"),
    ];
    let forms = forms.map(|(form, example)| (form.to_owned(), example.to_owned()));
    let chosen = sketch.dates.as_deref().unwrap_or_default();
    let units = [("hours", t.unit_hours()), ("minutes", t.unit_minutes()), ("days", t.unit_days())];
    Formats {
        dates: choices(std::iter::once(iso).chain(forms), chosen),
        units: choices(units, &sketch.unit),
        name: sketch.name.clone(),
    }
}

/// `POST /import/{token}`: what the columns mean; shows what the file would bring.
pub(crate) async fn post_columns(
    reader: Reader,
    State(app): State<App>,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let file = app.staged().get(reader.whose, &token).ok_or(Failure::NotStaged)?;
    let mapping = match fields.some("toml") {
        Some(toml) if fields.get("by") == "toml" => toml.to_owned(),
        _ => sketched(&file, &fields)?.to_toml(),
    };
    let (name, bytes) = (file.name.clone(), Arc::clone(&file.bytes));
    let file = app.staged().put(reader.whose, &token, StagedFile { name, bytes, mapping });
    look(&reader, &app, &token, &file).await
}

/// The mapping that a form describes.
fn sketched(file: &StagedFile, fields: &Fields) -> Result<Sketch, ServiceError> {
    let mut sketch = guess(&file.bytes, fields.some("name").unwrap_or("history"))?;
    sketch.columns.clear();
    for field in Field::ALL {
        if let Some(column) = fields.some(&format!("col_{}", field.name())) {
            sketch.columns.insert(field, column.to_owned());
        }
    }
    sketch.dates = fields.some("dates").map(str::to_owned);
    if let Some(unit) = fields.some("unit") {
        sketch.unit = unit.to_owned();
    }
    Ok(sketch)
}

/// What the file would bring; or the columns again, with what is wrong.
async fn look(
    reader: &Reader,
    app: &App,
    token: &str,
    file: &StagedFile,
) -> Result<Response, Failure> {
    let mapping = match Mapping::parse(&file.mapping) {
        Ok(mapping) => mapping,
        Err(wrong) => {
            let said = reader.voice.import_error(&wrong);
            return columns(reader, app, token, file, Some(said)).await;
        }
    };
    let bringing = Bringing { mapping: &mapping, bytes: &file.bytes, skip_bad_rows: true };
    match app.service().preview_import(&reader.caller(), bringing).await {
        Ok(seen) => {
            let step = Step::Look {
                token: token.to_owned(),
                file: file.name.clone(),
                seen: Box::new(brought_view(&reader.voice, &seen)),
                toml: file.mapping.clone(),
            };
            let f = Frame::of(reader, reader.voice.t().nav_import(), Place::Import);
            render(&Page { f, step, error: None })
        }
        Err(ServiceError::Import(wrong)) => {
            let said = reader.voice.import_error(&wrong);
            columns(reader, app, token, file, Some(said)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /import/{token}/take`
pub(crate) async fn post_take(
    reader: Reader,
    State(app): State<App>,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let file = app.staged().get(reader.whose, &token).ok_or(Failure::NotStaged)?;
    let mapping = Mapping::parse(&file.mapping).map_err(ServiceError::from)?;
    let skip_bad_rows = fields.ticked("skip");
    let bringing = Bringing { mapping: &mapping, bytes: &file.bytes, skip_bad_rows };
    let caller = reader.caller_for(&format!("import {token}"), &fields);
    let brought = app.service().import(&caller, bringing).await?;
    app.staged().drop(reader.whose, &token);
    app.look_again(reader.whose).await?;
    let f = Frame::of(&reader, reader.voice.t().nav_import(), Place::Import);
    let seen = Box::new(brought_view(&reader.voice, &brought));
    let step = Step::Done { file: file.name.clone(), seen };
    render(&Page { f, step, error: None })
}

/// `GET /import/{token}/rejects`: the rows that cannot be taken, as a file to mend.
pub(crate) async fn rejects(
    reader: Reader,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let file = app.staged().get(reader.whose, &token).ok_or(Failure::NotStaged)?;
    let mapping = Mapping::parse(&file.mapping).map_err(ServiceError::from)?;
    let bringing = Bringing { mapping: &mapping, bytes: &file.bytes, skip_bad_rows: true };
    let seen = app.service().preview_import(&reader.caller(), bringing).await?;
    let kind = (CONTENT_TYPE, "text/csv; charset=utf-8");
    let name = (CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"");
    Ok(([kind, name], Body::from(seen.rejects())).into_response())
}

/// `GET /import/{token}`: a page that was left and is opened again.
pub(crate) async fn get_again(
    reader: Reader,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let file = app.staged().get(reader.whose, &token).ok_or(Failure::NotStaged)?;
    columns(&reader, &app, &token, &file, None).await
}
