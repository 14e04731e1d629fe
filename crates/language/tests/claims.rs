//! Marketing copy held against a register, in each language: what claims, what does not, and what each claim is worth.

use jiff::civil::{Date, DateTime, date};
use language::Lang;
use language::claims::{Capability, Claim, Register, Standing, Verdict, When, differing};
use language::dates::Reading;

const NOW: DateTime = date(2026, 11, 28).at(10, 0, 0, 0);

fn register() -> Register {
    let capability = |name: &str, names: &[(Lang, &str)], standing| Capability {
        name: name.to_owned(),
        names: names.iter().map(|(lang, name)| (Some(*lang), (*name).to_owned())).collect(),
        standing,
    };
    let (nl, sv, en) = (Lang::Nl, Lang::Sv, Lang::En);
    let reason = || "no customer asked for it".to_owned();
    Register::of(vec![
        capability(
            "Excel-export",
            &[(en, "export to Excel")],
            Standing::Exists { since: date(2024, 5, 1) },
        ),
        capability(
            "Fortnox",
            &[],
            Standing::Forecast { day: date(2027, 3, 31), permille: Some(820) },
        ),
        capability(
            "offline mode",
            &[(nl, "offline werken"), (sv, "offlineläge")],
            Standing::NotPlanned { reason: reason() },
        ),
        capability(
            "digital signing",
            &[(nl, "digitaal ondertekenen"), (sv, "digital signering")],
            Standing::Asked,
        ),
        capability(
            "fax gateway",
            &[(nl, "faxkoppeling"), (sv, "faxtjänst")],
            Standing::Retired { reason: reason() },
        ),
    ])
}

fn found(text: &str, lang: Lang) -> Vec<Claim> {
    register().find(text, &Reading::at(NOW, lang))
}

/// Each claim as the words that name it, when it is said to be there, and what that is worth.
#[track_caller]
fn check(text: &str, lang: Lang, wanted: &[&str]) {
    let register = register();
    let claims = found(text, lang);
    let found: Vec<String> = claims
        .iter()
        .map(|claim| {
            let when = match claim.when {
                When::Now => "now".to_owned(),
                When::SomeDay => "some day".to_owned(),
                When::Named(window) => {
                    let day =
                        |day: Option<Date>| day.map_or("..".to_owned(), |day| day.to_string());
                    format!("{}/{}", day(window.first), day(window.last))
                }
            };
            let verdict = register.judge(claim, NOW.date()).code();
            format!("{}: {when}: {verdict}", claim.mention.of(text))
        })
        .collect();
    assert_eq!(found, wanted, "{text}");
}

const DUTCH: &str = "# Alles voor uw administratie

Met Rekenmeester houdt u grip op uw cijfers. U krijgt standaard een Excel-export van elke lijst,
zonder extra kosten.

Koppelen met Fortnox kan vanaf februari 2027. Onderweg? U kunt ook gewoon offline werken.

## Dit krijgt u

- Excel-exports van al uw lijsten
- digitaal ondertekenen
- hulp van mensen

Een faxkoppeling is er niet meer. Wilt u offline werken?
";

const SWEDISH: &str = "# Allt för er redovisning

Med Räknemästaren har ni koll på siffrorna. Excel-export ingår i alla paket, utan extra kostnad.

Från februari 2027 kopplar ni ihop bokföringen med Fortnox. Ute på fältet? Offlineläget finns alltid med.

## Det här ingår

- Excel-exporten för alla listor
- digital signering
- hjälp av människor

Någon faxtjänst finns inte längre. Behöver ni offlineläge?
";

const ENGLISH: &str = "# Everything for your books

With Reckoner you keep a grip on your figures. Every plan includes export to Excel, at no extra cost.

From February 2027 you can connect to Fortnox. On the road? Offline mode works everywhere.

## What you get

- Excel exports of all your lists
- digital signing
- help by people

We no longer have a fax gateway. Do you need offline mode?
";

