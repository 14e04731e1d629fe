//! What can be done with a quote once it is made: its place in the queue held for a while, or given back.

use calendar::Due;
use clap::Subcommand;
use forecast::Place;
use promise::QuoteId;
use serde_json::{Value, json};
use service::quote::held::Held;

use crate::desk::Desk;
use crate::output::table;

/// What is done with a quote.
#[derive(Debug, Subcommand)]
pub(crate) enum Then {
    /// Keep its place in the queue while the customer makes up their mind
    Hold {
        /// The quote, by the id that it was given
        quote: String,
        /// Until the end of this day, at most ten working days ahead [default: two working days]
        #[arg(long, value_name = "DUE")]
        until: Option<String>,
        /// The place before all that waits instead of behind it
        #[arg(long)]
        first: bool,
    },
    /// Give a held place back
    Release {
        /// The quote that holds it
        quote: String,
    },
    /// Show which places are held
    Held,
}

impl Then {
    /// What it writes.
    pub(super) fn deed(&self) -> Option<&'static str> {
        match self {
            Self::Hold { .. } => Some("quote.hold"),
            Self::Release { .. } => Some("quote.release"),
            Self::Held => None,
        }
    }
}

/// `handslag quote hold`, `release` and `held`
pub(super) async fn run(desk: &Desk, then: &Then) -> anyhow::Result<()> {
    let (service, caller) = (desk.service(), desk.caller());
    match then {
        Then::Hold { quote, until, first } => {
            let quote = id(quote)?;
            let organisation = service.organisation(caller.organisation).await?;
            let calendar = organisation.calendar("");
            let until = until.as_ref().map(|text| Due::parse(text, &calendar)).transpose()?;
            let place = if *first { Place::First } else { Place::Last };
            let held = service.hold(&caller, quote, place, until).await?;
            let name = service.account(caller.organisation, held.account).await?.name;
            let said = format!("Held for {name} until {}.", desk.moment(held.until));
            desk.output.answer(&[said], &value(&held, name.as_str()));
        }
        Then::Release { quote } => {
            let quote = id(quote)?;
            service.release(&caller, quote).await?;
            let said = format!("The place of quote {quote} is free.");
            desk.output.answer(&[said], &json!({ "quote": quote.to_string(), "held": false }));
        }
        Then::Held => {
            let (mut rows, mut values) = (Vec::new(), Vec::new());
            for held in service.held(caller.organisation, caller.at).await? {
                let name = service.account(caller.organisation, held.account).await?.name;
                let until = desk.moment(held.until);
                values.push(value(&held, name.as_str()));
                rows.push(vec![held.quote.to_string(), until, name.to_string(), held.subject]);
            }
            let lines = if rows.is_empty() {
                vec!["No place is held.".to_owned()]
            } else {
                table(&["quote", "until", "customer", "asked for"], &rows)
            };
            desk.output.answer(&lines, &Value::Array(values));
        }
    }
    Ok(())
}

fn id(text: &str) -> anyhow::Result<QuoteId> {
    text.parse().map_err(|_| {
        anyhow::anyhow!(
            "the quote is {text:?}; wanted the id that `handslag quote` said, such as 019cd1c0-…"
        )
    })
}

fn value(held: &Held, account: &str) -> Value {
    json!({
        "quote": held.quote.to_string(), "customer": account, "subject": held.subject,
        "until": held.until.to_string(), "held": true,
    })
}
