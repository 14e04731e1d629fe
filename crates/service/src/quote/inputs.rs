//! What a quote was computed from, and computing it again: the same inputs give the same bits, whoever doubts them.

use std::io::{Read as _, Write as _};
use std::num::NonZeroU32;

use data_encoding::BASE64;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use forecast::{Backlog, Calibration, Outcome, Play, Seed, record};
use jiff::Timestamp;
use ledger::input::keep_ground_statement;
use ledger::{Key, LedgerError};
use promise::QuoteId;
use promise::terms::Ground;
use serde_json::{Value, json};

use super::POINTS;
use super::kept::{points_json, read_point};
use crate::plan::{Care, stamp};
use crate::{Caller, Service, ServiceError, price};

/// The program that computes.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// No plan is larger than this, unpacked: what says it is was not written by us.
const MOST_BYTES: u64 = 1 << 30;

/// What a quote says when it is computed again.
#[derive(Debug, Clone, PartialEq)]
pub struct Reproduced {
    /// Which quote.
    pub quote: QuoteId,
    /// When it was made.
    pub at: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// The seed of its luck.
    pub seed: u64,
    /// How many trials were played.
    pub trials: u32,
    /// In how many of them by event dispatch too.
    pub judged: u32,
    /// How many pieces of work were in the plan.
    pub items: usize,
    /// Each figure that was kept, beside what it is now.
    pub figures: Vec<Figure>,
}

/// A figure then and now.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is, such as `last.q85`.
    pub name: String,
    /// What was kept.
    pub then: Value,
    /// What it is, computed again.
    pub now: Value,
}

impl Reproduced {
    /// Whether every figure is the same, bit by bit.
    pub fn is_same(&self) -> bool {
        self.figures.iter().all(|figure| figure.then == figure.now)
    }
}

/// What two plays are made of, as it is kept: the new work behind all that waits, and before it.
pub(super) fn inputs_json(
    care: Care,
    (seed, calibration): (Seed, Calibration),
    plays: [(&Backlog, &[usize]); 2],
) -> Result<Value, ServiceError> {
    let [last, first] = plays;
    Ok(json!({
        "v": 1, "program": PROGRAM, "seed": seed.0, "trials": care.trials, "judged": care.judged,
        "calibration": calibration.millionths(), "last": play_json(last)?, "first": play_json(first)?,
    }))
}

pub(crate) fn play_json((backlog, tracked): (&Backlog, &[usize])) -> Result<Value, ServiceError> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let written = packed.write_all(&record::write(&backlog.plan)).and_then(|()| packed.finish());
    let packed = written.map_err(|e| damaged(&e.to_string()))?;
    Ok(json!({ "tracked": tracked, "plan": BASE64.encode(&packed) }))
}

impl Service {
    /// Computes a quote again from what it was computed from.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such quote, or when its inputs were not kept: those of a quote that was
    /// neither held nor offered go after thirty days.
    pub async fn reproduce(
        &self,
        caller: &Caller,
        quote: QuoteId,
    ) -> Result<Reproduced, ServiceError> {
        let missing = |what| ServiceError::NotFound { what, given: quote.to_string() };
        let kept = self.ledger.quote(caller.organisation, quote).await?;
        let kept = kept.ok_or_else(|| missing("quote"))?;
        let inputs = self.ledger.quote_input(caller.organisation, quote).await?;
        let inputs =
            inputs.ok_or_else(|| missing("record of what this quote was computed from:"))?;
        let number =
            |name: &str| inputs.get(name).and_then(Value::as_u64).ok_or_else(|| damaged(name));
        let short = |name: &str| u32::try_from(number(name)?).map_err(|_| damaged(name));
        let (seed, trials, judged) = (number("seed")?, short("trials")?, short("judged")?);
        let play = Play {
            trials: NonZeroU32::new(trials).ok_or_else(|| damaged("trials"))?,
            seed: Seed(seed),
            threads: self.threads,
        };
        let program = inputs.get("program").and_then(Value::as_str).unwrap_or_default().to_owned();
        let again = move || match price::again::again(&inputs, &kept, play, judged)? {
            Some(of_row) => Ok(of_row),
            None => again(&inputs, &kept, play, judged),
        };
        let (at, items, figures) = tokio::task::spawn_blocking(again)
            .await
            .map_err(|error| damaged(&error.to_string()))??;
        Ok(Reproduced { quote, at, program, seed, trials, judged, items, figures })
    }
}

