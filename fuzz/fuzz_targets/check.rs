//! Any text, held to what must hold of `check`; begin with `crates/language/tests/corpus/check`.

#![no_main]

#[path = "../../crates/language/tests/reading/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    invariants::check(text);
});
