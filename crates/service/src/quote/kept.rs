//! What is kept of a quote: enough to offer any date on its ground.

use forecast::Place;
use jiff::Timestamp;
use promise::health::ForecastStamp;
use promise::money::{Currency, Money};
use promise::party::{Arranged, Work};
use promise::{Chance, QuoteId};
use serde_json::{Value, json};

use super::{Answer, Dates, LevelDate, Question, Quote};
use crate::{Caller, Service, ServiceError};

/// How many instants of the finish are kept with a quote.
pub(crate) const POINTS: usize = 400;

impl Dates {
    /// The chance of another date, told from the instants that were kept.
    pub fn chance_by(&self, due: Timestamp, place: Place) -> Chance {
        match place {
            Place::Last | Place::Before(_) | Place::Apart => chance_of(&self.points, due),
            Place::First => chance_of(&self.points_if_first, due),
        }
    }
}

/// The share of instants at or before a due.
fn chance_of(points: &[Option<Timestamp>], due: Timestamp) -> Chance {
    let in_time = points.iter().filter(|point| point.is_some_and(|at| at <= due)).count();
    let share = u32::try_from(in_time * 1000 / points.len().max(1)).unwrap_or(0);
    Chance::of_permille(u16::try_from(share).unwrap_or(1000)).unwrap_or(Chance::of_percent(100))
}

/// What was kept of a quote: enough to offer any date on its ground.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptQuote {
    /// What was asked, to notice when something else is offered.
    pub asked: String,
    /// What was seen behind all that waits.
    pub stamp: ForecastStamp,
    /// What was seen before all that waits; absent when that would not be earlier.
    pub stamp_if_first: Option<ForecastStamp>,
    /// What a row of a menu arranges, with its price; absent for a plain quote.
    pub row: Option<KeptRow>,
    points: Vec<Option<Timestamp>>,
    points_if_first: Vec<Option<Timestamp>>,
    offered: Option<Timestamp>,
    offered_if_first: Option<Timestamp>,
}

/// What a row of a menu arranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRow {
    /// Whether the work goes before all that waits.
    pub first: bool,
    /// Where else it goes, and who helps.
    pub arranged: Arranged,
    /// What it costs.
    pub price: Money,
}

impl KeptRow {
    /// Work as this row arranges it; what its lateness costs stays as it was said.
    pub fn arrange(&self, work: Work) -> Work {
        let Arranged { movable, loss, .. } = work.arranged;
        let arranged = Arranged { movable, loss, ..self.arranged.clone() };
        Work { first: self.first, arranged, ..work }
    }

    fn read(data: &Value) -> Result<Option<Self>, ServiceError> {
        let (Some(arranged), Some(price)) = (data.get("arranged"), data.get("price")) else {
            return Ok(None);
        };
        let arranged = ledger::codec::read_arranged(arranged).map_err(ledger::LedgerError::from)?;
        let currency = price.get("currency").and_then(Value::as_str).and_then(Currency::of_code);
        let minor = price.get("minor").and_then(Value::as_i64);
        let price = minor.zip(currency).map(|(minor, currency)| Money { minor, currency });
        let first = data.get("first").and_then(Value::as_bool).unwrap_or(false);
        Ok(price.map(|price| Self { first, arranged, price }))
    }
}

impl KeptQuote {
    /// The due that it offered, behind or before all that waits.
    pub fn offered(&self, place: Place) -> Option<Timestamp> {
        match place {
            Place::Last | Place::Before(_) | Place::Apart => self.offered,
            Place::First => self.offered_if_first.or(self.offered),
        }
    }

    /// The forecast as the ground of a due: with the chance of that due.
    pub fn for_due(&self, due: Timestamp, place: Place) -> ForecastStamp {
        let (stamp, points, offered) = match (place, &self.stamp_if_first) {
            (Place::First, Some(stamp)) => (stamp, &self.points_if_first, self.offered_if_first),
            (_, _) => (&self.stamp, &self.points, self.offered),
        };
        // Of the due that it offered every trial has told the chance, of any other the instants that were kept.
        if offered == Some(due) {
            return stamp.clone();
        }
        ForecastStamp { chance: chance_of(points, due), ..stamp.clone() }
    }
}

