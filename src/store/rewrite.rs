//! The rewrite: a new ledger without what was destroyed, and a new index, in the place of the old.
//!
//! [`super::Store::rewrite`] begins it on a thread of its own, beside the writer, and the writer
//! ends it. It changes nothing of the old ledger; a stop at any moment leaves the old one or the
//! new one, whole, and the next start removes what lies half made.
//!
//! ```text
//! <data>/ledger.new     while it is written
//! <data>/index.new/     the index of it
//! <data>/index.old/     the index before, on its way out
//! ```

use super::{
    StoreError,
    index::{self, Index},
    ledger::{self, FILE_NAME, Ledger, NO_TIP, refused, sync_folder},
    opening::files_of,
    record::{Record, write_frame},
    walk::{Found, Tip, walk, walk_on},
    writer::Shared,
};
use crate::core::{CaseId, Day};
use std::{
    collections::HashSet,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The new ledger's name while it is written.
const NEW_NAME: &str = "ledger.new";

/// The new index's folder while it is filled.
const NEW_INDEX_NAME: &str = "index.new";

/// The index before, while it is removed.
const OLD_INDEX_NAME: &str = "index.old";

/// How much is written at a time, in bytes.
const PART_BYTES: usize = 1024 * 1024;

/// What a rewrite did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rewritten {
    /// Destroyed cases whose bytes are gone.
    pub cases: u64,
    /// The ledger's length before, in bytes.
    pub bytes_before: u64,
    /// And after.
    pub bytes_after: u64,
}

/// Removes what a rewrite that was stopped has left.
///
/// # Errors
/// [`StoreError::Ledger`]: it cannot be removed.
pub fn sweep(data: &Path) -> Result<(), StoreError> {
    gone(fs::remove_file(data.join(NEW_NAME)))?;
    for folder in [NEW_INDEX_NAME, OLD_INDEX_NAME] {
        gone(fs::remove_dir_all(data.join(folder)))?;
    }
    Ok(())
}

fn gone(result: io::Result<()>) -> Result<(), StoreError> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(refused),
    }
}

/// Records on their way into a file that holds no others: numbered and chained anew, but for the
/// gaps, which stay: each stands for a record that was lost.
pub struct Copy {
    file: File,
    part: Vec<u8>,
    /// What was put in.
    pub end: u64,
    /// The last record that was put in.
    pub tip: Tip,
    /// The last record that was read.
    read: Tip,
    /// How many gaps were read.
    gaps: u64,
}

impl Copy {
    /// Into a new file, for its owner alone.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Ledger`].
    pub fn into_new(path: &Path) -> Result<Self, StoreError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).mode(0o600);
        let file = options.open(path).map_err(refused)?;
        Ok(Self { file, part: Vec::new(), end: 0, tip: NO_TIP, read: NO_TIP, gaps: 0 })
    }

    /// Notes that a record was read, whether it is put in or not.
    pub fn pass(&mut self, tip: Tip) {
        if tip.number != self.read.number + 1 {
            self.tip.number += 1;
            self.gaps += 1;
        }
        self.read = tip;
    }

    /// Puts a record in and says where it is now.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Ledger`].
    pub fn put(&mut self, record: Record) -> Result<Found, StoreError> {
        let number = self.tip.number + 1;
        let before = self.part.len();
        let check = record.write(number, &self.tip.check, &mut self.part);
        let check = check.ok_or(StoreError::Ledger(io::ErrorKind::InvalidData))?;
        self.tip = Tip { number, check };
        self.end += (self.part.len() - before) as u64;
        if self.part.len() >= PART_BYTES {
            self.flush()?;
        }
        Ok(Found { end: self.end, tip: self.tip, record })
    }

    /// Puts in a record of any kind.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn put_frame(&mut self, kind: u8, body: &[u8]) -> Result<(), StoreError> {
        let number = self.tip.number + 1;
        let before = self.part.len();
        let check = write_frame((kind, body), (number, &self.tip.check), &mut self.part);
        let check = check.ok_or(StoreError::Ledger(io::ErrorKind::InvalidData))?;
        self.tip = Tip { number, check };
        self.end += (self.part.len() - before) as u64;
        if self.part.len() >= PART_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        self.file.write_all(&self.part).map_err(refused)?;
        self.part.clear();
        Ok(())
    }

    /// Writes what is left and syncs it.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Ledger`].
    pub fn sync(&mut self) -> Result<(), StoreError> {
        self.flush()?;
        self.file.sync_all().map_err(refused)
    }
}

