//! One look at an organisation at a time, shared by all who asked for one before it began.
//!
//! Whoever changed something asks for a look and waits until one that began later is done, so that the page they see
//! next knows of their change. Many who ask at once wait for the same look instead of one each.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{Mutex, MutexGuard};

/// The turn to look at an organisation, within this server.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    /// How often a look was asked for.
    asked: AtomicU64,
    /// How many of those who asked have been served.
    served: Mutex<u64>,
}

impl Turn {
    /// Waits until nobody looks; nobody does while this is held.
    pub(crate) async fn take(&self) -> MutexGuard<'_, u64> {
        self.served.lock().await
    }

    /// Looks, or waits for somebody else's look that began after this was called. A look that fails serves only
    /// whoever took it: the others look themselves.
    ///
    /// # Errors
    /// What the look fails with.
    pub(crate) async fn look<E>(&self, look: impl AsyncFnOnce() -> Result<(), E>) -> Result<(), E> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let mut served = self.served.lock().await;
        if *served >= number {
            return Ok(());
        }
        let all_until_now = self.asked.load(Ordering::SeqCst);
        look().await?;
        *served = all_until_now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;

    use tokio::sync::Semaphore;
    use tokio::task::yield_now;

    use super::*;

    #[tokio::test]
    async fn many_who_ask_during_a_look_share_the_next() {
        let (turn, looks) = (Arc::new(Turn::default()), Arc::new(AtomicUsize::new(0)));
        let door = Arc::new(Semaphore::new(0));
        let ask = || {
            let (turn, looks, door) = (Arc::clone(&turn), Arc::clone(&looks), Arc::clone(&door));
            tokio::spawn(async move {
                let look = async || {
                    looks.fetch_add(1, Ordering::SeqCst);
                    door.acquire().await.expect("it is open").forget();
                    Ok::<_, ()>(())
                };
                turn.look(look).await
            })
        };
        let mut asking = vec![ask()];
        while looks.load(Ordering::SeqCst) == 0 {
            yield_now().await;
        }
        asking.extend((0..10).map(|_| ask()));
        while turn.asked.load(Ordering::SeqCst) < 11 {
            yield_now().await;
        }
        door.add_permits(11);
        for one in asking {
            one.await.unwrap().unwrap();
        }
        // The first was under way before the ten came, so it cannot have seen what they changed.
        assert_eq!(looks.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn a_look_that_fails_serves_nobody_else() {
        let turn = Turn::default();
        assert_eq!(turn.look(async || Err("no database")).await, Err("no database"));
        let mut looked = false;
        let look = async || {
            looked = true;
            Ok::<_, ()>(())
        };
        turn.look(look).await.unwrap();
        assert!(looked);
    }
}
