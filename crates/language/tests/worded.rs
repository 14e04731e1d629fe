//! Sentences with and without each class of wording, in three languages, and product pages: what is marked in them.
//!
//! A table has parts, `# vague_time`, and rows: `+` with the words to mark in brackets, `-` for one to leave alone.
//! What stands under `# none` may not be marked by any class.
//! The tables under `others/worded` are by writers who saw neither rules nor weights; nothing is mended for them or
//! learned from them, so most of it being told is all that can be asked.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::date;
use language::dates::Reading;
use language::wording::{Class, Finding, Packs, Severity};
use language::{Checker, Lang, Span};

/// The tables of each language; those with a letter up to i were written by others, without the rules in view.
const TABLES: [(Lang, &str); 23] = [
    (Lang::Nl, include_str!("worded/nl.txt")),
    (Lang::Nl, include_str!("worded/nl-d.txt")),
    (Lang::Nl, include_str!("worded/nl-e.txt")),
    (Lang::Nl, include_str!("worded/nl-f.txt")),
    (Lang::Nl, include_str!("worded/nl-g.txt")),
    (Lang::Nl, include_str!("worded/nl-h.txt")),
    (Lang::Nl, include_str!("worded/nl-i.txt")),
    (Lang::Nl, include_str!("worded/nl-j.txt")),
    (Lang::Sv, include_str!("worded/sv.txt")),
    (Lang::Sv, include_str!("worded/sv-d.txt")),
    (Lang::Sv, include_str!("worded/sv-e.txt")),
    (Lang::Sv, include_str!("worded/sv-f.txt")),
    (Lang::Sv, include_str!("worded/sv-g.txt")),
    (Lang::Sv, include_str!("worded/sv-h.txt")),
    (Lang::Sv, include_str!("worded/sv-i.txt")),
    (Lang::En, include_str!("worded/en.txt")),
    (Lang::En, include_str!("worded/en-d.txt")),
    (Lang::En, include_str!("worded/en-e.txt")),
    (Lang::En, include_str!("worded/en-f.txt")),
    (Lang::En, include_str!("worded/en-g.txt")),
    (Lang::En, include_str!("worded/en-h.txt")),
    (Lang::En, include_str!("worded/en-i.txt")),
    (Lang::En, include_str!("worded/en-j.txt")),
];

/// Found, missed and marked wrongly.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    found: u32,
    missed: u32,
    wrong: u32,
}

impl Count {
    fn f1(self) -> f64 {
        let twice = f64::from(2 * self.found);
        twice / (twice + f64::from(self.missed + self.wrong)).max(1.0)
    }
}

/// A sentence without its brackets, and where they stood.
fn brackets(written: &str) -> (String, Vec<Span>) {
    let (mut text, mut marked, mut open) = (String::new(), Vec::new(), 0);
    for c in written.chars() {
        match c {
            '[' => open = text.len(),
            ']' => marked.push(Span::new(open, text.len())),
            other => text.push(other),
        }
    }
    (text, marked)
}

/// Counts by class, and the rows told wrongly by what is found in a text.
fn count(
    find: impl Fn(&str) -> Vec<Finding>,
    table: &str,
    lang: Lang,
) -> (BTreeMap<String, Count>, String) {
    let (mut counts, mut wrong) = (BTreeMap::<String, Count>::new(), String::new());
    let mut class = "";
    for line in table.lines() {
        let Some((sign, written)) = line.split_once(' ') else { panic!("{line}") };
        if sign == "#" {
            class = written;
            continue;
        }
        let (text, marked) = brackets(written);
        assert_eq!(marked.is_empty(), sign == "-", "{line}");
        let found: Vec<_> = find(&text)
            .into_iter()
            .filter(|each| class == "none" || each.class.code() == class)
            .collect();
        let hit = marked.iter().any(|span| found.iter().any(|each| each.span.overlaps(*span)));
        let right = if marked.is_empty() { found.is_empty() } else { hit };
        let count = counts.entry(class.to_owned()).or_default();
        *match (marked.is_empty(), right) {
            (false, true) => &mut count.found,
            (false, false) => &mut count.missed,
            (true, false) => &mut count.wrong,
            (true, true) => continue,
        } += 1;
        if !right {
            let got: Vec<_> =
                found.iter().map(|each| (each.rule.as_str(), each.span.of(&text))).collect();
            let _ = writeln!(wrong, "{lang:?} {class}: {written}: {got:?}");
        }
    }
    (counts, wrong)
}

