//! A letter looked through before it is sent, or after it came.
//!
//! What is promised and asked in it, what should be worded otherwise, and what the plan says to its dates. Nothing is
//! kept of it: what is to be written down, a person says.

mod addressee;
mod outlook;

use std::sync::LazyLock;

use ::promise::party::NewWork;
use ::promise::{AccountId, Chance};
use calendar::{Calendar, CalendarError, Due, Grain};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use ledger::query::{PromiseFilter, PromiseRow};

use language::check::{Checker, Dated};
use language::dates::{Direction, Found, Grain as FoundGrain, Reading};
use language::detect;
use language::statements::{Label, Who};
use language::wording::Finding;
use language::{Lang, Span};

pub use outlook::{Ahead, Outlook, Seen};

use crate::capabilities::Unfounded;
use crate::{Caller, Service, ServiceError};

/// Our own rules, read once.
static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::ours);

/// A letter is at most so many bytes long.
pub const MOST_BYTES: usize = 200_000;
/// So many of an account's promises are held against what a letter says.
const MOST_ROWS: u32 = 1_000;
/// Words of fewer letters do not tell what a promise is about.
const TELLING_LETTERS: usize = 4;

/// Who wrote a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// One of ours.
    Us,
    /// Somebody of the account.
    Account,
}

/// A letter as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its text; lines end as they do.
    pub text: String,
    /// In which language; told by the text itself when it is not said.
    pub lang: Option<Lang>,
    /// Who wrote it.
    pub writer: Writer,
    /// To whom it goes, or who sent it; told by the letter itself when it is not said.
    pub account: Option<AccountId>,
    /// The addresses of mail it goes to and comes from, if it is one.
    pub addresses: Vec<String>,
    /// What work it speaks of; told by the names of kinds of work in it when it is not said.
    pub work: Option<NewWork>,
    /// When it was written; now when it is being written.
    pub written_at: Option<Timestamp>,
}

/// What is found in a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    /// Its language; nothing is found in a text that tells none of ours.
    pub lang: Option<Lang>,
    /// To whom it goes, or who sent it, if that is known.
    pub account: Option<AccountId>,
    /// What is promised and asked, in order.
    pub said: Vec<Said>,
    /// What should be worded otherwise, in order; nothing in the words of the account.
    pub findings: Vec<Finding>,
    /// What we claim of the product and the register does not bear out, in order.
    pub claims: Vec<Unfounded>,
    /// What the plan says to work of this kind; `None` when nothing calls for a date.
    pub outlook: Option<Outlook>,
    /// By when an answer can be promised: the end of the next working day.
    pub answer: Due,
}

/// Something that is promised or asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The sentence.
    pub span: Span,
    /// What it is.
    pub what: What,
    /// Where its date stands, if it has one.
    pub date: Option<Span>,
    /// How its words say what the date is to the promise: "by", "on"; `None` for a day alone.
    pub direction: Option<Direction>,
    /// By when, if it says.
    pub due: Option<Due>,
    /// Whether its date is none: it is missing or says nothing.
    pub vague: bool,
    /// How likely it is by then; `None` without a date, and where it is not ours to keep.
    pub chance: Option<Chance>,
    /// The open promise that says the same already, by its short name.
    pub recorded: Option<u32>,
}

/// What is said in a sentence, seen from us whoever wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// We will do something.
    OurPromise,
    /// The account will.
    TheirPromise,
    /// We ask the account for something.
    OurRequest,
    /// The account asks us for something.
    TheirRequest,
    /// A third party's promise, passed on.
    PassedOn,
}

impl Service {
    /// Looks through a letter.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such account.
    pub async fn look_through(
        &self,
        caller: &Caller,
        letter: &Letter,
    ) -> Result<Looked, ServiceError> {
        let organisation = self.organisation(caller.organisation).await?;
        let account = self.addressee(caller, letter).await?;
        let calendar = match account {
            Some(id) => {
                let account = self.account(caller.organisation, id).await?;
                organisation.calendar(&account.calendar)
            }
            None => organisation.calendar(""),
        };
        let answer = answer_by(caller.at, &calendar)?;
        let lang = letter.lang.or_else(|| detect::of(&letter.text));
        let Some(lang) = lang else {
            let (said, findings, claims) = (Vec::new(), Vec::new(), Vec::new());
            return Ok(Looked { lang, account, said, findings, claims, outlook: None, answer });
        };
        let written = calendar.zone().to_datetime(letter.written_at.unwrap_or(caller.at));
        let reading = Reading { calendar: Some(&calendar), ..Reading::at(written, lang) };
        let checked = CHECKER.check(&letter.text, &reading);
        let findings = match letter.writer {
            Writer::Us => checked.findings,
            Writer::Account => Vec::new(),
        };
        let claims = match letter.writer {
            Writer::Us => self.unfounded(caller, &letter.text, &reading).await?,
            Writer::Account => Vec::new(),
        };
        let said = checked.statements.iter();
        let mut said: Vec<Said> = said.filter_map(|d| told(d, letter.writer, &calendar)).collect();
        let is_ours = |said: &Said| said.what == What::OurPromise;
        let calls_for_a_date = said.iter().any(is_ours) || !findings.is_empty();
        let outlook = if calls_for_a_date {
            Some(self.outlook(caller, (letter, account), &calendar).await?)
        } else {
            None
        };
        for said in said.iter_mut().filter(|said| is_ours(said)) {
            let due = said.due.as_ref();
            said.chance = due.and_then(|due| outlook.as_ref()?.chance_by(due.at()));
        }
        self.tell_recorded(caller, (account, &letter.text), &mut said).await?;
        Ok(Looked { lang: Some(lang), account, said, findings, claims, outlook, answer })
    }

