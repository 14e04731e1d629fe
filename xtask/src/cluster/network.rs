//! The network of the cluster: each node in a network namespace of its own, all of them on one bridge.
//!
//! A node's cable can be pulled here as on real machines: packets get lost, and nobody is told. Everything that was
//! started in a namespace is found and ended by it, so that nothing else of the machine is touched.

use std::fmt;
use std::fs::File;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, bail, ensure};

use crate::machine::{self, Machine, Stopwatch};

/// All addresses are from the block that is kept for measurements (RFC 2544): no real network has them.
pub(super) const NETWORK: &str = "198.18.77.0/24";
const BRIDGE: &str = "handslag";
const HOST: &str = "198.18.77.254/24";
/// How long ended processes may take to be gone.
const GONE_WITHIN: Duration = Duration::from_secs(10);
/// An address of no network card: what is sent there is lost.
const NOWHERE: &str = "02:00:00:00:00:01";

/// A place in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A node of the database, from 1 on.
    Node(u8),
    /// Where HAProxy is.
    Front,
}

impl Place {
    /// The nodes of the database.
    pub(super) const NODES: [Self; 3] = [Self::Node(1), Self::Node(2), Self::Node(3)];
    /// Every place.
    const ALL: [Self; 4] = [Self::Node(1), Self::Node(2), Self::Node(3), Self::Front];

    /// The address that the others reach it by.
    pub(super) fn address(self) -> String {
        match self {
            Self::Node(number) => format!("198.18.77.{number}"),
            Self::Front => "198.18.77.10".to_owned(),
        }
    }

    fn namespace(self) -> String {
        format!("handslag-{self}")
    }

    /// The end of its cable at the bridge.
    fn cable(self) -> String {
        format!("hs-{self}")
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node(number) => write!(f, "node{number}"),
            Self::Front => f.write_str("front"),
        }
    }
}

/// Held by a run for as long as it lasts: the names of the network are the same for all.
const LOCK: &str = "/run/handslag-cluster.lock";

/// The network, until it is dropped.
#[derive(Debug)]
pub(super) struct Network<'a> {
    machine: &'a Machine,
    _lock: File,
}

impl<'a> Network<'a> {
    /// Lays it, after clearing away what an earlier run left.
    pub(super) fn lay(machine: &'a Machine) -> anyhow::Result<Self> {
        let lock = File::create(LOCK).with_context(|| LOCK.to_owned())?;
        if let Err(error) = lock.try_lock() {
            bail!("{LOCK}: {error}; does another cluster run on this machine? Stop that one first");
        }
        // What an earlier run left that was itself ended at once.
        clear(machine)?;
        let network = Self { machine, _lock: lock };
        network.ip(&format!("link add {BRIDGE} type bridge"))?;
        network.ip(&format!("addr add {HOST} dev {BRIDGE}"))?;
        network.ip(&format!("link set {BRIDGE} up"))?;
        for place in Place::ALL {
            let (namespace, cable) = (place.namespace(), place.cable());
            network.ip(&format!("netns add {namespace}"))?;
            network.ip(&format!("link add {cable} type veth peer name eth0 netns {namespace}"))?;
            network.ip(&format!("link set {cable} master {BRIDGE} up"))?;
            network.ip(&format!("-n {namespace} addr add {}/24 dev eth0", place.address()))?;
            network.ip(&format!("-n {namespace} link set eth0 up"))?;
            network.ip(&format!("-n {namespace} link set lo up"))?;
        }
        Ok(network)
    }

    /// A command that runs at a place, as a user.
    pub(super) fn command(&self, place: Place, user: &str, words: &[&str]) -> Command {
        let mut command = self.machine.command("ip", &["netns", "exec", &place.namespace()]);
        command.args(["setpriv", "--reuid", user, "--regid", user, "--init-groups"]);
        // It ends with us, however we end; what it starts itself is found in its namespace by the next run.
        command.args(["--pdeathsig", "KILL", "--"]);
        command.args(words);
        command
    }

    /// Ends every process of a place at once, as when its power goes.
    pub(super) fn kill_all(&self, place: Place) -> anyhow::Result<()> {
        kill_all(self.machine, &place.namespace())
    }

