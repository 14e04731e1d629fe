//! What is owed to people, at the command line: told, forgotten, noted, let go.

#![expect(clippy::unwrap_used, reason = "a scene that cannot be set ends its test")]

use serde_json::Value;

use crate::wrong_input::{done, run, scene};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn somebody_is_told_what_is_held_and_then_forgotten() {
    let folder = scene();
    let path = folder.path();
    let told = done(path, &["person", "export", "Ebba"]);
    assert!(told.contains("name: Ebba Lind") && told.contains("as contact"), "{told}");
    done(path, &["person", "export", "Ebba", "-o", "ebba.json"]);
    let export = json(&std::fs::read_to_string(path.join("ebba.json")).unwrap());
    assert_eq!(export["profile"]["name"], "Ebba Lind");

    done(path, &["receipt", "1", "-o", "before.json"]);
    let erase =
        ["person", "erase", "Ebba Lind", "--reason", "objection", "--even-with-open-promises"];
    let said = done(path, &erase);
    assert!(said.contains("Nothing was erased") && said.contains("1 promises"), "{said}");
    let contact = export["person"].as_str().unwrap();
    assert!(done(path, &["contacts", "list", "Björk"]).contains("Ebba"), "a look erases nothing");
    let said = done(path, &[&erase[..], &["--for-good"]].concat());
    assert!(said.contains(contact), "{said}");
    assert!(!done(path, &["contacts", "list", "Björk"]).contains("Ebba"));
    assert!(!run(path, &["person", "export", "Ebba"]).status.success(), "nobody is called so");
    let left = json(&done(path, &["person", "export", contact, "--json"]));
    assert_eq!(left["profile"]["erased"]["reason"], "objection");

    done(path, &["rebuild", "--check"]);
    done(path, &["rebuild"]);
    done(path, &["verify", "before.json"]);
    done(path, &["receipt", "1", "-o", "after.json"]);
    done(path, &["verify", "after.json"]);

    done(path, &["person", "erasures", "-o", "erasures.jsonl"]);
    let list = std::fs::read_to_string(path.join("erasures.jsonl")).unwrap();
    assert_eq!(json(&list)["person"], contact);
    let again = done(path, &["person", "erase-again", "--list", "erasures.jsonl"]);
    assert!(again.contains("Nobody had come back"), "{again}");
}

#[test]
fn an_old_backup_brings_nobody_back() {
    let folder = scene();
    let path = folder.path();
    // The backup is a copy of the file while nobody writes it.
    let copy = |from: &str, to: &str| std::fs::copy(path.join(from), path.join(to)).unwrap();
    copy("handslag.db", "backup.db");
    if path.join("handslag.db-wal").exists() {
        copy("handslag.db-wal", "backup.db-wal");
    }
    copy("handslag.db.key", "backup.db.key");
    let erase = ["person", "erase", "Ebba", "--reason", "objection", "--even-with-open-promises"];
    done(path, &[&erase[..], &["--for-good"]].concat());
    done(path, &["person", "erasures", "-o", "erasures.jsonl"]);

    let on_backup = |typed: &[&str]| done(path, &[typed, &["--database", "backup.db"]].concat());
    assert!(on_backup(&["contacts", "list", "Björk"]).contains("Ebba"), "the backup is of before");
    let said = on_backup(&["person", "erase-again", "--list", "erasures.jsonl"]);
    assert!(said.contains("One person had come back"), "{said}");
    assert!(!on_backup(&["contacts", "list", "Björk"]).contains("Ebba"));
    on_backup(&["rebuild", "--check"]);
}

#[test]
fn what_is_done_and_taken_out_is_noted() {
    let folder = scene();
    let path = folder.path();
    done(path, &["receipt", "1", "-o", "receipt.json"]);
    done(path, &["accept", "1"]);
    done(path, &["members", "figures", "on", "--reason", "Agreed with the works council"]);
    done(path, &["members", "second-factor", "on"]);
    done(path, &["retention", "set", "audit", "90", "--country", "NL"]);
    done(path, &["today"]);
    done(path, &["audit", "export", "-o", "audit.jsonl"]);
    let text = std::fs::read_to_string(path.join("audit.jsonl")).unwrap();
    let rows: Vec<Value> = text.lines().map(json).collect();
    let mut actions: Vec<&str> = rows.iter().map(|row| row["action"].as_str().unwrap()).collect();
    // The clock stands still, and ids of the same millisecond are in no order.
    actions.sort_unstable();
    assert_eq!(
        actions,
        [
            "accept",
            "accounts.add",
            "audit.export",
            "contacts.add",
            "found",
            "import",
            "members.figures",
            "members.second_factor",
            "offer",
            "receipt",
            "retention.set"
        ]
    );
    let accepted = rows.iter().find(|row| row["action"] == "accept").unwrap();
    assert!(accepted["subject"].as_str().unwrap().starts_with("promise:"), "{accepted}");
    assert!(accepted["actor"].as_str().unwrap().starts_with("member:"), "{accepted}");
    assert_eq!(accepted["via"], "desk");
    for secret in ["Ebba", "Fenna", "Björk", "works council", "link runs"] {
        assert!(!text.contains(secret), "{secret} stands in the audit log: {text}");
    }
}

#[test]
fn a_plan_of_what_goes_says_by_which_law() {
    let folder = scene();
    let path = folder.path();
    let plan = done(path, &["retention", "show"]);
    for wanted in ["art. 52 (4) AWR", "tracker_persons", "no legal advice", "Nothing was changed"] {
        assert!(plan.contains(wanted), "{wanted}: {plan}");
    }
    let later = ["--now", "2040-01-01T00:00:00Z", "--json"];
    let plan = json(&done(path, &[&["retention", "run", "--dry-run"], &later[..]].concat()));
    let went = json(&done(path, &[&["retention", "run"], &later[..]].concat()));
    assert_eq!(plan, went, "a run does what its plan said");
    let audit = plan["rules"].as_array().unwrap().iter().find(|rule| rule["kind"] == "audit");
    assert_eq!(audit.unwrap()["count"], 5);
    let after = json(&done(path, &[&["retention", "run", "--dry-run"], &later[..]].concat()));
    let left =
        after["rules"].as_array().unwrap().iter().map(|rule| rule["count"].as_u64().unwrap());
    assert_eq!(left.sum::<u64>(), 0, "{after}");
    assert!(done(path, &["retention", "daily", "on"]).contains("every day"));
    assert!(done(path, &["retention", "show"]).contains("applied every day"));
}
