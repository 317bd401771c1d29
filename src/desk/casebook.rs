//! The casebook: every case of the drawer, opened, in memory.
//!
//! Desk and commands read it. It is dropped when the desk locks, and nothing of it is ever written
//! down. What does not open stays in its place, with the reason.

use super::{
    Drawer, KeyRing, Unsent,
    drawer::Place,
    finding::{FindingKind, Oddity},
    folder::FolderError,
    history::{Grounds, History, Signers},
    reading::{self, ItemKeys, Knowledge, Progress, Read},
};
use crate::core::{
    CaseId, ItemHash, ItemKind, OfficerId, PublicNumber, SealedItem,
    handover::ItemKey,
    opening::OpenError,
    report::Report,
    thread::{Addition, Message, Status},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::ControlFlow,
};

/// Every case that this officer has. No `Debug`.
#[derive(Default)]
pub struct Casebook {
    cases: BTreeMap<CaseId, Case>,
    /// What the histories were checked with.
    signers: Signers,
    /// Places at which the feed did not bring back what this desk sent.
    not_back: BTreeSet<(CaseId, u32)>,
}

/// One case, opened as far as it opens. No `Debug`.
pub struct Case {
    /// The case.
    pub id: CaseId,
    /// Its items by place, the report at 0.
    items: BTreeMap<u32, Placed>,
    /// Replies that have not reached the server, oldest first.
    pub unsent: Vec<Placed>,
    /// Keys of items, handed over by others.
    handed: ItemKeys,
    history: History,
    revision: u64,
}

/// An item with what names it.
pub struct Placed {
    /// Its kind, by number.
    pub kind: u8,
    /// Names the sealed item; `None` when its file is damaged.
    pub hash: Option<ItemHash>,
    /// What it holds.
    pub item: CaseItem,
}

impl Placed {
    fn is_between_officers(&self) -> bool {
        ItemKind::from_number(self.kind).is_some_and(ItemKind::is_between_officers)
    }
}

/// What lies at one place of a case.
pub enum CaseItem {
    /// The report.
    Report(Box<Report>),
    /// Something the reporter added.
    Addition(Addition),
    /// A message to the reporter.
    Message(Message),
    /// An entry between officers; it stands in the [`History`].
    Entry,
    /// A handover, with the names of the items that it is for; none when it is for another officer.
    Handover(Vec<ItemHash>),
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

/// How far a [`Casebook::refresh_watched`] came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refreshed {
    /// Everything in the drawer is in the book.
    Whole,
    /// It was stopped. Every case is there whole or as it was before; the next one goes on.
    Stopped,
}

impl Casebook {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// One case alone.
    ///
    /// # Errors
    /// [`FolderError`] when the drawer cannot be read.
    pub fn one(drawer: &Drawer, ring: &KeyRing, id: CaseId) -> Result<Self, FolderError> {
        let signers = Signers::of(ring, &drawer.team()?);
        let items = reading::read_one(drawer, (ring, &signers), id)?;
        let mut book = Self::new();
        let mut case = Case::empty(id);
        items.into_iter().for_each(|(place, item)| case.take_in(place, item));
        book.cases.insert(id, case);
        book.refresh_unsent(drawer, (ring, &signers), &mut BTreeSet::new())?;
        let not_back = drawer.not_back()?;
        book.cases.values_mut().for_each(|case| case.settle(&signers, &not_back));
        Ok(book)
    }

    /// Opens what is new in the drawer, on all cores. Heavy when much is new; call it on a blocking
    /// thread.
    ///
    /// # Errors
    /// [`FolderError`] when the drawer cannot be read.
    pub fn refresh(&mut self, drawer: &Drawer, ring: &KeyRing) -> Result<(), FolderError> {
        self.refresh_watched(drawer, ring, &|_, _| ControlFlow::Continue(())).map(drop)
    }

    /// As [`Self::refresh`]; `progress` is told how many cases of how many were looked through, and
    /// may stop it without harm.
    ///
    /// # Errors
    /// [`FolderError`] when the drawer cannot be read.
    pub fn refresh_watched(
        &mut self,
        drawer: &Drawer,
        ring: &KeyRing,
        progress: &Progress<'_>,
    ) -> Result<Refreshed, FolderError> {
        let signers = Signers::of(ring, &drawer.team()?);
        let known = |id: CaseId, place: &Place| match self.cases.get(&id) {
            Some(case) => case.knows(place.sequence),
            None => Knowledge::New,
        };
        let (read, refreshed) = reading::read_new(drawer, (ring, &signers), &known, progress)?;
        let mut changed: BTreeSet<CaseId> = BTreeSet::new();
        for (id, items) in read {
            let case = self.cases.entry(id).or_insert_with(|| Case::empty(id));
            items.into_iter().for_each(|(place, item)| case.take_in(place, item));
            changed.insert(id);
        }
        self.refresh_unsent(drawer, (ring, &signers), &mut changed)?;
        let not_back = drawer.not_back()?;
        let everything = signers != self.signers || not_back != self.not_back;
        (self.signers, self.not_back) = (signers, not_back);
        for case in self.cases.values_mut() {
            if everything || changed.contains(&case.id) {
                case.settle(&self.signers, &self.not_back);
            }
        }
        Ok(refreshed)
    }

