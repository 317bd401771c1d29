//! The history of a case: its entries, checked, in one order that every desk computes alike.
//!
//! The casebook fills and settles it; casework reads it. What does not count is set aside and shown
//! with the reason, never hidden and never among what counts. It asks nobody: what it says follows
//! from the entries, the report and the keys that this desk believes.

use super::{
    KeyRing, KnownTeam,
    finding::{Finding, FindingKind, Oddity},
};
use crate::core::{EntryHash, EntryId, ItemHash, OfficerId, entry::Entry, handover::ReadersChange};
use ed25519_dalek::VerifyingKey;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap, HashSet},
};

/// The keys that entries are checked with: one's own, and those of the team as first seen; and whose
/// desk it is.
#[derive(Default, PartialEq, Eq, Clone)]
pub struct Signers(BTreeMap<OfficerId, VerifyingKey>, Option<OfficerId>);

impl Signers {
    /// What this desk believes. Of its own officer it believes its own key.
    pub fn of(ring: &KeyRing, team: &KnownTeam) -> Self {
        let mut keys: BTreeMap<_, _> = team.signers().map(|(id, known)| (id, known.key)).collect();
        keys.insert(ring.officer(), ring.verifying_key());
        Self(keys, Some(ring.officer()))
    }

    /// Whether it is this officer's desk.
    pub(super) fn is_of(&self, officer: OfficerId) -> bool {
        self.1 == Some(officer)
    }

    pub(super) fn knows(&self, officer: OfficerId) -> bool {
        self.0.contains_key(&officer)
    }

    /// Takes in keys of officers who have none here.
    pub(super) fn extend(&mut self, keys: Vec<(OfficerId, VerifyingKey)>) {
        for (id, key) in keys {
            self.0.entry(id).or_insert(key);
        }
    }

    /// What things of this officer are checked with.
    pub fn key(&self, officer: OfficerId) -> Option<VerifyingKey> {
        self.0.get(&officer).copied()
    }
}

/// An entry whose signature was looked at.
pub struct CheckedEntry {
    pub(super) entry: Entry,
    /// The key it was checked with; `None` when its officer has none here.
    pub(super) key: Option<VerifyingKey>,
    pub(super) fits: bool,
}

impl CheckedEntry {
    /// Looks at the signature: the slow part, which the casebook spreads over threads.
    pub fn new(entry: Entry, signers: &Signers) -> Self {
        let mut checked = Self { entry, key: None, fits: false };
        checked.check(signers);
        checked
    }

    pub(super) fn check(&mut self, signers: &Signers) {
        let key = signers.0.get(&self.entry.statement().officer).copied();
        if key != self.key {
            self.fits = key.is_some_and(|key| self.entry.fits(&key));
            self.key = key;
        }
    }
}

/// What the history is checked against.
pub struct Grounds<'a> {
    /// The keys that this desk believes.
    pub signers: &'a Signers,
    /// The readers that the report lists; none when it does not open.
    pub readers: &'a [(OfficerId, String)],
    /// The sealed report.
    pub report: Option<ItemHash>,
    /// Every sealed item of the case, sent or not.
    pub items: &'a HashSet<ItemHash>,
    /// What is odd about its other items.
    pub oddities: &'a [Oddity],
}

/// What an entry says of itself, besides its body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryMeta {
    /// Names it for those who write about it.
    pub id: EntryId,
    /// Names it and all that it builds on.
    pub hash: EntryHash,
    /// Who wrote it; proven for entries that count.
    pub officer: OfficerId,
    /// When, by the writer's clock: seconds since 1970-01-01T00:00:00Z.
    pub at_seconds: i64,
    /// Its place at the server; `None` while it is unsent.
    pub place: Option<u32>,
    /// The sealed item that went along with it: a message.
    pub item: Option<ItemHash>,
    /// Whether it has not reached the server.
    pub is_unsent: bool,
    /// Whether another entry was written beside it: neither writer knew of the other's.
    pub is_concurrent: bool,
}

/// Why an entry does not count; `None` when it does.
pub(super) type Standing = Option<FindingKind>;

