//! What stands: today, the list of promises, one promise, its receipt, a look around.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};
use forecast::drift::{Direction, Drift};
use jiff::Timestamp;
use ledger::query::{PromiseFilter, PromiseRow};
use ledger::receipt::Holder;
use promise::Health;
use serde_json::{Value, json};
use service::today::kept_share;
use service::track::rounded;
use service::view::PromiseView;

use super::quote::{chance, driver_said, due_said};
use crate::desk::Desk;
use crate::output::{self, table};

/// Since when our dates hold less, or more, often than we say.
fn drift_said(desk: &Desk, drift: &Drift) -> String {
    let since =
        Timestamp::from_second(drift.since).map_or_else(|_| String::new(), |at| desk.day(at));
    let (kept, of) = drift.held;
    let expected = rounded(drift.expected);
    let (often, come) = match drift.direction {
        Direction::Short => ("less", "later"),
        Direction::Long => ("more", "sooner"),
    };
    format!(
        "Since {since} our dates hold {often} often than we say: {kept} of {of} were kept, where {expected} were to be expected. New dates come {come} because of it."
    )
}

/// `handslag today`
pub(crate) async fn today(desk: &Desk) -> anyhow::Result<()> {
    let today = desk.service().today(&desk.caller()).await?;
    let sections = [
        ("Off plan or late", &today.off_plan),
        ("To watch", &today.watch),
        ("Waits for our answer", &today.to_answer),
        ("Offers that lapse within a week", &today.lapsing),
        ("Delivered, not yet confirmed", &today.unconfirmed),
        ("Cannot forecast", &today.unknown),
    ];
    let mut lines = Vec::new();
    for (title, rows) in sections.iter().filter(|(_, rows)| !rows.is_empty()) {
        lines.push(format!("{title}:"));
        lines.extend(rows_table(desk, rows).into_iter().map(|line| format!("  {line}")));
    }
    if !today.owed.is_empty() {
        lines.push("Customers owe us, past its due:".to_owned());
        lines.extend(today.owed.iter().map(|owed| {
            let due = desk.day(owed.due.at);
            format!(
                "  {}: {}, due {due}, for promise {}",
                owed.account_name, owed.subject, owed.number
            )
        }));
    }
    if today.is_quiet() {
        lines.push("Nothing waits for your word.".to_owned());
    }
    lines.push(format!("{} open, {} of them on plan.", today.open, today.on_plan));
    if let Some(share) = kept_share(today.kept) {
        lines.push(format!(
            "Of our last {} promises {} were kept ({}%, between {} and {}).",
            today.kept.of, today.kept.kept, share.percent, share.low, share.high
        ));
    }
    lines.extend(today.drift.as_ref().map(|drift| drift_said(desk, drift)));
    let numbers = |rows: &[PromiseRow]| rows.iter().map(|row| row.number).collect::<Vec<_>>();
    let value = json!({
        "off_plan": numbers(&today.off_plan),
        "watch": numbers(&today.watch),
        "to_answer": numbers(&today.to_answer),
        "lapsing": numbers(&today.lapsing),
        "unconfirmed": numbers(&today.unconfirmed),
        "cannot_forecast": numbers(&today.unknown),
        "owed": today.owed.iter().map(|owed| owed.number).collect::<Vec<_>>(),
        "open": today.open,
        "on_plan": today.on_plan,
        "drift": today.drift.as_ref().map(|drift| drift_said(desk, drift)),
        "kept": { "kept": today.kept.kept, "of": today.kept.of },
    });
    desk.output.answer(&lines, &value);
    Ok(())
}

fn rows_table(desk: &Desk, rows: &[PromiseRow]) -> Vec<String> {
    let cells = rows.iter().map(|row| {
        vec![
            row.number.to_string(),
            row.account_name.clone(),
            row.subject.clone(),
            row.state.code().to_owned(),
            row.due.as_ref().map(|due| desk.day(due.at)).unwrap_or_default(),
            row.chance().filter(|_| row.state.is_open()).map(chance).unwrap_or_default(),
        ]
    });
    let header = ["no", "customer", "promise", "state", "due", "chance"];
    table(&header, &cells.collect::<Vec<_>>())
}

/// The promises.
#[derive(Debug, Subcommand)]
pub(crate) enum Promises {
    /// A page of them, least sure first
    List {
        /// Only those with this in the subject or the customer's name
        #[arg(default_value = "")]
        text: String,
        /// Only in this state: a state's code, or `open`
        #[arg(long, default_value = "")]
        state: String,
        /// Only of this customer
        #[arg(long)]
        account: Option<String>,
        /// Only those that this member keeps
        #[arg(long, value_name = "MEMBER")]
        owner: Option<String>,
        /// Only those that stand so: `on_plan`, `watch` or `off_plan`
        #[arg(long, value_parser = health)]
        health: Option<Health>,
        /// How many at most
        #[arg(long, default_value_t = 100)]
        limit: u32,
        /// How many are skipped
        #[arg(long, default_value_t = 0)]
        offset: u32,
    },
}

fn health(text: &str) -> Result<Health, String> {
    let codes = || Health::ALL.iter().map(|health| health.code()).collect::<Vec<_>>().join(", ");
    Health::of_code(text).ok_or_else(|| format!("wanted one of {}", codes()))
}

