//! The program's own certificate: read when it starts, and again when the service manager says so (SIGHUP).

use std::sync::Arc;

use anyhow::Context;
use axum_server::tls_rustls::RustlsConfig;

use crate::settings::Tls;

/// A certificate that can be renewed while it is in use.
#[derive(Clone)]
pub(super) struct Certificate {
    files: Tls,
    config: RustlsConfig,
}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Certificate").field("files", &self.files).finish_non_exhaustive()
    }
}

impl Certificate {
    /// Reads the files.
    pub(super) async fn read(files: &Tls) -> anyhow::Result<Self> {
        let config = RustlsConfig::from_config(read(files).await?);
        Ok(Self { files: files.clone(), config })
    }

    pub(super) fn config(&self) -> RustlsConfig {
        self.config.clone()
    }

    /// Reads the files again whenever SIGHUP comes; what cannot be read leaves the former certificate in use.
    #[cfg(unix)]
    pub(super) async fn read_again_when_asked(self) {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut asked) = signal(SignalKind::hangup()) else { return };
        while asked.recv().await.is_some() {
            match read(&self.files).await {
                Ok(config) => {
                    self.config.reload_from_config(config);
                    tracing::info!("the certificate was read again");
                }
                Err(error) => {
                    let error = format!("{error:#}");
                    tracing::error!(error, "the certificate was not renewed: the former one stays");
                }
            }
        }
    }

    /// Elsewhere nobody asks.
    #[cfg(not(unix))]
    pub(super) async fn read_again_when_asked(self) {}
}

async fn read(files: &Tls) -> anyhow::Result<Arc<rustls::ServerConfig>> {
    let file = |path: &std::path::Path| {
        std::fs::read(path).with_context(|| format!("the file {} cannot be read", path.display()))
    };
    let (certificate, key) = (file(&files.certificate)?, file(&files.key)?);
    let config = RustlsConfig::from_pem(certificate, key).await.with_context(|| {
        format!(
            "{} and {} are no certificate with its key; wanted PEM",
            files.certificate.display(),
            files.key.display()
        )
    })?;
    let mut config = (*config.get_inner()).clone();
    // HTTP/1.1 only: whatever bounds requests was made for it.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
