//! The form of a question and an offer: read into what the use cases want, or into what is wrong with which field.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use calendar::{Calendar, Due, Grain, Landing};
use forecast::Place;
use jiff::Timestamp;
use jiff::civil::Date;
use promise::money::{Currency, Money};
use promise::party::{NewWork, Work};
use promise::terms::{
    BelowPolicy, Consequence, Consideration, CounterPromise, Draft, Ground, Remedy, RemedyChoice,
    RemedyKind, RemedyPer, Strictness,
};
use promise::words::TextError;
use promise::{AccountId, CounterPromiseId, Line, Person, PromiseId, Words};
use service::ServiceError;
use service::quote::Question;

use crate::form::Fields;
use crate::reader::Reader;

/// An offer can be accepted for so many business days, unless another day is chosen.
const OFFER_DAYS: i32 = 5;
/// So many counter-promises fit on the form.
pub(super) const COUNTERS: [&str; 3] = ["c1", "c2", "c3"];
/// Estimates and pieces beyond these are slips of the finger.
const MOST_HOURS: f64 = 100_000.0;
pub(in crate::page) const MOST_PIECES: u32 = 10_000;

/// What a form asks, as far as it can be read.
pub(super) struct Asking<'a> {
    fields: &'a Fields,
    reader: &'a Reader,
    calendar: &'a Calendar,
    account: AccountId,
    /// What its work waits for, found before.
    after: Vec<PromiseId>,
    /// What is wrong, by field.
    pub(super) errors: BTreeMap<&'static str, String>,
}

impl<'a> Asking<'a> {
    pub(super) fn of(
        fields: &'a Fields,
        reader: &'a Reader,
        calendar: &'a Calendar,
        account: AccountId,
    ) -> Self {
        let (after, errors) = (Vec::new(), BTreeMap::new());
        Self { fields, reader, calendar, account, after, errors }
    }

    /// The same with the promises that its work waits for looked up.
    pub(super) async fn with_after(mut self) -> Result<Self, ServiceError> {
        let (reader, names) = (self.reader, self.fields.get("after"));
        match reader.app.service().find_all(&reader.caller(), names).await {
            Ok(after) => self.after = after,
            Err(error @ ServiceError::NotFound { .. }) => {
                self.wrong("after", reader.voice.error(&error));
            }
            Err(error) => return Err(error),
        }
        Ok(self)
    }

    /// The question in the form.
    pub(super) fn question(&mut self) -> Question {
        Question {
            account: self.account,
            subject: self.fields.get("what").to_owned(),
            wished: self.day("wished", Grain::Day),
            work: self.work(),
            waits_for: self.counter_promises().into_iter().map(|counter| counter.due).collect(),
        }
    }

