//! Work that one server may do at a time: two take turns at a lease, and one of them ends in the middle.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use jiff::Timestamp;
use ledger::{Entropy, KeyRing, Ledger, Location};
use promise::OrganisationId;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use uuid::Uuid;

use super::report::Claim;
use super::servers::present;
use crate::machine::Stopwatch;

const HOLDERS: [&str; 2] = ["first", "second"];
/// How long a lease lasts unless it is taken again.
const LASTS: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(300);

/// Two holders, until they are stopped.
#[derive(Debug)]
pub(super) struct Leases {
    claims: Arc<Mutex<Vec<Claim>>>,
    holders: Vec<(Arc<AtomicBool>, JoinHandle<()>)>,
}

struct Holder {
    ledger: Ledger,
    organisation: OrganisationId,
    name: &'static str,
    watch: Stopwatch,
    has_ended: Arc<AtomicBool>,
    claims: Arc<Mutex<Vec<Claim>>>,
}

impl Leases {
    /// Has both ask for the same lease, again and again.
    pub(super) async fn start(url: &str, round: u32, watch: Stopwatch) -> anyhow::Result<Self> {
        let location: Location = url.parse()?;
        let claims = Arc::<Mutex<Vec<Claim>>>::default();
        let mut holders = Vec::new();
        for (seed, name) in (220..).zip(HOLDERS) {
            let entropy = Entropy::from_seed([seed; 32]);
            let ring = KeyRing::generate(&entropy, Timestamp::UNIX_EPOCH);
            let ledger = Ledger::open(&location, None, ring, Arc::new(entropy)).await?;
            let organisation = OrganisationId::new(Uuid::from_u128(2_000_000 + u128::from(round)));
            let has_ended = Arc::new(AtomicBool::new(false));
            let (ended, claims) = (Arc::clone(&has_ended), Arc::clone(&claims));
            let holder = Holder { ledger, organisation, name, watch, has_ended, claims };
            holders.push((ended, tokio::spawn(holder.hold())));
        }
        Ok(Self { claims, holders })
    }

    /// Ends whoever holds the lease, as when its server is lost: it is not given back.
    pub(super) fn end_holder(&self) {
        let claims = self.claims.lock().unwrap_or_else(PoisonError::into_inner);
        let last = claims.last().map(|claim| claim.holder);
        for ((has_ended, _), name) in self.holders.iter().zip(HOLDERS) {
            if last == Some(name) {
                has_ended.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Ends both: what each held, and when.
    pub(super) async fn stop(self) -> anyhow::Result<Vec<Claim>> {
        for (has_ended, holder) in self.holders {
            has_ended.store(true, Ordering::Relaxed);
            holder.await.context("a holder")?;
        }
        Ok(self.claims.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

impl Holder {
    async fn hold(self) {
        while !self.has_ended.load(Ordering::Relaxed) {
            let at = self.watch.elapsed();
            let until = at + LASTS;
            let span = (present(at), present(until));
            // Not answered, or somebody else's: either way it is not held.
            let taken = self.ledger.take_lease(self.organisation, "watch", self.name, span).await;
            if matches!(taken, Ok(true)) {
                let mut claims = self.claims.lock().unwrap_or_else(PoisonError::into_inner);
                claims.push(Claim { holder: self.name, at, until });
            }
            sleep(PAUSE).await;
        }
    }
}
