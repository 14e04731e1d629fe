//! How sure is sure, and where the ends fell within what was thought likely.

use askama::filters::Safe;
use forecast::backtest::LEVELS;

use super::{Section, Table, Telling, USUAL, Verdict, seen};
use crate::drawing::share::{Names, calibration};
use crate::drawing::spread::columns;

/// Steps of the spread that are told: tenths.
const TENTHS: usize = 10;
/// The ends of the spread together hold a fifth of what falls evenly; so much more or less is told, if it is beyond
/// chance.
const MARKED: f64 = 0.03;
/// The middle of the spread is at a half of what falls evenly; so far off is told, if it is beyond chance.
const ASIDE: f64 = 0.02;

impl Telling<'_> {
    pub(super) fn levels(&self) -> Section {
        let (voice, t, all) = (self.voice, self.voice.t(), &self.backtest.card.all);
        let told = LEVELS.iter().zip(all.shares).filter(|(_, share)| share.of > 0);
        let of_verdict = |wanted: Verdict| {
            let some = told.clone().filter(|(level, share)| Verdict::of(*share, **level) == wanted);
            some.map(|(level, _)| self.level(*level)).collect::<Vec<_>>()
        };
        let (bold, careful) = (of_verdict(Verdict::Bold), of_verdict(Verdict::Careful));
        let mut said = Vec::new();
        if bold.is_empty() && careful.is_empty() {
            said.push(t.backtest_levels_good().to_owned());
        }
        if !bold.is_empty() {
            said.push(t.backtest_bold_at(&self.listed(&bold)));
        }
        if !careful.is_empty() {
            said.push(t.backtest_careful_at(&self.listed(&careful)));
        }
        let usual = self.usual();
        let refused = self.part(all.undefined[USUAL]);
        said.extend(refused.map(|part| t.backtest_refused_said(&usual, &part)));
        let open = self.part(all.open[USUAL]);
        said.extend(open.map(|part| t.backtest_open_said(&usual, &part)));
        let title = told
            .clone()
            .map(|(level, share)| t.backtest_levels_of(&self.level(*level), &self.percent(share)));
        let title = title.collect::<Vec<_>>().join("; ");
        let drawn: Vec<_> = told.clone().map(|(level, share)| (*level, seen(share))).collect();
        let names =
            Names { title: &title, across: t.backtest_axis_said(), up: t.backtest_axis_held() };
        let figure = calibration("levels-t", names, &drawn, |at| voice.lang.percent(at));
        Section {
            id: "levels",
            heading: t.backtest_levels(),
            note: t.backtest_levels_note().to_owned(),
            said,
            figure: Some(Safe(figure)),
            is_half: true,
            caption: Some(t.backtest_levels_caption()),
            table: Some(self.levels_table()),
            ..Section::default()
        }
    }

    fn levels_table(&self) -> Table {
        let (t, all) = (self.voice.t(), &self.backtest.card.all);
        let head = [
            t.backtest_level(),
            t.backtest_held(),
            t.backtest_share(),
            t.backtest_between(),
            t.backtest_not_promised(),
            t.backtest_open(),
        ];
        let row = |(place, level): (usize, &f64)| {
            let share = all.shares[place];
            vec![
                self.level(*level),
                self.of(share),
                self.percent(share),
                self.between(share),
                self.count(all.undefined[place]),
                self.count(all.open[place]),
            ]
        };
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: LEVELS.iter().enumerate().map(row).collect(),
        }
    }

    /// Where the ends fell; nothing when too few did.
    pub(super) fn spread(&self) -> Option<Section> {
        let (voice, t) = (self.voice, self.voice.t());
        let pit = &self.backtest.card.pit;
        let all: f64 = pit.iter().sum();
        if all < 8.0 {
            return None;
        }
        let steps = pit.len() / TENTHS;
        let shares: Vec<f64> =
            pit.chunks(steps.max(1)).map(|some| some.iter().sum::<f64>() / all).collect();
        let percents: Vec<String> =
            shares.iter().map(|share| voice.lang.percent(service::plan::percent(*share))).collect();
        let ends = shares.first().copied().unwrap_or(0.0) + shares.last().copied().unwrap_or(0.0);
        let places = (0..TENTHS).map(|tenth| f64::from(u32::try_from(tenth).unwrap_or(0)) + 0.5);
        let middle: f64 = places.zip(&shares).map(|(at, share)| at / 10.0 * share).sum();
        // Twice the standard error of each, were it even.
        let aside = ASIDE.max(2.0 * (1.0 / 12.0 / all).sqrt());
        let marked = MARKED.max(2.0 * (0.2 * 0.8 / all).sqrt());
        let said = if middle < 0.5 - aside {
            t.backtest_spread_early()
        } else if middle > 0.5 + aside {
            t.backtest_spread_late()
        } else if ends > 0.2 + marked {
            t.backtest_spread_ends()
        } else if ends < 0.2 - marked {
            t.backtest_spread_middle()
        } else {
            t.backtest_spread_even()
        };
        let title = t.backtest_spread_title(&percents.join(", "));
        let tenth = voice.lang.percent(10);
        let names = (t.backtest_spread_first(), t.backtest_spread_last(), tenth.as_str());
        let rows = percents.into_iter().enumerate();
        let rows = rows.map(|(place, share)| vec![(place + 1).to_string(), share]);
        let head = vec![t.backtest_spread_tenth().to_owned(), t.backtest_share().to_owned()];
        Some(Section {
            id: "spread",
            heading: t.backtest_spread(),
            note: t.backtest_spread_note().to_owned(),
            said: vec![said.to_owned()],
            figure: Some(Safe(columns("spread-t", &title, &shares, names))),
            is_half: true,
            caption: Some(t.backtest_spread_expected()),
            table: Some(Table { head, rows: rows.collect() }),
            ..Section::default()
        })
    }
}
