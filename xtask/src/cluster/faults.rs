//! The rounds: what is done to the cluster, and how it is whole again afterwards.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use tokio::time::sleep;

use super::Cluster;
use super::leases::Leases;
use super::network::Place;
use super::node::Part;
use super::patroni;
use super::report::{self, Fault, Kept, Row, longest_gap, rate};
use super::servers::{self, Servers};
use super::writers::{Writers, Wrote, stored};
use crate::machine::{Machine, Stopwatch};
use crate::output::say;

/// Writing goes on for so long before a fault.
const BEFORE: Duration = Duration::from_secs(5);
/// Writing must go on for so long before what was broken is mended.
const FLOWING: Duration = Duration::from_secs(3);
/// A fault lasts at least so long, so that what it brings about late is seen too.
const LASTS: Duration = Duration::from_secs(25);
/// A cluster that is not whole by then will not be.
const AT_MOST: Duration = Duration::from_secs(180);
/// A replica has what the leader has after this, or it is damaged.
const ALIKE_WITHIN: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(200);

/// Does one thing to the cluster while everybody writes, mends it, and compares.
async fn round(
    cluster: &mut Cluster<'_>,
    fault: Fault,
    (round, count): (u32, u32),
    servers: &Servers,
) -> anyhow::Result<Row> {
    let watch = servers.watch;
    cluster.until_whole(AT_MOST).await?;
    let asking = servers.ask();
    let leases = Leases::start(&cluster.url(), count, watch).await?;
    let writers = Writers::start(&cluster.url(), count, watch).await?;
    sleep(BEFORE).await;
    let begun = watch.elapsed();
    let seen = cluster.seen().await?;
    let leader = seen.leader.context("no leader")?;
    let other = Place::NODES.into_iter().find(|place| *place != leader).context("no replica")?;
    leases.end_holder();
    let lease_lost = watch.elapsed();
    strike(cluster, fault, leader, other).await?;
    flowing(&writers, begun, watch).await?;
    if fault.lasts() {
        let left = LASTS.saturating_sub(watch.elapsed().saturating_sub(begun));
        sleep(left).await;
    }
    mend(cluster, fault, leader, other)?;
    cluster.until_whole(AT_MOST).await?;
    let whole_after = watch.elapsed().saturating_sub(begun);
    sleep(FLOWING).await;
    let ended = watch.elapsed();
    let wrote = writers.stop().await?;
    let (reads, names) = asking.stop(begun, ended).await?;
    let (mut kept, mut damage) = compare(cluster, &wrote).await?;
    damage.extend(report::misheld(&leases.stop().await?, lease_lost));
    kept.add(Kept::compare(&names, &servers::stored(&cluster.url()).await?));
    let instants = wrote.instants();
    let row = Row {
        fault,
        round,
        before: rate(&instants, begun.saturating_sub(BEFORE), begun),
        longest_gap: longest_gap(&instants, begun, ended),
        whole_after,
        kept,
        damage,
        reads,
    };
    say(report::line(&row));
    for (answer, times) in &wrote.refusals {
        say(format_args!("    not acknowledged {times} times: {answer}"));
    }
    Ok(row)
}

/// Compares what was acknowledged with what the leader has, and that with what every other node has.
async fn compare(cluster: &mut Cluster<'_>, wrote: &Wrote) -> anyhow::Result<(Kept, Vec<String>)> {
    let there = stored(&cluster.url(), wrote.organisation).await?;
    let mut damage = wrote.damage(&there).await?;
    for place in Place::NODES {
        let (url, watch) = (cluster.url_of(place), Stopwatch::start());
        // It replays what it has received; that takes a moment.
        while stored(&url, wrote.organisation).await? != there {
            if watch.elapsed() > ALIKE_WITHIN {
                damage.push(format!("{place} has not the same after {watch}"));
                break;
            }
            sleep(POLL).await;
        }
    }
    Ok((Kept::compare(&wrote.keys(), &there.keys), damage))
}

async fn strike(
    cluster: &mut Cluster<'_>,
    fault: Fault,
    leader: Place,
    other: Place,
) -> anyhow::Result<()> {
    match fault {
        Fault::Node => cluster.node(leader)?.kill(),
        Fault::Postgres => cluster.node(leader)?.kill_postgresql(),
        Fault::Switchover => patroni::switch(leader, &cluster.passwords).await.map(drop),
        Fault::CutLeader => cluster.network.cut(leader),
        Fault::CutReplica => cluster.network.cut(other),
        Fault::CutBetween => cluster.network.cut_from_nodes(leader),
        Fault::Etcd => {
            for place in Place::NODES.into_iter().filter(|place| *place != leader) {
                cluster.node(place)?.kill_part(Part::Etcd)?;
            }
            Ok(())
        }
    }
}

fn mend(
    cluster: &mut Cluster<'_>,
    fault: Fault,
    leader: Place,
    other: Place,
) -> anyhow::Result<()> {
    match fault {
        Fault::Node => cluster.node(leader)?.start(),
        Fault::Postgres | Fault::Switchover => Ok(()),
        Fault::CutLeader => cluster.network.heal(leader),
        Fault::CutReplica => cluster.network.heal(other),
        Fault::CutBetween => cluster.network.heal_to_nodes(leader),
        Fault::Etcd => {
            for place in Place::NODES {
                cluster.node(place)?.start()?;
            }
            Ok(())
        }
    }
}

/// Waits until writes are acknowledged again, and go on being.
async fn flowing(writers: &Writers, since: Duration, watch: Stopwatch) -> anyhow::Result<()> {
    loop {
        let now = watch.elapsed();
        let lasts = now.saturating_sub(since);
        ensure!(lasts < AT_MOST, "nothing is acknowledged any more: {:#?}", writers.refusals());
        let recent = now.saturating_sub(FLOWING);
        if recent >= since {
            let instants = writers.instants();
            if longest_gap(&instants, recent, now) < Duration::from_millis(1500) {
                return Ok(());
            }
        }
        sleep(POLL).await;
    }
}

/// The rounds that were asked for, in turn.
pub(super) async fn all(
    (machine, folder): (&Machine, &Path),
    cluster: &mut Cluster<'_>,
    faults: &[Fault],
    rounds: u32,
) -> anyhow::Result<Vec<Row>> {
    let (writing, reading) = (cluster.url(), cluster.reading_url());
    let (urls, watch) = ((writing.as_str(), reading.as_str()), Stopwatch::start());
    let mut servers = Servers::start(machine, folder, urls, watch).await?;
    let mut rows = Vec::new();
    for fault in faults {
        for number in 1..=rounds {
            let count = u32::try_from(rows.len())?;
            let done = round(cluster, *fault, (number, count), &servers).await;
            servers.check()?;
            rows.push(done.with_context(|| format!("{}, round {number}", fault.name()))?);
        }
    }
    if rows.is_empty() {
        bail!("no round was asked for");
    }
    Ok(rows)
}
