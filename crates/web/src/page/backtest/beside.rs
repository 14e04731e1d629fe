//! Beside what else could have been said: plainer ways, and the dates that were really given.

use askama::filters::Safe;
use forecast::scorecard::{self, Baseline, ON_TIME_DAYS, Sandbagging};
use service::backtest::{LEAST, Matter};
use service::plan::percent;

use super::{Section, Table, Telling};
use crate::drawing::spread::{Dates, bars, key};

/// Losses so near to each other are the same.
const SAME: f64 = 0.02;

impl Telling<'_> {
    fn way(&self, baseline: Baseline) -> &'static str {
        let t = self.voice.t();
        match (baseline, self.backtest.matter) {
            (Baseline::Given, Matter::Effort) => t.backtest_way_given_hours(),
            (Baseline::Given, Matter::Elapsed | Matter::Remaining | Matter::Promise) => {
                t.backtest_way_given()
            }
            (Baseline::MeanRatio, _) => t.backtest_way_mean(),
            (Baseline::ClosedOnly, _) => t.backtest_way_closed(),
            (Baseline::Throughput, _) => t.backtest_way_throughput(),
        }
    }

    /// The plainer ways, the best rival named, also where it is better.
    pub(super) fn beside(&self) -> Option<Section> {
        let (lang, t) = (self.voice.lang, self.voice.t());
        let all = self.backtest.card.beside.iter().filter(|beside| beside.held.of >= LEAST);
        let rivals = all.clone().filter_map(|beside| Some((beside.pinball?, beside)));
        let (ratio, best) = rivals.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let way = self.way(best.baseline);
        let by = |more: f64| lang.percent(percent_of_any(more));
        let first = if ratio > 1.0 + SAME {
            t.backtest_beside_more(&way, &by(ratio - 1.0))
        } else if ratio < 1.0 - SAME {
            t.backtest_beside_less(&way, &by(1.0 / ratio - 1.0))
        } else {
            t.backtest_beside_same(&way)
        };
        let held = t.backtest_beside_held(&self.usual(), &self.percent(best.held));
        let head = vec![
            t.backtest_way().to_owned(),
            t.backtest_way_held(&self.usual()),
            t.backtest_between().to_owned(),
            t.backtest_multiple().to_owned(),
        ];
        let rows = all.map(|beside| {
            let multiple = beside.pinball.map_or_else(|| "–".to_owned(), |r| hundredths(lang, r));
            let way = texts::figure::capital(self.way(beside.baseline));
            vec![way, self.percent(beside.held), self.between(beside.held), multiple]
        });
        Some(Section {
            id: "beside",
            heading: t.backtest_beside(),
            note: t.backtest_beside_note().to_owned(),
            said: vec![first, held],
            table: Some(Table { head, rows: rows.collect() }),
            is_open: true,
            footnote: Some(t.backtest_beside_read()),
            ..Section::default()
        })
    }

    /// The dates really given beside those that could have been.
    pub(super) fn given(&self) -> Option<Section> {
        let (voice, t) = (self.voice, self.voice.t());
        let sandbagging = self.backtest.card.sandbagging.as_ref();
        let sandbagging = sandbagging.filter(|told| told.given.kept.of >= LEAST)?;
        let Sandbagging { given, could, spare_days: (spare, (low, high)) } = sandbagging;
        let (usual, days) = (self.usual(), |days: f64| voice.lang.decimal(days.abs()));
        let first = if *low <= 0.0 && *high >= 0.0 {
            t.backtest_given_even(&days(*high), &days(*low), &usual)
        } else if *spare > 0.0 {
            t.backtest_given_sooner(&days(*spare), &days(*low), &days(*high), &usual)
        } else {
            t.backtest_given_later(&days(*spare), &days(*high), &days(*low), &usual)
        };
        let kept = t.backtest_given_kept(&self.percent(given.kept), &self.percent(could.kept));
        let named = [(t.backtest_given_was().to_owned(), given)];
        let named: Vec<_> =
            named.into_iter().chain([(t.backtest_given_could(&usual), could)]).collect();
        let early = t.backtest_given_early(&voice.lang.decimal(ON_TIME_DAYS));
        let head = vec![
            t.backtest_given().to_owned(),
            t.backtest_given_ahead().to_owned(),
            t.kept().to_owned(),
            early.clone(),
            t.backtest_given_late().to_owned(),
        ];
        let row = |(name, dates): &(String, &scorecard::Dates)| {
            let (kept, early) = (self.percent(dates.kept), self.percent(dates.early));
            vec![
                texts::figure::capital(name),
                days(dates.lead_days),
                kept,
                early,
                days(dates.late_days),
            ]
        };
        let keys = [early.as_str(), t.backtest_given_window(), t.backtest_given_window_late()];
        let title = format!("{first} {kept}");
        Some(Section {
            id: "given",
            heading: t.backtest_given(),
            note: t.backtest_given_note().to_owned(),
            said: vec![first, kept],
            figure: Some(Safe(bars("given-t", &title, &drawn(&named)))),
            is_half: true,
            key: Some(Safe(key(keys))),
            table: Some(Table { head, rows: named.iter().map(row).collect() }),
            ..Section::default()
        })
    }
}

fn drawn(named: &[(String, &scorecard::Dates)]) -> Vec<Dates> {
    let drawn = named.iter().map(|(name, dates)| {
        let value = |share: scorecard::Share| share.value().unwrap_or(0.0);
        let (early, kept) = (value(dates.early), value(dates.kept));
        let shares = [early, (kept - early).max(0.0), (1.0 - kept).max(0.0)];
        Dates { name: texts::figure::capital(name), shares }
    });
    drawn.collect()
}

/// Whole per cents, also above 100.
fn percent_of_any(share: f64) -> u32 {
    let hundreds = share.floor().clamp(0.0, 1_000_000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let whole = hundreds as u32 * 100;
    whole + percent(share - hundreds)
}

/// A number with two decimals, as a language writes it.
fn hundredths(lang: texts::Lang, number: f64) -> String {
    let text = format!("{number:.2}");
    match lang {
        texts::Lang::Nl | texts::Lang::Sv => text.replace('.', ","),
        texts::Lang::En => text,
    }
}
