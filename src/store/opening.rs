//! Opening a store: reads the whole ledger once, mends what a crash or a bad disk left, and brings
//! the index up to the ledger's end.
//!
//! [`super::Store`] calls it at start, and the writer when the index must be built again. It never
//! cuts off or overwrites a record that was ever acknowledged.

use super::{
    Recovery, StoreError,
    agreement::Counts,
    attachments::{self, Attachments},
    destroyed::Destroyed,
    files::{Depth, Files, Names, SealedFile, examine},
    index::{self, Index, Position},
    ledger::{self, Ledger, NO_TIP, refused},
    record::{Installation, MAGIC, Record, STORE_VERSION},
    rewrite,
    walk::{Found, Walked, walk},
};
use crate::core::{CaseId, Kdf, release::Release};
use std::{
    collections::{BTreeMap, HashSet},
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::Path,
    sync::Arc,
};

/// How many installation records a ledger has, so that one flipped byte cannot take the salt.
const INSTALLATION_COPIES: u32 = 2;

/// Two installation records are shorter than this many bytes: what a crash while the store was
/// being made can leave.
const MAX_UNMADE_BYTES: u64 = 512;

/// Records between two lines of progress in the log.
const PROGRESS_RECORDS: u64 = 10_000;

/// What an open store rests on.
pub struct Opened {
    pub ledger: Ledger,
    pub index: Index,
    pub installation: Installation,
    pub attachments: Arc<Attachments>,
    pub recovery: Recovery,
}

/// Opens the store in `folder`, or makes it with what `kdf` gives.
///
/// # Errors
/// As [`super::Store::open`].
pub fn open(folder: &Path, kdf: impl FnOnce() -> Kdf) -> Result<Opened, StoreError> {
    let had_index = index::is_there(folder);
    if had_index && !folder.join(ledger::FILE_NAME).exists() {
        // An index without its ledger: a wrong folder, or a lost file. Nothing may hide that.
        return Err(StoreError::Ledger(io::ErrorKind::NotFound));
    }
    let file = ledger::open_or_make(folder)?;
    rewrite::sweep(folder)?;
    let length = file.metadata().map_err(refused)?.len();
    let mut audit = Audit::new(had_index.then(|| Index::open(folder).ok()).flatten());
    let mut walked = walk(&file, length, |found| audit.visit(&found))?;
    let mut recovery = Recovery::default();
    let end = audit.end_of_ledger(&mut walked, length);
    let installation = match audit.installation.take() {
        Some(installation) => installation,
        None if had_index => return Err(without_installation(&file, length)),
        None if is_unmade(&file, length)? => {
            recovery.created = true;
            Installation::new(&kdf())
        }
        None => return Err(StoreError::NotALedger),
    };
    let destroyed = std::mem::take(&mut audit.destroyed);
    let mut ledger = Ledger::new(file, end, walked.tip)?;
    add_copies(&mut ledger, &installation, audit.copies)?;
    if recovery.created {
        ledger::sync_folder(folder)?;
    } else {
        recovery.cut_bytes = length - end;
    }
    recovery.damaged = walked.damaged;
    let index = match audit.index {
        Some(index) if catch_up(&index, &ledger).is_ok() => index,
        refused_index => {
            recovery.rebuilt = !recovery.created;
            refused_index.into_iter().for_each(Index::close);
            rebuild(folder, &ledger)?
        }
    };
    let attachments = Arc::new(Attachments::new(folder));
    attachments.remove(&files_of(&destroyed, ledger.file(), ledger.end())?)?;
    recovery.destroyed = destroyed.len() as u64;
    recovery.files = attachments.start(&index.files()?, names_in(&recovery.damaged))?;
    report(&recovery);
    Ok(Opened { ledger, index, installation, attachments, recovery })
}

/// Reads the ledger in `folder` and says what opening it would have to do. Changes nothing.
///
/// # Errors
/// As [`super::Store::check`].
pub fn check(folder: &Path) -> Result<Recovery, StoreError> {
    let file = ledger::open_to_read(folder)?;
    let length = file.metadata().map_err(refused)?.len();
    let mut audit = Audit::new(None);
    let mut named = Vec::new();
    let walked = walk(&file, length, |found| {
        let files = found.record.files().iter();
        named.extend(files.map(|file| (found.record.case(), *file)));
        audit.visit(&found)
    })?;
    let is_left = |case: &Option<CaseId>| case.is_none_or(|case| !audit.destroyed.contains(&case));
    let named: Vec<SealedFile> =
        named.into_iter().filter(|(case, _)| is_left(case)).map(|(_, file)| file).collect();
    let created = walked.tip == NO_TIP && !index::is_there(folder) && is_unmade(&file, length)?;
    if audit.installation.is_none() && !created {
        return Err(without_installation(&file, length));
    }
    Ok(Recovery {
        created,
        rebuilt: !created && !index::is_there(folder),
        cut_bytes: if created { 0 } else { length - walked.end },
        files: examine(&folder.join(attachments::FOLDER_NAME), &named, Depth::Digests)?,
        destroyed: audit.destroyed.len() as u64,
        damaged: walked.damaged,
    })
}

