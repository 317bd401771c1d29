//! Sealed things at rest, behind one narrow interface.
//!
//! The web side calls it; nothing here can read what it keeps. The ledger, an append-only file, is
//! what "acknowledged" means; sled is the index that everything is read from, and is rebuilt from
//! the ledger whenever it is damaged or gone. `docs/decisions/0001` says why there are two.

mod agreement;
mod index;
mod layout;
mod ledger;
mod opening;
mod record;
mod walk;
mod writer;

use crate::core::{
    CaseId, Day, Kdf, MailboxAddress, OfficerId, OnceId, PublicNumber, Recipient, SealedItem,
    wire::{CaseHead, FeedPage, ItemName},
};
use index::Index;
use ledger::refused;
use opening::Opened;
use std::{path::Path, sync::Arc, thread::JoinHandle};
use tokio::sync::{
    mpsc::{Sender, channel},
    oneshot,
};
use writer::{Command, Reply, Shared, Writer};

/// Commands that may wait for the writer; further ones wait to be let in.
const WAITING_COMMANDS: usize = 256;

/// A case to be opened: its report, sealed, and where it belongs.
pub struct NewCase {
    /// Fresh and random.
    pub case: CaseId,
    /// The number to name on the phone.
    pub number: PublicNumber,
    /// The day it came in.
    pub day: Day,
    /// Where the reporter's mailbox lies.
    pub address: MailboxAddress,
    /// What replies are sealed to.
    pub mailbox: Recipient,
    /// Who may read it: those it is sealed to.
    pub readers: Vec<OfficerId>,
    /// Names this very report, so that it is kept once.
    pub once: OnceId,
    /// The report.
    pub item: SealedItem,
}

/// An item to be added to a case.
pub struct NewItem {
    /// The case.
    pub case: CaseId,
    /// The day it came in.
    pub day: Day,
    /// Names this very item, so that it is kept once.
    pub once: OnceId,
    /// The item.
    pub item: SealedItem,
}

/// What became of a [`NewCase`].
pub enum Inserted {
    /// It was stored and synced.
    New,
    /// The mailbox has a case already, and that case holds this very item: a resend.
    Same(CaseHead),
    /// The mailbox has a case already, without this item. Nothing was stored.
    Other(CaseHead),
}

/// An item of a case.
pub struct StoredItem {
    /// Its place in the case, from 0.
    pub sequence: u32,
    /// The day it came in.
    pub day: Day,
    /// The item.
    pub item: SealedItem,
}

/// Why the store cannot do what it was asked. Names files, positions and kinds, never contents.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process has the folder open.
    #[error("another program is using this store")]
    Locked,
    /// A newer or older program wrote it.
    #[error("the store has version {found}, this program knows version {known}")]
    OtherVersion {
        /// The version found.
        found: u8,
        /// The version this program writes.
        known: u8,
    },
    /// The file is there but it is not one of our ledgers.
    #[error("the file is no ledger")]
    NotALedger,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The operating system refused to read or write the ledger.
    #[error("the ledger cannot be used: {0}")]
    Ledger(std::io::ErrorKind),
    /// The index cannot be used; the next start rebuilds it.
    #[error("the index cannot be used")]
    Index,
    /// There is no such case.
    #[error("there is no such case")]
    UnknownCase,
    /// The store is being closed.
    #[error("the store is closed")]
    Closed,
}

/// The store. Cheap to clone; the last clone that goes closes it, and waits until everything that
/// was asked is answered.
#[derive(Clone)]
pub struct Store {
    sender: Sender<Command>,
    shared: Arc<Shared>,
    kdf: Arc<Kdf>,
    /// Last, so that the sender above has gone when the thread is waited for.
    _thread: Arc<WriterThread>,
}

/// The writer's thread; waited for when the last clone of the store goes.
struct WriterThread {
    thread: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
}

/// What opening the store had to do.
#[derive(Debug, Default)]
pub struct Recovery {
    /// The store was made now.
    pub created: bool,
    /// The index was rebuilt from the ledger.
    pub rebuilt: bool,
    /// Bytes after the last whole record that were cut off; they were never acknowledged.
    pub cut_bytes: u64,
    /// Positions in the ledger, in bytes, of damaged records; everything else was kept.
    pub damaged: Vec<u64>,
}

