//! The register of capabilities as a file, and texts held against it: what `handslag check --register` adds.
//!
//! The file is what `handslag capabilities list --json` prints, so that whoever checks a site needs no database.

use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::{Date, DateTime};
use language::claims::{Capability, Claim, Register, Standing, differing, said_of_differing};
use language::dates::Reading;
use language::wording::Exemptions;
use language::{Lang, Span};
use serde::Deserialize;

/// The file.
#[derive(Debug, Deserialize)]
struct File {
    capabilities: Vec<Entry>,
}

/// One capability of it. What it has besides is no matter of a check.
#[derive(Debug, Deserialize)]
struct Entry {
    name: String,
    #[serde(default)]
    names: Vec<OtherName>,
    state: String,
    since: Option<String>,
    day: Option<String>,
    chance_permille: Option<u16>,
    reason: Option<String>,
}

#[derive(Debug, Deserialize)]
struct OtherName {
    language: Option<String>,
    name: String,
}

/// A text to be held against the register.
pub(crate) struct Text<'a> {
    /// Where a stretch of it stands, in words.
    pub(crate) place: Box<dyn Fn(Span) -> String + 'a>,
    /// Its words.
    pub(crate) words: &'a str,
    /// Its language.
    pub(crate) lang: Lang,
}

/// A claim that does not hold.
#[derive(Debug)]
pub(crate) struct Unfounded {
    /// The words that make it.
    pub(crate) span: Span,
    /// The rule that marks it.
    pub(crate) rule: String,
    /// Whether it must not stay.
    pub(crate) is_error: bool,
    /// What is wrong.
    pub(crate) says: String,
    /// What to do.
    pub(crate) repair: String,
}

/// Reads the register of a file.
pub(crate) fn read(path: &Path) -> anyhow::Result<Register> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} cannot be read as text", path.display()))?;
    parse(&text).with_context(|| {
        format!(
            "{} is no register as `handslag capabilities list --json` prints it",
            path.display()
        )
    })
}

fn parse(text: &str) -> anyhow::Result<Register> {
    let file: File = serde_json::from_str(text)?;
    let capabilities: anyhow::Result<Vec<Capability>> =
        file.capabilities.into_iter().map(Entry::read).collect();
    Ok(Register::of(capabilities?))
}

impl Entry {
    fn read(self) -> anyhow::Result<Capability> {
        let Self { name, names, state, since, day, chance_permille, reason } = self;
        let missing = |field: &str| format!("{name:?} is {state:?} and has no {field:?}");
        let date = |field: &str, text: Option<String>| {
            let text = text.with_context(|| missing(field))?;
            let wrong =
                || format!("{field:?} of {name:?} is {text:?}; wanted a day such as 2027-03-31");
            text.parse::<Date>().with_context(wrong)
        };
        let standing = match state.as_str() {
            "asked" => Standing::Asked,
            "exists" => Standing::Exists { since: date("since", since)? },
            "forecast" => Standing::Forecast { day: date("day", day)?, permille: chance_permille },
            "not_planned" => {
                Standing::NotPlanned { reason: reason.with_context(|| missing("reason"))? }
            }
            "retired" => Standing::Retired { reason: reason.with_context(|| missing("reason"))? },
            _ => bail!(
                "{name:?} has the state {state:?}; wanted asked, exists, forecast, not_planned or retired"
            ),
        };
        let called = |other: OtherName| {
            let code = other.language.as_deref();
            let lang = code.map(|code| {
                Lang::of_code(code).with_context(|| {
                    format!("{:?} has the language {code:?}; wanted nl, sv or en", other.name)
                })
            });
            anyhow::Ok((lang.transpose()?, other.name))
        };
        let names: anyhow::Result<Vec<_>> = names.into_iter().map(called).collect();
        Ok(Capability { name, names: names?, standing })
    }
}

