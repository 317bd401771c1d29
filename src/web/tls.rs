//! TLS of our own: the certificate and its key, read at start and again when they change.
//!
//! [`accept`](super::accept) asks for a handshake with each connection. TLS 1.3 and, for old phones,
//! 1.2, with the hybrid post-quantum key exchange first (`docs/decisions/0020`). Nothing of a
//! visit is kept: no session, no ticket, so that two visits cannot be told to be one client's.

use serde::Deserialize;
use std::{
    convert::Infallible,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::{Duration, SystemTime},
};
use tokio::signal::unix::Signal;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        crypto::{
            CryptoProvider,
            aws_lc_rs::{self, kx_group},
        },
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::NoServerSessionStorage,
        version::{TLS12, TLS13},
    },
};
use zeroize::Zeroizing;

/// The files are looked at so often. A changed one is read.
const LOOK: Duration = Duration::from_secs(5);

/// Where the certificate and its key lie, both as PEM.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct TlsConfig {
    /// The certificate and those between it and its root, in that order: `fullchain.pem`.
    pub certificate: PathBuf,
    /// Its key, without a passphrase.
    pub key: PathBuf,
}

impl TlsConfig {
    /// The folders from which files are read again while the server runs: those of both files, and
    /// those that they lie in really, where they are links.
    pub fn folders(&self) -> Vec<PathBuf> {
        let files = [&self.certificate, &self.key];
        let real = files.into_iter().filter_map(|file| file.canonicalize().ok());
        let files = files.into_iter().cloned().chain(real);
        let mut folders: Vec<_> = files.filter_map(|f| Some(f.parent()?.to_owned())).collect();
        folders.sort();
        folders.dedup();
        folders
    }
}

/// Why there can be no TLS with these files.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificate cannot be read.
    #[error("{file}: {source}")]
    CertificateUnreadable {
        /// The file.
        file: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The key cannot be read.
    #[error("{file}: {source}")]
    KeyUnreadable {
        /// The file.
        file: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The file holds no certificate.
    #[error("{file} holds no certificate")]
    NoCertificate {
        /// The file.
        file: PathBuf,
    },
    /// The file holds no key.
    #[error("{file} holds no key")]
    NoKey {
        /// The file.
        file: PathBuf,
    },
    /// The key has a passphrase.
    #[error("{file} has a passphrase")]
    LockedKey {
        /// The file.
        file: PathBuf,
    },
    /// The key is of another certificate.
    #[error("{key} does not belong to the certificate")]
    OtherKey {
        /// The file with the key.
        key: PathBuf,
    },
    /// The library takes them not.
    #[error("{file}: {source}")]
    Unusable {
        /// The file with the certificate.
        file: PathBuf,
        /// What it says.
        source: rustls::Error,
    },
}

/// The certificate and the key that are in use.
pub struct Certificates {
    files: TlsConfig,
    current: RwLock<Arc<ServerConfig>>,
    /// How the files looked when they were last read, whether or not they were good.
    seen: Mutex<Option<[Look; 2]>>,
}

/// What changes when a file is written or another takes its place.
type Look = (u64, Option<SystemTime>, u64);

impl Certificates {
    /// Reads both files.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn read(files: &TlsConfig) -> Result<Self, TlsError> {
        let seen = Mutex::new(look(files));
        let current = RwLock::new(Arc::new(configuration(files)?));
        Ok(Self { files: files.clone(), current, seen })
    }

    /// What shakes hands with the next connection.
    pub fn acceptor(&self) -> TlsAcceptor {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone().into()
    }

    /// Reads the files again whenever they change, and when told to by `told`. Bad files change
    /// nothing: the certificate before stays in use.
    pub async fn renew(&self, told: &mut Option<Signal>) -> Infallible {
        let mut rounds = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                _ = rounds.tick() => self.read_changed(),
                Some(()) = next(told) => self.read_again(),
            }
        }
    }

    fn read_changed(&self) {
        let now = look(&self.files);
        if *self.seen.lock().unwrap_or_else(PoisonError::into_inner) != now {
            self.read_again();
        }
    }

    fn read_again(&self) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = look(&self.files);
        match configuration(&self.files) {
            Ok(new) => {
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(new);
                tracing::info!("the certificate was read again");
            }
            Err(error) => {
                tracing::error!(%error, "the new certificate is not used; the one before stays");
            }
        }
    }
}

/// The next time that the program is told. Never, where the system does not tell.
async fn next(told: &mut Option<Signal>) -> Option<()> {
    match told {
        Some(signal) => signal.recv().await,
        None => std::future::pending().await,
    }
}

fn look(files: &TlsConfig) -> Option<[Look; 2]> {
    use std::os::unix::fs::MetadataExt;
    let of = |file: &Path| {
        let found = fs::metadata(file).ok()?;
        Some((found.ino(), found.modified().ok(), found.len()))
    };
    Some([of(&files.certificate)?, of(&files.key)?])
}

/// The chain in the file, the server's own certificate first.
///
/// # Errors
/// [`TlsError::CertificateUnreadable`], [`TlsError::NoCertificate`].
pub fn read_chain(file: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let file = file.to_owned();
    let text = match fs::read(&file) {
        Ok(text) => text,
        Err(source) => return Err(TlsError::CertificateUnreadable { file, source }),
    };
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    match chain {
        Ok(chain) if !chain.is_empty() => Ok(chain),
        _ => Err(TlsError::NoCertificate { file }),
    }
}

fn read_key(file: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    let file = file.to_owned();
    let text = match fs::read(&file) {
        Ok(text) => Zeroizing::new(text),
        Err(source) => return Err(TlsError::KeyUnreadable { file, source }),
    };
    let is_locked = text.windows(9).any(|part| part == b"ENCRYPTED");
    PrivateKeyDer::from_pem_slice(&text).map_err(|_| match is_locked {
        true => TlsError::LockedKey { file },
        false => TlsError::NoKey { file },
    })
}

/// How the server shakes hands.
fn configuration(files: &TlsConfig) -> Result<ServerConfig, TlsError> {
    let (chain, key) = (read_chain(&files.certificate)?, read_key(&files.key)?);
    let mut config = built(chain, key).map_err(|source| match source {
        rustls::Error::InconsistentKeys(_) => TlsError::OtherKey { key: files.key.clone() },
        source => TlsError::Unusable { file: files.certificate.clone(), source },
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(config)
}

fn built(
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> Result<ServerConfig, rustls::Error> {
    let provider = CryptoProvider {
        // Source: draft-ietf-tls-ecdhe-mlkem.
        kx_groups: vec![
            kx_group::X25519MLKEM768,
            kx_group::X25519,
            kx_group::SECP256R1,
            kx_group::SECP384R1,
        ],
        ..aws_lc_rs::default_provider()
    };
    ServerConfig::builder_with_provider(provider.into())
        .with_protocol_versions(&[&TLS13, &TLS12])?
        .with_no_client_auth()
        .with_single_cert(chain, key)
}
