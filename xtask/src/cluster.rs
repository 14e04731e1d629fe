//! `cargo xtask cluster`: PostgreSQL on three nodes under Patroni, with etcd and HAProxy, on this machine alone.
//!
//! With `--test` things are done to it while everybody writes and reads, and what was acknowledged is compared with
//! what is there. Configuration and guide are those for operators: `deploy/cluster/`, `docs/guide/cluster.md`.

mod ask;
mod faults;
mod front;
mod leases;
mod network;
mod node;
mod patroni;
mod report;
mod servers;
mod setup;
mod writers;
mod written;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::time::sleep;

use self::front::Front;
use self::network::{Network, Place};
use self::node::Node;
use self::patroni::Seen;
use self::report::Fault;
use self::setup::Tools;
use self::written::{POSTGRESQL_PORT, Passwords, READS_PORT, WRITES_PORT};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;
use crate::program;

/// What is to be done with it.
#[derive(Debug, clap::Args)]
pub(crate) struct Wanted {
    /// Do things to it while everybody writes, compare, and end.
    #[arg(long)]
    test: bool,
    /// How often each thing is done.
    #[arg(long, default_value_t = 3, requires = "test")]
    rounds: u32,
    /// Only these things.
    #[arg(long, value_enum, requires = "test")]
    only: Vec<Fault>,
    /// Without the lookout: shows what a lost leader costs by Patroni's own means.
    #[arg(long)]
    without_lookout: bool,
    /// Leave databases and logs in target/cluster.
    #[arg(long)]
    keep: bool,
}

/// A cluster on three nodes is up after this, or will not be.
const UP_WITHIN: Duration = Duration::from_secs(120);
const POLL: Duration = Duration::from_millis(200);

/// Brings it up, does what is wanted, and clears it away.
///
/// # Errors
/// When the machine lacks something, the cluster does not come up, or the test fails.
pub(crate) fn run(machine: &Machine, wanted: &Wanted) -> anyhow::Result<()> {
    let tools = setup::set_up(machine)?;
    let folder = machine.target().join("cluster");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // Whatever ends this, the nodes and the network are dropped, and with them every process.
    let done = runtime.block_on(async {
        tokio::select! {
            done = live(machine, &tools, &folder, wanted) => done,
            stopped = asked_to_stop() => stopped,
        }
    });
    if !wanted.keep && folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    done
}

async fn live(
    machine: &Machine,
    tools: &Tools,
    folder: &Path,
    wanted: &Wanted,
) -> anyhow::Result<()> {
    let network = Network::lay(machine)?;
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    let watch = Stopwatch::start();
    let mut cluster = Cluster::start((machine, &network), tools, folder, !wanted.without_lookout)?;
    cluster.until_whole(UP_WITHIN).await?;
    cluster.make_database().await?;
    say(format_args!("three nodes are up after {watch}"));
    if wanted.test {
        setup::test_lookout(machine, tools)?;
        program::build(machine)?;
        let faults = if wanted.only.is_empty() { &Fault::ALL[..] } else { &wanted.only };
        let rows = faults::all((machine, folder), &mut cluster, faults, wanted.rounds).await?;
        say(report::table(&rows));
        let failures: Vec<String> = rows.iter().flat_map(report::Row::failures).collect();
        if !failures.is_empty() {
            bail!("the cluster does not hold:\n- {}", failures.join("\n- "));
        }
        return Ok(());
    }
    say(format_args!("writes  {}", cluster.url()));
    say(format_args!("reads   {}", cluster.reading_url()));
    say("Stop with Ctrl-C.");
    loop {
        cluster.check()?;
        sleep(POLL).await;
    }
}

/// Returns when Ctrl-C is pressed or something asks it to end.
async fn asked_to_stop() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed?,
        _ = terminated.recv() => {}
    }
    say("stopping");
    Ok(())
}

/// The cluster, until it is dropped.
#[derive(Debug)]
struct Cluster<'a> {
    nodes: Vec<Node<'a>>,
    front: Front,
    network: &'a Network<'a>,
    passwords: Passwords,
}

impl<'a> Cluster<'a> {
    fn start(
        (machine, network): (&'a Machine, &'a Network<'a>),
        tools: &'a Tools,
        folder: &Path,
        has_lookout: bool,
    ) -> anyhow::Result<Self> {
        let of = |name: &str| format!("{name}-of-a-test");
        let passwords = Passwords {
            patroni: of("patroni"),
            replicator: of("replicator"),
            rewinder: of("rewinder"),
            handslag: of("handslag"),
        };
        let mut nodes = Vec::new();
        for place in Place::NODES {
            let mut node = Node::prepare((machine, network), tools, place, folder, &passwords)?;
            node.has_lookout = has_lookout;
            node.start()?;
            nodes.push(node);
        }
        let front = Front::start(machine, network, folder)?;
        Ok(Self { nodes, front, network, passwords })
    }

    fn node(&mut self, place: Place) -> anyhow::Result<&mut Node<'a>> {
        let node = self.nodes.iter_mut().find(|node| node.place == place);
        node.with_context(|| format!("{place} is no node"))
    }

    /// The database for whoever writes.
    fn url(&self) -> String {
        self.url_at(&Place::Front.address(), WRITES_PORT)
    }

    /// The database for whoever only reads.
    fn reading_url(&self) -> String {
        self.url_at(&Place::Front.address(), READS_PORT)
    }

    /// The database of one node.
    fn url_of(&self, place: Place) -> String {
        self.url_at(&place.address(), POSTGRESQL_PORT)
    }

    fn url_at(&self, address: &str, port: u16) -> String {
        format!(
            "postgres://handslag:{}@{address}:{port}/handslag?sslmode=disable",
            self.passwords.handslag
        )
    }

    /// How the cluster is, as the first node sees it that answers.
    async fn seen(&self) -> anyhow::Result<Seen> {
        let mut last = None;
        for place in Place::NODES {
            match patroni::seen_by(place).await {
                Ok(seen) if seen.leader.is_some() => return Ok(seen),
                Ok(_) => last = Some(anyhow::anyhow!("{place} sees no leader")),
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| anyhow::anyhow!("there are no nodes")))
    }

    /// Waits until every node does its part, and every node sees it so.
    async fn until_whole(&mut self, at_most: Duration) -> anyhow::Result<()> {
        let watch = Stopwatch::start();
        loop {
            self.check()?;
            let mut seen = Vec::new();
            for place in Place::NODES {
                seen.push(patroni::seen_by(place).await);
            }
            if seen.iter().all(|seen| seen.as_ref().is_ok_and(Seen::is_whole)) {
                return Ok(());
            }
            if watch.elapsed() > at_most {
                bail!("the cluster is not whole after {watch}: {seen:?}");
            }
            sleep(POLL).await;
        }
    }

    /// Fails when a part ended that nobody ended.
    fn check(&mut self) -> anyhow::Result<()> {
        if let Some(ended) = self.nodes.iter_mut().find_map(Node::ended) {
            bail!("{ended}");
        }
        self.front.check()
    }

    /// Makes the product's own database and user.
    async fn make_database(&mut self) -> anyhow::Result<()> {
        let leader = self.seen().await?.leader.context("no leader")?;
        let password = self.passwords.handslag.clone();
        let node = self.node(leader)?;
        let user = format!("CREATE ROLE handslag LOGIN PASSWORD '{password}';");
        node.administer(&user, "postgres")?;
        node.administer("CREATE DATABASE handslag OWNER handslag;", "postgres")
    }
}
