//! By team, kind of work and days ahead: whether as much held as was said.

use askama::filters::Safe;
use forecast::backtest::LEVELS;
use forecast::scorecard::{Share, Split};
use service::backtest::Matter;

use super::{Section, Table, Telling, USUAL, Verdict, seen};
use crate::drawing::share::{Group, rows};

/// Fewer cases of a group say little of it.
pub(super) const LEAST: usize = 20;
/// The most groups that are drawn; all are in the figures.
const MOST_DRAWN: usize = 10;
/// The longest name in a drawing.
const MOST_LETTERS: usize = 18;
/// The most groups that are named in a sentence.
const MOST_NAMED: usize = 4;

impl Telling<'_> {
    /// A part for each split of which there are two groups.
    pub(super) fn groups(&self) -> Vec<Section> {
        let t = self.voice.t();
        let of_team = match self.backtest.matter {
            Matter::Promise => t.backtest_customer(),
            Matter::Elapsed | Matter::Remaining | Matter::Effort => t.backtest_team(),
        };
        let splits = [
            ("teams", Split::Team, of_team),
            ("kinds", Split::Kind, t.backtest_kind()),
            ("ahead", Split::Horizon, t.backtest_horizon()),
        ];
        splits.into_iter().filter_map(|(id, split, name)| self.group(id, split, name)).collect()
    }

    /// The groups of a split with enough cases, and how many have too few.
    pub(super) fn enough(&self, split: Split) -> (Vec<(&str, Share)>, usize) {
        let of_split = self.backtest.card.by.iter().filter(|((of, _), _)| *of == split);
        let all = of_split.map(|((_, name), held)| (name.as_str(), held.shares[USUAL]));
        let (enough, few): (Vec<_>, Vec<_>) = all.partition(|(_, share)| share.of >= LEAST);
        (enough, few.len())
    }

    fn group(&self, id: &'static str, split: Split, heading: &'static str) -> Option<Section> {
        let (voice, t) = (self.voice, self.voice.t());
        let (mut enough, few) = self.enough(split);
        if enough.len() < 2 {
            return None;
        }
        if split == Split::Horizon {
            enough.sort_by_key(|(name, _)| place_of(name));
        } else {
            enough.sort_by(|a, b| b.1.of.cmp(&a.1.of).then(a.0.cmp(b.0)));
        }
        let named = enough.iter().map(|(name, share)| (self.named(split, name), *share));
        let named: Vec<(String, Share)> = named.collect();
        let mut said = self.judged(&named);
        let more = named.len().saturating_sub(MOST_DRAWN);
        if more > 0 {
            said.push(t.backtest_groups_more(&self.count(more)));
        }
        if few > 0 {
            said.push(t.backtest_groups_small(few, &self.count(few), &self.count(LEAST)));
        }
        let drawn = named.iter().take(MOST_DRAWN).map(|(name, share)| Group {
            name: shortened(name),
            said: self.percent(*share),
            seen: seen(*share),
        });
        let drawn: Vec<Group> = drawn.collect();
        let title = drawn.iter().map(|group| format!("{} {}", group.name, group.said));
        let title = format!("{heading}: {}", title.collect::<Vec<_>>().join("; "));
        let percent = |at| voice.lang.percent(at);
        let usual = self.usual();
        let aim = (LEVELS[USUAL], usual.as_str());
        let figure = rows(&format!("{id}-t"), &title, &drawn, aim, percent);
        Some(Section {
            id,
            heading,
            note: t.backtest_chosen(&self.usual()),
            said,
            figure: Some(Safe(figure)),
            is_half: true,
            table: Some(self.table(t.backtest_group(), &named)),
            ..Section::default()
        })
    }

    /// A sentence for what held too seldom, one for what held too often; or that all is well.
    pub(super) fn judged(&self, named: &[(String, Share)]) -> Vec<String> {
        let t = self.voice.t();
        let of_verdict = |wanted: Verdict| {
            let mut some: Vec<_> = named
                .iter()
                .filter(|(_, share)| Verdict::of(*share, LEVELS[USUAL]) == wanted)
                .collect();
            let off = |share: Share| (share.value().unwrap_or(0.0) - LEVELS[USUAL]).abs();
            some.sort_by(|a, b| off(b.1).total_cmp(&off(a.1)));
            let left = some.len().saturating_sub(MOST_NAMED);
            let some = some.into_iter().take(MOST_NAMED);
            let mut names: Vec<String> =
                some.map(|(name, share)| format!("{name} ({})", self.percent(*share))).collect();
            if left > 0 {
                names.push(format!("+{}", self.count(left)));
            }
            names
        };
        let (bold, careful) = (of_verdict(Verdict::Bold), of_verdict(Verdict::Careful));
        let mut said = Vec::new();
        if bold.is_empty() && careful.is_empty() {
            said.push(t.backtest_groups_good(&self.voice.lang.count_word(named.len())));
        }
        if !bold.is_empty() {
            said.push(t.backtest_groups_bold(&self.listed(&bold)));
        }
        if !careful.is_empty() {
            said.push(t.backtest_groups_careful(&self.listed(&careful)));
        }
        said
    }

    pub(super) fn table(&self, first: &str, named: &[(String, Share)]) -> Table {
        let t = self.voice.t();
        let head = [first, t.backtest_held(), t.backtest_share(), t.backtest_between()];
        let row = |(name, share): &(String, Share)| {
            vec![name.clone(), self.of(*share), self.percent(*share), self.between(*share)]
        };
        Table { head: head.map(str::to_owned).to_vec(), rows: named.iter().map(row).collect() }
    }

    /// A group as a page calls it.
    fn named(&self, split: Split, name: &str) -> String {
        let t = self.voice.t();
        match split {
            Split::Team | Split::Kind | Split::Month => name.to_owned(),
            Split::Horizon => match place_of(name) {
                0 => t.backtest_horizon_until(&2),
                place @ 1..=4 => t.backtest_horizon_from(&(BOUNDS[place - 1] + 1), &BOUNDS[place]),
                _ => t.backtest_horizon_beyond(&BOUNDS[BOUNDS.len() - 1]),
            },
        }
    }
}

/// A name for a drawing: there is room for so much of it on a phone.
fn shortened(name: &str) -> String {
    if name.chars().count() <= MOST_LETTERS {
        return name.to_owned();
    }
    let first: String = name.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", first.trim_end())
}

/// To how many days ahead the groups by days ahead reach.
const BOUNDS: [u32; 5] = [2, 7, 14, 30, 60];

/// Which of the groups by days ahead it is: they are named by their bound, the last one as beyond.
fn place_of(name: &str) -> usize {
    let bound = name.strip_prefix('≤').and_then(|bound| bound.trim().parse().ok());
    bound.and_then(|bound: u32| BOUNDS.iter().position(|at| *at == bound)).unwrap_or(BOUNDS.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_ahead_stand_in_their_order() {
        let places = ["≤ 2", "≤ 7", "≤14", "≤30", "≤60", "≥60"].map(place_of);
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
    }
}