/// A rewrite under way. Dropped before its end, it leaves nothing.
pub struct Rewrite {
    shared: Arc<Shared>,
    today: Day,
    copy: Copy,
    /// `None` once it is in its place.
    index: Option<Index>,
    /// Cases that are left out.
    destroyed: HashSet<CaseId>,
    /// Up to where the old ledger was read, in bytes.
    read_to: u64,
}

impl Rewrite {
    /// Writes everything that the ledger holds now. Others read and write it meanwhile.
    ///
    /// # Errors
    /// As [`super::Store::rewrite`].
    pub fn begin(shared: &Arc<Shared>, today: Day) -> Result<Self, StoreError> {
        let data = shared.folder();
        let position = shared.read(|index| index.position())?.ok_or(StoreError::Index)?;
        let old = File::open(data.join(FILE_NAME)).map_err(refused)?;
        let destroyed = destroyed_in(&old, position.end)?;
        // As long as the ledger names them: afterwards nobody would know that they are to go.
        shared.attachments.remove(&files_of(&destroyed, &old, position.end)?)?;
        sweep(data)?;
        let copy = Copy::into_new(&data.join(NEW_NAME))?;
        // Whoever opens the ledger by its name finds it in use, also right after the swap.
        copy.file.try_lock().map_err(|_| StoreError::Locked)?;
        let mut rewrite =
            Self { shared: shared.clone(), today, copy, index: None, destroyed, read_to: 0 };
        // From here on, dropping it lets go of what was made.
        rewrite.index = Some(Index::open_at(data.join(NEW_INDEX_NAME))?);
        step(data, "begun");
        rewrite.take_in(&old, position.end)?;
        rewrite.copy.sync()?;
        step(data, "written");
        Ok(rewrite)
    }

    /// Takes in the old ledger from where it was read to up to `length`.
    fn take_in(&mut self, old: &File, length: u64) -> Result<(), StoreError> {
        let Self { copy, index, destroyed, today, .. } = self;
        let index = index.as_ref().ok_or(StoreError::Closed)?;
        let (from, gaps) = ((self.read_to, copy.read), copy.gaps);
        let walked = walk_on(old, length, from, |found| {
            copy.pass(found.tip);
            let Some(record) = left_of(found.record, destroyed, *today) else { return Ok(()) };
            let put = copy.put(record)?;
            match index.apply(&put) {
                // As after a start: it stays in the ledger alone.
                Err(StoreError::UnknownCase) => Ok(()),
                other => other,
            }
        })?;
        self.read_to = walked.end;
        // A gap stays a gap. Anything else that is odd would no longer show.
        let shows = walked.damaged.len() as u64 == copy.gaps - gaps;
        let is_read = walked.end == length && walked.unread == 0;
        if shows && is_read { Ok(()) } else { Err(StoreError::Damaged) }
    }

