//! The writer: the one thread that appends to the ledger and changes the index.
//!
//! [`super::Store`] sends it commands and waits for the answer. It takes what is waiting as one
//! batch: decide, append, one fdatasync, put into the index, answer. It never answers "stored"
//! before the sync, and never decides on a state that is not in the index.

use super::{
    Inserted, NewCase, NewItem, NewReaders, StoreError,
    attachments::Attachments,
    destroyed::Destroyed,
    files::SealedFile,
    index::Index,
    ledger::{Draft, Ledger},
    opening,
    record::Record,
    rewrite::{Rewrite, Rewritten},
    walk::Found,
};
use crate::core::{
    AttachmentId, CaseId, Day,
    release::{CaseTrace, Release, ReleaseKind},
    wire::CaseHead,
};
use std::{
    collections::HashSet,
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::{mpsc::Receiver, oneshot::Sender};

/// The most commands that share one sync.
const MAX_BATCH: usize = 256;

/// The most bytes that share one sync, as long as one command fits.
const MAX_BATCH_BYTES: usize = 8 * 1024 * 1024;

/// Where the answer goes.
pub type Reply<T> = Sender<Result<T, StoreError>>;

/// What the writer can be asked.
pub enum Command {
    /// Open a case.
    Insert(Box<NewCase>, Reply<Inserted>),
    /// Add an item.
    Append(NewItem, Reply<u32>),
    /// Note that an officer has seen the case.
    Acknowledge(CaseId, Day, Reply<CaseHead>),
    /// Change who may read a case.
    ChangeReaders(Box<NewReaders>, Reply<u32>),
    /// Note from when a case may be destroyed, or that it may not any more.
    Release(CaseId, Option<Release>, Reply<()>),
    /// Destroy a case that may be destroyed on this day.
    Destroy(CaseId, Release, Day, Reply<()>),
    /// Put a rewritten ledger in the place of the old one.
    Swap(Box<Rewrite>, Reply<Rewritten>),
    /// Look whether the index is broken: somebody could not read.
    Mend,
}

/// What the writer shares with those who read.
pub struct Shared {
    folder: PathBuf,
    index: RwLock<Option<Index>>,
    /// The files beside the ledger.
    pub attachments: Arc<Attachments>,
    /// One rewrite at a time.
    pub rewriting: Mutex<()>,
    broken: AtomicBool,
    #[cfg(test)]
    pub(super) syncs: std::sync::atomic::AtomicU64,
    #[cfg(test)]
    pub(super) fault: std::sync::Mutex<Option<super::ledger::Fault>>,
}

impl Shared {
    /// Shares index and files of the store in `folder`.
    pub fn new(folder: PathBuf, index: Index, attachments: Arc<Attachments>) -> Self {
        Self {
            folder,
            index: RwLock::new(Some(index)),
            attachments,
            rewriting: Mutex::new(()),
            broken: AtomicBool::new(false),
            #[cfg(test)]
            syncs: Default::default(),
            #[cfg(test)]
            fault: Default::default(),
        }
    }

    /// Reads the index; a failure has it rebuilt before the next command.
    ///
    /// # Errors
    /// [`StoreError::Index`] while there is none.
    pub fn read<T>(
        &self,
        question: impl FnOnce(&Index) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let answer = index.as_ref().ok_or(StoreError::Index).and_then(question);
        if matches!(answer, Err(StoreError::Index)) {
            self.broken.store(true, Ordering::Relaxed);
        }
        answer
    }

    /// Closes the index, once nobody reads.
    pub fn close(&self) {
        let index = self.index.write().unwrap_or_else(PoisonError::into_inner).take();
        index.into_iter().for_each(Index::close);
    }

    /// Whether the index was found broken and was not rebuilt yet.
    pub fn is_broken(&self) -> bool {
        self.broken.load(Ordering::Relaxed)
    }

    /// The folder of the store.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts another index in the place of this one, which is closed first. Whoever reads waits
    /// meanwhile. When there is none afterwards, it is rebuilt before the next command.
    ///
    /// # Errors
    /// What `change` answers.
    pub fn exchange(
        &self,
        change: impl FnOnce() -> Result<Index, StoreError>,
    ) -> Result<(), StoreError> {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        index.take().into_iter().for_each(Index::close);
        let changed = change();
        self.broken.store(changed.is_err(), Ordering::Relaxed);
        *index = Some(changed?);
        Ok(())
    }

    fn set(&self, index: Index) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = Some(index);
    }
}

/// The thread's own part.
pub struct Writer {
    /// The ledger, which nobody else has.
    pub ledger: Ledger,
    /// What the readers see.
    pub shared: Arc<Shared>,
    /// Commands; closed when the last clone of the store has gone.
    pub receiver: Receiver<Command>,
}

