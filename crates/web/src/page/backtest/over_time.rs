//! Over time: month by month, when it did not hold, and what it went by in the end.

use askama::filters::Safe;
use forecast::backtest::LEVELS;
use forecast::drift::{Direction, Drift};
use forecast::elapsed::{Likeness, Model};
use forecast::scorecard::{Share, Split};
use jiff::civil::Date;
use service::backtest::Matter;
use service::plan::percent;

use super::{Section, Table, Telling, USUAL, seen};
use crate::drawing::share::{Step, over_time};

/// So many months are drawn.
const MOST_MONTHS: usize = 12;
/// So many stretches of time are told.
const MOST_DRIFTS: usize = 6;
/// The chosen model and the runners-up that are told.
const MOST_MODELS: usize = 4;

impl Telling<'_> {
    /// Month by month; nothing when there are no three of them.
    pub(super) fn months(&self) -> Option<Section> {
        let (voice, t) = (self.voice, self.voice.t());
        let (enough, few) = self.enough(Split::Month);
        if enough.len() < 3 {
            return None;
        }
        let dated = enough
            .iter()
            .filter_map(|(name, share)| Some((format!("{name}-01").parse::<Date>().ok()?, *share)));
        let dated: Vec<(Date, Share)> = dated.collect();
        let named: Vec<_> = dated.iter().map(|(date, share)| (self.month(*date), *share)).collect();
        let first = dated.len().saturating_sub(MOST_MONTHS);
        let mut said = self.judged(&named[first..]);
        if first > 0 {
            said.push(t.backtest_months_of(&voice.lang.count_word(MOST_MONTHS)));
        }
        if few > 0 {
            let least = self.count(super::groups::LEAST);
            said.push(t.backtest_groups_small(few, &self.count(few), &least));
        }
        let drawn = &dated[first..];
        let middle = (drawn.len() - 1) / 2;
        let steps = drawn.iter().enumerate().map(|(place, (date, share))| {
            let is_named = [0, middle, drawn.len() - 1].contains(&place);
            let name = is_named.then(|| short_month(voice.lang, *date));
            Step { name: name.unwrap_or_default(), seen: seen(*share) }
        });
        let title = drawn.iter();
        let title =
            title.map(|(date, share)| format!("{} {}", self.month(*date), self.percent(*share)));
        let title = title.collect::<Vec<_>>().join("; ");
        let usual = self.usual();
        let (steps, aim): (Vec<Step>, _) = (steps.collect(), (LEVELS[USUAL], usual.as_str()));
        let figure = over_time("months-t", &title, &steps, aim, |at| voice.lang.percent(at));
        Some(Section {
            id: "months",
            heading: t.backtest_month(),
            note: t.backtest_month_note(&usual),
            said,
            figure: Some(Safe(figure)),
            table: Some(self.table(t.backtest_month_name(), &named)),
            ..Section::default()
        })
    }

    /// When what was called 85% did not hold.
    pub(super) fn drift(&self) -> Section {
        let t = self.voice.t();
        let drifts = self.backtest.card.drifts.iter();
        let usual = drifts.filter(|(level, _)| (level - LEVELS[USUAL]).abs() < f64::EPSILON);
        let usual: Vec<&Drift> = usual.map(|(_, drift)| drift).collect();
        let older = usual.len().saturating_sub(MOST_DRIFTS);
        let mut said: Vec<String> =
            usual[older..].iter().map(|drift| self.drifted(drift)).collect();
        if usual.is_empty() {
            said.push(t.backtest_drift_none(&self.usual(), &self.what()));
        }
        if older > 0 {
            said.push(t.backtest_drift_older(older, &self.count(older)));
        }
        Section {
            id: "drift",
            heading: t.backtest_drift(),
            note: t.backtest_chosen(&self.usual()),
            said,
            ..Section::default()
        }
    }

    fn drifted(&self, drift: &Drift) -> String {
        let t = self.voice.t();
        let since = self.day(drift.since);
        let when = match drift.until {
            Some(until) => t.backtest_from_to(&since, &self.day(until)),
            None => t.backtest_since(&since),
        };
        let share = Share { held: drift.held.0, of: drift.held.1 };
        let (low, high) = share.interval();
        let (low, high) = (percent(low), percent(high));
        let (held, of) = (self.percent(share), self.count(share.of));
        match drift.direction {
            Direction::Short => t.backtest_drift_short(&when, &held, &of, &low, &high),
            Direction::Long => t.backtest_drift_long(&when, &held, &of, &low, &high),
        }
    }

    /// What it went by in the end, and what was nearly as good.
    pub(super) fn model(&self) -> Option<Section> {
        let (voice, t) = (self.voice, self.voice.t());
        let models = self.backtest.card.models.iter().take(MOST_MODELS);
        let (best, least) = models.clone().next().filter(|(_, error)| *error > 0.0)?;
        let rows = models.enumerate().map(|(place, (model, error))| {
            let more = percent(error / least - 1.0);
            let error = match place {
                0 => t.backtest_error_best().to_owned(),
                _ if more == 0 => t.backtest_error_hardly().to_owned(),
                _ => t.backtest_error_more(&voice.lang.percent(more)),
            };
            vec![texts::figure::capital(&self.way_of(model)), error]
        });
        let head = vec![t.backtest_way().to_owned(), t.backtest_error().to_owned()];
        Some(Section {
            id: "model",
            heading: t.backtest_model(),
            note: t.backtest_model_note().to_owned(),
            said: vec![t.backtest_model_best(&self.way_of(best))],
            table: Some(Table { head, rows: rows.collect() }),
            is_open: true,
            footnote: Some(t.backtest_model_read()),
            ..Section::default()
        })
    }

    /// A model in words.
    fn way_of(&self, model: &Model) -> String {
        let t = self.voice.t();
        let names = model.likenesses.iter().map(|likeness| match likeness {
            Likeness::Team if self.backtest.matter == Matter::Promise => {
                t.backtest_customer_alike()
            }
            Likeness::Team => t.backtest_team_alike(),
            Likeness::Kind => t.backtest_kind_alike(),
            Likeness::Person => t.backtest_person_alike(),
            Likeness::Size | Likeness::SizeInTeam => t.backtest_size_alike(),
        });
        let mut told: Vec<String> = Vec::new();
        for name in names {
            if !told.iter().any(|other| other == name) {
                told.push(name.to_owned());
            }
        }
        let by =
            if told.is_empty() { t.backtest_all_alike().to_owned() } else { self.listed(&told) };
        let days = self.voice.lang.decimal(model.half_life_days);
        format!("{by}; {}", t.backtest_half_life(&days))
    }
}

/// A month on an axis, with its year in two figures.
fn short_month(lang: texts::Lang, date: Date) -> String {
    let day = lang.axis_day(date);
    let month = day.split_once(' ').map_or(day.as_str(), |(_, month)| month);
    let month: String = month.chars().take(3).collect();
    format!("{month} {}", date.year())
}
