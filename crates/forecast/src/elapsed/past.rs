//! Things that began and may have ended, and what was known of them at an instant.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Course, LEANING, Level, Likeness, Model};
use crate::effort::Alike;
use crate::number::real_seconds;

const DAY: f64 = 86_400.0;
/// Sizes apart by a factor of two are alike by 0.6: the width of a bell over the logarithm of the estimate.
const SIZE_WIDTH: f64 = 0.7;
/// Sizes are told apart in steps of so much of it.
const SIZE_STEP: f64 = 0.05;

/// Something that began, and may have ended or been given up. Seconds since 1970, UTC.
#[derive(Debug, Clone, Copy)]
struct Thing {
    from: i64,
    to: Option<i64>,
    given_up: Option<i64>,
    traits: Traits,
}

/// What a thing is like: numbers for its names and for its estimate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Traits {
    team: Option<usize>,
    kind: Option<usize>,
    person: Option<usize>,
    size: Option<usize>,
}

impl Traits {
    /// Those that a model looks at.
    fn seen_by(self, model: &Model) -> Self {
        let mut seen = Self::default();
        for likeness in model.likenesses {
            match likeness {
                Likeness::Team => seen.team = self.team,
                Likeness::Kind => seen.kind = self.kind,
                Likeness::Person => seen.person = self.person,
                Likeness::Size => seen.size = self.size,
                Likeness::SizeInTeam => (seen.team, seen.size) = (self.team, self.size),
            }
        }
        seen
    }
}

/// Things in the order in which they were told.
#[derive(Debug, Clone, Default)]
pub struct Past {
    things: Vec<Thing>,
    names: BTreeMap<String, usize>,
    /// The logarithms of the estimates in steps, and their numbers by the bits of the step.
    sizes: Vec<f64>,
    size_numbers: BTreeMap<u64, usize>,
}

impl Past {
    /// Takes in a thing: when it began and ended, seconds since 1970, UTC. Empty names are unknown, estimates that are
    /// not above zero too. The things are numbered from 0 in the order of telling.
    pub fn add(&mut self, from: i64, to: Option<i64>, like: Alike<'_>, estimate: Option<f64>) {
        let mut number = |name: &str| {
            let next = self.names.len();
            (!name.is_empty()).then(|| *self.names.entry(name.to_owned()).or_insert(next))
        };
        let size = estimate.filter(|e| *e > 0.0 && e.is_finite()).map(|estimate| {
            let step = libm::round(libm::log(estimate) / SIZE_STEP);
            *self.size_numbers.entry(step.to_bits()).or_insert_with(|| {
                self.sizes.push(step * SIZE_STEP);
                self.sizes.len() - 1
            })
        });
        let (team, kind) = (number(like.group), number(like.kind));
        let traits = Traits { team, kind, person: number(like.person), size };
        self.things.push(Thing { from, to, given_up: None, traits });
    }

    /// The thing that was told last was given up, at an instant in seconds since 1970, UTC: from then on nobody knows how
    /// long it would have lasted. Ending and being given up compete; as long as a thing was not given up it tells of those
    /// that are not either (Prentice and others, Biometrics 34, 1978, on cause-specific hazards).
    pub fn give_up(&mut self, when: i64) {
        if let Some(last) = self.things.last_mut() {
            last.given_up = Some(when);
        }
    }

    /// All that is known of a thing.
    ///
    /// # Panics
    /// When no such thing was told.
    pub fn all_traits(&self, thing: usize) -> Traits {
        self.things[thing].traits
    }

    /// What a model looks at in a thing: things of which it is the same go on in the same way.
    ///
    /// # Panics
    /// When no such thing was told.
    pub fn traits(&self, model: &Model, thing: usize) -> Traits {
        self.things[thing].traits.seen_by(model)
    }

    /// What a model looks at in a thing that is not told: what the past never heard of is unknown, and of sizes the nearest
    /// one stands in.
    pub fn traits_like(&self, model: &Model, like: Alike<'_>, estimate: Option<f64>) -> Traits {
        let named = |name: &str| self.names.get(name).copied();
        let size = estimate.filter(|e| *e > 0.0 && e.is_finite()).map(libm::log);
        let size = size.and_then(|size| {
            let apart = |other: &f64| (other - size).abs();
            let sizes = self.sizes.iter().enumerate();
            let nearest = sizes.min_by(|a, b| apart(a.1).total_cmp(&apart(b.1)));
            nearest.map(|(number, _)| number)
        });
        let (team, kind, person) = (named(like.group), named(like.kind), named(like.person));
        Traits { team, kind, person, size }.seen_by(model)
    }

