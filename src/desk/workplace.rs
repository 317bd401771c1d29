//! An officer's folder with everything that works on it: what commands and desk share.
//!
//! It holds no keys and nothing readable; both are handed to it, call by call.

use super::{
    Casebook, Drawer, KeyRing, KnownTeam, Remote,
    casebook::{Case, Refreshed},
    compose::SealReplyError,
    folder::{DeskSettings, FolderError},
    history::Signers,
    keyring::KeyRingError,
    reading::Progress,
    sync::{self, SyncError, Synced},
};
use crate::core::{
    CaseId, Clock, Day, EntryHash, EntryId, ItemHash, OnceId, Plaintext, Random, Readers,
    SealedItem,
    entry::{Entry, EntryBody, Statement},
    envelope::seal,
    handover::ReadersChange,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// An officer's folder, opened.
pub struct Workplace {
    /// Sealed items.
    pub drawer: Drawer,
    folder: PathBuf,
    pub(super) remote: Option<Remote>,
    clock: Clock,
    pub(super) random: Arc<Random>,
}

/// Why a reply or an entry was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// It cannot be sealed.
    #[error(transparent)]
    Seal(#[from] SealReplyError),
    /// It cannot be written to the outbox.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl KeepError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &crate::Texts) -> String {
        match self {
            Self::Seal(error) => error.sentence(texts),
            Self::Folder(error) => error.sentence(texts),
        }
    }
}

impl Workplace {
    /// Opens a folder that [`super::enrol`] has made.
    ///
    /// # Errors
    /// [`FolderError`]: it cannot be written, or its settings are wrong.
    pub fn open(folder: &Path, clock: Clock, random: Arc<Random>) -> Result<Self, FolderError> {
        let settings = DeskSettings::read(folder)?;
        let at = |address: String| Remote::at(&address, clock, random.clone());
        let remote = settings.server.map(at).transpose()?;
        let drawer = Drawer::open(folder)?;
        Ok(Self { drawer, folder: folder.to_owned(), remote, clock, random })
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.clock.today()
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A name for what is written next.
    pub fn new_entry_id(&self) -> EntryId {
        EntryId::random(&self.random)
    }

    /// Where time comes from.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Unlocks the keys. Takes about a second.
    ///
    /// # Errors
    /// [`KeyRingError`].
    pub fn unlock(&self, passphrase: &Plaintext) -> Result<KeyRing, KeyRingError> {
        KeyRing::unlock(&self.folder, passphrase)
    }

    /// Opens every case.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn casebook(&self, ring: &KeyRing) -> Result<Casebook, FolderError> {
        let mut book = Casebook::new();
        book.refresh(&self.drawer, ring)?;
        Ok(book)
    }

