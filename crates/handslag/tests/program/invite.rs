//! Links for people who cannot come in, by the command line.

use serde_json::Value;

use crate::wrong_input::{done, run, scene};

#[test]
fn an_admin_who_is_alone_comes_back_by_the_command_line() {
    let folder = scene();
    let path = folder.path();
    let said = done(path, &["members", "invite", "Fenna"]);
    assert!(said.contains("Fenna Visser") && said.contains("16 March 2026"), "{said}");
    assert!(said.contains("http://127.0.0.1:4600/join/"), "{said}");

    std::fs::write(path.join("handslag.toml"), "public_url = \"https://kept.example\"\n").unwrap();
    let told: Value =
        serde_json::from_str(&done(path, &["members", "invite", "Fenna", "--json"])).unwrap();
    let link = told["link"].as_str().unwrap();
    assert!(link.starts_with("https://kept.example/join/"), "{link}");
    assert!(!said.contains(&link[link.len() - 40..]), "each link is another one");
    assert_eq!(told["expires"], "2026-03-16T09:00:00Z");

    done(path, &["members", "add", "Jip", "--role", "manager"]);
    let by_jip = run(path, &["members", "invite", "Fenna", "--as", "Jip"]);
    let refused = String::from_utf8_lossy(&by_jip.stderr);
    assert!(!by_jip.status.success() && refused.contains("only an admin"), "{refused}");
}
