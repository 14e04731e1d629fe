//! `handslag offer`, `record` and `plan`: a promise is written, with everything that it must say.

use anyhow::{Context, bail};
use calendar::{Calendar, Due, Landing};
use clap::{Args, ValueEnum};
use forecast::Place;
use jiff::Timestamp;
use promise::money::Money;
use promise::party::Work;
use promise::terms::{
    BelowPolicy, Consequence, Consideration, CounterPromise, Draft, Found, Ground, Remedy,
    RemedyChoice, RemedyKind, RemedyPer, Strictness,
};
use promise::{AccountId, CounterPromiseId, Line, Person, PromiseId, Refusal, Words};
use serde_json::json;
use service::ServiceError;
use service::promise::Writing;
use service::quote::{Answer, KeptQuote, KeptRow, Question};

use super::quote::{WorkAsked, chance, due_said};
use crate::desk::Desk;

/// An offer can be accepted for so many business days, unless another day is chosen.
const OFFER_DAYS: i32 = 5;

/// Offer a promise.
#[derive(Debug, Args)]
pub(crate) struct Offer {
    /// The customer: its name, the beginning of it, or its id
    account: String,
    /// What is promised, in one sentence the customer would write
    subject: String,
    /// To whom there [default: the only contact]
    #[arg(long, value_name = "CONTACT")]
    to: Option<String>,
    /// By when, such as 2026-03-20 or 2026-W12 [default: the date of the quote]
    #[arg(long)]
    due: Option<String>,
    /// The words in which the date was said
    #[arg(long)]
    said: Option<String>,
    /// When the customer wishes it
    #[arg(long, value_name = "DUE")]
    wished: Option<String>,
    /// A date to aim for, or a fixed one
    #[arg(long)]
    strictness: Option<Strict>,
    /// How both will see that it was kept
    #[arg(long)]
    acceptance: Option<String>,
    /// Who keeps it [default: whoever promises]
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// What the customer does in return: "DATE CONSEQUENCE: WHAT", such as "2026-03-12 shift: test data";
    /// consequences: shift, reprice, void, talk; may be given several times
    #[arg(long, value_name = "COUNTER-PROMISE")]
    in_return: Vec<String>,
    /// What it costs, such as "EUR 2500"
    #[arg(long)]
    price: Option<Money>,
    /// Why nothing is asked in return
    #[arg(long, value_name = "REASON", conflicts_with_all = ["in_return", "price"])]
    nothing_because: Option<String>,
    /// What lateness costs: none, or a form with --amount
    #[arg(long)]
    remedy: Option<RemedyForm>,
    /// The amount of the remedy, such as "EUR 250"
    #[arg(long, value_name = "MONEY")]
    amount: Option<Money>,
    /// The most that the remedy can become
    #[arg(long, value_name = "MONEY")]
    cap: Option<Money>,
    /// Until when the offer can be accepted [default: the end of the fifth working day]
    #[arg(long, value_name = "DUE")]
    expires: Option<String>,
    #[command(flatten)]
    work: WorkAsked,
    /// The quote it rests on [default: asked anew]
    #[arg(long, value_name = "QUOTE")]
    quote: Option<String>,
    /// Why a date below the policy is promised; also name who takes it on themselves
    #[arg(long, value_name = "REASON", requires = "taken_by")]
    below_policy: Option<String>,
    /// The manager or admin who takes a date below the policy on themselves
    #[arg(long, value_name = "MEMBER")]
    taken_by: Option<String>,
    /// Why a date is named of which nothing can be forecast
    #[arg(long, value_name = "REASON")]
    without_forecast: Option<String>,
    /// The draft that this completes: its number
    #[arg(long, value_name = "PROMISE")]
    of: Option<String>,
    /// Only write the draft
    #[arg(long)]
    draft: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Strict {
    /// A date to aim for
    Target,
    /// A fixed date: lateness is a breach at once
    Strict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RemedyForm {
    /// None agreed
    None,
    /// A penalty, once
    Penalty,
    /// A penalty for each working day late
    PenaltyADay,
    /// A credit, once
    Credit,
    /// A credit for each working day late
    CreditADay,
}

/// `handslag offer`
pub(crate) async fn run(desk: &Desk, asked: &Offer) -> anyhow::Result<()> {
    asked.work.check()?;
    let account = desk.account(&asked.account).await?;
    let calendar = desk.calendar(account.id).await?;
    let mut draft = draft(desk, asked, account.id, &calendar).await?;
    let row = ground(desk, asked, &mut draft, &calendar).await?;
    let expires = match &asked.expires {
        Some(text) => Due::parse(text, &calendar)?.at(),
        None => calendar.step_business_days(desk.at, OFFER_DAYS, Landing::Closing)?,
    };
    let of = match &asked.of {
        Some(name) => Some((desk.promise(name).await?, None)),
        None => None,
    };
    let work = asked.work.work(desk).await?;
    let work = match row {
        Some(row) => {
            ask_price(&mut draft, row.price);
            row.arrange(work)
        }
        None => work,
    };
    let work = (!work.new.is_empty()).then_some(work);
    let writing = Writing { draft, work, of, offer_until: (!asked.draft).then_some(expires) };
    let written = desk.service().write(&desk.caller(), writing).await;
    let acted = written.map_err(with_options)?;
    desk.look_again().await?;
    written_down(desk, acted.promise, (!asked.draft).then_some(expires)).await
}

/// Asks the price of a row of a menu, where nobody has said what is asked in return for it.
fn ask_price(draft: &mut Draft, price: Money) {
    if price.minor <= 0 {
        return;
    }
    match &mut draft.consideration {
        None => {
            let (counter_promises, price) = (Vec::new(), Some(price));
            draft.consideration = Some(Consideration::Asked { counter_promises, price });
        }
        Some(Consideration::Asked { price: asked, .. }) => {
            asked.get_or_insert(price);
        }
        Some(Consideration::Nothing { .. }) => {}
    }
}

/// Says what was written.
async fn written_down(
    desk: &Desk,
    id: PromiseId,
    expires: Option<Timestamp>,
) -> anyhow::Result<()> {
    let row = desk.row(id).await?;
    let due = row.due.as_ref().map(|due| desk.day(due.at));
    let by = due.map(|due| format!(", by {due}")).unwrap_or_default();
    let given = row.given_chance.map(|c| format!(" ({} by the forecast)", chance(c)));
    let mut lines = vec![format!(
        "Promise {} to {}: {}{by}{}.",
        row.number,
        row.account_name,
        row.subject,
        given.unwrap_or_default()
    )];
    lines.extend(expires.map(|at| format!("It can be accepted until {}.", desk.moment(at))));
    let value = json!({
        "promise": id.to_string(),
        "number": row.number,
        "version": row.version,
        "state": row.state.code(),
        "due": row.due.as_ref().map(|due| due.at.to_string()),
        "expires": expires.map(|at| at.to_string()),
    });
    desk.output.answer(&lines, &value);
    Ok(())
}

/// An incomplete offer names the options that are still to be given.
fn with_options(error: ServiceError) -> anyhow::Error {
    use promise::terms::Gap;
    let ServiceError::Refused(Refusal::Missing(gaps)) = &error else { return error.into() };
    let option = |gap: &Gap| match gap {
        Gap::Subject => "the subject",
        Gap::Contact => "--to",
        Gap::Due => "--due",
        Gap::Strictness => "--strictness",
        Gap::Promisor => "--as",
        Gap::Owner => "--owner",
        Gap::Acceptance => "--acceptance",
        Gap::Consideration => "--in-return, --price or --nothing-because",
        Gap::Remedy => "--remedy",
        Gap::Ground => "--team (for a forecast) or --without-forecast",
    };
    let options: Vec<&str> = gaps.iter().map(option).collect();
    anyhow::anyhow!("an offer must also say: {}", options.join("; "))
}

async fn draft(
    desk: &Desk,
    asked: &Offer,
    account: AccountId,
    calendar: &Calendar,
) -> anyhow::Result<Draft> {
    let due = |text: &String| Due::parse(text, calendar);
    let said = |due: Due| match &asked.said {
        Some(words) => due.said(words),
        None => due,
    };
    let owner = asked.owner.as_ref().map(|name| desk.member_named(name)).transpose()?;
    Ok(Draft {
        contact: desk.contact(account, asked.to.as_deref()).await?,
        subject: Some(line("subject", &asked.subject)?),
        acceptance: asked.acceptance.as_ref().map(|text| line("acceptance", text)).transpose()?,
        wished: asked.wished.as_ref().map(due).transpose()?,
        due: asked.due.as_ref().map(due).transpose()?.map(said),
        strictness: asked.strictness.map(|strict| match strict {
            Strict::Target => Strictness::Target,
            Strict::Strict => Strictness::Strict,
        }),
        promisor: Some(desk.member()),
        owner: Some(owner.unwrap_or_else(|| desk.member())),
        consideration: consideration(desk, asked, calendar)?,
        remedy: remedy(asked)?,
        ..Draft::new(account)
    })
}

pub(crate) fn line(field: &'static str, text: &str) -> anyhow::Result<Line> {
    Ok(Line::new(text).map_err(|error| ServiceError::of_text(field, text, error))?)
}

fn words(desk: &Desk, field: &'static str, text: &str) -> anyhow::Result<Words> {
    let words = Words::new(Person::Member(desk.member()), text);
    Ok(words.map_err(|error| ServiceError::of_text(field, text, error))?)
}

fn consideration(
    desk: &Desk,
    asked: &Offer,
    calendar: &Calendar,
) -> anyhow::Result<Option<Consideration>> {
    if let Some(reason) = &asked.nothing_because {
        let because = line("nothing_because", reason)?;
        return Ok(Some(Consideration::Nothing { because }));
    }
    if asked.in_return.is_empty() && asked.price.is_none() {
        return Ok(None);
    }
    let counters = asked.in_return.iter().map(|text| counter(desk, text, calendar));
    let counter_promises = counters.collect::<anyhow::Result<_>>()?;
    Ok(Some(Consideration::Asked { counter_promises, price: asked.price }))
}

/// Reads "DATE CONSEQUENCE: WHAT".
fn counter(desk: &Desk, text: &str, calendar: &Calendar) -> anyhow::Result<CounterPromise> {
    let wanted = || {
        let codes: Vec<&str> = Consequence::ALL.iter().map(|c| c.code()).collect();
        format!(
            "--in-return is {text:?}; wanted \"DATE CONSEQUENCE: WHAT\" with one of {}, such as \
             \"2026-03-12 shift: the test data\"",
            codes.join(", ")
        )
    };
    let (head, what) = text.split_once(": ").with_context(wanted)?;
    let (date, consequence) = head.trim().split_once(' ').with_context(wanted)?;
    let consequence = Consequence::of_code(consequence.trim()).with_context(wanted)?;
    let id = CounterPromiseId::new(desk.service().ledger().entropy().id(desk.at));
    let due = Due::parse(date, calendar)?;
    Ok(CounterPromise { id, subject: line("in_return", what)?, due, consequence })
}

fn remedy(asked: &Offer) -> anyhow::Result<Option<RemedyChoice>> {
    let Some(form) = asked.remedy else { return Ok(None) };
    let (kind, per) = match form {
        RemedyForm::None => return Ok(Some(RemedyChoice::NoneAgreed)),
        RemedyForm::Penalty => (RemedyKind::Penalty, RemedyPer::Breach),
        RemedyForm::PenaltyADay => (RemedyKind::Penalty, RemedyPer::WorkingDay),
        RemedyForm::Credit => (RemedyKind::Credit, RemedyPer::Breach),
        RemedyForm::CreditADay => (RemedyKind::Credit, RemedyPer::WorkingDay),
    };
    let Some(amount) = asked.amount else {
        bail!("the remedy has no amount; name it with --amount, such as \"EUR 250\"")
    };
    if let Some(cap) = asked.cap
        && (cap.currency != amount.currency || cap.minor < amount.minor)
    {
        bail!("--cap is {cap}; wanted at least {amount}, in the same currency");
    }
    Ok(Some(RemedyChoice::Agreed(Remedy { kind, amount, per, cap: asked.cap })))
}

/// Puts the draft on its ground: the quote named, one asked now, or the reason why there is none. Returns what a row
/// of a menu arranges, when that is the quote named.
async fn ground(
    desk: &Desk,
    asked: &Offer,
    draft: &mut Draft,
    calendar: &Calendar,
) -> anyhow::Result<Option<KeptRow>> {
    if let Some(reason) = &asked.without_forecast {
        draft.ground = Some(Ground::Without { reason: words(desk, "without_forecast", reason)? });
        return Ok(None);
    }
    let Some((kept, offered)) = quote(desk, asked, draft, calendar).await? else { return Ok(None) };
    let due = draft.due.get_or_insert(offered);
    let place = if asked.work.first() { Place::First } else { Place::Last };
    let below_policy = match (&asked.below_policy, &asked.taken_by) {
        (Some(reason), Some(taker)) => Some(BelowPolicy {
            taken_by: desk.member_named(taker)?,
            reason: words(desk, "below_policy", reason)?,
        }),
        _ => None,
    };
    draft.ground = Some(Ground::Forecast { forecast: kept.for_due(due.at(), place), below_policy });
    Ok(kept.row)
}

/// The quote it rests on, and the due that it offers; `None` when nothing can be said.
async fn quote(
    desk: &Desk,
    asked: &Offer,
    draft: &Draft,
    calendar: &Calendar,
) -> anyhow::Result<Option<(KeptQuote, Due)>> {
    let (service, caller) = (desk.service(), desk.caller());
    let asked_returns = draft.consideration.as_ref().map(Consideration::counter_promises);
    let waits_for = asked_returns.unwrap_or_default().iter().map(|c| c.due.clone());
    let question = Question {
        account: draft.account,
        subject: asked.subject.clone(),
        wished: draft.wished.clone(),
        work: asked.work.work(desk).await?,
        waits_for: waits_for.collect(),
    };
    if let Some(id) = &asked.quote {
        let id = id.parse().map_err(|e| anyhow::anyhow!("--quote: {e}"))?;
        let kept = service.kept_quote(&caller, id).await?;
        let kept = kept.with_context(|| format!("there is no quote {id} that has a date"))?;
        if kept.asked != question.fingerprint() {
            bail!(
                "the quote {id} was asked for other work, another customer or other counter-promises; \
                 leave --quote out to have it asked anew"
            );
        }
        let place = if asked.work.first() { Place::First } else { Place::Last };
        let offered =
            kept.offered(place).with_context(|| format!("the quote {id} offers no date"))?;
        let offered = service::quote::first_due_after(offered, calendar)?;
        return Ok(Some((kept, offered)));
    }
    let quote = service.quote(&caller, question).await?;
    let Answer::Dates(dates) = quote.answer else { return Ok(None) };
    let offered = match (&dates.if_first, asked.work.first()) {
        (Some((date, _)), true) => date.due.clone(),
        (Some(_) | None, _) => dates.offer.due,
    };
    let kept = service.kept_quote(&caller, quote.id).await?;
    Ok(kept.map(|kept| (kept, offered)))
}

/// Write down a promise that was given.
#[derive(Debug, Args)]
pub(crate) struct Record {
    /// The customer: its name, the beginning of it, or its id
    account: String,
    /// What was promised, in one sentence the customer would write
    subject: String,
    /// The sentence as it was written or said
    #[arg(long)]
    sentence: String,
    /// By when, if it was said
    #[arg(long)]
    due: Option<String>,
    /// The words in which the date was said
    #[arg(long)]
    said: Option<String>,
    /// Who gave it [default: whoever records it]
    #[arg(long, value_name = "MEMBER")]
    promisor: Option<String>,
    /// Who keeps it [default: whoever gave it]
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// To whom there [default: the only contact]
    #[arg(long, value_name = "CONTACT")]
    to: Option<String>,
    #[command(flatten)]
    work: WorkAsked,
}

/// `handslag record`
pub(crate) async fn record(desk: &Desk, asked: &Record) -> anyhow::Result<()> {
    asked.work.check()?;
    let account = desk.account(&asked.account).await?;
    let calendar = desk.calendar(account.id).await?;
    let named = |name: &Option<String>| name.as_ref().map(|n| desk.member_named(n)).transpose();
    let promisor = named(&asked.promisor)?.unwrap_or_else(|| desk.member());
    let sentence = Words::new(Person::Member(promisor), &asked.sentence)
        .map_err(|error| ServiceError::of_text("sentence", &asked.sentence, error))?;
    let due = asked.due.as_ref().map(|text| Due::parse(text, &calendar)).transpose()?;
    let due = due.map(|due| match &asked.said {
        Some(words) => due.said(words),
        None => due,
    });
    let known = Draft {
        contact: desk.contact(account.id, asked.to.as_deref()).await?,
        subject: Some(line("subject", &asked.subject)?),
        due,
        promisor: Some(promisor),
        owner: Some(named(&asked.owner)?.unwrap_or(promisor)),
        ..Draft::new(account.id)
    };
    let work = asked.work.work(desk).await?;
    let work = (!work.new.is_empty()).then_some(work);
    let found = Found { known, sentence };
    let acted = desk.service().record(&desk.caller(), found, work).await?;
    desk.look_again().await?;
    written_down(desk, acted.promise, None).await
}

/// Plan the work behind a promise anew.
///
/// With `--after` and no team the work stays what it is, and only what it waits for changes.
#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The promise: its number or id
    promise: String,
    #[command(flatten)]
    work: WorkAsked,
}

impl Plan {
    /// The promise as it was typed.
    pub(crate) fn promise(&self) -> &str {
        &self.promise
    }
}

/// `handslag plan`
pub(crate) async fn plan(desk: &Desk, asked: &Plan) -> anyhow::Result<()> {
    asked.work.check()?;
    let id = desk.promise(&asked.promise).await?;
    let mut work = asked.work.work(desk).await?;
    if work.new.is_empty() {
        // Only what it waits for changes.
        let Some(after) = asked.work.after(desk).await? else {
            bail!(
                "no work was named; name the team with --team, and its estimate with --hours, or with --after \
                 what it waits for"
            )
        };
        work = Work { after, ..desk.service().planned(&desk.caller(), id).await? };
    }
    desk.service().plan_work(&desk.caller(), id, work).await?;
    desk.look_again().await?;
    let row = desk.row(id).await?;
    let told = row.chance().map_or_else(|| "cannot forecast".to_owned(), chance);
    let due = desk.service().existing(&desk.caller(), id).await?.state;
    let due = due.and_then(|promise| promise.state.content().due).map(|due| due_said(&due));
    let lines = [format!(
        "Promise {}: {told} by {}.",
        row.number,
        due.unwrap_or_else(|| "no date".to_owned())
    )];
    let permille = row.chance().map(promise::Chance::permille);
    let value =
        json!({ "promise": id.to_string(), "number": row.number, "chance_permille": permille });
    desk.output.answer(&lines, &value);
    Ok(())
}
