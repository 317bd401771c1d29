//! Sealed files beside the ledger: where they lie, which of them wait, and how they become a
//! case's.
//!
//! The web side writes them while they come in; the writer's thread claims them for a record, and
//! moves them to their place once that is durable. So what lies in its place was acknowledged, and
//! is never swept; what waits was not, and may go at any start. Nothing here is readable, and a
//! file's name and times say nothing.
//!
//! ```text
//! <data>/attachments/            files that a record in the ledger names
//! <data>/attachments/waiting/    files that are under way, or whole and not yet named
//! ```

use super::{
    StoreError,
    files::{Depth, Files, Names, SealedFile, examine, ids_in, open_named, open_settled, refused},
    ledger::sync_folder,
};
use crate::core::{
    AttachmentId,
    attachment::{AttachmentSealer, FileKey, padded},
};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    fs::{self, DirBuilder, File, FileTimes, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

/// The folder's name in the data folder.
pub const FOLDER_NAME: &str = "attachments";

/// The folder in it for files that no record names yet.
pub const WAITING_NAME: &str = "waiting";

/// How many bytes may wait together when nothing else is set: 2 GiB.
pub const DEFAULT_MAX_WAITING_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// The files of one data folder.
pub struct Attachments {
    folder: PathBuf,
    waiting: Mutex<Waiting>,
    /// The disk is full.
    #[cfg(test)]
    pub(super) fault: Arc<std::sync::atomic::AtomicBool>,
}

struct Waiting {
    files: HashMap<AttachmentId, WaitingFile>,
    /// What they take together, in bytes.
    bytes: u64,
    max_bytes: u64,
}

/// A file that no record names yet.
struct WaitingFile {
    /// What it takes, or will take, in bytes.
    bytes: u64,
    /// What it is, once it is whole.
    whole: Option<SealedFile>,
    use_since: Use,
}

/// Whether somebody wrote or asked for a waiting file since the last sweep.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Recent,
    BeforeLastSweep,
}

impl Attachments {
    /// The files in this data folder. Touches no disk.
    pub fn new(data: &Path) -> Self {
        let waiting =
            Waiting { files: HashMap::new(), bytes: 0, max_bytes: DEFAULT_MAX_WAITING_BYTES };
        Self {
            folder: data.join(FOLDER_NAME),
            waiting: Mutex::new(waiting),
            #[cfg(test)]
            fault: Default::default(),
        }
    }

    /// Sets how many bytes may wait together.
    pub fn limit_waiting(&self, max_bytes: u64) {
        self.lock().max_bytes = max_bytes;
    }

    /// Begins a file.
    ///
    /// # Errors
    /// As [`super::Store::begin_attachment`].
    pub fn begin(
        self: &Arc<Self>,
        id: AttachmentId,
        key: &FileKey,
    ) -> Result<AttachmentWriter, StoreError> {
        if self.lock().files.contains_key(&id) {
            return Err(StoreError::File(io::ErrorKind::AlreadyExists));
        }
        self.reserve(id, 0)?;
        // From here on, dropping it lets go of what was reserved.
        let mut writer = AttachmentWriter { id, sealer: None, attachments: self.clone() };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let file = options.open(self.waiting_path(id)).map_err(refused)?;
        let to = Hashed {
            file,
            hash: Sha256::new(),
            bytes: 0,
            #[cfg(test)]
            fault: self.fault.clone(),
        };
        // The header stays in the buffer: what the disk says of it shows with the first write.
        let sealer = AttachmentSealer::new(key, BufWriter::new(to));
        writer.sealer = Some(sealer.map_err(|_| StoreError::File(io::ErrorKind::Other))?);
        Ok(writer)
    }

    /// Takes room for a file of this content, which may be there already.
    fn reserve(&self, id: AttachmentId, content: u64) -> Result<(), StoreError> {
        let mut waiting = self.lock();
        let before = waiting.files.get(&id).map_or(0, |file| file.bytes);
        let bytes = padded(content);
        let total = waiting.bytes.saturating_sub(before).saturating_add(bytes);
        if total > waiting.max_bytes {
            return Err(StoreError::TooManyWaiting);
        }
        waiting.bytes = total;
        let file = WaitingFile { bytes, whole: None, use_since: Use::Recent };
        waiting.files.insert(id, file);
        Ok(())
    }