/// What is claimed in texts and does not hold: in each of them, and of one against another. In the order of the texts.
pub(crate) fn unfounded(
    register: &Register,
    texts: &[Text<'_>],
    now: DateTime,
) -> Vec<Vec<Unfounded>> {
    let claims: Vec<(usize, Claim)> = texts
        .iter()
        .enumerate()
        .flat_map(|(place, text)| {
            let found = register.find(text.words, &Reading::at(now, text.lang));
            found.into_iter().map(move |claim| (place, claim))
        })
        .collect();
    let mut marks: Vec<Vec<Unfounded>> = texts.iter().map(|_| Vec::new()).collect();
    for (place, claim) in &claims {
        let verdict = register.judge(claim, now.date());
        let name = name_of(register, claim);
        let Some(said) = verdict.said(name, texts[*place].lang) else { continue };
        marks[*place].push(Unfounded {
            span: claim.mention,
            rule: format!("claim_{}", verdict.code()),
            is_error: verdict.has_no_excuse(),
            says: said.says,
            repair: said.repair,
        });
    }
    for pair in differing(claims.iter().map(|(_, claim)| claim), now.date()) {
        let ((place, claim), (there, other)) = (&claims[pair.claim], &claims[pair.other]);
        let (lang, name) = (texts[*place].lang, name_of(register, claim));
        let said = said_of_differing(
            name,
            claim.when,
            &(texts[*there].place)(other.mention),
            other.when,
            lang,
        );
        marks[*place].push(Unfounded {
            span: claim.mention,
            rule: "claim_dates_differ".to_owned(),
            is_error: true,
            says: said.says,
            repair: said.repair,
        });
    }
    for (marks, text) in marks.iter_mut().zip(texts) {
        let exemptions = Exemptions::of(text.words);
        marks.retain(|mark| !exemptions.cover(&mark.rule, mark.span));
        marks.sort_by_key(|mark| mark.span);
    }
    marks
}

fn name_of<'a>(register: &'a Register, claim: &Claim) -> &'a str {
    register.get(claim.capability).map_or("", |capability| capability.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        format!("{:#}", parse(text).unwrap_err())
    }

    #[test]
    fn a_register_says_what_is_wrong_with_it() {
        let one = |fields: &str| format!(r#"{{"capabilities":[{{"name":"Export",{fields}}}]}}"#);
        assert!(wrong("[]").contains("expected"), "{}", wrong("[]"));
        assert!(wrong("{}").contains("capabilities"));
        assert!(wrong(&one(r#""state":"there""#)).contains("wanted asked, exists"));
        assert!(wrong(&one(r#""state":"exists""#)).contains("has no \"since\""));
        assert!(wrong(&one(r#""state":"forecast""#)).contains("has no \"day\""));
        assert!(wrong(&one(r#""state":"not_planned""#)).contains("has no \"reason\""));
        assert!(wrong(&one(r#""state":"exists","since":"2026-02-30""#)).contains("2026-02-30"));
        let other = one(r#""state":"asked","names":[{"name":"x","language":"fi"}]"#);
        assert!(wrong(&other).contains("wanted nl, sv or en"));
        let more = one(r#""state":"asked","id":"7","later":[1],"names":[{"name":"x"}]"#);
        assert!(parse(&more).is_ok(), "what later versions add is left alone");
    }

    #[test]
    fn two_texts_that_differ_each_name_the_line_of_the_other() {
        let register =
            parse(r#"{"capabilities":[{"name":"Fortnox","state":"forecast","day":"2027-03-01"}]}"#);
        let text = |name: &'static str, words: &'static str| Text {
            place: Box::new(move |span: Span| {
                format!("{name}:{}", words[..span.start].matches('\n').count() + 1)
            }),
            words,
            lang: Lang::En,
        };
        let texts = [
            text("a.md", "You get Fortnox from March 2027.\n"),
            text("b.md", "# News\n\nFortnox is available from April 2027.\n"),
            text("c.md", "Call us."),
        ];
        let now = jiff::civil::date(2026, 11, 28).at(10, 0, 0, 0);
        let marks = unfounded(&register.unwrap(), &texts, now);
        let said: Vec<Vec<&str>> = marks
            .iter()
            .map(|marks| marks.iter().map(|mark| mark.says.as_str()).collect())
            .collect();
        assert_eq!(
            said,
            [
                vec![
                    "Here Fortnox is there 2027-03-01/2027-03-31, in b.md:3 2027-04-01/2027-04-30."
                ],
                vec![
                    "Here Fortnox is there 2027-04-01/2027-04-30, in a.md:1 2027-03-01/2027-03-31."
                ],
                vec![],
            ]
        );
    }
}
