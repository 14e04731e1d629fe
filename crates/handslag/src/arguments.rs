//! What can be typed: the commands with their options. Each command's work is in a module of [`crate::command`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;

use crate::command::{
    accounts, audit, backtest, backup, capabilities, check, costs, doctor, domino, import, keep,
    language, moves, moving, offer, person, quote, restore, retention, serve, show, ties, tokens,
};

/// Promises a company can keep: what can honestly be promised, written down for both sides.
#[derive(Debug, Parser)]
#[command(name = "handslag", version, arg_required_else_help = true, infer_long_args = true)]
#[command(
    after_help = "Begin with `handslag demo`, or with `handslag found` and `handslag import`."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Common {
    /// The database: a file, or the URL of a PostgreSQL server [default: handslag.db]
    #[arg(long, global = true, value_name = "FILE or URL")]
    pub(crate) database: Option<String>,
    /// The configuration file [default: handslag.toml, if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Work in this organisation (name or id) [default: the only one in the database]
    #[arg(long, global = true, value_name = "ORGANISATION")]
    pub(crate) organisation: Option<String>,
    /// Act as this member (name or id) [default: the first admin]
    #[arg(long = "as", global = true, value_name = "MEMBER")]
    pub(crate) by: Option<String>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// A key under which a write is done once, however often it is sent
    #[arg(long, global = true, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// Act at this instant instead of now, such as 2026-03-09T09:40:00Z: for trying things on an old history
    #[arg(long, global = true, value_name = "INSTANT")]
    pub(crate) now: Option<Timestamp>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Those that need no ledger, or make one.
    #[command(flatten)]
    Alone(Alone),
    /// Those that work on a ledger that was founded.
    #[command(flatten)]
    AtDesk(Box<AtDesk>),
}

/// Commands that need no ledger, or make one.
#[derive(Debug, Subcommand)]
pub(crate) enum Alone {
    /// Show the product at work, on an invented company with a clock that you can move
    Demo(serve::Demo),
    /// Serve the pages and the API
    Serve(serve::Serve),
    /// Found the organisation: its name, its first admin, its calendar
    Found(accounts::Found),
    /// Write everything into one file, as it stands now, while the server goes on
    #[command(display_order = 89)]
    Backup(backup::Backup),
    /// Bring everything back from a backup, and verify it
    #[command(display_order = 89)]
    Restore(restore::Restore),
    /// Say what is wrong with this set-up, and what to do
    #[command(display_order = 90)]
    Doctor,
    /// Ask a running server whether it can do its work
    #[command(display_order = 90)]
    Health(doctor::Health),
    /// Show every setting: what is in force, and what it does
    #[command(display_order = 90)]
    Settings(keep::ShowSettings),
    /// Bring the database up to date with this program
    #[command(display_order = 88)]
    Migrate,
    /// Copy everything from one database into another that is empty
    #[command(display_order = 89)]
    Copy(moving::Copy),
    /// Check a receipt, without us and without a network
    #[command(display_order = 91)]
    Verify(keep::Verify),
    /// Replay a history: would what handslag says have held?
    #[command(display_order = 92)]
    Backtest(backtest::Backtest),
    /// Look through texts before a customer reads them
    #[command(display_order = 92)]
    Check(check::Check),
    /// What texts say of time and of promises, line by line, for programs
    #[command(display_order = 92, subcommand)]
    Language(language::Language),
    /// Print a completion script for a shell
    #[command(display_order = 93)]
    Completions(keep::Completions),
}

/// Commands that work on a ledger that was founded.
#[derive(Debug, Subcommand)]
pub(crate) enum AtDesk {
    /// Bring in a team's history from a tracker's export
    Import(import::Import),
    /// Ask what can be promised, and when
    Quote(quote::Quote),
    /// Offer a promise, or write its draft
    Offer(Box<offer::Offer>),
    /// Write down a promise that was given by mail or by word of mouth
    Record(offer::Record),
    /// The moves of a promise.
    #[command(flatten)]
    Move(moves::Move),
    /// Plan the work behind a promise anew
    Plan(offer::Plan),
    /// Show what needs somebody's word today
    Today,
    /// Show one promise: what was agreed, what is true now, what happened
    Show(show::Show),
    /// Show what falls with a promise when it slips, and why
    Domino(domino::DominoAsked),
    /// What promises are tied to outside the company: deliveries of third parties, plans of customers
    #[command(subcommand)]
    Ties(ties::Ties),
    /// What the product does, as product answers for it, and what public texts claim of it
    #[command(subcommand)]
    Capabilities(capabilities::Capabilities),
    /// Write what has passed, and forecast every open promise again
    Watch,
    /// Fetch the receipt of a promise
    Receipt(show::Receipt),
    /// Make the tables that pages read again from the log
    Rebuild(keep::Rebuild),
    /// The promises
    #[command(subcommand)]
    Promises(show::Promises),
    /// The customers
    #[command(subcommand)]
    Accounts(accounts::Accounts),
    /// The people at customers, with the links to their own pages
    #[command(subcommand)]
    Contacts(accounts::Contacts),
    /// Our people
    #[command(subcommand)]
    Members(accounts::Members),
    /// The teams, as history and settings know them
    #[command(subcommand)]
    Teams(accounts::Teams),
    /// What a yes costs: hours, overtime, hired hands, lateness
    #[command(subcommand)]
    Costs(costs::Costs),
    /// The keys that sign receipts
    #[command(subcommand)]
    Keys(keep::Keys),
    /// The tokens by which programs ask the API
    #[command(subcommand)]
    Tokens(tokens::Tokens),
    /// What was done and what was taken out, by whom
    #[command(subcommand)]
    Audit(audit::Audit),
    /// What is held about a person, and forgetting them
    #[command(subcommand)]
    Person(person::Person),
    /// How long what is kept
    #[command(subcommand)]
    Retention(retention::Retention),
}
