//! The outbox, and what is known of items that have left it.
//!
//! The workplace puts sealed items in, sync takes them to the server and notes that the feed must
//! bring each of them back. It is a part of the [`Drawer`]: nothing readable is written here either.

use super::{
    drawer::{Drawer, kind_name, parse_kind},
    folder::{self, FolderError},
};
use crate::core::{CaseId, ItemKind, OnceId, SealedItem, wire};
use std::{collections::BTreeSet, path::PathBuf};

/// What stands before the number of the item that a waiting one of the outbox waits for.
const WAITING_MARK: &str = ".with-";

/// How the note ends that something sent did not come back.
const GONE_ENDING: &str = ".gone";

/// A sealed item that has not reached the server.
pub struct Unsent {
    /// The case.
    pub case: CaseId,
    /// Makes sending it twice add it once.
    pub once: OnceId,
    /// The item; `None` when its file is damaged.
    pub item: Option<SealedItem>,
    path: PathBuf,
}

impl Drawer {
    /// Keeps sealed items of a case until the server has them: all of them or none, in this order.
    ///
    /// # Errors
    /// [`FolderError::Io`]: none is kept.
    pub fn put_unsent(
        &self,
        case: CaseId,
        items: &[(OnceId, SealedItem)],
    ) -> Result<(), FolderError> {
        let folder = self.outbox_folder();
        let names = folder::names(&folder)?;
        let last = names.iter().filter_map(|name| parse_unsent(name)).map(|(number, ..)| number);
        let first = last.max().unwrap_or(0).saturating_add(1);
        let mut waiting = Vec::new();
        // The last ones come first, waiting for the first one: with it, all of them are kept.
        for (place, (once, item)) in items.iter().enumerate().rev() {
            let number = first.saturating_add(place as u64);
            let name = format!("{number:08}-{case}-{once}.{}.age", kind_name(item.kind()));
            let path = folder.join(&name);
            if place == 0 {
                folder::replace(&path, item.as_bytes())?;
            } else {
                let held = folder.join(format!("{name}{WAITING_MARK}{first:08}"));
                folder::replace(&held, item.as_bytes())?;
                waiting.push((held, path));
            }
        }
        waiting.iter().rev().try_for_each(|(held, path)| folder::rename(held, path))
    }

    /// Everything that has not reached the server, oldest first.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn unsent(&self) -> Result<Vec<Unsent>, FolderError> {
        let folder = self.outbox_folder();
        let mut found: Vec<_> = folder::names(&folder)?
            .into_iter()
            .filter_map(|name| parse_unsent(&name).map(|parsed| (parsed, name)))
            .collect();
        found.sort_unstable_by(|(_, one), (_, other)| one.cmp(other));
        let mut unsent = Vec::with_capacity(found.len());
        for ((_, case, once, kind), name) in found {
            let path = folder.join(name);
            let bytes = folder::read(&path)?.unwrap_or_default();
            unsent.push(Unsent { case, once, item: SealedItem::from_bytes(kind, bytes), path });
        }
        Ok(unsent)
    }

    /// Lets go of an item that the server has.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn remove_unsent(&self, unsent: &Unsent) -> Result<(), FolderError> {
        folder::remove(&unsent.path)
    }

    /// Notes that the server took an item of ours at this place, so that the feed must bring it
    /// back. `false` when that is noted already.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn expect_back(&self, case: CaseId, sequence: u32) -> Result<bool, FolderError> {
        let path = self.sent_path((case, sequence));
        let is_new = !path.exists();
        if is_new {
            folder::replace(&path, b"")?;
        }
        Ok(is_new)
    }

    /// Notes that the feed brought back what was sent.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn came_back(&self, place: (CaseId, u32)) -> Result<(), FolderError> {
        for path in [self.sent_path(place), self.gone_path(place)] {
            if path.exists() {
                folder::remove(&path)?;
            }
        }
        Ok(())
    }

    /// Notes that the feed went by without what was sent, or holds another item there.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn set_not_back(&self, place: (CaseId, u32)) -> Result<(), FolderError> {
        folder::replace(&self.gone_path(place), b"")?;
        let path = self.sent_path(place);
        if path.exists() { folder::remove(&path) } else { Ok(()) }
    }

    /// The places at which the feed is still to bring back what was sent.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn expected_back(&self) -> Result<BTreeSet<(CaseId, u32)>, FolderError> {
        let names = folder::names(&self.sent_folder())?;
        Ok(names.iter().filter_map(|name| wire::parse_place(name)).collect())
    }

    /// The places at which the feed did not bring back what was sent.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn not_back(&self) -> Result<BTreeSet<(CaseId, u32)>, FolderError> {
        let names = folder::names(&self.sent_folder())?;
        let gone = names.iter().filter_map(|name| name.strip_suffix(GONE_ENDING));
        Ok(gone.filter_map(wire::parse_place).collect())
    }

    /// Puts into the outbox what was waiting for an item that is there; what waited for one that was
    /// never kept goes.
    pub(super) fn sweep_waiting(&self) -> Result<(), FolderError> {
        let folder = self.outbox_folder();
        let names = folder::names(&folder)?;
        let kept: BTreeSet<u64> =
            names.iter().filter_map(|name| parse_unsent(name)).map(|(number, ..)| number).collect();
        for name in &names {
            let Some((item, number)) = name.split_once(WAITING_MARK) else { continue };
            if number.parse().is_ok_and(|number| kept.contains(&number)) {
                folder::rename(&folder.join(name), &folder.join(item))?;
            } else {
                folder::remove(&folder.join(name))?;
            }
        }
        Ok(())
    }

    pub(super) fn outbox_folder(&self) -> PathBuf {
        self.folder.join("outbox")
    }

    pub(super) fn sent_folder(&self) -> PathBuf {
        self.folder.join("sent")
    }

    fn sent_path(&self, (case, sequence): (CaseId, u32)) -> PathBuf {
        self.sent_folder().join(wire::place_text(case, sequence))
    }

    fn gone_path(&self, (case, sequence): (CaseId, u32)) -> PathBuf {
        self.sent_folder().join(wire::place_text(case, sequence) + GONE_ENDING)
    }
}

