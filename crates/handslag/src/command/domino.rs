//! `handslag domino`: what falls when a promise slips, through which it is reached, and why.

use clap::Args;
use serde_json::{Value, json};
use service::domino::{
    AllKept, Cause, Change, CustomerHit, Domino, Fall, Slip, SlipGround, Through, Touched,
};

use super::quote::{chance, working_days};
use crate::desk::Desk;

/// What falls when a promise slips?
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  handslag domino 214             what falls by what its own forecast says
  handslag domino 214 --days 3    what would fall if it came three working days later
  handslag domino 214 --json      the same for a program")]
pub(crate) struct DominoAsked {
    /// The promise: its number or id
    promise: String,
    /// By how many working days it slips, from 1 to 250 [default: as far as the date at the policy's level lies beyond
    /// the due; 5 when it does not]
    #[arg(long, allow_hyphen_values = true)]
    days: Option<u32>,
}

/// `handslag domino`
pub(crate) async fn run(desk: &Desk, asked: &DominoAsked) -> anyhow::Result<()> {
    let id = desk.promise(&asked.promise).await?;
    let domino = desk.service().domino(&desk.caller(), id, asked.days).await?;
    desk.output.answer(&said(&domino), &value(&domino));
    Ok(())
}

/// The tree in lines: what is supposed, every promise under the one through which it is reached, how it was counted.
fn said(domino: &Domino) -> Vec<String> {
    let mut lines = Vec::new();
    match domino.slip {
        Some(slip) => lines.push(supposed(slip)),
        None => lines
            .push("Nothing can be forecast of this promise, nor of what waits for it.".to_owned()),
    }
    lines.push(touched_said(&domino.promise, None));
    lines.extend(plans_said(&domino.promise, if domino.falls.is_empty() { "   " } else { "│  " }));
    draw(&domino.falls, "", &mut lines);
    if domino.slip.is_some() && domino.falls.is_empty() {
        lines.push("Nothing falls with it: no other promise moves.".to_owned());
    }
    if let Some(all) = domino.all {
        lines.push(format!(
            "The chance that all {} are kept goes from {} to {}.",
            all.of,
            chance(all.before),
            chance(all.after)
        ));
    }
    lines.extend(domino.customers.iter().filter_map(customer_said));
    if let Some(slip) = domino.slip {
        lines.push(match &domino.third_party {
            Some(name) => format!(
                "Its work is done before what {name} delivers comes, so that is taken to come later."
            ),
            None => through(slip.through).to_owned(),
        });
        lines.push(format!(
            "Counted in {} plays of the whole plan with and without the slip, with the same luck (seed {}).",
            domino.trials, domino.seed
        ));
    }
    lines
}

fn supposed(slip: Slip) -> String {
    let days = working_days(slip.days);
    match slip.ground {
        SlipGround::Asked => format!("If it comes {days} later than is forecast now:"),
        SlipGround::Forecast => format!(
            "Its date at the policy's level lies {days} beyond the due. If it comes that much later than is \
             forecast now:"
        ),
        SlipGround::Supposed => {
            format!("The forecast sees no slip. If it came {days} later all the same:")
        }
    }
}

fn through(through: Through) -> &'static str {
    match through {
        Through::Work => "What is left of its work is taken to last longer.",
        Through::Waiting => {
            "Its work is done before what the customer promised comes, so that is taken to come later."
        }
        Through::Nothing => {
            "Its work is finished, so it is taken to be handed over that much later."
        }
    }
}

fn draw(falls: &[Fall], indent: &str, lines: &mut Vec<String>) {
    for (place, fall) in falls.iter().enumerate() {
        let is_last = place + 1 == falls.len();
        let (branch, below) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let own = touched_said(&fall.touched, Some(&fall.cause));
        lines.push(format!("{indent}{branch}{own}"));
        let indent = format!("{indent}{below}");
        let line = if fall.falls.is_empty() { "   " } else { "│  " };
        lines.extend(plans_said(&fall.touched, &format!("{indent}{line}")));
        draw(&fall.falls, &indent, lines);
    }
}

/// One promise in a line: its number, what, to whom, why it falls, its chances, how much later, whether it was told.
fn touched_said(touched: &Touched, cause: Option<&Cause>) -> String {
    let mut parts = vec![touched.account_name.clone()];
    parts.extend(cause.map(cause_said));
    match touched.change {
        None => parts.push("cannot forecast".to_owned()),
        Some(Change { chances, days_later }) => {
            parts.extend(chances.map(|chances| {
                let (before, after) = (chance(chances.before), chance(chances.after));
                let error = f64::from(chances.error_permille) / 10.0;
                if before == after {
                    format!("stays {after}")
                } else {
                    format!("{before} to {after} (± {error:.1})")
                }
            }));
            parts.push(match days_later {
                None => "no date at even chances any more".to_owned(),
                Some(0) => "the same day at even chances".to_owned(),
                Some(days) if days < 0 => format!("{} earlier", working_days(-days)),
                Some(days) => format!("{} later", working_days(days)),
            });
        }
    }
    let told = if touched.told { "another date proposed" } else { "customer not told" };
    parts.push(told.to_owned());
    format!("{} {}: {}", touched.number, touched.subject, parts.join(", "))
}

