//! What a replay was worth: how often each level held, how sharp it was beside plainer ways, and when it drifted.
//!
//! Only *mature* answers count: those made so long before the end of the data that nineteen in twenty finished things
//! would have been there. Of these each date that has passed counts, kept or missed; one that lies beyond the end of the
//! data is open, whether or not the thing is there already. The plainer ways are compared on what ended.

mod baseline;
mod sandbagging;

use std::collections::BTreeMap;

use jiff::Timestamp;

pub use baseline::Baseline;
use baseline::Plainer;
use sandbagging::Tally;
pub use sandbagging::{Dates, LATE_WEIGHS, ON_TIME_DAYS, Sandbagging};

use crate::backtest::{LEVELS, Question, Record, Said, Scores, replay};
use crate::claim::wilson_95;
use crate::drift::{Drift, Watch};
use crate::number::{index, real, real_seconds, whole_seconds};

const DAY: f64 = 86_400.0;
/// The whole distribution is asked for in so many steps.
pub const STEPS: usize = 20;

/// How often something held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// So often.
    pub held: usize,
    /// Of so many.
    pub of: usize,
}

impl Share {
    /// The share, 0 to 1; `None` of nothing.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| real(self.held) / real(self.of))
    }

    /// Where the true share lies (Wilson, 95%).
    pub fn interval(self) -> (f64, f64) {
        wilson_95(self.held, self.of)
    }

    fn add(&mut self, held: bool) {
        self.held += usize::from(held);
        self.of += 1;
    }
}

/// What became of answers at each of [`LEVELS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// How often they held.
    pub shares: [Share; 4],
    /// How many said "cannot be promised".
    pub undefined: [usize; 4],
    /// How many are not known yet.
    pub open: [usize; 4],
}

/// By what answers are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Split {
    /// Whose it was.
    Team,
    /// What kind it was.
    Kind,
    /// How far ahead the 85% answer lay, in days.
    Horizon,
    /// When the answer was given, as `2026-11`.
    Month,
}

/// A plainer way beside ours, on the rows where both have an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// Which way.
    pub baseline: Baseline,
    /// How often its 85% held.
    pub held: Share,
    /// Our pinball loss at 85% as a multiple of its own; below 1 ours is sharper at what it holds. `None` without rows.
    pub pinball: Option<f64>,
    /// The same over the whole distribution: the continuous ranked probability score, from its quantiles in steps of 5%.
    pub crps: Option<f64>,
}

/// What a replay was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// How many answers were given.
    pub answers: usize,
    /// How many of them are not mature.
    pub too_young: usize,
    /// What became of all that are mature.
    pub all: Held,
    /// The same by team, kind, horizon and month, each in its natural order.
    pub by: BTreeMap<(Split, String), Held>,
    /// By twentieths of what was forecast, how many outcomes fell there: even where it is honest, heaped at the ends
    /// where it is too sure, in the middle where it is too careful. A tie is spread over what it touches.
    pub pit: [f64; STEPS],
    /// Plainer ways beside it.
    pub beside: Vec<Beside>,
    /// What dates really given were worth, where some are known of what ended.
    pub sandbagging: Option<Sandbagging>,
    /// The models that were tried, the one that said best what came first: less is better. None for effort.
    pub models: Scores,
    /// When its 85%, or its middle, did not hold; the middle is known sooner.
    pub drifts: Vec<(f64, Drift)>,
}

/// Replays a history and judges what it says. `progress` hears how many of how many are done.
pub fn judge(
    records: &[Record],
    question: Question,
    mut progress: impl FnMut(usize, usize),
) -> Scorecard {
    let mut judge = Judge::of(records, question);
    let models = replay(records, question, &mut |said| {
        judge.hear(said);
        progress(said.passed.0, said.passed.1);
    });
    Scorecard { models, ..judge.close() }
}

struct Judge<'a> {
    records: &'a [Record],
    question: Question,
    /// The last instant that the data know of, and from when on answers are not mature.
    last: i64,
    mature_until: i64,
    plainer: Plainer<'a>,
    losses: BTreeMap<Baseline, Losses>,
    dates: Tally,
    /// By the instant at which it is known: at which level, whether it held.
    known: Vec<(i64, usize, bool)>,
    card: Scorecard,
}

/// Sums over the rows where both have an answer.
#[derive(Debug, Clone, Copy, Default)]
struct Losses {
    held: Share,
    at_85: [f64; 2],
    whole: [f64; 2],
}