    /// Whether a whole file waits; it then stays for another round of sweeping.
    pub fn is_waiting(&self, id: AttachmentId) -> bool {
        let mut waiting = self.lock();
        let file = waiting.files.get_mut(&id).filter(|file| file.whole.is_some());
        file.map(|file| file.use_since = Use::Recent).is_some()
    }

    /// Removes whole files that wait; leaves all others.
    pub fn drop_waiting(&self, ids: &[AttachmentId]) {
        ids.iter().for_each(|id| {
            if self.take(*id).is_some() {
                self.remove_waiting(*id);
            }
        });
    }

    /// Removes the whole files that nobody used since the sweep before.
    pub fn sweep_waiting(&self) {
        let mut waiting = self.lock();
        let is_old =
            |file: &WaitingFile| file.whole.is_some() && file.use_since == Use::BeforeLastSweep;
        let old = waiting.files.iter().filter(|(_, file)| is_old(file));
        let old: Vec<AttachmentId> = old.map(|(id, _)| *id).collect();
        waiting.files.values_mut().for_each(|file| file.use_since = Use::BeforeLastSweep);
        drop(waiting);
        self.drop_waiting(&old);
    }

    /// Takes waiting files for a record that will name them. All of them, or none.
    ///
    /// # Errors
    /// - [`StoreError::MissingAttachment`], [`StoreError::DamagedAttachment`]: one of them does
    ///   not wait, or no longer lies there as it was written.
    /// - [`StoreError::File`]: it cannot be looked at.
    pub fn claim(&self, ids: &[AttachmentId]) -> Result<Vec<SealedFile>, StoreError> {
        let waiting = self.folder.join(WAITING_NAME);
        let mut claimed = Vec::with_capacity(ids.len());
        for id in ids {
            let file = self.take(*id).ok_or(StoreError::MissingAttachment);
            match file.and_then(|file| open_named(&waiting, &file).map(|_| file)) {
                Ok(file) => claimed.push(file),
                Err(error) => {
                    self.put_back(&claimed);
                    return Err(error);
                }
            }
        }
        Ok(claimed)
    }

    /// Lets claimed files wait again: no record names them.
    pub fn put_back(&self, claimed: &[SealedFile]) {
        let mut waiting = self.lock();
        for file in claimed {
            let bytes = file.bytes;
            let again = WaitingFile { bytes, whole: Some(*file), use_since: Use::Recent };
            waiting.files.insert(file.id, again);
            waiting.bytes = waiting.bytes.saturating_add(bytes);
        }
    }

    /// Moves claimed files to their place, once the record that names them is durable. One that
    /// cannot be moved is found where it lies, and the next start moves it.
    pub fn settle(&self, claimed: &[SealedFile]) {
        for file in claimed {
            if let Err(error) = fs::rename(self.waiting_path(file.id), self.path(file.id)) {
                tracing::error!(kind = ?error.kind(), "an attachment could not be moved");
            }
        }
    }

