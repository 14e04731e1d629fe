//! Each row is kept as a quote of its own, so that it can be offered with its date, its place and its price.

use forecast::Backlog;
use ledger::Key;
use ledger::codec::{arranged_json, planned_json, stamp_json};
use ledger::facts::quote_statement;
use ledger::input::input_statements;
use promise::ForecastId;
use promise::party::{Arranged, Organisation, Work};
use serde_json::{Value, json};

use super::again::sum_json;
use super::{Desk, Priced, Spot};
use crate::plan::stamp;
use crate::quote::kept::{POINTS, points_json};
use crate::{Caller, Service, ServiceError};

impl Service {
    /// Keeps the rows.
    pub(super) async fn keep_rows(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        desk: &Desk<'_>,
        (rows, free, finished): (&[Priced], &Backlog, usize),
    ) -> Result<(), ServiceError> {
        let mut batch = self.ledger.batch(caller.organisation);
        let waits = desk.question.waits_for.iter().map(|due| due.at().as_microsecond());
        let waits: Vec<i64> = waits.collect();
        for priced in rows {
            let forecast = ForecastId::new(self.ledger.entropy().id(caller.at));
            let made = (caller.at, desk.plan.seed);
            let due = Some(priced.date.due.at());
            let Some(stamp) = stamp(&priced.outcome, due, finished, forecast, made) else {
                continue;
            };
            let first = priced.candidate.spot == Spot::First;
            let arranged = arranged(priced);
            let work = Work { first, arranged: arranged.clone(), ..desk.question.work.clone() };
            let mut data = json!({
                "v": 1,
                "account": desk.question.account.to_string(),
                "subject": desk.question.subject,
                "asked": desk.question.fingerprint(),
                "work": planned_json(&work),
                "waits": waits,
                "stamp": stamp_json(&stamp),
                "offered": priced.date.due.at().as_microsecond(),
                "points": points_json(&priced.outcome.points(POINTS)),
                "first": first,
                "arranged": arranged_json(&arranged),
                "price": { "minor": priced.row.price.minor, "currency": priced.row.price.currency.code() },
            });
            // By which costs: the organisation's events up to this one say them.
            data["organisation_version"] = Value::from(organisation.version);
            data["sum"] = sum_json(&priced.sum);
            let id = priced.row.quote;
            batch.facts([quote_statement(caller.organisation, id, caller.at, &data)]);
            if let Some(way) = &priced.backlog {
                let care = self.care(way.plan.items.len());
                let luck = (desk.plan.seed, desk.plan.calibration);
                let inputs = priced.ground.to_json(care, luck, (free, way))?;
                let (which, gave) = ((id, caller.at), (forecast, None));
                batch.facts(input_statements(caller.organisation, which, gave, &inputs));
            }
        }
        let key = Key {
            key: format!("menu {}", self.ledger.entropy().id(caller.at)),
            fingerprint: String::new(),
            answer: String::new(),
        };
        batch.commit(&key, caller.at).await?;
        Ok(())
    }
}

/// What is arranged for a row.
fn arranged(priced: &Priced) -> Arranged {
    Arranged {
        before: match &priced.candidate.spot {
            Spot::Before { promise, .. } => Some(*promise),
            Spot::Last | Spot::First | Spot::Hired => None,
        },
        hired: priced.candidate.spot == Spot::Hired,
        overtime: priced.candidate.overtime.clone(),
        ..Arranged::default()
    }
}
