//! The files that records name: how a record describes one, and whether the folder holds them all.
//!
//! Opening and checking a store look through the folder with it, and whoever fetches a file opens it
//! here. It removes nothing.

use super::{
    StoreError,
    attachments::WAITING_NAME,
    index::{Index, guarded, lost, put},
    layout::{file_value, read_file},
    ledger::AppendError,
};
use crate::core::{AttachmentId, CaseId};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

/// A sealed file, as the record that names it describes it.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct SealedFile {
    /// Its name.
    #[n(0)]
    pub id: AttachmentId,
    /// Its length on disk, in bytes.
    #[n(1)]
    pub bytes: u64,
    /// SHA-256 over the sealed file.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub digest: [u8; 32],
}

impl Index {
    /// Puts the files of a record in.
    ///
    /// # Errors
    /// [`StoreError::Index`], as both that follow.
    pub(super) fn apply_files(&self, case: CaseId, files: &[SealedFile]) -> Result<(), StoreError> {
        files.iter().try_for_each(|file| {
            put(&self.attachments, file.id.as_bytes(), &file_value(case, file))
        })
    }

    /// A file, and the case whose it is.
    pub fn file(&self, id: AttachmentId) -> Result<Option<(CaseId, SealedFile)>, StoreError> {
        guarded(|| {
            let value = self.attachments.get(id.as_bytes()).map_err(lost)?;
            value.map(|value| read_file(id.as_bytes(), &value)).transpose()
        })
    }

    /// Every file that a record names.
    pub fn files(&self) -> Result<Vec<SealedFile>, StoreError> {
        guarded(|| {
            let read = |entry: sled::Result<(sled::IVec, sled::IVec)>| {
                let (key, value) = entry.map_err(lost)?;
                Ok(read_file(&key, &value)?.1)
            };
            self.attachments.iter().map(read).collect()
        })
    }
}

/// Whether the ledger could tell the names of all files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Names {
    /// It could.
    Whole,
    /// It is damaged: a record that cannot be read may name files too.
    Partial,
}

/// How closely files are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// At their lengths.
    Lengths,
    /// At every byte.
    Digests,
}

/// How the files stand.
#[derive(Debug, Default)]
pub struct Files {
    /// How many the records name.
    pub named: u64,
    /// How many wait that no record names: uploads that broke off. A start removes them.
    pub unfinished: u64,
    /// How many lie in their place though no record names them: the ledger lost their records, or
    /// is an older copy. Nothing removes them.
    pub strays: u64,
    /// Those that records name and that are not there.
    pub missing: Vec<AttachmentId>,
    /// Those that records name and that are no longer what they were.
    pub damaged: Vec<AttachmentId>,
}

/// Compares the files in a folder with those that records name. Changes nothing.
///
/// # Errors
/// [`StoreError::File`]: the folder or a file cannot be read.
pub fn examine(folder: &Path, named: &[SealedFile], depth: Depth) -> Result<Files, StoreError> {
    let known: HashSet<AttachmentId> = named.iter().map(|file| file.id).collect();
    let unknown = |folder: &Path| {
        let ids = ids_in(folder)?.into_iter();
        Ok::<_, StoreError>(ids.filter(|id| !known.contains(id)).count() as u64)
    };
    let mut files = Files {
        named: known.len() as u64,
        unfinished: unknown(&folder.join(WAITING_NAME))?,
        strays: unknown(folder)?,
        ..Files::default()
    };
    for file in named {
        let opened = match open_settled(folder, file) {
            Err(StoreError::MissingAttachment) => {
                files.missing.push(file.id);
                continue;
            }
            Err(StoreError::DamagedAttachment) => None,
            opened => Some(opened?),
        };
        let is_whole = match opened {
            Some(opened) if depth == Depth::Digests => digest_of(opened)? == file.digest,
            opened => opened.is_some(),
        };
        if !is_whole {
            files.damaged.push(file.id);
        }
    }
    Ok(files)
}

fn digest_of(mut file: File) -> Result<[u8; 32], StoreError> {
    let mut hash = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part).map_err(refused)? {
            0 => return Ok(hash.finalize().into()),
            bytes => hash.update(&part[..bytes]),
        }
    }
}

/// The files in a folder that have a name of ours; none when there is no folder.
///
/// # Errors
/// [`StoreError::File`]: the folder cannot be read.
pub fn ids_in(folder: &Path) -> Result<Vec<AttachmentId>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(refused)?,
    };
    let mut ids = Vec::new();
    for entry in entries {
        let name = entry.map_err(refused)?.file_name();
        let id = name.to_str().and_then(AttachmentId::parse);
        ids.extend(id.filter(|id| name == *id.to_string()));
    }
    Ok(ids)
}

/// Opens a file in this folder.
///
/// # Errors
/// - [`StoreError::MissingAttachment`]: it is not there.
/// - [`StoreError::DamagedAttachment`]: it has another length.
/// - [`StoreError::File`]: it cannot be read.
pub fn open_named(folder: &Path, file: &SealedFile) -> Result<File, StoreError> {
    let opened =
        File::open(folder.join(file.id.to_string())).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::MissingAttachment,
            _ => refused(error),
        })?;
    let length = opened.metadata().map_err(refused)?.len();
    if length == file.bytes { Ok(opened) } else { Err(StoreError::DamagedAttachment) }
}

/// Opens a file that a record names: in its place, or where it waits to be moved there.
///
/// # Errors
/// As [`open_named`].
pub fn open_settled(folder: &Path, file: &SealedFile) -> Result<File, StoreError> {
    let missing =
        |opened: &Result<File, StoreError>| matches!(opened, Err(StoreError::MissingAttachment));
    let opened = open_named(folder, file);
    if !missing(&opened) {
        return opened;
    }
    let opened = open_named(&folder.join(WAITING_NAME), file);
    // It may have been moved just now.
    if missing(&opened) { open_named(folder, file) } else { opened }
}

/// What the operating system said of a file, as an error of the store.
pub fn refused(error: io::Error) -> StoreError {
    match AppendError::from(error) {
        AppendError::Full => StoreError::Full,
        AppendError::Other(kind) => StoreError::File(kind),
    }
}