/// What the customer plans to do with a promise, a line for each.
fn plans_said(touched: &Touched, indent: &str) -> Vec<String> {
    let said = touched.plans.iter().map(|plan| {
        let day = plan.due.at.to_zoned(plan.due.zone.clone()).date();
        let chances = match plan.chances {
            None => "cannot forecast whether it is there by then".to_owned(),
            Some((before, after)) if before == after => {
                format!("the chance that it is there by then stays {}", chance(after))
            }
            Some((before, after)) => format!(
                "the chance that it is there by then goes from {} to {}",
                chance(before),
                chance(after)
            ),
        };
        format!("{indent}they plan for {day}: {}; {chances}", plan.what)
    });
    said.collect()
}

/// What a slip does to all that a customer was promised, where that is more than one promise.
fn customer_said(hit: &CustomerHit) -> Option<String> {
    let all = hit.all.filter(|_| hit.promises.len() > 1)?;
    let numbers: Vec<String> = hit.promises.iter().map(ToString::to_string).collect();
    Some(format!(
        "Of {} it reaches {}: the chance that all {} are kept goes from {} to {}.",
        hit.name,
        numbers.join(", "),
        all.of,
        chance(all.before),
        chance(all.after)
    ))
}

fn cause_said(cause: &Cause) -> String {
    match cause {
        Cause::Dependency => "waits for it".to_owned(),
        Cause::Work { records: 1 } => "needs the same record of the tracker".to_owned(),
        Cause::Work { records } => format!("needs the same {records} records of the tracker"),
        Cause::Capacity { team } => format!("waits in the queue of {team}"),
        Cause::Between => "through other work in between".to_owned(),
    }
}

fn value(domino: &Domino) -> Value {
    let slip = domino.slip.map(|slip| {
        json!({
            "days": slip.days,
            "ground": match slip.ground {
                SlipGround::Asked => "asked",
                SlipGround::Forecast => "forecast",
                SlipGround::Supposed => "supposed",
            },
            "through": match slip.through {
                Through::Work => "work",
                Through::Waiting => "waiting",
                Through::Nothing => "nothing",
            },
        })
    });
    json!({
        "promise": touched_value(&domino.promise),
        "slip": slip,
        "falls": domino.falls.iter().map(fall_value).collect::<Vec<_>>(),
        "third_party": domino.third_party,
        "customers": domino.customers.iter().map(|hit| json!({
            "customer": hit.name,
            "promises": hit.promises,
            "all_kept": hit.all.map(all_value),
        })).collect::<Vec<_>>(),
        "all_kept": domino.all.map(all_value),
        "trials": domino.trials,
        "seed": domino.seed.to_string(),
    })
}

fn all_value(all: AllKept) -> Value {
    json!({
        "of": all.of,
        "before_permille": all.before.permille(),
        "after_permille": all.after.permille(),
        "error_permille": all.error_permille,
    })
}

fn fall_value(fall: &Fall) -> Value {
    let cause = match &fall.cause {
        Cause::Dependency => json!({ "kind": "dependency" }),
        Cause::Work { records } => json!({ "kind": "work", "records": records }),
        Cause::Capacity { team } => json!({ "kind": "capacity", "team": team }),
        Cause::Between => json!({ "kind": "between" }),
    };
    json!({
        "cause": cause,
        "promise": touched_value(&fall.touched),
        "falls": fall.falls.iter().map(fall_value).collect::<Vec<_>>(),
    })
}

fn touched_value(touched: &Touched) -> Value {
    let chances = touched.change.and_then(|change| change.chances);
    json!({
        "id": touched.promise.to_string(),
        "number": touched.number,
        "customer": touched.account_name,
        "subject": touched.subject,
        "due": touched.due.map(|due| due.to_string()),
        "told": touched.told,
        "plans": touched.plans.iter().map(|plan| json!({
            "what": plan.what,
            "due": plan.due.at.to_string(),
            "chance": plan.chances.map(|(before, after)| json!({
                "before_permille": before.permille(),
                "after_permille": after.permille(),
            })),
        })).collect::<Vec<_>>(),
        "cannot_forecast": touched.change.is_none(),
        "chance": chances.map(|chances| json!({
            "before_permille": chances.before.permille(),
            "after_permille": chances.after.permille(),
            "error_permille": chances.error_permille,
            "health": chances.health.code(),
        })),
        "days_later": touched.change.and_then(|change| change.days_later),
    })
}
