//! The room: what the desk's handlers share, locked or unlocked.
//!
//! [`super::serve`] makes it, [`super::handlers`] work in it. Opening many cases takes its time, so
//! that happens on a thread of its own: meanwhile there is a page that says how far it is, and it
//! can be stopped without harm. Everything readable goes when it locks.

use super::{
    Casebook, Change, ChangeError, KeyRing, Workplace,
    casebook::Refreshed,
    casework::Terms,
    door::Door,
    endings::{Endings, Table},
    form::{Draft, Drafts, FormFields},
    keyring::KeyRingError,
    pages::Notice,
    picture::Gallery,
    shelf::Shelf,
    sync::{SyncError, Synced},
};
use crate::{
    Language,
    core::{CaseId, Clock, Plaintext},
};
use std::{
    ops::ControlFlow,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// How long a request waits for cases to be opened before it shows how far that is.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the handlers share. Holds plaintext while unlocked; no `Debug`.
pub(super) struct Room {
    pub workplace: Workplace,
    pub door: Door,
    pub language: Language,
    pub terms: Terms,
    idle: Duration,
    state: Mutex<State>,
    /// Says that the phase has changed.
    changed: Condvar,
    /// One unlocking at a time: each takes a good deal of memory.
    unlocking: Mutex<()>,
    /// One round with the server at a time.
    syncing: Mutex<()>,
    /// One picture at a time: each may take a good deal of memory.
    drawing: Mutex<()>,
}

struct State {
    phase: Phase,
    seen: Moment,
}

enum Phase {
    Locked,
    Opening(Box<Opening>),
    Opened(Box<Opened>),
}

/// What there is while cases are being opened.
struct Opening {
    ring: Arc<KeyRing>,
    watch: Arc<Watch>,
    carried: Carried,
}

/// What goes along from one opening to the next. No `Debug`.
#[derive(Default)]
pub(super) struct Carried {
    /// The last round with the server; `None` before the first.
    pub synced: Option<Result<Synced, SyncError>>,
    /// To be said on the next page.
    pub notice: Option<Notice>,
    /// What the last round said of how cases ended.
    pub endings: Endings,
    /// Forms that were typed but not kept.
    pub drafts: Drafts,
    /// Pictures that were drawn.
    pub gallery: Gallery,
}

impl Carried {
    /// Nothing that was typed about a destroyed case stays.
    fn take_in(&mut self, endings: Endings) {
        for (case, _) in &endings.destroyed {
            self.drafts.remove_under(&format!("/cases/{case}"));
        }
        self.endings = endings;
    }
}

/// What there is while the desk is unlocked. No `Debug`.
pub(super) struct Opened {
    pub ring: Arc<KeyRing>,
    pub book: Casebook,
    pub shelf: Shelf,
    pub carried: Carried,
    /// How many cases of how many were looked through, when opening was stopped.
    pub stopped_at: Option<(usize, usize)>,
}

/// What follows when opening took long.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Afterwards {
    /// A round with the server.
    Sync,
    /// To agree with the server on how cases end.
    Settle,
    /// Nothing.
    Rest,
}

/// How far opening is, and whether it is to stop.
#[derive(Default)]
pub(super) struct Watch {
    done: AtomicUsize,
    total: AtomicUsize,
    is_stopped: AtomicBool,
}

impl Watch {
    /// Cases looked through, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    fn tell(&self, done: usize, total: usize) -> ControlFlow<()> {
        self.done.fetch_max(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.is_stopped.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
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
    pub(super) fn new(
        workplace: Workplace,
        door: Door,
        terms: Terms,
        (language, idle): (Language, Duration),
    ) -> Self {
        let seen = Moment::now(workplace.clock());
        Self {
            workplace,
            door,
            language,
            terms,
            idle,
            state: Mutex::new(State { phase: Phase::Locked, seen }),
            changed: Condvar::new(),
            unlocking: Mutex::new(()),
            syncing: Mutex::new(()),
            drawing: Mutex::new(()),
        }
    }

    /// Does something with what is open; `None` while locked, or while opening takes long.
    pub(super) fn with_opened<T>(&self, work: impl FnOnce(&mut Opened) -> T) -> Option<T> {
        match &mut self.settled().phase {
            Phase::Opened(opened) => Some(work(opened)),
            Phase::Opening(_) | Phase::Locked => None,
        }
    }

    /// How far opening is, while it goes on.
    pub(super) fn progress(&self) -> Option<(usize, usize)> {
        match &self.state().phase {
            Phase::Opening(opening) => Some(opening.watch.progress()),
            Phase::Opened(_) | Phase::Locked => None,
        }
    }

    /// Keeps a form that was typed, for its page at this path, with something to be said there.
    /// Gives it back while locked.
    pub(super) fn keep_draft(
        &self,
        path: &str,
        fields: FormFields,
        notice: Notice,
    ) -> Option<FormFields> {
        let mut state = self.state();
        let carried = match &mut state.phase {
            Phase::Locked => return Some(fields),
            Phase::Opening(opening) => &mut opening.carried,
            Phase::Opened(opened) => &mut opened.carried,
        };
        carried.drafts.put(path, Draft { fields, faults: Vec::new() });
        carried.notice = Some(notice);
        None
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
            self.shut(&mut state);
        }
    }

