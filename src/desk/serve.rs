//! The desk: one officer's cases in the browser, on loopback, locked and unlocked.
//!
//! `meldteam open` and the demonstration start it; [`super::handlers`] answers its requests. It
//! listens on nothing but loopback, and everything readable it holds goes when it locks.

use super::{
    Workplace,
    casework::terms::{Terms, TermsError},
    door::Door,
    folder::FolderError,
    handlers,
    keyring::KeyRingError,
    room::{Moment, Room},
};
use crate::{
    Language, Texts,
    core::{Clock, Plaintext, Random},
};
use std::{future::Future, io, path::PathBuf, sync::Arc, time::Duration};
use tokio::{net::TcpListener, time::MissedTickBehavior};

/// How often the desk looks whether it has been left alone, in seconds.
const IDLE_CHECK_SECONDS: u64 = 10;

/// What a desk is started with.
pub struct DeskOptions {
    /// The officer's folder, as [`super::enrol`] made it.
    pub folder: PathBuf,
    /// Where today comes from.
    pub clock: Clock,
    /// Where secrets and ids come from.
    pub random: Arc<Random>,
    /// The officer's language.
    pub language: Language,
    /// Locks after this long without a request.
    pub idle: Duration,
    /// Where to listen: a loopback address.
    pub listener: TcpListener,
}

/// Why a desk cannot start.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The terms of the organisation cannot be used.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// It would not listen on loopback.
    #[error("the desk listens on loopback alone")]
    NotLoopback,
    /// The operating system refused.
    #[error("the desk cannot listen: {0}")]
    Listen(io::ErrorKind),
}

impl DeskError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Folder(error) => error.sentence(texts),
            Self::Terms(error) => error.sentence(texts),
            Self::NotLoopback => texts.desk_error_loopback(),
            Self::Listen(kind) => texts.desk_error_listen(kind.to_string()),
        }
    }
}

/// A desk that is ready to be served. Starts locked.
pub struct Desk {
    room: Arc<Room>,
    listener: TcpListener,
}

impl Desk {
    /// Sets a desk up.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn at(options: DeskOptions) -> Result<Self, DeskError> {
        let listen = |error: io::Error| DeskError::Listen(error.kind());
        let address = options.listener.local_addr().map_err(listen)?;
        if !address.ip().is_loopback() {
            return Err(DeskError::NotLoopback);
        }
        let workplace = Workplace::open(&options.folder, options.clock, options.random.clone())?;
        let terms = Terms::read(&options.folder)?;
        let door = Door::new(address.port(), &options.random);
        let room = Room::new(workplace, door, terms, (options.language, options.idle));
        Ok(Self { room: Arc::new(room), listener: options.listener })
    }

    /// The link that lets one browser in, once.
    pub fn link(&self) -> String {
        self.room.door.link().expect("the link is unused before the desk is served")
    }

    /// Unlocks before serving. Takes about a second, and some more when there is much to open: the
    /// rest is then opened while it is served. Call it on a blocking thread.
    ///
    /// # Errors
    /// [`KeyRingError`].
    pub fn unlock(&self, passphrase: &Plaintext) -> Result<(), KeyRingError> {
        self.room.unlock(passphrase)
    }

    /// Serves until `stop` comes, then locks.
    ///
    /// # Errors
    /// What the operating system says.
    pub async fn serve(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let watch = tokio::spawn(watch_idle(self.room.clone()));
        let router = handlers::router(self.room.clone());
        let room = self.room.clone();
        let stop = async move {
            stop.await;
            room.lock();
        };
        let served = axum::serve(self.listener, router).with_graceful_shutdown(stop).await;
        watch.abort();
        self.room.lock();
        served
    }
}

async fn watch_idle(room: Arc<Room>) {
    let mut ticks = tokio::time::interval(Duration::from_secs(IDLE_CHECK_SECONDS));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        room.lock_if_idle(Moment::now(room.workplace.clock()));
    }
}

#[cfg(test)]
impl Desk {
    pub(super) fn room(&self) -> Arc<Room> {
        self.room.clone()
    }
}
