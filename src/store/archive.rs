//! The export: a copy of everything sealed, up to one moment, in one file; and the way back.
//!
//! `meldpunt export` writes one while the server runs, and `meldpunt import` makes a data folder of
//! it. It touches neither sled nor the lock, holds nothing that was destroyed, and is a file of
//! records as the ledger is, so that whatever is damaged in it is named and the rest is kept.
//!
//! | kind of record | what |
//! |---|---|
//! | below 64 | as in the ledger |
//! | 64 | a part of an attachment: id, where it begins, bytes |
//! | 65 | the end: version, day, number of the ledger's records, number of files |

use super::{
    StoreError, attachments,
    attachments::WAITING_NAME,
    destroyed::Destroyed,
    files::{SealedFile, open_settled},
    ledger::{self, FILE_NAME, refused, sync_folder},
    record::{FORMAT_VERSION, Record},
    rewrite::{Copy, destroyed_in, left_of},
    walk::{Frame, Understood, frames, walk},
};
use crate::core::{AttachmentId, CaseId, Day, release::CaseTrace, wire};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, DirBuilder, File, FileTimes, OpenOptions},
    io::{self, Read},
    os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The version of the export that this program writes.
const VERSION: u8 = 1;

/// The first kind that is no record of a ledger.
const FIRST_OWN_KIND: u8 = 64;
const PART_KIND: u8 = 64;
const END_KIND: u8 = 65;

/// How much of an attachment stands in one record, in bytes.
const PART_BYTES: usize = 1024 * 1024;

/// The name of the ledger while it is imported.
const NEW_NAME: &str = "ledger.import";

/// What an export holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Cases.
    pub cases: u64,
    /// Attachments.
    pub files: u64,
    /// Its length, in bytes.
    pub bytes: u64,
    /// Positions in the ledger that cannot be read: what stood there is not in the export.
    pub damaged: Vec<u64>,
    /// Attachments that were not there, or not as they were stored.
    pub lost: Vec<AttachmentId>,
}

/// What an import found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Records of the ledger.
    pub records: u64,
    /// Positions in the export that cannot be read: everything else is there.
    pub damaged: Vec<u64>,
    /// Whether the export ends where it was cut off.
    pub is_cut: bool,
}

impl Imported {
    /// Whether all of the export was read.
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty() && !self.is_cut
    }
}

impl Exported {
    /// Whether everything that the ledger names is in it.
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty() && self.lost.is_empty()
    }
}

/// A part of an attachment.
#[derive(Encode, Decode)]
struct Part {
    #[n(0)]
    id: AttachmentId,
    #[n(1)]
    at: u64,
    #[cbor(n(2), with = "minicbor::bytes")]
    bytes: Vec<u8>,
}

/// The end of an export.
#[derive(Encode, Decode)]
struct End {
    #[n(0)]
    version: u8,
    #[n(1)]
    day: Day,
    #[n(2)]
    records: u64,
    #[n(3)]
    files: u64,
}

/// What is exported, gathered on the way.
struct Export<'a> {
    data: &'a Path,
    copy: Copy,
    cases: HashMap<CaseTrace, CaseId>,
    /// Of which cases it is known that they were destroyed.
    destroyed: HashSet<CaseTrace>,
    files: Vec<(CaseId, SealedFile)>,
    records: u64,
    done: Exported,
}

/// Copies everything in the data folder into a new file, up to this moment. The server may run.
///
/// # Errors
/// - [`StoreError::Ledger`], [`StoreError::File`]: something cannot be read, or the file cannot be
///   written; `AlreadyExists` when there is one of this name.
/// - [`StoreError::Full`]: the disk is full.
/// - [`StoreError::OtherVersion`]: another version wrote the ledger.
pub fn export(data: &Path, to: &Path, today: Day) -> Result<Exported, StoreError> {
    if to.exists() {
        return Err(StoreError::Ledger(io::ErrorKind::AlreadyExists));
    }
    let ledger = File::open(data.join(FILE_NAME)).map_err(refused)?;
    let part = beside(to);
    let copied = copy_all(data, &ledger, (&part, today));
    let kept = copied.and_then(|done| {
        fs::rename(&part, to).map_err(refused)?;
        sync_folder(&folder_of(to))?;
        Ok(done)
    });
    if kept.is_err() {
        drop(fs::remove_file(&part));
    }
    kept
}