    /// Drops keys and cases.
    pub(super) fn lock(&self) {
        self.shut(&mut self.state());
    }

    fn shut(&self, state: &mut State) {
        if let Phase::Opening(opening) = &state.phase {
            opening.watch.stop();
        }
        state.phase = Phase::Locked;
        self.changed.notify_all();
    }

    /// Unlocks, opens what is in the drawer, and does a round with the server. When opening takes
    /// long, it goes on after this has returned.
    ///
    /// # Errors
    /// [`KeyRingError`].
    pub(super) fn unlock(self: &Arc<Self>, passphrase: &Plaintext) -> Result<(), KeyRingError> {
        let _alone = self.unlocking.lock().unwrap_or_else(PoisonError::into_inner);
        let ring = Arc::new(self.workplace.unlock(passphrase)?);
        let mut state = self.state();
        state.seen = Moment::now(self.workplace.clock());
        let nothing = (Casebook::new(), Shelf::default(), Carried::default());
        self.begin(&mut state, ring, nothing, Afterwards::Sync);
        drop(state);
        if self.with_opened(|_| ()).is_some() {
            self.sync();
        }
        Ok(())
    }

    /// Waits until no picture is being drawn; the next one waits for whoever holds this.
    pub(super) fn draw_alone(&self) -> MutexGuard<'_, ()> {
        self.drawing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops opening. What was opened is shown.
    pub(super) fn stop_opening(&self) {
        if let Phase::Opening(opening) = &self.state().phase {
            opening.watch.stop();
        }
    }

    /// Goes on where opening was stopped.
    pub(super) fn go_on_opening(self: &Arc<Self>) {
        let mut state = self.state();
        match std::mem::replace(&mut state.phase, Phase::Locked) {
            Phase::Opened(opened) if opened.stopped_at.is_some() => {
                let Opened { ring, book, shelf, carried, .. } = *opened;
                self.begin(&mut state, ring, (book, shelf, carried), Afterwards::Sync);
            }
            phase => state.phase = phase,
        }
    }

    /// Opens what is new in the drawer, on a thread of its own.
    fn begin(
        self: &Arc<Self>,
        state: &mut State,
        ring: Arc<KeyRing>,
        (mut book, mut shelf, carried): (Casebook, Shelf, Carried),
        afterwards: Afterwards,
    ) {
        let watch = Arc::new(Watch::default());
        let began = Instant::now();
        let opening = Box::new(Opening { ring: ring.clone(), watch: watch.clone(), carried });
        state.phase = Phase::Opening(opening);
        self.changed.notify_all();
        let room = self.clone();
        std::thread::spawn(move || {
            let progress = |done, total| watch.tell(done, total);
            let read = book.refresh_watched(&room.workplace.drawer, &ring, &progress);
            shelf.refresh(&book, &room.terms);
            let read = read.map_err(SyncError::from).map(|refreshed| {
                let table = (afterwards == Afterwards::Settle && refreshed == Refreshed::Whole)
                    .then(|| Table {
                        ring: &ring,
                        book: &mut book,
                        shelf: &mut shelf,
                        terms: &room.terms,
                    });
                let settle = |mut table: Table| room.workplace.settle_endings(&mut table);
                (refreshed, table.map(settle))
            });
            let is_shown = room.settle(&watch, (book, shelf), read);
            // Whoever unlocked does this themselves, unless they have stopped waiting.
            let is_left = began.elapsed() >= PATIENCE;
            if is_shown && is_left && afterwards == Afterwards::Sync {
                room.sync();
            }
        });
    }

