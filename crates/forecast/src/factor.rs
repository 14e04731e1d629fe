//! What makes all work of a team take longer, or less long, together: a month of illness, a release that eats everybody.
//!
//! `log y = mean + c + b + e`: of a piece of work, c is shared by all teams in a period, b by one team, e is its own. A
//! trial draws one c and one b of each team. What a class of durations varies by is made so much smaller that a piece of
//! work alone is as uncertain as before; only what many of them do together changes.
//!
//! The variances come from history by an analysis of variance with one random effect (Searle, Casella and `McCulloch`,
//! *Variance Components*, 1992, chapter 3), and lean on a prior while periods are few.

use std::collections::BTreeMap;

use crate::durations::{Draw, Durations};
use crate::number::real;
use crate::random::{Seed, normal_quantile, number_of};

/// The standard deviations of the logarithm of what work shares: a factor of exp(z · sd) for a standard normal z.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CommonFactor {
    /// What only the work of one team shares.
    pub of_team: f64,
    /// What the work of all teams shares.
    pub of_all: f64,
}

/// Before anything is known: work of one team in one month varies together by about a fifth.
const PRIOR_VARIANCE: f64 = 0.04;
/// The prior weighs as much as so many periods.
const PRIOR_PERIODS: f64 = 30.0;
/// No more is believed of a history than this, and no more than so much of all that its work varies by.
const MOST_VARIANCE: f64 = 0.25;
const MOST_SHARED: f64 = 0.5;

/// What decides the luck of all teams together.
const EVERYBODY: &str = "\u{0}everybody";

impl CommonFactor {
    /// Whether nothing is shared.
    pub fn is_none(self) -> bool {
        self.of_team <= 0.0 && self.of_all <= 0.0
    }

    /// The standard deviation of the logarithm of both together.
    pub fn sd(self) -> f64 {
        libm::hypot(self.of_team.max(0.0), self.of_all.max(0.0))
    }

    /// Both parts that are more than nothing, each with the number that decides its luck.
    pub(crate) fn parts(self, team: &str) -> impl Iterator<Item = (u64, f64)> {
        [(number_of(team), self.of_team), (number_of(EVERYBODY), self.of_all)]
            .into_iter()
            .filter(|(_, sd)| *sd > 0.0)
    }

    /// By how much the work of a team is multiplied in a trial.
    pub(crate) fn drawn(self, team: &str, seed: Seed, trial: u32) -> f64 {
        let log = |(thing, sd): (u64, f64)| sd * normal_quantile(open(seed.uniform(thing, trial)));
        libm::exp(self.parts(team).map(log).sum())
    }
}

/// A factor with a standard deviation of its logarithm as so many equally likely values, ascending.
pub(crate) fn values(sd: f64, count: usize) -> Vec<f64> {
    let value =
        |place: usize| libm::exp(sd * normal_quantile((real(place) + 0.5) / real(count.max(1))));
    (0..count).map(value).collect()
}

/// A number in [0, 1) as one in (0, 1).
fn open(u: f64) -> f64 {
    u.max(f64::EPSILON)
}

/// How a class of durations is drawn together, so that with a common factor it varies as much as without.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Narrowed {
    /// The mean of the logarithms.
    middle: f64,
    /// What the distance to it is multiplied with, in [0, 1].
    power: f64,
}

/// Less is rounding.
const LEAST_VARIANCE: f64 = 1e-12;
/// Points by which a class is measured.
const POINTS: usize = 256;

impl Narrowed {
    /// Of what is left of a class at an age, in its unit; `None` where nothing is.
    pub(crate) fn of(durations: &Durations, age: f64, sd: f64) -> Option<Self> {
        let left = durations.middles(age, POINTS);
        let logs: Vec<f64> =
            left.iter().map(units).filter(|units| *units > 0.0).map(libm::log).collect();
        let n = real(logs.len());
        let middle = logs.iter().sum::<f64>() / n;
        let variance = logs.iter().map(|log| (log - middle).powi(2)).sum::<f64>() / n;
        let power = (1.0 - sd * sd / variance).max(0.0).sqrt();
        (variance > LEAST_VARIANCE).then_some(Self { middle, power })
    }