impl<'a> Judge<'a> {
    fn of(records: &'a [Record], question: Question) -> Self {
        let last = records.iter().map(|r| r.done.unwrap_or(r.made).max(r.made)).max().unwrap_or(0);
        let mut took: Vec<i64> = records.iter().filter_map(|r| Some(r.done? - r.made)).collect();
        took.sort_unstable();
        let horizon = took.get(index(0.95 * real(took.len()), took.len())).copied().unwrap_or(0);
        let card = Scorecard {
            answers: 0,
            too_young: 0,
            all: Held::default(),
            by: BTreeMap::new(),
            pit: [0.0; STEPS],
            beside: Vec::new(),
            sandbagging: None,
            models: Scores::new(),
            drifts: Vec::new(),
        };
        Self {
            records,
            question,
            last,
            mature_until: last - horizon,
            plainer: Plainer::of(records, question),
            losses: BTreeMap::new(),
            dates: Tally::default(),
            known: Vec::new(),
            card,
        }
    }

    /// What became of a row after an answer: the amount, and how much is known of it when it is open.
    fn outcome(&self, record: &Record, made_at: i64) -> (Option<f64>, f64) {
        match self.question {
            Question::Effort => (record.actual.filter(|_| record.done.is_some()), 0.0),
            Question::Elapsed | Question::Remaining(_) | Question::Promise => {
                let days = |until: i64| real_seconds(until - made_at) / DAY;
                (record.done.map(days), days(record.given_up.unwrap_or(self.last)))
            }
        }
    }

    fn hear(&mut self, said: &Said<'_>) {
        let made_at = said.prediction.made_at;
        let record = &self.records[said.prediction.record];
        let (outcome, reached) = self.outcome(record, made_at);
        if self.question == Question::Effort && outcome.is_none() {
            return;
        }
        self.card.answers += 1;
        let steps: [Option<f64>; STEPS - 1] =
            std::array::from_fn(|step| (said.at)(real(step + 1) / real(STEPS)));
        if let Some(outcome) = outcome {
            self.compare(said, &steps, outcome);
        }
        let (held, known) = self.became(said, outcome, reached);
        self.known.extend(known);
        if made_at <= self.mature_until {
            self.count(said, &held);
            self.spread(&steps, outcome, reached);
            self.compare_dates(said, outcome);
        } else {
            self.card.too_young += 1;
        }
    }

    /// What became of an answer; which levels are known, and when they became so.
    fn became(
        &self,
        said: &Said<'_>,
        outcome: Option<f64>,
        reached: f64,
    ) -> (Held, Vec<(i64, usize, bool)>) {
        let made_at = said.prediction.made_at;
        let done = self.records[said.prediction.record].done;
        let is_amount = self.question == Question::Effort;
        let (mut held, mut known) = (Held::default(), Vec::new());
        for (level, quantile) in said.prediction.quantiles.into_iter().enumerate() {
            match quantile {
                None => held.undefined[level] += 1,
                Some(quantile) if !is_amount && quantile > reached => held.open[level] += 1,
                Some(quantile) => {
                    let kept = outcome.is_some_and(|outcome| outcome <= quantile + 1e-9);
                    held.shares[level].add(kept);
                    let passes = made_at + whole_seconds(quantile * DAY);
                    known.push((
                        if is_amount { done.unwrap_or(passes) } else { passes },
                        level,
                        kept,
                    ));
                }
            }
        }
        (held, known)
    }

    /// Counts a mature answer, in all and in each group.
    fn count(&mut self, said: &Said<'_>, held: &Held) {
        let made_at = said.prediction.made_at;
        let record = &self.records[said.prediction.record];
        let month = Timestamp::from_second(made_at)
            .map_or_else(|_| String::new(), |at| at.strftime("%Y-%m").to_string());
        let horizon = match self.question {
            Question::Effort => None,
            Question::Elapsed | Question::Remaining(_) | Question::Promise => {
                said.prediction.quantiles[2].map(horizon)
            }
        };
        let splits = [
            (Split::Team, Some(record.group.clone()).filter(|name| !name.is_empty())),
            (Split::Kind, Some(record.kind.clone()).filter(|name| !name.is_empty())),
            (Split::Horizon, horizon.map(str::to_owned)),
            (Split::Month, Some(month)),
        ];
        self.card.all.add(held);
        for (split, name) in splits {
            if let Some(name) = name {
                self.card.by.entry((split, name)).or_default().add(held);
            }
        }
    }

