//! Other readers for a case: what an officer's desk does when somebody comes or goes.
//!
//! Pages and commands ask for a [`Change`]. Each case is changed whole or not at all: first the keys of
//! what is there go to who comes, sealed to them alone, and then one signed entry says who comes and
//! goes, and the server takes it together with the change. Where something came in between, the server
//! says so, and it is done again with what came. What was done stays done, so a stop in the middle of
//! many cases costs nothing. `docs/decisions/0012` says why it is so.

use super::{
    Casebook, KeyRing, Progress, Workplace,
    casebook::Case,
    compose::SealReplyError,
    folder::FolderError,
    remote::RemoteError,
    sync::SyncError,
    workplace::{KeepError, Said},
};
use crate::{
    Texts,
    core::{
        CaseId, ItemHash, ItemKind, OfficerId, OnceId, Reader, Readers,
        entry::EntryBody,
        envelope::seal,
        handover::{Handover, ItemKey, MAX_KEYS, ReadersChange, Why},
        sealed_hash,
        wire::ChangeReaders,
    },
};
use std::{collections::BTreeMap, ops::ControlFlow};

/// Who comes and who goes, and why.
#[derive(Clone)]
pub struct Change {
    /// Why.
    pub why: Why,
    /// Who may read from now on, with their keys.
    pub added: Vec<Reader>,
    /// Who may not any more, with their names.
    pub removed: Vec<(OfficerId, String)>,
}

/// What became of a change in many cases.
#[derive(Default)]
pub struct Tally {
    /// Cases in which it was done.
    pub done: usize,
    /// Cases whose reporter excluded who was to be added.
    pub excluded: usize,
    /// Cases that were left as they were for another reason.
    pub left: usize,
}

/// Why the readers of a case were not changed. Nothing was, then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The reporter excluded who was to be added.
    #[error("the reporter excluded who was to be added")]
    Excluded,
    /// Something of the case has not reached the server.
    #[error("something of the case has not reached the server")]
    Unsent,
    /// It cannot be sealed or kept.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The server did not do it.
    #[error(transparent)]
    Sync(#[from] SyncError),
}

impl From<RemoteError> for ChangeError {
    fn from(error: RemoteError) -> Self {
        match error {
            RemoteError::Refused => Self::Excluded,
            other => Self::Sync(other.into()),
        }
    }
}

impl From<FolderError> for ChangeError {
    fn from(error: FolderError) -> Self {
        Self::Keep(error.into())
    }
}

impl From<SealReplyError> for ChangeError {
    fn from(error: SealReplyError) -> Self {
        Self::Keep(error.into())
    }
}

impl ChangeError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Excluded => texts.desk_readers_excluded(),
            Self::Unsent => texts.desk_readers_unsent(),
            Self::Keep(error) => error.sentence(texts),
            Self::Sync(error) => error.sentence(texts),
        }
    }
}

/// What a change would do in a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Need {
    /// Something.
    Change,
    /// Nothing: it is so already.
    Nothing,
    /// The reporter does not want it.
    Excluded,
}

impl Change {
    /// As far as it changes anything in this case: who may read it already is not added, and who may
    /// not is not removed.
    fn within(&self, case: &Case) -> Self {
        let added = self.added.iter().filter(|reader| !case.lists(reader.id)).cloned();
        let removed = self.removed.iter().filter(|(id, _)| case.lists(*id)).cloned();
        Self { why: self.why, added: added.collect(), removed: removed.collect() }
    }

    /// Whether it takes this officer out.
    pub fn removes(&self, officer: OfficerId) -> bool {
        self.removed.iter().any(|(id, _)| *id == officer)
    }

    fn need(&self, case: &Case) -> Need {
        if self.added.iter().any(|reader| is_excluded(case, &reader.name)) {
            Need::Excluded
        } else if self.added.is_empty() && self.removed.is_empty() {
            Need::Nothing
        } else {
            Need::Change
        }
    }
}

