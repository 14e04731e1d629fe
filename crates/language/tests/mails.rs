//! Whole mails in three languages, in which every promise and request is marked, with the day it is due.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use language::check::{Checker, Dated};
use language::dates::{Found, Reading};
use language::statements::{Label, Who};
use language::{Lang, Span};

const MAILS: [(Lang, &str); 3] = [
    (Lang::Nl, include_str!("mails/nl.txt")),
    (Lang::Sv, include_str!("mails/sv.txt")),
    (Lang::En, include_str!("mails/en.txt")),
];

/// A Thursday morning, with office hours.
fn thursday(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang)
}

/// A text without its marks, `{{us 2026-11-20|We come tomorrow.}}`, and what each mark says of which words.
fn unmarked(marked: &str) -> (String, Vec<(String, Span)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (place, part) in marked.split("{{").enumerate() {
        let Some((mark, rest)) = part.split_once('|').filter(|_| place > 0) else {
            text.push_str(part);
            continue;
        };
        let (inside, after) = rest.split_once("}}").expect("a mark ends");
        let start = text.len();
        text.push_str(inside);
        marks.push((mark.to_owned(), Span::new(start, text.len())));
        text.push_str(after);
    }
    (text, marks)
}

/// The day by the end of which something is due.
fn day(due: &Found) -> Option<Date> {
    let last = |end: jiff::civil::DateTime| end.checked_sub(1.second()).ok().map(|at| at.date());
    due.end.and_then(last).or_else(|| due.start.map(|start| start.date()))
}

/// What is said, in the words of the marks; nothing where it is none of ours and none of theirs.
fn said(found: &Dated) -> Option<String> {
    let who = match (found.statement.label, found.statement.who) {
        (Label::Request, _) => return Some("request".to_owned()),
        (Label::Commitment, Who::Us) => "us",
        (Label::Commitment, Who::Them) => "them",
        (Label::Commitment, Who::ThirdParty) | (Label::Refusal | Label::PassedOn, _) => {
            return None;
        }
    };
    let due = found.due().and_then(day).map_or_else(|| "-".to_owned(), |day| day.to_string());
    Some(format!("{who} {due}"))
}

