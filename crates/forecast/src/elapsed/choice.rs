//! Which model is listened to: the one that would have said best what happened so far.
//!
//! Each model says of things that come by what share of such things lasts beyond some ages; as each age passes it is known
//! whether this one did. The squared differences, averaged, are the continuous ranked probability score on the scale of
//! the past's own quantiles (Gneiting and Raftery, JASA 102, 2007); what is still open tells all ages it has passed, so
//! nothing waits for the end. The model with the least is chosen.

use std::collections::BTreeMap;

use super::{Known, Likeness, Model, Traits};
use crate::number::{index, real, whole_seconds};

const DAY: f64 = 86_400.0;
/// Half-lives that are tried, in days.
const HALF_LIVES: [f64; 5] = [4.0, 10.0, 30.0, 90.0, 365.0];
/// Likenesses that are tried.
const CHAINS: [&[Likeness]; 6] = [
    &[],
    &[Likeness::Kind],
    &[Likeness::Team],
    &[Likeness::Team, Likeness::Kind],
    &[Likeness::Kind, Likeness::Size],
    &[Likeness::Team, Likeness::Person, Likeness::Size, Likeness::SizeInTeam],
];
const ALL: [Likeness; 5] =
    [Likeness::Team, Likeness::Kind, Likeness::Person, Likeness::Size, Likeness::SizeInTeam];
/// A thing is judged at so many ages of the past's own quantiles, and at two beyond them.
const AGES: usize = 12;
/// With fewer ended things there is nothing to take the ages from.
const LEAST_ENDED: usize = 30;
/// Until so many shares are judged one model is listened to whatever it says.
const LEAST_JUDGED: usize = 200;
const AT_FIRST: Model = Model { half_life_days: 30.0, likenesses: CHAINS[CHAINS.len() - 1] };

/// Models, and how well each said what came.
#[derive(Debug, Clone)]
pub struct Choice {
    models: Vec<Model>,
    /// The sum of squared differences of each.
    losses: Vec<f64>,
    judged: usize,
    /// What was said and is not yet known, by the instant at which it is.
    waiting: BTreeMap<(i64, usize), Said>,
    asked: usize,
}

/// What the models said of one thing and age.
#[derive(Debug, Clone)]
struct Said {
    /// By model, the share that lasts beyond the age.
    beyond: Vec<f64>,
    lasts: bool,
}

impl Default for Choice {
    fn default() -> Self {
        let models = HALF_LIVES.into_iter().flat_map(|half_life_days| {
            CHAINS.into_iter().map(move |likenesses| Model { half_life_days, likenesses })
        });
        let models: Vec<Model> = models.collect();
        let losses = vec![0.0; models.len()];
        Self { models, losses, judged: 0, waiting: BTreeMap::new(), asked: 0 }
    }
}

impl Choice {
    /// Lets each model say how a thing goes on that has reached an age, in days, at an instant; whether it did is counted
    /// once it is known. `ends` is when the thing ends, and when it was given up, if either is so.
    pub fn ask(
        &mut self,
        known: &Known<'_>,
        at: i64,
        thing: &Traits,
        age: f64,
        (to, given_up): (Option<i64>, Option<i64>),
    ) {
        let ended = known.ended_ages();
        let ended = &ended[ended.partition_point(|a| age > 0.0 && *a <= age)..];
        if ended.len() < LEAST_ENDED {
            return;
        }
        let ages = ages_of(ended);
        let courses = courses_of(&self.models, known, thing, age, &ages);
        for (place, reached) in ages.iter().enumerate() {
            let passes = at + whole_seconds((reached - age) * DAY);
            if given_up.is_some_and(|when| when <= passes) {
                // Nobody will know whether it would have lasted.
                break;
            }
            let beyond = courses.iter().map(|course| course[place]).collect();
            let said = Said { beyond, lasts: to.is_none_or(|to| to > passes) };
            self.waiting.insert((passes, self.asked), said);
            self.asked += 1;
        }
    }

    /// Counts what is known at an instant.
    pub fn settle(&mut self, at: i64) {
        while let Some(first) = self.waiting.first_entry().filter(|first| first.key().0 < at) {
            let said = first.remove();
            let truth = if said.lasts { 1.0 } else { 0.0 };
            for (loss, beyond) in self.losses.iter_mut().zip(&said.beyond) {
                *loss += (beyond - truth) * (beyond - truth);
            }
            self.judged += 1;
        }
    }

    /// The model that said best what came; before enough came, one of middling memory with all likenesses.
    pub fn best(&self) -> Model {
        let losses = self.models.iter().zip(&self.losses).filter(|_| self.judged >= LEAST_JUDGED);
        losses.min_by(|a, b| a.1.total_cmp(b.1)).map_or(AT_FIRST, |(model, _)| *model)
    }

    /// Each model with its score so far, the best first: the mean squared difference, 0 to 1, less is better; none
    /// before anything is known. Of models that said the same of everything only the simplest is told.
    pub fn scores(&self) -> Vec<(Model, f64)> {
        if self.judged == 0 {
            return Vec::new();
        }
        let scored = self.models.iter().zip(&self.losses);
        let mut scores: Vec<(Model, f64)> =
            scored.map(|(model, loss)| (*model, loss / real(self.judged))).collect();
        scores.sort_by(|a, b| a.1.total_cmp(&b.1));
        let half_life = |model: &Model| model.half_life_days;
        scores.dedup_by(|b, a| {
            a.1.total_cmp(&b.1).is_eq() && half_life(&a.0).total_cmp(&half_life(&b.0)).is_eq()
        });
        scores
    }
}

/// By model, the share that lasts beyond each age. Models that differ only by what is not known yet say the same.
fn courses_of(
    models: &[Model],
    known: &Known<'_>,
    thing: &Traits,
    age: f64,
    ages: &[f64],
) -> Vec<Vec<f64>> {
    let told = ALL.map(|likeness| known.tells(likeness));
    let mut said: Vec<(f64, Vec<bool>, Vec<f64>)> = Vec::new();
    let course = |model: &Model| {
        let goes_by = ALL.iter().zip(told);
        let goes_by = goes_by.map(|(likeness, told)| told && model.likenesses.contains(likeness));
        let goes_by: Vec<bool> = goes_by.collect();
        let same = |(days, by, _): &&(f64, Vec<bool>, Vec<f64>)| {
            days.total_cmp(&model.half_life_days).is_eq() && *by == goes_by
        };
        if let Some((.., beyond)) = said.iter().find(same) {
            return beyond.clone();
        }
        let beyond = known.course(model, thing, age).beyond(ages);
        said.push((model.half_life_days, goes_by, beyond.clone()));
        beyond
    };
    models.iter().map(course).collect()
}

/// Ages from the past's own quantiles, and two beyond the last of these: ascending.
fn ages_of(ended: &[f64]) -> Vec<f64> {
    let at =
        |part: usize| ended[index(real(part) / real(AGES + 1) * real(ended.len()), ended.len())];
    let mut ages: Vec<f64> = (1..=AGES).map(at).collect();
    let last = ages.last().copied().unwrap_or(0.0);
    ages.extend([last * 1.5, last * 2.5]);
    ages.dedup();
    ages
}