    /// When each thing began, and which it is, in the order in which they began.
    pub fn begun(&self) -> Vec<(i64, usize)> {
        let mut begun: Vec<(i64, usize)> =
            self.things.iter().zip(0..).map(|(thing, place)| (thing.from, place)).collect();
        begun.sort_unstable();
        begun
    }

    /// When a thing ended, if it did.
    ///
    /// # Panics
    /// When no such thing was told.
    pub fn ended(&self, thing: usize) -> Option<i64> {
        self.things[thing].to
    }

    /// When a thing was given up, if it was.
    ///
    /// # Panics
    /// When no such thing was told.
    pub fn given_up(&self, thing: usize) -> Option<i64> {
        self.things[thing].given_up
    }

    /// How much each size is like one: 0 to 1.
    fn like_size(&self, size: Option<usize>) -> Vec<f64> {
        let Some(size) = size else { return vec![0.0; self.sizes.len()] };
        let alike = |other: &f64| {
            let apart = (self.sizes[size] - other) / SIZE_WIDTH;
            libm::exp(-0.5 * apart * apart)
        };
        self.sizes.iter().map(alike).collect()
    }

    /// What was known at an instant: what began later is not there yet, what ended later is still open.
    pub fn at(&self, at: i64) -> Known<'_> {
        let begun = self.things.iter().enumerate().filter(|(_, thing)| thing.from < at);
        let watched = begun.map(|(place, thing)| {
            let ended = thing.to.filter(|to| *to < at);
            let days = |seconds: i64| real_seconds(seconds.max(0)) / DAY;
            let given_up = thing.given_up.filter(|when| *when < at);
            let age = days(ended.or(given_up).unwrap_or(at) - thing.from);
            Watched { age, ended: ended.is_some(), since: days(at - thing.from), place }
        });
        let mut watched: Vec<Watched> = watched.collect();
        watched.sort_by(|a, b| a.age.total_cmp(&b.age).then(a.place.cmp(&b.place)));
        Known { past: self, watched, fadings: RefCell::default() }
    }
}

/// A thing as it was known.
#[derive(Debug, Clone, Copy)]
struct Watched {
    /// How old it got, or is.
    age: f64,
    ended: bool,
    /// How long ago it began.
    since: f64,
    place: usize,
}

/// What was known at an instant.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    past: &'a Past,
    /// Ascending by age.
    watched: Vec<Watched>,
    /// By half-life, as they are asked for.
    fadings: RefCell<Vec<(f64, Rc<Fading>)>>,
}

/// How what lies back counts less.
#[derive(Debug, Clone)]
struct Fading {
    /// By how much each watched thing counts at the age it reached.
    weights: Vec<f64>,
    /// At the age of each all older ones lie so much further back than at the next one's.
    steps: Vec<f64>,
}

