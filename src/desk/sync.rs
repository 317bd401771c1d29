//! One round with the server: who is in the team, what is to be sent, what is new.
//!
//! Desk and commands call it. It moves sealed items between drawer and server and opens none.
//! When the server is away, everything stays as it was.

pub use super::remote::RemoteError;
use super::{
    Drawer, KeyRing, Remote, Unsent,
    drawer::{FeedMark, Kept},
    folder::FolderError,
};
use crate::{
    Texts,
    core::{
        CaseId, Day, SealedItem,
        wire::{FeedEntry, ItemName},
    },
};
use std::collections::{BTreeSet, HashSet};

/// The most pages that one round fetches; more come with the next round.
const MAX_PAGES: usize = 1000;

/// What a round did.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Synced {
    /// Items that are new here.
    pub fetched: usize,
    /// Replies and entries that went out.
    pub sent: usize,
    /// Replies and entries that the server does not take; they stay in the outbox.
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
    /// may be repeated, so a stop in between costs nothing. An item that the server does not take,
    /// or that is damaged, stays, and does not hold up the others.
    fn send(&mut self, unsent: &Unsent) -> Result<(), SyncError> {
        let Some(item) = &unsent.item else {
            self.synced.refused += 1;
            return Ok(());
        };
        // An entry is between officers: the reporter, who sees what is acknowledged, sees none of it.
        let acknowledged = match item.kind() {
            kind if kind.is_between_officers() => Ok(()),
            _ => self.remote.acknowledge(self.ring, unsent.case).map(drop),
        };
        let added = acknowledged
            .and_then(|()| self.remote.append(self.ring, unsent.case, unsent.once, item));
        match added {
            Err(RemoteError::UnknownCase) => self.synced.refused += 1,
            added => self.settle(unsent, item, added?)?,
        }
        Ok(())
    }

    /// Files an item that the server took at this place. The note that it must come back is there
    /// before the item: no stop leaves an item that nobody waits for.
    fn settle(
        &mut self,
        unsent: &Unsent,
        item: &SealedItem,
        sequence: u32,
    ) -> Result<(), SyncError> {
        let place = (unsent.case, sequence);
        let is_new_note = self.drawer.expect_back(unsent.case, sequence)?;
        match self.drawer.insert(unsent.case, sequence, item)? {
            Kept::Other => {
                self.drawer.set_not_back(place)?;
                self.synced.changed += 1;
                return Ok(());
            }
            // The feed brought it in an earlier round, which ended before it was let go of.
            Kept::Same if is_new_note => self.drawer.came_back(place)?,
            Kept::Same | Kept::New => {}
        }
        self.drawer.remove_unsent(unsent)?;
        self.synced.sent += 1;
        Ok(())
    }

    /// Follows the feed to its end. The mark moves on only after its items are on disk. A server
    /// that does not know the mark begins again, so what is here already may come once more; what
    /// comes twice in one round goes in circles.
    fn fetch(&mut self) -> Result<(), SyncError> {
        let mut expected = self.drawer.expected_back()?;
        let missed = self.drawer.not_back()?;
        let mut seen = HashSet::new();
        for _ in 0..MAX_PAGES {
            let mark = self.drawer.feed_mark()?;
            let page = self.remote.feed(self.ring, mark.after).map_err(not_a_server)?;
            self.fill(&page.entries)?;
            let mut after = mark.after;
            for entry in &page.entries {
                let place = (entry.case, entry.sequence);
                if !seen.insert(place) {
                    return Err(RemoteError::Nonsense.into());
                }
                if let Some(trace) = self.drawer.trace(entry.case)? {
                    // Destroyed once, and back with an older copy of the server's data.
                    self.drawer.order(entry.case, &trace.release)?;
                    after = Some(ItemName::of(entry.case, entry.sequence, &entry.item));
                    continue;
                }
                let kept = self.drawer.insert(entry.case, entry.sequence, &entry.item)?;
                if expected.remove(&place) || missed.contains(&place) {
                    self.note_return(place, kept)?;
                }
                match kept {
                    Kept::New => self.synced.fetched += 1,
                    Kept::Same => {}
                    Kept::Other => self.synced.changed += 1,
                }
                after = Some(ItemName::of(entry.case, entry.sequence, &entry.item));
            }
            self.drawer.set_feed_mark(FeedMark { after, ..mark })?;
            if !page.more {
                return Ok(self.note_missed(&expected)?);
            }
            if page.entries.is_empty() {
                return Err(RemoteError::Nonsense.into());
            }
        }
        Ok(())
    }

    /// Fetches what lies in a case before the first item that the feed gives of it: an officer who
    /// became a reader later finds it there. It comes before the mark moves on, so that no stop
    /// leaves it out.
    fn fill(&mut self, entries: &[FeedEntry]) -> Result<(), SyncError> {
        let mut cases = BTreeSet::new();
        for FeedEntry { case, sequence, .. } in entries {
            let is_first = cases.insert(*case);
            let follows = |before| self.drawer.has(*case, before);
            if !is_first || sequence.checked_sub(1).is_none_or(follows) {
                continue;
            }
            let mut from = 0;
            while from < *sequence {
                let page = match self.remote.items(self.ring, *case, from) {
                    // Not any more, then: the feed will say nothing of it either.
                    Err(RemoteError::UnknownCase) => break,
                    page => page?,
                };
                let last = page.entries.last().map(|entry| entry.sequence);
                for entry in page.entries.iter().filter(|it| it.sequence < *sequence) {
                    match self.drawer.insert(*case, entry.sequence, &entry.item)? {
                        Kept::New => self.synced.fetched += 1,
                        Kept::Same => {}
                        Kept::Other => self.synced.changed += 1,
                    }
                }
                match last {
                    Some(last) if last >= from && page.more => from = last.saturating_add(1),
                    _ => break,
                }
            }
        }
        Ok(())
    }

    /// The feed was followed to its end, and these were to be in it. What another program of this
    /// officer settled meanwhile is left alone.
    fn note_missed(&self, expected: &BTreeSet<(CaseId, u32)>) -> Result<(), FolderError> {
        let still = self.drawer.expected_back()?;
        still.intersection(expected).try_for_each(|place| self.drawer.set_not_back(*place))
    }

    /// The feed came by a place where something of ours is to lie.
    fn note_return(&self, place: (CaseId, u32), kept: Kept) -> Result<(), FolderError> {
        match kept {
            Kept::Same | Kept::New => self.drawer.came_back(place),
            Kept::Other => self.drawer.set_not_back(place),
        }
    }
}

/// Feed and team exist at every server of ours: where they do not, it is none.
fn not_a_server(error: RemoteError) -> RemoteError {
    if error == RemoteError::UnknownCase { RemoteError::Nonsense } else { error }
}
