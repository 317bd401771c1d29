//! Who said something, when, and what they knew when they said it.
//!
//! The fold reads it. Two officers may say different things without knowing of each other; a
//! `Knowledge` tells that apart from one who says something else on purpose. Nothing here is
//! readable text.

pub use crate::core::EntryId;
use crate::core::{Day, OfficerId};
use std::collections::HashMap;

/// What carries an event: from the entry that it came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The entry.
    pub id: EntryId,
    /// Who signed it.
    pub officer: OfficerId,
    /// When, by that officer's own clock, in seconds since 1970-01-01T00:00:00Z.
    pub at_seconds: i64,
    /// The newest entries that this officer's desk had then.
    pub parents: Vec<EntryId>,
}

impl Stamp {
    /// The day on which it was said, in the Netherlands.
    pub fn day(&self) -> Day {
        Day::of_seconds(self.at_seconds)
    }

    /// By what things that stand side by side are ordered: the same on every desk.
    pub fn order(&self) -> (i64, EntryId) {
        (self.at_seconds, self.id)
    }
}

/// Which entry knew of which: a row of bits for each.
pub(super) struct Knowledge {
    places: HashMap<EntryId, usize>,
    words: usize,
    bits: Vec<u64>,
}

impl Knowledge {
    /// Of a case's entries, parents before children. A parent that is not there is left out.
    pub fn of<'a>(stamps: impl ExactSizeIterator<Item = &'a Stamp>) -> Self {
        let count = stamps.len();
        let words = count.div_ceil(64);
        let mut known =
            Self { places: HashMap::with_capacity(count), words, bits: vec![0; count * words] };
        for (place, stamp) in stamps.enumerate() {
            for parent in &stamp.parents {
                let Some(&parent) = known.places.get(parent) else { continue };
                let (before, row) = known.bits.split_at_mut(place * words);
                for (to, from) in row.iter_mut().zip(&before[parent * words..][..words]) {
                    *to |= from;
                }
                row[parent / 64] |= 1 << (parent % 64);
            }
            known.places.insert(stamp.id, place);
        }
        known
    }

    /// Where an entry stands among those of the case.
    pub fn place(&self, id: EntryId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// Whether whoever wrote `later` had `earlier` before them.
    pub fn knew(&self, later: EntryId, earlier: EntryId) -> bool {
        let (Some(&later), Some(&earlier)) = (self.places.get(&later), self.places.get(&earlier))
        else {
            return false;
        };
        self.bits[later * self.words + earlier / 64] & (1 << (earlier % 64)) != 0
    }
}