    /// Tells which of our promises stand in the ledger already.
    async fn tell_recorded(
        &self,
        caller: &Caller,
        (account, text): (Option<AccountId>, &str),
        said: &mut [Said],
    ) -> Result<(), ServiceError> {
        let is_ours = |said: &Said| said.what == What::OurPromise;
        if account.is_none() || !said.iter().any(is_ours) {
            return Ok(());
        }
        let filter = PromiseFilter {
            state: "open".to_owned(),
            account,
            limit: MOST_ROWS,
            ..PromiseFilter::default()
        };
        let (rows, _) = self.ledger.promise_rows(caller.organisation, &filter).await?;
        for said in said.iter_mut().filter(|said| is_ours(said)) {
            let sentence = said.span.of(text);
            let same = rows.iter().find(|row| says_the_same(row, sentence, said.due.as_ref()));
            said.recorded = same.map(|row| row.number);
        }
        Ok(())
    }
}

/// The end of the next working day: so much time an answer may take.
fn answer_by(at: Timestamp, calendar: &Calendar) -> Result<Due, CalendarError> {
    let day = calendar.add_business_days(calendar.date_at(at), 1)?;
    Due::at_end_of(Grain::Day, day, calendar)
}

/// What a statement is, seen from us; `None` for what is neither promised nor asked.
fn told(dated: &Dated, writer: Writer, calendar: &Calendar) -> Option<Said> {
    let statement = &dated.statement;
    let by_us = (statement.who == Who::Us) == (writer == Writer::Us);
    let what = match statement.label {
        Label::Commitment if by_us => What::OurPromise,
        Label::Commitment => What::TheirPromise,
        Label::Request if writer == Writer::Us => What::OurRequest,
        Label::Request => What::TheirRequest,
        Label::PassedOn => What::PassedOn,
        Label::Refusal => return None,
    };
    let found = dated.due();
    Some(Said {
        span: statement.span,
        what,
        date: found.map(|found| found.span),
        direction: found.and_then(|found| found.direction),
        due: found.and_then(|found| due_of(found, calendar)),
        vague: statement.vague,
        chance: None,
        recorded: None,
    })
}

/// The last instant that still keeps to what was found: of a stretch its end, of a day its close.
fn due_of(found: &Found, calendar: &Calendar) -> Option<Due> {
    let grain = match found.grain {
        FoundGrain::Second | FoundGrain::Minute | FoundGrain::Hour => Grain::Minute,
        FoundGrain::Day => Grain::Day,
        FoundGrain::Week => Grain::Week,
        FoundGrain::Month => Grain::Month,
        FoundGrain::Quarter => Grain::Quarter,
        FoundGrain::Year => Grain::Year,
    };
    let wall: DateTime = found.end.or(found.start)?;
    if grain == Grain::Minute {
        return Due::at_time(wall, calendar).ok();
    }
    // The end of a stretch is not part of it any more.
    let is_past_it = found.end.is_some() && wall.time() == Time::midnight();
    let last = if is_past_it { wall.date().yesterday().ok()? } else { wall.date() };
    Due::at_end_of(grain, last, calendar).ok()
}

/// Whether a promise of the ledger says what a sentence does: in the same words, or due on the same day with a telling
/// word in common.
fn says_the_same(row: &PromiseRow, sentence: &str, due: Option<&Due>) -> bool {
    let (subject, sentence) = (row.subject.to_lowercase(), sentence.trim().to_lowercase());
    if subject == sentence.trim_end_matches('.') || subject == sentence {
        return true;
    }
    let same_day = row
        .due
        .as_ref()
        .zip(due)
        .is_some_and(|(listed, due)| listed.zone.to_datetime(listed.at).date() == due.date());
    let telling = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| w.chars().count() >= TELLING_LETTERS).map(str::to_owned).collect()
    };
    let of_sentence = telling(&sentence);
    same_day && telling(&subject).iter().any(|word| of_sentence.contains(word))
}
