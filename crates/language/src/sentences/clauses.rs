//! Cuts a sentence into clauses: at commas, colons, dashes and brackets, and before words that begin a new clause.

use std::ops::Range;

use crate::Lang;
use crate::lang::PerLang;
use crate::spelling::WordTable;
use crate::words::Word;

/// Words that begin a clause wherever they stand.
const BEGIN_NL: &[&str] = &[
    "maar", "als", "zodra", "wanneer", "omdat", "doordat", "zodat", "tenzij", "terwijl", "indien",
    "voordat", "nadat", "want", "mits",
];
const BEGIN_SV: &[&str] = &["men", "eftersom", "när", "såvida", "medan", "ifall", "därför"];
const BEGIN_EN: &[&str] =
    &["but", "if", "because", "unless", "once", "when", "while", "although", "whether", "whenever"];

/// Words that begin a clause when a subject follows soon.
const fn and(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &["en", "dus", "of", "dan"],
        Lang::Sv => &["och", "så", "om", "innan", "eller"],
        Lang::En => &["and", "so", "or", "then"],
    }
}

/// Words that, right before a subject, begin a question inside a sentence.
const fn asked_inside(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => &["hoe", "wat", "waar", "waarom", "welke"],
        Lang::Sv => &["hur", "vad", "varför", "vilken", "vilka"],
        Lang::En => &["how", "what", "where", "why", "which"],
    }
}

/// Subjects by which the clause after "and" is known to be one.
const fn subjects(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => {
            &["ik", "wij", "we", "u", "je", "jij", "jullie", "hij", "ze", "zij", "er", "het", "dat"]
        }
        Lang::Sv => &["vi", "jag", "ni", "du", "han", "hon", "de", "det", "den"],
        Lang::En => &["i", "we", "you", "he", "she", "they", "it", "there"],
    }
}

/// Days by which a second clause after "and" is known, beside those of the week.
const DAYS: &[&str] = &["morgen", "overmorgen", "morgon", "imorgon", "övermorgon", "week", "vecka"];

/// Dutch verbs after "en" that tell what the subject of a perfect does next.
const CARRY_ON_NL: &[&str] = &[
    "houd", "hou", "houden", "kom", "komen", "ga", "gaan", "laat", "laten", "bel", "bellen",
    "mail", "mailen", "stuur", "sturen", "neem", "nemen", "zal", "zullen", "regel", "regelen",
    "zet", "zetten", "zoek", "zoeken", "kijk", "kijken", "geef", "geven",
];

/// How many words lie at most between what is done and what is done next.
const CARRY_REACH: usize = 60;

fn beginnings(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Nl => BEGIN_NL,
        Lang::Sv => BEGIN_SV,
        Lang::En => BEGIN_EN,
    }
}

/// What a word at which a clause may begin does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// It begins one wherever it stands.
    Begins,
    /// Right before a subject it begins a question.
    Asks,
    /// It begins one when a subject follows soon.
    Joins,
    /// It may begin one for what stands around it.
    Other,
}

/// The words of a language by which clauses are told.
#[derive(Debug)]
struct Edges {
    /// Words at which a clause may begin, beside Swedish verbs: nearly every word of a text is none of them.
    turns: WordTable<Turn>,
    subjects: WordTable<()>,
}

impl Edges {
    fn of(lang: Lang) -> Self {
        let mut edges = Self { turns: WordTable::default(), subjects: WordTable::default() };
        let others = ["as", "så", "and", "en", "och", "we", "i"];
        let turns = [
            (Turn::Begins, beginnings(lang)),
            (Turn::Asks, asked_inside(lang)),
            (Turn::Joins, and(lang)),
            (Turn::Other, &others),
        ];
        for (turn, words) in turns {
            for word in words {
                edges.turns.entry(word, || turn);
            }
        }
        for word in subjects(lang) {
            edges.subjects.entry(word, || ());
        }
        edges
    }

