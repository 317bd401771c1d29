//! Sealed things at rest, behind one narrow interface.
//!
//! The web side calls it; nothing here can read what it keeps. The ledger, an append-only file, is
//! what "acknowledged" means; sled is the index that everything is read from, and is rebuilt from
//! the ledger whenever it is damaged or gone. `docs/decisions/0001` says why there are two.

use crate::core::{
    CaseId, Day, Kdf, MailboxAddress, OfficerId, OnceId, PublicNumber, Recipient, SealedItem,
    wire::{CaseHead, FeedPage},
};
use std::path::Path;

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

/// The store. Cheap to clone; the last clone that goes closes it.
#[derive(Clone)]
pub struct Store;

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

#[expect(
    clippy::unused_async,
    unused_variables,
    clippy::missing_errors_doc,
    missing_docs,
    reason = "x"
)]
impl Store {
    pub fn open(folder: &Path, kdf: impl FnOnce() -> Kdf) -> Result<(Self, Recovery), StoreError> {
        Err(StoreError::Closed)
    }
    pub fn check(folder: &Path) -> Result<Recovery, StoreError> {
        Err(StoreError::Closed)
    }
    pub fn kdf(&self) -> &Kdf {
        unreachable!()
    }
    pub fn find(&self, address: &MailboxAddress) -> Result<Option<CaseId>, StoreError> {
        Err(StoreError::Closed)
    }
    pub fn is_number_taken(&self, number: PublicNumber) -> Result<bool, StoreError> {
        Err(StoreError::Closed)
    }
    pub fn head(&self, case: CaseId) -> Result<Option<CaseHead>, StoreError> {
        Err(StoreError::Closed)
    }
    pub fn items(&self, case: CaseId) -> Result<Vec<StoredItem>, StoreError> {
        Err(StoreError::Closed)
    }
    pub fn feed(&self, officer: OfficerId, after: u64) -> Result<FeedPage, StoreError> {
        Err(StoreError::Closed)
    }
    pub async fn insert(&self, case: NewCase) -> Result<Inserted, StoreError> {
        Err(StoreError::Closed)
    }
    pub async fn append(&self, item: NewItem) -> Result<u32, StoreError> {
        Err(StoreError::Closed)
    }
    pub async fn acknowledge(&self, case: CaseId, day: Day) -> Result<CaseHead, StoreError> {
        Err(StoreError::Closed)
    }
}
