//! `handslag person`: everything that is held about somebody, in a file for them; and forgetting them.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use ledger::erase::Erasure;
use promise::Person as Who;
use promise::party::ErasureReason;
use serde_json::{Value, json};
use service::audit::{Origin, PrivacyError};
use service::person::{Erasing, subject};

use crate::desk::{Desk, one_named};
use crate::output;

/// What is owed to a person.
#[derive(Debug, Subcommand)]
pub(crate) enum Person {
    /// Show everything held about somebody, ours or a customer's; which is noted in the audit log
    Export {
        /// Their name, or `member:<id>` or `contact:<id>`
        name: String,
        /// Write it as JSON into this file, for programs
        #[arg(long, short, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Forget somebody: nothing of theirs can be read again, by anybody
    Erase(Erase),
    /// List who was erased, by ids, to be kept beside backups
    Erasures {
        /// Where the list goes [default: the terminal]
        #[arg(long, short, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Erase again whoever was erased and came back with an old backup
    EraseAgain {
        /// The list that `handslag person erasures` wrote after the backup was made
        #[arg(long, value_name = "FILE")]
        list: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Erase {
    /// Their name, or `member:<id>` or `contact:<id>`
    name: String,
    /// Why, by GDPR article 17 (1)
    #[arg(long, value_parser = reason)]
    reason: ErasureReason,
    /// Also while promises that are not over name them
    #[arg(long)]
    even_with_open_promises: bool,
    /// How a tracker calls them: work done under this name is nobody's afterwards; can be given more than once
    #[arg(long = "tracker-name", value_name = "NAME")]
    tracker_names: Vec<String>,
    /// Do it; without this it is only said what would be done
    #[arg(long)]
    for_good: bool,
}

fn reason(text: &str) -> Result<ErasureReason, String> {
    let codes = || ErasureReason::ALL.iter().map(|r| r.code()).collect::<Vec<_>>().join(", ");
    ErasureReason::of_code(text).ok_or_else(|| format!("wanted one of {}", codes()))
}

/// `handslag person`
pub(crate) async fn run(desk: &Desk, asked: Person) -> anyhow::Result<()> {
    match asked {
        Person::Export { name, out } => export(desk, &name, out.as_deref()).await,
        Person::Erase(asked) => erase(desk, asked).await,
        Person::Erasures { out } => erasures(desk, out.as_deref()).await,
        Person::EraseAgain { list } => erase_again(desk, list.as_deref()).await,
    }
}

/// The person of a name, also one who has left.
async fn find(desk: &Desk, name: &str) -> anyhow::Result<Who> {
    if let Some(person) = person_of(name) {
        return Ok(person);
    }
    let organisation = desk.caller().organisation;
    let members = desk.us.members.iter().filter(|(_, member)| !member.is_erased());
    let mut all: Vec<(String, String, Who)> =
        members.map(|(id, of)| (id.to_string(), of.name.clone(), Who::Member(*id))).collect();
    for idle in desk.service().ledger().idle_contacts(organisation).await? {
        let account = desk.service().account(organisation, idle.account).await?;
        if let Some(of) = account.contacts.get(&idle.contact) {
            all.push((idle.contact.to_string(), of.name.clone(), Who::Contact(idle.contact)));
        }
    }
    one_named("person", name, all)
}

fn person_of(text: &str) -> Option<Who> {
    match text.split_once(':')? {
        ("member", id) => id.parse().ok().map(Who::Member),
        ("contact", id) => id.parse().ok().map(Who::Contact),
        _ => None,
    }
}

async fn export(desk: &Desk, name: &str, out: Option<&Path>) -> anyhow::Result<()> {
    let person = find(desk, name).await?;
    let export = desk.service().person_export(&desk.caller(), &Origin::desk(), person).await?;
    let Some(path) = out else {
        let lines: Vec<String> = export.text.lines().map(str::to_owned).collect();
        desk.output.answer(&lines, &export.json);
        return Ok(());
    };
    write(path, &format!("{:#}\n", export.json))?;
    let said = format!("Everything held about {name} is in {}.", path.display());
    desk.output.answer(&[said], &json!({ "file": path }));
    Ok(())
}

async fn erase(desk: &Desk, asked: Erase) -> anyhow::Result<()> {
    let person = find(desk, &asked.name).await?;
    let service = desk.service();
    let organisation = desk.caller().organisation;
    if !asked.for_good {
        let ledger = service.ledger();
        let mentions = ledger.mentions(organisation, person).await?;
        let texts: usize = mentions.iter().map(|mention| mention.texts.len()).sum();
        let open = ledger.living_naming(organisation, person).await?;
        let lines = [
            format!(
                "{texts} names and words in {} events would become unreadable for everybody, also on receipts fetched \
                 afterwards; {} promises that are not over name them.",
                mentions.len(),
                open.len()
            ),
            "Nothing was erased. It cannot be undone: add --for-good to do it.".to_owned(),
        ];
        let value = json!({
            "erased": false, "person": subject(person), "texts": texts,
            "events": mentions.len(), "open_promises": open,
        });
        desk.output.answer(&lines, &value);
        return Ok(());
    }
    let erasing = Erasing {
        person,
        reason: asked.reason,
        even_with_open_promises: asked.even_with_open_promises,
        tracker_names: asked.tracker_names,
    };
    let erased = service.erase_person(&desk.caller(), &Origin::desk(), &erasing).await;
    if let Err(error @ PrivacyError::OpenPromises(_)) = erased {
        bail!("{error} (that is --even-with-open-promises)");
    }
    let erased = erased?;
    let lines = [
        format!("{} was erased, {}.", subject(person), desk.moment(erased.at)),
        "Backups of before still hold the key until they expire; after one is brought back, run `handslag person \
         erase-again`."
            .to_owned(),
    ];
    desk.output.answer(&lines, &erasure_json(&erased));
    Ok(())
}

fn erasure_json(erasure: &Erasure) -> Value {
    json!({
        "person": subject(erasure.person),
        "at": erasure.at.to_string(),
        "reason": erasure.reason.code(),
    })
}

async fn erasures(desk: &Desk, out: Option<&Path>) -> anyhow::Result<()> {
    let all = desk.service().ledger().erasures(desk.caller().organisation).await?;
    let lines: Vec<String> = all.iter().map(|erasure| erasure_json(erasure).to_string()).collect();
    let Some(path) = out else {
        desk.output.answer(&lines, &all.iter().map(erasure_json).collect());
        return Ok(());
    };
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    write(path, &text)?;
    let said = format!("{} erasures are in {}.", all.len(), path.display());
    desk.output.answer(&[said], &json!({ "erasures": all.len(), "file": path }));
    Ok(())
}

async fn erase_again(desk: &Desk, list: Option<&Path>) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    if let Some(path) = list {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        service.take_erasures(&caller, &read_erasures(&text)?).await?;
    }
    let again = service.erase_again(&caller, &Origin::desk()).await?;
    let said = match again {
        0 => "Nobody had come back.".to_owned(),
        1 => "One person had come back and was erased again.".to_owned(),
        more => format!("{more} people had come back and were erased again."),
    };
    desk.output.answer(&[said], &json!({ "erased_again": again }));
    Ok(())
}

/// Reads what `handslag person erasures` wrote.
fn read_erasures(text: &str) -> anyhow::Result<Vec<Erasure>> {
    let read = |(number, line): (usize, &str)| {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        let field = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        let read = (
            person_of(field("person")),
            field("at").parse().ok(),
            ErasureReason::of_code(field("reason")),
        );
        let (Some(person), Some(at), Some(reason)) = read else {
            bail!(
                "line {} is no erasure; wanted a line that `handslag person erasures` wrote",
                number + 1
            )
        };
        Ok(Erasure { person, at, reason })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    output::private_file(path, text)
        .with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_erasures_is_read_back_and_nothing_else_is() {
        let line = "{\"at\":\"2026-03-09T08:00:00Z\",\"person\":\
             \"contact:00000000-0000-0000-0000-000000000003\",\"reason\":\"objection\"}";
        let read = read_erasures(&format!("{line}\n\n{line}\n")).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(erasure_json(&read[0]).to_string(), line);
        for wrong in ["x", "{}", &line.replace("contact", "account"), &line.replace("obj", "ob")] {
            let error = read_erasures(&format!("{line}\n{wrong}")).unwrap_err().to_string();
            assert!(error.contains("line 2"), "{wrong}: {error}");
        }
    }
}