fn copy_all(
    data: &Path,
    ledger: &File,
    (part, today): (&Path, Day),
) -> Result<Exported, StoreError> {
    let length = ledger.metadata().map_err(refused)?.len();
    let mut export = Export {
        data,
        copy: Copy::into_new(part)?,
        cases: HashMap::new(),
        destroyed: HashSet::new(),
        files: Vec::new(),
        records: 0,
        done: Exported::default(),
    };
    export.copy_records((ledger, length), today)?;
    for (case, file) in std::mem::take(&mut export.files) {
        export.copy_file(case, &file)?;
    }
    export.copy_late_ends()?;
    export.end(today)
}

impl Export<'_> {
    fn copy_records(
        &mut self,
        (ledger, length): (&File, u64),
        today: Day,
    ) -> Result<(), StoreError> {
        let gone = destroyed_in(ledger, length)?;
        let walked = walk(ledger, length, |found| {
            self.copy.pass(found.tip);
            let files: Vec<SealedFile> = found.record.files().to_vec();
            let Some(record) = left_of(found.record, &gone, today) else { return Ok(()) };
            match &record {
                Record::Case { new, .. } => {
                    self.done.cases += 1;
                    self.cases.insert(CaseTrace::of(new.case), new.case);
                }
                Record::Destroyed(it) => {
                    self.destroyed.insert(it.trace);
                }
                _ => {}
            }
            let case = record.case();
            self.files
                .extend(case.into_iter().flat_map(|case| files.iter().map(move |it| (case, *it))));
            self.records += 1;
            self.copy.put(record).map(drop)
        })?;
        self.done.damaged = walked.damaged;
        Ok(())
    }

    /// A file that is not there may be one of a case that was destroyed just now; that is seen later.
    fn copy_file(&mut self, case: CaseId, file: &SealedFile) -> Result<(), StoreError> {
        let opened = open_settled(&self.data.join(attachments::FOLDER_NAME), file);
        let mut from = match opened {
            Err(StoreError::MissingAttachment | StoreError::DamagedAttachment) => {
                self.files.push((case, *file));
                return Ok(());
            }
            opened => opened?,
        };
        let (mut hash, mut at) = (Sha256::new(), 0);
        loop {
            let mut bytes = Vec::with_capacity(PART_BYTES);
            let read = from.by_ref().take(PART_BYTES as u64).read_to_end(&mut bytes);
            if read.map_err(super::files::refused)? == 0 {
                break;
            }
            hash.update(&bytes);
            let length = bytes.len() as u64;
            let part = Part { id: file.id, at, bytes };
            self.copy.put_frame(PART_KIND, &wire::to_bytes(&part))?;
            at += length;
        }
        self.done.files += 1;
        if hash.finalize().as_slice() != file.digest {
            self.done.lost.push(file.id);
        }
        Ok(())
    }

    /// Cases that were destroyed since the copy began: their end goes along, so that they do not come
    /// back with it.
    fn copy_late_ends(&mut self) -> Result<(), StoreError> {
        let ledger = File::open(self.data.join(FILE_NAME)).map_err(refused)?;
        let length = ledger.metadata().map_err(refused)?.len();
        let mut late = BTreeMap::new();
        walk(&ledger, length, |found| {
            if let Record::Destroyed(it) = found.record
                && !self.destroyed.contains(&it.trace)
                && let Some(case) = self.cases.get(&it.trace)
            {
                late.insert(*case, Destroyed { case: Some(*case), ..it });
            }
            Ok(())
        })?;
        let lost = std::mem::take(&mut self.files).into_iter();
        let lost = lost.filter(|(case, _)| !late.contains_key(case)).map(|(_, file)| file.id);
        self.done.lost.extend(lost);
        self.done.cases -= late.len() as u64;
        for destroyed in late.into_values() {
            self.records += 1;
            self.copy.put(Record::Destroyed(destroyed))?;
        }
        Ok(())
    }

    fn end(mut self, day: Day) -> Result<Exported, StoreError> {
        let end = End { version: VERSION, day, records: self.records, files: self.done.files };
        self.copy.put_frame(END_KIND, &wire::to_bytes(&end))?;
        self.copy.sync()?;
        self.done.bytes = self.copy.end;
        Ok(self.done)
    }
}

/// Reads an export through, and says how much of it is whole. Changes nothing.
///
/// # Errors
/// [`StoreError::Ledger`], [`StoreError::OtherVersion`], [`StoreError::NotALedger`].
pub fn verify(from: &Path) -> Result<Imported, StoreError> {
    read(from, |_| Ok(()), |_| Ok(()))
}