#[test]
fn a_page_is_held_against_the_register_in_each_language() {
    let excel = ["Excel-export", "Excel-export", "export to Excel"];
    let offline = ["offline werken", "Offlineläget", "Offline mode"];
    let listed = ["Excel-exports", "Excel-exporten", "Excel exports"];
    let signing = ["digitaal ondertekenen", "digital signering", "digital signing"];
    let pages = [(DUTCH, Lang::Nl), (SWEDISH, Lang::Sv), (ENGLISH, Lang::En)];
    for (at, (page, lang)) in pages.into_iter().enumerate() {
        check(
            page,
            lang,
            &[
                &format!("{}: now: exists", excel[at]),
                "Fortnox: 2027-02-01/2027-02-28: too_early",
                &format!("{}: now: not_planned", offline[at]),
                &format!("{}: now: exists", listed[at]),
                &format!("{}: now: unanswered", signing[at]),
            ],
        );
    }
}

#[test]
fn a_claim_without_ground_is_marked_and_says_why() {
    let register = register();
    for (page, lang) in [(DUTCH, Lang::Nl), (SWEDISH, Lang::Sv), (ENGLISH, Lang::En)] {
        let claims = found(page, lang);
        let marked = claims.iter().filter_map(|claim| {
            let verdict = register.judge(claim, NOW.date());
            let name = &register.get(claim.capability).unwrap().name;
            verdict.said(name, lang).map(|said| (verdict.has_ground(), said))
        });
        let marked: Vec<_> = marked.collect();
        assert_eq!(marked.len(), 3, "{marked:?}");
        assert!(marked.iter().all(|(has_ground, _)| !has_ground));
        assert!(marked[0].1.says.contains("2027-03-31") && marked[0].1.says.contains("82"));
        assert!(marked[1].1.says.contains("no customer asked for it"), "{marked:?}");
    }
}

#[test]
fn what_does_not_claim_is_left_alone() {
    for text in [
        "Wilt u offline werken?",
        "Offline werken kan nog niet.",
        "Wij hebben geen faxkoppeling.",
        "Als u offline wilt werken, bel ons.",
        "Veel klanten vragen naar offline werken.",
        "Andere pakketten bieden een faxkoppeling.",
        "Vroeger kon u offline werken, nu niet.",
        "Het ging zonder aparte faxkoppeling ook goed.",
        "Lees ons blog over offline werken.",
        "Hij zei: \"u krijgt een faxkoppeling\".",
        "Bel ons over digitaal ondertekenen.",
    ] {
        check(text, Lang::Nl, &[]);
    }
    for text in [
        "Har ni offlineläge?",
        "Offlineläge finns ännu inte.",
        "Vi har ingen faxtjänst.",
        "Om ni har offlineläge, ring oss.",
        "Många kunder efterfrågar offlineläge.",
        "Andra system har offlineläge.",
        "Tidigare hade vi en faxtjänst.",
        "Det gick utan egen faxtjänst.",
        "Webbinarium om offlineläge den 3 mars 2027",
    ] {
        check(text, Lang::Sv, &[]);
    }
    for text in [
        "Does it have offline mode?",
        "Offline mode isn't available yet.",
        "We have no fax gateway.",
        "If you use offline mode, call us.",
        "Customers ask for offline mode.",
        "Other vendors offer a fax gateway.",
        "We used to have a fax gateway.",
        "It works without a fax gateway.",
        "Read our article on offline mode.",
        "Call us about digital signing.",
    ] {
        check(text, Lang::En, &[]);
    }
}

#[test]
fn a_no_about_something_else_denies_nothing() {
    check(
        "U krijgt niet alleen hulp maar ook offline werken.",
        Lang::Nl,
        &["offline werken: now: not_planned"],
    );
    check("Met Excel-export hoeft u niet over te typen.", Lang::Nl, &["Excel-export: now: exists"]);
    check(
        "Ni får inte bara hjälp utan även offlineläge.",
        Lang::Sv,
        &["offlineläge: now: not_planned"],
    );
    check(
        "You get not only help but offline mode too.",
        Lang::En,
        &["offline mode: now: not_planned"],
    );
    check(
        "With offline mode you don't have to wait.",
        Lang::En,
        &["offline mode: now: not_planned"],
    );
}

