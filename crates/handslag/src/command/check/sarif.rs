//! Marks as SARIF 2.1.0, which code scanning reads.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use document::Place;
use language::Lang;
use language::wording::{Packs, TWO_READINGS, UNDATED};
use serde_json::{Value, json};

use super::Report;
use super::marks::{self, Mark};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The whole log: one run.
pub(super) fn of(report: &Report, packs: &Packs) -> Value {
    let rules = rules(packs);
    let index: BTreeMap<&str, usize> = rules
        .iter()
        .enumerate()
        .rev()
        .filter_map(|(at, rule)| Some((rule["id"].as_str()?, at)))
        .collect();
    let mut results = Vec::new();
    for looked in &report.looked {
        let file = looked.file.as_str();
        results.extend(looked.marks.iter().map(|mark| result(file, mark, None, &index)));
        let exempted = looked.exempted.iter();
        results.extend(exempted.map(|(mark, why)| result(file, mark, Some(why), &index)));
    }
    let is_calm = report.count() == 0 && report.failed.is_empty();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "handslag",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.failed.is_empty(),
                "exitCode": i32::from(!is_calm),
                "toolExecutionNotifications": notifications(report),
            }],
            "results": results,
        }],
    })
}

/// What each rule says.
fn rules(packs: &Packs) -> Vec<Value> {
    let rule = |id: &str, says: &str, repair: &str, level: &str, class: &str, lang: &str| {
        json!({
            "id": id,
            "shortDescription": { "text": says },
            "help": { "text": repair },
            "defaultConfiguration": { "level": level },
            "properties": { "tags": [class, lang] },
        })
    };
    let mut rules: Vec<Value> = packs
        .rules()
        .map(|each| {
            let level = marks::severity(each.severity);
            rule(each.id, each.says, each.repair, level, each.class.code(), each.lang.code())
        })
        .collect();
    let (says, repair) = marks::undated(Lang::En);
    rules.push(rule(UNDATED, says, repair, "note", UNDATED, "en"));
    let says = "This time can be read in two ways.";
    let repair = "Write the day and the month.";
    rules.push(rule(TWO_READINGS, says, repair, "note", TWO_READINGS, "en"));
    let says = "An exemption names a rule that there is, and says why.";
    let repair = "Write `handslag: allow RULE because REASON`.";
    rules.push(rule("exemption", says, repair, "warning", "exemption", "en"));
    rules
}

/// What stood in the way.
fn notifications(report: &Report) -> Vec<Value> {
    let notification = |file: &str, level: &str, says: &str| {
        json!({
            "level": level,
            "message": { "text": says },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } }],
        })
    };
    let failed = report.failed.iter();
    let failed = failed.map(|(file, why)| notification(file, "error", why));
    let remarks = report.looked.iter().flat_map(|looked| {
        looked.remarks.iter().map(move |remark| notification(&looked.file, "note", remark))
    });
    failed.chain(remarks).collect()
}

fn result(file: &str, mark: &Mark, exempted: Option<&str>, index: &BTreeMap<&str, usize>) -> Value {
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } });
    match mark.place {
        Place::Lines { start, end } => {
            location["physicalLocation"]["region"] = json!({
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            });
        }
        Place::Paragraph(number) => {
            location["logicalLocations"] = logical("paragraph", number);
        }
        Place::Footnote(number) => location["logicalLocations"] = logical("footnote", number),
    }
    let suppressions: Vec<Value> = exempted
        .map(|why| json!({ "kind": "inSource", "justification": why }))
        .into_iter()
        .collect();
    let mut result = json!({
        "ruleId": mark.rule,
        "level": mark.severity,
        "message": { "text": format!("{} {}", mark.says, mark.repair) },
        "locations": [location],
        "suppressions": suppressions,
    });
    if let Some(at) = index.get(mark.rule.as_str()) {
        result["ruleIndex"] = (*at).into();
    }
    result
}

/// A place in what has no lines.
fn logical(kind: &str, number: usize) -> Value {
    json!([{ "name": format!("{kind} {number}"), "kind": kind }])
}

/// A file as the standard wants it named: relative where it was, every odd byte written as a number.
fn uri(file: &str) -> String {
    if file == "-" {
        return "stdin".to_owned();
    }
    let path = Path::new(file);
    let mut uri = String::from(if path.is_absolute() { "file://" } else { "" });
    let mut is_first = !path.is_absolute();
    for part in path.components() {
        let part = match part {
            Component::Normal(name) => name.to_string_lossy(),
            Component::ParentDir => "..".into(),
            Component::RootDir | Component::CurDir | Component::Prefix(_) => continue,
        };
        if !is_first {
            uri.push('/');
        }
        is_first = false;
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                uri.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_the_standard_wants_it() {
        assert_eq!(uri("./site/één pagina.html"), "site/%C3%A9%C3%A9n%20pagina.html");
        assert_eq!(uri("/offers/a:b.md"), "file:///offers/a%3Ab.md");
        assert_eq!((uri("../a.md"), uri("-")), ("../a.md".to_owned(), "stdin".to_owned()));
    }
}
