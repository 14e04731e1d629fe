//! Writing to PostgreSQL: whatever waits goes into one commit (group commit), as it does in SQLite.
//!
//! Several writers take groups from one queue, so that one group is decided while another reaches the disk. A group in
//! which something is refused is undone and written again in halves, until the refused one stands alone.
//!
//! Whose commit was sent and never answered is asked for again under the key it carries: a key is written with what it
//! stands for, so the key says whether it was done.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, mpsc};

use super::fault::{Fault, Kind};
use super::pool::Pool;
use super::wire::Wire;
use crate::log::{RECALL, REMEMBER};
use crate::sql::{Expect, Value, params};
use crate::store::{Job, Once, Outcome, StoreError, Transaction};

/// The most transactions in one commit.
const GROUP: usize = 256;
/// How long a writer waits before it tries the same again. Together they outlast a restart of the server.
const PAUSES: [Duration; 6] = [
    Duration::from_millis(20),
    Duration::from_millis(100),
    Duration::from_millis(300),
    Duration::from_millis(600),
    Duration::from_millis(1000),
    Duration::from_millis(1500),
];

/// How often it is tried again where that was in vain before.
const FEW: usize = 2;

/// What went wrong with a transaction of the database.
#[derive(Debug)]
enum Failed {
    /// Nothing was written.
    Before(Fault),
    /// The commit was sent and not answered: it may have been done.
    AtCommit(Fault),
}

/// How often a group is still tried again.
#[derive(Debug)]
struct Tries {
    used: usize,
    most: usize,
}

impl Tries {
    fn of(is_given_up: bool) -> Self {
        Self { used: 0, most: if is_given_up { FEW } else { PAUSES.len() } }
    }

    /// Waits before the next try; false when there is none any more.
    async fn wait(&mut self) -> bool {
        let pause = PAUSES.get(self.used).filter(|_| self.used < self.most);
        self.used += 1;
        match pause {
            Some(pause) => {
                tokio::time::sleep(*pause).await;
                true
            }
            None => false,
        }
    }

    fn are_over(&self) -> bool {
        self.used > self.most
    }
}

/// A writer's life: takes what waits, writes it in one commit, answers.
///
/// `is_given_up` is what all writers know together: a group was tried to the end in vain, and none was written since.
/// Whoever comes then is told soon, as a restart would be over.
pub(super) async fn write_all(
    pool: Arc<Pool>,
    waiting: Arc<Mutex<mpsc::Receiver<Job>>>,
    is_given_up: Arc<AtomicBool>,
) {
    answer_all(waiting, |group: Vec<Transaction>| {
        let (pool, is_given_up) = (Arc::clone(&pool), Arc::clone(&is_given_up));
        async move {
            let mut tries = Tries::of(is_given_up.load(Ordering::Relaxed));
            let outcomes = commit_group(&pool, &group, &mut tries).await;
            is_given_up.store(tries.are_over(), Ordering::Relaxed);
            outcomes
        }
    })
    .await;
}

/// Takes what waits, has it written, answers; until nobody can send any more.
async fn answer_all<W>(
    waiting: Arc<Mutex<mpsc::Receiver<Job>>>,
    write: impl Fn(Vec<Transaction>) -> W,
) where
    W: Future<Output = Vec<Result<Outcome, StoreError>>> + Send + 'static,
{
    loop {
        let mut group = Vec::new();
        let taken = waiting.lock().await.recv_many(&mut group, GROUP).await;
        if taken == 0 {
            return;
        }
        let (answers, transactions): (Vec<_>, Vec<_>) =
            group.into_iter().map(|job| (job.answer, job.transaction)).unzip();
        // In a task of its own: a fault of ours that ends it takes this group with it, and neither the writer nor what
        // waits for it. Its connection is gone with it, so that nothing stays open.
        let written = tokio::spawn(write(transactions)).await;
        let outcomes = written.unwrap_or_else(|_| vec![Err(broken()); answers.len()]);
        for (answer, outcome) in answers.into_iter().zip(outcomes) {
            if answer.send(outcome).is_err() {
                // Whoever asked has gone; what was written stays, and its key gives the same answer again.
            }
        }
    }
}

/// Writes a group; each of it has its own outcome.
async fn commit_group(
    pool: &Pool,
    group: &[Transaction],
    tries: &mut Tries,
) -> Vec<Result<Outcome, StoreError>> {
    if let [alone] = group {
        return vec![commit_alone(pool, alone, false, tries).await];
    }
    loop {
        match commit(pool, group).await {
            Ok(()) => return vec![Ok(Outcome::Done); group.len()],
            Err(Failed::AtCommit(_)) => {
                let mut outcomes = Vec::with_capacity(group.len());
                for transaction in group {
                    outcomes.push(commit_alone(pool, transaction, true, tries).await);
                }
                return outcomes;
            }
            Err(Failed::Before(fault)) => match fault.kind {
                Kind::Lost | Kind::InTheWay if tries.wait().await => {}
                Kind::Lost | Kind::InTheWay | Kind::Nothing => {
                    return vec![Err(fault.told); group.len()];
                }
                Kind::Refused => {
                    let (first, second) = group.split_at(group.len() / 2);
                    let mut outcomes = Box::pin(commit_group(pool, first, tries)).await;
                    outcomes.extend(Box::pin(commit_group(pool, second, tries)).await);
                    return outcomes;
                }
            },
        }
    }
}

