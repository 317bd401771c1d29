//! Which entries of a history count, now that readers come and go.
//!
//! A part of the [`History`]. Who may write follows from the report and from the entries that count,
//! in their own order: whoever was added may write from there on, whoever was removed may not. Keys of
//! officers whom this desk never saw are believed when an entry that counts vouches for them, or the one
//! that let this desk's officer in.

use super::{
    finding::FindingKind,
    history::{CheckedEntry, Grounds, History, Known, Signers, Standing},
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
            let vouched = self.vouched((&moves, grounds), &signers);
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

    /// Keys that entries vouch for, of officers of whom this desk knows none: entries that count, and
    /// the one by which this desk's own officer was let in. Whoever wrote that one gave the report, too,
    /// and those who let them in may have left before this desk ever saw their keys.
    fn vouched(
        &self,
        (moves, grounds): (&[Move], &Grounds),
        signers: &Signers,
    ) -> Vec<(OfficerId, VerifyingKey)> {
        let lets_us_in = |known: &&Known| {
            let added = known.change().map(|change| &change.added);
            added.into_iter().flatten().any(|(id, _)| signers.is_of(*id))
                && standing(&known.checked, grounds).is_none()
        };
        let ours = self.known.values().filter(lets_us_in).filter_map(Known::change);
        let changes = moves.iter().filter_map(|it| self.change(it.hash)).chain(ours);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::{
            CaseId, EntryId, ItemHash,
            entry::{Entry, Statement},
            handover::{ReadersChange, Why},
        },
        desk::{KeyRing, KnownTeam, keyring::tests_ring},
    };
    use ed25519_dalek::SigningKey;

    const REPORT: [u8; 32] = [7; 32];

    fn named(seeds: &[u8]) -> Vec<(OfficerId, String)> {
        seeds.iter().map(|seed| (tests_ring(*seed).officer(), format!("officer {seed}"))).collect()
    }

    /// An entry of this officer that knows these, by which others come and go.
    fn entry(
        (seed, number): (u8, u8),
        knows: &[&Entry],
        (added, removed): (&[u8], &[u8]),
    ) -> Entry {
        let ring = tests_ring(seed);
        ring.sign_entry(statement(&ring, number, knows, (added, removed)))
    }

    fn statement(
        ring: &KeyRing,
        number: u8,
        knows: &[&Entry],
        (added, removed): (&[u8], &[u8]),
    ) -> Statement {
        let signer =
            |seed: u8| (tests_ring(seed).officer(), *tests_ring(seed).verifying_key().as_bytes());
        let is_change = !added.is_empty() || !removed.is_empty();
        Statement {
            case: CaseId::from_bytes([1; 16]),
            id: EntryId::from_bytes([number; 16]),
            officer: ring.officer(),
            at_seconds: 60,
            report: ItemHash::from_bytes(REPORT),
            parents: knows.iter().map(|entry| entry.hash()).collect(),
            item: None,
            body: vec![number].into(),
            readers: is_change.then(|| {
                Box::new(ReadersChange {
                    why: Why::Other,
                    added: named(added),
                    removed: named(removed),
                    signers: [1, 2, 3, 4].map(signer).into(),
                })
            }),
        }
    }

    /// What counts, by number, for a desk of officer 4 that knows the keys of these: each entry lies at
    /// its place in the row, from 1. The report lists officers 1 and 2.
    fn counting(known: &[u8], entries: Vec<Entry>) -> (Vec<u8>, History) {
        let mut signers = Signers::of(&tests_ring(4), &KnownTeam::default());
        let keys = known
            .iter()
            .map(|seed| (tests_ring(*seed).officer(), tests_ring(*seed).verifying_key()));
        signers.extend(keys.collect());
        let mut history = History::default();
        for (place, entry) in (1..).zip(entries) {
            history.take_in(Some(place), CheckedEntry::new(entry, &signers));
        }
        let readers = named(&[1, 2]);
        history.settle(&Grounds {
            signers: &signers,
            readers: &readers,
            report: Some(ItemHash::from_bytes(REPORT)),
            items: &HashSet::new(),
            oddities: &[],
        });
        let mut said: Vec<u8> = history.iter().map(|(_, body)| body[0]).collect();
        said.sort_unstable();
        (said, history)
    }

    fn who(history: &History) -> Vec<OfficerId> {
        history.readers().iter().map(|(id, _)| *id).collect()
    }

    fn ids(seeds: &[u8]) -> Vec<OfficerId> {
        named(seeds).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn who_is_added_may_write_from_there_on_and_who_is_removed_may_not() {
        let one = entry((1, 1), &[], (&[], &[]));
        let too_soon = entry((3, 2), &[&one], (&[], &[]));
        let comes = entry((1, 3), &[&one], (&[3], &[]));
        let then = entry((3, 4), &[&comes], (&[], &[]));
        let goes = entry((3, 5), &[&then], (&[], &[2]));
        let after = entry((2, 6), &[&goes], (&[], &[]));
        let before = entry((2, 7), &[&comes], (&[], &[]));
        // What officer 2 wrote before they could know lies before it; what lies after it is late.
        let late = entry((2, 8), &[&comes], (&[], &[]));
        let row = vec![one, too_soon, comes, then, before, goes, after, late];
        let (said, history) = counting(&[1, 2, 3], row);
        assert_eq!(said, [1, 3, 4, 5, 7]);
        assert_eq!(who(&history), ids(&[1, 3]));
        assert_eq!(history.all_readers().len(), 3);
        let aside: Vec<_> = history.set_aside().map(|(what, ..)| what).collect();
        assert_eq!(aside, [FindingKind::NotAReader; 3]);
    }

    #[test]
    fn who_has_gone_cannot_let_anybody_in_and_who_comes_back_may_write() {
        let goes = entry((1, 1), &[], (&[], &[2]));
        let friend = entry((2, 2), &[], (&[3], &[]));
        let words = entry((3, 3), &[&friend], (&[], &[]));
        let (said, history) = counting(&[1, 2, 3], vec![goes, friend, words]);
        assert_eq!((said, who(&history)), (vec![1], ids(&[1])));

        let goes = entry((1, 1), &[], (&[], &[2]));
        let back = entry((1, 2), &[&goes], (&[2], &[]));
        let words = entry((2, 3), &[&back], (&[], &[]));
        let (said, history) = counting(&[1, 2], vec![goes, back, words]);
        assert_eq!((said, who(&history)), (vec![1, 2, 3], ids(&[1, 2])));
    }

    #[test]
    fn a_stranger_cannot_let_themselves_in_and_a_server_cannot_sign_for_an_officer() {
        let own = entry((3, 1), &[], (&[3], &[]));
        let after = entry((3, 2), &[&own], (&[], &[]));
        let (said, history) = counting(&[1, 2, 3], vec![own, after]);
        assert_eq!((said, who(&history)), (vec![], ids(&[1, 2])));
        let forged = statement(&tests_ring(1), 1, &[], (&[3], &[2]));
        let forged = forged.sign(&SigningKey::from_bytes(&[99; 32]));
        let (said, history) = counting(&[1, 2, 3], vec![forged]);
        assert_eq!((said, who(&history)), (vec![], ids(&[1, 2])));
        assert_eq!(history.set_aside().next().unwrap().0, FindingKind::Altered);
    }

    #[test]
    fn who_comes_later_believes_the_keys_that_come_with_the_entry_that_let_them_in() {
        let row = || {
            let one = entry((2, 1), &[], (&[], &[]));
            let two = entry((2, 2), &[&one], (&[3], &[]));
            let three = entry((3, 3), &[&two], (&[4], &[2]));
            vec![one, two, three]
        };
        // Officer 2 let officer 3 in and has left; officer 4 was let in by 3, and met nobody else.
        let (said, history) = counting(&[3], row());
        assert_eq!((said, who(&history)), (vec![1, 2, 3], ids(&[1, 3, 4])));
        assert_eq!(history.findings(), []);
        // Whom this desk does not know vouches for nobody.
        let (said, history) = counting(&[], row());
        assert_eq!((said, who(&history)), (vec![], ids(&[1, 2])));
    }
}
