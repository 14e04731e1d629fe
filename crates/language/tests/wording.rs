//! The packs hold to their own sentences, and any text is read to its end.

use std::sync::LazyLock;

use language::wording::{Class, Packs};
use language::{Lang, detect};
use proptest::prelude::*;

static OURS: LazyLock<Packs> = LazyLock::new(Packs::ours);

const PACK: &str = r##"
language = "nl"
[words]
we = ["wij", "we"]
[[rule]]
id = "own-rule"
class = "vague_time"
article = "a"
severity = "note"
says = "s"
repair = "r"
patterns = ["<we> ..2 [gauw]"]
unless = ["niet"]
examples = ["Wij komen [gauw]."]
counter_examples = ["Wij komen niet gauw."]
"##;

#[track_caller]
fn refused(from: &str, to: &str, want: &str) {
    let Err(error) = Packs::parse(&PACK.replace(from, to)) else { panic!("read: {to}") };
    assert!(error.to_string().contains(want), "{error}");
}

#[test]
fn a_pack_of_ones_own_is_read_and_tried() {
    let packs = Packs::parse(PACK).unwrap();
    assert_eq!(packs.tried(), Vec::<String>::new());
    let wrong = Packs::parse(&PACK.replace("[gauw].\"", "[snel].\"")).unwrap().tried();
    assert!(wrong[0].contains("own-rule: should mark"), "{wrong:?}");
}

#[test]
fn a_bad_pack_names_the_rule_the_field_and_what_is_wanted() {
    refused("<we>", "<us>", "rule own-rule, patterns: \"<us> ..2 [gauw]\": no word class <us>");
    refused("\"own-rule\"", "\"Own rule\"", "id: wanted lower-case");
    refused("\"niet\"", "\"(niet\"", "rule own-rule, unless: \"(niet\": a \"(\" without");
    refused("<we> ..2 [gauw]", "..2 #", "no word that must occur");
    refused("severity = \"note\"", "", "severity: missing");
    refused("\"nl\"", "\"de\"", "language: \"de\" is not read");
    refused("says", "sagt", "unknown field `sagt`");
    let class = "[class.vague_time]\nsays = \"s\"\narticle = \"a\"\nrepair = \"r\"\n[words]";
    refused("[words]", class, "class vague_time, says: nothing is weighed by a pack of one's own");
    refused(
        "says",
        "surely = true\nsays",
        "rule own-rule, surely: all marks of a pack of one's own",
    );
    let alone = "[class.vague_time]\nsays = \"s\"\n[words]";
    refused("[words]", alone, "class vague_time, article: missing");
    refused("\"own-rule\"", "\"flat-refusal\"", "rule flat-refusal, id: a class has this name");
}

#[test]
fn an_exemption_with_a_reason_silences_its_rule_and_no_other() {
    let packs = Packs::parse(PACK).unwrap();
    let classes = |text: &str| -> Vec<Class> {
        packs.check(text, Lang::Nl).into_iter().map(|each| each.class).collect()
    };
    assert_eq!(classes("Wij komen gauw."), [Class::VagueTime]);
    let reason = "<!-- handslag: allow own-rule because the customer asked for it -->";
    assert_eq!(classes(&format!("{reason}\nWij komen gauw.")), []);
    assert_eq!(classes(&format!("Wij komen gauw. {reason}")), []);
    assert_eq!(classes(&format!("{reason}\nDag.\nWij komen gauw.")), [Class::VagueTime]);
    let bare = "<!-- handslag: allow own-rule -->\nWij komen gauw.";
    assert_eq!(classes(bare), [Class::Exemption, Class::VagueTime]);
    assert_eq!(classes(&reason.replace("own-rule", "other")), [Class::Exemption]);
}

/// A pack whose rule is silenced by a day in its own clause, and by an offer behind it.
const CLAUSES: &str = r#"
language = "nl"
[clause]
begins = ["[;]", "[en] wij"]
goes_on = ["[;] uiterlijk"]
[[rule]]
id = "own-rule"
class = "vague_time"
article = "a"
severity = "note"
says = "s"
repair = "r"
patterns = ["gauw"]
unless_here = ["vrijdag"]
unless_then = ["wel"]
examples = ["Wij komen [gauw]."]
"#;

#[test]
fn what_silences_a_rule_counts_in_its_clause_or_behind_it() {
    let packs = Packs::parse(CLAUSES).unwrap();
    let marks = |text: &str| !packs.check(text, Lang::Nl).is_empty();
    assert!(!marks("Wij komen gauw, op vrijdag."));
    assert!(marks("Wij komen gauw; vrijdag is het af."));
    assert!(marks("Vrijdag is het af en wij komen gauw."));
    assert!(!marks("Wij komen gauw; uiterlijk vrijdag."));
    assert!(!marks("Niet gauw, morgen wel."));
    assert!(!marks("Niet gauw maar morgen wel."));
    assert!(marks("Wij komen wel gauw, heus."));
    let error = Packs::parse(&CLAUSES.replace("[;] uiterlijk", "<none>")).unwrap_err();
    assert!(error.to_string().contains("clause, goes_on"), "{error}");
}

#[test]
fn every_rule_shows_three_of_both_and_says_where_it_comes_from() {
    for text in ["nl", "sv", "en"].map(|code| format!("packs/{code}.toml")) {
        let pack: toml::Table = std::fs::read_to_string(&text).unwrap().parse().unwrap();
        for rule in pack["rule"].as_array().unwrap() {
            for field in ["examples", "counter_examples"] {
                let count = rule[field].as_array().unwrap().len();
                assert!(count >= 3, "{text}, {:?}, {field}: {count}", rule["id"]);
            }
        }
        for (name, class) in pack["class"].as_table().unwrap() {
            for field in ["says", "article", "severity", "repair"] {
                assert!(class.get(field).is_some(), "{text}, {name}: no {field}");
            }
        }
    }
}

/// Texts out of pieces that matter: words of the rules, marks, line ends of every kind, letters of several characters.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<String>(),
        prop::sample::select(vec![
            "zo snel mogelijk",
            "dat kan niet",
            "we can't",
            "ni måste",
            " ",
            "\r\n",
            "\n\n",
            "\"",
            "'",
            "’",
            "> ",
            "👩‍👩‍👧",
            "e\u{301}",
            "vo\u{301}o\u{301}r",
            "<!-- handslag: allow ",
            " because ",
            "-->",
            "100 %",
            ". ",
            "?",
            "…",
            "İ",
            "ß",
            "\u{feff}",
            "a.s.a.p.",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_places_lie_between_characters(text in texts()) {
        for lang in Lang::ALL {
            for each in OURS.check(&text, lang) {
                prop_assert!(each.span.start < each.span.end, "{each:?}");
                prop_assert!(text.get(each.span.start..each.span.end).is_some(), "{each:?}");
            }
            let _ = detect::sentence(&text, Some(lang));
        }
        let _ = detect::of(&text);
    }
}
