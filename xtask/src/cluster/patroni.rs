//! Patroni's interface: who is in the cluster and how it is with them, and a planned switch.

use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::ask::{Answer, Request, ask};
use super::network::Place;
use super::written::{PATRONI_PORT, Passwords};

/// Patroni answers from what it knows.
const WITHIN: Duration = Duration::from_secs(2);
/// It answers a switch when that is done.
const SWITCH_WITHIN: Duration = Duration::from_secs(60);

/// The cluster as one node sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) leader: Option<Place>,
    /// Replicas that receive what the leader writes, without being behind.
    pub(super) following: Vec<Place>,
    /// Replicas that a write can be confirmed by.
    pub(super) confirming: Vec<Place>,
}

impl Seen {
    /// Whether every node does its part.
    pub(super) fn is_whole(&self) -> bool {
        let others = Place::NODES.len() - 1;
        self.leader.is_some() && self.following.len() == others && self.confirming.len() == others
    }

    fn of(cluster: &Value) -> anyhow::Result<Self> {
        let members = cluster["members"].as_array().context("no members")?;
        let mut seen = Self { leader: None, following: Vec::new(), confirming: Vec::new() };
        for member in members {
            let name = member["name"].as_str().unwrap_or_default();
            let place = Place::NODES.into_iter().find(|place| place.to_string() == name);
            let place = place.with_context(|| format!("{name:?} is no node of ours"))?;
            let is = |key: &str, value: &str| member[key].as_str() == Some(value);
            if is("role", "leader") && is("state", "running") {
                seen.leader = Some(place);
            } else if is("state", "streaming") && member["lag"].as_u64() == Some(0) {
                seen.following.push(place);
            }
            if is("role", "quorum_standby") || is("role", "sync_standby") {
                seen.confirming.push(place);
            }
        }
        Ok(seen)
    }
}

/// How a node sees the cluster.
pub(super) async fn seen_by(place: Place) -> anyhow::Result<Seen> {
    let address = format!("{}:{PATRONI_PORT}", place.address());
    let request = Request { address: &address, path: "/cluster", ..Request::default() };
    let answer = ask(&request, WITHIN).await?;
    ensure!(answer.status == 200, "{place}: {} {}", answer.status, answer.body);
    Seen::of(&serde_json::from_str(&answer.body)?)
}

/// Has another node lead, and waits until Patroni says that it does.
///
/// Which one is left open: when one is named, Patroni has the other wait two seconds before it follows, and no write
/// is acknowledged before somebody follows.
pub(super) async fn switch(from: Place, passwords: &Passwords) -> anyhow::Result<Answer> {
    let address = format!("{}:{PATRONI_PORT}", from.address());
    let pair = format!("patroni:{}", passwords.patroni);
    let headers =
        [format!("Authorization: Basic {}", data_encoding::BASE64.encode(pair.as_bytes()))];
    let body = json!({ "leader": from.to_string() }).to_string();
    let request =
        Request { address: &address, path: "/switchover", headers: &headers, body: Some(&body) };
    let answer = ask(&request, SWITCH_WITHIN).await?;
    ensure!(answer.status == 200, "the switch: {} {}", answer.status, answer.body);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(replicas: [(&str, &str, Value); 2]) -> Seen {
        let mut members = vec![json!({"name": "node2", "role": "leader", "state": "running"})];
        for (name, (role, state, lag)) in ["node1", "node3"].iter().zip(replicas) {
            members.push(json!({"name": name, "role": role, "state": state, "lag": lag}));
        }
        Seen::of(&json!({ "members": members })).unwrap()
    }

    #[test]
    fn a_cluster_is_whole_when_everybody_does_their_part() {
        let whole = ("quorum_standby", "streaming", json!(0));
        let all = seen([whole.clone(), whole.clone()]);
        assert_eq!(all.leader, Some(Place::Node(2)));
        assert_eq!(all.following, [Place::Node(1), Place::Node(3)]);
        assert!(all.is_whole());
        for lacking in [
            ("quorum_standby", "running", json!(0)),
            ("quorum_standby", "streaming", json!(16)),
            ("quorum_standby", "streaming", json!("unknown")),
            ("replica", "streaming", json!(0)),
        ] {
            assert!(!seen([whole.clone(), lacking.clone()]).is_whole(), "{lacking:?}");
        }
    }

    #[test]
    fn a_leader_that_starts_is_none_yet() {
        let member = json!({"name": "node2", "role": "leader", "state": "starting"});
        assert_eq!(Seen::of(&json!({ "members": [member] })).unwrap().leader, None);
        assert!(Seen::of(&json!({})).is_err());
        assert!(Seen::of(&json!({ "members": [{"name": "node9"}] })).is_err());
    }
}
