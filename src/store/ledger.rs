//! The ledger: the append-only file that "acknowledged" means.
//!
//! The writer appends to it and nobody else; opening and rebuilding read it through
//! [`super::walk`]. It never looks inside a record, and never answers before `fdatasync` did.

use super::{
    StoreError,
    record::{Check, Record},
    walk::Tip,
};
use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt},
    path::Path,
};

/// The ledger's name in the data folder.
pub const FILE_NAME: &str = "ledger";

/// The locked file, and where its next record goes.
pub struct Ledger {
    file: File,
    /// Where the next record begins, in bytes: everything before is synced.
    end: u64,
    /// The last record.
    tip: Tip,
    state: State,
    #[cfg(test)]
    pub(super) fault: Option<Fault>,
}

/// Whether the file ends where the last synced record ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    /// A write or a sync failed: what lies after the end must be cut off first.
    Unsure,
}

/// What a test lets go wrong, once the file has taken half of the bytes.
#[cfg(test)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The disk is full.
    Write,
    /// The sync fails, and cutting off fails too.
    Sync,
}

/// Why nothing was appended. Small and copied, because all who wait get the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppendError {
    /// The disk, the quota or the largest file size is reached.
    Full,
    /// Anything else.
    Other(io::ErrorKind),
}

impl From<io::Error> for AppendError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            kind => Self::Other(kind),
        }
    }
}

impl From<AppendError> for StoreError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Full => Self::Full,
            AppendError::Other(kind) => Self::Ledger(kind),
        }
    }
}

/// What the operating system said of the ledger, as an error of the store.
pub fn refused(error: io::Error) -> StoreError {
    AppendError::from(error).into()
}

/// Makes the data folder when it is not there, and syncs its name where it has no ledger yet.
/// [`Store::open`](super::Store::open) makes it too, without: it touches nothing outside it.
///
/// # Errors
/// [`StoreError::Ledger`].
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.join(FILE_NAME).exists() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(refused)?;
    let folder = fs::canonicalize(folder).map_err(refused)?;
    folder.parent().map_or(Ok(()), sync_folder)
}

/// Opens and locks the ledger in `folder`, making both when they are not there.
///
/// # Errors
/// [`StoreError::Locked`], or [`StoreError::Ledger`].
pub fn open_or_make(folder: &Path) -> Result<File, StoreError> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(refused)?;
    let path = folder.join(FILE_NAME);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    lock(options.open(path).map_err(refused)?)
}

/// Opens and locks the ledger in `folder` to read it alone.
///
/// # Errors
/// As [`open_or_make`].
pub fn open_to_read(folder: &Path) -> Result<File, StoreError> {
    lock(File::open(folder.join(FILE_NAME)).map_err(refused)?)
}

fn lock(file: File) -> Result<File, StoreError> {
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked),
        Err(TryLockError::Error(error)) => Err(refused(error)),
    }
}

/// Syncs a folder, so that the names in it last.
///
/// # Errors
/// [`StoreError::Ledger`].
pub fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(refused)
}

impl Ledger {
    /// A ledger whose next record goes to `end`. The first thing it does is cut off what lies
    /// after that.
    ///
    /// # Errors
    /// [`StoreError::Ledger`] when that fails.
    pub fn new(file: File, end: u64, tip: Tip) -> Result<Self, StoreError> {
        let mut ledger = Self {
            file,
            end,
            tip,
            state: State::Unsure,
            #[cfg(test)]
            fault: None,
        };
        ledger.cut()?;
        Ok(ledger)
    }

    /// The file, to be walked.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Where the last synced record ends, in bytes.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// The last synced record.
    pub fn tip(&self) -> Tip {
        self.tip
    }

    /// Begins a batch after the last synced record.
    pub fn batch(&self) -> Draft {
        Draft { bytes: Vec::new(), tip: self.tip }
    }

    /// Appends a batch and syncs it. Afterwards it is durable, or the ledger is as it was.
    ///
    /// # Errors
    /// [`AppendError`]; the next call tries again.
    pub fn append(&mut self, draft: &Draft) -> Result<(), AppendError> {
        self.cut()?;
        self.state = State::Unsure;
        if let Err(error) = self.write(&draft.bytes) {
            // What may lie half written is cut off now, or, when the disk refuses that too,
            // before the next append.
            self.cut().unwrap_or_else(|error| {
                tracing::error!(kind = ?error, position = self.end, "the ledger stays unsure");
            });
            return Err(error.into());
        }
        self.state = State::Good;
        self.end += draft.bytes.len() as u64;
        self.tip = draft.tip;
        Ok(())
    }

    #[cfg(not(test))]
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all_at(bytes, self.end)?;
        self.file.sync_data()
    }

    #[cfg(test)]
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let half = bytes.len() / 2;
        self.file.write_all_at(&bytes[..half], self.end)?;
        if self.fault == Some(Fault::Write) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.file.write_all_at(&bytes[half..], self.end + half as u64)?;
        if self.fault == Some(Fault::Sync) {
            return Err(io::ErrorKind::Other.into());
        }
        self.file.sync_data()
    }

    /// Cuts off what lies after the last synced record. After a failed sync the page cache may
    /// hold, as clean, what never reached the disk; so it is thrown away and synced anew.
    fn cut(&mut self) -> Result<(), AppendError> {
        if self.state == State::Good {
            return Ok(());
        }
        #[cfg(test)]
        if self.fault == Some(Fault::Sync) {
            return Err(AppendError::Other(io::ErrorKind::Other));
        }
        self.file.set_len(self.end)?;
        self.file.sync_all()?;
        self.state = State::Good;
        Ok(())
    }
}

/// Records on their way into the ledger.
pub struct Draft {
    bytes: Vec<u8>,
    tip: Tip,
}

impl Draft {
    /// Adds a record and gives the tip that it makes. `None` when it is too large to be kept.
    pub fn push(&mut self, record: &Record) -> Option<Tip> {
        let number = self.tip.number + 1;
        let check = record.write(number, &self.tip.check, &mut self.bytes)?;
        self.tip = Tip { number, check };
        Some(self.tip)
    }

    /// Its size so far, in bytes.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }
}

/// The tip of a ledger without records.
pub const NO_TIP: Tip = Tip { number: 0, check: [0; size_of::<Check>()] };
