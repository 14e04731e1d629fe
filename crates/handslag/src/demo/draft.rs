//! From a row of the story to what the use cases want: the work, the question, the draft.

use std::num::NonZeroU32;

use anyhow::Context;
use calendar::{Calendar, Due, Grain};
use promise::money::{Currency, Money};
use promise::party::{Arranged, NewWork, OwnLoss, Work};
use promise::terms::{
    Consideration, CounterPromise, Draft, Remedy, RemedyChoice, RemedyKind, Strictness,
};
use promise::{CounterPromiseId, Line};

use super::luck::{below, luck};
use super::people::{Customer, People};
use super::row::{Plot, Row};
use super::story::Story;
use super::words::{Said, acceptance, words};

/// The work that a row brings; none where nobody can say.
pub(super) fn work(row: &Row) -> Work {
    let new = NonZeroU32::new(row.pieces).map(|pieces| NewWork {
        team: row.team.name().to_owned(),
        kind: row.kind.to_owned(),
        estimate_minutes: Some(row.hours * 60),
        pieces,
    });
    let arranged = arranged(row);
    Work { new: new.into_iter().collect(), first: row.first, arranged, ..Work::default() }
}

/// What was arranged about the work of a row.
pub(super) fn arranged(row: &Row) -> Arranged {
    let loss = row.loss.map(|(per_day, per_breach)| OwnLoss {
        currency: Currency::Eur,
        per_day: per_day * 100,
        per_breach: per_breach * 100,
    });
    Arranged { movable: row.movable, loss, ..Arranged::default() }
}

/// A due as the customer's calendar has it.
pub(super) fn due(text: &str, calendar: &Calendar) -> anyhow::Result<Due> {
    Due::parse(text, calendar).with_context(|| format!("the due {text}"))
}

/// The draft of a row, still without its due and its ground.
pub(super) fn draft(
    story: &Story<'_>,
    people: &People,
    customer: &Customer,
    row: &Row,
) -> anyhow::Result<Draft> {
    let language = customer.language;
    let seen_by = row.acceptance.unwrap_or_else(|| acceptance(row.kind, language));
    let is_draft = row.plot == Plot::Draft;
    let strictness = if row.penalty.is_some() { Strictness::Strict } else { Strictness::Target };
    Ok(Draft {
        contact: Some(customer.contact),
        subject: Some(Line::new(row.subject)?),
        acceptance: Some(Line::new(seen_by)?).filter(|_| !is_draft),
        wished: wished(story, customer, row)?,
        strictness: Some(strictness).filter(|_| !is_draft),
        promisor: Some(people.promisor(customer)?),
        owner: Some(people.member(row.team.owner())?),
        consideration: consideration(story, customer, row)?.filter(|_| !is_draft),
        remedy: Some(remedy(row)?).filter(|_| !is_draft),
        ..Draft::new(customer.account)
    })
}

/// The date that the customer wished: the one of the row; else two in five wish one, a few weeks away.
fn wished(story: &Story<'_>, customer: &Customer, row: &Row) -> anyhow::Result<Option<Due>> {
    let calendar = &customer.calendar;
    if let Some(text) = row.wished {
        return due(text, calendar).map(Some);
    }
    if row.agreed.is_some() || luck(row.subject, 0) > 0.4 {
        return Ok(None);
    }
    let days = 6 + i32::try_from(below(18, luck(row.subject, 1)))?;
    let day = calendar.add_business_days(calendar.date_at(story.at()), days)?;
    Ok(Some(Due::at_end_of(Grain::Day, day, calendar)?))
}

fn consideration(
    story: &Story<'_>,
    customer: &Customer,
    row: &Row,
) -> anyhow::Result<Option<Consideration>> {
    if row.asked.is_empty() && row.price.is_none() {
        let because = Line::new(words(Said::NothingInReturn, customer.language))?;
        return Ok(Some(Consideration::Nothing { because }));
    }
    let counter_promises = row.asked.iter().map(|asked| {
        Ok(CounterPromise {
            id: CounterPromiseId::new(story.service.ledger().entropy().id(story.at())),
            subject: Line::new(asked.subject)?,
            due: due(asked.due, &customer.calendar)?,
            consequence: asked.then,
        })
    });
    let counter_promises = counter_promises.collect::<anyhow::Result<Vec<_>>>()?;
    let price = row.price.map(str::parse::<Money>).transpose()?;
    Ok(Some(Consideration::Asked { counter_promises, price }))
}

fn remedy(row: &Row) -> anyhow::Result<RemedyChoice> {
    let Some((amount, per, cap)) = row.penalty else { return Ok(RemedyChoice::NoneAgreed) };
    Ok(RemedyChoice::Agreed(Remedy {
        kind: RemedyKind::Penalty,
        amount: amount.parse()?,
        per,
        cap: cap.map(str::parse).transpose()?,
    }))
}
