//! The index: sled, which everything is read from.
//!
//! The store reads it, and the writer and the start put the ledger's records into it; it can be
//! thrown away and built again at any time. It never decides what is durable, and is never asked
//! to flush. Panics of sled stop here and become [`StoreError::Index`].
//!
//! Numbers are big-endian, so that keys sort by them; ids are their 16 bytes.
//!
//! | tree | key | value |
//! |---|---|---|
//! | `meta` | `format` | [`FORMAT`], 1 |
//! | `meta` | `installation` | the installation record's body, CBOR |
//! | `meta` | `position` | number 8 ‖ check 32 ‖ end 8 of the last record taken in |
//! | `mailboxes` | mailbox address 32 | case id 16 |
//! | `numbers` | public number 4 | empty |
//! | `cases` | case id 16 | [`CaseHead`], CBOR as on the wire |
//! | `items` | case id 16 ‖ sequence 4 | record number 8 ‖ kind 1 ‖ day 2 ‖ sealed item |
//! | `onces` | case id 16 ‖ once id 16 | sequence 4 |
//! | `feed` | officer id 16 ‖ record number 8 | case id 16 ‖ sequence 4 |
//! | `readers` | case id 16 | record number 8 of the last change ‖ for each whose feed begins later: officer id 16 ‖ sequence 4 |
//! | `excluded` | case id 16 ‖ officer id 16 | empty |
//! | `attachments` | attachment id 16 | case id 16 ‖ length 8 ‖ SHA-256 32 of the sealed file |
//! | `releases` | case id 16 | [`Release`](crate::core::release::Release), CBOR |
//! | `traces` | case trace 16 | [`Destroyed`](super::destroyed::Destroyed), CBOR |
//! | `shut` | mailbox trace 16 | day 2 on which its case was destroyed |
//!
//! The record numbers order each officer's feed and never leave the store: what lies between two
//! of them is not for every officer to know.

use super::{
    NewCase, NewItem, StoreError, StoredItem,
    layout::{
        feed_key, head_of_new, item_key, item_value, once_key, position_value, read_case,
        read_head, read_item, read_item_key, read_item_number, read_position,
    },
    ledger::refused,
    record::{Installation, Record},
    walk::{Found, Tip},
};
use crate::core::{
    CaseId, MailboxAddress, OfficerId, OnceId, PublicNumber,
    wire::{self, CaseHead, FeedEntry, FeedPage, ItemName},
};
use sled::{Db, IVec, Tree};
use std::{
    fs::{self, File},
    io,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    sync::{Once, mpsc},
    time::Duration,
};

/// The index's folder in the data folder.
pub const FOLDER_NAME: &str = "index";

/// Where a damaged index is moved.
const DAMAGED_NAME: &str = "index.damaged";

/// sled's cache, in bytes.
const CACHE_BYTES: u64 = 8 * 1024 * 1024;

/// How long sled's threads may take to let go of a closed index.
const LONGEST_CLOSE: Duration = Duration::from_secs(5);

/// The layout of the trees. An index of another layout does not open, and so is built anew.
const FORMAT: u8 = 4;

const FORMAT_KEY: &str = "format";
pub(super) const INSTALLATION: &str = "installation";
const POSITION: &str = "position";

/// The last record that an index has taken in, and where it ends in the ledger.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The record.
    pub tip: Tip,
    /// Where it ends, in bytes.
    pub end: u64,
}

/// An open index. No `Debug`: sled's would print every value.
pub struct Index {
    _db: Db,
    pub(super) meta: Tree,
    pub(super) mailboxes: Tree,
    pub(super) numbers: Tree,
    pub(super) cases: Tree,
    pub(super) items: Tree,
    pub(super) onces: Tree,
    pub(super) feed: Tree,
    pub(super) readers: Tree,
    pub(super) excluded: Tree,
    pub(super) attachments: Tree,
    pub(super) releases: Tree,
    pub(super) traces: Tree,
    pub(super) shut: Tree,
}

/// Whether there is an index's folder.
pub fn is_there(data: &Path) -> bool {
    data.join(FOLDER_NAME).exists()
}

