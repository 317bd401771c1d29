//! Where the server listens: a TCP port, with TLS or on loopback without, and a Unix socket.
//!
//! [`run`](super::run) opens what the settings name; [`accept`](super::accept) takes connections from
//! it. A socket that a server before this one left behind is removed; another file never is.

use super::{Config, ServeError, config::ServerConfig, tls::Certificates};
use serde::Deserialize;
use std::{
    fs::{self, Permissions},
    io,
    net::SocketAddr,
    os::unix::fs::{FileTypeExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::net::{TcpListener, UnixListener, UnixSocket, UnixStream};

/// Connections that the system holds for us until they are taken in.
const BACKLOG: u32 = 1024;

/// Who may connect to the Unix socket, as the permissions of a file: `660`.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(try_from = "String")]
pub struct SocketMode(u32);

impl Default for SocketMode {
    /// The program's own user and group.
    fn default() -> Self {
        Self(0o660)
    }
}

impl TryFrom<String> for SocketMode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mode = u32::from_str_radix(&text, 8).ok().filter(|mode| *mode <= 0o777);
        mode.map(Self).ok_or("socket_mode is three digits from 0 to 7, such as \"660\"")
    }
}

/// Why the Unix socket cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum SocketError {
    /// The path is longer than the system takes.
    #[error("the path is too long")]
    TooLong,
    /// Something that is no socket lies there.
    #[error("there is another file")]
    OtherFile,
    /// A running server listens there.
    #[error("somebody listens there")]
    InUse,
    /// The operating system refuses.
    #[error("{0}")]
    Refused(io::Error),
}

/// One place where connections come in.
pub enum Listener {
    /// A port on loopback, without TLS.
    Plain(TcpListener),
    /// A port with TLS.
    Tls(TcpListener, Arc<Certificates>),
    /// A Unix socket.
    Unix(UnixListener),
}

/// All the places where connections come in.
pub struct Listeners {
    /// Each of them.
    pub all: Vec<Listener>,
    /// What is read again while they are open.
    pub certificates: Option<Arc<Certificates>>,
    /// The socket's file, which goes when they are closed.
    socket: Option<PathBuf>,
}

impl From<TcpListener> for Listeners {
    fn from(listener: TcpListener) -> Self {
        Self { all: vec![Listener::Plain(listener)], certificates: None, socket: None }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Some(socket) = &self.socket {
            // One that stays is removed by the next start.
            drop(fs::remove_file(socket));
        }
    }
}

impl Listeners {
    /// Opens what the settings name.
    ///
    /// # Errors
    /// [`ServeError::Tls`], [`ServeError::Listen`], [`ServeError::Socket`].
    pub async fn open(config: &Config) -> Result<Self, ServeError> {
        let certificates = config.tls.as_ref().map(Certificates::read).transpose()?.map(Arc::new);
        let mut listeners = Self { all: Vec::new(), certificates, socket: None };
        if let Some(address) = config.server.listen {
            let tcp = listen(address).await?;
            listeners.all.push(match listeners.certificates.clone() {
                Some(certificates) => Listener::Tls(tcp, certificates),
                None => Listener::Plain(tcp),
            });
        }
        if let Some(path) = &config.server.socket {
            let listener = open_socket(path, &config.server)
                .await
                .map_err(|source| ServeError::Socket { path: path.clone(), source })?;
            listeners.socket = Some(path.clone());
            listeners.all.push(Listener::Unix(listener));
        }
        Ok(listeners)
    }

    /// Where they listen, as people write it.
    pub fn addresses(&self) -> impl Iterator<Item = String> {
        let of = |scheme: &str, tcp: &TcpListener| {
            tcp.local_addr().map(|address| format!("{scheme}://{address}/")).unwrap_or_default()
        };
        self.all.iter().map(move |listener| match listener {
            Listener::Plain(tcp) => of("http", tcp),
            Listener::Tls(tcp, _) => of("https", tcp),
            Listener::Unix(_) => {
                self.socket.as_ref().map(|path| path.display().to_string()).unwrap_or_default()
            }
        })
    }
}

/// Takes the port.
///
/// # Errors
/// [`ServeError::Listen`].
pub async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|source| ServeError::Listen { address, source })
}

/// Whether the socket could be had. Changes nothing.
///
/// # Errors
/// [`SocketError`].
pub async fn check_socket(path: &Path) -> Result<(), SocketError> {
    // Source: unix(7), sun_path.
    if path.as_os_str().len() > 107 {
        return Err(SocketError::TooLong);
    }
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(Path::new("/"));
            return fs::metadata(folder).map(drop).map_err(SocketError::Refused);
        }
        Err(error) => return Err(SocketError::Refused(error)),
    };
    if !found.file_type().is_socket() {
        return Err(SocketError::OtherFile);
    }
    match UnixStream::connect(path).await {
        Ok(_) => Err(SocketError::InUse),
        Err(_) => Ok(()),
    }
}

/// Opens the socket, in place of one that was left behind. Nobody can connect before its
/// permissions are as they should be.
async fn open_socket(path: &Path, config: &ServerConfig) -> Result<UnixListener, SocketError> {
    check_socket(path).await?;
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(SocketError::Refused(error));
        }
        _ => {}
    }
    let open = || {
        let socket = UnixSocket::new_stream()?;
        socket.bind(path)?;
        fs::set_permissions(path, Permissions::from_mode(config.socket_mode.0))?;
        socket.listen(BACKLOG)
    };
    open().map_err(SocketError::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_is_octal_and_no_more_than_permissions() {
        assert_eq!(SocketMode::try_from("600".to_owned()), Ok(SocketMode(0o600)));
        for bad in ["", "rw", "888", "4660", "-1"] {
            assert!(SocketMode::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