#[test]
fn sentences_are_marked_as_their_table_says() {
    let packs = Packs::ours();
    let mut all_wrong = String::new();
    for (lang, table) in TABLES {
        let (counts, wrong) = count(|text| packs.check(text, lang), table, lang);
        all_wrong.push_str(&wrong);
        for (class, count) in counts {
            let enough = if class == "none" { count.wrong == 0 } else { count.f1() >= 0.97 };
            assert!(enough, "{lang:?} {class}: {count:?}\n{all_wrong}");
        }
    }
    assert!(all_wrong.lines().count() <= 2, "{all_wrong}");
}

/// Tables by writers who saw neither rules nor weights.
const OTHERS: [(Lang, &str); 3] = [
    (Lang::Nl, include_str!("others/worded/nl.txt")),
    (Lang::Sv, include_str!("others/worded/sv.txt")),
    (Lang::En, include_str!("others/worded/en.txt")),
];

/// What all classes together must reach on them; single classes have too few sentences.
const MOST: f64 = 0.91;

#[test]
fn most_wording_of_others_is_told() {
    for (lang, table) in OTHERS {
        let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
        let checker = Checker::ours();
        let (counts, wrong) = count(|text| checker.check(text, &reading).findings, table, lang);
        let mut all = Count::default();
        for (class, count) in counts {
            println!("{} {class}: F1 {:.3} ({count:?})", lang.code(), count.f1());
            all.found += count.found;
            all.missed += count.missed;
            all.wrong += count.wrong;
        }
        println!("{} all classes: F1 {:.3}", lang.code(), all.f1());
        assert!(all.f1() >= MOST, "{lang:?}: {all:?}\n{wrong}");
    }
}

/// The marked words of a text that stands alone, by class.
fn marked(text: &str, lang: Lang) -> Vec<(Class, &str)> {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    let findings = Checker::ours().check(text, &reading).findings;
    findings.into_iter().map(|each| (each.class, each.span.of(text))).collect()
}

#[test]
fn a_time_of_another_matter_makes_nothing_concrete() {
    let check = |text, lang, want| assert_eq!(marked(text, lang), [(Class::VagueTime, want)]);
    let dutch = "We komen zo snel mogelijk terug; de koppeling is vrijdag klaar.";
    check(dutch, Lang::Nl, "zo snel mogelijk");
    let swedish = "Vi återkommer så snart som möjligt, och kopplingen är klar på fredag.";
    check(swedish, Lang::Sv, "så snart som möjligt");
    let english = "We'll be back as soon as possible and the link is ready on Friday.";
    check(english, Lang::En, "as soon as possible");
    let meant = "We komen zo snel mogelijk terug, en uiterlijk vrijdag hoort u van ons.";
    assert_eq!(marked(meant, Lang::Nl), []);
}

#[test]
fn product_pages_are_marked_where_nobody_can_prove_it() {
    let pages = [
        (
            Lang::Nl,
            "# Zonnescherm Luna\n\nLuna houdt uw serre koel. In de meting van TNO (juni 2026) daalde de temperatuur \
             met 6,4 graden.\n\nLuna is het beste zonnescherm van Nederland. Het doek gaat nooit stuk.\n\n\
             - Stof: 100% acryl\n- Garantie: 5 jaar\n- 312 klanten gaven gemiddeld een 8,7 (enquête, mei 2026)\n",
            ["beste zonnescherm", "nooit"],
        ),
        (
            Lang::Sv,
            "# Markisen Luna\n\nLuna håller uterummet svalt. I RISE:s mätning (juni 2026) sjönk temperaturen med \
             6,4 grader.\n\nLuna är Sveriges bästa markis. Tyget är helt underhållsfritt.\n\n\
             - Tyg: 100 % akryl\n- Garanti: 5 år\n- 312 kunder gav i genomsnitt 8,7 (enkät, maj 2026)\n",
            ["Sveriges bästa", "helt underhållsfritt"],
        ),
        (
            Lang::En,
            "# The Luna awning\n\nLuna keeps your conservatory cool. In a BSI test (June 2026) the temperature fell \
             by 6.4 degrees.\n\nLuna is the best awning in Britain. Everyone loves it.\n\n\
             - Fabric: 100% acrylic\n- Warranty: 5 years\n- 312 customers gave 8.7 on average (survey, May 2026)\n",
            ["the best", "Everyone loves"],
        ),
    ];
    for (lang, page, wanted) in pages {
        let got = marked(page, lang);
        assert_eq!(got.len(), wanted.len(), "{lang:?}: {got:?}");
        for ((class, words), wanted) in got.into_iter().zip(wanted) {
            assert_eq!(class, Class::AbsoluteClaim, "{words}");
            assert!(words.contains(wanted), "{words}, wanted {wanted}");
        }
    }
}