/// Makes a data folder of an export. The folder may be there, but holds no store.
///
/// # Errors
/// - [`StoreError::Ledger`]: it cannot be read or written; `AlreadyExists` when there is a store.
/// - [`StoreError::Full`]: the disk is full.
/// - [`StoreError::OtherVersion`], [`StoreError::NotALedger`]: it is none of this program's exports.
///
/// After each of these the folder holds no store.
pub fn import(from: &Path, data: &Path) -> Result<Imported, StoreError> {
    let files = data.join(attachments::FOLDER_NAME);
    let taken = [data.join(FILE_NAME), data.join(super::index::FOLDER_NAME), files.clone()];
    if taken.iter().any(|path| path.exists()) {
        return Err(StoreError::Ledger(io::ErrorKind::AlreadyExists));
    }
    // Before anything is made: a file that is no export leaves no folder.
    verify(from)?;
    let waiting = files.join(WAITING_NAME);
    DirBuilder::new().recursive(true).mode(0o700).create(&waiting).map_err(refused)?;
    let part = data.join(NEW_NAME);
    let made = write_all(from, &part, &files).and_then(|imported| {
        fs::rename(&part, data.join(FILE_NAME)).map_err(refused)?;
        ledger::sync_folder(data)?;
        let place = fs::canonicalize(data).map_err(refused)?;
        place.parent().map_or(Ok(()), ledger::sync_folder)?;
        Ok(imported)
    });
    if made.is_err() {
        drop(fs::remove_file(&part));
        drop(fs::remove_dir_all(&files));
    }
    made
}

fn write_all(from: &Path, ledger: &Path, files: &Path) -> Result<Imported, StoreError> {
    let mut copy = Copy::into_new(ledger)?;
    let mut file: Option<(AttachmentId, File)> = None;
    let imported = read(
        from,
        |frame| {
            copy.pass(frame.tip);
            if frame.kind < FIRST_OWN_KIND {
                copy.put_frame(frame.kind, frame.body)
            } else {
                Ok(())
            }
        },
        |part| {
            if file.as_ref().is_none_or(|(id, _)| *id != part.id) {
                close(file.take())?;
                file = Some((part.id, open_file(&files.join(part.id.to_string()))?));
            }
            let (_, file) = file.as_ref().ok_or(StoreError::Closed)?;
            file.write_all_at(&part.bytes, part.at).map_err(super::files::refused)
        },
    )?;
    close(file)?;
    copy.sync()?;
    sync_folder(files)?;
    Ok(imported)
}

fn open_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    options.open(path).map_err(super::files::refused)
}

/// Its times say nothing, as those of every attachment.
fn close(file: Option<(AttachmentId, File)>) -> Result<(), StoreError> {
    let Some((_, file)) = file else { return Ok(()) };
    let epoch = SystemTime::UNIX_EPOCH;
    let times = FileTimes::new().set_accessed(epoch).set_modified(epoch);
    file.set_times(times).and_then(|()| file.sync_all()).map_err(super::files::refused)
}

fn read(
    from: &Path,
    mut each: impl FnMut(&Frame) -> Result<(), StoreError>,
    mut part: impl FnMut(Part) -> Result<(), StoreError>,
) -> Result<Imported, StoreError> {
    let file = File::open(from).map_err(refused)?;
    let length = file.metadata().map_err(refused)?.len();
    let (mut imported, mut end, mut installations) = (Imported::default(), None, 0);
    let walked = frames(&file, length, |frame| {
        if frame.version != FORMAT_VERSION {
            let found = frame.version.max(FORMAT_VERSION + 1);
            return Err(StoreError::OtherVersion { found, known: FORMAT_VERSION });
        }
        each(frame)?;
        match frame.kind {
            PART_KIND => match wire::from_bytes(frame.body) {
                Some(found) => part(found)?,
                None => return Ok(Understood::No),
            },
            END_KIND => end = wire::from_bytes::<End>(frame.body),
            kind if kind >= FIRST_OWN_KIND => return Ok(Understood::No),
            kind => match Record::decode(kind, frame.body) {
                Some(record) => {
                    imported.records += 1;
                    installations += u64::from(matches!(record, Record::Installation(_)));
                }
                None => return Ok(Understood::No),
            },
        }
        Ok(Understood::Yes)
    })?;
    if installations == 0 {
        return Err(StoreError::NotALedger);
    }
    if let Some(End { version, .. }) = end
        && version != VERSION
    {
        return Err(StoreError::OtherVersion { found: version, known: VERSION });
    }
    imported.damaged = walked.damaged;
    imported.is_cut = end.is_none() || walked.end != length;
    Ok(imported)
}

/// Where a file is written before it has its name.
fn beside(path: &Path) -> PathBuf {
    let mut part = path.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    part.into()
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}
