//! What texts claim is held against the register of capabilities at the command line, without a database.

use serde_json::Value;
use tempfile::TempDir;

use crate::wrong_input::{done, run, scene};

const REGISTER: &str = r#"{"capabilities": [
    {"name": "Excel-export", "state": "exists", "since": "2024-05-01"},
    {"name": "Fortnox", "state": "forecast", "day": "2027-03-31", "chance_permille": 820},
    {"name": "offline mode", "state": "not_planned", "reason": "nobody asked for it",
     "names": [{"language": "nl", "name": "offline werken"}, {"language": "sv", "name": "offlineläge"}]}
]}"#;

#[test]
fn claims_of_a_site_are_held_against_the_register() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        name.to_owned()
    };
    let register = file("register.json", REGISTER);
    let home = file(
        "home.md",
        "U krijgt standaard een Excel-export van elke lijst.\n\nU kunt ook offline werken.\n\n\
         Fortnox komt in mei 2027.\n",
    );
    let news = file("news.md", "I juni 2027 lanserar vi kopplingen till Fortnox.\n");
    let now = "2026-11-28T10:00:00Z";
    let output = run(
        folder.path(),
        &["--now", now, "check", &home, &news, "--register", &register, "--json"],
    );
    assert!(!output.status.success(), "a script stops on it");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let marks: Vec<(&str, &str, &str)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| {
            let text = |field: &str| mark[field].as_str().unwrap();
            (text("words"), text("rule"), text("severity"))
        })
        .collect();
    assert_eq!(
        marks,
        [
            ("offline werken", "claim_not_planned", "error"),
            ("Fortnox", "claim_dates_differ", "error"),
            ("Fortnox", "claim_dates_differ", "error"),
        ]
    );
    let says = found[1]["says"].as_str().unwrap();
    assert!(says.contains("news.md:1"), "both places are named: {says}");

    let excused = file(
        "excused.md",
        "<!-- handslag: allow claim_not_planned because the pilot has it -->\n\
         U kunt ook offline werken.\n",
    );
    let output = run(folder.path(), &["--now", now, "check", &excused, "--register", &register]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_register_that_cannot_be_read_is_named() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("text.md"), "We are here for you and your colleagues.")
        .unwrap();
    for (register, wanted) in [("text.md", "is no register"), ("none.json", "cannot be read")] {
        let output = run(folder.path(), &["check", "text.md", "--register", register]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(wanted), "{said}");
    }
}

#[test]
fn product_answers_and_the_register_goes_to_a_site_as_a_file() {
    let folder = scene();
    let folder = folder.path();
    let add = ["capabilities", "add", "Excel-export", "--called", "en:export to Excel"];
    assert!(done(folder, &add).contains("not answered"));
    let refused = run(folder, &["capabilities", "add", "excel export"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("another capability"), "{said}");
    let ahead = run(folder, &["capabilities", "answer", "Excel-export", "--since", "2031-01-01"]);
    let said = String::from_utf8_lossy(&ahead.stderr).into_owned();
    assert!(!ahead.status.success() && said.contains("lies ahead"), "{said}");
    let answer =
        ["capabilities", "answer", "excel-export", "--day", "2026-06-30", "--chance", "82"];
    let ground = ["--ground", "two of three parts are done"];
    assert!(
        done(folder, &[&answer[..], &ground].concat()).contains("forecast for 2026-06-30, 82%")
    );

    std::fs::write(folder.join("site.md"), "You get export to Excel with every plan.\n").unwrap();
    let scanned = done(folder, &["capabilities", "scan", "site.md"]);
    assert!(scanned.contains("site.md") && scanned.contains("no ground"), "{scanned}");
    let register = done(folder, &["capabilities", "list", "--json"]);
    std::fs::write(folder.join("register.json"), register).unwrap();
    let check = ["check", "site.md", "--register", "register.json"];
    let early = run(folder, &check);
    let said = String::from_utf8_lossy(&early.stdout).into_owned();
    assert!(!early.status.success() && said.contains("claim_too_early"), "{said}");

    done(folder, &["capabilities", "answer", "Excel-export", "--since", "2026-03-02"]);
    let alias = ["capabilities", "alias", "Excel-export", "--called", "export to Excel"];
    assert!(done(folder, &alias).contains("export to Excel"));
    let claims = done(folder, &["capabilities", "claims"]);
    assert!(!claims.contains("no ground"), "{claims}");
    let register = done(folder, &["capabilities", "list", "--json"]);
    std::fs::write(folder.join("register.json"), register).unwrap();
    done(folder, &check);
    let retire = ["capabilities", "retire", "Excel-export", "--reason", "replaced by the API"];
    assert!(done(folder, &retire).contains("taken out: replaced by the API"));
    let gone = run(folder, &["capabilities", "answer", "Excel-export", "--since", "2026-03-02"]);
    assert!(!gone.status.success());
}