    /// Pulls the cable: what is sent to the place and from it is lost.
    pub(super) fn cut(&self, place: Place) -> anyhow::Result<()> {
        self.ip(&format!("link set {} nomaster", place.cable()))
    }

    /// Puts the cable back.
    pub(super) fn heal(&self, place: Place) -> anyhow::Result<()> {
        self.ip(&format!("link set {} master {BRIDGE}", place.cable()))
    }

    /// Cuts a node off from the other nodes alone; HAProxy and whoever asks still reach it.
    pub(super) fn cut_from_nodes(&self, place: Place) -> anyhow::Result<()> {
        self.at_neighbours(place, &format!("replace lladdr {NOWHERE} nud permanent"))
    }

    /// Takes that back.
    pub(super) fn heal_to_nodes(&self, place: Place) -> anyhow::Result<()> {
        self.at_neighbours(place, "del")
    }

    fn at_neighbours(&self, place: Place, what: &str) -> anyhow::Result<()> {
        let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
        for other in Place::NODES.into_iter().filter(|other| *other != place) {
            let (namespace, address) = (place.namespace(), other.address());
            self.ip(&format!("-n {namespace} neigh {verb} {address} {rest} dev eth0"))?;
        }
        Ok(())
    }

    fn ip(&self, words: &str) -> anyhow::Result<()> {
        ip(self.machine, words)
    }
}

impl Drop for Network<'_> {
    fn drop(&mut self) {
        if let Err(error) = clear(self.machine) {
            crate::output::complain(&error.context("the cluster's network could not be cleared"));
        }
    }
}

/// Ends what runs in our namespaces and takes away what we laid, whichever run it was.
fn clear(machine: &Machine) -> anyhow::Result<()> {
    let there = machine.output("ip", &["netns", "list"])?;
    let is_there = |name: &str| there.lines().any(|line| line.split(' ').next() == Some(name));
    for place in Place::ALL {
        if is_there(&place.namespace()) {
            kill_all(machine, &place.namespace())?;
            // Its end of the cable goes with it, and the other end with that.
            ip(machine, &format!("netns del {}", place.namespace()))?;
        }
    }
    let links = machine.output("ip", &["-oneline", "link", "show", "type", "bridge"])?;
    if links.lines().any(|line| line.split(' ').nth(1) == Some(&format!("{BRIDGE}:"))) {
        ip(machine, &format!("link del {BRIDGE}"))?;
    }
    Ok(())
}

fn kill_all(machine: &Machine, namespace: &str) -> anyhow::Result<()> {
    let watch = Stopwatch::start();
    loop {
        let pids = machine.output("ip", &["netns", "pids", namespace])?;
        let pids: Vec<&str> = pids.split_whitespace().filter(|pid| is_alive(pid)).collect();
        if pids.is_empty() {
            return Ok(());
        }
        ensure!(watch.elapsed() < GONE_WITHIN, "{namespace}: {} do not end", pids.join(" "));
        // Some may have ended since they were listed.
        let mut command = machine.command("kill", &["-KILL"]);
        command.args(&pids).stderr(std::process::Stdio::null());
        command.status().context("run kill")?;
    }
}

/// Whether a process still runs; one that has ended stays listed until somebody asks how it ended.
fn is_alive(pid: &str) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else { return false };
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    !matches!(state, None | Some('Z' | 'X'))
}

fn ip(machine: &Machine, words: &str) -> anyhow::Result<()> {
    let words: Vec<&str> = words.split_whitespace().collect();
    machine.output("ip", &words).map(drop)
}

/// Says what the machine lacks for such a network.
pub(super) fn lacks(machine: &Machine) -> anyhow::Result<()> {
    ensure!(machine.find("ip").is_some(), "there is no ip; install iproute2");
    ensure!(machine.find("setpriv").is_some(), "there is no setpriv; install util-linux");
    let mut probe = machine.command("ip", &["netns", "add", "handslag-probe"]);
    let tried = probe.output().context("run ip")?;
    if !tried.status.success() {
        let said = String::from_utf8_lossy(&tried.stderr);
        bail!(
            "no network namespace can be made ({}); it takes root and the right to administer the network",
            said.trim()
        );
    }
    let delete = machine.command("ip", &["netns", "del", "handslag-probe"]);
    machine::run(delete)
}
