//! `cargo xtask docs`: writes the documents that are made from the code. A test of each says when one is out of date.

use anyhow::Context;

use crate::machine::Machine;
use crate::output::say;

/// Writes `docs/reference/openapi.json`, and `docs/reference/configuration.md` as the program prints it.
///
/// # Errors
/// When a file cannot be written, or the program cannot be built.
pub(crate) fn run(machine: &Machine) -> anyhow::Result<()> {
    let asked =
        ["run", "--quiet", "--locked", "--package", "handslag", "--", "settings", "--reference"];
    let settings = machine.output("cargo", &asked)?;
    for (name, text) in [("openapi.json", web::api::document()), ("configuration.md", settings)] {
        let path = machine.root().join("docs/reference").join(name);
        std::fs::write(&path, text)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        say(path.display());
    }
    Ok(())
}
