//! The answer as it stands on the page: the date, its line, why, what it does to others, which dates to choose from.

use askama::filters::Safe;
use forecast::{Claim, Place};
use jiff::Timestamp;
use ledger::query::ListedDue;
use promise::{Chance, Policy};
use service::quote::{Answer, Dates, Effect, LevelDate, Quote};
use texts::figure::capital;

use super::menu::MenuView;
use crate::drawing::line::{Extra, ExtraKind, Hill, Line, Shown};
use crate::drawing::mark::Mark;
use crate::form::Fields;
use crate::page::{Markup, state_of};
use crate::say::Voice;
use crate::say::quote::Reason;

/// The answer.
pub(super) struct AnswerView {
    /// The quote that an offer rests on.
    pub(super) quote: String,
    pub(super) heading: String,
    pub(super) said: String,
    pub(super) figure: Option<Markup>,
    pub(super) wish: Option<Wish>,
    /// What a short history lets one say.
    pub(super) claim: Option<String>,
    pub(super) rows: Vec<DateRow>,
    pub(super) why: Vec<Reason>,
    /// Without what it would be another date.
    pub(super) without: Vec<Reason>,
    pub(super) kept: Option<String>,
    pub(super) others: Vec<OtherRow>,
    /// Whether a date can be named at all; else only one without a forecast.
    pub(super) can: bool,
    /// What stands around the rows when they are a menu with prices.
    pub(super) menu: Option<MenuView>,
}

/// The days that a customer could ask for, to slide along.
pub(super) struct Wish {
    /// Pairs of a date and what is said of it, as JSON.
    pub(super) days: String,
    /// The place of the last one.
    pub(super) last: usize,
    /// The place of the one that is shown first.
    pub(super) at: usize,
}

/// A date to choose.
pub(super) struct DateRow {
    pub(super) value: String,
    pub(super) date: String,
    pub(super) means: String,
    pub(super) chance: String,
    pub(super) chosen: bool,
    /// What it costs more than the free date; absent where nothing is priced.
    pub(super) price: Option<String>,
}

/// What a yes does to another promise.
pub(super) struct OtherRow {
    pub(super) subject: String,
    pub(super) href: String,
    pub(super) account: String,
    pub(super) now: String,
    pub(super) if_last: Markup,
    pub(super) if_first: Markup,
}

/// The answer in words.
pub(super) fn view(voice: &Voice, quote: &Quote, fields: &Fields, policy: &Policy) -> AnswerView {
    match &quote.answer {
        Answer::CannotForecast(why) => AnswerView {
            quote: quote.id.to_string(),
            heading: voice.t().cannot_heading().to_owned(),
            said: voice.why_not(why),
            figure: None,
            wish: None,
            claim: None,
            rows: Vec::new(),
            why: Vec::new(),
            without: Vec::new(),
            kept: None,
            others: Vec::new(),
            can: false,
            menu: None,
        },
        Answer::Dates(dates) => {
            let told = Told { voice, dates, policy };
            AnswerView {
                quote: quote.id.to_string(),
                heading: told.heading(),
                said: told.said(),
                figure: Some(Safe(told.line().full("quote"))),
                wish: told.wish(),
                claim: voice.claim(dates.claim),
                rows: told.rows(fields.get("date")),
                why: dates.why.iter().map(|driver| voice.driver(driver)).collect(),
                without: dates.without.iter().map(|without| voice.without(without)).collect(),
                kept: voice.kept(dates.kept),
                others: told.others(),
                can: true,
                menu: None,
            }
        }
    }
}

struct Told<'a> {
    voice: &'a Voice,
    dates: &'a Dates,
    policy: &'a Policy,
}

