//! One round with the server: who is in the team, what is to be sent, what is new.
//!
//! Desk and commands call it. It moves sealed items between drawer and server and opens none.
//! When the server is away, everything stays as it was.

pub use super::remote::RemoteError;
use super::{
    Drawer, KeyRing, Remote,
    drawer::{FeedMark, Kept, Unsent},
    folder::FolderError,
};
use crate::{Texts, core::Day};

/// The most pages that one round fetches; more come with the next round.
const MAX_PAGES: usize = 1000;

/// What a round did.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Synced {
    /// Items that are new here.
    pub fetched: usize,
    /// Replies that went out.
    pub sent: usize,
    /// Replies that the server does not take; they stay in the outbox.
    pub refused: usize,
    /// Items that the server gave for a place where another one lies; the first one was kept.
    pub changed: usize,
}

/// Why a round stopped. What was done before it is done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyncError {
    /// The settings name no server.
    #[error("the settings name no server")]
    NoServer,
    /// The server did not do what it was asked.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl SyncError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::NoServer => texts.desk_error_no_server(),
            Self::Remote(error) => error.sentence(texts),
            Self::Folder(error) => error.sentence(texts),
        }
    }
}

/// Does one round.
///
/// # Errors
/// [`SyncError`].
pub fn run(
    remote: &Remote,
    drawer: &Drawer,
    ring: &KeyRing,
    today: Day,
) -> Result<Synced, SyncError> {
    let page = remote.team(ring).map_err(not_a_server)?;
    let team = drawer.team()?.take_in(page, today).ok_or(RemoteError::Nonsense)?;
    drawer.set_team(&team)?;
    let mut synced = Synced::default();
    for unsent in drawer.unsent()? {
        match send(remote, drawer, ring, &unsent) {
            Ok(()) => synced.sent += 1,
            // One case that is gone does not hold up the replies in others.
            Err(SyncError::Remote(RemoteError::UnknownCase)) => synced.refused += 1,
            Err(error) => return Err(error),
        }
    }
    fetch(remote, drawer, ring, &mut synced)?;
    let mark = drawer.feed_mark()?;
    drawer.set_feed_mark(FeedMark { synced_on: Some(today), ..mark })?;
    Ok(synced)
}

/// Acknowledges the case, adds the item, and moves it from the outbox into its case. Each part
/// may be repeated, so a stop in between costs nothing.
fn send(
    remote: &Remote,
    drawer: &Drawer,
    ring: &KeyRing,
    unsent: &Unsent,
) -> Result<(), SyncError> {
    let Some(item) = &unsent.item else {
        let file = "outbox".to_owned();
        return Err(FolderError::Io { file, kind: std::io::ErrorKind::InvalidData }.into());
    };
    remote.acknowledge(ring, unsent.case)?;
    let sequence = remote.append(ring, unsent.case, unsent.once, item)?;
    drawer.insert(unsent.case, sequence, item)?;
    Ok(drawer.remove_unsent(unsent)?)
}

/// Follows the feed to its end. The cursor moves on only after its items are on disk.
fn fetch(
    remote: &Remote,
    drawer: &Drawer,
    ring: &KeyRing,
    synced: &mut Synced,
) -> Result<(), SyncError> {
    for _ in 0..MAX_PAGES {
        let mark = drawer.feed_mark()?;
        let page = remote.feed(ring, mark.cursor).map_err(not_a_server)?;
        let mut cursor = mark.cursor;
        for entry in &page.entries {
            if entry.cursor <= cursor {
                return Err(RemoteError::Nonsense.into());
            }
            match drawer.insert(entry.case, entry.sequence, &entry.item)? {
                Kept::New => synced.fetched += 1,
                Kept::Same => {}
                Kept::Other => synced.changed += 1,
            }
            cursor = entry.cursor;
        }
        drawer.set_feed_mark(FeedMark { cursor, ..mark })?;
        if !page.more {
            return Ok(());
        }
        if page.entries.is_empty() {
            return Err(RemoteError::Nonsense.into());
        }
    }
    Ok(())
}

/// Feed and team exist at every server of ours: where they do not, it is none.
fn not_a_server(error: RemoteError) -> RemoteError {
    if error == RemoteError::UnknownCase { RemoteError::Nonsense } else { error }
}
