//! What was found in a letter, as it stands beside it: marks in order, each with better words to take, and what is asked
//! on both sides.

use askama::filters::Safe;
use language::dates::Direction;
use language::wording::{Class, Finding, Severity};
use language::{Lang as TextLang, Span};
use promise::{Health, Policy};
use service::capabilities::Unfounded;
use service::wording::{Ahead, Letter, Looked, Outlook, Said, Seen, What, Writer};
use texts::Lang;
use texts::figure::capital;

use super::take::place;
use crate::drawing::mark::Mark;
use crate::form::query;
use crate::offsets::Offsets;
use crate::page::Markup;
use crate::reader::Reader;
use crate::say::Voice;
use crate::say::capability::mark_of;
use crate::say::quote::Reason;

/// So many marks are shown: nobody goes through more at once.
const MOST_MARKS: usize = 100;

/// Everything that was found.
pub(super) struct LookedView {
    pub(super) heading: String,
    pub(super) marks: Vec<MarkView>,
    /// What is said of marks beyond those.
    pub(super) more: Option<String>,
    /// What we ask of the customer, and what they said they will do.
    pub(super) asked: Vec<AskedView>,
    /// What they ask of us, in a letter of theirs.
    pub(super) they_ask: Vec<TheyView>,
    /// What they say they will do, in a letter of theirs.
    pub(super) they_promise: Vec<TheyView>,
    /// What others promised.
    pub(super) passed_on: Vec<String>,
    /// What the dates were reckoned for.
    pub(super) reckoned: Option<Reckoned>,
    /// Every place to mark in the text: begin, end, class; as JSON.
    pub(super) places: String,
}

/// Something to look at, or a promise that holds.
pub(super) struct MarkView {
    pub(super) mark: Markup,
    pub(super) class: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words that are marked, in the language they are in.
    pub(super) words: String,
    pub(super) lang: &'static str,
    pub(super) said: Vec<String>,
    pub(super) takes: Vec<Take>,
    /// Where a yes is priced, or what product says stands.
    pub(super) price: Option<(String, &'static str)>,
    /// The place of a promise that can be written down.
    pub(super) record: Option<String>,
    /// The promise that says the same already.
    pub(super) recorded: Option<(String, String)>,
}

/// Other words, and where they would stand.
pub(super) struct Take {
    pub(super) value: String,
    pub(super) label: String,
}

/// Something that we ask, or that they will do.
pub(super) struct AskedView {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) due: Option<String>,
}

/// Something that they ask or promise.
pub(super) struct TheyView {
    pub(super) words: String,
    pub(super) due: Option<String>,
    /// Where it becomes a question to the plan; nothing for what they will do themselves.
    pub(super) href: Option<String>,
}

/// What the dates were reckoned for, and on what ground.
pub(super) struct Reckoned {
    pub(super) said: String,
    pub(super) why: Vec<Reason>,
    pub(super) kept: Option<String>,
}

/// What a view is made of.
struct Told<'a> {
    voice: &'a Voice,
    /// The voice in which the letter itself speaks.
    letter_voice: Voice,
    letter: &'a Letter,
    offsets: Offsets,
    looked: &'a Looked,
    account: Option<&'a str>,
    policy: &'a Policy,
}

impl LookedView {
    /// `account` is the customer's name, if it is known who that is.
    pub(super) fn of(
        reader: &Reader,
        letter: &Letter,
        looked: &Looked,
        account: Option<&str>,
    ) -> Self {
        let voice = &reader.voice;
        let lang = looked.lang.map_or(voice.lang, lang_of_text);
        let letter_voice = Voice { lang, ..voice.clone() };
        let policy = &reader.organisation.policy;
        let offsets = Offsets::in_utf16(&letter.text);
        Told { voice, letter_voice, letter, offsets, looked, account, policy }.view()
    }
}