/// Whether the reporter excluded somebody of this name, however it is written.
pub fn is_excluded(case: &Case, name: &str) -> bool {
    let plain = |name: &str| {
        let words = name.split_whitespace().map(str::to_lowercase);
        words.collect::<Vec<_>>().join(" ")
    };
    case.excluded().iter().any(|excluded| plain(excluded) == plain(name))
}

impl Workplace {
    /// Changes the readers of one case, and does a round with the server. Whoever takes themselves
    /// out has nothing of the case on this computer afterwards.
    ///
    /// # Errors
    /// [`ChangeError`].
    pub fn change_readers(
        &self,
        ring: &KeyRing,
        id: CaseId,
        change: &Change,
    ) -> Result<(), ChangeError> {
        self.sync(ring)?;
        for last in [false, false, false, false, true] {
            let book = Casebook::one(&self.drawer, ring, id)?;
            let case = book.get(id).ok_or(SealReplyError::NoReport)?;
            match self.change_once(ring, case, &change.within(case)) {
                Err(ChangeError::Sync(SyncError::Remote(RemoteError::Moved))) if !last => {
                    self.sync(ring)?;
                }
                done => {
                    done?;
                    break;
                }
            }
        }
        if change.removes(ring.officer()) {
            self.drawer.forget(id)?;
        }
        self.sync(ring)?;
        Ok(())
    }

    /// Does a change in every case that this officer may read and that it changes. `progress` is told
    /// how many of how many are done, and may stop it without harm.
    ///
    /// # Errors
    /// [`ChangeError`], when the server or the folder is away: what was done stays done.
    pub fn change_everywhere(
        &self,
        ring: &KeyRing,
        book: &mut Casebook,
        change: &Change,
        progress: &Progress<'_>,
    ) -> Result<Tally, ChangeError> {
        self.sync(ring)?;
        book.refresh(&self.drawer, ring)?;
        let mut tally = Tally::default();
        let mut waiting = Vec::new();
        for case in book.iter().filter(|case| case.lists(ring.officer())) {
            let within = change.within(case);
            match within.need(case) {
                Need::Change => waiting.push((case.id, within)),
                Need::Excluded => tally.excluded += 1,
                Need::Nothing => {}
            }
        }
        for (done, (id, within)) in waiting.iter().enumerate() {
            if progress(done, waiting.len()).is_break() {
                return Ok(tally);
            }
            let case = book.get(*id).expect("it was there just now");
            match self.change_once(ring, case, within) {
                Ok(()) => tally.done += 1,
                Err(ChangeError::Excluded) => tally.excluded += 1,
                Err(ChangeError::Sync(SyncError::Remote(RemoteError::Moved))) => {
                    self.change_readers(ring, *id, within)?;
                    tally.done += 1;
                }
                Err(ChangeError::Sync(error)) if error != RemoteError::UnknownCase.into() => {
                    return Err(error.into());
                }
                Err(_) => tally.left += 1,
            }
        }
        // Whether it is to stop comes too late.
        let _: ControlFlow<()> = progress(waiting.len(), waiting.len());
        self.sync(ring)?;
        book.refresh(&self.drawer, ring)?;
        Ok(tally)
    }