    /// Notes in which twentieth an outcome fell; what is not known exactly is spread over all in which it may.
    fn spread(&mut self, steps: &[Option<f64>], outcome: Option<f64>, reached: f64) {
        let told = steps.iter().take_while(|step| step.is_some()).count();
        if told == 0 {
            return;
        }
        let below = |is_below: &dyn Fn(f64) -> bool| {
            steps.iter().take_while(|q| q.is_some_and(is_below)).count()
        };
        let at = outcome.unwrap_or(reached);
        let first = below(&|quantile| quantile < at - 1e-9);
        let last = below(&|quantile| quantile <= at + 1e-9).max(first);
        let is_beyond = outcome.is_none() || last == told;
        let last = if is_beyond { STEPS - 1 } else { last };
        let part = 1.0 / real(last - first + 1);
        self.card.pit[first..=last].iter_mut().for_each(|share| *share += part);
    }

    fn compare(&mut self, said: &Said<'_>, steps: &[Option<f64>], outcome: f64) {
        let made_at = said.prediction.made_at;
        let record = &self.records[said.prediction.record];
        let age = real_seconds(made_at - record.made) / DAY;
        for (baseline, theirs) in self.plainer.at(made_at, record, age) {
            let losses = self.losses.entry(baseline).or_default();
            let both = |ours: Option<f64>, level: f64| Some((ours?, theirs(level)?));
            if let Some((ours, theirs)) = both(said.prediction.quantiles[2], LEVELS[2]) {
                losses.held.add(outcome <= theirs + 1e-9);
                losses.at_85[0] += pinball(outcome, ours, LEVELS[2]);
                losses.at_85[1] += pinball(outcome, theirs, LEVELS[2]);
            }
            for (step, ours) in steps.iter().enumerate() {
                let level = real(step + 1) / real(STEPS);
                if let Some((ours, theirs)) = both(*ours, level) {
                    losses.whole[0] += pinball(outcome, ours, level);
                    losses.whole[1] += pinball(outcome, theirs, level);
                }
            }
        }
    }

    /// Holds the date really given, if one was, against the one that could have been.
    fn compare_dates(&mut self, said: &Said<'_>, outcome: Option<f64>) {
        let made_at = said.prediction.made_at;
        let promised = self.records[said.prediction.record].promised;
        let is_date = matches!(self.question, Question::Elapsed | Question::Promise);
        let promised = promised.filter(|promised| is_date && *promised > made_at);
        if let (Some(promised), Some(could), Some(took)) =
            (promised, said.prediction.quantiles[2], outcome)
        {
            self.dates.add(real_seconds(promised - made_at) / DAY, could, took);
        }
    }

    fn close(mut self) -> Scorecard {
        self.card.sandbagging = self.dates.close();
        let ratio = |[ours, theirs]: [f64; 2]| (theirs > 0.0).then(|| ours / theirs);
        let beside = self.losses.iter().map(|(baseline, losses)| Beside {
            baseline: *baseline,
            held: losses.held,
            pinball: ratio(losses.at_85),
            crps: ratio(losses.whole),
        });
        self.card.beside = beside.filter(|beside| beside.held.of > 0).collect();
        for level in [0, 2] {
            let mut watch = Watch::default();
            let mut instants = BTreeMap::<i64, Share>::new();
            for (at, of, kept) in &self.known {
                if *of == level && *at <= self.last {
                    instants.entry(*at).or_default().add(*kept);
                }
            }
            for (at, share) in instants {
                watch.learn(at, LEVELS[level], (share.held, share.of));
            }
            self.card.drifts.extend(watch.drifts().iter().map(|drift| (LEVELS[level], *drift)));
        }
        self.card.drifts.sort_by_key(|(_, drift)| drift.noticed);
        self.card
    }
}

impl Held {
    fn add(&mut self, other: &Self) {
        for level in 0..LEVELS.len() {
            self.shares[level].held += other.shares[level].held;
            self.shares[level].of += other.shares[level].of;
            self.undefined[level] += other.undefined[level];
            self.open[level] += other.open[level];
        }
    }
}

/// What an answer at a level costs when `outcome` comes: what it is off by, weighed so that the true quantile costs least
/// (Koenker and Bassett, Econometrica 46, 1978).
fn pinball(outcome: f64, said: f64, level: f64) -> f64 {
    if outcome >= said { level * (outcome - said) } else { (1.0 - level) * (said - outcome) }
}

/// How far ahead, in days; the names sort as they follow each other.
fn horizon(days: f64) -> &'static str {
    match days {
        days if days <= 2.0 => "≤ 2",
        days if days <= 7.0 => "≤ 7",
        days if days <= 14.0 => "≤14",
        days if days <= 30.0 => "≤30",
        days if days <= 60.0 => "≤60",
        _ => "≥60",
    }
}

#[cfg(test)]
mod tests;
