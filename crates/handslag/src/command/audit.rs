//! `handslag audit`: what was done and what was taken out, by whom; and which commands are noted themselves.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::Subcommand;
use jiff::Timestamp;
use ledger::audit::{AuditFilter, AuditRow};
use serde_json::json;
use service::audit::Origin;

use super::{accounts, costs, keep, tokens};
use crate::arguments::AtDesk;
use crate::desk::Desk;
use crate::output::{self, table};

/// The audit log.
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// The newest notes
    List {
        /// Only from this instant on, such as 2026-03-09T00:00:00Z
        #[arg(long)]
        since: Option<Timestamp>,
        /// Only up to this instant
        #[arg(long)]
        until: Option<Timestamp>,
        /// Only by this one: `member:<id>`, `contact:<id>`, `program` or `nobody`
        #[arg(long, default_value = "")]
        actor: String,
        /// Only this, such as `receipt` or `person.erase`
        #[arg(long, default_value = "")]
        action: String,
        /// Only about this, such as `contact:<id>`
        #[arg(long, default_value = "")]
        subject: String,
        /// How many at most
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Take it out, one JSON object a line, the oldest first; which is noted too
    Export {
        /// Only from this instant on, such as 2026-03-09T00:00:00Z
        #[arg(long)]
        since: Option<Timestamp>,
        /// Only up to this instant
        #[arg(long)]
        until: Option<Timestamp>,
        /// Where it goes [default: the terminal]
        #[arg(long, short, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// `handslag audit`
pub(crate) async fn run(desk: &Desk, asked: Audit) -> anyhow::Result<()> {
    match asked {
        Audit::List { since, until, actor, action, subject, limit } => {
            let filter = AuditFilter { since, until, actor, action, subject, limit };
            let rows = desk.service().audit(&desk.caller(), &filter, None).await?;
            let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(desk, row)).collect();
            let lines = table(&["when", "who", "by way of", "what", "to what", "outcome"], &cells);
            desk.output.answer(&lines, &rows.iter().map(AuditRow::to_json).collect());
            Ok(())
        }
        Audit::Export { since, until, out } => {
            let filter = AuditFilter { since, until, ..AuditFilter::default() };
            export(desk, &filter, out).await
        }
    }
}

fn cells(desk: &Desk, row: &AuditRow) -> Vec<String> {
    vec![
        desk.moment(row.at),
        row.actor.clone(),
        row.via.clone(),
        row.action.clone(),
        row.subject.clone(),
        row.outcome.clone(),
    ]
}

async fn export(desk: &Desk, filter: &AuditFilter, out: Option<PathBuf>) -> anyhow::Result<()> {
    let service = desk.service();
    let mut export = service.export_audit(&desk.caller(), &Origin::desk(), filter).await?;
    let Some(path) = out else {
        while let Some(lines) = service.next_audit_lines(&mut export).await? {
            output::plain(&lines);
        }
        return Ok(());
    };
    let wrong = || format!("{} cannot be written", path.display());
    let mut file = std::fs::File::create(&path).with_context(wrong)?;
    let mut notes = 0;
    while let Some(lines) = service.next_audit_lines(&mut export).await? {
        notes += lines.lines().count();
        file.write_all(lines.as_bytes()).with_context(wrong)?;
    }
    file.sync_all().with_context(wrong)?;
    let said = format!("{notes} notes are in {}.", path.display());
    desk.output.answer(&[said], &json!({ "notes": notes, "file": path }));
    Ok(())
}

/// What a command writes, for the audit log, and the promise it was typed with; `None` when it writes nothing, or
/// notes itself what it takes out.
pub(crate) fn deed(asked: &AtDesk) -> Option<(&'static str, Option<String>)> {
    let plain = |action: &'static str| Some((action, None));
    match asked {
        AtDesk::Import(asked) if asked.stores() => plain("import"),
        AtDesk::Quote(asked) => asked.deed().and_then(plain),
        AtDesk::Offer(_) => plain("offer"),
        AtDesk::Record(_) => plain("record"),
        AtDesk::Plan(asked) => Some(("plan", Some(asked.promise().to_owned()))),
        AtDesk::Move(made) => {
            let (action, promise) = made.deed();
            Some((action, Some(promise.to_owned())))
        }
        AtDesk::Ties(asked) => {
            asked.deed().map(|(action, promise)| (action, Some(promise.to_owned())))
        }
        AtDesk::Capabilities(asked) => asked.deed().and_then(plain),
        AtDesk::Watch => plain("watch"),
        AtDesk::Rebuild(asked) if asked.stores() => plain("rebuild"),
        AtDesk::Accounts(accounts::Accounts::Add { .. }) => plain("accounts.add"),
        AtDesk::Contacts(accounts::Contacts::Add { .. }) => plain("contacts.add"),
        AtDesk::Contacts(accounts::Contacts::RenewLink { .. }) => plain("contacts.renew_link"),
        AtDesk::Members(accounts::Members::Add { .. }) => plain("members.add"),
        AtDesk::Members(accounts::Members::Invite { .. }) => plain("members.invite"),
        AtDesk::Members(accounts::Members::LiftSecondFactor { .. }) => {
            plain("members.lift_second_factor")
        }
        AtDesk::Members(accounts::Members::SecondFactor { .. }) => plain("members.second_factor"),
        AtDesk::Members(accounts::Members::Figures { .. }) => plain("members.figures"),
        AtDesk::Teams(accounts::Teams::Set { .. }) => plain("teams.set"),
        AtDesk::Teams(accounts::Teams::Away { .. }) => plain("teams.away"),
        AtDesk::Teams(accounts::Teams::Back { .. }) => plain("teams.back"),
        AtDesk::Costs(costs::Costs::Set { .. }) => plain("costs.set"),
        AtDesk::Tokens(tokens::Tokens::Make { .. }) => plain("tokens.make"),
        AtDesk::Tokens(tokens::Tokens::Revoke { .. }) => plain("tokens.revoke"),
        AtDesk::Keys(keep::Keys::Rotate) => plain("keys.rotate"),
        AtDesk::Import(_)
        | AtDesk::Rebuild(_)
        | AtDesk::Domino(_)
        | AtDesk::Today
        | AtDesk::Show(_)
        | AtDesk::Receipt(_)
        | AtDesk::Promises(_)
        | AtDesk::Accounts(accounts::Accounts::List { .. })
        | AtDesk::Contacts(accounts::Contacts::List { .. })
        | AtDesk::Members(accounts::Members::List)
        | AtDesk::Teams(accounts::Teams::List)
        | AtDesk::Costs(costs::Costs::Show)
        | AtDesk::Tokens(tokens::Tokens::List)
        | AtDesk::Keys(keep::Keys::List)
        | AtDesk::Audit(_)
        | AtDesk::Person(_)
        | AtDesk::Retention(_) => None,
    }
}
