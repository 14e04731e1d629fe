//! `handslag quote`: what can we promise, why that date, what a yes does to everyone else, and what it costs.

mod menu;

mod then;

use std::num::NonZeroU32;

use calendar::{Calendar, Due};
use clap::Args;
use forecast::Claim;
use forecast::history::Likeness;
use promise::money::Money;
use promise::party::{Arranged, NewWork, OwnLoss, Work};
use promise::{Chance, PromiseId};
use serde_json::{Value, json};
use service::quote::{Answer, Dates, Driver, Effect, LevelDate, Lever, Question, WhyNot, Without};
use service::today::kept_share;
use service::track::Lately;
use texts::Lang;

use self::then::Then;
use crate::desk::Desk;
use crate::output::table;

/// What can we promise?
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Quote {
    #[command(subcommand)]
    then: Option<Then>,
    /// The customer: its name, the beginning of it, or its id
    #[arg(required = true)]
    account: Option<String>,
    /// What the customer asks for, in a sentence
    #[arg(default_value = "")]
    subject: String,
    /// When the customer wishes it, such as 2026-03-20, 2026-W12, 2026-Q2 or 2026-03-20T14:00
    #[arg(long, value_name = "DUE")]
    wished: Option<String>,
    #[command(flatten)]
    work: WorkAsked,
    /// What it has to wait for: when the customer will have done its part; may be given several times
    #[arg(long = "waits-for", value_name = "DUE")]
    waits_for: Vec<String>,
    /// Also say what a yes costs: earlier dates with a price each, and sentences to send
    #[arg(long)]
    menu: bool,
    /// Which row of the menu the sentences are for, counted from 1 [default: the one for the wished date, else the
    /// cheapest one that costs something]
    #[arg(long, value_name = "ROW", requires = "menu")]
    row: Option<NonZeroU32>,
}

/// What work it takes.
#[derive(Debug, Clone, Args)]
pub(crate) struct WorkAsked {
    /// The team that does it
    #[arg(long)]
    team: Option<String>,
    /// The kind of work, as the tracker calls it
    #[arg(long, default_value = "")]
    kind: String,
    /// The team's own estimate of each piece, in hours
    #[arg(long, value_parser = hours, allow_hyphen_values = true)]
    hours: Option<f64>,
    /// How many pieces
    #[arg(long, default_value = "1")]
    pieces: NonZeroU32,
    /// Before all that waits instead of behind it
    #[arg(long)]
    first: bool,
    /// The customer has agreed that it may be moved
    #[arg(long)]
    movable: bool,
    /// What a working day of lateness costs us beyond what was agreed, such as "EUR 300"; the customer does not see it
    #[arg(long, value_name = "MONEY")]
    loss_per_day: Option<Money>,
    /// What missing it costs us beyond what was agreed, once
    #[arg(long, value_name = "MONEY")]
    loss_per_breach: Option<Money>,
    /// Promises of ours that must be kept before, by their numbers, such as 214 or 214,217; "" for none any more
    #[arg(long, value_name = "PROMISES")]
    after: Option<String>,
}

/// Estimates beyond this are slips of the finger.
const MOST_HOURS: f64 = 100_000.0;

fn hours(text: &str) -> Result<f64, String> {
    let hours = text.replace(',', ".").parse().ok();
    let hours = hours.filter(|hours| *hours > 0.0 && *hours <= MOST_HOURS);
    hours.ok_or_else(|| {
        format!("wanted hours of work above 0, such as 6 or 7.5, at most {MOST_HOURS}")
    })
}

impl WorkAsked {
    /// The work, as the plan knows it.
    pub(crate) async fn work(&self, desk: &Desk) -> anyhow::Result<Work> {
        let new = self.team.as_ref().map(|team| NewWork {
            team: team.clone(),
            kind: self.kind.clone(),
            estimate_minutes: self.hours.map(|hours| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "checked where it was typed"
                )]
                let minutes = (hours * 60.0).round().max(1.0) as u32;
                minutes
            }),
            pieces: self.pieces,
        });
        let arranged = Arranged { movable: self.movable, loss: self.loss(), ..Arranged::default() };
        let (new, after) = (new.into_iter().collect(), self.after(desk).await?.unwrap_or_default());
        Ok(Work { new, records: Vec::new(), first: self.first, after, arranged })
    }

    /// What its lateness costs us; an amount in another currency than the first one is told as nothing.
    fn loss(&self) -> Option<OwnLoss> {
        let currency = self.loss_per_day.or(self.loss_per_breach)?.currency;
        let of = |money: Option<Money>| {
            money.filter(|money| money.currency == currency).map_or(0, |money| money.minor)
        };
        let (per_day, per_breach) = (of(self.loss_per_day), of(self.loss_per_breach));
        Some(OwnLoss { currency, per_day, per_breach })
    }

    /// Refuses losses of two currencies.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        if let (Some(day), Some(breach)) = (self.loss_per_day, self.loss_per_breach)
            && day.currency != breach.currency
        {
            anyhow::bail!(
                "--loss-per-breach is {breach}; wanted the currency of --loss-per-day, {day}"
            );
        }
        Ok(())
    }

    /// What it waits for, when that was said.
    pub(crate) async fn after(&self, desk: &Desk) -> anyhow::Result<Option<Vec<PromiseId>>> {
        let Some(names) = &self.after else { return Ok(None) };
        Ok(Some(desk.service().find_all(&desk.caller(), names).await?))
    }

    /// Whether it goes before all that waits.
    pub(crate) fn first(&self) -> bool {
        self.first
    }
}