impl Told<'_> {
    fn view(&self) -> LookedView {
        let t = self.voice.t();
        let mut marks = self.marks();
        let more = marks.len().saturating_sub(MOST_MARKS);
        let to_look_at = marks.iter().filter(|mark| mark.class != Mark::Plan.class()).count();
        marks.truncate(MOST_MARKS);
        let places: Vec<(usize, usize, &str)> =
            marks.iter().map(|mark| (mark.start, mark.end, mark.class)).collect();
        let heading = match (self.looked.lang, to_look_at) {
            (None, _) => t.wording_no_language().to_owned(),
            (Some(_), 0) => t.wording_clear().to_owned(),
            (Some(_), n) => t.wording_found(n, &capital(&self.voice.lang.count_word(n))),
        };
        LookedView {
            heading,
            asked: self.asked(),
            they_ask: self.they(What::TheirRequest),
            they_promise: self.they(What::TheirPromise),
            passed_on: self.of(What::PassedOn).map(|said| self.words(said.span)).collect(),
            reckoned: self.looked.outlook.as_ref().map(|outlook| self.reckoned(outlook)),
            more: (more > 0).then(|| t.and_more(&self.voice.lang.count(more))),
            places: serde_json::json!(places).to_string(),
            marks,
        }
    }

    fn of(&self, what: What) -> impl Iterator<Item = &Said> {
        self.looked.said.iter().filter(move |said| said.what == what)
    }

    fn words(&self, span: Span) -> String {
        span.of(&self.letter.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn ahead(&self) -> Option<&Ahead> {
        match &self.looked.outlook.as_ref()?.seen {
            Seen::Date(ahead) => Some(ahead),
            Seen::CannotForecast(_) => None,
        }
    }

    /// Wording to change, our promises, and what we claim of the product, in the order of the text. Where a time that is none stands in a promise,
    /// that is one mark.
    fn marks(&self) -> Vec<MarkView> {
        let findings = self.looked.findings.iter().filter(|finding| !self.is_undated(finding));
        let mut marks: Vec<MarkView> = findings.map(|finding| self.finding(finding)).collect();
        for said in self.of(What::OurPromise) {
            let vague = |finding: &&Finding| {
                finding.class == Class::VagueTime
                    && said.span.holds(finding.span)
                    && !finding.by_weight
            };
            let is_marked = self.looked.findings.iter().any(|finding| vague(&finding));
            if said.due.is_some() || !is_marked {
                marks.push(self.promise(said));
            }
        }
        marks.extend(self.looked.claims.iter().map(|claim| self.claim(claim)));
        marks.sort_by_key(|mark| (mark.start, mark.end));
        marks
    }

    /// Whether a finding says of a sentence what the mark of a promise without a date says of it too.
    fn is_undated(&self, finding: &Finding) -> bool {
        let is_undated = |said: &Said| said.due.is_none() && said.span.overlaps(finding.span);
        let is_vague = finding.by_weight && finding.class == Class::VagueTime;
        is_vague && self.of(What::OurPromise).any(is_undated)
    }

    /// A mark over a span, with nothing said of it yet.
    fn mark(&self, span: Span, mark: Mark) -> MarkView {
        let (start, end) = self.offsets.of(span);
        MarkView {
            mark: Safe(mark.svg().to_owned()),
            class: mark.class(),
            start,
            end,
            words: self.words(span),
            lang: self.letter_voice.lang.tag(),
            said: Vec::new(),
            takes: Vec::new(),
            price: None,
            record: None,
            recorded: None,
        }
    }

    fn finding(&self, finding: &Finding) -> MarkView {
        let mark = if finding.severity == Severity::Error { Mark::Off } else { Mark::Watch };
        let mut view = self.mark(finding.span, mark);
        view.said = vec![finding.says.clone(), finding.repair.clone()];
        match finding.class {
            Class::VagueTime => {
                let ahead = self.ahead();
                view.said.extend(ahead.map(|ahead| self.holds(ahead)));
                let dates = ahead.map(|ahead| ahead.offer.due.at());
                let dates = dates.into_iter().chain([self.looked.answer.at()]);
                let (words, before) = if finding.by_weight {
                    (end_of_words(&self.letter.text, finding.span), " ")
                } else {
                    (finding.span, "")
                };
                view.takes = dates.map(|at| self.take(words, &self.by(at), before)).collect();
                let mut promises = self.of(What::OurPromise);
                if let Some(said) = promises.find(|said| said.span.holds(finding.span)) {
                    self.tell_record(&mut view, said);
                }
            }
            Class::FlatRefusal => {
                view.price = Some((self.quote(&[("menu", "1")]), self.voice.t().wording_yes()));
            }
            Class::HidingRules
            | Class::TellingCustomer
            | Class::AbsoluteClaim
            | Class::Exemption => {}
        }
        view
    }

    /// Something that we claim of the product, and that product does not answer for.
    fn claim(&self, claim: &Unfounded) -> MarkView {
        let mut view = self.mark(claim.span, mark_of(Some(claim.wrong)));
        view.said = vec![claim.says.clone(), claim.repair.clone()];
        let href = format!("/capabilities/{}", claim.capability);
        view.price = Some((href, self.voice.t().claims_go()));
        view
    }

    fn promise(&self, said: &Said) -> MarkView {
        let t = self.voice.t();
        let Some(due) = &said.due else {
            let mut view = self.mark(said.span, Mark::Watch);
            let vague = if said.date.is_some() { t.wording_vague() } else { t.wording_no_date() };
            view.said.push(vague.to_owned());
            if let Some(ahead) = self.ahead() {
                view.said.push(self.holds(ahead));
                let at = end_of_words(&self.letter.text, said.span);
                view.takes.push(self.take(at, &self.by(ahead.offer.due.at()), " "));
            }
            self.tell_record(&mut view, said);
            return view;
        };
        let day = self.voice.due(due);
        let health = said.chance.map(|chance| Health::at(chance, None, self.policy));
        let has_passed = due.at() < self.voice.now;
        let mark = match health {
            _ if has_passed => Mark::Off,
            None => Mark::Unknown,
            Some(Health::OffPlan) => Mark::Off,
            Some(Health::Watch) => Mark::Watch,
            Some(Health::OnPlan) => Mark::Plan,
        };
        let mut view = self.mark(said.date.unwrap_or(said.span), mark);
        view.said.push(match said.chance {
            _ if has_passed => capital(&t.wording_passed(&day)),
            Some(chance) => t.wording_chance(&day, &self.voice.chance(chance)),
            None => t.wording_due(&day),
        });
        let holds = health == Some(Health::OnPlan) && !has_passed;
        if let Some(ahead) = self.ahead().filter(|_| !holds)
            && ahead.offer.due.at() > due.at()
        {
            view.said.push(self.holds(ahead));
            if let Some(span) = said.date {
                view.takes.push(self.take(span, &self.instead_of(said, ahead), ""));
            }
            let wished = due.date().to_string();
            let pairs = [("menu", "1"), ("wished", wished.as_str())];
            let what = self.words(said.span);
            let pairs: Vec<(&str, &str)> = pairs.into_iter().chain([("what", &*what)]).collect();
            view.price = Some((self.quote(&pairs), t.wording_cost()));
        }
        self.tell_record(&mut view, said);
        view
    }

    /// Whether a promise stands in the ledger, or can be written down.
    fn tell_record(&self, view: &mut MarkView, said: &Said) {
        match said.recorded {
            Some(number) => {
                let named = self.voice.t().wording_number(&number);
                view.recorded = Some((format!("/promises/{number}"), named));
            }
            None => view.record = Some(place(&self.offsets, said.span)),
        }
    }

    /// The date that holds, with its chance when the history allows one.
    fn holds(&self, ahead: &Ahead) -> String {
        let (t, day) = (self.voice.t(), self.voice.due(&ahead.offer.due));
        match ahead.offer.level {
            Some(_) => t.wording_holds(&day, &self.voice.chance(ahead.offer.chance)),
            None => t.wording_best(&day),
        }
    }

    /// "By" a day, in the language of the letter.
    fn by(&self, at: jiff::Timestamp) -> String {
        self.letter_voice.t().wording_by(&self.letter_voice.day(at))
    }

    /// The date that holds, as it stands in the place of another: with "on" or "by" where the other has such a word.
    fn instead_of(&self, said: &Said, ahead: &Ahead) -> String {
        let at = ahead.offer.due.at();
        let day = self.letter_voice.day(at);
        match said.direction {
            None => day,
            Some(Direction::At) => self.letter_voice.t().wording_on(&day),
            Some(_) => self.by(at),
        }
    }

    /// Other words for a span, beginning as it does.
    fn take(&self, span: Span, words: &str, before: &str) -> Take {
        let begins_large =
            span.of(&self.letter.text).chars().next().is_some_and(char::is_uppercase);
        let is_first = self.is_first_word(span);
        let words = if begins_large && is_first { capital(words) } else { words.to_owned() };
        Take {
            value: format!("{} {before}{words}", place(&self.offsets, span)),
            label: self.voice.t().wording_take(&words),
        }
    }

    /// Whether a span begins a sentence.
    fn is_first_word(&self, span: Span) -> bool {
        let before =
            self.letter.text.get(..span.start).unwrap_or_default().trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
    }

    /// The question to the plan, with what is known of it.
    fn quote(&self, pairs: &[(&str, &str)]) -> String {
        let account = self.looked.account.map(|id| id.to_string()).unwrap_or_default();
        let work = self.looked.outlook.as_ref().map(|outlook| &outlook.work);
        let team = work.map(|work| work.team.as_str()).unwrap_or_default();
        let kind = work.map(|work| work.kind.as_str()).unwrap_or_default();
        let own = [("account", account.as_str()), ("team", team), ("kind", kind)];
        let all = own.iter().chain(pairs).filter(|(_, value)| !value.is_empty());
        let all = all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        format!("/quote?{}", query(&all.collect::<Vec<_>>()))
    }

    fn asked(&self) -> Vec<AskedView> {
        let asked = self.looked.said.iter();
        let by_us = self.letter.writer == Writer::Us;
        let asked = asked
            .filter(|said| by_us && matches!(said.what, What::OurRequest | What::TheirPromise));
        let view = |said: &Said| AskedView {
            value: place(&self.offsets, said.span),
            words: self.words(said.span),
            due: said.due.as_ref().map(|due| self.voice.due(due)),
        };
        asked.map(view).collect()
    }

    /// What they said in a letter of theirs: what they ask becomes a question to the plan.
    fn they(&self, what: What) -> Vec<TheyView> {
        let is_theirs = self.letter.writer == Writer::Account;
        let view = |said: &Said| {
            let words = self.words(said.span);
            let wished = said.due.as_ref().map(|due| due.date().to_string()).unwrap_or_default();
            let asks = said.what == What::TheirRequest;
            TheyView {
                href: asks.then(|| self.quote(&[("what", &words), ("wished", &wished)])),
                due: said.due.as_ref().map(|due| self.voice.due(due)),
                words,
            }
        };
        self.of(what).filter(|_| is_theirs).map(view).collect()
    }

    fn reckoned(&self, outlook: &Outlook) -> Reckoned {
        let t = self.voice.t();
        let work = &outlook.work;
        let said = match &outlook.seen {
            Seen::CannotForecast(why) => self.voice.why_not(why),
            Seen::Date(_) if work.kind.is_empty() => t.wording_for_team(&work.team),
            Seen::Date(_) => t.wording_for(&work.kind, &work.team),
        };
        let account = self.account.map(|name| t.wording_for_account(&name)).unwrap_or_default();
        let said = format!("{said} {account}").trim_end().to_owned();
        let ahead = self.ahead();
        let why = ahead.map(|ahead| ahead.why.iter().map(|driver| self.voice.driver(driver)));
        Reckoned {
            said,
            why: why.map(Iterator::collect).unwrap_or_default(),
            kept: ahead.and_then(|ahead| self.voice.kept(ahead.kept)),
        }
    }
}

/// The place after the last word of a sentence, before what closes it.
fn end_of_words(text: &str, span: Span) -> Span {
    let words = span.of(text).trim_end().trim_end_matches(['.', '!', '?', ';', ':', ',']);
    let at = span.start + words.len();
    Span::new(at, at)
}

/// The language of a text as one that people read here.
fn lang_of_text(lang: TextLang) -> Lang {
    match lang {
        TextLang::Nl => Lang::Nl,
        TextLang::Sv => Lang::Sv,
        TextLang::En => Lang::En,
    }
}
