//! Makes our own rules of wording ready to be compiled in: without the sentences that only tests read, and in a form that
//! is read several times as fast as what people write. The first answer of a program waits for this reading.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// What a rule brings along for tests alone.
const FOR_TESTS: [&str; 2] = ["examples", "counter_examples"];

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder so")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
    let out = env::var("OUT_DIR")?;
    for code in ["nl", "sv", "en"] {
        let written = format!("packs/{code}.toml");
        let text = fs::read_to_string(&written).map_err(|error| format!("{written}: {error}"))?;
        let mut pack: toml::Table =
            toml::from_str(&text).map_err(|error| format!("{written}: {error}"))?;
        let rules = pack.get_mut("rule").and_then(toml::Value::as_array_mut);
        for rule in rules.into_iter().flatten().filter_map(toml::Value::as_table_mut) {
            rule.retain(|field, _| !FOR_TESTS.contains(&field));
        }
        let compiled_in = Path::new(&out).join(format!("{code}.json"));
        fs::write(compiled_in, serde_json::to_vec(&pack)?)?;
    }
    Ok(())
}
