//! Whole mails in three languages, with what is whose in them; and any text at all.

use jiff::civil::date;
use language::dates::Reading;
use language::words::{Text, lower_of};
use language::zones::{self, Kind};
use language::{Lang, sentences, statements};
use proptest::prelude::*;

/// Each zone as its kind and the words it begins and ends with.
fn shown(text: &str) -> Vec<String> {
    let words = |part: &str| part.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    zones::of(text)
        .iter()
        .map(|zone| {
            let words = words(zone.span.of(text));
            let first = words.first().cloned().unwrap_or_default();
            let last = words.last().cloned().unwrap_or_default();
            format!("{:?} {first}..{last}", zone.kind)
        })
        .collect()
}

#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
        assert_eq!(shown(&text), wanted, "{text:?}");
    }
}

/// The sentences in which we promise something.
fn promised(text: &str, lang: Lang) -> Vec<&str> {
    let found = statements::find(text, &Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang));
    let ours = found
        .iter()
        .filter(|one| (one.label, one.who) == (statements::Label::Commitment, statements::Who::Us));
    ours.map(|one| one.span.of(text)).collect()
}

const DUTCH: &str = "\
Geachte mevrouw De Wit,

Dank voor uw melding. Wij komen donderdag 3 december langs.
- Vrijdag sturen wij het rapport.
- Uw \"binnen 24 uur gemaakt\" kennen we.

Met vriendelijke groet,

Kees Bakker
Tel. 030 123 45 67

Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Wij antwoorden morgen.

Op 20 nov. 2026 om 10:12 schreef J. de Wit <j@example.org>:
> Wij betalen vrijdag.
> Groet";

const SWEDISH: &str = "\
Hej Karin!

Tack. Vi byter pumpen på måndag.

PS. Nyckeln lämnar jag i receptionen på fredag.

Med vänlig hälsning
Olle Ek
Rör AB

Från: Karin
Skickat: den 20 november 2026
Till: Olle
Ämne: pumpen

Vi betalar på fredag.
Hälsningar Karin";

const ENGLISH: &str = "\
> Can you come on Friday?

Yes, we will be there at 9.

> And the invoice?

I'll send it tomorrow.

```
we will retry in 5 minutes
```

Cheers,
Ann

-----Original Message-----
We will pay on Friday.";

#[test]
fn dutch_mail() {
    check(
        DUTCH,
        &[
            "Greeting Geachte..Wit,",
            "Own Dank..Uw",
            "Quotation \"binnen..gemaakt\"",
            "Own kennen..we.",
            "Signature Met..67",
            "Disclaimer Dit..morgen.",
            "Quoted Op..Groet",
        ],
    );
    let wanted = ["Wij komen donderdag 3 december langs.", "Vrijdag sturen wij het rapport."];
    assert_eq!(promised(DUTCH, Lang::Nl), wanted);
}

#[test]
fn swedish_mail() {
    check(
        SWEDISH,
        &["Greeting Hej..Karin!", "Own Tack...fredag.", "Signature Med..AB", "Quoted Från:..Karin"],
    );
    let wanted = ["Vi byter pumpen på måndag.", "Nyckeln lämnar jag i receptionen på fredag."];
    assert_eq!(promised(SWEDISH, Lang::Sv), wanted);
}

#[test]
fn english_mail() {
    check(
        ENGLISH,
        &[
            "Quoted >..Friday?",
            "Own Yes,..9.",
            "Quoted >..invoice?",
            "Own I'll..tomorrow.",
            "Code ```..```",
            "Signature Cheers,..Ann",
            "Quoted -----Original..Friday.",
        ],
    );
    assert_eq!(
        promised(ENGLISH, Lang::En),
        ["Yes, we will be there at 9.", "I'll send it tomorrow."]
    );
}

#[test]
fn one_sentence_is_all_own_words() {
    for text in
        ["We will call.", "Vi ringer 'snart", "Best wishes are not enough here, we pay.", " x"]
    {
        let zones = zones::of(text);
        assert!(zones.len() == 1 && zones[0].kind == Kind::Own, "{text}: {zones:?}");
    }
}

#[test]
fn comments_are_nobodys_word() {
    check("<!-- a note\non two lines -->\nWe come.", &["Code <!--..-->", "Own We..come."]);
    check("We <!-- soon --> come.", &["Own We..We", "Code <!--..-->", "Own come...come."]);
    check("We come. <!-- not\nclosed", &["Own We..closed"]);
    check(
        "A \"b\" <!----> c",
        &["Own A..A", "Quotation \"b\"..\"b\"", "Own ..", "Code <!---->..<!---->", "Own c..c"],
    );
}

#[test]
fn quotations_are_told_from_apostrophes() {
    check(
        "He said ‘we come’ and “go”.",
        &[
            "Own He..said",
            "Quotation ‘we..come’",
            "Own and..and",
            "Quotation “go”..“go”",
            "Own ....",
        ],
    );
    check("'s Ochtends de foto's en de baby's van Jans' zus.", &["Own 's..zus."]);
    check(
        "Han sa ”vi kommer” och »går».",
        &[
            "Own Han..sa",
            "Quotation ”vi..kommer”",
            "Own och..och",
            "Quotation »går»..»går»",
            "Own ....",
        ],
    );
}

