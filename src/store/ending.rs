//! How cases end: from when each may be destroyed, that it is, and that its bytes go.
//!
//! For the officers' endpoints and the server's night, neither of which asks for it yet. What a case
//! holds is no matter of this file; nothing here decides that a case may go but an officer's signed
//! word, which whoever calls has checked.

use super::{
    Store, StoreError,
    rewrite::{Rewrite, Rewritten},
    writer::Command,
};
use crate::core::{CaseId, Day, MailboxAddress, release::Release};
use tokio::sync::oneshot;

/// Where a case stands, as the store knows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is there, and may perhaps be destroyed from a day on.
    Kept(Option<Release>),
    /// It was destroyed on this day, on an officer's word.
    Destroyed(Day, Release),
}

impl Store {
    /// Notes from when a case may be destroyed, or, with `None`, that it may not any more.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub async fn release(&self, case: CaseId, release: Option<Release>) -> Result<(), StoreError> {
        self.ask(|reply| Command::Release(case, release, reply)).await
    }

    /// Destroys a case: from now on nobody can read anything of it, and its files are gone. The
    /// ledger lets go of its bytes with the next [`Self::rewrite`]. One that is destroyed already
    /// stays so.
    ///
    /// # Errors
    /// As [`Store::append`], and [`StoreError::NotReleased`]: the release is for a later day, or
    /// was taken back.
    pub async fn destroy(
        &self,
        case: CaseId,
        release: Release,
        today: Day,
    ) -> Result<(), StoreError> {
        self.ask(|reply| Command::Destroy(case, release, today, reply)).await
    }

    /// Where a case stands; `None` for one that never was.
    ///
    /// # Errors
    /// [`StoreError::Index`], as all that read.
    pub fn ending(&self, case: CaseId) -> Result<Option<Ending>, StoreError> {
        self.read(|index| {
            if let Some(destroyed) = index.destroyed(case)? {
                return Ok(Some(Ending::Destroyed(destroyed.day, destroyed.release)));
            }
            let is_there = index.head(case)?.is_some();
            let release = index.release(case)?;
            Ok(is_there.then_some(Ending::Kept(release)))
        })
    }

    /// Whether the case of a mailbox was destroyed not long ago: a form with its code is an old one.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn is_shut(&self, address: &MailboxAddress) -> Result<bool, StoreError> {
        self.read(|index| index.is_shut(address))
    }

    /// The cases whose day has come.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn due(&self, today: Day) -> Result<Vec<(CaseId, Release)>, StoreError> {
        let releases = self.read(|index| index.releases())?;
        Ok(releases.into_iter().filter(|(_, release)| release.day <= today).collect())
    }

    /// Whether a rewrite on this day would make something go.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn has_remains(&self, today: Day) -> Result<bool, StoreError> {
        self.read(|index| index.has_remains(today))
    }

    /// Writes the ledger anew without what was destroyed, and puts it in the place of the old one.
    /// Others read and write meanwhile, and wait only for the moment at the end. Blocks; one at a
    /// time.
    ///
    /// # Errors
    /// The old ledger stays, whole, and serving goes on, after each of these.
    /// - [`StoreError::Damaged`]: it has bytes that cannot be read; nobody knows what they hold.
    /// - [`StoreError::Full`], [`StoreError::Ledger`], [`StoreError::File`], [`StoreError::Index`]:
    ///   it cannot be read or the new one not written.
    /// - [`StoreError::Locked`]: another rewrite is going on.
    /// - [`StoreError::Closed`]: the writer has gone.
    pub fn rewrite(&self, today: Day) -> Result<Rewritten, StoreError> {
        let _alone = self.shared.rewriting.try_lock().map_err(|_| StoreError::Locked)?;
        let rewrite = Rewrite::begin(&self.shared, today)?;
        let (reply, answer) = oneshot::channel();
        let command = Command::Swap(Box::new(rewrite), reply);
        self.sender.blocking_send(command).map_err(|_| StoreError::Closed)?;
        answer.blocking_recv().map_err(|_| StoreError::Closed)?
    }
}
