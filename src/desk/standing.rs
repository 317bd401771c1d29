//! Which entries of a history count, now that readers come and go.
//!
//! A part of the [`History`]. Who may write follows from the report and from the entries that count,
//! in their own order: whoever was added may write from there on, whoever was removed may not. Keys of
//! officers whom this desk never saw are believed when an entry that counts vouches for them.

use super::{
    finding::FindingKind,
    history::{CheckedEntry, Grounds, History, Signers, Standing},
};
use crate::core::{EntryHash, OfficerId};
use ed25519_dalek::VerifyingKey;
use std::collections::HashSet;

/// An entry that counts, and by which this officer comes or goes.
#[derive(Clone, Copy)]
struct Move {
    hash: EntryHash,
    place: Option<u32>,
    officer: OfficerId,
    is_added: bool,
}

impl History {
    /// Finds for each entry whether it counts. Each round of the loop takes in a key that was vouched
    /// for, or sets an entry aside for good, so there is an end to it.
    pub(super) fn settle_standings(&mut self, grounds: &Grounds) {
        let mut signers = grounds.signers.clone();
        let mut expelled = HashSet::new();
        loop {
            for known in self.known.values_mut() {
                known.checked.check(&signers);
                known.is_concurrent = false;
            }
            let moves = self.fold_standings(grounds, &expelled);
            let vouched = self.vouched(&moves, &signers);
            let late: Vec<EntryHash> = self.written_after_leaving(&moves).collect();
            if vouched.is_empty() && late.is_empty() {
                break;
            }
            expelled.extend(late);
            signers.extend(vouched);
        }
    }

    fn fold_standings(&mut self, grounds: &Grounds, expelled: &HashSet<EntryHash>) -> Vec<Move> {
        let mut moves: Vec<Move> = Vec::new();
        for hash in self.order.clone() {
            let officer = self.known[&hash].checked.entry.statement().officer;
            let last = moves.iter().rfind(|it| it.officer == officer && self.knew(hash, it.hash));
            let listed = || grounds.readers.iter().any(|(id, _)| *id == officer);
            let may_write = last.map_or_else(listed, |last| last.is_added);
            let known = self.known.get_mut(&hash).expect("what is in order is known");
            known.standing = if !may_write || expelled.contains(&hash) {
                Some(FindingKind::NotAReader)
            } else {
                standing(&known.checked, grounds)
            };
            if let (None, Some(change)) = (known.standing, known.change()) {
                let removed = change.removed.iter().map(|(officer, _)| (*officer, false));
                let added = change.added.iter().map(|(officer, _)| (*officer, true));
                let place = known.place;
                moves.extend(removed.chain(added).map(|(officer, is_added)| Move {
                    hash,
                    place,
                    officer,
                    is_added,
                }));
            }
        }
        moves
    }

    /// Keys that entries vouch for, of officers of whom this desk knows none.
    fn vouched(&self, moves: &[Move], signers: &Signers) -> Vec<(OfficerId, VerifyingKey)> {
        let changes = moves.iter().filter_map(|it| self.change(it.hash));
        let named = changes.flat_map(|change| &change.signers);
        let unknown = named.filter(|(officer, _)| !signers.knows(*officer));
        unknown.filter_map(|(id, key)| Some((*id, VerifyingKey::from_bytes(key).ok()?))).collect()
    }

    /// Entries that count, of officers who had gone by then: they lie after the entry that says so,
    /// and know nothing of it. The server takes none of these from an officer.
    fn written_after_leaving(&self, moves: &[Move]) -> impl Iterator<Item = EntryHash> {
        let is_late = |hash: &&EntryHash| {
            let known = &self.known[*hash];
            let officer = known.checked.entry.statement().officer;
            let lies_after =
                |it: &&Move| it.officer == officer && it.place.is_some() && it.place < known.place;
            let last = moves.iter().filter(lies_after).max_by_key(|it| it.place);
            known.standing.is_none()
                && last.is_some_and(|last| !last.is_added && !self.knew(**hash, last.hash))
        };
        self.order.iter().filter(is_late).copied()
    }

    /// Who may read the case, by the report and the entries that count.
    pub(super) fn settle_readers(&mut self, listed: &[(OfficerId, String)]) {
        let (mut readers, mut all) = (listed.to_vec(), listed.to_vec());
        for known in self.order.iter().map(|hash| &self.known[hash]) {
            let (None, Some(change)) = (known.standing, known.change()) else { continue };
            readers.retain(|(id, _)| change.removed.iter().all(|(gone, _)| gone != id));
            for (id, name) in &change.added {
                for list in [&mut readers, &mut all] {
                    if list.iter().all(|(known, _)| known != id) {
                        list.push((*id, name.clone()));
                    }
                }
            }
        }
        (self.readers, self.all_readers) = (readers, all);
    }
}

/// What an entry's own form says.
fn standing(checked: &CheckedEntry, grounds: &Grounds) -> Standing {
    if checked.key.is_none() {
        return Some(FindingKind::UnknownSigner);
    }
    if !checked.fits {
        return Some(FindingKind::Altered);
    }
    (grounds.report != Some(checked.entry.statement().report)).then_some(FindingKind::Foreign)
}