#[test]
fn what_is_announced_is_claimed_for_its_day_or_for_some_day() {
    check("Fortnox komt in april 2027.", Lang::Nl, &["Fortnox: 2027-04-01/2027-04-30: in_time"]);
    check("Fortnox kommer i april 2027.", Lang::Sv, &["Fortnox: 2027-04-01/2027-04-30: in_time"]);
    check(
        "Fortnox launches in April 2027.",
        Lang::En,
        &["Fortnox: 2027-04-01/2027-04-30: in_time"],
    );
    check("De koppeling met Fortnox volgt binnenkort.", Lang::Nl, &["Fortnox: some day: in_time"]);
    check("Snart kommer Fortnox.", Lang::Sv, &["Fortnox: some day: in_time"]);
    check("Coming soon: offline mode.", Lang::En, &["offline mode: some day: not_planned"]);
    check(
        "Fortnox is available by 15 January 2027.",
        Lang::En,
        &["Fortnox: ../2027-01-15: too_early"],
    );
    check("You can use Fortnox today.", Lang::En, &["Fortnox: 2026-11-28/2026-11-28: too_early"]);
    check(
        "Excel-export ingår från den 4 mars 2024.",
        Lang::Sv,
        &["Excel-export: 2024-03-04/2024-03-04: younger"],
    );
}

#[test]
fn what_stands_above_a_list_speaks_for_it() {
    let coming = "## Roadmap\n\n- Fortnox\n- offline mode\n\n## Included\n\n- Fortnox\n";
    check(
        coming,
        Lang::En,
        &[
            "Fortnox: some day: in_time",
            "offline mode: some day: not_planned",
            "Fortnox: now: too_early",
        ],
    );
    check(
        "In juni 2027 lanceren we:\n- Fortnox\n- offline werken\n",
        Lang::Nl,
        &[
            "Fortnox: 2027-06-01/2027-06-30: in_time",
            "offline werken: 2027-06-01/2027-06-30: not_planned",
        ],
    );
    check("Hierover spraken we:\n- Fortnox\n- offline werken\n", Lang::Nl, &[]);
    check("Vad kunderna frågar om:\n- offlineläge\n", Lang::Sv, &[]);
}

#[test]
fn two_pages_that_name_other_months_are_found() {
    let pages = ["Fortnox kommer i mars 2027.", "I april 2027 lanserar vi Fortnox.", "Vi hörs."];
    let claims: Vec<Claim> = pages.iter().flat_map(|page| found(page, Lang::Sv)).collect();
    let pairs = differing(&claims, NOW.date());
    let pairs: Vec<_> = pairs.iter().map(|pair| (pair.claim, pair.other)).collect();
    assert_eq!(pairs, [(0, 1), (1, 0)]);
}

#[test]
fn a_forecast_whose_day_has_passed_is_no_ground() {
    let register = register();
    let claims = found("You get Fortnox in December 2027.", Lang::En);
    let later = date(2027, 4, 1);
    let verdict = register.judge(&claims[0], later);
    assert_eq!(verdict, Verdict::ForecastPassed { day: date(2027, 3, 31) });
    let on_the_day = register.judge(&claims[0], date(2027, 3, 31));
    assert!(on_the_day.has_ground(), "{on_the_day:?}");
}

#[test]
fn an_empty_register_and_an_empty_text_claim_nothing() {
    let reading = Reading::at(NOW, Lang::Nl);
    assert!(Register::of(Vec::new()).find(DUTCH, &reading).is_empty());
    assert!(found("", Lang::Nl).is_empty());
}
