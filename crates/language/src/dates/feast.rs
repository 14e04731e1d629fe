//! Feasts and public holidays as dates: "before Christmas", `na Pasen`, `midsommarafton`.

use calendar::holiday::easter_sunday;
use jiff::civil::{Date, Weekday};

use super::Grain;
use super::kinds::Kinds;
use super::parser::{Parser, Read};
use super::sense::{Feast, Sense, Which};
use super::value::{Period, days_to, plus_days};

/// What can begin a feast with what is said of it.
const FEAST: Kinds = Kinds::of(&[Sense::Which(Which::This), Sense::The, Sense::Feast(Feast::King)]);

impl Parser<'_> {
    /// A feast of a year, or the next one to come.
    pub(super) fn feast(&self, at: usize, lead: bool) -> Read<Period> {
        if !self.can(at, FEAST) {
            return None;
        }
        let (which, name) = self.which(at);
        let name = self.skip(name, &[Sense::The]);
        let sure = self
            .pick(name, |sense| if let Sense::Feast(feast) = sense { Some(feast) } else { None });
        let loose = sure.is_none();
        let (feast, next) =
            sure.or_else(|| {
                self.pick(name, |sense| {
                    if let Sense::LooseFeast(feast) = sense { Some(feast) } else { None }
                })
            })?;
        let led = lead || which.is_some() || self.is_led(at) || self.is_all(at, next);
        let soon = self.is(name, "new")
            && at.checked_sub(1).is_some_and(|one| self.has(one, &[Sense::In]));
        if loose && (!led || soon) || self.is_wished(at) || self.is_wished(name) {
            return None;
        }
        if let Some((year, end)) = self.year_after(next) {
            return Some((of_year(feast, year)?, end));
        }
        let this = self.today().year();
        let years = [this.checked_sub(1)?, this, this.checked_add(1)?, this.checked_add(2)?];
        let days = years.into_iter().filter_map(|year| of_year(feast, year));
        if which == Some(Which::Past) {
            let mut last = days.rev().find(|days| days.end <= self.today())?;
            last.past = true;
            return Some((last, next));
        }
        let coming = days.into_iter().find(|days| days.end > self.today())?;
        Some((coming.unfixed(), next))
    }

    /// Whether a small word stands before: `na kerst`, "at Easter".
    fn is_led(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.at(before).iter().any(|(sense, next)| {
                let leads = matches!(
                    sense,
                    Sense::In
                        | Sense::On
                        | Sense::At
                        | Sense::Direction(_)
                        | Sense::Between
                        | Sense::From
                        | Sense::To
                        | Sense::ToIncluding
                        | Sense::AfterDay
                        | Sense::BeforeDay
                );
                leads && *next == at
            })
        })
    }

    /// "Merry Christmas", `prettige kerst`, `God jul`.
    fn is_wished(&self, at: usize) -> bool {
        const WISHES: &[&str] = &[
            "prettige",
            "prettig",
            "fijne",
            "fijn",
            "gelukkig",
            "vrolijk",
            "vrolijke",
            "zalig",
            "mooie",
            "merry",
            "happy",
            "god",
            "glad",
            "trevlig",
            "skön",
            "gott",
            "wonderful",
            "lovely",
        ];
        at.checked_sub(1).is_some_and(|before| WISHES.iter().any(|word| self.is(before, word)))
    }
}

fn of_year(feast: Feast, year: i16) -> Option<Period> {
    let (start, count) = match feast {
        Feast::On(month, day, count) => (Date::new(year, month, day).ok()?, count),
        Feast::Easter(after, count) => (plus_days(easter_sunday(year)?, i64::from(after))?, count),
        Feast::First(weekday, month, day, count) => {
            let from = Date::new(year, month, day).ok()?;
            (plus_days(from, days_to(from, weekday))?, count)
        }
        Feast::King => {
            let date = Date::new(year, 4, 27).ok()?;
            let sunday = date.weekday() == Weekday::Sunday;
            (plus_days(date, -i64::from(sunday))?, 1)
        }
    };
    let mut days = Period::of(start, plus_days(start, i64::from(count))?, Grain::Day);
    days.feast = true;
    Some(days)
}
