//! The list of what was published: one sealed file on this computer.
//!
//! Desk and commands read it before an overview is made and write it before one leaves, so that no
//! publication is forgotten. It is sealed to this officer's own key, and holds numbers and the names
//! of rows; nothing of a case.
//!
//! ```text
//! monitoring.age     sealed to one key: first line, length, CBOR, padding to a size class
//! ```

use super::{
    counting::{Gone, QuarterCounts},
    period::{Period, Quarter},
    protect::Shown,
    publishing::{Block, Published},
    tables::Audience,
    tally::tally,
};
use crate::{
    Texts,
    core::{Day, envelope::size_class},
    desk::{
        KeyRing,
        casebook::Case,
        casework::Keyed,
        folder::{self, FolderError},
    },
};
use minicbor::{Decode, Encode};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use zeroize::Zeroizing;

/// The file, in the officer's folder.
pub const LIST_FILE: &str = "monitoring.age";

/// What the bytes inside begin with.
const FIRST: &[u8; 26] = b"veilig-melden monitoring 1";

/// Lists beyond the largest size class are padded to a multiple of this.
const STEP_BYTES: usize = 1024 * 1024;

/// One overview that left the desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Publication {
    /// The day.
    pub day: Day,
    /// Over what.
    pub period: Period,
    /// For whom.
    pub audience: Audience,
    /// As what: `csv`, `html`, `pdf`.
    pub format: String,
}

/// Why the list cannot be read or written. Carries nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// The file cannot be read or written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// It does not open with this key, or is damaged. It stays as it is.
    #[error("the list of overviews does not open")]
    Damaged,
    /// age refused.
    #[error("the list of overviews cannot be sealed")]
    Seal,
}

impl ListError {
    /// For the officer: what is wrong and what to do.
    pub fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Folder(error) => error.sentence(texts),
            Self::Damaged => texts.desk_monitor_list_damaged(),
            Self::Seal => texts.desk_monitor_list_sealing(),
        }
    }
}

impl Published {
    /// Reads the list of an officer's folder; an empty one when there is none yet.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn read(folder: &Path, ring: &KeyRing) -> Result<Self, ListError> {
        let Some(sealed) = folder::read(&folder.join(LIST_FILE))? else {
            return Ok(Self::default());
        };
        let frame = ring.open_private(&sealed).map_err(|_| ListError::Damaged)?;
        parse(&frame).ok_or(ListError::Damaged)
    }

    /// Writes the list, whole or not at all.
    ///
    /// # Errors
    /// [`ListError`]: what was there is as it was.
    pub fn write(&self, folder: &Path, ring: &KeyRing) -> Result<(), ListError> {
        let sealed = ring.seal_private(&self.frame()).ok_or(ListError::Seal)?;
        Ok(folder::replace(&folder.join(LIST_FILE), &sealed)?)
    }

    /// Notes that an overview leaves.
    pub fn note(&mut self, publication: Publication) {
        self.log.push(publication);
    }

    /// Every publication, the latest last.
    pub fn log(&self) -> &[Publication] {
        &self.log
    }

    fn frame(&self) -> Zeroizing<Vec<u8>> {
        let file = minicbor::to_vec(File::of(self)).unwrap_or_default();
        let bytes = FIRST.len() + 4 + file.len();
        let class = size_class(bytes).unwrap_or(bytes.next_multiple_of(STEP_BYTES));
        let mut frame = Zeroizing::new(Vec::with_capacity(class));
        frame.extend_from_slice(FIRST);
        frame.extend_from_slice(&u32::try_from(file.len()).unwrap_or(u32::MAX).to_be_bytes());
        frame.extend_from_slice(&file);
        frame.resize(class, 0);
        frame
    }
}

/// Keeps what a case adds to the counts, for when the case itself is destroyed. Call it before
/// anything of the case is removed; twice does no harm.
///
/// # Errors
/// [`ListError`]: nothing was kept, and the case should stay.
pub fn keep_tally(folder: &Path, ring: &KeyRing, case: &Case) -> Result<(), ListError> {
    let mut published = Published::read(folder, ring)?;
    if !published.gone.has(case.id) {
        published.gone.take_in(case.id, &tally(case));
        published.write(folder, ring)?;
    }
    Ok(())
}

fn parse(frame: &[u8]) -> Option<Published> {
    let (length, rest) = frame.strip_prefix(FIRST)?.split_first_chunk::<4>()?;
    let file = rest.get(..u32::from_be_bytes(*length) as usize)?;
    minicbor::decode::<File>(file).ok()?.published()
}

/// The list as it is written.
#[derive(Encode, Decode)]
struct File {
    #[n(0)]
    counted: BTreeMap<u16, QuarterCounts>,
    #[n(1)]
    blocks: BTreeMap<String, Vec<WrittenBlock>>,
    #[n(2)]
    log: Vec<WrittenLine>,
    #[n(3)]
    gone: Gone,
    #[n(4)]
    refused: BTreeMap<String, BTreeSet<u16>>,
}

