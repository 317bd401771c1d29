//! Cases that may be destroyed from a day on, and what is left of those that were.
//!
//! The index keeps both; the writer decides with them. Of a destroyed case nothing is left but a
//! [`Destroyed`], which names nobody: whoever knows the case's id, or its receipt code, can find it.

use super::{
    StoreError,
    agreement::{Counts, holds},
    files::SealedFile,
    index::{Index, guarded, lost, put},
    layout::{feed_key, read_case, read_file, read_item_number},
    record::{Record, first_bytes},
};
use crate::core::{
    CaseId, Day, MailboxAddress, OfficerId, PublicNumber,
    release::{CaseTrace, MailboxTrace, Release},
    wire,
};
use minicbor::{Decode, Encode};
use sled::IVec;
use std::collections::BTreeMap;

/// How many days a destroyed mailbox is recognised, so that a form that a browser sends once more
/// does not bring the report back. Afterwards not even that is left of it.
pub const RESEND_DAYS: u16 = 90;

/// What is left of a destroyed case.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Destroyed {
    /// The case; gone once the ledger was rewritten without it.
    #[n(0)]
    pub case: Option<CaseId>,
    /// What is left of its name.
    #[n(1)]
    pub trace: CaseTrace,
    /// What is left of its mailbox; gone after [`RESEND_DAYS`].
    #[n(2)]
    pub mailbox: Option<MailboxTrace>,
    /// The day on which it was destroyed.
    #[n(3)]
    pub day: Day,
    /// The word of the officer who allowed it.
    #[n(4)]
    pub release: Release,
}

impl Destroyed {
    /// As it stands in a ledger that is rewritten on this day: without the case.
    pub fn rewritten(self, today: Day) -> Self {
        Self { case: None, mailbox: self.mailbox.filter(|_| !is_past(self.day, today)), ..self }
    }
}

fn is_past(destroyed: Day, today: Day) -> bool {
    destroyed.plus(RESEND_DAYS) < today
}

impl Index {
    pub(super) fn apply_release(
        &self,
        case: CaseId,
        release: Option<&Release>,
    ) -> Result<(), StoreError> {
        self.head_of(case)?.ok_or(StoreError::UnknownCase)?;
        match release {
            Some(release) => put(&self.releases, case.as_bytes(), &wire::to_bytes(release)),
            None => self.releases.remove(case.as_bytes()).map(drop).map_err(lost),
        }
    }

    /// Takes everything of a case out, and puts in what is left of it. What points to something goes
    /// before what it points to.
    pub(super) fn apply_destroyed(&self, destroyed: &Destroyed) -> Result<(), StoreError> {
        if let Some(case) = destroyed.case {
            self.remove_case(case)?;
        }
        if let Some(mailbox) = destroyed.mailbox {
            let day = destroyed.day.number().to_be_bytes();
            put(&self.shut, mailbox.as_bytes(), &day)?;
        }
        put(&self.traces, destroyed.trace.as_bytes(), &wire::to_bytes(destroyed))
    }

    fn remove_case(&self, case: CaseId) -> Result<(), StoreError> {
        let remove = |tree: &sled::Tree, key: &[u8]| tree.remove(key).map(drop).map_err(lost);
        if let Some(address) = self.address_of(case)? {
            remove(&self.mailboxes, &address.0)?;
        }
        self.remove_from_feeds(case)?;
        for file in self.files_of(case)? {
            remove(&self.attachments, file.id.as_bytes())?;
        }
        if let Some(head) = self.head_of(case)?
            && let Some(number) = PublicNumber::parse(&head.number)
        {
            remove(&self.numbers, number.as_bytes())?;
        }
        remove(&self.releases, case.as_bytes())?;
        remove(&self.readers, case.as_bytes())?;
        remove(&self.cases, case.as_bytes())?;
        for tree in [&self.items, &self.onces, &self.excluded] {
            for key in tree.scan_prefix(case.as_bytes()).keys() {
                remove(tree, &key.map_err(lost)?)?;
            }
        }
        Ok(())
    }

    /// Takes a case out of every feed: also of those of officers who were readers once.
    fn remove_from_feeds(&self, case: CaseId) -> Result<(), StoreError> {
        let officers = self.officers_with_feeds()?;
        for value in self.items.scan_prefix(case.as_bytes()).values() {
            let number = read_item_number(&value.map_err(lost)?)?;
            for officer in &officers {
                self.feed.remove(feed_key(*officer, number)).map_err(lost)?;
            }
        }
        Ok(())
    }

    fn officers_with_feeds(&self) -> Result<Vec<OfficerId>, StoreError> {
        let mut officers = Vec::new();
        let mut next = self.feed.first().map_err(lost)?;
        while let Some((key, _)) = next {
            let officer = OfficerId::from_bytes(first_bytes(&key));
            officers.push(officer);
            next = self.feed.get_gt(feed_key(officer, u64::MAX)).map_err(lost)?;
        }
        Ok(officers)
    }

