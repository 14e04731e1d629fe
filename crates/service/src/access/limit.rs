//! Slows down whoever guesses, and nobody else.
//!
//! A wrong password is counted for the login *and* the network it came from, so that a stranger elsewhere locks nobody
//! out; and for the network alone, over all logins, so that trying one password on everybody is slowed too. A browser
//! that signed in before shows its device cookie, is counted by itself, and is not touched by what others do in its
//! network. A try is counted before the password is looked at and taken back when it was right: a thousand tries at
//! once are a thousand.
//!
//! In memory, for each server: n servers allow n times as much, and a restart forgets. That is why the waits are long
//! against passwords of twelve characters, and why wrong codes of one sign-in are counted in the database instead
//! (`session.tries`). A structure of our own: the waits must grow, be forgotten when the password was right, be
//! bounded in number, and take the time from whoever asks; `governor` does none of the four.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::access::{AccessError, later};

/// How many tries are free, and how the waits grow after them.
#[derive(Debug, Clone, Copy)]
struct Allowance {
    free: u32,
    first_wait: i64,
    longest_wait: i64,
    /// After so many seconds without a try all are forgotten.
    forgotten_after: i64,
}

/// Of one login from one network, or of one device.
const OWN: Allowance =
    Allowance { free: 5, first_wait: 2, longest_wait: 900, forgotten_after: 24 * 3600 };
/// Of one network over all logins: an office behind one address may mistype a good deal.
const NETWORK: Allowance =
    Allowance { free: 60, first_wait: 2, longest_wait: 60, forgotten_after: 3600 };
/// Of one login's codes, from wherever: whoever gets here knows the password.
const CODES: Allowance =
    Allowance { free: 15, first_wait: 30, longest_wait: 3600, forgotten_after: 24 * 3600 };

/// The most that is remembered; then what was tried longest ago is forgotten first.
const MOST_KEPT: usize = 65_536;

/// Who tries, as far as it matters for counting. A digest: neither logins nor addresses lie in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key([u8; 16]);

#[derive(Debug, Clone, Copy, Default)]
struct Tries {
    count: u32,
    last: Timestamp,
    free_at: Timestamp,
}

/// The counts of this server.
#[derive(Debug, Default)]
pub(crate) struct Limits(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    tries: BTreeMap<Key, Tries>,
    /// The same keys by when they were last tried.
    by_age: BTreeSet<(Timestamp, Key)>,
}

/// Tries that were counted, to be taken back when they were right.
#[derive(Debug)]
#[must_use = "a right try that is not taken back counts as a wrong one"]
pub(crate) struct Counted {
    /// Forgotten altogether.
    own: Key,
    /// Lowered by this one.
    shared: Vec<Key>,
}

/// Who tries a password.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trying<'a> {
    pub(crate) login: &'a str,
    pub(crate) address: &'a str,
    /// The number of the device cookie, when it is genuine.
    pub(crate) device: Option<[u8; 16]>,
}

impl Limits {
    /// Counts a try at a password.
    pub(crate) fn password(&self, by: Trying<'_>, at: Timestamp) -> Result<Counted, AccessError> {
        if let Some(device) = by.device {
            let own = Key::of("device", &[&device]);
            // When somebody has used the cookie up, its owner is still whoever they are without it.
            if let Ok(counted) = self.count(&[(own, OWN)], at) {
                return Ok(counted);
            }
        }
        let (near, site) = networks(by.address);
        let own = Key::of("login", &[by.login.as_bytes(), near.as_bytes()]);
        let network = Key::of("network", &[site.as_bytes()]);
        self.count(&[(own, OWN), (network, NETWORK)], at)
    }

    /// Counts a try at a code after the password.
    pub(crate) fn code(&self, by: Trying<'_>, at: Timestamp) -> Result<Counted, AccessError> {
        let own = match by.device {
            Some(device) => Key::of("code by device", &[&device]),
            None => Key::of("code", &[by.login.as_bytes()]),
        };
        self.count(&[(own, CODES)], at)
    }

    /// Counts a try of somebody who is in: at their own password, or at the code of a new second factor.
    pub(crate) fn inside(&self, member: &str, at: Timestamp) -> Result<Counted, AccessError> {
        self.count(&[(Key::of("inside", &[member.as_bytes()]), OWN)], at)
    }

    /// Counts somebody who comes back from a provider: each time it is asked.
    pub(crate) fn provider(&self, address: &str, at: Timestamp) -> Result<Counted, AccessError> {
        let (near, _) = networks(address);
        self.count(&[(Key::of("provider", &[near.as_bytes()]), NETWORK)], at)
    }

