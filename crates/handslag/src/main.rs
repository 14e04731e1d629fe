//! The program: commands and configuration. The only place that reads clock, environment, arguments and files.
//!
//! [`arguments`] what can be typed · [`command`] one module for each group of commands · [`demo`] the invented company · [`desk`] who works, as whom
//! and when · [`house`] opens the ledger · [`server`] runs the pages · [`settings`] configuration · [`log`] and
//! [`output`] what is logged and printed.

mod arguments;
mod command;
mod demo;
mod desk;
mod house;
mod log;
mod output;
mod server;
mod settings;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match command::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            output::failed(&error);
            ExitCode::FAILURE
        }
    }
}
