//! Any text, held to what must hold of `dates`; begin with `crates/language/tests/corpus/dates`.

#![no_main]

#[path = "../../crates/language/tests/reading/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    invariants::dates(text);
});
