//! Opening the store, listening, and serving until told to stop.

use super::{
    App, Config, Listeners, Surroundings,
    accept::accept,
    listen::{SocketError, check_socket},
    log, night,
    operator::{self, Found, config_sentence, serve_sentence},
    router,
    seats::Seats,
    tls::{Certificates, TlsError},
};
use crate::{
    core::{Kdf, Team, officers::TeamError},
    sandbox,
    store::{Recovery, Store, StoreError, make_folder},
    terminal::Terminal,
};
use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};
use tokio::signal::unix::{SignalKind, signal};

/// How long a file surely waits for its report, in seconds: six hours. It may be twice as long.
const SWEEP_SECONDS: u64 = 6 * 60 * 60;

/// Files that are open beside connections, at most: the store's and those that are being sent.
const KEPT_FILES: usize = 256;

/// Why the server does not start or stops.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The officers' key files are not right.
    #[error(transparent)]
    Team(#[from] TeamError),
    /// The store does not open.
    #[error("{folder}: {source}")]
    Store {
        /// The store's folder.
        folder: PathBuf,
        /// Why.
        source: StoreError,
    },
    /// The port cannot be had.
    #[error("{address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
    /// The Unix socket cannot be had.
    #[error("{path}: {source}")]
    Socket {
        /// Its file.
        path: PathBuf,
        /// Why.
        source: SocketError,
    },
    /// There can be no TLS.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// Serving ended with a fault.
    #[error("serving ended: {0}")]
    Serving(io::Error),
}

/// Settings and keys that were read, and the data folder: all that a start takes from outside the
/// sandbox.
pub struct Prepared {
    config: Config,
    team: Team,
}

impl Prepared {
    /// Reads the keys, makes the data folder, and looks whether somebody else listens at the
    /// socket: in the sandbox nobody can be asked.
    ///
    /// # Errors
    /// [`ServeError::Team`], [`ServeError::Store`] and [`ServeError::Socket`].
    pub fn read(config: Config) -> Result<Self, ServeError> {
        let team = Team::read(&config.storage.keys)?;
        let folder = &config.storage.data;
        make_folder(folder).map_err(|source| ServeError::of_store(folder, source))?;
        if let Some(path) = &config.server.socket {
            let refused = |source| ServeError::Socket { path: path.clone(), source };
            let free = alone(check_socket(path)).map_err(ServeError::Serving)?;
            free.map_err(refused)?;
        }
        Ok(Self { config, team })
    }

    /// Opens the store.
    ///
    /// # Errors
    /// [`ServeError::Store`].
    pub fn open(self, surroundings: Surroundings) -> Result<(Arc<App>, Recovery), ServeError> {
        let Self { config, team } = self;
        let folder = &config.storage.data;
        let kdf = || Kdf::random(&surroundings.random);
        let opened = Store::open(folder, kdf);
        let (store, recovery) = opened.map_err(|source| ServeError::of_store(folder, source))?;
        store.limit_waiting(config.storage.max_waiting_bytes());
        Ok((App::new(config, team, store, surroundings), recovery))
    }
}

/// Waits for something on this thread, with no other begun.
fn alone<T>(what: impl Future<Output = T>) -> io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(what))
}

impl ServeError {
    fn of_store(folder: &Path, source: StoreError) -> Self {
        Self::Store { folder: folder.to_owned(), source }
    }
}

/// Reads keys and opens the store: everything that can be wrong shows before the port opens.
///
/// # Errors
/// [`ServeError::Team`] and [`ServeError::Store`].
pub fn open(
    config: Config,
    surroundings: Surroundings,
) -> Result<(Arc<App>, Recovery), ServeError> {
    Prepared::read(config)?.open(surroundings)
}

/// Serves until `stop` comes; requests that are under way are finished.
pub async fn serve(
    app: Arc<App>,
    listeners: impl Into<Listeners>,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let (store, listeners) = (app.store.clone(), listeners.into());
    let kept = app.clone();
    let certificates = listeners.certificates.clone();
    let seats = Seats::new(seats_for(app.config.server.max_connections));
    tokio::select! {
        () = accept(listeners, (router(app), seats), stop) => {}
        never = sweep(store) => match never {},
        never = night::keep(&kept) => match never {},
        never = renew(certificates) => match never {},
    }
}