    /// Those of a language; made once.
    fn in_language(lang: Lang) -> &'static Self {
        static ALL: PerLang<Edges> = PerLang::new();
        ALL.get_or_make(lang, || Self::of(lang))
    }

    /// What a word may do at the beginning of a clause.
    fn turn(&self, word: &Word<'_>, lang: Lang) -> Option<Turn> {
        let is_verb = || lang == Lang::Sv && word.low.ends_with('r');
        let turn = self.turns.get(word.hash, &word.low).copied();
        turn.or_else(|| is_verb().then_some(Turn::Other))
    }

    fn is_subject(&self, word: &Word<'_>) -> bool {
        self.subjects.get(word.hash, &word.low).is_some()
    }
}

/// Hardly a sentence has more clauses.
const USUAL: usize = 4;

/// The clauses, as ranges that follow each other and cover all words.
pub(super) fn of(words: &[Word<'_>], lang: Lang) -> Vec<Range<usize>> {
    let mut clauses = Vec::with_capacity(USUAL);
    let mut start = 0;
    let edges = Edges::in_language(lang);
    for (at, word) in words.iter().enumerate() {
        if word.mark {
            if at + 1 < words.len() && is_cut(words, at) {
                clauses.push(start..at + 1);
                start = at + 1;
            }
            continue;
        }
        let Some(turn) = edges.turn(word, lang) else { continue };
        // A clause that would be empty is none.
        if at == start {
            continue;
        }
        let cut_before = begins(words, at, turn, lang, edges);
        let main = lang == Lang::Sv && swedish_main(&words[start..], at - start)
            || lang == Lang::En && english_main(&words[start..], at - start)
            || carries_on(&words[start..], at - start, lang)
            || second_promise(&words[start..], at - start, lang);
        if cut_before || main {
            clauses.push(start..at);
            start = at;
        }
    }
    if start < words.len() {
        clauses.push(start..words.len());
    }
    clauses
}

/// In "om ni godkänner ritningen i dag levererar vi" no comma stands before the main clause: its verb and subject change
/// places.
fn swedish_main(clause: &[Word<'_>], at: usize) -> bool {
    let is = |at: usize, wanted: &[&str]| {
        clause.get(at).is_some_and(|word| wanted.contains(&&*word.low))
    };
    at >= 3
        && is(
            0,
            &[
                "om", "när", "ifall", "innan", "eftersom", "medan", "sedan", "då", "så", "hinner",
                "lyckas", "dröjer", "skulle", "blir", "går",
            ],
        )
        && !is(at - 1, &["och", "som", "att"])
        && (is(at + 1, &["vi", "jag", "ni", "du"])
            || is(0, &["hinner", "lyckas", "dröjer"]) && is(at + 1, &["den", "det", "de"]))
        && clause[at].low.ends_with('r')
}

/// "Once you sign we'll ship it", without a comma.
fn english_main(clause: &[Word<'_>], at: usize) -> bool {
    let low = |at: usize| clause.get(at).map_or("", |word| &*word.low);
    at >= 3
        && (matches!(low(0), "if" | "when" | "once" | "until" | "after" | "before" | "because")
            || low(0) == "as" && matches!(low(1), "soon" | "quickly"))
        && matches!(low(at), "we" | "i")
        && matches!(low(at + 1), "will" | "'ll" | "shall" | "are" | "am")
        && !matches!(low(at - 1), "and" | "that" | "what" | "or" | "if" | "when")
}

/// "I have passed it on and will keep an eye on it": what is done and what will be, with one subject.
fn carries_on(clause: &[Word<'_>], at: usize, lang: Lang) -> bool {
    let low = |at: usize| clause.get(at).map_or("", |word| &*word.low);
    let near = clause[..at].iter().rev().take(CARRY_REACH);
    let done = |words: &[&str]| near.clone().any(|word| words.contains(&&*word.low));
    match lang {
        Lang::En => low(at) == "and" && matches!(low(at + 1), "will" | "'ll" | "shall"),
        Lang::Nl => {
            let first = || CARRY_ON_NL.contains(&low(at + 1)) || low(at + 1).ends_with("en");
            low(at) == "en" && first() && done(&["heb", "hebben", "ben", "verwacht", "verwachten"])
        }
        Lang::Sv => {
            let future = || low(at + 1).ends_with('r') || matches!(low(at + 1), "ska" | "skall");
            low(at) == "och" && future() && done(&["har", "förstår", "vet", "beklagar"])
        }
    }
}

/// "We send it on Monday and Jan will come by on Friday": a new subject with its own verb, or its own day, after "and".
fn second_promise(clause: &[Word<'_>], at: usize, lang: Lang) -> bool {
    if at < 4 || !matches!(&*clause[at].low, "and" | "en" | "och") {
        return false;
    }
    let after = || clause[at + 1..].iter().take_while(|word| !word.mark);
    let day = |low: &str| DAYS.contains(&low) || low.ends_with("dag") && low.len() > 5;
    match lang {
        Lang::En => after().take(5).any(|word| matches!(&*word.low, "will" | "'ll")),
        Lang::Nl => after().take(2).any(|word| day(&word.low)) && after().take(3).count() > 2,
        Lang::Sv => after().take(3).any(|word| day(&word.low)) && after().take(4).count() > 3,
    }
}

/// A dash cuts with space on both sides, other marks always.
fn is_cut(words: &[Word<'_>], at: usize) -> bool {
    match &*words[at].low {
        "," | ";" | ":" | "(" | ")" | "—" | "…" => true,
        "." => at > 0 && words[at - 1].low == "." && words[at + 1].low != ".",
        "-" | "–" => {
            at > 0
                && words[at - 1].span.end < words[at].span.start
                && words[at].span.end < words[at + 1].span.start
        }
        _ => false,
    }
}

/// Swedish verbs that make one with "om": "gör om", do again.
const WITH_OM: &[&str] =
    &["gör", "lägger", "ser", "målar", "bokar", "bygger", "skriver", "räknar", "arbetar"];

/// The word two places on.
fn third_word<'a>(words: &'a [Word<'_>], at: usize) -> &'a str {
    words.get(at + 2).map_or("", |word| &*word.low)
}

/// Whether a word is as long as one that can begin a clause: a quick no for most.
const fn may_begin(low: &str) -> bool {
    matches!(low.len(), 2..=10)
}

fn begins(words: &[Word<'_>], at: usize, turn: Turn, lang: Lang, edges: &Edges) -> bool {
    let low = &*words[at].low;
    if !may_begin(low) {
        return false;
    }
    // "as soon as", "zodra mogelijk" and "när som helst" name a time and begin nothing.
    let next = words.get(at + 1).map_or("", |word| &*word.low);
    if turn == Turn::Begins {
        let before = &*words[at - 1].low;
        let names_a_time =
            matches!(next, "mogelijk" | "möjligt" | "possible" | "again" | "more" | "helst");
        let compares = low == "als"
            && (matches!(before, "zowel" | "zodra" | "net")
                || matches!(
                    next,
                    "eerste" | "laatste" | "enige" | "volgt" | "vanouds" | "afgesproken"
                ));
        return !names_a_time && !compares;
    }
    // "To discuss how we can help you": what is asked inside is not what is said.
    if turn == Turn::Asks && words.get(at + 1).is_some_and(|next| edges.is_subject(next)) {
        return true;
    }
    // "Back then we sent a new one."
    if low == "then" && words[at - 1].low == "back" {
        return false;
    }
    // "As soon as I know": the condition begins at the first "as".
    let third = words.get(at + 3).map_or("", |word| &*word.low);
    if low == "as" && matches!(next, "soon" | "quickly") && third != "possible" {
        return true;
    }
    // "Så snart banken har öppnat", but "så snart som möjligt" names a time.
    if low == "så" && matches!(next, "snart" | "fort" | "länge") {
        return !matches!(third_word(words, at), "som" | "möjligt" | "," | ".");
    }
    // "Gör vi om den": a verb in two parts.
    let subject = |at: usize| matches!(&*words[at].low, "vi" | "jag");
    if low == "om" && at >= 2 && subject(at - 1) && WITH_OM.contains(&&*words[at - 2].low) {
        return false;
    }
    let about = low == "om" && (lang != Lang::Sv || next == "att");
    // "En fråga om fakturan tar vi …": after "om" only a subject right behind it begins a clause.
    let reach = if low == "om" { 1 } else { 3 };
    !about
        && turn == Turn::Joins
        && words[at + 1..]
            .iter()
            .take(reach)
            .take_while(|word| !word.mark)
            .any(|word| edges.is_subject(word))
}