    /// The work in the form: one kind of work by one team.
    pub(super) fn work(&mut self) -> Work {
        let first = self.place() == Place::First;
        let Some(team) = self.fields.some("team") else {
            return Work { first, after: self.after.clone(), ..Work::default() };
        };
        let kind = self.fields.get("kind").to_owned();
        let estimate_minutes = self.hours().map(|hours| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
            let minutes = (hours * 60.0).round().max(1.0) as u32;
            minutes
        });
        let pieces = self.pieces();
        let new = NewWork { team: team.to_owned(), kind, estimate_minutes, pieces };
        Work { new: vec![new], first, after: self.after.clone(), ..Work::default() }
    }

    fn hours(&mut self) -> Option<f64> {
        let text = self.fields.some("hours")?;
        let hours = text.replace(',', ".").parse::<f64>().ok();
        let hours = hours.filter(|hours| *hours > 0.0 && *hours <= MOST_HOURS);
        if hours.is_none() {
            self.wrong("hours", self.reader.voice.t().wanted_hours().to_owned());
        }
        hours
    }

    fn pieces(&mut self) -> NonZeroU32 {
        let Some(text) = self.fields.some("pieces") else { return NonZeroU32::MIN };
        let pieces = text.parse::<NonZeroU32>().ok().filter(|pieces| pieces.get() <= MOST_PIECES);
        pieces.unwrap_or_else(|| {
            let most = self.reader.voice.lang.number(i64::from(MOST_PIECES));
            self.wrong("pieces", self.reader.voice.t().wanted_pieces(&most));
            NonZeroU32::MIN
        })
    }

    /// Whether the work goes before all that waits.
    pub(super) fn place(&self) -> Place {
        if self.fields.get("date").starts_with("first ") { Place::First } else { Place::Last }
    }

    /// The due that was chosen; `None` when none was.
    pub(super) fn due(&mut self) -> Option<Due> {
        let choice = self.fields.get("date");
        if let Some((_, date)) = choice.split_once(' ') {
            return self.parsed("date", date, Grain::Day);
        }
        if choice == "own" || self.fields.some("own").is_some() {
            let grain = Grain::named(self.fields.get("grain")).unwrap_or(Grain::Day);
            return self.day("own", grain);
        }
        None
    }

    fn day(&mut self, field: &'static str, grain: Grain) -> Option<Due> {
        let text = self.fields.some(field)?;
        self.parsed(field, text, grain)
    }

    fn parsed(&mut self, field: &'static str, text: &str, grain: Grain) -> Option<Due> {
        let voice = &self.reader.voice;
        let due = match text.parse::<Date>() {
            Ok(date) => Due::at_end_of(grain, date, self.calendar),
            Err(_) => Due::parse(text, self.calendar),
        };
        match due {
            Ok(due) => Some(due),
            Err(error) => {
                self.wrong(field, voice.calendar_error(&error));
                None
            }
        }
    }

    /// The counter-promises in the form; a row counts when it names something.
    fn counter_promises(&mut self) -> Vec<CounterPromise> {
        let rows = COUNTERS.map(|row| {
            let subject = self.fields.some(&format!("{row}_what"))?;
            let subject = self.line(row, subject)?;
            let Some(due) = self.fields.some(&format!("{row}_due")) else {
                self.wrong(row, self.reader.voice.t().wanted_counter_due().to_owned());
                return None;
            };
            let due = self.parsed(row, due, Grain::Day)?;
            let then = self.fields.get(&format!("{row}_then"));
            let consequence = Consequence::of_code(then).unwrap_or(Consequence::Shift);
            let id = self.reader.app.service().ledger().entropy().id(self.reader.voice.now);
            Some(CounterPromise { id: CounterPromiseId::new(id), subject, due, consequence })
        });
        rows.into_iter().flatten().collect()
    }

    fn consideration(&mut self) -> Option<Consideration> {
        let counter_promises = self.counter_promises();
        let price = self.amount("price");
        if !counter_promises.is_empty() || price.is_some() {
            return Some(Consideration::Asked { counter_promises, price });
        }
        let because = self.fields.some("because")?;
        Some(Consideration::Nothing { because: self.line("because", because)? })
    }

    /// An amount in the organisation's currency, or in the one that is named before it.
    fn amount(&mut self, field: &'static str) -> Option<Money> {
        let text = self.fields.some(field)?;
        let currency: Currency = self.reader.organisation.currency;
        let named = text.chars().next().is_some_and(char::is_alphabetic);
        let text = if named { text.to_owned() } else { format!("{} {text}", currency.code()) };
        let amount = text.parse::<Money>().ok().filter(|amount| amount.minor > 0);
        if amount.is_none() {
            self.wrong(field, self.reader.voice.t().wanted_amount(&currency.code()));
        }
        amount
    }

    fn remedy(&mut self) -> Option<RemedyChoice> {
        let (kind, per) = match self.fields.get("remedy") {
            "none" => return Some(RemedyChoice::NoneAgreed),
            "penalty" => (RemedyKind::Penalty, RemedyPer::Breach),
            "penalty_day" => (RemedyKind::Penalty, RemedyPer::WorkingDay),
            "credit" => (RemedyKind::Credit, RemedyPer::Breach),
            "credit_day" => (RemedyKind::Credit, RemedyPer::WorkingDay),
            _ => return None,
        };
        let cap = self.amount("cap");
        let Some(amount) = self.amount("amount") else {
            let wanted = self.reader.voice.t().wanted_remedy_amount().to_owned();
            self.errors.entry("amount").or_insert(wanted);
            return None;
        };
        if cap.is_some_and(|cap| cap.currency != amount.currency || cap.minor < amount.minor) {
            self.wrong("cap", self.reader.voice.t().wanted_cap().to_owned());
        }
        Some(RemedyChoice::Agreed(Remedy { kind, amount, per, cap }))
    }

    /// The remedy in the form, when one is agreed and can be read.
    pub(super) fn agreed_remedy(&mut self) -> Option<Remedy> {
        match self.remedy() {
            Some(RemedyChoice::Agreed(remedy)) => Some(remedy),
            Some(RemedyChoice::NoneAgreed) | None => None,
        }
    }

    /// The draft in the form, on the ground given.
    pub(super) fn draft(&mut self, ground: Option<Ground>) -> Draft {
        let subject = self.fields.some("what").and_then(|text| self.line("what", text));
        let acceptance = self.fields.some("acceptance");
        let acceptance = acceptance.and_then(|text| self.line("acceptance", text));
        let due = self.due();
        let said = self.fields.some("said");
        let due = due.map(|due| match said {
            Some(words) => due.said(words),
            None => due,
        });
        let id = |name: &str| self.fields.some(name);
        Draft {
            contact: id("contact").and_then(|id| id.parse().ok()),
            subject,
            acceptance,
            promisor: Some(self.reader.member),
            owner: id("owner").and_then(|id| id.parse().ok()),
            wished: self.day("wished", Grain::Day),
            due,
            strictness: Strictness::of_code(self.fields.get("strictness")),
            consideration: self.consideration(),
            remedy: self.remedy(),
            ground,
            ..Draft::new(self.account)
        }
    }

    /// Who takes a due below the policy on themselves, and why.
    pub(super) fn below_policy(&mut self) -> Option<BelowPolicy> {
        let reason = self.fields.some("below_reason")?;
        let reason = self.words("below_reason", reason)?;
        let taken_by = self.fields.some("taken_by").and_then(|id| id.parse().ok());
        if taken_by.is_none() {
            self.wrong("taken_by", self.reader.voice.t().wanted_taker().to_owned());
        }
        Some(BelowPolicy { taken_by: taken_by?, reason })
    }

    /// The reason for a due without a forecast.
    pub(super) fn without_forecast(&mut self) -> Option<Ground> {
        let reason = self.fields.some("without")?;
        Some(Ground::Without { reason: self.words("without", reason)? })
    }

    /// Until when the offer can be accepted: the end of a day.
    pub(super) fn expires(&mut self) -> Option<Timestamp> {
        match self.day("expires", Grain::Day) {
            Some(due) => Some(due.at()),
            None if self.errors.contains_key("expires") => None,
            None => usual_expiry(self.reader.voice.now, self.calendar),
        }
    }

    fn line(&mut self, field: &'static str, text: &str) -> Option<Line> {
        Line::new(text).map_err(|error| self.text_error(field, text, error)).ok()
    }

    fn words(&mut self, field: &'static str, text: &str) -> Option<Words> {
        let speaker = Person::Member(self.reader.member);
        Words::new(speaker, text).map_err(|error| self.text_error(field, text, error)).ok()
    }

    fn text_error(&mut self, field: &'static str, text: &str, error: TextError) {
        let error = ServiceError::of_text(field, text, error);
        self.wrong(field, self.reader.voice.error(&error));
    }

    fn wrong(&mut self, field: &'static str, what: String) {
        self.errors.insert(field, what);
    }
}