/// Moves a damaged index aside, in the place of an older one.
///
/// # Errors
/// [`StoreError::Ledger`] with what the operating system said.
pub fn move_aside(data: &Path) -> Result<(), StoreError> {
    let (from, to) = (data.join(FOLDER_NAME), data.join(DAMAGED_NAME));
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(refused),
    };
    let is_folder = fs::symlink_metadata(&to).is_ok_and(|it| it.is_dir());
    gone(if is_folder { fs::remove_dir_all(&to) } else { fs::remove_file(&to) })?;
    gone(fs::rename(from, to))
}

/// Removes an index that was moved aside once.
///
/// # Errors
/// [`StoreError::Ledger`] with what the operating system said.
pub fn remove_damaged(data: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(data.join(DAMAGED_NAME)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(refused),
    }
}

/// Runs something that uses sled; its panics and errors become [`StoreError::Index`].
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(StoreError::Index))
}

/// sled's errors may quote values: only that there was one goes on.
pub(super) fn lost(_: sled::Error) -> StoreError {
    StoreError::Index
}

/// Keeps sled's panics out of the logs: their text may quote values, and each is answered by a
/// rebuild that is logged.
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let in_sled = panic.location().is_some_and(|place| place.file().contains("/sled-"));
            if in_sled {
                tracing::warn!("sled gave up on the index; it will be rebuilt");
            } else {
                before(panic);
            }
        }));
    });
}

/// Waits, for a moment at most, until sled's threads have let go of an index that this process
/// closed just now: they keep its file locked a little longer than its last handle. A file that
/// stays locked is left to sled to refuse.
fn wait_for_last_close(index: &Path) {
    let Ok(file) = File::open(index.join("db")) else {
        return;
    };
    if file.try_lock().is_ok() {
        return;
    }
    let (sender, free) = mpsc::channel();
    std::thread::spawn(move || {
        let locked = file.lock();
        drop(file);
        sender.send(locked).ok();
    });
    if free.recv_timeout(LONGEST_CLOSE).is_err() {
        tracing::warn!("the index is still locked");
    }
}

impl Index {
    /// Opens the index in the data folder, or makes it.
    ///
    /// # Errors
    /// [`StoreError::Index`] when sled cannot, or it has another layout.
    pub fn open(data: &Path) -> Result<Self, StoreError> {
        Self::open_at(data.join(FOLDER_NAME))
    }