/// How many connections there can be at once: as many as the settings say, but not so many that no
/// file could be opened beside them.
fn seats_for(wanted: usize) -> usize {
    // Where there is no limit, the settings are taken at their word.
    let soft = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let soft = soft.and_then(|soft| usize::try_from(soft).ok());
    let most = soft.map_or(wanted, |soft| soft.saturating_sub(KEPT_FILES).max(1));
    if most < wanted {
        tracing::warn!(most, "fewer connections than max_connections: too few files may be open");
    }
    wanted.min(most)
}

/// Reads certificates again, where there are any: when they change, and on SIGHUP.
async fn renew(certificates: Option<Arc<Certificates>>) -> Infallible {
    let Some(certificates) = certificates else { return std::future::pending().await };
    let mut told = signal(SignalKind::hangup()).ok();
    certificates.renew(&mut told).await
}

/// Removes files whose reports are never sent, again and again.
async fn sweep(store: Store) -> Infallible {
    let mut rounds = tokio::time::interval(Duration::from_secs(SWEEP_SECONDS));
    loop {
        rounds.tick().await;
        // In place, so that no thread holds on to the store when the server stops.
        tokio::task::block_in_place(|| store.sweep_waiting());
    }
}

/// `meldpunt serve`: reads the settings, enters the sandbox, opens everything, serves until Ctrl-C
/// or SIGTERM.
pub fn run(terminal: &Terminal, file: &Path) -> ExitCode {
    log::start();
    let t = &terminal.texts;
    let config = match Config::read(file) {
        Ok(config) => config,
        Err(error) => {
            terminal.complain(&config_sentence(t, &error));
            return ExitCode::FAILURE;
        }
    };
    let prepared = Prepared::read(config).inspect(|prepared| {
        // Before the first thread begins: those that follow are inside.
        let missing = sandbox::enter(&prepared.config.needs());
        operator::report_walls(terminal, &missing);
    });
    let opened = prepared.and_then(|prepared| prepared.open(Surroundings::system()));
    match opened.and_then(|opened| run_opened(terminal, opened)) {
        Ok(()) => {
            terminal.say(&t.op_stopped());
            ExitCode::SUCCESS
        }
        Err(error) => {
            terminal.complain(&serve_sentence(t, &error));
            ExitCode::FAILURE
        }
    }
}

fn run_opened(
    terminal: &Terminal,
    (app, recovery): (Arc<App>, Recovery),
) -> Result<(), ServeError> {
    operator::report(terminal, &recovery, Found::AtStart);
    operator::warn(terminal, &app.team);
    let runtime = tokio::runtime::Runtime::new().map_err(ServeError::Serving)?;
    runtime.block_on(async {
        let listeners = Listeners::open(&app.config).await?;
        let stopped = stopped();
        for address in listeners.addresses() {
            terminal.say(&terminal.texts.op_serving_at(address));
        }
        serve(app, listeners, stopped).await;
        Ok(())
    })
}

/// Comes when the program is told to stop: Ctrl-C, or SIGTERM from the system. Listens from this
/// call on, so that a stop right after the start is an ordinary one.
///
/// # Panics
/// Outside a Tokio runtime.
pub fn stopped() -> impl Future<Output = ()> + Send + 'static {
    let interrupted = coming(SignalKind::interrupt());
    let terminated = coming(SignalKind::terminate());
    async {
        tokio::select! {
            () = interrupted => {}
            () = terminated => {}
        }
    }
}

/// A signal; never, where the system does not tell of it.
fn coming(kind: SignalKind) -> impl Future<Output = ()> + Send + 'static {
    let told = signal(kind).ok();
    async {
        match told {
            Some(mut signal) => drop(signal.recv().await),
            None => std::future::pending().await,
        }
    }
}
