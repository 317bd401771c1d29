//! Opening the store, listening, and serving until told to stop.

use super::{
    App, Config, Surroundings,
    accept::accept,
    log,
    operator::{self, Found, config_sentence, serve_sentence},
    router,
};
use crate::{
    core::{Kdf, Team, officers::TeamError},
    store::{Recovery, Store, StoreError},
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
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// How long a file surely waits for its report, in seconds: six hours. It may be twice as long.
const SWEEP_SECONDS: u64 = 6 * 60 * 60;

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
    /// Serving ended with a fault.
    #[error("serving ended: {0}")]
    Serving(io::Error),
}

/// Reads keys and opens the store: everything that can be wrong shows before the port opens.
///
/// # Errors
/// [`ServeError::Team`] and [`ServeError::Store`].
pub fn open(
    config: Config,
    surroundings: Surroundings,
) -> Result<(Arc<App>, Recovery), ServeError> {
    let team = Team::read(&config.storage.keys)?;
    let folder = config.storage.data.clone();
    let kdf = || Kdf::random(&surroundings.random);
    let (store, recovery) =
        Store::open(&folder, kdf).map_err(|source| ServeError::Store { folder, source })?;
    store.limit_waiting(config.storage.max_waiting_bytes());
    Ok((App::new(config, team, store, surroundings), recovery))
}

/// Takes the port.
///
/// # Errors
/// [`ServeError::Listen`].
pub async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|source| ServeError::Listen { address, source })
}

/// Serves until `stop` comes; requests that are under way are finished.
pub async fn serve(
    app: Arc<App>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let store = app.store.clone();
    tokio::select! {
        () = accept(listener, router(app), stop) => {}
        never = sweep(store) => match never {},
    }
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

/// `meldpunt serve`: reads the settings, opens everything, serves until Ctrl-C or SIGTERM.
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
    match open(config, Surroundings::system()).and_then(|opened| run_opened(terminal, opened)) {
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
        let listener = listen(app.config.server.listen).await?;
        let address = listener.local_addr().map_err(ServeError::Serving)?;
        let stopped = stopped();
        terminal.say(&terminal.texts.op_serving_at(format!("http://{address}/")));
        serve(app, listener, stopped).await;
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