/// Commands that share one sync.
struct Batch {
    draft: Draft,
    /// Where the batch begins in the ledger.
    start: u64,
    touched: HashSet<Vec<u8>>,
    found: Vec<Found>,
    answers: Vec<Answer>,
    /// Answers to those whose record was too large.
    refused: Vec<Answer>,
    /// Claimed files of records that were too large.
    unnamed: Vec<SealedFile>,
}

/// What is answered once the batch is durable.
enum Answer {
    Inserted(Reply<Inserted>),
    Appended(Reply<u32>, u32),
    Acknowledged(Reply<CaseHead>, Box<CaseHead>),
    Released(Reply<()>),
    /// With the files to be removed.
    Destroyed(Reply<()>, Vec<SealedFile>),
}

impl Answer {
    fn give(self) {
        match self {
            Self::Inserted(reply) => answer(reply, Ok(Inserted::New)),
            Self::Appended(reply, sequence) => answer(reply, Ok(sequence)),
            Self::Acknowledged(reply, head) => answer(reply, Ok(*head)),
            Self::Released(reply) | Self::Destroyed(reply, _) => answer(reply, Ok(())),
        }
    }

    fn files_to_remove(&self) -> &[SealedFile] {
        match self {
            Self::Destroyed(_, files) => files,
            _ => &[],
        }
    }

    fn refuse(self, error: StoreError) {
        match self {
            Self::Inserted(reply) => answer(reply, Err(error)),
            Self::Appended(reply, _) => answer(reply, Err(error)),
            Self::Acknowledged(reply, _) => answer(reply, Err(error)),
            Self::Released(reply) | Self::Destroyed(reply, _) => answer(reply, Err(error)),
        }
    }
}

/// Answers; whoever asked may have gone away, and then what was stored stays stored.
fn answer<T>(reply: Reply<T>, result: Result<T, StoreError>) {
    if reply.send(result).is_err() {
        tracing::debug!("nobody waited for an answer of the store");
    }
}

impl Command {
    /// What it reads and writes: two commands that share one of these do not share a batch.
    fn touches(&self) -> Vec<Vec<u8>> {
        match self {
            Self::Insert(new, _) => {
                let places = [new.address.0.to_vec(), new.case.as_bytes().to_vec()];
                places.into_iter().chain(names_of(&new.attachments)).collect()
            }
            Self::Append(item, _) => {
                let case = item.case.as_bytes().to_vec();
                std::iter::once(case).chain(names_of(&item.attachments)).collect()
            }
            Self::Acknowledge(case, ..) | Self::Release(case, ..) | Self::Destroy(case, ..) => {
                vec![case.as_bytes().to_vec()]
            }
            Self::ChangeReaders(new, _) => vec![new.item.case.as_bytes().to_vec()],
            Self::Swap(..) | Self::Mend => vec![],
        }
    }
}

fn names_of(attachments: &[AttachmentId]) -> impl Iterator<Item = Vec<u8>> {
    attachments.iter().map(|id| id.as_bytes().to_vec())
}

impl Writer {
    /// Works until the last clone of the store has gone and everything that was asked is answered.
    pub fn run(mut self) {
        let mut held = None;
        while let Some(first) = held.take().or_else(|| self.receiver.blocking_recv()) {
            if let Err(error) = self.mend() {
                tracing::error!(%error, "the index could not be rebuilt");
            }
            let mut batch = Batch::new(&self.ledger);
            held = self.fill(&mut batch, first);
            self.commit(batch);
        }
    }

    /// Takes waiting commands into the batch; gives back the one that must wait for the next.
    fn fill(&mut self, batch: &mut Batch, first: Command) -> Option<Command> {
        let mut next = Some(first);
        while let Some(command) = next {
            if matches!(command, Command::Swap(..)) && !batch.found.is_empty() {
                // After what was decided on the ledger as it is.
                return Some(command);
            }
            let touches = command.touches();
            if batch.is_full() || touches.iter().any(|key| batch.touched.contains(key)) {
                return Some(command);
            }
            batch.touched.extend(touches);
            self.decide(batch, command);
            next = self.receiver.try_recv().ok();
        }
        None
    }

