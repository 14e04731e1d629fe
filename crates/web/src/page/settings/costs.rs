//! What a yes costs, as a form: amounts of one currency, and what differs by team.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use promise::Role;
use promise::costs::{Costs, TeamCosts};
use promise::money::{Currency, Money};

use super::{done, page};
use crate::app::App;
use crate::failure::Failure;
use crate::form::Fields;
use crate::page::{Choice, choices};
use crate::reader::Reader;

/// The form.
pub(super) struct CostsView {
    pub(super) currencies: Vec<Choice>,
    /// What is the same for all teams: the name of the field, its label, its value.
    pub(super) amounts: Vec<(&'static str, &'static str, String)>,
    pub(super) teams: Vec<TeamRow>,
    pub(super) may_change: bool,
}

/// What differs by team.
pub(super) struct TeamRow {
    pub(super) name: String,
    pub(super) hour: String,
    pub(super) overtime: String,
}

/// The form with what is set.
pub(super) fn view(reader: &Reader, teams: impl Iterator<Item = String>) -> CostsView {
    let t = reader.voice.t();
    let costs = reader.organisation.costs();
    let amount = |minor: i64| typed(costs.money(minor));
    let some = |minor: Option<i64>| minor.map(amount).unwrap_or_default();
    let mut names: Vec<String> = teams.chain(costs.teams.keys().cloned()).collect();
    names.sort();
    names.dedup();
    let teams = names.into_iter().map(|name| {
        let team = costs.teams.get(&name).copied().unwrap_or_default();
        let hours = f64::from(team.overtime_minutes) / 60.0;
        let overtime = if team.overtime_minutes == 0 {
            String::new()
        } else {
            reader.voice.lang.decimal(hours)
        };
        TeamRow { name, hour: some(team.hour), overtime }
    });
    CostsView {
        currencies: choices(
            Currency::ALL.iter().map(|c| (c.code(), c.code())),
            costs.currency.code(),
        ),
        amounts: vec![
            ("hour", t.cost_hour(), some(costs.hour)),
            ("overtime_percent", t.cost_overtime_percent(), costs.overtime_percent.to_string()),
            ("hired_hour", t.cost_hired_hour(), some(costs.hired_hour)),
            ("loss_per_day", t.cost_loss_day(), amount(costs.loss_per_day)),
            ("loss_per_breach", t.cost_loss_breach(), amount(costs.loss_per_breach)),
        ],
        teams: teams.collect(),
        may_change: reader.role() >= Role::Manager,
    }
}

/// An amount as one types it, without its currency.
fn typed(money: Money) -> String {
    let text = money.to_string();
    text.split_once(' ').map(|(_, amount)| amount.to_owned()).unwrap_or_default()
}

/// `POST /settings/costs`
pub(crate) async fn post(
    reader: Reader,
    State(app): State<App>,
    fields: Fields,
) -> Result<Response, Failure> {
    let form = || "costs".to_owned();
    let costs = match read(&reader, &fields) {
        Ok(costs) => costs,
        Err(wrong) => return page(&reader, &app, Some((form(), wrong))).await,
    };
    let caller = reader.caller_for("costs", &fields);
    let outcome = app.service().set_costs(&caller, costs).await;
    done(&reader, &app, form(), outcome).await
}

fn read(reader: &Reader, fields: &Fields) -> Result<Costs, String> {
    let t = reader.voice.t();
    let wrong = |field: &dyn std::fmt::Display, given: &str, wanted: &str| {
        t.error_input(field, &given, &wanted)
    };
    let currency = Currency::of_code(fields.get("currency"));
    let currency = currency.unwrap_or(reader.organisation.currency);
    let amount = |name: &str, label: &str| -> Result<Option<i64>, String> {
        let Some(text) = fields.some(name) else { return Ok(None) };
        match format!("{} {text}", currency.code()).parse::<Money>() {
            Ok(money) => Ok(Some(money.minor)),
            Err(_) => Err(wrong(&label, text, t.wanted_cost())),
        }
    };
    let percent = match fields.some("overtime_percent") {
        None => Costs::unknown(currency).overtime_percent,
        Some(text) => match text.parse() {
            Ok(percent) => percent,
            Err(_) => {
                return Err(wrong(&t.cost_overtime_percent(), text, t.wanted_overtime_percent()));
            }
        },
    };
    let mut teams = BTreeMap::new();
    for (name, _) in fields.iter() {
        let Some(team) = name.strip_prefix("hour:") else { continue };
        let hour = amount(name, &format!("{team}: {}", t.cost_hour()))?;
        let overtime_minutes = overtime(reader, fields, team)?;
        if hour.is_some() || overtime_minutes > 0 {
            teams.insert(team.to_owned(), TeamCosts { hour, overtime_minutes });
        }
    }
    Ok(Costs {
        currency,
        hour: amount("hour", t.cost_hour())?,
        overtime_percent: percent,
        hired_hour: amount("hired_hour", t.cost_hired_hour())?,
        loss_per_day: amount("loss_per_day", t.cost_loss_day())?.unwrap_or(0),
        loss_per_breach: amount("loss_per_breach", t.cost_loss_breach())?.unwrap_or(0),
        teams,
    })
}

/// Minutes of overtime a week in a form.
fn overtime(reader: &Reader, fields: &Fields, team: &str) -> Result<u32, String> {
    let Some(text) = fields.some(&format!("overtime:{team}")) else { return Ok(0) };
    let t = reader.voice.t();
    let hours = text.replace(',', ".").parse::<f64>().ok();
    let hours = hours.filter(|hours| (0.0..=10_000.0).contains(hours)).ok_or_else(|| {
        let field = format!("{team}: {}", t.cost_overtime_hours());
        t.error_input(&field, &text, &t.wanted_overtime_hours())
    })?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let minutes = (hours * 60.0).round() as u32;
    Ok(minutes)
}
