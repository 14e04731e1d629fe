//! What is marked in a file: wording to change, and promises of ours without a date.

use std::ops::Range;

use anyhow::bail;
use document::{Document, Place, Text};
use jiff::civil::DateTime;
use language::check::{Checked, Checker};
use language::claims::Register;
use language::dates::Reading;
use language::statements::{Label, Who};
use language::wording::{Class, Exemptions, Finding, Severity, TWO_READINGS, UNDATED};
use language::{Lang, Span, detect};
use serde_json::{Value, json};

use super::claims::{self, Claimed};

/// How a text is looked at.
pub(super) struct Wanted<'a> {
    pub(super) checker: &'a Checker,
    /// What the product does, where texts are held against it.
    pub(super) register: Option<&'a Register>,
    /// The language that was named.
    pub(super) language: Option<Lang>,
    /// The present, on the clock of whoever asks.
    pub(super) now: DateTime,
}

/// A file that was looked at.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) file: String,
    pub(super) marks: Vec<Mark>,
    /// Marks that the text exempts, and why.
    pub(super) exempted: Vec<(Mark, String)>,
    pub(super) remarks: Vec<String>,
    /// What is claimed of the product, until it is held against what other files claim.
    pub(super) claimed: Vec<Claimed>,
}

/// Something to look at.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) place: Place,
    pub(super) words: String,
    /// The line of the text that holds the words.
    pub(super) line: String,
    /// Where in that line they begin, in characters from 0.
    pub(super) column: usize,
    pub(super) rule: String,
    pub(super) severity: &'static str,
    pub(super) says: String,
    pub(super) repair: String,
}

/// Marks what is to be looked at in a file.
pub(super) fn of(file: &str, document: &Document, wanted: &Wanted<'_>) -> anyhow::Result<Looked> {
    let mut looked = Looked {
        file: file.to_owned(),
        marks: Vec::new(),
        exempted: Vec::new(),
        remarks: document.remarks.clone(),
        claimed: Vec::new(),
    };
    // A caption is too short to tell its language; it then has that of the longest text.
    let longest = document.texts.iter().max_by_key(|text| text.words.len());
    let usual = longest.and_then(|text| named(text).or_else(|| detect::of(&text.words)));
    let written = document.mail.as_ref().and_then(|mail| mail.date).unwrap_or(wanted.now);
    let mut others = Vec::new();
    for text in &document.texts {
        let unread = text.lang.as_deref().filter(|_| named(text).is_none());
        if let (Some(lang), None) = (unread, wanted.language) {
            others.push(lang.chars().take(20).collect::<String>());
            continue;
        }
        let told = named(text).or_else(|| detect::of(&text.words)).or(usual);
        if !text.words.contains(char::is_alphabetic) {
            continue;
        }
        let Some(lang) = wanted.language.or(told) else {
            bail!("the text does not tell its language; name it with --language");
        };
        let reading = Reading::at(written, lang);
        let checked = wanted.checker.check(&text.words, &reading);
        let is_code = |span: Span| {
            let from = text.code.partition_point(|code| code.end <= span.start);
            text.code.get(from).is_some_and(|code| code.start < span.end)
        };
        let exemptions = Exemptions::of(&text.words);
        for (span, cause) in found(&checked, lang).into_iter().filter(|(span, _)| !is_code(*span)) {
            let reason = exemptions.reason(&cause.rule, span).map(str::to_owned);
            let mark = mark(document, text, span, cause);
            match reason {
                Some(reason) => looked.exempted.push((mark, reason)),
                None => looked.marks.push(mark),
            }
        }
        if let Some(register) = wanted.register {
            claims::look(&mut looked, register, (document, text), &reading, is_code);
        }
        let exempted = checked.exempted.iter().filter(|each| !is_code(each.finding.span));
        looked.exempted.extend(exempted.map(|each| {
            let finding = &each.finding;
            (mark(document, text, finding.span, Cause::of(finding)), each.reason.clone())
        }));
    }
    others.sort_unstable();
    others.dedup();
    if !others.is_empty() {
        let some = &others[..others.len().min(5)];
        looked.remarks.push(format!("what is in {} is not read", some.join(", ")));
    }
    looked.marks.sort_by_key(|mark| mark.place);
    Ok(looked)
}

/// The language that a file says a text is in, where it is one of ours.
fn named(text: &Text) -> Option<Lang> {
    let code = text.lang.as_deref()?.split(['-', '_', ',']).next()?;
    Lang::of_code(&code.trim().to_ascii_lowercase())
}

/// What is wrong, and what to do.
pub(super) struct Cause {
    pub(super) rule: String,
    pub(super) severity: &'static str,
    pub(super) says: String,
    pub(super) repair: String,
}