    fn decide(&mut self, batch: &mut Batch, command: Command) {
        match command {
            Command::Insert(new, reply) => match self.known(&new) {
                Ok(Some(known)) => {
                    if matches!(known, Inserted::Same(_)) {
                        self.shared.attachments.drop_waiting(&new.attachments);
                    }
                    answer(reply, Ok(known));
                }
                Ok(None) => match self.claim(&new.attachments) {
                    Ok(files) => batch.add(Record::Case { new, files }, Answer::Inserted(reply)),
                    Err(error) => answer(reply, Err(error)),
                },
                Err(error) => answer(reply, Err(error)),
            },
            Command::Append(item, reply) => match self.place(&item) {
                Ok(Place::Known(sequence)) => {
                    self.shared.attachments.drop_waiting(&item.attachments);
                    answer(reply, Ok(sequence));
                }
                Ok(Place::Next(sequence)) => match self.claim(&item.attachments) {
                    Ok(files) => batch.add(
                        Record::Item { sequence, item, files },
                        Answer::Appended(reply, sequence),
                    ),
                    Err(error) => answer(reply, Err(error)),
                },
                Err(error) => answer(reply, Err(error)),
            },
            Command::Acknowledge(case, day, reply) => match self.head(case) {
                Ok(head) if head.acknowledged_on.is_some() => answer(reply, Ok(head)),
                Ok(head) => {
                    let head = Box::new(CaseHead { acknowledged_on: Some(day), ..head });
                    batch
                        .add(Record::Acknowledged { case, day }, Answer::Acknowledged(reply, head));
                }
                Err(error) => answer(reply, Err(error)),
            },
            Command::ChangeReaders(new, reply) => match self.place_of_change(&new) {
                Ok(Place::Known(sequence)) => answer(reply, Ok(sequence)),
                Ok(Place::Next(sequence)) => {
                    batch.add(Record::Readers(new), Answer::Appended(reply, sequence));
                }
                Err(error) => answer(reply, Err(error)),
            },
            Command::Release(case, release, reply) => {
                self.decide_release(batch, (case, release), reply)
            }
            Command::Destroy(case, release, today, reply) => {
                self.decide_destroy(batch, (case, release, today), reply);
            }
            Command::Swap(rewrite, reply) => {
                answer(reply, rewrite.swap(&mut self.ledger, &self.shared));
                batch.begin_after(&self.ledger);
            }
            Command::Mend => {}
        }
    }

    fn decide_release(
        &self,
        batch: &mut Batch,
        (case, release): (CaseId, Option<Release>),
        reply: Reply<()>,
    ) {
        let known = self.shared.read(|index| {
            index.head(case)?.ok_or(StoreError::UnknownCase)?;
            index.release(case)
        });
        match known {
            Ok(known) if known == release => answer(reply, Ok(())),
            Ok(_) => batch.add(Record::Released { case, release }, Answer::Released(reply)),
            Err(error) => answer(reply, Err(error)),
        }
    }

    /// A case that is destroyed already stays so, for whoever asks again.
    fn decide_destroy(
        &self,
        batch: &mut Batch,
        (case, release, day): (CaseId, Release, Day),
        reply: Reply<()>,
    ) {
        let known = self.shared.read(|index| {
            if index.destroyed(case)?.is_some() {
                return Ok(None);
            }
            index.head(case)?.ok_or(StoreError::UnknownCase)?;
            let stands = match release.kind {
                ReleaseKind::Now => true,
                ReleaseKind::Closed => index.release(case)? == Some(release),
            };
            if release.day > day || !stands {
                return Err(StoreError::NotReleased);
            }
            Ok(Some((index.mailbox_trace_of(case)?, index.files_of(case)?)))
        });
        match known {
            Ok(None) => answer(reply, Ok(())),
            Ok(Some((mailbox, files))) => {
                let trace = CaseTrace::of(case);
                let destroyed = Destroyed { case: Some(case), trace, mailbox, day, release };
                batch.add(Record::Destroyed(destroyed), Answer::Destroyed(reply, files));
            }
            Err(error) => answer(reply, Err(error)),
        }
    }

    /// Takes waiting files for the record that will name them.
    fn claim(&self, ids: &[AttachmentId]) -> Result<Vec<SealedFile>, StoreError> {
        for id in ids {
            // A name that a record has given already never waits again.
            if self.shared.read(|index| index.file(*id))?.is_some() {
                return Err(StoreError::MissingAttachment);
            }
        }
        self.shared.attachments.claim(ids)
    }

    /// What is known of a mailbox already.
    fn known(&self, new: &NewCase) -> Result<Option<Inserted>, StoreError> {
        self.shared.read(|index| {
            let Some(case) = index.find(&new.address)? else {
                return Ok(index.is_shut(&new.address)?.then_some(Inserted::Destroyed));
            };
            let head = index.head(case)?.ok_or(StoreError::Index)?;
            let same = index.once(case, new.once)?.is_some();
            Ok(Some(if same { Inserted::Same(head) } else { Inserted::Other(head) }))
        })
    }

