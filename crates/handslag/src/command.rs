//! The commands, a module for each group; every command reads its options, calls one use case and prints the answer.

pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod backtest;
pub(crate) mod backup;
pub(crate) mod capabilities;
pub(crate) mod check;
pub(crate) mod costs;
pub(crate) mod doctor;
pub(crate) mod domino;
pub(crate) mod import;
pub(crate) mod keep;
pub(crate) mod language;
pub(crate) mod moves;
pub(crate) mod moving;
pub(crate) mod offer;
pub(crate) mod person;
pub(crate) mod quote;
pub(crate) mod register;
pub(crate) mod restore;
pub(crate) mod retention;
pub(crate) mod serve;
pub(crate) mod show;
pub(crate) mod ties;
pub(crate) mod tokens;

use std::process::ExitCode;

use anyhow::Context;
use tokio::runtime::Runtime;

use crate::arguments::{Alone, Arguments, AtDesk, Command, Common};
use crate::desk::Desk;

/// Does what was typed.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let Arguments { common, command } = arguments;
    let runtime = Runtime::new().context("the program cannot start its threads")?;
    match command {
        Command::Alone(asked) => alone(&runtime, &common, asked),
        Command::AtDesk(asked) => runtime.block_on(async {
            let desk = Desk::open(&common).await?;
            let deed = audit::deed(&asked);
            at_desk(&desk, *asked).await?;
            if let Some((action, promise)) = deed {
                desk.note_done(action, promise.as_deref()).await?;
            }
            Ok(ExitCode::SUCCESS)
        }),
    }
}

fn alone(runtime: &Runtime, common: &Common, asked: Alone) -> anyhow::Result<ExitCode> {
    let done = match asked {
        Alone::Demo(asked) => runtime.block_on(serve::demo(common, &asked)),
        Alone::Serve(asked) => runtime.block_on(serve::serve(common, &asked)),
        Alone::Found(asked) => runtime.block_on(accounts::found(common, asked)),
        Alone::Doctor => runtime.block_on(doctor::doctor(common)),
        Alone::Health(asked) => doctor::health(common, &asked),
        Alone::Backup(asked) => runtime.block_on(backup::backup(common, &asked)),
        Alone::Restore(asked) => runtime.block_on(restore::restore(common, &asked)),
        Alone::Settings(asked) => keep::show_settings(common, &asked),
        Alone::Migrate => runtime.block_on(moving::migrate(common)),
        Alone::Copy(asked) => runtime.block_on(moving::copy(common, &asked)),
        Alone::Verify(asked) => keep::verify(&asked, common.json),
        Alone::Check(asked) => return Ok(check::run(common, &asked)),
        Alone::Language(asked) => language::run(&asked),
        Alone::Backtest(asked) => backtest::run(&asked, common.json),
        Alone::Completions(asked) => {
            keep::completions(&asked);
            Ok(())
        }
    };
    done.map(|()| ExitCode::SUCCESS)
}

async fn at_desk(desk: &Desk, asked: AtDesk) -> anyhow::Result<()> {
    match asked {
        AtDesk::Import(asked) => import::run(desk, &asked).await,
        AtDesk::Quote(asked) => quote::run(desk, &asked).await,
        AtDesk::Offer(asked) => offer::run(desk, &asked).await,
        AtDesk::Record(asked) => offer::record(desk, &asked).await,
        AtDesk::Plan(asked) => offer::plan(desk, &asked).await,
        AtDesk::Move(asked) => moves::run(desk, asked).await,
        AtDesk::Today => show::today(desk).await,
        AtDesk::Show(asked) => show::run(desk, &asked).await,
        AtDesk::Domino(asked) => domino::run(desk, &asked).await,
        AtDesk::Ties(asked) => ties::run(desk, asked).await,
        AtDesk::Capabilities(asked) => capabilities::run(desk, asked).await,
        AtDesk::Watch => show::watch(desk).await,
        AtDesk::Receipt(asked) => show::receipt(desk, &asked).await,
        AtDesk::Rebuild(asked) => keep::rebuild(desk, &asked).await,
        AtDesk::Promises(asked) => show::promises(desk, asked).await,
        AtDesk::Accounts(asked) => accounts::accounts(desk, asked).await,
        AtDesk::Contacts(asked) => accounts::contacts(desk, asked).await,
        AtDesk::Members(asked) => accounts::members(desk, asked).await,
        AtDesk::Teams(asked) => accounts::teams(desk, asked).await,
        AtDesk::Costs(asked) => costs::run(desk, asked).await,
        AtDesk::Tokens(asked) => tokens::run(desk, asked).await,
        AtDesk::Keys(asked) => keep::keys(desk, &asked),
        AtDesk::Audit(asked) => audit::run(desk, asked).await,
        AtDesk::Person(asked) => person::run(desk, asked).await,
        AtDesk::Retention(asked) => retention::run(desk, asked).await,
    }
}
