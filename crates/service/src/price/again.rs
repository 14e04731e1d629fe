//! What a row of a menu was computed from, and computing it again: both plans, what lateness costs, what is bought.

use forecast::price::{Bill, Lateness, Loss, Stake};
use forecast::{Backlog, Calibration, Outcome, Play, Seed};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::sum::{Amounts, Sum};
use crate::ServiceError;
use crate::plan::Care;
use crate::quote::inputs::{
    Figure, PROGRAM, calibration_of, damaged, play_json, read_play, stamp_again, stamp_figures,
};
use crate::quote::kept::{POINTS, points_json, read_point};

/// What a way was priced from, beside the free way.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    /// What is at stake of each promise that it moves, by place.
    pub(super) stakes: Vec<(usize, Stake)>,
    /// What is at stake of the new promise itself, by the free date and by its own.
    pub(super) own: [Stake; 2],
    /// What is bought for it, each in minor units.
    pub(super) bought: Vec<i64>,
}

impl Ground {
    /// What the way comes to, by what the trials of both plans say.
    pub(super) fn amounts(&self, free: &[Outcome], way: &[Outcome]) -> Amounts {
        let (mut others, mut own) = (Bill::default(), Bill::default());
        for (place, stake) in &self.stakes {
            others.add(stake, &free[*place], &way[*place]);
        }
        let mut all = others.clone();
        if let (Some(was), Some(is)) = (free.last(), way.last()) {
            own.add_moved((&self.own[0], was), (&self.own[1], is));
            all.add_moved((&self.own[0], was), (&self.own[1], is));
        }
        Amounts { all: all.amount(), others: others.amount(), own: own.amount() }
    }

    /// As it is kept with the row, beside the free plan and its own; in both the new work comes last.
    pub(super) fn to_json(
        &self,
        care: Care,
        (seed, calibration): (Seed, Calibration),
        (free, way): (&Backlog, &Backlog),
    ) -> Result<Value, ServiceError> {
        let [was, is] = &self.own;
        let stakes = self.stakes.iter().map(|(place, stake)| {
            let mut stake = stake_json(stake);
            stake["place"] = (*place).into();
            stake
        });
        Ok(json!({
            "v": 1, "program": PROGRAM, "seed": seed.0, "trials": care.trials, "judged": care.judged,
            "calibration": calibration.millionths(),
            "free": play_json((free, &free.ends))?,
            "way": play_json((way, &way.ends))?,
            "stakes": stakes.collect::<Vec<_>>(),
            "own": [stake_json(was), stake_json(is)],
            "bought": self.bought,
        }))
    }
}

/// What a row says when it is computed again, if these are the inputs of one.
pub(crate) fn again(
    inputs: &Value,
    kept: &Value,
    play: Play,
    judged: u32,
) -> Result<Option<(Timestamp, usize, Vec<Figure>)>, ServiceError> {
    let (Some(free), Some(way)) = (inputs.get("free"), inputs.get("way")) else { return Ok(None) };
    let run = |data: &Value| {
        let (plan, tracked) = read_play(data)?;
        let runs =
            forecast::play(&plan, &tracked, play, judged)?.calibrated(calibration_of(inputs));
        let outcomes = runs.into_outcomes();
        Ok::<_, ServiceError>((plan.at, plan.items.len(), outcomes))
    };
    let (_, _, free) = run(free)?;
    let (at, items, way) = run(way)?;
    let outcome = way.last().ok_or_else(|| damaged("way"))?;
    let mut figures = vec![Figure {
        name: "row.points".to_owned(),
        then: kept.get("points").cloned().unwrap_or_default(),
        now: points_json(&outcome.points(POINTS)),
    }];
    if let Some(then) = kept.get("stamp") {
        let due = read_point(kept.get("offered"));
        let now = stamp_again(outcome, then, due, (at, play.seed))?;
        figures.extend(stamp_figures("row", then, &now));
    }
    let priced = priced(inputs, (&free, &way))?;
    let now = sum_json(&priced);
    let then = kept.get("sum").cloned().unwrap_or_default();
    let parts = then.as_object().into_iter().flatten();
    figures.extend(parts.map(|(part, then)| Figure {
        name: format!("price.{part}"),
        then: then.clone(),
        now: now.get(part).cloned().unwrap_or_default(),
    }));
    Ok(Some((at, items, figures)))
}

fn priced(inputs: &Value, (free, way): (&[Outcome], &[Outcome])) -> Result<Sum, ServiceError> {
    let list = |name: &str| inputs.get(name).and_then(Value::as_array).into_iter().flatten();
    let stakes = list("stakes").map(|stake| {
        let place = stake.get("place").and_then(Value::as_u64);
        let place = place.and_then(|place| usize::try_from(place).ok());
        let place = place.filter(|place| *place < free.len().min(way.len()));
        Ok((place.ok_or_else(|| damaged("place"))?, read_stake(stake)?))
    });
    let own = list("own").map(read_stake).collect::<Result<Vec<_>, _>>()?;
    let ground = Ground {
        stakes: stakes.collect::<Result<_, ServiceError>>()?,
        own: <[Stake; 2]>::try_from(own).map_err(|_| damaged("own"))?,
        bought: list("bought").filter_map(Value::as_i64).collect(),
    };
    Ok(Sum::of(&ground.amounts(free, way), &ground.bought))
}

/// A sum as it is kept with the row, in minor units.
pub(super) fn sum_json(sum: &Sum) -> Value {
    json!({
        "price": sum.price, "step": sum.step, "error": sum.error, "others": sum.others,
        "own": sum.own, "bought": sum.bought,
    })
}

fn stake_json(stake: &Stake) -> Value {
    let losses = stake.losses.iter().map(|loss| json!([loss.per_day, loss.per_breach, loss.cap]));
    json!({ "losses": losses.collect::<Vec<_>>(), "late_from": stake.lateness.marks() })
}

fn read_stake(data: &Value) -> Result<Stake, ServiceError> {
    let list = |name: &str| data.get(name).and_then(Value::as_array).into_iter().flatten();
    let losses = list("losses").map(|loss| {
        let part = |place: usize| loss.get(place).and_then(Value::as_i64);
        let (per_day, per_breach) = part(0).zip(part(1)).ok_or_else(|| damaged("losses"))?;
        Ok(Loss { per_day, per_breach, cap: part(2) })
    });
    let marks = list("late_from").filter_map(Value::as_i64).collect();
    Ok(Stake {
        losses: losses.collect::<Result<_, ServiceError>>()?,
        lateness: Lateness::of_marks(marks).ok_or_else(|| damaged("late_from"))?,
    })
}
