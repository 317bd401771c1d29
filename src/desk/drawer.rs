//! The drawer: sealed items on the officer's disk, and how far the feed was followed.
//!
//! Sync fills it, the casebook reads it. Only sealed items, their places and the team's public
//! keys lie in it; nothing readable is ever written here.
//!
//! ```text
//! cases/<case>/<sequence, 8 digits>.<kind>.age
//! cases/<case>/attachments/<attachment>.age            as [`super::attachments`] fetches them
//! outbox/<number, 8 digits>-<case>-<once>.<kind>.age   sealed, not yet at the server
//! outbox/<…>.age.with-<number>                         waits for the outbox's item of that number
//! sent/<case>.<sequence>                               sent, and not yet come back in the feed
//! sent/<case>.<sequence>.gone                          the feed went by without it
//! feed.toml                                            last item, day of the last sync
//! team.toml                                            names and public keys
//! ```

use super::{
    folder::{self, FolderError, PART_ENDING},
    team::KnownTeam,
};
use crate::core::{CaseId, Day, ItemKind, SealedItem, wire::ItemName};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The folder of sealed items.
pub struct Drawer {
    pub(super) folder: PathBuf,
}

/// How far the feed was followed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct FeedMark {
    /// The last item that came. `None` before the first.
    pub after: Option<ItemName>,
    /// The day of the last sync that succeeded.
    pub synced_on: Option<Day>,
}

/// What became of an item that was put into the drawer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// It was written.
    New,
    /// It was there already, byte for byte.
    Same,
    /// Another item lies in its place; that one was kept.
    Other,
}

/// A place in a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The place, from 0.
    pub sequence: u32,
    /// What lies there, by number.
    pub kind: u8,
}

/// `feed.toml`. The item is named as on the wire.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FeedFile {
    after: Option<String>,
    synced_on: Option<String>,
}

impl Drawer {
    /// Opens the drawer in an officer's folder: makes what is missing, sweeps what was being
    /// written when the program was stopped.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn open(folder: &Path) -> Result<Self, FolderError> {
        let drawer = Self { folder: folder.to_owned() };
        folder::make(&drawer.cases_folder())?;
        folder::make(&drawer.outbox_folder())?;
        folder::make(&drawer.sent_folder())?;
        drawer.sweep()?;
        Ok(drawer)
    }

    /// Every case that has a folder.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn cases(&self) -> Result<Vec<CaseId>, FolderError> {
        let names = folder::names(&self.cases_folder())?;
        Ok(names.iter().filter_map(|name| CaseId::parse(name)).collect())
    }

    /// What lies in a case, in order.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn places(&self, case: CaseId) -> Result<Vec<Place>, FolderError> {
        let folder = self.case_folder(case);
        let mut places: Vec<Place> =
            folder::names(&folder)?.iter().filter_map(|name| parse_place(name)).collect();
        places.sort_unstable();
        places.dedup_by_key(|place| place.sequence);
        Ok(places)
    }

    /// The item at a place; `None` when the file is no age file or is gone.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn get(&self, case: CaseId, place: Place) -> Result<Option<SealedItem>, FolderError> {
        let Some(kind) = ItemKind::from_number(place.kind) else { return Ok(None) };
        let bytes = folder::read(&self.path_of(case, place.sequence, kind))?;
        Ok(bytes.and_then(|bytes| SealedItem::from_bytes(kind, bytes)))
    }

    /// Puts an item in its place, whole or not at all. What lies there already stays.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn insert(
        &self,
        case: CaseId,
        sequence: u32,
        item: &SealedItem,
    ) -> Result<Kept, FolderError> {
        let path = self.path_of(case, sequence, item.kind());
        if let Some(known) = folder::read(&path)? {
            return Ok(if known == item.as_bytes() { Kept::Same } else { Kept::Other });
        }
        // The folder is not listed: a case of many items would be listed once for each of them.
        let others = ItemKind::ALL.iter().filter(|kind| **kind != item.kind());
        if others.map(|kind| self.path_of(case, sequence, *kind)).any(|other| other.exists()) {
            return Ok(Kept::Other);
        }
        folder::make(&self.case_folder(case))?;
        folder::replace(&path, item.as_bytes())?;
        Ok(Kept::New)
    }

    /// Whether something lies at a place of a case.
    pub fn has(&self, case: CaseId, sequence: u32) -> bool {
        ItemKind::ALL.iter().any(|kind| self.path_of(case, sequence, *kind).exists())
    }

    /// Removes a case from this computer: this officer may not read it any more.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn forget(&self, case: CaseId) -> Result<(), FolderError> {
        folder::remove_folder(&self.case_folder(case))?;
        for place in self.expected_back()?.into_iter().chain(self.not_back()?) {
            if place.0 == case {
                self.came_back(place)?;
            }
        }
        Ok(())
    }

    /// How far the feed was followed. An unreadable mark counts as none: everything is fetched
    /// again, and nothing is lost or doubled.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn feed_mark(&self) -> Result<FeedMark, FolderError> {
        let bytes = folder::read(&self.folder.join("feed.toml"))?.unwrap_or_default();
        Ok(parse_mark(&bytes).unwrap_or_default())
    }

    /// Remembers how far the feed was followed.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn set_feed_mark(&self, mark: FeedMark) -> Result<(), FolderError> {
        let synced_on = mark.synced_on.map(Day::iso);
        let after = mark.after.map(|name| name.to_string());
        let file = FeedFile { after, synced_on };
        let text = toml::to_string(&file).expect("two strings are TOML");
        folder::replace(&self.folder.join("feed.toml"), text.as_bytes())
    }

    /// The team as it was last fetched; empty before the first sync.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn team(&self) -> Result<KnownTeam, FolderError> {
        let bytes = folder::read(&self.folder.join("team.toml"))?.unwrap_or_default();
        Ok(KnownTeam::parse(&bytes))
    }

    /// Remembers the team.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn set_team(&self, team: &KnownTeam) -> Result<(), FolderError> {
        folder::replace(&self.folder.join("team.toml"), team.to_text().as_bytes())
    }

    fn cases_folder(&self) -> PathBuf {
        self.folder.join("cases")
    }

    pub(super) fn case_folder(&self, case: CaseId) -> PathBuf {
        self.cases_folder().join(case.to_string())
    }

    fn path_of(&self, case: CaseId, sequence: u32, kind: ItemKind) -> PathBuf {
        self.case_folder(case).join(format!("{sequence:08}.{}.age", kind_name(kind)))
    }

    fn sweep(&self) -> Result<(), FolderError> {
        let mut folders = vec![self.folder.clone(), self.outbox_folder()];
        for case in self.cases()? {
            let attachments = self.attachments_folder(case);
            folders.extend(attachments.is_dir().then_some(attachments));
            folders.push(self.case_folder(case));
        }
        for folder in folders {
            for name in folder::names(&folder)? {
                if name.ends_with(&format!(".{PART_ENDING}")) {
                    folder::remove(&folder.join(name))?;
                }
            }
        }
        self.sweep_waiting()
    }
}