    pub(crate) fn units(self, units: f64) -> f64 {
        if units <= 0.0 {
            return units;
        }
        libm::exp(self.middle + self.power * (libm::log(units) - self.middle))
    }

    pub(crate) fn draw(self, draw: Draw) -> Draw {
        match draw {
            Draw::Lasts(units) => Draw::Lasts(self.units(units)),
            Draw::Beyond(units) => Draw::Beyond(self.units(units)),
        }
    }
}

fn units(draw: &Draw) -> f64 {
    match draw {
        Draw::Lasts(units) | Draw::Beyond(units) => *units,
    }
}

/// For each team its finished work: in which period it began, and the logarithm of what it took.
pub(crate) type Logs = BTreeMap<String, Vec<(i64, f64)>>;

/// What the work of teams shares, as their history tells; the same for each of them, as single teams have too few
/// periods.
pub(crate) fn estimate(logs: &Logs) -> CommonFactor {
    let (mut sum, mut degrees, mut periods) = (0.0, 0.0, 0.0);
    // By period how far each team was off its mean.
    let mut off = BTreeMap::<i64, Vec<f64>>::new();
    for of_team in logs.values() {
        let mut by_period = BTreeMap::<i64, Vec<f64>>::new();
        for (period, log) in of_team {
            by_period.entry(*period).or_default().push(*log);
        }
        let Some((variance, mean)) = between(&by_period) else { continue };
        sum += variance * (real(by_period.len()) - 1.0);
        degrees += real(by_period.len()) - 1.0;
        periods += real(by_period.len());
        for (period, logs) in by_period {
            off.entry(period).or_default().push(mean_of(&logs) - mean);
        }
    }
    let seen = if degrees > 0.0 { sum / degrees } else { 0.0 };
    let both = (seen * periods + PRIOR_VARIANCE * PRIOR_PERIODS) / (periods + PRIOR_PERIODS);
    let both = both.clamp(0.0, MOST_VARIANCE.min(MOST_SHARED * spread(logs)));
    let of_all = together(&off).clamp(0.0, both);
    CommonFactor { of_team: (both - of_all).sqrt(), of_all: of_all.sqrt() }
}

/// The variance of the work of a team around its mean, as all teams tell; 0 where nothing does.
fn spread(logs: &Logs) -> f64 {
    let (mut squares, mut degrees) = (0.0, 0.0);
    for of_team in logs.values() {
        let mean = of_team.iter().map(|(_, log)| log).sum::<f64>() / real(of_team.len().max(1));
        squares += of_team.iter().map(|(_, log)| (log - mean).powi(2)).sum::<f64>();
        degrees += real(of_team.len()) - 1.0;
    }
    if degrees > 0.0 { squares / degrees } else { 0.0 }
}

/// The variance between periods beyond what chance within them makes of it, and the mean of all; `None` where periods
/// or work in them are too few.
fn between(by_period: &BTreeMap<i64, Vec<f64>>) -> Option<(f64, f64)> {
    let (groups, count) = (real(by_period.len()), real(by_period.values().map(Vec::len).sum()));
    if groups < 2.0 || count <= groups {
        return None;
    }
    let mean = by_period.values().flatten().sum::<f64>() / count;
    let (mut between, mut within, mut squares) = (0.0, 0.0, 0.0);
    for logs in by_period.values() {
        let (own, n) = (mean_of(logs), real(logs.len()));
        between += n * (own - mean).powi(2);
        within += logs.iter().map(|log| (log - own).powi(2)).sum::<f64>();
        squares += n * n;
    }
    let typical = (count - squares / count) / (groups - 1.0);
    Some(((between / (groups - 1.0) - within / (count - groups)) / typical, mean))
}

/// The covariance of what teams were off in the same period, leaning on none while such pairs are few.
fn together(off: &BTreeMap<i64, Vec<f64>>) -> f64 {
    let (mut sum, mut pairs, mut periods) = (0.0, 0.0, 0.0);
    for teams in off.values().filter(|teams| teams.len() > 1) {
        let total: f64 = teams.iter().sum();
        let squares: f64 = teams.iter().map(|off| off * off).sum();
        sum += (total * total - squares) / 2.0;
        pairs += real(teams.len() * (teams.len() - 1)) / 2.0;
        periods += 1.0;
    }
    if pairs > 0.0 { sum / pairs * periods / (periods + PRIOR_PERIODS) } else { 0.0 }
}