pub(super) struct Known {
    pub(super) checked: CheckedEntry,
    pub(super) place: Option<u32>,
    pub(super) standing: Standing,
    pub(super) is_concurrent: bool,
}

/// The entries of a case. No `Debug`.
#[derive(Default)]
pub struct History {
    pub(super) known: BTreeMap<EntryHash, Known>,
    /// Places at which an entry came that was there already.
    repeated: BTreeSet<u32>,
    /// Every known entry, parents first.
    pub(super) order: Vec<EntryHash>,
    heads: Vec<EntryHash>,
    findings: Vec<Finding>,
    pub(super) readers: Vec<(OfficerId, String)>,
    pub(super) all_readers: Vec<(OfficerId, String)>,
}

impl History {
    /// Takes an entry in, from a place at the server or, without one, from the outbox. The same again
    /// changes nothing. [`Self::settle`] must follow.
    pub(super) fn take_in(&mut self, place: Option<u32>, checked: CheckedEntry) {
        let hash = checked.entry.hash();
        match (self.known.get_mut(&hash), place) {
            (None, _) => {
                let known = Known { checked, place, standing: None, is_concurrent: false };
                self.known.insert(hash, known);
            }
            (Some(Known { place: Some(first), .. }), Some(place)) if *first != place => {
                self.repeated.insert(place.max(*first));
                *first = place.min(*first);
            }
            (Some(known), Some(place)) => known.place = Some(place),
            (Some(_), None) => {}
        }
    }

    /// Puts everything in order and finds what is not as it should be.
    pub(super) fn settle(&mut self, grounds: &Grounds) {
        self.order = self.in_order();
        self.settle_standings(grounds);
        self.find_doubles();
        self.settle_readers(grounds.readers);
        self.find_concurrent();
        self.findings = self.find(grounds);
    }

    /// The entries that count, with what they say, parents first: the same order at every desk that
    /// has the same entries, whatever order the server gave them in. What has no parent between it
    /// is ordered by time, then by hash.
    pub fn iter(&self) -> impl Iterator<Item = (EntryMeta, &[u8])> {
        self.shown().filter(|(standing, ..)| standing.is_none()).map(|(_, meta, body)| (meta, body))
    }

    /// The entries that do not count, each with the reason. What they say is nobody's word.
    pub fn set_aside(&self) -> impl Iterator<Item = (FindingKind, EntryMeta, &[u8])> {
        self.shown().filter_map(|(standing, meta, body)| Some((standing?, meta, body)))
    }

    /// How many entries count.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether no entry counts.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Everything that is not as it should be, in the order of the entries.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What the next entry names as its parents: entries that count and that no other one names.
    pub fn heads(&self) -> &[EntryHash] {
        &self.heads
    }

    /// Who may read the case now.
    pub fn readers(&self) -> &[(OfficerId, String)] {
        &self.readers
    }

    /// Who may or might at some time.
    pub fn all_readers(&self) -> &[(OfficerId, String)] {
        &self.all_readers
    }

    /// Which readers come and go with this entry; `None` when none do.
    pub fn change(&self, hash: EntryHash) -> Option<&ReadersChange> {
        self.known.get(&hash)?.change()
    }

    /// The key with which an officer's words in this history were found to fit, for each who wrote.
    pub fn signers(&self) -> Vec<(OfficerId, [u8; 32])> {
        let counting = self.known.values().filter(|known| known.standing.is_none());
        let signer = |known: &Known| {
            let officer = known.checked.entry.statement().officer;
            Some((officer, known.checked.key?.to_bytes()))
        };
        counting.filter_map(signer).collect::<BTreeMap<_, _>>().into_iter().collect()
    }

    /// The names of the entries that this one builds on directly, as far as they count.
    pub fn parent_ids(&self, hash: EntryHash) -> Vec<EntryId> {
        let counting = self.parents(hash).filter(|parent| self.counts(parent));
        counting.map(|parent| self.known[&parent].checked.entry.statement().id).collect()
    }

