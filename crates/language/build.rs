//! Makes our own rules of wording ready to be compiled in: without the sentences that only tests read, class by class, and
//! in a form that is read several times as fast as what people write. The first answer of a program waits for this reading.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use toml::{Table, Value};

/// What a rule brings along for tests alone.
const FOR_TESTS: [&str; 2] = ["examples", "counter_examples"];

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder so")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
    let out = env::var("OUT_DIR")?;
    for code in ["nl", "sv", "en"] {
        let written = format!("packs/{code}.toml");
        let text = fs::read_to_string(&written).map_err(|error| format!("{written}: {error}"))?;
        let pack: Table = toml::from_str(&text).map_err(|error| format!("{written}: {error}"))?;
        let classes = pack.get("class").and_then(Value::as_table).ok_or("no table of classes")?;
        let rules = pack.get("rule").and_then(Value::as_array).into_iter().flatten();
        for class in rules.filter_map(|rule| rule.get("class").and_then(Value::as_str)) {
            if !classes.contains_key(class) {
                return Err(format!("{written}: class {class} has no table of its own").into());
            }
        }
        for class in classes.keys() {
            let compiled_in = Path::new(&out).join(format!("{code}-{class}.json"));
            fs::write(compiled_in, serde_json::to_vec(&of_class(&pack, class))?)?;
        }
    }
    Ok(())
}

/// What a pack says of one class, with the words that its patterns name.
fn of_class(pack: &Table, class: &str) -> Table {
    let mut of_class = pack.clone();
    if let Some(Value::Table(classes)) = of_class.get_mut("class") {
        classes.retain(|of, _| of == class);
    }
    if let Some(Value::Array(rules)) = of_class.get_mut("rule") {
        rules.retain(|rule| rule.get("class").and_then(Value::as_str) == Some(class));
        for rule in rules.iter_mut().filter_map(Value::as_table_mut) {
            rule.retain(|field, _| !FOR_TESTS.contains(&field));
        }
    }
    if let Some(Value::Table(mut words)) = of_class.remove("words") {
        let mut named = BTreeSet::new();
        of_class.values().for_each(|value| name_in(value, &words, &mut named));
        words.retain(|name, _| named.contains(name));
        of_class.insert("words".to_owned(), words.into());
    }
    of_class
}

/// Adds the word classes that patterns name, `<we>`, and those that these are made of.
fn name_in(value: &Value, words: &Table, named: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => table.values().for_each(|each| name_in(each, words, named)),
        Value::Array(list) => list.iter().for_each(|each| name_in(each, words, named)),
        Value::String(text) => {
            let names = text.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
            for (name, _) in names {
                if let Some(of_name) = words.get(name)
                    && named.insert(name.to_owned())
                {
                    name_in(of_name, words, named);
                }
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}