    fn address_of(&self, case: CaseId) -> Result<Option<MailboxAddress>, StoreError> {
        for entry in &self.mailboxes {
            let (address, of) = entry.map_err(lost)?;
            if of == case.as_bytes() {
                return Ok(Some(MailboxAddress(first_bytes(&address))));
            }
        }
        Ok(None)
    }

    /// What is left of a case's mailbox when the case is destroyed; nothing when its report was
    /// lost.
    ///
    /// # Errors
    /// [`StoreError::Index`], as all that follow.
    pub fn mailbox_trace_of(&self, case: CaseId) -> Result<Option<MailboxTrace>, StoreError> {
        guarded(|| Ok(self.address_of(case)?.map(|address| MailboxTrace::of(&address))))
    }

    /// The files of a case.
    pub fn files_of(&self, case: CaseId) -> Result<Vec<SealedFile>, StoreError> {
        guarded(|| {
            let mut files = Vec::new();
            for entry in &self.attachments {
                let (id, value) = entry.map_err(lost)?;
                let (of, file) = read_file(&id, &value)?;
                files.extend((of == case).then_some(file));
            }
            Ok(files)
        })
    }

    /// From when a case may be destroyed.
    pub fn release(&self, case: CaseId) -> Result<Option<Release>, StoreError> {
        guarded(|| {
            let value = self.releases.get(case.as_bytes()).map_err(lost)?;
            value.map(|bytes| read(&bytes)).transpose()
        })
    }

    /// Every case that may be destroyed from a day on.
    pub fn releases(&self) -> Result<BTreeMap<CaseId, Release>, StoreError> {
        guarded(|| {
            let entry = |entry: sled::Result<(IVec, IVec)>| {
                let (case, release) = entry.map_err(lost)?;
                Ok((read_case(&case)?, read(&release)?))
            };
            self.releases.iter().map(entry).collect()
        })
    }

    /// What is left of a destroyed case.
    pub fn destroyed(&self, case: CaseId) -> Result<Option<Destroyed>, StoreError> {
        guarded(|| self.trace_of(case))
    }

    fn trace_of(&self, case: CaseId) -> Result<Option<Destroyed>, StoreError> {
        let value = self.traces.get(CaseTrace::of(case).as_bytes()).map_err(lost)?;
        value.map(|bytes| read(&bytes)).transpose()
    }

    /// Whether the case of a mailbox was destroyed not long ago.
    pub fn is_shut(&self, address: &MailboxAddress) -> Result<bool, StoreError> {
        let trace = MailboxTrace::of(address);
        guarded(|| self.shut.contains_key(trace.as_bytes()).map_err(lost))
    }

    /// Whether a rewrite of the ledger on this day would leave something out.
    pub fn has_remains(&self, today: Day) -> Result<bool, StoreError> {
        guarded(|| {
            for value in self.traces.iter().values() {
                let destroyed: Destroyed = read(&value.map_err(lost)?)?;
                if destroyed != destroyed.rewritten(today) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    /// Whether a record is one of a case that was destroyed.
    pub(super) fn is_of_destroyed(&self, record: &Record) -> Result<bool, StoreError> {
        let Some(case) = record.case() else { return Ok(false) };
        // Asked for every record of a rebuild: mostly there is none at all.
        if self.traces.is_empty() { Ok(false) } else { Ok(self.trace_of(case)?.is_some()) }
    }

    /// As [`Self::is_of_destroyed`]; no, when the index cannot tell.
    pub fn knows_destroyed(&self, record: &Record) -> bool {
        guarded(|| self.is_of_destroyed(record)).unwrap_or(false)
    }

    pub(super) fn agrees_on_destroyed(&self, destroyed: &Destroyed) -> Result<bool, StoreError> {
        if let Some(case) = destroyed.case
            && self.head_of(case)?.is_some()
        {
            return Ok(false);
        }
        if let Some(mailbox) = destroyed.mailbox {
            let day = destroyed.day.number().to_be_bytes();
            if !holds(&self.shut, mailbox.as_bytes(), &day)? {
                return Ok(false);
            }
        }
        holds(&self.traces, destroyed.trace.as_bytes(), &wire::to_bytes(destroyed))
    }

    /// What a case adds to the counts.
    pub fn weight_of(&self, case: CaseId) -> Result<Counts, StoreError> {
        let Some(head) = self.head(case)? else { return Ok(Counts::default()) };
        Ok(Counts {
            cases: 1,
            items: u64::from(head.items),
            acknowledged: u64::from(head.acknowledged_on.is_some()),
            attachments: self.files_of(case)?.len() as u64,
            destroyed: 0,
        })
    }
}

fn read<T: for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, StoreError> {
    wire::from_bytes(bytes).ok_or(StoreError::Index)
}
