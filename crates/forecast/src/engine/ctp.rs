//! Benchmark HS-CTP-1: a seeded network of any size, the same in every language.
//!
//! One unit is a working hour. The numbers are drawn in a fixed order from one stream, so that whoever writes it again
//! gets the same network; its sums are tests.

use super::clock::Clocks;
use super::network::{Class, Draw, Network, Task};
use super::oracle::{Luck, SlotRule, serial};
use crate::number::{index, real};
use crate::random::{Stream, normal_quantile};

/// Classes of work, each with a history of so many ratios of what it took to what was estimated.
const CLASSES: usize = 16;
const HISTORY: usize = 256;
/// The class of what comes from elsewhere: lognormal around its median, by so many midpoints.
const ELSEWHERE: usize = CLASSES;
const MIDPOINTS: usize = 4096;
const ELSEWHERE_LOG_SD: f64 = 0.8;
/// Dates are given at the end of a working day of so many hours.
const DAY: f64 = 8.0;

/// The sizes that are measured, with their names.
pub const SIZES: [(&str, usize); 4] = [("S", 100), ("M", 1_000), ("L", 10_000), ("XL", 100_000)];

/// The network of so many tasks (`seed` 1 is the published one).
pub fn generate(size: usize, seed: u64) -> Network {
    let mut stream = Stream::of(seed.wrapping_add(u64::try_from(size).unwrap_or(u64::MAX)));
    let mut samples: Vec<Vec<f64>> = (0..CLASSES).map(|_| ratios(&mut stream)).collect();
    let means: Vec<f64> = samples.iter().map(|c| c.iter().sum::<f64>() / real(HISTORY)).collect();
    let count = (size / 50).max(1);
    let teams: Vec<u32> = (0..count).map(|_| 3 + below(&mut stream, 6)).collect();
    let mut slack = Vec::with_capacity(size);
    let mut tasks = Vec::with_capacity(size);
    for place in 0..size {
        let (task, room) = task(&mut stream, place, count);
        tasks.push(task);
        slack.push(room);
    }
    let midpoint = |i: usize| (real(i) + 0.5) / real(MIDPOINTS);
    let elsewhere =
        (0..MIDPOINTS).map(|i| libm::exp(ELSEWHERE_LOG_SD * normal_quantile(midpoint(i))));
    samples.push(elsewhere.collect());
    let classes = samples.into_iter().filter_map(Class::of_sample).collect();
    let mut network = Network {
        classes,
        teams,
        tasks,
        clocks: Clocks::default(),
        factors: Vec::new(),
        absences: Vec::new(),
    };
    // What was promised: what everything takes on average, and some room.
    let luck = Luck {
        work: network.tasks.iter().map(|t| t.work.scale * means[t.work.class]).collect(),
        arrival: network.tasks.iter().map(|t| t.arrival.map_or(0.0, |draw| draw.scale)).collect(),
    };
    let order: Vec<usize> = (0..size).collect();
    let played = serial(&network, &order, &vec![SlotRule::Earliest; network.teams.len()], &luck);
    for ((task, done), room) in network.tasks.iter_mut().zip(played.done).zip(slack) {
        task.due = DAY * (done * (1.0 + 0.4 * room) / DAY).ceil();
    }
    network
}

/// A history of ratios: lognormal, with a mean and a spread of its own.
fn ratios(stream: &mut Stream) -> Vec<f64> {
    let (median, spread) = (0.9 + 0.5 * stream.uniform(), 0.35 + 0.35 * stream.uniform());
    let mut ratios: Vec<f64> = (0..HISTORY)
        .map(|_| {
            // The sum of twelve uniforms, which is nearly normal and the same everywhere.
            let normal = (0..12).fold(-6.0, |sum, _| sum + stream.uniform());
            (median * libm::exp(spread * normal)).clamp(0.05, 20.0)
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios
}

fn task(stream: &mut Stream, place: usize, teams: usize) -> (Task, f64) {
    let team = index(real(teams) * stream.uniform(), teams);
    let class = index(real(CLASSES) * stream.uniform(), CLASSES);
    let size = stream.uniform();
    let mut after = Vec::new();
    if stream.uniform() < 0.3 && place > 0 {
        for _ in 0..=below(stream, 3) {
            let reach = place.min(500);
            let before = place - 1 - index(real(reach) * stream.uniform(), reach);
            if !after.contains(&before) {
                after.push(before);
            }
        }
    }
    let comes = stream.uniform() < 0.1;
    let arrival = comes.then(|| Draw { class: ELSEWHERE, scale: 8.0 + 72.0 * stream.uniform() });
    let work = Draw { class, scale: 2.0 + 38.0 * size.powi(3) };
    let key = u64::try_from(place).unwrap_or(u64::MAX);
    (Task { key, team, work, after, arrival, due: 0.0 }, stream.uniform())
}

/// A whole number from 0 up to but not `limit`.
fn below(stream: &mut Stream, limit: u32) -> u32 {
    let drawn = f64::from(limit) * stream.uniform();
    (0..limit).rev().find(|number| f64::from(*number) <= drawn).unwrap_or(0)
}
