//! Attachments at the officer: fetched sealed, kept sealed, opened in memory alone.
//!
//! Desk and commands call it. A file is checked by opening it before it counts as here; what an
//! officer then does with its content is decided by whoever asked. Nothing readable is written
//! here.

use super::{
    Drawer, KeyRing, Workplace,
    casebook::{Case, CaseItem},
    folder::{self, Audience, FolderError, PART_ENDING, about},
    sync::{RemoteError, SyncError},
};
use crate::{
    Texts,
    core::{
        AttachmentId, CaseId, OnceId,
        attachment::{self, Attachment, MAX_ATTACHMENT_BYTES},
    },
};
use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// How much of a file is taken in at a time, in bytes.
const PART_BYTES: usize = 64 * 1024;

/// Why an attachment is not there to be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It could not be fetched.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// It is not whole: it does not open, or holds something else than was sealed.
    #[error("the attachment is damaged")]
    Damaged,
    /// It was not fetched yet.
    #[error("the attachment is not on this computer")]
    NotHere,
    /// There is a file of the name to save under.
    #[error("{0} exists")]
    Exists(String),
}

impl From<FolderError> for FileError {
    fn from(error: FolderError) -> Self {
        Self::Sync(error.into())
    }
}

impl FileError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Sync(error) => error.sentence(texts),
            Self::Damaged => texts.desk_file_damaged(),
            Self::NotHere => texts.desk_file_not_here(),
            Self::Exists(file) => texts.desk_file_exists(file),
        }
    }
}

/// A sealed file that was fetched and not checked yet; goes when it is dropped.
pub struct Fetched {
    path: PathBuf,
}

impl Drop for Fetched {
    fn drop(&mut self) {
        // Once it is kept there is nothing here; what stays is swept at the next start.
        drop(fs::remove_file(&self.path));
    }
}

impl Case {
    /// Every attachment, in order: those of the report, then those of each addition.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        let report = self.report().ok().map(|report| report.attachments.as_slice());
        let later = self.thread().filter_map(|item| match item {
            CaseItem::Addition(addition) => Some(addition.attachments.as_slice()),
            _ => None,
        });
        report.into_iter().chain(later).flatten()
    }

    /// The attachment with this id.
    pub fn attachment(&self, id: AttachmentId) -> Option<&Attachment> {
        self.attachments().find(|attachment| attachment.id == id)
    }
}

impl Workplace {
    /// Fetches an attachment, still sealed. Takes as long as the line does.
    ///
    /// # Errors
    /// [`FileError::Sync`].
    pub fn fetch_attachment(
        &self,
        ring: &KeyRing,
        case: CaseId,
        id: AttachmentId,
    ) -> Result<Fetched, FileError> {
        let remote = self.remote.as_ref().ok_or(SyncError::NoServer)?;
        let mut from = remote.attachment(ring, case, id).map_err(SyncError::from)?;
        folder::make(&self.drawer.attachments_folder(case))?;
        let mut path = self.drawer.attachment_path(case, id).into_os_string();
        path.push(format!(".{}.{PART_ENDING}", OnceId::random(&self.random)));
        let fetched = Fetched { path: path.into() };
        let mut to = folder::private().create_new(true).open(&fetched.path);
        let to = to.as_mut().map_err(|error| about(&fetched.path)(error.kind().into()))?;
        let mut part = vec![0; PART_BYTES];
        loop {
            let bytes = from.read(&mut part);
            let bytes = bytes.map_err(|_| SyncError::from(RemoteError::Unreachable))?;
            if bytes == 0 {
                break;
            }
            to.write_all(&part[..bytes]).map_err(about(&fetched.path))?;
        }
        to.sync_all().map_err(about(&fetched.path))?;
        Ok(fetched)
    }
}

impl Drawer {
    /// Keeps what was fetched, when it is this attachment and whole.
    ///
    /// # Errors
    /// - [`FileError::Damaged`]: it is not; nothing of it stays.
    /// - [`FileError::Sync`]: the folder cannot be used.
    pub fn keep_attachment(
        &self,
        case: CaseId,
        attachment: &Attachment,
        fetched: &Fetched,
    ) -> Result<(), FileError> {
        let file = File::open(&fetched.path).map_err(about(&fetched.path))?;
        attachment::open(attachment, BufReader::new(file), &mut io::sink())
            .map_err(|_| FileError::Damaged)?;
        let path = self.attachment_path(case, attachment.id);
        fs::rename(&fetched.path, &path).map_err(about(&path))?;
        Ok(folder::sync_parent(&path)?)
    }

    /// Whether a file of this name is here.
    pub fn has_attachment(&self, case: CaseId, id: AttachmentId) -> bool {
        self.attachment_path(case, id).is_file()
    }

    /// The content of an attachment that is here, whole. One that was damaged since is let go of,
    /// so that it can be fetched again.
    ///
    /// # Errors
    /// - [`FileError::NotHere`]: it was not fetched.
    /// - [`FileError::Damaged`]: it was damaged since.
    /// - [`FileError::Sync`]: the folder cannot be used.
    pub fn open_attachment(
        &self,
        case: CaseId,
        attachment: &Attachment,
    ) -> Result<Zeroizing<Vec<u8>>, FileError> {
        let path = self.attachment_path(case, attachment.id);
        let file = File::open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => FileError::NotHere,
            _ => about(&path)(error).into(),
        })?;
        // Room for all of it at once, so that no copy stays behind as it grows.
        let bytes = attachment.bytes.min(MAX_ATTACHMENT_BYTES);
        let mut content = Zeroizing::new(Vec::with_capacity(bytes as usize));
        match attachment::open(attachment, BufReader::new(file), &mut *content) {
            Ok(_) => Ok(content),
            Err(_) => {
                folder::remove(&path)?;
                Err(FileError::Damaged)
            }
        }
    }

    /// Where the attachments of a case lie.
    pub(super) fn attachments_folder(&self, case: CaseId) -> PathBuf {
        self.case_folder(case).join("attachments")
    }

    fn attachment_path(&self, case: CaseId, id: AttachmentId) -> PathBuf {
        self.attachments_folder(case).join(format!("{id}.age"))
    }
}

/// Writes the content of an attachment where its officer asked for it: a new file, whole or not
/// at all, for its owner alone.
///
/// # Errors
/// - [`FileError::Exists`]: there is one of this name; it is left as it was.
/// - [`FileError::Sync`]: it cannot be written.
pub fn write_readable(path: &Path, content: &[u8]) -> Result<(), FileError> {
    match folder::write_new(path, content, Audience::Owner) {
        Err(FolderError::Io { file, kind: io::ErrorKind::AlreadyExists }) => {
            Err(FileError::Exists(file))
        }
        Err(error) => {
            // Half a file is of no use to anybody, and readable.
            drop(fs::remove_file(path));
            Err(error.into())
        }
        Ok(()) => Ok(()),
    }
}