fn parse_unsent(name: &str) -> Option<(u64, CaseId, OnceId, ItemKind)> {
    let (stem, kind) = name.strip_suffix(".age")?.split_once('.')?;
    let (number, ids) = stem.split_once('-')?;
    let (case, once) = ids.split_once('-')?;
    let kind = parse_kind(kind)?;
    Some((number.parse().ok()?, CaseId::parse(case)?, OnceId::parse(once)?, kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample::Sample;
    use std::{fs, path::Path};

    fn once(byte: u8) -> OnceId {
        OnceId::from_bytes([byte; 16])
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn unsent_items_keep_their_order_and_go_when_let_go() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let case = CaseId::from_bytes([1; 16]);
        for byte in [9, 1] {
            drawer.put_unsent(case, &[(once(byte), sample.message(1, "x"))]).unwrap();
        }
        let unsent = drawer.unsent().unwrap();
        assert_eq!(unsent[0].once, once(9));
        assert!(unsent[0].item.is_some() && unsent.len() == 2);
        drawer.remove_unsent(&unsent[0]).unwrap();
        assert_eq!(drawer.unsent().unwrap().len(), 1);
    }

    #[test]
    fn items_that_were_kept_together_are_all_there_or_none_wherever_it_stopped() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let outbox = folder.path().join("outbox");
        let case = CaseId::from_bytes([1; 16]);
        let items = [1, 2, 3].map(|byte| (once(byte), sample.message(1, "x")));
        let drawer = Drawer::open(folder.path()).unwrap();
        drawer.put_unsent(case, &items).unwrap();
        let onces = |drawer: &Drawer| {
            drawer.unsent().unwrap().iter().map(|unsent| unsent.once).collect::<Vec<_>>()
        };
        assert_eq!(onces(&drawer), [once(1), once(2), once(3)]);
        let whole: Vec<_> = drawer.unsent().unwrap().into_iter().map(|it| it.path).collect();
        let bytes: Vec<_> = whole.iter().map(|path| fs::read(path).unwrap()).collect();
        let held = |path: &Path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            outbox.join(format!("{name}{WAITING_MARK}00000001"))
        };
        // In the order of writing: third, second, first, then second and third by their names.
        for stopped_after in 0..=5 {
            fs::remove_dir_all(&outbox).unwrap();
            fs::create_dir(&outbox).unwrap();
            let there = |place: usize| match (place, stopped_after) {
                (0, 3..) | (1, 4..) | (2, 5) => Some(whole[place].clone()),
                (1, 2..) | (2, 1..) => Some(held(&whole[place])),
                _ => None,
            };
            for (place, bytes) in bytes.iter().enumerate() {
                there(place).into_iter().for_each(|path| fs::write(path, bytes).unwrap());
            }
            let drawer = Drawer::open(folder.path()).unwrap();
            let expected = if stopped_after < 3 { 0 } else { 3 };
            assert_eq!(onces(&drawer).len(), expected, "{stopped_after}");
            assert_eq!(count(&outbox), expected, "{stopped_after}");
        }
    }

    #[test]
    fn what_was_sent_is_expected_until_it_comes_back_or_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let place = (CaseId::from_bytes([1; 16]), 7);
        assert!(drawer.expect_back(place.0, place.1).unwrap());
        assert!(!drawer.expect_back(place.0, place.1).unwrap());
        assert_eq!(drawer.expected_back().unwrap(), [place].into());
        drawer.set_not_back(place).unwrap();
        assert_eq!(drawer.expected_back().unwrap(), [].into());
        assert_eq!(drawer.not_back().unwrap(), [place].into());
        drawer.came_back(place).unwrap();
        assert_eq!(count(&folder.path().join("sent")), 0);
    }
}