/// Until when an offer can usually be accepted.
pub(super) fn usual_expiry(now: Timestamp, calendar: &Calendar) -> Option<Timestamp> {
    calendar.step_business_days(now, OFFER_DAYS, Landing::Closing).ok()
}

/// The fields that would make a draft again.
pub(super) fn fields_of(draft: &Draft, work: Option<&Work>) -> Fields {
    let mut fields = Fields::default();
    let mut set = |name: &str, value: String| fields.set(name, &value);
    let day = |due: &Due| due.date().to_string();
    set("account", draft.account.to_string());
    set("contact", draft.contact.map(|id| id.to_string()).unwrap_or_default());
    set("what", draft.subject.as_ref().map(Line::to_string).unwrap_or_default());
    set("acceptance", draft.acceptance.as_ref().map(Line::to_string).unwrap_or_default());
    set("owner", draft.owner.map(|id| id.to_string()).unwrap_or_default());
    set("strictness", draft.strictness.map(|s| s.code().to_owned()).unwrap_or_default());
    set("wished", draft.wished.as_ref().map(day).unwrap_or_default());
    if let Some(due) = &draft.due {
        set("date", "own".to_owned());
        set("own", day(due));
        set("grain", due.grain().name().to_owned());
        set("said", due.words().unwrap_or_default().to_owned());
    }
    if let Some(new) = work.and_then(|work| work.new.first()) {
        set("team", new.team.clone());
        set("kind", new.kind.clone());
        set("pieces", new.pieces.to_string());
        let hours = new.estimate_minutes.map(|minutes| f64::from(minutes) / 60.0);
        set("hours", hours.map(|hours| hours.to_string()).unwrap_or_default());
    }
    match &draft.consideration {
        Some(Consideration::Nothing { because }) => set("because", because.to_string()),
        Some(Consideration::Asked { counter_promises, price }) => {
            for (row, counter) in COUNTERS.iter().zip(counter_promises) {
                set(&format!("{row}_what"), counter.subject.to_string());
                set(&format!("{row}_due"), day(&counter.due));
                set(&format!("{row}_then"), counter.consequence.code().to_owned());
            }
            set("price", price.map(|price| price.to_string()).unwrap_or_default());
        }
        None => {}
    }
    match &draft.remedy {
        Some(RemedyChoice::NoneAgreed) => set("remedy", "none".to_owned()),
        Some(RemedyChoice::Agreed(remedy)) => {
            let per = match remedy.per {
                RemedyPer::Breach => "",
                RemedyPer::WorkingDay => "_day",
            };
            set("remedy", format!("{}{per}", remedy.kind.code()));
            set("amount", remedy.amount.to_string());
            set("cap", remedy.cap.map(|cap| cap.to_string()).unwrap_or_default());
        }
        None => {}
    }
    if let Some(Ground::Without { reason }) = &draft.ground {
        set("without", reason.as_str().to_owned());
    }
    fields
}
