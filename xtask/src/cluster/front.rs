//! HAProxy before the nodes.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, bail};

use super::network::{Network, Place};
use super::written;
use crate::machine::{self, Machine};

/// The user that Debian's package makes for it.
const USER: &str = "haproxy";

/// HAProxy, until it is dropped.
#[derive(Debug)]
pub(super) struct Front {
    child: Child,
}

impl Front {
    pub(super) fn start(
        machine: &Machine,
        network: &Network<'_>,
        under: &Path,
    ) -> anyhow::Result<Self> {
        let folder = under.join("front");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("haproxy.cfg");
        std::fs::write(&file, written::haproxy()?)?;
        let file = file.display().to_string();
        machine::run(machine.command("haproxy", &["-c", "-q", "-f", &file]))?;
        let log = File::create(folder.join("haproxy.log"))?;
        let mut command = network.command(Place::Front, USER, &["haproxy", "-db", "-f", &file]);
        command.current_dir(&folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        Ok(Self { child: command.spawn().context("start haproxy")? })
    }

    /// Fails when it no longer runs.
    pub(super) fn check(&mut self) -> anyhow::Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("haproxy ended: {status}"),
        }
    }
}

impl Drop for Front {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            crate::output::complain(&anyhow::Error::new(error).context("haproxy does not end"));
        }
    }
}
