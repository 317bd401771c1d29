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
use std::collections::HashSet;

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
    let mut round = Round { remote, drawer, ring, synced: Synced::default() };
    round.learn_team(today)?;
    for unsent in drawer.unsent()? {
        round.send(&unsent)?;
    }
    round.fetch()?;
    let mark = drawer.feed_mark()?;
    drawer.set_feed_mark(FeedMark { synced_on: Some(today), ..mark })?;
    Ok(round.synced)
}

/// A round that is going on.
struct Round<'a> {
    remote: &'a Remote,
    drawer: &'a Drawer,
    ring: &'a KeyRing,
    synced: Synced,
}

impl Round<'_> {
    fn learn_team(&self, today: Day) -> Result<(), SyncError> {
        let page = self.remote.team(self.ring).map_err(not_a_server)?;
        let team = self.drawer.team()?.take_in(page, today).ok_or(RemoteError::Nonsense)?;
        Ok(self.drawer.set_team(&team)?)
    }

    /// Acknowledges the case, adds the item, and moves it from the outbox into its case. Each part
    /// may be repeated, so a stop in between costs nothing. A reply that the server does not take,
    /// or that is damaged, stays, and does not hold up the others.
    fn send(&mut self, unsent: &Unsent) -> Result<(), SyncError> {
        let Some(item) = &unsent.item else {
            self.synced.refused += 1;
            return Ok(());
        };
        let acknowledged = self.remote.acknowledge(self.ring, unsent.case);
        let added = acknowledged
            .and_then(|_| self.remote.append(self.ring, unsent.case, unsent.once, item));
        let sequence = match added {
            Err(RemoteError::UnknownCase) => {
                self.synced.refused += 1;
                return Ok(());
            }
            added => added?,
        };
        if self.drawer.insert(unsent.case, sequence, item)? == Kept::Other {
            self.synced.changed += 1;
            return Ok(());
        }
        self.drawer.remove_unsent(unsent)?;
        self.synced.sent += 1;
        Ok(())
    }

    /// Follows the feed to its end. The mark moves on only after its items are on disk. A server
    /// that does not know the mark begins again, so what is here already may come once more; what
    /// comes twice in one round goes in circles.
    fn fetch(&mut self) -> Result<(), SyncError> {
        let mut seen = HashSet::new();
        for _ in 0..MAX_PAGES {
            let mark = self.drawer.feed_mark()?;
            let page = self.remote.feed(self.ring, mark.after).map_err(not_a_server)?;
            let mut after = mark.after;
            for entry in &page.entries {
                let place = (entry.case, entry.sequence);
                if !seen.insert(place) {
                    return Err(RemoteError::Nonsense.into());
                }
                match self.drawer.insert(entry.case, entry.sequence, &entry.item)? {
                    Kept::New => self.synced.fetched += 1,
                    Kept::Same => {}
                    Kept::Other => self.synced.changed += 1,
                }
                after = Some(place);
            }
            self.drawer.set_feed_mark(FeedMark { after, ..mark })?;
            if !page.more {
                return Ok(());
            }
            if page.entries.is_empty() {
                return Err(RemoteError::Nonsense.into());
            }
        }
        Ok(())
    }
}

/// Feed and team exist at every server of ours: where they do not, it is none.
fn not_a_server(error: RemoteError) -> RemoteError {
    if error == RemoteError::UnknownCase { RemoteError::Nonsense } else { error }
}