    /// Opens an index in this very folder, or makes it.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_at(path: PathBuf) -> Result<Self, StoreError> {
        quiet_panics();
        wait_for_last_close(&path);
        guarded(|| {
            let config = sled::Config::new().path(path).cache_capacity(CACHE_BYTES);
            let db = config.flush_every_ms(None).open().map_err(lost)?;
            let tree = |name: &str| db.open_tree(name).map_err(lost);
            let meta = tree("meta")?;
            agree_on_format(&meta)?;
            Ok(Self {
                meta,
                mailboxes: tree("mailboxes")?,
                numbers: tree("numbers")?,
                cases: tree("cases")?,
                items: tree("items")?,
                onces: tree("onces")?,
                feed: tree("feed")?,
                readers: tree("readers")?,
                excluded: tree("excluded")?,
                attachments: tree("attachments")?,
                releases: tree("releases")?,
                traces: tree("traces")?,
                shut: tree("shut")?,
                _db: db,
            })
        })
    }

    /// Closes it. sled may panic here too, and after a write that failed it waits for ever: then
    /// its thread is left behind with it.
    pub fn close(self) {
        let (sender, closed) = mpsc::channel();
        let close = move || {
            let dropped = guarded(|| {
                drop(self);
                Ok(())
            });
            // Nobody listens any more when it took too long.
            sender.send(dropped.is_ok()).ok();
        };
        let closing = std::thread::Builder::new().name("index-close".to_owned()).spawn(close);
        if closing.is_err() || closed.recv_timeout(LONGEST_CLOSE) != Ok(true) {
            tracing::warn!("the index could not be closed; the next start rebuilds it");
        }
    }

    /// Whose index it is; `None` in a new one.
    pub fn installation(&self) -> Result<Option<Installation>, StoreError> {
        guarded(|| match self.meta.get(INSTALLATION).map_err(lost)? {
            Some(bytes) => wire::from_bytes(&bytes).map(Some).ok_or(StoreError::Index),
            None => Ok(None),
        })
    }

    /// How far it has taken in the ledger; `None` in a new one.
    pub fn position(&self) -> Result<Option<Position>, StoreError> {
        guarded(|| {
            let value = self.meta.get(POSITION).map_err(lost)?;
            value.map(|bytes| read_position(&bytes)).transpose()
        })
    }

    /// Puts a record in, and then the position. Putting in a record again changes nothing.
    ///
    /// # Errors
    /// - [`StoreError::UnknownCase`]: the record belongs to a case whose own record was lost.
    /// - [`StoreError::Index`].
    pub fn apply(&self, found: &Found) -> Result<(), StoreError> {
        guarded(|| {
            match &found.record {
                Record::Destroyed(destroyed) => self.apply_destroyed(destroyed)?,
                record if self.is_of_destroyed(record)? => {}
                Record::Installation(installation) => {
                    put(&self.meta, INSTALLATION.as_bytes(), &wire::to_bytes(installation))?;
                }
                Record::Case { new, files } => {
                    self.apply_files(new.case, files)?;
                    self.apply_case(found.tip.number, new)?;
                }
                Record::Item { sequence, item, files } => {
                    self.apply_files(item.case, files)?;
                    self.apply_item(found.tip.number, *sequence, item)?;
                }
                Record::Acknowledged { case, day } => {
                    let mut head = self.head_of(*case)?.ok_or(StoreError::UnknownCase)?;
                    head.acknowledged_on.get_or_insert(*day);
                    self.put_head(&head)?;
                }
                Record::Readers(new) => self.apply_readers(found.tip.number, new)?,
                Record::Released { case, release } => {
                    self.apply_release(*case, release.as_ref())?
                }
            }
            self.put_position(Position { tip: found.tip, end: found.end })
        })
    }

    /// A feed entry goes in last, so that whoever sees it finds what it points to.
    fn apply_case(&self, number: u64, new: &NewCase) -> Result<(), StoreError> {
        put(&self.items, &item_key(new.case, 0), &item_value(number, new.day, &new.item))?;
        self.put_excluded(new.case, &new.excluded)?;
        // A head that is there already knows of later items.
        let head = self.head_of(new.case)?.unwrap_or_else(|| head_of_new(new));
        self.put_head(&head)?;
        put(&self.onces, &once_key(new.case, new.once), &0_u32.to_be_bytes())?;
        put(&self.numbers, new.number.as_bytes(), &[])?;
        put(&self.mailboxes, &new.address.0, new.case.as_bytes())?;
        self.put_feed(number, 0, &head)
    }

    fn apply_item(&self, number: u64, sequence: u32, new: &NewItem) -> Result<(), StoreError> {
        let mut head = self.head_of(new.case)?.ok_or(StoreError::UnknownCase)?;
        let value = item_value(number, new.day, &new.item);
        put(&self.items, &item_key(new.case, sequence), &value)?;
        put(&self.onces, &once_key(new.case, new.once), &sequence.to_be_bytes())?;
        head.items = head.items.max(sequence.saturating_add(1));
        self.put_head(&head)?;
        self.put_feed(number, sequence, &head)
    }

    pub(super) fn put_head(&self, head: &CaseHead) -> Result<(), StoreError> {
        put(&self.cases, head.case.as_bytes(), &wire::to_bytes(head))
    }

    pub(super) fn put_feed(
        &self,
        number: u64,
        sequence: u32,
        head: &CaseHead,
    ) -> Result<(), StoreError> {
        let value = item_key(head.case, sequence);
        self.fed(head, sequence)?
            .iter()
            .try_for_each(|reader| put(&self.feed, &feed_key(*reader, number), &value))
    }

    fn put_position(&self, position: Position) -> Result<(), StoreError> {
        put(&self.meta, POSITION.as_bytes(), &position_value(position))
    }

    /// The case of a mailbox.
    ///
    /// # Errors
    /// [`StoreError::Index`], as all that follow.
    pub fn find(&self, address: &MailboxAddress) -> Result<Option<CaseId>, StoreError> {
        guarded(|| {
            let value = self.mailboxes.get(address.0).map_err(lost)?;
            value.map(|bytes| read_case(&bytes)).transpose()
        })
    }

    /// Whether a case has this number.
    pub fn is_number_taken(&self, number: PublicNumber) -> Result<bool, StoreError> {
        guarded(|| self.numbers.contains_key(number.as_bytes()).map_err(lost))
    }

    /// What is known of a case.
    pub fn head(&self, case: CaseId) -> Result<Option<CaseHead>, StoreError> {
        guarded(|| self.head_of(case))
    }

    pub(super) fn head_of(&self, case: CaseId) -> Result<Option<CaseHead>, StoreError> {
        let value = self.cases.get(case.as_bytes()).map_err(lost)?;
        value.map(|bytes| read_head(&bytes)).transpose()
    }

    /// The place of the item that this once id names in a case.
    pub fn once(&self, case: CaseId, once: OnceId) -> Result<Option<u32>, StoreError> {
        guarded(|| {
            let value = self.onces.get(once_key(case, once)).map_err(lost)?;
            let read = |bytes: IVec| bytes.as_ref().try_into().map(u32::from_be_bytes);
            value.map(read).transpose().map_err(|_| StoreError::Index)
        })
    }

    /// A case's items, in order.
    pub fn items(&self, case: CaseId) -> Result<Vec<StoredItem>, StoreError> {
        guarded(|| {
            let read = |entry: sled::Result<(IVec, IVec)>| {
                let (key, value) = entry.map_err(lost)?;
                let (_, sequence) = read_item_key(&key)?;
                let (day, item) = read_item(&value)?;
                Ok(StoredItem { sequence, day, item })
            };
            self.items.scan_prefix(case.as_bytes()).map(read).collect()
        })
    }

    /// What comes after an item in an officer's feed; from the start without one, and after an
    /// item that is not in this feed.
    pub fn feed(
        &self,
        officer: OfficerId,
        after: Option<ItemName>,
    ) -> Result<FeedPage, StoreError> {
        guarded(|| {
            let after = after.map(|name| self.number_in_feed(officer, name)).transpose()?;
            // Record numbers begin at 1.
            let first = feed_key(officer, after.flatten().unwrap_or(0).saturating_add(1));
            let mut page = FeedPage { entries: Vec::new(), more: false };
            let mut bytes = 0;
            for place in self.feed.range(first..=feed_key(officer, u64::MAX)).values() {
                let entry = self.feed_entry(&place.map_err(lost)?)?;
                if !page.take_in(entry, &mut bytes) {
                    break;
                }
            }
            Ok(page)
        })
    }

    /// Where an item stands in an officer's feed; `None` for an item that is not in it, known or
    /// not, and when another one lies in its place.
    fn number_in_feed(
        &self,
        officer: OfficerId,
        name: ItemName,
    ) -> Result<Option<u64>, StoreError> {
        let place = item_key(name.case, name.sequence);
        let Some(stored) = self.items.get(place).map_err(lost)? else { return Ok(None) };
        let (_, item) = read_item(&stored)?;
        if ItemName::of(name.case, name.sequence, &item) != name {
            return Ok(None);
        }
        let number = read_item_number(&stored)?;
        let there = self.feed.get(feed_key(officer, number)).map_err(lost)?;
        Ok(there.is_some_and(|found| found == place).then_some(number))
    }

    pub(super) fn feed_entry(&self, place: &[u8]) -> Result<FeedEntry, StoreError> {
        let (case, sequence) = read_item_key(place)?;
        let stored = self.items.get(place).map_err(lost)?.ok_or(StoreError::Index)?;
        let (day, item) = read_item(&stored)?;
        Ok(FeedEntry { case, sequence, day, item })
    }
}

/// Notes our layout in an index that is new; refuses one that has another.
fn agree_on_format(meta: &Tree) -> Result<(), StoreError> {
    match meta.get(FORMAT_KEY).map_err(lost)? {
        Some(found) if found == [FORMAT] => Ok(()),
        None if meta.is_empty() => put(meta, FORMAT_KEY.as_bytes(), &[FORMAT]),
        _ => Err(StoreError::Index),
    }
}

pub(super) fn put(tree: &Tree, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    tree.insert(key, value).map(drop).map_err(lost)
}