    fn place(&self, item: &NewItem) -> Result<Place, StoreError> {
        self.shared.read(|index| {
            let head = index.head(item.case)?.ok_or(StoreError::UnknownCase)?;
            let known = index.once(item.case, item.once)?;
            Ok(known.map_or(Place::Next(head.items), Place::Known))
        })
    }

    fn place_of_change(&self, new: &NewReaders) -> Result<Place, StoreError> {
        let place = self.place(&new.item)?;
        if matches!(place, Place::Next(next) if next != new.place) {
            return Err(StoreError::Moved);
        }
        for officer in &new.added {
            if self.shared.read(|index| index.is_excluded(new.item.case, *officer))? {
                return Err(StoreError::Excluded);
            }
        }
        Ok(place)
    }

    fn head(&self, case: CaseId) -> Result<CaseHead, StoreError> {
        self.shared.read(|index| index.head(case)?.ok_or(StoreError::UnknownCase))
    }

    /// Makes the batch durable, puts it into the index, and answers.
    fn commit(&mut self, batch: Batch) {
        self.shared.attachments.put_back(&batch.unnamed);
        // Answered once their files wait again.
        let too_large = || StoreError::Ledger(io::ErrorKind::InvalidInput);
        batch.refused.into_iter().for_each(|answer| answer.refuse(too_large()));
        if batch.found.is_empty() {
            return;
        }
        #[cfg(test)]
        self.prepare_for_test();
        let named = batch.found.iter().flat_map(|found| found.record.files());
        let named: Vec<SealedFile> = named.copied().collect();
        if let Err(error) = self.ledger.append(&batch.draft) {
            tracing::error!(?error, records = batch.found.len(), "the ledger took nothing");
            self.shared.attachments.put_back(&named);
            batch.answers.into_iter().for_each(|answer| answer.refuse(error.into()));
            return;
        }
        self.shared.attachments.settle(&named);
        let taken_in =
            self.shared.read(|index| batch.found.iter().try_for_each(|found| index.apply(found)));
        if let Err(error) = taken_in {
            // The records are durable: whoever sent them is told so, and the index is rebuilt
            // from the ledger before the next command.
            self.shared.broken.store(true, Ordering::Relaxed);
            tracing::warn!(%error, "the index did not take in what is in the ledger");
        }
        let files = batch.answers.iter().flat_map(Answer::files_to_remove);
        if let Err(error) =
            self.shared.attachments.remove(files.copied().collect::<Vec<_>>().as_slice())
        {
            tracing::error!(%error, "files of a destroyed case are there until the next rewrite");
        }
        batch.answers.into_iter().for_each(Answer::give);
    }

    #[cfg(test)]
    fn prepare_for_test(&mut self) {
        self.ledger.fault = *self.shared.fault.lock().unwrap();
        self.shared.syncs.fetch_add(1, Ordering::Relaxed);
    }

    /// Rebuilds a broken index in place. Reads are refused until it is there.
    fn mend(&self) -> Result<(), StoreError> {
        if !self.shared.broken.swap(false, Ordering::Relaxed) {
            return Ok(());
        }
        tracing::warn!("the index is broken and is being rebuilt");
        self.shared.close();
        let rebuilt = opening::rebuild(&self.shared.folder, &self.ledger);
        match rebuilt {
            Ok(index) => self.shared.set(index),
            Err(error) => {
                self.shared.broken.store(true, Ordering::Relaxed);
                return Err(error);
            }
        }
        Ok(())
    }
}

/// Where an item goes.
enum Place {
    /// It is there already.
    Known(u32),
    /// It becomes the next.
    Next(u32),
}

impl Batch {
    fn new(ledger: &Ledger) -> Self {
        Self {
            draft: ledger.batch(),
            start: ledger.end(),
            touched: HashSet::new(),
            found: Vec::new(),
            answers: Vec::new(),
            refused: Vec::new(),
            unnamed: Vec::new(),
        }
    }

    /// Begins anew after this ledger's end; only an empty batch may.
    fn begin_after(&mut self, ledger: &Ledger) {
        self.draft = ledger.batch();
        self.start = ledger.end();
    }

    fn is_full(&self) -> bool {
        self.found.len() >= MAX_BATCH || self.draft.len() >= MAX_BATCH_BYTES
    }

    fn add(&mut self, record: Record, answer: Answer) {
        match self.draft.push(&record) {
            Some(tip) => {
                let end = self.start + self.draft.len() as u64;
                self.found.push(Found { end, tip, record });
                self.answers.push(answer);
            }
            None => {
                self.unnamed.extend_from_slice(record.files());
                self.refused.push(answer);
            }
        }
    }
}
