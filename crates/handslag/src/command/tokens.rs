//! Tokens by which programs ask the API, from the command line.

use clap::{Subcommand, ValueEnum};
use ledger::access::token::Scope;
use serde_json::json;

use crate::desk::Desk;
use crate::output::table;

/// The tokens of programs.
#[derive(Debug, Subcommand)]
pub(crate) enum Tokens {
    /// Those that are alive, whose they are, and when they were last used
    List,
    /// Make one that acts as you (or as whom --as names); it is shown once
    Make {
        /// What it is for
        name: String,
        /// How far it goes
        #[arg(long, default_value = "read")]
        scope: Far,
        /// For how many days, from 1 to 366
        #[arg(long, default_value_t = 90)]
        days: u32,
    },
    /// End one before its time
    Revoke {
        /// Its id, as the list has it
        id: String,
    },
}

/// How far a token goes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Far {
    /// Look
    Read,
    /// Also ask, and write drafts; never promise
    Draft,
    /// Whatever the member's role may
    Promise,
}

impl Far {
    fn scope(self) -> Scope {
        match self {
            Self::Read => Scope::Read,
            Self::Draft => Scope::Draft,
            Self::Promise => Scope::Promise,
        }
    }
}

/// `handslag tokens`
pub(crate) async fn run(desk: &Desk, asked: Tokens) -> anyhow::Result<()> {
    match asked {
        Tokens::List => list(desk).await,
        Tokens::Make { name, scope, days } => {
            let caller = desk.caller();
            let token = desk.service().make_token(&caller, &name, scope.scope(), days).await?;
            let said = format!("This token is shown once; it lives for {days} days:");
            let value = json!({ "token": token.reveal(), "scope": scope.scope().code() });
            desk.output.answer(&[said, token.reveal().to_owned()], &value);
            Ok(())
        }
        Tokens::Revoke { id } => {
            desk.service().revoke_token(&desk.caller(), &id).await?;
            desk.output.answer(&[format!("Token {id} works no more.")], &json!({ "token": id }));
            Ok(())
        }
    }
}

async fn list(desk: &Desk) -> anyhow::Result<()> {
    let rows = desk.service().tokens(desk.organisation()).await?;
    let alive = rows.into_iter().filter(|row| row.revoked_at.is_none() && row.expires > desk.at);
    let alive: Vec<_> = alive.collect();
    let name = |member| desk.us.members.get(&member).map_or("", |member| member.name.as_str());
    let cells = alive.iter().map(|row| {
        let used = row.used_at.map_or_else(|| "never".to_owned(), |at| desk.moment(at));
        let whose = name(row.member).to_owned();
        vec![
            row.id.clone(),
            row.name.clone(),
            whose,
            row.scope.code().to_owned(),
            desk.moment(row.expires),
            used,
        ]
    });
    let heads = ["token", "for", "as", "scope", "until", "last used"];
    let lines = table(&heads, &cells.collect::<Vec<_>>());
    let values = alive.iter().map(|row| {
        json!({
            "token": row.id, "name": row.name, "member": row.member.to_string(),
            "scope": row.scope.code(), "expires": row.expires, "used_at": row.used_at,
        })
    });
    desk.output.answer(&lines, &values.collect());
    Ok(())
}