impl Cause {
    fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.clone(),
            severity: severity(finding.severity),
            says: finding.says.clone(),
            repair: finding.repair.clone(),
        }
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Wording to change, and promises of ours without a date, in the order of the text.
fn found(checked: &Checked, lang: Lang) -> Vec<(Span, Cause)> {
    // That a promise has no date says more than that its sentence weighs as one.
    let is_weighed = |finding: &Finding| finding.by_weight && finding.class == Class::VagueTime;
    let exempted = checked.exempted.iter().map(|each| &each.finding);
    let worded = checked.findings.iter().chain(exempted).filter(|finding| !is_weighed(finding));
    let mut worded: Vec<Span> = worded.map(|finding| finding.span).collect();
    worded.sort_unstable();
    let promises = checked.statements.iter().map(|dated| &dated.statement).filter(|said| {
        let is_ours = said.label == Label::Commitment && said.who == Who::Us;
        is_ours && said.vague && !is_among(&worded, said.span)
    });
    let promises: Vec<Span> = promises.map(|said| said.span).collect();
    let worded = checked.findings.iter();
    let worded = worded.filter(|found| !(is_weighed(found) && is_among(&promises, found.span)));
    let worded = worded.map(|finding| (finding.span, Cause::of(finding)));
    let (says, repair) = undated(lang);
    let promises = promises.iter().map(|&span| {
        let (says, repair) = (says.to_owned(), repair.to_owned());
        (span, Cause { rule: UNDATED.to_owned(), severity: "note", says, repair })
    });
    let doubts = checked.doubts.iter().map(|doubt| {
        let (says, repair) = (doubt.says.clone(), doubt.repair.to_owned());
        (doubt.span, Cause { rule: TWO_READINGS.to_owned(), severity: "note", says, repair })
    });
    let mut found: Vec<(Span, Cause)> = worded.chain(promises).chain(doubts).collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// Whether one of these spans, which are in order, overlaps another.
fn is_among(spans: &[Span], other: Span) -> bool {
    let from = spans.partition_point(|span| span.start < other.start);
    let around = from.saturating_sub(1)..from + 1;
    around.into_iter().any(|at| spans.get(at).is_some_and(|span| span.overlaps(other)))
}

/// What is wrong with a promise without a date, and what to do.
pub(super) fn undated(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Nl => (
            "Dit is een toezegging zonder datum: de klant vult er zelf een in.",
            "Noem een dag die je kunt waarmaken; `handslag quote` zegt welke.",
        ),
        Lang::Sv => (
            "Det här är ett löfte utan datum: kunden sätter ett eget.",
            "Nämn en dag som ni kan hålla; `handslag quote` säger vilken.",
        ),
        Lang::En => (
            "This is a promise without a date: the customer will think of one.",
            "Name a day that you can keep; `handslag quote` says which.",
        ),
    }
}

/// How much of a line is kept on either side of the words, in characters.
const AROUND: usize = 70;

pub(super) fn mark(document: &Document, text: &Text, span: Span, cause: Cause) -> Mark {
    let words = &text.words;
    let (line, column) = line_around(words, span.start..span.end);
    let Cause { rule, severity, says, repair } = cause;
    let place = document.place(text, span.start..span.end);
    Mark { place, words: span.of(words).to_owned(), line, column, rule, severity, says, repair }
}

/// The line that holds a stretch, cut where it is long, and where in it the stretch begins. A line may be the whole
/// file: no more of it is looked at than is kept.
fn line_around(words: &str, span: Range<usize>) -> (String, usize) {
    let (before, rest) = words.split_at_checked(span.start).unwrap_or((words, ""));
    let length = span.end.saturating_sub(span.start);
    let inside = rest.get(..length).unwrap_or(rest);
    let after = rest.get(length..).unwrap_or_default();
    let is_break = |letter: &char| matches!(letter, '\n' | '\r');
    let lead: Vec<char> =
        before.chars().rev().take_while(|letter| !is_break(letter)).take(2 * AROUND).collect();
    let mut line = String::new();
    if lead.len() == 2 * AROUND {
        line.push('…');
        line.extend(lead.iter().take(AROUND).rev());
    } else {
        line.extend(lead.iter().rev());
    }
    let column = line.chars().count();
    line.extend(inside.chars().take_while(|letter| !is_break(letter)));
    if !inside.contains(['\n', '\r']) {
        let tail: Vec<char> =
            after.chars().take_while(|letter| !is_break(letter)).take(2 * AROUND).collect();
        if tail.len() == 2 * AROUND {
            line.extend(tail.iter().take(AROUND));
            line.push('…');
        } else {
            line.extend(tail);
        }
    }
    (line, column)
}

/// What was marked, for programs.
pub(super) fn values(looked: &[Looked]) -> Value {
    let marks = looked.iter().flat_map(|each| each.marks.iter().map(|mark| (&each.file, mark)));
    Value::from_iter(marks.map(|(file, mark)| value(file, mark)))
}

fn value(file: &str, mark: &Mark) -> Value {
    let mut value = json!({
        "file": file,
        "words": mark.words,
        "rule": mark.rule,
        "severity": mark.severity,
        "says": mark.says,
        "repair": mark.repair,
    });
    match mark.place {
        Place::Lines { start, end } => {
            value["line"] = start.line.into();
            value["column"] = start.column.into();
            value["end_line"] = end.line.into();
            value["end_column"] = end.column.into();
        }
        Place::Paragraph(number) => value["paragraph"] = number.into(),
        Place::Footnote(number) => value["footnote"] = number.into(),
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_around_the_words() {
        let text = format!("een\n{}snel{}\n", "x ".repeat(200), " y".repeat(200));
        let at = text.find("snel").unwrap();
        let (line, column) = line_around(&text, at..at + 4);
        assert_eq!((line.chars().count(), column), (2 * AROUND + 6, AROUND + 1), "{line}");
        assert_eq!(line_around("één\r\nzo snel\r\n", 10..14), ("zo snel".to_owned(), 3));
        assert_eq!(line_around("zo\nsnel", 0..7), ("zo".to_owned(), 0));
    }
}