#[test]
fn a_headed_list_is_what_its_head_says() {
    let text = "Hi Bo,\n\nFrom our side:\n- a new pump on Friday\n- the invoice by 4 December\n\nWhat we need from you:\n- the key by Monday\n\nKind regards\nAnn";
    assert_eq!(promised(text, Lang::En), ["a new pump on Friday", "the invoice by 4 December"]);
    let asked: Vec<&str> =
        statements::find(text, &Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), Lang::En))
            .iter()
            .filter(|one| one.label == statements::Label::Request)
            .map(|one| one.span.of(text))
            .collect();
    assert_eq!(asked, ["the key by Monday"]);
}

#[test]
fn the_time_taken_grows_with_the_length_only() {
    let parts = [
        "\"a ", "> x\n", "'a\n\n", "    \n", "- a\n", "On 1\n", "Van: x\n", "a.", "we will ", "“",
        "\r", "Best,\n",
    ];
    for part in parts {
        let text = part.repeat(50_000 / part.len());
        for lang in Lang::ALL {
            let _found =
                statements::find(&text, &Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang));
        }
    }
}

proptest! {
    #[test]
    fn any_text_has_zones_sentences_and_statements(
        text in r#"(\PC|[\r\n \t'"“”‘’«»>.,:;?!-]|we will |vi |morgen |\r\n|- |🤝🏽|e\u{301}){0,80}"#,
    ) {
        let zones = zones::of(&text);
        let low = lower_of(&text);
        let mut end = 0;
        for zone in &zones {
            prop_assert_eq!(zone.span.start, end);
            prop_assert!(text.get(zone.span.start..zone.span.end).is_some());
            end = zone.span.end;
        }
        prop_assert_eq!(end, text.len());
        for lang in Lang::ALL {
            for sentence in sentences::of(Text::of(&text, &low), &zones, lang) {
                prop_assert!(text.get(sentence.span.start..sentence.span.end).is_some());
                prop_assert!(sentence.clauses.iter().all(|clause| !clause.is_empty()));
                let covered: usize = sentence.clauses.iter().map(ExactSizeIterator::len).sum();
                prop_assert_eq!(covered, sentence.words.len());
                for word in sentence.words {
                    prop_assert!(text.get(word.span.start..word.span.end).is_some());
                }
            }
            for statement in statements::find(&text, &Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang)) {
                prop_assert!(text.get(statement.span.start..statement.span.end).is_some());
                for feature in statement.features {
                    prop_assert!(text.get(feature.span.start..feature.span.end).is_some());
                }
            }
        }
    }
}

#[test]
fn closing_formulas_of_any_warmth_begin_the_signature() {
    for (text, signature) in [
        (
            "Dear Henry,\n\nWe come on Friday.\n\nWith warmest wishes to you both,\n\nRuth Vale\nAlways the best day out.\n",
            "With warmest",
        ),
        ("Hej,\n\nVi kommer på fredag.\n\nVarma hälsningar\nEllen Ek\nAlltid bäst.\n", "Varma"),
        ("Hoi,\n\nWij komen vrijdag.\n\nEen zonnige groet,\nKoos\n", "Een zonnige"),
    ] {
        let found = zones::of(text);
        let start = text.find(signature).unwrap();
        let last = found.last().unwrap();
        assert_eq!((last.kind, last.span.start), (Kind::Signature, start), "{found:?}");
    }
    let goes_on = "Hoi,\n\nDe groeten aan Piet van iedereen hier. Wij komen vrijdag.\n\nKoos\n";
    let own: Vec<_> = zones::of(goes_on);
    assert!(
        own.iter().any(|zone| zone.kind == Kind::Own && zone.span.of(goes_on).contains("vrijdag"))
    );
}

#[test]
fn what_a_phone_or_a_firm_adds_below_is_nobodys_word() {
    for (lang, mail, small) in [
        (
            Lang::En,
            "Hello Ann,\n\nWe come on Friday.\n\nRegards,\nOttoline\n\nSent from my phone, please excuse typos.\n",
            "Disclaimer Sent..typos.",
        ),
        (
            Lang::En,
            "Hello Ann,\n\nWe come on Friday.\n\nWarmly,\nImogen\n\nIf you are not the addressee you must tell us.\n",
            "Disclaimer If..us.",
        ),
        (
            Lang::Nl,
            "Dag Ann,\n\nWij komen vrijdag.\n\nGroet,\nBram\n\nVerzonden vanaf mijn telefoon, bel gerust.\n",
            "Disclaimer Verzonden..gerust.",
        ),
        (
            Lang::Sv,
            "Hej Ann!\n\nVi kommer på fredag.\n\nHälsningar\nUlla\n\nSkickat från min telefon, ursäkta felen.\n",
            "Disclaimer Skickat..felen.",
        ),
    ] {
        let zones = shown(mail);
        assert!(zones.iter().any(|zone| zone == small), "{zones:?}");
        assert_eq!(promised(mail, lang).len(), 1, "{mail}");
    }
}