/// Writes one transaction; `may_be_done` when it was sent before and never answered.
async fn commit_alone(
    pool: &Pool,
    transaction: &Transaction,
    mut may_be_done: bool,
    tries: &mut Tries,
) -> Result<Outcome, StoreError> {
    loop {
        if may_be_done && (transaction.once.is_none() || tries.are_over()) {
            // Without a key there is nothing to ask for; once more could be once too often.
            return Err(unknown());
        }
        let fault = match commit(pool, std::slice::from_ref(transaction)).await {
            Ok(()) => return Ok(Outcome::Done),
            Err(Failed::Before(fault)) => fault,
            Err(Failed::AtCommit(fault)) => {
                may_be_done = true;
                fault
            }
        };
        match fault.kind {
            Kind::Refused => return of_refused(pool, transaction, fault, may_be_done).await,
            Kind::Lost | Kind::InTheWay if tries.wait().await => {}
            _ if may_be_done => return Err(unknown()),
            Kind::Lost | Kind::InTheWay | Kind::Nothing => return Err(fault.told),
        }
    }
}

/// Refused, perhaps because it was done before: its key says so.
async fn of_refused(
    pool: &Pool,
    transaction: &Transaction,
    fault: Fault,
    may_be_done: bool,
) -> Result<Outcome, StoreError> {
    let Some(once) = &transaction.once else { return Err(fault.told) };
    let params = params![once.organisation.as_str(), once.key.as_str()];
    let rows = match pool.query(RECALL, &params).await {
        Ok(rows) => rows,
        Err(_) if may_be_done => return Err(unknown()),
        Err(fault) => return Err(fault.told),
    };
    let Some(row) = rows.first() else { return Err(fault.told) };
    if row.text(0)? != once.fingerprint {
        return Err(StoreError::KeyReused { key: once.key.clone() });
    }
    let answer = row.text(1)?;
    // Our own, of which we never heard: an answer holds the ids that were made for it.
    let is_ours = may_be_done && answer == once.answer;
    Ok(if is_ours { Outcome::Done } else { Outcome::DoneBefore(answer.to_owned()) })
}

fn unknown() -> StoreError {
    let text = "the connection broke while it was being stored; ask again with the same key to learn what became of it";
    StoreError::Unavailable(text.to_owned())
}

fn broken() -> StoreError {
    let text = "the writer broke down while it was being stored; ask again with the same key to learn what became of it";
    StoreError::Unavailable(text.to_owned())
}

/// Writes a group in one commit, or nothing of it.
async fn commit(pool: &Pool, group: &[Transaction]) -> Result<(), Failed> {
    // The key first: whoever writes under the same key waits here until we are done, and then finds it taken.
    let keys: Vec<Option<Vec<Value>>> =
        group.iter().map(|transaction| transaction.once.as_ref().map(key_params)).collect();
    let mut statements: Vec<(&'static str, &[Value])> = Vec::new();
    let mut expected = Vec::new();
    for (transaction, key) in group.iter().zip(&keys) {
        if let Some(params) = key {
            statements.push((REMEMBER, params));
            expected.push(Expect::One);
        }
        for statement in &transaction.statements {
            statements.push((statement.sql, &statement.params));
            expected.push(statement.expect);
        }
    }
    let mut is_committing = false;
    let committed = pool.with(async |wire: &mut Wire| {
        let touched = match wire.begin_with(&statements).await {
            Ok(touched) => touched,
            Err(fault) => return Err(undone(wire, fault).await),
        };
        let mut outcomes = expected.iter().zip(touched);
        if outcomes.any(|(expect, touched)| *expect == Expect::One && touched != 1) {
            return Err(undone(wire, Fault::conflict()).await);
        }
        is_committing = true;
        wire.run("COMMIT").await
    });
    let committed = committed.await;
    committed.map_err(|fault| {
        let is_unknown = is_committing && fault.kind == Kind::Lost;
        if is_unknown { Failed::AtCommit(fault) } else { Failed::Before(fault) }
    })
}

fn key_params(once: &Once) -> Vec<Value> {
    params![
        once.organisation.as_str(),
        once.key.as_str(),
        once.fingerprint.as_str(),
        once.answer.as_str(),
        once.at
    ]
}

/// Ends a transaction of which nothing may stay.
async fn undone(wire: &mut Wire, fault: Fault) -> Fault {
    if fault.kind != Kind::Lost && wire.run("ROLLBACK").await.is_err() {
        wire.is_broken = true;
    }
    fault
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn a_writer_that_breaks_down_says_so_and_goes_on() {
        let (jobs, waiting) = mpsc::channel(8);
        let waiting = Arc::new(Mutex::new(waiting));
        let writer = tokio::spawn(answer_all(waiting, async |group: Vec<Transaction>| {
            assert!(group.iter().all(|transaction| transaction.once.is_some()), "a fault of ours");
            vec![Ok(Outcome::Done); group.len()]
        }));
        let once = || Once {
            organisation: "o".to_owned(),
            key: "k".to_owned(),
            fingerprint: "f".to_owned(),
            answer: "a".to_owned(),
            at: 0,
        };
        for once in [Some(once()), None, None, Some(once())] {
            let wanted = if once.is_some() { Ok(Outcome::Done) } else { Err(broken()) };
            let (answer, told) = oneshot::channel();
            let transaction = Transaction { statements: Vec::new(), once };
            assert!(jobs.send(Job { transaction, answer }).await.is_ok(), "nobody takes it");
            assert_eq!(told.await, Ok(wanted));
        }
        drop(jobs);
        assert!(writer.await.is_ok(), "it ends when nobody can send any more");
    }
}
