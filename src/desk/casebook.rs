//! The casebook: every case of the drawer, opened, in memory.
//!
//! Desk and commands read it. It is dropped when the desk locks, and nothing of it is ever written
//! down. What does not open stays in its place, with the reason.

use super::{Drawer, KeyRing, drawer::Place, folder::FolderError};
use crate::core::{
    CaseId, ItemKind, OfficerId, PublicNumber, SealedItem,
    opening::{OpenError, Opened},
    report::Report,
    thread::{Addition, Message, Status},
};
use std::collections::{BTreeMap, btree_map::Entry};

/// Every case that this officer has. No `Debug`.
pub struct Casebook {
    cases: BTreeMap<CaseId, Case>,
}

/// One case, opened as far as it opens. No `Debug`.
pub struct Case {
    /// The case.
    pub id: CaseId,
    /// Its items by place, the report at 0.
    items: BTreeMap<u32, CaseItem>,
    /// Replies that have not reached the server, oldest first.
    pub unsent: Vec<CaseItem>,
}

/// What lies at one place of a case.
pub enum CaseItem {
    /// The report.
    Report(Box<Report>),
    /// Something the reporter added.
    Addition(Addition),
    /// A message to the reporter.
    Message(Message),
    /// It does not open.
    Shut(Shut),
}

/// Why an item is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shut {
    /// Opening failed.
    Failed(OpenError),
    /// Its file on this computer is damaged.
    File,
    /// A report stands where none belongs, or the first item is no report.
    Misplaced,
}

/// What a case is waiting for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waiting {
    /// Nobody has answered yet.
    FirstAnswer,
    /// The reporter wrote after the last answer.
    Answer,
    /// Nothing from this team.
    Nothing,
}

impl Casebook {
    /// An empty one.
    pub fn new() -> Self {
        Self { cases: BTreeMap::new() }
    }

    /// Opens what is new in the drawer. Heavy when much is new; call it on a blocking thread.
    ///
    /// # Errors
    /// [`FolderError`] when the drawer cannot be read.
    pub fn refresh(&mut self, drawer: &Drawer, ring: &KeyRing) -> Result<(), FolderError> {
        for id in drawer.cases()? {
            let case = self.cases.entry(id).or_insert_with(|| Case::empty(id));
            for place in drawer.places(id)? {
                if let Entry::Vacant(empty) = case.items.entry(place.sequence) {
                    let item = drawer.get(id, place)?;
                    empty.insert(opened(ring, id, place, item.as_ref()));
                }
            }
        }
        self.cases.retain(|_, case| !case.items.is_empty());
        self.refresh_unsent(drawer, ring)
    }

    fn refresh_unsent(&mut self, drawer: &Drawer, ring: &KeyRing) -> Result<(), FolderError> {
        self.cases.values_mut().for_each(|case| case.unsent.clear());
        for unsent in drawer.unsent()? {
            let Some(case) = self.cases.get_mut(&unsent.case) else { continue };
            let place = Place { sequence: u32::MAX, kind: ItemKind::Message.number() };
            case.unsent.push(opened(ring, unsent.case, place, unsent.item.as_ref()));
        }
        Ok(())
    }

    /// The case with this id.
    pub fn get(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id)
    }

    /// The case with this number.
    pub fn find(&self, number: PublicNumber) -> Option<&Case> {
        self.iter().find(|case| case.report().is_ok_and(|report| report.number == number))
    }

    /// Every case, newest report first; those that do not open come last.
    pub fn iter(&self) -> impl Iterator<Item = &Case> {
        let mut cases: Vec<&Case> = self.cases.values().collect();
        cases.sort_by_key(|case| std::cmp::Reverse(case.report().map(|report| report.day).ok()));
        cases.into_iter()
    }
}

impl Default for Casebook {
    fn default() -> Self {
        Self::new()
    }
}

fn opened(ring: &KeyRing, case: CaseId, place: Place, item: Option<&SealedItem>) -> CaseItem {
    let Some(item) = item else { return CaseItem::Shut(Shut::File) };
    match ring.open(case, item) {
        Ok(Opened::Report(report)) if place.sequence == 0 => CaseItem::Report(report),
        Ok(Opened::Report(_)) => CaseItem::Shut(Shut::Misplaced),
        Ok(_) if place.sequence == 0 => CaseItem::Shut(Shut::Misplaced),
        Ok(Opened::Addition(addition)) => CaseItem::Addition(addition),
        Ok(Opened::Message(message)) => CaseItem::Message(message),
        Err(error) => CaseItem::Shut(Shut::Failed(error)),
    }
}

