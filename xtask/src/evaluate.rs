//! `cargo xtask evaluate`: holds the product against real data, where that data is at hand.
//!
//! The data belong to others and are not part of the project, so nothing here runs in the ordinary tests.

mod holidays;

use std::path::Path;

use anyhow::bail;

/// Runs every evaluation for which the folder holds data.
///
/// # Errors
/// When the folder is missing, or an answer is not accepted.
#[expect(clippy::print_stdout, reason = "the figures are the output")]
pub(crate) fn run(data: &Path) -> anyhow::Result<()> {
    if !data.is_dir() {
        bail!("{} is no folder; wanted the folder with the evaluation data", data.display());
    }
    println!("{}", holidays::evaluate(&data.join("clocks/holidays.csv"))?);
    Ok(())
}