impl Question {
    /// What tells one question from another: everything that its answer depends on. The place in the queue does not:
    /// a quote answers for both.
    pub fn fingerprint(&self) -> String {
        format!("{:?} {} {:?}", self.account, self.work_asked(false), self.waits_for)
    }

    /// What decides its luck.
    pub(crate) fn luck(&self) -> String {
        format!("{:?} {}", self.account, self.work_asked(self.work.first))
    }

    /// The work, but not what is arranged about it: in the words in which quotes were kept before anything could be.
    fn work_asked(&self, first: bool) -> String {
        let Work { new, records, first: _, after, arranged: _ } = &self.work;
        let waits = if after.is_empty() { String::new() } else { format!(", after: {after:?}") };
        format!("Work {{ new: {new:?}, records: {records:?}, first: {first:?}{waits} }}")
    }
}

impl Quote {
    pub(super) fn to_json(&self) -> Value {
        let Answer::Dates(dates) = &self.answer else {
            return json!({ "v": 1, "cannot": true });
        };
        let stamp = ledger::codec::stamp_json;
        let micros = |date: &LevelDate| date.due.at().as_microsecond();
        json!({
            "v": 1,
            "account": self.question.account.to_string(),
            "subject": self.question.subject,
            "asked": self.question.fingerprint(),
            "work": ledger::codec::planned_json(&self.question.work),
            "waits": self.question.waits_for.iter().map(|due| due.at().as_microsecond()).collect::<Vec<_>>(),
            "stamp": stamp(&dates.stamp),
            "offered": micros(&dates.offer),
            "points": points_json(&dates.points),
            "stamp_if_first": dates.if_first.as_ref().map(|(_, first)| stamp(first)),
            "offered_if_first": dates.if_first.as_ref().map(|(first, _)| micros(first)),
            "points_if_first": points_json(&dates.points_if_first),
        })
    }
}

pub(crate) fn points_json(points: &[Option<Timestamp>]) -> Value {
    points.iter().map(|at| at.map(Timestamp::as_microsecond)).collect()
}

fn read_points(data: Option<&Value>) -> Vec<Option<Timestamp>> {
    let points = data.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    points.iter().map(|point| read_point(Some(point))).collect()
}

pub(crate) fn read_point(data: Option<&Value>) -> Option<Timestamp> {
    data.and_then(Value::as_i64).and_then(|micros| Timestamp::from_microsecond(micros).ok())
}

impl Service {
    /// What was kept of a quote; `None` when there is none, or nothing could be said.
    ///
    /// # Errors
    /// [`ServiceError::Ledger`] when the database does not answer.
    pub async fn kept_quote(
        &self,
        caller: &Caller,
        id: QuoteId,
    ) -> Result<Option<KeptQuote>, ServiceError> {
        let Some(data) = self.ledger.quote(caller.organisation, id).await? else {
            return Ok(None);
        };
        let Some(stamp) = data.get("stamp") else { return Ok(None) };
        let read =
            |data: &Value| ledger::codec::read_stamp(data).map_err(ledger::LedgerError::from);
        let if_first = data.get("stamp_if_first").filter(|data| !data.is_null());
        Ok(Some(KeptQuote {
            asked: data.get("asked").and_then(Value::as_str).unwrap_or_default().to_owned(),
            stamp: read(stamp)?,
            stamp_if_first: if_first.map(read).transpose()?,
            offered: read_point(data.get("offered")),
            offered_if_first: read_point(data.get("offered_if_first")),
            row: KeptRow::read(&data)?,
            points: read_points(data.get("points")),
            points_if_first: read_points(data.get("points_if_first")),
        }))
    }
}
