//! What `score_language.py` says of how texts are read: dates, promises and wording, in each language.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::output::say;

pub(super) const LANGUAGES: [&str; 3] = ["nl", "sv", "en"];

/// Of a hundred dates in mails, so many on the right day, and so many with the right direction too.
const MAIL_DAYS: f64 = 95.0;
const MAIL_DIRECTIONS: f64 = 93.0;
/// Sentences without a date in which one is found.
const MAIL_UNDATED: u64 = 1;
/// Of a hundred dates of Duckling's own corpora, and of all corpora, so many right; as [`LANGUAGES`].
const DUCKLING: [f64; 3] = [92.0, 94.0, 96.0];
const CORPORA: [f64; 3] = [68.0, 88.0, 78.0];
/// Precision and recall in one, for promises and for each class of wording.
const F1: f64 = 0.92;
/// Of a hundred sentences of a forum that promise nothing, so many may be taken for a promise.
const FORUM: f64 = 1.0;

/// The classes of wording, as the scorer calls them.
pub(super) const CLASSES: [&str; 5] =
    ["vague_time", "flat_refusal", "hiding_rules", "telling_customer", "absolute_claim"];

/// How many gates there are.
pub(super) const COUNT: usize = LANGUAGES.len() * (6 + CLASSES.len()) + 1;

/// The scorer's report.
#[derive(Debug)]
pub(super) struct Readings(Value);

impl Readings {
    /// Lets the program read every text and the scorer judge it; prints what the scorer says.
    pub(super) fn of_program(program: &Path, data: &Path, tools: &Path) -> anyhow::Result<Self> {
        let scored = Command::new("python3")
            .arg(tools.join("score_language.py"))
            .args([&data.join("language"), program])
            .output()
            .context("run score_language.py")?;
        ensure!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
        // A line for each table, and all of it as JSON at the end.
        let told = String::from_utf8(scored.stdout)?;
        let (lines, report) = told.trim_end().rsplit_once('\n').context("nothing was scored")?;
        say(lines);
        Ok(Self(serde_json::from_str(report).context("read the report of score_language.py")?))
    }

    #[cfg(test)]
    pub(super) fn of_report(report: Value) -> Self {
        Self(report)
    }

    /// A count of a table.
    pub(super) fn count(&self, table: &str, name: &str) -> Option<u64> {
        self.0[table][name].as_u64()
    }

    /// Of a hundred that a table counts.
    pub(super) fn percentage(&self, table: &str, name: &str) -> Option<f64> {
        let (part, all) = (self.0[table][name].as_f64()?, self.0[table]["n"].as_f64()?);
        (all > 0.0).then_some(100.0 * part / all)
    }

    /// Precision and recall of promises in one.
    pub(super) fn promises(&self, lang: &str) -> Option<f64> {
        self.0[format!("commitments/{lang}")]["f1"].as_f64()
    }

    /// Precision and recall of a class of wording in one.
    pub(super) fn wording(&self, lang: &str, class: &str) -> Option<f64> {
        self.0[format!("wording/{lang}")][class]["f1"].as_f64()
    }

    /// The gates that are missed, in words.
    pub(super) fn missed(&self) -> Vec<String> {
        let mut missed = Missed(Vec::new());
        for (at, lang) in LANGUAGES.into_iter().enumerate() {
            let mail = format!("mail/{lang}");
            missed.below(&mail, self.percentage(&mail, "day_right"), MAIL_DAYS);
            let directed = self.percentage(&mail, "day_and_direction_right");
            missed.below(&format!("{mail}, directions"), directed, MAIL_DIRECTIONS);
            let undated = self.count(&mail, "undated_flagged");
            if undated.is_none_or(|flagged| flagged > MAIL_UNDATED) {
                missed.0.push(format!("{mail}: {undated:?} dates where there is none, not 1"));
            }
            let (own, all) = (format!("dates/{lang}-duckling"), format!("dates/{lang}"));
            missed.below(&own, self.percentage(&own, "right"), DUCKLING[at]);
            missed.below(&all, self.percentage(&all, "right"), CORPORA[at]);
            missed.below(&format!("commitments/{lang}"), self.promises(lang), F1);
            for class in CLASSES {
                missed.below(&format!("wording/{lang}, {class}"), self.wording(lang, class), F1);
            }
        }
        let forum = self.percentage("negatives/sv", "flagged");
        if forum.is_none_or(|flagged| flagged > FORUM) {
            missed.0.push(format!("negatives/sv: {forum:?} of 100 taken for a promise, not 1"));
        }
        missed.0
    }
}

/// The gates that are missed, in words.
struct Missed(Vec<String>);

impl Missed {
    fn below(&mut self, name: &str, figure: Option<f64>, wanted: f64) {
        if figure.is_none_or(|figure| figure < wanted) {
            self.0.push(format!("{name}: {figure:.2?}, not {wanted}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;

    /// A report that meets every gate with nothing to spare.
    fn report() -> Value {
        let mut report = Map::new();
        let worded = CLASSES.map(|class| (class.to_owned(), json!({ "f1": F1 })));
        for (at, lang) in LANGUAGES.into_iter().enumerate() {
            let mail = json!({
                "n": 100, "day_right": 95, "day_and_direction_right": 93, "undated_flagged": 1,
            });
            report.insert(format!("mail/{lang}"), mail);
            let (own, all) = (DUCKLING[at], CORPORA[at]);
            report.insert(format!("dates/{lang}-duckling"), json!({ "n": 100, "right": own }));
            report.insert(format!("dates/{lang}"), json!({ "n": 100, "right": all }));
            report.insert(format!("commitments/{lang}"), json!({ "f1": F1 }));
            report
                .insert(format!("wording/{lang}"), Value::Object(worded.iter().cloned().collect()));
        }
        report.insert("negatives/sv".to_owned(), json!({ "n": 1000, "flagged": 10 }));
        Value::Object(report)
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), wanted: &[&str]) {
        let mut report = report();
        change(&mut report);
        let missed = Readings::of_report(report).missed();
        assert_eq!(missed.len(), wanted.len(), "{missed:?}");
        for (missed, wanted) in missed.iter().zip(wanted) {
            assert!(missed.starts_with(wanted), "{missed}");
        }
    }

    #[test]
    fn a_missed_gate_is_named() {
        check(|_| {}, &[]);
        check(|r| r["mail/nl"]["day_right"] = json!(94), &["mail/nl: Some(94.00), not 95"]);
        check(|r| r["mail/sv"]["day_and_direction_right"] = json!(92), &["mail/sv, dir"]);
        check(|r| r["mail/en"]["undated_flagged"] = json!(2), &["mail/en: Some(2)"]);
        check(|r| r["dates/en-duckling"]["right"] = json!(95.9), &["dates/en-duckling"]);
        check(|r| r["dates/sv"]["right"] = json!(87), &["dates/sv"]);
        check(|r| r["commitments/nl"]["f1"] = json!(0.919), &["commitments/nl"]);
        check(|r| r["wording/en"]["hiding_rules"]["f1"] = json!(0.9), &["wording/en, hiding"]);
        check(|r| r["negatives/sv"]["flagged"] = json!(11), &["negatives/sv"]);
    }

    #[test]
    fn what_was_not_scored_is_missed() {
        check(|r| r["mail/nl"] = Value::Null, &["mail/nl"; 3]);
        check(|r| r["wording/sv"] = Value::Null, &["wording/sv"; 5]);
        let missed = Readings::of_report(json!({})).missed();
        assert_eq!(missed.len(), COUNT, "{missed:?}");
    }
}
