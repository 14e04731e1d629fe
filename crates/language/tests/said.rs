//! Sentences of business mail in three languages with what is said in them, both the plain and the hard ones.

use jiff::civil::date;
use language::dates::Reading;
use language::statements::{Label, Who};
use language::{Lang, statements};

const TABLES: [(Lang, &str); 51] = [
    (Lang::Nl, include_str!("said/nl.txt")),
    (Lang::Nl, include_str!("said/nl-a.txt")),
    (Lang::Nl, include_str!("said/nl-b.txt")),
    (Lang::Nl, include_str!("said/nl-c.txt")),
    (Lang::Nl, include_str!("said/nl-d.txt")),
    (Lang::Nl, include_str!("said/nl-e.txt")),
    (Lang::Nl, include_str!("said/nl-f.txt")),
    (Lang::Nl, include_str!("said/nl-g.txt")),
    (Lang::Nl, include_str!("said/nl-h.txt")),
    (Lang::Nl, include_str!("said/nl-i.txt")),
    (Lang::Nl, include_str!("said/nl-j.txt")),
    (Lang::Nl, include_str!("said/nl-k.txt")),
    (Lang::Nl, include_str!("said/nl-l.txt")),
    (Lang::Nl, include_str!("said/nl-m.txt")),
    (Lang::Nl, include_str!("said/nl-n.txt")),
    (Lang::Nl, include_str!("said/nl-o.txt")),
    (Lang::Nl, include_str!("said/nl-p.txt")),
    (Lang::Sv, include_str!("said/sv.txt")),
    (Lang::Sv, include_str!("said/sv-a.txt")),
    (Lang::Sv, include_str!("said/sv-b.txt")),
    (Lang::Sv, include_str!("said/sv-c.txt")),
    (Lang::Sv, include_str!("said/sv-d.txt")),
    (Lang::Sv, include_str!("said/sv-e.txt")),
    (Lang::Sv, include_str!("said/sv-f.txt")),
    (Lang::Sv, include_str!("said/sv-g.txt")),
    (Lang::Sv, include_str!("said/sv-h.txt")),
    (Lang::Sv, include_str!("said/sv-i.txt")),
    (Lang::Sv, include_str!("said/sv-j.txt")),
    (Lang::Sv, include_str!("said/sv-k.txt")),
    (Lang::Sv, include_str!("said/sv-l.txt")),
    (Lang::Sv, include_str!("said/sv-m.txt")),
    (Lang::Sv, include_str!("said/sv-n.txt")),
    (Lang::Sv, include_str!("said/sv-o.txt")),
    (Lang::Sv, include_str!("said/sv-p.txt")),
    (Lang::En, include_str!("said/en.txt")),
    (Lang::En, include_str!("said/en-a.txt")),
    (Lang::En, include_str!("said/en-b.txt")),
    (Lang::En, include_str!("said/en-c.txt")),
    (Lang::En, include_str!("said/en-d.txt")),
    (Lang::En, include_str!("said/en-e.txt")),
    (Lang::En, include_str!("said/en-f.txt")),
    (Lang::En, include_str!("said/en-g.txt")),
    (Lang::En, include_str!("said/en-h.txt")),
    (Lang::En, include_str!("said/en-i.txt")),
    (Lang::En, include_str!("said/en-j.txt")),
    (Lang::En, include_str!("said/en-k.txt")),
    (Lang::En, include_str!("said/en-l.txt")),
    (Lang::En, include_str!("said/en-m.txt")),
    (Lang::En, include_str!("said/en-n.txt")),
    (Lang::En, include_str!("said/en-o.txt")),
    (Lang::En, include_str!("said/en-p.txt")),
];

/// A Thursday morning, with office hours.
fn thursday(lang: Lang) -> Reading<'static> {
    Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang)
}

/// What a sentence says, in the words of the tables; the strongest where it says several things.
fn said(text: &str, lang: Lang) -> &'static str {
    let found = statements::find(text, &thursday(lang));
    let holds = |label, who| found.iter().any(|one| (one.label, one.who) == (label, who));
    let ours = |one: &&statements::Statement| (one.label, one.who) == (Label::Commitment, Who::Us);
    if let Some(promise) = found.iter().find(ours) {
        return if promise.vague { "us~" } else { "us" };
    }
    match () {
        () if holds(Label::Request, Who::Them) => "request",
        () if holds(Label::Commitment, Who::Them) => "them",
        () if holds(Label::PassedOn, Who::ThirdParty) => "third",
        () if holds(Label::Refusal, Who::Us) => "refusal",
        () => "none",
    }
}

#[test]
fn sentences_say_what_their_table_says() {
    let mut wrong = Vec::new();
    for (lang, table) in TABLES {
        let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() >= 20, "{lang:?}");
        for row in rows {
            let parts: Vec<&str> = row.splitn(3, " | ").collect();
            let [wanted, reason, text] = parts[..] else { panic!("{row}") };
            let got = said(text, lang);
            let fits = match wanted {
                "not" => !matches!(got, "us" | "us~" | "request"),
                _ => got == wanted,
            };
            if !fits {
                wrong.push(format!("{lang:?} wanted {wanted} ({reason}), got {got}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Sentences of writers who had not seen the rules, of which no rule was mended.
const OTHERS: [(&str, Lang, &str); 5] = [
    ("nl-q", Lang::Nl, include_str!("others/nl-q.txt")),
    ("nl-r", Lang::Nl, include_str!("others/nl-r.txt")),
    ("sv-q", Lang::Sv, include_str!("others/sv-q.txt")),
    ("sv-r", Lang::Sv, include_str!("others/sv-r.txt")),
    ("en-q", Lang::En, include_str!("others/en-q.txt")),
];

/// How well promises of ours are told of them at least, as F1.
const FLOOR: f64 = 0.92;

#[test]
fn most_promises_of_others_are_told() {
    for (name, lang, table) in OTHERS {
        let (mut right, mut missed, mut wrong) = (0.0, 0.0, 0.0);
        for row in table.lines().filter(|line| !line.starts_with('#')) {
            let parts: Vec<&str> = row.splitn(3, " | ").collect();
            let [label, _, text] = parts[..] else { panic!("{row}") };
            let ours = |label: &str| matches!(label, "us" | "us~");
            match (ours(label), ours(said(text, lang))) {
                (true, true) => right += 1.0,
                (true, false) => missed += 1.0,
                (false, true) => wrong += 1.0,
                (false, false) => {}
            }
        }
        let f1 = 2.0 * right / (2.0 * right + missed + wrong);
        println!("{name}: promises of ours, F1 {f1:.3}");
        assert!(right + missed > 50.0, "{name}");
        assert!(f1 >= FLOOR, "{name}: {f1:.3}");
    }
}
