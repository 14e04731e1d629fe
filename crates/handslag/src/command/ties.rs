//! `handslag ties`: what promises are tied to outside the company.

use anyhow::bail;
use calendar::Due;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use promise::tie::{TieEnd, TieStanding, TiedTo};
use promise::{PromiseId, TieId};
use serde_json::{Value, json};

use super::offer::line;
use super::quote::due_said;
use crate::desk::Desk;
use crate::output::table;

/// What promises are tied to outside the company: deliveries of third parties, and plans of customers.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  handslag ties add 214 --from Kabelfabriek --due 2027-01-15 \"200 m of cable\"
                            214 waits for what Kabelfabriek delivers
  handslag ties add 214 --customer --due 2027-02-01 \"the new line starts\"
                            the customer starts its line when it has 214: `handslag domino` says what a slip does to that
  handslag ties arrived 214 the first of them is there
  handslag ties parties     how reliable third parties have been")]
pub(crate) enum Ties {
    /// Note a delivery that a promise waits for, or what the customer plans to do with it
    Add(Add),
    /// State that what a third party owed has arrived
    Arrived(Arrived),
    /// Take away what does not hold any more
    Drop(Which),
    /// What a promise is tied to
    List {
        /// The promise: its number or id
        promise: String,
    },
    /// The third parties, and how reliable they have been
    Parties,
}

impl Ties {
    /// What it is called in the audit log, and the promise as it was typed; `None` when it writes nothing.
    pub(crate) fn deed(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Add(asked) => Some(("ties.add", &asked.promise)),
            Self::Arrived(asked) => Some(("ties.arrived", &asked.which.promise)),
            Self::Drop(which) => Some(("ties.drop", &which.promise)),
            Self::List { .. } | Self::Parties => None,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The promise: its number or id
    promise: String,
    /// What is to be delivered, or what the customer plans
    what: String,
    /// The third party that delivers it
    #[arg(
        long,
        value_name = "THIRD PARTY",
        conflicts_with = "customer",
        required_unless_present = "customer"
    )]
    from: Option<String>,
    /// The customer plans it, and needs the promise for it
    #[arg(long)]
    customer: bool,
    /// By when it is to be delivered, or when it is planned, such as 2027-01-15 or 2027-W02
    #[arg(long, value_name = "DATE")]
    due: String,
}

#[derive(Debug, Args)]
pub(crate) struct Arrived {
    #[command(flatten)]
    which: Which,
    /// When it arrived [default: now]
    #[arg(long, value_name = "INSTANT")]
    at: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct Which {
    /// The promise: its number or id
    promise: String,
    /// Which one, by its place in `handslag ties list`, or its id
    #[arg(default_value = "1", value_name = "PLACE")]
    tie: String,
}

/// `handslag ties`
pub(crate) async fn run(desk: &Desk, asked: Ties) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    let id = match asked {
        Ties::Add(Add { promise, what, from, customer: _, due }) => {
            let id = desk.promise(&promise).await?;
            let due = Due::parse(&due, &service.calendar_of(&caller, id).await?)?;
            let to = match from {
                Some(name) => TiedTo::ThirdParty(line("from", &name)?),
                None => TiedTo::Account,
            };
            service.note_tie(&caller, id, to, line("what", &what)?, due).await?;
            id
        }
        Ties::Arrived(Arrived { which, at }) => {
            let (id, tie) = find(desk, &which).await?;
            service.tie_arrived(&caller, id, tie, at).await?;
            id
        }
        Ties::Drop(which) => {
            let (id, tie) = find(desk, &which).await?;
            service.drop_tie(&caller, id, tie).await?;
            id
        }
        Ties::List { promise } => {
            let id = desk.promise(&promise).await?;
            return list(desk, id).await;
        }
        Ties::Parties => return parties(desk).await,
    };
    desk.look_again().await?;
    list(desk, id).await
}

/// The promise, and the tie of it at a place counted from 1, or with an id.
async fn find(desk: &Desk, which: &Which) -> anyhow::Result<(PromiseId, TieId)> {
    let id = desk.promise(&which.promise).await?;
    if let Ok(tie) = which.tie.parse() {
        return Ok((id, tie));
    }
    let ties = desk.service().ties(&desk.caller(), id).await?.0;
    let place = which.tie.parse::<usize>().ok();
    match place.and_then(|place| ties.get(place.checked_sub(1)?)) {
        Some(standing) => Ok((id, standing.tie.id)),
        None if ties.is_empty() => {
            bail!("promise {} is tied to nothing; note it with `handslag ties add`", which.promise)
        }
        None => bail!("PLACE is {:?}; wanted one from 1 to {}", which.tie, ties.len()),
    }
}

async fn list(desk: &Desk, id: PromiseId) -> anyhow::Result<()> {
    let row = desk.row(id).await?;
    let ties = desk.service().ties(&desk.caller(), id).await?.0;
    let cells = ties.iter().enumerate().map(|(place, standing)| {
        let tie = &standing.tie;
        let who = match &tie.to {
            TiedTo::ThirdParty(name) => name.as_str().to_owned(),
            TiedTo::Account => format!("{} plans", row.account_name),
        };
        let place = (place + 1).to_string();
        vec![place, who, tie.what.as_str().to_owned(), due_said(&tie.due), said(desk, standing)]
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let lines = if cells.is_empty() {
        vec![format!("Promise {} is tied to nothing outside the company.", row.number)]
    } else {
        table(&["", "who", "what", "by", ""], &cells)
    };
    let values: Vec<Value> = ties.iter().map(value).collect();
    let value = json!({ "promise": id.to_string(), "number": row.number, "ties": values });
    desk.output.answer(&lines, &value);
    Ok(())
}

fn said(desk: &Desk, standing: &TieStanding) -> String {
    match standing.end {
        None if standing.tie.due.at() < desk.at => "late".to_owned(),
        None => "to come".to_owned(),
        Some(TieEnd::Arrived { at }) => format!("arrived {}", desk.moment(at)),
        Some(TieEnd::Dropped) => "taken away".to_owned(),
    }
}

fn value(standing: &TieStanding) -> Value {
    let tie = &standing.tie;
    let third_party = match &tie.to {
        TiedTo::ThirdParty(name) => Some(name.as_str()),
        TiedTo::Account => None,
    };
    let (state, arrived_at) = match standing.end {
        None => ("open", None),
        Some(TieEnd::Arrived { at }) => ("arrived", Some(at.to_string())),
        Some(TieEnd::Dropped) => ("dropped", None),
    };
    json!({
        "id": tie.id.to_string(),
        "third_party": third_party,
        "what": tie.what.as_str(),
        "due": tie.due.at().to_string(),
        "state": state,
        "arrived_at": arrived_at,
    })
}

async fn parties(desk: &Desk) -> anyhow::Result<()> {
    let parties = desk.service().third_parties(&desk.caller()).await?;
    let cells = parties.iter().map(|party| {
        let counts = [party.delivered, party.late, party.open].map(|count| count.to_string());
        std::iter::once(party.name.clone()).chain(counts).collect()
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let lines = if cells.is_empty() {
        vec!["No promise waits or waited for a third party.".to_owned()]
    } else {
        table(&["third party", "delivered", "late", "to come"], &cells)
    };
    let value = parties.iter().map(|party| {
        json!({
            "third_party": party.name,
            "delivered": party.delivered,
            "late": party.late,
            "open": party.open,
        })
    });
    desk.output.answer(&lines, &value.collect());
    Ok(())
}
