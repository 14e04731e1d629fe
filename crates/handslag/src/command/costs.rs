//! `handslag costs`: what a yes costs the organisation.

use anyhow::bail;
use clap::Subcommand;
use promise::costs::{Costs as Known, TeamCosts};
use promise::money::{Currency, Money};
use serde_json::json;

use crate::desk::Desk;

/// What a yes costs.
#[derive(Debug, Subcommand)]
pub(crate) enum Costs {
    /// All of it
    Show,
    /// Set what is named; the rest stays. All amounts are of one currency
    Set {
        /// In which currency all of it is, such as EUR [default: as it was]
        #[arg(long, value_parser = currency)]
        currency: Option<Currency>,
        /// An hour of work, where its team says nothing else, such as "EUR 75"
        #[arg(long, value_name = "MONEY")]
        hour: Option<Money>,
        /// An hour of overtime, in per cent of an ordinary one
        #[arg(long)]
        overtime_percent: Option<u32>,
        /// An hour of hired or subcontracted hands
        #[arg(long, value_name = "MONEY")]
        hired_hour: Option<Money>,
        /// A working day of lateness of a promise that says nothing of it
        #[arg(long, value_name = "MONEY")]
        loss_per_day: Option<Money>,
        /// A breach of a promise that says nothing of it
        #[arg(long, value_name = "MONEY")]
        loss_per_breach: Option<Money>,
        /// The team to which the two options below belong
        #[arg(long)]
        team: Option<String>,
        /// An hour of that team's work
        #[arg(long, value_name = "MONEY", requires = "team")]
        team_hour: Option<Money>,
        /// Hours of overtime a week that the whole team can take
        #[arg(long, value_name = "HOURS", requires = "team")]
        team_overtime: Option<u32>,
    },
}

fn currency(text: &str) -> Result<Currency, String> {
    let codes: Vec<&str> = Currency::ALL.iter().map(|currency| currency.code()).collect();
    let known = Currency::of_code(&text.to_ascii_uppercase());
    known.ok_or_else(|| format!("wanted one of {}", codes.join(", ")))
}

/// `handslag costs`
pub(crate) async fn run(desk: &Desk, asked: Costs) -> anyhow::Result<()> {
    let mut costs = desk.service().organisation(desk.organisation()).await?.costs();
    if let Costs::Set {
        currency,
        hour,
        overtime_percent,
        hired_hour,
        loss_per_day,
        loss_per_breach,
        team,
        team_hour,
        team_overtime,
    } = asked
    {
        costs.currency = currency.unwrap_or(costs.currency);
        let minor = |option: &str, money: Option<Money>| match money {
            Some(money) if money.currency != costs.currency => {
                let wanted = costs.currency.code();
                bail!(
                    "--{option} is {money}; wanted {wanted}, or name the currency of all with --currency"
                )
            }
            money => Ok(money.map(|money| money.minor)),
        };
        let hour = minor("hour", hour)?.or(costs.hour);
        let hired_hour = minor("hired-hour", hired_hour)?.or(costs.hired_hour);
        let loss_per_day = minor("loss-per-day", loss_per_day)?.unwrap_or(costs.loss_per_day);
        let loss_per_breach =
            minor("loss-per-breach", loss_per_breach)?.unwrap_or(costs.loss_per_breach);
        let team_hour = minor("team-hour", team_hour)?;
        let overtime_percent = overtime_percent.unwrap_or(costs.overtime_percent);
        if let Some(team) = team {
            let of: &mut TeamCosts = costs.teams.entry(team).or_default();
            of.hour = team_hour.or(of.hour);
            let minutes = team_overtime.map(|hours| hours.saturating_mul(60));
            of.overtime_minutes = minutes.unwrap_or(of.overtime_minutes);
        }
        costs =
            Known { hour, overtime_percent, hired_hour, loss_per_day, loss_per_breach, ..costs };
        desk.service().set_costs(&desk.caller(), costs.clone()).await?;
    }
    show(desk, &costs);
    Ok(())
}

fn show(desk: &Desk, costs: &Known) {
    let amount = |minor: i64| costs.money(minor).to_string();
    let some = |minor: Option<i64>| minor.map_or_else(|| "not said".to_owned(), amount);
    let mut lines = vec![
        format!("An hour of work: {}.", some(costs.hour)),
        format!("An hour of overtime: {}% of an ordinary one.", costs.overtime_percent),
        format!("A hired hour: {}.", some(costs.hired_hour)),
        format!(
            "Lateness on which a promise says nothing: {} a working day and {} once.",
            amount(costs.loss_per_day),
            amount(costs.loss_per_breach)
        ),
    ];
    lines.extend(costs.teams.iter().map(|(name, team)| {
        let (hour, hours) = (some(team.hour.or(costs.hour)), team.overtime_minutes / 60);
        format!("{name}: an hour {hour}, at most {hours} hours of overtime a week.")
    }));
    let teams = costs.teams.iter().map(|(name, team)| {
        json!({ "team": name, "hour_minor": team.hour, "overtime_minutes": team.overtime_minutes })
    });
    let value = json!({
        "currency": costs.currency.code(),
        "hour_minor": costs.hour,
        "overtime_percent": costs.overtime_percent,
        "hired_hour_minor": costs.hired_hour,
        "loss_per_day_minor": costs.loss_per_day,
        "loss_per_breach_minor": costs.loss_per_breach,
        "teams": teams.collect::<Vec<_>>(),
    });
    desk.output.answer(&lines, &value);
}