    /// Counts under each of the keys, the first of which is the one who tries; or under none, and says how long to wait.
    fn count(&self, keys: &[(Key, Allowance)], at: Timestamp) -> Result<Counted, AccessError> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = keys.iter().filter_map(|(key, allowance)| counts.wait(*key, *allowance, at));
        if let Some(wait_seconds) = waits.max() {
            return Err(AccessError::TooManyTries { wait_seconds });
        }
        for (key, allowance) in keys {
            counts.add(*key, *allowance, at);
        }
        let shared = keys[1..].iter().map(|(key, _)| *key).collect();
        Ok(Counted { own: keys[0].0, shared })
    }

    /// Takes a try back that was right: whoever tried is themselves.
    pub(crate) fn right(&self, counted: Counted) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.forget(counted.own);
        for key in counted.shared {
            counts.lower(key);
        }
    }
}

impl Counts {
    /// For how many seconds a key has to wait; nothing when it may try.
    fn wait(&self, key: Key, allowance: Allowance, at: Timestamp) -> Option<u32> {
        let tries = self.tries.get(&key)?;
        let is_forgotten = at >= later(tries.last, allowance.forgotten_after);
        if is_forgotten || at >= tries.free_at {
            return None;
        }
        let micros = tries.free_at.as_microsecond() - at.as_microsecond();
        // Up to the full second: whoever waits so long may try.
        Some(u32::try_from((micros + 999_999) / 1_000_000).unwrap_or(u32::MAX))
    }

    fn add(&mut self, key: Key, allowance: Allowance, at: Timestamp) {
        let before = self.tries.get(&key).copied().unwrap_or_default();
        self.forget(key);
        let is_forgotten = at >= later(before.last, allowance.forgotten_after);
        let count = if is_forgotten { 1 } else { before.count.saturating_add(1) };
        let wait = match count.checked_sub(allowance.free) {
            None => 0,
            Some(over) => {
                let doubled = allowance.first_wait.saturating_mul(1 << over.min(20));
                doubled.min(allowance.longest_wait)
            }
        };
        // A clock that was set back must not shorten a wait.
        let last = at.max(before.last);
        let free_at = if wait == 0 { Timestamp::MIN } else { later(last, wait) };
        let tries = Tries { count, last, free_at };
        while self.tries.len() >= MOST_KEPT {
            let Some((_, oldest)) = self.by_age.pop_first() else { break };
            self.tries.remove(&oldest);
        }
        self.tries.insert(key, tries);
        self.by_age.insert((last, key));
    }

    fn forget(&mut self, key: Key) {
        if let Some(tries) = self.tries.remove(&key) {
            self.by_age.remove(&(tries.last, key));
        }
    }

    fn lower(&mut self, key: Key) {
        if let Some(tries) = self.tries.get_mut(&key) {
            tries.count = tries.count.saturating_sub(1);
            tries.free_at = Timestamp::MIN;
        }
    }
}

impl Key {
    fn of(kind: &str, parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        hash.update(kind.as_bytes());
        for part in parts {
            hash.update([0]);
            hash.update(part);
        }
        let mut key = [0; 16];
        key.copy_from_slice(&hash.finalize()[..16]);
        Self(key)
    }
}