/// The files of destroyed cases, as long as records name them.
///
/// # Errors
/// As [`walk`].
pub fn files_of(
    destroyed: &HashSet<CaseId>,
    file: &File,
    length: u64,
) -> Result<Vec<SealedFile>, StoreError> {
    let mut files = Vec::new();
    if !destroyed.is_empty() {
        walk(file, length, |found| {
            let is_theirs = found.record.case().is_some_and(|case| destroyed.contains(&case));
            files.extend_from_slice(if is_theirs { found.record.files() } else { &[] });
            Ok(())
        })?;
    }
    Ok(files)
}

fn names_in(damaged: &[u64]) -> Names {
    if damaged.is_empty() { Names::Whole } else { Names::Partial }
}

/// Builds the index anew from the ledger; what is there is moved aside.
///
/// # Errors
/// [`StoreError::Ledger`] or [`StoreError::Index`].
pub fn rebuild(folder: &Path, ledger: &Ledger) -> Result<Index, StoreError> {
    index::move_aside(folder)?;
    let index = Index::open(folder)?;
    let mut taken_in = 0_u64;
    walk(ledger.file(), ledger.end(), |found| {
        taken_in += 1;
        if taken_in.is_multiple_of(PROGRESS_RECORDS) {
            tracing::info!(records = taken_in, bytes = found.end, "rebuilding the index");
        }
        put_or_skip(&index, &found)
    })?;
    if taken_in > u64::from(INSTALLATION_COPIES) {
        tracing::info!(records = taken_in, bytes = ledger.end(), "the index is rebuilt");
    }
    Ok(index)
}

/// Puts a record in, or leaves it in the ledger alone when its case was lost: nobody would know
/// who may read it.
fn put_or_skip(index: &Index, found: &Found) -> Result<(), StoreError> {
    match index.apply(found) {
        Err(StoreError::UnknownCase) => {
            tracing::warn!(position = found.end, "a record belongs to a case that was lost");
            Ok(())
        }
        other => other,
    }
}

/// Puts in the records that were added while opening.
fn catch_up(index: &Index, ledger: &Ledger) -> Result<(), StoreError> {
    if index.position()?.is_some_and(|position| position.tip == ledger.tip()) {
        return Ok(());
    }
    let after = index.position()?.map_or(0, |position| position.tip.number);
    let put = |found: Found| {
        if found.tip.number > after { put_or_skip(index, &found) } else { Ok(()) }
    };
    walk(ledger.file(), ledger.end(), put).map(drop)
}

/// Adds the copies of the installation record that are missing.
fn add_copies(
    ledger: &mut Ledger,
    installation: &Installation,
    copies: u32,
) -> Result<(), StoreError> {
    let mut draft = ledger.batch();
    for _ in copies..INSTALLATION_COPIES {
        draft.push(&Record::Installation(installation.clone()));
    }
    if draft.len() > 0 { Ok(ledger.append(&draft)?) } else { Ok(()) }
}

/// Whether the file is what a crash while making a store leaves: empty, zeros that were never
/// filled, or the beginning of the first record.
fn is_unmade(file: &File, length: u64) -> Result<bool, StoreError> {
    if length >= MAX_UNMADE_BYTES {
        return Ok(false);
    }
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default()];
    file.read_exact_at(&mut bytes, 0).map_err(refused)?;
    let begun = bytes.iter().zip(MAGIC).all(|(byte, magic)| *byte == magic);
    Ok(begun || bytes.iter().all(|byte| *byte == 0))
}

/// The error for a ledger without installation record: lost, or no ledger at all.
fn without_installation(file: &File, length: u64) -> StoreError {
    let mut magic = [0; MAGIC.len()];
    let ours = length < MAGIC.len() as u64
        || file.read_exact_at(&mut magic, 0).is_ok_and(|()| magic == MAGIC || magic == [0; 4]);
    if ours { StoreError::Ledger(io::ErrorKind::InvalidData) } else { StoreError::NotALedger }
}

fn report(recovery: &Recovery) {
    let Files { unfinished, strays, missing, damaged, .. } = &recovery.files;
    if *unfinished > 0 {
        tracing::info!(files = unfinished, "attachments were under way when the server stopped");
    }
    if *strays > 0 {
        tracing::warn!(files = strays, "attachments lie here that no record names");
    }
    if !missing.is_empty() || !damaged.is_empty() {
        let (missing, damaged) = (missing.len(), damaged.len());
        tracing::error!(missing, damaged, "attachments are not as they were stored");
    }
    if recovery.cut_bytes > 0 {
        tracing::warn!(bytes = recovery.cut_bytes, "an unfinished end of the ledger was cut off");
    }
    for position in &recovery.damaged {
        tracing::error!(position, "a record in the ledger is damaged; everything else was kept");
    }
}