impl Store {
    /// Opens the store in `folder`, or makes it with what `kdf` gives. Reads the whole ledger once:
    /// call it before anything is served, not on a runtime's own thread.
    ///
    /// # Errors
    /// - [`StoreError::Locked`]: another process has it open.
    /// - [`StoreError::OtherVersion`], [`StoreError::NotALedger`]: it is not this program's.
    /// - [`StoreError::Full`], [`StoreError::Ledger`]: the ledger cannot be read or written;
    ///   `InvalidData` when it lost both copies of its first record and there is no index.
    /// - [`StoreError::Index`]: not even a new index can be made.
    pub fn open(folder: &Path, kdf: impl FnOnce() -> Kdf) -> Result<(Self, Recovery), StoreError> {
        let Opened { ledger, index, installation, recovery } = opening::open(folder, kdf)?;
        let shared = Arc::new(Shared::new(folder.to_owned(), index));
        let (sender, receiver) = channel(WAITING_COMMANDS);
        let writer = Writer { ledger, shared: shared.clone(), receiver };
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(|| writer.run())
            .map_err(refused)?;
        let _thread = Arc::new(WriterThread { thread: Some(thread), shared: shared.clone() });
        Ok((Self { sender, shared, kdf: Arc::new(installation.kdf()), _thread }, recovery))
    }

    /// Reads and verifies the ledger in `folder` and says what opening it would have to do.
    /// Changes nothing; the index is not looked into, because a start rebuilds it when it must.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn check(folder: &Path) -> Result<Recovery, StoreError> {
        opening::check(folder)
    }

    /// How receipt codes are stretched at this installation.
    pub fn kdf(&self) -> &Kdf {
        &self.kdf
    }

    /// The case of a mailbox.
    ///
    /// # Errors
    /// [`StoreError::Index`], as all that read: it is being rebuilt.
    pub fn find(&self, address: &MailboxAddress) -> Result<Option<CaseId>, StoreError> {
        self.read(|index| index.find(address))
    }

    /// Whether a case has this number.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn is_number_taken(&self, number: PublicNumber) -> Result<bool, StoreError> {
        self.read(|index| index.is_number_taken(number))
    }

    /// What is known of a case.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn head(&self, case: CaseId) -> Result<Option<CaseHead>, StoreError> {
        self.read(|index| index.head(case))
    }

    /// The items of a case, in order; none for an unknown case.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn items(&self, case: CaseId) -> Result<Vec<StoredItem>, StoreError> {
        self.read(|index| index.items(case))
    }

    /// What comes after this item in an officer's feed, oldest first. From the start without an item,
    /// and after one that is unknown, another one than is named, or not for this officer: the answer
    /// is the same for all.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn feed(
        &self,
        officer: OfficerId,
        after: Option<ItemName>,
    ) -> Result<FeedPage, StoreError> {
        self.read(|index| index.feed(officer, after))
    }

    /// Opens a case. Two cases may share a public number when both were drawn in the same moment;
    /// it opens nothing.
    ///
    /// # Errors
    /// - [`StoreError::Full`], [`StoreError::Ledger`]: nothing was stored; it may be tried again.
    /// - [`StoreError::Index`]: nothing was stored; the index is being rebuilt.
    /// - [`StoreError::Closed`]: the writer has gone.
    pub async fn insert(&self, case: NewCase) -> Result<Inserted, StoreError> {
        self.ask(|reply| Command::Insert(Box::new(case), reply)).await
    }

    /// Adds an item to a case and gives its place; an item that is there already keeps its place.
    ///
    /// # Errors
    /// As [`Store::insert`], and [`StoreError::UnknownCase`].
    pub async fn append(&self, item: NewItem) -> Result<u32, StoreError> {
        self.ask(|reply| Command::Append(item, reply)).await
    }

    /// Notes that an officer acknowledged a case; the first day stays.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub async fn acknowledge(&self, case: CaseId, day: Day) -> Result<CaseHead, StoreError> {
        self.ask(|reply| Command::Acknowledge(case, day, reply)).await
    }

    async fn ask<T>(&self, command: impl FnOnce(Reply<T>) -> Command) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.sender.send(command(reply)).await.map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    fn read<T>(
        &self,
        question: impl FnOnce(&Index) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let answer = self.shared.read(question);
        if matches!(answer, Err(StoreError::Index)) && self.sender.try_send(Command::Mend).is_err()
        {
            tracing::debug!("the writer is busy; it mends the index before the next command");
        }
        answer
    }
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the store's writer ended early; what it acknowledged is durable");
        }
        self.shared.close();
    }
}

#[cfg(test)]
mod tests;