#[test]
fn mails_say_what_their_marks_say() {
    let checker = Checker::ours();
    let mut wrong = Vec::new();
    for (lang, mails) in MAILS {
        let mails: Vec<&str> = mails.split("=====\n").collect();
        assert_eq!(mails.len(), 6, "{lang:?}");
        for (place, mail) in mails.into_iter().enumerate() {
            let (text, mut marks) = unmarked(mail);
            let checked = checker.check(&text, &thursday(lang));
            for found in &checked.statements {
                let Some(said) = said(found) else { continue };
                let span = found.statement.span;
                let fits = |(mark, at): &(String, Span)| *mark == said && at.overlaps(span);
                if let Some(known) = marks.iter().position(fits) {
                    marks.remove(known);
                } else {
                    wrong.push(format!("{lang:?} {} took {said}: {}", place + 1, span.of(&text)));
                }
            }
            let missed = marks.into_iter();
            wrong.extend(missed.map(|(mark, span)| {
                format!("{lang:?} {} missed {mark}: {}", place + 1, span.of(&text))
            }));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The days of a sentence's first statement: the one it is due, and those of each promise in it.
fn days(text: &str, lang: Lang) -> (Option<Date>, Vec<Date>) {
    let checked = Checker::ours().check(text, &thursday(lang));
    let found = checked.statements.first().expect("something is said");
    (found.due().and_then(day), found.dues().filter_map(day).collect())
}

#[test]
fn each_promise_has_the_day_of_its_own_clause() {
    let (monday, friday) = (date(2026, 11, 23), date(2026, 11, 20));
    let two = [
        (Lang::Nl, "Maandag sturen we de offerte en vrijdag komt Jan langs."),
        (Lang::Sv, "På måndag skickar vi offerten och på fredag kommer Jan förbi."),
        (Lang::En, "We'll send the quote on Monday and Jan will come by on Friday."),
    ];
    for (lang, text) in two {
        assert_eq!(days(text, lang), (Some(monday), vec![monday, friday]), "{text}");
    }
    let one = [
        (Lang::Nl, "Als u maandag tekent, leveren wij vrijdag."),
        (Lang::Sv, "Om ni skriver på på måndag levererar vi på fredag."),
        (Lang::En, "If you sign on Monday, we deliver on Friday."),
    ];
    for (lang, text) in one {
        assert_eq!(days(text, lang), (Some(friday), vec![friday]), "{text}");
    }
}

#[test]
fn a_time_in_another_clause_makes_no_promise_precise() {
    let vague = [
        (Lang::Nl, "Omdat uw beurs maandag begint, kijken we er snel naar."),
        (Lang::Sv, "Eftersom er mässa börjar på måndag tittar vi på det snart."),
        (Lang::En, "Because your fair starts on Monday, we'll look into it soon."),
    ];
    for (lang, text) in vague {
        let checked = Checker::ours().check(text, &thursday(lang));
        let found = checked.statements.first().expect(text);
        assert!(found.statement.vague && found.due().is_none(), "{text}");
    }
}

/// Mails of other writers, who had not seen the rules: not all in them is read, and no less than so much may be. Of the
/// first three the words are learned, of the others nothing.
const OTHERS: [(Lang, &str); 6] = [
    (Lang::Nl, include_str!("mails/others-nl.txt")),
    (Lang::Sv, include_str!("mails/others-sv.txt")),
    (Lang::En, include_str!("mails/others-en.txt")),
    (Lang::Nl, include_str!("others/mails/nl.txt")),
    (Lang::Sv, include_str!("others/mails/sv.txt")),
    (Lang::En, include_str!("others/mails/en.txt")),
];

/// Precision and recall in one, for all that is promised and asked.
const LEAST_F1: f64 = 0.85;

/// How often what is said was told and not.
#[derive(Debug, Default)]
struct Told {
    right: u32,
    missed: u32,
    wrong: u32,
}

impl Told {
    /// Of what is marked and what was read, of one kind or of all.
    fn of(marks: &[(String, Span)], said: &[(String, Span)]) -> Self {
        let is_one = |(one, at): &(String, Span), (other, there): &(String, Span)| {
            kind(one) == kind(other) && at.overlaps(*there)
        };
        let right = marks.iter().filter(|mark| said.iter().any(|each| is_one(each, mark))).count();
        let wrong = said.iter().filter(|each| !marks.iter().any(|mark| is_one(each, mark))).count();
        let count = |number: usize| u32::try_from(number).expect("few");
        Self { right: count(right), missed: count(marks.len() - right), wrong: count(wrong) }
    }

    fn add(&mut self, more: &Self) {
        self.right += more.right;
        self.missed += more.missed;
        self.wrong += more.wrong;
    }

    fn f1(&self) -> f64 {
        let twice = f64::from(2 * self.right);
        twice / (twice + f64::from(self.missed + self.wrong))
    }
}

#[test]
fn most_of_what_others_write_is_read() {
    for (lang, mails) in OTHERS {
        let kinds = ["us", "them", "request"];
        let (mut all, mut told) = (Told::default(), kinds.map(|kind| (kind, Told::default())));
        for mail in mails.split("=====\n") {
            let (written, mail) =
                mail.strip_prefix("@ ").expect("a moment").split_once('\n').expect("a mail");
            let (text, marks) = unmarked(mail);
            let reading = Reading::at(written.parse().expect("a moment"), lang);
            let statements = Checker::ours().check(&text, &reading).statements;
            // What is said to whom; the days are held to those mails that are read whole.
            let said: Vec<(String, Span)> = statements
                .iter()
                .filter_map(|each| Some((kind(&said(each)?), each.statement.span)))
                .collect();
            all.add(&Told::of(&marks, &said));
            for (one, told) in &mut told {
                let of = |all: &[(String, Span)]| -> Vec<(String, Span)> {
                    all.iter().filter(|(mark, _)| kind(mark) == *one).cloned().collect()
                };
                told.add(&Told::of(&of(&marks), &of(&said)));
            }
        }
        for (kind, told) in &told {
            println!("{} mails: {kind}, F1 {:.3}", lang.code(), told.f1());
        }
        assert!(all.f1() >= LEAST_F1, "{lang:?}: {all:?}: {:.3}", all.f1());
    }
}

/// What a mark says without its day.
fn kind(mark: &str) -> String {
    mark.split([' ', '~']).next().unwrap_or_default().to_owned()
}