/// `handslag promises`
pub(crate) async fn promises(desk: &Desk, asked: Promises) -> anyhow::Result<()> {
    let Promises::List { text, state, account, owner, health, limit, offset } = asked;
    let is_known =
        state.is_empty() || state == "open" || promise::StateName::of_code(&state).is_some();
    if !is_known {
        let codes: Vec<&str> = promise::StateName::ALL.iter().map(|state| state.code()).collect();
        anyhow::bail!("--state is {state:?}; wanted open, or one of {}", codes.join(", "));
    }
    let account = match account {
        Some(name) => Some(desk.account(&name).await?.id),
        None => None,
    };
    let owner = owner.map(|name| desk.member_named(&name)).transpose()?;
    let due_until = None;
    let filter = PromiseFilter { state, account, owner, health, text, due_until, limit, offset };
    let (rows, of) = desk.service().promises(&desk.caller(), &filter).await?;
    let mut lines = rows_table(desk, &rows);
    lines.push(format!("{} of {of} promises.", rows.len()));
    let value = json!({ "of": of, "promises": rows.iter().map(row_value).collect::<Vec<_>>() });
    desk.output.answer(&lines, &value);
    Ok(())
}

fn row_value(row: &PromiseRow) -> Value {
    json!({
        "promise": row.id.to_string(),
        "number": row.number,
        "version": row.version,
        "state": row.state.code(),
        "customer": row.account_name,
        "subject": row.subject,
        "due": row.due.as_ref().map(|due| due.at.to_string()),
        "first_due": row.first_due.map(|at| at.to_string()),
        "delivered": row.delivered_at.map(|at| at.to_string()),
        "chance_permille": row.chance().map(promise::Chance::permille),
        "kept_first": row.kept_first,
        "kept_last": row.kept_last,
    })
}

/// Show one promise.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The promise: its number or id
    promise: String,
}

/// `handslag show`
pub(crate) async fn run(desk: &Desk, asked: &Show) -> anyhow::Result<()> {
    let id = desk.promise(&asked.promise).await?;
    let view = desk.service().view(&desk.caller(), id).await?;
    let mut value = row_value(&view.row);
    if let Some(object) = value.as_object_mut() {
        let events = view
            .told
            .events
            .iter()
            .map(|e| json!({ "at": e.at.to_string(), "kind": e.event.name() }));
        object.insert("events".to_owned(), events.collect());
        let why = view.look.iter().flat_map(|look| &look.why).map(driver_said);
        object.insert("why".to_owned(), why.map(Value::from).collect());
    }
    desk.output.answer(&view_said(desk, &view), &value);
    Ok(())
}

/// A promise in sentences: what it is, what is true now, what happened.
fn view_said(desk: &Desk, view: &PromiseView) -> Vec<String> {
    let row = &view.row;
    let content = view.promise.state.content();
    let mut lines = vec![
        format!("Promise {} to {}: {}", row.number, row.account_name, row.subject),
        format!("State: {}", row.state.code()),
    ];
    let due = content.due.as_ref().map(due_said);
    lines.extend(due.map(|due| format!("Due: {due}")));
    let wished = content.wished.as_ref().map(due_said);
    lines.extend(wished.map(|due| format!("Wished: {due}")));
    if let Some(first) =
        row.first_due.filter(|first| row.due.as_ref().is_some_and(|d| d.at != *first))
    {
        lines.push(format!("First due: {}", desk.moment(first)));
    }
    lines.extend(row.delivered_at.map(|at| format!("Delivered: {}", desk.moment(at))));
    if row.state.is_open() {
        let told = row
            .chance()
            .map_or_else(|| "cannot forecast".to_owned(), |c| format!("{} by the due", chance(c)));
        lines.push(format!("Forecast: {told}"));
    }
    if let Some(look) = &view.look {
        lines.push("Why:".to_owned());
        lines.extend(look.why.iter().map(|driver| format!("  {}", driver_said(driver))));
        lines.extend(
            look.date.iter().map(|date| format!("Could be promised now: {}", due_said(&date.due))),
        );
    }
    lines.push("What happened:".to_owned());
    lines.extend(
        view.told
            .events
            .iter()
            .map(|stamped| format!("  {}  {}", desk.moment(stamped.at), stamped.event.name())),
    );
    lines
}

/// `handslag watch`
pub(crate) async fn watch(desk: &Desk) -> anyhow::Result<()> {
    let watched = desk.look_again().await?;
    let lines = [format!(
        "{} forecast, {} cannot be, {} crossed a threshold; time had something to write for {}.",
        watched.forecast, watched.unknown, watched.changed, watched.passed
    )];
    let value = json!({
        "forecast": watched.forecast, "cannot_forecast": watched.unknown,
        "changed": watched.changed, "passed": watched.passed,
    });
    desk.output.answer(&lines, &value);
    Ok(())
}

/// Fetch a receipt.
#[derive(Debug, Args)]
pub(crate) struct Receipt {
    /// The promise: its number or id
    promise: String,
    /// As the customer gets it: what we noted for ourselves stays closed
    #[arg(long)]
    for_customer: bool,
    /// Where it goes [default: the terminal]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// `handslag receipt`
pub(crate) async fn receipt(desk: &Desk, asked: &Receipt) -> anyhow::Result<()> {
    let id = desk.promise(&asked.promise).await?;
    let holder = if asked.for_customer { Holder::Account } else { Holder::Us };
    // What takes personal data out is noted before it is given.
    desk.note("receipt", &format!("promise:{id}"), "begun").await?;
    let receipt = desk.service().receipt(&desk.caller(), id, holder).await?;
    let text = receipt.to_text();
    let Some(path) = &asked.out else {
        output::plain(&text);
        return Ok(());
    };
    std::fs::write(path, &text).with_context(|| format!("{} cannot be written", path.display()))?;
    let said = format!("The receipt is in {}; check it with `handslag verify`.", path.display());
    desk.output.answer(&[said], &json!({ "receipt": path }));
    Ok(())
}
