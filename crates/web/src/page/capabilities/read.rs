//! What the forms about the register sent.

use jiff::civil::Date;
use promise::capability::{Answer, CapabilityRefusal, OtherName};
use promise::{Chance, Language, Line, Refusal};
use service::ServiceError;

use super::is_for_form;
use crate::failure::Failure;
use crate::form::Fields;
use crate::reader::Reader;

/// The field with the other names of a language, or of all.
pub(super) fn names_field(code: &str) -> String {
    let code = if code.is_empty() { "any" } else { code };
    format!("names-{code}")
}

/// A text on one line, of a field that people know under that name.
pub(super) fn line(field: &'static str, text: &str) -> Result<Line, ServiceError> {
    Line::new(text).map_err(|error| ServiceError::of_text(field, text, error))
}

/// What a capability is called, its other names one a line.
pub(super) fn called(fields: &Fields) -> Result<(Line, Vec<OtherName>), ServiceError> {
    let name = line("name", fields.get("name"))?;
    let languages =
        std::iter::once(None).chain(Language::ALL.iter().map(|language| Some(*language)));
    let mut names = Vec::new();
    for language in languages {
        let field = names_field(language.map_or("", Language::code));
        let lines = fields.get(&field).lines().map(str::trim).filter(|text| !text.is_empty());
        for text in lines {
            names.push(OtherName { language, name: line("names", text)? });
        }
    }
    Ok((name, names))
}

/// What product answers; what is wrong with it in words.
pub(super) fn answer(reader: &Reader, fields: &Fields) -> Result<Answer, String> {
    let (voice, t) = (&reader.voice, reader.voice.t());
    let day = |field: &str, label: &'static str| {
        let text = fields.get(field);
        let wrong = |_| t.error_input(&label, &text, &t.wanted_date());
        text.parse::<Date>().map_err(wrong)
    };
    let said = |field: &str, label: &'static str| {
        line(label, fields.get(field)).map_err(|error| voice.error(&error))
    };
    match fields.get("answer") {
        "exists" => Ok(Answer::Exists { since: day("since", t.capability_since())? }),
        "forecast" => Ok(Answer::Forecast {
            day: day("day", t.capability_day())?,
            chance: chance(reader, fields)?,
            ground: said("ground", t.capability_ground())?,
        }),
        "not_planned" => Ok(Answer::NotPlanned { reason: said("reason", t.capability_why())? }),
        _ => Err(t.wanted_one_answer().to_owned()),
    }
}

fn chance(reader: &Reader, fields: &Fields) -> Result<Option<Chance>, String> {
    let t = reader.voice.t();
    let Some(text) = fields.some("chance") else { return Ok(None) };
    let percent = text.trim_end_matches(['%', ' ']).parse().ok();
    let percent = percent.filter(|percent: &u16| *percent <= 100);
    let wrong = || t.error_input(&t.capability_chance(), &text, &t.wanted_chance());
    percent.map(|percent| Some(Chance::of_percent(percent))).ok_or_else(wrong)
}

/// What to say of an error beside the form it came from; the others have pages of their own.
pub(super) fn told(reader: &Reader, error: ServiceError) -> Result<String, Failure> {
    let is_gone =
        matches!(error, ServiceError::Refused(Refusal::Capability(CapabilityRefusal::None)));
    if is_gone || !is_for_form(&error) {
        return Err(error.into());
    }
    Ok(reader.voice.error(&error))
}

/// The beginning of a text, which is enough to know it by.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}