impl Told<'_> {
    /// Whether the history is long enough to tell chances.
    fn tells_chances(&self) -> bool {
        match self.dates.claim {
            Claim::UpTo { .. } => true,
            Claim::Nothing | Claim::ModelOnly { .. } => false,
        }
    }

    fn heading(&self) -> String {
        let t = self.voice.t();
        let due = capital(&self.voice.due(&self.dates.offer.due));
        if self.tells_chances() { t.quote_heading(&due) } else { t.quote_heading_model(&due) }
    }

    fn said(&self) -> String {
        let t = self.voice.t();
        let likely = self.voice.day(self.dates.likely);
        if !self.tells_chances() {
            return t.quote_said_model(&likely);
        }
        let chance = self.voice.chance_in_words(self.dates.offer.chance);
        let said = t.quote_said(&chance, &likely);
        let Some(wished) = &self.dates.wished else { return said };
        let day = self.voice.due(&wished.due);
        let wish = t.quote_said_wished(&day, &self.voice.chance_in_words(wished.chance));
        format!("{said} {wish}")
    }

    fn line(&self) -> Line {
        let voice = self.voice;
        let due = &self.dates.offer.due;
        let told = self.tells_chances();
        let chance = |chance: Chance| told.then(|| chance.permille());
        let listed = ListedDue { at: due.at(), zone: due.zone().clone(), grain: due.grain() };
        let wished = self.dates.wished.as_ref().filter(|wished| wished.due.at() != due.at());
        Line {
            made: voice.now,
            now: voice.now,
            due: due.at(),
            due_words: voice.due(due),
            due_label: voice.due_label(&listed),
            seen: Some(Hill {
                quantiles: self.dates.stamp.quantiles,
                likely: self.dates.likely,
                chance: chance(self.dates.offer.chance),
            }),
            shown: Shown::Quoted,
            strict: false,
            extra: wished.map(|wished| Extra {
                kind: ExtraKind::Wished,
                at: wished.due.at(),
                chance: chance(wished.chance),
            }),
            ghost: None,
            zone: due.zone().clone(),
            lang: voice.lang,
        }
    }

    /// What is said of each day that could be asked for; it begins at the wished one.
    fn wish(&self) -> Option<Wish> {
        let days = self.tells_chances().then_some(&self.dates.days)?;
        let last = days.len().checked_sub(1)?;
        let told = days.iter().map(|day| {
            let gains = day.first.permille() >= day.last.permille() + GAIN_PERMILLE;
            let words = self.voice.day_of(day.due.date());
            let (t, chance) = (self.voice.t(), self.voice.chance(day.last));
            let said = if gains {
                t.wish_said_first(&words, &chance, &self.voice.chance(day.first))
            } else {
                t.wish_said(&words, &chance)
            };
            serde_json::json!([day.due.date().to_string(), capital(&said)])
        });
        let told = serde_json::Value::from_iter(told).to_string();
        let wished = self.dates.wished.as_ref().map_or(&self.dates.offer.due, |w| &w.due);
        let at = days.iter().position(|day| day.due.at() >= wished.at()).unwrap_or(last);
        Some(Wish { days: told, last, at })
    }

    /// The dates to choose from, soonest first; the one at the policy's level is chosen unless another was.
    fn rows(&self, chosen: &str) -> Vec<DateRow> {
        let t = self.voice.t();
        let mut rows: Vec<(Timestamp, DateRow)> = Vec::new();
        let offer = &self.dates.offer;
        if let Some(wished) = &self.dates.wished {
            let at = wished.due.at();
            let differs = at != offer.due.at();
            if differs {
                rows.push((at, self.row(at, wished.chance, Place::Last, t.date_as_wished())));
            }
            let gains =
                wished.chance_if_first.permille() >= wished.chance.permille() + GAIN_PERMILLE;
            if differs && gains && at < offer.due.at() {
                let first = self.row(at, wished.chance_if_first, Place::First, t.date_as_wished());
                rows.push((at, first));
            }
        }
        if let Some((first, stamp)) = &self.dates.if_first
            && !rows.iter().any(|(at, _)| *at == first.due.at())
        {
            rows.push((first.due.at(), self.row(first.due.at(), stamp.chance, Place::First, "")));
        }
        rows.push((offer.due.at(), self.row(offer.due.at(), offer.chance, Place::Last, "")));
        if let Some(sure) = self.surer() {
            let row = self.row(sure.due.at(), sure.chance, Place::Last, t.date_surer());
            rows.push((sure.due.at(), row));
        }
        rows.sort_by_key(|(at, _)| *at);
        let mut rows: Vec<DateRow> = rows.into_iter().map(|(_, row)| row).collect();
        let usual = format!("last {}", self.date(offer.due.at()));
        let known = chosen == "own" || rows.iter().any(|row| row.value == chosen);
        let chosen = if known { chosen } else { &usual };
        for row in &mut rows {
            row.chosen = row.value == chosen;
        }
        rows
    }

    /// A later date that is surer than the one at the policy's level.
    fn surer(&self) -> Option<&LevelDate> {
        let offer = self.dates.offer.due.at();
        self.dates.levels.iter().find(|level| level.level >= Some(0.95) && level.due.at() > offer)
    }

    fn date(&self, at: Timestamp) -> jiff::civil::Date {
        self.dates.offer.due.zone().to_datetime(at).date()
    }

    fn row(&self, at: Timestamp, chance: Chance, place: Place, note: &str) -> DateRow {
        let (voice, t) = (self.voice, self.voice.t());
        let date = self.date(at);
        let place_code = match place {
            Place::First => "first",
            Place::Last | Place::Before(_) | Place::Apart => "last",
        };
        let mut means: Vec<String> = Vec::new();
        means.extend((!note.is_empty()).then(|| note.to_owned()));
        means.extend((place == Place::First).then(|| t.date_first().to_owned()));
        means.push(self.touches(place));
        if chance < self.policy.offer_at && self.tells_chances() {
            means.push(t.date_below(&voice.level(self.policy.offer_at)));
        }
        DateRow {
            value: format!("{place_code} {date}"),
            date: capital(&voice.day_of(date)),
            means: means.join(" "),
            chance: if self.tells_chances() { voice.chance(chance) } else { String::new() },
            chosen: false,
            price: None,
        }
    }

    /// What a place in the queue means for the promise that it touches most.
    fn touches(&self, place: Place) -> String {
        let t = self.voice.t();
        let to = |effect: &Effect| match place {
            Place::First => effect.if_first,
            Place::Last | Place::Before(_) | Place::Apart => effect.if_last,
        };
        let falls =
            |effect: &&Effect| effect.before.permille() >= to(effect).permille() + GAIN_PERMILLE;
        let touched: Vec<&Effect> = self.dates.others.iter().filter(falls).collect();
        let worst = touched.iter().min_by_key(|effect| to(effect));
        let Some(worst) = worst else { return t.date_touches_nobody().to_owned() };
        let (before, after) = (self.voice.chance(worst.before), self.voice.chance(to(worst)));
        let one = t.date_touches(&worst.subject, &worst.account_name, &before, &after);
        match touched.len() - 1 {
            0 => one,
            more => format!("{one} {}", t.date_touches_more(more, &self.voice.lang.count(more))),
        }
    }

    /// The promises whose chance changes in what the reader sees of it.
    fn others(&self) -> Vec<OtherRow> {
        let seen = |chance: Chance| self.voice.chance(chance);
        let shows = |effect: &&Effect| {
            let now = seen(effect.before);
            now != seen(effect.if_last) || now != seen(effect.if_first)
        };
        self.dates.others.iter().filter(shows).map(|effect| self.other(effect)).collect()
    }

    fn other(&self, effect: &Effect) -> OtherRow {
        OtherRow {
            subject: effect.subject.clone(),
            href: format!("/promises/{}", effect.number),
            account: effect.account_name.clone(),
            now: self.voice.chance(effect.before),
            if_last: self.changed(effect.before, effect.if_last),
            if_first: self.changed(effect.before, effect.if_first),
        }
    }

    /// A chance with its mark, where it fell below a threshold.
    fn changed(&self, before: Chance, after: Chance) -> Markup {
        let text = crate::drawing::escape(&self.voice.chance(after));
        let mark = if after >= before || after >= self.policy.on_plan_from {
            return Safe(text);
        } else if after >= self.policy.watch_from {
            Mark::Watch
        } else {
            Mark::Off
        };
        state_of(mark, &text)
    }
}

/// Smaller changes of a chance are not spoken of, in thousandths.
const GAIN_PERMILLE: u16 = 30;
