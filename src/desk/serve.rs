//! The desk: one officer's cases in the browser, on loopback, locked and unlocked.
//!
//! `meldteam open` and the demonstration start it; [`super::handlers`] answers its requests. It
//! listens on nothing but loopback, and everything readable it holds goes when it locks.

use super::{
    Casebook, KeyRing, Workplace,
    compose::{ReplyFault, ReplyForm},
    door::Door,
    folder::FolderError,
    handlers,
    keyring::KeyRingError,
    pages::Notice,
    sync::{SyncError, Synced},
};
use crate::{
    Language, Texts,
    core::{CaseId, Clock, Plaintext, Random},
};
use std::{
    collections::BTreeMap,
    future::Future,
    io,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
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
        let state = State { opened: None, seen: Moment::now(options.clock) };
        let room = Room {
            workplace,
            door: Door::new(address.port(), &options.random),
            language: options.language,
            idle: options.idle,
            state: Mutex::new(state),
            unlocking: Mutex::new(()),
        };
        Ok(Self { room: Arc::new(room), listener: options.listener })
    }

    /// The link that lets one browser in, once.
    pub fn link(&self) -> String {
        self.room.door.link().expect("the link is unused before the desk is served")
    }

    /// Unlocks before serving. Takes about a second; call it on a blocking thread.
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

/// What the handlers share. Holds plaintext while unlocked; no `Debug`.
pub(super) struct Room {
    pub workplace: Workplace,
    pub door: Door,
    pub language: Language,
    idle: Duration,
    state: Mutex<State>,
    /// One unlocking at a time: each takes a good deal of memory.
    unlocking: Mutex<()>,
}

struct State {
    opened: Option<Opened>,
    seen: Moment,
}

/// What there is while the desk is unlocked.
pub(super) struct Opened {
    pub ring: Arc<KeyRing>,
    pub book: Casebook,
    /// The last round with the server; `None` before the first.
    pub synced: Option<Result<Synced, SyncError>>,
    /// To be said on the next page.
    pub notice: Option<Notice>,
    /// Replies that were typed but not sealed.
    pub drafts: BTreeMap<CaseId, Draft>,
}

/// A reply that was typed but not sealed.
pub(super) struct Draft {
    pub form: ReplyForm,
    pub faults: Vec<ReplyFault>,
}

/// A moment on two clocks: the one that never goes back stands still while a computer sleeps, the
/// one on the wall does not.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    steady: Instant,
    wall_seconds: i64,
}

impl Moment {
    pub(super) fn now(clock: Clock) -> Self {
        Self { steady: Instant::now(), wall_seconds: clock.seconds() }
    }

    /// How much time has gone by since `earlier`, on the clock that saw more of it.
    fn since(self, earlier: Self) -> Duration {
        let steady = self.steady.saturating_duration_since(earlier.steady);
        let wall = self.wall_seconds.saturating_sub(earlier.wall_seconds);
        steady.max(Duration::from_secs(u64::try_from(wall).unwrap_or(0)))
    }
}

impl Room {
    /// Does something with what is open; `None` while locked.
    pub(super) fn with_opened<T>(&self, work: impl FnOnce(&mut Opened) -> T) -> Option<T> {
        self.state().opened.as_mut().map(work)
    }

    /// Notes that somebody is there; locks first when nobody was for too long.
    pub(super) fn touch(&self, now: Moment) {
        self.lock_if_idle(now);
        self.state().seen = now;
    }

    /// Locks when nobody has been there for too long.
    pub(super) fn lock_if_idle(&self, now: Moment) {
        let mut state = self.state();
        if now.since(state.seen) >= self.idle {
            state.opened = None;
        }
    }

    /// Drops keys and cases.
    pub(super) fn lock(&self) {
        self.state().opened = None;
    }

    /// Unlocks, opens what is in the drawer, and does a round with the server.
    ///
    /// # Errors
    /// [`KeyRingError`].
    pub(super) fn unlock(&self, passphrase: &Plaintext) -> Result<(), KeyRingError> {
        let _alone = self.unlocking.lock().unwrap_or_else(PoisonError::into_inner);
        let ring = self.workplace.unlock(passphrase)?;
        let book = self.workplace.casebook(&ring)?;
        let drafts = BTreeMap::new();
        let opened = Opened { ring: Arc::new(ring), book, synced: None, notice: None, drafts };
        let mut state = self.state();
        state.opened = Some(opened);
        state.seen = Moment::now(self.workplace.clock());
        drop(state);
        self.sync();
        Ok(())
    }

    /// Does a round with the server and opens what is new. Nothing while locked. The desk stays
    /// usable, and can be locked, while the server takes its time.
    pub(super) fn sync(&self) {
        let Some(ring) = self.with_opened(|opened| opened.ring.clone()) else { return };
        let synced = self.workplace.sync(&ring);
        drop(ring);
        self.with_opened(|opened| {
            let refreshed = opened.book.refresh(&self.workplace.drawer, &opened.ring);
            let refreshed = refreshed.map_err(SyncError::from);
            opened.synced = Some(synced.and_then(|synced| refreshed.map(|()| synced)));
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
impl Room {
    /// As if this long had gone by.
    pub(super) fn lock_if_idle_after(&self, gone_by: Duration) {
        let now = Moment::now(self.workplace.clock());
        let later = now.steady.checked_add(gone_by).unwrap();
        self.lock_if_idle(Moment { steady: later, ..now });
    }
}

#[cfg(test)]
impl Desk {
    pub(super) fn room(&self) -> Arc<Room> {
        self.room.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_counts_on_the_clock_that_saw_more_of_it() {
        let start = Moment { steady: Instant::now(), wall_seconds: 1000 };
        let slept = Moment { wall_seconds: 1600, ..start };
        assert_eq!(slept.since(start), Duration::from_secs(600));
        let steady = start.steady.checked_add(Duration::from_secs(60)).unwrap();
        let set_back = Moment { steady, wall_seconds: 0 };
        assert_eq!(set_back.since(start), Duration::from_secs(60));
    }
}