impl Known<'_> {
    /// Whether anything known has what a likeness goes by.
    pub fn tells(&self, likeness: Likeness) -> bool {
        self.watched.iter().any(|w| is_told(likeness, &self.past.things[w.place].traits))
    }

    /// The ages at which things had ended, ascending, in days.
    pub fn ended_ages(&self) -> Vec<f64> {
        self.watched.iter().filter(|w| w.ended).map(|w| w.age).collect()
    }

    /// How a thing with such traits goes on that has reached an age, in days; 0 for one that just began and may end at
    /// once.
    pub fn course(&self, model: &Model, traits: &Traits, age: f64) -> Course {
        let mut course = self.hazards(model, traits, age);
        for level in &mut course.levels {
            let mut share = 1.0;
            for hazard in &mut level.beyond {
                share *= 1.0 - hazard.min(1.0);
                *hazard = share;
            }
        }
        course
    }

    /// How what lies back counts less, by a half-life.
    fn fading(&self, half_life_days: f64) -> Rc<Fading> {
        let mut kept = self.fadings.borrow_mut();
        let same = |(days, _): &&(f64, Rc<Fading>)| days.total_cmp(&half_life_days).is_eq();
        if let Some((_, fading)) = kept.iter().find(same) {
            return Rc::clone(fading);
        }
        let left = |days: f64| libm::exp2(-days / half_life_days);
        let weights = self.watched.iter().map(|w| left(w.since - w.age)).collect();
        let next = self.watched.iter().skip(1).map(|w| w.age).chain([f64::INFINITY]);
        let apart = self.watched.iter().zip(next).map(|(w, next)| next - w.age);
        let steps = apart.map(|days| if days > 0.0 { left(days) } else { 1.0 }).collect();
        let fading = Rc::new(Fading { weights, steps });
        kept.push((half_life_days, Rc::clone(&fading)));
        fading
    }

    /// The course with, in place of the share that lasts, the share that ends at each age of those who reach it.
    fn hazards(&self, model: &Model, traits: &Traits, from: f64) -> Course {
        let ended = self.watched.iter().filter(|w| w.ended).count();
        let levels = model.likenesses.len() + 2;
        let mut course = Course { ages: Vec::new(), levels: Vec::new(), ended };
        course.levels = vec![Level { beyond: Vec::new(), watched: Vec::new() }; levels];
        let fading = self.fading(model.half_life_days);
        let like_size = self.past.like_size(traits.size);
        // From the oldest down, so that whoever is watched at an age is summed already.
        let mut at = Sums { watched: vec![0.0; levels], ends: vec![0.0; levels] };
        let first = if from > 0.0 { self.watched.partition_point(|w| w.age <= from) } else { 0 };
        for (place, seen) in self.watched.iter().enumerate().skip(first).rev() {
            let other = &self.past.things[seen.place].traits;
            at.fade(fading.steps[place]);
            at.add(0, 1.0, seen.ended);
            let weight = fading.weights[place];
            at.add(1, weight, seen.ended);
            for (level, likeness) in (2..).zip(model.likenesses) {
                let alike = alike(*likeness, traits, other, &like_size);
                at.add(level, alike * weight, seen.ended);
            }
            let is_first_so_old = place == first || self.watched[place - 1].age < seen.age;
            if is_first_so_old && at.ends[0] > 0.0 {
                course.ages.push(seen.age);
                at.close(&mut course.levels);
            }
        }
        course.ages.reverse();
        for level in &mut course.levels {
            level.beyond.reverse();
            level.watched.reverse();
        }
        course
    }
}

/// By level: how many are watched at an age, and how many end there.
#[derive(Debug)]
struct Sums {
    watched: Vec<f64>,
    ends: Vec<f64>,
}

impl Sums {
    /// At an earlier age the same things lie further back; what happened ever does not fade.
    fn fade(&mut self, left: f64) {
        if left < 1.0 {
            self.watched[1..].iter_mut().for_each(|sum| *sum *= left);
        }
    }

    fn add(&mut self, level: usize, weight: f64, ends: bool) {
        self.watched[level] += weight;
        if ends {
            self.ends[level] += weight;
        }
    }

    /// Writes down the share that ends on each level, each leaning on the one before it, and begins the next age.
    fn close(&mut self, levels: &mut [Level]) {
        let mut hazard = 0.0;
        for (number, level) in levels.iter_mut().enumerate() {
            let leaning = if number == 0 { 0.0 } else { LEANING };
            hazard = (leaning * hazard + self.ends[number]) / (leaning + self.watched[number]);
            level.beyond.push(hazard);
            level.watched.push(self.watched[number]);
        }
        self.ends.fill(0.0);
    }
}

/// How much two things are alike in some way, from 0 to 1; unknown is like nothing.
fn alike(likeness: Likeness, one: &Traits, other: &Traits, like_size: &[f64]) -> f64 {
    let same = |a: Option<usize>, b: Option<usize>| if a.is_some() && a == b { 1.0 } else { 0.0 };
    let size = || other.size.map_or(0.0, |size| like_size[size]);
    match likeness {
        Likeness::Team => same(one.team, other.team),
        Likeness::Kind => same(one.kind, other.kind),
        Likeness::Person => same(one.person, other.person),
        Likeness::Size => size(),
        Likeness::SizeInTeam => same(one.team, other.team) * size(),
    }
}

/// Whether a thing has what a likeness goes by.
fn is_told(likeness: Likeness, traits: &Traits) -> bool {
    match likeness {
        Likeness::Team => traits.team.is_some(),
        Likeness::Kind => traits.kind.is_some(),
        Likeness::Person => traits.person.is_some(),
        Likeness::Size => traits.size.is_some(),
        Likeness::SizeInTeam => traits.team.is_some() && traits.size.is_some(),
    }
}