fn mean_of(logs: &[f64]) -> f64 {
    logs.iter().sum::<f64>() / real(logs.len().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Work of so many teams in so many months, eight pieces in each, with known deviations.
    fn worked(teams: u64, months: i64, of_team: f64, of_all: f64, own: f64) -> Logs {
        let seed = Seed(7);
        let normal = |thing: u64, trial: u32| normal_quantile(open(seed.uniform(thing, trial)));
        let of = |team: u64| {
            let piece = move |(month, piece): (i64, u64)| {
                let at = u32::try_from(month).expect("small");
                let log = of_all * normal(1, at)
                    + of_team * normal(100 + team, at)
                    + own * normal(10_000 + team * 100 + piece, at);
                (month, 2.0 + log)
            };
            let months = (0..months).flat_map(|month| (0..8).map(move |piece| (month, piece)));
            (format!("team {team}"), months.map(piece).collect())
        };
        (0..teams).map(of).collect()
    }

    #[test]
    fn variances_are_found_again_where_history_is_long() {
        let found = estimate(&worked(6, 200, 0.3, 0.25, 0.8));
        assert!((found.of_team - 0.3).abs() < 0.03, "{found:?}");
        assert!((found.of_all - 0.25).abs() < 0.03, "{found:?}");
        let alone = estimate(&worked(6, 200, 0.0, 0.0, 0.8));
        assert!(alone.sd() < 0.08, "{alone:?}");
    }

    #[test]
    fn little_history_leans_on_the_prior() {
        let found = estimate(&worked(1, 1, 0.3, 0.0, 0.8));
        assert!((found.of_team - 0.2).abs() < 1e-12 && found.of_all <= 0.0, "{found:?}");
        // Work that does not vary shares nothing by which it could.
        for logs in [Logs::new(), worked(3, 12, 0.0, 0.0, 0.0)] {
            assert!(estimate(&logs).is_none());
        }
        let short = estimate(&worked(1, 6, 0.0, 0.0, 0.5));
        assert!((0.1..0.25).contains(&short.of_team), "{short:?}");
        let wild = estimate(&worked(2, 300, 3.0, 0.0, 0.5));
        assert!(wild.sd() <= MOST_VARIANCE.sqrt() + 1e-12, "{wild:?}");
    }

    #[test]
    fn alone_a_piece_of_work_varies_as_before() {
        let sample: Vec<f64> = values(0.9, 512).iter().map(|value| value * 3.0).collect();
        let durations = Durations::of_sample(sample).expect("a sample");
        let factor = CommonFactor { of_team: 0.4, of_all: 0.3 };
        let narrowed = Narrowed::of(&durations, 0.0, factor.sd()).expect("it varies");
        let logs = |team: &str| -> Vec<f64> {
            let trial = |trial: u32| {
                let Draw::Lasts(units) = durations.at(Seed(3).uniform(5, trial)) else {
                    return 0.0;
                };
                libm::log(narrowed.units(units) * factor.drawn(team, Seed(3), trial))
            };
            (0..20_000).map(trial).collect()
        };
        let own = logs("Couplings");
        let mean = mean_of(&own);
        let variance = own.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / real(own.len());
        assert!((mean - libm::log(3.0)).abs() < 0.02, "{mean}");
        assert!((variance.sqrt() - 0.9).abs() < 0.02, "{variance}");
    }

    #[test]
    fn what_never_varies_is_left_as_it_is() {
        let always = Durations::of_sample(vec![2.0]).expect("a sample");
        assert_eq!(Narrowed::of(&always, 0.0, 0.3), None);
        assert_eq!(Narrowed::of(&always, 5.0, 0.3), None, "longer than anything seen");
        assert!(CommonFactor::default().is_none());
        assert!(CommonFactor::default().parts("a team").next().is_none());
    }
}