impl Service {
    /// Keeps for good what a draft's ground was computed from.
    pub(crate) async fn keep_ground(
        &self,
        caller: &Caller,
        ground: Option<&Ground>,
    ) -> Result<(), ServiceError> {
        let Some(Ground::Forecast { forecast, .. }) = ground else { return Ok(()) };
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([keep_ground_statement(caller.organisation, forecast.id)]);
        let key = format!("ground {}", self.ledger.entropy().id(caller.at));
        let key = Key { key, fingerprint: String::new(), answer: String::new() };
        batch.commit(&key, caller.at).await?;
        Ok(())
    }
}

/// Plays both plans again; returns their instant, how many items they have, and every figure then and now.
fn again(
    inputs: &Value,
    kept: &Value,
    play: Play,
    judged: u32,
) -> Result<(Timestamp, usize, Vec<Figure>), ServiceError> {
    let (mut figures, mut at, mut items) = (Vec::new(), Timestamp::UNIX_EPOCH, 0);
    for (name, stamp_name, points_name, offered) in [
        ("last", "stamp", "points", "offered"),
        ("first", "stamp_if_first", "points_if_first", "offered_if_first"),
    ] {
        let (plan, tracked) = read_play(inputs.get(name).ok_or_else(|| damaged(name))?)?;
        (at, items) = (plan.at, plan.items.len());
        let runs =
            forecast::play(&plan, &tracked, play, judged)?.calibrated(calibration_of(inputs));
        // The new work is tracked behind everything else.
        let outcome = runs.outcomes().last().ok_or_else(|| damaged("tracked"))?;
        let points = points_json(&outcome.points(POINTS));
        let then = kept.get(points_name).cloned().unwrap_or_default();
        figures.push(Figure { name: format!("{name}.points"), then, now: points });
        if let Some(then) = kept.get(stamp_name).filter(|stamp| !stamp.is_null()) {
            let due = read_point(kept.get(offered));
            let now = stamp_again(outcome, then, due, (at, play.seed))?;
            figures.extend(stamp_figures(name, then, &now));
        }
    }
    Ok((at, items, figures))
}

/// The kept forecast, computed again.
pub(crate) fn stamp_again(
    outcome: &Outcome,
    then: &Value,
    due: Option<Timestamp>,
    made: (Timestamp, Seed),
) -> Result<Value, ServiceError> {
    let kept = ledger::codec::read_stamp(then).map_err(LedgerError::from)?;
    let finished = usize::try_from(kept.finished).unwrap_or(usize::MAX);
    let now = stamp(outcome, due, finished, kept.id, made);
    Ok(now.map_or(Value::Null, |stamp| ledger::codec::stamp_json(&stamp)))
}

/// The parts of a forecast, one by one.
pub(crate) fn stamp_figures(name: &str, then: &Value, now: &Value) -> Vec<Figure> {
    let parts = then.as_object().into_iter().flatten();
    let figure = |(part, then): (&String, &Value)| Figure {
        name: format!("{name}.{part}"),
        then: then.clone(),
        now: now.get(part).cloned().unwrap_or_default(),
    };
    parts.map(figure).collect()
}

pub(crate) fn read_play(data: &Value) -> Result<(forecast::Plan, Vec<usize>), ServiceError> {
    let tracked = data.get("tracked").and_then(Value::as_array).into_iter().flatten();
    let tracked = tracked.filter_map(Value::as_u64).filter_map(|item| usize::try_from(item).ok());
    let packed = data.get("plan").and_then(Value::as_str).ok_or_else(|| damaged("plan"))?;
    let packed = BASE64.decode(packed.as_bytes()).map_err(|e| damaged(&e.to_string()))?;
    let mut bytes = Vec::new();
    let unpacked = ZlibDecoder::new(packed.as_slice()).take(MOST_BYTES).read_to_end(&mut bytes);
    unpacked.map_err(|e| damaged(&e.to_string()))?;
    let plan = record::read(&bytes).map_err(|e| damaged(&e.to_string()))?;
    Ok((plan, tracked.collect()))
}

/// The correction with which chances were told; none before there were any.
pub(crate) fn calibration_of(inputs: &Value) -> Calibration {
    let millionths = inputs.get("calibration").and_then(Value::as_i64);
    let millionths = millionths.and_then(|millionths| i32::try_from(millionths).ok());
    Calibration::of_millionths(millionths.unwrap_or(0))
}

pub(crate) fn damaged(what: &str) -> ServiceError {
    LedgerError::Damaged(format!("the inputs of a quote: {what}")).into()
}