    fn refresh_unsent(
        &mut self,
        drawer: &Drawer,
        (ring, signers): (&KeyRing, &Signers),
        changed: &mut BTreeSet<CaseId>,
    ) -> Result<(), FolderError> {
        let had = self.cases.values_mut().filter(|case| !case.unsent.is_empty());
        changed.extend(had.map(|case| {
            case.unsent.clear();
            case.id
        }));
        for Unsent { case: id, item, .. } in drawer.unsent()? {
            let Some(case) = self.cases.get_mut(&id) else { continue };
            case.take_in_unsent((ring, signers), item.as_ref());
            changed.insert(id);
        }
        Ok(())
    }

    /// The case with this id.
    pub fn get(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id)
    }

    /// The case with this id, to write in.
    pub fn get_mut(&mut self, id: CaseId) -> Option<&mut Case> {
        self.cases.get_mut(&id)
    }

    /// Lets go of a case.
    pub fn forget(&mut self, id: CaseId) {
        self.cases.remove(&id);
    }

    /// How many cases there are.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
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

/// One item of a case that is no entry, with what is known around it.
pub struct Post<'a> {
    /// The item.
    pub item: &'a CaseItem,
    /// Its place at the server; `None` while it is unsent.
    pub place: Option<u32>,
    /// The officer whose entry stands for it. A message without one may be anybody's: of before
    /// there were entries, or made up by the server.
    pub signed_by: Option<OfficerId>,
}

impl Case {
    fn empty(id: CaseId) -> Self {
        Self {
            id,
            items: BTreeMap::new(),
            unsent: Vec::new(),
            handed: ItemKeys::new(),
            history: History::default(),
            revision: 0,
        }
    }

    /// The report; otherwise why it is not there.
    ///
    /// # Errors
    /// [`Shut`].
    pub fn report(&self) -> Result<&Report, Shut> {
        match self.items.get(&0).map(|placed| &placed.item) {
            Some(CaseItem::Report(report)) => Ok(report),
            Some(CaseItem::Shut(shut)) => Err(*shut),
            _ => Err(Shut::Misplaced),
        }
    }

    /// Names the sealed report; `None` when it is not there.
    pub fn report_hash(&self) -> Option<ItemHash> {
        self.report().ok().and(self.items.get(&0)?.hash)
    }

    /// What officers wrote to one another, checked and in order.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Grows whenever something of the case changes.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What came after the report, in order, entries left out; replies that were not sent yet come
    /// last.
    pub fn thread(&self) -> impl Iterator<Item = &CaseItem> {
        self.after_report().map(|(_, placed)| &placed.item)
    }

