//! What the domain knows, in words: for one reader, in their language, zone and present.

pub(crate) mod access;
pub(crate) mod capability;
pub(crate) mod counter;
pub(crate) mod error;
pub(crate) mod history;
pub(crate) mod letter;
pub(crate) mod price;
pub(crate) mod quote;
pub(crate) mod standing;

use calendar::{Due, Grain};
use forecast::drift::{Direction, Drift};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::query::{KeptCount, ListedDue};
use promise::Chance;
use promise::money::Money;
use service::today::kept_share;
use texts::{Lang, Texts};

/// Tells things to one reader.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// Their language.
    pub(crate) lang: Lang,
    /// Their time zone.
    pub(crate) zone: TimeZone,
    /// The present.
    pub(crate) now: Timestamp,
}

impl Voice {
    /// The texts of the language.
    pub(crate) fn t(&self) -> &'static dyn Texts {
        self.lang.texts()
    }

    /// What a person is called, also one who was erased.
    pub(crate) fn called<'a>(&self, name: &'a str) -> &'a str {
        if name.is_empty() { self.t().erased_person() } else { name }
    }

    /// The first name of a person; of one who was erased, that.
    pub(crate) fn first_name<'a>(&self, name: &'a str) -> &'a str {
        if name.is_empty() { self.t().erased_person() } else { letter::first_name(name) }
    }

    /// The day of an instant in the reader's zone.
    pub(crate) fn date(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// Today.
    pub(crate) fn today(&self) -> Date {
        self.date(self.now)
    }

    /// A day in words; with its year when that is another one.
    pub(crate) fn day_of(&self, date: Date) -> String {
        if date.year() == self.today().year() {
            self.lang.day(date)
        } else {
            self.lang.full_day(date)
        }
    }

    /// The day of an instant in words.
    pub(crate) fn day(&self, at: Timestamp) -> String {
        self.day_of(self.date(at))
    }

    /// The day of an instant as a label.
    pub(crate) fn short_day(&self, at: Timestamp) -> String {
        self.short_day_of(self.date(at))
    }

    fn short_day_of(&self, date: Date) -> String {
        let label = self.lang.short_day(date);
        if date.year() == self.today().year() { label } else { format!("{label} {}", date.year()) }
    }

    /// Day and time of an instant in words.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        let wall = self.zone.to_datetime(at);
        format!("{}, {}", self.day_of(wall.date()), self.lang.time(wall.time()))
    }

    /// Day and time of an instant as a label.
    pub(crate) fn short_moment(&self, at: Timestamp) -> String {
        let wall = self.zone.to_datetime(at);
        format!("{}, {}", self.short_day_of(wall.date()), self.lang.time(wall.time()))
    }

    /// The time of an instant.
    pub(crate) fn time(&self, at: Timestamp) -> String {
        self.lang.time(self.zone.to_datetime(at).time())
    }

    /// A due in words, as exactly as it was said: `Thursday 12 March`, `the end of week 11`.
    pub(crate) fn due(&self, due: &Due) -> String {
        self.due_of(due.at(), due.zone(), due.grain())
    }

    /// The same for a due as lists have it.
    pub(crate) fn listed_due(&self, due: &ListedDue) -> String {
        self.due_of(due.at, &due.zone, due.grain)
    }

    fn due_of(&self, at: Timestamp, zone: &TimeZone, grain: Grain) -> String {
        let wall = zone.to_datetime(at);
        let date = wall.date();
        let period = match grain {
            Grain::Minute => {
                return format!("{}, {}", self.day_of(date), self.lang.time(wall.time()));
            }
            Grain::Day => return self.day_of(date),
            Grain::Week => self.lang.week(date),
            Grain::Month => format!("{} {}", self.lang.month(date), date.year()),
            Grain::Quarter => self.lang.quarter(date),
            Grain::Half => self.lang.half(date),
            Grain::Year => date.year().to_string(),
        };
        self.t().end_of(&period)
    }

    /// A due as a label: its day, or its period.
    pub(crate) fn due_label(&self, due: &ListedDue) -> String {
        let date = due.zone.to_datetime(due.at).date();
        match due.grain {
            Grain::Minute | Grain::Day | Grain::Half | Grain::Year => self.short_day_of(date),
            Grain::Week => self.lang.week(date),
            Grain::Month => format!("{} {}", self.lang.month(date), date.year()),
            Grain::Quarter => {
                format!("{} {}", self.t().quarter_label(&((date.month() + 2) / 3)), date.year())
            }
        }
    }

    /// A due in full, for the record: day, year, time and place, and the words in which it was said.
    pub(crate) fn due_in_full(&self, due: &Due) -> String {
        let wall = due.zone().to_datetime(due.at());
        let place = due.zone().iana_name().map(city).unwrap_or_default();
        let day = self.lang.full_day(wall.date());
        let full = format!("{day}, {} {place}", self.lang.time(wall.time()));
        match due.words() {
            Some(words) => self.t().due_as_said(&full.trim(), &words),
            None => full.trim().to_owned(),
        }
    }

    /// A chance as a label.
    pub(crate) fn chance(&self, chance: Chance) -> String {
        self.lang.chance(chance.permille())
    }

    /// A chance in a sentence.
    pub(crate) fn chance_in_words(&self, chance: Chance) -> String {
        self.lang.chance_in_words(chance.permille())
    }

    /// A level that is a setting and not a chance: `95%` stays `95%`.
    pub(crate) fn level(&self, level: Chance) -> String {
        self.lang.percent(u32::from(level.permille()) / 10)
    }

    /// An amount.
    pub(crate) fn money(&self, money: Money) -> String {
        self.lang.money(money.minor, money.currency.code())
    }

    /// Since when the chances that we state hold less, or more, than they say.
    pub(crate) fn drift(&self, drift: &Drift) -> String {
        let since = Timestamp::from_second(drift.since).unwrap_or(self.now);
        let (kept, of) = drift.held;
        let (since, t) = (self.day(since), self.t());
        let (kept, of) = (self.lang.count(kept), self.lang.count(of));
        let expected = self.lang.count(service::track::rounded(drift.expected));
        match drift.direction {
            Direction::Short => t.drift_short(&since, &kept, &of, &expected),
            Direction::Long => t.drift_long(&since, &kept, &of, &expected),
        }
    }

    /// How many of the last promises were kept, with what that share can be; `None` when none has ended.
    pub(crate) fn kept(&self, count: KeptCount) -> Option<String> {
        if count.of == 0 {
            return None;
        }
        let (of, kept) = (self.lang.count(count.of), self.lang.count(count.kept));
        let Some(share) = kept_share(count) else {
            return Some(self.t().kept_few(&of, &kept));
        };
        let percent = self.lang.percent(share.percent);
        Some(self.t().kept_share(&of, &kept, &percent, &share.low, &share.high))
    }
}

/// The city of a time zone, as people say it.
fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