    fn change_once(&self, ring: &KeyRing, case: &Case, change: &Change) -> Result<(), ChangeError> {
        match change.need(case) {
            Need::Excluded => return Err(ChangeError::Excluded),
            Need::Nothing => return Ok(()),
            Need::Change => {}
        }
        if !case.unsent.is_empty() || case.history().iter().any(|(meta, _)| meta.is_unsent) {
            return Err(ChangeError::Unsent);
        }
        let remote = self.remote.as_ref().ok_or(SyncError::NoServer)?;
        let mut writing = self.writing(ring, case)?;
        writing.readers = readers_after(&writing.readers, change)?;
        let stays = !change.removes(ring.officer());
        let mut place = self.next_place(case.id)?;
        let mut item = None;
        for handover in self.handovers(ring, case, change)? {
            item.get_or_insert(sealed_hash(&handover));
            let once = OnceId::random(&self.random);
            let taken = remote.append(ring, case.id, once, &handover)?;
            self.expect(case.id, taken, stays)?;
            if taken != place {
                return Err(RemoteError::Moved.into());
            }
            place = taken.saturating_add(1);
        }
        let entry = self.entry_of_change(&writing, case, (change, item));
        let sealed = writing.seal(&entry)?;
        let ask = ChangeReaders {
            once: OnceId::random(&self.random),
            item: sealed,
            place,
            added: change.added.iter().map(|reader| reader.id).collect(),
            removed: change.removed.iter().map(|(id, _)| *id).collect(),
        };
        let taken = remote.change_readers(ring, case.id, &ask)?;
        self.expect(case.id, taken, stays)
    }

    /// Notes that the feed must bring back what was sent, for an officer who goes on reading.
    fn expect(&self, case: CaseId, place: u32, stays: bool) -> Result<(), ChangeError> {
        if stays {
            self.drawer.expect_back(case, place)?;
        }
        Ok(())
    }

    fn entry_of_change(
        &self,
        writing: &super::workplace::Writing,
        case: &Case,
        (change, item): (&Change, Option<ItemHash>),
    ) -> crate::core::entry::Entry {
        let mut signers = case.history().signers();
        let me = (writing.ring.officer(), writing.ring.verifying_key().to_bytes());
        if signers.iter().all(|(id, _)| *id != me.0) {
            signers.push(me);
        }
        let readers = ReadersChange {
            why: change.why,
            added: change.added.iter().map(|it| (it.id, it.name.clone())).collect(),
            removed: change.removed.clone(),
            signers,
        };
        let said = Said { id: self.new_entry_id(), body: EntryBody::default(), item };
        self.entry(writing, case.history().heads().to_vec(), (said, Some(readers)))
    }

    /// The place that the next item of a case gets, as far as this desk knows.
    fn next_place(&self, case: CaseId) -> Result<u32, FolderError> {
        let places = self.drawer.places(case)?;
        Ok(places.last().map_or(0, |place| place.sequence.saturating_add(1)))
    }

    /// The keys of everything that this officer can open in the case, for those who come.
    fn handovers(
        &self,
        ring: &KeyRing,
        case: &Case,
        change: &Change,
    ) -> Result<Vec<crate::core::SealedItem>, ChangeError> {
        let Some(readers) = Readers::new(change.added.clone()) else { return Ok(Vec::new()) };
        let mut keys: Vec<(ItemHash, ItemKey)> = Vec::new();
        for place in self.drawer.places(case.id)? {
            let item = match self.drawer.get(case.id, place)? {
                Some(item) if item.kind() != ItemKind::Handover => item,
                _ => continue,
            };
            let hash = sealed_hash(&item);
            let own = ring.item_key(&item).ok();
            keys.extend(own.or_else(|| case.handed(hash).cloned()).map(|key| (hash, key)));
        }
        let sealed = keys.chunks(MAX_KEYS).map(|part| {
            let keys: BTreeMap<_, _> = part.iter().cloned().collect();
            seal(&Handover { case: case.id, keys }, &readers)
        });
        sealed.map(|item| item.map_err(|_| SealReplyError::Seal.into())).collect()
    }
}

fn readers_after(before: &Readers, change: &Change) -> Result<Readers, SealReplyError> {
    let stays = |reader: &&Reader| change.removed.iter().all(|(gone, _)| *gone != reader.id);
    let mut readers: Vec<Reader> = before.iter().filter(stays).cloned().collect();
    for reader in &change.added {
        if readers.iter().all(|known| known.id != reader.id) {
            readers.push(reader.clone());
        }
    }
    Readers::new(readers).ok_or(SealReplyError::NotInTeam)
}