    /// As [`Self::thread`], with what is known around each item.
    pub fn posts(&self) -> impl Iterator<Item = Post<'_>> {
        self.after_report().map(|(place, placed)| {
            let signed_by = placed.hash.and_then(|hash| self.history.signed_by(hash));
            Post { item: &placed.item, place, signed_by }
        })
    }

    fn after_report(&self) -> impl Iterator<Item = (Option<u32>, &Placed)> {
        let sent = self.items.range(1..).map(|(place, placed)| (Some(*place), placed));
        let all = sent.chain(self.unsent.iter().map(|placed| (None, placed)));
        all.filter(|(_, placed)| !placed.is_between_officers())
    }

    /// The message whose sealed item goes by this name.
    pub fn message(&self, item: ItemHash) -> Option<&Message> {
        let mut all = self.after_report();
        let (_, placed) = all.find(|(_, placed)| placed.hash == Some(item))?;
        match &placed.item {
            CaseItem::Message(message) => Some(message),
            _ => None,
        }
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

    /// Who may read it now: those whom the report lists, and as the entries changed that since. None
    /// when the report does not open.
    pub fn readers(&self) -> &[(OfficerId, String)] {
        self.history.readers()
    }

    /// Everybody who may or might read it at some time, with the names that they had then.
    pub fn all_readers(&self) -> &[(OfficerId, String)] {
        self.history.all_readers()
    }

    /// Whether this officer is among those who may read it.
    pub fn lists(&self, officer: OfficerId) -> bool {
        self.readers().iter().any(|(id, _)| *id == officer)
    }

    /// The names of those whom the reporter excluded, in the report or later. They never become
    /// readers.
    pub fn excluded(&self) -> Vec<String> {
        let mut names = self.report().map(|report| report.excluded.clone()).unwrap_or_default();
        for item in self.thread() {
            let CaseItem::Addition(addition) = item else { continue };
            let later = addition.answers.get("exclude").map(|answer| answer.values());
            names.extend(later.into_iter().flatten().map(|name| name.expose().to_owned()));
        }
        names
    }

    /// The key of an item that was handed over.
    pub(super) fn handed(&self, item: ItemHash) -> Option<&ItemKey> {
        self.handed.get(&item)
    }

    fn knows(&self, sequence: u32) -> Knowledge {
        match self.items.get(&sequence).map(|placed| &placed.item) {
            None => Knowledge::New,
            Some(CaseItem::Shut(Shut::Failed(OpenError::NotForThisKey))) => Knowledge::Shut,
            Some(_) => Knowledge::Known,
        }
    }

    fn take_in(&mut self, place: Place, read: Read) {
        let Read { placed, entry, keys } = read;
        self.handed.extend(keys);
        if let Some(entry) = entry {
            self.history.take_in(Some(place.sequence), entry);
        }
        self.items.insert(place.sequence, placed);
    }

    /// Takes in an item of the outbox; [`Self::settle`] must follow. What lies in the case, too, was
    /// sent just before the program was stopped.
    pub(super) fn take_in_unsent(&mut self, keys: (&KeyRing, &Signers), item: Option<&SealedItem>) {
        let kind = item.map_or(ItemKind::Message, SealedItem::kind).number();
        let place = Place { sequence: u32::MAX, kind };
        let Read { placed, entry, .. } =
            reading::opened(keys, self.id, place, (item, &self.handed));
        let is_sent = |known: &Placed| known.hash.is_some() && known.hash == placed.hash;
        match entry {
            Some(entry) => self.history.take_in(None, entry),
            None if self.items.values().any(is_sent) => {}
            None => self.unsent.push(placed),
        }
    }

    /// Checks and orders the history anew.
    pub(super) fn settle(&mut self, signers: &Signers, not_back: &BTreeSet<(CaseId, u32)>) {
        self.revision += 1;
        let all = self.items.values().chain(&self.unsent);
        let items: HashSet<ItemHash> = all.filter_map(|placed| placed.hash).collect();
        let mut oddities = self.oddities();
        let mine = not_back.range((self.id, 0)..=(self.id, u32::MAX));
        oddities
            .extend(mine.map(|(_, place)| Oddity { what: FindingKind::NotBack, place: *place }));
        let report = self.report_hash();
        let mut history = std::mem::take(&mut self.history);
        let readers = self.report().map_or(&[][..], |report| &report.readers);
        oddities.extend(self.withheld(&items));
        let (items, oddities) = (&items, &oddities);
        history.settle(&Grounds { signers, readers, report, items, oddities });
        self.history = history;
    }

    /// Handovers that name items which never came.
    fn withheld(&self, items: &HashSet<ItemHash>) -> Vec<Oddity> {
        let mut oddities = Vec::new();
        for (place, placed) in &self.items {
            let CaseItem::Handover(names) = &placed.item else { continue };
            let count = names.iter().filter(|name| !items.contains(name)).count();
            if count > 0 {
                oddities.push(Oddity { what: FindingKind::Withheld { count }, place: *place });
            }
        }
        oddities
    }

    /// Entries that do not open, and items that are there twice.
    fn oddities(&self) -> Vec<Oddity> {
        let mut oddities = Vec::new();
        let mut seen = HashSet::new();
        for (place, Placed { kind, hash, item }) in &self.items {
            let is_entry = *kind == ItemKind::Entry.number();
            let elsewhere = [Shut::Misplaced, Shut::Failed(OpenError::OtherCase)];
            let what = match item {
                CaseItem::Shut(shut) if elsewhere.contains(shut) => FindingKind::Foreign,
                CaseItem::Shut(_) if is_entry => FindingKind::Shut,
                _ if !is_entry && !hash.is_none_or(|hash| seen.insert(hash)) => {
                    FindingKind::Repeated
                }
                _ => continue,
            };
            oddities.push(Oddity { what, place: *place });
        }
        oddities
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::{OnceId, SealedItem},
        desk::{keyring::tests_ring, sample::Sample},
    };

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
        let bye = sample.message_with(1, "bye", Some("closed"));
        drawer.put_unsent(case.id, &[(OnceId::from_bytes([1; 16]), bye)]).unwrap();
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

    #[test]
    fn opening_can_be_stopped_without_harm_and_goes_on() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        for number in 1..=20 {
            drawer.insert(Sample::case(number), 0, &sample.report(number, "x")).unwrap();
            drawer.insert(Sample::case(number), 1, &sample.addition(number, "y")).unwrap();
        }
        let ring = tests_ring(1);
        let mut book = Casebook::new();
        let stop_at = |last: usize| {
            move |done: usize, total: usize| {
                assert!(done <= total && total == 20);
                if done >= last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }
        };
        let stopped = book.refresh_watched(&drawer, &ring, &stop_at(3)).unwrap();
        assert_eq!(stopped, Refreshed::Stopped);
        let opened = book.iter().count();
        assert!((3..20).contains(&opened), "{opened}");
        assert!(book.iter().all(|case| case.report().is_ok() && case.thread().count() == 1));
        let told = std::sync::Mutex::new(Vec::new());
        let listen = |done: usize, _: usize| {
            told.lock().unwrap().push(done);
            ControlFlow::Continue(())
        };
        let whole = book.refresh_watched(&drawer, &ring, &listen).unwrap();
        assert_eq!((whole, book.iter().count()), (Refreshed::Whole, 20));
        let mut told = told.into_inner().unwrap();
        told.sort_unstable();
        assert_eq!(told, (1..=20).collect::<Vec<_>>());
    }
}