    /// Opens every case; `progress` is told how far it is, and may stop it without harm.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn casebook_watched(
        &self,
        ring: &KeyRing,
        progress: &Progress<'_>,
    ) -> Result<(Casebook, Refreshed), FolderError> {
        let mut book = Casebook::new();
        let refreshed = book.refresh_watched(&self.drawer, ring, progress)?;
        Ok((book, refreshed))
    }

    /// Does one round with the server.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn sync(&self, ring: &KeyRing) -> Result<Synced, SyncError> {
        let remote = self.remote.as_ref().ok_or(SyncError::NoServer)?;
        sync::run(remote, &self.drawer, ring, self.today())
    }

    /// Seals an entry and keeps it until it is sent. It is part of the case at once. Gives its name.
    ///
    /// # Errors
    /// [`KeepError`]: nothing was kept.
    pub fn keep_entry(
        &self,
        ring: &KeyRing,
        case: &mut Case,
        body: EntryBody,
    ) -> Result<EntryId, KeepError> {
        let ids = self.keep_entries(ring, case, vec![body])?;
        Ok(ids[0])
    }

    /// As [`Self::keep_entry`] for several at once: all of them are kept or none, in this order.
    ///
    /// # Errors
    /// [`KeepError`]: nothing was kept.
    pub fn keep_entries(
        &self,
        ring: &KeyRing,
        case: &mut Case,
        bodies: Vec<EntryBody>,
    ) -> Result<Vec<EntryId>, KeepError> {
        let writing = self.writing(ring, case)?;
        let said = |body| Said { id: self.new_entry_id(), body, item: None };
        let said: Vec<Said> = bodies.into_iter().map(said).collect();
        let ids = said.iter().map(|said| said.id).collect();
        self.keep_said(&writing, case, (said, None))?;
        Ok(ids)
    }

    /// Seals entries, each building on the one before, and a message that the first one stands for.
    pub(super) fn keep_said(
        &self,
        writing: &Writing,
        case: &mut Case,
        (said, mut message): (Vec<Said>, Option<SealedItem>),
    ) -> Result<(), KeepError> {
        let mut parents = case.history().heads().to_vec();
        let mut items = Vec::with_capacity(said.len() + 1);
        for said in said {
            let entry = self.entry(writing, parents, (said, None));
            parents = vec![entry.hash()];
            items.push(writing.seal(&entry)?);
            // The entry goes first: a message that nobody stands for is never seen.
            items.extend(message.take());
        }
        self.keep(writing, case, items)
    }

    /// What writing in a case takes: its report, and the keys of its readers.
    pub(super) fn writing<'a>(
        &self,
        ring: &'a KeyRing,
        case: &Case,
    ) -> Result<Writing<'a>, KeepError> {
        let team = self.drawer.team()?;
        let report = case.report_hash().ok_or(SealReplyError::NoReport)?;
        // What its writer could not open again is not written.
        if !case.lists(ring.officer()) || team.find(ring.officer()).is_none() {
            return Err(SealReplyError::NotInTeam.into());
        }
        let listed = case.readers().iter().map(|(id, _)| *id);
        let readers = team.readers(listed).ok_or(SealReplyError::NotInTeam)?;
        let signers = Signers::of(ring, &team);
        Ok(Writing { ring, team, signers, case: case.id, report, readers })
    }

    pub(super) fn entry(
        &self,
        writing: &Writing,
        parents: Vec<EntryHash>,
        (said, readers): (Said, Option<ReadersChange>),
    ) -> Entry {
        writing.ring.sign_entry(Statement {
            case: writing.case,
            id: said.id,
            officer: writing.ring.officer(),
            at_seconds: self.clock.seconds(),
            report: writing.report,
            parents,
            item: said.item,
            body: said.body,
            readers: readers.map(Box::new),
        })
    }

    fn keep(
        &self,
        writing: &Writing,
        case: &mut Case,
        items: Vec<SealedItem>,
    ) -> Result<(), KeepError> {
        let named = |item| (OnceId::random(&self.random), item);
        let items: Vec<_> = items.into_iter().map(named).collect();
        let not_back = self.drawer.not_back()?;
        self.drawer.put_unsent(case.id, &items)?;
        for (_, item) in &items {
            case.take_in_unsent((writing.ring, &writing.signers), Some(item));
        }
        case.settle(&writing.signers, &not_back);
        Ok(())
    }
}

/// What writing in a case takes.
pub(super) struct Writing<'a> {
    pub(super) ring: &'a KeyRing,
    pub(super) team: KnownTeam,
    signers: Signers,
    case: CaseId,
    report: ItemHash,
    pub(super) readers: Readers,
}

impl Writing<'_> {
    pub(super) fn seal(&self, entry: &Entry) -> Result<SealedItem, SealReplyError> {
        seal(entry, &self.readers).map_err(|_| SealReplyError::Seal)
    }
}

/// What an entry is to say, and the item that it stands for.
pub(super) struct Said {
    pub(super) id: EntryId,
    pub(super) body: EntryBody,
    pub(super) item: Option<ItemHash>,
}