impl Quote {
    /// What it writes beside the quote itself.
    pub(crate) fn deed(&self) -> Option<&'static str> {
        self.then.as_ref().and_then(Then::deed)
    }
}

/// `handslag quote`
pub(crate) async fn run(desk: &Desk, asked: &Quote) -> anyhow::Result<()> {
    asked.work.check()?;
    if let Some(then) = &asked.then {
        return then::run(desk, then).await;
    }
    let account = desk.account(asked.account.as_deref().unwrap_or_default()).await?;
    let calendar = desk.calendar(account.id).await?;
    let due = |text: &String| Due::parse(text, &calendar);
    let question = Question {
        account: account.id,
        subject: asked.subject.clone(),
        wished: asked.wished.as_ref().map(due).transpose()?,
        work: asked.work.work(desk).await?,
        waits_for: asked.waits_for.iter().map(due).collect::<Result<_, _>>()?,
    };
    let menu = if asked.menu { menu::of(desk, &question, asked.row).await? } else { None };
    let quote = desk.service().quote(&desk.caller(), question).await?;
    let (lines, answer) = match &quote.answer {
        Answer::CannotForecast(why) => cannot(why),
        Answer::Dates(dates) => (said(dates, &calendar), value(dates)),
    };
    let mut value = json!({ "quote": quote.id.to_string(), "customer": account.name });
    if let (Some(value), Value::Object(answer)) = (value.as_object_mut(), answer) {
        value.extend(answer);
    }
    let mut lines = lines;
    if let Some((said, menu)) = menu {
        lines.extend(said);
        value["menu"] = menu;
    }
    lines.push(format!("Offer it with `handslag offer … --quote {}`.", quote.id));
    desk.output.answer(&lines, &value);
    Ok(())
}

fn cannot(why: &WhyNot) -> (Vec<String>, Value) {
    let said = match why {
        WhyNot::NoWork => {
            "Cannot forecast: no work was named. Name the team with --team, and its estimate with --hours.".to_owned()
        }
        WhyNot::NoTeam { team } => format!(
            "Cannot forecast: there is no team {team:?} in the history; `handslag teams list` shows them."
        ),
        WhyNot::NothingLikeIt { team } => {
            format!("Cannot forecast: team {team} has finished nothing yet.")
        }
        WhyNot::NeverDone => {
            "Cannot forecast: it does not finish often enough within three years.".to_owned()
        }
    };
    (vec![said.clone()], json!({ "cannot_forecast": said }))
}

/// The answer in sentences: the date first, then the wish, why, and what it does to others.
fn said(dates: &Dates, calendar: &Calendar) -> Vec<String> {
    let day = |due: &Due| due_said(due);
    let offer = day(&dates.offer.due);
    let mut lines = vec![match dates.claim {
        Claim::Nothing => "Nothing like it was finished: there is no honest date.".to_owned(),
        Claim::ModelOnly { finished } => format!(
            "{offer}: from {finished} finished like it, not yet checked; no percentage as a fact."
        ),
        Claim::UpTo { .. } => {
            format!("{offer}: {} of the trials are done by then.", chance(dates.offer.chance))
        }
    }];
    lines.push(format!("Most likely {}.", Lang::En.full_day(calendar.date_at(dates.likely))));
    if let Some(wished) = &dates.wished {
        lines.push(format!(
            "Wished {}: {} behind all that waits, {} before it.",
            day(&wished.due),
            chance(wished.chance),
            chance(wished.chance_if_first)
        ));
    }
    if let Some((first, _)) = &dates.if_first {
        lines.push(format!("Before all that waits: {}.", day(&first.due)));
    }
    if let Some(share) = kept_share(dates.kept) {
        lines.push(format!(
            "Of our last {} promises at this level {} were kept ({}%, between {} and {}).",
            dates.kept.of, dates.kept.kept, share.percent, share.low, share.high
        ));
    }
    lines.push("Why this date:".to_owned());
    lines.extend(dates.why.iter().map(|driver| format!("  {}", driver_said(driver))));
    if !dates.without.is_empty() {
        lines.push("Without what holds it up:".to_owned());
        lines.extend(dates.without.iter().map(|without| format!("  {}", without_said(without))));
    }
    if dates.others.is_empty() {
        lines.push("A yes moves nobody else's promise.".to_owned());
    } else {
        lines.push("What a yes does to others:".to_owned());
        let rows: Vec<Vec<String>> = dates.others.iter().map(effect_row).collect();
        let header = ["no", "customer", "promise", "now", "behind it", "before it"];
        lines.extend(table(&header, &rows).into_iter().map(|line| format!("  {line}")));
    }
    lines
}

