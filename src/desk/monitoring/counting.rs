//! Counts by quarter: tallies of cases, added up.
//!
//! [`super::publishing`] takes the counts of a quarter from here, once. Cases that are destroyed
//! leave their tally in [`Gone`], so that the numbers stay when the cases do not.

use super::{
    period::Quarter,
    tally::{Tally, is_cell, tally},
};
use crate::{core::CaseId, desk::Casebook};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// How many cases stand in each cell, in one quarter.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode)]
pub struct QuarterCounts {
    #[n(0)]
    cells: BTreeMap<String, u32>,
}

impl QuarterCounts {
    /// How many stand in the cell of this name.
    pub fn get(&self, cell: &str) -> u32 {
        self.cells.get(cell).copied().unwrap_or_default()
    }

    /// Adds cases to a cell.
    pub fn add(&mut self, cell: &str, cases: u32) {
        let count = self.cells.entry(cell.to_owned()).or_default();
        *count = count.saturating_add(cases);
    }

    /// Every cell that somebody stands in, with how many.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.cells.iter().map(|(cell, count)| (cell.as_str(), *count))
    }
}

/// Counts by quarter.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Counts(BTreeMap<Quarter, QuarterCounts>);

impl Counts {
    /// Of every case in the book, and of those that are gone from it. Heavy with many cases.
    pub fn of(book: &Casebook, gone: &Gone) -> Self {
        let mut counts = Self::default();
        // A case that was to be destroyed, and is still there, was counted with those that are gone.
        for case in book.iter().filter(|case| !gone.has(case.id)) {
            counts.add(&tally(case));
        }
        for (quarter, cells) in &gone.quarters {
            let Some(quarter) = Quarter::from_number(*quarter) else { continue };
            let sum = counts.0.entry(quarter).or_default();
            cells.iter().for_each(|(cell, cases)| sum.add(cell, cases));
        }
        counts
    }

    /// Adds one tally.
    pub fn add(&mut self, tally: &Tally) {
        for (quarter, cell) in tally {
            self.0.entry(*quarter).or_default().add(cell, 1);
        }
    }

    /// The counts of a quarter.
    pub fn get(&self, quarter: Quarter) -> QuarterCounts {
        self.0.get(&quarter).cloned().unwrap_or_default()
    }

    /// The first quarter in which something is counted.
    pub fn first(&self) -> Option<Quarter> {
        self.0.keys().next().copied()
    }
}

/// What destroyed cases leave behind: their counts, by quarter, and a mark by which a case that is
/// destroyed twice is counted once. The mark is a digest of a random id; nothing leads back.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode)]
pub struct Gone {
    #[n(0)]
    quarters: BTreeMap<u16, QuarterCounts>,
    #[n(1)]
    marks: BTreeSet<u64>,
}

impl Gone {
    /// Takes a case in, once.
    pub fn take_in(&mut self, case: CaseId, tally: &Tally) {
        if self.marks.insert(mark(case)) {
            for (quarter, cell) in tally.iter().filter(|(_, cell)| is_cell(cell)) {
                self.quarters.entry(quarter.number()).or_default().add(cell, 1);
            }
        }
    }

    /// Whether this case was taken in.
    pub fn has(&self, case: CaseId) -> bool {
        self.marks.contains(&mark(case))
    }

    /// How many cases were taken in.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }
}

fn mark(case: CaseId) -> u64 {
    let mut digest = Sha256::new();
    digest.update(b"veilig-melden counted case 1");
    digest.update(case.as_bytes());
    let digest: [u8; 32] = digest.finalize().into();
    u64::from_be_bytes(digest[..8].try_into().expect("a digest has more than eight bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(text: &str) -> Quarter {
        super::super::Period::parse(text).unwrap().first()
    }

    #[test]
    fn a_destroyed_case_is_counted_once_and_its_id_is_not_kept() {
        let (case, mut gone) = (CaseId::from_bytes([7; 16]), Gone::default());
        let tally = vec![
            (quarter("2026-Q1"), "received/all".to_owned()),
            (quarter("2026-Q2"), "closed/all".to_owned()),
            (quarter("2026-Q2"), "no such cell".to_owned()),
        ];
        gone.take_in(case, &tally);
        gone.take_in(case, &tally);
        assert!(gone.has(case) && gone.len() == 1);
        let counts = Counts::of(&Casebook::new(), &gone);
        assert_eq!(counts.get(quarter("2026-Q1")).get("received/all"), 1);
        assert_eq!(counts.get(quarter("2026-Q2")).iter().collect::<Vec<_>>(), [("closed/all", 1)]);
        let bytes = minicbor::to_vec(&gone).unwrap();
        assert!(!bytes.windows(4).any(|part| part == [7; 4]));
        assert_eq!(minicbor::decode::<Gone>(&bytes).unwrap(), gone);
    }
}
