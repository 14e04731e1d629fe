//! The configuration of each part: the files of `deploy/cluster/`, with what differs from place to place filled in.
//!
//! The guide for operators shows the same files, so that what is documented is what is tested.

use std::path::Path;

use anyhow::{Context, ensure};

use super::network::{NETWORK, Place};

const ETCD: &str = include_str!("../../../deploy/cluster/etcd.yml");
const PATRONI: &str = include_str!("../../../deploy/cluster/patroni.yml");
const HAPROXY: &str = include_str!("../../../deploy/cluster/haproxy.cfg");

/// The ports, the usual ones of each program.
pub(super) const PATRONI_PORT: u16 = 8008;
const ETCD_PORT: u16 = 2379;
const ETCD_PEER_PORT: u16 = 2380;
pub(super) const POSTGRESQL_PORT: u16 = 5432;
pub(super) const WRITES_PORT: u16 = 5432;
pub(super) const READS_PORT: u16 = 5433;

/// Passwords within a cluster that only this machine reaches and that ends with the test.
#[derive(Debug, Clone)]
pub(super) struct Passwords {
    pub(super) patroni: String,
    pub(super) replicator: String,
    pub(super) rewinder: String,
    pub(super) handslag: String,
}

/// What etcd of a node is told.
pub(super) fn etcd(place: Place, folder: &Path) -> anyhow::Result<String> {
    let peers = Place::NODES.map(|of| format!("{of}=http://{}:{ETCD_PEER_PORT}", of.address()));
    fill(
        ETCD,
        &[
            ("NAME", &place.to_string()),
            ("ADDRESS", &place.address()),
            ("FOLDER", path(folder)?),
            ("ETCD_PEERS", &peers.join(",")),
        ],
    )
}

/// What Patroni of a node is told.
pub(super) fn patroni(
    place: Place,
    folder: &Path,
    programs: &Path,
    passwords: &Passwords,
) -> anyhow::Result<String> {
    let hosts = Place::NODES.map(|of| format!("{}:{ETCD_PORT}", of.address()));
    fill(
        PATRONI,
        &[
            ("NAME", &place.to_string()),
            ("ADDRESS", &place.address()),
            ("FOLDER", path(folder)?),
            ("ETCD_HOSTS", &hosts.join(",")),
            ("POSTGRESQL_PROGRAMS", path(programs)?),
            ("NETWORK", NETWORK),
            ("PATRONI_PASSWORD", &passwords.patroni),
            ("REPLICATOR_PASSWORD", &passwords.replicator),
            ("REWINDER_PASSWORD", &passwords.rewinder),
        ],
    )
}

/// What HAProxy is told.
pub(super) fn haproxy() -> anyhow::Result<String> {
    let server = |of: Place| {
        let address = of.address();
        format!("    server {of} {address}:{POSTGRESQL_PORT} check port {PATRONI_PORT}")
    };
    let front = Place::Front.address();
    fill(
        HAPROXY,
        &[
            ("WRITES", &format!("{front}:{WRITES_PORT}")),
            ("READS", &format!("{front}:{READS_PORT}")),
            ("SERVERS", &Place::NODES.map(server).join("\n")),
        ],
    )
}

fn path(of: &Path) -> anyhow::Result<&str> {
    of.to_str().with_context(|| format!("{} is no text", of.display()))
}

/// Fills in each word, and is content only when every word of the text was known.
fn fill(text: &str, words: &[(&str, &str)]) -> anyhow::Result<String> {
    let mut filled = text.to_owned();
    for (word, with) in words {
        let mark = format!("%{word}%");
        ensure!(text.contains(&mark), "{mark} is nowhere in the file");
        filled = filled.replace(&mark, with);
    }
    let left = filled.lines().find(|line| line.contains('%'));
    ensure!(left.is_none(), "not filled in: {}", left.unwrap_or_default());
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords() -> Passwords {
        let of = |name: &str| format!("{name}-secret");
        Passwords {
            patroni: of("patroni"),
            replicator: of("replicator"),
            rewinder: of("rewinder"),
            handslag: of("handslag"),
        }
    }

    #[test]
    fn every_word_is_filled_in() {
        let (folder, programs) = (Path::new("/cluster/node2"), Path::new("/pg/bin"));
        let etcd = etcd(Place::Node(2), folder).unwrap();
        assert!(etcd.contains("name: node2\n"), "{etcd}");
        assert!(etcd.contains("node1=http://198.18.77.1:2380,node2=http://198.18.77.2:2380,"));
        let patroni = patroni(Place::Node(2), folder, programs, &passwords()).unwrap();
        assert!(patroni.contains("connect_address: 198.18.77.2:5432\n"), "{patroni}");
        assert!(patroni.contains("data_dir: /cluster/node2/postgresql\n"));
        assert!(patroni.contains("password: replicator-secret\n"));
        assert!(!patroni.contains("handslag-secret"), "Patroni need not know it");
    }

    #[test]
    fn haproxy_knows_every_node_in_each_part() {
        let haproxy = haproxy().unwrap();
        for place in Place::NODES {
            let server = format!("server {place} {}:5432 check port 8008\n", place.address());
            assert_eq!(haproxy.matches(&server).count(), 3, "{haproxy}");
        }
        assert!(haproxy.contains("bind 198.18.77.10:5433\n"));
    }

    #[test]
    fn a_word_that_is_left_or_missing_is_refused() {
        assert_eq!(fill("a: %A%", &[("A", "1")]).unwrap(), "a: 1");
        assert!(fill("a: %A% %B%", &[("A", "1")]).unwrap_err().to_string().contains("%B%"));
        assert!(fill("a: %A%", &[("A", "1"), ("B", "2")]).is_err());
    }
}
