//! Passwords: what is refused, and how they are hashed.
//!
//! argon2id with at least what OWASP's cheat sheet on storing passwords asks for. Hashing takes memory, so that only so
//! many hash at once; a device that is known has a lane of its own and does not stand behind a crowd of strangers.

mod first_tried;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use ledger::access::credential;
use ledger::access::session;
use ledger::{LedgerError, StoreError};
use tokio::sync::Semaphore;

use crate::access::deed::{Act, Deed};
use crate::access::proof::Proof;
use crate::access::{AccessError, whose};
use crate::{Caller, Service};

/// The fewest characters of a password (NIST SP 800-63B and ASVS ask for 8 at least; here nothing else is asked for).
pub const LEAST: usize = 12;
/// The most characters of a password.
pub const MOST: usize = 128;
/// So many may wait for their turn to be hashed; beyond it they are told to come back.
const MOST_WAITING: usize = 64;
/// For how many seconds they are told to wait then.
const CROWDED_SECONDS: u32 = 5;

/// What hashing a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    memory_kib: u32,
    passes: u32,
}

impl PasswordCost {
    /// What OWASP's cheat sheet on storing passwords asks for: 19 MiB and two passes.
    pub const STANDARD: Self = Self { memory_kib: 19_456, passes: 2 };
    /// Next to nothing, so that tests are quick. Whoever gets hold of such hashes finds the passwords.
    pub const WEAK_FOR_TESTS_ONLY: Self = Self { memory_kib: 8, passes: 1 };

    fn params(self) -> Params {
        Params::new(self.memory_kib, self.passes, 1, Some(OUTPUT)).expect("both costs are allowed")
    }

    fn argon(self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params())
    }

    /// A hash that no password has, of the same cost: looked at where there is no login, to take as long.
    fn of_nobody(self) -> String {
        let (salt, output) = ("A".repeat(22), "A".repeat(43));
        format!("$argon2id$v=19$m={},t={},p=1${salt}${output}", self.memory_kib, self.passes)
    }
}

/// Bytes of a hash, and of a salt.
const OUTPUT: usize = 32;
const SALT: usize = 16;

/// Where one stands to be hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// With everybody.
    Strangers,
    /// With those who were here before.
    Known,
}

/// Hashes passwords, so many at once.
#[derive(Debug)]
pub(crate) struct Passwords {
    cost: PasswordCost,
    strangers: Arc<Semaphore>,
    known: Arc<Semaphore>,
    waiting: AtomicUsize,
    hashed: Arc<AtomicU64>,
}

impl Passwords {
    pub(crate) fn new(cost: PasswordCost, threads: NonZeroU32) -> Self {
        // One that hashes keeps a core busy and 19 MiB: more at once than cores gains nothing, and four are 76 MiB.
        let at_once = usize::try_from(threads.get().clamp(1, 3)).unwrap_or(1);
        Self {
            cost,
            strangers: Arc::new(Semaphore::new(at_once)),
            known: Arc::new(Semaphore::new(1)),
            waiting: AtomicUsize::new(0),
            hashed: Arc::default(),
        }
    }

    pub(crate) fn hashed(&self) -> u64 {
        self.hashed.load(Ordering::Relaxed)
    }

    /// Hashes a new password.
    pub(crate) async fn hash(
        &self,
        password: &str,
        salt: [u8; SALT],
        lane: Lane,
    ) -> Result<String, AccessError> {
        let (password, argon) = (password.to_owned(), self.cost.argon());
        let hash = move || argon.hash_password_with_salt(password.as_bytes(), &salt);
        let hash = self.in_turn(lane, hash).await?;
        Ok(hash.map_err(|error| damaged(&error))?.to_string())
    }