    /// Takes in what was added meanwhile, and puts the new ledger and the new index in their
    /// places. The writer calls it, between two batches.
    ///
    /// # Errors
    /// As [`super::Store::rewrite`].
    pub fn swap(mut self, ledger: &mut Ledger, shared: &Shared) -> Result<Rewritten, StoreError> {
        if shared.is_broken() {
            return Err(StoreError::Index);
        }
        self.take_in(ledger.file(), ledger.end())?;
        self.copy.sync()?;
        let rewritten = Rewritten {
            cases: self.destroyed.len() as u64,
            bytes_before: ledger.end(),
            bytes_after: self.copy.end,
        };
        self.index.take().into_iter().for_each(Index::close);
        let data = shared.folder().to_owned();
        let file = self.copy.file.try_clone().map_err(refused)?;
        let (end, tip) = (self.copy.end, self.copy.tip);
        let next = Ledger::new(file, end, tip)?;
        shared
            .exchange(|| {
                self.put_in_place(&data)?;
                *ledger = next;
                let index = put_index_in_place(&data)?;
                let known = index.position()?;
                if known.is_some_and(|known| (known.tip, known.end) == (tip, end)) {
                    Ok(index)
                } else {
                    index.close();
                    Err(StoreError::Index)
                }
            })
            .or_else(|error| match error {
                // The ledger is in its place: the index is rebuilt from it before the next command.
                StoreError::Index if ledger.tip() == tip => Ok(()),
                other => Err(other),
            })?;
        Ok(rewritten)
    }

    /// The old index goes first: with the new ledger it would not agree, and must not be asked.
    fn put_in_place(&self, data: &Path) -> Result<(), StoreError> {
        step(data, "index away");
        gone(fs::rename(data.join(index::FOLDER_NAME), data.join(OLD_INDEX_NAME)))?;
        sync_folder(data)?;
        step(data, "ledger");
        fs::rename(data.join(NEW_NAME), data.join(ledger::FILE_NAME)).map_err(refused)?;
        sync_folder(data)?;
        step(data, "index");
        Ok(())
    }
}

impl Drop for Rewrite {
    fn drop(&mut self) {
        // After the swap there is nothing left of these names.
        self.index.take().into_iter().for_each(Index::close);
        if let Err(error) = sweep(self.shared.folder()) {
            tracing::warn!(%error, "what a rewrite left is removed at the next start");
        }
    }
}

fn put_index_in_place(data: &Path) -> Result<Index, StoreError> {
    let to: PathBuf = data.join(index::FOLDER_NAME);
    let moved = fs::rename(data.join(NEW_INDEX_NAME), to).map_err(refused);
    // An index that was damaged once holds what was destroyed since.
    let removed = index::remove_damaged(data);
    moved.and(removed).map_err(|_| StoreError::Index)?;
    step(data, "done");
    Index::open(data)
}

/// What is left of a record when these cases go on this day.
pub fn left_of(record: Record, destroyed: &HashSet<CaseId>, today: Day) -> Option<Record> {
    let is_gone = |case: CaseId| destroyed.contains(&case);
    match record {
        Record::Destroyed(it) if it.case.is_none_or(is_gone) => {
            Some(Record::Destroyed(it.rewritten(today)))
        }
        Record::Destroyed(_) => Some(record),
        other if other.case().is_some_and(is_gone) => None,
        other => Some(other),
    }
}

/// The cases that were destroyed and whose records are still there.
///
/// # Errors
/// As [`walk`].
pub fn destroyed_in(old: &File, length: u64) -> Result<HashSet<CaseId>, StoreError> {
    let mut destroyed = HashSet::new();
    walk(old, length, |found| {
        if let Record::Destroyed(it) = found.record {
            destroyed.extend(it.case);
        }
        Ok(())
    })?;
    Ok(destroyed)
}

/// A moment at which a stop must do no harm.
#[cfg(not(test))]
fn step(_: &Path, _: &str) {}

/// A moment at which a stop must do no harm: a test keeps what lies there then.
#[cfg(test)]
fn step(data: &Path, name: &str) {
    tests::keep_step(data, name);
}

#[cfg(test)]
pub(super) mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
        sync::Mutex,
    };

    /// Folders of which every step is kept, and where.
    pub static KEPT: Mutex<Vec<(PathBuf, PathBuf)>> = Mutex::new(Vec::new());

    pub fn keep_step(data: &Path, name: &str) {
        let kept = KEPT.lock().unwrap();
        for (_, to) in kept.iter().filter(|(of, _)| of == data) {
            copy_folder(data, &to.join(name));
        }
    }

    pub fn copy_folder(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
            let to = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                copy_folder(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
}