/// What of a text is marked as a vague time, its dates and who speaks taken into account.
fn vague_times(lang: Lang, text: &str) -> Vec<String> {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    let checked = Checker::ours().check(text, &reading);
    let vague = checked.findings.into_iter().filter(|finding| finding.class == Class::VagueTime);
    vague.map(|finding| finding.span.of(text).to_owned()).collect()
}

#[test]
fn a_day_that_the_calendar_tells_and_others_times_are_not_vague() {
    for (lang, text) in [
        (Lang::En, "The labels will be with you by the end of January."),
        (Lang::En, "You will have our findings before the New Year."),
        (Lang::Nl, "U heeft de stukken vóór de kerst."),
        (Lang::Sv, "Enligt kommunen kommer beslutet i vår."),
    ] {
        assert!(vague_times(lang, text).is_empty(), "{text}: {:?}", vague_times(lang, text));
    }
    for (lang, text) in [
        (Lang::En, "The curtains will be ready towards the end of the year."),
        (Lang::En, "We deliver before the summer."),
        (Lang::Nl, "We leveren rond de zomer."),
        (Lang::Sv, "Vi hör av oss inom kort."),
        (Lang::En, "We deliver within a few days."),
        (Lang::Nl, "We leveren binnen enkele dagen."),
        (Lang::Sv, "Vi levererar inom några dagar."),
    ] {
        assert_eq!(vague_times(lang, text).len(), 1, "{text}");
    }
}

const NO_RULE_KNOWS_IT: &str = "We zoeken het uit en laten het u weten.";

fn looked(checker: &Checker, text: &str, lang: Lang) -> Vec<Finding> {
    let reading = Reading::at(date(2026, 11, 19).at(9, 0, 0, 0), lang);
    checker.check(text, &reading).findings
}

#[test]
fn a_sentence_that_no_rule_marks_is_marked_by_its_weight() {
    assert_eq!(Packs::ours().check(NO_RULE_KNOWS_IT, Lang::Nl), []);
    let text = format!("Uw pallets staan klaar. {NO_RULE_KNOWS_IT}");
    let found = looked(&Checker::ours(), &text, Lang::Nl);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((one.rule.as_str(), one.class), ("vague-time", Class::VagueTime));
    assert_eq!((one.severity, one.by_weight), (Severity::Note, true));
    assert_eq!(one.span.of(&text), NO_RULE_KNOWS_IT);
}

#[test]
fn headings_and_plain_facts_are_left_alone() {
    let all = [
        (
            Lang::Nl,
            ["Voorstel voor het magazijn", "Betreft uw bestelling", "Locaties", "Voor scholen"],
        ),
        (Lang::Sv, ["Förslag för lagret", "Försäkring", "För skolor", "Offert ny pump"]),
        (
            Lang::En,
            [
                "Proposal for the warehouse",
                "You get export to Excel with every plan.",
                "For schools",
                "Your parcel",
            ],
        ),
    ];
    for (lang, texts) in all {
        for text in texts {
            assert_eq!(looked(&Checker::ours(), text, lang), [], "{text}");
        }
    }
}

#[test]
fn what_is_marked_by_its_weight_can_be_exempted() {
    let allowed = "<!-- handslag: allow vague-time because the day is in the contract -->";
    let text = format!("{NO_RULE_KNOWS_IT} {allowed}");
    assert_eq!(looked(&Checker::ours(), &text, Lang::Nl), []);
    let other = text.replace("vague-time", "flat-refusal");
    assert_eq!(looked(&Checker::ours(), &other, Lang::Nl).len(), 1);
}

