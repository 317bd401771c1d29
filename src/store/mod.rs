//! Sealed things at rest, behind one narrow interface.
//!
//! The web side calls it; nothing here can read what it keeps. The ledger, an append-only file, is
//! what "acknowledged" means; sled is the index that everything is read from, and is rebuilt from
//! the ledger whenever it is damaged or gone. `docs/decisions/0001` says why there are two.

mod agreement;
mod archive;
mod attachments;
mod destroyed;
mod ending;
mod files;
mod index;
mod layout;
mod ledger;
mod opening;
mod readers;
mod record;
mod rewrite;
mod walk;
mod writer;

pub use archive::{Exported, Imported, export, import, verify};
pub use attachments::AttachmentWriter;
pub use destroyed::RESEND_DAYS;
pub use ending::Ending;
pub use files::Files;
pub use ledger::make_folder;
pub use readers::NewReaders;
pub use rewrite::Rewritten;

use crate::core::{
    AttachmentId, CaseId, Day, Kdf, MailboxAddress, OfficerId, OnceId, PublicNumber, Recipient,
    SealedItem,
    attachment::FileKey,
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
    /// Whom the reporter excluded: they never become readers.
    pub excluded: Vec<OfficerId>,
    /// Names this very report, so that it is kept once.
    pub once: OnceId,
    /// The report.
    pub item: SealedItem,
    /// The files that it speaks of; each waits.
    pub attachments: Vec<AttachmentId>,
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
    /// The files that it speaks of; each waits.
    pub attachments: Vec<AttachmentId>,
}

/// What became of a [`NewCase`].
pub enum Inserted {
    /// It was stored and synced.
    New,
    /// The mailbox has a case already, and that case holds this very item: a resend. Files that
    /// waited for it are gone.
    Same(CaseHead),
    /// The mailbox has a case already, without this item. Nothing was stored; its files wait.
    Other(CaseHead),
    /// The case of this mailbox was destroyed not long ago. Nothing was stored; its files wait.
    Destroyed,
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

/// A sealed file of a case.
pub struct StoredFile {
    /// The file, at its beginning.
    pub file: std::fs::File,
    /// Its length, in bytes.
    pub bytes: u64,
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
    /// An attachment's file cannot be read or written.
    #[error("an attachment's file cannot be used: {0}")]
    File(std::io::ErrorKind),
    /// Too much waits already, for reports that were never sent.
    #[error("too many bytes of attachments are waiting")]
    TooManyWaiting,
    /// A file is not there: it does not wait, or it was lost.
    #[error("an attachment is missing")]
    MissingAttachment,
    /// A file is not as it was stored.
    #[error("an attachment is damaged")]
    DamagedAttachment,
    /// There is no such case.
    #[error("there is no such case")]
    UnknownCase,
    /// Something was added to the case that whoever changes its readers did not know of.
    #[error("the case has changed meanwhile")]
    Moved,
    /// Somebody whom the reporter excluded was to become a reader.
    #[error("the reporter excluded an officer who was to be added")]
    Excluded,
    /// No officer's word allows that the case is destroyed on this day.
    #[error("the case may not be destroyed now")]
    NotReleased,
    /// The ledger has bytes that cannot be read: nothing may be left out of it.
    #[error("the ledger is damaged")]
    Damaged,
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
    /// Destroyed cases of which sealed bytes are still in the ledger: until it is rewritten.
    pub destroyed: u64,
    /// How the attachments stand; a start compares their lengths, a check every byte.
    pub files: Files,
}

impl Recovery {
    /// Whether nothing that was acknowledged is lost.
    pub fn is_whole(&self) -> bool {
        let Files { missing, damaged, .. } = &self.files;
        self.damaged.is_empty() && missing.is_empty() && damaged.is_empty()
    }
}

impl Store {
    /// Opens the store in `folder`, or makes it with what `kdf` gives. Reads the whole ledger once:
    /// call it before anything is served, not on a runtime's own thread.
    ///
    /// # Errors
    /// - [`StoreError::Locked`]: another process has it open.
    /// - [`StoreError::OtherVersion`], [`StoreError::NotALedger`]: it is not this program's.
    /// - [`StoreError::File`]: the attachments' folder cannot be read or swept.
    /// - [`StoreError::Full`], [`StoreError::Ledger`]: the ledger cannot be read or written;
    ///   `InvalidData` when it lost both copies of its first record and there is no index.
    /// - [`StoreError::Index`]: not even a new index can be made.
    pub fn open(folder: &Path, kdf: impl FnOnce() -> Kdf) -> Result<(Self, Recovery), StoreError> {
        let opened = opening::open(folder, kdf)?;
        let Opened { ledger, index, installation, attachments, recovery } = opened;
        let shared = Arc::new(Shared::new(folder.to_owned(), index, attachments));
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
    /// - [`StoreError::MissingAttachment`]: a file does not wait; nothing was stored, and the
    ///   other files wait still.
    /// - [`StoreError::Full`], [`StoreError::Ledger`], [`StoreError::File`]: nothing was stored;
    ///   it may be tried again.
    /// - [`StoreError::Index`]: nothing was stored; the index is being rebuilt.
    /// - [`StoreError::Closed`]: the writer has gone.
    pub async fn insert(&self, mut case: NewCase) -> Result<Inserted, StoreError> {
        once_each(&mut case.attachments);
        self.ask(|reply| Command::Insert(Box::new(case), reply)).await
    }

    /// Adds an item to a case and gives its place; an item that is there already keeps its place.
    ///
    /// # Errors
    /// As [`Store::insert`], and [`StoreError::UnknownCase`].
    pub async fn append(&self, mut item: NewItem) -> Result<u32, StoreError> {
        once_each(&mut item.attachments);
        self.ask(|reply| Command::Append(item, reply)).await
    }

    /// Notes that an officer acknowledged a case; the first day stays.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub async fn acknowledge(&self, case: CaseId, day: Day) -> Result<CaseHead, StoreError> {
        self.ask(|reply| Command::Acknowledge(case, day, reply)).await
    }

