//! An officer's folder with everything that works on it: what commands and desk share.
//!
//! It holds no keys and nothing readable; both are handed to it, call by call.

use super::{
    Casebook, Drawer, KeyRing, Remote,
    casebook::Case,
    compose::{Reply, SealReplyError},
    folder::{DeskSettings, FolderError},
    keyring::KeyRingError,
    sync::{self, SyncError, Synced},
};
use crate::core::{Clock, Day, OnceId, Plaintext, Random};
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

/// Why a reply was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// It cannot be sealed.
    #[error(transparent)]
    Seal(#[from] SealReplyError),
    /// It cannot be written to the outbox.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl ReplyError {
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

    /// Does one round with the server.
    ///
    /// # Errors
    /// [`SyncError`].
    pub fn sync(&self, ring: &KeyRing) -> Result<Synced, SyncError> {
        let remote = self.remote.as_ref().ok_or(SyncError::NoServer)?;
        sync::run(remote, &self.drawer, ring, self.today())
    }

    /// Seals a reply and keeps it until it is sent.
    ///
    /// # Errors
    /// [`ReplyError`].
    pub fn keep_reply(&self, ring: &KeyRing, case: &Case, reply: Reply) -> Result<(), ReplyError> {
        let team = self.drawer.team()?;
        let sealed = reply.seal(case, &team, ring.officer(), self.today())?;
        let once = OnceId::random(&self.random);
        Ok(self.drawer.put_unsent(case.id, once, &sealed)?)
    }
}