#[test]
fn an_exemption_inside_a_sentence_silences_no_other_rule() {
    let text = |rule: &str| {
        format!("Nope, we're done with that model <!-- handslag: allow {rule} because we are -->")
    };
    let rules = |text: &str| -> Vec<String> {
        let found = looked(&Checker::ours(), text, Lang::En);
        assert!(found.iter().all(|each| each.by_weight), "{found:?}");
        found.into_iter().map(|each| each.rule).collect()
    };
    let all = rules(&text("vague-time"));
    assert!(!all.is_empty());
    for one in &all {
        let others: Vec<&String> = all.iter().filter(|other| *other != one).collect();
        assert_eq!(rules(&text(one)).iter().collect::<Vec<_>>(), others, "{one}");
    }
}

#[test]
fn an_exemption_is_nobodys_sentence() {
    for rule in ["claim_not_planned", "vague-time", "flat-refusal", "own-rule"] {
        for reason in ["the pilot has it", "we never refuse this", "policy", "it is not possible"] {
            let text = format!("<!-- handslag: allow {rule} because {reason} -->");
            let found = looked(&Checker::ours(), &text, Lang::En);
            assert!(found.iter().all(|each| !each.by_weight), "{text}: {found:?}");
            let is_wrong = found.iter().any(|each| each.class == Class::Exemption);
            assert_eq!(is_wrong, rule == "own-rule", "{text}");
        }
    }
}

#[test]
fn a_way_out_in_the_next_sentence_excuses_what_is_weighed_too() {
    let bare = "That is not going to work.";
    assert_eq!(looked(&Checker::ours(), bare, Lang::En).len(), 1);
    let offered = format!("{bare} What we can offer is the green one.");
    assert_eq!(looked(&Checker::ours(), &offered, Lang::En), []);
}

/// A pack of one's own that marks one word.
const OWN: &str = r#"
language = "en"
[[rule]]
id = "no-watertight"
class = "absolute_claim"
article = "a"
severity = "error"
says = "s"
repair = "r"
patterns = ["[watertight]"]
examples = ["The hull is [watertight]."]
"#;

#[test]
fn what_a_rule_of_ours_marks_in_a_fine_sentence_is_left_alone() {
    let text = "The roof will be watertight by Friday 14 November.";
    assert_eq!(Packs::ours().check(text, Lang::En).len(), 1);
    assert_eq!(looked(&Checker::ours(), text, Lang::En), []);
    let own = Packs::parse(OWN).unwrap();
    let found = looked(&Checker::of(Packs::ours().and(own)), text, Lang::En);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "no-watertight");
}

#[test]
fn by_rules_of_ones_own_alone_nothing_is_weighed() {
    let checker = Checker::of(Packs::parse(OWN).unwrap());
    assert_eq!(looked(&checker, "We will look into it and let you know.", Lang::En), []);
    assert_eq!(
        looked(&Checker::ours(), "We will look into it and let you know.", Lang::En).len(),
        1
    );
}

#[test]
fn a_season_is_no_day_whatever_the_words_around_it_weigh() {
    let seasons = [
        (Lang::Nl, "Het werk begint na Pasen.", "rond-de-zomer"),
        (Lang::Nl, "De steiger staat er tot na de bouwvak.", "rond-de-zomer"),
        (Lang::Sv, "Efter semestern börjar vi med taket.", "framat-sommaren"),
        (Lang::Sv, "Arbetet börjar efter jul.", "framat-sommaren"),
        (Lang::En, "The garden is planted in spring.", "around-summer"),
        (Lang::En, "It opens by autumn.", "around-summer"),
        (Lang::En, "The shop opens over Whitsun.", "around-summer"),
        (Lang::Sv, "Altanen byggs mot senhösten.", "framat-sommaren"),
    ];
    for (lang, text, rule) in seasons {
        let found = looked(&Checker::ours(), text, lang);
        assert!(found.iter().any(|one| one.rule == rule), "{text}: {found:?}");
    }
}
