//! Whether an index says what the ledger says.
//!
//! A start asks it for each record, and compares the counts at the end. It changes nothing.

use super::{
    NewCase, StoreError,
    files::SealedFile,
    index::{INSTALLATION, Index, guarded, lost},
    layout::{feed_key, file_value, head_of_new, item_key, item_value, once_key, read_head},
    record::Record,
    walk::Found,
};
use crate::core::{
    CaseId,
    wire::{self, CaseHead},
};
use sled::Tree;

/// How many entries each tree has.
#[derive(Default, PartialEq, Eq, Clone, Copy)]
pub struct Counts {
    /// Cases, and mailboxes.
    pub cases: u64,
    /// Items, and once ids.
    pub items: u64,
    /// Cases that were acknowledged.
    pub acknowledged: u64,
    /// Attachments.
    pub attachments: u64,
    /// Cases that were destroyed.
    pub destroyed: u64,
}

impl Index {
    /// Whether everything that a record puts in is there, with its own value.
    ///
    /// # Errors
    /// As [`Index::apply`].
    pub fn agrees(&self, found: &Found) -> Result<bool, StoreError> {
        guarded(|| match &found.record {
            Record::Destroyed(destroyed) => self.agrees_on_destroyed(destroyed),
            record if self.is_of_destroyed(record)? => Ok(true),
            // Only the last one stands; the end of the ledger is compared with them.
            Record::Released { .. } => Ok(true),
            Record::Installation(installation) => {
                holds(&self.meta, INSTALLATION.as_bytes(), &wire::to_bytes(installation))
            }
            Record::Case { new, files } => {
                Ok(self.holds_files(new.case, files)?
                    && self.agrees_on_case(found.tip.number, new)?)
            }
            Record::Item { sequence, item, files } => {
                let head = self.head_of(item.case)?.ok_or(StoreError::UnknownCase)?;
                let once = once_key(item.case, item.once);
                let value = item_value(found.tip.number, item.day, &item.item);
                Ok(head.items > *sequence
                    && self.holds_files(item.case, files)?
                    && holds(&self.items, &item_key(item.case, *sequence), &value)?
                    && holds(&self.onces, &once, &sequence.to_be_bytes())?
                    && self.holds_feed(found.tip.number, *sequence, &head)?)
            }
            Record::Acknowledged { case, day } => {
                let head = self.head_of(*case)?.ok_or(StoreError::UnknownCase)?;
                Ok(head.acknowledged_on == Some(*day))
            }
            Record::Readers(new) => self.agrees_on_readers(found.tip.number, new),
        })
    }

    fn agrees_on_case(&self, number: u64, new: &NewCase) -> Result<bool, StoreError> {
        let Some(head) = self.head_of(new.case)? else {
            return Ok(false);
        };
        let mut known = CaseHead { acknowledged_on: None, items: 1, ..head.clone() };
        if self.has_changed(new.case)? {
            known.readers = new.readers.clone();
        }
        let value = item_value(number, new.day, &new.item);
        Ok(wire::to_bytes(&known) == wire::to_bytes(&head_of_new(new))
            && holds(&self.items, &item_key(new.case, 0), &value)?
            && holds(&self.onces, &once_key(new.case, new.once), &0_u32.to_be_bytes())?
            && self.holds_excluded(new.case, &new.excluded)?
            && holds(&self.numbers, new.number.as_bytes(), &[])?
            && holds(&self.mailboxes, &new.address.0, new.case.as_bytes())?
            && self.holds_feed(number, 0, &head)?)
    }

    fn holds_files(&self, case: CaseId, files: &[SealedFile]) -> Result<bool, StoreError> {
        for file in files {
            if !holds(&self.attachments, file.id.as_bytes(), &file_value(case, file))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(super) fn holds_feed(
        &self,
        number: u64,
        sequence: u32,
        head: &CaseHead,
    ) -> Result<bool, StoreError> {
        let value = item_key(head.case, sequence);
        for reader in self.fed(head, sequence)? {
            if !holds(&self.feed, &feed_key(reader, number), &value)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Counts what is there; `None` when the trees contradict each other.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn counts(&self) -> Result<Option<Counts>, StoreError> {
        guarded(|| {
            let mut counts = Counts {
                items: self.items.len() as u64,
                attachments: self.attachments.len() as u64,
                destroyed: self.traces.len() as u64,
                ..Counts::default()
            };
            let (mut items, mut feed) = (0, 0);
            for value in self.cases.iter().values() {
                let head = read_head(&value.map_err(lost)?)?;
                counts.cases += 1;
                items += u64::from(head.items);
                feed += self.fed_count(&head)?;
                counts.acknowledged += u64::from(head.acknowledged_on.is_some());
            }
            let sound = items == counts.items
                && self.feed.len() as u64 == feed
                && self.onces.len() as u64 == counts.items
                && self.mailboxes.len() as u64 == counts.cases
                && self.numbers.len() as u64 <= counts.cases;
            Ok(sound.then_some(counts))
        })
    }
}

pub(super) fn holds(tree: &Tree, key: &[u8], value: &[u8]) -> Result<bool, StoreError> {
    Ok(tree.get(key).map_err(lost)?.is_some_and(|found| found == value))
}