    /// Removes the files of a case that was destroyed, wherever they lie, and makes sure that they
    /// stay away. Those that are gone already are.
    ///
    /// # Errors
    /// [`StoreError::File`], [`StoreError::Ledger`]: one of them is there still.
    pub fn remove(&self, files: &[SealedFile]) -> Result<(), StoreError> {
        for file in files {
            for path in [self.path(file.id), self.waiting_path(file.id)] {
                match fs::remove_file(&path) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    other => other.map_err(refused)?,
                }
            }
        }
        // Also when they were gone: nobody knows whether the disk knows it.
        let folders = [self.folder.clone(), self.folder.join(WAITING_NAME)];
        let mut folders = folders.iter().filter(|folder| !files.is_empty() && folder.exists());
        folders.try_for_each(|folder| sync_folder(folder))
    }

    /// Opens a file that a record names.
    ///
    /// # Errors
    /// As [`open_named`].
    pub fn open(&self, file: &SealedFile) -> Result<File, StoreError> {
        open_settled(&self.folder, file)
    }

    /// Makes the folders, moves to their place the files that a record names, removes the others
    /// that wait, and looks whether all are there. With damage in the ledger nobody knows all
    /// names: then nothing is removed.
    ///
    /// # Errors
    /// As [`examine`], and [`StoreError::Ledger`] when the folders cannot be made.
    pub fn start(&self, named: &[SealedFile], names: Names) -> Result<Files, StoreError> {
        let waiting = self.folder.join(WAITING_NAME);
        if !waiting.exists() {
            DirBuilder::new().recursive(true).mode(0o700).create(&waiting).map_err(refused)?;
            sync_folder(&self.folder)?;
            self.folder.parent().map_or(Ok(()), sync_folder)?;
        }
        let files = examine(&self.folder, named, Depth::Lengths)?;
        let known: HashSet<AttachmentId> = named.iter().map(|file| file.id).collect();
        for id in ids_in(&waiting)? {
            if known.contains(&id) {
                fs::rename(self.waiting_path(id), self.path(id)).map_err(refused)?;
            } else if names == Names::Whole {
                fs::remove_file(self.waiting_path(id)).map_err(refused)?;
            }
        }
        Ok(files)
    }

    /// Takes a whole file out of those that wait.
    fn take(&self, id: AttachmentId) -> Option<SealedFile> {
        let mut waiting = self.lock();
        let whole = waiting.files.get(&id)?.whole?;
        waiting.forget(id);
        Some(whole)
    }

    fn remove_waiting(&self, id: AttachmentId) {
        if let Err(error) = fs::remove_file(self.waiting_path(id)) {
            tracing::warn!(kind = ?error.kind(), "a waiting attachment could not be removed");
        }
    }

    fn path(&self, id: AttachmentId) -> PathBuf {
        self.folder.join(id.to_string())
    }

    fn waiting_path(&self, id: AttachmentId) -> PathBuf {
        self.folder.join(WAITING_NAME).join(id.to_string())
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn forget(&mut self, id: AttachmentId) {
        if let Some(file) = self.files.remove(&id) {
            self.bytes = self.bytes.saturating_sub(file.bytes);
        }
    }
}

/// Writes one attachment, sealed. Dropped before [`Self::finish`], it leaves nothing.
pub struct AttachmentWriter {
    id: AttachmentId,
    /// `None` once it is finished, or when it could not begin.
    sealer: Option<AttachmentSealer<BufWriter<Hashed>>>,
    attachments: Arc<Attachments>,
}

impl AttachmentWriter {
    /// Seals and writes the next part of the content. Blocks while the disk works.
    ///
    /// # Errors
    /// - [`StoreError::TooManyWaiting`]: too much waits already.
    /// - [`StoreError::Full`], [`StoreError::File`]: it cannot be written.
    ///
    /// After an error, drop it: what it wrote goes with it.
    pub fn write(&mut self, content: &[u8]) -> Result<(), StoreError> {
        let sealer = self.sealer.as_mut().ok_or(StoreError::Closed)?;
        self.attachments.reserve(self.id, sealer.bytes() + content.len() as u64)?;
        sealer.write(content).map_err(refused)
    }

    /// Pads and ends the file, takes its times away, and syncs it and its name. From now on it
    /// waits.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::File`], [`StoreError::Ledger`]: nothing of it is left.
    pub fn finish(mut self) -> Result<(), StoreError> {
        let sealer = self.sealer.take().ok_or(StoreError::Closed)?;
        let ended = sealer.finish().and_then(|buffer| Ok(buffer.into_inner()?));
        let Hashed { file, hash, bytes, .. } = ended.map_err(refused)?;
        // The same for every file, so that no backup carries an hour.
        let times = FileTimes::new()
            .set_accessed(SystemTime::UNIX_EPOCH)
            .set_modified(SystemTime::UNIX_EPOCH);
        file.set_times(times).and_then(|()| file.sync_all()).map_err(refused)?;
        sync_folder(&self.attachments.folder.join(WAITING_NAME))?;
        let whole = SealedFile { id: self.id, bytes, digest: hash.finalize().into() };
        if let Some(waiting) = self.attachments.lock().files.get_mut(&self.id) {
            waiting.whole = Some(whole);
        }
        Ok(())
    }
}

impl Drop for AttachmentWriter {
    fn drop(&mut self) {
        let mut waiting = self.attachments.lock();
        if waiting.files.get(&self.id).is_some_and(|file| file.whole.is_none()) {
            waiting.forget(self.id);
            drop(waiting);
            self.attachments.remove_waiting(self.id);
        }
    }
}

/// A file under way, with the digest of what went into it.
struct Hashed {
    file: File,
    hash: Sha256,
    bytes: u64,
    #[cfg(test)]
    fault: Arc<std::sync::atomic::AtomicBool>,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(test)]
        if self.fault.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