/// The networks that an address belongs to: the near one (/24, or /64 of IPv6), and the site (/24, or /48).
///
/// A provider hands out a /64 to one customer, and a /48 to one who asks: whoever tries from all over a /48 is one.
/// What is no address is a network of its own.
fn networks(address: &str) -> (String, String) {
    let ip = address.parse::<IpAddr>().ok();
    let ip = ip.or_else(|| address.parse::<SocketAddr>().ok().map(|socket| socket.ip()));
    match ip.map(|ip| ip.to_canonical()) {
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            let near = format!("{a}.{b}.{c}");
            (near.clone(), near)
        }
        Some(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            (format!("{a:x}:{b:x}:{c:x}:{d:x}"), format!("{a:x}:{b:x}:{c:x}"))
        }
        None => {
            let text: String = address.chars().take(64).collect();
            (text.clone(), text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "203.0.113.7";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn trying(login: &'static str, address: &'static str) -> Trying<'static> {
        Trying { login, address, device: None }
    }

    /// The waits before each try of a guesser who tries as soon as it is allowed.
    fn waits(limits: &Limits, by: Trying<'_>, tries: usize) -> Vec<u32> {
        let mut now = 0;
        let one = |_| match limits.password(by, at(now)) {
            Ok(_) => 0,
            Err(AccessError::TooManyTries { wait_seconds }) => {
                now += i64::from(wait_seconds);
                let _wrong = limits.password(by, at(now)).expect("it has waited");
                wait_seconds
            }
            Err(error) => panic!("{error}"),
        };
        (0..tries).map(one).collect()
    }

    #[test]
    fn waits_double_up_to_a_quarter_of_an_hour() {
        let met = waits(&Limits::default(), trying("a", HERE), 17);
        assert_eq!(met, [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    }

    #[test]
    fn a_clock_that_was_set_back_shortens_no_wait() {
        let limits = Limits::default();
        waits(&limits, trying("a", HERE), 5);
        for second in [0, -3600, 1] {
            assert!(limits.password(trying("a", HERE), at(second)).is_err(), "{second}");
        }
        assert!(limits.password(trying("a", HERE), at(2)).is_ok());
    }

    #[test]
    fn after_a_day_without_a_try_all_is_forgotten() {
        let limits = Limits::default();
        waits(&limits, trying("a", HERE), 17);
        let day = 3722 + 24 * 3600;
        let _wrong = limits.password(trying("a", HERE), at(day)).expect("a day later");
        let tries =
            limits.0.lock().unwrap().tries.values().map(|tries| tries.count).collect::<Vec<_>>();
        assert_eq!(tries, [1, 1]);
    }

    #[test]
    fn a_right_try_forgets_the_wrong_ones() {
        let limits = Limits::default();
        for _ in 0..4 {
            let _wrong = limits.password(trying("a", HERE), at(0)).unwrap();
        }
        limits.right(limits.password(trying("a", HERE), at(1)).unwrap());
        assert_eq!(waits(&limits, trying("a", HERE), 5), [0, 0, 0, 0, 0]);
    }

    #[test]
    fn one_password_on_every_login_is_slowed_for_the_network() {
        let limits = Limits::default();
        let logins: Vec<String> = (0..100).map(|n| format!("{n}@example.com")).collect();
        let refused = logins.iter().filter(|login| {
            limits.password(Trying { login, address: HERE, device: None }, at(0)).is_err()
        });
        assert_eq!(refused.count(), 40);
        // Another address of the same network is no way around it, another network is not touched.
        let near = Trying { login: "x@example.com", address: "203.0.113.200", device: None };
        assert!(limits.password(near, at(0)).is_err());
        assert!(limits.password(trying("x@example.com", "203.0.114.7"), at(0)).is_ok());
    }

    #[test]
    fn a_known_device_is_counted_by_itself() {
        let limits = Limits::default();
        for _ in 0..5 {
            let _wrong = limits.password(trying("a", HERE), at(0)).unwrap();
        }
        assert!(limits.password(trying("a", HERE), at(0)).is_err());
        let known = Trying { device: Some([1; 16]), ..trying("a", HERE) };
        for _ in 0..5 {
            let _wrong = limits.password(known, at(0)).expect("of the device itself");
        }
        assert!(limits.password(known, at(0)).is_err(), "and then it is a stranger");
        let elsewhere = Trying { address: "198.51.100.1", ..known };
        assert!(limits.password(elsewhere, at(0)).is_ok(), "who may try from another network");
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut counts = Counts::default();
        for number in 0..i64::try_from(MOST_KEPT).unwrap() + 1000 {
            let mut key = [0; 16];
            key[..8].copy_from_slice(&number.to_be_bytes());
            counts.add(Key(key), OWN, at(number));
        }
        assert_eq!((counts.tries.len(), counts.by_age.len()), (MOST_KEPT, MOST_KEPT));
        assert!(!counts.tries.contains_key(&Key([0; 16])), "the oldest goes first");
    }

    #[test]
    fn networks_are_what_one_customer_gets() {
        let near = |address| networks(address).0;
        assert_eq!(near("203.0.113.7"), near("203.0.113.250:4711"));
        assert_ne!(near("203.0.113.7"), near("203.0.112.7"));
        assert_eq!(near("::ffff:203.0.113.7"), near("203.0.113.1"));
        assert_eq!(near("2001:db8:1:2::3"), near("[2001:db8:1:2:ffff::1]:443"));
        assert_ne!(near("2001:db8:1:2::3"), near("2001:db8:1:3::3"));
        assert_eq!(networks("2001:db8:1:2::3").1, networks("2001:db8:1:ffff::3").1);
        assert_eq!(near("unix"), "unix");
    }
}