    /// Shows what was opened, unless the desk was locked meanwhile. Tells whether it is shown.
    fn settle(
        &self,
        watch: &Arc<Watch>,
        (book, shelf): (Casebook, Shelf),
        read: Result<(Refreshed, Option<Result<Endings, SyncError>>), SyncError>,
    ) -> bool {
        let mut state = self.state();
        match std::mem::replace(&mut state.phase, Phase::Locked) {
            Phase::Opening(opening) if Arc::ptr_eq(&opening.watch, watch) => {
                let Opening { ring, mut carried, .. } = *opening;
                let is_partial = matches!(read, Ok((Refreshed::Stopped, _)) | Err(_));
                let stopped_at = is_partial.then(|| watch.progress());
                match read {
                    Ok((_, Some(Ok(endings)))) => carried.take_in(endings),
                    Ok((_, Some(Err(error)))) | Err(error) => carried.synced = Some(Err(error)),
                    Ok((_, None)) => {}
                }
                let opened = Opened { ring, book, shelf, carried, stopped_at };
                state.phase = Phase::Opened(Box::new(opened));
                self.changed.notify_all();
                true
            }
            phase => {
                state.phase = phase;
                false
            }
        }
    }

    /// Does a round with the server and opens what is new. Nothing while locked. The desk stays
    /// usable, and can be locked, while the server takes its time.
    pub(super) fn sync(self: &Arc<Self>) {
        let _alone = self.syncing.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(ring) = self.with_opened(|opened| opened.ring.clone()) else { return };
        let synced = self.workplace.sync(&ring);
        let mut state = self.state();
        match std::mem::replace(&mut state.phase, Phase::Locked) {
            Phase::Opened(mut opened) if Arc::ptr_eq(&opened.ring, &ring) => {
                let afterwards = if synced.is_ok() { Afterwards::Settle } else { Afterwards::Rest };
                opened.carried.synced = Some(synced);
                if opened.stopped_at.is_some() {
                    // Whoever stopped it does not want it to go on by itself.
                    state.phase = Phase::Opened(opened);
                } else {
                    let Opened { ring, book, shelf, carried, .. } = *opened;
                    self.begin(&mut state, ring, (book, shelf, carried), afterwards);
                }
            }
            phase => state.phase = phase,
        }
        drop(state);
        self.with_opened(|_| ());
    }

    /// Changes who may read a case, at the server, and shows it as it is then. `None` while locked. The
    /// desk stays usable meanwhile.
    pub(super) fn change_readers(
        self: &Arc<Self>,
        id: CaseId,
        change: &Change,
    ) -> Option<Result<(), ChangeError>> {
        let ring = self.with_opened(|opened| opened.ring.clone())?;
        let alone = self.syncing.lock().unwrap_or_else(PoisonError::into_inner);
        let done = self.workplace.change_readers(&ring, id, change);
        drop(alone);
        if done.is_ok() && change.removes(ring.officer()) {
            self.with_opened(|opened| {
                opened.book.forget(id);
                opened.shelf = Shelf::default();
                opened.shelf.refresh(&opened.book, &self.terms);
            });
        }
        self.sync();
        Some(done)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, after opening is over or has taken long.
    fn settled(&self) -> MutexGuard<'_, State> {
        let is_opening = |state: &mut State| matches!(state.phase, Phase::Opening(_));
        let waited = self.changed.wait_timeout_while(self.state(), PATIENCE, is_opening);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

#[cfg(test)]
impl Room {
    /// As if opening had come this far and took long.
    pub(super) fn hold_opening(&self, done: usize, total: usize) {
        let mut state = self.state();
        if let Phase::Opened(opened) = std::mem::replace(&mut state.phase, Phase::Locked) {
            let Opened { ring, carried, .. } = *opened;
            let watch = Arc::new(Watch::default());
            assert!(watch.tell(done, total).is_continue());
            state.phase = Phase::Opening(Box::new(Opening { ring, watch, carried }));
        }
    }

    /// As the thread that opens does when it was told to stop. Tells whether it was.
    pub(super) fn end_opening(&self) -> bool {
        let watch = match &self.state().phase {
            Phase::Opening(opening) => opening.watch.clone(),
            _ => return false,
        };
        let (done, total) = watch.progress();
        let read = match watch.tell(done, total) {
            ControlFlow::Break(()) => Refreshed::Stopped,
            ControlFlow::Continue(()) => Refreshed::Whole,
        };
        self.settle(&watch, (Casebook::new(), Shelf::default()), Ok((read, None)));
        read == Refreshed::Stopped
    }

    /// As if this long had gone by.
    pub(super) fn lock_if_idle_after(&self, gone_by: Duration) {
        let now = Moment::now(self.workplace.clock());
        let later = now.steady.checked_add(gone_by).unwrap();
        self.lock_if_idle(Moment { steady: later, ..now });
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
