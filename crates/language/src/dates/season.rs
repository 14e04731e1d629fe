//! Seasons and weekends.

use jiff::civil::Date;

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Sense, Unit, Which};
use super::value::{Period, plus_days, unit_period};
use crate::Lang;

/// What can begin a season with what is said of it.
const SEASON: Kinds =
    Kinds::of(&[Sense::Which(Which::This), Sense::SeasonName, Sense::The, Sense::Season(0)]);
/// What can begin a weekend with what is said of it.
const WEEKEND: Kinds = Kinds::of(&[
    Sense::Weekend(Which::This),
    Sense::Which(Which::This),
    Sense::In,
    Sense::On,
    Sense::The,
    Sense::WeekendName,
]);

impl Parser<'_> {
    /// `deze zomer`, "in the spring", `i höst` is read as said: only where nothing else could be meant.
    pub(super) fn season(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, SEASON) {
            return None;
        }
        let (which, name) = self.which(at);
        if let Some(running) = self.running_season(which, name) {
            return Some(running);
        }
        let the = self.skip(name, &[Sense::The]);
        let (season, next) =
            self.pick(the, |sense| if let Sense::Season(n) = sense { Some(n) } else { None })?;
        let year = self.year_after(next);
        let sure = which.is_some()
            || year.is_some()
            || lead && (the > name || self.reading.lang == Lang::Sv);
        if !sure {
            return None;
        }
        let this = self.today().year();
        let (year_said, end) = year.map_or((None, next), |(year, end)| (Some(year), end));
        let found = match (year_said, which) {
            (Some(year), _) => season_of(year, season)?,
            (None, which) => {
                let ahead =
                    [this.checked_sub(1)?, this, this.checked_add(1)?, this.checked_add(2)?];
                let mut coming = ahead
                    .into_iter()
                    .filter_map(|year| season_of(year, season))
                    .filter(|p| p.end > self.today());
                let first = coming.next()?;
                if which == Some(Which::Next) && first.start <= self.today() {
                    coming.next()?
                } else {
                    first
                }
            }
        };
        Some((found, end))
    }

    /// "this season", `volgend seizoen`: the one that is on, or the one after it.
    fn running_season(&self, which: Option<Which>, name: usize) -> Read<Period> {
        let next = self.after(name, Sense::SeasonName)?;
        let on = match which? {
            Which::This => 0,
            Which::Next | Which::Coming => 1,
            Which::AfterNext | Which::Past => return None,
        };
        let this = self.today().year();
        let seasons = [this.checked_sub(1)?, this, this.checked_add(1)?]
            .into_iter()
            .flat_map(|year| (1..=4).filter_map(move |season| season_of(year, season)));
        let found = seasons.filter(|season| season.end > self.today()).nth(on)?;
        Some((found, next))
    }

    /// "this weekend", `komend weekend`, `i helgen`.
    pub(super) fn weekend(&self, at: usize) -> Read<Period> {
        if !self.can(at, WEEKEND) {
            return None;
        }
        let single = self
            .pick(at, |sense| if let Sense::Weekend(which) = sense { Some(which) } else { None });
        let (which, end) = if let Some(found) = single {
            found
        } else {
            let (which, name) = self.which(at);
            let the = if which.is_none() {
                self.skip(self.skip(name, &[Sense::In, Sense::On]), &[Sense::The])
            } else {
                name
            };
            let end = self.after(the, Sense::WeekendName)?;
            let held = the > at
                || !["weekend", "helg", "veckoslut", "weekeinde", "wkend", "week"]
                    .contains(&self.tokens.get(at)?.text.as_str())
                || self.at(at).iter().any(|(_, next)| *next > at + 1);
            if which.is_none() && !held {
                return None;
            }
            (which.unwrap_or(Which::This), end)
        };
        let week = unit_period(Unit::Week, self.today(), 0)?;
        let weeks = match which {
            Which::This | Which::Coming => 0,
            Which::Next => 1,
            Which::AfterNext => 2,
            Which::Past => -1,
        };
        let saturday = plus_days(week.start, 5 + 7 * weeks)?;
        let mut period = Period::of(saturday, plus_days(saturday, 2)?, Grain::Day);
        period.past = which == Which::Past;
        Some((period, end))
    }
}

fn season_of(year: i16, season: i8) -> Option<Period> {
    let (start, end) = match season {
        1 => ((3, 20), (6, 21)),
        2 => ((6, 21), (9, 24)),
        3 => ((9, 23), (12, 22)),
        _ => ((12, 21), (3, 20)),
    };
    let next_year = if season == 4 { year.checked_add(1)? } else { year };
    let from = Date::new(year, start.0, start.1).ok()?;
    Some(Period::of(from, Date::new(next_year, end.0, end.1).ok()?, Grain::Day))
}
