//! The log: a line for each event on the standard error, for people or for programs.
//!
//! No text that is logged can end its line or play with a terminal: whatever is no plain character is escaped. Only
//! what our own crates say is logged in full; others may name what they were given, so they are heard from `warn` on.

use std::fmt::Debug;
use std::io::Write as _;

use jiff::Timestamp;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

use crate::house;
use crate::settings::{LogFormat, LogLevel, Settings};

/// Whose events are logged in full.
const OURS: &[&str] = &["handslag", "web", "service", "ledger", "import", "forecast"];

/// Logs from now on.
pub(crate) fn begin(settings: &Settings) {
    let lines = Lines { format: settings.log_format, level: level(settings.log_level) };
    // A test may have begun before.
    drop(tracing_subscriber::registry().with(lines).try_init());
}

fn level(level: LogLevel) -> Level {
    match level {
        LogLevel::Error => Level::ERROR,
        LogLevel::Warn => Level::WARN,
        LogLevel::Info => Level::INFO,
        LogLevel::Debug => Level::DEBUG,
        LogLevel::Trace => Level::TRACE,
    }
}

/// Writes lines.
#[derive(Debug)]
struct Lines {
    format: LogFormat,
    level: Level,
}

/// What an event or a span says, in the order in which it says so.
#[derive(Debug, Default)]
struct Said(Vec<(&'static str, Value)>);

impl Visit for Said {
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.push((field.name(), value.into()));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.push((field.name(), value.into()));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.0.push((field.name(), value.into()));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.into()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push((field.name(), format!("{value:?}").into()));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        let whose = metadata.target().split("::").next().unwrap_or("");
        let most = if OURS.contains(&whose) { self.level } else { self.level.min(Level::WARN) };
        *metadata.level() <= most
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut said = Said::default();
        attributes.record(&mut said);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(said);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(said) = span.extensions_mut().get_mut::<Said>()
        {
            values.record(said);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let text = self.line(event, &context, house::now());
        // Whoever reads the log has gone; there is nobody left to tell.
        drop(std::io::stderr().lock().write_all(text.as_bytes()));
    }
}

impl Lines {
    fn line<S: Subscriber + for<'a> LookupSpan<'a>>(
        &self,
        event: &Event<'_>,
        context: &Context<'_, S>,
        at: Timestamp,
    ) -> String {
        let mut around = Vec::new();
        for span in context.event_scope(event).into_iter().flat_map(|scope| scope.from_root()) {
            let extensions = span.extensions();
            let said = extensions.get::<Said>().map(|said| said.0.as_slice()).unwrap_or_default();
            for (name, value) in said {
                // A span's number goes by the name of the span.
                let name = if *name == "id" { span.name() } else { name };
                around.push((name, value.clone()));
            }
        }
        let mut said = Said::default();
        event.record(&mut said);
        let line = Line { at, of: event.metadata(), around, said: said.0 };
        match self.format {
            LogFormat::Text => line.text(),
            LogFormat::Json => line.json(),
        }
    }
}

/// One line.
struct Line {
    at: Timestamp,
    of: &'static Metadata<'static>,
    around: Vec<(&'static str, Value)>,
    said: Vec<(&'static str, Value)>,
}

impl Line {
    fn level(&self) -> String {
        self.of.level().as_str().to_lowercase()
    }

    fn json(&self) -> String {
        let mut line = Map::new();
        line.insert("at".to_owned(), self.at.to_string().into());
        line.insert("level".to_owned(), self.level().into());
        line.insert("of".to_owned(), self.of.target().into());
        let said = self.said.iter().map(|(name, value)| (*name, value));
        let around = self.around.iter().map(|(name, value)| (*name, value));
        for (name, value) in around.chain(said) {
            line.insert(name.to_owned(), value.clone());
        }
        format!("{}\n", plain(&Value::Object(line).to_string()))
    }

    fn text(&self) -> String {
        let mut line = format!("{} {:5}", self.at, self.level());
        let (message, said): (Vec<_>, Vec<_>) =
            self.said.iter().partition(|(name, _)| *name == "message");
        for (_, value) in message {
            let quoted = Value::String(value.as_str().unwrap_or_default().to_owned()).to_string();
            line.push(' ');
            line.push_str(&plain(quoted.trim_matches('"')));
        }
        let around = self.around.iter().map(|(name, value)| (*name, value));
        for (name, value) in around.chain(said.into_iter().map(|(name, value)| (*name, value))) {
            line.push_str(&format!(" {name}={}", plain(&short(value))));
        }
        line.push('\n');
        line
    }
}

/// A value without quotes where nothing in it could be mistaken.
fn short(value: &Value) -> String {
    let is_clear = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '=');
    match value.as_str() {
        Some(text) if !text.is_empty() && text.chars().all(is_clear) => text.to_owned(),
        _ => value.to_string(),
    }
}

/// JSON in which every character stands for itself: what ends a line, steers a terminal or turns the direction of
/// reading is escaped. JSON does so for the first 32 only.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for c in json.chars() {
        let steers = c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if steers {
            // All of them are below 2^16.
            plain.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// Keeps lines in place of writing them.
    struct Kept(Lines, Arc<Mutex<Vec<String>>>);

    impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Kept {
        fn enabled(&self, metadata: &Metadata<'_>, context: Context<'_, S>) -> bool {
            self.0.enabled(metadata, context)
        }

        fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
            self.0.on_new_span(attributes, id, context);
        }

        fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
            let text = self.0.line(event, &context, Timestamp::UNIX_EPOCH);
            self.1.lock().unwrap().push(text);
        }
    }

    fn logged(format: LogFormat, level: Level, says: impl FnOnce()) -> Vec<String> {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let layer = Kept(Lines { format, level }, Arc::clone(&kept));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), says);
        kept.lock().unwrap().clone()
    }

    fn a_request() {
        tracing::info_span!("request", id = "r-1").in_scope(|| {
            tracing::info!(method = "GET", route = "/c/{token}", status = 200_u16, "answered");
        });
    }

    #[test]
    fn a_line_names_its_request_for_people_and_for_programs() {
        let text = logged(LogFormat::Text, Level::INFO, a_request);
        let wanted = "1970-01-01T00:00:00Z info  answered request=r-1 method=GET route=/c/{token} status=200\n";
        assert_eq!(text, [wanted]);
        let json = logged(LogFormat::Json, Level::INFO, a_request);
        let json: Value = serde_json::from_str(&json[0]).unwrap();
        let wanted = serde_json::json!({
            "at": "1970-01-01T00:00:00Z", "level": "info", "of": "handslag::log::tests",
            "request": "r-1", "message": "answered", "method": "GET", "route": "/c/{token}",
            "status": 200,
        });
        assert_eq!(json, wanted);
    }

    #[test]
    fn nothing_that_is_logged_can_make_a_line_or_steer_a_terminal() {
        let evil = "a\nERROR forged=1\r\u{1b}[2J\u{85}\u{2028}\u{202e}\u{7f}\"=\\ å";
        for format in [LogFormat::Text, LogFormat::Json] {
            let lines = logged(format, Level::INFO, || {
                tracing::info_span!("request", id = evil).in_scope(|| {
                    tracing::info!(field = evil, error = %evil, "{evil}");
                });
            });
            let [line] = &lines[..] else { panic!("{lines:?}") };
            assert!(line.ends_with('\n') && line.matches('\n').count() == 1, "{line:?}");
            let body = line.trim_end_matches('\n');
            assert!(!body.chars().any(char::is_control), "{line:?}");
            assert!(!body.contains(['\u{2028}', '\u{202e}']), "{line:?}");
            assert!(body.contains('å'), "{line:?}");
            if format == LogFormat::Json {
                let read: Value = serde_json::from_str(line).unwrap();
                assert_eq!(read["field"], evil);
                assert_eq!(read["message"], evil);
            } else {
                assert!(!line.contains(" forged=1 "), "{line:?}");
            }
        }
    }

    #[test]
    fn others_are_heard_from_warnings_on_only() {
        let says = || {
            tracing::info!(target: "tokio_postgres::query", "SELECT name");
            tracing::warn!(target: "hyper", "odd");
            tracing::debug!(target: "ledger::log", "ours");
        };
        let lines = logged(LogFormat::Text, Level::TRACE, says);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].contains("odd") && lines[1].contains("ours"), "{lines:?}");
        assert_eq!(logged(LogFormat::Text, Level::ERROR, says), Vec::<String>::new());
    }
}
