//! Connections that are used again, by one at a time.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;

use super::fault::Fault;
use super::wire::Wire;
use crate::location::Server;
use crate::sql::{Row, Value};

/// How long to wait until one of all connections is free, and how long for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Connections to one server, as many as are allowed at once.
#[derive(Debug)]
pub(super) struct Pool {
    pub(super) server: Server,
    idle: Mutex<Vec<Wire>>,
    free: Semaphore,
}

impl Pool {
    pub(super) fn new(server: Server, most: usize) -> Self {
        Self { server, idle: Mutex::new(Vec::new()), free: Semaphore::new(most) }
    }

    /// Does something on a connection: one that waits, else a fresh one. It is used again if `work` gives it back.
    pub(super) async fn with<T>(
        &self,
        work: impl AsyncFnOnce(&mut Wire) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let free = tokio::time::timeout(PATIENCE, self.free.acquire()).await;
        let _permit = free.map_err(|_| Fault::silent(PATIENCE))?;
        let mut wire = match self.take() {
            Some(wire) => wire,
            None => Wire::connect(&self.server).await?,
        };
        let done = work(&mut wire).await;
        if done.as_ref().err().is_none_or(|fault| !fault.is_lost()) {
            self.give_back(wire);
        }
        done
    }

    /// Asks for rows. A connection that broke while it waited is no reason to fail: then all that wait are let go, as
    /// they broke with it, and a fresh one is asked.
    pub(super) async fn query(
        &self,
        sql: &'static str,
        params: &[Value],
    ) -> Result<Vec<Row>, Fault> {
        let ask = || self.with(async |wire: &mut Wire| self.ask(wire, sql, params).await);
        match ask().await {
            Err(fault) if fault.is_lost() => {
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
                ask().await
            }
            answer => answer,
        }
    }

    async fn ask(
        &self,
        wire: &mut Wire,
        sql: &'static str,
        params: &[Value],
    ) -> Result<Vec<Row>, Fault> {
        let token = wire.cancel_token();
        match tokio::time::timeout(PATIENCE, wire.query(sql, params)).await {
            Ok(answer) => answer,
            Err(_) => {
                self.server.cancel(&token).await;
                Err(Fault::silent(PATIENCE))
            }
        }
    }

    fn take(&self) -> Option<Wire> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|wire| !wire.is_closed());
        idle.pop()
    }

    fn give_back(&self, wire: Wire) {
        if !wire.is_closed() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(wire);
        }
    }
}
