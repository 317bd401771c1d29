//! Who may read a case, when that changes.
//!
//! The store takes a change with the entry in which an officer signs for it: one record, so that both
//! are there or neither is. Nothing that was sealed is sealed anew or moved; from the change on each
//! feed carries what its officer may read then, and one who was removed finds nothing of the case.
//! `docs/decisions/0012` says why this is enough.

use super::{
    NewItem, Store, StoreError,
    index::{Index, guarded, lost, put},
    layout::{feed_key, item_key, item_value, once_key, read_item_key, read_item_number},
    record::first_bytes,
    writer::Command,
};
use crate::core::{
    CaseId, Day, OfficerId, OnceId, SealedItem,
    wire::{self, CaseHead, FeedPage},
};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};

/// A change of who may read a case, with the entry that says so.
pub struct NewReaders {
    /// The entry; its place is the next one of the case.
    pub item: NewItem,
    /// The place that the entry is to have: whoever asks knows everything before it.
    pub place: u32,
    /// Who may read it from now on, too.
    pub added: Vec<OfficerId>,
    /// Who may not any more.
    pub removed: Vec<OfficerId>,
}

/// The body of a record of type 5.
#[derive(Encode, Decode)]
pub struct ReadersBody {
    #[n(0)]
    case: CaseId,
    #[n(1)]
    sequence: u32,
    #[n(2)]
    day: Day,
    #[n(3)]
    once: OnceId,
    #[n(4)]
    item: SealedItem,
    #[n(5)]
    added: Vec<OfficerId>,
    #[n(6)]
    removed: Vec<OfficerId>,
}

impl NewReaders {
    /// As the ledger holds it.
    pub fn to_body(&self) -> Vec<u8> {
        let NewItem { case, day, once, item, .. } = &self.item;
        wire::to_bytes(&ReadersBody {
            case: *case,
            sequence: self.place,
            day: *day,
            once: *once,
            item: item.clone(),
            added: self.added.clone(),
            removed: self.removed.clone(),
        })
    }

    /// Reads what [`Self::to_body`] wrote.
    pub fn from_body(body: &[u8]) -> Option<Self> {
        let ReadersBody { case, sequence, day, once, item, added, removed } =
            wire::from_bytes(body)?;
        let item = NewItem { case, day, once, item, attachments: Vec::new() };
        Some(Self { item, place: sequence, added, removed })
    }

    /// The readers that follow from those of before.
    pub fn after(&self, before: &[OfficerId]) -> Vec<OfficerId> {
        let stays = |id: &&OfficerId| !self.removed.contains(id);
        let mut readers: Vec<OfficerId> = before.iter().filter(stays).copied().collect();
        for id in &self.added {
            if !readers.contains(id) {
                readers.push(*id);
            }
        }
        readers
    }
}

impl Store {
    /// Changes who may read a case, and adds the entry that says so, in one record. Gives the place of
    /// the entry; the same change again changes nothing.
    ///
    /// # Errors
    /// As [`Store::append`], and
    /// - [`StoreError::Moved`]: the next place of the case is another one.
    /// - [`StoreError::Excluded`]: the reporter excluded somebody who was to be added.
    pub async fn change_readers(&self, change: NewReaders) -> Result<u32, StoreError> {
        self.ask(|reply| Command::ChangeReaders(Box::new(change), reply)).await
    }

    /// The items of a case from this place on, as a part of a feed.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn items_from(&self, case: CaseId, first: u32) -> Result<FeedPage, StoreError> {
        self.read(|index| index.items_from(case, first))
    }
}

/// What the index knows of a case whose readers have changed.
#[derive(Default)]
struct Changed {
    /// The number of the record that changed them last.
    number: u64,
    /// Readers whose feed begins at a later place of the case than the first.
    since: BTreeMap<OfficerId, u32>,
}

impl Changed {
    fn since(&self, officer: OfficerId) -> u32 {
        self.since.get(&officer).copied().unwrap_or(0)
    }

    fn to_value(&self) -> Vec<u8> {
        let mut value = self.number.to_be_bytes().to_vec();
        for (officer, sequence) in &self.since {
            value.extend_from_slice(officer.as_bytes());
            value.extend_from_slice(&sequence.to_be_bytes());
        }
        value
    }

    fn read(value: &[u8]) -> Result<Self, StoreError> {
        let (number, rows) = value.split_first_chunk::<8>().ok_or(StoreError::Index)?;
        let (rows, rest) = rows.as_chunks::<20>();
        if !rest.is_empty() {
            return Err(StoreError::Index);
        }
        let row = |row: &[u8; 20]| {
            let id = OfficerId::from_bytes(first_bytes(row));
            (id, u32::from_be_bytes(first_bytes(&row[16..])))
        };
        Ok(Self { number: u64::from_be_bytes(*number), since: rows.iter().map(row).collect() })
    }
}

/// A key of `excluded`.
fn excluded_key(case: CaseId, officer: OfficerId) -> [u8; 32] {
    let mut key = [0; 32];
    key[..16].copy_from_slice(case.as_bytes());
    key[16..].copy_from_slice(officer.as_bytes());
    key
}