    /// Begins a sealed file, which waits for the report or the addition that names it. Blocks
    /// while the disk works, as writing to it does.
    ///
    /// # Errors
    /// - [`StoreError::TooManyWaiting`]: too much waits already.
    /// - [`StoreError::Full`], [`StoreError::File`]: it cannot be written.
    pub fn begin_attachment(
        &self,
        id: AttachmentId,
        key: &FileKey,
    ) -> Result<AttachmentWriter, StoreError> {
        self.shared.attachments.begin(id, key)
    }

    /// Whether a file waits: sealed, whole, and not yet named by a case. Asking keeps it for
    /// another round of [`Self::sweep_waiting`].
    pub fn is_waiting(&self, id: AttachmentId) -> bool {
        self.shared.attachments.is_waiting(id)
    }

    /// Removes files that wait and that nobody will send. Leaves all others.
    pub fn drop_waiting(&self, ids: &[AttachmentId]) {
        self.shared.attachments.drop_waiting(ids);
    }

    /// Removes the whole files that have waited since the sweep before without being asked for.
    pub fn sweep_waiting(&self) {
        self.shared.attachments.sweep_waiting();
    }

    /// Sets how many bytes may wait together; 2 GiB when nobody sets it.
    pub fn limit_waiting(&self, max_bytes: u64) {
        self.shared.attachments.limit_waiting(max_bytes);
    }

    /// A sealed file of a case, to be read from its beginning. `None` for a file of another case,
    /// or of none.
    ///
    /// # Errors
    /// - [`StoreError::MissingAttachment`], [`StoreError::DamagedAttachment`]: it was lost.
    /// - [`StoreError::File`]: it cannot be read.
    /// - [`StoreError::Index`].
    pub fn attachment(
        &self,
        case: CaseId,
        id: AttachmentId,
    ) -> Result<Option<StoredFile>, StoreError> {
        let known = self.read(|index| index.file(id))?.filter(|(of, _)| *of == case);
        let Some((_, named)) = known else { return Ok(None) };
        let file = self.shared.attachments.open(&named)?;
        Ok(Some(StoredFile { file, bytes: named.bytes }))
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

/// A record names each file once.
fn once_each(attachments: &mut Vec<AttachmentId>) {
    attachments.sort_unstable();
    attachments.dedup();
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