/// A due in words: the day, with its time where it was said.
pub(crate) fn due_said(due: &Due) -> String {
    let wall = due.zone().to_datetime(due.at());
    format!("{}, {}", Lang::En.full_day(wall.date()), Lang::En.time(wall.time()))
}

/// A chance, never naked of its sign.
pub(crate) fn chance(chance: Chance) -> String {
    Lang::En.chance(chance.permille())
}

/// What makes a date what it is, in a sentence.
pub(crate) fn driver_said(driver: &Driver) -> String {
    match driver {
        Driver::Queue { team, ahead: 0, .. } => format!("Nothing goes before it at {team}."),
        Driver::Queue { team, ahead, days } => {
            let things = if *ahead == 1 { "thing goes" } else { "things go" };
            format!("{ahead} {things} before it at {team}: it begins {}.", after(*days))
        }
        Driver::Work { finished, likeness, from_days, to_days, days } => {
            let like = match likeness {
                Likeness::Kind => "of this kind by this team",
                Likeness::Team => "by this team",
                Likeness::Everyone => "by anyone",
            };
            let span = if from_days == to_days {
                working_days(*to_days)
            } else {
                format!("{from_days} to {}", working_days(*to_days))
            };
            let days = working_days(*days);
            format!(
                "The work takes {days} at even chances; {finished} finished pieces {like} say {span}."
            )
        }
        Driver::Records { records, days } => {
            let pieces = if *records == 1 { "piece" } else { "pieces" };
            let days = working_days(*days);
            format!(
                "It rests on {records} {pieces} of work in the tracker: {days} at even chances."
            )
        }
        Driver::Waiting { late, of, days } => {
            let before = if *of == 0 {
                String::new()
            } else {
                format!(" They were late {late} of {of} times before.")
            };
            format!("Waiting for the customer's part adds {}.{before}", working_days(*days))
        }
        Driver::Delivery { third_party, late, of, days } => {
            let before = if *of == 0 {
                String::new()
            } else {
                format!(" They were late {late} of {of} times before.")
            };
            format!("Waiting for what {third_party} delivers adds {}.{before}", working_days(*days))
        }
        Driver::Room { level: Some(level), days } => {
            let level = service::plan::percent(*level);
            format!("Room for error, from even chances to {level}%: {}.", working_days(*days))
        }
        Driver::Room { level: None, days } => format!("Room for error: {}.", working_days(*days)),
    }
}

/// Without what a date would be another one.
fn without_said(without: &Without) -> String {
    let moved = if without.days >= 0 {
        format!("{} sooner", working_days(without.days))
    } else {
        format!("{} later", working_days(-without.days))
    };
    match without.lever {
        Lever::Queue => format!("If nothing else were waiting or under way: {moved}."),
        Lever::Waiting => format!("If they did their part at once: {moved}."),
        Lever::Absences => format!("If nobody of the team were away until then: {moved}."),
        Lever::OwnWord(Lately { kept, of, expected }) => format!(
            "If our dates had held as we said: {moved}. Of the last {of} we kept {kept}, where {expected} were to be expected."
        ),
    }
}

/// So many working days.
pub(crate) fn working_days(days: i32) -> String {
    match days {
        ..=0 => "less than a working day".to_owned(),
        1 => "1 working day".to_owned(),
        _ => format!("{days} working days"),
    }
}

fn after(days: i32) -> String {
    if days <= 0 { "today".to_owned() } else { format!("in {}", working_days(days)) }
}

fn effect_row(effect: &Effect) -> Vec<String> {
    vec![
        effect.number.to_string(),
        effect.account_name.clone(),
        effect.subject.clone(),
        chance(effect.before),
        chance(effect.if_last),
        chance(effect.if_first),
    ]
}

fn value(dates: &Dates) -> Value {
    let level = |date: &LevelDate| {
        json!({
            "level": date.level,
            "due": date.due.at().to_string(),
            "date": date.due.date().to_string(),
            "chance_permille": date.chance.permille(),
        })
    };
    let others = dates.others.iter().map(|effect| {
        json!({
            "promise": effect.promise.to_string(),
            "number": effect.number,
            "customer": effect.account_name,
            "subject": effect.subject,
            "before_permille": effect.before.permille(),
            "if_last_permille": effect.if_last.permille(),
            "if_first_permille": effect.if_first.permille(),
            "error_permille": effect.error_permille,
        })
    });
    json!({
        "offer": level(&dates.offer),
        "levels": dates.levels.iter().map(level).collect::<Vec<_>>(),
        "likely": dates.likely.to_string(),
        "if_first": dates.if_first.as_ref().map(|(date, _)| level(date)),
        "wished": dates.wished.as_ref().map(|wished| json!({
            "due": wished.due.at().to_string(),
            "chance_permille": wished.chance.permille(),
            "chance_if_first_permille": wished.chance_if_first.permille(),
        })),
        "why": dates.why.iter().map(driver_said).collect::<Vec<_>>(),
        "without": dates.without.iter().map(without_said).collect::<Vec<_>>(),
        "others": others.collect::<Vec<_>>(),
        "kept": { "kept": dates.kept.kept, "of": dates.kept.of },
    })
}