impl Index {
    fn changed(&self, case: CaseId) -> Result<Option<Changed>, StoreError> {
        let value = self.readers.get(case.as_bytes()).map_err(lost)?;
        value.map(|bytes| Changed::read(&bytes)).transpose()
    }

    /// The readers in whose feed the item at this place stands.
    pub(super) fn fed(&self, head: &CaseHead, sequence: u32) -> Result<Vec<OfficerId>, StoreError> {
        let changed = self.changed(head.case)?.unwrap_or_default();
        let reads = |id: &OfficerId| changed.since(*id) <= sequence;
        Ok(head.readers.iter().copied().filter(reads).collect())
    }

    /// How many feed entries a case has.
    pub(super) fn fed_count(&self, head: &CaseHead) -> Result<u64, StoreError> {
        let changed = self.changed(head.case)?.unwrap_or_default();
        let readers: BTreeSet<_> = head.readers.iter().copied().collect();
        let each = |id: OfficerId| u64::from(head.items.saturating_sub(changed.since(id)));
        Ok(readers.into_iter().map(each).sum())
    }

    /// Whether the reporter excluded this officer, as far as the store was told.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn is_excluded(&self, case: CaseId, officer: OfficerId) -> Result<bool, StoreError> {
        guarded(|| self.excluded.contains_key(excluded_key(case, officer)).map_err(lost))
    }

    pub(super) fn put_excluded(
        &self,
        case: CaseId,
        excluded: &[OfficerId],
    ) -> Result<(), StoreError> {
        excluded.iter().try_for_each(|id| put(&self.excluded, &excluded_key(case, *id), &[]))
    }

    pub(super) fn holds_excluded(
        &self,
        case: CaseId,
        excluded: &[OfficerId],
    ) -> Result<bool, StoreError> {
        for id in excluded {
            if !self.excluded.contains_key(excluded_key(case, *id)).map_err(lost)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts a change in. Again changes nothing, wherever it stopped.
    pub(super) fn apply_readers(&self, number: u64, new: &NewReaders) -> Result<(), StoreError> {
        let NewItem { case, day, once, item, .. } = &new.item;
        let mut head = self.head_of(*case)?.ok_or(StoreError::UnknownCase)?;
        put(&self.items, &item_key(*case, new.place), &item_value(number, *day, item))?;
        put(&self.onces, &once_key(*case, *once), &new.place.to_be_bytes())?;
        head.items = head.items.max(new.place.saturating_add(1));
        let mut changed = self.changed(*case)?.unwrap_or_default();
        if changed.number <= number {
            for officer in &new.removed {
                self.remove_from_feed(*case, *officer)?;
                changed.since.remove(officer);
            }
            for officer in new.added.iter().filter(|id| !head.readers.contains(id)) {
                changed.since.insert(*officer, new.place);
            }
            changed.number = number;
            // First since when: a reader who is known without it would count from the beginning.
            put(&self.readers, case.as_bytes(), &changed.to_value())?;
            head.readers = new.after(&head.readers);
        }
        self.put_head(&head)?;
        self.put_feed(number, new.place, &head)
    }

    fn remove_from_feed(&self, case: CaseId, officer: OfficerId) -> Result<(), StoreError> {
        for value in self.items.scan_prefix(case.as_bytes()).values() {
            let number = read_item_number(&value.map_err(lost)?)?;
            self.feed.remove(feed_key(officer, number)).map_err(lost)?;
        }
        Ok(())
    }

    /// Whether a change is in, or a later one is.
    pub(super) fn agrees_on_readers(
        &self,
        number: u64,
        new: &NewReaders,
    ) -> Result<bool, StoreError> {
        let NewItem { case, day, once, item, .. } = &new.item;
        let head = self.head_of(*case)?.ok_or(StoreError::UnknownCase)?;
        let changed = self.changed(*case)?.unwrap_or_default();
        let is_last = changed.number == number;
        let fits = !is_last || new.after(&head.readers) == head.readers;
        Ok(fits
            && changed.number >= number
            && head.items > new.place
            && super::agreement::holds(
                &self.items,
                &item_key(*case, new.place),
                &item_value(number, *day, item),
            )?
            && super::agreement::holds(
                &self.onces,
                &once_key(*case, *once),
                &new.place.to_be_bytes(),
            )?
            && self.holds_feed(number, new.place, &head)?)
    }

    /// Whether the readers of a case have changed since it was opened.
    pub(super) fn has_changed(&self, case: CaseId) -> Result<bool, StoreError> {
        Ok(self.changed(case)?.is_some())
    }

    fn items_from(&self, case: CaseId, first: u32) -> Result<FeedPage, StoreError> {
        guarded(|| {
            let mut page = FeedPage { entries: Vec::new(), more: false };
            let mut bytes = 0;
            let range = item_key(case, first)..=item_key(case, u32::MAX);
            for key in self.items.range(range).keys() {
                let key = key.map_err(lost)?;
                let (case, sequence) = read_item_key(&key)?;
                let entry = self.feed_entry(&item_key(case, sequence))?;
                if !page.take_in(entry, &mut bytes) {
                    break;
                }
            }
            Ok(page)
        })
    }
}