    /// Whether a password is the one of a hash. Without a hash it is not, and it takes as long to say so.
    pub(crate) async fn is_right(
        &self,
        password: &str,
        stored: Option<&str>,
        lane: Lane,
    ) -> Result<bool, AccessError> {
        let fits = password.chars().count() <= MOST;
        let stored = stored.filter(|_| fits).map_or_else(|| self.cost.of_nobody(), str::to_owned);
        // Whatever is longer than a password can be is wrong; its beginning is hashed, as that is bounded.
        let (password, argon) =
            (password.chars().take(MOST).collect::<String>(), self.cost.argon());
        let verify = move || argon.verify_password(password.as_bytes(), stored.as_str());
        match self.in_turn(lane, verify).await? {
            Ok(()) => Ok(true),
            Err(Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(damaged(&error)),
        }
    }

    /// Whether a stored hash costs something else than one made today.
    pub(crate) fn is_outdated(&self, stored: &str) -> bool {
        let then = PasswordHash::new(stored).ok().and_then(|hash| Params::try_from(&hash).ok());
        let today = self.cost.params();
        then.is_some_and(|then| {
            (then.m_cost(), then.t_cost(), then.p_cost())
                != (today.m_cost(), today.t_cost(), today.p_cost())
        })
    }

    /// Does the work on a thread that may block, when it is one's turn.
    async fn in_turn<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AccessError> {
        let lane = match lane {
            Lane::Strangers => Arc::clone(&self.strangers),
            Lane::Known => Arc::clone(&self.known),
        };
        let turn = {
            let _waiting = Waiting::join(&self.waiting)?;
            lane.acquire_owned().await
        };
        let turn = turn.map_err(|_| unavailable())?;
        let hashed = Arc::clone(&self.hashed);
        let done = tokio::task::spawn_blocking(move || {
            // The turn ends with the work, even when whoever asked has gone.
            let _turn = turn;
            hashed.fetch_add(1, Ordering::Relaxed);
            work()
        });
        done.await.map_err(|_| unavailable())
    }
}

/// One who waits; leaves the count when their turn comes or they go.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(count: &'a AtomicUsize) -> Result<Self, AccessError> {
        let before = count.fetch_add(1, Ordering::Relaxed);
        let waiting = Self(count);
        if before >= MOST_WAITING {
            return Err(AccessError::TooManyTries { wait_seconds: CROWDED_SECONDS });
        }
        Ok(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn damaged(error: &Error) -> AccessError {
    LedgerError::Damaged(format!("a password cannot be checked: {error}")).into()
}

fn unavailable() -> AccessError {
    LedgerError::Store(StoreError::Unavailable("hashing has ended".to_owned())).into()
}

/// Takes a new password, or says what is wrong with it.
///
/// Nothing is asked of its letters: length is what counts, and that nobody tries it first. `known` are the names that
/// belong to whoever sets it: login, member, organisation.
pub(crate) fn check_new(password: &str, known: &[&str]) -> Result<(), AccessError> {
    let length = password.chars().count();
    if length < LEAST {
        return Err(AccessError::PasswordTooShort { least: LEAST });
    }
    if length > MOST {
        return Err(AccessError::PasswordTooLong { most: MOST });
    }
    if first_tried::is_common(password) {
        return Err(AccessError::PasswordCommon);
    }
    if first_tried::is_made_of(password, known) {
        return Err(AccessError::PasswordPersonal);
    }
    Ok(())
}

impl Service {
    /// Changes the caller's own password, and ends their other sessions.
    ///
    /// # Errors
    /// As [`Proof`] says of the old one, and what [`AccessError`] says of a new one.
    pub async fn change_password(
        &self,
        caller: &Caller,
        old: Proof<'_>,
        new: &str,
        keep_session: Option<&str>,
    ) -> Result<(), AccessError> {
        let credential = self.prove(caller, old).await?;
        let (member, _, us) = self.asking(caller).await?;
        let name = us.members.get(&member).map_or("", |of| of.name.as_str());
        check_new(new, &[&credential.login, name, us.name.as_str()])?;
        let salt = self.ledger.entropy().bytes();
        let hash = self.access.passwords.hash(new, salt, Lane::Known).await?;
        let whose = whose(caller, member);
        let before = credential.password.as_deref().unwrap_or_default();
        let keep = keep_session.filter(|id| crate::access::secret::is_id(id));
        let mut batch = self.ledger.batch(caller.organisation);
        batch.facts([
            credential::move_password(whose, before, &hash, Some(caller.at)),
            session::end_all(whose, keep),
        ]);
        let changed = self.settle(batch, Deed::new(caller, member, member, Act::PasswordChanged));
        // Somebody else changed it in the meantime: the old one that was given is the old one no more.
        changed.await.map_err(|error| {
            if error.is_conflict() { AccessError::WrongCredentials } else { error }
        })
    }
}
