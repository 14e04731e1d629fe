//! `handslag capabilities`: what the product does, as product answers for it, and what is claimed of it.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use language::detect;
use promise::capability::{Answer, Capability, OtherName, Standing};
use promise::claim::ClaimedFor;
use promise::{CapabilityId, Chance, Language};
use serde_json::{Value, json};
use service::capabilities::{PublicText, Resting, Wrong};

use super::offer::line;
use crate::desk::Desk;
use crate::output::table;

/// What the product does: there since a day, forecast for a day, or not planned.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  handslag capabilities add \"Excel export\" --called nl:\"exporteren naar Excel\"
                            it is in the register, and waits for an answer of product
  handslag capabilities answer \"Excel export\" --day 2027-03-31 --chance 82 --ground \"two of three parts are done\"
  handslag capabilities list --json > register.json
                            for `handslag check --register register.json`, which needs no database
  handslag capabilities scan site/*.md
                            keep which claims stand where, and see which have no ground")]
pub(crate) enum Capabilities {
    /// The register
    List,
    /// Bring something into the register
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        called: Called,
    },
    /// Answer for it: it exists, is forecast, or is not planned
    Answer(AnswerAsked),
    /// Say how texts call it; what is named takes the place of what was
    Alias {
        /// Which one: its name or id
        capability: String,
        /// Its name [default: as it is]
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        called: Called,
    },
    /// Take it out of the register, for good
    Retire {
        /// Which one: its name or id
        capability: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Hold public texts against the register, and keep which claims stand in them
    Scan {
        /// The texts
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The language they are in: nl, sv or en [default: told by each text itself]
        #[arg(long, value_parser = language_of)]
        language: Option<Language>,
    },
    /// The claims that stand, and whether they have a ground now
    Claims,
}

/// How texts call it.
#[derive(Debug, Args)]
pub(crate) struct Called {
    /// Another name that texts use, with its language where it has one, such as "nl:exporteren naar Excel" or XLSX
    #[arg(long = "called", value_name = "NAME")]
    names: Vec<String>,
}

#[derive(Debug, Args)]
#[group(id = "answer", required = true, args = ["since", "day", "not_planned"])]
pub(crate) struct AnswerAsked {
    /// Which one: its name or id
    capability: String,
    /// It exists, since this day
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// It is to exist by the end of this day
    #[arg(long, value_name = "DATE", requires = "ground")]
    day: Option<Date>,
    /// With this chance, in per cent [default: nothing can be said of it]
    #[arg(long, value_name = "PERCENT", requires = "day", value_parser = clap::value_parser!(u16).range(0..=100))]
    chance: Option<u16>,
    /// On what ground it is forecast
    #[arg(long, requires = "day")]
    ground: Option<String>,
    /// It is not planned, and why
    #[arg(long, value_name = "REASON")]
    not_planned: Option<String>,
}

impl Capabilities {
    /// What it is called in the audit log; `None` when it writes nothing.
    pub(crate) fn deed(&self) -> Option<&'static str> {
        match self {
            Self::Add { .. } => Some("capabilities.add"),
            Self::Answer(_) => Some("capabilities.answer"),
            Self::Alias { .. } => Some("capabilities.alias"),
            Self::Retire { .. } => Some("capabilities.retire"),
            Self::Scan { .. } => Some("capabilities.scan"),
            Self::List | Self::Claims => None,
        }
    }
}

fn language_of(code: &str) -> Result<Language, String> {
    Language::of_code(code).ok_or_else(|| "wanted one of nl, sv, en".to_owned())
}

/// `handslag capabilities`
pub(crate) async fn run(desk: &Desk, asked: Capabilities) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    match asked {
        Capabilities::List => {}
        Capabilities::Add { name, called } => {
            let (name, names) = (line("name", &name)?, called.read()?);
            service.register_capability(&caller, name, names).await?;
        }
        Capabilities::Answer(asked) => {
            let (id, _) = find(desk, &asked.capability).await?;
            service.answer_capability(&caller, id, asked.read()?).await?;
        }
        Capabilities::Alias { capability, name, called } => {
            let (id, present) = find(desk, &capability).await?;
            let name = name.map(|name| line("name", &name)).transpose()?;
            let name = name.unwrap_or(present.name);
            service.call_capability(&caller, id, name, called.read()?).await?;
        }
        Capabilities::Retire { capability, reason } => {
            let (id, _) = find(desk, &capability).await?;
            service.retire_capability(&caller, id, line("reason", &reason)?).await?;
        }
        Capabilities::Scan { files, language } => {
            let texts = files.iter().map(|file| text_of(file, language));
            let texts = texts.collect::<anyhow::Result<Vec<_>>>()?;
            service.scan_claims(&caller, &texts).await?;
            return claims(desk).await;
        }
        Capabilities::Claims => return claims(desk).await,
    }
    list(desk).await
}

impl Called {
    fn read(self) -> anyhow::Result<Vec<OtherName>> {
        let read = |text: String| {
            let tagged = text
                .split_once(':')
                .and_then(|(code, name)| Language::of_code(code).map(|language| (language, name)));
            let (language, name) =
                tagged.map_or((None, text.as_str()), |(language, name)| (Some(language), name));
            anyhow::Ok(OtherName { language, name: line("called", name)? })
        };
        self.names.into_iter().map(read).collect()
    }
}

impl AnswerAsked {
    fn read(self) -> anyhow::Result<Answer> {
        let Self { capability: _, since, day, chance, ground, not_planned } = self;
        if let Some(since) = since {
            return Ok(Answer::Exists { since });
        }
        if let Some(reason) = not_planned {
            return Ok(Answer::NotPlanned { reason: line("not-planned", &reason)? });
        }
        let (Some(day), Some(ground)) = (day, ground) else {
            bail!("wanted --since, --day with --ground, or --not-planned");
        };
        let chance = chance.map(Chance::of_percent);
        Ok(Answer::Forecast { day, chance, ground: line("ground", &ground)? })
    }
}

/// The capability with a name or an id.
async fn find(desk: &Desk, named: &str) -> anyhow::Result<(CapabilityId, Capability)> {
    let register = desk.service().capabilities(&desk.caller()).await?;
    let low = named.to_lowercase();
    let is_it = |(id, capability): &(CapabilityId, Capability)| {
        id.to_string() == named || capability.name.as_str().to_lowercase() == low
    };
    // A name may come back after the one that had it was taken out.
    let is_out =
        |one: &(CapabilityId, Capability)| matches!(one.1.standing, Standing::Retired { .. });
    let found: Vec<_> = register.into_iter().filter(is_it).collect();
    let place = found.iter().position(|one| !is_out(one)).unwrap_or_default();
    let found = found.into_iter().nth(place);
    found.with_context(|| {
        format!("{named:?} is not in the register; see `handslag capabilities list`")
    })
}

fn text_of(file: &PathBuf, language: Option<Language>) -> anyhow::Result<PublicText> {
    let words = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read as text", file.display()))?;
    let told = || detect::of(&words).and_then(|lang| Language::of_code(lang.code()));
    let Some(language) = language.or_else(told) else {
        bail!("{}: the text does not tell its language; name it with --language", file.display());
    };
    Ok(PublicText { place: line("file", &file.display().to_string())?, words, language })
}

async fn list(desk: &Desk) -> anyhow::Result<()> {
    let register = desk.service().capabilities(&desk.caller()).await?;
    let cells = register.iter().map(|(_, capability)| {
        let names: Vec<String> = capability.names.iter().map(called).collect();
        vec![capability.name.as_str().to_owned(), said(&capability.standing), names.join(", ")]
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let lines = if cells.is_empty() {
        vec!["The register is empty; begin with `handslag capabilities add`.".to_owned()]
    } else {
        table(&["capability", "", "also called"], &cells)
    };
    let values: Vec<Value> =
        register.iter().map(|(id, capability)| value(*id, capability)).collect();
    desk.output.answer(&lines, &json!({ "capabilities": values }));
    Ok(())
}

fn called(other: &OtherName) -> String {
    match other.language {
        Some(language) => format!("{}:{}", language.code(), other.name),
        None => other.name.as_str().to_owned(),
    }
}

/// How it stands, in words.
fn said(standing: &Standing) -> String {
    match standing {
        Standing::Asked => "not answered".to_owned(),
        Standing::Retired { reason, .. } => format!("taken out: {reason}"),
        Standing::Answered(answered) => match &answered.answer {
            Answer::Exists { since } => format!("exists since {since}"),
            Answer::Forecast { day, chance: Some(chance), .. } => {
                format!("forecast for {day}, {}", super::quote::chance(*chance))
            }
            Answer::Forecast { day, chance: None, .. } => format!("forecast for {day}"),
            Answer::NotPlanned { reason } => format!("not planned: {reason}"),
        },
    }
}

fn value(id: CapabilityId, capability: &Capability) -> Value {
    let names = capability.names.iter().map(|other| {
        json!({ "language": other.language.map(Language::code), "name": other.name.as_str() })
    });
    let mut value = json!({
        "id": id.to_string(),
        "name": capability.name.as_str(),
        "names": names.collect::<Vec<_>>(),
        "state": capability.standing.name().code(),
    });
    let more = match &capability.standing {
        Standing::Asked => json!({}),
        Standing::Retired { reason, at } => {
            json!({ "reason": reason.as_str(), "retired_at": at.to_string() })
        }
        Standing::Answered(answered) => {
            let mut more = match &answered.answer {
                Answer::Exists { since } => json!({ "since": since.to_string() }),
                Answer::Forecast { day, chance, ground } => json!({
                    "day": day.to_string(),
                    "chance_permille": chance.map(Chance::permille),
                    "ground": ground.as_str(),
                }),
                Answer::NotPlanned { reason } => json!({ "reason": reason.as_str() }),
            };
            more["answered_at"] = answered.at.to_string().into();
            more
        }
    };
    if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
        value.extend(more);
    }
    value
}

async fn claims(desk: &Desk) -> anyhow::Result<()> {
    let resting = desk.service().standing_claims(&desk.caller()).await?;
    let cells = resting.iter().map(|one| {
        let ground = if one.has_ground() { "" } else { "no ground" };
        let found = &one.claim.found;
        vec![
            found.place.as_str().to_owned(),
            one.capability.name.as_str().to_owned(),
            claimed(found.claimed_for),
            said(&one.capability.standing),
            ground.to_owned(),
        ]
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let lines = if cells.is_empty() {
        vec!["No claim stands; find them with `handslag capabilities scan`.".to_owned()]
    } else {
        table(&["place", "capability", "claimed for", "", ""], &cells)
    };
    desk.output.answer(&lines, &resting.iter().map(claim_value).collect());
    Ok(())
}

fn claimed(when: ClaimedFor) -> String {
    match when {
        ClaimedFor::Now => "now".to_owned(),
        ClaimedFor::SomeDay => "some day".to_owned(),
        ClaimedFor::Days { first, last, .. } => {
            let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{}/{}", day(first), day(last))
        }
    }
}

fn claim_value(one: &Resting) -> Value {
    let found = &one.claim.found;
    let (first, last, _) = found.claimed_for.days();
    json!({
        "id": one.id.to_string(),
        "place": found.place.as_str(),
        "words": found.words.as_str(),
        "capability": found.capability.to_string(),
        "name": one.capability.name.as_str(),
        "claimed_for": found.claimed_for.name().code(),
        "first_day": first.map(|day| day.to_string()),
        "last_day": last.map(|day| day.to_string()),
        "first_seen": one.claim.first_seen.to_string(),
        "last_seen": one.claim.last_seen.to_string(),
        "has_ground": one.has_ground(),
        "wrong": one.wrong.map(Wrong::code),
    })
}
