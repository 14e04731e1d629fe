//! What is printed, and where.

use std::fmt::Display;

/// Prints a line.
#[expect(clippy::print_stdout, reason = "this is the one place that prints what a task says")]
pub(crate) fn say(line: impl Display) {
    println!("{line}");
}

/// Says why a task failed, cause after cause.
#[expect(clippy::print_stderr, reason = "the other place")]
pub(crate) fn complain(error: &anyhow::Error) {
    eprintln!("error: {error:#}");
}