/// Compares the ledger, record by record, with an index that may be behind, damaged, or another
/// store's.
struct Audit {
    /// The index, as long as nothing speaks against it.
    index: Option<Index>,
    position: Option<Position>,
    installation: Option<Installation>,
    /// Installation records seen.
    copies: u32,
    expected: Counts,
    /// Records whose case is unknown.
    orphans: u64,
    /// Cases that were destroyed and whose records are still there.
    destroyed: HashSet<CaseId>,
    /// What must stand of releases at the end.
    releases: BTreeMap<CaseId, Release>,
}

impl Audit {
    fn new(index: Option<Index>) -> Self {
        let mut audit = Self {
            index,
            position: None,
            installation: None,
            copies: 0,
            expected: Counts::default(),
            orphans: 0,
            destroyed: HashSet::new(),
            releases: BTreeMap::new(),
        };
        match audit.index.as_ref().map(Index::position) {
            Some(Ok(Some(position))) => audit.position = Some(position),
            // One that has taken in nothing may be what a kill left of a fuller one: sled then
            // stumbles over its own files, so it is not built upon.
            Some(Ok(None) | Err(_)) => audit.give_up(),
            None => {}
        }
        audit
    }

    fn visit(&mut self, found: &Found) -> Result<(), StoreError> {
        self.count(&found.record)?;
        let Some(index) = &self.index else {
            return Ok(());
        };
        let taken_in = self.position.filter(|position| found.tip.number <= position.tip.number);
        let result = match taken_in {
            None => index.apply(found).map(|()| true),
            Some(position) if position.tip.number == found.tip.number => {
                let same = position == Position { tip: found.tip, end: found.end };
                index.agrees(found).map(|agrees| agrees && same)
            }
            Some(_) => index.agrees(found),
        };
        match result {
            Ok(true) => {}
            Err(StoreError::UnknownCase) => self.orphans += 1,
            _ => self.give_up(),
        }
        Ok(())
    }

    fn count(&mut self, record: &Record) -> Result<(), StoreError> {
        if let Record::Destroyed(destroyed) = record {
            self.count_destroyed(destroyed);
            return Ok(());
        }
        // What an index knows to be destroyed is counted nowhere; it agrees or it is given up.
        if self.index.as_ref().is_some_and(|index| index.knows_destroyed(record)) {
            return Ok(());
        }
        self.expected.attachments += record.files().len() as u64;
        match record {
            Record::Installation(found) if found.version != STORE_VERSION => {
                return Err(StoreError::OtherVersion {
                    found: found.version,
                    known: STORE_VERSION,
                });
            }
            Record::Installation(found) => {
                self.copies += 1;
                self.installation.get_or_insert_with(|| found.clone());
            }
            Record::Case { .. } => {
                self.expected.cases += 1;
                self.expected.items += 1;
            }
            Record::Item { .. } | Record::Readers(_) => self.expected.items += 1,
            Record::Acknowledged { .. } => self.expected.acknowledged += 1,
            Record::Released { case, release: Some(release) } => {
                self.releases.insert(*case, *release);
            }
            Record::Released { case, release: None } => {
                self.releases.remove(case);
            }
            Record::Destroyed(_) => {}
        }
        Ok(())
    }

    /// Takes back what was counted of a case before it was destroyed: what the index still has.
    fn count_destroyed(&mut self, destroyed: &Destroyed) {
        self.expected.destroyed += 1;
        let Some(case) = destroyed.case else { return };
        self.destroyed.insert(case);
        self.releases.remove(&case);
        let Some(Ok(gone)) = self.index.as_ref().map(|index| index.weight_of(case)) else { return };
        let Counts { cases, items, acknowledged, attachments, .. } = &mut self.expected;
        *cases = cases.saturating_sub(gone.cases);
        *items = items.saturating_sub(gone.items);
        *acknowledged = acknowledged.saturating_sub(gone.acknowledged);
        *attachments = attachments.saturating_sub(gone.attachments);
    }

    /// Says where the ledger's next record goes, and gives the index up when it does not fit.
    ///
    /// An index that agrees and is *ahead* holds records that were synced and that the file has
    /// lost since. They were acknowledged: they stay readable, the place is named as damaged, and
    /// the bytes there are kept.
    fn end_of_ledger(&mut self, walked: &mut Walked, length: u64) -> u64 {
        let Some(index) = &self.index else {
            return walked.end;
        };
        let trusted = walked.tip != NO_TIP || length < MAX_UNMADE_BYTES;
        if trusted && self.installation.is_none() {
            self.installation = index.installation().ok().flatten();
        }
        let ahead = self.position.filter(|position| position.tip.number > walked.tip.number);
        if let (Some(position), true) = (ahead, trusted) {
            walked.damaged.push(walked.end);
            walked.tip = position.tip;
            return walked.end.max(position.end.min(length));
        }
        let whole = walked.damaged.is_empty();
        if whole && (self.orphans > 0 || !self.counts_fit(index)) {
            self.give_up();
        }
        walked.end
    }

    fn counts_fit(&self, index: &Index) -> bool {
        index.counts().is_ok_and(|counts| counts == Some(self.expected))
            && index.releases().is_ok_and(|releases| releases == self.releases)
    }

    fn give_up(&mut self) {
        self.position = None;
        self.index.take().into_iter().for_each(Index::close);
    }
}