    /// Whether the writer of `later` knew `earlier`, directly or through others.
    pub fn knew(&self, later: EntryHash, earlier: EntryHash) -> bool {
        let mut seen = HashSet::new();
        let mut pending = vec![later];
        while let Some(hash) = pending.pop() {
            for parent in self.parents(hash) {
                if parent == earlier {
                    return true;
                }
                if seen.insert(parent) {
                    pending.push(parent);
                }
            }
        }
        false
    }

    /// The nearest entries that count and that the writer of this one knew. Those that do not count
    /// are looked through.
    pub fn known_before(&self, hash: EntryHash) -> Vec<EntryId> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut pending: Vec<EntryHash> = self.parents(hash).collect();
        while let Some(parent) = pending.pop() {
            match self.known.get(&parent) {
                _ if !seen.insert(parent) => {}
                Some(known) if known.standing.is_none() => {
                    found.push(known.checked.entry.statement().id);
                }
                _ => pending.extend(self.parents(parent)),
            }
        }
        found
    }

    /// Who stands for this item, by an entry that counts; `None` when nobody does.
    pub fn signed_by(&self, item: ItemHash) -> Option<OfficerId> {
        self.iter().find(|(meta, _)| meta.item == Some(item)).map(|(meta, _)| meta.officer)
    }

    fn shown(&self) -> impl Iterator<Item = (Standing, EntryMeta, &[u8])> {
        self.order.iter().map(|hash| {
            let known = &self.known[hash];
            let statement = known.checked.entry.statement();
            (known.standing, known.meta(), statement.body.expose())
        })
    }

    fn parents(&self, hash: EntryHash) -> impl Iterator<Item = EntryHash> {
        let known = self.known.get(&hash);
        known.into_iter().flat_map(|known| known.parents()).copied()
    }

    /// Every known entry: parents first; of those that may come next, the earliest by time, then by
    /// hash. An entry cannot name one that names it, because a hash cannot be foreseen.
    fn in_order(&self) -> Vec<EntryHash> {
        let key = |hash: &EntryHash| {
            Reverse((self.known[hash].checked.entry.statement().at_seconds, *hash))
        };
        let mut waits: BTreeMap<EntryHash, usize> = BTreeMap::new();
        let mut children: BTreeMap<EntryHash, Vec<EntryHash>> = BTreeMap::new();
        let mut ready = BinaryHeap::new();
        for (hash, known) in &self.known {
            let parents = known.parents().iter().filter(|parent| self.known.contains_key(parent));
            let mut count = 0;
            for parent in parents {
                children.entry(*parent).or_default().push(*hash);
                count += 1;
            }
            if count == 0 {
                ready.push(key(hash));
            }
            waits.insert(*hash, count);
        }
        let mut order = Vec::with_capacity(self.known.len());
        while let Some(Reverse((_, hash))) = ready.pop() {
            order.push(hash);
            for child in children.remove(&hash).unwrap_or_default() {
                let waiting = waits.get_mut(&child).expect("every child is known");
                *waiting -= 1;
                if *waiting == 0 {
                    ready.push(key(&child));
                }
            }
        }
        order
    }

    /// Of two entries of one officer under one name, the first in order counts.
    fn find_doubles(&mut self) {
        let mut seen = HashSet::new();
        for hash in &self.order {
            let known = self.known.get_mut(hash).expect("what is in order is known");
            let statement = known.checked.entry.statement();
            if known.standing.is_none() && !seen.insert((statement.officer, statement.id)) {
                known.standing = Some(FindingKind::Doubled);
            }
        }
    }

    /// An entry is beside another one when it does not name every head there was before it, or when
    /// not every end there is after it builds on it.
    fn find_concurrent(&mut self) {
        let counting: Vec<EntryHash> =
            self.order.iter().copied().filter(|it| self.counts(it)).collect();
        let mut beside = HashSet::new();
        let mut heads: BTreeSet<EntryHash> = BTreeSet::new();
        let mut children: BTreeMap<EntryHash, BTreeSet<EntryHash>> = BTreeMap::new();
        for hash in &counting {
            let parents: BTreeSet<EntryHash> = self.parents(*hash).collect();
            if !heads.is_subset(&parents) {
                beside.insert(*hash);
            }
            for parent in parents {
                heads.remove(&parent);
                children.entry(parent).or_default().insert(*hash);
            }
            heads.insert(*hash);
        }
        let mut ends: BTreeSet<EntryHash> = BTreeSet::new();
        let none = BTreeSet::new();
        for hash in counting.iter().rev() {
            let named_by = children.get(hash).unwrap_or(&none);
            if !ends.is_subset(named_by) {
                beside.insert(*hash);
            }
            ends.retain(|end| !named_by.contains(end));
            ends.insert(*hash);
        }
        for hash in beside {
            self.known.get_mut(&hash).expect("what counts is known").is_concurrent = true;
        }
        self.heads = heads.into_iter().collect();
    }

    fn counts(&self, hash: &EntryHash) -> bool {
        self.known.get(hash).is_some_and(|known| known.standing.is_none())
    }

    fn find(&self, grounds: &Grounds) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut missing = HashSet::new();
        for hash in &self.order {
            let known = &self.known[hash];
            let officer = Some(known.checked.entry.statement().officer);
            let mut found = |what| findings.push(Finding { what, place: known.place, officer });
            if let Some(what) = known.standing {
                found(what);
                continue;
            }
            let parents = known.parents().iter();
            let gone =
                |parent: &&EntryHash| !self.known.contains_key(parent) && missing.insert(**parent);
            let count = parents.filter(gone).count();
            if count > 0 {
                found(FindingKind::Missing { count });
            }
            let place_of = |parent: &EntryHash| self.known.get(parent)?.place;
            let places = known.parents().iter().filter_map(place_of);
            if known.place.is_some_and(|place| places.max() > Some(place)) {
                found(FindingKind::Reordered);
            }
            let item = known.checked.entry.statement().item;
            if item.is_some_and(|item| !grounds.items.contains(&item)) {
                found(FindingKind::NoMessage);
            }
        }
        let repeated = self.repeated.iter().map(|place| (FindingKind::Repeated, *place));
        let others = grounds.oddities.iter().map(|oddity| (oddity.what, oddity.place));
        for (what, place) in repeated.chain(others) {
            let at = |known: &&Known| known.place == Some(place);
            let officer =
                self.known.values().find(at).map(|it| it.checked.entry.statement().officer);
            findings.push(Finding { what, place: Some(place), officer });
        }
        findings
    }
}

