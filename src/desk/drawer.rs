//! The drawer: sealed items on the officer's disk, and how far the feed was followed.
//!
//! Sync fills it, the casebook reads it. Only sealed items, their places and the team's public
//! keys lie in it; nothing readable is ever written here.
//!
//! ```text
//! cases/<case>/<sequence, 8 digits>.<kind>.age
//! cases/<case>/attachments/<attachment>.age            as [`super::attachments`] fetches them
//! outbox/<number, 8 digits>-<case>-<once>.<kind>.age   sealed, not yet at the server
//! feed.toml                                            last item, day of the last sync
//! team.toml                                            names and public keys
//! ```

use super::{
    folder::{self, FolderError, PART_ENDING, about},
    team::KnownTeam,
};
use crate::core::{CaseId, Day, ItemKind, OnceId, SealedItem, wire};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of sealed items.
pub struct Drawer {
    folder: PathBuf,
}

/// How far the feed was followed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct FeedMark {
    /// The last item that came: its case and its place there. `None` before the first.
    pub after: Option<(CaseId, u32)>,
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
        drawer.sweep()?;
        Ok(drawer)
    }

    /// Every case that has a folder.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn cases(&self) -> Result<Vec<CaseId>, FolderError> {
        let names = names(&self.cases_folder())?;
        Ok(names.iter().filter_map(|name| CaseId::parse(name)).collect())
    }

    /// What lies in a case, in order.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn places(&self, case: CaseId) -> Result<Vec<Place>, FolderError> {
        let folder = self.case_folder(case);
        let mut places: Vec<Place> =
            names(&folder)?.iter().filter_map(|name| parse_place(name)).collect();
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
        folder::make(&self.case_folder(case))?;
        let there = self.places(case)?.into_iter().find(|place| place.sequence == sequence);
        if let Some(place) = there {
            let same = self.get(case, place)?.is_some_and(|known| known == *item);
            return Ok(if same { Kept::Same } else { Kept::Other });
        }
        folder::replace(&self.path_of(case, sequence, item.kind()), item.as_bytes())?;
        Ok(Kept::New)
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
        let after = mark.after.map(|(case, sequence)| wire::item_name(case, sequence));
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

    /// Keeps a sealed item until the server has it.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn put_unsent(
        &self,
        case: CaseId,
        once: OnceId,
        item: &SealedItem,
    ) -> Result<(), FolderError> {
        let names = names(&self.outbox_folder())?;
        let last = names.iter().filter_map(|name| parse_unsent(name)).map(|(number, ..)| number);
        let number = last.max().unwrap_or(0).saturating_add(1);
        let name = format!("{number:08}-{case}-{once}.{}.age", kind_name(item.kind()));
        folder::replace(&self.outbox_folder().join(name), item.as_bytes())
    }

    /// Everything that has not reached the server, oldest first.
    ///
    /// # Errors
    /// [`FolderError::Io`].
    pub fn unsent(&self) -> Result<Vec<Unsent>, FolderError> {
        let folder = self.outbox_folder();
        let mut found: Vec<_> = names(&folder)?
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

    fn cases_folder(&self) -> PathBuf {
        self.folder.join("cases")
    }

    fn outbox_folder(&self) -> PathBuf {
        self.folder.join("outbox")
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
            for name in names(&folder)? {
                if name.ends_with(&format!(".{PART_ENDING}")) {
                    folder::remove(&folder.join(name))?;
                }
            }
        }
        Ok(())
    }
}

fn names(folder: &Path) -> Result<Vec<String>, FolderError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(about(folder))? {
        let name = entry.map_err(about(folder))?.file_name();
        names.extend(name.into_string().ok());
    }
    Ok(names)
}

fn kind_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Report => "report",
        ItemKind::Addition => "addition",
        ItemKind::Message => "message",
        ItemKind::Entry => "entry",
    }
}

fn parse_kind(name: &str) -> Option<ItemKind> {
    (1..=4).filter_map(ItemKind::from_number).find(|kind| kind_name(*kind) == name)
}

fn parse_place(name: &str) -> Option<Place> {
    let (sequence, kind) = name.strip_suffix(".age")?.split_once('.')?;
    Some(Place { sequence: sequence.parse().ok()?, kind: parse_kind(kind)?.number() })
}

fn parse_unsent(name: &str) -> Option<(u64, CaseId, OnceId, ItemKind)> {
    let (stem, kind) = name.strip_suffix(".age")?.split_once('.')?;
    let (number, ids) = stem.split_once('-')?;
    let (case, once) = ids.split_once('-')?;
    let kind = parse_kind(kind)?;
    Some((number.parse().ok()?, CaseId::parse(case)?, OnceId::parse(once)?, kind))
}

fn parse_mark(bytes: &[u8]) -> Option<FeedMark> {
    let file: FeedFile = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let synced_on = file.synced_on.and_then(|day| Day::parse(&day));
    Some(FeedMark { after: file.after.and_then(|name| wire::parse_item_name(&name)), synced_on })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample::Sample;

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
        let item = (CaseId::from_bytes([1; 16]), u32::MAX);
        for after in [None, Some(item)] {
            let mark = FeedMark { after, synced_on: Day::parse("2026-11-23") };
            drawer.set_feed_mark(mark).unwrap();
            assert_eq!(drawer.feed_mark().unwrap(), mark);
        }
        // The second is a mark as it was once: a number.
        for other in [&[0xff, 0][..], b"cursor = \"7\"\n", b"after = \"7\"\n", b"after = 7\n"] {
            fs::write(folder.path().join("feed.toml"), other).unwrap();
            assert_eq!(drawer.feed_mark().unwrap(), FeedMark::default());
        }
    }

    #[test]
    fn unsent_items_keep_their_order_and_go_when_let_go() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let case = CaseId::from_bytes([1; 16]);
        for (byte, words) in [(9, "first"), (1, "second")] {
            let once = OnceId::from_bytes([byte; 16]);
            drawer.put_unsent(case, once, &sample.message(1, words)).unwrap();
        }
        let unsent = drawer.unsent().unwrap();
        assert_eq!(unsent[0].once, OnceId::from_bytes([9; 16]));
        assert!(unsent[0].item.is_some() && unsent.len() == 2);
        drawer.remove_unsent(&unsent[0]).unwrap();
        assert_eq!(drawer.unsent().unwrap().len(), 1);
    }

    #[test]
    fn only_sealed_items_lie_on_disk() {
        let sample = Sample::new(&["An"]);
        let folder = tempfile::tempdir().unwrap();
        let drawer = Drawer::open(folder.path()).unwrap();
        let case = CaseId::from_bytes([1; 16]);
        drawer.insert(case, 0, &sample.report(1, "MARKERWORD")).unwrap();
        drawer
            .put_unsent(case, OnceId::from_bytes([2; 16]), &sample.message(1, "MARKERWORD"))
            .unwrap();
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
