//! `cargo xtask docs`: writes the documents that are made from the code. A test of each says when one is out of date.

use anyhow::Context;

use crate::machine::Machine;
use crate::output::say;

/// Writes `docs/reference/openapi.json`.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn run(machine: &Machine) -> anyhow::Result<()> {
    let path = machine.root().join("docs/reference/openapi.json");
    std::fs::write(&path, web::api::document())
        .with_context(|| format!("{} cannot be written", path.display()))?;
    say(path.display());
    Ok(())
}