impl Known {
    fn parents(&self) -> &[EntryHash] {
        &self.checked.entry.statement().parents
    }

    pub(super) fn change(&self) -> Option<&ReadersChange> {
        self.checked.entry.statement().readers.as_deref()
    }

    fn meta(&self) -> EntryMeta {
        let statement = self.checked.entry.statement();
        EntryMeta {
            id: statement.id,
            hash: self.checked.entry.hash(),
            officer: statement.officer,
            at_seconds: statement.at_seconds,
            place: self.place,
            item: statement.item,
            is_unsent: self.place.is_none(),
            is_concurrent: self.is_concurrent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::{CaseId, entry::Statement},
        desk::{keyring::tests_ring, sample::Sample},
    };
    use proptest::prelude::*;

    const REPORT: [u8; 32] = [7; 32];

    /// Entries of two officers: each names some of those before it, told by bits.
    fn written(plan: &[(u8, u16, u8)]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (number, (officer, known, minute)) in (0..).zip(plan) {
            let is_known = |at: &usize| known >> (at % 16) & 1 == 1;
            let parents = (0..entries.len()).filter(is_known).map(|at| entries[at].hash());
            let ring = tests_ring(officer % 2 + 1);
            entries.push(ring.sign_entry(Statement {
                case: CaseId::from_bytes([1; 16]),
                id: EntryId::from_bytes([number; 16]),
                officer: ring.officer(),
                at_seconds: i64::from(*minute) * 60,
                report: ItemHash::from_bytes(REPORT),
                parents: parents.collect(),
                item: None,
                body: vec![number].into(),
                readers: None,
            }));
        }
        entries
    }

    fn settled(plan: &[(u8, u16, u8)], order: &[usize]) -> History {
        let sample = Sample::new(&["An", "Bo"]);
        let signers = Signers(
            sample
                .ids()
                .into_iter()
                .zip([1, 2])
                .map(|(id, seed)| (id, tests_ring(seed).verifying_key()))
                .collect(),
            None,
        );
        let readers: Vec<_> = sample.ids().into_iter().map(|id| (id, String::new())).collect();
        let mut entries: Vec<_> = written(plan).into_iter().map(Some).collect();
        let mut history = History::default();
        for at in order {
            let Some(entry) = entries[*at].take() else { continue };
            let place = u32::try_from(*at).unwrap() + 1;
            history.take_in(Some(place), CheckedEntry::new(entry, &signers));
            history.settle(&Grounds {
                signers: &signers,
                readers: &readers,
                report: Some(ItemHash::from_bytes(REPORT)),
                items: &HashSet::new(),
                oddities: &[],
            });
        }
        history
    }

    fn plan_and_order() -> impl Strategy<Value = (Vec<(u8, u16, u8)>, Vec<usize>)> {
        prop::collection::vec((any::<u8>(), any::<u16>(), 0..3_u8), 1..12).prop_flat_map(|plan| {
            let order = Just((0..plan.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(plan), order)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_order_follows_from_the_entries_and_not_from_how_they_came(
            (plan, order) in plan_and_order(),
        ) {
            let straight: Vec<_> = (0..plan.len()).collect();
            let (one, other) = (settled(&plan, &straight), settled(&plan, &order));
            let shown = |history: &History| -> Vec<_> {
                history.iter().map(|(meta, body)| (meta, body.to_vec())).collect()
            };
            prop_assert_eq!(shown(&one), shown(&other));
            prop_assert_eq!(one.heads(), other.heads());
            prop_assert_eq!(one.findings(), &[]);
            let metas: Vec<EntryMeta> = one.iter().map(|(meta, _)| meta).collect();
            for (at, meta) in metas.iter().enumerate() {
                // Slowly, as the words say it: known to the one, or the other way round.
                let knows = |other: &EntryMeta| {
                    one.knew(meta.hash, other.hash) || one.knew(other.hash, meta.hash)
                };
                let others = || metas.iter().filter(|other| other.hash != meta.hash);
                prop_assert_eq!(meta.is_concurrent, others().any(|other| !knows(other)));
                prop_assert!(metas[at..].iter().all(|later| !one.knew(meta.hash, later.hash)));
                let is_head = others().all(|other| !one.knew(other.hash, meta.hash));
                prop_assert_eq!(one.heads().contains(&meta.hash), is_head);
            }
        }
    }

    #[test]
    fn what_has_no_parent_between_it_is_ordered_by_time_and_a_gap_is_counted_once() {
        let plan = [(0, 0, 2), (1, 0, 1), (0, 0b11, 0), (1, 0b01, 0)];
        let whole = settled(&plan, &[0, 1, 2, 3]);
        let said: Vec<_> = whole.iter().map(|(_, body)| body[0]).collect();
        // The fourth builds on the first alone, which is later than the second by the clock.
        assert_eq!(said[..2], [1, 0]);
        let third = whole.iter().find(|(_, body)| *body == [2]).unwrap().0;
        let mut parents = whole.parent_ids(third.hash);
        parents.sort();
        assert_eq!(parents, [0, 1].map(|number| EntryId::from_bytes([number; 16])));
        let hashes: Vec<_> = whole.iter().map(|(meta, _)| meta.hash).collect();
        assert!(hashes[2] < hashes[3], "of the same time, by hash");
        let gap = settled(&plan, &[1, 2, 3]);
        let counts: Vec<_> = gap.findings().iter().map(|finding| finding.what).collect();
        assert_eq!(counts, [FindingKind::Missing { count: 1 }]);
    }
}