#[derive(Encode, Decode)]
struct WrittenBlock {
    #[n(0)]
    quarters: Vec<u16>,
    #[n(1)]
    rows: Vec<(String, WrittenCell)>,
    #[n(2)]
    total: u32,
}

#[derive(Encode, Decode)]
enum WrittenCell {
    #[n(0)]
    Exact(#[n(0)] u32),
    #[n(1)]
    Small,
    #[n(2)]
    Hidden,
}

#[derive(Encode, Decode)]
struct WrittenLine {
    #[n(0)]
    day: u16,
    #[n(1)]
    period: String,
    #[n(2)]
    audience: String,
    #[n(3)]
    format: String,
}

impl File {
    fn of(published: &Published) -> Self {
        let written = |(count, blocks): (&String, &Vec<Block>)| {
            (count.clone(), blocks.iter().map(WrittenBlock::of).collect())
        };
        let line = |it: &Publication| WrittenLine {
            day: it.day.number(),
            period: it.period.to_string(),
            audience: it.audience.key().to_owned(),
            format: it.format.clone(),
        };
        let numbers = |(count, quarters): (&String, &BTreeSet<Quarter>)| {
            (count.clone(), quarters.iter().map(|it| it.number()).collect())
        };
        let counted = published.counted.iter().map(|(it, counts)| (it.number(), counts.clone()));
        Self {
            counted: counted.collect(),
            blocks: published.blocks.iter().map(written).collect(),
            log: published.log.iter().map(line).collect(),
            gone: published.gone.clone(),
            refused: published.refused.iter().map(numbers).collect(),
        }
    }

    fn published(self) -> Option<Published> {
        let mut published = Published { gone: self.gone, ..Published::default() };
        for (number, counts) in self.counted {
            published.counted.insert(Quarter::from_number(number)?, counts);
        }
        for (count, blocks) in self.blocks {
            let blocks: Option<_> = blocks.into_iter().map(WrittenBlock::block).collect();
            published.blocks.insert(count, blocks?);
        }
        for (count, quarters) in self.refused {
            let quarters: Option<_> = quarters.into_iter().map(Quarter::from_number).collect();
            published.refused.insert(count, quarters?);
        }
        for line in self.log {
            published.log.push(Publication {
                day: Day::from_number(line.day),
                period: Period::parse(&line.period)?,
                audience: Audience::find(&line.audience)?,
                format: line.format,
            });
        }
        Some(published)
    }
}

impl WrittenBlock {
    fn of(block: &Block) -> Self {
        let cell = |shown: Shown| match shown {
            Shown::Exact(number) => WrittenCell::Exact(number),
            Shown::Small => WrittenCell::Small,
            Shown::Hidden => WrittenCell::Hidden,
        };
        Self {
            quarters: block.quarters.iter().map(|it| it.number()).collect(),
            rows: block.rows.iter().map(|(row, shown)| (row.clone(), cell(*shown))).collect(),
            total: block.total,
        }
    }

    fn block(self) -> Option<Block> {
        let quarters: Option<Vec<Quarter>> =
            self.quarters.into_iter().map(Quarter::from_number).collect();
        let shown = |cell| match cell {
            WrittenCell::Exact(number) => Shown::Exact(number),
            WrittenCell::Small => Shown::Small,
            WrittenCell::Hidden => Shown::Hidden,
        };
        let rows = self.rows.into_iter().map(|(row, cell)| (row, shown(cell))).collect();
        Some(Block { quarters: quarters?, rows, total: self.total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{keyring::tests_ring, monitoring::counting::Counts};
    use std::fs;

    fn published() -> Published {
        let mut published = Published::default();
        let period = Period::parse("2026-Q3").unwrap();
        let mut counts = Counts::default();
        for _ in 0..7 {
            counts.add(&vec![(period.first(), "received/all".to_owned())]);
        }
        published.publish(period, &counts);
        let (day, format) = (Day::from_number(20_000), "csv".to_owned());
        published.note(Publication { day, period, audience: Audience::Board, format });
        published
    }

    #[test]
    fn the_list_reads_back_and_lies_sealed() {
        let folder = tempfile::tempdir().unwrap();
        let ring = tests_ring(1);
        assert!(Published::read(folder.path(), &ring).unwrap() == Published::default());
        let list = published();
        assert!(!list.blocks["received"].is_empty());
        list.write(folder.path(), &ring).unwrap();
        assert!(Published::read(folder.path(), &ring).unwrap() == list);
        let bytes = fs::read(folder.path().join(LIST_FILE)).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1"));
        assert!(!bytes.windows(8).any(|part| part == b"received" || part == b"veilig-m"));
    }

    #[test]
    fn a_list_that_does_not_open_is_not_taken_for_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        published().write(folder.path(), &tests_ring(1)).unwrap();
        let colleague = Published::read(folder.path(), &tests_ring(2));
        assert_eq!(colleague, Err(ListError::Damaged));
        fs::write(folder.path().join(LIST_FILE), b"x").unwrap();
        assert_eq!(Published::read(folder.path(), &tests_ring(1)), Err(ListError::Damaged));
    }
}
