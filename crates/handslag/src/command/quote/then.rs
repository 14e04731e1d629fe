//! What can be done with a quote once it is made: its place in the queue held for a while, or given back; and computed
//! again, when somebody doubts it.

use anyhow::bail;
use calendar::Due;
use clap::Subcommand;
use forecast::Place;
use promise::QuoteId;
use serde_json::{Value, json};
use service::quote::held::Held;
use service::quote::{Figure, PROGRAM};

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
    /// Compute it again from what it was computed from: the same bits, or what differs and a failure
    Reproduce {
        /// The quote, by the id that it was given
        quote: String,
    },
}

impl Then {
    /// What it writes.
    pub(super) fn deed(&self) -> Option<&'static str> {
        match self {
            Self::Hold { .. } => Some("quote.hold"),
            Self::Release { .. } => Some("quote.release"),
            Self::Held | Self::Reproduce { .. } => None,
        }
    }
}

/// `handslag quote hold`, `release`, `held` and `reproduce`
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
        Then::Reproduce { quote } => reproduce(desk, id(quote)?).await?,
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

async fn reproduce(desk: &Desk, quote: QuoteId) -> anyhow::Result<()> {
    let again = desk.service().reproduce(&desk.caller(), quote).await?;
    let (same, count) = (again.is_same(), again.figures.len());
    let made = desk.moment(again.at);
    let differing: Vec<_> =
        again.figures.iter().filter(|figure| figure.then != figure.now).collect();
    let mut lines = vec![
        format!(
            "Quote {quote}, made {made} by version {}: {} items, {} trials, {} of them by event dispatch too, seed {}.",
            again.program, again.items, again.trials, again.judged, again.seed
        ),
        if same {
            format!(
                "Computed again by version {PROGRAM}: all {count} figures are the same, bit by bit."
            )
        } else {
            format!(
                "Computed again by version {PROGRAM}: {} of {count} figures differ.",
                differing.len()
            )
        },
    ];
    lines.extend(differing.iter().map(|f| format!("{}: {} then, {} now", f.name, f.then, f.now)));
    let figure = |f: &Figure| json!({ "name": f.name, "then": f.then, "now": f.now });
    let value = json!({
        "quote": quote.to_string(), "at": again.at.to_string(), "same": same,
        "program": again.program, "program_now": PROGRAM, "seed": again.seed,
        "trials": again.trials, "judged": again.judged, "items": again.items,
        "figures": again.figures.iter().map(figure).collect::<Vec<_>>(),
    });
    desk.output.answer(&lines, &value);
    if !same {
        bail!("quote {quote} is not what it was: {} of {count} figures differ", differing.len());
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
