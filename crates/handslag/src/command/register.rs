//! The register of capabilities as a file, against which `handslag check --register` holds texts.
//!
//! The file is what `handslag capabilities list --json` prints, so that whoever checks a site needs no database.

use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::Date;
use language::Lang;
use language::claims::{Capability, Register, Standing};
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
}
