//! `handslag retention`: how long what is kept, what would go today, and letting it go.

use calendar::Country;
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};
use service::audit::Origin;
use service::retention::{Kind, Plan, PlanLine};

use crate::desk::Desk;
use crate::output::table;

/// How long what is kept.
#[derive(Debug, Subcommand)]
pub(crate) enum Retention {
    /// The rules with their sources, and what they would take today
    Show,
    /// Set for how many days something is kept in a country, or `never` to let it go
    Set {
        /// What: contacts, members, audit, access, answers, forecasts, quotes or `tracker_persons`
        #[arg(value_parser = kind)]
        kind: Kind,
        /// For how many days, or `never`
        #[arg(value_parser = days)]
        days: Days,
        /// In which country: NL, SE, DE, BE, DK, NO, FI or GB
        #[arg(long)]
        country: Country,
    },
    /// Let go what was kept long enough
    Run {
        /// Only say what would go
        #[arg(long)]
        dry_run: bool,
    },
    /// Apply the rules every day, or no longer
    Daily {
        /// Whether they are
        switch: Switch,
    },
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    /// From now on
    On,
    /// No longer
    Off,
}

/// A number of days, or for ever.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Days(Option<u32>);

fn kind(text: &str) -> Result<Kind, String> {
    let codes = || Kind::ALL.map(Kind::code).join(", ");
    Kind::of_code(text).ok_or_else(|| format!("wanted one of {}", codes()))
}

fn days(text: &str) -> Result<Days, String> {
    match text {
        "never" => Ok(Days(None)),
        number => match number.parse() {
            Ok(days) => Ok(Days(Some(days))),
            Err(_) => Err("wanted a whole number of days, or never".to_owned()),
        },
    }
}

/// `handslag retention`
pub(crate) async fn run(desk: &Desk, asked: Retention) -> anyhow::Result<()> {
    let (service, caller, origin) = (desk.service(), desk.caller(), Origin::desk());
    match asked {
        Retention::Show | Retention::Run { dry_run: true } => {
            let plan = service.retention_plan(&caller).await?;
            let mut lines = told(desk, &plan, "would go");
            lines.push("Nothing was changed.".to_owned());
            desk.output.answer(&lines, &value(&plan));
        }
        Retention::Run { dry_run: false } => {
            let plan = service.retention_run(&caller, &origin).await?;
            desk.output.answer(&told(desk, &plan, "went"), &value(&plan));
        }
        Retention::Set { kind, days, country } => {
            let Days(days) = days;
            service.set_retention(&caller, &origin, (kind, country), days).await?;
            let span = days.map_or_else(|| "for ever".to_owned(), |n| format!("for {n} days"));
            let said = format!("{} are kept {span} in {}.", kind.code(), country.code());
            let value = json!({ "kind": kind.code(), "country": country.code(), "days": days });
            desk.output.answer(&[said], &value);
        }
        Retention::Daily { switch } => {
            let daily = switch == Switch::On;
            service.set_retention_daily(&caller, &origin, daily).await?;
            let said = if daily {
                "The rules are applied every day while the server runs."
            } else {
                "The rules are applied only by `handslag retention run`."
            };
            desk.output.answer(&[said.to_owned()], &json!({ "daily": daily }));
        }
    }
    Ok(())
}

fn told(desk: &Desk, plan: &Plan, went: &str) -> Vec<String> {
    let cells = plan.lines.iter().map(|line| {
        vec![
            line.kind.code().to_owned(),
            line.country.code().to_owned(),
            line.days.map_or_else(|| "never".to_owned(), |days| days.to_string()),
            line.waiting.count.to_string(),
            line.waiting.oldest.map(|at| desk.day(at)).unwrap_or_default(),
            line.source.unwrap_or("set here").to_owned(),
        ]
    });
    let header = ["what", "country", "days", went, "oldest", "by"];
    let mut lines = table(&header, &cells.collect::<Vec<_>>());
    let daily = if plan.daily { "every day" } else { "only when asked" };
    lines.push(format!("{} {went}. The rules are applied {daily}.", plan.count()));
    lines.push(
        "Defaults are a beginning and no legal advice; you decide what you keep, and for how long."
            .to_owned(),
    );
    lines
}

fn value(plan: &Plan) -> Value {
    let line = |line: &PlanLine| {
        json!({
            "kind": line.kind.code(),
            "country": line.country.code(),
            "days": line.days,
            "source": line.source,
            "count": line.waiting.count,
            "oldest": line.waiting.oldest.map(|at| at.to_string()),
        })
    };
    json!({ "daily": plan.daily, "rules": plan.lines.iter().map(line).collect::<Vec<_>>() })
}
