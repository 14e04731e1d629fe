//! Any text, held to what must hold of `zones`; begin with `crates/language/tests/corpus/zones`.

#![no_main]

#[path = "../../crates/language/tests/reading/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    invariants::zones(text);
});