pub(super) fn kind_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Report => "report",
        ItemKind::Addition => "addition",
        ItemKind::Message => "message",
        ItemKind::Entry => "entry",
        ItemKind::Handover => "handover",
    }
}

pub(super) fn parse_kind(name: &str) -> Option<ItemKind> {
    ItemKind::ALL.into_iter().find(|kind| kind_name(*kind) == name)
}

fn parse_place(name: &str) -> Option<Place> {
    let (sequence, kind) = name.strip_suffix(".age")?.split_once('.')?;
    Some(Place { sequence: sequence.parse().ok()?, kind: parse_kind(kind)?.number() })
}

fn parse_mark(bytes: &[u8]) -> Option<FeedMark> {
    let file: FeedFile = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let synced_on = file.synced_on.and_then(|day| Day::parse(&day));
    Some(FeedMark { after: file.after.and_then(|name| ItemName::parse(&name)), synced_on })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{core::OnceId, desk::sample::Sample};
    use std::fs;

    #[test]
    fn an_item_reads_back_and_is_never_overwritten() {
        let sample = Sample::new(&["An"]);
        let (one, two) = (sample.report(1, "one"), sample.report(1, "two"));
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let case = CaseId::from_bytes([1; 16]);
        assert_eq!(drawer.insert(case, 0, &one).unwrap(), Kept::New);
        assert_eq!(drawer.insert(case, 0, &one).unwrap(), Kept::Same);
        assert_eq!(drawer.insert(case, 0, &two).unwrap(), Kept::Other);
        let places = drawer.places(case).unwrap();
        assert!(drawer.get(case, places[0]).unwrap().unwrap() == one);
        assert_eq!((drawer.cases().unwrap(), places.len()), (vec![case], 1));
    }

    #[test]
    fn what_was_half_written_is_swept_and_strangers_are_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let case = CaseId::from_bytes([1; 16]);
        let inside = folder.path().join("cases").join(case.to_string());
        fs::create_dir_all(&inside).unwrap();
        fs::write(inside.join("00000000.report.age.7.part"), b"half").unwrap();
        fs::write(inside.join("notes.txt"), b"x").unwrap();
        fs::write(inside.join("00000001.report.age"), b"no age file").unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        assert_eq!(fs::read_dir(&inside).unwrap().count(), 2);
        let places = drawer.places(case).unwrap();
        assert_eq!(places.len(), 1);
        assert!(drawer.get(case, places[0]).unwrap().is_none());
    }

    #[test]
    fn the_feed_mark_reads_back_and_a_damaged_one_starts_over() {
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        assert_eq!(drawer.feed_mark().unwrap(), FeedMark::default());
        let case = CaseId::from_bytes([1; 16]);
        let item = ItemName { case, sequence: u32::MAX, check: [7; 8] };
        for after in [None, Some(item)] {
            let mark = FeedMark { after, synced_on: Day::parse("2026-11-23") };
            drawer.set_feed_mark(mark).unwrap();
            assert_eq!(drawer.feed_mark().unwrap(), mark);
        }
        // The second and the last are marks as they were once: a number, and a place.
        let place = format!("after = \"{case}.7\"\n");
        let others = ["\u{0}", "cursor = \"7\"\n", "after = \"7\"\n", "after = 7\n", &place];
        for other in others {
            fs::write(folder.path().join("feed.toml"), other).unwrap();
            assert_eq!(drawer.feed_mark().unwrap().after, None, "{other}");
        }
    }

    #[test]
    fn only_sealed_items_lie_on_disk() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let case = CaseId::from_bytes([1; 16]);
        drawer.insert(case, 0, &sample.report(1, "MARKERWORD")).unwrap();
        let unsent = (OnceId::from_bytes([2; 16]), sample.message(1, "MARKERWORD"));
        drawer.put_unsent(case, &[unsent]).unwrap();
        let mut pending = vec![folder.path().to_owned()];
        let mut files = 0;
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                pending.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                files += 1;
                let bytes = fs::read(&path).unwrap();
                assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "{}", path.display());
                assert!(!bytes.windows(10).any(|part| part == b"MARKERWORD"));
            }
        }
        assert_eq!(files, 2);
    }
}