impl Case {
    fn empty(id: CaseId) -> Self {
        Self { id, items: BTreeMap::new(), unsent: Vec::new() }
    }

    /// The report; otherwise why it is not there.
    ///
    /// # Errors
    /// [`Shut`].
    pub fn report(&self) -> Result<&Report, Shut> {
        match self.items.get(&0) {
            Some(CaseItem::Report(report)) => Ok(report),
            Some(CaseItem::Shut(shut)) => Err(*shut),
            _ => Err(Shut::Misplaced),
        }
    }

    /// What came after the report, in order; replies that were not sent yet come last.
    pub fn thread(&self) -> impl Iterator<Item = &CaseItem> {
        self.items.range(1..).map(|(_, item)| item).chain(&self.unsent)
    }

    /// Where it stands: the last status in a message, or new.
    pub fn status(&self) -> Status {
        let mut last = Status::ALL[0];
        for item in self.thread() {
            if let CaseItem::Message(Message { status: Some(status), .. }) = item {
                last = *status;
            }
        }
        last
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.status().key == "closed"
    }

    /// What it is waiting for.
    pub fn waiting(&self) -> Waiting {
        let mut waiting = Waiting::FirstAnswer;
        for item in self.thread() {
            waiting = match (item, waiting) {
                (CaseItem::Message(_), _) => Waiting::Nothing,
                (CaseItem::Addition(_), Waiting::Nothing) => Waiting::Answer,
                (_, waiting) => waiting,
            };
        }
        waiting
    }

    /// Whether the report lists this officer among its readers.
    pub fn lists(&self, officer: OfficerId) -> bool {
        self.report().is_ok_and(|report| report.readers.iter().any(|(id, _)| *id == officer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{keyring::tests_ring, sample::Sample};

    fn book(items: &[(u32, SealedItem)]) -> (tempfile::TempDir, Drawer, Casebook) {
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        for (sequence, item) in items {
            drawer.insert(Sample::case(1), *sequence, item).unwrap();
        }
        let mut book = Casebook::new();
        book.refresh(&drawer, &tests_ring(1)).unwrap();
        (folder, drawer, book)
    }

    #[test]
    fn a_case_opens_in_order_and_its_status_is_the_last_one() {
        let sample = Sample::new(&["An", "Bo"]);
        let (_folder, drawer, mut book) =
            book(&[(0, sample.report(1, "story")), (2, sample.addition(1, "more"))]);
        let case = book.find(Sample::number(1)).unwrap();
        assert_eq!((case.status().key, case.waiting()), ("new", Waiting::FirstAnswer));
        let answer = sample.message_with(1, "we read it", Some("acknowledged"));
        drawer.insert(Sample::case(1), 1, &answer).unwrap();
        book.refresh(&drawer, &tests_ring(1)).unwrap();
        let case = book.get(Sample::case(1)).unwrap();
        assert_eq!((case.status().key, case.waiting()), ("acknowledged", Waiting::Answer));
        assert!(matches!(case.thread().next(), Some(CaseItem::Message(_))));
        drawer
            .put_unsent(
                case.id,
                crate::core::OnceId::from_bytes([1; 16]),
                &sample.message_with(1, "bye", Some("closed")),
            )
            .unwrap();
        book.refresh(&drawer, &tests_ring(1)).unwrap();
        let case = book.get(Sample::case(1)).unwrap();
        assert!(case.is_closed() && case.unsent.len() == 1);
    }

    #[test]
    fn what_does_not_open_is_shown_with_the_reason() {
        let sample = Sample::new(&["An", "Bo"]);
        let an = sample.ids()[0].to_string();
        let hidden = sample.report_with(1, &[("story", &["x"]), ("exclude", &[&an])]);
        let (_folder, _drawer, opened) = book(&[(0, hidden), (1, sample.addition(2, "elsewhere"))]);
        let case = opened.get(Sample::case(1)).unwrap();
        assert_eq!(case.report().err(), Some(Shut::Failed(OpenError::NotForThisKey)));
        let shut = case.thread().next().unwrap();
        assert!(matches!(shut, CaseItem::Shut(Shut::Failed(OpenError::OtherCase))));
        let (_folder, _drawer, misplaced) =
            book(&[(0, sample.addition(1, "first")), (1, sample.report(1, "second"))]);
        let case = misplaced.get(Sample::case(1)).unwrap();
        assert_eq!(case.report().err(), Some(Shut::Misplaced));
        assert!(matches!(case.thread().next(), Some(CaseItem::Shut(Shut::Misplaced))));
    }
}
