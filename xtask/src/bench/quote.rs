//! A plan played many times: what a quote waits for. One team takes up every item, so that nothing is left out as
//! beside the point.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};
use calendar::{Calendar, Country, Timeline};
use forecast::{
    CommonFactor, Discipline, Durations, Effort, Item, Plan, Play, Seed, Team, Work, simulate,
};
use jiff::{SignedDuration, Timestamp};

use super::{milliseconds, rate};
use crate::machine::Stopwatch;
use crate::output::say;

const ITEMS: u32 = 1000;
const TRIALS: u32 = 1000;
/// How many finished pieces of work the distribution has.
const SAMPLE: u32 = 400;
/// The best of so many: what else runs on the machine is not measured.
const TIMES: u32 = 5;

/// What the product needs for a whole quote, which plays the plan three times: without the work, with it last, with it
/// first.
const PLAYS: u32 = 3;
const MOST_QUOTE: Duration = Duration::from_secs(2);

/// Prints the figures; returns the gates that are missed.
pub(super) fn measure() -> anyhow::Result<Vec<String>> {
    let plan = plan()?;
    let tracked: Vec<usize> = (0..plan.items.len()).collect();
    let mut missed = Vec::new();
    for threads in [1, 2] {
        let threads = NonZeroU32::new(threads).context("no threads")?;
        let trials = NonZeroU32::new(TRIALS).context("no trials")?;
        let play = Play { trials, seed: Seed(1), threads };
        let mut best = Duration::MAX;
        for _ in 0..TIMES {
            let watch = Stopwatch::start();
            let runs = simulate(&plan, &tracked, play)?;
            best = best.min(watch.elapsed());
            let done = runs.outcomes().iter().filter(|item| item.quantile(0.85).is_some()).count();
            ensure!(done == tracked.len(), "{done} items are done before the horizon");
        }
        let each = 1e9 / rate(usize::try_from(ITEMS * TRIALS)?, best.as_secs_f64());
        say(format_args!(
            "quote: {ITEMS} items × {TRIALS} trials on {threads} threads: {:.0} ms, {each:.0} ns an item and trial",
            milliseconds(best)
        ));
        if best * PLAYS > MOST_QUOTE {
            let (took, most) = (milliseconds(best * PLAYS), milliseconds(MOST_QUOTE));
            missed.push(format!("{PLAYS} plays take {took:.0} ms; wanted {most:.0} ms"));
        }
    }
    Ok(missed)
}

fn plan() -> anyhow::Result<Plan> {
    let at: Timestamp = "2026-03-09T08:00:00Z".parse()?;
    let office = Calendar::office("Europe/Amsterdam", Country::Nl)?;
    let years = SignedDuration::from_hours(24 * 365 * 8);
    let timeline = Arc::new(Timeline::over(&office, at, at + years)?);
    let luck = Seed(20_260_309);
    // Hours of work with a long tail, as teams have it.
    let mut hours: Vec<f64> =
        (0..SAMPLE).map(|piece| 1.0 + 40.0 * luck.uniform(u64::from(piece), 0).powi(4)).collect();
    hours.sort_by(f64::total_cmp);
    let durations = Arc::new(Durations::of_sample(hours).context("no sample")?);
    let slots = NonZeroU32::new(6).context("no slots")?;
    let item = |key: u32| {
        let effort = Effort { durations: Arc::clone(&durations), scale_seconds: 3600.0 };
        let work = Work::Slot { team: 0, effort, age_seconds: 0.0, running: false };
        Item { key: u64::from(key), work, after: Vec::new() }
    };
    let discipline = Discipline::Dispatch;
    let team = Team {
        name: "all".to_owned(),
        slots,
        timeline,
        share: 0.7,
        discipline,
        factor: CommonFactor::default(),
        absences: Vec::new(),
        shared: Vec::new(),
    };
    Ok(Plan { at, teams: vec![team], items: (0..ITEMS).map(item).collect() })
}
